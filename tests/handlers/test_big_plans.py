"""Plans of thousands of measures by chat: what it costs grows no faster than they do."""

from time import process_time

import pytest

from models.database import Database
from tests.handlers.big_plans import big_plan, offered_and_loaded

pytestmark = pytest.mark.long

_FEW = 150
_MARGIN = 1.8
"""Of exactly linear, for what else the machine does."""


def test_offer_registry_and_loading_cost_no_more_a_measure_in_a_long_plan(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    database.upgrade()
    short, long = big_plan(_FEW), big_plan(_FEW * 10)

    def seconds(text: str) -> float:
        began = process_time()
        database.run(lambda session: offered_and_loaded(session, text))
        return process_time() - began

    try:
        seconds(long)  # read, and everything that is imported
        once = min(seconds(short) for _ in range(3))
        assert seconds(long) < 10 * once * _MARGIN
    finally:
        database.close()
