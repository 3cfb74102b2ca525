"""Words that are hardly more than a number: what is left of them tells nothing."""

import re
import unicodedata

from dialog.numerals import NUMERALS
from vocabulary.report import AskedIndicator

WORDS_OF_FIGURES = re.compile(
    r"累计数?|总数|总计|合计|本月|当月|截至|目前|新增|达到|完成|确实|的确|就是|属实|真的|没错|正确|约|共|是|为|有|就|个"
    r"|total|cumulative|it is|really|true"
)

_BESIDE_FIGURE = re.compile(
    rf"{WORDS_OF_FIGURES.pattern}|应该?[是为]?|改[成为]|对的?|是的|嗯|其实|实际上?|才|左右|上下|以上|大概|大约|差不多|多|余|来|几|吧|点|分之|单位"
    r"|今年|全年|年内|不到|不足|接近|将近|近|超过?|逾|截至|截止"
    r"|百分|about|around|roughly|approximately|or so|should be|yes",
    re.IGNORECASE,
)


def is_hardly_more_than_a_figure(indicator: AskedIndicator, said: str) -> bool:
    """两百多, 七万四千亩, 7.4万亩左右: without the number, its unit and 左右 no reason is left."""
    rest = unicodedata.normalize("NFKC", said).lower()
    if not any(sign.isdigit() or sign in _COUNTING for sign in rest):
        return False
    for known in (indicator.name, indicator.unit_of_measure, indicator.unit_of_measure[-1:]):
        rest = rest.replace(known.lower(), "")
    rest = _BESIDE_FIGURE.sub("", rest)
    return sum(sign.isalpha() and sign not in NUMERALS for sign in rest) < SHORTEST_REASON


_COUNTING = NUMERALS - set("百千万亿")  # 千亩 is a unit, and no number


SHORTEST_REASON = 2
"""Letters or characters that are left of a reason once its figures are out."""
