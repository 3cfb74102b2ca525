"""Within stage 7: running text that is no measure, and who does something by it all the same."""

import re
from collections.abc import Collection
from typing import NamedTuple

from plans.clauses import find_clauses
from plans.groups import is_group
from plans.paragraphs import Paragraph, is_end_matter
from plans.spoken import find_spoken
from vocabulary.plan import Mention

_OF_THE_PLAN = re.compile(
    r"本(?:[实若]施|若干)?(?:措施|办法|方案|意见|通知|规定|细则|计划|要点|表|清单)"
)
"""Who has made it, or explains it, owes nothing by that."""
_OVERSEES = re.compile("统筹|协调|指导|督|总结")
_GIVES = re.compile("由|负责|牵头")
_BY_DUTY = re.compile("责任|牵头|配合|主办|承办|主管|有关|相关")


class Outside(NamedTuple):
    """The words of a clause outside the measures. owned: it names somebody, not only a date."""

    words: str
    owned: bool


def clause_in(part: Paragraph, beside: Collection[Paragraph]) -> Outside | None:
    """What a paragraph outside the measures says of who does something.

    beside: those that stand among the measures or behind the last one, where a sentence without
    brackets or labels says so, too. In a preamble and in what ends every plan it does not, nor does
    what is said to all, 请各单位抓好落实, or of who keeps an eye on it.
    """
    if is_end_matter(part.text):
        return None
    if clauses := find_clauses(part.text, year=None):
        owned = any(found.clause.mentions for found in clauses)
        return Outside(part.text[clauses[0].start : clauses[0].end], owned)
    if part not in beside or _OF_THE_PLAN.match(part.text):
        return None
    for said in find_spoken(part.text, year=None, firm=True):
        words = part.text[said.start : said.end].rstrip("，,；;")
        sentence = part.text[said.start :].partition("。")[0]
        oversees = _OVERSEES.search(sentence) and not _GIVES.search(words)
        if not oversees and any(map(_is_one, said.clause.mentions)):
            return Outside(words, owned=True)
    return None


def _is_one(mention: Mention) -> bool:
    """Whether it is a unit by its own name: not 各单位, nor 责任部门."""
    return not (is_group(mention.name) or _BY_DUTY.match(mention.name))
