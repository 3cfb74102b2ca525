"""What an office decides about the drafts of its units, and for which of them otherwise."""

from collections.abc import Mapping, Set
from dataclasses import astuple, dataclass, field
from datetime import date
from string import Formatter

from reports.blank_paper import Fonts

TITLE_PLACEHOLDERS = ("plan", "period", "month", "year", "unit")
"""What a title may name: the plan, 2022年7月份, 7, 2022, and the name that signs."""


@dataclass(frozen=True, slots=True)
class DraftProfile:
    """Texts are of one line. None stands for what is usual.

    addressee: None for the office itself. title: with `TITLE_PLACEHOLDERS` in braces.
    closing: the signature stays with it, so that there always is one.
    dated_on: None for the day of filing. blank_day: the day is left to be written by hand.
    letterhead: millimetres of the first page that are printed already, from the text's upper edge.
    borrowed_seal: another unit's seal is used (代章).
    code: the page of the signature says by a code which revision it is of, for the stamped copy.
    """

    addressee: str | None = None
    title: str | None = None
    closing: str | None = None
    dated_on: date | None = None
    blank_day: bool = False
    letterhead: int = 0
    borrowed_seal: bool = False
    code: bool = True
    fonts: Fonts = field(default_factory=Fonts)


@dataclass(frozen=True, slots=True)
class DraftProfiles:
    """The office's profile, and those of units that have their own, by the name they go under."""

    usual: DraftProfile = field(default_factory=DraftProfile)
    by_unit: Mapping[str, DraftProfile] = field(default_factory=dict)

    def fonts_but(self, known: Set[str], unit: str, official_name: str | None) -> list[str]:
        """Fonts that the unit's drafts name and that are not known."""
        named = astuple(self.of(unit, official_name).fonts)
        return [name for name in dict.fromkeys(named) if name not in known]

    def of(self, unit: str, official_name: str | None) -> DraftProfile:
        for name in (unit, official_name or ""):
            if name in self.by_unit:
                return self.by_unit[name]
        return self.usual


def placeholders_of(pattern: str) -> list[str]:
    """What stands in its braces, as written. Raises ValueError where a brace has no other."""
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in Formatter().parse(pattern)
        if name is not None
    ]
