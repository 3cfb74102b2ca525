"""What the office itself writes, as Word documents: 催办单, 通报, 专报."""

from collections.abc import Sequence

from telegram import Update

from dialog.highlights import AGAIN
from dialog.press import Press
from handlers.context import Context, for_coordinators
from handlers.highlights import show_picks
from handlers.office import cycle_named, known_unit, own_cycle
from models.cycles import Cycle
from models.views import report_of_unit
from models.work import Work
from scheduler.chase_notices import hand_out_chase_notice, hand_out_chase_notices, is_late
from scheduler.notices import hand_out_briefing, hand_out_bulletin
from vocabulary.errors import BaosongError


class NobodyIsLate(BaosongError):
    """Nothing that was wanted by now is still to be filed."""

    text_key = "notices-nobody"


class UnitIsNotLate(BaosongError):
    """The unit owes nothing in the cycle that is late."""

    text_key = "notices-not-late"


@for_coordinators
async def on_notice(_update: Update, context: Context) -> None:
    """/notice [UNIT] [2022-07]: a written reminder for the unit, or for each that is late."""
    await context.unit(send_notices_by_words, context.args or [])


@for_coordinators
async def on_bulletin(_update: Update, context: Context) -> None:
    """/bulletin [2022-07]: how the month stands, to all units."""
    await context.unit(send_bulletin, context.args or [])


def send_bulletin(work: Work, words: Sequence[str]) -> None:
    hand_out_bulletin(work, cycle_named(work, words), work.writer.user_id, work.language)


def send_bulletin_of(work: Work, press: Press) -> None:
    cycle = own_cycle(work, press.target)
    hand_out_bulletin(work, cycle, work.writer.user_id, work.language)


@for_coordinators
async def on_briefing(_update: Update, context: Context) -> None:
    """/briefing [2022-07]: how the plan stands, to the party committee and the government."""
    await context.unit(send_briefing, context.args or [])


def send_briefing(work: Work, words: Sequence[str]) -> None:
    _send_briefing(work, cycle_named(work, words))


def send_briefing_of(work: Work, press: Press) -> None:
    cycle = own_cycle(work, press.target)
    if press.argument == AGAIN:
        hand_out_briefing(work, cycle, work.writer.user_id, work.language)
    else:
        _send_briefing(work, cycle)


def _send_briefing(work: Work, cycle: Cycle) -> None:
    """The paper, and below it which highlights it tells, where there are any."""
    hand_out_briefing(work, cycle, work.writer.user_id, work.language)
    show_picks(work, cycle)


def send_notices_by_words(work: Work, words: Sequence[str]) -> None:
    unit_named = [word for word in words[:1] if not word[0].isdigit()]
    cycle = cycle_named(work, words[len(unit_named) :])
    if not unit_named:
        _send_all(work, cycle)
        return
    unit = known_unit(work, unit_named[0])
    rows = report_of_unit(work.session, cycle.id, unit.id)
    if rows is None or not is_late(rows, now=work.now):
        raise UnitIsNotLate(unit=unit.name)
    hand_out_chase_notice(work, rows, work.writer.user_id, work.language)


def send_notices_of(work: Work, press: Press) -> None:
    """[催办单]: one for each unit that is late."""
    _send_all(work, own_cycle(work, press.target))


def _send_all(work: Work, cycle: Cycle) -> None:
    if not hand_out_chase_notices(work, cycle, work.writer.user_id, work.language):
        raise NobodyIsLate
