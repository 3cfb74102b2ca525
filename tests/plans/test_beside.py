"""Running text beside the measures: below a table, between them, in plans without numbers."""

import pytest

from plans.reader import read_plan
from tests.plans.documents import COOPERATING, LEAD
from tests.plans.papers import KINDS, Block, Grid, paper
from vocabulary.plan import Doubt, Mention, PlanDocument

HEAD = ["序号", "重点任务", "牵头单位", "责任单位", "完成时限"]
TABLE = Grid(
    [
        HEAD,
        ["1", "修建村卫生室60个。", "县卫健局", "县财政局", "10月底前"],
        ["2", "整修山塘45口。", "县水利局", "县农业农村局", "8月底前"],
    ]
)
TITLE = "清溪县2027年民生实事任务分工表"


def a_plan(*blocks: Block, kind: str = "txt") -> PlanDocument:
    return read_plan(paper(kind, list(blocks)), name="x")


def outside(plan: PlanDocument) -> list[Doubt]:
    return [doubt for doubt in plan.doubts if doubt.text_key == "doubt-clause-outside"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_said_below_a_table_is_kept_and_its_rule_of_reporting_read(kind: str) -> None:
    below = [
        "注：各责任单位每月26日前将进度报县政府督查室。",
        "请各单位压实责任，按时完成。",
        "联系人：周敏，电话：0700-1234567。",
    ]
    plan = a_plan(TITLE, TABLE, *below, kind=kind)
    assert [part.text for part in plan.prose[-len(below) :]] == below
    assert plan.report_rule is not None
    assert (plan.report_rule.due_day, plan.report_rule.recipient_office) == (26, "县政府督查室")
    assert [measure.title for measure in plan.measures] == ["修建村卫生室60个", "整修山塘45口"]
    assert outside(plan) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("未尽事项另行安排。（县政府办公室负责）", "（县政府办公室负责）"),
        ("经费筹措工作由县财政局负责，县审计局配合。", "由县财政局负责，县审计局配合"),
    ],
)
@pytest.mark.parametrize("more", [[], ["二、工作要求", "加强调度。"]])
def test_owners_named_below_a_table_are_told(said: str, words: str, more: list[str]) -> None:
    plan = a_plan(TITLE, "一、任务", TABLE, said, *more)
    assert said in [part.text for part in plan.prose]
    (told,) = outside(plan)
    assert words in told.source


def test_owners_named_by_running_text_between_numbered_measures_are_told() -> None:
    plan = a_plan(
        TITLE,
        "1.扩建县医院。新增床位200张。（县卫健局负责）",
        "经费筹措工作由县财政局负责，6月底前到位资金900万元。",
        "2.整修山塘。整修45口。（县水利局负责）",
    )
    (told,) = outside(plan)
    assert (told.source, told.line) == ("由县财政局负责", 3)
    assert plan.indicators == ()
    assert len(plan.measures) == 2


OWNED = [
    "扩建县医院。新增床位200张。（县卫健局牵头）",
    "整修山塘。整修45口。（县水利局牵头）",
]
SPOKEN = "助老服务。由县民政局牵头，县教育局配合，9月底前建成老年食堂18家。"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_paragraph_with_a_title_that_tells_who_is_a_measure_where_all_are_paragraphs(
    place: int,
) -> None:
    lines = [*OWNED[:place], SPOKEN, *OWNED[place:]]
    plan = a_plan("清溪县2027年民生实施方案", *lines)
    assert len(plan.measures) == len(lines)
    found = plan.measures[place]
    assert found.title == "助老服务"
    assert set(found.mentions) == {Mention("县民政局", LEAD), Mention("县教育局", COOPERATING)}
    assert [(one.name, int(one.value)) for one in found.indicators] == [("建成老年食堂", 18)]
    assert plan.indicators == ()


def test_a_paragraph_without_title_that_tells_who_is_told_and_its_figure_is_not_the_plans() -> None:
    said = "经费筹措工作由县财政局负责，6月底前到位资金900万元。"
    plan = a_plan("清溪县2027年民生实施方案", *OWNED, said)
    assert len(plan.measures) == len(OWNED)
    assert said in [part.text for part in plan.prose]
    assert len(outside(plan)) == 1
    assert plan.indicators == ()


@pytest.mark.parametrize(
    "said",
    [
        "县政府督查室负责对落实情况进行督查。",
        "本方案由县发改局负责解释。",
        "县发改局要会同有关部门做好统筹协调、跟踪指导工作。",
        "注：完成后由责任部门填写销号单。",
        "请各单位抓好落实。",
    ],
)
def test_who_explains_a_plan_or_watches_over_it_is_no_doubt(said: str) -> None:
    plan = a_plan(TITLE, TABLE, said)
    assert said in [part.text for part in plan.prose]
    assert outside(plan) == []


def test_a_figure_below_a_table_is_the_plans_where_no_unit_has_it() -> None:
    plan = a_plan(TITLE, TABLE, "全县新增就业5000人（年底前）。")
    assert [int(one.value) for one in plan.indicators] == [5000]
