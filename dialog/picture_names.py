"""Words that are the name of a picture or a paper, and tell nothing of the measure; pure.

Such words stand beside a file, or are sent alone: 现场照片, 图为开工仪式, 资质证书, 关于…的请示.
With a verb in them they tell what was done (取得证书), except where their form alone is a name's
(消费券发放现场).
"""

import re
import unicodedata

from dialog.words import as_word

_DONE_TO_IT = re.compile(
    r"[了已完未不]|取得|获得|获|得到|领取|领到|颁发|核发|印发|下发|发放|转发|签订|签署|起草|制定|制订|修订|编制|编印"
    r"|出台|办理|办结|提交|报送|上报|申报|申请|送|通过|拿到|收到|等待?|缺|无|没|待|开展|召开|审核|审批|汇总|整理|补充"
)
"""What is done to a paper: it was obtained, issued, signed, handed in."""

_GOES_THERE = re.compile(r"[了已完未没到抵赴]|深入|前往|进驻|走进|正在")
"""Somebody went there, or it is over."""

_HELD = re.compile(r"召开|举行|举办|组织|参加|出席|走访|调研|开展|推动|推进(?!会)|建[成设]|缺|难")
"""What is done with a meeting: it was held, attended, opened."""

_DRAWN_UP = re.compile(
    rf"{_DONE_TO_IT.pattern}|[推改优细落]|组织|研究|讨论|形成|拟|商|定|议(?!记)|审|报|按|据|照|出|写|做"
)
"""What is done to a plan of work, or by it: it was drawn up, discussed, carried out."""

_TELLS = re.compile(f"{_DONE_TO_IT.pattern}|{_GOES_THERE.pattern}|{_HELD.pattern}")
_TELLS_NO_TITLE = re.compile(f"^(?!关于).*(?:{_TELLS.pattern})")
"""关于召开推进会的通知 is a title, whatever verbs are in it."""

_ENGLISH_TELLS = re.compile(
    r"\b(?:we|i|they|he|she|it|is|are|was|were|has|have|had|will|be|been|not|no|none|nothing"
    r"|(?!attached|signed)[a-z]+ed|built|held|met|sent|gave|made|took|began|begun|went|done|put|paid"
    r"|lent|won|got|under ?way|on track|progress|on schedule|ongoing|behind|ahead|late|ready"
    r"|waiting|pending|same)\b",
    re.IGNORECASE,
)
"""What English words that tell of something have in them, as far as anybody can tell."""

_SEE_FILES = frozenset(
    {
        "见附件",
        "详见附件",
        "具体见附件",
        "见附表",
        "见附图",
        "附后",
        "见图",
        "见照片",
        "如图",
        "see attachment",
        "see attached",
        "attached",
    }
)

_WHICH = r"(?:\s*[（(]?[\d一二三四五六七八九十]{1,3}[）)]?)?"
_PICTURES = re.compile(
    r"[^\s,，。;；:：、了已并]{0,10}(?:照片|相片|图片|截图|附图|实景图|视频|录像|短片|佐证|佐证材料|证明材料|附件|附件材料)(?:如下)?"
    rf"{_WHICH}"
    r"|(?:(?:the|our|some|site|new)\s)*(?:photos?|pictures?|screenshots?|evidence|attachments?|enclosures?)",
    re.IGNORECASE,
)
"""现场照片, 佐证材料2: of what was sent it says that it is sent."""

_PAPERS = re.compile(
    r"[^\s,，。;；:：、]{0,12}(?:证书|证件|许可证|合格证|批复|批文|合同|协议书?|发票|票据|清单|名单|名册"
    r"|通知|文件"
    r"|材料|资料|复印件|扫描件|签到表|签到册|会议纪要|验收单|验收报告|检测报告"
    r"|统计表|台账)"
    rf"{_WHICH}"
    r"|(?:(?:the|our|a|copy of)\s)*(?:certificates?|contracts?|permits?|documents?|minutes)",
    re.IGNORECASE,
)

_DRAFTED = re.compile(
    r"[^\s,，。;；:：、\d]{0,8}?(?:(?:实施|工作|行动|活动|建设|施工|整改|总体|专项|培训|初步|试点)?方案|纪要|会议记录)"
    rf"{_WHICH}"
)
"""实施方案, 纪要: a paper that somebody has drawn up."""

_SHOWS = re.compile(
    r"(?:[上下此本]?图|(?:现场)?(?:照片|图片))(?:中)?(?:[为是系]|[:：])\s*(?P<what>[^\n。；;]{1,60})"
)
"""图为集聚区开工仪式现场: it says what is to be seen."""

_NAMED = re.compile(
    r"[^\s,，。;；:：、\d]{1,20}(?:效果图|示意图|规划图|设计图|平面图|施工图|现场图?|外景|全景|一角|合影|仪式|现场会|推进会|座谈会|调度会"
    r"|协调会|培训会|启动会|发布会|推介会|工作会议?)"
    r"|关于[^\n。；;]{1,40}的(?:请示|报告|函|复函|批复|通知|通报|意见|方案|说明|公告|决定|建议|情况汇报)"
)
"""集聚区效果图, 关于两业融合的请示: what a picture shows or a paper is called, and no sentence."""

_ON_THE_SPOT = re.compile(
    r"[^\s,，。;；:：、\d了已]{0,16}"
    r"(?:发放|颁发|签订|签署|签约|领取|办理|申报|审核|验收|检测|培训|演练|招聘|路演|直播|揭牌)(?:活动|仪式)?现场"
)
"""消费券发放现场: what is done there only names the place."""

_SPOT = re.compile(
    r"[^\s,，。;；:：、\d]{0,12}现场|(?:the|our|on)?\s*(?:site|scene)", re.IGNORECASE
)
"""现场, 商圈建设现场: whatever is done there, the words are a picture's."""

_MEETING = re.compile(
    r"[^\s,，。;；:：、\d]{1,16}(?:会议|活动|仪式|地块|工地|(?<![开参到赴与办将不])会)"
    r"|(?:(?:the|our|a|opening|signing)\s)*(?:venue|meeting|ceremony|workshop)",
    re.IGNORECASE,
)
"""领导小组会, 托管地块: something is named, and nothing told of it."""

_ENGLISH_NAMES = re.compile(
    r"(?:[a-z][a-z'-]*\s){0,5}"
    r"(?:photo(?:graph)?s?|pictures?|images?|screenshots?|evidence|attachments?|enclosures?"
    r"|certificates?|contracts?|permits?|documents?|minutes|venue|meeting|ceremony|workshop)",
    re.IGNORECASE,
)
"""Signing photo, our new site pictures, the bank contract: what was sent is the last word."""

_SHORT_PHRASE = re.compile(r"(?=.{1,12}$)[\u4e00-\u9fff]{1,10}(?:[、\s][\u4e00-\u9fff]{1,10})*")
_ENGLISH_PHRASE = re.compile(r"[A-Za-z][a-z'-]*(?:[\s,][A-Za-z][a-z'-]*){0,6}")
"""Without a full stop, which ends a sentence."""

_STATE = re.compile(
    r"进展|顺利|正常|正在|有序|稳步|持续|继续|加快|全面|全部|基本|按计划|按期|如期"
    r"|[开完停竣复动施]工|竣|投产|投用|启用|启动|落地|落实|到位|达[成到标]|[建成设][立成设]|实施|运行|运营|部署|执行"
    r"|中标|公示|受理|办|做|用|给|帮|让|使|把|被|将|仍|还|都|均|也|就|再|又|能|要|会同"
    r"|[增减缺难停]|[开参到赴与]会|[一二两三四五六七八九十百千万几]+(?:余|多)?"
    r"(?:个|家|期|次|人|项|场|处|件|批|户|名|亩|台|座|条|公里|元|亿|万|吨|所|所有|份|辆|栋|间)"
)
"""What a word about how things stand has in it; a phrase without any may only name a picture.

签约, 培训, 招标 may as well name what the picture shows.
"""

_FORMS: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (_PICTURES, None),
    (_SHOWS, None),
    (_ON_THE_SPOT, None),
    (_SPOT, _GOES_THERE),
    (_PAPERS, _DONE_TO_IT),
    (_NAMED, _TELLS_NO_TITLE),
    (_MEETING, _TELLS_NO_TITLE),
    (_ENGLISH_NAMES, _ENGLISH_TELLS),
)
"""Each form of a name, and what makes words of that form tell something all the same."""


def points_to_files(said: str) -> bool:
    """Whether words only say that it stands in a file: 见附件; or name pictures: 现场照片."""
    word = as_word(said)
    return word in _SEE_FILES or _PICTURES.fullmatch(word) is not None


def describes_files(caption: str) -> bool:
    """Whether words beside a file are its name, and tell nothing of the measure.

    现场照片, 图为开工仪式 and 资质证书 are; 取得证书 is what was done.
    """
    word = as_word(caption)
    return word in _SEE_FILES or _is_a_name(word) or all(map(_is_a_name, word.split("、")))


def _is_a_name(word: str) -> bool:
    return any(
        form.fullmatch(word) and not (tells and tells.search(word)) for form, tells in _FORMS
    )


def names_a_paper(caption: str) -> bool:
    """Whether words are the name of a file, or of papers that were drawn up: 实施方案, 纪要."""
    return describes_files(caption) or all(
        _is_a_name(part) or (_DRAFTED.fullmatch(part) and not _DRAWN_UP.search(part))
        for part in as_word(caption).split("、")
    )


def may_describe_files(caption: str) -> bool:
    """Whether words beside a file may be its name as well as a short word on the measure: 沿街商铺.

    No verb and no figure is in them, as far as anybody can tell.
    """
    if _ENGLISH_PHRASE.fullmatch(caption.strip()):
        return not _ENGLISH_TELLS.search(caption)
    lines = [line for line in map(as_word, caption.splitlines()) if line]
    return bool(lines) and all(
        _SHORT_PHRASE.fullmatch(line) and not (_TELLS.search(line) or _STATE.search(line))
        for line in lines
    )


def own_name(caption: str) -> str:
    """What the words beside a file call it; empty where they only point to it, or are none."""
    word = as_word(caption)
    if not describes_files(caption) or word in _SEE_FILES:
        return ""
    named = unicodedata.normalize("NFKC", caption).strip(" .。,，!;；")
    shows = _SHOWS.fullmatch(named)
    return shows["what"] if shows else named
