"""The first days of a month, killed some times; `make chaos` plays ten whole months."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.month import Month
from tests.faults.office import OPENS, an_office


@pytest.mark.parametrize("seed", [2022])
def test_month_in_which_everything_breaks_loses_nothing_and_does_nothing_twice(
    sqlite_url: str, tmp_path: Path, seed: int
) -> None:
    """By polling and by webhook in turns; one unit reports meanwhile."""
    with an_office(tmp_path, sqlite_url, seed=seed) as office:
        month = Month(
            office,
            seed=seed,
            mode="both",
            kills=4,
            rewrites=0,
            lines=8,
            talkers=office.units[-1:],
            ends_at=OPENS + timedelta(days=1),
        )
        figures = month.play()
    sys.stdout.write(f"seed {seed}: {figures}\n")
    assert figures.kills == 4
    assert figures.shown_as_saved > 0
    assert figures.copies <= figures.strays <= figures.ambiguous
