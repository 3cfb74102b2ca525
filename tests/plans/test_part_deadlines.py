"""Several deadlines in one measure: each target has that of its own part."""

from datetime import date

import pytest

from plans.reader import read_plan
from tests.plans.documents import a_plan, doubts_of, measures_of, only_measure
from tests.plans.papers import Grid, paper
from vocabulary.plan import DocumentMeasure

OTHER = "2.植树。（丙局负责）"
SPRING, SUMMER, AUTUMN = date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)


def dues(measure: DocumentMeasure) -> dict[str, date | None]:
    return {one.name: one.deadline for one in measure.indicators}


def test_each_target_is_due_with_its_own_part_and_the_measure_with_the_last() -> None:
    plan = a_plan(f"""一、任务
1.兴修水利。
（1）疏浚河道12公里。
责任单位：甲局
完成时限：9月底前
（2）加固水库3座，
①办班。培训巡库员40人。
责任单位：乙局
完成时限：6月底前
{OTHER}""")
    measure, _ = plan.measures
    assert dues(measure) == {"疏浚河道": AUTUMN, "加固水库": SUMMER, "培训巡库员": SUMMER}
    assert measure.deadline == AUTUMN
    assert "doubt-target-due-untold" not in {doubt.text_key for doubt in plan.doubts}


def test_brackets_in_one_line_are_of_what_stands_before_them() -> None:
    measure = only_measure(
        "兴修水利。疏浚河道12公里（甲局负责，3月底前完成）；加固水库3座（乙局负责，6月底前完成）。"
    )
    assert dues(measure) == {"疏浚河道": SPRING, "加固水库": SUMMER}


def test_a_part_that_goes_on_has_no_date_and_keeps_its_line() -> None:
    measure, _ = measures_of(f"""一、任务
1.兴修水利。
（1）疏浚河道12公里。
责任单位：甲局
完成时限：6月底前
（2）培训巡库员40人。
责任单位：乙局
完成时限：长期坚持
{OTHER}""")
    assert dues(measure) == {"疏浚河道": SUMMER, "培训巡库员": None}
    assert measure.text.endswith("完成时限：长期坚持")
    assert measure.deadline == SUMMER


def test_targets_whose_deadline_cannot_be_told_are_due_with_the_last_and_told() -> None:
    body = f"""一、任务
1.兴修水利。
（1）疏浚河道12公里。
责任单位：甲局
（2）加固水库3座。
完成时限：3月底前
（3）培训巡库员40人。
完成时限：9月底前
{OTHER}"""
    first, _ = measures_of(body)
    assert dues(first) == {"疏浚河道": AUTUMN, "加固水库": SPRING, "培训巡库员": AUTUMN}
    doubt = doubts_of(body)["doubt-target-due-untold"]
    assert doubt.facts == {"measures": "1", "count": "1", "words": "3月底前、9月底前"}


def test_deadlines_of_one_cell_are_kept_apart_and_one_torn_by_a_line_is_whole() -> None:
    grid = Grid(
        [
            ["序号", "重点任务", "责任单位", "完成时限"],
            ["1", "疏浚河道12公里", "县水利局", "2026年9月\n2026年6月底"],
            ["2", "加固水库3座", "县水利局", "2026年\n6月底"],
        ]
    )
    plan = read_plan(paper("docx", ["某县水利工作方案", grid]), name="plan.docx")
    several, torn = plan.measures
    assert several.text.endswith("完成时限：2026年9月、2026年6月底）")
    assert (several.deadline, dues(several)) == (AUTUMN, {"疏浚河道": AUTUMN})
    assert (torn.deadline, dues(torn)) == (SUMMER, {"加固水库": SUMMER})
    (doubt,) = (one for one in plan.doubts if one.text_key == "doubt-target-due-untold")
    assert doubt.facts["words"] == "2026年9月、2026年6月底"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("兴修水利。（1）加固水库3座（甲局负责，3月底前完成）；（2）疏浚河道9公里。", "3月底前"),
        (
            "兴修水利。（1）疏浚河道。（乙局负责）（2）加固水库3座。（甲局负责，3月底前完成）",
            "3月底前",
        ),
        (
            "兴修水利。\n（1）加固水库3座，6月底前完成。\n（2）疏浚河道9公里。\n责任单位：甲局",
            "6月底前",
        ),
        ("加固水库3座（甲局负责，9月底前完成）；疏浚河道9公里。", "9月底前"),
        ("兴修水利。一是加固水库（甲局负责，9月底前完成）；二是疏浚河道（乙局负责）。", "9月底前"),
    ],
)
def test_a_deadline_that_only_one_part_names_is_that_of_the_whole_and_told(
    text: str, words: str
) -> None:
    body = f"一、任务\n1.{text}\n{OTHER}"
    measure, _ = measures_of(body)
    assert measure.deadline in {SPRING, SUMMER, AUTUMN}
    assert set(dues(measure).values()) <= {measure.deadline}
    doubt = doubts_of(body)["doubt-due-of-one-part"]
    assert doubt.facts == {"measures": "1", "count": "1", "words": words}


@pytest.mark.parametrize(
    "text",
    [
        "兴修水利。（1）加固水库3座。（2）疏浚河道9公里。（甲局负责，3月底前完成）",
        "兴修水利，3月底前完成。（1）加固水库3座。（2）疏浚河道9公里。（甲局负责）",
        "兴修水利。加固水库3座。（甲局负责，3月底前完成）各乡镇要配合好。",
        "加固水库3座（甲局负责，9月底前完成）；2026年6月底前疏浚河道9公里。",
    ],
)
def test_a_deadline_at_the_end_or_above_all_parts_is_no_doubt(text: str) -> None:
    assert "doubt-due-of-one-part" not in doubts_of(f"一、任务\n1.{text}\n{OTHER}")
