"""Taps below a text that waits: where it belongs, or that it is not kept."""

from dialog.answers import added, typed
from dialog.edits import Given
from dialog.file_wishes import number_of_words
from dialog.held import OTHER_MONTH, mark_of, righted_by_adding
from dialog.measure_numbers import entry_spoken_of, named_entry
from dialog.outcome import Refused
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, is_answered, is_complete, step_to_ask
from handlers.accepting import accept
from handlers.at_report import (
    Typed,
    ask_again,
    held_place,
    hold_nowhere,
    hold_place,
    keep_to,
    note,
    open_question,
    open_to,
    reports_at_hand,
    require_writable,
    show_card,
    working,
)
from handlers.colliding import is_a_colleagues
from handlers.holding import ask_place, months_named, of_words, places, store_addition
from handlers.remembering import (
    forget_held,
    held_behind,
    held_messages,
    hold_behind,
    newest_held,
    remember_placed,
)
from models.conversations import PASTED, Conversation, conversation_of, let_go, part_text
from models.evidence import waiting_files
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.errors import Stale
from vocabulary.report import ReportEntry


def show_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    ask_place(work, conversation, rows)


def add_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    if _reads_otherwise_by_now(work, press, conversation, rows):
        return
    before, _ = places(work, conversation, working(work, rows))
    text = conversation.held_text
    if before is None or press.argument not in {"", str(before.entry_id)}:
        raise Stale
    require_writable(work, rows)
    entry = working(work, rows).entry(before.entry_id)
    if before.step is Step.FIGURE and _stands_of_colleague(work, entry, before):
        hold_place(conversation, before)
        ask_place(work, conversation, rows)
        return
    righted = righted_by_adding(entry, before, text)
    answer = righted or added(entry, before.step, before.indicator_id, text)
    if isinstance(answer, Refused):
        ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(before, entry.content, answer.content, is_more=True))
    let_go(conversation)
    store_addition(work, conversation, rows, before, answer)


def answer_with_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    if _reads_otherwise_by_now(work, press, conversation, rows):
        return
    report, text = working(work, rows), conversation.held_text
    before, now = places(work, conversation, report)
    is_chosen = before is None and (now is None or months_named(work, conversation, text))
    if is_chosen and press.argument.isdecimal():
        _put_to(work, conversation, rows, int(press.argument))
        return
    if now is None or press.argument not in {"", str(now.entry_id)}:
        raise Stale
    require_writable(work, rows)
    entry = report.entry(now.entry_id)
    if _stands_of_colleague(work, entry, now):
        hold_place(conversation, now)
        ask_place(work, conversation, rows)
        return
    answer = typed(entry, now.step, now.indicator_id, text)
    if isinstance(answer, Refused):
        ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(now, entry.content, answer.content))
    let_go(conversation)
    accept(work, rows, report, now, answer)


def _stands_of_colleague(work: Work, entry: ReportEntry, asked: Question) -> bool:
    """Whether a colleague has answered it, and would not see that their answer goes."""
    is_theirs = is_a_colleagues(work, entry)
    return is_theirs and is_answered(entry.content, asked.step, asked.indicator_id)


def _put_to(work: Work, conversation: Conversation, rows: ReportRows, entry_id: int) -> None:
    """The text of which nothing was known is of this measure: its answer, or more of its words."""
    report = working(work, rows)
    if not report.has(entry_id):
        raise Stale
    entry, text = report.entry(entry_id), conversation.held_text
    is_more = is_complete(entry)
    asked = of_words(entry) if is_more else Question(entry_id, *step_to_ask(entry))
    if not is_writable(rows.report) or (is_a_colleagues(work, entry) and entry.content.text):
        hold_place(conversation, asked)
        ask_place(work, conversation, rows)
        return
    answer = (added if is_more else typed)(entry, asked.step, asked.indicator_id, text)
    if isinstance(answer, Refused):
        ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(asked, entry.content, answer.content, is_more=is_more))
    let_go(conversation)
    accept(work, rows, report, asked, answer)


def puts_where_said(work: Work, conversation: Conversation, written: Typed) -> bool:
    """这个是20的, 放到20项: the text that waits is of that measure. False for any other words.

    Not where a file came last that has no measure yet: then that is meant.
    """
    number = number_of_words(written.text)
    if not (number and conversation.held_text) or conversation.report_id is None:
        return False
    if conversation.step == PASTED or _file_came_last(work, conversation.report_id):
        return False
    rows = open_to(work, conversation.report_id)
    report = working(work, rows)
    keep_to(conversation, report)
    named, place = report.numbered(number), held_place(conversation)
    if named is None:
        return False
    if place is not None and place.entry_id == named.entry_id:
        ask_place(work, conversation, rows)
        return True
    hold_nowhere(conversation)
    _put_to(work, conversation, rows, named.entry_id)
    return True


def _file_came_last(work: Work, report_id: int) -> bool:
    files = waiting_files(work.session, work.writer.id, report_id)
    newest = max((one.message_id or 0 for one in files), default=0)
    return newest > newest_held(work)


def drop_held(work: Work, press: Press) -> None:
    """The person does not want it kept."""
    conversation, rows = _held(work, press)
    if _reads_otherwise_by_now(work, press, conversation, rows):
        return
    forget_held(work)
    let_go(conversation)
    now, line = open_question(conversation), say(work.language, "held-dropped")
    if now is None:
        show_card(work, rows.report.id, line=line)
    else:
        ask_again(work, working(work, rows), now, line=line)


def part_held(work: Work, press: Press) -> None:
    """Each message that waits is asked about by itself, the first one now.

    Beside a colleague's words stands the first one alone.
    """
    conversation, rows = _held(work, press)
    said = held_messages(work)
    if len(said) > 1:
        part_text(conversation, said, keeps_place=not is_writable(rows.report))
    ask_place(work, conversation, rows)


def _reads_otherwise_by_now(
    work: Work, press: Press, conversation: Conversation, rows: ReportRows
) -> bool:
    """More has come since the button was shown, it was edited, or another one waits by now.

    It is asked about as it is.
    """
    if press.version in {0, mark_of(conversation.held_text)}:
        return False
    ask_place(work, conversation, rows)
    return True


def _held(work: Work, press: Press) -> tuple[Conversation, ReportRows]:
    """Raises Stale when no text waits for its place in that report."""
    rows = open_to(work, press.target)
    conversation = conversation_of(work.session, work.writer.id)
    if press.argument == OTHER_MONTH and _may_be_of(work, conversation, rows):
        told_of = entry_spoken_of(working(work, rows), conversation.held_text)
        conversation.report_id, conversation.entry_id = rows.report.id, None
        conversation.before_entry_id = None
        hold_behind(work, of_words(told_of) if told_of else None)
    if press.action is Action.HELD_ANSWER and _tells_of(work, conversation, rows, press.argument):
        conversation.report_id = rows.report.id
    keep_to(conversation, working(work, rows))
    if not conversation.held_text or conversation.report_id != rows.report.id:
        raise Stale
    return conversation, rows


def _may_be_of(work: Work, conversation: Conversation, rows: ReportRows) -> bool:
    """Whether the text that waits, with no place yet, may be of this report as well."""
    at_hand = {one.report.id for one in reports_at_hand(work, conversation)}
    is_placed = held_place(conversation) or open_question(conversation)
    return bool(conversation.held_text) and rows.report.id in at_hand and not is_placed


def _tells_of(work: Work, conversation: Conversation, rows: ReportRows, entry_id: str) -> bool:
    """Whether the text that waits, with no place yet, names that measure of the report."""
    if not conversation.held_text or held_behind(work) or held_place(conversation):
        return False
    named = named_entry(working(work, rows), conversation.held_text)
    return named is not None and str(named.entry.entry_id) == entry_id
