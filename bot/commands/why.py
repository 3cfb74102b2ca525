"""Why a unit was reminded, or was not, from the record."""

from sqlmodel import Session

from bot.application import rules_of
from bot.commands.ledger import cycle_or_newest
from bot.commands.options import At, PeriodOrNewest, PlanTitle, UnitName
from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, explained, say
from models.offices import the_office, unit_named
from models.views import report_of_unit
from models.work import Desk, Work
from scheduler.why import why as account_of


def why(
    unit: UnitName,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Say why a unit was, or was not, reminded.

    Every rung of the ladder once: when it was due, who got it and when, or why nobody did. Changes
    nothing; safe to repeat, also while the bot runs.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        now = clock_from(settings, database, at).now()

        def told(session: Session) -> list[str]:
            office_id = the_office(session, office.name).id
            cycle = cycle_or_newest(session, office_id, period, plan, office.language)
            found = unit_named(session, office_id, unit)
            if found is None:
                raise CommandRefused("office-unit-unknown", name=unit)
            rows = report_of_unit(session, cycle.id, found.id)
            if rows is None:
                raise CommandRefused("why-no-report", unit=found.name)
            desk = Desk(0, "", office_id, office.time_zone, office.language)
            work = Work(session, desk, now)
            return account_of(work, rows, rules_of(settings), office.language)

        lines = database.run(told)
    say(office.language, "why-text", lines="\n".join(lines))
