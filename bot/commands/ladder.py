"""Who will get what and when in a cycle, and what is different in it."""

from collections.abc import Callable
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.commands.ledger import cycle_or_newest
from bot.commands.options import At, PeriodOrNewest, PlanTitle, UnitName
from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained, without_markup
from bot.settings import Settings
from dialog.hours import hour_of
from models.cycles import Cycle, reports_of_cycle
from models.offices import the_office, unit_named
from scheduler.outlook import Outlook, change_for_cycle
from vocabulary.clock import Clock


def show(
    unit: UnitName = "",
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Show who is reminded when in a cycle; of a unit by name, with what was sent already.

    It is the schedule by which the reminders go out. Safe to repeat; nobody is told.
    """

    def lines(session: Session, settings: Settings, clock: Clock, cycle: Cycle) -> list[str]:
        rules = rules_of(settings).of_office(session, cycle.office_id)
        outlook = Outlook(session, rules, cycle, settings.office.language, called=str)
        if not unit:
            return list(outlook.lines(now=clock.now()))
        found = unit_named(session, cycle.office_id, unit)
        if found is None:
            raise CommandRefused("office-unit-unknown", name=unit)
        for report, owner in reports_of_cycle(session, cycle.id):
            if owner.id == found.id:
                return list(outlook.lines_of(report, found, now=clock.now()))
        raise CommandRefused("ladder-unit-not-asked", unit=found.name)

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
    before those below them is refused. Safe to repeat.
    """

    def lines(session: Session, settings: Settings, clock: Clock, cycle: Cycle) -> list[str]:
        rules = rules_of(settings).of_office(session, cycle.office_id)
        change_for_cycle(
            session,
            rules,
            cycle,
            rung,
            off=off,
            workdays=workdays,
            at=hour_of(hour) if hour else None,
            by="",
            now=clock.now(),
        )
        outlook = Outlook(session, rules, cycle, settings.office.language, called=str)
        return list(outlook.lines(now=clock.now()))

    _print(lines, period, plan, at)


def _print(
    lines: Callable[[Session, Settings, Clock, Cycle], list[str]],
    period: str,
    plan: str,
    at: str,
) -> None:
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        clock = clock_from(settings, database, at)

        def found(session: Session) -> list[str]:
            office_id = the_office(session, office.name).id
            cycle = cycle_or_newest(session, office_id, period, plan, office.language)
            return lines(session, settings, clock, cycle)

        for line in database.run(found):
            console.print(without_markup(line))
