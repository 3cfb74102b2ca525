"""A Word document (.docx) → lines, by walking its XML.

What a person sees is read: automatic numbers, insertions, content controls, text boxes, tables.
What they do not see is left out: deletions, hidden text, field codes, headers and footers.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plans.errors import PlanIsDamaged
from plans.lines import Cell, Line, tidy
from plans.packed import Package
from plans.plain_text import PAGE_NUMBER
from plans.word_text import MAIN_PART, WordText, blocks, inside, is_joined, word_text
from plans.word_type import lead_of
from plans.word_xml import attribute, child, local, number_in

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WIDEST = 63  # columns that a table of Word may have


@dataclass(slots=True)
class _Reading:
    """A document that is being walked. kept: text whose paragraph mark was deleted."""

    words: WordText
    lines: list[Line] = field(default_factory=list)
    kept: str = ""
    tables: int = 0

    def take(self, parent: Iterable[Element]) -> None:
        for block in blocks(parent):
            if local(block) == "p":
                lead = lead_of(block)
                bullet = self.words.bullet(block)
                for text in self.paragraph(block):
                    self.add(text, lead=lead, bullet=bullet)
                    bullet = ""
            else:
                self.table(block)

    def add(self, text: str, *, lead: str = "", bullet: str = "") -> None:
        if (tidied := tidy(text)) and not PAGE_NUMBER.fullmatch(tidied):
            at = tidied.find(lead) if lead else -1
            set_off = tidied[: at + len(lead)] if at >= 0 and not _HAN.search(tidied[:at]) else ""
            number = len(self.lines) + 1
            self.lines.append(Line(number, tidied, whole=True, lead=set_off, bullet=bullet))

    def paragraph(self, paragraph: Element) -> Iterator[str]:
        """The paragraph's lines, its number before the first; then those of its text boxes."""
        properties = child(paragraph, "pPr")
        style = self.words.style_of(properties)
        seen = list(self.words.runs(paragraph, hidden=self.words.hidden(style)))
        text = "".join(part for part in seen if isinstance(part, str))
        if is_joined(properties):
            self.kept += text
        else:
            text, self.kept = self.kept + text, ""
            yield from (self.words.number(properties, style) + text).split("\n")
        boxes = (
            part for part in seen if not isinstance(part, str) and local(part) == "txbxContent"
        )
        for box in boxes:
            for block in blocks(box):
                if local(block) == "p":
                    yield from self.paragraph(block)
                else:
                    for row in self.rows(block):
                        yield from (cell.text for cell in row if not cell.merged)

    def table(self, table: Element) -> None:
        rows = list(self.rows(table))
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    for text in cell.text.split("\n"):
                        self.add(text)
            return
        self.tables += 1
        for row in rows:
            text = "".join(tidy(cell.text) for cell in row if not cell.merged)
            if text:
                number = len(self.lines) + 1
                self.lines.append(Line(number, text, True, tuple(row), self.tables))

    def rows(self, table: Element) -> Iterator[list[Cell]]:
        above: list[Cell] = []
        for row in inside(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            cells: list[Cell] = []
            if properties is not None:
                cells += [Cell("")] * min(number_in(properties, "gridBefore", 0), _WIDEST)
            for cell in inside(row, "tc"):
                self.add_cell(cell, cells, above)
            yield cells
            above = cells

    def add_cell(self, cell: Element, cells: list[Cell], above: list[Cell]) -> None:
        properties = child(cell, "tcPr")
        goes_on = child(properties, "vMerge")
        if goes_on is not None and attribute(goes_on, "val") != "restart" and above:
            text = above[len(cells)].text if len(cells) < len(above) else ""
            cells.append(Cell(text, merged=True))
        elif is_continued(child(properties, "hMerge")) and cells:
            cells.append(Cell(cells[-1].text, merged=True))
        else:
            cells.append(Cell(self.cell_text(cell)))
        width = number_in(properties, "gridSpan", 1) if properties is not None else 1
        cells += [Cell(cells[-1].text, merged=True)] * min(width - 1, _WIDEST)

    def cell_text(self, cell: Element) -> str:
        texts: list[str] = []
        for block in blocks(cell):
            if local(block) == "p":
                texts += self.paragraph(block)
            else:
                texts += ("".join(inner.text for inner in row) for row in self.rows(block))
        return "\n".join(text.strip() for text in texts if text.strip())


def is_continued(merge: Element | None) -> bool:
    return merge is not None and attribute(merge, "val") != "restart"


def read_word(package: Package) -> list[Line]:
    """Raises PlanIsDamaged, PlanIsUnsafe or PlanTooLarge."""
    body = child(package.xml(MAIN_PART), "body")
    if body is None:
        raise PlanIsDamaged(name=package.name)
    try:
        reading = _Reading(word_text(package))
        reading.take(body)
        if reading.kept:
            reading.add(reading.kept)
    except (RecursionError, ValueError) as error:
        raise PlanIsDamaged(name=package.name) from error
    return reading.lines
