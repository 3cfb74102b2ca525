"""The office's bulletin to its units on one month (通报)."""

from collections.abc import Iterator, Sequence

from reports.given_figures import figure_counts, figure_sources, write_given
from reports.measure_sources import pace_sources, partly_sources, standing_sources
from reports.month_facts import MeasureFacts, MonthFacts, rows_of
from reports.office_paper import OfficePaper, counted, most_named, units_named
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import inside_title_marks, moment_words, paper_text, write_heading
from reports.partly import slow_named, write_partly
from reports.printable import file_name, one_line
from reports.sources import Source, make_sources, of_measures, of_units, sources_file_name
from reports.title_lines import joined
from texts import DEFAULT_LANGUAGE
from texts.wording import (
    day_short,
    done_words,
    listed,
    numbers_named,
    percent,
    period_name,
)
from vocabulary.report import Ledger, LedgerReport
from vocabulary.terms import EntryStatus, Pace, Timeliness

_FILE = "paper-bulletin-file"
_NAMED = (Timeliness.LATE, Timeliness.OUTSTANDING, Timeliness.PENDING, Timeliness.EXEMPT)
_REPORTED = (Timeliness.ON_TIME, Timeliness.LATE)
_PACES = (Pace.AHEAD, Pace.ON_TIME, Pace.BEHIND)
_STATUSES = (*EntryStatus, None)


def bulletin_file_name(ledger: Ledger) -> str:
    """2022年7月份工作任务完成情况通报.docx."""
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    return file_name(paper_text(_FILE, period=period), ".docx")


def bulletin_sources_file_name(ledger: Ledger) -> str:
    return sources_file_name(_FILE, ledger)


def make_bulletin_sources(ledger: Ledger, profile: OfficeProfile) -> bytes:
    """The workbook's rows that every figure of the bulletin is from, for the coordinator alone."""
    return make_sources(_FILE, ledger, profile, bulletin_sources(MonthFacts(ledger)))


def make_bulletin(ledger: Ledger, profile: OfficeProfile) -> bytes:
    """Who reported when, and how the measures stand.

    Those with figures that have a pace stand by these, the others by their units' word; each are
    counted for themselves. The same values and profile always become the same bytes.
    """
    facts = MonthFacts(ledger)
    office = OfficePaper("paper-bulletin-title", ledger.plan_title, ledger.period, profile)
    paper = office.paper
    paper.addressee(paper_text("paper-bulletin-addressee"))
    plan = inside_title_marks(joined(ledger.plan_title))
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    as_of = moment_words(ledger.as_of)
    paper.body(paper_text("paper-bulletin-opening", plan=plan, period=period, as_of=as_of))
    _write_timeliness(paper, facts)
    _write_paced(paper, facts)
    write_given(paper, facts)
    _write_rated(paper, facts)
    paper.closing(paper_text("paper-bulletin-closing"))
    office.sign(ledger.office, ledger.as_of)
    return office.to_bytes(ledger.as_of)


def _write_timeliness(paper: OfficialPaper, facts: MonthFacts) -> None:
    write_heading(paper, 1, 1, paper_text("paper-bulletin-timeliness"))
    ledger = facts.ledger
    counts = [
        paper_text("paper-bulletin-counted", what=paper_text(f"timeliness-{kind}"), count=count)
        for kind in Timeliness
        if kind is not Timeliness.EXEMPT and (count := ledger.count(kind))
    ]
    paper.body(
        paper_text(
            "paper-bulletin-reports",
            expected=ledger.expected,
            counts=listed(DEFAULT_LANGUAGE, counts),
            exempt=ledger.count(Timeliness.EXEMPT),
        )
    )
    reports = {one.unit: one for one in ledger.reports}
    as_extended = [_with_days(reports[unit]) for unit in facts.on_time_as_extended()]
    _write_names(paper, paper_text("paper-bulletin-as-extended"), as_extended)
    for kind in _NAMED:
        names = [_with_days(reports[unit]) for unit in facts.units(kind)]
        _write_names(paper, paper_text(f"timeliness-{kind}"), names)
    returned = [one_line(unit) for unit in facts.returned()]
    _write_names(paper, paper_text("paper-bulletin-returned"), returned)


def _with_days(report: LedgerReport) -> str:
    """The unit, until when it was given time, and when it reported."""
    days = []
    if report.extended_to is not None and report.timeliness is not Timeliness.EXEMPT:
        until = day_short(DEFAULT_LANGUAGE, report.extended_to.date())
        days.append(paper_text("paper-bulletin-extended", day=until))
    if report.counted_at is not None and report.timeliness in _REPORTED:
        day = day_short(DEFAULT_LANGUAGE, report.counted_at.date())
        days.append(paper_text("paper-bulletin-reported", day=day) if days else day)
    unit = one_line(report.unit)
    if not days:
        return unit
    return paper_text("paper-bulletin-unit-days", unit=unit, days="，".join(days))


def _write_names(paper: OfficialPaper, what: str, names: Sequence[str]) -> None:
    if names:
        paper.body(units_named(what, names))


def _write_paced(paper: OfficialPaper, facts: MonthFacts) -> None:
    """超、达、欠序时, of measures with figures; those behind one by one."""
    write_heading(paper, 1, 2, paper_text("paper-figures-of"))
    paper.body(figure_counts(facts))
    for pace in _PACES[:-1]:
        _write_numbers(paper, paper_text(f"pace-{pace}"), facts.paced(pace))
    for number, one in enumerate(facts.paced(Pace.BEHIND), start=1):
        figures = [
            paper_text(
                "paper-bulletin-figure",
                unit=one_line(figure.unit),
                name=one_line(figure.indicator.name),
                due=percent(figure.beside.due),
                done=done_words(DEFAULT_LANGUAGE, figure.beside),
            )
            for figure in one.paced
            if figure.beside.pace is Pace.BEHIND
        ]
        _write_named(paper, number, one, paper_text("pace-behind"), "；".join(figures))


def _write_rated(paper: OfficialPaper, facts: MonthFacts) -> None:
    """By status, of the measures without such figures; those in trouble one by one."""
    write_heading(paper, 1, 3, paper_text("paper-bulletin-rated"))
    found = {status: facts.rated(status) for status in _STATUSES}
    counts = [counted(_status(status), len(found[status])) for status in _STATUSES if found[status]]
    total = sum(map(len, found.values()))
    said = listed(DEFAULT_LANGUAGE, counts)
    key = "paper-bulletin-rated-count" if total else "paper-bulletin-rated-none"
    paper.body(paper_text(key, total=total, counts=said))
    if total:
        paper.body(paper_text("note-rule-overall"))
    _write_numbers(paper, paper_text("paper-measures-exempt"), facts.exempt())
    _write_numbers(paper, paper_text("paper-measures-not-due"), facts.not_due())
    for number, one in enumerate(facts.rated_in_trouble(), start=1):
        _write_named(paper, number, one, _status(one.overall.status), _said_by(one))
    _write_numbers(paper, _status(None), found[None])
    write_partly(paper, facts.rated_partly_troubled())


def _said_by(one: MeasureFacts) -> str:
    """The units that say so of it; where not all do, of how many, and who says what else is bad."""
    if one.overall.apart:
        return slow_named(one, most_named)
    return most_named([trouble.unit for trouble in one.troubles])


def _write_named(
    paper: OfficialPaper, number: int, one: MeasureFacts, standing: str, words: str
) -> None:
    measure = one.measure
    facts = {"measure": one_line(measure.number), "title": one_line(measure.title)}
    paper.body(
        paper_text("paper-bulletin-measure", number=number, standing=standing, words=words, **facts)
    )


def _write_numbers(paper: OfficialPaper, what: str, found: Sequence[MeasureFacts]) -> None:
    if found:
        numbers = numbers_named(DEFAULT_LANGUAGE, [one_line(one.measure.number) for one in found])
        count = len(found)
        paper.body(paper_text("paper-bulletin-numbers", what=what, count=count, numbers=numbers))


def _status(status: EntryStatus | None) -> str:
    return paper_text(f"status-{status}" if status else "paper-bulletin-nothing-said")


def bulletin_sources(facts: MonthFacts) -> Iterator[Source]:
    """Every figure but 0: what it counts, how many, and in which rows of 台账 they stand."""
    groups = [
        (paper_text("sheet-expected"), facts.expected()),
        *((paper_text(f"timeliness-{kind}"), facts.units(kind)) for kind in Timeliness),
        (paper_text("paper-bulletin-as-extended"), facts.on_time_as_extended()),
        (paper_text("paper-bulletin-returned"), facts.returned()),
    ]
    for what, units in groups:
        if units:
            rows = facts.rows_of_units(units)
            yield Source(what, of_units(len(units)), rows, "sheet-overview")
    paced = [(paper_text(f"pace-{pace}"), facts.paced(pace)) for pace in _PACES]
    rated = [(_status(status), facts.rated(status)) for status in _STATUSES]
    measures = [
        *paced,
        (paper_text("paper-bulletin-rated"), [one for _, found in rated for one in found]),
        *rated,
        (paper_text("paper-measures-exempt"), facts.exempt()),
        (paper_text("paper-measures-not-due"), facts.not_due()),
    ]
    for what, found in measures:
        if found:
            yield Source(what, of_measures(len(found)), rows_of(found))
    yield from figure_sources(facts)
    for status in (EntryStatus.BEHIND, EntryStatus.NOT_BEGUN, None):
        yield from standing_sources(facts.rated(status), _status(status))
    yield from standing_sources(facts.exempt(), paper_text("paper-measures-exempt"))
    yield from standing_sources(facts.not_due(), paper_text("paper-measures-not-due"))
    yield from partly_sources(facts.rated_partly_troubled())
    for pace in _PACES:
        yield from pace_sources(facts.paced(pace))
    for one in facts.paced(Pace.BEHIND):
        for figure in one.paced:
            if figure.beside.pace is Pace.BEHIND:
                what = paper_text(
                    "paper-bulletin-figure-of",
                    number=one_line(one.measure.number),
                    name=one_line(figure.indicator.name),
                    unit=one_line(figure.unit),
                )
                both = f"{percent(figure.beside.due)}/{percent(figure.beside.done)}"
                yield Source(what, both, (figure.row,))
