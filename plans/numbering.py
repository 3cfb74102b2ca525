"""The numbers that open headings and measures: 一、（一）1. A. 1.1（1）①, in order of rank."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import IntEnum

from plans.brackets import CLOSING, OPENING


class Level(IntEnum):
    """The rank of a label; a smaller one stands above a larger one."""

    PART = 0  # 第一章, 第一部分
    ARTICLE = 1  # 第一条
    CHAPTER = 2  # 一、
    SECTION = 3  # （一）
    TASK = 4  # 任务一：, and 第一条 under a chapter
    ITEM = 5  # 1.
    SECOND = 6  # 1.1
    THIRD = 7  # 1.1.1 and deeper
    SUBITEM = 8  # （1）, 1）
    POINT = 9  # ①
    ORDINAL = 10  # 一是, 第一，
    GROUP = 11  # a heading within a table
    ROW = 12  # a row of a table


@dataclass(frozen=True, slots=True)
class Label:
    """shown: the label in its usual spelling; length: how many characters it takes in the text.

    number: the last of several, as 3 in 2.1.3, or the place of a letter. whole: all of them, where
    there are several, or the letter.
    """

    level: Level
    number: int
    shown: str
    length: int
    whole: str = ""

    @property
    def lettered(self) -> bool:
        return self.whole.isalpha()


_NUMERALS = "零一二三四五六七八九"
_DIGITS = {sign: value for value, sign in enumerate(_NUMERALS)} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
CHINESE = "[零〇一二两三四五六七八九十百]{1,7}"
_OPEN, _CLOSE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]"
_COUNTED = (  # what makes 1.1 a figure, and no number of an item
    r"\d|[.．%％‰万亿千百十余多元亩吨倍]|个(?![人体性])|G|家(?![庭政电])|平方|立方|公里|公顷"
    r"|公斤|千米|米|级|版|折|月(?:份|底|末|前|[上中下]旬|\d)"
)
_DECIMAL = re.compile(rf"(?P<whole>[1-9]\d?(?:[.．][1-9]\d?){{1,3}})[.．、]?(?!{_COUNTED}|$)")
_HYPHENED = re.compile(
    rf"(?P<whole>[1-9]\d?(?:[-－][1-9]\d?){{1,2}})[.．、]?(?!{_COUNTED}|$|[-－—~～至到]"
    r"|[年月日天周人名次岁所项条座处台套件支位户种类期轮批号楼栋层时分秒])"
)
_LETTER = re.compile(r"(?P<letter>[A-ZＡ-Ｚ])[.．、](?=[“（(]?[\u4e00-\u9fff])")
BULLETS = "●○•■□◆◇►▶➢▪▫◦·∙⚫⬤◉◎✦❖➤➣➔→▸‣√✓✔☑\ue000-\uf8ff"
"""The signs, as a class of a pattern; Word's own have no place of their own in Unicode."""
_BULLET = re.compile(rf"[{BULLETS}](?![零〇一二三四五六七八九]?[○零〇一二三四五六七八九]年)\s*")
_OPENED = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“‘《「【（(]")
_HYPHEN = re.compile(r"[-–－]\s*(?=[\u4e00-\u9fff“《])")
_DASH = re.compile(r"(?:[★☆▲△]|[—―]{1,2})\s*(?=[\u4e00-\u9fff“《])")
_WEIGHTY = re.compile(r"[★☆▲△]\s*")
_NO_FRACTION = r"(?=20\d\d年|[1-9]\d\d|\dG|(?:1[0-2]|[1-9])月(?:份|底|末|前|[上中下]旬|\d))"
_TASKS = (
    "(?:重点|主要|专项|整改|反馈)?"
    "(?:任务|措施|举措|行动|工程|事项|问题|项目|目标|计划|实事|战役|课题|议题|要点"
    "|决议|提案|议案|建议|承诺|(?:问题|任务)清单)"
)
TASK_AND_GAP = re.compile(
    rf"(?P<label>{_TASKS}(?:{CHINESE}|\d{{1,3}}))[ \t\u3000\xa0]+(?=[\u4e00-\u9fff“])"
)
_FORMS = (
    (Level.PART, re.compile(rf"第(?P<number>{CHINESE})(章|部分|篇|编)[、.．]?"), "第{}{}　"),
    (
        Level.ARTICLE,
        re.compile(rf"第(?P<number>{CHINESE}|\d{{1,3}})([条项件])[、.．：:]?"),
        "第{}{}　",
    ),
    (Level.PART, re.compile(f"(?P<number>[{ROMAN}])[、.．]"), "{}、"),
    (Level.CHAPTER, re.compile(rf"(?P<number>{CHINESE})[、.．]"), "{}、"),
    (Level.SECTION, re.compile(rf"{_OPEN}(?P<number>{CHINESE}){_CLOSE}[、.．]?"), "（{}）"),
    (
        Level.TASK,
        re.compile(rf"({_TASKS})(?P<number>{CHINESE}|\d{{1,3}})[：:、.．]"),
        "{}{}　",
    ),
    (
        Level.TASK,
        re.compile(rf"[【\[〔]({_TASKS})(?P<number>{CHINESE}|\d{{1,3}})[】\]〕][：:]?"),
        "{}{}　",
    ),
    (
        Level.ITEM,
        re.compile(
            rf"(?P<number>[0-9０-９]{{1,4}})(?:[.．](?:(?![0-9０-９])|{_NO_FRACTION})|、|[,，](?=[\u4e00-\u9fff]))"
        ),
        "{}.",
    ),
    (
        Level.SUBITEM,
        re.compile(rf"{_OPEN}?(?P<number>[0-9０-９]{{1,3}}){_CLOSE}[、.．]?"),
        "（{}）",
    ),
    (Level.POINT, re.compile(f"(?P<number>[{CIRCLED}])"), "{}"),
    (Level.ORDINAL, re.compile(rf"第(?P<number>{CHINESE})[，,]"), "第{}，"),
    (Level.ORDINAL, re.compile(rf"(?P<number>{CHINESE})([是要])(?!否)"), "{}{}"),
)


def opens_bullet(text: str) -> bool:
    """Whether `text` opens with a sign that hardly anything but a bullet is."""
    found = _BULLET.match(text)
    return bool(found and _OPENED.match(text, found.end())) or bool(_HYPHEN.match(text))


def bullet_length(text: str) -> int:
    """How many characters a bullet takes, be it a dash or a mark, that `text` opens with."""
    found = _BULLET.match(text) or _HYPHEN.match(text) or _DASH.match(text)
    return found.end() if found else 0


def read_label(text: str) -> Label | None:
    """The label that `text` opens with, be it behind a bullet, or a mark of what is weighty."""
    if bullet := _BULLET.match(text) or _WEIGHTY.match(text):
        label = _read_label(text[bullet.end() :])
        return label and replace(label, length=label.length + bullet.end())
    return _read_label(text)


def _read_label(text: str) -> Label | None:
    if found := _DECIMAL.match(text) or _HYPHENED.match(text):
        return _of_several(found)
    if lettered := _LETTER.match(text):
        letter = unicodedata.normalize("NFKC", lettered["letter"])
        place = ord(letter) - ord("A") + 1
        return Label(Level.ITEM, place, f"{letter}.", lettered.end(), letter)
    for level, form, shown in _FORMS:
        found = form.match(text)
        if found and (number := _number(found["number"])) is not None:
            return Label(level, number, shown.format(*found.groups()), found.end())
    return None


def _of_several(found: re.Match[str]) -> Label:
    """1.1, 2.1.3 and 1-1."""
    whole = found["whole"].replace("．", ".").replace("－", "-")
    numbers = re.split("[.-]", whole)
    level = Level.SECOND if len(numbers) == 2 else Level.THIRD
    return Label(level, int(numbers[-1]), whole, found.end(), whole)


def chinese_number(text: str) -> int | None:
    """The value of 十三 or 二百零五; None for anything else, as 十一二."""
    total = pending = 0
    for sign in text:
        if sign in _DIGITS:
            if pending:
                return None
            pending = _DIGITS[sign]
        elif sign in _TENS:
            total, pending = total + (pending or 1) * _TENS[sign], 0
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
    places = (signs.index(text) + 1 for signs in (CIRCLED, ROMAN) if text in signs)
    return next(places, None) or any_number(text)
