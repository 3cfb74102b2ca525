"""A problem, its next step, who could help, and what has become of an earlier one."""

from dataclasses import replace

from dialog.follow_ups import (
    TURN_OF_WORD,
    follow_up_before_words,
    followed_up,
    help_named,
    joined_units,
    named_units,
    read_follow_up,
    settles,
    split_help,
    told_before,
    with_help,
)
from dialog.last_month import trouble_of_last
from dialog.no_answers import without_words
from dialog.outcome import (
    SHORT_LIMIT,
    Accepted,
    Answer,
    Note,
    Refused,
    SaysNothing,
    appended,
    nothing_before,
    too_long,
)
from dialog.status_answers import chose_status, words_at_status
from dialog.steps import Step, is_problem_left
from dialog.words import (
    NOTHING_WORDS,
    SAME_WORDS,
    STANDING_WORDS,
    STATUS_LABELS,
    STATUS_OF_WORD,
    as_word,
    is_number,
    labelled,
    status_before_text,
)
from vocabulary.report import ReportEntry
from vocabulary.terms import EntryStatus, ProblemTurn

NO_HELP = "none"
"""The argument of the button that says that nobody has to help."""

NOT_NEEDED = "not"
"""Behind the place of a unit: it does not have to help after all."""


def chose_stands(entry: ReportEntry, *, stands: bool) -> Answer:
    """Whether a problem of this month is filed though its measure is well again."""
    if not is_problem_left(entry.measure, entry.content):
        return Refused("answer-not-asked")
    return Accepted(replace(entry.content, problem_stands=stands))


def chose_turn(entry: ReportEntry, turn: ProblemTurn) -> Answer:
    """What was said of it before stays, but 没有变化 has no words of its own."""
    problem = entry.measure.open_problem
    if problem is None:
        return Refused("answer-not-asked")
    words = told_before(entry.content)
    return Accepted(followed_up(entry.content, problem, turn, words))


def chose_help(entry: ReportEntry, argument: str) -> Answer | None:
    """Names one of the measure's other units, or takes its name away again; or nobody is needed.

    The button says which, so that one that is tapped on two phones does once what it says.
    """
    if argument == NO_HELP:
        return Accepted(replace(entry.content, help_from=""))
    place, _, rest = argument.partition(".")
    others = entry.measure.others
    if rest not in {"", NOT_NEEDED} or not place.isdecimal() or int(place) >= len(others):
        return None
    content = with_help(entry.content, others[int(place)][0], named=not rest)
    if len(content.help_from) > SHORT_LIMIT:
        return too_long(content.help_from, SHORT_LIMIT)
    return Accepted(content)


def more_of_follow_up(entry: ReportEntry, said: str) -> Answer:
    """3 已解决：… told before the problem was asked about, or once more."""
    problem, before = entry.measure.open_problem, told_before(entry.content)
    if problem is None:
        return Refused("answer-not-asked")
    turn, more = read_follow_up(said, None)
    words = appended(before, more) if more else ""
    if len(words) > SHORT_LIMIT:
        return too_long(words, SHORT_LIMIT)
    words = words or before
    notes = (Note(f"answer-follow-up-{turn.value}"),)
    return Accepted(followed_up(entry.content, problem, turn, words), notes)


def typed_short(  # noqa: PLR0911  one per kind of word
    entry: ReportEntry, step: Step, said: str
) -> Answer:
    if as_word(said) in SAME_WORDS:
        return _trouble_as_last(entry, step)
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing(f"answer-nothing-{step.value}")
    if as_word(said) in STATUS_LABELS:
        status = STATUS_OF_WORD[as_word(said)]
        is_other = status is not entry.content.status
        return (
            chose_status(entry, status) if is_other else SaysNothing(f"answer-nothing-{step.value}")
        )
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    own = _without_own_label(step, said)
    if empty := without_words(entry, step.value, said) or without_words(entry, step.value, own):
        return empty
    if unit := help_named(said):
        named = dict.fromkeys((*named_units(entry.content.help_from), unit))
        content = replace(entry.content, help_from=joined_units(tuple(named)))
        return Accepted(content, _help_notes(content.help_from))
    if len(said) > SHORT_LIMIT:
        return too_long(said, SHORT_LIMIT)
    words, units = split_help(own)
    content, notes = entry.content, tuple[Note, ...]()
    if units is not None:
        content = replace(content, help_from=units)
        notes = _help_notes(units)
    if words:
        is_problem = step is Step.PROBLEM
        content = (
            replace(content, problem=words) if is_problem else replace(content, next_step=words)
        )
    return Accepted(content, notes)


def _trouble_as_last(entry: ReportEntry, step: Step) -> Answer:
    """同上月 where a problem or a next step is asked: in last month's words, if it has any."""
    last = trouble_of_last(entry)
    words = last.problem if step is Step.PROBLEM else last.next_step
    if not words and entry.last is not None and last is not entry.last:
        return Refused("answer-last-resolved")
    if not words:
        return nothing_before(entry.measure)
    if step is Step.PROBLEM:
        return Accepted(replace(entry.content, problem=words))
    return Accepted(replace(entry.content, next_step=words))


def _without_own_label(step: Step, said: str) -> str:
    """存在问题：资金未到位 answers what the problem is by what stands behind the label."""
    told = labelled(said)
    own, other = told.problem, told.next_step
    if step is Step.NEXT_STEP:
        own, other = other, own
    return own if own and not other and not told.text else said


def _help_notes(units: str) -> tuple[Note, ...]:
    if not units:
        return (Note("answer-help-none"),)
    return (Note("answer-help-taken", {"units": "、".join(named_units(units))}),)


def typed_stands(entry: ReportEntry, said: str) -> Answer:
    word = as_word(said)
    if word in STATUS_LABELS:
        return chose_status(entry, STATUS_OF_WORD[word])
    before = follow_up_before_words(said)
    turn = before[0] if before and not before[1] else TURN_OF_WORD.get(word)
    if turn is None and word not in STANDING_WORDS:
        return Refused("answer-stands")
    return chose_stands(entry, stands=turn is not ProblemTurn.RESOLVED)


def typed_follow_up(entry: ReportEntry, said: str) -> Answer:
    problem, before = entry.measure.open_problem, entry.content.follow_up
    if problem is None:
        return Refused("answer-not-asked")
    if not settles(said) and (refused := _no_follow_up(entry, said)):
        return refused
    if kept := _status_beside_the_problem(entry, said):
        return kept
    turn, words = read_follow_up(said, before.turn if before else None)
    if not words and turn is not ProblemTurn.UNCHANGED:
        words = told_before(entry.content)
    notes = () if before and before.turn is turn else (Note(f"answer-follow-up-{turn.value}"),)
    return Accepted(followed_up(entry.content, problem, turn, words), notes)


def _no_follow_up(entry: ReportEntry, said: str) -> Refused | None:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-follow-up")
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    if len(said) > SHORT_LIMIT:
        return too_long(said, SHORT_LIMIT)
    return without_words(entry, "follow-up", said)


def _status_beside_the_problem(entry: ReportEntry, said: str) -> Answer | None:
    """正常推进：… is of the measure: it is stored as that, and the problem is asked again.

    Of 完成 alone nobody knows what it is said of.
    """
    status = STATUS_OF_WORD.get(as_word(said))
    if status is EntryStatus.DONE:
        return SaysNothing("answer-says-nothing-follow-up", {"said": said})
    if as_word(said) in STATUS_LABELS and status is not None:
        answer: Answer = chose_status(entry, status)
    elif status_before_text(said):
        answer = words_at_status(entry, said)
    else:
        return None
    if isinstance(answer, Refused):
        return answer
    return Accepted(answer.content, (Note("answer-kept-beside-problem"), *answer.notes))
