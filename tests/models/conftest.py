import pytest

from models.database import Database
from tests.models.samples import Month, a_month


@pytest.fixture
def month(database: Database) -> Month:
    """July as it has just opened, on both kinds of database."""
    return database.run(a_month)
