"""The newest figure that was filed of a total, where the time before has none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    Figure,
    FiledFigure,
    FiledReport,
)
from vocabulary.terms import Ask

MONTHS_OF_QUARTER = 3

Wanted = list[tuple[AskedMeasure, AskedIndicator]]


def totals_wanted(measures: Iterable[AskedMeasure], last: Mapping[str, EntryContent]) -> Wanted:
    """The totals without a value in what was said the time before. last: by measure number."""
    return [
        (measure, indicator)
        for measure in measures
        for indicator in measure.indicators
        if indicator.cumulative and not _has_value(last.get(measure.number), indicator)
    ]


def totals_before(
    wanted: Wanted, filed: Iterable[tuple[Period, FiledReport]]
) -> dict[str, tuple[FiledFigure, ...]]:
    """By measure number, what was filed last of each. filed: the newest first, each read if needed.

    What was filed for a month before the total began to be counted is none of it.
    """
    found: dict[str, tuple[FiledFigure, ...]] = {}
    for period, report in filed:
        said = {
            measure.number: (measure, entry.content)
            for entry in report.entries
            for measure in entry.measure.each
        }
        still: Wanted = []
        for measure, indicator in wanted:
            is_told = measure.number in said and _is_counted_in(indicator, period)
            figure = _same_total(indicator, *said[measure.number]) if is_told else None
            if figure is None:
                still.append((measure, indicator))
                continue
            is_last = period == _time_before(measure, indicator)
            known = found.get(measure.number, ())
            found[measure.number] = (*known, FiledFigure(figure, None if is_last else period))
        wanted = still
        if not wanted:
            break
    return found


def _has_value(content: EntryContent | None, indicator: AskedIndicator) -> bool:
    figure = content.figure(indicator.indicator_id) if content else None
    return figure is not None and figure.value is not None


def _is_counted_in(indicator: AskedIndicator, period: Period) -> bool:
    return indicator.starts_on is None or indicator.starts_on <= period.last_day


def _time_before(measure: AskedMeasure, indicator: AskedIndicator) -> Period | None:
    back = MONTHS_OF_QUARTER if measure.ask is Ask.QUARTERLY else 1
    return indicator.period.shifted(-back) if indicator.period else None


def _same_total(
    indicator: AskedIndicator, measure: AskedMeasure, content: EntryContent
) -> Figure | None:
    """The value told of the indicator; None where there is none.

    In another edition it is the one of the same name that is counted from and to the same days.
    """
    for known in measure.indicators:
        figure = content.figure(known.indicator_id)
        is_same = known.indicator_id == indicator.indicator_id or _count(known) == _count(indicator)
        if is_same and figure is not None and figure.value is not None:
            return replace(figure, indicator_id=indicator.indicator_id)
    return None


def _count(indicator: AskedIndicator) -> tuple[str, str, date | None, date | None]:
    return indicator.name, indicator.unit_of_measure, indicator.starts_on, indicator.deadline
