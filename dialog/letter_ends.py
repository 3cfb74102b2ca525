"""How a letter ends: 特此报告, whom to call, the unit's name and the date. No measure says it."""

import re
from collections.abc import Collection, Sequence

_CLOSE = (
    r"(?:(?:特此|专此|现予以?)(?:报告|汇报|报送|上报|呈报|函告|函复|函报|说明|通报|奉告|报请审[阅示])"
    r"|(?:以上|上述)(?:[是为即系][^。；;\n]{0,20}?)?(?:情况|内容|材料|汇报|报告|意见|工作|进展)?"
    r"|妥否|当否|可否|是否妥当|如无不[妥当]|如有不[妥当](?:之处)?"
    r"|(?:敬?请|恳请|望)(?:各位)?(?:领导|贵[办局委]|市?领导|上级|办公室)?(?:予以|给予|予)?"
    r"(?:审阅|审核|审定|审示|审查|阅示|阅知|批示|指示|核示|示|知悉|查收|查阅|批评指正|指正|批转)"
    r"|此致|敬礼|此复|此报告?|汇报完毕|谢谢)"
)
_CLOSES = rf"{_CLOSE}(?:[，,。；;、！!\s]*{_CLOSE})*[。.！!；;]?"
_SENTENCE = re.compile(rf"(?P<before>.*?[。;；!！])?\s*(?P<end>{_CLOSES})\s*")
"""特此报告，请予审阅。: one or several of the phrases, and nothing beside them."""

_PHONE = r"(?:1\d{10}|(?:0\d{2,3}[-—\s]?)?\d{7,8})"
_DAY = (
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日(?:印发)?|\d{4}\s*年\s*\d{1,2}\s*月"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|[二〇○零一九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_NAME = r"[\u4e00-\u9fff]{2,4}"
_LABELLED = (
    r"(?:联系电话|联系方式|电话|手机号?码?)\s*[:：].{0,12}\d{6,}.{0,40}"
    r"|(?:联系人|报告人|填报人|填表人|报送人|经办人|审核人|签发人|单位负责人|分管负责人|分管领导"
    r"|填报单位|报送单位|填报日期|填报时间|报送日期|报送时间|抄送|主送)(?:及(?:联系)?电话)?\s*[:：].{0,60}"
    rf"|(?:负责人|审核|签发|校对|复核|拟稿)\s*[:：]\s*(?:{_NAME})?(?:[\s，,；;].{{0,40}})?"
    rf"|(?:日期|时间)\s*[:：]\s*(?:{_DAY})"
    r"|(?:单位|(?:单位)?\s*[（(](?:盖章|公章|章)[）)])\s*(?:[（(](?:盖章|公章|章)[）)])?\s*[:：].{0,30}"
)
_CALLED = re.compile(rf"[（(]?\s*(?:{_LABELLED})\s*[）)]?|{_NAME}\s*[:：]?\s*{_PHONE}")
"""（联系人：王联络，联系电话：…）, 审核：李某, 王工 13935900001."""

_ATTACHED = re.compile(r"附件?\d?\s*[:：]")
_ITEM = re.compile(r"[（(]?\d{1,2}\s*[.．、）)].{0,60}")
_STAMP = r"[（(](?:盖章|公章|代章|签章|章)[）)]"


def without_letters_end(words: str, names: Collection[str]) -> tuple[str, str]:
    """The words, and how the letter that they stand in ends; empty where nothing is left of one.

    names: of the unit, as it may sign. What is nothing but such an end stays as it is.
    """
    lines, signs = words.split("\n"), _signature(names)
    first = len(lines)
    while first and _is_end(lines[first - 1 :], signs):
        first -= 1
    first = _attached_from(lines, first, signs)
    own, end = lines[:first], lines[first:]
    if own and (found := _SENTENCE.fullmatch(own[-1])) and found["before"]:
        end.insert(0, found["end"].strip())
        own[-1] = found["before"]
    return ("\n".join(own), "\n".join(end)) if own else (words, "")


def _is_end(lines: Sequence[str], signs: re.Pattern[str]) -> bool:
    """Whether the first of these lines is of a letter's end."""
    line = lines[0].strip()
    found = _SENTENCE.fullmatch(line)
    is_whole = found is not None and not found["before"]
    return is_whole or any(
        pattern.fullmatch(said)
        for said in (line, re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", line))
        for pattern in (_CALLED, signs)
    )


def _attached_from(lines: Sequence[str], first: int, signs: re.Pattern[str]) -> int:
    """附件：1.… 2.… on lines of their own, with all that stands below."""
    for place in range(first):
        below = lines[place + 1 :]
        are_items = all(_ITEM.fullmatch(one) or _is_end([one], signs) for one in below)
        if place and _ATTACHED.match(lines[place]) and are_items:
            return next((i for i in range(place) if _are_ends(lines[i:place], signs)), place)
    return first


def _are_ends(lines: Sequence[str], signs: re.Pattern[str]) -> bool:
    return all(_is_end([one], signs) for one in lines)


def _signature(names: Collection[str]) -> re.Pattern[str]:
    """The unit's name, whole or without 市, with an office of it, a stamp, a person and the day."""
    called = {short for name in names for short in (name, name.removeprefix("市"))}
    units = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    return re.compile(
        rf"(?:[^\W\d_]{{0,6}}(?:{units})(?:党组|党委|办公室|[^\W\d_]{{1,6}}[科股室站])?"
        rf"\s*(?:{_STAMP})?\s*(?:{_NAME}\s*{_PHONE})?\s*)?(?:{_DAY})?"
    )
