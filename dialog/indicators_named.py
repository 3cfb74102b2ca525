"""托管面积是6.5, sent while another measure is asked: whose indicator the words name; pure."""

import re
import unicodedata

from dialog.answers import added
from dialog.outcome import Accepted
from dialog.placing import Question
from dialog.steps import Step
from dialog.words import cleaned
from vocabulary.report import AskedMeasure, ReportEntry, WorkingReport

_NAME_AND_FIGURE = re.compile(
    r"(?:(?:截至|截止)?(?:目前|现在|本月|\d{1,2}月底?)[,，]?)?(?P<name>(?:\d(?=[A-Za-z])|[^\W\d_])(?:\d(?=[A-Za-z])|[^\d，,。；;\n])*?)"
    r"(?:累计|总数|总共|一共|共|已经?|目前|现在|应该?|[:：\s])*(?:[是为有:：]|达到?|完成)?\s*约?"
    r"\d[\d.,]*\s*[^\W\d_，,。；;]{0,5}%?[。.!！]?"
)
"""The whole of what is said: a name, and a number with its unit."""

_SHORTEST = 4  # characters of a name that can be no other one's

_OTHERS_OPEN = frozenset(
    {Step.STATUS, Step.TEXT, Step.REASON, Step.PROBLEM, Step.NEXT_STEP, Step.FOLLOW_UP}
)
"""Where words are asked. A figure that is asked says by itself what it does not take."""


def figure_of_another(report: WorkingReport, said: str, *, now: Question | None) -> Question | None:
    """The figure, or the words, of the one other measure whose indicator is named with a number.

    now: what is asked. None where that measure may be meant as well.
    """
    found = _NAME_AND_FIGURE.fullmatch(unicodedata.normalize("NFKC", cleaned(said)))
    if found is None or (now is not None and now.step not in _OTHERS_OPEN):
        return None
    name, now_id = found["name"].strip(), now.entry_id if now is not None else None
    if len(name) < _SHORTEST:
        return None
    whose = [
        (entry, indicator.indicator_id)
        for entry in report.entries
        for indicator in entry.measure.indicators
        if _is_short_for(name, indicator.name)
    ]
    others = [one for one in whose if one[0].entry_id != now_id]
    if len(whose) != 1 or not others or any(_tells_of(e, name) for e in _asked(report, now_id)):
        return None
    entry, indicator_id = others[0]
    answer = added(entry, Step.FIGURE, indicator_id, said)
    step = Question(entry.entry_id, Step.FIGURE, indicator_id)
    return step if isinstance(answer, Accepted) else Question(entry.entry_id, Step.TEXT)


def _asked(report: WorkingReport, entry_id: int | None) -> list[ReportEntry]:
    return [entry for entry in report.entries if entry.entry_id == entry_id]


def _is_short_for(name: str, whole: str) -> bool:
    """Whether its signs stand in the whole, in that order: 托管面积 for 农业托管服务面积."""
    signs = iter(whole)
    return all(sign in signs for sign in name) and name[:2] in whole and name[-2:] in whole


def _tells_of(entry: ReportEntry, name: str) -> bool:
    """Whether the measure's own words have it."""
    measures: list[AskedMeasure] = list(entry.measure.each)
    words = [f"{one.title}\n{one.text}" for one in measures]
    words += [said for _, said in entry.content.words()]
    return any(name in one for one in words)
