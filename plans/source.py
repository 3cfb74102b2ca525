"""Stage 1: bytes → numbered lines of text, or a refusal that says what to do."""

import re
from dataclasses import dataclass

from plans.errors import PlanIsEmpty, PlanIsOldWord, PlanIsPdf, PlanIsWord, PlanUnreadable

_REFUSED = (
    (b"\xd0\xcf\x11\xe0", PlanIsOldWord),
    (b"PK\x03\x04", PlanIsWord),
    (b"%PDF", PlanIsPdf),
)
_NOT_IN_A_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SPACE = re.compile(r"[\s\u200b\u2060\ufeff]+")
_PAGE_NUMBER = re.compile(r"[—–－\-·]*\s*\d{1,4}\s*[—–－\-·]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds text. number: 1-based in the source, where empty lines count."""

    number: int
    text: str


def read_lines(data: bytes, *, name: str) -> list[Line]:
    """The lines that hold text, spaces tidied, page numbers left out.

    Raises PlanUnreadable, as its subclass that knows the way on, when this is no text.
    """
    found = []
    for number, raw in enumerate(decode(data, name=name).splitlines(), start=1):
        text = tidy(raw)
        if text and not _PAGE_NUMBER.fullmatch(text):
            found.append(Line(number, text))
    if not found:
        raise PlanIsEmpty(name=name)
    return found


def decode(data: bytes, *, name: str) -> str:
    """UTF-8 with or without its mark, UTF-16 with its mark, else GB18030."""
    for mark, refusal in _REFUSED:
        if data.startswith(mark):
            raise refusal(name=name)
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_IN_A_TEXT.search(text):
            return text
    raise PlanUnreadable(name=name)


def tidy(text: str) -> str:
    """Without the spaces that scanning and typesetting leave: kept only between Latin words."""

    def space(found: re.Match[str]) -> str:
        before, after = (
            text[max(found.start() - 1, 0) : found.start()],
            text[found.end() : found.end() + 1],
        )
        latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
        return " " if latin else ""

    return _SPACE.sub(space, text)
