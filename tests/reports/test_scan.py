"""Stamped pages are read as they come, and whatever is no such page is refused with the reason."""

import io

import pytest
from PIL import Image, ImageEnhance
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from reports import scan as reading
from reports.scan import (
    ScanHasTooManyPages,
    ScanIsDamaged,
    ScanIsLocked,
    ScanIsUnknown,
    ScannedPage,
    ScanRefused,
    ScanTooHeavy,
    ScanTooLarge,
    may_be_scan,
    read_scan,
)
from reports.scan_apart import ScanReader
from reports.seal import Seal, seal_on
from sandbox.scanner import as_photo
from tests.reports.photographed import KINDS, Kind, page_of, pdf_of, photo_of


def kind(name: str) -> Kind:
    (found,) = (one for one in KINDS if one.name == name)
    return found


def only_page(data: bytes) -> ScannedPage:
    (page,) = read_scan(data, name="page.jpg").pages
    return page


@pytest.mark.parametrize(
    "name",
    [
        "as it is",
        "turned by 90°",
        "turned, askew, shaded, yellow, blurred (1)",
        "blurred much (radius 2.2)",
        "small and blurred (radius 1.2)",
        "dim",
        "pale seal",
        "packed hard (JPEG 40)",
        "signature on top, askew",
    ],
)
def test_code_and_seal_are_seen_on_a_photo_that_is(name: str) -> None:
    text, photo = photo_of(kind(name), 3)
    assert only_page(photo) == ScannedPage((text,), Seal.SEEN)


@pytest.mark.parametrize(
    "name",
    [
        "no seal, yellow light, askew",
        "no seal, a red letterhead",
        "no seal, a red emblem",
        "no seal, a red pen",
    ],
)
def test_no_seal_is_seen_where_there_is(name: str) -> None:
    text, photo = photo_of(kind(name), 3)
    assert only_page(photo) == ScannedPage((text,), Seal.NONE)


@pytest.mark.parametrize("turn", [0, 180])
@pytest.mark.parametrize("sealed", [0, 1])
def test_of_two_pages_in_one_picture_each_has_its_own_seal_or_none(sealed: int, turn: int) -> None:
    (left, first), (right, second) = (page_of(n + 1, sealed=n == sealed) for n in (0, 1))
    both = Image.new("RGB", (first.width * 2 + 60, first.height), (70, 72, 78))
    both.paste(first, (0, 0))
    both.paste(second, (first.width + 60, 0))
    pages = read_scan(as_photo(both.rotate(turn)), name="photo.jpg").pages
    assert {page.codes: page.seal for page in pages} == {
        (code,): Seal.SEEN if number == sealed else Seal.NONE
        for number, code in enumerate((left, right))
    }


def test_of_two_copies_of_one_page_each_is_looked_at_for_its_own_seal() -> None:
    (code, plain_page), (_, sealed) = page_of(1, sealed=False), page_of(1)
    both = Image.new("RGB", (plain_page.width * 2 + 60, plain_page.height), (70, 72, 78))
    both.paste(plain_page, (0, 0))
    both.paste(sealed, (plain_page.width + 60, 0))
    pages = read_scan(as_photo(both), name="photo.jpg").pages
    assert [page.codes for page in pages] == [(code,), (code,)]
    assert {page.seal for page in pages} == {Seal.NONE, Seal.SEEN}


def test_what_is_round_and_red_beside_the_paper_is_no_seal() -> None:
    code, page = page_of(3, sealed=False)
    _, stamped = page_of(1)
    mm = page.height / 297
    round_thing = stamped.crop((126 * mm, 178 * mm, 170 * mm, 222 * mm))
    desk = Image.new("RGB", (round(page.width * 1.3), page.height), (200, 190, 180))
    desk.paste(page, (0, 0))
    desk.paste(round_thing, (page.width + round(4 * mm), round(150 * mm)))
    assert only_page(as_photo(desk)) == ScannedPage((code,), Seal.NONE)


def test_scan_in_black_and_white_shows_no_seal_and_says_why() -> None:
    text, photo = photo_of(kind("black and white"), 3)
    assert only_page(photo) == ScannedPage((text,), Seal.COLOURLESS)


@pytest.mark.parametrize("name", ["as it is", "no seal"])
def test_photo_that_is_too_dark_for_a_colour_is_told_as_that(name: str) -> None:
    text, photo = photo_of(kind(name), 3)
    with Image.open(io.BytesIO(photo)) as picture:
        dark = ImageEnhance.Brightness(picture).enhance(0.15)
    content = io.BytesIO()
    dark.save(content, "PNG")
    assert only_page(content.getvalue()) == ScannedPage((text,), Seal.TOO_DARK)


def test_page_whose_code_was_cut_off_has_none_and_shows_its_seal() -> None:
    _, photo = photo_of(kind("the code cut off"), 3)
    assert only_page(photo) == ScannedPage((), Seal.SEEN)


def test_what_is_too_blurred_is_not_read_and_never_misread() -> None:
    _, photo = photo_of(kind("blurred until nobody can read it (radius 3)"), 3)
    assert only_page(photo).codes == ()


@pytest.mark.parametrize("red", [(214, 38, 36), (235, 80, 90), (200, 60, 20)])
def test_wooden_table_and_a_red_thing_upon_it_are_no_seal(red: tuple[int, int, int]) -> None:
    page = page_of(1, sealed=False)[1].resize((420, 594))
    table = Image.new("RGB", (900, 900), (150, 98, 60))
    table.paste(page, (60, 150))
    table.paste(red, (560, 300, 700, 430))
    assert seal_on(table) is Seal.NONE


@pytest.mark.parametrize("turn", [3, 6, 8])
def test_photo_that_a_telephone_marks_as_turned_is_read(turn: int) -> None:
    text, page = page_of(1)
    content, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = turn
    page.save(content, "JPEG", exif=exif)
    assert only_page(content.getvalue()).codes == (text,)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_picture_sent_as_a_file_is_read(form: str) -> None:
    text, page = page_of(1)
    content = io.BytesIO()
    page.convert("RGBA").resize((840, 1188)).save(content, form)
    assert only_page(content.getvalue()) == ScannedPage((text,), Seal.SEEN)


def test_every_page_of_a_pdf_is_read() -> None:
    pages = read_scan(pdf_of(kind("as it is"), 1, 2), name="scan.pdf").pages
    assert pages == tuple(ScannedPage((page_of(n)[0],), Seal.SEEN) for n in (1, 2))


# ── what is refused ────────────────────────────────────────────────────────────────────────────


def refusal(data: bytes) -> type[ScanRefused]:
    with pytest.raises(ScanRefused) as refused:
        read_scan(data, name="page")
    assert refused.value.facts["name"] == "page"
    return type(refused.value)


def pdf(
    *, pages: int = 1, encrypt: StandardEncryption | None = None, script: bool = False
) -> bytes:
    content = io.BytesIO()
    canvas = Canvas(content, encrypt=encrypt)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    data = content.getvalue()
    if script:
        action = b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\);) >>"
        data = data.replace(b"/Type /Catalog", action)
        assert b"JavaScript" in data
    return data


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"PK\x03\x04", b"RIFF\0\0\0\0AVI ", b"GIF89a", b"\0\0\0 ftypheic"]
)
def test_what_is_neither_picture_nor_pdf_is_not_opened(data: bytes) -> None:
    assert not may_be_scan(data)
    assert refusal(data) is ScanIsUnknown


def test_pdf_with_a_password_is_refused() -> None:
    assert refusal(pdf(encrypt=StandardEncryption("secret"))) is ScanIsLocked


def test_pdf_that_may_only_not_be_changed_is_read() -> None:
    locked = pdf(encrypt=StandardEncryption("", ownerPassword="secret", canModify=0))
    assert len(read_scan(locked, name="page").pages) == 1


def test_pdf_with_a_script_is_read_and_nothing_runs() -> None:
    (page,) = read_scan(pdf(script=True), name="page").pages
    assert page == ScannedPage((), Seal.COLOURLESS)


@pytest.mark.parametrize("kept", [0.01, 0.5, 0.95])
def test_torn_photo_is_refused(kept: float) -> None:
    photo = as_photo(page_of(1)[1])
    assert refusal(photo[: round(len(photo) * kept)]) is ScanIsDamaged


def test_torn_pdf_is_refused_or_mended_as_far_as_it_goes() -> None:
    whole = pdf(pages=2)
    assert refusal(whole[:20]) is ScanIsDamaged
    assert len(read_scan(whole[:-20], name="page").pages) == 2


def test_too_many_pages_are_refused() -> None:
    assert refusal(pdf(pages=reading.MOST_PAGES + 1)) is ScanHasTooManyPages


def test_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    content = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(content, "PNG")
    assert len(content.getvalue()) < 20_000
    assert refusal(content.getvalue()) is ScanTooLarge


# ── in a process of its own ────────────────────────────────────────────────────────────────────


async def test_process_of_its_own_gives_what_was_read_and_why_not() -> None:
    text, photo = photo_of(kind("as it is"), 3)
    reader = ScanReader()
    assert (await reader.read(photo, "页.jpg")).pages == (ScannedPage((text,), Seal.SEEN),)
    with pytest.raises(ScanIsLocked) as refused:
        await reader.read(pdf(encrypt=StandardEncryption("secret")), "页.pdf")
    assert refused.value.facts == {"name": "页.pdf"}


async def test_reading_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(ScanTooHeavy):
        await ScanReader(most_seconds=0.01).read(b"%PDF-", "page.pdf")
