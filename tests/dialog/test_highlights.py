"""What is marked as a highlight stands beside the measure, and may become its text."""

from dataclasses import replace

import pytest

from dialog.answers import tapped
from dialog.highlights import (
    ask_highlight,
    highlight_list,
    highlights_of,
    new_highlights,
    read_highlights,
    told_as_highlight,
)
from dialog.outcome import TEXT_LIMIT, Accepted
from dialog.press import Action, Press
from dialog.questions import question
from dialog.steps import Step
from tests.dialog.factories import a_content, a_measure, a_report, an_entry
from tests.factories import at
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.report import MarkedHighlight

FIRST = "全省首个算力中心投用。"
USE = Press(Action.HIGHLIGHT_USE, 18)


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
def test_highlights_of_the_month_are_shown_and_offered_as_text(step: Step) -> None:
    entry = an_entry(highlights=(FIRST,))
    asked = question("zh-CN", a_report(entry), entry, step)
    assert f"本月已记亮点：{FIRST}" in asked.html
    assert "亮点写入完成情况" in labels(asked)
    answer = tapped(entry, USE)
    assert isinstance(answer, Accepted)
    assert answer.content.text == FIRST


def test_highlight_goes_on_with_the_text_that_is_there_and_only_once() -> None:
    entry = an_entry(content=a_content(text="开通基站15个。"), highlights=(FIRST,))
    answer = tapped(entry, USE)
    assert isinstance(answer, Accepted)
    assert answer.content.text == f"开通基站15个。\n{FIRST}"
    again = replace(entry, content=answer.content)
    assert tapped(again, USE) is None
    assert "亮点写入完成情况" not in labels(question("zh-CN", a_report(again), again, Step.TEXT))


def test_highlight_that_does_not_fit_is_not_offered() -> None:
    entry = an_entry(content=a_content(text="长" * TEXT_LIMIT), highlights=(FIRST,))
    assert tapped(entry, USE) is None
    assert "亮点写入完成情况" not in labels(question("zh-CN", a_report(entry), entry, Step.TEXT))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("30消费券拉动1.3亿", [("30", "消费券拉动1.3亿")]),
        ("30 消费券拉动1.3亿\n18、开通基站", [("30", "消费券拉动1.3亿"), ("18", "开通基站")]),
        ("30家企业投产", []),
        ("99消费券拉动1.3亿", []),
    ],
)
def test_number_right_before_its_words_is_the_measures(
    said: str, told: list[tuple[str, str]]
) -> None:
    assert read_highlights(said, {"18", "30"}) == told


def test_number_before_words_is_an_amount_where_a_measure_is_asked() -> None:
    assert read_highlights("30款新车下线", {"18", "30"}, number="18") == [("18", "30款新车下线")]


def test_every_measure_offers_to_mark_a_highlight() -> None:
    entry = an_entry()
    assert "记亮点" in labels(question("zh-CN", a_report(entry), entry, Step.STATUS))
    assert "就用本月完成情况" not in labels(ask_highlight("zh-CN", entry))
    assert "就用本月完成情况" in labels(ask_highlight("zh-CN", an_entry(content=a_content())))


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("18 全省首个算力中心投用", ("18", "全省首个算力中心投用")),
        ("第18项：全省首个", ("18", "全省首个")),
        ("18、全省首个", ("18", "全省首个")),
        ("1.2 first", ("1.2", "first")),
        ("2(1) first\nof all", ("2(1)", "first\nof all")),
        ("18", None),
        ("12家企业投产", None),
        ("全省首个算力中心投用", None),
        ("", None),
    ],
)
def test_number_and_words_are_read_from_one_message(
    said: str, read: tuple[str, str] | None
) -> None:
    assert read_highlights(said, {"18"}) == ([read] if read else [])


@pytest.mark.parametrize(
    ("said", "number", "read"),
    [
        (
            "14 揭牌1家\n其中省级1家\n15. 首家入驻",
            "",
            [("14", "揭牌1家\n其中省级1家"), ("15", "首家入驻")],
        ),
        ("14 揭牌1家\n99 户入驻", "", [("14", "揭牌1家\n99 户入驻")]),
        ("首家入驻", "15", [("15", "首家入驻")]),
        ("14 揭牌1家", "15", [("14", "揭牌1家")]),
        ("12 家企业入驻", "15", [("15", "12 家企业入驻")]),
        ("", "15", []),
    ],
)
def test_each_numbered_line_is_a_highlight_and_what_names_none_is_of_the_one_asked_about(
    said: str, number: str, read: list[tuple[str, str]]
) -> None:
    assert read_highlights(said, {"14", "15"}, number=number) == read


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("59项企业获评省级", [("59", "企业获评省级")]),  # of the unit, and not due this month
        ("第59项企业获评省级\n第63项制度推广", [("59", "企业获评省级"), ("63", "制度推广")]),
        ("首家揭牌\n59项制度推广", [("18", "首家揭牌\n59项制度推广")]),
        ("18项制度推广", [("18", "18项制度推广")]),
        ("30项消费券", [("18", "30项消费券")]),
    ],
)
def test_count_of_items_that_is_the_number_of_another_measure_of_the_unit_names_that(
    said: str, told: list[tuple[str, str]]
) -> None:
    entry = an_entry(measure=a_measure(number="18"))
    assert highlights_of(a_report(entry), entry, said, {"18", "59", "63"}) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("完成招标。\n亮点：全省首个。\n另签约3家。", ["全省首个。"]),
        ("完成招标。本月亮点工作：全省首个，已揭牌。", ["全省首个，已揭牌。"]),
        ("完成招标。\n（二）亮点做法：首创。\n亮点：首家。", ["首创。", "首家。"]),
        ("Tenders done. Highlight: the first in the province.", ["the first in the province."]),
        ("打造亮点：3处。", []),
        ("完成招标。亮点：无。", []),
        ("完成招标，形成工作亮点。", []),
    ],
)
def test_highlight_told_within_a_text_is_found_once(text: str, told: list[str]) -> None:
    assert new_highlights(an_entry(), "", text) == told
    assert new_highlights(an_entry(), text, f"{text}\n开工。") == []
    taken_over = an_entry(last=a_content(text=text))
    assert new_highlights(taken_over, "", text) == []
    assert new_highlights(replace(an_entry(), highlights=tuple(told)), "", text) == []


def test_office_reads_them_month_by_month() -> None:
    marks = [
        MarkedHighlight(1, "市工科局", "18", "", Period(2022, month), FIRST, at(3), "李敏")
        for month in (8, 7, 7)
    ]
    (message,) = highlight_list("zh-CN", marks, {Period(2022, 7): ["July opens."]})
    assert message.html.index("July opens.") > message.html.index("2022年7月份")
    assert "2022年8月份重要进展、亮点 1 条" in message.html
    assert "2022年7月份重要进展、亮点 2 条" in message.html
    assert message.html.count(f"市工科局 · 18：{FIRST}（李敏，8月3日（周三））") == 3


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("第29项亮点：消费节", "第29项：消费节"),
        ("29亮点：消费节", "第29项：消费节"),
        ("29的亮点：消费节", "第29项：消费节"),
        ("亮点 29 消费节", "第29项：消费节"),
        ("亮点29：消费节", "第29项：消费节"),
        ("亮点：消费节", "消费节"),
        ("亮点 29 个项目开工", ""),
        ("亮点29家企业签约", ""),
        ("29大亮点：消费节", ""),
    ],
)
def test_number_stands_before_or_behind_the_word_highlight(said: str, words: str) -> None:
    assert told_as_highlight(said) == words
