"""Which font draws a sign that the fonts of official documents do not have.

仿宋_GB2312 and its like hold the 6,763 characters of 1980; 镕, 堃, 喆 and 㐂 are in people's and
places' names all the same. Without a font of their own each program takes another one for them, of
another width, or draws a box.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

_HOLD_GB2312_ONLY = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "宋体",
}
"""Fonts that end with GB2312, each with the one nearest to it that has all of GBK."""

# As every Windows and WPS in Chinese has them.
_RARE = "宋体"  # Chinese beyond GBK: extension A
_RAREST = "SimSun-ExtB"  # beyond the first 65,536 signs of Unicode: extension B and on
_PICTURES = "Segoe UI Emoji"

_SECOND_PLANE = "\U00010000"
_GO_WITH_THE_ONE_BEFORE = ("Mn", "Me", "Cf")  # accents, variation selectors, joiners


def by_font(text: str, font: str) -> Iterator[tuple[str, str | None]]:
    """The text in stretches, each with the font that it needs; None where `font` itself has it."""
    wanted: list[str | None] = []
    for sign in text:
        is_part = unicodedata.category(sign) in _GO_WITH_THE_ONE_BEFORE
        wanted.append(wanted[-1] if is_part and wanted else _font_of(sign, font))
    for name, stretch in groupby(zip(text, wanted, strict=True), key=lambda pair: pair[1]):
        yield "".join(sign for sign, _ in stretch), name


def _font_of(sign: str, font: str) -> str | None:
    category = unicodedata.category(sign)
    if category not in ("Lo", "Nl", "So", "Sk") or _has("gb2312", sign):
        return None
    if _has("gbk", sign):
        return _HOLD_GB2312_ONLY.get(font)
    if category in ("So", "Sk"):
        return _PICTURES
    if not unicodedata.name(sign, "").startswith("CJK"):
        return None
    return _RARE if sign < _SECOND_PLANE else _RAREST


def _has(charset: str, sign: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
