"""The story that `make demo` plays: the sample plan's first two months, of all its 36 units."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from bot.demo.office_work import reason_for_return
from bot.demo.picture import photo
from bot.demo.story import (
    ZONE,
    Asides,
    Cast,
    Chapter,
    Labelled,
    SignOff,
    Stamps,
    Story,
    Thread,
)
from plans.groups import assign
from plans.reader import read_plan
from plans.register import read_register
from sandbox import Message
from sandbox.people import (
    AS_LAST,
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
    Deeds,
    Errand,
    Kind,
    Said,
    Stamping,
    Tapping,
)
from vocabulary.period import Period
from vocabulary.terms import Ask

SAMPLES = Path(__file__).parents[2] / "plans" / "samples"

STANDS_IN = Character(within=(5, 40), pace=20)
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
LOOKS_WHO_ANSWERED = (Aside(Kind.HELP_ANSWERED, taps="目录"),)
HELPS = Character(
    within=(3, 9),
    pace=25,
    trouble=0.0,
    slips=0.0,
    changes_mind=0.0,
    skips=0.0,
    says=(Said("18", text="8月新址供电全部落实，城域骨干网扩容工程完成招标。"),),
)
CORRECTS_LATER = replace(AS_LAST, anew=2, corrects=True, rewords="有关通知已印发各镇、街道。")

_ONLY_WHEN_PRESSED = Character(begins_at=99)
_THE_OTHERS = (STEADY, DILIGENT, HURRIED, CARELESS, STEADY, FORGETFUL)
_THE_OTHERS_LATER = (
    AS_LAST,
    replace(AS_LAST, within=(480, 900), anew=1),
    replace(AS_LAST, within=(200, 400)),
    replace(AS_LAST, begins_at=2, within=(15, 200), anew=1),
    replace(AS_LAST, within=(900, 1300), pace=40, trouble=0.1, anew=2),
)

_THE_LARGEST = Character(
    within=(20, 60),
    pace=30,
    slips=0.4,
    changes_mind=0.1,
    skips=0.1,
    stops_after=30,
    says=(
        Said(
            "3",
            status="滞后",
            text="惠企政策公开82条，其中14条与上级新规定衔接不上，暂停兑现。",
            problem="14条惠企政策与上级新出台的规定不一致，需要重新核对。",
            next_step="8月15日前会同市司法局逐条核对，修订后重新公布。",
        ),
        Said("15"),
        Said(
            "33",
            status="滞后",
            text="完成4家老字号复核，2家因商标续展材料不全未能申报。",
            problem="2家老字号企业的商标续展材料没有备齐。",
            next_step="8月20日前上门帮企业补齐材料。",
        ),
    ),
)
_THE_LARGEST_LATER = replace(
    AS_LAST,
    within=(20, 60),
    pace=30,
    hands_on=("18",),
    asides=LOOKS_WHO_ANSWERED,
    says=(
        Said(
            "14",
            status="已完成",
            text="高端铸造省级技术创新中心8月19日获批并揭牌，平台建设任务完成。",
            photo=photo(),
        ),
        Said(
            "15",
            text="众创空间8月新入驻企业6家，举办路演1场。",
            edited="众创空间8月新入驻企业8家，举办路演1场。",
        ),
        Said("21"),
        Said(
            "3",
            turn="处理中",
            since="已核对9条并重新公布，其余5条正在征求市司法局意见，9月中旬前完成。",
        ),
        Said(
            "33",
            text="6家老字号全部完成复核申报，3家参加省博览会，签约销售额46万元。",
            turn="已解决",
            since="2家企业的材料8月18日补齐报出，商标续展已受理。",
        ),
    ),
)


def two_months() -> Story:
    """July and August 2022."""
    content = (SAMPLES / "yongji-2022.txt").read_bytes()
    plan = read_plan(content, name="yongji-2022.txt")
    register = read_register(
        (SAMPLES / "yongji-2022.units.toml").read_bytes(), name="yongji-2022.units.toml"
    )
    assigned = assign(plan, register)
    known = dict(_known_people())
    others, later = cycle(_THE_OTHERS), cycle(_THE_OTHERS_LATER)
    deputies = {"市发改局", "市财政局", "市卫体局"}
    cast = {
        unit: known.get(unit)
        or Cast(
            next(others),
            deputy=NEVER if unit in deputies else None,
            leader=unit in deputies,
            later=CORRECTS_LATER if unit == "市财政局" else next(later),
        )
        for unit in assigned.units
    }
    thread = Thread(
        unit="市工科局",
        helper=HELPS,
        helped="18",
        shown="14",
        edited="15",
        highlighted="21",
        excused="17",
        solved="33",
        carried="3",
        exempt="市供销社",
    )
    stamps = Stamps(good="栲栳镇", older="市农业农村局", unsealed="市统计局", missing="市司法局")
    cast = with_stamps(cast, stamps)
    missed = "人行永济支行"
    cast[missed] = replace(cast[missed], liaison=_ONLY_WHEN_PRESSED)
    never, exempt = frozenset({"市能源局"}), frozenset({"市供销社"})
    return Story(
        document=("推进服务业提质增效2022年行动计划.txt", content),
        plan=plan,
        measures=assigned.measures,
        register=register,
        last_period=Period(2022, 12),
        starts_at=_at(7, 28, 9),
        ends_at=_at(9, 20, 18, 30),
        cast=cast,
        called="韩阳镇",
        chapters=(
            Chapter(
                Period(2022, 7),
                late=frozenset({"虞乡镇", "城东街道", missed}),
                never=never,
                exempt=exempt,
                corrects="市农业农村局",
                returned="市文旅局",
                asides=Asides(
                    on_leave="市教育局",
                    put_off="市交通局",
                    extended="市住建局",
                    called="韩阳镇",
                    in_force=missed,
                ),
            ),
            Chapter(
                Period(2022, 8),
                late=frozenset({"卿头镇"}),
                never=never,
                exempt=exempt,
                corrects="市财政局",
            ),
        ),
        thread=thread,
        stamps=stamps,
        sign_off=SignOff("市发改局", "请把第一项完成情况写具体，补上数字。"),
        transcripts={
            "市工科局": "thirty-measures",
            "市自然资源局": "one-line",
            "韩阳镇": "a-town",
            "市农业农村局": "a-correction",
        },
        shown=("市文旅局", "市教育局", "市交通局", "市住建局", "市财政局", "市发改局"),
        errands=(
            *office_in_july("市文旅局", called="韩阳镇"),
            *office_on(thread),
            *office_ticks(stamps, by_hand=len(cast) - len(never | exempt) - 4),
            *office_gives_figures(),
        ),
        invited_in_chat=(("市能源局", "分管领导"), ("市能源局", "主要负责人")),
        force="金融业专班",
        label=Labelled("消费提质扩容升级专项行动", ("30", "31", "32", "33", "34", "35", "37")),
        asks={**dict.fromkeys(("63", "66", "67"), Ask.SHARED), "65": Ask.QUARTERLY},
    )


def _known_people() -> Iterator[tuple[str, Cast]]:
    """Those who are in the story by name."""
    highlight = Errand(
        _at(8, 16, 10, 20),
        "/highlight 21 “永济好物”直播电商节带动网络零售额破百万元，获省商务厅通报推介。",
        Kind.HIGHLIGHT_MARKED,
    )
    yield (
        "市工科局",
        Cast(
            _THE_LARGEST,
            deputy=NEVER,
            leader=True,
            head=True,
            later=_THE_LARGEST_LATER,
            errands=(highlight,),
        ),
    )
    yield "市农业农村局", Cast(CORRECTS_SELF)
    yield "市文旅局", Cast(TERSE, leader=True, head=True, later=replace(AS_LAST, anew=3))
    yield "市能源局", Cast(NEVER, deputy=NEVER, leader=True, head=True, later=NEVER)
    yield "市供销社", Cast(LATE, deputy=NEVER, leader=True, head=True)
    yield "虞乡镇", Cast(LATE, deputy=NEVER, leader=True)
    yield "城东街道", Cast(_ONLY_WHEN_PRESSED, leader=True, head=True)
    yield "卿头镇", Cast(HURRIED, later=replace(LATE, as_last=True))
    stands_in_later = replace(STANDS_IN, as_last=True)
    yield (
        "市民政局",
        Cast(NEVER, deputy=STANDS_IN, leader=True, later=NEVER, deputy_later=stands_in_later),
    )
    yield "市教育局", Cast(ON_LEAVE, deputy=STANDS_IN, leader=True)
    puts_off = Character(begins_at=3, within=(5, 40), asides=PUTS_OFF)
    yield "市交通局", Cast(puts_off, leader=True)
    asks = Character(begins_at=3, within=(20, 90), asides=ASKS_FOR_TIME)
    yield "市住建局", Cast(asks, deputy=NEVER, leader=True)
    yield "韩阳镇", Cast(DILIGENT, later=replace(AS_LAST, anew=1))
    yield "市统计局", Cast(AT_THE_LAST_HOUR)
    yield "栲栳镇", Cast(AT_THE_LAST_HOUR)


def with_stamps(cast: Mapping[str, Cast], stamps: Stamps) -> dict[str, Cast]:
    """On 15 August their liaisons send the page that was signed and stamped, and what is right.

    One of them a fortnight later, once it was asked for; two the next month's, in September.
    """
    first, then = _at(8, 15, 10), _at(8, 15, 10, 20)
    right, next_right = Stamping(then, Kind.STAMPED), Stamping(_at(9, 13, 10), Kind.STAMPED)
    errands: dict[str, tuple[Deeds, ...]] = {
        stamps.good: (right, next_right),
        stamps.older: (Stamping(first, Kind.STAMP_AMISS, draft=1), right),
        stamps.unsealed: (Stamping(first, Kind.STAMP_AMISS, seal=False), right, next_right),
        stamps.missing: (Stamping(_at(8, 30, 10, 20), Kind.STAMPED),),
    }
    return {
        unit: replace(one, errands=(*one.errands, *errands.get(unit, ())))
        for unit, one in cast.items()
    }


def office_in_july(returned: str, *, called: str) -> tuple[Deeds, ...]:
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


def office_on(thread: Thread) -> tuple[Deeds, ...]:
    """What need not be reported, and what of it has to be after all; then August to its end."""
    second, taken_back, closed = _at(8, 2, 10), _at(8, 25, 15), _at(9, 6, 10)

    def exempts(begins_at: datetime, whom: str, reason: str, *taps: str) -> Iterator[Deeds]:
        yield Errand(begins_at, f"/exempt {whom}", Kind.EXEMPT_CHOOSE)
        at = begins_at
        for label in taps:
            at += timedelta(minutes=1)
            yield Tapping(at, label, Kind.EXEMPT_CHOOSE)
        yield Errand(at + timedelta(minutes=1), reason, Kind.EXEMPT_GIVEN)

    until = ("2022年7月份", "至2022年9月份")
    whole = "机构改革，职能划转期间由市商务中心代管，9月底前免报。"
    single = "高企认定由省里统一组织，三季度没有申报批次。"
    return (
        *exempts(second, thread.exempt, whole, "整家免报", *until),
        *exempts(second + timedelta(minutes=10), f"{thread.unit} {thread.excused}", single, *until),
        Errand(taken_back, "/exempt", Kind.EXEMPT_LIST),
        Tapping(
            taken_back + timedelta(minutes=1),
            lambda given: to_take_back(given, f"{thread.unit} · 第{thread.excused}项"),
            Kind.EXEMPT_END,
        ),
        Tapping(taken_back + timedelta(minutes=2), "确定取消", Kind.EXEMPT_ENDED),
        Errand(_at(8, 30, 16), "/highlights 2022-08", Kind.HIGHLIGHTS),
        Errand(_at(9, 2, 17), "/board", Kind.BOARD),
        Tapping(_at(9, 2, 17, 3), "专报", Kind.BRIEFING),
        Tapping(_at(9, 2, 17, 6), "1 ●", Kind.HIGHLIGHT_PICKS),
        Tapping(_at(9, 2, 17, 7), "1 ○", Kind.HIGHLIGHT_PICKS),
        Tapping(_at(9, 2, 17, 8), "按此出专报", Kind.BRIEFING),
        Errand(_at(9, 6, 9), "/accept 全部", Kind.ACCEPT_DONE),
        Errand(closed, f"/problems {thread.unit}", Kind.PROBLEMS),
        Tapping(closed + timedelta(minutes=1), f"{thread.unit} {thread.solved}", Kind.PROBLEM_CARD),
        Tapping(closed + timedelta(minutes=2), "销号", Kind.PROBLEM_CARD),
        Errand(_at(9, 20, 17), "/accept 全部", Kind.ACCEPT_DONE),
    )


_ON_A_PAGE = 20


def office_ticks(stamps: Stamps, *, by_hand: int) -> tuple[Deeds, ...]:
    """Three originals that came first; ten days later every scan that came on paper, but one.

    by_hand: how many these are.
    """
    first, later = _at(8, 8, 16), _at(8, 18, 16)

    def next_one(shown: Message) -> str:
        """The first that has not come; the next page where there is none."""
        missing = f"○ {stamps.missing}"
        unticked = (text for text in shown.labels if text.startswith("○ ") and text != missing)
        return next(unticked, "›")

    turns = (by_hand + len(("good", "older", "unsealed", "missing")) - 1) // _ON_A_PAGE
    taps = [Tapping(first + timedelta(minutes=n), next_one, Kind.TICKS) for n in (1, 2, 3)]
    return (
        Errand(first, "/ticks 2022-07", Kind.TICKS),
        *taps,
        Errand(later, "/ticks 2022-07", Kind.TICKS),
        Tapping(later + timedelta(minutes=1), "扫描件 ", Kind.TICKS),
        *(
            Tapping(later + timedelta(minutes=2, seconds=20 * n), next_one, Kind.TICKS)
            for n in range(by_hand + turns)
        ),
    )


def office_gives_figures() -> tuple[Deeds, ...]:
    """For the plan's own target, before each month's paper for those above is made."""
    return (
        Errand(_at(8, 9, 10), "/target 2022-07 8.1% 市统计局7月快报", Kind.TARGETS),
        Errand(_at(9, 1, 10), "/target 2022-08 8.3% 市统计局8月快报", Kind.TARGETS),
    )


def to_take_back(exemptions: Message, what: str) -> str:
    """The button of the exemption in the list that is about this."""
    line = next(line for line in exemptions.text.split("\n") if what in line)
    return f"取消免报 {line.partition('.')[0]}"


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2022, month, day, hour, minute, tzinfo=ZONE)
