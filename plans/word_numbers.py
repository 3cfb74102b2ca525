"""Word's automatic numbers, which stand in no text: numbering.xml counted through the document."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plans.numbering import CIRCLED, chinese_numeral
from plans.word_xml import attribute, child, children, number_in

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_DEEPEST = 9  # levels that a list of Word has


def _letters(number: int) -> str:
    """26 → z, 27 → aa, 28 → bb: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        shown += sign * (number // value)
        number %= value
    return shown


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _of(CIRCLED),
    "decimalEnclosedCircleChinese": _of(CIRCLED),
    "decimalEnclosedParen": lambda number: f"（{number}）",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": chinese_numeral,
    "chineseCountingThousand": chinese_numeral,
    "japaneseCounting": chinese_numeral,
    "taiwaneseCounting": chinese_numeral,
    "taiwaneseCountingThousand": chinese_numeral,
    "koreanCounting": chinese_numeral,
    "ideographDigital": chinese_numeral,
    "ideographTraditional": _of(_STEMS),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda _: "",
    "none": lambda _: "",
}
"""Every other format counts 1, 2, 3."""


@dataclass(frozen=True, slots=True)
class _Level:
    """restart_after: the level, counted from 1, that makes it begin anew; 0 is none."""

    start: int
    form: str
    text: str
    restart_after: int
    legal: bool
    style: str


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: the definition it counts by, and where it says to begin."""

    definition: str
    starts: dict[int, int]
    levels: dict[int, _Level]

    def level_of(self, level: int | None, style: str) -> int:
        """level: None where only the paragraph's style says that it is numbered."""
        if level is not None:
            return level
        return next((at for at, own in self.levels.items() if own.style == style), 0)


@dataclass(slots=True)
class Numbers:
    """The counters of a document. Lists of one definition go on counting where the other stopped.

    begun: lists whose own start has been used up, as (list, level).
    """

    lists: dict[str, _List] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, list_id: str, level: int | None, style: str) -> str:
        """The number that the paragraph opens with, as （一）; empty for bullets and unknown lists.

        level: as in level_of.
        """
        numbered = self.lists.get(list_id)
        if numbered is None:
            return ""
        level = numbered.level_of(level, style)
        own = numbered.levels.get(level)
        if own is None:
            return ""
        counters = self.counters.setdefault(numbered.definition, {})
        if level in numbered.starts and (list_id, level) not in self.begun:
            counters[level] = numbered.starts[level]
        else:
            counters[level] = counters.get(level, own.start - 1) + 1
        self.begun.add((list_id, level))
        for deeper in [at for at in counters if at > level]:
            restart = numbered.levels[deeper].restart_after if deeper in numbered.levels else deeper
            if restart and level < restart:
                del counters[deeper]
        return self._shown(numbered, own, counters)

    def bullet(self, list_id: str, level: int | None, style: str) -> str:
        """How deep in its list a paragraph stands that a sign opens which counts nothing, or "".

        level: as in level_of.
        """
        numbered = self.lists.get(list_id)
        if numbered is None:
            return ""
        depth = numbered.level_of(level, style)
        own = numbered.levels.get(depth)
        return str(depth) if own and own.form == "bullet" and own.text.strip() else ""

    def _shown(self, numbered: _List, own: _Level, counters: dict[int, int]) -> str:
        shown = own.text
        for at in range(_DEEPEST):
            sign = f"%{at + 1}"
            if sign in shown:
                level = numbered.levels.get(at, own)
                form = "decimal" if own.legal else level.form
                value = counters.get(at, level.start)
                shown = shown.replace(sign, _FORMATS.get(form, str)(value) if value > 0 else "0")
        return "" if own.form in {"bullet", "none"} else shown


def read_numbers(root: Element | None) -> Numbers:
    """root: that of numbering.xml, or None where the document has no lists."""
    if root is None:
        return Numbers()
    definitions: dict[str, dict[int, _Level]] = {}
    linked: dict[str, str] = {}
    links: dict[str, str] = {}
    for definition in children(root, "abstractNum"):
        identity = attribute(definition, "abstractNumId")
        definitions[identity] = _levels(definition)
        if (styled := child(definition, "styleLink")) is not None:
            linked[attribute(styled, "val")] = identity
        if (link := child(definition, "numStyleLink")) is not None:
            links[identity] = attribute(link, "val")
    numbers = Numbers()
    for listed in children(root, "num"):
        pointer = child(listed, "abstractNumId")
        identity = attribute(pointer, "val") if pointer is not None else ""
        identity = linked.get(links.get(identity, ""), identity)
        levels = dict(definitions.get(identity, {}))
        starts: dict[int, int] = {}
        for override in children(listed, "lvlOverride"):
            at = int(attribute(override, "ilvl") or 0)
            levels |= _levels(override)
            if child(override, "startOverride") is not None:
                starts[at] = number_in(override, "startOverride", 1)
        numbers.lists[attribute(listed, "numId")] = _List(identity, starts, levels)
    return numbers


def _levels(parent: Element) -> dict[int, _Level]:
    found = {}
    for level in children(parent, "lvl"):
        at = int(attribute(level, "ilvl") or 0)
        form, text, style = (child(level, name) for name in ("numFmt", "lvlText", "pStyle"))
        found[at] = _Level(
            start=number_in(level, "start", 0 if child(level, "start") is None else 1),
            form=attribute(form, "val") if form is not None else "decimal",
            text=attribute(text, "val") if text is not None else "",
            restart_after=number_in(level, "lvlRestart", at),
            legal=child(level, "isLgl") is not None,
            style=attribute(style, "val") if style is not None else "",
        )
    return found
