"""Labels: groups that a plan lists across its sections, 甲提升、乙倍增、丙培育三大专项行动.

They stand before their count, or behind it with a number each（“三大行动”：1.甲；2.乙；3.丙）, or
are the headings under one that counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plans.numbering import CHINESE, any_number, read_label
from vocabulary.plan import DocumentMeasure, DocumentSection

_COUNTED = re.compile(
    rf"(?P<count>{CHINESE}|\d{{1,2}})(?:大|个|项)"
    r"(?P<kind>(?:专项|攻坚|重点|提升)*(?:行动|工程|计划))[”\"」]?"
)
_ENUMERATES = re.compile(r"(?:[，,]?(?:即|包括|分别为|分别是))?[：:](?P<items>[^。\n]+)")
_COUNT_QUOTED = re.compile(r"[“\"「]$")
_AND_OTHERS = re.compile(r"等$")
_IN_ONE_PAIR = re.compile(
    r"(?<![”\"」、，,和及与])[“\"「](?P<names>[^“”\"「」]*[、，,和及与][^“”\"「」]*)[”\"」]$"
)
_QUOTED = re.compile(r"[“\"「《](?P<name>[^“”\"「」《》]+)[”\"」》]$")
_OUTSIDE = r"(?![^“「《]*[”」》])"
_NEXT_QUOTED = r"(?<=[”」》])[和及与]?(?=[“「《])"
_CLAUSES = re.compile(f"[，,]{_OUTSIDE}")
_NAMES = re.compile(f"、{_OUTSIDE}|{_NEXT_QUOTED}")
_LAST_TWO = re.compile(r"(?<=\S{2})[和及与](?=\S{2})")
_STOPS = "。；：:\n"
_GOES_ON = tuple("、，,和及与")
_PUSHES = re.compile(
    r"^(?:深入|全面|大力|统筹|扎实|重点)*(?:组织|实施|开展|推进|抓好|打造)(?:好|了)?"
)
_BEFORE_FIRST = re.compile(
    r"^.*(?:深入|全面|大力|统筹|扎实|重点|协同|同步)*(?:组织|实施|开展|推进|抓好|打造|聚焦|围绕|包括|即|落实)"
    r"(?:好|了)?"
)
_KINDS = ("行动", "工程", "计划")
_FEWEST = 2
_LONGEST = 400  # signs that a list may take before its count


@dataclass(frozen=True, slots=True)
class LabelList:
    """A list in a text. start, end: where it stands. count: how many it says there are.

    names: fewer than that where others are meant, too: 强基、提质等三大工程.
    """

    start: int
    end: int
    names: tuple[str, ...]
    count: int


def find_labels(texts: Iterable[str], sections: Iterable[DocumentSection] = ()) -> tuple[str, ...]:
    """Their names as the plan lists them, in order; where the count is wrong the list is none."""
    found = list(_headed(list(sections)))
    for text in texts:
        found += [name for listed in find_lists(text) for name in listed.names]
    return tuple(dict.fromkeys(found))


def find_lists(text: str) -> Iterator[LabelList]:
    """Every list of labels in `text`, in order."""
    done = 0
    for counted in _COUNTED.finditer(text):
        count = any_number(counted["count"])
        if counted.start() < done or count is None or count < _FEWEST:
            continue
        start, end = counted.span()
        if enumerated := _ENUMERATES.match(text, end):
            names = _enumerated(enumerated["items"], count, counted["kind"])
            end = enumerated.end()
        else:
            done_or_far = max(done, start - _LONGEST)
            start = max(done_or_far, *(text.rfind(s, done_or_far, start) + 1 for s in _STOPS))
            names = _listed(text[start : counted.start()], count, counted["kind"])
        if names:
            done = end
            yield LabelList(start, end, tuple(names), count)


def _listed(before: str, count: int, kind: str) -> list[str]:
    """The names right before a count, each of them in quotation marks, all in one pair, or bare."""
    before = _COUNT_QUOTED.sub("", before)
    others = _AND_OTHERS.search(before)
    before = _AND_OTHERS.sub("", before)
    if before.endswith(_GOES_ON):
        return []
    if pair := _IN_ONE_PAIR.search(before):
        clauses = [[], _names(pair["names"].replace("，", "、"), count)]
    else:
        clauses = [_names(clause, count) for clause in _CLAUSES.split(before)]
    last = clauses[-1]
    if not (len(last) >= count or (others and len(last) >= _FEWEST)):
        last = [name for clause in clauses for name in clause]
        if len(last) < count:
            return []
    first, *rest = last[-count:]
    return [_of_kind(name, kind) for name in (_BEFORE_FIRST.sub("", first) or first, *rest)]


def _names(clause: str, count: int) -> list[str]:
    names = [name for name in _NAMES.split(clause) if name]
    if names and len(names) < count:
        names[-1:] = _LAST_TWO.split(names[-1], maxsplit=1)
    quoted = map(_QUOTED.search, names)
    return [found["name"] if found else name for name, found in zip(names, quoted, strict=True)]


def _enumerated(written: str, count: int, kind: str) -> list[str]:
    items = re.split("[；;]", written.rstrip("；;"))
    if len(items) == 1:
        items = re.split("[、，,]", items[0])
    return [_named(item, kind) for item in items] if len(items) == count else []


def _headed(sections: Sequence[DocumentSection]) -> Iterator[str]:
    """Headings under one that says how many they are."""
    below: dict[tuple[str, ...], list[str]] = {}
    for section in sections:
        below.setdefault(section.path[:-1], []).append(section.path[-1])
    for path, headings in below.items():
        counts = _counts_at_end(path[-1].rstrip("。：:")) if path else None
        if counts and any_number(counts["count"]) == len(headings) >= _FEWEST:
            yield from (_named(heading, counts["kind"]) for heading in headings)


def _named(item: str, kind: str) -> str:
    """A name as it is listed, without its number, and with what it is a kind of."""
    label = read_label(item)
    name = item[label.length :] if label else item
    name = _PUSHES.sub("", name.strip('“”"。　 ')) or name
    return _of_kind(name, kind)


def _of_kind(name: str, kind: str) -> str:
    return name if name.endswith(_KINDS) else f"{name}{kind}"


def _counts_at_end(heading: str) -> re.Match[str] | None:
    return next(
        (found for found in _COUNTED.finditer(heading) if found.end() == len(heading)), None
    )


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
        for listed in reversed(list(find_lists(words))):
            words = words[: listed.start] + words[listed.end :]
        return tuple(label for label in labels if cores[label] in words)

    return [replace(measure, labels=carried(measure)) for measure in measures]
