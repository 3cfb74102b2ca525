"""The registry: written by plan read, corrected in a workbook, loaded by plan load."""

from pathlib import Path

from openpyxl import load_workbook

from tests.command_line.terminal import Terminal

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
    assert role.coordinate in said
    assert "围观" in said
