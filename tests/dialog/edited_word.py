"""A draft as people leave it behind in Word: how its XML changes under their hands."""

import io
import re
from bisect import bisect_right
from collections.abc import Callable
from copy import deepcopy
from itertools import accumulate

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

Edit = Callable[[WordDocument], None]


def edited(draft: bytes, *edits: Edit) -> bytes:
    document = Document(io.BytesIO(draft))
    for edit in edits:
        edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def the_paragraph(document: WordDocument, start: str, nth: int = 0) -> Paragraph:
    """The paragraph that begins so."""
    return [p for p in document.paragraphs if p.text.startswith(start)][nth]


def _selected(paragraph: Paragraph, words: str) -> Run:
    """The run in which the words begin; what of them is in the next ones is taken into it."""
    runs = paragraph.runs
    starts = [0, *accumulate(len(run.text) for run in runs)]
    begins = paragraph.text.index(words)
    first = bisect_right(starts, begins) - 1
    for run, at in zip(runs[first + 1 :], starts[first + 1 :], strict=False):
        taken = max(0, begins + len(words) - at)
        if taken:
            runs[first].text += run.text[:taken]
            run.text = run.text[taken:]
    return runs[first]


def retypes(start: str, was: str, now: str, nth: int = 0) -> Edit:
    """Puts other words in the place of these, within what was selected: bookmarks stay around."""

    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)
        run = _selected(paragraph, was)
        run.text = run.text.replace(was, now, 1)

    return edit


def replaces_all(start: str, now: str, nth: int = 0) -> Edit:
    """The whole paragraph was selected and typed anew: its bookmarks are gone."""

    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)
        for element in list(paragraph._p):
            if element.tag != qn("w:pPr"):
                paragraph._p.remove(element)
        paragraph.add_run(now)

    return edit


def adds_below(start: str, *texts: str, nth: int = 0) -> Edit:
    """Presses Enter at the end of the paragraph and types on."""

    def edit(document: WordDocument) -> None:
        last = the_paragraph(document, start, nth)._p
        for text in texts:
            new = parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>")
            last.addnext(new)
            last = new

    return edit


def deletes(start: str, nth: int = 0) -> Edit:
    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)._p
        paragraph.getparent().remove(paragraph)

    return edit


def moves_to_the_top(start: str, nth: int = 0) -> Edit:
    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)._p
        document.element.body.insert(0, paragraph)

    return edit


def joins_with_next(start: str, nth: int = 0) -> Edit:
    """Deletes the end of the paragraph, so that the next one goes on in it."""

    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)._p
        following = paragraph.getnext()
        for element in list(following):
            if element.tag != qn("w:pPr"):
                paragraph.append(element)
        following.getparent().remove(following)

    return edit


def breaks_line(start: str, before: str, nth: int = 0) -> Edit:
    """Presses Shift and Enter before these words."""

    def edit(document: WordDocument) -> None:
        run = _selected(the_paragraph(document, start, nth), before)
        run.text = run.text.replace(before, f"\n{before}", 1)

    return edit


def tracks(start: str, was: str, now: str, nth: int = 0) -> Edit:
    """The same as `retypes`, with changes being tracked."""

    def edit(document: WordDocument) -> None:
        run = _selected(the_paragraph(document, start, nth), was)
        before, _, after = run.text.partition(was)
        deleted = _element('<w:del w:id="90" w:author="王建国" w:date="2022-08-04T09:00:00Z"/>')
        inserted = _element('<w:ins w:id="91" w:author="王建国" w:date="2022-08-04T09:00:00Z"/>')
        for text, place in ((was, deleted), (now, inserted)):
            piece = deepcopy(run._r)
            piece.text = text
            place.append(piece)
        for text in deleted.iter(qn("w:t")):
            text.tag = qn("w:delText")
        behind = deepcopy(run._r)
        run.text, behind.text = before, after
        for new in (behind, inserted, deleted):
            run._r.addnext(new)

    return edit


def deletes_tracked(start: str, nth: int = 0) -> Edit:
    """A whole paragraph, its end included, with changes being tracked."""

    def edit(document: WordDocument) -> None:
        paragraph = the_paragraph(document, start, nth)._p
        mark = _element('<w:rPr><w:del w:id="92" w:author="王建国"/></w:rPr>')
        paragraph.get_or_add_pPr().append(mark)
        for run in list(paragraph.findall(qn("w:r"))):
            deleted = _element('<w:del w:id="93" w:author="王建国"/>')
            run.addprevious(deleted)
            deleted.append(run)
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")

    return edit


def saves_as_word_does(document: WordDocument) -> None:
    """Splits runs anywhere, marks spelling and sessions, wraps words in smart tags and controls."""
    for number, paragraph in enumerate(document.paragraphs):
        paragraph._p.set(qn("w:rsidR"), f"00A1{number:04X}")
        for run in paragraph.runs:
            if len(run.text) < 4 or run._r.find(qn("w:t")) is None:
                continue
            middle = len(run.text) // 2
            behind = deepcopy(run._r)
            text = run.text
            run.text, behind.text = text[:middle], text[middle:]
            run._r.set(qn("w:rsidRPr"), "00B20001")
            run._r.addnext(behind)
            run._r.addnext(_element('<w:proofErr w:type="spellStart"/>'))
            wrapper = _WRAPPERS[number % len(_WRAPPERS)]()
            run._r.addprevious(wrapper)
            inner = wrapper.find(qn("w:sdtContent"))
            (wrapper if inner is None else inner).append(run._r)


_WRAPPERS: tuple[Callable[[], BaseOxmlElement], ...] = (
    lambda: _element('<w:smartTag w:uri="urn:x" w:element="place"/>'),
    lambda: _element('<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    lambda: _element('<w:ins w:id="94" w:author="李明"/>'),
    lambda: _element('<w:hyperlink w:anchor="x"/>'),
)


def loses_bookmarks(document: WordDocument) -> None:
    """As where all of it was copied into a document of another program."""
    for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
        for element in list(document.element.body.iter(qn(kind))):
            element.getparent().remove(element)


def puts_bookmarks_between(document: WordDocument) -> None:
    """Word may set the bookmarks of whole paragraphs between these."""
    for paragraph in document.paragraphs:
        for start in paragraph._p.findall(qn("w:bookmarkStart")):
            before = start.getprevious()
            if before is None or before.tag == qn("w:pPr"):
                paragraph._p.addprevious(start)


def adds_table(document: WordDocument) -> None:
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "表格一", "表格二"
    the_paragraph(document, "特此报告")._p.addprevious(table._tbl)


def adds_box(start: str, text: str, nth: int = 0) -> Edit:
    """Draws a text box beside the paragraph and types into it."""

    def edit(document: WordDocument) -> None:
        run = OxmlElement("w:r")
        words = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        run.append(_element(f"<w:pict><w:txbxContent>{words}</w:txbxContent></w:pict>"))
        the_paragraph(document, start, nth)._p.append(run)

    return edit


def comments(start: str, nth: int = 0) -> Edit:
    def edit(document: WordDocument) -> None:
        run = OxmlElement("w:r")
        run.append(_element('<w:commentReference w:id="1"/>'))
        the_paragraph(document, start, nth)._p.append(run)

    return edit


def _element(xml: str) -> BaseOxmlElement:
    element: BaseOxmlElement = parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {nsdecls('w')}", xml))
    return element


def strikes_through(start: str, words: str, nth: int = 0) -> Edit:
    """Crosses the words out (删除线) and leaves them there."""

    def edit(document: WordDocument) -> None:
        run = _selected(the_paragraph(document, start, nth), words)
        before, _, after = run.text.partition(words)
        struck, behind = deepcopy(run._r), deepcopy(run._r)
        run.text, struck.text, behind.text = before, words, after
        struck.get_or_add_rPr().append(_element("<w:strike/>"))
        for new in (behind, struck):
            run._r.addnext(new)

    return edit
