"""A message was edited: the answer that it gave is given anew, by the same rules."""

import re
from dataclasses import replace

from dialog.cards import correction
from dialog.changes import change_lines
from dialog.edits import (
    Edited,
    Given,
    Moved,
    Overtaken,
    edited,
    moved,
    saying_instead,
    told_instead,
)
from dialog.layout import Rows, cut
from dialog.measure_numbers import named_entry
from dialog.not_due import may_count, not_due_named, told_not_due
from dialog.outcome import SHORT_LIMIT, Accepted, Refused
from dialog.pasting import parts_of
from dialog.placing import WORDS, Question
from dialog.press import Press
from dialog.questions import answered
from dialog.steps import Step, is_complete, step_to_ask
from dialog.words import cleaned
from handlers.answering import offered_instead
from handlers.at_report import (
    CARD,
    Shows,
    Typed,
    ask,
    ask_again,
    asks_for_reason,
    changes_named,
    is_asked_still,
    open_question,
    own,
    own_entry,
    put_away,
    record,
    require_unlocked,
    reshow,
    show,
    show_card,
    show_preview,
    working,
)
from handlers.colliding import is_a_colleagues
from handlers.holding import ask_place_again, hold_against, return_to_held
from handlers.remembering import (
    OF_HIGHLIGHT,
    changed_by_reply,
    changes_waiting,
    follow_righted,
    given_by,
    remember_answer,
)
from models.conversations import CORRECTION_REASON, conversation_of, rewrite_text
from models.filing import is_writable
from models.pastes import waiting_paste
from models.views import ReportRows
from models.work import Work
from models.written import (
    BY_ONE_MESSAGE,
    Written,
    WrittenAs,
    hold_change,
    packed_content,
    settle_change,
    written,
)
from texts import plain, say
from vocabulary.errors import Stale
from vocabulary.report import EntryContent, ReportEntry, WorkingReport

# ── a message is edited ────────────────────────────────────────────────────────────────────────


def take_edit(work: Work, typed: Typed, *, of_file: bool = False) -> None:
    """What the message says now counts where it was an answer; else it is said why not.

    of_file: the message brought a file, which may be what was changed; that is not to be seen.
    """
    if (changed := changed_by_reply(work, typed.message_id)) is not None:
        typed = replace(typed, message_id=changed, text=saying_instead(typed.text))
    row = written(work.session, work.writer.id, typed.message_id)
    if row is None:
        is_command = typed.text.startswith("/")
        reshow(work, say(work.language, "edit-of-command" if is_command else "edit-of-nothing"))
    elif says_command(typed.text):
        reshow(work, say(work.language, "edit-into-command", said=typed.text.strip()))
    elif row.kind is WrittenAs.HELD:
        _edit_held(work, row, typed.text)
    elif row.kind in BY_ONE_MESSAGE:
        _edit_answer(work, row, typed.text, of_file=of_file)
    else:
        reshow(work, say(work.language, f"edit-of-{row.kind}"))


def says_command(text: str) -> bool:
    return _COMMAND.fullmatch(text.strip()) is not None


_COMMAND = re.compile(r"/[A-Za-z_]{1,32}(?:@\w+)?")


def _edit_held(work: Work, row: Written, text: str) -> None:
    """The text waits on, as it reads now."""
    conversation = conversation_of(work.session, work.writer.id)
    said = cleaned(told_instead(text) or text)
    if not said:
        reshow(work, say(work.language, "answer-empty"))
        return
    if row.words and row.step == OF_HIGHLIGHT:
        row.words = said
        work.say("highlight-which", words=cut(said, SHORT_LIMIT))
        return
    if not row.words or not rewrite_text(conversation, row.words, said):
        reshow(work, say(work.language, "edit-of-nothing"))
        return
    row.words = said
    if not ask_place_again(work, said):
        reshow(work, say(work.language, "edit-of-held", words=cut(said, 240)))


def _edit_answer(work: Work, row: Written, text: str, *, of_file: bool) -> None:
    rows, report, entry = own_entry(work, row.entry_id or 0)
    result = _reread(report, entry, row, text)
    words = told_instead(text) or text
    later = None if may_count(words) else not_due_named(report, words)
    if later is not None and not parts_of(report, words):
        told = told_not_due(work.language, report, later, words)
        reshow(work, say(work.language, told.text_key, **told.facts))
        return
    if isinstance(result, Moved):
        _move(work, rows, entry, row, result, text=words)
        return
    if isinstance(result, Overtaken) and _stands_against(work, rows, entry, row, words):
        return
    if not isinstance(result, Edited):
        _refuse(work, rows, entry, row, result, text=words)
        return
    if is_writable(rows.report):
        _store(work, rows, entry, row, result)
    if result.content == entry.content:
        settle_change(row)
        key = "edit-of-file" if of_file else "edit-changes-nothing"
        reshow(work, say(work.language, key, number=entry.measure.number))
    elif is_writable(rows.report):
        _show_changed(work, rows, entry, result)
    else:
        _wait_for_reason(work, rows, row, text)


def _refuse(
    work: Work,
    rows: ReportRows,
    entry: ReportEntry,
    row: Written,
    result: Refused | Overtaken,
    *,
    text: str,
) -> None:
    """Why not; at the question that is open, with what the words may mean instead."""
    asked = Question(entry.entry_id, Step(row.step), row.indicator_id)
    is_open = open_question(conversation_of(work.session, work.writer.id)) == asked
    offer: Rows = ()
    if is_open and isinstance(result, Refused) and is_writable(rows.report):
        as_typed = Typed(text, row.message_id, work.now)
        offer = offered_instead(work, entry, asked, result, as_typed)
    if offer or (row.words and is_writable(rows.report)):  # it is asked still what the words mean
        row.words = cleaned(text)
    line = _refusal(work, entry, row, result)
    if offer:
        ask_again(work, working(work, rows), asked, line=line, extra=offer)
    else:
        reshow(work, line)


def _stands_against(
    work: Work, rows: ReportRows, entry: ReportEntry, row: Written, text: str
) -> bool:
    """Whether a colleague has answered it anew; then both are kept, and the editor chooses."""
    if not is_writable(rows.report) or not is_a_colleagues(work, entry) or not cleaned(text):
        return False
    asked = Question(entry.entry_id, Step(row.step), row.indicator_id)
    hold_against(work, rows, asked, text, message_id=row.message_id)
    return True


def _move(
    work: Work, rows: ReportRows, entry: ReportEntry, row: Written, result: Moved, *, text: str
) -> None:
    """18 … was edited to 19 …: the words go to 19, and 18 says again what it said before."""
    asked = result.given.question
    if not is_writable(rows.report):
        _wait_for_reason(work, rows, row, text)
        return
    if is_a_colleagues(work, result.to) and result.to.content.text != result.given.after.text:
        words = _words_named(working(work, rows), text)
        hold_against(work, rows, asked, words, message_id=row.message_id)
        record(work, rows, entry.entry_id, result.left)
        return
    _store_move(work, rows, entry, row, result)
    reshow_report(work, rows, working(work, rows), _moved_lines(work, entry, result))


def _words_named(report: WorkingReport, text: str) -> str:
    named = named_entry(report, text)
    return named.words if named else text


def _store_move(
    work: Work, rows: ReportRows, entry: ReportEntry, row: Written, result: Moved
) -> None:
    if result.left != entry.content:
        record(work, rows, entry.entry_id, result.left)
    record(work, rows, result.to.entry_id, result.given.after)
    remember_answer(work, [row.message_id], result.given, numbered=True)


def _moved_lines(work: Work, entry: ReportEntry, result: Moved) -> str:
    """Where the words are now, and what stands where they were."""
    numbers = {
        "number": cut(entry.measure.number, 12),
        "to": cut(result.to.measure.number, 12),
    }
    now = replace(result.to, content=result.given.after)
    return "\n".join(
        (
            say(work.language, "edit-moved", **numbers),
            *change_lines(work.language, entry.measure, entry.content, result.left),
            answered(work.language, replace(entry, content=result.left)),
            answered(work.language, now, result.notes),
        )
    )


def _reread(
    report: WorkingReport, entry: ReportEntry, row: Written, text: str
) -> Edited | Moved | Refused | Overtaken:
    """By the same rules; where it began with a number, another number names another measure."""
    given, words = given_by(row), told_instead(text) or text
    named = named_entry(report, words) if row.numbered else None
    if named is not None and named.words and named.entry.entry_id != entry.entry_id:
        return moved(entry, given, named.entry, named.words)
    if not row.numbered and (other := names_another(report, entry, given, words)):
        return Refused("edit-names-another", {"to": cut(other, 12)})
    return edited(entry, given, text)


def names_another(report: WorkingReport, entry: ReportEntry, given: Given, text: str) -> str | None:
    """The number of another measure whose words it holds now, and did not before."""
    if given.question.step not in {*WORDS, Step.STATUS}:
        return None

    def others(words: str) -> list[str]:
        number = entry.measure.number
        parts = parts_of(report, words, answering=number, asked=number)
        return [one.number for one in parts if one.entry_id not in {None, entry.entry_id}]

    now = others(text)
    return now[0] if now and not others(given.after.text) else None


def _refusal(work: Work, entry: ReportEntry, row: Written, result: Refused | Overtaken) -> str:
    facts = {
        "number": cut(entry.measure.number, 12),
        "step": plain(work.language, f"step-{row.step}"),
    }
    if isinstance(result, Overtaken):
        return say(work.language, "edit-overtaken", **facts)
    first = say(work.language, "edit-refused", **facts)
    return f"{first}\n{say(work.language, result.text_key, **result.facts)}"


def _store(work: Work, rows: ReportRows, entry: ReportEntry, row: Written, result: Edited) -> None:
    if result.content != entry.content:
        record(work, rows, entry.entry_id, result.content)
    answer = Accepted(result.content, result.notes)
    follow_righted(work, entry.entry_id, answer, entry.content)
    row.content_before = packed_content(result.given.before)
    row.content_after = packed_content(result.given.after)
    settle_change(row)


def _show_changed(work: Work, rows: ReportRows, entry: ReportEntry, result: Edited) -> None:
    """What the edit has changed, above what was being asked."""
    report = working(work, rows)
    now = report.entry(entry.entry_id)
    line = _changed_lines(work, entry, result.content, "edit-taken")
    is_told = is_complete(now) and not result.notes
    if not is_told or result.content.figures != entry.content.figures:
        line = f"{line}\n{answered(work.language, now, result.notes)}"
    reshow_report(work, rows, report, line)


def reshow_report(work: Work, rows: ReportRows, report: WorkingReport, line: str) -> None:
    """What was being asked, below the line; another question where that is settled by now."""
    conversation = conversation_of(work.session, work.writer.id)
    asked = open_question(conversation)
    if conversation.report_id != report.report_id or (asked is None and conversation.step):
        reshow(work, line)
    elif asked is None:
        show_preview(work, rows, line)
    elif not is_asked_still(entry := report.entry(asked.entry_id), asked):
        ask(work, report, entry, step_to_ask(entry), line=line)
    else:
        ask_again(work, report, asked, line=line)


def _changed_lines(work: Work, entry: ReportEntry, content: EntryContent, key: str) -> str:
    """The heading `key`, and each thing that differs."""
    lines = change_lines(work.language, entry.measure, entry.content, content)
    return "\n".join((say(work.language, key, number=cut(entry.measure.number, 12)), *lines))


# ── a message of what is filed already ─────────────────────────────────────────────────────────


def _wait_for_reason(work: Work, rows: ReportRows, row: Written, text: str) -> None:
    """The new words wait until the person has said why: then the correction holds them."""
    hold_change(row, text, now=work.now)
    ask_reason(work, rows)


def ask_correction_reason(work: Work, press: Press) -> None:
    """[更正], where nothing else waits for it."""
    rows = own(work, press.target)
    if is_writable(rows.report):
        show_card(work, rows.report.id)
        return
    ask_why_corrected(work, rows)


def ask_why_corrected(work: Work, rows: ReportRows, line: str = "") -> None:
    """As `ask_reason`, and a receipt that the card shows is left as it is."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.shows != Shows.LIST and not asks_for_reason(conversation):
        work.leave(CARD)
    ask_reason(work, rows, line)


def ask_reason(work: Work, rows: ReportRows, line: str = "") -> None:
    """Why the filed report is corrected, below all that waits for it. line: what stands above.

    What lies before its leader is not filed: it has to be taken back first, and all of it waits.
    """
    if rows.report.signing:
        _ask_to_take_back(work, rows)
        return
    require_unlocked(work, rows)
    if rows.report.exempt:
        raise Stale
    put_away(work, rows).step = CORRECTION_REASON
    changes = changes_waiting(work, rows.report.id)
    told = [_told_change(work, rows, row) for row in changes[-_SHOWN:]]
    if more := len(changes) - len(told):
        told.insert(0, say(work.language, "change-more", count=more))
    above = "\n".join(filter(None, (line, *told)))
    show(work, correction(work.language, working(work, rows)), above)


def _ask_to_take_back(work: Work, rows: ReportRows) -> None:
    paste = waiting_paste(work.session, work.writer.id, rows.report.id)
    is_kept = bool(changes_waiting(work, rows.report.id)) or paste is not None
    lines = [say(work.language, "signing-first")]
    lines += [say(work.language, "signing-kept")] if is_kept else []
    put_away(work, rows)
    show_card(work, rows.report.id, line="\n".join(lines))


_SHOWN = 5
"""Changes that are shown in full where the reason is asked; the newest."""


def _told_change(work: Work, rows: ReportRows, row: Written) -> str:
    """What it would change, as things stand now."""
    report = working(work, rows)
    entry = report.entry(row.entry_id or 0)
    result = _reread(report, entry, row, row.words)
    if isinstance(result, Moved):
        line = say(work.language, "edit-opens-correction", number=cut(entry.measure.number, 12))
        return f"{line}\n{_moved_lines(work, entry, result)}"
    if isinstance(result, Edited):
        return _changed_lines(work, entry, result.content, "edit-opens-correction")
    return _refusal(work, entry, row, result)


def call_off(work: Work, rows: ReportRows) -> str:
    """What waits for the reason is given up: a line on each, with its words."""
    lines = changes_named(work, rows, "change-dropped", most=_GIVEN_BACK)
    for row in changes_waiting(work, rows.report.id):
        settle_change(row)
    return "\n".join(lines)


_GIVEN_BACK = 240  # characters of words that stand in the chat above, as they were typed


def takes_what_waited(work: Work, rows: ReportRows) -> bool:
    """The report can be written: what was edited is in it already. False where nothing waited."""
    lines = [
        _take_change(work, rows, row)
        for row in changes_waiting(work, rows.report.id)
        if working(work, rows).has(row.entry_id or 0)
    ]
    if lines:
        show_preview(work, rows, "\n".join(lines))
        return True
    return return_to_held(work, rows)


def _take_change(work: Work, rows: ReportRows, row: Written) -> str:
    """A line on what it has changed, or on why it can change nothing, with its words."""
    report = working(work, rows)
    entry = report.entry(row.entry_id or 0)
    result, words = _reread(report, entry, row, row.words), row.words
    settle_change(row)
    if isinstance(result, Moved):
        _store_move(work, rows, entry, row, result)
        return _moved_lines(work, entry, result)
    if isinstance(result, Edited):
        _store(work, rows, entry, row, result)
        return _changed_lines(work, entry, result.content, "change-taken")
    number = cut(entry.measure.number, 12)
    dropped = say(work.language, "change-dropped", number=number, words=cut(words, _GIVEN_BACK))
    return f"{_refusal(work, entry, row, result)}\n{dropped}"
