"""The command line: what each command does, what is safe to repeat, and the way on from errors."""

import asyncio
import csv
import html
import io
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import urlsplit

import typer
from alembic.util import CommandError
from rich.console import Console
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session
from telegram.error import InvalidToken, TelegramError

from bot.application import build_application
from bot.clock import OffsetClock, SystemClock
from bot.leader import AnotherRuns
from bot.logging import set_up_logging
from bot.settings import Settings, SettingsError, faults_text, load_settings
from handlers.office import start_link
from models.cycles import cycle_of
from models.database import Database
from models.editions import (
    EditionChange,
    Plan,
    compare_edition,
    load_edition,
    newest_edition,
    plans_of,
)
from models.marks import REHEARSAL, is_marked, mark
from models.offices import the_office, unit_named, units_of
from models.people import invite as new_invitation
from models.views import ledger as ledger_of
from plans.export import as_json
from plans.groups import Assignments, assign
from plans.reader import read_plan
from plans.register import read_register
from plans.summary import assignment_lines, error_lines, summary_lines
from reports.ledger import make_ledger
from texts import DEFAULT_LANGUAGE, Value, explain, plain
from texts.wording import listed, moment_name, period_name
from vocabulary.clock import Clock
from vocabulary.errors import BaosongError, PeriodUnreadable, PlanError
from vocabulary.period import Period
from vocabulary.plan import PlanDocument, UnitRegister
from vocabulary.terms import ContactKind

EXIT_WRONG = 2
EXIT_ANOTHER_RUNS = 75  # EX_TEMPFAIL: a supervisor may try again later

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Collects the monthly reports of government units over Telegram.",
)
plan_app = typer.Typer(no_args_is_help=True, help="Read and load plan documents.")
database_app = typer.Typer(no_args_is_help=True, help="Make the database.")
app.add_typer(plan_app, name="plan")
app.add_typer(database_app, name="database")

console = Console(highlight=False, markup=False, soft_wrap=True)

_TAG = re.compile(r"<[^>]+>")
_DANGEROUS_IN_CSV = ("=", "+", "-", "@", "\t", "\r")


class CommandRefused(BaosongError):
    """What was asked for cannot be done; the key says why and what to do."""

    def __init__(self, text_key: str, **facts: Value) -> None:
        self.refused_key = text_key
        super().__init__(**facts)


def main() -> None:
    """The console script."""
    app()


def _examples(*lines: str) -> str:
    r"""The end of a command's help; \b before it keeps its lines as they are written."""
    return "\n".join(("\b", "example:", *(f"  {line}" for line in lines)))


# ── what the commands share ────────────────────────────────────────────────────────────────────


def say(language: str, key: str, /, **values: Value) -> None:
    console.print(plain(language, key, **values))


def _stop(text: str, code: int = EXIT_WRONG) -> NoReturn:
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(text)
    raise typer.Exit(code)


@contextmanager
def _explained(language: str) -> Iterator[None]:
    """Errors that we expect become one sentence and an exit code."""
    try:
        yield
    except SettingsError as error:
        _stop(faults_text(error, language))
    except AnotherRuns as error:
        _stop(_words(explain(language, error)), EXIT_ANOTHER_RUNS)
    except CommandRefused as error:
        _stop(plain(language, error.refused_key, **error.facts))
    except PlanError as error:
        _stop("\n".join(error_lines(error, language)))
    except BaosongError as error:
        _stop(_words(explain(language, error)))


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def _settings() -> Settings:
    with _explained(DEFAULT_LANGUAGE):
        return load_settings()


@contextmanager
def _opened(settings: Settings) -> Iterator[Database]:
    """The database with its tables, closed again whatever happens."""
    database = Database(settings.database.url.get_secret_value())
    try:
        _upgrade(database)
        yield database
    finally:
        database.close()


def _upgrade(database: Database) -> None:
    """Raises CommandRefused when it cannot be opened, or belongs to a newer version."""
    place = database.url.render_as_string(hide_password=True)
    try:
        database.upgrade()
    except DBAPIError as error:
        reason = str(error.orig).strip().partition("\n")[0]
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except CommandError:
        raise CommandRefused("cli-database-newer", place=place) from None
    else:
        return
    raise CommandRefused("cli-database-unusable", place=place, reason=reason)


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandRefused(
            "cli-file-unreadable", file=str(path), reason=error.strerror or ""
        ) from None


def _write_file(path: Path, content: bytes) -> None:
    """Whole or not at all."""
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        raise CommandRefused(
            "cli-file-unwritable", file=str(path), reason=error.strerror or ""
        ) from None


# ── plans ──────────────────────────────────────────────────────────────────────────────────────

PlanFile = Annotated[Path, typer.Argument(metavar="FILE", help="The plan document, a text file.")]
RegisterFile = Annotated[
    Path | None,
    typer.Option(
        "--units",
        metavar="FILE",
        help="TOML file with official names and groups' members (default: FILE's name with "
        ".units.toml, if it is there).",
    ),
]


def _read(file: Path, units: Path | None) -> tuple[PlanDocument, UnitRegister, Path | None]:
    document = read_plan(_read_file(file), name=file.name)
    beside = file.with_suffix(".units.toml")
    found = units or (beside if beside.exists() else None)
    register = read_register(_read_file(found), name=found.name) if found else UnitRegister()
    return document, register, found


@plan_app.command("read", epilog=_examples("baosong plan read plans/samples/yongji-2022.txt"))
def plan_read(
    file: PlanFile,
    units: RegisterFile = None,
    as_data: Annotated[
        bool, typer.Option("--json", help="Print what was read as JSON instead.")
    ] = False,
) -> None:
    """Show what was understood of a plan, and everything doubtful.

    Stores nothing.
    """
    language = _settings().office.language
    with _explained(language):
        document, register, found = _read(file, units)
    if as_data:
        sys.stdout.write(json.dumps(as_json(document), ensure_ascii=False, indent=1) + "\n")
        return
    for line in summary_lines(document, language):
        console.print(line)
    if found:
        console.print()
        say(language, "cli-register-taken", file=str(found))
        for line in assignment_lines(assign(document, register), language):
            console.print(line)


@plan_app.command(
    "load", epilog=_examples("baosong plan load plan.txt --first 2022-07 --last 2022-12 --yes")
)
def plan_load(
    file: PlanFile,
    units: RegisterFile = None,
    first: Annotated[
        str,
        typer.Option(
            "--first",
            metavar="PERIOD",
            help="First period to report on, as 2022-07 (default: as loaded before, else the "
            "month after the document's date).",
        ),
    ] = "",
    last: Annotated[
        str,
        typer.Option(
            "--last",
            metavar="PERIOD",
            help="Last period, as 2022-12 (default: as loaded before, else that year's December).",
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; load what is shown.")] = False,
) -> None:
    """Load a plan as a new edition, after showing what would change.

    Without --yes it asks for the periods and whether to load. Safe to repeat: loading the same
    once more changes nothing.
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:
        wanted = Period.parse(first) if first else None, Period.parse(last) if last else None
        document, register, found = _read(file, units)
        assignments = assign(document, register)
        if found:
            say(language, "cli-register-taken", file=str(found))
        for line in assignment_lines(assignments, language):
            console.print(line)
        before = database.run(
            lambda s: _standing(s, settings.office.name, document, assignments, register)
        )
        _show_change(language, before, assignments)
        if not yes and not sys.stdin.isatty():
            raise CommandRefused("cli-needs-yes")
        suggested = before.periods or _usual_periods(document)
        periods = (
            wanted[0] or _period(language, "cli-ask-first", suggested[0], ask=not yes),
            wanted[1] or _period(language, "cli-ask-last", suggested[1], ask=not yes),
        )
        if periods[1] < periods[0]:
            raise CommandRefused(
                "cli-periods-reversed", first=str(periods[0]), last=str(periods[1])
            )
        if before.stays(periods):
            _say_periods(language, "cli-loaded-already", before.number, periods)
            return
        if before.periods and before.periods != periods:
            _say_periods(language, "cli-periods-so-far", before.number, before.periods)
        if not yes and not typer.confirm(plain(language, "cli-confirm-load")):
            say(language, "cli-not-loaded")
            return
        now = SystemClock().now()

        def load(session: Session) -> int:
            return load_edition(
                session,
                the_office(session, settings.office.name).id,
                document,
                assignments.measures,
                register,
                first_period=periods[0],
                last_period=periods[1],
                now=now,
            ).number

        number = database.run(load)
        key = "cli-loaded-kept" if before.change.unchanged else "cli-loaded"
        _say_periods(language, key, number, periods)
        if document.report_rule and document.report_rule.email:
            say(language, "cli-mail-unconfirmed", mail=document.report_rule.email)


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a plan stands before it is loaded, and what loading would do.

    number: of its newest edition, 0 for none. periods: first and last, None for a new plan.
    renamed: known units whose official name the register changes.
    """

    change: EditionChange
    number: int
    periods: tuple[Period, Period] | None
    renamed: tuple[str, ...]

    def stays(self, periods: tuple[Period, Period]) -> bool:
        """Whether loading with these periods would change nothing at all."""
        return self.change.unchanged and not self.renamed and self.periods == periods


def _standing(
    session: Session,
    office_name: str,
    document: PlanDocument,
    assignments: Assignments,
    register: UnitRegister,
) -> _Standing:
    office = the_office(session, office_name)
    change = compare_edition(session, office.id, document, assignments.measures)
    plan = next((p for p in plans_of(session, office.id) if p.title == document.title), None)
    newest = newest_edition(session, plan.id) if plan else None
    return _Standing(
        change,
        newest.number if newest else 0,
        (plan.first_period, plan.last_period) if plan else None,
        tuple(
            unit.name
            for unit in units_of(session, office.id)
            if register.official_names.get(unit.name, unit.official_name) != unit.official_name
        ),
    )


def _show_change(language: str, before: _Standing, assignments: Assignments) -> None:
    change = before.change
    if change.is_new:
        say(
            language,
            "cli-change-new",
            plan=change.plan_title,
            measures=len(change.added),
            units=len(assignments.units),
            total=assignments.total,
        )
    elif change.unchanged:
        say(language, "cli-change-none", plan=change.plan_title, number=before.number)
    else:
        say(language, "cli-change-edition", plan=change.plan_title, number=change.number)
        if not (change.added or change.removed or change.changed):
            say(language, "cli-change-elsewhere")
    amended = not (change.is_new or change.unchanged)
    for key, names in (
        ("cli-change-added", change.added if amended else ()),
        ("cli-change-removed", change.removed),
        ("cli-change-changed", change.changed),
        ("cli-change-units", change.new_units if amended else ()),
        ("cli-change-names", before.renamed),
    ):
        if names:
            say(language, key, count=len(names), names=listed(language, names))


def _say_periods(language: str, key: str, number: int, periods: tuple[Period, Period]) -> None:
    first, last = (period_name(language, period) for period in periods)
    say(language, key, number=number, first=first, last=last)


def _usual_periods(document: PlanDocument) -> tuple[Period, Period]:
    """From the month after the document's date to that year's end."""
    first = Period.of(document.issued_on or SystemClock().now().date()).shifted(1)
    return first, Period(first.year, 12)


def _period(language: str, key: str, suggested: Period, *, ask: bool) -> Period:
    """The period suggested, or the one that the person at the terminal writes instead."""
    while ask:
        written: str = typer.prompt(plain(language, key), str(suggested))
        try:
            return Period.parse(written)
        except PeriodUnreadable as error:
            console.print(_words(explain(language, error)))
    return suggested


# ── people ─────────────────────────────────────────────────────────────────────────────────────


@app.command(
    epilog=_examples(
        "baosong invite 市工科局 --kind deputy",
        "baosong invite --all --csv invitations.csv",
        "baosong invite --kind coordinator",
    )
)
def invite(
    unit: Annotated[
        str, typer.Argument(metavar="UNIT", help="The unit, by its short or official name.")
    ] = "",
    kind: Annotated[
        ContactKind,
        typer.Option(help="What the person is to the unit; a coordinator is the office's."),
    ] = ContactKind.LIAISON,
    every: Annotated[
        bool, typer.Option("--all", help="One link for every unit of the plan.")
    ] = False,
    table: Annotated[
        str,
        typer.Option(
            "--csv", metavar="FILE", help="Write the links as a table; - is standard output."
        ),
    ] = "",
) -> None:
    """Make invitation links, each good once and for a limited time.

    Whoever opens a link becomes what it says, so each goes to one person only. Repeating it makes
    new links; the old ones stay good until they are used or expire.
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:
        of_units = int(bool(unit)) + int(every)
        if of_units != (0 if kind is ContactKind.COORDINATOR else 1):
            raise CommandRefused("cli-invite-whom")
        bot_name = asyncio.run(_bot_name(settings))
        now = SystemClock().now()
        valid = timedelta(hours=settings.invitations.valid_hours)
        links = database.run(
            lambda s: _invitations(s, settings, unit, kind, every=every, valid=valid, now=now)
        )
    until = (now + valid).astimezone(settings.office.time_zone)
    rows = [(name, start_link(bot_name, token)) for name, token in links]
    if table:
        _write_table(language, table, rows, kind, until)
        return
    for name, link in rows:
        kind_name = plain(language, f"kind-{kind}")
        say(language, "cli-invite-link", unit=name, kind=kind_name, link=link)
    say(language, "cli-invite-until", until=moment_name(language, until))


async def _bot_name(settings: Settings) -> str:
    """Telegram's name for the bot. Raises CommandRefused when Telegram does not tell it."""
    bot = build_application(settings, clock=SystemClock()).application.bot
    try:
        async with bot:
            return bot.username
    except TelegramError as error:
        raise _refused_by_telegram(settings, error) from None


def _refused_by_telegram(settings: Settings, error: TelegramError) -> CommandRefused:
    key = "cli-token-refused" if isinstance(error, InvalidToken) else "cli-telegram-silent"
    return CommandRefused(key, base=settings.telegram.api_base)


def _invitations(
    session: Session,
    settings: Settings,
    unit: str,
    kind: ContactKind,
    *,
    every: bool,
    valid: timedelta,
    now: datetime,
) -> list[tuple[str, str]]:
    """Name and token for each: the units chosen, or the office for a coordinator."""
    office = the_office(session, settings.office.name)
    chosen: list[tuple[str, int | None]]
    if kind is ContactKind.COORDINATOR:
        chosen = [(office.name, None)]
    elif every:
        chosen = [(known.name, known.id) for known in units_of(session, office.id)]
        if not chosen:
            raise CommandRefused("cli-no-plan")
    else:
        found = unit_named(session, office.id, unit)
        if found is None:
            names = [known.name for known in units_of(session, office.id)]
            if not names:
                raise CommandRefused("cli-no-plan")
            near = get_close_matches(unit, names, n=3, cutoff=0.3) or names[:3]
            language = settings.office.language
            raise CommandRefused("cli-unit-unknown", name=unit, near=listed(language, near))
        chosen = [(found.name, found.id)]
    return [
        (
            name,
            new_invitation(
                session, office.id, unit_id, kind, invited_by="baosong", valid=valid, now=now
            ),
        )
        for name, unit_id in chosen
    ]


def _write_table(
    language: str,
    table: str,
    rows: list[tuple[str, str]],
    kind: ContactKind,
    until: datetime,
) -> None:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(plain(language, "cli-csv-head").split(","))
    for name, link in rows:
        cells = (name, plain(language, f"kind-{kind}"), link, f"{until:%Y-%m-%d %H:%M}")
        writer.writerow([_as_text(cell) for cell in cells])
    if table == "-":
        sys.stdout.write(out.getvalue())
        return
    with _explained(language):
        _write_file(Path(table), out.getvalue().encode("utf-8-sig"))
    say(language, "cli-csv-written", count=len(rows), file=table)


def _as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS_IN_CSV) else cell


# ── what comes out ─────────────────────────────────────────────────────────────────────────────


@app.command(epilog=_examples("baosong ledger --period 2022-07 --out ledger.xlsx"))
def ledger(
    period: Annotated[
        str, typer.Option("--period", metavar="PERIOD", help="The period, as 2022-07.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The workbook to write.")],
    plan: Annotated[
        str, typer.Option("--plan", metavar="TITLE", help="The plan, if there are several.")
    ] = "",
) -> None:
    """Write the consolidated workbook of a period, as of now.

    Safe to repeat: a file of that name is replaced, and only by a whole one.
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:
        wanted = Period.parse(period)
        now = SystemClock().now()
        zone = settings.office.time_zone

        def state(session: Session) -> bytes:
            office_id = the_office(session, settings.office.name).id
            chosen = _chosen_plan(plans_of(session, office_id), plan)
            cycle = cycle_of(session, chosen.id, wanted)
            if cycle is None:
                raise CommandRefused("cli-no-cycle", period=str(wanted), plan=chosen.title)
            return make_ledger(ledger_of(session, cycle, zone, now=now), language)

        _write_file(out, database.run(state))
    say(language, "cli-ledger-written", file=str(out))


def _chosen_plan(plans: list[Plan], title: str) -> Plan:
    if not plans:
        raise CommandRefused("cli-no-plan")
    matching = [plan for plan in plans if title in {"", plan.title}]
    if len(matching) != 1:
        raise CommandRefused("cli-which-plan", plans="; ".join(plan.title for plan in plans))
    return matching[0]


# ── running ────────────────────────────────────────────────────────────────────────────────────


@app.command(epilog=_examples("baosong check"))
def check() -> None:
    """Check settings, database and token.

    Sends nothing. Safe to repeat, also while the bot runs.
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language):
        with _opened(settings) as database:
            plans = database.run(lambda s: len(plans_of(s, the_office(s, settings.office.name).id)))
        say(language, "cli-check-database", plans=plans)
        say(language, "cli-check-bot", name=asyncio.run(_bot_name(settings)))


@database_app.command(
    "create",
    epilog=_examples(
        "BAOSONG_DATABASE__URL=sqlite:///rehearsal.db baosong database create --rehearsal"
    ),
)
def database_create(
    rehearsal: Annotated[
        bool, typer.Option("--rehearsal", help="Mark it for rehearsal: never for real reports.")
    ] = False,
) -> None:
    """Make the tables in the database that the settings name.

    Safe to repeat: what it holds stays. One that holds a plan cannot be marked for rehearsal any
    more.
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:

        def make(session: Session) -> None:
            office_id = the_office(session, settings.office.name).id
            if rehearsal and not is_marked(session, REHEARSAL):
                if plans_of(session, office_id):
                    raise CommandRefused("cli-rehearsal-too-late")
                mark(session, REHEARSAL)

        database.run(make)
    say(language, "cli-database-rehearsal" if rehearsal else "cli-database-made")


@app.command(epilog=_examples("baosong run", 'baosong run --at "2022-08-01 08:59"'))
def run(
    at: Annotated[
        str,
        typer.Option(
            "--at", metavar="TIME", help='Rehearse from this time on, as "2022-08-01 08:59".'
        ),
    ] = "",
) -> None:
    """Run the bot until Ctrl-C or SIGTERM.

    It may be stopped at any moment, also by force, and goes on where it was. A second one on the
    same database is refused with exit code 75.

    --at starts a rehearsal clock, allowed only against a Bot API on this machine and with a
    database marked for rehearsal (baosong database create --rehearsal).
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language):
        set_up_logging(settings.log.level, secrets=settings.secrets())
        clock = _clock(settings, at)
        with _opened(settings) as database:
            rehearses = database.run(lambda s: is_marked(s, REHEARSAL))
        if at and not rehearses:
            raise CommandRefused("cli-rehearsal-unmarked")
        if rehearses and not _is_on_this_machine(settings.telegram.api_base):
            raise CommandRefused("cli-rehearsal-outside", base=settings.telegram.api_base)
        asyncio.run(_until_stopped(lambda: _run(settings, clock)))


def _clock(settings: Settings, at: str) -> Clock:
    if not at:
        return SystemClock()
    if not _is_on_this_machine(settings.telegram.api_base):
        raise CommandRefused("cli-rehearsal-outside", base=settings.telegram.api_base)
    try:
        start = datetime.fromisoformat(at)
    except ValueError:
        raise CommandRefused("cli-at-unreadable", value=at) from None
    return OffsetClock(start if start.tzinfo else start.replace(tzinfo=settings.office.time_zone))


def _is_on_this_machine(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _run(settings: Settings, clock: Clock) -> None:
    baosong = build_application(settings, clock=clock)
    try:
        async with baosong:
            say(settings.office.language, "cli-running", name=baosong.parts.desk.bot_name)
            await baosong.run()
    except TelegramError as error:
        raise _refused_by_telegram(settings, error) from None


async def _until_stopped(work: Callable[[], Coroutine[object, object, None]]) -> None:
    """Ends the work in order at the first SIGTERM or SIGINT: what it holds is finished."""
    task = asyncio.ensure_future(work())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        return


@app.command(epilog=_examples("baosong sandbox --port 8081"))
def sandbox(
    port: Annotated[
        int, typer.Option(metavar="PORT", help="Port on 127.0.0.1.", min=1, max=65535)
    ] = 8081,
) -> None:
    """Serve a Telegram on your desk, to try the bot by hand.

    A Bot API with a chat page, on this machine only. Everything in it is in memory and gone when
    it ends. It shows the commands that run the bot against it.
    """
    language = _settings().office.language
    say(language, "cli-sandbox", url=f"http://127.0.0.1:{port}")
    os.execv(sys.executable, [sys.executable, "-m", "sandbox", "--port", str(port)])  # noqa: S606 -- our own module, with a number


@app.command(epilog=_examples("baosong demo --out demo"))
def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for what the month leaves.")
    ] = Path("demo"),
) -> None:
    """Play a whole month of reporting, without a token.

    The real bot on a clock that runs fast, against the sandbox and simulated people. Uses neither
    the settings nor the database. Safe to repeat: what an earlier one left in DIR is replaced.
    """
    from bot.demo import play  # noqa: PLC0415 -- only this command needs the sandbox

    raise typer.Exit(play(out, console=console))


def _show_version(wanted: bool) -> None:
    if wanted:
        console.print(f"baosong {version('baosong')}")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Collects the monthly reports of government units over Telegram."""
