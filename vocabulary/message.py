"""A message as a value: what a card shows and which buttons it has."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Button:
    """Either `data` (at most 64 bytes, comes back as it is) or `url` is set."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Telegram HTML, at most 4096 characters as shown; the values in it are escaped already.

    quiet: it rings no phone.
    once_done: what of it is still true once what it asks for is done; empty where all of it is.
    put_aside: it shows no buttons while something else asks; they come back when its turn does.
    asked_next: a line at its end, as Telegram HTML, on what will be asked after it.
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    quiet: bool = False
    once_done: str = ""
    put_aside: bool = False
    asked_next: str = ""

    @property
    def whole(self) -> str:
        """All that it says now."""
        return f"{self.html}\n\n{self.asked_next}" if self.asked_next else self.html

    @property
    def keyboard(self) -> tuple[tuple[Button, ...], ...]:
        """The buttons that it shows now."""
        return () if self.put_aside else self.buttons


@dataclass(frozen=True, slots=True)
class Showing:
    """When a state of a slot was first on the screen. in_place: as an edit of a known message.

    message_id, at: None while it waits to be sent. is_unsure: it may have arrived before that.
    """

    asked_at: datetime
    message_id: int | None = None
    at: datetime | None = None
    in_place: bool = False
    is_unsure: bool = False
