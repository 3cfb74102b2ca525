"""What the office's own papers begin and end with, and where their figures can be looked up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reports.blank_paper import CHARACTER, TEXT_WIDTH
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import date_words, inside_title_marks, paper_text
from reports.printable import one_line, text_width
from reports.title_lines import joined, title_lines
from texts import DEFAULT_LANGUAGE, plain
from texts.wording import listed, numbers_named, period_name
from vocabulary.period import Period

_NAME_WIDTH = TEXT_WIDTH // CHARACTER  # characters in a line of the signature
_MOST_NAMED = 5  # units in a bracket of a sentence
_SOURCE_WIDTHS = (3200, 1300, 1300, TEXT_WIDTH - 5800)  # twips
_PLACE_WIDTH = 12  # Chinese characters in a line of the last of them; some programs have 13


@dataclass(frozen=True, slots=True)
class Source:
    """A figure of a paper, and where it stands in the workbook of the same moment.

    sheet: the text key of its page. rows: on that page. under: the heading there, in place of rows.
    """

    what: str
    figure: str
    rows: tuple[int, ...]
    sheet: str = "sheet-rows"
    under: str = ""

    @property
    def place(self) -> str:
        if self.under:
            return plain(DEFAULT_LANGUAGE, self.under)
        return numbers_named(DEFAULT_LANGUAGE, [str(row) for row in self.rows])


class OfficePaper:
    """A paper that the office signs: its head, its signature, and the page of its sources."""

    def __init__(
        self, title_key: str, plan_title: str, period: Period, profile: OfficeProfile
    ) -> None:
        self.paper = OfficialPaper(profile.fonts)
        self._profile = profile
        self.paper.reserve(profile.letterhead)
        # The plan's own line break, a space by now, is where its sense allows one.
        hinted = inside_title_marks(one_line(plan_title))
        named = period_name(DEFAULT_LANGUAGE, period)
        self._title = paper_text(title_key, plan=hinted, period=named)
        self.paper.title(title_lines(self._title))

    def sign(self, office: str, at: datetime) -> None:
        """Under what was written last; by the name of the settings, else the office's own."""
        self._signs = one_line(self._profile.signs) or one_line(office)
        self.paper.signature(title_lines(self._signs, _NAME_WIDTH), date_words(at.date()))

    def write_sources(self, sources: Iterable[Source]) -> None:
        """For the coordinator alone, on a page of its own."""
        self.paper.on_new_page(paper_text("paper-sources-title"))
        columns = ("what", "count", "sheet", "rows")
        heads = [paper_text(f"paper-sources-{column}") for column in columns]
        lines = [
            [one.what, one.figure, plain(DEFAULT_LANGUAGE, one.sheet), _in_lines(one.place)]
            for one in sources
        ]
        self.paper.table([heads, *lines], _SOURCE_WIDTHS)

    def to_bytes(self, at: datetime) -> bytes:
        return self.paper.to_bytes(title=joined(self._title), author=self._signs, at=at)


def _in_lines(numbers: str) -> str:
    """Broken behind a 、 where a line is full: no program breaks within 133～139 then."""
    lines = [""]
    for part in re.findall("[^、]+、?", numbers):
        if lines[-1] and text_width(lines[-1] + part) > _PLACE_WIDTH:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def counted(what: str, count: int) -> str:
    """已完成3项."""
    return paper_text("paper-draft-counted", what=what, count=count)


def most_named(units: Sequence[str]) -> str:
    """甲、乙、丙; of many the first, and how many they are: 甲、乙、丙、丁、戊等26家."""
    shown = listed(DEFAULT_LANGUAGE, map(one_line, units[:_MOST_NAMED]))
    if len(units) <= _MOST_NAMED:
        return shown
    return paper_text("paper-units-and-more", units=shown, count=len(units))


def units_named(what: str, units: Iterable[str]) -> str:
    """How many units, and which: 未报2家：市能源局、虞乡镇。."""
    names = list(units)
    said = listed(DEFAULT_LANGUAGE, names)
    return paper_text("paper-bulletin-units", what=what, count=len(names), units=said)
