"""Units and measures that need not be reported on, and until when."""

from collections.abc import Callable
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.cycles import plan_wanted
from bot.commands.options import At, PlanTitle, UnitName
from bot.commands.parts import clock_from, opened, settings_now
from bot.commands.terminal import CommandRefused, console, explained, without_markup
from bot.settings import Settings
from dialog.exemptions import exemption_line
from models.editions import Plan, measures_of_unit, plans_of
from models.exemptions import Exemption, exemptions_in_force
from models.offices import Unit, the_office, unit_named
from models.work import Desk, Work
from scheduler.exempting import (
    Outcome,
    give_exemption,
    given_as,
    holds_from,
    outcome_lines,
    take_back,
)
from texts import plain
from vocabulary.period import Period


def show(at: At = "") -> None:
    """List what need not be reported, with the number by which it is taken back.

    Those of the period that is being reported and later. Safe to repeat; nobody is told.
    """

    def lines(work: Work) -> list[str]:
        language = work.desk.language
        since = holds_from(work.local(work.now))
        holding = exemptions_in_force(work.session, work.desk.office_id, since=since)
        if not holding:
            return [plain(language, "cli-exemption-none")]
        return [
            plain(
                language,
                "cli-exemption-numbered",
                number=str(exemption.id),
                line=_line(work, exemption, unit, plan),
            )
            for exemption, unit, plan in holding
        ]

    _do(lines, at, sends=False)


def give(
    unit: UnitName,
    *,
    first: Annotated[str, typer.Option("--from", metavar="PERIOD", help="As 2022-08.")],
    last: Annotated[
        str, typer.Option("--until", metavar="PERIOD", help="The last one; the first if left out.")
    ] = "",
    measure: Annotated[
        str, typer.Option(help="The measure's number; everything if left out.")
    ] = "",
    reason: Annotated[str, typer.Option(help="Why; the unit reads it.")],
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """Exempt a unit, or one of its measures, for one or several periods.

    It holds from now on, also where the month is open: the unit is told and not reminded any more;
    what it had written is kept. What was filed stays.
    """

    def lines(work: Work) -> list[str]:
        from_period = Period.parse(first)
        until = Period.parse(last) if last else from_period
        if until < from_period:
            raise CommandRefused("cli-periods-reversed", first=str(from_period), last=str(until))
        office_id, language = work.desk.office_id, work.desk.language
        if not reason.strip():
            raise CommandRefused("cli-exemption-reason")
        found = unit_named(work.session, office_id, unit)
        if found is None:
            raise CommandRefused("office-unit-unknown", name=unit)
        of = plan_wanted(work.session, office_id, plan, language)
        if from_period < of.first_period or of.last_period < until:
            raise CommandRefused(
                "cli-exemption-periods",
                first=str(from_period),
                last=str(until),
                since=str(of.first_period),
                until=str(of.last_period),
            )
        asked = {m.number for _, m in measures_of_unit(work.session, of.id, found.id)}
        if not asked or (measure and measure not in asked):
            raise CommandRefused("exemption-nothing", unit=found.name)
        outcome = give_exemption(
            work,
            of,
            found,
            measure=measure,
            first=from_period,
            last=until,
            reason=reason.strip(),
            by="",
        )
        return _outcome(work, "exemption-given", outcome)

    _do(lines, at)


def end(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As show prints it.")],
    at: At = "",
) -> None:
    """Take an exemption back.

    The unit is told; what is open is asked and chased again, what was written before is there, and
    the due moment does not move.
    """

    def lines(work: Work) -> list[str]:
        exemption = work.session.get(Exemption, number)
        is_own = exemption is not None and exemption.office_id == work.desk.office_id
        if exemption is None or not is_own or exemption.ended_at is not None:
            raise CommandRefused("cli-exemption-unknown", number=str(number))
        return _outcome(work, "exemption-ended", take_back(work, exemption, by=""))

    _do(lines, at)


def _outcome(work: Work, key: str, outcome: Outcome) -> list[str]:
    exemption = outcome.exemption
    unit = work.session.get_one(Unit, exemption.unit_id)
    plan = work.session.get_one(Plan, exemption.plan_id)
    line = _line(work, exemption, unit, plan)
    more = map(without_markup, outcome_lines(work.desk.language, outcome))
    return [plain(work.desk.language, key, line=line), *more]


def _line(work: Work, exemption: Exemption, unit: Unit, plan: Plan) -> str:
    names_plan = len(plans_of(work.session, work.desk.office_id)) > 1
    given = given_as(exemption, unit, plan, work.desk.zone, names_plan=names_plan)
    return exemption_line(work.desk.language, given)


def _do(lines: Callable[[Work], list[str]], at: str, *, sends: bool = True) -> None:
    """In one transaction; what is to be sent goes out while the bot runs."""
    settings = settings_now()
    language = settings.office.language
    with explained(language), opened(settings) as database:
        now = clock_from(settings, database, at, writes=sends).now()
        bot_id = settings.telegram.bot_id() if sends else 0

        def found(session: Session) -> list[str]:
            return lines(Work(session, _desk(session, settings, bot_id), now))

        for line in database.run(found):
            console.print(line)


def _desk(session: Session, settings: Settings, bot_id: int) -> Desk:
    office = settings.office
    office_id = the_office(session, office.name).id
    return Desk(bot_id, "", office_id, office.time_zone, office.language)
