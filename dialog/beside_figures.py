"""What is told beside a figure, in the message that gives it: kept with the measure's text."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from dialog.asides import says_nothing
from dialog.bare_figures import is_hardly_more_than_a_figure
from dialog.completion import keep_text
from dialog.figure_answers import indicator_of, typed_figure, with_figure
from dialog.figures import (
    FigureRead,
    beside_figure,
    figure_in_front,
    read_figure,
    tells_number,
)
from dialog.headings import by_headings
from dialog.layout import cut
from dialog.outcome import (
    SHORT_LIMIT,
    Accepted,
    Answer,
    Note,
    Refused,
    appended,
    too_long,
    with_notes,
)
from dialog.status_answers import chose_status
from dialog.trouble import names_lack
from dialog.words import Labelled, labelled, status_before_text
from vocabulary.report import AskedIndicator, EntryContent, Figure, ReportEntry
from vocabulary.terms import TROUBLED, EntryStatus

_SHOWN = 60  # characters of the words by which they are known again


def typed_figure_and_words(entry: ReportEntry, indicator_id: int | None, said: str) -> Answer:
    """190，本月新增15个: the figure, and the words that stand beside it.

    Under 存在问题： and 下一步： they go where those say, and a status in front is the measure's;
    已完成 may be said of what is counted.
    """
    found = None if entry.measure.one_line else status_before_text(said)
    if found and found[1] and found[0] is not EntryStatus.DONE:
        chosen = chose_status(entry, found[0])
        answer = typed_figure_and_words(
            replace(entry, content=chosen.content), indicator_id, found[1]
        )
        if isinstance(answer, Accepted):
            return with_notes(answer, chosen.notes)
    indicator, beside = indicator_of(entry, indicator_id), _apart(said)
    if indicator is None:
        return typed_figure(entry, indicator_id, said)
    read = _read(entry, indicator, beside.before)
    if isinstance(read, Refused):
        beside = _Beside(said)
        read = _read(entry, indicator, said)
    return read if isinstance(read, Refused) else _keeping(entry, read[0], read[1], beside)


def figure_meant(entry: ReportEntry, figure: Figure, said: str) -> Answer:
    """The figure that a button took out of words, and what they tell beside it."""
    answer, indicator = with_figure(entry, figure), indicator_of(entry, figure.indicator_id)
    if isinstance(answer, Refused) or indicator is None or figure.value is None or not said:
        return answer
    beside, tells = _apart(said), partial(_tells_more, indicator)
    words = beside_figure(indicator, beside.before, figure.value, tells=tells)
    return _keeping(entry, answer, words, beside)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands before 存在问题： and 下一步：, what those tell, and all of it from there on."""

    before: str
    problem: str = ""
    next_step: str = ""
    rest: str = ""


def _apart(said: str) -> _Beside:
    told = labelled(said)
    if not (told.problem or told.next_step):
        return _Beside(said)
    rest = said.removeprefix(told.text).lstrip(f"{_BETWEEN}。")
    return _Beside(told.text, told.problem, told.next_step, rest)


_BETWEEN = " ,，、;；:：\n"


def _read(
    entry: ReportEntry, indicator: AskedIndicator, said: str
) -> tuple[Accepted, str] | Refused:
    """The answer that gives the figure, and the words beside it."""
    answer = typed_figure(entry, indicator.indicator_id, said)
    if isinstance(answer, Accepted):
        figure = answer.content.figure(indicator.indicator_id)
        is_read = isinstance(read_figure(indicator, said), FigureRead)
        value = figure.value if figure and is_read else None
        return answer, "" if value is None else words_beside(indicator, said, value)
    found = figure_in_front(indicator, said)
    if found is None or tells_number(indicator, found[1]) or not _tells(found[1]):
        return answer
    read, words = found
    given = with_figure(entry, Figure(indicator.indicator_id, read.value, read.approximate))
    return given if isinstance(given, Refused) else (given, words)


def _keeping(entry: ReportEntry, answer: Accepted, words: str, beside: _Beside) -> Answer:
    """The answer with all that was told beside the figure, what has a heading as that says."""
    kept = _with_words(entry, answer, words)
    if isinstance(kept, Refused):
        return kept
    now, told = replace(entry, content=kept.content), Labelled("", beside.problem, beside.next_step)
    return with_notes(by_headings(now, told, beside.rest, _told_in_text), kept.notes)


def _told_in_text(entry: ReportEntry, words: str) -> Answer:
    return _with_words(entry, Accepted(entry.content), words)


def with_words_beside(
    entry: ReportEntry, indicator: AskedIndicator, answer: Accepted, said: str
) -> Answer:
    """The answer that gives the figure, and what the words tell beside it where that is new."""
    figure = answer.content.figure(indicator.indicator_id)
    if figure is None or figure.value is None:
        return answer
    return _with_words(entry, answer, words_beside(indicator, said, figure.value))


def _with_words(entry: ReportEntry, answer: Accepted, words: str) -> Answer:
    if not words or words in answer.content.text or words in answer.content.problem:
        return answer
    where = _where(entry, answer.content, words)
    kept = _kept(replace(entry, content=answer.content), words, where)
    if isinstance(kept, Refused):
        return kept
    told = Note("answer-words-beside", {"said": cut(words, _SHOWN), "where": where})
    return Accepted(kept.content, (*answer.notes, told))


def words_beside(indicator: AskedIndicator, said: str, value: Decimal) -> str:
    """What words tell beside the figure, as far as they tell anything."""
    return beside_figure(indicator, said, value, tells=_tells)


def _where(entry: ReportEntry, content: EntryContent, words: str) -> str:
    """With the text; of a measure without progress with the reason, which is filed in its place.

    What names a lack is the problem of a measure in trouble, as behind 滞后.
    """
    if content.no_progress:
        return "reason"
    is_asked = content.status in TROUBLED and not entry.measure.one_line
    return "problem" if is_asked and names_lack(words) else "text"


def _kept(entry: ReportEntry, words: str, where: str) -> Answer:
    content = entry.content
    if where == "text":
        return keep_text(entry, appended(content.text, words))
    if where == "problem":
        problem = appended(content.problem, words)
        if len(problem) > SHORT_LIMIT:
            return too_long(problem, SHORT_LIMIT)
        return Accepted(replace(content, problem=problem))
    reason = appended(content.no_progress_reason, words)
    if len(reason) > SHORT_LIMIT:
        return too_long(reason, SHORT_LIMIT)
    return Accepted(replace(content, no_progress_reason=reason))


def _tells_more(indicator: AskedIndicator, clause: str) -> bool:
    """Whether a clause tells more than a figure that was not sure: 应该是183 and 8万5 do not."""
    return _tells(clause) and not is_hardly_more_than_a_figure(indicator, clause)


def _tells(clause: str) -> bool:
    return not says_nothing(clause)
