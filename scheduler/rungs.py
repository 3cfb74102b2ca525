"""What a ladder is made of: its rungs, when they may go out, and what is wrong with one. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from scheduler.workdays import Workdays
from vocabulary.terms import (
    CHASED_TICKS,
    CHASES_ENDED_BY_FILING,
    FORCE_KINDS,
    SIGNATORIES,
    ChaseKind,
    ContactKind,
)

UPWARDS = (
    ContactKind.LIAISON,
    ContactKind.DEPUTY,
    ContactKind.LEADER_IN_CHARGE,
    ContactKind.HEAD,
    ContactKind.TASK_FORCE,
    ContactKind.TASK_FORCE_LEADER,
    ContactKind.COORDINATOR,
)
"""From the liaison up; who is told first, and who stands in for whom of the same unit or task
force."""

WORKDAYS_OF_NOTICE = {
    ContactKind.LEADER_IN_CHARGE: 1,
    ContactKind.HEAD: 2,
    ContactKind.TASK_FORCE: 1,
    ContactKind.TASK_FORCE_LEADER: 2,
    ContactKind.COORDINATOR: 1,
}
"""How many workdays a liaison has to put it right before each superior, or the office, is told; the
head's two leave the leader in charge one, and those of a task force's leader its liaison one."""

LAST_OCCURRENCE = 8
"""How often a weekly rung comes where nothing else is said: two months."""


class Anchor(StrEnum):
    """What a rung's moment is counted from."""

    OPENS = "opens"
    DUE = "due"
    OPENED = "opened"
    """The chase itself: when the report was returned, or filed and so to be reviewed, stamped and
    handed in; when the problem became overdue, or it was sent to be signed."""


class Tone(StrEnum):
    """Which words a rung uses."""

    NOTICE = "notice"
    REMINDER = "reminder"
    URGENT = "urgent"
    ESCALATION = "escalation"
    BULLETIN = "bulletin"
    """Asks the office whether to name in a 通报 what is late; to anybody else, as an escalation."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder.

    name: the only one of this name on the whole ladder; stored with what was sent.
    workdays: so many after the anchor's day, before it when negative.
    at: the hour of that day; None means the anchor's own moment.
    earlier: so long before the anchor's own moment, the end of the working hours counting as the
        due moment where it comes first.
    weekly: repeated every seven days, each moved to a workday, as occurrence 1, 2, 3, … `last`
    """

    name: str
    audience: tuple[ContactKind, ...]
    anchor: Anchor
    workdays: int = 0
    at: time | None = None
    earlier: timedelta = timedelta(0)
    weekly: bool = False
    last: int = LAST_OCCURRENCE
    tone: Tone = Tone.REMINDER


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Reminders go out on workdays from `start` to before `end`, times of day in `zone`.

    quiet_from, quiet_to: a rest between, in which none goes out; none where they are the same.
    """

    zone: ZoneInfo
    start: time = time(9)
    end: time = time(18)
    quiet_from: time = time(12)
    quiet_to: time = time(12)

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"working hours from {self.start} to {self.end}")

    def rests_at(self, hour: time) -> bool:
        return self.quiet_from <= hour < self.quiet_to

    def holds(self, hour: time) -> bool:
        """Whether a reminder may go out at that hour of a workday."""
        return self.start <= hour < self.end and not self.rests_at(hour)


@dataclass(frozen=True, slots=True)
class RungChange:
    """What is different about a rung in one cycle: left out, on another day, at another hour."""

    rung: str
    off: bool = False
    workdays: int | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs for each kind of chase, lowest first."""

    outstanding: tuple[Rung, ...]
    returned: tuple[Rung, ...]
    hours: WorkingHours
    problem: tuple[Rung, ...] = ()
    scan: tuple[Rung, ...] = ()
    original: tuple[Rung, ...] = ()
    mail: tuple[Rung, ...] = ()
    signing: tuple[Rung, ...] = ()
    review: tuple[Rung, ...] = ()
    extension: tuple[Rung, ...] = ()

    def rungs(self, kind: ChaseKind) -> tuple[Rung, ...]:
        return {
            ChaseKind.REPORT_OUTSTANDING: self.outstanding,
            ChaseKind.RETURNED: self.returned,
            ChaseKind.PROBLEM_OVERDUE: self.problem,
            ChaseKind.SCAN_MISSING: self.scan,
            ChaseKind.ORIGINAL_MISSING: self.original,
            ChaseKind.MAIL_MISSING: self.mail,
            ChaseKind.SIGNATURE_WAITING: self.signing,
            ChaseKind.REVIEW_WAITING: self.review,
            ChaseKind.EXTENSION_WAITING: self.extension,
        }[kind]


def sendable_at(moment: datetime, hours: WorkingHours, workdays: Workdays) -> datetime:
    """The moment itself if a reminder may go out then, else the next such moment; in the zone."""
    local = moment.astimezone(hours.zone)
    day = local.date()
    if workdays.is_workday(day) and local.time() < hours.end:
        local = max(local, datetime.combine(day, hours.start, tzinfo=hours.zone))
        if not hours.rests_at(local.time()):
            return local
        if hours.quiet_to < hours.end:
            return datetime.combine(day, hours.quiet_to, tzinfo=hours.zone)
    return datetime.combine(workdays.shift(day, 1), hours.start, tzinfo=hours.zone)


# ── the ladder of practice ─────────────────────────────────────────────────────────────────────

_UP_TO_LEADER = (ContactKind.LIAISON, ContactKind.DEPUTY, ContactKind.LEADER_IN_CHARGE)
_MORNING, _LATE_MORNING, _AFTERNOON = time(9), time(9, 30), time(14, 30)

STANDARD_OUTSTANDING = (
    Rung("opening", (ContactKind.LIAISON,), Anchor.OPENS, tone=Tone.NOTICE),
    Rung("before", (ContactKind.LIAISON,), Anchor.DUE, -1, _MORNING),
    Rung("last_morning", (ContactKind.LIAISON,), Anchor.DUE, 0, _MORNING),
    Rung(
        "last_hours",
        (ContactKind.LIAISON, ContactKind.DEPUTY),
        Anchor.DUE,
        earlier=timedelta(hours=3),
        tone=Tone.URGENT,
    ),
    Rung("overdue", (ContactKind.LIAISON,), Anchor.DUE, 1, _LATE_MORNING, tone=Tone.URGENT),
    Rung("overdue_deputy", (ContactKind.DEPUTY,), Anchor.DUE, 1, _AFTERNOON, tone=Tone.URGENT),
    Rung(
        "overdue_leader",
        (ContactKind.LEADER_IN_CHARGE,),
        Anchor.DUE,
        2,
        _LATE_MORNING,
        tone=Tone.ESCALATION,
    ),
    Rung("overdue_head", (ContactKind.HEAD,), Anchor.DUE, 3, _LATE_MORNING, tone=Tone.ESCALATION),
    Rung(
        "overdue_task_force",
        (ContactKind.TASK_FORCE,),
        Anchor.DUE,
        3,
        _AFTERNOON,
        tone=Tone.ESCALATION,
    ),
    Rung(
        "overdue_office",
        (ContactKind.COORDINATOR,),
        Anchor.DUE,
        4,
        _LATE_MORNING,
        tone=Tone.ESCALATION,
    ),
    Rung("weekly", _UP_TO_LEADER, Anchor.DUE, 5, _LATE_MORNING, weekly=True, tone=Tone.ESCALATION),
    Rung(
        "overdue_bulletin",
        (ContactKind.COORDINATOR,),
        Anchor.DUE,
        6,
        _LATE_MORNING,
        tone=Tone.BULLETIN,
    ),
)
"""Source: practice urges on the first workday after the due day and names the late in a 通报 five
workdays later; the last morning and the last hours because most late reports were simply
forgotten. To name them is the office's decision: the last rung lays the bulletin at its hand. The
task force after the unit's own leaders, so that they can put it right themselves, and before the
office, so that it can do what it is there for."""

STANDARD_RETURNED = (
    Rung("returned", (ContactKind.LIAISON,), Anchor.OPENED, 1, _LATE_MORNING, tone=Tone.URGENT),
    Rung(
        "returned_deputy", (ContactKind.DEPUTY,), Anchor.OPENED, 2, _LATE_MORNING, tone=Tone.URGENT
    ),
    Rung(
        "returned_leader",
        (ContactKind.LEADER_IN_CHARGE,),
        Anchor.OPENED,
        3,
        _LATE_MORNING,
        tone=Tone.ESCALATION,
    ),
    Rung(
        "returned_office",
        (ContactKind.COORDINATOR,),
        Anchor.OPENED,
        4,
        _LATE_MORNING,
        tone=Tone.ESCALATION,
    ),
    Rung(
        "returned_weekly",
        _UP_TO_LEADER,
        Anchor.OPENED,
        5,
        _LATE_MORNING,
        weekly=True,
        tone=Tone.ESCALATION,
    ),
)


STANDARD_PROBLEM = (
    Rung("problem", (ContactKind.LIAISON,), Anchor.OPENED, 1, _LATE_MORNING),
    Rung(
        "problem_office",
        (ContactKind.COORDINATOR,),
        Anchor.OPENED,
        6,
        _LATE_MORNING,
        tone=Tone.ESCALATION,
    ),
)
"""Once to whoever can answer, and a week later to whoever can ask; every report asks as well."""

STANDARD_SIGNING = (
    Rung("signing", (ContactKind.LEADER_IN_CHARGE,), Anchor.OPENED, 1, _LATE_MORNING),
    Rung("signing_head", (ContactKind.HEAD,), Anchor.OPENED, 2, _LATE_MORNING),
)
"""The leader in charge on the workday after it was sent, the head a day later: either may sign."""

_FOR_LONG = 52
"""How often the office's own backlog is brought to mind, weekly: a year, since nobody else will."""


def review_rungs(workdays: int, at: time) -> tuple[Rung, ...]:
    """The office hears of what waits for its review so many workdays after the filing."""
    return (_of_office("review_waiting", workdays, at, weekly=True),)


def extension_rungs(at: time) -> tuple[Rung, ...]:
    """Somebody waits for an answer before a date: on the next two workdays, then weekly."""
    return (
        _of_office("extension_waiting", 1, at),
        _of_office("extension_again", 2, at),
        _of_office("extension_weekly", 3, at, weekly=True),
    )


def _of_office(name: str, workdays: int, at: time, *, weekly: bool = False) -> Rung:
    return Rung(
        name,
        (ContactKind.COORDINATOR,),
        Anchor.OPENED,
        workdays,
        at,
        weekly=weekly,
        last=_FOR_LONG,
        tone=Tone.NOTICE,
    )


# ── what is wrong with a ladder ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class RungFault:
    """One thing wrong. rungs: of which ladder; place: the rung's, from 0, None for all of it.

    part: which of the rung's settings has to change. text_key: begins with rung-wrong-.
    """

    kind: ChaseKind
    place: int | None
    part: str
    text_key: str
    facts: Mapping[str, str | int]


def ladder_faults(ladder: Ladder) -> list[RungFault]:
    """Everything wrong with the ladder; nobody may be told before those below them.

    A superior hears of a report a workday after the liaison at the earliest, the leader in charge
    after the deputy too, the head after the leader in charge; and never before it is due.
    """
    faults = [*_names_twice(ladder), *_forces_out_of_place(ladder)]
    for kind, own in _ANCHORS.items():
        rungs = ladder.rungs(kind)
        for place, rung in enumerate(rungs):
            for part, key, facts in _wrong_alone(rung, own, ladder.hours):
                faults.append(RungFault(kind, place, part, key, facts))
        if kind is ChaseKind.SIGNATURE_WAITING:  # whose it is are the leaders, and nobody below
            faults += _not_for_signatories(rungs)
        elif rungs or kind in CHASES_ENDED_BY_FILING:  # the others one may leave in peace
            faults += _wrong_together(kind, rungs, own)
    return faults


_ANCHORS = {
    ChaseKind.REPORT_OUTSTANDING: Anchor.DUE,
    ChaseKind.RETURNED: Anchor.OPENED,
    ChaseKind.PROBLEM_OVERDUE: Anchor.OPENED,
    ChaseKind.SCAN_MISSING: Anchor.OPENED,
    ChaseKind.ORIGINAL_MISSING: Anchor.OPENED,
    ChaseKind.MAIL_MISSING: Anchor.OPENED,
    ChaseKind.SIGNATURE_WAITING: Anchor.OPENED,
}
"""The ladders of the settings, and from what their rungs count."""


def _not_for_signatories(rungs: Sequence[Rung]) -> Iterator[RungFault]:
    for place, rung in enumerate(rungs):
        if not set(rung.audience) <= set(SIGNATORIES):
            yield RungFault(
                ChaseKind.SIGNATURE_WAITING,
                place,
                "audience",
                "rung-wrong-signatory",
                {"name": rung.name},
            )


def _names_twice(ladder: Ladder) -> Iterator[RungFault]:
    """A name stands for one rung in everything that was sent, and on the command line."""
    seen: set[str] = set()
    for kind in _ANCHORS:
        for place, rung in enumerate(ladder.rungs(kind)):
            if rung.name in seen:
                yield RungFault(kind, place, "name", "rung-wrong-name-twice", {"name": rung.name})
            seen.add(rung.name)


def _forces_out_of_place(ladder: Ladder) -> Iterator[RungFault]:
    """A task force is told what is missing of its measures: of a returned report, nothing is.

    Of paper that is to come the office has its list.
    """
    for kind in _ANCHORS.keys() - {ChaseKind.REPORT_OUTSTANDING, ChaseKind.SIGNATURE_WAITING}:
        for place, rung in enumerate(ladder.rungs(kind)):
            if kind in CHASED_TICKS and ContactKind.COORDINATOR in rung.audience:
                yield RungFault(kind, place, "audience", "rung-wrong-office", {"name": rung.name})
            if any(audience in FORCE_KINDS for audience in rung.audience):
                facts: dict[str, str | int] = {"name": rung.name}
                yield RungFault(kind, place, "audience", "rung-wrong-task-force", facts)


def _wrong_alone(
    rung: Rung, own: Anchor, hours: WorkingHours
) -> Iterator[tuple[str, str, dict[str, str | int]]]:
    name: dict[str, str | int] = {"name": rung.name}
    allowed = {own} if own is Anchor.OPENED else {own, Anchor.OPENS}
    if rung.anchor not in allowed:
        yield "anchor", "rung-wrong-anchor", {**name, "allowed": ", ".join(sorted(allowed))}
    if rung.at is None and (rung.workdays or rung.weekly):
        yield "at", "rung-wrong-hour-missing", name
    if rung.at is not None and rung.earlier:
        yield "hours_before", "rung-wrong-hour-twice", name
    if rung.at is not None and not hours.holds(rung.at):
        yield "at", "rung-wrong-hour-outside", {**name, "at": f"{rung.at:%H:%M}"}


def _wrong_together(kind: ChaseKind, rungs: Sequence[Rung], own: Anchor) -> Iterator[RungFault]:
    if not any(ContactKind.LIAISON in rung.audience for rung in rungs):
        yield RungFault(kind, None, "", "rung-wrong-no-liaison", {})
    first = _first_told(rungs, own)
    told = first.get(ContactKind.LIAISON)
    for place, rung in enumerate(rungs):
        name: dict[str, str | int] = {"name": rung.name}
        comes_early = told is not None and _comes_after(rung, own) and _day_and_hour(rung) < told
        if ContactKind.DEPUTY in rung.audience and comes_early:
            yield RungFault(kind, place, "workdays", "rung-wrong-deputy-first", name)
        superiors = [audience for audience in rung.audience if audience in WORKDAYS_OF_NOTICE]
        if superiors and told is None:
            yield RungFault(kind, place, "audience", "rung-wrong-liaison-unwarned", name)
        elif superiors:
            least = max(_least_workdays(audience, first) for audience in superiors)
            if not _comes_after(rung, own) or rung.workdays < least:
                facts = {**name, "least": least}
                yield RungFault(kind, place, "workdays", "rung-wrong-too-early", facts)


_BELOW = {
    ContactKind.LEADER_IN_CHARGE: (ContactKind.LIAISON, ContactKind.DEPUTY),
    ContactKind.HEAD: (ContactKind.LIAISON, ContactKind.DEPUTY, ContactKind.LEADER_IN_CHARGE),
    ContactKind.TASK_FORCE: (ContactKind.LIAISON,),
    ContactKind.TASK_FORCE_LEADER: (ContactKind.LIAISON, ContactKind.TASK_FORCE),
    ContactKind.COORDINATOR: (ContactKind.LIAISON,),
}

_DayAndHour = tuple[int, time]


def _least_workdays(superior: ContactKind, first: Mapping[ContactKind, _DayAndHour]) -> int:
    below = [first[kind][0] + 1 for kind in _BELOW[superior] if kind in first]
    return max(first[ContactKind.LIAISON][0] + WORKDAYS_OF_NOTICE[superior], *below)


def _comes_after(rung: Rung, own: Anchor) -> bool:
    """Whether the rung speaks of something that is overdue, or was returned."""
    return rung.anchor is own and rung.workdays >= 1


def _day_and_hour(rung: Rung) -> _DayAndHour:
    return rung.workdays, rung.at or time.min


def _first_told(rungs: Iterable[Rung], own: Anchor) -> dict[ContactKind, _DayAndHour]:
    """By audience, the workday and hour at which it is first told that it is late."""
    first: dict[ContactKind, _DayAndHour] = {}
    for rung in rungs:
        if _comes_after(rung, own):
            for audience in rung.audience:
                first[audience] = min(first.get(audience, _day_and_hour(rung)), _day_and_hour(rung))
    return first


def changed(ladder: Ladder, changes: Iterable[RungChange]) -> Ladder:
    """The ladder of one cycle. A change of a rung that there is no more says nothing."""
    by_name = {change.rung: change for change in changes}

    def of(rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
        return tuple(
            _moved(rung, by_name[rung.name]) if rung.name in by_name else rung
            for rung in rungs
            if rung.name not in by_name or not by_name[rung.name].off
        )

    return replace(
        ladder,
        outstanding=of(ladder.outstanding),
        returned=of(ladder.returned),
        problem=of(ladder.problem),
        scan=of(ladder.scan),
        original=of(ladder.original),
        mail=of(ladder.mail),
        signing=of(ladder.signing),
    )


def _moved(rung: Rung, change: RungChange) -> Rung:
    workdays = rung.workdays if change.workdays is None else change.workdays
    if change.at is None:
        return replace(rung, workdays=workdays)
    return replace(rung, workdays=workdays, at=change.at, earlier=timedelta(0))
