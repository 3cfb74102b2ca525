"""What has no room in a printed row: where the workbook says it whole, and where its pages end."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.sheets import PART, TALLEST_ROW, Cell, is_cut, pieces, shares
from tests.factories import (
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
)
from tests.reports.samples import (
    LONG_SENTENCE,
    a_month_for_workbook,
    a_month_of_long_texts,
    long_text,
)
from tests.reports.workbooks import opened, table


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(a_month_of_long_texts())


@pytest.mark.parametrize(
    ("sheet", "marks"),
    [
        ("台账", "完成情况见“长文”第1条\n存在问题见“长文”第2条"),
        ("滞后与问题", "存在问题见“长文”第2条"),
        ("变化", "上次完成情况见“长文”第3条\n完成情况见“长文”第1条"),
    ],
)
def test_row_whose_text_is_cut_on_paper_says_where_it_is_whole_and_keeps_it(
    book: Workbook, sheet: str, marks: str
) -> None:
    marked = [row for row in table(book[sheet], "序号") if row["全文"]]
    assert [(row["单位"], row["全文"]) for row in marked] == [("第7局", marks)]
    if sheet == "台账":
        assert str(marked[0]["完成情况"]).endswith("完成情况完")
        assert str(marked[0]["存在问题"]).endswith("存在问题完")


def test_page_of_long_texts_has_each_whole_in_rows_that_can_be_printed(book: Workbook) -> None:
    rows = table(book["长文"], "编号")
    text, problem = ([row for row in rows if row["编号"] == place] for place in (1, 2))
    assert [row["栏目"] for row in text] == ["完成情况", *["完成情况（续）"] * 2]
    assert "".join(str(row["全文"]) for row in text) == long_text(3000, "完成情况完")
    assert "".join(str(row["全文"]) for row in problem) == long_text(1000, "存在问题完")
    assert {(row["序号"], row["单位"]) for row in rows} == {(67, "第7局")}
    assert not any(is_cut(Cell(str(row["全文"])), 130) for row in rows)


def test_where_every_text_has_room_there_is_no_column_and_no_page_of_long_ones() -> None:
    book = opened(a_ledger())
    assert "长文" not in book.sheetnames
    assert "全文" not in [cell.value for cell in book["台账"][1]]


def progress(book: Workbook) -> tuple[Worksheet, list[tuple[object, ...]]]:
    return book["推进情况表"], list(book["推进情况表"].iter_rows(values_only=True))


def test_in_the_table_for_print_a_long_text_goes_on_in_further_rows(book: Workbook) -> None:
    sheet, rows = progress(book)
    places = [n for n, row in enumerate(rows, start=1) if str(row[3]).startswith("第7局")]
    of_unit = [rows[place - 1] for place in places]
    assert [row[3] for row in of_unit] == ["第7局（负责）", *["第7局（负责）（续）"] * 5]
    assert all(sheet.row_dimensions[place].height <= PART for place in places), "pages are filled"
    assert "".join(str(row[5] or "") for row in of_unit) == long_text(3000, "完成情况完")
    assert "".join(str(row[6] or "") for row in of_unit) == long_text(1000, "存在问题完")
    assert [row[7] for row in of_unit] == ["调规", *[None] * 5]


def test_every_page_of_a_measure_names_it_and_no_merged_cell_goes_over_a_page(
    book: Workbook,
) -> None:
    sheet, rows = progress(book)
    breaks = [one.id for one in sheet.row_breaks.brk]
    assert len(breaks) >= 3
    for row in breaks:
        assert rows[row][:2] in {(67, "加强组织领导（续）"), (68, "压实责任")}
    for area in sheet.merged_cells.ranges:
        assert not any(area.min_row <= row < area.max_row for row in breaks)


def test_heading_of_a_section_is_not_the_last_row_of_a_page() -> None:
    """Wherever on the page it would stand."""
    first = [a_measure(str(number), section_path=("一、甲",)) for number in range(3)]
    second = a_measure("9", section_path=("二、乙",))
    is_broken = set()
    for sentences in range(20, 40, 3):
        said = a_content(text=LONG_SENTENCE * sentences)
        filed = a_filed_report(*(a_filed_entry(one, said) for one in (*first, second)))
        measures = tuple(map(a_ledger_measure, (*first, second)))
        sheet, rows = progress(opened(a_ledger(a_ledger_report(filed), measures=measures)))
        heading = next(place for place, row in enumerate(rows, start=1) if row[0] == "二、乙")
        breaks = [one.id for one in sheet.row_breaks.brk]
        assert heading not in breaks
        is_broken.add(heading - 1 in breaks)
    assert is_broken == {True, False}


@pytest.mark.parametrize("width", [20, 34, 70])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "短",
        LONG_SENTENCE * 60,
        "长" * 2000,
        "a1" * 3000,
        "一行\n" * 300,
        ("\n" * 5 + LONG_SENTENCE * 9) * 9,
        "😀" * 900,
    ],
)
def test_parts_of_a_text_are_all_of_it_and_each_has_room(text: str, width: float) -> None:
    parts = pieces(text, width, points=TALLEST_ROW)
    assert "".join(parts).replace("\n", "") == text.replace("\n", "")
    assert not any(is_cut(Cell(part), width) for part in parts)
    assert len(parts) == 1 or all(parts)


def test_part_ends_with_a_sentence_and_never_within_a_number() -> None:
    assert all(part.endswith("；") for part in pieces(LONG_SENTENCE * 60, 34, points=PART))
    for part in pieces("累计投资1234567万元" * 90, 34, points=PART):
        assert not part[-1].isdigit()


@pytest.mark.parametrize(
    ("heights", "least", "first", "expected"),
    [
        ([100, 100, 100], 50, 300, [3]),
        ([100, 100, 100], 50, 299, [2, 1]),
        ([100, 100, 100], 50, 99, [0, 3]),
        ([100, 100, 100], 350, 340, [0, 3]),
        ([300, 300, 300], 50, 700, [2, 1]),
        ([900], 50, 700, [0, 1]),
    ],
)
def test_lines_go_to_the_pages_that_have_room_for_them(
    heights: list[float], least: float, first: float, expected: list[int]
) -> None:
    found = list(shares(heights, least=least, first=first, further=700))
    assert found == expected
    assert sum(found) == len(heights)


def test_every_sheet_stands_in_the_docs_with_its_picture() -> None:
    docs = Path(__file__).parents[2] / "docs"
    text = (docs / "workbook.md").read_text(encoding="utf-8")
    _, *sections = re.split("^## ", text, flags=re.MULTILINE)
    shown = {}
    for section in sections:
        name = section.partition("\n")[0]
        shown[name] = re.search(rf"!\[{name}\]\((pictures/sheet-[a-z-]+\.png)\)", section)
    months = (a_month_for_workbook(), a_month_of_long_texts())
    assert set(shown) == {name for month in months for name in opened(month).sheetnames}
    for name, picture in shown.items():
        assert picture, name
        assert (docs / picture[1]).exists(), name
