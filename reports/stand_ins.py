"""Which fonts stand in for those of an office computer where LibreOffice makes a PDF.

Left to itself it takes any font that has Chinese, often a Japanese one, whose lines are longer: a
draft of three pages becomes one of four.
"""

from xml.sax.saxutils import escape

_SONG = ("FandolSong", "AR PL SungtiL GB", "Noto Serif CJK SC", "WenQuanYi Zen Hei")
_FANG = ("FandolFang", *_SONG)
_KAI = ("FandolKai", "AR PL KaitiM GB", *_SONG)
_HEI = ("FandolHei", "WenQuanYi Zen Hei", "Noto Sans CJK SC")

# In place of signs that only some fonts have, one that has the most.
_ALL_SIGNS = ("WenQuanYi Zen Hei", "Noto Serif CJK SC")

STAND_INS = {
    "方正小标宋简体": _SONG,
    "方正小标宋_GBK": _SONG,
    "华文中宋": _SONG,
    "宋体": _SONG,
    "SimSun-ExtB": _ALL_SIGNS,
    "仿宋_GB2312": _FANG,
    "仿宋": _ALL_SIGNS,
    "方正仿宋_GBK": _FANG,
    "楷体_GB2312": _KAI,
    "楷体": _ALL_SIGNS,
    "方正楷体_GBK": _KAI,
    "黑体": _HEI,
    "方正黑体_GBK": _HEI,
}
"""Free fonts as Debian packages them, the nearest first; only what is there is taken."""


def font_configuration(settings: str) -> str:
    """A fontconfig file with these stand-ins, for fonts that are missing.

    settings: what else stands in it, as XML.
    """
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family><accept>'
        + "".join(f"<family>{escape(one)}</family>" for one in stand_ins)
        + "</accept></alias>"
        for name, stand_ins in STAND_INS.items()
    )
    return f'<?xml version="1.0"?><fontconfig>{settings}{aliases}</fontconfig>'
