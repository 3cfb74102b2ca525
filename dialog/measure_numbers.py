"""How a person says which measure is meant: 18, 第18项, 第十八条, #18, alone or before words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialog.lead_ins import without_lead
from dialog.number_signs import DIGITS, NUMERAL, POINTS, plain_number, several_in_front
from dialog.words import (
    CHANGED_STEP,
    STATUS_OF_WORD,
    STATUS_SIGN,
    cleaned,
    is_number,
    is_section,
    one_of,
    opens_as_status,
    reason_of_no_progress,
    runs_on_behind_status,
    told_behind_same,
    with_boxed_status,
    with_status_apart,
    without_counts,
)
from vocabulary.report import AskedMeasure, ReportEntry, WorkingReport

_LONGEST = 12  # signs of a number
_OPENING = 10  # signs of words by which it is seen whether the number before them counts them
_LOOKED_AT = 40  # signs of a line in which its number stands, if it begins with one

_BEFORE = r"(?:第|措施|任务|序号|编号|#)\s*"

_ALONE = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<number>{DIGITS}|{NUMERAL}|[^\s#第]+?)(?:(?<=\S)(?P<after>\s*[项条号]))?"
)

_SMALL = "[一二三四五六七八九十]{1,3}"

_BEHIND_COMMA = (
    r"\s*(?!比|较|同比|环比|其中|包括|含|约|增|减|新增|占|共|合计|均|都|达|不变|没变|与上|和上|为|是|已达)"
    r"[^\W\d_A-Za-z]{2}"
)
"""23，召开座谈会 names a measure; 23，比上月增加3个 is a figure and what goes with it."""

_HEADING = re.compile(
    rf"(?:(?P<strong>{_BEFORE})?(?P<number>{DIGITS})"
    rf"|(?:第|措施|任务)\s*(?P<numeral>{NUMERAL})(?=\s*[项条]))"
    rf"(?P<end>\s*(?:项|号|条)?\s*(?={STATUS_SIGN})|\s*(?:项|号|条)(?:[、.．:：，,\s]|$)|\s*[、．。:]|\.(?!\d)|\s*[-—–]{{1,2}}\s*(?=[^\W\d_A-Za-z]{{2}})|\s*,(?={_BEHIND_COMMA})|\s+(?=\D)|$)\s*"
    rf"|[【\[〔]\s*(?P<boxed>{DIGITS})\s*[】\]〕]\s*[:、.．]?\s*"
    rf"|\(?\s*(?P<bracketed>{DIGITS})\s*(?P<bracket>\))\s*"
    rf"|(?P<spelled>{NUMERAL})\s*(?P<sign>[、.．])\s*"
)
"""What a line begins with that may be the number of a measure.

18. 18、 18： 第18项 【18】 （18） 十八、 18【滞后】
"""

_RUN_ON = re.compile(
    rf"(?P<named>第\s*)(?:(?P<number_named>{DIGITS})|(?P<numeral_named>{NUMERAL})(?=\s*项(?!是|为)))"
    r"\s*项(?!目|任务|工作|工程|措施|内容)(?=[^\W\d_])"
    rf"|(?:{_BEFORE})?(?P<number>{DIGITS})(?=[^\W\d_])"
)
"""A number with its word right behind it: 18正常推进, 第18项已开工."""

_MARK = re.compile(r"\s*[○●◐◎◇◆□■△▲☆★✓✔·*]\s*(?=\S)")
"""What stands before a line of the bot's list, and of other people's."""

_ABOUT = re.compile(
    rf"\s*(?:关于|对于|针对)\s*(?=第\s*(?:{DIGITS}|{NUMERAL})\s*[项条]\s*(?:[:：，,]|$))"
)
"""关于第18项：, and below it what is told of that."""

_BESIDES = re.compile(
    rf"\s*(?:另外|另|还有|再?补充(?:一下|一点)?|对了)\s*[:：,，]?\s*(?=(?:{_BEFORE})?{DIGITS}|第)"
)
"""另外14还组织了…: where the number behind it surely names a measure."""

_ITEM = re.compile(
    rf"\s*(?:[①-⑳⑴-⒇㈠-㈩]|[（(]?(?:\d{{1,2}}|{_SMALL})[)）]|{_SMALL}[、.．]|\d{{1,2}}[、.．](?=\s*[第措任#]))"
    r"\s*(?=[第措任#\d])"
)
"""The sign of a list before the number of a measure: ①第23项, （一）第15项, 1）15项."""

_ORGAN = r"[^\W\d_]{0,6}(?:局|委|办|中心)"
_COUNTED = (
    "[辆套次只头栋幢间份篇届类宗轮月号亩吨米元%％余几千万亿]"
    "|家(?!政|电|庭|具|居|装|园|长)|处(?!置|理|罚)|座(?!谈)|名(?!录|称|单|优|特)|所(?!有|在|属)|台(?!账)"
    "|场(?!地|馆|所|景)|期(?!间|满)|批(?!复|准)|站(?!点|址)|位(?!于)|组(?!织|建)|种(?!植|子|业)"
    "|例(?!会|如)|日(?!常|均)|周(?!边|转)|百(?!货|日)"
    "|个(?!体|人|性)|户(?!外|籍)|项(?!目)|件|条(?!件|例)|人(?!才|社|民|大|员)|部(?!门|署|分)|门(?!户)"
    f"|年(?!度|底|初)|天(?!然)|小时|分钟|秒|度|县(?!{_ORGAN})|市(?!场|政|委|直|级|{_ORGAN})"
    f"|区(?!域|级|{_ORGAN})|乡(?!村)|镇(?!级)|村(?!级)|街道|公里|公顷|公斤|平方|立方|美元|欧元|倍"
    "|多(?!措|渠|方|元|[写报填算]了)|来(?!料)"
)
"""What follows a number that is an amount or a date, though a space stands between them.

14 市财政局拨付… and 3 处置完毕 are none of them.
"""

OPENS_WORDS = rf"(?!{_COUNTED})[^\W\d_A-Za-z]"
"""What the words of a measure may begin with, as a pattern; no amount and no date does."""

_WORDS = re.compile(OPENS_WORDS)

_LIST_GOES_ON = re.compile(
    rf"(?:^|[\s;；。.，,])\s*[（(]?(?:\d{{1,2}}|{_SMALL})\s*[、.．)）](?!\d)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line begins with. is_strong: the number is a measure's by what stands beside it.

    is_listed: it is written as the points of a list are, （18） or 十八、.
    """

    number: str
    is_strong: bool
    end: str
    words: str
    is_listed: bool = False

    @property
    def opens_words(self) -> bool:
        """Whether words of the measure can follow: 18 个项目 is about eighteen projects."""
        if self.is_strong:
            return bool(self.words)
        first = unicodedata.normalize("NFKC", self.words.lstrip("【")[:_OPENING])
        if self.end.strip():
            return bool(re.match(r"[^\W\d_]", first))
        return bool(self.end) and (bool(_WORDS.match(first)) or opens_as_status(self.words))

    @property
    def is_empty(self) -> bool:
        """Whether signs alone stand where words are expected: 32：—."""
        is_signs = bool(self.words) and not any(sign.isalnum() for sign in self.words)
        return is_signs and bool(self.end.strip())


def heading(line: str) -> Heading | None:
    """The number with which the line begins, and what follows as it was written."""
    if mark := _MARK.match(line):
        line = line[mark.end() :]
    if about := _ABOUT.match(line):
        line = line[about.end() :]
    if item := _ITEM.match(line):
        behind = _heading(line[item.end() :])
        if behind is not None and (behind.is_strong or _is_beyond_points(behind)):
            return behind
    if besides := _BESIDES.match(line):
        behind = _heading(line[besides.end() :])
        if behind is not None and (behind.is_strong or (behind.end and behind.opens_words)):
            return behind
    return _heading(line)


def _is_beyond_points(found: Heading) -> bool:
    """一、14.网零额7.3亿元: no point of a list is numbered so, behind the sign of another."""
    is_set_off = bool(found.end.strip()) and not found.is_listed and found.opens_words
    return is_set_off and found.number.isdecimal() and int(found.number) > POINTS


def _heading(line: str) -> Heading | None:
    written = unicodedata.normalize("NFKC", line[:_LOOKED_AT])
    found = _HEADING.match(written)
    if found is None:
        return _run_on(line, written)
    if found["spelled"] and is_section(line):
        return None
    is_listed = bool(found["bracketed"] or found["spelled"])
    number = plain_number(
        found["number"]
        or found["numeral"]
        or found["boxed"]
        or found["bracketed"]
        or found["spelled"]
    )
    if not number or len(number) > _LONGEST or not number[0].isdecimal():
        return None
    end = found["end"] or found["bracket"] or found["sign"] or ""
    is_strong = bool(found["numeral"] or found["boxed"] or found["strong"])
    is_strong = is_strong or (not is_listed and end.strip()[:1] in {"项", "号", "条"})
    written_so = _as_written(line, written[: found.end()])
    words = with_boxed_status(written_so)
    if words != written_so or words.startswith("【"):
        end = end.strip() or ":"  # the sign sets the words off, as a colon does
    return Heading(number, is_strong, end, with_status_apart(words), is_listed)


def _run_on(line: str, written: str) -> Heading | None:
    """18正常推进：…, 18滞后, 18累计183个, 18揭牌应为3期: only before what answers by itself.

    第18项已开工 is the measure's whatever follows.
    """
    found = _RUN_ON.match(written)
    if found is None:
        return None
    number = plain_number(found["number_named"] or found["numeral_named"] or found["number"])
    behind = _as_written(line, written[: found.end()])
    words = without_lead(_OWN_STEP.sub("", behind))
    is_said = words != behind
    if words.startswith("的"):  # 第3项的工作按月调度 is a sentence of its own
        words = line.strip()
    is_said = is_said or runs_on_behind_status(words)
    words = with_status_apart(words)
    is_said = is_said or opens_as_status(words)
    is_said = is_said or reason_of_no_progress(words) is not None
    is_said = is_said or bool(told_behind_same(words))
    is_said = is_said or any(
        told.match(words)
        for told in (_ADDS, _NOT_COUNTED, _COUNTED_INSTEAD, _STATUS_SIGNED, _STEP_CHANGED)
    )
    if len(number) > _LONGEST or not (found["named"] or is_said or words.startswith("累计")):
        return None
    return Heading(number, is_strong=True, end="", words=words)


_STEP_CHANGED = re.compile(rf"{CHANGED_STEP}\s*[:：]?\s*\S")
_OWN_STEP = re.compile(rf"^的(?={_STEP_CHANGED.pattern})")
"""14下一步改成9月底完工, 14的下一步改成9月底完工."""

_ADDS = re.compile(r"补充|还(?!差|缺|剩|款)|另外|另有|另(?=[^\W\d_])|又|也|再")
"""14补充：…, 14还有：…, 14还组织了…: what a number does not count may go on with its measure."""

_NOT_COUNTED = re.compile(
    r"(?:还|尚|暂)?(?:没|未)(?!有?变)|不(?:用|归|属|会|需|必|填|报|写|做|知)|怎|如何|[这本]一?[项个]"
)
"""32没做, 32怎么填, 33不用报吧, 34这项…: what begins so is counted by no number."""

_STATUS_SIGNED = re.compile(rf"(?:{one_of(STATUS_OF_WORD)})\s*[:：]\s*\S", re.IGNORECASE)
"""59已完成：新增5户，尚有2户没有签字: a status with its sign, whatever is told behind it."""

_COUNTED_INSTEAD = re.compile(
    rf"(?!{_COUNTED}|[时点分秒楼路])[^\W\d_A-Za-z][^\d，,。；;：:\s]{{1,9}}?(?:应该?[为是]|应?更?改[为成]|更正为)"
    r"\s*[^\d\s，,。；;]{0,4}\d[\d.,]*\s*[^\W\d_]{0,4}(?=$|[\s，,。；;（(])"
)
"""14揭牌应该是3期: what is counted, and how much it should be."""


def _as_written(line: str, before: str) -> str:
    """What follows on the normalised beginning, as it was written."""
    lengths = range(min(len(line), _LOOKED_AT) + 1)
    ends = (n for n in lengths if unicodedata.normalize("NFKC", line[:n]) == before)
    return line[next(ends, len(before)) :].strip()


_POINT = r"(?:^|\D){number}\s*[、.．)）]"


def counts_in_order(number: int, words: str) -> bool:
    """Whether the words before it name the point before: 1.选址, and behind it 2.招标."""
    return re.search(_POINT.format(number=number - 1), words, re.MULTILINE) is not None


_FURTHER_POINT = r"(?:^|[\s;；。.，,])\s*[（(]?{number}\s*[、.．)）](?!\d)"


def lists_points(text: str) -> bool:
    """Whether it begins as a list that goes on counting: 1、选址；2、招标."""
    first = heading(text)
    if first is None or first.is_strong or not first.number.isdecimal():
        return False
    further = _FURTHER_POINT.format(number=int(first.number) + 1)
    return re.search(further, text, re.MULTILINE) is not None


SURE_TITLE = 4
"""Signs that a title has at least to be known by itself; shorter ones are words of any text."""


def titled(report: WorkingReport, line: str) -> Heading | None:
    """A line that begins with the full title of one measure of the report, set off from more.

    The sign of a list may stand before it, and its number behind: （一）拓展服务领域（26）。….
    """
    sign = _LIST_SIGN.match(line)
    said = line[sign.end() :] if sign else line
    if behind := _number_behind(report, said):
        return behind
    found = [
        (len(title), number)
        for number, title in _titles(report).items()
        if len(title) >= SURE_TITLE and re.match(rf"{re.escape(title)}(?:$|[\s:：，,。—-])", said)
    ]
    longest = max(found, default=(0, ""))
    if not longest[1] or [length for length, _ in found].count(longest[0]) > 1:
        return None
    return Heading(
        longest[1], is_strong=True, end="", words=said[longest[0] :].lstrip(_SET_OFF_BY).rstrip()
    )


_LIST_SIGN = re.compile(
    rf"\s*(?:[①-⑳⑴-⒇㈠-㈩]|[（(](?:\d{{1,2}}|{_SMALL})[)）]|(?:\d{{1,2}}|{_SMALL})[、.．)）])\s*"
)
_NUMBER_BEHIND = re.compile(
    rf"(?P<title>[^\W\d_](?:[^。；;:：\n（(]{{1,28}}))[（(]\s*(?P<of>第|措施|任务|序号)?\s*(?P<number>{DIGITS})\s*(?P<item>项)?"
    r"\s*[）)]\s*"
)


def behind_point(report: WorkingReport, line: str) -> Heading | None:
    """一、3.强化惠企政策：… as 3.强化惠企政策：…: a measure's number behind the sign of a list.

    It is strong where its title stands there too, or where no point within one is numbered so.
    """
    return _behind_point(_titles(report), line)


def _behind_point(titles: Mapping[str, str], line: str) -> Heading | None:
    sign = _LIST_SIGN.match(line)
    found = _heading(line[sign.end() :]) if sign else None
    title = titles.get(found.number) if found else None
    if found is None or title is None or not found.end.strip() or found.is_listed:
        return None
    has_title = behind_title(title, found.words) is not None
    is_strong = found.is_strong or has_title or _is_beyond_points(found)
    return replace(found, is_strong=is_strong) if is_strong or found.opens_words else None


def _number_behind(report: WorkingReport, said: str) -> Heading | None:
    """拓展服务领域（26）。…, 拓展服务（第26项）…: words of a title, and its number in brackets."""
    found = _NUMBER_BEHIND.match(said)
    number = unicodedata.normalize("NFKC", found["number"]) if found else ""
    title = _titles(report).get(number, "")
    if found is None or not title:
        return None
    words, is_item = found["title"].strip(), bool(found["of"] or found["item"])
    shared = words in title if is_item else title.startswith(words)
    if len(words) < SURE_TITLE or not shared:
        return None
    told = said[found.end() :].lstrip(_SET_OFF_BY).rstrip()
    return Heading(number, is_strong=True, end="", words=told)


_SET_OFF_BY = " 　。.:：，,、—-"


def behind_title(title: str, words: str) -> str | None:
    """The words behind the title, whole or cut as the bot's list cuts it; None without it."""
    title = cleaned(title).rstrip("。.")
    if title and words.startswith(title):
        return words[len(title) :].lstrip(_SET_OFF_BY).strip()
    short, cut_off, rest = words.partition("…")
    is_cut = bool(cut_off) and len(short) >= SURE_TITLE and title.startswith(short)
    return rest.lstrip(_SET_OFF_BY).strip() if is_cut else None


def without_title(title: str, words: str) -> str:
    """The words behind the measure's title, where they repeat it.

    举办促消费活动1场 begins with it, and would say nothing without: all of it stays.
    """
    behind = behind_title(title, words)
    if behind is None:
        return words
    is_run_on = bool(behind) and words[: -len(behind)][-1] not in _SET_OFF_BY
    return words if is_run_on and behind[0].isdigit() else behind


def entry_numbered(report: WorkingReport, said: str) -> ReportEntry | None:
    """The entry that a person means by a number typed alone."""
    written = _alone(said)
    found = _ALONE.fullmatch(written)
    if (by_title := titled(report, cleaned(said))) and not by_title.words:
        return report.numbered(by_title.number)
    named = report.numbered(written)
    if named is not None or found is None or (found["after"] and not found["before"]):
        return named
    number = found["number"]
    return report.numbered(number) or report.numbered(plain_number(number))


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that a text names by its measure's number, and the words behind that."""

    entry: ReportEntry
    words: str


def named_entry(report: WorkingReport, text: str) -> Named | None:
    """What a text is about that answers no question: 18, 18 累计190个; None for one without."""
    said = without_counts(cleaned(text))
    alone = entry_numbered(report, said)
    if alone is not None:
        return Named(alone, "")
    first, _, more = said.partition("\n")
    point = behind_point(report, first)
    found = point if point and point.is_strong else heading(first)
    entry = report.numbered(found.number) if found else None
    if found and entry and (found.opens_words or found.is_empty or (more and not found.words)):
        words = without_title(entry.measure.title, found.words)
        rest = [_without_further(entry, line) for line in more.split("\n")]
        return Named(entry, "\n".join(filter(None, (words, *rest))))
    off = set_off(report, said)
    entry = report.numbered(off[0]) if off else None
    if off is None or entry is None:
        return paragraph_named(report, said)
    return Named(entry, without_title(entry.measure.title, off[1]))


def _without_further(entry: ReportEntry, line: str) -> str:
    """督查1次 of 32、督查1次, below 31、召开会议2次, where one paragraph answers both."""
    found = heading(line) if entry.measure.parts else None
    is_own = found is not None and any(found.number == one.number for one in entry.measure.parts)
    return found.words if found is not None and is_own and found.opens_words else line


def paragraph_named(report: WorkingReport, said: str) -> Named | None:
    """31、32、召开会议2次, where one paragraph answers both and they count nothing."""
    found = several_in_front(said)
    if found is None or found.is_share or not _WORDS.match(found.words):
        return None
    entries = [report.numbered(number) for number in found.numbers]
    first, *others = entries
    is_one = first is not None and all(one is first for one in others)
    return Named(first, found.words.strip()) if first and is_one else None


_SAID_BEFORE = (
    r"(?:刚才|刚刚|上面|前面|那[个条]|更正|纠正|不对|[说写填报发]?错了|请|把|我要改|要改|改"
    r"|(?:please )?(?:correct|change|fix|redo) |measure )*"
)
_MEANT = re.compile(
    rf"{_SAID_BEFORE}[:：,，\s]*(?:{_BEFORE})?(?P<number>{DIGITS})\s*"
    r"(?:[项条号](?!目)|(?<=\d)\s(?=\d)|(?=(?:的数)?(?:应该?)?(?:是|为|改[成为]))"
    r"|(?<= )(?=(?:is|was) )|$)",
    re.IGNORECASE,
)


def entry_meant(report: WorkingReport, text: str) -> ReportEntry | None:
    """Which measure words tell of, though they are no answer: 27项改成6.5万亩, 64 13轮."""
    found = _MEANT.match(unicodedata.normalize("NFKC", cleaned(text)))
    return report.numbered(found["number"]) if found else None


_OPENS_ABOUT = re.compile(
    rf"(?:{_BEFORE})?(?P<number>{DIGITS})\s*[项条号](?=\s*(?:[也还又都是的这那由归我已,:、;]|$))"
)
"""26项也是我们科的, 26项已完成: a sentence about the measure; 26项改革试点 counts."""


def entry_told_of(report: WorkingReport, text: str) -> ReportEntry | None:
    """Which measure the text names at its beginning, before an answer or in a sentence."""
    named = named_entry(report, text)
    if named is not None:
        return named.entry
    found = _OPENS_ABOUT.match(unicodedata.normalize("NFKC", cleaned(text)))
    return report.numbered(found["number"]) if found else None


def behind_meant(text: str) -> str:
    """What such words tell behind the number: 是185个 of 不对，18是185个."""
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = _MEANT.match(said)
    return said[found.end() :].removeprefix("的数") if found else ""


def counts_nothing_but(measure: AskedMeasure, said: str) -> bool:
    """Whether the number of the measure is the only one in the words: 更正18 tells no figure."""
    told = re.findall(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", said))
    return told == [measure.number]


def meant_of_own(measure: AskedMeasure, said: str) -> str:
    """更正：29项放贷应为890万元 as 更正：放贷应为890万元, where it is of measure 29."""
    plain = unicodedata.normalize("NFKC", said)
    found = _MEANT.match(plain)
    if found is None or found["number"] != measure.number or measure.parts:
        return said
    lead, rest = plain[: found.start("number")], _INSIDE.sub("", plain[found.end() :])
    owned = _OWNED.search(lead)
    return f"{owned[0]}:{rest}" if owned and rest else rest or said


def entry_within(report: WorkingReport, text: str, *, but: int | None = None) -> ReportEntry | None:
    """The measure that the words or a clause within begin with: 接着小张的写：29项又放贷30万元.

    but: the entry that is asked; clauses of its own are passed over.
    """
    named = named_in_sentence(report, text)
    if named is not None and named.entry.entry_id != but:
        return named.entry
    said = unicodedata.normalize("NFKC", cleaned(text))
    if (entry := _entry_at_head(report, said, but)) is not None:
        return entry
    for found in _WITHIN.finditer(said):
        told = found["number"] or found["named"] or found["numeral"] or found["first"]
        number = plain_number(told)
        if (entry := report.numbered(number)) is not None and entry.entry_id != but:
            return entry
    return None


def _entry_at_head(report: WorkingReport, said: str, but: int | None) -> ReportEntry | None:
    """The measure whose number stands at the head of the words, or of a clause, and counts nothing.

    14的问题解决了, 27冷库封顶了，14的资金到位了, 20那两个品牌签了, 20项引进首店3家.
    At the very beginning any word may follow that is no unit of measure; within, and behind 项,
    one that points there.
    """
    for found in _HEAD.finditer(said):
        entry, rest = report.numbered(found["number"]), said[found.end() :]
        if entry is None or entry.entry_id == but or _COUNTED_AT_HEAD.match(rest):
            continue
        is_first = not found.start("number") and not found["item"]
        if is_first or _POINTS_THERE.match(rest) or fits(entry, rest):
            return entry
    return None


def named_in_sentence(report: WorkingReport, text: str) -> Named | None:
    """The measure with whose number a sentence begins, and what it says of that.

    第29项860万元不对, 29项贷款应为890万元, 26应该是滞后, 27托管面积6.2万亩, 把第26项的3次改成4次.
    """
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = _OPENED.match(said)
    entry = report.numbered(_number_opened(found)) if found else None
    month = found["month"] if found else None
    if month is not None and int(month) != report.period.month:
        return None
    if found is None or entry is None or not _is_surely_named(entry, found, said[found.end() :]):
        return None
    return Named(entry, _with_lead(found, said))


def behind_own(entry: ReportEntry, said: str) -> str:
    """What a sentence that begins with the measure's own number says; all of it for any other."""
    plain = unicodedata.normalize("NFKC", said)
    found = _OPENED.match(plain)
    if found is None or entry.measure.parts or _number_opened(found) != entry.measure.number:
        return said
    rest = plain[found.end() :]
    is_named = _is_surely_named(entry, found, rest) and not (
        _FIGURE_OTHERWISE.match(rest) and _tells_number(entry, _number_opened(found))
    )
    return (_with_lead(found, plain) or said) if is_named else said


def _tells_number(entry: ReportEntry, number: str) -> bool:
    """Whether the number stands in the words of the measure, or is one of its figures."""
    content, place = entry.content, re.compile(rf"(?<![\d.]){number}(?![\d.])")
    is_figure = any(one.value is not None and one.value == int(number) for one in content.figures)
    return is_figure or any(place.search(words) for _, words in content.words())


def behind_last(text: str) -> str:
    """What 更正：上一项对接应该是4次 says of the measure before; empty for any other words."""
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = _OF_LAST.match(said)
    is_changed = found is not None and (
        found["lead"].startswith(_OWNS_SLIP) or _OTHERWISE.search(said, found.end())
    )
    return _with_lead(found, said) if found is not None and is_changed else ""


def behind_more_of_last(text: str) -> str:
    """What 前一项再加一句，培训50人 adds to the measure before; empty for any other words."""
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = _OF_LAST.match(said)
    told = said[found.end() :] if found else ""
    words = without_lead(told)
    return words if words != told else ""


def opens_with_number(report: WorkingReport, text: str) -> ReportEntry | None:
    """The measure whose number the words begin with, unless that is an amount: 20、21其实….

    It may be meant, and may not.
    """
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = _OPENED.match(said)
    is_amount = found is None or (not found["lead"] and _COUNTS.match(said, found.end()))
    return None if found is None or is_amount else report.numbered(_number_opened(found))


def entry_hinted(report: WorkingReport, text: str) -> ReportEntry | None:
    """The only measure whose number stands in the words so that it may be meant: 另外29 消费节办了.

    It may be an amount all the same: where words wait for their measure it is named, and no more.
    """
    said = unicodedata.normalize("NFKC", cleaned(text))
    found = [
        entry
        for one in _APART.finditer(said)
        if (entry := report.numbered(plain_number(one["number"]))) is not None
        and not _COUNTED_AT_HEAD.match(one["behind"])
        and (one["apart"] is not None or fits(entry, one["behind"]))
    ]
    head, front = heading(said.partition("\n")[0]), several_in_front(said)
    if head is not None and head.end.strip(" -.") and head.words:
        found += filter(None, [report.numbered(head.number)])
    of_front = [report.numbered(number) for number in front.numbers] if front else []
    if not all(of_front):
        return None
    found += filter(None, of_front)
    return found[0] if found and all(entry is found[0] for entry in found) else None


_APART = re.compile(
    rf"(?:(?P<apart>(?:^|[\s:;。,、(#]|关于|对于?|针对|补充|另外?|还有|亮点|说一?[下说]|任务)"
    rf"(?:第\s*)?(?=\d))|(?<![\d.])(?<!\d[,年月]))"
    rf"(?P<number>(?>\d+|{NUMERAL}))(?!\s*[.,:/-]?\d)"
    r"\s*[^\w\s%％℃]?\s*(?:的|项(?!目))?(?=(?P<behind>[^\W\d_A-Za-z].{0,9}))",
    re.MULTILINE,
)


def _number_opened(found: re.Match[str]) -> str:
    return plain_number(found["named"] or found["numeral"] or found["number"])


def _with_lead(found: re.Match[str], said: str) -> str:
    """The words behind the number, and before them that something is put right."""
    words = said[found.end() :].lstrip(" ,:、")
    inside = _INSIDE.match(words)
    words = words[inside.end() :] if inside else words
    owned = _OWNED.search(found["lead"])
    return f"{owned[0]}:{words}" if owned and words else words


def _is_surely_named(entry: ReportEntry, found: re.Match[str], rest: str) -> bool:
    """Whether the number is the measure's, and counts nothing."""
    if not rest.strip():
        return False
    if found["number"] is None:
        return _OF_ORDER.match(rest) is None
    is_changed = _OTHERWISE.search(rest) is not None
    if found["item"] or found["lead"]:
        counts = _OF_ORDER if found["item"] else _COUNTS
        is_count = counts.match(rest) or _ITEMS_INSTEAD.search(rest)
        return not is_count and (is_changed or found["lead"].startswith(_OWNS_SLIP))
    if any(way.match(rest) for way in (_IS_OTHERWISE, _CHANGED_BEHIND, _OF_FIELD, _TOLD_WRONG)):
        return True
    return tells_of(entry, rest)


def tells_of(entry: ReportEntry, words: str) -> bool:
    """Whether words right behind the measure's number are of it, and the number counts none.

    They have a figure of their own, or begin with a word of the measure: 27托管面积6.2万亩.
    """
    is_told = COUNTED_BEHIND.match(words) is not None or fits(entry, words)
    return is_told and _COUNTS.match(words) is None


def fits(entry: ReportEntry, words: str) -> bool:
    """Whether they begin with a word of the measure's title or of what is told of it."""
    known = [f"{one.title}\n{one.text}" for one in entry.measure.each]
    first = re.match(r"[\u4e00-\u9fff]{2}", words)
    return first is not None and first[0] in "\n".join([*known, entry.content.text])


def tells_of_a_measure(report: WorkingReport, text: str) -> bool:
    """Whether words tell of a measure by its number, where nothing of the report is asked.

    A number alone does not, unless it can be nothing else: 第18项.
    """
    if entry_numbered(report, text) is not None:
        return is_only_a_measure(text)
    return entry_spoken_of(report, text) is not None


def entry_spoken_of(report: WorkingReport, text: str) -> ReportEntry | None:
    """Which measure words speak of by its number, however they do."""
    ways = (entry_meant, entry_told_of, entry_within)
    return next((found for way in ways if (found := way(report, text)) is not None), None)


_WITHIN = re.compile(
    rf"[:;,。\n]\s*(?:第\s*(?:(?P<named>{DIGITS})|(?P<numeral>{NUMERAL}))\s*项(?!目)"
    rf"|(?P<number>{DIGITS})项(?=[又再还也另的里应漏]))"
    rf"|^(?P<first>{DIGITS})项(?=[又再漏里])"
)
"""At the very beginning 2项还在施工 and 3项也已完工 may count."""

_HEAD = re.compile(
    rf"(?:^|[:;,。!?\n])\s*(?P<number>{DIGITS})(?P<item>项(?!目))?(?=[^\W\d_A-Za-z])"
)
"""The number with which words or a clause of them begin, its word right behind it."""

_POINTS_THERE = re.compile(r"的(?!确|士)|[那这]")
"""14的资金到位了, 20那两个品牌签了."""

_LEAD = (
    r"(?P<lead>(?:(?:(?:刚才|刚刚|上面|前面|之前)(?:的|那[个条项]?)?|刚才?(?:粘贴?|发|报|写|填|说)(?:上去|过来)?的|那[个条]|更正一?下?|纠正|订正|不对|[说写填报发]?错了"
    r"|请|麻烦|帮我|把|将|我?[要想]?(?:修?改)(?:一下)?)[:,\s]*)*)"
)
_OPENED = re.compile(
    rf"(?:(?P<month>\d{{1,2}})月份?的?\s*(?=第?\s*\d+\s*项))?{_LEAD}(?:第\s*(?:(?P<named>{DIGITS})|(?P<numeral>{NUMERAL}))\s*项"
    rf"|(?P<number>{DIGITS})(?P<item>\s*项)?)"
)
_OF_LAST = re.compile(rf"{_LEAD}[上前]一[项条个]")
"""What a sentence may begin with that is about a measure: 把第26项…, 更正：29项…, 27…."""

_OWNS_SLIP = ("更正", "纠正", "订正", "不对", "改", "修改")
_OTHERWISE = re.compile(
    r"应该?[是为]|应该(?=\s*\d)|更?改[为成]|更正|不对|错了|有误|[→⇒]|[-—=]+>|(?:漏|多|少|错|误)[填报写]|[填报写录]错"
)
_OF_ORDER = re.compile(
    r"\s*(?:目|任务|工作|工程|措施|内容|指标|政策|改革|制度|活动|服务|协议|合同|成果|技术|标准|专利|课题)"
)
"""第二项工作 and 26项改革 are no numbers of measures."""

_ITEMS_INSTEAD = re.compile(r"(?:应该?[是为]|改[为成]|→|->)\s*\d+\s*项")
_IS_OTHERWISE = re.compile(r"(?:的?(?:数|状态))?(?:应该?[是为]|改[成为]|不是)")
_FIGURE_OTHERWISE = re.compile(rf"{_IS_OTHERWISE.pattern}\s*\d")
"""18应该是185 may say of a figure that it is no 18."""

_CHANGED_BEHIND = re.compile(
    r"(?:\s*(?:[:、]|里?面?的)\s*|\s+)\d[\d.]*[^\d,。;]{0,6}?(?:应该?[是为]|改[为成]|[→⇒]|[-—=]+>)"
)
"""29：860万元→890万元, 20的2.3万应为3.2万."""

_OF_FIELD = re.compile(
    r"\s*的?(?:存在的?)?(?:问题|原因|下一步(?:措施|打算)?|措施|完成情况)(?:里面?|中|当中)?的?[^,。;:]{1,24}?(?:应该?[是为]|改[为成]|换成)"
)
"""29的问题里抵押物改成担保物."""

_TOLD_WRONG = re.compile(
    rf"\s*(?!{_COUNTED})[^\d,。;:]{{0,12}}?(?:数[量字据]?(?:[都也]?(?:没变|不变|不对|有误))"
    r"|数?(?:报|写|填|录|算|统计)(?:少|多|错|漏)了|数(?:少|多|错|漏)(?:报|写|填|录|算))"
)
"""26网点数报少了, 26的走访数不对: of 26 outlets nothing like it is said."""

_COUNTS = re.compile(
    rf"\s*(?:{_COUNTED}|[时点分秒楼路号级季岁至到和与及比或线层段代星强股片块根株棵只口成班队院厂校]"
    r"|支(?!持|付|出|撑|农|部|行)|本(?=书|手册|册|刊|证|账)|笔(?!试)|张(?=图|表|证|照|卡|床|票|网)|面(?=旗|锦|墙|镜)"
    r"|款(?!项|式)|架(?!设|构)|列(?=班|动|高|火|货)|排(?=大?棚|房|树)|道(?=菜|闸|题|防|工)|节(?=课|车)|把(?=钥|锁|伞)"
    r"|车(?=次|皮)|眼(?=机?井|泉)|档(?=节|次)|单(?=业|订|合|生)|顶(?=帐|帽)|幅(?!度|员)|袋(?!装)|[桶册枚堂箱趟粒畦垄]"
    r"|企业|社区|学校|医院|单位|支部|农户|商户|网点|网格|合作社|社员|干部|专家|学员|商家|畜禽)"
)
_COUNTED_AT_HEAD = re.compile(
    rf"{_COUNTS.pattern}|方面|周[年岁]|[克升兆毫厘尺寸桌盏艘匹副瓶罐包码步类](?!级)"
    r"|大(?=类|项|工程|行动|板块|任务|领域|举措|重点|体系|产业|专项|片区)"
    r"|对(?=夫妻|新人|选手|师徒)|里(?=[路地长外])|平(?=米|方)|摄氏|字(?!号)|套|份|双(?=鞋|手套)"
)
"""Amounts that a word right behind them may also count: 3方面工作, 14大类."""

COUNTED_BEHIND = re.compile(r"[\u4e00-\u9fff]{2,10}\s*\d[\d.]*\s*[\u4e00-\u9fff]{1,4}")
"""27托管面积6.2万亩: the words have a figure of their own, so that the first is none."""

_NAMED_AT_HEAD = re.compile(rf"第\s*(?P<number>{DIGITS}|{NUMERAL})\s*[项条](?!{_OF_ORDER.pattern})")

_OWNED = re.compile("更正|纠正|不对|[说写填报发]?错了")
_INSIDE = re.compile(r"(?:里面?|中|当中)?的(?=[^\s数])")


def is_only_a_measure(said: str) -> bool:
    """Whether the number typed alone can be no amount: 第18项, but not 18."""
    found = _ALONE.fullmatch(_alone(said))
    return found is not None and bool(found["before"])


def number_typed(said: str) -> str:
    """The number of a measure, there or not: 15, 十五项 and 第15项正常推进; empty for all else."""
    plain = _alone(said)
    for found in (_ALONE.fullmatch(plain), _NAMED_AT_HEAD.match(plain)):
        number = plain_number(found["number"]) if found else ""
        if re.fullmatch(DIGITS, number):
            return number
    return ""


def is_without_number(text: str) -> bool:
    """Whether the text cannot be for another measure: no number stands alone, or before words."""
    said = cleaned(text)
    found = heading(said.partition("\n")[0])
    is_numbered = found is not None and (
        not found.is_listed and "-" not in found.number and (not found.words or found.opens_words)
    )
    return not (is_numbered or is_number(said) or is_only_a_measure(said))


def _alone(said: str) -> str:
    return unicodedata.normalize("NFKC", said).strip(" .。、")


def without_own_number(measure: AskedMeasure, said: str) -> str:
    """The words behind the measure's own number.

    What may be an amount (24 个项目), or the first of a list, stays.
    """
    first, _, more = said.partition("\n")
    point = _behind_point({measure.number: cleaned(measure.title).rstrip("。.")}, first)
    found = point if point and point.is_strong else heading(first)
    if found is None or measure.parts or found.number != measure.number:
        return said
    rest = f"{found.words}\n{more}".strip() if found.words or found.is_strong else ""
    is_sure = found.is_strong or found.end.strip() == ":"
    if not rest or not (found.opens_words or is_sure):
        return said
    return said if _LIST_GOES_ON.search(rest) and not found.is_strong else rest


def without_number_before_figure(measure: AskedMeasure, said: str) -> str:
    """The figure behind the measure's own number: 18 190, 18：190个; else all that was said."""
    found = _before_figure(said)
    is_own = found is not None and found[0] == measure.number and not measure.parts
    return found[1] if found is not None and is_own else said


_BEFORE_FIGURE = re.compile(
    rf"(?:{_BEFORE})?(?P<number>{DIGITS})\s*(?:[项号条]\s*)?(?:[:、]\s*|\s+)"
    r"(?P<figure>\d[\d.,]*(?:\s*/\s*\d+)?\s*[百千万亿]*\s*[^\W\d_]{0,4}?%?)[.。]?\s*"
)
_SET_OFF = re.compile(
    rf"(?:[（(]\s*(?P<inside>{DIGITS})\s*[）)]|(?P<dashed>{DIGITS})\s*[-—–－]+)\s*(?=[^\W\d_A-Za-z])"
)
_TITLED = re.compile(rf"(?P<number>{DIGITS})(?=[^\W\d_])")
_OF_TITLE = 4  # characters of a measure's title by which it is known


def _before_figure(said: str) -> tuple[str, str] | None:
    found = _BEFORE_FIGURE.fullmatch(unicodedata.normalize("NFKC", said))
    return (found["number"], found["figure"]) if found else None


def set_off(report: WorkingReport, said: str) -> tuple[str, str] | None:
    """A number before a figure (18 190), set off by signs (（18）完成招标) or before its own title.

    A figure is one only of a measure that has an indicator.
    """
    found = _before_figure(said)
    entry = report.numbered(found[0]) if found else None
    if found and entry and entry.measure.indicators:
        return found
    off = _SET_OFF.match(said)
    if off and not _LIST_GOES_ON.search(said[off.end() :]):
        return unicodedata.normalize("NFKC", off["inside"] or off["dashed"]), said[off.end() :]
    titled = _TITLED.match(said)
    if titled is None:
        return None
    number, words = unicodedata.normalize("NFKC", titled["number"]), said[titled.end() :]
    title = _titles(report).get(number, "")[:_OF_TITLE]
    return (number, words) if title and words.startswith(title) else None


def _titles(report: WorkingReport) -> dict[str, str]:
    """The title of each measure of the report, by its number."""
    return {
        unicodedata.normalize("NFKC", measure.number): cleaned(measure.title).rstrip("。.")
        for entry in report.entries
        for measure in entry.measure.each
    }


def entry_on_card(report: WorkingReport, shown: str) -> ReportEntry | None:
    """The entry whose question a card of ours shows; None where it names several, or none.

    A line about the answer before has its sign in front: ● 18; the question's own has none.
    """
    named = [
        entry
        for line in shown.split("\n")
        if (found := _heading(line)) is not None
        and (entry := report.numbered(found.number)) is not None
        and behind_title(entry.measure.title, found.words) is not None
    ]
    return named[0] if len({entry.entry_id for entry in named}) == 1 else None
