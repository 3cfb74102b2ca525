"""A page is written row by row, and what is written is not held."""

import gc
import tracemalloc
from collections.abc import Iterator

from reports.sheets import Book, Column, Value
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


def test_rows_that_are_written_are_not_held() -> None:
    few, many = held_after(500), held_after(2500)
    assert (many - few) / 2000 < 40, "bytes for each row more"
