"""The form in Excel on the command line: for a unit that cannot use Telegram."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.cycles import OnCycle, cycle_wanted, on_cycle, report_rows_of
from bot.commands.options import At, OnePeriod, PlanTitle, UnitName
from bot.commands.parts import clock_from, opened, read_file, settings_now, write_file
from bot.commands.terminal import CommandRefused, console, explained, say, without_markup
from bot.desk import desk_of
from bot.settings import Settings
from dialog.cards import preview_lines
from dialog.checks import faults
from dialog.form import FormRead, read_form
from dialog.form_pages import Form, open_form
from dialog.form_words import change_line, changed_since, fault_line
from dialog.no_answers import read_reason
from dialog.on_behalf import with_reason
from dialog.outcome import Refused
from dialog.secrecy import SecrecyRules
from handlers.at_report import whole
from handlers.forms import brought_by, with_whose
from handlers.on_behalf import file_for_unit, keep_changed
from handlers.together import refresh_others
from models.cycles import Cycle, Entry, reports_of_cycle
from models.database import Database
from models.filing import is_writable, record_content
from models.offices import the_office
from models.people import Reach, Reached, coordinators, person_of
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from reports.form import make_form
from texts import plain
from texts.wording import listed, moment_name, period_name
from vocabulary.period import Period
from vocabulary.report import FiledReport, WorkingReport
from vocabulary.terms import EntrySource


def export(
    unit: UnitName,
    period: OnePeriod,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The workbook to write, an .xlsx; replaced whole.")
    ],
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Write a unit's report as a workbook to be filled in.

    What is filled in already stands in it, and last month beside it. Changes nothing.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        wanted = Period.parse(period)

        def look(session: Session) -> WorkingReport:
            office_id = the_office(session, office.name).id
            cycle = cycle_wanted(session, office_id, wanted, plan, office.language)
            for report, of in reports_of_cycle(session, cycle.id):
                if unit in {of.name, of.official_name}:
                    return _working(session, _rows(session, report.id), settings)
            raise CommandRefused("cli-form-no-report", unit=unit, period=str(wanted))

        clock = clock_from(settings, database, at)
        form = make_form(database.run(look), office.language, clock.now())
        write_file(out, form)
    say(office.language, "cli-form-written", file=str(out))


def import_(
    file: Annotated[Path, typer.Argument(help="The form that came back, an .xlsx.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    at: At = "",
) -> None:
    """Take a filled form into its unit's report.

    It is read whole: with any fault, or where it would overwrite what was changed since the form
    was written, nothing is taken. Shows what would change, and asks. `form file` then files the
    report. Safe to repeat.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        clock = clock_from(settings, database, at, writes=True)
        rules = SecrecyRules(**settings.secrecy.model_dump())
        form = open_form(read_file(file), name=file.name, rules=rules)
        now = clock.now()
        found = database.run(lambda session: _read(session, form, settings, now))
        _show(language, form, settings, found)
        if not found.changes:
            return
        if not yes and not typer.confirm(plain(language, "cli-form-confirm")):
            say(language, "cli-form-not-imported")
            return
        count = _take(database, form, settings, found, now)
    unit, period = form.of.unit, str(form.of.period)
    say(language, "cli-form-imported", count=count, unit=unit, period=period)


def file(
    unit: UnitName,
    period: OnePeriod,
    *,
    by: Annotated[
        str, typer.Option(metavar="NAME", help="The coordinator; the only one if left out.")
    ] = "",
    reason: Annotated[
        str, typer.Option(help="Why what is doubtful is true, all of it; it is filed too.")
    ] = "",
    signed: Annotated[
        bool, typer.Option("--signed", help="The unit's leader has signed it on paper.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """File a report for a unit that cannot (代报), as a coordinator does by chat.

    Shows what the checks say, and asks. The bot sends receipt and draft to the coordinator in whose
    name it is filed, and tells the unit's people whom it reaches.
    """
    with on_cycle(period, plan, at, writes=True) as command:
        bot_id = command.settings.telegram.bot_id()

        def look(session: Session, cycle: Cycle) -> WorkingReport:
            return _to_file(_OnBehalf(command, session, cycle, bot_id), unit, by, reason, signed)[1]

        shown = command.run(look)
        for line in preview_lines(command.language, shown):
            console.print(without_markup(line))
        if faults(shown):
            raise CommandRefused("cli-form-faults", unit=unit, period=period)
        if not yes and not typer.confirm(plain(command.language, "cli-form-file-confirm")):
            command.say("cli-form-not-filed")
            return

        def take(session: Session, cycle: Cycle) -> FiledReport:
            desk = _OnBehalf(command, session, cycle, bot_id)
            rows, report = _to_file(desk, unit, by, reason, signed)
            if report != shown:
                raise CommandRefused("cli-form-changed-meanwhile")
            work = desk.work(by)
            keep_changed(work, rows, report)
            filed = file_for_unit(work, rows)
            refresh_others(work)
            return filed

        filed = command.run(take)
        command.say(
            "cli-form-filed",
            unit=filed.unit,
            period=period_name(command.language, filed.period),
            receipt=filed.receipt,
            revision=str(filed.revision),
            by=filed.filed_by,
        )


@dataclass(frozen=True)
class _OnBehalf:
    """A command that files for a unit, in one transaction."""

    command: OnCycle
    session: Session
    cycle: Cycle
    bot_id: int

    def work(self, by: str) -> Work:
        """As that coordinator would do it, who is sent the receipt.

        Raises CommandRefused where it is not clear which, or no message reaches them.
        """
        desk = desk_of(self.command.settings, self.cycle.office_id, bot_id=self.bot_id)
        known = coordinators(self.session, desk.office_id)
        meant = [reach for reach in known if by in {"", reach.name}] or known
        reached = [reach for reach in meant if isinstance(reach, Reached)]
        if not known:
            raise CommandRefused("cli-form-coordinator-none")
        if not reached:
            names = listed(desk.language, [_unreached(desk.language, reach) for reach in meant])
            raise CommandRefused("cli-form-coordinator-unreached", names=names)
        if len(reached) != 1 or by not in {"", reached[0].name}:
            names = listed(desk.language, [reach.name for reach in reached])
            raise CommandRefused("cli-form-coordinator", names=names)
        person = person_of(self.session, reached[0])
        return Work(self.session, desk, self.command.now, person)


def _unreached(language: str, reach: Reach) -> str:
    """The coordinator's name and why no message reaches them."""
    why = reach.unreachable_reason or "never_started"
    return plain(
        language,
        "cli-form-coordinator-why",
        name=reach.name,
        reason=plain(language, f"unreachable-{why}"),
    )


def _to_file(
    desk: _OnBehalf, unit: str, by: str, reason: str, signed: bool
) -> tuple[ReportRows, WorkingReport]:
    """The report with what is doubtful explained. Raises CommandRefused where it is not to be."""
    rows = report_rows_of(desk.session, desk.cycle, unit)
    period = period_name(desk.command.language, rows.cycle.period)
    if not is_writable(rows.report):
        raise CommandRefused("cli-form-closed", unit=rows.unit.name, period=period)
    if rows.unit.needs_signature and not signed:
        raise CommandRefused("cli-form-paper", unit=rows.unit.name)
    report = whole(desk.work(by), rows)
    if not reason:
        return rows, report
    read = read_reason(reason)
    if isinstance(read, Refused):
        why = plain(desk.command.language, read.text_key, **read.facts)
        raise CommandRefused("cli-form-reason", why=why)
    return rows, with_reason(report, read)


def _take(
    database: Database, form: Form, settings: Settings, shown: FormRead, now: datetime
) -> int:
    """Takes what was shown. Raises CommandRefused where it is not that any more."""

    def take(session: Session) -> int:
        if _read(session, form, settings, now) != shown:
            raise CommandRefused("cli-form-changed-meanwhile")
        rows = _rows(session, form.of.report_id)
        for change in shown.changes:
            record_content(
                session,
                rows.report,
                session.get_one(Entry, change.entry.entry_id),
                change.content,
                None,
                source=EntrySource.ON_BEHALF,
                now=now,
            )
        return len(shown.changes)

    return database.run(take)


def _read(session: Session, form: Form, settings: Settings, now: datetime) -> FormRead:
    rows = report_rows(session, form.of.report_id)
    is_known = rows is not None and (rows.unit.name, rows.cycle.period, rows.office.name) == (
        form.of.unit,
        form.of.period,
        settings.office.name,
    )
    unit, period = form.of.unit, period_name(settings.office.language, form.of.period)
    if rows is None or not is_known:
        raise CommandRefused("cli-form-other", unit=unit, period=period)
    if not is_writable(rows.report):
        raise CommandRefused("cli-form-closed", unit=unit, period=period)
    brought = brought_by(session, rows.office.id, form.of.made_at)
    found = read_form(form, _working(session, rows, settings), brought=brought)
    zone = settings.office.time_zone
    outdated = with_whose(session, rows, found.outdated, reader=None, zone=zone, now=now)
    return replace(found, outdated=outdated)


def _rows(session: Session, report_id: int) -> ReportRows:
    rows = report_rows(session, report_id)
    if rows is None:
        raise LookupError(report_id)
    return rows


def _working(session: Session, rows: ReportRows, settings: Settings) -> WorkingReport:
    return working_report(session, rows, settings.office.time_zone)


def _show(language: str, form: Form, settings: Settings, found: FormRead) -> None:
    """What is wrong with the form, which ends the command, or what it would change."""
    if found.outdated:
        made_at, zone = form.of.made_at, settings.office.time_zone
        raise CommandRefused(
            "cli-form-outdated",
            made=moment_name(language, made_at.astimezone(zone)) if made_at else "none",
            measures=changed_since(language, (one.entry for one in found.outdated)),
        )
    if found.faults:
        say(language, "cli-form-faulty", count=len(found.faults))
        for fault in found.faults:
            console.print(fault_line(language, fault))
        raise typer.Exit(2)
    if not found.changes:
        say(language, "cli-form-nothing")
        return
    unit, period = form.of.unit, period_name(language, form.of.period)
    say(language, "cli-form-would-change", unit=unit, period=period, count=len(found.changes))
    for change in found.changes:
        console.print(change_line(language, change))
