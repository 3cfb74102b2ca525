"""What loading would change, in words: a line for each thing."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from texts import plain
from texts.wording import listed, number
from vocabulary.change import Change, Fact
from vocabulary.terms import Ask, ContactKind, Direction, ForcePost, Role

_AROUND = 12  # characters that are shown before the place where two long texts part
_SHOWN = 40  # characters of a long text that are shown in all


def difference_lines(changes: Iterable[Change], language: str) -> list[str]:
    """Plain text, in the order of the changes."""
    return [_line(change, language) for change in changes]


def _line(change: Change, language: str) -> str:
    facts = {name: _shown(value, language) for name, value in change.facts.items()}
    if {"before", "after"} <= change.facts.keys():
        facts |= _apart(facts["before"], facts["after"])
    if isinstance(field := change.facts.get("field"), str):
        facts["field"] = plain(language, f"registry-col-{field}")
    if isinstance(item := change.facts.get("item"), str):
        facts["item"] = plain(language, f"registry-item-{item}")
        if item in {"frequency", "period"}:
            facts |= {
                side: plain(language, f"registry-{item}-{change.facts[side]}")
                for side in ("before", "after")
                if change.facts[side]
            }
    words = plain(language, change.text_key, **facts)
    if change.measure:
        return plain(language, "change-of-measure", number=change.measure, words=words)
    if change.text_key.startswith("change-indicator"):
        return plain(language, "change-of-plan", words=words)
    return words


def _shown(value: Fact, language: str) -> str:
    if value is None or value in ("", ()):
        return plain(language, "change-nothing")
    if isinstance(value, StrEnum):
        return _word(value, language)
    match value:
        case bool():
            return plain(language, "registry-yes" if value else "registry-no")
        case tuple():
            return listed(language, value)
        case Decimal():
            return number(value)
        case _:
            return " ".join(str(value).split())


def _word(word: StrEnum, language: str) -> str:
    keys = {
        Role: f"role-{word}",
        Ask: f"registry-ask-{word}",
        ContactKind: f"kind-{word}",
        ForcePost: f"force-post-{word}",
        Direction: f"registry-direction-{word}",
    }
    key = keys.get(type(word))
    return plain(language, key) if key else word.value


def _apart(before: str, after: str) -> dict[str, str]:
    """Two texts, or the part of each where they begin to differ, when they are long."""
    if max(len(before), len(after)) <= _SHOWN:
        return {"before": before, "after": after}
    pairs = enumerate(zip(before, after, strict=False))
    parts_at = next((at for at, (a, b) in pairs if a != b), min(len(before), len(after)))
    start = max(0, parts_at - _AROUND)
    return {"before": _cut(before, start), "after": _cut(after, start)}


def _cut(text: str, start: int) -> str:
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
