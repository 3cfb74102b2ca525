"""When a cycle opens, is due and locks, as one value: what every message about it prints."""

from dataclasses import dataclass
from datetime import datetime

from vocabulary.terms import TickKind


@dataclass(frozen=True, slots=True)
class Timetable:
    """The moments of a cycle, in the office's zone, and what one unit was given beyond them.

    extended_to: the unit's own due moment, where the office gave it more time.
    extension_counts: filed by then it is on time; else it is only left in peace until then.
    on_time_by: which tick has to come by the due moment.
    provisional: a day that was counted on is a guess, as its holidays are not published yet.
    """

    opens_at: datetime
    due_at: datetime
    locks_at: datetime
    extended_to: datetime | None = None
    extension_counts: bool = False
    on_time_by: TickKind = TickKind.FILED
    provisional: bool = False

    @property
    def expected_at(self) -> datetime:
        """By when the unit is expected to file."""
        return self.extended_to or self.due_at
