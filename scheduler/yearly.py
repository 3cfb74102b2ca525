"""The year's cycles beforehand, why each day is where it is, and what a day of one's own moves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlmodel import Session

from models.calendar import OwnDay, own_days, set_own_day, unset_own_day
from models.cycles import cycles_of_plan
from models.editions import Plan, plans_of
from scheduler.cycle_times import CycleTimes, DayMoves, cycle_times
from scheduler.rules import Rules
from scheduler.workdays import holiday_of, is_published, is_weekend
from texts import plain, say
from texts.wording import day_name, listed, moment_name, period_name
from vocabulary.errors import BaosongError
from vocabulary.period import Period
from vocabulary.terms import DaySource

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
    """A cycle whose times a decision changes, or would change if it were not open."""

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
            times = CycleTimes(
                cycle.opens_at.astimezone(zone),
                cycle.due_at.astimezone(zone),
                cycle.locks_at.astimezone(zone),
                times.nominal_on,
                times.source,
            )
        planned = plan.first_period <= period <= plan.last_period
        found.append(YearCycle(period, times, cycle is not None, planned))
    return found


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
    rule = before.calendar_of(plan)
    opened = {cycle.period for cycle in cycles_of_plan(session, plan.id)}
    for period in Period.between(plan.first_period, plan.last_period):
        old = cycle_times(period, rule, before.workdays)
        new = cycle_times(period, rule, after.workdays)
        if _moments(old) != _moments(new):
            yield Moved(period, old, new, period in opened)


def _moments(times: CycleTimes) -> tuple[datetime, datetime, datetime]:
    return times.opens_at, times.due_at, times.locks_at


# ── in words, as Telegram HTML ─────────────────────────────────────────────────────────────────


def year_lines(
    session: Session, office_id: int, rules: Rules, year: int, language: str
) -> Iterator[str]:
    """The year of every plan of the office, and the office's own days in it."""
    own = own_days(session, office_id)
    notes = {day.day: day.note for day in own}
    for plan in plans_of(session, office_id):
        yield say(language, "calendar-title", year=str(year), plan=plan.title)
        cycles = year_cycles(session, rules, plan, year)
        for cycle in cycles:
            yield from _cycle_lines(language, rules, cycle, notes)
    if not is_published(year):
        yield say(language, "calendar-unknown-year", year=str(year))
    of_the_year = [day for day in own if day.day.year == year]
    if of_the_year:
        yield say(language, "calendar-own-title")
        yield from (_own_day_line(language, day) for day in of_the_year)


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
    if is_weekend(day):
        return plain(language, "calendar-off-weekend")
    return plain(language, "calendar-off-guessed")


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
