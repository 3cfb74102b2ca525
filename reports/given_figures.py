"""Figures beside their targets of which no pace can be told, in the office's papers."""

from collections.abc import Iterator

from reports.figures import share_words, target_words, value_words
from reports.month_facts import GivenFigure, MeasureFacts, MonthFacts
from reports.official_paper import OfficialPaper
from reports.paper_words import paper_text
from reports.printable import one_line
from reports.sources import Source
from texts import DEFAULT_LANGUAGE
from texts.wording import listed, number
from vocabulary.progress import is_over_ceiling, lacks_baseline


def write_given(paper: OfficialPaper, facts: MonthFacts) -> None:
    """Each on a line of its own; nothing where there is none."""
    found = list(_all(facts))
    if found:
        lacking = dict.fromkeys(
            paper_text("sheet-measure-number", number=one_line(measure.measure.number))
            for measure, given in found
            if lacks_baseline(given.indicator)
        )
        named = listed(DEFAULT_LANGUAGE, list(lacking)) if lacking else "none"
        paper.body(paper_text("paper-given-figures", count=len(found), lacking=named))
    for place, (measure, given) in enumerate(found, start=1):
        paper.body(
            paper_text(
                "paper-given-figure",
                place=place,
                number=one_line(measure.measure.number),
                name=one_line(given.indicator.name),
                value=value_words(DEFAULT_LANGUAGE, given.indicator, given.figure),
                unit=one_line(given.unit),
                target=target_words(DEFAULT_LANGUAGE, given.indicator),
                share=share_words(given.indicator, given.figure.value) or "none",
                over=int(is_over_ceiling(given.indicator, given.figure.value)),
            )
        )


def given_sources(facts: MonthFacts) -> Iterator[Source]:
    found = list(_all(facts))
    if found:
        rows = dict.fromkeys(row for measure, _ in found for row in measure.rows)
        yield Source(paper_text("paper-given-of"), str(len(found)), tuple(rows))
    for measure, given in found:
        if given.figure.value is not None:
            what = paper_text(
                "paper-given-of-one",
                number=one_line(measure.measure.number),
                name=one_line(given.indicator.name),
                unit=one_line(given.unit),
            )
            share = share_words(given.indicator, given.figure.value)
            both = "/".join(filter(None, (number(given.figure.value), share)))
            yield Source(what, both, measure.rows)


def _all(facts: MonthFacts) -> Iterator[tuple[MeasureFacts, GivenFigure]]:
    for measure in facts.measures:
        for given in measure.given:
            yield measure, given
