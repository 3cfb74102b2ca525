"""Stage 5: quantitative targets in running text → indicators.

A figure is a target when the words around it set an aim: a verb of reaching right before it
（达到5家、降至1%）, a verb of doing right before it（完成10万亩……任务）, a counted thing with a
verb of doing（新增高新技术企业2家）, or when it closes its clause and nothing says that it only
describes（改厕2000户）. Of a range（3—5家）the nearer end is wanted. Figures that describe（给予
10万元奖励、补贴50%的基础上）, ratios, names（5G）and numbers of documents are none.

What is told in words is a figure where it can only mean one: 压减三分之一 is 33.3 %, 翻一番 growth
by 1 倍, 减半 less by 50 %. What sets an aim without any, 全覆盖, is left to a person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, ROUND_UP, Decimal

from plans.dates import DateInText, dates_in
from plans.numbering import any_number, chinese_number
from vocabulary.plan import DocumentIndicator
from vocabulary.terms import Comparator, Direction

_COUNTED = (  # a longer one before those that it begins with
    "标准立方米|美元|欧元|港元|个百分点|个工作日|吨标准煤|吨标煤|平方公里|平方千米|平方米|立方米"
    "|千瓦时|千伏安|人/次|个月|家次|公里|千米|公顷|千瓦|兆瓦|人次|户次|场次|台套|小时"
    "|分钟|公斤|千克|毫克|微克|立方|架次|班次|学时|课时|泊位|车位|床位|学位|标箱|艘次|平米|个|家"
    "|项|亩|人|户|名|场|次|件|套|座|台|辆|元|所|处|天|吨|条|批|床|张|种|类|篇|期|支|只|头|艘|架|部"
    "|间|株|棵|米|升|例|宗|起|本|册|位|对|组|队|年|克|斤|栋|幢|款|单|笔|届|道|盏|颗|核|眼|口|孔|片|份"
    "|面|尾|羽|度|科|门"
)
_PER = "(?:[/／][\u4e00-\u9fff]{1,4}?(?=[^\u4e00-\u9fff]|以[上下内]|之内|左右|$))?"
_CLOSES = "(?=[，,。；;：:（()）\n]|[及或]?以[上下内]|之内|左右|$)"
_ODD = (
    rf"(?![及或]?以[上下内]|之内|左右)(?:[\u4e00-\u9fff]{{1,2}}|[A-Za-zμ℃]{{2,10}}){_PER}{_CLOSES}"
)
"""A unit of measure that the list does not have: 90分, 8万TEU."""
_GRADE = re.compile("[级型制版代强流线档星]$")
_SPOKEN = "[一二三四五六七八九十百千两零]{2,6}|十"  # one sign alone counts nothing: 三个方面
_MANY = "(?:[百千十]?(?:万亿|[万亿])|[百千])?"
_TO = "—–－~～至到\\-"
_ONE_NUMERAL = "(?<![一二三四五六七八九十百千两几])[一二两三四五六七八九十]"
_IN_WORDS = (
    rf"(?P<under>{_ONE_NUMERAL})分之(?P<over>[一二三四五六七八九])|(?P<half>一半)"
    rf"|(?P<tenths>{_ONE_NUMERAL}|[1-9])成(?=以[上下内]|[及或]以|左右|[^\u4e00-\u9fff]|$)"
    rf"|(?P<times>\d+(?:\.\d+)?|{_ONE_NUMERAL})倍(?!增)|(?P<turned>翻[一两二三123]?番|减半)"
)
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.~～/—–－第前每\-])(?<!\d[:：,至到])(?:"
    rf"(?P<value>\d+(?:,\d{{3}})*(?:\.\d+)?|(?<![一二三四五六七八九十百千两零几数分]){_SPOKEN})"
    rf"(?:[%％]?[{_TO}](?P<top>\d+(?:\.\d+)?))?"
    r"(?P<more>余|多)?"
    rf"(?P<unit>[%％‰]|{_MANY}(?:{_COUNTED})(?:次(?![\u4e00-\u9fff]))?{_PER}"
    rf"|(?<=\d)(?P<odd>{_MANY}{_ODD})|(?<=\d)(?P<bare>[万亿]?){_CLOSES})"
    rf"|百分之(?P<part>\d+(?:\.\d+)?|{_SPOKEN}|[一二三四五六七八九])"
    rf"|{_IN_WORDS})"
    r"(?P<bound>(?:及|或)?以上|(?:及|或)?以下|以内|之内|左右)?"
)
_HALVED = "减半"
_SHORTEST_NAME = 2
_TOLD = re.compile(rf"{_IN_WORDS}|全覆盖|(?:动态)?清零")
_AIM_ITSELF = re.compile(r"翻.?番|减半|全覆盖|(?:动态)?清零")
_TARGET_ENDS = re.compile(r"(?:的?(?:目标|水平))?(?:[，,、。；;：:！!（()）\n]|$)")
_YEARS_FIRST = re.compile(r"^(?:力争|确保|用)*[一两二三四五六七八九十\d]年[内来]?(?:左右)?")
_FAVOUR = re.compile(r"免|租|费|税|票价|征收|缴|补贴|第[一二三四五]年")
"""What a policy grants when it halves: 租金减半."""
_AS_IT_WAS = re.compile(r"(?:原来|原有|原先)的$")
_YEAR = re.compile(r"20\d\d年")
_REACHES = {
    "up": "达到(?:[^，,、。；;]{1,12}的)?|达|实现|突破|超过|不低于|不少于|至少|提高到|提高至|提升到"
    "|提升至|增加到|增加至|增长到|增至|扩大到|扩大至|上升到|上升至|新增|力争(?:达|达到)?",
    "more": "增长|提高|提升|增加|扩大|上升",
    "down": "降至|降到|降低到|降低至|下降到|下降至|压减至|压减到|压缩至|压缩到|缩短至|缩短到|缩减至"
    "|缩减到|减少到|减少至|减至|减到|减少为|降为|降低为|压减为|压缩为|缩短为|缩减为|控制在|不超过|不高于|不多于|低于",
    "less": "下降|降低|减少|压减|压缩|缩短",
    "steady": "稳定在|保持在|维持在|(?<![签节制合])约|约为",
}
_REACH = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _REACHES.items()) + ")$"
)
_REACHES_IT = re.compile("(?:达|达到|实现|力争)$")
"""As far as that: up, or, behind a figure that is to fall, down."""
_GROWTH = re.compile(f"(?:{_REACHES['more']}|{_REACHES['less']})$")
_DOES = (
    "新增|新建|改建|扩建|建成|建设|打造|培育|培养|培训|推出|创建|完成|改造|引进|新认定|认定|评定|评选"
    "|推荐|申报|实施|举办|承办|开展|组织|发展|争取|新开工|开工|投产|签约|引育|招引|招聘|吸纳|帮扶|选派"
    "|布局|发放|投放|储备|谋划|布设|设立|建立|开通|种植|推广|整治|修复|治理|清理|检查|走访|召开|更新"
    "|购置|配备|累计|净增|转化|入库|升规|纳统|孵化|遴选|扶持|办理|办结|达标|覆盖|接待|销售|上市|挂牌|组建|安装|铺设|架设|施划|扩容|取消|压减|淘汰|关停|拆除|化解|盘活|收储|征收"
    "|绿化|造林|栽植|补植|疏浚|加固|翻建|提标|增设|添置|归集|上线|推送|兑现|落实|到位|争创|新开|开行|开设"
)
_DO = re.compile(f"(?:{_DOES})+")
_ONE_VERB = re.compile(f"^(?:{_DOES})(?=[\\u4e00-\\u9fffA-Za-z0-9]{{2}})")
_DO_LAST = re.compile(f"(?:{_DOES})+$")
_FROM = re.compile(
    rf"(?:由|从)(?:[^，,、。；]{{0,8}}?的)?(?P<value>\d+(?:\.\d+)?)(?P<unit>[%％‰]|[万亿]?(?:{_COUNTED}))$"
)
_BREAK = "，,；;：:（）()"
_CLAUSE_END = re.compile(r"[，,。；;：:（()）]|$")
_AFTER_LIST = "、和及"
_PRESENT = re.compile(r"已|目前|现有|截至|(?<![比较])(?:上年|去年)")
_ADVERBS = re.compile(
    r"^(?:力争|确保|争取|努力|预计|到(?!位)|在|至|高质量|全面|积极|加快|大力|逐步|持续|其中|共|并|要|使|将|推动|推进"
    r"|促进|实现|全年|年内|每年)+"
)
_BA = re.compile(r"^(?P<whole>.*?)(?:逐步|尽快|持续)*将(?P<part>.+)$")
_REFERENCE = re.compile(r"《[^》]*》|[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_HALF_STOP = re.compile(r"(?<=[\u4e00-\u9fff%％])\.(?=[\u4e00-\u9fff\n]|$)")
_RATE = re.compile(r"(?:率|增速|增幅|占比|比重|度|比例|水平)$")
_DESCRIBES = re.compile(
    r"奖励|补贴|补助|资助|奖补|给予|罚|扣|收取|收费|享受|有效期|为期|试行|期限|不足|涉及|分为|达不到"
    r"|按照?|占用|拖欠|超过.*的|最高|最低|年龄|工龄|近|人均|共有|下设|实行|低于|高于|营业收入|户籍|连续"
)
_LASTS = re.compile(r"年|天|小时|分钟|个月|个工作日|周|届|期|元|米")
_SORT_OF = re.compile(r"级|型|制|岁|版|的|(?:(?<=元)|(?<=元以[上下]))(?:重?大?项目|企业|工程)")
_SUCH_AS = re.compile(r"的(?!目标|水平|要求|任务|标准|比例|速度)")
_OBJECT = re.compile(
    r"^(?:全部|全面|基本|确保|力争|年内|全年|再|共|将)*(?:完成|实现|建成|开工|开展|改造|整治|治理|组建|新建|建设|清理|推进|创建|打造)"
    r"[^，,、。；;]{0,10}$"
)
_NO_NAME = re.compile(
    rf"(?:其中|每[年季月周]度?|全年|年内|20\d\d年|完成|{'|'.join(_REACHES.values())})*"
)
"""What says only when, or how: the thing itself stands in the part before."""
_LONGEST_THING = 16
_MOST_DECIMALS = 4  # that a figure of a plan has; a third has more
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TARGET_OF = re.compile(
    r"(?:^|[\n。；;])(?P<head>[^。；;，,：:\n]*?(?:目标值?|任务|计划|指标|20\d\d年)[^，,。：:\n]{0,4})[：:]$"
)
_UNIT_IN_HEAD = re.compile(
    r"^(?P<head>[^（(：:\n]*(?:目标|任务|计划|指标|20\d\d年)[^（(：:\n]*)[（(](?P<unit>[^（）()]{1,6})[)）]"
    r"[：:](?P<value>\d[\d,.]*)$",
    re.MULTILINE,
)
_COMPARED = re.compile(r"(?:较|比|与|同|自|从|在)$")
_COMPARED_AFTER = re.compile(r"(?:年)?(?:的)?(?:基础|同期|水平|相比|底?数)|以来|起")
_DONE_BY = re.compile(
    r"(?:之?前)?(?:要|须|应)?(?:全部|全面|基本|如期)?(?:完成|办结|建成|到位|投入使用|投用|竣工|完工|见效|开工|投产|启用|上线|实现|通水|通车|通气|并网|交付|投运|运行|运营|封顶|验收)(?!率)"
)
_PARTS = frozenset("%％‰")
_UNTIL = frozenset({"到", "至"})
_SENTENCE = re.compile(r"[^。！？!?\n]+")


@dataclass(frozen=True, slots=True)
class _Aim:
    """Why a figure counts as a target. reach: the kind of verb of reaching, if one stands there."""

    reach: str | None
    name: str
    end: int


def find_indicators(
    text: str, *, year: int | None, about: str = "", until: date | None = None
) -> tuple[DocumentIndicator, ...]:
    """The targets in `text`, in order. year: the plan's own, for dates that name none.

    about: what the text is about, to name a figure that stands alone behind 2024年目标：.
    until: when all of it is to be done, for targets that name no date.
    """
    plain = _HALF_STOP.sub("。", text.translate(_FULL_WIDTH))
    plain = _UNIT_IN_HEAD.sub(r"\g<head>：\g<value>\g<unit>", plain)
    plain = _REFERENCE.sub("", plain)
    found: list[DocumentIndicator] = []
    standing: list[DateInText] = []
    for match in _SENTENCE.finditer(plain):
        sentence = match[0]
        if not _FIGURE.search(sentence):
            continue
        dates = [date for date in dates_in(sentence, year=year) if not _compares(sentence, date)]
        if dates and sentence[: dates[0].start] in _UNTIL:
            standing = dates[:1]
        found.extend(_in_sentence(sentence, dates, standing, about=about))
    return tuple(
        replace(one, deadline=until) if one.deadline is None and until else one for one in found
    )


def told_in_words(
    text: str, indicators: Iterable[DocumentIndicator]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Aims without a figure in `text`, in its words: those that were read, those that were not.

    Of those that were not only such as end their clause: 实现全覆盖, 租金减半.
    """
    read = [found[0] for one in indicators for found in _TOLD.finditer(one.text)]
    read = [words for words in read if not words[0].isdecimal()]
    plain = _REFERENCE.sub("", text)
    ending = (found[0] for found in _TOLD.finditer(plain) if _TARGET_ENDS.match(plain, found.end()))
    aims = (words for words in ending if _AIM_ITSELF.fullmatch(words))
    return tuple(dict.fromkeys(read)), tuple(dict.fromkeys(w for w in aims if w not in read))


def figures_unnamed(text: str, indicators: Iterable[DocumentIndicator]) -> tuple[str, ...]:
    """Figures that a verb aims at behind a target, which do not say what they are of, in words."""
    read = [one.text for one in indicators]
    found: list[str] = []
    for match in _SENTENCE.finditer(_REFERENCE.sub("", text.translate(_FULL_WIDTH))):
        sentence = match[0]
        for figure in _FIGURE.finditer(sentence):
            start = max(sentence.rfind(sign, 0, figure.start()) for sign in _BREAK) + 1
            subject = _without_dates(sentence[start : figure.start()])
            words = sentence[start : figure.end()]
            reach = _REACH.search(subject)
            if (
                reach
                and not _is_no_amount(figure)
                and not _plain_name(subject[: reach.start()])
                and any(target in sentence[:start] for target in read)
                and not any(words in target for target in read)
            ):
                found.append(words)
    return tuple(dict.fromkeys(found))


def _compares(sentence: str, named: DateInText) -> bool:
    """Whether a date only says what a figure is compared with, 较2023年."""
    before = sentence[: named.start]
    return bool(_COMPARED.search(before) and not before.endswith("力争在")) and not (
        before.endswith("在") and not _COMPARED_AFTER.match(sentence, named.end)
    )


def _in_sentence(
    sentence: str, dates: list[DateInText], standing: list[DateInText], *, about: str
) -> Iterator[DocumentIndicator]:
    """standing: a date of an earlier sentence, 到2025年, that holds for the following ones."""
    start, doing, listing, before, falling = 0, "", False, ("", ""), False
    for figure in _FIGURE.finditer(sentence):
        value = _value(figure)
        if value is None or _YEAR.match(figure[0]) or _is_no_amount(figure):
            continue
        broken = max(sentence.rfind(sign, start, figure.start()) for sign in _BREAK) + 1
        if broken:
            start, listing = broken, False
        lead_in = sentence[start : figure.start()]
        aim = _aim(sentence, lead_in, figure, carried=doing if listing else None)
        reach = _REACH.fullmatch(lead_in)
        bare = not lead_in or reach
        alone = _TARGET_OF.search(sentence, 0, start) if bare else None
        if alone:
            named = about or alone["head"]
            named = _name(named, reach) if reach else named
            aim = _Aim(reach.lastgroup if reach else None, named, figure.end())
            start = alone.start("head")
        falls = bool(falling and _REACHES_IT.search(lead_in))
        if aim is None and falls and _NO_NAME.fullmatch(_ADVERBS.sub("", _without_dates(lead_in))):
            aim = _Aim("down", "", figure.end())
        if aim is None:
            continue
        if _NO_NAME.fullmatch(aim.name):
            kind = _REACH.search(lead_in)
            aim = replace(
                aim,
                name=_carried(_counted(before, figure) or sentence[:start], lead_in) or about,
                reach="down" if falls else aim.reach or (kind.lastgroup if kind else None),
            )
            if not aim.name:
                continue
        before = (aim.name, _unit(figure))
        falling = aim.reach == "down"
        before_figure = [date for date in dates if date.end <= figure.start()]
        before_figure = before_figure or _done_by(sentence, dates, figure.end()) or standing
        yield _indicator(
            sentence[start : aim.end], lead_in, figure, value, aim=aim, dates=before_figure
        )
        done = _DO.match(_without_dates(lead_in.lstrip(_AFTER_LIST)))
        doing = done[0] if done else doing
        start = figure.end()
        listing = sentence[start : start + 1] in _AFTER_LIST


def _counted(before: tuple[str, str], figure: re.Match[str]) -> str:
    """What the figure before counted: no growth, where this one is of another unit of measure."""
    name, unit = before
    return name if unit == _unit(figure) else _GROWTH.sub("", name)


def _carried(before: str, lead_in: str) -> str:
    """What a part counts that says only when or how much: 归集5000万份，其中新增800万份.

    before: what was counted, or the text before it: 召开调度会，全年不少于4次.
    """
    parts = [part for part in re.split(f"[{_BREAK}]", before) if part]
    name = _ADVERBS.sub("", parts[-1]) if parts else ""
    if name.endswith("完成") or not lead_in.endswith("完成"):
        name = _ONE_VERB.sub("", name, count=1) or name
    return f"{name}新增" if lead_in.endswith("新增") and name else name


def _done_by(sentence: str, dates: list[DateInText], after: int) -> list[DateInText]:
    """The date behind a figure by which it is to be done, 35所，11月底前投入使用.

    Not one that another figure stands behind: 3000万元，6月底前建成2个.
    """
    return [
        date
        for date in dates
        if date.start >= after
        and _DONE_BY.match(sentence, date.end)
        and not _FIGURE.search(sentence, date.end, _clause_end(sentence, date.end))
    ][:1]


def _clause_end(sentence: str, start: int) -> int:
    end = _CLAUSE_END.search(sentence, start)
    return end.start() if end else len(sentence)


def _aim(sentence: str, lead_in: str, figure: re.Match[str], *, carried: str | None) -> _Aim | None:
    """Whether the figure is aimed at. carried: the verb of the list that it goes on, if it does."""
    subject = _without_dates(lead_in.lstrip(_AFTER_LIST))
    present = not subject or _PRESENT.search(subject)
    if present or _SUCH_AS.match(sentence, figure.end()):
        return None
    if aim := _reached(sentence, subject, figure):
        return aim
    is_sure = figure["odd"] is None and figure["bare"] is None
    if _told(figure) or not is_sure or _SORT_OF.match(sentence, figure.end()):
        return None
    return _done(sentence, subject, figure, carried=carried)


def _reached(sentence: str, subject: str, figure: re.Match[str]) -> _Aim | None:
    """With a verb of reaching right before it, or one that is part of the figure: 翻一番."""
    if figure["turned"]:
        return _turned(sentence, subject, figure)
    if _told(figure) and subject.endswith("完成"):
        return _Aim("up", _plain_name(subject), figure.end())
    as_it_was = _AS_IT_WAS.search(subject)
    reach = _REACH.search(subject[: as_it_was.start()] if as_it_was else subject)
    if reach is None or not (counted := _name(subject[: reach.start()], reach)):
        return None
    named = f"{counted}占原来的比例" if as_it_was else counted
    return _Aim(reach.lastgroup, named, figure.end())


def _is_no_amount(figure: re.Match[str]) -> bool:
    """Whether it is a grade, 3级, or a year: what no unit of measure that we know stands behind."""
    odd, bare = figure["odd"], figure["bare"]
    return bool(odd and _GRADE.search(odd)) or (
        bare == "" and bool(re.fullmatch(r"(?:19|20)\d\d", figure["value"]))
    )


def _told(figure: re.Match[str]) -> bool:
    """Whether it is a share or a multiple in words."""
    return any(figure[kind] for kind in ("over", "half", "tenths", "times", "turned"))


def _turned(sentence: str, subject: str, figure: re.Match[str]) -> _Aim | None:
    """What is to grow or shrink by itself at the end of its clause: 产值翻一番, 时限减半."""
    shrinks = figure["turned"] == _HALVED
    whole = _REACH.sub("", _YEARS_FIRST.sub("", subject))
    name = _plain_name(whole)
    if len(name) < _SHORTEST_NAME or not _TARGET_ENDS.match(sentence, figure.end()):
        return None
    if shrinks and _FAVOUR.search(subject):
        return None
    if _FROM.search(whole):
        return _Aim("down" if shrinks else "up", name, figure.end())
    reach, change = ("less", "减少") if shrinks else ("more", "增长")
    return _Aim(reach, f"{name}{change}", figure.end())


def _done(
    sentence: str, subject: str, figure: re.Match[str], *, carried: str | None
) -> _Aim | None:
    """What a figure without a verb of reaching counts, behind it or before it."""
    end = _CLAUSE_END.search(sentence, figure.end())
    thing = sentence[figure.end() : end.start() if end else len(sentence)]
    done_last = _DO_LAST.search(subject)
    if done_last and (counted := thing.split("、")[0]):
        return _Aim(None, done_last[0] + counted, figure.end() + len(counted))
    if thing and thing[0] not in _AFTER_LIST:
        within = _OBJECT.match(subject) and len(thing) <= _LONGEST_THING
        counted = thing.split("、")[0]
        return _Aim(None, subject + counted, figure.end() + len(counted)) if within else None
    name = _counted_before(subject, _unit(figure), done_last, carried)
    if name is None:
        return (
            _Aim(None, _ADVERBS.sub("", subject), figure.end())
            if _states(subject, figure)
            else None
        )
    return _Aim(None, _ADVERBS.sub("", name), figure.end())


def _counted_before(
    subject: str, unit: str, done_last: re.Match[str] | None, carried: str | None
) -> str | None:
    """What a figure at the end of its clause counts; None where nothing aims at it."""
    if done_last and done_last.start() > 1 and not _DO.match(subject):
        return subject[: done_last.start()]
    if _RATE.search(subject) and unit in _PARTS:
        return subject
    if done := _DO.search(subject):
        return subject if done.start() == 1 else subject[done.start() :]  # 年培训
    return None if carried is None else carried + subject


def _states(subject: str, figure: re.Match[str]) -> bool:
    """Whether a figure that closes its clause is an aim without any verb: 改厕2000户."""
    return (
        len(subject) > 1
        and not _DESCRIBES.search(subject)
        and not _LASTS.fullmatch(_unit(figure))
        and figure["value"] != "1"
        and bool(_HAN.search(subject))
    )


def _name(subject: str, reach: re.Match[str]) -> str:
    """What is counted, and what is to become of it."""
    name = _plain_name(subject)
    return f"{name}{reach[0]}" if name and reach.lastgroup in {"more", "less"} else name


def _plain_name(subject: str) -> str:
    """What is counted, without the words that push it along."""
    baseline = _FROM.search(subject)
    subject = subject[: baseline.start()] if baseline else subject
    while (
        shorter := re.sub(r"(?:力争|确保|争取|努力|预计|累计|分别|平均|均|总体)$", "", subject)
    ) != subject:
        subject = shorter
    name = _without_dates(_ADVERBS.sub("", subject))
    if moved := _BA.match(name):
        name = moved["whole"] + moved["part"]
    return name


def _indicator(
    text: str,
    lead_in: str,
    figure: re.Match[str],
    value: Decimal,
    *,
    aim: _Aim,
    dates: list[DateInText],
) -> DocumentIndicator:
    baseline = _FROM.search(_REACH.sub("", lead_in))
    comparator, direction = _wanted(lead_in, figure, aim.reach)
    unit = _unit(figure)
    if figure["turned"] and baseline:
        unit, value = baseline["unit"], _turned_from(Decimal(baseline["value"]), figure)
    return DocumentIndicator(
        text=text.lstrip(_AFTER_LIST),
        name=aim.name,
        value=_short(value, comparator),
        unit_of_measure=unit,
        comparator=comparator,
        direction=direction,
        baseline=Decimal(baseline["value"]) if baseline else None,
        deadline=_nearest(dates),
        cumulative="累计" in lead_in,
    )


def _value(figure: re.Match[str]) -> Decimal | None:
    """None where signs of numbers make no number, as in 三四五个."""
    if figure["turned"]:
        return Decimal(50) if figure["turned"] == _HALVED else _factor(figure) - 1
    if figure["over"]:
        whole, part = chinese_number(figure["under"]), chinese_number(figure["over"])
        return Decimal(100) * part / whole if whole and part and part < whole else None
    if figure["half"]:
        return Decimal(50)
    if figure["tenths"]:
        return Decimal(10) * (any_number(figure["tenths"]) or 0)
    written: str = figure["value"] or figure["part"] or figure["times"]
    if figure["top"] and figure["bound"] in {"以下", "以内", "之内"}:
        written = figure["top"]
    if written[0].isdecimal():
        return Decimal(written.replace(",", ""))
    spoken = chinese_number(written)
    return Decimal(spoken) if spoken is not None else None


def _factor(figure: re.Match[str]) -> Decimal:
    """What 翻两番, a fourfold, makes of what there was."""
    times = any_number(figure["turned"][1:-1] or "1") or 1
    return Decimal(2**times)


def _turned_from(baseline: Decimal, figure: re.Match[str]) -> Decimal:
    if figure["turned"] != _HALVED:
        return baseline * _factor(figure)
    half = baseline / 2
    return half.to_integral_value() if half == half.to_integral_value() else half


def _short(value: Decimal, comparator: Comparator) -> Decimal:
    """A third as 33.3: rounded so that whoever reaches the third reaches this."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -_MOST_DECIMALS:
        return value
    up = comparator is Comparator.AT_MOST
    return value.quantize(Decimal("0.1"), ROUND_UP if up else ROUND_DOWN)


def _unit(figure: re.Match[str]) -> str:
    """百分之八 is counted in %."""
    multiple = figure["times"] or (figure["turned"] and figure["turned"] != _HALVED)
    if multiple:
        return "倍"
    return "%" if figure["unit"] is None else figure["unit"].replace("％", "%").replace("／", "/")


def _wanted(lead_in: str, figure: re.Match[str], reach: str | None) -> tuple[Comparator, Direction]:
    direction = Direction.DOWN if reach == "down" else Direction.UP
    bound = figure["bound"] or ""
    if bound.endswith(("以下", "以内", "之内")):
        return Comparator.AT_MOST, Direction.DOWN
    ranges = figure["top"] and reach != "down"
    by_verb = reach in {"up", "more", "less"}
    exact = not by_verb or (lead_in.endswith(("新增", "实现")) and not figure["turned"])
    if bound.endswith("以上") or figure["more"] or ranges:
        comparator = Comparator.AT_LEAST
    elif bound or reach == "steady":
        comparator = Comparator.ABOUT
    elif reach == "down":
        comparator = Comparator.AT_MOST
    else:
        comparator = Comparator.EXACTLY if exact else Comparator.AT_LEAST
    return comparator, direction


def _nearest(dates: list[DateInText]) -> date | None:
    return dates[-1].until if dates else None


def _without_dates(text: str) -> str:
    """The words with a date at their beginning left out."""
    for found in dates_in(text, year=1):
        if text[: found.start].strip("到在至截") == "":
            return _without_dates(text[found.end :])
    return text
