"""The workbook of a task force or a label alone."""

from dataclasses import replace

from reports.ledger import ledger_file_name
from tests.factories import (
    a_content,
    a_figure,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
    an_indicator,
)
from tests.reports.workbooks import a_month, opened, table
from vocabulary.cut import cut
from vocabulary.report import ExemptMeasure, UnitMonth
from vocabulary.shared import as_one
from vocabulary.terms import Role, Timeliness

FORCE = "信息服务专班"


def test_cut_has_the_measures_and_the_units_that_have_one_and_nothing_else() -> None:
    part = cut(a_month(), {"31"}, FORCE)
    book = opened(part)
    assert [(row["序号"], row["单位"]) for row in table(book["台账"], "序号")] == [
        (31, "市工科局"),
        (31, "市能源局"),
    ]
    assert [unit["单位"] for unit in table(book["总览"], "单位")] == ["市工科局", "市能源局"]
    assert [unit["单位"] for unit in table(book["未报"], "单位")] == ["市能源局"]
    assert table(book["总览"], "应报")[0]["应报"] == 2
    assert table(book["总览"], "单位")[0]["滞后"] == 1
    assert table(book["总览"], "单位")[0]["已完成"] == 0, "measure 19 is not among them"
    assert "指标" not in book.sheetnames
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "市服务业发展领导小组有关成员单位" not in texts


def test_cut_in_which_nobody_is_missing_says_so_and_has_no_page_of_a_head_alone() -> None:
    book = opened(cut(a_month(), {"18"}, FORCE))
    assert list(book["未报"].values)[1][0] == "没有未报或未到期的单位。"
    assert [sheet.title for sheet in book if sheet.max_row == 1] == []


def test_cut_says_in_title_and_name_what_it_is() -> None:
    part = cut(a_month(), {"18"}, FORCE)
    assert ledger_file_name(part) == "2022年7月份汇总台账（信息服务专班）.xlsx"
    assert opened(part)["总览"]["A1"].value == "2022年7月份工作任务完成情况汇总台账（信息服务专班）"


def test_words_of_a_shared_paragraph_stand_at_the_first_measure_that_is_left() -> None:
    first, second, third = (
        a_measure(number, indicators=(an_indicator(int(number)),)) for number in ("31", "32", "33")
    )
    content = a_content(text="成立专班。", figures=(a_figure(31, "1"), a_figure(32, "2")))
    whole = a_ledger(
        a_ledger_report(a_filed_report(a_filed_entry(as_one((first, second, third)), content))),
        measures=tuple(map(a_ledger_measure, (first, second, third))),
    )
    rows = table(opened(cut(whole, {"32", "33"}, FORCE))["台账"], "序号")
    assert [(row["序号"], row["完成情况"]) for row in rows] == [
        (32, "成立专班。"),
        (33, "见第32项（合写一段）"),
    ]
    assert rows[0]["指标完成情况"] == "累计建成5G基站：2个；目标300个"


def test_months_before_and_exemptions_are_cut_alike() -> None:
    filed = a_filed_report(a_filed_entry(a_measure("18")), a_filed_entry(a_measure("31")))
    report = replace(
        a_ledger_report(filed), exempt=(ExemptMeasure(1, "18", "一"), ExemptMeasure(2, "40", "二"))
    )
    months = tuple(
        UnitMonth(filed.period, unit, Timeliness.ON_TIME, filed) for unit in ("市工科局", "甲局")
    )
    target = an_indicator(9, name="全市目标")
    whole = replace(
        a_ledger(
            report,
            measures=(
                a_ledger_measure(a_measure("18")),
                a_ledger_measure(a_measure("31"), ("甲局", Role.LEAD)),
            ),
        ),
        history=months,
        plan_indicators=(target,),
    )
    part = cut(whole, {"18"}, FORCE)
    assert [month.unit for month in part.history] == ["市工科局"]
    (month,) = part.history
    assert month.filed is not None
    assert [entry.measure.number for entry in month.filed.entries] == ["18"]
    assert [one.number for one in part.reports[0].exempt] == ["18"]
    assert part.plan_indicators == ()
