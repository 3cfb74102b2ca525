"""Which measure the words beside a file name: 29 签约现场, 这张是29的, photo for 29; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialog.measure_numbers import OPENS_WORDS, heading, named_entry, paragraph_named
from dialog.number_signs import DIGITS, ITEM, NUMERAL, plain_number, several_in_front
from dialog.picture_names import describes_files, points_to_files
from vocabulary.report import ReportEntry, WorkingReport


@dataclass(frozen=True, slots=True)
class OfMeasure:
    """The measure that a caption names, and the words behind that.

    is_sure: the number can count nothing; 29签约 may, and 3 outlets opened.
    """

    entry: ReportEntry
    words: str
    is_sure: bool = True


_PAPER = r"(?:现场)?(?:照片|相片|图片|截图|附图|图|视频|佐证|材料|资料|附件|文件)"
_LEAD = (
    rf"(?:再|另|补充?|附上?|上传|发送?|交)*(?:{_PAPER}){{0,2}}(?:如下)?\s*[:：]\s*"
    rf"|(?:再|另|补[充发传交上]?|附上?|关于)+(?:一?[张份件组])?(?:{_PAPER}[:：]?)?(?=第)"
    rf"|(?:[这那以][一些几两三四五六七八九\d]*上?[张件份个组]?)?(?:上传|发|拍)?的?(?:{_PAPER})?"
    r"(?:都|全部?|均)?(?:是|属于?|归|给)于?\s*"
    r"|[#＃]\s*"
)
"""What may stand before the number: 附：, 补充佐证：, 这张是, 照片都是; 照片29 is the 29th."""

_NUMBER = rf"(?>{DIGITS})"
_SPELLED = rf"{NUMERAL}(?=\s*{ITEM})"
_LED = re.compile(rf"\s*(?:{_LEAD})(?=\s*[（(【\[〔]?\s*(?:第|\d))")
_OF = re.compile(
    rf"\s*(?:第\s*(?P<named>{_NUMBER}|{_SPELLED})\s*[项条]|(?P<item>{_NUMBER})\s*项(?!目)"
    rf"|[（(【\[〔]\s*第?\s*(?P<inside>{_NUMBER})\s*项\s*[）)】\]〕]"
    rf"|(?P<number>{_NUMBER})\s*(?:(?=的)|[-—–－_]+(?!\d)|[,，](?!\d)|\s+(?=\d)))的?[、.．:：,，;；\s]*"
)
"""What files are said to be of, which begins no text of a measure: 29的, 29项签约照片, 29，签约."""

_NO_UNITS = (
    r"(?![时分秒楼级层校院]|点(?![评对])|路(?!演)|线(?![上下索])|大(?!会)|标(?![准识])|车间|工区)"
)
_RUN_ON = re.compile(rf"\s*(?:{_LEAD})?\s*(?P<number>{_NUMBER}){_NO_UNITS}(?={OPENS_WORDS})")
"""29签约: the word right behind the number."""

_CLAUSE = re.compile(r"[^,，。;；]+(?=[,，。;；])")

_COUNTABLE = re.compile("企业|银行|学校|项目|单位|部门|乡镇|园区|基地|村民|农户|商户")
"""6企业签约照片: many a writer leaves 家 out."""

_BEHIND = re.compile(
    rf"(?P<words>.*\S)\s*[（(,，。;；、\s]\s*(?:这?是|属于?)?"
    rf"(?:第\s*(?P<named>{_NUMBER}|{_SPELLED})\s*项的?|(?P<number>{_NUMBER})项?的)(?:佐证|照片)?\s*[）)]?[。.]?",
    re.DOTALL,
)
"""签约现场（第29项）, 签约现场，29的."""

_ADDED = re.compile(
    rf"\s*(?:再|另|补[充发传交上]?|附上?)+\s*(?P<number>{_NUMBER})\s*(?:项(?!目)的?|的)\s*(?P<words>.+)",
    re.DOTALL,
)
"""补29的照片, 附29项签约照片; 补充3项制度 counts, and names no file."""

_MEASURE = r"(?:measure|item|task|number|no\.?)\s*"
_THESE = (
    r"(?:(?:this|that|these|those|it|they|both|all)(?:'s|'re|\s+(?:one|two|three|is|are|all|both"
    r"|belongs?|photos?|pictures?|files?|of\s+(?:them|these)))*\s+)?"
)
_ENGLISH = re.compile(
    rf"\s*(?:{_THESE}(?:(?:some|more|another)\s+)?(?:(?:photos?|pictures?|files?|evidence)\s+)?(?:for|of|to)\s+)?"
    rf"(?:{_MEASURE}(?P<named>{_NUMBER})(?:\s*[:.,;)–—-]+\s*|\s+|$)"
    rf"|(?<=for )(?P<number>{_NUMBER})(?:\s*[:,;–—-]+\s*|\s*\.?$))"
    r"(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""measure 29, these are for 29, photo for item 29: signing; for 29 farmers counts."""

_ENGLISH_BEHIND = re.compile(
    rf"(?P<words>.*?[^\s,;(–—-])\s*[\s,;(–—-]\s*(?:{_THESE}(?:for|of)\s+)?"
    rf"(?:{_MEASURE}(?P<named>{_NUMBER})|(?:(?<=for )|(?<=\())(?P<number>{_NUMBER}))\s*\)?\.?",
    re.IGNORECASE | re.DOTALL,
)
"""signing (measure 29), signing photo for 29, signing photo (29)."""

_MANY = re.compile(r"(?:[a-z][a-z'-]*\s)?(?!(?:this|thus|always)\b)[a-z][a-z'-]{2,}(?<!s)s\b")
"""3 outlets opened, 3 signing photos: what a number may count in English."""

_POINTS = re.compile(r"(?:^|[\s;；。,，])\s*[（(]?\d{1,2}\s*[、.．)）](?!\d)")
"""The second of a list whose first is （1）, or 1. behind 附："""


def measures_of_caption(report: WorkingReport, caption: str) -> list[ReportEntry]:
    """All that it names in front, where these are several: nobody can tell which file is whose."""
    return _several(report, caption)[0]


def _several(report: WorkingReport, caption: str) -> tuple[list[ReportEntry], str]:
    found = several_in_front(caption.strip())
    if found is None or found.is_range or found.is_share:
        return [], caption.strip()
    named = [report.numbered(number) for number in found.numbers]
    entries = [one for one in named if one is not None]
    is_set_apart = found.is_items or found.is_boxed or bool(found.sign) or not found.words
    if len(entries) < len(named) or len({one.entry_id for one in entries}) < 2:
        return [], caption.strip()
    if not is_set_apart and not describes_files(found.words):
        return [], caption.strip()
    return entries, found.words.strip()


def words_named(report: WorkingReport, caption: str) -> str:
    """The caption without the numbers of the several measures that it names."""
    return _several(report, caption)[1]


def measure_of_caption(report: WorkingReport, caption: str) -> OfMeasure | None:
    """None where it names none or several, or one that is not in the report."""
    if measures_of_caption(report, caption):
        return None
    if paragraph := paragraph_named(report, caption.strip()):
        return OfMeasure(paragraph.entry, paragraph.words)
    named = next((one for way in _WAYS if (one := way(report, caption)) is not None), None)
    if named is None or not named.words:
        return named
    again = _in_front(report, named.words) or _run_on(report, named.words)
    is_twice = again is not None and again.entry.entry_id == named.entry.entry_id
    return again if named.is_sure and again is not None and is_twice and again.is_sure else named


def _in_front(report: WorkingReport, caption: str) -> OfMeasure | None:
    """The number as it stands before any words, or before what only files are said to be."""
    led = _LED.match(caption)
    said = caption[led.end() if led else 0 :].strip()
    of = _OF.match(said)
    if of is not None:
        number = of["named"] or of["item"] or of["inside"] or of["number"]
        said = f"第{plain_number(number)}项：{said[of.end() :]}"
    found = heading(said)
    entry = report.numbered(plain_number(found.number)) if found else None
    if found is None or entry is None:
        return None
    is_named = bool(of["named"]) if of else found.is_strong
    is_list = found.is_listed or bool(of and of["inside"]) or led is not None
    if is_list and not is_named and _POINTS.search(found.words):
        return None
    is_bare = not (found.is_strong or found.is_listed or found.end.strip() or led)
    return OfMeasure(entry, found.words, is_sure=not is_bare or _names_one(found.words))


def _names_one(words: str) -> bool:
    """Whether a number with nothing but a space behind it is no count of these words."""
    return _MANY.match(words) is None


def _in_words(report: WorkingReport, caption: str) -> OfMeasure | None:
    """补29的照片, these are for 29."""
    added = _ADDED.match(caption)
    entry = report.numbered(plain_number(added["number"])) if added else None
    if added is not None and entry is not None and describes_files(added["words"].strip()):
        return OfMeasure(entry, added["words"].strip())
    english = _ENGLISH.fullmatch(caption)
    number = (english["named"] or english["number"]) if english else ""
    entry = report.numbered(plain_number(number)) if number else None
    return OfMeasure(entry, english["words"].strip()) if english and entry else None


def _behind(report: WorkingReport, caption: str) -> OfMeasure | None:
    said = caption.strip()
    for way in (_BEHIND, _ENGLISH_BEHIND):
        behind = way.fullmatch(said)
        entry = (
            report.numbered(plain_number(behind["named"] or behind["number"])) if behind else None
        )
        if behind is None or entry is None:
            continue
        words = behind["words"].strip()
        if way is _BEHIND or behind["named"] or describes_files(words):
            return OfMeasure(entry, words)
    return None


def _run_on(report: WorkingReport, caption: str) -> OfMeasure | None:
    run_on = _RUN_ON.match(caption)
    entry = report.numbered(plain_number(run_on["number"])) if run_on else None
    if run_on is None or entry is None:
        return None
    words = caption[run_on.end() :].strip()
    opening = _CLAUSE.match(words)
    is_name = describes_files(words) or (opening is not None and points_to_files(opening[0]))
    is_sure = is_name and not _COUNTABLE.match(words)
    return OfMeasure(entry, words, is_sure)


_WAYS = (_in_front, _in_words, _behind, _run_on)


def split_caption(report: WorkingReport, caption: str) -> tuple[ReportEntry | None, str]:
    """The entry that the caption surely names, and the words behind it."""
    named = measure_of_caption(report, caption)
    if named is None or not named.is_sure:
        return None, caption.strip()
    return named.entry, named.words


def each_its_own(report: WorkingReport, captions: Sequence[str]) -> list[OfMeasure]:
    """What each photo of an album shows, where every caption begins with a measure, of several.

    18基站 alone may count; beside 19会议 neither does. Empty where it is not so.
    """
    named = [measure_of_caption(report, caption) for caption in captions]
    found = [one for one in named if one is not None]
    is_several = len({one.entry.entry_id for one in found}) > 1
    return found if is_several and len(found) == len(captions) else []


def words_at(report: WorkingReport, entry: ReportEntry, caption: str) -> str:
    """The caption of a file that a tap puts to the entry: without the entry's own number."""
    several, words = _several(report, caption)
    if any(one.entry_id == entry.entry_id for one in several):
        return words
    named = measure_of_caption(report, caption)
    is_its_own = named is not None and named.entry.entry_id == entry.entry_id
    return named.words if named is not None and is_its_own else caption.strip()


def words_beside(report: WorkingReport, caption: str) -> str:
    """What the caption of a file that waits tells, without the numbers of several measures."""
    several, words = _several(report, caption)
    return words if several else caption.strip()


def words_where_asked(report: WorkingReport, entry: ReportEntry, caption: str) -> str:
    """The caption of a file that goes to the entry since that is asked: 18基站 tells of 基站 there.

    6企业签约 and 3 outlets opened may count all the same.
    """
    named = measure_of_caption(report, caption)
    if named is None or named.entry.entry_id != entry.entry_id:
        return caption.strip()
    may_count = _COUNTABLE.match(named.words) or not (named.is_sure or _names_one(named.words))
    return caption.strip() if may_count else named.words


def as_typed(report: WorkingReport, caption: str) -> str:
    """The caption as a text alone would name its measure: 附：29项签约3家 as 第29项：签约3家."""
    named, words = split_caption(report, caption)
    told = named_entry(report, caption)
    is_told = told is not None and bool(told.words)
    return caption if named is None or is_told else f"第{named.measure.number}项：{words}"
