"""The form in Excel by chat: handed out, sent back, shown whole, and taken by a tap.

A unit's liaison fills in their own; a coordinator that of a unit which cannot use Telegram (代报).
Nothing of it is taken without a tap on what was shown. What was changed in the report since the
form was made is shown beside what the form says, and only replaced by a tap of its own.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter
from telegram import Update

from dialog.form import (
    Form,
    FormChange,
    FormCompared,
    FormFault,
    FormHeld,
    FormOf,
    compare_form,
    open_form,
)
from dialog.form_words import AGAIN, EVERY, change_line, conflict_lines, fault_line, numbers_shown
from dialog.layout import Rows, button, shown_length
from dialog.months_told import month_named
from dialog.press import Action, Press
from handlers import on_behalf
from handlers.at_report import own, record, require_writable, show_preview, whole
from handlers.context import Context, for_members
from handlers.filing import FORM_CARD
from handlers.office import known_unit
from handlers.remembering import remember_unwritten
from handlers.secrecy import hold_file
from models.cycles import Entry, Report, report_of_month, reports_of_units
from models.delivery import Document, DocumentKind
from models.filing import is_writable
from models.offices import Unit, unit_named
from models.uploads import Upload, UploadKind, UploadState, keep_upload, waiting_upload
from models.views import ReportRows, report_rows
from models.work import Work
from reports.form import fingerprint
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import listed, month_name, period_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import EntrySource

MOST_LINES = 20
"""Faults or changes that one message lists; the rest is counted."""

ROOM_ALONE, ROOM_BESIDE = 3_600, 1_800
"""Characters of one message for what it lists, alone and beside another list."""


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

    against: likewise, where the entry was changed after the form was made; else empty.
    """

    entry_id: int
    before: str
    content: EntryContent
    against: str = ""


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
        await context.unit(_show, form, name, sha256)


def _refuse(_work: Work, error: BaosongError) -> None:
    raise error


def _show(work: Work, form: Form, name: str, sha256: str) -> None:
    rows = _rows_of(work, form.of)
    _require_open(work, rows)
    found = compare_form(form, whole(work, rows))
    is_offered = bool(found.changes or found.colliding)
    upload = Upload(
        office_id=rows.office.id,
        person_id=work.writer.id,
        kind=UploadKind.FORM,
        state=UploadState.WAITING if is_offered else UploadState.REFUSED,
        file_name=name,
        sha256=sha256,
        reading=_TAKEN.dump_json(_to_take(found)).decode(),
        received_at=work.now,
    )
    keep_upload(work.session, upload)
    if is_offered:
        _offer(work, rows, upload, found.changes, found.colliding)
    elif found.faults:
        work.card(FORM_CARD, Message(_timed(work, rows, _faulty(work, rows, found.faults))))
    elif rows.unit.id not in work.filing_unit_ids():
        on_behalf.show(work, rows, line=say(work.language, "cli-form-nothing"))
    else:
        nothing = say(work.language, "cli-form-nothing")
        work.card(FORM_CARD, Message(_timed(work, rows, nothing)))


def _offer(
    work: Work,
    rows: ReportRows,
    upload: Upload,
    changes: Sequence[FormChange],
    colliding: Sequence[FormChange],
) -> None:
    """What would change, and apart from that what was changed since; then with a new form."""
    language = work.language
    parts = [_conflicts(work, rows, colliding)] if colliding else []
    if changes:
        lines = [change_line(language, change) for change in changes]
        parts.append(
            _listed(work, rows, "form-offered-rest", lines, room=ROOM_BESIDE)
            if colliding
            else _listed(work, rows, "form-offered", lines)
        )
    buttons = _ways(language, upload, len(changes), len(colliding))
    work.card(FORM_CARD, Message(_timed(work, rows, "\n".join(parts)), buttons))
    if colliding:
        _hand_out(work, rows)


def _to_take(found: FormCompared) -> tuple[_Taken, ...]:
    return (
        *(_Taken(c.entry.entry_id, fingerprint(c.entry.content), c.content) for c in found.changes),
        *(
            _Taken(c.entry.entry_id, "", c.content, against=fingerprint(c.entry.content))
            for c in found.colliding
        ),
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


def _conflicts(work: Work, rows: ReportRows, colliding: Sequence[FormChange]) -> str:
    month = month_name(work.language, rows.cycle.period)
    head = say(
        work.language, "form-conflicts", unit=rows.unit.name, month=month, count=len(colliding)
    )
    blocks = ["\n".join(conflict_lines(work.language, change)) for change in colliding]
    return "\n".join([head, *_fitting(work.language, blocks)])


def _fitting(language: str, blocks: Sequence[str], *, room: int = ROOM_BESIDE) -> list[str]:
    """Those for which the message has room; the others are counted."""
    shown: list[str] = []
    for block in blocks[:MOST_LINES]:
        if shown and shown_length("\n".join((*shown, block))) > room:
            break
        shown.append(block)
    more = len(blocks) - len(shown)
    return [*shown, *([say(language, "form-more", count=more)] if more else [])]


def _listed(
    work: Work, rows: ReportRows, key: str, lines: Sequence[str], *, room: int = ROOM_ALONE
) -> str:
    """key: of the head."""
    language = work.language
    month = month_name(language, rows.cycle.period)
    head = say(language, key, unit=rows.unit.name, month=month, count=len(lines))
    escaped = [say(language, "form-lines", lines=line) for line in lines]
    return "\n".join([head, *_fitting(language, escaped, room=room)])


def _timed(work: Work, rows: ReportRows, html: str) -> str:
    """With when the report is due."""
    return f"{html}\n{own_timetable(work, work.language, rows)}"


def _ways(language: str, upload: Upload, free: int, colliding: int) -> Rows:
    load, every = Press(Action.FORM_LOAD, upload.id), Press(Action.FORM_LOAD, upload.id, EVERY)
    take = []
    if free and colliding:
        take.append(button(language, "form-button-load-rest", load, count=free))
    elif free:
        take.append(button(language, "form-button-load", load))
    if colliding:
        take.append(button(language, "form-button-load-all", every, count=free + colliding))
    drop = button(language, "form-button-drop", Press(Action.FORM_DROP, upload.id))
    return ((*take, drop),) if not colliding else (*((one,) for one in take), (drop,))


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def load_form(work: Work, press: Press) -> None:
    """Takes what was shown; where an entry is not as it was then, or on wish, it is shown anew."""
    upload = _waiting(work, press)
    taken = _TAKEN.validate_json(upload.reading)
    rows = _rows_with(work, taken)
    require_writable(work, rows)
    report = whole(work, rows)
    taken = tuple(one for one in taken if one.entry_id not in report.exempt_ids)
    if press.argument == AGAIN or any(
        _stands(report, one) != (one.against or one.before) for one in taken
    ):
        _offer_anew(work, rows, upload, report, taken)
        return
    kept = () if press.argument == EVERY else tuple(one for one in taken if one.against)
    taken = tuple(one for one in taken if one not in kept)
    if not taken:
        raise Stale
    is_own = rows.unit.id in work.filing_unit_ids()
    for one in taken:
        source = EntrySource.WORKBOOK if is_own else EntrySource.ON_BEHALF
        record(work, rows, one.entry_id, one.content, source=source)
    was = {one.entry_id: report.entry(one.entry_id).content for one in taken}
    stored = ((one.entry_id, was[one.entry_id], one.content) for one in taken)
    remember_unwritten(work, rows.report.id, stored)
    _settle(work, upload, UploadState.LOADED)
    key = "form-taken" if is_own else "form-taken-on-behalf"
    done = say(work.language, key, unit=rows.unit.name, count=len(taken))
    if kept:
        numbers = tuple(report.entry(one.entry_id).measure.number for one in kept)
        left = say(work.language, "form-kept", numbers=numbers_shown(work.language, numbers))
        done = f"{done}\n{left}"
    if is_own:
        work.card(FORM_CARD, Message(_timed(work, rows, done)))
        show_preview(work, rows)
    else:
        on_behalf.show(work, rows, line=done)


def _stands(report: WorkingReport, one: _Taken) -> str:
    return fingerprint(report.entry(one.entry_id).content)


def _offer_anew(
    work: Work,
    rows: ReportRows,
    upload: Upload,
    report: WorkingReport,
    taken: Sequence[_Taken],
) -> None:
    """Something was changed since it was shown: the form waits on, beside what stands now."""
    waiting = tuple(_laid_beside(report, one) for one in taken)
    upload.reading = _TAKEN.dump_json(waiting).decode()
    changes = [(one, FormChange(report.entry(one.entry_id), one.content)) for one in waiting]
    free = [change for one, change in changes if not one.against]
    _offer(work, rows, upload, free, [change for one, change in changes if one.against])


def _laid_beside(report: WorkingReport, one: _Taken) -> _Taken:
    now = _stands(report, one)
    return replace(one, against="" if now == one.before else now)


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
