"""The year's cycles beforehand, and the days on which the office decides for itself."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.commands.options import At
from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained, say, without_markup
from models.editions import plans_of
from models.offices import the_office
from scheduler.yearly import (
    DayUnreadable,
    DayWord,
    decide_day,
    decision_lines,
    gap_beside,
    parse_day,
    wall_lines,
    year_blocks,
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

    Says why a due day moves, which weekend days are worked in place of others, and whose calendar
    each rests on: the office's own days, what is published, or provisional. Safe to repeat; nobody
    is told.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        now = clock_from(settings, database, at).now().astimezone(office.time_zone)

        shown = year or now.year

        def lines(session: Session) -> list[str]:
            office_id = the_office(session, office.name).id
            if not plans_of(session, office_id):
                raise CommandRefused("cli-no-plan")
            rules = rules_of(settings).of_office(session, office_id)
            blocks = year_blocks(session, office_id, rules, shown, office.language)
            listed = [line for block in blocks for line in (*block, "")]
            sheet = wall_lines if wall else lambda *_: ()
            return [*listed[:-1], *sheet(session, office_id, rules, shown, office.language)]

        _print(database.run(lines))
        gap = gap_beside(shown, now)
        if gap is not None:
            say(office.language, "cli-calendar-gap", year=str(gap))


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
        now = clock_from(settings, database, at).now()

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
