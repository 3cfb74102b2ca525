"""说明: what each page shows, and how it is counted."""

from collections.abc import Iterator

from reports.sheets import Book, Cell, Column
from reports.title_lines import joined
from reports.workbook.rows import line
from texts import plain
from texts.wording import moment_name, period_name
from vocabulary.report import Ledger

_COLUMNS = (Column("sheet-col-note-of", 20), Column("sheet-col-note", 120))
_PAGES = {
    "sheet-overview": "note-overview",
    "sheet-rows": "note-rows",
    "sheet-progress": "note-progress",
    "sheet-not-reported": "note-not-reported",
    "sheet-problems": "note-problems",
    "sheet-followed": "note-followed",
    "sheet-highlights": "note-highlights",
    "sheet-indicators": "note-indicators",
    "sheet-series": "note-series",
    "sheet-series-charts": "note-series-charts",
    "sheet-changes": "note-changes",
    "sheet-record": "note-record",
    "sheet-long": "note-long",
    "sheet-proofs": "note-proofs",
}
_RULES = ("source", "expected", "timeliness", "entries", "pace", "overall", "text")


def write_notes(book: Book, ledger: Ledger) -> None:
    """The last page; it tells of those that the book has."""
    sheet = book.table_sheet("sheet-notes", _COLUMNS, frozen="A4")
    sheet.row([line(plain(book.language, "sheet-notes-title"), bold=True, size=16)])
    sheet.gap()
    lines = [*_facts(book.language, ledger), *_pages(book, ledger), *_rules(book.language)]
    sheet.table(_COLUMNS, [[Cell(of, bold=True), words] for of, words in lines], filtered=False)
    sheet.repeat(3)


def _facts(language: str, ledger: Ledger) -> Iterator[tuple[str, str]]:
    yield plain(language, "note-of-plan"), joined(ledger.plan_title)
    yield plain(language, "note-of-period"), period_name(language, ledger.period)
    yield plain(language, "sheet-as-of"), moment_name(language, ledger.as_of)
    decides = plain(language, f"tick-{ledger.on_time_by}")
    yield plain(language, "note-of-on-time"), plain(language, "note-on-time", tick=decides)


def _pages(book: Book, ledger: Ledger) -> Iterator[tuple[str, str]]:
    language, over_at = book.language, ledger.month_over_at
    for key in book.pages:
        if key not in _PAGES:
            continue
        note = plain(language, _PAGES[key])
        if key == "sheet-followed" and over_at is not None:
            note += plain(language, "note-followed-then", moment=moment_name(language, over_at))
        yield plain(language, "note-of-page", page=plain(language, key)), note


def _rules(language: str) -> Iterator[tuple[str, str]]:
    for rule in _RULES:
        yield plain(language, f"note-of-rule-{rule}"), plain(language, f"note-rule-{rule}")
