"""A Word document (.docx) that came back → its paragraphs as a person sees them; pure.

Tracked changes are read as accepted, and what is struck through as deleted. Of bookmarks only our
own are of interest; what is no text (pictures, comments, notes, tables) is counted, so that it can
be said that it was not read.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plans.errors import PlanIsEncrypted, PlanIsUnsafe, PlanTooLarge
from plans.packed import Package, open_package
from plans.word_text import DROPPED, MAIN_PART, WordText, inside, is_joined, word_text
from plans.word_xml import attribute, child, local
from reports.draft_marks import PREFIX, code_marked
from texts import DEFAULT_LANGUAGE, plain
from vocabulary.errors import BaosongError, PlanError
from vocabulary.file_starts import OLE, PACKED

LARGEST_TEXT = 8 << 20
"""Bytes of the main part, unpacked: thirty times that of the largest unit's draft."""

MOST_PARAGRAPHS = 5_000
"""Ten times those of the largest unit's draft."""

_MOST_HEADERS = 6  # of a document of one section

_BESIDE = {
    "drawing": "picture",
    "pict": "picture",
    "object": "picture",
    "commentReference": "comment",
    "footnoteReference": "footnote",
    "endnoteReference": "footnote",
}
_BOOKMARKS = frozenset({"bookmarkStart", "bookmarkEnd"})
_HEADER = re.compile(r"word/header\d+\.xml")
_MACROS = ("vbaProject.bin", "word/activeX/")


class DraftUnreadable(BaosongError):
    """A draft of ours that cannot be opened, or may not be. reason: the end of a text's key."""

    text_key = "word-unreadable"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paragraph. starts, ends: of our bookmarks, by name, at which sign of the text.

    is_aside: it stands in a table or a text box.
    """

    text: str
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class WordPaper:
    """code: of the revision that it says it was made from, empty where it says none.

    above: what stands above its pages. beside: how often there is what is no text: picture,
    comment, footnote.
    """

    lines: tuple[PaperLine, ...]
    code: str = ""
    above: str = ""
    beside: dict[str, int] = field(default_factory=dict)

    @property
    def has_marks(self) -> bool:
        """Whether any bookmark of ours is there."""
        return any(line.starts for line in self.lines)


def is_draft(data: bytes, *, name: str) -> bool:
    """Whether it says that it is a draft of ours; what it holds may still be anything.

    By a bookmark, or by what the draft is called: not every program keeps the bookmarks.
    """
    if data.startswith(OLE):
        return PREFIX.encode("utf-16-le") in data or _is_named_like_one(name)
    if not data.startswith(PACKED):
        return False
    try:
        package = open_package(data, name=name)
        with package.archive.open(MAIN_PART) as part:
            return PREFIX.encode() in part.read(LARGEST_TEXT) or _is_named_like_one(name)
    except (PlanError, KeyError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return _is_named_like_one(name)


def is_word(data: bytes) -> bool:
    """Whether it is a packed Word document, whatever it is called."""
    if not data.startswith(PACKED):
        return False
    try:
        return open_package(data, name="").has(MAIN_PART)
    except PlanError:
        return False


def _is_named_like_one(name: str) -> bool:
    """Whatever was put before or behind it."""
    whole = plain(DEFAULT_LANGUAGE, "paper-draft-file", unit="", period="")
    return whole.removeprefix("关于") in name


def read_paper(data: bytes, *, name: str) -> WordPaper:
    """Raises DraftUnreadable with the reason."""
    try:
        package = open_package(data, name=name)
    except PlanError as error:
        raise DraftUnreadable(name=name, reason=_reason(error, data)) from error
    if not package.has(MAIN_PART):
        raise DraftUnreadable(name=name, reason="kind")
    if any(active in part for part in package.archive.namelist() for active in _MACROS):
        raise DraftUnreadable(name=name, reason="macros")
    if package.archive.NameToInfo[MAIN_PART].file_size > LARGEST_TEXT:
        raise DraftUnreadable(name=name, reason="large")
    try:
        body = child(package.xml(MAIN_PART), "body")
        if body is None:
            raise DraftUnreadable(name=name, reason="damaged")
        reading = _Reading(word_text(package, drops_struck=True))
        reading.take(body)
        above = _above(package)
    except PlanError as error:
        raise DraftUnreadable(name=name, reason=_reason(error, data)) from error
    except (RecursionError, ValueError) as error:
        raise DraftUnreadable(name=name, reason="damaged") from error
    if len(reading.lines) > MOST_PARAGRAPHS:
        raise DraftUnreadable(name=name, reason="large")
    return reading.paper(above)


def _above(package: Package) -> str:
    """What stands above the pages; that of odd and of even ones says the same."""
    headers = sorted(part for part in package.archive.namelist() if _HEADER.fullmatch(part))
    for part in headers[:_MOST_HEADERS]:
        words = word_text(package)
        runs = words.runs(package.xml(part), hidden=False)
        if text := "".join(run for run in runs if isinstance(run, str)).strip():
            return text
    return ""


def _is_box(element: Element) -> bool:
    """A text box is drawn as a picture is, and read."""
    return any(local(part) == "txbxContent" for part in element.iter())


_REASONS = ((PlanIsEncrypted, "encrypted"), (PlanTooLarge, "large"), (PlanIsUnsafe, "unsafe"))


def _reason(error: PlanError, data: bytes) -> str:
    if found := next((reason for kind, reason in _REASONS if isinstance(error, kind)), ""):
        return found
    if data.startswith(OLE):
        return "old"
    return "damaged" if data.startswith(PACKED) else "kind"


@dataclass(slots=True)
class _Reading:
    """names: of our bookmarks, by the ids that their ends have.

    kept: a paragraph whose mark was deleted goes on in the next one.
    """

    words: WordText
    lines: list[PaperLine] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    kept: PaperLine = field(default_factory=lambda: PaperLine(""))
    beside: Counter[str] = field(default_factory=Counter)

    def paper(self, above: str) -> WordPaper:
        if self.kept.text:
            self.lines.append(self.kept)
        codes = (code_marked(name) for line in self.lines for name in line.starts)
        code = next(filter(None, codes), "")
        return WordPaper(tuple(self.lines), code, above, dict(self.beside))

    def take(self, parent: Element, *, is_aside: bool = False) -> None:
        """Bookmarks that stand between two paragraphs belong to the second."""
        for element in parent:
            name = local(element)
            if name == "p":
                self.paragraph(element, is_aside=is_aside)
            elif name == "tbl":
                self.table(element)
            elif name in _BOOKMARKS:
                self.note(element, len(self.kept.text), self.kept.starts, self.kept.ends)
            elif name not in DROPPED:
                self.take(element, is_aside=is_aside)

    def paragraph(self, paragraph: Element, *, is_aside: bool) -> None:
        properties = child(paragraph, "pPr")
        style = self.words.style_of(properties)
        text, starts, ends = self.kept.text, self.kept.starts, self.kept.ends
        if not is_joined(properties):
            text += self.words.number(properties, style)
        boxes: list[Element] = []
        for part in self.words.runs(paragraph, hidden=self.words.hidden(style)):
            if isinstance(part, str):
                text += part
            elif local(part) == "txbxContent":
                boxes.append(part)
            else:
                self.note(part, len(text), starts, ends)
        line = PaperLine(text, starts, ends, is_aside)
        if is_joined(properties):
            self.kept = line
        else:
            self.kept = PaperLine("")
            self.lines.append(line)
        for box in boxes:
            self.take(box, is_aside=True)

    def note(self, element: Element, at: int, starts: dict[str, int], ends: dict[str, int]) -> None:
        """What stands at this place and is no text."""
        kind, identity = local(element), attribute(element, "id")
        if kind == "bookmarkStart" and (name := attribute(element, "name")).startswith(PREFIX):
            self.names[identity] = name
            starts.setdefault(name, at)
        elif kind == "bookmarkEnd" and identity in self.names:
            ends.setdefault(self.names[identity], at)
        elif kind in _BESIDE and not _is_box(element):
            self.beside[_BESIDE[kind]] += 1

    def table(self, table: Element) -> None:
        for row in inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                continue
            before = len(self.lines)
            for cell in inside(row, "tc"):
                self.take(cell, is_aside=True)
            cells = self.lines[before:]
            del self.lines[before:]
            text = "　".join(one.text.strip() for one in cells if one.text.strip())
            self.lines.append(PaperLine(text, is_aside=True))
