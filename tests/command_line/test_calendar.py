from itertools import count

import pytest

from bot.commands.terminal import without_markup
from tests.command_line.terminal import PLAN, Terminal
from texts import plain
from vocabulary.published import is_published

NOW = ("--at", "2022-08-01 09:00")


@pytest.fixture
def rehearsing(terminal: Terminal) -> Terminal:
    """A database for rehearsals, with the sample plan."""
    terminal.types("database", "create", "--rehearsal")
    terminal.types("plan", "load", PLAN, "--first", "2022-07", "--last", "2022-12", "--yes")
    return terminal


def test_year_is_shown_with_what_moves_why_and_whose_calendar_it_is(rehearsing: Terminal) -> None:
    lines = rehearsing.types("calendar", "2022").splitlines()
    september = next(n for n, line in enumerate(lines) if line.startswith("2022年9月份"))
    assert lines[september] == (
        "2022年9月份：9月28日（周三）09:00 开始，10月8日（周六）18:00 截止（含当日），"
        "10月20日（周四）18:00 锁定〔已公布〕"
    )
    assert lines[september + 1] == "　10月5日（周三）为国庆节假期，截止日顺延"
    assert len([line for line in lines if "开始" in line]) == 12


def test_holidays_are_listed_below_the_cycles_with_what_is_worked_in_their_place(
    rehearsing: Terminal,
) -> None:
    lines = rehearsing.types("calendar", "2022", *NOW).splitlines()
    title = lines.index("2022年放假和调休上班")
    assert title > next(n for n, line in enumerate(lines) if line.startswith("2022年11月份"))
    assert (
        "国庆节：10月1日（周六）至10月7日（周五）放假，共7天；"
        "10月8日（周六）、10月9日（周日）上班〔已公布〕"
    ) in lines
    assert lines[-1] == "元旦：12月31日（周六）至1月2日（周一）放假，共3天〔已公布〕"


def test_year_for_the_wall_shows_every_day_with_its_signs(rehearsing: Terminal) -> None:
    rehearsing.types("calendar", "set", "2022-09-05", "holiday", *NOW)
    rehearsing.types("calendar", "set", "2022-10-15", "workday", *NOW)
    lines = rehearsing.types("calendar", "2022", "--wall", *NOW).splitlines()
    october = lines.index("2022年10月")
    assert lines[october + 1 : october + 8] == [
        "一       二       三       四       五       六       日",
        "                                              1休      2休",
        " 3休      4休      5休      6休      7休      8班截    9班",
        "10       11       12       13       14       15班*    16",
        "17       18       19锁     20       21       22       23",
        "24       25       26       27       28       29       30",
        "31",
    ]
    september = lines.index("2022年9月")
    assert " 5休*     6截" in lines[september + 3]
    assert lines[-1] == plain("zh-CN", "calendar-wall-legend")
    assert len([line for line in lines if line.startswith("2022年") and line.endswith("月")]) == 12


def test_provisional_days_of_the_wall_are_marked_as_such(rehearsing: Terminal) -> None:
    lines = rehearsing.types("calendar", "2099", "--wall").splitlines()
    may = lines.index("2099年5月")
    assert lines[may + 2].split() == ["1休?", "2休?", "3休?"]


def test_year_that_is_left_out_is_this_one(rehearsing: Terminal) -> None:
    assert rehearsing.types("calendar", *NOW) == rehearsing.types("calendar", "2022", *NOW)


def test_day_is_set_and_unset(rehearsing: Terminal) -> None:
    told = rehearsing.types("calendar", "set", "2022-09-05", "holiday", "--note", "市运动会", *NOW)
    assert "9月5日（周一）：本办定为放假（市运动会）。" in told
    assert "2022年8月份：截止由9月5日（周一）18:00改为9月6日（周二）18:00" in told
    assert "　9月5日（周一）为本办自定休息日（市运动会），截止日顺延" in rehearsing.types(
        "calendar", "2022", *NOW
    )
    told = rehearsing.types("calendar", "unset", "2022-09-05", *NOW)
    assert "截止由9月6日（周二）18:00改为9月5日（周一）18:00" in told
    rehearsing.says(
        "calendar-day-not-own", "calendar", "unset", "2022-09-05", *NOW, day="2022-09-05"
    )


def test_day_that_moves_nothing_says_so(rehearsing: Terminal) -> None:
    told = rehearsing.types("calendar", "set", "2022-08-13", "workday", *NOW)
    assert "2022年7月份：锁定由8月19日（周五）18:00改为8月18日（周四）18:00" in told
    told = rehearsing.types("calendar", "set", "2022-08-27", "holiday", *NOW)
    assert "没有因此变动的报送周期。" in told


def test_past_day_and_day_that_is_none_are_refused(rehearsing: Terminal) -> None:
    words = ("calendar", "set", "2022-07-29", "holiday", *NOW)
    rehearsing.says("calendar-day-past", *words, day="2022-07-29")
    words = ("calendar", "set", "2022-13-01", "holiday", *NOW)
    output = rehearsing.says("cli-calendar-day-unreadable", *words, written="2022-13-01")
    assert "/calendar" not in output


def test_missing_holidays_of_the_next_year_are_told_from_november_on(rehearsing: Terminal) -> None:
    last = next(year for year in count(2022) if not is_published(year + 1))
    gap = plain("zh-CN", "cli-calendar-gap", year=str(last + 1))
    assert "/calendar" not in gap
    november = ("--at", f"{last}-11-01 09:00")
    assert gap not in rehearsing.types("calendar", "--at", f"{last}-10-31 17:00")
    assert gap in rehearsing.types("calendar", *november)
    assert gap in rehearsing.types("calendar", str(last), *november)
    of_the_gap = rehearsing.types("calendar", str(last + 1), *november)
    assert plain("zh-CN", "calendar-unknown-year", year=str(last + 1)) in of_the_gap
    assert gap not in of_the_gap


SEPTEMBER = {
    "next": "10月8日（周六）18:00 截止",
    "previous": "9月30日（周五）18:00 截止",
    "keep": "10月5日（周三）18:00 截止",
}


@pytest.mark.parametrize("moves", SEPTEMBER)
def test_before_a_plan_is_loaded_the_year_is_shown_by_the_settings_alone(
    terminal: Terminal, moves: str
) -> None:
    terminal.environ["BAOSONG_CALENDAR__DUE_DAY_MOVES"] = moves
    lines = terminal.types("calendar", "2022", "--wall").splitlines()
    assert lines[0] == without_markup(plain("zh-CN", "calendar-title-no-plan", year="2022"))
    assert lines[1] == plain(
        "zh-CN", "calendar-policy", day=5, hour="18:00", moves=moves, before=3, after=10
    )
    assert len([line for line in lines if "开始，" in line]) == 12
    (september,) = [line for line in lines if line.startswith("2022年9月份：")]
    assert SEPTEMBER[moves] in september
    assert "2022年放假和调休上班" in lines
    assert plain("zh-CN", "calendar-wall-legend") in lines


def test_year_is_shown_where_there_is_no_database_and_none_is_made(terminal: Terminal) -> None:
    nowhere = terminal.folder / "none.db"
    shown = terminal.types("calendar", "2022", BAOSONG_DATABASE__URL=f"sqlite:///{nowhere}")
    assert shown == terminal.types("calendar", "2022")
    assert not nowhere.exists()
    terminal.environ["BAOSONG_DATABASE__URL"] = f"sqlite:///{nowhere}"
    terminal.says("cli-rehearsal-unmarked", "calendar", "2022", *NOW)
