"""A liaison hands the post to a successor: everything goes on, and who held it is out at once."""

import re
from datetime import timedelta

import pytest

from tests.chat import TIMES, Chat, Town, said, start_of
from tests.dialog.edited_word import edited, retypes
from tests.factories import at
from tests.handlers.test_evidence import evidence, photo, sends_photo
from tests.handlers.test_forms_by_chat import filled, the_form
from tests.models.samples import BORIS, OLGA, ROADS
from vocabulary.terms import ContactKind, EntryStatus

NINA, DENIS = 6_000_000_001, 6_000_000_002


@pytest.fixture
def town(talkative_town: Town) -> Town:
    return talkative_town


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
    passed = said("former-post", unit=ROADS, kind="联络员", name="Nina")
    assert (await ada.sends("Too late.")).text == passed
    for command in ("/report", "/status", "/history", "/cancel"):
        assert (await ada.sends(command)).text == passed
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


async def test_who_held_the_post_is_a_stranger_again_after_a_month(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await hands_on(town, ada, nina)
    await town.passes(at(2, month=9), every=timedelta(days=1))
    town.reads_all()
    assert (await ada.sends("/report")).text == said("stranger")


# ── what waits for its place ───────────────────────────────────────────────────────────────────

WORDS, LIST = "Three trainings were held.", "1. Bridge built.\n2. Road paved."


async def hands_on(town: Town, ada: Chat, nina: Chat) -> None:
    ada.news()
    link = await ada.sends("/handover")
    nina.phone.starts(token_in(link.text))
    await town.steps()


async def test_text_list_and_photo_that_wait_for_their_place_go_to_the_successor(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.sends("/report")
    await ada.sends(WORDS)
    await ada.sends(LIST)
    await sends_photo(ada, photo())
    await hands_on(town, ada, nina)
    what = "、".join(
        said(key, count=1) for key in ("waits-on-text", "waits-on-pasted", "waits-on-file")
    )
    assert said("waits-on-passed", name="Nina", what=what) in "\n".join(m.text for m in ada.news())
    told = [m.text for m in nina.news()]
    assert said("waits-on-yours", before="Ada", what=what) in told
    asked = f"{said('evidence-which-number', files='照片1.jpg')}\n{TIMES}"
    files = [m for m in nina.phone.chat if m.text == asked]
    assert files[-1].labels[:2] == ["1", "2"]
    labels = [label for m in nina.phone.chat for label in m.labels]
    assert said("pasted-button-show") in labels
    assert said("held-button-show") in labels
    await nina.does(lambda: nina.phone.taps_at(files[-1], 0, 1))
    assert await evidence(town, "2") == ["照片1.jpg"]
    await nina.taps("held-button-show")
    await nina.does(lambda: nina.phone.taps("1　Measure 1"))
    assert (await town.content(ROADS, "1")).text == WORDS
    await nina.sends("/report")
    card = await nina.taps("pasted-button-show")
    assert "Road paved." in card.text
    town.reads_all()


async def test_all_texts_that_wait_go_to_the_successor_each_with_its_place(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.fills()
    await ada.sends("1项漏报一家")
    await ada.sends("2项漏报两家")
    await hands_on(town, ada, nina)
    what = said("waits-on-text", count=2)
    assert said("waits-on-yours", before="Ada", what=what) in [m.text for m in nina.news()]
    card = await nina.taps("held-button-show-more", count=2)
    assert said("collision-left", by="Ada", words="2项漏报两家") in card.text
    assert card.labels == [
        said("collision-button-keep-saved"),
        said("collision-button-left", by="Ada"),
        said("collision-button-after"),
    ]
    kept = await nina.taps("collision-button-keep-saved")
    assert said("collision-kept-left", name="Ada", by="Ada") in kept.text
    card = await nina.taps("held-button-show")
    assert said("collision-left", by="Ada", words="1项漏报一家") in card.text
    assert said("collision-button-after") in card.labels
    card = await nina.sends("改成：又漏报一家")
    assert said("collision-mine", words="又漏报一家") in card.text
    assert said("collision-button-mine") in card.labels
    ada.news()
    town.reads_all()


async def test_messages_that_wait_together_go_to_the_successor_each_by_itself(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.sends("/report")
    for words in ("开张镇育苗棚12座", "张营镇冷库3座"):
        await ada.sends(words)
    await hands_on(town, ada, nina)
    nina.news()
    card = await nina.taps("held-button-show-more", count=2)
    assert "开张镇育苗棚12座" in card.text
    assert "张营镇冷库3座" not in card.text
    card = await nina.sends("虞乡镇烘干塔1座")
    assert said("held-button-apart") in card.labels
    card = await nina.taps("held-button-apart")
    assert "虞乡镇烘干塔1座" not in card.text
    await nina.does(lambda: nina.phone.taps("1　Measure 1"))
    assert (await town.content(ROADS, "1")).text == "开张镇育苗棚12座"
    card = await nina.taps("held-button-show-more", count=2)
    assert "虞乡镇烘干塔1座" in card.text
    town.reads_all()


async def test_waiting_words_of_a_correction_are_the_successors(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.files()
    await ada.sends("1项漏报一家")
    await hands_on(town, ada, nina)
    nina.news()
    card = await nina.taps("held-button-show")
    assert "1项漏报一家" in card.text
    assert said("button-correct") in card.labels
    town.reads_all()


async def test_words_that_wait_for_another_report_of_the_successor_keep_their_place(
    town: Town, ada: Chat
) -> None:
    boris = town.chats[BORIS]
    await boris.sends("/report")
    await boris.sends("Water flows.")
    await ada.sends("/report")
    await ada.sends(WORDS)
    await hands_on(town, ada, boris)
    told = [m.text for m in boris.news()]
    assert any(said("held-returned") in text and WORDS in text for text in told)
    assert said("held-button-show") in boris.card.labels
    town.reads_all()


async def test_who_still_writes_for_the_unit_keeps_what_waits(
    town: Town, ada: Chat, nina: Chat
) -> None:
    ada.phone.starts(await town.link(ROADS, ContactKind.DEPUTY))
    await town.steps()
    town.reads_all()
    await ada.sends("/report")
    await ada.sends(WORDS)
    links = await ada.sends("/handover", answers=2)
    tokens = [token_in(m.text) for m in ada.phone.chat if "start=" in m.text]
    assert links.text
    nina.phone.starts(tokens[-2])
    await town.steps()
    assert said("held-button-show") not in [label for m in nina.news() for label in m.labels]
    town.reads_all()
    assert said("held-button-show") in (await ada.sends("/report")).labels


async def test_form_that_waits_for_its_tap_goes_to_the_successor_who_can_import_it(
    town: Town, ada: Chat, nina: Chat
) -> None:
    form = filled(await the_form(ada), {"H4": "正常推进", "I4": WORDS})
    await ada.does(lambda: ada.phone.sends_document("form.xlsx", form))
    await hands_on(town, ada, nina)
    what = said("waits-on-form", count=1)
    assert said("waits-on-passed", name="Nina", what=what) in "\n".join(m.text for m in ada.news())
    assert said("waits-on-yours", before="Ada", what=what) in [m.text for m in nina.news()]
    shown = next(m for m in nina.phone.chat if said("waits-on-button-form") in m.labels)
    await nina.does(lambda: nina.phone.taps_at(shown, 0, 0))
    await nina.taps("form-button-load", answers=2)
    assert (await town.content(ROADS, "1")).text == WORDS
    town.reads_all()


async def test_edited_draft_that_waits_for_its_tap_goes_to_the_successor_who_can_take_it(
    town: Town, ada: Chat, nina: Chat
) -> None:
    await ada.files(WORDS)
    draft = next(m.document for m in reversed(ada.phone.chat) if m.document)
    changed = edited(draft.content, retypes("1.", WORDS, "Four trainings were held."))
    await ada.does(lambda: ada.phone.sends_document("draft.docx", changed))
    await hands_on(town, ada, nina)
    what = said("waits-on-draft", count=1)
    assert said("waits-on-passed", name="Nina", what=what) in "\n".join(m.text for m in ada.news())
    nina.news()
    shown = next(m for m in nina.phone.chat if said("waits-on-button-draft") in m.labels)
    await nina.does(lambda: nina.phone.taps_at(shown, 0, 0))
    await nina.taps("word-button-take")
    await nina.sends("One training was missing.", answers=2)
    assert (await town.content(ROADS, "1")).text == "Four trainings were held."
    town.reads_all()
