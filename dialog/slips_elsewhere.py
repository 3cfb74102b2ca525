"""A slip that is owned while another measure is asked: of which one it is told."""

import re
from dataclasses import dataclass

from dialog.answers import puts_right
from dialog.placing import Question
from dialog.righted_words import says_only_slip, slip_chosen, slip_righted
from dialog.steps import Step
from dialog.words import cleaned
from vocabulary.report import ReportEntry, WorkingReport

_TAKES_FIGURE = frozenset({Step.FIGURE, Step.EXPLAIN})

_SHORT = frozenset({Step.PROBLEM, Step.NEXT_STEP})
"""What is nothing but a slip is refused there where it is found nowhere: `slip_at`."""

_TELLS_CHANGE = re.compile(r"[^\d]{0,10}?(?:原|计划|目标|拟|已|从|由)")
"""原计划培训3期改为4期 tells what went on, and may be an answer."""


@dataclass(frozen=True, slots=True)
class Slip:
    """entry: whose words it puts right; None where it is not known which."""

    entry: ReportEntry | None


def slip_of_another(
    report: WorkingReport, said: str, *, now: Question | None, before: Question | None
) -> Slip | None:
    """Whose slip the words own, which puts nothing right in what is asked; None for an answer.

    before: what was asked before. The measure that was answered last is looked at first, and
    农户是3300户 is about what that tells of 农户; then any other one that is the only one to fit.
    """
    if now is None or now.step in _TAKES_FIGURE:
        return None
    asked = report.entry(now.entry_id)
    if puts_right(asked, now.step, said) or slip_chosen(asked, said) is not None:
        return None
    others = [one for one in report.entries if one is not asked]
    if whose := _whose(others, said, before):
        return Slip(whose)
    is_slip = says_only_slip(said) and now.step not in _SHORT
    if not is_slip or _TELLS_CHANGE.match(cleaned(said)):
        return None
    return Slip(_answered_last(others, before))


def whose_slip(report: WorkingReport, said: str) -> ReportEntry | None:
    """In whose words alone a slip stands that is told to no question."""
    return _whose(list(report.entries), said, None)


def _whose(others: list[ReportEntry], said: str, before: Question | None) -> ReportEntry | None:
    last = _answered_last(others, before)
    if last is not None and slip_chosen(last, said) is not None:
        return last
    fitting = [one for one in others if slip_righted(one, said) is not None]
    return fitting[0] if len(fitting) == 1 else None


def _answered_last(others: list[ReportEntry], before: Question | None) -> ReportEntry | None:
    """Of the measures that are not asked."""
    found = [one for one in others if before and one.entry_id == before.entry_id]
    times = [(one.answered_at, one) for one in others if one.answered_at is not None]
    newest = max(times, key=lambda pair: pair[0], default=None)
    return found[0] if found else (newest[1] if newest else None)
