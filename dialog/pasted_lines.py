"""The lines of a text that tells of several measures, and apart what shares a line with another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dialog.measure_numbers import (
    COUNTED_BEHIND,
    OPENS_WORDS,
    SURE_TITLE,
    counts_in_order,
    fits,
    heading,
)
from dialog.number_signs import NUMERAL, POINTS, Several, plain_number, several_in_front
from dialog.status_lists import Start, is_share, listed_in, opens_with_answer, start_of
from dialog.words import (
    STATUS_SIGN,
    cleaned,
    is_known_word,
    opens_as_status,
    reason_of_no_progress,
)
from vocabulary.report import ReportEntry

_FURTHER = re.compile(
    r"(?<=[\s;；。])(?<![A-Za-z]\s)(\d+(?:[.-]\d+)*)(?:[、．]|\.(?!\d))(?=\s*[^\W\d_])"
)
"""1. … 2. …; behind an English word a number ends its sentence: visited 15. Problem: …"""


def lines_of(
    message: str, known: Mapping[str, ReportEntry], *, is_answer: bool = False
) -> Iterator[str]:
    """The lines, and apart what stands on one line with the numbers of measures (1.… 2.…).

    Also apart is what begins with the full title of one, and a colon.
    is_answer: a measure is asked, whose words may stand before those of others.
    """
    written = _apart_by_title(cleaned(message).split("\n"), known)
    for line in (line for one in written for line in _each_apart(one, known)):
        starts = _starts(line, known, is_answer=is_answer)
        if len(starts) == 1:
            yield line
            continue
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            piece = line[start:end].strip(" ，,；;、/")
            piece = _ALSO.sub("", piece) if start else piece
            named = f"第{piece}" if _ITEM_NUMBERED.match(piece) else piece
            is_read = heading(named) is not None
            yield named if is_read else _RUN_TOGETHER.sub(r"\g<0> ", named)


_BESIDES = r"(?:(?:另外?|还有|此外|同时)[，,]?\s*)"
_ALSO = re.compile(rf"{_BESIDES}(?=第|\d)")
"""另外29项又放贷30万元: what joins it to the words before is none of its own."""

_ITEM_NUMBERED = re.compile(rf"(\d+)\s*项(?!目|任务|工作|工程|措施|内容)(?=\s*{OPENS_WORDS})")
"""17项签约3家: of a measure only where another one is told so on the same line."""

_RUN_TOGETHER = re.compile(r"^(?:第\s*)?\d+(?=[^\W\d_])")


_LOOSELY_FURTHER = re.compile(
    rf"(?<=[；;。，,])\s*{_BESIDES}?(?:(?:第\s*)?(\d+(?:[.-]\d+)*)(?:\s*项(?!目)[:：，,]?|[、．:：]|\.(?!\d))?"
    rf"|第\s*(?P<numeral>{NUMERAL})\s*项(?!目)[:：，,]?)\s*(?={OPENS_WORDS}|{STATUS_SIGN})"
)
"""…；19 滞后…, …，第19项签约3家: on a line that has begun with another measure."""

_CLAUSE = re.compile(
    rf"(?<=[；;。，,\s])(?<!第\s)\s*{_BESIDES}?(?:第\s*(?P<named>\d+|{NUMERAL})\s*项|(?P<item>\d+)\s*项"
    r"|[（(【\[［〔]\s*(?P<boxed>\d+)\s*[）)】\]］〕]|(?P<signed>\d+)(?:[、．]|\.(?!\d)))"
    rf"(?!目|任务|工作|工程|措施|内容)[:：，,]?\s*(?={OPENS_WORDS})"
)
"""…；第29项又放贷30万元, …。（29）贷款860万元: another measure within the words of one."""

_GOES_ON = tuple("又再还也另里应漏")
"""29项又放贷: no amount goes on so."""


def _starts(line: str, known: Mapping[str, ReportEntry], *, is_answer: bool) -> list[int]:
    """Where measures begin on one line; only its beginning where it is not surely told of several.

    With another measure in front, a number may stand loosely before its words.
    """
    first, item, places = heading(line), _ITEM_NUMBERED.match(line), list(known)
    is_boxed = _BOXED.match(line) is not None
    surely = [start_of(one, known) for one in _surely_named(line, known, is_boxed=is_boxed)]
    further = [start_of(one, known) for one in _FURTHER.finditer(line)]
    loosely = [start_of(one, known) for one in _LOOSELY_FURTHER.finditer(line)]
    loosely = [one for one in loosely if one.is_ours and not is_share(line[: one.start])]
    listed = listed_in(line, known)
    opens = listed[0].number if listed and not listed[0].start else ""
    listed = [one for one in listed if one.start]
    named = {one.at for one in surely}
    for found in (further, [*loosely, *listed], listed, surely):
        if not found:
            continue
        together = _each_once([*found, *surely])
        are_items = item is not None and all(one.is_item for one in together)
        number = first.number if first else opens or (item[1] if item and are_items else "")
        loose = [number, *(one.number for one in together if one.at not in named)]
        if is_boxed and found is surely and number not in known:
            loose = []
        elif found is listed:
            is_told = is_answer and not number and opens_with_answer(line)
            loose = [*([] if is_told else [number]), *(x.number for x in listed if x.is_ours)]
        is_list = found is listed and len(set(loose)) == len(loose) and "1" not in loose[1:]
        if all(one in known for one in loose) and (is_list or _in_order(loose, places)):
            return [0, *(one.start for one in together)]
    is_apart = is_answer and (first is None or first.number not in known)
    return [0, *(one.start for one in surely)] if is_apart else [0]


def _each_once(found: Iterable[Start]) -> list[Start]:
    """In their order; of two that begin with the same number, the one that begins first."""
    return [*{one.at: one for one in sorted(found, key=lambda x: (x.at, -x.start))}.values()]


_BOXED = re.compile(r"\s*[（(【\[［〔]\s*\d+\s*[）)】\]］〕]")


def _surely_named(
    line: str, known: Mapping[str, ReportEntry], *, is_boxed: bool
) -> list[re.Match[str]]:
    """The clauses that begin with another measure's number, which is no amount and no point.

    is_boxed: the line begins with a number in brackets, as each further measure does then; also
    one of another unit, where there are ours.
    """
    found = [
        one
        for one in _CLAUSE.finditer(line)
        if (
            _is_surely_of(one, entry, line, is_boxed=is_boxed)
            if (entry := known.get(_of(one))) is not None
            else is_boxed and one["boxed"] and int(one["boxed"]) > POINTS
        )
    ]
    is_any_ours = any(_of(one) in known for one in found)
    return found if is_any_ours or not is_boxed else []


def _is_surely_of(found: re.Match[str], entry: ReportEntry, line: str, *, is_boxed: bool) -> bool:
    words = line[found.end() :]
    if found["named"]:
        return True
    if found["item"]:
        is_counted = int(found["item"]) > POINTS and COUNTED_BEHIND.match(words) is not None
        return is_counted or words.startswith(_GOES_ON) or fits(entry, words)
    if found["boxed"] and is_boxed:
        return True
    number = int(found["boxed"] or found["signed"])
    is_point = number <= POINTS or counts_in_order(number, line[: found.start()])
    return not is_point or fits(entry, words)


def _of(further: re.Match[str]) -> str:
    """The number of the measure that begins there."""
    return plain_number(next(filter(None, further.groups())))


_EACH_IN_BRACKETS = re.compile(r"(?:\d+\s*[（(][^（()）]+[）)][；;，,、\s]*){2,}[。.]?")
_IN_BRACKETS = re.compile(r"(\d+)\s*[（(]([^（()）]+)[）)]")


def _told_in_brackets(line: str, known: Mapping[str, ReportEntry]) -> list[tuple[str, str]]:
    """14（新建平台1个）；15（装修完成）: each number with its words; empty for any other line.

    Two of them at least are the report's, so that none is an amount.
    """
    if not _EACH_IN_BRACKETS.fullmatch(line):
        return []
    found = [(one[1], one[2].strip()) for one in _IN_BRACKETS.finditer(line)]
    numbers = [number for number, _ in found]
    are_apart = len(set(numbers)) == len(numbers)
    return found if are_apart and len(known.keys() & numbers) > 1 else []


def before_further(known: Mapping[str, ReportEntry], said: str) -> tuple[str, str]:
    """What stands before a further measure on the same line, and that with its words."""
    further = next((one for one in _LOOSELY_FURTHER.finditer(said) if _of(one) in known), None)
    if further is None:
        return said, ""
    more = said[further.start() :].strip()
    named = f"第{more}" if _ITEM_NUMBERED.match(more) else more
    return said[: further.start()].strip(" ，,；;。"), named


def _each_apart(line: str, known: Mapping[str, ReportEntry]) -> list[str]:
    """A line of a list that says the same of several measures, as a line for each of them.

    Of what is no measure of the report the first number tells where it stands.
    """
    if told := _told_in_brackets(line, known):
        return [_said_of(number, words, known) for number, words in told]
    if several := several_apart(line, known):
        return [one for piece in several for one in _each_apart(piece, known)]
    first, more = before_further(known, line)
    numbers, words = told_of_each(known, first if more else line)
    if more and not (numbers and is_known_word(words)):
        numbers, words = told_of_each(known, line)
        more = ""
    if not numbers:
        return [line]
    each = [_said_of(one, words, known) for one in numbers]
    return [*each, *(_each_apart(more, known) if more else ())]


def _said_of(number: str, words: str, known: Mapping[str, ReportEntry]) -> str:
    return f"第{number}项：{words}" if number in known else f"{number}：{words}"


def several_apart(line: str, known: Mapping[str, ReportEntry]) -> list[str]:
    """14、15：…。16、18同上。 apart where several further are named; empty for any other line."""
    starts = [
        one.end()
        for one in re.finditer(r"[。；;]\s*", line)
        if told_of_each(known, line[one.end() :])[0]
    ]
    if not starts or heading(line) is None:
        return []
    return [line[a:b].strip(" ；;") for a, b in pairwise([0, *starts, len(line)])]


_OF_ALL = re.compile(rf"(?P<all>都是?|均为?|全部?是?|也都?是?)?\s*(?P<words>{OPENS_WORDS}[^\n]*)")


def told_of_each(known: Mapping[str, ReportEntry], said: str) -> tuple[list[str], str]:
    """The numbers of which the words are told, and these; no numbers where they are of one thing.

    Of 第30至35项正常推进 each measure of the unit between the two; where none is, the range itself.
    A shared paragraph is told of once, by the first of its numbers.
    """
    found = several_in_front(said)
    told = _OF_ALL.fullmatch(found.words) if found else None
    if found is None or told is None:
        return [], ""
    numbers, words = _numbers_told(found, known), told["words"]
    are_ours = bool(numbers) and all(number in known for number in numbers)
    first_of = {known[one].entry_id: one for one in reversed(numbers)} if are_ours else {}
    is_surely = found.is_items or bool(told["all"]) or opens_as_status(words)
    is_surely = is_surely or reason_of_no_progress(words) is not None
    is_one = len(first_of) == 1 and not found.is_share
    if not numbers or not (is_surely or (are_ours and (_is_set_off(found, known) or is_one))):
        return [], ""
    return [one for one in numbers if not are_ours or one in first_of.values()], words


def _numbers_told(found: Several, known: Mapping[str, ReportEntry]) -> list[str]:
    """The numbers; none where they are points of a list, a share or the range of something else."""
    numbers = list(found.numbers)
    if found.is_range:
        ends = [int(one) if one.isdecimal() else 0 for one in numbers]
        if ends[0] >= ends[1] or "-".join(found.written) in known:
            return []
        between = [one for one in known if one.isdecimal() and ends[0] <= int(one) <= ends[1]]
        return between or ["-".join(map(str, ends))]
    are_points = not found.is_ordered and any(
        not written.isdecimal() and number.isdecimal() and int(number) <= POINTS
        for written, number in zip(found.written, numbers, strict=True)
    )  # 一、21项 is the first point of a list; 二十、21项 are two measures
    return [] if are_points or found.is_share or len(set(numbers)) < len(numbers) else numbers


def _is_set_off(found: Several, known: Mapping[str, ReportEntry]) -> bool:
    return found.is_set_off and (not found.is_range or set(found.numbers) <= known.keys())


def _apart_by_title(lines: Iterable[str], known: Mapping[str, ReportEntry]) -> Iterator[str]:
    titles = {m.title.rstrip("。.") for entry in known.values() for m in entry.measure.each}
    sure = [re.escape(title) for title in titles if len(title) >= SURE_TITLE]
    if not sure:
        yield from lines
        return
    begins = re.compile(rf"(?<=[。；;])\s*(?=(?:{'|'.join(sure)})\s*[：:（(])")
    for line in lines:
        yield from (piece.strip() for piece in begins.split(line) if piece.strip() or not line)


def _in_order(numbers: Sequence[str], places: Sequence[str]) -> bool:
    """Upwards; or in any order, where none can be a point within the measure before it."""
    upwards = sorted(set(numbers), key=places.index)
    is_no_list = all(one.isdecimal() and int(one) > POINTS for one in numbers)
    return numbers == upwards or (is_no_list and len(numbers) == len(upwards))
