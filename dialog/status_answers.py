"""The status: chosen, or told before the words."""

from dataclasses import replace

from dialog.completion import keep_text, no_progress_told
from dialog.no_answers import without_words
from dialog.outcome import (
    SHORT_LIMIT,
    TEXT_LIMIT,
    Accepted,
    Answer,
    Note,
    appended,
    too_long,
    with_notes,
)
from dialog.trouble import names_cause
from dialog.words import (
    NEXT_STEP_LABEL,
    apart_from_step,
    may_be_done_in_part,
    reason_of_no_progress,
    status_before_text,
)
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import TROUBLED, EntryStatus, ProblemTurn


def chose_status(entry: ReportEntry, status: EntryStatus) -> Accepted:
    """Everything else stays, the mark 本月无进展 too: no progress and 滞后 go together well.

    A problem that was told before any status stands, whatever that is. A next step without one is
    asked of a measure in trouble only; of another one it is told in the text, so that it is filed.
    Neither is told anew where the problem of a month before is spoken of still.
    """
    content = with_status(entry.content, status)
    is_first = entry.content.status is None and not _is_spoken_of(entry)
    if not is_first or status in TROUBLED or not (content.problem or content.next_step):
        return Accepted(content)
    if content.problem:
        return Accepted(replace(content, problem_stands=True), (Note("answer-problem-stands"),))
    text = with_labels(content.text, next_step=content.next_step)
    if len(text) > TEXT_LIMIT:
        return Accepted(content)
    moved = replace(content, text=text, next_step="")
    return Accepted(moved, (Note("answer-next-step-in-text"),))


def _is_spoken_of(entry: ReportEntry) -> bool:
    follow_up = entry.content.follow_up
    is_resolved = follow_up is not None and follow_up.turn is ProblemTurn.RESOLVED
    return entry.measure.open_problem is not None and not is_resolved


def with_labels(text: str, *, next_step: str) -> str:
    """The text, and behind it the next step that it tells."""
    return "\n".join(filter(None, (text, f"{NEXT_STEP_LABEL}{next_step}")))


def with_status(content: EntryContent, status: EntryStatus) -> EntryContent:
    """In trouble, what was said of its problem while all was well counts no more."""
    stands = None if status in TROUBLED else content.problem_stands
    return replace(content, status=status, problem_stands=stands)


def _kept_as_problem(entry: ReportEntry, said: str, to_do: str, notes: tuple[Note, ...]) -> Answer:
    """to_do: the next step that is told behind it; empty where none is."""
    problem = appended(entry.content.problem, said)
    step = appended(entry.content.next_step, to_do) if to_do else entry.content.next_step
    for words in (problem, step):
        if len(words) > SHORT_LIMIT:
            return too_long(words, SHORT_LIMIT)
    content = replace(entry.content, problem=problem, next_step=step)
    more = "yes" if entry.content.next_step else "no"
    told = (Note("answer-under-heading", {"step": "next-step", "more": more}),) if to_do else ()
    return Accepted(content, (*notes, Note("answer-kept-as-problem"), *told))


def words_at_status(entry: ReportEntry, said: str) -> Answer:
    """Words that came before the tap: they are kept, and the status is asked again."""
    found = status_before_text(said)
    if entry.content.no_progress:
        chosen = chose_status(entry, found[0]) if found else Accepted(entry.content)
        told = found[1] if found else reason_of_no_progress(said) or said
        reason = appended(entry.content.no_progress_reason, told)
        if len(reason) > SHORT_LIMIT:
            return too_long(reason, SHORT_LIMIT)
        kept = replace(chosen.content, no_progress_reason=reason)
        return Accepted(kept, (*chosen.notes, Note("answer-kept-as-reason")))
    if found:
        return _words_behind_status(entry, *found)
    if none := no_progress_told(entry, said):
        return none
    before = entry.content.text
    told = (
        "answer-text-goes-on" if before and not entry.content.no_progress else "answer-kept-as-text"
    )
    in_part = (Note("answer-done-in-part"),) if may_be_done_in_part(said) else ()
    return keep_text(entry, appended(before, said), Note(told), *in_part)


def _words_behind_status(entry: ReportEntry, status: EntryStatus, words: str) -> Answer:
    chosen = chose_status(entry, status)
    entry = replace(entry, content=chosen.content)
    problem, to_do = apart_from_step(words)
    if status in TROUBLED and names_cause(problem):
        return _kept_as_problem(entry, problem, to_do, chosen.notes)
    if none := no_progress_told(entry, words):
        return with_notes(none, chosen.notes)
    before = entry.content.text
    where = "answer-text-goes-on" if before else "answer-kept-as-text"
    told = (Note(where),) if before or status in TROUBLED else ()
    return without_words(entry, "text", words) or keep_text(
        entry, appended(before, words), *chosen.notes, *told
    )
