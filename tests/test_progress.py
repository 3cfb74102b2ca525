"""Pro-rata progress: one rule for chat, paper and workbook, and silent where nobody knows."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.checks import hints
from dialog.questions import answered
from tests.dialog.factories import a_content, a_figure, a_report, an_indicator, with_indicator
from vocabulary.period import Period
from vocabulary.progress import (
    AHEAD_BY,
    NoPace,
    Overall,
    due_by_time,
    overall_status,
    pro_rata,
    time_passed,
    usual_start,
    why_no_pace,
)
from vocabulary.report import AskedIndicator
from vocabulary.terms import Comparator, Direction, EntryStatus, Pace, Role

JANUARY, DECEMBER = date(2022, 1, 1), date(2022, 12, 31)
JULY_ENDS = date(2022, 7, 31)
OVER = Decimal("0.58")
STATIONS = an_indicator(baseline=Decimal(0), time_passed=OVER)
SHORTER = an_indicator(
    target=Decimal(24),
    baseline=Decimal(36),
    unit_of_measure="个月",
    comparator=Comparator.AT_MOST,
    direction=Direction.DOWN,
    time_passed=Decimal("0.5"),
)


@pytest.mark.parametrize(
    ("start", "until", "on", "passed"),
    [
        (JANUARY, DECEMBER, JULY_ENDS, "0.58"),
        (JANUARY, DECEMBER, DECEMBER, "1"),
        (JANUARY, DECEMBER, date(2023, 3, 31), "1"),
        (date(2022, 7, 1), DECEMBER, JULY_ENDS, "0.168"),
        (date(2022, 8, 1), DECEMBER, JULY_ENDS, None),
        (DECEMBER, DECEMBER, DECEMBER, None),
        (DECEMBER, JANUARY, DECEMBER, None),
    ],
)
def test_time_runs_from_the_start_to_the_deadline_both_included(
    start: date, until: date, on: date, passed: str | None
) -> None:
    assert time_passed(start, until, on=on) == (None if passed is None else Decimal(passed))


@pytest.mark.parametrize(
    ("until", "start"),
    [
        (DECEMBER, JANUARY),
        (date(2022, 12, 30), date(2022, 7, 1)),
        (date(2023, 12, 31), date(2022, 7, 1)),
        (date(2022, 9, 30), date(2022, 7, 1)),
    ],
)
def test_a_target_of_the_year_runs_with_it_where_nobody_says_when_it_began(
    until: date, start: date
) -> None:
    assert usual_start(Period(2022, 7), until) == start


@pytest.mark.parametrize(
    ("indicator", "value", "pace"),
    [
        (STATIONS, "173", Pace.BEHIND),
        (STATIONS, "174", Pace.ON_TIME),
        (STATIONS, "188", Pace.ON_TIME),
        (STATIONS, "189", Pace.AHEAD),
        (SHORTER, "36", Pace.BEHIND),
        (SHORTER, "30", Pace.ON_TIME),
        (SHORTER, "26", Pace.AHEAD),
        (SHORTER, "38", Pace.BEHIND),
    ],
)
def test_pace_compares_the_way_from_the_baseline_with_the_time(
    indicator: AskedIndicator, value: str, pace: Pace
) -> None:
    found = pro_rata(indicator, Decimal(value))
    assert found is not None
    assert found.pace is pace


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        (STATIONS, None),
        (SHORTER, None),
        (an_indicator(time_passed=OVER), NoPace.BASELINE),
        (an_indicator(baseline=Decimal(0)), NoPace.START),
        (replace(STATIONS, baseline=Decimal(300)), NoPace.WAY),
        (replace(STATIONS, baseline=Decimal(400)), NoPace.WAY),
        (replace(STATIONS, comparator=Comparator.AT_MOST), NoPace.CEILING),
        (an_indicator(comparator=Comparator.AT_MOST), NoPace.CEILING),
        (replace(STATIONS, comparator=Comparator.ABOUT), NoPace.APPROXIMATE),
        (replace(STATIONS, direction=Direction.DOWN), NoPace.WAY),
    ],
)
def test_no_pace_is_told_without_a_baseline_a_start_or_a_way_to_go_and_why_is_known(
    indicator: AskedIndicator, why: NoPace | None
) -> None:
    assert why_no_pace(indicator) is why
    assert (pro_rata(indicator, Decimal(30)) is None) == (why is not None)


def test_nothing_is_said_without_a_figure() -> None:
    assert pro_rata(STATIONS, None) is None


@given(
    baseline=st.integers(0, 1000),
    way=st.integers(1, 1000),
    passed=st.integers(0, 1000),
    value=st.integers(-500, 3000),
    more=st.integers(0, 500),
)
def test_more_is_never_a_worse_pace_and_the_target_itself_is_never_behind(
    baseline: int, way: int, passed: int, value: int, more: int
) -> None:
    indicator = an_indicator(
        baseline=Decimal(baseline),
        target=Decimal(baseline + way),
        time_passed=Decimal(passed) / 1000,
    )
    order = [Pace.BEHIND, Pace.ON_TIME, Pace.AHEAD]
    first, second = (pro_rata(indicator, Decimal(v)) for v in (value, value + more))
    assert first is not None
    assert second is not None
    assert order.index(first.pace) <= order.index(second.pace)
    whole = pro_rata(indicator, indicator.target)
    assert whole is not None
    assert whole.pace is not Pace.BEHIND
    assert (whole.pace is Pace.AHEAD) == (Decimal(passed) / 1000 + AHEAD_BY <= 1)


@given(start=st.dates(JANUARY, DECEMBER), days=st.integers(1, 800), later=st.integers(0, 1000))
def test_time_never_runs_back_nor_beyond_the_whole(start: date, days: int, later: int) -> None:
    until = start + timedelta(days=days)
    first = time_passed(start, until, on=start + timedelta(days=later))
    second = time_passed(start, until, on=start + timedelta(days=later + 1))
    assert first is not None
    assert second is not None
    assert 0 <= first <= second <= 1


def test_chat_says_it_at_once_beside_the_status() -> None:
    entry = with_indicator(a_content(figures=(a_figure(183),)), indicator=STATIONS)
    assert answered("zh-CN", entry) == (
        "● 18　夯实大数据基础能力 · 正常推进，已存。"
        "累计 183 / 300个（61%），序时应达 58%，实达 61%：达序时。"
    )


@pytest.mark.parametrize(
    ("status", "value", "hinted"),
    [
        (EntryStatus.ON_TRACK, 100, True),
        (EntryStatus.ON_TRACK, 183, False),
        (EntryStatus.BEHIND, 100, False),
    ],
)
def test_well_said_of_a_figure_behind_its_time_is_hinted_at(
    status: EntryStatus, value: int, hinted: bool
) -> None:
    content = a_content(
        status=status, text="新开通基站15个，招标完成。", problem="a", figures=(a_figure(value),)
    )
    report = a_report(with_indicator(content, indicator=STATIONS))
    assert ("check-hint-pace" in [hint.text_key for hint in hints(report)]) is hinted


@pytest.mark.parametrize("passed", ["0", "0.25", "0.58", "1"])
@pytest.mark.parametrize("indicator", [STATIONS, SHORTER])
def test_figure_that_keeps_pace_with_the_time_is_on_time(
    indicator: AskedIndicator, passed: str
) -> None:
    share = Decimal(passed)
    due = due_by_time(indicator, share)
    beside = pro_rata(replace(indicator, time_passed=share), due)
    assert beside is not None
    assert (beside.done, beside.pace) == (share, Pace.ON_TIME)


@pytest.mark.parametrize(
    "indicator",
    [
        replace(STATIONS, baseline=None),
        replace(STATIONS, comparator=Comparator.ABOUT),
        replace(STATIONS, comparator=Comparator.AT_MOST),
        replace(STATIONS, baseline=STATIONS.target),
    ],
)
def test_where_there_is_no_way_to_go_the_time_asks_for_nothing(indicator: AskedIndicator) -> None:
    assert due_by_time(indicator, OVER) is None


LEAD, SHARES, HELPS = Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING
DONE, ON_TRACK, BEHIND, NOT_BEGUN = EntryStatus


def differing(status: EntryStatus, said: int, *apart: tuple[EntryStatus, int]) -> Overall:
    return Overall(status, said, apart)


@pytest.mark.parametrize(
    ("said", "overall"),
    [
        ([], Overall(None)),
        ([(LEAD, None), (HELPS, None)], Overall(None)),
        ([(LEAD, DONE), (SHARES, DONE)], Overall(DONE, 2)),
        ([(SHARES, NOT_BEGUN), (LEAD, DONE)], differing(DONE, 2, (NOT_BEGUN, 1))),
        ([(LEAD, BEHIND), (SHARES, DONE)], differing(BEHIND, 2, (BEHIND, 1))),
        ([(LEAD, ON_TRACK), (LEAD, BEHIND)], differing(BEHIND, 2, (BEHIND, 1))),
        (
            [(SHARES, ON_TRACK)] * 24 + [(SHARES, NOT_BEGUN)] * 2,
            differing(ON_TRACK, 26, (NOT_BEGUN, 2)),
        ),
        (
            [(LEAD, None), *[(SHARES, BEHIND)] * 3, (SHARES, NOT_BEGUN), (SHARES, DONE)],
            differing(BEHIND, 5, (NOT_BEGUN, 1), (BEHIND, 3)),
        ),
        ([(SHARES, ON_TRACK), (SHARES, BEHIND)], differing(BEHIND, 2, (BEHIND, 1))),
        ([(LEAD, ON_TRACK), (SHARES, DONE)], differing(ON_TRACK, 2, (DONE, 1))),
        ([(SHARES, DONE)] * 3, Overall(DONE, 3)),
        ([(SHARES, DONE)] * 2 + [(SHARES, BEHIND)], differing(ON_TRACK, 3, (BEHIND, 1))),
    ],
)
def test_measure_is_as_far_as_its_lead_says_else_as_most_of_its_units_do(
    said: list[tuple[Role, EntryStatus | None]], overall: Overall
) -> None:
    assert overall_status(said) == overall
