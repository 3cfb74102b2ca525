"""What is said of many measures at once: 其余均正常推进, 除18外都同上月, 全部正常推进."""

import re
from dataclasses import dataclass, field

from dialog.last_month import all_same_as_last
from dialog.measure_numbers import OPENS_WORDS
from dialog.steps import is_begun
from dialog.words import (
    NO_PROGRESS_WORDS,
    SAME_WORDS,
    STATUS_OF_WORD,
    cleaned,
    is_known_word,
    one_of,
    status_before_text,
)
from vocabulary.report import ReportEntry, WorkingReport

_ALSO = dict.fromkeys(
    (
        "按计划推进",
        "按计划进行",
        "按序时推进",
        "按序时进度推进",
        "稳步推进",
        "有序开展",
        "正常开展",
        "正常实施",
        "正常推进中",
        "fine",
    ),
    "正常推进",
)
"""Said of one measure these are its words; said of all the others they can only be their status."""


@dataclass(frozen=True, slots=True)
class TheRest:
    """word: what is said of each, which answers by itself, with what is told of each behind it.

    but: numbers of which it is not said.
    told: what the same text tells of single measures.
    is_loose: behind a sign it may be of the measure before: 第2项滞后，其余同上月.
    is_apart: that sign ends a sentence, or nearly. said: its own words, without those.
    """

    word: str
    but: tuple[str, ...] = ()
    told: str = ""
    is_loose: bool = False
    is_apart: bool = field(default=False, compare=False)
    said: str = field(default="", compare=False)


def said_of_the_rest(text: str) -> TheRest | None:
    """None for any other text."""
    said = cleaned(text)
    for pattern in (_CHINESE, _ENGLISH, _LOOSE):
        if found := pattern.fullmatch(said):
            word, parts = found["word"].lower(), found.groupdict()
            word, each = _ALSO.get(word, word), (parts.get("each") or "").strip()
            if each and word in SAME_WORDS:
                continue
            but = tuple(re.findall(_NUMBER, parts.get("but") or ""))
            status = parts.get("status")
            before, behind = (
                (parts.get(name) or "").strip(" ,，;；\n") for name in ("before", "behind")
            )
            told = [before, *(f"{number}{status}" for number in but if status), behind]
            return TheRest(
                f"{word}：{each}" if each else word,
                () if status else but,
                "\n".join(filter(None, told)),
                is_loose=pattern is _LOOSE,
                is_apart=(parts["before"] or "").rstrip().endswith(("。", "；", ";", "\n")),
                said=said[len(parts["before"] or "") :].removesuffix(parts.get("behind") or ""),
            )
    return None


def is_of_others(rest: TheRest, told: str) -> bool:
    """Whether it is said of other measures than the one of which these words are told before it.

    Behind words of one measure 其余正常推进 may be said of its parts; not behind another status of
    it, and 其余同上月 not behind a sentence of its own.
    """
    if not rest.is_loose or is_known_word(told):
        return True
    found = status_before_text(told)
    if rest.word in SAME_WORDS:
        return rest.is_apart or found is not None
    return found is not None and found[0] is not STATUS_OF_WORD.get(rest.word)


def is_of_many(text: str) -> bool:
    """Whether words say of many measures at once how they are, and tell of none by itself."""
    rest, said = said_of_the_rest(text), cleaned(text)
    if rest is not None and not rest.is_loose:
        return not rest.told or _BUT.match(said) is not None
    return any(pattern.fullmatch(said) for pattern in (_BUT_SOME, _ALL_OF_THEM))


def of_one(words: str) -> str:
    """What 全部正常推进 says where its measure is named: 正常推进; all else as it is."""
    found = _ALL_OF_THEM.fullmatch(words)
    return found["word"] if found else words


def word_of_many(text: str) -> str:
    """The word that is said of many measures: 同上月, of 都同上月; 正常推进 where none is known."""
    said = cleaned(text)
    rest = said_of_the_rest(said)
    found = next(filter(None, (one.fullmatch(said) for one in (_BUT_SOME, _ALL_OF_THEM))), None)
    word = rest.word if rest else found["word"] if found else "正常推进"
    return _ALSO.get(word, word)


def is_rest_as_last(said: str) -> bool:
    """Whether it is the button 其余同上月 in other words, and tells nothing else."""
    rest = said_of_the_rest(said)
    return rest is not None and rest == TheRest(rest.word) and rest.word in SAME_WORDS


def of_the_rest(report: WorkingReport, word: str) -> list[ReportEntry]:
    """The measures that are meant, what takes figures over in front.

    Nobody has begun them, and no colleague was asked for them.
    """
    if word in SAME_WORDS:
        taken = all_same_as_last(report)
        same = [entry for entry in report.entries if entry.entry_id in taken]
        return sorted(same, key=lambda entry: not taken[entry.entry_id].figures)
    return [entry for entry in report.entries if not is_begun(entry) and entry.helper is None]


_NUMBER = r"\d+(?:[.-]\d+)*"
_NUMBERS = rf"{_NUMBER}(?:\s*项?\s*(?:[、,，和与及]|以及|and)\s*第?\s*{_NUMBER})*"
_ONES = r"(?:措施|任务|工作|事项|项目|[项条个])"
_OTHERS = r"(?:其[余他它]|剩[下余]|余下|别的)(?:的|各|几|所有)*"
_ALL = (
    r"(?:都|均|全部?|一律|也|仍|暂|本月|目前|已|就|是|为|属于?|算|选|填|报|处于|在|保持)*[:：]?\s*"
)
_WORDS = SAME_WORDS | NO_PROGRESS_WORDS | STATUS_OF_WORD.keys() | _ALSO.keys()
_WORD = rf"(?P<word>{one_of(_WORDS)})"

_OF_EACH = r"[:：]\s*(?!第?\s*\d)(?P<each>[^\n。;；]+)[。.!！]?"
"""其余均正常推进：按计划开展: behind a colon stands what is told of each."""

_CHINESE = re.compile(
    rf"(?P<before>.*(?:\n|[。;；,，]\s*(?={_OTHERS}{_ONES})))?\s*"
    rf"(?:除[了开去]?\s*(?:第|措施)?\s*(?P<but>{_NUMBERS})\s*{_ONES}*\s*"
    rf"(?:[为是]?(?P<status>{one_of(STATUS_OF_WORD)})的?)?\s*[以之]?外[,，:：]?\s*(?:{_OTHERS}{_ONES}*)?"
    rf"|{_OTHERS}{_ONES}*)[,，:：]?\s*"
    rf"{_ALL}{_WORD}(?:的|了|状态|填报|报送|即可|就行|吧)*"
    rf"(?:[。.!！]?|{_OF_EACH}|[。;；,，\n]\s*(?P<behind>.+))",
    re.IGNORECASE | re.DOTALL,
)
"""其余 behind a comma may be the rest of one measure; 其余各项 is not."""

_LOOSE = re.compile(
    rf"(?P<before>.+?[。;；,，]?\s*){_OTHERS}{_ALL}{_WORD}(?:的|了)*[。.!！]?",
    re.IGNORECASE | re.DOTALL,
)

_BUT = re.compile(rf"除[了开去]?\s*(?:第|措施)?\s*{_NUMBERS}")
_BUT_SOME = re.compile(
    rf"{_BUT.pattern}\s*(?:项(?!目)\s*)?(?:[（(]|{OPENS_WORDS})[^\d。\n]{{0,40}}外[,，:：]?\s*"
    rf"(?:{_OTHERS}{_ONES}*)?[,，:：]?\s*{_ALL}{_WORD}(?:的|了)*[。.!！]?",
    re.IGNORECASE,
)
"""除2（缺地）外，其余均正常推进: more about the exceptions than can be read."""

_ALL_OF_THEM = re.compile(
    rf"(?:本月|目前|现在|截至目前)?(?:(?:全部|所有|全都|各|(?:[这那]|[上前下后]面)(?:几|些|[两三四]))(?:的|各)*{_ONES}*|都|均|一律)(?:都|均|全部|一律|也|已经?|是|为|按)*"
    rf"{_WORD}(?:的|了|啦)*[。.!！]?",
    re.IGNORECASE,
)
"""Of one measure it says too little, and of all of them nobody knows whether it is meant."""

_ENGLISH = re.compile(
    r"(?P<before>.*(?:\n|[.;,]\s))?\s*"
    rf"(?:(?:all|everything)\s+(?:but|except)(?:\s+for)?\s+(?P<but>{_NUMBERS})"
    r"|(?:all\s+)?the\s+(?:rest|others)|all\s+others|everything\s+else|the\s+remaining\s+ones)"
    rf"(?:\s+(?:is|are|all|still|stays?))*\s+{_WORD}(?:\.?|{_OF_EACH}|[.;,\n]\s*(?P<behind>.+))",
    re.IGNORECASE | re.DOTALL,
)
