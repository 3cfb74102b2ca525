"""Who is away says so, the deputy steps in, and whoever comes back is told how things stand."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from dialog.press import Action, Press
from models.absences import Absence
from tests.asking import asking
from tests.chat import TIMES, Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, ROADS, WATER
from vocabulary.terms import ContactKind

DENIS, LENA = 6_000_000_001, 6_000_000_002
DAYS = "8月2日（周二）至8月4日（周四）"


@pytest.fixture
async def denis(plain_town: Town) -> Chat:
    return await plain_town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


def look_at_others(town: Town, *but: int) -> None:
    for user_id, chat in town.chats.items():
        if user_id not in but:
            chat.news()


async def absences(town: Town) -> list[tuple[date, date, bool]]:
    def look(session: Session) -> list[tuple[date, date, bool]]:
        rows = session.exec(select(Absence))
        return [(row.first_on, row.last_on, row.ended_at is None) for row in rows]

    return await town.reads(look)


async def is_away(chat: Chat, words: str = "明天起3天") -> None:
    await chat.sends(f"/away {words}")
    await chat.taps("away-button-confirm")


async def test_days_are_asked_confirmed_and_the_deputy_is_told(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    asked = await ada.taps("away-button")
    assert asked.text == said("away-ask")
    shown = await ada.sends("明天起3天")
    who = said("away-who", names="Denis")
    assert shown.text == said("away-confirm", days=DAYS, workdays=3, who=who)
    assert await absences(plain_town) == []
    denis.expects_nothing_more()
    known = await ada.taps("away-button-confirm")
    assert known.text == said("away-known", days=DAYS, who=who)
    told = denis.the_news()
    assert told.text.split("\n") == [
        said("away-you-stand-in", name="Ada", unit=ROADS, days=DAYS),
        said("away-report", unit=ROADS, month="7月份", left=2, numbers="1、2"),
        TIMES,
    ]
    plain_town.chats[OLGA].expects_nothing_more()
    card = await denis.taps("notice-button-start")
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*"))


async def test_deputy_gets_what_the_liaison_would_have_got_and_only_on_these_days(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    denis.news()
    await plain_town.moves_to(at(4))
    ada.expects_nothing_more()
    told = denis.the_news()
    assert start_of("notice-before", unit=ROADS, period="7月份", due="*") in told.text
    assert said("notice-instead-absent", name="Ada") in told.text
    await plain_town.moves_to(at(5, 9))
    back, reminded = ada.news()
    if back.text.startswith("今天"):
        back, reminded = reminded, back
    assert back.text.startswith(said("away-welcome"))
    assert reminded.text.startswith(start_of("notice-due-today", tone="reminder", time="18:00"))
    denis.expects_nothing_more()
    look_at_others(plain_town, ADA, DENIS)


async def test_deputy_reads_why_it_is_they_in_a_reminder_by_hand_and_in_one_put_off(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    olga, absent = plain_town.chats[OLGA], said("notice-instead-absent", name="Ada")
    await is_away(ada)
    denis.news()
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    await denis.taps("snooze-button")
    await denis.does(lambda: denis.phone.taps("8月4日"))
    await plain_town.moves_to(at(4, 11, 1))
    assert absent in denis.the_news().text
    look_at_others(plain_town)
    await olga.sends("/board")
    await olga.taps("nudge-button")
    await olga.taps("nudge-button-send", count=3)
    assert absent in denis.the_news().text
    ada.expects_nothing_more()
    look_at_others(plain_town)


async def test_who_put_it_off_while_standing_in_is_not_told_so_of_a_liaison_who_is_back(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    denis.news()
    await plain_town.moves_to(at(4))
    look_at_others(plain_town)
    await denis.taps("snooze-button")
    await denis.does(lambda: denis.phone.taps("8月4日"))
    await ada.sends("/away")
    await ada.taps("away-button-back")
    look_at_others(plain_town)
    await plain_town.moves_to(at(4, 11, 1))
    again = denis.the_news().text
    assert start_of("notice-before", unit=ROADS, period="7月份", due="*") in again
    assert said("notice-instead-absent", name="Ada") not in again
    assert "转请您关注" not in again
    look_at_others(plain_town)


async def test_ladder_shows_the_liaison_again_from_their_return_on(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    olga = plain_town.chats[OLGA]
    await is_away(ada, "8月4日至8月15日")
    look_at_others(plain_town)
    await plain_town.moves_to(at(3, 20))
    look_at_others(plain_town)
    lines = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    assert "待发　8月5日（周五）15:00　联络员 Denis　[最后几小时]" in lines
    assert "待发　8月12日（周五）09:30　联络员 Denis　[每周催办]" in lines
    weekly = (
        "待发　8月19日（周五）09:30起每周，至9月30日（周五）　联络员 Ada、B岗 Denis　[每周催办]"
    )
    assert weekly in lines
    await plain_town.passes(at(20, 10))
    look_at_others(plain_town)
    lines = (await olga.sends(f"/ladder {ROADS}")).text.split("\n")
    weekly = "待发　8月26日（周五）09:30起每周，至9月30日（周五）　联络员 Ada、B岗 Denis"
    assert any(line.startswith(weekly) for line in lines)


async def test_office_is_told_when_nobody_stands_in_and_no_leader_is(
    plain_town: Town, ada: Chat
) -> None:
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    shown = await ada.sends("/away 8月2日至8月4日")
    assert said("away-who-nobody") in shown.text
    await ada.taps("away-button-confirm")
    assert plain_town.chats[OLGA].the_news().text == said(
        "away-nobody-stands-in", units=ROADS, kind="联络员", name="Ada", days=DAYS
    )
    await plain_town.moves_to(at(4))
    assert ROADS in ada.the_news().text
    lena.expects_nothing_more()
    look_at_others(plain_town, ADA, LENA)


async def test_absence_ends_early_by_a_tap_and_the_deputy_knows(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada, "今天起4天")
    denis.news()
    await plain_town.moves_to(at(2, 10))
    known = await ada.sends("/away")
    assert known.labels == [said("away-button-back"), said("away-button-change")]
    back = await ada.taps("away-button-back")
    assert back.text.split("\n") == [
        said("away-welcome"),
        said("away-report", unit=ROADS, month="7月份", left=2, numbers="1、2"),
        TIMES,
    ]
    assert denis.the_news().text == said("away-is-back", name="Ada", unit=ROADS)
    await plain_town.moves_to(at(4))
    assert ROADS in ada.the_news().text
    denis.expects_nothing_more()
    assert await absences(plain_town) == [(date(2022, 8, 1), date(2022, 8, 4), False)]
    await plain_town.moves_to(at(5, 8))
    ada.expects_nothing_more()
    look_at_others(plain_town, ADA, DENIS)


async def test_who_has_filed_meanwhile_finds_nothing_waiting(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    denis.news()
    await denis.files()
    await plain_town.moves_to(at(5))
    assert ada.the_news().text.split("\n") == [
        said("away-welcome"),
        said("away-welcome-nothing"),
    ]
    look_at_others(plain_town, ADA, DENIS)


async def test_new_days_take_the_place_of_those_before(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    await is_away(ada, "8月3日")
    denis.news()
    assert await absences(plain_town) == [
        (date(2022, 8, 2), date(2022, 8, 4), False),
        (date(2022, 8, 3), date(2022, 8, 3), True),
    ]


async def test_days_that_overlap_say_which_they_replace_to_all_who_knew(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    denis.news()
    shown = await ada.sends("/away 8月3日")
    assert said("away-replaces", days=DAYS) in shown.text
    await ada.taps("away-button-confirm")
    told = denis.the_news().text
    assert said("away-instead-of", days=DAYS) in told
    assert "8月3日（周三）不在" in told
    again = await ada.sends("/away 8月3日")
    assert start_of("away-replaces", days="") not in again.text


async def test_coming_back_in_plain_words_ends_the_absence(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await ada.sends("/report")
    card = await ada.sends("提前回来了")
    assert said("answer-back", said="提前回来了") in card.text
    await is_away(ada, "今天起4天")
    denis.news()
    back = await ada.sends("提前回来了")
    assert back.text.startswith(said("away-welcome"))
    assert denis.the_news().text == said("away-is-back", name="Ada", unit=ROADS)
    assert await absences(plain_town) == [(date(2022, 8, 1), date(2022, 8, 4), False)]


async def test_what_is_not_understood_is_asked_again_and_can_be_left(
    plain_town: Town, ada: Chat
) -> None:
    await ada.sends("/away")
    again = await ada.sends("过几天吧")
    assert again.text == f"{said('away-not-understood', said='过几天吧')}\n\n{said('away-ask')}"
    left = await ada.taps("away-button-no")
    assert left.text == said("away-left")
    assert await plain_town.step_of(ada) == ""
    assert await absences(plain_town) == []


async def test_report_goes_on_where_it_was_when_the_days_were_asked_in_between(
    plain_town: Town, ada: Chat
) -> None:
    await ada.taps("button-start")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    await ada.sends("/away")
    question = await ada.taps("away-button-no", answers=2)
    assert question.text.endswith(said("ask-text", when="7月份"))
    card = await ada.sends("/report")
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*"))


async def test_absence_of_both_leaves_the_liaison_told_and_the_office_warned(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await is_away(ada)
    denis.news()
    await is_away(denis, "8月4日")
    olga = plain_town.chats[OLGA]
    assert start_of("away-nobody-stands-in", units=ROADS, kind="B岗", name="Denis") in (
        olga.the_news().text
    )
    await plain_town.moves_to(at(4))
    assert ROADS in ada.the_news().text
    denis.expects_nothing_more()
    look_at_others(plain_town, ADA, DENIS)


@pytest.mark.parametrize(
    "press",
    [
        Press(Action.AWAY_DAYS, date(2022, 7, 1).toordinal(), str(date(2022, 7, 2).toordinal())),
        Press(Action.AWAY_DAYS, date(2022, 8, 5).toordinal(), str(date(2022, 8, 2).toordinal())),
        Press(Action.AWAY_DAYS, date(2022, 8, 1).toordinal(), str(date(2029, 8, 2).toordinal())),
        Press(Action.AWAY_DAYS, 10**17, "1"),
        Press(Action.AWAY_DAYS, 5, "x"),
    ],
)
async def test_forged_days_are_out_of_date(plain_town: Town, ada: Chat, press: Press) -> None:
    assert (await ada.presses(press.data())).text == said("stale")
    assert await absences(plain_town) == []


async def test_nobody_ends_the_absence_of_another(plain_town: Town, ada: Chat) -> None:
    await is_away(ada)
    look_at_others(plain_town, ADA)
    boris = plain_town.chats[BORIS]
    assert (await boris.presses(Press(Action.AWAY_END, 1).data())).text == said("stale")
    assert [still for _, _, still in await absences(plain_town)] == [True]


async def test_other_units_are_reminded_as_ever(plain_town: Town, ada: Chat) -> None:
    await is_away(ada)
    look_at_others(plain_town)
    await plain_town.moves_to(at(4))
    for user_id, unit in ((BORIS, WATER), (CLARA, "Parks")):
        assert unit in plain_town.chats[user_id].the_news().text
    look_at_others(plain_town)


@pytest.mark.parametrize("passes", [False, True], ids=["report was asked for since", "days passed"])
async def test_card_of_days_that_is_out_of_date_notes_nothing_and_says_how_to_ask_anew(
    plain_town: Town, ada: Chat, *, passes: bool
) -> None:
    card = await ada.sends("/away 8月2日至8月4日")
    [confirm, *_] = [one.data or "" for row in card.buttons for one in row]
    if passes:
        await plain_town.moves_to(plain_town.clock.now() + timedelta(days=2))
        plain_town.reads_all()
    else:
        await ada.sends("/report")
        assert asking(ada.phone) == []
    told = await ada.presses(confirm, on=card)
    assert (told.message_id, told.text) == (card.message_id, said("away-out-of-date", days=DAYS))
    assert told.buttons == ()
    assert await absences(plain_town) == []


async def test_other_days_under_the_card_take_the_place_of_those_just_told(
    plain_town: Town, ada: Chat, denis: Chat
) -> None:
    await ada.sends("/report")
    await ada.taps("button-begin")
    await ada.sends("/away 明天起3天")
    card = await ada.sends("8月2日到8月3日")
    assert "8月3日（周三）" in card.text
    await ada.taps("away-button-confirm")
    assert "8月5日（周五）" in (await ada.sends("不对，是8月4日到8月5日")).text
    await ada.taps("away-button-confirm")
    assert (await absences(plain_town))[-1] == (date(2022, 8, 4), date(2022, 8, 5), True)
    assert not (await plain_town.content(ROADS, "1")).text
    denis.news()
    look_at_others(plain_town, ADA, DENIS)
