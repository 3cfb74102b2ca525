"""A measure as one unit has it: what most pages of the consolidated workbook are made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.printable import one_line
from reports.sheets import Cell
from texts import plain
from texts.wording import day_short, listed
from vocabulary.counts import counted
from vocabulary.progress import Overall
from vocabulary.report import EntryContent, FiledEntry, Ledger, LedgerMeasure, LedgerReport
from vocabulary.terms import EntryStatus, Role, Timeliness

NOT_REPORTED = (Timeliness.OUTSTANDING, Timeliness.PENDING)
GREEN, AMBER, RED = "E2EFDA", "FFE699", "F8CBAD"
STATUS_FILL = {
    EntryStatus.DONE: GREEN,
    EntryStatus.BEHIND: AMBER,
    EntryStatus.NOT_BEGUN: RED,
}
TIMELINESS_FILL = {Timeliness.LATE: AMBER, Timeliness.OUTSTANDING: RED}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A measure as one unit has it. entry: None while nothing of it is filed."""

    measure: LedgerMeasure
    unit: str
    role: Role
    report: LedgerReport | None
    entry: FiledEntry | None

    @property
    def content(self) -> EntryContent | None:
        return self.entry.content if self.entry else None

    @property
    def status(self) -> EntryStatus | None:
        return self.entry.content.status if self.entry else None

    @property
    def is_without_progress(self) -> bool:
        return self.entry is not None and self.entry.is_without_progress

    @property
    def is_not_due(self) -> bool:
        """Asked quarterly, and not this month."""
        return self.entry is None and self.unit in self.measure.not_due

    @property
    def is_exempt(self) -> bool:
        return self.report is not None and self.report.is_exempt(self.measure.number)


def ledger_rows(ledger: Ledger) -> list[LedgerRow]:
    """Measures in their order, in each its units, lead first.

    What was filed and is not among the measures (an edition changed) follows at the end.
    """
    reports = {report.unit: report for report in ledger.reports}
    entries = {
        (report.unit, entry.measure.number): entry
        for report in ledger.reports
        if report.filed
        for filed in report.filed.entries
        for entry in filed.each
    }
    rows = [
        LedgerRow(measure, unit, role, reports.get(unit), entries.pop((unit, measure.number), None))
        for measure in ledger.measures
        for unit, role in measure.units
    ]
    for (unit, _), entry in entries.items():
        asked = entry.measure
        measure = LedgerMeasure(
            number=asked.number,
            title=asked.title,
            section_path=asked.section_path,
            task_force=asked.task_force,
            units=((unit, asked.role),),
            indicators=asked.indicators,
        )
        rows.append(LedgerRow(measure, unit, asked.role, reports[unit], entry))
    return rows


def tally(entries: Iterable[FiledEntry]) -> list[int]:
    """How many stand at each status, without one, are one-liners; and what is to be looked at.

    The first six add up to all. Then how many are without progress, and how many name a problem.
    """
    counts = counted(entries)
    return [
        *(counts.statuses[status] for status in (*EntryStatus, None)),
        counts.one_line,
        counts.without_progress,
        counts.problems,
    ]


# --- words that several pages say alike ---


def measure_number(number: str) -> str | int:
    """A plain number, so that it sorts as one; 2(1) stays text."""
    return int(number) if number.isascii() and number.isdecimal() else one_line(number)


def status_cell(language: str, row: LedgerRow) -> Cell:
    """How far it is; what a filed report does not hold was not asked this month."""
    if row.entry and row.entry.one_line:
        return Cell(plain(language, "sheet-no-status-asked"), centred=True)
    if row.entry:
        word = plain(language, f"status-{row.status or 'none'}")
        return Cell(word, fill=STATUS_FILL.get(row.status) if row.status else None, centred=True)
    is_filed = row.report is not None and row.report.filed is not None
    return Cell(plain(language, "sheet-not-asked") if is_filed else None, centred=True)


def state_of(language: str, row: LedgerRow) -> str:
    if row.report is None:
        return plain(language, "sheet-not-due" if row.is_not_due else "sheet-owes-nothing")
    if row.is_exempt:
        return plain(language, "timeliness-exempt")
    if row.is_not_due:
        return plain(language, "sheet-not-due")
    return plain(language, f"state-{row.report.state}")


def standing_cell(language: str, row: LedgerRow) -> Cell:
    """How far it is; where nothing is filed, what has become of the report."""
    report = row.report
    if row.entry or (report and report.filed and not row.is_exempt and not row.is_not_due):
        return status_cell(language, row)
    if report is None or row.is_exempt or row.is_not_due:
        return Cell(state_of(language, row), centred=True)
    return timeliness_cell(language, report.timeliness)


def beside_overall(language: str, overall: Overall) -> str:
    """已报9家中2家未启动、1家滞后; empty where they all say the same."""
    if not overall.apart:
        return ""
    counts = (
        plain(language, "overall-apart-count", count=count, status=_status(language, status))
        for status, count in overall.apart
    )
    said = listed(language, counts)
    return plain(language, "overall-apart", said=overall.said, counts=said)


def _status(language: str, status: EntryStatus) -> str:
    return plain(language, f"status-{status}")


def timeliness_cell(language: str, timeliness: Timeliness) -> Cell:
    word = plain(language, f"timeliness-{timeliness}")
    return Cell(word, fill=TIMELINESS_FILL.get(timeliness), centred=True)


def extended_until(language: str, report: LedgerReport) -> date | str | None:
    """The day until which it has more time; words where it is late all the same."""
    if report.extended_to is None:
        return None
    day = report.extended_to.date()
    if report.extension_counts:
        return day
    return plain(language, "sheet-extended-late", day=day_short(language, day))


def words_of(language: str, entry: FiledEntry | None) -> str:
    """The completion; of a shared paragraph where it is told."""
    if entry is None:
        return ""
    if entry.told_at:
        return plain(language, "sheet-told-at", number=one_line(entry.told_at))
    if entry.measure.one_line and entry.content.no_progress:
        return plain(language, "card-no-help")
    return entry.content.text


def line(text: str, *, bold: bool = False, size: int = 10) -> Cell:
    """Text that runs on over the empty cells beside it."""
    return Cell(text, bold=bold, size=size, boxed=False, wrapped=False)
