"""The ticks: each looks at what is stored and at `now`, and may be repeated at any time."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from models.absences import Handover, contacts_away, handover_of, snoozed_contacts
from models.chases import (
    Chase,
    Reminder,
    is_open_call,
    open_chase,
    open_chases,
    reminders_of_chases,
    reports_without_chase,
)
from models.cycles import cycles_of_plan, cycles_to_tell, open_cycle
from models.database import Database
from models.delivery import OutboxRow, Priority, forget_updates
from models.editions import plans_of
from models.ladder_changes import changed_rungs
from models.marks import is_marked, mark
from models.people import Reach, reaches_of_units
from models.problems import set_apart
from models.reviews import chase_reviews, end_reviews
from models.signing import chase_signatures
from models.ticks import chase_papers
from models.views import ReportRows, report_rows, working_report
from models.work import Desk, Work
from models.written import forget_written
from scheduler import alarms
from scheduler.backlog import remind_office
from scheduler.calls import tell_calls
from scheduler.corrections import end_corrections, warn_of_corrections
from scheduler.cycle_times import cycle_times
from scheduler.escalating import tell_office_of_late
from scheduler.forces import remind_forces
from scheduler.helping import end_expired_links, remind_helpers
from scheduler.ladder import (
    ChaseState,
    DueRung,
    Recipients,
    recipients,
    rungs_due,
    rungs_skipped,
    schedule,
)
from scheduler.left_waiting import return_locked_changes, return_locked_pastes, return_waiting_texts
from scheduler.mailing import mail_stamped_copies
from scheduler.notices import (
    Reminded,
    reminder,
    tell_calendar_gap,
    tell_cycle_opened,
    tell_nobody_reachable,
    tell_office,
)
from scheduler.overdue_problems import remind_of_problems
from scheduler.presence import welcome_back
from scheduler.quarterly_problems import ask_quarterly_problems
from scheduler.reach import warn_before_opening
from scheduler.record import (
    RemindedRows,
    reached_nobody,
    reminder_of,
    state_of,
    told_at,
    view_of,
)
from scheduler.rules import Rules
from scheduler.rungs import Tone, sendable_at
from scheduler.snoozing import remind_snoozed
from scheduler.standing_in import stand_in_line
from scheduler.yearly import year_gap
from vocabulary.clock import Clock
from vocabulary.period import Period
from vocabulary.report import WorkingReport
from vocabulary.terms import (
    CHASED_TICKS,
    CHASES_ENDED_BY_FILING,
    TOLD_TOGETHER,
    CallOutcome,
    Channel,
    ChaseKind,
    ContactKind,
)

T = TypeVar("T")

logger = logging.getLogger(__name__)

# Bodies hold what people wrote; the key has to be known as long as Telegram might repeat one.
KEEP_UPDATES = timedelta(days=14)

_LEADERS = frozenset({ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD})
_SAID_ANEW_AFTER = timedelta(days=7)  # to one who has been told the same in another's place


_REMINDED = CHASES_ENDED_BY_FILING | CHASED_TICKS.keys() | {ChaseKind.SIGNATURE_WAITING}
"""What is planned report by report, to its unit's own people."""

_Place = tuple[str, int, int]
"""Rung, occurrence, contact: one reminder of a chase."""


class Ticks:
    """Each tick is one unit of work on the injected clock."""

    def __init__(self, database: Database, desk: Desk, clock: Clock, rules: Rules) -> None:
        self._database = database
        self._desk = desk
        self._clock = clock
        self._rules = rules

    async def plan(self) -> None:
        """Opens cycles, queues what is due, and tells the office what it waits for.

        Each in a unit of its own: trouble with one is logged, and holds up none of the others.
        """
        parts: tuple[Callable[[Work, Rules], None], ...] = (
            warn_before_opening,
            open_cycles,
            lambda work, _rules: start_chases(work),
            lambda work, rules: start_reviews(work, wanted=rules.reviews),
            start_paper_chases,
            start_signing_chases,
            plan_reminders,
            remind_forces,
            tell_office_of_late,
            remind_of_problems,
            lambda work, rules: remind_office(work, rules.ladder, rules.workdays),
            lambda work, rules: remind_snoozed(work, rules.ladder.hours, rules.workdays),
            lambda work, rules: welcome_back(work, rules.ladder.hours, rules.workdays),
            lambda work, rules: remind_helpers(work, rules.ladder.hours, rules.workdays),
            lambda work, _rules: end_expired_links(work),
            warn_of_unpublished_year,
            warn_of_corrections,
            lambda work, _rules: end_corrections(work),
            lambda work, _rules: return_locked_pastes(work),
            lambda work, _rules: return_locked_changes(work),
            lambda work, _rules: tell_offices(work),
            lambda work, _rules: mail_stamped_copies(work),
        )
        rules: Rules | None = None  # as the office has them at this tick
        for part in parts:
            try:
                if rules is None:
                    rules = await self._in_unit(self._rules.now)
                await self._in_unit(_ruled(part, rules))
            except Exception:  # whatever it is, the next tick tries it again
                logger.exception("tick-failed")

    async def _in_unit(self, part: Callable[[Work], T]) -> T:
        return await self._database.unit(
            lambda session: part(Work(session, self._desk, self._clock.now()))
        )

    async def note_received(self, at: datetime) -> None:
        """Updates could come in until this moment; see `alarms.note_received`."""
        await self._in_unit(lambda work: alarms.note_received(work, at))

    async def housekeeping(self) -> None:
        """Tells of what did not arrive, and forgets what has been handled long ago."""
        await self._in_unit(alarms.tell_undelivered)
        before = self._clock.now() - KEEP_UPDATES
        await self._database.unit(lambda session: forget_updates(session, before=before))
        await self._database.unit(lambda session: forget_written(session, before=before))


def _ruled(part: Callable[[Work, Rules], None], rules: Rules) -> Callable[[Work], None]:
    return lambda work: part(work, rules)


def open_cycles(work: Work, rules: Rules) -> None:
    """Opens every cycle of every plan whose time has come and that is not open yet."""
    for plan in plans_of(work.session, work.desk.office_id):
        opened = {cycle.period for cycle in cycles_of_plan(work.session, plan.id)}
        for period in Period.between(plan.first_period, plan.last_period):
            if period in opened:
                continue
            times = cycle_times(period, rules.calendar_of(plan), rules.workdays)
            if times.opens_at > work.now:
                break
            cycle = open_cycle(
                work.session,
                plan,
                period,
                opens_at=times.opens_at,
                due_at=times.due_at,
                locks_at=times.locks_at,
                on_time_by=rules.on_time_by,
            )
            if cycle is not None:
                set_apart(work.session, cycle)
                return_waiting_texts(work, cycle)
                ask_quarterly_problems(work, cycle)
                chase = ChaseState(
                    ChaseKind.REPORT_OUTSTANDING, cycle.opens_at, cycle.opens_at, cycle.due_at
                )
                planned = schedule(chase, rules.ladder, rules.workdays)
                tell_cycle_opened(work, cycle, plan, planned, source=times.source)


def warn_of_unpublished_year(work: Work, rules: Rules) -> None:
    """From November on the office learns, once, that next year's holidays are not known here.

    In working hours: nobody can do anything about it in a night.
    """
    year = year_gap(work.local(work.now))
    if year is None or sendable_at(work.now, rules.ladder.hours, rules.workdays) > work.now:
        return
    warned = f"warned-of-{year}-office-{work.desk.office_id}"
    if not is_marked(work.session, warned) and tell_calendar_gap(work, year):
        mark(work.session, warned)


def start_chases(work: Work) -> None:
    """Every report that is expected is chased from the opening of its cycle on."""
    for report in reports_without_chase(work.session, work.desk.office_id):
        open_chase(work.session, report, ChaseKind.REPORT_OUTSTANDING, now=work.now)


def start_reviews(work: Work, *, wanted: bool) -> None:
    """The office is chased for its review of every filed report, or for none."""
    if wanted:
        chase_reviews(work.session, work.desk.office_id)
    else:
        end_reviews(work.session, work.desk.office_id, now=work.now)


def start_paper_chases(work: Work, rules: Rules) -> None:
    """What is to come of filed reports is chased where the office's ladder has rungs for it."""
    kinds = [kind for kind in CHASED_TICKS if rules.ladder.rungs(kind)]
    chase_papers(work.session, work.desk.office_id, kinds, now=work.now)


def start_signing_chases(work: Work, rules: Rules) -> None:
    """Leaders are reminded of what lies before them where the office's ladder has rungs for it."""
    wanted = bool(rules.ladder.signing)
    chase_signatures(work.session, work.desk.office_id, wanted=wanted, now=work.now)


def plan_reminders(work: Work, rules: Rules) -> None:
    """Queues every reminder of a report that is due. Safe to repeat: each has a unique key."""
    chases = open_chases(work.session, work.desk.office_id, _REMINDED)
    reminders = reminders_of_chases(work.session, [chase.id for chase, _, _ in chases])
    units = reaches_of_units(work.session, work.desk.office_id)
    today = work.local(work.now).date()
    away = contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)
    alarming: list[tuple[Chase, ReportRows]] = []
    is_calling = False
    changes = changed_rungs(work.session, {cycle.id for _, _, cycle in chases})
    by_cycle = {cycle.id: rules.of_cycle(changes.get(cycle.id, ())) for _, _, cycle in chases}
    for chase, report, cycle in chases:
        of_chase = reminders.get(chase.id, [])
        unit = units.get(report.unit_id, [])
        planner = _Planner(
            work,
            by_cycle[cycle.id],
            chase,
            state_of(chase, report, cycle, of_chase, unit=unit),
            reminders=of_chase,
            unit=unit,
            away=away,
        )
        if not planner.due:
            continue
        try:
            with work.session.begin_nested():
                rows = planner.queue_due()
        except Exception:  # one report's trouble must not silence the reminders of all others
            logger.exception("reminder-failed", extra={"chase": chase.id})
            continue
        if rows is not None and chase.alarmed_at is None:
            alarming.append((chase, rows))
        is_calling = is_calling or planner.has_planned_a_call
    _alarm(work, alarming)
    if is_calling:
        tell_calls(work)


def _alarm(work: Work, alarming: Sequence[tuple[Chase, ReportRows]]) -> None:
    """One message for all units of which nobody can be reached, once for each chase."""
    if alarming and tell_nobody_reachable(work, [rows for _, rows in alarming]):
        for chase, _ in alarming:
            chase.alarmed_at = work.now


class _Planner:
    """The reminders of one chase to its unit's people. What it needs is read when it is needed."""

    def __init__(
        self,
        work: Work,
        rules: Rules,
        chase: Chase,
        state: ChaseState,
        *,
        reminders: RemindedRows,
        unit: Sequence[Reach],
        away: Collection[int],
    ) -> None:
        self._work = work
        self._rules = rules
        self._chase = chase
        self._reminders = {
            (reminder.rung, reminder.occurrence, reminder.contact_id): (reminder, row)
            for reminder, row in reminders
        }
        self._unit = unit
        self._away = away
        self._handover: Handover | None = None
        self._snoozed: Mapping[int, datetime] = {}
        self._reaches = {reach.contact_id: reach for reach in unit}
        self._audiences: dict[_Place, list[ContactKind]] = {}
        self._report: WorkingReport | None = None
        self.has_planned_a_call = False
        self._state = state
        due = rungs_due(self._state, rules.ladder, rules.workdays, now=work.now)
        self.due = [rung for rung in due if rung.audience not in TOLD_TOGETHER]

    def queue_due(self) -> ReportRows | None:
        """Queues what is due; gives back the report when there is nobody to write to."""
        work, rules = self._work, self._rules
        rows = report_rows(work.session, self._chase.report_id)
        if rows is None:
            return None
        self._handover = handover_of(work.session, rows.report.id)
        self._snoozed = snoozed_contacts(work.session, self._chase.id, now=work.now)
        for rung in rungs_skipped(self._state, rules.ladder, rules.workdays, now=work.now):
            if rung.audience in TOLD_TOGETHER:
                continue
            self._note_skipped(rung, self._recipients(rung))
        nobody = False
        told = [(rung, self._recipients(rung)) for rung in self.due]
        for rung, found in told:
            for contact in found.contacts:
                place = (rung.rung, rung.occurrence, contact.contact_id)
                self._audiences.setdefault(place, []).append(rung.audience)
        for rung, found in told:
            for contact in found.contacts:
                reach = self._reaches[contact.contact_id]
                if found.channel is Channel.PHONE:
                    self._plan_call(rung, reach)
                elif reach.contact_id not in self._snoozed:
                    self._queue(rung, rows, reach)
            nobody = nobody or (not found.contacts and rung.audience is ContactKind.LIAISON)
        return rows if nobody else None

    def _recipients(self, rung: DueRung) -> Recipients:
        """Within the unit; where there is nobody, the office gets one alarm."""
        here = (rung.rung, rung.occurrence)
        not_reached = {
            contact_id
            for (*place, contact_id), (known, _) in self._reminders.items()
            if tuple(place) == here and known.call_outcome is CallOutcome.NO_ANSWER
        }
        in_charge = self._handover.to_contact_id if self._handover else None
        return recipients(
            rung.audience,
            [
                view_of(reach, away=self._away, in_charge=in_charge, not_reached=not_reached)
                for reach in self._unit
            ],
        )

    def _plan_call(self, rung: DueRung, reach: Reach) -> None:
        """A task for the office. One that is still to be made for an older rung gives way."""
        if (rung.rung, rung.occurrence, reach.contact_id) in self._reminders:
            return
        for older, _ in self._reminders.values():
            if older.contact_id == reach.contact_id and is_open_call(older):
                older.call_outcome = CallOutcome.OVERTAKEN
        call = self._new_reminder(rung, reach.contact_id)
        call.channel = Channel.PHONE
        self._work.session.add(call)
        self.has_planned_a_call = True
        self._reminders[rung.rung, rung.occurrence, reach.contact_id] = (call, None)

    def _queue(self, rung: DueRung, rows: ReportRows, reach: Reach) -> None:
        key = (rung.rung, rung.occurrence, reach.contact_id)
        known, row = self._reminders.get(key, (None, None))
        reached = row is not None and not reached_nobody(row)
        if reach.chat_id is None or reached:
            return
        if same := self._told_the_same(rung, reach):
            known = known or self._new_reminder(rung, reach.contact_id)
            known.outbox_id = same.id
            self._work.session.add(known)
            self._reminders[key] = (known, same)
            return
        audiences = self._meant_by(rung, reach)
        reminded = Reminded(
            report=self._report_of(rows),
            kind=self._chase.kind,
            tone=rung.tone,
            audiences=audiences,
            reach=reach,
            liaison=self._liaison(),
            liaison_told_at=self._liaison_told_at(),
            instead=stand_in_line(
                reach.language,
                reach,
                audiences,
                unit=self._unit,
                away=self._away,
                handover=self._handover,
            ),
        )
        queued = self._work.send(
            reach.chat_id,
            reminder(self._work, reminded),
            priority=Priority.REMINDER,
            moot_when_filed=rows.report.id if self._chase.kind in CHASES_ENDED_BY_FILING else None,
            expires_at=rung.expires_at,
            repeat_when_unknown=rung.tone is not Tone.NOTICE,
        )
        known = known or self._new_reminder(rung, reach.contact_id)
        known.outbox_id = queued.id
        self._work.session.add(known)
        self._reminders[key] = (known, queued)

    def _meant_by(self, rung: DueRung, reach: Reach) -> Sequence[ContactKind]:
        """For whom the message is: whoever the rung tells through this contact, at once.

        A superior who stands in for another is told for themselves too where that would count for
        their own rung, which then says nothing: see `_told_the_same`.
        """
        audiences = self._audiences[rung.rung, rung.occurrence, reach.contact_id]
        if not _LEADERS.issuperset({rung.audience, reach.kind}) or reach.kind in audiences:
            return audiences
        until = self._work.now + _SAID_ANEW_AFTER
        own = [
            planned
            for planned in schedule(
                self._state, self._rules.ladder, self._rules.workdays, until=until
            )
            if planned.audience is reach.kind and not planned.weekly and planned.sent_at is None
        ]
        is_spared = own and (
            own[-1].due_at > self._work.now or any(due.audience is reach.kind for due in self.due)
        )
        return [*audiences, reach.kind] if is_spared else audiences

    def _told_the_same(self, rung: DueRung, reach: Reach) -> OutboxRow | None:
        """The message that told this superior, who stood in for another, what the rung would say.

        It counts for the rung as well. What comes every week says that it is still so.
        """
        if rung.weekly or rung.audience not in _LEADERS:
            return None
        for told, row in self._reminders.values():
            if (
                told.contact_id == reach.contact_id
                and told.audience in _LEADERS
                and told.audience is not rung.audience
                and row is not None
                and not reached_nobody(row)
                and self._work.now - row.created_at < _SAID_ANEW_AFTER
            ):
                return row
        return None

    def _report_of(self, rows: ReportRows) -> WorkingReport:
        """Read once, and only when something is to be written about it."""
        if self._report is None:
            self._report = working_report(self._work.session, rows, self._work.desk.zone)
        return self._report

    def _note_skipped(self, rung: DueRung, found: Recipients) -> None:
        for contact in found.contacts:
            key = (rung.rung, rung.occurrence, contact.contact_id)
            if key not in self._reminders:
                skipped = self._new_reminder(rung, contact.contact_id)
                self._work.session.add(skipped)
                self._reminders[key] = (skipped, None)

    def _new_reminder(self, rung: DueRung, contact_id: int) -> Reminder:
        return reminder_of(self._chase, rung, contact_id, now=self._work.now)

    def _liaison(self) -> Reach | None:
        return next((r for r in self._reaches.values() if r.kind is ContactKind.LIAISON), None)

    def _liaison_told_at(self) -> list[datetime]:
        """When the liaison was reminded, and not who stood in."""
        liaison = self._liaison()
        return [
            moment
            for told, row in self._reminders.values()
            if liaison and told.contact_id == liaison.contact_id and (moment := told_at(told, row))
        ]


def tell_offices(work: Work) -> None:
    """At the due hour and at the lock the office gets the state and the workbook, once each."""
    for cycle in cycles_to_tell(work.session, work.desk.office_id, now=work.now):
        locked = cycle.locks_at <= work.now
        if not tell_office(work, cycle, locked=locked):
            continue
        cycle.told_due_at = cycle.told_due_at or work.now
        if locked:
            cycle.told_locked_at = work.now
