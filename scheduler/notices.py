"""What a reminder says to whom, and what the office is told. Adds outbox rows, nothing else."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialog.cards import opening, return_advice
from dialog.changes import changed_text
from dialog.layout import button, parted
from dialog.missing import measures_named, missing_measures
from dialog.press import Action, Press
from dialog.steps import is_complete
from models.cycles import Cycle, exempt_in_cycle
from models.delivery import Document, DocumentKind, Priority
from models.editions import Plan
from models.people import (
    Contact,
    Person,
    Reach,
    Reached,
    contacts_held,
    coordinators,
    coordinators_reached,
    kind_name,
    place_name,
    reaches_of_forces,
    reaches_of_unit,
)
from models.signing import open_signing
from models.views import ReportRows, ledger
from models.work import Work
from scheduler.chase_notices import hand_out_chase_notices
from scheduler.ladder import PlannedRung, recipients
from scheduler.not_reached import not_reached_line
from scheduler.record import view_of
from scheduler.rungs import Tone
from scheduler.timetables import cycle_timetable, own_timetable, timetable_lines
from scheduler.unplaced import changes_line, unplaced_line
from texts import Value, plain, say
from texts.wording import (
    day_name,
    filer_name,
    listed,
    moment_name,
    month_name,
    numbers_named,
    period_name,
    timetable_line,
)
from vocabulary.message import Button, Message
from vocabulary.report import FiledReport, Ledger, LedgerReport, WorkingReport
from vocabulary.terms import (
    CHASED_TICKS,
    PAPER_TICKS,
    Channel,
    ChaseKind,
    ContactKind,
    DaySource,
    ProblemState,
    ReportState,
    TickKind,
    Timeliness,
)

SNOOZED = "snoozed"
"""A reminder that its reader has asked for; no rung of the ladder."""
_SUPERIORS = frozenset({ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD})
_WRITERS = frozenset({ContactKind.LIAISON, ContactKind.DEPUTY})
_TO_SUPERIORS = {
    ChaseKind.REPORT_OUTSTANDING: "notice-superior-overdue",
    ChaseKind.RETURNED: "notice-superior-returned",
    ChaseKind.SCAN_MISSING: "notice-superior-scan",
    ChaseKind.SIGNATURE_WAITING: "notice-superior-signing",
    ChaseKind.ORIGINAL_MISSING: "notice-superior-original",
    ChaseKind.MAIL_MISSING: "notice-superior-mail",
}


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder of a report about to be written: what of, to whom, and what went before.

    audiences: for whom it is meant, who may be several for one who stands in.
    instead: the line that says why this reader gets what is meant for others, or empty.
    """

    report: WorkingReport
    kind: ChaseKind
    tone: Tone
    audiences: Collection[ContactKind]
    reach: Reach
    liaison: Reach | None
    liaison_told_at: Sequence[datetime]
    instead: str = ""


def reminder(work: Work, reminded: Reminded) -> Message:
    """The words of one reminder: what is missing, until when, and what next."""
    language = reminded.reach.language or work.desk.language
    report = reminded.report
    writes = reminded.reach.kind in _WRITERS
    is_wanted = reminded.kind is ChaseKind.REPORT_OUTSTANDING
    if writes and is_wanted and reminded.tone is Tone.NOTICE and work.now <= report.due_at:
        message = opening(language, report)
        line = reminded.instead
        return replace(message, html=f"{message.html}\n{line}") if line else message
    is_for_superiors = any(kind in _SUPERIORS for kind in reminded.audiences)
    said = (_to_superior if is_for_superiors else _to_writer)(work, reminded, language)
    missing = [*said.missing]
    if writes and not is_for_superiors and reminded.kind not in CHASED_TICKS:
        waits = unplaced_line(work, reminded.reach, report.report_id, language)
        missing += [waits] if waits else []
    if writes and not is_for_superiors:
        changes = changes_line(work, reminded.reach, report.report_id, language)
        missing += [changes] if changes else []
    lasting = [said.what, timetable_line(language, report.timetable)]
    more = [*said.more, *filter(None, [_instead_line(work, reminded, language)])]
    html = "\n".join((*lasting, *missing, *more))
    once_done = "\n".join((*lasting, *more))
    if not writes:
        return Message(html, ((_way_of_superior(work, reminded, language),),), once_done=once_done)
    if reminded.kind in CHASED_TICKS:
        filed = button(
            language,
            "standing-button-look",
            Press(Action.REPORT, report.report_id),
            unit=report.unit,
            month=month_name(language, report.period),
        )
        return Message(html, ((filed,),), once_done=once_done)
    begun = any(is_complete(entry) for entry in report.entries)
    label = plain(language, "notice-button-continue" if begun else "notice-button-start")
    others = [button(language, "handover-button", Press(Action.HAND_OVER, report.report_id))]
    if work.now < report.due_at:
        later = Press(Action.SNOOZE, report.report_id)
        others.insert(0, button(language, "snooze-button", later))
    if work.now < report.locks_at:
        others.append(button(language, "button-extend", Press(Action.EXTEND, report.report_id)))
    start = Button(label, Press(Action.REPORT, report.report_id).data())
    return Message(html, ((start,), tuple(others)), once_done=once_done)


def _way_of_superior(work: Work, reminded: Reminded, language: str) -> Button:
    """To what lies before them to be signed; else to how it stands."""
    report = reminded.report
    if reminded.kind is ChaseKind.SIGNATURE_WAITING:
        signing = open_signing(work.session, report.report_id)
        if signing is not None:
            press = Press(Action.SIGN_SHOW, signing.id)
            return button(language, "signing-button-open", press, unit=report.unit)
    return look(language)


def look(language: str) -> Button:
    """For who is told of what others write: how it stands now."""
    return button(language, "notice-button-look", Press(Action.STANDING))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a reminder says. missing: untrue once the report has come. more: what else there is."""

    what: str
    missing: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def _instead_line(work: Work, reminded: Reminded, language: str) -> str:
    """Why this reader gets what is meant for somebody else; empty for whom it is meant."""
    is_early = reminded.kind is ChaseKind.REPORT_OUTSTANDING and work.now <= reminded.report.due_at
    if reminded.instead and is_early and reminded.reach.kind in _SUPERIORS:
        return say(language, "notice-stands-in-before")
    return reminded.instead


def _to_writer(work: Work, reminded: Reminded, language: str) -> _Said:
    report = reminded.report
    common: dict[str, Value] = {
        "unit": report.unit,
        "period": month_name(language, report.period),
        "tone": reminded.tone,
    }
    match reminded.kind:
        case ChaseKind.RETURNED:
            what = say(language, "notice-returned", reason=report.return_reason, **common)
            return _Said(what, more=(return_advice(language, report.timetable, now=work.now),))
        case ChaseKind.REPORT_OUTSTANDING:
            base = _how_late(work, report)
            what = say(language, base, time=f"{report.due_at:%H:%M}", **common)
            return _Said(what, tuple(_what_is_missing(language, report)))
        case kind if kind in CHASED_TICKS:
            what = say(language, f"notice-{kind}", revision=str(report.revision), **common)
            return _Said(what, (say(language, f"notice-{kind}-how"),))
        case _:
            raise LookupError(reminded.kind)


def _how_late(work: Work, report: WorkingReport) -> str:
    if work.now > report.due_at:
        return "notice-overdue"
    is_today = work.local(work.now).date() == report.due_at.date()
    return "notice-due-today" if is_today else "notice-before"


def _what_is_missing(language: str, report: WorkingReport) -> list[str]:
    """How much, and each measure by name."""
    filled = report.count(is_complete)
    left = report.asked - filled
    if not left:
        return [say(language, "notice-only-filing", filled=filled)]
    measures = measures_named(language, missing_measures(report.entries))
    return [say(language, "notice-missing", left=left, filled=filled), measures]


def _to_superior(work: Work, reminded: Reminded, language: str) -> _Said:
    report = reminded.report
    told = [day_name(language, work.local(moment).date()) for moment in reminded.liaison_told_at]
    what = say(
        language,
        _TO_SUPERIORS[reminded.kind],
        tone=reminded.tone,
        unit=report.unit,
        period=month_name(language, report.period),
        count=report.asked,
        filled=report.count(is_complete),
        reason=report.return_reason,
    )
    is_wanted = reminded.kind is ChaseKind.REPORT_OUTSTANDING
    missing = _what_is_missing(language, report) if is_wanted else []
    more = _liaison_told(language, reminded.liaison, told) if reminded.liaison and told else ""
    return _Said(what, tuple(missing), tuple(filter(None, [more])))


def _liaison_told(language: str, liaison: Reach, told: Sequence[str]) -> str:
    days = listed(language, dict.fromkeys(told))
    if not liaison.phone:
        return say(language, "notice-liaison-told-no-phone", name=liaison.name, days=days)
    return say(language, "notice-liaison-told", name=liaison.name, phone=liaison.phone, days=days)


def tell_unreachable(work: Work, person: Person) -> None:
    """The coordinators learn at once that somebody can no longer be reached, and who is next."""
    held = contacts_held(work.session, person.id)
    for contact in held:
        how, following = _next_in_place_of(work, contact)
        for reach in coordinators_reached(work.session, work.desk.office_id):
            language = reach.language
            told = say(
                language,
                "notice-unreachable",
                unit=place_name(work.session, contact, language),
                kind=kind_name(contact, language),
                name=contact.name,
                reason=plain(language, f"unreachable-{person.unreachable_reason}"),
            )
            names = listed(language, (_named(language, one) for one in following))
            _tell(work, reach, told + say(language, f"unreachable-next-{how}", names=names))


def _next_in_place_of(work: Work, contact: Contact) -> tuple[str, list[Reach]]:
    """How what is meant for the contact goes on, and to whom: see the texts unreachable-next-."""
    kind = contact.kind
    if kind is ContactKind.DEPUTY:  # nobody stands in for one, but they may have had another's
        kind = ContactKind.LIAISON
    if contact.unit_id is not None:
        team = reaches_of_unit(work.session, contact.unit_id)
    elif contact.task_force:
        teams = reaches_of_forces(work.session, contact.office_id)
        team = [reach for reach in teams.get(contact.task_force, []) if reach.reachable]
    else:
        team = coordinators(work.session, contact.office_id)
    found = recipients(kind, map(view_of, team))
    ids = {one.contact_id for one in found.contacts}
    following = [reach for reach in team if reach.contact_id in ids]
    if not following:
        return "nobody", []
    if contact.kind is ContactKind.DEPUTY and any(
        reach.kind is ContactKind.LIAISON and reach.reachable for reach in following
    ):
        return "deputy", []
    return ("phone" if found.channel is Channel.PHONE else "chat"), following


def _named(language: str, reach: Reach) -> str:
    return plain(
        language, "reach-named", kind=plain(language, f"kind-{reach.kind}"), name=reach.name
    )


def tell_nobody_reachable(work: Work, alarming: Sequence[ReportRows]) -> bool:
    """Nobody of these units can be written to; False while there is no coordinator to tell."""
    reaches = coordinators_reached(work.session, work.desk.office_id)
    units = [rows.unit.name for rows in alarming]
    report_ids = [rows.report.id for rows in alarming]
    for reach in reaches:
        language = reach.language
        named = listed(language, units)
        told = say(language, "notice-nobody-reachable", count=len(units), units=named)
        _tell(work, reach, "\n".join((told, *timetable_lines(work, language, report_ids))))
    return bool(reaches)


def tell_cycle_opened(
    work: Work,
    cycle: Cycle,
    plan: Plan,
    planned: Sequence[PlannedRung],
    *,
    source: DaySource,
) -> None:
    """The coordinators see until when a cycle runs, and who would be told what before it is.

    Also how many units and measures are exempt. source: of the workdays that were counted on.
    """
    units, measures = exempt_in_cycle(work.session, cycle.id)
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        lines = [
            say(
                language,
                "notice-cycle-opened",
                plan=plan.title,
                period=period_name(language, cycle.period),
                times=cycle_timetable(work, language, cycle),
            )
        ]
        if units or measures:
            lines.append(say(language, "notice-cycle-exempt", units=units, measures=measures))
        lines.append(say(language, f"notice-cycle-days-{source}"))
        lines.append(say(language, "notice-cycle-ladder"))
        lines += _ladder_lines(work, language, planned)
        _tell(work, reach, "\n".join(lines))


def tell_calendar_gap(work: Work, year: int) -> bool:
    """The year's holidays are not known here yet; False while there is no coordinator to tell."""
    reaches = coordinators_reached(work.session, work.desk.office_id)
    for reach in reaches:
        _tell(work, reach, say(reach.language, "calendar-gap", year=str(year)))
    return bool(reaches)


def _ladder_lines(work: Work, language: str, planned: Sequence[PlannedRung]) -> Iterator[str]:
    """One line a moment; of the weekly reminders only the first, which says until when."""
    moments: dict[tuple[datetime, datetime | None], list[str]] = {}
    for rung in planned:
        if rung.occurrence == 1:
            kinds = moments.setdefault((rung.due_at, rung.last_at), [])
            kinds.append(plain(language, f"kind-{rung.audience}"))
    for (due_at, last_at), kinds in moments.items():
        key = "notice-cycle-rung-weekly" if last_at else "notice-cycle-rung"
        at = moment_name(language, work.local(due_at))
        last = day_name(language, work.local(last_at).date()) if last_at else ""
        yield say(language, key, at=at, last=last, kinds=listed(language, kinds))


def tell_filed_again(work: Work, rows: ReportRows, filed: FiledReport, before: FiledReport) -> None:
    """The coordinators learn that a report they may have read has a new revision, and what is new.

    before: the revision that they may have read.
    """
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        key = "notice-corrected" if filed.is_correction else "notice-filed-again"
        key = "notice-filed-unchanged" if filed.return_answer else key
        told = say(
            language,
            key,
            unit=filed.unit,
            period=month_name(language, filed.period),
            revision=str(filed.revision),
            reason=filed.correction_reason or filed.return_answer,
        )
        changes = changed_text(language, before.entries, filed.entries)
        times = own_timetable(work, language, rows)
        _tell(work, reach, "\n".join((told, times, *changes)))


def tell_filed_late(work: Work, rows: ReportRows, filed: FiledReport) -> None:
    """The coordinators, who have the list of the due hour, learn that a missing report has come."""
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        period = month_name(language, filed.period)
        by = filer_name(language, filed)
        html = say(language, "notice-filed-late", unit=filed.unit, period=period, by=by)
        _tell(work, reach, f"{html}\n{own_timetable(work, language, rows)}")


def tell_office(work: Work, cycle: Cycle, *, locked: bool) -> bool:
    """The state of the cycle and its workbook to every coordinator; False if there is none.

    At the lock also bulletin and briefing, and a written reminder to each unit that is still late.
    """
    reaches = coordinators_reached(work.session, work.desk.office_id)
    if not reaches:
        return False
    state = ledger(
        work.session,
        cycle,
        work.desk.zone,
        now=work.now,
        is_complete=is_complete,
        limits=work.desk.limits,
        problem_overdue_after=work.desk.problem_overdue_after,
    )
    for reach in reaches:
        language = reach.language
        heading = say(
            language,
            "notice-locked" if locked else "notice-due",
            period=period_name(language, cycle.period),
            times=cycle_timetable(work, language, cycle),
        )
        _tell(work, reach, f"{heading}\n{board(language, state)}")
        hand_out_ledger(work, cycle, reach.chat_id, language)
        if locked:
            hand_out_bulletin(work, cycle, reach.chat_id, language)
            hand_out_briefing(work, cycle, reach.chat_id, language)
            hand_out_chase_notices(work, cycle, reach.chat_id, language)
    return True


def hand_out_bulletin(work: Work, cycle: Cycle, chat_id: int, language: str) -> None:
    """The bulletin (通报) as of now and where its figures stand, to one chat."""
    _hand_out(work, cycle, DocumentKind.BULLETIN, chat_id, language)
    _hand_out(work, cycle, DocumentKind.BULLETIN_SOURCES, chat_id, language)


def hand_out_briefing(work: Work, cycle: Cycle, chat_id: int, language: str) -> None:
    """The briefing (专报) as of now and where its figures stand, to one chat."""
    _hand_out(work, cycle, DocumentKind.BRIEFING, chat_id, language)
    _hand_out(work, cycle, DocumentKind.BRIEFING_SOURCES, chat_id, language)


def hand_out_ledger(work: Work, cycle: Cycle, chat_id: int, language: str) -> None:
    """The consolidated workbook as of now, to one chat."""
    _hand_out(work, cycle, DocumentKind.LEDGER, chat_id, language)


_CAPTIONS = {
    DocumentKind.LEDGER: "notice-ledger-caption",
    DocumentKind.BULLETIN: "bulletin-caption",
    DocumentKind.BULLETIN_SOURCES: "bulletin-sources-caption",
    DocumentKind.BRIEFING: "briefing-caption",
    DocumentKind.BRIEFING_SOURCES: "briefing-sources-caption",
}


def _hand_out(work: Work, cycle: Cycle, kind: DocumentKind, chat_id: int, language: str) -> None:
    document = Document(
        office_id=cycle.office_id, kind=kind, cycle_id=cycle.id, language=language, as_of=work.now
    )
    caption = say(
        language,
        _CAPTIONS[kind],
        period=period_name(language, cycle.period),
        as_of=moment_name(language, work.local(work.now)),
        times=cycle_timetable(work, language, cycle),
    )
    work.hand_out(chat_id, document, caption, priority=Priority.NOTICE)


def board(language: str, state: Ledger) -> str:
    """Who has filed, is late, is missing, as HTML; the states add up to the expected."""
    counts = {timeliness.value: state.count(timeliness) for timeliness in Timeliness}
    lines = [say(language, "board-counts", expected=state.expected, **counts)]
    for key, wanted in (
        ("board-outstanding", Timeliness.OUTSTANDING),
        ("board-pending", Timeliness.PENDING),
        ("board-late", Timeliness.LATE),
        ("board-exempt", Timeliness.EXEMPT),
    ):
        named = [
            _marked(language, report, state.on_time_by)
            for report in state.reports
            if report.timeliness is wanted
        ]
        if named:
            lines.append(say(language, key, count=len(named), units=listed(language, named)))
    if missed := not_reached_line(language, state.reports):
        lines.append(missed)
    partly = [
        plain(
            language,
            "board-unit-measures",
            unit=report.unit,
            numbers=numbers_named(language, [one.number for one in report.exempt]),
        )
        for report in state.reports
        if report.exempt and report.timeliness is not Timeliness.EXEMPT
    ]
    if partly:
        units = listed(language, partly)
        lines.append(say(language, "board-exempt-measures", count=len(partly), units=units))
    if came := {kind: state.came(kind) for kind in PAPER_TICKS if state.came(kind)}:
        named = [f"{plain(language, f'tick-{kind}')} {count}" for kind, count in came.items()]
        lines.append(say(language, "board-ticks", ticks=listed(language, named)))
    if behalf := [r.unit for r in state.reports if r.filed is not None and r.filed.on_behalf]:
        units = listed(language, behalf)
        lines.append(say(language, "board-on-behalf", count=len(behalf), units=units))
    if signing := [r.unit for r in state.reports if r.state is ReportState.SIGNING]:
        units = listed(language, signing)
        lines.append(say(language, "board-signing", count=len(signing), units=units))
    returned = [report.unit for report in state.reports if report.return_reason]
    if returned:
        units = listed(language, returned)
        lines.append(say(language, "board-returned", count=len(returned), units=units))
    extended = [
        plain(
            language,
            "board-unit-extended",
            unit=report.unit,
            until=day_name(language, report.extended_to.date()),
        )
        for report in state.reports
        if report.extended_to is not None and report.first_filed_at is None
    ]
    if extended:
        units = listed(language, extended)
        lines.append(say(language, "board-extended", count=len(extended), units=units))
    asking = [
        plain(
            language,
            "board-unit-extended",
            unit=report.unit,
            until=day_name(language, report.asks_until.date()),
        )
        for report in state.reports
        if report.asks_until is not None
    ]
    if asking:
        units = listed(language, asking)
        lines.append(say(language, "board-asking", count=len(asking), units=units))
    if problems := _problems(language, state):
        lines.append(problems)
    waiting = sum(report.awaits_review for report in state.reports)
    accepted = sum(report.state is ReportState.ACCEPTED for report in state.reports)
    if waiting or accepted:
        lines.append(say(language, "board-reviews", waiting=waiting, accepted=accepted))
    return "\n".join(lines)


def _problems(language: str, state: Ledger) -> str:
    """How many problems are not closed, how many of them are new; empty where there are none."""
    unclosed = [one for one in state.problems if one.state is not ProblemState.CLOSED]
    if not unclosed:
        return ""
    return say(
        language,
        "board-problems",
        count=len(unclosed),
        new=sum(one.since == state.period for one in unclosed),
        overdue=sum(one.is_overdue for one in unclosed),
        resolved=sum(one.state is ProblemState.RESOLVED for one in unclosed),
    )


def _marked(language: str, report: LedgerReport, on_time_by: TickKind) -> str:
    """The unit's name; where it has not filed, how far it is, or that nobody can be written to.

    Where only what decides on time is still to come, what that is.
    """
    if report.timeliness not in {Timeliness.OUTSTANDING, Timeliness.PENDING}:
        return report.unit
    if report.awaits_paper:
        kind = plain(language, f"tick-{on_time_by}")
        return plain(language, "board-unit-awaits", unit=report.unit, kind=kind)
    facts = {"done": report.answered, "count": report.asked}
    if report.unreachable:
        return plain(language, "board-unit-unreachable", unit=report.unit, **facts)
    if not report.answered:
        return report.unit
    return plain(language, "board-unit-progress", unit=report.unit, **facts)


def _tell(work: Work, reach: Reached, html: str) -> None:
    for message in parted(html):
        work.send(reach.chat_id, message, priority=Priority.NOTICE)
