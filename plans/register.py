"""The register that goes with a plan: a TOML file of official names and groups' members.

[official_names]
"市工科局" = "永济市工业和科技局"

[groups]
"各镇（街道）" = ["虞乡镇", "城东街道"]
"""

import re
import tomllib
from collections.abc import Iterator

from plans.brackets import round_brackets
from plans.errors import RegisterFaulty
from plans.groups import is_group
from plans.plain_text import decode
from vocabulary.plan import Doubt, UnitRegister

_NAMES, _GROUPS = "official_names", "groups"
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=""")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


def read_register(data: bytes, *, name: str) -> UnitRegister:
    """Read official names and groups; brackets in names may be of any width.

    name: how the sender calls the file, for messages.
    Raises RegisterFaulty with every fault at once (a fault of TOML itself hides those after it),
    and PlanUnreadable when it is no text.
    """
    text = decode(data, name=name)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else len(text.splitlines())
        fault = Doubt("plan-register-not-toml", {"line": str(line)}, line=line)
        raise RegisterFaulty(name=name, faults=(fault,)) from error
    faults = sorted(_faults(tables, _lines_of(text)), key=lambda fault: fault.line or 0)
    if faults:
        raise RegisterFaulty(name=name, faults=tuple(faults))
    return UnitRegister(
        official_names={_name(key): value.strip() for key, value in tables.get(_NAMES, {}).items()},
        groups={
            _name(key): tuple(_name(member) for member in members)
            for key, members in tables.get(_GROUPS, {}).items()
        },
    )


def _faults(tables: dict[str, object], lines: dict[tuple[str, str], int]) -> Iterator[Doubt]:
    for table, content in tables.items():
        at = lines.get((table, "")) or lines.get(("", table))
        if table not in {_NAMES, _GROUPS}:
            yield _fault("plan-register-table-unknown", at, table=table)
        elif not isinstance(content, dict):
            yield _fault("plan-register-no-table", at, table=table)
        elif table == _NAMES:
            yield from _name_faults(content, lines)
        else:
            yield from _group_faults(content, lines)


def _name_faults(names: dict[str, object], lines: dict[tuple[str, str], int]) -> Iterator[Doubt]:
    signed_by: dict[str, str] = {}
    for unit, official in names.items():
        line = lines.get((_NAMES, unit))
        if not isinstance(official, str) or not official.strip():
            yield _fault("plan-register-name-empty", line, unit=unit)
        elif (other := signed_by.setdefault(official.strip(), unit)) != unit:
            yield _fault(
                "plan-register-name-twice", line, unit=unit, other=other, official=official
            )


def _group_faults(groups: dict[str, object], lines: dict[tuple[str, str], int]) -> Iterator[Doubt]:
    for group, members in groups.items():
        line = lines.get((_GROUPS, group))
        if not isinstance(members, list) or not members:
            yield _fault("plan-register-group-empty", line, group=group)
            continue
        seen: set[str] = set()
        for position, member in enumerate(members, start=1):
            where = {"group": group, "position": str(position)}
            if not isinstance(member, str) or not member.strip():
                yield _fault("plan-register-member-empty", line, **where)
            elif is_group(member):
                yield _fault("plan-register-member-group", line, **where, member=member)
            elif _name(member) in seen:
                yield _fault("plan-register-member-twice", line, **where, member=member)
            else:
                seen.add(_name(member))


def _fault(key: str, line: int | None, **facts: str) -> Doubt:
    return Doubt(key, {**facts, "line": str(line or "?")}, line=line)


def _lines_of(text: str) -> dict[tuple[str, str], int]:
    """(table, key) → 1-based line; the table itself under the empty key."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := _TABLE.match(line):
            table = opened[1].strip("\"'")
            found.setdefault((table, ""), number)
        elif key := _KEY.match(line):
            found.setdefault((table, next(filter(None, key.groups()))), number)
    return found


def _name(text: str) -> str:
    return round_brackets(text).strip()
