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
from dialog.numerals import NUMERALS, read_numeral
from dialog.words import (
    STATUS_OF_WORD,
    STATUS_SIGN,
    cleaned,
    is_known_word,
    opens_as_status,
    reason_of_no_progress,
)
from vocabulary.report import ReportEntry

_NUMERALS = f"[{''.join(sorted(NUMERALS))}]+"
_ONE = rf"(?:\d+|{_NUMERALS})"

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
            piece = line[start:end].strip(" ，,；;")
            piece = _ALSO.sub("", piece) if start else piece
            named = f"第{piece}" if _ITEM_NUMBERED.match(piece) else piece
            yield _RUN_TOGETHER.sub(r"\g<0> ", named)


_BESIDES = r"(?:(?:另外?|还有|此外|同时)[，,]?\s*)"
_ALSO = re.compile(rf"{_BESIDES}(?=第|\d)")
"""另外29项又放贷30万元: what joins it to the words before is none of its own."""

_ITEM_NUMBERED = re.compile(rf"(\d+)\s*项(?!目|任务|工作|工程|措施|内容)(?=\s*{OPENS_WORDS})")
"""17项签约3家: of a measure only where another one is told so on the same line."""

_RUN_TOGETHER = re.compile(r"^\d+(?=[^\W\d_])")


_LOOSELY_FURTHER = re.compile(
    rf"(?<=[；;。，,])\s*{_BESIDES}?(?:(?:第\s*)?(\d+(?:[.-]\d+)*)(?:\s*项(?!目)[:：，,]?|[、．:：]|\.(?!\d))?"
    rf"|第\s*(?P<numeral>[{''.join(sorted(NUMERALS))}]+)\s*项(?!目)[:：，,]?)\s*(?={OPENS_WORDS}|{STATUS_SIGN})"
)
"""…；19 滞后…, …，第19项签约3家: on a line that has begun with another measure."""

_FURTHER_STATUS = re.compile(
    rf"(?<=\s)(\d+(?:[.-]\d+)*)(?=(?:{'|'.join(map(re.escape, STATUS_OF_WORD))})"
    r"(?:[\s:：，,。；;]|$))"
)
"""18正常推进 累计183个 19滞后 资金没到位: a status right behind the number of a measure."""


_CLAUSE = re.compile(
    rf"(?<=[；;。，,\s])(?<!第\s)\s*{_BESIDES}?(?:第\s*(?P<named>\d+|{_NUMERALS})\s*项|(?P<item>\d+)\s*项"
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
    surely = _surely_named(line, known, is_boxed=is_boxed)
    loosely = [
        one
        for further in (_LOOSELY_FURTHER, _FURTHER_STATUS)
        for one in further.finditer(line)
        if _of(one) in known
    ]
    named = {one.start() for one in surely}
    for found in ([*_FURTHER.finditer(line)], loosely, surely):
        together = sorted({one.start(): one for one in [*found, *surely]}.items())
        if not found:
            continue
        are_items = item is not None and all("项" in one[0] for _, one in together)
        number = first.number if first else item[1] if item and are_items else ""
        loose = [number, *(_of(one) for start, one in together if start not in named)]
        if is_boxed and found is surely and number not in known:
            loose = []
        if all(number in known for number in loose) and _in_order(loose, places):
            return [0, *(start for start, _ in together)]
    is_apart = is_answer and (first is None or first.number not in known)
    return [0, *(one.start() for one in surely)] if is_apart else [0]


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
    return str(_value(next(filter(None, further.groups()))))


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


_SEVERAL = re.compile(
    rf"(?:(?:第|措施|任务|序号)\s*)?(?P<open>[（(])?\s*(?P<numbers>{_ONE}(?:\s*项)?(?:\s*[、,，和及与/+＋&]\s*(?:第\s*)?{_ONE})+)"
    r"\s*(?(open)[）)])\s*(?P<sign>项(?!目))?\s*(?:(?P<colon>[:：])|[，,])?\s*"
    rf"(?P<all>都是?|均为?|全部?是?|也都?是?)?\s*(?P<words>{OPENS_WORDS}.*)"
)


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


_RANGE = re.compile(
    rf"(?:第\s*)?(?P<first>{_ONE})\s*(?:项\s*)?(?:[-—–~～－]+|至|到)\s*(?:第\s*)?(?P<last>{_ONE})"
    r"\s*(?P<sign>项(?!目))?\s*(?:(?P<colon>[:：])|[，,])?\s*"
    rf"(?P<all>都是?|均为?|全部?是?|也都?是?)?\s*(?P<words>{OPENS_WORDS}.*)"
)


def told_of_each(known: Mapping[str, ReportEntry], said: str) -> tuple[list[str], str]:
    """The numbers of which the words are told, and these; no numbers where they are of one thing.

    Of 第30至35项正常推进 each measure of the unit between the two; where none is, the range itself.
    """
    if found := _SEVERAL.fullmatch(said):
        written = re.findall(_ONE, found["numbers"])
        numbers = [str(_value(number)) for number in written]
        is_said = len(set(numbers)) == len(numbers) and _counts_no_points(said, written)
        are_set_off = bool(found["open"] or found["colon"])
        is_share = "/" in found["numbers"] and said[found.end("numbers")].isalpha()
        is_said = is_said and (not is_share or bool(found["sign"]))
    elif found := _RANGE.fullmatch(said):
        first, last = map(_value, (found["first"], found["last"]))
        is_said = first < last and f"{found['first']}-{found['last']}" not in known
        between = [one for one in known if one.isdecimal() and first <= int(one) <= last]
        numbers = between or [f"{first}-{last}"]
        are_set_off = bool(found["colon"]) and {str(first), str(last)} <= known.keys()
    if found is None or not is_said:
        return [], ""
    words = found["words"]
    is_surely = found["sign"] or found["all"] or opens_as_status(words)
    is_surely = is_surely or reason_of_no_progress(words) is not None
    is_surely = is_surely or (are_set_off and all(number in known for number in numbers))
    return (numbers, words) if is_surely else ([], "")


def _counts_no_points(said: str, written: Sequence[str]) -> bool:
    """一、21项 is the first point of a list; 二十、21项 are two measures."""
    return said.startswith("第") or all(
        number.isdecimal() or _value(number) > POINTS for number in written
    )


def _value(number: str) -> int:
    """13, or 十一; 0 for a numeral that is none."""
    return int(number) if number.isdecimal() else read_numeral(number) or 0


def _apart_by_title(lines: Iterable[str], known: Mapping[str, ReportEntry]) -> Iterator[str]:
    titles = {m.title.rstrip("。.") for entry in known.values() for m in entry.measure.each}
    sure = [re.escape(title) for title in titles if len(title) >= SURE_TITLE]
    if not sure:
        yield from lines
        return
    begins = re.compile(rf"(?<=[。；;])\s*(?=(?:{'|'.join(sure)})\s*[：:（(])")
    for line in lines:
        yield from (piece.strip() for piece in begins.split(line) if piece.strip() or not line)


POINTS = 9
"""How far somebody counts within one measure; a number beyond is no point of such a list."""


def _in_order(numbers: Sequence[str], places: Sequence[str]) -> bool:
    """Upwards; or in any order, where none can be a point within the measure before it."""
    upwards = sorted(set(numbers), key=places.index)
    is_no_list = all(one.isdecimal() and int(one) > POINTS for one in numbers)
    return numbers == upwards or (is_no_list and len(numbers) == len(upwards))
