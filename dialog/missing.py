"""What of a report has no answer yet, by name: all of it, however much that is."""

from collections.abc import Iterable, Sequence

from dialog.layout import cut
from dialog.steps import is_complete
from texts import plain, say
from texts.wording import numbers_named
from vocabulary.report import AskedMeasure, ReportEntry

ROOM = 2600
"""Characters of a message for measures with their titles; the rest of it is for all else."""

_TITLE = 60  # characters of a title: enough to know the measure by


def missing_measures(entries: Iterable[ReportEntry]) -> list[AskedMeasure]:
    """Every measure without an answer, those of a shared paragraph one by one."""
    return [part for entry in entries if not is_complete(entry) for part in entry.measure.each]


def measures_named(language: str, measures: Sequence[AskedMeasure], *, room: int = ROOM) -> str:
    """Number and title of each, folded together; what finds no room by its number alone."""
    lines: list[str] = []
    used = 0
    for measure in measures:
        number, title = cut(measure.number, 12), cut(measure.title, _TITLE)
        line = plain(language, "missing-measure", number=number, title=title)
        used += len(line) + 1
        if used > room:
            break
        lines.append(line)
    rest = [cut(measure.number, 12) for measure in measures[len(lines) :]]
    if rest:
        key = "missing-rest" if lines else "missing-numbers"
        lines.append(plain(language, key, numbers=numbers_named(language, rest)))
    return say(language, "missing-measures", lines="\n".join(lines))
