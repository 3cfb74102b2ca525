"""Within stage 2: lines that open with a unit and say what it has to do → numbered items.

市教育局：牵头负责考试组织实施。 Only where nothing else in the document gives out duties: elsewhere
such lines only say how the measures are shared.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from plans.brackets import round_brackets, split_outside
from plans.clauses import find_clauses
from plans.numbering import Label, Level
from plans.paragraphs import Paragraph
from plans.unit_names import surely_unit

_OPENS = re.compile(r"(?P<names>[^，。；：:]{2,80})[：:](?:主要|具体)?(?:牵头|负责|配合|协助|承担)")
_SEVERAL = 2


def with_unit_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    lines = [at for at, part in enumerate(paragraphs) if part.label is None and _names(part.text)]
    if len(lines) < _SEVERAL or any(_gives_duty(part) for part in paragraphs):
        return list(paragraphs)
    found = list(paragraphs)
    for number, at in enumerate(lines, start=1):
        found[at] = replace(found[at], label=Label(Level.ITEM, number, "", 0))
    return found


def _names(text: str) -> bool:
    opened = _OPENS.match(round_brackets(text))
    return opened is not None and all(map(surely_unit, split_outside(opened["names"], "、")))


def _gives_duty(part: Paragraph) -> bool:
    if part.entry is not None:
        return True
    return any(
        found.clause.mentions and not found.told for found in find_clauses(part.text, year=None)
    )
