"""What the office's own papers begin and end with."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from reports.blank_paper import CHARACTER, TEXT_WIDTH
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import date_words, inside_title_marks, note_lines, paper_text
from reports.printable import one_line
from reports.title_lines import joined, title_lines
from texts import DEFAULT_LANGUAGE
from texts.wording import listed, period_name
from vocabulary.period import Period

_NAME_WIDTH = TEXT_WIDTH // CHARACTER  # characters in a line of the signature
_MOST_NAMED = 5  # units in a bracket of a sentence


class OfficePaper:
    """A paper that the office signs: its head and its signature."""

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

    def sign(self, office: str, at: datetime, *, wants_phone: bool = False) -> None:
        """Under what was written last; by the name of the settings, else the office's own.

        Below it whom to ask, where a telephone is known; wants_phone: where none is, too, lit up.
        """
        self._signs = one_line(self._profile.signs) or one_line(office)
        missing = paper_text("paper-draft-phone-missing")
        phone, contact = one_line(self._profile.phone), one_line(self._profile.contact)
        said = paper_text("paper-office-contact", contact=contact, phone=phone or missing)
        note = paper_text("paper-draft-note", facts=said)
        self.paper.signature(
            title_lines(self._signs, _NAME_WIDTH),
            date_words(at.date()),
            note=note_lines(note) if phone or wants_phone else (),
            note_mark="" if phone else missing,
        )

    def to_bytes(self, at: datetime) -> bytes:
        return self.paper.to_bytes(title=joined(self._title), author=self._signs, at=at)


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
