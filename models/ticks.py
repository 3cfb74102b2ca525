"""What came of a revision after it was filed: its scan, the paper original, the mail."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import Index, func, text
from sqlmodel import Field, Session, SQLModel, col, select

from models.chases import Chase, open_chase, open_chases, settle_paper_chase
from models.columns import Moment, belongs_to, moment, word
from models.cycles import FILED_STATES, Cycle, Report, Revision, newest_revision
from models.people import Person
from vocabulary.terms import CHASED_TICKS, ChaseKind, TickKind, TickSource
from vocabulary.ticks import NO_TICKS, Ticks

_CHASED_BY = {tick: kind for kind, tick in CHASED_TICKS.items()}

_LATELY = timedelta(days=14)

_STANDS = text("taken_back_at IS NULL")


class Tick(SQLModel, table=True):
    """One of PAPER_TICKS of one revision. At most one of each stands; one taken back is kept.

    at: when it came; noted_at: when that was recorded, perhaps days later.
    noted_by_id, taken_back_by_id: None where nobody tapped (the sender, the command line).
    """

    __table_args__ = (
        Index(
            "ix_tick_stands",
            "revision_id",
            "kind",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    revision_id: int = belongs_to("revision.id")
    kind: TickKind = word(TickKind)
    source: TickSource = word(TickSource)
    at: datetime = moment(required=True)
    noted_at: datetime = moment(required=True)
    noted_by_id: int | None = belongs_to("person.id", required=False, index=False)
    taken_back_at: datetime | None = moment()
    taken_back_by_id: int | None = belongs_to("person.id", required=False, index=False)


def record_tick(
    session: Session,
    revision_id: int,
    kind: TickKind,
    *,
    source: TickSource,
    person: Person | None = None,
    at: datetime | None = None,
    now: datetime,
) -> bool:
    """Notes that it came, at `at` or now. False when that is noted already: nothing happens.

    It is chased no more, if it is of the newest revision.

    Raises ValueError for FILED, which is the revision's own moment.
    """
    if kind is TickKind.FILED:
        raise ValueError("a revision is filed by file_report")
    if standing_tick(session, revision_id, kind) is not None:
        return False
    tick = Tick(
        revision_id=revision_id,
        kind=kind,
        source=source,
        at=at or now,
        noted_at=now,
        noted_by_id=person.id if person else None,
    )
    session.add(tick)
    session.flush()
    revision = session.get_one(Revision, revision_id)
    newest = newest_revision(session, revision.report_id)
    if newest is not None and newest.id == revision_id and kind in _CHASED_BY:
        settle_paper_chase(session, revision.report_id, _CHASED_BY[kind], now=now)
    return True


def take_back_tick(
    session: Session,
    revision_id: int,
    kind: TickKind,
    *,
    person: Person | None = None,
    now: datetime,
) -> bool:
    """A wrong tick counts no more, and stays in the record. False when there is none."""
    tick = standing_tick(session, revision_id, kind)
    if tick is None:
        return False
    tick.taken_back_at = now
    tick.taken_back_by_id = person.id if person else None
    session.flush()
    return True


def standing_tick(session: Session, revision_id: int, kind: TickKind) -> Tick | None:
    standing = select(Tick).where(
        Tick.revision_id == revision_id, Tick.kind == kind, col(Tick.taken_back_at).is_(None)
    )
    return session.exec(standing).first()


def ticks_of_revision(session: Session, revision: Revision) -> Ticks:
    """What stands of this very revision, moments in UTC."""
    standing = select(Tick).where(
        Tick.revision_id == revision.id, col(Tick.taken_back_at).is_(None)
    )
    return _ticks(revision, {tick.kind: tick.at for tick in session.exec(standing)})


def ticks_of_report(session: Session, report_id: int) -> Ticks:
    """What stands of the newest revision; empty where nothing was filed."""
    newest = newest_revision(session, report_id)
    return ticks_of_revision(session, newest) if newest else NO_TICKS


def ticks_of_cycle(session: Session, cycle_id: int) -> dict[int, Ticks]:
    """By report that was filed, what stands of its newest revision; two queries."""
    newest = (
        select(func.max(col(Revision.id)).label("id"))
        .join(Report, col(Report.id) == Revision.report_id)
        .where(Report.cycle_id == cycle_id)
        .group_by(col(Revision.report_id))
        .subquery()
    )
    revisions = session.exec(select(Revision).join(newest, newest.c.id == Revision.id)).all()
    stands: dict[int, dict[TickKind, datetime]] = {}
    for tick in session.exec(
        select(Tick)
        .join(newest, newest.c.id == Tick.revision_id)
        .where(col(Tick.taken_back_at).is_(None))
    ):
        stands.setdefault(tick.revision_id, {})[tick.kind] = tick.at
    return {
        revision.report_id: _ticks(revision, stands.get(revision.id, {})) for revision in revisions
    }


def counted_moments(session: Session, cycle_ids: Collection[int]) -> dict[int, datetime]:
    """By report, when what decides on time came first, of whichever revision; UTC, one query.

    That is what its cycle says. A report of which it has not come is left out.
    """
    came = (
        select(col(Revision.report_id).label("report_id"), col(Tick.kind).label("kind"), Tick.at)
        .join(Revision, col(Revision.id) == Tick.revision_id)
        .where(col(Tick.taken_back_at).is_(None))
        .subquery()
    )
    rows = session.exec(
        select(
            col(Report.id),
            col(Cycle.on_time_by),
            col(Report.first_filed_at),
            func.min(came.c.at, type_=Moment()),
        )
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .join(
            came,
            (came.c.report_id == Report.id) & (came.c.kind == Cycle.on_time_by),
            isouter=True,
        )
        .where(col(Cycle.id).in_(cycle_ids))
        .group_by(col(Report.id), col(Cycle.on_time_by), col(Report.first_filed_at))
    )
    counted = (
        (report_id, first_filed_at if by is TickKind.FILED else first_came)
        for report_id, by, first_filed_at, first_came in rows
    )
    return {report_id: at for report_id, at in counted if at is not None}


def chase_papers(
    session: Session, office_id: int, kinds: Collection[ChaseKind], *, now: datetime
) -> None:
    """What these kinds are about is chased of every filed report of which it has not come.

    From the filing on, or from when a tick was taken back; of cycles that are not locked, and of
    what was filed lately. What is of no such kind, or of a report that was returned, is chased no
    more.
    """
    for chase, report, _ in open_chases(session, office_id, frozenset(CHASED_TICKS)):
        if chase.kind not in kinds or report.state not in FILED_STATES:
            settle_paper_chase(session, report.id, chase.kind, now=now)
    newest = (
        select(func.max(col(Revision.id)).label("id")).group_by(col(Revision.report_id)).subquery()
    )
    for kind in kinds:
        ticks = select(Tick.id).where(
            Tick.revision_id == Revision.id, Tick.kind == CHASED_TICKS[kind]
        )
        chased = select(Chase.report_id).where(Chase.kind == kind, col(Chase.settled_at).is_(None))
        missing = session.exec(
            select(Report, Revision)
            .join(Cycle, col(Cycle.id) == Report.cycle_id)
            .join(Revision, col(Revision.report_id) == Report.id)
            .join(newest, newest.c.id == Revision.id)
            .where(
                Report.office_id == office_id,
                col(Report.state).in_(FILED_STATES),
                col(Report.exempt).is_(False),
                (col(Cycle.locks_at) > now) | (col(Revision.filed_at) > now - _LATELY),
                ~ticks.where(col(Tick.taken_back_at).is_(None)).exists(),
                col(Report.id).not_in(chased),
            )
            .order_by(col(Report.id))
        ).all()
        for report, revision in missing:
            since = session.exec(
                select(func.max(Tick.taken_back_at)).where(
                    Tick.revision_id == revision.id, Tick.kind == CHASED_TICKS[kind]
                )
            ).one()
            open_chase(session, report, kind, now=since or revision.filed_at)


def ticks_recorded(session: Session, report_id: int) -> list[tuple[Tick, Revision]]:
    """Everything that was ever ticked of the report's revisions, as it was noted."""
    rows = session.exec(
        select(Tick, Revision)
        .join(Revision, col(Revision.id) == Tick.revision_id)
        .where(Revision.report_id == report_id)
        .order_by(col(Tick.id))
    )
    return list(rows)


def _ticks(revision: Revision, stands: dict[TickKind, datetime]) -> Ticks:
    return Ticks(
        filed=revision.filed_at,
        scan=stands.get(TickKind.SCAN),
        original=stands.get(TickKind.ORIGINAL),
        mail=stands.get(TickKind.MAIL),
    )
