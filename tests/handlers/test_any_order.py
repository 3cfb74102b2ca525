"""One person with two phones plays any deed in any order, over the real bot and its tables.

What `tests/dialog/test_conversation.py` plays over pure decisions is played here through handlers,
database and sender, with kills in between. `Ledger` keeps what was said and acknowledged.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html import escape

import pytest
from sqlmodel import Session, col, select

import dialog.cards
import dialog.filed
from dialog.filed import as_filed
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, next_entry
from handlers.at_report import open_question
from models.conversations import Conversation
from models.people import Person
from sandbox import Message as Seen
from tests.chat import Town
from tests.dialog.ledger import FIELD, Ledger
from tests.models.samples import ADA, BORIS, ROADS
from vocabulary.message import Message
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus, ReportState

pytestmark = pytest.mark.long

DEEDS, ENOUGH = 36, 12
LEADS_OUT = {Action.FORM, Action.HELP, Action.EXTEND, Action.AWAY, Action.HIGHLIGHT}
"""Where other questions are asked; what is typed there is for other tests."""


class Walk:
    """Ada, what she has sent, and every button that has been in her chat."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town, self.ada, self.boris = town, town.chats[ADA], town.chats[BORIS]
        self.chance = random.Random(seed)  # noqa: S311 -- a walk that can be walked again
        self.ever: dict[str, Seen] = {}
        self.sent: list[tuple[Question, Seen, str]] = []
        self.revisions = 0
        self.story: list[str] = []

    async def begins(self) -> None:
        self.ledger = Ledger(await self.report())
        await self.does(lambda: self.ada.phone.sends("/report"), "/report")

    async def report(self) -> WorkingReport:
        return await self.town.working(ROADS)

    async def contents(self) -> dict[int, EntryContent]:
        return {entry.entry_id: entry.content for entry in (await self.report()).entries}

    async def asked(self) -> Question | None:
        def look(session: Session) -> Question | None:
            query = select(Conversation).join(Person, col(Person.id) == Conversation.person_id)
            return open_question(session.exec(query.where(Person.user_id == ADA)).one())

        return await self.town.reads(look)

    async def does(self, deed: Callable[[], object], told: str) -> list[Seen]:
        """The deed, and that it is answered: something is shown, or a tap says something."""
        self.story.append(told)
        self.town.clock.advance(timedelta(seconds=5))
        toasts = len(self.ada.phone.toasts)
        deed()
        await self.town.answers()
        news = self.ada.news()
        assert self.ada.phone.unanswered == [], "a button still spins"
        assert news or len(self.ada.phone.toasts) > toasts, "silence"
        for message in self.ada.phone.chat:
            for row in message.buttons:
                self.ever |= {button.data: message for button in row if button.data}
        return news

    # ── taps ───────────────────────────────────────────────────────────────────────────────────

    async def taps(self, data: str, on: Seen) -> None:
        press = Press.read(data)
        assert press is not None
        if press.action in LEADS_OUT:
            return
        before = await self.contents()
        await self.does(lambda: self.ada.phone.presses(data, message=on), f"tap {data}")
        await self.looks(before, {press.target})

    async def looks(self, before: dict[int, EntryContent], may_change: set[int]) -> None:
        """Only what was meant has changed; what is filed was confirmed."""
        now = await self.contents()
        for entry_id, content in now.items():
            if content != before[entry_id]:
                assert entry_id in may_change, "another measure has changed"
                self.ledger.notes(entry_id, content)
        revisions = await self.town.revisions(ROADS)
        if len(revisions) > self.revisions:
            assert self.story[-1].startswith("tap v1:fi:"), "filed, and nobody has confirmed it"
            self.ledger.assert_filed(revisions[-1].entries)
        self.revisions = len(revisions)

    async def taps_what_is_offered(self) -> None:
        offered = [(b.data, self.ada.card) for row in self.ada.card.buttons for b in row if b.data]
        await self.taps(*self.chance.choice(offered))

    async def taps_an_old_one(self) -> None:
        data = self.chance.choice(list(self.ever))
        await self.taps(data, self.ever[data])

    async def taps_on_both_phones(self) -> None:
        card = self.ada.card
        data = self.chance.choice([b.data for row in card.buttons for b in row if b.data])
        await self.taps(data, card)
        once, revisions = await self.contents(), self.revisions
        await self.taps(data, card)
        assert await self.contents() == once
        assert self.revisions == revisions

    async def somebody_else_taps(self) -> None:
        """Boris is of another unit: what Ada's buttons carry is no right of his."""
        data = self.chance.choice(list(self.ever))
        before = await self.contents()
        self.story.append(f"Boris: {data}")
        self.boris.phone.presses(data)
        await self.town.answers()
        self.boris.news()
        assert self.boris.phone.unanswered == []
        assert await self.contents() == before
        assert len(await self.town.revisions(ROADS)) == self.revisions

    # ── words ──────────────────────────────────────────────────────────────────────────────────

    async def types(self) -> None:
        asked = await self.asked()
        if asked is None or asked.step is Step.STANDS:
            return
        words, before = self.ledger.plain_words(asked.step), await self.contents()
        messages: list[Seen] = []
        await self.does(
            lambda: messages.append(self.ada.phone.sends(words)), f"{asked.step}: {words}"
        )
        now = await self.contents()
        if now[asked.entry_id] == before[asked.entry_id]:
            assert asked.step in {Step.FIGURE, Step.EXPLAIN}, "words are not taken"
        else:
            self.ledger.hears(asked, words, now[asked.entry_id])
            self.sent.append((asked, messages[0], words))
        await self.looks(before, {asked.entry_id})

    async def edits(self) -> None:
        """On the phone where it was written, or on the other: the answer is what it says now."""
        standing = [
            (place, asked, message, words)
            for place, (asked, message, words) in enumerate(self.sent)
            if asked.step in {*FIELD, Step.STATUS}
            and self.ledger.stands_in(asked.entry_id, words) is not None
        ]
        if not standing or self.revisions:  # a filed one opens a correction: `test_edited_messages`
            return
        place, asked, message, words = self.chance.choice(standing)
        new, before = self.ledger.plain_words(asked.step), await self.contents()
        await self.does(lambda: self.ada.phone.edits(message, new), f"edit {words} -> {new}")
        now = await self.contents()
        self.ledger.hears_instead(asked, words, new, now[asked.entry_id])
        self.sent[place] = (asked, message, new)
        await self.looks(before, {asked.entry_id})

    async def starts_anew(self) -> None:
        self.story.append("kill")
        before = await self.contents()
        await self.town.kill()
        assert await self.contents() == before

    async def asks_for_the_list(self) -> None:
        await self.does(lambda: self.ada.phone.sends("/report"), "/report")

    # ── the end ────────────────────────────────────────────────────────────────────────────────

    async def files(self) -> None:
        """In the middle of it all, once enough was said; old buttons stand above it still."""
        if len(self.story) > ENOUGH and not self.revisions:
            await self.finishes()

    async def corrects(self) -> None:
        if self.revisions and (await self.report()).state is ReportState.FILED:
            press = Press(Action.CORRECT, (await self.report()).report_id)
            await self.taps(press.data(), self.ada.card)
            before = await self.contents()
            await self.does(lambda: self.ada.phone.sends("漏了一句，补上。"), "why")
            assert (await self.report()).state is ReportState.FILLING
            await self.looks(before, set())

    async def finishes(self) -> None:
        """By what is offered and plain words the report is filed, as it is shown before."""
        if (await self.report()).state is ReportState.FILED:
            return
        await self.asks_for_the_list()
        for _ in range(60):
            asked = await self.asked()
            presses = [Press.read(b.data) for row in self.ada.card.buttons for b in row if b.data]
            offered = {one.action: one for one in reversed(presses) if one}
            if asked is not None and asked.step is Step.STATUS:
                on_track = next(
                    one
                    for one in presses
                    if one and (one.action, one.argument) == (Action.STATUS, EntryStatus.ON_TRACK)
                )
                await self.taps(on_track.data(), self.ada.card)
            elif asked is not None and asked.step is Step.STANDS:
                await self.taps(offered[Action.PROBLEM_STANDS].data(), self.ada.card)
            elif asked is not None:
                await self.types()
            elif Action.FILE in offered:
                await self.reads_and_files(offered[Action.FILE])
                return
            elif Action.CORRECT_DROP in offered and Action.PREVIEW not in offered:
                return  # nothing was changed since it was filed
            elif next_entry(await self.report()) and Action.ENTRY in offered:
                await self.taps(offered[Action.ENTRY].data(), self.ada.card)
            elif Action.PREVIEW in offered:
                await self.taps(offered[Action.PREVIEW].data(), self.ada.card)
            else:
                await self.asks_for_the_list()
        raise AssertionError("a dead end: the report cannot be filed from here")

    async def reads_and_files(self, press: Press) -> None:
        preview, revisions = self.ada.card, self.revisions
        full = Press(Action.FULL, press.target).data()
        whole = await self.does(lambda: self.ada.phone.presses(full, message=preview), "full text")
        self.ledger.assert_shown(
            Message(escape(preview.text)), [Message(escape(one.text)) for one in whole]
        )
        await self.taps(press.data(), preview)
        assert self.revisions > revisions, "it is not filed"


async def plays(town: Town, seed: int) -> None:
    walk = Walk(town, seed)
    await walk.begins()
    deeds = [
        *[walk.taps_what_is_offered] * 5,
        *[walk.types] * 6,
        *[walk.taps_an_old_one] * 3,
        *[walk.taps_on_both_phones] * 2,
        *[walk.edits] * 2,
        walk.somebody_else_taps,
        walk.starts_anew,
        walk.asks_for_the_list,
        walk.files,
        *[walk.corrects] * 2,
    ]
    try:
        for _ in range(DEEDS):
            await walk.chance.choice(deeds)()
        await walk.finishes()
    except AssertionError:
        print("\n".join(walk.story), walk.ada.phone.transcript(), sep="\n")  # noqa: T201
        raise
    finally:
        town.reads_all()


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_tapped_and_typed_what_is_filed_is_what_was_said(
    town: Town, seed: int
) -> None:
    await plays(town, seed)


async def test_words_that_are_filed_otherwise_than_they_were_said_are_seen(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(entry: ReportEntry) -> EntryContent:
        content = as_filed(entry)
        return replace(content, text=content.text[:5])

    for module in (dialog.filed, dialog.cards):
        monkeypatch.setattr(module, "as_filed", cut)
    with pytest.raises(AssertionError):
        await plays(town, 1)
