"""Within stage 2: paragraphs that a bullet opens → numbered, where they are items.

They are where those side by side say each who does them, and what is numbered does not: then every
one is a measure. So they are under names of units, where nothing else says who does anything.
Where numbers begin anew below them they stand above these, and so they do above bullets of another
sign that say each who; where those do not, they are parts.
Elsewhere a bullet opens a part of what is numbered, and stays its text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plans.clauses import find_clauses, opens_labelled, units_in_heading
from plans.numbering import Label, Level, bullet_length
from plans.paragraphs import Paragraph
from plans.spoken import find_spoken
from plans.unit_lines import only_names

_SEVERAL = 2
_RANKS = (Level.CHAPTER, Level.SECTION, Level.TASK, Level.ITEM, Level.SUBITEM)


@dataclass(slots=True)
class _Block:
    """Where a label or, with none, a bullet stands, and the paragraphs that follow it."""

    start: int
    end: int
    label: Label | None
    bullet: str
    gives_duty: bool = False


@dataclass(slots=True)
class _Group:
    """Bullets that stand below one heading, which is None above the first number."""

    heading: _Block | None
    bullets: list[_Block] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """That of the heading."""
        label = self.heading.label if self.heading else None
        return label.level if label else Level.PART

    @property
    def says_who(self) -> bool:
        giving = sum(bullet.gives_duty for bullet in self.bullets)
        silent = self.heading is None or not self.heading.gives_duty
        return silent and 2 * giving > len(self.bullets)


def with_bullets(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; of those with a bullet the ones that are items get a number, by order."""
    blocks = list(_blocks(paragraphs))
    if not any(block.label is None for block in blocks):
        return list(paragraphs)
    if below := _numbered_below(blocks):
        levels = dict.fromkeys((block.start for block in blocks if not block.label), below)
        return _labelled(paragraphs, levels)
    groups = list(_groups(blocks))
    if not _read_duties(paragraphs, blocks):
        owned = [group for group in groups if _under_units(paragraphs, group)]
        bullets = [bullet.start for group in owned for bullet in group.bullets]
        levels = dict.fromkeys(bullets if len(bullets) >= _SEVERAL else (), Level.ITEM)
        return _labelled(paragraphs, levels)
    if runs := [run for group in groups for run in _runs(group)]:
        inner = [block for run in runs for block in run[1:]]
        if _say_each(runs) and all(group.level < Level.TASK for group in groups):
            outer = {block.start for group in groups for block in group.bullets}
            outer -= {block.start for block in inner}
            levels = dict.fromkeys(outer, Level.TASK)
            levels |= dict.fromkeys((block.start for block in inner), Level.ITEM)
            return _labelled(paragraphs, dict(sorted(levels.items())))
        _join(groups, runs)
    giving = [group for group in groups if group.says_who]
    if not any(len(group.bullets) >= _SEVERAL for group in giving):
        return list(paragraphs)
    numbered = Counter(b.label.level for b in blocks if b.label and b.gives_duty)
    bulleted = Counter(group.level for group in giving)
    return _labelled(
        paragraphs,
        {
            bullet.start: level
            for group in giving
            if numbered[group.level] < bulleted[group.level] or group.heading is None
            if (level := _below(group.level)) is not None
            for bullet in group.bullets
        },
    )


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[_Block]:
    starts = [at for at, part in enumerate(paragraphs) if part.label or _is_item(part)]
    for start, end in pairwise((*starts, len(paragraphs))):
        yield _Block(start, end, paragraphs[start].label, paragraphs[start].bullet)


def _is_item(part: Paragraph) -> bool:
    """Whether a bullet opens it, and no label, 责任单位：, behind it."""
    return bool(part.bullet) and not opens_labelled(part.text[bullet_length(part.text) :])


def _numbered_below(blocks: Sequence[_Block]) -> Level | None:
    """The rank of bullets, where below several of them numbers begin anew; else None."""
    first = Counter(
        below.label.level
        for bullet, below in pairwise(blocks)
        if bullet.label is None and below.label and below.label.number == 1
    )
    level, times = first.most_common(1)[0] if first else (Level.PART, 0)
    if times < _SEVERAL or level not in _RANKS[1:]:
        return None
    rank = _RANKS[_RANKS.index(level) - 1]
    above = (block.label.level for block in blocks if block.label and block.label.level < level)
    return rank if all(other < rank for other in above) else None


def _read_duties(paragraphs: Sequence[Paragraph], blocks: Sequence[_Block]) -> bool:
    """Whether anybody is told, by brackets or labels or, where there are none, by running text."""
    for told in (False, True):
        for block in blocks:
            parts = [p for p in paragraphs[block.start : block.end] if not only_names(p)]
            block.gives_duty = any(_gives_duty(part, told=told) for part in parts)
        if any(block.gives_duty for block in blocks):
            return True
    return False


def _under_units(paragraphs: Sequence[Paragraph], group: _Group) -> bool:
    """Whether the line above the first bullet, or that of its heading, is names of units alone."""
    heading = group.heading
    above = paragraphs[max(group.bullets[0].start - 1, 0)]
    if heading and heading.label:
        return bool(units_in_heading(paragraphs[heading.start].text[heading.label.length :]))
    return only_names(above)


def _gives_duty(part: Paragraph, *, told: bool) -> bool:
    if part.entry is not None:
        return True
    found = find_clauses(part.text, year=None, people=part.people)
    if any(in_text.clause.mentions and (told or not in_text.told) for in_text in found):
        return True
    return told and bool(find_spoken(part.text, year=None, firm=True))


def _groups(blocks: Sequence[_Block]) -> Iterator[_Group]:
    group = _Group(None)
    for block in blocks:
        if block.label is None:
            group.bullets.append(block)
            continue
        if group.bullets:
            yield group
        group = _Group(block)
    if group.bullets:
        yield group


def _runs(group: _Group) -> Iterator[list[_Block]]:
    """A bullet, and those of another sign than the first has that follow it."""
    run: list[_Block] = []
    for block in group.bullets:
        if block.bullet != group.bullets[0].bullet:
            run.append(block)
            continue
        if len(run) > 1:
            yield run
        run = [block]
    if len(run) > 1:
        yield run


def _say_each(runs: Iterable[Sequence[_Block]]) -> bool:
    """Whether the inner bullets say each who: what the last one says may be for all of them."""
    first = [block.gives_duty for run in runs for block in run[1:-1]]
    return 2 * sum(first) > len(first) and not any(run[0].gives_duty for run in runs)


def _join(groups: Iterable[_Group], runs: Iterable[Sequence[_Block]]) -> None:
    """Inner bullets become part of the one above them."""
    parts = {block.start for run in runs for block in run[1:]}
    for run in runs:
        run[0].gives_duty = any(block.gives_duty for block in run)
    for group in groups:
        group.bullets = [block for block in group.bullets if block.start not in parts]


def _below(level: Level) -> Level | None:
    """What a bullet below a heading of this level ranks as."""
    if level < Level.ITEM:
        return Level.ITEM
    return Level.SUBITEM if level < Level.SUBITEM else None


def _labelled(paragraphs: Sequence[Paragraph], levels: dict[int, Level]) -> list[Paragraph]:
    """With numbers by order, counted on from those before; below 1. they begin anew.

    Numbers that stand below bullets are none of theirs.
    """
    found = list(paragraphs)
    counted: Counter[Level] = Counter()
    above = any(level < Level.ITEM for level in levels.values())
    for at, part in enumerate(paragraphs):
        if (label := part.label) is not None:
            counted[Level.SUBITEM] = 0
            if label.level is Level.ITEM and not above:
                counted[Level.ITEM] = max(counted[Level.ITEM], label.number)
        elif (level := levels.get(at)) is not None:
            counted[level] += 1
            length = bullet_length(part.text)
            found[at] = replace(part, label=Label(level, counted[level], "", length))
    return found
