"""A lack that was told beside a figure: it stands in the text, or is the problem of its measure."""

from dataclasses import replace

from dialog.collisions import own_part
from dialog.completion import keep_text
from dialog.edits import Given
from dialog.headings import by_headings
from dialog.outcome import Accepted, Answer, Note, Refused, appended
from dialog.trouble import tells_of_lack
from dialog.words import Labelled
from vocabulary.report import EntryContent, ReportEntry

OTHER = {"text": "problem", "problem": "text"}
"""By the field where such words stand, the one where they may belong."""


def lack_stands_in(answer: Accepted) -> str | None:
    """The field into which words beside a figure were put that tell of a lack; None without any."""
    for one in answer.notes:
        where = str(one.facts.get("where", ""))
        if one.text_key == "answer-words-beside" and where in OTHER:
            return where if tells_of_lack(str(one.facts["said"])) else None
    return None


def lack_moved(entry: ReportEntry, given: Given) -> Answer | None:
    """The words that the message told beside its figure, in the other field; None if changed since.

    As the problem of a measure that is well they are filed, and the next step is asked.
    """
    for where, other in OTHER.items():
        words = own_part(given.before, given.after, where)
        if not words:
            continue
        left = _without(entry.content, where, words)
        if left is None:
            return None
        answer = _put(replace(entry, content=left), other, words)
        if isinstance(answer, Refused):
            return answer
        return Accepted(answer.content, (Note("answer-lack-moved", {"where": other}),))
    return None


def _without(content: EntryContent, where: str, words: str) -> EntryContent | None:
    now = f"\n{getattr(content, where)}\n"
    if f"\n{words}\n" not in now:
        return None
    left = now.replace(f"\n{words}\n", "\n", 1).strip("\n")
    return replace(content, text=left) if where == "text" else replace(content, problem=left)


def _put(entry: ReportEntry, where: str, words: str) -> Answer:
    if where == "text":
        return keep_text(entry, appended(entry.content.text, words))
    return by_headings(entry, Labelled("", words, ""), words, keep_text)
