"""The completion text of an entry, and the mark 本月无进展 that may stand in its place."""

from dataclasses import replace

from dialog.asides import says_nothing, says_nothing_at
from dialog.figure_answers import with_figure
from dialog.figures import figure_in_text, shown_figure
from dialog.last_month import no_progress
from dialog.outcome import (
    SHORT_LIMIT,
    TEXT_LIMIT,
    Accepted,
    Answer,
    Note,
    Refused,
    appended,
    too_long,
)
from dialog.words import means_nothing, reason_of_no_progress
from vocabulary.report import Figure, ReportEntry


def text_with_highlights(entry: ReportEntry) -> str:
    """The completion text with the new highlights; empty where none is new or they do not fit."""
    before = entry.content.text
    new = [text for text in entry.highlights if text not in before]
    text = "\n".join([*([before] if before else []), *new])
    return text if new and len(text) <= TEXT_LIMIT else ""


def reason_told(said: str) -> str | None:
    """The reason in 无进展，等批复; empty for none, None for words that tell of progress."""
    reason = reason_of_no_progress(said)
    none = reason and (says_nothing(reason) or says_nothing_at("reason", reason))
    return "" if reason and (none or means_nothing(reason)) else reason


def no_progress_told(entry: ReportEntry, said: str) -> Answer | None:
    """无进展，等批复 in place of the text: the mark, and the reason where one is told."""
    reason = reason_told(said)
    if reason is None:
        return None
    answer = no_progress(entry)
    if not reason:
        return answer
    whole = appended(answer.content.no_progress_reason, reason)
    if len(whole) > SHORT_LIMIT:
        return too_long(whole, SHORT_LIMIT)
    marked = replace(answer.content, no_progress_reason=whole)
    return Accepted(marked, (*answer.notes, Note("answer-no-progress-taken", {"reason": reason})))


def keep_text(entry: ReportEntry, text: str, *notes: Note) -> Answer:
    """Stores the text; takes a figure out of it too, where it is said unmistakably.

    What goes on with a text is looked at by itself, too, as the first words are.
    """
    if len(text) > TEXT_LIMIT:
        return too_long(text, TEXT_LIMIT)
    stands = entry.content.no_progress and not entry.measure.one_line
    kept = replace(entry, content=replace(entry.content, text=text, no_progress=stands))
    if len(entry.measure.indicators) != 1:
        return Accepted(kept.content, notes)
    (indicator,) = entry.measure.indicators
    new = text.removeprefix(f"{entry.content.text}\n")
    found = figure_in_text(indicator, text) or figure_in_text(indicator, new)
    if found is None or entry.content.figure(indicator.indicator_id) is not None:
        return Accepted(kept.content, notes)
    answer = with_figure(kept, Figure(indicator.indicator_id, found.value, found.approximate))
    if isinstance(answer, Refused):
        return Accepted(kept.content, notes)
    key = "answer-figure-taken-about" if found.approximate else "answer-figure-taken"
    taken = Note(key, {"figure": shown_figure(indicator, found.value)})
    return Accepted(answer.content, (*notes, taken, *answer.notes))
