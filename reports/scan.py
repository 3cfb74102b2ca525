"""Photos and PDFs of stamped pages: of each page the codes on it, and whether it bears a seal."""

import io
import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError
from pypdfium2 import PdfiumError

from reports.code_picture import LEFT_MM, SIDE_MM, TOP_MM
from reports.seal import Lie, Seal, seal_on
from vocabulary.errors import BaosongError
from vocabulary.file_starts import is_pdf
from vocabulary.stamp_code import read_stamp_code

MOST_PAGES = 40
_KINDS = ("JPEG", "PNG", "WEBP")
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_SIDE = 2400  # pixels of the longer side: 200 dots an inch of a page, a code of 25 modules at 8
_WITHOUT_GRAIN = 1200  # pixels of the longer side
_SMALL = 1400  # of the longer side: blurred modules of 3 to 5 pixels are told when enlarged
_LARGEST_PAGE = 14_400  # points; what a PDF may say of itself
_COVERED = 0.8  # of a page: a scanner's picture of it, or nearly
_LOCKED = 4  # PDFium's name of the error


class ScanRefused(BaosongError):
    """Nothing can be read from the file; each kind says why, and what to send instead."""

    forgets = True


class ScanIsUnknown(ScanRefused):
    """Neither a picture nor a PDF."""

    text_key = "scan-unknown"


class ScanIsLocked(ScanRefused):
    """It has a password."""

    text_key = "scan-locked"


class ScanIsDamaged(ScanRefused):
    """It ends in the middle, or is not what it says."""

    text_key = "scan-damaged"


class ScanTooLarge(ScanRefused):
    """More pixels than any camera takes: it would fill the memory."""

    text_key = "scan-too-large"


class ScanHasTooManyPages(ScanRefused):
    text_key = "scan-too-many-pages"


class ScanTooHeavy(ScanRefused):
    """Reading it took more time or memory than a file may."""

    text_key = "scan-too-heavy"


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """codes: what the QR codes on it say, whosever they are."""

    codes: tuple[str, ...]
    seal: Seal


@dataclass(frozen=True, slots=True)
class Scan:
    """is_pictures: each page of a PDF is one picture, whatever text a scanner has laid under it."""

    pages: tuple[ScannedPage, ...]
    is_pictures: bool = False


def may_be_scan(data: bytes) -> bool:
    """By its first bytes, which is all that is looked at: a picture that is read here, or a PDF."""
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return is_webp or data.startswith(_STARTS) or is_pdf(data)


def read_scan(data: bytes, *, name: str) -> Scan:
    """Raises one of ScanRefused; `name` is only told in it.

    Scripts and forms of a PDF are not run: what is built in can do neither.
    """
    if not may_be_scan(data):
        raise ScanIsUnknown(name=name)
    try:
        if is_pdf(data):
            read = [(_shown_on(picture), covered) for picture, covered in _pages_of_pdf(data, name)]
            pages = [page for shown, _ in read for page in shown]
            return Scan(tuple(pages), all(covered for _, covered in read))
        return Scan(tuple(_shown_on(_picture(data, name))))
    except MemoryError:
        raise ScanTooHeavy(name=name) from None


def _picture(data: bytes, name: str) -> Image.Image:
    """Only the first of several frames; no larger than it has to be.

    Pillow tells a picture of more pixels than any camera takes before it unpacks it.
    """
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(data), formats=_KINDS) as picture,
        ):
            picture.draft(None, (_SIDE, _SIDE))
            turned = ImageOps.exif_transpose(picture)
            return _no_larger(_flat(turned), _SIDE)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise ScanTooLarge(name=name, most=(Image.MAX_IMAGE_PIXELS or 0) // 1_000_000) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise ScanIsDamaged(name=name) from None


def _flat(picture: Image.Image) -> Image.Image:
    """Paper shows through where a picture is transparent."""
    if picture.has_transparency_data:
        over = picture.convert("RGBA")
        paper = Image.new("RGBA", over.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, over).convert("RGB")
    return picture.convert("RGB")


def _no_larger(picture: Image.Image, side: int) -> Image.Image:
    scale = side / max(picture.size)
    if scale >= 1:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.BOX)


def _pages_of_pdf(data: bytes, name: str) -> Iterator[tuple[Image.Image, bool]]:
    """Each as it looks, and whether one picture covers it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == _LOCKED
        raise (ScanIsLocked if locked else ScanIsDamaged)(name=name) from None
    try:
        if len(document) > MOST_PAGES:
            raise ScanHasTooManyPages(name=name, most=MOST_PAGES, count=len(document))
        if not len(document):
            raise ScanIsDamaged(name=name)
        for number in range(len(document)):
            page = document[number]
            wide, high = page.get_size()
            if not (0 < wide <= _LARGEST_PAGE and 0 < high <= _LARGEST_PAGE):
                raise ScanIsDamaged(name=name)
            bitmap = page.render(scale=_SIDE / max(wide, high))
            yield bitmap.to_pil().convert("RGB"), _is_covered(page, wide * high)
            bitmap.close()
            page.close()
    except PdfiumError:
        raise ScanIsDamaged(name=name) from None
    finally:
        document.close()


def _is_covered(page: pypdfium2.PdfPage, area: float) -> bool:
    """area: of the page, in points."""
    pictures = page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2)
    bounds = (picture.get_bounds() for picture in pictures)
    return any(
        (right - left) * (top - bottom) >= _COVERED * area for left, bottom, right, top in bounds
    )


def _shown_on(picture: Image.Image) -> list[ScannedPage]:
    """The page; where it shows several codes of ours, one page for each, with its own seal.

    Two copies of one page are two.
    """
    found = _codes_on(picture)
    ours = [(code, lie) for code, lie in found if read_stamp_code(code) is not None]
    if len(ours) > 1:
        return [ScannedPage((code,), seal_on(picture, lie=lie)) for code, lie in ours]
    lie = ours[0][1] if ours else None
    return [ScannedPage(tuple(code for code, _ in found), seal_on(picture, lie=lie))]


def _codes_on(picture: Image.Image) -> list[tuple[str, Lie]]:
    """What each QR code says, and how the paper lies in `picture`, were it ours.

    Tries several ways until one shows a code of ours.
    """
    seen: list[tuple[str, Lie]] = []
    # made here: kept by the module, it would be reported as leaked whenever a process ends
    qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for way in _ways(picture.convert("L")):
        scale = way.width / picture.width
        known = {text for text, _ in seen}  # what one way shows twice is there twice
        codes = [one for one in zxingcpp.read_barcodes(way, formats=qr) if one.text not in known]
        seen.extend((code.text, _lie(code.position, scale)) for code in codes)
        if any(read_stamp_code(text) for text, _ in seen):
            break
    return seen


def _lie(code: zxingcpp.Position, scale: float) -> Lie:
    """scale: of the picture in which the code was seen."""
    corners = (code.top_left, code.top_right, code.bottom_left, code.bottom_right)
    left_top, right_top, left_low, right_low = [(at.x / scale, at.y / scale) for at in corners]
    down = [
        (one + other - first - second) / 2 / SIDE_MM
        for one, other, first, second in zip(left_low, right_low, left_top, right_top, strict=True)
    ]
    right = [
        (one + other - first - second) / 2 / SIDE_MM
        for one, other, first, second in zip(right_top, right_low, left_top, left_low, strict=True)
    ]
    return Lie(
        dots_per_mm=math.dist(left_top, right_low) / math.sqrt(2) / SIDE_MM,
        at=left_top,
        at_mm=(LEFT_MM, TOP_MM),
        right=(right[0], right[1]),
        down=(down[0], down[1]),
    )


def _ways(grey: Image.Image) -> Iterator[Image.Image]:
    """The picture; then sharpened, a small one enlarged; then a fine one without its grain."""
    yield grey
    if max(grey.size) < _SMALL:
        large = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)
        yield large.filter(ImageFilter.UnsharpMask(radius=3, percent=300, threshold=0))
    else:
        yield grey.filter(ImageFilter.UnsharpMask(radius=3, percent=300, threshold=0))
        yield _no_larger(grey, _WITHOUT_GRAIN)
