"""Words by which a person takes back what is doubted: 填错了, 写错了，应为190个, 还没完成."""

import re
from dataclasses import dataclass

_WHAT = r"(?:我|刚才|刚刚|上面|前面|这个|这里|数据|数字|数|状态|进度|是|都)*"
_SLIP = r"(?:填|写|输|打|报|点|选|按|弄|搞)?错了?|(?:填|写|报|输)得?不对|不对|有误|不正确"
_EXCUSE = r"(?:不好意思|抱歉|对不起|哦|啊|呀|sorry)"
_DENIAL = re.compile(
    rf"(?:{_EXCUSE}[\s,，。.!！]*)?"
    rf"(?:{_WHAT}(?:{_SLIP})(?:了|的|啦)?(?=$|[\s,，。.;；:：!！]|应|实)"
    r"|wrong|a slip|mistake|不是\s*\d[^\s,，。;；]*(?=[\s,，;；])|(?=应该?[为是]))"
    r"[\s,，。.;；:：!！]*",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?:应该?[为是]|应|实际[上]?[为是]?|实为|正确的?[为是]|改[为成]|更正为|是)\s*"
)
_NOT_DONE = re.compile(
    r"(?:其实|实际上?|目前|本项|这项|确实)?(?:还没有?|尚未|还未|没有?|未|尚没有?)(?:全部|完全)?(?:完成|办结|做完|验收|完)了?"
    r"(?:呢|的|啊)?(?=$|[\s,，。.;；!！])"
)
_OF_EARLIER = re.compile(r"上个?月|上期|上次|上季度|以前|之前|此前|原来|原口径|去年|last month")


@dataclass(frozen=True, slots=True)
class Denial:
    """instead: what is named in its place, where something is."""

    instead: str


def denial(said: str) -> Denial | None:
    """Whether the words begin with the slip being owned; that a month before was wrong is none."""
    found = _DENIAL.match(said)
    if found is None or _OF_EARLIER.search(said):
        return None
    rest = said[found.end() :]
    instead = _INSTEAD.match(rest)
    return Denial((rest[instead.end() :] if instead else rest).strip(" 。.!！"))


def is_not_done(said: str) -> bool:
    """还没完成, said of what stands as 已完成."""
    return _NOT_DONE.match(said) is not None
