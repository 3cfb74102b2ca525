"""A reminder put off, and a report given to a colleague: only this person's, only in time."""

import pytest
from sqlmodel import Session, col, select

from dialog.press import Action, Press
from handlers.putting_off import MOST_SNOOZES
from models.absences import Handover, Snooze
from models.chases import Chase
from models.cycles import Report
from models.extensions import request_extension
from models.people import Person
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.terms import ChaseKind, ContactKind

DENIS = 6_000_000_001


@pytest.fixture
async def ada(plain_town: Town) -> Chat:
    """On the last but one day, just reminded."""
    await plain_town.moves_to(at(4))
    ada = plain_town.chats[ADA]
    ada.the_news()
    look_at_others(plain_town)
    return ada


@pytest.fixture
async def denis(plain_town: Town) -> Chat:
    return await plain_town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)


def look_at_others(town: Town, *but: int) -> None:
    for user_id, chat in town.chats.items():
        if user_id not in but:
            chat.news()


async def test_reminder_comes_again_after_two_hours_with_what_is_missing_then(
    plain_town: Town, ada: Chat
) -> None:
    offered = await ada.taps("snooze-button")
    assert offered.text == said("snooze-when", unit=ROADS, times=TIMES)
    assert offered.labels == ["8月4日（周四）11:00", "8月5日（周五）09:00"]
    done = await ada.does(lambda: ada.phone.taps("8月4日"))
    assert done.text == said(
        "snooze-done", at="8月4日（周四）11:00", left=MOST_SNOOZES - 1, times=TIMES
    )
    olga = plain_town.chats[OLGA]
    for command in ("ladder", "why"):
        told = await olga.sends(f"/{command} {ROADS}")
        assert "稍后提醒：Ada要求 8月4日（周四）11:00 再提醒" in told.text.split("\n")
    await ada.sends("/report")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    await ada.sends("Begun.")
    await plain_town.moves_to(at(4, 10, 59))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(4, 11))
    again = ada.the_news()
    assert start_of("notice-before", unit=ROADS, period="7月份", due="*") in again.text
    assert said("notice-missing", left=1, filled=1) in again.text
    assert "2　Measure 2" in again.text.split("\n")
    await plain_town.moves_to(at(4, 12))
    ada.expects_nothing_more()
    look_at_others(plain_town, ADA)


async def test_reminder_put_off_stays_put_off_though_the_unit_has_asked_for_more_time(
    plain_town: Town, ada: Chat
) -> None:
    report_id = (await plain_town.report_of(ROADS)).id

    def asked(session: Session) -> None:
        person = session.exec(select(Person).where(Person.user_id == ADA)).one()
        report, now = session.get_one(Report, report_id), plain_town.clock.now()
        request_extension(session, report, person, until=at(12), reason="Illness.", now=now)

    await plain_town.app.database.unit(asked)
    await plain_town.moves_to(at(4, 15))
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月5日"))
    await plain_town.reads(_is_of_the_report)
    look_at_others(plain_town)


def _is_of_the_report(session: Session) -> None:
    [chase] = session.exec(select(Chase).join(Snooze, col(Snooze.chase_id) == Chase.id))
    assert chase.kind is ChaseKind.REPORT_OUTSTANDING


async def test_rung_that_comes_due_meanwhile_waits_and_takes_the_place_of_the_reminder(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月5日"))
    await plain_town.moves_to(at(5, 8, 59))
    ada.expects_nothing_more()
    await plain_town.moves_to(at(5, 9))
    assert ada.the_news().text.startswith(
        start_of("notice-due-today", tone="reminder", time="18:00")
    )
    await plain_town.moves_to(at(5, 10))
    ada.expects_nothing_more()
    look_at_others(plain_town, ADA)


async def test_rung_is_held_back_from_who_put_it_off_and_from_nobody_else(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await plain_town.moves_to(at(5, 13, 30))
    for chat in plain_town.chats.values():
        chat.news()
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月5日"))
    await plain_town.moves_to(at(5, 15))
    ada.expects_nothing_more()
    assert denis.the_news().text.startswith(
        start_of("notice-due-today", tone="urgent", time="18:00")
    )
    await plain_town.moves_to(at(5, 15, 30))
    assert ada.the_news().text.startswith(start_of("notice-due-today", tone="urgent", time="18:00"))
    denis.expects_nothing_more()
    look_at_others(plain_town)


async def test_filing_ends_it(plain_town: Town, ada: Chat) -> None:
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月4日"))
    await ada.files()
    ada.news()
    await plain_town.moves_to(at(4, 11))
    ada.expects_nothing_more()
    look_at_others(plain_town, ADA)


async def test_too_late_and_too_often_are_explained(plain_town: Town, ada: Chat) -> None:
    report = await plain_town.report_of(ROADS)
    press = Press(Action.SNOOZE, report.id, "hours").data()
    for _ in range(MOST_SNOOZES):
        await ada.presses(press)
    refused = await ada.presses(press)
    assert refused.text == said("snooze-too-often", count=MOST_SNOOZES, times=TIMES)
    boris = plain_town.chats[BORIS]
    water = await plain_town.report_of("Water")
    await plain_town.moves_to(at(5, 16, 1))
    look_at_others(plain_town)
    late = await boris.presses(Press(Action.SNOOZE, water.id, "hours").data())
    assert late.text == said("snooze-too-late", times=TIMES)

    def kept(session: Session) -> int:
        return len(session.exec(select(Snooze)).all())

    assert await plain_town.reads(kept) == MOST_SNOOZES


async def test_after_it_is_due_nothing_offers_to_be_put_off(plain_town: Town) -> None:
    await plain_town.moves_to(at(8, 10))
    ada = plain_town.chats[ADA]
    reminded = ada.news()[-1]
    assert said("snooze-button") not in reminded.labels
    assert said("handover-button") in reminded.labels
    look_at_others(plain_town)


async def test_colleague_takes_over_gets_the_reminders_and_the_liaison_none(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    offered = await ada.taps("handover-button")
    assert offered.text == f"{TIMES}\n{said('handover-whom', unit=ROADS)}"
    done = await ada.does(lambda: ada.phone.taps("Denis"))
    handed = said("handover-done", unit=ROADS, name="Denis")
    assert done.text.split("\n") == [handed, TIMES]
    told = denis.the_news()
    assert told.text.split("\n")[0] == said("handover-to-you", name="Ada", unit=ROADS)
    await plain_town.moves_to(at(5))
    ada.expects_nothing_more()
    assert said("notice-instead-handed", name="Ada") in denis.the_news().text
    look_at_others(plain_town, ADA, DENIS)


async def test_who_put_it_off_and_then_gave_it_away_is_left_in_peace_until_the_colleague_is_away(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月4日"))
    await ada.taps("handover-button")
    await ada.does(lambda: ada.phone.taps("Denis"))
    denis.the_news()
    await plain_town.moves_to(at(4, 11))
    ada.expects_nothing_more()
    denis.expects_nothing_more()
    await denis.sends("/away 8月5日")
    await denis.taps("away-button-confirm")
    look_at_others(plain_town)
    await plain_town.moves_to(at(5))
    assert "今天 18:00 截止" in ada.the_news().text
    denis.expects_nothing_more()
    look_at_others(plain_town, ADA, DENIS)


async def test_who_put_it_off_and_is_away_since_leaves_it_to_the_deputy(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await ada.taps("snooze-button")
    await ada.does(lambda: ada.phone.taps("8月5日"))
    await ada.sends("/away 8月5日")
    await ada.taps("away-button-confirm")
    look_at_others(plain_town)
    await plain_town.moves_to(at(5))
    ada.expects_nothing_more()
    assert said("notice-instead-absent", name="Ada") in denis.the_news().text
    look_at_others(plain_town, ADA, DENIS)


async def test_colleague_can_refuse_and_the_liaison_goes_on(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await ada.taps("handover-button")
    await ada.does(lambda: ada.phone.taps("Denis"))
    denis.news()
    refused = await denis.taps("handover-button-refuse")
    assert refused.text == f"{said('handover-you-refused', unit=ROADS)}\n{TIMES}"
    told = ada.the_news()
    assert told.text.split("\n")[0] == said("handover-refused", name="Denis", unit=ROADS)
    assert told.labels == [said("notice-button-start")]
    again = await denis.taps("handover-button-refuse")
    assert again.text == said("stale")
    await plain_town.moves_to(at(5))
    assert ROADS in ada.the_news().text
    denis.expects_nothing_more()
    look_at_others(plain_town, ADA, DENIS)


async def test_liaison_can_take_it_back(plain_town: Town, ada: Chat, denis: Chat) -> None:
    await ada.taps("handover-button")
    await ada.does(lambda: ada.phone.taps("Denis"))
    denis.news()
    back = await ada.taps("handover-button-take-back")
    assert back.text == f"{said('handover-you-took-back', unit=ROADS)}\n{TIMES}"
    taken_back = said("handover-taken-back", name="Ada", unit=ROADS)
    assert denis.the_news().text == f"{taken_back}\n{TIMES}"


async def test_without_a_colleague_it_says_so(plain_town: Town, ada: Chat) -> None:
    refused = await ada.taps("handover-button")
    assert refused.text == said("handover-nobody", unit=ROADS, times=TIMES)

    def kept(session: Session) -> int:
        return len(session.exec(select(Handover)).all())

    assert await plain_town.reads(kept) == 0


async def test_superiors_rungs_do_not_move(plain_town: Town, ada: Chat, denis: Chat) -> None:
    """Given away the evening before it is due, it is escalated when it would have been."""
    lena = await plain_town.joins("Lena", 6_000_000_002, ROADS, ContactKind.LEADER_IN_CHARGE)
    await ada.sends("/report")
    report = await plain_town.report_of(ROADS)
    await ada.presses(Press(Action.HAND_OVER, report.id).data())
    await ada.does(lambda: ada.phone.taps("Denis"))
    denis.news()
    await plain_town.moves_to(at(8, 9, 30))
    look_at_others(plain_town)
    await plain_town.moves_to(at(9, 9, 30))
    assert lena.the_news().text.startswith(start_of("notice-superior-overdue", unit=ROADS))
    look_at_others(plain_town)


async def test_somebody_elses_report_is_neither_put_off_nor_given_away(
    plain_town: Town, ada: Chat
) -> None:
    boris = plain_town.chats[BORIS]
    report = await plain_town.report_of(ROADS)
    for action in (Action.SNOOZE, Action.HAND_OVER):
        told = await boris.presses(Press(action, report.id, "hours").data())
        assert told.text == said("not-allowed")
    assert (await plain_town.chats[OLGA].presses(Press(Action.HAND_BACK, 1).data())).text == said(
        "not-allowed"
    )
    ada.expects_nothing_more()
