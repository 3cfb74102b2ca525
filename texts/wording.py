"""Dates, periods and figures as people write them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from texts.catalogue import plain
from vocabulary.period import Period
from vocabulary.progress import ProRata
from vocabulary.report import Explanation, FiledReport, ProblemWord
from vocabulary.terms import Ask, TickKind
from vocabulary.timetable import Timetable


def filer_name(language: str, filed: FiledReport) -> str:
    """Who filed it: Ada, or Olga（代报）."""
    if not filed.on_behalf:
        return filed.filed_by
    return plain(language, "wording-on-behalf", name=filed.filed_by)


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


def month_alone(language: str, period: Period) -> str:
    """7月, or July, as a moment is named by it: 截至7月底."""
    return plain(language, "wording-month-alone", month=period.month)


def when_told(language: str, when: str) -> str:
    """What `ReportEntry.when` gives, as texts take it: a month by its name, 7月."""
    return when if when in set(Ask) else month_alone(language, Period.parse(when))


def explained_what(language: str, explanation: Explanation) -> str:
    """What looked doubtful: 累计数少于上月."""
    when = when_told(language, explanation.below_when)
    return plain(language, f"explained-{explanation.kind.value}", when=when)


def day_name(language: str, day: date) -> str:
    """8月5日（周五）, or Fri 5 Aug."""
    return plain(
        language,
        "wording-day",
        month=day.month,
        day=day.day,
        weekday=day.isoweekday(),
    )


def day_short(language: str, day: date) -> str:
    """8月5日, or 5 August."""
    return plain(language, "wording-day-short", month=day.month, day=day.day)


def moment_name(language: str, moment: datetime) -> str:
    """8月5日（周五）18:00; `moment` is in the reader's zone already."""
    return plain(
        language,
        "wording-moment",
        day=day_name(language, moment.date()),
        time=f"{moment:%H:%M}",
    )


def timetable_line(language: str, timetable: Timetable) -> str:
    """开放 8月1日09:00 · 截止 8月5日（周五）18:00 · 锁定 8月19日18:00: in every message of a cycle.

    A unit that was given more time reads its own due moment, marked as such. Where a day counted
    on is a guess, the line ends with that.
    """
    own = timetable.extended_to
    key = "wording-timetable"
    if own is not None:
        counts = timetable.extension_counts
        key = "wording-timetable-extended" if counts else "wording-timetable-extended-late"
    return plain(
        language,
        key,
        counts=tick_counting(language, timetable.on_time_by),
        opens=moment_short(language, timetable.opens_at),
        due=_due_shown(language, timetable),
        until=moment_name(language, own) if own else "",
        locks=moment_short(language, timetable.locks_at),
        guess=plain(language, "wording-days-provisional") if timetable.provisional else "",
    )


def tick_counting(language: str, kind: TickKind) -> str:
    """（以扫描件收到为准）, behind the moment at which it is due; empty where filing counts."""
    if kind is TickKind.FILED:
        return ""
    return plain(language, "wording-counts", kind=plain(language, f"tick-{kind}"))


def _due_shown(language: str, timetable: Timetable) -> str:
    """With its weekday where it is the date that counts."""
    if timetable.extended_to is not None and timetable.extension_counts:
        return moment_short(language, timetable.due_at)
    return moment_name(language, timetable.due_at)


def moment_short(language: str, moment: datetime) -> str:
    """8月1日09:00, or 1 August 09:00."""
    return plain(
        language,
        "wording-moment-short",
        month=moment.month,
        day=moment.day,
        time=f"{moment:%H:%M}",
    )


def number(value: Decimal) -> str:
    """Without grouping, exponent or closing zeros: 12000, 8.5."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def percent(share: Decimal) -> str:
    """54.7%, of 0.547."""
    return f"{number(share * 100)}%"


def done_words(language: str, beside: ProRata) -> str:
    """54.7%; in words where it has gone back behind its baseline."""
    if beside.done >= 0:
        return percent(beside.done)
    return plain(language, "wording-back-risen" if beside.falls else "wording-back-fallen")


def listed(language: str, names: Iterable[str]) -> str:
    """甲、乙、丙, or A, B, C."""
    return ("、" if language == "zh-CN" else ", ").join(names)


def clauses(language: str, parts: Iterable[str]) -> str:
    """甲（一、二）；乙（三）: of things that are lists themselves."""
    return ("；" if language == "zh-CN" else "; ").join(parts)


def numbers_named(language: str, numbers: Sequence[str]) -> str:
    """3、5～9、12, or 3, 5–9, 12: each; of three or more in a row the first and the last."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    named: list[str] = []
    for run in runs:
        if len(run) < _RUN:
            named += run
        else:
            named.append(plain(language, "wording-run", first=run[0], last=run[-1]))
    return listed(language, named)


_RUN = 3  # two in a row are as short one by one


def _follows(before: str, number: str) -> bool:
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


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
