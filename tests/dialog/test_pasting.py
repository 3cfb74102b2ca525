"""Several measures in one text: which part is about which measure."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.outcome import Accepted
from dialog.pasting import (
    adds_measures,
    glued,
    helpers_own,
    left_of_the_rest,
    out_of_the_rest,
    parts_before_the_last,
    parts_of,
    placed,
    repeats,
    split_shown,
    told_of_asked,
    without_place,
)
from dialog.press import Action, Press
from dialog.typed_buttons import leads_to
from dialog.words import cleaned, labelled
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    a_titled_report,
    an_entry,
    an_indicator,
    in_trouble,
)
from tests.dialog.telegram_html import assert_fit_to_send
from texts import plain
from vocabulary.message import Message
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import EntryStatus

TITLES = {
    "1": "落实纾困政策",
    "2": "加大困难行业扶持",
    "18": "夯实大数据基础能力",
    "19": "拓展融合",
}


def a_town(**contents: EntryContent) -> WorkingReport:
    return a_titled_report(TITLES, contents)


def split(text: str, answering: str | None = None) -> dict[str, str]:
    return {part.number: part.words for part in parts_of(a_town(), text, answering=answering)}


@pytest.mark.parametrize(
    "text",
    [
        "18. 新开通基站15个。\n19. 接入企业3家。",
        "18、新开通基站15个。\n19、接入企业3家。",
        "18．新开通基站15个。\n19．接入企业3家。",
        "18：新开通基站15个。\n19：接入企业3家。",
        "第18项：新开通基站15个。\n第19项：接入企业3家。",
        "第 18 项 新开通基站15个。\n第 19 项 接入企业3家。",
        "措施18：新开通基站15个。\n措施19：接入企业3家。",
        "18 夯实大数据基础能力：新开通基站15个。\n19 拓展融合：接入企业3家。",
        "18. 夯实大数据基础能力。新开通基站15个。\n19. 拓展融合。接入企业3家。",
        "18. 夯实大数据基础能力\n新开通基站15个。\n19. 拓展融合\n接入企业3家。",
        "１８．新开通基站15个。\n１９．接入企业3家。",
        "\uf0b7\t18.\u00a0新开通\u00ad基站15个。\x0b•\t19.\u00a0接入企业3家。",
        "18\n新开通基站15个。\n19\n接入企业3家。",
        "19. 接入企业3家。\n第18项：新开通基站15个。",
        "19. 接入企业3家。 18. 新开通基站15个。",
        "18。新开通基站15个。\n19。接入企业3家。",
        "19、接入企业3家。18、新开通基站15个。",
        "拓展融合：接入企业3家。夯实大数据基础能力：新开通基站15个。",
        "夯实大数据基础能力：新开通基站15个。 拓展融合：接入企业3家。",
    ],
)
def test_measures_are_known_by_their_numbers_however_they_are_written(text: str) -> None:
    assert split(text) == {"18": "新开通基站15个。", "19": "接入企业3家。"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("18 正常推进 建站；19 滞后 停工", {"18": "正常推进 建站", "19": "滞后 停工"}),
        (
            "18正常推进 累计183个 19滞后 资金没到位",
            {"18": "正常推进 累计183个", "19": "滞后 资金没到位"},
        ),
        ("18正常推进 建成 19家已完成", {"18": "正常推进 建成 19家已完成"}),
        ("18累计183个，19完成招标", {"18": "累计183个", "19": "完成招标"}),
        ("第18项已完成招标，第19项签约3家", {"18": "已完成招标", "19": "签约3家"}),
        ("18、19都没进展", {"18": "没进展", "19": "没进展"}),
        ("第18项和第19项正常推进", {"18": "正常推进", "19": "正常推进"}),
        ("18、19家企业签约", {}),
        ("18-19 正常推进", {"18": "正常推进", "19": "正常推进"}),
        ("第17至25项正常推进", {"18": "正常推进", "19": "正常推进"}),
        ("第18项到第19项：都没进展", {"18": "没进展", "19": "没进展"}),
        ("第十八至19项正常推进", {"18": "正常推进", "19": "正常推进"}),
        ("第十八项到第二十项都没进展", {"18": "没进展", "19": "没进展"}),
        ("一至三季度正常推进", {}),
        ("18项签约3家，19项滞后", {"18": "签约3家", "19": "滞后"}),
        ("18项已完成选址；19项已开工", {"18": "已完成选址", "19": "已开工"}),
        ("18项工作已完成，19项工作推进中", {}),
        ("18项目开工，19项目完工", {}),
        ("18-19 家企业签约", {}),
        ("18-19月份正常推进", {}),
        ("第廿项：举办展会1场。", {}),
        *(
            (text, {"1": "已开工", "18": "完成选址", "19": "签约3家"})
            for text in (
                "第1项已开工；第18项完成选址；第十九项：签约3家",
                "第一项已开工，第18项完成选址，第十九项签约3家",
            )
        ),
        ("关于第18项：\n1. 完成选址\n2. 签约3家", {"18": "1. 完成选址\n2. 签约3家"}),
        ("关于第十八项\n完成选址", {"18": "完成选址"}),
        ("1. 第1项的工作按月调度\n18. 完成选址", {"1": "第1项的工作按月调度", "18": "完成选址"}),
        ("18：完成选址，19家企业签约", {"18": "完成选址，19家企业签约"}),
        ("18、进展：1完成选址，2完成招标", {"18": "进展：1完成选址，2完成招标"}),
    ],
)
def test_several_measures_in_one_sentence_are_split(text: str, parts: dict[str, str]) -> None:
    assert split(text, answering="19") == parts


SAME = {"18": "正常推进：按计划开展。", "19": "正常推进：按计划开展。"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. 开工。\n18、19正常推进：按计划开展。", {"1": "开工。", **SAME}),
        ("18、19正常推进：按计划开展。\n2 完工", {**SAME, "2": "完工"}),
        (
            "18、19正常推进：按计划开展。\n63-67 本月无进展，等上级通知",
            {**SAME, "63-67": "本月无进展，等上级通知"},
        ),
        (
            "2. 开工。\n17-25 本月无进展，等上级通知",
            {"2": "开工。", "18": "本月无进展，等上级通知", "19": "本月无进展，等上级通知"},
        ),
        ("18-19 本月无进展，等批复", {"18": "本月无进展，等批复", "19": "本月无进展，等批复"}),
        (
            "1、2正常推进；18滞后，缺地\n19 完工",
            {"1": "正常推进", "2": "正常推进", "18": "滞后，缺地", "19": "完工"},
        ),
        (
            "1、2、63正常推进\n第18项和第19项都没进展",
            {"1": "正常推进", "2": "正常推进", "63": "正常推进", "18": "没进展", "19": "没进展"},
        ),
        ("18. 开工。\n1-3号楼正常推进", {"18": "开工。\n1-3号楼正常推进"}),
        ("18. 开工。\n1-2季度正常推进", {"18": "开工。\n1-2季度正常推进"}),
    ],
)
def test_line_of_a_list_that_names_several_measures_is_of_each(
    text: str, parts: dict[str, str]
) -> None:
    assert split(text) == parts
    foreign = [part for part in parts_of(a_town(), text) if part.entry_id is None]
    assert {part.number for part in foreign} <= {"63", "63-67"}


def test_words_of_the_asked_measure_and_of_the_rest_are_split() -> None:
    said = told_of_asked(a_town(), "完成3处\n其余正常推进", "18")
    rest = dict.fromkeys(("1", "2", "19"), "正常推进")
    assert split(said) == {"18": "完成3处", **rest}
    for text in ("完成3处，其余正常推进", "19、完工\n其余正常推进", "完成3处\n其余2处待定"):
        assert told_of_asked(a_town(), text, "18") == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        *(
            (text, dict.fromkeys(("1", "2", "19"), word))
            for text, word in (
                ("其他均正常推进", "正常推进"),
                ("其余各项措施都按计划推进。", "正常推进"),
                ("剩下的都是已完成的", "完成"),
                ("其它任务本月无进展", "无进展"),
                ("除18外都正常推进", "正常推进"),
                ("除第18项以外，其余均为正常推进", "正常推进"),
                ("All the others are on track.", "on track"),
                ("All but 18 are on track", "on track"),
            )
        ),
        (
            "其余均正常推进：按计划开展",
            dict.fromkeys(("1", "2", "19"), "正常推进：按计划开展"),
        ),
        (
            "19. 停工。\n其余各项均无进展：等省里批复。",
            {"19": "停工。", "1": "无进展：等省里批复", "2": "无进展：等省里批复"},
        ),
        (
            "The rest are on track: as planned",
            dict.fromkeys(("1", "2", "19"), "on track：as planned"),
        ),
        ("其余正常推进：19滞后", {}),
        ("其余同上月：正常推进", {}),
        ("除18、2项外均正常推进", {"1": "正常推进", "19": "正常推进"}),
        (
            "19滞后：缺地，停工。\n其他均正常推进",
            {"19": "滞后：缺地，停工。", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "19滞后：停工；其余任务正常推进",
            {"19": "滞后：停工", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "其余均正常推进，19滞后：停工",
            {"19": "滞后：停工", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "19. 停工。\n\x1e\n其余正常推进",
            {"19": "停工。", "1": "正常推进", "2": "正常推进"},
        ),
        ("其余正常推进，19完成签约3家", {"19": "完成签约3家", "1": "正常推进", "2": "正常推进"}),
        ("其余正常推进，19项资金已到位", {"19": "资金已到位", "1": "正常推进", "2": "正常推进"}),
        (
            "其余正常推进，1走访3户，第19申报6家",
            {"1": "走访3户", "19": "申报6家", "2": "正常推进"},
        ),
        ("其余正常推进，19家企业入驻", {}),
        ("其余正常推进，2项措施已完成", {}),
        ("19. 建成3处；其余正常推进", {"19": "建成3处；其余正常推进"}),
        (
            "第19项滞后，缺地；其余正常推进",
            {"19": "滞后，缺地", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "19滞后，缺地，停工，其余正常推进",
            {"19": "滞后，缺地，停工", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "第19项正常推进，建成3处，其余正常推进",
            {"19": "正常推进，建成3处，其余正常推进"},
        ),
        ("除2项滞后外都正常推进", {"2": "滞后", "1": "正常推进", "19": "正常推进"}),
        (
            "除第1、2项未启动外，其余均正常推进",
            {"1": "未启动", "2": "未启动", "19": "正常推进"},
        ),
        (
            "第1项正常推进，第2项滞后，其余均正常推进",
            {"1": "正常推进", "2": "滞后", "19": "正常推进"},
        ),
        (
            "1、2项均正常推进，19项滞后",
            {"1": "正常推进", "2": "正常推进", "19": "滞后"},
        ),
        (
            "1、2、19项滞后；其余正常推进",
            {"1": "滞后", "2": "滞后", "19": "滞后", "": "其余正常推进"},
        ),
        (
            "除1、2、19滞后外，其余均正常推进",
            {"1": "滞后", "2": "滞后", "19": "滞后", "": "除1、2、19滞后外，其余均正常推进"},
        ),
        ("除99外都正常推进", {}),
        ("其余正常推进，已完成招标", {}),
        ("其余3处正常推进", {}),
        ("其他企业正常推进", {}),
        ("均正常推进", {}),
    ],
)
def test_word_said_of_the_rest_is_of_each_measure_that_nobody_has_begun(
    text: str, parts: dict[str, str]
) -> None:
    report = a_town(of_18=a_content())
    assert {part.number: part.words for part in parts_of(report, text)} == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "其余均正常推进\n\x1e\n第19项：新增3家",
            {"19": "正常推进：新增3家", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "其余均正常推进\n\x1e\n19. 新增3家\n\x1e\n19. 又签约1家",
            {"19": "正常推进：新增3家\n又签约1家", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "其余均正常推进\n\x1e\n第19项：滞后，缺地",
            {"19": "滞后，缺地", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "其余均正常推进\n\x1e\n第19项：无进展，等批复",
            {"19": "无进展，等批复", "1": "正常推进", "2": "正常推进"},
        ),
        (
            "19. 新增3家\n\x1e\n其余均正常推进",
            {"19": "新增3家", "1": "正常推进", "2": "正常推进"},
        ),
    ],
)
def test_measure_that_is_told_more_of_behind_the_word_for_the_rest_keeps_its_status(
    text: str, parts: dict[str, str]
) -> None:
    report = a_town(of_18=a_content())
    found = parts_of(report, text)
    assert {part.number: part.words for part in found} == parts
    assert out_of_the_rest(report, text) == []


@pytest.mark.parametrize("word", ["同上月", "无进展"])
def test_what_goes_out_of_the_rest_by_words_of_its_own_is_said(word: str) -> None:
    report = a_report(
        *(
            an_entry(entry_id=int(one), measure=a_measure(number=one), last=a_content())
            for one in ("1", "19")
        )
    )
    text = f"其余{word}\n\x1e\n第19项：新增3家"
    found = parts_of(report, text)
    assert {part.number: part.words for part in found} == {"1": word, "19": "新增3家"}
    assert out_of_the_rest(report, text) == [("19", word)]
    card = split_shown(
        "zh-CN", report, found, paste_id=1, messages=2, answering=None, out=[("19", word)]
    )
    assert plain("zh-CN", "pasted-out-of-rest", list="19", word=word) in card.html


def test_rest_as_last_month_behind_several_items_is_of_the_other_measures() -> None:
    report = a_report(
        *(
            an_entry(entry_id=int(one), measure=a_measure(number=one), last=a_content())
            for one in ("1", "5", "18")
        )
    )
    found = parts_of(report, "18项累计198个，5项用地已批复，其余同上月")
    assert {part.number: part.words for part in found} == {
        "18": "累计198个",
        "5": "用地已批复",
        "1": "同上月",
    }


def test_status_before_the_first_number_is_of_the_asked_measure() -> None:
    text = "正常推进：走访12家企业；\n19：正常推进，完成选址2处"
    assert split(told_of_asked(a_town(), text, "18")) == {
        "18": "正常推进：走访12家企业；",
        "19": "正常推进，完成选址2处",
    }
    preamble = "7月进展\n18：正常推进\n19：滞后"
    assert told_of_asked(a_town(), preamble, "18") == preamble


@pytest.mark.parametrize("words", ["走访12家；", "走访企业，签约2家", "已开工", "召开推进会1次。"])
def test_words_before_the_first_number_are_of_the_measure_whose_text_is_asked(words: str) -> None:
    text = f"{words}\n19：完成选址2处"
    found = split(told_of_asked(a_town(), text, "18", is_text=True))
    assert found == {"18": words, "19": "完成选址2处"}
    assert told_of_asked(a_town(), text, "18") == text
    told_itself = f"{text}\n18：完成招标"
    assert told_of_asked(a_town(), told_itself, "18", is_text=True) == told_itself


@pytest.mark.parametrize(
    "words",
    [
        "永济市自然资源局",
        "2022年7月工作进展情况",
        "各位领导：\n现将7月进展汇报如下：",
        "收到，马上报",
        "一、工作进展情况",
        "发改局7月份台账",
    ],
)
def test_what_heads_a_pasted_list_is_no_answer_of_the_asked_measure(words: str) -> None:
    text = f"{words}\n19：完成选址2处\n20：完成招标"
    assert told_of_asked(a_town(), text, "18", is_text=True) == text


def test_rest_as_last_month_names_each_figure_and_leaves_out_what_has_to_be_told() -> None:
    last = a_content(figures=(a_figure(183),))
    counted = a_measure(number="4", indicators=(an_indicator(),))
    report = a_report(
        an_entry(entry_id=1, measure=a_measure(number="1"), last=a_content()),
        replace(in_trouble(), last=a_content()),
        an_entry(entry_id=2, measure=a_measure(number="2")),
        an_entry(entry_id=3, measure=a_measure(number="3"), last=a_content(), helper="王五"),
        an_entry(entry_id=4, measure=counted, last=last),
        an_entry(entry_id=5, measure=a_measure(number="5"), last=a_content()),
    )
    parts = parts_of(report, "除第5项外都同上月")
    assert [part.number for part in parts] == ["4", "1"]
    assert left_of_the_rest(report, "除第5项外都同上月") == ["18", "2"]
    assert left_of_the_rest(report, "除第5项外都正常推进") == []
    card = split_shown("zh-CN", report, parts, paste_id=1, messages=1, answering=None)
    assert "累计建成5G基站 183个（同上月，不变）" in card.html
    first, second = placed(report, parts, replacing=False)
    assert isinstance(first.answer, Accepted)
    assert (first.answer.content, isinstance(second.answer, Accepted)) == (last, True)


def test_figure_that_is_changed_beside_the_rest_as_last_month_is_of_a_measure_as_last_month() -> (
    None
):
    last = a_content(figures=(a_figure(183),))
    counted = a_measure(number="4", indicators=(an_indicator(),))
    report = a_report(
        an_entry(entry_id=1, measure=a_measure(number="1"), last=a_content()),
        an_entry(entry_id=4, measure=counted, last=last),
    )
    parts = parts_of(report, "其余同上月，4改为190个")
    assert [(part.number, part.words) for part in parts] == [
        ("4", "同上月，190个"),
        ("1", "同上月"),
    ]
    first, _ = placed(report, parts, replacing=False)
    assert isinstance(first.answer, Accepted)
    assert first.answer.content == replace(last, figures=(a_figure(190),))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("第18项滞后，缺地；其余同上月", {"18": "滞后，缺地", "1": "同上月"}),
        ("18滞后，缺地，停工，其余同上月。", {"18": "滞后，缺地，停工", "1": "同上月"}),
        ("第18项：签约3家。其余同上月", {"18": "签约3家", "1": "同上月"}),
        ("第18项：签约3家，其余同上月", {"18": "签约3家，其余同上月"}),
    ],
)
def test_rest_as_last_month_on_the_line_of_one_measure_is_of_the_others(
    text: str, parts: dict[str, str]
) -> None:
    report = a_report(
        an_entry(entry_id=1, measure=a_measure(number="1"), last=a_content()),
        an_entry(entry_id=18, measure=a_measure(number="18")),
    )
    assert {part.number: part.words.rstrip("。") for part in parts_of(report, text)} == parts
    asked = told_of_asked(report, "滞后，缺地；其余同上月", "18")
    assert asked == "第18项：滞后，缺地；其余同上月"


def test_rest_said_twice_is_said_once_of_each() -> None:
    parts = parts_of(a_town(), "剩下的都正常推进\n\x1e\n其他各项均按序时进度推进")
    assert {part.words for part in parts} == {"正常推进"}


@pytest.mark.parametrize(
    "said", ["其余按上月", "其他均同上月", "剩下的照旧。", "The rest as last month"]
)
def test_rest_as_last_month_in_other_words_is_the_button(said: str) -> None:
    assert leads_to(said, 5) == Press(Action.SAME_ALL, 5)


def test_lines_without_a_number_belong_to_the_measure_before() -> None:
    assert split("18. 一是新开通基站。\n二是完成招标。\n19. 开工。") == {
        "18": "一是新开通基站。\n二是完成招标。",
        "19": "开工。",
    }


def test_list_within_a_measure_goes_back_in_number_and_stays_in_it() -> None:
    assert split("18. 进展如下\n1. 新开通基站\n2. 完成招标\n19. 开工。") == {
        "18": "进展如下\n1. 新开通基站\n2. 完成招标",
        "19": "开工。",
    }


def test_list_that_counts_and_is_not_all_of_measures_is_one_answer() -> None:
    text = "1. 新开通基站\n2. 完成招标\n3. 签订合同"
    assert split(text, answering="18") == {}
    assert split(text) == {"1": "新开通基站", "2": "完成招标", "3": "签订合同"}


@pytest.mark.parametrize(
    "text",
    [
        "新开通基站15个。",
        "18",
        "1.2万元已到位，新开通18个。",
        "18个基站开通\n19个签约",
        "18 个基站开通。",
        "18 个基站开通。\n另有3个签约。",
        "99. 别家的事。",
        "2022年开工\n2023年完工",
        "",
        "\n",
    ],
)
def test_what_names_no_several_measures_is_no_paste(text: str) -> None:
    assert split(text) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("18. 新开通15个。", "新开通15个。"),
        ("18、新开通15个。", "新开通15个。"),
        ("18：新开通15个。", "新开通15个。"),
        ("18. 新开通15个。\n另有3个签约。", "新开通15个。\n另有3个签约。"),
        ("18\n新开通15个。", "新开通15个。"),
    ],
)
def test_words_behind_one_number_are_of_that_measure_unless_it_is_the_one_asked(
    text: str, words: str
) -> None:
    for asked, expected in ((None, True), ("19", True), ("18", False)):
        parts = parts_of(a_town(), text, asked=asked)
        assert [(p.number, p.words) for p in parts] == [("18", words)] * expected


def test_problem_and_next_step_within_a_part_go_to_their_fields_whatever_the_status() -> None:
    words = "完成选址。存在问题：要价高。下一步打算：8月协调。需协调：市财政局"
    for status in ("滞后：", "", "正常推进："):
        (one,) = placed(a_town(), parts_of(a_town(), f"第18项：{status}{words}"), replacing=False)
        assert isinstance(one.answer, Accepted)
        content = one.answer.content
        assert (content.text, content.problem) == ("完成选址。", "要价高。")
        assert (content.next_step, content.help_from) == ("8月协调。", "市财政局")


@pytest.mark.parametrize(
    "heading",
    [
        "存在困难：",
        "存在的问题和困难：",
        "困难和问题：",
        "困难：",
        "不足：",
        "存在不足：",
        "存在问题及建议：",
        "面临的主要困难：",
        "【存在问题】",
        "【困难】：",
        "（存在问题）",
        "[存在的主要问题]",
    ],
)
@pytest.mark.parametrize(
    "ahead",
    [
        "下月计划：",
        "下一阶段：",
        "下一步工作重点：",
        "今后打算：",
        "下步工作：",
        "下一阶段工作打算：",
        "解决措施：",
        "【下一步】",
        "【下一步打算】：",
    ],
)
def test_problem_and_next_step_are_known_by_whatever_they_are_called(
    heading: str, ahead: str
) -> None:
    text = f"第18项：签约3家。\n{heading}缺地\n{ahead}8月报批"
    (one,) = placed(a_town(), parts_of(a_town(), text), replacing=False)
    assert isinstance(one.answer, Accepted)
    content = one.answer.content
    assert (content.text, content.problem, content.next_step) == ("签约3家。", "缺地", "8月报批")


@pytest.mark.parametrize(
    "words",
    [
        "解决问题：无法人企业2家，困难户12户",
        "下一步桥改造完成",
        "整改措施：修路2公里",
        "今后三年规划：已印发",
        "（下一步）",
    ],
)
def test_words_that_only_sound_like_a_heading_are_of_the_text(words: str) -> None:
    told = labelled(f"签约3家。\n{words}")
    assert (told.problem, told.next_step) == ("", "")


HEADINGS = "（一）进展情况\n完成选址。\n（二）存在问题\n要价高。\n（三）下一步打算\n8月协调。"


@pytest.mark.parametrize(
    "text", [f"第18项\n{HEADINGS}", f"18. {HEADINGS}\n19. 开工。\n二、存在问题\n缺地。"]
)
def test_headings_within_a_measure_lead_to_its_fields(text: str) -> None:
    one, *_ = placed(a_town(), parts_of(a_town(), text), replacing=False)
    assert isinstance(one.answer, Accepted)
    content = one.answer.content
    assert (content.problem, content.next_step) == ("要价高。", "8月协调。")
    assert content.text == "（一）进展情况\n完成选址。"


@pytest.mark.parametrize(
    "heading",
    [
        "二、下一步打算",
        "（二）存在问题",
        "三、工作建议",
        "二、存在的困难和问题：",
        "二、存在的问题和不足",
        "三、下月工作计划",
        "三、下一步工作重点",
        "二、困难问题",
        "三、需要协调解决的事项",
        "三、8月份工作计划",
        "三、下阶段工作打算",
        "二、存在不足",
    ],
)
def test_what_a_document_says_below_all_measures_is_of_none_of_them(heading: str) -> None:
    text = f"一、进展情况\n18. 开工。\n19. 完工。\n另签约3家。\n{heading}\n加强调度。"
    assert [(part.number, part.words) for part in parts_of(a_town(), text) if part.entry_id] == [
        ("18", "开工。"),
        ("19", "完工。\n另签约3家。"),
    ]
    lost = without_place(a_town(), parts_of(a_town(), text), replacing=False)
    assert "加强调度。" in "".join(part.words for part in lost)


@pytest.mark.parametrize(
    "end",
    [
        "特此报告。",
        "专此报告",
        "联系人：王联络，电话13935900001",
        "联系电话：0359-8022001",
        "以上情况，请审阅。",
        "以上报告，妥否，请批示。",
        "市工科局\n2022年8月1日",
        "市工科局（盖章）\n2022.8.1",
        "永济市工科局 2022年8月1日",
        "二〇二二年八月一日",
        "特此报告。\n联系人：王联络 13935900001\n市工科局\n2022年8月1日",
        "以上情况，请审阅。\n此致\n敬礼",
        "特此报告，请予审阅。\n永济市工科局\n2022年8月2日\n（联系人：王联络，联系电话：13935900001）",
        "特此报告，请审阅。",
        "以上报告，请予审阅。",
        "请领导审阅。",
        "如有不妥，请指正。",
        "以上是我局7月份工作情况。",
        "以上为7月份进展，请审示",
        "以上。\n李工 13935911111",
        "以上报告妥否，请示",
        "汇报完毕，谢谢！",
        "市工科局办公室\n2022年8月2日",
        "永济市工科局（代章）\n2022年8月",
        "永济市工科局党组\n2022年8月2日印发",
        "市工科局运行监测股",
        "工科局 王联络 13935900001",
        "市 工 科 局\n二〇二二年八月",
        "单位（盖章）：永济市工科局",
        "单位负责人：李某",
        "审核：李某",
        "填报人：王联络 负责人：李某",
        "抄送：市政府办公室",
        "日期：2022年8月2日",
        "附件：1.托管合同",
        "特此报告。\n附件：1.托管合同\n2.现场照片\n市工科局\n2022年8月1日",
    ],
)
def test_end_of_a_letter_is_given_back_and_is_of_no_measure(end: str) -> None:
    report = a_town()
    text = f"18. 开工。\n19. 完工。\n另签约3家。\n{end}"
    parts = parts_of(report, text)
    assert [(one.number, one.words) for one in parts] == [
        ("18", "开工。"),
        ("19", "完工。\n另签约3家。"),
        ("", end),
    ]
    assert [one.words for one in without_place(report, parts, replacing=False)] == [end]


def test_end_of_a_letter_on_the_line_of_the_last_measure_is_given_back_too() -> None:
    parts = split("18. 开工。\n19. 完工，签约3家。特此报告。")
    assert parts == {"18": "开工。", "19": "完工，签约3家。", "": "特此报告。"}


@pytest.mark.parametrize(
    "words",
    [
        "公布联系人12名",
        "热线电话：回访120户，均已办结",
        "电话：回访120户",
        "已上报，请省厅审核",
        "资金缺口300万元，请市财政局审核拨付。",
        "8月1日开工",
        "市工科局牵头开工2处",
        "两份报告已呈报",
        "审核：企业资质12家已通过",
        "不足部分已请市财政局补足",
        "以上项目均已开工",
        "工科局牵头开工2处",
        "2022年8月开工",
        "附件厂开工",
        "项目负责人到位",
    ],
)
def test_last_words_of_a_measure_that_only_look_like_the_end_of_a_letter_stay(words: str) -> None:
    assert split(f"18. 开工。\n19. 完工。\n{words}") == {"18": "开工。", "19": f"完工。\n{words}"}
    assert split("18. 开工。\n19. 特此报告。") == {"18": "开工。", "19": "特此报告。"}


def test_list_of_deeds_within_a_measure_is_no_heading_of_the_document() -> None:
    text = "18. 开工。\n19. 进展如下\n（一）完成选址；\n（二）完成招标。"
    assert split(text)["19"] == "进展如下\n（一）完成选址；\n（二）完成招标。"


@pytest.mark.parametrize(
    "text", ["1.办了5件 2.办了3件", "1、办了5件；2、办了3件", "1. 办了5件。 2. 办了3件"]
)
def test_measures_on_one_line_are_split_where_all_numbers_are_the_units(text: str) -> None:
    assert {n: words.strip("；。") for n, words in split(text).items()} == {
        "1": "办了5件",
        "2": "办了3件",
    }


def test_number_that_ends_an_english_sentence_begins_no_measure() -> None:
    text = "1. on track: done\n2. behind: visited 19. Problem: no money. Next step: by 18 May."
    assert split(text) == {"1": "on track: done", "2": text.partition("2. ")[2]}


@pytest.mark.parametrize(
    "text", ["1.办了5件 7.办了3件", "18、办了5件 2、办了3件", "18. 完成3.5公里 19个签约"]
)
def test_line_is_not_split_at_what_may_be_no_measure(text: str) -> None:
    assert len(split(text)) <= 1


def test_problem_that_is_pasted_goes_on_with_the_one_that_is_there_or_replaces_it() -> None:
    before = a_content(status=EntryStatus.BEHIND, problem="缺地。")
    report = a_town(of_18=before)
    for replacing, problem in ((False, "缺地。\n缺人。"), (True, "缺人。")):
        (one,) = placed(report, parts_of(report, "第18项：存在问题：缺人。"), replacing=replacing)
        assert isinstance(one.answer, Accepted)
        assert (one.answer.content.text, one.answer.content.problem) == (before.text, problem)


@pytest.mark.parametrize("nothing", ["无", "暂无。"])
def test_pasted_word_that_there_is_no_problem_is_none(nothing: str) -> None:
    (one,) = placed(
        a_town(), parts_of(a_town(), f"第18项：滞后：停工。\n存在问题：{nothing}"), replacing=False
    )
    assert isinstance(one.answer, Accepted)
    assert (one.answer.content.text, one.answer.content.problem) == ("停工。", "")


def test_one_measure_named_surely_is_not_taken_for_another() -> None:
    assert split("第19项：接入企业3家。", answering="18") == {"19": "接入企业3家。"}
    assert split("第18项：接入企业3家。", answering="18") == {}


def test_what_belongs_to_no_measure_is_a_part_of_its_own() -> None:
    parts = parts_of(a_town(), "7月份进展如下：\n18. 开工。\n19. 完工。\n99. 别家的事。")
    assert [(part.entry_id, part.number, part.words) for part in parts] == [
        (None, "", "7月份进展如下："),
        (18, "18", "开工。"),
        (19, "19", "完工。"),
        (None, "99", "别家的事。"),
    ]
    assert [part.number for part in without_place(a_town(), parts, replacing=False)] == ["", "99"]


def words_after(report: WorkingReport, text: str, *, replacing: bool) -> dict[str, str]:
    found = placed(report, parts_of(report, text), replacing=replacing)
    return {
        one.entry.measure.number: one.answer.content.text
        for one in found
        if isinstance(one.answer, Accepted)
    }


def test_words_go_on_with_what_is_there_or_replace_it() -> None:
    report = a_town(of_18=a_content(text="旧"))
    text = "18. 新\n19. 开工"
    assert words_after(report, text, replacing=False) == {"18": "旧\n新", "19": "开工"}
    assert words_after(report, text, replacing=True) == {"18": "新", "19": "开工"}


def test_the_same_pasted_again_adds_nothing() -> None:
    report = a_town(of_18=a_content(text="新"))
    assert words_after(report, "18. 新\n19. 开工", replacing=False)["18"] == "新"


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        ("1. 开工\n18. 完工", {"1": "开工", "18": "完工"}, []),
        ("18. 完工\n2. 别人的\n19. 也是", {"18": "完工"}, ["2", "19"]),
        ("18. 完工\n其余均正常推进", {"18": "完工", "1": "正常推进"}, []),
        ("2. 别人的\n19. 也是", {}, []),
        ("其余均正常推进", {"1": "正常推进", "18": "正常推进"}, []),
        (f"18\t{TITLES['18']}\t完工\n19\t{TITLES['19']}\t也是", {"18": "完工"}, ["19"]),
    ],
)
def test_helper_stores_what_is_of_their_measures_and_nothing_of_others_goes_there(
    text: str, own: dict[str, str], others: list[str]
) -> None:
    town = a_town()
    theirs = replace(town, entries=tuple(e for e in town.entries if e.entry_id in {1, 18}))
    parts = helpers_own(theirs, parts_of(town, text))
    assert {part.number: part.words for part in parts if part.entry_id is not None} == own
    assert [part.number for part in parts if part.is_others] == others
    if parts:
        card = split_shown("en", theirs, parts, paste_id=1, messages=1, answering=None)
        assert card.html.count("you were not asked to help with this one") == len(others)


def _actions(card: Message) -> list[Action]:
    presses = [Press.read(button.data) for row in card.buttons for button in row]
    return [press.action for press in presses if press]


def test_what_came_last_stands_first_in_the_list_that_is_confirmed() -> None:
    report, first = a_town(), f"1. {'长' * 300}\n2. 开工\n19. 完工"
    text = glued(first, "第1项改为滞后\n18. 新开通\n99. 别家的")
    card = split_shown(
        "zh-CN",
        report,
        parts_of(report, text),
        paste_id=1,
        messages=2,
        answering=None,
        before=parts_before_the_last(report, text),
    )
    newest, earlier = card.html.split("先前收到的：")
    assert "刚收到的：" in newest
    assert "＋ 改为滞后" in newest
    assert "18　夯实大数据基础能力：新开通" in newest
    assert "2　加大困难行业扶持：开工" in earlier
    assert parts_before_the_last(report, first) == []


def test_nothing_is_confirmed_before_all_of_it_was_shown() -> None:
    titles = {str(n): f"任务{n}" for n in range(1, 61)}
    report = a_titled_report(titles, {})
    parts = parts_of(report, "\n".join(f"{n}. {'办' * 70}" for n in titles))
    cards = [
        split_shown("zh-CN", report, parts, paste_id=1, messages=1, answering=None, page=page)
        for page in (0, 1, 9)
    ]
    for card in cards:
        assert_fit_to_send(card)
    first, last = cards[0], cards[1]
    assert cards[2] == last
    assert _actions(first) == [Action.PASTED_SHOW, Action.PASTED_DROP]
    assert _actions(last) == [Action.PASTED_TAKE, Action.PASTED_SHOW, Action.PASTED_DROP]
    assert all(f"{n}　任务{n}：" in f"{first.html}\n{last.html}" for n in titles)


def test_message_that_another_one_happens_to_contain_is_no_repetition_of_it() -> None:
    waits = glued("18. 开工。\n19. 完工。", "118. 招标。")
    assert repeats(waits, "18. 开工。\n19. 完工。")
    assert not repeats(waits, "18. 招标。")
    assert not repeats(waits, "9. 完工。")


def test_part_may_begin_with_its_status() -> None:
    found = placed(a_town(), parts_of(a_town(), "18. 滞后：未开工\n19. 开工"), replacing=False)
    answer = found[0].answer
    assert isinstance(answer, Accepted)
    assert (answer.content.status, answer.content.text) == (EntryStatus.BEHIND, "未开工")


def test_sign_of_a_status_behind_the_number_is_the_status() -> None:
    report = a_town()
    parts = parts_of(report, "1.【滞后】停工\n2（已完成）验收，余下3处\n18 √ 上线\n19（正常推进）")
    answers = [one.answer for one in placed(report, parts, replacing=False)]
    contents = [answer.content for answer in answers if isinstance(answer, Accepted)]
    assert [(content.status, content.text) for content in contents] == [
        (EntryStatus.BEHIND, "停工"),
        (EntryStatus.DONE, "验收，余下3处"),
        (EntryStatus.DONE, "上线"),
        (EntryStatus.ON_TRACK, ""),
    ]


def test_part_that_is_refused_has_no_place_and_is_said() -> None:
    report, text = a_town(), f"18. {'长' * 2001}\n19. 开工"
    parts = parts_of(report, text)
    assert [part.number for part in without_place(report, parts, replacing=False)] == ["18"]
    card = split_shown("zh-CN", report, parts, paste_id=1, messages=1, answering=None)
    assert "2,001" in card.html or "2001" in card.html


def test_text_that_telegram_has_cut_is_one_again() -> None:
    first, second = "18. " + "字" * 4000, "尾。\n19. 开工"
    assert glued(first, second) == first + second
    long = "18. " + "字" * 4000
    for before in ("18. 完工。", long):
        assert cleaned(glued(before, "19. 开工")) == f"{before}\n19. 开工"


def test_numbers_of_a_further_message_begin_anew() -> None:
    assert split(glued("18. 开工。\n19. 完工。", "1. 发文。\n18. 招标。")) == {
        "18": "开工。\n招标。",
        "19": "完工。",
        "1": "发文。",
    }


def test_each_message_is_split_by_itself_and_one_without_measures_has_no_place() -> None:
    first = "（18）完成选址。\n另有3处正在协商。"
    assert split(glued(first, "19. 完工。")) == {
        "18": "完成选址。\n另有3处正在协商。",
        "19": "完工。",
    }
    assert split(glued(first, "好的")) == {"18": "完成选址。\n另有3处正在协商。", "": "好的"}


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("19. 完工。", True),
        ("新进展：\n18. 招标。", True),
        ("（19）完工。", True),
        ("19", False),
        ("好的", False),
        ("18 个项目开工", False),
        ("99. 别家的事。", False),
    ],
)
def test_further_message_is_more_of_a_paste_where_it_names_measures(
    text: str, *, adds: bool
) -> None:
    assert adds_measures(a_town(), text) == adds


LINES = st.lists(
    st.one_of(
        st.sampled_from(["18. 开工", "19、完工", "第2项：招标", "1 x", "99. y", "一是", "<b>"]),
        st.text(max_size=30),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from([None, "18"]))
@settings(deadline=None)
def test_no_word_is_lost_in_splitting_and_what_is_shown_can_be_sent(
    lines: list[str], answering: str | None
) -> None:
    report, text = a_town(), "\n".join(lines)
    parts = parts_of(report, text, answering=answering)
    if not parts:
        return
    kept = "".join(f"{part.number}{part.words}" for part in parts)
    for sign in set("开工完招标一是xy") & set(text):
        assert kept.count(sign) == cleaned(text).count(sign)
    card = split_shown("zh-CN", report, parts, paste_id=7, messages=2, answering=answering)
    assert_fit_to_send(card)
    offered = [Press.read(b.data) for row in card.buttons for b in row]
    assert Action.PASTED_DROP in {press.action for press in offered if press}


def test_done_in_front_of_a_part_is_a_status_only_where_nothing_is_left() -> None:
    text = (
        "1. 已完成：12处选址\n2. 已完成，7月20日验收\n18. 已完成：累计建成190个\n19. done: signed"
    )
    found = placed(a_town(), parts_of(a_town(), text), replacing=False)
    contents = [one.answer.content for one in found if isinstance(one.answer, Accepted)]
    done = EntryStatus.DONE
    assert [(one.status, one.text) for one in contents] == [
        (None, "已完成：12处选址"),
        (done, "7月20日验收"),
        (done, "累计建成190个"),
        (done, "signed"),
    ]


def test_word_that_is_no_answer_has_no_place_in_a_paste() -> None:
    text = "1. 收到\n2. 怎么填\n18. 开工。"
    lost = without_place(a_town(), parts_of(a_town(), text), replacing=False)
    assert [part.number for part in lost] == ["1", "2"]


FORMS = [
    ("19、接入3家\n18、新开通15个", {"19": "接入3家", "18": "新开通15个"}),
    ("19 正常推进 接入3家\n18 已完成 招标", {"19": "正常推进 接入3家", "18": "已完成 招标"}),
    (
        "19、滞后：停工\n2、招标\n18、已完成，验收",
        {"19": "滞后：停工", "2": "招标", "18": "已完成，验收"},
    ),
    ("①第18项 开工\n②第19项 完工", {"18": "开工", "19": "完工"}),
    ("（一）第18项：开工\n（二）第19项：完工", {"18": "开工", "19": "完工"}),
    ("1）18项 开工\n2）19项 完工", {"18": "开工", "19": "完工"}),
    ("【18】开工\n【19】完工", {"18": "开工", "19": "完工"}),
    ("（18）开工\n（19）完工", {"18": "开工", "19": "完工"}),
    ("18正常推进：完成招标", {"18": "正常推进：完成招标"}),
    ("18滞后，材料不全", {"18": "滞后，材料不全"}),
    ("18滞后", {"18": "滞后"}),
    ("18已完成 累计300", {"18": "已完成 累计300"}),
    ("18，已完成，落实贷款贴息3200万元", {"18": "已完成，落实贷款贴息3200万元"}),
    ("18，召开座谈会1次", {"18": "召开座谈会1次"}),
    ("18无进展，等批复", {"18": "无进展，等批复"}),
    ("18 【滞后】 接入系统2个", {"18": "【滞后】接入系统2个"}),
    ("18（已完成）节点上线", {"18": "【已完成】节点上线"}),
    ("18 √ 清洁生产审核3家", {"18": "【已完成】清洁生产审核3家"}),
    ("18[on track] Surveyed.", {"18": "【on track】Surveyed."}),
    ("第18项（滞后）", {"18": "滞后"}),
    (
        "18. 【滞后】办车展1场\n19（已完成）新入统6户",
        {"18": "【滞后】办车展1场", "19": "【已完成】新入统6户"},
    ),
    ("18【滞后】停工；19（已完成）验收", {"18": "【滞后】停工", "19": "【已完成】验收"}),
    ("十八、完成招标", {"18": "完成招标"}),
    ("十九、完工\n十八、开工", {"19": "完工", "18": "开工"}),
    ("○ 18　夯实大数据基础能力\n开通3个\n○ 19　拓展融合\n签约", {"18": "开通3个", "19": "签约"}),
    ("● 18　夯实大数据基础…\n开通3个", {"18": "开通3个"}),
    ("夯实大数据基础能力：开通3个", {"18": "开通3个"}),
    ("19、接入3家\n1、选址\n2、招标", {"19": "接入3家\n1、选址\n2、招标"}),
    ("7月：\n19、接入3家", {"": "7月：", "19": "接入3家"}),
]


@pytest.mark.parametrize(("text", "parts"), FORMS)
def test_however_other_measures_are_named_their_words_are_not_of_the_one_asked(
    text: str, parts: dict[str, str]
) -> None:
    other = an_entry(entry_id=30, measure=a_measure(number="30", title="其他工作"))
    report = a_report(*a_town().entries, other)
    for asked in (None, "30"):
        found = parts_of(report, text, answering=asked, asked=asked)
        assert {part.number: part.words for part in found} == parts


@pytest.mark.parametrize(
    "text",
    [
        "一、选址\n二、招标\n三、签约",
        "（1）选址\n（2）招标\n（3）签约",
        "进展如下：1.选址\n2.招标\n3.签约",
        "一、进展情况\n选址\n二、存在问题\n缺地",
        "15 家企业入驻\n2 家签约",
        "①选址\n②招标",
        "拓展融合发展的路子",
        "19，比上月增加3个",
        "19，3个镇已开工",
        "一是选址；二是招标",
        "15（城区）家企业入驻",
    ],
)
def test_what_a_measure_counts_itself_stays_its_own(text: str) -> None:
    assert parts_of(a_town(), text, answering="18", asked="18") == []


@pytest.mark.parametrize("text", ["1、选址\n2、招标", "一、选址\n二、招标", "（1）选址\n（2）招标"])
def test_list_whose_numbers_are_all_measures_is_asked_about_and_first_as_one_answer(
    text: str,
) -> None:
    report = a_town()
    parts = parts_of(report, text, answering="18", asked="18")
    assert {part.number: part.words for part in parts} == {"1": "选址", "2": "招标"}
    for words, place in ((text, 0), ("19、完工\n1、开工", 1)):
        parts = parts_of(report, words, answering="18", asked="18")
        card = split_shown("zh-CN", report, parts, paste_id=1, messages=1, answering="18")
        presses = [Press.read(row[0].data) for row in card.buttons]
        assert [press.action for press in presses if press][place] is Action.PASTED_ANSWER


def test_button_counts_what_can_be_stored_and_the_rest_names_no_button_that_is_not_there() -> None:
    report = a_town()
    card = split_shown(
        "zh-CN",
        report,
        parts_of(report, "1、开工\n2、无\n18、同上月\n19、完工"),
        paste_id=1,
        messages=1,
        answering=None,
    )
    assert card.buttons[0][0].text == plain("zh-CN", "pasted-button-take", count=2)
    assert plain("zh-CN", "button-no-progress") + "”" not in card.html
    card = split_shown(
        "zh-CN", report, parts_of(report, "第2项：无"), paste_id=1, messages=1, answering=None
    )
    assert len(card.buttons) == 1
