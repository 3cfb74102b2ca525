"""The code on the page that is stamped: which filed revision the page was printed from.

    BS1-2207-A3K-2-7K3M5QXA

Of the report A3K (its id, to the base 36), for July 2022, revision 2. The last eight signs are a
digest of these and of all that was filed. A code that was misread, made up, or printed by another
office's bot is told by them: nobody can work them out who has not the record as it is stored. They
say nothing of the other pages, and a code can be copied from one page to another.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

from vocabulary.period import Period

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARK = "BS1"
_WRITTEN = re.compile(r"BS1-(\d\d)(\d\d)-([0-9A-Z]{1,6})-([1-9]\d{0,2})-([A-Z2-7]{8})", re.ASCII)
_OURS = re.compile(r"BS\d-")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class StampCode:
    """What a code says; whether it is true is `is_of`."""

    report_id: int
    period: Period
    revision: int
    digest: str

    @property
    def text(self) -> str:
        """At most 28 signs, none of which makes the picture larger."""
        return f"{_named(self.report_id, self.period, self.revision)}-{self.digest}"

    def is_of(self, content: str) -> bool:
        """Whether it was made of this record, as it is stored."""
        return self == stamp_code(self.report_id, self.period, self.revision, content)


def stamp_code(report_id: int, period: Period, revision: int, content: str) -> StampCode:
    """content: the filed record, as it is stored, which never changes."""
    named = _named(report_id, period, revision)
    digest = hashlib.sha256(f"{named}\n{content}".encode()).digest()[:5]
    return StampCode(report_id, period, revision, base64.b32encode(digest).decode())


def read_stamp_code(text: str) -> StampCode | None:
    """None for any other text."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    year, month = _CENTURY + int(found[1]), int(found[2])
    if not 1 <= month <= 12:
        return None
    return StampCode(int(found[3], 36), Period(year, month), int(found[4]), found[5])


def is_like_ours(text: str) -> bool:
    """Whether it begins as a code of this bot does, of whatever making."""
    return _OURS.match(text) is not None


def _named(report_id: int, period: Period, revision: int) -> str:
    month = f"{period.year % 100:02d}{period.month:02d}"
    return f"{_MARK}-{month}-{_to_base_36(report_id)}-{revision}"


def _to_base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
