"""Names of units that a list shortens: 省科技厅、工业和信息化厅."""

import re
from collections.abc import Iterable
from dataclasses import replace

from vocabulary.plan import DocumentMeasure, Mention

_PREFIX = re.compile(r"^(?:自治区|自治州|省|市|县|区|州|盟|旗|镇|乡)")


def with_whole_names(measures: Iterable[DocumentMeasure]) -> list[DocumentMeasure]:
    """The measures with a prefix given back to the names that share it with one before them.

    Only where the plan itself spells the whole name elsewhere: so one unit has one name, and no
    name is made up.
    """
    measures = list(measures)
    known = {mention.name for measure in measures for mention in measure.mentions}
    return [replace(measure, mentions=_whole(measure.mentions, known)) for measure in measures]


def _whole(mentions: tuple[Mention, ...], known: set[str]) -> tuple[Mention, ...]:
    prefix = ""
    whole = []
    own = {mention.name for mention in mentions}
    for mention in mentions:
        name = f"{prefix}{mention.name}"
        if not prefix or name not in known or name in own:
            name = mention.name
            found = _PREFIX.match(name)
            prefix = found[0] if found else prefix
        whole.append(Mention(name, mention.role))
    return tuple(dict.fromkeys(whole))
