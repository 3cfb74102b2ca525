"""A page is written row by row, and what is written is not held; rows are as high as they need."""

import gc
import io
import tracemalloc
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook

from reports.sheets import Book, Cell, Column, Value
from tests.factories import at

COLUMNS = (Column("sheet-col-number", 8), Column("sheet-col-text", 40))


def held_after(rows: int) -> int:
    """Bytes that are held when a page of so many rows has been written, before it is saved."""

    def lines() -> Iterator[list[Value]]:
        for number in range(rows):
            yield [number, f"第{number}项：新开通基站{number}个，城域骨干网扩容完成招标。"]

    book = Book("zh-CN", title="台账", author="办公室", at=at(5))
    sheet = book.table_sheet("sheet-rows", COLUMNS, frozen="A2")
    gc.collect()
    tracemalloc.start()
    try:
        sheet.table(COLUMNS, lines(), filtered=True)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    book.to_bytes()
    return held


@pytest.mark.long
def test_rows_that_are_written_are_not_held() -> None:
    few, many = held_after(500), held_after(2500)
    assert (many - few) / 2000 < 40, "bytes for each row more"


def test_a_number_that_goes_whole_to_the_next_line_has_room_there() -> None:
    """A column of 20 characters: two lines by their count, three since 120万 is not broken."""
    words = "对餐饮和零售行业开展第二轮摸底建立台账共" + "发放第一批消费券总额达到人民币120万元。"
    book = Book("zh-CN", title="台账", author="办公室", at=at(5))
    book.sheet("sheet-rows", [38], frozen="A2").row([Cell(words)])
    (sheet,) = load_workbook(io.BytesIO(book.to_bytes()))
    assert sheet.row_dimensions[1].height == 3 * 13 + 3
