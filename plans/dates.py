"""Dates and deadlines as plans write them: 2022年底, 6月底前, 年内, 三季度."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from plans.numbering import chinese_number

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_TO = "[—–－~～至到\\-]"
_YEAR = r"(?P<year>20\d\d)年"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY_OF_MONTH = r"(?:3[01]|[12]\d|0?[1-9])"
_THIRD = "(?P<third>[上中下]旬|初)"
_SINCE = rf"(?:{_MONTH}(?:月份?(?:{_DAY_OF_MONTH}日|[上中下]旬|初|底|末)?)?{_TO})?"
"""The month in which something begins that lasts until another: 6月至9月, 1—6月."""
_WITHIN_YEAR = (
    rf"{_SINCE}(?P<month>{_MONTH})月(?:份)?(?:(?:{_DAY_OF_MONTH}日?{_TO})?(?P<day>{_DAY_OF_MONTH})日|底|末|{_THIRD})?"
    r"|(?P<half>上半年|下半年)"
    rf"|(?:第?[一二三四1-4]{_TO})?第?(?P<quarter>[一二三四1-4])季度(?:末)?"
    r"|年?(?:底|末)|全年|年内|内|度"
)
_NO_DAY = (
    r"(?!(?:年?初(?![步级中次期衷])"
    r"|[\u4e00-\u9fff]{2,6}(?<![年月底末度日])前(?=[，,。；;、）)\n]|$|完成|建成|投|到位|实现|全部)))"
)
"""2026年国庆节前, 2026年初: of that year, but not until its end."""
_DATED = re.compile(rf"{_YEAR}(?:(?:{_WITHIN_YEAR})|{_NO_DAY})(?:之?前)?")
_POINTED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)[.\-/．](?P<month>1[0-2]|0?[1-9])[.\-/．]"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)日?(?:之?前)?"
)
_DAY_ALONE = re.compile(
    rf"(?<![\d年每])(?P<month>{_MONTH})月(?:份)?(?:(?P<day>{_DAY_OF_MONTH})日|{_THIRD})?"
    rf"|(?<![\d.])(?P<pointed>{_MONTH})[./．](?P<then>{_DAY_OF_MONTH})(?:日|号)?(?:之?前)"
)
_MONTH_POINTED = re.compile(rf"(?<!\d)(?P<year>20\d\d)[.\-/．](?P<month>{_MONTH})(?![\d.\-/．])")
_UNDATED = re.compile(
    rf"(?<![\d年])(?P<month>{_MONTH})月(?:份)?"
    rf"(?:(?P<day>{_DAY_OF_MONTH})日之?前|(?:底|末)(?:之?前)?|{_THIRD}(?:之?前))"
    r"|(?:今年|本年|年)(?:底|末)(?:之?前)?|年内|全年|(?P<half>上半年|下半年)"
    r"|(?<!每)第?(?P<quarter>[一二三四1-4])季度(?:末)?(?:之?前)?"
)
_QUARTERS = {
    sign: number for number, signs in enumerate(("一1", "二2", "三3", "四4"), 1) for sign in signs
}
_THIRDS = {"上旬": "10", "初": "10", "中旬": "20"}
"""The last day of the first and of the second third of a month; the last one ends with it."""
_DONE = re.compile(
    r"(?<=前)(?:全部|全面|基本)?(?:完成|办结|建成|到位|投入使用|投用|竣工|完工|投产|交付|通水|通车|通气|并网|投运)(?:[。；\n]|$)|完成(?:[。；\n]|$)"
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
    text = text.translate(FULL_WIDTH)
    if pointed := _MONTH_POINTED.search(text):
        return _month_end(int(pointed["year"]), int(pointed["month"]))
    alone = [found.groupdict() for found in _DAY_ALONE.finditer(text) if year]
    if not year or not alone:
        return None
    last = alone[-1]
    last["month"], last["day"] = last["month"] or last["pointed"], last["day"] or last["then"]
    return _last_day(year, last)


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
        day = parts.get("day") or _THIRDS.get(parts.get("third") or "")
        return _day(year, int(month), int(day)) if day else _month_end(year, int(month))
    return date(year, 12, 31)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
