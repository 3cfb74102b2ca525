"""Where a text tells another total than the figure beside it: how either gives way to the other."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from dialog.figures import amounts_told, tells_growth, total_as_written, total_told
from texts.wording import number
from vocabulary.report import AskedIndicator, EntryContent, Figure, ReportEntry
from vocabulary.terms import Direction


@dataclass(frozen=True, slots=True)
class Difference:
    """told: the total in the text. figure: what is given beside it."""

    indicator: AskedIndicator
    told: Figure
    figure: Figure


def difference(entry: ReportEntry) -> Difference | None:
    """None where they say the same, or where it is not sure what the text says.

    A text is read only where the measure has a single indicator, as when a figure is taken from it.
    """
    content = entry.content
    if content.no_progress or len(entry.measure.indicators) != 1:
        return None
    (indicator,) = entry.measure.indicators
    known = entry.known_before(indicator.indicator_id)
    figure = content.figure(indicator.indicator_id)
    told = _told(indicator, content.text, before=known.figure.value if known else None)
    if figure is None or told is None or told.value == figure.value:
        return None
    return Difference(indicator, told, figure)


def is_told_otherwise(entry: ReportEntry) -> bool:
    """Whether the text surely tells another figure than the one beside it, in no total of its own.

    What may be of the month alone is held against a total only where it is more than that.
    """
    content = entry.content
    if content.no_progress or len(entry.measure.indicators) != 1 or difference(entry) is not None:
        return False
    (indicator,) = entry.measure.indicators
    figure, told = content.figure(indicator.indicator_id), amounts_told(indicator, content.text)
    if figure is None or figure.value is None or figure.approximate:
        return False
    value, grows = figure.value, indicator.cumulative and indicator.direction is Direction.UP
    if any(one.value == value for one in told):
        return False
    return any(one.stands or (grows and one.value > value) for one in told)


def is_grown_in_words_only(entry: ReportEntry) -> bool:
    """本月新开通15个 beside a total that is last month's, as 同上月 leaves them side by side."""
    content = entry.content
    if content.no_progress or entry.last is None or len(entry.measure.indicators) != 1:
        return False
    (indicator,) = entry.measure.indicators
    now, before = (one.figure(indicator.indicator_id) for one in (content, entry.last))
    if now is None or before is None or now.value is None or now.approximate:
        return False
    is_unchanged = now.value == before.value and difference(entry) is None
    grows = indicator.cumulative and indicator.direction is Direction.UP
    return grows and is_unchanged and tells_growth(indicator, content.text)


def as_text_has_it(content: EntryContent, found: Difference) -> EntryContent:
    """The figure that the text tells; the line that it repeats with another total goes."""
    text = _without_twin(found.indicator, content.text, but=found.told.value)
    return _with(content, text, found.told)


def as_figure_has_it(content: EntryContent, found: Difference) -> EntryContent | None:
    """The text with the figure as its total; None where it is not sure how to write it there."""
    if found.figure.value is None:
        return None
    text = _without_twin(found.indicator, content.text, but=found.figure.value)
    if not _tells(found.indicator, text, found.figure.value):
        text = _rewritten(found.indicator, content.text, found.figure.value)
    return _with(content, text, found.figure) if text else None


def but_figures(text: str) -> str:
    """What is the same in a sentence that is sent once more with another figure in it."""
    return re.sub(r"[\d.,，。\s]+", "", text)


def _told(indicator: AskedIndicator, text: str, *, before: Decimal | None = None) -> Figure | None:
    """The newest total: messages that were sent one after the other are lines of the text."""
    for line in reversed(text.split("\n")):
        if read := total_told(indicator, line, before=before):
            return Figure(indicator.indicator_id, read.value, read.approximate)
    return None


def _tells(indicator: AskedIndicator, text: str, value: Decimal) -> bool:
    told = _told(indicator, text)
    return told is not None and told.value == value


def _without_twin(indicator: AskedIndicator, text: str, *, but: Decimal | None) -> str:
    """Without the lines that differ in nothing but their figures from one that has `but`."""
    if but is None:
        return text
    lines = text.split("\n")
    kept = {but_figures(one) for one in lines if _tells(indicator, one, but)}
    return "\n".join(
        one for one in lines if but_figures(one) not in kept or _tells(indicator, one, but)
    )


def _rewritten(indicator: AskedIndicator, text: str, value: Decimal) -> str:
    lines = text.split("\n")
    place = max(i for i, line in enumerate(lines) if total_told(indicator, line))
    for written in total_as_written(indicator, lines[place]):
        line = _with_number(lines[place], written, number(value))
        if line and _tells(indicator, line, value):
            return "\n".join((*lines[:place], line, *lines[place + 1 :]))
    return ""


def _with_number(line: str, written: str, wanted: str) -> str:
    """Empty where that number does not stand there just once."""
    plain = unicodedata.normalize("NFKC", line).lower()
    found = list(re.finditer(rf"(?<![\d.,]){re.escape(written)}(?!\d)", plain))
    if len(found) != 1 or len(plain) != len(line):
        return ""
    return line[: found[0].start()] + wanted + line[found[0].end() :]


def _with(content: EntryContent, text: str, figure: Figure) -> EntryContent:
    figures = (
        figure if one.indicator_id == figure.indicator_id else one for one in content.figures
    )
    return replace(content, text=text, figures=tuple(figures))
