"""What is sent where a unit's reason is asked: the reason, or what was done of its measures."""

import re
from collections.abc import Sequence

from dialog.confirming import only_confirms
from dialog.measure_numbers import heading
from dialog.outcome import SHORT_LIMIT
from dialog.pasting import Part, parts_of
from dialog.words import cleaned
from vocabulary.report import WorkingReport

_WHY = re.compile(
    r"错|误|漏|已(?:写明|说明|注明|填报|填写)|更正|修正|修改|改为|改成|应为|应该?是|笔误|重复|口径|属实|核实|有出入|不一致|不准|不符"
    r"|[待等][^\n。；;，,]{0,12}(?:反馈|汇总|统计|确认|提供|盖章|审核|审批)"
    r"|(?:还没|尚未|还未|没有|没|未)[^\n。；;，,]{0,6}(?:出来|反馈|统计|汇总|提供|报来|报上来|确认)|来不及"
    r"|wrong|error|mistake|typo|forgot|missing|correct|not (?:in|here|ready)|waiting",
    re.IGNORECASE,
)
"""What says why something is corrected or late, though it names measures: 第14项数字写错了."""

_COUNTED_INSTEAD = re.compile(
    r"(?:应该?[为是]|更?改[为成]|更正为|修[改正][为成]|should be)"
    r"(?=\s*[:：]?\s*[^\d\s，,。;；]{0,6}\d)",
    re.IGNORECASE,
)
"""基站应为185个: what shall stand there, and not why."""


def tells_of_measures(report: WorkingReport, text: str) -> bool:
    """Whether it reports of measures by their numbers, and gives no reason: 14. 申报7家."""
    parts = [part for part in parts_of(report, text) if part.entry_id is not None]
    is_reason = [gives_reason(part.words) for part in parts]
    if not parts or all(is_reason):
        return False
    if len(parts) > 1 or parts[0].row is not None:
        return not (any(is_reason) and _counts_from_one(parts))
    found = heading(cleaned(text).partition("\n")[0])
    is_strong = found is None or found.is_strong
    return not is_strong or _COUNTED_INSTEAD.search(parts[0].words) is not None


def gives_reason(words: str) -> bool:
    """Whether the words say why something is corrected or late."""
    why = _COUNTED_INSTEAD.sub("", words)
    return _WHY.search(why) is not None and not only_confirms(why)


_ENDS = ("。", ".", "；", ";", "！", "!")


def _counts_from_one(parts: list[Part]) -> bool:
    """Whether they may be the points of a list of reasons: 1. 数字写错 2. 少了一家."""
    return [part.number for part in parts] == [str(n + 1) for n in range(len(parts))]


def one_reason(said: Sequence[str]) -> str | None:
    """What several messages give as one reason; None where that is longer than one may be."""
    whole: str | None = ""
    for words in said:
        whole = joined_reason(whole, words) if whole else words
        if whole is None:
            return None
    return whole


def joined_reason(first: str, second: str) -> str | None:
    """Both reasons as one; None where that is longer than a reason may be."""
    both = f"{first}{'' if first.endswith(_ENDS) else '；'}{second}"
    return both if len(both) <= SHORT_LIMIT else None
