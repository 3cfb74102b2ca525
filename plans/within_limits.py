"""Reading within limits, so that no file holds up or brings down the rest.

    python -m plans.within_limits NAME < FILE

writes what was understood, or why it was not, as JSON. A process that has nothing else to do, as a
command, reads within the same limits by itself.
"""

from collections.abc import Callable

from plans.apart import FAULTS
from plans.errors import PlanTooHeavy, RegisterFaulty
from plans.reader import Phase, read_plan, tell_nobody
from plans.registry_reading import read_registry
from plans.sent import REGISTRY_SUFFIX, SentPlan
from reports.own_process import Limits, TookTooMuch, answer, within
from vocabulary.errors import PlanError

_LIMITS = Limits(
    memory_bytes=2 << 30,  # a plan of 6,700 measures as PDF takes a quarter of it
    processor_seconds=120,
)


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


def read_sent(data: bytes, *, name: str, tell: Callable[[Phase], None] = tell_nobody) -> SentPlan:
    """A registry workbook by the ending of its name, else a plan. Raises PlanError."""
    if not name.lower().endswith(REGISTRY_SUFFIX):
        return SentPlan(read_plan(data, name=name, tell=tell))
    tell(Phase.TEXT)
    registry = read_registry(data, name=name)
    asks = tuple((at, unit, ask) for (at, unit), ask in registry.asks.items())
    return SentPlan(registry.document, registry.register, asks)


def _told(data: bytes, name: str) -> dict[str, object]:
    try:
        return {"sent": read_within_limits(data, name=name).packed()}
    except PlanError as error:
        faults = error.faults if isinstance(error, RegisterFaulty) else ()
        return {
            "error": type(error).__name__,
            "facts": error.facts,
            "faults": FAULTS.dump_python(faults, mode="json"),
        }


if __name__ == "__main__":
    answer(_told, _LIMITS)
