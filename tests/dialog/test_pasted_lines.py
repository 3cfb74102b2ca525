"""The forms in which clerks write a list of measures: what each line of it is about."""

import pytest

from dialog.measure_numbers import named_entry
from dialog.pasting import adds_measures, helpers_own, parts_of, told_of_asked
from tests.dialog.factories import a_report, a_titled_report
from vocabulary.report import WorkingReport

FARMS = {
    "26": "拓展服务领域",
    "27": "深化农业生产托管",
    "28": "实施农业服务组织倍增计划",
    "29": "畅通融资渠道",
    "59": "培育壮大服务业市场主体",
    "63": "加强组织领导",
    "66": "强化考核督促",
    "67": "形成工作合力",
}
WORKS = {str(n): title for n, title in enumerate(("落实纾困政策", "加大困难行业扶持"), 1)} | {
    "14": "壮大平台经济",
    "15": "发展智慧物流",
    "16": "加强统计",
    "18": "夯实大数据基础能力",
    "20": "推进两业融合",
    "21": "培育示范企业",
}


def farms() -> WorkingReport:
    return a_titled_report(FARMS, {})


def works() -> WorkingReport:
    return a_titled_report(WORKS, {})


def split(
    report: WorkingReport, text: str, *, asked: str | None = None, is_text: bool = True
) -> list[tuple[str, str]]:
    """As the chat splits it: what is kept has the asked number in front, and is read again."""
    if asked is not None:
        text = told_of_asked(report, text, asked, is_text=is_text)
    parts = parts_of(report, text, answering=asked, asked=asked)
    shown = parts_of(report, text) if parts else []
    assert [p for p in shown if p.entry_id] == [p for p in parts if p.entry_id]
    return [(part.number, part.words) for part in parts]


ROW = [("26", "对接3次"), ("27", "累计6.2万亩"), ("29", "贷款860万元。")]


@pytest.mark.parametrize(
    "text",
    [
        "（26）对接3次；（27）累计6.2万亩；（29）贷款860万元。",
        "(26)对接3次;(27)累计6.2万亩;(29)贷款860万元。",
        "[26]对接3次；[27]累计6.2万亩；[29]贷款860万元。",
        "【26】对接3次，【27】累计6.2万亩，【29】贷款860万元。",
        "26——对接3次\n27——累计6.2万亩\n29——贷款860万元。",
        "26—对接3次\n27-累计6.2万亩\n29－贷款860万元。",
        "26对接3次\n27累计6.2万亩\n29贷款860万元。",
        "26（对接3次）；27（累计6.2万亩）；29（贷款860万元。）",
    ],
)
def test_numbers_set_off_in_any_way_are_a_list(text: str) -> None:
    assert split(farms(), text) == ROW
    assert split(farms(), text, asked="63") == ROW


def test_words_run_on_behind_a_number_stay_as_they_were_written() -> None:
    text = "托管合同38份。\n２９贷款860万元，惠及42户（含新增3户）；已放款。"
    assert split(farms(), text, asked="27")[1:] == [
        ("29", "贷款860万元，惠及42户（含新增3户）；已放款。")
    ]


def test_each_sentence_behind_a_number_in_brackets_is_of_its_measure() -> None:
    text = "[59]新增5户。[63]开会2次。[66]纳入考核。"
    assert split(farms(), text) == [
        ("59", "新增5户。"),
        ("63", "开会2次。"),
        ("66", "纳入考核。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（26）对接3次；（27）累计6.2万亩；（30）消费券200万元；（66）纳入考核。",
        "26（对接3次）；27（累计6.2万亩）；30（消费券200万元）；66（纳入考核。）",
    ],
)
def test_one_that_is_no_measure_of_the_unit_is_in_none_of_its(text: str) -> None:
    ours = [("26", "对接3次"), ("27", "累计6.2万亩"), ("66", "纳入考核。")]
    found = split(farms(), text)
    assert [one for one in found if one[0] in FARMS] == ours
    assert ("30", "消费券200万元") in found


def test_list_that_begins_with_anothers_number_is_split_too() -> None:
    found = split(farms(), "（25）成立专班；（26）对接3次；（27）累计6.2万亩。")
    assert [one for one in found if one[0]] == [("26", "对接3次"), ("27", "累计6.2万亩。")]


@pytest.mark.parametrize("asked", ["1", "2"])
def test_numbers_with_their_words_in_brackets_are_a_list(asked: str) -> None:
    text = "14（新建平台1个）；15（装修完成）；16（登记5项）。"
    expected = [("14", "新建平台1个"), ("15", "装修完成"), ("16", "登记5项")]
    assert split(works(), text, asked=asked) == expected
    text = "16（登记5项）；18（5G基站累计183个）；20（服务型制造2家）。"
    numbers = [number for number, _ in split(works(), text, asked=asked)]
    assert numbers == ["16", "18", "20"]


@pytest.mark.parametrize(
    "text",
    [
        "183（含在建20个）",
        "18（含在建2个）",
        "贷款860万元：（1）农行500万元；（2）信用社360万元。",
        "托管6.2万亩（26个村），合同38份（29个主体）。",
        "26 个项目开工。",
        "26个项目开工，29家企业入驻。",
        "召开会议3次。\n26个镇村参加。",
        "发放贷款。\n29家合作社受益。",
        "2026——2029年规划编制完成",
        "6—8月完成托管",
        "26-29日举办培训班",
        "培训班于26日举办，29名学员参加",
    ],
)
def test_what_only_counts_is_no_list(text: str) -> None:
    assert split(farms(), text, asked="63") == []
    assert split(farms(), text) == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("托管合同38份。\n29贷款860万元", [("29", "贷款860万元")]),
        *(
            (f"托管合同38份。\n29{words}", [("29", words)])
            for words in ("支持合作社3家", "排查隐患3处", "张营镇贷款30万元", "支付贷款30万元")
        ),
        ("托管合同38份。\n（29）贷款860万元", [("29", "贷款860万元")]),
        ("托管合同38份。（29）贷款860万元", [("29", "贷款860万元")]),
        ("托管合同38份，另外29项又放贷30万元", [("29", "又放贷30万元")]),
        ("托管合同38份，另外29项贷款860万元", [("29", "贷款860万元")]),
        ("托管合同38份；第29项又放贷30万元。", [("29", "又放贷30万元。")]),
        ("托管合同38份。29. 贷款860万元", [("29", "贷款860万元")]),
        (
            "托管合同38份。（67）联席会1次。（29）贷款860万元",
            [("67", "联席会1次。"), ("29", "贷款860万元")],
        ),
        (
            "托管合同38份，另外28项推荐1家，29项又放贷30万元",
            [("28", "推荐1家"), ("29", "又放贷30万元")],
        ),
    ],
)
def test_words_of_another_measure_within_an_answer_are_apart(
    text: str, others: list[tuple[str, str]]
) -> None:
    (own, *found) = split(farms(), text, asked="27")
    assert own[0] == "27"
    assert own[1].rstrip("。；，") == "托管合同38份"
    assert found == others


@pytest.mark.parametrize(
    "text",
    [
        "新增农户。\n29户农户入社",
        "托管合同38份，29家合作社参加",
        "托管合同38份。29个村已覆盖",
        "进展如下：（1）选址；（2）招标",
        "一是签订合同；二是办理贷款",
        "托管合同38份，其中29项已履行",
        "托管合同38份，另外29项已履行完毕的合同归档",
        "落实国办发〔2022〕29号文件，（66）号文件已转发",
        "新技术推广28项",
        *(
            f"托管合同38份。\n29{words}"
            for words in (
                "笔贷款发放860万元",
                "支队伍下乡3次",
                "张图纸完成3张",
                "合作社加入3家",
                "干部下乡3次",
                "眼机井修复3处",
                "列班列开行3次",
            )
        ),
    ],
)
def test_what_an_answer_counts_stays_in_it(text: str) -> None:
    assert split(farms(), text, asked="27") == []


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        ("14、15：完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("14，15：完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("14/15：完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("任务14、15：完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("14+15：完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("（14、15）完成商圈规划初稿。", ("14", "15"), "完成商圈规划初稿。"),
        ("14-16：召开联席会1次。", ("14", "15", "16"), "召开联席会1次。"),
        ("14-16、召开联席会1次。", ("14", "15", "16"), "召开联席会1次。"),
        ("14、15、召开联席会1次。", ("14", "15"), "召开联席会1次。"),
        ("14、15、16项：召开联席会1次。", ("14", "15", "16"), "召开联席会1次。"),
        ("二十、21项：本月无进展", ("20", "21"), "本月无进展"),
        ("二十、二十一项：本月无进展", ("20", "21"), "本月无进展"),
    ],
)
def test_several_numbers_with_one_text_are_of_each(
    text: str, numbers: tuple[str, ...], words: str
) -> None:
    expected = [(number, words) for number in numbers]
    assert split(works(), text) == expected
    for asked in ("2", numbers[0]):
        assert split(works(), text, asked=asked) == expected
    assert split(works(), f"{text}\n18：累计183个。") == [*expected, ("18", "累计183个。")]


@pytest.mark.parametrize(
    "text",
    [
        "14、15：完成商圈规划初稿。16、18同上。",
        "14、15：完成商圈规划初稿。\n16、18同上。",
        "14、15：完成商圈规划初稿。\n16：同上\n18. 同上。",
    ],
)
def test_as_above_says_the_same_of_further_measures(text: str) -> None:
    words = "完成商圈规划初稿。"
    expected = [(number, words) for number in ("14", "15", "16", "18")]
    assert split(works(), text) == expected
    assert split(works(), text, asked="2") == expected


def test_as_above_for_the_first_is_as_last_month() -> None:
    assert split(works(), "14：同上\n15：签约2家") == [("14", "同上"), ("15", "签约2家")]


@pytest.mark.parametrize(
    "text",
    [
        "14、15个镇已覆盖",
        "14/15已完成的镇：开张",
        "14-15家企业：已签约",
        "14、15、16日召开联席会",
        "14-15、16日召开联席会",
        "14-15.5亿元已到位",
    ],
)
def test_several_numbers_that_count_are_of_no_measures(text: str) -> None:
    assert split(works(), text) == []


@pytest.mark.parametrize(
    "words",
    ["已完成：新增5户，尚有2户没有签字", "滞后：等批复", "同上月，累计183", "同上月，新增5户"],
)
def test_status_with_a_sign_right_behind_the_number_is_of_that_measure(words: str) -> None:
    assert split(farms(), f"59{words}") == [("59", words)]


def test_first_lines_in_brackets_are_measures_where_later_ones_have_other_signs() -> None:
    text = "（14）正常推进：选址。\n15）正常推进：装修。\n18、正常推进：累计183个。"
    assert split(works(), text) == [
        ("14", "正常推进：选址。"),
        ("15", "正常推进：装修。"),
        ("18", "正常推进：累计183个。"),
    ]


def test_points_in_brackets_within_a_measure_stay_in_it() -> None:
    text = "18、进展：\n（1）选址；\n（2）招标。\n20、完工：\n（一）验收；\n（二）移交。"
    assert split(works(), text) == [
        ("18", "进展：\n（1）选址；\n（2）招标。"),
        ("20", "完工：\n（一）验收；\n（二）移交。"),
    ]


@pytest.mark.parametrize(
    "text", ["28 推荐1家，另外27项托管合同38份也签了", "28、推荐1家。（27）托管38份"]
)
def test_what_a_helper_tells_of_others_measures_within_their_own_is_apart(text: str) -> None:
    theirs = a_report(*(e for e in farms().entries if e.measure.number in {"28", "59"}))
    for asked in (None, "28", "59"):
        parts = helpers_own(theirs, parts_of(farms(), text, asked=asked, answering=asked))
        told = {part.number: (part.entry_id, part.is_others) for part in parts}
        assert told == {"28": (28, False), "27": (None, True)}


TITLED = [("26", "对接3次。"), ("27", "累计6.2万亩。"), ("29", "贷款860万元。")]


@pytest.mark.parametrize(
    "form",
    [
        "（一）{title}（{number}）。{words}",
        "{title}（{number}）：{words}",
        "{title}（第{number}项）{words}",
        "1. {title}({number})：{words}",
        "一、{title}\n{words}",
        "①{title}：{words}",
        "序号{number}：{words}",
        "一、{number}.{title}。{words}",
        "（一）{number}、{title}：{words}",
        "1、{number}. {title} {words}",
        "一、{number}.{words}",
    ],
)
def test_titles_with_their_number_behind_or_the_sign_of_a_list_before_are_measures(
    form: str,
) -> None:
    text = "\n".join(
        form.format(title=FARMS[number], number=number, words=words) for number, words in TITLED
    )
    assert split(farms(), text) == TITLED
    assert split(farms(), text, asked="63") == TITLED


def test_small_numbers_behind_the_signs_of_a_list_go_with_the_others() -> None:
    text = "一、2.兑现320万元。\n二、14.网零7.3亿元。"
    assert split(works(), text) == [("2", "兑现320万元。"), ("14", "网零7.3亿元。")]
    assert split(works(), "一、2.兑现320万元。", asked="14") == []
    inner = "进展：\n一、26.5亩已流转\n二、27、28号楼封顶"
    assert split(farms(), inner, asked="63") == []


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("畅通融资渠道1次，放贷860万元", "畅通融资渠道1次，放贷860万元"),
        ("畅通融资渠道：放贷860万元", "放贷860万元"),
        ("畅通融资渠道放贷860万元", "放贷860万元"),
    ],
)
@pytest.mark.parametrize("number", ["29、", "二十九、", "第29项：", "29"])
def test_title_that_the_words_cannot_do_without_stays(number: str, words: str, kept: str) -> None:
    assert split(farms(), f"{number}{words}") == [("29", kept)]
    named = named_entry(farms(), f"{number}{words}")
    assert named is not None
    assert named.words == kept


def test_own_count_of_a_letter_is_none_of_a_measure_whose_number_it_is() -> None:
    text = "1、推进两业融合：签约3家。\n2、培育示范企业：新增2家。"
    assert split(works(), text) == [("20", "签约3家。"), ("21", "新增2家。")]


LETTER = """关于7月份服务业提质增效工作进展情况的报告

市服务业发展领导小组办公室：
现将我局7月份工作进展情况报告如下：
一、工作进展
（一）拓展服务领域（26）。对接3次。
（二）深化农业生产托管（27）。累计6.2万亩。
（三）畅通融资渠道（29）。贷款860万元。
二、存在问题
部分地块插花分布，连片作业难。
三、下一步打算
8月中旬前完成开张镇连片流转。
妥否，请批示。

市工科局
2022年8月2日"""


@pytest.mark.parametrize("asked", [None, "63"])
def test_whole_letter_is_split_and_its_head_and_end_are_of_no_measure(asked: str | None) -> None:
    found = split(farms(), LETTER, asked=asked)
    assert [one for one in found if one[0]] == TITLED
    assert all(
        words in "".join(words for number, words in found if not number)
        for words in ("报告如下", "连片作业难", "连片流转", "妥否", "2022年8月2日")
    )
    assert adds_measures(farms(), LETTER)


@pytest.mark.parametrize(
    "text", ["对接农行（26家网点）3次", "拓展网点（26）个", "服务领域拓展（29）"]
)
def test_number_in_brackets_behind_other_words_than_a_title_is_none(text: str) -> None:
    assert split(farms(), text, asked="63") == []
