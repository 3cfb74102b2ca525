"""A story of seven units, small enough to be played in a test."""

from dataclasses import replace

from bot.demo.story import Asides, Cast, Chapter, Labelled, SignOff, Stamps, Story, Thread
from bot.demo.two_months import (
    ASKS_FOR_TIME,
    CORRECTS_LATER,
    HELPS,
    LOOKS_WHO_ANSWERED,
    ON_LEAVE,
    PUTS_OFF,
    STANDS_IN,
    office_gives_figures,
    office_in_july,
    office_on,
    office_ticks,
    two_months,
    with_stamps,
)
from plans.groups import assign
from plans.reader import read_plan
from sandbox.people import (
    AS_LAST,
    CARELESS,
    CORRECTS_SELF,
    LATE,
    NEVER,
    Character,
    Errand,
    Kind,
    Said,
)
from vocabulary.plan import UnitRegister
from vocabulary.terms import Ask

PLAN = """永济市推进服务业提质增效2022年行动计划

2022年全市服务业增加值增速力争达到8.5%。

一、加大服务业企业纾困解难力度

1.全面落实服务业普惠性纾困扶持措施。（市财政局、市税务局负责）

2.强化惠企政策靠前发力。（市税务局、市文旅局、市供销社、市民政局负责）

二、支持服务业发展（科技服务专班负责）

3.夯实大数据基础能力。2022年底，累计建成5G基站300个。（市工科局负责）

4.打造重点文旅项目。（市文旅局牵头，市能源局配合）

5.加快重大科技创新平台建设。（市工科局负责）

6.发展培育科技孵化载体。（市工科局负责）

7.大力发展电子商务。（市工科局负责）

8.强化高新技术企业培育。（市工科局负责）

9.推进老字号传承振兴。（市工科局负责）

10.促进汽车销售。（市工科局负责）

三、加强组织保障

11.加强组织领导。（市财政局、市税务局、市工科局、市能源局负责）

12.强化考核督促。（市财政局、市税务局、市工科局、市能源局负责）

13.加强统计监测。（市财政局、市税务局负责）

各相关单位要在每月5日前对上月工作任务完成情况进行总结，总结报告盖章后报送市服务业发展领导小组办公室。

永济市人民政府办公室
2022年6月28日
"""

NAMES = {
    "市财政局": "永济市财政局",
    "市税务局": "国家税务总局永济市税务局",
    "市文旅局": "永济市文化和旅游局",
    "市供销社": "永济市供销合作社联合社",
    "市民政局": "永济市民政局",
    "市工科局": "永济市工业和科技局",
    "市能源局": "永济市能源局",
}

THREAD = Thread(
    unit="市工科局",
    helper=replace(HELPS, says=(Said("3", text="新开通5G基站9个。"),)),
    helped="3",
    shown="5",
    edited="6",
    highlighted="7",
    excused="8",
    solved="9",
    carried="10",
    exempt="市民政局",
)


def seven_units() -> Story:
    """Two months with everything in them: all asides in the first, the whole thread.

    Who puts it off and then asks for more time begins on the new last morning.
    """
    whole = two_months()
    plan = read_plan(PLAN.encode(), name="plan.txt")
    register = UnitRegister(official_names=NAMES)
    never, late = frozenset({"市能源局"}), frozenset({"市供销社"})
    first, second = whole.chapters
    asides = Asides(
        on_leave="市财政局",
        put_off="市税务局",
        extended="市税务局",
        called="市文旅局",
        in_force="市能源局",
    )
    stamps = Stamps(good="市税务局", older="市工科局", unsealed="市文旅局", missing="市供销社")
    cast = {
        "市财政局": Cast(ON_LEAVE, deputy=STANDS_IN),
        "市税务局": Cast(
            replace(CARELESS, begins_at=4, within=(5, 60), asides=(*PUTS_OFF, *ASKS_FOR_TIME)),
            leader=True,
        ),
        "市文旅局": Cast(Character(terse=1.0, trouble=0.0), later=CORRECTS_LATER),
        "市供销社": Cast(LATE, deputy=NEVER, later=replace(LATE, as_last=True)),
        "市民政局": Cast(LATE),
        "市工科局": _cast_of_the_thread(whole),
        "市能源局": Cast(NEVER, deputy=NEVER, leader=True, head=True, later=NEVER),
    }
    return Story(
        document=("plan.txt", PLAN.encode()),
        plan=plan,
        measures=assign(plan, register).measures,
        register=register,
        last_period=whole.last_period,
        starts_at=whole.starts_at,
        ends_at=whole.ends_at,
        cast=with_stamps(cast, stamps),
        called="市文旅局",
        chapters=(
            Chapter(
                first.period,
                late=late,
                never=never,
                exempt=frozenset({THREAD.exempt}),
                corrects="市工科局",
                returned="市文旅局",
                asides=asides,
            ),
            Chapter(
                second.period,
                late=late,
                never=never,
                exempt=frozenset({THREAD.exempt}),
                corrects="市文旅局",
            ),
        ),
        thread=THREAD,
        stamps=stamps,
        sign_off=SignOff("市税务局", "请把第一项完成情况写具体。"),
        transcripts={"市工科局": "thread"},
        shown=("市文旅局", "市财政局", "市税务局"),
        errands=(
            *office_in_july("市文旅局", called="市文旅局"),
            *office_on(THREAD),
            *office_ticks(stamps, by_hand=1),
            *office_gives_figures(),
        ),
        invited_in_chat=(("市能源局", "分管领导"),),
        force="科技服务专班",
        label=Labelled("消费提质扩容升级专项行动", ("4", "7", "9")),
        asks={"11": Ask.SHARED, "12": Ask.SHARED, "13": Ask.QUARTERLY},
    )


def _cast_of_the_thread(whole: Story) -> Cast:
    """As in the sample story, with other measures."""
    [highlight] = whole.cast[whole.thread.unit].errands
    photo = next(s.photo for s in whole.cast[whole.thread.unit].later.says if s.photo)
    assert isinstance(highlight, Errand)
    return Cast(
        replace(
            CORRECTS_SELF,
            begins_at=2,
            slips=1.0,
            trouble=0.0,
            says=(Said("5"), Said("9", status="滞后"), Said("10", status="未启动")),
        ),
        later=replace(
            AS_LAST,
            hands_on=("3",),
            asides=LOOKS_WHO_ANSWERED,
            says=(
                Said("5", status="已完成", text="平台8月揭牌。", photo=photo),
                Said("6", text="新入驻企业6家。", edited="新入驻企业8家。"),
                Said("7"),
                Said("9", turn="已解决", since="材料已补齐。"),
                Said("10", turn="处理中", since="已与厂家会商两次。"),
            ),
        ),
        errands=(Errand(highlight.at, "/highlight 7 直播节获通报推介。", Kind.HIGHLIGHT_MARKED),),
    )
