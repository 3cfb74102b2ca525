"""Who is reminded of a chase, and when: what is due follows from stored state and `now`, pure.

A ladder is a list of rungs. Every rung has a planned moment for each audience it speaks to, and
of all planned moments that have passed only the newest counts: whatever a bot that was off has
missed stays unsaid. The newest gives way as well where the next one is nearer than its own moment.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.rungs import (
    UPWARDS,
    WORKDAYS_OF_NOTICE,
    Anchor,
    Ladder,
    Rung,
    Tone,
    WorkingHours,
    sendable_at,
)
from scheduler.workdays import Workdays
from vocabulary.terms import (
    CHASES_ENDED_BY_FILING,
    CHASES_OF_OFFICE,
    Channel,
    ChaseKind,
    ContactKind,
)

_WEEK = timedelta(days=7)
_SHOWN_BEHIND = timedelta(days=28)  # four of the weekly reminders


@dataclass(frozen=True, slots=True)
class SentReminder:
    """A reminder of this chase that was queued `at` this moment.

    audience: whom the rung speaks to, also where somebody stood in for them.
    told: False while a telephone call is still to be made; it becomes True, `at` that moment.
    Leave out those that were skipped, and those that reached nobody (a blocked chat): a rung that
    is not among the sent is due again, and goes to the next person.
    """

    rung: str
    occurrence: int
    audience: ContactKind
    at: datetime
    told: bool = True


@dataclass(frozen=True, slots=True)
class ChaseState:
    """One subject that is being chased, as stored; whatever is settled is no chase any more.

    opened_at: when this chase began: for a returned report the moment of the return.
    opens_at, due_at: of the report's cycle; due_at later where the office gave more time, or where
        the report was wanted again only after it was due.
    since: when this episode took the place of an earlier one, with a message of its own (more
        time, wanted again); what was planned before belongs to the time before, and stays unsaid.
    out_of_reach: no message gets to anybody of the unit who could act on it: see `is_out_of_reach`.
    """

    kind: ChaseKind
    opened_at: datetime
    opens_at: datetime
    due_at: datetime
    sent: tuple[SentReminder, ...] = ()
    since: datetime | None = None
    out_of_reach: bool = False


@dataclass(frozen=True, slots=True)
class DueRung:
    """A rung for one audience.

    due_at: the planned moment, within working hours.
    expires_at: from this moment on it is untrue and must not go out; None if it stays true.
    """

    rung: str
    occurrence: int
    audience: ContactKind
    due_at: datetime
    expires_at: datetime | None
    tone: Tone
    weekly: bool


@dataclass(frozen=True, slots=True)
class PlannedRung:
    """A rung as shown to people: `sent_at` is None while it is to come, or was passed over.

    last_at: of a weekly one, when it comes for the last time.
    """

    rung: str
    occurrence: int
    audience: ContactKind
    due_at: datetime
    sent_at: datetime | None
    tone: Tone
    weekly: bool
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact of the unit or of the office.

    reachable: has a channel that takes messages. callable: has none, but a telephone.
    away: has said that others stand in for these days. takes_over: a liaison has given them this
        report.
    """

    contact_id: int
    kind: ContactKind
    reachable: bool
    callable: bool = False
    away: bool = False
    takes_over: bool = False


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets what is meant for `audience`, and how; nobody when there is nobody who could."""

    audience: ContactKind
    contacts: tuple[ContactView, ...]
    channel: Channel = Channel.CHAT


def rungs_due(
    chase: ChaseState, ladder: Ladder, workdays: Workdays, *, now: datetime
) -> list[DueRung]:
    """The newest rung due at `now` for each audience and not sent yet, liaison first.

    None for an audience whose next rung comes on the same day, and sooner than this one is late.
    Queue them in this order: where one person stands in for two audiences, the liaison's counts.
    Empty outside working hours. A superior is held back until the liaison has been told for as
    long as `WORKDAYS_OF_NOTICE` says that it is overdue, or returned. The office is nobody's
    superior: it waits as well, but not for the notice of a unit that is out of reach.
    """
    if sendable_at(now, ladder.hours, workdays) > now:
        return []
    course = _Course(chase, ladder, workdays)
    return [
        rung
        for rung in sorted(course.newest(now).values(), key=lambda rung: _height(rung.audience))
        if not course.has_passed(rung)
        and not _has_expired(rung, now)
        and course.has_had_notice(rung.audience, now)
        and not course.gives_way(rung, now)
    ]


def rungs_skipped(
    chase: ChaseState, ladder: Ladder, workdays: Workdays, *, now: datetime
) -> list[DueRung]:
    """The rungs that were due, were not sent, and never will be: a newer one takes their place.

    Also those that have become untrue. Calling it again returns them again.
    """
    course = _Course(chase, ladder, workdays)
    newest = course.newest(now)
    return [
        rung
        for rung in course.plan(until=now)
        if not course.was_sent(rung)
        and (
            rung != newest[rung.audience]
            or _has_expired(rung, now)
            or course.has_passed(rung)
            or course.gives_way(rung, now)
        )
    ]


def schedule(
    chase: ChaseState, ladder: Ladder, workdays: Workdays, *, until: datetime | None = None
) -> list[PlannedRung]:
    """Who gets what and when if the report never comes, by time.

    until: None means four weeks after the chase began or the report was due, the later of them.
    A superior, or the office, may be told later than shown when the liaison could not be told in
    time.
    """
    last = until or max(chase.opened_at, chase.due_at) + _SHOWN_BEHIND
    sent_at = {(s.rung, s.occurrence, s.audience): s.at for s in chase.sent}
    course = _Course(chase, ladder, workdays)
    last_at = course.last_moments()
    return [
        PlannedRung(
            rung.rung,
            rung.occurrence,
            rung.audience,
            rung.due_at,
            sent_at.get((rung.rung, rung.occurrence, rung.audience)),
            rung.tone,
            rung.weekly,
            last_at.get(rung.rung),
        )
        for rung in course.plan(until=last)
    ]


def rungs_ahead(
    chase: ChaseState, ladder: Ladder, workdays: Workdays, *, now: datetime
) -> list[DueRung]:
    """What will go out from `now` on if the report never comes, by time: what is due still too."""
    course = _Course(chase, ladder, workdays)
    usual = max(chase.opened_at, chase.due_at) + _SHOWN_BEHIND
    until = max(usual, now, *course.last_moments().values())
    newest = course.newest(now)
    return [
        rung
        for rung in course.plan(until=until)
        if not course.has_passed(rung)
        and (
            rung.due_at > now
            or (
                rung == newest[rung.audience]
                and not _has_expired(rung, now)
                and not course.gives_way(rung, now)
            )
        )
    ]


def recipients(audience: ContactKind, contacts: Iterable[ContactView]) -> Recipients:
    """The contacts of that kind; where none of them can be told, those of the next kind up.

    What is meant for the liaison goes to the colleague who has taken the report over; else to a
    liaison who is there, or a deputy who is; else to the liaison who is away after all. Whom no
    message reaches is called, before anybody of a higher kind is told.
    Nobody stands in for a deputy: the liaison is told in any case, and a superior who stood in
    would be told too early. A deputy who has the liaison's place is not told twice.
    """
    everybody = tuple(contacts)
    if audience is ContactKind.DEPUTY:
        instead = recipients(ContactKind.LIAISON, everybody).contacts
        found = (c for c in everybody if c.kind is audience and c.reachable and not c.away)
        return Recipients(audience, tuple(c for c in found if c not in instead))
    for channel, choice in _choices(audience, everybody):
        if choice:
            return Recipients(audience, choice, channel)
    return Recipients(audience, ())


def is_out_of_reach(contacts: Iterable[ContactView]) -> bool:
    """Whether what is meant for the liaison gets to nobody of the unit by itself.

    There is nobody whom a message reaches, or only a telephone, and the call is the office's to
    make. contacts: of the unit alone.
    """
    found = recipients(ContactKind.LIAISON, contacts)
    return not found.contacts or found.channel is Channel.PHONE


def _choices(
    audience: ContactKind, everybody: tuple[ContactView, ...]
) -> Iterator[tuple[Channel, tuple[ContactView, ...]]]:
    """Who may be told what is meant for the audience, the best choice first."""

    def reached(kind: ContactKind) -> tuple[ContactView, ...]:
        return tuple(c for c in everybody if c.kind is kind and c.reachable)

    def called(kind: ContactKind) -> tuple[ContactView, ...]:
        return tuple(c for c in everybody if c.kind is kind and c.callable)

    higher = UPWARDS[_height(audience) :]
    if audience is ContactKind.LIAISON:
        writers, higher = higher[:2], higher[2:]
        for choice in (
            tuple(c for c in everybody if c.takes_over and c.reachable and not c.away),
            *(tuple(c for c in reached(kind) if not c.away) for kind in writers),
            *map(reached, writers),
        ):
            yield Channel.CHAT, choice
        for kind in writers:
            yield Channel.PHONE, called(kind)
    for kind in higher:
        yield Channel.CHAT, reached(kind)
        yield Channel.PHONE, called(kind)


class _Course:
    """The way of one chase up its ladder."""

    def __init__(self, chase: ChaseState, ladder: Ladder, workdays: Workdays) -> None:
        self._chase = chase
        self._rungs = ladder.rungs(chase.kind)
        self._is_of_office = chase.kind in CHASES_OF_OFFICE
        self._hours = ladder.hours
        self._workdays = workdays
        self._place = {rung.name: n for n, rung in enumerate(self._rungs)}
        self._sent = {(s.rung, s.occurrence, s.audience) for s in chase.sent}

    def plan(self, *, until: datetime) -> list[DueRung]:
        """Every rung planned up to `until`, by time; of two at one moment only the higher one."""
        plan: dict[tuple[datetime, ContactKind], DueRung] = {}
        for rung in self._rungs:
            for occurrence, moment in self._moments(rung, until):
                for audience in rung.audience:
                    planned = self._planned(rung, occurrence, audience, moment)
                    if planned is not None and planned.due_at <= until:
                        plan[planned.due_at, audience] = planned
        return sorted(plan.values(), key=lambda rung: (rung.due_at, _height(rung.audience)))

    def last_moments(self) -> dict[str, datetime]:
        """By name of a weekly rung, when it comes for the last time."""
        found = {}
        for rung in self._rungs:
            if rung.weekly and rung.at is not None:
                first = self._workdays.shift(self._anchor(rung).date(), rung.workdays)
                until = _at(first + rung.last * _WEEK, rung.at, self._hours)
                *_, (_, moment) = self._moments(rung, until)
                found[rung.name] = sendable_at(moment, self._hours, self._workdays)
        return found

    def newest(self, now: datetime) -> dict[ContactKind, DueRung]:
        return {rung.audience: rung for rung in self.plan(until=now)}

    def was_sent(self, rung: DueRung) -> bool:
        return (rung.rung, rung.occurrence, rung.audience) in self._sent

    def has_passed(self, rung: DueRung) -> bool:
        """Whether it was sent, or one above it: days and dues that move must not lead back."""
        here = (self._place[rung.rung], rung.occurrence)
        return any(
            (self._place[name], occurrence) >= here
            for name, occurrence, audience in self._sent
            if audience is rung.audience and name in self._place
        )

    def gives_way(self, rung: DueRung, now: datetime) -> bool:
        """Whether a later rung for the same audience comes today, nearer than this one's moment.

        Nobody is told twice in a row by a bot that was off; and what is on time never gives way.
        Once it does, it does until that rung has come: the one moment draws near, the other away.
        """
        late = now - rung.due_at
        today = now.astimezone(self._hours.zone).date()
        return any(
            later.audience is rung.audience
            and timedelta() < later.due_at - now < late
            and not self.has_passed(later)
            for later in self.plan(until=_at(today, self._hours.end, self._hours))
        )

    def has_had_notice(self, audience: ContactKind, now: datetime) -> bool:
        """Whether this audience may be told: a superior only some workdays after the liaison.

        So is the office, for as long as the unit can be told: of one that cannot, nobody else
        would ever hear.
        """
        is_theirs = self._is_of_office or self._chase.kind is ChaseKind.SIGNATURE_WAITING
        days = None if is_theirs else WORKDAYS_OF_NOTICE.get(audience)
        if days is None:
            return True
        chase = self._chase
        is_report_wanted = chase.kind is ChaseKind.REPORT_OUTSTANDING
        wanting_from = chase.due_at if is_report_wanted else chase.opened_at
        told_at = min(
            (
                s.at
                for s in chase.sent
                if s.told and s.audience is ContactKind.LIAISON and s.at >= wanting_from
            ),
            default=None,
        )
        if told_at is None:
            return audience is ContactKind.COORDINATOR and chase.out_of_reach
        told_at = sendable_at(told_at, self._hours, self._workdays)
        until = _at(self._workdays.shift(told_at.date(), days), told_at.time(), self._hours)
        return now >= until

    def _planned(
        self, rung: Rung, occurrence: int, audience: ContactKind, moment: datetime
    ) -> DueRung | None:
        """None when it would come before or with the opening, or after it has become untrue.

        What is planned up to the due moment is untrue from then on: the report is late.
        """
        chase = self._chase
        if audience in WORKDAYS_OF_NOTICE and chase.kind in CHASES_ENDED_BY_FILING:
            # a report may be returned before it is due
            moment = max(moment, chase.due_at)
        at = sendable_at(moment, self._hours, self._workdays)
        is_of_the_due = rung.anchor is not Anchor.OPENED
        if chase.since is not None and at < chase.since:
            return None
        expires_at = chase.due_at if is_of_the_due and moment <= chase.due_at else None
        if expires_at is not None and at >= expires_at:
            return None
        if rung.anchor is not Anchor.OPENS and at <= chase.opens_at:
            return None
        return DueRung(rung.name, occurrence, audience, at, expires_at, rung.tone, rung.weekly)

    def _moments(self, rung: Rung, until: datetime) -> Iterator[tuple[int, datetime]]:
        """Occurrence and moment; of a weekly rung all that may come up to `until`."""
        anchor = self._anchor(rung)
        if rung.at is None:
            yield 1, anchor - rung.earlier
            return
        first = self._workdays.shift(anchor.date(), rung.workdays)
        if not rung.weekly:
            yield 1, _at(first, rung.at, self._hours)
            return
        weeks = (until.astimezone(self._hours.zone).date() - first) // _WEEK
        for week in range(min(weeks + 1, rung.last)):
            day = self._workdays.on_or_after(first + week * _WEEK)
            yield week + 1, _at(day, rung.at, self._hours)

    def _anchor(self, rung: Rung) -> datetime:
        zone = self._hours.zone
        match rung.anchor:
            case Anchor.OPENS:
                return self._chase.opens_at.astimezone(zone)
            case Anchor.OPENED:
                return self._chase.opened_at.astimezone(zone)
            case Anchor.DUE:
                due_at = self._chase.due_at.astimezone(zone)
                end = _at(due_at.date(), self._hours.end, self._hours)
                return min(due_at, end)


def _height(audience: ContactKind) -> int:
    return UPWARDS.index(audience)


def _has_expired(rung: DueRung, now: datetime) -> bool:
    return rung.expires_at is not None and rung.expires_at <= now


def _at(day: date, hour: time, hours: WorkingHours) -> datetime:
    return datetime.combine(day, hour, tzinfo=hours.zone)
