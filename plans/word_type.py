"""Which sentence at the beginning of a paragraph of Word is set off by its type."""

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from xml.etree.ElementTree import Element

from plans.lines import tidy
from plans.word_xml import attribute, child, is_on, local

_HAN = re.compile(r"[\u4e00-\u9fff]")
_STOPS = "。；：:！"
_LONGEST = 60
_FONTS_OF_TITLES = re.compile("黑|楷|kai|hei", re.IGNORECASE)
_Type = tuple[bool, bool]


def lead_of(paragraph: Element) -> str:
    """The sentence in bold type, or in a font of headings, before others that are not; or "".

    A number before it may be set in any type. What is no whole sentence only stresses a word.
    """
    runs = list(dropwhile(lambda run: not _HAN.search(run[0]), _runs(paragraph)))
    if not runs or not any(runs[0][1]):
        return ""
    first = runs[0][1]
    alike = list(takewhile(lambda run: run[1] == first or not run[0].strip(), runs))
    lead = tidy("".join(text for text, _ in alike))
    rest = tidy("".join(text for text, _ in runs[len(alike) :]))
    whole = lead[-1:] in _STOPS or rest[:1] in _STOPS
    return lead if rest and whole and len(lead) <= _LONGEST else ""


def _runs(parent: Element) -> Iterator[tuple[str, _Type]]:
    for element in parent:
        if local(element) == "r":
            text = "".join(part.text or "" for part in element if local(part) == "t")
            yield text, _type(child(element, "rPr"))
        elif local(element) in {"ins", "hyperlink", "smartTag", "sdt", "sdtContent"}:
            yield from _runs(element)


def _type(properties: Element | None) -> _Type:
    fonts = child(properties, "rFonts")
    font = attribute(fonts, "eastAsia") if fonts is not None else ""
    return is_on(child(properties, "b")), bool(_FONTS_OF_TITLES.search(font))
