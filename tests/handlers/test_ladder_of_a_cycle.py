"""Who will get what and when in a cycle, and what is different in it."""

from datetime import time

import pytest
from sqlmodel import Session, col, select

from models.chases import Reminder
from models.cycles import cycles_of_office
from models.delivery import OutboxRow, OutboxState
from scheduler.changing import RungRefused, RungUnknown, change_for_cycle
from tests.chat import TIMES, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, PARKS, ROADS, WATER
from vocabulary.errors import BaosongError
from vocabulary.terms import ContactKind

WEEKLY = "待发　8月12日（周五）09:30起每周，至9月30日（周五）　联络员、B岗、分管领导　[每周催办]"


async def change(
    town: Town,
    rung: str,
    *,
    off: bool = False,
    workdays: int | None = None,
    hour: time | None = None,
) -> None:
    def deed(session: Session) -> None:
        [cycle] = cycles_of_office(session, town.desk.office_id)
        rules = town.app.parts.rules
        change_for_cycle(
            session,
            rules,
            cycle,
            rung,
            off=off,
            workdays=workdays,
            at=hour,
            by="Olga",
            now=town.clock.now(),
            language="zh-CN",
        )

    await town.app.database.unit(deed)


def look_at_everything(town: Town) -> None:
    for chat in town.chats.values():
        chat.news()


async def test_ladder_of_the_cycle_is_shown_beforehand(plain_town: Town) -> None:
    shown = await plain_town.chats[OLGA].sends("/ladder")
    lines = shown.text.split("\n")
    assert lines[:2] == ["2022年7月份提醒安排", TIMES]
    assert "待发　8月5日（周五）15:00　联络员、B岗　[最后几小时]" in lines
    assert "待发　8月10日（周三）09:30　主要负责人　[告知主要负责人]" in lines
    weekly = (
        "待发　8月12日（周五）09:30起每周，至9月30日（周五）　联络员、B岗、分管领导　[每周催办]"
    )
    assert weekly in lines
    assert "第 3 个工作日 09:30　分管领导　[退回告知分管领导]" in lines
    assert "第 5 个工作日 09:30起每周，共 8 次　联络员、B岗、分管领导　[退回每周催办]" in lines
    assert "第 1 个工作日 09:30　联络员　[问题超期提醒]" in lines
    assert "第 3 个工作日 09:30起每周，共 52 次　经办人　[待审核提醒]" in lines
    assert "第 2 个工作日 09:30　经办人　[延期待答复（二）]" in lines
    assert lines[-1] == "本期不催办：扫描件、纸质原件、电子邮件"


async def test_ladder_of_the_cycle_says_which_moments_are_over(plain_town: Town) -> None:
    await plain_town.passes(at(9, 10))
    look_at_everything(plain_town)
    lines = (await plain_town.chats[OLGA].sends("/ladder")).text.split("\n")
    assert "已过　8月5日（周五）15:00　联络员、B岗　[最后几小时]" in lines
    assert "已过　8月9日（周二）09:30　分管领导　[告知分管领导]" in lines
    assert "待发　8月10日（周三）09:30　主要负责人　[告知主要负责人]" in lines
    weekly = (
        "待发　8月12日（周五）09:30起每周，至9月30日（周五）　联络员、B岗、分管领导　[每周催办]"
    )
    assert weekly in lines


async def test_ladder_of_a_unit_names_its_people_and_what_they_were_sent(
    plain_town: Town,
) -> None:
    await plain_town.joins("Dora", 61, ROADS, ContactKind.DEPUTY)
    look_at_everything(plain_town)
    await plain_town.moves_to(at(4, 9))
    look_at_everything(plain_town)
    shown = await plain_town.chats[OLGA].sends(f"/ladder {ROADS}")
    lines = shown.text.split("\n")
    assert "已送达　8月1日（周一）09:00　联络员 Ada　[开放通知]" in lines
    assert "已送达　8月4日（周四）09:00　联络员 Ada　[截止前提醒]" in lines
    assert "待发　8月5日（周五）15:00　联络员 Ada、B岗 Dora　[最后几小时]" in lines
    assert "待发　8月9日（周二）09:30　分管领导 Olga　[告知分管领导]" not in lines


@pytest.mark.parametrize(
    ("state", "error", "shown"),
    [
        (OutboxState.SENT, "", "已送达"),
        (OutboxState.DUE, "", "待发（排队中）"),
        (OutboxState.UNKNOWN, "maybe sent: ReadTimeout", "不确定是否送达"),
        (OutboxState.DEAD, "Bad Request", "未能送达（被拒收）"),
    ],
)
async def test_ladder_of_a_unit_says_of_each_reminder_what_has_become_of_it(
    plain_town: Town, state: OutboxState, error: str, shown: str
) -> None:
    def becomes(session: Session) -> None:
        asked = (
            select(OutboxRow)
            .join(Reminder, col(Reminder.outbox_id) == OutboxRow.id)
            .where(Reminder.rung == "opening", OutboxRow.chat_id == ADA)
        )
        row = session.exec(asked).one()
        row.state, row.last_error, row.not_before = state, error, at(31)

    await plain_town.app.database.unit(becomes)
    told = await plain_town.chats[OLGA].sends(f"/ladder {ROADS}")
    line = f"{shown}　8月1日（周一）09:00　联络员 Ada　[开放通知]"
    assert line in told.text.split("\n")


async def test_ladder_of_a_unit_says_whom_a_reminder_did_not_reach(plain_town: Town) -> None:
    plain_town.chats[ADA].phone.blocks()
    await plain_town.moves_to(at(4, 9))
    await plain_town.steps()  # nobody else is there: the office hears of that at the next tick
    look_at_everything(plain_town)
    told = await plain_town.chats[OLGA].sends(f"/ladder {ROADS}")
    assert "未能送达　8月4日（周四）09:00　联络员 Ada　[截止前提醒]" in told.text.split("\n")


async def test_who_has_filed_is_shown_with_the_rest_cancelled(plain_town: Town) -> None:
    await plain_town.chats[BORIS].files()
    look_at_everything(plain_town)
    shown = await plain_town.chats[OLGA].sends(f"/ladder {WATER}")
    assert said("ladder-ended-by-filing", at="8月1日（周一）09:00") in shown.text
    assert "待发" not in shown.text


async def test_ladder_of_a_unit_given_more_time_says_that_and_not_that_it_has_filed(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await plain_town.chats[ADA].sends("/extend 延至8月12日，The bridge is counted only next week.")
    look_at_everything(plain_town)
    await olga.taps("extension-button-grant")
    look_at_everything(plain_town)
    lines = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    until = "8月12日（周五）18:00"
    assert said("ladder-ended-by-more_time", at="8月1日（周一）09:00", until=until) in lines
    assert not any("报送，" in line for line in lines)


async def test_ladder_of_an_exempt_unit_says_that_and_not_that_it_has_filed(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends(f"/exempt {ROADS}")
    await olga.taps("exemption-button-all")
    await olga.does(lambda: olga.phone.taps("2022年7月份"))
    await olga.taps("exemption-button-only", last="2022年8月份")
    await olga.sends("Roads was merged into Water.")
    look_at_everything(plain_town)
    lines = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    assert said("ladder-ended-by-exemption", at="8月1日（周一）09:00") in lines
    assert not any("报送，" in line for line in lines)


async def test_rung_that_is_left_out_or_moved_is_followed_by_the_reminders(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await change(plain_town, "before", off=True)
    await change(plain_town, "last_morning", hour=time(10, 30))
    await plain_town.moves_to(at(4, 10))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(5, 10))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(5, 11))
    assert "今天 18:00 截止" in ada.the_news().text
    look_at_everything(plain_town)
    shown = await olga.sends("/ladder 2022-07")
    lines = shown.text.split("\n")
    assert "[截止前提醒] 本期不发（Olga，8月1日（周一）09:00）" in lines
    assert "[当日早提醒] 改为 10:30（Olga，8月1日（周一）09:00）" in lines
    assert not any("[截止前提醒]" in line and line.startswith("待发") for line in lines)


async def test_coordinator_leaves_a_rung_out_by_taps_and_takes_it_back(plain_town: Town) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    shown = await olga.sends("/ladder")
    chosen = await olga.taps("ladder-button-change")
    assert chosen.message_id == shown.message_id
    assert chosen.labels[:3] == ["开放通知", "截止前提醒", "当日早提醒"]
    await olga.does(lambda: olga.phone.taps("截止前提醒"))
    changed = await olga.taps("ladder-button-off", rung="截止前提醒")
    assert "[截止前提醒] 本期不发（Olga，8月1日（周一）09:00）" in changed.text
    assert olga.labels == [said("ladder-button-restore"), said("ladder-button-back")]
    await plain_town.moves_to(at(4, 10))
    ada.expects_nothing_more()
    restored = await olga.taps("ladder-button-restore")
    assert "本期调整" not in restored.text
    assert restored.text.split("\n")[-1] == said(
        "ladder-change-passed",
        rung="截止前提醒",
        at="8月4日（周四）09:00",
        count=3,
        units=f"{ROADS}、{WATER}、{PARKS}",
    )
    await plain_town.moves_to(at(4, 10, 1))
    assert ada.the_news().text.startswith(start_of("notice-before", tone="reminder", unit=ROADS))
    look_at_everything(plain_town)


async def test_coordinator_moves_a_rung_by_taps_and_to_an_hour_in_words(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("告知主要负责人"))
    moved = await olga.taps("ladder-button-later")
    assert "待发　8月11日（周四）09:30　主要负责人　[告知主要负责人]" in moved.text
    await olga.taps("ladder-button-hour")
    hour = await olga.sends("10点半")
    assert "待发　8月11日（周四）10:30　主要负责人　[告知主要负责人]" in hour.text
    earlier = await olga.taps("ladder-button-earlier")
    assert "待发　8月10日（周三）10:30　主要负责人　[告知主要负责人]" in earlier.text


async def test_change_by_chat_that_would_pass_somebody_over_is_refused_with_the_reason(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("告知分管领导"))
    refused = await olga.taps("ladder-button-earlier")
    assert refused.text == said("rung-wrong-too-early", name="告知分管领导", least=2)
    await olga.taps("ladder-button-hour")
    assert (await olga.sends("noon")).text == said("ladder-hour-unreadable", written="noon")
    late = await olga.sends("20:00")
    assert late.text == said("rung-wrong-hour-outside", name="告知分管领导", at="20:00")
    assert "本期调整" not in (await olga.sends("/ladder")).text


async def test_change_of_a_rung_that_has_passed_is_refused_with_when_that_was(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await plain_town.passes(at(9, 10))
    look_at_everything(plain_town)
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("逾期催办"))
    passed = said("ladder-rung-passed", name="逾期催办", at="8月8日（周一）09:30")
    assert (await olga.taps("ladder-button-later")).text == passed
    assert (await olga.taps("ladder-button-off", rung="逾期催办")).text == passed
    assert "本期调整" not in (await olga.sends("/ladder")).text


async def test_change_of_a_rung_that_has_passed_for_most_names_whom_it_still_concerns(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.sends("/extend 延至8月12日，The bridge is counted only next week.")
    look_at_everything(plain_town)
    await olga.taps("extension-button-grant")
    await plain_town.passes(at(9, 10))
    look_at_everything(plain_town)
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("当日早提醒"))
    left_out = await olga.taps("ladder-button-off", rung="当日早提醒")
    assert "[当日早提醒] 本期不发（Olga，8月9日（周二）10:00）" in left_out.text
    assert left_out.text.split("\n")[-1] == said(
        "ladder-change-passed",
        rung="当日早提醒",
        at="8月5日（周五）09:00",
        count=1,
        units=ROADS,
    )
    await plain_town.passes(at(12, 10))
    assert not any("今天 18:00 截止" in news.text for news in ada.news())
    look_at_everything(plain_town)


async def test_rung_at_its_anchors_own_moment_is_not_moved_by_days(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/ladder")
    await olga.taps("ladder-button-change")
    await olga.does(lambda: olga.phone.taps("最后几小时"))
    assert said("ladder-button-later") not in olga.labels
    back = await olga.taps("ladder-button-back")
    assert "最后几小时" in back.labels
    looked = await olga.taps("ladder-button-look")
    assert looked.labels == [said("ladder-button-change")]


async def test_change_is_taken_back(plain_town: Town) -> None:
    await change(plain_town, "before", off=True)
    await change(plain_town, "before")
    shown = await plain_town.chats[OLGA].sends("/ladder")
    assert "待发　8月4日（周四）09:00　联络员　[截止前提醒]" in shown.text
    assert "本期调整" not in shown.text


@pytest.mark.parametrize(
    ("rung", "workdays", "off", "error"),
    [
        ("overdue_leader", 1, False, RungRefused),
        ("overdue", 3, False, RungRefused),
        ("no_such", 2, False, RungUnknown),
    ],
)
async def test_change_that_would_pass_somebody_over_is_refused_and_nothing_changes(
    plain_town: Town, rung: str, workdays: int, off: bool, error: type[BaosongError]
) -> None:
    with pytest.raises(error):
        await change(plain_town, rung, workdays=workdays, off=off)
    shown = await plain_town.chats[OLGA].sends("/ladder")
    assert "本期调整" not in shown.text


async def test_unit_that_there_is_not_is_told(plain_town: Town) -> None:
    told = await plain_town.chats[OLGA].sends("/ladder Nowhere")
    assert told.text == said("office-unit-unknown", name="Nowhere")


@pytest.mark.long
async def test_change_of_this_cycle_is_none_of_the_next(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await change(plain_town, "last_morning", off=True)
    await plain_town.passes(at(5, 9, 1))
    assert not any("今天 18:00 截止" in news.text for news in ada.news())
    await plain_town.passes(at(5, 9, month=9))
    assert any("今天 18:00 截止" in news.text for news in ada.news())
    look_at_everything(plain_town)
    assert PARKS in (await plain_town.chats[OLGA].sends(f"/ladder {PARKS}")).text
