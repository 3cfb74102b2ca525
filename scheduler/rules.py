"""An office's calendar and ladder as they stand at a moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Self

from sqlmodel import Session

from models.calendar import decided, own_days
from models.editions import Plan
from models.ladder_changes import ChangedRung
from models.work import Work
from scheduler.cycle_times import LAST_DUE_DAY, CalendarRule
from scheduler.rungs import Ladder, RungChange, changed, sendable_at
from scheduler.workdays import Workdays
from vocabulary.terms import TickKind


@dataclass(frozen=True, slots=True)
class Rules:
    """The office's calendar and ladder, as the settings have them until `now` is asked.

    reviews: what is filed waits for the office's review.
    on_time_by: which tick decides whether a report is on time, of cycles that open from now on.
    notice_workdays: a written reminder gives so many workdays more, until the hour of due days.
    """

    calendar: CalendarRule
    ladder: Ladder
    workdays: Workdays
    reviews: bool = True
    notice_workdays: int = 3
    on_time_by: TickKind = TickKind.FILED

    def now(self, work: Work) -> Self:
        """As they stand in this unit of work."""
        return self.of_office(work.session, work.desk.office_id)

    def of_office(self, session: Session, office_id: int) -> Self:
        """With the days that the office has decided for itself, as stored now."""
        own = decided(own_days(session, office_id))
        return replace(self, workdays=_workdays(tuple(own.items())))

    def of_cycle(self, changes: Iterable[ChangedRung]) -> Self:
        """With what was decided about single rungs for one cycle."""
        decided_rungs = [
            RungChange(row.rung, off=row.off, workdays=row.workdays, at=row.at) for row in changes
        ]
        return replace(self, ladder=changed(self.ladder, decided_rungs))

    def calendar_of(self, plan: Plan) -> CalendarRule:
        """The office's rule with the day that the plan itself names, at most the 28th."""
        return replace(self.calendar, due_day=min(plan.due_day, LAST_DUE_DAY))

    def reminders_from(self, session: Session, office_id: int, moment: datetime) -> datetime:
        """The moment itself, or the next at which a reminder may go out."""
        workdays = self.of_office(session, office_id).workdays
        return sendable_at(moment, self.ladder.hours, workdays)


@lru_cache(maxsize=8)  # a calendar remembers the days it was asked about
def _workdays(own: tuple[tuple[date, bool], ...]) -> Workdays:
    return Workdays(dict(own))
