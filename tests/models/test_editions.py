"""Loading a plan: once, again, amended; and what the office knows about its units."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session, col, func, select

from models.cycles import Cycle, Entry, Report
from models.database import Database
from models.editions import (
    Assignment,
    Indicator,
    Measure,
    Plan,
    PlanEdition,
    TaskForce,
    edition_document,
    unassigned_mentions,
)
from models.loading import compare_edition
from models.offices import Unit, UnitGroup, UnitGroupMember, the_office, unit_named, units_of
from models.tables import METADATA
from tests.factories import OFFICE
from tests.models.samples import (
    ALL_UNITS,
    BUILD_PATHS,
    CARE,
    OPENS,
    PARKS,
    ROADS,
    TITLE,
    WATER,
    Month,
    a_document,
    a_month,
    assigned,
    load,
    opened,
    the_measures,
    the_register,
)
from vocabulary.change import Change, EditionChange
from vocabulary.plan import AssignedMeasure, AssignedUnit, PlanDocument, UnitRegister
from vocabulary.terms import Role


def _office_id(session: Session) -> int:
    return the_office(session, OFFICE).id


def _counts(session: Session) -> dict[str, int]:
    return {
        table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
        for table in METADATA.sorted_tables
    }


def _amended() -> tuple[AssignedMeasure, ...]:
    """Measure 1 reads otherwise, 2 has gone, 4 is given to a new unit too, 5 is new."""
    first, _, third, fourth = the_measures()
    return (
        assigned("1", *first.units, text="Do it better.", section=BUILD_PATHS),
        third,
        replace(fourth, units=(*fourth.units, AssignedUnit("Lights", Role.COOPERATING))),
        assigned("5", (PARKS, Role.LEAD), section=CARE),
    )


def test_loading_the_same_plan_twice_changes_nothing(database: Database) -> None:
    def load_again(session: Session) -> tuple[dict[str, int], int]:
        edition = load(session, _office_id(session))
        session.flush()
        return _counts(session), edition.id

    assert database.run(load_again) == database.run(load_again)


def test_a_document_is_kept_as_it_was_read_with_its_doubts(database: Database) -> None:
    database.run(lambda s: load(s, _office_id(s)))
    kept = database.run(lambda s: edition_document(s.exec(select(PlanEdition)).one()))
    assert kept == a_document(the_measures())


def test_measures_keep_their_place_in_the_plan(database: Database) -> None:
    def read(session: Session) -> list[tuple[str, str | None]]:
        load(session, _office_id(session))
        return list(
            session.exec(
                select(Measure.number, TaskForce.name)
                .join(TaskForce, col(TaskForce.id) == Measure.task_force_id, isouter=True)
                .order_by(col(Measure.position))
            )
        )

    assert database.run(read) == [("1", "Paths force"), ("2", None), ("3", None), ("4", None)]


def test_indicators_belong_to_their_measure_or_to_the_whole_plan(database: Database) -> None:
    def read(session: Session) -> dict[str, str | None]:
        load(session, _office_id(session))
        rows = session.exec(
            select(Indicator.name, Measure.number).join(
                Measure, col(Measure.id) == Indicator.measure_id, isouter=True
            )
        )
        return dict(rows.all())

    assert database.run(read) == {"km of road": "1", "km of pipe": "1", "km in all": None}


def test_an_amended_plan_is_a_new_edition(database: Database, month: Month) -> None:
    def amend(session: Session) -> tuple[int, list[str]]:
        edition = load(session, month.office_id, _amended())
        numbers = session.exec(select(Measure.number).where(Measure.edition_id == edition.id))
        return edition.number, sorted(numbers)

    assert database.run(amend) == (2, ["1", "3", "4", "5"])


def test_a_cycle_keeps_the_edition_it_was_opened_with(database: Database, month: Month) -> None:
    def amend(session: Session) -> tuple[set[str], set[str]]:
        load(session, month.office_id, _amended())
        later = opened(session, month.plan_id, month.cycle(session).period.shifted(1))
        assert later is not None
        return _numbers_asked(session, month.cycle(session)), _numbers_asked(session, later)

    assert database.run(amend) == ({"1", "2", "3", "4"}, {"1", "3", "4", "5"})


def _numbers_asked(session: Session, cycle: Cycle) -> set[str]:
    return set(
        session.exec(
            select(Measure.number)
            .join(Assignment, col(Assignment.measure_id) == Measure.id)
            .join(Entry, col(Entry.assignment_id) == Assignment.id)
            .join(Report, col(Report.id) == Entry.report_id)
            .where(Report.cycle_id == cycle.id)
        )
    )


def test_an_edition_can_be_taken_back_to_what_it_was_before(
    database: Database, month: Month
) -> None:
    def there_and_back(session: Session) -> list[int]:
        load(session, month.office_id, _amended())
        load(session, month.office_id)
        return sorted(session.exec(select(PlanEdition.number)))

    assert database.run(there_and_back) == [1, 2, 3]


def test_a_plan_of_another_title_is_another_plan(database: Database, month: Month) -> None:
    def load_other(session: Session) -> tuple[int, int]:
        edition = load(session, month.office_id, title="Another plan")
        return edition.number, len(list(session.exec(select(Plan))))

    assert database.run(load_other) == (1, 2)


def _compared(
    session: Session,
    measures: Sequence[AssignedMeasure],
    register: UnitRegister | None = None,
    document: PlanDocument | None = None,
) -> EditionChange:
    return compare_edition(
        session,
        _office_id(session),
        document or a_document(measures),
        measures,
        register or the_register(),
    )


def test_a_new_plan_is_compared_with_nothing(database: Database) -> None:
    change = database.run(lambda s: _compared(s, the_measures()))
    assert (change.is_new, change.same_edition, change.number) == (True, False, 1)
    assert [added.measure for added in change.edition] == ["1", "2", "3", "4"]
    new = [c.facts["unit"] for c in change.office if c.text_key == "change-unit-new"]
    assert new == [WATER, ROADS, PARKS]


def test_comparing_says_what_loading_would_change_and_writes_nothing(
    database: Database, month: Month
) -> None:
    def compare(session: Session) -> EditionChange:
        before = _counts(session)
        change = _compared(session, _amended())
        assert _counts(session) == before
        return change

    change = database.run(compare)
    assert (change.plan_title, change.is_new, change.number) == (TITLE, False, 2)
    assert [(c.text_key, c.measure) for c in change.edition] == [
        ("change-field", "1"),
        ("change-field", "1"),
        ("change-indicator-removed", "1"),
        ("change-indicator-removed", "1"),
        ("change-unit-added", "4"),
        ("change-measure-added", "5"),
        ("change-measure-removed", "2"),
    ]
    assert change.office == (Change("change-unit-new", {"unit": "Lights"}),)


def test_the_same_plan_compares_as_unchanged(database: Database, month: Month) -> None:
    change = database.run(lambda s: _compared(s, the_measures()))
    assert (change.edition, change.office) == ((), ())
    assert change.is_nothing


def test_where_a_measure_stands_and_what_was_doubtful_makes_no_new_edition(
    database: Database, month: Month
) -> None:
    moved = [replace(m, measure=replace(m.measure, source_line=99)) for m in the_measures()]
    document = replace(a_document(moved), doubts=())
    assert database.run(lambda s: _compared(s, moved, document=document).is_nothing)


def test_measures_that_share_a_number_are_told_apart(database: Database) -> None:
    twins = (assigned("1", (ROADS, Role.LEAD)), assigned("1", (WATER, Role.LEAD), text="Other."))
    changed = (twins[0], assigned("1", (WATER, Role.RESPONSIBLE), text="Other."))

    def compare(session: Session) -> tuple[Change, ...]:
        load(session, _office_id(session), twins)
        assert _compared(session, twins).is_nothing
        return _compared(session, changed).edition

    facts = {"unit": WATER, "before": Role.LEAD, "after": Role.RESPONSIBLE}
    assert database.run(compare) == (Change("change-role", facts, "1"),)


def test_a_clause_that_names_nobody_known_is_kept(database: Database) -> None:
    def mentions(session: Session) -> list[tuple[str, str]]:
        return unassigned_mentions(session, load(session, _office_id(session)).id)

    assert database.run(mentions) == [("3", "units concerned")]


def test_groups_are_kept_with_their_members_in_order(database: Database) -> None:
    def members(session: Session) -> list[str]:
        load(session, _office_id(session))
        return list(
            session.exec(
                select(Unit.name)
                .join(UnitGroupMember, col(UnitGroupMember.unit_id) == Unit.id)
                .join(UnitGroup, col(UnitGroup.id) == UnitGroupMember.group_id)
                .where(UnitGroup.name == ALL_UNITS)
                .order_by(col(UnitGroupMember.position))
            )
        )

    assert database.run(members) == [WATER, ROADS, PARKS]


def test_a_group_takes_over_its_new_members(database: Database) -> None:
    database.run(lambda s: load(s, _office_id(s)))
    fewer = UnitRegister(groups={ALL_UNITS: (PARKS, WATER)})

    def members(session: Session) -> list[str]:
        load(session, _office_id(session), register=fewer)
        session.flush()
        rows = select(Unit.name).join(UnitGroupMember, col(UnitGroupMember.unit_id) == Unit.id)
        return list(session.exec(rows.order_by(col(UnitGroupMember.position))))

    assert database.run(members) == [PARKS, WATER]


def test_official_names_are_taken_over_even_when_the_plan_is_the_same(database: Database) -> None:
    database.run(lambda s: load(s, _office_id(s), register=UnitRegister()))

    def names(session: Session) -> dict[str, str | None]:
        load(session, _office_id(session), register=the_register())
        return {unit.name: unit.official_name for unit in units_of(session, _office_id(session))}

    assert database.run(names) == {
        WATER: "Department of Water",
        ROADS: "Department of Roads",
        PARKS: None,
    }


def test_a_unit_is_found_by_either_of_its_names(database: Database) -> None:
    def find(session: Session) -> None:
        office_id = a_month(session).office_id
        by_name = unit_named(session, office_id, ROADS)
        assert by_name is not None
        assert unit_named(session, office_id, "Department of Roads") is by_name
        assert unit_named(session, office_id + 1, ROADS) is None
        assert unit_named(session, office_id, "Nobody") is None

    database.run(find)


def test_a_mail_address_that_changed_must_be_confirmed_again(database: Database) -> None:
    def confirmed(session: Session, *, was: str) -> bool:
        plan = session.get_one(Plan, load(session, _office_id(session)).plan_id)
        plan.mail_address, plan.mail_confirmed_at = was, OPENS
        load(session, _office_id(session))
        assert plan.mail_address == "office@town.example"
        return plan.mail_confirmed_at is not None

    assert database.run(lambda s: confirmed(s, was="office@town.example"))
    assert not database.run(lambda s: confirmed(s, was="elsewhere@town.example"))
