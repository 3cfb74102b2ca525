"""Stage 4: responsibility clauses, （甲牵头，乙、丙配合）, → who does what.

A clause is known by its form alone: names, then a word of duty, in brackets. No unit is known by
name, so that a plan of any place can be read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from plans.brackets import find_brackets, round_brackets, split_outside
from plans.dates import dates_in
from vocabulary.plan import Mention
from vocabulary.terms import Role

LONGEST = 1000
"""Characters that a clause may have: more is prose, and is not looked at closely."""

_DUTIES = (
    (r"牵头(?:负责|抓总|组织实施|组织|实施|落实)?|主办", Role.LEAD),
    (r"配合(?:负责|实施|落实|做好)?|协助|协办|参与|参加", Role.COOPERATING),
    (r"负责(?:组织实施|实施|落实)?|承办|组织实施|抓好落实|抓落实|落实", Role.RESPONSIBLE),
)
_MANNER = (
    r"(?:按照?(?:各自)?(?:职责|职能)?(?:分工)?|依职责|根据职责分工"
    r"|分别|共同|具体|积极|协同|各自|联合|全力)"
)
_DUTY = re.compile(
    rf"(?P<manner>{_MANNER}*)(?:"
    + "|".join(f"(?P<{role.name}>{words})" for words, role in _DUTIES)
    + r")(?:工作)?$"
)
_SOME_DUTY = re.compile(
    "(?:" + "|".join(words for words, _ in _DUTIES) + r")(?:工作)?(?=[，,、。；;]|$)"
)
_LABEL = re.compile(
    r"(?P<duty>牵头|主办|责任|负责|承办|配合|协办|参与|参加|协助)(?:单位|部门)?[：:]"
)
_DEADLINE = re.compile(r"(?:完成时限|完成时间|时限|办结时限)[：:]?|.*(?:前|底|年)完成$")
_FIRST_LEADS = re.compile(
    r"(?:列|排)在?(?:第一|首)(?:位|个|名)?(?:的|者)*(?:单位|部门)?为牵头(?:单位|部门)"
)
_SAME_BELOW = "下同"
_TOGETHER = re.compile(r"会同|牵头会同")
_AND_OTHERS = re.compile(r"等(?P<group>(?:各)?(?:有关|相关|其他)?(?:责任|成员)?(?:单位|部门))?$")
_AND_GROUP = re.compile(r"(?<=.)(?:以及|[和及与](?=各|有关|相关|其他))")
_NO_NAME = re.compile(r"[“”《》：:！？?!\"]|\d{4}|^谁")
_LONGEST_NAME = 40
_LINE_END = re.compile(r"[。；]?(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands in one pair of brackets.

    first_leads: the clause says that the first named leads; same_below: so do all that follow.
    and_others: the list ends in 等, so it is not complete. unread: words that fit no form.
    """

    mentions: tuple[Mention, ...]
    first_leads: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseInText:
    """start, end: the brackets' own positions, both included in text[start:end]."""

    start: int
    end: int
    clause: Clause


def find_clauses(text: str, *, year: int | None) -> list[ClauseInText]:
    """Every pair of brackets in `text` that is a clause, outermost first, in order.

    One with words that fit no form counts only where a line ends: within prose it is prose.
    """
    found: list[ClauseInText] = []
    end = 0
    for opening, closing in find_brackets(text).pairs:
        if opening < end:
            continue
        clause = read_clause(text[opening + 1 : closing], year=year)
        if clause and (not clause.unread or _LINE_END.match(text, closing + 1)):
            end = closing + 1
            found.append(ClauseInText(opening, end, clause))
    return found


def is_clause(words: str) -> bool:
    """Whether `words`, without their brackets, give somebody a duty."""
    return read_clause(words, year=None) is not None


def read_clause(words: str, *, year: int | None) -> Clause | None:
    """What the words within the brackets say; None when they give nobody a duty."""
    if len(words) > LONGEST or not _speaks_of_duty(words):
        return None
    reading = _Reading(year)
    for part in _parts(round_brackets(words)):
        reading.take(part)
    return reading.clause()


@dataclass(slots=True)
class _Reading:
    """A clause that is being read, part by part.

    waiting: names whose duty has not come yet. labelled: the duty that a label has announced;
    helping: 会同 was read, so that the next names help whoever stands before it.
    """

    year: int | None
    mentions: list[Mention] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    labelled: Role | None = None
    helping: bool = False
    first_leads: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None

    def take(self, part: str) -> None:
        if part == _SAME_BELOW:
            self.same_below = True
        elif _FIRST_LEADS.search(part):
            self.first_leads = True
        elif _DEADLINE.match(part):
            until = dates_in(part, year=self.year)
            self.deadline = until[-1].until if until else self.deadline
        else:
            self._take_names(part)

    def _take_names(self, part: str) -> None:
        if label := _LABEL.match(part):
            self._give(Role.RESPONSIBLE)
            self.labelled = _role(label["duty"])
            part = part[label.end() :]
        duty = _DUTY.search(part)
        names = part[: duty.start()] if duty else part
        leader, *helpers = _TOGETHER.split(names, maxsplit=1)
        if helpers:
            self._wait(leader)
            self._give(Role.LEAD)
            self.helping = True
            names = helpers[0]
        self._wait(names)
        if duty:
            self._give(Role.COOPERATING if self.helping else _role(duty[0]))
            self.helping = False
        elif self.labelled and not self.helping:
            self._give(self.labelled)

    def _wait(self, names: str) -> None:
        if others := _AND_OTHERS.search(names):
            self.and_others = True
            names = names[: others.start()]
            self.waiting.extend(name for name in (names, others["group"]) if name)
        elif names:
            self.waiting.append(names)

    def _give(self, role: Role) -> None:
        self.mentions.extend(Mention(name, role) for name in self.waiting)
        self.waiting.clear()

    def clause(self) -> Clause | None:
        readable = [mention for mention in self.mentions if _is_name(mention.name)]
        if not readable:
            return None
        odd = [mention.name for mention in self.mentions if not _is_name(mention.name)]
        return Clause(
            tuple(dict.fromkeys(readable)),
            first_leads=self.first_leads,
            same_below=self.same_below,
            and_others=self.and_others,
            deadline=self.deadline,
            unread=(*odd, *self.waiting),
        )


def with_first_leading(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions under the rule 列第一位者为牵头单位, unless somebody leads already."""
    if not mentions or any(mention.role is Role.LEAD for mention in mentions):
        return mentions
    return (Mention(mentions[0].name, Role.LEAD), *mentions[1:])


def _parts(words: str) -> Iterator[str]:
    for part in split_outside(words, "，,；;。、"):
        for name in _AND_GROUP.split(part.removeprefix("由")):
            if name:
                yield name


def _speaks_of_duty(words: str) -> bool:
    """A cheap look before the close one."""
    return bool(_SOME_DUTY.search(words) or _LABEL.search(words))


def _role(word: str) -> Role:
    """The role that a word of duty gives, with or without its manner before it."""
    duty = _DUTY.search(word)
    if duty:
        return next(role for _, role in _DUTIES if duty[role.name])
    return Role.RESPONSIBLE


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)
