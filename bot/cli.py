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
from datetime import datetime, timedelta
from difflib import get_close_matches
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, NoReturn
from urllib.parse import urlsplit

import typer
from rich.console import Console
from sqlmodel import Session
from telegram.error import TelegramError

from bot.application import build_application
from bot.clock import OffsetClock, SystemClock
from bot.leader import AnotherRuns
from bot.logging import set_up_logging
from bot.settings import Settings, SettingsError, faults_text, load_settings
from handlers.office import start_link
from models.cycles import cycle_of
from models.database import Database
from models.editions import EditionChange, Plan, compare_edition, load_edition, plans_of
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
from vocabulary.errors import BaosongError, PlanError
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
        database.upgrade()
        yield database
    finally:
        database.close()


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

PlanFile = Annotated[Path, typer.Argument(help="The plan document: a text file.")]
RegisterFile = Annotated[
    Path | None,
    typer.Option(
        "--units",
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


@plan_app.command("read")
def plan_read(
    file: PlanFile,
    units: RegisterFile = None,
    as_data: Annotated[
        bool, typer.Option("--json", help="Print what was read as JSON instead.")
    ] = False,
) -> None:
    """Show what was understood of a plan, and everything doubtful. Stores nothing.

    example: baosong plan read plans/samples/yongji-2022.txt
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


@plan_app.command("load")
def plan_load(
    file: PlanFile,
    units: RegisterFile = None,
    first: Annotated[
        str, typer.Option("--first", help="First period to report on, as 2022-07.")
    ] = "",
    last: Annotated[str, typer.Option("--last", help="Last period, as 2022-12.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; take the periods given.")] = False,
) -> None:
    """Load a plan as a new edition, after showing what would change. Safe to repeat.

    Loading the same once more changes nothing. Without --yes it asks for the first and last period.
    example: baosong plan load plan.txt --first 2022-07 --last 2022-12 --yes
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:
        document, register, found = _read(file, units)
        assignments = assign(document, register)
        if found:
            say(language, "cli-register-taken", file=str(found))
        for line in assignment_lines(assignments, language):
            console.print(line)
        office_name = settings.office.name
        change = database.run(
            lambda s: compare_edition(
                s, the_office(s, office_name).id, document, assignments.measures
            )
        )
        _show_change(language, change, assignments)
        if not yes and not sys.stdin.isatty():
            raise CommandRefused("cli-needs-yes")
        known = database.run(lambda s: _periods(s, the_office(s, office_name).id, document))
        first_period = _period(language, "cli-ask-first", first or known[0], ask=not (yes or first))
        last_period = _period(language, "cli-ask-last", last or known[1], ask=not (yes or last))
        if last_period < first_period:
            raise CommandRefused(
                "cli-periods-reversed", first=str(first_period), last=str(last_period)
            )
        if not yes and not typer.confirm(plain(language, "cli-confirm-load")):
            say(language, "cli-not-loaded")
            return
        now = SystemClock().now()
        number = database.run(
            lambda s: (
                load_edition(
                    s,
                    the_office(s, office_name).id,
                    document,
                    assignments.measures,
                    register,
                    first_period=first_period,
                    last_period=last_period,
                    now=now,
                ).number
            )
        )
        say(
            language,
            "cli-loaded",
            number=number,
            first=period_name(language, first_period),
            last=period_name(language, last_period),
        )
        if document.report_rule and document.report_rule.email:
            say(language, "cli-mail-unconfirmed", mail=document.report_rule.email)


def _show_change(language: str, change: EditionChange, assignments: Assignments) -> None:
    if change.unchanged:
        say(language, "cli-change-none")
        return
    if change.is_new:
        say(
            language,
            "cli-change-new",
            plan=change.plan_title,
            measures=len(change.added),
            units=len(assignments.units),
            total=assignments.total,
        )
        return
    say(language, "cli-change-edition", plan=change.plan_title, number=change.number)
    for key, names in (
        ("cli-change-added", change.added),
        ("cli-change-removed", change.removed),
        ("cli-change-changed", change.changed),
        ("cli-change-units", change.new_units),
    ):
        if names:
            say(language, key, count=len(names), names=listed(language, names))


def _periods(session: Session, office_id: int, document: PlanDocument) -> tuple[str, str]:
    """The plan's own where it is known, else from the month after its date to the year's end."""
    for plan in plans_of(session, office_id):
        if plan.title == document.title:
            return str(plan.first_period), str(plan.last_period)
    start = document.issued_on or SystemClock().now().date()
    first = Period.of(start).shifted(1)
    return str(first), str(Period(first.year, 12))


def _period(language: str, key: str, suggested: str, *, ask: bool) -> Period:
    return Period.parse(typer.prompt(plain(language, key), suggested) if ask else suggested)


# ── people ─────────────────────────────────────────────────────────────────────────────────────


@app.command()
def invite(
    unit: Annotated[str, typer.Argument(help="The unit, by its short or official name.")] = "",
    kind: Annotated[ContactKind, typer.Option(help="What the person is to the unit.")] = (
        ContactKind.LIAISON
    ),
    every: Annotated[
        bool, typer.Option("--all", help="One link for every unit of the plan.")
    ] = False,
    table: Annotated[
        str, typer.Option("--csv", help="Write the links to this file; - is standard output.")
    ] = "",
) -> None:
    """Make invitation links: each for one person, once, for a limited time.

    Repeating it makes new links; the old ones stay good until they are used or expire.
    example: baosong invite 市工科局 --kind liaison
    example: baosong invite --all --kind liaison --csv invitations.csv
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language), _opened(settings) as database:
        if not unit and not every and kind is not ContactKind.COORDINATOR:
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
    """Telegram's name for the bot. Raises CommandRefused when Telegram does not answer."""
    bot = build_application(settings, clock=SystemClock()).application.bot
    try:
        async with bot:
            return bot.username
    except TelegramError:
        raise CommandRefused("cli-telegram-silent", base=settings.telegram.api_base) from None


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
            near = get_close_matches(unit, names, n=3, cutoff=0.3) or names[:3]
            language = settings.office.language
            raise CommandRefused("cli-unit-unknown", name=unit, near=listed(language, near) or "—")
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


@app.command()
def ledger(
    period: Annotated[str, typer.Option("--period", help="The period, as 2022-07.")],
    out: Annotated[Path, typer.Option("--out", help="The workbook to write.")],
    plan: Annotated[str, typer.Option("--plan", help="The plan's title, if there are more.")] = "",
) -> None:
    """Write the consolidated workbook of a period as of now. Safe to repeat.

    example: baosong ledger --period 2022-07 --out ledger.xlsx
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
    matching = [plan for plan in plans if title in {"", plan.title}]
    if not matching:
        raise CommandRefused("cli-no-plan")
    if len(matching) > 1:
        raise CommandRefused("cli-which-plan", plans="; ".join(plan.title for plan in matching))
    return matching[0]


# ── running ────────────────────────────────────────────────────────────────────────────────────


@app.command()
def check() -> None:
    """Check settings, database and token. Sends nothing.

    example: baosong check
    """
    settings = _settings()
    language = settings.office.language
    with _explained(language):
        with _opened(settings) as database:
            plans = database.run(lambda s: len(plans_of(s, the_office(s, settings.office.name).id)))
        say(language, "cli-check-database", plans=plans)
        say(language, "cli-check-bot", name=asyncio.run(_bot_name(settings)))


@database_app.command("create")
def database_create(
    rehearsal: Annotated[
        bool, typer.Option("--rehearsal", help="Mark it for rehearsal: never for real reports.")
    ] = False,
) -> None:
    """Make the tables. Safe to repeat; a database that holds a plan cannot be marked any more.

    example: BAOSONG_DATABASE__URL=sqlite:///rehearsal.db baosong database create --rehearsal
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


@app.command()
def run(
    at: Annotated[
        str, typer.Option("--at", help='Rehearse from this time on, as "2022-08-01 08:59".')
    ] = "",
) -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM); goes on where it was.

    --at starts a rehearsal clock, allowed only against a Bot API on this machine and with a
    database marked for rehearsal (baosong database create --rehearsal).
    example: baosong run
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
    except TelegramError:
        raise CommandRefused("cli-telegram-silent", base=settings.telegram.api_base) from None


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


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8081,
) -> None:
    """Serve a Telegram on your desk: a Bot API with a chat page, on this machine only.

    Everything is in memory and gone when it ends.
    example: baosong sandbox --port 8081
    """
    language = _settings().office.language
    say(language, "cli-sandbox", url=f"http://127.0.0.1:{port}")
    os.execv(sys.executable, [sys.executable, "-m", "sandbox", "--port", str(port)])  # noqa: S606 -- our own module, with a number


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for what the month leaves.")] = Path(
        "demo"
    ),
) -> None:
    """Play a whole month of reporting against the sandbox, without a token. Safe to repeat.

    example: baosong demo --out demo
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
