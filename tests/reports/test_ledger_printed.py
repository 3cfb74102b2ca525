"""The workbook as another program opens and prints it."""

import io
import shutil

import pytest
from openpyxl import load_workbook

from reports.ledger import make_ledger
from tests.factories import (
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
)
from tests.reports.paper import Page, in_tables, printed, printed_as_pdf, sizes_of
from tests.reports.samples import a_month_for_workbook, a_month_of_long_texts
from tests.reports.test_ledger_over_months import with_twelve_figures

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    entries = [
        a_filed_entry(a_measure(str(number)), a_content(text="=1+1 " + "推进有力" * 12 + "完"))
        for number in range(1, 101)
    ]
    ledger = a_ledger(
        a_ledger_report(a_filed_report(*entries)),
        measures=tuple(a_ledger_measure(entry.measure) for entry in entries),
    )
    return printed({"ledger": make_ledger(ledger)}, ".xlsx")["ledger"]


def words(page: Page) -> list[str]:
    return [word.text for word in page]


def test_head_and_page_number_are_on_every_page_of_the_ledger(pages: list[Page]) -> None:
    ledger = [page for page in pages if "台账" in words(page)]
    assert len(ledger) > 1
    for number, page in enumerate(pages, start=1):
        shown = "".join(words(page))
        assert f"第{number}页" in shown
        assert f"共{len(pages)}页" in shown
    for page in ledger:
        assert {"序号", "措施", "单位"} <= set(words(page))
    assert {"完成情况", "下一步措施"} <= {word for page in ledger[:2] for word in words(page)}


def test_text_is_shown_whole_and_as_text_in_the_ledger_and_in_the_table_for_print(
    pages: list[Page],
) -> None:
    shown = "".join("".join(words(page)) for page in pages)
    assert shown.count("=1+1") == 2 * 100
    assert shown.count("完") >= 2 * 100


def test_ledger_is_printed_on_two_pages_across_that_both_say_which_row_is_whose(
    pages: list[Page],
) -> None:
    ledger = [page for page in pages if "台账" in words(page)]
    lefts, rights = ledger[::2], ledger[1::2]
    assert all("完成情况" in words(page) and "版本" not in words(page) for page in lefts)
    assert all("版本" in words(page) and "完成情况" not in words(page) for page in rights)
    for left, right in zip(lefts, rights, strict=True):
        assert words(left).count("市工科局") == words(right).count("市工科局") > 0
    assert all({"序号", "措施", "单位"} <= set(words(page)) for page in ledger)
    assert all(word.right < 420 / 25.4 * 72 for page in ledger for word in page)


LEGIBLE = 7.0
"""Points. Offices print no table in less than 六号, which is 7.5; below 7 nobody reads on."""


@pytest.fixture(scope="module")
def month() -> tuple[bytes, bytes]:
    """A month with something on every sheet: the workbook, and how it is printed."""
    workbook = make_ledger(a_month_for_workbook())
    return workbook, printed_as_pdf({"ledger": workbook}, ".xlsx")["ledger"]


def test_every_sheet_of_a_whole_month_is_printed_in_type_that_can_be_read(
    month: tuple[bytes, bytes],
) -> None:
    """Of the program that makes columns widest there is none here: by their widths."""
    workbook, pdf = month
    smallest = {number: min(sizes) for number, sizes in enumerate(sizes_of(pdf), start=1)}
    assert {number: size for number, size in smallest.items() if size < LEGIBLE} == {}
    for sheet in load_workbook(io.BytesIO(workbook)):
        if sheet.page_setup.fitToWidth == 1:
            columns = [one for one in sheet.column_dimensions.values() if not one.hidden]
            room = (42.0 if sheet.page_setup.paperSize == 8 else 29.7) - 2 * 0.4 * 2.54
            widest = 0.212  # cm for each character of a column's width, as Excel makes it
            scale = room / (sum(one.width for one in columns) * widest)
            assert 10 * min(1.0, scale) >= LEGIBLE, sheet.title


def test_nothing_on_a_sheet_is_shown_as_number_signs(month: tuple[bytes, bytes]) -> None:
    """What a program prints where a number, or a day, has no room."""
    _, pdf = month
    assert not any("##" in word for word in in_tables(pdf))
    assert "2022-12-31" in list(in_tables(pdf))


@pytest.fixture(scope="module")
def long_texts() -> list[Page]:
    """A month with texts that no row can hold, as it is printed."""
    return printed({"ledger": make_ledger(a_month_of_long_texts())}, ".xlsx")["ledger"]


def test_a_text_longer_than_a_row_is_printed_whole_and_its_row_says_where(
    long_texts: list[Page],
) -> None:
    by_sheet = {
        name: "".join("".join(words(page)) for page in long_texts if name in words(page))
        for name in ("台账", "推进情况表", "滞后与问题", "长文")
    }
    for ends, told in (("完成情况完", "now and last month"), ("存在问题完", "now")):
        assert by_sheet["推进情况表"].count(ends) == 1
        assert by_sheet["长文"].count(ends) == len(told.split(" and "))
        assert ends not in by_sheet["台账"], "cut there; else this shows nothing"
    ledger = [page for page in long_texts if "台账" in words(page) and "第7局" in words(page)]
    assert ["第1条" in "".join(under("全文", page)) for page in ledger] == [True, True], "across"


def under(head: str, page: Page) -> list[str]:
    """What stands in the narrow column of that head."""
    (at,) = (word for word in page if word.text == head)
    middle, half = (at.left + at.right) / 2, 25
    return [w.text for w in page if middle - half < w.left and w.right < middle + half]


def test_no_printed_page_lacks_the_measure_that_it_tells_of(long_texts: list[Page]) -> None:
    pages = [page for page in long_texts if "推进情况表" in words(page)]
    assert len(pages) > 3
    for page in pages:
        assert "67" in words(page)
        assert "加强组织领导" in "".join(words(page)).replace("（续）", "")
        assert "已报26家中1家滞后" in "".join(words(page))
        lowest = max(word.bottom for word in page if not word.text.startswith(("第", "共")))
        assert lowest > 297 / 25.4 * 72 / 2, "no page breaks where nobody has set it"


def test_every_line_of_figures_is_printed_whole_on_one_page() -> None:
    """Two abreast, three rows to a page: of each the title above and the legend below."""
    pages = printed({"ledger": make_ledger(with_twelve_figures())}, ".xlsx")["ledger"]
    charts = [page for page in pages if "指标走势图" in words(page)]
    assert [sum(word == "实际值" for word in words(page)) for page in charts] == [6, 6]
    for page in charts:
        assert sum("个指标" in word for word in words(page)) == 6
