"""Within stage 4: the words of one responsibility clause → who does what, until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from plans.brackets import round_brackets, split_outside
from plans.dates import dates_in
from plans.lines import UNIT_END
from vocabulary.plan import Mention
from vocabulary.terms import Role

LONGEST = 1000
"""Characters that a clause may have: more is prose, and is not looked at closely."""
_DUTIES = (
    (r"牵头(?:负责|抓总|组织实施|组织|实施|落实|推进|协调)?|主办|主抓", Role.LEAD),
    (
        r"配合(?:负责|实施|落实|做好|推进)?|协助(?:配合)?|协办|参与|参加|协同(?:配合)?",
        Role.COOPERATING,
    ),
    (
        r"负责(?:组织实施|实施|落实|推进)?|承办|组织(?:实施|落实)|实施|推进落实|抓好落实|抓落实|落实",
        Role.RESPONSIBLE,
    ),
)
_MANNER = (
    r"(?:(?:按照?|根据|依据|依照|依)(?:各自|工作)?(?:职责|职能|责任|权限)*(?:范围|分工|内)*"
    r"|分别|共同|具体|积极|协同|各自|联合|全力|统一|统筹|做好|抓好|认真|分工|均[需须要]?)"
)
_DUTY = re.compile(
    rf"(?P<manner>{_MANNER}*)(?:"
    + "|".join(f"(?P<{role.name}>{words})" for words, role in _DUTIES)
    + r")(?:工作)?$"
)
_SOME_DUTY = re.compile(
    "(?:"
    + "|".join(words for words, _ in _DUTIES)
    + r")(?:工作)?(?=[，,、。；;]|[）〕\]】]|$)|会同"
)
_KINDS = r"(?:单位|部门|主体|处室|科室|地区|机构)"
_LABEL_WORDS = (
    r"(?:牵头|主办|主管|主责|主要责任|第一责任|共同责任|责任|负责|承办|实施|落实"
    r"|配合|协办|协同|参与|参加|协助|联合)"
)
LABEL_NAME = (
    rf"(?P<duty>{_LABEL_WORDS})(?:[（(/和及、]{{0,1}}{_LABEL_WORDS}?[）)]?)"
    rf"(?:{_KINDS}(?:[/、和及]{_KINDS}|[（(]{_KINDS}[）)])?)"
)
_BOTH = re.compile(r"牵头.{1,3}(?:责任|负责|配合)|(?:责任|负责).{1,3}牵头")
UNTIL_NAME = (
    r"(?:(?:完成|办结|推进|整改|责任|落实)?(?:时限|期限|时间)(?:要求|节点|安排)?|时间节点|完成日期)"
)
_PEOPLE_NAME = r"[^：:，,、；;。（）()\s]{0,6}(?:领导|责任人|负责人|联系人|负责同志|联系电话|电话)"
OTHER_NAME = rf"[^：:，,、；;。（）()\s]{{1,8}}{_KINDS}"
BARE_NAME = "(?:牵头|主办|责任|负责|承办|配合|协办|参与|参加|协助)"
_LABEL = re.compile(
    rf"（?(?:{LABEL_NAME}|(?P<until>{UNTIL_NAME})|(?P<people>{_PEOPLE_NAME})"
    rf"|(?P<other>{OTHER_NAME}))(?:）?[：:]|）)"
    rf"|(?P<bare>{BARE_NAME})[：:]"
)
_LABEL_WITHIN = re.compile(
    rf"(?:{LABEL_NAME.replace('?P<duty>', '?:')}|{UNTIL_NAME}"
    r"|(?:(?:牵头|分管|责任)领导|(?:责任|联系)人)|(?<=[\u4e00-\u9fff])(?:牵头|责任|配合))[：:]"
)
_DEADLINE = re.compile(r".*(?:前|底|末|年|月|日|季度)(?:完成|办结|启动|到位|见效|落实)$")
_TIMELESS = re.compile(
    r"(?:长期|立行立改|即知即改|动态|持续|常态化?|立即|即时|全年|按时序|按计划|适时|随时|每年)(?:坚持|推进|实施|开展|落实|整改|进度)*"
)
_FIRST_LEADS = re.compile(
    r"(?:第一|首)(?:位|个|名|家)?(?:的|者|责任)*(?:单位|部门)?(?:为|是|系|即为)牵头"
)
_SAME_BELOW = "下同"
EVERYTHING = (0, 9999)
"""The numbers of all items above a clause."""
_NOTE = re.compile(
    r"[^。、]*?(?:以下|下列|下述|均[需须由涉为]|不再|涉及|具体(?:任务|工作|分工)|另行|除外)[^。]*$"
)
_ABOVE = re.compile(
    r"(?:以上|上述|前述)(?:第?(?P<first>\d{1,3})[项条]?[—–－\-~～至到](?:第)?(?P<last>\d{1,3}))?"
    r"[各一二三四五六七八九十两\d]{0,3}(?:项|条|款|重点|工作|任务|事项|措施|内容|目标)*[，,]?(?:均|都|统一|分别)?由?"
)
_NOTE_AFTER = re.compile(r"(?P<name>[^（]+)（.*）?")
_TOGETHER = re.compile(r"牵头会同|会同")
_AND_OTHERS = re.compile(
    r"等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个|家)?"
    r"(?P<group>(?:各)?(?:省|市|县|区)?(?:直|级)?(?:各)?(?:有关|相关|其他)?(?:责任|成员)?(?:单位|部门))?$"
)
_AND_GROUP = re.compile(
    r"(?<=.)(?:以及|[和及与](?=(?:自治区|地方|[省市县区州盟旗镇乡])?[直级属]?(?:各|有关|相关|其他)))"
)
_AND_UNIT = re.compile(
    r"(?<=[局委办部厅署院行府组队镇乡区县会心司）])[和及与]"
    rf"(?=.+(?:[{UNIT_END}]|）)$)"
)
_ROLE_AFTER = re.compile(
    r"（(?P<role>牵头|主办|负责|责任|主责|配合|协办|参与)(?:单位|部门|负责)?）$"
)
_ROLE_OF_LIST = re.compile(
    r"^[^，,；;：:（）]+、[^，,；;：:（）]+（(?:牵头|主办|主责)(?:单位|部门)?）[，,；;]"
    r"|（(?:牵头|主办|主责)(?:单位|部门)?）[，,；;][^，,；;：:（）]+、[^，,；;：:（）]+（(?:配合|协办|参与)"
)
_ONLY_PLACES = re.compile(
    r"(?:县级市|开发区|高新区|经开区|园区|街道|乡镇|社区|乡|镇|县|区|市|旗|州|村|林场|农场)+"
    r"(?:（[^）]*）)?(?:人民政府|政府|党工委|办事处|管委会|街道办|办)?"
)
_NO_NAME = re.compile(r"[“”《》：:！？?!\"]|\d{4}|^谁|^除")
_LONGEST_NAME = 40
_TELEPHONE = re.compile(r"（[^（）]*\d{7}[^（）]*）$")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands in one pair of brackets, or behind a label.

    first_leads: the clause says that the first named leads; same_below: so do all that follow.
    and_others: the list ends in 等, so it is not complete. unread: words that fit no form.
    above: it is that of all items above it, or of those whose first and last number it names.
    """

    mentions: tuple[Mention, ...]
    first_leads: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None
    unread: tuple[str, ...] = ()
    above: tuple[int, int] | None = None


def opens_with_role(text: str) -> bool:
    """Whether a line in a cell says itself what role its names have, as 牵头：."""
    return bool(_LABEL.match(text))


def states_rule(text: str) -> bool:
    """Whether `text` says, outside any clause, that the first named unit leads from here on."""
    return bool(_FIRST_LEADS.search(text))


def read_clause(words: str, *, year: int | None) -> Clause | None:
    """What the words within the brackets say; None when they give nobody a duty."""
    clause = read_words(words, year=year)
    return clause if clause and clause.mentions else None


def read_words(words: str, *, year: int | None) -> Clause | None:
    """Also a clause that says no more than until when."""
    if len(words) > LONGEST:
        return None
    words, *notes = _notes_apart(round_brackets(words))
    if not _speaks_of_duty(words):
        return None
    reading = _Reading(year, ignored=notes, grouped=bool(_ROLE_OF_LIST.search(words)))
    above = _ABOVE.match(words)
    for part, separator in parts(words[above.end() :] if above else words):
        reading.take(part)
        if separator not in {"", "、"}:
            reading.pause()
    clause = reading.clause()
    return replace(clause, above=_span(above)) if clause and above else clause


def _notes_apart(words: str) -> list[str]:
    """The clause, and sentences behind it that say something of other measures."""
    first, *others = split_outside(words, "。") or [""]
    notes = [words for words in others if _NOTE.match(words) and not _FIRST_LEADS.search(words)]
    return ["。".join((first, *(words for words in others if words not in notes))), *notes]


def _span(above: re.Match[str]) -> tuple[int, int]:
    return (int(above["first"]), int(above["last"])) if above["first"] else EVERYTHING


@dataclass(slots=True)
class _Reading:
    """A clause that is being read, part by part.

    waiting: names whose duty has not come yet. labelled: the duty that a label has announced;
    helping: 会同 was read, so that the next names help whoever stands before it.
    skipping: a label has announced what is no unit; until: it has announced a date.
    role_after: a role stood behind a name, 甲（牵头）, so that names without one are responsible.
    grouped: such a role is that of the whole list before it, 甲、乙（牵头），丙、丁（配合）.
    """

    year: int | None
    mentions: list[Mention] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    labelled: Role | None = None
    helping: bool = False
    skipping: bool = False
    until: bool = False
    first_leads: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None
    role_after: bool = False
    grouped: bool = False
    ignored: list[str] = field(default_factory=list)

    def take(self, part: str) -> None:
        if _FIRST_LEADS.search(part) or part.rstrip("）").endswith(_SAME_BELOW):
            self.first_leads = self.first_leads or bool(_FIRST_LEADS.search(part))
            self.same_below = self.same_below or _SAME_BELOW in part
            noted = _NOTE_AFTER.fullmatch(part)
            part = noted["name"] if noted else ""
        if label := _LABEL.match(part):
            self.pause()
            self._open(label)
            part = part[label.end() :]
        if not part:
            return
        if self.until or _DEADLINE.match(part) or _is_date(part):
            until = dates_in(part, year=self.year)
            self.deadline = until[-1].until if until else self.deadline
        elif self.skipping:
            self.ignored += [part] if self.ignored else []
        elif not _TIMELESS.fullmatch(part):
            self._take_names(part)

    def pause(self) -> None:
        """A list of names has ended: without a word of duty it has that of its label."""
        if self.labelled and not self.helping:
            self._give(self.labelled)

    def _open(self, label: re.Match[str]) -> None:
        self.until = bool(label["until"])
        self.skipping = bool(label["people"] or label["other"])
        self.labelled = None
        if label["other"]:
            self.ignored.append(label["other"])
        if word := label["duty"] or label["bare"]:
            self.labelled = _role(word)
            if _BOTH.search(label[0]):
                self.labelled, self.first_leads = Role.RESPONSIBLE, True

    def _take_names(self, part: str) -> None:
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

    def _wait(self, names: str) -> None:
        group = ""
        if others := _AND_OTHERS.search(names):
            self.and_others = True
            names, group = names[: others.start()], others["group"] or ""
        for written in _AND_UNIT.split(names):
            name = _TELEPHONE.sub("", written)
            if role := _ROLE_AFTER.search(name):
                if self.grouped:
                    self._give(_role(role["role"]))
                self.mentions.append(Mention(name[: role.start()], _role(role["role"])))
                self.role_after = True
            elif (
                self.waiting and self.waiting[-1].startswith("各") and _ONLY_PLACES.fullmatch(name)
            ):
                self.waiting[-1] += f"、{name}"
            elif name:
                self.waiting.append(name)
        if group not in {"", "单位", "部门"}:
            self.waiting.append(group)

    def _give(self, role: Role) -> None:
        self.mentions.extend(Mention(name, role) for name in self.waiting)
        self.waiting.clear()

    def clause(self) -> Clause | None:
        self.pause()
        if self.helping:
            self._give(Role.COOPERATING)
        elif self.role_after:
            self._give(Role.RESPONSIBLE)
        odd = [mention.name for mention in self.mentions if not _is_name(mention.name)]
        return Clause(
            tuple(dict.fromkeys(m for m in self.mentions if _is_name(m.name))),
            first_leads=self.first_leads,
            same_below=self.same_below,
            and_others=self.and_others,
            deadline=self.deadline,
            unread=(*odd, *self.waiting, *self.ignored),
        )


def with_first_leading(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions under the rule 列第一位者为牵头单位, unless somebody leads already."""
    if not mentions or any(mention.role is Role.LEAD for mention in mentions):
        return mentions
    return (Mention(mentions[0].name, Role.LEAD), *mentions[1:])


def parts(words: str) -> Iterator[tuple[str, str]]:
    """Names and other words, each with the sign that follows it outside brackets."""
    start = depth = 0
    for at, sign in enumerate(f"{words}。"):
        if sign == "（":
            depth += 1
        elif sign == "）":
            depth -= 1
        elif sign in "，,；;。、\n" and (depth <= 0 or at == len(words)):
            pieces = [
                piece
                for labelled in _at_labels(words[start:at].removeprefix("由"))
                for piece in _AND_GROUP.split(labelled)
                if piece
            ]
            for place, piece in enumerate(pieces):
                yield piece, "、" if place + 1 < len(pieces) else sign
            start = at + 1


def _at_labels(part: str) -> list[str]:
    """The part, cut before every label within it that nothing separates from what is before."""
    cuts = [0, *(label.start() for label in _LABEL_WITHIN.finditer(part)), len(part)]
    return [part[start:end] for start, end in pairwise(cuts)]


def _speaks_of_duty(words: str) -> bool:
    """A cheap look before the close one."""
    return bool(_SOME_DUTY.search(words) or _LABEL.search(words))


def _is_date(part: str) -> bool:
    """Whether a part is a date and nothing else, of whatever year."""
    found = dates_in(part, year=1)
    return bool(found) and (found[0].start, found[0].end) == (0, len(part))


def _role(word: str) -> Role:
    """The role that a word of duty gives, with or without its manner before it."""
    duty = _DUTY.search(word)
    if duty:
        return next(role for _, role in _DUTIES if duty[role.name])
    return Role.RESPONSIBLE


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)
