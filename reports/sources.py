"""Where the figures of an office's paper stand in the workbook: a file for the coordinator."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reports.blank_paper import TEXT_WIDTH
from reports.ledger import ledger_file_name
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import moment_words, paper_text
from reports.printable import file_name, one_line, text_width
from reports.title_lines import joined, title_lines
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import numbers_named, period_name
from vocabulary.report import Ledger

_WIDTHS = (2900, 1700, 900, TEXT_WIDTH - 5500)  # twips
_PLACE_WIDTH = 13  # Chinese characters in a line of the last of them; some programs have 14
_COLUMNS = ("what", "count", "sheet", "rows")


@dataclass(frozen=True, slots=True)
class Source:
    """A figure of a paper, and where it stands in the workbook of the same moment.

    figure: with its unit. sheet: the text key of its page. rows: on that page.
    """

    what: str
    figure: str
    rows: tuple[int, ...]
    sheet: str = "sheet-rows"

    @property
    def place(self) -> str:
        return numbers_named(DEFAULT_LANGUAGE, [str(row) for row in sorted(self.rows)])


def of_units(count: int) -> str:
    """4家."""
    return paper_text("paper-sources-units", count=count)


def of_measures(count: int) -> str:
    """4项."""
    return paper_text("paper-sources-measures", count=count)


def of_figures(count: int) -> str:
    """4个; so are problems counted."""
    return paper_text("paper-sources-figures", count=count)


def sources_file_name(paper: str, ledger: Ledger) -> str:
    """2022年7月份工作任务完成情况通报（数据来源）.docx; paper: the text key of the other's name."""
    return file_name(paper_text("paper-sources-file", paper=_named(paper, ledger)), ".docx")


def make_sources(
    paper: str, ledger: Ledger, profile: OfficeProfile, sources: Iterable[Source]
) -> bytes:
    """A table of them all, to be checked by, and never sent on.

    The same values and profile always become the same bytes.
    """
    sheet = OfficialPaper(profile.fonts)
    title = paper_text("paper-sources-title", paper=_named(paper, ledger))
    sheet.title(title_lines(title))
    as_of, workbook = moment_words(ledger.as_of), ledger_file_name(ledger)
    sheet.body(paper_text("paper-sources-note", as_of=as_of, workbook=workbook))
    heads = [paper_text(f"paper-sources-{column}") for column in _COLUMNS]
    lines = [
        [one.what, one.figure, plain(DEFAULT_LANGUAGE, one.sheet), _in_lines(one.place)]
        for one in sources
    ]
    sheet.table([heads, *lines], _WIDTHS)
    signs = one_line(profile.signs) or one_line(ledger.office)
    return sheet.to_bytes(title=joined(title), author=signs, at=ledger.as_of)


def _named(paper: str, ledger: Ledger) -> str:
    return paper_text(paper, period=period_name(DEFAULT_LANGUAGE, ledger.period))


def _in_lines(numbers: str) -> str:
    """Broken behind a 、 where a line is full: no program breaks within 133～139 then."""
    lines = [""]
    for part in re.findall("[^、]+、?", numbers):
        if lines[-1] and text_width(lines[-1] + part) > _PLACE_WIDTH:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)
