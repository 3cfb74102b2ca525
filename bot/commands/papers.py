"""What the office itself writes, as Word documents: written reminders (催办单)."""

from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.commands.ledger import cycle_or_newest
from bot.commands.parts import clock_from, opened, settings_now, write_file
from bot.commands.terminal import CommandRefused, explained, say
from models.offices import the_office
from reports.chase_notice import chase_notice_file_name, make_chase_notice
from scheduler.chase_notices import chase_notice, late_reports
from vocabulary.papers import ChaseNotice


def notice(
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="A folder that is there, for the files.")
    ],
    unit: Annotated[
        str, typer.Argument(help="The unit, by its short or official name; all that are late.")
    ] = "",
    period: Annotated[
        str, typer.Option(help="The period, as 2022-07; the newest if left out.")
    ] = "",
    plan: Annotated[str, typer.Option(help="The plan's title, where there are several.")] = "",
    at: Annotated[
        str, typer.Option(metavar="TIME", help="The time of the rehearsal, as for run.")
    ] = "",
) -> None:
    """Write a chase notice (催办单) for each unit that is late.

    A Word document to be stamped: what is late since when, what is missing, who was told when, and
    until when it is wanted (papers.notice_workdays). Nobody is told; safe to repeat.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        now = clock_from(settings, database, at).now()

        def look(session: Session) -> list[ChaseNotice]:
            office_id = the_office(session, office.name).id
            cycle = cycle_or_newest(session, office_id, period, plan, office.language)
            late = late_reports(session, cycle, now=now)
            wanted = [
                rows
                for rows in late
                if not unit or unit in {rows.unit.name, rows.unit.official_name}
            ]
            if unit and not wanted:
                raise CommandRefused("notices-not-late", unit=unit)
            rules = rules_of(settings)
            return [
                chase_notice(session, rows, rules, office.time_zone, now=now) for rows in wanted
            ]

        notices = database.run(look)
        profile = settings.office_profile()
        for one in notices:
            write_file(out / chase_notice_file_name(one), make_chase_notice(one, profile))
    say(office.language, "cli-notices-written", folder=str(out), count=len(notices))
