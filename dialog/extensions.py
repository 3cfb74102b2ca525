"""Asking for more time: what a person's words say, and the cards on both sides."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dialog.layout import Rows, button, cut, rows
from dialog.numerals import NUMERALS, read_numeral
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import day_name, listed, moment_name, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.month_names import MONTH_NAME, month_number
from vocabulary.period import Period
from vocabulary.report import Requested
from vocabulary.terms import ExtensionState
from vocabulary.timetable import Timetable

NO = "no"
"""The argument of the button that puts the asking away."""

BARE = "bare"
"""The argument of the button that refuses without a reason."""

_SHORTEST_REASON = 4  # characters beside the date: fewer are words like 延至
_SHORTEST_CLAUSE = 2  # characters of a clause of its own
_SEPARATORS = " 　\t\n，,。；;：:、"
_TH = "(?:st|nd|rd|th)?"
_DATES = (
    re.compile(r"(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"),
    re.compile(r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?"),
    re.compile(r"(?<![\d.])(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d.])"),
    re.compile(
        rf"\b(?:the\s+)?(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<named>{MONTH_NAME})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<named>{MONTH_NAME})\s+(?P<day>\d{{1,2}}){_TH}\b", re.IGNORECASE),
    re.compile(r"(?:(?P<next>下个?月)\s*)?(?<!\d)(?P<day>\d{1,2})\s*[日号]"),
)
_COUNT = rf"(?P<count>\d{{1,2}}|[{''.join(sorted(NUMERALS))}]{{1,3}})\s*个?"
_COUNTED = re.compile(
    r"(?:延期|延长|延后|推迟|推后|宽限|顺延|延|晚|再给我?们?|多给我?们?)\s*"
    rf"{_COUNT}(?:(?P<workdays>工作日)|(?P<weeks>周|星期|礼拜)|天|日)"
)
_COUNT_ALONE = re.compile(
    rf"\A\s*{_COUNT}(?:(?P<workdays>工作日)|(?P<weeks>周|星期|礼拜)|天)[\s。]*\Z"
)
_RELATIVE = re.compile(r"(?P<word>大后天|后天|明天)")
_DAYS_AHEAD = {"明天": 1, "后天": 2, "大后天": 3}
_MONTHS_END = re.compile(r"(?P<next>下个?)?(?:本|这个?)?月[底末]")
_OF_WEEK = re.compile(r"(?P<which>下|本|这)?个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])")
_MOST_DAYS = 31
_FILLING = re.compile(
    r"(申请|延期|延长|延|至|到|请求|请|until|to|by|please|还是|改为|改成|吧)+|[\s，。,.;；：:、]+"
    r"|(?:上午|下午|中午|晚上)?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:点半?|时)|之?前|报送?\Z"
)
_EMPTY_WORDS = re.compile(
    r"(?:下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天]|谢谢|麻烦您?|辛苦了?|拜托|(?:可以|好|行)[吗吧么]?[？?]?"
)
_ASKED_BEFORE = re.compile(
    r"(?:申请|希望|请求|请|想|延期|延长|延迟|推迟|推后|延|至|到|改为|改成|改|还是|until|to|\s)+\Z"
)
_ASKED_BEHIND = re.compile(r"\A(?:\s*之?前)?(?:\s*再?(?:上报|报送|提交|报))?吧?")
_STARTS_CLAUSE = re.compile(rf"[^{_SEPARATORS}]\Z")
_ENDS_CLAUSE = re.compile(rf"[^{_SEPARATORS}]")
_MORNING, _AFTERNOON = "凌晨|清晨|早上|早晨|上午|中午", "下午|傍晚|晚上"
_CLOCK = (
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})\s*"
    r"(?:[:：]\s*(?P<minute>\d{2})|[点时](?:(?P<half>半)|(?P<past>\d{1,2})分?)?|(?P<english>[ap]m))"
)
_HOUR = re.compile(
    rf"\s*(?:(?:{_MORNING}|(?P<late>{_AFTERNOON}))(?:\s*{_CLOCK})?"
    rf"|{_CLOCK.replace('?P<', '?P<bare_')})",
    re.IGNORECASE,
)
_ASKING = re.compile(r"(?:至|到|还是|改为|改成|改|申请|延期|延|推迟|推后|until|to)\s*\Z")
"""What stands before the day that is asked for, where others tell why."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A date found in what somebody wrote, and what they wrote beside it.

    hour: as it is written behind the day, where it is another than that of due moments.
    """

    day: date | None
    reason: str
    hour: str = ""


def read_request(
    words: str, *, today: date, due_at: datetime, is_workday: Callable[[date], bool]
) -> AskedFor:
    """The date in the words, in this year or early in the next; the words are the reason.

    A number of days after `due_at` (延三天, 晚一周, moved on to a workday; 延3个工作日); else the
    last day that is written out, as 8月10日, 8日 or 下个月5号; else a day of a week (下周三), one
    ahead (后天), or the last workday of a month (月底前). A reason is empty when nothing else was
    written.
    """
    found = _place(words)
    if found is None:
        return AskedFor(None, words.strip())
    pattern, place = found
    behind = words[place.end() :]
    hour = _HOUR.match(behind)
    said = _beside(words[: place.start()], behind[hour.end() if hour else 0 :], words.strip())
    if pattern in {_COUNTED, _COUNT_ALONE}:
        day = _after(due_at.date(), place, is_workday)
    elif pattern is _OF_WEEK:
        day = _of_week(place, today)
    elif pattern is _RELATIVE:
        day = today + timedelta(days=_DAYS_AHEAD[place["word"]])
    elif pattern is _MONTHS_END:
        day = _end_of_month(place, today, is_workday)
    else:
        day = _day(place.groupdict(), today)
    other = _as_written(hour, due_at.time()) if hour and day else ""
    return AskedFor(day, said, other)


def _beside(before: str, behind: str, words: str) -> str:
    """The reason in `words`, of which the day that is asked for stood between the two others.

    Without the clause of the day where that says nothing else; empty where nothing is left. A few
    characters are a reason if they are a clause of their own: 8月12日，晚了点.
    """
    start, end = _ASKED_BEFORE.sub("", before), _ASKED_BEHIND.sub("", behind)
    is_apart = not _STARTS_CLAUSE.search(start) and not _ENDS_CLAUSE.match(end)
    clauses = filter(None, (part.strip(_SEPARATORS) for part in (start, end)))
    rest = "，".join(clauses) if is_apart else before + behind
    told = _EMPTY_WORDS.sub("", _FILLING.sub("", rest))
    if len(told) < (_SHORTEST_CLAUSE if is_apart else _SHORTEST_REASON):
        return ""
    return rest if is_apart else words


def _as_written(found: re.Match[str], due: time) -> str:
    """The hour, or part of a day; empty where `due` may be meant."""
    named = {key.removeprefix("bare_"): part for key, part in found.groupdict().items() if part}
    written = found[0].strip()
    if "hour" not in named:
        return written
    hour = int(named["hour"]) if named["hour"].isdecimal() else read_numeral(named["hour"]) or 0
    minute = 30 if "half" in named else int(named.get("minute") or named.get("past") or 0)
    is_morning = named.get("english", "").lower() == "am" or re.match(_MORNING, written)
    later = hour + 12 if hour < 12 and not is_morning else hour
    is_late = "late" in named or named.get("english", "").lower() == "pm"
    meant = {later} if is_late else {hour, later}
    return "" if minute == due.minute and due.hour in meant else written


def _place(words: str) -> tuple[re.Pattern[str], re.Match[str]] | None:
    """Where the day stands that is asked for: behind 延至 and the like, wherever that is said."""
    found = [
        (pattern, list(pattern.finditer(words)))
        for pattern in (_COUNTED, *_DATES, _OF_WEEK, _RELATIVE, _MONTHS_END, _COUNT_ALONE)
    ]
    asking = [
        (pattern, [place for place in places if _is_asking(pattern, place, words)])
        for pattern, places in found
    ]
    return next(
        ((pattern, places[-1]) for pattern, places in (*asking, *found) if places),
        None,
    )


def _is_asking(pattern: re.Pattern[str], place: re.Match[str], words: str) -> bool:
    return pattern is _COUNTED or bool(_ASKING.search(words[: place.start()]))


def replaces(asked: AskedFor, chosen: date, words: str) -> bool:
    """Whether words written for a reason ask for another day than the one chosen before.

    A later day does, since by the chosen one it would not be done; an earlier one only where the
    words ask for it: else it tells why (8月9日停电).
    """
    found = _place(words)
    if found is None or asked.day is None or asked.day == chosen:
        return False
    return asked.day > chosen or not asked.reason or _is_asking(*found, words)


def _after(due_on: date, place: re.Match[str], is_workday: Callable[[date], bool]) -> date | None:
    """So many days after the due one, on a workday; None for none, or for more than a month."""
    written = place["count"]
    count = int(written) if written.isdecimal() else read_numeral(written) or 0
    count *= 7 if place["weeks"] else 1
    if not 0 < count <= _MOST_DAYS:
        return None
    if not place["workdays"]:
        day = due_on + timedelta(days=count)
        return next(later for n in range(60) if is_workday(later := day + timedelta(days=n)))
    days = (due_on + timedelta(days=n) for n in range(1, 10 * _MOST_DAYS))
    return next(islice(filter(is_workday, days), count - 1, None))


def _of_week(place: re.Match[str], today: date) -> date:
    """下周三 of the next week; 周三, or 本周三, the next one to come."""
    monday = today - timedelta(days=today.weekday())
    number = "一二三四五六日".index(place["weekday"].replace("天", "日"))
    day = monday + timedelta(days=number + 7 * (place["which"] == "下"))
    return day if day > today or place["which"] else day + timedelta(days=7)


def _end_of_month(
    place: re.Match[str], today: date, is_workday: Callable[[date], bool]
) -> date | None:
    """The last workday of this month, or of the next."""
    first = _next_month(today)
    if place["next"]:
        first = _next_month(first)
    before = (first - timedelta(days=n) for n in range(1, 28))
    return next(filter(is_workday, before), None)


def _next_month(day: date) -> date:
    """Its first day."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day(parts: dict[str, str | None], today: date) -> date | None:
    """None for a day that no calendar has."""
    try:
        if parts.get("next"):
            return _next_month(today).replace(day=int(parts["day"] or 0))
        month = int(parts.get("month") or _named_month(parts) or today.month)
        year = int(parts.get("year") or today.year)
        day = date(year, month, int(parts["day"] or 0))
        if not (parts.get("month") or parts.get("named")) and day < today:  # 8日, on the 31st
            return _next_month(today).replace(day=day.day)
        if parts.get("year") is None and (today - day).days > 180:
            day = day.replace(year=year + 1)
        return day
    except ValueError:
        return None


def _named_month(parts: dict[str, str | None]) -> int:
    """10 August; 0 where none is named."""
    return month_number(parts.get("named") or "")


def ask_date(
    language: str,
    *,
    report_id: int,
    unit: str,
    period: Period,
    timetable: Timetable,
    days: Sequence[date],
) -> Message:
    """Until when, and why."""
    html = say(
        language,
        "extension-ask",
        unit=cut(unit, 60),
        period=month_name(language, period),
        times=timetable_line(language, timetable),
    )
    return Message(
        html, (*_days(language, Action.EXTEND_TO, report_id, days), _no(language, report_id))
    )


def ask_reason(language: str, *, report_id: int, timetable: Timetable, until: datetime) -> Message:
    html = say(language, "extension-ask-reason", until=moment_name(language, until))
    html = f"{timetable_line(language, timetable)}\n{html}"
    return Message(html, (_no(language, report_id),))


def _no(language: str, report_id: int) -> tuple[Button, ...]:
    return (button(language, "extension-button-no", Press(Action.EXTEND, report_id, NO)),)


def _days(language: str, action: Action, target: int, days: Sequence[date]) -> Rows:
    return rows(
        Button(day_name(language, day), Press(action, target, day.isoformat()).data())
        for day in days
    )


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the office sees it; moments are in its zone.

    in_time: asked before the due moment, so that a new date would count.
    """

    extension_id: int
    unit: str
    period: Period
    timetable: Timetable
    until: datetime
    reason: str
    asked_by: str
    asked_at: datetime
    in_time: bool
    state: ExtensionState
    decided_by: str = ""
    decided_at: datetime | None = None
    granted_until: datetime | None = None
    refusal: str = ""


def request_card(language: str, request: Request, *, other: Sequence[date] = ()) -> Message:
    """The request with what can be answered, or with what became of it.

    other: dates to be given instead of the one asked for.
    """
    lines = _asked(language, request)
    if request.state is not ExtensionState.ASKED:
        lines.append(_outcome(language, request))
        return Message("\n".join(lines))
    key = "extension-would-count" if request.in_time else "extension-would-not-count"
    lines.append(say(language, key))
    number = request.extension_id
    if other:
        lines.append(say(language, "extension-other"))
        return Message("\n".join(lines), _days(language, Action.GRANT, number, other))
    buttons = [
        button(language, "extension-button-grant", Press(Action.GRANT, number)),
        button(language, "extension-button-refuse", Press(Action.REFUSE_EXTENSION, number)),
        button(language, "extension-button-other", Press(Action.OTHER_DATE, number)),
    ]
    return Message("\n".join(lines), rows(buttons))


def ask_refusal(language: str, request: Request) -> Message:
    """Why not? The next words of the coordinator are taken for the reason, unless there is none."""
    lines = [*_asked(language, request), say(language, "extension-ask-refusal")]
    choices = (("extension-button-refuse-bare", BARE), ("extension-button-refuse-back", NO))
    buttons = tuple(
        button(language, key, Press(Action.REFUSE_EXTENSION, request.extension_id, argument))
        for key, argument in choices
    )
    return Message("\n".join(lines), (buttons,))


def _asked(language: str, request: Request) -> list[str]:
    """What is asked for, why, and by whom."""
    return [
        say(
            language,
            "extension-request",
            unit=cut(request.unit, 60),
            period=month_name(language, request.period),
            until=moment_name(language, request.until),
        ),
        timetable_line(language, request.timetable),
        say(language, "extension-request-reason", reason=cut(request.reason, 600)),
        say(
            language,
            "extension-request-by",
            name=cut(request.asked_by, 60),
            at=moment_name(language, request.asked_at),
        ),
    ]


def _outcome(language: str, request: Request) -> str:
    until = request.granted_until
    return say(
        language,
        f"extension-became-{request.state.value}",
        until=moment_name(language, until) if until else "—",
        name=request.decided_by or "—",
        at=moment_name(language, request.decided_at) if request.decided_at else "—",
        reason=cut(request.refusal, 600) or "none",
    )


def requests_line(language: str, waiting: Sequence[Requested]) -> str:
    """Who waits for an answer, in a line."""
    named = listed(language, (cut(one.unit, 40) for one in waiting))
    return say(language, "extension-waiting", count=len(waiting), units=named)


def requests_button(language: str) -> Button:
    return Button(plain(language, "extension-button-open"), Press(Action.REQUESTS).data())
