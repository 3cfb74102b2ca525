"""What did not arrive, and what went wrong: for whoever runs the bot."""

from typing import Annotated

import typer

from bot.commands.options import At
from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained, say, without_markup
from models.delivery import OutboxState, incident_named, outbox_counts
from models.outgoing import messages_undelivered, messages_waiting, resend
from scheduler.outbox import by_certainty, undelivered_lines, waiting_lines
from texts.wording import moment_name

_MOST = 50  # undelivered messages, or groups of what waits, shown at once


def outbox(
    context: typer.Context,
    dead: Annotated[
        bool, typer.Option("--dead", help="Only what was refused, not what waits or is unknown.")
    ] = False,
) -> None:
    """Show what waits to be sent, and what did not arrive.

    Waiting: by kind and unit, the oldest first, with since when and when the next goes out.
    Refused: Telegram would not take it, or the person cannot be reached. Unknown: the answer never
    came, so it may have arrived. The newest fifty, each with whom it was for, what it was, and the
    reason; not what is wanted no more, as a reminder of a filed report. Changes nothing.
    """
    if context.invoked_subcommand is not None:
        return
    settings = settings_now()
    language, zone = settings.office.language, settings.office.time_zone
    with explained(language), opened(settings) as database:
        counts = database.run(outbox_counts)
        waiting = database.run(lambda session: messages_waiting(session, language))
        lost = database.run(lambda session: messages_undelivered(session, language))
    sent = counts.get(OutboxState.SENT, 0)
    say(
        language,
        "cli-outbox-counts",
        waiting=len(waiting),
        sent=sent,
        dead=sum(one.state is OutboxState.DEAD for one in lost),
        unknown=sum(one.state is OutboxState.UNKNOWN for one in lost),
        dropped=sum(counts.values()) - sent - len(waiting) - len(lost),
    )
    shown = [one for one in lost if one.state is OutboxState.DEAD or not dead][:_MOST]
    lines = [] if dead else list(waiting_lines(language, waiting, zone, most=_MOST))
    for line in (*lines, *undelivered_lines(language, by_certainty(shown), zone)):
        console.print(without_markup(line))
    if shown:
        say(language, "cli-outbox-hint")


def resend_rows(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="As outbox shows.")],
    at: At = "",
) -> None:
    """Send again what did not arrive.

    It goes out while the bot runs, at once or in the next working hour. What may have arrived may
    then be there twice. A reminder of a report that is filed meanwhile is not sent.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        now = clock_from(settings, database, at, writes=True).now()
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
