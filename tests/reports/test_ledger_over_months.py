"""The pages that look back: 变化, 指标走势, 考核."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from tests.factories import (
    JULY,
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
from tests.reports.workbooks import opened, table, whole
from vocabulary.period import Period
from vocabulary.report import EntryContent, FiledEntry, FiledReport, Ledger, UnitMonth
from vocabulary.terms import EntryStatus, Role, Timeliness

MONTHS = tuple(Period.between(Period(2022, 4), Period(2022, 9)))
APRIL, MAY, JUNE = MONTHS[:3]


def told(*contents: EntryContent | None, measure_of: FiledEntry | None = None) -> Ledger:
    """What 市工科局 says of measure 18, July last; None where it filed nothing."""
    asked = measure_of.measure if measure_of else a_measure()
    filed = [
        a_filed_report(a_filed_entry(asked, content), period=JULY.shifted(-back))
        if content
        else None
        for back, content in enumerate(reversed(contents))
    ]
    return over_months(*reversed(filed), measure_of=measure_of)


def over_months(*filed: FiledReport | None, measure_of: FiledEntry | None = None) -> Ledger:
    """filed: the newest is July's."""
    first = JULY.shifted(1 - len(filed))
    history = tuple(
        UnitMonth(
            first.shifted(number),
            "市工科局",
            Timeliness.ON_TIME if report else Timeliness.OUTSTANDING,
            report,
        )
        for number, report in enumerate(filed)
    )
    measure = measure_of.measure if measure_of else a_measure()
    state = a_ledger(a_ledger_report(filed[-1]), measures=(a_ledger_measure(measure),))
    return replace(state, months=MONTHS, history=history)


ON, BEHIND, DONE = (
    a_content(status) for status in (EntryStatus.ON_TRACK, EntryStatus.BEHIND, EntryStatus.DONE)
)
NOT_BEGUN = a_content(EntryStatus.NOT_BEGUN)
STILL = a_content(text="", no_progress_reason="等批复")
OTHER = a_content(text="又开通3个。")


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        (ON, ON, "内容未变"),
        (ON, OTHER, "内容有更新"),
        (ON, replace(ON, text=f" {ON.text}\n"), "内容未变"),
        (ON, replace(ON, problem="缺地"), "内容有更新"),
        (ON, STILL, "本月无进展"),
        (STILL, replace(STILL, no_progress_reason="仍在等批复"), "本月无进展"),
        (ON, replace(STILL, status=EntryStatus.BEHIND), "转为滞后或未启动"),
        (ON, BEHIND, "转为滞后或未启动"),
        (DONE, NOT_BEGUN, "转为滞后或未启动"),
        (BEHIND, ON, "恢复推进"),
        (NOT_BEGUN, BEHIND, "进展有变"),
        (BEHIND, DONE, "新完成"),
        (DONE, DONE, "已完成"),
        (ON, None, "本月未报"),
        (None, ON, "首次填报"),
    ],
)
def test_change_is_told_in_a_word(
    before: EntryContent | None, now: EntryContent | None, change: str
) -> None:
    (row,) = table(opened(told(ON if before is None else before, now))["变化"], "序号")[:1]
    if before is None:
        other = a_filed_report(a_filed_entry(a_measure("99"), ON), period=JUNE)
        state = over_months(other, a_filed_report(a_filed_entry(a_measure(), now)))
        (row,) = table(opened(state)["变化"], "序号")[:1]
    assert row["变化"] == change


def test_status_and_words_of_both_times_stand_beside_each_other() -> None:
    (row,) = table(opened(told(BEHIND, OTHER))["变化"], "序号")
    assert (row["上次填报"], row["上次进展"], row["进展"]) == ("2022年6月份", "滞后", "正常推进")
    assert (row["上次完成情况"], row["完成情况"]) == (BEHIND.text, "又开通3个。")
    assert (row["单位"], row["角色"], row["相同（次）"]) == ("市工科局", "负责", None)


@pytest.mark.parametrize(
    ("contents", "times"),
    [
        ((ON, ON, ON), 3),
        ((OTHER, ON, ON), 2),
        ((ON, OTHER, ON), None),
        ((ON, None, ON), 2),
    ],
)
def test_how_often_the_same_was_said_is_counted_over_months_that_were_filed(
    contents: tuple[EntryContent | None, ...], times: int | None
) -> None:
    (row,) = table(opened(told(*contents))["变化"], "序号")
    assert row["相同（次）"] == times


def test_figures_are_told_with_how_far_they_moved_even_by_another_edition() -> None:
    """The indicator has another id in June's edition, and its own name."""
    now = a_filed_entry(a_measure(indicators=(an_indicator(7),)), a_content(figures=(a_figure(7),)))
    was = a_filed_entry(
        a_measure(indicators=(an_indicator(1),)), a_content(figures=(a_figure(1, "168.5"),))
    )
    state = over_months(a_filed_report(was, period=JUNE), a_filed_report(now), measure_of=now)
    (row,) = table(opened(state)["变化"], "序号")
    assert row["指标变化"] == "累计建成5G基站：168.5→183（+14.5）"
    assert row["变化"] == "内容有更新", "the words are the same, the figure is not"


def test_first_month_has_no_changes_to_show() -> None:
    assert "变化" not in opened(told(ON)).sheetnames


def test_measure_that_went_to_a_unit_without_a_report_has_no_changes_to_show() -> None:
    moved = (a_ledger_measure(a_measure(), ("甲局", Role.LEAD)),)
    assert "变化" not in opened(replace(told(ON, None), measures=moved)).sheetnames


# ── figures by month ───────────────────────────────────────────────────────────────────────────


def with_figures() -> Ledger:
    """From 100 in April to 300 at the end of September; May has none, June was not filed."""
    indicator = replace(
        an_indicator(baseline="100"), starts_on=date(2022, 4, 1), deadline=date(2022, 9, 30)
    )
    plain = an_indicator(2, name="示范企业", target="5", unit_of_measure="家")
    measure = a_filed_entry(a_measure(indicators=(indicator, plain)))

    def said(value: str | None, other: str) -> EntryContent:
        return a_content(figures=(a_figure(value=value), a_figure(2, other)))

    return told(said("110", "1"), said(None, "2"), None, said("183", "3"), measure_of=measure)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(with_figures())


def test_each_figure_has_a_line_of_months_and_the_pace_beneath(book: Workbook) -> None:
    rows = table(book["指标走势"], "序号")
    months = [f"2022年{month.month}月" for month in MONTHS]
    assert [(row["指标"], row["线"], row["目标值"]) for row in rows] == [
        ("累计建成5G基站", "实际值", 300),
        ("累计建成5G基站", "序时应达", 300),
        ("示范企业", "实际值", 5),
        ("示范企业", "序时应达", 5),
    ]
    assert [rows[0][month] for month in months] == [110, None, None, 183, None, None]
    due = [rows[1][month] for month in months]
    assert due[-1] == 300
    assert due == sorted(due, key=lambda value: Decimal(str(value)))
    assert due[0] == pytest.approx(100 + 200 * 30 / 183, abs=0.3)
    assert [rows[3][month] for month in months] == [None] * 6, "no baseline, no pace"


def test_lines_are_drawn_from_the_cells_of_the_table(book: Workbook) -> None:
    first, second = book["指标走势图"]._charts  # type: ignore[attr-defined]  # no public way
    assert [one.val.numRef.f for one in first.series] == [
        "'指标走势'!$G$2:$L$2",
        "'指标走势'!$G$3:$L$3",
    ]
    assert [one.val.numRef.f for one in second.series] == ["'指标走势'!$G$4:$L$4"]
    assert {one.cat.numRef.f for one in first.series} == {"'指标走势'!$G$1:$L$1"}


def test_axis_begins_at_nothing_unless_a_figure_is_below_it(book: Workbook) -> None:
    drawn = book["指标走势图"]._charts  # type: ignore[attr-defined]  # the same
    assert [one.y_axis.scaling.min for one in drawn] == [0, 0]
    asked = a_filed_entry(a_measure(indicators=(an_indicator(),)))
    fallen = (a_content(figures=(a_figure(value=value),)) for value in ("2", "-3"))
    (below,) = opened(told(*fallen, measure_of=asked))["指标走势图"]._charts  # type: ignore[attr-defined]  # the same
    assert below.y_axis.scaling.min is None


def test_charts_stand_on_a_sheet_of_their_own_without_a_table_s_head(book: Workbook) -> None:
    sheet = book["指标走势图"]
    assert not sheet.print_title_rows
    assert not book["指标走势"].row_breaks.brk
    anchors = {one.anchor._from.row for one in sheet._charts}  # type: ignore[attr-defined]  # the same
    assert anchors == {0}


def test_figure_of_one_month_alone_is_no_line() -> None:
    asked = a_filed_entry(a_measure(indicators=(an_indicator(),)))
    once = told(ON, a_content(figures=(a_figure(),)), measure_of=asked)
    assert "指标走势图" not in opened(once).sheetnames
    assert "指标走势" in opened(once).sheetnames


def with_twelve_figures() -> Ledger:
    indicators = tuple(an_indicator(n, name=f"第{n}个指标") for n in range(1, 13))
    measure = a_filed_entry(a_measure(indicators=indicators))

    def said(value: str) -> EntryContent:
        return a_content(figures=tuple(a_figure(one.indicator_id, value) for one in indicators))

    return told(said("110"), said("183"), measure_of=measure)


POINTS = 360_000 * 2.54 / 72
"""English metric units in a point."""


def test_every_chart_is_printed_whole_on_one_page_as_excel_lays_it_out() -> None:
    """By the heights that it gives to rows, at the scale that is set."""
    sheet = opened(with_twelve_figures())["指标走势图"]
    margins = (sheet.page_margins.top + sheet.page_margins.bottom) * 72
    assert sheet.sheet_format.defaultRowHeight == 15
    room = (29.7 / 2.54 * 72 - margins) / (whole(sheet.page_setup.scale) / 100)
    breaks = [0, *(one.id for one in sheet.row_breaks.brk)]
    drawn = sheet._charts  # type: ignore[attr-defined]  # no public way
    assert len(drawn) == 12
    for chart in drawn:
        above = chart.anchor._from.row
        page = max(row for row in breaks if row <= above)
        ends = (above - page) * 15 + chart.anchor.ext.cy / POINTS
        assert ends <= room
        later = [row for row in breaks if row > page]
        assert not later or ends <= (later[0] - page) * 15


def test_plan_without_figures_has_no_page_of_lines() -> None:
    assert "指标走势" not in opened(told(ON, ON)).sheetnames


# ── the record ─────────────────────────────────────────────────────────────────────────────────


def test_record_counts_months_days_returns_and_corrections_and_gives_no_mark() -> None:
    filed = a_filed_report()
    record = (
        UnitMonth(APRIL, "市工科局", Timeliness.ON_TIME, filed),
        UnitMonth(MAY, "市工科局", Timeliness.LATE, filed, days_late=3, returned=2, corrected=1),
        UnitMonth(JUNE, "市工科局", Timeliness.EXEMPT),
        UnitMonth(JUNE, "虞乡镇", Timeliness.OUTSTANDING),
        UnitMonth(JULY, "市工科局", Timeliness.PENDING),
    )
    units = table(opened(replace(a_ledger(), history=record))["考核"], "单位")
    assert units == [
        {
            "单位": "市工科局",
            "应报（月）": 3,
            "按时": 1,
            "迟报": 1,
            "未到期": 1,
            "未报": 0,
            "免报": 1,
            "迟报（天）": 3,
            "退回（次）": 2,
            "更正（次）": 1,
            "2022年4月": "按时",
            "2022年5月": "迟报3天\n退回2次\n更正1次",
            "2022年6月": "免报",
            "2022年7月": "未到期",
        },
        {
            "单位": "虞乡镇",
            "应报（月）": 1,
            "按时": 0,
            "迟报": 0,
            "未到期": 0,
            "未报": 1,
            "免报": 0,
            "迟报（天）": 0,
            "退回（次）": 0,
            "更正（次）": 0,
            "2022年4月": None,
            "2022年5月": None,
            "2022年6月": "未报",
            "2022年7月": None,
        },
    ]


@pytest.mark.parametrize("name", ["变化", "指标走势", "考核"])
def test_pages_print_across_with_repeated_heads(book: Workbook, name: str) -> None:
    sheet = book[name]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 8
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_unit_of_no_months_is_in_the_workbook_all_the_same() -> None:
    measure = a_ledger_measure(a_measure(), ("市能源局", Role.LEAD))
    state = replace(told(ON, ON), measures=(measure,))
    assert table(opened(state)["变化"], "序号")[0]["单位"] == "市工科局"
