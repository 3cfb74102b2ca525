"""Every rung of the schedule is accounted for exactly once, whatever has happened to it."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.account import Accounted, Fate, Kept, account
from scheduler.ladder import (
    ChaseState,
    DueRung,
    SentReminder,
    rungs_due,
    rungs_skipped,
    schedule,
)
from scheduler.workdays import Workdays
from tests.factories import at
from tests.ladders import standard_ladder
from vocabulary.terms import ChaseKind, ContactKind

LADDER = standard_ladder()
WORKDAYS = Workdays()
LIAISON, DEPUTY = ContactKind.LIAISON, ContactKind.DEPUTY
LEADER, HEAD = ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD
JULY = ChaseState(ChaseKind.REPORT_OUTSTANDING, at(1), at(1), at(5, 18))


def kept(rung: DueRung, fate: Fate, now: datetime) -> Kept:
    place = (rung.rung, rung.occurrence, rung.audience)
    return Kept(*place, "Ada", rung.audience, rung.due_at, fate, at=now)


def played(chase: ChaseState, moments: list[datetime]) -> tuple[ChaseState, list[Kept]]:
    """The bot ticks at these moments; what it sends arrives, what it skips is noted."""
    reminders: list[Kept] = []
    noted = set()
    for now in moments:
        for rung in rungs_skipped(chase, LADDER, WORKDAYS, now=now):
            key = (rung.rung, rung.occurrence, rung.audience)
            if key not in noted and rungs_due(chase, LADDER, WORKDAYS, now=now):
                noted.add(key)
                reminders.append(kept(rung, Fate.OVERTAKEN, now))
        due = rungs_due(chase, LADDER, WORKDAYS, now=now)
        reminders += [kept(rung, Fate.DELIVERED, now) for rung in due]
        noted |= {(rung.rung, rung.occurrence, rung.audience) for rung in due}
        sent = tuple(SentReminder(r.rung, r.occurrence, r.audience, now) for r in due)
        chase = replace(chase, sent=chase.sent + sent)
    return chase, reminders


def fates(found: list[Accounted], audience: ContactKind) -> list[str]:
    return [(rung.fate or rung.kept[0].fate).value for rung in found if rung.audience is audience]


MINUTES = st.lists(st.integers(-600, 50 * 24 * 60), max_size=40).map(sorted)


@settings(max_examples=150)
@given(MINUTES, st.integers(-600, 60 * 24 * 60), st.none() | st.integers(0, 40 * 24 * 60))
def test_every_rung_of_the_schedule_and_every_reminder_is_accounted_for_exactly_once(
    ticks: list[int], asked: int, settled: int | None
) -> None:
    now = at(1) + timedelta(minutes=asked)
    settled_at = None if settled is None else min(at(1) + timedelta(minutes=settled), now)
    until = settled_at or now
    moments = [at(1) + timedelta(minutes=m) for m in ticks]
    chase, reminders = played(JULY, [moment for moment in moments if moment < until])
    asked_for = Kept("nudge", 1, LIAISON, "Ada", LIAISON, at(2), Fate.DELIVERED, at(2))
    found = account(
        chase, LADDER, WORKDAYS, [*reminders, asked_for], now=now, settled_at=settled_at
    )
    keys = Counter((rung.rung, rung.occurrence, rung.audience) for rung in found)
    assert set(keys.values()) == {1}
    planned = {(r.rung, r.occurrence, r.audience) for r in schedule(chase, LADDER, WORKDAYS)}
    assert planned <= set(keys)
    assert sorted(map(repr, (k for rung in found for k in rung.kept))) == sorted(
        map(repr, [*reminders, asked_for])
    )
    for rung in found:
        assert bool(rung.kept) != (rung.fate is not None)
        if rung.fate is Fate.TO_COME:
            assert rung.due_at > now
        if settled_at is not None and rung.fate is not None:
            assert rung.fate in {Fate.SETTLED, Fate.OVERTAKEN, Fate.EXPIRED}


def test_what_was_sent_keeps_its_moment_though_the_due_moment_moves() -> None:
    chase, reminders = played(JULY, [at(1), at(4)])
    later = replace(chase, due_at=at(12, 18))
    found = account(later, LADDER, WORKDAYS, reminders, now=at(5))
    [before] = [rung for rung in found if rung.rung == "before"]
    assert (before.due_at, before.kept[0].at) == (at(4), at(4))


def test_what_was_missed_was_overtaken_and_what_lies_ahead_is_to_come() -> None:
    found = account(JULY, LADDER, WORKDAYS, [], now=at(4, 10))
    assert fates(found, LIAISON)[:4] == ["overtaken", "due", "to_come", "to_come"]
    assert fates(found, HEAD)[:1] == ["to_come"]


@pytest.mark.parametrize(
    ("now", "fates_of_the_deputy"),
    [
        (at(12, 9, 29), ["expired", "overtaken", "to_come"]),
        (at(12, 9, 30), ["expired", "overtaken", "due"]),
    ],
)
def test_what_gives_way_to_the_next_rung_of_the_day_is_overtaken(
    now: datetime, fates_of_the_deputy: list[str]
) -> None:
    chase, reminders = played(JULY, [at(1), at(4)])
    found = account(chase, LADDER, WORKDAYS, reminders, now=now)
    assert fates(found, DEPUTY)[:3] == fates_of_the_deputy


def test_superior_is_held_back_until_the_liaison_has_had_notice() -> None:
    late = at(11, 11)
    chase, reminders = played(JULY, [at(1), late])
    found = account(chase, LADDER, WORKDAYS, reminders, now=late + timedelta(minutes=1))
    assert Fate.NOTICE in [rung.fate for rung in found if rung.audience is LEADER]
    assert fates(found, LIAISON).count("delivered") == 2


@pytest.mark.parametrize(
    ("now", "snoozed", "nobody", "fate"),
    [
        (at(4, 20), False, frozenset(), Fate.OUT_OF_HOURS),
        (at(4, 10), True, frozenset(), Fate.SNOOZED),
        (at(4, 10), False, frozenset({LIAISON}), Fate.NOBODY),
        (at(4, 10), False, frozenset(), Fate.DUE),
    ],
)
def test_what_is_due_and_not_sent_says_what_holds_it_back(
    now: datetime, snoozed: bool, nobody: frozenset[ContactKind], fate: Fate
) -> None:
    chase, reminders = played(JULY, [at(1)])
    found = account(chase, LADDER, WORKDAYS, reminders, now=now, snoozed=snoozed, nobody=nobody)
    newest = [rung for rung in found if rung.audience is LIAISON and rung.due_at <= now][-1]
    assert newest.fate is fate


def test_what_was_planned_for_nobody_is_told_so_and_not_that_it_came_too_late() -> None:
    """The deputy's last hours have passed and the overdue one was overtaken: nobody was there."""
    chase, reminders = played(JULY, [at(1), at(4)])
    found = account(
        chase, LADDER, WORKDAYS, reminders, now=at(12, 9, 29), nobody=frozenset({DEPUTY})
    )
    assert fates(found, DEPUTY)[:3] == ["nobody", "nobody", "to_come"]
    found = account(
        chase,
        LADDER,
        WORKDAYS,
        reminders,
        now=at(20),
        settled_at=at(8, 10),
        nobody=frozenset({DEPUTY}),
    )
    assert fates(found, DEPUTY)[:3] == ["nobody", "settled", "settled"]


def test_what_would_have_come_after_filing_is_settled() -> None:
    chase, reminders = played(JULY, [at(1), at(4)])
    found = account(chase, LADDER, WORKDAYS, reminders, now=at(20), settled_at=at(4, 15))
    assert fates(found, LIAISON)[:4] == ["delivered", "delivered", "settled", "settled"]
    assert set(fates(found, LEADER)) == {"settled"}
