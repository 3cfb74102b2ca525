"""A workbook that somebody sent, opened as a form: what it is of, and its cells; pure.

A stranger's file is opened here, so its limits come first, and nothing in it is run or followed.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from dialog.secrecy import SecrecyRules
from dialog.words import cleaned
from plans.errors import PlanIsDamaged, PlanIsEncrypted, PlanIsUnsafe, PlanTooLarge
from plans.packed import Package, open_package
from reports.form import (
    ENTRY_COLUMNS,
    FIGURE_COLUMNS,
    KEY_SHEET,
    KIND,
    KINDS,
    MADE,
    cell_mark,
)
from texts import LANGUAGES, plain
from vocabulary.errors import BaosongError, PlanError
from vocabulary.file_starts import OLE
from vocabulary.period import Period

MOST_ROWS = 5_000
"""Rows that are looked at; a form has as many as its unit has measures."""

_WORKBOOK = "xl/workbook.xml"
_SHEETS = ("form-sheet-entries", "form-sheet-rules")
_ACTIVE = ("vbaProject.bin", "xl/externalLinks/", "xl/embeddings/", "xl/activeX/")
_BESIDE = 30  # columns beside the table that are looked at, where somebody may have gone on
_MOST_OF_A_LIST = 1 << 20  # bytes of the list of sheets that are looked at


class FormUnreadable(BaosongError):
    """Not a form of ours, or not one that may be opened. reason: the end of a text's key."""

    text_key = "form-unreadable"


class FormHeld(BaosongError):
    """A cell bears a mark of secrecy."""

    text_key = "form-held"


@dataclass(frozen=True, slots=True)
class FormOf:
    """What a form is of, and when it was made, where that is known.

    marks: by the key of a row, those of its cells to be filled in, as they were handed out.
    """

    report_id: int
    unit: str
    period: Period
    language: str
    marks: Mapping[str, tuple[str, ...]]
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where on its sheet a cell is: B4."""

    column: str
    row: int

    def __str__(self) -> str:
        return f"{self.column}{self.row}"

    @classmethod
    def read(cls, name: str) -> "Place | None":
        """Of several cells, B4:C5, the first; None for what names none."""
        found = _CELL_NAME.match(name)
        return cls(found[1], int(found[2])) if found else None


_CELL_NAME = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class FormCell:
    """kind: of its value, as the library names it. number_format: how a number is shown."""

    sheet: str
    place: Place
    value: object
    kind: str
    number_format: str

    @property
    def text(self) -> str:
        """As it is shown; a whole number without its decimal point."""
        value = self.value
        if isinstance(value, float):
            return f"{Decimal(repr(value)):f}".removesuffix(".0")
        if isinstance(value, bool) or value is None:
            return ""
        return cleaned(str(value))

    @property
    def mark(self) -> str | None:
        """To be compared with that of a cell as it was handed out; None for what cannot be one."""
        return None if self.is_formula or self.is_no_answer else cell_mark(self.text)

    @property
    def is_formula(self) -> bool:
        return self.kind == "f"

    @property
    def is_no_answer(self) -> bool:
        """A date, a truth value or an error sign, which no cell of a form asks for."""
        return isinstance(self.value, datetime | date | time | bool) or self.kind == "e"


FormRow = list[FormCell]


@dataclass(frozen=True, slots=True)
class Form:
    """An opened form, not yet compared with anything. concealed: pages that nobody sees."""

    of: FormOf
    pages: Mapping[str, list[FormRow]]
    comments: tuple[FormCell, ...] = ()
    concealed: frozenset[str] = frozenset()


def is_form(data: bytes) -> bool:
    """Whether the file says that it is a form, or has lost only the sheet that says so.

    What it holds may still be anything.
    """
    try:
        with ZipFile(BytesIO(data)) as package, package.open(_WORKBOOK) as part:
            sheets = part.read(_MOST_OF_A_LIST)
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False
    return _names(sheets, KEY_SHEET) or any(
        all(_names(sheets, plain(language, key)) for key in _SHEETS) for language in LANGUAGES
    )


def _names(sheets: bytes, title: str) -> bool:
    return f'name="{title}"'.encode() in sheets


def open_form(data: bytes, *, name: str, rules: SecrecyRules) -> Form:
    """Raises FormUnreadable with the reason, and FormHeld for a mark of secrecy in any cell."""
    pages, comments, concealed = _opened(data, name=name)
    cells = (cell for rows in pages.values() for row in rows for cell in row)
    for cell in (*cells, *comments):
        mark = rules.held_by(cell.value) if isinstance(cell.value, str) else None
        if mark is not None:
            raise FormHeld(mark=mark, sheet=cell.sheet, cell=str(cell.place))
    return Form(_of(pages, name=name), pages, comments, concealed)


def _opened(
    data: bytes, *, name: str
) -> tuple[dict[str, list[FormRow]], tuple[FormCell, ...], frozenset[str]]:
    """The cells of each page, the comments, and which pages are concealed."""
    try:
        package = open_package(data, name=name)
        package.refuse_document_types()
    except PlanError as error:
        raise FormUnreadable(name=name, reason=_reason(error, data)) from error
    if not package.has(_WORKBOOK):
        raise FormUnreadable(name=name, reason="kind")
    parts = package.archive.namelist()
    if any(active in part for part in parts for active in _ACTIVE):
        raise FormUnreadable(name=name, reason="active")
    try:
        workbook = load_workbook(BytesIO(data), read_only=True)
        sheets = workbook.worksheets
        pages = {sheet.title.strip(): list(_rows(sheet)) for sheet in sheets}
        comments = [one for sheet in sheets for one in _comments(package, sheet)]
        concealed = {sheet.title.strip() for sheet in sheets if sheet.sheet_state != "visible"}
        workbook.close()
    except Exception as error:  # whatever the library fails on in a stranger's file
        raise FormUnreadable(name=name, reason="damaged") from error
    return pages, tuple(comments), frozenset(concealed)


def _comments(package: Package, sheet: object) -> Iterator[FormCell]:
    """What was written beside the cells of a page; an answer in a thread counts like the first."""
    path = str(sheet._worksheet_path).lstrip("/")  # type: ignore[attr-defined]  # openpyxl says it nowhere else
    folder, file = posixpath.split(path)
    links = f"{folder}/_rels/{file}.rels"
    if not package.has(links):
        return
    for link in package.xml(links):
        if not link.get("Type", "").endswith(("/comments", "/threadedComment")):
            continue
        target = link.get("Target", "")
        part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for element in package.xml(part).iter():
            if place := Place.read(element.get("ref", "")):
                words = "".join(element.itertext())
                yield FormCell(sheet.title, place, words, "s", "")  # type: ignore[attr-defined]  # as above


def _rows(sheet: object) -> Iterator[FormRow]:
    columns = max(len(ENTRY_COLUMNS), len(FIGURE_COLUMNS)) + _BESIDE
    found = sheet.iter_rows(max_row=MOST_ROWS, max_col=columns)  # type: ignore[attr-defined]  # openpyxl says no type for its read-only pages
    for number, cells in enumerate(found, start=1):
        yield [
            FormCell(
                sheet.title,  # type: ignore[attr-defined]
                Place(get_column_letter(column), number),
                _unescaped(cell.value),
                cell.data_type,
                cell.number_format or "" if cell.value is not None else "",
            )
            for column, cell in enumerate(cells, start=1)
        ]


def _unescaped(value: object) -> object:
    """A workbook writes _x0041_ as _x005F_x0041_."""
    return unescape(value) if isinstance(value, str) else value


def _reason(error: PlanError, data: bytes) -> str:
    match error:
        case PlanIsEncrypted():
            return "encrypted"
        case PlanTooLarge():
            return "large"
        case PlanIsUnsafe():
            return "unsafe"
        case PlanIsDamaged() if data.startswith(OLE):
            return "old"
        case PlanIsDamaged() if data.startswith(b"PK"):
            return "damaged"
        case _:
            return "kind"


def _of(pages: Mapping[str, list[FormRow]], *, name: str) -> FormOf:
    rows = [[cell.text for cell in row[:2]] for row in pages.get(KEY_SHEET, [])]
    written = {row[0]: row[1] for row in rows if len(row) > 1}
    if KIND not in written and any(key.startswith(KINDS) for key in written):
        raise FormUnreadable(name=name, reason="version")
    try:
        return FormOf(
            report_id=int(written["report"]),
            unit=written["unit"],
            period=Period.parse(written["period"]),
            language=next(known for known in LANGUAGES if known == written[KIND]),
            marks={
                key: tuple(marks.split()) for key, marks in written.items() if key[:1].isdigit()
            },
            made_at=datetime.fromisoformat(made) if (made := written.get(MADE)) else None,
        )
    except (KeyError, ValueError, StopIteration, BaosongError) as error:
        raise FormUnreadable(name=name, reason="not-ours") from error
