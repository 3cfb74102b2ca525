"""The measures of which figures are wanted, and the figures of which no pace can be told."""

from collections.abc import Iterator, Sequence

from reports.figures import share_words, target_words, value_words
from reports.month_facts import GivenFigure, MeasureFacts, MonthFacts, rows_of
from reports.office_paper import counted
from reports.official_paper import OfficialPaper
from reports.paper_words import paper_text
from reports.printable import one_line
from reports.sources import Source, of_figures, of_measures
from texts import DEFAULT_LANGUAGE
from texts.wording import clauses, listed, numbers_named
from vocabulary.progress import NoPace, is_over_ceiling, why_no_pace
from vocabulary.terms import Pace

_Given = tuple[MeasureFacts, list[GivenFigure]]
"""An indicator of a measure, as its units give it."""

_PACES = (Pace.AHEAD, Pace.ON_TIME, Pace.BEHIND)


def figure_counts(facts: MonthFacts) -> str:
    """How many measures want figures, and of how many of these a pace can be told, and which."""
    found = [(pace, len(facts.paced(pace))) for pace in _PACES]
    counts = [counted(paper_text(f"pace-{pace}"), count) for pace, count in found if count]
    return paper_text(
        "paper-figures-count",
        total=len(facts.with_figures()),
        paced=sum(count for _, count in found),
        counts=listed(DEFAULT_LANGUAGE, counts),
    )


def figure_sources(facts: MonthFacts) -> Iterator[Source]:
    """Of `figure_counts` and `write_given`, but for the single paces."""
    paced = [one for one in facts.measures if one.paced]
    for what, found in (
        (paper_text("paper-figures-of"), facts.with_figures()),
        (paper_text("paper-paced-of"), paced),
    ):
        if found:
            yield Source(what, of_measures(len(found)), rows_of(found))
    yield from _given_sources(facts)


def write_given(paper: OfficialPaper, facts: MonthFacts) -> None:
    """Each indicator on a line of its own, with its units; nothing where there is none."""
    found = list(_all(facts))
    if found:
        paper.body(
            paper_text(
                "paper-given-figures",
                count=len(found),
                measures=len({measure.measure.number for measure, _ in found}),
                reasons=clauses(DEFAULT_LANGUAGE, _reasons(found)),
            ),
            keep_with_next=True,
        )
    for place, (measure, figures) in enumerate(found, start=1):
        indicator = figures[0].indicator
        paper.body(
            paper_text(
                "paper-given-figure",
                place=place,
                number=one_line(measure.measure.number),
                name=one_line(indicator.name),
                target=target_words(DEFAULT_LANGUAGE, indicator),
                values=clauses(DEFAULT_LANGUAGE, map(_value, figures)),
            )
        )


def _value(given: GivenFigure) -> str:
    """市工科局186个，完成62%."""
    return paper_text(
        "paper-given-value",
        unit=one_line(given.unit),
        value=value_words(DEFAULT_LANGUAGE, given.indicator, given.figure),
        share=share_words(given.indicator, given.figure.value) or "none",
        over=int(is_over_ceiling(given.indicator, given.figure.value)),
    )


def _reasons(found: Sequence[_Given]) -> Iterator[str]:
    """缺基数：第1、5项: why no pace can be told of them, each with the measures that have it."""
    for why in NoPace:
        numbers = dict.fromkeys(
            one_line(measure.measure.number)
            for measure, figures in found
            if why_no_pace(figures[0].indicator) is why
        )
        if numbers:
            named = numbers_named(DEFAULT_LANGUAGE, list(numbers))
            yield paper_text(f"paper-no-pace-{why.value}", numbers=named)


def _given_sources(facts: MonthFacts) -> Iterator[Source]:
    found = list(_all(facts))
    if found:
        rows = dict.fromkeys(given.row for _, figures in found for given in figures)
        yield Source(paper_text("paper-given-of"), of_figures(len(found)), tuple(rows))
    for measure, given in ((one, given) for one, figures in found for given in figures):
        what = paper_text(
            "paper-given-of-one",
            number=one_line(measure.measure.number),
            name=one_line(given.indicator.name),
            unit=one_line(given.unit),
        )
        value = value_words(DEFAULT_LANGUAGE, given.indicator, given.figure)
        share = share_words(given.indicator, given.figure.value)
        yield Source(what, "/".join(filter(None, (value, share))), (given.row,))


def _all(facts: MonthFacts) -> Iterator[_Given]:
    for measure in facts.measures:
        of_indicator: dict[str, list[GivenFigure]] = {}
        for given in measure.given:
            of_indicator.setdefault(given.indicator.name, []).append(given)
        for figures in of_indicator.values():
            yield measure, figures
