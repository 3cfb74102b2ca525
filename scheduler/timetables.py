"""When cycles open, are due and lock, as the messages about them print it."""

from collections.abc import Collection
from dataclasses import replace

from models.cycles import Cycle, cycles_of_reports, timetable_of
from models.views import ReportRows
from models.work import Work
from texts import plain
from texts.wording import month_name, timetable_line
from vocabulary.message import Message


def own_timetable(work: Work, language: str, rows: ReportRows) -> str:
    """Of one unit's report, with the date that the unit was given."""
    return timetable_line(language, timetable_of(rows.cycle, work.desk.zone, rows.report))


def cycle_timetable(work: Work, language: str, cycle: Cycle) -> str:
    return timetable_line(language, timetable_of(cycle, work.desk.zone))


def timetable_lines(work: Work, language: str, report_ids: Collection[int]) -> list[str]:
    """One line for each cycle that the reports are of; where there are several, under its month."""
    cycles = cycles_of_reports(work.session, report_ids)
    lines = [cycle_timetable(work, language, cycle) for cycle in cycles]
    if len(cycles) < 2:
        return lines
    return [
        plain(
            language,
            "wording-timetable-of",
            month=month_name(language, cycle.period),
            line=line,
        )
        for cycle, line in zip(cycles, lines, strict=True)
    ]


def with_timetables(work: Work, message: Message, report_ids: Collection[int]) -> Message:
    """The message with the cycles of the reports that it is about; as it is where there are none.

    To the person who wrote.
    """
    lines = timetable_lines(work, work.language, report_ids)
    return replace(message, html="\n".join((message.html, *lines)))
