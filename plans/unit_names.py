"""What a name looks like by its form: that of a unit, of a person, of nobody in particular.

No unit is known by name: a plan of any place and house can be read.
"""

import re

from plans.groups import is_group
from plans.people import is_bare_person, is_person
from plans.unit_ends import UNIT_END

REGION = re.compile(
    r"全?[省市县区州盟旗镇乡村校院]|团[省市县区州]|国网|国家|自治[区州]|中共"
    r"|(?:新|高新|经开|开发|示范|度假|保税|风景|矿|林|垦|园)区(?!域|间)(?=.{2})"
)
"""What a name that says its place opens with."""
_ENDS = f"{UNIT_END}科股馆园班系"
_END = re.compile(
    rf"(?:[{_ENDS}）]|[车机电工]务段|海关|[粮油直属源]库|[一二三四五六七八九十附][中小])$"
)
_SURE_END = re.compile(
    r"(?:[局委厅署部处科室馆庭]|[车机电工]务段|海关|办公室|[^主]办|中心|公司|集团|委员会|管委会|联合?会|协会|商会|工会|党支部|村委会"
    r"|学院|大学|医院|法院|检察院|研究院|研究所|研究会|银行|[分支]行|合作社|供销社|联社|指挥部|[总支大中]队"
    r"|卫生院|(?<![车网油电基泵驿])站|(?<![场处厕住])所|街道|分校|学校|中学|小学|[^家国]政府|车间|军分区)$"
)
_PLACE_WORDS = re.compile(
    r".?[东西南北中内外上下前后全顶底局干]部|.?[何好用多各深高低去出四到某]处"
)
_NOTE_BEHIND = re.compile(r"（[^（）]*）$")
_LEVELS = "国省市州县区镇乡村"
_LEVEL = re.compile(r"乡镇|[国省市州县区镇乡村](?!委|政府)")
_ALONE_END = re.compile(
    r"(?:[分支]局|分公司|[支分]行|[支大]队|指挥部|管委会|检察院|法院|有限(?:责任)?公司)$"
)
_PLAINLY = 2
_SHORT = 4
_LONGEST_ALONE = 25
_NOBODY = re.compile(
    r"(?:社会|政府|市场|企业|群众|公众|村民|居民|职工|师生|学生|教师|家长|家庭|个人|专家|全员|全民|人人"
    r"|党员|干部|领导|部门|单位|机构|行业|科室|班组|高校|院校|学校|医院|社区|园区|景区|市区|县区|城区|县城|城乡"
    r"|党委|党政|多方|各方|双方|三方|各级|上下|社会各界|社会力量|全社会|社会组织|市场主体|政府部门|基层)"
)
_VERB = re.compile(
    "加强|推进|推动|建立|健全|完善|组织(?!部)|督促|指导|落实|压实|明确|强化|引导|支持|鼓励|协调|要求|按照"
    "|做好|抓好|开展|确保|提升|提高|完成|制定|全面|持续"
)
_BODY_NAMED_BY_ITS_DEED = re.compile(
    r"(?:推进|推动|协调|督促|指导|落实|支持|引导|提升|提高|完成)(?:(?!成立|建立|组建|设立).){0,6}(?:专班|组|办公室)$"
)
"""推进专班, 协调小组: it opens with a verb, and is somebody all the same."""
_LINE = re.compile(r"1\d{2,4}(?=[\u4e00-\u9fff（])(?![个家户名万亿项年月日座所公亩])")
"""A telephone line that a unit is named after: 12345, 110."""
_DEED_BEHIND = re.compile("[主督承协举创开查交]办$")
"""跟踪督办 ends as 县委办 does."""
_TEAM = re.compile(r"[\u4e00-\u9fff]{2,12}(?:组|专班)")
_QUOTED = re.compile("“[^“”《》：:]{1,10}”(?=[^“”]{2})")
_NO_UNIT = re.compile(r"[\d“”《》：:！？?!\"%＋+]|[的了]|各(?:项(?!目)|[类方])|(?<!自)由")


def without_quoted(name: str) -> str:
    """A name that ends as one does, without what it quotes: “单一窗口”运营公司 → 运营公司."""
    return _QUOTED.sub("", name) if _END.search(name) else name


def looks_like_unit(name: str) -> bool:
    """Whether a name has the form of a unit or a group, be it by its end or its beginning."""
    if not _may_name(name):
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
    ends = _END.search(bare) or _END.search(name.rstrip("）"))  # 市业务组（支队）
    return bool((REGION.match(bare) and ends) or _SURE_END.search(bare))


def person_behind(name: str) -> str:
    """The person whose name is written on to that of their unit: 县交通局张伟; empty where none is.

    县医院 ends as a unit does, and 院 no name of a person.
    """
    if _END.search(name) or is_group(name):
        return ""
    for length in (3, 2, 4):
        unit, person = name[:-length], name[-length:]
        if is_bare_person(person) and ends_as_unit(unit) and surely_unit(unit):
            return person
    return ""


def is_team(name: str) -> bool:
    """Whether a name is that of a team within a plan: 综合协调组, 宣传专班."""
    return bool(_TEAM.fullmatch(name)) and _may_name(name)


def ends_as_unit(name: str) -> bool:
    """Whether a name may end here: 市场监管科, and not 市场."""
    return bool(_END.search(name))


def says_its_place(name: str) -> bool:
    """Whether a name opens with a region or stands for a group, as hardly a word of prose does."""
    return bool(REGION.match(name)) or is_group(name)


def could_be_unit(name: str) -> bool:
    """Whether a name may stand in a list of units: 电信 beside 县电信公司."""
    if not _may_name(name):
        return False
    return 2 <= len(name) <= _SHORT or bool(_END.search(name)) or is_group(name)


def _may_name(name: str) -> bool:
    return not (
        _DEED_BEHIND.search(name)
        or _NOBODY.fullmatch(name)
        or _NO_UNIT.search(_LINE.sub("", without_quoted(name)))
        or _is_deed(name)
        or is_person(name)
    )


def _is_deed(name: str) -> bool:
    """Whether it says what is to be done rather than who does it."""
    return bool(_VERB.match(name)) and not _BODY_NAMED_BY_ITS_DEED.match(name)


def is_nobody(name: str) -> bool:
    """Whether a word means everyone of a kind, as in 政府引导、企业参与."""
    return bool(_NOBODY.fullmatch(name))


def _are_kinds(names: list[str]) -> bool:
    """Whether names step down from level to level, each once: 县医院、乡镇卫生院、村卫生室.

    They tell what kinds there are, and nobody in particular.
    """
    levels = [found[0][0] for name in names if (found := _LEVEL.match(name))]
    steps = [_LEVELS.index(level) for level in levels]
    return (
        len(steps) == len(names) > 1
        and steps == sorted(set(steps))
        and steps[-1] >= _LEVELS.index("镇")
        and not any(map(is_group, names))
    )


def units_alone(names: list[str], *, one: bool = False) -> list[str]:
    """The units in a list of names that no word of duty goes with; empty where it is prose.

    All of them may be units, one surely is, and at least half say so or say their place; one name
    alone has to do both, unless it ends as nothing else does. Beside two that do both, a phrase
    that is no name takes none away. one: a single name need not say its place, since nothing but
    names is likely where it stands.
    """
    if _are_kinds(names):
        return []
    sure = [name for name in names if surely_unit(name)]
    placed = [name for name in names if name in sure or says_its_place(name)]
    if len(names) == 1:
        return sure if one or says_its_place(names[0]) or _ALONE_END.search(names[0]) else []
    found = [name for name in names if could_be_unit(name)]
    plain = sum(says_its_place(name) for name in sure) >= _PLAINLY and names[0] in sure
    if not sure or 2 * len(placed) < len(names) or not (found == names or plain):
        return []
    return found
