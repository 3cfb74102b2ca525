"""The code on the page that is stamped: small, told from any other, and true of one revision."""

import io

import pytest
import zxingcpp
from PIL import Image, ImageOps

from reports.code_picture import picture_of
from reports.draft_profile import DraftProfile
from reports.package import parts_of
from tests.factories import a_filed_report
from tests.reports.paper import W, attributes, draft_of, found, xml_of
from tests.reports.samples import CODE, long_report
from vocabulary.period import Period
from vocabulary.stamp_code import StampCode, is_like_ours, read_stamp_code, stamp_code

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
JULY = Period(2022, 7)
FILED = '{"unit": "市工科局"}'
OURS = stamp_code(13, JULY, 2, FILED)
EMU = 36_000  # a millimetre


@pytest.mark.parametrize("report_id", [1, 35, 36, 10**6, 36**6 - 1])
@pytest.mark.parametrize("revision", [1, 40, 999])
def test_code_is_of_at_most_30_signs_and_read_as_it_was_written(
    report_id: int, revision: int
) -> None:
    code = stamp_code(report_id, JULY, revision, FILED)
    assert len(code.text) <= 30
    assert read_stamp_code(code.text) == code
    assert code.is_of(FILED)
    assert picture_of(code.text).size == (25 * 12, 25 * 12), "one size, whatever it says"


@pytest.mark.parametrize(
    "other",
    [
        StampCode(12, JULY, 2, OURS.digest),
        StampCode(13, Period(2022, 8), 2, OURS.digest),
        StampCode(13, JULY, 1, OURS.digest),
        StampCode(13, JULY, 2, "AAAAAAAA"),
    ],
)
def test_code_that_was_changed_anywhere_is_not_true(other: StampCode) -> None:
    assert OURS.is_of(FILED)
    assert not other.is_of(FILED)


def test_code_is_true_of_no_other_record() -> None:
    assert not OURS.is_of(FILED.replace("市工科局", "市教育局"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/BS1-2207-D-1-U32TLIOW",
        "BS1-2207-D-1-U32TLIO",
        "BS1-2213-D-1-U32TLIOW",
        "BS1-2207-D-0-U32TLIOW",
        "BS1-2207-d-1-U32TLIOW",
        "BS1-２２０７-D-1-U32TLIOW",
        "BS2-2207-D-1-U32TLIOW",
    ],
)
def test_other_text_is_no_code(text: str) -> None:
    assert read_stamp_code(text) is None


def test_torn_or_later_code_is_told_from_a_strangers() -> None:
    assert is_like_ours("BS2-2207-D-1-U32TLIOW")
    assert is_like_ours("BS1-2207-")
    assert not is_like_ours("https://example.org/BS1-2207-D-1-U32TLIOW")


def test_picture_says_the_code_and_a_quarter_of_it_may_be_lost() -> None:
    picture = ImageOps.expand(picture_of(OURS.text).convert("L"), border=50, fill=255)
    (read,) = zxingcpp.read_barcodes(picture)
    assert (read.text, read.ec_level) == (OURS.text, "Q")


# ── in the draft ───────────────────────────────────────────────────────────────────────────────


def anchors(docx: bytes) -> list[tuple[str, dict[str, str]]]:
    """The text of the paragraph that each floating picture stands in, and where it is drawn."""
    found_here = []
    for paragraph in xml_of(docx, "word/document.xml").iter(f"{W}p"):
        for anchor in paragraph.iter(f"{WP}anchor"):
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            place = {
                side: found(anchor, f"{WP}position{side}/{WP}posOffset").text or ""
                for side in ("H", "V")
            }
            of = {
                f"of{side}": attributes(found(anchor, f"{WP}position{side}"))["relativeFrom"]
                for side in ("H", "V")
            }
            size = attributes(found(anchor, f"{WP}extent"))
            says = attributes(found(anchor, f"{WP}docPr"))["descr"]
            assert anchor.find(f"{WP}wrapNone") is not None
            found_here.append((text, {**place, **of, **size, "says": says}))
    return found_here


def test_code_hangs_on_the_date_at_the_foot_of_its_page() -> None:
    ((text, place),) = anchors(draft_of(long_report()))
    assert text == "2022年8月3日", "whatever page the date comes to stand on"
    assert place["says"] == CODE.text
    assert (place["ofH"], place["ofV"]) == ("page", "page")
    left, top = int(place["H"]) / EMU, int(place["V"]) / EMU
    wide, high = int(place["cx"]) / EMU, int(place["cy"]) / EMU
    assert wide == high >= 25
    assert top >= 297 - 35 + 3, "under the text, with room between"
    assert top + high <= 297 - 5, "what every printer prints"
    page_number_on_the_left = 28 + 5 + 24  # one character in, and — 100 — at its widest
    assert left >= page_number_on_the_left
    seal_on_the_longest_name = 28 + 156 / 2 - 22.5
    assert left + wide <= seal_on_the_longest_name + 2, "its round edge is higher there"


def test_picture_in_the_draft_is_the_code() -> None:
    parts = parts_of(draft_of(a_filed_report()))
    (name,) = (name for name in parts if name.startswith("word/media/"))
    with Image.open(io.BytesIO(parts[name])) as picture:
        (read,) = zxingcpp.read_barcodes(ImageOps.expand(picture.convert("L"), 50, 255))
    assert read.text == CODE.text


def test_profile_can_do_without_the_code() -> None:
    docx = draft_of(a_filed_report(), DraftProfile(code=False))
    assert not anchors(docx)
    assert not [name for name in parts_of(docx) if "media" in name]
