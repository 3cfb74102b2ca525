"""Whether the bot could run: everything that is found, and every fault."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOTDIR
from pathlib import Path
from tempfile import TemporaryFile

import typer
from sqlmodel import Session
from telegram.error import TelegramError

from bot.clock import SystemClock
from bot.commands.parts import (
    ask_bot_name,
    is_for_rehearsal,
    is_there,
    keep_rehearsal_inside,
    opened,
    profiles_amiss,
    settings_now,
    unwritable,
)
from bot.commands.terminal import EXIT_WRONG, CommandRefused, say, told, warn
from bot.settings import Settings, SettingsError, SettingsFault
from bot.trust import trusted
from models.database import Age
from models.editions import plans_of
from models.mail import is_confirmed
from models.offices import the_office, units_of
from models.people import FILING_KINDS, coordinators, reaches_of_unit
from scheduler.outbox import reason
from scheduler.post import Post, ServerTrouble
from scheduler.yearly import year_gap
from texts.wording import listed
from vocabulary.errors import BaosongError


def check() -> None:
    """Check settings, database, files and token.

    Sends nothing; safe to repeat. Says what it finds and who is still missing. Every fault is told;
    the exit code is 0 only when there is none.
    """
    settings = settings_now()
    language = settings.office.language
    faults = 0

    @contextmanager
    def told_and_on() -> Iterator[None]:
        nonlocal faults
        try:
            yield
        except (BaosongError, TelegramError) as error:
            faults += 1
            warn(told(error, language))

    year = year_gap(SystemClock().now().astimezone(settings.office.time_zone))
    if year is not None:
        say(language, "cli-calendar-gap", year=str(year))
    amiss: tuple[SettingsFault, ...] = ()
    with told_and_on():
        amiss = _check_database(settings)
    before = faults
    with told_and_on():
        settings.telegram.required_token()
    with told_and_on():
        if amiss:
            raise SettingsError(amiss)
    if faults == before:
        say(language, "cli-check-settings")
    with told_and_on():
        _check_files(settings.database.files)
        say(language, "cli-check-files", folder=str(settings.database.files))
    if settings.telegram.token is not None:
        with told_and_on():
            say(language, "cli-check-bot", name=asyncio.run(ask_bot_name(settings)))
    if (server := settings.mail.server(trusted())) is not None:
        with told_and_on():
            _check_mail(Post(server), settings)
    if faults:
        raise typer.Exit(EXIT_WRONG)
    say(language, "cli-check-good")


def _check_database(settings: Settings) -> tuple[SettingsFault, ...]:
    """Gives what of the settings does not fit what is in it."""
    language = settings.office.language
    if not is_there(settings):
        say(language, "cli-check-database-missing")
        return ()
    with opened(settings, as_it_is=True) as database:
        if database.age() is Age.OLDER:
            say(language, "cli-check-database-older")
            return ()
        found = database.run(lambda s: _found(s, settings))
        _show_found(settings, found)
        keep_rehearsal_inside(settings, database)
    return found.profiles_amiss


@dataclass(frozen=True, slots=True)
class _Found:
    """What the database holds."""

    plans: tuple[str, ...]
    units_without_filer: tuple[str, ...]
    coordinators: int
    for_rehearsal: bool
    unconfirmed_mailbox: str
    profiles_amiss: tuple[SettingsFault, ...]


def _found(session: Session, settings: Settings) -> _Found:
    office_id = the_office(session, settings.office.name).id
    return _Found(
        plans=tuple(plan.title for plan in plans_of(session, office_id)),
        units_without_filer=tuple(
            unit.name
            for unit in units_of(session, office_id)
            if not any(
                reach.kind in FILING_KINDS and reach.chat_id is not None
                for reach in reaches_of_unit(session, unit.id)
            )
        ),
        coordinators=len(coordinators(session, office_id)),
        for_rehearsal=is_for_rehearsal(session),
        unconfirmed_mailbox=""
        if not settings.mail.host or is_confirmed(session, office_id, settings.mail.to)
        else settings.mail.to,
        profiles_amiss=tuple(profiles_amiss(session, settings)),
    )


def _show_found(settings: Settings, found: _Found) -> None:
    language = settings.office.language
    say(
        language,
        "cli-check-database",
        count=len(found.plans),
        plans=listed(language, found.plans) or "—",
    )
    if found.for_rehearsal:
        say(language, "cli-check-rehearsal")
    if found.units_without_filer:
        names = listed(language, found.units_without_filer)
        say(language, "cli-check-uninvited", count=len(found.units_without_filer), units=names)
    if found.unconfirmed_mailbox:
        say(language, "cli-check-mail-unconfirmed", address=found.unconfirmed_mailbox)
    if not (found.coordinators or settings.telegram.coordinators):
        say(language, "cli-check-no-coordinator")


def _check_mail(post: Post, settings: Settings) -> None:
    """Raises CommandRefused where the server cannot be used; nothing is mailed."""
    language, host = settings.office.language, settings.mail.host
    try:
        asyncio.run(post.try_out())
    except ServerTrouble as trouble:
        why = reason(language, trouble.reason)
        raise CommandRefused("cli-check-mail-silent", host=host, why=why) from None
    say(language, "cli-check-mail", host=host)


def _check_files(folder: Path) -> None:
    """Raises CommandRefused where files could not be stored; a start will make the folder."""
    there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    try:
        if not there.is_dir():
            raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR))
        with TemporaryFile(dir=there):
            pass
    except OSError as error:
        raise unwritable(folder, error) from None
