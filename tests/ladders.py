"""Ladders for tests: that of practice, and the same with some rungs changed."""

from dataclasses import replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from scheduler.rungs import (
    STANDARD_OUTSTANDING,
    STANDARD_RETURNED,
    Ladder,
    Rung,
    RungChange,
    WorkingHours,
    changed,
)

CHINA = ZoneInfo("Asia/Shanghai")
HOURS = WorkingHours(CHINA)


def standard_ladder(hours: WorkingHours = HOURS, *changes: RungChange) -> Ladder:
    return changed(Ladder(STANDARD_OUTSTANDING, STANDARD_RETURNED, hours), changes)


def on_day(rung: str, workdays: int, at: time | None = None) -> RungChange:
    return RungChange(rung, workdays=workdays, at=at)


def at_hour(rung: str, at: time) -> RungChange:
    return RungChange(rung, at=at)


def with_last_hours(ladder: Ladder, hours: int) -> Ladder:
    """So many hours before the due moment."""

    def of(rung: Rung) -> Rung:
        if rung.name != "last_hours":
            return rung
        return replace(rung, earlier=timedelta(hours=hours))

    return replace(ladder, outstanding=tuple(map(of, ladder.outstanding)))
