"""What is typed where words are asked: what was done, one line, or why there was no progress."""

from dataclasses import replace

from dialog.asides import says_nothing
from dialog.completion import keep_text, no_progress_told
from dialog.figure_answers import number_alone, with_figure_told
from dialog.headings import by_headings
from dialog.last_month import no_progress, same_as_last
from dialog.no_answers import read_reason, without_words
from dialog.outcome import (
    Accepted,
    Answer,
    Refused,
    SaysNothing,
    appended,
    nothing_before,
    with_notes,
)
from dialog.status_answers import chose_status, with_status
from dialog.steps import Step
from dialog.words import (
    NO_HELP_WORDS,
    NO_PROGRESS_WORDS,
    NOTHING_WORDS,
    SAME_FIGURE_WORDS,
    SAME_WORDS,
    STATUS_OF_WORD,
    as_word,
    behind_but,
    figure_beside_same,
    is_number,
    labelled,
    says_no_problem,
    status_before_text,
    told_behind_same,
)
from vocabulary.report import ReportEntry
from vocabulary.terms import TROUBLED, EntryStatus


def typed_text(entry: ReportEntry, said: str) -> Answer:
    if says_no_problem(said):
        return SaysNothing("answer-no-problem", {"said": said, "asked": Step.TEXT.value})
    return by_headings(entry, labelled(said), said, _told_at_text)


def _told_at_text(  # noqa: PLR0911  one per kind of word
    entry: ReportEntry, said: str
) -> Answer:
    word = as_word(said)
    if word in STATUS_OF_WORD:
        if STATUS_OF_WORD[word] is entry.content.status:
            return Refused("answer-only-status")
        return chose_status(entry, STATUS_OF_WORD[word])
    if word in NO_PROGRESS_WORDS:
        return no_progress(entry)
    if word in SAME_WORDS:
        return _text_of_last(entry)
    if figure := figure_beside_same(said):
        return with_figure_told(entry, _text_of_last(entry), figure)
    if more := told_behind_same(said):
        return same_and_more(entry, more, _text_of_last(entry))
    return no_progress_told(entry, said) or _text_said(entry, said)


def _text_said(entry: ReportEntry, said: str) -> Answer:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-text")
    if is_number(said):
        return number_alone(entry, said)
    if empty := without_words(entry, "text", said):
        return empty
    if found := status_before_text(said):
        status, words = found
        is_part = status is EntryStatus.DONE and entry.content.status not in {None, status}
        if not is_part:  # 已完成 may be said of a part; any other is taken as it was said
            chosen = replace(entry, content=with_status(entry.content, status))
            return without_words(entry, "text", words) or (
                no_progress_told(chosen, words) or keep_text(chosen, words)
            )
    return keep_text(entry, said)


def same_and_more(entry: ReportEntry, more: str, same: Answer) -> Answer:
    """同上月，另受理诉求12件: what that takes over, and the words behind its text.

    A figure of last month is not taken along where the words may tell another.
    """
    more = behind_but(more)
    if isinstance(same, Refused) or as_word(more) in SAME_FIGURE_WORDS or says_nothing(more):
        return same
    if as_word(more) in NO_PROGRESS_WORDS:
        return no_progress(entry)
    now = replace(entry, content=same.content)
    if as_word(more) in STATUS_OF_WORD:
        return with_notes(chose_status(now, STATUS_OF_WORD[as_word(more)]), same.notes)
    text = same.content.text or (entry.last.text if entry.last else "")
    plain = replace(now, content=replace(same.content, text="", no_progress=False))
    answer = keep_text(plain, appended(text, more))
    if isinstance(answer, Refused) or not any(sign.isdigit() for sign in more):
        return answer
    return Accepted(replace(answer.content, figures=entry.content.figures))


def _text_of_last(entry: ReportEntry) -> Answer:
    """同上月 where the text is asked: the status stays as it was tapped."""
    if entry.last is None or not entry.last.text:
        return nothing_before(entry.measure)
    return keep_text(entry, entry.last.text)


def typed_line(entry: ReportEntry, said: str, *, goes_on: bool) -> Answer:
    """The one line of who only cooperates; that there is nothing is an answer too.

    goes_on: words that came unasked stand behind those that are there, as everywhere.
    """
    word = as_word(said)
    if word in SAME_WORDS:
        return same_as_last(entry)
    if more := told_behind_same(said):
        return same_and_more(entry, more, same_as_last(entry))
    if word in NOTHING_WORDS | NO_PROGRESS_WORDS | NO_HELP_WORDS:
        return no_progress(entry)
    if STATUS_OF_WORD.get(word) in TROUBLED:
        return SaysNothing("answer-line-trouble", {"said": said})
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    text, said = entry.content.text if goes_on else "", _line_words(said)
    return without_words(entry, "line", said) or keep_text(entry, appended(text, said))


def _line_words(said: str) -> str:
    """正常推进：参加对接会1次 without the status, which the line has none of; trouble is told."""
    found = status_before_text(said)
    return found[1] if found and found[0] is EntryStatus.ON_TRACK else said


def typed_reason(entry: ReportEntry, said: str) -> Answer:
    """Behind it a problem may stand under its heading; 主要问题：… alone is the reason."""
    told = labelled(said, plainly=False)
    if not told.text:
        return _told_as_reason(entry, said)
    return by_headings(entry, told, said, _told_as_reason)


def _told_as_reason(entry: ReportEntry, said: str) -> Answer:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-reason")
    if as_word(said) in SAME_WORDS:
        return Refused("answer-same-reason", {"said": said})
    if not is_number(said) and (empty := without_words(entry, "reason", said)):
        return empty
    reason = read_reason(said)
    if isinstance(reason, Refused):
        return reason
    return Accepted(replace(entry.content, no_progress_reason=reason))
