"""What the office's own papers are made from, as values."""

from dataclasses import dataclass
from datetime import datetime

from vocabulary.period import Period
from vocabulary.report import AskedMeasure
from vocabulary.terms import Channel, ContactKind


@dataclass(frozen=True, slots=True)
class ToldOf:
    """One reminder that has surely reached somebody: when, whom and how."""

    at: datetime
    kind: ContactKind
    name: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class ChaseNotice:
    """A report that is late, and all that was done about it. Moments are in the office's zone.

    expected_at: by when it was wanted; is_extended: that is more time than the others had.
    returned_at, return_reason: of a report that was filed, and has not come back since.
    asked: how many measures it is about; missing: those without an answer.
    told: the reminders, the oldest first. file_by: until when it is wanted now.
    """

    office: str
    plan_title: str
    unit: str
    official_name: str | None
    period: Period
    as_of: datetime
    expected_at: datetime
    is_extended: bool
    asked: int
    missing: tuple[AskedMeasure, ...]
    told: tuple[ToldOf, ...]
    file_by: datetime
    returned_at: datetime | None = None
    return_reason: str = ""
