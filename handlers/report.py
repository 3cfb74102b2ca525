"""The conversation about a report: its card, its questions, the preview, filing, correcting."""

from dataclasses import replace

from telegram import Update

from dialog.answers import (
    Accepted,
    Note,
    Refused,
    all_same_as_last,
    as_filed,
    cleaned,
    read_reason,
    tapped,
    typed,
)
from dialog.cards import (
    correction,
    full_text,
    preview,
    receipt,
    report_card,
    report_choice,
    same_all,
)
from dialog.checks import faults
from dialog.press import Action, Press
from dialog.questions import answered, question
from dialog.steps import (
    Step,
    StepAsked,
    next_entry,
    next_step,
    previous_step,
    read_step,
    step_to_ask,
)
from handlers.context import Context, for_filers
from models.chases import messages_asking
from models.conversations import Conversation, conversation_of
from models.cycles import (
    FILED_STATES,
    Entry,
    newest_report_of_units,
    newest_revision,
    reports_of_units,
)
from models.delivery import Document, DocumentKind
from models.filing import (
    entry_in_report,
    file_report,
    filed_content,
    is_writable,
    next_receipt,
    next_revision_number,
    open_correction,
    record_content,
)
from models.views import (
    ReportRows,
    report_rows,
    report_to_file,
    working_report,
    writing_state,
)
from models.work import Work
from scheduler.notices import tell_filed_again, tell_filed_late
from scheduler.settled import mark_settled
from texts import plain, say
from texts.wording import moment_name, month_name
from vocabulary.errors import Locked, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import EntryContent, FiledEntry, ReportEntry, WorkingReport

CARD = "report"
"""The slot in which card, question and preview take turns: one message at a time asks."""

CORRECTION_REASON = "correction_reason"
"""The conversation's step while the reason for a correction is asked."""


@for_filers
async def on_report(_update: Update, context: Context) -> None:
    """/report."""
    await context.unit(show_open_report)


def show_open_report(work: Work) -> None:
    """The card of the open report, a choice where several are open, else the newest filed one."""
    reports = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    unfinished = [report for report, _ in reports if report.state not in FILED_STATES]
    if len(unfinished) > 1:
        choices = [_working(work, _own(work, report.id)) for report in unfinished]
        work.card(CARD, report_choice(work.language, choices))
        return
    newest = newest_report_of_units(work.session, work.filing_unit_ids())
    shown = unfinished[0] if unfinished else newest
    if shown is None:
        work.say("report-none")
    else:
        show_card(work, shown.id)


# ── taps on a report ───────────────────────────────────────────────────────────────────────────


def open_card(work: Work, press: Press) -> None:
    show_card(work, press.target)


def turn_page(work: Work, press: Press) -> None:
    show_card(work, press.target, int(press.argument) if press.argument.isdecimal() else 0)


def show_card(work: Work, report_id: int, page: int | None = None) -> None:
    """The list of the measures. Whatever was being asked is put away; nothing is lost by it."""
    rows = _own(work, report_id)
    conversation = _conversation(work, rows)
    if page is not None:
        conversation.page = page
    locked = work.now >= rows.cycle.locks_at
    report = _working(work, rows)
    work.card(CARD, report_card(work.language, report, conversation.page, locked=locked))


def show_same_all(work: Work, press: Press) -> None:
    report = _working(work, _own(work, press.target))
    work.card(CARD, same_all(work.language, report))


def take_same_all(work: Work, press: Press) -> None:
    """Takes last month over for every entry that nobody has begun; only what was shown."""
    rows = _own(work, press.target)
    report = _working(work, rows)
    if press.version != report.version:
        work.toast = plain(work.language, "report-changed-meanwhile")
        show_same_all(work, press)
        return
    for entry_id, content in all_same_as_last(report).items():
        _record(work, rows, entry_id, content)
    _preview(work, rows)


def show_preview(work: Work, press: Press) -> None:
    _preview(work, _own(work, press.target))


def _preview(work: Work, rows: ReportRows, before: str = "") -> None:
    _conversation(work, rows)
    _show(work, preview(work.language, _working(work, rows)), before)


def show_full_text(work: Work, press: Press) -> None:
    """Everything as it stands, in messages of their own; the last one leads back."""
    for message in full_text(work.language, _working(work, _own(work, press.target))):
        work.reply(message)


def file_confirmed(work: Work, press: Press) -> None:
    """Files what the preview showed; if anything has changed since, it is shown again instead."""
    rows = _own(work, press.target)
    report = _working(work, rows)
    if not is_writable(rows.report):
        work.toast = plain(work.language, "report-filed-already")
        _show_filed(work, rows)
        return
    if press.version != report.version or faults(report):
        work.toast = plain(work.language, "report-changed-meanwhile")
        _preview(work, rows)
        return
    _conversation(work, rows)
    filed = report_to_file(
        work.session,
        rows,
        work.writer,
        tuple(FiledEntry(entry.measure, as_filed(entry)) for entry in report.entries),
        revision=next_revision_number(work.session, rows.report),
        receipt=next_receipt(work.session, rows.report, rows.cycle),
        reason=rows.report.correction_reason,
        filed_at=work.local(work.now),
    )
    asking = messages_asking(work.session, rows.report.id)
    revision = file_report(work.session, rows.report, filed, work.writer, now=work.now)
    locked = work.now >= rows.cycle.locks_at
    work.card(CARD, receipt(work.language, filed, report_id=rows.report.id, locked=locked))
    draft = Document(
        office_id=rows.office.id,
        kind=DocumentKind.DRAFT,
        revision_id=revision.id,
        language=work.desk.language,
        as_of=work.now,
    )
    caption = say(
        work.language,
        "report-draft-caption",
        unit=rows.unit.name,
        month=month_name(work.language, rows.cycle.period),
        revision=str(filed.revision),
    )
    work.hand_out(work.writer.user_id, draft, caption)
    if filed.revision > 1:
        tell_filed_again(work, filed)
    elif work.now > rows.cycle.due_at:
        tell_filed_late(work, filed)
    mark_settled(work, rows.report, asking)


def _show_filed(work: Work, rows: ReportRows) -> None:
    """The receipt to whoever filed it, since a second tap must not hide it; else the card."""
    newest = newest_revision(work.session, rows.report.id)
    if newest is None or newest.filed_by_id != work.writer.id:
        show_card(work, rows.report.id)
        return
    locked = work.now >= rows.cycle.locks_at
    filed = filed_content(newest)
    work.card(CARD, receipt(work.language, filed, report_id=rows.report.id, locked=locked))


def ask_correction_reason(work: Work, press: Press) -> None:
    rows = _own(work, press.target)
    if is_writable(rows.report):
        show_card(work, rows.report.id)
        return
    _require_unlocked(work, rows)
    _conversation(work, rows).step = CORRECTION_REASON
    work.card(CARD, correction(work.language, _working(work, rows)))


# ── taps on an entry ───────────────────────────────────────────────────────────────────────────


def show_entry(work: Work, press: Press) -> None:
    """Jumps to the entry, at the step that the button names, or where it stopped."""
    rows, report, entry = _own_entry(work, press.target)
    if is_writable(rows.report):
        _ask(work, report, entry, read_step(entry, press.argument) or step_to_ask(entry))
    else:
        show_card(work, rows.report.id)


def answer_by_tap(work: Work, press: Press) -> None:
    """A button of a question gives an answer: it is stored before the next question is asked."""
    rows, report, entry = _own_entry(work, press.target)
    _require_writable(work, rows)
    answer = tapped(entry, press)
    if answer is None:
        raise Stale
    if isinstance(answer, Refused):
        _ask(work, report, entry, step_to_ask(entry), (_note(answer),))
    else:
        _accept(work, rows, report, entry, answer)


def rechoose_status(work: Work, press: Press) -> None:
    rows, report, entry = _own_entry(work, press.target)
    _require_writable(work, rows)
    _ask(work, report, entry, (Step.STATUS, None))


def keep_answer(work: Work, press: Press) -> None:
    """The step's answer stays as it is: on to what comes after it."""
    rows, report, entry = _own_entry(work, press.target)
    _require_writable(work, rows)
    _go_on(work, rows, report, entry)


def skip_entry(work: Work, press: Press) -> None:
    rows, _, entry = _own_entry(work, press.target)
    _require_writable(work, rows)
    _record(work, rows, entry.entry_id, entry.content, skipped=True)
    report = _working(work, rows)
    upcoming = next_entry(report, after=entry.entry_id)
    if upcoming is None or upcoming.entry_id == entry.entry_id:
        show_card(work, report.report_id)
    else:
        _ask(work, report, upcoming, step_to_ask(upcoming))


def back_to_previous(work: Work, press: Press) -> None:
    rows, report, entry = _own_entry(work, press.target)
    _require_writable(work, rows)
    asked = read_step(entry, press.argument) or step_to_ask(entry)
    before = previous_step(report, entry.entry_id, *asked)
    if before is None:
        show_card(work, report.report_id)
    else:
        _ask(work, report, before[0], before[1:])


# ── what a person types ────────────────────────────────────────────────────────────────────────


def answer_by_text(work: Work, conversation: Conversation, text: str) -> None:
    """The answer to what the person is being asked."""
    if conversation.step == CORRECTION_REASON and conversation.report_id is not None:
        _begin_correction(work, conversation.report_id, text)
    elif conversation.entry_id is not None and conversation.step in _STEPS:
        _answer_question(work, conversation, conversation.entry_id, text)
    elif not _jump_to_number(work, conversation, text):
        work.say("report-nothing-asked")
        show_open_report(work)


_STEPS = frozenset(step.value for step in Step)


def _begin_correction(work: Work, report_id: int, text: str) -> None:
    rows = _own(work, report_id)
    _require_unlocked(work, rows)
    reason = read_reason(text)
    if isinstance(reason, Refused):
        before = say(work.language, reason.text_key, **reason.facts)
        _show(work, correction(work.language, _working(work, rows)), before)
        return
    open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
    show_card(work, rows.report.id)


def _answer_question(work: Work, conversation: Conversation, entry_id: int, text: str) -> None:
    rows, report, entry = _own_entry(work, entry_id)
    _require_writable(work, rows)
    step, indicator_id = Step(conversation.step), conversation.indicator_id
    answer = typed(entry, step, indicator_id, text)
    if isinstance(answer, Refused):
        _ask(work, report, entry, (step, indicator_id), (_note(answer),))
    else:
        _accept(work, rows, report, entry, answer)


def _jump_to_number(work: Work, conversation: Conversation, text: str) -> bool:
    """With nothing asked, a measure's number typed leads to that measure."""
    if conversation.report_id is None:
        return False
    report = _working(work, _own(work, conversation.report_id))
    for entry in report.entries:
        if entry.measure.number == cleaned(text):
            show_entry(work, Press(Action.ENTRY, entry.entry_id))
            return True
    return False


# ── the steps they share ───────────────────────────────────────────────────────────────────────


def _own(work: Work, report_id: int) -> ReportRows:
    """The report, looked up now. Raises NotAllowed unless the person files for its unit."""
    rows = report_rows(work.session, report_id)
    if rows is None or rows.unit.id not in work.filing_unit_ids():
        raise NotAllowed
    return rows


def _own_entry(work: Work, entry_id: int) -> tuple[ReportRows, WorkingReport, ReportEntry]:
    found = entry_in_report(work.session, entry_id)
    if found is None:
        raise NotAllowed
    rows = _own(work, found[1].id)
    report = _working(work, rows)
    return rows, report, report.entry(entry_id)


def _working(work: Work, rows: ReportRows) -> WorkingReport:
    return working_report(work.session, rows, work.desk.zone)


def _require_writable(work: Work, rows: ReportRows) -> None:
    """Raises Locked where the lock is why, else Stale."""
    if is_writable(rows.report):
        return
    if rows.report.state in FILED_STATES:
        _require_unlocked(work, rows)
    raise Stale


def _require_unlocked(work: Work, rows: ReportRows) -> None:
    if work.now >= rows.cycle.locks_at:
        raise Locked(locks=moment_name(work.language, work.local(rows.cycle.locks_at)))


def _conversation(work: Work, rows: ReportRows) -> Conversation:
    """The person's conversation, at this report, with nothing asked."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.report_id != rows.report.id:
        conversation.report_id, conversation.page = rows.report.id, 0
    conversation.entry_id, conversation.indicator_id, conversation.step = None, None, ""
    return conversation


def _record(
    work: Work, rows: ReportRows, entry_id: int, content: EntryContent, *, skipped: bool = False
) -> None:
    record_content(
        work.session,
        rows.report,
        work.session.get_one(Entry, entry_id),
        content,
        work.writer,
        skipped=skipped,
        now=work.now,
    )


def _accept(
    work: Work, rows: ReportRows, report: WorkingReport, entry: ReportEntry, answer: Accepted
) -> None:
    """Stores the answer, and goes on with the report as it has become."""
    _record(work, rows, entry.entry_id, answer.content)
    answered_entry = replace(entry, content=answer.content, skipped=False)
    changed = replace(
        report,
        version=rows.report.version,
        state=writing_state(rows.report),
        entries=tuple(answered_entry if e is entry else e for e in report.entries),
    )
    _go_on(work, rows, changed, answered_entry, answer.notes)


def _go_on(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    entry: ReportEntry,
    notes: tuple[Note, ...] = (),
) -> None:
    """Asks what the entry still lacks, else what the report still lacks, else shows the preview."""
    step = next_step(entry.measure, entry.content)
    if step is not None:
        _ask(work, report, entry, step, notes)
        return
    saved = answered(work.language, entry, notes)
    upcoming = next_entry(report, after=entry.entry_id)
    if upcoming is None:
        _preview(work, rows, saved)
    else:
        _ask(work, report, upcoming, step_to_ask(upcoming), before=saved)


def _ask(
    work: Work,
    report: WorkingReport,
    entry: ReportEntry,
    asked: StepAsked,
    notes: tuple[Note, ...] = (),
    *,
    before: str = "",
) -> None:
    """Asks one question, and remembers that it is asked."""
    step, indicator_id = asked
    conversation = conversation_of(work.session, work.writer.id)
    conversation.report_id, conversation.entry_id = report.report_id, entry.entry_id
    conversation.step, conversation.indicator_id = step.value, indicator_id
    _show(work, question(work.language, report, entry, step, indicator_id, notes=notes), before)


def _show(work: Work, message: Message, before: str) -> None:
    """The card, under a line about the answer before."""
    work.card(CARD, replace(message, html=f"{before}\n\n{message.html}") if before else message)


def _note(answer: Refused) -> Note:
    return Note(answer.text_key, answer.facts)
