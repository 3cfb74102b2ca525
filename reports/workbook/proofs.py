"""核对: formulas count the rows again, and say whether 总览 is right."""

from collections.abc import Iterator

from reports.sheets import Book, Cell, Column, Formula, Table, Value, quoted
from reports.workbook.overview import COUNTED, Overview
from reports.workbook.rows import GREEN, RED, line
from texts import plain
from vocabulary.terms import Timeliness

_COLUMNS = (
    Column("sheet-col-proof", 44),
    Column("sheet-col-proof-shown", 12, centred=True),
    Column("sheet-col-proof-again", 12, centred=True),
    Column("sheet-col-proof-result", 12, centred=True),
    Column("sheet-col-proof-how", 64),
)
_RESULT = 4
_FORCE_ONLY = ("sheet-col-measures", "sheet-col-entries")


def write_proofs(book: Book, overview: Overview, entries: Table, missing: Table) -> None:
    """entries: the page 台账. missing: the page 未报."""
    language = book.language
    right, wrong = plain(language, "sheet-proof-right"), plain(language, "sheet-proof-wrong")
    proofs = list(_proofs(language, overview, entries, missing))
    first = _LINES_ABOVE + 1
    results = f"$D${first}:$D${first + len(proofs) - 1}"
    sheet = book.table_sheet("sheet-proofs", _COLUMNS, frozen=f"B{first}")
    sheet.row([line(plain(language, "sheet-proofs-title"), bold=True, size=16)])
    sheet.row([line(plain(language, "sheet-proofs-note"))])
    sheet.gap()
    agreeing = f"COUNTIF({results},{quoted(right)})={len(proofs)}"
    whole = Formula(f"IF({agreeing},{quoted(right)},{quoted(wrong)})")
    sheet.row(
        [
            Cell(plain(language, "sheet-proofs-whole"), bold=True, size=12),
            Cell(Formula(f"COUNTIF({results},{quoted(right)})"), centred=True),
            Cell(Formula(f"COUNTIF({results},{quoted(wrong)})"), centred=True),
            Cell(whole, bold=True, size=12, centred=True),
            Cell(plain(language, "sheet-proofs-whole-how", count=len(proofs))),
        ]
    )
    sheet.gap()
    lines = (_proof_line(proof, row, right, wrong) for row, proof in enumerate(proofs, start=first))
    sheet.table(_COLUMNS, lines, filtered=True)
    sheet.colour(_RESULT, {right: GREEN, wrong: RED}, first=4)


_LINES_ABOVE = 6  # title, note, gap, the whole, gap, head

_Proof = tuple[str, str, str, str]
"""What is proved, where it is shown, how it is counted again, and that in words."""


def _proof_line(proof: _Proof, row: int, right: str, wrong: str) -> list[Value]:
    what, shown, again, how = proof
    result = Formula(f"IF(B{row}=C{row},{quoted(right)},{quoted(wrong)})")
    return [what, Formula(shown), Formula(again), result, how]


def _proofs(language: str, overview: Overview, entries: Table, missing: Table) -> Iterator[_Proof]:
    yield from _of_reports(language, overview.counts, entries, missing)
    yield from _of_forces(language, overview.forces, entries)
    yield from _of_units(language, overview.units, entries)


def _of_reports(language: str, counts: Table, entries: Table, missing: Table) -> Iterator[_Proof]:
    """The four kinds add up; each is counted in 台账 by its units, and the missing in 未报 too."""
    parts = [kind for kind in Timeliness if kind is not Timeliness.EXEMPT]
    cells = [counts.cell(f"timeliness-{kind}", 0) for kind in parts]
    expected = plain(language, "sheet-expected")
    yield (
        expected,
        counts.cell("sheet-expected", 0),
        "+".join(cells),
        plain(language, "sheet-proof-expected"),
    )
    for kind in Timeliness:
        word = plain(language, f"timeliness-{kind}")
        is_so = f"({entries.column('sheet-col-timeliness')}={quoted(word)})"
        yield (
            word,
            counts.cell(f"timeliness-{kind}", 0),
            f"SUMPRODUCT({is_so}*({entries.column('sheet-col-first-of-unit')}=1))",
            plain(language, "sheet-proof-units", word=word),
        )
    for kind in (Timeliness.PENDING, Timeliness.OUTSTANDING):
        word = plain(language, f"timeliness-{kind}")
        yield (
            plain(language, "sheet-proof-listed", word=word),
            counts.cell(f"timeliness-{kind}", 0),
            f"COUNTIF({missing.column('sheet-col-timeliness')},{quoted(word)})",
            plain(language, "sheet-proof-missing", word=word),
        )


def _of_forces(language: str, forces: Table, entries: Table) -> Iterator[_Proof]:
    """Every count of every task force, and the sums; a force is told by its cell, not its words."""
    total = forces.last - forces.first
    of_none = quoted(plain(language, "sheet-no-task-force"))
    column = entries.column("sheet-col-task-force")
    for number in range(total + 1):
        name = forces.cell("sheet-col-task-force", number)
        belongs = f"*({column}=IF({name}={of_none},{quoted('')},{name}))" if number < total else ""
        for key in (*_FORCE_ONLY, *COUNTED):
            head = plain(language, key)
            yield (
                plain(language, "sheet-proof-of-sum", head=head)
                if number == total
                else plain(language, "sheet-proof-of-force", number=number + 1, head=head),
                forces.cell(key, number),
                f"SUMPRODUCT({_is_counted(language, key, entries)}{belongs})",
                plain(language, "sheet-proof-rows", word=head),
            )


def _of_units(language: str, units: Table, entries: Table) -> Iterator[_Proof]:
    for key in COUNTED:
        head = plain(language, key)
        yield (
            plain(language, "sheet-proof-of-units", head=head),
            f"SUM({units.column(key)})",
            f"SUMPRODUCT({_is_counted(language, key, entries)})",
            plain(language, "sheet-proof-rows", word=head),
        )


def _is_counted(language: str, key: str, entries: Table) -> str:
    """For each row of 台账 1 where the column counts it, else 0."""
    match key:
        case "sheet-col-measures":
            return f"({entries.column('sheet-col-first-of-measure')}=1)*1"
        case "sheet-col-entries":
            return f'({entries.column("sheet-col-source")}<>"")*1'
        case "sheet-col-one-line":
            return _has_status(entries, plain(language, "sheet-no-status-asked"))
        case "sheet-col-no-progress":
            return f'({entries.column("sheet-col-no-progress")}<>"")*1'
        case "sheet-col-problems":
            return f'({entries.column("sheet-col-problem")}<>"")*1'
        case _:
            return _has_status(entries, plain(language, key))


def _has_status(entries: Table, word: str) -> str:
    return f"({entries.column('sheet-col-status')}={quoted(word)})*1"
