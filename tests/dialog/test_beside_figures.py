"""What is told beside a figure is kept: in the text, or where a problem is asked with that."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.answers import added, tapped, typed
from dialog.figures import FigureUnclear, read_figure
from dialog.outcome import Accepted, Refused
from dialog.press import Action, Press
from dialog.steps import Step
from dialog.sums import carrying, meant_instead, message_carried
from tests.dialog.factories import a_content, a_figure, an_indicator, with_indicator
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus

STATIONS = an_indicator()
BEHIND = a_content(status=EntryStatus.BEHIND, problem="业主要价高。", next_step="8月协调。")


def told(said: str, content: EntryContent | None = None) -> tuple[EntryContent, list[str]]:
    """What the entry says once these words were typed where its figure is asked."""
    answer = typed(with_indicator(content or a_content(text="新开通。")), Step.FIGURE, 7, said)
    assert isinstance(answer, Accepted), answer
    return answer.content, [note.text_key for note in answer.notes]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("183个，还完成了机房改造", "还完成了机房改造"),
        ("183，设备未到货", "设备未到货"),
        ("183个。设备未到货，正在催。", "设备未到货，正在催。"),
        ("累计183个，机房改造完成", "机房改造完成"),
    ],
)
def test_figure_in_front_of_words_is_taken_and_the_words_are_kept(said: str, kept: str) -> None:
    content, notes = told(said)
    assert content.figures == (a_figure(183),)
    assert content.text == f"新开通。\n{kept}"
    assert notes == ["answer-words-beside"]


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("183个，存在问题：设备未到货", ("新开通。", "设备未到货", "")),
        ("183个。存在问题：缺2台设备。下一步：8月到货。", ("新开通。", "缺2台设备。", "8月到货。")),
        ("183个，本月新增15个，存在问题：缺2台设备", ("新开通。\n本月新增15个", "缺2台设备", "")),
        ("183个。下一步：8月到货。", ("新开通。\n下一步：8月到货。", "", "")),
        ("183个。存在问题：无", ("新开通。", "", "")),
    ],
)
def test_problem_beside_a_figure_is_one_of_a_measure_that_is_well(
    said: str, fields: tuple[str, str, str]
) -> None:
    content, _ = told(said)
    assert content.figures == (a_figure(183),)
    assert (content.text, content.problem, content.next_step) == fields
    assert bool(content.problem_stands) == bool(content.problem)


def test_problem_beside_a_figure_goes_on_with_the_problem_of_a_measure_in_trouble() -> None:
    content, notes = told("183个，机房改造完成。存在问题：缺2台设备。下一步：8月20日到货。", BEHIND)
    assert content.figures == (a_figure(183),)
    assert content.text == f"{BEHIND.text}\n机房改造完成。"
    assert content.problem == f"{BEHIND.problem}\n缺2台设备。"
    assert content.next_step == f"{BEHIND.next_step}\n8月20日到货。"
    assert notes == ["answer-words-beside", "answer-under-heading", "answer-under-heading"]


@pytest.mark.parametrize(
    "said",
    ["设备未到货", "资金没到位。", "缺设备", "主要因用地未批复", "人手不足，资金未到位"],
)
def test_lack_beside_a_figure_is_the_problem_of_a_measure_in_trouble(said: str) -> None:
    content, notes = told(f"183，{said}", BEHIND)
    assert (content.text, content.problem) == (BEHIND.text, f"{BEHIND.problem}\n{said}")
    assert notes == ["answer-words-beside"]


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("设备未到货", a_content(text="新开通。")),
        ("机房改造完成", BEHIND),
        ("缺口已补齐", BEHIND),
        ("缺口全部解决", BEHIND),
        ("设备未到货，已催两次", BEHIND),
    ],
)
def test_other_words_beside_a_figure_stand_in_the_text(said: str, content: EntryContent) -> None:
    after, _ = told(f"183，{said}", content)
    assert (after.text, after.problem) == (f"{content.text}\n{said}", content.problem)


@pytest.mark.parametrize(
    "said",
    [
        "183，不含在建",
        "183个，待核实",
        "183，是上月的数",
        "183个，这是目标",
        "183，不确定",
        "183，应该差不多",
        "183个左右，机房改造完成",
        "机房改造完成，183",
        "183，还有17个没开通",
    ],
)
def test_words_that_are_about_the_figure_itself_are_asked_about(said: str) -> None:
    answer = typed(with_indicator(a_content()), Step.FIGURE, 7, said)
    assert isinstance(answer, Refused)
    assert isinstance(read_figure(STATIONS, said), FigureUnclear)


@pytest.mark.parametrize(
    ("said", "figure", "kept"),
    [
        ("183，不含在建", "183", "不含在建"),
        ("全市183个都通了", "183", "全市183个都通了"),
        ("183个，还完成了3个机房改造", "183", "还完成了3个机房改造"),
        ("183个左右，机房改造完成", "183", "机房改造完成"),
        ("应该是183", "183", ""),
        ("8万5", "85000", ""),
        ("本月新增15个，还改造了机房", "183", "还改造了机房"),
        ("本月新增15个", "183", ""),
    ],
)
def test_tap_that_takes_the_figure_out_of_words_keeps_the_rest_of_them(
    said: str, figure: str, kept: str
) -> None:
    last = a_content(figures=(a_figure(168),))
    entry = with_indicator(a_content(text="新开通。"), last=last)
    refused = typed(entry, Step.FIGURE, 7, said)
    assert isinstance(refused, Refused)
    offered = carrying(meant_instead("zh-CN", entry, refused.text_key, 7, said), 12345)
    press = Press.read(offered[0][0].data)
    assert press is not None
    assert message_carried(press) == 12345
    answer = tapped(entry, press, said)
    assert isinstance(answer, Accepted)
    assert [one.value for one in answer.content.figures] == [Decimal(figure)]
    assert answer.content.text == "\n".join(filter(None, ("新开通。", kept)))
    assert [note.text_key for note in answer.notes] == ["answer-words-beside"] * bool(kept)


def test_tap_on_a_figure_that_was_offered_without_words_gives_it_alone() -> None:
    entry = with_indicator(a_content())
    press = Press(Action.TOLD_FIGURE, entry.entry_id, "7.183")
    assert message_carried(press) is None
    answer = tapped(entry, press)
    assert isinstance(answer, Accepted)
    assert answer.content == replace(entry.content, figures=(a_figure(183),))


@pytest.mark.parametrize("step", [Step.STATUS, Step.FIGURE])
@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("18 正常推进 累计183个", ""),
        ("正常推进，累计183个", ""),
        ("18 正常推进 累计183个，还完成了机房改造", "还完成了机房改造"),
    ],
)
def test_status_and_figure_are_read_where_a_text_is_told_already_as_where_none_is(
    step: Step, said: str, more: str
) -> None:
    entry = with_indicator(replace(a_content(text="新开通。"), status=None))
    answer = typed(entry, step, 7 if step is Step.FIGURE else None, said)
    assert isinstance(answer, Accepted)
    assert (answer.content.status, answer.content.figures) == (
        EntryStatus.ON_TRACK,
        (a_figure(183),),
    )
    assert answer.content.text.startswith("新开通。")
    assert more in answer.content.text
    if answer.content.text != "新开通。":
        told = {note.text_key for note in answer.notes}
        assert told & {"answer-text-goes-on", "answer-words-beside"}


def test_status_and_figure_behind_the_own_number_go_on_with_a_text_that_is_told() -> None:
    entry = with_indicator(a_content(text="新开通。", status=EntryStatus.BEHIND))
    answer = added(entry, Step.TEXT, None, "18 正常推进 累计183个")
    assert isinstance(answer, Accepted)
    assert (answer.content.status, answer.content.figures) == (
        EntryStatus.ON_TRACK,
        (a_figure(183),),
    )
    assert answer.content.text == "新开通。\n累计183个"


def test_count_of_what_is_completed_is_no_status_beside_a_figure() -> None:
    content, _ = told("已完成183个")
    assert (content.status, content.figures) == (EntryStatus.ON_TRACK, (a_figure(183),))


def test_total_in_words_that_go_on_is_no_figure_where_one_is_given() -> None:
    entry = with_indicator(a_content(text="新开通。", figures=(a_figure(180),)))
    answer = typed(entry, Step.STATUS, None, "正常推进，累计183个")
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(180),)
