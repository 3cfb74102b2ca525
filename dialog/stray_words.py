"""Words that stand in a report and read as if they were said to the bot, or of another measure.

Whoever puts a slip right in half a sentence at the next question may find it filed there as what
was done. Nothing is refused for it: such words are told when they are stored, and before filing.
"""

import re
import unicodedata
from collections.abc import Iterator

from dialog.filed import as_filed
from dialog.layout import cut
from dialog.measure_numbers import entry_within
from dialog.outcome import Note
from vocabulary.report import EntryContent, ReportEntry, WorkingReport

_LONGEST = 40
"""Characters of a line: what is said by the way is short, a report's sentence need not be."""

_QUOTED = 30  # characters of the words that are told

_OWNS_A_SLIP = re.compile(
    r"不对|[写报填打弄数]错|[写报填]得?[多少]了|[多少][写填]了|不是\s*\d"
    r"|\d[^,。;]{0,4}改[成为]?\s*\d|应该[是为]|数字?(?:应|有误)|(?:再|补|添)加?一[句条]|不要写|别写|还是用"
)
"""12家不对是13家, 3次应该是4次, 860万改890万, 补一句：…; 应为 alone may be a finding."""

_ASKS = re.compile(
    r"\?$|怎么(?:办|填|写|报|改|弄|换|删)|[吗呢](?:[。!]|$)|可以[吗不]|行不行|要不要"
)

_OF_THE_CHAT = re.compile(
    r"刚才|刚刚[写发报填说]|[上前]一[项条句]|上面的?(?=[是那\d\u4e00-\u9fff]{0,6}\d)|[那这]张|[那这]句|换一?张"
    r"|^(?:还是|情况)?老样子|同上(?![月述半])|参照上月|[跟和同与](?:上个?月|\d+月份?|\d+)(?:的?情况)?(?:一样|相同)|[局市镇处科]长说"
)
"""What is told of the chat, or by pointing at it: 刚才那张不要, 跟7月一样, 局长说可以."""

_ENGLISH = re.compile(
    r"^(?:sorry|oops|please|file it)\b|\b(?:wrong|should be|mistake|typo|will do \d)", re.IGNORECASE
)

_SIGNS = (_OWNS_A_SLIP, _ASKS, _OF_THE_CHAT, _ENGLISH)


def stray_words(report: WorkingReport, entry: ReportEntry) -> str:
    """The first line of the entry that reads as said by the way; empty where none does."""
    said = (line.strip() for _, words in as_filed(entry).words() for line in words.split("\n"))
    return next((line for line in said if _is_stray(report, entry, line)), "")


def stray_told(report: WorkingReport, was: EntryContent, entry: ReportEntry) -> Iterator[Note]:
    """What to say where an answer has just put such words into the entry."""
    words = stray_words(report, entry)
    if words and not any(words in before for _, before in was.words()):
        number = cut(entry.measure.number, 12)
        yield Note("answer-stray", {"words": cut(words, _QUOTED), "number": number})


def _is_stray(report: WorkingReport, entry: ReportEntry, line: str) -> bool:
    if not line or len(line) > _LONGEST:
        return False
    other = entry_within(report, line)
    if other is not None and other.entry_id != entry.entry_id:
        return True
    plain = unicodedata.normalize("NFKC", line)
    return any(sign.search(plain) for sign in _SIGNS)
