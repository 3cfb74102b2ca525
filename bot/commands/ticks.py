"""What came of filed reports: scan, paper original, mail."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.cycles import on_cycle, report_rows_of
from bot.commands.options import At, PeriodOrNewest, PlanTitle
from bot.commands.terminal import CommandRefused, console
from bot.settings import Settings
from dialog.ticks import ticks_line
from models.cycles import Cycle, Revision, newest_revision, reports_of_cycle
from models.people import Person
from models.ticks import (
    Tick,
    record_tick,
    standing_tick,
    take_back_tick,
    ticks_of_cycle,
    ticks_of_report,
    ticks_recorded,
)
from models.views import ReportRows
from texts import plain
from texts.wording import moment_short, period_name
from vocabulary.terms import TickKind, TickSource

Kind = Annotated[TickKind, typer.Argument(metavar="KIND", help="scan, original or mail.")]
Units = Annotated[
    list[str], typer.Argument(metavar="UNIT...", help="Units, by their short or official names.")
]


def show(
    unit: Annotated[
        str, typer.Argument(help="With all that was ever noted of it; every unit if left out.")
    ] = "",
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """List when each unit filed, and when its scan, paper original and mail came.

    Those of the newest revision: after a correction they are to come anew. Nobody is told.
    """

    def lines(desk: "_Desk") -> list[str]:
        if unit:
            rows, newest = desk.filed(unit)
            return [desk.line(rows, newest), *desk.record(rows)]
        reports = reports_of_cycle(desk.session, desk.cycle.id)
        known = ticks_of_cycle(desk.session, desk.cycle.id)
        return [
            desk.line(*desk.filed(its_unit.name))
            for report, its_unit in reports
            if report.id in known
        ] or [plain(desk.language, "cli-ticks-none", period=desk.period)]

    _do(lines, period, plan, at, writes=False)


def set_ticks(
    kind: Kind,
    units: Units,
    *,
    came: Annotated[
        str, typer.Option(metavar="TIME", help='When it came, as "2022-08-05 16:00"; now.')
    ] = "",
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Note that a scan, a paper original or a mail has come.

    All units or none: where one has not filed nothing is noted. Safe to repeat.
    """

    def lines(desk: "_Desk") -> list[str]:
        done = []
        for rows, newest in _wanted(desk, kind, units):
            moment = desk.moment(came, newest)
            is_new = record_tick(
                desk.session,
                newest.id,
                kind,
                source=TickSource.COMMAND_LINE,
                at=moment,
                now=desk.now,
            )
            done.append(desk.told("cli-ticks-set" if is_new else "cli-ticks-was-set", rows, kind))
        return done

    _do(lines, period, plan, at)


def unset_ticks(
    kind: Kind,
    units: Units,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Take back what was noted by mistake; it stays in the record. Safe to repeat."""

    def lines(desk: "_Desk") -> list[str]:
        done = []
        for rows, newest in _wanted(desk, kind, units):
            was_set = take_back_tick(desk.session, newest.id, kind, now=desk.now)
            key = "cli-ticks-unset" if was_set else "cli-ticks-was-unset"
            done.append(desk.told(key, rows, kind))
        return done

    _do(lines, period, plan, at)


def _wanted(desk: "_Desk", kind: TickKind, units: list[str]) -> list[tuple[ReportRows, Revision]]:
    if kind is TickKind.FILED:
        raise CommandRefused("cli-ticks-filed")
    return [desk.filed(name) for name in units]


class _Desk:
    """One cycle, in one transaction."""

    def __init__(self, session: Session, cycle: Cycle, settings: Settings, now: datetime) -> None:
        self.session = session
        self.cycle = cycle
        self.now = now
        self.zone = settings.office.time_zone
        self.language = settings.office.language
        self.period = period_name(self.language, cycle.period)

    def filed(self, name: str) -> tuple[ReportRows, Revision]:
        """The unit's report with its newest revision. Raises CommandRefused without one."""
        rows = report_rows_of(self.session, self.cycle, name)
        newest = newest_revision(self.session, rows.report.id)
        if newest is None:
            raise CommandRefused("cli-ticks-not-filed", unit=rows.unit.name, period=self.period)
        return rows, newest

    def moment(self, came: str, revision: Revision) -> datetime:
        """When it came: not before the revision, and not still to come."""
        if not came:
            return self.now
        try:
            said = datetime.fromisoformat(came)
        except ValueError:
            raise CommandRefused("cli-at-unreadable", value=came) from None
        moment = said if said.tzinfo else said.replace(tzinfo=self.zone)
        if not revision.filed_at <= moment <= self.now:
            raise CommandRefused(
                "cli-ticks-came",
                came=self.short(moment),
                filed=self.short(revision.filed_at),
                now=self.short(self.now),
            )
        return moment

    def line(self, rows: ReportRows, revision: Revision) -> str:
        ticks = ticks_of_report(self.session, rows.report.id).local(self.zone)
        return plain(
            self.language,
            "cli-ticks-unit",
            unit=rows.unit.name,
            revision=revision.number,
            line=ticks_line(self.language, ticks),
        )

    def record(self, rows: ReportRows) -> list[str]:
        recorded = ticks_recorded(self.session, rows.report.id)
        return [self._noted(tick, revision) for tick, revision in recorded]

    def _noted(self, tick: Tick, revision: Revision) -> str:
        by = self.session.get(Person, tick.noted_by_id) if tick.noted_by_id else None
        return plain(
            self.language,
            "cli-ticks-noted",
            noted=self.short(tick.noted_at),
            revision=revision.number,
            kind=plain(self.language, f"tick-{tick.kind}"),
            at=self.short(tick.at),
            source=plain(self.language, f"tick-source-{tick.source}", name=by.name if by else ""),
            taken=self.short(tick.taken_back_at) if tick.taken_back_at else "none",
        )

    def told(self, key: str, rows: ReportRows, kind: TickKind) -> str:
        newest = newest_revision(self.session, rows.report.id)
        tick = standing_tick(self.session, newest.id, kind) if newest else None
        return plain(
            self.language,
            key,
            unit=rows.unit.name,
            kind=plain(self.language, f"tick-{kind}"),
            at=self.short(tick.at) if tick else "",
        )

    def short(self, moment: datetime) -> str:
        return moment_short(self.language, moment.astimezone(self.zone))


def _do(
    lines: Callable[[_Desk], list[str]], period: str, plan: str, at: str, *, writes: bool = True
) -> None:
    with on_cycle(period, plan, at, writes=writes) as command:
        settings, now = command.settings, command.now
        for line in command.run(lambda s, cycle: lines(_Desk(s, cycle, settings, now))):
            console.print(line)
