"""Conversations as their people saw them, step by step, in Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.demo.performance import Performance
from bot.demo.story import ZONE
from sandbox import Event, Message
from sandbox.people import Actor
from texts import plain
from texts.wording import day_name
from vocabulary.terms import SIGNATORIES, ContactKind

TRANSCRIPTS = "transcripts/"
"""The folder of those that are kept in the docs."""

_START_TOKEN = re.compile(r"(/start |\?start=|/mail )[A-Za-z0-9_-]+")
_MEANS_SOMETHING = re.compile(r"[\\`*<]|^(?:[-+#>]|\d+(?=[.)]))")


def chats(played: Performance, language: str) -> Iterator[tuple[str, str]]:
    """By file name: the coordinator's, and those of the units that the story shows."""
    crew, story = played.crew, played.story
    office = plain(language, "kind-coordinator")
    yield f"chat-{office}.md", conversation(language, crew.coordinator, office)
    liaison, deputy = (
        plain(language, f"kind-{kind}") for kind in (ContactKind.LIAISON, ContactKind.DEPUTY)
    )
    for unit, name in story.transcripts.items():
        actor = crew.liaisons[unit]
        yield f"{TRANSCRIPTS}{name}.md", conversation(language, actor, unit + liaison)
    for unit in story.shown:
        yield f"chat-{unit}.md", conversation(language, crew.liaisons[unit], unit + liaison)
        stands_in = crew.deputies.get(unit)
        if stands_in is not None and stands_in.drafts:
            yield f"chat-{unit}-{deputy}.md", conversation(language, stands_in, unit + deputy)
        for kind in SIGNATORIES:
            signs = crew.leaders.get((unit, kind))
            if signs is not None and signs.drafts:
                leader = plain(language, f"kind-{kind}")
                yield f"chat-{unit}-{leader}.md", conversation(language, signs, unit + leader)
    colleague = plain(language, "demo-chat-colleague")
    unit = story.thread.unit
    title = plain(language, "demo-chat-colleague-of", unit=unit)
    yield f"chat-{unit}-{colleague}.md", conversation(language, crew.helper, title)


@dataclass
class _Block:
    """One message as it read from a moment on.

    what: has become of it, where it is not simply sent. pressed: the buttons that were then tapped.
    """

    at: datetime
    who: str
    what: str
    lines: Sequence[str]
    message: Message | None = None
    pressed: list[str] = field(default_factory=list)


def conversation(language: str, actor: Actor, title: str) -> str:
    """The chat of one person under the title, with a heading for each day.

    Without the tokens of links, which are new in every run and good for nothing.
    """
    name = actor.phone.user.name
    parts = [plain(language, "demo-chat-title", who=title, name=name)]
    day: date | None = None
    for block in _blocks(language, actor.phone.events):
        local = block.at.astimezone(ZONE)
        if local.date() != day:
            day = local.date()
            parts.append(f"## {day_name(language, day)}")
        parts.append(f"**{block.who}**　{local:%H:%M}{block.what}")
        parts.append("\n".join(_quoted(block)))
    return _START_TOKEN.sub(_hidden, "\n\n".join(parts) + "\n")


def _blocks(language: str, events: Sequence[Event]) -> list[_Block]:
    """Every step but the one in which a message only loses its buttons; a tap marks its button."""
    blocks: list[_Block] = []
    newest: dict[int, _Block] = {}
    for event in events:
        message = event.message
        match event.what:
            case "tapped" if message is not None:
                newest[message.message_id].pressed.append(event.text)
            case "sent" | "edited" if message is not None:
                before = newest.get(message.message_id)
                if before is not None and not message.buttons and _same(before, message):
                    continue
                key = "demo-chat-edited" if message.from_bot else "demo-chat-changed"
                what = plain(language, key) if event.what == "edited" else ""
                block = _Block(event.at, event.who, what, _words(message), message)
                newest[message.message_id] = block
                blocks.append(block)
            case "toast":
                what = plain(language, "demo-chat-popup")
                blocks.append(_Block(event.at, event.who, what, event.text.split("\n")))
            case "deleted" if message is not None:
                what = plain(language, "demo-chat-deleted")
                blocks.append(_Block(event.at, event.who, what, _words(message)[:1]))
    return blocks


def _same(before: _Block, message: Message) -> bool:
    return before.lines == _words(message)


def _words(message: Message) -> list[str]:
    """What it says, without its buttons."""
    return list(message.lines())[: -len(message.buttons) or None]


def _quoted(block: _Block) -> Iterator[str]:
    """As a quotation in Markdown, a row of buttons a line below; a tapped one is marked."""
    for line, after in zip(block.lines, [*block.lines[1:], ""], strict=True):
        ending = "\\" if line and after else ""
        yield f"> {_escaped(line)}{ending}".rstrip()
    rows = block.message.buttons if block.message is not None else ()
    if rows:
        yield ">"
    for place, row in enumerate(rows, start=1):
        ending = "\\" if place < len(rows) else ""
        yield f"> {' '.join(_button(b.text, block.pressed) for b in row)}{ending}"


def _button(label: str, pressed: Sequence[str]) -> str:
    shown = label.replace("`", "'")
    return f"**`▶ {shown}`**" if label in pressed else f"`{shown}`"


def _escaped(line: str) -> str:
    return _MEANS_SOMETHING.sub(_marked, line)


def _marked(found: re.Match[str]) -> str:
    """The sign taken for itself; of a number at the beginning, the stop behind it."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _hidden(found: re.Match[str]) -> str:
    return "/start" if found[1] == "/start " else f"{found[1]}…"
