"""The reference plan, abridged to its facts, reads to its exact figures."""

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plans.export import as_json
from plans.groups import Assignments, assign, is_group
from plans.reader import read_plan
from plans.register import read_register
from tests.plans.documents import cooperating, lead, responsible
from vocabulary.plan import DocumentMeasure, PlanDocument, ReportRule, UnitRegister
from vocabulary.terms import Comparator, Role

SAMPLES = Path(__file__).parents[2] / "plans" / "samples"
YEAR_END = date(2022, 12, 31)


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    return read_plan((SAMPLES / "yongji-2022.txt").read_bytes(), name="yongji-2022.txt")


@pytest.fixture(scope="module")
def register() -> UnitRegister:
    data = (SAMPLES / "yongji-2022.units.toml").read_bytes()
    return read_register(data, name="yongji-2022.units.toml")


@pytest.fixture(scope="module")
def assignments(plan: PlanDocument, register: UnitRegister) -> Assignments:
    return assign(plan, register)


def measure(plan: PlanDocument, number: int) -> DocumentMeasure:
    return plan.measures[number - 1]


def test_title_number_issuer_date_and_addressees(plan: PlanDocument) -> None:
    assert plan.title == "永济市推进服务业提质增效2022年行动计划"
    assert plan.doc_number == "永政办发〔2022〕24号"
    assert plan.issuer == "永济市人民政府办公室"
    assert plan.issued_on == date(2022, 6, 27)
    assert plan.addressees == ("各镇（街道）", "市直各有关单位", "永济经济技术开发区管委会")


def test_67_titled_measures_in_21_sections(plan: PlanDocument) -> None:
    assert [m.number for m in plan.measures] == [str(number) for number in range(1, 68)]
    assert all(m.title for m in plan.measures)
    assert Counter(len(section.path) for section in plan.sections) == {1: 7, 2: 14}
    assert measure(plan, 30).section_path == (
        "四、支持生活性服务业向高品质和多样化升级",
        "（八）现代商贸",
    )


def test_the_labels_are_the_ten_special_actions(plan: PlanDocument) -> None:
    assert plan.labels == (
        "消费提质扩容升级专项行动",
        "乡村e镇培育专项行动",
        "网络货运发展专项行动",
        "金融提振赶超专项行动",
        "房地产优服务促稳定专项行动",
        "数字化场景拓展专项行动",
        "文旅体高质量发展专项行动",
        "提升科技成果转移转化服务专项行动",
        "养老惠民提升专项行动",
        "人力资源服务业高质量发展专项行动",
    )


def test_145_mentions_of_26_units_and_3_groups(plan: PlanDocument) -> None:
    mentions = [mention for m in plan.measures for mention in m.mentions]
    assert Counter(mention.role for mention in mentions) == {
        Role.RESPONSIBLE: 116,
        Role.LEAD: 13,
        Role.COOPERATING: 16,
    }
    names = {mention.name for mention in mentions}
    assert len({name for name in names if not is_group(name)}) == 26
    assert {name for name in names if is_group(name)} == {
        "市服务业发展领导小组有关成员单位",
        "市服务业发展领导小组成员单位",
        "各镇（街道）",
    }


def test_clauses_torn_by_pages_and_mixed_brackets_are_read(plan: PlanDocument) -> None:
    assert measure(plan, 13).mentions == lead("市发改局") + cooperating(
        "市工科局", "市住建局", "市自然资源局"
    )
    assert measure(plan, 31).mentions == lead("市工科局") + cooperating("市自然资源局")
    assert measure(plan, 47).mentions == responsible("市自然资源局") + cooperating("市住建局")
    assert "消费提质扩容升级、" in measure(plan, 58).text
    assert measure(plan, 64).mentions == lead("市卫体局") + responsible("各镇（街道）")
    assert measure(plan, 66).mentions == responsible("市服务业发展领导小组有关成员单位")
    assert measure(plan, 66).text == "强化考核督促。(市服务业发展领导小组有关成员单位负责)"


def test_eight_task_forces_run_42_measures(plan: PlanDocument) -> None:
    assert plan.task_forces == (
        "金融业专班",
        "交通运输专班",
        "科技服务专班",
        "信息服务专班",
        "商贸服务专班",
        "文旅体专班",
        "房地产业专班",
        "非营利性服务业专班",
    )
    run = Counter(m.task_force for m in plan.measures if m.task_force)
    assert run.total() == 42
    assert run["商贸服务专班"] == 10
    assert measure(plan, 57).task_force == "非营利性服务业专班"


def test_the_targets_are_fit_to_be_asked_about(plan: PlanDocument) -> None:
    at_least, at_most, exactly = Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EXACTLY
    read = [
        (m.number, i.name, i.comparator, str(i.value), i.unit_of_measure, i.deadline)
        for m in plan.measures
        for i in m.indicators
    ]
    assert read == [
        ("8", "政府性融资担保机构平均担保费率", at_most, "1", "%", None),
        ("17", "新增高新技术企业", exactly, "2", "家", YEAR_END),
        ("18", "累计建成5G基站", exactly, "300", "个", YEAR_END),
        ("22", "规模以上人力资源服务业企业", at_least, "5", "家", YEAR_END),
        ("27", "完成农业生产托管服务试点任务", exactly, "10", "万亩", None),
        ("28", "推荐申报国家农民专业合作社示范社", exactly, "1", "家", YEAR_END),
        ("28", "推荐申报省级示范家庭农场", exactly, "3", "家", YEAR_END),
        ("28", "评定运城市级示范家庭农场", exactly, "3", "家", YEAR_END),
        ("28", "评定永济市级示范家庭农场", exactly, "15", "家", YEAR_END),
        ("48", "商品房建设周期", at_most, "24", "个月", None),
    ]
    assert [(i.name, i.value) for i in plan.indicators] == [
        ("全市服务业增加值增速", Decimal("8.5"))
    ]
    assert measure(plan, 18).indicators[0].cumulative
    assert measure(plan, 48).indicators[0].baseline == 36


def test_the_reporting_rule(plan: PlanDocument) -> None:
    assert plan.report_rule == ReportRule(
        due_day=5,
        frequency="monthly",
        period="previous_month",
        recipient_office="市服务业发展领导小组办公室",
        recipient_location="市发改局综合股",
        email="yongjifgjghk@126.com",
        source_measure="67",
    )


def test_its_doubts_are_exactly_these(plan: PlanDocument) -> None:
    told = [(d.text_key, d.facts.get("measures"), d.source) for d in plan.doubts]
    assert told == [
        ("doubt-group-vague", "59、66、67", "市服务业发展领导小组有关成员单位"),
        ("doubt-group-members", "63", "市服务业发展领导小组成员单位"),
        ("doubt-group-members", "64", "各镇（街道）"),
        ("doubt-brackets-mended", "66", "(市服务业发展领导小组)有关成员单位负责)"),
        (
            "doubt-clause-torn",
            "13",
            "(市发改局牵头，市工科局、市住建局、市自然资源局配合)",
        ),
        ("doubt-addressee-idle", None, "永济经济技术开发区管委会"),
        ("doubt-task-forces-count", None, "十大工作专班"),
        (
            "doubt-task-force-missing",
            "1—3、25—29、43—46、51—53、58—67",
            "全面落实服务业普惠性纾困扶持措施",
        ),
    ]
    assert all(doubt.line for doubt in plan.doubts)


def test_with_the_register_36_units_owe_254_assignments(assignments: Assignments) -> None:
    assert len(assignments.units) == 36
    assert assignments.total == 254
    assert all(not assigned.unassigned for assigned in assignments.measures)


def test_the_largest_unit_has_30_measures(assignments: Assignments) -> None:
    owed = Counter(unit.name for assigned in assignments.measures for unit in assigned.units)
    assert owed.most_common(1) == [("市工科局", 30)]


def test_a_member_that_leads_is_not_asked_again_through_its_group(
    assignments: Assignments,
) -> None:
    epidemic = assignments.measures[63]
    assert len(epidemic.units) == 11
    assert (epidemic.units[0].name, epidemic.units[0].role) == ("市卫体局", Role.LEAD)


def test_the_register_fits_the_plan_to_the_last_name(
    plan: PlanDocument, register: UnitRegister, assignments: Assignments
) -> None:
    assert set(register.official_names) == set(assignments.units)
    named = dict.fromkeys(
        mention.name for m in plan.measures for mention in m.mentions if not is_group(mention.name)
    )
    assert register.groups["市服务业发展领导小组成员单位"] == tuple(named)
    assert [doubt.text_key for doubt in assignments.doubts] == [
        "doubt-group-taken-whole",
        "doubt-brackets-mended",
        "doubt-clause-torn",
        "doubt-addressee-idle",
        "doubt-task-forces-count",
        "doubt-task-force-missing",
    ]


def test_as_plain_data_it_says_the_same(plan: PlanDocument) -> None:
    data = as_json(plan)
    assert data["date"] == "2022-06-27"
    measures = data["measures"]
    assert isinstance(measures, list)
    assert measures[12]["units"][0] == {"name": "市发改局", "role": "lead"}
    assert measures[12]["units"][1] == {"name": "市工科局", "role": "cooperate"}
    (target,) = measures[17]["targets"]
    assert (target["value"], target["unit"], target["deadline"]) == (300, "个", "2022-12-31")
    assert target["comparator"] == "="
