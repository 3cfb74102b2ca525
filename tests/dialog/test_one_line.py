"""Who only cooperates answers one line: no status, no figures, one message or one tap."""

from dataclasses import replace
from typing import Any

import pytest

from dialog.answers import tapped, typed
from dialog.cards import full_text, preview
from dialog.checks import faults, hints
from dialog.filed import as_filed
from dialog.last_month import all_same_as_last, same_as_last
from dialog.outcome import Accepted, Refused
from dialog.press import Action, Press
from dialog.questions import answered, question
from dialog.steps import Step, is_complete, next_asked, sign, step_to_ask
from tests.dialog.factories import (
    TIMETABLE,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
)
from texts.wording import timetable_line
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus, Role

LINE = "向市发改局提供末端网点名单12处。"
HELPS = a_measure(
    number="13",
    title="完善寄递末端网络",
    role=Role.COOPERATING,
    others=(("市发改局", Role.LEAD), ("市住建局", Role.COOPERATING)),
)
NOTHING = EntryContent(no_progress=True)


def helping(content: EntryContent | None = None, **changes: Any) -> ReportEntry:
    return an_entry(entry_id=13, measure=HELPS, content=content or EntryContent(), **changes)


def said(entry: ReportEntry, text: str) -> EntryContent:
    answer = typed(entry, Step.TEXT, None, text)
    assert isinstance(answer, Accepted), answer
    return answer.content


@pytest.mark.parametrize("word", ["滞后", "进展滞后。", "未启动"])
def test_trouble_alone_is_no_line(word: str) -> None:
    answer = typed(helping(), Step.TEXT, None, word)
    assert isinstance(answer, Refused)
    assert answer.text_key == "answer-line-trouble"
    assert said(helping(), f"{word}，停车场用地卡在征地").text.startswith(word)


def test_line_that_is_blank_yet_has_its_role_and_no_status_in_the_full_text() -> None:
    (message,) = full_text("zh-CN", a_report(helping()))
    assert "配合 · 配合" not in message.html


def test_one_message_answers_it() -> None:
    entry = helping()
    assert next_asked(entry) == (Step.TEXT, None)
    told = replace(entry, content=said(entry, LINE))
    assert told.content == EntryContent(text=LINE)
    assert (is_complete(told), sign(told)) == (True, "●")
    assert faults(a_report(told)) == []


def test_one_tap_says_that_there_was_nothing() -> None:
    entry = helping()
    answer = tapped(entry, Press(Action.NO_PROGRESS, 13))
    assert answer == Accepted(NOTHING)
    assert is_complete(replace(entry, content=NOTHING))


@pytest.mark.parametrize(
    "word",
    ["无", "没有。", "本月无", "本月没有。", "本月无配合事项", "无进展", "nothing to cooperate in"],
)
def test_words_that_say_there_was_nothing_are_understood(word: str) -> None:
    assert said(helping(), word) == NOTHING


@pytest.mark.parametrize("word", ["已完成", "正常推进"])
def test_a_word_that_is_a_status_elsewhere_is_the_line_itself(word: str) -> None:
    assert said(helping(), word) == EntryContent(text=word)


@pytest.mark.parametrize("words", ["正常推进：参加对接会1次", "【正常推进】参加对接会1次"])
def test_status_before_the_line_is_no_part_of_it(words: str) -> None:
    assert said(helping(), words) == EntryContent(text="参加对接会1次")
    assert isinstance(typed(helping(), Step.TEXT, None, "正常推进：配合"), Refused)


@pytest.mark.parametrize(
    "words", ["?", "—", "好", "嗯", "等通知", "配合", "积极配合。", "正常配合", "情况属实"]
)
def test_words_that_say_nothing_are_no_line(words: str) -> None:
    answer = typed(helping(), Step.TEXT, None, words)
    assert isinstance(answer, Refused)
    assert answer.text_key == "answer-says-nothing-line"


def test_a_number_alone_is_no_line() -> None:
    assert isinstance(typed(helping(), Step.TEXT, None, "12"), Refused)


def test_a_line_takes_back_that_there_was_nothing_and_nothing_keeps_the_line_aside() -> None:
    assert said(helping(NOTHING), LINE) == EntryContent(text=LINE)
    marked = tapped(helping(EntryContent(text=LINE)), Press(Action.NO_PROGRESS, 13))
    assert isinstance(marked, Accepted)
    assert marked.content.text == LINE
    assert as_filed(helping(marked.content)) == NOTHING


def test_no_status_and_no_figure_is_asked_taken_or_filed() -> None:
    with_figure = replace(HELPS, indicators=(an_indicator(),))
    before = a_content(text=LINE, problem="缺人", figures=(a_figure(183),))
    entry = an_entry(measure=with_figure, content=before)
    assert next_asked(entry) is None
    assert as_filed(entry) == EntryContent(text=LINE)
    assert tapped(entry, Press(Action.STATUS, 18, EntryStatus.DONE.value)) is None


def test_the_question_names_who_leads_and_offers_three_taps_at_most_beside_the_ways_out() -> None:
    entry = helping(last=EntryContent(text="提供名单9处。"))
    card = question("zh-CN", a_report(entry), entry, *step_to_ask(entry))
    assert card.html.split("\n") == [
        "<b>13　完善寄递末端网络</b>（配合 · 信息服务专班）",
        "另有 2 家单位：市发改局（牵头）、市住建局（配合）",
        "上月：提供名单9处。",
        timetable_line("zh-CN", TIMETABLE),
        "请用一句话发送7月份配合情况；没有的，请点“本月无配合事项”。",
    ]
    labels = [button.text for row in card.buttons for button in row]
    assert labels == ["同上月", "本月无配合事项", "跳过", "目录"]


def test_its_line_in_the_chat_says_what_was_said() -> None:
    assert answered("zh-CN", helping(NOTHING)) == "● 13　完善寄递末端网络 · 本月无配合事项，已存。"
    assert answered("zh-CN", helping(EntryContent(text=LINE))) == (
        "● 13　完善寄递末端网络 · 配合，已存。"
    )


def test_the_preview_counts_it_beside_those_that_have_a_status() -> None:
    report = a_report(helping(NOTHING), an_entry(content=a_content()))
    text = preview("zh-CN", report).html
    assert "2 项：已完成 0，正常推进 1，滞后 0，未启动 0，配合 1。" in text
    assert "本月无进展 0 项" in text
    (whole,) = full_text("zh-CN", report)
    assert "配合 · 本月无配合事项" in whole.html


def test_as_last_month_takes_the_line_or_that_there_was_nothing() -> None:
    taken = same_as_last(helping(last=EntryContent(text=LINE)))
    assert taken == Accepted(EntryContent(text=LINE))
    report = a_report(helping(last=NOTHING))
    assert all_same_as_last(report) == {13: NOTHING}


def test_a_line_is_neither_too_short_nor_doubted_nor_stands_still() -> None:
    short = EntryContent(text="已配合。")
    assert is_complete(helping(short, last=short, before_last=short))
    still = a_report(helping(NOTHING, last=NOTHING))
    assert hints(still) == []
    assert hints(a_report(helping(EntryContent(text="已配合。")))) == []
