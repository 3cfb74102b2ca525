"""The process ends at a named moment, and another one goes on from there."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import islice, product

from PIL import Image
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from dialog.press import Action, Press
from models.chases import Chase, Reminder
from models.cycles import Entry, Report, Revision
from models.delivery import Document, InboxRow, InboxState, OutboxRow, OutboxState
from models.evidence import Evidence
from models.filing import record_content
from models.offices import Unit
from models.people import Person as Known
from models.signing import Signing
from models.views import report_rows, working_report
from sandbox import Person
from tests.factories import ZONE, at
from tests.faults.crash_points import ENDED_HERE, Crash, Point
from tests.faults.office import COORDINATOR, OPENS, Office
from tests.faults.process import PATIENCE
from vocabulary.report import Figure
from vocabulary.terms import ContactKind, EntryStatus, SigningEnd

_LIAISONS, _LEADERS = 3, 3
_PAUSE = 0.1  # real seconds between two lines, so that they come in more batches than one


_ONCE_A_TICK = frozenset({Point.AFTER_PLANNING})  # at an opening; see `escalates`
_ELSEWHERE = frozenset(
    {
        Point.MID_MIGRATION,
        Point.MID_COMPILE,
        Point.MID_DOWNLOAD,
        Point.BEFORE_SIGNING_COMMIT,
        Point.AFTER_SIGNING_COMMIT,
    }
)
THRICE = (1, 2, 3)

ALL = tuple(
    Crash(point, nth)
    for point, nth in product(Point, THRICE)
    if point not in _ELSEWHERE and (nth == 1 or point not in _ONCE_A_TICK)
)
"""Every named point at which a message comes by, for the first, second and third time."""


SIGNATURES = tuple(
    Crash(point, nth)
    for point, nth in product((Point.BEFORE_SIGNING_COMMIT, Point.AFTER_SIGNING_COMMIT), THRICE)
)
DESK_ENDS = 2 + 2 * len(THRICE) + len(SIGNATURES)
"""Of the planning the second and third time, and each of download, making and signing."""


class Line:
    """People who write to a bot that ends under them, and what must have come of it.

    The office stands before the opening of July; everybody has joined.
    """

    def __init__(self, office: Office) -> None:
        self.office = office
        self.hits = 0
        self.liaisons = [
            office.joins(f"甲{n}", unit) for n, unit in enumerate(office.units[:_LIAISONS])
        ]
        self.leaders = [
            office.joins(f"丙{n}", unit, ContactKind.HEAD)
            for n, unit in enumerate(office.units[:_LEADERS])
        ]
        self.lines: dict[int, int] = {leader.id: 1 for leader in self.leaders}
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0

    def opens_july(self) -> None:
        self.office.clock.jump(OPENS - self.office.clock.now())

    def crashes(self, crash: Crash) -> None:
        """Runs until it ends at the point, with the leaders writing all the while."""
        self.office.bot.starts(crash=crash)
        ends_at = time.monotonic() + PATIENCE
        while self.office.bot.exit_code is None and time.monotonic() < ends_at:
            leader = self.leaders[len(self.office.sandbox.journal.updates) % _LEADERS]
            leader.sends("a line")
            self.lines[leader.id] += 1
            time.sleep(_PAUSE)
        assert self.office.bot.exit_code == ENDED_HERE, f"never came to {crash}"
        self.office.bot.waits_for_end()
        with Session(self.office.engine) as session:
            under_way = select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING)
            self.hits += len(session.exec(under_way).all())

    def goes_on(self) -> None:
        """Another process does what is left, and everything is as if nothing had happened."""
        self.office.starts_and_is_quiet()
        assert self.office.bot.ends() == 0
        with Session(self.office.engine) as session:
            in_doubt = self._check_tables(session)
        surplus = sum(_from_bot(leader) - self.lines[leader.id] for leader in self.leaders)
        assert -in_doubt <= surplus <= self.hits, f"{surplus=} {in_doubt=} {self.hits=}"

    def _check_tables(self, session: Session) -> int:
        """So many answers ended in doubt: hit at both tries, they may have arrived or not."""
        inbox = session.exec(select(InboxRow)).all()
        written = {update.update_id for update in self.office.sandbox.journal.updates}
        assert {row.update_id for row in inbox} == written
        assert {row.state for row in inbox} == {InboxState.DONE}
        in_doubt = 0
        for leader in self.leaders:
            answers = session.exec(select(OutboxRow).where(OutboxRow.chat_id == leader.id)).all()
            assert len(answers) == self.lines[leader.id]
            states = Counter(row.state for row in answers)
            assert set(states) <= {OutboxState.SENT, OutboxState.UNKNOWN}
            in_doubt += states[OutboxState.UNKNOWN]
        reminders = session.exec(select(Reminder)).all()
        assert len(reminders) == _LIAISONS
        assert len({reminder.contact_id for reminder in reminders}) == _LIAISONS
        return in_doubt


def _from_bot(person: Person) -> int:
    return sum(message.from_bot for message in person.chat)


def escalates(office: Office, times: Sequence[int]) -> None:
    """A tick plans for the unit's leaders, the task force and the office, each in a commit.

    It ends after the n-th of them, in one month after another; what is left is planned by the next
    process, and nothing twice. The office stands before the opening of July.
    """
    unit = office.units[0]
    office.joins("张联络", unit)
    office.joins("李局长", unit, ContactKind.HEAD)
    office.joins("专班", office.forces[unit], ContactKind.TASK_FORCE)
    office.has_moved_on(office.clock.now())
    for (opens, late, escalating), nth in zip(_MONTHS, times, strict=False):
        office.has_moved_on(opens)
        office.has_moved_on(late)
        office.clock.jump(escalating - office.clock.now())
        _ends_at(office, Crash(Point.AFTER_PLANNING, nth))
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        with Session(office.engine) as session:
            newest = session.exec(select(func.max(Chase.report_id)).where(_of(unit))).one()
            rungs = [
                (reminder.rung, reminder.contact_id)
                for reminder in session.exec(
                    select(Reminder)
                    .join(Chase, col(Chase.id) == Reminder.chase_id)
                    .where(Chase.report_id == newest, col(Reminder.outbox_id).is_not(None))
                )
            ]
        assert len(set(rungs)) == len(rungs), (newest, rungs)
        assert {rung for rung, _ in rungs} >= _ESCALATED


_MONTHS = tuple(
    (at(1, 9, 5, month=month), at(late, 10, month=month), at(day, 15, month=month))
    for month, late, day in ((8, 8, 11), (9, 6, 9))
)
"""A month opens, is overdue, and has been so for four workdays."""

_ESCALATED = {"overdue", "overdue_head", "overdue_task_force", "overdue_office"}


def _of(unit: str) -> ColumnElement[bool]:
    reports = select(Report.id).join(Unit, col(Unit.id) == Report.unit_id)
    return col(Chase.report_id).in_(reports.where(Unit.name == unit))


def compiles(office: Office, times: Sequence[int] = THRICE) -> None:
    """A workbook's making is cut off, after others were made: each comes once. July is open."""
    coordinator = office.sandbox.people[COORDINATOR]
    for nth in times:
        before = _documents(coordinator)
        for _ in range(nth):
            coordinator.sends("/ledger")
        _ends_at(office, Crash(Point.MID_COMPILE, nth))
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        assert _documents(coordinator) == before + nth
    with Session(office.engine) as session:
        unmade = select(Document).where(col(Document.sha256).is_(None))
        assert session.exec(unmade).all() == []


def downloads(office: Office, times: Sequence[int] = THRICE) -> None:
    """A photo's download is cut off, after others were fetched: each is kept once. July is open."""
    liaison = office.joins("张联络", office.units[0])
    office.starts_and_is_quiet()
    assert office.bot.ends() == 0
    sent: set[str] = set()
    for nth in times:
        for _ in range(nth):
            content = _photo(len(sent))
            sent.add(sha256(content).hexdigest())
            liaison.sends_photo(content)
        _ends_at(office, Crash(Point.MID_DOWNLOAD, nth))
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        with Session(office.engine) as session:
            kept = list(session.exec(select(Evidence.sha256)))
        assert sorted(kept) == sorted(sent)


def signs(office: Office, crashes: Sequence[Crash]) -> None:
    """Leaders sign, and it ends around the commit of the n-th: each report is filed once.

    July is open.
    """
    units = iter(office.units)
    for crash in crashes:
        chosen = list(islice(units, crash.nth))
        leaders = [_has_sent_to_sign(office, unit) for unit in chosen]
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        with Session(office.engine) as session:
            waiting = list(session.exec(select(Signing.id).where(col(Signing.ended_at).is_(None))))
        assert len(waiting) == crash.nth
        for leader, signing_id in zip(leaders, waiting, strict=True):
            leader.presses(Press(Action.SIGN, signing_id).data())
        _ends_at(office, crash)
        office.starts_and_is_quiet()
        assert office.bot.ends() == 0
        with Session(office.engine) as session:
            ends = list(session.exec(select(Signing.end)))
            signed = select(Revision).where(col(Revision.signed_by_id).is_not(None))
            revisions = [revision.report_id for revision in session.exec(signed)]
        assert set(ends) == {SigningEnd.SIGNED}
        assert len(revisions) == len(set(revisions)) == len(ends)


def _has_sent_to_sign(office: Office, unit: str) -> Person:
    """Its liaison has filled the report in and taps; the leader who is to sign."""
    liaison = office.joins(f"张{unit}", unit)
    leader = office.joins(f"李{unit}", unit, ContactKind.LEADER_IN_CHARGE)
    office.sandbox.people[COORDINATOR].sends(f"/signing {unit} 开")
    office.starts_and_is_quiet()
    assert office.bot.ends() == 0

    def filled(session: Session) -> tuple[int, int]:
        found = select(Report).join(Unit, col(Unit.id) == Report.unit_id).where(Unit.name == unit)
        report = session.exec(found).one()
        rows = report_rows(session, report.id)
        assert rows is not None
        person = session.exec(select(Known).where(Known.user_id == liaison.id)).one()
        for asked in working_report(session, rows, ZONE).entries:
            entry = session.get_one(Entry, asked.entry_id)
            content = replace(
                asked.content,
                status=EntryStatus.ON_TRACK,
                text="已推进。",
                figures=tuple(Figure(one.indicator_id, None) for one in asked.measure.indicators),
            )
            record_content(session, report, entry, content, person, now=office.clock.now())
        session.flush()
        return report.id, report.version

    with office.opened() as database:
        report_id, version = database.run(filled)
    liaison.presses(Press(Action.FILE, report_id, "", version).data())
    return leader


def _ends_at(office: Office, crash: Crash) -> None:
    office.bot.starts(crash=crash)
    office.bot.waits(lambda: office.bot.exit_code is not None)
    assert office.bot.waits_for_end() == ENDED_HERE, f"never came to {crash}"


def _documents(person: Person) -> int:
    return sum(message.document is not None for message in person.chat)


def _photo(number: int) -> bytes:
    """Each number is another picture."""
    stream = BytesIO()
    Image.new("RGB", (32 + number, 24), "red").save(stream, "JPEG")
    return stream.getvalue()
