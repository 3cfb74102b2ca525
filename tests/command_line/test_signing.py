"""Which units' reports are signed, set on the command line."""

from tests.command_line.terminal import PLAN, Terminal

UNIT, OTHER = "市能源局", "市工科局"


def test_units_are_set_to_be_signed_all_or_none_and_not_any_more(terminal: Terminal) -> None:
    terminal.types("plan", "load", PLAN, "--yes")
    assert "（0）：无" in terminal.types("signing")
    shown = terminal.types("signing", "on", UNIT, OTHER)
    assert UNIT in shown
    assert OTHER in shown
    terminal.says("office-unit-unknown", "signing", "off", UNIT, "市火星局", name="市火星局")
    assert "（2）" in terminal.types("signing", "show")
    assert "（1）：市工科局" in terminal.types("signing", "off", UNIT)
