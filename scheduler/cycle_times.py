"""When a cycle opens, is due and locks: pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from scheduler.workdays import Workdays
from vocabulary.period import Period
from vocabulary.terms import DaySource, TickKind
from vocabulary.timetable import Timetable

LAST_DUE_DAY = 28
"""The last day that every month has."""


class DayMoves(StrEnum):
    """Where a due day goes that is no workday."""

    NEXT = "next"
    PREVIOUS = "previous"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class CalendarRule:
    """An office's rule for its cycles.

    zone: the office's; every moment of a cycle is in it.
    due_day: of the month after the period, at most 28.
    due_moves: where it goes when it is no workday. The workday before may lie in the period itself.
    due_hour, opening_hour: times of day.
    workdays_before: a cycle opens so many workdays before its due day, or on the month's first
        workday where that is earlier; 0 is the due day.
    locks_after_workdays: corrections are taken so long after the due day.
    """

    zone: ZoneInfo
    due_day: int = 5
    due_moves: DayMoves = DayMoves.NEXT
    due_hour: time = time(18)
    opening_hour: time = time(9)
    workdays_before: int = 3
    locks_after_workdays: int = 10

    def __post_init__(self) -> None:
        if not 1 <= self.due_day <= LAST_DUE_DAY:
            raise ValueError(f"due_day {self.due_day}: not a day of every month")
        if self.workdays_before < 0 or self.locks_after_workdays < 0:
            raise ValueError("workdays_before and locks_after_workdays are counts")
        if self.workdays_before == 0 and self.opening_hour >= self.due_hour:
            raise ValueError("a cycle that opens on its due day must open before the due hour")


@dataclass(frozen=True, slots=True)
class CycleTimes:
    """The moments of one cycle, in the rule's zone.

    due_at: filed up to this moment, it included, is on time.
    locks_at: after it corrections are closed; late filing is not.
    nominal_on: the due day of the rule, whether it is a workday or not.
    source: who says which of the days counted on are workdays: nobody where one is a guess, the
        office where one is its own, else the published holidays.
    """

    opens_at: datetime
    due_at: datetime
    locks_at: datetime
    nominal_on: date
    source: DaySource

    def timetable(self, on_time_by: TickKind) -> Timetable:
        """As it is told of a cycle that has not opened yet."""
        return Timetable(
            self.opens_at,
            self.due_at,
            self.locks_at,
            on_time_by=on_time_by,
            provisional=self.source is DaySource.PROVISIONAL,
        )


def cycle_times(period: Period, rule: CalendarRule, workdays: Workdays) -> CycleTimes:
    """When the cycle for the period opens, is due and locks.

    It often opens in the period's own last days: before every October's and most Mays' due day
    lies no workday of the month.
    Source: plan, measure 67 (每月5日前, the 5th included); 法定节假日顺延.
    """
    month = period.shifted(1).first_day
    nominal_on = month.replace(day=rule.due_day)
    due_on = _moved(nominal_on, rule.due_moves, workdays)
    opens_on = min(
        workdays.on_or_after(month),
        workdays.shift(due_on, -rule.workdays_before),
    )
    locks_on = workdays.shift(due_on, rule.locks_after_workdays)

    def moment(day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=rule.zone)

    first = min(opens_on, month)
    last = max(locks_on, nominal_on)
    counted = {
        workdays.source_of(first + timedelta(days=n)) for n in range((last - first).days + 1)
    }
    return CycleTimes(
        opens_at=moment(opens_on, rule.opening_hour),
        due_at=moment(due_on, rule.due_hour),
        locks_at=moment(locks_on, rule.due_hour),
        nominal_on=nominal_on,
        source=max(counted, key=_UNSURE.index),
    )


_UNSURE = (DaySource.PUBLISHED, DaySource.OWN, DaySource.PROVISIONAL)


def _moved(day: date, moves: DayMoves, workdays: Workdays) -> date:
    match moves:
        case DayMoves.NEXT:
            return workdays.on_or_after(day)
        case DayMoves.PREVIOUS:
            return workdays.on_or_before(day)
        case DayMoves.KEEP:
            return day
