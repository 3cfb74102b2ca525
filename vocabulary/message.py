"""A message as a value: what a card shows and which buttons it has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """Either `data` (at most 64 bytes, comes back as it is) or `url` is set."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Telegram HTML, at most 4096 characters as shown; the values in it are escaped already."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
