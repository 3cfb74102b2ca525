"""A PDF → lines: paragraphs joined from printed lines, tables by their rules."""

import base64
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any, NamedTuple

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTItem
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream
from pdfplumber.page import Page as PdfPage
from pdfplumber.table import Table

from plans.errors import (
    PlanIsDamaged,
    PlanIsEncrypted,
    PlanIsScan,
    PlanIsUnsafe,
    PlanTooLarge,
    PlanUnreadable,
)
from plans.lines import Cell, Line, Unread, UnreadTable, tidy
from plans.numbering import read_label
from plans.packed import LARGEST_UNPACKED
from plans.pdf_columns import with_loose_tables
from plans.pdf_layout import (
    Grid,
    Page,
    PrintedLine,
    Sign,
    cell_text,
    in_order,
    printed_lines,
    torn_cell,
    without_margins,
)
from plans.pdf_merged import with_cells_over_pages
from plans.pdf_text_columns import with_columns_apart

MOST_PAGES = 2000
FEWEST_SIGNS = 20
"""A page of a plan holds more characters than this, on average; a scan holds none."""
_STREAM = re.compile(rb"stream\r?\n")
_OTHER_PACKING = re.compile(rb"/(?:LZW|RunLength)Decode|/RL\b|/LZW\b")
_SMALL = 2**18  # bytes up to which a packing that we cannot look into does no harm
_ROW_NUMBER = re.compile(r"\d{1,4}[.．、]?")
_PICTURED = 0.3  # of a page, from which a picture may be one of text
_NO_GLYPH = re.compile(r"\(cid:\d+\)")
_MOST_UNKNOWN = 0.2  # of all signs, without a meaning in the font: no better than a scan
_FEWEST_RULES = 4  # strokes of which a table may consist
_THIN, _SHORTEST_RULE = 3.0, 30.0  # points
_STEP = 2**20  # bytes unpacked at once

Box = tuple[float, float, float, float]
Stroke = dict[str, Any]


def read_pdf(data: bytes, *, name: str) -> list[Line]:
    """Raises PlanIsScan, PlanIsEncrypted, PlanIsDamaged, PlanTooLarge or PlanIsUnsafe."""
    _refuse_bomb(data, name=name)
    try:
        pages = list(_pages(data, name=name))
    except PlanUnreadable:
        raise
    except Exception as error:  # whatever the parser of a stranger's file fails on
        causes = (error, *error.args)
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise PlanIsEncrypted(name=name) from error
        raise PlanIsDamaged(name=name) from error
    _refuse_scan(pages, name=name)
    pages = with_loose_tables(with_columns_apart(without_margins(pages)))
    lines = _lines(pages)
    if lines:
        lines[0] = replace(lines[0], unread=_unread(pages))
    return lines


def _unread(pages: Sequence[Page]) -> Unread:
    return Unread(
        pictured=tuple(page.number for page in pages if page.pictured),
        tables=tuple(UnreadTable(page.number, head) for page in pages for head in page.unread),
    )


def _refuse_bomb(data: bytes, *, name: str) -> None:
    """Unpacks every stream once, a step at a time, before the parser would do so at one go."""
    if len(data) > _SMALL and _OTHER_PACKING.search(data):
        raise PlanIsUnsafe(name=name)
    streams = (_without_ascii(data, found.end()) for found in _STREAM.finditer(data))
    _refuse_swelling(streams, name=name)


def _refuse_swelling(streams: Iterable[bytes | memoryview], *, name: str) -> None:
    unpacked = 0
    for stream in streams:
        for piece in _unpacked(stream):
            unpacked += len(piece)
            if unpacked > LARGEST_UNPACKED or _is_packed(piece):
                raise PlanIsUnsafe(name=name)


def _deciphered(document: PDFDocument) -> Iterator[bytes]:
    """The streams of a document that is locked without a password, still packed.

    What is packed into another stream is left out, being unpacked with that one; what says how the
    file is locked is not locked itself.
    """
    for xref in document.xrefs:
        lock = xref.get_trailer().get("Encrypt")
        for at in xref.get_objids():
            if xref.get_pos(at)[0] is not None or at == getattr(lock, "objid", None):
                continue
            found = document.getobj(at)
            if isinstance(found, PDFStream) and found.decipher and found.rawdata is not None:
                yield found.decipher(at, found.genno or 0, found.rawdata, found.attrs)


def _without_ascii(data: bytes, start: int) -> bytes | memoryview:
    """The stream's bytes, also where they are written in letters."""
    if _is_packed(data[start : start + 2]):
        return memoryview(data)[start:]
    end = data.find(b"endstream", start)
    written = data[start : end if end >= 0 else len(data)].strip()
    try:
        if written.endswith(b"~>"):
            return base64.a85decode(written.removeprefix(b"<~")[:-2])
        return bytes.fromhex(written.removesuffix(b">").decode("ascii"))
    except ValueError:
        return b""


def _is_packed(data: bytes) -> bool:
    """Whether this opens as a zlib stream does: a pack within a pack is no plan."""
    return data[:1] == b"\x78" and len(data) > 1 and (data[0] * 256 + data[1]) % 31 == 0


def _unpacked(rest: bytes | memoryview) -> Iterator[bytes]:
    packed = zlib.decompressobj()
    try:
        while len(rest) and not packed.eof:
            step = rest[:_STEP]
            piece = packed.decompress(step, _STEP)
            yield piece
            taken = len(step) - len(packed.unconsumed_tail)
            if not taken and not piece:
                return
            rest = rest[taken:]
    except zlib.error:
        return


def _pages(data: bytes, *, name: str) -> Iterator[Page]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        if document.doc.decipher:
            _refuse_swelling(_deciphered(document.doc), name=name)
        if len(document.pages) > MOST_PAGES:
            raise PlanTooLarge(name=name)
        for page in document.pages:
            yield replace(_page(page), number=page.page_number)
            page.close()


def _page(page: PdfPage) -> Page:
    items = list(_items(page.layout))
    signs = [_sign(item, page) for item in items if isinstance(item, LTChar) and item.upright]
    tables: list[Table] = []
    ruled = sum(isinstance(item, LTCurve) for item in items) >= _FEWEST_RULES
    if ruled:
        tables = [table for table in page.find_tables(_frames(page)) if _columns(table) > 1]
    outside = [sign for sign in signs if not any(_within(sign, table.bbox) for table in tables)]
    return Page(
        lines=tuple(printed_lines(outside)),
        height=float(page.height),
        width=float(page.width),
        grids=tuple(_grid(table, signs) for table in tables),
        rules=tuple(_rules(page)) if ruled else (),
        pictured=len(signs) < FEWEST_SIGNS and _shows_a_picture(page),
    )


def _shows_a_picture(page: PdfPage) -> bool:
    """One that fills a good part of it, or several that do so together, as strips of a scan."""
    covered = sum(float(image["width"]) * float(image["height"]) for image in page.images)
    return covered > _PICTURED * float(page.width) * float(page.height)


def _items(container: Iterable[LTItem]) -> Iterator[LTItem]:
    """Signs and strokes, also those within figures.

    They are looked at before pdfplumber makes a dictionary of each, which costs most of a reading.
    """
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _sign(sign: LTChar, page: PdfPage) -> Sign:
    """Measured as pdfplumber does, from the upper left corner of the page."""
    left, up = page.mediabox[:2]
    down = float(page.height + up)
    return Sign(sign.get_text(), sign.x0 + left, sign.x1 + left, down - sign.y1, down - sign.y0)


def _frames(page: PdfPage) -> dict[str, list[Stroke]]:
    """Where the outermost rules of tables that are open at their sides end.

    Empty where every table is closed.
    """
    across = [rule for rule in _strokes(page) if rule["width"] > _SHORTEST_RULE]
    upright = [rule for rule in _strokes(page) if rule["width"] < _THIN]
    upright_ends: list[Stroke] = []
    level_ends: list[Stroke] = []
    for span, rules in _open_spans(across, upright):
        left = min(rule["x0"] for rule in rules)
        right = max(rule["x1"] for rule in rules)
        upright_ends += [_stroke(x, span.top, x, span.bottom) for x in (left, right)]
        level_ends += [_stroke(left, y, right, y) for y in (span.top, span.bottom)]
    if not upright_ends:
        return {}
    return {"explicit_vertical_lines": upright_ends, "explicit_horizontal_lines": level_ends}


def _stroke(x0: float, top: float, x1: float, bottom: float) -> Stroke:
    """In the form that pdfplumber's search for tables takes."""
    return {
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


class _Span(NamedTuple):
    """What upright rules take in that follow one another without a gap."""

    top: float
    bottom: float
    xs: frozenset[int]

    @property
    def left(self) -> int:
        return min(self.xs)

    @property
    def right(self) -> int:
        return max(self.xs)


def _open_spans(
    across: Sequence[Stroke], upright: Iterable[Stroke]
) -> Iterator[tuple[_Span, list[Stroke]]]:
    """Tables whose rules across reach beyond the upright ones, with these rules, from above.

    A row over the whole width, between two rules, has no upright ones: the table goes on below.
    """

    def within(span: _Span) -> list[Stroke]:
        return [
            rule
            for rule in across
            if span.top - _THIN <= rule["top"] and rule["bottom"] <= span.bottom + _THIN
        ]

    def is_ruled(y: float) -> bool:
        return any(abs(rule["top"] - y) <= _THIN for rule in across)

    joined: list[_Span] = []
    for span in _spans(upright):
        if all(
            span.left - _THIN <= r["x0"] and r["x1"] <= span.right + _THIN for r in within(span)
        ):
            continue
        last = joined[-1] if joined else None
        if last and last.xs == span.xs and is_ruled(last.bottom) and is_ruled(span.top):
            joined[-1] = _Span(last.top, span.bottom, last.xs)
        else:
            joined.append(span)
    for at, span in enumerate(joined):
        rules = within(span)
        end = joined[at + 1].top if at + 1 < len(joined) else float("inf")
        bottom = _last_rule(span.bottom, (r for r in across if _is_as_wide(r, rules)), end=end)
        yield span._replace(bottom=bottom), rules


def _last_rule(bottom: float, rules: Iterable[Stroke], *, end: float) -> float:
    """How far down a table reaches whose last rows go over the whole width, each above a rule."""
    ys = sorted(rule["top"] for rule in rules)
    if any(abs(y - bottom) <= _THIN for y in ys):
        return max((y for y in ys if bottom < y < end - _THIN), default=bottom)
    return bottom


def _is_as_wide(rule: Stroke, others: Iterable[Stroke]) -> bool:
    return any(
        abs(rule["x0"] - other["x0"]) <= _THIN and abs(rule["x1"] - other["x1"]) <= _THIN
        for other in others
    )


def _spans(upright: Iterable[Stroke]) -> Iterator[_Span]:
    """From above."""
    last: _Span | None = None
    for rule in sorted(upright, key=itemgetter("top")):
        x = frozenset([round((rule["x0"] + rule["x1"]) / 2)])
        if last and rule["top"] <= last.bottom + _THIN:
            last = _Span(last.top, max(last.bottom, rule["bottom"]), last.xs | x)
            continue
        if last:
            yield last
        last = _Span(rule["top"], rule["bottom"], x)
    if last:
        yield last


def _strokes(page: PdfPage) -> Iterator[Stroke]:
    """Lines and flat boxes."""
    for stroke in (*page.lines, *page.rects):
        if min(stroke["width"], stroke["height"]) < _THIN:
            yield stroke


def _rules(page: PdfPage) -> Iterator[float]:
    """How far down horizontal rules stand."""
    for rule in _strokes(page):
        if rule["width"] > _SHORTEST_RULE:
            yield (rule["top"] + rule["bottom"]) / 2


def _columns(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def _within(sign: Sign, box: Box) -> bool:
    x, y = (sign.x0 + sign.x1) / 2, (sign.top + sign.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _grid(table: Table, signs: Sequence[Sign]) -> Grid:
    """Cells that are merged into others repeat their text."""
    inside = [sign for sign in signs if _within(sign, table.bbox)]
    texts = {cell: _cell(cell, inside) for cell in table.cells}
    lefts = sorted({cell[0] for cell in table.cells})
    rows = []
    for row in table.rows:
        cells = []
        for at, cell in enumerate(row.cells):
            if cell is not None:
                cells.append(Cell(texts[cell]))
            else:
                covering = _covering(table.cells, lefts[at], row.bbox[1])
                cells.append(Cell(texts[covering], True) if covering else Cell(""))
        rows.append(tuple(cells))
    return Grid(table.bbox[1], tuple(rows))


def _covering(cells: Sequence[Box], x: float, y: float) -> Box | None:
    """The cell in which the corner of a missing one lies, a point within."""
    inside = (cell for cell in cells if cell[0] <= x + 1 < cell[2] and cell[1] <= y + 1 < cell[3])
    return next(inside, None)


def _cell(box: Box, signs: Sequence[Sign]) -> str:
    lines: list[PrintedLine] = printed_lines(sign for sign in signs if _within(sign, box))
    return cell_text(lines, width=box[2] - box[0], left=box[0])


def _refuse_scan(pages: Sequence[Page], *, name: str) -> None:
    text = "".join(line.text for page in pages for line in page.lines)
    text += "".join(
        cell.text for page in pages for grid in page.grids for row in grid.rows for cell in row
    )
    known, unknown = _NO_GLYPH.subn("", text)
    if len(known) < FEWEST_SIGNS * len(pages) or unknown > _MOST_UNKNOWN * len(known):
        raise PlanIsScan(name=name)


def _lines(pages: Sequence[Page]) -> list[Line]:
    lines: list[Line] = []
    first: list[int] = []  # places of rows with which a table goes on behind the end of a page
    table, columns = 0, 0
    head: Sequence[Cell] = ()
    for item in in_order(pages):
        if isinstance(item, str):
            columns = 0
            if text := tidy(item):
                lines.append(Line(len(lines) + 1, text, whole=True))
            continue
        width = len(item.rows[0])
        rows = list(item.rows)
        if width != columns:
            table, columns, head = table + 1, width, rows[0]
        else:
            rows = rows[1:] if _texts(rows[0]) == _texts(head) else rows
            if rows and _is_torn(rows[0], lines):
                last = lines.pop()
                cells = zip(last.cells, rows.pop(0), strict=True)
                whole = tuple(_whole(above, below) for above, below in cells)
                lines.append(replace(last, text="".join(map(tidy, _texts(whole))), cells=whole))
            first.append(len(lines))
        for row in rows:
            if text := "".join(tidy(cell.text) for cell in row if not cell.merged):
                lines.append(Line(len(lines) + 1, text, True, row, table))
    return with_cells_over_pages(lines, first)


def _texts(row: Iterable[Cell]) -> list[str]:
    return [cell.text for cell in row if not cell.merged]


def _is_torn(row: Sequence[Cell], lines: Sequence[Line]) -> bool:
    """Whether the first row of a page goes on with the last one of the page before.

    One of them has the number that the other lacks, and no cell opens with a number 1.2 of its own.
    """
    last = lines[-1].cells
    pairs = zip(last, row, strict=False)
    if any(_counted(above.text) and _counted(here.text) for above, here in pairs):
        return False
    numbered = _number_at(last)
    if numbered is not None:
        return not row[numbered].text.strip()
    numbered = _number_at(row)
    return numbered is not None and len(last) == len(row) and not last[numbered].text.strip()


def _counted(text: str) -> bool:
    label = read_label(text.strip())
    return label is not None and label.whole[:1].isdecimal()


def _number_at(row: Sequence[Cell]) -> int | None:
    numbers = (at for at, cell in enumerate(row) if _ROW_NUMBER.fullmatch(cell.text.strip()))
    return next(numbers, None)


def _whole(above: Cell, below: Cell) -> Cell:
    return Cell(torn_cell(above.text, below.text), above.merged)
