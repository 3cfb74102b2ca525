"""What has become of a problem since last month, and who would have to help with it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialog.words import NOTHING_WORDS, SAME_WORDS, as_word
from texts import DEFAULT_LANGUAGE, plain
from vocabulary.report import AskedMeasure, EntryContent, FollowUp, OpenProblem
from vocabulary.terms import ProblemTurn

_TURN_WORDS = {
    ProblemTurn.RESOLVED: (
        "已解决",
        "已经解决",
        "解决了",
        "问题已解决",
        "问题解决了",
        "已销号",
        "resolved",
        "solved",
    ),
    ProblemTurn.HANDLING: ("处理中", "正在处理", "正在解决", "in hand", "being handled"),
    ProblemTurn.UNCHANGED: (
        *SAME_WORDS,
        "没有变化",
        "无变化",
        "没变化",
        "没啥变化",
        "没什么变化",
        "没有什么变化",
        "没啥进展",
        "没进展",
        "没有进展",
        "无进展",
        "没解决",
        "还没解决",
        "还是没解决",
        "仍没解决",
        "仍未解决",
        "未解决",
        "尚未解决",
        "unchanged",
        "no change",
    ),
}
TURN_OF_WORD = {word: turn for turn, words in _TURN_WORDS.items() for word in words}

_HELP = re.compile(
    r"(?:^|(?<=[\n,，.。;；\s]))(?:需要?|请)?(?:协调单位|协调|help from|help)\s*[:：]\s*"
    r"(?P<units>[^\n。;；]*)[。;；]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[、,，]|\s+and\s+")


def stands_on(measure: AskedMeasure, content: EntryContent) -> bool:
    """Whether the problem of a month before is one still, as far as the unit has said."""
    follow_up = content.follow_up
    if measure.open_problem is None or follow_up is None:
        return False
    return follow_up.turn is not ProblemTurn.RESOLVED


def followed_up(
    content: EntryContent,
    problem: OpenProblem,
    turn: ProblemTurn,
    words: str,
    *,
    together: bool = False,
) -> EntryContent:
    """The content with what has become of the problem. together: see `FollowUp`.

    One that stands on is this month's too, in last month's words until it gets others; what was
    only taken over is taken back when it is resolved.
    """
    before = {
        "problem": problem.words,
        "next_step": problem.next_step,
        "help_from": problem.help_from,
    }
    now = {name: getattr(content, name) for name in before}
    if turn is ProblemTurn.RESOLVED:
        kept = {name: "" if said == before[name] else said for name, said in now.items()}
    else:
        kept = {name: said or before[name] for name, said in now.items()}
    follow_up = FollowUp(problem.problem_id, turn, words, together=together)
    return replace(
        content,
        follow_up=follow_up,
        problem=kept["problem"],
        next_step=kept["next_step"],
        help_from=kept["help_from"],
    )


def told_since(measure: AskedMeasure, content: EntryContent, said: str) -> EntryContent | None:
    """The content after an answer to the office, where it says of the problem 没有变化 so far.

    None where the answer changes nothing of what the report says.
    """
    problem, follow_up = measure.open_problem, content.follow_up
    if problem is None or follow_up is None or follow_up.turn is not ProblemTurn.UNCHANGED:
        return None
    turn, words = read_follow_up(said, None)
    if turn is ProblemTurn.UNCHANGED:
        return None
    return followed_up(content, problem, turn, words)


def unchanged_like_others(content: EntryContent, problem: OpenProblem) -> EntryContent:
    """没有变化, said of several problems at once; what the office asks of this one is answered."""
    answers = bool(problem.question)
    words = plain(DEFAULT_LANGUAGE, "reason-answered-together") if answers else ""
    return followed_up(content, problem, ProblemTurn.UNCHANGED, words, together=answers)


def told_before(content: EntryContent) -> str:
    """What was told of the problem in somebody's own words."""
    follow_up = content.follow_up
    return "" if follow_up is None or follow_up.together else follow_up.words


def says_all_as_last(said: str) -> bool:
    """没有变化，其余同上月: of the problem, and of all the rest of the measure."""
    parts = [part for part in re.split(r"[,，。;；、\s]+", as_word(said)) if part]
    rest = re.fullmatch(r"其[余他它][都均全]?(.+)", parts[-1]) if len(parts) == 2 else None
    is_same = rest is not None and rest[1] in SAME_WORDS
    return is_same and _is_unchanged(parts[0])


def read_follow_up(said: str, chosen: ProblemTurn | None) -> tuple[ProblemTurn, str]:
    """What a text says of the problem: what has become of it, and what happened.

    chosen: what a tap said before. Words alone mean that it is being handled, and so do those that
    say that something of it is left: 已解决，但还差2人.
    """
    turn, words = _turn_and_words(said, chosen)
    if turn is ProblemTurn.RESOLVED and _IS_LEFT.search(words):
        return ProblemTurn.HANDLING, said
    return turn, words


def _turn_and_words(said: str, chosen: ProblemTurn | None) -> tuple[ProblemTurn, str]:
    if turned := follow_up_before_words(said):
        return turned
    if turn := TURN_OF_WORD.get(as_word(said)):
        return turn, ""
    if all(_is_unchanged(part) for part in re.split(r"[,，。;；、\s]+", as_word(said))):
        return ProblemTurn.UNCHANGED, ""
    if settles(said) or _says_solved(said):
        return ProblemTurn.RESOLVED, "" if settles(said) else said
    if chosen is None or chosen is ProblemTurn.UNCHANGED:
        return ProblemTurn.HANDLING, said
    return chosen, said


def _is_unchanged(part: str) -> bool:
    return TURN_OF_WORD.get(part.removeprefix("问题")) is ProblemTurn.UNCHANGED


def follow_up_before_words(said: str) -> tuple[ProblemTurn, str] | None:
    """已解决, 已解决：资金已到位: what can be said of a problem alone, and of no measure."""
    turn = TURN_OF_WORD.get(as_word(said))
    if turn in {ProblemTurn.RESOLVED, ProblemTurn.HANDLING}:
        return turn, ""
    if _SOLVED_ALONE.fullmatch(as_word(said)):
        return ProblemTurn.RESOLVED, ""
    if found := _TURN_BEFORE_WORDS.match(said):
        return TURN_OF_WORD.get(found[1].lower(), ProblemTurn.RESOLVED), said[found.end() :]
    return None


def tells_turn(said: str) -> bool:
    """Whether words say what has become of a problem, and not what one is."""
    return as_word(said) in TURN_OF_WORD or follow_up_before_words(said) is not None


_SOLVED = (
    r"(?:都|均|也|现在?|目前|全部|已经?|得到|予以|妥善|圆满|顺利|[于在]\d[\d年月日]*[上中下]?旬?)*"
    r"解决(?:了|好了|完了?|完毕|到位)*"
)
_SOLVED_ALONE = re.compile(
    rf"(?:[这该此]个?|上月的?|原有的?|原来的?)?(?:问题|困难)?{_SOLVED}(?<!^解决)"
)
"""问题解决了, 已经解决了, 上月的问题都已解决; 解决 alone is what shall be done."""

# “已解决一半” says no such thing, so the words count only where they stand by themselves.
_TURN_BEFORE_WORDS = re.compile(
    rf"({_SOLVED_ALONE.pattern}|处理中|正在处理|resolved|solved|in hand)[,，。;；:：\s]+(?=\S)",
    re.IGNORECASE,
)
_SO_FAR = "(?:都|均|也|现在?|目前|全部|这边)*"
_SETTLED = (
    rf"(?:{_SO_FAR}(?:(?:搞定|办妥|[办弄]好|处理[好完])(?:了|完毕)|已经?(?:搞定|办妥|[办弄]好|处理[好完])了?"
    r"|(?:已经?)?(?:不存在了|不再存在|不再是问题了?|不是问题了|没有?问题了)|已经?不存在))"
)
_SETTLED_ALONE = re.compile(
    rf"(?:[这该此]个?|上月的?|原有的?|原来的?)?(?:问题|困难|事情?儿?)?{_SETTLED}"
)
"""都搞定了, 办妥了, 问题不存在了: of a problem where it is asked about, of a measure elsewhere."""
_IS_SOLVED = re.compile(
    rf"[^未没不待]{{0,20}}(?:问题|困难|矛盾|缺口|难题|的事情?)(?:{_SOLVED}|{_SETTLED})"
    r"|(?=[^已]*[缺短欠差少难紧])[^未没不待\d一二两三四五六七八九十几]{1,20}已经?(?:全部|得到|妥善)?解决了?"
)
"""缺人的事解决了, 施工缺人已解决; of 3处已解决 and 甲村已解决 nobody knows about the others."""
_IN_CLAUSE = r"[^,，。;；\n]"
_IS_LEFT = re.compile(
    r"未(?!来|再|发生|出现)|没(?!有?(?:再|任何|新的?|遗留|问题|发生|出现|反弹|困难|影响|异议|投诉)"
    rf"|{_IN_CLAUSE}{{1,8}}的{_IN_CLAUSE}*[已都均])"
    r"|不(?!再|存在|影响|需|用|会|错|断|但|仅|久|少|同|涉及|超|是问题了)|无法|暂无|难以"
    r"|仍(?!将)|尚|还[有是没未差缺需要在得剩不]|剩|余下|部分|一部|另[有一外]|其[余他它]|但|不过|只是"
    rf"|[缺差](?!位|陷|距|异|额|旅|错|{_IN_CLAUSE}{{0,8}}(?:[已都均补]|{_SOLVED}了|{_SETTLED}))|卡[在住]|搁置|又(?:有|出现|缺|卡|遇)"
    r"|(?<![没无再不])[是有]个?(?:问题|困难|难度)|[在还]等"
    r"|(?:基本|大体|大致|初步|差不多|快)(?=[上已经都]*(?:解决|搞定|办妥|办好|处理))"
    r"|\b(?:but|except|still|yet|remaining|not|without|missing|lacks?)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What says that something still stands: beside it no problem is closed."""
_IS_AHEAD = re.compile(r"正在|待|争取|预计|力争|计划|将|才能|如果|若")
"""Behind 已解决 it tells what comes after: 已解决，待销号."""


def settles(said: str) -> bool:
    """Whether words say nothing but that what is asked about is done with: 都搞定了."""
    return _SETTLED_ALONE.fullmatch(as_word(said)) is not None


def _says_solved(said: str) -> bool:
    """师资问题已解决, 教师已到岗，师资问题解决了; not where anything of it is left."""
    clauses = [clause.strip() for clause in re.split(r"[,，。.;；!！\n]", said)]
    ways = (_IS_SOLVED, _SETTLED_ALONE)
    is_solved = any(way.fullmatch(clause) for way in ways for clause in clauses)
    return is_solved and not (_IS_LEFT.search(said) or _IS_AHEAD.search(said))


_NEW_BEHIND = re.compile(
    rf"(?P<solved>{_SOLVED_ALONE.pattern}|{_SETTLED_ALONE.pattern})\s*[,，。;；\n]\s*(?:但是?|不过)?"
    r"(?P<new>(?:本月|这个月|近期|目前|现在)(?:又|还|新)*(?:发现|出现|遇到|新增)(?!了?一?个?新?的?问题).+)",
    re.DOTALL,
)


def new_trouble_behind(said: str) -> tuple[str, str] | None:
    """上月问题已解决。本月又发现停车位不够: what is solved, and what is this month's problem."""
    found = _NEW_BEHIND.fullmatch(said)
    return (found["solved"], found["new"]) if found else None


# ── who could help ─────────────────────────────────────────────────────────────────────────────


def split_help(said: str) -> tuple[str, str | None]:
    """The words, and the units that stand behind 需协调：; None where no help is spoken of."""
    found = _HELP.search(said)
    if found is None:
        return said, None
    rest = f"{said[: found.start()]}{said[found.end() :]}".strip(" ,，;；\n")
    units = found["units"].strip()
    return rest, "" if as_word(units) in NOTHING_WORDS else joined_units(named_units(units))


_NAMES_HELP = re.compile(
    r"(?:●\s*)?(?:需(?!要)(?P<unit>[^\s,，。.;；:：、]{2,12})协调"
    r"|help from (?P<one>[^,.;:]{2,40}))",
    re.IGNORECASE,
)


def help_named(said: str) -> str:
    """The unit in 需财政局协调, as a button says who would have to help; empty for all else."""
    found = _NAMES_HELP.fullmatch(said.strip(" 。."))
    return (found["unit"] or found["one"]).strip() if found else ""


def named_units(help_from: str) -> list[str]:
    return [unit.strip() for unit in _BETWEEN.split(help_from) if unit.strip()]


def joined_units(units: Sequence[str]) -> str:
    return "、".join(units)


def with_help(content: EntryContent, unit: str, *, named: bool) -> EntryContent:
    """The unit is named among those that would have to help, or no more."""
    if named is names_unit(content, unit):
        return content
    own = named_units(unit)
    others = [one for one in named_units(content.help_from) if one not in own]
    return replace(content, help_from=joined_units([*others, *own] if named else others))


def names_unit(content: EntryContent, unit: str) -> bool:
    """Whether it is among them, however its name is spaced, and where it has a comma in it, too."""
    own = set(named_units(unit))
    return bool(own) and own <= set(named_units(content.help_from))
