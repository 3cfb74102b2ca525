"""Words and marks that all official documents share."""

import re
from datetime import date, datetime

from reports.official_paper import NOTE_WIDTH, OfficialPaper
from reports.printable import one_line, text_width
from texts import DEFAULT_LANGUAGE, Value, plain
from vocabulary.report import AskedMeasure

_NUMERALS = "〇一二三四五六七八九十"
_NOTE_PARTS = re.compile(r"(?<=[、，,；;/])|(?<=\d或)")
_ENDED = frozenset("。！？；：…!?;:.")


def paper_text(key: str, **values: Value) -> str:
    """A sentence of the catalogue, as paper has it: in Chinese."""
    return plain(DEFAULT_LANGUAGE, key, **values)


def write_heading(paper: OfficialPaper, level: int, number: int, heading: str) -> None:
    """一、总体情况, or （一）信息服务."""
    numeral = chinese_numeral(number)
    paper.heading(level, paper_text(f"paper-heading-{level}", number=numeral, heading=heading))


def inside_title_marks(title: str) -> str:
    """The title as it stands within 《》: its marks are 〈〉, those within these 《》 again."""
    written, depth = [], 0
    for sign in title:
        if sign in "《〈":
            written.append("〈《"[depth % 2])
            depth += 1
        elif sign in "》〉":
            depth = max(0, depth - 1)
            written.append("〉》"[depth % 2])
        else:
            written.append(sign)
    return "".join(written)


def ended(sentence: str) -> str:
    return sentence if not sentence or sentence[-1] in _ENDED else sentence + "。"


def measure_title(measure: AskedMeasure) -> str:
    """Its title; where the plan gives none, its first clause."""
    return one_line(measure.title) or re.split("[。；，]", one_line(measure.text))[0]


def note_lines(note: str) -> list[str]:
    """Broken between names and numbers, and only in one that is longer than a line."""
    lines = [""]
    for part in _NOTE_PARTS.split(note):
        if lines[-1] and text_width(lines[-1] + part) > NOTE_WIDTH:
            lines.append("")
        lines[-1] += part
    return lines


def date_words(day: date) -> str:
    """2022年8月3日."""
    return paper_text("paper-date", year=str(day.year), month=day.month, day=day.day)


def moment_words(moment: datetime) -> str:
    """2022年8月5日18:00."""
    day: dict[str, Value] = {"year": str(moment.year), "month": moment.month, "day": moment.day}
    return paper_text("paper-moment", time=f"{moment:%H:%M}", **day)


def chinese_numeral(number: int) -> str:
    """一, 十二, 二十, 九十九: 1 to 99, as headings are counted."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else _NUMERALS[tens] + "十"
    return ten + (_NUMERALS[ones] if ones else "")
