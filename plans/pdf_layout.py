"""Signs on pages → printed lines → paragraphs, by where they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from plans.brackets import depth_change
from plans.clauses import is_bare_label, opens_labelled
from plans.front import ends_title, opens_preamble
from plans.lines import Cell
from plans.numbering import opens_bullet, read_label
from plans.plain_text import HEADER, PAGE_NUMBER
from plans.unit_lines import opens_with_names

_SAME_LINE = 0.5  # of a sign's height: how far apart the middles of one line may be
_SPACE = 0.4  # of a sign's height: a wider gap is a space
_INDENT = 1.2  # signs: paragraphs are usually moved in by two
_SHORT = 2.2  # signs that a full line may lack at its right end, where punctuation hangs
_PARAGRAPH_GAP = 1.6  # of the usual distance between lines
_OTHER_SIZE = 0.15  # of a sign's height: a title is larger than its text
_ROOM = 0.15  # signs: a line of a cell that has room for its next word and this was not full
_BETWEEN_SCRIPTS = 0.25  # signs
_NARROW = 0.65  # signs: the widest that fonts make figures and letters
_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(
    r"[“‘（《〈〔【〖［(\[]*[+±$￥]?(?:[A-Za-z0-9.,%]+|.)[”’）》〉〕】〗］)\]。，、；：！？,.;:!?%％]*"
)
_PADDING = 10.0  # points that a cell leaves empty on both sides together, mostly
_WIDEST_PADDING = 14.0
_NARROWEST = 0.75  # of the page's width, up to which a full line of text reaches
_MARGIN = 0.12  # of the page's height, in which running heads and page numbers stand
_FEWEST_FOR_MARGINS = 3
_FEWEST_HEADS = 3
_SMALL_PRINT = 0.85  # of the usual height of lines
_SETS_OFF = "【〖〔〈["
_STOP = re.compile(r"[，,、；;。：:\s]")
_COLON = re.compile(r"[：:]")
_ISSUE = re.compile(
    r"[^，。]{2,20}(?:公报|政报|简报)[ ·]*[（(]?20\d\d年?[ ·]*第?\d{1,3}[期号][）)]?"
)
"""A gazette's own head: 某市人民政府公报 2026年第3期."""
_DIGITS = re.compile(r"\d+")
_REQUEST = re.compile(r"请(?:各|有关|贵|相关)")
"""What opens the paragraph behind the last item: 请各单位…反馈."""
_UNIT = re.compile(r"[^、，]{2}(?:[局委办部厅署院行府司会队]|中心|办公室|）)$")
_OTHER_UNIT = re.compile(r"[^、，]{2}(?:[联社团校站所场厂]|单位|部门|企业|机构|街道|乡镇)$")
_REGION = re.compile(r"[省市县区州各团](?!.?$)|领导小组各?成员")
_TAIL = re.compile(r"\w|中心|公室|员会|委员会|办公室|政府|分局|支行|支队|管委会")
_BARE_UNIT = re.compile(r"(?!办公|委员|公室)[^、，。]{2,}(?:[局委办部厅署院行府司队]|中心|委员会)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A printed character and its box, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    signs: tuple[Sign, ...] = ()

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one that stands on a page."""

    top: float
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page from top to bottom, lines outside tables, and the page's own size.

    rules: how far down there is a horizontal rule. pictured: it shows a picture, and no text.
    unread: the heads of tables whose rows or columns could not be told apart. number: 1-based; of a
    page with columns of text each of them is one.
    """

    lines: tuple[PrintedLine, ...]
    height: float
    width: float
    grids: tuple[Grid, ...] = ()
    rules: tuple[float, ...] = ()
    pictured: bool = False
    unread: tuple[tuple[str, ...], ...] = ()
    number: int = 1


def printed_lines(signs: Iterable[Sign]) -> list[PrintedLine]:
    """Signs that stand side by side, from top to bottom; a sign printed twice counts once."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: (sign.top + sign.bottom, sign.x0)):
        row = rows[-1] if rows else None
        if row and _middle(sign) - _middle(row[0]) <= _SAME_LINE * _taller(sign, row[0]):
            row.append(sign)
        else:
            rows.append([sign])
    return [line for row in rows if (line := _line(row)) is not None]


def _middle(sign: Sign) -> float:
    return (sign.top + sign.bottom) / 2


def _taller(one: Sign, other: Sign) -> float:
    return max(one.bottom - one.top, other.bottom - other.top)


def _line(row: list[Sign]) -> PrintedLine | None:
    row.sort(key=lambda sign: sign.x0)
    pieces: list[str] = []
    last: Sign | None = None
    for sign in row:
        height, width = sign.bottom - sign.top, sign.x1 - sign.x0
        if last and sign.text == last.text and abs(sign.x0 - last.x0) < width / 2:
            continue
        if last and sign.x0 - last.x1 > _SPACE * height:
            pieces.append("  " if sign.x0 - last.x1 > 2 * height else " ")
        pieces.append(sign.text)
        last = sign
    text = "".join(pieces)
    if not text.strip():
        return None
    printed = [sign for sign in row if sign.text.strip()]
    return PrintedLine(
        text.strip(),
        printed[0].x0,
        max(sign.x1 for sign in printed),
        min(sign.top for sign in printed),
        max(sign.bottom for sign in printed),
        tuple(row),
    )


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages without page numbers, and without what stands at the edge of many of them.

    Of a document of one or two pages that is whatever stands there in small print, or on both.
    """
    at_edge = Counter(
        key
        for page in pages
        for key in {_head(line) for line in page.lines if _in_margin(line, page)}
    )
    few = len(pages) < _FEWEST_HEADS
    enough = len(pages) if few else max(_FEWEST_HEADS, len(pages) // 3)
    heads = {key for key, count in at_edge.items() if count >= enough and len(pages) > 1}
    heights = [line.height for page in pages for line in page.lines]
    small = _SMALL_PRINT * median(heights) if heights and few else 0.0

    def stays(line: PrintedLine, page: Page) -> bool:
        if not _in_margin(line, page):
            return True
        return (
            _head(line) not in heads
            and not PAGE_NUMBER.fullmatch(line.text)
            and not _ISSUE.fullmatch(line.text)
            and line.height >= small
        )

    return [
        replace(page, lines=tuple(line for line in page.lines if stays(line, page)))
        for page in pages
    ]


def _in_margin(line: PrintedLine, page: Page) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _head(line: PrintedLine) -> str:
    return _DIGITS.sub("0", line.text).replace(" ", "")


@dataclass(slots=True)
class _Paragraphs:
    """Printed lines joined to paragraphs as they come, also over the end of a page.

    indented: whether the document moves its paragraphs in, so that a label at the left edge may
    be the middle of a sentence. labelled: a numbered line has come, so that the title is over.
    """

    indented: bool
    pieces: list[str]
    last: PrintedLine | None = None
    last_full: bool = False
    labelled: bool = False

    def take(
        self, line: PrintedLine, *, left: float, right: float, usual: float | None
    ) -> str | None:
        """The paragraph that ends where `line` begins, if one does. usual: between two lines."""
        done = self.end() if self.pieces and self._begins(line, left=left, usual=usual) else None
        self.labelled = self.labelled or read_label(line.text) is not None
        self.pieces.append(line.text)
        self.last = line
        set_right = line.x0 > (left + right) / 2  # a signature or its date, which nothing goes on
        self.last_full = line.x1 >= right - _SHORT * line.height and not set_right
        return done

    def end(self) -> str | None:
        text = "".join(self.pieces)
        self.pieces, self.last = [], None
        return text or None

    def _begins(self, line: PrintedLine, *, left: float, usual: float | None) -> bool:
        last = self.last
        if last is None or not self.last_full or line.x0 > left + _INDENT * line.height:
            return True
        labelled = opens_labelled(line.text) and not self._list_goes_on(line.text)
        if labelled or opens_bullet(line.text):
            return True
        if self._ends_part(line.text):
            return True
        if abs(line.height - last.height) > _OTHER_SIZE * last.height:
            return True
        below = line.top - last.top
        if usual and below > _PARAGRAPH_GAP * usual:
            return True
        return not self.indented and read_label(line.text) is not None

    def _ends_part(self, below: str) -> bool:
        """Whether the words tell that a title ends here, or the text above names or a request."""
        text = "".join(self.pieces)
        if not self.labelled and ends_title(text) and opens_preamble(below):
            return True
        return text.endswith("。") and bool(opens_with_names(below) or _REQUEST.match(below))

    def _list_goes_on(self, below: str) -> bool:
        """Whether a label at the beginning of a line stands in the middle of a list of them.

        One that is set off, as 【责任单位】, never does.
        """
        above = "".join(self.pieces)
        if below[0] in _SETS_OFF:
            return False
        if above[-1:] in "，,、；;（([" or depth_change(above) > 0:
            return True
        begun = _STOP.split(above)[-1]
        return bool(begun) and is_bare_label(begun + _COLON.split(below)[0])


def margins(lines: Sequence[PrintedLine]) -> tuple[float, float] | None:
    """Where lines begin and end on a page; None where there are too few to tell."""
    if len(lines) < _FEWEST_FOR_MARGINS:
        return None
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def usual_distance(lines: Sequence[PrintedLine]) -> float | None:
    """From the top of a line to the top of the next, as it mostly is."""
    steps = [below.top - above.top for above, below in pairwise(lines)]
    return median(steps) if len(steps) >= _FEWEST_FOR_MARGINS else None


def starts_alike(page: Page) -> bool:
    """Whether every line of text is the first of its paragraph, moved in from an unseen edge.

    They all begin at one place, further from the edge of the page than the longest one ends.
    """
    if (edges := margins(page.lines)) is None:
        return False
    left, right = edges
    lines = [line for line in page.lines if line.x0 < page.width / 2 - (line.x1 - line.x0) / 3]
    height = median(line.height for line in page.lines)
    full = sum(line.x1 >= right - _SHORT * line.height for line in page.lines)
    return (
        left - (page.width - right) > _INDENT * height
        and all(line.x0 - left < height for line in lines)
        and full * 3 <= len(page.lines)
    )


def is_indented(pages: Iterable[Page]) -> bool:
    """Whether lines that open with a label stand further in than others, on the whole."""
    within = at_left = 0
    for page in pages:
        edges = margins(page.lines)
        for line in page.lines:
            if edges and read_label(line.text):
                moved = line.x0 > edges[0] + _INDENT * line.height
                within, at_left = within + moved, at_left + (not moved)
    return within > at_left


def cell_text(lines: Sequence[PrintedLine], *, width: float, left: float | None = None) -> str:
    """The text of a cell; a line that ends for want of room runs on, any other break stays.

    left: where the cell begins, where that is known: as much as its text stands away from there is
    left empty on the right as well.
    """
    text, padding = "", _padding(lines, left)
    for at, line in enumerate(lines):
        if at:
            last = lines[at - 1]
            room = width - padding - (last.x1 - last.x0)
            needed = _needed(last.text, line.text) * last.height
            goes_on = room <= needed and not read_label(line.text)
            text = torn_cell(text, line.text) if goes_on else _apart(text, line.text)
        else:
            text = line.text
    return text


def _padding(lines: Sequence[PrintedLine], left: float | None) -> float:
    """What the cell leaves empty on both sides together; text in the middle tells nothing of it."""
    if left is None or not lines:
        return _PADDING
    both = 2 * min(line.x0 - left for line in lines)
    return min(max(both, _PADDING), _WIDEST_PADDING)


def _needed(before: str, text: str) -> float:
    """Signs of room that the line `before` must have left to take in the first word of `text`.

    Brackets and stops go with the sign that they belong to, figures are not parted, and between a
    Chinese sign and a figure printers leave a quarter of a sign.
    """
    word = _WORD.match(text)
    signs = word[0] if word else text[:1]
    between = _BETWEEN_SCRIPTS if before[-1:].isascii() != text[:1].isascii() else 0.0
    return _ROOM + between + sum(_NARROW if sign.isascii() else 1.0 for sign in signs)


def torn_cell(above: str, below: str) -> str:
    """Two parts of a cell that an end of a line or a page separates, for want of room.

    A break stays only between what looks like two names of units.
    """
    if not above or not below:
        return above + below
    line = above.rpartition("\n")[2]
    bare = not _REGION.match(line.rpartition("、")[2]) and _BARE_UNIT.match(below)
    if _ends_before_place(line, below) or (_UNIT.search(line) and bare):
        return _apart(above, below)
    return above + below


def _ends_before_place(line: str, below: str) -> bool:
    """Whether a name ends where the next one opens with its place: 县残联, 各乡镇人民政府."""
    return bool(_REGION.match(below) and (_UNIT.search(line) or _OTHER_UNIT.search(line)))


def _apart(above: str, below: str) -> str:
    """On two lines, unless a list, a bracket, a head or a figure with its unit goes on."""
    line = above.rpartition("\n")[2]
    goes_on = (
        (above[-1].isdigit() and _HAN.match(below) and not read_label(below))
        or _TAIL.fullmatch(below.partition("、")[0])
        or ("、" in line and not (_UNIT.search(line) or _ends_before_place(line, below)))
        or above[-1] in "、，,（("
        or below[0] in "、，,。；（(）)"
        or HEADER.fullmatch(line + below)
    )
    if goes_on or depth_change(above) > 0 or _quotes(above):
        return above + below
    return f"{above}\n{below}"


def _quotes(text: str) -> bool:
    """Whether a quotation or a title is left open."""
    return any(text.count(opening) > text.count(closing) for opening, closing in ("“”", "《》"))


def in_order(pages: Sequence[Page]) -> Iterator[str | Grid]:
    """Paragraphs, whole also where a page ends within them, and tables as they follow."""
    paragraphs = _Paragraphs(is_indented(pages), [])
    edges: tuple[float, float] | None = None
    # A page of few lines may have none that is full; how wide one is, another page tells.
    known = [found for page in pages if (found := margins(page.lines))]
    width = max((right - left for left, right in known), default=0.0)
    for page in pages:
        edges = margins(page.lines) or edges
        usual = usual_distance(page.lines)
        first, alike = True, starts_alike(page)
        items: list[PrintedLine | Grid] = [*page.lines, *page.grids]
        for item in sorted(items, key=lambda item: item.top):
            if isinstance(item, Grid):
                done = paragraphs.end()
            else:
                left, right = edges or (item.x0, item.x1)
                left = left if not alike else page.width - right
                right = max(right, min(left + width, page.width), _NARROWEST * page.width)
                done = paragraphs.take(item, left=left, right=right, usual=None if first else usual)
            first = False
            if done is not None:
                yield done
            if isinstance(item, Grid):
                yield item
    if (done := paragraphs.end()) is not None:
        yield done
