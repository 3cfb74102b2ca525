"""Task forces (专班) are told what is missing in theirs: one message, however many units miss."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel import Session

from dialog.layout import parts_that_fit
from dialog.missing import ROOM, measures_named, missing_measures
from dialog.steps import is_complete
from models.chases import not_reached, open_chases, reminders_of_chases
from models.cycles import Cycle, Report, expected_at, forces_asked
from models.delivery import Priority
from models.ladder_changes import changed_rungs
from models.people import Reach, reaches_of_forces, reaches_of_unit
from models.views import ReportRows, report_rows, working_report
from models.work import Work
from scheduler.gathering import Due, Gathering, told_by_chat
from scheduler.notices import look
from scheduler.rules import Rules
from scheduler.rungs import Tone
from scheduler.standing_in import stand_in_line
from scheduler.timetables import cycle_timetable
from texts import say
from texts.wording import month_name
from vocabulary.message import Message
from vocabulary.report import AskedMeasure
from vocabulary.terms import CHASES_ENDED_BY_FILING, FORCE_KINDS, ContactKind

logger = logging.getLogger(__name__)

_SEVEREST = list(Tone)


@dataclass(frozen=True, slots=True)
class _Missing:
    """A unit's report, and which of its measures in the task force have no answer.

    is_told: whether the newest reminder to its liaison surely arrived, if there was one.
    """

    cycle: Cycle
    unit: str
    measures: tuple[AskedMeasure, ...]
    liaison: Reach | None
    is_told: bool


def remind_forces(work: Work, rules: Rules) -> None:
    """One message to each contact of a task force for everything due of it. Safe to repeat.

    It names every unit whose overdue report lacks an answer about a measure of the task force, and
    the measures. Each task force has its own course up the ladder. Nobody of it is called: the
    unit's own people were, and the office itself is told a workday later.
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
        gathering = Gathering(work, FORCE_KINDS, team)
        for chase, report, cycle in overdue:
            if force in asked.get(report.id, ()):
                own = reminders.get(chase.id, ())
                gathering.look_at(chase, report, cycle, own, by_cycle[cycle.id])
        try:
            with session.begin_nested():
                _queue(work, force, gathering)
        except Exception:  # one task force's trouble must not silence the others
            logger.exception("task-force-failed")


def _queue(work: Work, force: str, gathering: Gathering) -> None:
    missing: dict[int, _Missing | None] = {}
    for reach, due in gathering.by_reader():
        for one in due:
            report_id = one.chase.report_id
            if report_id not in missing:
                missing[report_id] = _missing(work, report_id, force)
        named = [(one, lack) for one in due if (lack := missing[one.chase.report_id])]
        if named:
            _tell(work, reach, force, named, gathering)


def _tell(
    work: Work,
    reach: Reach,
    force: str,
    named: Sequence[tuple[Due, _Missing]],
    gathering: Gathering,
) -> None:
    """In one message, or in as many as it takes; each notes whom it names."""
    if reach.chat_id is None:
        return
    for part in parts_that_fit(named, lambda some: _told_of(work, reach, force, some).html):
        message = _told_of(work, reach, force, part)
        row = work.send(reach.chat_id, message, priority=Priority.REMINDER)
        gathering.note(reach, [one for one, _ in part], row)


def _told_of(
    work: Work, reach: Reach, force: str, named: Sequence[tuple[Due, _Missing]]
) -> Message:
    tone = max((one.rung.tone for one, _ in named), key=_SEVEREST.index)
    units = {one.chase.id: lack for one, lack in named}  # two rungs may be due of one
    html = _words(work, reach.language, force, list(units.values()), tone=tone)
    audiences = {one.rung.audience for one, _ in named}
    if line := stand_in_line(reach.language, reach, audiences):
        html += f"\n{line}"
    return Message(html, ((look(reach.language),),))


def told_of_forces(session: Session, report: Report) -> dict[ContactKind, list[Reach]]:
    """Who of the task forces would be told of the report now; empty where it lies in none."""
    forces = forces_asked(session, [report.id]).get(report.id, ())
    teams = reaches_of_forces(session, report.office_id) if forces else {}
    return {
        kind: [reach for force in forces for reach in told_by_chat(kind, teams.get(force, ()))]
        for kind in (FORCE_KINDS if forces else ())
    }


def lacks_answers(session: Session, rows: ReportRows, zone: ZoneInfo) -> bool:
    """Whether a measure of any task force has no answer in the report."""
    report = working_report(session, rows, zone)
    return any(one.measure.task_force and not is_complete(one) for one in report.entries)


def _missing(work: Work, report_id: int, force: str) -> _Missing | None:
    """None where every measure of the task force has its answer."""
    rows = report_rows(work.session, report_id)
    if rows is None:
        return None
    report = working_report(work.session, rows, work.desk.zone)
    measures = missing_measures(e for e in report.entries if e.measure.task_force == force)
    reaches = reaches_of_unit(work.session, rows.unit.id)
    liaison = next((one for one in reaches if one.kind is ContactKind.LIAISON), None)
    if not measures:
        return None
    missed = not_reached(work.session, [report_id], work.desk.zone).get(report_id, ())
    is_told = liaison is None or all(one.contact_id != liaison.contact_id for one in missed)
    return _Missing(rows.cycle, rows.unit.name, tuple(measures), liaison, is_told)


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
        told=int(lack.is_told),
    )


# ── asked for ────────────────────────────────────────────────────


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
        written = partial(_words, work, language, force, tone=Tone.NOTICE)
        for part in parts_that_fit(missing, written):
            work.reply(Message(written(part)))
