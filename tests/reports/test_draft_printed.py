"""The draft as it is printed: LibreOffice lays it out, and its pages are measured."""

import shutil
from dataclasses import replace
from itertools import pairwise

import pytest
import zxingcpp

from reports.draft_profile import DraftProfile
from tests.factories import a_content, a_filed_entry, a_filed_report, a_measure
from tests.reports.paper import (
    POINTS_PER_MM,
    TEXT_BOTTOM,
    Page,
    characters_of,
    draft_of,
    lines_of_page,
    middle_of_ink,
    pages_of,
    pictures_of,
    printed_as_pdf,
    text_of_page,
)
from tests.reports.samples import CODE, long_report
from vocabulary.report import EvidenceFile, FiledReport

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

DOTS = 200  # an inch of the pictures that are measured
LONG_NAME = "国家金融监督管理总局运城监管分局永济监管支局"
TWO_PHONES = "0359-8023456，13800000000"
LENGTHS = range(1, 23)
"""Lines of a text: over these the end of the report passes every place on a page."""


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    full = a_filed_entry(a_measure(), a_content(text="城" * 1400))
    documents = {
        "long": long_report(),
        "short": a_filed_report(),
        "named": a_filed_report(official_name=LONG_NAME),
        "unnamed": a_filed_report(official_name=None),
        "two lines": a_filed_report(official_name=f"{LONG_NAME}（永济市防范非法集资办公室）"),
        "full": a_filed_report(full),
        "rare": a_filed_report(
            a_filed_entry(a_measure(), a_content(text="堃喆龘镕赟\x07\u202e珺" * 28)),
            official_name="永济市堃喆镇人民政府",
        ),
        "signs": a_filed_report(
            a_filed_entry(a_measure(), a_content(text="𠮷家坡村😀㐂某👍🏽完成，" * 40)),
            official_name="永济市𠮷㐂镇人民政府",
        ),
    }
    for length in LENGTHS:
        text = "\n".join(["推进有力"] * length)
        documents[f"lines{length}"] = a_filed_report(a_filed_entry(None, a_content(text=text)))
    for length in (16, 19, 21):
        text = "\n".join([*["推进有力"] * length, "城" * 28 * 8])
        documents[f"paragraph{length}"] = a_filed_report(a_filed_entry(None, a_content(text=text)))
    for length in LENGTHS[::3]:
        text = "\n".join(["推进有力"] * length)
        documents[f"phones{length}"] = a_filed_report(
            a_filed_entry(None, a_content(text=text)), contact_phone=TWO_PHONES
        )
    drafts = {name: draft_of(report) for name, report in documents.items()}
    drafts["letterhead"] = draft_of(a_filed_report(), DraftProfile(letterhead=80))
    for length in LENGTHS[::3]:
        drafts[f"attached{length}"] = draft_of(_attached(documents[f"lines{length}"]))
    return printed_as_pdf(drafts, ".docx")


def _attached(report: FiledReport) -> FiledReport:
    """The report with so many attachments that their list has lines on both sides of a page."""
    (entry,) = report.entries
    files = (EvidenceFile(1, "现场照片.jpg", "", 1),)
    others = [replace(a_filed_entry(a_measure(str(n))), evidence=files) for n in range(1, 6)]
    return replace(report, entries=(*others, entry))


@pytest.fixture(scope="module")
def prints(pdfs: dict[str, bytes]) -> dict[str, list[Page]]:
    return {name: pages_of(pdf) for name, pdf in pdfs.items()}


def test_left_edge_is_28_mm_from_the_binding_side(prints: dict[str, list[Page]]) -> None:
    for name, pages in prints.items():
        lefts = [
            min(word.left for line in lines_of_page(page) for word in line) / POINTS_PER_MM
            for page in pages
        ]
        assert lefts[0] == pytest.approx(28, abs=0.3), name
        assert min(lefts) > 27.7, name


def test_full_page_has_22_lines_of_28_characters(prints: dict[str, list[Page]]) -> None:
    lines = lines_of_page(prints["full"][1])
    assert len(lines) == 22
    assert [len("".join(word.text for word in line)) for line in lines] == [28] * 22


def test_no_line_within_the_text_is_blank_also_below_a_full_stop_that_hangs(
    prints: dict[str, list[Page]],
) -> None:
    for page in prints["long"][1:-1]:
        tops = [line[0].top for line in lines_of_page(page)]
        assert max(after - before for before, after in pairwise(tops)) < 30


def test_pages_of_the_long_report_are_filled_to_22_lines(prints: dict[str, list[Page]]) -> None:
    # A heading at the foot moves on with its text, so a page may be a few lines short.
    for page in prints["long"][1:-1]:
        assert 19 <= len(lines_of_page(page)) <= 22


def test_title_stands_in_even_lines_within_the_text(prints: dict[str, list[Page]]) -> None:
    title = lines_of_page(prints["long"][0])[:3]
    shown = ["".join(word.text for word in line) for line in title]
    assert shown == [
        "关于《永济市推进服务业提质增效",
        "2022年行动计划》2022年7月份",
        "工作任务完成情况的报告",
    ]
    assert title[1][0].top - title[0][0].top == pytest.approx(33, abs=0.5)


def test_letterhead_moves_the_text_of_the_first_page_down(prints: dict[str, list[Page]]) -> None:
    tops = [lines_of_page(prints[name][0])[0][0].top for name in ("short", "letterhead")]
    assert (tops[1] - tops[0]) / POINTS_PER_MM == pytest.approx(80, abs=0.5)


def test_pages_are_numbered_outside_between_dashes_seven_mm_under_the_text(
    pdfs: dict[str, bytes], prints: dict[str, list[Page]]
) -> None:
    pages = prints["long"]
    assert len(pages) >= 4
    pictures = pictures_of(pdfs["long"], dots_per_inch=DOTS)
    for number, (page, picture) in enumerate(zip(pages, pictures, strict=True), start=1):
        foot = [word for word in page if word.top > TEXT_BOTTOM]
        assert [word.text for word in foot] == ["—", str(number), "—"]
        is_right = foot[0].left > 300
        assert is_right == (number % 2 == 1)
        dash = middle_of_ink(picture, foot[0], dots_per_inch=DOTS)
        assert (dash - TEXT_BOTTOM) / POINTS_PER_MM == pytest.approx(7, abs=0.5)


def test_two_lines_of_text_stand_on_the_page_of_the_signature_at_least(
    prints: dict[str, list[Page]],
) -> None:
    ends_seen = set()
    for name, pages in prints.items():
        last = text_of_page(pages[-1])
        assert "2022年8月3日" in last, name
        before, _, _ = last.partition("永济市工业和科技局")
        assert "特此报告。" in before or before.count("项佐证材料") >= 3, name
        lines = ["".join(word.text for word in line) for line in lines_of_page(pages[-1])]
        name_lines = 2 if name == "two lines" else 1
        is_long = name == "full"  # its last paragraph is longer than half a page
        assert lines.index("2022年8月3日") - name_lines >= (1 if is_long else 2), name
        ends_seen.add(len(lines_of_page(pages[-1])))
    assert len(ends_seen) > 8, "the sweep reaches many places on the page"


def test_the_contact_stands_whole_under_the_date_whatever_the_length_of_the_text(
    prints: dict[str, list[Page]],
) -> None:
    for length in LENGTHS[::3]:
        page = lines_of_page(prints[f"phones{length}"][-1])
        lines = ["".join(word.text for word in line) for line in page]
        assert lines[-3:] == [
            "2022年8月3日",
            "（联系人：王建国，联系电话：0359-8023456，",
            "13800000000）",
        ], length


def test_seal_has_room_beside_nothing_but_name_and_date(prints: dict[str, list[Page]]) -> None:
    for name in ("short", "named", "unnamed"):
        words = [word for line in lines_of_page(prints[name][-1]) for word in line]
        closing = next(word for word in words if "特此报告" in word.text)
        date = next(word for word in words if word.text.startswith("日") or "日" in word.text[-1:])
        millimetres = (date.bottom - closing.bottom) / POINTS_PER_MM
        assert millimetres == pytest.approx(4 * 10.2, abs=1.5)


@pytest.mark.parametrize("name", ["short", "named", "unnamed", "two lines", "long"])
def test_signature_is_centred_on_the_date(prints: dict[str, list[Page]], name: str) -> None:
    lines = lines_of_page(prints[name][-1])
    shown = ["".join(word.text for word in line) for line in lines]
    at = shown.index("2022年8月3日")
    middles = [(line[0].left + line[-1].right) / 2 for line in lines]
    signed = 2 if name == "two lines" else 1
    assert middles[at - signed : at] == pytest.approx([middles[at]] * signed, abs=5)  # points
    assert shown[at - signed - 1].endswith("特此报告。")


@pytest.mark.parametrize("name", ["short", "long"])
def test_date_stands_four_characters_from_the_right(
    prints: dict[str, list[Page]], name: str
) -> None:
    date = next(
        line
        for line in lines_of_page(prints[name][-1])
        if "".join(word.text for word in line) == "2022年8月3日"
    )
    # LibreOffice sets figures and Chinese apart, whatever autoSpaceDE says, so the date is wider
    # there than in Word; its middle is where it should be.
    middle = (date[0].left + date[-1].right) / 2
    from_the_right = (210 - 26) - middle / POINTS_PER_MM
    assert from_the_right == pytest.approx((4 + 6 / 2) * 16 / POINTS_PER_MM, abs=0.5)


def test_long_name_stays_on_one_line_within_the_text(prints: dict[str, list[Page]]) -> None:
    line = next(
        line for line in lines_of_page(prints["named"][-1]) if line[0].text.startswith("国家金融")
    )
    assert "".join(word.text for word in line) == LONG_NAME
    assert line[-1].right / POINTS_PER_MM <= 210 - 26 + 0.5


def test_code_is_read_off_the_page_of_the_signature_and_off_no_other(
    pdfs: dict[str, bytes], prints: dict[str, list[Page]]
) -> None:
    for name in ("short", "long", "two lines", "full", "attached22"):
        read = [
            [code.text for code in zxingcpp.read_barcodes(picture)]
            for picture in pictures_of(pdfs[name], dots_per_inch=100)
        ]
        signed = ["2022年8月3日" in text_of_page(page) for page in prints[name]]
        assert read == [[CODE.text] if is_signed else [] for is_signed in signed], name


def test_every_page_carries_the_receipt(prints: dict[str, list[Page]]) -> None:
    for page in prints["long"]:
        assert any(word.text == "2022-07-0013" for word in page)


def test_rare_characters_keep_the_width_of_a_line(
    pdfs: dict[str, bytes], prints: dict[str, list[Page]]
) -> None:
    text = "堃喆龘镕赟珺" * 28
    printed = "".join(text_of_page(page) for page in prints["rare"])
    assert text in printed
    signs = [sign for page in characters_of(pdfs["rare"]) for sign in page if sign.text in text]
    steps = [
        after.left - before.left for before, after in pairwise(signs) if after.top == before.top
    ]
    assert len(steps) > len(text) - 10
    assert min(steps) > 15
    assert max(steps) < 17
