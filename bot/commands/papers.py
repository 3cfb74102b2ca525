"""What the office itself writes, as Word documents: 催办单, 通报, 专报."""

import re
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import rules_of
from bot.commands.cycles import on_cycle
from bot.commands.options import At, PeriodOrNewest, PlanTitle
from bot.commands.parts import make_folder, write_file
from bot.commands.terminal import CommandRefused
from models.cycles import Cycle
from reports.briefing import make_briefing, make_briefing_sources
from reports.bulletin import make_bulletin, make_bulletin_sources
from reports.chase_notice import chase_notice_file_name, make_chase_notice
from reports.month_facts import MonthFacts
from scheduler.chase_notices import chase_notice, late_reports
from vocabulary.papers import ChaseNotice
from vocabulary.report import Ledger

Sources = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Where its figures stand in the workbook, as a .docx of its own; replaced whole.",
    ),
]


def bulletin(
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The document to write, a .docx; replaced whole.")
    ],
    sources: Sources = None,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Write the bulletin (通报) on a period to all units.

    A Word document: who reported when, and how the measures stand. Nobody is told; safe to repeat.
    """
    with on_cycle(period, plan, at) as command:
        state, profile = command.ledger(), command.settings.office_profile()
        write_file(out, make_bulletin(state, profile))
        if sources is not None:
            write_file(sources, make_bulletin_sources(state, profile))
        command.say("cli-bulletin-written", file=str(out))


def briefing(
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The document to write, a .docx; replaced whole.")
    ],
    sources: Sources = None,
    *,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    highlights: Annotated[
        str | None,
        typer.Option(
            metavar="PLACES",
            help="Only these highlights, by their places in /highlights, as 3,7; none if empty.",
        ),
    ] = None,
    at: At = "",
) -> None:
    """Write the briefing (专报) upwards on a period.

    A Word document, of this moment, also between months: how the plan and its task forces stand,
    what is behind and why, problems by age, the highlights that the office has not left out.
    Nobody is told; safe to repeat.
    """
    with on_cycle(period, plan, at) as command:
        state = command.ledger()
        told = None if highlights is None else _places(highlights, state)
        profile = command.settings.office_profile()
        write_file(out, make_briefing(state, profile, highlights=told))
        if sources is not None:
            write_file(sources, make_briefing_sources(state, profile, highlights=told))
        command.say("cli-briefing-written", file=str(out))


def _places(said: str, state: Ledger) -> frozenset[int]:
    """Raises CommandRefused where one of them is no place of a highlight of the month."""
    words = [word for word in re.split(r"[,，、\s]+", said) if word]
    known = {str(one.place): one.place for one in MonthFacts(state).highlights()}
    for word in words:
        if word not in known:
            raise CommandRefused("cli-no-highlight", place=word, count=len(known))
    return frozenset(known[word] for word in words)


def notice(
    out: Annotated[
        Path, typer.Option(metavar="FOLDER", help="For the files; made where it is not there.")
    ],
    unit: Annotated[
        str, typer.Argument(help="The unit, by its short or official name; all that are late.")
    ] = "",
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Write a chase notice (催办单) for each unit that is late.

    A Word document to be stamped: what is late since when, what is missing, who was told when, and
    until when it is wanted (papers.notice_workdays). Nobody is told; safe to repeat.
    """
    with on_cycle(period, plan, at) as command:
        settings, now = command.settings, command.now

        def look(session: Session, cycle: Cycle) -> list[ChaseNotice]:
            late = late_reports(session, cycle, now=now)
            wanted = [
                rows
                for rows in late
                if not unit or unit in {rows.unit.name, rows.unit.official_name}
            ]
            if unit and not wanted:
                raise CommandRefused("notices-not-late", unit=unit)
            rules, zone = rules_of(settings), settings.office.time_zone
            return [chase_notice(session, rows, rules, zone, now=now) for rows in wanted]

        notices = command.run(look)
        profile = settings.office_profile()
        make_folder(out)
        for one in notices:
            write_file(out / chase_notice_file_name(one), make_chase_notice(one, profile))
        command.say("cli-notices-written", folder=str(out), count=len(notices))
