"""Within stage 4: the words of one responsibility clause → who does what, until when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from plans.brackets import round_brackets, split_outside
from plans.dates import dates_in, until_in
from plans.duty_words import (
    BOTH_ROLES,
    DUTY,
    DUTY_WITH_OBJECT,
    IN_PERSON_NAME,
    LABEL,
    LABEL_NAME,
    LABEL_WITHIN,
    MANNER_BEHIND,
    OPENING,
    PEOPLE_IN_BRACKETS,
    ROLE_BEHIND,
    TOGETHER,
    UNTIL_NAME,
    WATCHING,
    role_of,
    speaks_of_duty,
)
from plans.order_rule import (
    MARKS,
    is_remark,
    says_same_below,
    states_order,
    states_that_others_help,
)
from plans.people import is_person
from plans.unit_ends import UNIT_END
from plans.unit_names import (
    is_nobody,
    looks_like_unit,
    person_behind,
    says_its_place,
    surely_unit,
    units_alone,
    without_quoted,
)
from vocabulary.plan import Mention
from vocabulary.terms import Role

LONGEST = 1000
"""Characters that a clause may have: more is prose, and is not looked at closely."""
_DEADLINE = re.compile(
    r".*(?:前|底|末|年|月|日|季度)(?:全部|基本|力争)?(?:完成|办结|启动|到位|见效|落实|建成|投用|竣工|开工|出台|印发|取得.{0,6}(?:成效|进展))$"
)
_TIMELESS = re.compile(
    r"(?:长期|立行立改|即知即改|动态|持续|常态化?|立即|即时|全年|按时序|按计划|适时|随时|每年)(?:坚持|推进|实施|开展|落实|整改|进度)*"
)
_NO_DAY = re.compile(
    rf"(?:{_TIMELESS.pattern}|并|[，、])*|每[^，。]*|[/／\\—－\-无]*|(?:并|力争)?(?:持续|长期|坚持|按|视|根据)[^，。]*"
)
"""What stands behind a label of time and means none."""
EVERYTHING = (0, 9999)
"""The numbers of all items above a clause."""
_NOTE = re.compile(
    r"[^。、]*?(?:以下|下列|下述|均[需须由涉为]|不再|涉及|具体(?:任务|工作|分工)|另行|除外)[^。]*$"
)
_NOTE_SIGN = re.compile(r"(?<=[\u4e00-\u9fff）)])(?:[①-⑳¹²³⁴-⁹]+|[\[［〔]\d{1,2}[\]］〕])")
"""Behind a name, for a note at the foot: 市民政局②."""
_SAID_BEHIND = re.compile(
    rf"(?<=[{UNIT_END}科股馆）])[、，\n]?（(?P<said>[^（）]+[{UNIT_END}科股馆](?:配合|协助|协办|参与|牵头|负责))）"
    r"(?P<duty>牵头负责|牵头|负责|主办)?"
)
"""A clause of others behind a name: 县水务局（县住建局配合）."""
_LABEL_SET_OFF = re.compile(rf"(?<=[^：:])（(?P<label>{LABEL_NAME}|{UNTIL_NAME})）[：:]?")
"""A label behind names without a stop: 【责任单位】甲局【完成时限】6月."""
_BELOW = re.compile("(?:以下|下列|下述)(?:各项|任务|措施|工作|内容)*(?:均|都|各|需|须|由|涉)")
"""What is said of other measures, which nobody may overlook."""
_ABOVE = re.compile(
    r"(?:以上|上述|前述)(?:第?(?P<first>\d{1,3})[项条]?[—–－\-~～至到](?:第)?(?P<last>\d{1,3}))?"
    r"[各一二三四五六七八九十两\d]{0,3}(?:项|条|款|重点|工作|任务|事项|措施|内容|目标)*[，,]?(?:均|都|统一|分别)?由?"
)
_NOTE_AFTER = re.compile(r"(?P<name>[^（]+)（.*）?")
_SORTS = "(?:单位|部门|机构|企业|地区)"
_AND_OTHERS = re.compile(
    r"等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个|家)?"
    r"(?P<group>(?:[^等、，]{0,8}(?:各|有关|相关|其他|[直级市县区省国]属?))?(?:责任|成员|职能)?"
    rf"{_SORTS}(?:[和及、与]{_SORTS})?"
    rf"|(?<=[{UNIT_END}）]等)[^等、，]{{2,24}}成员单位)?$"
)
_NO_GROUP = re.compile(rf"(?:{_SORTS}|[和及、与])*")
_AND_GROUP = re.compile(
    r"(?<=.)(?:以及|[和及与](?=(?:自治区|地方|[省市县区州盟旗镇乡])?[直级属]?(?:各|有关|相关|其他)))"
)
_AND_UNIT = re.compile(
    r"(?<=[局委办部厅署院行府组队镇乡区县会心司处所校馆科）])[和及与]"
    rf"(?!(?:人民)?政府$|办事处$|管委会$)(?=.+(?:[{UNIT_END}科馆]|）)$)"
)
_ROLE_OF_LIST = re.compile(
    r"^[^，,；;：:（）]+、[^，,；;：:（）]+（(?:牵头|主办|主责)(?:单位|部门)?）[，,；;]"
    r"|（(?:牵头|主办|主责)(?:单位|部门)?）[，,；;][^，,；;：:（）]+、[^，,；;：:（）]+（(?:配合|协办|参与)"
)
_ONLY_PLACES = re.compile(
    r"(?:县级市|自治[州县旗]|开发区|高新区|经开区|园区|街道|乡镇|社区|地区|乡|镇|县|区|市|旗|州|盟|村|林场|农场)+"
    r"(?:（[^）]*）)?(?:人民政府|政府|党工委|办事处|管委会|行署|街道办|办)?"
    r"|(?:自治区|直辖市|计划单列市)(?:[及和](?:直辖市|计划单列市|新疆生产建设兵团))?(?:人民政府|[^、，]{0,6}部门)?"
    r"|(?:党委|党工委|人民政府|政府|办事处|管委会)"
)
_NO_NAME = re.compile(
    r"[“”《》：:！？?!\"]|(?:19|20)\d\d|\d{6}|^谁|^除|^各(?:司其职|负其责|尽其责)|[局委办部厅](?:牵头|负责|配合)"
)
_LONGEST_NAME = 40
_ROLE_WORD = 2  # signs, with which the label of a person says the role: 牵头责任人
_IN_BRACKETS = re.compile(rf"（(?P<words>[^（）]{{2,12}})）(?![\u4e00-\u9fff]?[{UNIT_END}])")
_HANDED = re.compile(r"^(?:由|(?:并|再)[由请])")
_IN_PERSON = re.compile(IN_PERSON_NAME)
_HALF_STOP = re.compile(r"(?<=[\u4e00-\u9fff）])[.．](?=[\u4e00-\u9fff\s]|$)")
_EXPLAINS = re.compile(r"[含除如即指]|不?包括|不含|原|简称|以下")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands in one pair of brackets, or behind a label.

    first_leads: the clause says that the first named leads; others_help: and what the others do;
    same_below: so do all that follow.
    and_others: the list ends in 等, so it is not complete. unread: words that fit no form.
    assumed: names whose role no word says. marked: names with a sign before or behind them, as
    *甲局. above: it is that of all items above it, or of those
    whose first and last number it names. spoken: it was found in running text. in_person: names
    that a label of people gave, and hardly those of units. earlier_deadlines: dates that stand
    beside the deadline. timeless: behind a label of time it says 持续推进. undated: it says there
    what is no date, 汛期前.
    """

    mentions: tuple[Mention, ...]
    first_leads: bool = False
    others_help: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None
    unread: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    above: tuple[int, int] | None = None
    spoken: bool = False
    in_person: tuple[str, ...] = ()
    earlier_deadlines: tuple[date, ...] = ()
    timeless: bool = False
    undated: tuple[str, ...] = ()

    @property
    def deadlines(self) -> tuple[date, ...]:
        """All that it names; empty where it names none."""
        return (*self.earlier_deadlines, self.deadline) if self.deadline else ()


def opens_with_role(text: str) -> bool:
    """Whether a line in a cell says itself what role its names have, as 牵头：."""
    return bool(LABEL.match(text))


def read_clause(words: str, *, year: int | None) -> Clause | None:
    """What the words within the brackets say; None when they give nobody a duty."""
    clause = read_words(words, year=year)
    return clause if clause and clause.mentions else None


@lru_cache(maxsize=2**16)  # the same words are looked at by several stages, one after the other
def read_words(words: str, *, year: int | None, people: bool = False) -> Clause | None:
    """Also a clause that says no more than until when.

    people: no unit owes anything here, so that whoever answers in person does.
    """
    if len(words) > LONGEST:
        return None
    words, *notes = _notes_apart(_without_people(_NOTE_SIGN.sub("", words)))
    if not speaks_of_duty(words):
        return None
    grouped = bool(_ROLE_OF_LIST.search(words))
    reading = _Reading(year, ignored=notes, grouped=grouped, people=people)
    above = _ABOVE.match(words)
    opening = above or OPENING.match(words)
    reading.take_all(words[opening.end() :] if opening else words)
    clause = reading.clause()
    return replace(clause, above=_span(above)) if clause and above else clause


def read_names(words: str, *, year: int | None = None, one: bool = False) -> Clause | None:
    """A list of units that no word of duty goes with: they are responsible.

    Where no name says its place the role is assumed: 教务处、图书馆 may be something else. one: as
    in units_alone.
    """
    if len(words) > LONGEST or _EXPLAINS.match(words):
        return None
    reading = _Reading(year)
    reading.take_all(_without_people(_NOTE_SIGN.sub("", words)))
    names = list(dict.fromkeys(reading.waiting))
    if reading.mentions or reading.ignored or not (units := units_alone(names, one=one)):
        return None
    return Clause(
        tuple(Mention(name, Role.RESPONSIBLE) for name in units),
        and_others=reading.and_others,
        deadline=reading.deadline,
        unread=tuple(name for name in names if name not in units),
        assumed=() if any(map(says_its_place, units)) else tuple(units),
    )


def _without_people(words: str) -> str:
    words = PEOPLE_IN_BRACKETS.sub("", round_brackets(words))
    words = _LABEL_SET_OFF.sub(r"；\g<label>：", words)
    words = _SAID_BEHIND.sub(r"\g<duty>，\g<said>", words)
    return _IN_BRACKETS.sub(lambda found: "" if is_person(found["words"]) else found[0], words)


def _notes_apart(words: str) -> list[str]:
    """The clause, and sentences behind it that say something of other measures."""
    first, *others = split_outside(words, "。") or [""]
    notes = [words for words in others if _NOTE.match(words) and not states_order(words)]
    return ["。".join((first, *(words for words in others if words not in notes))), *notes]


def _span(above: re.Match[str]) -> tuple[int, int]:
    return (int(above["first"]), int(above["last"])) if above["first"] else EVERYTHING


@dataclass(slots=True)
class _Reading:
    """A clause that is being read, part by part.

    waiting: names whose duty has not come yet; earlier: how many of them stand before the last
    comma. labelled: the duty that a label has announced; announced: some label has come.
    helping: 会同 was read, so that the next names help whoever stands before it.
    skipping: a label has announced what is no unit; until: it has announced a date.
    role_after: a role stood behind a name, 甲（牵头）, so that names without one are responsible.
    watched: somebody watches over what the others do.
    grouped: such a role is that of the whole list before it, 甲、乙（牵头），丙、丁（配合）.
    people: whoever answers in person owes it; in_person: their label has come.
    telling: what a unit does is being listed, 甲局负责保洁、绿化.
    dates: parts that are dates and nothing else. undated: behind a label of time, others.
    """

    year: int | None
    mentions: list[Mention] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    earlier: int = 0
    labelled: Role | None = None
    announced: bool = False
    helping: bool = False
    skipping: bool = False
    until: bool = False
    first_leads: bool = False
    others_help: bool = False
    same_below: bool = False
    and_others: bool = False
    deadline: date | None = None
    dates: list[date] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    timeless: bool = False
    role_after: bool = False
    watched: bool = False
    grouped: bool = False
    people: bool = False
    in_person: bool = False
    telling: bool = False
    ignored: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)

    def take_all(self, words: str) -> None:
        for part, separator in _parts(words):
            self.take(part)
            if separator not in {"", "、"}:
                self.pause()

    def take(self, part: str) -> None:
        if _BELOW.match(part) and not is_remark(part):
            self.ignored.append(part)
            return
        if is_remark(part):
            self.first_leads = self.first_leads or states_order(part)
            self.others_help = self.others_help or states_that_others_help(part)
            self.same_below = self.same_below or says_same_below(part)
            noted = _NOTE_AFTER.fullmatch(part)
            part = noted["name"] if noted and not is_remark(noted["name"]) else ""
        if label := LABEL.match(part):
            self.pause()
            self._open(label)
            part = part[label.end() :]
        if not part:
            return
        if self.until or _DEADLINE.match(part) or is_date(part):
            self._take_date(part)
        elif self.skipping:
            self.ignored += [part] if self.ignored else []
        elif self.in_person:
            self._wait(part)
        elif WATCHING.search(part):
            self.ignored += [*self.waiting[self.earlier :], part]
            del self.waiting[self.earlier :]
            self.watched = True
        elif not (_TIMELESS.fullmatch(part) or (self.telling and _goes_on(part))):
            self._take_names(part)

    def _take_date(self, part: str) -> None:
        until = until_in(part, year=self.year)
        if until and is_date(part):
            self.dates.append(until)
        self.deadline = until or self.deadline
        if until is None and self.until and not _NO_DAY.fullmatch(part):
            self.undated.append(part)
        self.timeless = self.timeless or bool(until is None and _TIMELESS.fullmatch(part))

    def pause(self) -> None:
        """A list of names has ended: without a word of duty it has that of its label."""
        if self.helping:
            self._give(Role.COOPERATING)
            self.helping = False
        elif self.labelled:
            self._give(self.labelled)
        self.earlier = len(self.waiting)
        self.telling = False

    def _open(self, label: re.Match[str]) -> None:
        self.announced = True
        self.until = bool(label["until"])
        self.in_person = self.people and bool(_IN_PERSON.fullmatch(label["people"] or ""))
        self.skipping = bool(label["other"] or (label["people"] and not self.in_person))
        self.labelled = Role.RESPONSIBLE if label["division"] else None
        if label["other"]:
            self.ignored.append(label["other"])
        if self.in_person:
            self.labelled = role_of(label["people"][:_ROLE_WORD])
        if word := label["duty"] or label["bare"] or label["said"]:
            self.labelled = role_of(word)
            if BOTH_ROLES.search(label[0]):
                self.labelled, self.first_leads = Role.RESPONSIBLE, True

    def _take_names(self, part: str) -> None:
        names, word, behind = duty_apart(part)
        leader, *helpers = TOGETHER.split(names, maxsplit=1)
        if helpers:
            self._wait(leader)
            self._give(Role.LEAD)
            self.helping = True
            names = helpers[0]
        self._wait(names)
        if word:
            self._give(Role.COOPERATING if self.helping else role_of(word))
            self.helping = False
        if behind and surely_unit(duty_apart(behind)[0]):
            self._take_names(behind)
        elif behind:
            self.telling = True

    def _wait(self, names: str) -> None:
        group = ""
        if others := _AND_OTHERS.search(names):
            self.and_others = True
            names, group = names[: others.start()], others["group"] or ""
        for written in _AND_UNIT.split(names):
            if person := person_behind(written):
                self.ignored.append(person)
            unit = written.removesuffix(person)
            if (name := unit.strip(MARKS)) != unit:
                self.marked.append(name)
            if role := ROLE_BEHIND.search(name):
                if self.grouped:
                    self._give(role_of(role["role"]))
                self.mentions.append(Mention(name[: role.start()], role_of(role["role"])))
                self.role_after = True
            elif (
                self.waiting and self.waiting[-1].startswith("各") and _ONLY_PLACES.fullmatch(name)
            ):
                self.waiting[-1] += f"、{name}"
            elif name:
                self.waiting.append(name)
        if not _NO_GROUP.fullmatch(group):
            self.waiting.append(group)

    def _give(self, role: Role) -> None:
        """Whoever waits gets the role.

        Where all that a list says is who helps, only the last of its parts does so: 甲局，乙局参与.
        """
        doing = any(mention.role is not Role.COOPERATING for mention in self.mentions)
        earlier = self.earlier if self.earlier < len(self.waiting) else 0
        if role is Role.COOPERATING and earlier and not doing and not self.helping:
            self._assume(self.waiting[:earlier])
            del self.waiting[:earlier]
        self.mentions.extend(Mention(name, role) for name in self.waiting)
        self.waiting.clear()
        self.earlier = 0

    def _assume(self, names: list[str]) -> None:
        self.mentions.extend(Mention(name, Role.RESPONSIBLE) for name in names)
        self.assumed.extend(names)

    def clause(self) -> Clause:
        self.pause()
        if self.role_after:
            self._give(Role.RESPONSIBLE)
        elif self.mentions or self.watched or self.first_leads:
            self._assume([name for name in self.waiting if surely_unit(name)])
            self.waiting = [name for name in self.waiting if not surely_unit(name)]
        named = [mention for mention in self.mentions if self._may_be(mention.name)]
        odd = [mention.name for mention in self.mentions if mention not in named]
        if not self.announced and not any(self._may_owe(mention.name) for mention in named):
            named = []
        in_person = [m.name for m in named if self.people and not surely_unit(m.name)]
        dates = sorted({*self.dates, *filter(None, [self.deadline])})
        return Clause(
            tuple(dict.fromkeys(named)),
            first_leads=self.first_leads,
            others_help=self.others_help,
            same_below=self.same_below,
            and_others=self.and_others,
            deadline=dates[-1] if dates else None,
            unread=(*odd, *self.waiting, *self.ignored),
            assumed=tuple(self.assumed),
            marked=tuple(self.marked),
            in_person=tuple(in_person),
            earlier_deadlines=tuple(dates[:-1]),
            timeless=self.timeless,
            undated=tuple(self.undated),
        )

    def _may_owe(self, name: str) -> bool:
        return looks_like_unit(name) or (self.people and is_person(name))

    def _may_be(self, name: str) -> bool:
        """Whether it can be the name of one who owes; behind a label nearly everything can."""
        if not 2 <= len(name) <= _LONGEST_NAME or _NO_NAME.search(without_quoted(name)):
            return False
        if is_person(name) and not self.people:
            return False
        return self.announced or not is_nobody(name)


def _goes_on(part: str) -> bool:
    """Whether a part of a list of what a unit does is no unit itself."""
    return not (looks_like_unit(part) or duty_apart(part)[1])


def duty_apart(part: str) -> tuple[str, str, str]:
    """The names in a part of a clause, the word that gives them their duty, and what is behind it.

    Behind it stands what they do, or, where a line ended in a cell, the next unit.
    """
    duty = DUTY.search(part)
    within = DUTY_WITH_OBJECT.match(part)
    if within and (duty is None or duty.start() > within.end("names")):
        return within["names"], within["duty"], within["object"]
    if duty:
        return part[: duty.start()], duty[0], ""
    return MANNER_BEHIND.sub("", part), "", ""


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """Names and other words, each with the sign that follows it outside brackets."""
    start = depth = 0
    for at, sign in enumerate(f"{words}。"):
        if sign == "（":
            depth += 1
        elif sign == "）":
            depth -= 1
        elif _ends_part(words, at, sign) and (depth <= 0 or at == len(words)):
            pieces = [
                piece
                for labelled in _at_labels(_HANDED.sub("", words[start:at]))
                for piece in _AND_GROUP.split(labelled)
                if piece
            ]
            for place, piece in enumerate(pieces):
                yield piece, "、" if place + 1 < len(pieces) else sign
            start = at + 1


def _ends_part(words: str, at: int, sign: str) -> bool:
    """Whether one part ends here. A full stop may be typed as a half one: 编办配合.完成时间."""
    return sign in "，,；;。、\n" or bool(sign in ".．" and _HALF_STOP.match(words, at))


def _at_labels(part: str) -> list[str]:
    """The part, cut before every label within it that nothing separates from what is before."""
    opened = _IN_PERSON.match(part)  # 整改责任人： is one label
    within = (found.start() for found in LABEL_WITHIN.finditer(part, opened.end() if opened else 0))
    cuts = [0, *within, len(part)]
    return [part[start:end] for start, end in pairwise(cuts)]


def is_date(part: str) -> bool:
    """Whether a part is a date and nothing else, of whatever year."""
    found = dates_in(part, year=1)
    return bool(found) and (found[0].start, found[0].end) == (0, len(part))
