"""A quarterly measure that a text begins with in a month in which it is not due."""

import pytest

from dialog.not_due import not_due_named
from tests.dialog.factories import a_measure, a_report, numbered
from vocabulary.terms import Ask

LATER = a_measure(number="59", title="培育规上企业", ask=Ask.QUARTERLY)
REPORT = a_report(*numbered(30), later=(LATER,))


@pytest.mark.parametrize(
    "text",
    [
        "59",
        "第59项",
        "五十九",
        "59 培育企业2户",
        "59。",
        "培育规上企业",
        "59 还没到时候吧",
    ],
)
def test_it_is_known_by_its_number_and_its_title(text: str) -> None:
    assert not_due_named(REPORT, text) == LATER


@pytest.mark.parametrize(
    "text", ["24", "24 培育企业59户", "59家企业签约", "培育企业59户", "59、选址；60、招标", "60"]
)
def test_what_is_due_or_counts_is_not_it(text: str) -> None:
    assert not_due_named(REPORT, text) is None


def test_nothing_is_where_all_is_due() -> None:
    assert not_due_named(a_report(*numbered(30)), "59 培育企业2户") is None
