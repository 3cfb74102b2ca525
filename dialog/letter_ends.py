"""How a letter ends: 特此报告, whom to call, the unit's name and the date. No measure says it."""

import re
from collections.abc import Collection

from dialog.words import as_word

_CLOSES = (
    r"(?:特此|专此|现予以?)(?:报告|汇报|报送|上报|呈报|函告|函复|函报|说明|通报|奉告|报请审[阅示])"
    r"|(?:(?:以上|上述)(?:情况|内容|材料|汇报|报告)?[,，]?)?"
    r"(?:(?:妥否|当否|可否|是否妥当|如无不[妥当]|如有不[妥当])[,，]?)?(?:敬?请|恳请|望)"
    r"(?:领导|贵[办局委]|市?领导|上级)?(?:予以|给予)?"
    r"(?:审阅|审核|审定|审示|阅示|批示|指示|核示|知悉|查收|批评指正|指正)"
    r"|此致|敬礼|此致敬礼|此复"
)
_SENTENCE = re.compile(rf"(?P<before>.*[。;；!！])?\s*(?P<end>(?:{_CLOSES})[。.!！]?)")

_WHOM_TO_CALL = re.compile(
    r"(?:联系电话|联系方式|电话|手机号?码?)\s*[:：].{0,12}\d{6,}.{0,40}"
    r"|(?:联系人|填报人|填表人|报送人|经办人|审核人|签发人"
    r"|填报单位|报送单位|填报日期|填报时间|报送日期|报送时间)(?:及(?:联系)?电话)?\s*[:：].{0,60}"
)
_SIGNED = r"\s*(?:[（(](?:盖章|公章|章|签章)[）)])?\s*"
_DAY = (
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|[二〇○零一九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)


def without_letters_end(words: str, names: Collection[str]) -> tuple[str, str]:
    """The words, and how the letter that they stand in ends; empty where nothing is left of one.

    names: of the unit, as it may sign. What is nothing but such an end stays as it is.
    """
    lines = words.split("\n")
    signs = re.compile(
        rf"(?:[^\W\d_]{{0,6}}(?:{'|'.join(map(re.escape, names))}){_SIGNED})?(?:{_DAY})?"
    )
    end: list[str] = []
    while lines:
        found = _SENTENCE.fullmatch(as_word(lines[-1]))
        is_whole = found is not None and not found["before"]
        if not (is_whole or _WHOM_TO_CALL.fullmatch(lines[-1]) or signs.fullmatch(lines[-1])):
            break
        end.insert(0, lines.pop())
    if lines and (found := _SENTENCE.fullmatch(lines[-1])) and found["before"]:
        end.insert(0, found["end"])
        lines[-1] = found["before"]
    return ("\n".join(lines), "\n".join(end)) if lines else (words, "")
