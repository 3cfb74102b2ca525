"""Who may come in, what they read then, and who is told."""

from datetime import timedelta

from sqlmodel import Session, select

from dialog.press import Action, Press
from models.people import WRONG_LINKS_AN_HOUR, Contact, Invitation
from tests.chat import INVITATION, TIMES, Chat, Town, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, TITLE, WATER
from texts.wording import moment_name
from vocabulary.terms import ContactKind

NEW = 6_000_000_001


def welcome(name: str, unit: str, kind: ContactKind = ContactKind.LIAISON) -> str:
    return said(f"welcome-{kind}", name=name, unit=unit, plan=TITLE, due_day="5")


async def olga_of(town: Town) -> Chat:
    olga = town.person("Olga", OLGA)
    await olga.sends("/start")
    return olga


async def test_link_makes_a_liaison_who_is_told_what_will_happen_and_when(early_town: Town) -> None:
    olga = await olga_of(early_town)
    ada = early_town.person("Ada", ADA)
    token = await early_town.link(ROADS)
    greeting = await ada.sends(f"/start {token}")
    assert greeting.text == welcome("Ada", ROADS)
    told = olga.the_news()
    assert told.text == said(
        "joined",
        name="Ada",
        unit=ROADS,
        kind=said("kind-liaison"),
        at=moment_name("zh-CN", at(28, month=7)),
    )
    assert told.labels == [said("joined-button-refuse")]


async def test_link_that_the_coordinator_asked_for_in_chat_works(early_town: Town) -> None:
    olga = await olga_of(early_town)
    shown = await olga.sends(f"/invite {ROADS} {said('kind-deputy')}")
    link = next(line for line in shown.text.split("\n") if line.startswith("https://"))
    ada = early_town.person("Ada", ADA)
    greeting = await ada.does(lambda: ada.phone.opens(link))
    assert greeting.text == welcome("Ada", ROADS, ContactKind.DEPUTY)
    assert ROADS in olga.the_news().text


async def test_wrong_used_and_expired_links_are_answered_alike(early_town: Town) -> None:
    await early_town.joins("Ada", ADA, ROADS)
    used = await early_town.link(WATER)
    boris = early_town.person("Boris", BORIS)
    await boris.sends(f"/start {used}")
    old = await early_town.link(PARKS)
    early_town.clock.advance(INVITATION)
    stranger = early_town.person("Clara", CLARA)
    before = await early_town.facts()
    answers = [
        (await stranger.sends(f"/start {token}")).text for token in ("no-such-link", used, old)
    ]
    assert answers == [said("invitation-invalid")] * 3
    assert await early_town.facts() == before


async def test_link_is_good_until_the_last_second(early_town: Town) -> None:
    token = await early_town.link(ROADS)
    early_town.clock.advance(INVITATION - timedelta(seconds=1))
    ada = early_town.person("Ada", ADA)
    assert (await ada.sends(f"/start {token}")).text == welcome("Ada", ROADS)


async def test_token_itself_is_stored_nowhere(early_town: Town) -> None:
    token = await early_town.link(ROADS)

    def stored(session: Session) -> str:
        return "".join(str(row.model_dump()) for row in session.exec(select(Invitation)))

    assert token not in await early_town.reads(stored)


async def test_guessing_links_stops_paying_even_for_a_right_one(early_town: Town) -> None:
    stranger = early_town.person("Guesser", NEW)
    for number in range(WRONG_LINKS_AN_HOUR):
        await stranger.sends(f"/start guess-{number}")
    token = await early_town.link(ROADS)
    refused = await stranger.sends(f"/start {token}")
    assert refused.text == said("invitation-invalid")
    early_town.clock.advance(timedelta(hours=1))
    accepted = await stranger.sends(f"/start {token}")
    assert accepted.text == welcome("Guesser", ROADS)


async def test_stranger_gets_one_polite_sentence_whatever_they_do(town: Town) -> None:
    stranger = town.person("Stranger", NEW)
    for deed in ("/start", "/report", "/board", "/nonsense", "hello"):
        assert (await stranger.sends(deed)).text == said("stranger"), deed
    photo = await stranger.does(lambda: stranger.phone.sends_document("a.txt", b"x"))
    assert photo.text == said("stranger")
    report = await town.report_of(ROADS)
    assert "a.txt" not in (await town.inbox())[-1].body
    tapped = await stranger.presses(Press(Action.REPORT, report.id).data())
    assert tapped.text == said("stranger")


async def test_nothing_is_kept_of_what_a_stranger_writes(town: Town) -> None:
    stranger = town.person("Stranger", NEW)
    await stranger.sends("seven gates")
    assert not [row for row in await town.inbox() if "seven gates" in row.body]


async def test_somebody_who_joins_in_the_middle_of_the_month_gets_the_card(town: Town) -> None:
    vera = town.person("Vera", NEW)
    token = await town.link(ROADS, ContactKind.DEPUTY)
    card = await vera.sends(f"/start {token}", answers=2)
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*", done=0, count=3))
    town.chats[OLGA].the_news()


async def test_start_in_the_middle_asks_the_open_question_again_and_loses_nothing(
    town: Town,
) -> None:
    ada = town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="*")
    await ada.taps("status-on_track")
    asked = await ada.sends("Three kilometres are built.")
    again = await ada.sends("/start")
    assert again.text.endswith(asked.text.rpartition("\n")[2])
    facts = str((await town.facts())["Entry"])
    assert "Three kilometres are built." in facts


async def test_coordinator_refuses_somebody_who_joined_and_they_lose_everything(town: Town) -> None:
    olga, vera = town.chats[OLGA], town.person("Vera", NEW)
    token = await town.link(ROADS)
    await vera.sends(f"/start {token}", answers=2)
    olga.news()
    done = await olga.taps("joined-button-refuse")
    names = {"name": "Vera", "unit": ROADS, "kind": said("kind-liaison")}
    assert done.text == said("refused-done", **names)
    assert vera.the_news().text == said("refused-you", **names)
    assert (await vera.sends("/report")).text == said("stranger")
    again = await olga.taps("joined-button-refuse")
    assert again.text == said("stale")


async def test_two_contacts_of_one_unit_write_the_same_report(town: Town) -> None:
    await town.joins("Vera", NEW, ROADS, ContactKind.DEPUTY)
    ada, vera = town.chats[ADA], town.chats[NEW]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    await ada.sends("Three kilometres are built.")
    assert "● 2　Measure 2 · Ada 09:00" in vera.the_news().text
    card = await vera.sends("/report")
    assert card.text.startswith(start_of("card-title", unit=ROADS, month="*", done=1, count=3))
    entry = await vera.does(lambda: vera.phone.taps("2"))
    assert said("card-said-text", words="Three kilometres are built.") in entry.text


async def test_one_person_in_two_units_chooses_and_is_pinged_for_each(early_town: Town) -> None:
    await with_people(early_town)
    await early_town.joins("Ada", ADA, PARKS)
    ada = early_town.chats[ADA]
    await early_town.moves_to(at(1))
    pings = ada.news()
    assert sorted(ping.text.split("\n")[2].partition("本月")[0] for ping in pings) == [
        PARKS,
        ROADS,
    ]
    for chat in early_town.chats.values():
        chat.news()
    choice = await ada.sends("/report")
    assert choice.text == f"{said('card-choose-report')}\n7月份：{TIMES}"
    assert len(choice.buttons) == 2
    card = await ada.does(lambda: ada.phone.taps(PARKS))
    assert card.text.startswith(PARKS)


async def test_kinds_are_welcomed_in_their_own_words(early_town: Town) -> None:
    for number, kind in enumerate(kind for kind in ContactKind):
        chat = early_town.person("Somebody", NEW + number)
        unit = None if kind is ContactKind.COORDINATOR else ROADS
        token = await early_town.link(unit, kind)
        greeting = await chat.sends(f"/start {token}")
        assert greeting.text == welcome("Somebody", ROADS, kind)
        for other in early_town.chats.values():
            other.news()


async def test_language_is_kept_for_everything_that_follows(town: Town) -> None:
    ada = town.chats[ADA]
    await ada.sends("/language")
    chosen = await ada.does(lambda: ada.phone.taps("English"))
    assert "English" in chosen.text
    card = await ada.sends("/report")
    assert "July" in card.text


async def test_group_is_greeted_and_left(town: Town) -> None:
    group = town.sandbox.group("Everybody")
    group.adds_bot(town.chats[ADA].phone)
    await town.steps()
    assert [m.text for m in group.chat if m.from_bot] == [said("group-goodbye")]
    assert not group.bot_is_member


async def test_person_of_the_settings_is_coordinator_from_the_first_word(
    early_town: Town,
) -> None:
    olga = early_town.person("Olga", OLGA)
    assert said("help-office").split("\n")[0] in (await olga.sends("/start")).text

    def kinds(session: Session) -> list[ContactKind]:
        return [contact.kind for contact in session.exec(select(Contact))]

    assert await early_town.reads(kinds) == [ContactKind.COORDINATOR]
    await olga.sends("/help")
    assert await early_town.reads(kinds) == [ContactKind.COORDINATOR]


async def test_newcomer_after_the_opening_gets_the_card_and_no_reminder_on_top(
    early_town: Town,
) -> None:
    olga = await olga_of(early_town)
    await early_town.moves_to(at(1))
    olga.news()
    await early_town.joins("Ada", ADA, ROADS)
    ada = early_town.chats[ADA]
    await early_town.moves_to(at(1, 12))
    await early_town.moves_to(at(1, 17))
    ada.expects_nothing_more()
    await early_town.moves_to(at(4))
    assert ROADS in ada.the_news().text
    olga.news()


async def test_many_who_join_are_one_message_and_each_can_be_refused(early_town: Town) -> None:
    olga = await olga_of(early_town)
    before = len(olga.phone.chat)
    for name, user_id, unit in (
        ("Ada", ADA, ROADS),
        ("Boris", BORIS, WATER),
        ("Clara", CLARA, PARKS),
    ):
        chat = early_town.person(name, user_id)
        await chat.sends(f"/start {await early_town.link(unit)}")
    card = olga.the_news()
    latest = "、".join(
        said("joined-name", name=name, unit=unit, kind="联络员")
        for name, unit in (("Clara", PARKS), ("Boris", WATER), ("Ada", ROADS))
    )
    assert card.text == said("joined-many", count=3, latest=latest)
    assert len(olga.phone.chat) == before + 1
    shown = await olga.taps("joined-button-list")
    assert shown.text.split("\n")[0] == said("joined-list", count=3)
    kind = "联络员"
    done = await olga.taps("joined-button-refuse-one", name="Boris", unit=WATER, kind=kind)
    assert done.text == said("refused-done", name="Boris", unit=WATER, kind=kind)
    told = early_town.chats[BORIS].the_news()
    assert told.text == said("refused-you", unit=WATER, kind=kind, name="Boris")


async def test_who_joins_an_hour_later_is_told_anew(early_town: Town) -> None:
    olga = await olga_of(early_town)
    await early_town.person("Ada", ADA).sends(f"/start {await early_town.link(ROADS)}")
    olga.the_news()
    before = len([m for m in olga.phone.chat if m.from_bot])
    early_town.clock.advance(timedelta(hours=1))
    await early_town.person("Boris", BORIS).sends(f"/start {await early_town.link(WATER)}")
    assert any(message.text.startswith(start_of("joined-many", count=2)) for message in olga.news())
    assert len([m for m in olga.phone.chat if m.from_bot]) > before
