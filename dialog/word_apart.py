"""Reading a Word document that came back in a process of its own: it is a stranger's file.

    python -m dialog.word_apart NAME < FILE

writes what stands in it, or why that could not be read, as JSON.
"""

from pydantic import TypeAdapter

from dialog.word_paper import DraftUnreadable, WordPaper, read_paper
from reports.own_process import Limits, OneApart, TookTooMuch, answer, within

_LIMITS = Limits(
    memory_bytes=768 << 20,  # the largest text that is taken needs a third of it
    processor_seconds=30,
)
_PAPER = TypeAdapter(WordPaper)
_FACTS = TypeAdapter(dict[str, str | int])


class WordReader:
    """Reads one file at a time; see `OneApart`."""

    def __init__(self, *, most_seconds: float = 60.0) -> None:
        self._apart = OneApart("dialog.word_apart", most_seconds=most_seconds)

    async def read(self, data: bytes, name: str) -> WordPaper:
        """Raises DraftUnreadable, also where it takes too much."""
        told = await self._apart.answer_of(name, data)
        if told is None:
            raise _too_heavy(name)
        if "error" in told:
            raise DraftUnreadable(**_FACTS.validate_python(told["error"]))
        return _PAPER.validate_python(told["paper"])


def _too_heavy(name: str) -> DraftUnreadable:
    return DraftUnreadable(name=name, reason="large")


def _told(data: bytes, name: str) -> dict[str, object]:
    try:
        with within(_LIMITS):
            return {"paper": _PAPER.dump_python(read_paper(data, name=name), mode="json")}
    except TookTooMuch:
        return {"error": _too_heavy(name).facts}
    except DraftUnreadable as error:
        return {"error": error.facts}


if __name__ == "__main__":
    answer(_told, _LIMITS)
