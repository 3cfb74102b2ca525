"""A reporting period: one calendar month."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vocabulary.errors import PeriodUnreadable

_WRITTEN = re.compile(r"(\d{4})-(\d{2})")
_MEANT = re.compile(r"\d{4}-\d{1,2}", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """One month of one year, ordered by time and written as 2022-07."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= 12 and 2000 <= self.year <= 2999):
            raise PeriodUnreadable(value=str(self))

    @classmethod
    def parse(cls, written: str) -> "Period":
        """Raises PeriodUnreadable unless `written` is like 2022-07."""
        found = _WRITTEN.fullmatch(written.strip())
        if not found:
            raise PeriodUnreadable(value=written)
        return cls(int(found[1]), int(found[2]))

    @staticmethod
    def is_meant_by(word: str) -> bool:
        """Whether a word of a command is to be a month; 2022-7 is, and then not readable."""
        return _MEANT.fullmatch(word) is not None

    @classmethod
    def of(cls, day: date) -> "Period":
        """The period in which the day lies."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return self.shifted(1).first_day - timedelta(days=1)

    @property
    def closes_quarter(self) -> bool:
        """Whether the quarterly assignments are asked about in this period."""
        return self.month % 3 == 0

    @property
    def quarters_last(self) -> "Period":
        """The month of its quarter in which the quarterly assignments are asked about."""
        return self.shifted(-self.month % 3)

    def shifted(self, months: int) -> "Period":
        """The period so many months later; earlier when negative."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Period(year, month + 1)

    @staticmethod
    def between(first: "Period", last: "Period") -> Iterator["Period"]:
        """Every period from first to last, both included."""
        while first <= last:
            yield first
            first = first.shifted(1)
