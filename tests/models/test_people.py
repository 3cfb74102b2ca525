"""Who somebody is to which unit, and the links that make them so."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from models.database import Database
from models.offices import the_office
from models.people import (
    WRONG_LINKS_AN_HOUR,
    Contact,
    Invitation,
    Person,
    contacts_held,
    coordinators,
    end_contact,
    invite,
    make_coordinator,
    mark_unreachable,
    met,
    reaches_of_unit,
    redeem,
    unit_of,
    writers_reached,
)
from tests.models.samples import (
    ADA,
    BOT,
    OLGA,
    OPENS,
    ROADS,
    WATER,
    Month,
    a_contact,
    a_person,
)
from tests.models.together import at_once
from vocabulary.errors import InvitationError
from vocabulary.terms import ContactKind

DORA, EVE = 5_000_000_004, 5_000_000_005
VALID = timedelta(hours=72)
ONE_MICROSECOND = timedelta(microseconds=1)


def _a_link(
    session: Session, month: Month, unit: str | None = ROADS, kind: ContactKind = ContactKind.DEPUTY
) -> str:
    return invite(
        session,
        month.office_id,
        month.unit(session, unit).id if unit else None,
        kind,
        invited_by="Olga",
        valid=VALID,
        now=OPENS,
    )


def _is_refused(session: Session, person: Person, token: str, after: timedelta) -> bool:
    try:
        redeem(session, person, token, now=OPENS + after)
    except InvitationError:
        return True
    return False


def test_a_person_is_known_by_the_numeric_id_and_never_by_the_name(database: Database) -> None:
    def meet(session: Session) -> tuple[bool, str]:
        first = a_person(session, ADA, "Ada")
        again = a_person(session, ADA, "Ada L.")
        other = a_person(session, ADA + 1, "Ada")
        return first is again and other is not first, first.name

    assert database.run(meet) == (True, "Ada L.")


def test_the_same_account_with_another_bot_is_another_person(database: Database) -> None:
    def meet(session: Session) -> bool:
        other = met(session, BOT + 1, ADA, name="Ada", language="en", now=OPENS)
        return a_person(session, ADA) is not other

    assert database.run(meet)


def test_whoever_writes_can_be_reached_again(database: Database, month: Month) -> None:
    def reachable(session: Session) -> bool:
        (reach,) = reaches_of_unit(session, month.unit(session, ROADS).id)
        assert reach.chat_id == ADA
        return reach.reachable

    def block(session: Session) -> None:
        mark_unreachable(session, BOT, ADA, reason="blocked", now=OPENS)

    database.run(block)
    assert not database.run(reachable)
    database.run(a_person)
    assert database.run(reachable)


def test_the_first_reason_for_being_unreachable_is_kept_and_told_once(database: Database) -> None:
    def block_twice(session: Session) -> tuple[object, str]:
        a_person(session)
        person = mark_unreachable(session, BOT, ADA, reason="blocked", now=OPENS)
        assert person is not None
        assert mark_unreachable(session, BOT, ADA, reason="gone", now=OPENS + VALID) is None
        assert mark_unreachable(session, BOT, EVE, reason="blocked", now=OPENS) is None
        return person.unreachable_since, person.unreachable_reason

    assert database.run(block_twice) == (OPENS, "blocked")


def test_a_contact_without_telegram_is_told_as_unreachable(
    database: Database, month: Month
) -> None:
    def reach(session: Session) -> tuple[ContactKind, str, int | None, bool]:
        a_contact(session, month, None, ROADS, ContactKind.HEAD)
        found = reaches_of_unit(session, month.unit(session, ROADS).id)[-1]
        return found.kind, found.name, found.chat_id, found.reachable

    assert database.run(reach) == (ContactKind.HEAD, "somebody", None, False)


def test_who_writes_for_a_unit_and_can_be_written_to(database: Database, month: Month) -> None:
    """Its liaison and its deputy: no leader, nobody without Telegram or out of reach or gone."""

    def reached(session: Session) -> list[tuple[str, int]]:
        unit_id = month.unit(session, ROADS).id
        return [(reach.name, reach.chat_id) for reach in writers_reached(session, unit_id)]

    def others_come(session: Session) -> None:
        for user_id, kind in (
            (DORA, ContactKind.DEPUTY),
            (EVE, ContactKind.HEAD),
            (None, ContactKind.LIAISON),
        ):
            person = a_person(session, user_id) if user_id else None
            a_contact(session, month, person, ROADS, kind)

    def some_go(session: Session) -> None:
        mark_unreachable(session, BOT, ADA, reason="blocked", now=OPENS)
        (dora,) = contacts_held(session, a_person(session, DORA).id)
        end_contact(session, dora.id, now=OPENS)

    database.run(others_come)
    assert [chat_id for _, chat_id in database.run(reached)] == [ADA, DORA]
    database.run(some_go)
    assert database.run(reached) == []


def test_a_link_binds_the_person_to_its_unit_and_kind(database: Database, month: Month) -> None:
    def use(session: Session) -> None:
        dora = a_person(session, DORA, "Dora")
        contact = redeem(session, dora, _a_link(session, month), now=OPENS)
        unit = unit_of(session, contact)
        assert unit is not None
        assert (unit.name, contact.kind, contact.name) == (ROADS, ContactKind.DEPUTY, "Dora")
        assert [held.id for held in contacts_held(session, dora.id)] == [contact.id]
        assert session.exec(select(Invitation.contact_id)).one() == contact.id

    database.run(use)


def test_a_link_is_stored_hashed_and_fits_a_start_link(database: Database, month: Month) -> None:
    token = database.run(lambda s: _a_link(s, month))
    stored = database.run(
        lambda s: str(s.connection().execute(text("SELECT * FROM invitation")).all())
    )
    assert token not in stored
    assert len(token) <= 64
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


@pytest.mark.parametrize(
    ("after", "is_refused"),
    [(timedelta(), False), (VALID - ONE_MICROSECOND, False), (VALID, True), (VALID * 2, True)],
)
def test_a_link_expires(
    database: Database, month: Month, after: timedelta, is_refused: bool
) -> None:
    def use(session: Session) -> bool:
        return _is_refused(session, a_person(session, DORA), _a_link(session, month), after)

    assert database.run(use) is is_refused


def test_a_link_is_good_once_even_for_the_same_person(database: Database, month: Month) -> None:
    def use(session: Session) -> tuple[bool, bool, bool]:
        token = _a_link(session, month)
        dora = a_person(session, DORA)
        return (
            _is_refused(session, dora, token, timedelta()),
            _is_refused(session, dora, token, timedelta()),
            _is_refused(session, a_person(session, EVE), token, timedelta()),
        )

    assert database.run(use) == (False, True, True)


def test_wrong_used_and_expired_links_are_refused_alike(database: Database, month: Month) -> None:
    def complaints(session: Session) -> list[tuple[str, dict[str, str | int]]]:
        used, expired = _a_link(session, month), _a_link(session, month)
        redeem(session, a_person(session, DORA), used, now=OPENS)
        found = []
        for token, after in ((used, timedelta()), (expired, VALID), ("wrong", timedelta())):
            with pytest.raises(InvitationError) as refused:
                redeem(session, a_person(session, EVE), token, now=OPENS + after)
            found.append((str(refused.value), refused.value.facts))
        return found

    first, second, third = database.run(complaints)
    assert first == second == third


def test_of_two_people_with_one_link_at_once_one_wins(database: Database, month: Month) -> None:
    token = database.run(lambda s: _a_link(s, month))
    database.run(lambda s: [a_person(s, user_id).id for user_id in (DORA, EVE)])

    def use(user_id: int) -> bool:
        def unit(session: Session) -> bool:
            return _is_refused(session, a_person(session, user_id), token, timedelta())

        return database.run(unit)

    assert sorted(at_once(lambda: use(DORA), lambda: use(EVE))) == [False, True]
    deputies = select(Contact).where(Contact.kind == ContactKind.DEPUTY)
    assert len(database.run(lambda s: [c.id for c in s.exec(deputies)])) == 1


def test_after_too_many_wrong_links_even_a_right_one_is_refused_for_an_hour(
    database: Database, month: Month
) -> None:
    def guess(session: Session) -> None:
        token = _a_link(session, month)
        eve = a_person(session, EVE)
        for _ in range(WRONG_LINKS_AN_HOUR):
            assert _is_refused(session, eve, "wrong", timedelta())
        assert _is_refused(session, eve, token, timedelta(minutes=59))
        assert not _is_refused(session, eve, token, timedelta(hours=1))

    database.run(guess)


def test_one_guesser_does_not_shut_others_out(database: Database, month: Month) -> None:
    def guess(session: Session) -> bool:
        for _ in range(WRONG_LINKS_AN_HOUR):
            _is_refused(session, a_person(session, EVE), "wrong", timedelta())
        return _is_refused(session, a_person(session, DORA), _a_link(session, month), timedelta())

    assert database.run(guess) is False


def test_a_second_link_for_what_somebody_is_already_adds_nothing(
    database: Database, month: Month
) -> None:
    def use_two(session: Session) -> bool:
        dora = a_person(session, DORA)
        first = redeem(session, dora, _a_link(session, month), now=OPENS)
        return redeem(session, dora, _a_link(session, month), now=OPENS) is first

    assert database.run(use_two)


def test_somebody_may_be_several_things_in_several_units(database: Database, month: Month) -> None:
    def use_three(session: Session) -> list[tuple[str | None, ContactKind]]:
        ada = a_person(session)
        redeem(session, ada, _a_link(session, month, WATER), now=OPENS)
        redeem(session, ada, _a_link(session, month, ROADS), now=OPENS)
        held = []
        for contact in contacts_held(session, ada.id):
            unit = unit_of(session, contact)
            held.append((unit.name if unit else None, contact.kind))
        return held

    assert database.run(use_three) == [
        (ROADS, ContactKind.LIAISON),
        (WATER, ContactKind.DEPUTY),
        (ROADS, ContactKind.DEPUTY),
    ]


def test_a_coordinator_of_one_office_can_become_one_of_another(
    database: Database, month: Month
) -> None:
    def use(session: Session) -> list[int]:
        other_id = the_office(session, "another office").id
        token = invite(
            session,
            other_id,
            None,
            ContactKind.COORDINATOR,
            invited_by="",
            valid=VALID,
            now=OPENS,
        )
        redeem(session, a_person(session, OLGA, "Olga"), token, now=OPENS)
        return [reach.chat_id or 0 for reach in coordinators(session, other_id)]

    assert database.run(use) == [OLGA]


def test_a_coordinator_is_made_once(database: Database, month: Month) -> None:
    def make(session: Session) -> tuple[bool, bool, list[int | None]]:
        olga, dora = a_person(session, OLGA, "Olga"), a_person(session, DORA, "Dora")
        again = make_coordinator(session, month.office_id, olga, now=OPENS)
        new = make_coordinator(session, month.office_id, dora, now=OPENS)
        chats = [reach.chat_id for reach in coordinators(session, month.office_id)]
        return again is None, new is not None, chats

    assert database.run(make) == (True, True, [OLGA, DORA])


def test_what_somebody_was_can_be_taken_away_once(database: Database, month: Month) -> None:
    def take(session: Session) -> None:
        ada = a_person(session)
        (contact,) = contacts_held(session, ada.id)
        assert end_contact(session, contact.id, now=OPENS) is contact
        assert end_contact(session, contact.id, now=OPENS + VALID) is None
        assert end_contact(session, contact.id + 1000, now=OPENS) is None
        assert contact.ended_at == OPENS
        assert contacts_held(session, ada.id) == []
        assert reaches_of_unit(session, month.unit(session, ROADS).id) == []

    database.run(take)
