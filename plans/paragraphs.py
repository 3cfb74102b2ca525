"""Stage 2: lines → paragraphs, healed where a page break tore them apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, zip_longest

from plans.brackets import depth_change
from plans.clauses import is_bare_label, opens_labelled
from plans.dates import is_day
from plans.lines import Entry, Line
from plans.numbering import Label, Level, bullet_length, opens_bullet, read_label
from plans.unit_names import surely_unit
from vocabulary.plan import Mention

_SENTENCE_END = tuple("。！？；!?;：:")
_GOES_ON = tuple("，,、（([［〔【〖〈“‘《")
_RUNNING = re.compile(r"[。！？；]")
_NAMES_GO_ON = re.compile(r"[^。；：:！？]*、[^。；：:！？]*[。；]?")
_LONGEST_NAME = 40
_FEWEST_LINES = 8  # of which one can tell where they end
_WIDER = 0.25  # of all lines, that may be wider than the full ones: a title, a letterhead
_FULL = 0.85  # of the widest of them
_MANY, _FEW = 0.4, 0.35  # of all lines: that are full; of those: that end with a sentence
_NARROWEST, _WIDEST = 36, 110  # halves of a sign that a full line may hold
_QUOTES = "”’》\"'"
_BARE_NUMBER = re.compile(
    r"(?P<number>[1-9]\d?)(?![年月日个项条类])[\u4e00-\u9fff][^。；，：:\d]{1,24}"
)
_END_MATTER = re.compile(
    r"(?:抄送|抄报|主送|分送|出席|列席|缺席|请假|记录人?|填[表报]人|制表人?|审[核签]人)[：:]"
    r"|(?:参加|参会)(?:人员|同志)?[：:](?!.*(?:[局委办厅部院处]|中心|公司|政府)(?:[、，,；;。]|$))|附件[：:0-9]|附件[一二三四五六七八九十]?$|[（(]此件.*[)）]$|20\d\d年\d{1,2}月\d{1,2}日(?:印发)?$"
    r"|.{2,30}20\d\d年\d{1,2}月\d{1,2}日印发$|本(?:文件|计划|方案|意见|通知).{0,20}解读。?$"
)
_NOTE = re.compile(r"[（(]?(?:备?注|说明)\d?[：:]|[*＊※]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """line: 1-based, where it starts. joints: offsets in `text` where a page break was healed.

    label: the number that it opens with, in the text or from a table; entry: it is a table's row.
    lead: the sentence at its beginning that type sets off. people: no unit owes anything in the
    document, so that whoever answers in person does. bullet: the sign that it
    opens with, or how deep in a list one stands before it that is no text. units: it names those
    who have all items below it.
    """

    text: str
    line: int
    joints: tuple[int, ...] = ()
    label: Label | None = None
    entry: Entry | None = None
    lead: str = ""
    people: bool = False
    bullet: str = ""
    units: tuple[Mention, ...] = ()


@dataclass(slots=True)
class _Open:
    """A paragraph that is still growing, with what decides whether it goes on.

    wrap: how wide a line is at least that was broken for want of room, where the text is so.
    """

    line: int
    pieces: list[str] = field(default_factory=list)
    joints: list[int] = field(default_factory=list)
    length: int = 0
    depth: int = 0
    running: bool = False
    whole: bool = False
    lead: str = ""
    wrap: float | None = None
    bullet: str = ""

    def add(self, text: str, *, whole: bool = False) -> None:
        self.whole = whole
        if self.lists_on_with(text):
            text = f"、{text}"
        if self.pieces and not is_bare_label(self.pieces[0]):
            self.joints.append(self.length)
        self.pieces.append(text)
        self.length += len(text)
        self.depth += depth_change(text)
        self.running = self.running or bool(_RUNNING.search(text))

    def lists_on_with(self, below: str) -> bool:
        """Whether below a label alone each name has a line of its own, and this is one more."""
        names = self.pieces[1:]
        return bool(names) and is_bare_label(self.pieces[0]) and all(map(_is_name, (*names, below)))

    def goes_on_with(self, below: str) -> bool:
        """Whether the sentence is unfinished, so that the next line belongs to it."""
        if self.lists_on_with(below):
            return True
        text = self.pieces[-1].rstrip(_QUOTES)
        alone = is_bare_label(self.pieces[0]) and len(self.pieces) == 1
        if alone or text.endswith(_SENTENCE_END):
            return alone
        if text.endswith(_GOES_ON) or self.depth > 0 or self._is_full():
            return True
        if self.whole:
            return False
        if opens_labelled(self.pieces[0]):
            return bool(_NAMES_GO_ON.fullmatch(below))
        return self.running and text[-1:] not in set(")）]］〕】")

    def _is_full(self) -> bool:
        """Whether its last line was broken for want of room."""
        return not self.whole and self.wrap is not None and _width(self.pieces[-1]) >= self.wrap

    def closed(self) -> Paragraph:
        text = "".join(self.pieces)
        return Paragraph(
            text,
            self.line,
            tuple(self.joints),
            read_label(text),
            lead=self.lead,
            bullet=self.bullet or text[: bullet_length(text)][:1],
        )


def heal(lines: Iterable[Line]) -> list[Paragraph]:
    """One paragraph per line, except that an unfinished sentence takes the next line in.

    A line that opens with a number, a label of duty or as a note, signs above a date, or belongs to
    the end matter, always starts anew, so that a fault in one measure cannot swallow the next.
    """
    found: list[Paragraph] = []
    growing: _Open | None = None
    whole = _with_whole_numbers(list(lines))
    body = list(dropwhile(lambda line: read_label(line.text) is None, whole))
    wrap = _wrap(
        line.text for line in body if not (line.whole or line.cells or opens_labelled(line.text))
    )
    for line, below in zip_longest(whole, whole[1:]):
        if growing is not None:
            signs = below is not None and is_day(below.text) and len(line.text) <= _LONGEST_NAME
            if not signs and not _starts_anew(line) and growing.goes_on_with(line.text):
                growing.add(line.text, whole=line.whole)
                continue
            found.append(growing.closed())
            growing = None
        if line.label is not None:
            found.append(Paragraph(line.text, line.number, label=line.label, entry=line.entry))
            continue
        in_body = bool(body) and line.number >= body[0].number
        growing = _Open(
            line.number,
            lead=line.lead,
            wrap=wrap if in_body else None,
            bullet=line.bullet,
        )
        growing.add(line.text, whole=line.whole)
    if growing is not None:
        found.append(growing.closed())
    return found


def _wrap(lines: Iterable[str]) -> float | None:
    """How wide full lines are, where lines end for want of room and not with their sentences.

    Then many of them are about as wide as each other, few are wider, and few end a sentence. A line
    that a label opens is no sign of it: none of those ends a sentence.
    """
    texts = list(lines)
    if len(texts) < _FEWEST_LINES:
        return None
    widths = sorted(map(_width, texts), reverse=True)
    for widest in dict.fromkeys(widths[: int(_WIDER * len(texts)) + 1]):
        if not _NARROWEST <= widest <= _WIDEST:
            continue
        full = [text for text in texts if _FULL * widest <= _width(text) <= widest]
        ended = sum(text.endswith(_SENTENCE_END) for text in full)
        if len(full) >= _MANY * len(texts) and ended <= _FEW * len(full):
            return _FULL * widest
    return None


def _width(text: str) -> int:
    """In halves of a Chinese sign."""
    return sum(1 if sign.isascii() else 2 for sign in text)


def _with_whole_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines; a short one that opens with a bare number, 2重点任务, is the heading of 2.1, 2.2.

    So is that of the number before or after such a one.
    """
    labels = (read_label(line.text) for line in lines if not line.cells)
    wholes = (label.whole for label in labels if label and label.whole[:1].isdecimal())
    above = {int(re.split("[.-]", whole)[0]) for whole in wholes}
    known = {near for number in above for near in (number - 1, number, number + 1)}
    found = []
    for line in lines:
        opened = _BARE_NUMBER.fullmatch(line.text) if known and line.label is None else None
        if opened and int(opened["number"]) in known and read_label(line.text) is None:
            number = opened["number"]
            label = Label(Level.ITEM, int(number), f"{number}.", len(number))
            found.append(replace(line, label=label))
        else:
            found.append(line)
    return found


def _starts_anew(line: Line) -> bool:
    return (
        line.label is not None
        or read_label(line.text) is not None
        or is_end_matter(line.text)
        or opens_labelled(line.text)
        or opens_note(line.text)
        or bool(line.bullet)
        or opens_bullet(line.text)
    )


def _is_name(line: str) -> bool:
    """Whether a line is the name of one unit, or of several with 、 between them."""
    return all(map(surely_unit, filter(None, line.strip("、；;。").split("、"))))


def opens_note(text: str, at: int = 0) -> bool:
    """Whether a note or a footnote stands there: 注：, *."""
    return bool(_NOTE.match(text, at))


def is_end_matter(text: str) -> bool:
    """Whether this is what stands under a plan: date, copies, attachments, publication notes."""
    return bool(_END_MATTER.match(text))
