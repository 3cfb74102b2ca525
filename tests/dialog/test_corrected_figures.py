"""A figure that is given is put right in words, wherever they are sent."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.answers import added, typed
from dialog.corrected_figures import figure_corrected
from dialog.outcome import Accepted, Answer, Refused
from dialog.steps import Step
from tests.dialog.factories import a_content, a_figure, a_measure, an_entry, an_indicator
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus

FARMS = an_indicator(indicator_id=8, name="示范家庭农场", unit_of_measure="家")
NO_TEXT = EntryContent(status=EntryStatus.ON_TRACK)


def given(text: str = "", *more: str, value: int = 183) -> ReportEntry:
    """Stations, and farms where they are named, are told; the text may be asked still."""
    indicators = (an_indicator(), *([FARMS] if more else []))
    figures = (a_figure(value), *([a_figure(6, 8)] if more else []))
    content = replace(NO_TEXT, text=text, figures=figures)
    return an_entry(measure=a_measure(indicators=indicators), content=content)


CORRECTIONS = [
    "不对，是185",
    "写错了，应该是185个",
    "说错了，185",
    "更正，185个",
    "更正：185",
    "应为185个",
    "不是183，是185",
    "改为185个",
    "数据填错了，应为185个",
    "基站改为185个",
    "累计数改成185",
    "185（笔误）",
]


@pytest.mark.parametrize("said", CORRECTIONS)
@pytest.mark.parametrize("step", [Step.TEXT, Step.STATUS, Step.PROBLEM, Step.FIGURE])
def test_what_puts_a_given_figure_right_is_that_figure_and_no_text(said: str, step: Step) -> None:
    answer = typed(given(), step, 7 if step is Step.FIGURE else None, said)
    assert isinstance(answer, Accepted), answer
    assert answer.content == replace(given().content, figures=(a_figure(185),))
    assert bool(answer.notes) is (step is not Step.FIGURE)


@pytest.mark.parametrize(
    "said",
    [
        "不对，还没有开通",
        "应为口径调整",
        "完成12处站址选定。",
        "站址改为3处",
        "招标公告改为9月发布",
        "填错了",
        "应为185人",
    ],
)
def test_what_names_no_figure_of_the_measure_is_none(said: str) -> None:
    assert figure_corrected(given(), said) is None


def test_figure_that_is_not_given_is_not_put_right() -> None:
    blank = replace(given(), content=NO_TEXT)
    assert figure_corrected(blank, "不对，是185") is None


def test_words_behind_the_right_figure_are_kept() -> None:
    answer = typed(given("新开通。"), Step.STATUS, None, "写错了，应该是185个，设备已到货")
    assert isinstance(answer, Accepted)
    assert answer.content.text == "新开通。\n设备已到货"
    assert answer.content.figures == (a_figure(185),)


def test_of_several_figures_the_one_with_that_unit_is_put_right() -> None:
    entry = given("新开通。", "farms")
    answer = figure_corrected(entry, "写错了，应为7家")
    assert isinstance(answer, Accepted)
    assert [one.value for one in answer.content.figures] == [Decimal(183), Decimal(7)]
    answer = figure_corrected(entry, "写错了，应为185")
    assert isinstance(answer, Refused)
    assert answer.text_key == "answer-number-which"


@pytest.mark.parametrize("said", ["写错了，应该是185", "更正，185个", "185"])
def test_further_message_to_a_given_figure_puts_it_right(said: str) -> None:
    answer = added(given("新开通。"), Step.FIGURE, 7, said)
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(185),)


@pytest.mark.parametrize(
    ("said", "figure"),
    [("多打了几个9，应为190", 190), ("多输了一个9，是190", 190), ("更正，190", 190)],
)
def test_doubted_figure_is_put_right_and_the_slip_is_no_reason(said: str, figure: int) -> None:
    last = a_content(figures=(a_figure(168),))
    entry = replace(given("新开通。", value=9999), last=last)
    answer = typed(entry, Step.EXPLAIN, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.explanations == ()
    assert answer.content.figures == (a_figure(figure),)


SHOPS = replace(given("新开通基站7个，光缆3条。", value=175), entry_id=18)


@pytest.mark.parametrize("take", [typed, added])
@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    ("said", "text", "figure"),
    [
        ("18改成185", "新开通基站7个，光缆3条。", 185),
        ("18应该是183", "新开通基站7个，光缆3条。", 183),
        ("18的175报错了 应该是185", "新开通基站7个，光缆3条。", 185),
        ("175报错了，应该是185个", "新开通基站7个，光缆3条。", 185),
        ("18项累计应该185", "新开通基站7个，光缆3条。", 185),
        ("累计应该是17个", "新开通基站7个，光缆3条。", 17),
        ("应该是17个", "新开通基站17个，光缆3条。", 175),
        ("7个应该是17个", "新开通基站17个，光缆3条。", 175),
    ],
)
def test_correction_is_of_the_figure_or_of_the_words_and_never_more_text(
    said: str, text: str, figure: int, step: Step, take: Callable[..., Answer]
) -> None:
    answer = take(SHOPS, step, None, said)
    assert isinstance(answer, Accepted), answer
    assert answer.content == replace(SHOPS.content, text=text, figures=(a_figure(figure),))


def test_number_that_stands_in_the_measure_is_no_number_of_the_measure() -> None:
    entry = replace(SHOPS, content=replace(SHOPS.content, figures=(a_figure(18),)))
    answer = added(entry, Step.FIGURE, 7, "18改成185")
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(185),)
