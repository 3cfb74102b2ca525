"""Which new dates a unit may ask for, and whether one counts as on time: pure.

See docs/decisions/extensions.md.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.workdays import Workdays
from vocabulary.errors import BaosongError

_OFFERED = 6  # dates offered as buttons: a week of work


class ExtensionError(BaosongError):
    """The new date cannot be taken; another one can be asked for."""


class NotAWorkday(ExtensionError):
    """Nobody would be there to receive it."""

    text_key = "extension-not-a-workday"


class NotLater(ExtensionError):
    """A date that is over, or no later than the one that holds."""

    text_key = "extension-not-later"


class BeyondTheLock(ExtensionError):
    """By then the workbook has gone out: the report would be late in any case."""

    text_key = "extension-beyond-lock"


class TooLateToExtend(ExtensionError):
    """The cycle is locked, or no workday is left until then."""

    text_key = "extension-too-late"


class NothingToExtend(ExtensionError):
    """Every report of the unit has been filed, or is not wanted."""

    text_key = "extension-nothing-open"


def counts(asked_at: datetime, due_at: datetime) -> bool:
    """Whether a granted date moves the due moment: only if it was asked for before that moment.

    How long the office takes to answer is not the unit's fault; what is late already stays late.
    """
    return asked_at <= due_at


def new_moment(
    day: date,
    *,
    due_at: datetime,
    expected_at: datetime,
    locks_at: datetime,
    now: datetime,
    workdays: Workdays,
    zone: ZoneInfo,
) -> datetime:
    """The moment of that day by which the report would be expected: at the cycle's own due hour.

    expected_at: the moment that holds so far, later than `due_at` after an earlier extension.
    Raises ExtensionError with what is wrong.
    """
    moment = datetime.combine(day, due_at.astimezone(zone).time(), tzinfo=zone)
    if now >= locks_at:
        raise TooLateToExtend
    if day <= now.astimezone(zone).date() or moment <= expected_at:
        raise NotLater
    if not workdays.is_workday(day):
        raise NotAWorkday
    if moment > locks_at:
        raise BeyondTheLock
    return moment


def dates_to_ask_for(
    *,
    due_at: datetime,
    expected_at: datetime,
    locks_at: datetime,
    now: datetime,
    workdays: Workdays,
    zone: ZoneInfo,
) -> list[date]:
    """The next dates that would be taken. Raises TooLateToExtend when there is none."""
    day = max(now, expected_at).astimezone(zone).date()
    last = locks_at.astimezone(zone).date()
    found: list[date] = []
    while day <= last and len(found) < _OFFERED:
        try:
            new_moment(
                day,
                due_at=due_at,
                expected_at=expected_at,
                locks_at=locks_at,
                now=now,
                workdays=workdays,
                zone=zone,
            )
        except ExtensionError:
            pass
        else:
            found.append(day)
        day += timedelta(days=1)
    if not found:
        raise TooLateToExtend
    return found
