"""Since when something is so, as far as its words say: 自3月起, 今年4月以来, 2021年11月起."""

import re

from vocabulary.month_names import month_number
from vocabulary.period import Period

_SINCE = re.compile(
    r"(?:(?P<year>20\d\d)年|(?P<before>去年|上年)|(?:今年|本年))?\s*"
    r"(?<!\d)(?P<month>1[0-2]|[1-9])月(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}[日号])?\s*"
    r"(?:开始|以来|至今|到现在|就|起)"
    r"|(?:从|自)\s*(?:(?P<year_from>20\d\d)年|(?P<before_from>去年|上年)|(?:今年|本年))?\s*"
    r"(?P<month_from>1[0-2]|[1-9])月(?!\s*[到至—~-])"
    r"|\bsince\s+(?P<name>[a-z]{3})[a-z]*(?:\s+(?P<year_of_name>20\d\d))?",
    re.IGNORECASE,
)
_HALF_A_YEAR = 6  # months


def began(words: str, raised_in: Period) -> Period:
    """Since when a problem is one, as its words say; else the month that it was raised in."""
    return since_told(words, raised_in) or raised_in


def since_told(words: str, known: Period) -> Period | None:
    """The earliest month since which the words say that it is so; None where they say none.

    known: the month in which it was told. A month without a year is of that year, or of shortly
    before; one that is still to come tells nothing.
    """
    found = (_month(match, known) for match in _SINCE.finditer(words))
    told = [month for month in found if month is not None and month <= known]
    return min(told) if told else None


def _month(found: re.Match[str], known: Period) -> Period | None:
    name = found["name"]
    month = month_number(name) if name else int(found["month"] or found["month_from"])
    if not month:
        return None
    if year := found["year"] or found["year_from"] or found["year_of_name"]:
        return Period(int(year), month)
    if found["before"] or found["before_from"]:
        return Period(known.year - 1, month)
    if month <= known.month:
        return Period(known.year, month)
    is_near = known.month + 12 - month <= _HALF_A_YEAR
    return Period(known.year - 1, month) if is_near else None
