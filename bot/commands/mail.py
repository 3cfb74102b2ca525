"""The electronic copy as a mail that is ready to be sent."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.application import document_maker
from bot.commands.cycles import on_cycle, report_rows_of
from bot.commands.options import At, PeriodOrNewest, PlanTitle
from bot.commands.parts import write_file
from bot.commands.terminal import CommandRefused
from models.cycles import Cycle, newest_revision
from models.delivery import Document, DocumentKind
from models.files import FileStore
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
    with on_cycle(period, plan, at) as command:

        def asked(session: Session, cycle: Cycle) -> int:
            rows = report_rows_of(session, cycle, unit)
            newest = newest_revision(session, rows.report.id)
            if newest is None:
                raise CommandRefused(
                    "cli-mail-not-filed",
                    unit=rows.unit.name,
                    period=period_name(command.language, cycle.period),
                )
            letter = Document(
                office_id=cycle.office_id,
                kind=DocumentKind.LETTER,
                revision_id=newest.id,
                language=command.language,
                as_of=command.now,
            )
            session.add(letter)
            session.flush()
            return letter.id

        number = command.run(asked)
        store = FileStore(command.settings.database.files)
        maker = document_maker(command.settings, command.database, store, printer=None)
        write_file(out, asyncio.run(maker.file_of(number)).content)
        command.say("cli-mail-written", file=str(out))
