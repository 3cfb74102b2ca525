"""The electronic copy by mail: whom it goes to, under which name, and what a mail is."""

import re
from dataclasses import dataclass
from enum import StrEnum

from vocabulary.period import Period

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*", re.ASCII)
_LONGEST_ADDRESS = 254  # what fits into a path of SMTP (RFC 5321, 4.5.3.1.3)
_LONGEST_LOCAL_PART = 64  # the same, 4.5.3.1.1

MAIL_PLACEHOLDERS = ("unit", "official", "plan", "period", "month", "year", "revision")
"""What subject and file name may name: the unit's short and official name, the plan, 2022年7月份,
7, 2022, and which revision it is."""


def is_mail_address(value: str) -> bool:
    """Whether it is one bare address, local@domain: no name, list, line end or quotation mark."""
    local = value.partition("@")[0]
    fits = len(value) <= _LONGEST_ADDRESS and len(local) <= _LONGEST_LOCAL_PART
    return fits and _ADDRESS.fullmatch(value) is not None


class MailKind(StrEnum):
    """Test: carries the code that confirms an address. Stamped: the copy that came back."""

    TEST = "test"
    DRAFT = "draft"
    STAMPED = "stamped"


@dataclass(frozen=True, slots=True)
class MailRules:
    """What the office has decided about mail.

    to: its address; "" where it wants none. sender: whom mails come from; "" where nothing is sent.
    sender_name: as mail programs show that.
    subject, file_name: with `MAIL_PLACEHOLDERS` in braces. most_bytes: what the server takes.
    """

    to: str = ""
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    file_name: str = ""
    most_bytes: int = 20 << 20

    @property
    def sends(self) -> bool:
        """Whether there is a server that takes mails."""
        return bool(self.to and self.sender)


NO_MAIL = MailRules()
"""The office wants none."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says. subject: one line. text: several."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class MailDesk:
    """How the mail of an office stands, for its coordinators.

    to: "" where it wants none. sends: whether there is a server. confirmed: whether somebody has
    told the code that stood in a test mail. is_asked: a test mail is under way, or was sent.
    period: of the newest cycle of which a report is filed. filed, mailed: its reports that are, and
    whose newest revision is in a mail. waiting, lost: mails still to go, and that did not arrive.
    """

    to: str
    sends: bool
    confirmed: bool
    is_asked: bool = False
    period: Period | None = None
    filed: int = 0
    mailed: int = 0
    waiting: int = 0
    lost: int = 0
