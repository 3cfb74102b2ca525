"""Highlights are kept by measure and month, with who marked them and when."""

import pytest
from sqlmodel import Session

from dialog.steps import is_complete
from models.database import Database
from models.editions import Plan
from models.highlights import (
    Highlight,
    highlights_of_office,
    mark_highlight,
    measures_of_units,
    withdraw_highlight,
)
from models.views import ledger, working_report
from tests.factories import ZONE, at
from tests.models.samples import PARKS, ROADS, WATER, Month, a_person, rows_of
from vocabulary.errors import Stale
from vocabulary.period import Period

JULY, AUGUST = Period(2022, 7), Period(2022, 8)


def mark(
    session: Session,
    month: Month,
    text: str = "Opened.",
    *,
    unit: str = ROADS,
    number: str = "2",
    period: Period = JULY,
) -> Highlight:
    return mark_highlight(
        session,
        session.get_one(Plan, month.plan_id),
        month.unit(session, unit).id,
        (number, f"Measure {number}"),
        a_person(session),
        month=period,
        text=text,
        now=at(3),
    )


def beside(session: Session, month: Month, unit: str = ROADS) -> dict[str, tuple[str, ...]]:
    working = working_report(session, rows_of(session, month.report(session, unit)), ZONE)
    return {e.measure.number: e.highlights for e in working.entries if e.highlights}


def test_highlights_of_the_month_stand_beside_their_measure_of_that_unit_only(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        mark(session, month)
        mark(session, month, "Grew.")
        mark(session, month, "Later.", period=AUGUST)
        mark(session, month, "Theirs.", unit=WATER, number="4")
        assert beside(session, month) == {"2": ("Opened.", "Grew.")}
        assert beside(session, month, WATER) == {"4": ("Theirs.",)}

    database.run(play)


def test_same_words_are_one_highlight_and_can_be_taken_back_once(
    database: Database, month: Month
) -> None:
    def play(session: Session) -> None:
        first = mark(session, month)
        assert mark(session, month).id == first.id
        withdraw_highlight(first, now=at(4))
        assert beside(session, month) == {}
        with pytest.raises(Stale):
            withdraw_highlight(first, now=at(4))
        assert mark(session, month).id != first.id

    database.run(play)


def test_office_sees_who_marked_what_and_when(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        mark(session, month)
        mark(session, month, "Later.", period=AUGUST)
        found = highlights_of_office(session, month.office_id, zone=ZONE)
        assert [(one.text, one.period) for one in found] == [("Later.", AUGUST), ("Opened.", JULY)]
        (july,) = highlights_of_office(session, month.office_id, zone=ZONE, month=JULY)
        assert (july.unit, july.number, july.marked_by, july.marked_at) == (
            ROADS,
            "2",
            "Ada",
            at(3),
        )
        assert ledger(
            session, month.cycle(session), ZONE, now=at(4), is_complete=is_complete
        ).highlights == (july,)

    database.run(play)


def test_units_have_the_measures_of_the_plan_in_force(database: Database, month: Month) -> None:
    def play(session: Session) -> None:
        unit_ids = [month.unit(session, name).id for name in (ROADS, PARKS)]
        found = measures_of_units(session, month.office_id, unit_ids)
        assert [named[0] for _, _, named in found] == ["1", "2", "4", "4"]

    database.run(play)
