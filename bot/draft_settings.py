"""How drafts are to look, as config.toml has it: for all units, and for some of them otherwise."""

from collections import Counter
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from bot.configuration import SettingFault, several_wrong, wrong
from bot.setting_values import Section, Whole
from reports.blank_paper import Fonts
from reports.draft_profile import (
    TITLE_PLACEHOLDERS,
    DraftProfile,
    DraftProfiles,
    placeholders_of,
)
from reports.printable import one_line
from vocabulary.terms import StampAfter

_LONGEST_FONT_NAME = 31  # characters; Windows knows no longer one
_LONGEST_TITLE = 100  # characters of its pattern


def _printed(value: str) -> str:
    """As it will stand on paper: a line end or a control sign would only be found there.

    A colon alone says nothing: behind an addressee the paper sets its own.
    """
    if not value.strip().strip("：:"):
        raise wrong("settings-empty")
    if value != one_line(value):
        raise wrong("settings-not-one-line")
    return value


def _printed_or_empty(value: str) -> str:
    return _printed(value) if value else value


def _font(value: str) -> str:
    if len(value) > _LONGEST_FONT_NAME:
        raise wrong("settings-font-name-too-long", most=str(_LONGEST_FONT_NAME))
    return value


def _title(value: str) -> str:
    known = "".join(f"{{{name}}}" for name in TITLE_PLACEHOLDERS)
    if len(value) > _LONGEST_TITLE:
        raise wrong("settings-title-long", most=str(_LONGEST_TITLE))
    try:
        named = placeholders_of(value)
    except ValueError:
        raise wrong("settings-title-braces", known=known) from None
    for name in named:
        if name not in TITLE_PLACEHOLDERS:
            raise wrong("settings-title-unknown", name=f"{{{name}}}", known=known)
    if not {"period", "month"} & set(named):
        raise wrong("settings-title-of-no-month")
    return value


Printed = Annotated[str, AfterValidator(_printed)]
PrintedIfAny = Annotated[str, AfterValidator(_printed_or_empty)]
Font = Annotated[Printed, AfterValidator(_font)]
Title = Annotated[Printed, AfterValidator(_title)]
Letterhead = Annotated[Whole, Field(ge=0, le=150)]
Seal = Literal["own", "borrowed"]
Dated = Literal["filed", "blank"]


class PaperSettings(Section):
    """What the office itself writes."""

    signs: PrintedIfAny = ""
    letterhead_mm: Letterhead = 0
    notice_workdays: Annotated[Whole, Field(ge=1, le=20)] = 3
    briefing_addressee: Printed = "市委、市政府"


class UnitDraftSettings(Section):
    """One unit's own way; what it leaves out is as for all."""

    unit: Printed
    addressee: Printed | None = None
    title: Title | None = None
    title_font: Font | None = None
    body_font: Font | None = None
    heading_font: Font | None = None
    subheading_font: Font | None = None
    page_number_font: Font | None = None
    letterhead_mm: Letterhead | None = None
    closing_phrase: Printed | None = None
    date: Dated | None = None
    seal: Seal | None = None
    code: bool | None = None


class DraftSettings(Section):
    title: Title = "关于《{plan}》{period}工作任务完成情况的报告"
    title_font: Font = "方正小标宋简体"
    body_font: Font = "仿宋_GB2312"
    heading_font: Font = "黑体"
    subheading_font: Font = "楷体_GB2312"
    page_number_font: Font = "宋体"
    letterhead_mm: Letterhead = 0
    closing_phrase: Printed = "特此报告。"
    date: Dated = "filed"
    seal: Seal = "own"
    code: bool = True
    units: tuple[UnitDraftSettings, ...] = ()
    stamp_after: StampAfter = StampAfter.FILED
    libreoffice: str = "soffice"

    @model_validator(mode="after")
    def _no_unit_twice(self) -> Self:
        times = Counter(one.unit for one in self.units)
        twice = [
            SettingFault(("units", str(at), "unit"), "settings-unit-twice", {"value": one.unit})
            for at, one in enumerate(self.units)
            if times[one.unit] > 1
        ]
        if twice:
            raise several_wrong(twice)
        return self

    def profiles(self, addressee: str) -> DraftProfiles:
        """addressee: whom the drafts are addressed to, where a unit has no other."""
        return DraftProfiles(
            self._profile(addressee),
            {one.unit: self._with(one)._profile(one.addressee or addressee) for one in self.units},
        )

    def fonts(self) -> Fonts:
        return Fonts(
            title=self.title_font,
            body=self.body_font,
            heading_1=self.heading_font,
            heading_2=self.subheading_font,
            page_number=self.page_number_font,
        )

    def _with(self, one: UnitDraftSettings) -> Self:
        return self.model_copy(
            update=one.model_dump(exclude_none=True, exclude={"unit", "addressee"})
        )

    def _profile(self, addressee: str) -> DraftProfile:
        return DraftProfile(
            addressee=addressee,
            title=self.title,
            closing=self.closing_phrase,
            blank_day=self.date == "blank",
            letterhead=self.letterhead_mm,
            borrowed_seal=self.seal == "borrowed",
            code=self.code,
            fonts=self.fonts(),
        )
