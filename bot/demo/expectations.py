"""What has to be true of what was played. Each expectation gives the sentences it broke."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from docx import Document
from openpyxl import load_workbook

from bot.demo.mails import files_in
from bot.demo.office_work import PHONE_OF_THE_LEADER
from bot.demo.performance import Month, Performance
from bot.demo.records import MonthRecords, Stamped
from bot.demo.story import Asides
from models.delivery import InboxState, OutboxState
from sandbox import Message
from sandbox.people import Actor, Kind, Screen, read, units_that_lack
from texts import Value, plain
from texts.wording import listed, month_name, period_name
from vocabulary.period import Period
from vocabulary.report import FiledEntry, FiledReport
from vocabulary.terms import (
    UNIT_KINDS,
    Ask,
    ChaseKind,
    ContactKind,
    EntrySource,
    EntryStatus,
    Finding,
    ProblemState,
    SigningEnd,
    TickKind,
    Timeliness,
)

_ORIGINALS = 3
_CHASING = frozenset({Kind.REMINDER, Kind.OPENING, Kind.ESCALATION})
_THE_WHOLE_LADDER = frozenset({*UNIT_KINDS, ContactKind.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Broken:
    """An expectation that was not met: a key of the catalogue and what fills it.

    period: the month of which it was expected; None where it is of no single one.
    """

    text_key: str
    facts: Mapping[str, Value]
    period: Period | None = None

    def words(self, language: str) -> str:
        said = plain(language, self.text_key, **self.facts)
        if self.period is None:
            return said
        return plain(
            language, "demo-broken-in", month=month_name(language, self.period), words=said
        )


Expectation = Callable[[Performance], Iterator[Broken]]
OfAMonth = Callable[[Month], Iterator[Broken]]
OfAsides = Callable[[Month, Asides], Iterator[Broken]]


def broken_expectations(performance: Performance) -> list[Broken]:
    """Of the whole, and of each of its months."""
    return [
        *(broken for expectation in EXPECTATIONS for broken in expectation(performance)),
        *(
            replace(broken, period=month.chapter.period)
            for month in performance.months
            for expectation in EXPECTATIONS_OF_A_MONTH
            for broken in expectation(month)
        ),
    ]


def _everybody_is_accounted_for(month: Month) -> Iterator[Broken]:
    for timeliness, wanted in (
        (Timeliness.ON_TIME, set(month.filing) - month.chapter.late),
        (Timeliness.LATE, month.chapter.late),
        (Timeliness.OUTSTANDING, month.chapter.never),
        (Timeliness.EXEMPT, month.chapter.exempt),
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
    reporting = len(month.story.cast) - len(month.chapter.exempt)
    if expected != reporting:
        yield _broken("demo-broken-expected", wanted=reporting, found=expected)


def _every_filing_unit_has_its_draft(month: Month) -> Iterator[Broken]:
    if set(month.drafts) != set(month.filing):
        yield _broken("demo-broken-drafts", wanted=len(month.filing), found=len(month.drafts))


def _every_draft_is_in_the_mailbox(month: Month) -> Iterator[Broken]:
    """The newest draft of each unit came by mail, byte for byte."""
    mailed = {content for mail in month.mails.values() for content in files_in(mail)}
    missing = [unit for unit, draft in month.drafts.items() if draft.content not in mailed]
    if missing:
        yield _broken("demo-broken-mails", units=listed("zh-CN", missing))


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


def _the_plan_came_by_chat_and_the_registry_is_kept(whole: Performance) -> Iterator[Broken]:
    unit, kind = whole.story.invited_in_chat[0]
    contacts = [
        contact
        for report in whole.months[0].records.ledger.reports
        if report.unit == unit
        for contact in report.contacts
    ]
    if not any(PHONE_OF_THE_LEADER in contact for contact in contacts):
        yield _broken("demo-broken-registry", unit=unit, kind=kind)


def _telegram_refused_nothing(whole: Performance) -> Iterator[Broken]:
    for call in whole.sandbox.journal.calls:
        if call.status != 200:
            yield _broken("demo-broken-refused", method=call.method, status=str(call.status))


def _every_tap_was_answered(whole: Performance) -> Iterator[Broken]:
    for actor in whole.crew.everybody:
        if actor.phone.unanswered:
            yield _broken("demo-broken-unanswered", name=actor.phone.user.name)


def _nothing_waits_and_nothing_failed(whole: Performance) -> Iterator[Broken]:
    fine = {OutboxState.SENT, OutboxState.CANCELLED, OutboxState.SKIPPED}
    for state, count in whole.records.outbox.items():
        if state not in fine:
            yield _broken("demo-broken-outbox", state=state, count=count)
    for inbox_state, count in whole.records.inbox.items():
        if inbox_state is not InboxState.DONE:
            yield _broken("demo-broken-inbox", state=inbox_state, count=count)


def _everybody_was_told_of_the_opening(month: Month) -> Iterator[Broken]:
    records = month.records
    told = {reminder.unit for reminder in records.reminders if reminder.rung == "opening"}
    told |= {call.unit for call in records.calls if call.rung == "opening"}
    if missing := set(month.story.cast) - month.chapter.exempt - told:
        yield _broken("demo-broken-opening", units=listed("zh-CN", sorted(missing)))


def _nobody_is_chased_after_filing(month: Month) -> Iterator[Broken]:
    """As their phones show it, whatever the tables say."""
    for unit, kind, message, screen_kind in _asking(month):
        chased = _CHASING | {Kind.SETTLED_REMINDER}
        if screen_kind in chased and _was_settled(month.records, unit, message.sent_at):
            yield _broken(
                "demo-broken-chased",
                unit=unit,
                kind=plain("zh-CN", f"kind-{kind}"),
                words=message.text.split("\n")[0],
            )


def _asking(month: Month) -> Iterator[tuple[str, ContactKind, Message, Kind]]:
    """What the chats say of the month's reports: of which unit, to whom, and what it is."""
    named = month_name("zh-CN", month.chapter.period)
    for unit, kind, actor in month.crew.seats():
        for message in actor.phone.chat:
            if not message.from_bot or unit not in message.text or named not in message.text:
                continue
            screen = read(message)
            if screen is not None:
                yield unit, kind, message, screen.kind


def _was_settled(records: MonthRecords, unit: str, at: datetime) -> bool:
    """Whether the unit had filed by then, and had nothing returned to it since."""
    filed = [filing.at for filing in records.filings_of(unit) if filing.at < at]
    returned = [back.at for back in records.returns if back.unit == unit and back.at < at]
    return bool(filed) and (not returned or max(returned) < max(filed))


def _who_never_files_is_taken_up_the_ladder(month: Month) -> Iterator[Broken]:
    for unit in month.chapter.never:
        reminders = [r for r in month.records.reminders if r.unit == unit]
        missing = _THE_WHOLE_LADDER - {reminder.audience for reminder in reminders}
        weekly = any(reminder.rung == "weekly" for reminder in reminders)
        if missing or not weekly:
            names = [plain("zh-CN", f"kind-{kind}") for kind in sorted(missing)]
            yield _broken("demo-broken-ladder", unit=unit, missing=listed("zh-CN", names) or "—")


def _who_is_returned_files_again(month: Month) -> Iterator[Broken]:
    unit = month.chapter.returned
    if not unit:
        return
    if unit not in {returned.unit for returned in month.records.returns}:
        yield _broken("demo-broken-return", unit=unit)
    elif len(month.records.filings_of(unit)) < 2:
        yield _broken("demo-broken-filed-again", unit=unit)


def _who_errs_corrects(month: Month) -> Iterator[Broken]:
    filings = month.records.filings_of(month.chapter.corrects)
    if not any(filing.filed.correction_reason for filing in filings):
        yield _broken("demo-broken-correction", unit=month.chapter.corrects)


def _what_the_office_announces_reaches_every_unit(whole: Performance) -> Iterator[Broken]:
    """The liaison; of one who is away, the deputy."""
    deputies = whole.crew.deputies
    missed = [
        unit
        for unit, liaison in whole.crew.liaisons.items()
        if not any(_screens(liaison, Kind.ANNOUNCEMENT))
        and not (unit in deputies and any(_screens(deputies[unit], Kind.ANNOUNCEMENT)))
    ]
    if missed:
        yield _broken("demo-broken-announcement", units=listed("zh-CN", missed))


def _everything_filed_is_accepted(month: Month) -> Iterator[Broken]:
    accepted = {acceptance.unit for acceptance in month.records.acceptances}
    if missing := set(month.filing) - accepted:
        yield _broken("demo-broken-accepted", units=listed("zh-CN", sorted(missing)))


def _the_office_is_reminded_of_its_backlog_once_a_day_at_most(
    whole: Performance,
) -> Iterator[Broken]:
    days = [at.date() for at in whole.records.backlogs]
    if not days or len(days) != len(set(days)):
        yield _broken("demo-broken-backlog", count=len(days), days=len(set(days)))


def _no_reminder_of_a_filed_report_asks_for_it_still(month: Month) -> Iterator[Broken]:
    """As it stands in the chats: every one says that the report was filed."""
    for unit, kind, message, screen_kind in _asking(month):
        if screen_kind in _CHASING and unit in month.filing:
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


def _the_office_sees_the_year_and_who_will_be_reminded(whole: Performance) -> Iterator[Broken]:
    for kind, words in ((Kind.CALENDAR, "/calendar"), (Kind.LADDER, "/ladder")):
        if not any(_screens(whole.crew.coordinator, kind)):
            yield _broken("demo-broken-shown", words=words)


def _who_is_on_leave_hears_nothing_and_the_deputy_files(
    month: Month, asides: Asides
) -> Iterator[Broken]:
    """While they are away all that is sent goes to the deputy; back again, they are told so."""
    unit, records = asides.on_leave, month.records
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


def _who_puts_it_off_is_reminded_then(month: Month, asides: Asides) -> Iterator[Broken]:
    unit = asides.put_off
    if not any(asked.unit == unit and asked.reminded for asked in month.records.put_off):
        yield _broken("demo-broken-put-off", unit=unit)


def _more_time_that_was_granted_keeps_a_report_on_time(
    month: Month, asides: Asides
) -> Iterator[Broken]:
    """It is filed after everybody else's due moment and before its own."""
    unit, records = asides.extended, month.records
    granted = [more for more in records.extensions if more.unit == unit and more.granted_at]
    filed = records.filings_of(unit)
    if (
        not granted
        or not filed
        or not records.ledger.due_at < filed[0].at <= granted[-1].until
        or any(r.timeliness is Timeliness.LATE for r in records.ledger.reports if r.unit == unit)
    ):
        yield _broken("demo-broken-more-time", unit=unit)


def _whom_no_message_reaches_is_called(month: Month, asides: Asides) -> Iterator[Broken]:
    unit = asides.called
    if unit not in {call.unit for call in month.records.calls}:
        yield _broken("demo-broken-called", unit=unit)


def _a_task_force_hears_what_is_missing_in_it(month: Month, asides: Asides) -> Iterator[Broken]:
    """And when the unit has filed at last, the message says so."""
    unit, named = asides.in_force, month_name("zh-CN", month.chapter.period)
    told = any(
        reminder.unit == unit and reminder.audience is ContactKind.TASK_FORCE
        for reminder in month.records.reminders
    )
    said = [
        screen.message.text
        for screen in _screens(month.crew.force, Kind.FORCE_TOLD)
        if unit in units_that_lack(screen.message.text) and named in screen.message.text
    ]
    is_done = any(f"\n更新：{unit}已于 " in text for text in said)
    if not told or not said or is_done is not bool(month.records.filings_of(unit)):
        yield _broken("demo-broken-force", unit=unit, force=month.story.force)


def _measures_that_share_a_paragraph_are_answered_once(month: Month) -> Iterator[Broken]:
    shared = {number for number, ask in month.story.asks.items() if ask is Ask.SHARED}
    for unit in month.filing:
        together = _owed(month, unit) & shared
        if together and together not in map(_numbers, _filed_entries(month, unit)):
            numbers = listed("zh-CN", sorted(together))
            yield _broken("demo-broken-shared", unit=unit, numbers=numbers)


def _quarterly_measures_wait_for_their_quarter(month: Month) -> Iterator[Broken]:
    quarterly = {number for number, ask in month.story.asks.items() if ask is Ask.QUARTERLY}
    for unit in month.filing:
        asked = {n for entry in _filed_entries(month, unit) for n in _numbers(entry)}
        wanted = _owed(month, unit) & quarterly
        if asked & quarterly != (wanted if month.chapter.period.closes_quarter else set()):
            numbers = listed("zh-CN", sorted(wanted))
            yield _broken("demo-broken-quarterly", unit=unit, numbers=numbers)


def _owed(month: Month, unit: str) -> set[str]:
    """The numbers of the unit's measures."""
    return {
        one.measure.number
        for one in month.story.measures
        if unit in {assigned.name for assigned in one.units}
    }


# ── what leads from month to month ─────────────────────────────────────────────────────────────


def _a_colleague_answers_what_they_were_asked_for(whole: Performance) -> Iterator[Broken]:
    """No more and no less, in their words; the liaison's list says who answered it."""
    thread, helper = whole.story.thread, whole.crew.helper
    name, chat = helper.phone.user.name, _chat_of_thread(whole)
    asked = [
        helped
        for helped in whole.months[-1].records.helped
        if helped.unit == thread.unit and helped.name == name and helped.answered_at is not None
    ]
    entry = _filed_entry(whole.months[-1], thread.helped)
    typed = {deed.what for deed in helper.diary if deed.answers}
    if (
        [helped.numbers for helped in asked] != [(thread.helped,)]
        or entry is None
        or entry.content.text not in typed
        or not re.search(rf"● {thread.helped}　.+ · {name} ", chat)
    ):
        yield _broken("demo-broken-helped", unit=thread.unit, number=thread.helped, name=name)


def _a_photo_proves_what_is_done(whole: Performance) -> Iterator[Broken]:
    thread = whole.story.thread
    entry = _filed_entry(whole.months[-1], thread.shown)
    if entry is None or entry.content.status is not EntryStatus.DONE or not entry.evidence:
        yield _broken("demo-broken-photo", unit=thread.unit, number=thread.shown)


def _a_stamped_page_is_told_by_its_code(whole: Performance) -> Iterator[Broken]:
    """The right one counts as the scan of the newest revision; what is amiss is told, and waits.

    In the month after the first two send it as it should be.
    """
    stamps, july = whole.story.stamps, whole.months[0]
    unsealed = frozenset({Finding.NO_SEAL, Finding.COLOURLESS})
    for unit, amiss in (
        (stamps.good, None),
        (stamps.older, frozenset({Finding.OLDER})),
        (stamps.unsealed, unsealed),
    ):
        came = _stamped_of(july, whole, unit)
        newest = max((one.filed.revision for one in july.records.filings_of(unit)), default=0)
        counted = [(one.finding, one.revision) for one in came if one.counts]
        waiting = [one.finding for one in came if not one.counts]
        is_told = len(waiting) == 1 and waiting[0] in amiss if amiss else not waiting
        if counted != [(Finding.GOOD, newest)] or not is_told:
            yield _broken("demo-broken-stamped", unit=unit)
    for month in whole.months[1:]:
        for unit in (stamps.good, stamps.unsealed):
            if [one.counts for one in _stamped_of(month, whole, unit)] != [True]:
                yield _broken("demo-broken-stamped", unit=unit)


def _stamped_of(month: Month, whole: Performance, unit: str) -> list[Stamped]:
    return [
        one
        for one in whole.records.stamped
        if (one.unit, one.period) == (unit, month.chapter.period)
    ]


def _a_draft_edited_in_word_is_a_correction(whole: Performance) -> Iterator[Broken]:
    """What was typed behind the first measure is filed as its words, and nothing else is.

    The reason names that measure.
    """
    unit = whole.months[-1].chapter.corrects
    words = whole.story.cast[unit].later.rewords
    filings = [one.filed for one in whole.months[-1].records.filings_of(unit)]
    entries = filings[-1].entries if filings else ()
    changed = [one for one in entries if one.source is EntrySource.WORD]
    said = [
        one.content.text.endswith(words)
        and f"第{one.measure.number}项" in filings[-1].correction_reason
        for one in changed
    ]
    if said != [True]:
        yield _broken("demo-broken-word", unit=unit)


def _a_stamped_page_that_is_missing_is_asked_for_and_comes(whole: Performance) -> Iterator[Broken]:
    """Nobody else is asked: of the others the scan has come, or the office has ticked it."""
    unit, july = whole.story.stamps.missing, whole.months[0]
    asked = [one for one in july.records.reminders if one.chase is ChaseKind.SCAN_MISSING]
    reports = july.records.ledger.reports
    came = next((one.ticks.at(TickKind.SCAN) for one in reports if one.unit == unit), None)
    if [one.unit for one in asked] != [unit] or came is None or came < asked[0].at:
        yield _broken("demo-broken-scan", unit=unit)


def _originals_are_ticked_as_they_come(whole: Performance) -> Iterator[Broken]:
    """Three; the workbook says the day of each."""
    july = whole.months[0]
    reports = july.records.ledger.reports
    found = [one.unit for one in reports if one.ticks.at(TickKind.ORIGINAL) is not None]
    sheet = load_workbook(io.BytesIO(july.ledger))[plain("zh-CN", "sheet-overview")]
    rows = list(sheet.iter_rows(values_only=True))
    heads = next(row for row in rows if row[0] == plain("zh-CN", "sheet-col-unit"))
    place = heads.index(plain("zh-CN", f"tick-{TickKind.ORIGINAL}"))
    shown = {row[0] for row in rows if isinstance(row[place], datetime)}
    if len(found) != _ORIGINALS or not set(found) <= shown:
        yield _broken("demo-broken-originals", wanted=_ORIGINALS, found=len(found))


def _a_leader_sends_back_once_and_signs(month: Month) -> Iterator[Broken]:
    """The draft that the leader reads is marked; preparer and leader stand in what was filed."""
    unit = month.story.sign_off.unit
    is_first = month.chapter == month.story.chapters[0]
    wanted = [SigningEnd.SENT_BACK, SigningEnd.SIGNED] if is_first else [SigningEnd.SIGNED]
    ends = [one.end for one in month.records.signings if one.unit == unit]
    leader = month.crew.leaders.get((unit, ContactKind.LEADER_IN_CHARGE))
    filed = month.records.filings_of(unit)
    mark = plain("zh-CN", "paper-review-draft-file", stem="")
    if (
        leader is None
        or ends != wanted
        or not filed
        or filed[-1].filed.signed_by != leader.phone.user.name
        or not all(mark in draft.name for draft in leader.drafts)
        or len(leader.drafts) < len(ends)
    ):
        yield _broken("demo-broken-signing", unit=unit)


def _the_paper_for_those_above_has_the_figure_of_the_target(month: Month) -> Iterator[Broken]:
    """With its source, and no room for one."""
    said = _briefings(month)
    to_fill = plain("zh-CN", "paper-briefing-to-fill")
    if not said or any(to_fill in text or "市统计局" not in text for text in said):
        yield _broken("demo-broken-target")


def _briefings(month: Month) -> list[str]:
    named = plain("zh-CN", "paper-briefing-file", period="")
    return [
        "".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
        for name, content in month.papers.items()
        if name.endswith(f"{named}.docx")
    ]


def _an_edited_message_changes_its_answer(whole: Performance) -> Iterator[Broken]:
    thread = whole.story.thread
    later = whole.story.cast[thread.unit].later
    wanted = next(said.edited for said in later.says if said.number == thread.edited)
    entry = _filed_entry(whole.months[-1], thread.edited)
    if entry is None or entry.content.text != wanted:
        yield _broken("demo-broken-edited", unit=thread.unit, number=thread.edited)


def _a_highlight_is_marked_in_between_and_reported(whole: Performance) -> Iterator[Broken]:
    """Before its report opens; the office reads it, and the report says it."""
    thread, last = whole.story.thread, whole.months[-1]
    marked = [
        one
        for one in whole.records.highlights
        if (one.unit, one.number, one.period)
        == (thread.unit, thread.highlighted, last.chapter.period)
        and one.at < last.records.ledger.opens_at
    ]
    entry = _filed_entry(last, thread.highlighted)
    if (
        not marked
        or entry is None
        or marked[0].text not in entry.content.text
        or not any(marked[0].text in s.message.text for s in _office_reads(whole, Kind.HIGHLIGHTS))
    ):
        yield _broken("demo-broken-highlight", unit=thread.unit, number=thread.highlighted)


def _a_highlight_that_the_office_picks_is_told_to_those_above(
    whole: Performance,
) -> Iterator[Broken]:
    last = whole.months[-1]
    words = [one.text for one in whole.records.highlights if one.period == last.chapter.period]
    said = _briefings(last)
    if not said or not all(text.rstrip("。") in paper for text in words for paper in said):
        yield _broken("demo-broken-picked")


def _what_is_exempt_is_not_asked_until_that_is_taken_back(whole: Performance) -> Iterator[Broken]:
    thread = whole.story.thread
    given = {(one.unit, one.measure): one for one in whole.records.exemptions}
    unit, measure = given.get((thread.exempt, "")), given.get((thread.unit, thread.excused))
    if (
        unit is None
        or unit.ended_at is not None
        or any(
            reminder.unit == thread.exempt and reminder.at > unit.at
            for month in whole.months
            for reminder in month.records.reminders
        )
    ):
        yield _broken("demo-broken-exempt", unit=thread.exempt)
    if (
        measure is None
        or measure.ended_at is None
        or _filed_entry(whole.months[0], thread.excused) is not None
        or _filed_entry(whole.months[-1], thread.excused) is None
    ):
        yield _broken("demo-broken-excused", unit=thread.unit, number=thread.excused)


def _no_problem_vanishes_by_silence(whole: Performance) -> Iterator[Broken]:
    """Each problem of a month is spoken of in the next."""
    for before, after in pairwise(whole.months):
        for problem in whole.records.problems:
            if problem.since != before.chapter.period or problem.unit not in after.filing:
                continue
            entry = _filed_entry(after, problem.number, problem.unit)
            if entry is None or entry.content.follow_up is None:
                yield _broken("demo-broken-silence", unit=problem.unit, number=problem.number)


def _a_problem_that_is_solved_is_closed_and_another_goes_on(whole: Performance) -> Iterator[Broken]:
    thread, first = whole.story.thread, whole.months[0].chapter.period
    problems = {(one.unit, one.number): one for one in whole.records.problems if one.since == first}
    solved = problems.get((thread.unit, thread.solved))
    carried = problems.get((thread.unit, thread.carried))
    if solved is None or solved.state is not ProblemState.CLOSED or not solved.closed_how:
        yield _broken("demo-broken-closed", unit=thread.unit, number=thread.solved)
    if carried is None or carried.state is not ProblemState.HANDLING:
        yield _broken("demo-broken-carried", unit=thread.unit, number=thread.carried)


def _last_month_s_minutes_are_told_at_the_opening(whole: Performance) -> Iterator[Broken]:
    """To every liaison whose unit has reported before."""
    for before, after in pairwise(whole.months):
        title = period_name("zh-CN", after.chapter.period)
        for unit in set(before.filing) & set(after.filing):
            wanted = plain("zh-CN", "card-opening-minutes", minutes=before.records.minutes[unit])
            chat = whole.crew.liaisons[unit].phone.chat
            if not any(title in message.text and wanted in message.text for message in chat):
                yield _broken(
                    "demo-broken-minutes", unit=unit, minutes=before.records.minutes[unit]
                )


def _filed_entry(month: Month, number: str, unit: str = "") -> FiledEntry | None:
    """As the unit filed it last, of the thread's unit if none is named."""
    entries = _filed_entries(month, unit or month.story.thread.unit)
    return next((entry for entry in entries if number in _numbers(entry)), None)


def _filed_entries(month: Month, unit: str) -> tuple[FiledEntry, ...]:
    filings = month.records.filings_of(unit)
    return filings[-1].filed.entries if filings else ()


def _numbers(entry: FiledEntry) -> set[str]:
    """Of the measure, or of all that share its paragraph."""
    return {part.number for part in entry.measure.parts} or {entry.measure.number}


def _chat_of_thread(whole: Performance) -> str:
    """Everything that ever stood there, with each edit."""
    return whole.crew.liaisons[whole.story.thread.unit].phone.transcript(steps=True)


def _office_reads(whole: Performance, kind: Kind) -> Iterator[Screen]:
    return _screens(whole.crew.coordinator, kind)


def _screens(actor: Actor, kind: Kind) -> Iterator[Screen]:
    """What stands in their chat at the end and is of that kind."""
    for message in actor.phone.chat:
        screen = read(message) if message.from_bot else None
        if screen is not None and screen.kind is kind:
            yield screen


def _broken(text_key: str, **facts: Value) -> Broken:
    return Broken(text_key, facts)


def _beside(expectation: OfAsides) -> OfAMonth:
    """Where nobody does anything beside the report, nothing is expected of it."""

    def checked(month: Month) -> Iterator[Broken]:
        return expectation(month, month.chapter.asides) if month.chapter.asides else iter(())

    return checked


EXPECTATIONS_OF_A_MONTH: tuple[OfAMonth, ...] = (
    _everybody_is_accounted_for,
    _every_filing_unit_has_its_draft,
    _every_draft_is_in_the_mailbox,
    _every_draft_says_what_was_filed,
    _the_workbook_has_every_assignment,
    _everybody_was_told_of_the_opening,
    _nobody_is_chased_after_filing,
    _who_never_files_is_taken_up_the_ladder,
    _who_is_returned_files_again,
    _who_errs_corrects,
    _everything_filed_is_accepted,
    _a_leader_sends_back_once_and_signs,
    _the_paper_for_those_above_has_the_figure_of_the_target,
    _no_reminder_of_a_filed_report_asks_for_it_still,
    _the_office_is_told_when_due_and_when_locked,
    _measures_that_share_a_paragraph_are_answered_once,
    _quarterly_measures_wait_for_their_quarter,
    _beside(_who_is_on_leave_hears_nothing_and_the_deputy_files),
    _beside(_who_puts_it_off_is_reminded_then),
    _beside(_more_time_that_was_granted_keeps_a_report_on_time),
    _beside(_whom_no_message_reaches_is_called),
    _beside(_a_task_force_hears_what_is_missing_in_it),
)

EXPECTATIONS: tuple[Expectation, ...] = (
    _the_plan_came_by_chat_and_the_registry_is_kept,
    _telegram_refused_nothing,
    _every_tap_was_answered,
    _nothing_waits_and_nothing_failed,
    _what_the_office_announces_reaches_every_unit,
    _the_office_is_reminded_of_its_backlog_once_a_day_at_most,
    _the_office_sees_the_year_and_who_will_be_reminded,
    _a_colleague_answers_what_they_were_asked_for,
    _a_photo_proves_what_is_done,
    _a_stamped_page_is_told_by_its_code,
    _a_draft_edited_in_word_is_a_correction,
    _a_stamped_page_that_is_missing_is_asked_for_and_comes,
    _originals_are_ticked_as_they_come,
    _an_edited_message_changes_its_answer,
    _a_highlight_is_marked_in_between_and_reported,
    _a_highlight_that_the_office_picks_is_told_to_those_above,
    _what_is_exempt_is_not_asked_until_that_is_taken_back,
    _no_problem_vanishes_by_silence,
    _a_problem_that_is_solved_is_closed_and_another_goes_on,
    _last_month_s_minutes_are_told_at_the_opening,
)
