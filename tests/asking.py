"""What of a person's chat asks, as their phone shows it: at any moment one message at most."""

from collections import Counter
from collections.abc import Iterator

from dialog.asking import Part, part_of
from sandbox import Message as Seen
from sandbox import Person as Phone
from vocabulary.message import Button, Message


def asking(phone: Phone) -> list[Seen]:
    """The bot's messages in the chat with a button that answers what they ask."""
    return [message for message in _with_buttons(phone) if _part(message) is Part.ASKS]


def alike(phone: Phone) -> list[Seen]:
    """Those whose buttons stand below another, newer message all the same."""
    seen = [(_presses(message), message) for message in _with_buttons(phone)]
    times = Counter(presses for presses, _ in seen)
    return [message for presses, message in seen if times[presses] > 1]


def _with_buttons(phone: Phone) -> Iterator[Seen]:
    return (message for message in phone.chat if message.from_bot and message.buttons)


def _presses(message: Seen) -> frozenset[str]:
    return frozenset(button.data or "" for row in message.buttons for button in row)


def _part(message: Seen) -> Part:
    rows = tuple(
        tuple(Button(button.text, button.data or "") for button in row) for row in message.buttons
    )
    return part_of(Message(message.text, rows))
