"""What the settings say of every unit of work, whether it comes from a chat or a command."""

from datetime import timedelta
from decimal import Decimal

from bot.settings import Settings
from models.work import Desk
from vocabulary.report import CheckLimits


def desk_of(settings: Settings, office_id: int, *, bot_id: int, bot_name: str = "") -> Desk:
    """Without a preview as PDF, which only the running bot can make."""
    office, checks = settings.office, settings.checks
    return Desk(
        bot_id=bot_id,
        bot_name=bot_name,
        office_id=office_id,
        zone=office.time_zone,
        language=office.language,
        limits=CheckLimits(
            over_target=Decimal(checks.over_target),
            over_last=Decimal(checks.over_last),
            step_of_target=Decimal(checks.step_of_target),
            past_target=Decimal(checks.past_target_percent) / 100,
            over_step=Decimal(checks.over_step),
            done_needs_evidence=checks.done_needs_evidence,
        ),
        problem_overdue_after=timedelta(days=settings.problems.overdue_days),
        stamp_after=settings.draft.stamp_after,
        own_drafts=tuple(one.unit for one in settings.draft.units),
        mail=settings.mail.rules(settings.office.name),
    )
