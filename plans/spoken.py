"""Within stage 4: who does what in running text, where neither bracket nor label says so.

由甲局牵头，乙局、丙局配合，于6月底前完成普查: a sentence falls into parts, and one in which
units stand before a word of duty gives it to them. What they do, and until when, stands in other
parts. A label that we do not know, 落地单位：, gives one too. Minutes and orders are written so;
nothing here is looked at where a clause says who does it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from plans.brackets import CLOSING, OPENING, depth_change, split_outside
from plans.dates import dates_in
from plans.duties import Clause, duty_apart, read_clause
from plans.duty_words import OTHER_NAME, WATCHING, role_of
from plans.groups import is_group
from plans.people import is_person
from plans.unit_ends import UNIT_END
from plans.unit_names import REGION, could_be_unit, is_team, looks_like_unit, surely_unit
from vocabulary.plan import Mention
from vocabulary.terms import Role

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_HANDED = re.compile(r"(?:交?由|请|责成|委托)(?=[\u4e00-\u9fff])")
_SAYING = re.compile(
    r"^(?:会议|会上|市长|县长|区长)?(?:原则)?(?:明确|决定|要求|议定|确定|同意|指出|强调|认为)?(?:如下)?[：:]?"
)
_URGED = re.compile(
    "(?:[：:]|—{1,2})?(?:也|均|都)?(?:主要|具体)?"
    "(?:(?P<duty>(?:牵头)?负责|牵头|配合|协助)|要|应|须|需|务必|尽快|抓紧|立即|先行|做好|抓好|加快|落实|承担|提供)"
)
_GROUP_URGED = re.compile(
    "各[^，。；：、（）]{1,10}?(?:（[^（）]*）)?(?=要(?!素)|应|须|务必|负责|牵头|配合)"
)
_DEED_WITHIN = re.compile(
    "要(?!素)|应当|必须|负责|牵头|会同|配合|提出|制定|先行|尽快|抓紧|做好|抓好|按照|对于|提供"
)
_NO_OWNER = re.compile(
    "督|监|考核|考评|验收|审核|审批|指导|检查|受理|咨询|联系|发证|编制|设计|施工|勘察|颁发|报送|填报"
)
"""Of what is done by others than who answers for the measure."""
_ANY_LABEL = re.compile(rf"(?P<kind>{OTHER_NAME})[：:]")
_IDLE_END = re.compile(
    "(?:[局委厅署]|[^主]办|办公室|中心|公司|集团|银行|政府|法院|检察院|[支大]队|街道|镇|乡)$"
)
_ACTS = re.compile(r"(?![的等和与及之门大院机内里外、]|[上下]属|会议|常务)[\u4e00-\u9fff]{2}")
_DEED_BEHIND = re.compile(
    "(?P<unit>.{3,}?(?:[局委办厅署]|中心|公司))"
    "(?:建设|建立|搭建|打造|开展|开发|研究|推进|推动|实施|制定|编制|完善|组建|印发|出台|启动)"
    ".{2,}(?<![局委办部厅处室组心科司])"
)
_DEED_SAID = re.compile(r"(?:[：:]|—{1,2})(?P<deed>\D[^：:、，。；（]{2,})")
_POSTS = ("员", "长")
_LONGEST_NAME = 25
_BEFORE_DATE = re.compile(r"(?:务必|力争|确保)?[于在]?")
_END = re.compile(rf"[{UNIT_END}科股馆园）]|务段|海关|单位|部门|机构|企业|院校|高校|地区|各地")
_NO_DUTY = re.compile(r"(?:担?任|为)[^，、]{0,6}(?:长|指挥|召集人|负责人)$|(?:解释|解读|起草)$")


class Spoken(NamedTuple):
    """start, end: where the words stand that give the duty; what is to be done is left out."""

    start: int
    end: int
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Part:
    """Of a sentence: who it names, or until when. firm: a word of duty, 由 or a label gives it.

    idle: it says what a unit does, but with no word of duty.
    """

    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    unread: tuple[str, ...] = ()
    firm: bool = True
    until: date | None = None
    idle: bool = False

    @property
    def lost(self) -> tuple[str, ...]:
        return self.unread if self.idle else ()


def find_spoken(text: str, *, year: int | None, firm: bool = False) -> list[Spoken]:
    """Who is given a duty in the sentences of `text`, in order.

    firm: only by a word of duty or 由. Otherwise, where there is none, those who are urged to do
    something count too: 县财政局要统筹安排资金. So do they within a sentence that has such a word.
    """
    sentences = [
        list(_parts(text, *sentence.span(), year=year)) for sentence in _SENTENCE.finditer(text)
    ]
    firmly = [
        sentence for sentence in sentences if any(part.mentions and part.firm for part in sentence)
    ]
    return [
        said
        for sentence in (firmly if firm or firmly else sentences)
        for said in _joined(text, sentence)
    ]


def _parts(text: str, start: int, end: int, *, year: int | None) -> Iterator[_Part]:
    """The parts of a sentence that name somebody or say until when."""
    for begin, stop in _between_commas(text, start, end):
        said = begin
        if (until := _leading_date(text[begin:stop], year=year)) is not None:
            said += until[0]
            yield _Part(begin, said, until=until[1])
        if (found := _given(text[said:stop])) is not None:
            yield replace(found, start=said + found.start, end=said + found.end)


def _between_commas(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start] in OPENING and text[end - 1] in CLOSING:
        start, end = start + 1, end - 1
    depth, begin = 0, start
    for at in range(start, end):
        depth += (text[at] in OPENING) - (text[at] in CLOSING)
        if text[at] in "，,；;" and depth <= 0:
            yield begin, at
            begin = at + 1
    yield begin, end


def _leading_date(words: str, *, year: int | None) -> tuple[int, date] | None:
    """How far a date by which something is to be done reaches, where words open with one."""
    opening = _BEFORE_DATE.match(words)
    at = opening.end() if opening else 0
    for found in dates_in(words, year=year):
        if found.start == at and words[: found.end].endswith("前"):
            return found.end, found.until
    return None


def _given(words: str) -> _Part | None:
    """Who is given a duty in a part of a sentence."""
    if (labelled := _ANY_LABEL.match(words)) and not _NO_OWNER.search(labelled["kind"]):
        names = units_at_start(words[labelled.end() :])
        mentions = tuple(Mention(name, Role.RESPONSIBLE) for name in names)
        return _Part(0, len(words), mentions) if names else None
    handed = [found for found in _HANDED.finditer(words) if units_at_start(words[found.end() :])]
    saying = _SAYING.match(words)
    start = handed[0].start() if handed else saying.end() if saying else 0
    headed = sum(len(name) + 1 for name in _team_at_start(words))
    if units_at_start(words[headed:]):  # 办案组：市公安局牵头
        start = max(start, headed)
    said = words[start:]
    if _NO_DUTY.search(said):
        return None
    if WATCHING.search(said):
        return _urged(said, start, firm=False)
    clause = read_clause(said, year=None)
    kept, odd = _units(clause.mentions) if clause else ((), ())
    if not clause:
        return _urged(said, start, firm=bool(handed)) or _idle(said, start)
    if not kept:
        told = _urged(said, start, firm=bool(handed))
        pointed = tuple(mention.name for mention in clause.mentions)
        return told or _Part(start, start + len(said), unread=pointed, firm=False)
    _, duty, behind = duty_apart(said)
    end = len(said) - len(behind) if duty else said.rfind(kept[-1].name) + len(kept[-1].name)
    return _Part(start, start + end, kept, (*odd, *clause.unread))


def _urged(said: str, start: int, *, firm: bool) -> _Part | None:
    """Units that open the words and are told what to do, or a colon behind them tells it."""
    opening = _HANDED.match(said)
    at = opening.end() if opening else 0
    names = units_at_start(said[at:]) or _team_at_start(said[at:])
    end = at + sum(map(len, names)) + len(names) - 1
    urged = _URGED.match(said, end)
    deed = _DEED_SAID.match(said, end) if names and not _ANY_LABEL.match(said) else None
    told = deed is not None and not is_person(deed["deed"])
    headed = told or (urged is not None and said[end] in "：:—")
    if not names or not (opening or urged or headed):
        return None
    role = role_of(urged["duty"] or "") if urged else Role.RESPONSIBLE
    behind = len(said) - len(said[end:].lstrip("：:—"))
    end = urged.end() if urged and (headed or urged["duty"]) else behind if headed else end
    mentions = tuple(Mention(name, role) for name in names)
    return _Part(start, start + end, mentions, firm=firm or headed)


def _idle(said: str, start: int) -> _Part | None:
    """A unit of which it is said what it does, with no word that we take for one of duty."""
    names = units_at_start(said)
    end = sum(map(len, names)) + len(names) - 1
    acts = names and _ACTS.match(said, end) and _IDLE_END.search(names[-1])
    return _Part(start, start + len(said), unread=(said,), firm=False, idle=True) if acts else None


def units_at_start(words: str) -> list[str]:
    """The units, with 、 between them, that words open with: 县财政局要安排资金 → 县财政局."""
    pieces = split_outside(words, "、")
    if not pieces:
        return []
    names = list(takewhile(is_listed, pieces[:-1]))
    last = pieces[len(names)]
    if name := _unit_at_start(last) or (names and is_listed(last) and last):
        names.append(name)
    return names if any(map(surely_unit, names)) else []


def _team_at_start(words: str) -> list[str]:
    """A team whose name stands before a colon: 综合协调组：负责调度."""
    name = re.split("[：:]", words, maxsplit=1)
    return name[:1] if len(name) > 1 and is_team(name[0]) else []


def is_listed(name: str) -> bool:
    """Whether a name may be that of a unit, and nothing that it does stands behind it."""
    return looks_like_unit(name) and not _DEED_WITHIN.search(name)


def _unit_at_start(words: str) -> str:
    """The longest name at the beginning that goes on without a verb or another place."""
    if (group := _GROUP_URGED.match(words)) and is_group(group[0]):
        return group[0]
    name = ""
    for end in (found.end() for found in _END.finditer(words[:_LONGEST_NAME])):
        more = words[len(name) : end]
        if name and (_DEED_WITHIN.search(more) or (len(more) > 1 and REGION.match(more))):
            break
        whole = (
            not _DEED_WITHIN.search(words[:end])
            and depth_change(words[:end]) == 0
            and words[end : end + 1] not in _POSTS
            and end > 1
        )
        if whole and surely_unit(words[:end]):
            name = words[:end]
    return name


def _units(mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Those that are units, the words behind a name taken away; and what is none."""
    kept: list[Mention] = []
    odd: list[str] = []
    for mention in mentions:
        if named := _before_deed(mention.name):
            kept.append(Mention(named, mention.role))
        elif surely_unit(mention.name) and not _DEED_WITHIN.search(mention.name):
            kept.append(mention)
        elif names := units_at_start(mention.name):
            kept += (Mention(name, mention.role) for name in names)
        elif could_be_unit(mention.name):
            kept.append(mention)
        else:
            odd.append(mention.name)
    sure = any(surely_unit(mention.name) for mention in kept)
    return (tuple(kept) if sure else (), tuple(odd))


def _before_deed(name: str) -> str:
    """The unit, where what it does runs on to a word that ends a name: 省卫健委建设统一平台."""
    found = _DEED_BEHIND.fullmatch(name)
    return found["unit"] if found and surely_unit(found["unit"]) else ""


def _joined(text: str, parts: Iterable[_Part]) -> Iterator[Spoken]:
    """Parts side by side in one; a date alone gives nobody anything.

    The one date of a sentence holds for all of it; what was not understood is said once.
    """
    parts = list(parts)
    dates = {part.until for part in parts if part.until}
    until = dates.pop() if len(dates) == 1 else None
    rows: list[list[_Part]] = []
    for part in parts:
        if rows and not text[rows[-1][-1].end : part.start].strip("，,；; "):
            rows[-1].append(part)
        else:
            rows.append([part])
    given = [row for row in rows if any(part.mentions for part in row)]
    apart = [words for row in rows if row not in given for part in row for words in part.lost]
    for at, row in enumerate(given):
        yield from _one(text, row, until, lost=() if at else tuple(apart))


def _one(
    text: str, row: list[_Part], until: date | None, *, lost: tuple[str, ...]
) -> Iterator[Spoken]:
    """lost: words of the same sentence, elsewhere, that leave open what a unit owes."""
    mentions = tuple(dict.fromkeys(mention for part in row for mention in part.mentions))
    dates = [part.until for part in row if part.until]
    unread = tuple(words for part in row for words in part.unread)
    end = row[-1].end
    end += len(text[end:]) - len(text[end:].lstrip("，,；;"))
    deadline = dates[-1] if dates else until
    clause = Clause(mentions, deadline=deadline, unread=(*unread, *lost), spoken=True)
    yield Spoken(row[0].start, end, clause)
