"""Several measures pasted at once: which part of the text is about which measure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import or_

from dialog.answers import typed
from dialog.asides import aside
from dialog.bylines import byline
from dialog.cards import same_line
from dialog.changes import change_lines
from dialog.headings import by_headings
from dialog.layout import button, cut, messages, pieces, shown_length
from dialog.letter_ends import without_letters_end
from dialog.measure_numbers import (
    OPENS_WORDS,
    Heading,
    behind_point,
    behind_title,
    counts_in_order,
    fits,
    heading,
    named_in_sentence,
    set_off,
    titled,
    without_title,
)
from dialog.not_due import with_later
from dialog.number_signs import POINTS, plain_number
from dialog.outcome import Accepted, Answer, Refused, SaysNothing
from dialog.pasted_lines import before_further, lines_of, several_apart, told_of_each
from dialog.pasted_tables import Row, names_of_columns, read_table, with_more
from dialog.press import Action, Press
from dialog.problems_beside import Beside, numbered_beside
from dialog.righted_words import is_righted, slip_righted
from dialog.status_answers import chose_status
from dialog.steps import Step, is_begun
from dialog.the_rest import TheRest, is_of_others, of_one, of_the_rest, said_of_the_rest
from dialog.words import (
    NEXT_STEP_LABEL,
    PROBLEM_LABEL,
    SAME_WORDS,
    STATUS_OF_WORD,
    as_word,
    cleaned,
    is_known_word,
    is_section,
    labelled,
    opens_as_status,
    reason_of_no_progress,
    status_before_text,
    without_counts,
)
from texts import DEFAULT_LANGUAGE, plain, say
from texts.wording import listed, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED

APPEND, REPLACE, LEAVE = "append", "replace", "leave"
"""What to do with a measure that has a text already, as a button says it."""

_SHOWN = 60  # characters of each part shown again
_NAME = 12  # characters of the name of a column
_NEWEST = 240  # characters of what the newest message has added
_PAGE = 3300  # characters of the list in one message, beside its title and what is said above it
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of the pasted text. entry_id: None where it is about no measure of the report.

    row: what its cells say, where it is a row of a table. is_of_rest: it was said of every measure
    that is told nowhere else. is_others: it is about one that the helper was not asked for.
    """

    entry_id: int | None
    number: str
    words: str
    row: Row | None = None
    is_of_rest: bool = False
    is_others: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage with the measure that it goes to, and what becomes of that."""

    entry: ReportEntry
    part: Part
    answer: Answer

    @property
    def has_text(self) -> bool:
        """Whether there is something that the passage would change, or stand behind."""
        has = bool(self.entry.content.text) and not self.entry.content.no_progress
        return has and not self.puts_right

    @property
    def puts_right(self) -> bool:
        """Whether what is told already is put right: a figure, or a number in the words."""
        return self.is_of_figures or is_righted(self.answer)

    @property
    def is_of_figures(self) -> bool:
        """Whether it puts a figure right, and tells nothing else: 数据填错了，应为7家."""
        before = self.entry.content
        if isinstance(self.answer, Refused) or self.answer.content == before:
            return False
        return replace(self.answer.content, figures=before.figures) == before


def parts_of(
    report: WorkingReport, text: str, *, answering: str | None = None, asked: str | None = None
) -> list[Part]:
    """The text split where a measure of the report begins; empty when it is no such text.

    answering: the number of the measure whose words are being asked, where some are: a list that
    counts 1, 2, 3 and is not all of measures is a list within that answer.
    asked: the number of the measure that is asked about at all: what begins with it is its answer.
    """
    messages = without_counts(text).split(_BREAK)
    if len(messages) > 1:
        return _parts_of_several(report, messages)
    return _parts_of_one(report, messages[0], answering=answering, asked=asked)


def _parts_of_several(report: WorkingReport, messages: Sequence[str]) -> list[Part]:
    """Each message by itself; one that names no measures so is read behind those before it."""
    messages = _with_columns(report, messages)
    each, known = [_parts_of_one(report, message) for message in messages], _by_number(report)
    have_numbers = [
        any((found := heading(line)) and found.number in known for line in lines_of(message, known))
        for message in messages
    ]
    if not all(each) and all(map(or_, map(bool, each), have_numbers)):
        together = _parts_of_one(report, _BREAK.join(messages))
        if together:
            return together
    rest = [
        parts or [Part(None, "", cleaned(message))]
        for parts, message in zip(each, messages, strict=True)
    ]
    return _joined(list(_with_status_of_the_rest(rest))) if any(each) else []


def _with_status_of_the_rest(each: Iterable[Sequence[Part]]) -> Iterator[Part]:
    """What a further message tells of one of the rest stands behind the status said of that."""
    said: dict[int | None, str] = {}
    for parts in each:
        for part in parts:
            word = None if part.is_of_rest else said.pop(part.entry_id, None)
            yield _with_status(part, word) if word else part
        said |= {p.entry_id: p.words for p in parts if p.is_of_rest and p.words in STATUS_OF_WORD}


def _with_status(part: Part, word: str) -> Part:
    if part.row is not None:
        status = part.row.status or STATUS_OF_WORD[word]
        return replace(part, row=replace(part.row, status=status))
    is_told = opens_as_status(part.words) or reason_of_no_progress(part.words) is not None
    return part if is_told else replace(part, words=f"{word}：{part.words}")


def out_of_the_rest(report: WorkingReport, text: str) -> list[tuple[str, str]]:
    """The numbers of what is told by itself behind 其余同上月, which is not said of it any more.

    A status stays with what is told; it is no word of these. With the word.
    """
    said: dict[int | None, str] = {}
    found: list[tuple[str, str]] = []
    for message in without_counts(text).split(_BREAK):
        parts = _parts_of_one(report, message)
        told = [part for part in parts if not part.is_of_rest and part.entry_id in said]
        found += [(part.number, said.pop(part.entry_id)) for part in told]
        said |= {
            p.entry_id: p.words for p in parts if p.is_of_rest and p.words not in STATUS_OF_WORD
        }
    return found


def _with_columns(report: WorkingReport, messages: Sequence[str]) -> list[str]:
    """A table that goes on in a further message goes on below the same names of columns."""
    named, found = "", []
    for message in messages:
        own = names_of_columns(report, message)
        goes_on = named and not own and read_table(report, f"{named}\n{message}") is not None
        found.append(f"{named}\n{message}" if goes_on else message)
        named = own or named
    return found


def _parts_of_one(
    report: WorkingReport, text: str, *, answering: str | None = None, asked: str | None = None
) -> list[Part]:
    known, own = _by_number(report), {asked, answering}
    if same := _same_for_the_rest(report, known, text) or _same_for_each(report, known, text):
        return same
    if table := _rows_of(report, text):
        return table
    every = with_later(report)
    with_those = _by_number(every)
    parts: list[Part] = []
    opened: list[_Line] = []
    for message in text.split(_BREAK):
        lines = _opened(_read(every, message, with_those, own), with_those, answering)
        opened += [line for line in lines if line.opens]
        for line in lines:
            if line.opens and line.found is not None:
                entry = known.get(line.found.number)
                words = _without_title(line.found.words, entry)
                parts.append(Part(entry.entry_id if entry else None, line.found.number, words))
            elif parts:
                parts[-1] = replace(parts[-1], words=f"{parts[-1].words}\n{line.text}".strip())
            else:
                parts.append(Part(None, "", line.text))
    if _is_paste(opened, known, own) or _is_with_later(opened, known, with_those):
        ours = _as_above(_without_letters_end(report, parts))
        return _joined(_without_last_sections(ours))
    return [] if _BREAK in text else _set_off(report, text, known, own)


def _as_above(parts: Sequence[Part]) -> list[Part]:
    """同上 below what is told of another measure says the same of this one."""
    told: list[Part] = []
    for part in parts:
        above = next((one.words for one in reversed(told) if one.entry_id is not None), "")
        is_same = as_word(part.words) == "同上" and above and part.entry_id is not None
        told.append(replace(part, words=above) if is_same else part)
    return told


def _rows_of(report: WorkingReport, text: str) -> list[Part]:
    """The rows of a table, and what stands around it; empty for any other text."""
    table = None if _BREAK in text else read_table(report, text)
    if table is None:
        return []
    around = [[Part(None, "", words)] if words else [] for words in (table.before, table.after)]
    rows = [
        Part(row.entry.entry_id if row.entry else None, row.number, _words_of(row), row)
        for row in table.rows
    ]
    return [*around[0], *rows, *around[1]]


def _words_of(row: Row) -> str:
    """The row as one text, with the labels that are known in a text."""
    told = row.told
    named = ((PROBLEM_LABEL, told.problem), (NEXT_STEP_LABEL, told.next_step))
    return "\n".join(filter(None, (told.text, *(f"{a}{b}" for a, b in named if b))))


def left_of_the_rest(report: WorkingReport, text: str) -> list[str]:
    """The numbers of measures that 其余同上月 does not take over, though nobody has begun them."""
    left: list[str] = []
    for message in text.split(_BREAK):
        rest = said_of_the_rest(message)
        if rest is None or rest.word not in SAME_WORDS:
            continue
        taken = {part.entry_id for part in parts_of(report, message)}
        left += [
            entry.measure.number
            for entry in report.entries
            if entry.entry_id not in taken and entry.helper is None and not is_begun(entry)
            if entry.measure.number not in rest.but
        ]
    return left


def columns_left_out(report: WorkingReport, text: str) -> list[str]:
    """Which columns of pasted tables are not taken, since the plan says what is in them."""
    tables = [read_table(report, message) for message in text.split(_BREAK)]
    return list(dict.fromkeys(name for table in tables if table for name in table.left_out))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and what it begins with. opens: a passage of its own begins with it.

    is_sure: it names a measure, whatever stands before it. is_first: of the whole text.
    """

    text: str
    found: Heading | None
    is_sure: bool
    is_first: bool
    opens: bool = False

    @property
    def can_open(self) -> bool:
        """Whether it may begin a passage: 15 家企业入驻 counts what it tells of."""
        found = self.found
        if found is None:
            return False
        return self.is_sure or bool(found.end.strip()) or found.opens_words or not found.words


def _read(
    report: WorkingReport, message: str, known: dict[str, ReportEntry], own: set[str | None]
) -> list[_Line]:
    lines = [
        _read_line(report, text, known, own, is_first=place == 0)
        for place, text in enumerate(lines_of(message, known, is_answer=bool(own - {None})))
    ]
    lines = _behind_points(report, lines)
    run_on = [_run_on(report, line, known, own) for line in lines]
    are_several = any(run_on[1:]) or any(
        line.found is not None and line.found.number in known for line in lines[1:]
    )
    return [
        replace(line, found=found, is_sure=True) if found and (place or are_several) else line
        for place, (line, found) in enumerate(zip(lines, run_on, strict=True))
    ]


def _behind_points(report: WorkingReport, lines: Sequence[_Line]) -> list[_Line]:
    """一、3.…, 二、14.…: where a measure surely stands behind one sign of a list, so do others."""
    points = [behind_point(report, line.text) for line in lines]
    if not any(point is not None and point.is_strong for point in points):
        return list(lines)
    return [
        line if point is None else replace(line, found=point, is_sure=True)
        for line, point in zip(lines, points, strict=True)
    ]


def _read_line(
    report: WorkingReport,
    text: str,
    known: dict[str, ReportEntry],
    own: set[str | None],
    *,
    is_first: bool,
) -> _Line:
    found, is_titled = heading(text), False
    by_title = titled(report, text)
    if found is None or found.number not in known or _is_point_of(found, by_title):
        entry = known.get(by_title.number) if by_title else None
        is_titled = entry is not None and entry.measure.number not in own
        found = by_title if is_titled else found
    entry = known.get(found.number) if found else None
    is_sure = found is not None and (is_titled or found.is_strong or _has_title(found.words, entry))
    return _Line(text, found, is_sure, is_first)


def _is_point_of(found: Heading, by_title: Heading | None) -> bool:
    """2、拓展服务领域：…, where that is the title of 26: the list counts by itself."""
    is_small = found.number.isdecimal() and int(found.number) <= POINTS and not found.is_strong
    return is_small and by_title is not None and by_title.number != found.number


def _run_on(
    report: WorkingReport, line: _Line, known: dict[str, ReportEntry], own: set[str | None]
) -> Heading | None:
    """29贷款860万元, on a line of its own: a number that counts none of the words behind it."""
    if line.found is not None and line.found.number in known:
        return None
    found = _RUN_ON.match(line.text)
    named = named_in_sentence(report, line.text) if found else None
    if found is None or named is None or named.entry.measure.number in own:
        return None
    if int(found[0]) <= POINTS and not fits(named.entry, named.words):
        return None
    written = line.text[found.end() :].strip()
    words = written if plain_number(written) == named.words else named.words
    return Heading(plain_number(found[0]), is_strong=True, end="", words=words)


_RUN_ON = re.compile(r"\d+(?=[^\W\d_A-Za-z])")


def _opened(
    lines: Sequence[_Line], known: dict[str, ReportEntry], answering: str | None
) -> list[_Line]:
    """Which lines begin a passage: what a measure's own list counts (1, 2, 3) begins none.

    （2） and 二、 are points of a list within a text whose measures are told otherwise.
    """
    at = [i for i, line in enumerate(lines) if line.can_open]
    names = {i for i in at if (found := lines[i].found) and found.number in known}
    if any(lines[i].is_sure or not _is_listed(lines[i]) for i in names):
        points = _points(lines, [i for i in at if not lines[i].is_sure and _is_listed(lines[i])])
        at = [i for i in at if i not in points]
    numbers = [_number_of(lines[i]) for i in at]
    counted = _counted(numbers)
    are_all_ours = all(number in known for number in numbers)
    is_any_sure = any(lines[i].is_sure for i in at)
    is_list = counted == [range(len(at))] and not (are_all_ours or is_any_sure)
    if is_list and answering is not None:
        return list(lines)
    later = known.keys() - {"1"}
    within = {
        place for run in counted if any(n in later for n in numbers[: run.start]) for place in run
    }
    opening: list[int] = []
    is_inner = False
    for place, i in enumerate(at):
        before = [_number_of(lines[j]) for j in opening]
        since = "\n".join(line.text for line in lines[opening[-1] if opening else 0 : i])
        is_next = place > 0 and _counts_on(numbers[place - 1], numbers[place])
        is_inner = place in within or (
            _may_go_on(numbers[place], before, known)
            and (_counted_to(numbers[place], since, opening) or (is_inner and is_next))
            and (bool(opening) or not place or is_inner)
        )
        if lines[i].is_sure or (not is_inner and _begins(numbers[place], before, known)):
            opening.append(i)
    return [replace(line, opens=i in opening) for i, line in enumerate(lines)]


def _points(lines: Sequence[_Line], listed: Sequence[int]) -> set[int]:
    """Which of the lines that are written as points of a list are; one that begins at 14 is none.

    A list within a measure counts from 1, in one way of writing.
    """
    points: set[int] = set()
    last: dict[str, str] = {}
    for i in listed:
        number, end = _number_of(lines[i]), (lines[i].found or _NOTHING).end.strip()
        is_small = not number.isdecimal() or int(number) <= POINTS
        if is_small or _counts_on(last.get(end, ""), number):
            points.add(i)
            last[end] = number
    return points


_NOTHING = Heading("", is_strong=False, end="", words="")


def _is_listed(line: _Line) -> bool:
    return line.found is not None and line.found.is_listed


def _number_of(line: _Line) -> str:
    return line.found.number if line.found is not None else ""


def _counted(numbers: Sequence[str]) -> list[range]:
    """Where numbers count 1, 2, 3; a single 1 does not."""
    runs, start = [], 0
    for place in range(1, len(numbers) + 1):
        if place < len(numbers) and numbers[place] == str(place - start + 1):
            continue
        if numbers[start] == "1" and place - start > 1:
            runs.append(range(start, place))
        start = place
    return runs


def _counts_on(number: str, following: str) -> bool:
    return number.isdecimal() and following == str(int(number) + 1)


def _may_go_on(number: str, before: Sequence[str], known: dict[str, ReportEntry]) -> bool:
    """Whether it may be of a list within the passage: it does not come after its measure."""
    places = {one: place for place, one in enumerate(known)}
    is_behind = bool(before) and places.get(number, -1) > places.get(before[-1], len(known))
    return number.isdecimal() and int(number) > 1 and not is_behind


def _counted_to(number: str, since: str, opening: Sequence[int]) -> bool:
    """Whether the words before it name the number before: 18、进展：1.选址, and below it 2.招标."""
    first, _, more = since.partition("\n")
    found = heading(first) if opening else None
    return counts_in_order(int(number), f"{found.words if found else first}\n{more}")


def _begins(number: str, before: Sequence[str], known: dict[str, ReportEntry]) -> bool:
    """One that is no measure of the report counts where it is the next after the last."""
    if number in known:
        return True
    first, *others = (one.partition("-")[0] for one in (number, *before))
    is_whole = first.isdecimal() and all(one.isdecimal() for one in others)
    return is_whole and bool(before) and all(int(first) > int(one) for one in others)


def _set_off(
    report: WorkingReport, text: str, known: dict[str, ReportEntry], own: set[str | None]
) -> list[Part]:
    """All of it for a measure whose number stands in front in a way that is seldom a number's."""
    said = cleaned(text)
    found = set_off(report, said)
    entry = known.get(found[0]) if found else None
    if found is None or entry is None or entry.measure.number in own:
        return []
    if any(heading(line) for line in said.split("\n")[1:]):
        return []
    return [Part(entry.entry_id, found[0], _without_title(found[1], entry))]


def _same_for_each(report: WorkingReport, known: dict[str, ReportEntry], text: str) -> list[Part]:
    """17、19都没进展: the same words for each of several measures.

    What names a further one behind a word that answers by itself is of that: 17、19正常，20滞后.
    """
    said = cleaned(text)
    if several_apart(said, known):
        return []
    first, more = before_further(known, said)
    if more:
        same = _same_for_each(report, known, first)
        others = _parts_of_one(report, more) if same else []
        if others and is_known_word(same[0].words):
            return _joined([*same, *others])
    numbers, words = told_of_each(known, said)
    if not all(number in known for number in numbers):
        return []
    return [Part(known[number].entry_id, number, words) for number in numbers]


def _same_for_the_rest(
    report: WorkingReport, known: dict[str, ReportEntry], text: str
) -> list[Part]:
    """其余均正常推进: the same word for each measure that nobody has begun, told nowhere else.

    Where none is left, that has no place; the measures told beside it have theirs.
    """
    rest = None if _BREAK in text else said_of_the_rest(text)
    if rest is None or not all(plain_number(number) in known for number in rest.but):
        return []
    are_items = rest.word in SAME_WORDS and _ITEMS.fullmatch(rest.told) is not None
    said = _told_of_numbers(rest, known) if are_items else rest.told
    told = _parts_of_one(report, said) if rest.told else []
    if rest.told and not any(part.entry_id is not None for part in told):
        told = _parts_of_one(report, _told_of_numbers(rest, known))
    if rest.told and not any(part.entry_id is not None for part in told):
        return []
    if told and not (are_items or is_of_others(rest, told[-1].words)):
        return []
    apart = {known[plain_number(number)].entry_id for number in rest.but}
    apart |= {part.entry_id for part in told if part.entry_id is not None}
    others = [
        Part(entry.entry_id, entry.measure.number, rest.word, is_of_rest=True)
        for entry in of_the_rest(report, rest.word)
        if entry.entry_id not in apart
    ]
    if told and not others:
        return [*told, Part(None, "", rest.said)]
    return [*told, *others]


_ITEMS = re.compile(
    r"第?\s*\d+\s*项(?!目|任务|工作|工程|措施|内容)[^\n]*[,，;；]\s*第?\s*\d+\s*项(?!目|任务|工作|工程|措施|内容).*"
)
"""18项累计198个，5项用地已批复: behind it 其余同上月 is of the other measures."""


def _told_of_numbers(rest: TheRest, known: dict[str, ReportEntry]) -> str:
    """What is told beside the rest, where it begins with a number: 20项资金已到位, 14申报6家.

    18改为190个 changes what is as last month where the rest is as that.
    """
    lines, ours = [], "|".join(map(re.escape, known))
    for line in re.split(rf"[\n。;；]|[,，](?=\s*第?\s*(?:{ours})\D)", rest.told):
        found = _OF_NUMBER.fullmatch(line.strip())
        if found is None or found["number"] not in known:
            lines.append(line)
            continue
        is_change = found["change"] and rest.word in SAME_WORDS
        words = f"{rest.word}，{found['words']}" if is_change else found["words"]
        lines.append(f"第{found['number']}项：{words}")
    return "\n".join(filter(None, lines))


_OF_NUMBER = re.compile(
    rf"第?\s*(?P<number>\d+(?:[.-]\d+)*)\s*(?:项(?!目|任务|工作|工程|措施|内容))?\s*[:：、]?\s*"
    rf"(?P<change>[应要]?改[为成])?\s*(?P<words>(?(change)\S|{OPENS_WORDS}).*)",
    re.DOTALL,
)


def told_of_asked(report: WorkingReport, text: str, number: str, *, is_text: bool = False) -> str:
    """完成3处, and below it 其余正常推进, where a measure is asked: with its number in front.

    So is 正常推进：走访12家, and below it 19：正常推进; and 走访12家 there.
    is_text: its text is asked, and not another question of the measure.
    """
    parts, rest = parts_of(report, text, asked=number), said_of_the_rest(text)
    if parts and not parts[0].number:
        first, is_told = parts[0].words, any(part.number == number for part in parts)
        is_answer = is_text and not is_told and _tells_something(first)
        if opens_as_status(first) or is_answer:
            return f"第{number}项：{text}"
    if rest is None or not rest.told or parts_of(report, text):
        return text
    if not is_of_others(rest, rest.told):
        return text
    named = f"第{number}项：{text}"
    return named if any(part.is_of_rest for part in parts_of(report, named)) else text


_OF_A_MONTH = re.compile(r"\d+\s*年|\d+\s*月份?|\d+\s*[日号]")
_TELLS = re.compile(
    r"\d|[。；;！!，,、]|已|了|正在|完成|开展|召开|推进(?!会)|[a-z]{2}[.,;]", re.IGNORECASE
)
_HEADS = re.compile(
    r".*(?:[:：]|(?:情况|进展|进度|汇报|报告|总结|小结|清单|台账|如下|材料|报表|report)[)）]?[。.]?)",
    re.IGNORECASE,
)
"""市发改局7月工作进展情况, 现汇报如下：: the title of a list, or what it begins with."""


def _tells_something(words: str) -> bool:
    """Whether words before the first number are an answer, and no line of them heads the list."""
    lines = words.split("\n")
    is_head = any(_HEADS.fullmatch(line) or is_section(line) for line in lines)
    tells = _TELLS.search(_OF_A_MONTH.sub("", words))
    return bool(tells) and not is_head and aside(words) is None


def _without_last_sections(parts: Sequence[Part]) -> list[Part]:
    """What a document says below the last measure of all of them is none of that measure's.

    二、下一步打算 is one measure's where the measures before have such headings too, or where there
    is no other.
    """
    ours = [part for part in parts if part.entry_id is not None]
    if len(ours) < 2 or any(_section_at(part.words) is not None for part in ours[:-1]):
        return list(parts)
    place = _section_at(ours[-1].words)
    if place is None:
        return list(parts)
    lines = ours[-1].words.split("\n")
    own, below = "\n".join(lines[:place]), "\n".join(lines[place:])
    return [
        kept
        for part in parts
        for kept in (
            (replace(part, words=own), Part(None, "", below)) if part is ours[-1] else (part,)
        )
    ]


def _without_letters_end(report: WorkingReport, parts: Sequence[Part]) -> list[Part]:
    """特此报告, the unit's name and the date below the last measure are none of its words."""
    last = parts[-1]
    if last.entry_id is None:
        return list(parts)
    names = {report.unit, *(name for name, unit in report.units_called if unit == report.unit)}
    own, end = without_letters_end(last.words, names)
    return [*parts[:-1], replace(last, words=own), *([Part(None, "", end)] if end else [])]


def _section_at(words: str) -> int | None:
    """In which line the first heading of a part of a document stands."""
    return next((i for i, line in enumerate(words.split("\n")) if is_section(line)), None)


def helpers_own(report: WorkingReport, parts: Sequence[Part]) -> list[Part]:
    """The passages as far as a helper may store them; empty where none is about their measures.

    report: as the helper sees it; the parts are of the whole one, so that words for a measure which
    is not theirs go to none of theirs.
    """
    found = [
        part
        if part.entry_id is None or report.has(part.entry_id)
        else replace(part, entry_id=None, is_others=True)
        for part in parts
        if not part.is_of_rest or part.entry_id is None or report.has(part.entry_id)
    ]
    return found if any(part.entry_id is not None for part in found) else []


def adds_measures(report: WorkingReport, text: str) -> bool:
    """Whether a further message says something of measures that it names itself."""
    known = _by_number(report)
    if any(part.entry_id is not None for part in parts_of(report, text)):
        return True
    return any(
        found.number in known and found.opens_words and not found.is_listed
        for line in cleaned(text).split("\n")
        if (found := heading(line)) is not None
    )


def waiting_words(text: str) -> str:
    """What waits, as it was sent."""
    return "\n".join(cleaned(message) for message in text.split(_BREAK))


def pasted_returned(language: str, text: str, *, month: Period) -> list[Message]:
    """Gives what waits back in full: it is kept no longer, and stored nowhere."""
    head = say(language, "pasted-returned", month=month_name(language, month))
    words = [
        [say(language, "pasted-lost", words=piece)] for piece in pieces(waiting_words(text), _PIECE)
    ]
    return messages([[head], *words])


_PIECE = 3000  # characters of one line given back, so that it always fits a message


def repeats(text: str, more: str) -> bool:
    """Whether the second says again, line by line, what the first has: it was sent twice."""
    return f"\n{cleaned(more)}\n" in f"\n{waiting_words(text)}\n"


def is_rest_of(text: str, more: str) -> bool:
    """Whether Telegram has cut the second off the first."""
    return _BREAK not in glued(text.rpartition(_BREAK)[2], more)


def _by_number(report: WorkingReport) -> dict[str, ReportEntry]:
    """Under each number the entry that answers it, in the order in which the plan counts.

    The measures of a shared paragraph stand apart there.
    """
    known = {
        plain_number(measure.number): entry
        for entry in report.entries
        for measure in entry.measure.each
    }
    if not any(entry.measure.parts for entry in report.entries):
        return known
    return dict(sorted(known.items(), key=lambda one: [int(d) for d in re.findall(r"\d+", one[0])]))


def _is_paste(opened: Sequence[_Line], known: dict[str, ReportEntry], own: set[str | None]) -> bool:
    """Whether it names measures, another than the one that is asked among them."""
    ours = {number for line in opened if (number := _number_of(line)) in known}
    if not ours - {number for number, entry in known.items() if entry.measure.number in own}:
        return False
    return len(ours) > 1 or any(_names_it(line) for line in opened if _number_of(line) in ours)


def _is_with_later(
    opened: Sequence[_Line], known: dict[str, ReportEntry], with_those: dict[str, ReportEntry]
) -> bool:
    """Whether what is not due this month stands beside the measure that is asked."""
    named = {number for line in opened if (number := _number_of(line)) in with_those}
    return bool(named & known.keys()) and bool(named - known.keys())


def _names_it(line: _Line) -> bool:
    """Whether words of the measure stand behind the number, for all that is to be seen."""
    found = line.found
    if found is None:
        return False
    return line.is_sure or found.opens_words or (line.is_first and not found.words)


def _has_title(words: str, entry: ReportEntry | None) -> bool:
    return entry is not None and behind_title(entry.measure.title, words) is not None


def _without_title(words: str, entry: ReportEntry | None) -> str:
    return without_title(entry.measure.title, words) if entry else words


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Passages of the same measure are one; nothing is left out but what says nothing."""
    found: dict[tuple[int | None, str], Part] = {}
    named = {part.entry_id for part in parts if not part.is_of_rest}
    for part in parts:
        if part.is_of_rest and part.entry_id in named:
            continue
        key = (part.entry_id, part.number if part.entry_id is None else "")
        known = found.get(key)
        if known and known.is_of_rest and part.is_of_rest:
            known = None  # the newest word for the rest
        words = "\n".join(filter(None, (known.words, part.words))) if known else part.words
        row = part.row
        if known and (known.row or part.row):
            row = with_more(known.row or _as_row(known), part.row or _as_row(part))
            words = _words_of(row)
        found[key] = replace(part, words=words, row=row)
    return [part for part in found.values() if part.words or part.row or part.entry_id is None]


def _as_row(part: Part) -> Row:
    """Words beside a row of the same measure, as a row would tell them."""
    status, words = status_before_text(part.words) or (None, part.words)
    if as_word(words) in STATUS_OF_WORD:
        status, words = STATUS_OF_WORD[as_word(words)], ""
    return Row(None, part.number, status, labelled(words))


def glued(text: str, more: str) -> str:
    """Two messages as one text: Telegram cuts what is long at its limit, wherever that is."""
    first, second = text.rstrip(), more.lstrip()
    is_cut = len(text) > _NEARLY_FULL and not re.search(r"[。.！!？?；;：:]$", first)
    begins = heading(second.partition("\n")[0])
    is_new = begins is not None and not begins.is_listed
    if not is_cut or is_new:
        return f"{first}\n{_BREAK}\n{second}"
    is_latin = first[-1:].isascii() and second[:1].isascii()
    return f"{first} {second}" if is_latin else first + second


_BREAK = "\x1e"
"""Between messages: the numbers of the next may begin anew. No word of anybody's: it is cleaned."""

_NEARLY_FULL = 3500
"""Characters of a message behind which a further one is likely to be the rest of it."""


# ── where each goes ────────────────────────────────────────────────────────────────────────────


def placed(
    report: WorkingReport, parts: Sequence[Part], *, replacing: bool, leaving: bool = False
) -> list[Placed]:
    """What would become of each measure.

    replacing: its words give way to the new ones. leaving: where it has any, they stay alone.
    """
    found = [
        Placed(entry, part, taken(entry, part, replacing=replacing))
        for part in parts
        if part.entry_id is not None
        for entry in [report.entry(part.entry_id)]
    ]
    return [one for one in found if not (leaving and one.has_text)]


def taken(entry: ReportEntry, part: Part, *, replacing: bool) -> Answer:
    """What the entry would say with the passage.

    replacing: in the place of its words; else behind them.
    """
    row, take = part.row, partial(_text_taken, replacing=replacing)
    if row is None:
        return by_headings(entry, labelled(part.words), part.words, take, replacing=replacing)
    if entry.measure.one_line:
        word = plain(DEFAULT_LANGUAGE, f"status-{row.status}") if row.status in TROUBLED else ""
        return take(entry, "：".join(filter(None, (word, part.words))))
    if row.status is None:
        return by_headings(entry, row.told, part.words, take, replacing=replacing)
    chosen = chose_status(entry, row.status)
    if not part.words:
        return chosen
    now = replace(entry, content=chosen.content)
    answer = by_headings(now, row.told, part.words, take, replacing=replacing)
    if isinstance(answer, Accepted) and answer.content.status is not row.status:
        return chose_status(replace(entry, content=answer.content), row.status)
    return answer


def _text_taken(entry: ReportEntry, words: str, *, replacing: bool) -> Answer:
    """As if the words had been typed at the status: they may begin with it."""
    words = of_one(words)
    if righted := slip_righted(entry, words):
        return righted
    if replacing and not entry.content.no_progress:
        blank = replace(entry, content=replace(entry.content, text=""))
        answer = typed(blank, Step.STATUS, None, words)
        if isinstance(answer, Accepted) and not answer.content.text:
            kept = replace(answer.content, text=entry.content.text)
            return replace(answer, content=kept)
        return answer
    if _says_already(entry.content, words):
        return Accepted(entry.content)
    return typed(entry, Step.STATUS, None, words)


def _says_already(content: EntryContent, words: str) -> bool:
    """The same pasted once more adds nothing."""
    return f"\n{cleaned(words)}\n" in f"\n{content.text}\n"


def without_place(
    report: WorkingReport, parts: Sequence[Part], *, replacing: bool, leaving: bool = False
) -> list[Part]:
    """What would be stored nowhere: about no measure of the report, refused, or given way."""
    found = placed(report, parts, replacing=replacing, leaving=leaving)
    stored = [one.part for one in found if isinstance(one.answer, Accepted)]
    lost = [part for part in parts if part.entry_id is None]
    return [*lost, *(part for part in parts if part not in lost and part not in stored)]


def answers_beside(report: WorkingReport, parts: Sequence[Part]) -> list[Beside]:
    """What passages on measures that are not due say of a problem that waits for an answer."""
    return [beside for part in parts if (beside := _answer_of(report, part)) is not None]


def without_answers(report: WorkingReport, parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if _answer_of(report, part) is None]


def _answer_of(report: WorkingReport, part: Part) -> Beside | None:
    if part.entry_id is not None or part.row is not None:
        return None
    beside = numbered_beside(report, plain_number(part.number), part.words)
    return beside if beside is not None and beside.speaks_of_problem else None


def parts_before_the_last(report: WorkingReport, text: str) -> list[Part]:
    """The passages as they were before the newest of several messages came."""
    return parts_of(report, text.rpartition(_BREAK)[0]) if _BREAK in text else []


def split_shown(
    language: str,
    report: WorkingReport,
    parts: Sequence[Part],
    *,
    paste_id: int,
    messages: int,
    answering: str | None,
    left_out: Sequence[str] = (),
    not_same: Sequence[str] = (),
    out: Sequence[tuple[str, str]] = (),
    before: Sequence[Part] = (),
    page: int = 0,
) -> Message:
    """The text as it was split, with where each part goes, to be confirmed as it was seen.

    Nothing is confirmed that was not shown: what is too long for one message has pages, and the
    last one confirms.

    left_out: columns of a table that are not taken. not_same: as `left_of_the_rest` has them.
    out: as `out_of_the_rest` has them.

    messages: how many it came in: what is confirmed is what was shown.
    answering: the number of the open question's measure, to which all of it may belong after all.
    before: the passages before the newest message, whose own stand first.
    """
    found = placed(report, parts, replacing=False)
    lines = list(_split_lines(language, report, parts, found, left_out=left_out, before=before))
    if not_same:
        named = listed(language, (cut(number, 12) for number in not_same[:_NAMED]))
        more, count = max(0, len(not_same) - _NAMED), len(not_same)
        lines += ["", say(language, "pasted-not-same", count=count, list=named, more=more)]
    for word in dict.fromkeys(word for _, word in out):
        named = listed(language, [cut(number, 12) for number, of in out if of == word][:_NAMED])
        lines += ["", say(language, "pasted-out-of-rest", list=named, word=word)]
    stores = _buttons(language, report, parts, paste_id, messages)
    if answering is not None:
        press = Press(Action.PASTED_ANSWER, paste_id, str(messages), report.version)
        whole = button(language, "pasted-button-answer", press, number=cut(answering, 12))
        stores.insert(0 if _may_be_a_list(parts) else len(stores), whole)
    return paged(
        language,
        report,
        say(language, "pasted-title", count=len(found)),
        lines,
        stores=stores,
        drops=button(language, "pasted-button-drop", Press(Action.PASTED_DROP, paste_id)),
        page=page,
    )


def briefly(language: str, report: WorkingReport, parts: Sequence[Part]) -> Iterator[str]:
    """What would go to which measure, as long as it fits beside a question."""
    found = placed(report, parts, replacing=False)
    yield from (_line(language, one, _shown(language, one.part)) for one in found[:_NAMED])
    if len(found) > _NAMED:
        yield say(language, "otherwise-more", count=len(found) - _NAMED)


def paged(
    language: str,
    report: WorkingReport,
    title: str,
    lines: Sequence[str],
    *,
    stores: Sequence[Button],
    drops: Button,
    page: int,
) -> Message:
    """A page of what would be stored. stores: the buttons for that, on the last one."""
    pages = _pages(lines)
    page = min(page, len(pages) - 1)
    buttons: list[Button] = []
    if page + 1 < len(pages):
        press = Press(Action.PASTED_SHOW, report.report_id, str(page + 1))
        facts = {"page": page + 2, "pages": len(pages)}
        buttons.append(button(language, "pasted-button-more", press, **facts))
    else:
        buttons += stores
    if page:
        press = Press(Action.PASTED_SHOW, report.report_id, "0")
        buttons.append(button(language, "pasted-button-first", press))
    buttons.append(drops)
    times = timetable_line(language, report.timetable)
    return Message("\n".join((title, times, "", *pages[page])), tuple((one,) for one in buttons))


def _split_lines(
    language: str,
    report: WorkingReport,
    parts: Sequence[Part],
    found: Sequence[Placed],
    *,
    left_out: Sequence[str],
    before: Sequence[Part],
) -> Iterator[str]:
    """What the newest message has added first, then the rest, then what has no place."""
    known = {(part.entry_id, part.number): part for part in before}
    new = [one for one in found if _is_new(one.part, known)] if before else []
    earlier = [one for one in found if one not in new]
    if new:
        yield say(language, "pasted-newest")
        for one in new:
            was = known.get((one.part.entry_id, one.part.number))
            yield _line(language, one, _with_newest(one.part, was))
        if earlier:
            yield from ("", say(language, "pasted-earlier"))
    yield from (_line(language, one, _shown(language, one.part)) for one in earlier)
    lost = [part for part in parts if part.entry_id is None]
    answers = answers_beside(report, lost)
    lost = without_answers(report, lost)
    later = [part for part in lost if plain_number(part.number) in report.not_due]
    others = [part for part in lost if part not in later]
    for beside in answers:
        words, number = cut(beside.words, _SHOWN), cut(beside.number, 12)
        yield say(language, "pasted-problem", number=number, words=words)
    yield from lost_shown(language, sorted(others, key=lambda part: not _is_new(part, known)))
    if later:
        month = month_name(language, report.period.quarters_last)
        yield from ("", say(language, "pasted-not-due", count=len(later), month=month))
        yield from (_lost_line(language, part) for part in later[:_NAMED])
    if left_out:
        named = listed(language, (cut(name, _NAME) for name in left_out[:_NAMED]))
        yield from ("", say(language, "pasted-columns-left", list=named))
    if any(part.row and part.row.is_run_together for part in parts):
        yield from ("", say(language, "pasted-no-columns"))


def _is_new(part: Part, known: Mapping[tuple[int | None, str], Part]) -> bool:
    was = known.get((part.entry_id, part.number))
    return was is None or was.words != part.words


def _with_newest(part: Part, was: Part | None) -> str:
    """The words with what the newest message has put behind them, which no cut hides."""
    if was is None or not part.words.startswith(was.words):
        return cut(part.words, _NEWEST)
    added = part.words.removeprefix(was.words).lstrip("：").strip()
    return f"{cut(was.words, _SHOWN)} ＋ {cut(added, _NEWEST)}" if was.words else added


def _pages(lines: Sequence[str]) -> list[list[str]]:
    """The lines as they fit into messages."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if pages[-1] and shown_length("\n".join([*pages[-1], line])) > _PAGE:
            pages.append([])
        if line or pages[-1]:
            pages[-1].append(line)
    return pages


def lost_shown(language: str, lost: Sequence[Part]) -> Iterator[str]:
    """What would be stored nowhere."""
    if lost:
        yield from ("", say(language, "pasted-without-place", count=len(lost)))
        yield from (_lost_line(language, part) for part in lost[:_NAMED])


def _lost_line(language: str, part: Part) -> str:
    key = "pasted-not-theirs" if part.is_others else "pasted-lost"
    return say(language, key, words=cut(f"{part.number} {part.words}".strip(), _SHOWN))


def _line(language: str, one: Placed, words: str) -> str:
    facts = {
        "number": cut(one.entry.measure.number, 12),
        "title": cut(one.entry.measure.title, 20),
        "words": words,
    }
    if isinstance(one.answer, Refused):
        return f"{say(language, 'pasted-part', **facts)}\n{why_not(language, one.answer)}"
    if is_righted(one.answer) or (one.is_of_figures and one.entry.content.figures):
        now = one.answer.content
        lines = change_lines(language, one.entry.measure, one.entry.content, now)
        return "\n".join((say(language, "pasted-part", **facts), *lines))
    if not one.has_text and as_word(one.part.words) in SAME_WORDS:
        return same_line(language, one.entry, one.answer.content)
    if not one.has_text:
        return say(language, "pasted-part", **facts)
    line = say(language, "pasted-part-has", **facts)
    theirs = one.entry.answered
    if theirs is None or theirs.is_reader:
        return line
    words, by = cut(one.entry.content.text, _SHOWN), byline(language, theirs)
    return f"{line}\n{say(language, 'pasted-part-theirs', by=by, words=words)}"


def why_not(language: str, refused: Refused) -> str:
    """Why a passage is not stored; no question's buttons are below a paste."""
    if isinstance(refused, SaysNothing):
        return say(language, "pasted-part-empty")
    return say(language, refused.text_key, **refused.facts)


def _shown(language: str, part: Part) -> str:
    """A row's status and, cut each by itself so that it is seen, what goes to which field."""
    if part.row is None:
        return cut(part.words, _SHOWN)
    told, status = part.row.told, part.row.status
    each = _SHOWN // (1 + bool(told.problem) + bool(told.next_step))
    fields = ((PROBLEM_LABEL, told.problem), (NEXT_STEP_LABEL, told.next_step))
    return " ".join(
        (
            *(
                [plain(language, "pasted-status", status=plain(language, f"status-{status}"))]
                if status
                else []
            ),
            *([cut(told.text, each)] if told.text else []),
            *(f"{label}{cut(words, each)}" for label, words in fields if words),
        )
    )


def _may_be_a_list(parts: Sequence[Part]) -> bool:
    """Whether they count 1, 2, 3, as the points within one measure's words do."""
    numbers = [part.number for part in parts if part.number]
    return numbers == [str(n + 1) for n in range(len(numbers))]


def _buttons(
    language: str,
    report: WorkingReport,
    parts: Sequence[Part],
    paste_id: int,
    messages: int,
) -> list[Button]:
    """Each names how many measures it would change; none that changes nothing is there.

    Where the words say themselves what gives way (下一步改为：…) there is no choice.
    """
    found = {
        APPEND: placed(report, parts, replacing=False),
        REPLACE: placed(report, parts, replacing=True),
        LEAVE: placed(report, parts, replacing=False, leaving=True),
    }
    stored = {
        way: sum(isinstance(one.answer, Accepted) for one in those) for way, those in found.items()
    }
    keys = {APPEND: "append", REPLACE: "replace", LEAVE: "leave"}
    if stored[LEAVE] == stored[APPEND]:
        stored, keys = {APPEND: stored[APPEND]}, {APPEND: "take"}
    elif [one.answer for one in found[APPEND]] == [one.answer for one in found[REPLACE]]:
        stored, keys = {one: stored[one] for one in (APPEND, LEAVE)}, {**keys, APPEND: "take"}
    ways = [(way, f"pasted-button-{keys[way]}", count) for way, count in stored.items() if count]
    return [
        button(
            language,
            key,
            Press(Action.PASTED_TAKE, paste_id, f"{way}.{messages}", report.version),
            count=count,
        )
        for way, key, count in ways
    ]


def lost_lines(language: str, lost: Sequence[Part]) -> Iterator[str]:
    """What was stored nowhere, named so that it can be found in the text that is kept."""
    if lost:
        named = listed(language, (cut(p.number or p.words, 12) for p in lost[:_NAMED]))
        yield say(language, "pasted-kept", count=len(lost), list=named)
