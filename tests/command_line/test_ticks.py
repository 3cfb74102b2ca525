"""Scan, paper original and mail on the command line."""

import pytest
from sqlmodel import Session

from models.cycles import open_cycle
from models.editions import plans_of
from models.offices import unit_named
from models.views import report_of_unit
from tests.command_line.terminal import PLAN, Terminal
from tests.factories import at
from tests.models.samples import JULY, file

UNIT, OTHER, SILENT = "市能源局", "市工科局", "市教育局"


@pytest.fixture
def filed(terminal: Terminal) -> Terminal:
    """Two units of the sample plan have filed their July on 3 August at 10:00; nobody else has."""
    terminal.types("plan", "load", PLAN, "--yes")

    def two_file(session: Session, office_id: int) -> None:
        (plan,) = plans_of(session, office_id)
        cycle = open_cycle(session, plan, JULY, opens_at=at(1), due_at=at(5, 18), locks_at=at(19))
        assert cycle is not None
        for name in (UNIT, OTHER):
            unit = unit_named(session, office_id, name)
            assert unit is not None
            rows = report_of_unit(session, cycle.id, unit.id)
            assert rows is not None
            file(session, rows.report, now=at(3, 10))

    terminal.reads(two_file)
    return terminal


def test_original_is_ticked_for_several_listed_and_taken_back(filed: Terminal) -> None:
    output = filed.types("ticks", "set", "original", UNIT, OTHER, "--came", "2022-08-05 16:00")
    assert "已登记：市能源局 纸质原件 8月5日16:00" in output
    assert "已登记：市工科局 纸质原件 8月5日16:00" in output
    assert "此前已登记" in filed.types("ticks", "set", "original", UNIT)
    assert "已撤销登记：市能源局 纸质原件" in filed.types("ticks", "unset", "original", UNIT)
    assert "无须撤销" in filed.types("ticks", "unset", "original", UNIT)
    listed = filed.types("ticks").splitlines()
    assert sorted(line.split("　")[0] for line in listed) == sorted((UNIT, OTHER))
    assert (
        f"{UNIT}　第1版　已报送 8月3日10:00 · 扫描件 未收到 · 纸质原件 未收到 · 电子邮件 未收到"
        in listed
    )
    [shown, noted] = filed.types("ticks", UNIT).splitlines()
    assert shown in listed
    assert "第1版　纸质原件 8月5日16:00　运维人员　（" in noted


def test_what_cannot_be_is_refused_and_nothing_is_ticked(filed: Terminal) -> None:
    filed.says("cli-ticks-filed", "ticks", "set", "filed", UNIT)
    filed.says(
        "cli-ticks-not-filed",
        "ticks",
        "set",
        "scan",
        UNIT,
        SILENT,
        unit=SILENT,
        period="2022年7月份",
    )
    filed.says("office-unit-unknown", "ticks", "set", "scan", "市火星局", name="市火星局")
    said = ("ticks", "set", "scan", UNIT, "--came")
    filed.says("cli-at-unreadable", *said, "noon", value="noon")
    for wrong in ("2022-08-03 09:59", "2999-01-01 00:00"):
        assert "请核对收到的时间" in filed.types(*said, wrong, code=2)
    assert "扫描件 未收到" in filed.types("ticks", UNIT)
