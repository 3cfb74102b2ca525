"""Whose words are gone, and how they are told of it."""

import pytest

from dialog.collisions import new_lines, own_parts, replaced, replaced_words
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.factories import a_report, an_entry
from texts import LANGUAGES
from vocabulary.report import EntryContent

VERA, ADA, CARL = 1, 2, 3


def told(*lines: str) -> EntryContent:
    return EntryContent(text="\n".join(lines))


HERS = (VERA, told(), told("Vera 1"))
HIS = (ADA, told("Vera 1"), told("Vera 1", "Ada 1"))


@pytest.mark.parametrize(
    ("changed_by", "after", "gone"),
    [
        (VERA, told("Vera 2", "Ada 1"), {}),
        (VERA, told("Vera 2"), {ADA: "Ada 1"}),
        (ADA, told("Ada 1"), {VERA: "Vera 1"}),
        (CARL, told("Carl 1"), {VERA: "Vera 1", ADA: "Ada 1"}),
    ],
)
def test_each_is_told_of_their_own_words_that_are_gone(
    changed_by: int, after: EntryContent, gone: dict[int, str]
) -> None:
    before = told("Vera 1", "Ada 1")
    found = own_parts([HERS, HIS], before, after, changed_by=changed_by, last_by=ADA)
    assert found == {(person, "text"): words for person, words in gone.items()}


def test_what_nobody_is_known_to_have_written_is_of_whoever_answered_last() -> None:
    before = told("Vera 1", "Ada 1")
    kept, new = told("Vera 2", "Ada 1"), told("Carl 1")
    assert own_parts([HERS], before, kept, changed_by=VERA, last_by=ADA) == {}
    found = own_parts([HERS], before, new, changed_by=CARL, last_by=ADA)
    assert found == {(VERA, "text"): "Vera 1", (ADA, "text"): "Ada 1"}
    assert own_parts([], before, new, changed_by=CARL, last_by=None) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["培训<3>期。", "培训3期；\n新增 A&B 2家…", "“现场会”、"])
def test_words_that_are_told_to_be_replaced_are_read_back_as_they_were(
    language: str, words: str
) -> None:
    entry = an_entry()
    message = replaced(language, a_report(entry), entry, "next_step", words, by="Vera")
    assert message.quiet
    assert replaced_words(message) == (Question(entry.entry_id, Step.NEXT_STEP), words)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "one\ntwo", ["one\ntwo"]),
        ("one\ntwo", "one\nnew\ntwo\nmore", ["new", "more"]),
        ("one", "one", []),
        ("one", "other", ["other"]),
    ],
)
def test_lines_that_are_new_in_a_text_are_told_in_runs(
    before: str, after: str, found: list[str]
) -> None:
    assert list(new_lines(before, after)) == found
