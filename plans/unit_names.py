"""What a name looks like by its form: that of a unit, of a person, of nobody in particular.

No unit is known by name: a plan of any place and house can be read.
"""

import re

from plans.groups import is_group
from plans.lines import UNIT_END

REGION = re.compile(r"全?[省市县区州盟旗镇乡村校院]|团[省市县区州]|国网|国家|自治[区州]|中共")
"""What a name that says its place opens with."""
_ENDS = f"{UNIT_END}科股馆园班系"
_END = re.compile(rf"[{_ENDS}）]$")
_SURE_END = re.compile(
    r"(?:[局委厅署部处科室馆]|办公室|[^主]办|中心|公司|集团|委员会|管委会|联合?会|协会|商会|工会|党支部|村委会"
    r"|学院|大学|医院|法院|检察院|研究院|研究所|研究会|银行|[分支]行|合作社|供销社|联社|指挥部|[总支大中]队"
    r"|卫生院|服务站|工作站|卫生所|派出所|民政所|分校|学校|中学|小学|[^家国]政府|车间|军分区)$"
)
_PLACE_WORDS = re.compile(
    r".?[东西南北中内外上下前后全顶底局干]部|.?[何好用多各深高低去出四到某]处"
)
_NOTE_BEHIND = re.compile(r"（[^（）]*）$")
_SHORT = 4
_LONGEST_ALONE = 25
_NOBODY = re.compile(
    r"(?:社会|政府|市场|企业|群众|公众|村民|居民|职工|师生|学生|教师|家长|家庭|个人|专家|全员|全民|人人"
    r"|党员|干部|领导|部门|单位|机构|行业|科室|班组|高校|院校|学校|医院|社区|园区|景区|市区|县区|城区|县城|城乡"
    r"|党委|党政|多方|各方|双方|三方|各级|上下|社会各界|社会力量|全社会|社会组织|市场主体|政府部门|基层)"
)
_VERB = re.compile(
    "加强|推进|推动|建立|健全|完善|组织(?!部)|督促|指导|落实|压实|明确|强化|引导|支持|鼓励|协调|要求|按照"
)
_BODY_NAMED_BY_ITS_DEED = re.compile(
    r"(?:推进|推动|协调|督促|指导|落实|支持|引导)(?:(?!成立|建立|组建|设立).){0,6}(?:专班|组|办公室)$"
)
"""推进专班, 协调小组: it opens with a verb, and is somebody all the same."""
_NO_UNIT = re.compile(r"[\d“”《》：:！？?!\"%＋+]|[的了]|(?<!自)由")
_POST = (
    r"(?:书记|[省市县区州盟旗镇乡局部厅院校处科所站股队会组村社]长|主任|秘书长|常委|委员(?!会)|主席|经理"
    r"|董事长|总监|总工程师|同志|领导)"
)
_PERSON = re.compile(rf"{_POST}(?:[^{_ENDS}）]|[\u4e00-\u9fff]{{1,2}}[^{_ENDS}）])?$")


def looks_like_unit(name: str) -> bool:
    """Whether a name has the form of a unit or a group, be it by its end or its beginning."""
    if _NOBODY.fullmatch(name) or _NO_UNIT.search(name) or _is_deed(name) or is_person(name):
        return False
    return bool(_END.search(name) or REGION.match(name)) or is_group(name)


def surely_unit(name: str) -> bool:
    """Whether it can hardly be anything else: it says its place, or ends as few words do."""
    bare = _NOTE_BEHIND.sub("", name)
    if not looks_like_unit(name) or len(bare) > _LONGEST_ALONE:
        return False
    if is_group(name):
        return True
    if len(bare) <= 2 or _PLACE_WORDS.fullmatch(bare):  # 局部, 用处, 市区
        return False
    return bool((REGION.match(bare) and _END.search(bare)) or _SURE_END.search(bare))


def says_its_place(name: str) -> bool:
    """Whether a name opens with a region or stands for a group, as hardly a word of prose does."""
    return bool(REGION.match(name)) or is_group(name)


def could_be_unit(name: str) -> bool:
    """Whether a name may stand in a list of units: 电信 beside 县电信公司."""
    if _NOBODY.fullmatch(name) or _NO_UNIT.search(name) or _is_deed(name) or is_person(name):
        return False
    return 2 <= len(name) <= _SHORT or bool(_END.search(name)) or is_group(name)


def _is_deed(name: str) -> bool:
    """Whether it says what is to be done rather than who does it."""
    return bool(_VERB.match(name)) and not _BODY_NAMED_BY_ITS_DEED.match(name)


def is_person(name: str) -> bool:
    """Whether a name is that of a post, with or without who holds it: 常务副县长张三."""
    return bool(_PERSON.search(name))


def is_nobody(name: str) -> bool:
    """Whether a word means everyone of a kind, as in 政府引导、企业参与."""
    return bool(_NOBODY.fullmatch(name))


def are_units_alone(names: list[str]) -> bool:
    """Whether names that no word of duty goes with are a list of units, and no prose.

    All of them may be units, one surely is, and at least half say so or say their place; one name
    alone has to do both.
    """
    sure = [name for name in names if surely_unit(name)]
    if len(names) == 1:
        return bool(sure) and says_its_place(names[0])
    placed = sum(name in sure or says_its_place(name) for name in names)
    return bool(sure) and 2 * placed >= len(names) and all(map(could_be_unit, names))
