"""The consolidated workbook, written to a file."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.cycles import on_cycle
from bot.commands.options import At, OnePeriod, PlanTitle
from bot.commands.parts import write_file
from reports.ledger import make_ledger


def ledger(
    *,
    period: OnePeriod,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="The workbook to write, an .xlsx; replaced whole.")
    ],
    plan: PlanTitle = "",
    force: Annotated[str, typer.Option(help="Only the measures of this task force.")] = "",
    label: Annotated[str, typer.Option(help="Only the measures of this label.")] = "",
    at: At = "",
) -> None:
    """Write a period's consolidated workbook.

    It shows the state of this moment. Safe to repeat, also while the bot runs. Nobody is told.
    """
    with on_cycle(period, plan, at) as command:
        write_file(out, make_ledger(command.ledger(force=force, label=label), command.language))
        command.say("cli-ledger-written", file=str(out))
