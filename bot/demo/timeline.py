"""The story told in order: who was reminded of what, who answered, filed, corrected, was told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.demo.performance import Performance
from bot.demo.records import Excused, Filing, MonthRecords, Records, SentReminder
from bot.demo.story import ZONE
from sandbox.people import Deed
from texts import Value, plain
from texts.wording import day_name, listed, moment_name, month_name, periods_name
from vocabulary.period import Period
from vocabulary.terms import ProblemState, Timeliness


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `place` orders what happened at the same moment."""

    at: datetime
    place: int
    words: str


_DeedsOf = Mapping[str, Sequence[Deed]]
"""What each unit's people did in their chats."""


def timeline(language: str, performance: Performance) -> str:
    """The whole story as text."""
    deeds: dict[str, list[Deed]] = {}
    for filer in performance.crew.filers:
        deeds.setdefault(filer.team.unit, []).extend(filer.diary)
    records = performance.records
    lines = [
        *(line for month in records.months for line in _of_month(language, records, month, deeds)),
        *_between(language, records),
    ]
    lines += _days(language, records, deeds, lines)
    lines.sort(key=lambda line: (line.at.replace(second=0, microsecond=0), line.place))
    return "".join(f"{line.at:%Y-%m-%d %H:%M}  {line.words}\n" for line in lines)


def _of_month(
    language: str, whole: Records, records: MonthRecords, deeds: _DeedsOf
) -> Iterator[Line]:
    yield from _milestones(language, records, whole.exemptions)
    yield from (_reminder(language, reminder) for reminder in records.reminders)
    yield from _filings(language, records, deeds)
    yield from _returns(language, records)
    yield from _acceptances(language, records)
    yield from _signings(language, records)
    yield from _asides(language, records)
    yield from _helped(language, records)


def _between(language: str, records: Records) -> Iterator[Line]:
    """What belongs to no month: the office's backlog, and what leads from one to the next."""
    for at in records.backlogs:
        yield Line(at, 2, plain(language, "demo-line-backlog"))
    for marked in records.highlights:
        words = plain(
            language,
            "demo-line-highlight",
            unit=marked.unit,
            number=marked.number,
            text=marked.text,
        )
        yield Line(marked.at, 3, words)
    for excused in records.exemptions:
        facts: dict[str, Value] = {
            "unit": excused.unit,
            "number": excused.measure or "none",
            "periods": periods_name(language, excused.first, excused.last),
            "reason": excused.reason,
        }
        yield Line(excused.at, 4, plain(language, "demo-line-exempt", **facts))
        if excused.ended_at is not None:
            yield Line(excused.ended_at, 4, plain(language, "demo-line-exempt-ended", **facts))
    for problem in records.problems:
        if problem.state is ProblemState.CLOSED and problem.closed_at is not None:
            words = plain(
                language,
                "demo-line-closed",
                unit=problem.unit,
                number=problem.number,
                problem=problem.words,
                name=problem.closed_by,
                how=problem.closed_how,
            )
            yield Line(problem.closed_at, 4, words)


def answers_between(
    deeds: Sequence[Deed], after: datetime | None, until: datetime | None = None
) -> int:
    """How many questions of the report were answered after one moment and up to another."""
    return sum(
        deed.answers and (after is None or deed.at > after) and (until is None or deed.at <= until)
        for deed in deeds
    )


def _milestones(
    language: str, records: MonthRecords, exemptions: Iterable[Excused]
) -> Iterator[Line]:
    state = records.ledger
    exempt = _exempt_by(exemptions, state.period, state.opens_at)
    yield Line(
        state.opens_at,
        0,
        plain(
            language,
            "demo-line-opened",
            month=month_name(language, state.period),
            count=len(state.reports) - exempt,
            exempt=exempt,
            due=moment_name(language, state.due_at),
            locks=moment_name(language, state.locks_at),
        ),
    )
    for at, key in (
        (records.told_due_at, "demo-line-due"),
        (records.told_locked_at, "demo-line-locked"),
    ):
        if at is not None:
            filed = Counter(
                report.timeliness
                for report in state.reports
                if report.first_filed_at is not None and report.first_filed_at <= at
            )
            on_time, late = filed[Timeliness.ON_TIME], filed[Timeliness.LATE]
            yield Line(
                at,
                5,
                plain(
                    language,
                    key,
                    month=month_name(language, state.period),
                    expected=state.expected,
                    on_time=on_time,
                    late=late,
                    outstanding=state.expected - on_time - late,
                ),
            )


def _exempt_by(exemptions: Iterable[Excused], period: Period, at: datetime) -> int:
    """How many units need not report on the month, as it was known by then."""
    return sum(
        not one.measure
        and one.first <= period <= one.last
        and one.at <= at
        and (one.ended_at is None or one.ended_at > at)
        for one in exemptions
    )


def _reminder(language: str, reminder: SentReminder) -> Line:
    values: dict[str, Value] = {
        "unit": reminder.unit,
        "why": plain(language, f"demo-rung-{reminder.rung}", occurrence=reminder.occurrence),
        "kind": plain(language, f"kind-{reminder.kind}"),
        "name": reminder.name,
    }
    if reminder.kind is reminder.audience:
        return Line(reminder.at, 2, plain(language, "demo-line-reminder", **values))
    audience = plain(language, f"kind-{reminder.audience}")
    words = plain(language, "demo-line-reminder-instead", audience=audience, **values)
    return Line(reminder.at, 2, words)


def _filings(language: str, records: MonthRecords, deeds: _DeedsOf) -> Iterator[Line]:
    filed_before: dict[str, datetime] = {}
    for filing in records.filings:
        unit = filing.filed.unit
        before = filed_before.get(unit, records.ledger.opens_at)
        filed_before[unit] = filing.at
        values: dict[str, Value] = {
            "unit": unit,
            "receipt": filing.filed.receipt,
            "revision": str(filing.filed.revision),
            "kind": plain(language, f"kind-{filing.by_kind}"),
            "name": filing.filed.filed_by,
            "count": len(filing.filed.entries),
            "answers": answers_between(deeds.get(unit, ()), before, filing.at),
            "reason": filing.filed.correction_reason,
        }
        yield Line(filing.at, 3, plain(language, _filing_key(records, filing), **values))


def _filing_key(records: MonthRecords, filing: Filing) -> str:
    if filing.filed.correction_reason:
        return "demo-line-corrected"
    if filing.filed.revision > 1:
        return "demo-line-filed-again"
    late = {r.unit for r in records.ledger.reports if r.timeliness is Timeliness.LATE}
    return "demo-line-filed-late" if filing.filed.unit in late else "demo-line-filed"


def _returns(language: str, records: MonthRecords) -> Iterator[Line]:
    for returned in records.returns:
        words = plain(
            language,
            "demo-line-returned",
            unit=returned.unit,
            name=returned.by,
            reason=returned.reason,
        )
        yield Line(returned.at, 4, words)


def _acceptances(language: str, records: MonthRecords) -> Iterator[Line]:
    """What the office accepted, together where that was at once."""
    for (at, name), count in Counter((a.at, a.by) for a in records.acceptances).items():
        yield Line(at, 4, plain(language, "demo-line-accepted", name=name, count=count))


def _signings(language: str, records: MonthRecords) -> Iterator[Line]:
    """What a leader signed, or sent back and why."""
    for one in records.signings:
        words = plain(
            language, f"demo-line-signing-{one.end}", unit=one.unit, name=one.by, note=one.note
        )
        yield Line(one.at, 3, words)


def _helped(language: str, records: MonthRecords) -> Iterator[Line]:
    """Who was asked for what by a link, and when all of it was answered."""
    for helped in records.helped:
        facts: dict[str, Value] = {
            "unit": helped.unit,
            "numbers": listed(language, helped.numbers),
            "name": helped.name,
        }
        for at, key in ((helped.opened_at, "helped"), (helped.answered_at, "helped-answered")):
            if at is not None:
                yield Line(at, 3, plain(language, f"demo-line-{key}", **facts))


def _asides(language: str, records: MonthRecords) -> Iterator[Line]:
    """Calls, leaves, reminders put off, and more time asked for and given."""
    for call in records.calls:
        words = plain(
            language,
            "demo-line-called",
            unit=call.unit,
            why=plain(language, f"demo-rung-{call.rung}", occurrence=0),
            kind=plain(language, f"kind-{call.kind}"),
            name=call.name,
            by=call.by,
        )
        yield Line(call.at, 2, words)
    for leave in records.leaves:
        words = plain(
            language,
            "demo-line-leave",
            unit=leave.unit,
            name=leave.name,
            first=day_name(language, leave.first_on),
            last=day_name(language, leave.last_on),
        )
        yield Line(leave.at, 3, words)
    for asked in records.put_off:
        until = moment_name(language, asked.until)
        words = plain(language, "demo-line-put-off", unit=asked.unit, name=asked.name, until=until)
        yield Line(asked.at, 3, words)
    for more in records.extensions:
        until = moment_name(language, more.until)
        asked_for = plain(
            language,
            "demo-line-more-time",
            unit=more.unit,
            name=more.name,
            until=until,
            reason=more.reason,
        )
        yield Line(more.at, 3, asked_for)
        if more.granted_at is not None:
            granted = plain(
                language,
                "demo-line-granted",
                unit=more.unit,
                name=more.granted_by,
                until=until,
            )
            yield Line(more.granted_at, 4, granted)


def _days(
    language: str, records: Records, deeds: _DeedsOf, lines: Sequence[Line]
) -> Iterator[Line]:
    """What each day brought, where it brought anything; filed is told of the newest month."""
    reminded = Counter(
        reminder.at.date() for month in records.months for reminder in month.reminders
    )
    answered = Counter(d.at.date() for done in deeds.values() for d in done if d.answers)
    for day in sorted({line.at.date() for line in lines} | set(answered)):
        month = _newest(records, day)
        filed = [f.at.date() for f in month.filings if f.filed.revision == 1]
        exempt = _exempt_by(records.exemptions, month.ledger.period, _end_of(day))
        words = plain(
            language,
            "demo-line-day",
            month=month_name(language, month.ledger.period),
            answers=answered[day],
            reminders=reminded[day],
            filed=filed.count(day),
            total=sum(other <= day for other in filed),
            expected=len(month.ledger.reports) - exempt,
        )
        yield Line(_end_of(day), 9, words)


def _newest(records: Records, day: date) -> MonthRecords:
    """The month that was opened last by then; before the first, that one."""
    opened = [month for month in records.months if month.ledger.opens_at.date() <= day]
    return opened[-1] if opened else records.months[0]


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), tzinfo=ZONE)


def outstanding_units(language: str, records: MonthRecords) -> str:
    """The units that have not filed, by name."""
    names = [
        report.unit
        for report in records.ledger.reports
        if report.timeliness is Timeliness.OUTSTANDING
    ]
    return listed(language, names) or "—"
