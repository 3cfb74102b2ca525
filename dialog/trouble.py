"""Whether words tell of a trouble that stands, where no field of their own asks for one."""

import re

_TROUBLE = re.compile(
    r"困难|问题|卡在|受阻|受限|无法|没法|供不了|供不上|做不了|办不了|推不动|推进缓慢|进展缓慢|滞后"
    r"|停工|停滞|搁置|缺口|短缺|不足|不到位|未到位|没到位|未落实|没落实|没有落实|尚未|还没有?|未能"
    r"|不同意|拖欠|difficult|problem|stuck|blocked|delayed|shortage|cannot",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(
    r"(?:无|没有|未发现|不存在|未遇到|没什么|暂无)(?:任何|明显|突出|其他|什么|大的?)*(?:困难|问题|滞后)"
    r"|(?:困难|问题|缺口|短缺)[^，。；;,]{0,8}(?:已|均已|全部|得到|得以)?(?:解决|化解|办结|补齐|销号)"
    r"|(?:解决|化解|协调解决|破解|梳理|排查|受理|收集|反映)[^，。；;,]{0,12}(?:困难|问题)"
    r"|no (?:difficult|problem)\w*|问题线索",
    re.IGNORECASE,
)


_CAUSE = re.compile(
    r"(?:主要|目前|仍|还|尚)*(?:缺(?!口(?:已|均|都|全部))|因为?|由于|卡在|受制于|受限于)[^，,。；;\n\d]{1,40}[。.]?"
)
_NOT_THERE = re.compile(
    r"[^，,。；;\n\d]{1,20}?(?:尚|还|仍|均|都|一直|迟迟)*(?:未|没有?)(?:能|按时|及时|完全|全部)*"
    r"(?:到货|到位|到账|下达|拨付|落实|批复|批下来|供货|交付|交地|进场|解决)了?[。.]?"
    r"|[^，,。；;\n\d]{1,20}?(?:短缺|紧缺|不足|不到位)[。.]?"
)
_ENDS = re.compile(r"(?<=[，,。；;\n])")


def names_cause(words: str) -> bool:
    """缺地, 因资金未到位: behind 滞后 it is why, and nothing that was done."""
    return _CAUSE.fullmatch(words) is not None


def names_lack(words: str) -> bool:
    """设备未到货, 缺地: words that tell of nothing but what is wanting."""
    return names_cause(words) or (
        tells_of_lack(words) and all(map(_is_lack, filter(None, _ENDS.split(words))))
    )


def tells_cause(words: str) -> bool:
    """Whether they say why it is so: 因…, 原因：…, …导致; what is wanting is a cause itself."""
    return _SAYS_WHY.search(words) is not None or tells_of_lack(words)


_SAYS_WHY = re.compile(
    r"因|由于|鉴于|导致|造成|引起|引发|所致|受.{1,30}?(?:影响|制约|限制)|缘于|源于|在于|卡在|等待"
    r"|\b(?:because|due to|owing to|caused?|for want of|waiting for|reason)\b",
    re.IGNORECASE,
)


def tells_of_lack(words: str) -> bool:
    """Whether a part of them does: 设备未到货，已催两次."""
    return any(map(_is_lack, _ENDS.split(words)))


def _is_lack(part: str) -> bool:
    plain = part.strip(" ，,；;\n")
    return names_cause(plain) or _NOT_THERE.fullmatch(plain) is not None


def tells_of_trouble(words: str) -> bool:
    """停车场用地卡在征地 does; 没有问题, 问题已解决 and 帮企业解决困难3个 do not."""
    return _TROUBLE.search(_NO_TROUBLE.sub("", words)) is not None
