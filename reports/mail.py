"""A mail as bytes: subject and file names by the office's rule, whatever people are called."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import PurePath

from reports.draft import draft_file_name
from reports.paper_words import inside_title_marks
from reports.printable import file_name, one_line, printable
from texts import plain
from texts.wording import filer_name, listed, moment_name, month_name, period_name
from vocabulary.counts import counted
from vocabulary.mail import Letter, MailKind, MailRules
from vocabulary.report import FiledReport

_LONGEST_SUBJECT = 120  # characters; what a mailbox shows of it is less
_LONGEST_STEM = 60  # characters of a file's name; longer ones are cut by some mail programs

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}


_ENCODED, _LINE = 57, 78  # bytes of a file in a line of base64, and of that line
_FOR_THE_REST = 600_000  # bytes: the draft, which is seldom a tenth of it, and what is said


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a mail, under the name that it is to have there."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that a mail is too small for. name: what it would be called there."""

    name: str
    size: int


def that_fit(sizes: Sequence[int], *, most_bytes: int) -> list[bool]:
    """Which files go beside the draft into a mail of so many bytes: in their order, if they fit."""
    fit, left = [], most_bytes - _FOR_THE_REST
    for size in sizes:
        needed = -(-size // _ENCODED) * _LINE
        fit.append(needed <= left)
        left -= needed if needed <= left else 0
    return fit


def letter_of(
    filed: FiledReport,
    rules: MailRules,
    kind: MailKind,
    files: Sequence[str],
    *,
    left_out: Sequence[LeftOut] = (),
    language: str,
) -> Letter:
    """What the mail of a filed revision says. files: the names of what it carries.

    left_out: what it ought to carry too; it says where that lies.
    """
    marks = [
        plain(language, f"mail-mark-{mark}")
        for mark, holds in (
            ("corrected", filed.is_correction),
            ("again", filed.is_again),
            ("stamped", kind is MailKind.STAMPED),
            ("left-out", bool(left_out)),
        )
        if holds
    ]
    named = _filled(rules.subject, filed, language)
    subject = ("".join(marks) + named)[:_LONGEST_SUBJECT]
    counts = counted(filed.entries)
    statuses = [
        plain(language, "mail-status", status=plain(language, f"status-{status}"), count=count)
        for status, count in counts.statuses.items()
        if status and count
    ]
    lines = [
        plain(
            language,
            "mail-text",
            unit=one_line(filed.official_name or filed.unit),
            plan=inside_title_marks(one_line(filed.plan_title)),
            month=month_name(language, filed.period),
            revision=str(filed.revision),
            receipt=one_line(filed.receipt),
            at=moment_name(language, filed.filed_at),
            by=one_line(filer_name(language, filed)),
        ),
        plain(
            language,
            "mail-counts",
            total=counts.total,
            statuses=listed(language, statuses) or "none",
            one_line=counts.one_line,
        ),
    ]
    if filed.is_correction:
        reason = one_line(filed.correction_reason)
        lines.append(plain(language, "mail-corrected", reason=reason))
    if filed.is_again:
        answer = one_line(filed.return_answer) or "none"
        lines.append(plain(language, "mail-again", answer=answer))
    lines += [plain(language, "mail-file", name=name) for name in files]
    lines += [
        plain(
            language,
            "mail-left-out",
            name=one.name,
            size=_megabytes(one.size),
            most=_megabytes(rules.most_bytes),
            unit=one_line(filed.unit),
        )
        for one in left_out
    ]
    if shown := sum(len(entry.evidence) for entry in filed.entries):
        lines.append(plain(language, "mail-evidence", count=shown))
    if filed.contact_name or filed.contact_phone:
        who = " ".join(filter(None, (one_line(filed.contact_name), one_line(filed.contact_phone))))
        lines.append(plain(language, "mail-contact", who=who))
    lines.append(plain(language, "mail-end"))
    return Letter(subject, "\n".join(lines))


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):.1f}".removesuffix(".0")


def code_letter(language: str, *, office: str, code: str) -> Letter:
    """The mail whose code shows that somebody of the office reads what comes to its address."""
    subject = plain(language, "mail-test-subject", office=one_line(office))
    return Letter(subject, plain(language, "mail-test-text", office=one_line(office), code=code))


def mailed_name(filed: FiledReport, rules: MailRules, suffix: str, *, language: str) -> str:
    """The name of a file in the mail: by rule, short, and of a correction with its revision."""
    stem = _filled(rules.file_name, filed, language)[:_LONGEST_STEM]
    if filed.revision > 1:
        stem += plain(language, "mail-file-corrected", revision=str(filed.revision))
    return file_name(stem, suffix)


def stamped_name(
    filed: FiledReport, rules: MailRules, number: int, suffix: str, *, language: str
) -> str:
    """The name of a page, or of some, of the stamped copy: they are counted from 1."""
    stem = _filled(rules.file_name, filed, language)[:_LONGEST_STEM]
    return file_name(stem + plain(language, "mail-file-stamped", number=str(number)), suffix)


def letter_file_name(filed: FiledReport) -> str:
    """The name of the ready mail itself, as a file."""
    return draft_file_name(filed, ".eml")


def _filled(pattern: str, filed: FiledReport, language: str) -> str:
    return one_line(
        pattern.format(
            unit=filed.unit,
            official=filed.official_name or filed.unit,
            plan=filed.plan_title,
            period=period_name(language, filed.period),
            month=filed.period.month,
            year=filed.period.year,
            revision=filed.revision,
        )
    )


def ready_mail(filed: FiledReport, rules: MailRules, draft: bytes, *, language: str) -> bytes:
    """A mail that the unit sends itself, from its own mailbox: whole but for its sender."""
    name = mailed_name(filed, rules, ".docx", language=language)
    known = f"{filed.office} {filed.unit} {filed.receipt} {filed.revision}"
    return make_mail(
        letter_of(filed, rules, MailKind.DRAFT, [name], language=language),
        to=rules.to,
        sender="",
        message_id=f"<{hashlib.sha256(known.encode()).hexdigest()[:32]}@baosong.invalid>",
        at=filed.filed_at,
        files=[Attached(name, draft)],
    )


def make_mail(
    letter: Letter,
    *,
    to: str,
    sender: str,
    message_id: str,
    at: datetime,
    files: Sequence[Attached],
    sender_name: str = "",
) -> bytes:
    """The same values always become the same bytes.

    sender: "" for a mail that somebody else will send: their program then opens it as a draft.
    sender_name: as mail programs show the sender. message_id: with its brackets. The text and every
    file go in base64: no line is ever too long, and nothing on the way changes a byte.
    """
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(letter.subject)
    if sender:
        mail["From"] = Address(one_line(sender_name), addr_spec=sender)
    else:
        mail["X-Unsent"] = "1"
    if to:
        mail["To"] = to
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id
    mail.set_content(printable(letter.text), charset="utf-8", cte="base64")
    known = hashlib.sha256(message_id.encode()).hexdigest()[:32]
    places = [f"{known}.{number}" for number in range(len(files))]
    for one, place in zip(files, places, strict=True):
        suffix = PurePath(one.name).suffix.lower()
        main, _, sub = _TYPES.get(suffix, "application/octet-stream").partition("/")
        params = {"name": place}
        mail.add_attachment(
            one.content, maintype=main, subtype=sub, filename=one.name, params=params
        )
    if files:
        mail.set_boundary(f"=_{known}")
    made = mail.as_bytes()
    for one, place in zip(files, places, strict=True):
        made = made.replace(place.encode(), _old_style(one.name), 1)
    return made


def _old_style(name: str) -> bytes:
    """The name for mail programs that do not know RFC 2231, as others write it for them.

    In encoded words within quotes, which no standard allows; Python's library does not write it.
    """
    return Header(name, "utf-8").encode(linesep="\r\n").encode()
