"""Measures told on one line by number and status: split at what can be no figure."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.answers import typed
from dialog.outcome import Accepted
from dialog.pasting import parts_of, placed, told_of_asked
from dialog.steps import Step
from tests.dialog.factories import a_measure, a_report, a_titled_report, an_entry
from vocabulary.report import WorkingReport
from vocabulary.shared import as_one
from vocabulary.terms import Ask, EntryStatus, Role

TITLES = {
    "3": "强化惠企政策靠前发力",
    "14": "大力发展电子商务",
    "18": "完善县域商业体系",
    "20": "培育品牌首店",
    "26": "扩大外贸出口",
    "27": "加快冷链物流建设",
    "29": "举办促消费活动",
}
TOGETHER = {"31": "加强组织领导", "32": "强化督查考核"}


def trade() -> WorkingReport:
    """What a trade bureau reports: 27 it only helps with, 31 and 32 it tells in one paragraph."""
    single = a_titled_report(TITLES, {}).entries
    helped = [
        replace(entry, measure=replace(entry.measure, role=Role.COOPERATING))
        if entry.measure.number == "27"
        else entry
        for entry in single
    ]
    each = [a_measure(number=n, title=title, ask=Ask.SHARED) for n, title in TOGETHER.items()]
    return a_report(*helped, an_entry(entry_id=31, measure=as_one(each)))


def split(text: str, *, asked: str | None = None) -> list[tuple[str, str]]:
    """As the chat splits it: what is kept has the asked number in front, and is read again."""
    report = trade()
    if asked is not None:
        text = told_of_asked(report, text, asked, is_text=True)
    parts = parts_of(report, text, answering=asked, asked=asked)
    assert [p for p in parts_of(report, text) if parts] == parts
    return [(part.number, part.words) for part in parts]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "3正常推进 14滞后 18正常 20未启动 26正常 27无 29已完成 31正常",
            "3|正常推进 14|滞后 18|正常 20|未启动 26|正常 27|无 29|已完成 31|正常",
        ),
        ("18正常 14滞后 3未启动", "18|正常 14|滞后 3|未启动"),
        ("3同上月 14没进展 27无配合", "3|同上月 14|没进展 27|无配合"),
        ("3已完成 14滞后 18已完成招标 20未批", "3|已完成 14|滞后 18|已完成招标 20|未批"),
        ("3正常推进兑现320万元 14滞后", "3|正常推进：兑现320万元 14|滞后"),
        ("第3项正常推进累计5家第14项滞后缺人", "3|正常推进：累计5家 14|滞后：缺人"),
        ("第3项兑现320万元第14项培育3家第18项滞后", "3|兑现320万元 14|培育3家 18|滞后"),
        ("3正常 14滞后 18正常推进累计9个20未启动", "3|正常 14|滞后 18|正常推进：累计9个 20|未启动"),
        ("3正常 14滞后 15滞后 18正常", "3|正常 14|滞后 15|滞后 18|正常"),
        ("14电商企业41家，18商店183个", "14|电商企业41家 18|商店183个"),
        ("3走访3户，第14申报6家，18滞后", "3|走访3户 14|申报6家 18|滞后"),
    ],
)
def test_line_is_split_at_each_number_with_an_answer_behind_it(text: str, told: str) -> None:
    expected = [tuple(one.split("|")) for one in told.split()]
    assert split(text) == expected
    assert split(text, asked="26") == expected
    assert split(text, asked=expected[0][0]) == expected


def test_rest_is_told_of_behind_a_list_without_a_sign() -> None:
    told = "第3项正常推进第14项滞后第18项正常推进累计175个第20项未启动"
    rest = [(number, "正常") for number in ("26", "27", "29", "31、32")]
    assert split(f"{told}其余正常") == split(told) + rest
    assert split("3正常 14滞后 其余正常")[2:] == [("18", "正常"), ("20", "正常"), *rest]
    assert split("第18项累计175个其余正常", asked="3") == [("18", "累计175个其余正常")]


@pytest.mark.parametrize(
    "text", ["正常推进 14滞后 18正常", "滞后，14同上月、18正常", "同上月 14滞后 18正常"]
)
def test_list_may_begin_with_the_answer_of_the_measure_that_is_asked(text: str) -> None:
    assert [number for number, _ in split(text, asked="3")] == ["3", "14", "18"]
    assert split(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "3家正常推进 14家滞后 18个未启动",
        "18个已完成，14个滞后",
        "32个项目3正常推进，14滞后",
        "3月正常推进 14日滞后",
        "项目14正常 18滞后",
        "增速5.6 26正常 目标8.5 18滞后",
        "2022年正常推进 7月滞后 14正常",
        "14正常运行 18正常使用",
        "14滞后3家 18正常5家",
        "3正常推进 14家滞后 18个未启动",
        "3正常推进，32个项目14已完成、18未启动",
        "18正常推进：累计175个，其中14未启动，20滞后",
        "18正常推进累计175个20未启动",
        "14滞后，因为第18项滞后",
        "第14项按照第18项正常推进",
        "14滞后的项目有18个",
        "14电商企业41家，其中18新增3家",
        "14农户签约41户，18商户签约5户",
        "3家企业签约，14门店开业6家",
        "14滞后 14正常",
    ],
)
def test_number_that_may_count_is_no_measure_of_a_list(text: str) -> None:
    assert len(split(text)) <= 1
    assert split(text, asked="26") == split(text)


STATUSES = st.sampled_from(["正常推进", "正常", "滞后", "未启动", "已完成", "无进展", "同上月"])
NUMBERS = st.lists(st.sampled_from(sorted(TITLES)), min_size=2, unique=True)
COUNTERS = ["小时", *"家个处座条件人名所辆台套次场期批只头栋间户亩吨元月日天年万亿%"]


@settings(max_examples=25)
@given(
    NUMBERS,
    st.data(),
    st.sampled_from(["{}", "第{}项", "{} ", "{}：", "第{}项："]),
    st.sampled_from([" ", "、", "，", "；", "/", ""]),
)
def test_every_list_of_numbers_and_statuses_is_split(
    numbers: list[str], data: st.DataObject, form: str, between: str
) -> None:
    told = [(number, data.draw(STATUSES)) for number in numbers]
    assert split(between.join(form.format(number) + word for number, word in told)) == told


@settings(max_examples=25)
@given(NUMBERS, st.data(), st.sampled_from([" ", "、", "，", "；", "/", ""]), st.booleans())
def test_no_amount_is_ever_a_measure(
    numbers: list[str], data: st.DataObject, between: str, is_asked: bool
) -> None:
    counted = st.tuples(st.sampled_from(COUNTERS), STATUSES | st.just("门店开业41处"))
    amounts = [f"{number}{''.join(data.draw(counted))}" for number in numbers]
    for before in ("", "共", "滞后 ", "3正常推进，"):
        found = split(f"{before}{between.join(amounts)}", asked="20" if is_asked else None)
        assert {number for number, _ in found} <= {"3", "20"}


@pytest.mark.parametrize(
    ("words", "status", "text"),
    [
        ("正常推进兑现惠企资金320万元", EntryStatus.ON_TRACK, "兑现惠企资金320万元"),
        ("正常推进累计3家", EntryStatus.ON_TRACK, "累计3家"),
        ("正常推进各项政策落实", None, "正常推进各项政策落实"),
    ],
)
@pytest.mark.parametrize("number", ["3", "3：", "第3项", "三、"])
def test_status_right_behind_a_number_is_the_status(
    number: str, words: str, status: EntryStatus | None, text: str
) -> None:
    report = trade()
    (one,) = placed(report, parts_of(report, f"{number}{words}"), replacing=False)
    for answer in (one.answer, typed(one.entry, Step.STATUS, None, f"{number}{words}")):
        assert isinstance(answer, Accepted)
        assert (answer.content.status, answer.content.text) == (status, text)


def test_trouble_right_behind_a_number_goes_with_its_cause() -> None:
    report = trade()
    (one,) = placed(report, parts_of(report, "14滞后直播基地缺人"), replacing=False)
    assert isinstance(one.answer, Accepted)
    assert one.answer.content.status is EntryStatus.BEHIND
    assert "直播基地缺人" in one.answer.content.text + one.answer.content.problem
    assert split("14滞后的项目3个") == []
