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
    """

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    quiet: bool = False
    once_done: str = ""


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
