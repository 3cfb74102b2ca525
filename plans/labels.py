"""Labels: groups that a plan lists across its sections, 甲提升、乙倍增、丙培育三大专项行动.

They stand before their count, or behind it with a number each（“三大行动”：1.甲；2.乙；3.丙）, or
are the headings under one that counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plans.numbering import CHINESE, any_number, read_label
from vocabulary.plan import DocumentMeasure, DocumentSection

_LISTED = re.compile(
    rf"(?P<names>(?:[^。；：:，,、\n]+(?:[、，,]|(?<=\S)[和及与]))+[^。；：:，,、\n]+?)"
    rf"等?(?P<count>{CHINESE}|\d{{1,2}})(?:大|个|项)(?P<kind>(?:专项|攻坚|重点|提升)?(?:行动|工程|计划))"
)
_COUNTED = (
    rf"(?P<count>{CHINESE}|\d{{1,2}})(?:大|个|项)"
    r"(?P<kind>(?:专项|攻坚|重点|提升)*(?:行动|工程|计划))[”\"」]?"
)
_ENUMERATED = re.compile(rf"{_COUNTED}(?:[，,]?(?:即|包括|分别为|分别是))?[：:](?P<items>[^。\n]+)")
_COUNTS = re.compile(rf"{_COUNTED}$")
_PUSHES = re.compile(
    r"^(?:深入|全面|大力|统筹|扎实|重点)*(?:组织|实施|开展|推进|抓好|打造)(?:好|了)?"
)
_BEFORE_FIRST = re.compile(
    r"^.*(?:深入|全面|大力|统筹|扎实|重点|协同|同步)*(?:组织|实施|开展|推进|抓好|打造|聚焦|围绕|包括|即|落实)"
    r"(?:好|了)?"
)
_FEWEST = 2


def find_labels(texts: Iterable[str], sections: Iterable[DocumentSection] = ()) -> tuple[str, ...]:
    """Their names as the plan lists them, in order; where the count is wrong the list is none."""
    found = list(_headed(list(sections)))
    for text in texts:
        for listed in _ENUMERATED.finditer(text):
            found += _enumerated(listed)
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


def _enumerated(listed: re.Match[str]) -> list[str]:
    items = re.split("[；;]", listed["items"].rstrip("；;"))
    if len(items) == 1:
        items = re.split("[、，,]", items[0])
    names = [_named(item, listed["kind"]) for item in items]
    return names if len(names) == any_number(listed["count"]) else []


def _headed(sections: Sequence[DocumentSection]) -> Iterator[str]:
    """Headings under one that says how many they are."""
    below: dict[tuple[str, ...], list[str]] = {}
    for section in sections:
        below.setdefault(section.path[:-1], []).append(section.path[-1])
    for path, headings in below.items():
        counts = _COUNTS.search(path[-1].rstrip("。：:")) if path else None
        if counts and any_number(counts["count"]) == len(headings) >= _FEWEST:
            yield from (_named(heading, counts["kind"]) for heading in headings)


def _named(item: str, kind: str) -> str:
    """A name as it is listed, without its number, and with what it is a kind of."""
    label = read_label(item)
    name = item[label.length :] if label else item
    name = _PUSHES.sub("", name.strip('“”"。　 ')) or name
    return name if name.endswith(("行动", "工程", "计划")) else f"{name}{kind}"


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
        words = "\n".join((*measure.section_path, measure.text))
        words = _ENUMERATED.sub("", _LISTED.sub("", words))
        return tuple(label for label in labels if cores[label] in words)

    return [replace(measure, labels=carried(measure)) for measure in measures]
