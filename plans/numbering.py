"""The numbers that open headings and measures: 一、（一）1.（1）①, in their order of rank."""

import re
from dataclasses import dataclass
from enum import IntEnum

from plans.brackets import CLOSING, OPENING


class Level(IntEnum):
    """The rank of a label; a smaller one stands above a larger one."""

    PART = 0  # 第一章, 第一部分
    CHAPTER = 1  # 一、
    SECTION = 2  # （一）
    ITEM = 3  # 1.
    SUBITEM = 4  # （1）, 1）
    POINT = 5  # ①
    GROUP = 6  # a heading within a table
    ROW = 7  # a row of a table


@dataclass(frozen=True, slots=True)
class Label:
    """shown: the label in its usual spelling; length: how many characters it takes in the text."""

    level: Level
    number: int
    shown: str
    length: int


_NUMERALS = "零一二三四五六七八九"
_DIGITS = {sign: value for value, sign in enumerate(_NUMERALS)} | {"〇": 0, "两": 2}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = "[零〇一二两三四五六七八九十百]{1,7}"
_OPEN, _CLOSE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]"
_FORMS = (
    (Level.PART, re.compile(rf"第({CHINESE})(章|部分|篇|编)[、.．]?"), "第{}{}　"),
    (Level.CHAPTER, re.compile(rf"({CHINESE})[、.．]"), "{}、"),
    (Level.SECTION, re.compile(rf"{_OPEN}({CHINESE}){_CLOSE}[、.．]?"), "（{}）"),
    (Level.ITEM, re.compile(r"([0-9０-９]{1,4})(?:[.．](?![0-9０-９])|、)"), "{}."),
    (Level.SUBITEM, re.compile(rf"{_OPEN}?([0-9０-９]{{1,3}}){_CLOSE}[、.．]?"), "（{}）"),
    (Level.POINT, re.compile(f"([{CIRCLED}])"), "{}"),
)


def read_label(text: str) -> Label | None:
    """The label that `text` opens with."""
    for level, form, shown in _FORMS:
        found = form.match(text)
        if found and (number := _number(found[1])) is not None:
            return Label(level, number, shown.format(*found.groups()), found.end())
    return None


def chinese_number(text: str) -> int | None:
    """The value of 十三 or 二百零五; None for anything else, as 十一二."""
    total = pending = 0
    for sign in text:
        if sign in _DIGITS:
            if pending:
                return None
            pending = _DIGITS[sign]
        elif sign == "十":
            total, pending = total + (pending or 1) * 10, 0
        elif sign == "百":
            total, pending = total + (pending or 1) * 100, 0
        else:
            return None
    return total + pending or None


def chinese_numeral(number: int) -> str:
    """13 → 十三, 205 → 二百零五; digits from a thousand on."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    shown = f"{_NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        shown += "十" if tens == 1 and not hundreds else f"{_NUMERALS[tens]}十"
    elif hundreds and ones:
        shown += "零"
    return shown + (_NUMERALS[ones] if ones else "")


def any_number(text: str) -> int | None:
    """The value of 13, １３ or 十三."""
    return int(text) if text.isdecimal() else chinese_number(text)


def _number(text: str) -> int | None:
    return CIRCLED.index(text) + 1 if text in CIRCLED else any_number(text)
