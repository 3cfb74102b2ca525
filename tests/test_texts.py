"""Sentences are filled with whatever people have written."""

import pytest

from texts import LANGUAGES, plain, say


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", [1, 2000, 2001, 2500, 2501, 40_000])
def test_value_of_any_length_stands_in_its_sentence_as_it_is(language: str, length: int) -> None:
    assert plain(language, "preview-text", words="<" * length) == "<" * length
    assert say(language, "preview-text", words="<" * length) == "&lt;" * length


def test_long_values_of_one_sentence_keep_their_places() -> None:
    number, title = "1" * 3000, "b" * 3000
    filled = plain("zh-CN", "collision", number=number, title=title)
    assert filled.index(number) < filled.index(title)
