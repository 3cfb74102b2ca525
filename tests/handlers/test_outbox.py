"""The coordinator sees what waits and what did not arrive, for whom and why, and sends it again."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models.delivery import OutboxState
from sandbox import Drop, refusal
from sandbox.errors import ApiError
from tests.chat import OPENS, TWO_MEASURES, Chat, Town, a_town, said, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER
from texts import plain

TOO_LONG = "Bad Request: message is too long"
AT_NINE = "8月1日（周一）09:00"
NO_ANSWER = "没有等到 Telegram 的答复"
REFUSED = "内容超过长度上限（Message is too long）"
REMINDER = said("outbox-subject-report_outstanding")


@pytest.fixture
async def bad_day(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """July opens; Ada's message is refused, and of Boris' nobody knows whether it has arrived."""
    async with a_town(sqlite_url, tmp_path / "files", measures=TWO_MEASURES) as town:
        await with_people(town)
        town.sandbox.faults.next("sendMessage", refusal(ApiError(400, TOO_LONG)), chat_id=ADA)
        town.sandbox.faults.next("sendMessage", Drop(accepted=True), chat_id=BORIS)
        await town.moves_to(OPENS)
        town.reads_all()
        yield town


async def numbers(town: Town) -> dict[OutboxState, int]:
    """By how it ended, the newest message that did."""
    return {row.state: row.id for row in await town.outbox()}


async def test_what_did_not_arrive_is_named_with_unit_person_kind_and_reason(
    bad_day: Town,
) -> None:
    number = await numbers(bad_day)
    told = await bad_day.chats[OLGA].sends("/outbox")
    unknown, dead = number[OutboxState.UNKNOWN], number[OutboxState.DEAD]
    assert told.text.split("\n") == [
        said("outbox-title", waiting=0, unknown=1, dead=1),
        said("outbox-title-unknown"),
        f"{unknown}　{REMINDER} · {WATER}　Boris，{AT_NINE}：{NO_ANSWER}（试了 1 次）",
        said("outbox-title-dead"),
        f"{dead}　{REMINDER} · {ROADS}　Ada，{AT_NINE}：{REFUSED}（试了 1 次）",
    ]
    assert told.labels == [
        said("outbox-button-resend", number=str(unknown)),
        said("outbox-button-resend", number=str(dead)),
        said("outbox-button-all", count=2),
    ]


async def test_board_and_status_name_whom_a_reminder_did_not_reach_with_the_way_on(
    bad_day: Town,
) -> None:
    olga, number = bad_day.chats[OLGA], await numbers(bad_day)
    boris = said(
        "not-reached-one",
        kind="联络员",
        name="Boris",
        on="8月1日",
        doubtful=1,
        why=NO_ANSWER,
        phone="none",
        number=str(number[OutboxState.UNKNOWN]),
    )
    dead = str(number[OutboxState.DEAD])
    ada = f"联络员Ada（8月1日的提醒未送达：{REFUSED}；可在 /outbox 重发 {dead}）"
    units = f"{ROADS}{ada}；{WATER}{boris}"
    for command in ("/board", "/status"):
        told = await olga.sends(command)
        assert said("not-reached-units", count=2, units=units, more=0) in told.text.split("\n")
    await olga.sends("/outbox")
    await olga.taps("outbox-button-resend", number=dead)
    bad_day.chats[ADA].the_news()
    told = await olga.sends("/board")
    assert said("not-reached-units", count=1, units=f"{WATER}{boris}", more=0) in told.text.split(
        "\n"
    )


async def test_reader_of_another_language_reads_it_in_theirs(bad_day: Town) -> None:
    olga = bad_day.chats[OLGA]
    await olga.sends("/language")
    await olga.presses("v1:la:0:0:en")
    told = await olga.sends("/outbox")
    assert "Report reminder · Roads, Ada, Mon 1 August 09:00: it is too long" in told.text


async def test_message_is_sent_again_by_a_tap(bad_day: Town) -> None:
    olga, ada = bad_day.chats[OLGA], bad_day.chats[ADA]
    dead = (await numbers(bad_day))[OutboxState.DEAD]
    await olga.sends("/outbox")
    shown = await olga.taps("outbox-button-resend", number=str(dead))
    assert olga.toast == plain("zh-CN", "outbox-resent", count=1)
    assert shown.text.split("\n")[2].startswith(f"{REMINDER} · {ROADS}　1 条，自 {AT_NINE}")
    assert "Boris" in shown.text
    assert ROADS in ada.the_news().text
    listed = await olga.sends("/outbox")
    assert ROADS not in listed.text
    await olga.presses(f"v1:wr:{dead}:0:0", answers=0, on=listed)
    assert olga.toast == plain("zh-CN", "outbox-resent-nothing")
    ada.expects_nothing_more()


async def test_all_are_sent_again_after_one_look_at_what_that_is(bad_day: Town) -> None:
    olga = bad_day.chats[OLGA]
    await olga.sends("/outbox")
    asked = await olga.taps("outbox-button-all", count=2)
    assert asked.text.split("\n") == [
        said("outbox-all", count=2, doubtful=1),
        said("outbox-all-of", what=f"{REMINDER} · {WATER}", count=1),
        said("outbox-all-of", what=f"{REMINDER} · {ROADS}", count=1),
    ]
    bad_day.chats[ADA].expects_nothing_more()
    await olga.taps("outbox-button-all-confirm", count=2)
    for user_id in (ADA, BORIS):
        bad_day.chats[user_id].the_news()
    assert (await olga.sends("/outbox")).text.endswith(said("outbox-all-arrived"))


async def test_what_was_not_seen_is_not_sent_again_with_all(bad_day: Town) -> None:
    olga, clara = bad_day.chats[OLGA], bad_day.chats[CLARA]
    await olga.sends("/outbox")
    asked = await olga.taps("outbox-button-all", count=2)
    bad_day.sandbox.faults.next("sendMessage", refusal(ApiError(400, TOO_LONG)), chat_id=CLARA)
    await clara.sends("/help", answers=0)
    confirm = asked.buttons[0][0].data
    assert confirm is not None
    shown = await olga.presses(confirm, on=asked)
    for user_id in (ADA, BORIS):
        bad_day.chats[user_id].the_news()
    assert f"{said('outbox-subject-reply')} · {PARKS}　Clara" in shown.text


async def test_who_cannot_be_reached_is_sent_nothing_until_they_are_back(bad_day: Town) -> None:
    olga, clara = bad_day.chats[OLGA], bad_day.chats[CLARA]
    clara.phone.sends("/help")
    clara.phone.blocks()
    await bad_day.steps()
    bad_day.reads_all()
    told = await olga.sends("/outbox")
    [line] = [line for line in told.text.split("\n") if "Clara" in line]
    assert line.endswith(said("unreachable-blocked") + "，对方恢复后才能重发")
    number = line.partition("　")[0]
    assert said("outbox-button-resend", number=number) not in told.labels
    await olga.presses(f"v1:wr:{number}:0:0", answers=0, on=told)
    assert olga.toast == plain("zh-CN", "outbox-resent-nothing")
    clara.phone.starts()
    await bad_day.steps()
    bad_day.reads_all()
    told = await olga.sends("/outbox")
    assert said("outbox-button-resend", number=number) in told.labels


async def test_reminder_of_a_report_that_is_filed_is_missed_by_nobody(bad_day: Town) -> None:
    olga = bad_day.chats[OLGA]
    await bad_day.chats[ADA].files()
    olga.news()
    told = await olga.sends("/outbox")
    assert "Ada" not in told.text
    assert "Boris" in told.text


async def test_what_waits_is_shown_by_kind_and_unit_with_since_when_and_when_it_goes_out(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await announced_at_night(olga)
    told = await olga.sends("/outbox")
    lines = told.text.split("\n")
    since, goes_out = "8月1日（周一）22:00", "8月2日（周二）09:00"
    assert lines[0] == said("outbox-title", waiting=3, unknown=0, dead=0)
    assert lines[1] == said("outbox-waiting-title")
    assert lines[2:5] == [
        f"{said('outbox-subject-announcement')} · {unit}　1 条，自 {since}，{goes_out} 发送"
        for unit in (ROADS, WATER, PARKS)
    ]
    assert lines[5:] == [said("outbox-all-arrived")]
    plain_town.clock.move_to(at(2, 9))
    await plain_town.app.parts.sender.send_due()
    for user_id in (ADA, BORIS, CLARA):
        plain_town.chats[user_id].the_news()


async def announced_at_night(olga: Chat) -> None:
    olga.office.clock.move_to(at(1, 22))
    await olga.sends("/announce")
    await olga.sends("请核对数据。")
    await olga.taps("announce-to-liaisons", count=3)
    await olga.taps("announce-button-send", count=3)
