"""Responsibility clauses → who does what."""

from datetime import date

import pytest

from plans.clauses import find_clauses, is_clause
from plans.duties import read_clause
from tests.plans.documents import cooperating, lead, measures_of, only_measure, responsible
from vocabulary.plan import Mention


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("县发改局负责", responsible("县发改局")),
        ("县发改局、县财政局负责", responsible("县发改局", "县财政局")),
        (
            "县发改局牵头，县财政局、县住建局配合",
            lead("县发改局") + cooperating("县财政局", "县住建局"),
        ),
        ("县发改局牵头,县财政局配合", lead("县发改局") + cooperating("县财政局")),
        ("县发改局牵头、县财政局配合", lead("县发改局") + cooperating("县财政局")),
        ("县发改局牵头，县财政局负责", lead("县发改局") + responsible("县财政局")),
        ("县住建局负责，县财政局配合", responsible("县住建局") + cooperating("县财政局")),
        ("农业部、信息部牵头负责", lead("农业部", "信息部")),
        ("县发改局、县财政局按职责分工负责", responsible("县发改局", "县财政局")),
        ("县发改局会同县财政局、县残联负责", lead("县发改局") + cooperating("县财政局", "县残联")),
        (
            "牵头单位：县发改局；配合单位：县财政局、县住建局",
            lead("县发改局") + cooperating("县财政局", "县住建局"),
        ),
        ("责任单位：县发改局、各乡镇", responsible("县发改局", "各乡镇")),
        ("由县发改局负责", responsible("县发改局")),
        ("县财政局以及各乡镇负责", responsible("县财政局", "各乡镇")),
        ("县卫体局牵头,各镇[街道]负责", lead("县卫体局") + responsible("各镇（街道）")),
        ("各县（市、区）人民政府负责", responsible("各县（市、区）人民政府")),
        ("文化和旅游部、工业和信息化部负责", responsible("文化和旅游部", "工业和信息化部")),
        ("海关总署、商务部等有关部门负责", responsible("海关总署", "商务部", "有关部门")),
    ],
)
def test_names_take_the_role_of_the_word_that_follows_them(
    words: str, mentions: tuple[Mention, ...]
) -> None:
    clause = read_clause(words, year=None)
    assert clause is not None
    assert clause.mentions == mentions
    assert clause.unread == ()


@pytest.mark.parametrize(
    "words",
    [
        "适度控高度，降密度、容积率",
        "晋政办发〔2022〕33号",
        "县发改局综合股",
        "集贸",
        "国际",
        "谁主管谁负责",
        "",
    ],
)
def test_brackets_without_duty_are_no_clause(words: str) -> None:
    assert not is_clause(words)


def test_a_list_that_ends_in_others_says_so() -> None:
    clause = read_clause("农业部、财政部等负责", year=None)
    assert clause is not None
    assert clause.mentions == responsible("农业部", "财政部")
    assert clause.and_others


def test_a_date_of_completion_is_the_deadline() -> None:
    clause = read_clause("县发改局负责，6月底前完成", year=2026)
    assert clause is not None
    assert (clause.mentions, clause.deadline) == (responsible("县发改局"), date(2026, 6, 30))


def test_words_that_fit_no_form_are_told_where_a_line_ends_and_left_alone_in_prose() -> None:
    (found,) = find_clauses("做好工作。（县发改局负责，县财政局）", year=None)
    assert found.clause.unread == ("县财政局",)
    assert find_clauses("完善机制（领导负责、部门落实的机制）。开展工作。", year=None) == []


def test_several_clauses_in_one_measure_are_taken_together() -> None:
    measure = only_measure(
        "鼓励创业。放宽准入。（甲局负责）加强教育。（乙局、甲局负责）推广技术。（丙局负责）"
    )
    assert measure.mentions == responsible("甲局", "乙局", "丙局")


def test_the_rule_that_the_first_leads_holds_from_there_on() -> None:
    first, second, both, alone = measures_of(
        """一、任务
1.先做。（甲局、乙局负责）
2.再做。（甲局、乙局等负责。列第一位者为牵头单位，下同）
3.又做。（甲局、丙局牵头负责）
4.还做。（丁局、甲局负责）"""
    )
    assert first.mentions == responsible("甲局", "乙局")
    assert second.mentions == lead("甲局") + responsible("乙局")
    assert both.mentions == lead("甲局", "丙局")
    assert alone.mentions == lead("丁局") + responsible("甲局")


def test_a_rule_without_same_below_holds_for_its_clause_alone() -> None:
    first, second = measures_of(
        """一、任务
1.先做。（甲局、乙局负责，排在第一位的部门为牵头部门）
2.再做。（甲局、乙局负责）"""
    )
    assert first.mentions == lead("甲局") + responsible("乙局")
    assert second.mentions == responsible("甲局", "乙局")
