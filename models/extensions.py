"""More time for one report: who asked, why and until when, and what the office said."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, Session, SQLModel, col, select

from models.chases import Chase, open_chase, settle_chase_of_office, settle_chases
from models.columns import belongs_to, long_text, moment, word
from models.cycles import OPEN_STATES, Cycle, Report, expected_at
from models.offices import Unit
from models.people import Person
from vocabulary.errors import Stale
from vocabulary.report import Requested
from vocabulary.terms import ChaseKind, ExtensionState, ReportState

_ONE_OPEN = text("state = 'asked'")


class Extension(SQLModel, table=True):
    """A request for more time. At most one of a report is open; a second one replaces it.

    wanted_until: what the unit asked for; granted_until: what the office gave, perhaps another.
    refusal: why the office gave none; empty where it did not say.
    """

    __table_args__ = (
        Index(
            "ix_extension_open",
            "report_id",
            unique=True,
            sqlite_where=_ONE_OPEN,
            postgresql_where=_ONE_OPEN,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    asked_by_id: int = belongs_to("person.id", index=False)
    asked_at: datetime = moment(required=True)
    reason: str = long_text()
    wanted_until: datetime = moment(required=True)
    state: ExtensionState = word(ExtensionState, default=ExtensionState.ASKED)
    decided_at: datetime | None = moment()
    decided_by_id: int | None = belongs_to("person.id", required=False, index=False)
    granted_until: datetime | None = moment()
    refusal: str = long_text()


def request_extension(
    session: Session,
    report: Report,
    person: Person,
    *,
    until: datetime,
    reason: str,
    now: datetime,
) -> tuple[Extension, Extension | None]:
    """The request, and the open one that it replaces. Raises Stale for a report that is filed."""
    if report.exempt or report.state not in OPEN_STATES:
        raise Stale
    before = open_request(session, report.id)
    if before is not None:
        before.state, before.decided_at = ExtensionState.REPLACED, now
        session.flush()
    extension = Extension(
        report_id=report.id,
        asked_by_id=person.id,
        asked_at=now,
        reason=reason,
        wanted_until=until,
    )
    session.add(extension)
    open_chase(session, report, ChaseKind.EXTENSION_WAITING, now=now)
    session.flush()
    return extension, before


def open_request(session: Session, report_id: int) -> Extension | None:
    """The request that the office has not answered yet."""
    return session.exec(
        select(Extension).where(
            Extension.report_id == report_id, Extension.state == ExtensionState.ASKED
        )
    ).first()


def grant_extension(
    session: Session,
    extension: Extension,
    report: Report,
    person: Person,
    *,
    until: datetime,
    counts: bool,
    now: datetime,
) -> None:
    """From now on the report is expected by `until`, and chased anew from there.

    counts: filed by then it is on time; else it is only left in peace until then.
    Raises Stale when the request was answered or has lost its object.
    """
    _decide(session, extension, report, person, ExtensionState.GRANTED, now=now)
    extension.granted_until = until
    report.extended_to, report.extended_at = until, now
    report.extension_counts = report.extension_counts or counts
    settle_chases(session, report.id, now=now)
    if report.state is ReportState.RETURNED:
        open_chase(session, report, ChaseKind.RETURNED, now=until)
    else:
        open_chase(session, report, ChaseKind.REPORT_OUTSTANDING, now=now)


def refuse_extension(
    session: Session,
    extension: Extension,
    report: Report,
    person: Person,
    *,
    reason: str,
    now: datetime,
) -> None:
    """Nothing changes for the report. Raises Stale as `grant_extension` does."""
    _decide(session, extension, report, person, ExtensionState.REFUSED, now=now)
    extension.refusal = reason


def _decide(
    session: Session,
    extension: Extension,
    report: Report,
    person: Person,
    state: ExtensionState,
    *,
    now: datetime,
) -> None:
    if extension.state is not ExtensionState.ASKED or report.state not in OPEN_STATES:
        raise Stale
    extension.state, extension.decided_at, extension.decided_by_id = state, now, person.id
    settle_chase_of_office(session, report.id, ChaseKind.EXTENSION_WAITING, now=now)
    session.flush()


def granted_at(session: Session, report_id: int, at: datetime) -> Extension | None:
    """The request to which the office agreed at this very moment."""
    return session.exec(
        select(Extension).where(
            Extension.report_id == report_id,
            Extension.state == ExtensionState.GRANTED,
            Extension.decided_at == at,
        )
    ).first()


def expected_during(session: Session, chase: Chase, report: Report, cycle: Cycle) -> datetime:
    """By when the report was wanted when the chase ended; of one that goes on, as it is now.

    What the office gave with the deed that ended a chase moves the next one.
    """
    if chase.settled_at is None:
        return expected_at(report, cycle)
    given = session.exec(
        select(Extension.granted_until)
        .where(
            Extension.report_id == report.id,
            Extension.state == ExtensionState.GRANTED,
            col(Extension.decided_at) < chase.settled_at,
        )
        .order_by(col(Extension.id).desc())
    ).first()
    return given or cycle.due_at


def withdraw_request(session: Session, report_id: int, *, now: datetime) -> Extension | None:
    """The report has come, or is wanted no more: the open request needs no answer."""
    extension = open_request(session, report_id)
    if extension is not None:
        extension.state, extension.decided_at = ExtensionState.WITHDRAWN, now
        settle_chase_of_office(session, report_id, ChaseKind.EXTENSION_WAITING, now=now)
        session.flush()
    return extension


def requests_waiting(session: Session, office_id: int) -> list[Requested]:
    """Requests without an answer, the oldest first."""
    rows = session.exec(
        select(Extension, Report, Unit, Cycle)
        .join(Report, col(Report.id) == Extension.report_id)
        .join(Unit, col(Unit.id) == Report.unit_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(Report.office_id == office_id, Extension.state == ExtensionState.ASKED)
        .order_by(col(Extension.id))
    )
    return [
        Requested(
            extension_id=extension.id,
            report_id=report.id,
            unit=unit.name,
            period=cycle.period,
            until=extension.wanted_until,
        )
        for extension, report, unit, cycle in rows
    ]
