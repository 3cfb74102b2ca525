"""Dates and deadlines as plans write them: 2022年底, 6月底前, 年内, 三季度."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from plans.numbering import chinese_number

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_YEAR = r"(?P<year>20\d\d)年"
_WITHIN_YEAR = (
    r"(?P<month>1[0-2]|0?[1-9])月(?:份)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日|底|末)?"
    r"|(?P<half>上半年|下半年)"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:末)?"
    r"|年?(?:底|末)|全年|年内|内|度"
)
_DATED = re.compile(rf"{_YEAR}(?:{_WITHIN_YEAR})?(?:之?前)?")
_POINTED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)[.\-/．](?P<month>1[0-2]|0?[1-9])[.\-/．]"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)日?(?:之?前)?"
)
_DAY_ALONE = re.compile(
    r"(?<![\d年每])(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
)
_UNDATED = re.compile(
    r"(?<![\d年])(?P<month>1[0-2]|0?[1-9])月(?:份)?"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9])日之?前|(?:底|末)(?:之?前)?)"
    r"|(?:今年|本年|年)(?:底|末)(?:之?前)?|年内|全年|(?P<half>上半年|下半年)"
    r"|(?<!每)第?(?P<quarter>[一二三四1-4])季度(?:末)?(?:之?前)?"
)
_QUARTERS = {
    sign: number for number, signs in enumerate(("一1", "二2", "三3", "四4"), 1) for sign in signs
}
_DONE = re.compile(
    r"(?<=前)(?:全部|全面|基本)?(?:完成|办结|建成|到位|投入使用|投用|竣工)(?:[。；\n]|$)|完成(?:[。；\n]|$)"
)
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
_SPELT_DAY = re.compile(
    r"(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_YEAR_SIGNS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class DateInText:
    start: int
    end: int
    until: date


def dates_in(text: str, *, year: int | None) -> list[DateInText]:
    """Every date with the last day it covers, in order.

    year: the plan's own, for dates that name none; without it those are left out.
    """
    found = []
    taken = 0
    text = text.translate(FULL_WIDTH)
    matches = [*_DATED.finditer(text), *_POINTED.finditer(text)]
    matches += _UNDATED.finditer(text) if year else ()
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() < taken:
            continue
        parts = match.groupdict()
        own = int(parts["year"]) if parts.get("year") else year
        until = _last_day(own, parts) if own else None
        if until:
            found.append(DateInText(match.start(), match.end(), until))
            taken = match.end()
    return found


def until_in(text: str, *, year: int | None) -> date | None:
    """The last date in words that say no more than until when, be it 4月30日 without 前."""
    named = dates_in(text, year=year)
    if named:
        return named[-1].until
    alone = [found for found in _DAY_ALONE.finditer(text.translate(FULL_WIDTH)) if year]
    return _last_day(year, alone[-1].groupdict()) if year and alone else None


def deadline_in(text: str, *, year: int | None) -> date | None:
    """By when all of a text is to be done, where it names one date and says 12月底前完成."""
    named = dates_in(text, year=year)
    return named[0].until if len(named) == 1 and _DONE.match(text, named[0].end) else None


def read_day(text: str) -> date | None:
    """The first full date in `text`, as 2022年6月27日 or 二〇二二年六月二十七日."""
    if found := _DAY.search(text):
        return _day(*(int(part) for part in found.groups()))
    if spelt := _SPELT_DAY.search(text):
        month, day = (chinese_number(part) or 0 for part in spelt.groups()[1:])
        return _day(int(spelt[1].translate(_YEAR_SIGNS)), month, day)
    return None


def is_day(text: str) -> bool:
    """Whether a line is a full date and nothing else, be it that of printing（印发）."""
    bare = text.removesuffix("印发")
    found = _DAY.fullmatch(bare) or _SPELT_DAY.fullmatch(bare)
    return found is not None and read_day(bare) is not None


def _last_day(year: int, parts: dict[str, str | None]) -> date | None:
    if half := parts.get("half"):
        return date(year, 6, 30) if half == "上半年" else date(year, 12, 31)
    if quarter := parts.get("quarter"):
        return _month_end(year, 3 * _QUARTERS[quarter])
    if month := parts.get("month"):
        day = parts.get("day")
        return _day(year, int(month), int(day)) if day else _month_end(year, int(month))
    return date(year, 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
