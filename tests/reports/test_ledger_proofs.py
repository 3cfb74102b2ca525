"""核对: what the workbook says when another program counts it again."""

import io
import shutil
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from reports.ledger import make_ledger
from tests.factories import (
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
)
from tests.reports.paper import recalculated
from tests.reports.workbooks import a_month, table
from vocabulary.report import EntryContent, Ledger
from vocabulary.shared import as_one
from vocabulary.terms import EntryStatus, Role, Timeliness

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

Proof = dict[str, object]


def proofs(workbook: bytes, page: str = "核对") -> tuple[list[Proof], tuple[object, ...]]:
    """The lines, and the whole: what agrees, what differs, the result."""
    sheet = load_workbook(io.BytesIO(recalculated(workbook)), data_only=True)[page]
    head = sheet["A6"].value
    return table(sheet, str(head)), tuple(cell.value for cell in sheet[4][1:4])


def shown(lines: list[Proof]) -> dict[object, object]:
    return {line["核对内容"]: line["总览"] for line in lines}


def test_a_month_agrees_line_by_line_and_as_a_whole() -> None:
    lines, whole = proofs(make_ledger(a_month()))
    assert {line["结果"] for line in lines} == {"一致"}
    assert whole == (len(lines), 0, "一致")
    assert all(line["总览"] == line["重算"] for line in lines)
    said = shown(lines)
    assert [said[key] for key in ("应报", "按时", "迟报", "未到期", "未报", "免报")] == [
        4,
        1,
        1,
        1,
        1,
        1,
    ]
    assert said["各专班合计 · 措施"] == 3
    assert said["各专班合计 · 已报项次"] == 4
    assert said["各单位相加 · 滞后"] == said["各专班合计 · 滞后"] == 1
    assert said["各专班合计 · 本月无进展"] == 1


def test_it_agrees_in_english() -> None:
    lines, whole = proofs(make_ledger(a_month(), "en"), "Proofs")
    assert whole == (len(lines), 0, "agrees")


def odd_names() -> Ledger:
    """Names that formulas would read, entries that are counted apart, a shared paragraph."""
    helps = a_measure("13", role=Role.COOPERATING, task_force="*")
    leads = a_measure("13", role=Role.LEAD, task_force="*")
    shared = as_one((a_measure("31", task_force="=1+1"), a_measure("32", task_force='"?~')))
    quiet = EntryContent(status=EntryStatus.BEHIND, no_progress=True, problem="缺人")
    helping = EntryContent(text="提供名单", no_progress=True, problem="缺人")
    return a_ledger(
        a_ledger_report(
            a_filed_report(
                a_filed_entry(helps, helping), a_filed_entry(shared, quiet), unit="=市*局"
            )
        ),
        a_ledger_report(
            a_filed_report(a_filed_entry(leads, a_content(None, problem=" ")), unit="<>1")
        ),
        a_ledger_report(unit="=市*局二", timeliness=Timeliness.PENDING),
        measures=(
            a_ledger_measure(leads, ("<>1", Role.LEAD), ("=市*局", Role.COOPERATING)),
            a_ledger_measure(shared.parts[0], ("=市*局", Role.LEAD), ("=市*局二", Role.LEAD)),
            a_ledger_measure(shared.parts[1], ("=市*局", Role.LEAD)),
        ),
    )


def test_it_agrees_whatever_units_and_task_forces_are_called() -> None:
    lines, whole = proofs(make_ledger(odd_names()))
    assert whole == (len(lines), 0, "一致")
    said = shown(lines)
    assert (said["按时"], said["未到期"]) == (2, 1)
    assert said["总览专班表第1行 · 配合"] == 1
    assert said["各专班合计 · 本月无进展"] == 2, "of who only cooperates it is no mark"
    assert said["各专班合计 · 问题数"] == 2, "of a shared paragraph it stands at the first"


def test_empty_month_agrees() -> None:
    nobody = replace(a_ledger(measures=()), reports=())
    _, (_, differing, result) = proofs(make_ledger(nobody))
    assert (differing, result) == (0, "一致")


@pytest.mark.parametrize(
    ("page", "head", "line", "value", "broken"),
    [
        (
            "台账",
            "进展",
            1,
            "滞后",
            {"各专班合计 · 滞后", "各单位相加 · 滞后"},
        ),
        ("未报", "时效", 1, "未到期", {"未报（名单）", "未到期（名单）"}),
        ("总览", "应报", 1, 7, {"应报"}),
    ],
)
def test_a_figure_that_somebody_has_changed_is_seen(
    page: str, head: str, line: int, value: str | int, broken: set[str]
) -> None:
    book = load_workbook(io.BytesIO(make_ledger(a_month())))
    cells = (cell for row in book[page].iter_rows() for cell in row if cell.value == head)
    cell = next(cells)
    book[page].cell(cell.row + line + (page == "台账"), cell.column).value = value
    changed = io.BytesIO()
    book.save(changed)
    lines, (_, differing, result) = proofs(changed.getvalue())
    wrong = {line["核对内容"] for line in lines if line["结果"] == "不一致"}
    assert broken <= wrong
    assert differing == len(wrong) < len(lines)
    assert result == "不一致"
