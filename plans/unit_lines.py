"""Within stage 2: what gives out duties without a number of its own → numbered.

Lines that open with a unit or a team and say what it has to do, or who is in it: 市教育局：牵头
负责考试。 宣传组：由市委宣传部牵头。 Lines that are names of units alone, above the items that they
have: 【市教育局】. Paragraphs with a clause each, or with a title and a sentence that tells
who, where nothing has a number. Only where nothing numbered gives out duties: elsewhere such lines
only say how the measures are shared.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from plans.brackets import round_brackets, split_outside
from plans.clauses import find_clauses, opens_labelled, units_in_heading
from plans.duties import read_clause
from plans.numbering import Label, Level
from plans.paragraphs import Paragraph, is_end_matter
from plans.passages import split_title
from plans.people import is_person
from plans.spoken import find_spoken
from plans.unit_names import is_team, surely_unit
from vocabulary.plan import Mention

_OPENS = re.compile(
    r"(?P<names>(?!（)[^，。；：:—]{2,80})(?:[：:]|—{1,2})"
    r"(?:(?P<duty>(?:主要|具体)?(?:牵头|负责|配合|协助|承担))|(?P<deed>\D[^：:、，。；]+)(?=[^：:]{3}))"
)
_TEAM_OPENS = re.compile(r"(?P<name>[^，。；：:、]{2,14})[：:][^。]{0,40}?(?:牵头|负责|配合|承担)")
_IN_BRACKETS = re.compile(r"[【\[〔](?P<words>[^】\]〕]+)[】\]〕][：:]?")
_ABOVE = {
    Level.CHAPTER: Level.PART,
    Level.SECTION: Level.CHAPTER,
    Level.ITEM: Level.SECTION,
    Level.SUBITEM: Level.SECTION,
}
"""What a line that names those who have the items below it ranks as."""
_SEVERAL = 2


def with_unit_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    headings = {
        at: _ABOVE[below.label.level]
        for at, (part, below) in enumerate(pairwise(paragraphs))
        if below.label and below.label.level in _ABOVE and only_names(part)
    }
    announced = _announced(paragraphs)
    if _alone_give(announced, paragraphs):
        told = [
            replace(part, text=_listed(announced[at]), units=announced[at])
            if at in announced
            else part
            for at, part in enumerate(paragraphs)
        ]
        below = {at: _level_below(paragraphs, at) for at in announced}
        ranks = {at: _ABOVE[level] for at, level in below.items() if level is not None}
        return _labelled(told, ranks)
    if _alone_give(headings, paragraphs):
        bare = [
            replace(part, text=_names_of(part)) if at in headings else part
            for at, part in enumerate(paragraphs)
        ]
        return _labelled(bare, headings)
    spoken = any(
        part.label and find_spoken(part.text[part.label.length :], year=None, firm=True)
        for part in paragraphs
    )
    lines = {
        at: Level.ITEM
        for at, part in enumerate(paragraphs)
        if part.label is None and opens_with_names(part.text, firm=spoken)
    }
    if _alone_give(lines, paragraphs):
        return _labelled(paragraphs, lines)
    if any(part.label for part in paragraphs):
        return list(paragraphs)
    closed = dict.fromkeys(_with_clauses(paragraphs), Level.ITEM)
    closed = dict.fromkeys(_with_those_that_tell(closed, paragraphs), Level.ITEM)
    return _labelled(paragraphs, closed if len(closed) >= _SEVERAL else {})


def _announced(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Mention, ...]]:
    """Lines with a label, 责任单位：甲局, above the items of those units.

    Elsewhere such a line stands below its item: here none of that rank comes before the first one.
    """
    found: dict[int, tuple[Mention, ...]] = {}
    for at, part in enumerate(paragraphs[:-1]):
        level = _level_below(paragraphs, at)
        if part.label or level not in _ABOVE or not opens_labelled(part.text):
            continue
        before = [above.label.level for above in paragraphs[:at] if above.label]
        if (level in before) is not bool(found):
            return {}
        if at and (above := paragraphs[at - 1].label) and above.level is not level:
            return {}  # it stands below a heading, and is its own
        clause = read_clause(part.text, year=None)
        if clause is None or clause.unread or clause.deadline:
            return {}
        found[at] = clause.mentions
    return found


def _level_below(paragraphs: Sequence[Paragraph], at: int) -> Level | None:
    below = paragraphs[at + 1].label
    return below.level if below else None


def _listed(mentions: Sequence[Mention]) -> str:
    return "、".join(mention.name for mention in mentions)


def _alone_give(places: Collection[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether several such lines give out the duties of a document, and nothing else does."""
    return len(places) >= _SEVERAL and not any(
        _gives_duty(part) for at, part in enumerate(paragraphs) if at not in places
    )


def _labelled(paragraphs: Sequence[Paragraph], levels: Mapping[int, Level]) -> list[Paragraph]:
    found = list(paragraphs)
    for number, (at, level) in enumerate(levels.items(), start=1):
        found[at] = replace(found[at], label=Label(level, number, "", 0))
    return found


def only_names(part: Paragraph) -> bool:
    """Whether a line is names of units alone, be they in brackets: 【区教育局】."""
    if part.label or part.bullet or part.text.startswith(("（", "(")):
        return False
    return bool(units_in_heading(_names_of(part)))


def _names_of(part: Paragraph) -> str:
    inner = _IN_BRACKETS.fullmatch(part.text)
    return inner["words"] if inner else part.text


def _with_clauses(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Paragraphs that a clause closes, and those above a line of labels, in order."""
    found = [
        at
        for at, part in enumerate(paragraphs)
        if not opens_labelled(part.text) and _gives_duty(part)
    ]
    last = len(paragraphs)  # where the run of lines of labels below the next one begins
    for at in range(len(paragraphs) - 1, -1, -1):
        if opens_labelled(paragraphs[at].text):
            continue
        if any(map(_gives_duty, paragraphs[at + 1 : last])):
            found.append(at)
        last = at
    return sorted(set(found))


def _with_those_that_tell(closed: Collection[int], paragraphs: Sequence[Paragraph]) -> list[int]:
    """Those paragraphs and, where there are any, those of their kind that tell who in a sentence.

    They are of that kind where a title of its own opens them: 关爱老人。由某局牵头，….
    """
    telling = [
        at
        for at, part in enumerate(paragraphs)
        if closed and at not in closed and _tells_below_title(part)
    ]
    return sorted((*closed, *telling))


def _tells_below_title(part: Paragraph) -> bool:
    title, body = split_title(part.text)
    if not title or not body or opens_labelled(part.text) or is_end_matter(part.text):
        return False
    told = find_spoken(part.text, year=None, firm=True)
    return bool(told) and told[0].start > len(title)


def opens_with_names(text: str, *, firm: bool = False) -> bool:
    """Whether a line opens with units or a team, and says behind a colon or a dash what they do.

    firm: with a word of duty. Who comes from a unit, or how it is called, is nothing that it does.
    """
    if (team := _TEAM_OPENS.match(text)) and is_team(team["name"]):
        return True
    opened = _OPENS.match(round_brackets(text))
    names = split_outside(opened["names"], "、") if opened else []
    if opened is None or (
        opened["deed"] and (firm or is_person(opened["deed"].partition("（")[0]))
    ):
        return False
    return all(map(surely_unit, names)) and not opens_labelled(text)


def _gives_duty(part: Paragraph) -> bool:
    if part.entry is not None:
        return True
    return any(
        found.clause.mentions and not found.told
        for found in find_clauses(part.text, year=None, people=part.people)
    )
