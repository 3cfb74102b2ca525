"""Helpers: colleagues who answer single measures of one report, and see nothing else of it.

A row beside `Contact`, not a kind of it: a helper is nothing to the unit. Nobody reminds them of
its reports, no registry knows them, and what they may do ends with the report that it is about.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Index, UniqueConstraint, text, update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import belongs_to, moment, word
from models.cycles import OPEN_STATES, Cycle, Entry, Report
from models.editions import Assignment, Measure
from models.once import once
from models.people import FILING_KINDS, Contact, Person, hashed, may_try, new_token
from models.prepared import prepared
from vocabulary.terms import HelpEnd

_STANDS = text("stands")


class Helper(SQLModel, table=True):
    """A colleague whom somebody of the unit has asked to answer some entries of a report.

    token_hash: of the link, empty where a person known already was asked without one.
    person_id: who has opened it; it is good for one.
    ended_because: why it holds no more, from `ended_at` on.
    answered_at: when all of it was answered and the unit was told. reminded_at: the one reminder.
    """

    id: int = Field(default=None, primary_key=True)
    report_id: int = belongs_to("report.id")
    asked_by_id: int = belongs_to("person.id", index=False)
    asked_at: datetime = moment(required=True)
    token_hash: str | None = Field(default=None, unique=True)
    expires_at: datetime = moment(required=True)
    person_id: int | None = belongs_to("person.id", required=False)
    opened_at: datetime | None = moment()
    answered_at: datetime | None = moment()
    reminded_at: datetime | None = moment()
    ended_at: datetime | None = moment()
    ended_because: HelpEnd | None = word(HelpEnd, required=False)


class HelperEntry(SQLModel, table=True):
    """One of the entries. stands: it is with this helper now; an entry is with one at most."""

    __tablename__ = "helper_entry"
    __table_args__ = (
        UniqueConstraint("helper_id", "entry_id"),
        Index(
            "ix_helper_entry_one",
            "entry_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    helper_id: int = belongs_to("helper.id")
    entry_id: int = belongs_to("entry.id", index=False)
    stands: bool = True


# ── asking ─────────────────────────────────────────────────────────────────────────────────────


def ask_by_link(
    session: Session,
    report_id: int,
    entry_ids: Iterable[int],
    asked_by: Person,
    *,
    valid: timedelta,
    now: datetime,
) -> tuple[Helper, str]:
    """A new helper whoever opens the link first will be, and its token, which is stored nowhere."""
    token = new_token()
    helper = _asked(session, report_id, entry_ids, asked_by, until=now + valid, now=now)
    helper.token_hash = hashed(token)
    session.flush()
    return helper, token


def ask_known(
    session: Session,
    report_id: int,
    entry_ids: Iterable[int],
    asked_by: Person,
    person: Person,
    *,
    now: datetime,
) -> Helper:
    """Somebody who has helped the unit before: they need no link."""
    helper = _asked(session, report_id, entry_ids, asked_by, until=now, now=now)
    helper.person_id, helper.opened_at = person.id, now
    session.flush()
    return helper


def _asked(
    session: Session,
    report_id: int,
    entry_ids: Iterable[int],
    asked_by: Person,
    *,
    until: datetime,
    now: datetime,
) -> Helper:
    helper = Helper(report_id=report_id, asked_by_id=asked_by.id, asked_at=now, expires_at=until)
    session.add(helper)
    session.flush()
    session.add_all(HelperEntry(helper_id=helper.id, entry_id=entry_id) for entry_id in entry_ids)
    session.flush()
    return helper


# ── opening ────────────────────────────────────────────────────────────────────────────────────


def helper_linked(session: Session, person: Person, token: str, *, now: datetime) -> Helper | None:
    """Whom the link makes a helper, whether it is still good or not.

    None for a token that no helper's link ever had, and for a person who has guessed too often.
    """
    if not may_try(person, now):
        return None
    return session.exec(select(Helper).where(Helper.token_hash == hashed(token))).first()


def open_link(session: Session, helper: Helper, person: Person, *, now: datetime) -> bool:
    """Makes the person the helper. By a conditional update: of two at once one wins."""
    taken = session.execute(
        update(Helper)
        .where(
            col(Helper.id) == helper.id,
            col(Helper.opened_at).is_(None),
            col(Helper.ended_at).is_(None),
            col(Helper.expires_at) > now,
        )
        .values(opened_at=now, person_id=person.id)
        .returning(col(Helper.id))
    ).scalar_one_or_none()
    session.refresh(helper)
    return taken is not None


def end_help(session: Session, helper: Helper, end: HelpEnd, *, now: datetime) -> bool:
    """Takes the right away at once; what was answered stays. False: it had ended already."""
    if helper.ended_at is not None:
        return False
    helper.ended_at, helper.ended_because = now, end
    session.execute(
        update(HelperEntry).where(col(HelperEntry.helper_id) == helper.id).values(stands=False)
    )
    session.flush()
    return True


def move_help(session: Session, entry_ids: Collection[int], to: int) -> None:
    """Who was asked for one of these entries is asked for the other: they share its paragraph."""
    at_others = select(HelperEntry).where(col(HelperEntry.entry_id).in_(entry_ids))
    for row in session.exec(at_others):
        known = select(HelperEntry).where(
            HelperEntry.helper_id == row.helper_id, HelperEntry.entry_id == to
        )
        if session.exec(known).first() is None:
            row.entry_id = to
            session.flush()


# ── what holds ─────────────────────────────────────────────────────────────────────────────────


def helps_of(session: Session, person_id: int, *, now: datetime) -> list[Helper]:
    """What the person has been asked for and may still see or answer, the oldest first."""
    return list(_asked_of(session, person_id, now))


@prepared
def _asked_of(person_id: int, now: datetime) -> SelectOfScalar[Helper]:
    return (
        select(Helper)
        .join(Report, col(Report.id) == Helper.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(Helper.person_id == person_id, *_still_wanted(now))
        .order_by(col(Helper.id))
    )


def _still_wanted(now: datetime) -> Sequence[ColumnElement[bool]]:
    return (
        col(Helper.ended_at).is_(None),
        col(Report.exempt).is_(False),
        col(Report.state).in_(OPEN_STATES) | (col(Cycle.locks_at) > now),
    )


def helping_people(session: Session, bot_id: int, *, now: datetime) -> list[Person]:
    """Everybody who has been asked for something that they may still see or answer."""
    asked = (
        select(Helper.person_id)
        .join(Report, col(Report.id) == Helper.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(*_still_wanted(now))
    )
    return list(
        session.exec(
            select(Person)
            .where(
                Person.bot_id == bot_id,
                col(Person.unreachable_since).is_(None),
                col(Person.id).in_(asked),
            )
            .order_by(col(Person.id))
        )
    )


def helps_somebody(session: Session, bot_id: int, user_id: int, *, now: datetime) -> bool:
    """Whether the account has been asked for something that it may still answer."""
    known = select(Person).where(Person.bot_id == bot_id, Person.user_id == user_id)
    person = session.exec(known).first()
    return person is not None and bool(helps_of(session, person.id, now=now))


def entries_shared(session: Session, report_id: int, person_id: int) -> frozenset[int]:
    """The entries of the report that the person may see and answer as a helper."""
    return frozenset(
        session.exec(
            select(HelperEntry.entry_id)
            .join(Helper, col(Helper.id) == HelperEntry.helper_id)
            .where(
                Helper.report_id == report_id,
                Helper.person_id == person_id,
                col(Helper.ended_at).is_(None),
                col(HelperEntry.stands).is_(True),
            )
        )
    )


def helpers_of(session: Session, report_id: int) -> list[Helper]:
    """Everybody who is asked for something in the report now, with or without having come."""
    key = ("helpers", report_id)
    return list(once(session, key, lambda: _asked_at(session, report_id).all(), of=(Helper,)))


@prepared
def _asked_at(report_id: int) -> SelectOfScalar[Helper]:
    standing = select(Helper).where(Helper.report_id == report_id, col(Helper.ended_at).is_(None))
    return standing.order_by(col(Helper.id))


def entries_of(session: Session, helper_ids: Collection[int]) -> dict[int, list[int]]:
    """By helper, the entries, in the report's order."""
    found: dict[int, list[int]] = defaultdict(list)
    for helper_id, entry_id in session.exec(
        select(HelperEntry.helper_id, HelperEntry.entry_id)
        .join(Entry, col(Entry.id) == HelperEntry.entry_id)
        .where(col(HelperEntry.helper_id).in_(helper_ids))
        .order_by(col(Entry.position))
    ):
        found[helper_id].append(entry_id)
    return found


def helpers_before(
    session: Session, report: Report, before: Report
) -> list[tuple[Helper, Person, list[int]]]:
    """Who helped with the report before and could again: with the entries of the new report.

    Only what is asked again, by its measure's number, and is with nobody yet. Not who refused.
    """
    taken = set(
        session.exec(
            select(HelperEntry.entry_id)
            .join(Helper, col(Helper.id) == HelperEntry.helper_id)
            .where(Helper.report_id == report.id, col(HelperEntry.stands).is_(True))
        )
    )
    by_number = {
        number: entry_id
        for entry_id, number in _numbered(session, report.id).items()
        if entry_id not in taken
    }
    numbers = _numbered(session, before.id)
    found = []
    for helper, person in session.exec(
        select(Helper, Person)
        .join(Person, col(Person.id) == Helper.person_id)
        .where(
            Helper.report_id == before.id,
            col(Helper.ended_because).is_(None),
            col(Person.unreachable_since).is_(None),
            col(Person.id).not_in(_filers(report.unit_id)),
        )
        .order_by(col(Helper.id))
    ):
        theirs = (numbers[entry_id] for entry_id in entries_of(session, [helper.id])[helper.id])
        again = [by_number[number] for number in theirs if number in by_number]
        if again:
            found.append((helper, person, again))
    return found


def _numbered(session: Session, report_id: int) -> dict[int, str]:
    """By entry of the report, its measure's number."""
    rows = session.exec(
        select(col(Entry.id), col(Measure.number))
        .join(Assignment, col(Assignment.id) == Entry.assignment_id)
        .join(Measure, col(Measure.id) == Assignment.measure_id)
        .where(Entry.report_id == report_id)
        .order_by(col(Entry.position))
    )
    return dict(rows.all())


def _filers(unit_id: int) -> SelectOfScalar[int | None]:
    """Who writes and files the unit's reports anyway."""
    return select(col(Contact.person_id)).where(
        Contact.unit_id == unit_id,
        col(Contact.kind).in_(FILING_KINDS),
        col(Contact.ended_at).is_(None),
        col(Contact.person_id).is_not(None),
    )


def people_who_helped(session: Session, unit_id: int) -> list[Person]:
    """Who has helped the unit with any report and can be written to; not who files for it."""
    return list(
        session.exec(
            select(Person)
            .join(Helper, col(Helper.person_id) == Person.id)
            .join(Report, col(Report.id) == Helper.report_id)
            .where(
                Report.unit_id == unit_id,
                col(Person.unreachable_since).is_(None),
                col(Person.id).not_in(_filers(unit_id)),
            )
            .distinct()
            .order_by(col(Person.id))
        )
    )


def links_expired(session: Session, office_id: int, *, now: datetime) -> list[Helper]:
    """Links that nobody opened in time, and that nobody has been told of."""
    return list(
        session.exec(
            select(Helper)
            .join(Report, col(Report.id) == Helper.report_id)
            .where(
                Report.office_id == office_id,
                col(Helper.opened_at).is_(None),
                col(Helper.ended_at).is_(None),
                Helper.expires_at <= now,
            )
            .order_by(col(Helper.id))
        )
    )


def helpers_unreminded(session: Session, office_id: int) -> list[Helper]:
    """Who has come and has not answered everything, where the report is open for writing."""
    return list(
        session.exec(
            select(Helper)
            .join(Report, col(Report.id) == Helper.report_id)
            .where(
                Report.office_id == office_id,
                col(Report.state).in_(OPEN_STATES),
                col(Report.exempt).is_(False),
                col(Helper.opened_at).is_not(None),
                col(Helper.ended_at).is_(None),
                col(Helper.answered_at).is_(None),
                col(Helper.reminded_at).is_(None),
            )
            .order_by(col(Helper.id))
        )
    )
