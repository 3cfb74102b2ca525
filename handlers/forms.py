"""The form in Excel by chat: handed out, sent back, shown whole, and taken by a tap.

A unit's liaison fills in their own; a coordinator that of a unit which cannot use Telegram (代报).
Nothing of it is taken without a tap on what was shown. A form that would overwrite what was changed
since it was made is refused, with what that is, by whom, and a button that sends a new one.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlmodel import Session
from telegram import Update

from dialog.form import FormChange, FormFault, read_form
from dialog.form_pages import Form, FormHeld, FormOf, open_form
from dialog.form_words import change_line, fault_line, outdated_lines
from dialog.layout import button, shown_length
from dialog.months_told import month_named
from dialog.press import SHOW_AGAIN, Action, Press
from handlers import on_behalf
from handlers.at_report import own, record, require_writable, show_preview, whole
from handlers.context import Context, for_members
from handlers.office import known_unit
from handlers.one_asks import FORM_CARD
from handlers.remembering import remember_unwritten
from handlers.secrecy import hold_file
from models.cycles import Entry, Report, report_of_month, reports_of_units
from models.delivery import Document, DocumentKind
from models.filing import is_writable
from models.offices import Unit, unit_named
from models.people import Person
from models.together import who_answered
from models.uploads import (
    Upload,
    UploadKind,
    UploadState,
    forms_loaded,
    keep_upload,
    waiting_upload,
)
from models.views import ReportRows, report_rows
from models.work import Work
from reports.form import fingerprint
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import listed, moment_name, month_name, period_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import EntryContent
from vocabulary.terms import EntrySource

MOST_LINES = 20
"""Faults or changes that one message lists; the rest is counted."""

ROOM = 3_600
"""Characters of one message for what it lists."""


class NoFormOpen(BaosongError):
    """No report of the unit can be filled in now. why: as in FormOfClosed, or none where none is.

    by: office, or the unit itself.
    """

    text_key = "form-none-open"


class FormNotOwn(BaosongError):
    """The form of a unit for which the person does not report."""

    text_key = "form-not-own"


class FormOfClosed(BaosongError):
    """The form is of a report that takes no answers now.

    why: filed, exempt, signing or locked. by: office, or the unit itself.
    """

    text_key = "form-of-closed"


class FormOfAnother(BaosongError):
    """The form is of a unit, or of a report, that is not this person's."""

    text_key = "form-of-another"


@dataclass(frozen=True, slots=True)
class _Taken:
    """What waits for the tap. before: fingerprint of the entry as it stood when it was shown.

    made_at: when the form was made; by it the same form is known when it comes again.
    """

    entry_id: int
    before: str
    content: EntryContent
    made_at: datetime | None = None


_TAKEN = TypeAdapter(tuple[_Taken, ...])


# ── handing it out ─────────────────────────────────────────────────────────────────────────────


@for_members
async def on_form(_update: Update, context: Context) -> None:
    """/form, and for the office /form UNIT."""
    await context.unit(hand_out_form, context.args or [])


def hand_out_form(work: Work, words: Sequence[str]) -> None:
    """That of the person's own units, or of the one named. The last word may be a month.

    Only a coordinator may name another unit.
    """
    period = month_named(words[-1], work.local(work.now).date()) if words else None
    name = " ".join(words[:-1] if period else words)
    if work.is_coordinator() and name:
        unit_ids = [known_unit(work, name).id]
    else:
        unit_ids = work.filing_unit_ids()
        if not unit_ids and not work.is_coordinator():
            raise NotAllowed
        if name:
            unit_ids = [_own_unit(work, unit_ids, name)]
    reports = reports_of_units(work.session, unit_ids, now=work.now)
    open_now = [
        report
        for report, cycle in reports
        if is_writable(report) and period in {None, cycle.period}
    ]
    if not open_now:
        raise NoFormOpen(
            unit=name or "none",
            month=period_name(work.language, period) if period else "none",
            why=_why_none(work, report_of_month(work.session, unit_ids, period)),
            by=_by(work, unit_ids),
        )
    for report in open_now:
        rows = report_rows(work.session, report.id)
        if rows is not None:
            _hand_out(work, rows)


def _why_none(work: Work, report: Report | None) -> str:
    rows = report_rows(work.session, report.id) if report is not None else None
    return _why_closed(work, rows) if rows is not None else "none"


def _why_closed(work: Work, rows: ReportRows) -> str:
    """Why the report takes no answers now."""
    if rows.report.exempt:
        return "exempt"
    if work.now >= rows.cycle.locks_at:
        return "locked"
    return "signing" if rows.report.signing else "filed"


def _by(work: Work, unit_ids: Collection[int]) -> str:
    """Who asks: the office, or somebody who reports for one of the units."""
    return "unit" if set(unit_ids) & set(work.filing_unit_ids()) else "office"


def _own_unit(work: Work, unit_ids: Sequence[int], name: str) -> int:
    """Which of them is called so. Raises FormNotOwn."""
    unit = unit_named(work.session, work.desk.office_id, name)
    if unit is None or unit.id not in unit_ids:
        own = listed(work.language, (work.session.get_one(Unit, one).name for one in unit_ids))
        raise FormNotOwn(name=name, units=own)
    return unit.id


def hand_out_by_tap(work: Work, press: Press) -> None:
    rows = own(work, press.target)
    require_writable(work, rows)
    _hand_out(work, rows)


def hand_out_on_behalf(work: Work, press: Press) -> None:
    """To the office, for a unit that it fills in for."""
    rows = on_behalf.of_office(work, press.target)
    require_writable(work, rows)
    _hand_out(work, rows)


def _hand_out(work: Work, rows: ReportRows) -> None:
    document = Document(
        office_id=rows.office.id,
        kind=DocumentKind.FORM,
        report_id=rows.report.id,
        language=work.language,
        as_of=work.now,
    )
    month = month_name(work.language, rows.cycle.period)
    caption = say(
        work.language,
        "form-caption",
        unit=rows.unit.name,
        month=month,
        times=own_timetable(work, work.language, rows),
    )
    work.hand_out(work.writer.user_id, document, caption)


# ── it comes back ──────────────────────────────────────────────────────────────────────────────


async def take_form(context: Context, data: bytes, name: str) -> None:
    """Reads a form off the loop and shows what it would change, or every fault of it."""
    doors = context.doors
    try:
        form = await asyncio.to_thread(open_form, data, name=name, rules=doors.secrecy)
    except FormHeld as held:
        await context.unit(hold_file, context.incoming, held)
    except BaosongError as error:
        await context.unit(_refuse, error)
    else:
        sha256 = await asyncio.to_thread(doors.files.keep, data)
        await context.unit(show_form, form, name, sha256)


def _refuse(_work: Work, error: BaosongError) -> None:
    raise error


def show_form(work: Work, form: Form, name: str, sha256: str) -> None:
    """sha256: of the file, in the store."""
    rows = _rows_of(work, form.of)
    _require_open(work, rows)
    made_at = form.of.made_at
    found = read_form(
        form, whole(work, rows), brought=brought_by(work.session, rows.office.id, made_at)
    )
    upload = Upload(
        office_id=rows.office.id,
        person_id=work.writer.id,
        kind=UploadKind.FORM,
        state=UploadState.WAITING if found.changes else UploadState.REFUSED,
        file_name=name,
        sha256=sha256,
        reading=_TAKEN.dump_json(_to_take(found.changes, made_at)).decode(),
        received_at=work.now,
    )
    keep_upload(work.session, upload)
    if found.outdated:
        _show_outdated(work, rows, found.outdated, made_at)
    elif found.changes:
        _offer(work, rows, upload, found.changes)
    elif found.faults:
        work.card(FORM_CARD, Message(_timed(work, rows, _faulty(work, rows, found.faults))))
    elif rows.unit.id not in work.filing_unit_ids():
        on_behalf.show(work, rows, line=say(work.language, "cli-form-nothing"))
    else:
        nothing = say(work.language, "cli-form-nothing")
        work.card(FORM_CARD, Message(_timed(work, rows, nothing)))


def brought_by(session: Session, office_id: int, made_at: datetime | None) -> dict[int, str]:
    """By entry, the fingerprint of what the form that was made then said when it was last taken."""
    if made_at is None:
        return {}
    before = forms_loaded(session, office_id, since=made_at)
    taken = (one for upload in before for one in _TAKEN.validate_json(upload.reading))
    return {one.entry_id: fingerprint(one.content) for one in taken if one.made_at == made_at}


def _offer(work: Work, rows: ReportRows, upload: Upload, changes: Sequence[FormChange]) -> None:
    language = work.language
    lines = [change_line(language, change) for change in changes]
    buttons = (
        button(language, "form-button-load", Press(Action.FORM_LOAD, upload.id)),
        button(language, "form-button-drop", Press(Action.FORM_DROP, upload.id)),
    )
    told = _listed(work, rows, "form-offered", lines)
    shown = _timed(work, rows, "\n".join([told, *_other_month(work, rows)]))
    work.card(FORM_CARD, Message(shown, (buttons,)))


def _other_month(work: Work, rows: ReportRows) -> list[str]:
    """Where another month of the unit is open too: which one the form is of, and which not."""
    of_unit = reports_of_units(work.session, [rows.unit.id], now=work.now)
    others = [
        month_name(work.language, cycle.period)
        for report, cycle in of_unit
        if is_writable(report) and report.id != rows.report.id
    ]
    month = month_name(work.language, rows.cycle.period)
    other = listed(work.language, others)
    return [say(work.language, "form-other-month", month=month, other=other)] if others else []


def _show_outdated(
    work: Work, rows: ReportRows, outdated: Sequence[FormChange], made_at: datetime | None
) -> None:
    """An older version: what was changed since and by whom, beside what the form says."""
    language = work.language
    head = say(
        language,
        "form-outdated",
        unit=rows.unit.name,
        month=month_name(language, rows.cycle.period),
        made=moment_name(language, work.local(made_at)) if made_at else "none",
        count=len(outdated),
    )
    zone, now = work.desk.zone, work.now
    named = with_whose(work.session, rows, outdated, reader=work.writer, zone=zone, now=now)
    blocks = ["\n".join(outdated_lines(language, change)) for change in named]
    html = _timed(work, rows, "\n".join([head, *_fitting(language, blocks)]))
    is_own = rows.unit.id in work.filing_unit_ids()
    press = Press(Action.FORM if is_own else Action.BEHALF_FORM, rows.report.id)
    work.card(FORM_CARD, Message(html, ((button(language, "form-button-newest", press),),)))


def with_whose(
    session: Session,
    rows: ReportRows,
    changes: Sequence[FormChange],
    *,
    reader: Person | None,
    zone: ZoneInfo,
    now: datetime,
) -> tuple[FormChange, ...]:
    """With who has changed the entry since, be it the reader."""
    return tuple(
        replace(
            one,
            entry=replace(
                one.entry,
                answered=who_answered(session, rows, one.entry, reader=reader, zone=zone, now=now),
            ),
        )
        for one in changes
    )


def _to_take(changes: Sequence[FormChange], made_at: datetime | None) -> tuple[_Taken, ...]:
    return tuple(
        _Taken(c.entry.entry_id, fingerprint(c.entry.content), c.content, made_at) for c in changes
    )


def _rows_of(work: Work, of: FormOf) -> ReportRows:
    """The report that the form is of. Raises FormOfAnother unless the person may fill it in."""
    rows = report_rows(work.session, of.report_id)
    if rows is None or (rows.unit.name, rows.cycle.period) != (of.unit, of.period):
        raise FormOfAnother(unit=of.unit, period=period_name(work.language, of.period))
    if not _may_fill(work, rows):
        raise FormOfAnother(unit=of.unit, period=period_name(work.language, of.period))
    return rows


def _require_open(work: Work, rows: ReportRows) -> None:
    """Raises FormOfClosed: it may be the form of a month that has long been filed."""
    if is_writable(rows.report):
        return
    raise FormOfClosed(
        unit=rows.unit.name,
        period=month_name(work.language, rows.cycle.period),
        why=_why_closed(work, rows),
        by=_by(work, [rows.unit.id]),
        times=own_timetable(work, work.language, rows),
    )


def _may_fill(work: Work, rows: ReportRows) -> bool:
    is_office = work.is_coordinator() and rows.office.id == work.desk.office_id
    return is_office or rows.unit.id in work.filing_unit_ids()


def _faulty(work: Work, rows: ReportRows, faults: Sequence[FormFault]) -> str:
    return _listed(work, rows, "form-faulty", [fault_line(work.language, one) for one in faults])


def _fitting(language: str, blocks: Sequence[str]) -> list[str]:
    """Those for which the message has room; the others are counted."""
    shown: list[str] = []
    for block in blocks[:MOST_LINES]:
        if shown and shown_length("\n".join((*shown, block))) > ROOM:
            break
        shown.append(block)
    more = len(blocks) - len(shown)
    return [*shown, *([say(language, "form-more", count=more)] if more else [])]


def _listed(work: Work, rows: ReportRows, key: str, lines: Sequence[str]) -> str:
    """key: of the head."""
    language = work.language
    month = month_name(language, rows.cycle.period)
    head = say(language, key, unit=rows.unit.name, month=month, count=len(lines))
    escaped = [say(language, "form-lines", lines=line) for line in lines]
    return "\n".join([head, *_fitting(language, escaped)])


def _timed(work: Work, rows: ReportRows, html: str) -> str:
    """With when the report is due."""
    return f"{html}\n{own_timetable(work, work.language, rows)}"


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def load_form(work: Work, press: Press) -> None:
    """Takes what was shown, or on wish shows it anew; what is outdated by now is refused."""
    upload = _waiting(work, press)
    taken = _TAKEN.validate_json(upload.reading)
    rows = _rows_with(work, taken)
    require_writable(work, rows)
    report = whole(work, rows)
    taken = tuple(one for one in taken if one.entry_id not in report.exempt_ids)
    if not taken:
        raise Stale
    changes = {one: FormChange(report.entry(one.entry_id), one.content) for one in taken}
    outdated = [c for one, c in changes.items() if fingerprint(c.entry.content) != one.before]
    if outdated:
        _settle(work, upload, UploadState.REFUSED)
        _show_outdated(work, rows, outdated, taken[0].made_at)
        return
    if press.argument == SHOW_AGAIN:
        _offer(work, rows, upload, list(changes.values()))
        return
    is_own = rows.unit.id in work.filing_unit_ids()
    for one in taken:
        source = EntrySource.WORKBOOK if is_own else EntrySource.ON_BEHALF
        record(work, rows, one.entry_id, one.content, source=source)
    stored = ((c.entry.entry_id, c.entry.content, c.content) for c in changes.values())
    remember_unwritten(work, rows.report.id, stored)
    _settle(work, upload, UploadState.LOADED)
    key = "form-taken" if is_own else "form-taken-on-behalf"
    done = say(work.language, key, unit=rows.unit.name, count=len(taken))
    if is_own:
        work.card(FORM_CARD, Message(_timed(work, rows, done)))
        show_preview(work, rows)
    else:
        on_behalf.show(work, rows, line=done)


def drop_form(work: Work, press: Press) -> None:
    upload = _waiting(work, press)
    rows = _rows_with(work, _TAKEN.validate_json(upload.reading))
    _settle(work, upload, UploadState.DROPPED)
    dropped = say(work.language, "cli-form-not-imported")
    work.card(FORM_CARD, Message(_timed(work, rows, dropped)))


def _waiting(work: Work, press: Press) -> Upload:
    """Raises Stale where it waits no more, NotAllowed where somebody else sent it."""
    upload = waiting_upload(work.session, work.desk.office_id, press.target)
    if upload is None or upload.kind is not UploadKind.FORM:
        raise Stale
    if upload.person_id != work.writer.id:
        raise NotAllowed
    return upload


def _rows_with(work: Work, taken: Sequence[_Taken]) -> ReportRows:
    entry = work.session.get(Entry, taken[0].entry_id)
    rows = report_rows(work.session, entry.report_id) if entry else None
    if rows is None or not _may_fill(work, rows):
        raise NotAllowed
    return rows


def _settle(work: Work, upload: Upload, state: UploadState) -> None:
    upload.state, upload.settled_at = state, work.now
