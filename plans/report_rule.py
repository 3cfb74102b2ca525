"""Stage 6: the sentence that says who wants reports, by when and where to."""

import re
from collections.abc import Iterable

from plans.numbering import CHINESE, any_number
from vocabulary.plan import ReportRule

_DUE = re.compile(
    rf"每(?P<every>月|季度|季|周|半年|年)[^，,。；]{{0,12}}?(?P<day>\d{{1,2}}|{CHINESE})[日号](?:之?前|内)?"
)
_FREQUENCIES = {
    "月": ("monthly", "month"),
    "季度": ("quarterly", "quarter"),
    "季": ("quarterly", "quarter"),
    "周": ("weekly", "week"),
    "半年": ("half_yearly", "half_year"),
    "年": ("yearly", "year"),
}
"""How often, and what a period is then called: previous_month, current_quarter."""
_PREVIOUS = re.compile(r"上(?:个)?(?:月|季度|季|周|半年|年)")
_WHAT_IS_SENT = "情况|总结|报告|材料|进展|台账|报表"
_SENT_TO = re.compile(
    rf"(?:报送|上报|报至|报到|报给|报(?=[^告送备请经刊表，。]))"
    rf"(?:[^，,。；;]{{0,20}}?(?:{_WHAT_IS_SENT}))?(?:至|到|给)?"
    rf"(?P<office>[^，,。；;（(\[]{{2,40}}?)(?<!{_WHAT_IS_SENT})"
    r"(?=[，,。；;（(\[]|$)(?:[（(\[](?P<location>[^）)\]]{1,40})[）)\]])?"
)
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_SENTENCE = re.compile(r"[^。\n]+")


def find_report_rule(texts: Iterable[tuple[str | None, str]]) -> ReportRule | None:
    """The first sentence that gives a day of every month or quarter for reporting.

    texts: the number of a measure, or None for prose, and its text.
    """
    for number, text in texts:
        for sentence in _SENTENCE.findall(text):
            rule = _read(sentence, number)
            if rule is not None:
                return rule
    return None


def _read(sentence: str, number: str | None) -> ReportRule | None:
    due = _DUE.search(sentence)
    day = any_number(due["day"]) if due else None
    if due is None or day is None or "报" not in sentence:
        return None
    frequency, period = _FREQUENCIES[due["every"]]
    sent = _SENT_TO.search(sentence, due.end())
    mail = _MAIL.search(sentence)
    return ReportRule(
        due_day=day,
        frequency=frequency,
        period=f"previous_{period}" if _PREVIOUS.search(sentence) else f"current_{period}",
        recipient_office=sent["office"] if sent else None,
        recipient_location=sent["location"] if sent else None,
        email=mail[0] if mail else None,
        source_measure=number,
    )
