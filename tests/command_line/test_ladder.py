from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlmodel import Session

from models.cycles import open_cycle
from models.editions import plans_of
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import ZONE, at
from tests.models.samples import JULY
from vocabulary.period import Period
from vocabulary.published import is_published

THEN = ("--at", "2022-08-01 09:05")


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    """For rehearsing: the sample plan is loaded, and its July is open."""
    terminal.types("database", "create", "--rehearsal")
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18))

    terminal.reads(open_july)
    return terminal


def test_ladder_of_the_newest_cycle_is_shown(opened: Terminal) -> None:
    output = opened.types("ladder", "show", *THEN)
    assert output.startswith("2022年7月份提醒安排\n开放 8月1日09:00 · 截止 ")
    assert "已过　8月1日（周一）09:00　联络员　[opening]" in output
    assert "待发　8月9日（周二）09:30　分管领导　[overdue_leader]" in output
    assert output == opened.types("ladder", "show", "--period", "2022-07", *THEN)


def test_ladder_of_a_month_on_guessed_workdays_says_so(opened: Terminal) -> None:
    assert "工作日暂按推算" not in opened.types("ladder", "show", *THEN)
    unpublished = next(year for year in count(2022) if not is_published(year))
    first = datetime(unpublished, 1, 1, 9, tzinfo=ZONE)

    def open_december(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        due_at = first.replace(day=5, hour=18)
        december = Period(unpublished - 1, 12)
        open_cycle(
            session,
            plan,
            december,
            opens_at=first - timedelta(days=1),
            due_at=due_at,
            locks_at=due_at + timedelta(days=14),
        )

    opened.reads(open_december)
    for unit in ((), ("市工科局",)):
        output = opened.types("ladder", *unit)
        assert output.split("\n")[1].endswith("19日18:00（工作日暂按推算）")


def test_ladder_alone_shows_it_as_it_stands_now(opened: Terminal) -> None:
    output = opened.types("ladder")
    assert output == opened.types("ladder", "show")
    assert "已过　8月9日（周二）09:30　分管领导　[overdue_leader]" in output


def test_ladder_of_a_unit_is_shown_by_name(opened: Terminal) -> None:
    output = opened.types("ladder", "市工科局")
    assert output.startswith("市工科局 · 2022年7月份提醒安排")


def test_rung_is_changed_for_the_cycle_and_restored(opened: Terminal) -> None:
    change = ("ladder", "change", "overdue_head", *THEN)
    output = opened.types(*change, "--workdays", "4", "--hour", "10:00")
    assert "待发　8月11日（周四）10:00　主要负责人　[overdue_head]" in output
    assert "[overdue_head] 改为截止日后第 4 个工作日 10:00（运维人员，" in output
    output = opened.types(*change, "--workdays", "4")
    assert "[overdue_head] 改为截止日后第 4 个工作日（运维人员，" in output
    before = opened.types("ladder", "change", "before", *THEN, "--workdays", "-2")
    assert "[before] 改为截止日前第 2 个工作日（运维人员，" in before
    opened.types("ladder", "change", "before", *THEN)
    output = opened.types(*change, "--off")
    assert "[overdue_head] 本期不发" in output
    output = opened.types(*change)
    assert "待发　8月10日（周三）09:30　主要负责人　[overdue_head]" in output
    assert "本期调整" not in output


def test_change_that_makes_a_wrong_ladder_is_refused(opened: Terminal) -> None:
    opened.says(
        "rung-wrong-too-early",
        *("ladder", "change", "overdue_head", "--workdays", "2", *THEN),
        name="overdue_head",
        least=3,
    )
    opened.says(
        "rung-wrong-hour-outside",
        *("ladder", "change", "overdue", "--hour", "07:00", *THEN),
        name="overdue",
        at="07:00",
    )
    opened.says(
        "ladder-hour-unreadable",
        *("ladder", "change", "overdue", "--hour", "noon", *THEN),
        written="noon",
    )
    assert "本期调整" not in opened.types("ladder", *THEN)


def test_change_that_others_stand_in_the_way_of_says_what_to_change_first(opened: Terminal) -> None:
    off = ("ladder", "change", "overdue_leader", "--off", *THEN)
    opened.says(
        "rung-hindered-too-early", *off, rung="overdue_leader", name="overdue_head", least=6
    )
    opened.types("ladder", "change", "overdue_head", "--workdays", "6", *THEN)
    assert "[overdue_leader] 本期不发" in opened.types(*off)


def test_change_is_possible_after_what_was_told_step_by_step(opened: Terminal) -> None:
    wanted = ("ladder", "change", "overdue", "--workdays", "3", *THEN)
    for name, least in (("overdue_task_force", 4), ("overdue_head", 5), ("overdue_leader", 4)):
        opened.says("rung-hindered-too-early", *wanted, rung="overdue", name=name, least=least)
        opened.types("ladder", "change", name, "--workdays", str(least), *THEN)
    opened.says("rung-hindered-deputy-first", *wanted, rung="overdue", name="overdue_deputy")
    opened.types("ladder", "change", "overdue_deputy", "--workdays", "3", *THEN)
    assert "[overdue] 改为截止日后第 3 个工作日" in opened.types(*wanted)


def test_change_that_comes_too_late_for_everybody_is_refused_with_when_the_rung_passed(
    opened: Terminal,
) -> None:
    late = ("ladder", "change", "last_morning", "--hour", "10:00", "--at", "2022-08-05 12:00")
    opened.says("ladder-rung-passed", *late, name="last_morning", at="8月5日（周五）09:00")
    assert "本期调整" not in opened.types("ladder", *THEN)


def test_before_a_cycle_is_open_there_is_no_ladder_to_show(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    terminal.says("office-no-cycle", "ladder")
