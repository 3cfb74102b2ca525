"""The year beforehand, and the days on which the office decides for itself."""

from datetime import date, datetime, time
from itertools import count
from pathlib import Path

import pytest
from sqlmodel import select

from models.cycles import Cycle
from scheduler.workdays import Workdays
from tests.chat import Town, a_town, said, start_of, with_people
from tests.factories import ZONE
from tests.models.samples import ADA, OLGA
from vocabulary.published import is_published


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2022, month, day, hour, tzinfo=ZONE)


async def due_days(town: Town) -> dict[str, str]:
    """By period, the due day of every cycle that has been opened."""
    cycles = await town.reads(
        lambda s: [(c.period, c.due_at) for c in s.exec(select(Cycle).order_by("period"))]
    )
    return {str(period): f"{due_at.astimezone(ZONE):%m-%d}" for period, due_at in cycles}


async def test_year_is_shown_beforehand_with_what_moves_and_why(plain_town: Town) -> None:
    shown = await plain_town.chats[ADA].sends("/calendar")
    lines = shown.text.split("\n")
    assert lines[0].startswith("2022年报送日历")
    assert (
        "2022年7月份：8月1日（周一）09:00 开始，8月5日（周五）18:00 截止（含当日），"
        "8月19日（周五）18:00 锁定〔已公布，已开始〕"
    ) in lines
    october = next(n for n, line in enumerate(lines) if line.startswith("2022年9月份"))
    assert "10月8日（周六）18:00 截止" in lines[october]
    assert lines[october + 1] == "　10月5日（周三）为国庆节假期，截止日顺延"


async def test_holidays_are_listed_with_what_is_worked_in_their_place_and_who_says_so(
    plain_town: Town,
) -> None:
    lines = (await plain_town.chats[ADA].sends("/calendar")).text.split("\n")
    first = lines.index("2022年放假和调休上班")
    assert lines[first + 1 : first + 4] == [
        "元旦：1月1日（周六）至1月3日（周一）放假，共3天〔已公布〕",
        "春节：1月31日（周一）至2月6日（周日）放假，共7天；1月29日（周六）、1月30日（周日）上班〔已公布〕",
        "清明节：4月3日（周日）至4月5日（周二）放假，共3天；4月2日（周六）上班〔已公布〕",
    ]


async def test_year_that_is_not_known_here_is_said_to_be_provisional(plain_town: Town) -> None:
    shown = await plain_town.chats[OLGA].sends("/calendar 2099")
    assert said("calendar-unknown-year", year="2099") in shown.text
    assert "劳动节：5月1日（周五）至5月5日（周二）放假，共5天〔暂按推算〕" in shown.text
    assert "〔暂按推算，不在计划期内〕" in shown.text


@pytest.mark.long
async def test_day_of_the_office_moves_the_cycle_that_is_not_open_yet(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    told = await olga.sends("/calendar 2022-09-05 放假 市运动会")
    assert "9月5日（周一）：本办定为放假（市运动会）。" in told.text
    assert "截止由9月5日（周一）18:00改为9月6日（周二）18:00" in told.text
    shown = await olga.sends("/calendar 2022")
    assert "　9月5日（周一）为本办自定休息日（市运动会），截止日顺延" in shown.text
    assert "9月6日（周二）18:00 截止（含当日）" in shown.text
    assert "含本办自定" in shown.text
    assert "　9月5日（周一）放假（市运动会）　Olga" in shown.text

    await plain_town.passes(at(9, 1))
    for chat in plain_town.chats.values():
        chat.news()
    assert await due_days(plain_town) == {"2022-07": "08-05", "2022-08": "09-06"}


async def test_day_of_the_office_leaves_an_open_cycle_as_it_was_told(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    told = await olga.sends("/calendar 2022-08-05 holiday")
    stays = "7月份报送已开始，时间不变（8月5日（周五）18:00 截止）"
    assert stays in told.text
    taken_back = await olga.sends("/calendar 2022-08-05 取消")
    assert stays in taken_back.text
    assert await due_days(plain_town) == {"2022-07": "08-05"}


async def test_nobody_is_reminded_on_a_day_that_the_office_takes_off(plain_town: Town) -> None:
    olga, ada = plain_town.chats[OLGA], plain_town.chats[ADA]
    await olga.sends("/calendar 2022-08-08 放假")
    await plain_town.moves_to(at(8, 8, 10))
    olga.news()
    ada.expects_nothing_more()
    await plain_town.moves_to(at(8, 9, 10))
    assert start_of("notice-overdue", tone="urgent", unit="Roads") in ada.the_news().text
    for chat in plain_town.chats.values():
        chat.news()


async def test_decision_is_taken_back(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/calendar 2022-09-05 放假")
    told = await olga.sends("/calendar 2022-09-05 取消")
    assert "截止由9月6日（周二）18:00改为9月5日（周一）18:00" in told.text
    again = await olga.sends("/calendar 2022-09-05 unset")
    assert again.text == said("calendar-day-not-own", day="2022-09-05")


@pytest.mark.parametrize(
    ("words", "key", "facts"),
    [
        ("2022-07-29 放假", "calendar-day-past", {"day": "2022-07-29"}),
        ("31.12.2022 放假", "calendar-how", {"written": "31.12.2022"}),
        ("2022-09-05 也许", "calendar-how", {"written": "2022-09-05 也许"}),
        ("下个月", "calendar-how", {"written": "下个月"}),
        ("1999", "calendar-how", {"written": "1999"}),
    ],
)
async def test_what_is_not_understood_is_refused_with_a_way_on(
    plain_town: Town, words: str, key: str, facts: dict[str, str]
) -> None:
    answer = await plain_town.chats[OLGA].sends(f"/calendar {words}")
    assert answer.text == said(key, **facts)


async def test_liaison_looks_and_decides_nothing(plain_town: Town) -> None:
    answer = await plain_town.chats[ADA].sends("/calendar 2022-09-05 放假")
    assert answer.text == said("not-allowed")
    shown = await plain_town.chats[ADA].sends("/calendar 2022")
    assert "9月5日（周一）18:00 截止" in shown.text


async def test_second_coordinator_learns_what_the_first_decides(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    told = await olga.sends("/invite 经办人")
    token = told.text.partition("?start=")[2].split()[0]
    otto = plain_town.person("Otto", 77)
    otto.phone.starts(token)
    await plain_town.steps()
    otto.news()
    olga.news()
    await olga.sends("/calendar 2022-09-05 放假")
    assert otto.the_news().text.startswith(said("calendar-told", by="Olga"))


@pytest.mark.long
async def test_gap_of_the_next_year_is_told_once_from_november_on(
    sqlite_url: str, tmp_path: Path
) -> None:
    last = next(year for year in count(2022) if not is_published(year + 1))
    october = datetime(last, 10, 31, 17, tzinfo=ZONE)
    async with a_town(sqlite_url, tmp_path / "files", now=october) as town:
        await with_people(town)
        olga = town.chats[OLGA]
        for chat in town.chats.values():
            chat.news()
        wanted = said("calendar-gap", year=str(last + 1))
        await town.moves_to(datetime(last, 11, 1, 0, 1, tzinfo=ZONE))
        assert wanted not in [message.text for message in olga.news()], "at night"
        first = Workdays().on_or_after(date(last, 11, 1))
        await town.moves_to(datetime.combine(first, time(9), tzinfo=ZONE))
        assert wanted in [message.text for message in olga.news()]
        await town.moves_to(datetime.combine(first, time(10), tzinfo=ZONE))
        assert wanted not in [message.text for message in olga.news()]
        shown = await olga.sends("/calendar")
        assert wanted in shown.text
        for chat in town.chats.values():
            chat.news()


async def test_open_cycle_is_shown_with_the_times_that_it_was_opened_with(
    plain_town: Town,
) -> None:
    await plain_town.chats[OLGA].sends("/calendar 2022-08-05 放假")
    shown = await plain_town.chats[OLGA].sends("/calendar 2022")
    [line] = [line for line in shown.text.split("\n") if line.startswith("2022年7月份")]
    assert "8月5日（周五）18:00 截止" in line
    assert "　8月5日（周五）为本办自定休息日，截止日不变" in shown.text
