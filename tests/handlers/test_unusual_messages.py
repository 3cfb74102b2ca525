"""Stickers, voices, places, forwarded words, /start in the middle: a sentence and the question."""

import json
from collections.abc import Mapping
from functools import partial

import pytest

from models.delivery import InboxRow
from sandbox import Message
from tests.chat import Chat, Town, said, start_of
from tests.handlers.test_evidence import photo
from tests.models.samples import ADA, ROADS
from vocabulary.terms import EntryStatus

WORDS = "完成12处站址选定。"
FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 1}
VOICE = {**FILE, "duration": 3}
STICKER = {
    **FILE,
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}
POLL = {
    "id": "1",
    "question": "?",
    "options": [{"text": text, "voter_count": 0, "persistent_id": text} for text in ("yes", "no")],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
FORWARDED = {
    "text": WORDS,
    "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Zoe"},
}


@pytest.fixture
def ada(plain_town: Town) -> Chat:
    return plain_town.chats[ADA]


def is_forgotten(row: InboxRow) -> bool:
    """Whether nothing of the message is kept but that it came."""
    return set(json.loads(row.body)["message"]) <= {"message_id", "date", "length"}


def sends(ada: Chat, content: Mapping[str, object], *, kind: str = "message") -> None:
    """A message of a kind that the sandbox's people do not send by themselves."""
    sandbox = ada.office.sandbox
    message = sandbox.message_json(ada.phone.last)
    for name in ("text", "entities", "reply_markup", "edit_date"):
        message.pop(name, None)
    newest = max(one.message_id for one in ada.phone.chat)
    person = ada.phone.user.to_json()
    message |= {"message_id": newest + 100, "from": person} | dict(content)
    sandbox.put(kind, message, lane=ada.id)


async def asked(ada: Chat) -> None:
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("1"))
    await ada.taps("status-on_track")


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"voice": VOICE}, "content-voice"),
        ({"video_note": {**VOICE, "length": 1}}, "content-voice"),
        ({"sticker": STICKER}, "content-sticker"),
        ({"contact": {"phone_number": "1", "first_name": "Zoe"}}, "content-contact"),
        ({"location": {"latitude": 1.0, "longitude": 1.0}}, "content-location"),
        ({"poll": POLL}, "content-poll"),
    ],
)
async def test_what_is_no_text_is_met_with_a_sentence_and_the_question_comes_again(
    plain_town: Town, ada: Chat, content: dict[str, object], answer: str
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    card = await ada.does(lambda: sends(ada, content))
    assert card.text.startswith(said(answer))
    assert is_forgotten((await plain_town.inbox())[-1])
    assert start_of("ask-text") in card.text
    assert await plain_town.facts() == before
    await ada.sends(WORDS)
    assert (await plain_town.content(ROADS, "1")).text == WORDS


async def test_place_that_is_sent_on_and_on_is_answered_once(plain_town: Town, ada: Chat) -> None:
    await asked(ada)
    place = {"location": {"latitude": 1.0, "longitude": 1.0, "live_period": 60}}
    await ada.does(lambda: sends(ada, place))
    for _ in range(3):
        await ada.does(lambda: sends(ada, place, kind="edited_message"), answers=0)


async def test_forwarded_words_are_an_answer_once_it_is_said_that_they_are(
    plain_town: Town, ada: Chat
) -> None:
    await asked(ada)
    before = await plain_town.facts()
    card = await ada.does(lambda: sends(ada, FORWARDED))
    assert card.text.startswith(said("forwarded-ask"))
    assert said("held-text", words=WORDS) in card.text
    assert await plain_town.facts() == before
    await ada.sends("是")
    assert (await plain_town.content(ROADS, "1")).text == WORDS


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_words_beside_a_forwarded_file_are_an_answer_once_it_is_said_that_they_are(
    plain_town: Town, ada: Chat, kind: str
) -> None:
    """The file is evidence at once."""
    zoe = plain_town.person("Zoe", 4712)
    send = zoe.phone.sends_photo if kind == "photo" else partial(zoe.phone.sends_document, "a.jpg")
    file = plain_town.sandbox.message_json(send(photo()))[kind]
    await plain_town.steps()
    plain_town.reads_all()
    await asked(ada)
    origin = FORWARDED["forward_origin"]
    sends(ada, {kind: file, "caption": WORDS, "forward_origin": origin})
    await plain_town.steps()
    plain_town.reads_all()
    assert any(m.text.startswith(said("forwarded-ask")) for m in ada.phone.chat)
    assert said("held-text", words=WORDS) in ada.card.text
    assert (await plain_town.content(ROADS, "1")).text == ""
    assert len((await plain_town.working(ROADS)).entries[0].evidence) == 1
    await ada.sends("是")
    assert (await plain_town.content(ROADS, "1")).text == WORDS


async def test_forwarded_words_with_nothing_open_are_not_kept(plain_town: Town, ada: Chat) -> None:
    before = await plain_town.facts()
    told = await ada.does(lambda: sends(ada, FORWARDED))
    assert told.text == said("forwarded-nothing")
    assert is_forgotten((await plain_town.inbox())[-1])
    assert await plain_town.facts() == before


@pytest.mark.parametrize("words", ["/start", "/nonsense"])
async def test_start_and_unknown_commands_in_the_middle_leave_the_question_open(
    plain_town: Town, ada: Chat, words: str
) -> None:
    await asked(ada)
    card = await ada.sends(words)
    assert start_of("ask-text") in card.text
    await ada.sends(WORDS)
    assert (await plain_town.content(ROADS, "1")).text == WORDS


def _status(card: Message, word: str) -> str:
    return next(b.data for row in card.buttons for b in row if b.text == said(word) and b.data)


async def test_second_phone_that_still_shows_an_older_message_of_the_card_changes_no_answer(
    plain_town: Town, ada: Chat
) -> None:
    """Both phones are one chat: what is asked now is shown below it."""
    await ada.taps("button-start")
    card = await ada.does(lambda: ada.phone.taps("1"))
    old = _status(card, "status-behind")
    await ada.taps("status-on_track")
    await ada.sends(WORDS)
    shown = await ada.presses(old, on=card)
    content = await plain_town.content(ROADS, "1")
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, WORDS)
    assert shown.text.startswith(said("stale"))
    assert said("status-on_track") in shown.labels
    assert (await plain_town.content(ROADS, "2")).status is None
