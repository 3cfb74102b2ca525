"""A plan that was read: offered, written into its registry and loaded."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from models.database import Database
from tests.handlers.big_plans import big_plan, offered_and_loaded

_MEASURES = 670


def offering_a_plan(seconds: Callable[[Callable[[], object]], float]) -> tuple[float, str]:
    """1.0 is exactly linear. Everything but the reading itself, which has its own benchmark."""
    short, long = big_plan(_MEASURES), big_plan(_MEASURES * 10)
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'offer.db'}")
        database.upgrade()
        taken = seconds(lambda: database.run(lambda session: offered_and_loaded(session, long)))
        once = seconds(lambda: database.run(lambda session: offered_and_loaded(session, short)))
        database.close()
    compared = f"{_MEASURES * 10} measures in {taken:.1f} s / ten times {_MEASURES} measures"
    return taken / (10 * once), compared
