"""The consolidated workbook of a task force or a label alone."""

from collections.abc import Collection
from dataclasses import replace

from vocabulary.report import FiledEntry, FiledReport, Ledger, LedgerReport, UnitMonth


def cut(ledger: Ledger, numbers: Collection[str], name: str) -> Ledger:
    """The ledger with only the measures of these numbers, and only the units that have one.

    name: what they have in common, as people call it. Counts of what is asked and answered are left
    as they are; targets of the whole plan are left out.
    """
    measures = tuple(one for one in ledger.measures if one.number in numbers)
    units = {unit for measure in measures for unit, _ in measure.units}
    return replace(
        ledger,
        cut_to=name,
        measures=measures,
        reports=tuple(_report(one, numbers) for one in ledger.reports if one.unit in units),
        unassigned=tuple(one for one in ledger.unassigned if one[0] in numbers),
        problems=tuple(one for one in ledger.problems if one.number in numbers),
        highlights=tuple(one for one in ledger.highlights if one.number in numbers),
        history=tuple(_month(one, numbers) for one in ledger.history if one.unit in units),
        plan_indicators=(),
        plan_readings=(),
    )


def _report(report: LedgerReport, numbers: Collection[str]) -> LedgerReport:
    return replace(
        report,
        filed=report.filed and _filed(report.filed, numbers),
        exempt=tuple(one for one in report.exempt if one.number in numbers),
    )


def _month(month: UnitMonth, numbers: Collection[str]) -> UnitMonth:
    return replace(month, filed=month.filed and _filed(month.filed, numbers))


def _filed(filed: FiledReport, numbers: Collection[str]) -> FiledReport:
    entries = (_entry(entry, numbers) for entry in filed.entries)
    return replace(filed, entries=tuple(entry for entry in entries if entry))


def _entry(entry: FiledEntry, numbers: Collection[str]) -> FiledEntry | None:
    """Of a shared paragraph the measures that are left; its words stand at the first of these."""
    if not entry.measure.parts:
        return entry if entry.measure.number in numbers else None
    parts = tuple(part for part in entry.measure.parts if part.number in numbers)
    return replace(entry, measure=replace(entry.measure, parts=parts)) if parts else None
