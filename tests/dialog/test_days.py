"""What people write when they say for which days they are away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.days import LONGEST_ABSENCE, Days, are_days, read_days
from dialog.outcome import Refused

MONDAY = date(2022, 8, 1)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def read(text: str, today: date = MONDAY) -> Days | Refused:
    return read_days(text, today=today, is_workday=is_weekday)


def day(number: int, month: int = 8, year: int = 2022) -> date:
    return date(year, month, number)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("今天", day(1), day(1)),
        ("明天", day(2), day(2)),
        ("后天请假", day(3), day(3)),
        ("明天起3天", day(2), day(4)),
        ("明天开始三天", day(2), day(4)),
        ("3天", day(1), day(3)),
        ("周四起3天", day(4), day(8)),
        ("明天起5个工作日", day(2), day(8)),
        ("8月2日至8月6日", day(2), day(6)),
        ("8月2日-6日", day(2), day(6)),
        ("3 August to 8 August", day(3), day(8)),
        ("3rd August to 8th August", day(3), day(8)),
        ("from 3 to 8 August", day(3), day(8)),
        ("3-8 Aug", day(3), day(8)),
        ("the 3rd of August", day(3), day(3)),
        ("8月2号到6号", day(2), day(6)),
        ("从8月2日到8月6日出差", day(2), day(6)),
        ("八月二日至六日", day(2), day(6)),
        ("8.2-8.6", day(2), day(6)),
        ("8/2～8/6", day(2), day(6)),
        ("2日至6日", day(2), day(6)),
        ("2日", day(2), day(2)),
        ("30日至2日", day(30), day(2, 9)),
        ("2022-08-02 至 2022-08-06", day(2), day(6)),
        ("2022年8月2日—2022年8月6日", day(2), day(6)),
        ("今天到周五", day(1), day(5)),
        ("周三", day(3), day(3)),
        ("下周一到下周三", day(8), day(10)),
        ("下周一到周三", day(8), day(10)),
        ("周四到周二", day(4), day(9)),
        ("本周", day(1), day(5)),
        ("下周", day(8), day(12)),
        ("8月2日（周二）至8月6日（周六）", day(2), day(6)),
        ("7月28日至8月3日", day(1), day(3)),
        ("12月30日至1月3日", day(30, 12), day(3, 1, 2023)),
        ("1月3日", day(3, 1, 2023), day(3, 1, 2023)),
        ("tomorrow for 3 days", day(2), day(4)),
        ("from 2 Aug to 6 Aug", day(2), day(6)),
        ("Aug 2 to Aug 6", day(2), day(6)),
        ("next week", day(8), day(12)),
        ("明天到周五，去运城学习", day(2), day(5)),
        ("明天到周五去运城学习", day(2), day(5)),
        ("去运城学习，明天到周五", day(2), day(5)),
        ("8月2日至8月6日，参加省里培训。", day(2), day(6)),
        ("明天起3天，家里有事", day(2), day(4)),
        ("下周一到周三。因公出差，由王强代报", day(8), day(10)),
        ("5号，开会", day(5), day(5)),
        ("2 Aug to 6 Aug, training in the capital", day(2), day(6)),
    ],
)
def test_days_are_understood_as_people_write_them(said: str, first: date, last: date) -> None:
    if first > last:
        pytest.fail("the table is wrong")
    assert read(said) == Days(first, last)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("过几天", "away-not-understood"),
        ("不一定", "away-not-understood"),
        ("8月32日", "away-not-understood"),
        ("2月30日至3月2日", "away-not-understood"),
        ("12", "away-not-understood"),
        ("明天，后天回来", "away-not-understood"),
        ("明天到周五，也可能到下周二", "away-not-understood"),
        ("8月2日，8月5日", "away-not-understood"),
        ("去运城学习", "away-not-understood"),
        ("7月20日至7月25日，去运城学习", "away-past"),
        ("8月2日至8月6日至8月9日", "away-not-understood"),
        ("8月6日至8月2日", "away-reversed"),
        ("7月20日至7月25日", "away-past"),
        ("7月20日", "away-past"),
        ("8月2日至12月1日", "away-too-long"),
    ],
)
def test_what_cannot_be_told_for_sure_is_asked_again(said: str, key: str) -> None:
    answer = read(said)
    assert isinstance(answer, Refused)
    assert answer.text_key == key


def test_number_of_days_counts_workdays_as_leave_is_counted() -> None:
    friday = day(5)
    assert read("今天起2天", friday) == Days(friday, day(8))


@given(
    st.dates(date(2022, 1, 1), date(2030, 12, 31)),
    st.integers(0, 100),
    st.integers(0, LONGEST_ABSENCE - 1),
)
def test_any_days_written_in_full_are_read_back(today: date, ahead: int, length: int) -> None:
    first = today + timedelta(days=ahead)
    last = first + timedelta(days=length)
    for shown in (
        f"{first:%Y-%m-%d}至{last:%Y-%m-%d}",
        f"{first.month}月{first.day}日至{last.month}月{last.day}日",
    ):
        assert read(shown, today) == Days(first, last), shown


@given(st.text(max_size=40), st.dates(date(2022, 1, 1), date(2030, 12, 31)))
def test_nothing_that_is_typed_breaks_it_or_lies_in_the_past(text: str, today: date) -> None:
    found = read(text, today)
    if isinstance(found, Days):
        assert today <= found.first <= found.last


@pytest.mark.parametrize("said", ["8月2日到8月5日", "明天", "下周一到周三", "请假三天", "2 August"])
def test_words_that_are_days_and_nothing_else_are_known(said: str) -> None:
    assert are_days(said, today=MONDAY, is_workday=is_weekday)


@pytest.mark.parametrize("said", ["5.6", "3", "8月2日召开会议", "8月2日，召开会议", "已签约"])
def test_a_figure_and_what_was_done_on_a_day_are_no_days_alone(said: str) -> None:
    assert not are_days(said, today=MONDAY, is_workday=is_weekday)
