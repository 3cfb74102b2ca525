"""Kill -9 at random moments while three people report. What was asked twice, is counted."""

import random
import re
import sys
import time
from collections import Counter
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.chases import Reminder
from models.cycles import Report, Revision
from models.delivery import InboxRow, InboxState, OutboxRow, OutboxState
from models.filing import filed_content
from sandbox import Delay, Person
from tests.command_line.rehearsal import Rehearsal, joins, newest_card, sending, working
from tests.factories import at
from tests.models.samples import PARKS, ROADS, WATER, assigned, load
from texts import plain
from vocabulary.plan import AssignedUnit
from vocabulary.terms import EntryStatus, Role

UNITS = (ROADS, WATER, PARKS)
MEASURES = tuple(
    assigned(str(number), *(AssignedUnit(unit, Role.RESPONSIBLE) for unit in UNITS))
    for number in range(1, 21)
)
CORRECT = plain("zh-CN", "button-correct")
"""The button that only a receipt has."""

KILLS = 10
MOST_KILLS = 20  # where a loaded machine gets so little done that none hits a message under way
LONGER = 4.0  # seconds that it is left then
SLOW = 0.04  # seconds that Telegram takes for a message, so that kills do hit one under way
PATIENCE = 8.0
"""Seconds after which a person who hears nothing sends /report; then after twice as long."""


class Filer:
    """Answers each question once, and looks up again only when something new stands there.

    said: measure → the words that were sent for it. seen_saved: those told as answered since.
    thinks: at most so many seconds before each answer.
    """

    thinks = 0.15

    def __init__(self, phone: Person, unit: str, chance: random.Random) -> None:
        self.phone = phone
        self.unit = unit
        self.said: dict[str, str] = {}
        self.seen_saved: set[str] = set()
        self.has_filed = False
        self.asked_again = 0
        self._patience = PATIENCE
        self._chance = chance
        self._answered = ""
        self._anything_after = 0
        self._asked_for = ""
        self._acts_at = 0.0
        self._acted_at = time.monotonic()

    def acts(self) -> None:
        now = time.monotonic()
        self.has_filed = any(CORRECT in message.labels for message in self.phone.chat)
        card = newest_card(self.phone)
        is_new = card is not None and (
            card.text != self._answered or card.message_id > self._anything_after > 0
        )
        if self.has_filed or now < self._acts_at:
            return
        if card is not None and is_new:
            self._answers(card.text, card.labels)
            self._answered, self._anything_after, self._patience = card.text, 0, PATIENCE
        elif now - self._acted_at > self._patience:
            self.asked_again += 1
            self._patience *= 2
            self._anything_after = self.phone.chat[-1].message_id
            self.phone.sends("/report")
        else:
            return
        self._acted_at = now
        self._acts_at = now + self._chance.uniform(0, self.thinks)

    def _answers(self, text: str, labels: list[str]) -> None:
        if plain("zh-CN", "ask-text", when="7月份") not in text:
            self._notes_saved(text)
            self.phone.taps(self._next(labels))
            return
        number = re.findall(r"^(\d+)　", text, re.MULTILINE)[-1]
        if number in self.said:  # a copy of the question; were the answer lost, it would show
            return
        self._notes_saved(text)
        self.said[number] = f"{self.phone.user.name}: {self._chance.getrandbits(40):x}"
        self._asked_for = number
        self.phone.sends(self.said[number])

    def _notes_saved(self, text: str) -> None:
        """Only where it stands as answered: a list may also answer an earlier tap."""
        if self._asked_for and re.search(rf"^● {self._asked_for}　", text, re.MULTILINE):
            self.seen_saved.add(self._asked_for)
            self._asked_for = ""

    def _next(self, labels: list[str]) -> str:
        wanted = (
            plain("zh-CN", "status-on_track"),
            plain("zh-CN", "button-file"),
            plain("zh-CN", "button-start"),
            plain("zh-CN", "button-begin", number="*").rstrip("*"),
            plain("zh-CN", "button-continue", number="*").rstrip("*"),
            plain("zh-CN", "button-preview-file"),
        )
        return next(label for want in wanted for label in labels if label.startswith(want))


@pytest.mark.long
@pytest.mark.parametrize("seed", [2022])
def test_killed_again_and_again_nothing_is_lost_and_nothing_done_twice(
    rehearsal: Rehearsal, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 -- moments, not secrets
    faults = rehearsal.server.sandbox.faults
    for method in ("sendMessage", "editMessageText", "sendDocument"):
        faults.next(method, Delay(SLOW), times=100_000)
    rehearsal.terminal.types("database", "create", "--rehearsal")
    rehearsal.terminal.reads(lambda s, office: load(s, office, MEASURES))
    filers = [
        Filer(joins(rehearsal, name, unit), unit, chance)
        for name, unit in zip(("Ada", "Boris", "Clara"), UNITS, strict=True)
    ]
    rehearsal.leaps_to(at(1, 8, 59) + timedelta(seconds=58))
    kills = hits = 0
    while kills < KILLS or (not hits and kills < MOST_KILLS):
        rehearsal.by_webhook() if kills % 3 == 2 else rehearsal.by_polling()
        rehearsal.starts()
        all_act(filers, seconds=chance.uniform(0.2, 1.4) if kills < KILLS else LONGER)
        rehearsal.kills()
        kills += 1
        hits += rehearsal.terminal.reads(lambda s, _office: sending(s))
        for filer in filers:
            assert_saved(rehearsal, filer)
    rehearsal.by_polling()
    rehearsal.starts()
    for filer in filers:
        filer.thinks = 0
    all_act(filers, seconds=180)
    assert all(filer.has_filed for filer in filers)
    rehearsal.waits(lambda: rehearsal.terminal.reads(lambda s, _office: waiting(s)) == 0)
    assert rehearsal.ends() == 0

    rehearsal.terminal.reads(lambda s, _office: assert_done_once(s, rehearsal, filers))
    assert hits > 0
    copies = copies_in_chats(rehearsal)
    asked_again = sum(filer.asked_again for filer in filers)
    sys.stdout.write(
        f"{kills} kills, {hits} messages under way then: {copies} copies beyond the first, "
        f"{asked_again} times somebody had to ask again\n"
    )
    assert copies <= hits


def all_act(filers: list[Filer], *, seconds: float) -> None:
    """Everybody goes on for so long, or until all have filed."""
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at and not all(filer.has_filed for filer in filers):
        for filer in filers:
            filer.acts()
        time.sleep(0.005)


def assert_saved(rehearsal: Rehearsal, filer: Filer) -> None:
    """What the person was shown as saved is in the tables of the dead process."""
    if not filer.seen_saved:
        return
    stored = {e.measure.number: e.content.text for e in working(rehearsal, filer.unit).entries}
    assert {number: stored[number] for number in filer.seen_saved} == {
        number: filer.said[number] for number in filer.seen_saved
    }


def waiting(session: Session) -> int:
    rows = session.exec(
        select(OutboxRow).where(OutboxRow.state.in_((OutboxState.DUE, OutboxState.SENDING)))  # type: ignore[attr-defined]
    )
    return len(list(rows))


def assert_done_once(session: Session, rehearsal: Rehearsal, filers: list[Filer]) -> None:
    journal = rehearsal.server.sandbox.journal
    inbox = list(session.exec(select(InboxRow)))
    assert {row.update_id for row in inbox} == {update.update_id for update in journal.updates}
    assert {row.state for row in inbox} == {InboxState.DONE}
    assert [row.incident for row in inbox if row.incident] == []

    assert len(list(session.exec(select(Report)))) == len(filers)
    revisions = list(session.exec(select(Revision)))
    assert len(revisions) == len(filers)
    filed = {report.unit: report for report in map(filed_content, revisions)}
    for filer in filers:
        entries = filed[filer.unit].entries
        assert {e.measure.number: e.content.text for e in entries} == filer.said
        assert {e.content.status for e in entries} == {EntryStatus.ON_TRACK}

    reminders = Counter(
        (row.chase_id, row.rung, row.occurrence, row.contact_id)
        for row in session.exec(select(Reminder))
    )
    assert set(reminders.values()) == {1}
    for filer in filers:
        pings = [m for m in filer.phone.chat if plain("zh-CN", "button-start") in m.labels]
        assert len(pings) <= 1
        assert any(message.attachment for message in filer.phone.chat)
    assert OutboxState.DEAD not in {row.state for row in session.exec(select(OutboxRow))}


def copies_in_chats(rehearsal: Rehearsal) -> int:
    """Messages that came more than once: same chat, words and buttons. No question recurs here."""
    shown = Counter(
        (
            call.method,
            call.params["chat_id"],
            call.params.get("text") or call.params.get("caption"),
            call.params.get("reply_markup"),
        )
        for call in rehearsal.accepted("sendMessage", "sendDocument")
    )
    return sum(count - 1 for count in shown.values())
