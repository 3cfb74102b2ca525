"""再补一句：… and 前面再加一句：…: words that say where others stand are no part of them."""

import re

from dialog.outcome import appended

_SENTENCE = r"(?:上|进)?(?:一?[句条段点]|几句)(?:话|内容)?"
_LEAD = re.compile(
    r"(?:请|帮我|麻烦|我)*(?P<where>(?:在|把)?最?(?:前面|开头|前)|(?:在)?(?:最后面?|后面|末尾|结尾))?"
    rf"(?:再|还要?|另外?|请)*(?:补充|[加补添]){_SENTENCE}\s*(?:[:：]|(?<=[句话])[,，])\s*(?=\S)"
)


def behind_lead(said: str) -> tuple[str, bool]:
    """The words without what leads to them, and whether they are to stand in front."""
    found = _LEAD.match(said)
    if found is None:
        return said, False
    where = found["where"] or ""
    return said[found.end() :], "前" in where or "开头" in where


def without_lead(said: str) -> str:
    """The words alone, unless they are to stand in front."""
    words, in_front = behind_lead(said)
    return said if in_front else words


def joined(before: str, said: str) -> str:
    """The text with the words that go on with it, where they say that they stand."""
    words, in_front = behind_lead(said)
    return appended(words, before) if before and in_front else appended(before, words)
