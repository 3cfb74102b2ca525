"""A unit asks for more time in chat, and the office answers with a tap."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from models.chases import Chase
from models.cycles import Cycle, timeliness
from models.extensions import Extension
from sandbox import Message as Seen
from tests.chat import DUE, LOCKS, TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS, WATER
from vocabulary.terms import ChaseKind, ContactKind, ExtensionState, Timeliness

OTTO, LENA = 6_000_000_001, 6_000_000_002
WEDNESDAY = "8月10日（周三）18:00"
EXTENDED = TIMES.replace("8月5日（周五）18:00", f"{WEDNESDAY}（已同意延期，原8月5日18:00）")
REASON = "The bridge is counted only next week."


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


async def asks(chat: Chat, words: str = f"延至8月10日，{REASON}") -> Seen:
    """Asks in one line, and Olga reads the request."""
    return await chat.sends(f"/extend {words}")


async def states(town: Town) -> list[ExtensionState]:
    def read(session: Session) -> list[ExtensionState]:
        return [row.state for row in session.exec(select(Extension).order_by("id"))]

    return await town.reads(read)


async def stands(town: Town, unit: str = ROADS) -> Timeliness:
    report = await town.report_of(unit)
    due = await town.reads(lambda s: s.get_one(Cycle, report.cycle_id).due_at)
    return timeliness(report, due, counted_at=report.first_filed_at, now=town.clock.now())


def times(chat: Chat, since: datetime) -> list[str]:
    chat.news()
    return [
        f"{m.sent_at.astimezone(DUE.tzinfo):%d %H:%M}"
        for m in chat.phone.chat
        if m.from_bot and m.sent_at >= since and "月报" not in m.text
    ]


async def test_unit_taps_a_date_gives_its_reason_and_is_told_what_comes_of_it(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.sends("/report")
    asked = await ada.taps("button-extend")
    assert asked.text.startswith(
        said("extension-ask", unit=ROADS, period="7月份", times=TIMES).rpartition("\n")[0]
    )
    assert asked.labels[0] == "8月8日（周一）"
    why = await ada.does(lambda: ada.phone.taps("8月10日"))
    assert why.text == f"{TIMES}\n{said('extension-ask-reason', until=WEDNESDAY)}"
    done = await ada.sends(REASON)
    assert done.text == said(
        "extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY, times=TIMES
    )
    request = olga.the_news()
    assert said("extension-request-reason", reason=REASON) in request.text
    assert said("extension-would-count") in request.text
    answered = await olga.taps("extension-button-grant")
    assert answered.message_id == request.message_id
    assert "Olga" in answered.text
    assert not answered.buttons
    told = ada.the_news()
    assert told.text == said(
        "extension-granted",
        unit=ROADS,
        period="7月份",
        until=WEDNESDAY,
        asked="none",
        times=EXTENDED,
    )
    card = await ada.taps("notice-button-continue")
    assert EXTENDED in card.text.split("\n")


async def test_measure_told_where_the_reason_is_asked_goes_to_the_report(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.sends("/extend")
    await ada.does(lambda: ada.phone.taps("8月10日"))
    await ada.sends("2. 接入3家", answers=2)
    assert said("pasted-part", number="2", title="Measure 2", words="接入3家") in ada.card.text
    assert any(m.text == said("extension-not-asked") for m in ada.phone.chat)
    card = await ada.taps("pasted-button-take", count=1)
    assert (await plain_town.content(ROADS, "2")).text == "接入3家"
    assert "Measure 1" in card.text
    assert card.text.endswith(said("ask-status", when="7月份"))
    assert await states(plain_town) == []
    olga.expects_nothing_more()


async def test_edited_reason_is_the_one_that_the_office_reads(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    mine: list[Seen] = []
    await ada.sends("/extend")
    await ada.does(lambda: ada.phone.taps("8月10日"))
    await ada.does(lambda: mine.append(ada.phone.sends(REASON)))
    olga.news()
    told = await ada.does(lambda: ada.phone.edits(mine[0], "数据待反馈。"))
    assert told.text == said("edit-of-reason-taken", reason="数据待反馈。")
    assert said("extension-request-reason", reason="数据待反馈。") in olga.news()[-1].text
    await olga.taps("extension-button-grant")
    ada.news()
    told = await ada.does(lambda: ada.phone.edits(mine[0], REASON))
    assert told.text == said("edit-of-reason")


async def test_edited_line_of_a_request_asks_for_the_other_day_and_reason(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    mine: list[Seen] = []
    await ada.does(lambda: mine.append(ada.phone.sends(f"/extend 延至8月9日，{REASON}")))
    olga.news()
    edit = "/extend 延至8月10日，数据待反馈"
    told = await ada.does(lambda: ada.phone.edits(mine[0], edit))
    assert start_of("extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY) in told.text
    assert await states(plain_town) == [ExtensionState.REPLACED, ExtensionState.ASKED]
    assert said("extension-request-reason", reason="数据待反馈") in olga.news()[-1].text
    told = await ada.does(lambda: ada.phone.edits(mine[0], "/extend 数据还要核对"))
    assert start_of("extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY) in told.text
    assert said("extension-request-reason", reason="数据还要核对") in olga.news()[-1].text
    await olga.taps("extension-button-grant")
    ada.news()
    told = await ada.does(lambda: ada.phone.edits(mine[0], edit))
    assert told.text.startswith(said("extension-edit-late"))


@pytest.mark.parametrize("chosen", ["", "8月9日"])
async def test_edited_message_with_the_day_and_the_reason_asks_for_the_other_day(
    plain_town: Town, ada: Chat, olga: Chat, chosen: str
) -> None:
    mine: list[Seen] = []
    await ada.sends("/extend")
    if chosen:
        await ada.does(lambda: ada.phone.taps(chosen))
    words = f"延至8月{11 if chosen else 9}日，{REASON}"
    await ada.does(lambda: mine.append(ada.phone.sends(words)))
    olga.news()
    told = await ada.does(lambda: ada.phone.edits(mine[0], "延至8月10日，数据待反馈"))
    assert start_of("extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY) in told.text
    assert await states(plain_town) == [ExtensionState.REPLACED, ExtensionState.ASKED]
    assert said("extension-request-reason", reason="数据待反馈") in olga.news()[-1].text
    told = await ada.does(lambda: ada.phone.edits(mine[0], "数据还要核对"))
    assert start_of("extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY) in told.text
    assert said("extension-request-reason", reason="数据还要核对") in olga.news()[-1].text
    await olga.taps("extension-button-grant")
    ada.news()
    told = await ada.does(lambda: ada.phone.edits(mine[0], words))
    assert told.text.startswith(said("extension-edit-late"))


async def test_hour_of_their_own_is_told_to_be_none_and_the_due_one_is_silent(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    at_three = said("extension-by-the-day", at="18:00", written="下午3点")
    why = await ada.sends("/extend 延至8月10日下午3点前")
    asked = said("extension-ask-reason", until=WEDNESDAY)
    assert why.text == f"{at_three}\n\n{TIMES}\n{asked}"
    await ada.sends(REASON)
    done = await asks(ada, f"延至8月10日下午3点前，{REASON}")
    assert done.text.split("\n")[-1] == at_three
    again = await asks(ada, f"延至8月10日18时，{REASON}")
    assert again.text == said(
        "extension-asked", unit=ROADS, period="7月份", until=WEDNESDAY, times=TIMES
    )
    assert WEDNESDAY in olga.news()[-1].text


async def test_granted_in_time_the_report_is_on_time_until_the_new_moment(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    plain_town.reads_all()
    await plain_town.moves_to(at(9))
    assert await stands(plain_town) is Timeliness.PENDING
    plain_town.reads_all()
    await plain_town.moves_to(at(10, 17))
    plain_town.reads_all()
    await ada.files()
    assert await stands(plain_town) is Timeliness.ON_TIME
    assert not any(
        said("notice-filed-late", unit=ROADS, period="7月份", by="Ada") in m.text
        for m in olga.news()
    )


async def test_nobody_elses_date_moves(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    await plain_town.moves_to(at(6))
    assert await stands(plain_town, WATER) is Timeliness.OUTSTANDING
    assert await stands(plain_town) is Timeliness.PENDING
    board = await read_board(olga)
    assert said("board-unit-extended", unit=ROADS, until="8月10日（周三）") in board
    plain_town.reads_all()


async def test_text_for_another_chat_names_it_apart(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.moves_to(at(4, 12))
    plain_town.reads_all()
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    await plain_town.moves_to(at(5, 19))
    plain_town.reads_all()
    text = (await olga.sends("/remind_text")).text
    assert f"未报2家：{WATER}、Parks。" in text
    assert said("paste-text-later", count=1, units=ROADS) in text
    plain_town.reads_all()


async def read_board(olga: Chat) -> str:
    olga.news()
    return (await olga.sends("/board")).text


async def test_reminders_follow_the_new_moment(plain_town: Town, ada: Chat, olga: Chat) -> None:
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.moves_to(at(4, 12))
    plain_town.reads_all()
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    plain_town.reads_all()
    await plain_town.passes(at(12, 18), every=timedelta(minutes=30))
    since = at(4, 12)
    told = [t for t in times(ada, since) if t != "04 12:00"]
    assert told == ["09 09:00", "10 09:00", "10 15:00", "11 09:30"]
    assert times(lena, since) == ["12 09:30"]
    plain_town.reads_all()


async def test_last_morning_and_last_hours_come_again_for_the_new_moment(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.moves_to(at(5, 15))
    plain_town.reads_all()
    assert "今天 18:00" in ada.phone.chat[-1].text
    await asks(ada, f"延至8月8日，{REASON}")
    olga.the_news()
    await olga.taps("extension-button-grant")
    shown = await olga.sends(f"/ladder {ROADS}")
    assert shown.text.startswith(
        said("ladder-title-unit", unit=ROADS, period="2022年7月份")
        + "\n"
        + EXTENDED.replace(WEDNESDAY, "8月8日（周一）18:00")
    )
    plain_town.reads_all()
    await plain_town.passes(at(8, 18), every=timedelta(minutes=30))
    assert times(ada, at(5, 16)) == ["08 09:00", "08 15:00"]
    plain_town.reads_all()


async def test_reminder_of_the_old_date_says_which_one_holds(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.moves_to(at(4))
    old = ada.the_news()
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    plain_town.reads_all()
    now = next(m for m in ada.phone.chat if m.message_id == old.message_id)
    settled = said("reminder-settled-extended", until=WEDNESDAY)
    assert now.text.split("\n") == [*old.text.split("\n")[:2], settled]
    assert not now.buttons


async def test_request_alone_stops_no_reminder(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    olga.the_news()
    await plain_town.moves_to(at(4))
    assert ada.the_news().text.startswith(start_of("notice-before", unit=ROADS))
    plain_town.reads_all()


async def test_asked_after_the_hour_late_stays_late_and_reminders_rest_until_then(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await plain_town.passes(at(8, 12))
    plain_town.reads_all()
    done = await asks(ada)
    assert done.text.startswith(start_of("extension-asked-late", unit=ROADS, period="7月份"))
    assert said("extension-would-not-count") in olga.the_news().text
    await olga.taps("extension-button-grant")
    assert ada.news()[-1].text == said(
        "extension-granted-late",
        unit=ROADS,
        period="7月份",
        until=WEDNESDAY,
        asked="none",
        times=f"开放 8月1日09:00 · 截止 8月5日（周五）18:00（同意延至 {WEDNESDAY}，仍计迟报） "
        "· 锁定 8月19日18:00",
    )
    await plain_town.passes(at(8, 18))
    assert times(ada, at(8, 13)) == []
    assert await stands(plain_town) is Timeliness.OUTSTANDING
    await plain_town.moves_to(at(9, 8))
    await ada.files()
    assert await stands(plain_town) is Timeliness.LATE
    plain_town.reads_all()


async def test_asked_in_time_and_granted_later_counts(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    """The unit cannot help how long the office takes."""
    await plain_town.moves_to(DUE)
    plain_town.reads_all()
    await asks(ada)
    await plain_town.moves_to(at(8, 10))
    plain_town.reads_all()
    assert await stands(plain_town) is Timeliness.OUTSTANDING
    await olga.sends("/extend")
    await olga.taps("extension-button-grant")
    assert await stands(plain_town) is Timeliness.PENDING
    plain_town.reads_all()


async def test_office_refuses_and_nothing_moves(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    olga.the_news()
    asked = await olga.taps("extension-button-refuse")
    assert said("extension-ask-refusal") in asked.text
    ada.expects_nothing_more()
    done = await olga.sends("The town needs the figures.")
    assert "原因：The town needs the figures." in done.text
    assert not done.buttons
    assert ada.the_news().text == said(
        "extension-refused",
        unit=ROADS,
        period="7月份",
        reason="The town needs the figures",
        times=TIMES,
    )
    await plain_town.moves_to(at(6))
    assert await stands(plain_town) is Timeliness.OUTSTANDING
    plain_town.reads_all()


async def test_office_refuses_without_a_reason_or_not_yet(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await asks(ada)
    request = olga.the_news()
    await olga.taps("extension-button-refuse")
    back = await olga.taps("extension-button-refuse-back")
    assert back.labels == request.labels
    ada.expects_nothing_more()
    await olga.taps("extension-button-refuse")
    done = await olga.taps("extension-button-refuse-bare")
    assert done.text.split("\n")[-1] == "未同意（Olga，8月1日（周一）09:00）。"
    told = said("extension-refused", unit=ROADS, period="7月份", reason="none", times=TIMES)
    assert ada.the_news().text == told


async def test_office_gives_another_date(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-other")
    await olga.does(lambda: olga.phone.taps("8月8日"))
    monday = "8月8日（周一）18:00"
    moved = EXTENDED.replace(WEDNESDAY, monday)
    told = ada.the_news().text
    assert "（您申请的是 8月10日（周三）18:00）" in told
    assert told == said(
        "extension-granted",
        unit=ROADS,
        period="7月份",
        until=monday,
        asked=WEDNESDAY,
        times=moved,
    )


async def test_second_request_replaces_the_first(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    first = olga.the_news()
    again = await ada.sends("/extend")
    waits = said("extension-waits-already", name="Ada", at="8月1日（周一）09:00", until=WEDNESDAY)
    assert again.text.startswith(waits)
    assert again.labels[0] == "8月8日（周一）", "it may be changed"
    await asks(ada, f"8月9日 {REASON}")
    closed, second = olga.news()
    assert closed.message_id == first.message_id
    assert said("extension-became-replaced") in closed.text
    assert second.buttons
    assert await states(plain_town) == [ExtensionState.REPLACED, ExtensionState.ASKED]
    board = await read_board(olga)
    assert said("board-unit-extended", unit=ROADS, until="8月9日（周二）") in board


async def test_filing_makes_the_request_pointless(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    request = olga.the_news()
    await ada.files()
    closed = olga.the_news()
    assert closed.message_id == request.message_id
    assert said("extension-became-withdrawn") in closed.text
    assert (await olga.sends("/extend")).text == said("extension-none")


async def test_two_coordinators_answer_once(plain_town: Town, ada: Chat, olga: Chat) -> None:
    otto = plain_town.person("Otto", OTTO)
    otto.phone.starts(await plain_town.link(None, ContactKind.COORDINATOR))
    await plain_town.steps()
    plain_town.reads_all()
    await asks(ada)
    olga.news()
    old = otto.the_news()
    data = old.buttons[0][1].data or ""
    await olga.taps("extension-button-grant")
    assert "Olga" in otto.the_news().text
    ada.news()
    await otto.presses(data, on=old, answers=0)
    assert otto.toast == said("accept-settled-already")
    assert await states(plain_town) == [ExtensionState.GRANTED]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("8月6日", "extension-not-a-workday"),
        ("8月5日", "extension-not-later"),
        ("明天", "extension-not-later"),
        ("月底前", "extension-beyond-lock"),
        ("下个月5号", "extension-beyond-lock"),
        ("7月29日", "extension-not-later"),
        ("8月22日", "extension-beyond-lock"),
        ("2月30日", "extension-no-date"),
        ("下个月", "extension-no-date"),
    ],
)
async def test_date_that_cannot_be_is_explained_and_others_are_offered(
    plain_town: Town, ada: Chat, words: str, key: str
) -> None:
    shown = await ada.sends(f"/extend {words} {REASON}")
    assert shown.text.startswith(said(key))
    assert shown.labels[0] == "8月8日（周一）"
    assert await states(plain_town) == []


async def test_no_more_time_after_the_lock(plain_town: Town, ada: Chat) -> None:
    await plain_town.moves_to(LOCKS)
    plain_town.reads_all()
    assert (await ada.sends("/extend")).text == said("extension-too-late", times=TIMES)
    assert said("button-extend") not in (await ada.sends("/report")).labels


async def test_asking_can_be_given_up(plain_town: Town, ada: Chat) -> None:
    await ada.sends("/extend")
    given_up = await ada.taps("extension-button-no")
    assert given_up.text == said("extension-not-asked")
    assert await states(plain_town) == []


async def test_filed_report_needs_no_more_time(plain_town: Town, ada: Chat) -> None:
    await ada.files()
    assert (await ada.sends("/extend")).text == said("extension-nothing-open")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("还是8月12日吧，数据没出来", "8月12日（周五）18:00"),
        ("桥梁数据8月12日才能出来", "8月12日（周五）18:00"),
        ("改成8月9日，数据提前出来", "8月9日（周二）18:00"),
        ("8月9日桥梁数据才能出来", WEDNESDAY),
        ("数据没出来，等统计部门", WEDNESDAY),
    ],
)
async def test_another_date_written_for_a_reason_replaces_the_one_that_was_chosen(
    plain_town: Town, ada: Chat, olga: Chat, words: str, day: str
) -> None:
    await ada.sends("/extend 8月10日")
    shown = await ada.sends(words)
    assert f"延至 {day}" in shown.text
    assert await states(plain_town) == [ExtensionState.ASKED]
    assert f"申请延至 {day}" in olga.the_news().text


async def test_other_date_that_cannot_be_is_explained_instead_of_asking_for_the_old_one(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/extend 8月10日")
    shown = await ada.sends("还是8月22日吧，数据没出来")
    assert shown.text.startswith(said("extension-beyond-lock"))
    assert await states(plain_town) == []


async def test_returned_report_is_left_in_peace_until_the_new_date(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.files()
    await olga.sends(f"/return {ROADS} why")
    plain_town.reads_all()
    await asks(ada)
    olga.the_news()
    await olga.taps("extension-button-grant")
    plain_town.reads_all()
    await plain_town.passes(at(11, 18))
    assert times(ada, at(1, 10)) == []
    assert await stands(plain_town) is Timeliness.ON_TIME
    plain_town.reads_all()


async def test_unanswered_request_is_brought_to_the_offices_mind(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await asks(ada)
    await asks(plain_town.chats[BORIS])
    plain_town.reads_all()
    await plain_town.moves_to(at(2, 9, 30))
    (reminded,) = olga.news()
    assert reminded.text.split("\n") == [
        said("extension-waiting", count=2, units=f"{ROADS}、{WATER}"),
        "",
        TIMES,
    ]
    await olga.taps("extension-button-open", answers=2)
    await plain_town.moves_to(at(3, 9, 30))
    olga.the_news()

    def chased(session: Session) -> int:
        query = select(Chase).where(Chase.kind == ChaseKind.EXTENSION_WAITING)
        return len(session.exec(query).all())

    assert await plain_town.reads(chased) == 2
    await olga.taps("extension-button-grant")
    plain_town.reads_all()
    assert olga.settled == []
    await olga.taps("extension-button-refuse")
    await olga.taps("extension-button-refuse-bare")
    done = said("reminder-settled-office", at="8月3日（周三）09:30")
    assert [one.text.split("\n")[-1] for one in olga.settled] == [done] * 2
    plain_town.reads_all()


async def test_why_tells_of_a_request_that_waits(plain_town: Town, ada: Chat, olga: Chat) -> None:
    await asks(ada)
    olga.the_news()
    told = await olga.sends(f"/why {ROADS}")
    assert start_of("why-chase-extension_waiting", opened="*") in told.text
    await plain_town.moves_to(at(2, 9, 30))
    plain_town.reads_all()
    await olga.sends(f"/why {ROADS}")
    assert [row.incident for row in await plain_town.inbox() if row.incident] == []


async def test_another_day_for_the_request_just_made_keeps_its_reason(
    plain_town: Town, ada: Chat, olga: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.sends("/extend 8月8号吧 数据没出来", answers=2)
    await ada.sends("改成8月10日")
    assert not (await plain_town.content(ROADS, "1")).text
    shown = olga.news()[-1].text
    assert WEDNESDAY in shown
    assert said("extension-request-reason", reason="数据没出来") in shown
