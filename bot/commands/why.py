"""Why a unit was reminded, or was not, from the record."""

from sqlmodel import Session

from bot.application import rules_of
from bot.commands.cycles import on_cycle, report_rows_of
from bot.commands.options import At, PeriodOrNewest, PlanTitle, UnitName
from models.cycles import Cycle
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
    with on_cycle(period, plan, at) as command:
        office = command.settings.office

        def told(session: Session, cycle: Cycle) -> list[str]:
            rows = report_rows_of(session, cycle, unit)
            desk = Desk(0, "", cycle.office_id, office.time_zone, office.language)
            work = Work(session, desk, command.now)
            return account_of(work, rows, rules_of(command.settings), office.language)

        command.say("why-text", lines="\n".join(command.run(told)))
