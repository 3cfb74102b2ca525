"""Words that only say that something is true: 情况属实, 确实如此, it is true. They tell no why."""

import re

from dialog.words import CONFIRMING_WORDS, as_word

_OF_WHAT = (
    r"(?:第?\d{1,3}项|\d{1,3}(?=情况|属实))?(?:以上|上述|上面|我们?|[这那本该此]一?[项条个]?|所(?=[填报述])|填报|上报|报送|填写|填|报|写|述|实际|客观"
    r"|完成|进展|工作|内容|情况|状态|数据|数字|信息|说法|事实|数|的)*"
)
_LOOKED_AT = (
    r"(?:(?:经|已|已经|经过|我们?|再次)*"
    r"(?:核[实查对准]|查证|确认|检查|复核|统计)过?了?[,，：:\s]*)?"
)
_HOW = r"(?:均|都|全部|全|也|完全|确实|的确|确|真的|实在|就|是|为|系|即|无误)*"
_TRUE = (
    r"(?:属实|真实(?:有效|可靠|准确|无误|情况)?|准确(?:无误|真实)?|无误|如此|这样子?|那样|这么回事|这个情况|这种情况"
    r"|真的|对|没错|没有错|正确|实情|事实|实际(?:情况)?|确实|的确)(?:的|了|啊|呢|吧|哦)*"
)
_AS_IT_IS = r"(?:如实|据实|按实际|实事求是)(?:地)?(?:填报|上报|报送|填写|填|报|写)?(?:的|了)*"
_BEFORE_WHY = r"(?:因为|由于|是因为|原因(?:是|为|如下)?)|特此(?:说明|报告|证明|确认)"
_IN_ENGLISH = (
    r"(?:yes[,;.\s]+)?(?:(?:it|this|that|all of it|everything"
    r"|(?:the |this |that )?(?:figure|number|total|text|status|information|data))"
    r"(?:['’]s| is| are)\s+)"
    r"(?:indeed |really |quite |all )*"
    r"(?:true|correct|right|so|accurate|the case|how it is|what it is|a fact|the truth)"
    r"|that(?:['’]s| is) (?:how|the way|what) it is|indeed|really|because"
    r"|i confirm(?: (?:it|this|that))?|confirmed"
)
_ONLY_TRUE = re.compile(
    rf"{_LOOKED_AT}{_OF_WHAT}{_HOW}{_TRUE}|{_OF_WHAT}{_HOW}{_AS_IT_IS}|{_BEFORE_WHY}|{_IN_ENGLISH}"
)


def only_confirms(said: str) -> bool:
    """Whether it says that something is true, or begins to say why, and no more."""
    word = as_word(said)
    return word in CONFIRMING_WORDS or _ONLY_TRUE.fullmatch(word) is not None
