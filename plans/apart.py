"""Reading within limits, so that no file holds up or brings down the rest.

    python -m plans.apart NAME < FILE

writes what was understood, or why it was not, as JSON. A process that has nothing else to do, as a
command, reads within the same limits by itself.
"""

from collections.abc import Callable, Iterator

from pydantic import TypeAdapter

from plans.errors import PlanTooHeavy, RegisterFaulty
from plans.reader import Phase, tell_nobody
from plans.sent import SentPlan, read_sent
from reports.own_process import Limits, OneApart, TookTooMuch, answer, within
from vocabulary.errors import PlanError
from vocabulary.plan import Doubt

_LIMITS = Limits(
    memory_bytes=2 << 30,  # a plan of 6,700 measures as PDF takes a quarter of it
    processor_seconds=120,
)
_FAULTS = TypeAdapter(tuple[Doubt, ...])


class ApartReader:
    """Reads one file at a time, in a process of its own; see `OneApart`."""

    def __init__(self, *, most_seconds: float = 240.0) -> None:
        self._apart = OneApart("plans.apart", most_seconds=most_seconds)

    async def read(self, data: bytes, name: str) -> SentPlan:
        """Raises PlanError as `read_sent` does, and PlanTooHeavy where it takes too much."""
        told = await self._apart.answer_of(name, data)
        if told is None:
            raise PlanTooHeavy(name=name)
        if "error" in told:
            raise _error(told)
        return SentPlan.unpacked(str(told["sent"]))


def read_within_limits(
    data: bytes,
    *,
    name: str,
    tell: Callable[[Phase], None] = tell_nobody,
    limits: Limits = _LIMITS,
) -> SentPlan:
    """The same in this process and its main thread."""
    try:
        with within(limits):
            return read_sent(data, name=name, tell=tell)
    except TookTooMuch:
        raise PlanTooHeavy(name=name) from None


def _error(told: dict[str, object]) -> PlanError:
    kinds = {kind.__name__: kind for kind in _kinds(PlanError)}
    kind = kinds[str(told["error"])]
    facts = told["facts"]
    if not isinstance(facts, dict):
        raise TypeError("facts are named")
    if issubclass(kind, RegisterFaulty):
        return kind(name=facts["name"], faults=_FAULTS.validate_python(told["faults"]))
    return kind(**facts)


def _kinds(kind: type[PlanError]) -> Iterator[type[PlanError]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)


def _told(data: bytes, name: str) -> dict[str, object]:
    try:
        return {"sent": read_within_limits(data, name=name).packed()}
    except PlanError as error:
        faults = error.faults if isinstance(error, RegisterFaulty) else ()
        return {
            "error": type(error).__name__,
            "facts": error.facts,
            "faults": _FAULTS.dump_python(faults, mode="json"),
        }


if __name__ == "__main__":
    answer(_told, _LIMITS)
