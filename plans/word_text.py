"""The text of a Word document's paragraphs as a person sees it, by walking its XML.

What a person sees is read: automatic numbers, insertions, content controls.
What they do not see is left out: deletions, hidden text, field codes, comments.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plans.packed import Package
from plans.word_numbers import Numbers, read_numbers
from plans.word_xml import attribute, child, children, is_on, local, number_in

MAIN_PART = "word/document.xml"
_NUMBERING_PART, _STYLES_PART = "word/numbering.xml", "word/styles.xml"
DROPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "Fallback", "pPr", "rPr"}
    | {"sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "rubyPr", "commentRangeStart"}
)
"""Elements that hold nothing to be seen."""

_STRUCK = ("strike", "dstrike")
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says of numbering and hiding; `level` None where only the list knows."""

    based_on: str = ""
    list_id: str = ""
    level: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WordText:
    """Reads paragraph by paragraph, from the first on: automatic numbers are counted on the way.

    drops_struck: what is struck through counts as deleted.
    """

    styles: dict[str, _Style]
    numbers: Numbers
    default_style: str = ""
    drops_struck: bool = False

    def style_of(self, properties: Element | None) -> str:
        named = child(properties, "pStyle")
        return attribute(named, "val") if named is not None else self.default_style

    def number(self, properties: Element | None, style: str) -> str:
        list_id, level = self._listed(properties, style)
        return self.numbers.next(list_id, level, style) if list_id not in {"", "0"} else ""

    def bullet(self, paragraph: Element) -> str:
        properties = child(paragraph, "pPr")
        style = self.style_of(properties)
        list_id, level = self._listed(properties, style)
        return self.numbers.bullet(list_id, level, style)

    def hidden(self, style: str) -> bool:
        return any(found.hidden for found in self._ancestry(style))

    def runs(self, parent: Element, *, hidden: bool) -> Iterator[str | Element]:
        """The visible text under `parent`, and what stands in between and is no text.

        That is a text box (txbxContent), a picture, the beginning or end of a bookmark: whoever
        reads takes what they know, and looks into it by themselves.
        """
        for element in parent:
            name = local(element)
            if name in DROPPED:
                continue
            if name == "r":
                yield from self.runs(element, hidden=self._run_hidden(element, hidden))
            elif name == "t":
                yield "" if hidden else element.text or ""
            elif name in _SIGNS:
                yield "" if hidden else _SIGNS[name]
            elif name == "br":
                yield "" if hidden or attribute(element, "type") in {"page", "column"} else "\n"
            else:
                yield element
                if name != "txbxContent":
                    yield from self.runs(element, hidden=hidden)

    def _listed(self, properties: Element | None, style: str) -> tuple[str, int | None]:
        """The list that a paragraph belongs to, by itself or by its style, and how deep in it."""
        own = child(properties, "numPr")
        list_id, level = self._list_of(style)
        if own is not None:
            named = child(own, "numId")
            list_id = attribute(named, "val") if named is not None else list_id
            level = number_in(own, "ilvl", level or 0)
        return list_id, level

    def _list_of(self, style: str) -> tuple[str, int | None]:
        for found in self._ancestry(style):
            if found.list_id:
                return found.list_id, found.level
        return "", None

    def _ancestry(self, style: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on

    def _run_hidden(self, run: Element, hidden: bool) -> bool:
        properties = child(run, "rPr")
        if self.drops_struck and any(is_on(child(properties, kind)) for kind in _STRUCK):
            return True
        vanish = child(properties, "vanish")
        if vanish is not None:
            return is_on(vanish)
        styled = child(properties, "rStyle")
        return hidden or (styled is not None and self.hidden(attribute(styled, "val")))


def word_text(package: Package, *, drops_struck: bool = False) -> WordText:
    """Raises as `Package.xml` does, and ValueError for styles that say nonsense."""
    numbering = package.xml(_NUMBERING_PART) if package.has(_NUMBERING_PART) else None
    styles, default = _styles(package)
    return WordText(styles, read_numbers(numbering), default, drops_struck)


def is_joined(properties: Element | None) -> bool:
    """Whether the paragraph's mark was deleted, so that it goes on in the one behind it."""
    return is_on(child(properties, "rPr", "del"))


def blocks(parent: Iterable[Element]) -> Iterator[Element]:
    """Paragraphs and tables, also those inside content controls and insertions."""
    for element in parent:
        name = local(element)
        if name in {"p", "tbl"}:
            yield element
        elif name not in DROPPED:
            yield from blocks(element)


def inside(parent: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls."""
    for element in parent:
        found = local(element)
        if found == name:
            yield element
        elif found not in DROPPED and found not in {"p", "tbl", "tr", "tc"}:
            yield from inside(element, name)


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
