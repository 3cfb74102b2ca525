"""How a person says which measure is meant: by its number alone, or in front of words."""

import pytest

from dialog.answers import typed
from dialog.measure_numbers import (
    behind_last,
    behind_own,
    entry_hinted,
    entry_numbered,
    entry_within,
    heading,
    is_only_a_measure,
    is_without_number,
    named_entry,
    named_in_sentence,
    number_typed,
)
from dialog.outcome import Accepted
from dialog.pasting import parts_of
from dialog.steps import Step
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    a_titled_report,
    an_entry,
    an_indicator,
)
from vocabulary.report import ReportEntry, WorkingReport
from vocabulary.terms import EntryStatus


def a_unit() -> WorkingReport:
    return a_report(
        *(
            an_entry(entry_id=int(number), measure=a_measure(number=number, title=f"任务{number}"))
            for number in ("1", "2", "18", "24", "25")
        )
    )


@pytest.mark.parametrize(
    "said",
    [
        "18",
        "１８",
        "18.",
        "第18项",
        "第 18 项",
        "第18条",
        "第十八项",
        "第十八条",
        "十八",
        "#18",
        "＃18",
        "措施18",
        "任务十八",
        "第18",
        "第18号",
    ],
)
def test_number_alone_names_its_measure_however_it_is_written(said: str) -> None:
    named = entry_numbered(a_unit(), said)
    assert named is not None
    assert named.measure.number == "18"


@pytest.mark.parametrize(
    "said", ["99", "第九十九项", "18个", "18项目", "十八个", "一八", "", "第项", "#"]
)
def test_what_is_no_number_of_a_measure_names_none(said: str) -> None:
    assert entry_numbered(a_unit(), said) is None


@pytest.mark.parametrize(
    ("said", "is_sure"),
    [("第18项", True), ("#18", True), ("第十八条", True), ("18", False), ("十八", False)],
)
def test_only_a_bare_number_may_be_an_amount_instead(said: str, is_sure: bool) -> None:
    assert is_only_a_measure(said) is is_sure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("18 累计190个", "累计190个"),
        ("18 正常推进：完成招标。", "正常推进：完成招标。"),
        ("18 完成招标。", "完成招标。"),
        ("18　完成招标。", "完成招标。"),
        ("#18 完成招标。", "完成招标。"),
        ("第十八项：完成招标。", "完成招标。"),
        ("第18条 完成招标。", "完成招标。"),
        ("18项：完成招标。", "完成招标。"),
        *(
            (f"18 {words}", words)
            for words in (
                "市财政局拨付20万元。",
                "区教育局完成招标。",
                "处置完毕。",
                "座谈会已召开。",
            )
        ),
    ],
)
def test_words_behind_a_measures_number_are_of_that_measure(text: str, words: str) -> None:
    for asked in (None, "24"):
        parts = parts_of(a_unit(), text, asked=asked)
        assert [(part.number, part.words) for part in parts] == [("18", words)]
    assert parts_of(a_unit(), text, asked="18") == []


@pytest.mark.parametrize(
    "text",
    [
        "18 个基站开通。",
        "18个基站开通",
        "18 余家企业复工",
        "25 日召开推进会",
        "18 km管网完工",
        "2 家企业签约",
        "2 处基站开通",
        "2 市联合行动",
        "2 批设备到位",
        "18 万元已到位",
        "18 月份",
        "25%的企业复工",
        "18 99",
        "第一，完成招标。",
        "99 完成招标。",
        "2022 完成招标。",
        "18.5公里完工",
        "25 号完成招标",
    ],
)
def test_amount_in_front_of_words_is_no_number_of_a_measure(text: str) -> None:
    assert parts_of(a_unit(), text, asked="24") == []


# The measure's own number


def said_of(number: str, text: str, step: Step = Step.TEXT) -> ReportEntry:
    """The entry after the text, or as it was where that was refused."""
    content = a_content(text="") if step is not Step.STATUS else None
    entry = an_entry(
        measure=a_measure(number=number, indicators=(an_indicator(),)), content=content
    )
    answer = typed(entry, step, 7 if step is Step.FIGURE else None, text)
    return an_entry(content=answer.content) if isinstance(answer, Accepted) else entry


@pytest.mark.parametrize(
    "text",
    [
        "24 完成招标。",
        "24、完成招标。",
        "24. 完成招标。",
        "24：完成招标。",
        "第24项：完成招标。",
        "第24项 完成招标。",
        "第二十四项：完成招标。",
        "#24 完成招标。",
        "24　完成招标。",
    ],
)
def test_own_number_in_front_of_the_words_is_not_stored_with_them(text: str) -> None:
    for step in (Step.STATUS, Step.TEXT):
        assert said_of("24", text, step).content.text == "完成招标。"
    assert said_of("24", text, Step.PROBLEM).content.problem == "完成招标。"


def test_list_below_the_own_number_is_stored_without_it() -> None:
    assert said_of("24", "关于第24项：\n1. 选址\n2. 招标").content.text == "1. 选址\n2. 招标"


@pytest.mark.parametrize(
    "text",
    [
        "24个项目开工。",
        "24 个项目开工。",
        "24 家企业复工。",
        "24小时值守。",
        "24 小时值守。",
        "24.5公里完工。",
        "24日召开推进会。",
        "24 日召开推进会。",
        "24%的企业复工。",
    ],
)
def test_amount_that_equals_the_own_number_stays_in_the_words(text: str) -> None:
    assert said_of("24", text).content.text == text


@pytest.mark.parametrize(
    "text",
    ["1、办了5件；2、办了3件。", "1. 选址\n2. 招标", "1、完成选址。2、完成招标。", "1.选址 2.招标"],
)
def test_list_that_begins_with_the_own_number_stays_a_list(text: str) -> None:
    assert said_of("1", text).content.text == text


def test_status_behind_the_own_number_is_the_status() -> None:
    content = said_of("24", "24 滞后", Step.STATUS).content
    assert (content.status, content.text) == (EntryStatus.BEHIND, "")
    assert said_of("24", "24 滞后：未开工。", Step.STATUS).content.text == "未开工。"


@pytest.mark.parametrize("text", ["24：190", "第24项 190个", "24 累计190个", "24、累计190个"])
def test_figure_behind_the_own_number_is_the_figure(text: str) -> None:
    assert said_of("24", text, Step.FIGURE).content.figures == (a_figure(190),)


@pytest.mark.parametrize("text", ["24 190", "24、190个", "24.190"])
def test_two_numbers_are_not_guessed_between(text: str) -> None:
    content = said_of("24", text, Step.FIGURE).content
    assert all(figure.value != 190 for figure in content.figures)


@pytest.mark.parametrize(
    ("text", "words"), [("18任务18已招标。", "已招标。"), ("（18）完成招标。", "完成招标。")]
)
def test_number_before_its_own_title_is_a_measures(text: str, words: str) -> None:
    (part,) = parts_of(a_unit(), text, asked="1", answering="1")
    assert (part.entry_id, part.words) == (18, words)


@pytest.mark.parametrize("text", ["18任务", "1,900个", "18.5", "18-25家", "（18）", "18个任务18"])
def test_number_that_is_not_set_off_is_none(text: str) -> None:
    assert parts_of(a_unit(), text, asked="1", answering="1") == []


@pytest.mark.parametrize(
    ("text", "is_without"),
    [
        ("完成绿化3公里。", True),
        ("3家企业复工。", True),
        ("2022年开工", True),
        ("1", False),
        ("第30项", False),
        ("第三十项", False),
        ("30 完成招标。", False),
        ("30、完成招标。", False),
        ("30 done", False),
    ],
)
def test_words_may_be_for_another_measure_where_a_number_stands_before_them(
    text: str, is_without: bool
) -> None:
    assert is_without_number(text) is is_without


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("18补充：另有2期", "补充：另有2期"),
        ("18还有：另有2期", "还有：另有2期"),
        ("18还组织了观摩", "还组织了观摩"),
        ("另外18还组织了观摩", "还组织了观摩"),
        ("补充：第18项已开工", "已开工"),
    ],
)
def test_what_is_added_right_behind_a_number_is_of_its_measure(said: str, words: str) -> None:
    found = heading(said)
    assert found is not None
    assert (found.number, found.words, found.is_strong) == ("18", words, True)


@pytest.mark.parametrize("said", ["另外18家企业签约", "18还差3个", "另外18个项目开工"])
def test_what_counts_or_lacks_is_no_number_of_a_measure(said: str) -> None:
    found = heading(said)
    assert found is None or not found.is_strong


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("第18项860万元不对，是890万元", "860万元不对,是890万元"),
        ("18项860万元不对，是890万元", "860万元不对,是890万元"),
        ("18项贷款应为890万元", "贷款应为890万元"),
        ("把第18项的3次改成4次", "3次改成4次"),
        ("把18项的3次改成4次", "3次改成4次"),
        ("18项对接应该是4次，写错了", "对接应该是4次,写错了"),
        ("18项更正：发放贷款890万元", "更正:发放贷款890万元"),
        ("更正18项：890万元", "更正:890万元"),
        ("更正：18项放贷应为890万元", "更正:放贷应为890万元"),
        ("18应该是滞后", "应该是滞后"),
        ("18不是滞后，是正常推进", "不是滞后,是正常推进"),
        ("18：860万元→890万元", "860万元→890万元"),
        ("改一下18，对接应该是4次", "对接应该是4次"),
        ("18托管面积6.2万亩", "托管面积6.2万亩"),
        ("18申报高企6家", "申报高企6家"),
        ("18任务18已启动", "任务18已启动"),
    ],
)
def test_sentence_that_begins_with_a_measure_is_about_it(said: str, words: str) -> None:
    named = named_in_sentence(a_unit(), said)
    assert named is not None
    assert (named.entry.measure.number, named.words) == ("18", words)


@pytest.mark.parametrize(
    "said",
    [
        "18家合作社培训6人",
        "18个村托管6.2万亩",
        "18村托管6.2万亩",
        "18企业复工6家",
        "18社区开展活动6次",
        "18日召开会议2次",
        "18号召开会议2次",
        "2季度完成6家",
        "2至7月完成6家",
        "2级医院增加1家",
        "18项改革应该是下月完成",
        "18项任务改为24项",
        "把18家改成24家",
        "18项检查完成",
        "第二项工作应为5月完成",
        "18.5万亩应为19万亩",
        "2,860万元应为2,890万元",
        "99托管面积6.2万亩",
        "完成18项，应为24项",
        "18",
    ],
)
def test_count_at_the_beginning_names_no_measure(said: str) -> None:
    assert named_in_sentence(a_unit(), said) is None


def test_own_number_before_a_sentence_is_no_part_of_it() -> None:
    entry = a_unit().numbered("18")
    assert entry is not None
    assert behind_own(entry, "更正18项：890万元") == "更正:890万元"
    assert behind_own(entry, "18家合作社培训6人") == "18家合作社培训6人"
    assert behind_own(entry, "24托管面积6.2万亩") == "24托管面积6.2万亩"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("更正：上一项对接应该是4次", "更正:对接应该是4次"),
        ("上一项对接应该是4次", "对接应该是4次"),
        ("更正：上一项应该是滞后", "更正:应该是滞后"),
        ("上一项工程已完工2处", ""),
        ("对接应该是4次", ""),
    ],
)
def test_what_is_said_of_the_measure_before(said: str, words: str) -> None:
    assert behind_last(said) == words


def a_trade_bureau() -> WorkingReport:
    titles = {
        "3": "强化惠企政策靠前发力",
        "14": "大力发展电子商务",
        "18": "完善县域商业体系",
        "20": "培育品牌首店",
        "27": "加快冷链物流建设",
        "29": "举办促消费活动",
    }
    return a_report(
        *(
            an_entry(
                entry_id=int(number),
                measure=a_measure(number=number, title=title, text="引进品牌。"),
            )
            for number, title in titles.items()
        )
    )


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("14的问题解决了", "14"),
        ("20的租金谈妥了", "20"),
        ("20那两个品牌签了", "20"),
        ("20这个月签了", "20"),
        ("20项引进首店3家", "20"),
        ("20项首店是3个品牌在谈不是两个", "20"),
        ("20项的租金谈妥了", "20"),
        ("27冷库封顶了，14的资金到位了", "27"),
        ("冷库封顶了，14的资金到位了", "14"),
        ("14问题解决了", "14"),
        ("14下一步改成9月底完工", "14"),
        ("14的下一步改成9月底完工", "14"),
        ("消费节推迟，20培育了一批首店", "20"),
        ("第二十项签约了一家", "20"),
        ("３的事办妥了", "3"),
    ],
)
def test_number_at_the_head_of_a_clause_that_counts_nothing_is_a_measures(
    said: str, number: str
) -> None:
    found = entry_within(a_trade_bureau(), said)
    assert found is not None
    assert found.measure.number == number


@pytest.mark.parametrize(
    "said",
    [
        "20家企业签约",
        "20多家企业签约",
        "20余名干部参加",
        "14个项目开工",
        "3月召开推进会",
        "3月份召开推进会",
        "3月15日召开推进会",
        "14时召开推进会",
        "14日下午召开推进会",
        "3年行动方案印发",
        "3方面工作有序推进",
        "3大类商品促销",
        "3类商品促销",
        "20万元已到位",
        "14亿元到账",
        "3次会议",
        "3场活动",
        "3项制度出台",
        "20项任务全部完成",
        "20项检查完成",
        "3条措施落地",
        "3天内办结",
        "3楼大厅装修完工",
        "20克样品送检",
        "27路公交开通",
        "29岁以下青年参加",
        "15的问题解决了",
        "新增20家，14个开业，3月投用",
        "完成招标，20台设备到货",
        "召开会议，14人参加",
        "20%的企业复工",
        "18.5公里完工",
    ],
)
def test_amount_at_the_head_of_a_clause_is_no_measures_number(said: str) -> None:
    assert entry_within(a_trade_bureau(), said) is None


def test_clauses_of_the_open_measure_are_passed_over() -> None:
    found = entry_within(a_trade_bureau(), "27冷库封顶了，14的资金到位了", but=27)
    assert found is not None
    assert found.measure.number == "14"
    assert entry_within(a_trade_bureau(), "27冷库封顶了", but=27) is None


@pytest.mark.parametrize("behind", ["改成9月底完工", "改为：9月底完工", "换成9月底完工"])
def test_next_step_is_changed_behind_a_number_with_or_without_a_sign(behind: str) -> None:
    content = a_content(
        status=EntryStatus.BEHIND, text="已招标。", problem="缺人", next_step="8月底完工"
    )
    entry = an_entry(measure=a_measure(number="14"), content=content)
    for opening in ("14下一步", "14的下一步", "14：下一步", "第14项下一步", "下一步"):
        answer = typed(entry, Step.STATUS, None, opening + behind)
        assert isinstance(answer, Accepted)
        assert answer.content.next_step == "9月底完工"
        assert (answer.content.text, answer.content.problem) == ("已招标。", "缺人")
    found = heading("14的下一步" + behind)
    assert found is not None
    assert (found.number, found.words) == ("14", "下一步" + behind)


def test_what_is_done_another_way_next_month_is_no_change_of_the_next_step() -> None:
    answer = typed(an_entry(content=a_content(text="")), Step.TEXT, None, "下月改为线上举办")
    assert isinstance(answer, Accepted)
    assert answer.content.text == "下月改为线上举办"


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("15", "15"),
        ("第15项", "15"),
        ("15项。", "15"),
        ("十五项", "15"),
        ("第15项正常推进", "15"),
        ("第十五项签约一家", "15"),
        ("收到", ""),
        ("第二项工作完成", ""),
        ("15家", ""),
        ("完成15项", ""),
    ],
)
def test_number_is_known_as_that_of_a_measure_though_there_is_none(said: str, number: str) -> None:
    assert number_typed(said) == number


def shops() -> WorkingReport:
    return a_titled_report({"14": "发展电商", "29": "举办促消费活动"}, {})


@pytest.mark.parametrize(
    "said",
    [
        "亮点29 消费节办了",
        "关于29，消费节办了1场",
        "补充29消费节照片",
        "29＝消费节办了",
        "14家企业参加，29的消费节办了",
        "29：7.3亿、38家",
        "第二十九消费节办了1场",
    ],
)
def test_number_that_may_be_a_measures_is_a_hint(said: str) -> None:
    hinted = entry_hinted(shops(), said)
    assert hinted is not None
    assert hinted.measure.number == "29"


@pytest.mark.parametrize(
    "said",
    [
        "新增商店29个",
        "累计29，同比增长",
        "29家企业，14个村",
        "7月29日召开",
        "增长29%，29.5亿元",
        "14、29其实都正常",
        "14和29都在谈",
        "新建14，改造29",
        "二十九个村",
        "十四五规划",
        "15消费节",
    ],
)
def test_amount_or_several_measures_are_no_hint(said: str) -> None:
    assert entry_hinted(shops(), said) is None


def test_what_leads_to_a_number_that_is_set_off_is_none_of_the_words() -> None:
    for said in ("另外29 消费节办了", "还有29、消费节办了", "补充一下29：消费节办了"):
        named = named_entry(shops(), said)
        assert named is not None
        assert (named.entry.measure.number, named.words) == ("29", "消费节办了")
    for said in ("另外29 个村参加", "还有29、30号楼封顶", "另外29消费节办了"):
        assert named_entry(shops(), said) is None
