"""Stage 5: quantitative targets in running text → indicators.

A figure is a target when the words around it set an aim: a verb of reaching right before it
（达到5家、降至1%）, a verb of doing right before it（完成10万亩……任务）, or a counted thing with a
verb of doing（新增高新技术企业2家）. Figures that only describe（给予10万元奖励、补贴50%的基础上）,
ranges（3—5家）, ratios, names（5G）and numbers of documents are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plans.dates import DateInText, dates_in
from plans.numbering import chinese_number
from vocabulary.plan import DocumentIndicator
from vocabulary.terms import Comparator, Direction

_COUNTED = (
    "个百分点|个工作日|个月|微克/立方米|毫克/升|吨标准煤|个|家次|家|项|亩|平方公里|平方千米|平方米|立方米|公里|千米|公顷|千瓦时|千瓦"
    "|兆瓦|人次|户次|人|户|名|场次|场|次|件|套|座|台套|台|辆|元|所|处|天|小时|分钟|吨|条|批|床|张|种"
    "|类|篇|期|支|只|头|艘|架|部|间|株|棵|米|升|例|宗|起|本|册|位|对|组|队|年|公斤|千克|毫克|微克|克|斤|立方|架次|班次|学时|课时|栋|幢|宗|款|单|笔|届|道|盏|颗|泊位|车位"
)
_SPOKEN = "[一二三四五六七八九十百千两零]{2,6}|十"  # one sign alone counts nothing: 三个方面
_FIGURE = re.compile(
    r"(?<![A-Za-z\d.~～/—–－第前每\-])(?<!\d[:：,至到])(?:"
    rf"(?P<value>\d+(?:,\d{{3}})*(?:\.\d+)?|(?<![一二三四五六七八九十百千两零几数分]){_SPOKEN})"
    r"(?P<more>余|多)?"
    rf"(?P<unit>[%％‰]|(?:[百千十]?(?:万亿|[万亿])|[百千])?(?:{_COUNTED}))"
    rf"|百分之(?P<part>\d+(?:\.\d+)?|{_SPOKEN}|[一二三四五六七八九]))"
    r"(?P<bound>(?:及|或)?以上|(?:及|或)?以下|以内|之内|左右)?"
)
_YEAR = re.compile(r"20\d\d年")
_REACHES = {
    "up": "达到|达|实现|突破|超过|不低于|不少于|至少|提高到|提高至|提升到|提升至|增加到|增加至"
    "|增长到|增至|扩大到|扩大至|上升到|上升至|新增",
    "more": "增长|提高|提升|增加|扩大|上升",
    "down": "降至|降到|降低到|降低至|下降到|下降至|压减至|压减到|压缩至|压缩到|缩短至|缩短到|缩减至"
    "|缩减到|减少到|减少至|减至|减到|控制在|不超过|不高于|不多于|低于",
    "less": "下降|降低|减少|压减|压缩|缩短",
    "steady": "稳定在|保持在|维持在|(?<![签节制合])约|约为",
}
_REACH = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _REACHES.items()) + ")$"
)
_DOES = (
    "新增|新建|改建|扩建|建成|建设|打造|培育|培养|培训|推出|创建|完成|改造|引进|新认定|认定|评定|评选"
    "|推荐|申报|实施|举办|承办|开展|组织|发展|争取|新开工|开工|投产|签约|引育|招引|招聘|吸纳|帮扶|选派"
    "|布局|发放|投放|储备|谋划|布设|设立|建立|开通|种植|推广|整治|修复|治理|清理|检查|走访|召开|更新"
    "|购置|配备|累计|净增|转化|入库|升规|纳统|孵化|遴选|扶持|办理|办结|达标|覆盖|接待|销售|上市|挂牌"
)
_DO = re.compile(f"(?:{_DOES})+")
_DO_LAST = re.compile(f"(?:{_DOES})+$")
_FROM = re.compile(
    rf"(?:由|从)(?:[^，,、。；]{{0,8}}?的)?(?P<value>\d+(?:\.\d+)?)(?:[%％‰]|[万亿]?(?:{_COUNTED}))$"
)
_BREAK = "，,；;：:（）()"
_CLAUSE_END = re.compile(r"[，,。；;：:（()）]|$")
_AFTER_LIST = "、和及"
_PRESENT = re.compile(r"已|目前|现有|截至|(?<![比较])(?:上年|去年)")
_ADVERBS = re.compile(
    r"^(?:力争|确保|争取|努力|预计|到|在|至|高质量|全面|积极|加快|大力|逐步|持续|其中|共|并|要|使|将|推动|推进"
    r"|促进|实现|全年|年内|每年)+"
)
_BA = re.compile(r"^(?P<whole>.*?)(?:逐步|尽快|持续)*将(?P<part>.+)$")
_REFERENCE = re.compile(r"《[^》]*》|[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_RATE = re.compile(r"(?:率|增速|增幅|占比|比重)$")
_PARTS = frozenset("%％‰")
_UNTIL = frozenset({"到", "至"})
_SENTENCE = re.compile(r"[^。！？!?\n]+")


@dataclass(frozen=True, slots=True)
class _Aim:
    """Why a figure counts as a target. reach: the kind of verb of reaching, if one stands there."""

    reach: str | None
    name: str
    end: int


def find_indicators(text: str, *, year: int | None) -> tuple[DocumentIndicator, ...]:
    """The targets in `text`, in order. year: the plan's own, for dates that name none."""
    plain = _REFERENCE.sub("", text.translate(_FULL_WIDTH))
    found: list[DocumentIndicator] = []
    standing: list[DateInText] = []
    for match in _SENTENCE.finditer(plain):
        sentence = match[0]
        if not _FIGURE.search(sentence):
            continue
        dates = dates_in(sentence, year=year)
        if dates and sentence[: dates[0].start] in _UNTIL:
            standing = dates[:1]
        found.extend(_in_sentence(sentence, dates, standing))
    return tuple(found)


def _in_sentence(
    sentence: str, dates: list[DateInText], standing: list[DateInText]
) -> Iterator[DocumentIndicator]:
    """standing: a date of an earlier sentence, 到2025年, that holds for the following ones."""
    start, doing, listing = 0, "", False
    for figure in _FIGURE.finditer(sentence):
        value = _value(figure)
        if value is None or _YEAR.match(figure[0]):
            continue
        broken = max(sentence.rfind(sign, start, figure.start()) for sign in _BREAK) + 1
        if broken:
            start, listing = broken, False
        lead_in = sentence[start : figure.start()]
        aim = _aim(sentence, lead_in, figure, carried=doing if listing else None)
        if aim is None:
            continue
        before_figure = [date for date in dates if date.end <= figure.start()] or standing
        yield _indicator(
            sentence[start : aim.end], lead_in, figure, value, aim=aim, dates=before_figure
        )
        done = _DO.match(_without_dates(lead_in.lstrip(_AFTER_LIST)))
        doing = done[0] if done else doing
        start = figure.end()
        listing = sentence[start : start + 1] in _AFTER_LIST


def _aim(sentence: str, lead_in: str, figure: re.Match[str], *, carried: str | None) -> _Aim | None:
    """Whether the figure is aimed at. carried: the verb of the list that it goes on, if it does."""
    subject = _without_dates(lead_in.lstrip(_AFTER_LIST))
    if not subject or _PRESENT.search(subject):
        return None
    reach = _REACH.search(subject)
    if reach and (counted := _name(subject[: reach.start()], reach)):
        return _Aim(reach.lastgroup, counted, figure.end())
    end = _CLAUSE_END.search(sentence, figure.end())
    clause_end = end.start() if end else len(sentence)
    done_last = _DO_LAST.search(subject)
    thing = sentence[figure.end() : clause_end].removeprefix("的")
    if done_last and (counted := thing.split("、")[0]):
        return _Aim(None, done_last[0] + counted, figure.end() + len(counted))
    at_end = clause_end == figure.end() or sentence[figure.end() : figure.end() + 1] in _AFTER_LIST
    name = _counted_before(subject, _unit(figure), done_last, carried) if at_end else None
    return _Aim(None, _ADVERBS.sub("", name), figure.end()) if name is not None else None


def _counted_before(
    subject: str, unit: str, done_last: re.Match[str] | None, carried: str | None
) -> str | None:
    """What a figure at the end of its clause counts; None where nothing aims at it."""
    if done_last and done_last.start() and not _DO.match(subject):
        return subject[: done_last.start()]
    if _RATE.search(subject) and unit in _PARTS:
        return subject
    if done := _DO.search(subject):
        return subject[done.start() :]
    return None if carried is None else carried + subject


def _name(subject: str, reach: re.Match[str]) -> str:
    """What is counted, without the words that push it along."""
    baseline = _FROM.search(subject)
    subject = subject[: baseline.start()] if baseline else subject
    while (
        shorter := re.sub(r"(?:力争|确保|争取|努力|预计|累计|分别|均|总体)$", "", subject)
    ) != subject:
        subject = shorter
    name = _without_dates(_ADVERBS.sub("", subject))
    if moved := _BA.match(name):
        name = moved["whole"] + moved["part"]
    return f"{name}{reach[0]}" if name and reach.lastgroup in {"more", "less"} else name


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
    return DocumentIndicator(
        text=text.lstrip(_AFTER_LIST),
        name=aim.name,
        value=value,
        unit_of_measure=_unit(figure),
        comparator=comparator,
        direction=direction,
        baseline=Decimal(baseline["value"]) if baseline else None,
        deadline=_nearest(dates),
        cumulative="累计" in lead_in,
    )


def _value(figure: re.Match[str]) -> Decimal | None:
    """None where signs of numbers make no number, as in 三四五个."""
    written: str = figure["value"] or figure["part"]
    if written[0].isdecimal():
        return Decimal(written.replace(",", ""))
    spoken = chinese_number(written)
    return Decimal(spoken) if spoken is not None else None


def _unit(figure: re.Match[str]) -> str:
    """百分之八 is counted in %."""
    return (figure["unit"] or "%").replace("％", "%")


def _wanted(lead_in: str, figure: re.Match[str], reach: str | None) -> tuple[Comparator, Direction]:
    direction = Direction.DOWN if reach == "down" else Direction.UP
    bound = figure["bound"] or ""
    if bound.endswith("以上") or figure["more"]:
        return Comparator.AT_LEAST, direction
    if bound.endswith(("以下", "以内", "之内")):
        return Comparator.AT_MOST, Direction.DOWN
    if bound or reach == "steady":
        return Comparator.ABOUT, direction
    if reach == "down":
        return Comparator.AT_MOST, direction
    if reach in {"up", "more", "less"} and not lead_in.endswith(("新增", "实现")):
        return Comparator.AT_LEAST, direction
    return Comparator.EXACTLY, direction


def _nearest(dates: list[DateInText]) -> date | None:
    return dates[-1].until if dates else None


def _without_dates(text: str) -> str:
    """The words with a date at their beginning left out."""
    for found in dates_in(text, year=1):
        if text[: found.start].strip("到在至截") == "":
            return _without_dates(text[found.end :])
    return text
