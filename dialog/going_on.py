"""Where the person goes on once something beside the open question is settled."""

from dialog.edits import answer_to
from dialog.placing import Question
from dialog.steps import asked_at_once, next_entry, read_step, step_argument, step_to_ask
from vocabulary.report import EntryContent, WorkingReport


def question_after(
    report: WorkingReport, asked: Question | None, was: EntryContent | None
) -> Question | None:
    """The question that was open, unless what was settled has answered it; else what comes next.

    was: what its entry said when it was asked. None where the report lacks nothing.
    """
    if asked is None or was is None or not report.has(asked.entry_id):
        upcoming = next_entry(report)
        return Question(upcoming.entry_id, *step_to_ask(upcoming)) if upcoming else None
    entry = report.entry(asked.entry_id)
    is_asked = read_step(entry, step_argument(asked.step, asked.indicator_id)) is not None
    if is_asked and answer_to(entry.content, asked) == answer_to(was, asked):
        return asked
    if (step := asked_at_once(report, entry)) is not None:
        return Question(entry.entry_id, *step)
    upcoming = next_entry(report, after=entry.entry_id)
    return Question(upcoming.entry_id, *step_to_ask(upcoming)) if upcoming else None
