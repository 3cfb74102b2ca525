"""Whether a text bears a mark of secrecy, and so must not stay in a public messenger: pure.

A word like 秘密 is a mark only where it stands as one: with a star, in brackets of its own, behind
密级, with a term of years, set apart at the head of a line or of a part of it (also behind a
measure's number and its status: 18 正常推进 秘密：…), or where a sentence says it of what is
written (本文件属秘密级, 这个是机密, 此件按秘密级管理, 属于国家秘密), names what is sent
(机密文件：…, “机密”名单, 绝密图纸) or whence it is taken (秘密文件里写…), or a file's name bears
it (储备粮_机密.xlsx). Anywhere else it is an ordinary word: 清退机密文件1次. Source:
国家秘密定密管理暂行规定, on how marks are written (密级★保密期限).

不得外传 and 严禁外传 tell how to treat what is written where they end a part of it. In a sentence
about a rule for others (规定企业信息不得外传) they are ordinary.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from urllib.parse import unquote

from dialog.words import STATUS_OF_WORD, one_of

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TRADITIONAL = str.maketrans("絕機內資參啟", "绝机内资参启")
_STAR = r"[★☆✩✪✫✬✭✮✯✰⭐*∗]"
_STARS = tuple(_STAR.strip("[]"))
_DOT = r"[·•・‧∙⋅●○◆◇▪※.|—–-]"
"""What stands between a mark and its term where no star does: 机密·启用前."""

_OPEN, _CLOSE = r"[\[(〔【「『<《〈{]", r"[\])〕】」』>》〉}]"
_NUMERAL = r"[0-9一二三四五六七八九十两半]{1,4}"
_TERM = rf"(?:{_NUMERAL}\s*(?:年|个月|月)|长期|启用前)"
_PAPER = "(?:文件|文电|材料|资料|信息|内容|事项|数据|公文|载体)"
_SHEET = (
    "(?:文件|文电|文本|材料|资料|信息|内容|数据|公文|图纸|图件|图表|图片|照片|档案|清单|名单|台账|报告|报表|通知|通报|函件"
    "|函|电报|方案|合同|批复|纪要|件|图|表|稿)"
)
_COPY = "(?:的)?(?:扫描件?|复印件?|照片|图片|原件|正文|附件|截图|电子版)?"
_ENDS = r"(?=\s*(?:$|[,，。;；:：!！?？)]))"
_FILE_ENDS = r"[(（]?\d*[)）]?(?=\s*(?:$|[。!！?？)]|\.[A-Za-z0-9]{2,5}\s*$))"
_FROM = r"(?:根?据|依[据照]|按照?|[摘引转来出]自)[^,，。;；\n]{0,12}?"
_DONE_WITH = "清[退查理]|销毁|保管|管理|登记|归档|回收"
_TOLD_OF = rf"(?![^。;；\n]{{0,8}}?(?:\d\s*[份件册本台卷个]|{_DONE_WITH}))"
"""机密文件：12份: what was done with such papers, which may be told."""

_WITH_ALL = rf"(?!、\s*[绝机秘]密[^。;；:：\n]{{0,12}}?(?:\d\s*[份件册本台卷个]|{_DONE_WITH}))"
"""机密、秘密文件清退12份: likewise of papers of several classes."""

_A_YEAR = r"(?!(?:19|20)\d\d\s*年)"
"""That is no term: 秘密（2022年）."""

_PAPERS_OF_EXAM = (
    rf"(?!的?(?:试[卷题]|考[卷题]|答案|材料|文件)[^。;；\n]{{0,8}}?"
    rf"(?:\d\s*[份件册本台卷个箱袋套包]|{_DONE_WITH}|交接|押运|入库|接收|发放))"
)
"""绝密·启用前试卷120箱入库: likewise of papers that an examination is written on."""

_IN_QUOTES = (
    r"[\s,，。;；:：(]",
    r"[“\"‘']",
    r"[”\"’']",
    "(?:文件|文电|材料|资料|信息|数据|公文|图纸|档案|清单|名单|台账|报告|报表)",
    rf"(?![^。;；\n]{{0,12}}?(?:{_DONE_WITH}|培训|宣传|标[志识注]|划分))",
)
_FILE = r"[^\s/]{0,60}?\.[A-Za-z0-9]{2,5}[ \t]*$"
_APART = r"[_+()\[\]【】（）—–-]"
"""What sets a mark apart in the name of a file."""

_RULE_FOR_OTHERS = (
    "规定|要求|约定|承诺|强调|明确|教育|宣传|培训|告知|提醒|签订|签署|制度|协议"
    "|严格|加强|保密|保护|制定|防止|杜绝|责令|开展|办法|条例|禁令|纪律|责任书|引导|督促|监督|检查|落实|执行|严守|遵守|做到|确保"
)

_IS_OF = (
    r"(?:(?<![不非未])属于?|(?<![不非未认])定为|(?<![不非未])列为|(?:本|此|该|上述|以上)(?:(?![不非未])[\u4e00-\u9fff]){1,6}"
    r"(?:为|系|是|涉及|含有?)"
    r"|(?:[这此]|以下|下面|下列|附件|附图|[上下]图|图[上中里])(?:(?![不非未算])[\u4e00-\u9fff]){0,6}?"
    r"(?:为|系|是|属于?)(?:(?![不非未])[\u4e00-\u9fff]{1,8}的)?)\s*"
)
"""本文件属秘密级, 这个是机密: of something at hand. That it is none (不属于国家秘密) is no mark."""

_NUMBERED = (
    r"(?:[-•·#◆●○]\s*)?(?:第\s*)?(?:[\[(【〔]\s*)?(?:[0-9]{1,3}(?:[-.][0-9]{1,3})*|[一二三四五六七八九十百廿卅]{1,5})"
    r"\s*(?:[\])】〕]\s*)?(?:[项条号]\s*)?[.、,:)。]?\s*"
)
_STATUS = one_of(STATUS_OF_WORD)
_PART = r"(?:^|[;。!?:])\s*"
_LED = (
    rf"(?:{_PART}(?:{_NUMBERED})?(?:(?:{_STATUS})[\s,;:。.、-]+)?"
    rf"|{_PART}{_NUMBERED}(?:{_STATUS}))"
)
"""What may stand before a mark at the head of a part: a measure's number, its status, a label."""

_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[\[(〔]\s*(?:19|20)\d{2}\s*[\])〕]\s*\d+\s*号")


@dataclass(frozen=True)
class SecrecyRules:
    """What holds a text.

    marks: words of classification (机密), held where they stand as a mark.
    phrases: held wherever they stand (内部资料), except within one of `ordinary`.
    handling: words on how to treat what is written (不得外传), held where they end a part of it and
    the sentence lays no rule down for others.
    """

    marks: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    handling: tuple[str, ...] = ()

    def held_by(self, text: str) -> str | None:
        """The mark or phrase for which the text is held; None for an ordinary text."""
        if not text:
            return None
        plain = _plain(text)
        signs = set(plain.lower())
        for word, needed, mark in self._marks:
            if needed <= signs and mark.search(plain):
                return word
        phrases = [one for one in self._phrases if one[1] <= signs]
        handling = [one for one in self._handling if one[1] <= signs]
        if not phrases and not handling:
            return None
        for ordinary in self.ordinary:
            plain = plain.replace(_plain(ordinary), " ")
        joined = re.sub(r"[ \t\u3000]+", "", plain)
        held = (words for words, _, phrase in phrases if phrase in joined)
        treated = (words for words, _, treated in handling if treated.search(plain))
        return next(chain(held, treated), None)

    def may_end_one(self, text: str) -> bool:
        """Whether a mark or a phrase may have begun at the end of the text before this one."""
        plain = _plain(text[:40]).lstrip()
        return plain.startswith(self._ends)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        words = (_plain(word) for word in (*self.marks, *self.phrases, *self.handling))
        ends = {word[cut:].lstrip() for word in words for cut in range(1, len(word))}
        return (*_STARS, *sorted(ends))

    @cached_property
    def _phrases(self) -> list[tuple[str, set[str], str]]:
        """Each with the signs without which it stands nowhere; so are the others."""
        return [(phrase, _signs_of(phrase), _plain(phrase)) for phrase in self.phrases]

    @cached_property
    def _handling(self) -> list[tuple[str, set[str], re.Pattern[str]]]:
        return [(words, _signs_of(words), _treated(words)) for words in self.handling]

    @cached_property
    def _marks(self) -> list[tuple[str, set[str], re.Pattern[str]]]:
        return [
            (word, _signs_of(word), (_latin_mark if word.isascii() else _mark)(word))
            for word in self.marks
        ]


_WHERE = frozenset({"chat", "sender_chat", "reply_to_message", "pinned_message"})
"""In whose chat a message is, and what stands there already."""

_NO_WORDS = frozenset({"type", "username", "sender_user_name", "mime_type", "language_code"})
"""Telegram's own words, and names of people; so is whatever ends in _id."""


def words_in(message: Mapping[str, object]) -> str:
    """All words of a message as Telegram gives it, a line for each place where some stand.

    Wherever that is: in what it holds, quotes, links to or is forwarded from; what Telegram thinks
    of next is looked at as well. Left out is who a person or a bot is, the chat itself, and
    what the bot has said in it, also where that is quoted.
    """
    replied = message.get("reply_to_message")
    is_to_bot = isinstance(replied, Mapping) and _is_a_bot(replied.get("from"))
    left_out = _WHERE | {"quote"} if is_to_bot else _WHERE
    return "\n".join(_words({name: part for name, part in message.items() if name not in left_out}))


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
        if (link := unquote(part)) != part:
            yield link
    elif isinstance(part, Mapping) and "is_bot" not in part:
        for name, inner in part.items():
            if name not in _NO_WORDS and not name.endswith("_id"):
                yield from _words(inner)
    elif isinstance(part, Sequence):
        for inner in part:
            yield from _words(inner)


def _is_a_bot(user: object) -> bool:
    return isinstance(user, Mapping) and bool(user.get("is_bot"))


def names_a_document(text: str) -> bool:
    """Whether a document number like 国发〔2021〕5号 stands in the text: worth a hint, no more."""
    return _DOCUMENT_NUMBER.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """Without what cannot be seen, a mark in traditional characters in simplified ones.

    Blanks and empty lines count once, so that many cost no time.
    """
    shown = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_TRADITIONAL)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"[ \t]{2,}", " ", shown))


def _signs_of(words: str) -> set[str]:
    return set("".join(_plain(words).lower().split()))


def _latin_mark(word: str) -> re.Pattern[str]:
    """The word alone, in brackets, before a colon, or in capitals at the head of a part.

    Within a sentence it is an ordinary word: trade secrets, a confidential hotline.
    """
    spaced = r"\s+".join(map(re.escape, word.split()))
    capitals = r"\s+".join(map(re.escape, word.upper().split()))
    return re.compile(
        "|".join(
            (
                rf"(?<!\w){spaced}\s*{_STAR}|{_STAR}\s*{spaced}(?!\w)",
                rf"{_OPEN}\s*{spaced}\s*{_CLOSE}",
                rf"{_LED}{spaced}\s*(?::|$)",
                rf"{_LED}(?-i:{capitals})(?![-\w])(?!\s+[A-Z]?[a-z])",
                rf"(?:this|it|the above|attached)(?: \w+)? (?:is|are) {spaced}(?=\s*(?:$|[,.;:!]))",
                rf"{_LED}{spaced} (?:document|file|paper|drawing|map|report|memo)s?\s*(?::|$)",
                rf"(?:classification|classified(?:\s+as)?)\s*:?\s*{spaced}(?!\w)",
            )
        ),
        re.MULTILINE | re.IGNORECASE,
    )


def _mark(word: str) -> re.Pattern[str]:
    """The word as a mark, also with its characters set apart (机 密)."""
    spaced = r"[ \t]*".join(map(re.escape, _plain(word)))
    before, opened, closed, sheet, told = _IN_QUOTES
    return re.compile(
        "|".join(
            (
                rf"{spaced}级?\s*{_STAR}",
                rf"{_STAR}\s*{spaced}(?![\u4e00-\u9fff])",
                rf"{_OPEN}\s*{spaced}级?(?:[\s,，:：]*{_TERM})?\s*{_CLOSE}",
                rf"密\s*级\s*(?:[:：为是]|\s)\s*{spaced}",
                rf"(?:{_LED}|[\s,，。;；:：]){spaced}\s*{_TERM}",
                rf"(?<![\u4e00-\u9fff“\"‘'《]){spaced}级?\s*(?:{_DOT}|{_OPEN})\s*{_A_YEAR}{_TERM}{_PAPERS_OF_EXAM}",
                rf"{spaced}级?\s*{_DOT}\s*启用前(?=\s*\d{{0,8}}\.[A-Za-z0-9]{{2,5}}[ \t]*$)",
                rf"^\s*{spaced}{_WITH_ALL}\s*[、,，]",
                rf"(?:{_LED}|{before}){opened}{spaced}级?{closed}(?:\s*(?:[:：,，]|$)|[^,，。;；“”\n]{{0,8}}?{sheet}{told})",
                rf"(?:本|此|该|这)[^,，。;；不未\n]{{0,6}}?按照?\s*{spaced}级?(?:{_PAPER})?(?:的?要求)?(?:管理|保管|对待|处理)",
                rf"[标印注写]有\s*{opened}?{spaced}{closed}?(?:字样|标[志识记])的?{_SHEET}\s*[:：]{_TOLD_OF}",
                rf"(?:{_APART}|^[ \t]*){spaced}级?(?={_APART}{_FILE})",
                rf"{_APART}{spaced}级?(?=\s*\d{{0,8}}\.[A-Za-z0-9]{{2,5}}[ \t]*$)",
                rf"{_LED}{spaced}\s*(?:[:：,，]|$|[ \t]+\S)",
                rf"(?:^|[\s,，。;；:：(]){spaced}级(?:{_PAPER})?{_ENDS}",
                rf"{_IS_OF}{spaced}(?:级(?:{_PAPER}|国家秘密)?|{_PAPER}|{_SHEET})?[的哦啊呢]?{_ENDS}",
                rf"{_IS_OF}(?:国家{spaced}|{spaced}级国家秘密)",
                rf"(?<!商业)(?<!国家)(?<!技术)(?<!个人)[\s,，。;；:：]{spaced}(?=\s*(?:$|[,，。;；!！]))",
                rf"{_LED}{spaced}级?{_SHEET}{_COPY}{_FILE_ENDS}",
                rf"{_LED}{spaced}级?{_SHEET}{_COPY}\s*[:：,，]{_TOLD_OF}",
                rf"{spaced}级?{_SHEET}(?:里面?|中|上|内)[^,，。;；\n]{{0,4}}?(?:写|说|载明|记[载着]|提[到出]|讲|要求|明确|规定|指出|显示)",
                rf"{_FROM}{spaced}级?{_SHEET}(?:的?(?:精神|要求|规定|内容|数据))?(?=\s*(?:$|[,，:：]))",
            )
        ),
        re.MULTILINE | re.IGNORECASE,
    )


def _treated(words: str) -> re.Pattern[str]:
    spaced = r"[ \t]*".join(map(re.escape, _plain(words)))
    return re.compile(
        rf"(?:^|[。;；!！?？\n])(?:(?!{_RULE_FOR_OTHERS})[^。;；!！?？\n])*?"
        rf"{spaced}(?=\s*(?:$|[,，。;；:：!！)）\]】]))",
        re.MULTILINE,
    )
