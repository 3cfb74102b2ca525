"""Loads the Fluent catalogues and fills their sentences.

A language is a folder of .ftl files. zh-CN is complete and the default; en is complete beside it.
"""

import html
import re
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as ftl

from vocabulary.errors import BaosongError

Value = str | int

DEFAULT_LANGUAGE = "zh-CN"
LANGUAGES = (DEFAULT_LANGUAGE, "en")

_HERE = Path(__file__).parent

_LONGEST_VALUE = 2000
"""Characters; the library refuses a value, or a variant with it, from 2,500 on."""


class TextMissing(LookupError):
    """A key or a placeholder that the catalogue does not have: our fault, found by the tests."""


@cache
def _resources(language: str) -> list[ftl.Resource]:
    files = sorted((_HERE / language).glob("*.ftl"))
    return [FluentResource(file.read_text(encoding="utf-8")) for file in files]


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for resource in _resources(language):
        bundle.add_resource(resource)
    return bundle


def variants(language: str) -> dict[str, list[str]]:
    """Every sentence by its key, in each of its variants; `PLACE` finds where a value goes."""
    return {
        entry.id.name: _variants(entry.value)
        for resource in _resources(language)
        for entry in resource.body
        if isinstance(entry, ftl.Message) and entry.value is not None
    }


def _variants(pattern: ftl.Pattern) -> list[str]:
    found = [""]
    for element in pattern.elements:
        found = [before + behind for before in found for behind in _of_element(element)]
    return found


def _of_element(element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    one = element.expression
    if isinstance(one, ftl.SelectExpression):
        return [text for variant in one.variants for text in _variants(variant.value)]
    if isinstance(one, ftl.StringLiteral):
        return [one.parse()["value"]]
    return [_mark(one.id.name if isinstance(one, ftl.VariableReference) else "value")]


def _fill(language: str, key: str, values: dict[str, Value]) -> str:
    bundle = _bundle(language if language in LANGUAGES else DEFAULT_LANGUAGE)
    if not bundle.has_message(key):
        raise TextMissing(f"{language}: no text {key}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise TextMissing(f"{language}: text {key} is empty")
    long = {
        name: value
        for name, value in values.items()
        if isinstance(value, str) and len(value) > _LONGEST_VALUE
    }
    filled, errors = bundle.format_pattern(pattern, values | {name: _mark(name) for name in long})
    if errors:
        raise TextMissing(f"{language}: {key}: {errors[0]}")
    whole = PLACE.sub(lambda found: long.get(found[1], found[0]), str(filled))
    return _ENDING.sub(_ending_kept, whole)


def _with_ending_marked(value: Value) -> Value:
    """A person's words, so that the stop at their end can be told from the sentence's own."""
    stop = _STOPS.search(value) if isinstance(value, str) else None
    if stop is None or not isinstance(value, str):
        return value
    return f"{value[: stop.start()]}\ufdd2{stop[0]}\ufdd3"


_STOPS = re.compile(r"[。；;，,、.]+\s*$")
_ENDING = re.compile("\ufdd2([^\ufdd3]*)\ufdd3(?=(.?))", re.DOTALL)


def _ending_kept(found: re.Match[str]) -> str:
    """The stop of the words, but where the sentence goes on with one of its own.

    The point of an abbreviation stays before a comma.
    """
    stops, follows = found[1].strip(), found[2]
    is_doubled = bool(follows) and follows in ("。；，." if stops == "." else "。；，;,.")
    return "" if is_doubled else found[1]


def _mark(name: str) -> str:
    """Stands for a long value until the sentence is filled: two characters of no script around."""
    return f"\ufdd0{name}\ufdd1"


PLACE = re.compile(r"\ufdd0(\w+)\ufdd1")


def say(language: str, key: str, /, **values: Value) -> str:
    """The sentence as Telegram HTML; the values are text, and are escaped here and nowhere else.

    A number is written with the language's grouping; years and identifiers are passed as text.
    Raises TextMissing for an unknown key or a placeholder without a value.
    """
    marked = {name: _with_ending_marked(value) for name, value in values.items()}
    escaped = {
        name: html.escape(value, quote=False) if isinstance(value, str) else value
        for name, value in marked.items()
    }
    return _fill(language, key, escaped)


def plain(language: str, key: str, /, **values: Value) -> str:
    """The sentence as it stands, for paper, tables and the terminal: nothing is escaped."""
    return _fill(language, key, {n: _with_ending_marked(value) for n, value in values.items()})


def explain(language: str, error: BaosongError) -> str:
    """What a person reads when `error` has happened, as Telegram HTML."""
    return say(language, error.text_key, **error.facts)
