"""An amended document: what the office has entered stays where the source says nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plans.kept import Entered, continued
from plans.registry import Registry, with_known
from tests.plans.documents import RULE, a_plan
from vocabulary.plan import (
    DocumentIndicator,
    DocumentMeasure,
    LoadedPlan,
    Mention,
    PlanDocument,
    ReportRule,
    UnitRegister,
)
from vocabulary.terms import Ask, Comparator, Role

PLAN = """一、任务
1.甲事。年底前累计新增企业100家。（甲局负责）
2.乙事。年底前建成站点20个。（乙局负责）
3.丙事。{}（丙局负责）"""
WITHOUT = a_plan(PLAN.format(""))
AMENDED = a_plan(PLAN.format("").replace("乙局负责", "乙局、丁局负责"))
OFFICE_RULE = ReportRule(5, "monthly", "previous_month", None, None, "a@example.org")


def entered(document: PlanDocument, at: int, **changed: Any) -> PlanDocument:
    """The document as the office has corrected one of its measures."""
    measures = list(document.measures)
    measures[at] = replace(measures[at], **changed)
    return replace(document, measures=tuple(measures))


def target(measure: DocumentMeasure, **changed: Any) -> tuple[DocumentIndicator, ...]:
    (only,) = measure.indicators
    return (replace(only, **changed),)


def by_hand(name: str) -> DocumentIndicator:
    return DocumentIndicator("", name, Decimal(3), "次", Comparator.AT_LEAST)


def test_an_amended_plan_keeps_report_rule_mail_labels_and_figures_of_the_office() -> None:
    figures = {"baseline": Decimal(100), "start": date(2026, 3, 1), "cumulative": False}
    known = entered(
        replace(WITHOUT, report_rule=OFFICE_RULE, labels=("重点",)),
        0,
        labels=("重点",),
        indicators=target(WITHOUT.measures[0], **figures),
    )
    after = continued(AMENDED, known)
    assert after.document.report_rule == OFFICE_RULE
    assert after.document.labels == ("重点",)
    assert after.document.measures[0] == known.measures[0]
    assert after.document.measures[1] == AMENDED.measures[1]
    assert dict(after.kept) == {
        Entered.RULE: 1,
        Entered.MAIL: 1,
        Entered.TARGETS: 1,
        Entered.LABELS: 1,
    }


def test_a_rule_that_stays_is_not_said_to_be_missing() -> None:
    keys = {doubt.text_key for doubt in AMENDED.doubts}
    after = continued(AMENDED, replace(WITHOUT, report_rule=OFFICE_RULE)).document
    assert keys - {doubt.text_key for doubt in after.doubts} == {"doubt-report-rule-missing"}


def test_a_document_that_is_the_same_keeps_nothing_that_it_says_itself() -> None:
    after = continued(WITHOUT, WITHOUT)
    assert (after.document, after.kept) == (WITHOUT, ())


@pytest.mark.parametrize(
    ("text", "due"),
    [(RULE, 3), (RULE.replace("5日", "8日"), 8)],
    ids=["the same words: the office's", "other words: the document's"],
)
def test_rule_of_the_office_stays_while_the_measure_that_it_stands_in_is_the_same(
    text: str, due: int
) -> None:
    source = a_plan(PLAN.format(RULE))
    assert source.report_rule is not None
    corrected = replace(source, report_rule=replace(source.report_rule, due_day=3))
    rule = continued(a_plan(PLAN.format(text)), corrected).document.report_rule
    assert rule is not None
    assert rule.due_day == due


def renamed(measure: DocumentMeasure) -> tuple[DocumentIndicator, ...]:
    return target(measure, name="企业数", value=Decimal(90), comparator=Comparator.EXACTLY)


@pytest.mark.parametrize(
    "correction",
    [
        renamed,
        lambda measure: (*measure.indicators, by_hand("走访")),
        lambda _measure: (),
    ],
    ids=["corrected", "added", "taken away"],
)
def test_targets_of_a_measure_whose_text_is_the_same_are_as_the_office_left_them(
    correction: Callable[[DocumentMeasure], tuple[DocumentIndicator, ...]],
) -> None:
    measure = WITHOUT.measures[0]
    known = entered(WITHOUT, 0, indicators=correction(measure))
    after = continued(AMENDED, known)
    assert after.document.measures[0].indicators == known.measures[0].indicators
    assert dict(after.kept) == {Entered.TARGETS: 1}


@pytest.mark.parametrize(("figure", "baseline"), [("20", Decimal(7)), ("30", None)])
def test_baseline_in_a_changed_measure_stays_with_the_same_figure_only(
    figure: str, baseline: Decimal | None
) -> None:
    known = entered(WITHOUT, 1, indicators=target(WITHOUT.measures[1], baseline=Decimal(7)))
    text = PLAN.format("").replace("20个", f"{figure}个").replace("乙局", "乙局、丁局")
    after = continued(a_plan(text), known).document.measures[1]
    assert [own.baseline for own in after.indicators] == [baseline]
    assert [own.value for own in after.indicators] == [Decimal(figure)]


def test_what_stood_in_the_source_and_stands_there_no_more_is_gone() -> None:
    shorter = a_plan(PLAN.format("").replace("年底前建成站点20个。", ""))
    after = continued(shorter, WITHOUT)
    assert after.document == shorter
    assert after.kept == ()


def test_measures_keep_what_is_theirs_under_another_number() -> None:
    known = entered(WITHOUT, 0, indicators=target(WITHOUT.measures[0], baseline=Decimal(5)))
    text = "\n".join(
        (
            "一、任务",
            "1.新事。（甲局负责）",
            "2.甲事。年底前累计新增企业100家。（甲局负责）",
            "3.乙事。年底前建成站点20个。（乙局负责）",
        )
    )
    numbered = known.measures[0].text.replace("1.", "", 1)
    assert numbered in text
    register = UnitRegister()
    asks = {(1, "甲局"): Ask.QUARTERLY}
    before = Registry(known, register, asks)
    loaded = LoadedPlan(known, before.assignments().measures)
    after = with_known(a_plan(text), register, loaded)
    assert after.asks == {(2, "甲局"): Ask.QUARTERLY}
    assert [own.baseline for own in after.document.measures[1].indicators] == [Decimal(5)]
    assert after.document.measures[0].indicators == ()


def test_units_of_a_measure_that_names_none_stay_and_are_not_missed() -> None:
    source = a_plan("一、任务\n1.甲事。（甲局负责）\n2.乙事。\n3.丙事。")
    known = entered(source, 1, mentions=(Mention("乙局", Role.LEAD),))
    register = UnitRegister()
    loaded = LoadedPlan(known, Registry(known).assignments().measures)
    after = with_known(source, register, loaded)
    assert after.document.measures[1].mentions == (Mention("乙局", Role.LEAD),)
    missed = [
        doubt.facts["measures"]
        for doubt in after.assignments().doubts
        if doubt.text_key == "doubt-measure-without-unit"
    ]
    assert missed == ["3"]


def test_task_force_and_front_of_the_office_stay() -> None:
    known = entered(replace(WITHOUT, issuer="某县人民政府"), 2, task_force="综合专班")
    bare = replace(AMENDED, issuer=None)
    after = continued(bare, replace(known, task_forces=("综合专班",)))
    assert after.document.issuer == "某县人民政府"
    assert after.document.task_forces == ("综合专班",)
    assert [measure.task_force for measure in after.document.measures] == [None, None, "综合专班"]
    assert dict(after.kept) == {Entered.FRONT: 1, Entered.FORCES: 1}


def test_a_label_that_the_document_knows_goes_by_what_it_says() -> None:
    known = entered(replace(WITHOUT, labels=("甲行动", "乙行动")), 1, labels=("甲行动",))
    changed = replace(AMENDED, labels=("甲行动",))
    after = continued(changed, known).document
    assert after.labels == ("甲行动", "乙行动")
    assert after.measures[1].labels == ()
