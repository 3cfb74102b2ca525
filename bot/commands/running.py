"""The bot itself: run for real, rehearsed against a sandbox, played as a demo."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session
from telegram.error import InvalidToken

from bot.application import build_application
from bot.clock import SystemClock
from bot.commands.parts import (
    clock_of_run,
    is_for_rehearsal,
    is_there,
    keep_rehearsal_inside,
    leading,
    opened,
    profiles_amiss,
    settings_now,
)
from bot.commands.terminal import (
    EXIT_TRY_AGAIN,
    CommandRefused,
    console,
    explained,
    refuses_token,
    say,
)
from bot.leader import LeaderLock
from bot.logging import set_up_logging
from bot.settings import Settings, SettingsError
from bot.supervisor import READY, STOPPING, Supervisor
from bot.watchdog import Watchdog
from models.editions import plans_of
from models.marks import REHEARSAL, mark
from models.milestones import has_received
from models.offices import the_office
from sandbox import DEFAULT_TOKEN, Sandbox, SandboxServer
from texts import plain
from vocabulary.clock import Clock

logger = logging.getLogger(__name__)


def create_database(
    rehearsal: Annotated[
        bool,
        typer.Option("--rehearsal", help="Mark it: for rehearsals only, never for real reports."),
    ] = False,
) -> None:
    """Make the database that the settings name.

    Safe to repeat. One that holds a plan is not marked for rehearsal any more, and a mark is never
    taken away.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        marked = database.run(lambda s: _marked(s, settings.office.name, rehearsal))
    say(language, "cli-database-rehearsal" if marked else "cli-database-made")


def _marked(session: Session, office_name: str, wanted: bool) -> bool:
    marked = is_for_rehearsal(session)
    if wanted and not marked:
        if plans_of(session, the_office(session, office_name).id):
            raise CommandRefused("cli-rehearsal-too-late")
        mark(session, REHEARSAL)
    return marked or wanted


def run(
    at: Annotated[
        str,
        typer.Option(
            metavar="TIME", help='Rehearse: start the clock at this time, as "2022-08-01 08:59".'
        ),
    ] = "",
) -> None:
    """Run the bot until Ctrl-C or SIGTERM.

    When stopped it finishes what it holds; the next start goes on from there. One process at a time
    works on a database; a second one ends with exit code 75, and so does a start at which Telegram
    refuses a token that has worked before. A bot that can do nothing any more
    ends with 69: a new start may help. --at is allowed only against a Bot API on this machine and
    with a database marked for rehearsal (baosong database create --rehearsal), where it is wanted
    and never goes back; once something was written by it every command that needs the time wants
    that of the rehearsal.
    """
    settings = settings_now()
    set_up_logging(
        settings.log.level, secrets=settings.secrets(), as_json=settings.log.format == "json"
    )
    language = settings.office.language
    with explained(language):
        settings.telegram.required_token()
        if at and not is_there(settings):
            raise CommandRefused("cli-rehearsal-unmarked")
        with leading(settings) as lock:
            with opened(settings) as database:
                keep_rehearsal_inside(settings, database, at=at)
                clock = clock_of_run(settings, database, at)
                if amiss := database.run(lambda s: profiles_amiss(s, settings)):
                    raise SettingsError(amiss)
                has_worked = database.run(lambda s: has_received(s, settings.telegram.bot_id()))
            try:
                asyncio.run(_until_stopped(lambda: _run(settings, clock, lock)))
            except InvalidToken as error:
                if has_worked and refuses_token(error):
                    raise CommandRefused(
                        "cli-token-refused-now", exit_code=EXIT_TRY_AGAIN
                    ) from None
                raise
    say(language, "cli-stopped")


async def _run(settings: Settings, clock: Clock, lock: LeaderLock) -> None:
    supervisor = Supervisor(os.environ)
    async with build_application(settings, clock=clock) as baosong:
        say(settings.office.language, "cli-running", name=baosong.parts.desk.bot_name)
        with Watchdog(baosong.pulse, supervisor):
            supervisor.notify(READY)
            try:
                await baosong.run(held=lock)
            finally:
                supervisor.notify(STOPPING)


async def _until_stopped(work: Callable[[], Coroutine[object, object, None]]) -> None:
    """Ends the work in order at the first SIGTERM or SIGINT."""
    task = asyncio.create_task(work())
    stopping = False

    def stop() -> None:
        nonlocal stopping
        if not stopping:  # uvicorn passes on what it caught; a second cancel would cut the end off
            stopping = True
            task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        return


def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")
    ] = 8081,
    token: Annotated[
        str, typer.Option(help="The bot's token here, as 123456:letters; opens nothing outside.")
    ] = DEFAULT_TOKEN,
) -> None:
    """Serve a Telegram on your desk.

    A Bot API with a chat page, on this machine only, until Ctrl-C. Shows what to set to run the bot
    against it. Everything in it is in memory and gone at the end.
    """
    language = settings_now().office.language
    server = SandboxServer(Sandbox(now=SystemClock().now, token=token), port=port)
    with explained(language):
        asyncio.run(_until_stopped(lambda: _serve(server, language)))


async def _serve(server: SandboxServer, language: str) -> None:
    try:
        await server.start()
    except OSError as error:
        raise CommandRefused(
            "cli-port-taken", port=str(server.port), reason=error.strerror or ""
        ) from None
    try:
        token = server.sandbox.token
        shown = token if token == DEFAULT_TOKEN else plain(language, "cli-sandbox-own-token")
        say(language, "cli-sandbox", url=server.url, token=shown)
        await asyncio.Event().wait()
    finally:
        await server.stop()


def demo(
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the files go.")] = Path("demo"),
) -> None:
    """Play two months of reporting, without a token.

    July and August 2022 with every unit, against a sandbox; what comes out is written to the
    folder. Safe to repeat: it is written anew. Exit code 0 only if the story came true.
    """
    from bot.demo import play  # noqa: PLC0415 -- a thousand lines that no other command needs

    raise typer.Exit(play(out, console=console))
