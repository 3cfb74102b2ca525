"""The process may stop at any moment: whatever was answered is stored, and it goes on there."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from sandbox import flood_wait
from tests.chat import TIMES, Chat, Town, a_town, opened, said, start_of, with_people
from tests.models.samples import ADA, OLGA, ROADS
from vocabulary.report import EntryContent, Figure
from vocabulary.terms import EntryStatus

pytestmark = pytest.mark.long

WORDS = "Three kilometres are built."
Deed = tuple[str, str]

# One report of three measures, as taps (a key of the catalogue, or a label) and words.
STORY: tuple[Deed, ...] = (
    ("tap", "button-start"),
    ("tap", "button-begin"),
    ("tap", "status-behind"),
    ("say", WORDS),
    ("say", "No money."),
    ("say", "Ask for money by September."),
    ("say", "about many"),
    ("say", "120"),
    ("tap", "button-no-figure"),
    ("tap", "button-no-progress"),
    ("say", "The rain."),
    ("tap", "status-on_track"),
    ("tap", "button-skip"),
    ("tap", "button-continue"),
    ("tap", "status-on_track"),
    ("tap", "button-back"),
    ("tap", "button-keep"),
    ("say", "All is well."),
    ("tap", "button-file"),
)

FILED = [
    EntryContent(
        EntryStatus.BEHIND,
        WORDS,
        "No money.",
        "Ask for money by September.",
        figures=(Figure(1, Decimal(120)), Figure(2, None)),
    ),
    EntryContent(EntryStatus.ON_TRACK, "", no_progress=True, no_progress_reason="The rain."),
    EntryContent(EntryStatus.ON_TRACK, "All is well."),
]


def does(chat: Chat, deed: Deed) -> None:
    """After a moment's thought."""
    chat.office.clock.advance(timedelta(seconds=10))
    kind, words = deed
    if kind == "say":
        chat.phone.sends(words)
    else:
        chat.phone.taps(start_of(words))


async def filed(town: Town) -> list[EntryContent]:
    (report,) = await town.revisions(ROADS)
    return [entry.content for entry in report.entries]


async def test_story_without_a_kill_is_what_the_others_are_compared_with(town: Town) -> None:
    ada = town.chats[ADA]
    for deed in STORY:
        does(ada, deed)
        await town.steps()
        ada.news()
    assert await filed(town) == FILED


@pytest.mark.parametrize(
    "moment", ["before handling", "between commit and sending", "after sending"]
)
async def test_kill_after_every_single_deed_loses_and_doubles_nothing(
    town: Town, moment: str
) -> None:
    ada = town.chats[ADA]
    for deed in STORY:
        before = len([m for m in ada.phone.chat if m.from_bot])
        does(ada, deed)
        if moment == "before handling":
            await town.app.parts.poller.poll(wait=False)
        elif moment == "between commit and sending":
            await town.receives()
        else:
            await town.steps()
        await town.kill()
        await town.steps()
        ada.news()
        added = len([m for m in ada.phone.chat if m.from_bot]) - before
        assert added <= (2 if deed[1] == "button-file" else 1)
    assert await filed(town) == FILED
    drafts = [m for m in ada.phone.chat if m.document is not None]
    assert len(drafts) == 1
    assert [row.incident for row in await town.inbox() if row.incident] == []


async def test_the_same_holds_on_postgresql(postgresql_url: str, tmp_path: Path) -> None:
    async with a_town(postgresql_url, tmp_path / "files") as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        for number, deed in enumerate(STORY):
            does(ada, deed)
            if number % 3 == 0:
                await town.receives()
                await town.kill()
            await town.steps()
            ada.news()
        stored = [replace(content, figures=()) for content in await filed(town)]
        assert stored == [replace(content, figures=()) for content in FILED]


async def test_answer_is_stored_before_the_next_question_is_asked(town: Town) -> None:
    ada = town.chats[ADA]
    await ada.taps("button-start")
    await ada.does(lambda: ada.phone.taps("2"))
    await ada.taps("status-on_track")
    town.sandbox.faults.next("sendMessage", flood_wait(1))
    ada.phone.sends(WORDS)
    await town.receives()
    assert (await town.content(ROADS, "2")).text == WORDS
    await town.steps()
    ada.expects_nothing_more()
    town.clock.advance(timedelta(seconds=2))
    await town.steps()
    ada.the_news()


async def test_reason_that_is_being_asked_survives_a_kill(plain_town: Town) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    await ada.taps("button-correct")
    await plain_town.kill()
    plain_town.clock.advance(timedelta(seconds=10))
    await ada.sends("Wrong number.")
    assert (await plain_town.report_of(ROADS)).correction_reason == "Wrong number."
    await ada.changes_and_files()
    olga.the_news()
    await olga.sends(f"/return {ROADS}")
    await plain_town.kill()
    plain_town.clock.advance(timedelta(seconds=10))
    done = await olga.sends("Say more.")
    assert done.text == said("return-done", unit=ROADS, period="7月份", times=TIMES)
    ada.the_news()


async def test_draft_that_was_promised_comes_after_a_kill(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.fills(WORDS)
    ada.phone.taps(said("button-file"))
    await plain_town.receives()
    await plain_town.kill()
    await plain_town.steps()
    receipt, draft = ada.news()
    assert receipt.text.startswith(start_of("card-receipt", receipt="2022-07-0001"))
    assert draft.document is not None
