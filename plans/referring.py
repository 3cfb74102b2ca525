"""Within stage 2: lines that say who does what stands elsewhere under a number → beside it.

第1项：甲局牵头，乙局配合。 丙局负责第2、3项。 So do rows of a table with numbers and units that
tells no task. Such a line goes to the item of that number, if there is one and it names nobody.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from plans.clauses import find_clauses
from plans.duties import read_clause
from plans.numbering import CHINESE, Level, any_number
from plans.paragraphs import Paragraph, is_end_matter

_NUMBER = rf"[（(]?(?:\d{{1,3}}|{CHINESE})[)）]?"
_TO = "—－\\-~～至到"
_NUMBERS = re.compile(rf"第?{_NUMBER}(?:[、，,和及{_TO}]第?{_NUMBER})*(?:项|条|款|点)?")
_OPENS = re.compile(
    rf"第(?P<numbers>{_NUMBER}(?:[、，,和及{_TO}]第?{_NUMBER})*)(?:项|条|款|点)"
    r"(?:重点)?(?:任务|工作|措施|事项)*(?:[：:，,]|(?=由))(?P<duty>.+)"
)
_GIVES = re.compile(
    r"(?P<who>[^。；;：:]{2,80}?)(?:(?P<role>牵头负责|负责|牵头|配合|承担)(?:办理|落实)?|[：:])"
    rf"(?P<numbers>第{_NUMBER}(?:项|条|款|点)?(?:[、，,和及{_TO}]第?{_NUMBER}(?:项|条|款|点)?)*)"
    r"(?<=[项条款点])(?:重点)?(?:任务|工作|措施|事项)*[。；;]?"
)
_SIGNS = re.compile("[第项条款点（(）)]")
_MOST = 500
"""Items that one line may name, from the first to the last."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A duty, and the items that have it as they are counted."""

    numbers: tuple[int, ...]
    duty: str


def is_reference(text: str) -> bool:
    """Whether words are numbers of items and nothing else: 2、3, 第4项, 一至三."""
    return bool(_NUMBERS.fullmatch(text))


def referring(numbers: str, duty: str) -> str:
    """The line that gives items a duty; with_referred understands it."""
    return f"第{numbers.strip('第项条款点')}项：{duty}"


def with_referred(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    lines = {at: opened for at, part in enumerate(paragraphs) if (opened := _opened(part))}
    if not lines:
        return list(paragraphs)
    items = _items(paragraphs, lines, {n for said in lines.values() for n in said.numbers})
    given: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for at, said in lines.items():
        if not all(number in items for number in said.numbers):
            return list(paragraphs)
        for number in said.numbers:
            told = Paragraph(said.duty, paragraphs[at].line)
            given[_end(paragraphs, items[number])].append(told)
    found: list[Paragraph] = []
    for at, part in enumerate(paragraphs):
        found += given.get(at, ())
        found += [] if at in lines else [part]
    return [*found, *given.get(len(paragraphs), ())]


def _opened(part: Paragraph) -> _Said | None:
    """What a line says that gives a duty to items by their numbers."""
    if part.entry is not None:
        return None
    if opened := _OPENS.fullmatch(part.text):
        said = _Said(tuple(_numbers(opened["numbers"])), opened["duty"])
    elif given := _GIVES.fullmatch(part.text[part.label.length if part.label else 0 :]):
        duty = f"{given['who']}{given['role'] or '负责'}"
        said = _Said(tuple(_numbers(given["numbers"])), duty)
    else:
        return None
    clause = read_clause(said.duty, year=None) if said.numbers else None
    return said if clause and not clause.unread else None


def _numbers(written: str) -> list[int]:
    """1、3 and 1至3 as numbers; empty where they make no sense."""
    found: list[int] = []
    for part in re.split("[、，,和及]", _SIGNS.sub("", written)):
        ends = [any_number(end) or 0 for end in re.split(f"[{_TO}]", part)]
        if ends[-1] < ends[0] or ends[-1] - ends[0] > _MOST:
            return []
        found += range(ends[0], ends[-1] + 1)
    return found


def _items(
    paragraphs: Sequence[Paragraph], lines: Collection[int], wanted: Collection[int]
) -> dict[int, int]:
    """By number, the places of the items that are meant: one run of them, of the lowest rank.

    It has all the numbers that are wanted, and best no others. Empty where that may be several runs
    or where one of its items names somebody itself.
    """
    for _, runs in sorted(_runs(paragraphs, lines).items(), reverse=True):
        having = [run for run in runs if run.keys() >= set(wanted)]
        chosen = [run for run in having if run.keys() == set(wanted)] or having
        if len(chosen) == 1:
            owned = any(_names_somebody(paragraphs, at) for at in chosen[0].values())
            return {} if owned else chosen[0]
    return {}


def _runs(
    paragraphs: Sequence[Paragraph], lines: Collection[int]
) -> dict[Level, list[dict[int, int]]]:
    """Numbers with their places, counted on from item to item; by rank."""
    found: defaultdict[Level, list[dict[int, int]]] = defaultdict(list)
    for at, part in enumerate(paragraphs):
        if part.label is None or part.entry or at in lines:
            continue
        runs, number = found[part.label.level], part.label.number
        if not runs or number <= max(runs[-1]):
            runs.append({})
        runs[-1][number] = at
    return found


def _names_somebody(paragraphs: Sequence[Paragraph], at: int) -> bool:
    return any(
        clause.clause.mentions
        for part in paragraphs[at : _end(paragraphs, at)]
        for clause in find_clauses(part.text, year=None)
    )


def _end(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Where the next item, or what is no text of this one, begins."""
    return next(_breaks(paragraphs, at + 1), len(paragraphs))


def _breaks(paragraphs: Sequence[Paragraph], start: int) -> Iterator[int]:
    return (
        at
        for at in range(start, len(paragraphs))
        if paragraphs[at].label or is_end_matter(paragraphs[at].text) or _opened(paragraphs[at])
    )
