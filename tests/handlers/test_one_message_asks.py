"""One message at a time asks, whatever a person begins beside what they are asked already."""

from collections.abc import Callable

import pytest

from tests.asking import asking
from tests.chat import Chat, Town, said
from tests.handlers.test_evidence import evidence, photo
from tests.handlers.test_files_that_wait import taps_on
from tests.models.samples import ADA, ROADS
from vocabulary.terms import EntryStatus

WORDS = "Three kilometres of road are built."
LIST = f"1. {WORDS}\n2. Two companies have signed."

BESIDE: dict[str, Callable[[Chat], object]] = {
    "a question": lambda chat: chat.phone.presses("v1:e:1:0:"),
    "a list": lambda chat: chat.phone.sends(LIST),
    "a photo": lambda chat: chat.phone.sends_photo(photo()),
    "days": lambda chat: chat.phone.sends("/away"),
    "more time": lambda chat: chat.phone.sends("/extend"),
    "a language": lambda chat: chat.phone.sends("/language"),
    "a number": lambda chat: chat.phone.sends("/phone"),
    "how it stands": lambda chat: chat.phone.sends("/status"),
}


def every_pair(count: int) -> list[int]:
    """A walk through so many places in which each comes right behind every other one."""
    left = {place: [to for to in range(count) if to != place] for place in range(count)}
    path, walk = [0], []
    while path:
        if left[path[-1]]:
            path.append(left[path[-1]].pop())
        else:
            walk.append(path.pop())
    return walk[::-1]


@pytest.fixture
def town(plain_town: Town) -> Town:
    """Roads has two measures, without figures."""
    return plain_town


@pytest.fixture
def ada(town: Town) -> Chat:
    return town.chats[ADA]


async def begins(ada: Chat, what: str) -> None:
    """Whatever it brings: what asks is counted."""
    BESIDE[what](ada)
    await ada.office.answers()
    ada.replies |= {message.message_id for message in ada.news()}
    ada.finds_one_asking()


def asked(ada: Chat) -> str:
    """What the one message that asks says."""
    [message] = asking(ada.phone)
    return message.text


async def test_whatever_comes_behind_whatever_one_message_asks(town: Town, ada: Chat) -> None:
    await ada.sends("/report")
    kinds = list(BESIDE)
    for place in every_pair(len(kinds)):
        await begins(ada, kinds[place])


async def test_choice_that_loses_nothing_is_let_go_and_the_question_comes_back(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    question = await ada.taps("button-begin", number="1")
    for command in ("/away", "/extend", "/language"):
        await ada.sends(command)
        assert asked(ada) != question.text
    await ada.taps("language-name", answers=2)
    assert asked(ada) == question.text
    assert await town.step_of(ada) == "status"


async def test_what_would_be_lost_waits_and_is_named_by_what_asks_before_it(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    await ada.sends(LIST)
    pasted = asked(ada)
    await ada.sends("/away")
    later = said("asked-next", what=said("asked-next-pasted"))
    assert asked(ada).endswith(f"\n\n{later}")
    await ada.taps("away-button-no")
    assert asked(ada) == pasted
    await ada.taps("pasted-button-take")
    assert (await town.content(ROADS, "1")).text == WORDS
    assert pasted not in asked(ada)


async def test_photo_waits_while_a_measure_is_asked_and_asks_again_where_nothing_does(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    photo_card = await ada.does(lambda: ada.phone.sends_photo(photo()))
    await ada.taps("button-begin", number="1")
    later = said("asked-next", what=said("asked-next-files", count=1))
    assert asked(ada).endswith(f"\n\n{later}")
    await town.kill()
    await ada.taps("status-on_track")
    assert asked(ada).endswith(f"\n\n{later}")
    await ada.sends("/report")
    assert asked(ada) == photo_card.text
    await taps_on(ada, photo_card, "2", 1)
    assert await evidence(town, "2") == ["照片1.jpg"]
    assert asking(ada.phone) == []


async def test_tap_on_a_question_that_is_put_aside_answers_it_and_it_asks_again(
    town: Town, ada: Chat
) -> None:
    """As a second phone may that has not drawn the chat anew."""
    await ada.sends("/report")
    question = await ada.taps("button-begin", number="1")
    on_track = next(
        b.data for row in question.buttons for b in row if b.text == said("status-on_track")
    )
    await ada.sends("/language")
    await ada.presses(on_track or "", on=question)
    assert (await town.content(ROADS, "1")).status is EntryStatus.ON_TRACK
    assert await town.step_of(ada) == "text"
    assert said("language-choose") not in asked(ada)


async def test_cancel_ends_what_is_asked_beside_the_report_and_its_question_comes_back(
    town: Town, ada: Chat
) -> None:
    await ada.sends("/report")
    question = await ada.taps("button-begin", number="1")
    await ada.sends("/language")
    told = await ada.sends("/cancel")
    assert told.text == f"{said('cancel-done')}\n\n{question.text}"
    assert len(asking(ada.phone)) == 1
