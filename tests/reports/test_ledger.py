"""The consolidated workbook, read back as a person's program reads it."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from reports.ledger import ledger_file_name, make_ledger
from reports.printable import printable
from reports.workbook.rows import ledger_rows
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
    at,
)
from tests.reports.samples import long_report
from tests.reports.workbooks import a_month, opened, table, whole
from texts import plain
from vocabulary.report import EntryContent, ExemptMeasure, Ledger, LedgerReport, NotReached
from vocabulary.shared import as_one
from vocabulary.terms import Comparator, ContactKind, EntryStatus, Role, Timeliness


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(a_month())


def test_units_without_an_official_name_are_listed_for_the_office() -> None:
    title = plain("zh-CN", "sheet-no-official-name")
    unsigned = a_ledger_report(a_filed_report(official_name=None, unit="=市能源局"))
    signed = a_ledger_report(a_filed_report())
    cells = [row[0].value for row in opened(a_ledger(signed, unsigned))["总览"].iter_rows()]
    listed = cells[cells.index(title) + 1 :]
    assert listed[0] == "=市能源局"
    assert listed[1] is None
    assert title not in [row[0].value for row in opened(a_ledger(signed))["总览"].iter_rows()]


def test_liaisons_without_a_number_are_listed_for_the_office() -> None:
    def of(unit: str, *contacts: tuple[ContactKind, str, str]) -> LedgerReport:
        return replace(a_ledger_report(unit=unit), contacts=contacts)

    reports = (
        of("甲局", (ContactKind.LIAISON, "王一", "")),
        of("乙局", (ContactKind.LIAISON, "李二", "0359-8022001"), (ContactKind.HEAD, "张三", "")),
        of("丙局"),
    )
    rows = list(opened(a_ledger(*reports))["总览"].iter_rows(values_only=True))
    title = next(at for at, row in enumerate(rows) if row[0] == plain("zh-CN", "sheet-no-phone"))
    assert [row[:2] for row in rows[title + 1 : title + 4]] == [
        ("甲局", "王一"),
        ("丙局", plain("zh-CN", "sheet-no-contact")),
        (None, None),
    ]


def test_figures_without_a_baseline_are_listed_for_the_office() -> None:
    ceiling = an_indicator(2, name="担保费率", comparator=Comparator.AT_MOST)
    paced = an_indicator(3, name="零售额", baseline="100")
    measure = a_measure(indicators=(an_indicator(), ceiling, paced))
    rows = list(opened(a_ledger(measures=(a_ledger_measure(measure),)))["总览"].values)
    title = next(at for at, row in enumerate(rows) if row[0] == plain("zh-CN", "sheet-no-baseline"))
    assert [row[:2] for row in rows[title + 1 : title + 3]] == [
        ("第18项", "累计建成5G基站"),
        (None, None),
    ]


def test_file_is_named_after_the_month() -> None:
    assert ledger_file_name(a_ledger()) == "2022年7月份汇总台账.xlsx"


def test_sheets_are_in_the_order_of_use(book: Workbook) -> None:
    assert book.sheetnames == [
        "总览",
        "台账",
        "推进情况表",
        "未报",
        "滞后与问题",
        "指标",
        "核对",
        "说明",
    ]
    assert book.active == book["总览"]


def test_sheets_are_complete_in_english() -> None:
    shown = opened(a_month(), "en")
    assert shown.sheetnames == [
        "Overview",
        "Ledger",
        "Progress table",
        "Not reported",
        "Behind and problems",
        "Indicators",
        "Proofs",
        "Notes",
    ]
    assert table(shown["Ledger"], "No.")[0]["Status"] == "On track"


def test_without_indicators_there_is_no_page_for_them() -> None:
    assert "指标" not in opened(a_ledger()).sheetnames


def test_expected_reports_are_the_sum_of_the_four_and_exempt_stands_beside(book: Workbook) -> None:
    counts = table(book["总览"], "应报")[0]
    assert counts == {"应报": 4, "按时": 1, "迟报": 1, "未到期": 1, "未报": 1, "免报": 1}
    assert counts["应报"] == sum(whole(counts[kind]) for kind in ("按时", "迟报", "未到期", "未报"))


def test_moments_of_the_cycle_are_typed(book: Workbook) -> None:
    moments = {row[0]: row[1] for row in book["总览"].iter_rows(max_col=2, values_only=True)}
    assert moments["报送截止"] == datetime(2022, 8, 5, 18, 0)  # noqa: DTZ001 - as Excel has it
    assert moments["更正截止"] == datetime(2022, 8, 10, 18, 0)  # noqa: DTZ001 - the same


STATUSES = ("已完成", "正常推进", "滞后", "未启动", "未填状态", "配合")


def test_task_forces_add_up_to_the_sum_and_to_the_units(book: Workbook) -> None:
    *forces, total = table(book["总览"], "专班")
    assert [force["专班"] for force in forces] == ["信息服务专班", "（未列入专班）"]
    assert total["专班"] == "合计"
    units = table(book["总览"], "单位")
    for status in (*STATUSES, "本月无进展", "问题数", "已报项次"):
        assert sum(whole(force[status]) for force in forces) == total[status]
    for status in STATUSES:
        assert sum(whole(unit[status]) for unit in units) == total[status]
    assert sum(whole(total[status]) for status in STATUSES) == total["已报项次"] == 4
    assert total["措施"] == 3
    assert total["未报单位"] == 2


def test_each_unit_has_one_line(book: Workbook) -> None:
    units = {unit["单位"]: unit for unit in table(book["总览"], "单位")}
    assert list(units) == ["市工科局", "市财政局", "虞乡镇", "市能源局", "市统计局"]
    finance = units["市财政局"]
    assert (finance["报告状态"], finance["时效"], finance["版本"]) == ("已退回", "迟报", 2)
    assert finance["退回原因"] == "请写明金额"
    assert finance["首次报送时间"] == datetime(2022, 8, 8, 9, 30)  # noqa: DTZ001 - as Excel has it
    assert units["虞乡镇"]["已填项"] == 1
    assert units["虞乡镇"]["已完成"] is None, "what is not filed is not counted"


def test_clauses_that_name_nobody_are_listed(book: Workbook) -> None:
    rows = list(book["总览"].iter_rows(max_col=2, values_only=True))
    assert ("第59项", "市服务业发展领导小组有关成员单位") in rows


def test_rows_are_measure_by_unit_lead_first(book: Workbook) -> None:
    rows = table(book["台账"], "序号")
    assert [(row["序号"], row["单位"], row["角色"]) for row in rows] == [
        (18, "市工科局", "负责"),
        (19, "市工科局", "牵头"),
        (19, "市财政局", "负责"),
        (19, "虞乡镇", "配合"),
        (19, "市统计局", "配合"),
        (19, "开发区管委会", "配合"),
        (31, "市工科局", "牵头"),
        (31, "市能源局", "负责"),
    ]
    assert [row["报告状态"] for row in rows[2:6]] == ["已退回", "未开始", "免报", "不在应报范围"]


def test_who_is_exempt_and_from_what_is_listed_with_the_reason() -> None:
    exempt = (ExemptMeasure(7, "18", "基站已移交"),)
    figures = a_measure(indicators=(an_indicator(),))
    state = a_ledger(
        replace(a_ledger_report(unit="市工科局"), exempt=exempt),
        replace(
            a_ledger_report(unit="市统计局", timeliness=Timeliness.EXEMPT), exempt_reason="机构改革"
        ),
        measures=(
            a_ledger_measure(figures, ("市工科局", Role.LEAD), ("市统计局", Role.COOPERATING)),
            a_ledger_measure(a_measure("19"), ("市工科局", Role.LEAD)),
        ),
    )
    book = opened(state)
    listed = table(book["总览"], "免报单位")
    assert [(row["免报单位"], row["免报内容"], row["原因"]) for row in listed] == [
        ("市工科局", "第18项", "基站已移交"),
        ("市统计局", "全部", "机构改革"),
    ]
    states = {(row["序号"], row["单位"]): row["报告状态"] for row in table(book["台账"], "序号")}
    assert states == {
        (18, "市工科局"): "免报",
        (18, "市统计局"): "免报",
        (19, "市工科局"): "未开始",
    }
    assert {row["单位"] for row in table(book["指标"], "序号")} == {None}, "nobody owes the figure"


def test_reason_of_an_exemption_has_room_to_be_read() -> None:
    reason = "机构改革，职能划转至市商务局，本年度内不再承担该项工作。"
    exempt = replace(
        a_ledger_report(unit="市统计局", timeliness=Timeliness.EXEMPT), exempt_reason=reason
    )
    sheet = opened(a_ledger(exempt))["总览"]
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == reason)
    (wide,) = (area for area in sheet.merged_cells.ranges if cell.coordinate in area)
    width = sum(sheet.column_dimensions[letter].width for letter in "CDEFGHIJK")
    assert wide.bounds == (3, cell.row, 11, cell.row)
    assert width > 2 * len(reason)
    assert sheet.row_dimensions[cell.row].height < 20


def test_pace_of_a_figure_stands_beside_what_the_time_asks_for() -> None:
    indicator = replace(an_indicator(baseline="100"), time_passed=Decimal("0.580"))
    network = a_measure(indicators=(indicator, an_indicator(2, name="无基数")))
    said = a_content(figures=(a_figure(value="183"), a_figure(2, "5")))
    report = a_filed_report(a_filed_entry(network, said))
    state = a_ledger(a_ledger_report(report), measures=(a_ledger_measure(network),))
    (row,) = table(opened(state)["台账"], "序号")
    assert row["序时与实达"] == "累计建成5G基站：应达58%，实达41.5%，欠序时"


def test_row_says_whether_its_unit_was_on_time(book: Workbook) -> None:
    rows = table(book["台账"], "序号")
    assert [row["时效"] for row in rows[1:6]] == ["按时", "迟报", "未到期", "免报", None]
    assert [row["本月无进展"] for row in rows[1:3]] == [None, "是"]


def test_more_time_that_was_given_stands_beside_the_timeliness() -> None:
    month = a_month()
    counts = replace(month.reports[0], extended_to=at(9, 18), extension_counts=True)
    late = replace(month.reports[1], extended_to=at(9, 18))
    book = opened(replace(month, reports=(counts, late, *month.reports[2:])))
    by_unit = {row["单位"]: row["延期至"] for row in table(book["总览"], "单位")}
    assert by_unit["市工科局"] == datetime(2022, 8, 9)  # noqa: DTZ001 - as Excel has it
    assert (by_unit["市财政局"], by_unit["虞乡镇"]) == ("8月9日（仍计迟报）", None)
    rows = {row["单位"]: row["延期至"] for row in table(book["台账"], "序号")}
    assert {unit: rows[unit] for unit in ("市工科局", "市财政局", "虞乡镇")} == {
        unit: by_unit[unit] for unit in ("市工科局", "市财政局", "虞乡镇")
    }


def test_row_holds_what_was_said(book: Workbook) -> None:
    network, _, finance, *_, trade, _ = table(book["台账"], "序号")
    assert network["完成情况"] == "新开通基站15个，城域骨干网扩容完成招标。"
    assert network["指标完成情况"] == "累计建成5G基站：183个；目标300个"
    assert network["报送时间"] == datetime(2022, 8, 3, 16, 42)  # noqa: DTZ001 - as Excel has it
    assert network["专班"] == "信息服务专班"
    assert finance["本月无进展的原因"] == "等待上级文件"
    assert finance["版本"] == 2
    assert (trade["进展"], trade["存在问题"], trade["下一步措施"]) == ("滞后", "缺地", "调规")


def test_who_only_cooperates_has_a_row_without_a_status_and_a_column_of_its_own() -> None:
    helps = a_measure("13", role=Role.COOPERATING, indicators=())
    measure = a_ledger_measure(
        a_measure("13", indicators=(an_indicator(),)),
        ("市发改局", Role.LEAD),
        ("甲局", Role.COOPERATING),
        ("乙局", Role.COOPERATING),
    )
    filed = [
        a_filed_report(a_filed_entry(helps, EntryContent(text="提供名单。")), unit="甲局"),
        a_filed_report(a_filed_entry(helps, EntryContent(no_progress=True)), unit="甲局"),
    ]
    words = []
    for report in filed:
        sheets = opened(a_ledger(a_ledger_report(report), measures=(measure,)))
        _, row, _ = table(sheets["台账"], "序号")
        assert (row["进展"], row["本月无进展的原因"]) == ("不填状态", None)
        words.append(row["完成情况"])
        (unit,) = table(sheets["总览"], "单位")
        assert [unit[column] for column in (*STATUSES, "本月无进展")] == [0, 0, 0, 0, 0, 1, 0]
        assert [line["单位"] for line in table(sheets["指标"], "序号")] == ["市发改局"]
    assert words == ["提供名单。", "本月无配合事项"]


def test_measure_that_a_filed_report_does_not_hold_was_not_asked() -> None:
    quarterly = a_ledger_measure(a_measure("20"), ("市工科局", Role.RESPONSIBLE))
    (row,) = table(opened(a_ledger(measures=(quarterly,)))["台账"], "序号")[:1]
    assert row["进展"] == "本月不填"


def test_filed_entry_is_never_dropped_even_if_the_plan_no_longer_has_it() -> None:
    report = a_filed_report()
    (row,) = ledger_rows(a_ledger(a_ledger_report(report), measures=()))
    assert row.measure.number == "18"
    assert row.entry == report.entries[0]


def test_number_with_a_sub_item_stays_text() -> None:
    measure = a_measure("2(1)")
    ledger = a_ledger(
        a_ledger_report(a_filed_report(a_filed_entry(measure))),
        measures=(a_ledger_measure(measure),),
    )
    assert table(opened(ledger)["台账"], "序号")[0]["序号"] == "2(1)"


def test_who_has_not_reported_is_listed_with_whom_to_call(book: Workbook) -> None:
    missing = table(book["未报"], "单位")
    assert [(unit["单位"], unit["时效"]) for unit in missing] == [
        ("市能源局", "未报"),
        ("虞乡镇", "未到期"),
    ]
    energy = missing[0]
    assert energy["联系人及电话"] == "联络员 李明 13800000000\n主要负责人 赵刚"
    assert (energy["尚缺"], energy["已填项"], energy["应填项"]) == ("月报", 0, 5)
    assert (energy["能否送达"], energy["已提醒（次）"]) == ("无法送达", 4)
    assert energy["最近提醒"] == datetime(2022, 8, 5, 9, 0)  # noqa: DTZ001 - as Excel has it
    assert missing[1]["联系人及电话"] == "（未登记联系人）"


def test_unit_of_which_a_reminder_reached_somebody_not_is_marked() -> None:
    missed = NotReached(
        contact_id=1,
        kind=ContactKind.LIAISON,
        name="李明",
        phone="13800000000",
        at=at(5),
        reason="Bad Request",
        doubtful=False,
        number=7,
    )
    book = opened(a_ledger(a_ledger_report(unit="市能源局", not_reached=(missed,))))
    assert table(book["未报"], "单位")[0]["能否送达"] == "提醒未送到"


def test_problems_are_what_is_behind_and_what_was_named() -> None:
    entries = [
        a_filed_entry(a_measure("1"), a_content(EntryStatus.BEHIND)),
        a_filed_entry(a_measure("2"), a_content(EntryStatus.NOT_BEGUN, problem="未批")),
        a_filed_entry(a_measure("3"), a_content(EntryStatus.ON_TRACK, problem="缺人")),
        a_filed_entry(a_measure("4"), a_content(EntryStatus.ON_TRACK)),
    ]
    ledger = a_ledger(
        a_ledger_report(a_filed_report(*entries)),
        measures=tuple(a_ledger_measure(entry.measure) for entry in entries),
    )
    problems = table(opened(ledger)["滞后与问题"], "序号")
    assert [(row["序号"], row["进展"], row["存在问题"]) for row in problems] == [
        (1, "滞后", None),
        (2, "未启动", "未批"),
        (3, "正常推进", "缺人"),
    ]


def test_indicator_row_has_typed_numbers(book: Workbook) -> None:
    (row,) = table(book["指标"], "序号")
    assert (row["目标值"], row["本月值"], row["完成比例"]) == (300, 183, 0.61)
    assert (row["要求"], row["计量单位"], row["已达目标"]) == ("达到", "个", "否")
    assert row["完成时限"] == datetime(2022, 12, 31)  # noqa: DTZ001 - as Excel has it
    share = next(cell for cell in book["指标"][2] if cell.value == 0.61)
    assert share.number_format == "0.0%"


def test_indicator_that_nobody_has_given_is_a_row_all_the_same() -> None:
    measure = a_ledger_measure(a_measure(indicators=(an_indicator(),)))
    ledger = a_ledger(a_ledger_report(unit="市工科局"), measures=(measure,))
    (row,) = table(opened(ledger)["指标"], "序号")
    assert (row["指标"], row["单位"], row["本月值"]) == ("累计建成5G基站", "市工科局", None)


@pytest.mark.parametrize("name", ["台账", "未报", "滞后与问题", "指标"])
def test_tables_have_frozen_heads_filters_and_repeated_heads(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert (sheet.freeze_panes or "")[1:] == "2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith(str(max(sheet.max_row, 1)))
    assert sheet.print_title_rows == "$1:$1"
    assert not sheet.merged_cells.ranges


def test_overview_filters_its_units(book: Workbook) -> None:
    sheet = book["总览"]
    head = next(cell.row for cell in sheet["A"] if cell.value == "单位")
    assert sheet.auto_filter.ref == f"A{head}:U{head + 5}"
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes == "B3"


def test_every_sheet_prints_across_the_paper_with_page_numbers(book: Workbook) -> None:
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == (8 if sheet.title in {"台账", "推进情况表"} else 9)
        across = 2 if sheet.title == "台账" else 1
        assert sheet.print_title_cols == ("$A:$C" if across == 2 else None)
        fitted = sheet.sheet_properties.pageSetUpPr
        if sheet.title == "推进情况表":
            assert not (fitted and fitted.fitToPage), "Excel heeds breaks at a set scale alone"
            assert 70 <= whole(sheet.page_setup.scale) <= 100
        else:
            assert fitted
            assert fitted.fitToPage
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (across, 0)
        assert sheet.oddFooter
        assert sheet.oddFooter.center
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
        assert sheet.column_dimensions["A"].width > 6


def test_long_text_makes_its_row_high_enough_to_read() -> None:
    long = a_filed_report(a_filed_entry(None, a_content(text="长" * 300)))
    sheet = opened(a_ledger(a_ledger_report(long)))["台账"]
    assert sheet.row_dimensions[2].height > 10 * 13
    assert sheet.row_dimensions[1].height < 20


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "\r=1"]
)
def test_what_people_type_is_never_a_formula(text: str) -> None:
    ledger = full_of(text)
    seen = 0
    for sheet in opened(ledger):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type in ("s", "n", "d") or sheet.title == "核对"
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@\t":
                assert cell.data_type == "f" or cell.quotePrefix
                seen += cell.data_type != "f"
    assert seen > 6
    assert formulas(ledger) == formulas(full_of("甲")), "nothing that is typed stands in a formula"
    with zipfile.ZipFile(io.BytesIO(make_ledger(ledger))) as package:
        pages = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        assert sum(b"<f>" in package.read(page) for page in pages) == 1


def full_of(text: str) -> Ledger:
    entry = a_filed_entry(
        a_measure(title=text, task_force=text), a_content(text=text, problem=text, next_step=text)
    )
    return a_ledger(
        a_ledger_report(a_filed_report(entry, unit=text), return_reason=text),
        measures=(a_ledger_measure(entry.measure, (text, Role.LEAD)),),
        unassigned=((text, text),),
        plan_title=text,
        office=text,
    )


def formulas(ledger: Ledger) -> list[object]:
    cells = (cell for row in opened(ledger)["核对"].iter_rows() for cell in row)
    return [cell.value for cell in cells if cell.data_type == "f"]


def shown_text(text: str) -> object:
    report = a_filed_report(a_filed_entry(None, a_content(text=text)))
    (row,) = table(opened(a_ledger(a_ledger_report(report)))["台账"], "序号")
    value = row["完成情况"]
    return unescape(value) if isinstance(value, str) else value


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.characters(exclude_categories=()), st.sampled_from("=+-@\t\r\n\x00_x0041\ufffe")
        ),
        max_size=30,
    )
)
def test_text_comes_back_as_it_was_typed(text: str) -> None:
    assert shown_text(text) == (printable(text) or None)


def test_text_that_looks_like_an_escape_is_kept() -> None:
    assert shown_text("编号_x0041_与_xFFFF_") == "编号_x0041_与_xFFFF_"


def test_text_too_long_for_a_cell_says_so() -> None:
    value = shown_text("长" * 40_000)
    assert isinstance(value, str)
    assert len(value) <= 32_767
    assert value.startswith("长" * 32_600 + "……（原文共40000字，此格只容前32600字")
    emoji = shown_text("😀" * 20_000)
    assert isinstance(emoji, str)
    assert len(emoji.encode("utf-16-le")) // 2 <= 32_767
    assert "原文共20000字" in emoji


def test_same_ledger_becomes_the_same_bytes() -> None:
    first = make_ledger(a_month())
    assert make_ledger(a_month()) == first
    assert load_workbook(io.BytesIO(first)).properties.modified == datetime(2022, 8, 5, 10, 0)  # noqa: DTZ001 - UTC without saying so


def test_largest_report_fits_row_for_row() -> None:
    report = long_report()
    ledger = a_ledger(
        a_ledger_report(report),
        measures=tuple(a_ledger_measure(entry.measure) for entry in report.entries),
    )
    rows = table(opened(ledger)["台账"], "序号")
    assert len(rows) == 30
    assert [row["完成情况"] for row in rows] == [
        entry.content.text or "本月无配合事项" for entry in report.entries
    ]


def test_empty_month_still_opens_and_has_no_page_of_problems() -> None:
    ledger = Ledger(
        office="办公室",
        plan_title="计划",
        period=a_ledger().period,
        as_of=at(1),
        opens_at=at(1),
        due_at=at(5),
        locks_at=at(9),
        reports=(),
        measures=(),
    )
    assert opened(ledger).sheetnames == [
        "总览",
        "台账",
        "推进情况表",
        "未报",
        "核对",
        "说明",
    ]


def test_shared_paragraph_has_a_row_for_each_measure_and_its_words_once() -> None:
    measures = (a_measure("31", "加强组织领导"), a_measure("32", "强化督查考核"))
    content = a_content(EntryStatus.BEHIND, "成立专班。", problem="缺人", next_step="补足")
    ledger = a_ledger(
        a_ledger_report(a_filed_report(a_filed_entry(as_one(measures), content))),
        measures=tuple(a_ledger_measure(measure) for measure in measures),
    )
    book = opened(ledger)
    rows = table(book["台账"], "序号")
    assert [(row["序号"], row["进展"], row["完成情况"]) for row in rows] == [
        (31, "滞后", "成立专班。"),
        (32, "滞后", "见第31项（合写一段）"),
    ]
    assert [row["存在问题"] for row in table(book["滞后与问题"], "序号")] == [
        "缺人",
        "见第31项（合写一段）",
    ]


def test_quarterly_measure_that_is_not_due_is_said_so() -> None:
    measure = replace(a_ledger_measure(a_measure("40", "季度措施")), not_due=("市工科局",))
    rows = table(opened(a_ledger(a_ledger_report(), measures=(measure,)))["台账"], "序号")
    assert rows[0]["报告状态"] == "本月不报（按季）"
