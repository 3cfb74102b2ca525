"""Words by which a person takes back what is doubted: 填错了, 写错了，应为190个, 还没完成."""

import re
from dataclasses import dataclass

_WHAT = (
    r"(?:我们?|刚才|刚刚|上面|前面|后面|末尾|最后|那个|这个|这里|数据|数字|数值|数|状态|进度|单位|小数点|数量级|位数|工作人员|录入时|填报时|统计时|填的时候"
    r"|应该|可能|其实|确实|的确|又|就|因为|因|由于|系|是|都|手)*"
)
_BY = (
    "填写|填报|录入|输入|打字|统计|计算|填|写|输|打|报|点|选|按|弄|搞|看|算|录|记|抄|敲|数|用|标"
    "|说|讲|发"
)
_SIGN_OF_NUMBER = "(?:0|零|〇|o|[十百千万亿])字?|小数点|数字|数|位数?"
_SLIP = (
    rf"(?:{_BY})?错误?了?(?:[一1]?个?(?:行|列|格|数字?|位))?|(?:{_BY}|搞)?(?:串行?|串列|混|反|颠倒)了?"
    rf"|误(?:{_BY})|把[^\s,，。;；]{{1,6}}当成?[^\s,，。;；]{{1,6}}|(?:填|写|报|输)得?不对|不对|有误|不正确|笔误|手误|口误|手滑|眼花|马虎|粗心"
    rf"|(?:不小心)?(?:(?:{_BY})?(?:多|少|漏)(?:{_BY}|加)?)了?(?:[一1两2几]?个)?一?[“\"]?(?:{_SIGN_OF_NUMBER})[”\"]?字?"
    r"|(?:不小心)?(?:多|少|漏)(?:打|输|敲|按|写|填|录)了?(?:[一1两2三3几]个)?[“\"]?\d[”\"]?"
    r"|(?:更正|纠正|改正|订正|更改)(?=[\s,，:：]+[^\d,，。;；]{0,6}\d)"
    rf"|[十百千万亿]字?是?(?:多|误)(?:{_BY})|(?:{_BY})成了?[十百千万亿]+字?"
)
_ENGLISH_SLIP = (
    r"(?:(?:it|that) (?:is|was) )?(?:wrong|(?:a |my )?(?:slip|mistake|typo)|misread)(?: unit)?"
    r"|(?:one|an?) (?:extra )?(?:zero|digit) (?:too (?:many|few)|missing)|extra zero"
)
_TWICE = r"(?:重复(?:计算|统计|录入|填报|计|算|报)|算重|计重|报重|counted twice)"
_EXCUSE = r"(?:不好意思|抱歉|对不起|哦|啊|呀|sorry)"
_ENDS = r"(?=$|[\s,，。.;；:：!！)）]|应|实|改)"
_NUMERALS = "一二三四五六七八九十百千万亿两"
_FIGURE_FIRST = rf"[^\W_]{{0,4}}?[\d{_NUMERALS}][\d.点{_NUMERALS}]*\s*[^\W\d_]{{0,3}}"
_DENIAL = re.compile(
    rf"(?:{_EXCUSE}[\s,，。.!！]*)?"
    rf"(?:(?P<slip>{_WHAT}(?:{_SLIP})(?:了|的|啦)?{_ENDS}|(?:{_ENGLISH_SLIP})(?![a-z])"
    r"|不是\s*\d[^\s,，。;；]*(?=[\s,，;；])|单位应该?[是为]|应该?[是为](?=[百千万亿]*[^\W\d_]$))"
    r"|(?=(?:数|单位)?(?:应该?[为是]|改[成为]|更正为|应(?=\d)|it should be|should be)))"
    r"[\s,，。.;；:：!！]*",
    re.IGNORECASE,
)
_DENIED_BEHIND = re.compile(
    rf"(?P<instead>{_FIGURE_FIRST})\s*[,，。(（\s]\s*(?:{_WHAT}(?:{_SLIP})(?:了|的|啦)?|{_ENGLISH_SLIP})\s*[)）。.!！]*",
    re.IGNORECASE,
)
"""183（笔误）: the figure, and behind it that the other was a slip."""

_SLIP_BEHIND = re.compile(
    rf"\s*[,，。.(（\s]\s*(?=[^,，。;；]*(?:错|误|不对|wrong|mistake|typo))"
    rf"(?:{_WHAT}(?:{_SLIP})(?:了|的|啦)?|{_ENGLISH_SLIP})\s*[)）。.!！]*\Z",
    re.IGNORECASE,
)

_COUNTED_TWICE = re.compile(
    rf"(?:{_EXCUSE}[\s,，。.!！]*)?{_WHAT}{_TWICE}(?:了|的|啦)*[\s,，。.!！]*", re.IGNORECASE
)
_INSTEAD = re.compile(
    r"(?:数|单位)?(?:应该?[为是]|应|实际[上]?[为是]?|实为|正确的?[为是]|改[为成]|更正为|是"
    r"|(?:it )?should be)\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:应该?[为是]|实际[上]?[为是]|实为|改[为成]|更正为|should be)\s*(?P<named>[^,，。;；]+)",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"(?:其实|实际上?|目前|现在|本项|这项|确实|项目|工程|工作)*"
    r"(?:(?:还没有?|尚未|还未|没有?|未|尚没有?)(?:全部|完全|最终|正式)?(?:弄|做|办|搞|建|干|填)?"
    r"(?:完成|办结|做完|验收|竣工|结束|完|好)了?"
    r"|(?:还没有?|尚未|还未|尚没有?)[^\s,，。.;；!！]{1,10}|(?:还|仍|正)(?:在|处于)[^\s,，。.;；!！]{1,14}"
    r"|(?:正在)?(?:推进|进行|实施|办理|建设|施工)(?:之)?中)"
    r"(?:呢|的|啊)?(?=$|[\s,，。.;；!！])"
    r"|(?:it is |it's )?(?:not (?:yet )?(?:done|finished|completed?)|unfinished"
    r"|still (?:in progress|under way|going on))\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"证|批文|批复|材料|资料|照片|图|盖章|用印|归档|存档|档案|台账|文件|合同|纪要|发文|公布|公示|下发|印发|扫描|拍"
    r"|纸质|evidence|paper|document|photo|archive|certificate|file",
    re.IGNORECASE,
)
_OF_EARLIER = re.compile(r"上个?月|上期|上次|上季度|以前|之前|此前|原来|原口径|去年|last month")


@dataclass(frozen=True, slots=True)
class Denial:
    """instead: what is named in its place, where something is.

    admits: whether a slip is owned in so many words; 应为口径调整 alone may be a reason.
    """

    instead: str
    admits: bool = True


def denial(said: str) -> Denial | None:
    """Whether the words begin or end with a slip being owned; a wrong month before is none."""
    if _OF_EARLIER.search(said):
        return None
    if behind := _DENIED_BEHIND.fullmatch(said):
        return Denial(behind["instead"].strip())
    found = _DENIAL.match(said)
    if found is None:
        return None
    rest = said[found.end() :]
    instead = _INSTEAD.match(rest)
    named = rest[instead.end() :] if instead else rest
    return Denial(named.strip(" 。.!！)）"), admits=found["slip"] is not None)


def without_slip_behind(said: str) -> str:
    """What stands before 写错了 where that ends the words; all of them where it does not."""
    return _SLIP_BEHIND.sub("", said)


def owns_slip(said: str) -> bool:
    """不对，是3期: a slip is owned, and something else is named in its place."""
    denied = denial(said)
    return denied is not None and denied.admits and bool(denied.instead)


def counted_twice(said: str) -> bool:
    """重复计算了, and nothing more: a slip, unless it tells why a total is lower than before."""
    return _COUNTED_TWICE.fullmatch(said) is not None


def named_instead(said: str) -> str:
    """What is named behind 应该是 anywhere in the words; empty where nothing is."""
    found = _NAMED.search(said)
    return found["named"].strip() if found else ""


def is_of_earlier(said: str) -> bool:
    """Whether the words are about a month before: 上个月报错了，应该是165."""
    return _OF_EARLIER.search(said) is not None


def is_not_done(said: str) -> bool:
    """还没完成, 正在推进中, said of what stands as 已完成; 尚未取得证书 is of its papers."""
    found = _NOT_DONE.match(said)
    return found is not None and _PAPERS.search(found[0]) is None


def is_of_evidence_alone(said: str) -> bool:
    """纸质材料已归档。: every part of it is about papers and pictures."""
    parts = [part for part in re.split(r"[,，。.;；!！\n]+", said) if part.strip()]
    return bool(parts) and all(_PAPERS.search(part) for part in parts)
