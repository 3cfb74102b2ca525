"""The office ticks what has come of filed reports, and the unit sees it."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.ladder_settings import LadderSettings, RungSettings
from dialog.press import Action, Press
from models.cycles import Cycle, newest_revision
from models.people import Contact
from models.ticks import ticks_of_report
from sandbox import Message as Seen
from sandbox.scanner import as_photo, code_in, signed_page
from scheduler.rungs import Anchor
from tests.chat import TWO_MEASURES, Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.handlers.test_stamped_copies import read_here
from tests.models.samples import ADA, BORIS, OLGA, ROADS, WATER
from texts import plain
from texts.wording import moment_name
from vocabulary.terms import ChaseKind, ContactKind, TickKind
from vocabulary.ticks import Ticks


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


def tap(unit: str, *, has_come: bool) -> str:
    return f"{'●' if has_come else '○'} {unit}"


def data_of(message: Seen, label: str) -> str:
    """What the button with that label says when it is pressed."""
    (found,) = [one.data for row in message.buttons for one in row if one.text == label]
    assert found is not None
    return found


def asks_on_the_next_day(name: str, hour: time) -> RungSettings:
    return RungSettings(
        name=name,
        audience=(ContactKind.LIAISON,),
        anchor=Anchor.OPENED,
        workdays=1,
        at=hour,
    )


@pytest.fixture
async def asking_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """An office that chases scans, originals and mails from the workday after the filing on."""
    async with a_town(
        sqlite_url,
        tmp_path / "files",
        measures=TWO_MEASURES,
        ladder=LadderSettings(
            scan=(asks_on_the_next_day("scan", time(9, 30)),),
            original=(asks_on_the_next_day("original", time(10, 30)),),
            mail=(asks_on_the_next_day("mail", time(10, 45)),),
        ),
    ) as town:
        await with_people(town)
        await opened(town)
        yield town


async def ticks(town: Town, unit: str) -> Ticks:
    report = await town.report_of(unit)
    return await town.reads(lambda session: ticks_of_report(session, report.id))


async def counted_by(town: Town, kind: TickKind) -> None:
    """As if the July of the town had opened with this setting."""

    def change(session: Session) -> None:
        (cycle,) = session.exec(select(Cycle))
        cycle.on_time_by = kind

    await town.reads(change)


async def test_originals_are_ticked_one_after_the_other_and_a_wrong_tap_is_taken_back(
    plain_town: Town, olga: Chat
) -> None:
    ada, boris = plain_town.chats[ADA], plain_town.chats[BORIS]
    await ada.files()
    await boris.files()
    card = await olga.sends("/ticks")
    assert olga.labels.count(tap(ROADS, has_come=False)) == 1
    assert tap("Parks", has_come=False) not in olga.labels
    first = data_of(card, tap(ROADS, has_come=False))
    await olga.presses(first)
    assert olga.toast == plain("zh-CN", "ticks-set", unit=ROADS, kind="纸质原件", at="8月1日09:00")
    await olga.presses(first, answers=0)
    assert olga.toast == plain("zh-CN", "ticks-was-set", unit=ROADS, kind="纸质原件")
    assert (await ticks(plain_town, ROADS)).original is not None
    await olga.presses(data_of(olga.card, tap(ROADS, has_come=True)))
    assert (await ticks(plain_town, ROADS)).original is None
    await olga.taps("ticks-button-kind", kind="扫描件", count=0)
    await olga.presses(data_of(olga.card, tap(WATER, has_come=False)))
    assert (await ticks(plain_town, WATER)).scan is not None
    shown = await boris.sends("/status")
    assert "扫描件 8月1日09:00 · 纸质原件 未收到 · 电子邮件 未收到" in shown.text
    board = await olga.sends("/board")
    assert said("board-ticks", ticks="扫描件 1") in board.text


async def test_what_came_on_an_earlier_day_is_ticked_for_that_day(
    plain_town: Town, olga: Chat
) -> None:
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(at(8, 10))
    plain_town.reads_all()
    await olga.sends("/ticks")
    for _ in range(3):
        await olga.taps("ticks-button-earlier")
    await olga.presses(data_of(olga.card, tap(ROADS, has_come=False)))
    assert (await ticks(plain_town, ROADS)).original == at(5, 18)


async def test_a_tap_on_an_older_revision_ticks_nothing(plain_town: Town, olga: Chat) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await olga.sends("/ticks")
    stale = data_of(olga.card, tap(ROADS, has_come=False))
    await ada.taps("button-correct")
    await ada.sends("A slip.")
    await ada.changes_and_files()
    plain_town.reads_all()
    card = await olga.presses(stale)
    assert said("ticks-filed-anew", unit=ROADS) in card.text
    assert (await ticks(plain_town, ROADS)).original is None


async def test_only_the_office_ticks(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    report = await plain_town.report_of(ROADS)

    def newest(session: Session) -> int:
        revision = newest_revision(session, report.id)
        assert revision is not None
        return revision.id

    revision_id = await plain_town.reads(newest)
    await ada.presses(Press(Action.TICK, revision_id, "original..0").data())
    assert "没有这项操作的权限" in ada.phone.chat[-1].text
    assert (await ticks(plain_town, ROADS)).original is None


async def test_where_the_scan_decides_filing_alone_is_not_on_time(
    plain_town: Town, olga: Chat
) -> None:
    await counted_by(plain_town, TickKind.SCAN)
    ada = plain_town.chats[ADA]
    await ada.files()
    until = moment_name("zh-CN", at(5, 18))
    assert said("card-receipt-counts", kind="扫描件", until=until) in ada.card.text
    board = await olga.sends("/board")
    assert plain("zh-CN", "board-unit-awaits", unit=ROADS, kind="扫描件") in board.text
    await olga.taps("paste-button", answers=1)
    pasted = olga.phone.chat[-1].text
    assert (
        plain("zh-CN", "paste-text-awaiting", count=1, units=ROADS, kind="扫描件").strip() in pasted
    )
    await olga.sends("/ticks")
    await olga.taps("ticks-button-kind", kind="扫描件", count=0)
    await olga.presses(data_of(olga.card, tap(ROADS, has_come=False)))
    board = await olga.sends("/board")
    assert plain("zh-CN", "board-unit-awaits", unit=ROADS, kind="扫描件") not in board.text


@pytest.mark.parametrize(
    ("kind", "chase"),
    [
        (TickKind.SCAN, ChaseKind.SCAN_MISSING),
        (TickKind.ORIGINAL, ChaseKind.ORIGINAL_MISSING),
        (TickKind.MAIL, ChaseKind.MAIL_MISSING),
    ],
)
async def test_paper_that_has_not_come_is_chased_until_it_is_ticked(
    asking_town: Town, kind: TickKind, chase: ChaseKind
) -> None:
    town, ada, olga = asking_town, asking_town.chats[ADA], asking_town.chats[OLGA]
    await ada.files()
    asked = {}
    moments = {TickKind.SCAN: (9, 30), TickKind.ORIGINAL: (10, 30), TickKind.MAIL: (10, 45)}
    for each, moment in moments.items():
        await town.moves_to(at(2, *moment))
        asked[each] = ada.the_news()
    how = plain("zh-CN", f"notice-{chase}-how")
    assert how in asked[kind].text
    what = {"tone": "reminder", "unit": ROADS, "period": "7月份", "revision": "1"}
    assert start_of(f"notice-{chase}", **what) in asked[kind].text
    town.reads_all()
    why = (await olga.sends(f"/why {ROADS}")).text
    assert start_of(f"why-chase-{chase}", opened="8月1日（周一）09:00") in why
    await olga.sends("/ticks")
    name = plain("zh-CN", f"tick-{kind}")
    if said("ticks-button-kind", kind=name, count=0) in olga.labels:
        await olga.taps("ticks-button-kind", kind=name, count=0)
    await olga.presses(data_of(olga.card, tap(ROADS, has_come=False)))
    (marked,) = [one for one in ada.phone.chat if one.message_id == asked[kind].message_id]
    ticked_at = moment_name("zh-CN", at(2, 10, 45))
    assert start_of(f"reminder-settled-{kind}", at=ticked_at) in marked.text
    assert how not in marked.text
    town.reads_all()
    title = plain("zh-CN", f"why-chase-{chase}", opened="8月1日（周一）09:00", number="")
    ended = plain("zh-CN", "why-settled-tick", at=ticked_at)
    assert title + ended in (await olga.sends(f"/why {ROADS}")).text
    town.reads_all()
    await town.moves_to(at(4, 12))
    assert not [one for one in ada.news() if name in one.text and "尚未收到" in one.text]
    town.reads_all()


async def hears_no_more_of_the_scan(town: Town, ada: Chat) -> None:
    await town.moves_to(at(3, 12))
    assert not [one for one in ada.news() if "扫描件" in one.text and "尚未收到" in one.text]
    town.reads_all()


async def test_call_about_a_scan_says_so_and_the_tick_takes_it_off_the_list(
    asking_town: Town,
) -> None:
    """Ada can only be called by then."""
    town, ada, olga = asking_town, asking_town.chats[ADA], asking_town.chats[OLGA]
    await ada.files()

    def number(session: Session) -> None:
        session.exec(select(Contact).where(Contact.name == "Ada")).one().phone = "0359-8023456"

    await town.app.database.unit(number)
    ada.phone.blocks()
    await town.steps()
    await town.moves_to(at(2, 9, 30))
    olga.news()
    listed = await olga.sends("/calls")
    facts = {"unit": ROADS, "kind": "联络员", "name": "Ada", "phone": "0359-8023456"}
    call = said("calls-line-scan_missing", place=1, month="7月份", **facts)
    assert listed.text.split("\n")[-1] == call
    await olga.sends("/ticks")
    await olga.taps("ticks-button-kind", kind="扫描件", count=0)
    await olga.does(lambda: olga.phone.taps(tap(ROADS, has_come=False)), answers=2)
    assert listed.message_id in {
        m.message_id for m in olga.phone.chat if m.text == said("calls-none")
    }


async def test_a_stamped_page_that_comes_by_chat_ends_what_asked_for_it(asking_town: Town) -> None:
    town, ada = asking_town, asking_town.chats[ADA]
    town.app.parts.doors.read_scan = read_here
    draft = await ada.files()
    await town.moves_to(at(2, 9, 30))
    asked = ada.the_news()
    assert draft.document is not None
    page = as_photo(signed_page(code_in(draft.document.content)))
    await ada.does(lambda: ada.phone.sends_photo(page), answers=2)
    (marked,) = [one for one in ada.phone.chat if one.message_id == asked.message_id]
    assert start_of("reminder-settled-scan", at="8月2日（周二）09:30") in marked.text
    ada.news()
    await hears_no_more_of_the_scan(town, ada)
