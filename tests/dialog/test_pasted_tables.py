"""Rows pasted from Excel or Word: each cell goes where its column says."""

import pytest

from dialog.outcome import Accepted
from dialog.pasting import columns_left_out, glued, parts_of, placed, split_shown, without_place
from tests.dialog.factories import a_content, a_measure, a_report, a_titled_report, an_entry
from texts import say
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import EntryStatus, Role

DONE, ON_TRACK, BEHIND = EntryStatus.DONE, EntryStatus.ON_TRACK, EntryStatus.BEHIND

TITLES = {
    "1": "落实纾困政策",
    "2": "加大行业扶持",
    "18": "夯实大数据基础能力",
    "19": "拓展数字融合应用",
}


def a_town(**contents: EntryContent) -> WorkingReport:
    return a_titled_report(TITLES, contents)


Told = tuple[EntryStatus | None, str, str, str]


def stored(report: WorkingReport, text: str, *, replacing: bool = False) -> dict[str, Told]:
    found = placed(report, parts_of(report, text), replacing=replacing)
    return {
        one.part.number: (content.status, content.text, content.problem, content.next_step)
        for one in found
        if isinstance(one.answer, Accepted)
        for content in [one.answer.content]
    }


HEAD = "序号\t工作任务\t进展状态\t7月份完成情况\t存在问题\t下一步打算"

TABLES: list[tuple[str, dict[str, Told]]] = [
    (
        f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t新增15个。\t站址协调难\t8月协调\n19\t拓展数字融合应用\t已完成\t上云7户，其余正常。\t无\t",
        {
            "18": (BEHIND, "新增15个。", "站址协调难", "8月协调"),
            "19": (DONE, "上云7户，其余正常。", "", ""),
        },
    ),
    (  # a problem is one whatever the status, as everywhere
        f"{HEAD}\n18\t夯实大数据基础能力\t正常推进\t新增15个。\t缺人\t加人",
        {"18": (ON_TRACK, "新增15个。", "缺人", "加人")},
    ),
    (  # what is done next without one is told in the text of what goes well
        f"{HEAD}\n18\t夯实大数据基础能力\t正常推进\t新增15个。\t无\t加人",
        {"18": (ON_TRACK, "新增15个。\n下一步：加人", "", "")},
    ),
    (
        "|编号|措施|状态|进展|\n|---|---|---|---|\n|18|夯实大数据基础能力|已完成（100%）|建成20个|",
        {"18": (DONE, "建成20个", "", "")},
    ),
    (
        "18｜已完成｜建成20个\n19｜滞后｜停工",
        {"18": (DONE, "建成20个", "", ""), "19": (BEHIND, "停工", "", "")},
    ),
    ("18\t夯实大数据基础能力\t已完成\t建成20个", {"18": (DONE, "建成20个", "", "")}),
    ("18\t夯实大数据基础能力\t已完成\t\t", {"18": (DONE, "", "", "")}),
    ("18\t夯实大数据基础能力\t建成20个\t无", {"18": (None, "建成20个", "", "")}),
    (
        "18\t夯实大数据基础能力\t已完成\t3家上云",
        {"18": (None, "已完成 3家上云", "", "")},
    ),
    (  # a space within a cell is most likely in its words
        f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t完成选址 正在招标\t缺地\t无",
        {"18": (BEHIND, "完成选址 正在招标", "缺地", "")},
    ),
    (  # 序号 is the table's own
        "序号\t工作任务\t状态\t进展情况\n1\t夯实大数据基础能力\t滞后\t停工\n2\t拓展数字融合应用。\t正常\t上云7户",
        {"1": (BEHIND, "停工", "", ""), "2": (ON_TRACK, "上云7户", "", "")},
    ),
    (  # a cell of several lines, as Excel sets it, and as Word does
        f'{HEAD}\n18\t夯实大数据基础能力\t滞后\t"1.选址""A区""\n2.招标"\t缺地\t\n19\t拓展数字融合应用\t滞后\t上云\n签约\t缺钱\t再谈',
        {
            "18": (BEHIND, '1.选址"A区"\n2.招标', "缺地", ""),
            "19": (BEHIND, "上云\n签约", "缺钱", "再谈"),
        },
    ),
    (  # a merged cell, a heading within the table, and a measure without a word
        f"{HEAD}\n一、信息服务\t\t\t\t\t\n18\t夯实大数据基础能力\t滞后\t选址\t缺地\t\n\t\t\t招标\t缺钱\t\n19\t拓展数字融合应用\t\t\t\t",
        {"18": (BEHIND, "选址\n招标", "缺地\n缺钱", "")},
    ),
    (
        "序号\t措施\t已完成\t正常推进\t滞后\t备注\n18\t夯实大数据基础能力\t\t\t√\t8月建成\n19\t拓展数字融合应用\t√\t\t\t",
        {"18": (BEHIND, "备注：8月建成", "", ""), "19": (DONE, "", "", "")},
    ),
    (
        "序号\t任务\t责任单位\t完成时限\t进展情况\t累计完成数\n18\t夯实大数据基础能力\t市工科局\t12月底\t新增15个\t183个",
        {"18": (None, "新增15个\n累计完成数：183个", "", "")},
    ),
    (
        f"{HEAD}\n18\t夯实大数据基础能力\t无进展\t等批复\t\t",
        {"18": (None, "", "", "")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_each_cell_goes_where_its_column_says(text: str, expected: dict[str, Told]) -> None:
    assert stored(a_town(), text) == expected


def test_no_progress_in_the_cell_of_the_status_is_the_mark_with_its_reason() -> None:
    (one,) = placed(a_town(), parts_of(a_town(), TABLES[-1][0]), replacing=False)
    assert isinstance(one.answer, Accepted)
    content = one.answer.content
    assert content.no_progress
    assert content.no_progress_reason == "等批复"


@pytest.mark.parametrize(
    "text",
    [
        "18\t新增15个",
        "18 项目A|项目B|项目C",
        "新增15个\t签约3家\t开工",
        "99\t别家的事\t滞后\t停工",
        "甲|乙\n丙|丁",
        "本月 进展 问题 如下\n18. 开工\n19. 完工",
        "18 正常推进 建站；19 滞后 停工",
        "",
        "|||",
    ],
)
def test_text_with_tabs_or_bars_is_no_table_by_that_alone(text: str) -> None:
    assert all(part.row is None for part in parts_of(a_town(), text))


def test_row_of_the_measure_that_is_asked_is_a_row_too() -> None:
    text = "18\t夯实大数据基础能力\t已完成\t建成20个"
    parts = parts_of(a_town(), text, answering="18", asked="18")
    assert [(p.entry_id, p.words, p.row is not None) for p in parts] == [(18, "建成20个", True)]


def test_what_stands_around_a_table_and_rows_of_others_have_no_place() -> None:
    report = a_town()
    row = "18\t夯实大数据基础能力\t滞后\t停工\t缺地\t"
    text = f"7月台账\n{HEAD}\n{row}\n99\t别家的事\t滞后\t别家停工\t\t\n\n请审阅"
    parts = parts_of(report, text)
    lost = without_place(report, parts, replacing=False)
    assert [(p.number, p.words) for p in lost] == [
        ("", "7月台账"),
        ("99", "别家的事 滞后 别家停工"),
        ("", "请审阅"),
    ]
    assert stored(report, text) == {"18": (BEHIND, "停工", "缺地", "")}


def test_table_that_goes_on_in_a_further_message_keeps_its_columns() -> None:
    report = a_town()
    first = f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t停工\t缺地\t"
    second = "19\t拓展数字融合应用\t滞后\t上云\t缺钱\t再谈"
    assert stored(report, glued(first, second)) == {
        "18": (BEHIND, "停工", "缺地", ""),
        "19": (BEHIND, "上云", "缺钱", "再谈"),
    }


ROW = "18\t夯实大数据基础能力\t滞后\t停工\t缺地\t"


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((f"{HEAD}\n{ROW}", "18. 揭牌1家"), (BEHIND, "停工\n揭牌1家", "缺地", "")),
        (("18. 揭牌1家\n19. 开工", f"{HEAD}\n{ROW}"), (BEHIND, "揭牌1家\n停工", "缺地", "")),
        (
            (f"{HEAD}\n{ROW}", "18. 揭牌1家。存在问题：缺钱。下一步：再谈。"),
            (BEHIND, "停工\n揭牌1家。", "缺地\n缺钱。", "再谈。"),
        ),
        (
            (f"{HEAD}\n{ROW}", "18. 正常推进：复工"),
            (ON_TRACK, "停工\n复工", "缺地", ""),
        ),
        ((f"{HEAD}\n{ROW}", "18. 已完成"), (DONE, "停工", "缺地", "")),
        (("18. 正常推进：复工\n19. 开工", f"{HEAD}\n{ROW}"), (BEHIND, "复工\n停工", "缺地", "")),
    ],
)
def test_words_and_a_row_for_the_same_measure_are_both_taken(
    messages: tuple[str, str], expected: Told
) -> None:
    report = a_town()
    assert stored(report, glued(*messages))["18"] == expected


def test_row_replaces_or_goes_on_with_what_is_there_and_its_status_holds() -> None:
    before = a_content(status=ON_TRACK, text="旧", problem="旧难")
    report, text = a_town(of_18=before), f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t新\t缺地\t"
    assert stored(report, text)["18"] == (BEHIND, "旧\n新", "旧难\n缺地", "")
    assert stored(report, text, replacing=True)["18"] == (BEHIND, "新", "缺地", "")
    said_otherwise = f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t正常推进，已开工\t缺地\t"
    assert stored(a_town(), said_otherwise)["18"][0] is BEHIND


def test_cooperating_unit_keeps_the_status_only_where_it_tells_of_trouble() -> None:
    measure = a_measure(number="18", title=TITLES["18"], role=Role.COOPERATING)
    report = a_report(an_entry(entry_id=18, measure=measure))
    for status, text in (("正常推进", "提供数据"), ("滞后", "滞后：提供数据")):
        row = f"18\t夯实大数据基础能力\t{status}\t提供数据"
        assert stored(report, row)["18"] == (None, text, "", "")


def test_card_shows_the_status_the_fields_and_the_columns_that_are_not_taken() -> None:
    report = a_town()
    text = (
        "序号\t任务\t责任单位\t状态\t进展\t问题\n18\t夯实大数据基础能力\t市工科局\t滞后\t停工\t缺地"
    )
    card = split_shown(
        "zh-CN",
        report,
        parts_of(report, text),
        paste_id=1,
        messages=1,
        answering=None,
        left_out=columns_left_out(report, text),
    )
    assert "【滞后】 停工 存在问题：缺地" in card.html
    assert "没有取用的列：责任单位" in card.html


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("18\t夯实大数据基础能力\t滞后\t停工\t缺地", True),
        ("18｜滞后｜停工｜缺地\n19｜已完成｜建成", True),
        ("18\t夯实大数据基础能力\t滞后\t停工", False),
        (f"{HEAD}\n18\t夯实大数据基础能力\t滞后\t停工\t缺地\t", False),
    ],
)
def test_row_whose_cells_run_together_says_that_names_of_columns_tell_them_apart(
    text: str, *, is_told: bool
) -> None:
    report = a_town()
    parts = parts_of(report, text)
    card = split_shown("zh-CN", report, parts, paste_id=1, messages=1, answering=None)
    assert (say("zh-CN", "pasted-no-columns") in card.html) is is_told
    if is_told:
        assert stored(report, text)["18"] == (BEHIND, "停工 缺地", "", "")
