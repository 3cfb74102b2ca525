"""What a message tells under 完成情况：, 存在问题： and 下一步：, each to its own."""

from collections.abc import Callable
from dataclasses import replace

from dialog.completion import keep_text
from dialog.follow_ups import new_trouble_behind, tells_turn
from dialog.outcome import (
    SHORT_LIMIT,
    Accepted,
    Answer,
    Note,
    Refused,
    SaysNothing,
    appended,
    too_long,
    with_notes,
)
from dialog.problem_answers import typed_short
from dialog.status_answers import with_labels
from dialog.steps import Step, is_trouble_filed
from dialog.words import (
    STATUS_OF_WORD,
    Labelled,
    apart_from_step,
    as_word,
    headed,
    means_nothing,
)
from vocabulary.report import ReportEntry


def by_headings(
    entry: ReportEntry,
    told: Labelled,
    whole: str,
    take: Callable[[ReportEntry, str], Answer],
    *,
    replacing: bool = False,
) -> Answer:
    """Problem and next step go into their fields; take: what becomes of the words beside them.

    Refused where any part is too long. What can be no problem (问题：12件) is left in the text.
    replacing: what the fields say gives way, as behind 下一步改为：; else it goes on.
    """
    if entry.measure.one_line:
        return take(entry, whole)
    if not (told.problem or told.next_step):
        return take(entry, told.text or whole)
    own = "" if _repeats_status(entry, told.text) else told.text
    answer: Answer = take(entry, own) if own else Accepted(entry.content)
    for field, words in ((Step.PROBLEM, told.problem), (Step.NEXT_STEP, told.next_step)):
        if isinstance(answer, Refused) or not words or means_nothing(words):
            continue
        now = replace(entry, content=answer.content)
        is_new = replacing or _NAMES[field] in told.changed
        more = _under_heading(now, field, words, replacing=is_new)
        if isinstance(more, SaysNothing):
            facts = {"step": field.value, "said": words}
            more = Accepted(now.content, (Note("answer-heading-says-nothing", facts),))
        elif isinstance(more, Refused) and more.text_key != "answer-too-long":
            return take(entry, whole)
        answer = with_notes(more, answer.notes)
    return answer


def under_headings(
    entry: ReportEntry, step: Step, said: str, take: Callable[[ReportEntry, str], Answer]
) -> Answer | None:
    """存在问题：…, 下一步：…, 完成情况：… sent to a question of a problem: each to its own.

    None where all of it answers the question that is asked. What is told there already goes on.
    take: what becomes of the words that answer it.
    """
    told = headed(said, plainly=step in {Step.PROBLEM, Step.NEXT_STEP})
    fields = {Step.TEXT: told.text, Step.PROBLEM: told.problem, Step.NEXT_STEP: told.next_step}
    first = told.own.rstrip("：: ")
    first = "" if _repeats_status(entry, first) else first
    if step is Step.PROBLEM:
        first, to_do = apart_from_step(first)
        fields[Step.NEXT_STEP] = "\n".join(filter(None, (to_do, told.next_step)))
    own = "\n".join(filter(None, (first, fields.pop(step, ""))))
    if step is Step.FOLLOW_UP:
        own = own or _taken_for_turn(fields)
        if not fields.get(Step.PROBLEM) and (parted := new_trouble_behind(own)):
            own, fields[Step.PROBLEM] = parted
        fields = {field: words for field, words in fields.items() if not own or _says(words)}
    if not any(fields.values()):
        return take(entry, own) if step is Step.FOLLOW_UP and own else None
    answer = take(entry, own) if own else Accepted(entry.content)
    if isinstance(answer, Refused):
        return answer
    now = replace(entry, content=answer.content)
    return with_notes(_each_under_its_own(now, fields, told.changed), answer.notes)


def _repeats_status(entry: ReportEntry, words: str) -> bool:
    """滞后：问题：…, of what stands as 滞后 already."""
    status = STATUS_OF_WORD.get(as_word(words))
    return status is not None and status is entry.content.status


def _taken_for_turn(fields: dict[Step, str]) -> str:
    """存在问题：已解决 says what has become of it; it is taken out of the fields."""
    return fields.pop(Step.PROBLEM) if tells_turn(fields[Step.PROBLEM]) else ""


def _says(words: str) -> bool:
    return bool(words) and not means_nothing(words)


def all_under_headings(entry: ReportEntry, said: str) -> Answer | None:
    """存在问题：… sent to a question that asks for something else.

    None for words that stand under no heading, all or some.
    """
    told = headed(said)
    fields = {Step.TEXT: told.text, Step.PROBLEM: told.problem, Step.NEXT_STEP: told.next_step}
    if told.own or not any(fields.values()):
        return None
    return _each_under_its_own(entry, fields, told.changed)


_NAMES = {Step.TEXT: "done", Step.PROBLEM: "problem", Step.NEXT_STEP: "next"}


def _each_under_its_own(
    entry: ReportEntry, fields: dict[Step, str], changed: frozenset[str]
) -> Answer:
    answer: Answer = Accepted(entry.content)
    for field, words in fields.items():
        if not words or isinstance(answer, Refused):
            continue
        now = replace(entry, content=answer.content)
        if means_nothing(words) and not _told_so_far(now, field):
            return SaysNothing(f"answer-nothing-{field.value}")
        if not means_nothing(words):
            more = _under_heading(now, field, words, replacing=_NAMES[field] in changed)
            answer = with_notes(more, answer.notes)
    return answer


def _under_heading(
    entry: ReportEntry, field: Step, words: str, *, replacing: bool = False
) -> Answer:
    """What stands under 存在问题： is a problem of this month, whatever the status.

    A next step without one is told in the text where all is well: nobody asks for it there, and it
    would not be filed.
    """
    content = entry.content
    before = "" if replacing else _told_so_far(entry, field)
    if field is not Step.TEXT and words in before:
        return Accepted(content)
    is_asked = content.status is None or is_trouble_filed(entry.measure, content)
    if field is Step.NEXT_STEP and not is_asked:
        return keep_text(entry, with_labels(content.text, next_step=words))
    where = "reason" if field is Step.TEXT and content.no_progress else field.value
    told = Note("answer-under-heading", {"step": where, "more": "yes" if before else "no"})
    answer = _in_field(entry, field, appended(before, words))
    if isinstance(answer, Refused):
        return answer
    is_well = answer.content.status is not None and field is Step.PROBLEM
    if is_well and not is_trouble_filed(entry.measure, answer.content):
        answer = replace(answer, content=replace(answer.content, problem_stands=True))
    return with_notes(answer, (told,))


def _told_so_far(entry: ReportEntry, field: Step) -> str:
    """What stands there; the reason for no progress takes the place of the text.

    What is only taken over from an open problem gives way.
    """
    content, before = entry.content, entry.measure.open_problem
    told = {
        Step.TEXT: content.no_progress_reason if content.no_progress else content.text,
        Step.PROBLEM: content.problem,
        Step.NEXT_STEP: content.next_step,
    }[field]
    taken_over = {Step.PROBLEM: before.words, Step.NEXT_STEP: before.next_step} if before else {}
    return "" if told == taken_over.get(field) else told


def _in_field(entry: ReportEntry, field: Step, whole: str) -> Answer:
    content = entry.content
    if field is not Step.TEXT:
        return typed_short(entry, field, whole)
    if not content.no_progress:
        return keep_text(entry, whole)
    if len(whole) > SHORT_LIMIT:
        return too_long(whole, SHORT_LIMIT)
    return Accepted(replace(content, no_progress_reason=whole))
