"""Stage 3a: what stands before the first heading and under the last → title, number, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plans.brackets import split_outside
from plans.dates import read_day
from plans.paragraphs import Paragraph

_DOC_NUMBER = re.compile(r"[^\s，。：]{1,15}[〔\[［【(（]20\d\d[〕\]］】)）]第?\d{1,4}号")
_DATE_LINE = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日(?:印发)?")
_NOTICE = re.compile(r"^(?P<issuer>.*?)关于(?:印发|转发|下发|公布)《?(?P<plan>.+?)》?的通知$")
_ABOUT = re.compile(r"^(?P<issuer>.{2,40}?)关于")
_LETTERHEAD = re.compile(r"(?P<issuer>.{2,30})文件$")
_SENTENCE = re.compile(r"[。；]")
_LONGEST_SIGNATURE = 40


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """addressed_at: the 1-based line that names the addressees."""

    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: date | None
    addressees: tuple[str, ...]
    addressed_at: int | None


def read_front(front: Sequence[Paragraph], closing: Sequence[Paragraph]) -> FrontMatter:
    """front: everything before the first heading; closing: everything after the last measure.

    The title is that of the plan itself where the document is a notice that issues one.
    It is empty when no line looks like a title.
    """
    addressed = next((at for at, part in enumerate(front) if _is_address(part.text)), None)
    head = front[:addressed] if addressed is not None else _untitled_run(front)
    doc_number = letterhead = None
    title_lines: list[str] = []
    for part in head:
        if number := _DOC_NUMBER.fullmatch(part.text):
            doc_number = number[0]
        elif not title_lines and (found := _LETTERHEAD.fullmatch(part.text)):
            letterhead = found["issuer"]
        elif not _DATE_LINE.fullmatch(part.text) and not part.text.startswith(("（", "(")):
            title_lines.append(part.text)
    title = "".join(title_lines)
    notice = _NOTICE.match(title)
    about = _ABOUT.match(title)
    signed = _signature([*front[addressed or 0 :]]) or _signature(closing)
    issuer = (signed and signed[0]) or letterhead or (about["issuer"] if about else None)
    return FrontMatter(
        title=notice["plan"] if notice else title,
        doc_number=doc_number,
        issuer=issuer,
        issued_on=signed[1] if signed else _any_date(closing),
        addressees=_addressees(front[addressed].text) if addressed is not None else (),
        addressed_at=front[addressed].line if addressed is not None else None,
    )


def _is_address(text: str) -> bool:
    return text.endswith(("：", ":")) and not _SENTENCE.search(text)


def _untitled_run(front: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The leading lines that are no sentences."""
    for at, part in enumerate(front):
        if _SENTENCE.search(part.text):
            return front[:at]
    return front


def _addressees(text: str) -> tuple[str, ...]:
    return tuple(split_outside(text.rstrip("：:"), "，,；;"))


def _signature(parts: Sequence[Paragraph]) -> tuple[str | None, date] | None:
    """The first line that is only a date, with the name above it."""
    for at, part in enumerate(parts):
        day = read_day(part.text) if _DATE_LINE.fullmatch(part.text) else None
        if day is None:
            continue
        above = parts[at - 1].text if at else ""
        is_name = 2 <= len(above) <= _LONGEST_SIGNATURE and not re.search(
            r"[，。：:；（）()]", above
        )
        return (above if is_name else None), day
    return None


def _any_date(parts: Sequence[Paragraph]) -> date | None:
    return next((day for part in parts if (day := read_day(part.text))), None)
