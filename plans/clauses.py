"""Stage 4: responsibility clauses → who does what.

A clause is known by its form alone, so that a plan of any place can be read; no unit is known by
name. In brackets, names and then a word of duty: （甲牵头，乙、丙配合）. On a line of its own or
at the end of one, a label and then names: 责任单位：甲、乙. At the end, a sentence that opens with
由: 由甲牵头，乙配合。
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from plans.brackets import find_brackets, round_brackets
from plans.duties import (
    BARE_NAME,
    LABEL_NAME,
    LONGEST,
    OTHER_NAME,
    UNTIL_NAME,
    Clause,
    parts,
    read_clause,
    read_words,
)
from plans.groups import is_group
from plans.lines import UNIT_END
from vocabulary.plan import Mention
from vocabulary.terms import Role

_LABELLED_LINE = re.compile(
    r"(?:^|(?<=[。；;！？!?\n）)]))[ —-]*"
    rf"(?:(?:(?:以上|上述)[^：:。，\n]{{0,14}}?)?(?:{LABEL_NAME}|{UNTIL_NAME})[：:]"
    rf"|[【\[〔](?:{LABEL_NAME.replace('?P<duty>', '?:')}|{UNTIL_NAME})[】\]〕][：:]?"
    rf"|{BARE_NAME}[：:])",
    re.MULTILINE,
)
_BARE_LABEL = re.compile(rf"[【\[〔]?(?:{LABEL_NAME}|{UNTIL_NAME})[】\]〕]?[：:]?")
_PEOPLE_LINE = re.compile(
    r"(?:牵头|责任|分管|包联|联系|主管|[省市县区]级|挂钩)?(?:领导|责任人|负责人|联系人)[：:]"
    rf"|{OTHER_NAME}[：:]"
)
_LINE_END = re.compile(r"[。；]?(?:\n|$)")
_SENTENCES_LAST = re.compile(
    r"(?:^|(?<=[。；！？\n]))(?:(?:以上|上述)[^。；！？\n]{0,14}?)?由[^。；！？\n]{4,}(?=。?$)"
)
_SAYS_WHO = re.compile(
    r"(?:^|(?<=[。；！？\n]))(?:——?|--)?[^。；！？\n—]{3,400}?"
    r"(?:牵头(?:负责)?|负责(?:落实|实施)?)[^。；！？\n]{0,400}(?=。?$)"
)
_TEXT_END = re.compile(r"[。；]?\s*")
_REGION = re.compile(r"[省市县区州]")
_PLAIN_UNIT = re.compile(
    r"(?![含除如即指])(?:各[^。：“”]+|[^。：“”\d]{2,}(?:[局委办部厅署院行府]|中心|公司|集团|高校|院校|企业|联合?会))(?:（[^）]*）)?"
)
_COUNT = re.compile(r"（(?:共)?\d{1,3}[项条个]）$")
_VERB = re.compile(
    "加强|推进|推动|建立|健全|完善|组织|督促|指导|落实|压实|明确|强化|引导|支持|鼓励|协调|要求|按照"
)
_NO_UNIT = re.compile(r"[\d“”《》]")
_UNIT_LIKE = re.compile(rf"[{UNIT_END}）]$")


@dataclass(frozen=True, slots=True)
class ClauseInText:
    """start, end: where it stands, with its brackets. labelled: it is a line with a label."""

    start: int
    end: int
    clause: Clause
    labelled: bool = False


def find_clauses(text: str, *, year: int | None) -> list[ClauseInText]:
    """Every clause in `text`, outermost first, in order.

    One in brackets with words that fit no form counts only where a line ends: within prose it is
    prose. One without brackets or label counts only where there is no other.
    """
    lines = list(_labelled_lines(text, year=year))
    found: list[ClauseInText] = []
    end = 0
    for opening, closing in find_brackets(text).pairs:
        if opening < end or any(line.start <= opening < line.end for line in lines):
            continue
        clause = read_clause(text[opening + 1 : closing], year=year)
        if clause and (not clause.unread or _LINE_END.match(text, closing + 1)):
            end = closing + 1
            found.append(ClauseInText(opening, end, clause))
    labelled = [
        line for line in lines if not any(one.start < line.start < one.end for one in found)
    ]
    found = sorted((*found, *labelled), key=lambda clause: clause.start)
    return found or list(_last_sentence(text, year=year)) or list(_names_alone(text))


def is_clause(words: str) -> bool:
    """Whether `words`, without their brackets, give somebody a duty."""
    return read_clause(words, year=None) is not None


def opens_labelled(text: str) -> bool:
    """Whether a line opens with a label, as 责任单位：."""
    if _PEOPLE_LINE.match(text):
        return True
    found = _LABELLED_LINE.search(text)
    return found is not None and not text[: found.start()].strip()


def is_bare_label(text: str) -> bool:
    """Whether a line is a label alone, with its names to come."""
    return bool(_BARE_LABEL.fullmatch(text))


def _labelled_lines(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """From a label to the end of its line, or to a sentence that opens with no label."""
    done = 0
    for opened in _LABELLED_LINE.finditer(text):
        if opened.start() < done:
            continue
        start, end = opened.start(), text.find("\n", opened.start())
        end = len(text) if end < 0 else end
        for stop in re.finditer("[。！？]", text[start:end]):
            behind = start + stop.end()
            if behind < end and not _LABELLED_LINE.match(text, behind):
                end = behind
                break
        clause = read_words(text[start:end].strip(" —-"), year=year)
        if clause and (clause.mentions or clause.deadline or clause.first_leads):
            done = end
            yield ClauseInText(start, end, clause, labelled=True)


def _last_sentence(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """One that opens with 由, or gives duties to names of units and says nothing else."""
    if found := _SENTENCES_LAST.search(text):
        clause = read_clause(found[0], year=year)
        if clause and not clause.unread and all(map(_unit_like, clause.mentions)):
            yield ClauseInText(found.start(), found.end(), clause)
    elif found := _SAYS_WHO.search(text):
        clause = read_clause(found[0].lstrip("—-"), year=year)
        if clause and not clause.unread and all(map(_surely_unit, clause.mentions)):
            yield ClauseInText(found.start(), found.end(), clause)


def _names_alone(text: str) -> Iterator[ClauseInText]:
    """The last brackets, where they close the text and hold nothing but names of units."""
    pairs = find_brackets(text).pairs
    opening, closing = max(pairs, key=itemgetter(1), default=(0, 0))
    if not pairs or not _TEXT_END.fullmatch(text, closing + 1) or closing - opening > LONGEST:
        return
    words = round_brackets(text[opening + 1 : closing])
    names = [name for name, _ in parts(words)]
    if all(map(_PLAIN_UNIT.fullmatch, names)) and (len(names) > 1 or _REGION.match(words)):
        mentions = tuple(Mention(name, Role.RESPONSIBLE) for name in dict.fromkeys(names))
        yield ClauseInText(opening, closing + 1, Clause(mentions))


def units_alone(text: str) -> tuple[str, ...]:
    """The names of units, where `text` is nothing else: 县发改局, 县财政局（3项）."""
    names = [name for name, _ in parts(_COUNT.sub("", round_brackets(text).rstrip("。：:")))]
    return tuple(names) if all(_is_unit(name) for name in names) else ()


def _is_unit(name: str) -> bool:
    return bool(_REGION.match(name) and _PLAIN_UNIT.fullmatch(name) and not _VERB.match(name))


def _unit_like(mention: Mention) -> bool:
    return bool(_UNIT_LIKE.search(mention.name))


def _surely_unit(mention: Mention) -> bool:
    name = mention.name
    like = _UNIT_LIKE.search(name) or is_group(name)
    return bool(like) and not _VERB.match(name) and not _NO_UNIT.search(name)
