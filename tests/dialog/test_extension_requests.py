"""Until when a unit asks for more time, as people write it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.extensions import AskedFor, read_request, replaces

MONDAY, FRIDAY = date(2022, 8, 1), date(2022, 8, 5)


def read(words: str, today: date = MONDAY, due_on: date = FRIDAY) -> AskedFor:
    due_at = datetime.combine(due_on, time(18))
    return read_request(words, today=today, due_at=due_at, is_workday=lambda day: day.weekday() < 5)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("延至8月10日", date(2022, 8, 10)),
        ("8日", date(2022, 8, 8)),
        ("10 August", date(2022, 8, 10)),
        ("until August 10th", date(2022, 8, 10)),
        ("please by the 10th of Aug", date(2022, 8, 10)),
        ("延到8号", date(2022, 8, 8)),
        ("2022-08-10", date(2022, 8, 10)),
        ("延三天", date(2022, 8, 8)),
        ("延期5天", date(2022, 8, 10)),
        ("申请延长两天", date(2022, 8, 8)),  # the Sunday moves on to Monday
        ("延3个工作日", date(2022, 8, 10)),
        ("下周三", date(2022, 8, 10)),
        ("延到下星期三", date(2022, 8, 10)),
        ("周四", date(2022, 8, 4)),
        ("周一", date(2022, 8, 8)),
        ("本周五", date(2022, 8, 5)),
        ("晚两天报", date(2022, 8, 8)),
        ("再给三天", date(2022, 8, 8)),
        ("推迟一周", date(2022, 8, 12)),
        ("延后一个星期", date(2022, 8, 12)),
        ("两天", date(2022, 8, 8)),
        ("一周", date(2022, 8, 12)),
        ("大后天", date(2022, 8, 4)),
        ("后天下午3点前", date(2022, 8, 3)),
        ("延至8月10日15:30前", date(2022, 8, 10)),
        ("月底前", date(2022, 8, 31)),
        ("下月底", date(2022, 9, 30)),
        ("下个月5号", date(2022, 9, 5)),
        ("还是8月12日吧", date(2022, 8, 12)),
        ("过几天", None),
        ("延零天", None),
        ("2月30日", None),
    ],
)
def test_day_is_understood_as_people_write_it(words: str, day: date | None) -> None:
    found = read(words)
    assert found.day == day
    assert found.reason == "" or day is None


def test_day_of_the_month_that_is_over_is_one_of_the_next() -> None:
    assert read("8日", today=date(2022, 7, 29)).day == date(2022, 8, 8)


@pytest.mark.parametrize(
    ("words", "day", "reason"),
    [
        ("延三天，桥梁数据下周才出", date(2022, 8, 8), "桥梁数据下周才出"),
        ("桥梁数据未出，延至8月10日", date(2022, 8, 10), "桥梁数据未出"),
        ("下周三，桥梁数据才出", date(2022, 8, 10), "桥梁数据才出"),
        ("8月10日，数据待反馈", date(2022, 8, 10), "数据待反馈"),
        ("10 August, the survey is late", date(2022, 8, 10), "the survey is late"),
        ("we decided 10 things", None, "we decided 10 things"),
        ("延至8月10日18时前 数据待反馈。", date(2022, 8, 10), "数据待反馈"),
        (
            "数据要等8月8日核定后才能填，申请延至9日报送",
            date(2022, 8, 9),
            "数据要等8月8日核定后才能填",
        ),
        ("8月11日要开会，改为10日", date(2022, 8, 10), "8月11日要开会"),
        ("8月12日，晚了点", date(2022, 8, 12), "晚了点"),
        ("停电，8月12日", date(2022, 8, 12), "停电"),
        ("8月8日 数据没出来", date(2022, 8, 8), "数据没出来"),
        ("8月12日统计局才出数", date(2022, 8, 12), "8月12日统计局才出数"),
        ("8月10日，周三，谢谢", date(2022, 8, 10), ""),
        ("延至8月10日，可以吗？", date(2022, 8, 10), ""),
    ],
)
def test_words_beside_the_day_are_the_reason(words: str, day: date, reason: str) -> None:
    assert read(words) == AskedFor(day, reason)


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("延至8月8日18时", ""),
        ("延至8月8日 18:00", ""),
        ("8月8日下午6点前", ""),
        ("8月8日6点前", ""),
        ("8-8 6pm", ""),
        ("下周三，数据才出", ""),
        ("延至8月8日，下午开会定稿", ""),
        ("延至8月8日下午三点半", "下午三点半"),
        ("延至8月8日15:30前，数据才出", "15:30"),
        ("8月8日上午6点", "上午6点"),
        ("延至8月8日18时30分", "18时30分"),
        ("后天上午", "上午"),
        ("延三天晚上8点前", "晚上8点"),
        ("8-8 3 pm", "3 pm"),
        ("2月30日15时", ""),
    ],
)
def test_hour_behind_the_day_is_kept_where_it_is_not_the_due_one(words: str, hour: str) -> None:
    assert read(words).hour == hour


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        ("数据要等8月8日核定后才能填，申请延至9日报送", False),
        ("8月8日全市停电检修", False),
        ("数据没出来，改为8月8日", True),
        ("要等8月12日的数据", True),
        ("数据没出来", False),
    ],
)
def test_day_within_a_reason_is_asked_for_only_where_the_words_say_so(
    words: str, *, replaced: bool
) -> None:
    assert replaces(read(words), date(2022, 8, 9), words) is replaced


@given(st.text(max_size=40), st.dates(date(2022, 1, 1), date(2030, 12, 31)))
def test_nothing_that_is_typed_breaks_it(words: str, today: date) -> None:
    read(words, today=today, due_on=today + timedelta(days=4))
