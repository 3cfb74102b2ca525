"""Stage 1: bytes → numbered lines of text, or a refusal that says what to do."""

from plans.errors import (
    PlanIsEmpty,
    PlanIsEncrypted,
    PlanIsOldWord,
    PlanIsPacked,
    PlanIsRichText,
)
from plans.lines import Line
from plans.packed import is_locked, open_package, refuse_too_large
from plans.plain_text import read_text
from plans.word import read_word
from plans.word_text import MAIN_PART
from vocabulary.file_starts import OLE, PACKED, PACKED_EMPTY, is_pdf

_MARKUP_WITHIN = 1024  # bytes
_MARKUP = (b"{\\rtf", b"<!doctype html", b"<html", b"mime-version:")


def read_lines(data: bytes, *, name: str) -> list[Line]:
    """The lines that hold text, spaces tidied, page numbers and letterheads left out.

    Raises PlanUnreadable, as its subclass that knows the way on, when this cannot be read.
    """
    refuse_too_large(data, name=name)
    lines = _read(data, name=name)
    if not lines:
        raise PlanIsEmpty(name=name)
    return lines


def _read(data: bytes, *, name: str) -> list[Line]:
    if data.startswith(OLE):
        raise (PlanIsEncrypted if is_locked(data) else PlanIsOldWord)(name=name)
    if data.startswith((PACKED, PACKED_EMPTY)):
        package = open_package(data, name=name)
        if not package.has(MAIN_PART):
            raise PlanIsPacked(name=name)
        return read_word(package)
    if is_pdf(data):
        from plans.pdf import read_pdf  # noqa: PLC0415 -- large, and few plans need it

        return read_pdf(data, name=name)
    if data[:_MARKUP_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise PlanIsRichText(name=name)
    return read_text(data, name=name)
