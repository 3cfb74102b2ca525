"""What every kind of file becomes before it is understood: lines of text and rows of tables."""

import re
from dataclasses import dataclass

from plans.brackets import CLOSING, OPENING
from plans.duty_words import DIVISION_NAME, IN_PERSON_NAME, LABEL_NAME, UNTIL_NAME
from plans.groups import is_group
from plans.numbering import BULLETS, TASK_AND_GAP, Label
from plans.people import is_person
from plans.unit_names import ends_as_unit, says_its_place, surely_unit

_SPACE = re.compile(r"[\s\u200b\u2060\ufeff]+")
_LIST_OF_NAMES = re.compile(
    rf"(?:{LABEL_NAME}|单位|部门|牵头|配合|协办|主办|承办)[】\]〕]?[：:](?P<labelled>[^，,；;。：:]*?)"
    r"(?=\s*$|\s+[^\s：:]{2,8}[：:])"
    rf"|[{re.escape(OPENING)}](?P<bracketed>[^，,；;。：:（(]*?)(?:牵头|负责|配合)[{re.escape(CLOSING)}]"
)
_LABEL_WITHOUT_COLON = re.compile(
    rf"(?:^|(?<=[\s。；;]))(?P<label>{LABEL_NAME}|{UNTIL_NAME})[ \t\u3000\xa0]+"
    rf"(?=[\u4e00-\u9fff\d])(?!{LABEL_NAME}|{UNTIL_NAME})"
)
_BARE = "(?:牵头|主办|主责|承办|配合|协办|会办)"
_GAP_BEFORE_LABEL = re.compile(
    rf"(?<=[\u4e00-\u9fff\d%％”’）)])[ \t\u3000\xa0]+(?=(?:{LABEL_NAME}|{UNTIL_NAME}|{_BARE})[：:])"
)
_BULLET_BEFORE_LABEL = re.compile(
    rf"[{BULLETS}–－-]\s*(?=(?:{LABEL_NAME}|{DIVISION_NAME}|{UNTIL_NAME}|{IN_PERSON_NAME})[：:])"
)
_GAP = re.compile(
    rf"(?<=[\u4e00-\u9fff{re.escape(CLOSING)}])[ \t\u3000\xa0]+(?=[\u4e00-\u9fff]{{2}})"
)
_SHORTEST_NAME = 3
_FORMS = str.maketrans("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞､｡｢｣", "，、。；：？！（）〔〕、。「」")
"""Signs in the small and half-width forms of other input methods."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its line breaks are the writer's own.

    merged: it goes on from the cell above or to the left, whose text it repeats. from_above: it is
    blank, as a merged one is in plain text or behind the end of a page, and taken to go on.
    """

    text: str
    merged: bool = False
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table that gives out a task.

    title: None where the table has no column of its own for it. duties: who does it until when,
    in the words of a responsibility clause. from_above: its units stand in the row above. people:
    the table has a column of people, and none of units.
    """

    number: str
    title: str | None
    body: str
    duties: str
    from_above: bool = False
    people: bool = False


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """One without frame whose rows or columns could not be told apart; its text is running text.

    page: 1-based, where its head stands. head: the words of that, tidied.
    """

    page: int
    head: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """What of a file could not be read. pictured: pages that hold a picture and no text."""

    pictured: tuple[int, ...] = ()
    tables: tuple[UnreadTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line, a paragraph or a row of a table that holds text.

    number: 1-based in the source, where empty lines count.
    whole: the file itself says where paragraphs end, so that no page break can have torn it.
    cells, table: a row of that table. label, entry: what the tables stage made of a row. lead: a
    sentence at its beginning that type sets off from the rest. bullet: how deep
    in a list one stands before it in the file itself, which is no part of the text. unread: of the
    first line, what of the file could not be read.
    """

    number: int
    text: str
    whole: bool = False
    cells: tuple[Cell, ...] = ()
    table: int = 0
    label: Label | None = None
    entry: Entry | None = None
    lead: str = ""
    bullet: str = ""
    unread: Unread | None = None


def tidy(text: str) -> str:
    """Without the spaces that scanning and typesetting leave: kept only between Latin words.

    Between names of units that nothing else separates a space becomes 、, behind a label ：,
    and before one 。. A bullet before a label is left out: it opens no item.
    """

    def space(found: re.Match[str]) -> str:
        before, after = (
            text[max(found.start() - 1, 0) : found.start()],
            text[found.end() : found.end() + 1],
        )
        latin = before.isascii() and before.isalpha() and after.isascii() and after.isalpha()
        return " " if latin else ""

    text = text.strip().translate(_FORMS)
    if bullet := _BULLET_BEFORE_LABEL.match(text):
        text = text[bullet.end() :]
    text = _LABEL_WITHOUT_COLON.sub(r"\g<label>：", text)
    if opened := TASK_AND_GAP.match(text):
        text = f"{opened['label']}：{text[opened.end() :]}"
    text = _LIST_OF_NAMES.sub(_separated, text)
    text = _GAP_BEFORE_LABEL.sub("。", text)
    return _SPACE.sub(space, text)


def separated_names(text: str) -> str:
    """Names that only spaces separate, with 、 between them.

    A space is one between names where a name may end before it, or opens behind it, be it after a
    person's: 张 伟 县交通局.
    """
    found, *others = _GAP.split(text)
    for behind in others:
        before = _SPACE.sub("", found.rpartition("、")[2])
        between = (
            before.endswith(tuple(CLOSING))
            or ends_as_unit(before)
            or is_group(before)
            or (len(before) >= _SHORTEST_NAME and says_its_place(behind.partition("、")[0]))
            or (is_person(before) and surely_unit(behind.partition("、")[0]))
        )
        found += f"{'、' if between else ' '}{behind}"
    return found


def _separated(found: re.Match[str]) -> str:
    names = found["labelled"] or found["bracketed"] or ""
    return found[0].replace(names, separated_names(names)) if names else found[0]
