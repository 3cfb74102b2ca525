"""The tables as migrations make them, and what the columns give back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import UniqueConstraint, inspect, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, select

from models.conversations import Conversation
from models.database import Database
from models.delivery import InboxRow, lanes_waiting
from models.offices import Office
from models.people import Contact, Person
from models.tables import METADATA
from tests.factories import ZONE
from tests.models.samples import OPENS, a_person
from vocabulary.terms import ContactKind

MIGRATIONS = Path(__file__).parents[2] / "models" / "migrations"


def test_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    with database.engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_unique_constraints_of_the_code_are_in_the_database(database: Database) -> None:
    found = inspect(database.engine)
    for table in METADATA.sorted_tables:
        in_code = {
            tuple(sorted(column.name for column in constraint.columns))
            for constraint in table.constraints
            if isinstance(constraint, UniqueConstraint)
        } | {(column.name,) for column in table.columns if column.unique}
        in_database = {
            tuple(sorted(unique["column_names"]))
            for unique in found.get_unique_constraints(table.name)
        }
        assert in_database == in_code, table.name


def test_upgrading_again_is_harmless(database: Database) -> None:
    database.run(lambda session: session.add(Office(name="the office")))
    database.upgrade()
    assert database.run(lambda s: [o.name for o in s.exec(select(Office))]) == ["the office"]


def test_moments_come_back_aware_and_in_utc(database: Database) -> None:
    nine_in_shanghai = datetime(2022, 8, 1, 9, 0, 0, 123456, tzinfo=ZONE)

    def meet(session: Session) -> None:
        a_person(session).unreachable_since = nine_in_shanghai

    database.run(meet)
    found = database.run(lambda s: s.exec(select(Person.unreachable_since)).one())
    assert found == nine_in_shanghai
    assert found is not None
    assert found.tzinfo is UTC


def test_a_moment_without_its_zone_is_refused(database: Database) -> None:
    def meet(session: Session) -> None:
        a_person(session).unreachable_since = datetime(2022, 8, 1, 9)  # noqa: DTZ001 -- meant
        session.flush()

    with pytest.raises(StatementError, match="must say its zone"):
        database.run(meet)


def test_moments_are_compared_as_moments_whatever_their_zone(database: Database) -> None:
    database.run(a_person)
    seen = database.run(lambda s: s.exec(select(Person.first_seen_at)).one())
    in_shanghai = (seen + timedelta(microseconds=1)).astimezone(ZONE)

    def before(moment: datetime) -> bool:
        query = select(Person.id).where(Person.first_seen_at < moment)
        return database.run(lambda s: s.exec(query).first()) is not None

    assert before(in_shanghai)
    assert not before(seen.astimezone(ZONE))


def test_ids_of_telegram_may_need_52_bits(database: Database) -> None:
    database.run(lambda s: a_person(s, 2**52 - 1))
    assert database.run(lambda s: s.exec(select(Person.user_id)).one()) == 2**52 - 1


def taken_back_to(database: Database, revision: str) -> None:
    """As the database was before the revisions after this one."""
    with database.migration() as config:
        command.downgrade(config, revision)


def test_what_waits_in_the_inbox_outlives_the_upgrade_that_notes_why_updates_failed(
    database: Database,
) -> None:
    taken_back_to(database, "0003")
    with database.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO inbox (bot_id, update_id, lane, body, state, attempts, incident,"
                " received_at) VALUES (7, 1, 5, '{}', 'new', 2, 'A1B2C3', '2022-08-01 01:00:00')"
            )
        )
    database.upgrade()
    row = database.run(lambda s: s.exec(select(InboxRow)).one().model_dump())
    assert (row["lane"], row["attempts"], row["incident"], row["error"]) == (5, 2, "A1B2C3", "")
    assert database.run(lambda s: lanes_waiting(s, 7)) == [5]


def test_question_that_is_open_outlives_the_upgrade_that_remembers_when_it_was_shown(
    database: Database,
) -> None:
    taken_back_to(database, "0005")
    ada = database.run(lambda session: a_person(session).id)
    with database.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO conversation (person_id, step, page) VALUES (:ada, 'text', 2)"),
            {"ada": ada},
        )
    database.upgrade()
    row = database.run(lambda s: s.exec(select(Conversation)).one().model_dump())
    assert (row["step"], row["page"], row["asked_version"]) == ("text", 2, 0)
    assert (row["before_step"], row["held_text"]) == ("", "")


def test_an_upgrade_that_leaves_rows_without_what_they_refer_to_is_taken_back(
    sqlite: Database,
) -> None:
    sqlite.run(a_person)

    def break_keys() -> None:
        with sqlite.migration() as config:
            config.attributes["connection"].exec_driver_sql(
                "INSERT INTO contact (office_id, person_id, task_force, kind, name, phone, mail,"
                " since, registered) VALUES (77, 88, '', 'liaison', '', '', '', '2022-08-01', 0)"
            )

    with pytest.raises(IntegrityError, match="rows refer to what is not there"):
        break_keys()
    assert sqlite.run(lambda s: s.exec(select(Contact)).all()) == []


def test_rows_are_held_to_what_they_refer_to_after_an_upgrade(sqlite: Database) -> None:
    def orphan(session: Session) -> None:
        session.add(Contact(office_id=77, kind=ContactKind.LIAISON, since=OPENS))
        session.flush()

    with pytest.raises(IntegrityError):
        sqlite.run(orphan)
