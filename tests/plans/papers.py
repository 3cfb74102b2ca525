"""The same document as text, as Word and as PDF, made on the spot."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

KINDS = ("txt", "docx", "pdf")
_FONT = "STSong-Light"
_BODY = ParagraphStyle(
    "body", fontName=_FONT, fontSize=16, leading=28, firstLineIndent=32, wordWrap="CJK"
)
_FLUSH = ParagraphStyle("flush", parent=_BODY, firstLineIndent=0)
_TITLE = ParagraphStyle("title", parent=_BODY, fontSize=22, alignment=TA_CENTER, firstLineIndent=0)
_CELL = ParagraphStyle(
    "cell", fontName=_FONT, fontSize=10.5, leading=14, firstLineIndent=0, wordWrap="CJK"
)
_WIDEST_COLUMN = 150
_TABLE_WIDTH = 1000


@dataclass(frozen=True)
class Grid:
    """A table. merged: (first row, first column, last row, last column), all included.

    on_new_page: it goes on behind the end of a page, where there are pages.
    """

    rows: Sequence[Sequence[str]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    on_new_page: bool = False


Block = str | Grid


def paper(kind: str, blocks: Sequence[Block], *, head: str = "") -> bytes:
    """The document in the form of `kind`. head: what stands above every page, where pages are."""
    if kind == "docx":
        return as_docx(blocks)
    if kind == "pdf":
        return as_pdf(blocks, head=head)
    return as_text(blocks)


def as_text(blocks: Sequence[Block]) -> bytes:
    lines = []
    for block in blocks:
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += ["\t".join(cell.replace("\n", "、") for cell in row) for row in block.rows]
    return "\n".join(lines).encode()


def as_docx(blocks: Sequence[Block]) -> bytes:
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block).paragraph_format.first_line_indent = Pt(32)
            continue
        table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
        for at, row in enumerate(block.rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        for top, left, bottom, right in block.merged:
            kept = table.cell(top, left).text
            for at in range(top, bottom + 1):
                for column in range(left, right + 1):
                    table.cell(at, column).text = ""
            table.cell(top, left).merge(table.cell(bottom, right)).text = kept
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


RULES = {
    "around": [("GRID", (0, 0), (-1, -1), 0.5, "black")],
    "within": [("INNERGRID", (0, 0), (-1, -1), 0.5, "black")],
    "across": [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"),
    ],
    "three": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"),
        ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
    ],
    "none": [],
}
"""How the rules of a table may be drawn."""


def as_pdf(
    blocks: Sequence[Block],
    *,
    head: str = "",
    flush: bool = False,
    rules: str | Sequence[str] = "around",
    upright: str = "MIDDLE",
) -> bytes:
    """flush: paragraphs are not moved in. rules: as in RULES, of every table, or of each.

    upright: where in its cell a text stands.
    """
    grids = [block for block in blocks if isinstance(block, Grid)]
    ruled = iter([rules] * len(grids) if isinstance(rules, str) else rules)
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    story: list[Flowable] = []
    for at, block in enumerate(blocks):
        if isinstance(block, str):
            style = _TITLE if at == 0 else _FLUSH if flush else _BODY
            story.append(Paragraph(_escaped(block), style))
        else:
            story += [PageBreak()] if block.on_new_page else []
            story.append(_pdf_table(block, next(ruled), upright))

    size = A4 if all(isinstance(block, str) for block in blocks) else landscape(A3)

    def edges(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont(_FONT, 12)
        canvas.drawCentredString(size[0] / 2, 40, f"— {canvas.getPageNumber()} —")
        if head:
            canvas.drawCentredString(size[0] / 2, size[1] - 50, head)

    stream = io.BytesIO()
    SimpleDocTemplate(
        stream, pagesize=size, leftMargin=79, rightMargin=74, topMargin=105, bottomMargin=99
    ).build(story, onFirstPage=edges, onLaterPages=edges)
    return stream.getvalue()


def _pdf_table(grid: Grid, rules: str, upright: str) -> Table:
    longest = [
        max(len(line) for row in grid.rows for line in row[column].split("\n"))
        for column in range(len(grid.rows[0]))
    ]
    wanted = [min(_WIDEST_COLUMN, 14 + 10.5 * length) for length in longest]
    widths = [width * min(1, _TABLE_WIDTH / sum(wanted)) for width in wanted]
    cells = [
        [[Paragraph(_escaped(line), _CELL) for line in cell.split("\n")] for cell in row]
        for row in grid.rows
    ]
    style = TableStyle(RULES[rules])
    style.add("VALIGN", (0, 0), (-1, -1), upright)
    for top, left, bottom, right in grid.merged:
        style.add("SPAN", (left, top), (right, bottom))
    return Table(cells, colWidths=widths, repeatRows=1, style=style)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_gazette(paragraphs: Sequence[str], *, columns: int = 2) -> bytes:
    """Text that runs down several columns of a page, under a title over all of them."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    width, height = A4
    gap, left, bottom = 20, 50, 60
    wide = (width - 2 * left - gap * (columns - 1)) / columns
    text = ParagraphStyle("text", parent=_CELL, leading=17, firstLineIndent=21)
    title = ParagraphStyle("head", parent=_TITLE, fontSize=18, leading=26)

    def frames(top: float) -> list[Frame]:
        return [
            Frame(left + at * (wide + gap), bottom, wide, top - bottom, leftPadding=0)
            for at in range(columns)
        ]

    def edges(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont(_FONT, 9)
        canvas.drawString(left, height - 40, "某市人民政府公报 2026年第3期")
        canvas.drawCentredString(width / 2, 35, f"· {canvas.getPageNumber()} ·")

    head = Frame(left, height - 150, width - 2 * left, 90)
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    document.addPageTemplates(
        [
            PageTemplate("first", [head, *frames(height - 155)], onPage=edges),
            PageTemplate("later", frames(height - 70), onPage=edges),
        ]
    )
    story: list[Flowable] = [Paragraph(_escaped(paragraphs[0]), title), FrameBreak()]
    story += [NextPageTemplate("later")]
    story += [Paragraph(_escaped(each), text) for each in paragraphs[1:]]
    document.build(story)
    return stream.getvalue()
