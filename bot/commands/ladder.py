"""Who will get what and when in a cycle, and what is different in it."""

from collections.abc import Callable
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.commands.cycles import OnCycle, on_cycle, report_rows_of
from bot.commands.options import At, PeriodOrNewest, PlanTitle, UnitName
from bot.commands.terminal import console, without_markup
from dialog.hours import hour_of
from models.cycles import Cycle
from scheduler.changing import change_for_cycle, passed_line
from scheduler.outlook import Outlook


def show(
    unit: UnitName = "",
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Show who is reminded when in a cycle; of a unit by name, with what was sent already.

    It is the schedule by which the reminders go out. Safe to repeat; nobody is told.
    """

    def lines(session: Session, cycle: Cycle, command: OnCycle) -> list[str]:
        rules = rules_of(command.settings).of_office(session, cycle.office_id)
        outlook = Outlook(session, rules, cycle, command.language, called=str)
        if not unit:
            return list(outlook.lines(now=command.now))
        rows = report_rows_of(session, cycle, unit)
        return list(outlook.lines_of(rows.report, rows.unit, now=command.now))

    _print(lines, period, plan, at)


def change(
    rung: Annotated[str, typer.Argument(help="The rung's name, as show prints it.")],
    *,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    off: Annotated[bool, typer.Option("--off", help="Leave it out of this cycle.")] = False,
    workdays: Annotated[
        int | None, typer.Option(help="So many workdays after its anchor.", min=-20, max=60)
    ] = None,
    hour: Annotated[str, typer.Option(metavar="HH:MM", help="The hour of its day.")] = "",
    at: At = "",
) -> None:
    """Change a rung for one cycle; without an option it is again as the settings have it.

    The reminders follow at once; what was sent stays sent. A change that would tell superiors
    before those below them is refused, and so is one that comes too late for everybody. Safe to
    repeat.
    """

    def lines(session: Session, cycle: Cycle, command: OnCycle) -> list[str]:
        rules = rules_of(command.settings).of_office(session, cycle.office_id)
        passed = change_for_cycle(
            session,
            rules,
            cycle,
            rung,
            off=off,
            workdays=workdays,
            at=hour_of(hour) if hour else None,
            by="",
            now=command.now,
            language=command.language,
        )
        outlook = Outlook(session, rules, cycle, command.language, called=str)
        note = [passed_line(command.language, rung, passed)] if passed else []
        return [*outlook.lines(now=command.now), *note]

    _print(lines, period, plan, at, writes=True)


def _print(
    lines: Callable[[Session, Cycle, OnCycle], list[str]],
    period: str,
    plan: str,
    at: str,
    *,
    writes: bool = False,
) -> None:
    with on_cycle(period, plan, at, writes=writes) as command:
        for line in command.run(lambda session, cycle: lines(session, cycle, command)):
            console.print(without_markup(line))
