"""/exempt: a unit, or one of its measures, need not be reported on for some periods."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from telegram import Update

from dialog.exemptions import (
    ALL,
    YES,
    Given,
    Wanted,
    ask_end,
    ask_first,
    ask_last,
    ask_plan,
    ask_reason,
    ask_scope,
    end_button,
    exemption_line,
    exemption_list,
)
from dialog.layout import Rows
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Press
from handlers.context import Context, for_coordinators
from handlers.office import known_unit
from models.conversations import Conversation, conversation_of, turn_aside
from models.editions import Assignment, Measure, Plan, PlanEdition, measures_of_unit, plans_of
from models.exempting import periods_to_exempt
from models.exemptions import Exemption, exemptions_in_force
from models.offices import Unit
from models.work import Work
from scheduler.exempting import (
    Outcome,
    give_exemption,
    given_as,
    holds_from,
    outcome_lines,
    take_back,
)
from scheduler.timetables import with_newest, with_timetables
from texts import say
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.period import Period

CARD = "exempt"
"""The slot in which list, choices and question take turns."""

STEP = "exempt"
"""The conversation's step while the reason is asked: exempt:ASSIGNMENT:all.2022-07.2022-09."""

_CHOSEN = re.compile(r"(all|one)(?:\.(\d{4}-\d{2}))?(?:\.(\d{4}-\d{2}))?")


class NothingToExempt(BaosongError):
    """No plan asks the unit for anything, or not on that measure."""

    text_key = "exemption-nothing"


class AllIsFiled(BaosongError):
    """There is no period left of which the unit has not filed its report."""

    text_key = "exemption-all-filed"


@for_coordinators
async def on_exempt(_update: Update, context: Context) -> None:
    """/exempt [UNIT [MEASURE]]: exempts it; without words, what holds."""
    await context.unit(exempt_by_words, context.args or [])


def exempt_by_words(work: Work, words: Sequence[str]) -> None:
    if not words:
        _show_list(work)
        return
    unit = known_unit(work, words[0])
    if len(words) > 1:
        _ask_first(work, _of_measure(work, unit, words[1]))
        return
    plans = _plans_asking(work, unit)
    if len(plans) > 1:
        titles = [(plan.id, plan.title) for plan in plans]
        _show(work, ask_plan(work.language, unit.id, unit.name, titles), plans)
    else:
        _ask_scope(work, unit, plans[0])


def choose_plan(work: Work, press: Press) -> None:
    unit = work.session.get(Unit, press.target)
    if unit is None or unit.office_id != work.desk.office_id:
        raise NotAllowed
    for plan in _plans_asking(work, unit):
        if str(plan.id) == press.argument:
            _ask_scope(work, unit, plan)
            return
    raise Stale


def choose_scope(work: Work, press: Press) -> None:
    """Everything, or this measure: from which period?"""
    _ask_first(work, _chosen(work, press.target, press.argument))


def choose_first(work: Work, press: Press) -> None:
    """Until which period? Where none is left after the first, the reason is asked at once."""
    chosen = _chosen(work, press.target, press.argument)
    later = [p for p in _periods(work, chosen) if chosen.first and p >= chosen.first]
    if not later or chosen.first != later[0]:
        raise Stale
    if len(later) == 1:
        _ask_reason(work, chosen, later[0], later[0])
    else:
        _show(work, ask_last(work.language, chosen.wanted, later), [chosen.plan])


def choose_last(work: Work, press: Press) -> None:
    chosen = _chosen(work, press.target, press.argument)
    if chosen.first is None or chosen.last is None:
        raise Stale
    _ask_reason(work, chosen, chosen.first, chosen.last)


def drop(work: Work, _press: Press) -> None:
    """Nothing is exempted after all."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(STEP):
        conversation.step = ""
    work.card(CARD, Message(say(work.language, "exemption-dropped")))


def take_reason(work: Work, conversation: Conversation, text: str) -> None:
    """The coordinator has written why: it holds from now on."""
    _, assignment_id, argument = conversation.step.split(":")
    chosen = _chosen(work, int(assignment_id), argument)
    first, last = chosen.first, chosen.last
    if first is None or last is None:
        raise Stale
    reason = read_reason(text)
    if isinstance(reason, Refused):
        note = say(work.language, reason.text_key, **reason.facts)
        _ask_reason(work, chosen, first, last, before=note)
        return
    conversation.step = ""
    outcome = give_exemption(
        work,
        chosen.plan,
        chosen.unit,
        measure=chosen.wanted.measure,
        first=first,
        last=last,
        reason=reason,
        by=work.writer.name,
    )
    buttons = end_button(work.language, outcome.exemption.id)
    _show_outcome(work, "exemption-given", outcome, buttons)


def _ask_scope(work: Work, unit: Unit, plan: Plan) -> None:
    measures = [
        (assignment.id, measure.number, measure.title or measure.text)
        for assignment, measure in measures_of_unit(work.session, plan.id, unit.id)
    ]
    _show(work, ask_scope(work.language, unit.name, measures), [plan])


def _show(work: Work, message: Message, plans: Iterable[Plan]) -> None:
    """With the times of the cycles that run: what is decided holds for them at once."""
    work.card(CARD, with_newest(work, message, [plan.id for plan in plans]))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the taps have chosen so far, looked up anew."""

    wanted: Wanted
    unit: Unit
    plan: Plan
    first: Period | None = None
    last: Period | None = None


def _chosen(work: Work, assignment_id: int, argument: str) -> _Chosen:
    found = _CHOSEN.fullmatch(argument)
    assignment = work.session.get(Assignment, assignment_id)
    if found is None or assignment is None:
        raise Stale
    unit = work.session.get_one(Unit, assignment.unit_id)
    if unit.office_id != work.desk.office_id:
        raise NotAllowed
    measure = work.session.get_one(Measure, assignment.measure_id)
    edition = work.session.get_one(PlanEdition, measure.edition_id)
    plan = work.session.get_one(Plan, edition.plan_id)
    wanted = Wanted(
        assignment_id=assignment.id,
        unit=unit.name,
        plan=plan.title if _names_plan(work) else "",
        measure="" if found[1] == ALL else measure.number,
    )
    first, last = (Period.parse(written) if written else None for written in found.groups()[1:])
    return _Chosen(wanted, unit, plan, first, last)


def _of_measure(work: Work, unit: Unit, number: str) -> _Chosen:
    for plan in _plans_asking(work, unit):
        for assignment, measure in measures_of_unit(work.session, plan.id, unit.id):
            if measure.number == number:
                return _chosen(work, assignment.id, "one")
    raise NothingToExempt(unit=unit.name)


def _plans_asking(work: Work, unit: Unit) -> list[Plan]:
    """The plans that ask the unit for something. Raises NothingToExempt where none does."""
    plans = [
        plan
        for plan in plans_of(work.session, work.desk.office_id)
        if measures_of_unit(work.session, plan.id, unit.id)
    ]
    if not plans:
        raise NothingToExempt(unit=unit.name)
    return plans


def _names_plan(work: Work) -> bool:
    return len(plans_of(work.session, work.desk.office_id)) > 1


def _periods(work: Work, chosen: _Chosen) -> list[Period]:
    return periods_to_exempt(work.session, chosen.plan, chosen.unit.id)


def _ask_first(work: Work, chosen: _Chosen) -> None:
    periods = _periods(work, chosen)
    if not periods:
        raise AllIsFiled(unit=chosen.unit.name)
    _show(work, ask_first(work.language, chosen.wanted, periods), [chosen.plan])


def _ask_reason(
    work: Work, chosen: _Chosen, first: Period, last: Period, *, before: str = ""
) -> None:
    """The next words that the coordinator writes are taken for the reason."""
    if not chosen.plan.first_period <= first <= last <= chosen.plan.last_period:
        raise Stale
    conversation = conversation_of(work.session, work.writer.id)
    wanted = chosen.wanted
    turn_aside(conversation, f"{STEP}:{wanted.assignment_id}:{wanted.scope}.{first}.{last}")
    message = ask_reason(work.language, wanted, first, last)
    html = f"{before}\n\n{message.html}" if before else message.html
    _show(work, Message(html, message.buttons), [chosen.plan])


# ── what holds ─────────────────────────────────────────────────────────────────────────────────


def turn_list(work: Work, press: Press) -> None:
    _show_list(work, int(press.argument) if press.argument.isdecimal() else 0)


def _show_list(work: Work, page: int = 0) -> None:
    since = holds_from(work.local(work.now))
    in_force = list(exemptions_in_force(work.session, work.desk.office_id, since=since))
    holding = [
        given_as(exemption, unit, plan, work.desk.zone, names_plan=_names_plan(work))
        for exemption, unit, plan in in_force
    ]
    plans = {plan.id: plan for _, _, plan in in_force}.values()
    _show(work, exemption_list(work.language, holding, page), plans)


def end(work: Work, press: Press) -> None:
    """[取消免报]: asks first, since the unit is chased again."""
    exemption = work.session.get(Exemption, press.target)
    if exemption is None or exemption.office_id != work.desk.office_id:
        raise NotAllowed
    if exemption.ended_at is not None:
        raise Stale
    if press.argument != YES:
        plan = work.session.get_one(Plan, exemption.plan_id)
        _show(work, ask_end(work.language, _given(work, exemption)), [plan])
        return
    _show_outcome(work, "exemption-ended", take_back(work, exemption, by=work.writer.name))


def _given(work: Work, exemption: Exemption) -> Given:
    unit = work.session.get_one(Unit, exemption.unit_id)
    plan = work.session.get_one(Plan, exemption.plan_id)
    return given_as(exemption, unit, plan, work.desk.zone, names_plan=_names_plan(work))


def _show_outcome(work: Work, key: str, outcome: Outcome, buttons: Rows = ()) -> None:
    line = exemption_line(work.language, _given(work, outcome.exemption))
    head = say(work.language, key, line=line)
    lines = [head, *outcome_lines(work.language, outcome)]
    message = Message("\n".join(lines), buttons)
    if outcome.report_ids:
        work.card(CARD, with_timetables(work, message, outcome.report_ids))
    else:
        _show(work, message, [work.session.get_one(Plan, outcome.exemption.plan_id)])
