"""The registry: written by plan read, corrected in a workbook, loaded by plan load."""

import re
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from sqlmodel import Session

from models.editions import loaded_plan, newest_edition, plans_of
from models.register import known_register
from tests.command_line.terminal import Terminal
from texts import plain
from vocabulary.plan import LoadedPlan
from vocabulary.terms import Ask, ContactKind

SAMPLE = Path("plans/samples/yongji-2022.txt").resolve()


def test_a_registry_that_was_read_out_loads_as_the_plan_itself(terminal: Terminal) -> None:
    terminal.types("plan", "load", str(SAMPLE), "--yes")
    terminal.types("plan", "read", str(SAMPLE), "--registry", "registry.xlsx")
    terminal.says("cli-change-none", "plan", "load", "registry.xlsx", "--yes", code=0)


def test_a_corrected_registry_makes_a_new_edition_and_says_what_changed(
    terminal: Terminal,
) -> None:
    terminal.types("plan", "read", str(SAMPLE), "--registry", "registry.xlsx")
    terminal.types("plan", "load", "registry.xlsx", "--yes")
    workbook = load_workbook(terminal.folder / "registry.xlsx")
    cells = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    title = next(cell for cell in cells if cell.value == "激活消费潜力")
    title.value = "激活城乡消费潜力"
    workbook.save(terminal.folder / "registry.xlsx")
    said = terminal.types("plan", "load", "registry.xlsx", "--yes")
    assert "- 第30项：标题：激活消费潜力 → 激活城乡消费潜力" in said


def test_a_registry_is_not_written_into_a_folder_that_is_not_there(terminal: Terminal) -> None:
    said = terminal.types("plan", "read", str(SAMPLE), "--registry", "none/registry.xlsx", code=2)
    assert "none/registry.xlsx" in said
    assert not (terminal.folder / "none").exists()


def test_a_faulty_registry_is_refused_with_sheet_and_cell(terminal: Terminal) -> None:
    terminal.types("plan", "read", str(SAMPLE), "--registry", "registry.xlsx")
    workbook = load_workbook(terminal.folder / "registry.xlsx")
    roles = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    role = next(cell for cell in roles if cell.value == "牵头")
    role.value = "围观"
    workbook.save(terminal.folder / "registry.xlsx")
    said = terminal.types("plan", "load", "registry.xlsx", "--yes", code=2)
    assert {role.parent.title, role.coordinate, "围观"} <= set(re.split(r"[\s“”：，。！!]+", said))
    assert terminal.reads(plans_of) == []


def test_a_registry_that_gives_nobody_anything_is_not_loaded_with_yes_either(
    terminal: Terminal,
) -> None:
    terminal.types("plan", "read", str(SAMPLE), "--registry", "registry.xlsx")
    workbook = load_workbook(terminal.folder / "registry.xlsx")
    workbook["分工"].delete_rows(2, workbook["分工"].max_row)
    workbook.save(terminal.folder / "registry.xlsx")
    load = ("plan", "load", "registry.xlsx", "--yes")
    terminal.says("plan-registry-no-rows", *load, sheet="分工", cell="A2")


def rows_of(sheet: Worksheet, first: str) -> list[int]:
    """The rows whose first cell says so."""
    return [cell.row for cell in sheet["A"] if str(cell.value) == first]


def newest(terminal: Terminal) -> LoadedPlan:
    def look(session: Session, office_id: int) -> LoadedPlan:
        (plan,) = plans_of(session, office_id)
        edition = newest_edition(session, plan.id)
        assert edition is not None
        return loaded_plan(session, edition)

    return terminal.reads(look)


def test_an_amended_plan_document_keeps_what_the_office_has_entered_and_says_what(
    terminal: Terminal,
) -> None:
    """As by chat. Neither the plan nor the command names a person, a group or how often."""
    plan = terminal.folder / "plan.txt"
    plan.write_text(SAMPLE.read_text("utf-8"), encoding="utf-8")
    terminal.types("plan", "read", plan, "--registry", "registry.xlsx")
    workbook = load_workbook(terminal.folder / "registry.xlsx")
    contacts, groups, asks = (workbook[sheet] for sheet in ("联系人", "单位组", "分工"))
    contacts.append(["市工科局", "联络员", "张三", "13800000000", "zhang@example.org"])
    members = rows_of(groups, "各镇（街道）")
    groups.cell(members[0], 2).value = "市工科局、市财政局"
    first = rows_of(asks, "1")[0]
    unit = str(asks.cell(first, 3).value)
    asks.cell(first, 5).value = "每季度"
    indicators = workbook["指标"]
    indicators.cell(2, 7).value = 1
    workbook.save(terminal.folder / "registry.xlsx")
    terminal.types("plan", "load", "registry.xlsx", "--yes")
    before = terminal.reads(known_register)

    changed = "10.大力发展网络货运和多式联运。"
    plan.write_text(
        plan.read_text("utf-8").replace("10.大力发展网络货运。", changed), encoding="utf-8"
    )
    terminal.types("plan", "read", plan, "--registry", "again.xlsx")
    said = terminal.types("plan", "load", plan, "--yes")
    kept = plain("zh-CN", "plan-kept-targets", count=1)
    assert plain("zh-CN", "plan-kept", things=kept) in said
    assert plain("zh-CN", "cli-register-none") not in said
    assert terminal.reads(known_register) == before
    assert [(one.unit, one.kind, one.name) for one in before.contacts] == [
        ("市工科局", ContactKind.LIAISON, "张三")
    ]
    after = newest(terminal)
    (asked,) = (one for one in after.assigned[0].units if unit in (one.name, one.via))
    assert asked.ask is Ask.QUARTERLY
    assert after.document.indicators[0].baseline == 1
    terminal.says("cli-change-none", "plan", "load", "again.xlsx", "--yes", code=0)
