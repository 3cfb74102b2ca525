"""Reads a produced document the way a checker of the standard would: its XML, its printed pages."""

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pdfplumber
from docx import Document
from PIL.Image import Image

from reports.draft import make_draft
from reports.draft_profile import DraftProfile
from reports.package import parts_of
from reports.stand_ins import font_configuration
from tests.reports.samples import CODE
from vocabulary.report import FiledReport

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POINTS_PER_MM = 72 / 25.4
TEXT_TOP, TEXT_BOTTOM = 37 * POINTS_PER_MM, (297 - 35) * POINTS_PER_MM

_SECONDS = 50


def draft_of(report: FiledReport, profile: DraftProfile | None = None) -> bytes:
    return make_draft(report, profile or DraftProfile(), CODE)


def paragraphs_of(docx: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


def xml_of(docx: bytes, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts_of(docx)[part])  # noqa: S314 - we made it ourselves


def found(root: ElementTree.Element, path: str) -> ElementTree.Element:
    """The first element at the path, which must be there."""
    element = root.find(path)
    assert element is not None, path
    return element


def attributes(element: ElementTree.Element) -> dict[str, str]:
    """Attributes by their local names."""
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


@dataclass(frozen=True)
class Word:
    """A printed word: its place in points, counted from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


Page = list[Word]


def lines_of_page(page: Page) -> list[list[Word]]:
    """The lines within the text area, top down."""
    rows: dict[int, list[Word]] = {}
    for word in page:
        if TEXT_TOP - 5 < word.top < TEXT_BOTTOM - 5:
            rows.setdefault(round(word.top), []).append(word)
    return [sorted(rows[top], key=lambda word: word.left) for top in sorted(rows)]


def characters_of(pdf: bytes) -> list[list[Word]]:
    """The same, sign by sign, as they follow one another in the file."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            [Word(c["text"], c["x0"], c["top"], c["x1"], c["bottom"]) for c in page.chars]
            for page in opened.pages
        ]


def sizes_of(pdf: bytes) -> list[list[float]]:
    """Of each page the sizes of what is printed on it, in points; heads and feet come along."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [[char["size"] for char in page.chars] for page in opened.pages]


def in_tables(pdf: bytes) -> Iterator[str]:
    """What stands within drawn lines: beside a table a hidden column leaves signs nobody sees."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            edges = page.edges
            right = max((edge["x1"] for edge in edges), default=0.0)
            yield from (word["text"] for word in page.extract_words() if word["x1"] <= right + 1)


def text_of_page(page: Page) -> str:
    return "".join(word.text for line in lines_of_page(page) for word in line)


def printed(documents: Mapping[str, bytes], suffix: str) -> dict[str, list[Page]]:
    """Each document as LibreOffice prints it: pages of words."""
    return {name: pages_of(pdf) for name, pdf in printed_as_pdf(documents, suffix).items()}


def printed_as_pdf(documents: Mapping[str, bytes], suffix: str) -> dict[str, bytes]:
    """Each document as LibreOffice prints it, with fonts of Debian in place of the standard's."""
    return _converted(documents, suffix, "pdf")


def recalculated(workbook: bytes) -> bytes:
    """The workbook as LibreOffice saves it: its formulas have values."""
    return _converted({"book": workbook}, ".xlsx", "xlsx")["book"]


def saved_by_libreoffice(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Word documents as LibreOffice saves them."""
    return _converted(documents, ".docx", "docx")


def _converted(documents: Mapping[str, bytes], suffix: str, kind: str) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _write_font_aliases(place)
        files = [place / f"{name}{suffix}" for name in documents]
        for file, content in zip(files, documents.values(), strict=True):
            file.write_bytes(content)
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(place / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(place / "out"),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "FONTCONFIG_FILE": str(place / "fonts.conf")},
        )
        return {name: (place / "out" / f"{name}.{kind}").read_bytes() for name in documents}


def _write_font_aliases(place: Path) -> None:
    """Fonts of Debian and no others, so that the pages are the same on every machine."""
    fonts = f"<dir>/usr/share/fonts</dir><cachedir>{place}/cache</cachedir>"
    (place / "fonts.conf").write_text(font_configuration(fonts), encoding="utf-8")


def pages_of(pdf: bytes) -> list[Page]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            [
                Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"])
                for word in page.extract_words()
            ]
            for page in opened.pages
        ]


def pictures_of(pdf: bytes, *, dots_per_inch: int) -> list[Image]:
    """Its pages as they look."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [
            page.to_image(resolution=dots_per_inch, antialias=True).original
            for page in opened.pages
        ]


def middle_of_ink(picture: Image, word: Word, *, dots_per_inch: int) -> float:
    """How far under the page's upper edge the middle of what is drawn of a word is, in points.

    Not the middle of its box, which is as high as the font's highest sign.
    """
    scale = dots_per_inch / 72
    box = [round(scale * at) for at in (word.left, word.top, word.right, word.bottom)]
    ink = picture.convert("L").crop((box[0], box[1], box[2], box[3])).point(lambda grey: 255 - grey)
    found = ink.getbbox()
    assert found is not None, f"nothing is drawn of {word.text}"
    return (box[1] + (found[1] + found[3]) / 2) / scale
