"""A reminder put off, or the whole report given to a colleague."""

from collections.abc import Sequence

from dialog.layout import button
from dialog.press import Action, Press
from handlers.one_asks import HANDOVER_CARD, SNOOZE_CARD
from models.absences import Handover, Snooze, hand_over, handover_of, snoozes_of
from models.chases import chase_for_report
from models.cycles import OPEN_STATES, expected_at
from models.people import FILING_KINDS, Contact, Reach, reaches_of_unit
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.presence import colleagues, standing, tell, to_report
from scheduler.rules import Rules
from scheduler.snoozing import moments_offered
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import moment_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Button, Message

MOST_SNOOZES = 3
"""Per person and report: who puts it off a fourth time is better served by an extension."""


class TooLateToSnooze(BaosongError):
    """It is due before the next moment that could be offered."""

    text_key = "snooze-too-late"


class SnoozedTooOften(BaosongError):
    """The person has put this report off as often as is allowed."""

    text_key = "snooze-too-often"


class NoColleague(BaosongError):
    """Nobody else of the unit takes messages and writes its reports."""

    text_key = "handover-nobody"


def put_off(work: Work, press: Press, rules: Rules) -> None:
    """[稍后提醒]: offers the moments; or one of them is taken."""
    rows = _own(work, press.target)
    contact = _contact(work, rows.report.unit_id)
    chase = chase_for_report(work.session, rows.report.id)
    if chase is None:
        raise Stale
    times = own_timetable(work, work.language, rows)
    asked = len(snoozes_of(work.session, chase.id, contact.id))
    if asked >= MOST_SNOOZES:
        raise SnoozedTooOften(count=MOST_SNOOZES, times=times)
    rules = rules.now(work)
    due_at = expected_at(rows.report, rows.cycle)
    offered = moments_offered(work.now, due_at, rules.ladder.hours, rules.workdays)
    if not offered:
        raise TooLateToSnooze(times=times)
    chosen = next((later for later in offered if later.value == press.argument), None)
    if chosen is None:
        buttons = tuple(
            _at(rows, later.value, moment_name(work.language, work.local(moment)))
            for later, moment in offered.items()
        )
        html = say(work.language, "snooze-when", unit=rows.unit.name, times=times)
        work.card(SNOOZE_CARD, Message(html, tuple((one,) for one in buttons)))
        return
    until = offered[chosen]
    work.session.add(
        Snooze(
            chase_id=chase.id,
            contact_id=contact.id,
            number=asked + 1,
            asked_at=work.now,
            until=until,
        )
    )
    at = moment_name(work.language, work.local(until))
    left = MOST_SNOOZES - asked - 1
    html = say(work.language, "snooze-done", at=at, left=left, times=times)
    work.card(SNOOZE_CARD, Message(html))


def _at(rows: ReportRows, later: str, text: str) -> Button:
    return Button(text, Press(Action.SNOOZE, rows.report.id, later).data())


def give_to_colleague(work: Work, press: Press) -> None:
    """[转给同事]: shows who there is; or one of them is chosen, and told."""
    rows = _own(work, press.target)
    if rows.report.state not in OPEN_STATES or rows.report.exempt:
        raise Stale
    others = colleagues(work, rows.unit.id, work.writer)
    if not others:
        times = own_timetable(work, work.language, rows)
        raise NoColleague(unit=rows.unit.name, times=times)
    chosen = next((r for r in others if str(r.contact_id) == press.argument), None)
    if chosen is None:
        _ask_whom(work, rows, others)
        return
    handover = hand_over(
        work.session,
        rows.report.id,
        from_contact_id=_contact(work, rows.unit.id).id,
        to_contact_id=chosen.contact_id,
        now=work.now,
    )
    _tell_colleague(work, rows, chosen, handover)
    back = button(work.language, "handover-button-take-back", Press(Action.HAND_BACK, handover.id))
    html = say(work.language, "handover-done", unit=rows.unit.name, name=chosen.name)
    html = f"{html}\n{own_timetable(work, work.language, rows)}"
    work.card(HANDOVER_CARD, Message(html, ((back,),)))


def _ask_whom(work: Work, rows: ReportRows, others: Sequence[Reach]) -> None:
    asked = say(work.language, "handover-whom", unit=rows.unit.name)
    html = f"{own_timetable(work, work.language, rows)}\n{asked}"
    buttons = tuple(
        (
            button(
                work.language,
                "handover-button-colleague",
                Press(Action.HAND_OVER, rows.report.id, str(reach.contact_id)),
                name=reach.name,
            ),
        )
        for reach in others
    )
    work.card(HANDOVER_CARD, Message(html, buttons))


def _tell_colleague(work: Work, rows: ReportRows, reach: Reach, handover: Handover) -> None:
    language = reach.language
    report = working_report(work.session, rows, work.desk.zone)
    lines = [
        say(language, "handover-to-you", name=work.writer.name, unit=rows.unit.name),
        standing(language, report),
    ]
    refuse = button(language, "handover-button-refuse", Press(Action.HAND_BACK, handover.id))
    tell(work, reach, Message("\n".join(lines), ((to_report(language, report), refuse),)))


def give_back(work: Work, press: Press) -> None:
    """[退回] by the colleague, or [收回] by whoever gave it; the other one is told."""
    handover = work.session.get(Handover, press.target)
    held = {contact.id for contact in work.held}
    if handover is None or not held & {handover.from_contact_id, handover.to_contact_id}:
        raise NotAllowed
    if handover_of(work.session, handover.report_id) != handover:
        raise Stale
    rows = _own(work, handover.report_id)
    handover.ended_at = work.now
    refused = handover.to_contact_id in held
    other = handover.from_contact_id if refused else handover.to_contact_id
    report = working_report(work.session, rows, work.desk.zone)
    for reach in reaches_of_unit(work.session, rows.unit.id):
        if reach.contact_id == other:
            language = reach.language
            key = "handover-refused" if refused else "handover-taken-back"
            html = say(language, key, name=work.writer.name, unit=rows.unit.name)
            times = own_timetable(work, language, rows)
            lines = [html, standing(language, report) if refused else times]
            buttons = ((to_report(language, report),),) if refused else ()
            tell(work, reach, Message("\n".join(lines), buttons))
    key = "handover-you-refused" if refused else "handover-you-took-back"
    html = say(work.language, key, unit=rows.unit.name)
    work.card(HANDOVER_CARD, Message(f"{html}\n{own_timetable(work, work.language, rows)}"))


def _own(work: Work, report_id: int) -> ReportRows:
    rows = report_rows(work.session, report_id)
    if rows is None or rows.unit.id not in work.filing_unit_ids():
        raise NotAllowed
    return rows


def _contact(work: Work, unit_id: int) -> Contact:
    return next(c for c in work.held if c.unit_id == unit_id and c.kind in FILING_KINDS)
