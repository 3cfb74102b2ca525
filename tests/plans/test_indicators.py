"""Figures in running text → targets."""

from datetime import date
from decimal import Decimal

import pytest

from plans.indicators import find_indicators
from tests.plans.documents import RULE, a_plan, doubts_of
from vocabulary.plan import DocumentIndicator
from vocabulary.terms import Comparator, Direction

AT_LEAST, AT_MOST = Comparator.AT_LEAST, Comparator.AT_MOST
EXACTLY, ABOUT = Comparator.EXACTLY, Comparator.ABOUT


def only(text: str) -> DocumentIndicator:
    (indicator,) = find_indicators(text, year=2026)
    return indicator


@pytest.mark.parametrize(
    ("text", "name", "value", "unit", "comparator"),
    [
        ("新增高新技术企业2家。", "新增高新技术企业", "2", "家", EXACTLY),
        ("扩大覆盖。累计建成5G基站300个。", "累计建成5G基站", "300", "个", EXACTLY),
        ("加大力度，服务业企业达到5家以上。", "服务业企业", "5", "家", AT_LEAST),
        ("高质量完成10万亩托管服务试点任务。", "完成托管服务试点任务", "10", "万亩", EXACTLY),
        ("全市增加值增速力争达到 8.5%。", "全市增加值增速", "8.5", "%", AT_LEAST),
        ("居民收入增长6%左右。", "居民收入增长", "6", "%", ABOUT),
        ("单位能耗下降3%。", "单位能耗下降", "3", "%", AT_LEAST),
        ("推出100项体育精品赛事，打造品牌。", "推出体育精品赛事", "100", "项", EXACTLY),
        ("机械总动力稳定在11亿千瓦左右。", "机械总动力", "11", "亿千瓦", ABOUT),
        ("投诉办理时限不超过5个工作日。", "投诉办理时限", "5", "个工作日", AT_MOST),
        ("新开工项目1,200个。", "新开工项目", "1200", "个", EXACTLY),
        ("培训人员５０人次。", "培训人员", "50", "人次", EXACTLY),
        ("进口额超过1.2亿美元。", "进口额", "1.2", "亿美元", AT_LEAST),
        ("其中引进侨资800万港元。", "引进侨资", "800", "万港元", EXACTLY),
    ],
)
def test_an_aim_is_read_with_what_is_counted(
    text: str, name: str, value: str, unit: str, comparator: Comparator
) -> None:
    indicator = only(text.replace(" ", ""))
    assert (indicator.name, indicator.value, indicator.unit_of_measure, indicator.comparator) == (
        name,
        Decimal(value),
        unit,
        comparator,
    )


@pytest.mark.parametrize(
    "text",
    [
        "落实《运城市助企纾困40条的通知》（运政办发〔2022〕10号）。",
        "抓好减税降费等22项普惠性措施落地落实。",
        "一次性给予10万元奖励，在省财政补贴50%的基础上按5:5比例负担。",
        "一次性开具4~12周长处方。",
        "推进5G网络和5A级景区、A级景区创建。",
        "落实“六稳”“六保”，严格“四个精准、八个不得”。",
        "打造五大产业集群，开展十大专项行动。",
        "推出一日游、两日游线路。",
        "各单位每月5日前报送。",
        "对2021年认定的联合体予以奖补。",
        "目前建成基站30个。",
        "培育第3个园区。",
    ],
)
def test_figures_that_aim_at_nothing_are_no_targets(text: str) -> None:
    assert find_indicators(text, year=2026) == ()


def test_a_figure_that_is_to_fall_has_its_baseline_and_direction() -> None:
    period = only("优化审批，推动商品房建设周期由36个月压减至24个月，加快落地。")
    assert period.name == "商品房建设周期"
    assert (period.baseline, period.value) == (Decimal(36), Decimal(24))
    assert (period.direction, period.comparator) == (Direction.DOWN, AT_MOST)
    rate = only("推动融资担保机构逐步将平均担保费率降至1%以下。")
    assert rate.name == "融资担保机构平均担保费率"
    assert (rate.baseline, rate.direction, rate.comparator) == (None, Direction.DOWN, AT_MOST)


def test_a_list_shares_its_verb_and_its_date() -> None:
    targets = find_indicators(
        "2022年全年推荐申报国家示范社1家、省级农场3家、评定市级农场3家、县级农场15家。", year=2026
    )
    assert [(target.name, target.value) for target in targets] == [
        ("推荐申报国家示范社", Decimal(1)),
        ("推荐申报省级农场", Decimal(3)),
        ("评定市级农场", Decimal(3)),
        ("评定县级农场", Decimal(15)),
    ]
    assert {target.deadline for target in targets} == {date(2022, 12, 31)}


@pytest.mark.parametrize(
    ("when", "deadline"),
    [
        ("2027年", date(2027, 12, 31)),
        ("2027年底前，", date(2027, 12, 31)),
        ("到2027年6月底，", date(2027, 6, 30)),
        ("6月底前", date(2026, 6, 30)),
        ("2月15日前", date(2026, 2, 15)),
        ("年内", date(2026, 12, 31)),
        ("2026年上半年", date(2026, 6, 30)),
        ("2026年三季度", date(2026, 9, 30)),
        ("", None),
        ("2月30日前", None),
    ],
)
def test_the_deadline_is_the_last_day_that_the_words_cover(
    when: str, deadline: date | None
) -> None:
    assert only(f"{when}新增企业5家。").deadline == deadline


def test_a_date_that_opens_a_paragraph_holds_for_its_later_sentences() -> None:
    first, second = find_indicators(
        "到2027年，体系基本形成，产值达到5亿元。打造品牌10个。", year=2026
    )
    assert (first.deadline, second.deadline) == (date(2027, 12, 31), date(2027, 12, 31))


def test_only_a_running_total_is_cumulative() -> None:
    assert only("累计建成基站300个。").cumulative
    assert not only("新增基站30个。").cumulative


@pytest.mark.parametrize(
    ("text", "value", "unit_of_measure"),
    [
        ("培育龙头企业十五家", 15, "家"),
        ("全年完成三百个项目", 300, "个"),
        ("培训一千二百人", 1200, "人"),
        ("森林覆盖率提高百分之二", 2, "%"),
        ("合格率达到百分之九十八以上", 98, "%"),
        ("规上工业增加值比上年增长8%", 8, "%"),
    ],
)
def test_figures_in_words_are_targets_too(text: str, value: int, unit_of_measure: str) -> None:
    (target,) = find_indicators(text, year=2026)
    assert target.value == value
    assert (target.unit_of_measure, target.text) == (unit_of_measure, text)


@pytest.mark.parametrize(
    "text",
    ["推进三个方面工作", "打造三四五个样板", "上年增长8%", "一次性开具4~12周长处方"],
)
def test_words_that_only_sound_like_figures_are_no_targets(text: str) -> None:
    assert find_indicators(text, year=2026) == ()


def test_targets_of_quarters_have_the_last_day_of_theirs() -> None:
    targets = find_indicators("一季度签约20个，上半年累计签约50个，全年累计签约100个", year=2026)
    assert [(target.value, target.deadline, target.comparator) for target in targets] == [
        (Decimal(20), date(2026, 3, 31), Comparator.EXACTLY),
        (Decimal(50), date(2026, 6, 30), Comparator.EXACTLY),
        (Decimal(100), date(2026, 12, 31), Comparator.EXACTLY),
    ]


@pytest.mark.parametrize(
    ("text", "name", "value", "unit", "comparator"),
    [
        ("改厕2000户", "改厕", "2000", "户", EXACTLY),
        ("新增护理型床位400张", "新增护理型床位", "400", "张", EXACTLY),
        ("更新课桌椅5000套", "更新课桌椅", "5000", "套", EXACTLY),
        ("年培训3000人次", "年培训", "3000", "人次", EXACTLY),
        ("技改投资增长8%以上", "技改投资增长", "8", "%", AT_LEAST),
        ("群众知晓率不低于90%", "群众知晓率", "90", "%", AT_LEAST),
        ("签约率100%", "签约率", "100", "%", EXACTLY),
        ("到位资金30亿元", "到位资金", "30", "亿元", EXACTLY),
        ("其中立体车库2000个", "立体车库", "2000", "个", EXACTLY),
        ("铺设管网45公里", "铺设管网", "45", "公里", EXACTLY),
        ("播种面积60万亩", "播种面积", "60", "万亩", EXACTLY),
        ("森林覆盖率提高1.5个百分点", "森林覆盖率提高", "1.5", "个百分点", AT_LEAST),
        ("供水能力10万吨/日", "供水能力", "10", "万吨/日", EXACTLY),
        ("完成标准厂房5万平方米主体施工", "完成标准厂房主体施工", "5", "万平方米", EXACTLY),
        ("完成剩余42户签约", "完成剩余签约", "42", "户", EXACTLY),
        ("注册志愿者达到常住人口的15%以上", "注册志愿者", "15", "%", AT_LEAST),
        ("集装箱吞吐量突破200万标箱", "集装箱吞吐量", "200", "万标箱", AT_LEAST),
    ],
)
def test_a_figure_that_closes_its_clause_is_a_target_also_without_a_verb_of_reaching(
    text: str, name: str, value: str, unit: str, comparator: Comparator
) -> None:
    indicator = only(f"加大力度，{text}。")
    assert (indicator.name, indicator.value, indicator.unit_of_measure, indicator.comparator) == (
        name,
        Decimal(value),
        unit,
        comparator,
    )


@pytest.mark.parametrize(
    "text",
    [
        "对首次营业收入突破10亿元的企业予以支持。",
        "给予最高500万元奖励。",
        "每户补助2万元。",
        "本办法有效期5年。",
        "实行24小时值守。",
        "引进10亿元以上项目。",
        "近三年完成投资20亿元的企业。",
        "涉及群众2万人。",
        "每低1个百分点扣1分。",
    ],
)
def test_figures_that_describe_are_no_targets(text: str) -> None:
    assert find_indicators(text, year=2026) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("培育企业3—5家", 3, "家"), ("新增就业3至5万人", 3, "万人"), ("招引企业10-15家。", 10, "家")],
)
def test_of_a_range_the_lower_end_is_wanted_at_least(text: str, value: int, unit: str) -> None:
    target = only(text)
    assert (target.value, target.unit_of_measure) == (Decimal(value), unit)
    assert target.comparator is AT_LEAST


def test_a_date_that_only_compares_is_no_deadline() -> None:
    assert only("到2026年，覆盖率较2023年提高1.5个百分点。").deadline == date(2026, 12, 31)
    assert only("在2023年基础上压减20%。").deadline is None


def test_a_date_behind_the_figure_by_which_it_is_done_is_its_deadline() -> None:
    assert only("建设卫生室35所，11月底前投入使用。").deadline == date(2026, 11, 30)
    assert [t.deadline for t in find_indicators("新建80公里，6月底前开工率100%。", year=2026)] == [
        None,
        date(2026, 6, 30),
    ]


def test_a_target_without_a_date_is_due_when_its_measure_is() -> None:
    until = date(2026, 6, 30)
    first, second = find_indicators("新增泊位120个。到2027年建成500个。", year=2026, until=until)[
        :2
    ]
    assert (first.deadline, second.deadline) == (until, date(2027, 12, 31))


def test_figures_behind_a_heading_of_targets_are_named_after_what_it_is_about() -> None:
    first, second, third = find_indicators(
        "2026年目标：2万亩\n2027年目标：新建管网30公里\n2026年计划投资（万元）：60000",
        year=2026,
        about="人工造林",
    )
    assert (first.name, first.value, first.deadline) == ("人工造林", Decimal(2), date(2026, 12, 31))
    assert (second.name, second.value, second.deadline) == (
        "新建管网",
        Decimal(30),
        date(2027, 12, 31),
    )
    assert (third.value, third.unit_of_measure) == (Decimal(60000), "万元")


def test_targets_of_quarters_in_columns_are_due_at_their_ends() -> None:
    found = find_indicators("全年目标：增长8%\n一季度目标：20亿元", year=2026, about="工业投资")
    assert [(one.name, one.value, one.deadline) for one in found] == [
        ("工业投资增长", Decimal(8), date(2026, 12, 31)),
        ("工业投资", Decimal(20), date(2026, 3, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "name", "value", "comparator"),
    [
        ("时限由20个工作日压缩为3个工作日。", "时限", "3", AT_MOST),
        ("建立机制，召开调度会，全年不少于4次。", "调度会", "4", AT_LEAST),
        ("群众满意率力争95%。", "群众满意率", "95", AT_LEAST),
        ("营收超10亿元企业力争3家。", "营收超10亿元企业", "3", AT_LEAST),
    ],
)
def test_an_aim_may_be_told_in_other_words(
    text: str, name: str, value: str, comparator: Comparator
) -> None:
    indicator = only(text)
    assert (indicator.name, indicator.value, indicator.comparator) == (
        name,
        Decimal(value),
        comparator,
    )


def test_a_lower_figure_that_something_becomes_is_at_most_that() -> None:
    indicator = only("材料从12份减少为5份。")
    assert (indicator.name, indicator.value, indicator.baseline) == (
        "材料",
        Decimal(5),
        Decimal(12),
    )
    assert (indicator.comparator, indicator.direction) == (AT_MOST, Direction.DOWN)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("电子证照累计归集5000万份，其中新增800万份。", ["电子证照", "电子证照新增"]),
        ("举办招聘会24场次，每月不少于2场。", ["举办招聘会", "招聘会"]),
        (
            "新建管网120公里，其中2026年完成40公里；一季度末完成10公里。",
            ["新建管网", "新建管网", "新建管网"],
        ),
    ],
)
def test_a_part_of_a_target_is_named_by_what_the_whole_counts(text: str, names: list[str]) -> None:
    assert [one.name for one in find_indicators(text, year=2026)] == names


def test_the_date_of_a_second_aim_is_not_that_of_the_first() -> None:
    first, second = find_indicators("发放贷款3000万元，6月底前建成基地2个。", year=2026)
    assert (first.deadline, second.deadline) == (None, date(2026, 6, 30))


@pytest.mark.parametrize(
    ("text", "name", "value", "unit", "comparator"),
    [
        ("审批时限平均压缩三分之一。", "审批时限压缩", "33.3", "%", AT_LEAST),
        ("办理时限压减至原来的三分之一。", "办理时限占原来的比例", "33.4", "%", AT_MOST),
        (
            "集体经济收入50万元以上的村达到四分之三。",
            "集体经济收入50万元以上的村",
            "75",
            "%",
            AT_LEAST,
        ),
        ("存量项目完成一半以上。", "存量项目完成", "50", "%", AT_LEAST),
        ("能耗压减一半。", "能耗压减", "50", "%", AT_LEAST),
        ("网办率达到九成以上。", "网办率", "90", "%", AT_LEAST),
        ("故障率降低三成。", "故障率降低", "30", "%", AT_LEAST),
        ("到2027年研发投入增长一倍以上。", "研发投入增长", "1", "倍", AT_LEAST),
        ("担保放大倍数提高到6倍。", "担保放大倍数", "6", "倍", AT_LEAST),
        ("力争五年实现产值翻番目标。", "产值增长", "1", "倍", AT_LEAST),
        ("主营业务收入、税收翻两番。", "主营业务收入、税收增长", "3", "倍", AT_LEAST),
        ("企业办事时间减半。", "企业办事时间减少", "50", "%", AT_LEAST),
    ],
)
def test_a_share_or_a_multiple_in_words_is_the_figure_that_it_means(
    text: str, name: str, value: str, unit: str, comparator: Comparator
) -> None:
    indicator = only(text)
    assert (indicator.name, indicator.value, indicator.unit_of_measure, indicator.comparator) == (
        name,
        Decimal(value),
        unit,
        comparator,
    )


def test_what_turns_from_a_named_value_has_its_figure_and_its_baseline() -> None:
    grown, halved = only("产值由50亿元翻一番。"), only("审批时限由36个工作日减半。")
    assert (grown.name, grown.baseline, grown.value) == ("产值", Decimal(50), Decimal(100))
    assert (grown.unit_of_measure, grown.comparator) == ("亿元", AT_LEAST)
    assert (halved.name, halved.baseline, halved.value) == ("审批时限", Decimal(36), Decimal(18))
    assert (halved.comparator, halved.direction) == (AT_MOST, Direction.DOWN)


@pytest.mark.parametrize(
    "text",
    [
        "九成以上税费事项“掌上办”。",
        "今年三成长型企业。",
        "三分之二以上的村民同意。",
        "重复投诉占三成。",
        "利润率是上年的两倍。",
        "实施产值翻番计划。",
        "首年免租、次年减半优惠。",
        "对青年人才租金第二年减半。",
        "实现事半功倍、成倍增长。",
        "实现服务全覆盖。",
    ],
)
def test_shares_and_multiples_that_aim_at_nothing_are_no_targets(text: str) -> None:
    assert find_indicators(text, year=2026) == ()


def test_an_aim_behind_a_growth_counts_what_grows() -> None:
    growth, sum_of_it = find_indicators("旅游收入增长20%，达到100亿元。", year=2026)
    assert (growth.name, sum_of_it.name) == ("旅游收入增长", "旅游收入")
    assert [one.name for one in find_indicators("旅游收入增长20%，力争25%。", year=2026)] == [
        "旅游收入增长",
        "旅游收入增长",
    ]


def test_aims_in_words_are_told_with_their_measures_be_they_read_or_not() -> None:
    plan = a_plan(
        f"""到2027年，全县产值翻一番。
一、任务
1.甲事。审批时限压缩三分之一。（甲局负责）
2.乙事。实现村级服务全覆盖，积案动态清零。（乙局负责）
3.丙事。办理时间减半。{RULE}（丙局负责）"""
    )
    told = {doubt.text_key: (doubt.facts, doubt.source, doubt.line) for doubt in plan.doubts}
    assert told == {
        "doubt-target-in-words": (
            {"measures": "1、3", "count": "2", "words": "三分之一、减半、翻一番"},
            "三分之一、减半、翻一番",
            11,
        ),
        "doubt-target-unread": (
            {"measures": "2", "count": "1", "words": "全覆盖、动态清零"},
            "全覆盖、动态清零",
            12,
        ),
    }
    assert [len(measure.indicators) for measure in plan.measures] == [1, 0, 1]
    (of_plan,) = plan.indicators
    assert (of_plan.name, of_plan.deadline) == ("全县产值增长", date(2027, 12, 31))


def test_a_target_of_the_plan_itself_in_words_is_told_with_its_line() -> None:
    plan = a_plan(f"到2027年，全县产值翻一番。\n一、任务\n1.甲事。{RULE}（甲局负责）")
    (told,) = plan.doubts
    assert told.facts == {"measures": "", "count": "0", "words": "翻一番"}
    assert (told.text_key, told.source, told.line) == ("doubt-target-in-words", "翻一番", 9)


@pytest.mark.parametrize("further", ["力争达到3小时", "争取达到3小时", "力争3小时"])
def test_what_is_to_fall_still_further_falls(further: str) -> None:
    first, second = find_indicators(f"补办证照时间由5天缩短至2天，{further}。", year=2026)
    assert (first.name, second.name) == ("补办证照时间", "补办证照时间")
    assert (first.value, second.value) == (Decimal(2), Decimal(3))
    assert (second.unit_of_measure, second.comparator, second.direction) == (
        "小时",
        AT_MOST,
        Direction.DOWN,
    )


def test_a_figure_behind_a_target_that_does_not_say_what_it_is_of_is_told() -> None:
    plan = a_plan(
        f"""一、任务
1.甲事。轮训网格员60人，不少于3天。（甲局负责）
2.乙事。超过30分钟未到场的通报。旅游收入增长20%，力争达到100亿元。{RULE}（乙局负责）"""
    )
    (doubt,) = plan.doubts
    assert (doubt.text_key, doubt.facts["measures"]) == ("doubt-target-unnamed", "1")
    assert doubt.source == "不少于3天"
    assert [len(measure.indicators) for measure in plan.measures] == [1, 2]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("年节约能源达到45万吨标煤", "45万吨标煤"),
        ("单位产值能耗降至0.5吨标准煤/万元", "0.5吨标准煤/万元"),
        ("发电量达到3.2亿度", "3.2亿度"),
        ("完成造林3.5万亩次", "3.5万亩次"),
        ("吞吐量达到8万TEU以上", "8万TEU"),
        ("群众满意度达到95分以上", "95分"),
        ("人均预期寿命提高到79.5岁", "79.5岁"),
        ("亩产达到1200斤/亩", "1200斤/亩"),
        ("断面流量不低于30立方米/秒", "30立方米/秒"),
        ("基尼系数降至0.4以下", "0.4"),
        ("森林蓄积量达到3.5亿", "3.5亿"),
    ],
)
def test_a_target_keeps_the_unit_of_measure_of_its_text_be_it_unheard_of(
    text: str, target: str
) -> None:
    (found,) = find_indicators(f"{text}。", year=2026)
    assert f"{found.value}{found.unit_of_measure}" == target


@pytest.mark.parametrize(
    "text",
    ["打造12345热线", "优化110平台", "资质达到3级", "达到2030年水平", "水平达到2025", "达到4A标准"],
)
def test_grades_years_and_lines_are_no_targets(text: str) -> None:
    assert find_indicators(f"{text}。", year=2026) == ()


def test_a_target_that_does_not_say_in_what_it_is_counted_is_told() -> None:
    body = "一、任务\n1.甲事。基尼系数降至0.4以下，收入达到30亿元，得分达到90分。（甲局负责）"
    told = doubts_of(body)["doubt-target-unmeasured"]
    assert told.facts == {"names": "基尼系数", "count": "1"}
