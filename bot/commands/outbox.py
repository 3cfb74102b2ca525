"""What did not arrive, and what went wrong: for whoever runs the bot."""

from typing import Annotated

import typer

from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, explained, say
from bot.settings import Settings
from models.delivery import (
    WAITING,
    OutboxState,
    Undelivered,
    incident_named,
    outbox_counts,
    resend,
    undelivered,
)
from texts import plain
from texts.wording import moment_name

_MOST = 50  # rows shown at once; the newest matter


def outbox(
    context: typer.Context,
    dead: Annotated[
        bool, typer.Option("--dead", help="Only what was refused, not what is unknown.")
    ] = False,
) -> None:
    """Show what waits to be sent, and what did not arrive.

    Refused: Telegram would not take it, or the person cannot be reached. Unknown: the answer never
    came, so it may have arrived. The newest fifty, each with its reason. Changes nothing.
    """
    if context.invoked_subcommand is not None:
        return
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        counts = database.run(outbox_counts)
        rows = database.run(lambda session: undelivered(session, most=_MOST))
    waiting = sum(counts.get(state, 0) for state in WAITING)
    dropped = counts.get(OutboxState.CANCELLED, 0) + counts.get(OutboxState.SKIPPED, 0)
    say(
        language,
        "cli-outbox-counts",
        waiting=waiting,
        sent=counts.get(OutboxState.SENT, 0),
        dead=counts.get(OutboxState.DEAD, 0),
        unknown=counts.get(OutboxState.UNKNOWN, 0),
        dropped=dropped,
    )
    shown = [row for row in rows if row.state is OutboxState.DEAD or not dead]
    for row in shown:
        _show(settings, row)
    say(language, "cli-outbox-hint" if shown else "cli-outbox-none")


def _show(settings: Settings, row: Undelivered) -> None:
    language, zone = settings.office.language, settings.office.time_zone
    say(
        language,
        "cli-outbox-row",
        number=str(row.outbox_id),
        at=moment_name(language, row.created_at.astimezone(zone)),
        state=plain(language, f"outbox-state-{row.state}"),
        name=row.name or plain(language, "cli-outbox-stranger"),
        kind=plain(language, f"outbox-kind-{row.kind}"),
        reason=row.reason,
        attempts=row.attempts,
    )


def resend_rows(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="As outbox shows.")],
    at: Annotated[
        str, typer.Option(metavar="TIME", help="The time of the rehearsal, as for run.")
    ] = "",
) -> None:
    """Send again what did not arrive.

    It goes out while the bot runs, at once or in the next working hour. What may have arrived may
    then be there twice. A reminder of a report that is filed meanwhile is not sent.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        now = clock_from(settings, database, at).now()
        queued = database.run(
            lambda session: [number for number in numbers if resend(session, number, now=now)]
        )
        if queued:
            names = ", ".join(map(str, queued))
            say(language, "cli-outbox-resent", count=len(queued), numbers=names)
        missing = [number for number in numbers if number not in queued]
        if missing:
            raise CommandRefused("cli-outbox-not-resent", numbers=", ".join(map(str, missing)))


def incident(
    code: Annotated[str, typer.Argument(metavar="CODE", help="As the bot told the person.")],
) -> None:
    """Find what went wrong, by the code that a person quotes.

    Tells when, how often it was tried, what kind of fault it was and where in the program; nothing
    of what the person wrote. Changes nothing.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        found = database.run(
            lambda session: (
                (row.update_id, row.received_at, row.attempts, row.state.value, row.error)
                if (row := incident_named(session, code))
                else None
            )
        )
        if found is None:
            raise CommandRefused("cli-incident-unknown", code=code)
    number, at, attempts, state, error = found
    say(
        language,
        "cli-incident",
        code=code.upper(),
        at=moment_name(language, at.astimezone(settings.office.time_zone)),
        number=str(number),
        attempts=attempts,
        state=state,
        error=error,
    )
    say(language, "cli-incident-log", code=code.upper())
