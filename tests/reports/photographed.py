"""Stamped pages as telephones and scanners send them, made poor in every way that we know of.

    python -m tests.reports.photographed

prints how many of each kind are read and refused, as in docs/stamped-copies.md.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from reports.code_picture import picture_of
from reports.scan import read_scan
from reports.seal import Seal
from sandbox.scanner import as_pdf, as_photo, signed_page
from vocabulary.period import Period
from vocabulary.stamp_code import stamp_code

TIMES = 40
"""How many pages of each kind the table is made of."""

_WOOD, _DESK = (136, 98, 62), (70, 72, 78)

Change = Callable[[Image.Image, random.Random], Image.Image]


@dataclass(frozen=True)
class Kind:
    """A way in which pages come. name: as the table has it."""

    name: str
    changes: tuple[Change, ...] = ()
    sealed: bool = True
    quality: int = 82


def page_of(number: int, *, sealed: bool = True) -> tuple[str, Image.Image]:
    """A page, and what its code says."""
    code = stamp_code(7 * number + 1, Period(2022, 1 + number % 12), 1 + number % 3, str(number))
    return code.text, signed_page(picture_of(code.text).convert("RGB"), seal=sealed, seed=number)


def on_a_desk(page: Image.Image, chance: random.Random) -> Image.Image:
    """Photographed with some of the desk round about."""
    room = round(page.width * chance.uniform(0.03, 0.14))
    size = page.width + 2 * room, page.height + 2 * room
    desk = Image.new("RGB", size, chance.choice((_WOOD, _DESK)))
    noise = Image.effect_noise(size, 30).convert("RGB")
    desk = Image.blend(desk, noise, 0.12)
    desk.paste(page, (room, room))
    return desk


def far_off(page: Image.Image, chance: random.Random) -> Image.Image:
    """The page takes half of the picture's width."""
    desk = Image.new("RGB", (page.width * 2, page.height * 2), chance.choice((_WOOD, _DESK)))
    x, y = chance.uniform(0, page.width), chance.uniform(0, page.height)
    desk.paste(page, (round(x), round(y)))
    return desk


def turned(degrees: float) -> Change:
    def turn(page: Image.Image, chance: random.Random) -> Image.Image:
        return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=_DESK)

    return turn


def a_little_turned(page: Image.Image, chance: random.Random) -> Image.Image:
    degrees = chance.uniform(4, 20) * chance.choice((1, -1))
    return turned(degrees)(page, chance)


def skewed(page: Image.Image, chance: random.Random) -> Image.Image:
    """Held askew: each corner is further in than it should be, by up to a sixth of the width."""
    wide, high = page.size

    def moved(x: float, y: float) -> tuple[float, float]:
        out_x, out_y = (chance.uniform(0, wide / 6) for _ in range(2))
        return x + (out_x if x else -out_x), y + (out_y if y else -out_y)

    corners = [moved(0, 0), moved(0, high), moved(wide, high), moved(wide, 0)]
    flat = [place for corner in corners for place in corner]
    return page.transform(
        page.size, Image.Transform.QUAD, flat, Image.Resampling.BILINEAR, fillcolor=_DESK
    )


def blurred(radius: float) -> Change:
    """radius: in pixels of a picture of 1280."""

    def blur(page: Image.Image, chance: random.Random) -> Image.Image:
        return page.filter(ImageFilter.GaussianBlur(radius * max(page.size) / 1280))

    return blur


def shaded(page: Image.Image, chance: random.Random) -> Image.Image:
    """A hand and a head before the lamp: a soft shadow over a part of the page."""
    size = page.width // 8, page.height // 8
    shade = Image.new("L", size, 255)
    x, y = chance.uniform(0, size[0]), chance.uniform(0, size[1])
    reach = size[1] * chance.uniform(0.25, 0.5)
    dark = round(255 * chance.uniform(0.35, 0.6))
    ImageDraw.Draw(shade).ellipse((x - reach, y - reach, x + reach, y + reach), fill=dark)
    soft = shade.filter(ImageFilter.GaussianBlur(size[0] / 12)).resize(page.size)
    return ImageChops.multiply(page, Image.merge("RGB", (soft,) * 3))


def lit_yellow(page: Image.Image, chance: random.Random) -> Image.Image:
    green, blue = chance.uniform(0.80, 0.92), chance.uniform(0.5, 0.7)
    light = Image.new("RGB", page.size, (255, round(255 * green), round(255 * blue)))
    return ImageChops.multiply(page, light)


def dim(page: Image.Image, chance: random.Random) -> Image.Image:
    """In the evening: dark, flat and grained."""
    dark = ImageEnhance.Contrast(ImageEnhance.Brightness(page).enhance(0.5)).enhance(0.8)
    grain = Image.effect_noise(page.size, 40).convert("RGB")
    return Image.blend(dark, grain, 0.08)


def pale_seal(page: Image.Image, chance: random.Random) -> Image.Image:
    """A seal that was hardly inked: paler than the page is written."""
    red, green, blue = page.split()
    colour = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    pale = colour.point(lambda value: round(value * 0.55))
    return Image.merge("RGB", (red, ImageChops.add(green, pale), ImageChops.add(blue, pale)))


def in_black_and_white(page: Image.Image, chance: random.Random) -> Image.Image:
    return page.convert("L").point(lambda value: 255 * (value > 140)).convert("RGB")


def with_a_red_line(page: Image.Image, chance: random.Random) -> Image.Image:
    """What a letterhead has printed."""
    drawn = page.copy()
    high = page.height // 297
    ImageDraw.Draw(drawn).rectangle(
        (page.width * 0.13, 30 * high, page.width * 0.87, 31 * high), fill=(220, 30, 30)
    )
    ImageDraw.Draw(drawn).rectangle(
        (page.width * 0.2, 12 * high, page.width * 0.8, 26 * high), fill=(220, 30, 30)
    )
    return drawn


def with_an_emblem(page: Image.Image, chance: random.Random) -> Image.Image:
    """In the middle of the letterhead: as round and as red as a seal."""
    _, stamped = page_of(1)
    mm = page.height / 297
    seal = [round(at * mm) for at in (126, 178, 170, 222)]
    round_thing = stamped.crop((seal[0], seal[1], seal[2], seal[3]))
    drawn = page.copy()
    drawn.paste((255, 255, 255), (0, 0, page.width, round(64 * mm)))
    drawn.paste(round_thing, (round(83 * mm), round(16 * mm)))
    return drawn


def with_the_signature_on_top(page: Image.Image, chance: random.Random) -> Image.Image:
    """Below the closing phrase alone: nothing is stamped higher."""
    mm = page.height / 297
    drawn = page.copy()
    signed = page.crop((0, round(170 * mm), page.width, round(230 * mm)))
    drawn.paste((255, 255, 255), (0, round(47 * mm), page.width, round(230 * mm)))
    drawn.paste(signed, (0, round(47 * mm)))
    return drawn


def marked_by_a_red_pen(page: Image.Image, chance: random.Random) -> Image.Image:
    """Somebody has circled the date, underlined a line and written a word."""
    drawn = page.copy()
    draw, mm = ImageDraw.Draw(drawn), page.height / 297
    red = (225, 40, 50)
    round_date = (126 * mm, 185 * mm, 168 * mm, 222 * mm)
    draw.ellipse(round_date, outline=red, width=round(0.9 * mm))
    draw.line((30 * mm, 80 * mm, 150 * mm, 82 * mm), fill=red, width=round(0.9 * mm))
    at = [
        (40 * mm + chance.uniform(0, 30) * mm, 240 * mm + chance.uniform(0, 10) * mm)
        for _ in range(14)
    ]
    draw.line(at, fill=red, width=round(0.8 * mm))
    return drawn


def without_code(page: Image.Image, chance: random.Random) -> Image.Image:
    """The foot of the page was not photographed."""
    return page.crop((0, 0, page.width, round(page.height * 0.92)))


KINDS = (
    Kind("as it is"),
    Kind("on a desk", (on_a_desk,)),
    Kind("turned by 90°", (on_a_desk, turned(90))),
    Kind("turned by 180°", (on_a_desk, turned(180))),
    Kind("turned by 4–20°", (on_a_desk, a_little_turned)),
    Kind("askew", (on_a_desk, skewed)),
    Kind("blurred a little (radius 1)", (on_a_desk, blurred(1))),
    Kind("blurred (radius 1.6)", (on_a_desk, blurred(1.6))),
    Kind("blurred much (radius 2.2)", (on_a_desk, blurred(2.2))),
    Kind("blurred until nobody can read it (radius 3)", (on_a_desk, blurred(3))),
    Kind("small in the picture (a half of its width)", (far_off,)),
    Kind("small and blurred (radius 1.2)", (far_off, blurred(1.2))),
    Kind("shaded", (shaded, on_a_desk)),
    Kind("yellow light", (on_a_desk, lit_yellow)),
    Kind("dim", (on_a_desk, dim)),
    Kind("pale seal", (pale_seal, on_a_desk)),
    Kind("packed hard (JPEG 40)", (on_a_desk,), quality=40),
    Kind(
        "turned, askew, shaded, yellow, blurred (1)",
        (shaded, on_a_desk, a_little_turned, skewed, lit_yellow, blurred(1)),
    ),
    Kind("black and white", (in_black_and_white,)),
    Kind("no seal", (on_a_desk,), sealed=False),
    Kind("no seal, yellow light, askew", (on_a_desk, skewed, lit_yellow), sealed=False),
    Kind("no seal, a red letterhead", (with_a_red_line, on_a_desk), sealed=False),
    Kind("no seal, a red emblem", (with_an_emblem, on_a_desk), sealed=False),
    Kind("no seal, a red emblem, askew", (with_an_emblem, on_a_desk, skewed), sealed=False),
    Kind("no seal, a red pen", (marked_by_a_red_pen, on_a_desk), sealed=False),
    Kind("signature on top, askew", (with_the_signature_on_top, on_a_desk, skewed)),
    Kind("the code cut off", (without_code, on_a_desk)),
)


def photo_of(kind: Kind, number: int) -> tuple[str, bytes]:
    """The photo, and what the code on the page says. The same number always gives the same one."""
    chance = random.Random(f"{kind.name} {number}")  # noqa: S311 - it draws
    text, page = page_of(number, sealed=kind.sealed)
    for change in kind.changes:
        page = change(page, chance)
    return text, as_photo(page, quality=kind.quality)


def pdf_of(kind: Kind, *numbers: int) -> bytes:
    """The pages of these numbers in one document, as an office scanner makes it."""
    return as_pdf([page_of(number, sealed=kind.sealed)[1] for number in numbers])


def counted(kind: Kind, times: int) -> Counter[str]:
    """read, misread: of the code. The seal by what is said of it."""
    found: Counter[str] = Counter()
    for number in range(times):
        text, photo = photo_of(kind, number)
        (page,) = read_scan(photo, name="").pages
        found["read"] += page.codes == (text,)
        found["misread"] += page.codes not in {(), (text,)}
        found[page.seal] += 1
    return found


def _rows() -> Iterator[str]:
    yield "| photo, 1280 pixels | code read | misread | seal seen | none | no colour |"
    yield "|---|---|---|---|---|---|"
    for kind in KINDS:
        found = counted(kind, TIMES)
        of = f"/{TIMES}"
        yield (
            f"| {kind.name} | {found['read']}{of} | {found['misread']} | {found[Seal.SEEN]}{of} "
            f"| {found[Seal.NONE]} | {found[Seal.COLOURLESS]} |"
        )


if __name__ == "__main__":
    for row in _rows():
        sys.stdout.write(row + "\n")
