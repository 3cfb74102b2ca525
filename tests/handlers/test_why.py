"""/why tells from the record who was reminded, and why somebody was not."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from models.marks import REHEARSAL, mark
from sandbox import Drop
from sandbox.errors import ApiError
from sandbox.faults import refusal
from tests.chat import TIMES, Chat, Town, said
from tests.command_line.terminal import Terminal
from tests.factories import ZONE, at
from tests.handlers.test_chasing import gets_a_contact
from tests.handlers.test_ladder_of_a_cycle import change
from tests.models.samples import ADA, BORIS, OLGA, ROADS, WATER
from vocabulary.terms import ContactKind

LENA, DORA = 6_000_000_002, 6_000_000_003


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


def look_at_others(town: Town, *but: int) -> None:
    for user_id, chat in town.chats.items():
        if user_id not in but:
            chat.news()


def line(at_: str, kind: str, fate: str, **values: str) -> str:
    what = said(f"why-sent-{fate}" if values else f"why-fate-{fate}", **values)
    return said("why-line", at=at_, kind=kind, what=what)


async def test_account_names_who_got_what_and_what_is_still_to_come(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    lines = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    assert lines[0] == said("why-title", unit=ROADS, period="2022年7月份")
    assert lines[1] == TIMES
    assert lines[2] == said("why-chase-report_outstanding", opened="8月1日（周一）09:00")
    when = "8月4日（周四）09:00"
    assert line(when, "联络员", "delivered", name="Ada", at=when) in lines
    assert line("8月5日（周五）09:00", "联络员", "to_come") in lines
    assert line("8月9日（周二）09:30", "分管领导", "to_come") in lines
    weekly = [text for text in lines if text.startswith("8月19日")]
    assert weekly == [], "of what comes every week only the next is told"


async def test_account_of_what_was_filed_says_that_nothing_more_was_sent(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(9, 12))
    look_at_others(plain_town)
    text = (await olga.sends(f"/why {ROADS} 2022-07")).text
    assert said("why-settled-filing", at="8月1日（周一）09:00") in text
    lines = text.split("\n")
    assert [line for line in lines if "不再发" in line] == [said("why-rest-filing", count=22)]
    assert "送达" in text


async def test_account_of_a_unit_given_more_time_says_that_its_first_chase_is_settled(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].sends("/extend 延至8月12日，The bridge is counted only next week.")
    look_at_others(plain_town)
    await olga.taps("extension-button-grant")
    look_at_others(plain_town)
    lines = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    assert said("why-rest-more_time", count=22) in lines
    assert not any("已报送" in line for line in lines)


async def test_account_and_ladder_give_the_moments_that_held_when_more_time_came_later(
    plain_town: Town, olga: Chat
) -> None:
    ada, when = plain_town.chats[ADA], "8月4日（周四）09:00"
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    await ada.sends("/extend 延至8月12日，The bridge is counted only next week.")
    look_at_others(plain_town)
    await olga.taps("extension-button-grant")
    look_at_others(plain_town)
    record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    ladder = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    assert line(when, "联络员", "delivered", name="Ada", at=when) in record
    assert f"已送达　{when}　联络员 Ada　[截止前提醒]" in ladder
    moments = [text.partition(" → ")[0] for text in record if "8月11日" in text]
    assert moments == ["8月11日（周四）09:00"], "that of the new date alone"
    assert sum("8月11日" in text for text in ladder) == 1


async def test_account_and_ladder_agree_that_a_call_was_not_made(
    plain_town: Town, olga: Chat
) -> None:
    await gets_a_contact(plain_town, ROADS)
    await plain_town.passes(at(5, 9, 30))
    look_at_others(plain_town)
    first, second = "8月4日（周四）09:00", "8月5日（周五）09:00"

    async def told() -> tuple[list[str], list[str]]:
        record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
        ladder = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
        return record, ladder

    record, ladder = await told()
    assert line(first, "联络员", "not_called", name="Paul") in record
    assert line(second, "联络员", "call_open", name="Paul") in record
    assert f"电话没有打　{first}　联络员 Paul　[截止前提醒]" in ladder
    assert f"待电话催办　{second}　联络员 Paul　[当日早提醒]" in ladder
    await (await plain_town.joins("Ada", ADA, ROADS)).files()
    look_at_others(plain_town)
    record, ladder = await told()
    assert line(second, "联络员", "not_called", name="Paul") in record
    assert f"电话没有打　{second}　联络员 Paul　[当日早提醒]" in ladder


async def test_reminder_by_hand_that_reached_nobody_is_in_both(
    plain_town: Town, olga: Chat
) -> None:
    plain_town.chats[ADA].phone.blocks()
    await plain_town.steps()
    await plain_town.moves_to(at(2, 10))
    look_at_others(plain_town)
    await olga.sends("/board")
    await olga.taps("nudge-button")
    await olga.taps("nudge-button-send", count=2)
    look_at_others(plain_town)
    when = "8月2日（周二）10:00"
    out_of_reach = "没有可送达的联系人（Ada已停用机器人）"
    by_hand = said("why-line", at=when, kind="联络员", what=out_of_reach + said("why-rung-nudge"))
    assert by_hand in (await olga.sends(f"/why {ROADS}")).text.split("\n")
    nobody = said("ladder-who", kind="联络员", people=said("ladder-nobody"))
    shown = f"未发　{when}　{nobody}　[{said('rung-name-nudge')}]"
    assert shown in (await olga.sends(f"/ladder {ROADS}")).text.split("\n")


async def test_review_that_was_told_a_day_ahead_says_with_what(
    plain_town: Town, olga: Chat
) -> None:
    """What comes due tomorrow stands in today's list already: nobody reads it two days running."""
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(2, 12))
    look_at_others(plain_town)
    await plain_town.chats[BORIS].files()
    await plain_town.moves_to(at(4, 9, 30))
    look_at_others(plain_town)
    today, tomorrow = "8月4日（周四）09:30", "8月5日（周五）09:30"
    of_its_day = line(today, "经办人", "delivered", name="Olga", at=today)
    assert of_its_day in (await olga.sends(f"/why {ROADS}")).text.split("\n")
    ahead = line(tomorrow, "经办人", "delivered", name="Olga", at=today) + said("why-told-ahead")
    assert ahead in (await olga.sends(f"/why {WATER}")).text.split("\n")


async def test_account_and_ladder_agree_that_there_is_no_deputy(
    plain_town: Town, olga: Chat
) -> None:
    """The last hours and the overdue reminder of the deputy: to nobody, and not too late."""
    await plain_town.passes(at(9, 12))
    look_at_others(plain_town)
    record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    ladder = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    nobody = said("ladder-who", kind="B岗", people=said("ladder-nobody"))
    for when in ("8月5日（周五）15:00", "8月8日（周一）14:30"):
        assert f"{when} → B岗：没有可送达的联系人（未设B岗）" in record
        assert any(when in one and nobody in one for one in ladder)
    assert "8月9日（周二）09:30 → 分管领导：没有可送达的联系人（未设分管领导）" in record


async def test_rung_that_is_left_out_of_the_cycle_says_by_whom(
    plain_town: Town, olga: Chat
) -> None:
    await change(plain_town, "overdue_office", off=True)
    await change(plain_town, "weekly", off=True)
    record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    left_out = said("why-fate-left_out", by="Olga")
    told = [one for one in record if left_out in one]
    assert said("why-line", at="8月11日（周四）09:30", kind="经办人", what=left_out) in told
    assert sum("8月12日" in one for one in told) == len(told) - 1, "of weeks the first alone"
    await plain_town.passes(at(9, 12))
    look_at_others(plain_town)
    assert told == [
        one for one in (await olga.sends(f"/why {ROADS}")).text.split("\n") if left_out in one
    ]


async def test_deputy_who_has_the_liaisons_place_is_not_called_out_of_reach(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.joins("Dora", DORA, ROADS, ContactKind.DEPUTY)
    plain_town.chats[ADA].phone.blocks()
    await plain_town.steps()
    await plain_town.passes(at(9, 12))
    look_at_others(plain_town)
    record = (await olga.sends(f"/why {ROADS}")).text
    ladder = (await olga.sends(f"/ladder {ROADS}")).text
    assert "Dora，8月5日（周五）15:00 送达" in record
    assert f"B岗：{said('why-fate-nobody')}" not in record
    for when in ("8月5日（周五）15:00", "8月8日（周一）14:30"):
        assert line(when, "B岗", "in_place") in record.split("\n")
    assert said("ladder-who", kind="B岗", people=said("ladder-nobody")) not in ladder
    assert "联络员 Dora" in ladder


async def test_leader_who_stands_in_is_not_waited_for_with_what_they_were_told_already(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    plain_town.chats[ADA].phone.blocks()
    await plain_town.steps()
    await plain_town.passes(at(16, 12))
    look_at_others(plain_town)
    record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    ladder = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    friday = "8月12日（周五）09:30"
    told_at = "8月12日（周五）10:00"  # the tick after it
    assert line(friday, "联络员", "delivered", name="Lena", at=told_at) in record
    assert line(friday, "分管领导", "stood_in") in record
    assert not any(said("why-fate-due") in one for one in record)
    assert f"已送达　{told_at}　联络员 Lena　[每周催办]" in ladder
    assert not any("8月12日" in one and "分管领导" in one for one in ladder)


async def test_account_says_what_holds_a_rung_back_and_what_did_not_get_through(
    plain_town: Town, olga: Chat
) -> None:
    plain_town.chats[ADA].phone.deactivates()
    await plain_town.moves_to(at(4))
    await plain_town.steps()
    look_at_others(plain_town)
    text = (await olga.sends(f"/why {ROADS}")).text
    reason = said("unreachable-deactivated")
    assert said("why-sent-unreachable", name="Ada", reason=reason) in text
    water = (await olga.sends(f"/why {WATER}")).text
    assert said("why-sent-unreachable", name="Boris", reason=reason) not in water


async def test_reminder_by_hand_and_one_asked_for_are_in_it_too(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月4日"))
    await plain_town.moves_to(at(4, 11, 1))
    look_at_others(plain_town)
    await olga.sends("/board")
    await olga.taps("nudge-button")
    await olga.taps("nudge-button-send", count=3)
    look_at_others(plain_town)
    text = (await olga.sends(f"/why {ROADS}")).text
    assert said("why-rung-nudge") in text
    assert said("why-rung-snoozed") in text


async def test_unit_that_is_not_there_and_words_that_are_missing_are_explained(
    plain_town: Town, olga: Chat
) -> None:
    assert (await olga.sends("/why")).text == said("why-how")
    assert (await olga.sends("/why Nowhere")).text == said("office-unit-unknown", name="Nowhere")
    assert (await olga.sends(f"/why {ROADS} 2022-09")).text == said(
        "office-no-cycle-of-period", period="2022年9月份", state="planned", known="2022-07"
    )


# ── every fate ─────────────────────────────────────────────────────────────────────────────────

FOURTH, FIFTH = "8月4日（周四）09:00", "8月5日（周五）09:00"
LAST_HOURS = "8月5日（周五）15:00"


async def planned_and_not_sent(town: Town, moment: datetime) -> None:
    town.clock.move_to(moment)
    await town.app.parts.ticks.plan()


async def not_answered(town: Town) -> None:
    town.sandbox.faults.next("sendMessage", Drop(accepted=True), times=2, chat_id=ADA)
    for minute in (0, 10):  # what may have arrived is sent once more
        await town.moves_to(at(4, 9, minute))


async def not_taken(town: Town) -> None:
    too_long = refusal(ApiError(400, "Bad Request: message is too long"))
    town.sandbox.faults.next("sendMessage", too_long, chat_id=ADA)
    await town.moves_to(at(4))


async def filed_meanwhile(town: Town) -> None:
    ada = town.chats[ADA]
    await ada.fills()
    await planned_and_not_sent(town, at(4))
    await ada.does(lambda: ada.phone.taps(said("button-file")), answers=2)


async def not_sent_before_it_was_due(town: Town) -> None:
    await planned_and_not_sent(town, at(5, 15))
    await town.moves_to(at(5, 18, 1))


async def off_for_a_week(town: Town) -> None:
    await town.moves_to(at(8, 9, 30))


async def off_until_the_evening(town: Town) -> None:
    await town.moves_to(at(4, 20))


async def off_until_long_after_the_due_day(town: Town) -> None:
    await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await town.moves_to(at(11, 11))


async def between_two_ticks(town: Town) -> None:
    town.clock.move_to(at(4))


async def put_off(town: Town) -> None:
    ada = town.chats[ADA]
    await town.moves_to(at(5))
    await town.moves_to(at(5, 13, 30))
    town.reads_all()
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月5日"))
    await town.moves_to(at(5, 15))


async def called(town: Town, key: str) -> None:
    await gets_a_contact(town, ROADS)
    await town.moves_to(at(4))
    town.reads_all()
    await town.chats[OLGA].sends("/calls")
    await town.chats[OLGA].taps(key, place=1)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        pytest.param(
            partial(planned_and_not_sent, moment=at(4)),
            line(FOURTH, "联络员", "waiting", name="Ada"),
            id="waiting",
        ),
        pytest.param(not_answered, line(FOURTH, "联络员", "unknown", name="Ada"), id="unknown"),
        pytest.param(
            not_taken,
            line(
                FOURTH,
                "联络员",
                "refused",
                name="Ada",
                reason="内容超过长度上限（Message is too long）",
            ),
            id="refused",
        ),
        pytest.param(
            filed_meanwhile, line(FOURTH, "联络员", "cancelled", name="Ada"), id="cancelled"
        ),
        pytest.param(
            not_sent_before_it_was_due,
            line(LAST_HOURS, "联络员", "expired", name="Ada"),
            id="expired while it waited",
        ),
        pytest.param(
            off_for_a_week,
            line(FIFTH, "联络员", "overtaken", name="Ada"),
            id="skipped in an outage",
        ),
        pytest.param(
            off_until_the_evening, line(FOURTH, "联络员", "out_of_hours"), id="quiet hours"
        ),
        pytest.param(
            off_until_long_after_the_due_day,
            line("8月9日（周二）09:30", "分管领导", "notice"),
            id="held back for the notice",
        ),
        pytest.param(between_two_ticks, line(FOURTH, "联络员", "due"), id="due"),
        pytest.param(put_off, line(LAST_HOURS, "联络员", "snoozed"), id="put off"),
        pytest.param(
            partial(called, key="calls-button-called"),
            line(FOURTH, "联络员", "called", name="Paul", at=FOURTH),
            id="told by telephone",
        ),
        pytest.param(
            partial(called, key="calls-button-failed"),
            line(FOURTH, "联络员", "no_answer", name="Paul", at=FOURTH),
            id="nobody answered the telephone",
        ),
    ],
)
async def test_account_says_in_chat_and_on_the_command_line_what_became_of_a_rung(
    plain_town: Town,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    story: Callable[[Town], Awaitable[None]],
    expected: str,
) -> None:
    await story(plain_town)
    plain_town.reads_all()
    olga = plain_town.chats[OLGA]
    await plain_town.app.database.unit(lambda session: mark(session, REHEARSAL))
    monkeypatch.chdir(tmp_path)
    settings = plain_town.settings
    terminal = Terminal(
        tmp_path,
        {
            "BAOSONG_DATABASE__URL": settings.database.url.get_secret_value(),
            "BAOSONG_OFFICE__NAME": settings.office.name,
        },
    )
    now = plain_town.clock.now().astimezone(ZONE)
    printed = terminal.types("why", ROADS, "--at", now.isoformat())
    assert expected in printed.split("\n")
    assert (await olga.sends(f"/why {ROADS}")).text in printed
    plain_town.reads_all()
