"""Stage 4: responsibility clauses → who does what.

A clause is known by its form alone, so that a plan of any place can be read; no unit is known by
name. In brackets, names and then a word of duty: （甲牵头，乙、丙配合）. On a line of its own or
at the end of one, a label and then names: 责任单位：甲、乙. At the end, a sentence that opens with
由: 由甲牵头，乙配合。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plans.brackets import find_brackets, round_brackets, split_outside
from plans.dates import until_in
from plans.duties import Clause, is_date, read_clause, read_names, read_words
from plans.duty_words import (
    BARE_NAME,
    DIVISION_NAME,
    IN_PERSON_NAME,
    LABEL_NAME,
    OTHER_NAME,
    UNTIL_NAME,
    role_of,
)
from plans.order_rule import states_order
from plans.spoken import find_spoken, is_listed
from plans.unit_names import says_its_place, surely_unit
from vocabulary.plan import Mention
from vocabulary.terms import Role

_NAMED = rf"(?:{LABEL_NAME}|{DIVISION_NAME}|{UNTIL_NAME})"
_LABELLED_LINE = re.compile(
    r"(?:^|(?<=[。；;，,！？!?\n）)])|(?<=[\u4e00-\u9fff%％][.．]))[ —-]*"
    rf"(?:(?:(?:以上|上述)[^：:。，\n]{{0,14}}?)?{_NAMED}[：:]"
    rf"|[【\[〔]{_NAMED}[】\]〕][：:]?"
    rf"|{BARE_NAME}[：:])",
    re.MULTILINE,
)
_IN_PERSON_LINE = re.compile(
    r"(?:^|(?<=[。；;，,！？!?\n）)]))[ —-]*"
    rf"(?:{IN_PERSON_NAME}[：:]|[【\[〔]{IN_PERSON_NAME}[】\]〕][：:]?)",
    re.MULTILINE,
)
_BARE_LABEL = re.compile(
    rf"[【\[〔]?(?:{LABEL_NAME}|{UNTIL_NAME})[】\]〕]?[：:]?|{DIVISION_NAME}[：:]"
)
_PEOPLE_LINE = re.compile(
    r"(?:牵头|责任|分管|包联|联系|主管|[省市县区]级|挂钩)?(?:领导|责任人|负责人|联系人)[：:]"
    rf"|{OTHER_NAME}[：:]|{IN_PERSON_NAME}[：:]"
)
_LINE_END = re.compile(r"[。；]?(?:\n|$)")
_SENTENCES_LAST = re.compile(
    r"(?:^|(?<=[。；！？\n，,]))(?:(?:以上|上述)[^。；！？\n，,]{0,14}?)?由[^。；！？\n]{4,}(?=[。；]?$)"
)
_SAYS_OF_ITSELF = re.compile(
    r"(?:^|(?<=[。；！？\n，,]))(?:本|该|此|这一?)[条项款件](?:任务|工作|措施|事项|规定|内容|政策)?"
    r"由[^。；！？\n]{3,}(?=[。；！？\n]|$)"
)
_SAYS_WHO = re.compile(
    r"(?:^|(?<=[。；！？\n]))(?:——?|--)?[^。；！？\n—]{3,400}?"
    r"(?:牵头(?:负责)?|负责(?:落实|实施)?)[^。；！？\n]{0,400}(?=。?$)"
)
_SAYS_LABEL = re.compile(
    rf"(?:^|(?<=[。；\n]))(?:{LABEL_NAME}[为是][^。；\n]{{2,200}}|[^。；\n]{{2,200}}[为是]{LABEL_NAME})(?=[。；]?$)"
)
_BEHIND_DASH = re.compile(r"[—－]{1,2}(?P<names>[^—－。；！？\n]{2,200})[。；]?$")
_IN_BRACKETS_FIRST = re.compile(
    r"\s*[【\[［〔（(](?P<words>[^【】\[\]［］〔〕（）()\n]+)[】\]］〕）)][：:]?(?=[^。；\n]{3})"
)
_TEXT_END = re.compile(r"[。；]?\s*")
_GIVEN_TO = re.compile(
    r"(?P<duty>牵头|负责|主办|承办|承担)(?:办理|落实|推进|完成)?的?(?:重点)?(?:事项|任务|工作|项目|清单)+$"
)
_COUNT = re.compile(r"（(?:共)?\d{1,3}[项条个]）$")
_ENDS_PART = re.compile(r"[。；，,]")
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClauseInText:
    """start, end: where it stands, with its brackets. labelled: it is a line with a label.

    told: it is a sentence that says nothing else.
    """

    start: int
    end: int
    clause: Clause
    labelled: bool = False
    told: bool = False


def find_clauses(
    text: str, *, year: int | None, spoken: bool = False, people: bool = False
) -> list[ClauseInText]:
    """Every clause in `text`, outermost first, in order.

    One in brackets with words that fit no form counts only where a line ends: within prose it is
    prose. One without brackets or label counts only where there is no other.
    spoken: where there is none at all, running text may say it. people: see read_words.
    """
    pairs = find_brackets(text).pairs
    lines = list(_labelled_lines(text, pairs, year=year, people=people))
    pairs = tuple(
        pair for pair in pairs if not any(line.start <= pair[0] < line.end for line in lines)
    )
    found = list(_in_brackets(text, pairs, year=year, people=people))
    labelled = [
        line for line in lines if not any(one.start < line.start < one.end for one in found)
    ]
    found = sorted((*found, *labelled), key=lambda clause: clause.start)
    if any(one.clause.mentions for one in found):
        return found
    alone = (
        list(_of_itself(text, year=year))
        or list(_names_first(text, year=year))
        or list(_behind_dash(text, year=year))
        or list(_last_sentence(text, year=year))
        or list(_names_alone(text, pairs, year=year))
    )
    if spoken and all(one.told for one in alone):
        running = [ClauseInText(*said) for said in find_spoken(text, year=year)]
        alone = running if len(_named(running)) > len(_named(alone)) else alone
    return sorted((*found, *alone), key=lambda clause: clause.start)


def _in_brackets(
    text: str, pairs: Iterable[_Pair], *, year: int | None, people: bool
) -> Iterator[ClauseInText]:
    """Outermost first: what stands within a clause is part of it."""
    within: dict[_Pair, list[_Pair]] = {}
    for pair in pairs:
        outer = next(reversed(within), None)
        if outer is not None and pair[0] < outer[1]:
            within[outer].append(pair)
        else:
            within[pair] = []
    for row in _side_by_side(text, within):
        found = dict(_in_row(text, row, year=year, people=people))
        for pair in row:
            if pair in found:
                yield ClauseInText(pair[0], pair[1] + 1, found[pair])
            elif within[pair]:
                yield from _in_brackets(text, within[pair], year=year, people=people)


def _side_by_side(text: str, pairs: Iterable[_Pair]) -> Iterator[list[_Pair]]:
    """Brackets that follow one another at once, （甲牵头）（乙配合）, in one row."""
    row: list[_Pair] = []
    for pair in pairs:
        if row and text[row[-1][1] + 1 : pair[0]].strip():
            yield row
            row = []
        row.append(pair)
    if row:
        yield row


def _in_row(
    text: str, row: Sequence[_Pair], *, year: int | None, people: bool
) -> Iterator[tuple[_Pair, Clause]]:
    """The clauses in brackets side by side; beside one, names alone and dates are clauses too."""
    ends_line = bool(_LINE_END.match(text, row[-1][1] + 1))
    for opening, closing in row:
        words = text[opening + 1 : closing]
        clause = read_words(words, year=year, people=people)
        if clause and clause.mentions:
            if ends_line or not (clause.unread or clause.assumed):
                yield (opening, closing), clause
        elif clause and clause.deadline and ends_line:
            yield (opening, closing), clause
        elif not text[:opening].strip() and is_date(words):  # 【3月底前】完成土地出让
            yield (opening, closing), Clause((), deadline=until_in(words, year=year))
        elif ends_line and len(row) > 1 and (names := read_names(words, year=year)):
            every = tuple(mention.name for mention in names.mentions)
            yield (opening, closing), replace(names, assumed=every)


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


def _labelled_lines(
    text: str, pairs: Sequence[_Pair], *, year: int | None, people: bool
) -> Iterator[ClauseInText]:
    """From a label to the end of its line, or to a sentence that opens with no label.

    A label within brackets on one line is part of what stands in them.
    """
    done = 0
    openings = list(_LABELLED_LINE.finditer(text))
    if people:
        openings += _IN_PERSON_LINE.finditer(text)
    for opened in sorted(openings, key=lambda opened: opened.start()):
        if opened.start() < done or any(
            opening < opened.start() < closing and "\n" not in text[opening:closing]
            for opening, closing in pairs
        ):
            continue
        start, end = opened.start(), text.find("\n", opened.start())
        end = len(text) if end < 0 else end
        for stop in re.finditer("[。！？]", text[start:end]):
            behind = start + stop.end()
            if behind < end and not any(label.start() == behind for label in openings):
                end = behind
                break
        clause = read_words(text[start:end].strip(" —-"), year=year, people=people)
        if clause and (clause.mentions or clause.deadline or clause.timeless or clause.first_leads):
            done = end
            yield ClauseInText(start, end, clause, labelled=True)


def _of_itself(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """Sentences in which an item says whose it is, wherever they stand: 本条由甲负责，乙配合."""
    for found in _SAYS_OF_ITSELF.finditer(text):
        clause = read_clause(found[0], year=year)
        if clause and clause.mentions and not clause.unread and _all_listed(clause):
            yield ClauseInText(found.start(), found.end(), clause)


def _last_sentence(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """One that opens with 由, or gives duties to names of units and says nothing else."""
    for found in (pattern.search(text) for pattern in (_SENTENCES_LAST, _SAYS_WHO, _SAYS_LABEL)):
        if found is None or states_order(found[0]):
            continue
        clause = read_clause(found[0].lstrip("—-"), year=year)
        if clause and not clause.unread and _all_listed(clause):
            yield ClauseInText(found.start(), found.end(), clause, told=True)
            return


def _names_alone(text: str, pairs: Iterable[_Pair], *, year: int | None) -> Iterator[ClauseInText]:
    """Brackets that hold nothing but names of units: the last, where they close the text.

    So do those that close a line of it and say a place, and those before them, where they end part
    of a sentence as the last one does, before its stop or behind it, and every name is surely a
    unit's.
    """
    outer: list[_Pair] = []
    for pair in pairs:
        if not outer or pair[0] > outer[-1][1]:
            outer.append(pair)
    while outer and not _LINE_END.match(text, outer[-1][1] + 1):
        outer.pop()
    if not outer:
        return
    read = {
        pair: read_names(text[pair[0] + 1 : pair[1]], year=year, one=_follows_stop(text, pair))
        for pair in outer
    }
    last = read[outer[-1]]
    if last is None or (last.assumed and not _TEXT_END.fullmatch(text, outer[-1][1] + 1)):
        return
    behind_stop = _follows_stop(text, outer[-1])
    for (opening, closing), clause in read.items():
        if clause and (
            (opening, closing) == outer[-1]
            or (
                (_ENDS_PART.match(text, closing + 1) or behind_stop)
                and _follows_stop(text, (opening, closing)) == behind_stop
                and _all_sure(clause)
            )
        ):
            yield ClauseInText(opening, closing + 1, clause)


def _names_first(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """Brackets with nothing but units before what they have to do: 【市财政局】争取资金."""
    opened = _IN_BRACKETS_FIRST.match(text)
    if opened is None:
        return
    clause = read_clause(opened["words"], year=year) or read_names(opened["words"], one=True)
    if clause and not clause.unread and _all_sure(clause):
        yield ClauseInText(opened.start(), opened.end(), clause)


def _all_listed(clause: Clause) -> bool:
    return all(is_listed(mention.name) for mention in clause.mentions)


def _all_sure(clause: Clause) -> bool:
    return all(surely_unit(mention.name) for mention in clause.mentions)


def _follows_stop(text: str, pair: _Pair) -> bool:
    return text[: pair[0]].rstrip().endswith(tuple("。；;！\n"))


def _named(clauses: Iterable[ClauseInText]) -> set[str]:
    return {mention.name for one in clauses for mention in one.clause.mentions}


def _behind_dash(text: str, *, year: int | None) -> Iterator[ClauseInText]:
    """Units at the end, behind a dash: 编制规划——市文旅局, 编制规划——市文旅局牵头，市住建局配合."""
    found = _BEHIND_DASH.search(text)
    if found is None:
        return
    clause = read_clause(found["names"], year=year) or read_names(found["names"], year=year)
    if clause and _all_sure(clause):
        yield ClauseInText(found.start(), found.end(), clause)


def units_in_heading(text: str) -> tuple[Mention, ...]:
    """The units, where a heading is nothing else: 县发改局, 县财政局（3项）, 县水利局牵头事项."""
    if opens_labelled(text):
        return ()
    words = _heading_words(text)
    given = _GIVEN_TO.search(words)
    names = split_outside(words[: given.start()] if given else words, "，,；;。、\n")
    if not all(says_its_place(name) and surely_unit(name) for name in names):
        return ()
    role = role_of(given["duty"]) if given else Role.RESPONSIBLE
    return tuple(Mention(name, role) for name in names)


def gives_duty_below(text: str) -> bool:
    """Whether a heading says what its units do with all below: 县水利局牵头事项, not 县水利局."""
    return bool(_GIVEN_TO.search(_heading_words(text)))


def _heading_words(text: str) -> str:
    return _COUNT.sub("", round_brackets(text).rstrip("。：:"))
