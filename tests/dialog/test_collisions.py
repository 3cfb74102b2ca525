"""Whose words are gone, and how they are told of it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.collisions import collision, new_lines, own_parts, replaced, replaced_words
from dialog.layout import MESSAGE_LIMIT, shown_length
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step
from tests.dialog.factories import TIMETABLE, a_measure, a_report, an_entry, an_indicator
from texts import LANGUAGES, plain
from vocabulary.report import Byline, EntryContent, Explanation, Figure
from vocabulary.terms import DoubtKind, EntryStatus

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


THEIRS = EntryContent(
    status=EntryStatus.BEHIND,
    text="一个品牌已签约",
    problem="租金谈不拢",
    next_step="8月中旬再谈",
    figures=(Figure(7, Decimal(175)),),
)


def shown_beside(theirs: EntryContent, step: Step, text: str, *, language: str = "zh-CN") -> str:
    measure = a_measure(indicators=(an_indicator(),))
    entry = an_entry(measure=measure, content=theirs)
    entry = replace(entry, answered=Byline("陈静", TIMETABLE.opens_at))
    asked = Question(entry.entry_id, step, 7 if step is Step.FIGURE else None)
    return collision(language, entry, asked, text, TIMETABLE).html


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.FIGURE])
def test_choice_shows_all_that_the_first_has_said_of_the_measure(step: Step) -> None:
    shown = shown_beside(THEIRS, step, "183" if step is Step.FIGURE else "两个品牌都没签")
    for words in ("滞后", "一个品牌已签约", "租金谈不拢", "8月中旬再谈", "175"):
        assert words in shown


@pytest.mark.parametrize(
    ("step", "text", "changed", "stays"),
    [
        (Step.TEXT, "两个都没签", "完成情况", "状态、问题、下一步措施、指标"),
        (Step.STATUS, "未启动，两个都没签", "状态、完成情况", "问题、下一步措施、指标"),
        (Step.TEXT, "两个都没签。存在问题：没人", "完成情况、问题", "状态、下一步措施、指标"),
        (Step.PROBLEM, "没人手", "问题", "状态、完成情况、下一步措施、指标"),
    ],
)
def test_choice_says_what_of_the_first_ones_stays_under_the_seconds(
    step: Step, text: str, changed: str, stays: str
) -> None:
    line = plain("zh-CN", "collision-stays", changed=changed, stays=stays)
    assert line in shown_beside(THEIRS, step, text)


def test_nothing_is_said_to_stay_where_only_the_status_does_or_a_figure_is_chosen() -> None:
    only_text = EntryContent(status=EntryStatus.BEHIND, text="一个品牌已签约")
    line = plain("zh-CN", "collision-stays", changed="*", stays="*").partition("*")[0]
    assert line not in shown_beside(only_text, Step.TEXT, "两个都没签")
    assert line not in shown_beside(THEIRS, Step.FIGURE, "183")


def test_choice_fits_a_message_and_cuts_only_what_is_long() -> None:
    short = "短" * SHORT_LIMIT
    whole = replace(
        THEIRS,
        text="长" * TEXT_LIMIT,
        problem=short,
        next_step=short,
        explanations=(Explanation(DoubtKind.WORDS_DISAGREE, short),),
    )
    shown = shown_beside(whole, Step.TEXT, "我" * (2 * TEXT_LIMIT))
    assert shown_length(shown) <= MESSAGE_LIMIT
    assert shown.count(short) == 3
    only_text = replace(THEIRS, text="长" * TEXT_LIMIT)
    assert only_text.text in shown_beside(only_text, Step.TEXT, "两个都没签")


def test_several_messages_that_wait_beside_a_colleagues_words_can_be_parted() -> None:
    entry = replace(an_entry(content=THEIRS), answered=Byline("陈静", TIMETABLE.opens_at))
    asked = Question(entry.entry_id, Step.TEXT)
    for is_several in (False, True):
        message = collision(
            "zh-CN",
            entry,
            asked,
            "两个品牌都没签\n商店又建了3个",
            TIMETABLE,
            report_id=3,
            is_several=is_several,
        )
        presses = [Press.read(one.data) for row in message.buttons for one in row]
        assert (Press(Action.HELD_APART, 3) in presses) is is_several
