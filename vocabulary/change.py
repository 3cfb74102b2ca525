"""What loading a plan or a registry would change, as values: read before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vocabulary.terms import Ask, Comparator, ContactKind, Direction, ForcePost, Role

Fact = (
    str
    | bool
    | date
    | Decimal
    | tuple[str, ...]
    | Role
    | Ask
    | Comparator
    | ContactKind
    | Direction
    | ForcePost
    | None
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be otherwise.

    text_key: its sentence in the catalogue; facts fill it, nothing said is None or empty.
    measure: what the measure is called that it is about; empty for the plan and the office.
    """

    text_key: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    measure: str = ""


@dataclass(frozen=True, slots=True)
class EditionChange:
    """What loading would do.

    is_new: the plan was not known. number: of the edition that would be loaded.
    edition: what differs from the newest edition. office: what differs beside it, in the names of
    units, their groups and their people.
    """

    plan_title: str
    is_new: bool
    number: int
    edition: tuple[Change, ...]
    office: tuple[Change, ...]

    @property
    def same_edition(self) -> bool:
        return not self.is_new and not self.edition

    @property
    def is_nothing(self) -> bool:
        return self.same_edition and not self.office
