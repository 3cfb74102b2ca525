"""Invitation links: for one person each, shown on the terminal or written to a table."""

import asyncio
import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.parts import (
    ask_bot_name,
    clock_from,
    keep_rehearsal_inside,
    opened,
    settings_now,
    write_file,
)
from bot.commands.terminal import CommandRefused, explained, say
from bot.settings import OfficeSettings
from handlers.office import start_link
from models.offices import Unit, the_office, unit_named, units_of
from models.people import invite as new_token
from texts import plain
from texts.wording import listed, moment_name
from vocabulary.terms import ContactKind

STANDARD_OUTPUT = "-"

_DANGEROUS_IN_CSV = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _Wish:
    """Whom the person at the terminal wants to invite."""

    unit: str
    kind: ContactKind
    every: bool

    def check(self) -> None:
        """Raises CommandRefused when it names nobody, or too many."""
        for_office = self.kind is ContactKind.COORDINATOR
        if not (self.unit or self.every or for_office):
            raise CommandRefused("cli-invite-whom")
        if for_office and (self.unit or self.every):
            raise CommandRefused("cli-invite-office")
        if self.unit and self.every:
            raise CommandRefused("cli-invite-both", unit=self.unit)


def invite(
    unit: Annotated[str, typer.Argument(help="The unit, by its short or official name.")] = "",
    kind: Annotated[
        ContactKind,
        typer.Option(help="What the person will be; a coordinator belongs to no unit."),
    ] = ContactKind.LIAISON,
    every: Annotated[
        bool, typer.Option("--all", help="One link of that kind for every unit.")
    ] = False,
    table: Annotated[
        str,
        typer.Option(
            "--csv",
            metavar="FILE",
            help="Write the links to this file, to be opened in a spreadsheet; - is standard "
            "output.",
        ),
    ] = "",
    at: Annotated[
        str, typer.Option(metavar="TIME", help="The time of the rehearsal, as for run.")
    ] = "",
) -> None:
    """Make invitation links, each for one person.

    A link works once, and for a limited time (invitations.valid_hours). Repeating it makes new
    links; those made before stay good until they are used or expire.
    """
    settings = settings_now()
    language = settings.office.language
    wish = _Wish(unit, kind, every)
    with explained(language), opened(settings) as database:
        wish.check()
        keep_rehearsal_inside(settings, database, at=at)
        now = clock_from(settings, database, at).now()
        until = now + timedelta(hours=settings.invitations.valid_hours)
        bot_name = asyncio.run(ask_bot_name(settings))
        tokens = database.run(lambda s: _tokens(s, settings.office, wish, now=now, until=until))
        rows = [(name, start_link(bot_name, token)) for name, token in tokens]
        local_until = until.astimezone(settings.office.time_zone)
        if table:
            _write_table(language, table, rows, kind, local_until)
            return
    for name, link in rows:
        say(
            language,
            "cli-invite-link",
            unit=name,
            kind=plain(language, f"kind-{kind}"),
            link=link,
        )
    say(language, "cli-invite-until", until=moment_name(language, local_until))


def _tokens(
    session: Session, office: OfficeSettings, wish: _Wish, *, now: datetime, until: datetime
) -> list[tuple[str, str]]:
    """A token for each who is invited, under the name of the unit or the office."""
    office_id = the_office(session, office.name).id
    units = _units(session, office_id, wish, office.language)
    return [
        (
            unit.name if unit else office.name,
            new_token(
                session,
                office_id,
                unit.id if unit else None,
                wish.kind,
                invited_by="",
                valid=until - now,
                now=now,
            ),
        )
        for unit in units
    ]


def _units(session: Session, office_id: int, wish: _Wish, language: str) -> Sequence[Unit | None]:
    """None stands for the office. Raises CommandRefused for a unit that there is not."""
    if wish.kind is ContactKind.COORDINATOR:
        return [None]
    known = units_of(session, office_id)
    if not known:
        raise CommandRefused("cli-no-plan")
    if wish.every:
        return known
    unit = unit_named(session, office_id, wish.unit)
    if unit is None:
        near = _similar(wish.unit, known)
        raise CommandRefused(
            "cli-unit-unknown" if near else "cli-unit-unlike-any",
            name=wish.unit,
            units=listed(language, near or [unit.name for unit in known]),
        )
    return [unit]


def _similar(written: str, known: Sequence[Unit]) -> list[str]:
    """Short names of the units that may be meant, the most similar first."""
    short = {name: unit.name for unit in known for name in (unit.name, unit.official_name) if name}
    close = get_close_matches(written, short, n=3, cutoff=0.5)
    return list(dict.fromkeys(short[name] for name in close))


def _write_table(
    language: str,
    table: str,
    rows: Sequence[tuple[str, str]],
    kind: ContactKind,
    until: datetime,
) -> None:
    head = [plain(language, f"cli-csv-{column}") for column in ("unit", "kind", "link", "until")]
    kind_name = plain(language, f"kind-{kind}")
    cells = [(name, kind_name, link, f"{until:%Y-%m-%d %H:%M}") for name, link in rows]
    written = io.StringIO()
    csv.writer(written).writerows([[_as_text(cell) for cell in row] for row in (head, *cells)])
    if table == STANDARD_OUTPUT:
        sys.stdout.write(written.getvalue())
        return
    write_file(Path(table), written.getvalue().encode("utf-8-sig"))  # without the mark Excel errs
    say(language, "cli-csv-written", count=len(rows), file=table)


def _as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS_IN_CSV) else cell
