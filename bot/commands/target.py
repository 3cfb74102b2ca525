"""The figures that the office gives for the targets of the whole plan."""

from collections.abc import Mapping
from typing import Annotated

import typer
from sqlmodel import Session

from bot.commands.cycles import on_cycle
from bot.commands.options import At, PeriodOrNewest, PlanTitle
from bot.commands.terminal import EXIT_WRONG, CommandRefused, console, without_markup
from dialog.figures import FigureUnclear
from dialog.targets import read_target, targets_card
from models.cycles import Cycle
from models.editions import Plan
from models.plan_readings import give_plan_reading, plan_readings, withdraw_plan_reading
from models.views import plan_indicators
from texts import Value


def target(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NUMBER] [FIGURE [SOURCE]]",
            help="A figure and who published it; with the target's number where there are several.",
        ),
    ] = None,
    *,
    take_back: Annotated[int, typer.Option(help="Take back the figure of this target.")] = 0,
    period: PeriodOrNewest = "",
    plan: PlanTitle = "",
    at: At = "",
) -> None:
    """List the targets of the whole plan, or give a figure for one.

    It stands in the workbook and in the briefing of that month. Given again it is replaced.
    """
    with on_cycle(period, plan, at, writes=bool(words or take_back)) as command:

        def done(session: Session, cycle: Cycle) -> str:
            targets = plan_indicators(session, cycle, session.get_one(Plan, cycle.plan_id))
            if take_back:
                wanted = targets[take_back - 1 : take_back]
                if not wanted:
                    raise CommandRefused("target-which", count=len(targets))
                withdraw_plan_reading(session, cycle, wanted[0].indicator_id)
            elif words:
                given = read_target(targets, " ".join(words))
                if isinstance(given, FigureUnclear):
                    facts: Mapping[str, Value] = given.facts
                    raise CommandRefused(given.text_key, exit_code=EXIT_WRONG, **facts)
                give_plan_reading(
                    session,
                    cycle,
                    given.indicator.indicator_id,
                    given.figure.value,
                    approximate=given.figure.approximate,
                    source=given.source,
                    now=command.now,
                )
            card = targets_card(
                command.language,
                targets,
                plan_readings(session, cycle),
                cycle_id=cycle.id,
                month=cycle.period,
                times="",
            )
            return without_markup(card.html)

        console.print(command.run(done))
