"""Plain text → lines; rows of tables are known by their tabs or bars."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from plans.errors import PlanUnreadable
from plans.lines import Cell, Line, tidy
from plans.loose_cells import find_loose_table
from plans.matrix import heads_matrix, holds_marks
from plans.numbering import read_label
from plans.shares import heads_shares
from plans.tables import is_row_number, kinds_of_columns, number_column
from plans.unit_names import surely_unit

_NOT_IN_A_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
PAGE_NUMBER = re.compile(
    r"[—–－\-·~]*\s*\d{1,4}\s*[—–－\-·~]*|第\s*\d{1,4}\s*页(?:[，,/]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|(?i:page)\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_SEPARATORS = (re.compile(r"\t"), re.compile(r"[|｜│]"), re.compile(r"[ \u3000]{2,}|\t"))
_RULE = re.compile(r"[\s|｜│:：\-—─━┼├┤┌┐└┘┬┴+=]+")
_FEWEST_COLUMNS = 3
_MOST_TORN = 8  # lines that the cells of one row make up
_UNITS = "UNITS"
_RUNNING_HEAD = 3  # times that a line must stand there to be taken for a letterhead
_LONGEST_HEAD = 40
_HEAD = re.compile(
    r"[^。，；：:（）()\[\]【】〔〕]{2,}(?:文件|公报|政报|简报|专报|汇编|人民政府|办公[室厅]|委员会"
    r"|第?\d{1,3}期)"
)
HEADER = re.compile(
    r"(?:项目|工程|.级)?(?:牵头|责任|配合|主办|承办|协办|负责|实施|建设|考核|考评|评分|推进|督办|业主|申报|主管)"
    r"[^，。；：:]{0,8}(?:单位|部门|科室|处室|股室)"
)


def decode(data: bytes, *, name: str) -> str:
    """UTF-8 with or without its mark, UTF-16 with its mark, else GB18030."""
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_IN_A_TEXT.search(text):
            return text
    raise PlanUnreadable(name=name)


def read_text(data: bytes, *, name: str) -> list[Line]:
    """The lines that hold text. Raises PlanUnreadable when this is no text."""
    raw = list(enumerate(decode(data, name=name).splitlines(), start=1))
    return without_running_heads(_lines(raw))


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Left out where it stands again: a letterhead that keeps coming back, as on every page."""
    counted = Counter(line.text for line in lines if not line.cells and _may_be_head(line.text))
    heads = {text for text, count in counted.items() if count >= _RUNNING_HEAD}
    kept, seen = [], set()
    for line in lines:
        if line.text in heads and not line.cells:
            if line.text in seen:
                continue
            seen.add(line.text)
        kept.append(line)
    return kept


def _may_be_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and bool(_HEAD.fullmatch(text)) and not read_label(text)


def _lines(raw: Iterable[tuple[int, str]]) -> list[Line]:
    found: list[Line] = []
    separator: re.Pattern[str] | None = None
    table = columns = done = 0
    heads: list[str] = []
    crossed = False  # the columns of the table are units
    written = [(number, line) for number, line in raw if line.strip()]
    words = [line for _, line in written]
    for at, (number, line) in enumerate(written):
        if at < done or (separator and _RULE.fullmatch(line)):
            continue
        if loose := find_loose_table(words, at):
            table, done, separator = table + 1, loose.end, None
            found += [_row(written[place][0], cells, table) for place, cells in loose.rows]
            continue
        given = crossed and separator and holds_marks(_split(line, separator))
        if opened := None if given else _opens_table(line):
            separator, columns, table = opened, len(_split(line, opened)), table + 1
            heads = [tidy(cell) for cell in _split(line, opened)]
            crossed = heads_matrix(heads)
        cells = _split(line, separator) if separator else []
        if separator and columns > len(cells) > 0 and found and found[-1].table == table:
            cells, done = _with_torn(cells, words, at, separator=separator, columns=columns)
            if len(cells) == 1 and _names_go_on(line, found[-1], heads):
                found[-1] = _row(found[-1].number, _longer(found[-1], line), table)
                continue
        if len(cells) > 1 and separator and (_title_row(cells) or len(cells) >= columns - 1):
            found.append(_row(number, cells, table))
            continue
        if separator and len(cells) <= 1:
            if _heads_rows(line, words[at + 1 : at + 2], separator, columns):
                found.append(_row(number, [line], table))
                continue
            separator = None
        text = tidy(line)
        if text and not PAGE_NUMBER.fullmatch(text):
            found.append(Line(number, text))
    return found


def _with_torn(
    cells: list[str],
    lines: Sequence[str],
    at: int,
    *,
    separator: re.Pattern[str],
    columns: int,
) -> tuple[list[str], int]:
    """The cells of a row, and the line behind it, where lines of its cells tear it apart.

    Only where the pieces, none of which opens with a number, make up a row exactly.
    """
    whole = list(cells)
    for place in range(at + 1, min(at + _MOST_TORN, len(lines))):
        more = _split(lines[place], separator)
        if len(cells) == 1 or is_row_number(tidy(more[0])) or len(whole) + len(more) - 1 > columns:
            break
        whole = [*whole[:-1], f"{whole[-1]}\n{more[0]}", *more[1:]]
        if len(whole) == columns:
            return whole, place + 1
    return cells, at


def _names_go_on(line: str, above: Line, heads: Sequence[str]) -> bool:
    """Whether a line goes on with the names in the last cell of the row above."""
    names = tidy(line).split("、")
    return (
        len(above.cells) == len(heads)
        and kinds_of_columns(heads)[-1] == _UNITS
        and surely_unit(tidy(above.cells[-1].text).split("、")[-1])
        and all(map(surely_unit, names))
    )


def _longer(row: Line, line: str) -> list[str]:
    *cells, last = (cell.text for cell in row.cells)
    return [*cells, f"{last}\n{line}"]


def _heads_rows(line: str, below: Sequence[str], separator: re.Pattern[str], columns: int) -> bool:
    """Whether a line within a table is the heading of the rows that follow."""
    return len(line) <= _LONGEST_HEAD and any(
        len(_split(other, separator)) >= columns - 1 for other in below
    )


def _opens_table(line: str) -> re.Pattern[str] | None:
    """What separates the columns of a line that heads a table; None for any other line."""
    for separator in _SEPARATORS:
        cells = [tidy(cell) for cell in _split(line, separator)]
        if len(cells) < _FEWEST_COLUMNS or max(map(len, cells)) > _LONGEST_HEAD:
            continue
        if (
            any(map(HEADER.fullmatch, cells))
            or number_column(cells) is not None
            or heads_shares(cells)
            or heads_matrix(cells)
        ):
            return separator
    return None


def _split(line: str, separator: re.Pattern[str]) -> list[str]:
    bars = separator is _SEPARATORS[1]
    return separator.split(line.strip().strip("|｜│") if bars else line.strip("\r\n"))


def _title_row(cells: Sequence[str]) -> bool:
    return sum(bool(cell.strip()) for cell in cells) == 1


def _row(number: int, cells: Iterable[str], table: int) -> Line:
    tidied = tuple(Cell(cell.strip()) for cell in cells)
    return Line(number, "".join(tidy(cell.text) for cell in tidied), cells=tidied, table=table)
