"""A slip in words that are stored is put right: 写错了，应为签约2家, said of them."""

import re
from dataclasses import replace
from typing import Any

from dialog.completion import keep_text
from dialog.corrected_figures import figure_corrected
from dialog.denials import denial, without_slip_behind
from dialog.layout import cut
from dialog.measure_numbers import behind_own
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Facts, Note, Refused
from dialog.steps import Step, asked_steps
from dialog.words import cleaned
from vocabulary.report import EntryContent, ReportEntry

_OWNS = re.compile(
    r"错|误|不对|不正确|应该?[为是]|更正|纠正|改正|订正|wrong|mistake|typo|slip|should be",
    re.IGNORECASE,
)
_NAMES_COUNT = re.compile(
    r"(?P<what>[^\d,，。;；:：]{1,10}?)(?:应该?[为是]|改[为成]|更正为)\s*(?P<count>[^\d,，。;；]{0,4}\d.*)"
)
_CORRECTS = re.compile(r"(?:更正|纠正|订正|勘误|correction)\s*[:：,，]\s*", re.IGNORECASE)
_IS_COUNT = re.compile(
    r"(?P<what>[^\d,，。;；:：]{2,20}?)的?(?:应该?)?[为是]\s*(?P<count>\d[^,，。;；:：]*)[。.!！]?"
)
"""更正：通过省厅评审的是2家, behind its first word: what is counted, and how many that is."""

_COUNT = re.compile(
    r"(?P<what>[^\d\s,，。;；:：]{0,10})\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[^\d\s,，。;；:：]{0,6})"
)
_SAID_BEFORE = re.compile(
    r"(?<=[^\s,，;；])[,，;；]\s*(?:之前|此前|先前|原来|原先|原|上次)[^\d,，。;；]{0,8}\d[^,，。;；]*[。.]?$"
)
"""…应为890万元，之前误报860万元: what stood there before."""

_SHOWN = 200  # characters of the words that stand


def words_righted(entry: ReportEntry, said: str, step: Step = Step.TEXT) -> Answer | None:
    """The entry with another number in the same words; None where no slip is owned.

    It stands in the words that the step asks for, or else in those of one other question. Where it
    is not unmistakable which number is meant, the whole is asked for anew.
    """
    said = _SAID_BEFORE.sub("", behind_own(entry, cleaned(said)))
    denied, instead = _denied(said), _named_instead(said)
    is_owned = denied is not None or instead is not None
    told = _told(entry, step)
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
    whole, was, now = found[name]
    note = Note(_RIGHTED, {"was": was, "now": now})
    if name == "text":
        return keep_text(entry, whole, note)
    field: dict[str, Any] = {name: whole}
    return Accepted(replace(entry.content, **field), (note,))


def righted_in_words(words: str, said: str) -> tuple[str, str, str] | None:
    """The same in words that are not stored yet, with what was put right; None where unsure."""
    said = cleaned(said)
    denied, instead = _DENIED.fullmatch(said), _named_instead(said)
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
    if isinstance(answer, Accepted) or step not in _SHORT or not _says_only_slip(said):
        return answer if isinstance(answer, Accepted) else None
    return answer or Refused("answer-slip-nowhere", {"said": cut(cleaned(said), SHORT_LIMIT)})


def _says_only_slip(said: str) -> bool:
    """不对，是185, 应为6户 and 更正：…; 资金缺口应为300万元 may be a problem."""
    said = cleaned(said)
    instead = _named_instead(said)
    if _denied(said) or _CORRECTS.match(said):
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


def shown_righted(entry: ReportEntry, said: str) -> Facts | None:
    """What was there, and what stands in its place; None where the words put nothing right."""
    answer = slip_righted(entry, said)
    note = _righted_in(answer) if answer else None
    return note.facts if note else None


def _righted_in(answer: Accepted) -> Note | None:
    return next((one for one in answer.notes if one.text_key == _RIGHTED), None)


_RIGHTED = "answer-words-righted"


def _named_instead(said: str) -> str | None:
    """What shall stand in the place of something; None where no slip is owned."""
    before = without_slip_behind(said)
    if (named := _corrected(before)) is not None:
        return f"{named['what']}{named['count']}"
    if _NAMES_COUNT.fullmatch(before) or before != said:
        return _without_should(before)
    denied = denial(said)
    is_owned = denied is not None and _OWNS.search(said)
    return _without_should(denied.instead) if denied is not None and is_owned else None


def _corrected(said: str) -> re.Match[str] | None:
    """What 更正：通过省厅评审的是2家 names; None for words that do not begin so."""
    found = _CORRECTS.match(said)
    return _IS_COUNT.fullmatch(said, found.end()) if found else None


def _without_should(said: str) -> str:
    """签约2家, as 签约应为2家 has it."""
    found = _NAMES_COUNT.fullmatch(said)
    return f"{found['what']}{found['count']}" if found else said


_NUMBER = r"\d+(?:\.\d+)?"
_DENIED = re.compile(
    r"(?:(?:更正|纠正|不对)[:：,，\s]*)?[^\d,，。;；:：]{0,10}?"
    rf"(?:不是\s*(?P<was>{_NUMBER})\s*(?P<unit>[^\d\s,，。;；:：]{{0,4}}?)"
    rf"|(?P<wrong>{_NUMBER})\s*(?P<wrong_unit>[^\d\s,，。;；:：]{{0,4}}?)(?:是?[写填报]?错了?|不对|有误|不正确)的?)"
    rf"[\s,，]*(?:而|其实|实际|应该?)*[是为]\s*(?P<now>{_NUMBER})\s*(?P<now_unit>[^\d\s,，。;；:：]{{0,4}}?)[。.!！]?"
)
"""860万元不对，是890万元, 不是860万元，是890万元: what stands there, and what shall."""

_CHANGED = re.compile(
    r"(?:(?:更正|纠正|订正|修改)[:：,，\s]*)?(?:(?:请|麻烦|帮我|[把将])\s*)*(?:(?!从|由)[^\d,，。;；:：]){0,10}?"
    rf"(?P<wrong>{_NUMBER})\s*(?P<wrong_unit>[^\d\s,，。;；:：]{{0,4}}?)\s*"
    r"(?:(?:应该?|要|需)?(?:更?改|更正|订正|修改)(?:[为成]|(?=\s*\d))|应该?[为是]|[→⇒]|[-—=]+>)\s*"
    rf"(?P<now>{_NUMBER})\s*(?P<now_unit>[^\d\s,，。;；:：]{{0,4}}?)[。.!！]?"
)
"""2期→3期, 培训120改成130人次, 把860万元改成890万元, 860万元应为890万元."""


def _denied(said: str) -> re.Match[str] | None:
    """Both the number that is wrong and the one that holds."""
    said = without_slip_behind(said)
    return _DENIED.fullmatch(said) or _CHANGED.fullmatch(said)


def names_what_is_wrong(said: str) -> bool:
    """Whether it says which number is wrong, and which holds."""
    return _denied(cleaned(said)) is not None


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
    if named is None or not (named["what"] or named["unit"]):
        return None
    place = re.compile(
        rf"{re.escape(named['what'])}[^\S\n]*(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?![\d.])"
        rf"\s*{re.escape(named['unit'])}"
    )
    places = list(place.finditer(stands))
    places = places or _in_clause_of(stands, named["what"], named["unit"])
    if len(places) != 1 or places[0]["number"] == named["number"]:
        return None
    (at,) = places
    start, end = at.span("number")
    now = f"{stands[at.start() : start]}{named['number']}{stands[end : at.end()]}"
    return f"{stands[: at.start()]}{now}{stands[at.end() :]}", at[0], now


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
