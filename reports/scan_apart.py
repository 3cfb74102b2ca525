"""Reading a scan in a process of its own: pictures and PDFs of strangers are decoded nowhere else.

    python -m reports.scan_apart NAME < FILE

writes what was seen, or why nothing was, as JSON.
"""

import asyncio
import json
import sys

from pydantic import TypeAdapter

from reports.own_process import answer_of, limit
from reports.scan import Scan, ScanRefused, ScanTooHeavy, read_scan

_MEMORY_BYTES = 1536 << 20  # a picture of 80 million pixels takes half of it
_PROCESSOR_SECONDS = 60
_SCAN = TypeAdapter(Scan)


class ScanReader:
    """Reads one file at a time; the others wait for their turn.

    most_seconds: after which a reading is stopped, whatever it does.
    """

    def __init__(self, *, most_seconds: float = 90.0) -> None:
        self._turn = asyncio.Lock()
        self._most_seconds = most_seconds

    async def read(self, data: bytes, name: str) -> Scan:
        """Raises ScanRefused as `read_scan` does, and ScanTooHeavy where it takes too much."""
        async with self._turn:
            answer = await answer_of(
                "reports.scan_apart", name, data, most_seconds=self._most_seconds
            )
        if answer is None:
            raise ScanTooHeavy(name=name)
        told = json.loads(answer)
        if "error" in told:
            kinds = {kind.__name__: kind for kind in ScanRefused.__subclasses__()}
            raise kinds[told["error"]](**told["facts"])
        return _SCAN.validate_python(told["scan"])


def main() -> None:
    limit(memory_bytes=_MEMORY_BYTES, processor_seconds=_PROCESSOR_SECONDS)
    told: dict[str, object]
    try:
        scan = read_scan(sys.stdin.buffer.read(), name=sys.argv[1])
        told = {"scan": _SCAN.dump_python(scan, mode="json")}
    except ScanRefused as error:
        told = {"error": type(error).__name__, "facts": error.facts}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
