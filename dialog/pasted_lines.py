"""The lines of a text that tells of several measures, and apart what shares a line with another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialog.measure_numbers import OPENS_WORDS, SURE_TITLE, heading
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

_FURTHER = re.compile(
    r"(?<=[\s;；。])(?<![A-Za-z]\s)(\d+(?:[.-]\d+)*)(?:[、．]|\.(?!\d))(?=\s*[^\W\d_])"
)
"""1. … 2. …; behind an English word a number ends its sentence: visited 15. Problem: …"""


def lines_of(message: str, known: Mapping[str, ReportEntry]) -> Iterator[str]:
    """The lines, and apart what stands on one line with the numbers of measures (1.… 2.…).

    Also apart is what begins with the full title of one, and a colon.
    """
    places = list(known)
    written = _apart_by_title(cleaned(message).split("\n"), known)
    for line in (line for one in written for line in _each_apart(one, known)):
        patterns = (_FURTHER, _LOOSELY_FURTHER, _FURTHER_STATUS)
        starts = next(filter(None, (_starts(line, one, places) for one in patterns)), [0])
        if len(starts) == 1:
            yield line
            continue
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            piece = line[start:end].strip(" ，,；;")
            named = f"第{piece}" if _ITEM_NUMBERED.match(piece) else piece
            yield _RUN_TOGETHER.sub(r"\g<0> ", named)


_ITEM_NUMBERED = re.compile(rf"(\d+)\s*项(?!目|任务|工作|工程|措施|内容)(?=\s*{OPENS_WORDS})")
"""17项签约3家: of a measure only where another one is told so on the same line."""

_RUN_TOGETHER = re.compile(r"^\d+(?=[^\W\d_])")


_LOOSELY_FURTHER = re.compile(
    rf"(?<=[；;。，,])\s*(?:(?:第\s*)?(\d+(?:[.-]\d+)*)(?:\s*项(?!目)[:：，,]?|[、．:：]|\.(?!\d))?"
    rf"|第\s*(?P<numeral>[{''.join(sorted(NUMERALS))}]+)\s*项(?!目)[:：，,]?)\s*(?={OPENS_WORDS}|{STATUS_SIGN})"
)
"""…；19 滞后…, …，第19项签约3家: on a line that has begun with another measure."""

_FURTHER_STATUS = re.compile(
    rf"(?<=\s)(\d+(?:[.-]\d+)*)(?=(?:{'|'.join(map(re.escape, STATUS_OF_WORD))})"
    r"(?:[\s:：，,。；;]|$))"
)
"""18正常推进 累计183个 19滞后 资金没到位: a status right behind the number of a measure."""


def _starts(line: str, further: re.Pattern[str], places: Sequence[str]) -> list[int]:
    """Where measures begin on one line; empty where it is not surely told of several."""
    first, item = heading(line), _ITEM_NUMBERED.match(line)
    found = [one for one in further.finditer(line) if _of(one) in places or further is _FURTHER]
    are_items = item is not None and all("项" in one[0] for one in found)
    number = first.number if first else item[1] if item and are_items else ""
    numbers = [number, *map(_of, found)]
    are_ours = all(number in places for number in numbers)
    if not found or not are_ours or not _in_order(numbers, places):
        return []
    return [0, *(one.start() for one in found)]


def _of(further: re.Match[str]) -> str:
    """The number of the measure that begins there."""
    return further[1] or str(_value(further["numeral"]))


_SEVERAL = re.compile(
    r"(?:第\s*)?(?P<numbers>\d+(?:\s*项)?(?:\s*[、,，和及与]\s*(?:第\s*)?\d+)+)\s*(?P<sign>项(?!目))?\s*[:：，,]?\s*"
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
    first, more = before_further(known, line)
    numbers, words = told_of_each(known, first if more else line)
    if more and not (numbers and is_known_word(words)):
        numbers, words = told_of_each(known, line)
        more = ""
    if not numbers:
        return [line]
    each = [f"第{one}项：{words}" if one in known else f"{one}：{words}" for one in numbers]
    return [*each, *(_each_apart(more, known) if more else ())]


_ONE = rf"\d+|[{''.join(sorted(NUMERALS))}]+"
_RANGE = re.compile(
    rf"(?:第\s*)?(?P<first>{_ONE})\s*(?:项\s*)?(?:[-—–~～－]+|至|到)\s*(?:第\s*)?(?P<last>{_ONE})\s*(?P<sign>项(?!目))?\s*[:：，,]?\s*"
    rf"(?P<all>都是?|均为?|全部?是?|也都?是?)?\s*(?P<words>{OPENS_WORDS}.*)"
)


def told_of_each(known: Mapping[str, ReportEntry], said: str) -> tuple[list[str], str]:
    """The numbers of which the words are told, and these; no numbers where they are of one thing.

    Of 第30至35项正常推进 each measure of the unit between the two; where none is, the range itself.
    """
    if found := _SEVERAL.fullmatch(said):
        numbers = re.findall(r"\d+", found["numbers"])
        is_said = len(set(numbers)) == len(numbers)
    elif found := _RANGE.fullmatch(said):
        first, last = map(_value, (found["first"], found["last"]))
        is_said = first < last and f"{found['first']}-{found['last']}" not in known
        between = [one for one in known if one.isdecimal() and first <= int(one) <= last]
        numbers = between or [f"{first}-{last}"]
    if found is None or not is_said:
        return [], ""
    words = found["words"]
    is_surely = found["sign"] or found["all"] or opens_as_status(words)
    is_surely = is_surely or reason_of_no_progress(words) is not None
    return (numbers, words) if is_surely else ([], "")


def _value(number: str) -> int:
    """13, or 十一; 0 for a numeral that is none."""
    return int(number) if number.isdecimal() else read_numeral(number) or 0


def _apart_by_title(lines: Iterable[str], known: Mapping[str, ReportEntry]) -> Iterator[str]:
    titles = {m.title.rstrip("。.") for entry in known.values() for m in entry.measure.each}
    sure = [re.escape(title) for title in titles if len(title) >= SURE_TITLE]
    if not sure:
        yield from lines
        return
    begins = re.compile(rf"(?<=[。；;])\s*(?=(?:{'|'.join(sure)})\s*[：:])")
    for line in lines:
        yield from (piece.strip() for piece in begins.split(line) if piece.strip() or not line)


_POINTS = 9
"""How far somebody counts within one measure; a number beyond is no point of such a list."""


def _in_order(numbers: Sequence[str], places: Sequence[str]) -> bool:
    """Upwards; or downwards, where none can be a point within the measure before it."""
    upwards = sorted(set(numbers), key=places.index)
    is_no_list = all(one.isdecimal() and int(one) > _POINTS for one in numbers)
    return numbers == upwards or (is_no_list and numbers == upwards[::-1])
