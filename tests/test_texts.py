"""Sentences are filled with whatever people have written."""

import re
from pathlib import Path

import pytest

from scheduler.endings import By
from scheduler.outlook import rung_name
from texts import LANGUAGES, plain, say

CONFIG = Path(__file__).parents[1] / "config.toml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [1, 2000, 2001, 2500, 2501, 40_000])
def test_value_of_any_length_stands_in_its_sentence_as_it_is(language: str, length: int) -> None:
    assert plain(language, "preview-text", words="<" * length) == "<" * length
    assert say(language, "preview-text", words="<" * length) == "&lt;" * length


def test_long_values_of_one_sentence_keep_their_places() -> None:
    number, title = "1" * 3000, "b" * 3000
    filled = plain("zh-CN", "collision", number=number, title=title)
    assert filled.index(number) < filled.index(title)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("资金未到位。", "原因：资金未到位。填报时"),
        ("资金未到位；", "原因：资金未到位。填报时"),
        ("等批复。。 ", "原因：等批复。填报时"),
        ("资金未到位", "原因：资金未到位。填报时"),
        ("要等吗？", "原因：要等吗？。填报时"),
        ("a < b;", "原因：a < b。填报时"),
    ],
)
def test_stop_at_the_end_of_somebodys_words_is_not_doubled_by_the_sentence(
    words: str, end: str
) -> None:
    facts = {"unit": "市住建局", "number": "1", "problem": words, "words": words}
    assert end in plain("zh-CN", "problem-reopened-to-you", **facts)
    assert end.replace("<", "&lt;") in say("zh-CN", "problem-reopened-to-you", **facts)


def test_stop_of_words_that_end_a_line_or_stand_in_quotes_stays() -> None:
    assert plain("zh-CN", "preview-text", words="完成招标。") == "完成招标。"
    assert "“完成招标。”" in plain("zh-CN", "held-text", words="完成招标。")


def test_point_of_an_abbreviation_stays_before_a_comma() -> None:
    assert "Roads Ltd.," in plain(
        "en",
        "card-receipt",
        **dict.fromkeys(("receipt", "revision", "by"), "x"),
        filed_at="Roads Ltd.",
    )


def test_every_rung_that_the_settings_have_or_propose_has_a_chinese_name() -> None:
    names = set(re.findall(r'\{ name = "([a-z_]+)"', CONFIG.read_text(encoding="utf-8")))
    assert {"overdue", "scan", "scan_leader", "original"} <= names
    assert [name for name in sorted(names) if rung_name("zh-CN", name) == name] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", By)
def test_whatever_ends_a_chase_has_its_words_in_every_account(language: str, by: By) -> None:
    """`/why` of a unit whose leader had signed met none, and failed."""
    for key in ("why-settled", "why-rest", "ladder-ended-by"):
        assert plain(language, f"{key}-{by}", at="8 August", until="9 August", count=2)
