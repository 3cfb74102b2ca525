"""What is different about a ladder's rungs in one cycle."""

from datetime import UTC, datetime, time

from sqlmodel import Session

from models.database import Database
from models.ladder_changes import change_rung, changed_rungs, restore_rung
from tests.models.samples import a_month

NOW = datetime(2022, 8, 2, 1, tzinfo=UTC)


def test_last_change_of_a_rung_is_the_one_that_counts(database: Database) -> None:
    def deed(session: Session) -> list[tuple[str, bool, int | None, time | None, str]]:
        cycle_id = a_month(session).cycle_id
        for off, at in ((True, None), (False, time(10, 30))):
            change_rung(
                session, cycle_id, "overdue", off=off, workdays=2, at=at, by="Olga", now=NOW
            )
        rows = changed_rungs(session, {cycle_id})[cycle_id]
        return [(row.rung, row.off, row.workdays, row.at, row.changed_by) for row in rows]

    assert database.run(deed) == [("overdue", False, 2, time(10, 30), "Olga")]


def test_rung_is_restored_and_restoring_again_is_harmless(database: Database) -> None:
    def deed(session: Session) -> bool:
        cycle_id = a_month(session).cycle_id
        change_rung(session, cycle_id, "overdue", off=True, workdays=None, at=None, by="", now=NOW)
        restore_rung(session, cycle_id, "overdue")
        restore_rung(session, cycle_id, "overdue")
        return cycle_id in changed_rungs(session, {cycle_id})

    assert database.run(deed) is False
