"""The pages made to be read on paper: 推进情况表, 说明, and what heads 总览."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests.factories import (
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
    an_indicator,
)
from tests.reports.samples import a_month_for_workbook
from tests.reports.workbooks import a_month, opened, table
from vocabulary.report import UnitMonth
from vocabulary.terms import EntryStatus, Role, Timeliness

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(a_month())


def test_measures_are_printed_by_section_with_all_that_their_units_say(book: Workbook) -> None:
    rows = list(book["推进情况表"].iter_rows(values_only=True))
    assert rows[0][0] == "工作任务推进情况表"
    assert rows[2] == (
        "序号",
        "措施",
        "总体进展",
        "单位",
        "进展",
        "完成情况",
        "存在问题",
        "下一步措施",
    )
    section = "三、促进生产性服务业向专业化和价值链高端延伸 （四）信息服务"
    assert rows[3] == (section, *[None] * 7)
    network, industry, finance, township, statistics, zone = rows[4:10]
    assert network[:5] == (
        18,
        "夯实大数据基础能力",
        "正常推进",
        "市工科局（负责）",
        "正常推进",
    )
    assert industry[:3] == (19, "拓展数字融合应用", "已完成\n（已报2家中1家正常推进）")
    assert [row[0] for row in (finance, township, statistics, zone)] == [None] * 4
    assert finance[3:6] == ("市财政局（负责）", "正常推进", "本月无进展：等待上级文件")
    said = [row[4] for row in (township, statistics, zone)]
    assert said == ["未到期", "免报", "不在应报范围"]
    assert rows[-1][3:5] == ("市能源局（负责）", "未报")


def test_cells_of_a_measure_are_merged_over_its_units_and_the_section_over_the_page(
    book: Workbook,
) -> None:
    sheet = book["推进情况表"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"A4:H4", "A6:A10", "B6:B10", "C6:C10"} <= merged
    assert "A5:A5" not in merged
    assert sheet.auto_filter.ref is None
    assert sheet.print_title_rows == "$3:$3"


def test_rows_beside_a_long_title_are_high_enough_for_it_together() -> None:
    long = a_measure(title="长" * 120)
    measure = a_ledger_measure(long, ("甲局", Role.LEAD), ("乙局", Role.RESPONSIBLE))
    sheet = opened(a_ledger(a_ledger_report(unit="甲局"), measures=(measure,)))["推进情况表"]
    heights = [sheet.row_dimensions[row].height for row in (5, 6)]
    assert heights[0] == heights[1]
    assert sum(heights) >= 120 / 13 * 13


def test_notes_tell_of_the_pages_that_the_workbook_has_and_of_no_other(book: Workbook) -> None:
    notes = {row["项目"]: row["内容"] for row in table(book["说明"], "项目")}
    pages = {of[:-1] for of in notes if isinstance(of, str) and of.endswith("页")}
    assert pages == set(book.sheetnames) - {"说明"}
    assert notes["报告期"] == "2022年7月份"
    assert book.sheetnames[-1] == "说明"


def test_every_page_has_its_note() -> None:
    months = (UnitMonth(a_ledger().period, "市工科局", Timeliness.ON_TIME, a_filed_report()),)
    whole = opened(replace(a_month(), history=months))
    notes = {str(row["项目"])[:-1] for row in table(whole["说明"], "项目")}
    assert set(whole.sheetnames) - {"说明"} <= notes


def test_targets_of_the_whole_plan_head_the_overview_beside_the_time() -> None:
    growth = replace(
        an_indicator(name="服务业增加值", target="120", unit_of_measure="亿元", baseline="100"),
        time_passed=Decimal("0.580"),
        starts_on=date(2022, 1, 1),
    )
    rate = replace(an_indicator(2, name="=增速", target="8", unit_of_measure="%"), deadline=None)
    sheet = opened(replace(a_ledger(), plan_indicators=(growth, rate)))["总览"]
    first, second = table(sheet, "目标")
    assert (first["目标"], first["要求"], first["目标值"]) == ("服务业增加值", "达到", 120)
    assert (first["时间已过"], first["序时应达值"]) == (0.58, 111.6)
    assert first["完成时限"] == datetime(2022, 12, 31)  # noqa: DTZ001 - as Excel has it
    assert (second["目标"], second["基数"], second["序时应达值"]) == ("=增速", None, None)


def test_overview_draws_the_reports_and_the_task_forces_without_sum_and_what_is_of_none(
    book: Workbook,
) -> None:
    sheet = book["总览"]
    reports, forces = sheet._charts  # type: ignore[attr-defined]  # no public way
    head = next(cell.row for cell in sheet["A"] if cell.value == "应报")
    assert [one.val.numRef.f for one in reports.series] == [f"'总览'!$B${head + 1}:$F${head + 1}"]
    first = next(cell.row for cell in sheet["A"] if cell.value == "专班") + 1
    assert sheet[f"A{first + 2}"].value == "合计"
    assert forces.grouping == "stacked"
    columns = [one.val.numRef.f for one in forces.series]
    assert [sheet[f"A{first + row}"].value for row in (0, 1)] == ["信息服务专班", "（未列入专班）"]
    assert columns == [f"'总览'!${letter}${first}" for letter in "FGHI"]
    assert reports.y_axis.majorUnit == 1, "there is no half of a report"
    assert {one.y_axis.scaling.min for one in (reports, forces)} == {0}
    assert forces.anchor._from.row == first - 3, "begins beside the title of its table"
    assert all(one.id > first for one in sheet.row_breaks.brk), "all of it on the first page"


CM, POINT = 360_000, 12_700  # English metric units


@pytest.mark.parametrize("forces", [1, 6, 20])
def test_charts_of_the_overview_stand_beside_its_tables_and_hide_nothing(forces: int) -> None:
    measures = tuple(
        a_ledger_measure(a_measure(str(number), task_force=f"第{number}专班"))
        for number in range(1, forces + 1)
    )
    sheet = opened(replace(a_month_for_workbook(), measures=measures))["总览"]
    drawn = sheet._charts  # type: ignore[attr-defined]  # no public way
    assert len(drawn) == 2
    for one in drawn:
        left, top = one.anchor._from.col + 1, one.anchor._from.row + 1
        right, bottom = left, top
        wide, high = one.anchor.ext.cx / CM, one.anchor.ext.cy / POINT
        while (wide := wide - 0.19 * sheet.column_dimensions[get_column_letter(right)].width) > 0:
            right += 1
        while (high := high - (sheet.row_dimensions[bottom].height or 15)) > 0:
            bottom += 1
        behind = sheet.iter_rows(top, bottom, left, right, values_only=True)
        assert not any(value is not None for row in behind for value in row)
        runs_on = [row for row in range(top, bottom + 1) if len(str(sheet.cell(row, 1).value)) > 24]
        assert not runs_on or left > 13, "a line of the left runs on as far as there"
    breaks = [one.id for one in sheet.row_breaks.brk]
    begins = drawn[1].anchor._from.row  # above the title of the task forces
    assert [one for one in breaks if one <= begins] == [begins] * (forces == 20)


def test_title_of_a_list_of_the_overview_stays_with_its_first_lines() -> None:
    sheet = opened(a_month_for_workbook())["总览"]
    titles = [cell.row for cell in sheet["A"] if cell.font.bold and cell.font.size == 12]
    for one in sheet.row_breaks.brk:
        assert one.id + 1 in titles
    assert sheet.row_breaks.brk


def test_no_line_of_figures_hides_its_neighbour() -> None:
    sheet = opened(a_month_for_workbook())["指标走势图"]
    narrowest = 0.19  # cm for each character of a column's width, as LibreOffice makes it
    left, right, *_ = sheet._charts  # type: ignore[attr-defined]  # the same
    letters = [get_column_letter(place) for place in range(1, right.anchor._from.col + 1)]
    room = sum(sheet.column_dimensions[letter].width for letter in letters) * narrowest
    assert left.anchor.ext.cx / CM <= room + 0.01


def test_a_month_without_measures_draws_the_reports_alone() -> None:
    empty = a_ledger(measures=())
    sheet = opened(replace(empty, reports=()))["总览"]
    assert len(sheet._charts) == 1  # type: ignore[attr-defined]  # the same


def test_overall_of_a_measure_nobody_told_of_is_blank() -> None:
    state = a_ledger(a_ledger_report(unit="市工科局"), measures=(a_ledger_measure(a_measure()),))
    rows = list(opened(state)["推进情况表"].iter_rows(values_only=True))
    assert rows[4][2] is None


def test_lead_that_is_behind_is_the_measure_that_is_behind() -> None:
    lead, other = a_measure(role=Role.LEAD), a_measure()
    reports = [
        a_filed_report(a_filed_entry(lead, a_content(EntryStatus.BEHIND)), unit="甲局"),
        a_filed_report(a_filed_entry(other, a_content(EntryStatus.DONE)), unit="乙局"),
    ]
    measure = a_ledger_measure(lead, ("甲局", Role.LEAD), ("乙局", Role.RESPONSIBLE))
    state = a_ledger(*map(a_ledger_report, reports), measures=(measure,))
    rows = list(opened(state)["推进情况表"].iter_rows(values_only=True))
    assert rows[4][2] == "滞后\n（已报2家中1家滞后）"
