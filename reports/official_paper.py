"""Lays out an official document (公文) after GB/T 9704-2012, paragraph by paragraph."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Mm, Twips
from docx.text.paragraph import Paragraph
from PIL.Image import Image

from reports.blank_paper import CHARACTER, CLOSER, TEXT_WIDTH, Fonts, blank_paper
from reports.code_picture import LEFT_MM, SIDE_MM, TOP_MM
from reports.package import parts_of, zipped
from reports.printable import text_width
from reports.rare_signs import by_font

LINES_FOR_THE_SEAL = 2  # a seal of 42–45 mm on name and date then stays within a line of the text
_DATE_FROM_THE_RIGHT = 4 * CHARACTER
_PITCH = CHARACTER + CLOSER  # from one character of a line to the next
NOTE_WIDTH = 25  # characters of a line of the note, within its bracket
_KEPT_ATTACHMENTS = 3  # lines of the list that stand on the signature's page at least
_HALF_A_PAGE = 11 * 28  # characters
_PAGE_NUMBER_INDENT = 280  # one character of 四号
_LONGEST_PROPERTY = 255
_CELL_SIDE = 60  # twips; the usual 108 leave a narrow column no room for 已完成
_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?%?")
_CODE_SIDE, _CODE_LEFT, _CODE_TOP = Mm(SIDE_MM), Mm(LEFT_MM), Mm(TOP_MM)


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of a paragraph that a hidden bookmark encloses, alone or with paragraphs behind it.

    start, end: where it stands in the paragraph's text. begins, ends: whether the bookmark does.
    """

    name: str
    start: int
    end: int
    begins: bool = True
    ends: bool = True


class OfficialPaper:
    """A document that is written from top to bottom. Texts are printable and of one line."""

    def __init__(self, fonts: Fonts) -> None:
        self._document = Document(io.BytesIO(blank_paper(fonts)))
        self._fonts = {"Title": fonts.title, "Heading1": fonts.heading_1}
        self._fonts |= {"Heading2": fonts.heading_2, "Footer": fonts.page_number}
        self._usual_font = fonts.body
        self._bookmarks: dict[str, str] = {}  # their ids, by name
        section = self._document.sections[0]
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            self._page_number(footer, side)

    def quiet_line(self, text: str) -> None:
        """Small and grey above every page: what the paper is, for whoever files or scans it."""
        section = self._document.sections[0]
        for header in (section.header, section.even_page_header):
            self._write(_only_paragraph(header, "Header"), text)

    def reserve(self, millimetres: int) -> None:
        """Leaves so much of the first page to a letterhead that is printed already (版头)."""
        if millimetres:
            form = self._paragraph("Letterhead").paragraph_format
            form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            form.line_spacing = Mm(millimetres)

    def signatory(self, text: str) -> None:
        """签发人：…, a character from the right above the title, as reports upwards have it."""
        paragraph = self._paragraph("Normal")
        paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Twips(CHARACTER)
        self._write(paragraph, text)
        self.blank_line()

    def title(self, lines: Sequence[str], *, under: str = "", bookmark: str = "") -> None:
        """under: the line below it, in brackets (题注). bookmark: a hidden one at its beginning."""
        paragraph = self._paragraph("Title")
        if bookmark:
            self._begin(paragraph, bookmark)
            self._end(paragraph, bookmark)
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            self._write(paragraph, line)
        if under:
            below = self._paragraph("Normal")
            below.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self._write(below, under)
        self.blank_line()

    def addressee(self, name: str, *, mark: str = "") -> None:
        """name: without its colon. mark: what is still to be done about it, lit up."""
        paragraph = self._paragraph("Normal")
        self._write(paragraph, name)
        self._write(paragraph, mark, lit_up=True)
        self._write(paragraph, "：")

    def heading(self, level: int, text: str) -> None:
        self._write(self._paragraph(f"Heading{level}"), text)

    def body(
        self,
        text: str,
        *,
        head: str = "",
        mark: str = "",
        keep_with_next: bool = False,
        marked: Marked | None = None,
    ) -> None:
        """A paragraph. head: the heading of the third level that it begins with.

        mark: what is still to be done about it, lit up at its end. marked: a part of its text.
        """
        paragraph = self._paragraph("BodyText", keep_with_next=keep_with_next)
        self._write(paragraph, head, bold=True)
        if marked is None:
            self._write(paragraph, text)
        else:
            self._write(paragraph, text[: marked.start])
            if marked.begins:
                self._begin(paragraph, marked.name)
            # A bookmark that ends behind a full stop that hangs over the edge of the text is set on
            # a line of its own by LibreOffice: it ends before the last sign.
            last = max(marked.start, marked.end - 1) if marked.ends else marked.end
            self._write(paragraph, text[marked.start : last])
            if marked.ends:
                self._end(paragraph, marked.name)
            self._write(paragraph, text[last:])
        self._write(paragraph, mark, lit_up=True)

    def blank_line(self, *, keep_with_next: bool = False) -> None:
        self._paragraph("Normal", keep_with_next=keep_with_next)

    def attachments(self, names: Sequence[str]) -> None:
        """附件：1.… under a blank line, each name aligned under itself (附件说明).

        One alone has no number. The last of them stay with what follows.
        """
        self.blank_line(keep_with_next=True)
        word = 3 * _PITCH  # 附件：
        for number, name in enumerate(names, start=1):
            label = f"{number}." if len(names) > 1 else ""
            hanging = round(text_width(label) * _PITCH) + (word if number == 1 else 0)
            paragraph = self._paragraph(
                "Normal",
                keep_with_next=number > len(names) - _KEPT_ATTACHMENTS,
                left=2 * CHARACTER + word + round(text_width(label) * _PITCH),
                hanging=hanging,
            )
            self._write(paragraph, ("附件：" if number == 1 else "") + label + name)

    def signature(
        self,
        name: Sequence[str],
        date: str,
        *,
        mark: str = "",
        note: Sequence[str] = (),
        note_mark: str = "",
        code: tuple[str, Image] | None = None,
    ) -> None:
        """Name over date, centred on it, with room for the seal; kept with what stands before.

        name: its lines. mark: what is still to be done about the name, lit up after it.
        note: the lines under the date (附注), on its page whole; note_mark: a part of one, lit up.
        code: what it says and its picture, which stands at the foot of the page that the date is
        on, whatever page that is.
        """
        for _ in range(LINES_FOR_THE_SEAL):
            self.blank_line(keep_with_next=True)
        lines = [*name[:-1], name[-1] + mark]
        widest = max(text_width(line) for line in lines) * CHARACTER
        region = max(text_width(date) * CHARACTER + 2 * _DATE_FROM_THE_RIGHT, widest)
        left = max(0, round(TEXT_WIDTH - region))
        for line in name:
            paragraph = self._paragraph("Signature", keep_with_next=True, left=left)
            self._write(paragraph, line)
        self._write(paragraph, mark, lit_up=True)
        dated = self._paragraph("Signature", keep_with_next=bool(note), left=left)
        self._write(dated, date)
        if code is not None:
            self._put_at_foot(dated, *code)
        if note:
            self._write_note(note, note_mark)

    def _write_note(self, lines: Sequence[str], mark: str) -> None:
        """Its lines under each other, within the bracket; not stretched to the edge of the text."""
        left = 2 * CHARACTER + _PITCH
        paragraph = self._paragraph("Normal", left=left, hanging=_PITCH)
        paragraph.paragraph_format.keep_together = True
        paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            before, marked, after = line.partition(mark) if mark else (line, "", "")
            self._write(paragraph, before)
            self._write(paragraph, marked, lit_up=True)
            self._write(paragraph, after)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        """Ruled, its first row the head that every page repeats; a column of figures on the right.

        widths: twips, of each column.
        """
        table = self._document.add_table(rows=0, cols=len(widths))
        properties = table._tbl.tblPr
        properties.clear()  # what python-docx puts there is of its own template
        properties.append(_element("w:tblW", w=str(sum(widths)), type="dxa"))
        properties.append(_rules())
        properties.append(_element("w:tblLayout", type="fixed"))
        properties.append(_sides())
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(qn("w:w"), str(width))
        of_figures = [
            all(_FIGURE.fullmatch(text) for text in texts) for texts in zip(*rows[1:], strict=True)
        ] or [False] * len(widths)
        for number, texts in enumerate(rows):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(_element("w:cantSplit"))
            if number == 0:
                properties.append(_element("w:tblHeader"))
            columns = zip(row.cells, texts, widths, of_figures, strict=True)
            for cell, text, width, has_figures in columns:
                cell.width = Twips(width)
                paragraph = cell.paragraphs[0]
                _set_style(paragraph._p, "TableText")
                if has_figures:
                    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self._write(paragraph, text, bold=number == 0)

    def closing(self, text: str) -> None:
        """The phrase that closes the text: the signature stays with it, and it with what is before.

        Of a paragraph Word keeps its last two lines there, LibreOffice all of it: one that would
        leave more than half a page empty is not kept.
        """
        last = self._document.paragraphs[-1]
        if text_width(last.text) <= _HALF_A_PAGE:
            form = last.paragraph_format
            form.keep_with_next = form.widow_control = True
        self.body(text, keep_with_next=True)

    def to_bytes(self, *, title: str, author: str, at: datetime) -> bytes:
        """The DOCX; the same paper always becomes the same bytes. `at`: aware, when it was made."""
        properties = self._document.core_properties
        properties.title = title[:_LONGEST_PROPERTY]
        properties.author = author[:_LONGEST_PROPERTY]
        properties.language = "zh-CN"
        properties.created = properties.modified = at.astimezone(UTC)
        content = io.BytesIO()
        self._document.save(content)
        return zipped(parts_of(content.getvalue()))

    def _paragraph(
        self,
        style_id: str,
        *,
        keep_with_next: bool = False,
        left: int | None = None,
        hanging: int = 0,
    ) -> Paragraph:
        paragraph = self._document.add_paragraph()
        _set_style(paragraph._p, style_id)
        properties = paragraph._p.get_or_add_pPr()
        if keep_with_next:
            paragraph.paragraph_format.keep_with_next = True
        if left is not None:
            properties.get_or_add_ind().set(qn("w:left"), str(left))
        if hanging:
            properties.get_or_add_ind().set(qn("w:hanging"), str(hanging))
        return paragraph

    def _write(
        self, paragraph: Paragraph, text: str, *, bold: bool = False, lit_up: bool = False
    ) -> None:
        """Adds the text, each sign in a font that has it."""
        font = self._fonts.get(_style_id(paragraph._p), self._usual_font)
        for stretch, needed in by_font(text, font):
            run = paragraph.add_run(stretch)
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            # “ ” — … are set from the Chinese font only with this hint.
            fonts.set(qn("w:hint"), "eastAsia")
            for script in ("ascii", "hAnsi", "eastAsia", "cs") if needed else ():
                fonts.set(qn(f"w:{script}"), needed)
            if bold:
                run.bold = True
            if lit_up:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    def _begin(self, paragraph: Paragraph, name: str) -> None:
        """A bookmark; it has no width, and no line moves for it."""
        self._bookmarks[name] = str(len(self._bookmarks))
        started = _element("w:bookmarkStart", id=self._bookmarks[name], name=name)
        paragraph._p.append(started)

    def _end(self, paragraph: Paragraph, name: str) -> None:
        paragraph._p.append(_element("w:bookmarkEnd", id=self._bookmarks[name]))

    def _put_at_foot(self, paragraph: Paragraph, says: str, picture: Image) -> None:
        """A picture in the lower margin of the paragraph's page; the text goes on as without it."""
        content = io.BytesIO()
        picture.save(content, "PNG")
        content.seek(0)
        relationship, _ = self._document.part.get_or_add_image(content)
        paragraph.add_run()._r.append(_floating(relationship, says))

    def _page_number(self, footer: _Footer, side: str) -> None:
        """— 1 —, outside on the page, one character in."""
        paragraph = _only_paragraph(footer, "Footer")
        properties = paragraph._p.get_or_add_pPr()
        indent = properties.get_or_add_ind()
        indent.set(qn(f"w:{side}Chars"), "100")
        indent.set(qn(f"w:{side}"), str(_PAGE_NUMBER_INDENT))
        properties.get_or_add_jc().set(qn("w:val"), side)
        self._write(paragraph, "— ")
        _add_field(paragraph._p, "PAGE")
        self._write(paragraph, " —")


def _style_id(paragraph: CT_P) -> str:
    return paragraph.style or ""


def _set_style(paragraph: CT_P, style_id: str) -> None:
    paragraph.get_or_add_pPr().get_or_add_pStyle().set(qn("w:val"), style_id)


def _only_paragraph(part: _Header | _Footer, style_id: str) -> Paragraph:
    part.is_linked_to_previous = False
    paragraph: Paragraph = part.paragraphs[0]
    _set_style(paragraph._p, style_id)
    return paragraph


def _element(tag: str, **values: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _rules() -> BaseOxmlElement:
    rules = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rules.append(_element(f"w:{side}", val="single", sz="4", space="0", color="000000"))
    return rules


def _sides() -> BaseOxmlElement:
    """What is left free beside the text of a cell."""
    sides = _element("w:tblCellMar")
    for side in ("left", "right"):
        sides.append(_element(f"w:{side}", w=str(_CELL_SIDE), type="dxa"))
    return sides


def _floating(relationship: str, says: str) -> BaseOxmlElement:
    """The code's picture at its place on the page. says: what a reader that sees none is told."""
    side = f'cx="{_CODE_SIDE}" cy="{_CODE_SIDE}"'
    size = f"<wp:extent {side}/>"
    places = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{at}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis, at in (("H", _CODE_LEFT), ("V", _CODE_TOP))
    )
    named = f'id="1" name="code" descr={quoteattr(says)}'
    kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawing: BaseOxmlElement = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'pic', 'r')}>"
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="1" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{places}{size}<wp:wrapNone/>"
        f"<wp:docPr {named}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{kind}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {side}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return drawing


def _add_field(paragraph: CT_P, instruction: str) -> None:
    """A field of one run, whose value is worked out when it is shown: 1 until then."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    shown: CT_R = OxmlElement("w:r")
    shown.text = "1"
    field.append(shown)
    paragraph.append(field)
