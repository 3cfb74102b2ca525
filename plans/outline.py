"""Stage 3: paragraphs → front matter, a tree of headings and measures, and what stands below.

What is a measure and what a heading follows from the clauses: a numbered paragraph whose own text
carries a responsibility clause is a measure; what stands above measures is a heading; a numbered
paragraph without clause is a measure only where its neighbours are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plans.clauses import find_clauses, gives_duty_below, units_in_heading
from plans.dates import read_day
from plans.numbering import CHINESE, Label, Level
from plans.paragraphs import Paragraph, is_end_matter
from plans.passages import Passage, read_entry, read_passage
from plans.spoken import find_spoken
from vocabulary.plan import Mention

_LONGEST_SIGNATURE = 40
_SEVERAL = 2
_NUMERALS = re.compile(rf"(?:{CHINESE}|\d+)\u3000$")
_CUSTOMARY = re.compile(
    r"^[^。\n]{0,8}?(?:(?:组织|工作|实施|政策|服务|推进|制度|要素)?保障(?:措施|机制|体系)?|(?:工作|有关|相关|组织)要求|组织(?:实施|领导)"
    r"|监督(?:检查|考核)|督查考核|宣传引导|附则|工作步骤|时间安排|实施步骤|总体要求|基本原则)[。：:]?(?:\n|$)"
)
_INTRODUCES = re.compile(
    r"^[^。\n]{0,8}?(?:目标|原则|思想|思路|背景|意义|现状|说明|概况|范围|依据|情况|问题)[^。\n]{0,6}(?:[。：:\n]|$)"
)
_DIVIDES = re.compile(r"(?:[各重点]*(?:责任|任务|职责|工作))+分工(?:情况)?[。：:]?")
_FOUNDS = re.compile(r"(?:为|根据|依据|按照)[^。]*(?:制定|特制|结合)")
_CLOSES = re.compile(
    r"本(?:[实若]施|若干)?(?:措施|办法|方案|意见|规定|细则|计划)[^。]{0,40}(?:解释|施行|执行|废止|有效)"
)
_CONCLUDES = re.compile(r"会议(?:最后)?(?:强调|要求|指出|号召)")
_TO_ALL = re.compile(
    r"(?:请|望|希望|要求)?(?:各|以上|上述|贵)[^，。；：]{0,8}"
    r"(?:单位|部门|地|级|乡镇|街道|镇街|县区|区县|责任人|科室|处室|学院)"
)
_SENTENCE = re.compile(r"[。；\n]")
_APPENDED = Label(Level.PART, 0, "", 0)
"""What an appendix with a table stands under."""


@dataclass(slots=True)
class Node:
    """A labelled paragraph with the unlabelled ones after it, and what stands below it.

    units: those whose name is all that this heading says.
    """

    label: Label
    parts: list[Paragraph]
    above: "Node | None"
    passage: Passage
    children: list["Node"] = field(default_factory=list)
    is_measure: bool = False
    holds_measures: bool = False
    units: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class _Habits:
    """How the document gives out duties. shared: see _shared_clauses; in_headings: likewise.

    marked: with brackets or labels, so that a sentence in a section that ends every plan gives
    none.
    """

    shared: bool
    in_headings: frozenset[Level]
    marked: bool


@dataclass(frozen=True, slots=True)
class Blocks:
    """Every paragraph of the document is in exactly one of these.

    labelled: each with the unlabelled paragraphs that follow it.
    """

    front: tuple[Paragraph, ...]
    labelled: tuple[tuple[Label, tuple[Paragraph, ...]], ...]
    closing: tuple[Paragraph, ...]


def read_blocks(paragraphs: Sequence[Paragraph]) -> Blocks:
    labels = _ranked(paragraphs)
    if not labels:
        return Blocks(tuple(paragraphs), (), ())
    starts = [at for at, _ in labels]
    labelled: list[tuple[Label, tuple[Paragraph, ...]]] = []
    closing: tuple[Paragraph, ...] = ()
    for (at, label), until in zip(labels, [*starts[1:], len(paragraphs)], strict=True):
        last = until == len(paragraphs)
        end = until
        concluding = None
        if last:
            concluding = _concludes(paragraphs, starts) or _tells_all(paragraphs, starts)
        if last or _in_table(paragraphs[until]):
            ends = (e for e in range(at + 1, until) if _opens_closing(paragraphs, e))
            end = min(next(ends, until), concluding or until)
        labelled.append((label, tuple(paragraphs[at:end])))
        if last:
            closing = tuple(paragraphs[end:])
        elif end < until:
            labelled.append((_APPENDED, tuple(paragraphs[end:until])))
    return Blocks(tuple(paragraphs[: starts[0]]), tuple(labelled), closing)


def _concludes(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> int | None:
    """Where minutes turn from their last item to all of them: 会议强调，各单位要落实责任.

    Not where such words stand under other items, too.
    """
    said = [
        at
        for at in range(starts[0], len(paragraphs))
        if paragraphs[at].label is None and _CONCLUDES.match(paragraphs[at].text)
    ]
    after_last = [at for at in said if at > starts[-1]]
    return after_last[0] if said == after_last and said and len(starts) >= _SEVERAL else None


def _tells_all(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> int | None:
    """Where a plan turns from its last item to all who have one: 请各单位于9月底前反馈.

    The other items are of one paragraph each, and nothing from here on says who has this one.
    """
    rest = range(starts[-1] + 1, len(paragraphs))
    found = next((at for at in rest if _TO_ALL.match(paragraphs[at].text)), None)
    several = len(starts) > _SEVERAL and starts[-1] - starts[-1 - _SEVERAL] == _SEVERAL
    if found is None or not several or any(_names_somebody(paragraphs[at]) for at in rest):
        return None
    return found


def _names_somebody(part: Paragraph) -> bool:
    found = find_clauses(part.text, year=None, people=part.people)
    return any(in_text.clause.mentions for in_text in found)


def _ranked(paragraphs: Iterable[Paragraph]) -> list[tuple[int, Label]]:
    """Where the labels stand. An article ranks below the chapters where those come first.

    A. ranks below 1., where that comes first. Of 行动一 and 任务1 in one document the one that
    comes first stands above the other.
    """
    found: list[tuple[int, Label]] = []
    below = articles = counted = False
    upper = ""
    for at, part in enumerate(paragraphs):
        if (label := part.label) is None:
            continue
        counted = counted or (label.level is Level.ITEM and not label.lettered)
        if label.lettered and counted:
            label = replace(label, level=Level.SUBITEM, whole="")
        elif label.level is Level.ARTICLE and below:
            label = replace(label, level=Level.TASK)
        elif label.level is Level.TASK:
            word = _NUMERALS.sub("", label.shown)
            upper = upper or word
            label = label if word == upper else replace(label, level=Level.ITEM)
        articles = articles or label.level is Level.ARTICLE
        below = below or (not articles and label.level in {Level.CHAPTER, Level.SECTION})
        found.append((at, label))
    return found


def _in_table(part: Paragraph) -> bool:
    return part.label is not None and part.label.level >= Level.GROUP


def read_outline(blocks: Blocks, *, year: int | None) -> list[Node]:
    """The top of the tree, with measures marked. year: the plan's own, for dates without one."""
    roots: list[Node] = []
    path: list[Node] = []
    for label, parts in blocks.labelled:
        while path and _ends(path[-1], label):
            path.pop()
        entry = parts[0].entry
        passage = (
            read_entry(entry, parts[0].line, year=year, rest=parts[1:])
            if entry
            else read_passage(parts, skip=label.length, year=year)
        )
        node = Node(label, list(parts), path[-1] if path else None, passage)
        (path[-1].children if path else roots).append(node)
        path.append(node)
    _read_units_in_headings(roots, year)
    habits = _Habits(
        shared=_shared_clauses(roots),
        in_headings=_clauses_in_headings(roots),
        marked=any(node.passage.marks_duty for node in walk(roots)),
    )
    _read_running_text(roots, year)
    for root in roots:
        _mark_by_clauses(root, year, habits)
    _mark_beside_measures(roots, year)
    _mark_neighbours(roots, year)
    if not any(node.is_measure for node in walk(roots)):
        _mark_under_units(roots, year)
    for node in walk(roots):
        if node.is_measure and not (node.passage.gives_duty or node.passage.in_table):
            _read_again(node, year)
    return roots


def _read_units_in_headings(roots: Iterable[Node], year: int | None) -> None:
    """Where several headings of a level are names of units, and what is below them needs owners.

    A chapter may be called 城区 or 规划科 as well: where every item says itself who has it, even if
    only who helps, it is no more than that.
    """
    named: defaultdict[Level, list[Node]] = defaultdict(list)
    for node in walk(roots):
        if node.label.level <= Level.SECTION and node.children:
            node.units = node.parts[0].units or units_in_heading(node.passage.text)
            if node.units:
                named[node.label.level].append(node)
    for nodes in named.values():
        if len(nodes) < _SEVERAL or not any(_gives_owners(node, year) for node in nodes):
            for node in nodes:
                node.units = ()


def _gives_owners(heading: Node, year: int | None) -> bool:
    """Whether it says so, or something below it has no owner but those that it names."""
    return gives_duty_below(heading.passage.text) or any(
        not (node.children or node.passage.gives_duty or _speaks(node, year))
        for node in walk(heading.children)
    )


def _read_running_text(roots: Sequence[Node], year: int | None) -> None:
    """Where running text says who does what, as a habit of several items side by side."""
    nodes = list(walk(roots))
    clauses = any(node.passage.marks_duty for node in nodes)
    for siblings in (roots, *(node.children for node in nodes)):
        spoken = {id(node) for node in siblings if _speaks(node, year)}
        written = sum(node.passage.marks_duty for node in siblings)
        told = sum(node.passage.only_tells_duty for node in siblings)
        if len(spoken) + told > written and (len(spoken) + told >= _SEVERAL or not clauses):
            for node in siblings:
                if id(node) in spoken or (node.passage.only_tells_duty and not node.children):
                    _read_again(node, year)


def _speaks(node: Node, year: int | None) -> bool:
    """Whether an item gives a duty by its running text alone."""
    silent = not (node.children or node.passage.gives_duty or node.passage.in_table)
    customary = _ends_every_plan(node) or (node.above and _ends_every_plan(node.above))
    return silent and not customary and bool(find_spoken(node.passage.text, year=year, firm=True))


def _read_again(node: Node, year: int | None) -> None:
    """With what running text says."""
    parts = list(_all_parts(node))
    node.passage = read_passage(parts, skip=node.label.length, year=year, spoken=True)


def _ends(node: Node, label: Label) -> bool:
    """Whether what is labelled so stands no longer under `node`. No table is part of a measure."""
    in_text = node.label.level < Level.GROUP
    return node.label.level >= label.level or (
        label.level >= Level.GROUP and in_text and node.passage.gives_duty
    )


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Headings and measures in the order of the document; what a measure contains is left out."""
    for node in nodes:
        yield node
        if not node.is_measure:
            yield from walk(node.children)


def _shared_clauses(roots: Iterable[Node]) -> bool:
    """Whether, as a habit of the document, only the last of several items carries a clause.

    It is then that of all of them, and what they stand under is the measure.
    """
    alone = others = 0
    for node in walk(roots):
        items = [child for child in node.children if child.label.level == Level.ITEM]
        if len(items) < _SEVERAL or len(items) < len(node.children) or items[0].label.number != 1:
            continue
        with_clause = [item for item in items if item.passage.gives_duty]
        if not with_clause or any(item.children for item in items):
            continue
        if with_clause[0].passage.speaks_of_above:
            others += 1
        elif with_clause == items[-1:] and not node.passage.gives_duty:
            alone += 1
        else:
            others += 1
    return alone >= _SEVERAL and alone > others


def _clauses_in_headings(roots: Iterable[Node]) -> frozenset[Level]:
    """The levels on which, as a habit of the document, a heading says who does what is under it.

    Most of what carries a clause there has items under it, and most of those are a title alone; and
    the items are counted on from one heading to the next, or the headings are chapters.
    """
    headings: defaultdict[Level, list[Node]] = defaultdict(list)
    for node in walk(roots):
        if node.label.level <= Level.SECTION and node.passage.gives_duty:
            headings[node.label.level].append(node)
    return frozenset(
        level
        for level, nodes in headings.items()
        if 2 * len(above := [node for node in nodes if node.children]) > len(nodes)
        and 2 * sum(map(_is_heading_of_items, above)) > len(above)
        and (level <= Level.CHAPTER or any(node.children[0].label.number > 1 for node in above))
    )


def _is_heading_of_items(node: Node) -> bool:
    items = {child.label.level for child in node.children}
    return (
        len(node.children) >= _SEVERAL
        and len(items) == 1
        and items <= {Level.SECTION, Level.TASK, Level.ITEM}
        and not node.passage.rest
        and not _SENTENCE.search(node.passage.without_clauses.rstrip("。\n"))
    )


def _mark_by_clauses(node: Node, year: int | None, habits: "_Habits") -> None:
    for child in node.children:
        _mark_by_clauses(child, year, habits)
    if node.label.level is Level.ROW:
        node.is_measure = True
        return
    own = node.passage.gives_duty and not (
        habits.marked
        and node.passage.only_tells_duty
        and node.above is not None
        and _ends_every_plan(node.above)
    )
    if any(child.passage.is_field for child in node.children):
        _make_measure(node, year)
        return
    below = [child.is_measure or child.holds_measures for child in node.children]
    closed_by_last = habits.shared and not own and sum(below) == 1 and below[-1]
    lowest = Level.ITEM if closed_by_last else Level.SUBITEM
    items_only = all(lowest <= child.label.level < Level.GROUP for child in node.children)
    if any(below) and (not items_only or (all(below) and not own)):
        node.holds_measures = True
    elif own and node.children and node.label.level in habits.in_headings:
        node.holds_measures = True
        for child in node.children:
            _make_measure(child, year)
    elif own or any(below):
        _make_measure(node, year)
        if closed_by_last and any(child.label.level < Level.SUBITEM for child in node.children):
            node.passage = replace(node.passage, closed_by_last=True)


def _mark_beside_measures(roots: Iterable[Node], year: int | None) -> None:
    """Items （1） with owners each are parts of their 1. where others of its level are measures.

    What a plan counts 1. to 12. is of one kind.
    """
    nodes = list(walk(roots))
    counted = {node.label.level for node in nodes if node.is_measure}
    for node in nodes:
        parts = [child.label.level for child in node.children]
        if (
            node.holds_measures
            and node.label.level in counted
            and all(Level.SUBITEM <= level < Level.GROUP for level in parts)
        ):
            told = any(child.passage.only_tells_duty for child in node.children)
            _make_measure(node, year)
            if told:
                _read_again(node, year)


def _mark_neighbours(roots: list[Node], year: int | None) -> None:
    """What is counted with measures is one, be it without an owner.

    That holds for items of one level among themselves, also where other chapters count theirs on
    another level; for those of the usual level, once a measure has come; and for what stands with
    its text alone among headings of measures.
    """
    measures = (node.label.level for node in walk(roots) if node.is_measure)
    levels = Counter(level for level in measures if level is not Level.ROW)
    if not levels:
        return
    usual = levels.most_common(1)[0][0]
    seen = False
    for node in list(walk(roots)):
        at_usual = node.label.level == usual
        if node.holds_measures or node.label.level >= Level.GROUP:
            continue
        if node.is_measure:
            seen = seen or at_usual
            continue
        siblings = node.above.children if node.above else roots
        if _is_customary(siblings) or not node.passage.text or _CLOSES.match(node.passage.text):
            continue
        counted = at_usual and (seen or any(sibling.is_measure for sibling in siblings))
        if counted or (
            not _is_usual_text(node)
            and (
                any(sibling.is_measure and _alike(sibling, node) for sibling in siblings)
                or _stands_among_headings(node, siblings)
            )
        ):
            _make_measure(node, year)
            if node.above:
                node.above.holds_measures = True


def _alike(one: Node, other: Node) -> bool:
    return one.label.level == other.label.level


def _stands_among_headings(node: Node, siblings: Sequence[Node]) -> bool:
    """Whether headings of measures stand before and after an item with a text and no items."""
    at = next(at for at, sibling in enumerate(siblings) if sibling is node)
    return (
        not node.children
        and _has_text(node)
        and any(one.holds_measures and _alike(one, node) for one in siblings[:at])
        and any(one.holds_measures and _alike(one, node) for one in siblings[at + 1 :])
    )


def _has_text(node: Node) -> bool:
    """Whether it says more than a title."""
    return bool(_SENTENCE.search(node.passage.text.rstrip("。；\n")) or node.passage.rest)


def _is_customary(siblings: Sequence[Node]) -> bool:
    """Whether these are the items that end every plan, 保障措施: nobody's duty, and counted anew.

    Articles are counted on through all chapters.
    """
    above, first = siblings[0].above, siblings[0].label
    return (
        above is not None
        and (first.number == 1 or first.level in {Level.ARTICLE, Level.TASK})
        and _ends_every_plan(above)
        and not any(sibling.is_measure for sibling in siblings)
    )


def _ends_every_plan(heading: Node) -> bool:
    return bool(_CUSTOMARY.search(heading.passage.without_clauses[:_LONGEST_SIGNATURE]))


def left_out(roots: Iterable[Node]) -> Iterator[Node]:
    """Items that are no measures and hold none, though they may be somebody's duty.

    They stand behind the first measure, or are counted as measures are. Not what opens or ends
    every plan: 总体要求, 工作目标, 保障措施.
    """
    nodes = list(walk(roots))
    counted = {node.label.level for node in nodes if node.is_measure}
    seen = False
    for node in nodes:
        seen = seen or node.is_measure
        leaf = not (node.is_measure or node.holds_measures or node.children)
        if leaf and (seen or node.label.level in counted) and not _is_usual_text(node):
            yield node


def _is_usual_text(node: Node) -> bool:
    words = node.passage.without_clauses
    return (
        not words
        or bool(_FOUNDS.match(words) or _DIVIDES.fullmatch(words))
        or bool(_INTRODUCES.search(words[:_LONGEST_SIGNATURE]) or _CLOSES.match(words))
        or _ends_every_plan(node)
        or (node.above is not None and _is_usual_text(node.above))
    )


def _mark_under_units(roots: Iterable[Node], year: int | None) -> None:
    """Where nobody is given a duty, but headings are names of units: they owe what is below."""
    for level in (Level.PART, Level.CHAPTER, Level.SECTION):
        nodes = [node for node in walk(roots) if node.label.level is level and node.children]
        if len(nodes) < _SEVERAL or not all(node.units for node in nodes):
            continue
        for node in nodes:
            node.holds_measures = True
            for child in node.children:
                _make_measure(child, year)
        return


def _make_measure(node: Node, year: int | None) -> None:
    """The node becomes one measure together with everything below it."""
    node.is_measure, node.holds_measures = True, False
    if node.children:
        parts = list(_all_parts(node))
        node.passage = read_passage(parts, skip=node.label.length, year=year)


def _all_parts(node: Node) -> Iterator[Paragraph]:
    yield from node.parts
    for child in node.children:
        yield from _all_parts(child)


def _opens_closing(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the end matter begins here: its own words, or a name right above a date."""
    text = paragraphs[at].text
    if is_end_matter(text):
        return True
    below = paragraphs[at + 1].text if at + 1 < len(paragraphs) else ""
    return len(text) <= _LONGEST_SIGNATURE and bool(read_day(below)) and is_end_matter(below)
