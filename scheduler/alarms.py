"""What the coordinators, and people in mid-question, are told about the bot itself."""

import logging
from datetime import datetime, timedelta

from dialog.layout import button
from dialog.press import Action, Press
from models.conversations import people_in_mid_question
from models.delivery import OutboxState, Priority
from models.milestones import MilestoneName, milestone, reach_milestone
from models.outgoing import messages_undelivered
from models.people import UNREACHABLE_REASONS, Reached, coordinators_reached
from models.work import Work
from texts import say
from texts.wording import moment_name
from vocabulary.message import Message
from vocabulary.terms import OF_MAIL

logger = logging.getLogger(__name__)

# Telegram keeps an update "not longer than 24 hours" (Bot API, "Getting updates").
_TELEGRAM_KEEPS = timedelta(hours=24)
_ONCE_A_DAY = timedelta(days=1)


def note_received(work: Work, at: datetime) -> None:
    """Until this moment Telegram had a way to hand over what people send.

    When that is the first time for more than 24 hours, what was sent at the beginning of the gap is
    gone: people in mid-question at a report are asked to say it again, in working hours, and the
    coordinators are told. Once for each gap: its end is written down in the same transaction.
    """
    before = milestone(work.session, work.desk.bot_id, MilestoneName.RECEIVED)
    if before is not None and at <= before:
        return
    reach_milestone(work.session, work.desk.bot_id, MilestoneName.RECEIVED, at=at)
    if before is not None and at - before > _TELEGRAM_KEEPS:
        logger.error("updates-lost", extra={"since": before.isoformat(), "until": at.isoformat()})
        _tell_outage(work, since=before, until=at)


def _tell_outage(work: Work, *, since: datetime, until: datetime) -> None:
    gone = until - _TELEGRAM_KEEPS
    asked = people_in_mid_question(work.session, work.desk.bot_id)
    for person in asked:
        html = say(
            person.language,
            "life-say-again",
            since=moment_name(person.language, work.local(since)),
            until=moment_name(person.language, work.local(gone)),
        )
        work.send(person.user_id, Message(html), priority=Priority.REMINDER)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        html = say(
            language,
            "life-outage",
            since=moment_name(language, work.local(since)),
            until=moment_name(language, work.local(gone)),
            back=moment_name(language, work.local(until)),
            count=len(asked),
        )
        _tell(work, reach, html)


def tell_rival(work: Work, how: str) -> None:
    """Another program uses this bot's token; told once a day. how: polls, or webhook."""
    told_at = milestone(work.session, work.desk.bot_id, MilestoneName.RIVAL_TOLD)
    if told_at is not None and work.now - told_at < _ONCE_A_DAY:
        return
    reaches = coordinators_reached(work.session, work.desk.office_id)
    for reach in reaches:
        _tell(work, reach, say(reach.language, f"life-rival-{how}"))
    if reaches:
        reach_milestone(work.session, work.desk.bot_id, MilestoneName.RIVAL_TOLD, at=work.now)


def tell_undelivered(work: Work) -> None:
    """What has newly been refused, or whose arrival is unknown: once a day, in working hours.

    Of people who cannot be reached, and of mails that were refused, the office is told when that
    happens, and not here again.
    """
    told_at = milestone(work.session, work.desk.bot_id, MilestoneName.UNDELIVERED_TOLD)
    if told_at is not None and work.now - told_at < _ONCE_A_DAY:
        return
    lost = [
        one.state
        for one in messages_undelivered(work.session, work.language, bot_id=work.desk.bot_id)
        if one.error not in UNREACHABLE_REASONS
        and not (one.subject in OF_MAIL and one.state is OutboxState.DEAD)
        and (told_at is None or (one.settled_at is not None and one.settled_at > told_at))
    ]
    reaches = coordinators_reached(work.session, work.desk.office_id)
    if not lost or not reaches:
        return
    refused, unknown = lost.count(OutboxState.DEAD), lost.count(OutboxState.UNKNOWN)
    for reach in reaches:
        html = say(reach.language, "life-undelivered", refused=refused, unknown=unknown)
        show = button(reach.language, "outbox-button-open", Press(Action.OUTBOX))
        work.send(reach.chat_id, Message(html, ((show,),)), priority=Priority.REMINDER)
    reach_milestone(work.session, work.desk.bot_id, MilestoneName.UNDELIVERED_TOLD, at=work.now)


def _tell(work: Work, reach: Reached, html: str) -> None:
    work.send(reach.chat_id, Message(html), priority=Priority.NOTICE)
