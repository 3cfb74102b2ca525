"""Runs every benchmark and prints its ratio: python -m benchmarks [NAME ...]."""

import sys
from collections.abc import Callable
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.answering import answering_against_bare_commits
from benchmarks.loading import loading_by_chat
from benchmarks.memory import memory_of_many_rows
from benchmarks.offering import offering_a_plan
from benchmarks.reading import reading_pdf, reading_text, reading_word
from benchmarks.writing import ledger_against_bare_openpyxl

Benchmark = Callable[[Callable[[Callable[[], object]], float]], tuple[float, str]]

BENCHMARKS: dict[str, Benchmark] = {
    "reading-text": reading_text,
    "reading-word": reading_word,
    "reading-pdf": reading_pdf,
    "offering": offering_a_plan,
    "loading-by-chat": loading_by_chat,
    "answering": answering_against_bare_commits,
    "writing": ledger_against_bare_openpyxl,
    "memory": memory_of_many_rows,
}


def seconds(work: Callable[[], object], *, rounds: int = 5) -> float:
    """The median of some rounds after one to warm up."""
    work()
    taken = []
    for _ in range(rounds):
        started = perf_counter()
        work()
        taken.append(perf_counter() - started)
    return sorted(taken)[rounds // 2]


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}\n")
        return 2
    table = Table("benchmark", "ratio", "what it compares")
    for name in names or BENCHMARKS:
        ratio, compared = BENCHMARKS[name](seconds)
        table.add_row(name, f"{ratio:.2f}", compared)
    Console().print(table)
    return 0


sys.exit(main(sys.argv[1:]))
