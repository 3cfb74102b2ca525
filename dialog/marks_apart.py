"""Looking for a mark of secrecy in a file of evidence, in a process of its own: it is a stranger's.

    python -m dialog.marks_apart ASKED < FILE

writes the mark, or null, as JSON; ASKED is the name of the file and the list of marks. No word of
the file leaves that process.
"""

import json
import logging
from dataclasses import asdict, dataclass

from dialog.file_words import may_have_words, words_of_file
from dialog.secrecy import SecrecyRules
from reports.own_process import Limits, OneApart, ReadingBroke, answer, within

logger = logging.getLogger(__name__)

_LIMITS = Limits(
    memory_bytes=768 << 20,  # a sheet of a million cells takes half of it
    processor_seconds=30,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the process is told beside the file."""

    name: str
    rules: SecrecyRules

    def packed(self) -> str:
        return json.dumps({"name": self.name, "rules": asdict(self.rules)})

    @classmethod
    def unpacked(cls, told: str) -> "_Asked":
        found = json.loads(told)
        rules = {name: tuple(words) for name, words in found["rules"].items()}
        return cls(found["name"], SecrecyRules(**rules))


class MarkFinder:
    """Looks through one file at a time; see `OneApart`."""

    def __init__(self, rules: SecrecyRules, *, most_seconds: float = 60.0) -> None:
        self._rules = rules
        self._apart = OneApart("dialog.marks_apart", most_seconds=most_seconds)

    async def mark_in(self, data: bytes, name: str) -> str | None:
        """The mark that the file bears; None also for one that cannot be read, or takes too much.

        Whether such a one is kept is not decided here.
        """
        if not may_have_words(data, name=name):
            return None
        try:
            told = await self._apart.answer_of(_Asked(name, self._rules).packed(), data)
        except ReadingBroke as broke:
            logger.error("marks-not-looked-for", extra={"reason": broke.where})
            return None
        if told is None:
            logger.warning("marks-not-looked-for", extra={"reason": "too-much"})
            return None
        mark = told["mark"]
        return mark if isinstance(mark, str) else None


def _told(data: bytes, asked: str) -> dict[str, object]:
    with within(_LIMITS):
        told = _Asked.unpacked(asked)
        words = words_of_file(data, name=told.name)
        return {"mark": next(filter(None, map(told.rules.held_by, words)), None)}


if __name__ == "__main__":
    answer(_told, _LIMITS)
