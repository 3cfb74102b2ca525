"""The electronic copy as a mail that is ready to be sent."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import document_maker
from bot.commands.ledger import cycle_or_newest
from bot.commands.options import At, PeriodOrNewest, PlanTitle
from bot.commands.parts import clock_from, opened, settings_now, write_file
from bot.commands.terminal import CommandRefused, explained, say
from models.cycles import newest_revision
from models.delivery import Document, DocumentKind
from models.files import FileStore
from models.offices import the_office, unit_named
from models.views import report_of_unit
from texts.wording import period_name


def mail(
    unit: Annotated[str, typer.Argument(help="The unit, by its short or official name.")],
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The mail to write, an .eml; replaced whole.")
    ],
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Write the electronic copy of a filed report as a mail.

    Opened in a mail program it is a draft to be sent: to the office's address (mail.to), with the
    report as it was handed out. Nothing is sent; safe to repeat.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        now = clock_from(settings, database, at).now()

        def asked(session: Session) -> int:
            office_id = the_office(session, office.name).id
            cycle = cycle_or_newest(session, office_id, period, plan, office.language)
            found = unit_named(session, office_id, unit)
            rows = report_of_unit(session, cycle.id, found.id) if found else None
            if rows is None:
                raise CommandRefused("office-unit-unknown", name=unit)
            newest = newest_revision(session, rows.report.id)
            if newest is None:
                raise CommandRefused(
                    "cli-mail-not-filed",
                    unit=rows.unit.name,
                    period=period_name(office.language, cycle.period),
                )
            letter = Document(
                office_id=office_id,
                kind=DocumentKind.LETTER,
                revision_id=newest.id,
                language=office.language,
                as_of=now,
            )
            session.add(letter)
            session.flush()
            return letter.id

        number = database.run(asked)
        maker = document_maker(settings, database, FileStore(settings.database.files), printer=None)
        write_file(out, asyncio.run(maker.file_of(number)).content)
    say(office.language, "cli-mail-written", file=str(out))
