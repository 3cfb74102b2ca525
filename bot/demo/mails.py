"""What the office's mailbox has received, as its people read it there."""

import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from reports.printable import file_name
from sandbox.mailbox import Mailbox
from texts import DEFAULT_LANGUAGE
from texts.wording import period_name
from vocabulary.period import Period


def mails_of(box: Mailbox) -> list[EmailMessage]:
    """Oldest first."""
    read = (message_from_bytes(one.content, policy=default) for one in box.mails)
    return [mail for mail in read if isinstance(mail, EmailMessage)]


def code_in(mail: EmailMessage) -> str:
    """The code that confirms the mailbox; "" where the mail has none."""
    body = mail.get_body()
    found = re.search(r"/mail (\d{6})", str(body.get_content()) if body else "")
    return found[1] if found else ""


def files_in(mail: bytes) -> list[bytes]:
    """What it carries."""
    read = message_from_bytes(mail, policy=default)
    parts = read.iter_attachments() if isinstance(read, EmailMessage) else ()
    return [part.get_content() for part in parts]


def mails_of_month(box: Mailbox, period: Period) -> Mapping[str, bytes]:
    """By a name for the file: its subject; of a unit that corrects twice, the newest."""
    month = period_name(DEFAULT_LANGUAGE, period)
    return {
        file_name(str(mail["Subject"]), ".eml"): one.content
        for one, mail in zip(box.mails, mails_of(box), strict=True)
        if month in str(mail["Subject"])
    }
