"""What the lead of a measure does about the other units: reads what they say, and hurries them."""

from dataclasses import replace

from dialog.layout import button, cut
from dialog.press import Action, Press
from dialog.supporters import all_said, trouble_news, waited_for
from handlers.at_report import own_entry, require_writable, show_open_question
from models.delivery import Priority
from models.nudges import Hurry, is_hurried
from models.people import Reach, coordinators_reached, writers_reached
from models.views import ReportRows, leads_that_are_done, report_rows
from models.work import Work
from scheduler.rules import Rules
from scheduler.standing_in import Writers
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import listed, moment_name, month_name
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import FiledEntry, FiledReport, Lead, ReportEntry, Supporter

_NAMED = 4  # units named in what a tap pops up: Telegram shows 200 characters of it


def show_supporters(work: Work, press: Press) -> None:
    """[全部]: all that the others say, in messages of their own; the last one leads back."""
    _, _, entry = own_entry(work, press.target)
    if not any(one.has_answered for one in entry.supporters):
        raise Stale
    work.tell("supporters", all_said(work.language, entry))


def hurry(work: Work, press: Press, rules: Rules) -> None:
    """[催一下]: whoever has said nothing is asked to, once a workday and in the working hours.

    Raises NotAllowed for a helper: it is the unit that asks.
    Filing meanwhile takes the message back.
    """
    rows, report, entry = own_entry(work, press.target)
    if report.asked_by:
        raise NotAllowed
    require_writable(work, rows)
    missing = waited_for(entry)
    if not missing:
        work.toast = plain(work.language, "hurry-nobody")
        show_open_question(work)  # which says by now what they have answered
        return
    goes_at = work.local(rules.reminders_from(work.session, rows.office.id, work.now))
    if is_hurried(work.session, entry.entry_id, on=goes_at.date()):
        work.toast = plain(work.language, "hurry-too-soon")
        return
    unreached = [one.unit for one in missing if not _hurry_one(work, rows, entry, one)]
    if len(unreached) < len(missing):  # who reached nobody may try again the same day
        work.session.add(
            Hurry(
                entry_id=entry.entry_id,
                hurried_on=goes_at.date(),
                hurried_by_id=work.writer.id,
                hurried_at=work.now,
            )
        )
    work.toast = plain(
        work.language,
        "hurry-done" if goes_at <= work.now else "hurry-later",
        count=len(missing) - len(unreached),
        at=moment_name(work.language, goes_at),
        unreached=len(unreached),
        units=listed(work.language, (cut(unit, 12) for unit in unreached[:_NAMED])),
        more=len(unreached[_NAMED:]),
    )


def tell_leads(
    work: Work, rows: ReportRows, filed: FiledReport, before: FiledReport | None
) -> None:
    """A problem is filed of what its lead has filed as 已完成: the lead and the office learn of it.

    One message for each measure and change. before: what the unit had filed until then.
    """
    was = _by_number(before) if before else {}
    now = _by_number(filed)
    for lead in leads_that_are_done(work.session, rows):
        one = now.get(lead.number)
        problem = trouble_news(lead, filed.unit, one, was.get(lead.number)) if one else ""
        if problem:
            _tell_lead(work, rows, lead, filed.unit, problem)


def _by_number(filed: FiledReport) -> dict[str, FiledEntry]:
    return {one.measure.number: one for entry in filed.entries for one in entry.each}


def _tell_lead(work: Work, rows: ReportRows, lead: Lead, unit: str, problem: str) -> None:
    facts = {"unit": unit, "number": cut(lead.number, 12), "problem": cut(problem, _WORDS)}
    may_correct = work.now < rows.cycle.locks_at
    for reach in writers_reached(work.session, lead.unit_id):
        html = say(reach.language, "lead-trouble-filed", lead=lead.unit, **facts)
        correct = button(reach.language, "button-correct", Press(Action.CORRECT, lead.report_id))
        buttons = ((correct,),) if may_correct else ()
        work.send(reach.chat_id, Message(html, buttons), priority=Priority.NOTICE)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        html = say(reach.language, "lead-trouble-to-office", lead=lead.unit, **facts)
        work.send(reach.chat_id, Message(html), priority=Priority.NOTICE)


_WORDS = 500  # characters of the problem: all of it, as a rule


def _hurry_one(work: Work, rows: ReportRows, entry: ReportEntry, supporter: Supporter) -> bool:
    """False when nobody of the unit can be written to."""
    theirs = report_rows(work.session, supporter.report_id)
    if theirs is None:
        return False
    writers = Writers(work, theirs.report.id, theirs.unit.id)
    for reach in writers.told:
        if reach.chat_id is not None:
            message = _request(work, rows, entry, supporter, theirs=theirs, reach=reach)
            if line := writers.why(reach.language, reach):
                message = replace(message, html=f"{message.html}\n{line}")
            work.send(
                reach.chat_id,
                message,
                priority=Priority.REMINDER,
                moot_when_filed=theirs.report.id,
            )
    return bool(writers.told)


def _request(
    work: Work,
    rows: ReportRows,
    entry: ReportEntry,
    supporter: Supporter,
    *,
    theirs: ReportRows,
    reach: Reach,
) -> Message:
    language = reach.language or work.desk.language
    number = cut(entry.measure.number, 12)
    html = say(
        language,
        "hurry-request",
        lead=cut(rows.unit.name, 60),
        unit=cut(supporter.unit, 60),
        number=number,
        title=cut(entry.measure.title, 60),
        month=month_name(language, theirs.cycle.period),
        times=own_timetable(work, language, theirs),
    )
    press = Press(Action.ENTRY, supporter.entry_id)
    return Message(html, ((button(language, "hurry-button-fill", press, number=number),),))
