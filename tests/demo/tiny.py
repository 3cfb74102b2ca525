"""A story of six units, small enough to be played in a test."""

from dataclasses import replace

from bot.demo.story import (
    ASKS_FOR_TIME,
    ON_LEAVE,
    PUTS_OFF,
    STANDS_IN,
    Asides,
    Cast,
    Story,
    coordinator_errands,
    july_2022,
)
from plans.groups import assign
from plans.reader import read_plan
from sandbox.people import CARELESS, CORRECTS_SELF, LATE, NEVER, Character
from vocabulary.plan import UnitRegister

PLAN = """永济市推进服务业提质增效2022年行动计划

一、加大服务业企业纾困解难力度

1.全面落实服务业普惠性纾困扶持措施。（市财政局、市税务局负责）

2.强化惠企政策靠前发力。（市税务局、市文旅局、市供销社负责）

二、支持服务业发展

3.夯实大数据基础能力。2022年底，累计建成5G基站300个。（市工科局负责）

4.打造重点文旅项目。（市文旅局牵头，市能源局配合）

各相关单位要在每月5日前对上月工作任务完成情况进行总结，总结报告盖章后报送市服务业发展领导小组办公室。

永济市人民政府办公室
2022年6月28日
"""

NAMES = {
    "市财政局": "永济市财政局",
    "市税务局": "国家税务总局永济市税务局",
    "市文旅局": "永济市文化和旅游局",
    "市供销社": "永济市供销合作社联合社",
    "市工科局": "永济市工业和科技局",
    "市能源局": "永济市能源局",
}


def six_units() -> Story:
    """One month with everything in it: on time, late, never, returned, corrected, and all asides.

    Who puts it off and then asks for more time begins on the new last morning.
    """
    whole = july_2022()
    plan = read_plan(PLAN.encode(), name="plan.txt")
    register = UnitRegister(official_names=NAMES)
    return Story(
        document=("plan.txt", PLAN.encode()),
        plan=plan,
        measures=assign(plan, register).measures,
        register=register,
        period=whole.period,
        last_period=whole.last_period,
        starts_at=whole.starts_at,
        ends_at=whole.ends_at,
        cast={
            "市财政局": Cast(ON_LEAVE, deputy=STANDS_IN),
            "市税务局": Cast(
                replace(CARELESS, begins_at=4, within=(5, 60), asides=(*PUTS_OFF, *ASKS_FOR_TIME))
            ),
            "市文旅局": Cast(Character(terse=1.0, trouble=0.0)),
            "市供销社": Cast(LATE, deputy=NEVER),
            "市工科局": Cast(CORRECTS_SELF),
            "市能源局": Cast(NEVER, deputy=NEVER, leader=True, head=True),
        },
        late=frozenset({"市供销社"}),
        never=frozenset({"市能源局"}),
        returned="市文旅局",
        corrects="市工科局",
        shown=("市文旅局", "市财政局"),
        asides=Asides(
            on_leave="市财政局", put_off="市税务局", extended="市税务局", called="市工科局"
        ),
        errands=coordinator_errands("市文旅局", called="市工科局"),
        invited_in_chat=(("市能源局", "分管领导"),),
    )
