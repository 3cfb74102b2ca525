"""Of which reports a file has pages, told by the codes on them."""

import pytest

from dialog.press import Action, Press
from dialog.stamped import OFFERED, CopyView, OfRevision, Part, SeenPage, copy_card, parts_of
from vocabulary.period import Period
from vocabulary.terms import Finding

ROADS, OLD, WATER = (
    SeenPage(Finding.GOOD, 12, 1),
    SeenPage(Finding.OLDER, 11, 1),
    SeenPage(Finding.NO_SEAL, 21, 2),
)
OTHER = SeenPage(Finding.OTHER_UNIT)
NOTHING = SeenPage(Finding.NO_CODE)
UNSEALED = SeenPage(Finding.NO_SEAL, 12, 1)


@pytest.mark.parametrize(
    ("pages", "parts", "beside"),
    [
        ([], [(NOTHING, 0)], []),
        ([None, None], [(NOTHING, 2)], []),
        ([None, ROADS, None], [(ROADS, 3)], []),
        ([OTHER, None], [(OTHER, 2)], []),
        ([None, ROADS, None, WATER, None], [(ROADS, 2), (WATER, 3)], []),
        ([WATER, ROADS, WATER], [(WATER, 1, 1), (ROADS, 1)], []),
        ([None, ROADS, UNSEALED, None, ROADS], [(ROADS, 3, 2)], []),
        ([OLD, ROADS], [(ROADS, 2)], [Finding.OLDER]),
        ([ROADS, OLD], [(ROADS, 2)], [Finding.OLDER]),
        ([ROADS, None, OTHER, None], [(ROADS, 1)], [Finding.OTHER_UNIT]),
    ],
)
def test_pages_without_a_code_go_with_the_next_that_has_one_and_each_page_counts_once(
    pages: list[SeenPage | None], parts: list[tuple[SeenPage, int, int]], beside: list[Finding]
) -> None:
    seen = [[page] if page else [] for page in pages]
    assert parts_of(seen) == ([Part(*one) for one in parts], beside)


@pytest.mark.parametrize(("page", "offered"), [(0, 8), (2, 4)])
def test_reports_that_a_page_may_be_of_are_offered_a_few_at_a_time(page: int, offered: int) -> None:
    could_be = [OfRevision(number, f"Unit {number}", Period(2022, 7), 1, 1) for number in range(20)]
    view = CopyView(
        copy_id=5,
        report_id=None,
        pages=1,
        finding=Finding.NO_CODE,
        of=None,
        office="",
        could_be=could_be[page * OFFERED :][:OFFERED],
        lacking=len(could_be),
        page=page,
        is_offices=True,
    )
    *units, turn, drop = copy_card("zh-CN", view).buttons
    assert len(units) == offered
    assert [one.text for one in turn] == ["‹", f"{page + 1}/3", "›"]
    turned = Press.read(turn[2].data)
    assert turned == Press(Action.STAMPED_PAGE, 5, str((page + 1) % 3))
    assert len(drop) == 1
