"""After stage 4: measures of the text that a table gives out once more → each counted once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plans.passages import Passage
from vocabulary.plan import DocumentMeasure, Mention

_SHORTEST = 6
"""Signs of a title that may be looked for within a text: fewer stand in many."""
_SIGNS = re.compile(r"[^\w%％]")

Given = tuple[DocumentMeasure, Passage]


def without_repeats(given: Sequence[Given]) -> list[Given]:
    """The measures, without rows of a table that only repeat one of the text.

    That one takes from its row the units and the deadline that it does not name itself. A table of
    which less than half repeats the text stands for itself.
    """
    told = [one for one in given if not one[1].in_table]
    rows = [one for one in given if one[1].in_table]
    if not told or not rows:
        return list(given)
    by_title = {_key(measure): at for at, (measure, _) in reversed(list(enumerate(told)))}
    repeated: dict[int, DocumentMeasure] = {}
    taken: set[int] = set()
    for measure, _ in rows:
        at = by_title.get(_key(measure))
        at = _telling(measure, told, but=taken) if at is None or at in taken else at
        if at is not None:
            taken.add(at)
            repeated[id(measure)] = told[at][0]
    if 2 * len(repeated) < len(rows):
        return list(given)
    says = {id(repeated[id(row)]): row for row, _ in rows if id(row) in repeated}
    return [
        (_with_row(measure, says.get(id(measure))), passage)
        for measure, passage in given
        if id(measure) not in repeated
    ]


def _key(measure: DocumentMeasure) -> str:
    return _SIGNS.sub("", measure.title or measure.text)


def _telling(row: DocumentMeasure, told: Sequence[Given], *, but: set[int]) -> int | None:
    """The one measure of the row's number whose text says what the row says."""
    words = _key(row)
    if len(words) < _SHORTEST:
        return None
    found = [
        at
        for at, (measure, _) in enumerate(told)
        if at not in but and measure.number == row.number and words in _SIGNS.sub("", measure.text)
    ]
    return found[0] if len(found) == 1 else None


def _with_row(measure: DocumentMeasure, row: DocumentMeasure | None) -> DocumentMeasure:
    if row is None:
        return measure
    named = {mention.name for mention in measure.mentions}
    more: tuple[Mention, ...] = tuple(m for m in row.mentions if m.name not in named)
    return replace(
        measure, mentions=measure.mentions + more, deadline=measure.deadline or row.deadline
    )
