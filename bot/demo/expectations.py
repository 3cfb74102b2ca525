"""What has to be true of a month that was played. Each expectation gives the sentences it broke."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from docx import Document
from openpyxl import load_workbook

from bot.demo.records import Records
from bot.demo.stage import Crew
from bot.demo.story import PHONE_OF_THE_LEADER, Story
from models.delivery import InboxState, OutboxState
from sandbox import Sandbox, StoredFile
from sandbox.people import Actor, Filer, Kind, Leader, Screen, read
from texts import Value, plain
from texts.wording import listed
from vocabulary.report import FiledReport
from vocabulary.terms import ContactKind, Timeliness

_CHASING = frozenset({Kind.REMINDER, Kind.OPENING, Kind.ESCALATION})
_THE_WHOLE_LADDER = frozenset(ContactKind)


@dataclass(frozen=True, slots=True)
class Broken:
    """An expectation that was not met: a key of the catalogue and what fills it."""

    text_key: str
    facts: Mapping[str, Value]

    def words(self, language: str) -> str:
        return plain(language, self.text_key, **self.facts)


@dataclass(frozen=True, slots=True)
class Month:
    """Everything that a performance leaves.

    drafts: the newest of each unit, as it came by chat. ledger: the last workbook that the
    coordinator received. seconds: how long the performance took.
    """

    story: Story
    crew: Crew
    sandbox: Sandbox
    records: Records
    drafts: Mapping[str, StoredFile]
    ledger: bytes
    seconds: float


Expectation = Callable[[Month], Iterator[Broken]]


def broken_expectations(month: Month) -> list[Broken]:
    return [broken for expectation in EXPECTATIONS for broken in expectation(month)]


def _everybody_is_accounted_for(month: Month) -> Iterator[Broken]:
    for timeliness, wanted in (
        (Timeliness.ON_TIME, set(month.story.filing) - month.story.late),
        (Timeliness.LATE, month.story.late),
        (Timeliness.OUTSTANDING, month.story.never),
    ):
        found = {r.unit for r in month.records.ledger.reports if r.timeliness is timeliness}
        if found != wanted:
            yield _broken(
                "demo-broken-timeliness",
                timeliness=plain("zh-CN", f"timeliness-{timeliness}"),
                wanted=len(wanted),
                found=len(found),
                units=listed("zh-CN", sorted(found ^ wanted)),
            )
    expected = month.records.ledger.expected
    if expected != len(month.story.cast):
        yield _broken("demo-broken-expected", wanted=len(month.story.cast), found=expected)


def _every_filing_unit_has_its_draft(month: Month) -> Iterator[Broken]:
    if set(month.drafts) != set(month.story.filing):
        yield _broken("demo-broken-drafts", wanted=len(month.story.filing), found=len(month.drafts))


def _every_draft_says_what_was_filed(month: Month) -> Iterator[Broken]:
    for unit, draft in month.drafts.items():
        filings = month.records.filings_of(unit)
        missing = _missing_in_draft(draft.content, filings[-1].filed) if filings else unit
        if missing:
            yield _broken("demo-broken-draft", unit=unit, missing=missing)


def _missing_in_draft(content: bytes, filed: FiledReport) -> str:
    """The first thing that the draft ought to say and does not."""
    text = "".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    wanted = [filed.official_name or filed.unit]
    for entry in filed.entries:
        said = entry.content
        wanted += [entry.measure.title, said.text, said.problem, said.next_step]
    return next((words for words in wanted if words.replace("\n", "") not in text), "")


def _the_workbook_has_every_assignment(month: Month) -> Iterator[Broken]:
    sheet = load_workbook(io.BytesIO(month.ledger), read_only=True)[plain("zh-CN", "sheet-rows")]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] is not None]
    wanted = sum(len(measure.units) for measure in month.story.measures)
    found = sum(any(cell in month.story.cast for cell in row) for row in rows)
    if found != wanted:
        yield _broken("demo-broken-ledger", wanted=wanted, found=found)


def _the_plan_came_by_chat_and_the_registry_is_kept(month: Month) -> Iterator[Broken]:
    unit, kind = month.story.invited_in_chat[0]
    contacts = [
        contact
        for report in month.records.ledger.reports
        if report.unit == unit
        for contact in report.contacts
    ]
    if not any(PHONE_OF_THE_LEADER in contact for contact in contacts):
        yield _broken("demo-broken-registry", unit=unit, kind=kind)


def _telegram_refused_nothing(month: Month) -> Iterator[Broken]:
    for call in month.sandbox.journal.calls:
        if call.status != 200:
            yield _broken("demo-broken-refused", method=call.method, status=str(call.status))


def _every_tap_was_answered(month: Month) -> Iterator[Broken]:
    for actor in month.crew.everybody:
        if actor.phone.unanswered:
            yield _broken("demo-broken-unanswered", name=actor.phone.user.name)


def _nothing_waits_and_nothing_failed(month: Month) -> Iterator[Broken]:
    fine = {OutboxState.SENT, OutboxState.CANCELLED, OutboxState.SKIPPED}
    for state, count in month.records.outbox.items():
        if state not in fine:
            yield _broken("demo-broken-outbox", state=state, count=count)
    for inbox_state, count in month.records.inbox.items():
        if inbox_state is not InboxState.DONE:
            yield _broken("demo-broken-inbox", state=inbox_state, count=count)


def _everybody_was_told_of_the_opening(month: Month) -> Iterator[Broken]:
    records = month.records
    told = {reminder.unit for reminder in records.reminders if reminder.rung == "opening"}
    told |= {call.unit for call in records.calls if call.rung == "opening"}
    if missing := set(month.story.cast) - told:
        yield _broken("demo-broken-opening", units=listed("zh-CN", sorted(missing)))


def _nobody_is_chased_after_filing(month: Month) -> Iterator[Broken]:
    """As their phones show it, whatever the tables say."""
    for unit, kind, actor in month.crew.seats():
        if not isinstance(actor, Filer | Leader):
            continue
        for message in actor.phone.chat:
            screen = read(message) if message.from_bot else None
            chased = _CHASING | {Kind.SETTLED_REMINDER}
            if screen is None or screen.kind not in chased or unit not in message.text:
                continue
            if _was_settled(month.records, unit, message.sent_at):
                yield _broken(
                    "demo-broken-chased",
                    unit=unit,
                    kind=plain("zh-CN", f"kind-{kind}"),
                    words=message.text.split("\n")[0],
                )


def _was_settled(records: Records, unit: str, at: datetime) -> bool:
    """Whether the unit had filed by then, and had nothing returned to it since."""
    filed = [filing.at for filing in records.filings_of(unit) if filing.at < at]
    returned = [back.at for back in records.returns if back.unit == unit and back.at < at]
    return bool(filed) and (not returned or max(returned) < max(filed))


def _who_never_files_is_taken_up_the_ladder(month: Month) -> Iterator[Broken]:
    for unit in month.story.never:
        reminders = [r for r in month.records.reminders if r.unit == unit]
        missing = _THE_WHOLE_LADDER - {reminder.audience for reminder in reminders}
        weekly = any(reminder.rung == "weekly" for reminder in reminders)
        if missing or not weekly:
            names = [plain("zh-CN", f"kind-{kind}") for kind in sorted(missing)]
            yield _broken("demo-broken-ladder", unit=unit, missing=listed("zh-CN", names) or "—")


def _who_is_returned_files_again(month: Month) -> Iterator[Broken]:
    unit = month.story.returned
    if unit not in {returned.unit for returned in month.records.returns}:
        yield _broken("demo-broken-return", unit=unit)
    elif len(month.records.filings_of(unit)) < 2:
        yield _broken("demo-broken-filed-again", unit=unit)


def _who_errs_corrects(month: Month) -> Iterator[Broken]:
    filings = month.records.filings_of(month.story.corrects)
    if not any(filing.filed.correction_reason for filing in filings):
        yield _broken("demo-broken-correction", unit=month.story.corrects)


def _what_the_office_announces_reaches_every_liaison(month: Month) -> Iterator[Broken]:
    missed = [
        unit
        for unit, liaison in month.crew.liaisons.items()
        if not any(_screens(liaison, Kind.ANNOUNCEMENT))
    ]
    if missed:
        yield _broken("demo-broken-announcement", units=listed("zh-CN", missed))


def _everything_filed_is_accepted(month: Month) -> Iterator[Broken]:
    accepted = {acceptance.unit for acceptance in month.records.acceptances}
    if missing := set(month.story.filing) - accepted:
        yield _broken("demo-broken-accepted", units=listed("zh-CN", sorted(missing)))


def _the_office_is_reminded_of_its_backlog_once_a_day_at_most(month: Month) -> Iterator[Broken]:
    days = [at.date() for at in month.records.backlogs]
    if not days or len(days) != len(set(days)):
        yield _broken("demo-broken-backlog", count=len(days), days=len(set(days)))


def _no_reminder_of_a_filed_report_asks_for_it_still(month: Month) -> Iterator[Broken]:
    """As it stands in the chats: every one says that the report was filed."""
    for unit, kind, actor in month.crew.seats():
        if unit not in month.story.filing:
            continue
        for message in actor.phone.chat:
            screen = read(message) if message.from_bot else None
            if screen is not None and screen.kind in _CHASING and unit in message.text:
                yield _broken(
                    "demo-broken-asks-still",
                    unit=unit,
                    kind=plain("zh-CN", f"kind-{kind}"),
                    words=message.text.split("\n")[0],
                )


def _the_office_is_told_when_due_and_when_locked(month: Month) -> Iterator[Broken]:
    records = month.records
    if records.told_due_at is None or records.told_locked_at is None:
        yield _broken("demo-broken-office")


def _the_office_sees_the_year_and_who_will_be_reminded(month: Month) -> Iterator[Broken]:
    for kind, words in ((Kind.CALENDAR, "/calendar"), (Kind.LADDER, "/ladder")):
        if not any(_screens(month.crew.coordinator, kind)):
            yield _broken("demo-broken-shown", words=words)


def _who_is_on_leave_hears_nothing_and_the_deputy_files(month: Month) -> Iterator[Broken]:
    """While they are away all that is sent goes to the deputy; back again, they are told so."""
    unit, records = month.story.asides.on_leave, month.records
    leave = next((leave for leave in records.leaves if leave.unit == unit), None)
    if leave is None:
        yield _broken("demo-broken-leave", unit=unit)
        return
    disturbed = [
        reminder
        for reminder in records.reminders
        if reminder.unit == unit
        and reminder.kind is ContactKind.LIAISON
        and leave.first_on <= reminder.at.date() <= leave.last_on
    ]
    filed = records.filings_of(unit)
    by_deputy = bool(filed) and filed[0].by_kind is ContactKind.DEPUTY
    told = any(_screens(month.crew.liaisons[unit], Kind.WELCOME_BACK))
    if disturbed or not by_deputy or not told:
        yield _broken("demo-broken-stands-in", unit=unit, name=leave.name)


def _who_puts_it_off_is_reminded_then(month: Month) -> Iterator[Broken]:
    unit = month.story.asides.put_off
    if not any(asked.unit == unit and asked.reminded for asked in month.records.put_off):
        yield _broken("demo-broken-put-off", unit=unit)


def _more_time_that_was_granted_keeps_a_report_on_time(month: Month) -> Iterator[Broken]:
    """It is filed after everybody else's due moment and before its own."""
    unit, records = month.story.asides.extended, month.records
    granted = [more for more in records.extensions if more.unit == unit and more.granted_at]
    filed = records.filings_of(unit)
    if (
        not granted
        or not filed
        or not records.ledger.due_at < filed[0].at <= granted[-1].until
        or any(r.timeliness is Timeliness.LATE for r in records.ledger.reports if r.unit == unit)
    ):
        yield _broken("demo-broken-more-time", unit=unit)


def _whom_no_message_reaches_is_called(month: Month) -> Iterator[Broken]:
    unit = month.story.asides.called
    if unit not in {call.unit for call in month.records.calls}:
        yield _broken("demo-broken-called", unit=unit)


def _screens(actor: Actor, kind: Kind) -> Iterator[Screen]:
    """What stands in their chat at the end and is of that kind."""
    for message in actor.phone.chat:
        screen = read(message) if message.from_bot else None
        if screen is not None and screen.kind is kind:
            yield screen


def _broken(text_key: str, **facts: Value) -> Broken:
    return Broken(text_key, facts)


EXPECTATIONS: tuple[Expectation, ...] = (
    _everybody_is_accounted_for,
    _every_filing_unit_has_its_draft,
    _every_draft_says_what_was_filed,
    _the_workbook_has_every_assignment,
    _the_plan_came_by_chat_and_the_registry_is_kept,
    _telegram_refused_nothing,
    _every_tap_was_answered,
    _nothing_waits_and_nothing_failed,
    _everybody_was_told_of_the_opening,
    _nobody_is_chased_after_filing,
    _who_never_files_is_taken_up_the_ladder,
    _who_is_returned_files_again,
    _who_errs_corrects,
    _what_the_office_announces_reaches_every_liaison,
    _everything_filed_is_accepted,
    _the_office_is_reminded_of_its_backlog_once_a_day_at_most,
    _no_reminder_of_a_filed_report_asks_for_it_still,
    _the_office_is_told_when_due_and_when_locked,
    _the_office_sees_the_year_and_who_will_be_reminded,
    _who_is_on_leave_hears_nothing_and_the_deputy_files,
    _who_puts_it_off_is_reminded_then,
    _more_time_that_was_granted_keeps_a_report_on_time,
    _whom_no_message_reaches_is_called,
)
