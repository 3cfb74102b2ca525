"""What all simulated people have in common: a phone, a moment to act, and expectations."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from sandbox.messages import Message
from sandbox.people.screens import Kind, Screen, read
from sandbox.person import Person


class Puzzled(Exception):
    """A person does not understand what the bot did. The text holds the whole conversation."""

    def __init__(self, phone: Person, why: str) -> None:
        super().__init__(f"{phone.user.name}: {why}\n\n{phone.transcript(steps=True)}")


@dataclass
class Team:
    """The people of one unit talk with each other: that the report is filed is known to all.

    has_filed: at least once; a returned report is filed no more, and still has been.
    """

    unit: str
    filed: bool = False
    has_filed: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did in the chat. answers: it answered a question of the report."""

    at: datetime
    what: str
    answers: bool


class Actor:
    """Somebody with a phone. `wakes_at`: when they will act next by themselves."""

    expects: frozenset[Kind] = frozenset()
    expects_to_pop_up: frozenset[str] = frozenset()

    def __init__(self, phone: Person, *, zone: tzinfo) -> None:
        self.phone = phone
        self.zone = zone
        self.wakes_at: datetime | None = None
        self.diary: list[Deed] = []
        self._waits_for_an_answer = ""
        self._toasts_seen = 0

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
            self.sees(screen, now.astimezone(self.zone))
        toasts = self.phone.toasts
        for toast in toasts[self._toasts_seen :]:
            if toast.text and toast.text not in self.expects_to_pop_up:
                raise Puzzled(self.phone, f"did not expect this to pop up: {toast.text}")
        self._toasts_seen = len(toasts)
        if self.phone.unanswered:
            raise Puzzled(self.phone, "a button was tapped and still spins")

    def acts(self, now: datetime) -> None:
        """Does one thing. Raises Puzzled when the last one has had no answer."""
        if self._waits_for_an_answer:
            raise Puzzled(self.phone, f"{self._waits_for_an_answer}: nothing came back")
        self.wakes_at = None
        self.does_next(now.astimezone(self.zone))

    def sees(self, screen: Screen, now: datetime) -> None:
        """Takes in one new message."""

    def does_next(self, now: datetime) -> None:
        """Acts on what is on the screen."""

    def taps(self, message: Message, label: str, now: datetime, *, answers: bool = False) -> None:
        for row, buttons in enumerate(message.buttons):
            for column, button in enumerate(buttons):
                if button.text == label:
                    self.phone.taps_at(message, row, column)
                    self._did(now, f"[{label}]", answers=answers)
                    return
        raise Puzzled(self.phone, f"there is no button [{label}]")

    def types(self, text: str, now: datetime, *, answers: bool = False) -> None:
        self.phone.sends(text)
        self._did(now, text, answers=answers)

    def sends_file(self, name: str, content: bytes, now: datetime) -> None:
        self.phone.sends_document(name, content)
        self._did(now, f"📄 {name}", answers=False)

    def _did(self, now: datetime, what: str, *, answers: bool) -> None:
        self.diary.append(Deed(now, what, answers))
        self._waits_for_an_answer = what
