"""Words that come where /phone, /away or /extend asks: of the report, or that nothing is wanted.

The latter also where a highlight is asked.
What answers the question is read where that is asked; this is about what does not.
"""

import re

from dialog.asides import NO_HIGHLIGHT, Aside, aside
from dialog.measure_numbers import tells_of_a_measure
from dialog.no_answers import wish_of_one
from dialog.reasons import gives_reason, tells_of_measures
from dialog.the_rest import said_of_the_rest
from dialog.words import as_word, is_known_word, means_nothing
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
    return is_answer or said_of_the_rest(text) is not None


def is_of_report_beside_reason(report: WorkingReport, text: str) -> bool:
    """The same where a reason is asked: that may name a measure itself, 第14项数字还没出来."""
    return wish_of_one(report, text) is not None or tells_of_measures(report, text)


def is_of_report_beside_day(report: WorkingReport, text: str) -> bool:
    """The same where a day is asked, which the words do not tell: 32没做, but no reason."""
    return is_of_report_beside_reason(report, text) or (
        is_of_report(report, text) and not gives_reason(text)
    )
