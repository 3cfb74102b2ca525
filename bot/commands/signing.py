"""Which units' reports are signed by their leader before they are filed."""

from collections.abc import Callable
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.parts import opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained
from models.offices import Unit, the_office, unit_named, units_of
from texts import plain
from texts.wording import listed

Units = Annotated[
    list[str], typer.Argument(metavar="UNIT...", help="Units, by their short or official names.")
]


def show() -> None:
    """List the units whose leader signs. Nobody is told."""
    _do([], lambda _units: None)


def on(units: Units) -> None:
    """From now on their leader signs their reports before they are filed. Safe to repeat.

    A leader in charge or head who has joined can sign (`invite`); where no message reaches one, the
    unit has its report signed on paper, and the coordinator is told. Nobody is told of this.
    """
    _do(units, lambda found: _set(found, needs=True))


def off(units: Units) -> None:
    """From now on their reports are filed without a signature. Safe to repeat.

    What lies before a leader stays there. Nobody is told.
    """
    _do(units, lambda found: _set(found, needs=False))


def _set(units: list[Unit], *, needs: bool) -> None:
    for unit in units:
        unit.needs_signature = needs


def _do(names: list[str], change: Callable[[list[Unit]], None]) -> None:
    """All units or none; then the list as it is."""
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:

        def found(session: Session) -> list[str]:
            office_id = the_office(session, settings.office.name).id
            change([_unit(session, office_id, name) for name in names])
            return [unit.name for unit in units_of(session, office_id) if unit.needs_signature]

        signed = database.run(found)
        named = listed(language, signed) or "none"
        console.print(plain(language, "cli-signing-units", count=len(signed), units=named))


def _unit(session: Session, office_id: int, name: str) -> Unit:
    unit = unit_named(session, office_id, name)
    if unit is None:
        raise CommandRefused("office-unit-unknown", name=name)
    return unit
