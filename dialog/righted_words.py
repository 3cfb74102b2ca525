"""A slip in words that are stored is put right: 写错了，应为签约2家, said of them."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dialog.completion import keep_text
from dialog.corrected_figures import figure_corrected
from dialog.denials import denial, without_slip_behind
from dialog.layout import cut
from dialog.measure_numbers import behind_own
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Facts, Note, Refused
from dialog.steps import Step, asked_steps
from dialog.words import cleaned
from dialog.wrong_numbers import is_near, wrong_number
from vocabulary.report import EntryContent, ReportEntry

_OWNS = re.compile(
    r"错|误|不对|不正确|应该?[为是]|更正|纠正|改正|订正|wrong|mistake|typo|slip|should be",
    re.IGNORECASE,
)
_NAMES_COUNT = re.compile(
    r"(?P<what>[^\d,，。;；:：]{1,10}?)(?:应该?[为是]|改(?:[为成]|(?=\s*\d))|更正为)"
    r"\s*(?P<count>[^\d,，。;；]{0,4}\d.*)"
)
_CORRECTS = re.compile(r"(?:更正|纠正|订正|勘误|correction)\s*[:：,，]\s*", re.IGNORECASE)
_IS_COUNT = re.compile(
    r"(?P<what>[^\d,，。;；:：]{2,20}?)的?(?:应该?)?[为是]\s*(?P<count>\d[^,，。;；:：]*)[。.!！]?"
)
"""更正：通过省厅评审的是2家, behind its first word: what is counted, and how many that is."""

_BACK = re.compile(r"(?:[上前]面|刚才|刚刚)(?:那?[条句]?的?)?(?=[^\d\s,，。;；:：])")
"""上面对接是4次: it stands already, and reads otherwise from now on."""

_BY = "[报写填录算说打统计发粘]"
_TOLD_WRONG = re.compile(
    r"(?P<what>[^\d,，。;；:：]{1,12}?)的?(?:数[量字据]?)?"
    rf"(?:{_BY}+[少多错漏高低]了?|[少多错漏误]{_BY}+了?|不对|有误|不正确)[\s,，。;；]*"
    r"(?:其实|实际上?|应当?该?|[是为])+\s*(?P<count>\d.*)"
)
"""网点数报少了，实际3个: what is counted, that it was told wrong, and how many that is."""

_EXCUSED = re.compile(
    r"(?:sorry|不好意思|抱歉|对不起)[\s,，。.!！]+(?:应该?|it should |should )*(?:[是为]|be )?"
    r"\s*(?P<count>\d.*)",
    re.IGNORECASE,
)
"""sorry, 3 outlets."""

_COUNT = re.compile(
    r"(?P<what>[^\d\s,，。;；:：]{0,10})\s*(?P<number>\d+(?:\.\d+)?)\s*"
    r"(?P<unit>[A-Za-z][A-Za-z ]{0,24}|[^\d\s,，。;；:：]{0,6})"
)
_SAID_BEFORE = re.compile(
    r"(?<=[^\s,，;；])[,，;；]\s*(?:之前|此前|先前|原来|原先|原|上次|刚才|(?:误|错)?[写填报打输](?:成|错成|为))"
    r"[^\d,，。;；]{0,8}\d[^,，。;；]*[。.]?$"
)
"""…应为890万元，之前误报860万元, …，写成860万元了: what stood there before."""

_FIELDS = {
    "问题": ("problem",),
    "原因": ("no_progress_reason", "problem"),
    "下一步": ("next_step",),
    "措施": ("next_step",),
    "完成情况": ("text",),
    "正文": ("text",),
}
_OTHER_WORDS = re.compile(
    rf"(?:[把将请]|麻烦|帮我)*(?:存在的?)?(?P<field>{'|'.join(_FIELDS)})(?:里面?|中|当中)?的?[“\"]?"
    r"(?P<was>[^\d,，。;；:：“”\"]{2,20}?)[”\"]?(?:应该?|要|需)?(?:更?改[为成]|换成|更正为|应该?[为是]|[→⇒])"
    r"[“\"]?(?P<now>[^\d,，。;；:：“”\"]{1,20}?)[”\"]?[。.!！]?"
)
"""问题里抵押物改成担保物: words, and not a number, of what is named."""

_SHOWN = 200  # characters of the words that stand

SLIP = (
    r"(?:(?:[多少漏错误](?:报|填|写|算|统计))|(?:(?:报|填|写|弄|搞|算|数|统计)(?:错|漏|多|少|反|重)))"
    r"了?(?:一[个项处])?"
)
_OWNED = re.compile(
    rf"(?:之前|此前|先前|上次|刚才|刚刚|上面|前面|原来|数字?|数据|数量|我们?|是|因|都|有)*(?:{SLIP}|有误|不准确?)"
    r"(?:吧|了|呢|啊)*[。.!！]?"
)
"""数错了, 漏报, 数字有误."""


def words_righted(entry: ReportEntry, said: str, step: Step = Step.TEXT) -> Answer | None:
    """The entry with another number in the same words; None where no slip is owned.

    It stands in the words that the step asks for, or else in those of one other question. Where it
    is not unmistakable which number is meant, the whole is asked for anew.
    """
    said = _SAID_BEFORE.sub("", behind_own(entry, cleaned(said)))
    told = _told(entry, step)
    if other := _OTHER_WORDS.fullmatch(said):
        return _with_other_words(entry, told, other)
    denied, instead = wrong_number(said), _named_instead(said)
    is_owned = denied is not None or instead is not None
    if not told or not is_owned or figure_corrected(entry, said) is not None:
        return None
    every = {name: _otherwise(words, denied, instead) for name, words in told.items()}
    found = {name: one for name, one in every.items() if one is not None}
    own = _field(entry.content, step)
    name = own if own in found or len(found) != 1 else next(iter(found))
    if name not in found:
        if own not in told:
            return None
        shown = {"said": cut(said, SHORT_LIMIT), "words": cut(told[own], _SHOWN)}
        return Refused("answer-slip-in-words", shown)
    return _reading(entry, name, *found[name])


def _with_other_words(
    entry: ReportEntry, told: dict[str, str], other: re.Match[str]
) -> Answer | None:
    """None where what shall be replaced does not stand there once."""
    was, now = other["was"], other["now"]
    for name in _FIELDS[other["field"]]:
        if told.get(name, "").count(was) == 1:
            return _reading(entry, name, told[name].replace(was, now), was, now)
    return None


def _reading(entry: ReportEntry, name: str, whole: str, was: str, now: str) -> Answer:
    note = Note(_RIGHTED, {"was": was, "now": now})
    if name == "text":
        return keep_text(entry, whole, note)
    field: dict[str, Any] = {name: whole}
    return Accepted(replace(entry.content, **field), (note,))


def righted_in_words(words: str, said: str) -> tuple[str, str, str] | None:
    """The same in words that are not stored yet, with what was put right; None where unsure.

    Words that say themselves that a number is wrong have none that could be put right.
    """
    said = cleaned(said)
    if wrong_number(words) is not None or says_only_slip(words):
        return None
    denied, instead = wrong_number(said), _named_instead(said)
    return None if denied is None and instead is None else _otherwise(words, denied, instead)


def _field(content: EntryContent, step: Step) -> str:
    """Which words the step asks for, or those that are told before the status."""
    if step in _SHORT:
        return _SHORT[step]
    return "no_progress_reason" if content.no_progress else "text"


_SHORT = {Step.PROBLEM: "problem", Step.NEXT_STEP: "next_step"}


def _told(entry: ReportEntry, step: Step) -> dict[str, str]:
    """By field, the words in which the number may stand, as far as they are filed."""
    asked = asked_steps(entry.measure, entry.content)
    shown = [name for one, name in _SHORT.items() if (one, None) in asked]
    names = dict.fromkeys((_field(entry.content, step), _field(entry.content, Step.TEXT), *shown))
    return {name: words for name in names if (words := getattr(entry.content, name))}


def _otherwise(
    stands: str, denied: re.Match[str] | None, instead: str | None
) -> tuple[str, str, str] | None:
    found = _denied_otherwise(stands, denied) if denied else None
    return found or (_counted_otherwise(stands, instead) if instead else None)


def slip_at(entry: ReportEntry, step: Step, said: str) -> Answer | None:
    """The number put right; else, of what can be nothing but a slip, that it is not found.

    None for words that answer the question.
    """
    answer = words_righted(entry, said, step)
    if isinstance(answer, Accepted) or step not in _SHORT or not says_only_slip(said):
        return answer if isinstance(answer, Accepted) else None
    return answer or Refused("answer-slip-nowhere", {"said": cut(cleaned(said), SHORT_LIMIT)})


def only_owns(said: str) -> bool:
    """Whether words say that something is wrong, and neither what nor how it should read."""
    return _OWNED.fullmatch(cleaned(said)) is not None


def only_owned(entry: ReportEntry, said: str) -> Refused | None:
    """数错了, said of words that stand: it is a reason, and the words are asked for anew."""
    words = entry.content.no_progress_reason if entry.content.no_progress else entry.content.text
    if not words or not only_owns(said):
        return None
    shown = {"said": cut(cleaned(said), SHORT_LIMIT), "words": cut(words, _SHOWN)}
    return Refused("answer-slip-in-words", shown)


def says_only_slip(said: str) -> bool:
    """不对，是185, 应为6户 and 更正：…; 资金缺口应为300万元 may be a problem."""
    said = cleaned(said)
    instead = _named_instead(said)
    if wrong_number(said) or _CORRECTS.match(said) or _OTHER_WORDS.fullmatch(said):
        return True
    is_count = instead is not None and _COUNT.fullmatch(instead.strip(" 。.!！")) is not None
    return is_count and _NAMES_COUNT.fullmatch(said) is None


def slip_righted(entry: ReportEntry, said: str) -> Accepted | None:
    """The same where it is unmistakable which number is meant, else None."""
    answer = words_righted(entry, said)
    return answer if isinstance(answer, Accepted) else None


def is_righted(answer: Answer) -> bool:
    """Whether the answer puts a number in the words right."""
    return isinstance(answer, Accepted) and _righted_in(answer) is not None


def slip_chosen(entry: ReportEntry, said: str) -> Accepted | None:
    """As `slip_righted`, and 农户是3300户 of what reads 农户3200户: only where that is chosen."""
    said = behind_own(entry, cleaned(said))
    plain = _IS_COUNT.fullmatch(said)
    return slip_righted(entry, said) or (slip_righted(entry, f"更正：{said}") if plain else None)


def shown_righted(entry: ReportEntry, said: str, *, chosen: bool = False) -> Facts | None:
    """What was there, and what stands in its place; None where the words put nothing right."""
    answer = (slip_chosen if chosen else slip_righted)(entry, said)
    note = _righted_in(answer) if answer else None
    return note.facts if note else None


def _righted_in(answer: Accepted) -> Note | None:
    return next((one for one in answer.notes if one.text_key == _RIGHTED), None)


_RIGHTED = "answer-words-righted"


def _named_instead(said: str) -> str | None:
    """What shall stand in the place of something; None where no slip is owned."""
    before = without_slip_behind(said)
    if named := _corrected(before) or _told_back(before) or _TOLD_WRONG.fullmatch(before):
        return f"{named['what']}{named['count']}"
    if excused := _EXCUSED.fullmatch(before):
        return excused["count"]
    if _NAMES_COUNT.fullmatch(before) or before != said:
        return _without_should(before)
    denied = denial(said)
    is_owned = denied is not None and _OWNS.search(said)
    return _without_should(denied.instead) if denied is not None and is_owned else None


def _corrected(said: str) -> re.Match[str] | None:
    """What 更正：通过省厅评审的是2家 names; None for words that do not begin so."""
    found = _CORRECTS.match(said)
    return _IS_COUNT.fullmatch(said, found.end()) if found else None


def _told_back(said: str) -> re.Match[str] | None:
    """What 上面对接是4次 names; None for words that do not begin so."""
    found = _BACK.match(said)
    return _IS_COUNT.fullmatch(said, found.end()) if found else None


def _without_should(said: str) -> str:
    """签约2家, as 签约应为2家 has it."""
    found = _NAMES_COUNT.fullmatch(said)
    return f"{found['what']}{found['count']}" if found else said


def names_what_is_wrong(said: str) -> bool:
    """Whether it says which number is wrong, and which holds."""
    return wrong_number(cleaned(said)) is not None


def _denied_otherwise(stands: str, denied: re.Match[str]) -> tuple[str, str, str] | None:
    """As `_counted_otherwise`, where the number that is wrong is named."""
    told = denied.groupdict()
    number = told.get("was") or denied["wrong"]
    unit = told.get("unit") or denied["wrong_unit"] or denied["now_unit"]
    place = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d.])\s*{re.escape(unit)}")
    places = list(place.finditer(stands))
    if len(places) != 1 or denied["now_unit"] not in {"", unit}:
        return None
    now = f"{denied['now']}{places[0][0].removeprefix(number)}"
    return stands[: places[0].start()] + now + stands[places[0].end() :], places[0][0], now


def _counted_otherwise(stands: str, instead: str) -> tuple[str, str, str] | None:
    """The words with the other number, what it was and what it is; None where that is not sure."""
    named = _COUNT.fullmatch(instead.strip(" 。.!！"))
    if named is None:
        return None
    unit = named["unit"]
    if named["what"] or unit:
        tried = (_places(stands, what, unit) for what in _as_counted(named["what"], unit))
        places = next((found for found in tried if found), [])
    else:
        places = _single_near(stands, named["number"])
    if len(places) != 1 or places[0]["number"] == named["number"]:
        return None
    (at,) = places
    start, end = at.span("number")
    now = f"{stands[at.start() : start]}{named['number']}{stands[end : at.end()]}"
    return f"{stands[: at.start()]}{now}{stands[at.end() :]}", at[0], now


def _single_near(stands: str, instead: str) -> list[re.Match[str]]:
    """The number of words that have a single one, for 说错了，是6.5 without a word of what counts.

    185 in the place of 5 is no such slip.
    """
    found = list(_ANY_NUMBER.finditer(stands))
    is_meant = len(found) == 1 and is_near(Decimal(found[0]["number"]), Decimal(instead))
    return found if is_meant else []


_ANY_NUMBER = re.compile(r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d.])")


def _as_counted(what: str, unit: str) -> list[str]:
    """对接次数 as 对接次 and, where the unit is 次, as 对接."""
    plain = _NUMBER_OF.sub("", what) or what
    counted = plain.removesuffix(unit) if unit else plain
    return list(dict.fromkeys((what, plain, *([counted] if counted else []))))


_NUMBER_OF = re.compile("的?数[量字据]?$")


def _places(stands: str, what: str, unit: str) -> list[re.Match[str]]:
    """Where it is counted: right before its number, or in one clause with it."""
    place = re.compile(
        rf"{re.escape(what)}[^\S\n]*(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d.])"
        rf"\s*{re.escape(unit)}"
    )
    return list(place.finditer(stands)) or _in_clause_of(stands, what, unit)


def _in_clause_of(stands: str, what: str, unit: str) -> list[re.Match[str]]:
    """3家 of 申报5家，其中3家通过省厅评审: what is counted so beside what is named."""
    if len(what) < _NAMES or not unit:
        return []
    count = re.compile(rf"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d.])\s*{re.escape(unit)}")
    return [
        at
        for clause in _CLAUSE.finditer(stands)
        if what in clause[0]
        for at in count.finditer(stands, *clause.span())
    ]


_CLAUSE = re.compile(r"[^,，。;；\n]+")
_NAMES = 2  # characters of what is counted by which it is known
