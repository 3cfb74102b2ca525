"""What people type about the files that they have sent: 取下第1张, 这张是14的, 怎么换照片; pure."""

import re
from dataclasses import dataclass

from dialog.numerals import NUMERALS, read_numeral
from dialog.words import as_word

_FILES = r"(?:现场)?(?:照片|相片|图片|截图|佐证材料|佐证|附件|文件)"
_WHICH = r"(?:刚才|刚刚|刚|上面|上传|发)*的?(?:[这那](?:几?[张件份个])?)?"
_TAKE = r"(?:取下|撤下|撤掉|撤回|拿掉|去掉|删除|删掉|删了|删|移除|不要)(?:了|掉)?(?:一下|吧)?"
_SLIP = r"(?:发|传|放|选|上传|拿)错(?:了)?"
_NEWEST = rf"(?:最后|刚才|刚刚|刚)(?:发|传|上传)?的?(?:[这那]一?|一)张的?(?:{_FILES})?"


def _one(name: str) -> str:
    place = rf"第?(?P<{name}>\d{{1,2}}|[一二三四五六七八九十])[张件份]"
    newest = rf"(?P<newest_{name}>{_NEWEST})"
    return rf"(?:{place}的?(?:{_FILES})?|{newest}|[这那]一?张|{_WHICH}{_FILES})"


_ASKED = r"(?:请|帮我|麻烦|把|将|我要|我想)*"
_WISH = re.compile(
    rf"{_ASKED}{_TAKE}{_one('a')}(?:吧)?"
    rf"|{_ASKED}{_one('b')}(?:{_SLIP}(?:[,，。\s]*(?:都|就)?{_TAKE})?|(?:都|就)?{_TAKE})"
)

_FILE = r"(?:photos?|pictures?|files?|images?|attachments?)"
_ALL_OF = rf"(?:(?:全部|所有|全|都)的?(?:{_FILES})?|(?:{_FILES})?(?:全部|全|都))"
_ALL = re.compile(
    rf"{_ASKED}{_ALL_OF}(?:都|全部)?{_TAKE}|{_ASKED}{_TAKE}(?:全部|所有)的?(?:{_FILES})?(?:吧)?"
    r"|(?:please\s+)?(?:remove|delete|drop|discard|withdraw|take (?:away|off|down|back))\s+"
    r"(?:everything|(?:all|both)(?:\s+of\s+them|(?:\s+the)?\s+(?:photos|pictures|files|images))?)"
)
"""全部取下, 照片都不要了, remove all the photos."""

_BACK = re.compile(
    rf"{_ASKED}(?:再|又)?(?:{_WHICH}{_FILES}|(?:刚才|刚刚)?(?:那|这)?张)?(?:放回|恢复|还原|放回去|拿回|加回)(?:来|去)?(?:一下|吧|了)?"
    rf"|(?:please\s+)?(?:put|bring|take) (?:it|them|that|the {_FILE}) back(?: please)?"
    rf"|(?:restore|undo)(?: (?:it|them|that|the {_FILE}))?"
)
"""放回去, said of what was taken away last."""
_ENGLISH_WISH = re.compile(
    r"(?:(?:please|can you|could you|i want to|i'd like to)\s+)*"
    r"(?:remove|delete|drop|discard|withdraw|take (?:away|off|down|back))\s+"
    rf"(?:(?:the|that|this|my)\s+)?(?:(?P<c>last|latest|newest)\s+(?:one|{_FILE})|{_FILE}(?:\s+(?P<d>\d{{1,2}}))?)(?:\s+please)?"
    rf"|(?:not\s+)?(?:(?P<e>(?:the\s+)?(?:last|latest))\s+(?:one|{_FILE})|(?:the|that|this)\s+{_FILE})"
    r"(?:\s+(?:is|was)\s+(?:wrong|a mistake|not needed)|\s+not needed|(?<=not the last one))"
    rf"|(?:sorry,?\s+)?(?:that was the\s+)?wrong {_FILE}"
)

_OF_QUESTION = (
    r"请问|请|帮我|麻烦|我|想要?|要|需要|怎么|如何|怎样|能不能|能否|可不可以|可以|能|吗|么|呢|啊|呀|吧|弄|办|行|好|了|的"
    r"|一下|一?[张份件个]|[这那]|[把将]|已经?|发|传|上传|过|新|重新|再|[,，?？\s]"
)
_EXCHANGE = r"更换|替换|换掉|换成|换|重发|重传|删掉|删除|删|撤回|撤掉|取下|拿掉|修改|改"
_ABOUT_FILES = re.compile(
    rf"(?=.{{1,20}}$)(?=.*(?:怎|如何|能|可以|吗|想|帮|请))(?=.*(?:{_EXCHANGE}))"
    rf"(?:{_OF_QUESTION}|{_EXCHANGE})*{_FILES}(?:{_OF_QUESTION}|{_EXCHANGE}|{_FILES})*"
    rf"|(?:how (?:do|can|to)|can|could|may)\s+(?:(?:i|we|you)\s+)?"
    r"(?:replace|change|swap|exchange|delete|remove|take away)\s+"
    rf"(?:(?:a|the|this|that|my|one)\s+)*{_FILE}\??"
)
"""换一张照片怎么弄, 照片能换吗: nothing but a question what to do with a file."""


@dataclass(frozen=True, slots=True)
class FileWish:
    """A file is to be taken away. place: which of the list; None where that is not said.

    is_newest: the one that came last, 最后那张. is_all: every one of the list. is_back: what was
    taken away last is to stand again.
    """

    place: int | None
    is_newest: bool = False
    is_all: bool = False
    is_back: bool = False


def file_wish(said: str) -> FileWish | None:
    """None for words that tell something of a measure."""
    word = as_word(said)
    if _ABOUT_FILES.fullmatch(word):
        return FileWish(None)
    if _BACK.fullmatch(word):
        return FileWish(None, is_back=True)
    if _ALL.fullmatch(word):
        return FileWish(None, is_all=True)
    if english := _ENGLISH_WISH.fullmatch(word):
        place = english["d"]
        return FileWish(int(place) if place else None, bool(english["c"] or english["e"]))
    found = _WISH.fullmatch(word)
    if found is None:
        return None
    place = found["a"] or found["b"]
    return FileWish(_number(place) if place else None, bool(found["newest_a"] or found["newest_b"]))


def _number(written: str) -> int:
    value = None if written.isdecimal() else read_numeral(written)
    return int(written) if value is None else value


@dataclass(frozen=True, slots=True)
class FilesOf:
    """Words that give files a measure. number: of the measure. last: how many, the newest ones.

    place: which one, counted from the first; both None for all that wait. is_of_files: they name
    files, and can be of nothing else.
    """

    number: str
    last: int | None = None
    place: int | None = None
    is_of_files: bool = False


_MANY = rf"[{''.join(sorted(NUMERALS))}]"
_IS_OF = re.compile(
    rf"(?:(?P<files>第(?P<place>\d{{1,2}}|{_MANY}{{1,3}})[张件份](?:{_FILES})?|(?:最后|刚才|刚刚|上面|上传|发)*的?"
    rf"(?:[这那]?(?P<some>几|一?些)?(?P<count>\d{{1,2}}|{_MANY})?[张件份](?:{_FILES})?|[这那]?些?{_FILES}))|[这那]?几?个?)"
    rf"(?P<all>都|全部?|均)?(?:应该?)?(?:(?P<put>(?:[放改移挪转归换调]到|[放改]在|改成|改为|改属)了?)|是|属于?|归|放)?第?(?P<number>\d[\d.-]*|{_MANY}{{1,4}}(?=项))项?(?P<of>的?)"
    r"(?:佐证|照片)?"
)
_ENGLISH_OF = re.compile(
    rf"(?:(?P<all>(?:these|those|they|all)(?:\s+(?:of\s+(?:them|these)|{_FILE}))?)"
    rf"|(?P<both>both(?:\s+of\s+them|\s+{_FILE})?)"
    rf"|(?P<one>(?:this|that|it|the last)(?:\s+(?:one|{_FILE}))?)|(?:the\s+)?{_FILE})"
    r"(?:'s|'re|\s+(?:is|are|belongs?))?(?:\s+all|\s+both)?\s+(?:for|of|to)\s+(?:measure|item|no\.?|number)?\s*"
    r"(?P<number>\d[\d.-]*)"
    rf"|(?:please\s+)?(?:move|put)\s+(?:the\s+)?{_FILE}\s+(?P<place>\d{{1,2}})\s+(?:in)?to\s+"
    r"(?:measure|item|no\.?|number)?\s*(?P<to>\d[\d.-]*)"
)


def files_of(said: str, *, is_reply: bool = False) -> FilesOf | None:
    """To which measure what waits belongs: 都是26的, 26项的, 这张是14的, these are for 14.

    is_reply: it was said in a reply to one of them, where the number alone is enough.
    """
    word = as_word(said)
    if english := _ENGLISH_OF.fullmatch(word):
        if english["to"]:
            return FilesOf(english["to"], place=int(english["place"]), is_of_files=True)
        last = 1 if english["one"] else 2 if english["both"] else None
        return FilesOf(english["number"], last, is_of_files=True)
    found = _IS_OF.fullmatch(word)
    is_put = found is not None and bool(found["put"] and found["files"])
    if found is None or not (is_reply or found["of"] or is_put):
        return None
    number = found["number"] if found["number"][0].isdecimal() else str(_number(found["number"]))
    if found["place"]:
        return FilesOf(number, place=_number(found["place"]), is_of_files=True)
    is_one = bool(found["files"]) and re.search("[张件份]", found["files"]) is not None
    counted = _number(found["count"]) if found["count"] else 1 if is_one else None
    is_all = found["some"] or (found["all"] and not found["count"])
    return FilesOf(number, None if is_all else counted, is_of_files=bool(found["files"]))


_REST = r"另外|其余|其他|其它|剩下|余下|剩余|别"
_PLACE = rf"(?:\d{{1,2}}|{_MANY}{{1,3}})"
_PLACES = rf"第?{_PLACE}[张件份]?(?:\s*[、,，和与及到至~～-]\s*第?{_PLACE}[张件份]?)*"
_SHARE = re.compile(
    rf"(?:(?P<edge>[前后最]后?)(?P<edges>{_PLACE}|几)?[张件份]|(?P<rest>{_REST})的?[这那]?(?P<left>{_PLACE}|几|些)?[张件份]?"
    rf"|第(?P<places>{_PLACES})(?<=[张件份]))的?(?:{_FILES})?(?:都|全部?|均|就)?(?:应该?)?"
    rf"(?:是|属于?|归到?|给|[放改移挪转归换调]到|放|算)?第?(?P<number>\d[\d.-]*|{_MANY}{{1,4}}(?=项))项?的?(?:佐证|照片)?"
)
"""Of several files, which ones are of a measure: 第一张是20的, 前两张18的, 另外两张是18的."""

_PLACE_NAMED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_COUNT_NAMED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ENGLISH_SHARE = re.compile(
    rf"(?:and\s+)?(?:(?:the\s+)?(?:(?P<named>{'|'.join(_PLACE_NAMED)})(?:\s+(?:one|{_FILE}))?|{_FILE}\s+(?P<place>\d{{1,2}}))"
    rf"|(?:the\s+)?(?P<rest>rest|others?)(?:\s+(?P<left>{'|'.join(_COUNT_NAMED)}|\d{{1,2}}))?(?:\s+{_FILE})?)"
    r"(?:\s+(?:is|are|belongs?|goes|go))?\s+(?:for|of|to)\s+(?:measure|item|no\.?|number)?\s*(?P<number>\d[\d.-]*)"
)

_BETWEEN = re.compile(r"[，,;；。、\s]*")


def shares_of(said: str, count: int) -> dict[str, tuple[int, ...]]:
    """Of so many files, the places of those that words give to each measure, by its number.

    第一张是20的 另外两张18的. Empty where they do not fit the files, or tell anything else.
    """
    left, shares = list(range(1, count + 1)), dict[str, tuple[int, ...]]()
    for one in sorted(_shares(said), key=lambda share: bool(share["rest"])):
        places = _places_of(one, count, left)
        number = one["number"] if one["number"][0].isdecimal() else str(_number(one["number"]))
        if not places or not set(places) <= set(left):
            return {}
        left = [place for place in left if place not in places]
        shares[number] = (*shares.get(number, ()), *places)
    return shares


def tells_shares(said: str) -> bool:
    """Whether words give some of several files to a measure, fitting or not."""
    return bool(_shares(said))


def _shares(said: str) -> list[dict[str, str]]:
    """The clauses, where each gives some of several files to a measure; else none."""
    word, at, found = as_word(said), 0, list[dict[str, str]]()
    while at < len(word):
        share = _SHARE.match(word, at) or _ENGLISH_SHARE.match(word, at)
        if share is None:
            return []
        found.append(_NO_SHARE | {k: v or "" for k, v in share.groupdict().items()})
        at = share.end()
        between = _BETWEEN.match(word, at)
        at = between.end() if between else at
    is_told = any(not one["rest"] for one in found)
    return found if is_told and (len(found) > 1 or files_of(said) is None) else []


_NO_SHARE = dict.fromkeys(("edge", "edges", "rest", "left", "places", "named", "place"), "")


def _places_of(share: dict[str, str], count: int, left: list[int]) -> list[int]:
    """Which places a clause names; none where it counts otherwise than there are."""
    if share["rest"]:
        told = _counted(share["left"])
        return left if told in {None, len(left)} else []
    if share["edge"]:
        some = _counted(share["edges"])
        everything = list(range(1, count + 1))
        if some is None or some > count:
            return []
        return everything[:some] if share["edge"] == "前" else everything[-some:]
    if share["named"] or share["place"]:
        return [_PLACE_NAMED.get(share["named"]) or int(share["place"])]
    places = [_number(one) for one in re.findall(_PLACE, share["places"])]
    is_range = re.search("[到至~-]", share["places"]) is not None and len(places) == _ENDS
    return list(range(places[0], places[1] + 1)) if is_range else places


_ENDS = 2  # of a range


def _counted(written: str) -> int | None:
    if written in {"", "几", "些"}:
        return None
    return _COUNT_NAMED.get(written) or _number(written)


_WORDS_OF = re.compile(
    r"(?:(?:刚才|刚刚|上面|前面|先前)的?)?(?:[这那](?:一|几|两)?)?[个条句段]?(?:话|文字|内容)?(?:都|应该?|也|就)*"
    r"(?P<put>归到?|归于|[放存记写](?:到|在|入|进)|(?:说|写|讲)的是)?(?P<is>是|属于?)?"
    rf"第?(?P<number>\d[\d.-]*|{_MANY}{{1,4}}(?=项))(?P<item>项)?(?P<of>的)?(?:完成情况|内容)?"
)
_ENGLISH_WORDS_OF = re.compile(
    r"(?:(?:this|that|it)(?:'s|\s+is|\s+belongs)?|(?:please\s+)?put\s+(?:it|this|that))"
    r"\s+(?:for|of|to|under|into?|at)\s+(?:measure|item|no\.?|number)?\s*(?P<number>\d[\d.-]*)"
)


def number_of_words(said: str) -> str:
    """The number of the measure of which words say that others are: 这个是20的, 放到20项.

    Empty for words that tell anything else.
    """
    word = as_word(said)
    if english := _ENGLISH_WORDS_OF.fullmatch(word):
        return english["number"]
    found = _WORDS_OF.fullmatch(word)
    is_said = found is not None and (found["put"] or found["of"] or (found["is"] and found["item"]))
    if found is None or not is_said:
        return ""
    number = found["number"]
    return number if number[0].isdecimal() else str(_number(number))


_SAYS_FILE = re.compile(rf"张|取下|{_FILES}|{_FILE}|the last one")


def is_about_files(said: str) -> bool:
    """Whether words are of files that were sent, and tell nothing of a measure; 撤回2件 may."""
    of = files_of(said)
    is_wish = file_wish(said) is not None and _SAYS_FILE.search(as_word(said)) is not None
    return is_wish or (of is not None and of.is_of_files) or tells_shares(said)
