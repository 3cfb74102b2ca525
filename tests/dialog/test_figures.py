from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.figures import (
    FigureRead,
    FigureUnclear,
    figure_guessed,
    figure_in_text,
    figure_likely,
    figure_said_alone,
    growth_said,
    read_figure,
)
from tests.dialog.factories import an_indicator
from vocabulary.report import AskedIndicator
from vocabulary.terms import Comparator, Direction

STATIONS = an_indicator()
LAND = an_indicator(name="农业生产托管服务试点面积", target=Decimal(10), unit_of_measure="万亩")
RATE = an_indicator(
    name="政府性融资担保机构平均担保费率",
    target=Decimal(1),
    unit_of_measure="%",
    comparator=Comparator.AT_MOST,
    direction=Direction.DOWN,
    cumulative=False,
)
SPEED = an_indicator(
    name="服务业增加值增速", target=Decimal("8.5"), unit_of_measure="%", cumulative=False
)
SHARE = an_indicator(
    name="服务业占比提高", target=Decimal(2), unit_of_measure="个百分点", cumulative=False
)
ENERGY = an_indicator(name="单位能耗下降", target=Decimal(3), unit_of_measure="%", cumulative=False)
SALES = an_indicator(name="限上零售额", target=Decimal(12), unit_of_measure="亿元")
SPENT = an_indicator(name="投资额", target=Decimal(5000), unit_of_measure="万元")
MONTHS = an_indicator(
    name="商品房建设周期", target=Decimal(24), unit_of_measure="个月", cumulative=False
)
FIRMS = an_indicator(
    name="新增高新技术企业", target=Decimal(2), unit_of_measure="家", cumulative=False
)


@pytest.mark.parametrize(
    ("indicator", "said", "value"),
    [
        (STATIONS, "300", "300"),
        (STATIONS, "300个", "300"),
        (STATIONS, "３００", "300"),
        (STATIONS, "1,200", "1200"),
        (STATIONS, "1.2万", "12000"),
        (STATIONS, "三百", "300"),
        (STATIONS, "一百八十三个", "183"),
        (STATIONS, "0", "0"),
        (STATIONS, "183。", "183"),
        (STATIONS, "累计 183 个", "183"),
        (STATIONS, "累计建成5G基站183个", "183"),
        (STATIONS, "累计建成 5G 基站：183 个", "183"),
        (STATIONS, "5G 基站 183", "183"),
        (STATIONS, "183个5G基站", "183"),
        (STATIONS, "累计建成53个", "53"),
        (STATIONS, "截至7月31日累计183个", "183"),
        (STATIONS, "截至7月底183个", "183"),
        (STATIONS, "183个，本月新开通15个", "183"),
        (STATIONS, "183个（本月15个）", "183"),
        (STATIONS, "本月新开通15个，累计183", "183"),
        (STATIONS, "230/300", "230"),
        (STATIONS, "cumulative 183", "183"),
        (LAND, "9.8", "9.8"),
        (LAND, "9.8万亩", "9.8"),
        (LAND, "9.8万", "9.8"),
        (LAND, "98000亩", "9.8"),
        (LAND, "1000公顷", "1.5"),
        (LAND, "十万亩", "10"),
        (RATE, "8.5%", "8.5"),
        (RATE, "百分之八点五", "8.5"),
        (RATE, "降至0.85%", "0.85"),
        (RATE, "本月0.8%", "0.8"),
        (MONTHS, "压减至24个月", "24"),
        (MONTHS, "2年", "24"),
        (FIRMS, "新增2家", "2"),
        (FIRMS, "2个", "2"),
        (STATIONS, "三百二十", "320"),
        (STATIONS, "叁佰贰拾个", "320"),
        (STATIONS, "300（累计）", "300"),
        (SPEED, "同比增长5.5%", "5.5"),
        (SPEED, "增速-2.3%", "-2.3"),
        (SPEED, "负2.3", "-2.3"),
        (SHARE, "1.5", "1.5"),
        (SHARE, "提高1.5个百分点", "1.5"),
        (ENERGY, "下降3.2%", "3.2"),
        (SALES, "12亿", "12"),
        (SALES, "1.2个亿", "1.2"),
        (SALES, "12000万元", "1.2"),
        (SALES, "12.5亿元人民币", "12.5"),
        (SPENT, "1,234.5", "1234.5"),
        (SPENT, "1,234.5万元", "1234.5"),
        (SPENT, "1.2亿元", "12000"),
        (STATIONS, "今年以来183个", "183"),
        (STATIONS, "年初以来183", "183"),
        (STATIONS, "1—10月累计183", "183"),
        (STATIONS, "1至10月183个", "183"),
        (STATIONS, "今年1-7月累计建成5G基站183个", "183"),
        (STATIONS, "今年以来新增183个", "183"),
        (STATIONS, "本月59个，今年以来183个", "183"),
        (STATIONS, "新增15 累计183", "183"),
        (STATIONS, "183个（含7月15个）", "183"),
        (STATIONS, "183个，其中城区15个", "183"),
        (STATIONS, "13800138000个", "13800138000"),
        (STATIONS, "就183", "183"),
        (STATIONS, "就是183个", "183"),
        (STATIONS, "还是183", "183"),
        (STATIONS, "仍为183个", "183"),
        (STATIONS, "183个，没有变化", "183"),
        (STATIONS, "183个了", "183"),
        (STATIONS, "完成了183个", "183"),
        (STATIONS, "截至目前为止183个", "183"),
        (STATIONS, "8万5千", "85000"),
        (SALES, "1亿2000万元", "1.2"),
        (SALES, "3千5百万元", "0.35"),
        (LAND, "8万5千亩", "8.5"),
    ],
)
def test_a_figure_is_understood_however_it_is_written(
    indicator: AskedIndicator, said: str, value: str
) -> None:
    assert read_figure(indicator, said) == FigureRead(Decimal(value))


@pytest.mark.parametrize(
    "said", ["183座", "累计建成5G基站 183座", "5G基站183座", "基站：183 座", "截至7月底183处"]
)
def test_units_of_count_are_understood_as_they_are_spoken_where_a_figure_is_asked(
    said: str,
) -> None:
    assert read_figure(STATIONS, said) == FigureRead(Decimal(183), spoken=True)
    assert figure_in_text(STATIONS, f"基站累计{said[-4:]}") is None


def test_figure_that_is_refused_is_told_as_it_was_given() -> None:
    answer = read_figure(STATIONS, "累计建成 5G 基站：约莫 183 次")
    assert isinstance(answer, FigureUnclear)
    assert answer.facts["said"] == "累计建成 5G 基站：约莫 183 次"


@pytest.mark.parametrize(
    "said", ["约300", "大约300个", "累计约300个", "about 300", "≈300", "~300个"]
)
def test_a_figure_may_be_an_estimate(said: str) -> None:
    assert read_figure(STATIONS, said) == FigureRead(Decimal(300), approximate=True)


@pytest.mark.parametrize(
    ("indicator", "said", "reason"),
    [
        (STATIONS, "二百左右吧", "not-understood"),
        (STATIONS, "300多", "not-understood"),
        (STATIONS, "近300", "not-understood"),
        (STATIONS, "三百二", "not-understood"),
        (STATIONS, "还差117个", "not-understood"),
        (STATIONS, "目标300个", "not-understood"),
        (STATIONS, "没有，183", "not-understood"),
        (STATIONS, "一批项目", "not-understood"),
        (STATIONS, "5G", "not-understood"),
        (STATIONS, "1e5", "not-understood"),
        (STATIONS, "230/200", "several"),
        (STATIONS, "12,34", "several"),
        (STATIONS, "1，200", "several"),
        (STATIONS, "183个，累计15个", "several"),
        (STATIONS, "累计投资300万元，累计183个", "several"),
        (STATIONS, "4~12", "not-understood"),
        (STATIONS, "本月15个", "month"),
        (STATIONS, "7月15个", "month"),
        (STATIONS, "新增15个", "month"),
        (FIRMS, "本月新增1家", "month"),
        (STATIONS, "-5", "negative"),
        (STATIONS, "负五", "negative"),
        (STATIONS, "减少5个", "negative"),
        (RATE, "下降0.1个百分点", "negative"),
        (STATIONS, "2.5", "fraction"),
        (FIRMS, "1.5家", "fraction"),
        (RATE, "0.12345%", "places"),
        (STATIONS, "13800138000000", "too-large"),
        (STATIONS, "61%", "unit"),
        (STATIONS, "183人", "unit"),
        (STATIONS, "走访企业183家", "not-understood"),
        (RATE, "2万", "unit"),
        (LAND, "98000", "scale"),
        (LAND, "9.8亿", "scale"),
        (STATIONS, "20多个", "not-understood"),
        (STATIONS, "比上月增加20", "month"),
        (STATIONS, "同比增长20个", "not-understood"),
        (STATIONS, "１，２００", "several"),
        (STATIONS, "还在统计", "no-number"),
        (SPEED, "下降2.3%", "fall"),
        (SPEED, "1.5个百分点", "unit"),
        (SHARE, "1.5%", "unit"),
        (SHARE, "1.2万", "unit"),
        (ENERGY, "-3.2%", "negative"),
        (SALES, "120000", "scale"),
        (SALES, "3456.7万", "scale"),
        (SALES, "3456.7万元", "converted"),
        (SALES, "500元", "scale"),
        (SPENT, "12亿", "scale"),
        (STATIONS, "8万5", "not-understood"),
        (LAND, "8万5千", "scale"),
        (STATIONS, "还有117个", "not-understood"),
        (STATIONS, "仍有117个", "not-understood"),
        (STATIONS, "6-7月59个", "not-understood"),
        (STATIONS, "其中15个", "not-understood"),
        (STATIONS, "183 个（含在建20个）", "several"),
        (STATIONS, "183个，其中在建15个", "several"),
        (STATIONS, "累计183个（含在建20个）", "several"),
        (STATIONS, "13800138000", "phone"),
        (STATIONS, "8613800138000", "phone"),
        (STATIONS, "03598022001", "phone"),
        (STATIONS, "电话0359-8022001", "phone"),
        (replace(STATIONS, baseline=Decimal(168)), "今年以来15个", "year"),
    ],
)
def test_what_is_not_sure_is_asked_about_and_never_guessed(
    indicator: AskedIndicator, said: str, reason: str
) -> None:
    answer = read_figure(indicator, said)
    assert isinstance(answer, FigureUnclear)
    assert answer.text_key == f"answer-figure-{reason}"


@pytest.mark.parametrize(
    ("indicator", "said", "value"),
    [
        (STATIONS, "8万5", "85000"),
        (STATIONS, "三百二", "320"),
        (LAND, "8万5", "8.5"),
        (LAND, "8万5千", "8.5"),
        (LAND, "98000", "9.8"),
        (SALES, "1亿2", "1.2"),
        (STATIONS, "应该是183", "183"),
        (STATIONS, "183，不含在建", "183"),
        (STATIONS, "完成183个，占61%", "183"),
        (STATIONS, "全市183个都通了", "183"),
    ],
)
def test_of_a_doubtful_figure_the_likely_number_is_offered(
    indicator: AskedIndicator, said: str, value: str
) -> None:
    assert isinstance(read_figure(indicator, said), FigureUnclear)
    assert figure_likely(indicator, said) == Decimal(value)


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        (STATIONS, "还差117个"),
        (STATIONS, "还有117个"),
        (STATIONS, "目标300个"),
        (STATIONS, "不到300"),
        (STATIONS, "联系电话13800138000"),
        (STATIONS, "3个月建成183个"),
        (STATIONS, "12,34"),
        (STATIONS, "183人"),
        (STATIONS, "同比增长20个"),
        (STATIONS, "4~12"),
        (SALES, "120000"),
        (LAND, "9.8亿"),
        (RATE, "2万"),
    ],
)
def test_where_no_number_is_likely_none_is_offered(indicator: AskedIndicator, said: str) -> None:
    assert figure_likely(indicator, said) is None


@pytest.mark.parametrize(
    "said",
    [
        "近200个",
        "近200",
        "将近 200个",
        "累计建成5G基站近200个",
        "不到200",
        "不足200个",
        "200+",
        "200+个",
        "200个+",
        "超200个",
        "累计超过200个",
        "200个以上",
        "200余",
    ],
)
def test_an_estimate_in_other_words_is_offered_as_one(said: str) -> None:
    assert isinstance(read_figure(STATIONS, said), FigureUnclear)
    assert figure_guessed(STATIONS, said) == Decimal(200)
    assert figure_likely(STATIONS, said) is None


@pytest.mark.parametrize("said", ["新增近20个", "还差近20个", "近三年累计200个", "近期200个"])
def test_what_is_near_to_something_else_is_no_estimate(said: str) -> None:
    assert figure_guessed(STATIONS, said) is None


def test_number_with_too_many_places_is_offered_rounded() -> None:
    assert figure_guessed(SALES, "3456.7万元") == Decimal("0.3457")


@given(st.integers(0, 10**12))
def test_every_whole_number_is_itself_with_or_without_grouping_and_unit(value: int) -> None:
    bare = [] if str(value)[:2] > "12" and len(str(value)) == 11 else [f"{value}"]  # a telephone
    for said in (*bare, f"{value:,}", f"{value}个", f"累计{value:,}个"):
        assert read_figure(STATIONS, said) == FigureRead(Decimal(value))


@given(st.text())
def test_any_text_is_read_or_refused_and_never_raises(said: str) -> None:
    for indicator in (STATIONS, LAND, RATE):
        answer = read_figure(indicator, said)
        assert isinstance(answer, FigureUnclear) or 0 <= answer.value < 10**13


@given(
    st.lists(
        st.sampled_from(
            ["累计", "183", "个", "，", "本月", "15", "万", "约", "/", "百分之", "一", "点"]
        )
    )
)
def test_words_of_figures_in_any_order_never_raise(parts: list[str]) -> None:
    said = "".join(parts)
    assert isinstance(read_figure(LAND, said), FigureRead | FigureUnclear)


@pytest.mark.parametrize(
    "said",
    [
        "新开通基站15个，累计183个，城域骨干网扩容完成招标。",
        "累计183个，本月新增15个。",
        "累计183个",
    ],
)
def test_a_figure_said_unmistakably_in_a_text_is_found(said: str) -> None:
    assert figure_in_text(STATIONS, said) == FigureRead(Decimal(183))


@pytest.mark.parametrize(
    "said",
    [
        "新开通基站15个。",
        "走访企业15个，累计183个",
        "新开通基站。累计183个",
        "基站累计投资183万元",
        "累计建成5G基站183个（含在建20个）",
        "新开通基站15个，累计183",
        "新开通基站15个，累计183个，累计走访20次",
    ],
)
def test_a_figure_that_may_be_of_something_else_stays_in_the_text(said: str) -> None:
    assert figure_in_text(STATIONS, said) is None


@pytest.mark.parametrize("said", ["比上月增加20个", "较上月新增20"])
def test_growth_over_last_month_is_known_as_such(said: str) -> None:
    assert growth_said(STATIONS, said) == Decimal(20)


def test_what_came_since_the_new_year_is_no_growth_of_the_month() -> None:
    assert growth_said(STATIONS, "今年以来新增15个") is None


def test_total_beside_a_number_of_something_else_is_not_said_alone() -> None:
    assert figure_said_alone(STATIONS, "新增15个，累计183个") == FigureRead(Decimal(183))
    assert figure_said_alone(STATIONS, "走访企业15家，全市共183个") is None


def test_total_in_a_text_is_the_one_that_is_called_so() -> None:
    said = "今年以来新开通基站15个，累计183个。"
    assert figure_in_text(STATIONS, said) == FigureRead(Decimal(183))


def test_growth_over_last_year_is_none_over_last_month() -> None:
    assert growth_said(STATIONS, "同比增长20个") is None
