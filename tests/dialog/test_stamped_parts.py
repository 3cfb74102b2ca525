"""Of which reports a file has pages, told by the codes on them."""

import pytest

from dialog.stamped import Part, SeenPage, parts_of
from vocabulary.terms import Finding

ROADS, OLD, WATER = (
    SeenPage(Finding.GOOD, 12, 1),
    SeenPage(Finding.OLDER, 11, 1),
    SeenPage(Finding.NO_SEAL, 21, 2),
)
OTHER = SeenPage(Finding.OTHER_UNIT)
NOTHING = SeenPage(Finding.NO_CODE)


@pytest.mark.parametrize(
    ("pages", "parts", "beside"),
    [
        ([], [(NOTHING, 0)], []),
        ([None, None], [(NOTHING, 2)], []),
        ([None, ROADS, None], [(ROADS, 3)], []),
        ([OTHER, None], [(OTHER, 2)], []),
        ([None, ROADS, None, WATER, None], [(ROADS, 2), (WATER, 3)], []),
        ([WATER, ROADS, WATER], [(WATER, 2), (ROADS, 1)], []),
        ([OLD, ROADS], [(ROADS, 2)], [Finding.OLDER]),
        ([ROADS, OLD], [(ROADS, 2)], [Finding.OLDER]),
        ([ROADS, None, OTHER, None], [(ROADS, 1)], [Finding.OTHER_UNIT]),
    ],
)
def test_pages_without_a_code_go_with_the_next_that_has_one_and_each_report_is_told(
    pages: list[SeenPage | None], parts: list[tuple[SeenPage, int]], beside: list[Finding]
) -> None:
    seen = [[page] if page else [] for page in pages]
    assert parts_of(seen) == ([Part(*one) for one in parts], beside)
