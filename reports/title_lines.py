"""Breaks a long Chinese title where the sense allows it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reports.printable import printable, text_width
from reports.title_words import TITLE_WORDS

_NEVER_FIRST = frozenset("的地得和与及或等之了、，。；：！？）》〉】』」”’,.;:!?)]}%％—…·年月日份")
_NEVER_LAST = frozenset("（《〈【『「“‘([{第—…·")
_NEVER_LAST_WORDS = ("关于", "和", "与", "及", "对", "为", "在", "将")
_MONTH = re.compile(r"\d{1,2}月")
_HALF_WIDTH = re.compile(r"[!-~]")

# The cost of a break, where it is not the worst that is still allowed: lower is better.
# The words themselves are not split.
_GOOD_BEFORE = (
    (re.compile(r"《"), 1),
    (re.compile(r"关于(?=《|\d{4}年)"), 1),
    (re.compile(r"关于"), 2),
    (re.compile(r"（"), 3),
    (re.compile(r"\d{4}(?:[—-]\d{4})?年"), 1),
    (re.compile(r"工作任务|完成情况|贯彻落实"), 1),
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
    r"[》〉）、，]|月份|总局|分局|支局|总队|支队|委员会|办公室|政府(?!办公室)|集团(?!有限)|公司|中心|大学|医院"
    # the place that a name begins with, and no 市场, 城市 or 园区 within it
    r"|(?:(?<=^)|(?<=[《〈]))(?!关于)[一-鿿]{1,6}?(?:自治区|特区|[省市县区镇乡])(?!场)"
)
_AFTER = 3

_WHOLE = re.compile("|".join(sorted(TITLE_WORDS, key=len, reverse=True)))
_BESIDE_A_WORD = 9  # better than where nothing is known
_INSIDE_A_WORD = 14  # a break that may split a word
_ONE_MORE_LINE = 4
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
    words = {word.span(): cost for found, cost in _GOOD_BEFORE for word in found.finditer(text)}
    whole = [word.span() for word in _WHOLE.finditer(text)]
    inside = {at for start, end in (*words, *whole) for at in range(start + 1, end)}
    good: dict[int, float] = {at: _BESIDE_A_WORD for span in whole for at in span}
    for (start, _), cost in words.items():
        good[start] = min(cost, good.get(start, cost))
    for word in _GOOD_AFTER.finditer(text):
        good[word.end()] = min(_AFTER, good.get(word.end(), _AFTER))
    costs: dict[int, float] = {}
    for at in range(1, len(text)):
        if at not in inside and _may_break(text[:at], text[at:]):
            is_gap = at in gaps or text[at - 1] == " "
            worst = 0 if text[at - 1] in "》〉" else 1 if is_gap else _INSIDE_A_WORD
            costs[at] = min(worst, good.get(at, worst))
    return costs


def _may_break(before: str, after: str) -> bool:
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST or after[0] == " ":
        return False
    if before.endswith(_NEVER_LAST_WORDS):
        return False
    if _HALF_WIDTH.match(before[-1]) and _HALF_WIDTH.match(after):
        return False
    # 3个 and 2022年7月份 stay whole.
    return not (before[-1].isdigit() or (before[-1] == "年" and _MONTH.match(after)))


def title_lines(title: str, width: int = 20) -> tuple[str, ...]:
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
    for count in range(fewest, fewest + 2):
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
