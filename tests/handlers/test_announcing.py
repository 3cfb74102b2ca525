"""The coordinator writes to many at once, and sees to how many before, and whom it reached."""

from handlers.announce import names_told
from models.announcements import Delivery
from models.delivery import OutboxState
from sandbox import Drop
from tests.chat import Chat, Town, said
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER
from vocabulary.terms import ContactKind

WORDS = "请于明日上午核对数据。<b>1 < 2 & 3</b>"
LENA = 6_000_000_003


async def written(olga: Chat, words: str = WORDS) -> None:
    await olga.sends("/announce")
    await olga.sends(words)


async def test_announcement_goes_to_all_liaisons_after_one_look_at_how_many(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await written(olga)
    assert olga.labels[:3] == [
        said("announce-to-liaisons", count=3),
        said("announce-to-not_filed", count=3),
        said("announce-to-leaders", count=0),
    ]
    card = await olga.taps("announce-to-liaisons", count=3)
    assert WORDS in card.text
    assert f"将发给{said('announce-audience-liaisons')} 3 人。" in card.text
    for user_id in (ADA, BORIS, CLARA):
        assert plain_town.chats[user_id].news() == []
    await olga.taps("announce-button-send", count=3)
    for user_id in (ADA, BORIS, CLARA):
        told = plain_town.chats[user_id].the_news()
        assert told.text.endswith(WORDS)
    card = await olga.taps("announce-button-refresh")
    assert "已送达 3，待发 0，不能确定 0，未送达 0" in card.text
    names = await olga.taps("announce-button-names")
    assert names.text.splitlines() == [
        said("announce-names-delivered", count=3),
        *(
            said("announce-names-unit", unit=unit, people=name)
            for unit, name in ((ROADS, "Ada"), (WATER, "Boris"), (PARKS, "Clara"))
        ),
    ]


async def test_only_units_whose_report_is_to_come_get_it(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await plain_town.chats[ADA].files()
    await written(olga)
    await olga.taps("announce-to-not_filed", count=2)
    await olga.taps("announce-button-send", count=2)
    assert plain_town.chats[ADA].news() == []
    for user_id in (BORIS, CLARA):
        plain_town.chats[user_id].the_news()


async def test_deputy_gets_it_for_a_liaison_who_is_away(plain_town: Town) -> None:
    """As with a reminder: whoever is there today, and no message to who is not."""
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    denis = await plain_town.joins("Denis", LENA, ROADS, ContactKind.DEPUTY)
    await ada.sends("/away 今天")
    await ada.taps("away-button-confirm")
    denis.news()
    await written(olga)
    await olga.taps("announce-to-liaisons", count=3)
    await olga.taps("announce-button-send", count=3)
    assert ada.news() == []
    assert denis.the_news().text.endswith(f"{WORDS}\n{said('notice-instead-absent', name='Ada')}")
    for chat in (plain_town.chats[BORIS], plain_town.chats[CLARA]):
        assert chat.the_news().text.endswith(WORDS)


async def test_leaders_get_it_and_nobody_gets_it_twice(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    lena = await plain_town.joins("Lena", LENA, ROADS, ContactKind.HEAD)
    await plain_town.joins("Lena", LENA, WATER, ContactKind.LEADER_IN_CHARGE)
    await written(olga)
    await olga.taps("announce-to-leaders", count=1)
    await olga.taps("announce-button-send", count=1)
    assert lena.the_news().text.endswith(WORDS)


async def test_who_has_it_and_who_has_not_are_named_unit_by_unit(plain_town: Town) -> None:
    """Lost, with the reason; unknown; waiting; delivered: everybody who was meant, once."""
    olga = plain_town.chats[OLGA]
    plain_town.chats[CLARA].phone.blocks()
    await plain_town.joins("Vera", LENA, ROADS)
    await plain_town.steps()
    olga.news()
    await written(olga)
    card = await olga.taps("announce-to-liaisons", count=4)
    assert "其中 1 人目前无法送达" in card.text
    plain_town.clock.move_to(at(1, 22))
    card = await olga.taps("announce-button-send", count=4)
    assert "已送达 0，待发 3，不能确定 0，未送达 1" in card.text
    told = await olga.taps("announce-button-names")
    lost = [
        said("announce-names-lost", count=1),
        said(
            "announce-names-unit",
            unit=PARKS,
            people=said("announce-names-lost-one", name="Clara", why=said("unreachable-blocked")),
        ),
    ]
    assert told.text.splitlines() == [
        *lost,
        "",
        said("announce-names-waiting", count=3),
        said("announce-names-unit", unit=ROADS, people="Ada、Vera"),
        said("announce-names-unit", unit=WATER, people="Boris"),
    ]
    plain_town.sandbox.faults.next("sendMessage", Drop(accepted=True), times=2, chat_id=BORIS)
    for minute in (0, 10):  # what may have arrived is sent once more
        await plain_town.moves_to(at(2, 9, minute))
    plain_town.reads_all()
    told = await olga.taps("announce-button-names")
    assert told.text.splitlines() == [
        *lost,
        "",
        said("announce-names-unknown", count=1),
        said("announce-names-unit", unit=WATER, people="Boris"),
        "",
        said("announce-names-delivered", count=2),
        said("announce-names-unit", unit=ROADS, people="Ada、Vera"),
    ]


async def test_names_of_a_large_office_are_told_whole(plain_town: Town) -> None:
    """In as many messages as they need, and none of them left out."""
    found = [Delivery(f"{'某' * 30}{n}局", f"张{n}", OutboxState.SENT, "") for n in range(400)]
    told = names_told("zh-CN", found)
    assert len(told) > 1
    assert all(len(message.html) <= 4096 for message in told)
    lines = [line for message in told for line in message.html.splitlines()]
    assert lines[0] == said("announce-names-delivered", count=400)
    assert lines[1:] == [f"{'某' * 30}{n}局：张{n}" for n in range(400)]


async def test_deputy_stands_in_for_a_liaison_who_cannot_be_reached(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    vera = await plain_town.joins("Vera", LENA, PARKS, ContactKind.DEPUTY)
    await written(olga)
    assert said("announce-to-liaisons", count=3) in olga.labels
    await olga.taps("announce-button-drop")
    plain_town.chats[CLARA].phone.blocks()
    await plain_town.steps()
    olga.news()
    vera.news()
    await written(olga)
    await olga.taps("announce-to-liaisons", count=4)
    await olga.taps("announce-button-send", count=4)
    stands_in = said("notice-stands-in", kinds="联络员", own="none")
    assert vera.the_news().text.endswith(f"{WORDS}\n{stands_in}")
    for user_id in (ADA, BORIS):
        plain_town.chats[user_id].the_news()


async def test_announcement_waits_for_working_hours(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    plain_town.clock.move_to(at(1, 22))
    await written(olga)
    await olga.taps("announce-to-liaisons", count=3)
    card = await olga.taps("announce-button-send", count=3)
    assert "待发 3" in card.text
    rows = [r for r in await plain_town.outbox(plain_town.chats[ADA]) if WORDS[:5] in r.content]
    assert [row.state for row in rows] == [OutboxState.DUE]
    plain_town.clock.move_to(at(2, 9))
    await plain_town.app.parts.sender.send_due()
    for user_id in (ADA, BORIS, CLARA):
        assert plain_town.chats[user_id].the_news().text.endswith(WORDS)


async def test_second_tap_on_send_sends_nothing_more(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await written(olga)
    card = await olga.taps("announce-to-liaisons", count=3)
    data = card.buttons[0][0].data
    await olga.taps("announce-button-send", count=3)
    for user_id in (ADA, BORIS, CLARA):
        plain_town.chats[user_id].the_news()
    assert data is not None
    assert (await olga.presses(data)).text == said("stale")


async def test_nothing_goes_out_that_was_put_away_or_is_for_nobody(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/announce")
    assert (await olga.taps("announce-button-drop")).text == said("announce-dropped")
    await written(olga)
    assert (await olga.taps("announce-to-leaders", count=0)).text == said("announce-nobody")
    (choice,) = [m for m in olga.phone.chat if m.from_bot and WORDS in m.text]
    drop = choice.buttons[-1][0].data
    assert drop is not None
    assert (await olga.presses(drop, on=choice)).text == said("announce-dropped")
    assert (await olga.presses(drop, on=choice)).text == said("stale")


async def test_text_that_is_too_long_is_asked_for_again(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    await olga.sends("/announce")
    told = await olga.sends("长" * 3001)
    assert told.text == said("announce-too-long", length=3001, most=3000)
    await olga.sends("短")
    assert said("announce-to-liaisons", count=3) in olga.labels
