"""What a month comes to, counted for the office's papers; each with the rows that it comes from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from reports.workbook.overview import Overview, overview_of
from reports.workbook.rows import LedgerRow, ledger_rows
from vocabulary.period import Period
from vocabulary.progress import Overall, ProRata, overall_status, pro_rata
from vocabulary.report import (
    AskedIndicator,
    Figure,
    FiledEntry,
    FollowedProblem,
    Ledger,
    LedgerMeasure,
    MarkedHighlight,
)
from vocabulary.terms import (
    TROUBLED,
    EntryStatus,
    Pace,
    ProblemState,
    ProblemTurn,
    Role,
    Timeliness,
)

_HEAD = 1  # the row of the heads on every page that is a table
_WORST_FIRST = (Pace.BEHIND, Pace.ON_TIME, Pace.AHEAD)


@dataclass(frozen=True, slots=True)
class PacedFigure:
    """A unit's figure beside the time that has passed. row: on the workbook's page 台账."""

    unit: str
    indicator: AskedIndicator
    beside: ProRata
    row: int


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A unit's figure that no pace can be told of (`vocabulary.progress.why_no_pace`)."""

    unit: str
    indicator: AskedIndicator
    figure: Figure
    row: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A unit that says that a measure is behind or not begun, and its words for why.

    told_at: the measure of its shared paragraph under which it is told; empty where that is here.
    row: on the workbook's page 台账. followed: the problem that it speaks of, as it stands by now.
    """

    unit: str
    status: EntryStatus
    problem: str
    next_step: str
    told_at: str
    row: int
    followed: FollowedProblem | None


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One measure of the month. rows: on the workbook's page 台账.

    paced: its figures that have a pace, the worst first; the worst is the measure's own.
    given: those without. overall: how it stands by what its units say.
    is_asked: somebody owes something of it. is_exempt: nobody does, as all its units are exempt;
    else it is asked quarterly. has_figures: a figure is wanted of it.
    """

    measure: LedgerMeasure
    rows: tuple[int, ...]
    paced: tuple[PacedFigure, ...]
    overall: Overall
    is_asked: bool
    is_exempt: bool
    has_figures: bool
    troubles: tuple[Trouble, ...]
    given: tuple[GivenFigure, ...]

    @property
    def pace(self) -> Pace | None:
        return self.paced[0].beside.pace if self.paced else None

    @property
    def is_troubled(self) -> bool:
        return self.overall.status in TROUBLED

    def saying(self, status: EntryStatus) -> list[str]:
        """The units whose own report says that it is so; behind or not begun."""
        return [one.unit for one in self.troubles if one.status is status]

    @property
    def leading(self) -> Role:
        """The role of `leads`."""
        is_led = any(role is Role.LEAD for _, role in self.measure.units)
        return Role.LEAD if is_led else Role.RESPONSIBLE

    @property
    def leads(self) -> tuple[str, ...]:
        """Who leads it; where nobody does, who is responsible."""
        return tuple(unit for unit, role in self.measure.units if role is self.leading)


@dataclass(frozen=True, slots=True)
class ForceFacts:
    """The measures of a task force; of none where it has no name."""

    name: str | None
    measures: tuple[MeasureFacts, ...]

    def standing(self, status: EntryStatus | None) -> list[MeasureFacts]:
        return _standing(self.measures, status)

    def exempt(self) -> list[MeasureFacts]:
        return [one for one in self.measures if one.is_exempt]

    def not_due(self) -> list[MeasureFacts]:
        return _not_due(self.measures)

    def paced(self, pace: Pace) -> list[MeasureFacts]:
        return [one for one in self.measures if one.pace is pace]


@dataclass(frozen=True, slots=True)
class ProblemFacts:
    """A problem that the office follows. row: on the workbook's page 问题."""

    problem: FollowedProblem
    row: int


@dataclass(frozen=True, slots=True)
class HighlightFacts:
    """A highlight. place: among those of the month, from 1. row: on the workbook's page 亮点."""

    highlight: MarkedHighlight
    place: int
    row: int


class MonthFacts:
    """Measures in the plan's order, units, problems and highlights, with their rows."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        numbered = enumerate(ledger_rows(ledger), start=_HEAD + 1)
        self.measures = [
            _facts(measure, list(group), ledger)
            for measure, group in groupby(numbered, key=lambda pair: pair[1].measure)
        ]
        self._problems = [
            ProblemFacts(problem, row)
            for row, problem in enumerate(ledger.problems, start=_HEAD + 1)
        ]

    # --- measures ---

    def standing(self, status: EntryStatus | None) -> list[MeasureFacts]:
        """By what their units say; None: of which nobody has said how far it is."""
        return _standing(self.measures, status)

    def paced(self, pace: Pace) -> list[MeasureFacts]:
        return [one for one in self.measures if one.pace is pace]

    def rated(self, status: EntryStatus | None) -> list[MeasureFacts]:
        """As `standing`, of those without figures that have a pace."""
        return [one for one in self.standing(status) if not one.paced]

    def rated_in_trouble(self) -> list[MeasureFacts]:
        """Of these first what is behind, then what is not begun."""
        return [*self.rated(EntryStatus.BEHIND), *self.rated(EntryStatus.NOT_BEGUN)]

    def rated_partly_troubled(self) -> list[MeasureFacts]:
        """Of these what is neither as a whole, and yet one of its units says so of its part."""
        return [one for one in self.partly_troubled() if not one.paced]

    def with_figures(self) -> list[MeasureFacts]:
        """A figure is wanted of them (有量化指标的措施), and somebody owes something this month."""
        return [one for one in self.measures if one.is_asked and one.has_figures]

    def exempt(self) -> list[MeasureFacts]:
        """Nobody owes anything of them this month: every unit that has them is exempt."""
        return [one for one in self.measures if one.is_exempt]

    def not_due(self) -> list[MeasureFacts]:
        """Nobody owes anything of them this month: they are asked quarterly."""
        return _not_due(self.measures)

    def troubled(self) -> list[MeasureFacts]:
        """As a whole behind or not begun, in the plan's order."""
        return [one for one in self.measures if one.is_troubled]

    def partly_troubled(self) -> list[MeasureFacts]:
        """As a whole neither, and yet one of its units says so of its part."""
        return [one for one in self.measures if one.troubles and not one.is_troubled]

    def forces(self) -> list[ForceFacts]:
        """In the plan's order, what belongs to none last; empty where the plan has none."""
        names = dict.fromkeys(one.measure.task_force for one in self.measures)
        if not any(names):
            return []
        return [
            ForceFacts(name, tuple(one for one in self.measures if one.measure.task_force == name))
            for name in sorted(names, key=lambda name: name is None)
        ]

    # --- units ---

    def rows_of_units(self, units: Iterable[str]) -> tuple[int, ...]:
        """A row for each, on the workbook's page 总览."""
        wanted, first = set(units), self._overview.units.first
        reports = enumerate(self.ledger.reports, start=first)
        return tuple(row for row, report in reports if report.unit in wanted)

    def targets(self) -> list[tuple[int, AskedIndicator]]:
        """Those of the whole plan, with their rows on the workbook's page 总览."""
        table = self._overview.targets
        return list(enumerate(self.ledger.plan_indicators, start=table.first)) if table else []

    @cached_property
    def _overview(self) -> Overview:
        return overview_of(self.ledger)

    def units(self, timeliness: Timeliness) -> list[str]:
        return [one.unit for one in self.ledger.reports if one.timeliness is timeliness]

    def unfiled(self, timeliness: Timeliness) -> list[str]:
        """Those of the units that have filed nothing; of the others only paper may be to come."""
        return [
            one.unit
            for one in self.ledger.reports
            if one.timeliness is timeliness and not one.awaits_paper
        ]

    def on_time_as_extended(self) -> list[str]:
        """The units that are on time by the moment that they were given, and not by everybody's."""
        return [
            one.unit
            for one in self.ledger.reports
            if one.timeliness is Timeliness.ON_TIME
            and one.extension_counts
            and one.counted_at is not None
            and one.counted_at > self.ledger.due_at
        ]

    def expected(self) -> list[str]:
        """The units that owe a report (应报)."""
        reports = self.ledger.reports
        return [one.unit for one in reports if one.timeliness is not Timeliness.EXEMPT]

    def returned(self) -> list[str]:
        """The units whose report the office has sent back, whether it has come again or not."""
        times = {
            month.unit: month.returned
            for month in self.ledger.history
            if month.period == self.ledger.period
        }
        return [one.unit for one in self.ledger.reports if one.return_reason or times.get(one.unit)]

    # --- problems and highlights ---

    def standing_problems(self) -> list[ProblemFacts]:
        """Those that are not closed, the oldest first."""
        found = (one for one in self._problems if one.problem.state is not ProblemState.CLOSED)
        return sorted(found, key=lambda one: one.problem.raised_at)

    def problems_by_age(self) -> list[tuple[Period, list[ProblemFacts]]]:
        """The same, by the month that they are from."""
        by_age = sorted(self.standing_problems(), key=lambda one: one.problem.since)
        groups = groupby(by_age, key=lambda one: one.problem.since)
        return [(since, list(group)) for since, group in groups]

    def resolved_problems(self) -> list[ProblemFacts]:
        """Solved by their unit's word, and not closed by the office."""
        found = self.standing_problems()
        return [one for one in found if one.problem.state is ProblemState.RESOLVED]

    def closed_problems(self) -> list[ProblemFacts]:
        """Those that were closed since the month was opened."""
        return [one for one in self._problems if one.problem.state is ProblemState.CLOSED]

    def highlights(self) -> list[HighlightFacts]:
        return [
            HighlightFacts(highlight, place, place + _HEAD)
            for place, highlight in enumerate(self.ledger.highlights, start=1)
        ]


def rows_of(measures: Iterable[MeasureFacts]) -> tuple[int, ...]:
    """All their rows on the workbook's page 台账."""
    return tuple(row for one in measures for row in one.rows)


def slow_rows(measures: Iterable[MeasureFacts]) -> tuple[int, ...]:
    """Of these rows those whose own unit says that it is behind or has not begun."""
    return tuple(trouble.row for one in measures for trouble in one.troubles)


def _not_due(measures: Iterable[MeasureFacts]) -> list[MeasureFacts]:
    return [one for one in measures if not one.is_asked and not one.is_exempt]


def _standing(measures: Iterable[MeasureFacts], status: EntryStatus | None) -> list[MeasureFacts]:
    return [one for one in measures if one.is_asked and one.overall.status is status]


def _facts(
    measure: LedgerMeasure, numbered: Sequence[tuple[int, LedgerRow]], ledger: Ledger
) -> MeasureFacts:
    rows = [row for _, row in numbered]
    is_asked = any(row.entry is not None or not (row.is_exempt or row.is_not_due) for row in rows)
    wanted = (row.entry.measure.indicators for row in rows if row.entry)
    return MeasureFacts(
        measure,
        tuple(number for number, _ in numbered),
        tuple(sorted(_paced(numbered), key=lambda one: _WORST_FIRST.index(one.beside.pace))),
        overall_status([(row.role, row.status) for row in rows]),
        is_asked,
        not is_asked and all(row.is_exempt for row in rows),
        any((measure.indicators, *wanted)),
        tuple(_troubles(numbered, ledger)),
        tuple(_given(numbered)),
    )


def _paced(numbered: Sequence[tuple[int, LedgerRow]]) -> Iterator[PacedFigure]:
    for number, row in numbered:
        for indicator in row.entry.measure.indicators if row.entry else ():
            figure = row.content.figure(indicator.indicator_id) if row.content else None
            beside = pro_rata(indicator, figure.value if figure else None)
            if beside is not None:
                yield PacedFigure(row.unit, indicator, beside, number)


def _given(numbered: Sequence[tuple[int, LedgerRow]]) -> Iterator[GivenFigure]:
    for number, row in numbered:
        for indicator in row.entry.measure.indicators if row.entry else ():
            figure = row.content.figure(indicator.indicator_id) if row.content else None
            if figure and figure.value is not None and not pro_rata(indicator, figure.value):
                yield GivenFigure(row.unit, indicator, figure, number)


def _troubles(numbered: Sequence[tuple[int, LedgerRow]], ledger: Ledger) -> Iterator[Trouble]:
    for number, row in numbered:
        entry = row.entry
        if entry is None or row.status not in TROUBLED:
            continue
        said = entry.content
        followed = _followed(row.unit, entry, ledger)
        yield Trouble(
            row.unit, row.status, said.problem, said.next_step, entry.told_at, number, followed
        )


def _followed(unit: str, entry: FiledEntry, ledger: Ledger) -> FollowedProblem | None:
    """The problem that the entry speaks of: one that it carries on, or has raised."""
    said, turn = entry.content, entry.content.follow_up
    if turn is not None and turn.turn is not ProblemTurn.RESOLVED:
        found = (one for one in ledger.problems if one.problem_id == turn.problem_id)
    else:
        found = (
            one
            for one in ledger.problems
            if (one.unit, one.number) == (unit, entry.measure.number)
            and (one.words == said.problem or one.since == ledger.period)
        )
    return next(found, None) if said.problem.strip() else None
