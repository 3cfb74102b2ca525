"""/target: the office gives the figures for the targets of the whole plan; no unit has them."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from dialog.figures import FigureUnclear
from dialog.press import Press
from dialog.targets import read_target, targets_card
from handlers.context import Context, for_coordinators
from handlers.office import cycle_named, own_cycle
from models.cycles import Cycle
from models.editions import Plan
from models.plan_readings import give_plan_reading, plan_readings, withdraw_plan_reading
from models.views import plan_indicators
from models.work import Work
from scheduler.timetables import cycle_timetable
from texts import say
from vocabulary.errors import Stale
from vocabulary.period import Period
from vocabulary.report import AskedIndicator

CARD = "targets"
"""The slot of the card that lists them."""


@for_coordinators
async def on_target(_update: Update, context: Context) -> None:
    """/target [2022-07] [PLACE] [FIGURE SOURCE]: gives one; without a figure, lists them."""
    await context.unit(give_by_words, context.args or [])


def give_by_words(work: Work, words: Sequence[str]) -> None:
    month = [word for word in words[:1] if Period.is_meant_by(word)]
    cycle = cycle_named(work, month)
    said = " ".join(words[len(month) :])
    if not said:
        _show(work, cycle)
        return
    targets = _targets(work, cycle)
    given = read_target(targets, said)
    if isinstance(given, FigureUnclear):
        _show(work, cycle, say(work.language, given.text_key, **given.facts))
        return
    give_plan_reading(
        work.session,
        cycle,
        given.indicator.indicator_id,
        given.figure.value,
        approximate=given.figure.approximate,
        source=given.source,
        by=work.writer.name,
        now=work.now,
    )
    _show(work, cycle, say(work.language, "target-taken"))


def take_back(work: Work, press: Press) -> None:
    cycle = own_cycle(work, press.target)
    wanted = int(press.argument) if press.argument.isdecimal() else 0
    known = [one.indicator_id for one in _targets(work, cycle)]
    if wanted not in known or not withdraw_plan_reading(work.session, cycle, wanted):
        raise Stale
    _show(work, cycle, say(work.language, "target-taken-back"))


def _show(work: Work, cycle: Cycle, line: str = "") -> None:
    card = targets_card(
        work.language,
        _targets(work, cycle),
        plan_readings(work.session, cycle),
        cycle_id=cycle.id,
        month=cycle.period,
        times=cycle_timetable(work, work.language, cycle),
    )
    html = f"{line}\n\n{card.html}" if line else card.html
    work.card(CARD, replace(card, html=html))


def _targets(work: Work, cycle: Cycle) -> Sequence[AskedIndicator]:
    return plan_indicators(work.session, cycle, work.session.get_one(Plan, cycle.plan_id))
