"""What commands work with: settings, an open database, the clock, the bot's name, files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from errno import EACCES, EDQUOT, EEXIST, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from urllib.parse import urlsplit

from alembic.util import CommandError
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot.application import build_application
from bot.clock import OffsetClock, SystemClock
from bot.commands.terminal import EXIT_TRY_AGAIN, CommandRefused, explained
from bot.configuration import variable_of
from bot.leader import LeaderLock
from bot.logging import Redaction, set_up_logging
from bot.settings import Settings, SettingsFault, is_on_this_machine, load_settings
from models.database import Age, Database
from models.delivery import newest_moment
from models.marks import REHEARSAL, REHEARSED, is_marked, mark
from models.offices import NameAmiss, names_amiss, the_office
from texts import DEFAULT_LANGUAGE
from texts.wording import listed, moment_name
from vocabulary.clock import Clock


def settings_now() -> Settings:
    """The checked settings; from here on nothing that goes wrong shows a secret."""
    wished = os.environ.get(variable_of(("office", "language")), DEFAULT_LANGUAGE)
    with explained(wished):
        settings = load_settings()
    # What a library would log on the way is told by the command, in words; `run` has a log.
    set_up_logging("CRITICAL", secrets=settings.secrets())
    return settings


def is_there(settings: Settings) -> bool:
    """Whether the database exists; one on a server does, or says itself that it does not."""
    url = make_url(settings.database.url.get_secret_value())
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


@contextmanager
def leading(settings: Settings) -> Iterator[LeaderLock]:
    """Holds the lock of the one process that may poll, tick and send. Raises AnotherRuns."""
    database = Database(settings.database.url.get_secret_value())
    lock = LeaderLock(database, settings.database.files)
    try:
        with _openable(settings, database):
            lock.take(since=SystemClock().now().astimezone(settings.office.time_zone))
        yield lock
    finally:
        lock.release()
        database.close()


@contextmanager
def opened(settings: Settings, *, as_it_is: bool = False) -> Iterator[Database]:
    """The database with its tables, closed again whatever happens. as_it_is: changes nothing.

    Raises CommandRefused when it cannot be opened, or was made by a newer version.
    """
    database = Database(settings.database.url.get_secret_value())
    try:
        with _openable(settings, database):
            if not as_it_is:
                database.upgrade()
            elif database.age() is Age.NEWER:
                raise CommandRefused("cli-database-newer", place=_place(database))
        yield database
    finally:
        database.close()


@contextmanager
def _openable(settings: Settings, database: Database) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise CommandRefused(
            "cli-database-silent",
            exit_code=EXIT_TRY_AGAIN,
            place=_place(database),
            reason=Redaction(settings.secrets()).redact(_first_line(error)),
        ) from None
    except CommandError:
        raise CommandRefused("cli-database-newer", place=_place(database)) from None


def _place(database: Database) -> str:
    return database.url.render_as_string(hide_password=True)


def _first_line(error: DBAPIError | OSError) -> str:
    reason = error.orig if isinstance(error, DBAPIError) else error.strerror
    return next(iter(str(reason).splitlines()), "")


def clock_from(settings: Settings, database: Database, at: str, *, writes: bool = False) -> Clock:
    """The machine's clock, or with `at` that of the rehearsal.

    writes: what the command does is kept, with this time; from then on the database is of it.
    Raises CommandRefused with `at` unless the database is marked for rehearsal, and without once it
    was rehearsed on: a message of the machine's time would hold back those of the rehearsal.
    """
    if not at:
        if database.run(lambda session: is_marked(session, REHEARSED)):
            raise CommandRefused("cli-rehearsal-time-missing")
        return SystemClock()
    if not database.run(is_for_rehearsal):
        raise CommandRefused("cli-rehearsal-unmarked")
    try:
        start = datetime.fromisoformat(at)
    except ValueError:
        raise CommandRefused("cli-at-unreadable", value=at) from None
    if writes:
        database.run(lambda session: mark(session, REHEARSED))
    return OffsetClock(start if start.tzinfo else start.replace(tzinfo=settings.office.time_zone))


def clock_of_run(settings: Settings, database: Database, at: str) -> Clock:
    """The clock by which the bot runs; what is for rehearsal never runs by the machine's.

    Raises CommandRefused as clock_from does, and where the rehearsal is further than `at`: what
    was written later would hold back what is sent now.
    """
    if not at and database.run(is_for_rehearsal):
        raise CommandRefused("cli-rehearsal-time-missing")
    clock = clock_from(settings, database, at)
    if at:
        reached = database.run(newest_moment)
        if reached is not None and clock.now() < reached:
            zone, language = settings.office.time_zone, settings.office.language
            shown = reached.astimezone(zone)
            least = (shown + _NEXT_MINUTE).replace(second=0, microsecond=0)
            raise CommandRefused(
                "cli-rehearsal-time-over",
                reached=moment_name(language, shown),
                least=f"{least:%Y-%m-%d %H:%M}",
            )
        database.run(lambda session: mark(session, REHEARSED))
    return clock


_NEXT_MINUTE = timedelta(minutes=1)


def is_for_rehearsal(session: Session) -> bool:
    return is_marked(session, REHEARSAL)


def keep_rehearsal_inside(settings: Settings, database: Database, *, at: str = "") -> None:
    """Raises CommandRefused where a rehearsal would reach people: it stays on this machine."""
    base, mail = settings.telegram.api_base, settings.mail.host
    outside = [] if is_on_this_machine(urlsplit(base).hostname or "") else [base]
    if mail and not is_on_this_machine(mail):
        outside.append(mail)
    if outside and (at or database.run(is_for_rehearsal)):
        raise CommandRefused("cli-rehearsal-outside", base=outside[0])


async def ask_bot_name(settings: Settings) -> str:
    """The bot's name as Telegram has it. Raises SettingsError without a token, TelegramError."""
    bot = build_application(settings, clock=SystemClock()).application.bot
    try:
        async with bot:
            return bot.username
    finally:
        await bot.request.shutdown()  # left open where getMe was refused


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandRefused(
            "cli-file-unreadable", file=str(path), reason=error.strerror or ""
        ) from None


_WHY_NOT = {
    EACCES: "forbidden",
    EPERM: "forbidden",
    EROFS: "read-only",
    ENOSPC: "full",
    EDQUOT: "full",
    ENOENT: "missing",
    ENOTDIR: "no-folder",
    EEXIST: "no-folder",
    EISDIR: "folder",
}
"""What the machine says when a file cannot be written."""


def write_file(path: Path, content: bytes) -> None:
    """Whole or not at all, into a folder that is there."""
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise unwritable(path, error) from None


def make_folder(folder: Path) -> None:
    """With those that it lies in; nothing where it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from None


def unwritable(path: Path, error: OSError) -> CommandRefused:
    """Why a file or folder could not be written, in a word of the catalogue where it has one."""
    why = _WHY_NOT.get(error.errno or 0, "other")
    reason = error.strerror or ""
    return CommandRefused("cli-file-unwritable", file=str(path), why=why, reason=reason)


def profiles_amiss(session: Session, settings: Settings) -> list[SettingsFault]:
    """Drafts' profiles for no unit of the office, or a second one; none before its first plan."""
    language = settings.office.language
    office_id = the_office(session, settings.office.name).id
    names = [one.unit for one in settings.draft.units]
    return [_profile_fault(language, one) for one in names_amiss(session, office_id, names)]


def _profile_fault(language: str, amiss: NameAmiss) -> SettingsFault:
    place = f"[draft] units #{amiss.place} unit"
    if amiss.same_as:
        facts = {"value": amiss.name, "first": amiss.same_as}
        return SettingsFault(place, "settings-unit-twice-named", facts)
    facts = {"value": amiss.name, "like": listed(language, amiss.like) or "none"}
    return SettingsFault(place, "settings-unit-unknown", facts)
