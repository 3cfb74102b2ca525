"""Words where /phone, /away or /extend asks: of the report, or that nothing is wanted."""

import pytest

from dialog.asked_beside import (
    is_of_report,
    is_of_report_beside_day,
    is_of_report_beside_reason,
    may_answer,
    put_right,
    wants_nothing,
)
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.test_measure_numbers import a_unit

OF_REPORT = [
    "18没做",
    "18怎么填",
    "18：—",
    "24这项是商务的不是我们的",
    "25不用报吧",
    "18还没开展",
    "18正常",
    "18",
    "第18项",
    "这几项跟上个月一样",
    "其余同上月",
    "我填完了",
]
SURELY = [text for text in OF_REPORT if text != "18"]


@pytest.mark.parametrize("text", SURELY)
def test_what_is_told_or_asked_of_measures_is_of_the_report(text: str) -> None:
    assert is_of_report(a_unit(), text)


@pytest.mark.parametrize(
    "text", ["明天给", "18", "12345", "无", "怎么填", "找刘主任要", "0359-8022001", "张三的"]
)
def test_what_tells_of_no_measure_is_not(text: str) -> None:
    assert not is_of_report(a_unit(), text)


@pytest.mark.parametrize("text", ["18怎么填", "25不用报吧", "24这项是商务的不是我们的"])
def test_what_is_asked_of_a_measure_is_no_reason(text: str) -> None:
    assert is_of_report_beside_reason(a_unit(), text)


@pytest.mark.parametrize("text", ["第18项数字还没出来", "18项没做完，等审批", "防汛任务重"])
def test_reason_may_name_a_measure(text: str) -> None:
    assert not is_of_report_beside_reason(a_unit(), text)


@pytest.mark.parametrize("text", ["第18项数字还没出来", "数据待反馈"])
def test_reason_before_the_day_is_of_the_request(text: str) -> None:
    assert not is_of_report_beside_day(a_unit(), text)


@pytest.mark.parametrize(
    "text",
    [
        "累计183个，扩容完成招标。",
        "完成扩容招标，设备到货安装。",
        "召开推进会2次，走访企业12家。",
        "本月新增网点3个",
        "Completed 12 sites.",
    ],
)
def test_what_was_done_is_of_the_report_though_it_names_no_measure(text: str) -> None:
    assert is_of_report(a_unit(), text)
    assert is_of_report_beside_day(a_unit(), text)


@pytest.mark.parametrize("text", ["累计183个，扩容完成招标。", "本月新增网点3个"])
def test_counted_work_is_no_reason_for_more_time(text: str) -> None:
    assert is_of_report_beside_reason(a_unit(), text)


@pytest.mark.parametrize(
    "text",
    [
        "招标还没完成，数据定不下来",
        "完成汇总还需要3天",
        "已经跟办公室说过了",
        "统计局要下周才能完成汇总",
        "验收材料在等盖章",
        "因防汛，累计数据来不及核",
        "参加全省培训班学习",
        "去省里检查工作",
        "我完成招标就回来",
        "8月5日完成不了",
    ],
)
def test_what_says_why_or_when_is_for_what_is_asked(text: str) -> None:
    assert not is_of_report(a_unit(), text)
    assert not is_of_report_beside_day(a_unit(), text)
    assert not is_of_report_beside_reason(a_unit(), text)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("站址协调困难，属地不同意。", True),
        ("要看领导安排", True),
        ("明天给", False),
        ("我也不知道哪天回来，到时候再说", False),
        ("还没定，定了再说", False),
        ("怎么填这个日期？", False),
        ("办公室电话没变过", False),
    ],
)
def test_words_that_tell_no_day_may_answer_the_question_that_waits(text: str, *, may: bool) -> None:
    assert may_answer(a_unit(), Question(18, Step.PROBLEM), text) is may


@pytest.mark.parametrize(
    "said",
    [
        "不延了",
        "不用了",
        "不用了吧",
        "这个不是亮点，取消亮点",
        "不记了",
        "先不延期了",
        "不申请延期了",
        "不登记了",
        "不出差了",
        "我不去了",
        "我不休假了",
        "我号码没变",
        "电话没换",
        "号码不变",
        "没变化",
        "没变",
        "还是原来的号码",
        "不需要了。",
        "Not needed",
        "No thanks",
        "Same number",
        "my number hasn't changed",
    ],
)
def test_asking_ends_where_nothing_is_wanted(said: str) -> None:
    assert wants_nothing(said)


@pytest.mark.parametrize(
    "said",
    [
        "不去运城了，8月3日去太原",
        "没有",
        "原来",
        "8月8日不在",
        "人手不够",
        "数据没出来",
        "不好说",
        "还没定",
        "明天不在",
    ],
)
def test_what_tells_anything_else_does_not_end_it(said: str) -> None:
    assert not wants_nothing(said)


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("不对 是8022002", "8022002"),
        ("改成8月10日", "8月10日"),
        ("写错了，应该是8022002", "8022002"),
        ("8022002", ""),
        ("明天", ""),
    ],
)
def test_what_is_told_instead_stands_behind_the_words_that_put_right(said: str, rest: str) -> None:
    assert put_right(said) == rest
