"""Crash points by name. `make chaos` plays each of them three times, on SQLite and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.crash_points import Crash, Point
from tests.faults.crashes import ALL, Line, compiles, downloads, escalates, signs
from tests.faults.office import OPENS, Office, an_office, seeded


@pytest.fixture
def early_office(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path, sqlite_url) as opened:
        yield opened


def test_process_that_ends_at_one_named_moment_after_another_loses_and_doubles_nothing(
    early_office: Office,
) -> None:
    """Each start finds what the end before has left, and runs into the next point."""
    line = Line(early_office)
    line.opens_july()
    chance = seeded("crash points")
    crashes = [crash for crash in ALL if crash.nth == chance.randint(1, 3) or crash.nth == 1]
    for crash in {crash.point: crash for crash in crashes}.values():
        line.crashes(crash)
    line.goes_on()


@pytest.mark.long
def test_process_that_ends_amid_a_download_a_workbook_or_a_signature_does_each_of_them_once(
    early_office: Office,
) -> None:
    early_office.has_moved_on(OPENS)
    downloads(early_office, (2,))
    compiles(early_office, (2,))
    signs(early_office, [Crash(Point.BEFORE_SIGNING_COMMIT, 1)])


def test_process_that_ends_after_a_part_of_its_planning_leaves_the_rest_to_the_next(
    early_office: Office,
) -> None:
    escalates(early_office, (2,))
