"""Stage 3a: what stands before the first heading and under the last → title, number, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from plans.brackets import split_outside
from plans.dates import is_day, read_day
from plans.groups import is_group
from plans.paragraphs import Paragraph
from plans.unit_ends import UNIT_END
from plans.unit_names import surely_unit

_DOC_NUMBER = re.compile(
    r"(?:(?:发文|文件)?[文字]号[：:])?[（(]?"
    r"(?P<number>[^\s，。：（(]{0,15}[〔\[［【(（]20\d\d[〕\]］】)）]第?\d{1,4}号)[)）]?(?:签发人[：:].*)?"
)
_NOTICE = re.compile(
    r"^(?P<issuer>.*?)(?:关于(?:印发|转发|下发|公布)|(?:印发|转发)(?=关于|《))(?P<plan>.+?)的(?:通知|函)$"
)
_ONE_QUOTED = re.compile(r"《(?P<plan>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_QUOTED = re.compile(r"《([^《》]+)》")
_ISSUED = re.compile(r"《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?=印发|转发|下发|发给|已|业)")
_ABOUT = re.compile(r"^(?P<issuer>.{2,40}?)关于")
_LETTERHEAD = re.compile(r"(?P<issuer>.{2,30})文件$")
_NO_TITLE = re.compile(
    r"[（(].*|附件?(?:件|表)?[0-9一二三四五六七八九十]{0,2}[：:]?|[^：:]{0,6}单位[：:].*|[★☆].*"
    r"|(?:20\d\d年)?[〔\[(（]?(?:20\d\d)?[〕\])）]?第?\d{1,4}[期号]|第[一二三四五六七八九十百]{1,5}[期号]"
    r"|(?:密级|签发人|紧急程度|特急|加急|急件)[：:]?.*"
)
_DATED_HEAD = re.compile(
    r"[（(]?(?P<issuer>[^，。：:；（）()《》\d]{2,40}?)(?P<day>20\d\d年\d{1,2}月\d{1,2}日)(?:印发|发布)?[)）]?"
)
_BRACKETED = re.compile(r"[（(](?P<words>[^（）()]*)[)）]")
_ADDRESS_GOES_ON = re.compile(
    r"[^。；《》〔〕]*[、，][^。；《》〔〕]*(?<!通知)(?<!意见)(?<!方案)(?<!的函)"
)
_TITLE_GOES_ON = re.compile(r"[（(][^（）()]*[)）].{0,12}的(?:通知|函)")
_SPAN = re.compile(r"[（(]20\d\d年?[—–－\-~～至到]+20\d\d年?[)）]")
_SENTENCE = re.compile(r"[。；]")
_TITLE_ENDS = re.compile(
    r"(?:方案|计划|规划|要点|清单|台账|分工|[分解务工任]表|通知|意见|措施|举措|办法|细则|纲要|报告|纪要)"
    r"(?:[（(][^（()）]*[)）])?$"
)
_PREAMBLE = re.compile(
    r"(?:为(?!民办|民实)|根据|按照|依据|遵照|围绕|落实|贯彻|经.{2,12}同意|现[就将对]|近年来|今年以来)"
)
_COMMA = re.compile(r"[，,]")
_LABELLED_DAY = re.compile(
    r"(?:填[报表写]|制[表定]|编制|印发|发布|成文|公布|发文|签发)(?:日期|时间)[：:](?P<day>20\d\d年\d{1,2}月\d{1,2}日)"
)
_LABELLED_ISSUER = re.compile(
    r"(?:^|(?<=[。；日号]))(?:发文|发布|印发|制定|签发)(?:机关|机构|单位|部门)[：:]"
    r"(?P<issuer>[^，。：:；（）()《》\d]{2,40}?)(?=[。；]|(?:成文|发布|印发|公布)(?:日期|时间)|$)"
)
_PASSED = re.compile(
    r"(?P<day>20\d\d年\d{1,2}月\d{1,2}日).*(?:通过|批准|同意|印发|发布|公布|施行|修订)"
)
_NAME_END = re.compile(rf"[{UNIT_END}组]$")
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


def read_front(
    front: Sequence[Paragraph], closing: Sequence[Paragraph], within: Sequence[Paragraph] = ()
) -> FrontMatter:
    """front: everything before the first heading; closing: everything after the last measure.

    within: headings and what stands under them, where a notice with numbered words is signed.

    The title is that of the plan itself where the document is a notice that issues one.
    It is empty when no line looks like a title.
    """
    addressed = _addressed(front)
    head = _untitled_run(front[: addressed[0]] if addressed else front)
    heading = _read_head(head)
    title = "".join(heading.title)
    about = _ABOUT.match(title)
    below = front[addressed[0] if addressed else len(head) :]
    signed = heading.signed or _signature(below) or _signature(closing) or _signed_by_name(within)
    issuer = (signed and signed[0]) or heading.issuer or (about["issuer"] if about else None)
    address = front[addressed[0] : addressed[1] + 1] if addressed else ()
    return FrontMatter(
        title=_plan_title(title, front),
        doc_number=heading.doc_number,
        issuer=issuer,
        issued_on=signed[1] if signed else heading.day or _any_date(closing),
        addressees=_addressees("".join(part.text for part in address)),
        addressed_at=address[-1].line if address else None,
    )


@dataclass(slots=True)
class _Head:
    """What stands above the addressees. signed: who, on which day, where the title comes first.

    above: names of a letterhead, over the number or the day, where the title stands below those.
    """

    above: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    doc_number: str | None = None
    issuer: str | None = None
    day: date | None = None
    signed: tuple[str | None, date] | None = None

    def take_labelled(self, text: str) -> None:
        """发文机关：某县人民政府, 成文日期：2026年1月9日, on a line of their own or on one."""
        if day := _LABELLED_DAY.search(text):
            self.day = read_day(day["day"])
        if issuer := _LABELLED_ISSUER.search(text):
            self.issuer = issuer["issuer"]

    def put_aside(self) -> None:
        """A number or a day has come: what stands above is the title only if none follows."""
        self.above, self.title = [*self.above, *self.title], []

    def settle(self) -> None:
        if not self.title:
            self.above, self.title = [], self.above
        elif self.issuer is None and len(self.above) == 1 and _NAME_END.search(self.above[0]):
            self.issuer = self.above[0]


def _read_head(parts: Sequence[Paragraph]) -> _Head:
    head = _Head()
    for part in parts:
        text = part.text
        if number := _DOC_NUMBER.fullmatch(text):
            head.doc_number = number["number"]
            head.put_aside()
        elif not head.title and (found := _LETTERHEAD.fullmatch(text)):
            head.issuer = found["issuer"]
        elif is_day(text):
            head.day = read_day(text)
            if head.day and len(head.title) > 1 and _NAME_END.search(head.title[-1]):
                head.signed = head.title.pop(), head.day
        elif dated := _DATED_HEAD.fullmatch(text):
            head.issuer, head.day = dated["issuer"], read_day(dated["day"])
            head.put_aside()
        elif (inner := _BRACKETED.fullmatch(text)) and _is_dated(inner["words"]):
            head.day = read_day(text)
        elif _LABELLED_DAY.search(text) or _LABELLED_ISSUER.search(text):
            head.take_labelled(text)
        elif not _NO_TITLE.fullmatch(text) or (head.title and _goes_on(text)):
            head.title.append(text)
    head.settle()
    return head


def _is_dated(words: str) -> bool:
    return is_day(words) or bool(_PASSED.match(words))


def ends_title(text: str) -> bool:
    """Whether a line may be the last of a title: …工作方案."""
    return bool(_TITLE_ENDS.search(text)) and not _SENTENCE.search(text)


def opens_preamble(text: str) -> bool:
    """Whether a line opens what stands between the title and the first heading: 为贯彻…，."""
    return bool(_PREAMBLE.match(text))


def _goes_on(text: str) -> bool:
    """Whether brackets that open a line belong to the title above: （2024—2026年）的通知."""
    return bool(_SPAN.fullmatch(text) or _TITLE_GOES_ON.fullmatch(text))


def _plan_title(title: str, front: Sequence[Paragraph]) -> str:
    """That of the plan which a notice issues, in the notice's own words.

    A notice that hands on the plan of another office names that office before it, and one that
    issues its own leaves its name out; the text then has the title in its quotation marks.
    """
    notice = _NOTICE.match(title)
    if notice is None:
        return title
    plan = notice["plan"]
    if quoted := _ONE_QUOTED.fullmatch(plan):
        return quoted["plan"]
    issued = (name for part in front for name in _ISSUED.findall(part.text))
    longer = (name for name in issued if name != plan and name.endswith(plan))
    named = (name for part in front for name in _QUOTED.findall(part.text))
    shorter = (name for name in named if name != plan and plan.endswith(name))
    return next(longer, None) or next(shorter, plan)


def _addressed(front: Sequence[Paragraph]) -> tuple[int, int] | None:
    """First and last line of the addressees."""
    last = next((at for at, part in enumerate(front) if _is_address(part.text)), None)
    if last is None:
        return None
    first = last
    while first > 1 and _ADDRESS_GOES_ON.fullmatch(front[first - 1].text):
        first -= 1
    return first, last


def _is_address(text: str) -> bool:
    opens = text.endswith(("：", ":")) and not text.startswith(("附件", "附表", "会议"))
    return opens and not _SENTENCE.search(text)


def _untitled_run(front: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The leading lines that are no sentences."""
    for at, part in enumerate(front):
        is_preamble = at and opens_preamble(part.text) and _COMMA.search(part.text)
        if _SENTENCE.search(part.text) or is_preamble:
            return front[:at]
    return front


def _addressees(text: str) -> tuple[str, ...]:
    """Parts between commas; names of single units that 、 separates one by one."""
    found: list[str] = []
    for part in split_outside(text.rstrip("：:"), "，,；;"):
        names = split_outside(part, "、")
        single = all(surely_unit(name) and not is_group(name) for name in names)
        found += names if single else [part]
    return tuple(found)


def _signature(parts: Sequence[Paragraph]) -> tuple[str | None, date] | None:
    """The first line that is only a date, with the names above it: several may sign."""
    for at, part in enumerate(parts):
        day = read_day(part.text) if is_day(part.text) else None
        if day is None:
            continue
        names: list[str] = []
        while at > len(names) and _is_name(above := parts[at - 1 - len(names)].text):
            names.insert(0, above)
            if not _NAME_END.search(above):
                break
        return ("、".join(names) or None), day
    return None


def _signed_by_name(parts: Sequence[Paragraph]) -> tuple[str | None, date] | None:
    signed = _signature(parts)
    return signed if signed and signed[0] and _NAME_END.search(signed[0]) else None


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _LONGEST_SIGNATURE and not re.search(r"[，。：:；（）()《》]", text)


def _any_date(parts: Sequence[Paragraph]) -> date | None:
    return next((day for part in parts if (day := read_day(part.text))), None)
