"""The office's papers as they are printed: what stands with the signature, and the sources."""

import shutil

import pytest

from reports.briefing import make_briefing
from reports.bulletin import make_bulletin
from reports.chase_notice import make_chase_notice
from reports.office_profile import OfficeProfile
from reports.sources import Source, make_sources
from tests.reports.paper import Page, lines_of_page, printed, text_of_page
from tests.reports.samples import a_chase_notice, a_month_for_papers

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

_DATE = "2022年8月9日"
_LINE = 10.2  # millimetres
_SHIFTS = {"bulletin": (4, 5, 11), "briefing": (9, 10, 14), "notice": (0, 19, 20)}
"""Lines that a letterhead moves the text down by: its end passes the end of a page there."""
_ROWS = tuple(
    row
    for start in range(7, 600, 40)
    for row in (*range(start, start + 12, 3), *range(start + 13, start + 20), start + 30)
)
"""Single ones and ranges, so many that they reach every place of a line."""


@pytest.fixture(scope="module")
def prints() -> dict[str, list[Page]]:
    month, made = a_month_for_papers(), {}
    for kind, shifts in _SHIFTS.items():
        for lines in shifts:
            profile = OfficeProfile(letterhead=round(lines * _LINE))
            match kind:
                case "bulletin":
                    made[f"{kind}-{lines}"] = make_bulletin(month, profile)
                case "briefing":
                    made[f"{kind}-{lines}"] = make_briefing(month, profile)
                case _:
                    made[f"{kind}-{lines}"] = make_chase_notice(a_chase_notice(), profile)
    rows = [Source("正常推进", "52", _ROWS)]
    made["sources"] = make_sources("paper-bulletin-file", month, OfficeProfile(), rows)
    return printed(made, ".docx")


@pytest.mark.parametrize("kind", ["bulletin", "briefing", "notice"])
def test_two_lines_of_text_stand_on_the_page_of_the_signature_at_least(
    prints: dict[str, list[Page]], kind: str
) -> None:
    signed_on = set()
    for lines in _SHIFTS[kind]:
        pages = prints[f"{kind}-{lines}"]
        shown_on = [
            ["".join(word.text for word in line) for line in lines_of_page(p)] for p in pages
        ]
        signed = next(number for number, shown in enumerate(shown_on) if _DATE in shown)
        shown = shown_on[signed]
        text = shown[: shown.index(_DATE) - 1]
        assert len(text) >= 2, (kind, lines)
        signed_on.add(signed)
    assert len(signed_on) > 1, "the sweep passes the end of a page"


def test_notice_of_a_few_measures_and_reminders_is_one_page(prints: dict[str, list[Page]]) -> None:
    assert len(prints["notice-0"]) == 1


@pytest.mark.parametrize("kind", ["bulletin", "briefing"])
def test_nothing_follows_the_date(prints: dict[str, list[Page]], kind: str) -> None:
    for lines in _SHIFTS[kind]:
        assert text_of_page(prints[f"{kind}-{lines}"][-1]).endswith(_DATE)


def test_no_number_nor_range_of_rows_is_broken_at_the_end_of_a_line(
    prints: dict[str, list[Page]],
) -> None:
    ends = [line[-1].text for page in prints["sources"] for line in lines_of_page(page)]
    ends = ends[ends.index("行") + 1 :]
    assert len(ends) > 20
    assert all(text.endswith("、") for text in ends[:-1])
