"""The form in Excel on the command line: written, filled in, taken whole or not at all."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, col, select

from models.cycles import Entry, open_cycle
from models.editions import plans_of
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at
from tests.models.samples import JULY
from texts import plain
from vocabulary.terms import EntrySource, EntryStatus

UNIT = "市能源局"
WRITTEN = ("form", "export", UNIT, "--period", "2022-07", "--out", "form.xlsx")
TAKEN = ("form", "import", "form.xlsx", "--yes")


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    """The sample plan is loaded, its July is open, and the unit's form is written."""
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18))

    terminal.reads(open_july)
    terminal.types(*WRITTEN)
    return terminal


def fill(terminal: Terminal, **cells: str) -> None:
    file = terminal.folder / "form.xlsx"
    workbook = load_workbook(file)
    for cell, value in cells.items():
        workbook["填报"][cell] = value
    workbook.save(file)


def entries(terminal: Terminal) -> list[tuple[EntryStatus | None, str, EntrySource]]:
    def look(
        session: Session, _office_id: int
    ) -> list[tuple[EntryStatus | None, str, EntrySource]]:
        said = session.exec(
            select(Entry).where(col(Entry.answered_at).is_not(None)).order_by(col(Entry.id))
        )
        return [(entry.status, entry.text, entry.source) for entry in said]

    return terminal.reads(look)


def test_what_was_filled_in_is_taken_and_marked_as_on_behalf(opened: Terminal) -> None:
    fill(opened, H4="正常推进", I4="完成两处换流站选址。")
    output = opened.types(*TAKEN)
    assert plain("zh-CN", "cli-form-imported", count=1) in output
    assert "完成两处换流站选址。" in output
    assert entries(opened) == [
        (EntryStatus.ON_TRACK, "完成两处换流站选址。", EntrySource.ON_BEHALF)
    ]


def test_taking_the_same_form_twice_changes_nothing_more(opened: Terminal) -> None:
    fill(opened, H4="正常推进", I4="完成两处换流站选址。")
    opened.types(*TAKEN)
    assert plain("zh-CN", "cli-form-nothing") in opened.types(*TAKEN)
    assert len(entries(opened)) == 1


def test_a_form_with_a_fault_is_refused_whole(opened: Terminal) -> None:
    fill(opened, H4="正常推进", I4="完成两处换流站选址。", H5="差不多")
    output = opened.types(*TAKEN, code=2)
    assert "H5" in output
    assert entries(opened) == []


def test_without_a_yes_nothing_is_taken(opened: Terminal) -> None:
    fill(opened, H4="正常推进")
    output = opened.types(*TAKEN[:-1], code=1)
    assert plain("zh-CN", "cli-form-confirm") in output
    assert entries(opened) == []


def test_a_unit_without_a_report_has_no_form(opened: Terminal) -> None:
    opened.says(
        "cli-form-no-report",
        "form",
        "export",
        "市政府",
        *WRITTEN[3:],
        unit="市政府",
        period="2022-07",
    )


def test_a_form_of_another_database_is_refused(opened: Terminal, tmp_path: Path) -> None:
    fill(opened, H4="正常推进")
    other = f"sqlite:///{tmp_path / 'other.db'}"
    output = opened.types(*TAKEN, code=2, BAOSONG_DATABASE__URL=other)
    assert plain("zh-CN", "cli-form-other", unit=UNIT, period="2022年7月份") in output
