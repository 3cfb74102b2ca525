"""The words that are answers by themselves, and what a text is made of."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialog.numerals import NUMERALS
from vocabulary.terms import EntryStatus


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, a longer one before what it begins with."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_STATUS_WORDS = {
    EntryStatus.DONE: (
        "已完成",
        "完成",
        "完成了",
        "已经完成",
        "已办结",
        "办结",
        "done",
        "completed",
        "finished",
    ),
    EntryStatus.ON_TRACK: (
        "正常推进",
        "推进中",
        "正在推进",
        "在推进",
        "在推进中",
        "在正常推进",
        "在正常推进中",
        "正常推进中",
        "正常",
        "进行中",
        "有序推进",
        "进展正常",
        "正常进行",
        "on track",
        "in progress",
        "ongoing",
    ),
    EntryStatus.BEHIND: (
        "滞后",
        "滞后了",
        "进展滞后",
        "推进滞后",
        "进度滞后",
        "有所滞后",
        "略有滞后",
        "有点滞后",
        "behind",
        "delayed",
        "late",
    ),
    EntryStatus.NOT_BEGUN: (
        "未启动",
        "未开始",
        "尚未启动",
        "没启动",
        "还没启动",
        "还未启动",
        "暂未启动",
        "not begun",
        "not started",
    ),
}
STATUS_OF_WORD = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_SLOW = re.compile(
    r"(?:(?:进展|进度|推进|整体)?(?:还是|有点|有些|比较|较|稍|略)?慢(?:了)?(?:一?点|一些)?|进展缓慢)"
)


def status_told(word: str) -> EntryStatus | None:
    """The status that a word is, and 比较慢，滞后了; None for other words.

    word: as `as_word` has it.
    """
    if word in STATUS_OF_WORD:
        return STATUS_OF_WORD[word]
    parts = [part for part in re.split(r"[,，、\s]+", word) if part and not _SLOW.fullmatch(part)]
    is_slow = len(parts) == 1 and STATUS_OF_WORD.get(parts[0]) is EntryStatus.BEHIND
    return EntryStatus.BEHIND if is_slow else None


STATUS_LABELS = frozenset({"已完成", "正常推进", "滞后", "未启动"})
_STATUS_FIRST = re.compile(
    r"(?:(正常推进|滞后|未启动)[,，。;；:：\s]+"
    r"|(on track|behind|delayed|not (?:begun|started))\s*[,.;:，：]\s*)(?=\S)",
    re.IGNORECASE,
)
_STATUS_WORD = one_of(STATUS_OF_WORD)
_TICK = "[√✓✔☑]"
STATUS_SIGN = rf"[【\[［〔(（]\s*(?i:{_STATUS_WORD})\s*[】\]］〕)）]|[\[【(（]?{_TICK}[\]】)）]?"
"""A status as a sign behind a number, as a pattern: 【滞后】, （已完成）, √."""
_BOXED = re.compile(rf"[【\[［〔]\s*({_STATUS_WORD})\s*[】\]］〕]\s*(?=\S)", re.IGNORECASE)
_SIGN = re.compile(rf"(?:{STATUS_SIGN})\s*[:：、，,—-]*\s*")
# “已完成：累计190个” begins with the total: what stands before that is the measure's status.
_DONE_IN_ALL = re.compile(
    r"(已完成|已经完成|已办结)(?:[:：]\s*(?=(?:截至[^,，。;；]{0,12}[,，]?)?(?:累计|总计|共计|合计)\D)"
    r"|\s+(?=累计|总计|共计|合计))"
)
# “已完成：12处选址” and “已完成，余下3处” say what was completed, not that the measure is.
_DONE_FIRST = re.compile(
    r"(已完成|已经完成|已办结|done(?=\s*[:：,.;])|completed(?=\s*[:：,.;]))"
    r"(?:[,，。;；]|(?<=[a-z])\s*[:：,.;])\s*(?!\d+(?![\d年月日.]))(?=\S)",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"其[余他它]|剩|余下|另有|还有|尚|未|正在|推进中|待|一期|部分|阶段"
    r"|\b(?:but|except|rest|remaining|partly|not|still|phase)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"请?(?:这一?项|本项|这个|这条)?(?:要|应)?(?:[将把]?(?:本月)?状态(?:改为|改成|变为|为|是|[:：])|改选?状态(?:为|成|[:：])|改[为成]|(?:状态)?应该?[是为]|不是[^\s,，]{2,6}[,，]\s*而?是)\s*"
)
_ALIKE = ("一样", "相同", "一致", "同")


def _of_quarter(words: Iterable[str]) -> frozenset[str]:
    """The same said of the quarter before: 同上季度, 按上季, 和上季度情况一样."""
    months = re.compile("上个?月")
    said = [word for word in words if months.search(word)]
    return frozenset(
        months.sub(last, word) for word in said for last in ("上季度", "上季", "上个季度")
    )


_AS_LAST_MONTH = frozenset(
    {
        "同上月",
        "同上个月",
        "同上",
        "同前",
        "照旧",
        "照上月",
        "照上月填",
        "按上月",
        "按上月填",
        "见上月",
        "详见上月",
        "和上月同样",
        "参照上月",
        "参照上月填",
        "参考上月",
        "比照上月",
        "沿用上月",
        "照抄上月",
        "还是上月那样",
        "还是同上月",
        "仍同上月",
        "同上期",
        "情况同上",
        "内容同上",
        "进展同上",
        "情况同上月",
        "内容同上月",
        "老样子",
        "还是老样子",
        "接上月",
        "接着上月",
        "接上月写",
        "接着上月写",
        "同上季度",
        "仍为已完成",
        "still done",
        "as last month",
        "as last quarter",
        "as before",
        "same",
        "same as before",
        "same as last month",
        *(
            f"{so}{beside}{last}{what}{alike}"
            for so in ("", "还", "还是")
            for beside in "和与跟同"
            for last in ("上月", "上个月")
            for what in ("", "情况", "的情况")
            for alike in _ALIKE
        ),
    }
)
SAME_WORDS = _AS_LAST_MONTH | _of_quarter(_AS_LAST_MONTH)
_AS_LEVEL = frozenset({"与上月持平", "较上月持平"})
SAME_FIGURE_WORDS = (SAME_WORDS | _AS_LEVEL | _of_quarter(_AS_LEVEL)) | frozenset(
    {
        "持平",
        "没有变化",
        "无变化",
        "未变",
        "不变",
        "unchanged",
    }
)
NO_PROGRESS_WORDS = frozenset(
    {
        "本月无进展",
        "本月暂无进展",
        "本月没有进展",
        "无进展",
        "暂无进展",
        "没有进展",
        "没进展",
        *(
            f"{when}{none}{what}"
            for when in ("", "本月")
            for none in ("没啥", "没什么", "没有什么", "无", "没", "没有")
            for what in ("进展", "变化", "新进展", "新变化")
        ),
        "no progress",
    }
)
NO_CHANGE_WORDS = frozenset(
    {word for word in NO_PROGRESS_WORDS if "变化" in word}
    | {"未变", "不变", "没变", "unchanged", "not changed", "no change", "no changes", "nothing new"}
)
"""What is as it was: as last month, or without progress."""

_NONE = (
    r"(?:本月|目前|截至目前|现)?(?:暂时?)?(?:无|没有?|没啥|没有?什么|未有|未取得)"
    r"(?:新的?|明显|实质性?|任何)?进展"
)
_CAUSE = r"(?:主要)?(?:原因|由于|因为|因)(?:是|为)?[:：]?\s*"
_NO_PROGRESS_FIRST = re.compile(
    rf"(?:{_NONE}|no progress)(?:[\s,，。;；:：、.]+|(?=因|由于))(?:{_CAUSE})?(?P<reason>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NO_PROGRESS_LAST = re.compile(
    rf"(?:{_CAUSE}|(?=等|待|正在等))(?P<reason>[^。；;\n]+?)[,，]\s*{_NONE}[。.]?"
)
_DONE_AFTER_ALL = re.compile(
    r"但|不过|同时|另外?|已|完成|新[增开建]|签订|印发|but\b|however", re.IGNORECASE
)
NO_HELP_WORDS = frozenset(
    {
        "本月无配合事项",
        "本月没有配合事项",
        "本月无配合",
        "无配合事项",
        "没有配合事项",
        "暂无配合事项",
        "无配合",
        "没有配合",
        *(
            f"{when}{none}{what}"
            for when in ("", "本月", "本月暂", "暂")
            for none in ("没有需要", "没有要", "没什么要", "无需要", "不需要", "无需", "没有", "无")
            for what in ("配合的", "配合", "配合的事", "配合的事项", "配合事项", "配合的工作")
        ),
        "nothing to cooperate in",
    }
)
NO_PROBLEM_WORDS = frozenset(
    {
        *(
            f"{when}{none}{what}{now}"
            for when in ("", "目前", "暂", "暂时", "本月")
            for none in ("没什么", "没有什么", "没啥", "没有", "没", "无", "不存在")
            for what in ("问题", "困难", "大问题")
            for now in ("", "了")
        ),
        "no problem",
        "no problems",
    }
)
NOTHING_WORDS = NO_PROBLEM_WORDS | frozenset(
    {
        "无",
        "没有",
        "没有了",
        "没了",
        "暂无",
        *(f"{when}{none}" for when in ("本月", "当月") for none in ("无", "没有", "暂无")),
        "none",
        "nothing",
        "n/a",
    }
)
CONFIRMING_WORDS = frozenset({"属实", "是", "确认", "对", "没错", "正确", "true", "yes", "correct"})
STANDING_WORDS = frozenset({"仍存在", "还存在", "存在", "仍在", "还在", "没有解决", "still there"})
AS_TEXT_WORDS = frozenset({"以文字为准", "文字为准", "按文字", "the text holds"})
AS_FIGURE_WORDS = frozenset({"以指标为准", "指标为准", "按指标", "the figure holds"})
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]$")


def without_brackets(label: str) -> str:
    """以文字为准（183个）, 其余同上月（12项）: without what stands in brackets behind it."""
    return _IN_BRACKETS.sub("", label)


def choice_word(said: str) -> str:
    """以文字为准（183个）, as its button says it, without the figure."""
    return without_brackets(as_word(said)).removesuffix("吧")


def is_one_of_both(said: str) -> bool:
    """Whether it says which of two totals holds, the text's or the figure."""
    return choice_word(said) in AS_TEXT_WORDS | AS_FIGURE_WORDS


NO_FIGURE_WORDS = frozenset(
    {
        *(
            f"{when}{none}{what}"
            for when in (
                "",
                "暂",
                "暂时",
                "目前",
                "本月",
                "现在",
                "还",
                "尚",
                "目前还",
                "本月还",
                "暂时还",
            )
            for none in ("没有", "没", "无", "未有")
            for what in ("数", "数据", "数字", "统计数", "统计数据")
        ),
        *(
            f"{what}{not_yet}"
            for what in ("数", "数据", "数字", "统计数", "统计数据")
            for not_yet in ("还没出来", "还没有出来", "没出来", "未出", "尚未出来", "还没统计出来")
        ),
        "还没统计出来",
        "还没统计",
        "暂未统计",
        "尚未统计",
        "no figure",
        "no figure yet",
        "no data",
        "no data yet",
    }
)


_ONE_SIGN = re.compile(r"([,，。;；:：\s])")

PROBLEM_LABEL, NEXT_STEP_LABEL = "存在问题：", "下一步："

_LACK = "(?:问题|困难|不足|短板|难点|薄弱环节)"
_AND_MORE = (
    rf"(?:(?:[和及与、]|以及)?(?:存在的?)?(?:主要|突出)?的?{_LACK})*"
    r"(?:[和及与、](?:主要)?(?:原因|意见|建议)+)?"
)
_PROBLEM = (
    rf"(?:目前|当前|本月)?(?:存在|面临|遇到)的?(?:主要|突出)?的?{_LACK}{_AND_MORE}"
    rf"|主要(?:问题|困难){_AND_MORE}|(?:问题|困难|不足){_AND_MORE}|problems?"
)
"""What it is called that is in the way: 存在的困难和问题, 存在不足, 问题及原因."""

_NEXT = (
    r"(?:下一?步|下一?阶段|下一?个?月份?|今后)(?:的?(?:主要|重点)?工作)?"
    r"(?:的?(?:打算|计划|安排|措施|思路|举措|重点|设想))?|next(?: steps?)?"
)
"""What it is called that will be done: when, and a plan: 下一步工作重点, 下月计划, 今后打算."""

_WAY = r"(?:原定|整改|应对|解决|改进|拟采取的?)?措施"
_COUNTS = r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*"
ANY_FIELD = rf"{_PROBLEM}|{_NEXT}"
MORE = r"(?:再|另)?补充(?:一下|一[点句条个项]|说明)?"
_CHANGED = r"(?:更改|修改|改|换)(?:为|成)"
_BEHIND_STATUS = "".join(rf"|(?<={word}[:：])" for word in ("正常推进", "滞后", "未启动"))
CHANGED_STEP = rf"下一?步(?:的?工作)?(?:的?(?:打算|计划|安排|措施))?{_CHANGED}"
"""下一步改成9月底完工 changes the next step without a sign, too; 下月改为线上举办 is done so."""

_NAMED_PLAINLY = (
    rf"(?:存在|面临|遇到)的?(?:主要|突出|最大)?的?{_LACK}|(?:最大的?|主要)的?{_LACK}"
    r"|(?:问题|困难)(?=主要|就?是|在于)"
)
_TOLD_PLAINLY = (
    rf"(?:(?:但是?|不过)?(?:(?:目前|当前|本月|现在)的?)?(?:{_NAMED_PLAINLY})(?:主要)?(?:就?是|在于)"
    r"(?!什么|啥|哪|谁|否|不是|无|没有(?:问题|困难))"
    r"|(?:but )?(?:the )?(?:(?:main|only|biggest) )?(?:problem|difficulty) is (?:that )?)"
    r"(?![^。；;\n]*(?:已|得到|全部|均)[^。；;，,\n]{0,6}(?:解决|化解|办结|销号))"
    r"[，,：:]?\s*(?=[^\W_])"
)
"""主要问题是…, 困难在于…: a problem in a sentence, without a heading; none that is solved."""

_NAMES_FIELD = r"(?<=[^\W_]\s)(?=(?:目前|当前|本月)?(?:存在|面临|主要)|下一?步|下一?阶段)"
"""Where, behind a space alone, a heading begins that is none of the words before it."""

_LABEL = re.compile(
    rf"(?:^|(?<=[\n。；;，,！!.?]){_BEHIND_STATUS}|{_NAMES_FIELD})\s*(?:{_COUNTS})?(?:(?P<problem>{_PROBLEM})|(?P<next>{_NEXT})|(?P<way>{_WAY}))"
    rf"\s*(?:{MORE}|{_CHANGED})?\s*[:：]\s*"
    rf"|^(?P<next_changed>{CHANGED_STEP})\s*(?=[^\W_])"
    rf"|(?:^|(?<=\n))\s*{_COUNTS}(?:(?P<problem_heading>{_PROBLEM})|(?P<next_heading>{_NEXT}))\s*\n"
    rf"|(?:^|(?<=[\n。；;]))\s*[【\[［〔(（]\s*(?:(?P<problem_boxed>{_PROBLEM})|(?P<next_boxed>{_NEXT})|(?P<way_boxed>{_WAY}))"
    r"\s*[】\]］〕)）]\s*[:：]?\s*(?=\S)"
    rf"|(?:^|(?<=[\n。；;，,！!])|(?<=[.]\s)|{_NAMES_FIELD})\s*(?P<problem_plain>{_TOLD_PLAINLY})",
    re.IGNORECASE,
)
"""存在问题：…, 【存在问题】… and, on a line of its own as documents have it, （二）存在问题."""


_SECTION = re.compile(
    rf"[（(]?[一二三四五六七八九十]{{1,2}}[）)、.．]\s*"
    rf"(?:{_PROBLEM}|{_NEXT}|\d{{1,2}}月份?(?:主要|重点)?(?:工作)?(?:打算|计划|安排|重点)"
    r"|需要?[^\d。；;，,]{0,6}(?:协调|帮助|支持)解决的?(?:主要)?(?:事项|问题|困难)"
    r"|[^\d。；;，,]{0,12}(?:情况|进展|困难|建议|打算|安排|不足))[:：]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a text tells under 存在问题： and 下一步：, and what stands before them.

    changed: those of "problem" and "next" that a heading says anew: 下一步改为：….
    """

    text: str
    problem: str
    next_step: str
    changed: frozenset[str] = frozenset()


_DONE = (
    r"(?:本月|当月|\d{1,2}月份?)?(?:任务|工作|措施|项目)?(?:完成|进展|推进|落实|开展)情况"
    r"|completion|progress"
)
_HEADING = re.compile(
    rf"{_LABEL.pattern}|(?:^|(?<=[\n。；;]))\s*(?:{_COUNTS})?(?P<done>{_DONE})\s*[:：]\s*"
    rf"|(?:^|(?<=[\n。；;]))\s*[【\[［〔(（]\s*(?P<done_boxed>{_DONE})\s*[】\]］〕)）]\s*[:：]?\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Headed:
    """What a text tells under each heading. own: what stands before the first, under none."""

    own: str
    text: str
    problem: str
    next_step: str
    changed: frozenset[str] = frozenset()


def labelled(text: str, *, plainly: bool = True) -> Labelled:
    """A text without such labels is all text; the same label twice goes on.

    措施： is the next step behind a problem; else it may be what was done. 完成情况： is a label
    where no other words than a status stand before it.

    plainly: whether 主要问题是… tells a problem, too; it may be a reason.
    """
    found = _headings(text, plainly=plainly)
    problem = next((one.start() for one in found if _field(one) == "problem"), len(text))
    found = [one for one in found if not _is_way(one) or one.start() > problem]
    first = next((i for i, one in enumerate(found) if _field(one) != "done"), len(found))
    words_before = as_word(text[: found[0].start()].strip()) if found else ""
    is_first = bool(found) and (not words_before or words_before in STATUS_OF_WORD)
    before, said = _told_under(text, found if is_first else found[first:])
    words = "\n".join(filter(None, (before, said["done"])))
    return Labelled(words, said["problem"], said["next"], _changed(found))


def headed(text: str, *, plainly: bool = False) -> Headed:
    """As `labelled`, but 完成情况： is a heading too, and what has none is told apart."""
    found = _headings(text, plainly=plainly)
    before, said = _told_under(text, found)
    return Headed(before, said["done"], said["problem"], said["next"], _changed(found))


def _headings(text: str, *, plainly: bool) -> list[re.Match[str]]:
    """Of 无进展，主要问题是… the problem is the reason, and heads nothing."""
    found = list(_HEADING.finditer(text))
    plain = next((one for one in found if one.lastgroup == "problem_plain"), None)
    if plain is None or (plainly and not _tells_no_progress(text[: plain.start()])):
        return found
    return [one for one in found if one.lastgroup != "problem_plain"]


def _tells_no_progress(before: str) -> bool:
    return any(map(as_word(before).endswith, NO_PROGRESS_WORDS))


def _changed(found: Sequence[re.Match[str]]) -> frozenset[str]:
    """The fields whose heading says that what stands there gives way: 下一步改为：."""
    return frozenset(
        _field(one) for one in found if re.search(rf"{_CHANGED}\s*(?:[:：]|$)", one[0])
    )


_CLAUSE = r"(?:^|(?<=[\n。；;，,！!])|(?<=[.?!]\s)|(?<=[^\W_]\s)(?=下))\s*"
_STEP_PLAINLY = re.compile(
    rf"{_CLAUSE}(?:下一?步(?:的?工作)?(?:打算|计划|安排)?[是为]?[，,]?"
    r"|next(?: steps?)?,\s|next steps? (?:is|are|will be)\s(?:to\s)?)\s*"
    r"(?![^，,。；;\n]*(?:无法|难以|不能|没法|没|未|受阻|停滞|缓慢|不明|不清|影响|cannot|unclear|blocked))"
    r"(?=[^\W_])",
    re.IGNORECASE,
)
"""用地没批，下一步8月报批: behind a problem it says what will be done, without a heading.

下一步工作难以推进 is more of the problem.
"""


def apart_from_step(problem: str) -> tuple[str, str]:
    """The problem, and the next step that is told in the same breath; empty where none is."""
    found = _STEP_PLAINLY.search(problem)
    if found is None:
        return problem, ""
    return problem[: found.start()].rstrip("，,；; \n"), problem[found.end() :]


def _told_under(text: str, found: Sequence[re.Match[str]]) -> tuple[str, dict[str, str]]:
    """What stands before the first heading, and under each kind of them, line by line."""
    said: dict[str, list[str]] = {"problem": [], "next": [], "done": []}
    ends = [*(heading.start() for heading in found[1:]), len(text)]
    for heading, end in zip(found, ends, strict=False):
        words, step = text[heading.end() : end].strip().rstrip(_GOES_ON), ""
        if _field(heading) == "problem":
            words, step = apart_from_step(words)
        for field, told in ((_field(heading), words), ("next", step)):
            if told:
                said[field].append(told)
    before = text[: found[0].start()].rstrip(_GOES_ON).strip() if found else text.strip()
    if found and as_word(before.rstrip("：:")) in STATUS_OF_WORD:
        before = before.rstrip("：:")
    return before, {field: "\n".join(words) for field, words in said.items()}


_GOES_ON = "，,；;、 \n"
"""What stands behind words where a heading goes on with another field."""


def _field(label: re.Match[str]) -> str:
    return "next" if _is_way(label) else (label.lastgroup or "").partition("_")[0]


def _is_way(label: re.Match[str]) -> bool:
    return (label.lastgroup or "").partition("_")[0] == "way"


_COUNTED = re.compile(
    rf"^(?P<before>[^\S\n]*)(?P<counts>{_COUNTS})"
    rf"(?=(?:(?P<problem>{_PROBLEM})|(?P<next>{_NEXT})|(?P<done>{_DONE}))[^\S\n]*[:：][^\S\n]*\S)",
    re.IGNORECASE | re.MULTILINE,
)


def without_counts(text: str) -> str:
    """一、完成情况：…, 二、存在问题：… without 一、 and 二、, which count no measures.

    Of 1、存在问题：… alone nobody knows; where several kinds are counted, they are parts.
    """
    found = list(_COUNTED.finditer(text))
    is_spelled = any(not any(map(str.isdigit, one["counts"])) for one in found)
    if not is_spelled and len({one.lastgroup for one in found}) < _SEVERAL:
        return text
    return _COUNTED.sub(r"\g<before>", text)


_SEVERAL = 2


def is_section(line: str) -> bool:
    """Whether the line heads a part of a document: 二、下一步打算, （二）存在问题."""
    return _SECTION.fullmatch(line.strip()) is not None


def cleaned(text: str) -> str:
    """The text without invisible characters, bullets and stray whitespace.

    Line breaks stay, single.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\v", "\n")
    kept = "".join(c if c == "\n" or not _is_invisible(c) else " " * (c == "\t") for c in text)
    lines = (_BULLET.sub("", re.sub(r"[^\S\n]+", " ", line)).strip() for line in kept.split("\n"))
    return "\n".join(line for line in lines if line)


_BULLET = re.compile(r"^ ?(?:[•‣▪■◆➢❖\ue000-\uf8ff] ?)+")
"""What Word sets before the items of a list; its own signs have no place in any other font."""


def _is_invisible(char: str) -> bool:
    """Controls, lone surrogates, and format signs but the joiners that emoji and scripts need."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in "\u200c\u200d"


def as_word(said: str) -> str:
    """A short answer as the word lists spell it."""
    return unicodedata.normalize("NFKC", said).strip(" .。,，!;；").lower()


_KNOWN = (
    STATUS_OF_WORD.keys()
    | SAME_WORDS
    | NO_PROGRESS_WORDS
    | NO_HELP_WORDS
    | NOTHING_WORDS
    | NO_FIGURE_WORDS
)


def is_known_word(said: str) -> bool:
    """Whether the text is one of the words that answer by themselves."""
    return as_word(cleaned(said)) in _KNOWN


_NUMERALS = "".join(sorted(NUMERALS))
_NUMBER = re.compile(
    r"(?:累计|合计|共|约|大约|about|total|就是?|还是|仍[为是]?|目前|现有?|今年以来|年初以来|[-−–+负≈~])*\s*"
    rf"(?:[\d.,/]*\d[\d.,/]*\s*[百千万亿]*\s*[^\W\d_]{{0,2}}|\d[\d.]*\s*%"
    rf"|[{_NUMERALS}]+[个家户处座项件条人名所辆台套次场期批只头栋间站]?)"
)


def is_number(said: str) -> bool:
    """Whether the text is a number and hardly more: 18, -5, 约183个, 三百, 230/300.

    33滞后 is no number: it says a status.
    """
    word = as_word(cleaned(said))
    return _NUMBER.fullmatch(word) is not None and word.lstrip("0123456789.") not in _KNOWN


def status_before_text(said: str) -> tuple[EntryStatus, str] | None:
    """正常推进：完成招标 as the status and the words; None where it is not surely a status."""
    found = _BOXED.match(said) or _STATUS_FIRST.match(said)
    if found is None and not _NOT_ALL.search(said):
        found = _DONE_FIRST.match(said) or _DONE_IN_ALL.match(said)
    if found is None:
        return None
    word = next(filter(None, found.groups())).lower()
    return STATUS_OF_WORD[word], said[found.end() :]


def may_be_done_in_part(said: str) -> bool:
    """已完成：招标: whether all of it is done cannot be told from the words that begin so."""
    return _SAYS_DONE.match(said) is not None and status_before_text(said) is None


_SAYS_DONE = re.compile(r"(?:已完成|已经完成|已办结)[,，。;；:：]\s*\S")


def with_boxed_status(said: str) -> str:
    """What stands behind a number, with the status that is its sign as the bot writes it.

    （已完成）验收 and √ 验收 are 【已完成】验收; all else stays as it is.
    """
    found = _SIGN.match(said)
    if found is None:
        return said
    word = re.sub(r"\W+", " ", found[0]).strip().lower() or "已完成"
    rest = said[found.end() :]
    return f"【{word}】{rest}" if rest else word


_TROUBLE = one_of(_STATUS_WORDS[EntryStatus.BEHIND] + _STATUS_WORDS[EntryStatus.NOT_BEGUN])
_RUN_ON_STATUS = re.compile(
    rf"(?:(?P<trouble>{_TROUBLE})"
    r"(?!的|项目|工作|任务|于|问题|现象|情况|指标|部分|地区|单位|企业)|正常推进中?(?!的|会|[中了]))"
    r"(?=[\u4e00-\u9fff])"
)
_DEED = re.compile(
    "累计|总计|合计|共|已|新[增建开签培引]|完成|兑现|召开|开展|举办|组织|印发|出台|发放|拨付|下达|走访|培训|检查"
    "|督查|调度|对接|引进|实现|建成|争取|申报|受理|办理|签[约订]|推荐|协调|主要|目前|本月|截至|预计|其中|网"
)


def with_status_apart(said: str) -> str:
    """正常推进兑现资金320万元, said behind a measure's number, with a sign behind its status.

    正常推进各项工作 may be all that is told: it stays as it is.
    """
    found = _RUN_ON_STATUS.match(said)
    if found is None or not (found["trouble"] or _DEED.match(said, found.end())):
        return said
    return f"{found[0]}：{said[found.end() :]}"


def runs_on_behind_status(said: str) -> bool:
    """Whether words stand right behind a status with which it begins, which no number counts."""
    return _RUN_ON_STATUS.match(said) is not None


def opens_as_status(said: str) -> bool:
    """Whether words begin with a status, or are a word that answers by itself."""
    return is_known_word(said) or status_before_text(said) is not None


def reason_of_no_progress(said: str) -> str | None:
    """The reason in 无进展，等批复, empty where none is told; None where something was done."""
    if as_word(said) in NO_PROGRESS_WORDS:
        return ""
    found = _NO_PROGRESS_FIRST.fullmatch(said) or _NO_PROGRESS_LAST.fullmatch(said)
    return None if found is None or _DONE_AFTER_ALL.search(said) else found["reason"].strip()


def figure_beside_same(said: str) -> str | None:
    """The figure of 同上月，累计190个; None for anything else."""
    first, sign, rest = (
        _ONE_SIGN.split(said, maxsplit=1) if _ONE_SIGN.search(said) else (said, "", "")
    )
    is_it = bool(sign) and as_word(first) in SAME_WORDS and is_number(rest)
    return rest.strip() if is_it else None


def told_behind_same(said: str) -> str:
    """The words in 同上月，另受理诉求12件; empty for anything else."""
    found = _SAME_FIRST.fullmatch(said)
    return found["more"].strip() if found else ""


_SAME_FIRST = re.compile(
    rf"(?:{one_of(SAME_WORDS)})"
    r"\s*(?:[,，。;；:：\n]\s*|(?=另))(?P<more>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def behind_but(said: str) -> str:
    """但进度滞后了, 不过滞后, said behind 同上月: without what it begins and ends with."""
    found = _BUT.fullmatch(said)
    return found["words"] if found and as_word(found["words"]) in STATUS_OF_WORD else said


_BUT = re.compile(
    r"(?:但是?|不过|只是|然而|but)?[，,]?\s*(?P<words>.*?)了?[。.!！]?", re.IGNORECASE | re.DOTALL
)


def without_change_word(said: str) -> str:
    """What behind 改状态为 is wanted instead; empty where no status stands there."""
    found = _CHANGE.match(said)
    wanted = said[found.end() :] if found else ""
    return wanted if as_word(wanted) in STATUS_OF_WORD or status_before_text(wanted) else ""


_INSTEAD = re.compile(
    r"(?:请|麻烦|应该?|要|这条|内容|完成情况|[把将]?[它其])*(?:更?改为|更?改成|更正为|修改为|修改成|换成)\s*[:：]\s*"
    r"|(?:不好意思|抱歉|对不起)?[,，\s]*(?:我|刚才|刚刚|上面|前面|这[条项里]|内容|完成情况)*"
    r"(?:(?:[写填报说发]|搞|弄)错了?|有误|不对)[,，。.;；\s]*"
    r"(?:应该?[为是]?|应当[为是]|应改[为成]|正确的?(?:应?[为是])?)\s*[:：]\s*"
    r"(?![^\d,，。;；\n]{0,10}\d[\d.]*\s*[^\d,，。;；\n]{0,6}[。.]?\Z)"
    r"|(?:please\s+)?(?:change (?:it |this |that )?to|instead)\s*[:：]\s*",
    re.IGNORECASE,
)


def behind_instead(said: str) -> str:
    """What 改为：… and 写错了，应为：… name in the place of words; empty for any others."""
    found = _INSTEAD.match(said)
    return said[found.end() :].strip() if found else ""


def wished_status(said: str) -> EntryStatus | None:
    """The status that 第1项改成正常推进 wants; None where it wants something else."""
    found = _WISHED.search(as_word(said))
    return STATUS_OF_WORD.get(found[1]) if found else None


_WISHED = re.compile(r"(?:改成|改为|应该?是|应为|不是[^\s,，]+[,，]\s*而?是)\s*([^\s,，]+)$")


def says_no_problem(said: str) -> bool:
    """Whether it only says that there is no problem: 没有问题, 存在问题：无."""
    told = labelled(said)
    is_none = bool(told.problem) and means_nothing(told.problem)
    return as_word(said) in NO_PROBLEM_WORDS or (is_none and not (told.text or told.next_step))


def means_nothing(said: str) -> bool:
    """Whether a short answer only says that there is nothing: 无, 暂无, —, /."""
    return as_word(said) in NOTHING_WORDS or not any(sign.isalnum() for sign in said)
