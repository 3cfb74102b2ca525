"""Measures that are well as a whole, and of which single units say otherwise, in the papers."""

from collections.abc import Sequence
from dataclasses import replace

from reports.month_facts import MeasureFacts
from reports.official_paper import OfficialPaper
from reports.paper_words import paper_text
from reports.printable import one_line
from reports.workbook.rows import beside_overall
from texts import DEFAULT_LANGUAGE
from texts.wording import clauses, listed
from vocabulary.progress import Overall
from vocabulary.terms import TROUBLED


def write_partly(paper: OfficialPaper, found: Sequence[MeasureFacts]) -> None:
    """Of each how many units say so, and which; nothing where there is none."""
    if not found:
        return
    said = (
        paper_text(
            "paper-partly-one",
            number=one_line(one.measure.number),
            beside=beside_overall(DEFAULT_LANGUAGE, _of_trouble(one.overall)),
            units=listed(DEFAULT_LANGUAGE, (one_line(trouble.unit) for trouble in one.troubles)),
        )
        for one in found
    )
    paper.body(paper_text("paper-partly", count=len(found), named=clauses(DEFAULT_LANGUAGE, said)))


def _of_trouble(overall: Overall) -> Overall:
    """Without those that are slower and yet on track."""
    slower = tuple((status, count) for status, count in overall.slower if status in TROUBLED)
    return replace(overall, slower=slower)
