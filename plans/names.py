"""Names of units that a list shortens: 省科技厅、工业和信息化厅."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vocabulary.plan import DocumentMeasure, Mention

_PREFIX = re.compile(
    r"^(?:自治区|自治州|省|市(?![场容]|政(?![府协法务数]))|县(?!域)|区(?!域|块链)|州|盟|旗|镇|乡(?!村))"
)
_OFFICE = re.compile(r"(?<!分)(?<!监管)(?:局|委|厅|[^公]办|办公[室厅])$")
_PARTY_OFFICE = re.compile(r"^[省市县区州盟旗镇乡]委.*部$")
_SAYS_WHERE = re.compile(
    r"^(?:国家|国网|中国|中共|全国|共?青?团)|[\u4e00-\u9fff]{2}[省市县区州](?:委|政府)"
)


@dataclass(frozen=True, slots=True)
class Shortened:
    """A name without the prefix of one before it in its list. whole: as it was read, if so.

    at: the measure's place among all, from 0.
    """

    at: int
    name: str
    whole: str = ""


def with_whole_names(
    measures: Iterable[DocumentMeasure],
) -> tuple[list[DocumentMeasure], list[Shortened]]:
    """The measures with a prefix given back to the names that share it with one before them.

    Only where the plan itself spells the whole name elsewhere: so one unit has one name, and no
    name is made up. With them the names that were read so, and those that may have to be.
    """
    measures = list(measures)
    known = {mention.name for measure in measures for mention in measure.mentions}
    found, shortened = [], []
    for at, measure in enumerate(measures):
        pairs = list(_whole(measure.mentions, known))
        whole = (Mention(name, mention.role) for mention, name, _ in pairs)
        found.append(replace(measure, mentions=tuple(dict.fromkeys(whole))))
        shortened += [
            Shortened(at, mention.name, name if name != mention.name else "")
            for mention, name, is_short in pairs
            if is_short
        ]
    return found, shortened


def _whole(mentions: tuple[Mention, ...], known: set[str]) -> Iterator[tuple[Mention, str, bool]]:
    """Each with its name as it is read, and whether it may share the prefix of one before it."""
    prefix = ""
    party = False
    own = {mention.name for mention in mentions}
    for mention in mentions:
        name = f"{prefix}{mention.name}"
        if prefix and name in known and name not in own:
            yield mention, name, True
            continue
        found = _PREFIX.match(mention.name)
        prefix = found[0] if found else prefix
        yield mention, mention.name, bool(not found and prefix) and _is_office(mention.name, party)
        party = bool(_PARTY_OFFICE.match(mention.name)) or (party and not found)


def _is_office(name: str, party: bool) -> bool:
    """Whether it is that of an office which each level has one of, and does not say of which."""
    ends = _OFFICE.search(name) or (party and name.endswith("部"))
    return bool(ends) and not _SAYS_WHERE.search(name)
