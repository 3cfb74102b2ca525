"""What an answer comes to: the entry's new content, or why nothing has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vocabulary.report import AskedMeasure, EntryContent
from vocabulary.terms import Ask

TEXT_LIMIT = 2000
"""Characters of a completion text. With the three below, one measure always fits one message."""

SHORT_LIMIT = 500
"""Characters of a problem, a next step, a reason or what has become of a problem."""

Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say beside an accepted answer: a key of the catalogue and what fills it."""

    text_key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The entry's new content, whole."""

    content: EntryContent
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing has changed; the sentence says why and what to do."""

    text_key: str
    facts: Facts = field(default_factory=dict)


def nothing_before(measure: AskedMeasure) -> Refused:
    """The month before has nothing to take over; of what comes quarterly, the quarter before."""
    is_quarterly = measure.ask is Ask.QUARTERLY
    return Refused("answer-no-last-quarter" if is_quarterly else "answer-no-last")


@dataclass(frozen=True, slots=True)
class SaysNothing(Refused):
    """Of what answers no question; its sentence names the buttons of the one that is asked."""


Answer = Accepted | Refused


def with_notes(answer: Answer, notes: tuple[Note, ...]) -> Answer:
    return answer if isinstance(answer, Refused) else replace(answer, notes=(*notes, *answer.notes))


def appended(before: str, said: str) -> str:
    """Two messages sent in a row are one text: the first was kept when it came.

    The same words sent once more are there already.
    """
    if said in (before, before.rpartition("\n")[2]):
        return before
    return f"{before}\n{said}" if before else said


def too_long(text: str, limit: int) -> Refused:
    return Refused("answer-too-long", {"length": len(text), "limit": limit})
