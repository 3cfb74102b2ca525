"""From the rows of a chase to the values on which the ladder decides."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from models.chases import Chase, Reminder
from models.cycles import Cycle, Report, expected_at
from models.delivery import OutboxRow, OutboxState
from models.people import UNREACHABLE_REASONS, Reach
from scheduler.ladder import (
    ChaseState,
    ContactView,
    DueRung,
    PlannedRung,
    SentReminder,
    is_out_of_reach,
)
from vocabulary.terms import CallOutcome, Channel, ChaseKind

RemindedRows = Sequence[tuple[Reminder, OutboxRow | None]]
"""The reminders of one chase, each with what became of its message."""


def state_of(
    chase: Chase,
    report: Report,
    cycle: Cycle,
    reminders: RemindedRows,
    *,
    unit: Iterable[Reach] | None = None,
    wanted_by: datetime | None = None,
) -> ChaseState:
    """The chase as the ladder sees it.

    unit: its people; only the office's rung of a report depends on whether they can be told.
    wanted_by: when the report was due while a chase lasted that has ended; as it is due now, where
        not given.
    What is wanted again when it is late already (an exemption was taken back) is asked for from
    then on as from a due moment: nobody is behind before they were asked.
    """
    due_at = wanted_by or expected_at(report, cycle)
    if chase.kind is ChaseKind.REPORT_OUTSTANDING and chase.episode > 1:
        due_at = max(due_at, chase.opened_at)
    return ChaseState(
        kind=chase.kind,
        opened_at=chase.opened_at,
        opens_at=cycle.opens_at,
        due_at=due_at,
        since=chase.opened_at if chase.episode > 1 else None,
        out_of_reach=unit is not None and is_out_of_reach(map(view_of, unit)),
        sent=tuple(
            SentReminder(
                reminder.rung,
                reminder.occurrence,
                reminder.audience,
                reminder.called_at or (row.created_at if row else reminder.planned_at),
                told=reminder.channel is Channel.CHAT or told_at(reminder, row) is not None,
            )
            for reminder, row in reminders
            if counts_as_sent(reminder, row)
        ),
    )


def reminder_of(
    chase: Chase, rung: DueRung | PlannedRung, contact_id: int, *, now: datetime
) -> Reminder:
    """The rung's reminder to the contact, neither stored nor sent yet."""
    return Reminder(
        chase_id=chase.id,
        rung=rung.rung,
        occurrence=rung.occurrence,
        audience=rung.audience,
        contact_id=contact_id,
        due_at=rung.due_at,
        planned_at=now,
    )


def counts_as_sent(reminder: Reminder, row: OutboxRow | None) -> bool:
    """Whether the rung has been seen to; if not, it is due still, and goes to the next person."""
    if reminder.channel is Channel.PHONE:
        return reminder.call_outcome is not CallOutcome.NO_ANSWER
    return row is not None and not reached_nobody(row)


def reached_nobody(row: OutboxRow) -> bool:
    """Whether the rung has to go to the next person. A refused one would be refused again."""
    return row.state is OutboxState.DEAD and row.last_error in UNREACHABLE_REASONS


def is_taken_back(row: OutboxRow | None) -> bool:
    """Whether the message was withdrawn before it was sent, since not all in it was true any more.

    Of a message about several things the rest is still due, and is written anew.
    """
    return row is not None and row.state in {OutboxState.CANCELLED, OutboxState.SKIPPED}


def told_at(reminder: Reminder, row: OutboxRow | None) -> datetime | None:
    """When the contact surely knew."""
    if reminder.channel is Channel.PHONE:
        return reminder.called_at if reminder.call_outcome is CallOutcome.TOLD else None
    return row.sent_at if row else None


def view_of(
    reach: Reach,
    *,
    away: Collection[int] = (),
    in_charge: int | None = None,
    not_reached: Collection[int] = (),
) -> ContactView:
    """The contact as the ladder sees it.

    away: the contacts who are. in_charge: the one who has taken the report over.
    not_reached: those who have not answered a call about this rung.
    """
    return ContactView(
        reach.contact_id,
        reach.kind,
        reach.reachable,
        callable=bool(reach.phone) and not reach.reachable and reach.contact_id not in not_reached,
        away=reach.contact_id in away,
        takes_over=reach.contact_id == in_charge,
    )
