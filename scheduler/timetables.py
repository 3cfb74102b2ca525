"""When cycles open, are due and lock, as the messages about them print it."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from models.cycles import Cycle, cycles_of_plan, cycles_of_reports, timetable_of
from models.editions import Plan
from models.views import ReportRows
from models.work import Work
from scheduler.cycle_times import cycle_times
from scheduler.rules import Rules
from texts import plain
from texts.wording import month_name, timetable_line
from vocabulary.message import Message
from vocabulary.period import Period


def own_timetable(work: Work, language: str, rows: ReportRows) -> str:
    """Of one unit's report, with the date that the unit was given."""
    return timetable_line(
        language, timetable_of(work.session, rows.cycle, work.desk.zone, rows.report)
    )


def cycle_timetable(work: Work, language: str, cycle: Cycle) -> str:
    return timetable_line(language, timetable_of(work.session, cycle, work.desk.zone))


def timetable_ahead(work: Work, language: str, plan: Plan, period: Period, rules: Rules) -> str:
    """Of a cycle that has not opened yet, as the days that count are known now."""
    now = rules.now(work)
    times = cycle_times(period, now.calendar_of(plan), now.workdays)
    return timetable_line(language, times.timetable(now.on_time_by))


def timetable_lines(work: Work, language: str, report_ids: Collection[int]) -> list[str]:
    """One line for each cycle that the reports are of; where there are several, under its month."""
    cycles = cycles_of_reports(work.session, report_ids)
    if len(cycles) < 2:
        return [cycle_timetable(work, language, cycle) for cycle in cycles]
    return [_under_its_month(work, language, cycle) for cycle in cycles]


def newest_timetables(work: Work, language: str, plan_ids: Iterable[int]) -> list[str]:
    """Of each plan the cycle that runs, under its month; nothing where none has opened yet."""
    newest = [cycles[-1] for one in plan_ids if (cycles := cycles_of_plan(work.session, one))]
    return [_under_its_month(work, language, cycle) for cycle in newest]


def with_newest(work: Work, message: Message, plan_ids: Iterable[int]) -> Message:
    """The message, which asks or lists something of more cycles than one, with those that run.

    To the person who wrote.
    """
    lines = newest_timetables(work, work.language, plan_ids)
    return replace(message, html="\n".join((message.html, *lines)))


def _under_its_month(work: Work, language: str, cycle: Cycle) -> str:
    return plain(
        language,
        "wording-timetable-of",
        month=month_name(language, cycle.period),
        line=cycle_timetable(work, language, cycle),
    )


def with_timetables(work: Work, message: Message, report_ids: Collection[int]) -> Message:
    """The message with the cycles of the reports that it is about; as it is where there are none.

    To the person who wrote.
    """
    lines = timetable_lines(work, work.language, report_ids)
    return replace(message, html="\n".join((message.html, *lines)))
