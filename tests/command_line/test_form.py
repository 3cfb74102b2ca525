"""The form in Excel on the command line: written, filled in, taken whole or not at all."""

import io
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlmodel import Session, col, select

from dialog.form_pages import open_form
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from dialog.press import Action, Press
from dialog.secrecy import SecrecyRules
from handlers.forms import load_form, show_form
from handlers.on_behalf import file_for_unit
from models.cycles import Entry, Revision, open_cycle
from models.editions import plans_of
from models.filing import filed_content
from models.people import Person, make_coordinator, mark_unreachable, met
from models.uploads import upload_of
from models.views import report_rows
from models.work import Desk, Work
from reports.draft import make_draft
from reports.draft_profile import DraftProfile
from tests.command_line.terminal import PLAN, TOKEN, Terminal
from tests.factories import at
from tests.hostile_forms import HOSTILE
from tests.models.samples import JULY
from texts import plain
from texts.wording import moment_name
from vocabulary.report import FiledReport
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


def fill(terminal: Terminal, **cells: str | date) -> None:
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
    assert plain("zh-CN", "cli-form-imported", count=1, unit=UNIT, period="2022-07") in output
    would = plain("zh-CN", "cli-form-would-change", unit=UNIT, period="2022年7月份", count=1)
    assert would in output
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


def test_ten_planted_faults_are_all_told_by_their_cells_and_nothing_is_taken(
    opened: Terminal,
) -> None:
    unit = "市工科局"
    opened.types(*(unit if word == UNIT else word for word in WRITTEN))
    first = load_workbook(opened.folder / "form.xlsx")["填报"]
    rows = [row for row in range(4, first.max_row + 1) if first[f"C{row}"].value != "配合"][:8]
    a, b, c, d, e, f, g, h = rows
    planted: dict[str, str | date] = {
        f"H{a}": "差不多",
        f"I{b}": '=HYPERLINK("http://x")',
        f"I{c}": "字" * (TEXT_LIMIT + 1),
        f"I{d}": date(2022, 8, 1),
        f"J{e}": "无",
        f"K{e}": "字" * (SHORT_LIMIT + 1),
        f"A{f}": "77",
        f"I{g}": "见附件",
        f"P{g}": "另开展2次",
        f"H{h}": "完成了大半",
    }
    planted_beside: dict[str, str | date] = {f"H{e}": "滞后"}
    fill(opened, **planted, **planted_beside)
    output = opened.types(*TAKEN, code=2)
    assert plain("zh-CN", "cli-form-faulty", count=10) in output
    assert [cell for cell in planted if f"{cell}（" not in output] == []
    assert entries(opened) == []


def test_form_that_may_not_be_opened_is_refused_with_the_reason(opened: Terminal) -> None:
    file = opened.folder / "form.xlsx"
    form = file.read_bytes()
    for spoilt, reason in HOSTILE.values():
        file.write_bytes(spoilt(form))
        opened.says("form-unreadable", *TAKEN, name="form.xlsx", reason=reason)
    file.write_bytes(form)
    fill(opened, H4="正常推进", I5="【机密】换流站选址图")
    opened.says("form-held", *TAKEN, sheet="填报", cell="I5", mark="机密")
    assert entries(opened) == []


def test_older_form_is_refused_with_what_was_changed_since_and_by_whom(opened: Terminal) -> None:
    older = (opened.folder / "form.xlsx").read_bytes()
    fill(opened, H4="正常推进", I4="完成两处换流站选址。")
    opened.types(*TAKEN)
    (opened.folder / "form.xlsx").write_bytes(older)
    fill(opened, H4="正常推进", I4="完成一处换流站选址。", H5="正常推进")
    output = opened.types(*TAKEN, code=2)
    made = moment_name("zh-CN", made_at(older).astimezone(ZoneInfo("Asia/Shanghai")))
    first = str(load_workbook(io.BytesIO(older))["填报"]["A4"].value)
    assert f"这是旧的填报表（{made} 导出）" in output
    assert f"：{first}（办公室 " in output
    assert [text for _, text, _ in entries(opened)] == ["完成两处换流站选址。"]
    (opened.folder / "form.xlsx").write_bytes(older)
    fill(opened, H5="正常推进", I5="换流站开工。")
    opened.types(*TAKEN)
    assert [text for _, text, _ in entries(opened)] == ["完成两处换流站选址。", "换流站开工。"]


def made_at(form: bytes) -> datetime:
    opened_form = open_form(form, name="form.xlsx", rules=SecrecyRules())
    assert opened_form.of.made_at is not None
    return opened_form.of.made_at


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


# ── filing for the unit ────────────────────────────────────────────────────────────────────────

FILES = ("form", "file", UNIT, "--period", "2022-07", "--yes")


def joins(terminal: Terminal, *names: str) -> None:
    """Coordinators have pressed Start."""

    def join(session: Session, office_id: int) -> None:
        for user_id, name in enumerate(names, start=900):
            bot_id = int(TOKEN.partition(":")[0])
            person = met(session, bot_id, user_id, name=name, language="zh-CN", now=at(1))
            make_coordinator(session, office_id, person, now=at(1))

    terminal.reads(join)


def blocks(terminal: Terminal, name: str) -> None:
    def block(session: Session, _office_id: int) -> None:
        who = session.exec(select(Person).where(Person.name == name)).one()
        mark_unreachable(session, who.bot_id, who.user_id, reason="blocked", now=at(2))

    terminal.reads(block)


def fill_all(terminal: Terminal, status: str = "正常推进") -> None:
    fill_in(terminal, status)
    terminal.types(*TAKEN)


def fill_in(terminal: Terminal, status: str) -> None:
    """Every cell of the form that has to be."""
    file = terminal.folder / "form.xlsx"
    workbook = load_workbook(file)
    entries = workbook["填报"]
    for row in range(4, entries.max_row + 1):
        is_one_line = entries[f"C{row}"].value == "配合"
        entries[f"I{row}"] = "完成两处换流站选址。"
        entries[f"H{row}"] = None if is_one_line else status
    if "指标" in workbook.sheetnames:
        for row in range(4, workbook["指标"].max_row + 1):
            workbook["指标"][f"F{row}"] = "暂无数据"
    workbook.save(file)


def filed(terminal: Terminal) -> list[FiledReport]:
    def look(session: Session, _office_id: int) -> list[FiledReport]:
        return [filed_content(row) for row in session.exec(select(Revision))]

    return terminal.reads(look)


def test_what_was_taken_is_filed_for_the_unit_in_a_coordinators_name(opened: Terminal) -> None:
    joins(opened, "张经办")
    fill_all(opened)
    output = opened.types(*FILES)
    assert "回执 2022-07-0001" in output
    (report,) = filed(opened)
    assert (report.unit, report.filed_by, report.on_behalf) == (UNIT, "张经办", True)
    opened.types(*FILES, code=2)  # filed already
    assert len(filed(opened)) == 1


def test_draft_of_a_form_is_the_same_whether_it_came_here_or_by_chat(opened: Terminal) -> None:
    joins(opened, "张经办")
    fill_in(opened, "正常推进")
    fill(
        opened,
        H4="滞后",
        J4="站址协调困难，原因是业主要价高",
        K4="8月底前由局领导协调",
        L4="市住建局",
    )
    form = (opened.folder / "form.xlsx").read_bytes()
    url = opened.environ["BAOSONG_DATABASE__URL"]
    database = Path(url.removeprefix("sqlite:///"))
    other = database.with_name("by-chat.db")
    shutil.copyfile(database, other)
    opened.types(*TAKEN)
    opened.types(*FILES)
    (by_command,) = filed(opened)
    opened.environ["BAOSONG_DATABASE__URL"] = f"sqlite:///{other}"
    opened.reads(lambda session, office_id: files_by_chat(session, office_id, form))
    (by_chat,) = filed(opened)
    assert by_chat == replace(by_command, filed_at=by_chat.filed_at)
    assert words_of_draft(by_chat) == words_of_draft(replace(by_command, filed_at=by_chat.filed_at))
    assert "站址协调困难" in "".join(words_of_draft(by_chat))


def files_by_chat(session: Session, office_id: int, form: bytes) -> None:
    """As the coordinator does who sends the form, and taps [导入] and [报送]."""
    olga = session.exec(select(Person).where(Person.name == "张经办")).one()
    desk = Desk(olga.bot_id, "a_bot", office_id, ZoneInfo("Asia/Shanghai"), "zh-CN")
    work = Work(session, desk, datetime.now(UTC), olga)
    opened_form = open_form(form, name="form.xlsx", rules=SecrecyRules())
    show_form(work, opened_form, "form.xlsx", "0" * 64)
    upload = upload_of(session, olga.id)
    assert upload is not None
    load_form(work, Press(Action.FORM_LOAD, upload.id))
    rows = report_rows(session, opened_form.of.report_id)
    assert rows is not None
    file_for_unit(work, rows)


def words_of_draft(report: FiledReport) -> list[str]:
    draft = Document(io.BytesIO(make_draft(report, DraftProfile())))
    cells = [cell.text for table in draft.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in draft.paragraphs), *cells]


def test_what_is_missing_is_told_and_not_filed(opened: Terminal) -> None:
    joins(opened, "张经办")
    opened.says("cli-form-faults", *FILES, unit=UNIT, period="2022-07")
    assert filed(opened) == []


def test_what_is_doubtful_is_filed_with_the_reason(opened: Terminal) -> None:
    joins(opened, "张经办")
    fill_all(opened, status="已完成")
    opened.says("cli-form-faults", *FILES, unit=UNIT, period="2022-07")
    opened.types(*FILES, "--reason", "佐证为纸质材料，已核对")
    (report,) = filed(opened)
    assert {one.reason for e in report.entries for one in e.content.explanations} == {
        "佐证为纸质材料，已核对"
    }


def test_of_several_coordinators_one_has_to_be_named_and_one_who_is_not_reached_is_told(
    opened: Terminal,
) -> None:
    fill_all(opened)
    opened.says("cli-form-coordinator-none", *FILES)
    joins(opened, "张经办", "李经办")
    opened.says("cli-form-coordinator", *FILES, names="张经办、李经办")
    blocks(opened, "张经办")
    gone = "张经办（已停用机器人）"
    opened.says("cli-form-coordinator-unreached", *FILES, "--by", "张经办", names=gone)
    opened.says("cli-form-coordinator", *FILES, "--by", "王经办", names="李经办")
    opened.types(*FILES)
    assert [report.filed_by for report in filed(opened)] == ["李经办"]
