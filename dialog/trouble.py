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


def tells_of_trouble(words: str) -> bool:
    """停车场用地卡在征地 does; 没有问题, 问题已解决 and 帮企业解决困难3个 do not."""
    return _TROUBLE.search(_NO_TROUBLE.sub("", words)) is not None
