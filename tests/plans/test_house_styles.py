"""Forms of responsibility clauses that are seen in the wild, one by one, in every kind of file."""

from datetime import date
from decimal import Decimal

import pytest

from plans.reader import read_plan
from tests.plans.documents import (
    a_plan,
    cooperating,
    doubts_of,
    lead,
    measures_of,
    only_measure,
    responsible,
)
from tests.plans.papers import KINDS, Block, Grid, paper
from vocabulary.plan import DocumentMeasure, Mention

FRONT: list[Block] = ["某县推进服务业发展2026年行动计划", "各乡镇，县直各单位："]


def read(kind: str, *blocks: Block) -> tuple[DocumentMeasure, ...]:
    return read_plan(paper(kind, [*FRONT, *blocks]), name="plan").measures


@pytest.mark.parametrize(
    ("clause", "mentions"),
    [
        ("（甲局牵头，乙局、丙局配合）", lead("甲局") + cooperating("乙局", "丙局")),
        ("（甲局、乙局分别牵头）", lead("甲局", "乙局")),
        (
            "（甲局分别牵头，丙局、丁局按照职责分工抓好落实）",
            lead("甲局") + responsible("丙局", "丁局"),
        ),
        ("（甲局会同乙局、丙局）", lead("甲局") + cooperating("乙局", "丙局")),
        ("（甲局牵头会同乙局负责）", lead("甲局") + cooperating("乙局")),
        ("（甲局、乙局按职责分工分别负责）", responsible("甲局", "乙局")),
        ("（甲局、乙局等10个部门负责）", responsible("甲局", "乙局")),
        ("（甲局和乙局负责）", responsible("甲局", "乙局")),
        (
            "（县文化和旅游局和县住房和城乡建设局负责）",
            responsible("县文化和旅游局", "县住房和城乡建设局"),
        ),
        (
            "（甲局（牵头）、乙局、丙局（配合））",
            lead("甲局") + cooperating("丙局") + responsible("乙局"),
        ),
        ("（责任单位：甲局（牵头）、乙局）", lead("甲局") + responsible("乙局")),
        ("（责任单位：甲局、乙局牵头，丙局配合）", lead("甲局", "乙局") + cooperating("丙局")),
        ("（牵头单位:甲局;责任单位:乙局）", lead("甲局") + responsible("乙局")),
        ("（牵头领导：张三；责任单位：甲局；责任人：李四）", responsible("甲局")),
        ("【牵头单位：甲局；配合部门：乙局】", lead("甲局") + cooperating("乙局")),
        (
            "（县委宣传部（县文明办）、县发改局(县粮食局)负责）",
            responsible("县委宣传部（县文明办）", "县发改局（县粮食局）"),
        ),
        (
            "（省发改委、能源局等省有关部门和各市人民政府按职责分工负责）",
            responsible("省发改委", "能源局", "省有关部门", "各市人民政府"),
        ),
        ("（各市、县（区）人民政府负责）", responsible("各市、县（区）人民政府")),
        ("（各乡镇、街道，领导小组成员单位负责）", responsible("各乡镇、街道", "领导小组成员单位")),
        ("（责任单位：甲局 乙局 丙局）", responsible("甲局", "乙局", "丙局")),
        ("（县民政局、县卫健委，各乡镇）", responsible("县民政局", "县卫健委", "各乡镇")),
        ("责任单位：甲局、乙局。", responsible("甲局", "乙局")),
        (
            "牵头单位：甲局 责任单位：乙局 丙局 完成时限：5月底",
            lead("甲局") + responsible("乙局", "丙局"),
        ),
        ("责任单位：甲局。完成时限：长期坚持。", responsible("甲局")),
        ("由甲局牵头，乙局配合。", lead("甲局") + cooperating("乙局")),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_clause_is_read_in_every_kind_of_file(
    kind: str, clause: str, mentions: tuple[Mention, ...]
) -> None:
    (measure,) = read(kind, "一、主要任务", f"1.提升服务。完善工作机制，加大工作力度。{clause}")
    assert set(measure.mentions) == set(mentions)
    assert measure.title == "提升服务"


@pytest.mark.parametrize("kind", KINDS)
def test_labels_on_lines_name_units_and_deadline_and_no_people(kind: str) -> None:
    (measure,) = read(
        kind,
        "一、主要任务",
        "1.提升服务。完善工作机制，加大工作力度。",
        "牵头领导：张三",
        "牵头单位：甲局",
        "责任单位：乙局，各乡镇（街道）",
        "完成时限：2026年6月底前",
    )
    assert measure.mentions == lead("甲局") + responsible("乙局", "各乡镇（街道）")
    assert measure.deadline == date(2026, 6, 30)
    assert measure.text.startswith("提升服务。完善工作机制，加大工作力度。\n")


def test_names_that_stand_below_their_label_are_taken_with_it() -> None:
    measure = only_measure("提升服务。\n责任单位：\n甲局、乙局\n完成时限：6月底")
    assert (measure.mentions, measure.deadline) == (responsible("甲局", "乙局"), date(2026, 6, 30))


def test_names_that_a_page_break_tears_from_their_label_are_taken_back() -> None:
    measure = only_measure("提升服务。\n责任单位：甲局、县人力资源和社\n\n会保障局、乙局")
    assert measure.mentions == responsible("甲局", "县人力资源和社会保障局", "乙局")


def test_the_first_leads_by_a_note_behind_a_label() -> None:
    first, second = measures_of(
        """一、任务
1.甲事。
责任单位：甲局、乙局（除标注“分别牵头”外，列第一位为牵头或汇总单位，下同）
2.乙事。
责任单位：丙局、乙局"""
    )
    assert first.mentions == lead("甲局") + responsible("乙局")
    assert second.mentions == lead("丙局") + responsible("乙局")


def test_the_first_leads_by_a_note_under_the_whole() -> None:
    (measure,) = measures_of(
        "一、任务\n1.甲事。（甲局、乙局负责）\n注：排在第一位的单位为牵头单位。"
    )
    assert measure.mentions == lead("甲局") + responsible("乙局")


def test_a_clause_on_its_own_line_under_items_is_that_of_all() -> None:
    first, second = measures_of(
        """（一）建设
1.完善体系
（1）加强管理。
（2）推进建设。
（责任单位：县直各有关单位、各乡镇人民政府）
2.健全机制
（1）建机构。
（2）建队伍。
（责任单位：甲局）"""
    )
    assert (first.number, first.mentions) == (
        "1",
        responsible("县直各有关单位", "各乡镇人民政府"),
    )
    assert (second.title, second.mentions) == ("健全机制", responsible("甲局"))


def test_where_only_last_items_carry_clauses_what_they_stand_under_is_the_measure() -> None:
    first, second = measures_of(
        """一、任务
（一）深化改革
1.做好甲。
2.做好乙。（甲局负责）
（二）优化服务
1.做好丙。
2.做好丁。
3.做好戊。（乙局负责）"""
    )
    assert (first.title, first.mentions) == ("深化改革", responsible("甲局"))
    assert (second.title, second.mentions) == ("优化服务", responsible("乙局"))


def test_a_prefix_that_a_list_shares_is_given_back_where_the_plan_spells_it_out() -> None:
    first, second = measures_of(
        """一、任务
1.甲事。（省科技厅、工业和信息化厅、海关总署负责）
2.乙事。（省工业和信息化厅负责）"""
    )
    assert first.mentions == responsible("省科技厅", "省工业和信息化厅", "海关总署")
    assert second.mentions == responsible("省工业和信息化厅")


def test_the_government_s_office_has_a_prefix_that_a_list_shares() -> None:
    first, _ = measures_of("""1.甲事。（市政府办公室、教育局负责）
2.乙事。（市教育局负责）""")
    assert first.mentions == responsible("市政府办公室", "市教育局")


def test_a_group_of_task_forces_is_no_task_force() -> None:
    measure = only_measure("甲事。\n牵头单位：甲局\n责任单位：全区经济运行各专班")
    assert measure.mentions == lead("甲局") + responsible("全区经济运行各专班")
    assert measure.task_force is None


def test_a_label_of_an_unknown_kind_is_told() -> None:
    plan = a_plan("一、任务\n1.甲事。（牵头单位：甲局；数据提供单位：统计局）")
    assert plan.measures[0].mentions == lead("甲局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "数据提供单位；统计局"


HEAD = ["序号", "重点任务", "牵头单位", "责任单位", "完成时限"]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_merged_cells_hold_for_every_row_they_cover(kind: str) -> None:
    grid = Grid(
        [
            HEAD,
            ["一、做强工业", "", "", "", ""],
            ["1", "推进上市。完善服务。", "县金融办", "县财政局\n各乡镇（街道）", "2026年6月底前"],
            ["2", "推进园区建设", "", "县税务局", ""],
            ["3", "提升质量", "县市场监管局", "县发改局", "全年"],
            ["", "", "", "县教育局", ""],
        ],
        [(1, 0, 1, 4), (2, 2, 3, 2), (2, 4, 3, 4), (4, 0, 5, 0), (4, 1, 5, 1), (4, 2, 5, 2)],
    )
    first, second, third = read(kind, grid)
    assert (first.title, first.section_path) == ("推进上市", ("一、做强工业",))
    assert first.mentions == lead("县金融办") + responsible("县财政局", "各乡镇（街道）")
    assert second.mentions == lead("县金融办") + responsible("县税务局")
    assert (second.title, second.deadline) == ("推进园区建设", date(2026, 6, 30))
    assert third.mentions == lead("县市场监管局") + responsible("县发改局", "县教育局")


def test_a_table_with_details_takes_its_titles_from_the_task() -> None:
    grid = Grid(
        [
            ["序号", "工作任务", "具体举措", "责任领导", "责任单位（第一个为牵头单位）"],
            ["1", "提升服务", "完善机制。加大力度。", "张三", "县财政局、县税务局"],
            ["2", "推进上市", "加快办理。", "李四", "县金融办"],
        ]
    )
    first, second = read("docx", grid)
    assert (first.title, first.mentions) == (
        "提升服务",
        lead("县财政局") + responsible("县税务局"),
    )
    assert "完善机制。加大力度。" in first.text
    assert second.mentions == lead("县金融办")


def test_a_head_of_two_rows_and_a_head_on_every_page_are_read() -> None:
    head = ["序号", "重点任务", "责任分工", "", "完成时限"]
    below = ["", "", "牵头单位", "配合单位", ""]
    grid = Grid(
        [
            head,
            below,
            ["1", "甲事", "县财政局", "县税务局", "年底"],
            head,
            ["2", "乙事", "县教育局", "/", "6月"],
        ],
        [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)],
    )
    first, second = read("docx", grid)
    assert first.mentions == lead("县财政局") + cooperating("县税务局")
    assert second.mentions == lead("县教育局")


def test_a_table_in_an_appendix_stands_under_its_own_heading() -> None:
    measures = read(
        "docx",
        "一、总体要求",
        "坚持稳中求进，推进服务业发展。",
        "某县人民政府",
        "2026年1月9日",
        "附件",
        "重点任务分工表",
        Grid([HEAD, ["1", "推进上市", "县金融办", "县财政局", "年底前"]]),
    )
    assert [(measure.number, measure.title) for measure in measures] == [("1", "推进上市")]
    assert measures[0].mentions == lead("县金融办") + responsible("县财政局")


def test_a_table_in_a_text_may_have_bars() -> None:
    (measure,) = measures_of(
        "|序号|重点任务|牵头单位|责任单位|\n|---|---|---|---|\n|1|上市|县金融办|县财政局 县税务局"
    )
    assert measure.mentions == lead("县金融办") + responsible("县财政局", "县税务局")


def test_a_table_that_gives_out_nothing_is_text() -> None:
    (measure,) = read(
        "docx",
        Grid([["指标", "2026年"], ["增速", "8.5%"]]),
        "一、主要任务",
        "1.提升服务。（甲局负责）",
    )
    assert measure.mentions == responsible("甲局")


def test_a_row_without_units_is_kept_and_doubted() -> None:
    grid = Grid([HEAD, ["1", "推进上市", "县金融办", "", ""], ["2", "提升服务", "", "/", ""]])
    plan = read_plan(paper("docx", [*FRONT, grid]), name="x")
    assert plan.measures[1].mentions == ()
    assert "doubt-measure-without-unit" in {doubt.text_key for doubt in plan.doubts}


def test_a_note_about_other_measures_names_nobody_and_is_told() -> None:
    plan = a_plan(
        "一、任务\n1.甲事。（甲局负责。以下措施均需各区落实，不再单独列出）\n2.乙事。（乙局负责）"
    )
    assert [measure.mentions for measure in plan.measures] == [
        responsible("甲局"),
        responsible("乙局"),
    ]
    told = next(d for d in plan.doubts if d.text_key == "doubt-clause-unread")
    assert told.source == "以下措施均需各区落实，不再单独列出"


def test_a_clause_of_those_above_may_say_which_and_leaves_others_alone() -> None:
    first, second, third, fourth = measures_of(
        "一、任务\n1.甲事。（甲局负责）\n2.乙事。\n3.丙事。\n4.丁事。\n以上3—4项由乙局牵头，丙局配合。"
    )
    assert (first.mentions, second.mentions) == (responsible("甲局"), ())
    assert third.mentions == fourth.mentions == lead("乙局") + cooperating("丙局")


def test_a_table_that_repeats_the_text_adds_what_the_text_leaves_out() -> None:
    head = ["序号", "重点任务", "责任单位", "完成时限"]
    measures = read(
        "docx",
        "一、主要任务",
        "1.培育主体。新增企业50家。（甲局牵头）",
        "2.建设平台。建成实验室2家。",
        "附件",
        "任务分工表",
        Grid([head, ["1", "培育主体", "甲局、乙局", "6月底"], ["2", "建设平台", "丙局", "年底"]]),
    )
    assert [(measure.number, measure.title) for measure in measures] == [
        ("1", "培育主体"),
        ("2", "建设平台"),
    ]
    assert measures[0].mentions == lead("甲局") + responsible("乙局")
    assert measures[0].deadline == date(2026, 6, 30)
    assert measures[1].mentions == responsible("丙局")
    assert "建成实验室2家" in measures[1].text


def test_a_table_of_other_tasks_beside_a_text_stands_for_itself() -> None:
    measures = read(
        "docx",
        "一、主要任务",
        "1.培育主体。新增企业50家。（甲局牵头）",
        "附件",
        Grid([["序号", "项目", "责任单位"], ["1", "甲园区", "乙局"], ["2", "乙大道", "丙局"]]),
    )
    assert [measure.title for measure in measures] == ["培育主体", "甲园区", "乙大道"]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_form_under_each_title_says_who_does_it(kind: str) -> None:
    (measure,) = read(
        kind,
        "1.新建养老中心",
        Grid([["工作内容", "建成投用。"], ["牵头单位", "甲局"], ["配合单位", "乙局\n丙局"]]),
    )
    assert (measure.title, measure.mentions) == (
        "新建养老中心",
        lead("甲局") + cooperating("乙局", "丙局"),
    )


def test_a_numbered_heading_between_rows_is_no_task() -> None:
    first, second = measures_of(
        """序号\t重点任务\t市级牵头部门\t完成时限
一\t教育培训行动\t\t
1\t轮训负责人\t市应急局\t6月底
二\t隐患清零行动\t\t
2\t建立清单\t市安委办\t"""
    )
    assert (first.title, first.section_path[-1]) == ("轮训负责人", "一、教育培训行动")
    assert (second.title, second.section_path[-1]) == ("建立清单", "二、隐患清零行动")


def test_a_row_without_units_keeps_its_deadline() -> None:
    grid = Grid(
        [
            ["序号", "重点任务", "责任单位", "完成时限"],
            ["1", "建成泊位", "市城管局", "2026年6月底"],
            ["2", "建立清单", "", "2026年9月底"],
        ]
    )
    first, second = read("docx", grid)
    assert [first.deadline, second.deadline] == [date(2026, 6, 30), date(2026, 9, 30)]
    assert second.mentions == ()


def test_a_blank_cell_of_units_in_a_text_goes_on_from_the_row_above_and_is_told() -> None:
    plan = a_plan(
        """序号\t重点任务\t责任单位\t配合单位\t完成时限
1\t建成泊位\t市城管局\t市财政局\t6月底
2\t建立清单\t\t市住建局\t9月底
3\t开展评估\t市审计局\t\t9月底"""
    )
    second, third = plan.measures[1:]
    assert second.mentions == responsible("市城管局") + cooperating("市住建局")
    assert third.mentions == responsible("市审计局")
    told = next(d for d in plan.doubts if d.text_key == "doubt-units-from-above")
    assert (told.facts["measures"], told.source) == ("2", "建立清单")


def test_a_blank_row_of_a_text_has_the_owners_of_the_row_above_and_of_no_older_one() -> None:
    plan = a_plan(
        """序号\t重点任务\t牵头单位\t责任单位\t完成时限
1\t建成泊位\t市城管局\t市住建局\t6月底
2\t建立清单\t市审计局\t\t9月底
3\t开展评估\t\t\t9月底"""
    )
    assert plan.measures[2].mentions == lead("市审计局")


def test_a_blank_cell_of_a_text_does_not_reach_over_a_heading() -> None:
    plan = a_plan(
        """序号\t重点任务\t牵头单位\t完成时限
一、产业培育
1\t建成厂房\t招商局\t10月底
二、营商环境
2\t上线事项\t\t6月底"""
    )
    assert plan.measures[1].mentions == ()


def test_lines_of_labels_are_as_long_as_their_names_and_were_not_broken_for_want_of_room() -> None:
    third = measures_of(
        """一、产业培育
1.建成厂房
牵头单位：市招商局、市工业局、市城乡建设局
2.上线事项
牵头单位：市审批局、市财政委、市住建局、市水利局
责任单位：市统计局、市城乡建设局
3.开展评估
牵头单位：市审计局、市财政委、市政府办公室
责任单位：市统计局、市教育委、市城乡建设局
年底完成。"""
    )[2]
    units = [mention.name for mention in third.mentions]
    assert units[-1] == "市城乡建设局"
    assert third.text.endswith("年底完成。")


def test_chapter_called_as_a_unit_may_be_gives_nothing_to_items_that_name_who_helps() -> None:
    measures = measures_of(
        """一、市规划科
1.建成厂房。（配合单位：市审批局）
二、市开发区
2.上线事项。（配合单位：市财政局）"""
    )
    assert [measure.mentions for measure in measures] == [
        cooperating("市审批局"),
        cooperating("市财政局"),
    ]


def test_heading_that_says_so_leads_what_is_below_also_where_it_names_who_helps() -> None:
    first, second = measures_of(
        """一、县民政局牵头事项
1.建成厂房。（配合单位：县审批局）
二、县财政局牵头事项
2.上线事项。（配合单位：县民政局）"""
    )
    assert first.mentions == lead("县民政局") + cooperating("县审批局")
    assert second.mentions == lead("县财政局") + cooperating("县民政局")


def test_a_heading_between_the_rows_of_a_text_ends_no_table() -> None:
    first, second = measures_of(
        """序号\t重点任务\t牵头部门\t完成时限
一、产业培育
1\t建成厂房\t招商局\t10月底
二、营商环境
2\t上线事项\t审批局\t6月底"""
    )
    assert [first.section_path[-1], second.section_path[-1]] == ["一、产业培育", "二、营商环境"]
    assert second.mentions == lead("审批局")


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_may_give_each_unit_its_share_of_targets(kind: str) -> None:
    grid = Grid(
        [
            ["单位", "引进项目（个）", "到位资金（亿元）", "备注"],
            ["县发改局", "2", "3", ""],
            ["城东街道", "4", "8.5", "含外资项目"],
            ["合计", "6", "11.5", ""],
        ]
    )
    first, second = read(kind, "2026年度招商引资目标任务分解表", grid)
    assert (first.mentions, second.mentions) == (responsible("县发改局"), responsible("城东街道"))
    assert [(t.value, t.unit_of_measure) for t in second.indicators] == [
        (Decimal(4), "个"),
        (Decimal("8.5"), "亿元"),
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "above", ["单位：万元", "（单位：万元）", "2026年项目计划表（单位：万元）"]
)
def test_amounts_are_counted_in_what_the_line_above_the_table_says(kind: str, above: str) -> None:
    grid = Grid(
        [
            ["序号", "项目名称", "年度计划投资", "责任单位", "完成时限"],
            ["1", "改造提升中学校园设施", "1200", "县教育局", "2026年6月"],
        ]
    )
    (measure,) = read(kind, above, grid)
    assert [(t.value, t.unit_of_measure) for t in measure.indicators] == [(Decimal(1200), "万元")]


def test_lines_broken_for_want_of_room_are_one_paragraph_each() -> None:
    text = """一、主要任务
1.实施农村寄递物流服务提升工程和客货邮融
合发展行动。建设村级综合服务站点共120个
，基本实现村村通快递。（市邮政局牵头，市
交通局配合）
2.建设数字化的智慧农业示范推广基地以及追
溯平台共计5个。（市农业农村局牵头，市数
据局、市农科院配合）"""
    first, second = a_plan(text, front="").measures
    assert first.title == "实施农村寄递物流服务提升工程和客货邮融合发展行动"
    assert second.title == "建设数字化的智慧农业示范推广基地以及追溯平台共计5个"
    assert second.mentions == lead("市农业农村局") + cooperating("市数据局", "市农科院")


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("完成时限：2026.06.30", date(2026, 6, 30)),
        ("完成时限：２０２６年８月", date(2026, 8, 31)),
        ("完成时限：4月30日", date(2026, 4, 30)),
        ("完成时限：每年12月底", None),
        ("完成时限：2026-06", date(2026, 6, 30)),
        ("完成时限：6.30前", date(2026, 6, 30)),
        ("完成时限：2026年6月—9月", date(2026, 9, 30)),
        ("完成时限：2026年1-6月", date(2026, 6, 30)),
        ("完成时限：2026年1月至12月", date(2026, 12, 31)),
        ("完成时限：2026年6月1日—30日", date(2026, 6, 30)),
        ("完成时限：2026年一至三季度", date(2026, 9, 30)),
        ("完成时限：2025年10月至2026年3月", date(2026, 3, 31)),
        ("完成时限：6月中旬", date(2026, 6, 20)),
        ("完成时限：2026年9月初", date(2026, 9, 10)),
        ("完成时限：2026年6月下旬前", date(2026, 6, 30)),
        ("完成时限：2026年初步建成，12月底全面建成", date(2026, 12, 31)),
        ("完成时限：2026年汛期前", None),
        ("完成时限：2026年国庆节前完成", None),
    ],
)
def test_a_label_of_time_takes_dates_in_any_spelling(line: str, until: date | None) -> None:
    measure = only_measure(f"甲事。责任单位：甲局\n{line}")
    assert measure.deadline == until


@pytest.mark.parametrize(
    "words", ["3个月内", "汛期前", "2026年国庆节前", "“十五五”末", "二〇二六年六月底", "本月底"]
)
def test_what_stands_for_a_deadline_and_tells_no_day_is_told(words: str) -> None:
    body = f"一、任务\n1.甲事。责任单位：甲局；完成时限：{words}\n2.乙事。（乙局负责）"
    told = doubts_of(body)["doubt-day-unknown"]
    assert told.facts == {"measures": "1", "count": "1", "words": words}


@pytest.mark.parametrize(
    "words", ["长期坚持", "每季度末", "持续推进", "按时序推进", "6月底前，并长期坚持", "/", "全年"]
)
def test_what_has_no_last_day_is_no_doubt(words: str) -> None:
    body = f"一、任务\n1.甲事。责任单位：甲局；完成时限：{words}\n2.乙事。（乙局负责）"
    assert "doubt-day-unknown" not in doubts_of(body)


@pytest.mark.parametrize(
    ("clause", "mentions"),
    [
        (
            "责任单位：县水务局（县住建局、县财政局配合）",
            responsible("县水务局") + cooperating("县住建局", "县财政局"),
        ),
        (
            "（县交通局（县公安局配合）牵头，县财政局负责）",
            lead("县交通局") + cooperating("县公安局") + responsible("县财政局"),
        ),
        ("【责任单位】县教育局【完成时限】6月", responsible("县教育局")),
        ("主办：县教育局 协办：县财政局", lead("县教育局") + cooperating("县财政局")),
    ],
)
def test_clauses_within_clauses_and_labels_without_a_stop_are_told_apart(
    clause: str, mentions: tuple[Mention, ...]
) -> None:
    measure = only_measure(f"甲事。{clause}")
    assert sorted(measure.mentions, key=str) == sorted(mentions, key=str)


def test_a_date_in_brackets_at_the_beginning_is_the_deadline() -> None:
    measure = only_measure("【3月底前】完成土地出让。责任单位：县国土局")
    assert (measure.title, measure.deadline) == ("完成土地出让", date(2026, 3, 31))


@pytest.mark.parametrize(
    ("line", "mentions"),
    [
        ("责任股室：基层卫生股、办公室", responsible("基层卫生股", "办公室")),
        ("责任处室　教务处、各学院", responsible("教务处", "各学院")),
        ("主责：安全环保部 协同：各生产厂", responsible("安全环保部") + cooperating("各生产厂")),
        ("主办单位：县交通局；会办单位：县水利局", lead("县交通局") + cooperating("县水利局")),
        ("责任科室：信息中心 医务部 护理部", responsible("信息中心", "医务部", "护理部")),
    ],
)
def test_labels_of_any_house_announce_units(line: str, mentions: tuple[Mention, ...]) -> None:
    assert set(only_measure(f"甲事。完善机制。\n{line}").mentions) == set(mentions)


def test_a_label_behind_the_text_needs_no_stop_before_it() -> None:
    measure = only_measure("谋划交通项目10个 责任单位：县交通局 配合单位：县自然资源局")
    assert measure.title == "谋划交通项目10个"
    assert measure.mentions == responsible("县交通局") + cooperating("县自然资源局")


def test_paragraphs_counted_in_words_are_items() -> None:
    first, second = measures_of(
        "一是加强监管。由县商务局牵头，县住建局配合。\n二是严控扬尘。由县住建局负责。"
    )
    assert (first.title, second.title) == ("加强监管", "严控扬尘")
    assert second.mentions == responsible("县住建局")


def test_a_column_of_units_and_people_names_units_only() -> None:
    grid = Grid(
        [
            ["序号", "工程名称", "责任单位及责任人", "竣工时间"],
            ["1", "扩建中学", "县教育局 季文涛", "2026年8月"],
            ["2", "改造市场", "县商务局、城东街道\n房玉", "2026年9月"],
        ]
    )
    first, second = read("docx", grid)
    assert (first.mentions, first.deadline) == (responsible("县教育局"), date(2026, 8, 31))
    assert second.mentions == responsible("县商务局", "城东街道")


def test_items_that_are_labels_of_the_measure_above_are_no_measures() -> None:
    (measure,) = measures_of(
        "一、问题一：资金闲置\n（一）整改措施：加快办理手续。\n"
        "（二）责任单位：县财政局\n（三）整改时限：2026年9月30日"
    )
    assert (measure.number, measure.mentions) == ("1", responsible("县财政局"))
    assert measure.deadline == date(2026, 9, 30)


def test_a_label_stands_behind_a_bullet_too() -> None:
    (measure,) = measures_of("● 项目一：林场改革\n攻坚内容：整合林场4个。\n牵头单位：县林业局")
    assert (measure.number, measure.title, measure.mentions) == ("1", "林场改革", lead("县林业局"))


def test_a_group_behind_a_label_in_brackets_is_no_heading_of_units() -> None:
    first, second = measures_of("""一、产业
● 建厂房。
【牵头单位】市甲局、市乙委
● 建桥。
【牵头单位】各镇（街道）""")
    assert (first.mentions, second.mentions) == (lead("市甲局", "市乙委"), lead("各镇（街道）"))


def test_a_gap_behind_a_counted_action_ends_its_number() -> None:
    first, second = measures_of(
        "行动一　企业培育行动\n培育企业3家。\n责任单位：县工信局\n"
        "行动二　精品创作行动\n推出作品15部。\n责任单位：县文联"
    )
    assert (first.number, first.title) == ("1", "企业培育行动")
    assert second.mentions == responsible("县文联")


def test_tasks_counted_under_counted_actions_are_the_measures() -> None:
    first, second = measures_of(
        "行动一　海洋产业行动\n任务1.做强渔业。责任单位：县渔业局\n"
        "行动二　港航行动\n任务2.疏浚港池。责任单位：县港口局"
    )
    assert (first.title, second.title) == ("做强渔业", "疏浚港池")
    assert second.section_path[-1].endswith("港航行动")


def test_the_article_that_ends_a_plan_is_no_measure() -> None:
    (measure,) = measures_of(
        "第一条 放宽准入。（责任单位：县发改局）\n第二条 本措施由县发改局负责解释。"
    )
    assert measure.number == "1"


def test_who_does_it_is_told_elsewhere_by_number_and_the_task_keeps_its_text() -> None:
    first, second, third = read(
        "txt",
        "一、任务",
        "1.新建步道20公里。",
        "2.举办赛事15场。",
        "3.培育协会。",
        "二、任务分工",
        "第1、3项：县文旅局牵头，县财政局配合。",
        "第二项由县教育局负责，10月底前完成。",
    )
    assert first.text == "新建步道20公里。\n县文旅局牵头，县财政局配合。"
    assert first.mentions == third.mentions == lead("县文旅局") + cooperating("县财政局")
    assert second.mentions == responsible("县教育局")
    assert second.deadline == date(2026, 10, 31)


@pytest.mark.parametrize(
    "lines",
    [
        ("1.县教育局牵头第1项；", "2.县财政局负责第二项、第三项。"),
        ("县教育局牵头第1项。", "县财政局：第2、3项。"),
        ("由县教育局牵头第1项任务。", "县财政局负责第2至3项工作。"),
    ],
)
def test_a_unit_may_be_given_items_by_their_numbers(lines: tuple[str, ...]) -> None:
    tasks = ("一、任务", "1.甲事。", "2.乙事。", "3.丙事。", "二、责任分工")
    first, second, third = read("txt", *tasks, *lines)
    assert [each.title for each in (first, second, third)] == ["甲事", "乙事", "丙事"]
    assert first.mentions == lead("县教育局")
    assert second.mentions == third.mentions == responsible("县财政局")


@pytest.mark.parametrize(
    "line",
    [
        "第4项：县文旅局牵头。",  # there is none
        "第1项：推进建设，形成合力。",  # nobody
        "第1至2项：县文旅局负责；第9项另行明确。",
    ],
)
def test_a_number_that_leads_nowhere_takes_nothing_from_the_measures(line: str) -> None:
    plan = a_plan(f"一、任务\n1.甲事。（县教育局负责）\n2.乙事。（县财政局负责）\n二、分工\n{line}")
    assert [m.mentions for m in plan.measures[:2]] == [
        responsible("县教育局"),
        responsible("县财政局"),
    ]


def test_the_same_as_above_is_said_in_text_as_in_a_table() -> None:
    _, second, third = read(
        "txt",
        "1.甲事。",
        "牵头单位：县教育局",
        "责任单位：县财政局",
        "完成时限：6月底前",
        "2.乙事。",
        "牵头单位：同上",
        "责任单位：县水利局",
        "完成时限：同上",
        "3.丙事。",
        "责任单位：同上",
    )
    assert second.mentions == lead("县教育局") + responsible("县水利局")
    assert second.deadline == date(2026, 6, 30)
    assert third.mentions == responsible("县水利局")
    assert third.deadline is None


def test_what_is_said_to_be_the_same_as_a_merged_cell_is_that() -> None:
    rows = [
        ["序号", "任务", "责任单位", "时限"],
        ["1", "甲事", "县教育局", "6月底"],
        ["2", "乙事", "", "〃"],
        ["3", "丙事", "同上", "同上"],
    ]
    measures = read("docx", Grid(rows, merged=[(1, 2, 2, 2)]))
    assert [m.mentions for m in measures] == [responsible("县教育局")] * 3
    assert [m.deadline for m in measures] == [date(2026, 6, 30)] * 3


def test_items_below_a_label_of_units_are_theirs_until_the_next_one() -> None:
    body = ("责任单位：县公路段", "1.备盐。", "2.通路。", "牵头单位：县城管局", "3.清雪。")
    first, second, third = read("txt", *body)
    assert first.mentions == second.mentions == responsible("县公路段")
    assert third.mentions == lead("县城管局")


def test_a_label_of_units_below_each_item_is_that_item_s() -> None:
    body = (
        "1.备盐。",
        "责任单位：县公路段",
        "2.通路。",
        "责任单位：县城管局",
        "二、保障措施",
        "（一）加强领导。",
    )
    first, second = read("txt", *body)
    assert first.mentions == responsible("县公路段")
    assert second.mentions == responsible("县城管局")


def test_a_table_with_heads_at_its_side_is_one_task_and_may_hold_several() -> None:
    rows = [
        ["任务名称", "建幼儿园", "完成时限", "8月底"],
        ["牵头单位", "区教育局", "配合单位", "区住建局"],
        ["任务名称", "建公园", "完成时限", "9月底"],
        ["牵头单位", "区城管局", "配合单位", "各街道"],
    ]
    first, second = read("docx", Grid(rows))
    assert (first.number, first.title, first.deadline) == ("1", "建幼儿园", date(2026, 8, 31))
    assert first.mentions == lead("区教育局") + cooperating("区住建局")
    assert (second.number, second.title, second.deadline) == ("2", "建公园", date(2026, 9, 30))
    assert second.mentions == lead("区城管局") + cooperating("各街道")


def test_a_table_of_one_task_below_its_heads_has_none_at_its_side() -> None:
    rows = [
        ["任务名称", "工作内容", "责任单位", "时限"],
        ["修路", "新建5公里", "县交通局", "6月底"],
    ]
    (measure,) = read("docx", Grid(rows))
    assert (measure.title, measure.mentions) == ("修路", responsible("县交通局"))
    assert measure.deadline == date(2026, 6, 30)


@pytest.mark.parametrize("kind", KINDS)
def test_a_measure_that_begins_with_its_text_has_no_title_in_any_file(kind: str) -> None:
    told = "统筹用好各级各类专项资金，优先支持列入年度计划的重点项目，切实提高资金使用效益"
    plan = read_plan(
        paper(kind, ["一、任务", f"1.{told}。（甲局负责）", "2.乙事。办好。（乙局负责）"]), name="x"
    )
    assert [measure.title for measure in plan.measures] == [None, "乙事"]
    assert told in plan.measures[0].text
