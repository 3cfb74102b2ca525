"""How much memory the consolidated workbook takes: python -m benchmarks.memory MEASURES."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.writing import a_ledger_of
from reports.ledger import make_ledger

_UNITS = 200
_FEW, _MANY = 5, 500  # measures that every unit has


def memory_of_many_rows(
    seconds: Callable[[Callable[[], object]], float],  # noqa: ARG001 -- all benchmarks take it
) -> tuple[float, str]:
    """The most memory of a hundred times as many rows, each made by a process of its own. Linux."""
    few, many = (_most_memory(measures) for measures in (_FEW, _MANY))
    rows = [f"{_UNITS * measures:,}" for measures in (_MANY, _FEW)]
    return many / few, f"most memory of a workbook of {rows[0]} rows / of {rows[1]}"


def _most_memory(measures: int) -> int:
    command = [sys.executable, "-m", "benchmarks.memory", str(measures)]
    made = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return int(made.stdout)


if __name__ == "__main__":
    make_ledger(a_ledger_of(_UNITS, int(sys.argv[1])))
    # ru_maxrss would begin with what the process that started this one took; Linux alone has this.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    sys.stdout.write(re.findall(r"VmHWM:\s+(\d+)", status)[0])
