"""Why a rung was sent, to whom, or why not: every planned rung accounted for once, pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scheduler.ladder import ChaseState, PlannedRung, rungs_due, rungs_skipped, schedule
from scheduler.rungs import UPWARDS, Ladder, sendable_at
from scheduler.workdays import Workdays
from vocabulary.terms import ContactKind


class Fate(StrEnum):
    """What became of a rung, or of one of its reminders."""

    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"
    CALL_OPEN = "call_open"
    CALLED = "called"
    NOT_CALLED = "not_called"
    NO_ANSWER = "no_answer"
    TO_COME = "to_come"
    SETTLED = "settled"
    OUT_OF_HOURS = "out_of_hours"
    NOTICE = "notice"
    SNOOZED = "snoozed"
    NOBODY = "nobody"
    NEEDLESS = "needless"
    STOOD_IN = "stood_in"
    IN_PLACE = "in_place"
    LEFT_OUT = "left_out"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Kept:
    """A reminder as it is stored.

    due_at: the rung's moment for which it was planned. at: when its fate was known, where there is
    such a moment.
    """

    rung: str
    occurrence: int
    audience: ContactKind
    name: str
    kind: ContactKind
    due_at: datetime
    fate: Fate
    at: datetime | None = None
    reason: str = ""

    @property
    def was_ahead(self) -> bool:
        """Whether it came before its own moment, along with what was due then: see `backlog`."""
        return self.at is not None and self.at < self.due_at


@dataclass(frozen=True, slots=True)
class Accounted:
    """A rung for one audience, with its reminders; without any, `fate` says why there is none.

    rung: also one that a person asked for, or that the ladder has no more.
    due_at: its moment in the ladder, or the one that held when its reminders were planned.
    last_at: of a weekly one that was not sent, when it comes for the last time.
    by: who left it out of the cycle; empty where the operator did.
    """

    rung: str
    occurrence: int
    audience: ContactKind
    due_at: datetime
    kept: tuple[Kept, ...]
    fate: Fate | None = None
    last_at: datetime | None = None
    by: str = ""


_Key = tuple[str, int, ContactKind]

_LEADERS = (ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD)
_NOT_TOLD = frozenset(
    {
        Fate.UNREACHABLE,
        Fate.NO_ANSWER,
        Fate.NOT_CALLED,
        Fate.OVERTAKEN,
        Fate.CANCELLED,
        Fate.EXPIRED,
    }
)


def account(
    chase: ChaseState,
    ladder: Ladder,
    workdays: Workdays,
    kept: Sequence[Kept],
    *,
    now: datetime,
    settled_at: datetime | None = None,
    snoozed: bool = False,
    nobody: frozenset[ContactKind] = frozenset(),
    needless: frozenset[ContactKind] = frozenset(),
) -> list[Accounted]:
    """By time, every rung of the schedule once, and every stored reminder once.

    settled_at: when the chase ended. snoozed: whoever would be told has put it off.
    nobody: audiences for whom nobody could be told now. needless: those that have nothing to be
        told, since what concerns them is answered.
    """
    seen_at = min(now, settled_at) if settled_at else now
    by_key: dict[_Key, list[Kept]] = {}
    for reminder in kept:
        by_key.setdefault((reminder.rung, reminder.occurrence, reminder.audience), []).append(
            reminder
        )
    skipped = {
        (rung.rung, rung.occurrence, rung.audience): rung.expires_at
        for rung in rungs_skipped(chase, ladder, workdays, now=seen_at)
    }
    due = {
        (rung.rung, rung.occurrence, rung.audience)
        for rung in rungs_due(chase, ladder, workdays, now=seen_at)
    }
    silent = dict.fromkeys(nobody, Fate.NOBODY) | dict.fromkeys(needless, Fate.NEEDLESS)
    outside = sendable_at(seen_at, ladder.hours, workdays) > seen_at

    def without_reminder(rung: PlannedRung, key: _Key) -> Fate:
        if rung.due_at > seen_at:
            return Fate.SETTLED if settled_at else Fate.TO_COME
        if rung.audience in silent:  # nothing was ever queued for them, whatever came after it
            return silent[rung.audience]
        if key in skipped:
            expires_at = skipped[key]
            over = expires_at is not None and expires_at <= seen_at
            return Fate.EXPIRED if over else Fate.OVERTAKEN
        if settled_at or outside:
            return Fate.SETTLED if settled_at else Fate.OUT_OF_HOURS
        if key not in due:
            return Fate.NOTICE
        return Fate.SNOOZED if snoozed else Fate.DUE

    found = []
    for rung in schedule(chase, ladder, workdays, until=_shown_until(chase, ladder, workdays, now)):
        key = (rung.rung, rung.occurrence, rung.audience)
        if reminders := by_key.pop(key, None):
            found.append(_reminded(key, reminders))
        elif any(_stood_in(reminder, rung) for reminder in kept):
            found.append(Accounted(*key, rung.due_at, (), Fate.STOOD_IN))
        else:
            fate = without_reminder(rung, key)
            found.append(Accounted(*key, rung.due_at, (), fate, rung.last_at))
    found += [_reminded(key, reminders) for key, reminders in by_key.items()]
    return sorted(found, key=lambda rung: rung.due_at)


def left_out(
    chase: ChaseState,
    ladder: Ladder,
    workdays: Workdays,
    by_rung: Mapping[str, str],
    *,
    settled_at: datetime | None = None,
) -> list[Accounted]:
    """The rungs that would have come if they had not been left out of the cycle.

    ladder: with them. by_rung: who decided so, by the rung's name.
    """
    return [
        Accounted(
            rung.rung,
            rung.occurrence,
            rung.audience,
            rung.due_at,
            (),
            Fate.LEFT_OUT,
            rung.last_at,
            by_rung[rung.rung],
        )
        for rung in schedule(chase, ladder, workdays)
        if rung.rung in by_rung and (settled_at is None or rung.due_at <= settled_at)
    ]


def _reminded(key: _Key, reminders: Sequence[Kept]) -> Accounted:
    return Accounted(*key, min(reminder.due_at for reminder in reminders), tuple(reminders))


def _stood_in(told: Kept, rung: PlannedRung) -> bool:
    """Whether a leader was told by this very rung what is meant for somebody lower.

    The person is the one for whom the rung is meant too, or who stands in for them: nobody is told
    twice by one rung.
    """
    return (
        (told.rung, told.occurrence) == (rung.rung, rung.occurrence)
        and told.kind in _LEADERS
        and rung.audience in _LEADERS
        and UPWARDS.index(told.audience) < UPWARDS.index(rung.audience)
        and UPWARDS.index(told.kind) >= UPWARDS.index(rung.audience)
        and told.fate not in _NOT_TOLD
    )


def _shown_until(
    chase: ChaseState, ladder: Ladder, workdays: Workdays, now: datetime
) -> datetime | None:
    """The usual horizon, or now where that is later, so that nothing past is left out."""
    usual = schedule(chase, ladder, workdays)
    return now if usual and usual[-1].due_at < now else None
