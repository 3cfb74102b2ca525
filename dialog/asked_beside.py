"""Words that come where /phone, /away or /extend asks: of the report, or that nothing is wanted.

The latter also where a highlight is asked.
What answers the question is read where that is asked; this is about what does not.
"""

import re

from dialog.answers import typed
from dialog.asides import NO_HIGHLIGHT, Aside, aside
from dialog.measure_numbers import tells_of_a_measure
from dialog.no_answers import wish_of_one
from dialog.outcome import Accepted
from dialog.placing import Question
from dialog.reasons import gives_reason, tells_of_measures
from dialog.the_rest import said_of_the_rest
from dialog.words import as_word, cleaned, is_known_word, means_nothing
from vocabulary.report import WorkingReport

_OF_WHAT = (
    r"(?:我们?的?|本人的?|这个|电话|手机|联系方式|号码?|日期|时间|假|还是|先|暂时?"
    r"|现在|都|就|也|的)*"
)
_WANTED = "延期?|延后|推迟|申请|登记|改|换|变更?|更[换新]|填|出差|请假?|休假|休息|休|去|走"
_NOT_WANTED = re.compile(
    rf"{_OF_WHAT}(?:(?:不|没有?|未)(?:用|必|要|需要?|想|打算)*(?:{_WANTED})+|不用|不要|不必|不需要)"
    r"(?:动|化|它|的|了|啦|啊|吧|呢)*"
    rf"|{_OF_WHAT}(?:原来|之前|以前|上次|老)的?那?个?(?:号码?|电话|那个|没错|不变)+"
    rf"|{NO_HIGHLIGHT}|不记了?|不要记了?"
    r"|(?:no,? )?(?:not needed|no need|no thanks?|no thank you|unchanged|(?:the )?same number)"
    r"|my number (?:has not|hasn't|did not|didn't) changed?"
    r"|i (?:do not|don't) need (?:it|more time)(?: any ?more)?|i(?: am|'m) not (?:away|going)",
)
"""不延了, 不用了, 我号码没变, 还是原来的号, 取消亮点: nothing is asked for, and nothing changes."""

_OF_REPORT = frozenset(
    {Aside.NOT_OURS, Aside.CANNOT, Aside.CHANGE, Aside.HAND_IN, Aside.OF_MANY, Aside.MARK}
)
"""What is said to whoever asks for the report."""


_DONE = re.compile(
    r"完成|建成|办结|竣工|开工|投用|验收|招标|印发|签约|签订|新[增建开]|开通|累计|落地|入库|安装|改造|整治"
    r"|\b(?:done|completed|finished|built|signed|opened|installed)\b",
    re.IGNORECASE,
)
_KEPT_BUSY = re.compile(
    r"召开|举办|开展|组织|培训|走访|对接|巡检|推进|检查|\b(?:held|trained|visited)\b", re.IGNORECASE
)
"""What a report tells with its amount, and what without one may only keep somebody away."""

_COUNTED = re.compile(
    r"\d[\d.,]*\s*[万亿]?(?:[^\W\d]|[%％])(?<![天日月号周点时年期])|\b(?!days?\b)\w+ed\b[^\n]*\d",
    re.IGNORECASE,
)
"""183个, 6.5万亩: an amount of something that is no time."""

_NOT_YET = re.compile(
    r"没|未|尚|还(?:在|需|要|得)|来不及|[等待需要]|因|难|无法|忙|才能|不[能了够到]|[我您你]|出差|请假|休假"
    r"|\b(?:not|no|wait\w*|need\w*|because|i|yet)\b",
    re.IGNORECASE,
)
"""Why something is late, or where somebody is: what was done may be told beside it."""

_OF_ASKED = re.compile(
    r"[我您你咱]|[今明后昨当哪几]天|\d\s*[天日号点]|[周月](?:[一二三四五六日天底末初]|中旬)|星期|礼拜|[上下]周"
    r"|时候|回[来头]|再[说定看]|[没未]定|确定|看情况|电话|手机|号码|座机|微信|联系|办公室|日期|出差|请假|休假"
    r"|\b(?:days?|week\w*|i|my|phone|number|call|today|tomorrow|know|sure)\b|[吗呢吧?？]",
    re.IGNORECASE,
)
"""Of days, or of how somebody is reached."""

_SHORTEST_STATEMENT = 6


def tells_what_was_done(text: str) -> bool:
    """累计183个，扩容完成招标。: of no measure by name, but of nothing else than a report."""
    said = cleaned(text)
    is_told = _DONE.search(said) or (_KEPT_BUSY.search(said) and _COUNTED.search(said))
    if not is_told or len(said) < _SHORTEST_STATEMENT:
        return False
    return not _NOT_YET.search(said) and not gives_reason(said) and aside(said) is None


def counts_what_was_done(text: str) -> bool:
    """The same with an amount of it, which a reason for more time does not tell."""
    return tells_what_was_done(text) and _COUNTED.search(cleaned(text)) is not None


def may_answer(report: WorkingReport, waits: Question, text: str) -> bool:
    """Whether words that tell of no day and no number may answer the question that waits.

    That is not sure: 要看领导安排 may be said of either.
    """
    said = cleaned(text)
    if len(said) < _SHORTEST_STATEMENT or _OF_ASKED.search(said) or aside(said) is not None:
        return False
    entry = report.entry(waits.entry_id)
    return isinstance(typed(entry, waits.step, waits.indicator_id, text), Accepted)


_PUTS_RIGHT = re.compile(
    r"(?:(?:不对|不是|[写发打填说弄]?错了?|更正|应该?[是为]?|[改换][成为到]?|延[到至]|还?是"
    r"|sorry|no|i mean|(?:change|make) it(?: to)?|it is|it's)[,，:：、.\s]*)+",
    re.IGNORECASE,
)


def put_right(text: str) -> str:
    """What 不对 是8022002 and 改成8月10日 tell instead; empty where no such words begin it."""
    said = cleaned(text)
    begun = _PUTS_RIGHT.match(said)
    return said[begun.end() :] if begun else ""


def wants_nothing(said: str) -> bool:
    """Whether the words end what is asked beside the report, and change nothing."""
    clauses = filter(None, (clause.strip() for clause in re.split(r"[，,。;；]", as_word(said))))
    found = [_NOT_WANTED.fullmatch(clause) for clause in clauses]
    return bool(found) and all(found)


def is_of_report(report: WorkingReport, text: str) -> bool:
    """Whether words tell of a measure by its number, or of many, or are a wish about them."""
    if tells_of_a_measure(report, text) or aside(text) in _OF_REPORT:
        return True
    is_answer = is_known_word(text) and not means_nothing(text)
    return is_answer or said_of_the_rest(text) is not None or tells_what_was_done(text)


def is_of_report_beside_reason(report: WorkingReport, text: str) -> bool:
    """The same where a reason is asked: that may name a measure itself, 第14项数字还没出来."""
    is_told = tells_of_measures(report, text) or counts_what_was_done(text)
    return wish_of_one(report, text) is not None or is_told


def is_of_report_beside_day(report: WorkingReport, text: str) -> bool:
    """The same where a day is asked, which the words do not tell: 32没做, but no reason."""
    return is_of_report_beside_reason(report, text) or (
        is_of_report(report, text) and not gives_reason(text)
    )
