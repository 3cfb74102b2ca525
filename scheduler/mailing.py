"""What goes to the office's mailbox, and who is told what became of it."""

from datetime import timedelta

from dialog.layout import button
from dialog.press import Action, Press
from models.cycles import Report, Revision
from models.delivery import Document, DocumentKind, Priority
from models.filing import filed_content
from models.mail import (
    Mail,
    draft_document,
    files_left_out,
    is_confirmed,
    is_mailed,
    post,
    stamped_to_mail,
)
from models.milestones import MilestoneName, milestone, reach_milestone
from models.offices import Unit
from models.people import Person, coordinators_reached
from models.stamped_copies import StampedFile, originals_of_revision
from models.ticks import record_tick
from models.work import Work
from reports.mail import LeftOut, letter_of, mailed_name, stamped_name, that_fit
from scheduler.outbox import reason as in_words
from texts import plain, say
from texts.wording import moment_name, period_name
from vocabulary.mail import MailKind
from vocabulary.message import Message
from vocabulary.terms import MessageSubject, TickKind, TickSource

_ONCE_A_DAY = timedelta(days=1)
_PAGES_MAY_COME = timedelta(minutes=10)
"""From the last page of a stamped copy until it is taken for whole."""


def goes_by_itself(work: Work) -> bool:
    """Whether what is filed now is mailed to the office without anybody's doing."""
    rules = work.desk.mail
    return rules.sends and is_confirmed(work.session, work.desk.office_id, rules.to)


def mail_revision(work: Work, revision: Revision) -> None:
    """The draft of the filed revision to the office's mailbox, if it goes by itself; once."""
    if not goes_by_itself(work) or is_mailed(work.session, revision.id):
        return
    rules, language = work.desk.mail, work.desk.language
    filed = filed_content(revision)
    draft: Document = draft_document(work.session, revision, language, work.now)
    name = mailed_name(filed, rules, ".docx", language=language)
    post(
        work,
        MailKind.DRAFT,
        letter_of(filed, rules, MailKind.DRAFT, [name], language=language),
        [(draft, name)],
        address=rules.to,
        domain=domain_of(rules.sender),
        revision_id=revision.id,
    )


def mail_stamped_copies(work: Work) -> None:
    """Stamped copies of which no further page has come for a while, each with its draft.

    What the mail is too small for stays where it is, and the mail says so.
    """
    rules, language = work.desk.mail, work.desk.language
    if not goes_by_itself(work):
        return
    waiting = stamped_to_mail(
        work.session, work.desk.office_id, rules.to, quiet_since=work.now - _PAGES_MAY_COME
    )
    for revision_id in waiting:
        revision = work.session.get_one(Revision, revision_id)
        filed = filed_content(revision)
        draft = draft_document(work.session, revision, language, work.now)
        files = [(draft, mailed_name(filed, rules, ".docx", language=language))]
        left_out: list[tuple[Document, str]] = []
        too_large: list[LeftOut] = []
        pages = originals_of_revision(work.session, revision_id)
        fit = that_fit([page.size for page in pages], most_bytes=rules.most_bytes)
        for number, (page, fits) in enumerate(zip(pages, fit, strict=True), start=1):
            name = stamped_name(filed, rules, number, page.suffix, language=language)
            (files if fits else left_out).append((_kept(work, page, name), name))
            if not fits:
                too_large.append(LeftOut(name, page.size))
        post(
            work,
            MailKind.STAMPED,
            letter_of(
                filed,
                rules,
                MailKind.STAMPED,
                [name for _, name in files],
                left_out=too_large,
                language=language,
            ),
            files,
            left_out=left_out,
            address=rules.to,
            domain=domain_of(rules.sender),
            revision_id=revision_id,
        )


def _kept(work: Work, page: StampedFile, name: str) -> Document:
    return Document(
        office_id=work.desk.office_id,
        kind=DocumentKind.KEPT,
        language=work.desk.language,
        as_of=work.now,
        file_name=name,
        sha256=page.sha256,
    )


def domain_of(address: str) -> str:
    return address.rpartition("@")[2]


def tell_mailed(work: Work, mail: Mail) -> None:
    """The server has taken it: it is ticked off, and whoever filed reads so; no phone rings."""
    if mail.revision_id is None:
        return
    revision = work.session.get_one(Revision, mail.revision_id)
    record_tick(work.session, revision.id, TickKind.MAIL, source=TickSource.MAIL, now=work.now)
    filer = _filer(work, revision)
    if filer is None:
        return
    language = filer.language
    filed = filed_content(revision)
    html = say(
        language,
        "mail-gone",
        unit=filed.unit,
        period=period_name(language, filed.period),
        revision=str(filed.revision),
        address=mail.address,
        at=moment_name(language, work.local(work.now)),
        left=files_left_out(work.session, mail.id),
    )
    work.send(filer.user_id, Message(html, quiet=True), priority=Priority.NOTICE)


def _filer(work: Work, revision: Revision) -> Person | None:
    """Whoever filed it, where messages get through to them."""
    filer = work.session.get(Person, revision.filed_by_id)
    return filer if filer is not None and filer.unreachable_since is None else None


def tell_lost(work: Work, outbox_id: int, mail: Mail, error: str) -> None:
    """A mail was refused, or tried in vain for too long: the coordinators read why, at once.

    Whoever filed was told that they would hear when it has arrived: they read that it has not.
    """
    if mail.revision_id is not None:
        filer = _filer(work, work.session.get_one(Revision, mail.revision_id))
        if filer is not None:
            what = _what(work, mail, filer.language)
            html = say(filer.language, "mail-lost-own", what=what, address=mail.address)
            work.send(filer.user_id, Message(html), priority=Priority.NOTICE)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        html = say(
            language,
            "mail-lost",
            what=_what(work, mail, language),
            address=mail.address,
            why=in_words(language, error),
        )
        again = button(
            language,
            "outbox-button-resend",
            Press(Action.RESEND, outbox_id, "0"),
            number=str(outbox_id),
        )
        show = button(language, "outbox-button-open", Press(Action.OUTBOX))
        work.send(reach.chat_id, Message(html, ((again, show),)), priority=Priority.NOTICE)


def tell_trouble(work: Work, error: str) -> None:
    """The mail server takes nothing until somebody mends the settings; told once a day."""
    told_at = milestone(work.session, work.desk.bot_id, MilestoneName.MAIL_TOLD)
    if told_at is not None and work.now - told_at < _ONCE_A_DAY:
        return
    reaches = coordinators_reached(work.session, work.desk.office_id)
    for reach in reaches:
        html = say(reach.language, "mail-trouble", why=in_words(reach.language, error))
        work.send(reach.chat_id, Message(html), priority=Priority.NOTICE)
    if reaches:
        reach_milestone(work.session, work.desk.bot_id, MilestoneName.MAIL_TOLD, at=work.now)


def _what(work: Work, mail: Mail, language: str) -> str:
    """市工科局2022年7月份 of a report; of a test, that it is one."""
    if mail.revision_id is None:
        return plain(language, f"outbox-subject-{MessageSubject.TEST_MAIL}")
    report_id = work.session.get_one(Revision, mail.revision_id).report_id
    unit_id = work.session.get_one(Report, report_id).unit_id
    filed = filed_content(work.session.get_one(Revision, mail.revision_id))
    unit = work.session.get_one(Unit, unit_id).name
    return plain(language, "mail-of", unit=unit, period=period_name(language, filed.period))
