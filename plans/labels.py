"""Labels: groups that a plan lists across its sections, 甲提升、乙倍增、丙培育三大专项行动."""

import re
from collections.abc import Iterable
from dataclasses import replace

from plans.numbering import CHINESE, any_number
from vocabulary.plan import DocumentMeasure

_LISTED = re.compile(
    rf"(?P<names>(?:[^。；：:，,、\n]+(?:[、，,]|(?<=\S)[和及与]))+[^。；：:，,、\n]+?)"
    rf"等?(?P<count>{CHINESE}|\d{{1,2}})(?:大|个|项)(?P<kind>(?:专项|攻坚|重点|提升)?(?:行动|工程|计划))"
)
_BEFORE_FIRST = re.compile(
    r"^.*(?:深入|全面|大力|统筹|扎实|重点|协同|同步)*(?:组织|实施|开展|推进|抓好|打造|聚焦|围绕|包括|即|落实)"
    r"(?:好|了)?"
)
_FEWEST = 2


def find_labels(texts: Iterable[str]) -> tuple[str, ...]:
    """Their names as the plan lists them, in order; where the count is wrong the list is none."""
    found: list[str] = []
    for text in texts:
        for listed in _LISTED.finditer(text):
            names = re.split("[、，,]", listed["names"])
            last = re.split(r"(?<=\S{2})[和及与](?=\S{2})", names[-1], maxsplit=1)
            count = any_number(listed["count"])
            names = [*names[:-1], *(last if len(names) < (count or 0) else names[-1:])]
            if count is None or count < _FEWEST or len(names) < count:
                continue
            names = names[-count:]
            names[0] = _BEFORE_FIRST.sub("", names[0]) or names[0]
            found += [f"{name}{listed['kind']}" for name in names]
    return tuple(dict.fromkeys(found))


def with_labels(
    measures: Iterable[DocumentMeasure], labels: tuple[str, ...]
) -> list[DocumentMeasure]:
    """The measures with the labels whose name stands in them or in a heading above them.

    The measure that lists them all does not count as naming each.
    """
    cores = {
        label: re.sub(r"(?:专项|攻坚|重点|提升)?(?:行动|工程|计划)$", "", label) for label in labels
    }

    def carried(measure: DocumentMeasure) -> tuple[str, ...]:
        words = _LISTED.sub("", "\n".join((*measure.section_path, measure.text)))
        return tuple(label for label in labels if cores[label] in words)

    return [replace(measure, labels=carried(measure)) for measure in measures]
