"""Reading in a process of its own, so that no file holds up or brings down the rest.

    python -m plans.apart NAME < FILE

writes what was understood, or why it was not, as JSON.
"""

import asyncio
import json
import sys
from collections.abc import Iterator

from pydantic import TypeAdapter

from plans.errors import PlanTooHeavy, RegisterFaulty
from plans.sent import SentPlan, read_sent
from reports.own_process import answer_of, limit
from vocabulary.errors import PlanError
from vocabulary.plan import Doubt

_MEMORY_BYTES = 2 << 30  # a plan of 6,700 measures as PDF takes a quarter of it
_PROCESSOR_SECONDS = 120
_FAULTS = TypeAdapter(tuple[Doubt, ...])


class ApartReader:
    """Reads one file at a time; the others wait for their turn.

    most_seconds: after which a reading is stopped, whatever it does.
    """

    def __init__(self, *, most_seconds: float = 240.0) -> None:
        self._turn = asyncio.Lock()
        self._most_seconds = most_seconds

    async def read(self, data: bytes, name: str) -> SentPlan:
        """Raises PlanError as `read_sent` does, and PlanTooHeavy where it takes too much."""
        async with self._turn:
            answer = await answer_of("plans.apart", name, data, most_seconds=self._most_seconds)
        if answer is None:
            raise PlanTooHeavy(name=name)
        told = json.loads(answer)
        if "error" in told:
            raise _error(told)
        return SentPlan.unpacked(told["sent"])


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


def main() -> None:
    limit(memory_bytes=_MEMORY_BYTES, processor_seconds=_PROCESSOR_SECONDS)
    data = sys.stdin.buffer.read()
    told: dict[str, object]
    try:
        told = {"sent": read_sent(data, name=sys.argv[1]).packed()}
    except PlanError as error:
        faults = error.faults if isinstance(error, RegisterFaulty) else ()
        told = {
            "error": type(error).__name__,
            "facts": error.facts,
            "faults": _FAULTS.dump_python(faults, mode="json"),
        }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
