"""How well documents are read that nobody has mended the reader for.

    python -m tests.plans.first_reading FILE...

Each FILE holds documents with what they mean, in the form of the gallery. They are read as text,
Word and PDF. Measures are counted by number, in order; titles and pairs of unit and role within
each measure. A figure is the F1 of what was found against what is meant, over all documents.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from plans.reader import read_plan
from tests.plans.gallery import Exhibit, Meant, exhibits_in
from tests.plans.papers import KINDS, Grid, paper
from vocabulary.errors import PlanError
from vocabulary.plan import DocumentMeasure

WHAT = ("measures", "titles", "units")
_Pair = tuple[Meant | None, DocumentMeasure | None]


def f1(count: Counter[str], what: str) -> float:
    right, wanted, found = (count[f"{what} {of}"] for of in ("right", "wanted", "found"))
    return 2 * right / (wanted + found) if wanted + found else 1.0


def counted(exhibit: Exhibit, kind: str) -> Counter[str]:
    try:
        found = read_plan(paper(kind, exhibit.blocks), name=exhibit.name).measures
    except PlanError:
        found = ()
    count: Counter[str] = Counter()
    for meant, measure in _side_by_side(exhibit.meant, found):
        both = meant is not None and measure is not None
        units = set(meant.mentions) if meant else set()
        read = set(measure.mentions) if measure else set()
        judged = meant is None or meant.title is not None
        title = measure.title if measure and judged else None
        count += Counter(
            {
                "measures wanted": meant is not None,
                "measures found": measure is not None,
                "measures right": both,
                "titles wanted": bool(meant and meant.title),
                "titles found": title is not None,
                "titles right": both and title is not None and title == (meant and meant.title),
                "units wanted": len(units),
                "units found": len(read),
                "units right": len(units & read),
            }
        )
    return count


def _side_by_side(meant: Sequence[Meant], found: Sequence[DocumentMeasure]) -> Iterator[_Pair]:
    numbers = [one.number for one in meant], [one.number for one in found]
    for tag, first, end, start, stop in SequenceMatcher(
        None, *numbers, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield from zip(meant[first:end], found[start:stop], strict=True)
        else:
            yield from ((one, None) for one in meant[first:end])
            yield from ((None, one) for one in found[start:stop])


def _can_be(exhibit: Exhibit, kind: str) -> bool:
    merged = any(isinstance(block, Grid) and block.merged for block in exhibit.blocks)
    return not (merged and kind == "txt") and not (exhibit.only_as == "text" and kind != "txt")


def main(files: Sequence[str]) -> None:
    for file in files:
        exhibits = list(exhibits_in(Path(file).read_text("utf-8")))
        for kind in KINDS:
            count: Counter[str] = Counter()
            for exhibit in exhibits:
                if _can_be(exhibit, kind):
                    count += counted(exhibit, kind)
            figures = ", ".join(f"{what} {f1(count, what):.3f}" for what in WHAT)
            sys.stdout.write(f"{file} as {kind}: {figures}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
