"""The report of 市工科局 for July 2022, as a liaison would give it: 30 measures, 3 figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.factories import (
    JULY,
    OFFICE,
    PLAN,
    a_content,
    a_figure,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
    an_indicator,
    at,
)
from vocabulary.papers import ChaseNotice, ToldOf
from vocabulary.period import Period
from vocabulary.progress import time_passed
from vocabulary.report import (
    AskedIndicator,
    EntryContent,
    FiledEntry,
    FiledReport,
    FollowedProblem,
    Ledger,
    LedgerMeasure,
    MarkedHighlight,
    UnitMonth,
)
from vocabulary.stamp_code import stamp_code
from vocabulary.terms import (
    Channel,
    Comparator,
    ContactKind,
    EntryStatus,
    ProblemState,
    ReportState,
    Role,
    Timeliness,
)
from vocabulary.ticks import Ticks

CODE = stamp_code(13, JULY, 1, "{}")
"""Of every draft that is made here."""

_RELIEF = ("二、加大服务业企业纾困解难力度",)
_PRODUCER = "三、促进生产性服务业向专业化和价值链高端延伸"
_TRANSPORT = (_PRODUCER, "（二）交通运输")
_SCIENCE = (_PRODUCER, "（三）科技服务")
_DATA = (_PRODUCER, "（四）信息服务")
_BUSINESS = (_PRODUCER, "（五）高端商务")
_GREEN = (_PRODUCER, "（六）节能环保服务")
_FARM = (_PRODUCER, "（七）农业生产性服务业")
_CONSUMER = "四、支持生活性服务业向高品质和多样化升级"
_TRADE = (_CONSUMER, "（八）现代商贸")
_CULTURE = (_CONSUMER, "（九）文旅体育")
_HOME = (_CONSUMER, "（十）家庭服务")
_SUPPORT = ("六、强化工作支撑",)
_ORGANISE = ("七、加强组织保障",)

# number, title, section, task force, what was done in July
_SAID = (
    (
        "1",
        "全面落实服务业普惠性纾困扶持措施",
        _RELIEF,
        None,
        "会同税务、人社部门走访规上服务业企业23户，梳理22项纾困政策清单并上门送达，协助11户企业申领稳岗返还46.8万元。",
    ),
    (
        "2",
        "加大困难行业扶持力度",
        _RELIEF,
        None,
        "对餐饮、零售行业开展第二轮摸底，建立困难企业台账54户，发放第一批消费券120万元，核销率达到83%。",
    ),
    (
        "3",
        "强化惠企政策靠前发力",
        _RELIEF,
        None,
        "“免申即享”事项由4项增加到7项，7月份直接兑付奖补资金38万元，平均办理时限压减到5个工作日。",
    ),
    (
        "13",
        "完善寄递末端网络",
        _TRANSPORT,
        "交通运输专班",
        "配合发改部门确定老旧小区智能投递设施点位16处，已完成安装6处。",
    ),
    (
        "14",
        "加快重大科技创新平台建设",
        _SCIENCE,
        "科技服务专班",
        "组织2家企业申报运城市级重点实验室，材料已通过形式审查；与山西农业大学果树研究所签订共建协议。",
    ),
    (
        "15",
        "发展培育科技孵化载体",
        _SCIENCE,
        "科技服务专班",
        "智创城二期完成主体装修，入驻创业团队9个，举办创业辅导3场，参加人员210人次。",
    ),
    (
        "16",
        "促进科技成果转移转化",
        _SCIENCE,
        "科技服务专班",
        "征集企业技术需求31项，发布科技成果12项，促成技术合同登记4份，成交额560万元。",
    ),
    (
        "17",
        "强化高新技术企业培育",
        _SCIENCE,
        "科技服务专班",
        "完成第一批高新技术企业申报辅导，推荐上报5家，已公示1家。",
    ),
    (
        "18",
        "夯实大数据基础能力",
        _DATA,
        "信息服务专班",
        "新开通基站15个，累计183个，城域骨干网扩容完成招标。",
    ),
    (
        "19",
        "拓展数字融合应用",
        _DATA,
        "信息服务专班",
        "召开部门联席会议1次，确定5G+工业互联网示范企业3家；卿头镇智慧果园项目完成设备安装并上线试运行。",
    ),
    (
        "20",
        "扩大标识解析体系建设应用范围",
        _DATA,
        "信息服务专班",
        "组织8家企业参加标识解析培训，2家完成接入，新增注册量1.2万个。",
    ),
    (
        "21",
        "大力发展电子商务",
        _BUSINESS,
        "商贸服务专班",
        "乡村e镇公共服务中心投入运行，开展直播培训4期，新增网店37家，农产品网络零售额1860万元。",
    ),
    (
        "23",
        "推进商务咨询发展",
        _BUSINESS,
        "商贸服务专班",
        "引导2家会计师事务所、1家工程咨询企业入驻商务楼宇，开展知识产权公益培训1场。",
    ),
    (
        "24",
        "用好用活会展平台",
        _BUSINESS,
        "商贸服务专班",
        "组织12家企业报名第七届果品交易博览会，落实展位18个。",
    ),
    (
        "25",
        "大力发展节能环保服务业",
        _GREEN,
        None,
        "对6家重点用能企业开展节能诊断，提出改造建议19条，预计年节约标准煤2100吨。",
    ),
    ("26", "拓展服务领域", _FARM, None, "配合农业农村部门推荐2家食品加工企业申报省级龙头企业。"),
    (
        "30",
        "激活消费潜力",
        _TRADE,
        "商贸服务专班",
        "举办“晋情消费·美好永济”夏季促消费活动2场，参与商户126家，带动消费940万元。",
    ),
    (
        "31",
        "推进消费商圈建设",
        _TRADE,
        "商贸服务专班",
        "一刻钟便民生活圈试点方案已印发，舜都广场商圈改造完成外立面施工80%。",
    ),
    (
        "32",
        "健全县域商业体系",
        _TRADE,
        "商贸服务专班",
        "改造提升乡镇商贸中心2个、村级便民店14个，冷链物流中心完成基础施工。",
    ),
    (
        "33",
        "推进老字号传承振兴",
        _TRADE,
        "商贸服务专班",
        "推荐桑落酒业、芮氏麻花2家企业申报“三晋老字号”，材料已报送运城市商务局。",
    ),
    (
        "34",
        "促进汽车销售",
        _TRADE,
        "商贸服务专班",
        "开展汽车下乡活动3场，7月份限上企业汽车零售额2350万元。",
    ),
    (
        "35",
        "增强住宿餐饮服务能力",
        _TRADE,
        "商贸服务专班",
        "新增限上餐饮企业1家，评定特色主题民宿2家。",
    ),
    (
        "37",
        "培育文旅体消费热点",
        _CULTURE,
        "文旅体专班",
        "配合文旅部门完成水峪口景区夜间照明改造。",
    ),
    (
        "43",
        "推动家政服务提质扩容",
        _HOME,
        None,
        "对4家家政企业开展信用信息采集，录入从业人员312人，组织技能培训1期。",
    ),
    (
        "58",
        "开展提质增效十大专项行动",
        _SUPPORT,
        None,
        "消费提质扩容、数字化场景拓展、科技成果转移转化3个专项行动均已制定月度任务清单，7月份完成21项。",
    ),
    ("59", "培育壮大服务业市场主体", _SUPPORT, None, "新入库规上服务业企业2家，储备培育对象19家。"),
    ("61", "推动两业融合发展", _SUPPORT, None, "推荐1家企业申报省级服务型制造示范企业。"),
    ("63", "加强组织领导", _ORGANISE, None, "局党组会专题研究2次，分管领导每周调度。"),
    ("66", "强化考核督促", _ORGANISE, None, "将服务业任务纳入股室月度考核，通报进度滞后事项2项。"),
    ("67", "形成工作合力", _ORGANISE, None, "按月报送总结材料，参加专班联席会议3次。"),
)

_LEADS = frozenset({"19", "31"})
_COOPERATES = frozenset({"13", "26", "37"})
_DONE = frozenset({"63", "33"})
_TROUBLE = {
    "14": (
        EntryStatus.BEHIND,
        "申报单位研发投入占比不足，省级重点实验室申报条件暂不具备。",
        "8月底前组织专家进企业辅导，争取列入2023年培育计划。",
    ),
    "25": (
        EntryStatus.BEHIND,
        "合同能源管理项目融资未落实，2家企业改造进度滞后1个月。",
        "协调市金融服务中心召开银企对接会，9月份恢复施工。",
    ),
    "61": (EntryStatus.NOT_BEGUN, "省级申报通知尚未下达。", "提前准备申报材料。"),
}
_INDICATORS = {
    "17": (an_indicator(17, name="新增高新技术企业", target="2", unit_of_measure="家"), "1"),
    "18": (an_indicator(18), "183"),
    "34": (an_indicator(34, name="限额以上汽车零售额", target="2.6", unit_of_measure="亿元",
                        comparator=Comparator.AT_LEAST), "1.42"),
}  # fmt: skip


def _entry(
    number: str, title: str, path: tuple[str, ...], force: str | None, text: str
) -> FiledEntry:
    role = Role.LEAD if number in _LEADS else Role.RESPONSIBLE
    if number in _COOPERATES:
        role = Role.COOPERATING
    default = EntryStatus.DONE if number in _DONE else EntryStatus.ON_TRACK
    status, problem, step = _TROUBLE.get(number, (default, "", ""))
    indicator, value = _INDICATORS.get(number, (None, ""))
    if number == "26":
        content = EntryContent(no_progress=True)
    elif role is Role.COOPERATING:
        content = EntryContent(text=text)
    else:
        figures = (a_figure(indicator.indicator_id, value),) if indicator else ()
        content = a_content(status, text, problem=problem, next_step=step, figures=figures)
    measure = a_measure(
        number,
        title,
        section_path=path,
        task_force=force,
        role=role,
        indicators=(indicator,) if indicator else (),
    )
    return a_filed_entry(measure, content)


def long_report(**changes: object) -> FiledReport:
    """All 30 measures; `changes` as for `a_filed_report`."""
    return a_filed_report(*(_entry(*said) for said in _SAID), **changes)  # type: ignore[arg-type]


def a_chase_notice() -> ChaseNotice:
    """To 市能源局 on 9 August, with two measures missing of three."""
    return ChaseNotice(
        office=OFFICE,
        plan_title=PLAN,
        unit="市能源局",
        official_name="永济市能源局",
        period=JULY,
        as_of=at(9, 10),
        expected_at=at(5, 18),
        is_extended=False,
        asked=3,
        missing=(
            a_measure("13", "完善寄递末端网络"),
            a_measure("49", "推动绿色低碳发展"),
        ),
        told=(
            ToldOf(at(4), ContactKind.LIAISON, "李明", Channel.CHAT),
            ToldOf(at(5, 9), ContactKind.LIAISON, "李明", Channel.CHAT),
            ToldOf(at(8, 11, 5), ContactKind.DEPUTY, "赵刚", Channel.PHONE),
        ),
        file_by=at(12, 18),
    )


def a_month_for_papers() -> Ledger:
    """July on 9 August: one unit on time, one late and sent back, two missing, one exempt.

    Of six measures three have figures beside the time that has passed. There are a target of the
    plan, four problems of which one is closed, and three highlights of which one is left out.
    """

    def paced(number: int, target: str = "300") -> AskedIndicator:
        indicator = an_indicator(number, name=f"指标{number}", target=target, baseline="0")
        return replace(indicator, time_passed=Decimal("0.583"))

    fast = a_measure("17", "强化高新技术企业培育", indicators=(paced(1),))
    slow = a_measure(indicators=(paced(2), paced(3)))
    even = a_measure("20", "发展数字融合应用", indicators=(paced(4),))
    lead = a_measure("19", "拓展数字融合应用", role=Role.LEAD)
    trade = a_measure("31", "推进消费商圈建设", task_force=None)
    energy = a_measure("49", "推动绿色低碳发展", task_force=None)
    industry = a_filed_report(
        a_filed_entry(fast, a_content(figures=(a_figure(1, "270"),))),
        a_filed_entry(slow, a_content(figures=(a_figure(2, "120"), a_figure(3, "299")))),
        a_filed_entry(even, a_content(figures=(a_figure(4, "180"),))),
        a_filed_entry(lead, a_content(EntryStatus.DONE)),
        a_filed_entry(trade, a_content(EntryStatus.BEHIND, problem="缺地", next_step="调规")),
    )
    finance = a_filed_report(
        a_filed_entry(a_measure("19", "拓展数字融合应用")),
        unit="市财政局",
        receipt="2022-07-0031",
        filed_at=at(8, 9, 30),
    )
    own = (("市工科局", Role.RESPONSIBLE),)
    month = a_ledger(
        a_ledger_report(industry),
        a_ledger_report(
            finance,
            state=ReportState.RETURNED,
            timeliness=Timeliness.LATE,
            return_reason="请写明企业数",
        ),
        a_ledger_report(unit="市能源局"),
        a_ledger_report(unit="虞乡镇"),
        a_ledger_report(unit="市供销社", timeliness=Timeliness.EXEMPT),
        measures=(
            a_ledger_measure(fast, *own),
            a_ledger_measure(slow, *own),
            a_ledger_measure(lead, ("市工科局", Role.LEAD), ("市财政局", Role.RESPONSIBLE)),
            a_ledger_measure(even, *own),
            a_ledger_measure(trade, *own),
            a_ledger_measure(
                energy,
                ("市能源局", Role.LEAD),
                ("虞乡镇", Role.RESPONSIBLE),
                ("市供销社", Role.COOPERATING),
            ),
        ),
        as_of=at(9, 10),
    )
    growth = an_indicator(90, name="服务业增加值", target="200", unit_of_measure="亿元",
                          comparator=Comparator.AT_LEAST, baseline="150")  # fmt: skip
    growth = replace(
        growth,
        time_passed=Decimal("0.583"),
        starts_on=date(2022, 1, 1),
        deadline=date(2022, 12, 31),
    )
    return replace(month, plan_indicators=(growth,), problems=_problems(), highlights=_highlights())


def _problems() -> tuple[FollowedProblem, ...]:
    """As the workbook lists them: overdue first, then the oldest, the closed one last."""

    def problem(number: str, title: str, month: int, **changes: object) -> FollowedProblem:
        raised = FollowedProblem(
            problem_id=int(number),
            unit="市工科局",
            number=number,
            title=title,
            since=Period(2022, month),
            words="改造用地未落实",
            next_step="",
            help_from="",
            state=ProblemState.OPEN,
            raised_at=at(3, month=month + 1),
            history=(),
        )
        return replace(raised, **changes)  # type: ignore[arg-type]

    return (
        problem("20", "发展数字融合应用", 5, is_overdue=True, help_from="市财政局"),
        problem("31", "推进消费商圈建设", 7, words="缺地", next_step="调规"),
        problem("17", "强化高新技术企业培育", 7, state=ProblemState.RESOLVED),
        problem("18", "夯实大数据基础能力", 6, state=ProblemState.CLOSED, closed_at=at(4)),
    )


def _highlights() -> tuple[MarkedHighlight, ...]:
    def highlight(place: int, number: str, text: str) -> MarkedHighlight:
        title = "拓展数字融合应用" if number == "19" else "夯实大数据基础能力"
        return MarkedHighlight(place, "市工科局", number, title, JULY, text, at(place), "王建国")

    return (
        highlight(1, "18", "全省首个算力中心投用"),
        replace(highlight(2, "19", "卿头镇智慧果园上线试运行"), left_out=True),
        highlight(3, "19", "确定示范企业3家"),
    )


_GIVEN = {"17": ("0", "1", "1"), "18": ("141", "168", "183"), "34": ("0.92", "1.18", "1.42")}
"""The figures of May, June and July, by measure."""


def a_month_for_workbook() -> Ledger:
    """July of 市工科局 whole, with the two months before; of four more units something each."""
    months = [_of_industry(which) for which in range(3)]
    finance = a_filed_report(
        a_filed_entry(a_measure("19", "拓展数字融合应用", section_path=_DATA)),
        unit="市财政局",
        receipt="2022-07-0031",
        filed_at=at(8, 9, 30),
    )
    energy = a_ledger_report(
        unit="市能源局",
        asked=2,
        contacts=(
            (ContactKind.LIAISON, "李明", "0359-8020011"),
            (ContactKind.LEADER_IN_CHARGE, "张伟", "0359-8020012"),
        ),
        reminders_sent=4,
        last_reminded_at=at(8, 9, 30),
    )
    township = a_ledger_report(
        unit="虞乡镇", state=ReportState.FILLING, unreachable=True, asked=2, answered=1
    )
    return replace(
        a_month_for_papers(),
        reports=(
            replace(
                a_ledger_report(months[-1]),
                ticks=Ticks(at(3, 16, 42), scan=at(4, 9, 10), original=at(8), mail=at(3, 16, 44)),
            ),
            replace(
                a_ledger_report(
                    finance,
                    state=ReportState.RETURNED,
                    timeliness=Timeliness.LATE,
                    return_reason="请写明企业数",
                ),
                ticks=Ticks(at(8, 9, 30), mail=at(8, 9, 32)),
            ),
            energy,
            township,
            replace(
                a_ledger_report(unit="市供销社", timeliness=Timeliness.EXEMPT),
                exempt_reason="机构改革，职能划转期间由市商务中心代管。",
            ),
        ),
        measures=tuple(_with_its_units(entry) for entry in months[-1].entries),
        months=tuple(Period.between(Period(2022, 5), Period(2022, 12))),
        history=tuple(_history(months, finance)),
        unassigned=(("59", "市服务业发展领导小组有关成员单位"),),
    )


def _of_industry(which: int) -> FiledReport:
    """Its report of May, June or July; in the months before less had been done."""
    entries = []
    for entry in long_report().entries:
        measure, content = entry.measure, entry.content
        if measure.number in _GIVEN:
            (indicator,) = measure.indicators
            indicator = replace(
                indicator,
                baseline=Decimal(0),
                starts_on=date(2022, 4, 1),
                time_passed=time_passed(
                    date(2022, 4, 1), date(2022, 12, 31), on=Period(2022, 5 + which).last_day
                ),
            )
            measure = replace(measure, indicators=(indicator,))
            given = a_figure(indicator.indicator_id, _GIVEN[measure.number][which])
            content = replace(content, figures=(given,))
        elif which < 2 and measure.number not in {"1", "2", "63"}:
            content = replace(content, text=content.text[: 8 + 9 * which])
        entries.append(a_filed_entry(measure, content))
    return a_filed_report(*entries, filed_at=at(3, 16, 42, month=6 + which))


def _with_its_units(entry: FiledEntry) -> LedgerMeasure:
    measure = entry.measure
    units = [("市工科局", measure.role)]
    if measure.number == "19":
        units += [("市财政局", Role.RESPONSIBLE), ("市供销社", Role.COOPERATING)]
    if measure.number in {"13", "26"}:
        units = [("市能源局", Role.LEAD), *units, ("虞乡镇", Role.RESPONSIBLE)]
    return a_ledger_measure(measure, *units)


def _history(months: list[FiledReport], finance: FiledReport) -> Iterator[UnitMonth]:
    late, missing = Timeliness.LATE, Timeliness.OUTSTANDING
    for which, filed in enumerate(months):
        period = Period(2022, 5 + which)
        yield UnitMonth(period, "市工科局", Timeliness.ON_TIME, filed, corrected=which % 2)
        yield UnitMonth(period, "市财政局", late, finance, days_late=which + 1, returned=which // 2)
        kind = missing if which == 2 else Timeliness.ON_TIME
        yield UnitMonth(period, "市能源局", kind)
        yield UnitMonth(period, "虞乡镇", missing if which else late, days_late=0 if which else 4)
        yield UnitMonth(period, "市供销社", Timeliness.EXEMPT if which else Timeliness.ON_TIME)


LONG_SENTENCE = "走访企业12家，协调解决用地、用电问题3个，新开通基站15个；"


def long_text(characters: int, last: str) -> str:
    return (LONG_SENTENCE * (characters // len(LONG_SENTENCE) + 1))[: characters - len(last)] + last


def a_month_of_long_texts() -> Ledger:
    """Of a measure of 26 units one writes 3,000 characters, a problem of 1,000, and a next step."""
    measure = a_measure("67", "加强组织领导")
    units = [f"第{number}局" for number in range(1, 27)]
    wordy = a_content(
        EntryStatus.BEHIND,
        long_text(3000, "完成情况完"),
        problem=long_text(1000, "存在问题完"),
        next_step="调规",
    )
    reports = [
        a_filed_report(
            a_filed_entry(measure, wordy if unit == "第7局" else a_content(text=LONG_SENTENCE * 6)),
            unit=unit,
        )
        for unit in units
    ]
    month = a_ledger(
        *map(a_ledger_report, reports),
        measures=(
            a_ledger_measure(measure, *((unit, Role.RESPONSIBLE) for unit in units)),
            a_ledger_measure(a_measure("68", "压实责任"), ("第1局", Role.LEAD)),
        ),
    )
    before = UnitMonth(month.period.shifted(-1), "第7局", Timeliness.ON_TIME, reports[6])
    return replace(month, history=(before,))
