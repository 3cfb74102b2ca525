"""How a problem lives: what an event makes of it, and which measure of a new edition it is at."""

import re
from collections.abc import Mapping, Sequence

from vocabulary.terms import ProblemEvent, ProblemState

_RESOLVES = frozenset({ProblemEvent.RESOLVED, ProblemEvent.WITHDRAWN})

_CAUSE = re.compile(
    r"(?:主要)?原因(?:是|为|在于|[:：])\s*[:：]?\s*(?P<cause>[^\n]+)"
    r"|cause(?: is)?:\s*(?P<why>[^\n]+)",
    re.IGNORECASE,
)

Named = tuple[str, str]
"""A measure's number and title."""


def state_after(state: ProblemState, event: ProblemEvent) -> ProblemState:
    """Closed is closed until the office reopens it, whatever a unit files afterwards."""
    if event is ProblemEvent.CLOSED:
        return ProblemState.CLOSED
    if event is ProblemEvent.REOPENED:
        return ProblemState.OPEN
    if state is ProblemState.CLOSED:
        return state
    if event in _RESOLVES:
        return ProblemState.RESOLVED
    if event is ProblemEvent.HANDLING:
        return ProblemState.HANDLING
    says_it_stands = event in {ProblemEvent.RAISED, ProblemEvent.UNCHANGED}
    return ProblemState.OPEN if says_it_stands and state is ProblemState.RESOLVED else state


def cause_in(words: str) -> str:
    """The cause as the words name it (原因是……); empty where they name none by that word."""
    found = _CAUSE.search(words)
    return (found["cause"] or found["why"]).strip() if found else ""


def placed(problems: Mapping[int, Named], measures: Sequence[Named]) -> dict[int, int]:
    """Where in `measures` each problem belongs, by its id; left out where it belongs nowhere.

    A measure keeps its title when it is renumbered, and its number when it is retitled; where
    another measure has taken the number, the title decides. Each measure takes one problem, the
    one named first.
    """
    found: dict[int, int] = {}
    for is_same in (_is_unchanged, _is_renumbered, _is_retitled):
        for problem_id, named in problems.items():
            if problem_id in found:
                continue
            taken = set(found.values())
            fitting = [i for i, one in enumerate(measures) if is_same(named, one, measures)]
            free = [i for i in fitting if i not in taken]
            if free:
                found[problem_id] = free[0]
    return found


def _is_unchanged(named: Named, measure: Named, _measures: Sequence[Named]) -> bool:
    return named == measure


def _is_renumbered(named: Named, measure: Named, measures: Sequence[Named]) -> bool:
    same_title = [title for _, title in measures if title == named[1]]
    return bool(named[1]) and measure[1] == named[1] and len(same_title) == 1


def _is_retitled(named: Named, measure: Named, measures: Sequence[Named]) -> bool:
    is_elsewhere = bool(named[1]) and any(title == named[1] for _, title in measures)
    return measure[0] == named[0] and not is_elsewhere
