"""What tells of another measure while one is asked only because it came next; pure."""

import re
from collections.abc import Sequence

from dialog.measure_numbers import Named, named_entry
from dialog.pasting import Part
from dialog.placing import Question
from dialog.steps import Step, is_begun
from dialog.words import STATUS_OF_WORD, one_of
from vocabulary.report import WorkingReport

_STATUS_SET_OFF = re.compile(rf"(?:{one_of(STATUS_OF_WORD)})\s*(?:[:：,，。;；]|$)", re.IGNORECASE)


def told_beside_untouched(
    report: WorkingReport, parts: Sequence[Part], now: Question | None, text: str
) -> Named | None:
    """20 正常推进：…, where the status of a measure is asked of which nothing is said yet.

    It goes to its own, as it would from the list, while nothing stands there. None where it is
    to be confirmed where the words go.
    """
    asked = report.entry(now.entry_id) if now is not None and report.has(now.entry_id) else None
    if now is None or asked is None or now.step is not Step.STATUS or is_begun(asked):
        return None
    named = named_entry(report, text)
    is_one = len(parts) == 1 and parts[0].row is None and not parts[0].is_of_rest
    if named is None or not is_one or named.entry is asked or is_begun(named.entry):
        return None
    return named if _STATUS_SET_OFF.match(named.words) else None
