"""What a photo or a PDF of a stamped page shows."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.parts import opened, read_file, settings_now
from bot.commands.terminal import console, explained
from models.offices import the_office
from models.stamped_copies import page_of_code
from reports.scan import ScannedPage
from reports.scan_apart import ScanReader
from texts import plain
from texts.wording import period_name
from vocabulary.stamp_code import is_like_ours


def scan(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A JPEG, PNG, WebP or PDF file.")],
) -> None:
    """Say what a photo or scan of a stamped page shows.

    Page by page: which unit, period and revision its code names, and whether a red seal is seen.
    Keeps nothing, and tells nobody; safe to repeat.
    """
    settings = settings_now()
    office = settings.office
    with explained(office.language), opened(settings) as database:
        found = asyncio.run(ScanReader().read(read_file(file), file.name))

        def told(session: Session) -> list[str]:
            office_id = the_office(session, office.name).id
            return [
                plain(
                    office.language,
                    "cli-scan-page",
                    page=number,
                    code="; ".join(_codes(session, office_id, page, office.language)),
                    seal=plain(office.language, f"seal-{page.seal}"),
                )
                for number, page in enumerate(found.pages, start=1)
            ]

        for line in database.run(told):
            console.print(line)


def _codes(session: Session, office_id: int, page: ScannedPage, language: str) -> Iterator[str]:
    for text in page.codes:
        filed = page_of_code(session, office_id, text)
        if filed is None:
            key = "cli-scan-code-false" if is_like_ours(text) else "cli-scan-code-strange"
            yield plain(language, key)
            continue
        yield plain(
            language,
            "cli-scan-code",
            unit=filed.rows.unit.name,
            period=period_name(language, filed.rows.cycle.period),
            revision=filed.revision.number,
            newest="yes" if filed.is_newest else "no",
        )
    if not page.codes:
        yield plain(language, "cli-scan-code-none")
