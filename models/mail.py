"""The office's mailbox and what goes to it: the electronic copy of each filed report."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlmodel import Field, Session, SQLModel, UniqueConstraint, col, func, select

from models.columns import Moment, belongs_to, long_text, moment, word
from models.cycles import FILED_STATES, Cycle, Report, Revision, newest_revision
from models.delivery import (
    WAITING,
    Document,
    DocumentKind,
    OutboxKind,
    OutboxRow,
    OutboxState,
    Priority,
    leased,
)
from models.stamped_copies import StampedCopy, StampedFile
from models.work import Work
from vocabulary.mail import Letter, MailDesk, MailKind
from vocabulary.period import Period
from vocabulary.terms import ReportState

CODE_VALID = timedelta(hours=24)
MOST_WRONG_CODES = 5

NO_CHAT = 0
"""The chat of a row that goes by mail."""


class Mailbox(SQLModel, table=True):
    """An address of the office's. Nothing goes there before somebody has told the code of a test.

    code_hash: of the newest test mail; empty when it was used, or told wrongly too often.
    """

    __table_args__ = (UniqueConstraint("office_id", "address"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    address: str
    code_hash: str = ""
    code_until: datetime | None = moment()
    wrong_codes: int = 0
    confirmed_at: datetime | None = moment()
    confirmed_by_id: int | None = belongs_to("person.id", required=False)


class Mail(SQLModel, table=True):
    """A mail, whole but for its files. Its Message-ID is the same at every try.

    address: whom it went to last; of a test, whom it is for.
    """

    id: int = Field(default=None, primary_key=True)
    office_id: int = belongs_to("office.id")
    kind: MailKind = word(MailKind)
    revision_id: int | None = belongs_to("revision.id", required=False)
    address: str
    message_id: str = Field(unique=True)
    subject: str = long_text()
    text: str = long_text()
    made_at: datetime = moment(required=True)


class MailFile(SQLModel, table=True):
    """A file that a mail carries, under the name it has there.

    left_out: too large to go with the others; the mail only says where it lies.
    """

    __tablename__ = "mail_file"
    __table_args__ = (UniqueConstraint("mail_id", "position"),)

    id: int = Field(default=None, primary_key=True)
    mail_id: int = belongs_to("mail.id")
    position: int
    document_id: int = belongs_to("document.id")
    name: str
    left_out: bool = False


def is_mailed(session: Session, revision_id: int) -> bool:
    """Whether its draft is in a mail, whatever became of that."""
    mails = select(Mail.id).where(Mail.revision_id == revision_id, Mail.kind == MailKind.DRAFT)
    return session.exec(mails.limit(1)).first() is not None


def mailbox_of(session: Session, office_id: int, address: str) -> Mailbox | None:
    return session.exec(
        select(Mailbox).where(Mailbox.office_id == office_id, Mailbox.address == address)
    ).first()


def is_confirmed(session: Session, office_id: int, address: str) -> bool:
    box = mailbox_of(session, office_id, address)
    return box is not None and box.confirmed_at is not None


def ask_code(session: Session, office_id: int, address: str, code: str, *, now: datetime) -> None:
    """From now on this code confirms the address, and no earlier one."""
    box = mailbox_of(session, office_id, address) or Mailbox(office_id=office_id, address=address)
    box.code_hash, box.code_until, box.wrong_codes = _hashed(code), now + CODE_VALID, 0
    session.add(box)
    session.flush()


def confirm_mailbox(
    session: Session, office_id: int, address: str, code: str, person_id: int, *, now: datetime
) -> bool:
    """False where it is not the code, is too old, or was told wrongly too often."""
    box = mailbox_of(session, office_id, address)
    if box is None or not box.code_hash or box.code_until is None or box.code_until <= now:
        return False
    if box.code_hash != _hashed(code):
        box.wrong_codes += 1
        if box.wrong_codes >= MOST_WRONG_CODES:
            box.code_hash = ""
        return False
    box.code_hash = ""
    box.confirmed_at, box.confirmed_by_id = now, person_id
    return True


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def post(
    work: Work,
    kind: MailKind,
    letter: Letter,
    files: Sequence[tuple[Document, str]] = (),
    *,
    left_out: Sequence[tuple[Document, str]] = (),
    address: str,
    domain: str,
    revision_id: int | None = None,
) -> Mail:
    """Puts a mail into the outbox. files: each with its name. domain: of whoever sends it.

    left_out: what belongs to it, and is too large to go with it.
    """
    mail = Mail(
        office_id=work.desk.office_id,
        kind=kind,
        revision_id=revision_id,
        address=address,
        message_id=f"<{uuid4().hex}@{domain}>",
        subject=letter.subject,
        text=letter.text,
        made_at=work.now,
    )
    work.session.add(mail)
    work.session.add_all([document for document, _ in (*files, *left_out)])
    work.session.flush()
    for position, (document, name) in enumerate((*files, *left_out)):
        work.session.add(
            MailFile(
                mail_id=mail.id,
                position=position,
                document_id=document.id,
                name=name,
                left_out=position >= len(files),
            )
        )
    work.session.add(
        OutboxRow(
            bot_id=work.desk.bot_id,
            chat_id=NO_CHAT,
            kind=OutboxKind.MAIL,
            mail_id=mail.id,
            priority=Priority.REPLY if kind is MailKind.TEST else Priority.NOTICE,
            not_before=work.now,
            created_at=work.now,
        )
    )
    work.session.flush()
    return mail


def claim_next_mail(
    session: Session, bot_id: int, *, now: datetime, lease: timedelta
) -> OutboxRow | None:
    """The next mail to be sent, leased to the caller. One that is put off holds up no other."""
    row = session.exec(
        select(OutboxRow)
        .where(
            OutboxRow.bot_id == bot_id,
            OutboxRow.kind == OutboxKind.MAIL,
            OutboxRow.state == OutboxState.DUE,
            col(OutboxRow.not_before) <= now,
        )
        .order_by(col(OutboxRow.priority), col(OutboxRow.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    return leased(session, row, now=now, lease=lease)


def mail_files(session: Session, mail_id: int) -> list[tuple[int, str]]:
    """The documents that the mail carries, each with its name there."""
    files = select(MailFile.document_id, MailFile.name).where(
        MailFile.mail_id == mail_id, col(MailFile.left_out).is_(False)
    )
    return list(session.exec(files.order_by(col(MailFile.position))))


def is_overtaken(session: Session, mail: Mail) -> bool:
    """Whether the report was filed again since: nobody wants the older revision then."""
    if mail.revision_id is None:
        return False
    revision = session.get_one(Revision, mail.revision_id)
    newest = newest_revision(session, revision.report_id)
    return newest is not None and newest.id != revision.id


def draft_document(session: Session, revision: Revision, language: str, now: datetime) -> Document:
    """The draft that was handed out of the revision; made anew only where there was none."""
    handed_out = select(Document).where(
        Document.kind == DocumentKind.DRAFT, Document.revision_id == revision.id
    )
    found = session.exec(handed_out.order_by(col(Document.id)).limit(1)).first()
    if found is not None:
        return found
    report = session.get_one(Report, revision.report_id)
    return Document(
        office_id=report.office_id,
        kind=DocumentKind.DRAFT,
        revision_id=revision.id,
        language=language,
        as_of=now,
    )


def files_left_out(session: Session, mail_id: int) -> int:
    """How many files the mail was too small for."""
    files = select(func.count(col(MailFile.id))).where(
        MailFile.mail_id == mail_id, col(MailFile.left_out)
    )
    return session.exec(files).one()


def stamped_to_mail(
    session: Session, office_id: int, address: str, *, quiet_since: datetime
) -> list[int]:
    """Revisions with a stamped copy of which a page is in no mail; their ids.

    Only what came since the address is confirmed, and not while pages may still be coming: since
    the moment none has. A page that comes later is mailed with all the others.
    """
    box = mailbox_of(session, office_id, address)
    if box is None or box.confirmed_at is None:
        return []
    mailed = (
        select(MailFile.id)
        .join(Mail, col(Mail.id) == MailFile.mail_id)
        .join(Document, col(Document.id) == MailFile.document_id)
        .where(
            Mail.kind == MailKind.STAMPED,
            col(Mail.revision_id) == StampedCopy.revision_id,
            col(Document.sha256) == StampedFile.sha256,
        )
    )
    of_office = (
        select(col(StampedCopy.revision_id), func.max(StampedFile.received_at, type_=Moment()))
        .join(StampedFile, col(StampedFile.copy_id) == StampedCopy.id)
        .where(
            StampedCopy.office_id == office_id,
            col(StampedCopy.counts_at) >= box.confirmed_at,
            col(StampedCopy.ended_at).is_(None),
            ~mailed.exists(),
        )
        .group_by(col(StampedCopy.revision_id))
    )
    return [
        revision_id
        for revision_id, newest in session.exec(of_office)
        if revision_id is not None and newest <= quiet_since
    ]


@dataclass(frozen=True, slots=True)
class Unmailed:
    """A filed report whose newest revision nobody has put into a mail."""

    report_id: int
    revision_id: int


def unmailed_reports(
    session: Session, cycle_id: int, *, of: frozenset[ReportState] = FILED_STATES
) -> list[Unmailed]:
    """The cycle's filed reports whose newest revision was in no mail, by report.

    of: the states in which a report may be mailed.
    """
    newest = (
        select(func.max(Revision.id))
        .join(Report, col(Report.id) == Revision.report_id)
        .where(Report.cycle_id == cycle_id, col(Report.state).in_(of))
        .group_by(col(Revision.report_id))
    )
    mailed = select(Mail.id).where(
        col(Mail.revision_id) == Revision.id, Mail.kind == MailKind.DRAFT
    )
    rows = select(Revision.report_id, Revision.id).where(
        col(Revision.id).in_(newest), ~mailed.exists()
    )
    return [Unmailed(*row) for row in session.exec(rows.order_by(col(Revision.report_id)))]


def newest_cycle_filed(session: Session, office_id: int) -> tuple[int, Period] | None:
    """The newest cycle of which a report was filed."""
    found = session.exec(
        select(col(Cycle.id), col(Cycle.period))
        .join(Report, col(Report.cycle_id) == Cycle.id)
        .where(Cycle.office_id == office_id, col(Report.state).in_(FILED_STATES))
        .order_by(col(Cycle.due_at).desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None


def mail_desk(
    session: Session,
    office_id: int,
    *,
    to: str,
    sends: bool,
    of: frozenset[ReportState] = FILED_STATES,
) -> MailDesk:
    """How the office's mail stands. of: the states in which a report may be mailed."""
    box = mailbox_of(session, office_id, to) if to else None
    cycle = newest_cycle_filed(session, office_id)
    filed = mailed = 0
    if cycle is not None:
        of_cycle = (
            select(func.count(col(Report.id)))
            .where(Report.cycle_id == cycle[0])
            .where(col(Report.state).in_(of))
        )
        filed = session.exec(of_cycle).one()
        mailed = filed - len(unmailed_reports(session, cycle[0], of=of))
    rows = select(func.count(col(OutboxRow.id))).join(Mail, col(Mail.id) == OutboxRow.mail_id)
    of_office = rows.where(Mail.office_id == office_id)
    lost = (OutboxState.DEAD, OutboxState.UNKNOWN)
    return MailDesk(
        to=to,
        sends=sends,
        confirmed=box is not None and box.confirmed_at is not None,
        is_asked=box is not None and bool(box.code_hash),
        period=cycle[1] if cycle else None,
        filed=filed,
        mailed=mailed,
        waiting=session.exec(of_office.where(col(OutboxRow.state).in_(WAITING))).one(),
        lost=session.exec(of_office.where(col(OutboxRow.state).in_(lost))).one(),
    )
