"""The conversations in the docs are those that the demo plays now: the whole story, once."""

import io
from itertools import zip_longest
from pathlib import Path

import pytest
from rich.console import Console

from bot.demo import perform
from bot.demo.chats import TRANSCRIPTS, chats
from bot.demo.expectations import broken_expectations
from bot.demo.two_months import two_months

pytestmark = pytest.mark.long

KEPT = Path(__file__).parents[2] / "docs" / "transcripts"


def test_the_whole_story_comes_true_and_its_conversations_are_those_in_the_docs() -> None:
    """Where a text has changed on purpose: `make transcripts`, and read what it did."""
    played = perform(two_months(), console=Console(file=io.StringIO()), language="zh-CN")
    assert [broken.words("zh-CN") for broken in broken_expectations(played)] == []
    now = {
        name.removeprefix(TRANSCRIPTS): text
        for name, text in chats(played, "zh-CN")
        if name.startswith(TRANSCRIPTS)
    }
    kept = {
        path.name: path.read_text(encoding="utf-8")
        for path in KEPT.glob("*.md")
        if path.name != "README.md"
    }
    assert sorted(kept) == sorted(now)
    for name, text in kept.items():
        assert first_difference(text, now[name]) is None, f"{name}: make transcripts"


def first_difference(kept: str, now: str) -> tuple[int, str | None, str | None] | None:
    """The number of the first line that is another, and how it reads in both."""
    lines = zip_longest(kept.split("\n"), now.split("\n"))
    return next(
        ((number, *pair) for number, pair in enumerate(lines, start=1) if pair[0] != pair[1]), None
    )
