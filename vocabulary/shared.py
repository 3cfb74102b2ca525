"""A shared paragraph (合写一段): several measures of a unit that one text answers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from vocabulary.report import AskedMeasure, EntryContent, Supporter
from vocabulary.terms import Role

_STRONGEST_FIRST = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)


def as_one(measures: Sequence[AskedMeasure]) -> AskedMeasure:
    """The measures as the one that is asked for all of them; a single one stays as it is.

    The strongest role decides how much is asked, and every figure is asked that any of them asks.
    """
    first, *more = measures
    if not more:
        return first
    role = min((measure.role for measure in measures), key=_STRONGEST_FIRST.index)
    others: dict[str, Role] = {}
    for unit, of_unit in (other for measure in measures for other in measure.others):
        others.setdefault(unit, of_unit)
    problems = (measure.open_problem for measure in measures if measure.open_problem)
    return replace(
        first,
        number=numbers_shown(measure.number for measure in measures),
        title="、".join(measure.title for measure in measures if measure.title),
        text="\n".join(measure.text for measure in measures),
        role=role,
        others=tuple(others.items()),
        indicators=tuple(i for measure in measures for i in measure.indicators),
        open_problem=next(problems, None),
        parts=tuple(measures),
    )


def numbers_shown(numbers: Iterable[str]) -> str:
    """61-63、67: numbers that follow each other are told by the first and the last."""
    shown = []
    for is_whole, run in groupby(numbers, key=_is_whole):
        together = list(run)
        shown += _ranges([int(number) for number in together]) if is_whole else together
    return "、".join(shown)


def _is_whole(number: str) -> bool:
    return re.fullmatch(r"[1-9][0-9]*", number) is not None


def _ranges(numbers: Sequence[int]) -> list[str]:
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return [f"{run[0]}-{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in found]


def said_as_one(contents: Iterable[EntryContent]) -> EntryContent | None:
    """What was filed of several measures before they shared a paragraph, as one; None for nothing.

    The same words are told once, and none are left out.
    """
    said = list(dict.fromkeys(contents))
    if len(said) < 2:
        return said[0] if said else None
    fullest = next((one for one in said if one.status is not None), said[0])
    figures = {figure.indicator_id: figure for one in reversed(said) for figure in one.figures}
    return replace(
        fullest,
        text="\n".join(dict.fromkeys(one.text for one in said if one.text)),
        figures=tuple(figures.values()),
    )


def supporters_as_one(supporters: Iterable[Supporter]) -> tuple[Supporter, ...]:
    """Each unit once, with the first that it says."""
    by_unit: dict[str, Supporter] = {}
    for one in supporters:
        known = by_unit.get(one.unit)
        if known is None or (one.has_answered and not known.has_answered):
            by_unit[one.unit] = one
    return tuple(by_unit.values())
