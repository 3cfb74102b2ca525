"""What of an entry is filed."""

from dataclasses import replace

from dialog.doubts import explanations_that_hold
from dialog.figure_answers import figures_asked
from dialog.steps import is_problem_left, is_trouble_filed
from vocabulary.report import EntryContent, FiledEntry, FollowUp, ReportEntry, WorkingReport
from vocabulary.terms import ProblemTurn


def as_filed(entry: ReportEntry) -> EntryContent:
    """What of the entry is filed: what is not asked for stays behind."""
    content = entry.content
    if entry.measure.one_line:
        text = "" if content.no_progress else content.text
        return EntryContent(text=text, no_progress=content.no_progress)
    stands = is_problem_left(entry.measure, content) and bool(content.problem_stands)
    troubled = is_trouble_filed(entry.measure, content)
    return replace(
        content,
        text="" if content.no_progress else content.text,
        problem=content.problem if troubled else "",
        next_step=content.next_step if troubled else "",
        no_progress_reason=content.no_progress_reason if content.no_progress else "",
        figures=figures_asked(entry, {f.indicator_id: f for f in content.figures}),
        explanations=explanations_that_hold(entry),
        follow_up=_follow_up_filed(entry),
        help_from=content.help_from if troubled else "",
        problem_stands=stands or None,
    )


def entries_as_filed(report: WorkingReport) -> tuple[FiledEntry, ...]:
    """What the report says now, as it would be filed."""
    return tuple(
        FiledEntry(entry.measure, as_filed(entry), entry.source, entry.evidence)
        for entry in report.entries
    )


def _follow_up_filed(entry: ReportEntry) -> FollowUp | None:
    follow_up = entry.content.follow_up
    if follow_up is None or entry.measure.open_problem is None:
        return None
    if follow_up.turn is not ProblemTurn.UNCHANGED or follow_up.together:
        return follow_up
    return replace(follow_up, words="")
