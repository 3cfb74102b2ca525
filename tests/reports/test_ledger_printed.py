"""The workbook as another program opens and prints it."""

import shutil

import pytest

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
from tests.reports.paper import Page, printed

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


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
        assert {"序号", "完成情况", "下一步措施"} <= set(words(page))


def test_text_is_shown_whole_and_as_text_in_the_ledger_and_in_the_table_for_print(
    pages: list[Page],
) -> None:
    shown = "".join("".join(words(page)) for page in pages)
    assert shown.count("=1+1") == 2 * 100
    assert shown.count("完") >= 2 * 100


def test_columns_of_the_ledger_fit_one_page_across(pages: list[Page]) -> None:
    ledger = [page for page in pages if "台账" in words(page)]
    assert all("版本" in words(page) for page in ledger)
    assert all(word.right < 420 / 25.4 * 72 for page in ledger for word in page)
