"""Dates, periods and figures as people write them."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from texts.catalogue import plain
from vocabulary.period import Period
from vocabulary.report import ProblemWord


def period_name(language: str, period: Period) -> str:
    """2022年7月份, or July 2022."""
    return plain(language, "wording-period", year=str(period.year), month=period.month)


def periods_name(language: str, first: Period, last: Period) -> str:
    """2022年7月份, or 2022年7月份至9月份; the year is said again where it is another."""
    if first == last:
        return period_name(language, first)
    until = month_name(language, last) if first.year == last.year else period_name(language, last)
    return plain(language, "wording-periods", first=period_name(language, first), last=until)


def month_name(language: str, period: Period) -> str:
    """7月份, or July."""
    return plain(language, "wording-month", month=period.month)


def day_name(language: str, day: date) -> str:
    """8月5日（周五）, or Fri 5 Aug."""
    return plain(
        language,
        "wording-day",
        month=day.month,
        day=day.day,
        weekday=day.isoweekday(),
    )


def moment_name(language: str, moment: datetime) -> str:
    """8月5日（周五）18:00; `moment` is in the reader's zone already."""
    return plain(
        language,
        "wording-moment",
        day=day_name(language, moment.date()),
        time=f"{moment:%H:%M}",
    )


def number(value: Decimal) -> str:
    """Without grouping, exponent or closing zeros: 12000, 8.5."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def percent(share: Decimal) -> str:
    """54.7%, of 0.547."""
    return f"{number(share * 100)}%"


def listed(language: str, names: Iterable[str]) -> str:
    """甲、乙、丙, or A, B, C."""
    return ("、" if language == "zh-CN" else ", ").join(names)


def one_after_another(language: str, sentences: Iterable[str]) -> str:
    """On one line; Chinese needs nothing between two sentences."""
    return ("" if language == "zh-CN" else " ").join(sentences)


def within(words: str) -> str:
    """A person's words as part of a sentence that goes on after them: without their full stop."""
    return words.rstrip().rstrip("。.；;")


def problem_word(language: str, said: ProblemWord, words: str) -> str:
    """As 8月3日（周三） 李敏 · 7月份月报 · 处理中：已到位一半. words: as much of it as is shown."""
    key = "problem-word-reported" if said.period else "problem-word-beside"
    return plain(
        language,
        key,
        day=day_name(language, said.at.date()),
        by=" ".join(said.by.split()) or "—",
        month=month_name(language, said.period) if said.period else "",
        event=plain(language, f"problem-event-{said.event.value}"),
        words=words or "none",
    )
