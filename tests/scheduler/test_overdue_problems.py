"""A problem that has lived too long is brought to mind: once to its unit, then to the office."""

import pytest
from sqlmodel import Session, col, select

from models.chases import Chase, Reminder
from models.delivery import OutboxRow, OutboxState
from models.people import Person
from models.problems import Problem, close_problem
from sandbox import Message as Seen
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, OLGA, ROADS, WATER
from vocabulary.terms import ChaseKind, ContactKind

pytestmark = pytest.mark.long

LENA, MARK = 6_000_000_001, 6_000_000_002
WHAT, WHAT_ELSE = "站址协调困难。", "资金没有到位。"
TO_UNIT = at(8, 9, 30, month=10)
"""Raised on 1 August, a problem is overdue on 30 September, and the week after is off."""
SEPTEMBER = "9月份：开放 9月28日09:00 · 截止 10月8日（周六）18:00 · 锁定 10月20日18:00"
"""The month in which it can be answered."""
TO_OFFICE = at(13, 9, 30, month=10)
"""The sixth workday after it became overdue: 8 and 9 October are worked."""


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def files_trouble(ada: Chat) -> None:
    """Both measures of Roads have a problem."""
    await ada.sends("/report")
    await ada.taps("button-begin")
    for problem in (WHAT, WHAT_ELSE):
        await ada.taps("status-behind")
        await ada.sends("完成选址。")
        await ada.sends(problem)
        await ada.sends("下月解决。")
    await ada.taps("button-file", answers=2)
    ada.office.reads_all()


def reminded(chat: Chat) -> list[Seen]:
    """The messages about overdue problems that the person has got."""
    chat.news()
    keys = ("problem-overdue-unit", "problem-overdue-office")
    heads = [start_of(key, tone=t, count="*") for key in keys for t in ("reminder", "escalation")]
    return [
        message
        for message in chat.phone.chat
        if message.from_bot and any(message.text.startswith(head) for head in heads)
    ]


def line(number: str, words: str, days: int) -> str:
    return said(
        "problem-overdue-line", unit=ROADS, number=number, since="7月份", days=days, words=words
    )


async def closes(town: Town, number: str) -> None:
    def close(session: Session) -> None:
        olga = session.exec(select(Person).where(Person.user_id == OLGA)).one()
        problem = session.exec(select(Problem).where(Problem.number == number)).one()
        close_problem(session, problem, olga, how="Seen.", now=town.clock.now())

    await town.app.database.unit(close)


async def states(town: Town) -> list[OutboxState]:
    def read(session: Session) -> list[OutboxState]:
        rows = session.exec(
            select(OutboxRow)
            .select_from(Reminder)
            .join(Chase, col(Chase.id) == Reminder.chase_id)
            .join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
            .where(Chase.kind == ChaseKind.PROBLEM_OVERDUE)
            .order_by(col(Reminder.id))
        )
        return [row.state for row in rows]

    return await town.reads(read)


async def test_unit_is_reminded_once_of_all_at_once_and_the_office_a_week_later(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(at(30, 17, month=9))
    await plain_town.moves_to(at(8, 9, 29, month=10))
    assert (reminded(ada), reminded(olga)) == ([], [])
    await plain_town.moves_to(TO_UNIT)
    [told] = reminded(ada)
    assert told.text.split("\n") == [
        said("problem-overdue-unit", tone="reminder", count=2, days=60),
        SEPTEMBER,
        line("1", WHAT, 68),
        line("2", WHAT_ELSE, 68),
        said("problem-overdue-how"),
    ]
    assert told.labels == [said("problem-button-answer-one", number=n) for n in "12"]
    await plain_town.moves_to(at(12, 17, month=10))
    assert reminded(olga) == []
    await plain_town.moves_to(TO_OFFICE)
    [told] = reminded(olga)
    assert told.text.split("\n") == [
        said("problem-overdue-office", tone="escalation", count=2, days=60),
        SEPTEMBER,
        line("1", WHAT, 73),
        line("2", WHAT_ELSE, 73),
    ]
    assert told.labels == [said("problem-button-list")]
    await plain_town.moves_to(at(30, 17, month=11))
    assert (len(reminded(ada)), len(reminded(olga))) == (1, 1)
    assert await states(plain_town) == [OutboxState.SENT] * 4
    plain_town.reads_all()


async def test_answer_by_the_button_ends_it_for_good(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await closes(plain_town, "2")
    await plain_town.moves_to(TO_UNIT)
    [told] = reminded(ada)
    plain_town.reads_all()
    asked = await ada.does(lambda: ada.phone.taps_at(told, 0, 0))
    assert asked.text == said("problem-answer-overdue", number="1", problem=WHAT)
    taken = await ada.sends("签约在即。")
    assert taken.text == said("problem-answer-taken", number="1")
    assert olga.news()[-1].text == said(
        "problem-answered", unit=ROADS, number="1", by="Ada", words="签约在即。"
    )
    again = await ada.presses(told.buttons[0][0].data or "", on=told)
    assert again.text == said("stale")
    await plain_town.moves_to(TO_OFFICE)
    assert reminded(olga) == []
    plain_town.reads_all()


async def test_what_is_closed_before_it_is_sent_is_taken_out(plain_town: Town, ada: Chat) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(at(8, 9, month=10))
    plain_town.clock.move_to(TO_UNIT)
    await plain_town.app.parts.ticks.plan()
    await closes(plain_town, "1")
    assert await states(plain_town) == [OutboxState.CANCELLED] * 2
    await plain_town.steps()
    [told] = reminded(ada)
    assert line("1", WHAT, 68) not in told.text
    assert line("2", WHAT_ELSE, 68) in told.text
    assert await states(plain_town) == [OutboxState.CANCELLED, OutboxState.SENT]
    plain_town.reads_all()


async def test_where_nobody_of_the_unit_is_reached_the_office_reads_it(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    ada.phone.blocks()
    await plain_town.steps()
    await plain_town.moves_to(TO_UNIT)
    [told] = reminded(olga)
    assert told.text.endswith(said("notice-stands-in", kinds="联络员", own="none"))
    plain_town.reads_all()


async def test_leader_reads_the_problem_itself_by_its_button_and_can_do_nothing_to_it(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    mark = await plain_town.joins("Mark", MARK, WATER, ContactKind.HEAD)
    await files_trouble(ada)
    ada.phone.blocks()
    await plain_town.steps()
    await plain_town.moves_to(TO_UNIT)
    plain_town.reads_all()
    [told] = reminded(lena)
    assert told.labels == [said("problem-button-look-one", number=n) for n in "12"]
    shown = await lena.taps("problem-button-look-one", number="2")
    assert WHAT_ELSE in shown.text
    assert shown.text.endswith(SEPTEMBER)
    assert not shown.buttons
    refused = await mark.presses(told.buttons[1][0].data or "")
    assert refused.text == said("not-allowed")
    await closes_by_chat(olga, "2")
    [told] = reminded(lena)
    assert told.labels == [said("problem-button-look-one", number="1")]
    plain_town.reads_all()


async def test_record_and_ladder_of_the_month_that_raised_it_tell_of_it(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(TO_UNIT)
    plain_town.reads_all()
    record = await olga.sends(f"/why {ROADS} 2022-07")
    assert "第1项问题超期催办" in record.text
    assert "第2项问题超期催办" in record.text
    ladder = await olga.sends(f"/ladder {ROADS} 2022-07")
    assert said("ladder-chase-problem_overdue", at="*").partition("*")[0] + "9月30日" in ladder.text
    await closes(plain_town, "1")
    ladder = await olga.sends(f"/ladder {ROADS} 2022-07")
    assert said("ladder-ended-by-answer", at="*").partition("*")[0] + "10月8日" in ladder.text
    plain_town.reads_all()


async def test_reminder_says_which_of_its_problems_are_answered_and_asks_only_for_the_rest(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(TO_UNIT)
    plain_town.reads_all()
    await ada.taps("problem-button-answer-one", number="1")
    await ada.sends("签约在即。")
    [told] = reminded(ada)
    done = "更新：Roads第1项的问题已于 10月8日（周六）09:30 答复。"
    assert told.text.split("\n")[-1] == done
    assert told.labels == [said("problem-button-answer-one", number="2")]
    await closes_by_chat(olga, "2")
    [told] = reminded(ada)
    assert told.text.split("\n")[-2:] == [done, done.replace("1项", "2项").replace("答复", "销号")]
    assert not told.buttons
    plain_town.reads_all()


async def closes_by_chat(olga: Chat, number: str) -> None:
    olga.news()
    await olga.sends("/problems")
    await olga.does(lambda: olga.phone.taps(f"{ROADS} {number}"))
    await olga.taps("problem-button-close")
    await olga.sends("Seen.")


async def test_problem_reminders_are_moved_and_left_out_for_the_month_in_which_they_come(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await files_trouble(ada)
    await plain_town.moves_to(at(30, 17, month=9))
    plain_town.reads_all()
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("问题超期提醒"))
    moved = await olga.taps("ladder-button-later")
    assert "第 2 个工作日 09:30　联络员　[问题超期提醒]" in moved.text
    await plain_town.moves_to(TO_UNIT)
    assert reminded(ada) == []
    await plain_town.moves_to(at(9, 9, 30, month=10))
    assert len(reminded(ada)) == 1
    plain_town.reads_all()
