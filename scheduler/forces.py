"""Task forces (专班) are told what is missing in theirs: one message, however many units miss."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from sqlmodel import Session

from dialog.missing import ROOM, measures_named, missing_measures
from dialog.steps import is_complete
from models.chases import (
    Chase,
    Reminder,
    messages_to_forces,
    open_chases,
    reminders_of_chases,
    reports_told_to_forces,
)
from models.cycles import Cycle, Report, expected_at, forces_asked, newest_revision
from models.delivery import OutboxRow, Priority, unpacked
from models.ladder_changes import changed_rungs
from models.offices import Unit
from models.people import Reach, languages_of, reaches_of_forces, reaches_of_unit
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.ladder import DueRung, recipients, rungs_due
from scheduler.notices import look
from scheduler.record import (
    RemindedRows,
    is_taken_back,
    reached_nobody,
    reminder_of,
    state_of,
    view_of,
)
from scheduler.rules import Rules
from scheduler.rungs import Tone
from scheduler.timetables import cycle_timetable
from texts import plain, say
from texts.wording import moment_name, month_name
from vocabulary.message import Message
from vocabulary.report import AskedMeasure
from vocabulary.terms import CHASES_ENDED_BY_FILING, FORCE_KINDS, Channel, ContactKind

logger = logging.getLogger(__name__)

_SEVEREST = list(Tone)


@dataclass(frozen=True, slots=True)
class _Missing:
    """A unit's report, and which of its measures in the task force have no answer."""

    cycle: Cycle
    unit: str
    measures: tuple[AskedMeasure, ...]
    liaison: Reach | None


@dataclass(frozen=True, slots=True)
class _Due:
    chase: Chase
    rung: DueRung


def remind_forces(work: Work, rules: Rules) -> None:
    """One message to each contact of a task force for everything due of it. Safe to repeat.

    It names every unit whose overdue report lacks an answer about a measure of the task force, and
    the measures. Each task force has its own course up the ladder: what one was told does not
    count for another.
    """
    session = work.session
    teams = reaches_of_forces(session, work.desk.office_id)
    if not any(reach.reachable for team in teams.values() for reach in team):
        return
    overdue = [
        (chase, report, cycle)
        for chase, report, cycle in open_chases(
            session, work.desk.office_id, CHASES_ENDED_BY_FILING
        )
        if expected_at(report, cycle) <= work.now
    ]
    asked = forces_asked(session, [report.id for _, report, _ in overdue])
    reminders = reminders_of_chases(session, [chase.id for chase, _, _ in overdue])
    changes = changed_rungs(session, {cycle.id for _, _, cycle in overdue})
    by_cycle = {cycle.id: rules.of_cycle(changes.get(cycle.id, ())) for _, _, cycle in overdue}
    for force, team in teams.items():
        telling = _Telling(work, force, team)
        for chase, report, cycle in overdue:
            if force in asked.get(report.id, ()):
                own = reminders.get(chase.id, ())
                telling.look_at(chase, report, cycle, own, by_cycle[cycle.id])
        try:
            with session.begin_nested():
                telling.queue()
        except Exception:  # one task force's trouble must not silence the others
            logger.exception("task-force-failed")


class _Telling:
    """What is due of one task force, and who of it is told."""

    def __init__(self, work: Work, force: str, team: Sequence[Reach]) -> None:
        self._work = work
        self._force = force
        self._team = {reach.contact_id: reach for reach in team}
        self._due: dict[int, list[_Due]] = {}
        self._known: dict[tuple[int, str, int, int], Reminder] = {}

    def look_at(
        self, chase: Chase, report: Report, cycle: Cycle, reminders: RemindedRows, rules: Rules
    ) -> None:
        own = [
            (reminder, row)
            for reminder, row in reminders
            if reminder.audience not in FORCE_KINDS or reminder.contact_id in self._team
        ]
        told = [(reminder, row) for reminder, row in own if not _is_void(reminder, row)]
        for reminder, row in own:
            key = (chase.id, reminder.rung, reminder.occurrence, reminder.contact_id)
            if _is_void(reminder, row) or (row is not None and reached_nobody(row)):
                self._known[key] = reminder
        state = state_of(chase, report, cycle, told)
        for rung in rungs_due(state, rules.ladder, rules.workdays, now=self._work.now):
            if rung.audience in FORCE_KINDS:
                for reach in _told(rung.audience, self._team.values()):
                    self._due.setdefault(reach.contact_id, []).append(_Due(chase, rung))

    def queue(self) -> None:
        missing = {
            due.chase.report_id: _missing(self._work, due.chase.report_id, self._force)
            for found in self._due.values()
            for due in found
        }
        for contact_id, found in self._due.items():
            named = [(due, lack) for due in found if (lack := missing[due.chase.report_id])]
            if named:
                self._tell(self._team[contact_id], named)

    def _tell(self, reach: Reach, named: Sequence[tuple[_Due, _Missing]]) -> None:
        if reach.chat_id is None:
            return
        work = self._work
        tone = max((due.rung.tone for due, _ in named), key=_SEVEREST.index)
        html = _words(work, reach.language, self._force, [lack for _, lack in named], tone=tone)
        audiences = {due.rung.audience for due, _ in named}
        if reach.kind not in audiences:
            kind = plain(reach.language, f"kind-{audiences.pop()}")
            html += "\n" + say(reach.language, "notice-stands-in", kind=kind)
        message = Message(html, ((look(reach.language),),))
        row = work.send(reach.chat_id, message, priority=Priority.REMINDER)
        for due, _ in named:
            rung = due.rung
            key = (due.chase.id, rung.rung, rung.occurrence, reach.contact_id)
            reminder = self._known.get(key) or reminder_of(
                due.chase, rung, reach.contact_id, now=work.now
            )
            reminder.outbox_id = row.id
            work.session.add(reminder)


def told_of_forces(session: Session, report: Report) -> dict[ContactKind, list[Reach]]:
    """Who of the task forces would be told of the report now; empty where it lies in none."""
    forces = forces_asked(session, [report.id]).get(report.id, ())
    teams = reaches_of_forces(session, report.office_id) if forces else {}
    return {
        kind: [reach for force in forces for reach in _told(kind, teams.get(force, ()))]
        for kind in (FORCE_KINDS if forces else ())
    }


def lacks_answers(session: Session, rows: ReportRows, zone: ZoneInfo) -> bool:
    """Whether a measure of any task force has no answer in the report."""
    report = working_report(session, rows, zone)
    return any(one.measure.task_force and not is_complete(one) for one in report.entries)


def _told(audience: ContactKind, team: Iterable[Reach]) -> list[Reach]:
    """Of a task force, by chat: its liaison, or where no message reaches one its leader.

    Nobody is called: the unit's own people were, and the office itself is told a workday later.
    """
    by_id = {reach.contact_id: reach for reach in team if reach.reachable}
    found = recipients(audience, [view_of(reach) for reach in by_id.values()])
    chosen = found.contacts if found.channel is Channel.CHAT else ()
    return [by_id[contact.contact_id] for contact in chosen]


def _is_void(reminder: Reminder, row: OutboxRow | None) -> bool:
    return reminder.audience in FORCE_KINDS and is_taken_back(row)


def _missing(work: Work, report_id: int, force: str) -> _Missing | None:
    """None where every measure of the task force has its answer."""
    rows = report_rows(work.session, report_id)
    if rows is None:
        return None
    report = working_report(work.session, rows, work.desk.zone)
    measures = missing_measures(e for e in report.entries if e.measure.task_force == force)
    reaches = reaches_of_unit(work.session, rows.unit.id)
    liaison = next((one for one in reaches if one.kind is ContactKind.LIAISON), None)
    return _Missing(rows.cycle, rows.unit.name, tuple(measures), liaison) if measures else None


def _words(
    work: Work, language: str, force: str, missing: Sequence[_Missing], *, tone: Tone
) -> str:
    """Month by month, the oldest first: each unit with its measures and whom to call."""
    by_cycle: dict[int, list[_Missing]] = {}
    for lack in sorted(missing, key=lambda one: one.cycle.period):
        by_cycle.setdefault(lack.cycle.id, []).append(lack)
    lines = []
    for lacks in by_cycle.values():
        cycle = lacks[0].cycle
        lines.append(
            say(
                language,
                "force-told",
                tone=tone,
                force=force,
                period=month_name(language, cycle.period),
                count=len(lacks),
            )
        )
        lines.append(cycle_timetable(work, language, cycle))
        room = max(0, ROOM // len(missing) - _UNIT)
        for lack in lacks:
            lines += [_unit_line(language, lack)]
            lines += [measures_named(language, lack.measures, room=room)]
    return "\n".join(lines)


_UNIT = 50  # characters of a unit, its liaison and the numbers of what finds no room by its title


def _unit_line(language: str, lack: _Missing) -> str:
    return say(
        language,
        "force-unit",
        unit=lack.unit,
        has_liaison=int(lack.liaison is not None),
        name=lack.liaison.name if lack.liaison else "",
        has_phone=int(bool(lack.liaison and lack.liaison.phone)),
        phone=lack.liaison.phone if lack.liaison else "",
    )


# ── asked for, and what has been done since ────────────────────────────────────────────────────


def show_missing(work: Work, forces: Sequence[str]) -> None:
    """What is missing in the person's task forces at this moment, due or not yet."""
    language = work.language
    chases = open_chases(work.session, work.desk.office_id, CHASES_ENDED_BY_FILING)
    asked = forces_asked(work.session, [report.id for _, report, _ in chases])
    for force in forces:
        of_force = [report.id for _, report, _ in chases if force in asked.get(report.id, ())]
        missing = [lack for one in of_force if (lack := _missing(work, one, force))]
        if not missing:
            work.say("force-nothing", force=force)
            continue
        work.reply(Message(_words(work, language, force, missing, tone=Tone.NOTICE)))


def mark_told_to_forces(work: Work, report: Report) -> None:
    """The messages that named the report to task forces say what has become of it."""
    mark_overtaken(work, messages_to_forces(work.session, report.id))


def mark_overtaken(work: Work, rows: Sequence[OutboxRow]) -> None:
    """Each message as it was, with a line for every report that is chased no more."""
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in rows})
    for row in rows:
        done = reports_told_to_forces(work.session, row.id)
        if row.message_id is None or not done:
            continue
        language = languages.get(row.chat_id, work.desk.language)
        lines = [_done_line(work, language, report, unit) for report, unit in done]
        said = unpacked(row.content)
        said = replace(said, html="\n".join((said.html, *lines)))
        work.amend(row.chat_id, row.message_id, said)


def _done_line(work: Work, language: str, report: Report, unit: Unit) -> str:
    newest = newest_revision(work.session, report.id)
    if newest is not None:
        at = moment_name(language, work.local(newest.filed_at))
        return say(language, "force-done-filed", unit=unit.name, at=at)
    if report.exempt or report.extended_to is None:
        return say(language, "force-done-exempt", unit=unit.name)
    until = moment_name(language, work.local(report.extended_to))
    return say(language, "force-done-extended", unit=unit.name, until=until)
