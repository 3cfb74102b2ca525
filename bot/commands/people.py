"""Invitation links: for one person each, shown on the terminal or written to a table."""

import asyncio
import csv
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.options import At
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
from handlers.links import start_link
from models.editions import task_forces_of
from models.offices import Unit, the_office, unit_named, units_like, units_of
from models.people import invite_all_meant
from texts import plain
from texts.wording import listed, moment_name
from vocabulary.terms import FORCE_KINDS, ContactKind

STANDARD_OUTPUT = "-"

_CSV_COLUMNS = ("unit", "kind", "name", "link", "until")
_DANGEROUS_IN_CSV = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _Wish:
    """Whom the person at the terminal wants to invite."""

    unit: str
    kind: ContactKind
    every: bool

    def check(self) -> None:
        """Raises CommandRefused when it names nobody, or too many.

        unit: of which unit, or of which task force where the kind is of one.
        """
        for_office = self.kind is ContactKind.COORDINATOR
        if not (self.unit or self.every or for_office):
            raise CommandRefused("cli-invite-whom")
        if for_office and (self.unit or self.every):
            raise CommandRefused("cli-invite-office")
        if self.unit and self.every:
            raise CommandRefused("cli-invite-both", unit=self.unit)


@dataclass(frozen=True, slots=True)
class _Row:
    """One link. person: whom the office means by it; empty where it is for whoever comes."""

    unit: str
    person: str
    link: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where those who come by a link will belong: to a unit, to a task force, else the office."""

    name: str
    unit_id: int | None = None
    force: str = ""


def invite(
    unit: Annotated[
        str, typer.Argument(help="The unit, by its short or official name; or the task force.")
    ] = "",
    kind: Annotated[
        ContactKind,
        typer.Option(help="What the person will be; a coordinator belongs to no unit."),
    ] = ContactKind.LIAISON,
    every: Annotated[
        bool, typer.Option("--all", help="One link of that kind for every unit, or task force.")
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
    at: At = "",
) -> None:
    """Make invitation links, each for one person.

    Where the office has written people down in its registry, each of them gets a link of their own.
    A link works once, and for a limited time (invitations.valid_hours). Repeating it makes new
    links; those made before stay good until they are used or expire.
    """
    settings = settings_now()
    language = settings.office.language
    wish = _Wish(unit, kind, every)
    with explained(language), opened(settings) as database:
        wish.check()
        keep_rehearsal_inside(settings, database, at=at)
        now = clock_from(settings, database, at, writes=True).now()
        until = now + timedelta(hours=settings.invitations.valid_hours)
        bot_name = asyncio.run(ask_bot_name(settings))
        rows = [
            _Row(unit_name, person, start_link(bot_name, token))
            for unit_name, person, token in database.run(
                lambda s: _tokens(s, settings.office, wish, now=now, until=until)
            )
        ]
        local_until = until.astimezone(settings.office.time_zone)
        if table:
            _write_table(language, table, rows, kind, local_until)
            return
    for row in rows:
        say(
            language,
            "cli-invite-link",
            unit=row.unit,
            kind=" ".join(filter(None, (plain(language, f"kind-{kind}"), row.person))),
            link=row.link,
        )
    say(language, "cli-invite-until", until=moment_name(language, local_until))


def _tokens(
    session: Session, office: OfficeSettings, wish: _Wish, *, now: datetime, until: datetime
) -> list[tuple[str, str, str]]:
    """A token for each who is invited, under the name of the unit, the task force or the office.

    In the middle stands the person's name, where the office has written somebody down.
    """
    office_id = the_office(session, office.name).id
    if wish.kind in FORCE_KINDS:
        places = [_Place(name, force=name) for name in _forces(session, office_id, wish, office)]
    elif wish.kind is ContactKind.COORDINATOR:
        places = [_Place(office.name)]
    else:
        units = _units(session, office_id, wish, office.language)
        places = [_Place(unit.name, unit_id=unit.id) for unit in units]
    return [
        (place.name, person, token)
        for place in places
        for person, token in invite_all_meant(
            session,
            office_id,
            place.unit_id,
            wish.kind,
            invited_by="",
            valid=until - now,
            now=now,
            task_force=place.force,
        )
    ]


def _forces(session: Session, office_id: int, wish: _Wish, office: OfficeSettings) -> Sequence[str]:
    """Raises CommandRefused for a task force that no plan has."""
    known = task_forces_of(session, office_id)
    if wish.every and known:
        return known
    if wish.unit not in known:
        named = listed(office.language, known) or "—"
        raise CommandRefused("office-task-force-unknown", name=wish.unit, forces=named)
    return [wish.unit]


def _units(session: Session, office_id: int, wish: _Wish, language: str) -> Sequence[Unit]:
    """Raises CommandRefused for a unit that there is not."""
    known = units_of(session, office_id)
    if not known:
        raise CommandRefused("cli-no-plan")
    if wish.every:
        return known
    unit = unit_named(session, office_id, wish.unit)
    if unit is None:
        near = units_like(session, office_id, wish.unit)
        raise CommandRefused(
            "cli-unit-unknown" if near else "cli-unit-unlike-any",
            name=wish.unit,
            units=listed(language, near or [unit.name for unit in known]),
        )
    return [unit]


def _write_table(
    language: str,
    table: str,
    rows: Sequence[_Row],
    kind: ContactKind,
    until: datetime,
) -> None:
    head = [plain(language, f"cli-csv-{column}") for column in _CSV_COLUMNS]
    kind_name = plain(language, f"kind-{kind}")
    good_until = f"{until:%Y-%m-%d %H:%M}"
    cells = [(row.unit, kind_name, row.person, row.link, good_until) for row in rows]
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
