"""The books and the people are right: what they call a broken promise is one."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlmodel import Session

from models.chases import Reminder, chases_of_report, open_chase
from models.database import Database
from models.delivery import MAYBE_SENT, OutboxState, claim_next, settle
from models.filing import return_report
from models.people import contacts_held
from models.work import Desk, Work
from sandbox import Limits, Sandbox
from tests.factories import ZONE, at
from tests.faults.books import chased_after_filing
from tests.faults.office import seeded
from tests.faults.people import Said, Talker
from tests.faults.told import Planning, Told, told
from tests.models.samples import (
    ADA,
    BOT,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_month,
    a_person,
    answer,
    file,
)
from tests.sandbox.test_sandbox_people import bot_says, tapped
from vocabulary.message import Message
from vocabulary.terms import ChaseKind, ContactKind


@pytest.mark.parametrize(("given_up_at", "chased"), [(10, 0), (12, 1)])
def test_reminder_that_stays_in_doubt_chases_only_when_it_was_tried_after_the_filing(
    sqlite: Database, given_up_at: int, chased: int
) -> None:
    def unit(session: Session) -> None:
        month = a_month(session)
        report = month.report(session, ROADS)
        chase = open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=at(1))
        work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(1))
        row = work.send(ADA, Message("a reminder"), expires_at=at(5, 18))
        session.add(
            Reminder(
                chase_id=chase.id,
                rung="opening",
                occurrence=1,
                audience=ContactKind.LIAISON,
                contact_id=contacts_held(session, a_person(session).id)[0].id,
                outbox_id=row.id,
                due_at=at(1),
                planned_at=at(1),
            )
        )
        claim_next(session, BOT, now=at(1, given_up_at), lease=timedelta(minutes=2))
        settle(session, row.id, fence=1, state=OutboxState.UNKNOWN, now=at(1, given_up_at))
        answer(session, report, now=at(1, 11))
        file(session, report, now=at(1, 11))

    sqlite.run(unit)
    with closing(sqlite3.connect(sqlite.url.database or "")) as connection:
        assert chased_after_filing(connection) == chased


@pytest.mark.parametrize(
    ("state", "error", "found"),
    [
        (OutboxState.SENT, "", Told(asked=1)),
        (OutboxState.DUE, "", Told(asked=1, waiting=1)),
        (OutboxState.UNKNOWN, MAYBE_SENT, Told(asked=1, in_doubt=1)),
        (OutboxState.DEAD, "refused", Told(asked=1, waiting=1)),
        (OutboxState.DEAD, "blocked", Told(asked=1, untold=["Roads 2022-07 returned"])),
        (OutboxState.SKIPPED, "", Told(asked=1, untold=["Roads 2022-07 returned"])),
        (None, "", Told(asked=1, untold=["Roads 2022-07 returned"])),
    ],
)
def test_returned_report_of_which_no_reminder_got_out_is_told_of_nowhere(
    sqlite: Database, state: OutboxState | None, error: str, found: Told
) -> None:
    """From half past nine on the workday after; what waits or may have arrived is listed."""

    def unit(session: Session) -> None:
        month = a_month(session)
        for name in (WATER, PARKS):
            month.report(session, name).exempt = True
        report = month.report(session, ROADS)
        answer(session, report, now=at(1, 11))
        file(session, report, now=at(1, 11))
        return_report(session, report, a_person(session), reason="No figures.", now=at(2, 10))
        assert told(session, noon(2)) == Told()
        if state is not None:
            a_reminder(session, month, state, error)
        assert told(session, noon(3)) == found
        assert told(session, None) == Told()
        chase = chases_of_report(session, report.id)[-1]
        chase.settled_at = at(3)
        assert told(session, None).untold == ["Roads 2022-07 returned: nobody asks for it"]

    sqlite.run(unit)


def noon(day: int) -> Planning:
    return Planning(at(day, 12), at(day, 12, 1))


def a_reminder(session: Session, month: Month, state: OutboxState, error: str) -> None:
    chase = chases_of_report(session, month.report(session, ROADS).id)[-1]
    work = Work(session, Desk(BOT, "a_bot", month.office_id, ZONE, "en"), at(3, 9, 30))
    row = work.send(ADA, Message("a reminder"))
    row.state, row.last_error, row.settled_at = state, error, at(3, 9, 31)
    session.add(
        Reminder(
            chase_id=chase.id,
            rung="returned",
            occurrence=1,
            audience=ContactKind.LIAISON,
            contact_id=contacts_held(session, a_person(session).id)[0].id,
            outbox_id=row.id,
            due_at=at(3, 9, 30),
            planned_at=at(3, 9, 30),
        )
    )
    session.flush()


def test_an_answer_is_saved_for_its_writer_only_when_the_bot_says_so() -> None:
    """A list that answers an earlier tap is no sign, nor is what was said of the answer before.

    Of two that are on their way a save is of the first.
    """
    sandbox = Sandbox(now=lambda: at(1), limits=Limits(flood=False))
    ada = sandbox.person("Ada")
    ada.starts()
    talker = Talker(sandbox, ada, ROADS, seeded(1), begins_at=at(1))
    question = "63　加强组织领导（负责）\n上月：{last}。\n请发送7月份完成情况。"
    next_one = "● 63　加强组织领导 · 正常推进，已存。\n\n66　强化考核督促（负责）\n7月份进展如何？"

    def writes_and_sees(last: str, words: str) -> tuple[int, int]:
        bot_says(sandbox, ada, question.format(last=last), "目录")
        talker.acts()
        bot_says(sandbox, ada, words, "正常推进")
        talker.acts()
        said = talker.said["63"]
        return len(said.texts), said.shown

    assert writes_and_sees(
        "一", "市交通局 · 7月份　已填 0/7\n◐ 63　加强组织领导：完成情况待填"
    ) == (1, 0)
    assert writes_and_sees("二", next_one) == (2, 1)
    assert writes_and_sees("三", next_one) == (3, 1)
    assert writes_and_sees("四", next_one.replace("66", "67")) == (4, 2)
    talker.said["63"].are_dropped(talker.said["63"].texts[2:3])
    assert writes_and_sees("五", next_one.replace("66", "68")) == (5, 4)


@pytest.mark.parametrize(
    ("said", "buttons", "tapped_on"),
    [
        (
            "收到：“甲已推进”\n这条文字还没有存。",
            ("补充 63 的完成情况", "不存这条"),
            "补充 63 的完成情况",
        ),
        (
            "收到：“甲已推进”\n这条文字还没有存。",
            ("回答 63 的完成情况", "不存这条"),
            "回答 63 的完成情况",
        ),
        ("收到：“甲已推进”\n这条文字还没有存。", ("补充 1 的完成情况", "不存这条"), "不存这条"),
        (
            "● 1　一　已存。\n\n收到 2 行文字，合在一起：\n· “甲已推进”\n· “乙”",
            ("补充 63 的完成情况", "分开，一条一条选", "不存这条"),
            "分开，一条一条选",
        ),
    ],
)
def test_text_that_waits_is_put_where_it_was_written_to(
    said: str, buttons: tuple[str, ...], tapped_on: str
) -> None:
    sandbox = Sandbox(now=lambda: at(1), limits=Limits(flood=False))
    ada = sandbox.person("Ada")
    ada.starts()
    talker = Talker(sandbox, ada, ROADS, seeded(1), begins_at=at(1))
    talker.said["63"] = Said(["甲已推进"])
    bot_says(sandbox, ada, said, *buttons)
    talker.acts()
    assert tapped(sandbox) == [tapped_on]


def test_who_has_changed_nothing_in_a_correction_goes_back_and_changes_something() -> None:
    """Such a correction cannot be filed, and whoever waits for it to be would wait for ever."""
    sandbox = Sandbox(now=lambda: at(1), limits=Limits(flood=False))
    ada = sandbox.person("Ada")
    ada.starts()
    talker = Talker(sandbox, ada, ROADS, seeded(1), begins_at=at(1), corrects=1)
    talker.said["63"] = Said(["甲已推进"])
    preview = "报送前核对　市交通局 · 7月份\n与第1版相比没有变化。"
    bot_says(sandbox, ada, preview, "查看全文", "目录", "放弃更正")
    talker.acts()
    assert tapped(sandbox) == ["目录"]
    assert talker.file_taps == 0


@pytest.mark.parametrize(
    ("stored", "shown", "is_true"),
    [
        ("b", 2, True),
        ("c", 2, True),
        ("a", 2, False),
        ("a", 0, True),
        ("", 1, False),
        ("a\nb", 2, True),
        ("b\nc", 1, True),
        ("a\nc", 2, True),
        ("a\nb", 3, False),
        ("a\nc", 1, True),
        ("b\na", 1, False),
        ("b\nelse", 1, False),
    ],
)
def test_what_was_shown_as_saved_is_stored_or_what_was_written_since(
    stored: str, shown: int, is_true: bool
) -> None:
    assert Said(["a", "b", "c"], shown).accounts_for(stored) is is_true


@pytest.mark.parametrize(
    ("stored", "is_true"), [("b\na", True), ("b\na\nb", False), ("a", False), ("c\na", True)]
)
def test_only_texts_that_were_put_there_later_may_stand_in_another_order(
    stored: str, is_true: bool
) -> None:
    said = Said(["a", "b", "c"], shown=2, is_sorted=False)
    assert said.accounts_for(stored) is is_true
