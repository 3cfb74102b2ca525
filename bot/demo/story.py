"""Who is in the demo, what they are like, and what the coordinator does: values only."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from plans.groups import assign
from plans.reader import read_plan
from plans.register import read_register
from sandbox.people import (
    AT_THE_LAST_HOUR,
    CARELESS,
    CORRECTS_SELF,
    DILIGENT,
    FORGETFUL,
    HURRIED,
    LATE,
    NEVER,
    STEADY,
    TERSE,
    Aside,
    Character,
    Errand,
    Kind,
    Tapping,
)
from vocabulary.period import Period
from vocabulary.plan import AssignedMeasure, PlanDocument, UnitRegister

ZONE = ZoneInfo("Asia/Shanghai")
SAMPLES = Path(__file__).parents[2] / "plans" / "samples"

_THE_LARGEST = Character(
    within=(20, 60), pace=30, slips=0.4, changes_mind=0.1, skips=0.1, stops_after=30
)
STANDS_IN = Character(within=(5, 40), pace=20)
_ONLY_WHEN_PRESSED = Character(begins_at=99)
ON_LEAVE = Character(
    begins_at=0,
    asides=(
        Aside(Kind.OPENING, taps="我这几天不在"),
        Aside(Kind.AWAY_ASK, types="8月2日至8月8日"),
        Aside(Kind.AWAY_CONFIRM, taps="确定"),
    ),
)
PUTS_OFF = (
    Aside(Kind.REMINDER, taps="稍后提醒"),
    Aside(Kind.SNOOZE_WHEN, taps="8月4日"),
)
ASKS_FOR_TIME = (
    Aside(Kind.REMINDER, taps="申请延期"),
    Aside(Kind.EXTEND_ASK, taps="8月9日"),
    Aside(Kind.EXTEND_REASON, types="房屋征收数据要等8月8日上级核定后才能填，申请延至9日报送。"),
)
_THE_OTHERS = (STEADY, DILIGENT, HURRIED, CARELESS, STEADY, FORGETFUL)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one unit."""

    liaison: Character
    deputy: Character | None = None
    leader: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Asides:
    """Who does what beside the report: units by name.

    on_leave: its liaison goes on leave as the month opens, and the deputy files. put_off: its
    liaison is reminded later. extended: it asks for more time, and gets it. called: its liaison has
    no Telegram; the office calls, and sends the link that is asked for.
    """

    on_leave: str
    put_off: str
    extended: str
    called: str


@dataclass(frozen=True, slots=True)
class Story:
    """One month of one plan.

    document: the plan's file, name and content, as the coordinator sends it to the bot.
    register: what they know beside it, and write into the workbook that comes back.
    cast: by unit. late, never: units that file after the due hour, or not at all.
    returned, corrects: the unit whose report the coordinator returns, and the one that corrects
        its own. shown: units whose writers' conversations are written out, beside the
        coordinator's. asides: what four of them do beside it.
    """

    document: tuple[str, bytes]
    plan: PlanDocument
    measures: tuple[AssignedMeasure, ...]
    register: UnitRegister
    period: Period
    last_period: Period
    starts_at: datetime
    ends_at: datetime
    cast: Mapping[str, Cast]
    late: frozenset[str]
    never: frozenset[str]
    returned: str
    corrects: str
    shown: tuple[str, ...]
    asides: Asides
    errands: tuple[Errand | Tapping, ...]
    invited_in_chat: tuple[tuple[str, str], ...] = field(default=())

    @property
    def units(self) -> list[str]:
        return list(self.cast)

    @property
    def filing(self) -> list[str]:
        return [unit for unit in self.cast if unit not in self.never]


def july_2022() -> Story:
    """The sample plan's first report, of all its 36 units."""
    content = (SAMPLES / "yongji-2022.txt").read_bytes()
    plan = read_plan(content, name="yongji-2022.txt")
    register = read_register(
        (SAMPLES / "yongji-2022.units.toml").read_bytes(), name="yongji-2022.units.toml"
    )
    assigned = assign(plan, register)
    known = {
        "市工科局": Cast(_THE_LARGEST, deputy=NEVER, leader=True, head=True),
        "市农业农村局": Cast(CORRECTS_SELF),
        "市文旅局": Cast(TERSE, leader=True, head=True),
        "市能源局": Cast(NEVER, deputy=NEVER, leader=True, head=True),
        "市供销社": Cast(LATE, deputy=NEVER, leader=True, head=True),
        "虞乡镇": Cast(LATE, deputy=NEVER, leader=True),
        "城东街道": Cast(_ONLY_WHEN_PRESSED, leader=True, head=True),
        "市民政局": Cast(NEVER, deputy=STANDS_IN, leader=True),
        "市教育局": Cast(ON_LEAVE, deputy=STANDS_IN, leader=True),
        "市交通局": Cast(Character(begins_at=3, within=(5, 40), asides=PUTS_OFF), leader=True),
        "市住建局": Cast(
            Character(begins_at=3, within=(20, 90), asides=ASKS_FOR_TIME), deputy=NEVER, leader=True
        ),
        "韩阳镇": Cast(DILIGENT),
        "市统计局": Cast(AT_THE_LAST_HOUR),
        "栲栳镇": Cast(AT_THE_LAST_HOUR),
    }
    others = cycle(_THE_OTHERS)
    deputies = {"市发改局", "市财政局", "市卫体局"}
    cast = {
        unit: known.get(unit)
        or Cast(next(others), deputy=NEVER if unit in deputies else None, leader=unit in deputies)
        for unit in assigned.units
    }
    return Story(
        document=("推进服务业提质增效2022年行动计划.txt", content),
        plan=plan,
        measures=assigned.measures,
        register=register,
        period=Period(2022, 7),
        last_period=Period(2022, 12),
        starts_at=_at(7, 28, 9),
        ends_at=_at(8, 19, 18, 30),
        cast=cast,
        late=frozenset({"市供销社", "虞乡镇", "城东街道"}),
        never=frozenset({"市能源局"}),
        returned="市文旅局",
        corrects="市农业农村局",
        shown=("市工科局", "市文旅局", "市教育局", "市交通局", "市住建局", "韩阳镇"),
        asides=Asides(
            on_leave="市教育局", put_off="市交通局", extended="市住建局", called="韩阳镇"
        ),
        errands=coordinator_errands("市文旅局", called="韩阳镇"),
        invited_in_chat=(("市能源局", "分管领导"), ("市能源局", "主要负责人")),
    )


def coordinator_errands(returned: str, *, called: str) -> tuple[Errand | Tapping, ...]:
    """The year and the ladder beforehand, a call, a return, more time for one, a word to all.

    What was on time is accepted on the next working morning, the late ones on the last day.
    """
    third = _at(8, 3, 10)
    return (
        Errand(_at(7, 28, 15), "/calendar 2022", Kind.CALENDAR),
        Errand(_at(8, 1, 9, 30), "/ladder", Kind.LADDER),
        Tapping(_at(8, 1, 9, 40), "1 已打电话", Kind.CALLS),
        Errand(_at(8, 1, 9, 45), f"/invite {called} 联络员", Kind.LINK),
        Errand(third, "/ledger", Kind.LEDGER),
        Errand(third + timedelta(minutes=6), f"/return {returned}", Kind.RETURN_REASON),
        Errand(
            third + timedelta(minutes=7),
            lambda ledger: reason_for_return(ledger, returned),
            Kind.RETURN_DONE,
        ),
        Errand(_at(8, 4, 10), "/announce", Kind.ANNOUNCE_ASK),
        Errand(
            _at(8, 4, 10, 1),
            "本月请在填报时写明累计数，原件8月8日前送市发改局综合股。",
            Kind.ANNOUNCE_CHOOSE,
        ),
        Tapping(_at(8, 4, 10, 2), "全体联络员", Kind.ANNOUNCE_CONFIRM),
        Tapping(_at(8, 4, 10, 3), "发送", Kind.ANNOUNCE_STATE),
        Tapping(_at(8, 4, 14, 40), "同意", Kind.EXTENSION_REQUEST),
        Errand(_at(8, 4, 17), "/board", Kind.BOARD),
        Errand(_at(8, 4, 17, 2), "/remind_text", Kind.GROUP_TEXT),
        Errand(_at(8, 4, 17, 10), f"/why {returned}", Kind.ACCOUNT),
        Errand(_at(8, 5, 17, 30), "/board", Kind.BOARD),
        Errand(_at(8, 8, 9), "/accept 全部", Kind.ACCEPT_DONE),
        Errand(_at(8, 19, 17), "/accept 全部", Kind.ACCEPT_DONE),
    )


PHONE_OF_THE_LEADER = "0359-8020001"
PHONE_OF_THE_CALLED = "0359-8023306"


def corrected_registry(
    workbook: bytes, register: UnitRegister, contacts: Iterable[Sequence[str]]
) -> bytes:
    """The registry with official names, members of groups, and some contacts, as they are typed in.

    contacts: unit, kind, name and phone of each.
    """
    book = load_workbook(io.BytesIO(workbook))
    units = book["单位"]
    known = {row[0].value: row for row in units.iter_rows(min_row=2)}
    for name, official in register.official_names.items():
        if name in known:
            known[name][1].value = official
        else:
            units.append([name, official])
    there = {*known, *register.official_names}
    for group, members in register.groups.items():
        for member in members:
            book["单位组"].append([group, member])
            if member not in there:
                units.append([member])
                there.add(member)
    for contact in contacts:
        book["联系人"].append(list(contact))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def reason_for_return(ledger: bytes, unit: str) -> str:
    """What the coordinator finds wanting in the unit's rows: the shortest words of all."""
    sheet = load_workbook(io.BytesIO(ledger), read_only=True)["台账"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(row for row in rows if "完成情况" in row)
    place = {name: column for column, name in enumerate(head)}
    written = [
        (str(row[place["完成情况"]]), str(row[place["序号"]]), str(row[place["措施"]]))
        for row in rows
        if row[place["单位"]] == unit and row[place["完成情况"]]
    ]
    words, number, title = min(written, key=lambda found: len(found[0]))
    return f"第{number}项“{title}”只写了“{words}”，请写明本月做了什么、到什么进度。"


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2022, month, day, hour, minute, tzinfo=ZONE)
