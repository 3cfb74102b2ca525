"""What a person reads about a plan."""

import re
from pathlib import Path

import pytest

from plans import errors
from plans.groups import assign
from plans.reader import read_plan
from plans.summary import Kept, assignment_lines, doubt_lines, error_lines, summary_lines
from tests.plans.documents import RULE, a_plan
from texts import LANGUAGES, plain
from vocabulary.errors import PlanError
from vocabulary.plan import PlanDocument, UnitRegister

SAMPLE = Path(__file__).parents[2] / "plans" / "samples" / "yongji-2022.txt"


@pytest.fixture(scope="module")
def plan() -> PlanDocument:
    return read_plan(SAMPLE.read_bytes(), name=SAMPLE.name)


def test_the_summary_counts_what_the_plan_holds(plan: PlanDocument) -> None:
    lines = summary_lines(plan, "zh-CN")
    assert lines[:5] == [
        "《永济市推进服务业提质增效2022年行动计划》",
        "文号：永政办发〔2022〕24号；发文机关：永济市人民政府办公室；日期：2022年6月27日",
        "措施 67 项；责任单位 26 个，另有单位组 3 个",
        "分工 145 处：牵头 13，负责 116，配合 16",
        "专班 8 个：",
    ]
    assert "  商贸服务专班：第 21—24、30—35 项" in lines
    assert "  48  商品房建设周期 ≤ 24个月（起点36个月、未写明期限）" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_is_numbered_with_its_words_and_line(plan: PlanDocument, language: str) -> None:
    lines = summary_lines(plan, language)
    for position, doubt in enumerate(plan.doubts, start=1):
        at = next(at for at, line in enumerate(lines) if line.startswith(f"{position}. "))
        assert doubt.source in lines[at + 1]
        assert str(doubt.line) in lines[at + 1]


def test_english_counts_and_lists_as_english_does(plan: PlanDocument) -> None:
    text = "\n".join(summary_lines(plan, "en"))
    assert "67 measures; 26 units, and 3 groups of units" in text
    assert "The brackets of measure 66 are wrong" in text
    assert "Measures 59, 66, 67: “市服务业发展领导小组有关成员单位”" in text
    assert "(市发改局牵头，市工科局、市住建局、市自然资源局配合)" in text
    assert "issued by: 永济市人民政府办公室; date: 27 June 2022" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_that_leaves_everything_out_can_be_shown(language: str) -> None:
    plan = read_plan("一、甲事，办好乙事和丙事。（甲局负责）".encode(), name="x")
    text = "\n".join(summary_lines(plan, language))
    assert plain(language, "plan-report-rule-none") in text
    assert plain(language, "plan-task-forces-none") in text
    assert plain(language, "plan-not-stated") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_without_doubts_says_so(language: str) -> None:
    plan = a_plan(f"一、任务\n1.办事。{RULE}（甲局负责）")
    assert doubt_lines(plan.doubts, language) == [plain(language, "plan-no-doubts")]


def test_assignments_are_counted_before_what_stays_doubtful() -> None:
    plan = a_plan(f"一、任务\n1.办事。{RULE}（甲局、各镇负责）")
    lines = assignment_lines(assign(plan, UnitRegister(groups={"各镇": ("东镇", "西镇")})), "zh-CN")
    assert lines[0] == "展开单位组后：3 个单位，共 3 项任务"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_doubt_names_the_sheet_or_the_file_that_the_reader_has_in_hand(language: str) -> None:
    plan = a_plan(f"一、任务\n1.办事。{RULE}（甲局牵头，各镇、有关部门配合）")
    register = UnitRegister({"乙局": "某县乙局"}, {"有关部门": ("甲局", "丙局"), "各村": ("一村",)})
    doubts = assign(plan, register).doubts
    sheets = {plain(language, f"registry-sheet-{name}") for name in ("groups", "units")}
    in_registry = "\n".join(doubt_lines(doubts, language))
    assert all(sheet in in_registry for sheet in sheets)
    assert "[" not in in_registry
    in_file = "\n".join(doubt_lines(doubts, language, Kept.FILE))
    assert "[groups]" in in_file
    assert "[official_names]" in in_file


def test_every_doubt_and_fault_that_the_code_can_raise_has_its_sentence() -> None:
    """Filled with the facts that it comes with, by the tests of doubts and register."""
    sources = (Path(__file__).parents[2] / "plans").glob("*.py")
    keys = {
        key
        for source in sources
        for key in re.findall(r'"((?:doubt|plan-register)-[a-z-]+)"', source.read_text("utf-8"))
    }
    assert len(keys) > 20
    for language in LANGUAGES:
        folder = Path(__file__).parents[2] / "texts" / language
        catalogue = (folder / "plan.ftl").read_text("utf-8")
        assert {
            key for key in keys if not re.search(rf"^{key} = ", catalogue, re.MULTILINE)
        } == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "error",
    [
        errors.PlanUnreadable(name="计划.doc"),
        errors.PlanIsOldWord(name="计划.doc"),
        errors.PlanIsPacked(name="计划.doc"),
        errors.PlanIsRichText(name="计划.doc"),
        errors.PlanIsEncrypted(name="计划.doc"),
        errors.PlanIsDamaged(name="计划.doc"),
        errors.PlanTooLarge(name="计划.doc"),
        errors.PlanIsUnsafe(name="计划.doc"),
        errors.PlanIsScan(name="计划.doc"),
        errors.PlanIsEmpty(name="计划.doc"),
        errors.PlanWithoutMeasures(name="计划.doc"),
        errors.PlanTableUnread(name="计划.doc", pages="3"),
    ],
)
def test_a_refusal_names_the_file_and_says_what_to_do(error: PlanError, language: str) -> None:
    (line,) = error_lines(error, language)
    assert "计划.doc" in line
    assert len(re.findall(r"[。.]", line)) >= 2
