"""/ladder: who will get what and when in a cycle."""

from collections.abc import Sequence

from telegram import Update

from handlers.context import Context, for_coordinators
from handlers.office import UnitUnknown, cycle_named
from models.cycles import reports_of_cycle
from models.offices import unit_named
from models.work import Work
from scheduler.outlook import Outlook
from scheduler.rules import Rules
from vocabulary.message import Message


@for_coordinators
async def on_ladder(_update: Update, context: Context) -> None:
    """/ladder [UNIT] [2022-07]: the cycle's reminders, or those of a unit by name."""
    await context.unit(show_ladder, context.args or [], context.doors.rules)


def show_ladder(work: Work, words: Sequence[str], rules: Rules) -> None:
    periods = [word for word in words if word[:4].isdecimal()]
    units = [word for word in words if word not in periods]
    cycle = cycle_named(work, periods)
    outlook = Outlook(work.session, rules.now(work), cycle, work.language)
    if not units:
        work.reply(Message("\n".join(outlook.lines())))
        return
    unit = unit_named(work.session, work.desk.office_id, units[0])
    if unit is None:
        raise UnitUnknown(name=units[0])
    for report, owner in reports_of_cycle(work.session, cycle.id):
        if owner.id == unit.id:
            lines = outlook.lines_of(report, unit, now=work.now)
            work.reply(Message("\n".join(lines)))
            return
    work.say("ladder-unit-not-asked", unit=unit.name)
