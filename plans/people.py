"""What the name of a person looks like, bare or with a post."""

import re

from plans.unit_ends import UNIT_END

_ENDS = f"{UNIT_END}科股馆园班系"
_POST = (
    r"(?:书记|(?:护士|[省市县区州盟旗镇乡局部厅院校处科所站股队会组村社班园馆店])长|主任|秘书长|常委|委员(?!会)|主席|经理"
    r"|董事长|总监|总工程师|同志|领导)"
)
_WITH_POST = re.compile(rf"{_POST}(?:[^{_ENDS}）]|[\u4e00-\u9fff]{{1,2}}[^{_ENDS}）])?$")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚文庞"
    "樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄辛祝左涂谷祁舒耿牟卜詹苗凌费纪靳盛童欧"
    "甄项曲游裴席屈鲍覃霍翁隋甘景柏宁柯阮桂闵柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚娄符奚穆燕郎邸冀姬"
    "屠晏栾郁蒙喻窦迟敖鄢卓仇艾蓝巩井仲虞卞封冼佟栗匡宗巫鞠桑荆谌岑胥蔺"
)
_OF_TWO = "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木"
_SHORTENED = (
    "钢铝铜铁煤矿电油化药纺机车船建投控能联通信网水气热港航桥材融润养旅农商粮盐烟茶酒糖纸保监质检"
)
"""Signs in which shortened names of companies and offices end: 石化, 武钢, 金融, 安监."""
_BARE = re.compile(
    rf"(?:{_OF_TWO})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}](?:(?![{_SHORTENED}])某?[\u4e00-\u9fff]|[\u4e00-\u9fff][^投控\W])"
)
_UNIT_LAST = re.compile(rf"[{_ENDS}市省）]$")


def is_person(name: str) -> bool:
    """Whether a name is that of a person or a post: 常务副县长张三, 副县长, 张三."""
    return bool(_WITH_POST.search(name)) or is_bare_person(name)


def is_bare_person(name: str) -> bool:
    """Whether a name is a surname with one sign or two that end no name of a unit."""
    return bool(_BARE.fullmatch(name)) and not _UNIT_LAST.search(name)
