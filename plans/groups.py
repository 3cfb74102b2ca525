"""Groups of units, known by form, and their members → who owes what, measure by measure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.brackets import round_brackets
from vocabulary.plan import (
    AssignedMeasure,
    AssignedUnit,
    DocumentMeasure,
    Doubt,
    PlanDocument,
    UnitRegister,
)
from vocabulary.terms import Role

_PLACES = r"(?:乡镇|镇街|街镇|镇办|乡镇街道|街道|县区|区县|市县|县市区|村居|村|社区)"
_GROUP = re.compile(
    r"各(?!庄)|有关|相关|其他|^全体|^(?:全.{1,2})?所有|^属地|^沿线|所在地|所属单位$"
    r"|成员单位$|责任单位$|等(?:单位|部门)$|^(?:单位|部门)$"
    r"|[直级属](?:机关)?(?:单位|部门|机关|企业|机构)$|^驻.{1,4}(?:单位|部门|机构|企业|部队)$"
    rf"|^{_PLACES}(?:（[^）]*）)?(?:人民政府|政府|党委|办事处)?$"
    rf"|(?:\d|[两二三四五六七八九十])[个家](?:{_PLACES}|单位|部门|企业|学院)$"
)
_VAGUE = re.compile(r"有关|相关|其他|^属地|^沿线|所在地")
_OPEN = re.compile(r"有关|相关|其他")
_STRENGTH = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.COOPERATING: 2}
GROUP_DOUBTS = frozenset({"doubt-group-vague", "doubt-group-members"})
_LOSES_A_DUTY = (
    "doubt-pages-pictured",
    "doubt-table-unread",
    "doubt-measure-without-unit",
    "doubt-group-vague",
    "doubt-group-members",
    "doubt-owners-in-person",
    "doubt-clause-unread",
    "doubt-clause-person",
    "doubt-clause-outside",
    "doubt-items-left-out",
)
"""The doubts that leave somebody without what they owe, as long as they are not settled."""


@dataclass(frozen=True, slots=True)
class Assignments:
    """units: every unit that owes something, in order of first mention.

    doubts: those of the document that the register does not settle, and those it brings.
    """

    measures: tuple[AssignedMeasure, ...]
    units: tuple[str, ...]
    doubts: tuple[Doubt, ...]

    @property
    def total(self) -> int:
        return sum(len(assigned.units) for assigned in self.measures)


def loses_a_duty(doubt: Doubt) -> bool:
    """Whether somebody is not asked for what they owe until the doubt is settled."""
    return doubt.text_key in _LOSES_A_DUTY


def weightiest_first(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Those that lose somebody a duty first, by kind; all others as they stand."""
    weights = {key: weight for weight, key in enumerate(_LOSES_A_DUTY)}
    return tuple(sorted(doubts, key=lambda doubt: weights.get(doubt.text_key, len(weights))))


def is_group(name: str) -> bool:
    """Whether a name stands for several units, by its form: 各…, 有关…, …成员单位, …等单位."""
    return bool(_GROUP.search(name))


def is_vague(name: str) -> bool:
    """Whether a group leaves open which of its members are meant: 有关成员单位."""
    return bool(_VAGUE.search(name))


def assign(document: PlanDocument, register: UnitRegister) -> Assignments:
    """Who owes what, with groups expanded by the register.

    A list kept as 成员单位 serves 有关成员单位 too: all members are taken, and a doubt says so.
    """
    groups = _Groups(register)
    measures = tuple(_assign_measure(measure, groups) for measure in document.measures)
    direct = (
        mention.name
        for measure in document.measures
        for mention in measure.mentions
        if groups.members(mention.name) is None and not is_group(mention.name)
    )
    through = (unit.name for assigned in measures for unit in assigned.units if unit.via)
    units = tuple(dict.fromkeys((*direct, *through)))
    return Assignments(
        measures,
        units,
        weightiest_first(_doubts(document, register, groups=groups, units=units)),
    )


class _Groups:
    """The register's lists, found by either form of a group's name."""

    def __init__(self, register: UnitRegister) -> None:
        self._lists = {_plain(name): members for name, members in register.groups.items()}
        self._definite = {_definite(name): members for name, members in self._lists.items()}

    def members(self, name: str) -> tuple[str, ...] | None:
        exact = self._lists.get(_plain(name))
        return exact if exact is not None else self._definite.get(_definite(name))

    def takes_all(self, name: str) -> bool:
        """Whether a vague name is served by the list of the whole group."""
        return is_vague(name) and _plain(name) not in self._lists and self.members(name) is not None


def _assign_measure(measure: DocumentMeasure, groups: _Groups) -> AssignedMeasure:
    strongest: dict[str, AssignedUnit] = {}
    unassigned = []
    for mention in measure.mentions:
        members = groups.members(mention.name)
        if members is None and is_group(mention.name):
            unassigned.append(mention)
            continue
        via = None if members is None else mention.name
        for name in (mention.name,) if members is None else members:
            unit = AssignedUnit(name, mention.role, via)
            known = strongest.get(name)
            if known is None or _weight(unit) < _weight(known):
                strongest[name] = unit
    ordered = sorted(strongest.values(), key=lambda unit: _STRENGTH[unit.role])
    return AssignedMeasure(measure, tuple(ordered), tuple(unassigned))


def _weight(unit: AssignedUnit) -> tuple[int, bool]:
    """Smaller is stronger; of equal roles the one that names the unit itself."""
    return _STRENGTH[unit.role], unit.via is not None


def _doubts(
    document: PlanDocument, register: UnitRegister, *, groups: _Groups, units: tuple[str, ...]
) -> Iterator[Doubt]:
    for doubt in document.doubts:
        name = doubt.facts.get("group", "")
        if doubt.text_key not in GROUP_DOUBTS or groups.members(name) is None:
            yield doubt
        elif groups.takes_all(name):
            yield Doubt(
                "doubt-group-taken-whole",
                {**doubt.facts, "members": str(len(groups.members(name) or ()))},
                doubt.source,
                doubt.line,
            )
    mentioned = {mention.name for measure in document.measures for mention in measure.mentions}
    unused = [
        name
        for name in register.groups
        if not any(is_same_group(name, other) for other in mentioned)
    ]
    unused += [name for name in register.official_names if name not in units]
    if unused:
        yield Doubt("doubt-register-unused", {"names": "、".join(unused)})
    unsigned = [name for name in units if name not in register.official_names]
    if unsigned and register.official_names:
        yield Doubt("doubt-official-name-missing", {"units": "、".join(unsigned)})


def is_same_group(name: str, other: str) -> bool:
    """Whether the list kept under the one name serves the other."""
    return _definite(_plain(name)) == _definite(_plain(other))


def _plain(name: str) -> str:
    return round_brackets(name).strip()


def _definite(name: str) -> str:
    """The group without 有关, where what is left is still a group: 有关成员单位 → 成员单位."""
    left = _OPEN.sub("", name)
    return left if len(left) > len("单位") and is_group(left) else name
