"""/mail: the office's mailbox, confirmed by a code that a test mail brings; and what has gone."""

import re
import secrets
from collections.abc import Sequence

from telegram import Update

from dialog.mail import mailbox_card
from dialog.press import Press
from handlers.context import Context, for_coordinators
from models.cycles import FILED_STATES, Revision
from models.mail import (
    ask_code,
    confirm_mailbox,
    mail_desk,
    newest_cycle_filed,
    post,
    unmailed_reports,
)
from models.offices import Office
from models.work import Work
from reports.mail import code_letter
from scheduler.mailing import domain_of, goes_by_itself, mail_revision
from texts import plain, say
from vocabulary.errors import BaosongError, Stale
from vocabulary.mail import MailKind
from vocabulary.terms import ReportState, StampAfter

CARD = "mail"
"""The slot in which the mailbox of the office stands."""

_CODE = re.compile(r"\d{6}", re.ASCII)


class CodeWrong(BaosongError):
    """It is not the code of the newest test mail, or that is no good any more."""

    text_key = "mail-code-wrong"


@for_coordinators
async def on_mail(_update: Update, context: Context) -> None:
    """/mail, or /mail CODE."""
    await context.unit(take_code, context.args or [])


def take_code(work: Work, words: Sequence[str]) -> None:
    if not words:
        _show(work)
        return
    code, to = "".join(words), work.desk.mail.to
    confirmed = bool(_CODE.fullmatch(code)) and confirm_mailbox(
        work.session, work.desk.office_id, to, code, work.writer.id, now=work.now
    )
    if not confirmed:
        work.explain(CodeWrong())  # not raised: that it was wrong has to be counted
        return
    _show(work, say(work.language, "mail-just-confirmed", address=to))


def send_test(work: Work, _press: Press) -> None:
    """[发确认邮件]: the newest code alone is good."""
    rules, language = work.desk.mail, work.desk.language
    if not rules.sends or goes_by_itself(work):
        raise Stale
    code = f"{secrets.randbelow(10**6):06d}"
    ask_code(work.session, work.desk.office_id, rules.to, code, now=work.now)
    office = work.session.get_one(Office, work.desk.office_id).name
    post(
        work,
        MailKind.TEST,
        code_letter(language, office=office, code=code),
        address=rules.to,
        domain=domain_of(rules.sender),
    )
    work.toast = plain(work.language, "mail-test-queued")
    _show(work)


def mail_the_rest(work: Work, _press: Press) -> None:
    """[补寄]: the newest revisions of the newest cycle that are in no mail."""
    if not goes_by_itself(work):
        raise Stale
    cycle = newest_cycle_filed(work.session, work.desk.office_id)
    rest = unmailed_reports(work.session, cycle[0], of=_mailable(work)) if cycle else []
    for one in rest:
        mail_revision(work, work.session.get_one(Revision, one.revision_id))
    key = "mail-rest-queued" if rest else "mail-rest-none"
    work.toast = plain(work.language, key, count=len(rest))
    _show(work)


def _show(work: Work, said: str = "") -> None:
    rules = work.desk.mail
    desk = mail_desk(
        work.session, work.desk.office_id, to=rules.to, sends=rules.sends, of=_mailable(work)
    )
    work.card(CARD, mailbox_card(work.language, desk, said=said))


def _mailable(work: Work) -> frozenset[ReportState]:
    """A draft that waits for acceptance to be stamped waits for it to be mailed, too."""
    is_late_stamp = work.desk.stamp_after is StampAfter.ACCEPTED
    return frozenset({ReportState.ACCEPTED}) if is_late_stamp else FILED_STATES
