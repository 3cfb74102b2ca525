"""Within stage 4: the words that give a duty, and the labels that announce who has it."""

import re

from plans.unit_ends import UNIT_END
from vocabulary.terms import Role

_LEAD = (
    "(?:总|双|负责)?牵头|(?:[为是]|作为)(?:牵头|主办)(?:单位|部门)|主办|主抓|负总责|总负责|抓总"
    "|统筹(?:协调|推进|推动|负责|调度|实施)?|组织协调"
)
_COOPERATING = (
    "(?:[为是]|作为)(?:配合|协办|参与)(?:单位|部门)|配合|协助|协办|会办|协作|协同|参与|参加|支持"
    "|(?:业务|技术|政策)?指导"
)
_RESPONSIBLE = (
    "(?:[为是]|作为)(?:责任|主责|实施)(?:单位|部门|主体)|负责|主责|主管|承办|归口管理|属地管理"
    "|组织(?:实施|落实|推进)|实施|推进|推动|抓落实|落实|执行|承担|办理"
)
_DUTIES = ((_LEAD, Role.LEAD), (_COOPERATING, Role.COOPERATING), (_RESPONSIBLE, Role.RESPONSIBLE))
_BY_DUTY = (
    r"(?:按照?|根据|依据|依照|依)(?:各自|部门|工作|相应|有关|相关|法定|干部|管理|的)*"
    r"(?:职责|职能|责任|权限|任务|要求)+(?:范围|分工|内|要求)*"
)
_MANNER = (
    rf"(?:{_BY_DUTY}|分别|共同|具体|积极|密切|大力|全力|主动|及时|各自|联合|统一"
    r"|做好|抓好|认真|全面|贯彻|分工|均[需须要]?|直接|主要)"
)
_MORE = (
    rf"(?>{_BY_DUTY}|工作|到位|[相有]关工作|组织|实施|落实|推进|推动|协调|做好|抓好|抓总|贯彻|负责|配合|参与"
    r"|支持|承担|开展|好)"
)
_WORDS = "|".join(f"(?P<{role.name}>{words})" for words, role in _DUTIES)

DUTY = re.compile(rf"{_MANNER}*+(?:{_WORDS}){_MORE}*+$")
"""At the end of what stands before it: 甲、乙按职责分工负责. The first word says the role."""

_UNNAMED = re.sub(r"\?P<\w+>", "?:", _WORDS)
DUTY_WITH_OBJECT = re.compile(
    rf"(?P<names>[^，；。]*?[{UNIT_END}科馆园校区）])(?:等(?:部门|单位)?)?(?:并|要)?{_MANNER}*"
    r"(?P<duty>(?:总|双)?牵头(?:负责)?|负责(?!人)|配合|协助|协同|参与|承担|支持|指导|做好)"
    r"(?!会同|联合|解释|解读)(?P<object>[^，；。]{2,30})$"
)
"""甲局负责资金保障: what a unit does stands behind its duty."""

WATCHING = re.compile(
    r"(?:督办|督导|督查|监督|督促|考核|考评|验收|审核|把关|跟踪问效)(?:检查|落实|指导|实施|问效|考核|评估)*$"
)
"""Whoever watches over a measure does not report on it."""

MANNER_BEHIND = re.compile(rf"(?:{_BY_DUTY}|分别|共同|各自)+$")
TOGETHER = re.compile(r"[，,]?(?:牵头)?会同|联合(?=[省市县区镇乡])")
_SOME_DUTY = re.compile(
    rf"(?:{_UNNAMED}|督办|督导|督查|监督)(?:工作|到位)?(?=[，,、。；;]|[）〕\]】]|$)|会同"
    rf"|[{UNIT_END}）](?:牵头|负责|配合|协助|协同|参与|承担)"
)

_KINDS = r"(?:单位|部门|主体|[处科股部局院庭所站]室|地区|机构|专班)"
_LABELLED_KINDS = (
    rf"(?:{_KINDS}|[科股站队]所|站办所?|镇街|乡镇|街道|村居|学院|院系|院部|支部|班子|小组"
    "|班组|车间|县区|区县|企业|公司)"
)
_LABEL_WORDS = (
    r"(?:总牵头|牵头|主办|主管|主责|主要责任|第一责任|共同责任|直接责任|具体责任|责任|负责|承办|承担|实施|落实"
    r"|整改|办理|交办|承接|建设|推进|成员|包联|包保|包抓|挂钩|帮扶|主体|归口|起草|配合|协办|会办|协同|协作|参与|参加|协助|联合"
    r"|支持(?=单位|部门))"
)
_LABEL_GROUPED = (
    rf"(?:(?:第[一二三四])?(?P<duty>{_LABEL_WORDS})(?:[（(/和及、]{{0,1}}{_LABEL_WORDS}?[）)]?)"
    rf"(?:{_LABELLED_KINDS}(?:[/、和及]{_LABELLED_KINDS}|[（(]{_LABELLED_KINDS}[）)])?))"
)
LABEL_NAME = _LABEL_GROUPED.replace("?P<duty>", "?:")
DIVISION_NAME = r"(?:责任|任务|工作|职责|部门|单位)?分工"
"""A label behind which each name has its own word of duty: 责任分工：甲牵头，乙配合."""
UNTIL_NAME = (
    r"(?:(?:完成|办结|推进|整改|责任|落实|提请|送审|出台)?(?:时限|期限|时间)(?:要求|节点|安排)?|(?:时间)?节点|完成日期"
    r"|完成(?=[：:][^，。；：:]{0,8}\d))"
)
_PEOPLE_NAME = (
    r"[^：:，,、；;。（）()\s]{0,6}"
    r"(?:领导|责任人|负责人|联系人|联络员|负责同志|联系电话|联系方式|电话|岗位?)"
)
IN_PERSON_NAME = (
    r"(?:(?:第一|直接|主要|主体|具体|牵头|配合|整改|落实|工作|科室|部门)?(?:责任人员?|负责人)"
    r"|(?:主责|责任|牵头|负责|实施|执行|配合|协助|协同|参与)岗位?)"
)
"""Who answers for a measure in person, where no unit does."""
OTHER_NAME = rf"[^：:，,、；;。（）()\s]{{1,8}}{_KINDS}"
BARE_NAME = (
    rf"(?:(?:单位|部门)(?=[：:][^，、。；：:\n]{{2,24}}[{UNIT_END}科馆）])"
    "|牵头|主办|主责|责任|负责|承办|实施|配合|协办|会办|协同|协作|参与|参加|协助)"
)
"""单位：甲局 announces units, 单位：万元 does not."""
_NAME_AHEAD = r"(?=各|[省市县区州镇乡校院](?!直?接)|国)"

LABEL = re.compile(
    rf"（?(?:{_LABEL_GROUPED}|(?P<division>{DIVISION_NAME})|(?P<until>{UNTIL_NAME})"
    rf"|(?P<people>{_PEOPLE_NAME})|(?P<other>{OTHER_NAME}))(?:）?[：:]|）)"
    rf"|(?P<bare>{BARE_NAME})[：:]"
    rf"|{_LABEL_GROUPED.replace('P<duty>', 'P<said>')}(?:[为是系]|{_NAME_AHEAD})"
)
LABEL_WITHIN = re.compile(
    rf"(?:{LABEL_NAME}|{DIVISION_NAME}|{UNTIL_NAME}"
    r"|(?:(?:牵头|分管|责任)领导|(?:责任|联系)人|联系电话)|(?<=[\u4e00-\u9fff])(?:牵头|主责|责任|配合|协同|协作))[：:]"
)
BOTH_ROLES = re.compile(r"牵头.{1,3}(?:责任|负责|配合)|(?:责任|负责).{1,3}牵头")
OPENING = re.compile(
    r"(?:(?:此|该|本|这)(?:一)?[条款项件类]?(?:工作|任务|事项|活动|措施|行动|规定|内容|政策)?)?(?:具体|主要|统一)?(?:由|请)"
)
"""What comes before the first name in a sentence."""
PEOPLE_IN_BRACKETS = re.compile(
    r"（[^（）]*(?:联系人|联络员|责任人|负责人|电话|手机|\d{7})[^（）]*）"
)
ROLE_BEHIND = re.compile(
    r"（(?P<role>牵头|主办|负责|责任|主责|配合|协办|参与)(?:单位|部门|负责)?）$"
)


def role_of(word: str) -> Role:
    """The role that a word of duty or of a label gives, with or without its manner before it."""
    duty = DUTY.search(word)
    if duty:
        return next(role for _, role in _DUTIES if duty[role.name])
    return Role.RESPONSIBLE


def speaks_of_duty(words: str) -> bool:
    """A cheap look before the close one."""
    return bool(_SOME_DUTY.search(words) or LABEL.search(words))
