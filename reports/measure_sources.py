"""Where each measure that a paper names stands in the workbook."""

from collections.abc import Iterable, Iterator

from reports.month_facts import MeasureFacts, slow_rows
from reports.paper_words import paper_text
from reports.printable import one_line
from reports.sources import Source, of_measures
from reports.workbook.rows import beside_overall
from texts import DEFAULT_LANGUAGE


def standing_sources(measures: Iterable[MeasureFacts], standing: str) -> Iterator[Source]:
    """Of measures that stand so as a whole: each by all of its rows."""
    for one in measures:
        yield Source(_named("paper-sources-measure", one), standing, one.rows)


def pace_sources(measures: Iterable[MeasureFacts]) -> Iterator[Source]:
    """Each by the rows of its figures."""
    for one in measures:
        if one.pace is not None:
            rows = tuple(dict.fromkeys(figure.row for figure in one.paced))
            pace = paper_text(f"pace-{one.pace}")
            yield Source(_named("paper-sources-measure-pace", one), pace, rows)


def partly_sources(measures: list[MeasureFacts]) -> Iterator[Source]:
    """All together and each, by the rows of the slow units alone."""
    if measures:
        count = of_measures(len(measures))
        yield Source(paper_text("paper-partly-of"), count, slow_rows(measures))
    for one in measures:
        beside = beside_overall(DEFAULT_LANGUAGE, one.overall)
        yield Source(_named("paper-sources-measure-partly", one), beside, slow_rows([one]))


def _named(key: str, one: MeasureFacts) -> str:
    return paper_text(key, number=one_line(one.measure.number))
