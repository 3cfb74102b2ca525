from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.cycle_times import CalendarRule, cycle_times
from scheduler.ladder import ChaseState, schedule
from scheduler.rungs import (
    Anchor,
    Ladder,
    Rung,
    RungChange,
    WorkingHours,
    changed,
    ladder_faults,
    sendable_at,
)
from scheduler.workdays import Workdays
from tests.ladders import CHINA, HOURS, on_day, standard_ladder
from vocabulary.period import Period
from vocabulary.terms import ChaseKind, ContactKind

LIAISON = ContactKind.LIAISON
DEPUTY = ContactKind.DEPUTY
LEADER = ContactKind.LEADER_IN_CHARGE
HEAD = ContactKind.HEAD
COORDINATOR = ContactKind.COORDINATOR
FORCE, FORCE_LEADER = ContactKind.TASK_FORCE, ContactKind.TASK_FORCE_LEADER
TEN = time(10)
ASKED = Rung("asked", (LIAISON,), Anchor.DUE, 1, TEN)
STANDARD = standard_ladder()


def ladder(*rungs: Rung, hours: WorkingHours = HOURS) -> Ladder:
    return Ladder(rungs, STANDARD.returned, hours)


def found(tried: Ladder) -> list[tuple[int | None, str, str]]:
    faults = ladder_faults(tried)
    assert {fault.kind for fault in faults} <= {ChaseKind.REPORT_OUTSTANDING}
    return [
        (fault.place, fault.part, fault.text_key.removeprefix("rung-wrong-")) for fault in faults
    ]


def test_ladder_of_practice_has_no_fault() -> None:
    assert ladder_faults(STANDARD) == []


def test_liaison_alone_makes_a_ladder() -> None:
    assert found(ladder(ASKED)) == []


@pytest.mark.parametrize(
    ("rung", "fault"),
    [
        (Rung("asked", (LIAISON,), Anchor.DUE, 2, TEN), ("name", "name-twice")),
        (Rung("returned", (LIAISON,), Anchor.DUE, 2, TEN), ("name", "name-twice")),
        (Rung("b", (LIAISON,), Anchor.OPENED, 1, TEN), ("anchor", "anchor")),
        (Rung("b", (LIAISON,), Anchor.DUE, -1), ("at", "hour-missing")),
        (Rung("b", (LIAISON,), Anchor.DUE, weekly=True), ("at", "hour-missing")),
        (
            Rung("b", (LIAISON,), Anchor.DUE, 0, TEN, timedelta(hours=1)),
            ("hours_before", "hour-twice"),
        ),
        (Rung("b", (LIAISON,), Anchor.DUE, 1, time(18)), ("at", "hour-outside")),
        (Rung("b", (LIAISON,), Anchor.DUE, 1, time(8, 59)), ("at", "hour-outside")),
        (Rung("b", (DEPUTY,), Anchor.DUE, 1, time(9, 59)), ("workdays", "deputy-first")),
        (Rung("b", (LEADER,), Anchor.DUE, 1, time(17)), ("workdays", "too-early")),
        (Rung("b", (LEADER, LIAISON), Anchor.DUE, 1, TEN), ("workdays", "too-early")),
        (Rung("b", (LEADER,), Anchor.DUE, -1, TEN), ("workdays", "too-early")),
        (Rung("b", (LEADER,), Anchor.OPENS, 5, TEN), ("workdays", "too-early")),
        (Rung("b", (HEAD,), Anchor.DUE, 2, TEN), ("workdays", "too-early")),
        (Rung("b", (FORCE,), Anchor.DUE, 1, TEN), ("workdays", "too-early")),
        (Rung("b", (FORCE_LEADER,), Anchor.DUE, 2, TEN), ("workdays", "too-early")),
        (Rung("b", (COORDINATOR,), Anchor.DUE, 1, TEN), ("workdays", "too-early")),
    ],
)
def test_mistake_is_told_at_its_rung(rung: Rung, fault: tuple[str, str]) -> None:
    tried = ladder(ASKED, rung)
    if rung.name == "returned":
        [other] = ladder_faults(tried)
        assert (other.kind, other.place, other.text_key) == (
            ChaseKind.RETURNED,
            0,
            "rung-wrong-name-twice",
        )
        return
    assert found(tried) == [(1, *fault)]


def test_hour_in_the_rest_at_noon_is_refused() -> None:
    hours = WorkingHours(CHINA, quiet_from=time(12), quiet_to=time(14))
    noon = Rung("noon", (LIAISON,), Anchor.DUE, 1, time(13, 59))
    assert found(ladder(noon, hours=hours)) == [(0, "at", "hour-outside")]
    assert found(ladder(replace(noon, at=time(14)), hours=hours)) == []


@pytest.mark.parametrize(
    ("rungs", "faults"),
    [
        ((), [(None, "", "no-liaison")]),
        ((Rung("a", (DEPUTY,), Anchor.DUE, 1, TEN),), [(None, "", "no-liaison")]),
        (
            (Rung("a", (LIAISON,), Anchor.OPENS), Rung("b", (LEADER,), Anchor.DUE, 3, TEN)),
            [(1, "audience", "liaison-unwarned")],
        ),
    ],
)
def test_ladder_that_passes_over_the_liaison_is_refused(
    rungs: tuple[Rung, ...], faults: list[tuple[int | None, str, str]]
) -> None:
    assert found(ladder(*rungs)) == faults


@pytest.mark.parametrize(
    ("superior", "below", "least"),
    [
        (LEADER, (), 2),
        (LEADER, (Rung("d", (DEPUTY,), Anchor.DUE, 4, TEN),), 5),
        (HEAD, (), 3),
        (HEAD, (Rung("l", (LEADER,), Anchor.DUE, 4, TEN),), 5),
        (FORCE, (Rung("h", (HEAD,), Anchor.DUE, 4, TEN),), 2),
        (FORCE_LEADER, (), 3),
        (FORCE_LEADER, (Rung("f", (FORCE,), Anchor.DUE, 4, TEN),), 5),
        (COORDINATOR, (Rung("d", (DEPUTY,), Anchor.DUE, 4, TEN),), 2),
    ],
)
def test_superior_is_told_a_workday_after_those_below(
    superior: ContactKind, below: tuple[Rung, ...], least: int
) -> None:
    rung = Rung("up", (superior,), Anchor.DUE, least, TEN)
    assert found(ladder(ASKED, *below, rung)) == []
    early = ladder_faults(ladder(ASKED, *below, replace(rung, workdays=least - 1)))
    assert [(fault.text_key, fault.facts["least"]) for fault in early] == [
        ("rung-wrong-too-early", least)
    ]


@pytest.mark.parametrize("audience", [FORCE, FORCE_LEADER])
def test_task_force_on_the_ladder_of_a_return_is_refused(audience: ContactKind) -> None:
    late = Rung("force", (audience,), Anchor.OPENED, 5, TEN)
    [fault] = ladder_faults(replace(STANDARD, returned=(*STANDARD.returned, late)))
    assert (fault.kind, fault.place, fault.part, fault.text_key) == (
        ChaseKind.RETURNED,
        len(STANDARD.returned),
        "audience",
        "rung-wrong-task-force",
    )


def test_everything_wrong_is_told_at_once() -> None:
    tried = ladder(
        ASKED,
        Rung("asked", (HEAD,), Anchor.DUE, 1, time(20)),
        Rung("third", (LIAISON,), Anchor.OPENED, 2),
    )
    assert [key for _, _, key in found(tried)] == [
        "name-twice",
        "hour-outside",
        "anchor",
        "hour-missing",
        "too-early",
    ]


def test_weekly_rung_comes_as_often_as_it_says_and_no_more() -> None:
    weekly = Rung("weekly", (LIAISON,), Anchor.DUE, 5, TEN, weekly=True, last=3)
    times = cycle_times(Period(2022, 7), CalendarRule(CHINA), Workdays())
    chase = ChaseState(ChaseKind.REPORT_OUTSTANDING, times.opens_at, times.opens_at, times.due_at)
    plan = schedule(chase, ladder(weekly), Workdays(), until=times.due_at + timedelta(days=365))
    assert [(p.occurrence, p.due_at.date().isoformat()) for p in plan] == [
        (1, "2022-08-12"),
        (2, "2022-08-19"),
        (3, "2022-08-26"),
    ]


def test_change_for_one_cycle_moves_or_leaves_out_a_rung() -> None:
    moved = changed(
        STANDARD,
        [
            RungChange("overdue_head", off=True),
            on_day("overdue_leader", 4),
            RungChange("last_hours", at=time(11)),
            RungChange("a rung of last year", off=True),
        ],
    )
    by_name = {rung.name: rung for rung in moved.outstanding}
    assert "overdue_head" not in by_name
    assert (by_name["overdue_leader"].workdays, by_name["overdue_leader"].at) == (4, time(9, 30))
    assert (by_name["last_hours"].at, by_name["last_hours"].earlier) == (time(11), timedelta(0))
    assert moved.returned == STANDARD.returned


NOON = WorkingHours(CHINA, quiet_from=time(12), quiet_to=time(14))


@pytest.mark.parametrize(
    ("hours", "at", "sendable"),
    [
        (NOON, (1, 11, 59), (1, 11, 59)),
        (NOON, (1, 12, 0), (1, 14, 0)),
        (NOON, (1, 13, 59), (1, 14, 0)),
        (NOON, (1, 14, 0), (1, 14, 0)),
        (NOON, (5, 18, 0), (8, 9, 0)),
        (WorkingHours(CHINA, quiet_from=time(8), quiet_to=time(10)), (1, 9, 0), (1, 10, 0)),
        (WorkingHours(CHINA, quiet_from=time(16), quiet_to=time(20)), (1, 17, 0), (2, 9, 0)),
    ],
)
def test_nothing_goes_out_in_the_rest_at_noon(
    hours: WorkingHours, at: tuple[int, int, int], sendable: tuple[int, int, int]
) -> None:
    moment = datetime(2022, 8, *at, tzinfo=CHINA)
    assert sendable_at(moment, hours, Workdays()) == datetime(2022, 8, *sendable, tzinfo=CHINA)


RUNGS = st.builds(
    Rung,
    st.sampled_from(["a", "b", "c", "d"]),
    st.lists(st.sampled_from(ContactKind), min_size=1, max_size=3, unique=True).map(tuple),
    st.sampled_from([Anchor.OPENS, Anchor.DUE]),
    st.integers(-3, 8),
    st.sampled_from([TEN, time(15), None]),
    weekly=st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(RUNGS, min_size=1, max_size=5))
def test_in_every_ladder_without_fault_the_liaison_hears_first(rungs: list[Rung]) -> None:
    tried = ladder(ASKED, *rungs)
    if ladder_faults(tried):
        return
    times = cycle_times(Period(2022, 9), CalendarRule(CHINA), Workdays())
    chase = ChaseState(ChaseKind.REPORT_OUTSTANDING, times.opens_at, times.opens_at, times.due_at)
    late = [p for p in schedule(chase, tried, Workdays()) if p.due_at > times.due_at]
    first: dict[ContactKind, datetime] = {}
    for planned in late:
        first.setdefault(planned.audience, planned.due_at)
    for audience in first.keys() - {LIAISON}:
        assert first[LIAISON] <= first[audience]
        if audience is not DEPUTY:
            assert first[LIAISON].date() < first[audience].date()


@pytest.mark.parametrize(
    ("audience", "key"),
    [
        (ContactKind.COORDINATOR, "rung-wrong-office"),
        (ContactKind.TASK_FORCE, "rung-wrong-task-force"),
    ],
)
def test_paper_that_is_to_come_is_chased_within_the_unit(audience: ContactKind, key: str) -> None:
    liaison = Rung("scan", (ContactKind.LIAISON,), Anchor.OPENED, 1, time(9))
    other = Rung("scan_other", (audience,), Anchor.OPENED, 5, time(9))
    ladder = replace(standard_ladder(), scan=(liaison, other))
    assert [fault.text_key for fault in ladder_faults(ladder)] == [key]
    assert ladder_faults(replace(standard_ladder(), scan=(liaison,))) == []
