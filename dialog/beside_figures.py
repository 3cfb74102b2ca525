"""What is told beside a figure, in the message that gives it: kept with the measure's text."""

from dataclasses import replace
from decimal import Decimal

from dialog.asides import says_nothing
from dialog.completion import keep_text
from dialog.figure_answers import indicator_of, typed_figure
from dialog.figures import FigureRead, beside_figure, read_figure
from dialog.layout import cut
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Note, Refused, appended, too_long
from dialog.words import CONFIRMING_WORDS, as_word
from vocabulary.report import AskedIndicator, ReportEntry

_SHOWN = 60  # characters of the words by which they are known again


def typed_figure_and_words(entry: ReportEntry, indicator_id: int | None, said: str) -> Answer:
    """190，本月新增15个: the figure, and the words that stand beside it."""
    answer, indicator = typed_figure(entry, indicator_id, said), indicator_of(entry, indicator_id)
    is_read = indicator is not None and isinstance(read_figure(indicator, said), FigureRead)
    if isinstance(answer, Refused) or indicator is None or not is_read:
        return answer
    return with_words_beside(entry, indicator, answer, said)


def with_words_beside(
    entry: ReportEntry, indicator: AskedIndicator, answer: Accepted, said: str
) -> Answer:
    """The answer that gives the figure, and what the words tell beside it where that is new."""
    figure = answer.content.figure(indicator.indicator_id)
    if figure is None or figure.value is None:
        return answer
    words = words_beside(indicator, said, figure.value)
    if not words or words in answer.content.text:
        return answer
    kept = _kept(replace(entry, content=answer.content), words)
    if isinstance(kept, Refused):
        return kept
    where = "reason" if answer.content.no_progress else "text"
    told = Note("answer-words-beside", {"said": cut(words, _SHOWN), "where": where})
    return Accepted(kept.content, (*answer.notes, told))


def words_beside(indicator: AskedIndicator, said: str, value: Decimal) -> str:
    """What words tell beside the figure, as far as they tell anything."""
    return beside_figure(indicator, said, value, tells=_tells)


def _kept(entry: ReportEntry, words: str) -> Answer:
    """With the text; of a measure without progress with the reason, which is filed in its place."""
    content = entry.content
    if not content.no_progress:
        return keep_text(entry, appended(content.text, words))
    reason = appended(content.no_progress_reason, words)
    if len(reason) > SHORT_LIMIT:
        return too_long(reason, SHORT_LIMIT)
    return Accepted(replace(content, no_progress_reason=reason))


def _tells(clause: str) -> bool:
    return not says_nothing(clause) and as_word(clause) not in CONFIRMING_WORDS
