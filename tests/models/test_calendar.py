"""The days on which an office decides for itself."""

from datetime import UTC, date, datetime

from sqlmodel import Session

from models.calendar import decided, own_days, set_own_day, unset_own_day
from models.database import Database
from models.offices import Office, the_office

NOW = datetime(2022, 8, 1, 1, tzinfo=UTC)
DAY = date(2022, 9, 5)


def decide(session: Session, office: Office, day: date = DAY, *, is_workday: bool) -> None:
    set_own_day(session, office.id, day, is_workday=is_workday, note="sports", by="Olga", now=NOW)


def test_last_decision_about_a_day_is_the_one_that_counts(database: Database) -> None:
    def deed(session: Session) -> None:
        office = the_office(session, "the office")
        decide(session, office, is_workday=True)
        decide(session, office, is_workday=False)

    database.run(deed)

    def look(session: Session) -> list[tuple[date, bool, str, str]]:
        days = own_days(session, the_office(session, "the office").id)
        return [(own.day, own.is_workday, own.note, own.set_by) for own in days]

    assert database.run(look) == [(DAY, False, "sports", "Olga")]


def test_days_of_one_office_are_no_other_offices_days(database: Database) -> None:
    def deed(session: Session) -> tuple[dict[date, bool], dict[date, bool]]:
        ours, theirs = the_office(session, "ours"), the_office(session, "theirs")
        decide(session, ours, is_workday=False)
        return (
            dict(decided(own_days(session, ours.id))),
            dict(decided(own_days(session, theirs.id))),
        )

    assert database.run(deed) == ({DAY: False}, {})


def test_decision_is_taken_back_once(database: Database) -> None:
    def deed(session: Session) -> list[bool]:
        office = the_office(session, "the office")
        decide(session, office, is_workday=False)
        return [unset_own_day(session, office.id, DAY) for _ in range(2)]

    assert database.run(deed) == [True, False]
