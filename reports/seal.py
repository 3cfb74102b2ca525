"""Whether a page bears a red seal: measured on its picture; whose seal it is nobody can tell."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageMath

_SIDE = 480  # pixels of the longer side, on which is measured: a seal of 42 mm has some 68
_LIGHT = 8  # pixels a side of a patch of paper, by which the light at its place is told
_CELL = 4  # pixels; red that is nearer than that belongs together
_LEAST_LIGHT = 50  # of 255: where the paper itself is darker no colour is told
_COLOUR_FROM = 28  # of 255, between the strongest and the weakest channel
_COLOURED_SHARE = 0.0008  # of the page; a seal is thirty times as much
_WIDTH_MM = 26.0, 60.0  # of a seal, which is 38 to 45, seen askew
_HIGHEST_MM = 60.0  # the middle of a seal under the closing phrase is 75 down the paper at least
_PAPER_MM = 210.0, 297.0
_UNSURE_MM = 5.0  # what the middle of a thing beside the paper may seem to be upon it
_WIDTH_SHARE = 0.06, 0.4  # of the page's longer side, where the scale is not known
_LONGEST_TO_SHORTEST = 1.7
_SECTORS, _FEWEST_SECTORS = 24, 14
_RING = 0.78, 1.15  # of the radius
_INSIDE, _LEAST_INSIDE = 0.7, 0.04  # a ring drawn by pen has no star and no name in it
_FILLED = 0.10, 0.85  # of its round: neither a thin line nor a red dot
_REDDER_PERCENT = 82  # of the red, as the paper shows it: green and blue are weaker than that
_LEAST_RED_PERCENT = 30  # of what the paper shows: what is darker is black in a poor light
_SOME_RED = 30  # of 255: as much of a cell is red


class Seal(StrEnum):
    """Colourless: nothing on the page has a colour, as in a scan in black and white.

    Too dark: so little light that no colour could be told.
    """

    SEEN = "seen"
    NONE = "none"
    COLOURLESS = "colourless"
    TOO_DARK = "too-dark"


@dataclass(frozen=True, slots=True)
class _Patch:
    """Red that hangs together; in pixels, the right and lower edges outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Lie:
    """How the paper lies in a picture, told by something on it whose place and size are known.

    dots_per_mm: of the picture. at: a pixel, which is `at_mm` from the paper's left and upper edge.
    right, down: what a millimetre further on the paper is in pixels, to the right and down.
    """

    dots_per_mm: float
    at: tuple[float, float]
    at_mm: tuple[float, float]
    right: tuple[float, float]
    down: tuple[float, float]

    def place_of(self, x: float, y: float) -> tuple[float, float]:
        """How many millimetres a pixel is from the paper's left and upper edge."""
        along, below = x - self.at[0], y - self.at[1]
        turn = self.right[0] * self.down[1] - self.right[1] * self.down[0]
        if not turn:
            return self.at_mm
        return (
            self.at_mm[0] + (along * self.down[1] - below * self.down[0]) / turn,
            self.at_mm[1] + (below * self.right[0] - along * self.right[1]) / turn,
        )


def seal_on(page: Image.Image, *, lie: Lie | None = None) -> Seal:
    """lie: of the paper in `page`, where a code of ours was seen on it.

    Looks for red in a roundish patch of the size of a seal, a ring with something in it. The light
    is taken from the paper round about, so that yellow lamps and shadows matter little. Red lines
    of a letterhead and a red pen have another form; an emblem in a letterhead, which is round,
    stands higher than any signature; what is round and red beside the paper, or on another page
    in the picture, is no seal of this one.
    """
    scale = min(1.0, _SIDE / max(page.size))
    size = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    small = page.convert("RGB").resize(size, Image.Resampling.BOX)
    if _paper_light(small) < _LEAST_LIGHT:
        return Seal.TOO_DARK
    if _is_colourless(small):
        return Seal.COLOURLESS
    red = _red_of(small)
    if lie:
        least, most = (mm * lie.dots_per_mm * scale for mm in _WIDTH_MM)
    else:
        least, most = (share * max(size) for share in _WIDTH_SHARE)
    for patch in _patches(red):
        wide = (patch.width + patch.height) / 2
        longest, shortest = max(patch.width, patch.height), min(patch.width, patch.height)
        has_its_size = least <= wide <= most and longest <= _LONGEST_TO_SHORTEST * shortest
        if has_its_size and _is_a_seal(red, patch) and _may_be_stamped(patch, lie, scale):
            return Seal.SEEN
    return Seal.NONE


def _may_be_stamped(patch: _Patch, lie: Lie | None, scale: float) -> bool:
    """On the paper, and under its head. scale: of the picture that is measured."""
    if lie is None:
        return True
    middle = (patch.left + patch.right) / 2 / scale, (patch.top + patch.bottom) / 2 / scale
    across, down = lie.place_of(*middle)
    is_beside = not -_UNSURE_MM <= across <= _PAPER_MM[0] + _UNSURE_MM
    return not is_beside and _HIGHEST_MM <= down <= _PAPER_MM[1] + _UNSURE_MM


def _paper_light(page: Image.Image) -> int:
    """How bright its brightest tenth is, which is paper, of 255."""
    counts, left = _strongest(page).histogram(), page.width * page.height // 10
    for light in range(255, -1, -1):
        left -= counts[light]
        if left < 0:
            return light
    return 0


def _strongest(page: Image.Image) -> Image.Image:
    red, green, blue = page.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _is_colourless(page: Image.Image) -> bool:
    red, green, blue = page.split()
    weakest = ImageChops.darker(ImageChops.darker(red, green), blue)
    counts = ImageChops.subtract(_strongest(page), weakest).histogram()
    return sum(counts[_COLOUR_FROM:]) < _COLOURED_SHARE * page.width * page.height


def _red_of(page: Image.Image) -> Image.Image:
    """255 where the page is red beside the paper round about, else 0."""
    patches = max(1, page.width // _LIGHT), max(1, page.height // _LIGHT)
    light = page.resize(patches, Image.Resampling.BOX)
    light = light.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(1.5))
    paper = light.resize(page.size, Image.Resampling.BILINEAR)
    red, green, blue = page.split()
    paper_red, paper_green, paper_blue = paper.split()

    def is_red(of: dict[str, Any]) -> Any:  # noqa: ANN401 -- as Pillow types it
        red, paper_red = of["red"] * _REDDER_PERCENT, of["paper_red"] * 100
        over_green = of["green"] * paper_red < red * of["paper_green"]
        over_blue = of["blue"] * paper_red < red * of["paper_blue"]
        is_lit = of["paper_red"] >= _LEAST_LIGHT
        is_bright = of["red"] * 100 >= of["paper_red"] * _LEAST_RED_PERCENT
        judged = over_green * over_blue * is_lit * is_bright
        return of["convert"](judged * 255, "L")

    found: Image.Image = ImageMath.lambda_eval(
        is_red,
        red=red,
        green=green,
        blue=blue,
        paper_red=paper_red,
        paper_green=paper_green,
        paper_blue=paper_blue,
    )
    return found


def _patches(red: Image.Image) -> Iterator[_Patch]:
    """Every stretch of cells with red in them that touch, also over the gap of one."""
    size = max(1, red.width // _CELL), max(1, red.height // _CELL)
    cells = red.resize(size, Image.Resampling.BOX).point(lambda share: 255 * (share > _SOME_RED))
    near = cells.filter(ImageFilter.MaxFilter(3))
    is_red, is_near = cells.tobytes(), bytearray(near.tobytes())
    wide = size[0]
    for start in range(len(is_near)):
        if not is_near[start]:
            continue
        is_near[start] = 0
        waiting, columns, rows = [start], [], []
        while waiting:
            at = waiting.pop()
            row, column = divmod(at, wide)
            if is_red[at]:
                columns.append(column)
                rows.append(row)
            for step in (at - wide, at + wide, at - (column > 0), at + (column < wide - 1)):
                if 0 <= step < len(is_near) and is_near[step]:
                    is_near[step] = 0
                    waiting.append(step)
        if columns:
            yield _Patch(
                min(columns) * _CELL,
                min(rows) * _CELL,
                (max(columns) + 1) * _CELL,
                (max(rows) + 1) * _CELL,
            )


def _is_a_seal(red: Image.Image, patch: _Patch) -> bool:
    """A ring most of the way round, and something within."""
    part = red.crop((patch.left, patch.top, patch.right, patch.bottom)).tobytes()
    half_x, half_y = patch.width / 2, patch.height / 2
    sectors, inside, all_red = set(), 0, 0
    for at, is_red in enumerate(part):
        if not is_red:
            continue
        y, x = divmod(at, patch.width)
        across, down = (x + 0.5) / half_x - 1, (y + 0.5) / half_y - 1
        reach = math.hypot(across, down)
        all_red += 1
        if _RING[0] <= reach <= _RING[1]:
            turn = math.atan2(down, across) / math.tau + 0.5
            sectors.add(min(int(turn * _SECTORS), _SECTORS - 1))
        elif reach < _INSIDE:
            inside += 1
    area = math.pi * half_x * half_y
    is_filled = _FILLED[0] <= all_red / area <= _FILLED[1]
    is_ringed = len(sectors) >= _FEWEST_SECTORS
    return is_filled and is_ringed and inside / (area * _INSIDE**2) >= _LEAST_INSIDE
