"""Messages that asked for what has been done: they say so where they stand, and ask no more."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlmodel import Session

from models.chases import (
    is_office_message_done,
    messages_of_chase,
    messages_of_ended_chase,
    office_messages_done,
)
from models.cycles import OPEN_STATES, Report, newest_revision
from models.delivery import OutboxKind, OutboxRow, unpacked
from models.people import languages_of
from models.ticks import ticks_of_report
from models.work import Work
from scheduler.calls import refresh_calls_of
from texts import say
from texts.wording import moment_name
from vocabulary.message import Message
from vocabulary.terms import CHASED_TICKS, ChaseKind, TickKind


def mark_settled(work: Work, report: Report, asking: Sequence[OutboxRow]) -> None:
    """Edits the messages that asked for the report, for everybody who got one.

    An edit rings nowhere. Nothing happens while the report still wants something.
    """
    settled_at = _settled_at(work.session, report)
    if settled_at is None:
        return
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in asking})
    for row in asking:
        language = languages.get(row.chat_id, work.desk.language)
        at = moment_name(language, work.local(settled_at))
        _add(work, row, say(language, "reminder-settled-filed", at=at))


def mark_extended(work: Work, asking: Sequence[OutboxRow], until: datetime) -> None:
    """The messages that asked for the report by another date name the one that holds now."""
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in asking})
    for row in asking:
        language = languages.get(row.chat_id, work.desk.language)
        at = moment_name(language, work.local(until))
        _add(work, row, say(language, "reminder-settled-extended", until=at))


def mark_ticked(work: Work, report: Report, tick: TickKind) -> None:
    """The messages that asked for a scan or an original say that it has come.

    Nothing happens where it came of an older revision than the newest.
    """
    if ticks_of_report(work.session, report.id).at(tick) is None:
        return
    for kind in (kind for kind, ends in CHASED_TICKS.items() if ends is tick):
        asking = messages_of_chase(work.session, report.id, kind)
        languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in asking})
        for row in asking:
            language = languages.get(row.chat_id, work.desk.language)
            at = moment_name(language, work.local(work.now))
            _add(work, row, say(language, f"reminder-settled-{tick}", at=at))
    refresh_calls_of(work, report)


def mark_signing_over(work: Work, report: Report, line: Callable[[str], str]) -> None:
    """The messages that reminded a leader of what lay before them say what has become of it now.

    line: that, in the reader's language.
    """
    kind = ChaseKind.SIGNATURE_WAITING
    asking = messages_of_ended_chase(work.session, report.id, kind, at=work.now)
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in asking})
    for row in asking:
        _add(work, row, line(languages.get(row.chat_id, work.desk.language)))
    refresh_calls_of(work, report)


def mark_exempt(work: Work, asking: Sequence[OutboxRow]) -> None:
    """The messages that asked for a report that is wanted no more say so."""
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in asking})
    for row in asking:
        language = languages.get(row.chat_id, work.desk.language)
        _add(work, row, say(language, "reminder-settled-exempt"))


def mark_office_done(work: Work) -> None:
    """What reminded the office of its own work says so once nothing that it names waits any more.

    Ask after each deed that may have been the last.
    """
    _say_office_done(work, office_messages_done(work.session, work.desk.office_id, at=work.now))


def mark_office_overtaken(work: Work, row: OutboxRow) -> None:
    """Likewise of a message that was being sent while the last of it was settled."""
    if is_office_message_done(work.session, work.desk.office_id, row):
        _say_office_done(work, [row])


def _say_office_done(work: Work, rows: Sequence[OutboxRow]) -> None:
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in rows})
    at = work.local(work.now)
    for row in rows:
        language = languages.get(row.chat_id, work.desk.language)
        _add(work, row, say(language, "reminder-settled-office", at=moment_name(language, at)))


def _settled_at(session: Session, report: Report) -> datetime | None:
    newest = newest_revision(session, report.id) if report.state not in OPEN_STATES else None
    return newest.filed_at if newest else None


def _add(work: Work, row: OutboxRow, line: str) -> None:
    """What is still true of the message, with one line more and no buttons."""
    if row.message_id is not None:
        said = unpacked(row.content)
        html = f"{said.once_done or said.html}\n{line}"
        message = Message(html, quiet=said.quiet)
        is_document = row.kind is OutboxKind.DOCUMENT
        work.amend(row.chat_id, row.message_id, message, of_document=is_document)
