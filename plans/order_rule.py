"""The rule that of several units the first named one leads: 列第一位者为牵头单位，下同."""

import re
from collections.abc import Iterable

from plans.groups import is_group
from vocabulary.plan import Mention
from vocabulary.terms import Role

_LEADING = r"(?:牵头|主办|主责)"
_FIRST = (
    rf"(?:第一(?!时间|季度|批|要务|次|书记|轮|阶段|步|产业|年|{_LEADING})|首(?=[位个名家]))"
    "[位个名家]?"
)
_FIRST_LEADS = re.compile(
    rf"{_FIRST}(?:列|者|的|责任|落实|单位|部门|处室|科室|为|是|系|即|则|均|作|总|各|本|该|项|工作|任务|事项)*{_LEADING}"
    rf"|{_LEADING}(?:责任)?(?:单位|部门|处室|科室|者)?(?:均|都|一律|统一|为|是|系|按|以|列|排|居|在|于|置|放|位|名|序|次|顺|责任单位|中|里|的)+"
    rf"(?:{_FIRST}(?<=[位个名家])|{_FIRST}(?=[，。；、）]|$))"
)
_OTHERS = re.compile(
    r"(?:其[余他它]|后面|排[名列]?[在靠]?后)的?(?:各|责任|单位|部门|处室|科室|者|的)*(?:均|都|一律|统一|分别)?"
    r"(?:为|是|系|作为|即|按)(?P<role>配合|协办|协同|参与|协助|责任|负责)(?:责任)?(?:单位|部门|处室|科室|者)?$"
)
_SAME_BELOW = re.compile(r"(?:下|下文|以下|后文|其[他余])[各项任务均皆类]*同(?![^，。；、（）])")

MARKS = "*＊★☆▲△※◆◇●○◎■□√✓✔"
_MARKED_LEAD = re.compile(
    rf"[带标有注加][有注]?[“\"]?[{re.escape(MARKS)}][”\"]?(?:号|标|记|的|者|责任|单位|部门|为|是|系)*{_LEADING}"
)


def states_order(text: str) -> bool:
    """Whether `text` says that the first named unit leads."""
    return bool(_FIRST_LEADS.search(text))


def says_what_others_do(text: str) -> bool:
    """Whether `text` says what all but the first do: 其余为配合单位."""
    return bool(_OTHERS.search(text))


def states_that_others_help(text: str) -> bool:
    """Whether, in a part of `text`, all but the first are said to help."""
    said = (_OTHERS.search(part) for part in re.split("[，。；、,;）)]", text))
    return any(found and found["role"] not in {"责任", "负责"} for found in said)


def says_same_below(text: str) -> bool:
    """Whether a remark in a clause holds for all that follow it."""
    return bool(_SAME_BELOW.search(text))


def is_remark(text: str) -> bool:
    """Whether part of a clause speaks of the order, or of what follows, and names nobody."""
    return states_order(text) or says_same_below(text) or says_what_others_do(text)


def states_mark(text: str) -> bool:
    """Whether `text` says that the unit with a mark leads: 带*的为牵头单位."""
    return bool(_MARKED_LEAD.search(text))


def with_leading(mentions: tuple[Mention, ...], names: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions with those of `names` as leads."""
    leads = set(names)
    return tuple(
        Mention(mention.name, Role.LEAD) if mention.name in leads else mention
        for mention in mentions
    )


def with_first_leading(
    mentions: tuple[Mention, ...], *, others_help: bool = False
) -> tuple[Mention, ...]:
    """The mentions under the rule, unless somebody leads already. others_help: so it says.

    Who is said to help does so, and of a group nobody is the first.
    """
    if not mentions or any(mention.role is Role.LEAD for mention in mentions):
        return mentions
    first, *others = mentions
    if first.role is not Role.RESPONSIBLE or is_group(first.name):
        return mentions
    if others_help:
        others = [Mention(mention.name, Role.COOPERATING) for mention in others]
    return (Mention(first.name, Role.LEAD), *others)
