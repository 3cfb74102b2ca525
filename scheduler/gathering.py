"""What is due of many reports to one reader is one message; it says which have come since."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.chases import (
    Chase,
    Reminder,
    messages_telling,
    reports_told_and_done,
)
from models.cycles import Cycle, Report, newest_revision
from models.delivery import OutboxRow, unpacked
from models.offices import Unit
from models.people import Reach, languages_of
from models.work import Work
from scheduler.calls import refresh_calls_of
from scheduler.ladder import DueRung, recipients, rungs_due
from scheduler.record import (
    RemindedRows,
    is_taken_back,
    reached_nobody,
    reminder_of,
    state_of,
    view_of,
)
from scheduler.rules import Rules
from texts import say
from texts.wording import moment_name
from vocabulary.terms import Channel, ContactKind


@dataclass(frozen=True, slots=True)
class Due:
    """A rung that is due of a report."""

    chase: Chase
    rung: DueRung


class Gathering:
    """What is due to the people of one team, who are told of many reports in one message.

    audiences: for whom a rung has to be meant. What other teams were told does not count here.
    """

    def __init__(
        self, work: Work, audiences: Collection[ContactKind], team: Iterable[Reach]
    ) -> None:
        self._work = work
        self._audiences = audiences
        self._team = {reach.contact_id: reach for reach in team}
        self._due: dict[int, list[Due]] = {}
        self._known: dict[tuple[int, str, int, int], Reminder] = {}

    def look_at(
        self,
        chase: Chase,
        report: Report,
        cycle: Cycle,
        reminders: RemindedRows,
        rules: Rules,
        *,
        unit: Iterable[Reach] | None = None,
    ) -> None:
        """Collects what is due of the chase. unit: see `state_of`."""
        own = [
            (reminder, row)
            for reminder, row in reminders
            if reminder.audience not in self._audiences or reminder.contact_id in self._team
        ]
        told = [(reminder, row) for reminder, row in own if not self._is_void(reminder, row)]
        for reminder, row in own:
            key = (chase.id, reminder.rung, reminder.occurrence, reminder.contact_id)
            if self._is_void(reminder, row) or (row is not None and reached_nobody(row)):
                self._known[key] = reminder
        state = state_of(chase, report, cycle, told, unit=unit)
        for rung in rungs_due(state, rules.ladder, rules.workdays, now=self._work.now):
            if rung.audience in self._audiences:
                for reach in told_by_chat(rung.audience, self._team.values()):
                    self._due.setdefault(reach.contact_id, []).append(Due(chase, rung))

    def by_reader(self) -> Iterator[tuple[Reach, Sequence[Due]]]:
        """Who is to be told of what."""
        for contact_id, due in self._due.items():
            yield self._team[contact_id], due

    def note(self, reach: Reach, due: Iterable[Due], row: OutboxRow) -> None:
        """The message tells them of all this."""
        for one in due:
            rung = one.rung
            key = (one.chase.id, rung.rung, rung.occurrence, reach.contact_id)
            reminder = self._known.get(key) or reminder_of(
                one.chase, rung, reach.contact_id, now=self._work.now
            )
            self._known[key] = reminder  # who stands in may be meant by one rung twice
            reminder.outbox_id = row.id
            self._work.session.add(reminder)

    def _is_void(self, reminder: Reminder, row: OutboxRow | None) -> bool:
        return reminder.audience in self._audiences and is_taken_back(row)


def told_by_chat(audience: ContactKind, team: Iterable[Reach]) -> list[Reach]:
    """Who of the team is told what is meant for the audience. Nobody of a team is called."""
    by_id = {reach.contact_id: reach for reach in team if reach.reachable}
    found = recipients(audience, [view_of(reach) for reach in by_id.values()])
    chosen = found.contacts if found.channel is Channel.CHAT else ()
    return [by_id[contact.contact_id] for contact in chosen]


# ── what has been done since ───────────────────────────────────────────────────────────────────


def mark_told(work: Work, report: Report) -> None:
    """The messages that told task forces and the office of the report say what has become of it.

    The lists of calls in the coordinators' chats are without it.
    """
    mark_messages_telling(work, messages_telling(work.session, report.id))
    refresh_calls_of(work, report)


def mark_messages_telling(work: Work, rows: Sequence[OutboxRow]) -> None:
    """Each message as it was, with a line for every report that is chased no more."""
    languages = languages_of(work.session, work.desk.bot_id, {row.chat_id for row in rows})
    for row in rows:
        done = reports_told_and_done(work.session, row.id)
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
        return say(language, "late-done-filed", unit=unit.name, at=at)
    if report.exempt or report.extended_to is None:
        return say(language, "late-done-exempt", unit=unit.name)
    until = moment_name(language, work.local(report.extended_to))
    return say(language, "late-done-extended", unit=unit.name, until=until)
