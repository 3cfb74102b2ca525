import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.printable import text_width
from reports.title_lines import joined, title_lines


def whole(plan: str) -> str:
    return f"关于《{plan}》2022年7月份工作任务完成情况的报告"


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        (
            "永济市推进服务业提质增效2022年行动计划",
            (
                "关于《永济市推进服务业提质增效",
                "2022年行动计划》2022年7月份",
                "工作任务完成情况的报告",
            ),
        ),
        ("稳增长", ("关于《稳增长》2022年7月份", "工作任务完成情况的报告")),
        (
            "进一步促进体育消费的行动计划（2018-2020年）",
            (
                "关于《进一步促进体育消费的",
                "行动计划（2018-2020年）》",
                "2022年7月份工作任务完成情况的报告",
            ),
        ),
        (
            "加快推进农业机械化和农机装备产业转型升级的实施意见",
            (
                "关于《加快推进农业机械化和农机装备",
                "产业转型升级的实施意见》",
                "2022年7月份工作任务完成情况的报告",
            ),
        ),
    ],
)
def test_title_is_broken_where_the_sense_allows(plan: str, lines: tuple[str, ...]) -> None:
    assert title_lines(whole(plan)) == lines


@pytest.mark.parametrize(
    ("plan", "lines"),
    [
        ("东州省数据要素市场化配置改革行动方案", "关于《东州省数据要素市场化配置改革"),
        ("国务院关于推动人工智能赋能新型工业化的若干意见", "关于《国务院关于推动人工智能"),
        ("关于进一步盘活存量资产扩大有效投资的实施意见", "关于《关于进一步盘活存量资产"),
        ("关于金融支持民营经济高质量发展的实施意见", "关于《关于金融支持民营经济"),
        (
            "省教育厅等六部门关于加强新时代乡村教师队伍建设的实施意见",
            "关于《省教育厅等六部门关于加强",
        ),
        ("滨港能源集团有限公司提质增效专项行动方案", "关于《滨港能源集团有限公司"),
        ("红旗县2025年乡村振兴重点工作责任清单", "关于《红旗县"),
    ],
)
def test_line_does_not_end_within_a_word(plan: str, lines: str) -> None:
    assert title_lines(whole(plan))[0] == lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            whole("永济市推进服务业提质增效2022年行动计划"),
            (
                "永济市工业和科技局关于《永济市",
                "推进服务业提质增效2022年行动计划》",
                "2022年7月份工作任务完成情况的报告",
            ),
        ),
        (
            "关于2022年7月份工作任务完成情况的报告",
            ("永济市工业和科技局关于2022年7月份", "工作任务完成情况的报告"),
        ),
    ],
)
def test_title_that_begins_with_the_unit_breaks_where_the_sense_allows(
    title: str, lines: tuple[str, ...]
) -> None:
    assert title_lines("永济市工业和科技局" + title) == lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "国家金融监督管理总局运城监管分局永济监管支局（永济市防范非法集资领导小组办公室）",
            (
                "国家金融监督管理总局运城监管分局永济监管支局",
                "（永济市防范非法集资领导小组办公室）",
            ),
        ),
        (
            "国家税务总局永济市税务局第一税务分局（永济市税务局社会保险费征管中心）",
            ("国家税务总局永济市税务局第一税务分局", "（永济市税务局社会保险费征管中心）"),
        ),
    ],
)
def test_long_name_of_a_unit_breaks_between_its_parts(name: str, lines: tuple[str, ...]) -> None:
    assert title_lines(name, 27) == lines


def test_short_title_stays_on_one_line() -> None:
    assert title_lines("关于七月份工作的报告") == ("关于七月份工作的报告",)


def test_space_of_the_plans_own_line_break_is_a_break_and_not_a_space() -> None:
    assert title_lines("甲乙丙丁戊己庚辛壬癸 子丑寅卯辰巳午未申酉戌亥")[0] == "甲乙丙丁戊己庚辛壬癸"
    assert joined("提质增效 2022 年行动计划") == "提质增效2022年行动计划"
    assert joined("Growth Plan 2030") == "Growth Plan 2030"


PARTS = [
    "关于",
    "《",
    "》",
    "和",
    "的",
    "与",
    "（",
    "）",
    "、",
    "永济市",
    "推进",
    "服务业",
    "2022年",
]
MORE = ["7月份", "行动计划", "第3批", "5G", "高质量发展"]
WORDS = st.sampled_from(PARTS + MORE)


@given(st.lists(WORDS, min_size=1, max_size=24).map("".join))
@example("和" * 30)
@example("推进服务业" * 2000)
@example("《" * 25 + "的")
def test_no_sign_is_lost_and_no_line_begins_or_ends_badly(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    for line in lines[1:]:
        assert line[0] not in "的和与》）、"
    for line in lines[:-1]:
        assert line[-1] not in "《（"
        assert not line.endswith("关于")


@given(st.lists(st.sampled_from(["推进", "服务业", "2022年", "提质"]), min_size=1, max_size=30))
def test_lines_fit_the_width(words: list[str]) -> None:
    assert all(text_width(line) <= 20 for line in title_lines("".join(words)))
