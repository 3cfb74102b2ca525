"""The table of faults names tests; they are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "reliability.md"
FAULTS = 53


def rows() -> dict[int, str]:
    text = TABLE.read_text(encoding="utf-8")
    found = re.findall(r"^\| (\d+) \| .+? \| (.+) \|$", text, re.MULTILINE)
    return {int(number): played for number, played in found}


def test_every_fault_of_the_list_has_its_row() -> None:
    assert list(rows()) == list(range(1, FAULTS + 1))


def test_every_test_that_the_table_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", " ".join(rows().values()))
    assert len(named) > FAULTS / 2
    for path, name in named:
        source = (ROOT / path).read_text(encoding="utf-8")
        assert re.search(rf"^\s*(async )?def {name}\(", source, re.MULTILINE), f"{path}::{name}"


def test_every_row_without_a_test_says_why() -> None:
    for number, played in rows().items():
        excused = ("comes with", "not played", "the same")
        assert "`tests/" in played or played.startswith(excused), number


def test_only_what_nobody_can_play_here_is_not_played() -> None:
    """Row 21 says why it cannot happen, with a test."""
    not_played = {number for number, played in rows().items() if played.startswith("not played")}
    assert not_played == {30, 32, 52}
