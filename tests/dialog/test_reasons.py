"""Where a reason is asked: reports of measures by their numbers are none."""

import pytest

from dialog.outcome import SHORT_LIMIT
from dialog.reasons import joined_reason, tells_of_measures
from tests.dialog.factories import a_titled_report

REPORT = a_titled_report(
    {
        "1": "落实纾困政策",
        "2": "加大困难行业扶持",
        "14": "加快重大科技创新平台建设",
        "15": "支持企业技术创新",
        "20": "建设工业互联网",
    },
    {},
)


@pytest.mark.parametrize(
    "text",
    [
        "14. 申报7家\n15. 选派20名",
        "20. 接入3家",
        "20、接入3家，待揭牌1家",
        "20 接入3家",
        "第14项申报7家\n第15项选派20名",
        "第14项申报应为7家",
        "14 揭牌应为3期",
        "14揭牌应该是3期",
        "14揭牌改为3期",
        "20接入企业应为3家",
        "第20项改为3家",
        "14. 申报7家，数字已核实\n15. 选派20名",
        "1. 走访9户\n2. 减免3户",
        "序号\t任务\t完成情况\n14\t加快重大科技创新平台建设\t申报4家",
    ],
)
def test_measures_told_by_their_numbers_are_no_reason(text: str) -> None:
    assert tells_of_measures(REPORT, text)


@pytest.mark.parametrize(
    "text",
    [
        "数字写错了。",
        "第14项数字写错了。",
        "第14项，少报一家",
        "第14项申报写错了，应为7家",
        "14 口径应为全年",
        "14. 数字写错",
        "14. 数字写错，应为7家\n15. 漏报2名",
        "14、15项数据有误",
        "1. 数字写错\n2. 少了一家",
        "第20项数据待统计部门反馈",
        "14. 统计数还没出来\n15. 等人社局反馈",
        "15家企业的数据没有报来",
        "10号，材料要盖章",
        "2. 已写明户数",
        "14日揭牌应该是3期",
        "14号揭牌应为3期",
        "14家应为15家",
        "14时揭牌应该是3期",
        "14揭牌写错了，应为3期",
        "13揭牌应该是3期",
        "14揭牌应该说明原因",
        "20",
    ],
)
def test_why_something_is_corrected_or_late_is_a_reason_though_it_names_measures(text: str) -> None:
    assert not tells_of_measures(REPORT, text)


def test_two_reasons_are_one_as_long_as_they_fit() -> None:
    assert joined_reason("数字写错了", "漏报一家") == "数字写错了；漏报一家"
    assert joined_reason("数字写错了。", "漏报一家") == "数字写错了。漏报一家"
    assert joined_reason("字" * SHORT_LIMIT, "漏报一家") is None
