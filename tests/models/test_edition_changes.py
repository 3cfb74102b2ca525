"""What differs between two readings of a plan is named, whatever it is."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edition_changes import edition_changes
from plans.differences import difference_lines
from tests.models.samples import ROADS, WATER, a_document, an_indicator, assigned, the_measures
from texts import LANGUAGES
from vocabulary.change import Change
from vocabulary.plan import (
    AssignedMeasure,
    AssignedUnit,
    DocumentIndicator,
    DocumentMeasure,
    DocumentSection,
    DocumentText,
    Mention,
    PlanDocument,
    ReportRule,
)
from vocabulary.terms import Ask, Comparator, Direction, Role

Measures = tuple[AssignedMeasure, ...]
RULE = ReportRule(8, "quarterly", "previous_quarter", "Another office", "Room 1", "b@c.example")


def changes(measures: Measures, document: PlanDocument | None = None) -> tuple[Change, ...]:
    before = the_measures()
    return edition_changes(a_document(before), before, document or a_document(measures), measures)


def of_first(**parts: object) -> Measures:
    """The measures, with something else in the first one."""
    first, *others = the_measures()
    return (replace(first, measure=replace(first.measure, **parts)), *others)  # type: ignore[arg-type]


def with_units(*units: AssignedUnit) -> Measures:
    first, *others = the_measures()
    return (replace(first, units=units), *others)


LEAD = AssignedUnit(ROADS, Role.LEAD)
HELPS = AssignedUnit(WATER, Role.COOPERATING)


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        (of_first(title="Another"), "change-field title"),
        (of_first(text="Another"), "change-field text"),
        (of_first(section_path=("2 Care",)), "change-field path"),
        (of_first(task_force=None), "change-field force"),
        (of_first(deadline=date(2022, 9, 30)), "change-field deadline"),
        (of_first(labels=("Drive",)), "change-field labels"),
        (with_units(HELPS, replace(LEAD, role=Role.RESPONSIBLE)), "change-role"),
        (with_units(HELPS, replace(LEAD, ask=Ask.QUARTERLY)), "change-ask"),
        (with_units(HELPS, replace(LEAD, via="all units")), "change-via"),
        (with_units(HELPS), "change-unit-removed"),
        (with_units(HELPS, LEAD, AssignedUnit("Lights", Role.LEAD)), "change-unit-added"),
        (with_units(LEAD, HELPS), "change-order"),
        (tuple(reversed(the_measures())), "change-order"),
    ],
)
def test_a_measure_that_is_otherwise_is_told_by_what_is_otherwise(
    measures: Measures, told: str
) -> None:
    (change,) = changes(measures)
    assert " ".join(filter(None, (change.text_key, str(change.facts.get("field", ""))))) == told
    assert change.measure == ("" if told == "change-order" else "1")


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({"value": Decimal(301)}, "target"),
        ({"unit_of_measure": "m"}, "measured"),
        ({"comparator": Comparator.AT_MOST}, "comparator"),
        ({"direction": Direction.DOWN}, "direction"),
        ({"baseline": Decimal(100)}, "baseline"),
        ({"deadline": date(2022, 12, 31)}, "deadline"),
        ({"cumulative": True}, "cumulative"),
        ({"text": "build more"}, "text"),
    ],
)
def test_an_indicator_that_is_otherwise_is_told_by_what_is_otherwise(
    parts: dict[str, object], field: str
) -> None:
    indicators = (
        replace(an_indicator(), **parts),  # type: ignore[arg-type]
        an_indicator("km of pipe", "12.5"),
    )
    (change,) = changes(of_first(indicators=indicators))
    assert (change.text_key, change.measure) == ("change-indicator", "1")
    assert (change.facts["indicator"], change.facts["field"]) == ("km of road", field)


def changed_document(**parts: object) -> PlanDocument:
    return replace(a_document(the_measures()), **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("document", "keys"),
    [
        (changed_document(doc_number="No. 2"), ["change-item number"]),
        (changed_document(issuer=None), ["change-item issuer"]),
        (changed_document(issued_on=date(2022, 6, 1)), ["change-item date"]),
        (changed_document(addressees=("All",)), ["change-item addressees"]),
        (
            changed_document(report_rule=RULE),
            [
                f"change-item {item}"
                for item in ("due", "frequency", "period", "office", "location", "mail")
            ],
        ),
        (changed_document(labels=("Drive",)), ["change-label-added"]),
        (changed_document(indicators=()), ["change-indicator-removed"]),
        (
            changed_document(sections=(DocumentSection(("1 Build",), "Paths force"),)),
            ["change-section-force", "change-section-removed", "change-section-removed"],
        ),
    ],
)
def test_what_is_otherwise_outside_the_measures_is_told(
    document: PlanDocument, keys: list[str]
) -> None:
    found = changes(the_measures(), document)
    assert [
        " ".join(filter(None, (change.text_key, str(change.facts.get("item", "")))))
        for change in found
    ] == keys
    assert {change.measure for change in found} == {""}


def test_a_mention_that_comes_to_nobody_is_told() -> None:
    third = replace(the_measures()[2], unassigned=(Mention("each town", Role.RESPONSIBLE),))
    first, second, _, fourth = the_measures()
    assert [change.text_key for change in changes((first, second, third, fourth))] == [
        "change-unassigned-added",
        "change-unassigned-removed",
    ]


texts_of = st.text(max_size=60)
indicators_of = st.builds(
    DocumentIndicator,
    text=texts_of,
    name=st.sampled_from(["a", "b"]),
    value=st.integers(0, 9).map(Decimal),
    unit_of_measure=st.sampled_from(["km", "m"]),
    comparator=st.sampled_from(Comparator),
    cumulative=st.booleans(),
)
measures_of = st.builds(
    AssignedMeasure,
    st.builds(
        DocumentMeasure,
        number=st.sampled_from(["1", "2"]),
        title=st.none() | texts_of,
        text=texts_of,
        section_path=st.lists(st.sampled_from("AB"), max_size=2).map(tuple),
        task_force=st.none() | st.sampled_from("FG"),
        mentions=st.just(()),
        indicators=st.lists(indicators_of, max_size=3).map(tuple),
        deadline=st.none() | st.dates(),
        source_line=st.integers(1, 99),
        labels=st.lists(st.sampled_from("LM"), max_size=2).map(tuple),
    ),
    st.lists(
        st.builds(
            AssignedUnit,
            st.sampled_from("UVW"),
            st.sampled_from(Role),
            st.none() | st.just("group"),
            st.sampled_from(Ask),
        ),
        unique_by=lambda unit: unit.name,
        max_size=3,
    ).map(tuple),
)


@given(
    before=st.lists(measures_of, max_size=3).map(tuple),
    after=st.lists(measures_of, max_size=3).map(tuple),
)
def test_nothing_is_told_exactly_when_nothing_that_counts_differs(
    before: Measures, after: Measures
) -> None:
    def placeless(measures: Measures) -> Measures:
        return tuple(replace(m, measure=replace(m.measure, source_line=0)) for m in measures)

    found = edition_changes(a_document(before), before, a_document(after), after)
    assert (found == ()) == (placeless(before) == placeless(after))
    for language in LANGUAGES:
        assert len(difference_lines(found, language)) == len(found)


def test_a_long_text_is_shown_where_it_parts() -> None:
    text = "all as it was, " * 20
    before = assigned("1", (ROADS, Role.LEAD), text=f"{text}by May, {text}")
    after = assigned("1", (ROADS, Role.LEAD), text=f"{text}by June, {text}")
    found = edition_changes(a_document([before]), [before], a_document([after]), [after])
    (line,) = difference_lines(found, "en")
    assert "by May" in line
    assert "by June" in line
    assert len(line) < 150


def test_no_field_of_a_plan_is_forgotten() -> None:
    """Whoever adds a field has to say how its change is told."""
    assert [field.name for field in fields(PlanDocument)] == [
        "title",
        "doc_number",
        "issuer",
        "issued_on",
        "addressees",
        "sections",
        "measures",
        "indicators",
        "task_forces",
        "report_rule",
        "doubts",
        "labels",
        "prose",
    ]


def test_text_beside_the_measures_makes_no_other_edition() -> None:
    document = replace(a_document(the_measures()), prose=(DocumentText("按月会商。", 9),))
    assert changes(the_measures(), document) == ()


def test_measure_whose_number_is_used_twice_is_called_with_its_heading() -> None:
    first = the_measures()[0]
    again = replace(first, measure=replace(first.measure, section_path=("二、乙类",)))
    (change,) = edition_changes(
        a_document((first,)), (first,), a_document((first, again)), (first, again)
    )
    assert change.measure == f"{first.measure.number}（二、乙类）"
