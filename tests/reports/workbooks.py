"""A month's workbook, and how a person's program reads it."""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.ledger import make_ledger
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
from vocabulary.report import Ledger
from vocabulary.terms import ContactKind, EntryStatus, ReportState, Role, Timeliness


def opened(ledger: Ledger, language: str = "zh-CN") -> Workbook:
    return load_workbook(io.BytesIO(make_ledger(ledger, language)))


def table(sheet: Worksheet, first_head: str) -> list[dict[str, object]]:
    """The rows under the head that begins with `first_head`, up to the next empty row."""
    rows = list(sheet.iter_rows(values_only=True))
    at_row = next(i for i, row in enumerate(rows) if row[0] == first_head)
    found: list[dict[str, object]] = []
    for row in rows[at_row + 1 :]:
        if row[0] is None:
            break
        cells = zip(rows[at_row], row, strict=True)
        found.append({str(head): value for head, value in cells if head is not None})
    return found


def a_month() -> Ledger:
    """Three measures, of five units one on time, one late and returned, two missing, one exempt."""
    lead = a_measure("19", "拓展数字融合应用", role=Role.LEAD)
    network = a_measure(indicators=(an_indicator(),))
    trade = a_measure("31", "推进消费商圈建设", task_force=None, section_path=())
    industry = a_filed_report(
        a_filed_entry(lead, a_content(EntryStatus.DONE)),
        a_filed_entry(network, a_content(figures=(a_figure(value="183"),))),
        a_filed_entry(trade, a_content(EntryStatus.BEHIND, problem="缺地", next_step="调规")),
    )
    finance = a_filed_report(
        a_filed_entry(
            a_measure("19", "拓展数字融合应用"),
            a_content(EntryStatus.ON_TRACK, "", no_progress_reason="等待上级文件"),
        ),
        unit="市财政局",
        receipt="2022-07-0031",
        filed_at=at(8, 9, 30),
        revision=2,
    )
    contacts = (
        (ContactKind.LIAISON, "李明", "13800000000"),
        (ContactKind.HEAD, "赵刚", ""),
    )
    return a_ledger(
        a_ledger_report(industry),
        a_ledger_report(
            finance,
            timeliness=Timeliness.LATE,
            state=ReportState.RETURNED,
            return_reason="请写明金额",
        ),
        a_ledger_report(unit="虞乡镇", timeliness=Timeliness.PENDING, asked=2, answered=1),
        a_ledger_report(
            unit="市能源局",
            asked=5,
            contacts=contacts,
            reminders_sent=4,
            last_reminded_at=at(5, 9),
            unreachable=True,
        ),
        a_ledger_report(unit="市统计局", timeliness=Timeliness.EXEMPT),
        measures=(
            a_ledger_measure(network, ("市工科局", Role.RESPONSIBLE)),
            a_ledger_measure(
                lead,
                ("市工科局", Role.LEAD),
                ("市财政局", Role.RESPONSIBLE),
                ("虞乡镇", Role.COOPERATING),
                ("市统计局", Role.COOPERATING),
                ("开发区管委会", Role.COOPERATING),
            ),
            a_ledger_measure(trade, ("市工科局", Role.LEAD), ("市能源局", Role.RESPONSIBLE)),
        ),
        unassigned=(("59", "市服务业发展领导小组有关成员单位"),),
    )


def whole(number: object) -> int:
    """The number of a cell that holds one; blank counts as none."""
    assert number is None or isinstance(number, int)
    return number or 0
