"""Fits words and buttons into a message: Telegram's numbers stand here."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from dialog.press import Press
from texts import Value, plain
from vocabulary.message import Button, Message

MESSAGE_LIMIT = 4096
"""Characters of a message as shown, markup not counted."""

ROW_WIDTH = 36
"""Half-width characters of button text that a phone shows side by side, all buttons together."""

_TAG = re.compile(r"<[^>]*>")

Rows = tuple[tuple[Button, ...], ...]


def button(language: str, key: str, press: Press, /, **values: Value) -> Button:
    """A button whose text is in the catalogue."""
    return Button(plain(language, key, **values), press.data())


def cut(text: str, length: int) -> str:
    """At most `length` characters on one line, with … where something is left out."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def even_share(lengths: Iterable[int], room: int) -> int:
    """The most characters that each of several texts may take, so that all fit into the room."""
    left, longest = sorted(lengths), 0
    while left and left[0] * len(left) <= room:
        longest = left.pop(0)
        room -= longest
    return room // len(left) if left else longest


def shown_length(markup: str) -> int:
    """Characters of Telegram HTML as shown."""
    return len(html.unescape(_TAG.sub("", markup)))


def pieces(text: str, length: int) -> list[str]:
    """The whole text in parts of at most `length` characters, between lines where it can be."""
    parts: list[str] = []
    rest = text
    while len(rest) > length:
        at = rest.rfind("\n", 0, length) + 1 or length
        parts.append(rest[:at].rstrip("\n"))
        rest = rest[at:]
    return [part for part in (*parts, rest) if part] or [""]


def rows(buttons: Iterable[Button], *, width: int = ROW_WIDTH) -> Rows:
    """Buttons side by side as far as their texts fit."""
    packed: list[list[Button]] = []
    used = 0
    for button in buttons:
        wide = sum(2 if ord(char) > 0x2E7F else 1 for char in button.text) + 2
        if packed and used + wide <= width:
            packed[-1].append(button)
            used += wide
        else:
            packed.append([button])
            used = wide
    return tuple(tuple(row) for row in packed)


def page_row(page: int, pages: int, press: Callable[[int], Press]) -> Rows:
    """‹ 1/4 › below a list, around the ends; nothing where there is one page only."""
    if pages == 1:
        return ()
    places = (("‹", (page - 1) % pages), (f"{page + 1}/{pages}", page), ("›", (page + 1) % pages))
    return (tuple(Button(text, press(to).data()) for text, to in places),)


def messages(blocks: Sequence[Sequence[str]], *, buttons: Rows = ()) -> list[Message]:
    """Blocks of lines as few messages, parted between blocks, and within one only if it must be.

    Every line is markup of its own and fits a message. The buttons stand under the last.
    """
    texts: list[str] = []
    for block in blocks:
        whole = "\n".join(block)
        for part in [whole] if shown_length(whole) <= MESSAGE_LIMIT else list(block):
            glue = "\n\n" if part is whole else "\n"
            joined = texts[-1] + glue + part if texts else part
            if texts and shown_length(joined) <= MESSAGE_LIMIT:
                texts[-1] = joined
            else:
                texts.append(part)
    return [
        Message(text, buttons if place == len(texts) - 1 else ())
        for place, text in enumerate(texts)
    ]


def parted(markup: str, *, buttons: Rows = ()) -> list[Message]:
    """One text as few messages, parted between lines, or in a long list between two names."""
    return messages([list(_lines_that_fit(markup))], buttons=buttons)


def _lines_that_fit(markup: str) -> Iterator[str]:
    """Lines of markup of their own: what a tag holds together stays so."""
    line = ""
    for more in markup.split("\n"):
        line = f"{line}\n{more}" if line else more
        if line.count("</") < len(_OPENS.findall(line)):
            continue
        yield from [line] if "<" in line else _between_names(line)
        line = ""
    if line:
        yield line


_OPENS = re.compile(r"<[a-z]")


def _between_names(line: str) -> Iterator[str]:
    names = re.split(r"(?<=[、,])", line)
    for part in parts_that_fit(names, "".join):
        yield "".join(part)


_Thing = TypeVar("_Thing")


def parts_that_fit(
    things: Sequence[_Thing], written: Callable[[Sequence[_Thing]], str]
) -> list[list[_Thing]]:
    """In their order, each part as much as fits a message. written: the markup of several."""
    if shown_length(written(things)) <= MESSAGE_LIMIT:
        return [list(things)]
    parts: list[list[_Thing]] = []
    for one in things:
        if parts and shown_length(written([*parts[-1], one])) <= MESSAGE_LIMIT:
            parts[-1].append(one)
        else:
            parts.append([one])
    return parts
