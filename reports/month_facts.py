"""What a month comes to, counted for the office's papers; each with the rows that it comes from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.workbook.rows import LedgerRow, ledger_rows
from vocabulary.progress import Overall, ProRata, overall_status, pro_rata
from vocabulary.report import AskedIndicator, Ledger, LedgerMeasure
from vocabulary.terms import EntryStatus, Pace, Role, Timeliness

_HEAD = 1  # the row of the heads on the workbook's page 台账
_WORST_FIRST = (Pace.BEHIND, Pace.ON_TIME, Pace.AHEAD)


@dataclass(frozen=True, slots=True)
class PacedFigure:
    """A unit's figure beside the time that has passed."""

    unit: str
    indicator: AskedIndicator
    beside: ProRata


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One measure of the month. rows: on the workbook's page 台账.

    paced: its figures that have a pace, the worst first; the worst is the measure's own.
    overall: how it stands by what its units say. is_asked: somebody owes something of it.
    """

    measure: LedgerMeasure
    rows: tuple[int, ...]
    paced: tuple[PacedFigure, ...]
    overall: Overall
    is_asked: bool

    @property
    def pace(self) -> Pace | None:
        return self.paced[0].beside.pace if self.paced else None

    @property
    def leads(self) -> tuple[str, ...]:
        """Who leads it; where nobody does, who is responsible."""
        roles = [role for _, role in self.measure.units]
        role = Role.LEAD if Role.LEAD in roles else Role.RESPONSIBLE
        return tuple(unit for unit, has in self.measure.units if has is role)


class MonthFacts:
    """Measures in the plan's order, and the rows of every unit, on the workbook's page 台账."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._numbered = list(enumerate(ledger_rows(ledger), start=_HEAD + 1))
        self.measures = [
            _facts(measure, list(group))
            for measure, group in groupby(self._numbered, key=lambda pair: pair[1].measure)
        ]

    def paced(self, pace: Pace) -> list[MeasureFacts]:
        return [one for one in self.measures if one.pace is pace]

    def rated(self, status: EntryStatus | None) -> list[MeasureFacts]:
        """Those without such figures; None: of which nobody has said how far it is."""
        return [one for one in self._unpaced() if one.overall.status is status]

    def not_asked(self) -> list[MeasureFacts]:
        """Nobody owes anything of them this month."""
        return [one for one in self.measures if not one.is_asked and not one.paced]

    def rows_of_units(self, units: Iterable[str]) -> tuple[int, ...]:
        wanted = set(units)
        return tuple(number for number, row in self._numbered if row.unit in wanted)

    def units(self, timeliness: Timeliness) -> list[str]:
        return [one.unit for one in self.ledger.reports if one.timeliness is timeliness]

    def returned(self) -> list[str]:
        """The units whose report the office has sent back, whether it has come again or not."""
        times = {
            month.unit: month.returned
            for month in self.ledger.history
            if month.period == self.ledger.period
        }
        return [one.unit for one in self.ledger.reports if one.return_reason or times.get(one.unit)]

    def _unpaced(self) -> Iterator[MeasureFacts]:
        return (one for one in self.measures if one.is_asked and not one.paced)


def _facts(measure: LedgerMeasure, numbered: Sequence[tuple[int, LedgerRow]]) -> MeasureFacts:
    rows = [row for _, row in numbered]
    return MeasureFacts(
        measure,
        tuple(number for number, _ in numbered),
        tuple(sorted(_paced(rows), key=lambda one: _WORST_FIRST.index(one.beside.pace))),
        overall_status([(row.role, row.status) for row in rows]),
        any(row.entry is not None or not (row.is_exempt or row.is_not_due) for row in rows),
    )


def _paced(rows: Sequence[LedgerRow]) -> Iterator[PacedFigure]:
    for row in rows:
        for indicator in row.entry.measure.indicators if row.entry else ():
            figure = row.content.figure(indicator.indicator_id) if row.content else None
            beside = pro_rata(indicator, figure.value if figure else None)
            if beside is not None:
                yield PacedFigure(row.unit, indicator, beside)
