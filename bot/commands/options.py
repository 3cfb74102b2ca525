"""Words that several commands take, each with one name and one meaning everywhere."""

from typing import Annotated

import typer

At = Annotated[str, typer.Option(metavar="TIME", help="The time of the rehearsal, as for run.")]
PlanTitle = Annotated[str, typer.Option(help="The plan's title, where there are several.")]
OnePeriod = Annotated[str, typer.Option(help="The period, as 2022-07.")]
PeriodOrNewest = Annotated[
    str, typer.Option(help="The period, as 2022-07; the newest if left out.")
]
UnitName = Annotated[str, typer.Argument(help="The unit, by its short or official name.")]
