"""A liaison hands the post to a successor: everything goes on, and who held it is out at once."""

import re

import pytest

from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.terms import ContactKind, EntryStatus

NINA, DENIS = 6_000_000_001, 6_000_000_002


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


@pytest.fixture
def nina(town: Town) -> Chat:
    return town.person("Nina", NINA)


def token_in(text: str) -> str:
    found = re.search(r"start=(\S+)", text)
    assert found is not None
    return found[1]


async def test_successor_finds_everything_and_who_held_the_post_is_out(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-behind")
    link = await ada.sends("/handover")
    assert start_of("successor-link", unit=ROADS, kind="联络员", name="Ada") in link.text
    nina.phone.starts(token_in(link.text))
    await town.steps()
    welcomed, card = nina.news()
    assert start_of("welcome-liaison", name="Nina") in welcomed.text
    assert "◐ 1　Measure 1" in card.text
    told = said("successor-you", name="Nina", kind="联络员", unit=ROADS)
    assert told in [m.text for m in ada.news()]
    office = [m.text for m in town.chats[OLGA].news()]
    assert said("successor-office", unit=ROADS, kind="联络员", name="Nina", before="Ada") in office
    before = await town.facts()
    assert (await ada.sends("Too late.")).text == said("stranger")
    assert (await ada.sends("/report")).text == said("stranger")
    assert await town.facts() == before
    await nina.does(lambda: nina.phone.taps("1"))
    await nina.sends("Nina goes on.")
    content = await town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.BEHIND, "Nina goes on.")
    await town.moves_to(at(5))
    assert ROADS in nina.the_news().text
    ada.expects_nothing_more()


async def test_link_of_a_post_is_good_once_and_a_new_one_ends_the_old(
    town: Town, ada: Chat, nina: Chat
) -> None:
    first = token_in((await ada.sends("/handover")).text)
    second = token_in((await ada.sends("/handover")).text)
    refused = await nina.does(lambda: nina.phone.starts(first))
    assert refused.text == said("invitation-invalid")
    nina.phone.starts(second)
    await town.steps()
    nina.news()
    late = town.person("Late", DENIS)
    assert (await late.does(lambda: late.phone.starts(second))).text == said("invitation-invalid")


async def test_who_opens_their_own_link_keeps_the_post(town: Town, ada: Chat) -> None:
    token = token_in((await ada.sends("/handover")).text)
    ada.phone.starts(token)
    await town.steps()
    ada.news()
    assert ROADS in (await ada.sends("/report")).text


async def test_coordinator_hands_a_post_on_for_a_unit(town: Town, ada: Chat, nina: Chat) -> None:
    olga = town.chats[OLGA]
    link = await olga.sends(f"/handover {ROADS}")
    nina.phone.starts(token_in(link.text))
    await town.steps()
    nina.news()
    assert said("successor-you", name="Nina", kind="联络员", unit=ROADS) in [
        m.text for m in ada.news()
    ]
    olga.news()
    nobody = await olga.sends(f"/handover {ROADS} B岗")
    assert nobody.text == said("successor-nobody", unit=ROADS, kind="B岗")


async def test_nobody_hands_on_the_post_of_another_unit(town: Town, ada: Chat) -> None:
    boris = town.chats[BORIS]
    before = await town.facts()
    assert (await boris.sends(f"/handover {ROADS}")).text == said("not-allowed")
    assert await town.facts() == before
    lena = await town.joins("Lena", NINA, ROADS, ContactKind.HEAD)
    assert (await lena.sends("/handover")).text == said("not-allowed")


async def test_deputy_writes_and_files_while_the_liaison_is_away(town: Town, ada: Chat) -> None:
    denis = await town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")
    await ada.sends("/away 明天起3天")
    await ada.taps("away-button-confirm")
    await town.moves_to(at(3, 10))
    denis.news()
    await denis.sends("/report")
    assert "◐ 1　Measure 1" in denis.card.text
    await denis.files("Denis stands in.")
    (filed,) = await town.revisions(ROADS)
    assert filed.filed_by == "Denis"
    assert filed.entries[0].content.status is EntryStatus.ON_TRACK
