from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, select

from models.cycles import open_cycle
from models.editions import Label, Measure, MeasureLabel, plans_of
from models.loading import load_edition
from tests.command_line.terminal import PLAN, TITLE, Terminal
from tests.factories import at
from tests.models.samples import DECEMBER, JULY, a_document, the_measures, the_register
from tests.models.samples import TITLE as OTHER
from texts import plain

WORDS = ("ledger", "--period", "2022-07", "--out", "out/ledger.xlsx")


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    """The sample plan is loaded, its July is open, and there is a folder for the workbook."""
    (terminal.folder / "out").mkdir()
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18))

    terminal.reads(open_july)
    return terminal


def load_another(session: Session, office_id: int) -> None:
    load_edition(
        session,
        office_id,
        a_document(the_measures()),
        the_measures(),
        the_register(),
        first_period=JULY,
        last_period=DECEMBER,
        now=datetime(2022, 7, 1, tzinfo=UTC),
    )


def test_the_workbook_has_a_row_for_every_measure_of_every_unit(opened: Terminal) -> None:
    output = opened.types(*WORDS)
    assert plain("zh-CN", "cli-ledger-written", file="out/ledger.xlsx") in output
    workbook = load_workbook(opened.folder / "out" / "ledger.xlsx")
    longest = max(sheet.max_row for sheet in workbook)
    assert longest >= 254


def test_the_workbook_is_written_without_telegram_and_token(opened: Terminal) -> None:
    opened.types(*WORDS, BAOSONG_TELEGRAM__TOKEN=None)
    assert (opened.folder / "out" / "ledger.xlsx").exists()


def test_before_a_plan_is_loaded_there_is_no_workbook(terminal: Terminal) -> None:
    terminal.says("cli-no-plan", *WORDS)
    assert not (terminal.folder / "out").exists()


def test_a_period_that_has_not_opened_has_no_workbook(opened: Terminal) -> None:
    words = ("ledger", "--period", "2022-11", "--out", "ledger.xlsx")
    opened.says("cli-no-cycle", *words, period="2022-11", plan=TITLE)
    assert not (opened.folder / "ledger.xlsx").exists()


def test_an_unreadable_period_is_told(opened: Terminal) -> None:
    words = ("ledger", "--period", "July", "--out", "ledger.xlsx")
    opened.says("period-unreadable", *words, value="July")


def test_of_several_plans_one_has_to_be_named(opened: Terminal) -> None:
    opened.reads(load_another)
    both = f"{TITLE}、{OTHER}"
    opened.says("cli-which-plan", *WORDS, plans=both)
    words = (*WORDS, "--plan", "none such")
    opened.says("cli-plan-unknown", *words, title="none such", plans=both)
    opened.types(*WORDS, "--plan", TITLE)


def test_a_place_that_cannot_be_written_leaves_nothing_half_done(opened: Terminal) -> None:
    folder = opened.folder / "out"
    (folder / "ledger.xlsx").mkdir()
    output = opened.types(*WORDS, code=2)
    assert "out/ledger.xlsx" in output
    assert [entry.name for entry in folder.iterdir()] == ["ledger.xlsx"]


def test_an_earlier_workbook_is_replaced_by_a_whole_one(opened: Terminal) -> None:
    opened.types(*WORDS)
    file = opened.folder / "out" / "ledger.xlsx"
    file.write_bytes(b"an earlier one")
    opened.types(*WORDS)
    assert load_workbook(file).sheetnames
    assert [entry.name for entry in file.parent.iterdir()] == ["ledger.xlsx"]


def test_the_workbook_of_a_task_force_has_its_measures_alone(opened: Terminal) -> None:
    opened.types(*WORDS, "--force", "信息服务专班")
    workbook = load_workbook(opened.folder / "out" / "ledger.xlsx")
    heads, *rows = workbook["台账"].iter_rows(values_only=True)
    force, unit = heads.index("专班"), heads.index("单位")
    assert {row[force] for row in rows} == {"信息服务专班"}
    assert {row[0] for row in rows} == {18, 19, 20}
    units = {row[unit] for row in rows}
    overview = list(workbook["总览"].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(overview) if row[0] == "单位")
    assert {row[0] for row in overview[head + 1 :]} == units
    industry = next(row for row in overview[head + 1 :] if row[0] == "市工科局")
    assert industry[3] == sum(row[unit] == "市工科局" for row in rows), "only these are asked of it"


def test_the_workbook_of_a_label_has_its_measures_alone(opened: Terminal) -> None:
    def give_label(session: Session, _office_id: int) -> None:
        measure = session.exec(select(Measure).where(Measure.number == "31")).one()
        label = Label(edition_id=measure.edition_id, position=0, name="升规行动")
        session.add(label)
        session.flush()
        session.add(MeasureLabel(measure_id=measure.id, label_id=label.id))

    opened.reads(give_label)
    opened.types(*WORDS, "--label", "升规行动")
    workbook = load_workbook(opened.folder / "out" / "ledger.xlsx")
    assert {row[0] for row in workbook["台账"].iter_rows(min_row=2, values_only=True)} == {31}


def test_a_label_whose_measures_the_plan_does_not_tell_is_refused_until_the_registry_does(
    opened: Terminal,
) -> None:
    """Also for a cycle that has begun before."""
    label = "乡村e镇培育专项行动"
    output = opened.says("part-empty", *WORDS, "--label", label, code=2, name=label)
    assert not (opened.folder / "out" / "ledger.xlsx").exists(), output
    opened.types("plan", "read", PLAN, "--registry", "registry.xlsx")
    registry = load_workbook(opened.folder / "registry.xlsx")
    measures = registry["措施"]
    heads = [cell.value for cell in measures[1]]
    number, labels = heads.index("编号"), heads.index("标签")
    for row in measures.iter_rows(min_row=2):
        if row[number].value in {21, "21"}:
            row[labels].value = label
    registry.save(opened.folder / "registry.xlsx")
    opened.types("plan", "load", "registry.xlsx", "--yes")
    opened.types(*WORDS, "--label", label)
    workbook = load_workbook(opened.folder / "out" / "ledger.xlsx")
    assert {row[0] for row in workbook["台账"].iter_rows(min_row=2, values_only=True)} == {21}


def test_a_task_force_that_the_plan_does_not_have_is_refused_with_those_that_it_has(
    opened: Terminal,
) -> None:
    output = opened.types(*WORDS, "--force", "none such", code=2)
    assert "信息服务专班" in output
    assert not (opened.folder / "out" / "ledger.xlsx").exists()
