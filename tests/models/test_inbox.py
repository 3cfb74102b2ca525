"""What Telegram delivered is kept once, handled in order, and takes effect at most once."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.database import Database
from models.delivery import (
    InboxRow,
    InboxState,
    Incoming,
    OutboxRow,
    forget_updates,
    keep_updates,
    lanes_waiting,
    mark_done,
    mark_failed,
    next_in_lane,
)
from models.work import Desk, Work
from tests.factories import ZONE, at
from tests.models.samples import ADA, BORIS, BOT
from tests.models.together import at_once
from vocabulary.message import Message

NOON = at(1, 12)
A_SECOND = timedelta(seconds=1)
TRIES = 3


def _keep(
    database: Database,
    *ids: int,
    lane: int = ADA,
    bot_id: int = BOT,
    after: timedelta = timedelta(),
) -> int:
    updates = [Incoming(update_id, lane, f'{{"update_id": {update_id}}}') for update_id in ids]
    return database.run(lambda s: keep_updates(s, bot_id, updates, now=NOON + after))


def _next_id(session: Session, lane: int = ADA) -> int | None:
    row = next_in_lane(session, BOT, lane)
    return row.update_id if row else None


def _states(database: Database) -> dict[int, InboxState]:
    def read(session: Session) -> dict[int, InboxState]:
        return {row.update_id: row.state for row in session.exec(select(InboxRow))}

    return database.run(read)


def test_an_update_is_kept_as_it_came(database: Database) -> None:
    body = '{"update_id": 7, "message": {"text": "已完成 \\ud83d\\ude00"}}'
    database.run(lambda s: keep_updates(s, BOT, [Incoming(7, ADA, body)], now=NOON))

    def read(session: Session) -> tuple[str, InboxState, int, object]:
        row = session.exec(select(InboxRow)).one()
        return row.body, row.state, row.attempts, row.received_at

    assert database.run(read) == (body, InboxState.NEW, 0, NOON)


def test_an_update_delivered_again_is_not_kept_again(database: Database) -> None:
    assert _keep(database, 1, 2, 3) == 3
    assert _keep(database, 2, 3, 4) == 1
    assert sorted(_states(database)) == [1, 2, 3, 4]


def test_an_update_delivered_again_after_it_was_handled_stays_handled(database: Database) -> None:
    _keep(database, 1)
    database.run(lambda s: mark_done(s, BOT, 1, now=NOON))
    assert _keep(database, 1) == 0
    assert _states(database) == {1: InboxState.DONE}


def test_ids_that_start_anew_at_a_lower_number_are_kept(database: Database) -> None:
    _keep(database, 900_000_001)
    assert _keep(database, 17, 18) == 2


def test_each_bot_has_its_own_ids(database: Database) -> None:
    assert _keep(database, 1) + _keep(database, 1, bot_id=BOT + 1) == 2


def test_no_updates_are_no_work(database: Database) -> None:
    assert _keep(database) == 0


def test_two_receivers_at_once_keep_an_update_once(database: Database) -> None:
    def receive() -> int:
        return _keep(database, *range(50))

    assert sum(at_once(receive, receive)) == 50


def test_within_a_lane_updates_are_handled_as_they_came(database: Database) -> None:
    _keep(database, 900, 901)
    _keep(database, 5, 4, after=A_SECOND)  # the ids have started anew

    def handle(session: Session) -> int | None:
        update_id = _next_id(session)
        if update_id is not None:
            mark_done(session, BOT, update_id, now=NOON)
        return update_id

    assert [database.run(handle) for _ in range(5)] == [900, 901, 4, 5, None]


def test_the_lane_that_waits_longest_is_first(database: Database) -> None:
    _keep(database, 1, lane=BORIS)
    _keep(database, 2, lane=ADA, after=A_SECOND)
    _keep(database, 3, lane=BORIS, after=A_SECOND * 2)
    assert database.run(lambda s: lanes_waiting(s, BOT)) == [BORIS, ADA]
    database.run(lambda s: mark_done(s, BOT, 1, now=NOON))
    assert database.run(lambda s: lanes_waiting(s, BOT)) == [ADA, BORIS]
    database.run(lambda s: [mark_done(s, BOT, i, now=NOON) for i in (2, 3)])
    assert database.run(lambda s: lanes_waiting(s, BOT)) == []


def test_lanes_that_came_together_wait_in_the_order_of_their_ids(database: Database) -> None:
    updates = [Incoming(3, 30, "{}"), Incoming(1, 20, "{}"), Incoming(2, 10, "{}")]
    database.run(lambda s: keep_updates(s, BOT, updates, now=NOON))
    assert database.run(lambda s: lanes_waiting(s, BOT)) == [20, 10, 30]


def test_a_lane_does_not_see_the_updates_of_another(database: Database) -> None:
    _keep(database, 1, lane=BORIS)
    assert database.run(_next_id) is None


def test_an_update_is_done_once(database: Database) -> None:
    _keep(database, 1)
    done = [database.run(lambda s: mark_done(s, BOT, 1, now=NOON)) for _ in range(2)]
    assert done == [True, False]


def test_two_workers_at_once_do_an_update_once(database: Database) -> None:
    _keep(database, 1)

    def handle() -> bool:
        def unit(session: Session) -> bool:
            if not mark_done(session, BOT, 1, now=NOON):
                return False
            _a_reply(session)
            return True

        return database.run(unit)

    assert sorted(at_once(handle, handle)) == [False, True]
    assert len(database.run(lambda s: s.exec(select(OutboxRow.id)).all())) == 1


def test_a_unit_that_fails_leaves_the_update_new_and_has_no_effect(database: Database) -> None:
    _keep(database, 1)

    def unit(session: Session) -> None:
        mark_done(session, BOT, 1, now=NOON)
        _a_reply(session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.run(unit)
    assert _states(database) == {1: InboxState.NEW}
    assert database.run(lambda s: s.exec(select(OutboxRow.id)).all()) == []


def test_an_update_that_fails_too_often_is_set_aside_and_its_lane_goes_on(
    database: Database,
) -> None:
    _keep(database, 1, 2)

    def fail(incident: str) -> tuple[bool, int | None]:
        def unit(session: Session) -> tuple[bool, int | None]:
            is_dead = mark_failed(
                session, BOT, 1, incident=incident, error="Oops", tries=TRIES, now=NOON
            )
            session.flush()
            return is_dead, _next_id(session)

        return database.run(unit)

    assert [fail("a1"), fail("b2"), fail("c3")] == [(False, 1), (False, 1), (True, 2)]
    assert fail("d4") == (False, 2)
    row = database.run(lambda s: s.get_one(InboxRow, (BOT, 1)).model_dump())
    assert (row["attempts"], row["incident"], row["done_at"]) == (TRIES, "c3", NOON)
    assert database.run(lambda s: mark_done(s, BOT, 1, now=NOON)) is False


def test_an_update_that_is_not_there_cannot_fail(database: Database) -> None:
    def fail(session: Session) -> bool:
        return mark_failed(session, BOT, 1, incident="a1", error="Oops", tries=1, now=NOON)

    assert database.run(fail) is False


def test_only_what_was_handled_long_ago_is_forgotten(database: Database) -> None:
    _keep(database, 1, 2, 3, 4)

    def handle(session: Session) -> None:
        mark_done(session, BOT, 1, now=NOON - A_SECOND)
        mark_done(session, BOT, 2, now=NOON)
        mark_failed(session, BOT, 3, incident="a1", error="Oops", tries=1, now=NOON - A_SECOND)

    database.run(handle)
    assert database.run(lambda s: forget_updates(s, before=NOON)) == 2
    assert _states(database) == {2: InboxState.DONE, 4: InboxState.NEW}


def _a_reply(session: Session) -> None:
    Work(session, Desk(BOT, "a_bot", 1, ZONE, "en"), NOON).send(ADA, Message("saved"))
