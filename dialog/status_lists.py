"""Measures listed on one line by number and status: 3正常推进 14滞后, 第3项正常第14项滞后."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dialog.measure_numbers import tells_of
from dialog.number_signs import NUMERAL, POINTS, plain_number
from dialog.words import (
    NO_HELP_WORDS,
    NO_PROGRESS_WORDS,
    SAME_WORDS,
    STATUS_OF_WORD,
    one_of,
    runs_on_behind_status,
)
from vocabulary.report import ReportEntry

_ANSWERS = (
    STATUS_OF_WORD.keys() | NO_PROGRESS_WORDS | SAME_WORDS | NO_HELP_WORDS | {"无", "没有", "暂无"}
)
_ANSWER = one_of(_ANSWERS)
_NEAR = max(map(len, _ANSWERS))  # characters before a number by which it is seen whether it counts
_ENDS = (
    r"(?=\s|$|[:：,，。.;；、/（(]|第\s*[\d一二三四五六七八九十]"
    rf"|\d+(?:\s*项)?\s*[:：]?\s*(?:{_ANSWER})|其[余他它]|剩)"
)
"""What may follow a word that answers by itself; 18正常运行 does not begin with one."""

_OF_OTHERS = "目|任务|工作|工程|措施|内容|指标|政策|改革|制度|活动|服务|要求|的|和|与|、|中|里|所"
_NUMBERED = re.compile(
    rf"(?:第\s*(?P<named>\d+|{NUMERAL})\s*项(?!{_OF_OTHERS})"
    rf"|(?<![\d.A-Za-z第-])(?P<bare>\d+)(?:\s*项)?)\s*[:：]?\s*(?P<answer>(?:{_ANSWER}){_ENDS})?",
    re.IGNORECASE,
)
_ENDINGS = tuple(_ANSWERS)
_SET_OFF = re.compile(r"(?:^|[\s,，。;；、/])$")
_AMOUNT = re.compile(
    r"\d[\d.]*\s*[百千万亿]*[个家户处座件条人名所辆台套次场期批只头栋间元亩吨%％]元?$"
)
"""What a number may stand right behind; behind an amount a bare one only where a list goes on."""

_UNCOUNTED = re.compile(r"已|正在|尚?未|累计\s*\d")
"""18已完成招标, 20未收到批复: what a number does not count."""

_LEADS_TO = re.compile(
    r"(?:按照?|依照?|根据|参照|结合|围绕|对照|[与和同跟见及对在将把由到至从比含以为是])$"
)
"""按照第14项要求: it is spoken of there, and nothing is told of it."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a measure begins within a line, with its number.

    at: where its digits stand. is_item: 项 stands behind them. is_ours: it is one of the unit's.
    """

    number: str
    start: int
    at: int
    is_item: bool
    is_ours: bool


def listed_in(line: str, known: Mapping[str, ReportEntry]) -> list[Start]:
    """Where numbers stand on the line that are told of at once; none where one is told of twice.

    The unit's, and such of others as can count nothing, since they are told between them.
    A bare number has to stand apart, and right behind it an answer, or what has a figure of its
    own: 3家正常推进 counts, 14电商企业41家 does not.
    """
    found: list[Start] = []
    end = 0
    for one in _NUMBERED.finditer(line):
        if _is_told(one, line, known) and _goes_on(one, line[end : one.start()], len(found)):
            sign = line[one.start() : one.start("answer") if one["answer"] else one.end()]
            found.append(start_of(one, known, sign))
            end = one.end()
    ours = [one.number for one in found if one.is_ours]
    if len(set(ours)) < len(ours):
        return []
    return [one for one in found if one.is_ours or _is_between(one, found)]


def is_share(before: str) -> bool:
    """Whether a number behind these words tells a share: 累计175个，其中14个已开业，20未启动."""
    return before.rfind("其中") > max(map(before.rfind, "。；;"))


def _goes_on(one: re.Match[str], between: str, count: int) -> bool:
    """Whether the list goes on there: 14已完成、18未启动 and 共175个20未启动 may count alone.

    between: what stands between it and the one before. count: how many stand before it.
    """
    if one["bare"] and _AMOUNT.search(between):
        return count > 1
    said = between.rstrip()
    return not said.endswith("、") or (count > 0 and _PAUSE.search(said[:-1]) is None)


_PAUSE = re.compile(r"[\s,，。;；、/]")


def start_of(found: re.Match[str], known: Collection[str], sign: str = "") -> Start:
    """The first group of those that are there is the number. sign: with what belongs to it."""
    group = next(i for i, written in enumerate(found.groups(), 1) if written)
    number = plain_number(found[group])
    return Start(
        number, found.start(), found.start(group), "项" in (sign or found[0]), number in known
    )


def opens_with_answer(line: str) -> bool:
    """Whether a word that answers by itself stands first: 正常推进 14滞后, where 3 is asked."""
    return _OPENS.match(line) is not None


_BEGINS = re.compile(_ANSWER, re.IGNORECASE)
_OPENS = re.compile(rf"(?:{_ANSWER}){_ENDS}", re.IGNORECASE)


def _is_told(found: re.Match[str], line: str, known: Mapping[str, ReportEntry]) -> bool:
    """Whether a measure begins with the number, by what stands before and behind it."""
    before, behind = line[: found.start()], line[found.end() :]
    near = before[-_NEAR:].lower()
    is_apart = any(way.search(near) for way in (_SET_OFF, _AMOUNT)) or near.endswith(_ENDINGS)
    is_answered = bool(found["answer"]) or runs_on_behind_status(behind)
    if found["bare"]:
        entry, is_run_on = known.get(found["bare"]), found.end() == found.end("bare")
        is_figure = entry is not None and not _BEGINS.match(behind) and tells_of(entry, behind)
        is_uncounted = is_figure or _UNCOUNTED.match(behind) is not None
        is_said = is_answered or (is_run_on and is_uncounted)
        return is_apart and is_said and not is_share(before)
    if is_apart:
        return is_answered or behind[:1].isalpha()
    return is_answered and _LEADS_TO.search(near) is None


def _is_between(one: Start, found: Sequence[Start]) -> bool:
    """Whether the number of another unit stands between two of the unit's, in their order."""
    place = found.index(one)
    before = [int(x.number) for x in found[:place] if x.is_ours and x.number.isdecimal()]
    after = [int(x.number) for x in found[place + 1 :] if x.is_ours and x.number.isdecimal()]
    is_number = one.number.isdecimal() and int(one.number) > POINTS
    return is_number and bool(before and after) and before[-1] < int(one.number) < after[0]
