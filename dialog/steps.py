"""What is asked next. It follows from what is said so far, so a restart changes nothing."""

from collections.abc import Sequence
from enum import StrEnum

from dialog.doubts import open_doubts
from dialog.follow_ups import stands_on
from dialog.same_doubts import Matter, asked_of_several, may_wait
from vocabulary.report import AskedMeasure, EntryContent, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED


class Step(StrEnum):
    """One question about one measure."""

    FOLLOW_UP = "follow-up"
    REASON = "reason"
    STATUS = "status"
    TEXT = "text"
    STANDS = "stands"
    PROBLEM = "problem"
    NEXT_STEP = "next-step"
    FIGURE = "figure"
    EXPLAIN = "explain"


NOT_YET, BEGUN, DONE, TO_LOOK_AT = "○", "◐", "●", "!"

StepAsked = tuple[Step, int | None]
"""A step, and for FIGURE the indicator."""


def asked_steps(measure: AskedMeasure, content: EntryContent) -> list[StepAsked]:
    """Every question that this content calls for, answered or not, in the order of asking."""
    if measure.one_line:
        return [(Step.TEXT, None)]
    steps: list[StepAsked] = [(Step.FOLLOW_UP, None)] if measure.open_problem else []
    if content.no_progress:
        steps += [(Step.REASON, None), (Step.STATUS, None)]
    else:
        steps += [(Step.STATUS, None), (Step.TEXT, None)]
    is_left = is_problem_left(measure, content)
    if is_left:
        steps += [(Step.STANDS, None)]
    if content.status in TROUBLED or (is_left and content.problem_stands):
        steps += [(Step.PROBLEM, None), (Step.NEXT_STEP, None)]
    steps += [(Step.FIGURE, indicator.indicator_id) for indicator in measure.indicators]
    return steps


def is_problem_left(measure: AskedMeasure, content: EntryContent) -> bool:
    """Whether a problem of this month would go out of the report with a status that is well."""
    is_well = content.status is not None and content.status not in TROUBLED
    return is_well and bool(content.problem) and not stands_on(measure, content)


def is_trouble_filed(measure: AskedMeasure, content: EntryContent) -> bool:
    """Whether a problem is filed, and its next step with it.

    The status asks for it, or it stands whatever that is: from the month before, or since the unit
    says so of one of this month.
    """
    stands = is_problem_left(measure, content) and bool(content.problem_stands)
    return content.status in TROUBLED or stands or stands_on(measure, content)


def first_step(measure: AskedMeasure) -> Step:
    """Where the measure begins, and where a person comes back to once it is complete."""
    return Step.TEXT if measure.one_line else Step.STATUS


def is_answered(  # noqa: PLR0911  one per step
    content: EntryContent, step: Step, indicator_id: int | None = None
) -> bool:
    """Whether this question has its answer; "no figure this month" is one."""
    match step:
        case Step.FOLLOW_UP:
            return content.follow_up is not None and content.follow_up.is_said
        case Step.REASON:
            return bool(content.no_progress_reason)
        case Step.STATUS:
            return content.status is not None
        case Step.TEXT:
            return bool(content.text) or content.no_progress
        case Step.STANDS:
            return content.problem_stands is not None
        case Step.PROBLEM:
            return bool(content.problem)
        case Step.NEXT_STEP:
            return bool(content.next_step)
        case Step.FIGURE:
            return indicator_id is not None and content.figure(indicator_id) is not None
        case Step.EXPLAIN:
            return False


def next_step(measure: AskedMeasure, content: EntryContent) -> StepAsked | None:
    """The first question without an answer; None when the entry is complete."""
    for step, indicator_id in asked_steps(measure, content):
        if not is_answered(content, step, indicator_id):
            return step, indicator_id
    return None


def next_asked(entry: ReportEntry) -> StepAsked | None:
    """The first question without an answer, then what is doubtful; None when all is well."""
    missing = next_step(entry.measure, entry.content)
    if missing is None and open_doubts(entry):
        return Step.EXPLAIN, None
    return missing


def asked_at_once(report: WorkingReport, entry: ReportEntry) -> StepAsked | None:
    """What the entry is asked before another one comes.

    A doubt that one reason may settle for several waits until nothing else is open.
    """
    others = (one for one in report.entries if one.entry_id != entry.entry_id)
    if _waits_for_others(report, entry) and not all(is_complete(one) for one in others):
        return None
    return next_asked(entry)


def _waits_for_others(report: WorkingReport, entry: ReportEntry) -> bool:
    return next_step(entry.measure, entry.content) is None and may_wait(report, entry)


def asked_together(report: WorkingReport, upcoming: ReportEntry) -> Matter | None:
    """What is asked of several at once, where nothing but that is left; `upcoming`: see below."""
    return asked_of_several(report, upcoming) if _waits_for_others(report, upcoming) else None


def step_to_ask(entry: ReportEntry) -> StepAsked:
    """What to ask when a person jumps to this entry; its first question once it is complete."""
    return next_asked(entry) or (first_step(entry.measure), None)


def is_complete(entry: ReportEntry) -> bool:
    """Whether everything is answered, and what is doubtful is explained."""
    return next_asked(entry) is None


def is_begun(entry: ReportEntry) -> bool:
    """Whether anything at all is said in it."""
    return entry.content != EntryContent()


def sign(entry: ReportEntry) -> str:
    """How the entry stands: ○ not yet, ◐ begun, ● done.

    ! to look at: the answer itself stands, but something beside it is missing or doubtful.
    """
    if not is_begun(entry):
        return NOT_YET
    if is_complete(entry):
        return DONE
    missing = {
        step
        for step, indicator_id in asked_steps(entry.measure, entry.content)
        if not is_answered(entry.content, step, indicator_id)
    }
    return BEGUN if missing & {Step.REASON, Step.STATUS, Step.TEXT} else TO_LOOK_AT


def next_entry(report: WorkingReport, after: int | None = None) -> ReportEntry | None:
    """The next incomplete entry behind the entry `after`, then from the start.

    Those that were skipped, or that a helper was asked for, come when nothing else is left, then
    those of which only a doubt is left that can wait; `after` itself as the last of its kind.
    None when all are complete. An `after` that the report does not have counts as none.
    """
    ids = [entry.entry_id for entry in report.entries]
    start = ids.index(after) + 1 if after in ids else 0
    turned = report.entries[start:] + report.entries[:start]
    still_open = [entry for entry in turned if not is_complete(entry)]
    later = {
        entry.entry_id: 2
        if _waits_for_others(report, entry)
        else int(entry.skipped or entry.helper is not None)
        for entry in still_open
    }
    return next(iter(sorted(still_open, key=lambda entry: later[entry.entry_id])), None)


def previous_step(
    report: WorkingReport, entry_id: int, step: Step, indicator_id: int | None = None
) -> tuple[ReportEntry, Step, int | None] | None:
    """Which question stood before this one: of the same entry, else the last of the one before.

    Nothing is cleared by asking again. None before the very first question.
    """
    entry = report.entry(entry_id)
    steps = asked_steps(entry.measure, entry.content)
    if step is Step.EXPLAIN:
        return entry, *steps[-1]
    place = steps.index((step, indicator_id)) if (step, indicator_id) in steps else 0
    if place > 0:
        return entry, *steps[place - 1]
    before = _entry_before(report.entries, entry_id)
    if before is None:
        return None
    if not is_begun(before):
        return before, first_step(before.measure), None
    answered = [
        asked
        for asked in asked_steps(before.measure, before.content)
        if is_answered(before.content, *asked)
    ]
    return before, *(answered[-1] if answered else step_to_ask(before))


def _entry_before(entries: Sequence[ReportEntry], entry_id: int) -> ReportEntry | None:
    place = next(i for i, entry in enumerate(entries) if entry.entry_id == entry_id)
    return entries[place - 1] if place else None


def step_argument(step: Step, indicator_id: int | None = None) -> str:
    """A step as a button carries it: text, figure.12."""
    return step.value if indicator_id is None else f"{step.value}.{indicator_id}"


def read_step(entry: ReportEntry, argument: str) -> StepAsked | None:
    """The step of this entry that a button carried; None when the entry does not ask it."""
    if argument == Step.EXPLAIN.value and open_doubts(entry):
        return Step.EXPLAIN, None
    for asked in asked_steps(entry.measure, entry.content):
        if step_argument(*asked) == argument:
            return asked
    return None
