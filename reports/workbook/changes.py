"""变化: what each unit says now of each measure, against what it said of it last."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.printable import one_line
from reports.sheets import Book, Cell, Column, Paper, Value
from reports.workbook.long_texts import LongTexts, may_be_cut, write_table
from reports.workbook.rows import AMBER, GREEN, RED, LedgerRow, measure_number, words_of
from texts import plain
from texts.wording import number, period_name
from vocabulary.period import Period
from vocabulary.report import FiledEntry, Ledger
from vocabulary.terms import TROUBLED, EntryStatus

_COLUMNS = (
    Column("sheet-col-number", 7, centred=True),
    Column("sheet-col-measure", 24),
    Column("sheet-col-task-force", 15),
    Column("sheet-col-unit", 16),
    Column("sheet-col-role", 8, centred=True),
    Column("sheet-col-change", 18, centred=True),
    Column("sheet-col-unchanged", 12, centred=True),
    Column("sheet-col-said-last-in", 13, centred=True),
    Column("sheet-col-status-last", 11, centred=True),
    Column("sheet-col-status", 11, centred=True),
    Column("sheet-col-text-last", 44),
    Column("sheet-col-text", 44),
    Column("sheet-col-figures-moved", 34),
)
_FILL = {
    **dict.fromkeys(("worse", "missing"), RED),
    **dict.fromkeys(("unchanged", "no-progress"), AMBER),
    **dict.fromkeys(("done", "better"), GREEN),
}

Said = tuple[Period, FiledEntry]


def write_changes(book: Book, ledger: Ledger, rows: Sequence[LedgerRow], long: LongTexts) -> None:
    """No page in the first month, nor where nothing was said in both."""
    before = said_before(ledger)
    compared = [
        (row, said)
        for row in rows
        if (said := before.get((row.unit, row.measure.number), ())) or row.entry
    ]
    if not before or not compared:
        return
    write_table(
        book,
        long,
        "sheet-changes",
        _COLUMNS,
        (_line(book.language, row, said) for row, said in compared),
        frozen="E2",
        paper=Paper.A3,
        suspects=(
            _line(book.language, row, said)
            for row, said in compared
            if may_be_cut(*(one.content.text for one in _both(row, said)))
        ),
    )


def _both(row: LedgerRow, before: Sequence[Said]) -> Iterator[FiledEntry]:
    """What is said now, and what was said last."""
    if row.entry:
        yield row.entry
    if before:
        yield before[0][1]


def said_before(ledger: Ledger) -> dict[tuple[str, str], list[Said]]:
    """By unit and measure, what was filed for the months before, the newest first."""
    found: dict[tuple[str, str], list[Said]] = {}
    for month in reversed(ledger.history):
        if month.filed is None or month.period >= ledger.period:
            continue
        for entry in month.filed.entries:
            for one in entry.each:
                key = (month.unit, one.measure.number)
                found.setdefault(key, []).append((month.period, one))
    return found


def months_unchanged(entry: FiledEntry, before: Sequence[Said]) -> int:
    """For how many reports the same has been said, this one counted too; 1 is the first time."""
    months = 1
    for _, one in before:
        if _sense(one) != _sense(entry):
            break
        months += 1
    return months


def _sense(entry: FiledEntry) -> tuple[object, ...]:
    """What is said; figures by the names of their indicators, which outlive an edition."""
    said = entry.content
    words = (said.text, said.problem, said.next_step, said.no_progress_reason)
    spoken = tuple("".join(text.split()) for text in words)
    return (said.status, said.no_progress, *spoken, _figures(entry))


def _figures(entry: FiledEntry) -> dict[str, Decimal | None]:
    figures = (
        (one.name, entry.content.figure(one.indicator_id)) for one in entry.measure.indicators
    )
    return {name: figure.value for name, figure in figures if figure}


def _line(language: str, row: LedgerRow, before: Sequence[Said]) -> list[Value]:
    period, last = before[0] if before else (None, None)
    change = _change(row.entry, last)
    months = months_unchanged(row.entry, before) if row.entry else 1
    return [
        measure_number(row.measure.number),
        one_line(row.measure.title),
        one_line(row.measure.task_force or ""),
        one_line(row.unit),
        plain(language, f"role-{row.role}"),
        Cell(plain(language, f"sheet-change-{change}"), fill=_FILL.get(change), centred=True),
        months if months > 1 else None,
        period_name(language, period) if period else None,
        _status(language, last),
        _status(language, row.entry),
        words_of(language, last),
        words_of(language, row.entry),
        "\n".join(_moved(language, row.entry, last)),
    ]


def _change(entry: FiledEntry | None, last: FiledEntry | None) -> str:
    """What is most worth knowing of the two."""
    if entry is None:
        return "missing"
    if last is None:
        return "first"
    now, was = entry.content.status, last.content.status
    if now is EntryStatus.DONE:
        return "done" if was is not EntryStatus.DONE else "still-done"
    if (now in TROUBLED) != (was in TROUBLED):
        return "worse" if now in TROUBLED else "better"
    if now != was:
        return "status"
    return _change_of_words(entry, last)


def _change_of_words(entry: FiledEntry, last: FiledEntry) -> str:
    if entry.is_without_progress:
        return "no-progress"
    return "unchanged" if _sense(entry) == _sense(last) else "words"


def _status(language: str, entry: FiledEntry | None) -> str | None:
    if entry is None:
        return None
    if entry.measure.one_line:
        return plain(language, "sheet-no-status-asked")
    return plain(language, f"status-{entry.content.status or 'none'}")


def _moved(language: str, entry: FiledEntry | None, last: FiledEntry | None) -> Iterator[str]:
    """Each figure that both give: from, to, by how much."""
    if entry is None or last is None:
        return
    was = _figures(last)
    for name, now in _figures(entry).items():
        before = was.get(name)
        if now is None or before is None:
            continue
        by = now - before
        yield plain(
            language,
            "sheet-moved",
            name=one_line(name),
            before=number(before),
            now=number(now),
            by=f"+{number(by)}" if by > 0 else number(by),
        )
