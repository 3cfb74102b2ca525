"""A strict reader of Telegram HTML: refuses what Telegram might refuse or show otherwise."""

import re

from dialog.press import Press
from vocabulary.message import Message

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<tag>b|i|u|s|code|pre|blockquote)(?: expandable)?>"
    r"|&(?P<entity>amp|lt|gt|quot);|(?P<stray>[<>&])|(?P<words>[^<>&]+)"
)
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def shown(markup: str) -> str:
    """The text as Telegram shows it. Raises ValueError for markup that is not whole."""
    text: list[str] = []
    still_open: list[str] = []
    for found in _TOKEN.finditer(markup):
        if found["stray"]:
            raise ValueError(f"stray {found['stray']}: {markup!r}")
        if found["tag"] and not found["end"]:
            still_open.append(found["tag"])
        elif found["tag"] and (not still_open or still_open.pop() != found["tag"]):
            raise ValueError(f"</{found['tag']}> closes nothing: {markup!r}")
        text.append(_ENTITIES.get(found["entity"] or "", "") + (found["words"] or ""))
    if still_open:
        raise ValueError(f"<{still_open[-1]}> stays open: {markup!r}")
    return "".join(text)


def assert_fit_to_send(message: Message) -> None:
    """Holds the message to everything that Telegram demands, and its buttons to being readable."""
    text = shown(message.html)
    assert text.strip()
    assert len(text) <= 4096
    buttons = [button for row in message.buttons for button in row]
    assert len(buttons) <= 100
    assert all(message.buttons)
    for button in buttons:
        assert button.text.strip()
        assert len(button.data.encode()) <= 64
        assert Press.read(button.data) is not None
