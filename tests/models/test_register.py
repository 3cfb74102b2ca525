"""What the office knows beside the plan: taken over by difference, and never ended unsaid."""

from dataclasses import replace

from alembic import command
from sqlmodel import Session, col, select

from dialog.steps import is_complete
from models.cycles import Revision
from models.database import Database
from models.editions import Label, Measure, MeasureLabel
from models.filing import filed_content
from models.loading import compare_edition
from models.offices import the_office, unit_named
from models.people import (
    Contact,
    contacts_held,
    end_contact,
    end_refused,
    hand_post_on,
    invite_all_meant,
    reaches_of_forces,
    reaches_of_unit,
    redeem,
)
from models.register import TaskForceMember, known_register
from models.views import ledger, working_report
from reports.draft import make_draft
from reports.draft_profile import DraftProfile
from reports.ledger import make_ledger
from tests.factories import OFFICE, ZONE
from tests.models.samples import (
    ADA,
    BORIS,
    DUE,
    JULY,
    OPENS,
    PARKS,
    ROADS,
    WATER,
    Month,
    a_document,
    a_month,
    a_person,
    answer,
    file,
    load,
    opened,
    rows_of,
    the_measures,
    the_register,
)
from tests.models.test_people import VALID
from vocabulary.change import Change
from vocabulary.errors import InvitationError
from vocabulary.plan import ForceMember, RegisteredContact, UnitRegister
from vocabulary.terms import ContactKind, ForcePost

HELEN = RegisteredContact(ROADS, ContactKind.HEAD, "Helen", "8023001", "helen@town.example")
IVAN = RegisteredContact(WATER, ContactKind.LIAISON, "Ivan", "8023002")
PAUL = ForceMember("Paths force", ForcePost.LEADER, "Paul", ROADS, "8023003")


def a_register(*contacts: RegisteredContact, **parts: object) -> UnitRegister:
    """Tells everything about Roads, Water and Parks."""
    whole = replace(the_register(), units=(ROADS, WATER, PARKS), contacts=contacts)
    return replace(whole, **parts)  # type: ignore[arg-type]


def differences(session: Session, month: Month, register: UnitRegister) -> tuple[Change, ...]:
    measures = the_measures()
    document = a_document(measures)
    return compare_edition(session, month.office_id, document, measures, register).office


def keep(session: Session, month: Month, register: UnitRegister) -> list[str]:
    """Loads it, and gives the differences that were told before; after it there are none."""
    told = differences(session, month, register)
    load(session, month.office_id, register=register)
    assert differences(session, month, register) == ()
    return [change.text_key for change in told]


def the_contacts(session: Session, month: Month, unit: str) -> list[tuple[str, str, str, bool]]:
    return [
        (reach.kind, reach.name, reach.phone, reach.chat_id is not None)
        for reach in reaches_of_unit(session, month.unit(session, unit).id)
    ]


def test_contacts_are_kept_with_name_phone_and_kind_before_they_come(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        assert keep(session, month, a_register(HELEN)) == ["change-contact-added"]
        assert the_contacts(session, month, ROADS) == [
            ("liaison", "Ada", "8023456", True),
            ("head", "Helen", "8023001", False),
        ]
        assert HELEN in known_register(session, month.office_id).contacts

    database.run(look)


def test_what_is_wrong_about_a_contact_is_corrected_and_the_contact_stays(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(HELEN, IVAN))
        before = {c.name: c.id for c in session.exec(select(Contact))}
        moved = replace(HELEN, phone="8023999", mail="")
        renamed = replace(IVAN, name="Iwan")
        told = differences(session, month, a_register(moved, renamed))
        assert [(c.facts["field"], c.facts["before"], c.facts["after"]) for c in told] == [
            ("phone", "8023001", "8023999"),
            ("mail", "helen@town.example", ""),
            ("person", "Ivan", "Iwan"),
        ]
        keep(session, month, a_register(moved, renamed))
        after = {c.name: c.id for c in session.exec(select(Contact))}
        assert after["Helen"] == before["Helen"]
        assert after["Iwan"] == before["Ivan"]

    database.run(look)


def test_who_is_no_longer_in_the_registry_is_none_any_more(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(HELEN, IVAN))
        assert keep(session, month, a_register(IVAN)) == ["change-contact-ended"]
        assert [kind for kind, *_ in the_contacts(session, month, ROADS)] == ["liaison"]

    database.run(look)


def test_that_a_leader_signs_is_told_before_it_is_loaded_and_a_unit_unsaid_stays_as_it_is(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        told = differences(session, month, a_register(signed={ROADS: True, WATER: False}))
        assert [(c.text_key, *c.facts.values()) for c in told] == [
            ("change-signed", ROADS, False, True)
        ]
        assert keep(session, month, a_register(signed={ROADS: True})) == ["change-signed"]
        assert keep(session, month, a_register()) == []
        known = known_register(session, month.office_id).signed
        assert {unit for unit, so in known.items() if so} == {ROADS}
        assert keep(session, month, a_register(signed={ROADS: False})) == ["change-signed"]

    database.run(look)


def test_a_registry_does_not_end_who_came_by_a_link_that_meant_nobody(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        assert keep(session, month, a_register()) == []
        assert len(contacts_held(session, a_person(session, ADA).id)) == 1

    database.run(look)


def test_that_somebody_who_has_joined_would_be_ended_is_said(
    database: Database, month: Month
) -> None:
    ada = RegisteredContact(ROADS, ContactKind.LIAISON, "Ada", "8023777")

    def look(session: Session) -> None:
        assert keep(session, month, a_register(ada)) == ["change-contact"]
        assert keep(session, month, a_register()) == ["change-contact-ended-joined"]
        assert contacts_held(session, a_person(session, ADA).id) == []

    database.run(look)


def test_of_units_that_a_registry_does_not_list_it_tells_nothing(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        aliases = {"Streets": ROADS, "Pipes": WATER}
        keep(session, month, a_register(HELEN, IVAN, aliases=aliases))
        only_water = a_register(units=(WATER,))
        assert keep(session, month, only_water) == [
            "change-alias-removed",
            "change-contact-ended",
        ]
        assert unit_named(session, month.office_id, "Streets") is not None
        assert unit_named(session, month.office_id, "Pipes") is None
        assert keep(session, month, the_register()) == []
        assert HELEN in known_register(session, month.office_id).contacts

    database.run(look)


def test_a_unit_is_found_by_its_alias_too(database: Database, month: Month) -> None:
    def look(session: Session) -> None:
        assert keep(session, month, a_register(aliases={"Streets": ROADS})) == [
            "change-alias-added"
        ]
        found = unit_named(session, month.office_id, "Streets")
        assert found is not None
        assert found.name == ROADS
        moved = a_register(aliases={"Streets": WATER})
        assert keep(session, month, moved) == ["change-alias-added"]
        found = unit_named(session, month.office_id, "Streets")
        assert found is not None
        assert found.name == WATER

    database.run(look)


def test_a_unit_with_people_is_kept_though_it_owes_nothing(
    database: Database, month: Month
) -> None:
    lights = RegisteredContact("Lights", ContactKind.HEAD, "Leo")

    def look(session: Session) -> None:
        register = a_register(lights, units=("Lights",))
        assert keep(session, month, register) == ["change-unit-new", "change-contact-added"]
        assert the_contacts(session, month, "Lights") == [("head", "Leo", "", False)]

    database.run(look)


def test_members_of_task_forces_are_taken_over_by_difference(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        force = ("Paths force",)
        anna = ForceMember("Paths force", ForcePost.MEMBER, "Anna")
        with_both = a_register(forces=force, force_members=(PAUL, anna))
        assert keep(session, month, with_both) == ["change-force-member-added"] * 2
        moved = replace(PAUL, phone="8023888")
        fewer = a_register(forces=force, force_members=(moved,))
        assert keep(session, month, fewer) == [
            "change-force-member",
            "change-force-member-removed",
        ]
        assert known_register(session, month.office_id).force_members == (moved,)
        assert keep(session, month, a_register()) == []
        assert len(session.exec(select(TaskForceMember)).all()) == 1

    database.run(look)


# ── task forces ────────────────────────────────────────────────────────────────────────────────

FORCE = "Paths force"
NORA = ForceMember(FORCE, ForcePost.LIAISON, "Nora", WATER, "8023004", "nora@town.example")
MIA = ForceMember(FORCE, ForcePost.MEMBER, "Mia")


def a_force(*members: ForceMember) -> UnitRegister:
    """Tells everything about the paths."""
    return a_register(forces=(FORCE,), force_members=members)


def the_force(session: Session, month: Month) -> list[tuple[str, str, str, bool]]:
    team = reaches_of_forces(session, month.office_id).get(FORCE, [])
    return [(one.kind, one.name, one.phone, one.chat_id is not None) for one in team]


def _joins(session: Session, month: Month, kind: ContactKind, user_id: int = 77) -> str:
    """Somebody opens the first link for the task force; gives the name that they are known by."""
    (_, token), *_ = invite_all_meant(
        session,
        month.office_id,
        None,
        kind,
        invited_by="Olga",
        valid=VALID,
        now=OPENS,
        task_force=FORCE,
    )
    return redeem(session, a_person(session, user_id, "X"), token, now=OPENS).name


def test_leaders_and_liaisons_of_a_task_force_are_its_contacts_and_mere_members_are_not(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        assert keep(session, month, a_force(PAUL, NORA, MIA)) == ["change-force-member-added"] * 3
        assert the_force(session, month) == [
            ("task_force_leader", "Paul", "8023003", False),
            ("task_force", "Nora", "8023004", False),
        ]
        register = known_register(session, month.office_id)
        assert {one.name for one in register.contacts} == {"Ada", "Boris", "Clara"}
        assert register.force_members == (PAUL, NORA, MIA)
        assert the_contacts(session, month, WATER) == [("liaison", "Boris", "8023456", True)]

    database.run(look)


def test_who_joins_a_task_force_stays_through_corrections_and_another_edition(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_force(PAUL, NORA))
        assert _joins(session, month, ContactKind.TASK_FORCE) == "Nora"
        moved = replace(NORA, phone="8023999")
        assert keep(session, month, a_force(PAUL, moved)) == ["change-force-member"]
        keep(session, month, a_force(PAUL, replace(moved, name="Eleonora")))
        assert the_force(session, month)[1] == ("task_force", "Eleonora", "8023999", True)
        load(session, month.office_id, the_measures()[:2], register=the_register())
        assert the_force(session, month)[1] == ("task_force", "Eleonora", "8023999", True)

    database.run(look)


def test_who_is_in_the_task_force_no_more_is_its_contact_no_more(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_force(PAUL, NORA))
        _joins(session, month, ContactKind.TASK_FORCE)
        assert sorted(keep(session, month, a_force())) == [
            "change-contact-ended-joined",
            "change-force-member-removed",
            "change-force-member-removed",
        ]
        assert the_force(session, month) == []
        assert contacts_held(session, a_person(session, 77).id) == []

    database.run(look)


def test_of_a_task_force_that_a_registry_does_not_list_it_tells_nothing(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_force(PAUL, NORA))
        before = the_force(session, month)
        assert keep(session, month, a_register()) == []
        assert the_force(session, month) == before

    database.run(look)


def test_who_is_of_two_task_forces_is_a_contact_of_each(database: Database, month: Month) -> None:
    other = replace(NORA, force="Lights force")

    def look(session: Session) -> None:
        keep(session, month, a_register(forces=(FORCE, other.force), force_members=(NORA, other)))
        assert _joins(session, month, ContactKind.TASK_FORCE) == "Nora"
        teams = reaches_of_forces(session, month.office_id)
        assert {force: team[0].chat_id for force, team in teams.items()} == {
            FORCE: 77,
            other.force: None,
        }

    database.run(look)


def test_wrong_person_refused_leaves_the_right_one_of_the_task_force_to_be_invited(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_force(NORA))
        _joins(session, month, ContactKind.TASK_FORCE)
        (joined,) = contacts_held(session, a_person(session, 77).id)
        end_refused(session, joined.id, now=OPENS)
        session.flush()
        assert the_force(session, month) == [("task_force", "Nora", "8023004", False)]
        assert differences(session, month, a_force(NORA)) == ()
        assert _joins(session, month, ContactKind.TASK_FORCE, user_id=78) == "Nora"

    database.run(look)


def test_people_of_task_forces_that_a_registry_had_named_before_are_contacts_after_the_upgrade(
    database: Database,
) -> None:
    month = database.run(a_month)
    members = a_force(PAUL, NORA, MIA)
    database.run(lambda session: keep(session, month, members))
    with database.migration() as config:
        command.downgrade(config, "0026")
    database.upgrade()

    def look(session: Session) -> None:
        assert [name for _, name, *_ in the_force(session, month)] == ["Paul", "Nora"]
        assert differences(session, month, members) == ()

    database.run(look)


def test_labels_of_measures_are_kept(database: Database) -> None:
    def look(session: Session) -> list[tuple[str, str | None]]:
        first, *others = the_measures()
        labelled = replace(first, measure=replace(first.measure, labels=("Drive", "Other")))
        load(session, the_office(session, OFFICE).id, (labelled, *others))
        rows = (
            select(Label.name, Measure.number)
            .join(MeasureLabel, col(MeasureLabel.label_id) == Label.id)
            .join(Measure, col(Measure.id) == MeasureLabel.measure_id)
            .order_by(col(Label.position))
        )
        return list(session.exec(rows).all())

    assert database.run(look) == [("Drive", "1"), ("Other", "1")]


# ── invitations ────────────────────────────────────────────────────────────────────────────────


def _links(session: Session, month: Month, unit: str, kind: ContactKind) -> list[tuple[str, str]]:
    return invite_all_meant(
        session,
        month.office_id,
        month.unit(session, unit).id,
        kind,
        invited_by="Olga",
        valid=VALID,
        now=OPENS,
    )


def test_a_link_for_somebody_written_down_makes_them_that_contact(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(HELEN))
        ((name, token),) = _links(session, month, ROADS, ContactKind.HEAD)
        assert name == "Helen"
        joined = redeem(session, a_person(session, 77, "H."), token, now=OPENS)
        assert (joined.name, joined.phone, joined.mail) == (HELEN.name, HELEN.phone, HELEN.mail)
        assert the_contacts(session, month, ROADS)[1:] == [("head", "Helen", "8023001", True)]
        ((name, _),) = _links(session, month, ROADS, ContactKind.HEAD)
        assert name == ""

    database.run(look)


def test_everybody_who_is_written_down_gets_a_link_of_their_own(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        second = replace(HELEN, name="Hans", phone="")
        keep(session, month, a_register(HELEN, second))
        links = _links(session, month, ROADS, ContactKind.HEAD)
        assert [name for name, _ in links] == ["Helen", "Hans"]
        hans = redeem(session, a_person(session, 78, "x"), links[1][1], now=OPENS)
        assert hans.name == "Hans"

    database.run(look)


def test_of_two_who_come_for_one_contact_the_second_is_a_contact_of_their_own(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(HELEN))
        ((_, first),) = _links(session, month, ROADS, ContactKind.HEAD)
        ((_, second),) = _links(session, month, ROADS, ContactKind.HEAD)
        assert redeem(session, a_person(session, 77, "H."), first, now=OPENS).name == "Helen"
        assert redeem(session, a_person(session, 78, "Eve"), second, now=OPENS).name == "Eve"

    database.run(look)


def test_who_had_come_before_they_were_written_down_stays_one_contact(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(IVAN))
        ((_, token),) = _links(session, month, WATER, ContactKind.LIAISON)
        joined = redeem(session, a_person(session, BORIS, "Boris"), token, now=OPENS)
        assert joined.phone == IVAN.phone
        assert the_contacts(session, month, WATER) == [("liaison", "Ivan", "8023002", True)]
        assert differences(session, month, a_register(IVAN)) == ()

    database.run(look)


def test_a_link_for_somebody_who_was_taken_away_opens_nothing(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> bool:
        keep(session, month, a_register(HELEN))
        ((_, token),) = _links(session, month, ROADS, ContactKind.HEAD)
        keep(session, month, a_register())
        try:
            redeem(session, a_person(session, 77, "H."), token, now=OPENS)
        except InvitationError:
            return True
        return False

    assert database.run(look)


def test_when_a_wrong_person_is_refused_the_right_one_can_be_invited_again(
    database: Database, month: Month
) -> None:
    def look(session: Session) -> None:
        keep(session, month, a_register(HELEN))
        ((_, token),) = _links(session, month, ROADS, ContactKind.HEAD)
        joined = redeem(session, a_person(session, 77, "Eve"), token, now=OPENS)
        assert end_refused(session, joined.id, now=OPENS) is joined
        session.flush()
        assert contacts_held(session, a_person(session, 77, "Eve").id) == []
        assert [name for name, _ in _links(session, month, ROADS, ContactKind.HEAD)] == ["Helen"]
        assert differences(session, month, a_register(HELEN)) == ()

    database.run(look)


# ── months that have passed ────────────────────────────────────────────────────────────────────


def test_an_amendment_in_august_leaves_july_as_it_was(database: Database, month: Month) -> None:
    def july(session: Session) -> tuple[object, ...]:
        """The report as it is written and as it was filed, the draft and the ledger."""
        report = month.report(session, ROADS)
        filed = filed_content(session.exec(select(Revision)).one())
        state = ledger(session, month.cycle(session), ZONE, now=DUE, is_complete=is_complete)
        return (
            working_report(session, rows_of(session, report), ZONE),
            filed,
            make_draft(filed, DraftProfile(addressee="Office")),
            state,
            make_ledger(state, "en"),
        )

    def amend(session: Session) -> None:
        report = month.report(session, ROADS)
        answer(session, report, now=OPENS)
        file(session, report, now=OPENS)
        before = july(session)
        first, *others = the_measures()[1:]
        changed = replace(first, measure=replace(first.measure, text="Other.", title="Other"))
        load(session, month.office_id, (changed, *others), register=the_register())
        later = opened(session, month.plan_id, JULY.shifted(1))
        assert later is not None
        assert later.edition_id != month.cycle(session).edition_id
        assert july(session) == before
        august = rows_of(session, month.report(session, ROADS, later.id))
        shown = [
            (entry.measure.number, entry.measure.title)
            for entry in working_report(session, august, ZONE).entries
        ]
        assert shown == [("2", "Other"), ("4", "Measure 4")]

    database.run(amend)


def test_contacts_of_before_the_registry_stay_and_are_nobodys_but_their_own(
    database: Database,
) -> None:
    database.run(a_month)
    with database.migration() as config:
        command.downgrade(config, "0006")
    database.upgrade()
    contacts = database.run(
        lambda s: [(c.name, c.mail, c.registered) for c in s.exec(select(Contact).order_by("id"))]
    )
    assert contacts == [(name, "", False) for name in ("Ada", "Boris", "Clara", "Olga")]


def test_old_registry_does_not_put_back_whose_post_has_passed_on_and_tells_the_new_name(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        load(session, month.office_id, register=a_register(IVAN))
        ivan = session.exec(select(Contact).where(Contact.name == "Ivan")).one()
        token = hand_post_on(session, ivan, invited_by="Ivan", valid=VALID, now=OPENS)
        nina = redeem(session, a_person(session, 6_000_000_001, "Nina"), token, now=OPENS)
        session.flush()
        offered = [(c.unit, c.name) for c in known_register(session, month.office_id).contacts]
        assert (WATER, "Nina") in offered
        assert (WATER, "Ivan") not in offered
        (told,) = differences(session, month, a_register(IVAN))
        assert told.text_key == "change-contact-succeeded"
        assert told.facts["successor"] == "Nina"
        load(session, month.office_id, register=a_register(IVAN))
        assert nina.ended_at is None
        assert [name for _, name, *_ in the_contacts(session, month, WATER)] == ["Boris", "Nina"]

    database.run(unit)


def test_who_held_a_post_can_be_written_down_again_once_the_successor_has_left(
    database: Database, month: Month
) -> None:
    def unit(session: Session) -> None:
        load(session, month.office_id, register=a_register(IVAN))
        ivan = session.exec(select(Contact).where(Contact.name == "Ivan")).one()
        token = hand_post_on(session, ivan, invited_by="Ivan", valid=VALID, now=OPENS)
        nina = redeem(session, a_person(session, 6_000_000_001, "Nina"), token, now=OPENS)
        end_contact(session, nina.id, now=OPENS)
        session.flush()
        assert keep(session, month, a_register(IVAN)) == ["change-contact-added"]

    database.run(unit)
