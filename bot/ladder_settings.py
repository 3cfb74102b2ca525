"""The ladder as config.toml has it: a list of rungs for each kind of chase."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, Field

from bot.configuration import SettingFault, several_wrong, wrong
from bot.setting_values import Section, TimeOfDay, Whole
from scheduler.rungs import (
    LAST_OCCURRENCE,
    STANDARD_OUTSTANDING,
    STANDARD_PROBLEM,
    STANDARD_RETURNED,
    STANDARD_SIGNING,
    Anchor,
    Ladder,
    Rung,
    RungFault,
    Tone,
    WorkingHours,
    ladder_faults,
)
from vocabulary.terms import ChaseKind, ContactKind

_LISTS = {
    ChaseKind.REPORT_OUTSTANDING: "outstanding",
    ChaseKind.RETURNED: "returned",
    ChaseKind.PROBLEM_OVERDUE: "problem",
    ChaseKind.SCAN_MISSING: "scan",
    ChaseKind.ORIGINAL_MISSING: "original",
    ChaseKind.MAIL_MISSING: "mail",
    ChaseKind.SIGNATURE_WAITING: "signing",
}
"""Under which name the rungs for a kind of chase stand in [ladder]."""


def _somebody(audience: tuple[ContactKind, ...]) -> tuple[ContactKind, ...]:
    """Not by min_length: an audience of wrong words would be told as an empty one too."""
    if not audience:
        raise wrong("settings-empty")
    return audience


class RungSettings(Section):
    """One rung. `at` and `hours_before` say when on its day; neither is the anchor's own moment."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,24}$")]
    audience: Annotated[tuple[ContactKind, ...], AfterValidator(_somebody)]
    anchor: Anchor
    workdays: Annotated[Whole, Field(ge=-20, le=60)] = 0
    at: TimeOfDay | None = None
    hours_before: Annotated[Whole, Field(ge=0, le=12)] = 0
    weekly: bool = False
    last: Annotated[Whole, Field(ge=1, le=52)] = LAST_OCCURRENCE
    tone: Tone = Tone.REMINDER

    @classmethod
    def of(cls, rung: Rung) -> Self:
        return cls(
            name=rung.name,
            audience=rung.audience,
            anchor=rung.anchor,
            workdays=rung.workdays,
            at=rung.at,
            hours_before=rung.earlier // timedelta(hours=1),
            weekly=rung.weekly,
            last=rung.last,
            tone=rung.tone,
        )

    def rung(self) -> Rung:
        return Rung(
            self.name,
            self.audience,
            self.anchor,
            self.workdays,
            self.at,
            timedelta(hours=self.hours_before),
            weekly=self.weekly,
            last=self.last,
            tone=self.tone,
        )


def _all(rungs: Iterable[Rung]) -> tuple[RungSettings, ...]:
    return tuple(map(RungSettings.of, rungs))


class LadderSettings(Section):
    outstanding: tuple[RungSettings, ...] = _all(STANDARD_OUTSTANDING)
    returned: tuple[RungSettings, ...] = _all(STANDARD_RETURNED)
    problem: tuple[RungSettings, ...] = _all(STANDARD_PROBLEM)
    scan: tuple[RungSettings, ...] = ()
    original: tuple[RungSettings, ...] = ()
    mail: tuple[RungSettings, ...] = ()
    signing: tuple[RungSettings, ...] = _all(STANDARD_SIGNING)

    def ladder(self, hours: WorkingHours) -> Ladder:
        return Ladder(
            outstanding=tuple(rung.rung() for rung in self.outstanding),
            returned=tuple(rung.rung() for rung in self.returned),
            problem=tuple(rung.rung() for rung in self.problem),
            scan=tuple(rung.rung() for rung in self.scan),
            original=tuple(rung.rung() for rung in self.original),
            mail=tuple(rung.rung() for rung in self.mail),
            signing=tuple(rung.rung() for rung in self.signing),
            hours=hours,
        )


def check_ladder(settings: LadderSettings, hours: WorkingHours) -> None:
    """Raises what a validator raises, with every mistake of the ladder, each at its rung."""
    faults = ladder_faults(settings.ladder(hours))
    if faults:
        raise several_wrong([SettingFault(_place(f), f.text_key, f.facts) for f in faults])


def _place(fault: RungFault) -> tuple[str, ...]:
    """Below [ladder]."""
    rung = () if fault.place is None else (str(fault.place), fault.part)
    return (_LISTS[fault.kind], *rung)
