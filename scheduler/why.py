"""The account of a unit's reminders in one cycle, read from the tables and put into words."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session

from models.absences import contacts_away, handover_of, snoozed_contacts
from models.chases import Chase, Reminder, chases_of_report, reminders_of_chases
from models.cycles import expected_at
from models.delivery import OutboxRow, OutboxState
from models.ladder_changes import changed_rungs
from models.people import UNREACHABLE_REASONS, Contact, coordinators, reaches_of_unit
from models.problems import Problem
from models.views import ReportRows
from models.work import Work
from scheduler.account import Accounted, Fate, Kept, account
from scheduler.exempting import exemption_lines
from scheduler.forces import lacks_answers, told_of_forces
from scheduler.ladder import recipients
from scheduler.outbox import reason as reason_words
from scheduler.record import state_of, view_of
from scheduler.rules import Rules
from texts import plain
from texts.wording import listed, moment_name, period_name
from vocabulary.terms import FORCE_KINDS, CallOutcome, Channel, ContactKind

_FATES = {
    OutboxState.DUE: Fate.WAITING,
    OutboxState.SENDING: Fate.WAITING,
    OutboxState.SENT: Fate.DELIVERED,
    OutboxState.UNKNOWN: Fate.UNKNOWN,
    OutboxState.CANCELLED: Fate.CANCELLED,
    OutboxState.SKIPPED: Fate.EXPIRED,
}
_CALLS = {
    None: Fate.CALL_OPEN,
    CallOutcome.TOLD: Fate.CALLED,
    CallOutcome.NO_ANSWER: Fate.NO_ANSWER,
    CallOutcome.OVERTAKEN: Fate.OVERTAKEN,
}


def why(work: Work, rows: ReportRows, rules: Rules, language: str) -> list[str]:
    """Line by line, as plain text: what was sent to whom for this report, and why not."""
    cycle_id = rows.cycle.id
    changes = changed_rungs(work.session, {cycle_id}).get(cycle_id, ())
    rules = rules.now(work).of_cycle(changes)
    lines = [
        plain(
            language,
            "why-title",
            unit=rows.unit.name,
            period=period_name(language, rows.cycle.period),
            due=moment_name(language, work.local(expected_at(rows.report, rows.cycle))),
        )
    ]
    if rows.report.exempt:
        lines.append(plain(language, "why-exempt"))
    lines += exemption_lines(work.session, rows.report, language, work.desk.zone)
    chases = chases_of_report(work.session, rows.report.id)
    if not chases:
        lines.append(plain(language, "why-nothing"))
    for chase in chases:
        lines.append(_heading(work, chase, language))
        lines += _lines(work, _accounted(work, chase, rows, rules), language)
    return lines


def _heading(work: Work, chase: Chase, language: str) -> str:
    opened = moment_name(language, work.local(chase.opened_at))
    problem = work.session.get(Problem, chase.problem_id) if chase.problem_id else None
    number = problem.number if problem else ""
    title = plain(language, f"why-chase-{chase.kind}", opened=opened, number=number)
    if chase.settled_at is None:
        return title
    return title + plain(
        language, "why-settled", at=moment_name(language, work.local(chase.settled_at))
    )


def _accounted(work: Work, chase: Chase, rows: ReportRows, rules: Rules) -> list[Accounted]:
    session = work.session
    reminders = reminders_of_chases(session, [chase.id]).get(chase.id, [])
    unit = reaches_of_unit(session, rows.unit.id)
    office = coordinators(session, rows.office.id)
    snoozed = snoozed_contacts(session, chase.id, now=work.now)
    today = work.local(work.now).date()
    away = contacts_away(session, rows.office.id, first_on=today, last_on=today)
    handover = handover_of(session, rows.report.id)
    in_charge = handover.to_contact_id if handover else None
    told = {
        kind: recipients(
            kind,
            [
                view_of(reach, away=away, in_charge=in_charge)
                for reach in (office if kind is ContactKind.COORDINATOR else unit)
            ],
        ).contacts
        for kind in ContactKind
        if kind not in FORCE_KINDS
    }
    liaisons = {contact.contact_id for contact in told[ContactKind.LIAISON]}
    forces = told_of_forces(session, rows.report)
    nobody = {kind for kind, reached in (*told.items(), *forces.items()) if not reached}
    accounted = account(
        state_of(chase, rows.report, rows.cycle, reminders),
        rules.ladder,
        rules.workdays,
        [_kept(session, reminder, row) for reminder, row in reminders],
        now=work.now,
        settled_at=chase.settled_at,
        snoozed=bool(liaisons) and liaisons <= set(snoozed),
        nobody=frozenset(nobody),
        needless=frozenset(forces) if forces and not lacks_answers(work, rows) else frozenset(),
    )
    concerned = {*told, *forces}
    return [rung for rung in accounted if rung.kept or rung.audience in concerned]


def _kept(session: Session, reminder: Reminder, row: OutboxRow | None) -> Kept:
    contact = session.get_one(Contact, reminder.contact_id)
    fate, reason = _fate_of(reminder, row)
    return Kept(
        rung=reminder.rung,
        occurrence=reminder.occurrence,
        audience=reminder.audience,
        name=contact.name,
        kind=contact.kind,
        planned_at=reminder.planned_at,
        fate=fate,
        at=reminder.called_at or (row.sent_at if row else None),
        reason=reason,
    )


def _fate_of(reminder: Reminder, row: OutboxRow | None) -> tuple[Fate, str]:
    """What became of a stored reminder, with the reason where Telegram gave one."""
    if reminder.channel is Channel.PHONE:
        return _CALLS[reminder.call_outcome], ""
    if row is None:
        return Fate.OVERTAKEN, ""
    if row.state is OutboxState.DEAD:
        gone = row.last_error in UNREACHABLE_REASONS
        return Fate.UNREACHABLE if gone else Fate.REFUSED, row.last_error
    return _FATES[row.state], ""


def _lines(work: Work, accounted: Sequence[Accounted], language: str) -> Iterator[str]:
    """One line a rung; of what is still to come every week only the next."""
    announced: set[tuple[str, ContactKind]] = set()
    for rung in accounted:
        kind = plain(language, f"kind-{rung.audience}")
        at = moment_name(language, work.local(rung.due_at))
        if rung.kept:
            what = listed(language, [_told(work, kept, language) for kept in rung.kept])
            yield plain(language, "why-line", at=at, kind=kind, what=what)
        elif rung.fate is not None:
            ahead = rung.fate in {Fate.TO_COME, Fate.SETTLED}
            if ahead and (rung.rung, rung.audience) in announced:
                continue
            announced.add((rung.rung, rung.audience))
            what = plain(language, f"why-fate-{rung.fate}")
            yield plain(language, "why-line", at=at, kind=kind, what=what)


def _told(work: Work, kept: Kept, language: str) -> str:
    reason = reason_words(language, kept.reason) if kept.reason else ""
    at = moment_name(language, work.local(kept.at)) if kept.at else ""
    words = plain(language, f"why-sent-{kept.fate}", at=at, name=kept.name, reason=reason)
    if kept.rung in {"nudge", "snoozed"}:
        words += plain(language, f"why-rung-{kept.rung}")
    return words
