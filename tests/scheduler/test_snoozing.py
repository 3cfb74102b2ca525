"""Which moments are offered to somebody who wants to be reminded later."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.rungs import WorkingHours, sendable_at
from scheduler.snoozing import Later, moments_offered
from scheduler.workdays import Workdays
from tests.factories import ZONE, at

HOURS = WorkingHours(ZONE)
WORKDAYS = Workdays()
DUE = at(5, 18)
"""Friday 5 August 2022."""


def offered(now: datetime) -> dict[Later, datetime]:
    return moments_offered(now, DUE, HOURS, WORKDAYS)


@pytest.mark.parametrize(
    ("now", "moments"),
    [
        (at(4, 9), {Later.HOURS: at(4, 11), Later.MORNING: at(5, 9)}),
        (at(4, 16), {Later.MORNING: at(5, 9)}),
        (at(4, 23), {Later.MORNING: at(5, 9)}),
        (at(5, 7), {Later.HOURS: at(5, 9)}),
        (at(5, 15, 59), {Later.HOURS: at(5, 17, 59)}),
        (at(5, 16), {}),
        (at(8, 9), {}),
    ],
)
def test_two_hours_and_tomorrow_morning_as_far_as_they_help(
    now: datetime, moments: dict[Later, datetime]
) -> None:
    assert offered(now) == moments


@given(st.integers(0, 14 * 24 * 60))
def test_what_is_offered_lies_ahead_in_working_hours_and_before_it_is_due(minutes: int) -> None:
    now = at(25, month=7) + timedelta(minutes=minutes)
    moments = list(offered(now).values())
    assert len(set(moments)) == len(moments)
    for moment in moments:
        assert now < moment < DUE
        assert sendable_at(moment, HOURS, WORKDAYS) == moment
