"""The office's report upwards, to the party committee and the government (专报)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from reports.blank_paper import TEXT_WIDTH
from reports.figures import target_words, value_words
from reports.given_figures import figure_counts, figure_sources, write_given
from reports.measure_sources import pace_sources, partly_sources, standing_sources
from reports.month_facts import (
    ForceFacts,
    HighlightFacts,
    MeasureFacts,
    MonthFacts,
    Trouble,
    rows_of,
)
from reports.office_paper import OfficePaper, counted, most_named, units_named
from reports.office_profile import OfficeProfile
from reports.official_paper import OfficialPaper
from reports.paper_words import (
    date_words,
    ended,
    inside_title_marks,
    moment_words,
    paper_text,
    write_heading,
)
from reports.partly import write_partly
from reports.printable import file_name, one_line
from reports.sources import (
    Source,
    make_sources,
    of_figures,
    of_measures,
    of_units,
    sources_file_name,
)
from reports.title_lines import joined
from reports.workbook.rows import beside_overall
from texts import DEFAULT_LANGUAGE
from texts.wording import day_short, listed, number, numbers_named, percent, period_name
from vocabulary.named_days import last_day_named
from vocabulary.period import Period
from vocabulary.progress import Overall, due_by_time, pro_rata
from vocabulary.report import AskedIndicator, Figure, FollowedProblem, Ledger, TargetReading
from vocabulary.terms import EntryStatus, Pace, ProblemState, Timeliness

_FILE = "paper-briefing-file"
_NOT_FILED = (Timeliness.PENDING, Timeliness.OUTSTANDING)
_PACES = (Pace.AHEAD, Pace.ON_TIME, Pace.BEHIND)
_STATUSES = (*EntryStatus, None)
_FORCE_NAME = 1887  # twips; the others have room for 已完成 on one line
_FORCE_WIDTHS = (_FORCE_NAME, *[(TEXT_WIDTH - _FORCE_NAME) // 9] * 9)


def briefing_file_name(ledger: Ledger) -> str:
    """2022年7月份工作推进情况专报.docx."""
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    return file_name(paper_text(_FILE, period=period), ".docx")


def briefing_sources_file_name(ledger: Ledger) -> str:
    return sources_file_name(_FILE, ledger)


def make_briefing_sources(
    ledger: Ledger, profile: OfficeProfile, *, highlights: Collection[int] | None = None
) -> bytes:
    """Where in the workbook every figure of the briefing stands, for the coordinator alone."""
    facts = MonthFacts(ledger)
    sources = briefing_sources(facts, highlights_told(facts, highlights))
    return make_sources(_FILE, ledger, profile, sources)


def make_briefing(
    ledger: Ledger, profile: OfficeProfile, *, highlights: Collection[int] | None = None
) -> bytes:
    """What the plan aims at and how far it is, what is behind and why, problems, highlights.

    highlights: the places of those that are told, from 1; those that the office has not left out
    where none are given. Of a month that is not over it says whose word is still missing.
    The same values and profile always become the same bytes.
    """
    facts = MonthFacts(ledger)
    told = highlights_told(facts, highlights)
    office = OfficePaper("paper-briefing-title", ledger.plan_title, ledger.period, profile)
    paper = office.paper
    paper.addressee(one_line(profile.briefed).rstrip("：:"))
    plan = inside_title_marks(joined(ledger.plan_title))
    period = period_name(DEFAULT_LANGUAGE, ledger.period)
    as_of = moment_words(ledger.as_of)
    paper.body(paper_text("paper-briefing-opening", plan=plan, period=period, as_of=as_of))
    _write_basis(paper, facts)
    chapters = [_write_whole, _write_forces, _write_troubles, _write_problems]
    chapter = 0
    for write in chapters:
        chapter += write(paper, facts, chapter + 1)
    _write_highlights(paper, told, chapter + 1)
    paper.closing(paper_text("paper-briefing-closing"))
    office.sign(ledger.office, ledger.as_of)
    return office.to_bytes(ledger.as_of)


def highlights_told(
    facts: MonthFacts, places: Collection[int] | None = None
) -> list[HighlightFacts]:
    """Those at these places; None: those that the office has not left out."""
    return [
        one
        for one in facts.highlights()
        if (not one.highlight.left_out if places is None else one.place in places)
    ]


def _write_basis(paper: OfficialPaper, facts: MonthFacts) -> None:
    """Whose reports it rests on."""
    expected = facts.expected()
    missing = [(kind, facts.unfiled(kind)) for kind in _NOT_FILED if facts.unfiled(kind)]
    filed = len(expected) - sum(len(units) for _, units in missing)
    paper.body(paper_text("paper-briefing-basis", expected=len(expected), filed=filed))
    if missing:
        said = (
            units_named(paper_text(f"timeliness-{kind}"), map(one_line, units))
            for kind, units in missing
        )
        paper.body("".join(said) + paper_text("paper-briefing-basis-missing"))
    if over_at := facts.ledger.month_over_at:
        paper.body(paper_text("paper-briefing-problems-then", moment=moment_words(over_at)))


# --- how far the whole is ---


def _write_whole(paper: OfficialPaper, facts: MonthFacts, chapter: int) -> int:
    write_heading(paper, 1, chapter, paper_text("paper-briefing-whole"))
    targets = facts.ledger.plan_indicators
    if targets:
        paper.body(paper_text("paper-briefing-targets", count=len(targets)))
    for place, target in enumerate(targets, start=1):
        reading = facts.ledger.reading_of(target)
        mark = "" if reading else paper_text("paper-briefing-to-fill")
        paper.body(_target(facts.ledger, place, target, reading), mark=mark)
    counts = [
        counted(_status(status), len(found))
        for status in _STATUSES
        if (found := facts.standing(status))
    ]
    for key, found in (("exempt", facts.exempt()), ("not-due", facts.not_due())):
        if found:
            counts.append(counted(paper_text(f"paper-measures-{key}"), len(found)))
    said = listed(DEFAULT_LANGUAGE, counts)
    key = "paper-briefing-measures" if counts else "paper-briefing-measures-none"
    paper.body(paper_text(key, total=len(facts.measures), counts=said))
    if any(one.overall.status for one in facts.measures):
        paper.body(paper_text("note-rule-overall"))
    if facts.with_figures():
        paper.body(figure_counts(facts))
    if behind := facts.paced(Pace.BEHIND):
        paper.body(_numbers(paper_text("pace-behind"), behind))
    write_given(paper, facts)
    return 1


def _target(
    ledger: Ledger, place: int, target: AskedIndicator, reading: TargetReading | None
) -> str:
    """What it is, until when, where the time would have it, and what the office gave for it."""
    clauses_said = [paper_text("paper-draft-target", target=target_words(DEFAULT_LANGUAGE, target))]
    if target.deadline is not None:
        by = date_words(target.deadline)
        clauses_said.append(paper_text("paper-briefing-target-by", day=by))
    if target.time_passed is not None:
        passed = percent(target.time_passed)
        end = date_words(ledger.period.last_day)
        since = date_words(target.starts_on) if target.starts_on else "none"
        clauses_said.append(
            paper_text("paper-briefing-target-time", day=end, passed=passed, since=since)
        )
        due = due_by_time(target, target.time_passed)
        if due is not None:
            value = _value(target, due)
            clauses_said.append(paper_text("paper-briefing-target-due", due=value))
    facts = "，".join(clauses_said)
    name = one_line(target.name)
    if reading is None:
        return paper_text("paper-briefing-target", number=place, name=name, facts=facts)
    paced = pro_rata(target, reading.value)
    return paper_text(
        "paper-briefing-target-given",
        number=place,
        name=name,
        facts=facts,
        day=date_words(ledger.period.last_day),
        value=_given(target, reading),
        source=one_line(reading.source) or "none",
        pace=paper_text(f"pace-{paced.pace.value}") if paced else "none",
    )


def _value(target: AskedIndicator, value: Decimal) -> str:
    """200亿元."""
    return paper_text("paper-value", value=number(value), unit=one_line(target.unit_of_measure))


def _given(target: AskedIndicator, reading: TargetReading) -> str:
    figure = Figure(target.indicator_id, reading.value, approximate=reading.approximate)
    return value_words(DEFAULT_LANGUAGE, target, figure)


# --- by task force ---


def _write_forces(paper: OfficialPaper, facts: MonthFacts, chapter: int) -> int:
    """A table; no chapter where the plan has no task force."""
    forces = facts.forces()
    if not forces:
        return 0
    write_heading(paper, 1, chapter, paper_text("paper-briefing-forces"))
    paper.body(paper_text("paper-briefing-forces-note"), keep_with_next=True)
    heads = [_force_head(key) for key in ("force", "measures")]
    heads += [_status(status) for status in _STATUSES]
    heads += [_force_head("exempt"), _force_head("not-due"), paper_text("pace-behind")]
    lines = [
        [_force_name(force), *(str(len(found)) for _, found in _force_counts(force))]
        for force in forces
    ]
    whole = ForceFacts(None, tuple(facts.measures))
    sums = [paper_text("sheet-sum"), *(str(len(found)) for _, found in _force_counts(whole))]
    paper.table([[_in_two(head) for head in heads], *lines, sums], _FORCE_WIDTHS)
    return 1


def _in_two(head: str) -> str:
    """On two lines of two characters, where the column has room for three: no 正常推 over 进."""
    return f"{head[:2]}\n{head[2:]}" if len(head) == 4 else head


def _force_head(column: str) -> str:
    return paper_text(f"paper-briefing-col-{column}")


def _force_name(force: ForceFacts) -> str:
    return one_line(force.name or "") or paper_text("sheet-no-task-force")


def _force_counts(force: ForceFacts) -> Iterator[tuple[str, Sequence[MeasureFacts]]]:
    """The columns of the table: what each counts, and the measures that it counts."""
    yield _force_head("measures"), force.measures
    for status in _STATUSES:
        yield _status(status), force.standing(status)
    yield paper_text("paper-measures-exempt"), force.exempt()
    yield paper_text("paper-measures-not-due"), force.not_due()
    yield paper_text("pace-behind"), force.paced(Pace.BEHIND)


# --- what is behind ---


def _write_troubles(paper: OfficialPaper, facts: MonthFacts, chapter: int) -> int:
    write_heading(paper, 1, chapter, paper_text("paper-briefing-troubles"))
    troubled = facts.troubled()
    if not troubled:
        paper.body(paper_text("paper-briefing-troubles-none"))
    for place, one in enumerate(troubled, start=1):
        role = paper_text(f"role-{one.leading}")
        leads = most_named(one.leads)
        beside = beside_overall(DEFAULT_LANGUAGE, one.overall)
        paper.body(
            paper_text(
                "paper-briefing-trouble",
                number=place,
                measure=one_line(one.measure.number),
                title=one_line(one.measure.title),
                standing=_status(one.overall.status),
                leads=paper_text("paper-briefing-leads", role=role, units=leads),
                beside=beside or "none",
            )
            + "".join(
                _trouble_words(trouble, one.overall, facts.ledger) for trouble in one.troubles
            )
        )
    write_partly(paper, facts.partly_troubled())
    return 1


def _trouble_words(trouble: Trouble, overall: Overall, ledger: Ledger) -> str:
    """What the unit says of it, where nothing, that; and its status where it is another."""
    unit = one_line(trouble.unit)
    if trouble.status is not overall.status:
        status = _status(trouble.status)
        unit = paper_text("paper-briefing-trouble-status", unit=unit, status=status)
    if trouble.told_at:
        return paper_text("paper-briefing-trouble-told", unit=unit, number=trouble.told_at)
    if trouble.followed is not None:
        told = _told(trouble.followed, ledger)
        return paper_text("paper-briefing-trouble-why", unit=unit, why=told)
    problem, step = one_line(trouble.problem), one_line(trouble.next_step)
    why = ended(problem) if problem else paper_text("paper-briefing-no-reason")
    said = paper_text("paper-briefing-trouble-why", unit=unit, why=why)
    return said + _next_step(step, ledger)


def _next_step(step: str, ledger: Ledger) -> str:
    """As what was planned, where the day that it names is over."""
    if not step:
        return ""
    last = last_day_named(step, ledger.period)
    is_over = last is not None and last < ledger.problems_as_of.date()
    key = "paper-briefing-step-before" if is_over else "paper-briefing-next-step"
    return paper_text(key, step=ended(step))


# --- problems ---


def _write_problems(paper: OfficialPaper, facts: MonthFacts, chapter: int) -> int:
    write_heading(paper, 1, chapter, paper_text("paper-briefing-problems"))
    by_age, closed = facts.problems_by_age(), facts.closed_problems()
    total = sum(len(found) for _, found in by_age)
    if by_age:
        counts = (
            paper_text("paper-briefing-problems-since", since=_since(since), count=len(found))
            for since, found in by_age
        )
        overdue = sum(one.problem.is_overdue for _, found in by_age for one in found)
        paper.body(
            paper_text(
                "paper-briefing-problems-count",
                total=total,
                resolved=len(facts.resolved_problems()),
                counts=listed(DEFAULT_LANGUAGE, counts),
                overdue=overdue,
            )
        )
    else:
        paper.body(paper_text("paper-briefing-problems-none"))
    if closed:
        paper.body(paper_text("paper-briefing-problems-closed", count=len(closed)))
    oldest_first = (one for _, found in by_age for one in found)
    for place, one in enumerate(oldest_first, start=1):
        problem = one.problem
        paper.body(
            paper_text(
                "paper-briefing-problem",
                number=place,
                measure=one_line(problem.number),
                unit=one_line(problem.unit),
                told=_told(problem, facts.ledger),
            )
        )
    return 1


def _since(since: Period) -> str:
    return period_name(DEFAULT_LANGUAGE, since)


def _told(problem: FollowedProblem, ledger: Ledger) -> str:
    """A problem, its age, how it stands and what was said of it last: alike wherever it is told."""
    state = _state(problem.state)
    if problem.is_overdue:
        state = paper_text("sheet-problem-overdue", state=state)
    said = paper_text(
        "paper-briefing-problem-told",
        words=ended(one_line(problem.words)),
        since=_since(problem.since),
        days=problem.days(ledger.problems_as_of),
        state=state,
        closed=day_short(DEFAULT_LANGUAGE, problem.closed_at.date())
        if problem.closed_at
        else "none",
    )
    said += _how_it_goes(problem, ledger)
    if help_from := one_line(problem.help_from):
        said += paper_text("paper-briefing-help", units=ended(help_from))
    return said


def _how_it_goes(problem: FollowedProblem, ledger: Ledger) -> str:
    """What its unit has said of it since it raised it; the step that was named then comes after.

    Of one that is solved in the unit's words no step is to come any more.
    """
    step, word = one_line(problem.next_step), problem.newest_word
    if word is None:
        return _next_step(step, ledger) if problem.is_living else ""
    said = paper_text(
        f"paper-briefing-{word.event.value}",
        day=day_short(DEFAULT_LANGUAGE, word.at.date()),
        words=ended(one_line(word.words)),
    )
    if step and problem.is_living:
        said += paper_text("paper-briefing-step-before", step=ended(step))
    return said


# --- highlights ---


def _write_highlights(paper: OfficialPaper, told: Sequence[HighlightFacts], chapter: int) -> None:
    """No chapter where none is told."""
    if not told:
        return
    write_heading(paper, 1, chapter, paper_text("paper-briefing-highlights"))
    for place, one in enumerate(told, start=1):
        highlight = one.highlight
        paper.body(
            paper_text(
                "paper-briefing-highlight",
                number=place,
                measure=one_line(highlight.number),
                title=one_line(highlight.title),
                unit=one_line(highlight.unit),
                words=ended(one_line(highlight.text)),
            )
        )


# --- words and sources ---


def _state(state: ProblemState) -> str:
    return paper_text(f"problem-state-{state.value}")


def _status(status: EntryStatus | None) -> str:
    return paper_text(f"status-{status}" if status else "paper-bulletin-nothing-said")


def _numbers(what: str, found: Iterable[MeasureFacts]) -> str:
    numbers = [one_line(one.measure.number) for one in found]
    named = numbers_named(DEFAULT_LANGUAGE, numbers)
    return paper_text("paper-bulletin-numbers", what=what, count=len(numbers), numbers=named)


def briefing_sources(facts: MonthFacts, told: Sequence[HighlightFacts]) -> Iterator[Source]:
    """Every figure but 0: what it counts, how many, and where they stand in the workbook."""
    yield from _unit_sources(facts)
    for row, target in facts.targets():
        yield from _target_sources(facts.ledger, target, row)
    yield from _measure_sources(facts)
    yield from _problem_sources(facts)
    if told:
        rows = tuple(one.row for one in told)
        what = paper_text("paper-briefing-highlights")
        yield Source(what, of_figures(len(told)), rows, "sheet-highlights")


def _target_sources(ledger: Ledger, target: AskedIndicator, row: int) -> Iterator[Source]:
    """What it is, how much of its time has passed, where that would have it, what was given."""
    name, passed = one_line(target.name), target.time_passed
    found = [(name, _value(target, target.target))]
    if passed is not None:
        found.append((paper_text("paper-briefing-target-passed", name=name), percent(passed)))
        if (due := due_by_time(target, passed)) is not None:
            what = paper_text("paper-briefing-target-due-of", name=name)
            found.append((what, _value(target, due)))
    if reading := ledger.reading_of(target):
        what = paper_text("paper-briefing-target-now", name=name)
        found.append((what, _given(target, reading)))
    for what, figure in found:
        yield Source(what, figure, (row,), "sheet-overview")


def _unit_sources(facts: MonthFacts) -> Iterator[Source]:
    expected = facts.expected()
    missing = [(kind, facts.unfiled(kind)) for kind in _NOT_FILED]
    named = {unit for _, found in missing for unit in found}
    for what, units in (
        (paper_text("sheet-expected"), expected),
        (paper_text("paper-briefing-filed"), [unit for unit in expected if unit not in named]),
        *((paper_text(f"timeliness-{kind}"), found) for kind, found in missing),
    ):
        if units:
            rows = facts.rows_of_units(units)
            yield Source(what, of_units(len(units)), rows, "sheet-overview")


def _measure_sources(facts: MonthFacts) -> Iterator[Source]:
    """Of the whole, of each task force, and of every measure that is told."""
    paced = [(paper_text(f"pace-{pace}"), facts.paced(pace)) for pace in _PACES[:-1]]
    of_forces = [
        (paper_text("paper-briefing-of-force", force=_force_name(force), of=what), found)
        for force in facts.forces()
        for what, found in _force_counts(force)
    ]
    whole = ForceFacts(None, tuple(facts.measures))
    for what, found in (*_force_counts(whole), *paced, *of_forces):
        if found:
            yield Source(what, of_measures(len(found)), rows_of(found))
    yield from figure_sources(facts)
    yield from pace_sources(facts.paced(Pace.BEHIND))
    for status in (EntryStatus.BEHIND, EntryStatus.NOT_BEGUN):
        yield from standing_sources(facts.standing(status), _status(status))
    yield from partly_sources(facts.partly_troubled())


def _problem_sources(facts: MonthFacts) -> Iterator[Source]:
    standing = facts.standing_problems()
    groups = [
        (paper_text("paper-briefing-problems"), standing),
        (_state(ProblemState.RESOLVED), facts.resolved_problems()),
        *((_since(since), found) for since, found in facts.problems_by_age()),
        (
            paper_text("paper-briefing-overdue"),
            [one for one in standing if one.problem.is_overdue],
        ),
        (_state(ProblemState.CLOSED), facts.closed_problems()),
    ]
    for what, found in groups:
        if found:
            rows = tuple(sorted(one.row for one in found))
            yield Source(what, of_figures(len(found)), rows, "sheet-followed")
    for place, one in enumerate(standing, start=1):
        what = paper_text(
            "paper-sources-problem",
            place=place,
            number=one_line(one.problem.number),
            unit=one_line(one.problem.unit),
        )
        days = paper_text("paper-sources-days", days=one.problem.days(facts.ledger.problems_as_of))
        yield Source(what, days, (one.row,), "sheet-followed")
