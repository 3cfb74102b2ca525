"""The words of a file that is sent as evidence, part by part; pure.

Of a packed document (.docx, .xlsx, .pptx, .ofd) every part is read, whatever it is: pages, what
stands above and below them, text boxes, notes, comments, cells. Of an old one (.doc, .xls, .ppt)
Chinese words are found where they stand in its stream of text, as they do in all but files of the
nineties: whatever reads as a run of them. Nothing is kept of it, and nothing raised: of a file that
cannot be read there are no words.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

import pypdfium2
from olefile import OleFileIO

from plans.packed import Package, open_package
from plans.word_xml import local
from vocabulary.errors import PlanError
from vocabulary.file_starts import OLE, PACKED, is_pdf

_BLOCKS = frozenset({"p", "si", "is", "v", "text", "TextCode"})
"""A paragraph, a cell's words, a comment, a line of an OFD."""

_WORDS = frozenset({"t", "v", "TextCode"})
_MARGINS = ("Header", "Footer")
"""Of a sheet; its name begins with which pages have it."""

_OLD_STREAMS = (("WordDocument", 2), ("Workbook", 3), ("PowerPoint Document", 2))
"""With how long a run must be at least. A workbook has its pictures in that stream, too: of so many
bytes some read as 机密 by chance, which has to stand beside another sign there."""

_RUN = re.compile(
    "[\x20-\x7e\u00b7\u2010-\u2027\u2030-\u205e\u2160-\u217f\u2460-\u24ff\u2500-\u27bf\u3000-\u303f\u30fb"
    "\u4e00-\u9fff\uff01-\uff5e]+"
)
"""Signs of a Chinese text. What stands for a paragraph's end or a cell's is none."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_FULL = 0.8  # of the page's longest line: one that is shorter ends its paragraph
_ENDS = tuple("。；：！？.;:!?")


def may_have_words(data: bytes, *, name: str) -> bool:
    """By its first bytes; of a text, which has none of its own, by its name."""
    return data.startswith((PACKED, OLE)) or is_pdf(data) or _is_text(name)


def words_of_file(data: bytes, *, name: str) -> Iterator[str]:
    """Paragraph by paragraph, cell by cell."""
    try:
        if data.startswith(PACKED):
            yield from _of_package(open_package(data, name=name))
        elif is_pdf(data):
            yield from _of_pdf(data)
        elif data.startswith(OLE):
            yield from _of_old_office(data)
        elif _is_text(name):
            yield from _decoded(data).splitlines()
    except (PlanError, pypdfium2.PdfiumError, OSError, IndexError, RecursionError, ValueError):
        return  # damaged, or not what it says: whoever keeps it looks at that


def _is_text(name: str) -> bool:
    return name.lower().endswith(".txt")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeError:
        return data.decode("gb18030", errors="replace")


def _of_package(package: Package) -> Iterator[str]:
    """One part that is damaged does not hide the others."""
    for part in sorted(package.archive.namelist(), key=len):
        if not part.endswith(".xml"):
            continue
        try:
            root = package.xml(part)
        except PlanError:
            continue
        yield from _of_part(root)


def _of_part(root: Element) -> Iterator[str]:
    for element in root.iter():
        name = local(element)
        if name in _BLOCKS:
            text = "".join(one.text or "" for one in element.iter() if local(one) in _WORDS)
        elif name.endswith(_MARGINS):
            text = element.text or ""
        else:
            continue
        if any(map(str.isalpha, text)):
            yield text


def _of_old_office(data: bytes) -> Iterator[str]:
    with OleFileIO(BytesIO(data)) as compound:
        for stream, fewest in _OLD_STREAMS:
            if compound.exists(stream):
                yield from runs_of(compound.openstream(stream).read(), fewest)


def runs_of(content: bytes, fewest: int) -> Iterator[str]:
    """What reads as Chinese text among bytes.

    Where a text begins is not known, so both halves of the bytes are taken for its first.
    """
    for start in (0, 1):
        text = content[start:].decode("utf-16-le", errors="replace")
        for run in _RUN.finditer(text):
            if len(run[0]) >= fewest and _CHINESE.search(run[0]):
                yield run[0]


def _of_pdf(data: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage()
            lines = text.get_text_range().splitlines()
            text.close()
            page.close()
            yield from _paragraphs(lines)
    finally:
        document.close()


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines that go on in the next one are joined: at the head of that a word is no mark."""
    stripped = [line.strip() for line in lines]
    full = _FULL * max(map(len, stripped), default=0)
    paragraph = above = ""
    for line in stripped:
        if paragraph and (len(above) < full or above.endswith(_ENDS)):
            yield paragraph
            paragraph = ""
        paragraph += line
        above = line
    if paragraph:
        yield paragraph
