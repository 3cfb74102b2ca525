"""A printer, a seal and a telephone: the page that is signed, as it comes back from a unit.

The page is drawn at the places of the standard: its lines as blocks, in no script, since what reads
it looks for the code and the seal. The code is the picture that the document brought.
"""

import io
import math
import random
import zipfile
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageDraw

_PAGE = 210, 297  # mm
_DOTS = 6  # a millimetre: 152 an inch
_CODE = 58, 265.5, 26  # mm: left, top, side
_SEAL = 148, 200, 42  # mm: its middle and how wide it is; on the date, four characters in
_CHARACTER, _LINE, _LEFT, _RIGHT, _TOP = 5.56, 10.2, 28, 184, 40  # mm
_LINES, _SIGNED_LINES = 13, (15, 16)
_RED, _INK, _PAPER = (214, 38, 36), (32, 30, 34), (255, 255, 255)
_SENT_SIDE, _QUALITY = 1280, 82  # of a photo, as Telegram makes it


def code_in(docx: bytes) -> Image.Image | None:
    """The picture of the code that the document bears."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]
        if not pictures:
            return None
        with Image.open(io.BytesIO(package.read(pictures[0]))) as picture:
            return picture.convert("RGB")


def signed_page(code: Image.Image | None, *, seal: bool = True, seed: int = 0) -> Image.Image:
    """The page, printed and, if `seal`, stamped. seed: which blocks its lines are made of."""
    chance = random.Random(seed)  # noqa: S311 - it draws
    page = Image.new("RGB", (_PAGE[0] * _DOTS, _PAGE[1] * _DOTS), _PAPER)
    draw = ImageDraw.Draw(page)
    for number in range(_LINES):
        _draw_line(draw, chance, _TOP + number * _LINE, _LEFT, _RIGHT)
    for number in _SIGNED_LINES:
        _draw_line(draw, chance, _TOP + number * _LINE, 122, 174)
    if code is not None:
        left, top, side = (round(place * _DOTS) for place in _CODE)
        page.paste(code.resize((side, side), Image.Resampling.BOX), (left, top))
    return ImageChops.multiply(page, _stamped(page.size, chance)) if seal else page


def as_photo(page: Image.Image, *, quality: int = _QUALITY) -> bytes:
    """As Telegram passes on a photo: 1280 pixels on the longer side, packed as JPEG."""
    scale = _SENT_SIDE / max(page.size)
    small = page.resize((round(page.width * scale), round(page.height * scale)))
    content = io.BytesIO()
    small.save(content, "JPEG", quality=quality)
    return content.getvalue()


def as_pdf(pages: list[Image.Image]) -> bytes:
    """As an office scanner makes it, all pages in one document."""
    content = io.BytesIO()
    pages[0].save(
        content, "PDF", save_all=True, append_images=pages[1:], resolution=_DOTS * 25.4, quality=80
    )
    return content.getvalue()


def _draw_line(
    draw: ImageDraw.ImageDraw, chance: random.Random, top: float, left: float, right: float
) -> None:
    """Each character is a few strokes on a square of 4 mm."""
    while left + _CHARACTER <= right:
        for _ in range(4):
            if chance.random() < 0.5:
                at = top + chance.uniform(0.3, 4.7)
                box = (left + 0.4, at, left + 5, at + 0.4)
            else:
                at = left + chance.uniform(0.4, 4.6)
                box = (at, top + 0.3, at + 0.4, top + 5)
            draw.rectangle([place * _DOTS for place in box], fill=_INK)
        left += _CHARACTER


def _stamped(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """The print of a round seal: a ring, a star, the characters between; worn in places."""
    paper = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(paper)
    middle_x, middle_y, wide = _SEAL
    x, y, radius = middle_x * _DOTS, middle_y * _DOTS, wide * _DOTS / 2
    ring = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(ring, outline=_RED, width=round(1.2 * _DOTS))
    draw.polygon(list(_star(x, y, 7 * _DOTS)), fill=_RED)
    for number in range(11):
        angle = math.radians(150 + 24 * number)
        at_x, at_y = x + math.cos(angle) * 15.5 * _DOTS, y + math.sin(angle) * 15.5 * _DOTS
        for _ in range(6):
            dx, dy = chance.uniform(-2, 2) * _DOTS, chance.uniform(-2, 2) * _DOTS
            long = (2.6, 0.55) if chance.random() < 0.5 else (0.55, 2.6)
            half_x, half_y = (side * _DOTS / 2 for side in long)
            box = (at_x + dx - half_x, at_y + dy - half_y, at_x + dx + half_x, at_y + dy + half_y)
            draw.rectangle(box, fill=_RED)
    for _ in range(400):
        dot_x, dot_y = x + chance.uniform(-radius, radius), y + chance.uniform(-radius, radius)
        draw.ellipse((dot_x, dot_y, dot_x + 3, dot_y + 3), fill=_PAPER)
    return paper


def _star(x: float, y: float, radius: float) -> Iterator[tuple[float, float]]:
    for number in range(10):
        reach = radius if number % 2 == 0 else radius * 0.38
        angle = math.radians(36 * number - 90)
        yield x + math.cos(angle) * reach, y + math.sin(angle) * reach
