"""One question about one measure, and the line that it becomes once it is answered."""

from collections.abc import Iterator, Sequence

from dialog.bylines import byline, others_writing
from dialog.checks import entry_faults
from dialog.completion import text_with_highlights
from dialog.doubt_answers import amount_beside_doubt
from dialog.doubt_words import doubt_said
from dialog.doubts import (
    OF_DONE,
    OF_WORDS,
    Doubt,
    asked_doubts,
    explained_doubts,
    explanations_that_hold,
    open_doubts,
)
from dialog.evidence import evidence_said
from dialog.figure_answers import by_one_of_both
from dialog.figures import shown_figure
from dialog.filed import as_filed
from dialog.follow_ups import names_unit, stands_on
from dialog.last_month import all_as_last, trouble_of_last
from dialog.layout import Rows, button, cut, pieces, rows
from dialog.outcome import Note
from dialog.press import WITH_PROBLEM, Action, Press
from dialog.problem_answers import NO_HELP, NOT_NEEDED
from dialog.same_doubts import REASONS
from dialog.steps import (
    Step,
    asked_steps,
    is_answered,
    is_begun,
    is_complete,
    previous_step,
    sign,
    step_argument,
)
from dialog.sums import growth_or_correction, is_growth, sum_offered, told_offered
from dialog.supporters import material, ways
from texts import plain, say
from texts.wording import (
    done_words,
    explained_what,
    listed,
    month_alone,
    month_name,
    number,
    one_after_another,
    percent,
    period_name,
    timetable_line,
    when_told,
)
from vocabulary.message import Button, Message
from vocabulary.named_days import are_days_past
from vocabulary.period import Period
from vocabulary.progress import pro_rata, share_of_target
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    Figure,
    FiledFigure,
    OpenProblem,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import TROUBLED, Ask, DoubtKind, EntryStatus, ProblemTurn, Role

_SEPARATOR = " · "

_OTHERS = 4  # other units named; the rest is a number

_PARTS = 8  # measures of a shared paragraph named one under the other

_INDICATORS = 6  # targets listed with a measure; the questions for the figures name each anyway

_HIGHLIGHTS = 3  # of a measure's highlights, the newest are quoted

_HELPERS = 6  # other units that a button each names as those who could help

_QUOTED = 240  # characters of what was said before: to remind, not to be read again


def question(
    language: str,
    report: WorkingReport,
    entry: ReportEntry,
    step: Step,
    indicator_id: int | None = None,
    *,
    notes: Sequence[Note] = (),
) -> Message:
    """Asks `step` of the entry. `notes`: what to say first about the answer before.

    When the cycle opens, is due and locks stands above the sentence that asks, which is the last.
    """
    indicator = _indicator(entry.measure, indicator_id)
    lines = [say(language, note.text_key, **note.facts) for note in notes]
    if lines:
        lines.append("")
    lines.append(_heading(language, entry, step))
    lines += _background(language, report.period, entry, step, indicator)
    lines += said_at(language, entry, step, indicator_id)
    lines += _by_others(language, entry)
    lines.append(timetable_line(language, report.timetable))
    lines.append(_request(language, report.period, entry, step, indicator))
    return Message("\n".join(lines), _buttons(language, report, entry, step, indicator_id))


def answered(
    language: str, entry: ReportEntry, notes: Sequence[Note] = (), *, names_evidence: bool = True
) -> str:
    """The line that a question becomes, as Telegram HTML: how the entry stands now.

    names_evidence: not where a card has just told of it.
    """
    values = {
        "sign": sign(entry),
        "number": cut(entry.measure.number, 12),
        "title": cut(entry.measure.title, 28),
    }
    if not is_begun(entry):
        line = say(language, "card-answered-not", **values)
    elif not is_complete(entry):
        missing = plain(language, entry_faults(entry)[0].text_key)
        line = say(language, "card-answered-part", missing=missing, **values)
    else:
        stands = standing(language, entry.measure, entry.content)
        line = say(language, "card-answered", standing=stands, **values)
        evidence = _evidence_said(language, entry) if names_evidence else []
        further = (*_figures_said(language, entry), *evidence)
        line = one_after_another(language, (line, *further))
    return "\n".join((line, *(say(language, note.text_key, **note.facts) for note in notes)))


def said_lines(
    language: str, entry: ReportEntry, content: EntryContent, *, line: int
) -> Iterator[str]:
    """All that `content` says, as lines of markup; none holds more than `line` characters of it."""
    role = plain(language, f"role-{entry.measure.role.value}")
    if entry.measure.one_line and not content.no_progress:
        yield say(language, "preview-role", role=role)
    else:
        status = standing(language, entry.measure, content)
        yield say(language, "preview-status", role=role, status=status)
    yield from _follow_up_lines(language, entry, content, line=line)
    for key, words in (
        ("preview-reason", content.no_progress_reason),
        ("preview-text", content.text),
        ("preview-problem", content.problem),
        ("preview-next-step", content.next_step),
        ("preview-help", content.help_from),
    ):
        if words:
            first, *more = pieces(words, line)
            yield say(language, key, words=first)
            yield from (say(language, "preview-text", words=piece) for piece in more)
    for indicator in entry.measure.indicators:
        figure = content.figure(indicator.indicator_id)
        if figure is not None:
            shown = _progress(language, indicator, figure)
            name = cut(indicator.name, 200)
            yield say(language, "preview-figure", name=name, figure=shown)
    for line_of_reason in explained_lines(language, content):
        yield say(language, "preview-explained", words=line_of_reason)
    if entry.evidence:
        yield evidence_said(language, entry.evidence)


def explained_lines(language: str, content: EntryContent) -> Iterator[str]:
    """What looked doubtful, and why the unit says that it is true all the same; plain text."""
    for one in content.explanations:
        what = explained_what(language, one)
        yield plain(language, "explained-line", what=what, reason=" ".join(one.reason.split()))


def _follow_up_lines(
    language: str, entry: ReportEntry, content: EntryContent, *, line: int
) -> Iterator[str]:
    """What has become of the problem of a month before; its words too, where it stands no more."""
    problem, follow_up = entry.measure.open_problem, content.follow_up
    if problem is None or follow_up is None:
        return
    since = month_name(language, problem.since)
    if stands_on(entry.measure, content):
        key, quoted = "preview-follow-up", ""
    else:
        key, quoted = "preview-follow-up-resolved", cut(problem.words, _QUOTED)
    first, *more = pieces(follow_up.words, line)
    turn = plain(language, f"problem-turn-{follow_up.turn.value}")
    yield say(language, key, since=since, problem=quoted, turn=turn, words=first or "none")
    yield from (say(language, "preview-text", words=piece) for piece in more)


def _indicator(measure: AskedMeasure, indicator_id: int | None) -> AskedIndicator | None:
    known = (i for i in measure.indicators if i.indicator_id == indicator_id)
    return next(known, None)


# ── what stands in it ──────────────────────────────────────────────────────────────────────────


def _heading(language: str, entry: ReportEntry, step: Step) -> str:
    measure = entry.measure
    if step is Step.STATUS or (measure.one_line and not is_begun(entry)):
        facts = [plain(language, f"role-{measure.role.value}")]
        facts += [plain(language, "card-quarterly")] if measure.ask is Ask.QUARTERLY else []
        facts += [cut(measure.task_force, 40)] if measure.task_force else []
    else:
        stands = entry.content.status is not None or entry.content.no_progress
        facts = [standing(language, measure, entry.content)] if stands or measure.one_line else []
    values = {"number": cut(measure.number, 12), "title": cut(measure.title, 120)}
    key = "card-question" if facts else "card-question-plain"
    return say(language, key, facts=_SEPARATOR.join(facts), **values)


def standing(language: str, measure: AskedMeasure, content: EntryContent) -> str:
    """正常推进, or 滞后 · 本月无进展; where one line is asked 配合, or 本月无配合事项."""
    if measure.one_line:
        key = "card-no-help" if content.no_progress else f"role-{measure.role.value}"
        return plain(language, key)
    words = [plain(language, f"status-{content.status.value}")] if content.status else []
    words += [plain(language, "card-no-progress")] if content.no_progress else []
    return _SEPARATOR.join(words) or plain(language, "status-none")


def _background(  # noqa: PLR0911  one per step
    language: str,
    period: Period,
    entry: ReportEntry,
    step: Step,
    indicator: AskedIndicator | None,
) -> list[str]:
    """What a person needs to know for this step: the target, and what was said last month."""
    last = entry.last or EntryContent()
    match step:
        case Step.STATUS:
            return [
                *_shared(language, entry.measure),
                *_highlights(language, entry),
                *_others(language, entry.measure),
                *material(language, entry),
                *_targets(language, entry),
                *_last_words(language, entry),
            ]
        case Step.TEXT if entry.measure.one_line:
            return [
                *_shared(language, entry.measure),
                *_others(language, entry.measure),
                *_last_line(language, entry),
            ]
        case Step.TEXT:
            return [
                *_highlights(language, entry),
                *_targets(language, entry),
                *_last_words(language, entry),
            ]
        case Step.FIGURE:
            return [_target(language, entry, indicator)] if indicator else []
        case Step.FOLLOW_UP:
            return _open_problem(language, entry.measure, period)
        case Step.STANDS:
            return _quoted(language, "card-said-problem", entry.content.problem)
        case Step.PROBLEM:
            words = trouble_of_last(entry).problem
            return _quoted(language, "card-last-problem", words, asked=_asked(entry))
        case Step.NEXT_STEP:
            words = trouble_of_last(entry).next_step
            quoted = _quoted(language, "card-last-next-step", words, asked=_asked(entry))
            return [*quoted, *_past(language, words, period)]
        case Step.REASON:
            reason = last.no_progress_reason
            return _quoted(language, "card-last-reason", reason, asked=_asked(entry))
        case Step.EXPLAIN:
            return _doubted(language, entry)


def _doubted(language: str, entry: ReportEntry) -> list[str]:
    """What is doubtful, or was: the first of it, with all that comes of the same tap."""
    found = asked_doubts(entry) or explained_doubts(entry)
    return [doubt_said(language, doubt) for doubt in found]


def _highlights(language: str, entry: ReportEntry) -> list[str]:
    shown = entry.highlights[-_HIGHLIGHTS:]
    lines = [say(language, "card-highlight", words=cut(text, _QUOTED)) for text in shown]
    more = len(entry.highlights) - len(shown)
    return [*lines, *([say(language, "card-more", count=more)] if more else [])]


def _open_problem(language: str, measure: AskedMeasure, period: Period) -> list[str]:
    problem = measure.open_problem
    if problem is None:
        return []
    since = month_name(language, problem.since)
    return [
        say(language, "card-open-problem", since=since, words=cut(problem.words, 2 * _QUOTED)),
        *_began(language, problem),
        *_quoted(language, "card-open-next-step", problem.next_step),
        *_past(language, problem.next_step, period),
        *_quoted(language, "card-open-help", problem.help_from),
        *_quoted(language, "card-open-said", problem.said),
        *_quoted(language, "card-open-question", problem.question),
    ]


def _began(language: str, problem: OpenProblem) -> list[str]:
    """Where its words name an earlier month than the one that it was raised in."""
    if problem.began == problem.since:
        return []
    return [say(language, "card-open-began", since=period_name(language, problem.began))]


def _past(language: str, next_step: str, period: Period) -> list[str]:
    return [say(language, "card-step-past")] if are_days_past(next_step, period) else []


def _shared(language: str, measure: AskedMeasure) -> list[str]:
    """Which measures the paragraph answers."""
    if not measure.parts:
        return []
    lines = [say(language, "card-shared", count=len(measure.parts))]
    lines += [
        say(
            language,
            "card-shared-one",
            number=cut(part.number, 12),
            title=cut(part.title or part.text, 40),
        )
        for part in measure.parts[:_PARTS]
    ]
    more = len(measure.parts) - _PARTS
    return [*lines, *([say(language, "card-more", count=more)] if more > 0 else [])]


def _quoted(language: str, key: str, words: str, length: int = _QUOTED, **facts: str) -> list[str]:
    return [say(language, key, words=cut(words, length), **facts)] if words else []


def _asked(entry: ReportEntry) -> str:
    """How often, since that says when the time before was."""
    return entry.measure.ask.value


def _last_words(language: str, entry: ReportEntry) -> list[str]:
    last = entry.last
    if last is None or last.status is None:
        return []
    facts = {"status": plain(language, f"status-{last.status.value}"), "asked": _asked(entry)}
    if last.no_progress:
        reason = cut(last.no_progress_reason, _QUOTED)
        return [say(language, "card-last-no-progress", words=reason, **facts)]
    return [say(language, "card-last", words=cut(last.text, _QUOTED), **facts)]


def _last_line(language: str, entry: ReportEntry) -> list[str]:
    """What was said last time where one line is asked."""
    last = entry.last or EntryContent()
    if last.no_progress:
        return [say(language, "card-last-no-help", asked=_asked(entry))]
    return _quoted(language, "card-last-line", last.text, asked=_asked(entry))


def _others(language: str, measure: AskedMeasure) -> list[str]:
    """Who has the measure too; a role that all of them have is said once."""
    if not measure.others:
        return []
    roles = {role for _, role in measure.others}
    alike = plain(language, f"role-{roles.pop().value}") if len(roles) == 1 else ""
    shown = measure.others[:_OTHERS]
    named = [_other(language, unit, None if alike else role) for unit, role in shown]
    if len(measure.others) > len(shown):
        key = "card-others-alike-more" if alike else "card-others-more"
    else:
        key = "card-others-alike" if alike else "card-others"
    units = listed(language, named)
    return [say(language, key, count=len(measure.others), role=alike, units=units)]


def _other(language: str, unit: str, role: Role | None) -> str:
    name = cut(unit, 24)
    if role is None:
        return name
    return plain(language, "card-other", unit=name, role=plain(language, f"role-{role.value}"))


def _targets(language: str, entry: ReportEntry) -> list[str]:
    shown = entry.measure.indicators[:_INDICATORS]
    lines = [_target(language, entry, indicator) for indicator in shown]
    more = len(entry.measure.indicators) - len(shown)
    return [*lines, *([say(language, "card-more", count=more)] if more else [])]


def _target(language: str, entry: ReportEntry, indicator: AskedIndicator) -> str:
    facts = {
        "name": cut(indicator.name, 60),
        "wanted": plain(
            language,
            f"card-wanted-{indicator.comparator.name.lower()}",
            value=shown_figure(indicator, indicator.target),
        ),
    }
    parts = [say(language, "card-target", **facts)]
    if day := indicator.deadline:
        key = "card-target-by-year" if (day.month, day.day) == (12, 31) else "card-target-by"
        parts.append(say(language, key, year=str(day.year), month=str(day.month), day=str(day.day)))
    before = entry.last.figure(indicator.indicator_id) if entry.last else None
    known = entry.known_before(indicator.indicator_id) or (FiledFigure(before) if before else None)
    if known is not None:
        shown = figure_said(language, indicator, known.figure)
        when = when_told(language, entry.when(known))
        parts.append(say(language, "card-target-last", figure=shown, when=when))
    return "".join(parts)


def figure_said(language: str, indicator: AskedIndicator, figure: Figure) -> str:
    if figure.value is None:
        return plain(language, "card-no-figure")
    shown = shown_figure(indicator, figure.value)
    return plain(language, "card-about", figure=shown) if figure.approximate else shown


def _progress(language: str, indicator: AskedIndicator, figure: Figure) -> str:
    """183 / 300个（61%）."""
    if figure.value is None:
        return plain(language, "card-no-figure")
    shown = number(figure.value)
    if figure.approximate:
        shown = plain(language, "card-about", figure=shown)
    target = shown_figure(indicator, indicator.target)
    share = share_of_target(indicator, figure.value)
    if share is None:
        said = plain(language, "card-progress-target", figure=shown, target=target)
    else:
        part = percent(share)
        said = plain(language, "card-progress-share", figure=shown, target=target, share=part)
    return said + _beside_time(language, indicator, figure)


def _beside_time(language: str, indicator: AskedIndicator, figure: Figure) -> str:
    """，序时应达 58%，实达 61%：达序时; empty where there is no pro-rata progress."""
    found = pro_rata(indicator, figure.value)
    if found is None:
        return ""
    pace = plain(language, f"pace-{found.pace.value}")
    due, done = percent(found.due), done_words(language, found)
    return plain(language, "card-pro-rata", due=due, done=done, pace=pace)


def _figures_said(language: str, entry: ReportEntry) -> Iterator[str]:
    """Each figure with its name; an only one needs none."""
    only = len(entry.measure.indicators) == 1
    for indicator in entry.measure.indicators[:_INDICATORS]:
        figure = entry.content.figure(indicator.indicator_id)
        if figure is None:
            continue
        shown = _progress(language, indicator, figure)
        if only and indicator.cumulative and figure.value is not None:
            yield say(language, "card-answered-total", figure=shown)
        else:
            yield say(language, "card-answered-figure", name=cut(indicator.name, 30), figure=shown)


def said_at(
    language: str,
    entry: ReportEntry,
    step: Step,
    indicator_id: int | None,
    *,
    quoted: int = _QUOTED,
) -> list[str]:
    """The answer that this step has already; at the status, everything that the entry says.

    quoted: so many characters of it.
    """
    content = entry.content
    if step is Step.STATUS:
        return _all_said(language, entry, quoted) if is_begun(entry) else []
    if step is Step.FOLLOW_UP:
        return list(_follow_up_said(language, content))
    if step is Step.EXPLAIN:
        return _explained_said(language, entry, quoted)
    named = content.help_from if step is Step.NEXT_STEP else ""
    if step is Step.STANDS or not is_answered(content, step, indicator_id):  # its buttons say it
        return _quoted(language, "card-said-help", named)
    if step is Step.FIGURE:
        return list(_figure_said(language, entry, indicator_id))
    words = {
        Step.REASON: content.no_progress_reason,
        Step.TEXT: content.text,
        Step.PROBLEM: content.problem,
        Step.NEXT_STEP: content.next_step,
    }
    lines = _quoted(language, f"card-said-{step.value}", words[step], quoted)
    return [*lines, *_quoted(language, "card-said-help", named, quoted)]


def all_words_said(language: str, entry: ReportEntry, *, quoted: int) -> list[str]:
    """Whatever the entry says but its status, what is out of sight for now among it."""
    content = entry.content
    reasons = dict.fromkeys(one.reason for one in content.explanations)
    return [
        *_follow_up_said(language, content, quoted),
        *_words_said(language, content, quoted),
        *_figures_said(language, entry),
        *(say(language, "card-said-explanation", words=cut(one, quoted)) for one in reasons),
    ]


def _words_said(language: str, said: EntryContent, quoted: int) -> list[str]:
    return [
        *_quoted(language, "card-said-reason", said.no_progress_reason, quoted),
        *_quoted(language, "card-said-text", said.text, quoted),
        *_quoted(language, "card-said-problem", said.problem, quoted),
        *_quoted(language, "card-said-next-step", said.next_step, quoted),
        *_quoted(language, "card-said-help", said.help_from, quoted),
    ]


def _all_said(language: str, entry: ReportEntry, quoted: int) -> list[str]:
    content = entry.content
    parts = _words_said(language, content if content.status is None else as_filed(entry), quoted)
    stands = standing(language, entry.measure, entry.content)
    status = [say(language, "card-said-status", status=stands)]
    figures = _figures_said(language, entry)
    evidence = _evidence_said(language, entry)
    return [*(status if content.status else []), *parts, *figures, *evidence]


def _explained_said(language: str, entry: ReportEntry, quoted: int) -> list[str]:
    """Why it is true, or the figures as they are by now, where nothing is doubtful any more."""
    if open_doubts(entry):
        return []
    if not explained_doubts(entry):
        return list(_figures_said(language, entry))
    asked = {(one.kind, one.indicator_id) for one in explained_doubts(entry)}
    reasons = [
        one.reason for one in explanations_that_hold(entry) if (one.kind, one.indicator_id) in asked
    ]
    return [
        line
        for reason in dict.fromkeys(reasons)
        for line in _quoted(language, "card-said-explanation", reason, quoted)
    ]


def _by_others(language: str, entry: ReportEntry) -> Iterator[str]:
    """Which colleague answered, and which one has the question open as well."""
    if entry.answered is not None and not entry.answered.is_reader:
        yield say(language, "card-answered-by", by=byline(language, entry.answered))
    yield from others_writing(language, entry.writing)
    if entry.helper is not None:
        key = "card-asked-helper" if entry.helper else "card-asked-link"
        yield say(language, key, name=cut(entry.helper, 30))


def _follow_up_said(language: str, content: EntryContent, quoted: int = _QUOTED) -> Iterator[str]:
    if content.follow_up is not None:
        turn = plain(language, f"problem-turn-{content.follow_up.turn.value}")
        words = cut(content.follow_up.words, quoted) or "none"
        yield say(language, "card-said-follow-up", turn=turn, words=words)


def _evidence_said(language: str, entry: ReportEntry) -> list[str]:
    return [evidence_said(language, entry.evidence)] if entry.evidence else []


def _figure_said(language: str, entry: ReportEntry, indicator_id: int | None) -> Iterator[str]:
    indicator = _indicator(entry.measure, indicator_id)
    figure = entry.content.figure(indicator_id) if indicator_id is not None else None
    if indicator is not None and figure is not None:
        yield say(language, "card-said-figure", figure=_progress(language, indicator, figure))


def _request(  # noqa: PLR0911  one per step
    language: str,
    period: Period,
    entry: ReportEntry,
    step: Step,
    indicator: AskedIndicator | None,
) -> str:
    """The sentence that asks. It names the month: on the first day of the next, 本月 is neither."""
    when = _when(language, period, entry)
    match step:
        case Step.STATUS | Step.FOLLOW_UP:
            if step is Step.FOLLOW_UP:
                return say(language, _follow_up_request(entry.content))
            return say(language, _status_request(entry), asked=_asked(entry), when=when)
        case Step.EXPLAIN if not open_doubts(entry):
            is_explained = bool(explained_doubts(entry))
            return say(language, f"ask-explain-{'settled' if is_explained else 'mended'}")
        case Step.EXPLAIN if len(asked_doubts(entry)) > 1:
            return say(language, "ask-explain-done")
        case Step.EXPLAIN if _first_doubt(entry) is DoubtKind.NO_EVIDENCE:
            return say(language, "ask-evidence")
        case Step.EXPLAIN if _first_doubt(entry) is DoubtKind.OTHER_TOTAL:
            return say(language, "ask-which-total")
        case Step.TEXT if entry.measure.one_line:
            return say(language, "ask-one-line", when=when)
        case Step.TEXT if _all_in_one(entry):
            return say(language, "ask-text-trouble", when=when)
        case Step.TEXT if entry.content.status is EntryStatus.DONE:
            return say(language, "ask-text-done")
        case Step.TEXT if len(entry.measure.indicators) == 1 and _only(entry).cumulative:
            unit = cut(_only(entry).unit_of_measure, 12)
            return say(language, "ask-text-figure", when=when, unit=unit)
        case Step.FIGURE if indicator is not None:
            key = "ask-figure-total" if indicator.cumulative else "ask-figure"
            name, unit = cut(indicator.name, 60), cut(indicator.unit_of_measure, 12)
            month = month_alone(language, period)
            return say(language, key, name=name, month=month, unit=unit)
        case _:
            return say(language, f"ask-{step.value}", when=when)


def _all_in_one(entry: ReportEntry) -> bool:
    """A measure in trouble with all of its words still to come: one message may hold them."""
    content = entry.content
    return content.status in TROUBLED and not (content.problem or content.next_step)


def _when(language: str, period: Period, entry: ReportEntry) -> str:
    """7月份, or July; 本季度 where that is what is reported."""
    if entry.measure.ask is Ask.QUARTERLY:
        return plain(language, "card-this-quarter")
    return month_name(language, period)


def _first_doubt(entry: ReportEntry) -> DoubtKind | None:
    return next((doubt.kind for doubt in open_doubts(entry)), None)


def _follow_up_request(content: EntryContent) -> str:
    follow_up = content.follow_up
    if follow_up is None or follow_up.is_said:
        return "ask-follow-up"
    return f"ask-follow-up-{follow_up.turn.value}"


def _only(entry: ReportEntry) -> AskedIndicator:
    return entry.measure.indicators[0]


def _status_request(entry: ReportEntry) -> str:
    if entry.content.status is not None:
        return "ask-status-again"
    if is_begun(entry):
        return "ask-status-only"
    last_done = entry.last is not None and entry.last.status is EntryStatus.DONE
    return "ask-status-done" if last_done else "ask-status"


# ── its buttons ────────────────────────────────────────────────────────────────────────────────


def _buttons(
    language: str,
    report: WorkingReport,
    entry: ReportEntry,
    step: Step,
    indicator_id: int | None,
) -> Rows:
    is_helper = bool(report.asked_by)
    return (
        *(_status_rows(language, entry) if step is Step.STATUS else ()),
        *(_turn_rows(language, entry) if step is Step.FOLLOW_UP else ()),
        *(_as_last_row(language, entry) if step is Step.FOLLOW_UP else ()),
        *(_stands_rows(language, entry) if step is Step.STANDS else ()),
        *(ways(language, entry, is_helper=is_helper) if step is Step.STATUS else ()),
        *_sum_rows(language, entry, step, indicator_id),
        *rows(_ways_to_answer(language, entry, step, indicator_id, is_helper=is_helper)),
        *rows(_ways_out(language, report, entry, step, indicator_id)),
    )


def _sum_rows(language: str, entry: ReportEntry, step: Step, indicator_id: int | None) -> Rows:
    """Where the text has told what was added, or a figure: the total, to be confirmed."""
    if step is Step.EXPLAIN:
        return _growth_rows(language, entry)
    if (
        step is not Step.FIGURE
        or indicator_id is None
        or is_answered(entry.content, step, indicator_id)
    ):
        return ()
    return sum_offered(language, entry, indicator_id) or told_offered(language, entry, indicator_id)


def _growth_rows(language: str, entry: ReportEntry) -> Rows:
    """A total that fell, and is in the text what was added."""
    for doubt in asked_doubts(entry):
        is_fall = doubt.kind is DoubtKind.FELL and doubt.indicator_id is not None
        if is_fall and is_growth(entry, doubt.indicator_id):
            return growth_or_correction(language, entry, doubt.indicator_id or 0)
    return ()


def _status_rows(language: str, entry: ReportEntry) -> Rows:
    """The status that stands already bears the sign ●."""
    return rows(
        Button(
            ("● " if status is entry.content.status else "")
            + plain(language, f"status-{status.value}"),
            Press(Action.STATUS, entry.entry_id, status.value, version=entry.version).data(),
        )
        for status in EntryStatus
    )


def _turn_rows(language: str, entry: ReportEntry) -> Rows:
    """What has become of the problem; what was said already bears the sign ●."""
    said = entry.content.follow_up
    return rows(
        Button(
            ("● " if said is not None and turn is said.turn else "")
            + plain(language, f"problem-turn-{turn.value}"),
            Press(Action.FOLLOW_UP, entry.entry_id, turn.value, entry.version).data(),
        )
        for turn in ProblemTurn
    )


def _as_last_row(language: str, entry: ReportEntry) -> Rows:
    """An unchanged measure with an unchanged problem, by one tap."""
    if all_as_last(entry) is None:
        return ()
    press = Press(Action.SAME, entry.entry_id, WITH_PROBLEM, entry.version)
    return ((button(language, "button-same-with-problem", press, asked=_asked(entry)),),)


def _stands_rows(language: str, entry: ReportEntry) -> Rows:
    """Whether the problem stands; what was said already bears the sign ●."""
    said = entry.content.problem_stands
    return rows(
        Button(
            ("● " if said is stands else "") + plain(language, f"problem-stands-{argument}"),
            Press(Action.PROBLEM_STANDS, entry.entry_id, argument, entry.version).data(),
        )
        for argument, stands in (("no", False), ("yes", True))
    )


def _helpers(language: str, entry: ReportEntry) -> Iterator[Button]:
    """The measure's other units as those who would have to help; the named ones bear the sign ●."""
    for place, (unit, _) in enumerate(entry.measure.others[:_HELPERS]):
        is_named = names_unit(entry.content, unit)
        sign, argument = ("● ", f"{place}.{NOT_NEEDED}") if is_named else ("", str(place))
        press = Press(Action.HELP_FROM, entry.entry_id, argument)
        yield button(language, "button-help-from", press, sign=sign, unit=cut(unit, 12))
    if entry.content.help_from:
        yield button(
            language, "button-help-from-none", Press(Action.HELP_FROM, entry.entry_id, NO_HELP)
        )


def _ways_to_answer(
    language: str, entry: ReportEntry, step: Step, indicator_id: int | None, *, is_helper: bool
) -> Iterator[Button]:
    """Answers by one tap, and at the status the questions that are answered already."""
    entry_id, content = entry.entry_id, entry.content
    if entry.measure.one_line:
        yield from _one_line_taps(language, entry)
    else:
        yield from _same_or_still(language, entry, step)
    if step in {Step.STATUS, Step.TEXT} and not (entry.measure.one_line or is_helper):
        yield from _highlight_taps(language, entry)
    if step is Step.EXPLAIN:
        doubted = [doubt.kind for doubt in asked_doubts(entry)]
        if len(doubted) == 1:
            yield from reasons_offered(language, entry_id, doubted[0], Action.EXPLAIN_AS)
        yield from _mending(language, entry)
    if step is Step.NEXT_STEP:
        yield from _helpers(language, entry)
    if step is Step.FIGURE and indicator_id is not None:
        yield from _figure_taps(language, entry, indicator_id)
    if is_answered(content, step, indicator_id) or _is_settled(entry, step):
        press = Press(Action.KEEP, entry_id, step_argument(step, indicator_id))
        yield button(language, "button-keep", press)
    if step is Step.STATUS and is_begun(entry):
        yield from _changes(language, entry)
    if entry.evidence:
        press = Press(Action.EVIDENCE_LIST, entry_id)
        yield button(language, "evidence-button-list", press, count=len(entry.evidence))


def _is_settled(entry: ReportEntry, step: Step) -> bool:
    """Whether it is about a doubt that a colleague has explained or mended meanwhile."""
    return step is Step.EXPLAIN and not open_doubts(entry)


def _highlight_taps(language: str, entry: ReportEntry) -> Iterator[Button]:
    if text_with_highlights(entry):
        yield button(language, "button-highlight-use", Press(Action.HIGHLIGHT_USE, entry.entry_id))
    yield button(language, "button-highlight", Press(Action.HIGHLIGHT, entry.entry_id))


def _same_or_still(language: str, entry: ReportEntry, step: Step) -> Iterator[Button]:
    """As last month, and nothing this month."""
    entry_id = entry.entry_id
    if step is Step.STATUS and entry.last is not None:
        done = entry.last.status is EntryStatus.DONE
        key = "button-same-done" if done else "button-same"
        press = Press(Action.SAME, entry_id, version=entry.version)
        yield button(language, key, press, asked=_asked(entry))
    if entry.content.no_progress and step in {Step.STATUS, Step.REASON}:
        yield button(
            language, "button-progress", Press(Action.PROGRESS, entry_id, version=entry.version)
        )
    elif step in {Step.STATUS, Step.TEXT}:
        yield button(
            language,
            "button-no-progress",
            Press(Action.NO_PROGRESS, entry_id, version=entry.version),
        )


def _one_line_taps(language: str, entry: ReportEntry) -> Iterator[Button]:
    last = entry.last
    if last is not None and last.text and not last.no_progress:
        press = Press(Action.SAME, entry.entry_id, version=entry.version)
        yield button(language, "button-same", press, asked=_asked(entry))
    yield button(
        language, "button-no-help", Press(Action.NO_PROGRESS, entry.entry_id, version=entry.version)
    )


def figure_or_reason(language: str, entry: ReportEntry, said: str, message_id: int) -> Rows:
    """What words with another amount in them are to a doubt: the right figure, or the reason."""
    for doubt in asked_doubts(entry)[:1]:
        indicator = _indicator(entry.measure, doubt.indicator_id)
        value = amount_beside_doubt(entry, doubt, said)
        if indicator is None or value is None:
            break
        figure = cut(shown_figure(indicator, value), 20)
        presses = [
            Press(action, entry.entry_id, str(message_id))
            for action in (Action.WORDS_FIGURE, Action.WORDS_REASON)
        ]
        return (
            (button(language, "button-doubt-figure", presses[0], figure=figure),),
            (button(language, "button-doubt-reason", presses[1]),),
        )
    return ()


_RECHOSEN = OF_DONE - {DoubtKind.DONE_BELOW}
"""Doubts about 已完成 itself: another status puts them right."""


def _mending(language: str, entry: ReportEntry) -> Iterator[Button]:
    """Where the doubtful thing can be put right; the measure, where a colleague has done so."""
    found = open_doubts(entry)[:1]
    if found and found[0].kind is DoubtKind.OTHER_TOTAL:
        yield from _one_of_both(language, entry, found[0])
        return
    for doubt in found or explained_doubts(entry)[:1]:
        yield button(language, "button-doubt-mend", _way_to_mend(entry, doubt))
        return
    yield button(language, "button-mend-again", Press(Action.RECHOOSE, entry.entry_id))


def reasons_offered(
    language: str, target: int, kind: DoubtKind, action: Action
) -> Iterator[Button]:
    """What an office says most often, by one tap. target, action: of one entry, or of a report."""
    for reason in REASONS.get(kind, ()):
        is_of_one = action is Action.EXPLAIN_AS
        press = Press(action, target, reason if is_of_one else f"{kind.value}.{reason}")
        yield button(language, f"button-explain-{reason}", press)


def _way_to_mend(entry: ReportEntry, doubt: Doubt) -> Press:
    if doubt.kind in _RECHOSEN:
        return Press(Action.RECHOOSE, entry.entry_id)
    if doubt.kind in OF_WORDS:
        return Press(Action.ENTRY, entry.entry_id, step_argument(Step.TEXT))
    return Press(Action.ENTRY, entry.entry_id, step_argument(Step.FIGURE, doubt.indicator_id))


def _one_of_both(language: str, entry: ReportEntry, doubt: Doubt) -> Iterator[Button]:
    """The text's total or the figure; a text that only its writer can change is asked anew."""
    told, figure = (cut(doubt.facts[name], 20) for name in ("told", "figure"))
    press = Press(Action.AS_TEXT, entry.entry_id, version=entry.version)
    yield button(language, "button-as-text", press, told=told)
    press = Press(Action.AS_FIGURE, entry.entry_id, version=entry.version)
    if by_one_of_both(entry, by_text=False) is None:
        press = Press(Action.ENTRY, entry.entry_id, step_argument(Step.TEXT))
    yield button(language, "button-as-figure", press, figure=figure)


def _figure_taps(language: str, entry: ReportEntry, indicator_id: int) -> Iterator[Button]:
    indicator = _indicator(entry.measure, indicator_id)
    before = entry.last.figure(indicator_id) if entry.last else None
    if indicator is not None and before is not None and before.value is not None:
        press = Press(Action.SAME_FIGURE, entry.entry_id, str(indicator_id), version=entry.version)
        shown = cut(figure_said(language, indicator, before), 20)
        yield button(language, "button-same-figure", press, figure=shown, asked=_asked(entry))
    press = Press(Action.NO_FIGURE, entry.entry_id, str(indicator_id), version=entry.version)
    yield button(language, "button-no-figure", press)


def other_changes(language: str, entry: ReportEntry, step: Step) -> Rows:
    """What else of the entry may be changed, where it is asked for the words of the step anew."""
    return rows(_changes(language, entry, but=step))


def _changes(language: str, entry: ReportEntry, *, but: Step = Step.STATUS) -> Iterator[Button]:
    figures = 0
    for step, indicator_id in asked_steps(entry.measure, entry.content):
        if step in {Step.STATUS, but} or not is_answered(entry.content, step, indicator_id):
            continue
        press = Press(Action.ENTRY, entry.entry_id, step_argument(step, indicator_id))
        if step is not Step.FIGURE:
            key = f"button-change-{step.value}"
            yield button(language, key, press)
        elif (indicator := _indicator(entry.measure, indicator_id)) and figures < _INDICATORS:
            figures += 1
            name = cut(indicator.name, 12)
            yield button(language, "button-change-figure", press, name=name)


def _ways_out(
    language: str,
    report: WorkingReport,
    entry: ReportEntry,
    step: Step,
    indicator_id: int | None,
) -> Iterator[Button]:
    entry_id = entry.entry_id
    if previous_step(report, entry_id, step, indicator_id) is not None:
        press = Press(Action.BACK, entry_id, step_argument(step, indicator_id))
        yield button(language, "button-back", press)
    has_status = entry.content.status is not None and not entry.measure.one_line
    if step is not Step.STATUS and has_status:
        yield button(language, "button-rechoose", Press(Action.RECHOOSE, entry_id))
    if not _is_settled(entry, step):
        yield button(language, "button-skip", Press(Action.SKIP, entry_id))
    yield button(language, "button-list", Press(Action.REPORT, report.report_id))
