"""What is said of a figure: typed, tapped, alone in the place of words, or told in the text."""

from collections.abc import Mapping
from dataclasses import replace

from dialog.figures import FigureRead, FigureUnclear, read_figure, shown_figure
from dialog.layout import cut
from dialog.outcome import Accepted, Answer, Note, Refused, nothing_before, with_notes
from dialog.totals import as_figure_has_it, as_text_has_it, difference
from dialog.words import NO_FIGURE_WORDS, NOTHING_WORDS, SAME_FIGURE_WORDS, as_word
from vocabulary.report import AskedIndicator, Figure, ReportEntry

_AS_GIVEN = 40  # characters of a figure shown as it was given


def by_one_of_both(entry: ReportEntry, *, by_text: bool) -> Accepted | None:
    """Text and figure tell different totals: one of them holds, and the other says so from now on.

    None where they agree, or where the text has to be written anew by hand.
    """
    found = difference(entry)
    if found is None:
        return None
    content = (as_text_has_it if by_text else as_figure_has_it)(entry.content, found)
    return Accepted(content) if content else None


def no_figure(entry: ReportEntry, indicator_id: int) -> Answer:
    """The unit says that it has none this month; that is not zero."""
    return with_figure(entry, Figure(indicator_id, None))


def no_figure_beside(entry: ReportEntry, said: str) -> Answer:
    """暂无数据 where something else is asked: that of the only indicator, or no answer."""
    match entry.measure.indicators:
        case (indicator,):
            told = Note("answer-no-figure-taken", {"name": indicator.name})
            return with_notes(no_figure(entry, indicator.indicator_id), (told,))
        case ():
            return Refused("answer-no-figure-asked", {"said": said})
        case _:
            return Refused("answer-number-which", {"said": said})


def same_figure(entry: ReportEntry, indicator_id: int) -> Answer:
    """Last month's figure stands."""
    figure = entry.last.figure(indicator_id) if entry.last else None
    return nothing_before(entry.measure) if figure is None else with_figure(entry, figure)


def with_figure_told(entry: ReportEntry, answer: Answer, said: str) -> Answer:
    """The answer, with the figure of the only indicator that was said beside it."""
    if isinstance(answer, Refused):
        return answer
    told = number_alone(replace(entry, content=answer.content), said)
    return with_notes(told, answer.notes)


def number_alone(entry: ReportEntry, said: str) -> Answer:
    """A bare number where words were wanted: the figure of the only indicator, or no answer."""
    match entry.measure.indicators:
        case (indicator,):
            answer = typed_figure(entry, indicator.indicator_id, said)
        case ():
            return Refused("answer-number-only", {"said": said})
        case _:
            return Refused("answer-number-which", {"said": said})
    if isinstance(answer, Refused):
        return answer
    figure = answer.content.figure(indicator.indicator_id)
    facts = {"name": indicator.name, "figure": figure_shown(indicator, figure)}
    is_about = figure is not None and figure.approximate
    key = "answer-number-taken-about" if is_about else "answer-number-taken"
    others = (one for one in answer.notes if one.text_key != "answer-figure-spoken")
    return Accepted(answer.content, (Note(key, facts), *others))


def typed_figure(entry: ReportEntry, indicator_id: int | None, said: str) -> Answer:
    indicator = indicator_of(entry, indicator_id)
    if indicator is None:
        return Refused("answer-not-asked")
    word = as_word(said)
    if word in NO_FIGURE_WORDS:
        return no_figure(entry, indicator.indicator_id)
    if word in SAME_FIGURE_WORDS:
        return same_figure(entry, indicator.indicator_id)
    if word in NOTHING_WORDS or not any(sign.isalnum() for sign in word):  # 无, —, /
        return Refused("answer-figure-nothing")
    match read_figure(indicator, said):
        case FigureUnclear(text_key, facts):
            return Refused(text_key, facts)
        case FigureRead(value, approximate, spoken):
            answer = with_figure(entry, Figure(indicator.indicator_id, value, approximate))
            facts = {"said": cut(said, _AS_GIVEN), "figure": shown_figure(indicator, value)}
            return with_notes(answer, (Note("answer-figure-spoken", facts),) if spoken else ())


def with_figure(entry: ReportEntry, figure: Figure) -> Answer:
    indicator = indicator_of(entry, figure.indicator_id)
    if indicator is None:
        return Refused("answer-not-asked")
    figures = {known.indicator_id: known for known in entry.content.figures}
    figures[figure.indicator_id] = figure
    return Accepted(replace(entry.content, figures=figures_asked(entry, figures)))


def figure_shown(indicator: AskedIndicator, figure: Figure | None) -> str:
    value = figure.value if figure else None
    return "" if value is None else shown_figure(indicator, value)


def figures_asked(entry: ReportEntry, figures: Mapping[int, Figure]) -> tuple[Figure, ...]:
    asked = (indicator.indicator_id for indicator in entry.measure.indicators)
    return tuple(figures[indicator_id] for indicator_id in asked if indicator_id in figures)


def indicator_of(entry: ReportEntry, indicator_id: int | None) -> AskedIndicator | None:
    asked = entry.measure.indicators
    return next((known for known in asked if known.indicator_id == indicator_id), None)
