"""Reading a scan in a process of its own: pictures and PDFs of strangers are decoded nowhere else.

    python -m reports.scan_apart NAME < FILE

writes what was seen, or why nothing was, as JSON.
"""

from pydantic import TypeAdapter

from reports.own_process import Limits, OneApart, TookTooMuch, answer, within
from reports.scan import Scan, ScanRefused, ScanTooHeavy, read_scan

_LIMITS = Limits(
    memory_bytes=1536 << 20,  # a picture of 80 million pixels takes half of it
    processor_seconds=60,
)
_SCAN = TypeAdapter(Scan)
_FACTS = TypeAdapter(dict[str, str | int])


class ScanReader:
    """Reads one file at a time; see `OneApart`."""

    def __init__(self, *, most_seconds: float = 90.0) -> None:
        self._apart = OneApart("reports.scan_apart", most_seconds=most_seconds)

    async def read(self, data: bytes, name: str) -> Scan:
        """Raises ScanRefused as `read_scan` does, and ScanTooHeavy where it takes too much."""
        told = await self._apart.answer_of(name, data)
        if told is None:
            raise ScanTooHeavy(name=name)
        if "error" in told:
            kinds = {kind.__name__: kind for kind in ScanRefused.__subclasses__()}
            raise kinds[str(told["error"])](**_FACTS.validate_python(told["facts"]))
        return _SCAN.validate_python(told["scan"])


def _told(data: bytes, name: str) -> dict[str, object]:
    try:
        with within(_LIMITS):
            return {"scan": _SCAN.dump_python(read_scan(data, name=name), mode="json")}
    except TookTooMuch:
        return {"error": ScanTooHeavy.__name__, "facts": {"name": name}}
    except ScanRefused as error:
        return {"error": type(error).__name__, "facts": error.facts}


if __name__ == "__main__":
    answer(_told, _LIMITS)
