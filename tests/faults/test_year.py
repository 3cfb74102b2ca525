"""Months with random outages on the injected clock; `make chaos` plays whole years of them."""

import sys
from pathlib import Path

import pytest

from tests.chat import a_town
from tests.faults.office import seeded
from tests.faults.year import ONE_MEASURE, Year


@pytest.mark.parametrize("seed", [1])
async def test_outages_of_minutes_to_weeks_break_no_rule_of_reminding(
    sqlite_url: str, tmp_path: Path, seed: int
) -> None:
    async with a_town(sqlite_url, tmp_path / "files", measures=ONE_MEASURE) as town:
        year = Year(town, seeded(seed), months=1)
        await year.play()
    assert year.judged.asked > 0
    sys.stdout.write(f"seed {seed}: {dict(year.deeds)} {year.judged}\n")
