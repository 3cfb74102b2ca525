"""Who else is at a report: who answered what, who writes now, whose card shows it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.conversations import Conversation
from models.cycles import Cycle, Report
from models.helpers import Helper, entries_of, entries_shared, helpers_of
from models.once import once
from models.people import Contact, Person, successors
from models.prepared import prepared
from models.views import ReportRows
from vocabulary.period import Period
from vocabulary.report import Byline, EntryContent, ReportEntry, WorkingReport

# Who has touched nothing for longer has put the phone away.
_AT_IT = timedelta(minutes=5)


def as_read_by(
    session: Session,
    rows: ReportRows,
    report: WorkingReport,
    reader: Person,
    *,
    zone: ZoneInfo,
    now: datetime,
) -> WorkingReport:
    """The report with what its reader is told of the others: who answered what, who writes now."""
    writing = _writing(session, rows.report.id, but=reader.id, now=now)
    authors = {e.answered_by_id for e in report.entries if _is_begun(e)} - {None}
    helpers = helpers_of(session, rows.report.id)
    names = _names(
        session,
        rows.unit.id,
        {
            *(a for a in authors if a is not None),
            *(c.person_id for c in writing),
            *(h.person_id for h in helpers if h.person_id is not None),
        },
    )
    asked = _asked(session, helpers, names, reader)
    today = now.astimezone(zone).date()

    def line(person_id: int, at: datetime) -> Byline:
        local = at.astimezone(zone)
        is_reader = person_id == reader.id
        return Byline(names.get(person_id, ""), local, is_reader, local.date() == today)

    is_shared = bool(authors - {reader.id})
    at_entry: dict[int | None, list[Byline]] = defaultdict(list)
    answered_at = {
        e.entry_id: (e.answered_at, e.answered_by_id) for e in report.entries if _is_begun(e)
    }
    for conversation in writing:
        at, by_id = answered_at.get(conversation.entry_id or 0, (None, None))
        is_past = (  # a colleague has answered it since, and the person did nothing at it
            at is not None
            and conversation.active_at is not None
            and by_id != conversation.person_id
            and at > conversation.active_at
        )
        if conversation.active_at is not None and not is_past:
            at_entry[conversation.entry_id].append(
                line(conversation.person_id, conversation.active_at)
            )
    return replace(
        report,
        entries=tuple(
            replace(
                entry,
                answered=(
                    line(entry.answered_by_id, entry.answered_at)
                    if is_shared and _is_begun(entry) and entry.answered_by_id and entry.answered_at
                    else None
                ),
                writing=tuple(at_entry[entry.entry_id]),
                helper=asked.get(entry.entry_id),
            )
            for entry in report.entries
        ),
    )


def _asked(
    session: Session, helpers: Sequence[Helper], names: Mapping[int, str], reader: Person
) -> dict[int, str]:
    """By entry, whom the unit has asked for it; what it has asked the reader is no news to them."""
    return {
        entry_id: names.get(helper.person_id or 0, "")
        for helper in helpers
        if helper.person_id != reader.id
        for entry_id in entries_of(session, [helper.id])[helper.id]
    }


def _is_begun(entry: ReportEntry) -> bool:
    return entry.content != EntryContent()


def _writing(session: Session, report_id: int, *, but: int, now: datetime) -> list[Conversation]:
    """Who has a question of the report open and did something at it lately."""
    return list(_active(session, report_id, but, now - _AT_IT))


@prepared
def _active(report_id: int, but: int, since: datetime) -> SelectOfScalar[Conversation]:
    open_now = select(Conversation).where(
        Conversation.report_id == report_id,
        Conversation.person_id != but,
        col(Conversation.entry_id).is_not(None),
        Conversation.step != "",
        col(Conversation.active_at) > since,
    )
    return open_now.order_by(col(Conversation.id))


def _names(session: Session, unit_id: int, person_ids: Iterable[int]) -> dict[int, str]:
    """As the unit knows them; anybody else by the name that they bear in Telegram."""
    wanted = frozenset(person_ids)
    key = ("names", unit_id, wanted)
    return once(session, key, lambda: _names_read(session, unit_id, wanted), of=(Person, Contact))


def _names_read(session: Session, unit_id: int, wanted: frozenset[int]) -> dict[int, str]:
    if not wanted:
        return {}
    names: dict[int, str] = {}
    for person_id, own_name, here in _named_at(session, unit_id, list(wanted)):
        names[person_id] = here or names.get(person_id, own_name)
    return names


@prepared
def _named_at(unit_id: int, person_ids: Collection[int]) -> Select[int, str, str | None]:
    """By person, the own name, and that of each contact that the person is or was at the unit."""
    at_unit = and_(col(Contact.person_id) == Person.id, col(Contact.unit_id) == unit_id)
    return (
        select(col(Person.id), col(Person.name), col(Contact.name))
        .join(Contact, at_unit, isouter=True)
        .where(col(Person.id).in_(person_ids))
        .order_by(col(Contact.id))
    )


def name_at(session: Session, unit_id: int, person_id: int) -> str:
    """What the unit calls the person."""
    return _names(session, unit_id, [person_id]).get(person_id, "")


def who_answered(
    session: Session,
    rows: ReportRows,
    entry: ReportEntry,
    *,
    reader: Person | None,
    zone: ZoneInfo,
    now: datetime,
) -> Byline | None:
    """Who has changed the entry last, be it the reader; of no name at the command line."""
    if entry.answered_at is None:
        return None
    at, by_id = entry.answered_at.astimezone(zone), entry.answered_by_id
    name = name_at(session, rows.unit.id, by_id) if by_id is not None else ""
    is_reader = reader is not None and reader.id == by_id
    return Byline(name, at, is_reader, at.date() == now.astimezone(zone).date())


def name_now_at(session: Session, rows: ReportRows, person_id: int) -> str:
    """The person's name there, or that of whoever has taken the post over since."""
    posts = session.exec(
        select(Contact)
        .where(Contact.unit_id == rows.unit.id, Contact.person_id == person_id)
        .order_by(col(Contact.id))
    ).all()
    if posts and all(post.ended_at is not None for post in posts):
        after = successors(session, rows.office.id).get(posts[-1].id)
        if after is not None:
            return after.name
    return name_at(session, rows.unit.id, person_id)


def others_at(
    session: Session, report_id: int, person_id: int
) -> list[tuple[Conversation, Person]]:
    """Everybody else whose newest card is of the report and to whom messages get through."""
    others = (
        select(Conversation, Person)
        .join(Person, col(Person.id) == Conversation.person_id)
        .where(
            Conversation.report_id == report_id,
            Conversation.person_id != person_id,
            col(Person.unreachable_since).is_(None),
        )
        .order_by(col(Conversation.id))
    )
    return list(session.exec(others))


def texts_left_waiting(
    session: Session, bot_id: int, cycle: Cycle
) -> list[tuple[Conversation, Person, Period]]:
    """Whose text still waits for its place in a report of an earlier month of the cycle's plan."""
    waiting = (
        select(Conversation, Person, col(Cycle.period))
        .join(Person, col(Person.id) == Conversation.person_id)
        .join(Report, col(Report.id) == Conversation.report_id)
        .join(Cycle, col(Cycle.id) == Report.cycle_id)
        .where(
            Person.bot_id == bot_id,
            Cycle.plan_id == cycle.plan_id,
            col(Cycle.period) < cycle.period,
            Conversation.held_text != "",
        )
        .order_by(col(Conversation.id))
    )
    return list(session.exec(waiting))


def as_helper_sees(
    session: Session, rows: ReportRows, report: WorkingReport, person_id: int
) -> WorkingReport:
    """Only what the person was asked for, and by whom."""
    shared = entries_shared(session, rows.report.id, person_id)
    asked_by = next(
        (h.asked_by_id for h in helpers_of(session, rows.report.id) if h.person_id == person_id), 0
    )
    return replace(
        report,
        entries=tuple(entry for entry in report.entries if entry.entry_id in shared),
        exempt=(),
        later=(),
        problems_beside=(),
        filed=(),
        asked_by=name_now_at(session, rows, asked_by),
    )
