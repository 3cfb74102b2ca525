"""The days for which somebody says that they are away, as people write them: pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dialog.numerals import NUMERALS, read_numeral
from dialog.outcome import Refused
from dialog.words import cleaned
from vocabulary.month_names import month_number

LONGEST_ABSENCE = 60
"""Days; who is away for longer is no liaison any more."""

NO_DAYS = "away-not-understood"
"""What is said of words that tell of no days."""

_FAR_BACK = timedelta(days=180)  # a day so long ago is meant for next year
_DAY = timedelta(days=1)
_WEEKDAYS = "一二三四五六日"
_NUMBER = rf"(?:\d{{1,2}}|[{''.join(sorted(NUMERALS))}]{{1,3}})"
_FILLERS = re.compile(
    r"[（(][^（）()]*[）)]|我|请假|休假|出差|不在|外出|在外|期间|这几天|，|。|,|\.$"
    r"|i am|i'm|away|out"
)
_ORDINAL = re.compile(r"\bthe (?=\d)|(?<=\d)(?:st|nd|rd|th)\b(?: of)?")
_MONTH_BEHIND = re.compile(r"\d{1,2}(\s+[a-z]{3,9})")
_CLAUSE = re.compile(r"[，,。；;、！!\n]|\.(?=\s|$)|(?=去|赴|参加|因)")
"""Where the days may end and what they are needed for begin: 明天到周五，去运城学习."""

_OF_DAYS = re.compile(
    rf"\d|[{''.join(sorted(NUMERALS))}](?:个|天|日|周)|[今明后昨]天|周|星期|礼拜|月|日|号"
    r"|week|day|tomorrow",
    re.IGNORECASE,
)
"""What words beside the days do not speak of; else it is not sure which days are meant."""

_TO = re.compile(r"\s*(?:至|到|—+|–|~|～|-|\bto\b|\buntil\b)\s*")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_COUNTED = re.compile(
    rf"(?:(?P<start>.+?)\s*(?:起|开始)?\s*(?:的|连续|共|for)?\s*)?"
    rf"(?P<count>{_NUMBER})\s*(?:个)?(?:工作日|天|日|workdays?|days?)"
)
_RELATIVE = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
    "大后天": 3,
}


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both included."""

    first: date
    last: date


def read_days(text: str, *, today: date, is_workday: Callable[[date], bool]) -> Days | Refused:
    """The days that the person means; what cannot be told for sure is asked again.

    Understood: 明天起3天, 8月2日至8月6日, 8月2日-6日, 今天到周五, 本周, 2022-08-02 to 2022-08-06.
    A number of days counts workdays, as leave is counted. Days that are over are left out.
    What they are needed for may be told beside them: 明天到周五，去运城学习.
    """
    found = _days_in(cleaned(text), today, is_workday)
    if found is None:
        return Refused(NO_DAYS, {"said": cleaned(text)[:60]})
    if found.last < found.first:
        return Refused("away-reversed")
    if found.last < today:
        return Refused("away-past")
    if (found.last - found.first).days >= LONGEST_ABSENCE:
        return Refused("away-too-long", {"days": LONGEST_ABSENCE})
    return Days(max(found.first, today), found.last)


def are_days(text: str, *, today: date, is_workday: Callable[[date], bool]) -> bool:
    """Whether a text is days and nothing else; 5.6 may be a figure."""
    said = cleaned(text)
    return any(map(str.isalpha, said)) and _days(said, today, is_workday) is not None


def _days_in(text: str, today: date, is_workday: Callable[[date], bool]) -> Days | None:
    """The days that the whole text is, or the only clause of it that speaks of any."""
    if found := _days(text, today, is_workday):
        return found
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    of_days = [clause for clause in clauses if _OF_DAYS.search(clause)]
    is_sure = len(of_days) == 1 and len(clauses) > 1
    return _days(of_days[0], today, is_workday) if is_sure else None


def _days(text: str, today: date, is_workday: Callable[[date], bool]) -> Days | None:
    said = _FILLERS.sub(" ", text.lower().replace("号", "日").replace("星期", "周"))
    said = _ORDINAL.sub("", said)
    said = (
        _ISO.sub(r"\1年\2月\3日", " ".join(said.split()))
        .removeprefix("从")
        .removeprefix("from ")
        .strip()
    )
    return _week(said, today) or _counted(said, today, is_workday) or _range(said, today)


def _week(said: str, today: date) -> Days | None:
    monday = today - today.weekday() * _DAY
    if said in {"本周", "这周", "this week"}:
        return Days(today, max(today, monday + 4 * _DAY))
    if said in {"下周", "next week"}:
        return Days(monday + 7 * _DAY, monday + 11 * _DAY)
    return None


def _counted(said: str, today: date, is_workday: Callable[[date], bool]) -> Days | None:
    """So many workdays from a day on; 8月2日 alone is a day, not a number of days."""
    match = _COUNTED.fullmatch(said)
    if match is None or _day(said, today) is not None:
        return None
    start = _day(match["start"], today) if match["start"] else today
    written = match["count"]
    count = int(written) if written.isdecimal() else read_numeral(written)
    if start is None or not count or count > LONGEST_ABSENCE:
        return None
    last, left = start, count - is_workday(start)
    while left > 0:
        last += _DAY
        left -= is_workday(last)
    return Days(start, last)


def _range(said: str, today: date) -> Days | None:
    parts = _TO.split(said)
    if len(parts) > 2:
        return None
    shared = _MONTH_BEHIND.fullmatch(parts[-1])  # 3 to 8 August
    if shared and parts[0].isdecimal():
        parts[0] += shared[1]
    first = _day(parts[0], today)
    if first is None or len(parts) == 1:
        return Days(first, first) if first else None
    last = _day(parts[1], today, after=first)
    return Days(first, last) if last else None


def _day(said: str, today: date, *, after: date | None = None) -> date | None:
    """One day. after: the first of a range, whose month and year the last one shares."""
    said = said.strip()
    if said in _RELATIVE:
        return today + _RELATIVE[said] * _DAY
    weekday = re.fullmatch(r"(下|本|这)?周([一二三四五六日天])", said)
    if weekday:
        monday = today - today.weekday() * _DAY
        number = _WEEKDAYS.index(weekday[2].replace("天", "日"))
        if after is not None and not weekday[1]:
            return after + (number - after.weekday()) % 7 * _DAY
        return monday + (number + 7 * (weekday[1] == "下")) * _DAY
    return _calendar_day(said, today, after)


def _calendar_day(said: str, today: date, after: date | None) -> date | None:
    full = re.fullmatch(r"(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?", said)
    if full:
        year = int(full[1])
        return _date(year, int(full[2]), int(full[3])) if abs(year - today.year) <= 1 else None
    base = after or today
    day_only = re.fullmatch(rf"({_NUMBER})日?", said)
    if day_only and (after or said.endswith("日")):
        number = _number(day_only[1])
        this_month = _date(base.year, base.month, number)
        if this_month is not None and this_month >= base:
            return this_month
        following = base.replace(day=1) + 32 * _DAY
        return _date(following.year, following.month, number)
    named = re.fullmatch(rf"({_NUMBER})[月./]({_NUMBER})日?", said)
    month, day = (_number(named[1]), _number(named[2])) if named else _english(said)
    found = _date(base.year, month, day)
    if found is None or found < base - _FAR_BACK:
        return _date(base.year + 1, month, day)
    return found


def _english(said: str) -> tuple[int, int]:
    """2 Aug, Aug 2, 2 August; zeros when it is nothing of the kind."""
    match = re.fullmatch(r"(?:(\d{1,2})\s+([a-z]{3,9})|([a-z]{3,9})\s+(\d{1,2}))", said)
    month = month_number(match[2] or match[3]) if match else 0
    if match is None or not month:
        return 0, 0
    return month, int(match[1] or match[4])


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else read_numeral(written) or 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
