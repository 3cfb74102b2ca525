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


WHOLES = {
    "永济市深入学习贯彻习近平总书记考察调研山西重要指示精神全方位推动高质量发展行动计划": (
        "习近平总书记 山西 考察调研 重要指示精神 高质量发展"
    ),
    "永济市习近平总书记视察山西重要讲话重要指示精神贯彻落实台账": (
        "习近平总书记 山西 重要讲话 重要指示 台账"
    ),
    "永济市学习贯彻习近平新时代中国特色社会主义思想主题教育工作方案": (
        "习近平新时代 中国特色社会主义思想 主题教育 工作方案"
    ),
    "永济市乡村振兴战略规划重点任务清单": "乡村振兴 战略 规划 任务清单",
    "永济市推进服务业提质增效2022年行动计划": "提质增效 2022年行动计划",
    "永济市人民政府关于贯彻落实党的二十大精神进一步推进现代服务业与先进制造业深度融合高质量发展"
    "暨提质增效的三年行动计划（2022—2024年）（修订稿）": (
        "党的二十大精神 现代服务业 先进制造业 三年行动计划 （2022—2024年） （修订稿）"
    ),
    "关于做好2022年度全市营商环境3.0版改革工作的实施意见": "2022年度 营商环境 3.0版 实施意见",
    "永济市“十四五”数字经济发展规划2022年重点工作任务分解表": "“十四五” 数字经济 分解表",
    "运城市“一泓清水入黄河”工程实施方案（2022—2025年）永济市任务清单": (
        "“一泓清水入黄河” （2022—2025年） 任务清单"
    ),
    "中共永济市委永济市人民政府关于全面推进美丽永济建设的实施意见": "人民政府 美丽 永济 建设",
    "永济市委市政府关于支持民营经济发展的23条措施": "市委市政府 民营经济 23条 措施",
    "永济市第三产业倍增计划": "第三产业",
    "永济市防范化解重大风险攻坚战三年行动计划": "重大风险 攻坚战 三年行动计划",
    "永济市新建高标准农田12万亩和100个重点项目李大明市长领办方案": "12万亩 100个 李大明市长",
}


@pytest.mark.parametrize("plan", WHOLES)
@pytest.mark.parametrize(
    "title",
    [
        "关于《{}》2022年7月份工作任务完成情况的报告",
        "关于《{}》2022年12月份推进情况的专报",
        "关于报送《{}》2022年7月份工作任务完成情况的催办单",
        "永济市工业和科技局关于《{}》2022年12月份工作任务完成情况的报告",
    ],
)
def test_names_numbers_and_what_makes_one_sense_stay_whole_in_lines_that_are_not_full(
    title: str, plan: str
) -> None:
    lines = title_lines(title.format(plan))
    assert "".join(lines) == title.format(plan)
    assert all(text_width(line) <= 19 for line in lines), lines
    for whole_words in WHOLES[plan].split():
        assert any(whole_words in line for line in lines), (whole_words, lines)


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


KEPT = ["习近平总书记", "任务清单", "2022年行动计划", "2022—2024年", "（修订稿）", "100万亩"]
BETWEEN = ["推进", "关于", "永济市", "深入", "《", "》", "和"]


@given(st.lists(st.sampled_from(KEPT + BETWEEN), min_size=1, max_size=16))
def test_what_is_kept_is_kept_wherever_it_stands(words: list[str]) -> None:
    title = "".join(words)
    lines = title_lines(title)
    for one in KEPT:
        assert sum(line.count(one) for line in lines) == title.count(one), lines


@given(st.lists(st.sampled_from(["推进", "服务业", "2022年", "提质"]), min_size=1, max_size=30))
def test_lines_fit_the_width(words: list[str]) -> None:
    assert all(text_width(line) <= 19 for line in title_lines("".join(words)))
