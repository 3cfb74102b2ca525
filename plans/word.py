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
from plans.word_numbers import Numbers, read_numbers
from plans.word_type import lead_of
from plans.word_xml import attribute, child, children, is_on, local, number_in

MAIN_PART = "word/document.xml"
_NUMBERING_PART, _STYLES_PART = "word/numbering.xml", "word/styles.xml"
_DROPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "Fallback", "pPr", "rPr"}
    | {"sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "rubyPr", "commentRangeStart"}
)
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WIDEST = 63  # columns that a table of Word may have


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says of numbering and hiding; `level` None where only the list knows."""

    based_on: str = ""
    list_id: str = ""
    level: int | None = None
    hidden: bool = False


@dataclass(slots=True)
class _Reading:
    """A document that is being walked. kept: text whose paragraph mark was deleted."""

    styles: dict[str, _Style]
    numbers: Numbers
    default_style: str = ""
    lines: list[Line] = field(default_factory=list)
    kept: str = ""
    tables: int = 0

    def take(self, blocks: Iterable[Element]) -> None:
        for block in _blocks(blocks):
            if local(block) == "p":
                lead = lead_of(block)
                bullet = self.bullet(block)
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
        style = self.style_of(properties)
        boxes: list[Element] = []
        text = "".join(self.runs(paragraph, hidden=self.hidden(style), boxes=boxes))
        if is_on(child(properties, "rPr", "del")):
            self.kept += text
        else:
            text, self.kept = self.kept + text, ""
            yield from (self.number(properties, style) + text).split("\n")
        for box in boxes:
            for block in _blocks(box):
                if local(block) == "p":
                    yield from self.paragraph(block)
                else:
                    for row in self.rows(block):
                        yield from (cell.text for cell in row if not cell.merged)

    def style_of(self, properties: Element | None) -> str:
        named = child(properties, "pStyle")
        return attribute(named, "val") if named is not None else self.default_style

    def number(self, properties: Element | None, style: str) -> str:
        list_id, level = self.listed(properties, style)
        return self.numbers.next(list_id, level, style) if list_id not in {"", "0"} else ""

    def bullet(self, paragraph: Element) -> str:
        properties = child(paragraph, "pPr")
        style = self.style_of(properties)
        list_id, level = self.listed(properties, style)
        return self.numbers.bullet(list_id, level, style)

    def listed(self, properties: Element | None, style: str) -> tuple[str, int | None]:
        """The list that a paragraph belongs to, by itself or by its style, and how deep in it."""
        own = child(properties, "numPr")
        list_id, level = self.list_of(style)
        if own is not None:
            named = child(own, "numId")
            list_id = attribute(named, "val") if named is not None else list_id
            level = number_in(own, "ilvl", level or 0)
        return list_id, level

    def list_of(self, style: str) -> tuple[str, int | None]:
        for found in self.ancestry(style):
            if found.list_id:
                return found.list_id, found.level
        return "", None

    def hidden(self, style: str) -> bool:
        return any(found.hidden for found in self.ancestry(style))

    def ancestry(self, style: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on

    def runs(self, parent: Element, *, hidden: bool, boxes: list[Element]) -> Iterator[str]:
        """The visible text under `parent`; text boxes met on the way go into `boxes`."""
        for element in parent:
            name = local(element)
            if name in _DROPPED:
                continue
            if name == "r":
                yield from self.runs(element, hidden=self.run_hidden(element, hidden), boxes=boxes)
            elif name == "t":
                yield "" if hidden else element.text or ""
            elif name in _SIGNS:
                yield "" if hidden else _SIGNS[name]
            elif name == "br":
                yield "" if hidden or attribute(element, "type") in {"page", "column"} else "\n"
            elif name == "txbxContent":
                boxes.append(element)
            else:
                yield from self.runs(element, hidden=hidden, boxes=boxes)

    def run_hidden(self, run: Element, hidden: bool) -> bool:
        properties = child(run, "rPr")
        vanish = child(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        styled = child(properties, "rStyle")
        return hidden or (styled is not None and self.hidden(attribute(styled, "val")))

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
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                continue
            cells: list[Cell] = []
            if properties is not None:
                cells += [Cell("")] * min(number_in(properties, "gridBefore", 0), _WIDEST)
            for cell in _inside(row, "tc"):
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
        for block in _blocks(cell):
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
    numbering = package.xml(_NUMBERING_PART) if package.has(_NUMBERING_PART) else None
    try:
        styles, default = _styles(package)
        reading = _Reading(styles, read_numbers(numbering), default)
        reading.take(body)
        if reading.kept:
            reading.add(reading.kept)
    except (RecursionError, ValueError) as error:
        raise PlanIsDamaged(name=package.name) from error
    return reading.lines


def _styles(package: Package) -> tuple[dict[str, _Style], str]:
    """By id; and the id that paragraphs without style have."""
    found: dict[str, _Style] = {}
    default = ""
    if not package.has(_STYLES_PART):
        return found, default
    for style in children(package.xml(_STYLES_PART), "style"):
        identity = attribute(style, "styleId")
        based, listed = child(style, "basedOn"), child(style, "pPr", "numPr")
        list_id = child(listed, "numId")
        level = child(listed, "ilvl")
        found[identity] = _Style(
            based_on=attribute(based, "val") if based is not None else "",
            list_id=attribute(list_id, "val") if list_id is not None else "",
            level=int(attribute(level, "val") or 0) if level is not None else None,
            hidden=is_on(child(style, "rPr", "vanish")),
        )
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}:
            default = identity
    return found, default


def _blocks(parent: Iterable[Element]) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for element in parent:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name not in _DROPPED:
            yield from _blocks(element)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls."""
    for element in parent:
        found = local(element)
        if found == name:
            yield element
        elif found not in _DROPPED and found not in {"p", "tbl", "tr", "tc"}:
            yield from _inside(element, name)
