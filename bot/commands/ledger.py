"""The consolidated workbook, written to a file."""

from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.options import At, OnePeriod, PlanTitle
from bot.commands.parts import clock_from, opened, settings_now, write_file
from bot.commands.terminal import CommandRefused, explained, say
from models.cycles import Cycle, cycle_of, cycles_of_office
from models.editions import Plan, plans_of
from models.offices import the_office
from models.whole_ledger import whole_ledger
from reports.ledger import make_ledger
from texts.wording import listed
from vocabulary.period import Period


def ledger(
    *,
    period: OnePeriod,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The workbook to write, an .xlsx; replaced whole.")
    ],
    plan: PlanTitle = "",
    force: Annotated[str, typer.Option(help="Only the measures of this task force.")] = "",
    label: Annotated[str, typer.Option(help="Only the measures of this label.")] = "",
    at: At = "",
) -> None:
    """Write a period's consolidated workbook.

    It shows the state of this moment. Safe to repeat, also while the bot runs. Nobody is told.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        wanted = Period.parse(period)
        now = clock_from(settings, database, at).now()
        state = database.run(
            lambda s: whole_ledger(
                s,
                cycle_wanted(s, the_office(s, office.name).id, wanted, plan, office.language),
                office.time_zone,
                now=now,
                force=force,
                label=label,
            )
        )
        write_file(out, make_ledger(state, office.language))
    say(office.language, "cli-ledger-written", file=str(out))


def cycle_wanted(
    session: Session, office_id: int, period: Period, title: str, language: str
) -> Cycle:
    """Raises CommandRefused when it is not clear which, or when it has not opened."""
    plan = plan_wanted(session, office_id, title, language)
    cycle = cycle_of(session, plan.id, period)
    if cycle is None:
        raise CommandRefused("cli-no-cycle", period=str(period), plan=plan.title)
    return cycle


def cycle_or_newest(
    session: Session, office_id: int, period: str, title: str, language: str
) -> Cycle:
    """period: as 2022-07, the newest if empty. Raises CommandRefused as cycle_wanted does."""
    if period:
        return cycle_wanted(session, office_id, Period.parse(period), title, language)
    cycles = cycles_of_office(session, office_id)
    if not cycles:
        raise CommandRefused("office-no-cycle")
    return cycle_wanted(session, office_id, cycles[0].period, title, language)


def plan_wanted(session: Session, office_id: int, title: str, language: str) -> Plan:
    """Raises CommandRefused when there is none of that title, or several and none is named."""
    plans = plans_of(session, office_id)
    titles = listed(language, [plan.title for plan in plans])
    chosen = [plan for plan in plans if title in {"", plan.title}]
    if not plans:
        raise CommandRefused("cli-no-plan")
    if not chosen:
        raise CommandRefused("cli-plan-unknown", title=title, plans=titles)
    if len(chosen) > 1:
        raise CommandRefused("cli-which-plan", plans=titles)
    return chosen[0]
