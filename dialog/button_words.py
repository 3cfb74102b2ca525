"""What stands on buttons: whoever types it means the button, and it is nobody's text."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from dialog.follow_ups import TURN_OF_WORD
from dialog.words import CONFIRMING_WORDS, as_word, is_known_word, without_brackets
from texts import LANGUAGES
from texts.catalogue import PLACE, variants

ANSWERING = frozenset(
    {
        "button-same",
        "button-same-done",
        "button-same-figure",
        "button-same-with-problem",
        "button-no-progress",
        "button-no-help",
        "button-no-figure",
        "button-about",
        "button-told",
        "button-likely",
        "button-sum",
        "button-doubt-figure",
        "button-help-from",
    }
)
"""Buttons whose words answer a question as they are typed, or tell a figure."""

_ALSO_SAID = frozenset(
    {
        "全部存入",
        "都存",
        "都存入",
        "全存",
        "保存",
        "不存",
        "放在后面",
        "接在后面",
        "放后面",
        "放前面",
        "放在前面",
        "确认报送",
        "store",
    }
)
"""What people type for a button in other words."""

_COUNTS = frozenset(
    {"at", "count", "done", "number", "numbers", "page", "pages", "place", "problems", "revision"}
)
"""Places in a label that hold a number; every other holds a name, or whatever else."""

_OPEN_WEIGHT = 6
"""What a label with a name in it has of its own: two Chinese characters, or one and a sign."""

_OPEN_LETTERS = 9
"""Likewise of one in letters."""


def button_word(text: str) -> str:
    """The word of a button, also in the brackets in which people quote it."""
    return as_word(text).strip(_AROUND)


_AROUND = ' ‹›«»[]【】〔〕「」“”"●…'

_COUNTED = re.compile(r"\s*(?:[这那第]|\d).*$")
"""What labels count or name: 存入 这 2 项, 取下 1, 继续：18."""


def short_words(label: str) -> Iterator[str]:
    """What is left of a label as it is shown without what it counts or names."""
    word = button_word(label)
    for bare in (without_brackets(word), _COUNTED.sub("", word)):
        short = button_word(bare).rstrip(":")
        if len(short) > 1 and short != word:
            yield short


def is_label(said: str) -> bool:
    """Whether the text is what a button says, and no answer by itself."""
    word = button_word(said)
    if is_known_word(word) or word in TURN_OF_WORD or word in CONFIRMING_WORDS:
        return False
    words, patterns = _labels()
    return word in words or any(pattern.fullmatch(word) for pattern in patterns)


def is_tap_word(said: str) -> bool:
    """Whether it is what a button says that answers by one tap: 本月无进展, 滞后, 处理中."""
    return button_word(said) in _tap_words()


@cache
def _tap_words() -> frozenset[str]:
    return frozenset(
        button_word(shape)
        for language in LANGUAGES
        for key, shapes in variants(language).items()
        if key in ANSWERING or key.startswith(("status-", "problem-turn-"))
        for shape in shapes
        if PLACE.search(shape) is None
    )


@cache
def _labels() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    words, patterns = set(_ALSO_SAID), []
    for language in LANGUAGES:
        for key, shapes in variants(language).items():
            if "button" not in key.split("-") or key in ANSWERING:
                continue
            for shape in shapes:
                if PLACE.search(shape) is None:
                    words.add(button_word(shape))
                elif pattern := _pattern(shape):
                    patterns.append(pattern)
                    if set(PLACE.findall(shape)) <= _COUNTS:
                        words |= set(short_words(PLACE.sub("0", shape))) - CONFIRMING_WORDS
    return frozenset(words), tuple(patterns)


def _pattern(shape: str) -> re.Pattern[str] | None:
    """None for a label that says hardly more than a name."""
    normal = unicodedata.normalize("NFKC", shape).lower()
    names, literals = PLACE.findall(normal), PLACE.split(normal)[::2]
    signs = [sign for one in literals for sign in one if sign.isalnum() or sign in ":“"]
    is_latin = all(ord(sign) < 0x2E80 for sign in signs)
    weight = len(signs) if is_latin else 3 * len(signs)
    needed = 1 if set(names) <= _COUNTS else _OPEN_LETTERS if is_latin else _OPEN_WEIGHT
    if weight < needed:
        return None
    literals[0], literals[-1] = literals[0].lstrip(_AROUND), literals[-1].rstrip(f"{_AROUND} .")
    written = [re.sub(r"(?:\\ )+", r"\\s*", re.escape(one)) for one in literals]
    places = [_NUMBER if name in _COUNTS else _NAME for name in names] + [""]
    return re.compile("".join(a + b for a, b in zip(written, places, strict=True)))


_NUMBER, _NAME = r"\s*[\d.、,~-]{1,16}\s*", r"[^,。;]{0,24}"
