"""A small plan and its July: Ada reports for Roads, Boris for Water, Clara for Parks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from sqlmodel import Session, select

from models.cycles import Cycle, Entry, Report, Revision, open_cycle
from models.editions import Plan, PlanEdition
from models.filing import file_report, next_receipt, next_revision_number, record_content
from models.loading import load_edition
from models.offices import Unit, the_office
from models.people import Contact, Person, make_coordinator, met
from models.views import ReportRows, report_rows, report_to_file, working_report
from tests.factories import OFFICE, ZONE, a_content, at
from vocabulary.period import Period
from vocabulary.plan import (
    AssignedMeasure,
    AssignedUnit,
    DocumentIndicator,
    DocumentMeasure,
    DocumentSection,
    Doubt,
    Mention,
    PlanDocument,
    ReportRule,
    UnitRegister,
)
from vocabulary.report import EntryContent, FiledEntry
from vocabulary.terms import Comparator, ContactKind, Role

BOT = 7_000_000_001
ADA, BORIS, CLARA, OLGA = 5_000_000_001, 5_000_000_002, 5_000_000_003, 5_000_000_009

ROADS, WATER, PARKS = "Roads", "Water", "Parks"
LIAISONS = ((ADA, "Ada", ROADS), (BORIS, "Boris", WATER), (CLARA, "Clara", PARKS))
ALL_UNITS = "all units"
TITLE = "Plan of the Town for 2022"
BUILD = ("1 Build",)
BUILD_PATHS = ("1 Build", "(1) Paths")
CARE = ("2 Care",)
JULY = Period(2022, 7)
DECEMBER = Period(2022, 12)

OPENS, DUE, LOCKS = at(1), at(5, 18), at(10, 18)


def an_indicator(name: str = "km of road", value: str = "300") -> DocumentIndicator:
    return DocumentIndicator(
        text=f"build at least {value} {name}",
        name=name,
        value=Decimal(value),
        unit_of_measure="km",
        comparator=Comparator.AT_LEAST,
    )


def assigned(
    number: str,
    *units: tuple[str, Role] | AssignedUnit,
    text: str = "",
    section: tuple[str, ...] = BUILD,
    task_force: str | None = None,
    indicators: tuple[DocumentIndicator, ...] = (),
    unassigned: tuple[Mention, ...] = (),
) -> AssignedMeasure:
    named = tuple(u if isinstance(u, AssignedUnit) else AssignedUnit(*u) for u in units)
    return AssignedMeasure(
        DocumentMeasure(
            number=number,
            title=f"Measure {number}",
            text=text or f"Do what measure {number} says.",
            section_path=section,
            task_force=task_force,
            mentions=tuple(Mention(unit.name, unit.role) for unit in named) + unassigned,
            indicators=indicators,
            deadline=None,
            source_line=10,
        ),
        named,
        unassigned,
    )


def the_measures() -> tuple[AssignedMeasure, ...]:
    """Roads has 1, 2 and 4, Water 1, 3 and 4, Parks only 4."""
    return (
        assigned(
            "1",
            (WATER, Role.COOPERATING),
            (ROADS, Role.LEAD),
            section=BUILD_PATHS,
            task_force="Paths force",
            indicators=(an_indicator(), an_indicator("km of pipe", "12.5")),
        ),
        assigned("2", (ROADS, Role.RESPONSIBLE)),
        assigned(
            "3",
            (WATER, Role.LEAD),
            section=CARE,
            unassigned=(Mention("units concerned", Role.COOPERATING),),
        ),
        assigned(
            "4",
            *(AssignedUnit(u, Role.RESPONSIBLE, ALL_UNITS) for u in (WATER, ROADS, PARKS)),
            section=CARE,
        ),
    )


def a_document(measures: Sequence[AssignedMeasure], *, title: str = TITLE) -> PlanDocument:
    return PlanDocument(
        title=title,
        doc_number="No. 1 [2022]",
        issuer=OFFICE,
        issued_on=None,
        addressees=(),
        sections=tuple(DocumentSection(path) for path in (BUILD, BUILD_PATHS, CARE)),
        measures=tuple(entry.measure for entry in measures),
        indicators=(an_indicator("km in all", "500"),),
        task_forces=tuple(
            dict.fromkeys(("Paths force", *filter(None, (m.measure.task_force for m in measures))))
        ),
        report_rule=ReportRule(5, "monthly", "month", OFFICE, None, "office@town.example"),
        doubts=(Doubt("plan-doubt-group", {"words": "units concerned"}),),
    )


def the_register() -> UnitRegister:
    return UnitRegister(
        official_names={ROADS: "Department of Roads", WATER: "Department of Water"},
        groups={ALL_UNITS: (WATER, ROADS, PARKS)},
    )


def load(
    session: Session,
    office_id: int,
    measures: Sequence[AssignedMeasure] | None = None,
    *,
    title: str = TITLE,
    register: UnitRegister | None = None,
    now: datetime = OPENS,
) -> PlanEdition:
    measures = the_measures() if measures is None else measures
    return load_edition(
        session,
        office_id,
        a_document(measures, title=title),
        measures,
        register or the_register(),
        first_period=JULY,
        last_period=DECEMBER,
        now=now,
    )


def opened(session: Session, plan_id: int, period: Period = JULY) -> Cycle | None:
    """The cycle of the period, its moments those of July shifted by whole thirties of days."""
    later = timedelta(days=30) * (period.month - JULY.month)
    return open_cycle(
        session,
        session.get_one(Plan, plan_id),
        period,
        opens_at=OPENS + later,
        due_at=DUE + later,
        locks_at=LOCKS + later,
    )


@dataclass(frozen=True, slots=True)
class Month:
    """The ids of a cycle that has just opened; the rows stay in their sessions."""

    office_id: int
    plan_id: int
    cycle_id: int

    def cycle(self, session: Session) -> Cycle:
        return session.get_one(Cycle, self.cycle_id)

    def unit(self, session: Session, name: str) -> Unit:
        return session.exec(
            select(Unit).where(Unit.office_id == self.office_id, Unit.name == name)
        ).one()

    def report(self, session: Session, unit: str, cycle_id: int | None = None) -> Report:
        return session.exec(
            select(Report).where(
                Report.cycle_id == (cycle_id or self.cycle_id),
                Report.unit_id == self.unit(session, unit).id,
            )
        ).one()


def a_month(session: Session) -> Month:
    """July is open; Ada, Boris and Clara are liaisons, Olga is the coordinator."""
    office = the_office(session, OFFICE)
    edition = load(session, office.id)
    cycle = opened(session, edition.plan_id)
    assert cycle is not None
    month = Month(office.id, edition.plan_id, cycle.id)
    for user_id, name, unit in (
        (ADA, "Ada", ROADS),
        (BORIS, "Boris", WATER),
        (CLARA, "Clara", PARKS),
    ):
        a_contact(session, month, a_person(session, user_id, name), unit)
    make_coordinator(session, office.id, a_person(session, OLGA, "Olga"), now=OPENS)
    return month


def a_person(session: Session, user_id: int = ADA, name: str = "Ada") -> Person:
    return met(session, BOT, user_id, name=name, language="en", now=OPENS)


def a_contact(
    session: Session,
    month: Month,
    person: Person | None,
    unit: str,
    kind: ContactKind = ContactKind.LIAISON,
    *,
    phone: str = "8023456",
) -> Contact:
    contact = Contact(
        office_id=month.office_id,
        unit_id=month.unit(session, unit).id,
        kind=kind,
        person_id=person.id if person else None,
        name=person.name if person else "somebody",
        phone=phone,
        since=OPENS,
    )
    session.add(contact)
    session.flush()
    return contact


def entries(session: Session, report: Report) -> list[Entry]:
    return list(
        session.exec(select(Entry).where(Entry.report_id == report.id).order_by("position"))
    )


def rows_of(session: Session, report: Report) -> ReportRows:
    rows = report_rows(session, report.id)
    assert rows is not None
    return rows


def answer(
    session: Session, report: Report, content: EntryContent | None = None, *, now: datetime
) -> None:
    """Ada says the same of every entry."""
    for entry in entries(session, report):
        record_content(session, report, entry, content or a_content(), a_person(session), now=now)


def file(session: Session, report: Report, *, reason: str = "", now: datetime) -> Revision:
    """Ada files what the working copy says and shows."""
    rows = rows_of(session, report)
    person = a_person(session)
    content = report_to_file(
        session,
        rows,
        person,
        tuple(
            FiledEntry(entry.measure, entry.content, evidence=entry.evidence)
            for entry in working_report(session, rows, ZONE).entries
        ),
        revision=next_revision_number(session, report),
        receipt=next_receipt(session, report, rows.cycle),
        reason=reason,
        filed_at=now.astimezone(ZONE),
    )
    return file_report(session, report, content, person, now=now)
