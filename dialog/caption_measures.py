"""Which measure the words beside a file name: 29 签约现场, 这张是29的, 附：29项签约照片; pure."""

import re
import unicodedata
from dataclasses import dataclass

from dialog.measure_numbers import OPENS_WORDS, named_entry
from dialog.picture_names import describes_files
from vocabulary.report import ReportEntry, WorkingReport


@dataclass(frozen=True, slots=True)
class OfMeasure:
    """The measure that a caption names, and the words behind that.

    is_sure: the number can count nothing; 29签约 may.
    """

    entry: ReportEntry
    words: str
    is_sure: bool = True


_PAPER = r"(?:现场)?(?:照片|相片|图片|截图|附图|图|视频|佐证|材料|资料|附件|文件)"
_LEAD = (
    rf"(?:再|另|补充?|附上?|上传|发送?|交)*(?:{_PAPER}){{0,2}}(?:如下)?\s*[:：]\s*"
    r"|(?:再|另|补充|补|附上?|关于)(?:一?[张份件组])?(?=第)"
    rf"|(?:[这那以][一些几两三四五六七八九\d]*上?[张件份个组]?)?(?:上传|发|拍)?的?(?:{_PAPER})?"
    r"(?:都|全部?|均)?(?:是|属于?|归|给)于?\s*"
    r"|[#＃]\s*"
)
"""What may stand before the number: 附：, 补充佐证：, 这张是, 照片都是; 照片29 is the 29th."""

_NUMBER = r"(?>\d+(?:[.-]\d+)*)"
_SIGN = r"\s*[、.．:：,，;；\s]?"
_DRESSED = re.compile(
    rf"\s*(?P<lead>{_LEAD})?\s*(?:"
    rf"[（(【\[〔]\s*第?\s*(?P<inside>{_NUMBER})\s*项?\s*[）)】\]〕]{_SIGN}"
    rf"|第\s*(?P<named>{_NUMBER})\s*[项条]的?{_SIGN}"
    rf"|(?P<number>{_NUMBER})\s*(?:项(?!目)的?{_SIGN}|的|[、.．:：\s]|[-—–－_]+(?!\d)|[,，](?!\d))"
    r")\s*"
)
"""What the words begin with: 29 , 29、 第29项, 29项, （29）, 29-, 29的."""

_NO_UNITS = (
    r"(?![时分秒楼级层校院]|点(?![评对])|路(?!演)|线(?![上下索])|大(?!会)|标(?![准识])|车间|工区)"
)
_RUN_ON = re.compile(rf"\s*(?:{_LEAD})?\s*(?P<number>{_NUMBER}){_NO_UNITS}(?={OPENS_WORDS})")
"""29签约: the word right behind the number."""

_COUNTABLE = re.compile("企业|银行|学校|项目|单位|部门|乡镇|园区|基地|村民|农户|商户")
"""6企业签约照片: many a writer leaves 家 out."""

_BEHIND = re.compile(
    rf"(?P<words>.*\S)\s*[（(,，。;；、\s]\s*(?:这?是|属于?)?"
    rf"(?:第\s*(?P<named>{_NUMBER})\s*项的?|(?P<number>{_NUMBER})项?的)(?:佐证|照片)?\s*[）)]?[。.]?",
    re.DOTALL,
)
"""签约现场（第29项）, 签约现场，29的."""

_POINTS = re.compile(r"(?:^|[\s;；。,，])\s*[（(]?\d{1,2}\s*[、.．)）](?!\d)")
"""The second of a list whose first is （1）, or 1. behind 附："""


def measure_of_caption(report: WorkingReport, caption: str) -> OfMeasure | None:
    """None where it names none, or one that is not in the report."""
    dressed = _DRESSED.match(f"{caption} ")
    if dressed is not None:
        number = dressed["inside"] or dressed["named"] or dressed["number"]
        entry, words = report.numbered(_plain(number)), caption[dressed.end() :].strip()
        is_list = not dressed["named"] and bool(dressed["inside"] or dressed["lead"])
        if entry is not None and not (is_list and _POINTS.search(words)):
            return OfMeasure(entry, words)
    behind = _BEHIND.fullmatch(caption.strip())
    entry = report.numbered(_plain(behind["named"] or behind["number"])) if behind else None
    if behind is not None and entry is not None:
        return OfMeasure(entry, behind["words"].strip())
    run_on = _RUN_ON.match(caption)
    entry = report.numbered(_plain(run_on["number"])) if run_on else None
    if run_on is None or entry is None:
        return None
    words = caption[run_on.end() :].strip()
    is_sure = describes_files(words) and not _COUNTABLE.match(words)
    return OfMeasure(entry, words, is_sure)


def _plain(number: str) -> str:
    return unicodedata.normalize("NFKC", number)


def split_caption(report: WorkingReport, caption: str) -> tuple[ReportEntry | None, str]:
    """The entry that the caption surely names, and the words behind it."""
    named = measure_of_caption(report, caption)
    if named is None or not named.is_sure:
        return None, caption.strip()
    return named.entry, named.words


def words_at(report: WorkingReport, entry: ReportEntry, caption: str) -> str:
    """The caption of a file that a tap puts to the entry: without the entry's own number."""
    named = measure_of_caption(report, caption)
    is_its_own = named is not None and named.entry.entry_id == entry.entry_id
    return named.words if named is not None and is_its_own else caption.strip()


def as_typed(report: WorkingReport, caption: str) -> str:
    """The caption as a text alone would name its measure: 附：29项签约3家 as 第29项：签约3家."""
    named, words = split_caption(report, caption)
    told = named_entry(report, caption)
    is_told = told is not None and bool(told.words)
    return caption if named is None or is_told else f"第{named.measure.number}项：{words}"
