"""Exempting on the command line: the unit is told by the running bot, what is open follows."""

import pytest
from sqlmodel import Session, select

from models.cycles import Report, open_cycle
from models.delivery import OutboxRow
from models.editions import plans_of
from models.exemptions import Exemption
from models.offices import unit_named
from models.people import Contact, met
from tests.command_line.terminal import PLAN, TOKEN, Terminal
from tests.factories import at
from tests.models.samples import JULY
from vocabulary.terms import ContactKind

ENERGY = "市能源局"
BOT = int(TOKEN.partition(":")[0])


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    """The sample plan is loaded, its July is open, and 市能源局 has a liaison."""
    terminal.types("plan", "load", PLAN, "--yes")

    def open_july(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19, 18))
        person = met(session, BOT, 42, name="王芳", language="zh-CN", now=at(1))
        unit = unit_named(session, office_id, ENERGY)
        assert unit is not None
        session.add(
            Contact(
                office_id=office_id,
                unit_id=unit.id,
                kind=ContactKind.LIAISON,
                person_id=person.id,
                name="王芳",
                since=at(1),
            )
        )

    terminal.reads(open_july)
    return terminal


def exempt_reports(terminal: Terminal) -> int:
    def count(session: Session, _office_id: int) -> int:
        return sum(report.exempt for report in session.exec(select(Report)))

    return terminal.reads(count)


def queued(terminal: Terminal) -> list[tuple[int, int]]:
    """Bot and chat of everything that waits to be sent."""

    def read(session: Session, _office_id: int) -> list[tuple[int, int]]:
        return [(row.bot_id, row.chat_id) for row in session.exec(select(OutboxRow))]

    return terminal.reads(read)


def test_unit_is_exempted_listed_and_taken_back(opened: Terminal) -> None:
    assert "目前没有免报" in opened.types("exempt")
    given = ("exempt", "give", ENERGY, "--from", "2022-07", "--until", "2022-09")
    output = opened.types(*given, "--reason", "机构改革")
    assert "已免报：市能源局 · 全部措施　2022年7月份至9月份　原因：机构改革（运维人员，" in output
    assert "已通知王芳（工作时间送达）。" in output
    assert exempt_reports(opened) == 1
    assert queued(opened) == [(BOT, 42)]
    [number] = opened.reads(lambda s, _: [row.id for row in s.exec(select(Exemption))])
    shown = opened.types("exempt", "show", "--help")
    assert "2022" not in shown
    assert "已取消免报：市能源局" in opened.types("exempt", "end", str(number))
    assert exempt_reports(opened) == 0
    assert len(queued(opened)) == 2
    opened.says("cli-exemption-unknown", "exempt", "end", str(number), number=str(number))


def test_measure_of_a_unit_is_exempted_alone(opened: Terminal) -> None:
    asked = ("exempt", "give", ENERGY, "--from", "2022-07", "--reason", "尚未启动")
    opened.says("exemption-nothing", *asked, "--measure", "9999", unit=ENERGY)
    assert exempt_reports(opened) == 0


def test_what_is_wrong_is_told_and_nothing_is_exempt(opened: Terminal) -> None:
    reason = ("--reason", "机构改革")
    opened.says(
        "office-unit-unknown", "exempt", "give", "市火星局", "--from", "2022-07", *reason,
        name="市火星局",
    )  # fmt: skip
    opened.says(
        "cli-exemption-periods", "exempt", "give", ENERGY, "--from", "2023-07", *reason,
        first="2023-07", last="2023-07", since="2022-07", until="2022-12",
    )  # fmt: skip
    opened.says(
        "cli-exemption-reason", "exempt", "give", ENERGY, "--from", "2022-07", "--reason", " "
    )
    opened.says(
        "cli-periods-reversed", "exempt", "give", ENERGY, "--from", "2022-09", "--until", "2022-08",
        *reason, first="2022-09", last="2022-08",
    )  # fmt: skip
    assert exempt_reports(opened) == 0
    assert queued(opened) == []


@pytest.mark.parametrize("written", ["2022-13", "foo"])
@pytest.mark.parametrize("option", ["--from", "--until"])
def test_period_that_cannot_be_read_is_told(opened: Terminal, option: str, written: str) -> None:
    words = ["exempt", "give", ENERGY, "--reason", "机构改革", option, written]
    if option == "--until":
        words += ["--from", "2022-07"]
    opened.says("period-unreadable", *words, value=written)


def test_without_a_token_nobody_could_be_told_so_nothing_is_done(opened: Terminal) -> None:
    words = ("exempt", "give", ENERGY, "--from", "2022-07", "--reason", "机构改革")
    del opened.environ["BAOSONG_TELEGRAM__TOKEN"]
    output = opened.types(*words, code=2)
    assert "BAOSONG_TELEGRAM__TOKEN" in output
    assert "启动" not in output
    assert exempt_reports(opened) == 0
