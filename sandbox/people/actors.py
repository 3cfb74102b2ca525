"""What all simulated people have in common: a phone, a moment to act, and expectations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sandbox.messages import Message
from sandbox.people.errands import Deeds, Errand, Sending, Stamping, Tapping
from sandbox.people.screens import Kind, Screen, read
from sandbox.person import Person
from sandbox.scanner import as_photo, code_in, signed_page


class Puzzled(Exception):
    """A person does not understand what the bot did. The text holds the whole conversation."""

    def __init__(self, phone: Person, why: str) -> None:
        super().__init__(f"{phone.user.name}: {why}\n\n{phone.transcript(steps=True)}")


@dataclass
class Team:
    """The people of one unit talk with each other: that the report is filed is known to all.

    month: the one reported on, 1 to 12; 0 before the first.
    has_filed: at least once; a returned report is filed no more, and still has been.
    exempt: the unit was told that it need not report, and not yet that it has to again.
    """

    unit: str
    month: int = 0
    filed: bool = False
    has_filed: bool = False
    exempt: bool = False

    def begins(self, month: int) -> None:
        """The report of another month is new to all of them, whoever hears of it first."""
        if self.month and month > self.month:
            self.filed = self.has_filed = False
        self.month = max(self.month, month)


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did in the chat. answers: it answered a question of the report."""

    at: datetime
    what: str
    answers: bool


class Actor:
    """Somebody with a phone, who goes on with what they are at, and runs errands beside it."""

    expects: frozenset[Kind] = frozenset()
    expects_to_pop_up: tuple[str, ...] = ()
    """Patterns, each of a whole one."""

    def __init__(self, phone: Person, *, zone: tzinfo, errands: Sequence[Deeds] = ()) -> None:
        self.phone = phone
        self.zone = zone
        self.diary: list[Deed] = []
        self._goes_on_at: datetime | None = None
        self._errands = sorted(errands, key=lambda errand: errand.at)
        self._expected: Kind | None = None
        self._waits_for_an_answer = ""
        self._toasts_seen = 0

    @property
    def wakes_at(self) -> datetime | None:
        """When they will act next by themselves."""
        errand_at = self._errands[0].at if self._errands else None
        return min((at for at in (self._goes_on_at, errand_at) if at is not None), default=None)

    def joins(self, payload: str = "") -> None:
        """Presses Start, with what the invitation's link carries."""
        self.phone.starts(payload)

    def opens(self, link: str) -> None:
        """Comes by a link that somebody has passed on."""
        self.phone.opens(link)

    def looks(self, now: datetime) -> None:
        """Reads everything new. Raises Puzzled when it is nothing that this person expects."""
        for message in self.phone.new_messages():
            screen = read(message)
            if screen is None or screen.kind not in self.expects:
                raise Puzzled(self.phone, f"did not expect this message:\n{message.text}")
            self._waits_for_an_answer = ""
            if screen.kind is self._expected:
                self._expected = None
            self.sees(screen, now.astimezone(self.zone))
        toasts = self.phone.toasts
        for toast in toasts[self._toasts_seen :]:
            known = any(re.fullmatch(one, toast.text) for one in self.expects_to_pop_up)
            if toast.text and not known:
                raise Puzzled(self.phone, f"did not expect this to pop up: {toast.text}")
        self._toasts_seen = len(toasts)
        if self.phone.unanswered:
            raise Puzzled(self.phone, "a button was tapped and still spins")

    def acts(self, now: datetime) -> None:
        """Does one thing. Raises Puzzled when the last one has had no answer."""
        if self._waits_for_an_answer:
            raise Puzzled(self.phone, f"{self._waits_for_an_answer}: nothing came back")
        local = now.astimezone(self.zone)
        if self._errands and self._errands[0].at == self.wakes_at:
            self._runs(self._errands.pop(0), local)
            return
        self._goes_on_at = None
        self.does_next(local)

    def sees(self, screen: Screen, now: datetime) -> None:
        """Takes in one new message."""

    def does_next(self, now: datetime) -> None:
        """Acts on what is on the screen."""

    def _runs(self, errand: Deeds, now: datetime) -> None:
        if self._expected is not None:
            raise Puzzled(self.phone, f"waits for {self._expected}")
        self._expected = errand.expects
        match errand:
            case Errand(says=says):
                self.types(says if isinstance(says, str) else says(self.newest_ledger()), now)
            case Sending(name=name, file=file):
                content = file if isinstance(file, bytes) else file(self.newest_registry())
                self.sends_file(name, content, now)
            case Stamping(draft=draft, seal=seal):
                page = signed_page(code_in(self.received_draft(draft)), seal=seal)
                self.sends_photo(as_photo(page), now)
            case Tapping(label=said):
                label = said if isinstance(said, str) else said(self.phone.last)
                shown = (
                    (message, text)
                    for message in reversed(self.phone.chat)
                    for text in message.labels
                    if text.startswith(label)
                )
                self.taps(*next(shown, (self.phone.last, label)), now)

    def newest_ledger(self) -> bytes:
        """The workbook that came last; only the office gets any."""
        raise Puzzled(self.phone, "has got no workbook")

    def received_draft(self, back: int) -> bytes:
        """The draft that came last, or so many before it; only who files gets any."""
        raise Puzzled(self.phone, f"has got no draft {back}")

    def newest_registry(self) -> bytes:
        """The registry that came last; only the office gets any."""
        raise Puzzled(self.phone, "has got no registry")

    def taps(self, message: Message, label: str, now: datetime, *, answers: bool = False) -> None:
        for row, buttons in enumerate(message.buttons):
            for column, button in enumerate(buttons):
                if button.text == label:
                    self.phone.taps_at(message, row, column)
                    self._did(now, f"[{label}]", answers=answers)
                    return
        raise Puzzled(self.phone, f"there is no button [{label}]")

    def types(self, text: str, now: datetime, *, answers: bool = False) -> Message:
        sent = self.phone.sends(text)
        self._did(now, text, answers=answers)
        return sent

    def edits(self, message: Message, text: str, now: datetime) -> None:
        """Thinks better of what was answered."""
        self.phone.edits(message, text)
        self._did(now, f"✎ {text}", answers=True)

    def sends_photo(self, content: bytes, now: datetime) -> None:
        self.phone.sends_photo(content)
        self._did(now, "🖼", answers=True)

    def sends_file(self, name: str, content: bytes, now: datetime) -> None:
        self.phone.sends_document(name, content)
        self._did(now, f"📄 {name}", answers=False)

    def _did(self, now: datetime, what: str, *, answers: bool) -> None:
        self.diary.append(Deed(now, what, answers))
        self._waits_for_an_answer = what
