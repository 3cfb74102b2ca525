"""The year's cycles beforehand, and the days on which the office decides for itself."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.clock import SystemClock
from bot.commands.options import At
from bot.commands.parts import clock_from, is_there, opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained, say, without_markup
from bot.settings import Settings
from models.offices import the_office
from scheduler.yearly import (
    DayUnreadable,
    DayWord,
    decide_day,
    decision_lines,
    gap_beside,
    parse_day,
    wall_by_rule,
    wall_lines,
    year_blocks,
    year_by_rule,
)

_Day = Annotated[str, typer.Argument(metavar="DAY", help="The day, as 2026-02-14.")]


class DayIs(StrEnum):
    WORKDAY = "workday"
    HOLIDAY = "holiday"


def show(
    year: Annotated[
        int | None, typer.Argument(min=2005, max=2100, help="The year; this one if left out.")
    ] = None,
    wall: Annotated[
        bool, typer.Option("--wall", help="Its twelve months as well, day by day, to be printed.")
    ] = False,
    at: At = "",
) -> None:
    """Show when each cycle of a year opens, is due and locks, and the days off.

    Before a plan is loaded, or there is a database, the year as the settings alone have it.
    Says why a due day moves, which weekend days are worked in place of others, and whose calendar
    each rests on: the office's own days, what is published, or provisional. Safe to repeat; nobody
    is told.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language):
        if not is_there(settings):
            if at:
                raise CommandRefused("cli-rehearsal-unmarked")
            now = SystemClock().now().astimezone(office.time_zone)
            shown = year or now.year
            rules = rules_of(settings)
            _print(_joined(year_by_rule(rules, shown, office.language)))
            if wall:
                _print(wall_by_rule(rules, shown, office.language))
        else:
            with opened(settings) as database:
                now = clock_from(settings, database, at).now().astimezone(office.time_zone)
                shown = year or now.year
                _print(database.run(lambda session: _stored(session, settings, shown, wall=wall)))
        gap = gap_beside(shown, now)
        if gap is not None:
            say(office.language, "cli-calendar-gap", year=str(gap))


def _stored(session: Session, settings: Settings, year: int, *, wall: bool) -> list[str]:
    """The year by the plans, and by the office's own days."""
    office = settings.office
    office_id = the_office(session, office.name).id
    rules = rules_of(settings).of_office(session, office_id)
    lines = _joined(year_blocks(session, office_id, rules, year, office.language))
    if wall:
        lines += wall_lines(session, office_id, rules, year, office.language)
    return lines


def _joined(blocks: Iterable[list[str]]) -> list[str]:
    """An empty line between two."""
    return [line for block in blocks for line in (*block, "")][:-1]


def set_day(
    day: _Day,
    what: Annotated[DayIs, typer.Argument(metavar="workday|holiday", help="What the day is.")],
    note: Annotated[str, typer.Option(help="Why, in a few words.")] = "",
    at: At = "",
) -> None:
    """Decide about a day; it wins over the published calendar.

    Says which cycles move. One that is open keeps its times. Safe to repeat.
    """
    _decide(day, DayWord(what.value), note, at)


def unset_day(day: _Day, at: At = "") -> None:
    """Take a decision about a day back: what is published counts again."""
    _decide(day, DayWord.UNSET, "", at)


def _decide(written: str, word: DayWord, note: str, at: str) -> None:
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        day = _day(written)
        now = clock_from(settings, database, at, writes=True).now()

        def decided(session: Session) -> list[str]:
            office_id = the_office(session, office.name).id
            rules = rules_of(settings)
            moved = decide_day(session, office_id, rules, day, word, note=note, by="", now=now)
            return list(decision_lines(office.language, day, word, note, moved))

        _print(database.run(decided))


def _day(written: str) -> date:
    try:
        return parse_day(written)
    except DayUnreadable:
        raise CommandRefused("cli-calendar-day-unreadable", written=written) from None


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        console.print(without_markup(line))
