"""A file that somebody sent, read in a process of its own: it may hold up or bring down nothing.

What reads is `plans.within_limits`; nothing of it is loaded here.
"""

from collections.abc import Iterator

from pydantic import TypeAdapter

from plans.errors import PlanTooHeavy, RegisterFaulty
from plans.sent import SentPlan
from reports.own_process import OneApart
from vocabulary.errors import PlanError
from vocabulary.plan import Doubt

FAULTS = TypeAdapter(tuple[Doubt, ...])
"""What a faulty register tells, on its way between the two processes."""


class ApartReader:
    """Reads one file at a time, in a process of its own; see `OneApart`."""

    def __init__(self, *, most_seconds: float = 240.0) -> None:
        self._apart = OneApart("plans.within_limits", most_seconds=most_seconds)

    async def read(self, data: bytes, name: str) -> SentPlan:
        """Raises PlanError as `read_sent` does, and PlanTooHeavy where it takes too much."""
        told = await self._apart.answer_of(name, data)
        if told is None:
            raise PlanTooHeavy(name=name)
        if "error" in told:
            raise _error(told)
        return SentPlan.unpacked(str(told["sent"]))


def _error(told: dict[str, object]) -> PlanError:
    kinds = {kind.__name__: kind for kind in _kinds(PlanError)}
    kind = kinds[str(told["error"])]
    facts = told["facts"]
    if not isinstance(facts, dict):
        raise TypeError("facts are named")
    if issubclass(kind, RegisterFaulty):
        return kind(name=facts["name"], faults=FAULTS.validate_python(told["faults"]))
    return kind(**facts)


def _kinds(kind: type[PlanError]) -> Iterator[type[PlanError]]:
    yield kind
    for one in kind.__subclasses__():
        yield from _kinds(one)
