"""Amounts are stored exactly, and read as people write them."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError
from sqlmodel import Session, select

from models.cycles import Reading
from models.database import Database
from models.editions import Indicator
from tests.models.samples import ROADS, Month, entries

LARGEST = Decimal("9999999999999.9999")


def _a_reading(session: Session, month: Month) -> Reading:
    entry = entries(session, month.report(session, ROADS))[0]
    indicator = session.exec(select(Indicator).where(Indicator.name == "km of road")).one()
    reading = Reading(entry_id=entry.id, indicator_id=indicator.id)
    session.add(reading)
    session.flush()
    return reading


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.decimals(min_value=-LARGEST, max_value=LARGEST, places=4)
    | st.sampled_from([LARGEST, Decimal("3E+2"), Decimal("-0.0001"), Decimal(183), Decimal(0)])
)
def test_an_amount_comes_back_as_it_was_given(
    database: Database, month: Month, value: Decimal
) -> None:
    def keep(session: Session) -> int:
        reading = session.exec(select(Reading)).first() or _a_reading(session, month)
        reading.value = value
        session.flush()
        return reading.id

    kept_id = database.run(keep)
    found = database.run(lambda s: s.get_one(Reading, kept_id).value)
    assert found == value
    assert "E" not in str(found)
    assert "." not in str(found) or not str(found).endswith("0")


def test_an_amount_with_more_than_four_places_is_refused(database: Database, month: Month) -> None:
    def keep(session: Session) -> None:
        _a_reading(session, month).value = Decimal("0.00001")
        session.flush()

    with pytest.raises(StatementError, match="at most 4 places"):
        database.run(keep)
