"""Breaks a long Chinese title where the sense allows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reports.printable import printable, text_width
from reports.title_words import FAMILY_NAMES, TITLE_PHRASES, TITLE_WORDS

_WIDTH = 19  # of 20 that have room: a full line wraps where a font is a little wider
_NEVER_FIRST = frozenset("的地得和与及或等之了、，。；：！？）》〉】』」”’,.;:!?)]}%％—…·年月日份")
_NEVER_LAST = frozenset("（《〈【『「“‘([{第—…·")
_NEVER_LAST_WORDS = ("关于", "和", "与", "及", "对", "为", "在", "将")
_HALF_WIDTH = re.compile(r"[!-~]")

_YEARS = r"\d{4}年?(?:[—–-]|至|到)?(?:\d{4}年?)?(?<=年)度?"
# No line breaks within these, whatever else stands there.
_KEPT = (
    re.compile(rf"{_YEARS}(?:上半年|下半年|第?[一二三四1-4]季度|\d{{1,2}}月份?(?:\d{{1,2}}日)?)?"),
    re.compile(rf"{_YEARS}(?:行动|实施|工作|重点工作)(?:计划|方案|要点|任务)"),
    re.compile(r"\d[\d.,]*[百千万亿]*[一-鿿%％]"),  # 100万亩, 5个
    re.compile(r"第?[一二三四五六七八九十百千万亿两〇]+(?:季度|[大项个批年次条级类轮期届])"),
    re.compile(rf"[{FAMILY_NAMES}][一-鿿]{{1,2}}(?:总书记|书记|主席|总理|[省市县区]长|同志)"),
    re.compile(r"（[^（）]{1,12}）"),
    re.compile(r"“[^“”]{1,8}”"),
    *map(re.compile, TITLE_PHRASES),
)

# The cost of a break, where it is not the worst that is still allowed: lower is better.
# The words themselves are not split.
_GOOD_BEFORE = (
    (re.compile(r"《"), 1),
    (re.compile(r"关于(?=《|\d{4}年)"), 1),
    (re.compile(r"关于"), 2),
    (re.compile(r"（"), 3),
    (re.compile(r"\d{4}(?:[—-]\d{4})?年"), 1),
    (re.compile(r"工作任务|完成情况|推进情况|贯彻落实"), 1),
    (re.compile(r"(?:深入|认真)?(?:学习)?(?:宣传)?贯彻(?:落实)?"), 2),
    (re.compile(r"习近平"), 3),
    (re.compile(r"(?<!三年)(?:三年)?(?:行动|实施|工作|若干|任务分工)(?:计划|方案|意见|措施)"), 3),
    (
        re.compile(
            r"(?<!进一步)(?<!加快)(?:推进|推动|促进|加快|加强|进一步|支持|深化|开展|提升|构建)"
        ),
        3,
    ),
    (re.compile(r"(?<!高质量)(?:产业|经济|服务业|高质量|高水平|转型|体系|发展|建设)"), 6),
)
_GOOD_AFTER = re.compile(
    r"[》〉）、，]|月份|精神(?!文明)|社会主义思想|总局|分局|支局|总队|支队|委员会|办公室|政府(?!办公室)|集团(?!有限)|公司|中心|大学|医院"
    # the place that a name begins with, and no 市场, 城市 or 园区 within it
    r"|(?:(?<=^)|(?<=[《〈]))(?!关于)[一-鿿]{1,6}?(?:自治区|特区|[省市县区镇乡])(?![场委域级直内村化街])"
)
_AFTER = 3

_WORDS = re.compile("|".join(sorted(TITLE_WORDS, key=len, reverse=True)))
_UNKNOWN = re.compile(r"[^\W的和与及等暨、]+")
_LONGEST_WORD = 3  # characters of what is taken for one word, where nothing is known of it
_BESIDE_A_WORD = 9  # better than where nothing is known
_INSIDE_A_WORD = 14  # a break that may split a word
_INSIDE_A_PAIR = 20  # one that does so nearly always
_ONE_MORE_LINE = 4
_MORE_LINES = 2  # than would hold it, at most
_MOST_LINES = 8  # a longer text is no title: it is filled line by line, without weighing
_UNEVEN = 0.1  # per square of the difference from the mean width


@dataclass(frozen=True, slots=True)
class _Best:
    cost: float
    breaks: tuple[int, ...]


def joined(title: str) -> str:
    """The title without white space beside Chinese signs; one space stays between Latin words."""
    return _joined(title)[0]


def _joined(title: str) -> tuple[str, frozenset[int]]:
    """The title without white space beside Chinese, and where white space was: a good break."""
    signs: list[str] = []
    gaps: set[int] = set()
    for part in printable(title).split():
        if signs and _HALF_WIDTH.match(signs[-1]) and _HALF_WIDTH.match(part):
            signs.append(" ")
        elif signs:
            gaps.add(len(signs))
        signs.extend(part)
    return "".join(signs), frozenset(gaps)


def _break_costs(text: str, gaps: frozenset[int]) -> dict[int, float]:
    """What a break before text[at] costs, for every place where one is allowed."""
    before = {word.span(): cost for found, cost in _GOOD_BEFORE for word in found.finditer(text)}
    after = [word.span() for word in _GOOD_AFTER.finditer(text)]
    words = [word.span() for found in (*_KEPT, _WORDS) for word in found.finditer(text)]
    known = [*before, *after, *words]
    unknown = _unknown_stretches(text, known)
    inside = _within([*known, *(span for span in unknown if _is_one_word(span, gaps))])
    good: dict[int, float] = {at: _BESIDE_A_WORD for span in words for at in span}
    for (start, _), cost in before.items():
        good[start] = min(cost, good.get(start, cost))
    for _, end in after:
        good[end] = min(_AFTER, good.get(end, _AFTER))
    # Most words have two characters.
    good |= {at: _INSIDE_A_PAIR for start, end in unknown for at in range(start + 1, end, 2)}
    costs: dict[int, float] = {}
    for at in range(1, len(text)):
        if at not in inside and _may_break(text[:at], text[at:]):
            is_gap = at in gaps or text[at - 1] == " "
            best = 0 if text[at - 1] in "》〉" else 1 if is_gap else _INSIDE_A_PAIR
            costs[at] = min(best, good.get(at, _INSIDE_A_WORD))
    return costs


def _unknown_stretches(text: str, known: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where Chinese stands that is none of the known words."""
    left = list(text)
    for start, end in known:
        left[start:end] = " " * (end - start)
    return [stretch.span() for stretch in _UNKNOWN.finditer("".join(left))]


def _is_one_word(span: tuple[int, int], gaps: frozenset[int]) -> bool:
    """What is left between known words is a word itself as long as it is short."""
    start, end = span
    return end - start <= _LONGEST_WORD and gaps.isdisjoint(range(start + 1, end))


def _within(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start + 1, end)}


def _may_break(before: str, after: str) -> bool:
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST or after[0] == " ":
        return False
    if before.endswith(_NEVER_LAST_WORDS):
        return False
    if _HALF_WIDTH.match(before[-1]) and _HALF_WIDTH.match(after):
        return False
    return not before[-1].isdigit()


def title_lines(title: str, width: int = _WIDTH) -> tuple[str, ...]:
    """The title in as few, even lines of at most `width` Chinese characters as the sense allows.

    No line starts with 的, 和 or a closing mark, none ends in 关于 or an opening mark. A stretch
    that cannot be broken stays whole, longer than `width`.
    """
    text, gaps = _joined(title)
    if text_width(text) <= width:
        return (text,)
    costs = _break_costs(text, gaps)
    fewest = int(-(-text_width(text) // width))
    if fewest > _MOST_LINES:
        return _greedy(text, sorted(costs), width)
    candidates = []
    for count in range(fewest, fewest + _MORE_LINES + 1):
        found = _best_breaks(text, costs, count=count, width=width)
        if found:
            extra = _ONE_MORE_LINE * (count - fewest)
            candidates.append(_Best(found.cost + extra, found.breaks))
    if not candidates:
        return _greedy(text, sorted(costs), width)
    breaks = (0, *min(candidates, key=lambda best: best.cost).breaks, len(text))
    return tuple(text[a:b].strip() for a, b in pairwise(breaks))


def _best_breaks(text: str, costs: dict[int, float], *, count: int, width: int) -> _Best | None:
    """The cheapest way to exactly `count` lines; None when there is none within the width."""
    mean = text_width(text) / count
    ways = {0: _Best(0, ())}
    for line in range(1, count + 1):
        ends = [len(text)] if line == count else sorted(costs)
        longer: dict[int, _Best] = {}
        for end in ends:
            for start, way in ways.items():
                length = text_width(text[start:end])
                if start >= end or length > width:
                    continue
                cost = way.cost + costs.get(end, 0) + _UNEVEN * (length - mean) ** 2
                if end not in longer or cost < longer[end].cost:
                    breaks = way.breaks if end == len(text) else (*way.breaks, end)
                    longer[end] = _Best(cost, breaks)
        ways = longer
    return ways.get(len(text))


def _greedy(text: str, breaks: list[int], width: int) -> tuple[str, ...]:
    lines: list[str] = []
    start = 0
    last = 0
    for at in (*breaks, len(text)):
        if text_width(text[start:at]) > width and last > start:
            lines.append(text[start:last].strip())
            start = last
        last = at
    return (*lines, text[start:].strip())
