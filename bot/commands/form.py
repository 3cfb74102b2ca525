"""The form in Excel on the command line: for a unit that cannot use Telegram."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.cycles import cycle_wanted
from bot.commands.options import At, OnePeriod, PlanTitle, UnitName
from bot.commands.parts import clock_from, opened, read_file, settings_now, write_file
from bot.commands.terminal import CommandRefused, console, explained, say
from bot.settings import Settings
from dialog.form import Form, FormRead, open_form, read_form
from dialog.form_words import change_line, fault_line, numbers_shown
from dialog.secrecy import SecrecyRules
from models.cycles import Entry, reports_of_cycle
from models.database import Database
from models.filing import is_writable, record_content
from models.offices import the_office
from models.views import ReportRows, report_rows, working_report
from reports.form import make_form
from texts import plain
from texts.wording import period_name
from vocabulary.period import Period
from vocabulary.report import WorkingReport
from vocabulary.terms import EntrySource


def export(
    unit: UnitName,
    period: OnePeriod,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The workbook to write, an .xlsx; replaced whole.")
    ],
    plan: PlanTitle = "",
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

        write_file(out, make_form(database.run(look), office.language))
    say(office.language, "cli-form-written", file=str(out))


def import_(
    file: Annotated[Path, typer.Argument(help="The form that came back, an .xlsx.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    at: At = "",
) -> None:
    """Take a filled form into its unit's report.

    It is read whole: with any fault, or where the report has changed since the form was written,
    nothing is taken. Shows what would change, and asks. The report still has to be filed. Safe to
    repeat.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        clock = clock_from(settings, database, at, writes=True)
        rules = SecrecyRules(**settings.secrecy.model_dump())
        form = open_form(read_file(file), name=file.name, rules=rules)
        found = database.run(lambda session: _read(session, form, settings))
        _show(language, found)
        if not found.changes:
            return
        if not yes and not typer.confirm(plain(language, "cli-form-confirm")):
            say(language, "cli-form-not-imported")
            return
        count = _take(database, form, settings, found, clock.now())
    say(language, "cli-form-imported", count=count)


def _take(
    database: Database, form: Form, settings: Settings, shown: FormRead, now: datetime
) -> int:
    """Takes what was shown. Raises CommandRefused where it is not that any more."""

    def take(session: Session) -> int:
        if _read(session, form, settings) != shown:
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


def _read(session: Session, form: Form, settings: Settings) -> FormRead:
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
    return read_form(form, _working(session, rows, settings))


def _rows(session: Session, report_id: int) -> ReportRows:
    rows = report_rows(session, report_id)
    if rows is None:
        raise LookupError(report_id)
    return rows


def _working(session: Session, rows: ReportRows, settings: Settings) -> WorkingReport:
    return working_report(session, rows, settings.office.time_zone)


def _show(language: str, found: FormRead) -> None:
    """What is wrong with the form, which ends the command, or what it would change."""
    if found.faults:
        say(language, "cli-form-faulty", count=len(found.faults))
        for fault in found.faults:
            console.print(fault_line(language, fault))
        raise typer.Exit(2)
    if found.collisions:
        numbers = numbers_shown(language, found.collisions)
        raise CommandRefused("form-collides", numbers=numbers)
    if not found.changes:
        say(language, "cli-form-nothing")
        return
    say(language, "cli-form-would-change", count=len(found.changes))
    for change in found.changes:
        console.print(change_line(language, change))
