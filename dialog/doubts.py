"""What cannot well be true, and is filed only when it is mended or explained.

A doubt is explained by a reason given for exactly what was found: another figure is doubted anew.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dialog.done_or_not import says_done, says_not_done
from dialog.follow_ups import stands_on
from dialog.totals import difference
from dialog.trouble import tells_of_trouble
from texts.wording import number
from vocabulary.progress import is_past_baseline, is_reached
from vocabulary.report import (
    BELOW,
    AskedIndicator,
    EntryContent,
    Explanation,
    Figure,
    ReportEntry,
    Supporter,
)
from vocabulary.terms import Ask, Comparator, Direction, DoubtKind, EntryStatus, Role

_LASTING = frozenset(
    {
        DoubtKind.OTHER_TOTAL,
        DoubtKind.JUMPED,
        DoubtKind.PAST_BASELINE,
        DoubtKind.DONE_BELOW,
        DoubtKind.NO_EVIDENCE,
        DoubtKind.DONE_OVER_PROBLEM,
        DoubtKind.DONE_OVER_OWN,
        DoubtKind.DONE_OVER_WORDS,
    }
)
"""What was explained last month needs no second word while it stays as it was."""

_LASTING_WITH_WORDS = frozenset({DoubtKind.WORDS_DISAGREE})
"""Likewise, while the status and all the words are those of last month, too."""

OF_DONE = frozenset(
    {
        DoubtKind.DONE_BELOW,
        DoubtKind.NO_EVIDENCE,
        DoubtKind.DONE_OVER_PROBLEM,
        DoubtKind.DONE_OVER_OWN,
        DoubtKind.DONE_OVER_WORDS,
    }
)
"""Doubts about 已完成: they come of one tap, are shown together, and one reason does for all."""

OF_WORDS = frozenset({DoubtKind.UNCHANGED, DoubtKind.WORDS_DISAGREE})
"""Doubts about the text: neither a figure nor another status puts them right."""

_LARGE_STEP = Decimal("0.25")
"""Of the target: what a total has to grow by at least for its usual step to be looked at."""

_NO_LEAP = 2
"""Times its usual step: a total that keeps its pace may well go far past its target."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What was found. of: the value that is doubted. facts: what fills the sentence."""

    kind: DoubtKind
    indicator_id: int | None = None
    of: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


def doubts(entry: ReportEntry) -> list[Doubt]:
    """Everything found in the entry, explained or not; in one line there is nothing to doubt."""
    if entry.measure.one_line:
        return []
    return [
        *_of_figures(entry),
        *_of_text_and_figure(entry),
        *_of_status(entry),
        *_of_own_problem(entry),
        *_of_others(entry),
        *_of_words(entry),
        *_of_text(entry),
    ]


def open_doubts(entry: ReportEntry) -> list[Doubt]:
    """What still has to be mended or explained."""
    return [doubt for doubt in doubts(entry) if not _is_explained(entry, doubt)]


def asked_doubts(entry: ReportEntry) -> list[Doubt]:
    """What is asked about at once: the first, and with it all that comes of the same tap."""
    found = open_doubts(entry)
    if found and found[0].kind in OF_DONE:
        return [doubt for doubt in found if doubt.kind in OF_DONE]
    return found[:1]


def explained_doubts(entry: ReportEntry) -> list[Doubt]:
    """What was asked about, where nothing is doubtful any more, and somebody has said why."""
    if open_doubts(entry):
        return []
    given = entry.content.explanations
    found = [doubt for doubt in doubts(entry) if any(_is_about(one, doubt) for one in given)]
    if found and found[0].kind in OF_DONE:
        return [doubt for doubt in found if doubt.kind in OF_DONE]
    return found[:1]


def doubted_indicator(entry: ReportEntry) -> AskedIndicator | None:
    """Whose figure is asked about; None where that is something else, or nothing."""
    found = open_doubts(entry)[:1]
    doubted = {doubt.indicator_id for doubt in found}
    return next((i for i in entry.measure.indicators if i.indicator_id in doubted), None)


def explained(entry: ReportEntry, doubt: Doubt, reason: str) -> EntryContent:
    """The content with the reason for the doubt; what is doubted no more loses its reason."""
    found = {(one.kind, one.indicator_id, one.of) for one in doubts(entry)}
    kept = [
        one
        for one in entry.content.explanations
        if (one.kind, one.indicator_id, one.of) in found and not _is_about(one, doubt)
    ]
    new = Explanation(doubt.kind, reason, doubt.indicator_id, doubt.of)
    return _with(entry.content, (*kept, new))


def all_explained(
    entry: ReportEntry, reason: str, *, found: Sequence[Doubt] | None = None
) -> EntryContent:
    """The content with one reason for all of `found`; for everything doubtful if left out."""
    for doubt in open_doubts(entry) if found is None else found:
        entry = replace(entry, content=explained(entry, doubt, reason))
    return entry.content


def explanations_that_hold(entry: ReportEntry) -> tuple[Explanation, ...]:
    """The reasons for what is still found, those of last month that last among them."""
    given = (*entry.content.explanations, *_of_last_month(entry))
    return tuple(
        next(one for one in given if _is_about(one, doubt))
        for doubt in doubts(entry)
        if any(_is_about(one, doubt) for one in given)
    )


def _is_explained(entry: ReportEntry, doubt: Doubt) -> bool:
    given = (*entry.content.explanations, *_of_last_month(entry))
    return any(_is_about(one, doubt) for one in given)


def _of_last_month(entry: ReportEntry) -> list[Explanation]:
    last, now = entry.last, entry.content
    if last is None:
        return []
    stays = (last.status, last.text) == (now.status, now.text)
    lasting = _LASTING | _LASTING_WITH_WORDS if stays else _LASTING
    return [one for one in last.explanations if one.kind in lasting]


def _is_about(explanation: Explanation, doubt: Doubt) -> bool:
    return (explanation.kind, explanation.indicator_id, explanation.of) == (
        doubt.kind,
        doubt.indicator_id,
        doubt.of,
    )


def _with(content: EntryContent, explanations: tuple[Explanation, ...]) -> EntryContent:
    return replace(content, explanations=explanations)


def _of_text_and_figure(entry: ReportEntry) -> Iterator[Doubt]:
    """The text tells another total than the figure beside it."""
    found = difference(entry)
    if found is None:
        return
    unit = found.indicator.unit_of_measure
    told, figure = (
        "none" if one.value is None else f"{number(one.value)}{unit}"
        for one in (found.told, found.figure)
    )
    facts = {"name": found.indicator.name, "told": told, "figure": figure}
    of = f"{told}/{figure}"
    yield Doubt(DoubtKind.OTHER_TOTAL, found.indicator.indicator_id, of, facts)


def _of_figures(entry: ReportEntry) -> Iterator[Doubt]:
    for indicator in entry.measure.indicators:
        now = entry.content.figure(indicator.indicator_id)
        before = entry.last.figure(indicator.indicator_id) if entry.last else None
        known = entry.known_before(indicator.indicator_id)
        if now is None or now.value is None:
            continue
        if is_past_baseline(indicator, now.value):
            yield _doubt(DoubtKind.PAST_BASELINE, indicator, now, before)
        elif known is not None and _fell(indicator, now, known.figure):
            yield _since(entry.when(known), _doubt(DoubtKind.FELL, indicator, now, known.figure))
        elif _jumped(entry, indicator, now, before):
            yield _doubt(DoubtKind.JUMPED, indicator, now, before)


def _fell(indicator: AskedIndicator, now: Figure, before: Figure) -> bool:
    if before.value is None or now.value is None:
        return False
    grows = indicator.cumulative and indicator.direction is Direction.UP
    return grows and now.value < before.value


def _since(when: str, fell: Doubt) -> Doubt:
    """The doubt with when the total was higher; a word on that covers no other month."""
    of = fell.of if when == Ask.MONTHLY else f"{fell.of}{BELOW}{when}"
    return replace(fell, of=of, facts={**fell.facts, "when": when})


def _jumped(
    entry: ReportEntry, indicator: AskedIndicator, now: Figure, before: Figure | None
) -> bool:
    if now.value is None:
        return False
    limits = entry.limits
    if before is not None and before.value and now.value > limits.over_last * before.value > 0:
        return True
    grows = indicator.direction is Direction.UP and indicator.comparator != Comparator.AT_MOST
    if not grows:
        return False
    is_far = now.value > limits.over_target * indicator.target > 0
    return is_far or _leapt(entry, indicator, now.value)


def _leapt(entry: ReportEntry, indicator: AskedIndicator, value: Decimal) -> bool:
    """Whether a total grew in one period by more than its target, far past it, or unusually."""
    before, long_before = (
        figure.value if said and (figure := said.figure(indicator.indicator_id)) else None
        for said in (entry.last, entry.before_last)
    )
    if not indicator.cumulative or before is None:
        return False
    limits, target, step = entry.limits, indicator.target, value - before
    usual = before - long_before if long_before is not None else Decimal(0)
    if step > limits.over_step * usual > 0 and step >= target * _LARGE_STEP:
        return True
    if target <= 0:
        return False
    past = value - max(before, target)
    is_leap = step > _NO_LEAP * usual
    return step > limits.step_of_target * target or (past > limits.past_target * target and is_leap)


def _of_status(entry: ReportEntry) -> Iterator[Doubt]:
    if entry.content.status is not EntryStatus.DONE:
        return
    for indicator in entry.measure.indicators:
        figure = entry.content.figure(indicator.indicator_id)
        if figure is not None and is_reached(indicator, figure.value) is False:
            yield _doubt(DoubtKind.DONE_BELOW, indicator, figure, None)
    no_evidence = Doubt(DoubtKind.NO_EVIDENCE)
    was_done = entry.last is not None and entry.last.status is EntryStatus.DONE
    was_told = was_done and any(_is_about(one, no_evidence) for one in _of_last_month(entry))
    if entry.limits.done_needs_evidence and not entry.evidence and (was_told or not was_done):
        yield no_evidence


def _of_own_problem(entry: ReportEntry) -> Iterator[Doubt]:
    """已完成, while the unit says of a problem of its own that it stands."""
    problem, content = entry.measure.open_problem, entry.content
    if content.status is not EntryStatus.DONE:
        return
    if problem is not None and stands_on(entry.measure, content):
        facts = {"problem": problem.words}
        yield Doubt(DoubtKind.DONE_OVER_OWN, None, str(problem.problem_id), facts)
    elif content.problem and content.problem_stands:
        of, facts = _mark(content.problem), {"problem": content.problem}
        yield Doubt(DoubtKind.DONE_OVER_OWN, None, of, facts)


def _of_others(entry: ReportEntry) -> Iterator[Doubt]:
    """The lead says 已完成 while a unit that works with it names a problem."""
    if entry.content.status is not EntryStatus.DONE:
        return
    hindered = [(one, trouble(one)) for one in entry.supporters if trouble(one)]
    if hindered:
        units = "、".join(one.unit for one, _ in hindered)
        first, problem = hindered[0]
        since = first.hindered_since
        facts = {"units": units, "unit": first.unit, "problem": problem}
        facts["since"] = str(since or "none")
        of = "、".join(named_trouble(one) for one, _ in hindered)
        yield Doubt(DoubtKind.DONE_OVER_PROBLEM, None, of, facts)


def named_trouble(one: Supporter) -> str:
    """The unit with a mark of what its problem says: a word on one problem covers no other."""
    return f"{one.unit}{_mark(trouble(one))}"


def _mark(problem: str) -> str:
    """Of what a problem says, however it is spaced."""
    said = "".join(problem.split())
    return f"#{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def trouble(one: Supporter) -> str:
    """Its problem; of who only cooperates the line that tells of one."""
    if one.open_problem or one.role is not Role.COOPERATING:
        return one.open_problem
    return one.words if tells_of_trouble(one.words) else ""


def _of_words(entry: ReportEntry) -> Iterator[Doubt]:
    """已完成 while the words say otherwise, or words that say both.

    Where there was no progress and it was not done before, the reason may say that it is.
    """
    content, was_done = entry.content, entry.last and entry.last.status is EntryStatus.DONE
    text = "" if content.no_progress else content.text
    not_done, done = says_not_done(text), says_done(text)
    if content.status is not EntryStatus.DONE:
        if not_done and done:
            facts = {"done": done, "not_done": not_done}
            yield Doubt(DoubtKind.WORDS_DISAGREE, None, f"{done}/{not_done}", facts)
    elif not_done:
        yield Doubt(DoubtKind.DONE_OVER_WORDS, None, not_done, {"words": not_done})
    elif (
        content.no_progress and not was_done and not _TELLS_DONE.search(content.no_progress_reason)
    ):
        yield Doubt(DoubtKind.DONE_OVER_WORDS, None, "none", {"words": "none"})


_TELLS_DONE = re.compile(r"完成|办结|完工|竣工|交付|建成|done|complete|finished", re.IGNORECASE)


def _of_text(entry: ReportEntry) -> Iterator[Doubt]:
    content, last, before_last = entry.content, entry.last, entry.before_last
    if not content.text or content.no_progress or last is None or before_last is None:
        return
    stays_done = content.status is EntryStatus.DONE and last.status is EntryStatus.DONE
    if not stays_done and content.text == last.text == before_last.text:
        yield Doubt(DoubtKind.UNCHANGED)


def _doubt(kind: DoubtKind, indicator: AskedIndicator, now: Figure, before: Figure | None) -> Doubt:
    unit = indicator.unit_of_measure
    value_before = before.value if before else None
    facts = {
        "name": indicator.name,
        "now": f"{number(now.value)}{unit}" if now.value is not None else "",
        "before": "none" if value_before is None else f"{number(value_before)}{unit}",
        "target": f"{number(indicator.target)}{unit}",
        "baseline": "none" if indicator.baseline is None else f"{number(indicator.baseline)}{unit}",
    }
    of = number(now.value) if now.value is not None else ""
    return Doubt(kind, indicator.indicator_id, of, facts)
