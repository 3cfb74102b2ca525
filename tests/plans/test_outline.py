"""What is a heading, what a measure, and what belongs to it."""

from datetime import date

import pytest

from plans.errors import PlanWithoutMeasures
from plans.numbering import read_label
from plans.reader import read_plan
from tests.plans.documents import a_plan, lead, measures_of, only_measure, responsible
from vocabulary.plan import DocumentMeasure


def numbers(measures: tuple[DocumentMeasure, ...]) -> list[str]:
    return [measure.number for measure in measures]


def test_the_front_tells_title_number_issuer_date_and_addressees() -> None:
    plan = a_plan("一、任务\n1.做事。（甲局负责）")
    assert plan.title == "某县推进服务业发展2026年行动计划"
    assert plan.doc_number == "某政办发〔2026〕7号"
    assert plan.issuer == "某县人民政府办公室"
    assert plan.issued_on == date(2026, 1, 9)
    assert plan.addressees == ("各乡镇", "县直各单位")


def test_a_title_over_two_lines_and_a_signature_at_the_end_are_read() -> None:
    plan = a_plan(
        "现提出以下意见：\n一、任务\n（一）做事。（甲局负责）\n国务院\n2019年1月12日\n（此件公开发布）",
        front="国务院关于促进开放\n高质量发展的若干意见\n国发〔2019〕3号\n各省人民政府：\n",
    )
    assert plan.title == "国务院关于促进开放高质量发展的若干意见"
    assert (plan.issuer, plan.issued_on) == ("国务院", date(2019, 1, 12))
    assert plan.measures[0].text == "做事。（甲局负责）"


def test_the_letterhead_names_the_issuer_where_nobody_signs() -> None:
    plan = a_plan("一、任务\n1.做事。（甲局负责）", front="某县人民政府文件\n某县2026年计划\n")
    assert (plan.title, plan.issuer) == ("某县2026年计划", "某县人民政府")


def test_measures_stand_under_their_headings_and_inherit_the_task_force() -> None:
    plan = a_plan(
        """一、总体要求
坚持稳中求进。
二、任务（综合专班负责）
1.甲事。（甲局负责）
(一) 金融 (金融专班负责) 。
2.乙事。（甲局负责）
三、保障
（二）监督。
3.丙事。（甲局负责）"""
    )
    assert [(m.section_path, m.task_force) for m in plan.measures] == [
        (("二、任务",), "综合专班"),
        (("二、任务", "（一）金融"), "金融专班"),
        (("三、保障", "（二）监督"), None),
    ]
    assert plan.task_forces == ("综合专班", "金融专班")
    assert plan.sections[0].path == ("一、总体要求",)


@pytest.mark.parametrize("name", ["推进专班", "协调推进工作组", "推进组", "落实小组", "指导办公室"])
def test_task_force_that_is_named_by_its_deed_runs_its_section(name: str) -> None:
    plan = a_plan(f"一、服务（{name}负责）\n1.业务。（市业业局牵头）")
    assert [measure.section_path for measure in plan.measures] == [("一、服务",)]
    assert plan.measures[0].mentions == lead("市业业局")


def test_a_measure_may_be_numbered_at_any_rank() -> None:
    assert numbers(measures_of("一、甲事。（甲局负责）\n二、乙事。（乙局负责）")) == ["1", "2"]
    assert numbers(measures_of("一、任务\n（三）甲事。（甲局负责）")) == ["3"]
    assert numbers(measures_of("第一章总则\n１．甲事。（甲局负责）\n2、乙事。（乙局负责）")) == [
        "1",
        "2",
    ]


def test_items_are_measures_of_their_own_when_each_has_its_owner() -> None:
    own = measures_of("一、任务\n2.抓工业。\n（1）园区。（甲局负责）\n（2）企业。（乙局负责）")
    assert [(m.number, m.mentions) for m in own] == [
        ("2(1)", responsible("甲局")),
        ("2(2)", responsible("乙局")),
    ]
    assert own[0].section_path == ("一、任务", "2.抓工业")


def test_items_belong_to_their_measure_when_one_clause_closes_them_all() -> None:
    (whole,) = measures_of("一、任务\n2.抓工业。\n（1）园区。\n（2）企业。（甲局负责）")
    assert whole.number == "2"
    assert whole.text == "抓工业。\n（1）园区。\n（2）企业。（甲局负责）"


def test_numbered_prose_without_owner_is_no_measure() -> None:
    body = "一、原则\n（一）坚持创新。激发活力。\n二、任务\n（一）制造。\n1.甲事。（甲局负责）"
    assert numbers(measures_of(body)) == ["1"]


def test_a_measure_without_owner_among_others_is_kept_and_doubted() -> None:
    plan = a_plan("一、任务\n1.甲事。（甲局负责）\n2.乙事。办好。\n二、保障\n3.丙事。")
    assert numbers(plan.measures) == ["1", "2", "3"]
    assert plan.measures[1].mentions == ()
    doubt = next(d for d in plan.doubts if d.text_key == "doubt-measure-without-unit")
    assert doubt.facts == {"measures": "2、3", "count": "2"}


def test_a_measure_without_clause_takes_the_units_of_its_heading() -> None:
    first, second = measures_of("一、任务（甲局牵头）\n1.甲事。\n2.乙事。（乙局负责）")
    assert (first.mentions, second.mentions) == (lead("甲局"), responsible("乙局"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("提升运量。发展客运。（甲局负责）", "提升运量"),
        ("提升运量。（甲局负责）", "提升运量"),
        ("提升运量（甲局负责）。", "提升运量"),
        ("提升运量\n发展客运。\n（甲局负责）", "提升运量"),
        ("持续推进“放管服”改革。清理事项。（甲局负责）", "持续推进“放管服”改革"),
        ("【提升运量】发展客运。（甲局负责）", "提升运量"),
        ("提升运量：发展客运。（甲局负责）", "提升运量"),
        ("提升运量100万吨；发展客运。（甲局负责）", None),
        ("提升运量：新增车辆5台，准点率不低于9成；发展客运。（甲局负责）", "提升运量"),
        ("【提升运量】新增车辆5台；发展客运。（甲局负责）", "提升运量"),
        ("提升运量，发展定制客运。（甲局负责）", "提升运量，发展定制客运"),
        ("提升运量，发展定制客运，为群众出行提供优质便捷高效的各类服务。（甲局负责）", None),
    ],
)
def test_the_title_is_the_first_short_sentence(text: str, title: str | None) -> None:
    assert only_measure(text).title == title


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("完善。打造果品、\n\n药材集群。（甲局负责）", "完善。打造果品、药材集群。（甲局负责）"),
        ("完善。加大续贷\n\n政策力度。（甲局负责）", "完善。加大续贷政策力度。（甲局负责）"),
        ("完善。加大力度。\n\n推动降费。（甲局负责）", "完善。加大力度。推动降费。（甲局负责）"),
        ("完善。办好。（甲局\n\n牵头，乙局配合）", "完善。办好。（甲局牵头，乙局配合）"),
        ("完善（甲局\n\n牵头，乙局配合）", "完善（甲局牵头，乙局配合）"),
        ("完善。办好。(甲小组)\n\n有关成员单位负责)", "完善。办好。(甲小组有关成员单位负责)"),
        ("完善。办好。（甲局负责", "完善。办好。（甲局负责）"),
        ("完善。办好。甲局负责）", "完善。办好。（甲局负责）"),
    ],
)
def test_page_breaks_are_healed_and_stray_brackets_mended(torn: str, whole: str) -> None:
    measure = only_measure(torn)
    assert measure.text == whole
    assert measure.mentions


def test_a_clause_left_open_does_not_swallow_the_next_measure() -> None:
    first, second = measures_of("一、任务\n1.甲事。（甲局负责\n2.乙事。（乙局负责）")
    assert (first.mentions, second.mentions) == (responsible("甲局"), responsible("乙局"))


def test_what_follows_a_closed_measure_is_no_part_of_it() -> None:
    measure, last = measures_of(
        """一、任务
1.甲事。（甲局负责）
各单位要高度重视，丙局要会同有关方面抓好落实。
2.乙事。（乙局负责）
本文件由丁局负责解读。
抄送：县委办。
某县人民政府办公室
2026年1月9日印发"""
    )
    assert (measure.text, last.text) == ("甲事。（甲局负责）", "乙事。（乙局负责）")
    assert (measure.source_line, last.source_line) == (10, 12)


def test_targets_of_the_plan_itself_stand_outside_the_measures() -> None:
    plan = a_plan("一、目标\n2026年增加值增速达到8.5%。\n二、任务\n1.甲事。（甲局负责）")
    assert [target.name for target in plan.indicators] == ["增加值增速"]
    assert plan.measures[0].indicators == ()


def test_running_text_that_a_page_break_tore_is_read_as_one() -> None:
    plan = a_plan(
        "一、目标\n稳中求进。2026年增加值\n\n增速达到8.5%。\n二、任务\n1.甲事。（甲局负责）"
    )
    assert [target.name for target in plan.indicators] == ["增加值增速"]


def test_a_deadline_in_the_clause_is_that_of_the_measure() -> None:
    assert only_measure("办好。（甲局负责，9月底前完成）").deadline == date(2026, 9, 30)


def test_a_text_in_which_nothing_is_owed_is_refused() -> None:
    with pytest.raises(PlanWithoutMeasures) as refused:
        read_plan("关于放假的通知\n一、安排\n1.放假三天。".encode(), name="notice.txt")
    assert refused.value.facts == {"name": "notice.txt"}


def test_the_end_matter_is_no_part_of_a_last_measure_without_owner() -> None:
    signed = measures_of("一、任务\n1.甲事。（甲局负责）\n2.乙事。\n某县人民政府\n2026年1月9日")
    copied = measures_of("一、任务\n1.甲事。（甲局负责）\n2.乙事。办好\n抄送：县委办。")
    assert (signed[1].text, copied[1].text) == ("乙事。", "乙事。办好")


def test_a_bare_number_heads_what_is_numbered_under_it() -> None:
    plan = read_plan(
        "某区方案\n1 总体目标\n制定本方案。\n2 重点任务\n2.1 抓项目\n"
        "2.1.1 建成泊位100个。（区城管局）\n3 保障措施\n3.1 加强领导。".encode(),
        name="plan.txt",
    )
    (measure,) = plan.measures
    assert (plan.title, measure.number) == ("某区方案", "2.1.1")
    assert measure.section_path == ("2.重点任务", "2.1抓项目")
    assert [mention.name for mention in measure.mentions] == ["区城管局"]


def test_a_deadline_in_the_text_is_that_of_the_measure_where_it_is_the_only_date() -> None:
    assert only_measure("建设平台，12月底前完成。（县局负责）").deadline == date(2026, 12, 31)
    assert only_measure("6月底前开工，12月底前完成。（县局负责）").deadline is None


def test_a_target_is_due_when_its_measure_is() -> None:
    measure = only_measure("安装监测设备120套。（县局负责，6月底前完成）")
    assert [target.deadline for target in measure.indicators] == [date(2026, 6, 30)]


def test_a_month_behind_a_number_is_no_part_of_it() -> None:
    measures = measures_of("1.6月底前开工。（县局负责）\n2.11月15日前完工。（县局负责）")
    assert numbers(measures) == ["1", "2"]
    assert measures[1].text.startswith("11月15日前完工")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("1-1清理死角。", "1-1"),
        ("2-3-1、建设专栏。", "2-3-1"),
        ("【项目3】管网更新", "项目3　"),
        ("目标一：缩短住院日", "目标一　"),
        ("3-5家企业入驻园区。", None),
        ("1-2月完成投资30亿元。", None),
        ("5-10公里范围内", None),
        ("6-8名骨干", None),
    ],
)
def test_numbers_with_a_hyphen_are_told_from_ranges(line: str, shown: str | None) -> None:
    label = read_label(line)
    assert (label and label.shown) == shown
