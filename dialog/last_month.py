"""What is taken over from last month, for one measure or for all that are not begun."""

from dataclasses import replace

from dialog.figure_answers import figures_asked
from dialog.follow_ups import followed_up, unchanged_like_others
from dialog.outcome import Accepted, Answer, Note, Refused, nothing_before
from dialog.steps import is_begun, next_step
from vocabulary.report import EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED, ProblemTurn


def same_as_last(entry: ReportEntry) -> Answer:
    """Takes last month's status, and its words and figures where this month has none yet."""
    last = entry.last
    if last is None:
        return nothing_before(entry.measure)
    now = entry.content
    if entry.measure.one_line:
        nothing = last.no_progress and not now.text
        line = replace(now, text=now.text or last.text, no_progress=now.no_progress or nothing)
        return Accepted(line)
    figures = {figure.indicator_id: figure for figure in (*last.figures, *now.figures)}
    status = last.status or now.status
    trouble = trouble_of_last(entry) if status in TROUBLED else EntryContent()
    taken = EntryContent(
        status=status,
        text=now.text or last.text,
        problem=now.problem or trouble.problem,
        next_step=now.next_step or trouble.next_step,
        no_progress=now.no_progress or (last.no_progress and not now.text),
        no_progress_reason=now.no_progress_reason or last.no_progress_reason,
        figures=figures_asked(entry, figures),
        explanations=now.explanations,
        follow_up=now.follow_up,
        help_from=now.help_from or trouble.help_from,
        problem_stands=None if status in TROUBLED else now.problem_stands,
    )
    kept = now.text and now.text != last.text
    return Accepted(taken, (Note("answer-own-text-kept"),) if kept else ())


def all_as_last(entry: ReportEntry, *, together: bool = False) -> EntryContent | None:
    """All of a measure that nobody has begun, its open problem standing unchanged.

    together: said of several at once; a question of the office reads so in the answer. None where
    last month leaves anything to be asked.
    """
    answer = same_as_last(entry)
    if is_begun(entry) or isinstance(answer, Refused):
        return None
    content, problem = answer.content, entry.measure.open_problem
    if problem is not None and together:
        content = unchanged_like_others(content, problem)
    elif problem is not None:
        content = followed_up(content, problem, ProblemTurn.UNCHANGED, "")
    return content if next_step(entry.measure, content) is None else None


def all_same_as_last(report: WorkingReport, *, problems: bool = False) -> dict[int, EntryContent]:
    """For 其余同上月: every entry not begun whose last month makes it complete, by entry id.

    What a colleague was asked for is left to them. problems: open ones are said to stand unchanged,
    which answers the office's questions.
    """
    taken: dict[int, EntryContent] = {}
    for entry in report.entries:
        is_left = entry.helper is not None or (entry.measure.open_problem and not problems)
        content = None if is_left else all_as_last(entry, together=True)
        if content is not None:
            taken[entry.entry_id] = content
    return taken


def no_progress(entry: ReportEntry) -> Accepted:
    """Marks it. Where this month says nothing else, status, problem and next step stand as before.

    The reason is asked anew every month.
    """
    now, last = entry.content, entry.last or EntryContent()
    if entry.measure.one_line:
        return Accepted(replace(now, no_progress=True))
    trouble = trouble_of_last(entry)
    status = now.status or last.status
    taken = replace(
        now,
        no_progress=True,
        status=status,
        problem=now.problem or (trouble.problem if status in TROUBLED else ""),
        next_step=now.next_step or (trouble.next_step if status in TROUBLED else ""),
        help_from=now.help_from or (trouble.help_from if status in TROUBLED else ""),
    )
    return Accepted(taken, (Note("answer-text-aside"),) if now.text else ())


def trouble_of_last(entry: ReportEntry) -> EntryContent:
    """Last month's problem with what belongs to it; nothing once it is said to be resolved."""
    follow_up = entry.content.follow_up
    if follow_up is not None and follow_up.turn is ProblemTurn.RESOLVED:
        return EntryContent()
    return entry.last or EntryContent()
