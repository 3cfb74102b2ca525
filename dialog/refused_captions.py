"""What becomes of the words beside a file that was refused; pure.

There is no file that they could name: what only named it goes with it. What may be no more than its
name, or of another measure than the one that is asked, waits for a button. The rest is taken as if
it had come alone, and where it names a measure, as that one's.
"""

from dataclasses import dataclass

from dialog.caption_measures import (
    as_typed,
    measure_of_caption,
    words_named,
    words_where_asked,
)
from dialog.captions import may_be_its_name
from dialog.picture_names import names_a_paper
from dialog.placing import Question
from dialog.steps import Step
from vocabulary.report import ReportEntry, WorkingReport


@dataclass(frozen=True, slots=True)
class OfRefused:
    """The words that are left; empty where they only named the file.

    waits_for: the measure that they may be of. They wait for a button then.
    """

    words: str
    waits_for: ReportEntry | None = None


def of_refused(report: WorkingReport, asked: ReportEntry | None, caption: str) -> OfRefused:
    """asked: the measure of the open question."""
    named = measure_of_caption(report, caption)
    words = words_named(report, caption) if named is None else named.words
    if not words or names_a_paper(words):
        return OfRefused("")
    entry = asked if named is None else named.entry
    if entry is not None and may_be_its_name(words):
        return OfRefused(words, entry)
    if named is None:
        return OfRefused(caption.strip())
    if asked is not None and named.entry.entry_id == asked.entry_id:
        return OfRefused(words_where_asked(report, asked, caption))
    return OfRefused(as_typed(report, caption)) if named.is_sure else OfRefused(caption, entry)


_ANSWERED_BY_WORDS = frozenset({Step.TEXT, Step.REASON, Step.PROBLEM, Step.NEXT_STEP})


def may_answer_too(asked: Question, behind: Question) -> bool:
    """Whether words that may be no more than a name can answer the open question as well.

    behind: the question with whose answer they may go on. They settle no figure and no doubt.
    """
    is_other = asked.entry_id != behind.entry_id and asked.step is Step.STATUS
    return asked.step in _ANSWERED_BY_WORDS or is_other
