"""Which month words are about: 截至7月底累计168个 is no figure of August."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from dialog.numerals import spelled
from texts import LANGUAGES
from texts.wording import month_name, period_name
from vocabulary.period import Period

# A comma between digits stays when it groups thousands; a full-width one never does that.
BETWEEN_CLAUSES = re.compile(
    r"[，。；、！？!?;\n()（）]|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d)\.|\.(?!\d)"
)

_UNTIL = r"(?:截至|截止到?|到|至)"
_WHEN = re.compile(
    rf"\s*{_UNTIL}?\s*(?:(?P<year>\d{{4}})年|今年|本年)?\s*(?:\d{{1,2}}月?份?\s*[-−–—~至到]\s*)?"
    r"(?P<month>\d{1,2})月(?!份?(?:以来|起|开始))份?(?:\d{1,2}[日号]|[底末初中])?"
    rf"|\s*{_UNTIL}?\s*(?P<before>上个?月)(?:份|[底末])?"
    rf"|\s*{_UNTIL}?\s*(?:(?P<at_year>\d{{4}})年|(?P<last_year>去年|上年度?))[底末]?(?!\d|以来)"
    rf"|\s*{_UNTIL}?\s*(?:今年|本年)?(?P<half>上半年|[一二三]季度|前[二三]季度|前三个?季度)[底末]?"
)
_SAID_UNTIL = re.compile(r"截至|截止")
_ONLY_WHEN = re.compile(r"\s*(?:为止|止|以前|之前|时)?\s*")
_NOW = re.compile(
    r"\s*(?:本月|当月|这个?月|目前|截至目前|现在|今年|又|再|另|新增|新建|新开通|净增|增加"
    r"|this month|now)"
)
_ENDS = "。；;！？!?\n"
_LAST_OF = {"上半年": 6, "一季度": 3, "二季度": 6, "前二季度": 6}
_THREE_QUARTERS = 9


def month_named(word: str, today: date) -> Period | None:
    """The month that a word of a command names: 2022-06, 2022年6月份, 6月, 六月, June; else None.

    Without a year it is the last of that name, this month included.
    Raises what `Period.parse` does for what is no month: 2022-13.
    """
    if Period.is_meant_by(word):
        return Period.parse(word)
    said = unicodedata.normalize("NFKC", word).casefold()
    months = (Period.of(today).shifted(-back) for back in range(_YEARS_NAMED * 12))
    return next((month for month in months if said in set(_names_of(month))), None)


def _names_of(month: Period) -> Iterator[str]:
    for language in LANGUAGES:
        for name in (month_name(language, month), period_name(language, month)):
            yield name.casefold()
            yield name.removesuffix("份")
    yield f"{spelled(month.month)}月"
    yield f"{spelled(month.month)}月份"


_YEARS_NAMED = 5
"""So far back a month is understood that is named with its year."""


def of_now(period: Period | None, text: str) -> str:
    """The text without the clauses that tell of a month before the period.

    A date alone (截至7月底，) counts for the clauses behind it, until one has a time of its own.
    """
    return _without(period, text, lambda told, asked: told < asked)


def of_month_before(period: Period, text: str) -> str:
    """Only the clauses that tell of the month before the period."""
    return _without(period, text, lambda told, asked: told != asked.shifted(-1))


def _without(period: Period | None, text: str, leaves_out: Callable[[Period, Period], bool]) -> str:
    """Without the clauses of months that are left out; of no month at all is of the period."""
    if period is None:
        return text
    kept = [
        words for words, told in _clauses(period, text) if not leaves_out(told or period, period)
    ]
    return text if len(kept) == len(list(_clauses(period, text))) else "".join(kept)


def _clauses(period: Period, text: str) -> Iterator[tuple[str, Period | None]]:
    """Each clause with its sign, and the month that it is about; None where it names none."""
    since: Period | None = None
    start = 0
    ends = [*(sign.end() for sign in BETWEEN_CLAUSES.finditer(text)), len(text)]
    for end in ends:
        whole = text[start:end]
        words = unicodedata.normalize("NFKC", BETWEEN_CLAUSES.sub("", whole)).lower()
        until = _SAID_UNTIL.search(words)
        found = _WHEN.match(words, until.start() if until else 0)
        told = _month(period, found) if found else None
        if found and told:
            is_alone = not found.start() and _ONLY_WHEN.fullmatch(words[found.end() :])
            since = told if is_alone else None
        elif _NOW.match(words):
            since = None
        yield whole, told or since
        if whole[-1:] in _ENDS:
            since = None
        start = end


def _month(period: Period, found: re.Match[str]) -> Period | None:
    """A month without a year is the last one that was, or the next where that is nearer."""
    if found["before"]:
        return period.shifted(-1)
    if found["at_year"] or found["last_year"]:
        year = int(found["at_year"] or period.year - 1)
        return _period(year, 12) if year != period.year else None
    if found["half"]:
        return _period(period.year, _LAST_OF.get(found["half"], _THREE_QUARTERS))
    month, year = int(found["month"]), int(found["year"] or period.year)
    if not found["year"] and month - period.month > _HALF_A_YEAR:
        year -= 1
    return _period(year, month)


_HALF_A_YEAR = 6


def _period(year: int, month: int) -> Period | None:
    is_one = 1 <= month <= 12 and 2000 <= year <= 2999
    return Period(year, month) if is_one else None
