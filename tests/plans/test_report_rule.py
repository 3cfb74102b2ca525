"""Who wants reports, by when and where to."""

import pytest

from plans.report_rule import find_report_rule
from vocabulary.plan import ReportRule


def test_the_rule_is_read_whole() -> None:
    text = (
        "各相关单位要在每月5日前对上月工作任务完成情况进行总结，总结报告盖章后报送"
        "领导小组办公室(县发改局综合股)，电子版发邮箱office@example.org。各单位要办好。"
    )
    assert find_report_rule([("66", "每月召开1次会议。"), ("67", text)]) == ReportRule(
        due_day=5,
        frequency="monthly",
        period="previous_month",
        recipient_office="领导小组办公室",
        recipient_location="县发改局综合股",
        email="office@example.org",
        source_measure="67",
    )


@pytest.mark.parametrize(
    ("text", "due_day", "frequency", "period", "office"),
    [
        ("每月25日前将工作进展报县政府办。", 25, "monthly", "current_month", "县政府办"),
        (
            "每季度首月十日前，上报上季度情况至督查室。",
            10,
            "quarterly",
            "previous_quarter",
            "督查室",
        ),
        ("每月28日前报送本月情况。", 28, "monthly", "current_month", None),
        ("每月26号前各单位把情况报镇党政办。", 26, "monthly", "current_month", "镇党政办"),
    ],
)
def test_other_wordings_are_understood(
    text: str, due_day: int, frequency: str, period: str, office: str | None
) -> None:
    rule = find_report_rule([(None, text)])
    assert rule is not None
    assert (rule.due_day, rule.frequency, rule.period) == (due_day, frequency, period)


@pytest.mark.parametrize("text", ["每月召开1次调度会。", "每月5日前缴纳税款。", "及时报送进展。"])
def test_a_sentence_without_day_or_report_is_no_rule(text: str) -> None:
    assert find_report_rule([(None, text)]) is None
