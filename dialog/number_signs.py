"""How the numbers of measures are written, alone and several in front of words."""

import re
import unicodedata
from dataclasses import dataclass

from dialog.numerals import NUMERALS, read_numeral

DIGITS = r"\d+(?:[.-]\d+)*"
NUMERAL = f"[{''.join(sorted(NUMERALS))}]+"
OF_WORKS = "目|任务|工作|工程|措施|内容"
ITEM = rf"项(?!{OF_WORKS})"
"""第二项工程 is a work, and no measure."""

POINTS = 9
"""How far somebody counts within one measure; a number beyond is no point of such a list."""


def plain_number(written: str) -> str:
    """Two signs of the same number are one: ２９, 二十九; whatever else stays as it is."""
    value = read_numeral(written) if written and set(written) <= NUMERALS else None
    return unicodedata.normalize("NFKC", written) if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Several:
    """Several numbers in front of words: 14、15项, （14、15）, 14-16：, 31、32、.

    written: each as it stands there; of a range the first and the last.
    is_items: 项 stands behind the last. sign: what else sets the words off, a space too.
    is_boxed: all of them stand in brackets. is_ordered: 第 stands in front.
    is_share: 14/15 with words right behind it may tell how many of how many.
    """

    written: tuple[str, ...]
    is_share: bool
    is_range: bool
    is_items: bool
    is_boxed: bool
    is_ordered: bool
    sign: str
    words: str

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(map(plain_number, self.written))

    @property
    def is_set_off(self) -> bool:
        """Whether it is said by more than their standing there that they are set off."""
        return self.is_boxed or self.sign.strip()[:1] in {":", "：", "、", ".", "．"}


_ONE = rf"(?>{DIGITS}|{NUMERAL})"
_BETWEEN = r"\s*(?:[、,，和及与跟/+＋&]|and)\s*(?:第\s*)?"
_TO = r"\s*(?:[-—–~～－]+|至|到)\s*(?:第\s*)?"
_SIGN = r"(?P<sign>的|\s*[:：、，,]\s*|\s*[.．](?!\d)\s*|\s+|$|)"
_FRONT = r"\s*(?:(?P<ordered>第)|措施|任务|序号)?\s*"
_LIST = re.compile(
    rf"{_FRONT}(?P<open>[（(【\[])?\s*(?:第\s*)?(?P<numbers>{_ONE}(?:\s*项(?!目))?(?:{_BETWEEN}{_ONE}(?:\s*项(?!目)(?={_BETWEEN}))?)+)"
    rf"(?(open)\s*[）)】\]])(?P<item>\s*项(?!目))?{_SIGN}(?P<words>.*)",
    re.DOTALL,
)
_WHOLE = rf"(?>\d+|{NUMERAL})"
_RANGE = re.compile(
    rf"{_FRONT}(?P<numbers>{_WHOLE}(?:\s*项)?{_TO}{_WHOLE})(?P<item>\s*项(?!目))?{_SIGN}(?P<words>.*)",
    re.DOTALL,
)


def several_in_front(said: str) -> Several | None:
    """None where a single number stands there, or none. Whether they count is not looked at."""
    found = _LIST.fullmatch(said) or _RANGE.fullmatch(said)
    if found is None:
        return None
    is_range = found.re is _RANGE
    return Several(
        tuple(re.findall(_WHOLE if is_range else _ONE, found["numbers"])),
        is_share="/" in found["numbers"] and not (found["item"] or found["sign"]),
        is_range=is_range,
        is_items=found["item"] is not None,
        is_boxed=not is_range and found["open"] is not None,
        is_ordered=found["ordered"] is not None,
        sign=found["sign"] or "",
        words=found["words"],
    )
