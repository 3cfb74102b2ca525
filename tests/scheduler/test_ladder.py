from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.cycle_times import CalendarRule, cycle_times
from scheduler.ladder import (
    ChaseState,
    ContactView,
    DueRung,
    SentReminder,
    recipients,
    rungs_due,
    rungs_skipped,
    schedule,
)
from scheduler.rungs import Ladder, WorkingHours, review_rungs, sendable_at
from scheduler.workdays import Workdays
from tests.ladders import CHINA, HOURS, at_hour, on_day, standard_ladder, with_last_hours
from vocabulary.period import Period
from vocabulary.terms import FORCE_KINDS, ChaseKind, ContactKind

RULE = CalendarRule(CHINA)
JULY = Period(2022, 7)
WORKDAYS = Workdays()
_MINUTE = timedelta(minutes=1)
LADDER = standard_ladder()
CYCLES = list(Period.between(Period(2021, 12), Period(2026, 10)))

LIAISON = ContactKind.LIAISON
DEPUTY = ContactKind.DEPUTY
LEADER = ContactKind.LEADER_IN_CHARGE
HEAD = ContactKind.HEAD
COORDINATOR = ContactKind.COORDINATOR
FORCE = ContactKind.TASK_FORCE
FORCE_LEADER = ContactKind.TASK_FORCE_LEADER
ABOVE = {LEADER, HEAD, FORCE, FORCE_LEADER}
"""Whose superiors they are may always put it right first."""
SUPERIORS = {*ABOVE, COORDINATOR}


def moment(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """In 2022, as nearly everything here."""
    return datetime(2022, month, day, hour, minute, tzinfo=CHINA)


def a_chase(
    period: Period = JULY,
    rule: CalendarRule = RULE,
    *,
    returned_at: datetime | None = None,
) -> ChaseState:
    times = cycle_times(period, rule, WORKDAYS)
    if returned_at:
        return ChaseState(ChaseKind.RETURNED, returned_at, times.opens_at, times.due_at)
    return ChaseState(ChaseKind.REPORT_OUTSTANDING, times.opens_at, times.opens_at, times.due_at)


def due(
    chase: ChaseState, now: datetime, ladder: Ladder = LADDER
) -> list[tuple[str, int, ContactKind]]:
    found = rungs_due(chase, ladder, WORKDAYS, now=now)
    return [(rung.rung, rung.occurrence, rung.audience) for rung in found]


def skipped(chase: ChaseState, now: datetime) -> list[tuple[str, int, ContactKind]]:
    found = rungs_skipped(chase, LADDER, WORKDAYS, now=now)
    return [(rung.rung, rung.occurrence, rung.audience) for rung in found]


def having_sent(chase: ChaseState, rungs: Iterable[DueRung], at: datetime) -> ChaseState:
    sent = tuple(SentReminder(rung.rung, rung.occurrence, rung.audience, at) for rung in rungs)
    return replace(chase, sent=chase.sent + sent)


def ticked(
    chase: ChaseState,
    moments: Iterable[datetime],
    ladder: Ladder = LADDER,
    workdays: Workdays = WORKDAYS,
) -> tuple[ChaseState, list[tuple[datetime, DueRung]]]:
    """The chase after a tick at each of the moments has queued what was due."""
    queued: list[tuple[datetime, DueRung]] = []
    for now in moments:
        rungs = rungs_due(chase, ladder, workdays, now=now)
        chase = having_sent(chase, rungs, now)
        queued += [(now, rung) for rung in rungs]
    return chase, queued


def moments_from(start: datetime, days: int) -> list[datetime]:
    """Every moment of a day at which something may change, and some between."""
    hours = [(8, 59), (9, 0), (9, 30), (9, 31), (14, 30), (15, 0), (17, 59), (18, 0), (23, 0)]
    return [
        datetime.combine(start.date() + timedelta(days=day), time(hour, minute), tzinfo=CHINA)
        for day in range(days)
        for hour, minute in hours
    ]


def test_ladder_of_july_2022_goes_up_from_the_liaison_to_the_office_and_on_every_week() -> None:
    plan = schedule(a_chase(), LADDER, WORKDAYS, until=moment(8, 19, 18))
    assert [(p.due_at, p.rung, p.occurrence, p.audience) for p in plan] == [
        (moment(8, 1, 9), "opening", 1, LIAISON),
        (moment(8, 4, 9), "before", 1, LIAISON),
        (moment(8, 5, 9), "last_morning", 1, LIAISON),
        (moment(8, 5, 15), "last_hours", 1, LIAISON),
        (moment(8, 5, 15), "last_hours", 1, DEPUTY),
        (moment(8, 8, 9, 30), "overdue", 1, LIAISON),
        (moment(8, 8, 14, 30), "overdue_deputy", 1, DEPUTY),
        (moment(8, 9, 9, 30), "overdue_leader", 1, LEADER),
        (moment(8, 10, 9, 30), "overdue_head", 1, HEAD),
        (moment(8, 10, 14, 30), "overdue_task_force", 1, FORCE),
        (moment(8, 11, 9, 30), "overdue_office", 1, COORDINATOR),
        (moment(8, 12, 9, 30), "weekly", 1, LIAISON),
        (moment(8, 12, 9, 30), "weekly", 1, DEPUTY),
        (moment(8, 12, 9, 30), "weekly", 1, LEADER),
        (moment(8, 15, 9, 30), "overdue_bulletin", 1, COORDINATOR),
        (moment(8, 19, 9, 30), "weekly", 2, LIAISON),
        (moment(8, 19, 9, 30), "weekly", 2, DEPUTY),
        (moment(8, 19, 9, 30), "weekly", 2, LEADER),
    ]


def test_returned_report_is_chased_from_the_workday_after_its_return() -> None:
    chase = a_chase(returned_at=moment(8, 5, 20))
    plan = schedule(chase, LADDER, WORKDAYS, until=moment(8, 22))
    assert [(p.due_at, p.rung, p.occurrence, p.audience) for p in plan] == [
        (moment(8, 8, 9, 30), "returned", 1, LIAISON),
        (moment(8, 9, 9, 30), "returned_deputy", 1, DEPUTY),
        (moment(8, 10, 9, 30), "returned_leader", 1, LEADER),
        (moment(8, 11, 9, 30), "returned_office", 1, COORDINATOR),
        (moment(8, 12, 9, 30), "returned_weekly", 1, LIAISON),
        (moment(8, 12, 9, 30), "returned_weekly", 1, DEPUTY),
        (moment(8, 12, 9, 30), "returned_weekly", 1, LEADER),
        (moment(8, 19, 9, 30), "returned_weekly", 2, LIAISON),
        (moment(8, 19, 9, 30), "returned_weekly", 2, DEPUTY),
        (moment(8, 19, 9, 30), "returned_weekly", 2, LEADER),
    ]


def test_no_superior_hears_of_a_return_before_the_report_is_due() -> None:
    chase = a_chase(Period(2022, 9), returned_at=datetime(2022, 9, 28, 9, tzinfo=CHINA))
    assert chase.due_at == moment(10, 8, 18)
    plan = schedule(chase, LADDER, WORKDAYS)
    assert plan[0].due_at < chase.due_at
    assert all(p.due_at > chase.due_at for p in plan if p.audience in SUPERIORS)


def test_schedule_tells_what_was_sent_already() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9)])
    first, second, *_ = schedule(chase, LADDER, WORKDAYS)
    assert (first.rung, first.sent_at) == ("opening", moment(8, 1, 9))
    assert (second.rung, second.sent_at) == ("before", None)


def test_nothing_is_due_before_the_cycle_opens() -> None:
    assert due(a_chase(), moment(7, 29, 12)) == []
    assert due(a_chase(), moment(8, 1, 9) - timedelta(seconds=1)) == []
    assert due(a_chase(), moment(8, 1, 9)) == [("opening", 1, LIAISON)]


def test_rung_that_was_queued_is_not_due_again() -> None:
    chase, queued = ticked(a_chase(), [moment(8, 1, 9), moment(8, 1, 9, 1), moment(8, 2, 9)])
    assert len(queued) == 1
    assert due(chase, moment(8, 3, 17)) == []


def test_rung_missed_at_its_moment_is_caught_up() -> None:
    assert due(a_chase(), moment(8, 2, 16)) == [("opening", 1, LIAISON)]


def test_after_an_outage_only_the_newest_rung_goes_to_each_audience() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9)])
    now = moment(8, 12, 10)
    assert due(chase, now) == [("weekly", 1, LIAISON), ("weekly", 1, DEPUTY)]
    assert skipped(chase, now) == [
        ("before", 1, LIAISON),
        ("last_morning", 1, LIAISON),
        ("last_hours", 1, LIAISON),
        ("last_hours", 1, DEPUTY),
        ("overdue", 1, LIAISON),
        ("overdue_deputy", 1, DEPUTY),
        ("overdue_leader", 1, LEADER),
    ]


@pytest.mark.parametrize(
    ("back", "at_once", "later"),
    [
        # missed on the 8th, and the weekly one comes in a minute
        (
            moment(8, 12, 9, 29),
            [],
            [(moment(8, 12, 9, 30), "weekly", LIAISON), (moment(8, 12, 9, 30), "weekly", DEPUTY)],
        ),
        # the last hours are nearer than the last morning
        (
            moment(8, 5, 12, 30),
            [],
            [
                (moment(8, 5, 15), "last_hours", LIAISON),
                (moment(8, 5, 15), "last_hours", DEPUTY),
            ],
        ),
        # the last morning is nearer than the last hours: both are said, hours apart
        (
            moment(8, 5, 11),
            [("last_morning", 1, LIAISON)],
            [
                (moment(8, 5, 15), "last_hours", LIAISON),
                (moment(8, 5, 15), "last_hours", DEPUTY),
            ],
        ),
        # the next one comes on another day
        (moment(8, 11, 17, 59), [("overdue", 1, LIAISON), ("overdue_deputy", 1, DEPUTY)], []),
    ],
    ids=["a minute before", "nearer the next", "nearer its own", "the evening before"],
)
def test_rung_missed_in_an_outage_gives_way_to_the_next_one_of_the_day(
    back: datetime,
    at_once: list[tuple[str, int, ContactKind]],
    later: list[tuple[datetime, str, ContactKind]],
) -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9), moment(8, 4, 9)])
    assert due(chase, back) == at_once
    evening = back.replace(hour=17, minute=59)
    minutes = [back + timedelta(minutes=n) for n in range((evening - back) // _MINUTE + 1)]
    chase, queued = ticked(chase, minutes)
    told = [(at, rung.rung, rung.audience) for at, rung in queued]
    assert told == [(back, rung, audience) for rung, _, audience in at_once] + later
    given_way = {(rung.rung, rung.audience) for _, rung in queued}
    assert given_way.isdisjoint((rung, audience) for rung, _, audience in skipped(chase, evening))


def test_rung_that_gives_way_counts_as_skipped_from_then_on() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9)])
    assert ("overdue_deputy", 1, DEPUTY) not in skipped(chase, moment(8, 11, 17))
    assert ("overdue_deputy", 1, DEPUTY) in skipped(chase, moment(8, 12, 9, 29))
    assert ("overdue_deputy", 1, DEPUTY) in skipped(chase, moment(8, 12, 9, 30))


def test_nothing_counts_as_skipped_while_it_may_still_go_out() -> None:
    assert skipped(a_chase(), moment(8, 1, 9)) == []
    assert skipped(a_chase(), moment(8, 3, 23)) == []


def test_superiors_are_held_back_after_an_outage_until_the_liaison_has_had_a_workday() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9), moment(8, 11, 10)])
    assert due(chase, moment(8, 11, 17)) == []
    assert due(chase, moment(8, 12, 9, 59)) == [("weekly", 1, LIAISON), ("weekly", 1, DEPUTY)]

    chase, queued = ticked(chase, [moment(8, 12, 10)])
    assert [(rung.rung, rung.audience) for _, rung in queued] == [
        ("weekly", LIAISON),
        ("weekly", DEPUTY),
        ("weekly", LEADER),
        ("overdue_task_force", FORCE),
        ("overdue_office", COORDINATOR),
    ]
    assert due(chase, moment(8, 15, 9, 59)) == [("overdue_bulletin", 1, COORDINATOR)]
    chase, _ = ticked(chase, [moment(8, 15, 9, 59)])
    assert due(chase, moment(8, 15, 10)) == [("overdue_head", 1, HEAD)]


def test_office_is_told_of_a_unit_out_of_reach_at_its_own_moment_and_leaders_wait() -> None:
    """Nobody has been told that it is overdue: not the liaison, so no superior, but the office."""
    silent = replace(a_chase(), out_of_reach=True)
    assert COORDINATOR not in {who for _, _, who in due(silent, moment(8, 11, 9, 29))}
    assert due(silent, moment(8, 11, 9, 30)) == [
        ("overdue", 1, LIAISON),
        ("overdue_deputy", 1, DEPUTY),
        ("overdue_office", 1, COORDINATOR),
    ]
    returned = replace(a_chase(returned_at=moment(8, 5, 20)), out_of_reach=True)
    assert ("returned_office", 1, COORDINATOR) in due(returned, moment(8, 11, 9, 30))


def test_office_hears_of_a_call_that_it_has_not_made_and_leaders_wait_for_it() -> None:
    to_make = SentReminder("overdue", 1, LIAISON, moment(8, 8, 9, 30), told=False)
    by_phone = replace(a_chase(), out_of_reach=True, sent=(to_make,))
    assert due(by_phone, moment(8, 11, 9, 30)) == [
        ("overdue_deputy", 1, DEPUTY),
        ("overdue_office", 1, COORDINATOR),
    ]


def test_office_waits_a_workday_after_the_call_that_it_has_made() -> None:
    made = SentReminder("overdue", 1, LIAISON, moment(8, 11, 9))
    by_phone = replace(a_chase(), out_of_reach=True, sent=(made,))
    assert COORDINATOR not in {who for _, _, who in due(by_phone, moment(8, 12, 8, 59))}
    assert COORDINATOR in {who for _, _, who in due(by_phone, moment(8, 12, 9))}


def test_reminder_before_the_due_moment_is_no_notice_that_the_report_is_overdue() -> None:
    chase, queued = ticked(a_chase(), [moment(8, 1, 9), moment(8, 5, 15)])
    assert {rung.audience for _, rung in queued} == {LIAISON, DEPUTY}
    assert {audience for _, _, audience in due(chase, moment(8, 11, 12))} == {LIAISON, DEPUTY}


def test_workday_of_notice_is_not_used_up_by_a_weekend() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 12, 16)])  # a Friday
    assert due(chase, moment(8, 15, 15, 59)) == []
    assert ("weekly", 1, LEADER) in due(chase, moment(8, 15, 16))


def test_reminder_to_the_deputy_is_no_notice_to_the_liaison() -> None:
    to_deputy = SentReminder("overdue_deputy", 1, DEPUTY, moment(8, 8, 14, 30))
    assert due(replace(a_chase(), sent=(to_deputy,)), moment(8, 11, 17)) == [
        ("overdue", 1, LIAISON)
    ]


def test_notice_on_a_day_that_has_since_been_taken_off_counts_from_the_next_workday() -> None:
    on_saturday = SentReminder("overdue", 1, LIAISON, moment(8, 13, 16))
    chase = replace(a_chase(), sent=(on_saturday,))
    assert LEADER not in {audience for _, _, audience in due(chase, moment(8, 15, 17))}
    assert LEADER in {audience for _, _, audience in due(chase, moment(8, 16, 9))}


def test_report_overdue_when_its_chase_begins_is_first_asked_of_the_liaison() -> None:
    late = replace(a_chase(), opened_at=moment(8, 10, 11))
    assert due(late, moment(8, 10, 11)) == [
        ("overdue", 1, LIAISON),
        ("overdue_deputy", 1, DEPUTY),
    ]


@pytest.mark.parametrize(
    "now",
    [
        moment(8, 8, 8, 59),
        moment(8, 8, 18),
        moment(8, 9, 3),
        moment(8, 6, 12),  # a Saturday
        moment(9, 12, 12),  # Mid-Autumn
    ],
)
def test_nothing_goes_out_outside_working_hours(now: datetime) -> None:
    assert due(a_chase(), now) == []


def test_rung_that_the_due_moment_made_untrue_never_goes_out() -> None:
    ladder = standard_ladder(WorkingHours(CHINA, end=time(20)))
    chase = a_chase()
    assert due(chase, moment(8, 5, 17, 59), ladder) == [
        ("last_hours", 1, LIAISON),
        ("last_hours", 1, DEPUTY),
    ]
    assert due(chase, chase.due_at, ladder) == []
    found = rungs_due(chase, ladder, WORKDAYS, now=moment(8, 5, 17))
    assert [rung.expires_at for rung in found] == [chase.due_at, chase.due_at]
    expired = rungs_skipped(chase, ladder, WORKDAYS, now=chase.due_at)
    assert ("last_hours", DEPUTY) in [(rung.rung, rung.audience) for rung in expired]


def test_overdue_rungs_do_not_expire() -> None:
    [rung] = rungs_due(a_chase(), LADDER, WORKDAYS, now=moment(8, 8, 9, 30))[:1]
    assert (rung.rung, rung.due_at, rung.expires_at) == ("overdue", moment(8, 8, 9, 30), None)


@pytest.mark.parametrize(
    ("workdays_before", "rungs"),
    [
        (2, ["opening", "before", "last_morning", "last_hours"]),
        (1, ["opening", "last_morning", "last_hours"]),  # "before" would come with the opening
        (0, ["opening", "last_hours"]),
    ],
)
def test_rungs_that_would_come_with_the_opening_or_before_it_are_left_out(
    workdays_before: int, rungs: list[str]
) -> None:
    rule = CalendarRule(CHINA, workdays_before=workdays_before)
    chase = a_chase(Period(2022, 9), rule)  # no workday between 1 October and the due day
    plan = schedule(chase, LADDER, WORKDAYS, until=chase.due_at)
    assert [p.rung for p in plan if p.audience is LIAISON] == rungs


@pytest.mark.parametrize(
    ("due_hour", "last"),
    [
        (time(18), (15, 0)),
        (time(23, 59), (15, 0)),  # three hours before people go home
        (time(14), (11, 0)),
        (time(12), (9, 0)),  # in place of the last morning's, which would come with it
        (time(11), (9, 0)),
    ],
)
def test_last_hours_lie_in_the_working_hours_before_the_due_moment(
    due_hour: time, last: tuple[int, int]
) -> None:
    chase = a_chase(rule=CalendarRule(CHINA, due_hour=due_hour))
    plan = schedule(chase, LADDER, WORKDAYS, until=chase.due_at)
    assert [(p.rung, p.due_at) for p in plan if p.audience is LIAISON][-1] == (
        "last_hours",
        moment(8, 5, *last),
    )
    assert len({p.due_at for p in plan if p.audience is LIAISON}) == len(plan) - 1


def test_rung_at_the_due_moment_itself_would_be_untrue_and_is_left_out() -> None:
    ladder = with_last_hours(standard_ladder(WorkingHours(CHINA, end=time(20))), 0)
    plan = schedule(a_chase(), ladder, WORKDAYS)
    assert "last_hours" not in [p.rung for p in plan]


def test_rung_at_an_hour_of_the_due_day_after_it_was_due_speaks_of_an_overdue_report() -> None:
    ladder = standard_ladder(HOURS, at_hour("last_morning", time(16)))
    noon = a_chase(rule=CalendarRule(CHINA, due_hour=time(12)))
    [found] = rungs_due(noon, ladder, WORKDAYS, now=moment(8, 5, 16))
    assert (found.rung, found.expires_at) == ("last_morning", None)


def test_weekly_reminders_that_the_golden_week_pushes_together_become_one() -> None:
    ladder = standard_ladder(HOURS, on_day("weekly", 13))
    chase = a_chase(Period(2025, 8))
    until = datetime(2025, 10, 15, 18, tzinfo=CHINA)
    assert [
        (p.occurrence, p.due_at.date())
        for p in schedule(chase, ladder, WORKDAYS, until=until)
        if p.rung == "weekly" and p.audience is LIAISON
    ] == [
        (1, date(2025, 9, 24)),
        (3, date(2025, 10, 9)),  # 1 and 8 October are both moved here
        (4, date(2025, 10, 15)),
    ]


def test_day_that_moves_does_not_lead_back_down_the_ladder() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9), moment(8, 8, 9, 30)])
    extended = replace(chase, due_at=moment(8, 15, 18))
    assert due(extended, moment(8, 12, 10)) == []
    assert skipped(extended, moment(8, 12, 10)) == [("before", 1, LIAISON)]
    assert due(extended, moment(8, 15, 16)) == [("last_hours", 1, DEPUTY)]
    assert due(extended, moment(8, 24, 10))[0] == ("weekly", 1, LIAISON)


def test_reminder_that_reached_nobody_is_due_again_when_left_out_of_the_sent() -> None:
    chase, _ = ticked(a_chase(), [moment(8, 1, 9)])
    assert due(replace(chase, sent=()), moment(8, 1, 9, 1)) == [("opening", 1, LIAISON)]


def test_reminders_of_a_ladder_that_has_since_changed_are_passed_over() -> None:
    old = SentReminder("a rung of last year", 1, LIAISON, moment(8, 1, 9))
    assert due(replace(a_chase(), sent=(old,)), moment(8, 1, 9, 1)) == [("opening", 1, LIAISON)]


def test_working_hours_that_never_begin_are_refused() -> None:
    with pytest.raises(ValueError, match="working hours"):
        WorkingHours(CHINA, time(18), time(9))


@pytest.mark.parametrize(
    ("at", "sendable"),
    [
        (moment(8, 1, 9), moment(8, 1, 9)),
        (moment(8, 1, 17, 59), moment(8, 1, 17, 59)),
        (moment(8, 1, 18), moment(8, 2, 9)),
        (moment(8, 1, 3), moment(8, 1, 9)),
        (moment(8, 5, 20), moment(8, 8, 9)),
        (moment(8, 6, 12), moment(8, 8, 9)),
        (moment(9, 30, 18), moment(10, 8, 9)),
        (moment(10, 8, 12), moment(10, 8, 12)),  # a working Saturday
    ],
)
def test_what_is_held_back_goes_out_when_work_begins(at: datetime, sendable: datetime) -> None:
    assert sendable_at(at, HOURS, WORKDAYS) == sendable


def contact(number: int, kind: ContactKind, *, reachable: bool = True) -> ContactView:
    return ContactView(number, kind, reachable)


def test_every_reachable_contact_of_the_kind_is_a_recipient() -> None:
    unit = [contact(1, LIAISON), contact(2, LIAISON), contact(3, DEPUTY)]
    found = recipients(LIAISON, unit)
    assert [c.contact_id for c in found.contacts] == [1, 2]


@pytest.mark.parametrize(
    ("audience", "reachable", "stand_in"),
    [
        (LIAISON, {DEPUTY, LEADER, COORDINATOR}, DEPUTY),
        (LIAISON, {LEADER, COORDINATOR}, LEADER),
        (LIAISON, {COORDINATOR}, COORDINATOR),
        (LEADER, {LIAISON, HEAD, COORDINATOR}, HEAD),
        (HEAD, {LIAISON, LEADER, COORDINATOR}, COORDINATOR),
    ],
)
def test_next_person_up_stands_in_for_whoever_cannot_be_reached(
    audience: ContactKind, reachable: set[ContactKind], stand_in: ContactKind
) -> None:
    unit = [contact(n, kind, reachable=kind in reachable) for n, kind in enumerate(ContactKind)]
    found = recipients(audience, unit)
    assert [c.kind for c in found.contacts] == [stand_in]


@pytest.mark.parametrize(
    ("audience", "reachable", "told"),
    [
        (FORCE, {FORCE, FORCE_LEADER}, [FORCE]),
        (FORCE, {FORCE_LEADER}, [FORCE_LEADER]),
        (FORCE_LEADER, {FORCE, FORCE_LEADER}, [FORCE_LEADER]),
        (FORCE_LEADER, {FORCE}, []),
        (FORCE, set(), []),
    ],
)
def test_leader_of_a_task_force_stands_in_for_its_liaison_and_nobody_for_the_leader(
    audience: ContactKind, reachable: set[ContactKind], told: list[ContactKind]
) -> None:
    team = [contact(n, kind, reachable=kind in reachable) for n, kind in enumerate(FORCE_KINDS)]
    assert [c.kind for c in recipients(audience, team).contacts] == told


def test_no_superior_stands_in_for_a_deputy() -> None:
    found = recipients(DEPUTY, [contact(1, LIAISON), contact(2, LEADER), contact(3, COORDINATOR)])
    assert found.contacts == ()


def test_nobody_is_a_recipient_when_nobody_can_be_reached() -> None:
    assert recipients(LIAISON, [contact(1, LIAISON, reachable=False)]).contacts == ()
    assert recipients(COORDINATOR, []).contacts == ()


@pytest.mark.parametrize("period", CYCLES, ids=str)
def test_tick_that_is_always_on_time_sends_the_whole_schedule_in_order(period: Period) -> None:
    chase = a_chase(period)
    days = (chase.due_at - chase.opens_at).days + 32
    start = chase.opens_at - timedelta(days=2)
    chase, queued = ticked(chase, moments_from(start, days))
    until = moments_from(start, days)[-1]
    plan = schedule(chase, LADDER, WORKDAYS, until=until)
    assert [(at, r.rung, r.occurrence, r.audience) for at, r in queued] == [
        (p.due_at, p.rung, p.occurrence, p.audience) for p in plan
    ]
    assert {rung.rung for _, rung in queued} == {rung.name for rung in LADDER.outstanding}
    assert rungs_skipped(chase, LADDER, WORKDAYS, now=until) == []


SUNDAYS_OF_THE_CHANGE = {"begins": date(2026, 3, 29), "ends": date(2026, 10, 25)}
BERLIN, ALGIERS = ZoneInfo("Europe/Berlin"), ZoneInfo("Africa/Algiers")
"""The second is an hour behind the first in summer, which it does not know, and the same else."""


def over_the_change(sunday: date) -> tuple[ChaseState, Ladder, Workdays, list[datetime]]:
    """An office in Berlin that works on that Sunday, also at night; and ticks, by the bot's clock.

    Its reports are due on the Friday before, and overdue at 02:30 of the Sunday: an hour that is
    not there when summer time begins, and comes twice when it ends.
    """
    workdays = Workdays({sunday - timedelta(days=1): False, sunday: True})
    rule = CalendarRule(BERLIN, due_day=sunday.day - 2)
    times = cycle_times(Period(sunday.year, sunday.month).shifted(-1), rule, workdays)
    ladder = standard_ladder(
        WorkingHours(BERLIN, start=time(0), end=time(23)), at_hour("overdue", time(2, 30))
    )
    kind = ChaseKind.REPORT_OUTSTANDING
    chase = ChaseState(kind, times.opens_at, times.opens_at, times.due_at)
    start = times.opens_at.astimezone(UTC)
    return chase, ladder, workdays, [start + n * timedelta(minutes=30) for n in range(45 * 48)]


@pytest.mark.parametrize("change", SUNDAYS_OF_THE_CHANGE)
def test_rungs_come_once_at_their_local_hour_when_summer_time_begins_and_ends(change: str) -> None:
    sunday = SUNDAYS_OF_THE_CHANGE[change]
    chase, ladder, workdays, ticks = over_the_change(sunday)
    _, queued = ticked(chase, ticks, ladder, workdays)
    keys = [(rung.rung, rung.occurrence, rung.audience) for _, rung in queued]
    assert len(keys) == len(set(keys))
    assert {name for name, *_ in keys} == {rung.name for rung in ladder.outstanding}
    hours = {rung.name: rung.at for rung in ladder.outstanding}
    for at, rung in queued:
        local = at.astimezone(BERLIN)
        if rung.rung == "overdue":
            assert (local.date(), local.fold) == (sunday, 0)
            assert local.time() == (time(3, 30) if change == "begins" else time(2, 30))
        elif (hour := hours[rung.rung]) is not None:
            assert local.time() == hour, rung.rung
    [last_hours] = {at for at, rung in queued if rung.rung == "last_hours"}
    assert chase.due_at - last_hours == timedelta(hours=3)


@pytest.mark.parametrize("change", SUNDAYS_OF_THE_CHANGE)
def test_zone_whose_rule_is_changed_under_way_repeats_and_loses_no_rung(change: str) -> None:
    """The zone gives summer time up, and the bot is started anew with what is new in it."""
    chase, ladder, workdays, ticks = over_the_change(SUNDAYS_OF_THE_CHANGE[change])
    until_due = [at for at in ticks if at <= chase.due_at]
    chase, before = ticked(chase, until_due, ladder, workdays)
    renewed = replace(ladder, hours=replace(ladder.hours, zone=ALGIERS))
    _, after = ticked(chase, ticks[len(until_due) :], renewed, workdays)
    keys = [(rung.rung, rung.occurrence, rung.audience) for _, rung in (*before, *after)]
    assert len(keys) == len(set(keys))
    assert {name for name, *_ in keys} == {rung.name for rung in ladder.outstanding}
    hours = {rung.name: rung.at for rung in ladder.outstanding}
    assert all(at.astimezone(ALGIERS).time() == hours[rung.rung] for at, rung in after)


@pytest.mark.parametrize("out_of_reach", [False, True])
@pytest.mark.parametrize("period", CYCLES, ids=str)
def test_no_report_outstanding_is_without_a_reminder_for_two_months_after_it_was_due(
    period: Period, out_of_reach: bool
) -> None:
    """Nor does the office wait for a notice that nobody can be given."""
    silent = replace(a_chase(period), out_of_reach=out_of_reach)
    start = WORKDAYS.shift(silent.due_at.date(), 1)
    told_office = WORKDAYS.shift(silent.due_at.date(), 4)
    for days in range(0, 9 + 7 * 8, 3):
        day = WORKDAYS.on_or_after(start + timedelta(days=days))
        now = datetime.combine(day, time(15), tzinfo=CHINA)
        found = due(silent, now)
        of_office = [COORDINATOR] if out_of_reach and day >= told_office else []
        assert [audience for _, _, audience in found] == [LIAISON, DEPUTY, *of_office]
        if days >= 14:
            assert found[0][0] == "weekly"
            planned = rungs_due(silent, LADDER, WORKDAYS, now=now)[0].due_at
            assert now - planned < timedelta(days=17)  # a week, and the longest holidays


LADDERS = st.builds(
    lambda hours, before, last, liaison, deputy, leader, head, force, office, named, weekly, hour: (
        with_last_hours(
            standard_ladder(
                hours,
                on_day("before", -before, hour),
                at_hour("last_morning", hour),
                on_day("overdue", liaison, hour),
                on_day("overdue_deputy", liaison + deputy, hour),
                on_day("overdue_leader", liaison + deputy + leader, hour),
                on_day("overdue_head", liaison + deputy + leader + head, hour),
                on_day("overdue_task_force", liaison + force, hour),
                on_day("overdue_office", liaison + office, hour),
                on_day("overdue_bulletin", liaison + office + named, hour),
                on_day("weekly", liaison + deputy + leader + weekly, hour),
                at_hour("returned", hour),
            ),
            last,
        )
    ),
    st.sampled_from(
        [
            HOURS,
            WorkingHours(CHINA, time(8, 30), time(12)),
            WorkingHours(CHINA, end=time(21)),
            WorkingHours(CHINA, quiet_from=time(12), quiet_to=time(14)),
        ]
    ),
    st.integers(0, 5),
    st.integers(0, 12),
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(1, 3),
    st.integers(1, 3),
    st.integers(1, 9),
    st.integers(0, 9),
    st.integers(1, 9),
    st.integers(1, 12),
    st.sampled_from([time(9), time(9, 30), time(11, 59)]),
)

CHASES = st.builds(
    lambda period, before, hour, returned: replace(
        chase := a_chase(period, CalendarRule(CHINA, due_hour=hour, workdays_before=before)),
        kind=ChaseKind.RETURNED if returned is not None else chase.kind,
        opened_at=chase.opens_at + timedelta(minutes=returned or 0),
    ),
    st.sampled_from(CYCLES),
    st.integers(0, 6),
    st.sampled_from([time(9, 30), time(12), time(18), time(23, 59)]),
    st.none() | st.integers(0, 20 * 24 * 60),
)

TICKS = st.lists(
    st.tuples(st.integers(-3 * 24 * 60, 60 * 24 * 60), st.sampled_from(["told", "lost", "called"])),
    max_size=60,
).map(sorted)
"""Minutes after the opening; whether the unit can be told then, or its liaison is to be called."""


@settings(max_examples=200, deadline=None)
@given(CHASES, LADDERS, TICKS)
def test_ticks_missed_at_random_never_break_a_rule_of_the_ladder(
    chase: ChaseState, ladder: Ladder, ticks: list[tuple[int, str]]
) -> None:
    never_again: set[tuple[str, int, ContactKind]] = set()
    last_planned: dict[ContactKind, datetime] = {}
    for minutes, reach in ticks:
        now = chase.opens_at + timedelta(minutes=minutes)
        chase = replace(chase, out_of_reach=reach != "told")
        found = rungs_due(chase, ladder, WORKDAYS, now=now)
        keys = {(rung.rung, rung.occurrence, rung.audience) for rung in found}
        assert not keys & never_again
        assert len({rung.audience for rung in found}) == len(found)
        if found:
            assert now >= chase.opens_at
            assert WORKDAYS.is_workday(now.date())
            assert ladder.hours.holds(now.time())
        for rung in found:
            assert rung.due_at <= now
            assert rung.expires_at is None or now < rung.expires_at
            assert rung.audience not in last_planned or last_planned[rung.audience] < rung.due_at
            late = now - rung.due_at
            assert not any(
                later.audience is rung.audience and now < later.due_at < now + late
                for later in schedule(chase, ladder, WORKDAYS, until=_end_of(now))
            ), "told again sooner than it was late"
            if rung.audience in SUPERIORS:
                assert now > chase.due_at
            if rung.audience in ABOVE or (rung.audience is COORDINATOR and not chase.out_of_reach):
                assert _workdays_since_the_liaison_was_told(chase, now) >= 1
        _somebody_is_told_or_will_be_today(chase, ladder, now)
        _office_is_told_or_the_unit_is(chase, ladder, now)
        if chase.out_of_reach and not _has_notice(chase):
            _somebody_is_told_or_will_be_today(chase, ladder, now, COORDINATOR)
        arriving = [rung for rung in found if _arrives(rung, reach)]
        chase = _having_told(chase, arriving, now, reach)
        last_planned |= {rung.audience: rung.due_at for rung in arriving}
        never_again |= {(rung.rung, rung.occurrence, rung.audience) for rung in arriving}
        never_again |= {
            (rung.rung, rung.occurrence, rung.audience)
            for rung in rungs_skipped(chase, ladder, WORKDAYS, now=now)
        }


def _arrives(rung: DueRung, reach: str) -> bool:
    """What cannot be told stays due; a call that is to be made is none to be planned again."""
    if reach == "told" or rung.audience not in {LIAISON, DEPUTY, LEADER, HEAD}:
        return True
    return reach == "called" and rung.audience is LIAISON


def _having_told(
    chase: ChaseState, rungs: Iterable[DueRung], now: datetime, reach: str
) -> ChaseState:
    sent = tuple(
        SentReminder(
            rung.rung,
            rung.occurrence,
            rung.audience,
            now,
            told=reach != "called" or rung.audience is not LIAISON,
        )
        for rung in rungs
    )
    return replace(chase, sent=chase.sent + sent)


def _wants_from(chase: ChaseState) -> datetime:
    is_report_wanted = chase.kind is ChaseKind.REPORT_OUTSTANDING
    return chase.due_at if is_report_wanted else chase.opened_at


def _has_notice(chase: ChaseState) -> bool:
    """Whether the liaison was told that it is overdue, or was returned."""
    return any(
        sent.audience is LIAISON and sent.told and sent.at >= _wants_from(chase)
        for sent in chase.sent
    )


def _office_is_told_or_the_unit_is(chase: ChaseState, ladder: Ladder, now: datetime) -> None:
    """Of a late report whose rung for the office has come somebody hears, whoever is reachable.

    What a newer one has taken the place of, or takes today, is no longer to come.
    """
    over = {
        (rung.rung, rung.occurrence, rung.audience)
        for rung in rungs_skipped(chase, ladder, WORKDAYS, now=now)
    }
    planned = [
        p
        for p in schedule(chase, ladder, WORKDAYS, until=now)
        if p.audience is COORDINATOR
        and p.sent_at is None
        and (p.rung, p.occurrence, p.audience) not in over
    ]
    found = {rung.audience for rung in rungs_due(chase, ladder, WORKDAYS, now=now)}
    if not planned or sendable_at(now, ladder.hours, WORKDAYS) > now or COORDINATOR in found:
        return
    has_notice = _has_notice(chase)
    assert has_notice or not chase.out_of_reach, "nobody hears of a late unit"
    if has_notice:
        assert _workdays_since_the_liaison_was_told(chase, now) < 1, "the office waits for nothing"


def _end_of(day: datetime) -> datetime:
    return datetime.combine(day.astimezone(CHINA).date(), time(23, 59), tzinfo=CHINA)


def _somebody_is_told_or_will_be_today(
    chase: ChaseState, ladder: Ladder, now: datetime, audience: ContactKind = LIAISON
) -> None:
    """Of what gives way, the next one really follows: minute by minute somebody is told today."""
    planned = [p for p in schedule(chase, ladder, WORKDAYS, until=now) if p.audience is audience]
    over = {
        (rung.rung, rung.occurrence, rung.audience)
        for rung in rungs_skipped(chase, ladder, WORKDAYS, now=now)
        if rung.expires_at is None or rung.expires_at > now
    }
    if not planned or (planned[-1].rung, planned[-1].occurrence, audience) not in over:
        return
    if any(sent.audience is audience for sent in chase.sent):
        return  # it may have been passed
    rest = {
        p.due_at
        for p in schedule(chase, ladder, WORKDAYS, until=_end_of(now))
        if p.audience is audience and p.due_at > now
    }
    assert any(
        rung.audience is audience
        for at in rest
        for rung in rungs_due(chase, ladder, WORKDAYS, now=at)
    ), "gave way to nothing"


def _workdays_since_the_liaison_was_told(chase: ChaseState, now: datetime) -> int:
    """Of an overdue report, or its return; what came before is no notice of it."""
    wanted_from = _wants_from(chase)
    told_at = min(
        sent.at
        for sent in chase.sent
        if sent.audience is LIAISON and sent.told and sent.at >= wanted_from
    )
    days = (told_at.date() + timedelta(days=n) for n in range(1, (now - told_at).days + 2))
    begun = sum(WORKDAYS.is_workday(day) for day in days if day <= now.date())
    return begun if now.time() >= told_at.time() else begun - 1


@settings(max_examples=40, deadline=None)
@given(CHASES, st.integers(1, 400), LADDERS)
def test_everybody_on_the_ladder_is_told_in_the_end_whenever_the_bot_comes_back(
    chase: ChaseState, days_off: int, ladder: Ladder
) -> None:
    back = chase.opens_at + timedelta(days=days_off)
    chase, _ = ticked(chase, moments_from(back, 60), ladder)
    told = {sent.audience for sent in chase.sent}
    assert told >= {a for rung in ladder.rungs(chase.kind) for a in rung.audience}


# ── the office's own ───────────────────────────────────────────────────────────────────────────


OFFICE_LADDER = replace(LADDER, review=review_rungs(3, time(9, 30)))


def a_review(filed_at: datetime, *sent: SentReminder) -> ChaseState:
    times = cycle_times(JULY, RULE, WORKDAYS)
    return ChaseState(ChaseKind.REVIEW_WAITING, filed_at, times.opens_at, times.due_at, sent)


@pytest.mark.parametrize(
    ("filed_at", "first", "second"),
    [
        (moment(8, 1, 10), moment(8, 4, 9, 30), moment(8, 11, 9, 30)),
        (moment(8, 5, 17), moment(8, 10, 9, 30), moment(8, 17, 9, 30)),
        (moment(9, 27), moment(9, 30, 9, 30), moment(10, 8, 9, 30)),
    ],
    ids=["long before it is due", "over a weekend", "over the October days"],
)
def test_office_hears_of_a_review_three_workdays_after_the_filing_and_weekly(
    filed_at: datetime, first: datetime, second: datetime
) -> None:
    """Whether the report is due yet or anybody in the unit was told does not matter."""
    planned = schedule(a_review(filed_at), OFFICE_LADDER, WORKDAYS, until=second)
    assert [(r.audience, r.due_at) for r in planned] == [
        (COORDINATOR, first),
        (COORDINATOR, second),
    ]
    assert (
        rungs_due(a_review(filed_at), OFFICE_LADDER, WORKDAYS, now=first - timedelta(minutes=1))
        == []
    )
    assert len(rungs_due(a_review(filed_at), OFFICE_LADDER, WORKDAYS, now=first)) == 1


def test_review_passed_over_in_an_outage_is_told_once_when_the_bot_is_back() -> None:
    (due,) = rungs_due(a_review(moment(8, 1)), OFFICE_LADDER, WORKDAYS, now=moment(8, 30, 10))
    assert due.occurrence == 4
    sent = SentReminder(due.rung, due.occurrence, COORDINATOR, moment(8, 30, 10))
    assert (
        rungs_due(a_review(moment(8, 1), sent), OFFICE_LADDER, WORKDAYS, now=moment(8, 31, 17))
        == []
    )
