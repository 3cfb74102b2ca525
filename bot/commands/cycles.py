"""The cycle that a command is about, found by its period and plan, with what is read of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, explained
from bot.commands.terminal import say as say_in
from bot.settings import Settings
from dialog.steps import is_complete
from models.cycles import Cycle, cycle_of, cycles_of_office
from models.database import Database
from models.editions import Plan, plans_of
from models.offices import the_office, unit_named
from models.views import ReportRows, report_of_unit
from models.whole_ledger import whole_ledger
from texts import Value
from texts.wording import listed
from vocabulary.period import Period
from vocabulary.report import Ledger

Result = TypeVar("Result")


@dataclass(frozen=True)
class OnCycle:
    """A command on one cycle: its settings, the open database, the moment, and which cycle."""

    settings: Settings
    database: Database
    now: datetime
    period: str
    plan: str

    @property
    def language(self) -> str:
        return self.settings.office.language

    def run(self, work: Callable[[Session, Cycle], Result]) -> Result:
        """Does the work in one transaction. Raises CommandRefused as cycle_or_newest does."""

        def found(session: Session) -> Result:
            office_id = the_office(session, self.settings.office.name).id
            return work(
                session, cycle_or_newest(session, office_id, self.period, self.plan, self.language)
            )

        return self.database.run(found)

    def ledger(self, *, force: str = "", label: str = "") -> Ledger:
        """The whole cycle as it stands; force, label: only their measures."""
        zone = self.settings.office.time_zone
        return self.run(
            lambda session, cycle: whole_ledger(
                session,
                cycle,
                zone,
                now=self.now,
                is_complete=is_complete,
                force=force,
                label=label,
            )
        )

    def say(self, key: str, /, **values: Value) -> None:
        say_in(self.language, key, **values)


@contextmanager
def on_cycle(period: str, plan: str, at: str, *, writes: bool = False) -> Iterator[OnCycle]:
    """period: as 2022-07, the newest if empty; plan: its title, the one there is if empty.

    writes: what the command does is kept, with its time.
    What goes wrong inside ends the command with one sentence.
    """
    settings = settings_now()
    with explained(settings.office.language), opened(settings) as database:
        now = clock_from(settings, database, at, writes=writes).now()
        yield OnCycle(settings, database, now, period, plan)


def report_rows_of(session: Session, cycle: Cycle, unit: str) -> ReportRows:
    """The unit's report, by its short or official name. Raises CommandRefused without one."""
    found = unit_named(session, cycle.office_id, unit)
    if found is None:
        raise CommandRefused("office-unit-unknown", name=unit)
    rows = report_of_unit(session, cycle.id, found.id)
    if rows is None:
        raise CommandRefused("why-no-report", unit=found.name)
    return rows


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
