"""What every step of the conversation about a report stands on: whose it is, and its one card."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dialog.asking import Purpose, purpose_of, ways_of_own_words
from dialog.cards import (
    correction,
    is_opening,
    page_wanted,
    preview,
    report_card,
    report_lines,
)
from dialog.evidence import files_kept, files_waiting, waiting_row
from dialog.held import held_returned, held_row, held_waits
from dialog.helping import helpers_card
from dialog.highlights import highlights_gone, new_highlights, tells_highlight
from dialog.layout import Rows, button, cut
from dialog.outcome import Note, Refused
from dialog.pasting import waiting_words
from dialog.placing import Question, Sight, sight_of
from dialog.press import Action, Press
from dialog.questions import question
from dialog.steps import Step, StepAsked, read_step, step_argument
from handlers.kept_files import kept_files, undecided
from handlers.marking import mark, says_why_not, unmark
from handlers.remembering import changes_waiting, forget_held, reasons_waiting
from models.chases import messages_of_chase
from models.conversations import (
    CORRECTION_REASON,
    PASTED,
    Conversation,
    come_back,
    conversation_of,
    let_go,
    remember_seen,
    texts_waiting,
)
from models.cycles import FILED_STATES, Entry, reports_of_units
from models.delivery import (
    Slot,
    packed,
    showing_of,
    slot_named,
    slots_in_chat,
    states_shown,
    unpacked,
)
from models.evidence import waiting_files
from models.filing import entry_in_report, is_writable, record_content
from models.pastes import waiting_paste
from models.together import as_helper_sees, as_read_by
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import moment_name, month_name, within
from vocabulary.errors import BaosongError, Locked, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import ChaseKind, EntrySource

CARD = "report"
"""The slot in which card, question and preview take turns: one message at a time asks."""

_STEPS = frozenset(step.value for step in Step)


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as it was typed. written_at: by Telegram's clock, in whole seconds.

    reply_to: the message that it replies to, where it does; reply_shown: what that says, if ours.
    """

    text: str
    message_id: int
    written_at: datetime
    reply_to: int | None = None
    reply_shown: str = ""


class ReportExempt(BaosongError):
    """The report is not wanted."""

    text_key = "report-exempt"


def own(work: Work, report_id: int) -> ReportRows:
    """The report, looked up now.

    Raises NotAllowed unless the person files for its unit, ReportExempt where it is not wanted.
    """
    rows = report_rows(work.session, report_id)
    if rows is None or rows.unit.id not in work.filing_unit_ids():
        raise NotAllowed
    return if_wanted(work, rows)


def if_wanted(work: Work, rows: ReportRows) -> ReportRows:
    """The report again. Raises ReportExempt where it is not wanted."""
    if rows.report.exempt:
        raise ReportExempt(
            unit=rows.unit.name,
            period=month_name(work.language, rows.cycle.period),
            reason=within(rows.report.exempt_reason),
            times=own_timetable(work, work.language, rows),
        )
    return rows


def open_to(work: Work, report_id: int) -> ReportRows:
    """The report, for somebody who may answer at least something in it.

    Raises as `own` does, unless the person was asked to help with it.
    """
    rows = report_rows(work.session, report_id)
    if rows is not None and _helps(work, rows) and not files(work, rows):
        return rows
    return own(work, report_id)


def own_entry(work: Work, entry_id: int) -> tuple[ReportRows, WorkingReport, ReportEntry]:
    """An entry that the person may see and answer now. Raises NotAllowed for any other.

    Stale where this measure is not asked any more.
    """
    found = entry_in_report(work.session, entry_id)
    if found is None:
        raise NotAllowed
    rows = open_to(work, found[1].id)
    if found[0].exempt:
        raise Stale
    report = working(work, rows)
    entry = next((e for e in report.entries if e.entry_id == entry_id), None)
    if entry is None:
        raise NotAllowed
    return rows, report, entry


def files(work: Work, rows: ReportRows) -> bool:
    """Whether the person files for the unit; else they were asked to help, at most."""
    return rows.unit.id in work.filing_unit_ids()


def _helps(work: Work, rows: ReportRows) -> bool:
    return any(helper.report_id == rows.report.id for helper in work.helps)


def working(work: Work, rows: ReportRows) -> WorkingReport:
    """The report as the person sees it now: a helper only what they were asked for.

    This is where it is decided what of a report somebody sees; cards, questions and what comes next
    are made from it.
    """
    report = whole(work, rows)
    if files(work, rows):
        return report
    return as_helper_sees(work.session, rows, report, work.writer.id)


def whole(work: Work, rows: ReportRows) -> WorkingReport:
    """All of the report, for who files it, and for the office that fills it in on their behalf."""
    zone = work.desk.zone
    report = working_report(work.session, rows, zone, limits=work.desk.limits)
    report = replace(report, is_overdue=work.now > report.due_at)
    return as_read_by(work.session, rows, report, work.writer, zone=zone, now=work.now)


def require_writable(work: Work, rows: ReportRows) -> None:
    """Raises Locked where the lock is why, else Stale."""
    if is_writable(rows.report):
        return
    if rows.report.state in FILED_STATES:
        require_unlocked(work, rows)
    raise Stale


def require_unlocked(work: Work, rows: ReportRows) -> None:
    if work.now >= rows.cycle.locks_at:
        raise Locked(locks=moment_name(work.language, work.local(rows.cycle.locks_at)))


def record(
    work: Work,
    rows: ReportRows,
    entry_id: int,
    content: EntryContent,
    *,
    skipped: bool = False,
    source: EntrySource = EntrySource.CHAT,
) -> None:
    row = work.session.get_one(Entry, entry_id)
    by_id = row.answered_by_id
    before = record_content(
        work.session,
        rows.report,
        row,
        content,
        work.writer,
        skipped=skipped,
        source=source,
        now=work.now,
    )
    work.note_overwritten(entry_id, before, content, by_id=by_id)
    work.touch(rows.report.id, entry_id)
    is_own = source is EntrySource.CHAT and rows.unit.id in work.filing_unit_ids()
    if is_own and content.text != before.text:
        _mark_what_is_told(work, rows, entry_id, before.text, content.text)


def _mark_what_is_told(work: Work, rows: ReportRows, entry_id: int, before: str, text: str) -> None:
    """亮点：… in the middle of a text stays there, and is marked for as long as it does."""
    gone = highlights_gone(before, text)
    if not (gone or tells_highlight(text)):
        return
    report = working(work, rows)
    if not report.has(entry_id):
        return
    entry = report.entry(entry_id)
    told = "\n".join(filter(None, (unmark(work, rows, entry, words) for words in gone)))
    for words in new_highlights(entry, before, text):
        if not says_why_not(work, [words]):
            mark(work, rows, entry, words, beside=told)
            told = ""
    if told:
        work.reply(Message(told))


# ── what is being asked ────────────────────────────────────────────────────────────────────────


def put_away(work: Work, rows: ReportRows) -> Conversation:
    """The person's conversation, at this report, with nothing asked; nothing is lost by it."""
    conversation = conversation_of(work.session, work.writer.id)
    leave_text(work, conversation, rows.report.id)
    if conversation.report_id != rows.report.id:
        _turn_to(work, conversation, rows.report.id)
        conversation.page = 0
    ask_nothing(conversation)
    return conversation


def _turn_to(work: Work, conversation: Conversation, report_id: int) -> None:
    """The person is at the report, however they came there: what has greeted them asks no more."""
    if conversation.report_id == report_id:
        return
    conversation.report_id = report_id
    for row in messages_of_chase(work.session, report_id, ChaseKind.REPORT_OUTSTANDING):
        is_theirs = row.chat_id == work.writer.user_id and row.message_id != work.tapped
        if is_theirs and row.message_id is not None and is_opening(unpacked(row.content)):
            work.take_buttons(row.message_id)


def ask_nothing(conversation: Conversation) -> None:
    conversation.entry_id, conversation.indicator_id, conversation.step = None, None, ""
    conversation.aside = ""
    _follows_on(conversation, None)
    _forget_place(conversation)


def open_question(conversation: Conversation) -> Question | None:
    return question_of(conversation.entry_id, conversation.step, conversation.indicator_id)


def question_of(entry_id: int | None, step: str, indicator_id: int | None) -> Question | None:
    """The question that is stored so; None where it is none of a measure's."""
    if entry_id is None or step not in _STEPS:
        return None
    return Question(entry_id, Step(step), indicator_id)


def is_asked_still(entry: ReportEntry, asked: Question) -> bool:
    """Whether the entry still calls for this question: something else may have settled it."""
    return read_step(entry, step_argument(asked.step, asked.indicator_id)) is not None


def question_before(conversation: Conversation) -> Question | None:
    return question_of(
        conversation.before_entry_id, conversation.before_step, conversation.before_indicator_id
    )


def held_place(conversation: Conversation) -> Question | None:
    """The question to which the text that is kept was written."""
    return question_of(
        conversation.held_entry_id, conversation.held_step, conversation.held_indicator_id
    )


def hold_place(conversation: Conversation, asked: Question) -> None:
    conversation.held_entry_id, conversation.held_step = asked.entry_id, asked.step.value
    conversation.held_indicator_id = asked.indicator_id


def hold_nowhere(conversation: Conversation) -> None:
    """The text that is kept was written to no question of its own."""
    conversation.held_entry_id, conversation.held_step = None, ""
    conversation.held_indicator_id = None


def keep_to(conversation: Conversation, report: WorkingReport) -> None:
    """Forgets questions about what the person may not see any more; a text that is kept stays."""
    if conversation.entry_id is not None and not report.has(conversation.entry_id):
        conversation.entry_id, conversation.indicator_id, conversation.step = None, None, ""
    if conversation.before_entry_id is not None and not report.has(conversation.before_entry_id):
        _follows_on(conversation, None)
    if conversation.held_entry_id is not None and not report.has(conversation.held_entry_id):
        hold_nowhere(conversation)


def leave_text(work: Work, conversation: Conversation, report_id: int) -> None:
    """On the way to another report: a text that waits was written for the one that is left."""
    if not conversation.held_text or conversation.report_id in {None, report_id}:
        return
    while conversation.held_text:
        for message in held_returned(work.language, conversation.held_text):
            work.reply(message)
        forget_held(work)
        let_go(conversation)


def _forget_place(conversation: Conversation) -> None:
    if not conversation.held_text:
        let_go(conversation)


def _follows_on(conversation: Conversation, before: Question | None) -> None:
    conversation.before_entry_id = before.entry_id if before else None
    conversation.before_step = before.step.value if before else ""
    conversation.before_indicator_id = before.indicator_id if before else None
    conversation.too_long = 0


def sight(work: Work, conversation: Conversation, typed: Typed) -> Sight:
    """Whether the person had before them what is being asked while they typed."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    shown = showing_of(work.session, slot, conversation.asked_version)
    return sight_of(shown, message_id=typed.message_id, written_at=typed.written_at)


def questions_seen(work: Work, typed: Typed) -> list[Question | None]:
    """What the newest card asked that stood above the text while it was typed.

    Several where it is in doubt which one that was, the newest first. None: it asked for no answer.
    """
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    found: list[Question | None] = []
    for shown, asks in states_shown(work.session, slot, before_message=typed.message_id):
        seen = sight_of(shown, message_id=typed.message_id, written_at=typed.written_at)
        if seen is Sight.UNSEEN:
            continue
        found.append(_question_in(asks))
        if seen is Sight.SEEN:
            break
    return list(dict.fromkeys(found))


def _named(asked: Question) -> str:
    return f"{asked.entry_id}|{asked.step.value}|{asked.indicator_id or ''}"


def _question_in(asks: str) -> Question | None:
    if not asks:
        return None
    entry_id, step, indicator_id = asks.split("|")
    return Question(int(entry_id), Step(step), int(indicator_id) if indicator_id else None)


# ── the card ───────────────────────────────────────────────────────────────────────────────────


class Shows(StrEnum):
    """What the card shows, where it is kept up to date while others write."""

    NOTHING = ""
    LIST = "list"
    PREVIEW = "preview"
    QUESTION = "question"


def show(
    work: Work,
    message: Message,
    line: str = "",
    *,
    again: bool = False,
    shows: Shows = Shows.NOTHING,
) -> None:
    """Sets the card, under a line about the answer before.

    again: it asks what it asked already, so what was written since then answers it.
    """
    conversation = conversation_of(work.session, work.writer.id)
    conversation.shows, conversation.active_at = shows.value, work.now
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    if work.tapped is not None and work.tapped != slot.message_id:
        work.take_buttons(work.tapped)  # a reminder, or a full text, that has led here
    asked = open_question(conversation) if shows is Shows.QUESTION else None
    asks = _named(asked) if asked else ""
    version = work.card(CARD, framed(work, conversation, message, line), asks=asks)
    if not again:
        conversation.asked_version = version


def framed(work: Work, conversation: Conversation, message: Message, line: str = "") -> Message:
    """The card with what stands above it, and the way back to a text that is kept."""
    if line:
        message = replace(message, html=f"{line}\n\n{message.html}")
    if conversation.shows in {Shows.LIST, Shows.PREVIEW} and conversation.report_id is not None:
        message = with_files_waiting(work, message, conversation.report_id)
        message = with_changes_waiting(work, message, conversation.report_id)
    if conversation.held_text and conversation.report_id is not None:
        if conversation.shows == Shows.LIST:
            report = working(work, open_to(work, conversation.report_id))
            message = replace(message, html=f"{held_line(work, report)}\n\n{message.html}")
        count = len(texts_waiting(conversation))
        back = held_row(work.language, conversation.report_id, count=count)
        message = replace(message, buttons=(*message.buttons, *back))
    if conversation.step != PASTED and conversation.report_id is not None:
        message = _with_way_to_pasted(work, message, conversation.report_id)
    return message


def with_files_waiting(work: Work, message: Message, report_id: int) -> Message:
    """The card with the person's files that have no measure yet, named, and the way to them."""
    waiting = waiting_files(work.session, work.writer.id, report_id)
    if not waiting:
        return message
    rows = open_to(work, report_id)
    report, stage = working(work, rows), _stage_of(rows)
    names = [one.name for one in undecided(report, waiting)]
    lines = [
        files_kept(
            work.language,
            one.entry.measure.number,
            [file.name for file in one.files],
            stage=stage,
        )
        for one in kept_files(report, waiting)
        if one.entry is not None
    ]
    are_kept = bool(lines)
    lines += filter(None, [files_waiting(work.language, names)])
    html = "\n".join(lines) + f"\n\n{message.html}"
    ways = waiting_row(work.language, report_id, names, are_kept=are_kept, stage=stage)
    return Message(html, (*message.buttons, *ways))


def _stage_of(rows: ReportRows) -> str:
    if rows.report.signing:
        return "signing"
    return "open" if is_writable(rows.report) else "filed"


def with_changes_waiting(work: Work, message: Message, report_id: int) -> Message:
    """The card with what waits to change the report, named, and the way to it."""
    rows = report_rows(work.session, report_id) if changes_waiting(work, report_id) else None
    if rows is None:
        return message
    html = "\n".join((*changes_named(work, rows, "change-waits"), "", message.html))
    back = button(work.language, "change-button-show", Press(Action.CORRECT, report_id))
    return Message(html, (*message.buttons, (back,)))


def changes_named(work: Work, rows: ReportRows, key: str, *, most: int = 0) -> list[str]:
    """A sentence on each change that waits. most: characters of its words, where not as usual."""
    report = working(work, rows)
    return [
        say(
            work.language,
            key,
            number=cut(report.entry(row.entry_id).measure.number, 12),
            words=cut(row.words, most or WAITING_WORDS),
        )
        for row in changes_waiting(work, rows.report.id)
        if row.entry_id is not None and report.has(row.entry_id)
    ]


def _with_way_to_pasted(work: Work, message: Message, report_id: int) -> Message:
    if waiting_paste(work.session, work.writer.id, report_id) is None:
        return message
    back = button(work.language, "pasted-button-show", Press(Action.PASTED_SHOW, report_id))
    return replace(message, buttons=(*message.buttons, (back,)))


def show_card(
    work: Work,
    report_id: int,
    page: int | None = None,
    *,
    line: str = "",
    extra: Rows = (),
) -> None:
    """The list of the measures. Whatever was being asked is put away.

    page: without one, that of the measure which the person comes from, else of the next that wants
    something. extra: further buttons, on top.
    """
    rows = open_to(work, report_id)
    before = conversation_of(work.session, work.writer.id)
    came_from = before.entry_id if before.report_id == report_id else None
    conversation = put_away(work, rows)
    if page is None:
        page = page_wanted(working(work, rows), came_from)
    conversation.page = page
    show(work, _on_top(extra, card_of(work, rows, page)), line, shows=Shows.LIST)


def card_of(work: Work, rows: ReportRows, page: int) -> Message:
    """The list as the person sees it."""
    if not files(work, rows):
        return _helpers_card(work, rows)
    locked = work.now >= rows.cycle.locks_at
    card = report_card(work.language, working(work, rows), page, locked=locked)
    return _with_way_to_reasons(work, rows, card)


def _with_way_to_reasons(work: Work, rows: ReportRows, message: Message) -> Message:
    """While the reader's reason for the correction waits beside a colleague's."""
    if not rows.report.correcting or not reasons_waiting(work, rows.report.id):
        return message
    back = button(work.language, "correction-button-reason", Press(Action.CORRECT, rows.report.id))
    return replace(message, buttons=(*message.buttons, (back,)))


def _helpers_card(work: Work, rows: ReportRows) -> Message:
    report = working(work, rows)
    refusable = [helper.id for helper in work.helps if helper.report_id == rows.report.id]
    lines = report_lines(work.language, report)
    if not is_writable(rows.report):
        return Message("\n".join(lines))
    return helpers_card(work.language, report, lines, refuse=refusable)


def show_preview(
    work: Work,
    rows: ReportRows,
    line: str = "",
    *,
    after: Question | None = None,
    extra: Rows = (),
    page: int = 0,
) -> None:
    """All is answered: what would be filed; to a helper their list, since they file nothing.

    extra: further buttons, on top. page: of what is hinted at.
    """
    if not files(work, rows):
        show_card(work, rows.report.id, line=line)
        _follows_on(conversation_of(work.session, work.writer.id), after)
        return
    _follows_on(put_away(work, rows), after)
    above = "\n".join(filter(None, (line, *waiting_lines(work, rows))))
    show(work, _on_top(extra, preview_of(work, rows, page=page)), above, shows=Shows.PREVIEW)


def preview_of(
    work: Work, rows: ReportRows, *, version: int | None = None, page: int = 0
) -> Message:
    """version: of the report, for which its button files."""
    report = working(work, rows)
    if version is not None:
        report = replace(report, version=version)
    message = preview(work.language, report, page, locked=work.now >= rows.cycle.locks_at)
    return _with_way_to_reasons(work, rows, message)


def held_line(work: Work, report: WorkingReport) -> str:
    """That texts wait for their place, each named; of one, of which measure where that is known."""
    conversation = conversation_of(work.session, work.writer.id)
    texts, place = texts_waiting(conversation), held_place(conversation)
    return held_waits(work.language, report, texts, most=WAITING_WORDS, place=place)


def waiting_lines(work: Work, rows: ReportRows) -> list[str]:
    """What of the person's words is not in the report yet, and is not filed with it."""
    report_id = rows.report.id
    conversation = conversation_of(work.session, work.writer.id)
    paste = waiting_paste(work.session, work.writer.id, report_id)
    lines = []
    if conversation.held_text and conversation.report_id == report_id:
        lines.append(held_line(work, working(work, rows)))
    if paste is not None:
        words = cut(waiting_words(paste.text), WAITING_WORDS)
        key = "pasted-edit-waits" if paste.given else "pasted-waits"
        lines.append(say(work.language, key, words=words))
    if rows.report.correcting and (reasons := reasons_waiting(work, report_id)):
        words = cut(" ".join(row.words for row in reasons), WAITING_WORDS)
        lines.append(say(work.language, "correction-reason-waits", words=words))
    return lines


WAITING_WORDS = 40  # characters by which what waits is known again


def ask(
    work: Work,
    report: WorkingReport,
    entry: ReportEntry,
    asked: StepAsked,
    notes: tuple[Note, ...] = (),
    *,
    line: str = "",
    after: Question | None = None,
    extra: Rows = (),
) -> None:
    """Asks one question, and remembers that it is asked and what it follows on.

    extra: further buttons, on top.
    """
    step, indicator_id = asked
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.entry_id != entry.entry_id and entry.writing:
        work.touch(report.report_id, entry.entry_id)  # who is at it already sees that there are two
    leave_text(work, conversation, report.report_id)
    _turn_to(work, conversation, report.report_id)
    conversation.entry_id = entry.entry_id
    conversation.step, conversation.indicator_id = step.value, indicator_id
    conversation.aside = ""
    _follows_on(conversation, after)
    _forget_place(conversation)
    remember_seen(conversation, entry.content)
    message = question(work.language, report, entry, step, indicator_id, notes=notes)
    show(work, _on_top(extra, message), line, shows=Shows.QUESTION)


def ask_again(
    work: Work,
    report: WorkingReport,
    asked: Question,
    notes: tuple[Note, ...] = (),
    *,
    line: str = "",
    extra: Rows = (),
) -> None:
    """The open question once more, with what to say first. extra: further buttons, on top."""
    entry = report.entry(asked.entry_id)
    message = question(work.language, report, entry, asked.step, asked.indicator_id, notes=notes)
    show(work, _on_top(extra, message), line, again=True, shows=Shows.QUESTION)


def _on_top(extra: Rows, message: Message) -> Message:
    others = (row for row in message.buttons if row not in extra)
    return replace(message, buttons=(*extra, *others))


def note(answer: Refused) -> Note:
    return Note(answer.text_key, answer.facts)


def card_version(work: Work) -> int:
    """How often the card has been set so far."""
    return slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD).version


def say_above(work: Work, words: str, *, since: int) -> None:
    """Plain words above the card, if it has been set since that version; else alone."""
    line_above(work, say(work.language, "preview-text", words=words), since=since)


def line_above(work: Work, line: str, *, since: int) -> None:
    """The same of a line as Telegram HTML."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    if slot.version == since:
        work.reply(Message(line))
        return
    shown = unpacked(slot.content)
    slot.content = packed(replace(shown, html=f"{line}\n\n{shown.html}"))


def reshow(work: Work, line: str) -> None:
    """Says it above the open question; where none is open, or it can be answered no more, alone."""
    if not show_open_question(work, line):
        work.reply(Message(line))


def return_to_question(work: Work) -> None:
    """Whatever was asked beside the report is settled: the question that waited is asked again."""
    if work.person is not None and come_back(work.session, work.writer.id):
        show_open_question(work)


def show_open_question(work: Work, line: str = "") -> bool:
    """The question once more, at the end of the chat; False where none can be answered.

    Where it is put aside, that is what is asked instead of it.
    """
    if (instead := _asked_instead(work)) is not None:
        shown = unpacked(instead.content)
        html = f"{line}\n\n{shown.html}" if line else shown.html
        work.card(instead.name, replace(shown, html=html))
        return True
    conversation = conversation_of(work.session, work.writer.id)
    asked, report_id = open_question(conversation), conversation.report_id
    rows = report_rows(work.session, report_id) if asked and report_id is not None else None
    if asks_for_reason(conversation):
        return _ask_for_reason_again(work, conversation, line)
    if asked is None or rows is None or not (files(work, rows) or _helps(work, rows)):
        return False
    report = working(work, rows)
    is_asked = any(entry.entry_id == asked.entry_id for entry in report.entries)
    if not is_asked or not is_writable(rows.report):
        return False
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    shown = unpacked(slot.content) if slot.content else Message("")
    version = report.entry(asked.entry_id).version
    ways = ways_of_own_words(shown, asked.entry_id, version)
    ask_again(work, report, asked, line=line, extra=ways)
    return True


def _asked_instead(work: Work) -> Slot | None:
    """What asks while the card of the report is put aside; None where that itself may ask."""
    slots = slots_in_chat(work.session, work.desk.bot_id, work.writer.user_id)
    shown = [(slot, unpacked(slot.content)) for slot in slots]
    if not any(slot.name == CARD and message.put_aside for slot, message in shown):
        return None
    asking = [slot for slot, message in shown if purpose_of(message) is Purpose.ASKS]
    return next((slot for slot in asking if not unpacked(slot.content).put_aside), None)


def asks_for_reason(conversation: Conversation, rows: ReportRows | None = None) -> bool:
    """Whether it is asked why a report is to be corrected. rows: only this one."""
    is_it = rows is None or conversation.report_id == rows.report.id
    return conversation.step == CORRECTION_REASON and is_it


def reason_left(work: Work) -> str:
    """A line that no correction was opened, where the person goes while its reason is asked."""
    conversation = conversation_of(work.session, work.writer.id)
    rows = report_rows(work.session, conversation.report_id or 0)
    is_left = rows is not None and asks_for_reason(conversation) and not is_writable(rows.report)
    return say(work.language, "correction-left") if is_left else ""


def _ask_for_reason_again(work: Work, conversation: Conversation, line: str) -> bool:
    """False where nothing can be corrected any more."""
    rows = report_rows(work.session, conversation.report_id or 0)
    if rows is None or not is_correctable(work, rows):
        return False
    above = "\n".join(filter(None, (line, *changes_named(work, rows, "change-waits-for-reason"))))
    show(work, correction(work.language, working(work, rows)), above, again=True)
    return True


def is_correctable(work: Work, rows: ReportRows) -> bool:
    """Whether the person may open a correction of what is filed."""
    is_filed = rows.report.state in FILED_STATES and not is_writable(rows.report)
    is_free = is_filed and not (rows.report.signing or rows.report.exempt)
    return is_free and files(work, rows) and work.now < rows.cycle.locks_at


def only_report(work: Work, conversation: Conversation) -> int | None:
    """The report that can be written, where there is just one."""
    found = reports_at_hand(work, conversation)
    return found[0].report.id if len(found) == 1 else None


def month_meant(work: Work, report_id: int) -> int:
    """The report that words without a month are of: the newest open one, where it is locked."""
    rows = report_rows(work.session, report_id)
    known = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    open_now = [report.id for report, _ in known if is_writable(report)]
    if rows is None or not open_now or rows.report.signing or is_writable(rows.report):
        return report_id
    return report_id if work.now < rows.cycle.locks_at else open_now[-1]


def reports_at_hand(work: Work, conversation: Conversation) -> list[ReportRows]:
    """Those that can be written, the one that was looked at last in front; else that one alone."""
    known = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    ids = [conversation.report_id] if conversation.report_id is not None else []
    ids += [report.id for report, _ in known] + [helper.report_id for helper in work.helps]
    found = [open_to(work, report_id) for report_id in dict.fromkeys(ids)]
    return [rows for rows in found if is_writable(rows.report)] or found[:1]
