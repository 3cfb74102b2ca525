"""Words that say both which number is wrong and which holds: 12家不对，是13家, 2期→3期."""

import re
from decimal import Decimal

from dialog.denials import without_slip_behind

_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = r"[^\d\s,，。;；:：]{0,4}?"
_AND_IS = r"[\s,，]*(?:而|其实|实际|应该?)*(?:[是为]|(?<=[\s,，应该际]))\s*"
_ENDS = r"[。.!！]?"

_DENIED = re.compile(
    r"(?:(?:更正|纠正|不对)[:：,，\s]*)?[^\d,，。;；:：]{0,10}?"
    rf"(?:不是\s*(?P<was>{_NUMBER})\s*(?P<unit>{_UNIT})"
    rf"|(?P<wrong>{_NUMBER})\s*(?P<wrong_unit>{_UNIT})(?:是?[写填报]?错了?|不对|有误|不正确)的?)"
    rf"{_AND_IS}(?P<now>{_NUMBER})\s*(?P<now_unit>{_UNIT}){_ENDS}"
)
"""860万元不对，是890万元, 不是860万元，是890万元: what stands there, and what shall."""

_INSTEAD_OF = re.compile(
    r"(?:(?:更正|纠正|不对)[:：,，\s]*)?[^\d,，。;；:：]{0,10}?"
    rf"(?P<now>{_NUMBER})\s*(?P<now_unit>{_UNIT})[\s,，]*而?不是\s*"
    rf"(?P<wrong>{_NUMBER})\s*(?P<wrong_unit>{_UNIT}){_ENDS}"
)
"""对接是5次不是4次."""

_CHANGED = re.compile(
    r"(?:(?:更正|纠正|订正|修改)[:：,，\s]*)?(?:(?:请|麻烦|帮我|[把将])\s*)*(?:(?!从|由)[^\d,，。;；:：]){0,10}?"
    rf"(?P<wrong>{_NUMBER})\s*(?P<wrong_unit>{_UNIT})\s*"
    r"(?:(?:应该?|要|需)?(?:更?改|更正|订正|修改)(?:[为成]|(?=\s*\d))|应该?[为是]|[→⇒]|[-—=]+>)\s*"
    rf"(?P<now>{_NUMBER})\s*(?P<now_unit>{_UNIT}){_ENDS}"
)
"""2期→3期, 培训120改成130人次, 把860万元改成890万元, 860万元应为890万元."""


_FAR = 3  # times: from there on it is not sure that the one was meant for the other


def is_near(was: Decimal, now: Decimal) -> bool:
    """Whether the one may well have been meant for the other: 7 and 17, but not 175 and 17."""
    return was < now * _FAR and now < was * _FAR


def wrong_number(said: str) -> re.Match[str] | None:
    """Both the number that is wrong and the one that holds; None where the words name not both.

    The groups are was or wrong, with unit or wrong_unit, and now with now_unit.
    """
    said = without_slip_behind(said)
    ways = (_DENIED, _INSTEAD_OF, _CHANGED)
    return next((found for way in ways if (found := way.fullmatch(said))), None)
