"""Brackets of every width and shape: pairing, splitting outside them, mending strays."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

OPENING = "（([［〔【〖〈{｛"
CLOSING = "）)]］〕】〗〉}｝"
_ROUND = str.maketrans(OPENING + CLOSING, "（" * len(OPENING) + "）" * len(CLOSING))
_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_SENTENCE_END = "。！？；!?;"


@dataclass(frozen=True, slots=True)
class Brackets:
    """Positions in a text: the pairs in order of their opening, and what has no partner."""

    pairs: tuple[tuple[int, int], ...]
    lone_openings: tuple[int, ...]
    lone_closings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mending:
    """What was changed: the words as read and as mended."""

    before: str
    after: str


def round_brackets(text: str) -> str:
    """The text with every bracket written as （ or ）, so that 各镇[街道] is 各镇（街道）."""
    return text.translate(_ROUND)


def depth_change(text: str) -> int:
    """How many brackets `text` leaves open; negative when it closes more than it opens."""
    return sum(1 if sign in OPENING else -1 for sign in _BRACKET.findall(text))


def find_brackets(text: str) -> Brackets:
    """Pairs regardless of width and shape, since one pair often mixes them."""
    pairs, open_at, lone_closings = [], [], []
    for found in _BRACKET.finditer(text):
        if found[0] in OPENING:
            open_at.append(found.start())
        elif open_at:
            pairs.append((open_at.pop(), found.start()))
        else:
            lone_closings.append(found.start())
    return Brackets(tuple(sorted(pairs)), tuple(open_at), tuple(lone_closings))


def split_outside(text: str, separators: str) -> list[str]:
    """Parts between `separators` that stand outside brackets; empty parts are left out."""
    parts, start, depth = [], 0, 0
    for at, sign in enumerate(text):
        if sign in OPENING:
            depth += 1
        elif sign in CLOSING:
            depth -= 1
        elif sign in separators and depth <= 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:])
    return [part for part in parts if part]


def mend(text: str, is_clause: Callable[[str], bool]) -> tuple[str, tuple[Mending, ...]]:
    """Put right the brackets that keep a responsibility clause from being seen.

    Three faults are known: a stray bracket that closes a clause too early, as in
    (甲)有关成员单位负责); a clause without its opening bracket; one without its closing bracket.
    `is_clause` judges what would stand inside. Everything else is left as it is.
    """
    brackets = find_brackets(text)
    mendings: list[Mending] = []
    pieces: list[str] = []
    done = 0

    def replace(start: int, end: int, after: str) -> None:
        nonlocal done
        mendings.append(Mending(text[start:end], after))
        pieces.extend((text[done:start], after))
        done = end

    for closing in brackets.lone_closings:
        sentence = 1 + max(text.rfind(sign, done, closing) for sign in _SENTENCE_END)
        start = max(sentence, done)
        early = [pair for pair in brackets.pairs if start <= pair[0] and pair[1] < closing]
        opened, closed = max(early, key=itemgetter(1), default=(closing, closing))
        if early and is_clause(text[opened + 1 : closed] + text[closed + 1 : closing]):
            replace(opened, closing + 1, text[opened:closed] + text[closed + 1 : closing + 1])
        elif is_clause(text[start:closing]):
            replace(start, closing + 1, f"（{text[start : closing + 1]}")
    for opening in brackets.lone_openings:
        rest = text[opening + 1 :].rstrip(_SENTENCE_END)
        if opening >= done and is_clause(rest):
            replace(opening, len(text), f"{text[opening]}{rest}）")
    pieces.append(text[done:])
    return "".join(pieces), tuple(mendings)
