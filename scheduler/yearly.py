"""The year's cycles beforehand, why each day is where it is, and what a day of one's own moves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from sqlmodel import Session

from models.calendar import OwnDay, own_days, set_own_day, unset_own_day
from models.cycles import Cycle, cycles_of_plan
from models.editions import Plan, plans_of
from scheduler.cycle_times import CalendarRule, CycleTimes, DayMoves, cycle_times
from scheduler.rules import Rules
from scheduler.workdays import (
    Workdays,
    holiday_of,
    is_weekend,
    made_up_for,
    probable_holiday,
)
from texts import plain, say
from texts.wording import day_name, listed, moment_name, period_name
from vocabulary.errors import BaosongError
from vocabulary.period import Period
from vocabulary.published import is_published
from vocabulary.terms import DaySource

_DAY = timedelta(days=1)
_OVER_NEW_YEAR = timedelta(days=10)  # longer than a holiday around it
_WARNED_FROM = 11  # November: the notice of the next year's holidays comes in late autumn


class DayWord(StrEnum):
    """What an office decides about a day."""

    WORKDAY = "workday"
    HOLIDAY = "holiday"
    UNSET = "unset"


class DayPast(BaosongError):
    """The day is over: what was counted on it stands."""

    text_key = "calendar-day-past"


class DayNotOwn(BaosongError):
    """The office has decided nothing about the day."""

    text_key = "calendar-day-not-own"


class DayUnreadable(BaosongError):
    """Neither a year nor a day with a word."""

    text_key = "calendar-how"


@dataclass(frozen=True, slots=True)
class YearCycle:
    """One cycle of the year.

    is_open: its times stand. is_planned: the plan reports on the period.
    """

    period: Period
    times: CycleTimes
    is_open: bool
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A cycle whose times a decision changes, or would change if it were not open.

    before: of an open one as it was opened, which is what stays.
    """

    period: Period
    before: CycleTimes
    after: CycleTimes
    is_open: bool


def parse_day(written: str) -> date:
    """2026-02-14. Raises DayUnreadable."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise DayUnreadable(written=written) from None


def year_gap(now: datetime) -> int | None:
    """From November on the next year, while its holidays are not known here."""
    if now.month >= _WARNED_FROM and not is_published(now.year + 1):
        return now.year + 1
    return None


def gap_beside(shown: int, now: datetime) -> int | None:
    """The same, beside the calendar of a year; that of the gap itself says so in its own lines."""
    gap = year_gap(now)
    return None if gap == shown else gap


def year_cycles(session: Session, rules: Rules, plan: Plan, year: int) -> list[YearCycle]:
    """The plan's cycles that are due in the year, by the rules; an open one as it was opened.

    A due day that moves over New Year counts where it was to be.
    """
    opened = {cycle.period: cycle for cycle in cycles_of_plan(session, plan.id)}
    rule, zone = rules.calendar_of(plan), rules.calendar.zone
    found = []
    for period in Period.between(Period(year - 1, 12), Period(year, 11)):
        times = cycle_times(period, rule, rules.workdays)
        cycle = opened.get(period)
        if cycle is not None:
            times = _as_opened(cycle, times, zone)
        planned = plan.first_period <= period <= plan.last_period
        found.append(YearCycle(period, times, cycle is not None, planned))
    return found


def cycles_by_rule(rules: Rules, year: int) -> list[YearCycle]:
    """The same where there is no plan yet: due on the usual day, whatever a plan will say."""
    return [
        YearCycle(
            period,
            cycle_times(period, rules.calendar, rules.workdays),
            is_open=False,
            is_planned=True,
        )
        for period in Period.between(Period(year - 1, 12), Period(year, 11))
    ]


def decide_day(
    session: Session,
    office_id: int,
    rules: Rules,
    day: date,
    word: DayWord,
    *,
    note: str,
    by: str,
    now: datetime,
) -> list[Moved]:
    """Stores what the office decides about a day, and gives the cycles that it concerns.

    Cycles that are not open yet get their times from the calendar when they open, and so move; an
    open one keeps the times that everybody was told.
    Raises DayPast, DayNotOwn.
    """
    if day < now.astimezone(rules.calendar.zone).date():
        raise DayPast(day=day.isoformat())
    before = rules.of_office(session, office_id)
    if word is not DayWord.UNSET:
        is_workday = word is DayWord.WORKDAY
        set_own_day(session, office_id, day, is_workday=is_workday, note=note, by=by, now=now)
    elif not unset_own_day(session, office_id, day):
        raise DayNotOwn(day=day.isoformat())
    after = rules.of_office(session, office_id)
    return [
        moved
        for plan in plans_of(session, office_id)
        for moved in _moved(session, plan, before, after)
    ]


def _moved(session: Session, plan: Plan, before: Rules, after: Rules) -> Iterator[Moved]:
    rule, zone = before.calendar_of(plan), before.calendar.zone
    opened = {cycle.period: cycle for cycle in cycles_of_plan(session, plan.id)}
    for period in Period.between(plan.first_period, plan.last_period):
        old = cycle_times(period, rule, before.workdays)
        new = cycle_times(period, rule, after.workdays)
        if _moments(old) == _moments(new):
            continue
        cycle = opened.get(period)
        if cycle is not None:
            old = _as_opened(cycle, old, zone)
        yield Moved(period, old, new, cycle is not None)


def _as_opened(cycle: Cycle, times: CycleTimes, zone: ZoneInfo) -> CycleTimes:
    """The rule's times with those that the cycle was opened with in their place."""
    return replace(
        times,
        opens_at=cycle.opens_at.astimezone(zone),
        due_at=cycle.due_at.astimezone(zone),
        locks_at=cycle.locks_at.astimezone(zone),
    )


def _moments(times: CycleTimes) -> tuple[datetime, datetime, datetime]:
    return times.opens_at, times.due_at, times.locks_at


# ── in words, as Telegram HTML ─────────────────────────────────────────────────────────────────


def year_blocks(
    session: Session, office_id: int, rules: Rules, year: int, language: str
) -> list[list[str]]:
    """The year of every plan of the office, then its days off and made up for, each with who says.

    rules: of the office, with its own days. Before there is a plan, the year as the rules have it.
    """
    own = own_days(session, office_id)
    notes = {day.day: day.note for day in own}
    blocks = []
    for plan in plans_of(session, office_id):
        lines = [
            say(language, "calendar-title", year=str(year), plan=plan.title),
            _policy_line(language, rules.calendar_of(plan)),
        ]
        for cycle in year_cycles(session, rules, plan, year):
            lines += _cycle_lines(language, rules, cycle, notes)
        blocks.append(lines)
    blocks = blocks or [_block_by_rule(language, rules, year, notes)]
    return [*blocks, *_day_blocks(language, rules, year, own)]


def year_by_rule(rules: Rules, year: int, language: str) -> list[list[str]]:
    """The same before there is a database: no plan, and no days of the office's own."""
    return [
        _block_by_rule(language, rules, year, {}),
        *_day_blocks(language, rules, year, ()),
    ]


def _block_by_rule(language: str, rules: Rules, year: int, notes: Mapping[date, str]) -> list[str]:
    lines = [
        say(language, "calendar-title-no-plan", year=str(year)),
        _policy_line(language, rules.calendar),
    ]
    for cycle in cycles_by_rule(rules, year):
        lines += _cycle_lines(language, rules, cycle, notes)
    return lines


def _policy_line(language: str, rule: CalendarRule) -> str:
    """By which rule the year was counted: the plan's day, the rest from the settings."""
    return say(
        language,
        "calendar-policy",
        day=rule.due_day,
        hour=f"{rule.due_hour:%H:%M}",
        moves=rule.due_moves,
        before=rule.workdays_before,
        after=rule.locks_after_workdays,
    )


def _day_blocks(
    language: str, rules: Rules, year: int, own: Sequence[OwnDay]
) -> Iterator[list[str]]:
    """What is off, what is worked in its place, and what the office has decided itself."""
    days = [say(language, "calendar-days-title", year=str(year))]
    days += [_spell_line(language, spell) for spell in spells(rules.workdays, year)]
    if not is_published(year):
        days.append(say(language, "calendar-unknown-year", year=str(year)))
    yield days
    of_the_year = [day for day in own if day.day.year == year]
    if of_the_year:
        title = say(language, "calendar-own-title")
        yield [title, *(_own_day_line(language, day) for day in of_the_year)]


@dataclass(frozen=True, slots=True)
class Spell:
    """Days off in a row that are of one holiday, and the weekend days worked in their place.

    What the office has decided itself is not among them.
    """

    holiday: str
    first: date
    last: date
    made_up: tuple[date, ...]
    source: DaySource


def spells(workdays: Workdays, year: int) -> list[Spell]:
    """The holidays of the year in order, whole over New Year; weekends as such are none."""
    off: list[tuple[str, date, date, DaySource]] = []
    made_up: list[tuple[str, date]] = []
    first, last = date(year, 1, 1) - _OVER_NEW_YEAR, date(year, 12, 31) + _OVER_NEW_YEAR
    for day in _days_between(first, last):
        source = workdays.source_of(day)
        if source is DaySource.OWN:
            continue
        if workdays.is_workday(day):
            if (worked_for := made_up_for(day)) is not None:
                made_up.append((worked_for, day))
            continue
        holiday = _holiday_on(day, source)
        if holiday is None:
            continue
        if off and (off[-1][0], off[-1][2] + _DAY, off[-1][3]) == (holiday, day, source):
            off[-1] = (holiday, off[-1][1], day, source)
        else:
            off.append((holiday, day, day, source))
    nearest: dict[int, list[date]] = {}
    for worked_for, day in made_up:
        places = [n for n, (holiday, *_) in enumerate(off) if holiday == worked_for]
        if places:
            place = min(places, key=lambda n: abs(off[n][1] - day))
            nearest.setdefault(place, []).append(day)
    return [
        Spell(holiday, first, last, tuple(nearest.get(place, ())), source)
        for place, (holiday, first, last, source) in enumerate(off)
        if year in {first.year, last.year}
    ]


def _holiday_on(day: date, source: DaySource) -> str | None:
    return probable_holiday(day) if source is DaySource.PROVISIONAL else holiday_of(day)


def _days_between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _spell_line(language: str, spell: Spell) -> str:
    length = (spell.last - spell.first).days + 1
    return say(
        language,
        "calendar-spell",
        holiday=plain(language, f"holiday-{spell.holiday}"),
        first=day_name(language, spell.first),
        last=day_name(language, spell.last),
        count=length,
        made_up=len(spell.made_up),
        days=listed(language, [day_name(language, day) for day in spell.made_up]),
        source=plain(language, f"day-source-{spell.source}"),
    )


# ── as sheets for the wall: twelve months, day by day ──────────────────────────────────────────

_CELL = 9  # half-width columns of a day: two figures, and up to three signs
_WEEK = 7


def wall_lines(
    session: Session, office_id: int, rules: Rules, year: int, language: str
) -> Iterator[str]:
    """The year's months as plain text for a fixed-width font: each day with its signs.

    rules: of the office, with its own days. Signs of all plans stand in one calendar.
    """
    plans = plans_of(session, office_id)
    if not plans:
        return wall_by_rule(rules, year, language)
    cycles = [
        cycle
        for plan in plans
        for shown in (year + 1, year)
        for cycle in year_cycles(session, rules, plan, shown)
    ]
    return _wall(rules, year, language, cycles)


def wall_by_rule(rules: Rules, year: int, language: str) -> Iterator[str]:
    """The same before there is a plan."""
    cycles = [*cycles_by_rule(rules, year + 1), *cycles_by_rule(rules, year)]
    return _wall(rules, year, language, cycles)


def _wall(rules: Rules, year: int, language: str, cycles: Iterable[YearCycle]) -> Iterator[str]:
    signs: dict[date, list[str]] = {}
    for cycle in cycles:
        _add_moments(signs, cycle)
    for month in range(1, 13):
        yield ""
        yield plain(language, "calendar-wall-month", year=str(year), month=month)
        heads = [plain(language, "calendar-wall-weekday", day=n) for n in range(1, _WEEK + 1)]
        yield _row(heads)
        of_month = Period(year, month)
        days = list(_days_between(of_month.first_day, of_month.shifted(1).first_day - _DAY))
        cells = [""] * days[0].weekday()
        for day in days:
            marks = [plain(language, f"calendar-sign-{sign}") for sign in signs.get(day, ())]
            cells.append(f"{day.day:>2}{_day_sign(language, rules.workdays, day)}{''.join(marks)}")
        for start in range(0, len(cells), _WEEK):
            yield _row(cells[start : start + _WEEK])
    yield ""
    yield plain(language, "calendar-wall-legend")


def _add_moments(signs: dict[date, list[str]], cycle: YearCycle) -> None:
    if not cycle.is_planned:
        return
    times = cycle.times
    moments = (("opens", times.opens_at), ("due", times.due_at), ("locks", times.locks_at))
    for sign, moment in moments:
        known = signs.setdefault(moment.date(), [])
        if sign not in known:
            known.append(sign)


def _day_sign(language: str, workdays: Workdays, day: date) -> str:
    """Off or worked where one would not expect it, with who says so; nothing on a usual day."""
    source = workdays.source_of(day)
    works = workdays.is_workday(day)
    is_usual = works != is_weekend(day) and (works or _holiday_on(day, source) is None)
    if is_usual and source is not DaySource.OWN:
        return ""
    sign = plain(language, f"calendar-sign-{'worked' if works else 'off'}")
    return sign + _SIGN_OF_SOURCE[source]


_SIGN_OF_SOURCE = {DaySource.OWN: "*", DaySource.PUBLISHED: "", DaySource.PROVISIONAL: "?"}


def _row(cells: Iterable[str]) -> str:
    return "".join(cell + " " * (_CELL - _columns(cell)) for cell in cells).rstrip()


def _columns(text: str) -> int:
    """As a fixed-width font shows it: a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _cycle_lines(
    language: str, rules: Rules, cycle: YearCycle, notes: Mapping[date, str]
) -> Iterator[str]:
    times = cycle.times
    yield say(
        language,
        "calendar-cycle",
        period=period_name(language, cycle.period),
        opens=moment_name(language, times.opens_at),
        due=moment_name(language, times.due_at),
        locks=moment_name(language, times.locks_at),
        source=plain(language, f"day-source-{times.source}"),
        state="open" if cycle.is_open else "planned" if cycle.is_planned else "outside",
    )
    nominal = times.nominal_on
    if not rules.workdays.is_workday(nominal):
        moves = DayMoves.KEEP
        if times.due_at.date() != nominal:
            moves = DayMoves.NEXT if times.due_at.date() > nominal else DayMoves.PREVIOUS
        yield say(
            language,
            "calendar-moved",
            day=day_name(language, nominal),
            why=_why_off(language, rules, nominal, notes),
            moves=moves,
        )


def _why_off(language: str, rules: Rules, day: date, notes: Mapping[date, str]) -> str:
    source = rules.workdays.source_of(day)
    if source is DaySource.OWN:
        note = notes.get(day, "")
        return plain(language, "calendar-off-own", note=note, noted=len(note))
    holiday = holiday_of(day)
    if holiday is not None:
        name = plain(language, f"holiday-{holiday}")
        return plain(language, "calendar-off-holiday", name=name)
    probably = probable_holiday(day)
    if probably is not None:
        name = plain(language, f"holiday-{probably}")
        return plain(language, "calendar-off-guessed", name=name)
    return plain(language, "calendar-off-weekend")


def _own_day_line(language: str, own: OwnDay) -> str:
    return say(
        language,
        "calendar-own-day",
        day=day_name(language, own.day),
        word=plain(language, f"day-word-{_word(own)}"),
        note=own.note,
        noted=len(own.note),
        by=own.set_by,
        signed=len(own.set_by),
    )


def _word(own: OwnDay) -> DayWord:
    return DayWord.WORKDAY if own.is_workday else DayWord.HOLIDAY


def decision_lines(
    language: str, day: date, word: DayWord, note: str, moved: Sequence[Moved]
) -> Iterator[str]:
    """What was decided, which cycles it moves, and which it does not."""
    yield say(
        language,
        "calendar-decided",
        day=day_name(language, day),
        word=plain(language, f"day-word-{word}"),
        what=word,
        note=note,
        noted=len(note),
    )
    if not any(not one.is_open for one in moved):
        yield say(language, "calendar-moves-nothing")
    for one in moved:
        period = period_name(language, one.period)
        if one.is_open:
            due = moment_name(language, one.before.due_at)
            yield say(language, "calendar-open-stays", period=period, due=due)
            continue
        yield say(
            language,
            "calendar-moves",
            period=period,
            changes=listed(language, _changes(language, one)),
        )


def _changes(language: str, moved: Moved) -> Iterator[str]:
    for part, before, after in (
        ("opens", moved.before.opens_at, moved.after.opens_at),
        ("due", moved.before.due_at, moved.after.due_at),
        ("locks", moved.before.locks_at, moved.after.locks_at),
    ):
        if before != after:
            yield plain(
                language,
                "calendar-change",
                part=part,
                before=moment_name(language, before),
                after=moment_name(language, after),
            )
