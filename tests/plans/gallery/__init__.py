"""Whole documents in the styles that offices use, each with what it means, as plain text.

A document opens with `#### name`, or with `#### name only as text` or `only as Word`. Lines that
begin with | are rows of a table: ^ goes on from the cell above, < from the cell to the left, \\n is
a line break. Below --- stands what the reader has to find: number | title | role:unit,unit |
deadline | targets, as 300个@2026-12-31;20%; roles, apart by ;, are 牵, 责 and 配. A title of - is
not looked at, nor are a deadline and targets that are left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources

from tests.plans.papers import Block, Grid
from vocabulary.plan import DocumentIndicator, DocumentMeasure, Mention
from vocabulary.terms import Role

_ROLES = {"牵": Role.LEAD, "责": Role.RESPONSIBLE, "配": Role.COOPERATING}
_ABOVE, _LEFT = "^", "<"
_ONLY = re.compile(r" only as (text|Word)$")


@dataclass(frozen=True)
class Meant:
    """A measure as it has to be found; None stands for what is not looked at.

    targets: value and unit of measure, with the deadline where there is one.
    """

    number: str
    title: str | None
    mentions: frozenset[Mention]
    deadline: date | None
    targets: tuple[str, ...] | None = None

    def as_found(self, measure: DocumentMeasure) -> "Meant":
        """What the reader found, as far as it is looked at."""
        return Meant(
            measure.number,
            measure.title if self.title else None,
            frozenset(measure.mentions),
            measure.deadline if self.deadline else None,
            tuple(map(_target, measure.indicators)) if self.targets else None,
        )


def _target(found: DocumentIndicator) -> str:
    until = f"@{found.deadline}" if found.deadline else ""
    return f"{found.value}{found.unit_of_measure}{until}"


@dataclass(frozen=True)
class Exhibit:
    name: str
    blocks: tuple[Block, ...]
    meant: tuple[Meant, ...]
    only_as: str | None = None

    @property
    def has_table(self) -> bool:
        return any(isinstance(block, Grid) for block in self.blocks)


def exhibits() -> list[Exhibit]:
    files = (file for file in resources.files(__name__).iterdir() if file.name.endswith(".txt"))
    return [
        exhibit
        for file in sorted(files, key=lambda file: file.name)
        for exhibit in exhibits_in(file.read_text("utf-8"))
    ]


def exhibits_in(text: str) -> Iterator[Exhibit]:
    """The documents that a text in the form above holds."""
    for written in re.split(r"^#### ", text, flags=re.MULTILINE)[1:]:
        name, rest = written.split("\n", 1)
        body, meant = rest.split("\n---\n")
        yield Exhibit(
            _ONLY.sub("", name).strip(),
            tuple(_blocks(body.split("\n"))),
            tuple(_meant(line) for line in meant.strip().split("\n")),
            only_as=only[1] if (only := _ONLY.search(name)) else None,
        )


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(
                [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]
            )
            continue
        if rows:
            yield _grid(rows)
            rows = []
        if line.strip():
            yield line


def _grid(rows: list[list[str]]) -> Grid:
    merged = []
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            bottom, right = top, left
            while bottom + 1 < len(rows) and rows[bottom + 1][left] == _ABOVE:
                bottom += 1
            while right + 1 < len(row) and row[right + 1] == _LEFT:
                right += 1
            if cell not in {_ABOVE, _LEFT} and (bottom, right) != (top, left):
                merged.append((top, left, bottom, right))
    return Grid([[_cell(cell) for cell in row] for row in rows], merged)


def _cell(written: str) -> str:
    return "" if written in {_ABOVE, _LEFT} else written.replace("\\n", "\n")


def _meant(line: str) -> Meant:
    number, title, units, *others = (part.strip() for part in line.split("|"))
    deadline, targets = (*others, "", "")[:2]
    mentions = frozenset(
        Mention(name, _ROLES[role])
        for role, _, names in (part.partition(":") for part in units.split(";") if part)
        for name in names.split(",")
    )
    return Meant(
        number,
        None if title == "-" else title,
        mentions,
        date.fromisoformat(deadline) if deadline else None,
        tuple(targets.split(";")) if targets else None,
    )
