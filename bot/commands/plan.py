"""Reading a plan document, and loading it as an edition."""

import json
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from bot.clock import SystemClock
from bot.commands.options import At
from bot.commands.parts import (
    clock_from,
    is_there,
    opened,
    profiles_amiss,
    read_file,
    settings_now,
    write_file,
)
from bot.commands.terminal import CommandRefused, console, explained, progress, say, told, warn
from bot.settings import Settings, SettingsError
from handlers.plan_offer import Offer, offer_now, profile_lines
from models.database import Age
from models.delivery import Priority
from models.loading import load_edition
from models.offices import names_amiss, the_office
from models.people import coordinators_reached, person_of
from models.work import Desk, Work
from plans.differences import difference_lines
from plans.export import as_json
from plans.periods import usual_periods
from plans.registry import Registry, write_registry
from plans.sent import REGISTRY_SUFFIX, SentPlan
from plans.summary import Kept, assignment_lines, kept_things, summary_lines
from texts import plain
from texts.wording import period_name
from vocabulary.errors import PeriodUnreadable
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.plan import PlanDocument, UnitRegister

PlanFile = Annotated[
    Path,
    typer.Argument(help="The plan: a text, Word or PDF file, or a corrected registry (.xlsx)."),
]
RegisterFile = Annotated[
    Path | None,
    typer.Option(
        "--units",
        help="TOML file with official names and groups' members; by default the one beside the "
        "plan (plan.txt, plan.units.toml), if it is there.",
    ),
]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a file says. register_file: where names and groups stand, if anywhere."""

    sent: SentPlan
    register_file: Path | None

    @property
    def keeps(self) -> Kept:
        """Where the person at this terminal writes down groups and names."""
        file = self.register_file
        is_toml = file is not None and file.suffix.lower() != REGISTRY_SUFFIX
        return Kept.FILE if is_toml else Kept.REGISTRY


def _read(language: str, file: Path, units: Path | None) -> _Reading:
    """A plan document with the register beside it, or a registry workbook, which holds both."""
    # What reads plans is much, and few commands need it.
    from plans.register import read_register  # noqa: PLC0415
    from plans.within_limits import read_within_limits  # noqa: PLC0415

    data = read_file(file)
    with progress(language) as shown:
        sent = read_within_limits(
            data,
            name=file.name,
            tell=lambda phase: shown.says(f"plan-phase-{phase}", name=file.name),
        )
    if sent.register is not None:
        return _Reading(sent, file)
    beside = file.with_suffix(".units.toml")
    found = units or (beside if beside.exists() else None)
    register = read_register(read_file(found), name=found.name) if found else None
    return _Reading(replace(sent, beside=register), found)


def read(
    file: PlanFile,
    units: RegisterFile = None,
    as_data: Annotated[
        bool, typer.Option("--json", help="Print what was read as JSON instead.")
    ] = False,
    registry: Annotated[
        Path | None,
        typer.Option(help="Also write what was read to this workbook, to be corrected and loaded."),
    ] = None,
) -> None:
    """Show what is understood of a plan.

    Everything doubtful is listed with its line and what to do. The workbook holds also what the
    office has entered for this plan before, as contacts and groups. Stores nothing.
    """
    settings = settings_now()
    language = settings.office.language
    with explained(language):
        reading = _read(language, file, units)
        whole = reading.sent.registry(UnitRegister(), None)
        if registry is not None:
            now = SystemClock().now().astimezone(settings.office.time_zone)
            whole = _known_too(settings, reading, now.date()) or whole
            office = settings.office.name
            with progress(language) as shown:
                shown.says("cli-registry-writing", file=str(registry))
                workbook = write_registry(whole, language=language, author=office, at=now)
            write_file(registry, workbook)
    if as_data:
        sys.stdout.write(json.dumps(as_json(whole.document), ensure_ascii=False, indent=1) + "\n")
        return
    if registry is not None:
        say(language, "cli-registry-written", file=str(registry))
        _show_kept(language, whole)
    for line in summary_lines(whole.document, language, reading.keeps):
        console.print(line)
    if reading.register_file:
        console.print()
        _show_assignments(language, reading, whole)


def _known_too(settings: Settings, reading: _Reading, today: date) -> Registry | None:
    """The registry with what the office has entered before; None where there is no database yet."""
    if not is_there(settings):
        return None
    with opened(settings, as_it_is=True) as database:
        if database.age() is not Age.CURRENT:
            return None
        return database.run(lambda s: _offer(s, settings, reading, today).registry)


def load(
    file: PlanFile,
    units: RegisterFile = None,
    *,
    first: Annotated[
        str,
        typer.Option(
            help="First period to report on, as 2022-07 (default: as before; for a new plan the "
            "month after its date, or January of its year)."
        ),
    ] = "",
    last: Annotated[
        str,
        typer.Option(help="Last period (default: as before; for a new plan December)."),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: take the defaults.")] = False,
    at: At = "",
) -> None:
    """Load a plan as a new edition.

    Shows what would change, and asks first. A registry is the whole truth; beside a plan document
    stays what the office has entered before, and is listed. Safe to repeat: loading the same once
    more changes nothing. Cycles that are open already keep their edition. The address for
    electronic copies is not used until it is confirmed.
    """
    settings = settings_now()
    language, office_name = settings.office.language, settings.office.name
    with explained(language), opened(settings) as database:
        wanted = _Periods(_parsed(first), _parsed(last))
        now = clock_from(settings, database, at, writes=True).now()
        reading = _read(language, file, units)
        if not reading.sent.document.title:
            raise CommandRefused("cli-plan-untitled", file=str(file))
        today = now.astimezone(settings.office.time_zone).date()
        with progress(language) as shown:
            shown.says("cli-plan-comparing")
            offer = database.run(lambda s: _offer(s, settings, reading, today))
        periods = wanted.or_else(offer.periods)
        if offer.change.is_nothing and periods == offer.periods_now:
            say(language, "cli-change-none")
            return
        _show_assignments(language, reading, offer.registry)
        _show_kept(language, offer.registry)
        _show_change(language, offer, periods)
        if not yes:
            if not sys.stdin.isatty():
                raise CommandRefused("cli-needs-yes", first=str(periods[0]), last=str(periods[1]))
            periods = (
                wanted.first or _asked(language, "cli-ask-first", periods[0]),
                wanted.last or _asked(language, "cli-ask-last", periods[1]),
            )
        if periods[1] < periods[0]:
            raise CommandRefused(
                "cli-periods-reversed", first=str(periods[0]), last=str(periods[1])
            )
        if not yes and not typer.confirm(plain(language, "cli-confirm-load")):
            say(language, "cli-not-loaded")
            return
        with progress(language) as shown:
            shown.says("cli-plan-loading")
            number = database.run(lambda s: _load(s, office_name, offer, periods, now))
        key = "cli-loaded-same-edition" if offer.change.same_edition else "cli-loaded"
        _show_loaded(language, key, offer.registry.document, number, periods)
        if amiss := database.run(lambda s: profiles_amiss(s, settings)):
            warn(told(SettingsError(amiss), language))
            database.run(lambda s: _tell_amiss(s, settings, now))


def _tell_amiss(session: Session, settings: Settings, now: datetime) -> None:
    """The coordinators read it, too, while the bot runs: they know whom the plan names."""
    office = settings.office
    office_id = the_office(session, office.name).id
    amiss = names_amiss(session, office_id, [one.unit for one in settings.draft.units])
    for reach in coordinators_reached(session, office_id):
        bot_id = person_of(session, reach).bot_id
        desk = Desk(bot_id, "", office_id, office.time_zone, office.language)
        message = Message("\n".join(profile_lines(amiss, reach.language)))
        Work(session, desk, now).send(reach.chat_id, message, priority=Priority.NOTICE)


@dataclass(frozen=True, slots=True)
class _Periods:
    """What the person has asked for; None where nothing was said."""

    first: Period | None
    last: Period | None

    def or_else(self, usual: tuple[Period, Period]) -> tuple[Period, Period]:
        return self.first or usual[0], self.last or usual[1]


def _offer(session: Session, settings: Settings, reading: _Reading, today: date) -> Offer:
    """What loading would come to, as in the chat; writes nothing."""
    office_id = the_office(session, settings.office.name).id
    usual = usual_periods(reading.sent.document, today)
    offer = offer_now(session, office_id, reading.sent, usual)
    session.rollback()
    return offer


def _load(
    session: Session,
    office_name: str,
    offer: Offer,
    periods: tuple[Period, Period],
    now: datetime,
) -> int:
    edition = load_edition(
        session,
        the_office(session, office_name).id,
        offer.registry.document,
        offer.assignments.measures,
        offer.registry.register,
        first_period=periods[0],
        last_period=periods[1],
        now=now,
    )
    return edition.number


def _parsed(written: str) -> Period | None:
    return Period.parse(written) if written else None


def _asked(language: str, key: str, suggested: Period) -> Period:
    def understood(typed: str) -> Period:
        try:
            return Period.parse(typed)
        except PeriodUnreadable as error:
            wrong = plain(language, error.text_key, **error.facts)
            raise typer.BadParameter(wrong) from None

    answer: Period = typer.prompt(plain(language, key), str(suggested), value_proc=understood)
    return answer


def _show_assignments(language: str, reading: _Reading, registry: Registry) -> None:
    register = registry.register
    if reading.register_file:
        say(language, "cli-register-taken", file=str(reading.register_file))
    elif not (register.official_names or register.groups):
        say(language, "cli-register-none")
    for line in assignment_lines(registry.assignments(), language, reading.keeps):
        console.print(line)


def _show_kept(language: str, registry: Registry) -> None:
    if things := kept_things(registry.kept, language):
        say(language, "plan-kept", things=things)


def _show_change(language: str, offer: Offer, periods: tuple[Period, Period]) -> None:
    edition, assignments = offer.change, offer.assignments
    if edition.is_new:
        say(
            language,
            "cli-change-new",
            plan=edition.plan_title,
            measures=len(edition.edition),
            units=len(assignments.units),
            total=assignments.total,
        )
        return
    key = "cli-change-same-edition" if edition.same_edition else "cli-change-edition"
    say(language, key, plan=edition.plan_title, number=str(edition.number))
    for line in difference_lines((*edition.edition, *edition.office), language):
        console.print(f"- {line}")
    if periods != offer.periods_now:
        first, last = (period_name(language, period) for period in periods)
        say(language, "cli-change-periods", first=first, last=last)


def _show_loaded(
    language: str, key: str, document: PlanDocument, number: int, periods: tuple[Period, Period]
) -> None:
    say(
        language,
        key,
        number=str(number),
        first=period_name(language, periods[0]),
        last=period_name(language, periods[1]),
    )
    if document.report_rule and document.report_rule.email:
        say(language, "cli-mail-unconfirmed", mail=document.report_rule.email)
