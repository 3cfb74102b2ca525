"""A plan document → values.

The stages, each with a file of its own:
source       bytes → lines and rows of tables (with plain_text, word, pdf)
tables       rows that give out tasks → entries (with blank_cells and shares)
paragraphs   lines → paragraphs, page breaks healed (with referring, bullets and unit_lines)
outline      paragraphs → a tree of headings and measures (with passages, brackets, numbering,
             clauses, duties, duty_words, spoken, order_rule and unit_names)
front        title, number, issuer, date, addressees
assembly     the tree → sections and measures (with indicators and repeats)
labels       groups that cut across the sections
report_rule  who wants reports, by when and where
doubts       what a person has to look at (with beside and value_doubts)
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from plans.assembly import Assembled, assemble
from plans.beside import clause_in
from plans.bullets import with_bullets
from plans.dates import FULL_WIDTH
from plans.doubts import find_doubts, of_the_file
from plans.errors import PlanTableUnread, PlanWithoutMeasures
from plans.front import FrontMatter, read_front
from plans.groups import weightiest_first
from plans.indicators import find_indicators
from plans.labels import find_labels, with_labels
from plans.lines import Unread
from plans.outline import Blocks, read_blocks, read_outline
from plans.paragraphs import Paragraph, heal
from plans.passages import owned_in_person
from plans.referring import with_referred
from plans.report_rule import find_report_rule
from plans.source import read_lines
from plans.tables import read_tables
from plans.unit_lines import with_unit_lines
from plans.value_doubts import numbers_listed
from vocabulary.plan import DocumentText, PlanDocument

_YEAR = re.compile(r"20\d\d(?=年)|^20\d\d(?=[\u4e00-\u9fff])|(?<=[〔（\[(])20\d\d(?=[〕）\])])")


class Phase(StrEnum):
    """How far a reading is, by the word in the key of its sentence."""

    TEXT = "text"
    OUTLINE = "outline"
    DOUBTS = "doubts"


def tell_nobody(_phase: Phase) -> None:
    """Nobody waits."""


def read_plan(
    data: bytes, *, name: str, tell: Callable[[Phase], None] = tell_nobody
) -> PlanDocument:
    """Read a plan in the form of numbered measures with responsibility clauses in brackets.

    name: how the sender calls the file, for messages. tell: called as each phase begins.
    Raises PlanUnreadable when it is no text, PlanWithoutMeasures when nothing in it is owed, and
    PlanTableUnread when that may be for a table that could not be read.
    """
    tell(Phase.TEXT)
    lines = read_lines(data, name=name)
    tell(Phase.OUTLINE)
    paragraphs = heal(read_tables(lines))
    blocks, front, found = _read(paragraphs)
    if owned_in_person(paragraphs, found.passages):
        blocks, front, found = _read([replace(part, people=True) for part in paragraphs])
    year = _plan_year(front, blocks.front)
    unread = lines[0].unread or Unread()
    if not found.measures:
        raise _without_measures(unread, name=name)
    tell(Phase.DOUBTS)
    prose = [*blocks.front, *found.prose, *blocks.closing]
    beside = {*found.beside, *blocks.closing}
    labels = find_labels(
        [*(measure.text for measure in found.measures), *(part.text for part in prose)],
        found.sections,
    )
    found.measures = with_labels(found.measures, labels)
    named = [
        *(section.task_force for section in found.sections),
        *(measure.task_force for measure in found.measures),
    ]
    task_forces = tuple(dict.fromkeys(name for name in named if name))
    report_rule = find_report_rule(
        [
            *((measure.number, measure.text) for measure in found.measures),
            *((None, part.text) for part in prose),
        ]
    )
    indicators = tuple(
        indicator
        for part in prose
        if not (part in beside and (clause := clause_in(part, beside)) and clause.owned)
        for indicator in find_indicators(part.text, year=year)
    )
    return PlanDocument(
        title=front.title,
        doc_number=front.doc_number,
        issuer=front.issuer,
        issued_on=front.issued_on,
        addressees=front.addressees,
        sections=tuple(found.sections),
        measures=tuple(found.measures),
        indicators=indicators,
        task_forces=task_forces,
        report_rule=report_rule,
        doubts=weightiest_first(
            (
                *of_the_file(unread),
                *find_doubts(
                    found,
                    front,
                    prose=prose,
                    beside=beside,
                    indicators=indicators,
                    task_forces=task_forces,
                    report_rule=report_rule,
                    year=year,
                ),
            )
        ),
        labels=labels,
        prose=tuple(DocumentText(part.text.strip(), part.line) for part in prose),
    )


def _without_measures(unread: Unread, *, name: str) -> PlanWithoutMeasures:
    """Why nothing is owed: a table that nobody could read may hold it all."""
    if not unread.tables:
        return PlanWithoutMeasures(name=name)
    pages = dict.fromkeys(str(table.page) for table in unread.tables)
    return PlanTableUnread(name=name, pages=numbers_listed(pages))


def _read(paragraphs: Sequence[Paragraph]) -> tuple[Blocks, FrontMatter, Assembled]:
    blocks = read_blocks(with_unit_lines(with_bullets(with_referred(paragraphs))))
    within = [part for _, parts in blocks.labelled for part in parts]
    front = read_front(blocks.front, blocks.closing, within)
    year = _plan_year(front, blocks.front)
    around = (*blocks.front, *blocks.closing)
    return blocks, front, assemble(read_outline(blocks, year=year), year=year, around=around)


def _plan_year(front: FrontMatter, above: Iterable[Paragraph]) -> int | None:
    """What 年底 means where no year is named.

    The year in the title, else that of issue, be it in the number, else the first one named above
    the measures.
    """
    if named := _YEAR.search(front.title.translate(FULL_WIDTH)):
        return int(named[0])
    if front.issued_on:
        return front.issued_on.year
    words = (front.doc_number or "", *(part.text for part in above))
    years = (_YEAR.search(text.translate(FULL_WIDTH)) for text in words)
    return next((int(found[0]) for found in years if found), None)
