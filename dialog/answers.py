"""What a tap or a typed text means for an entry.

Content keeps what is out of sight: leaving 滞后 hides the problem and the next step, 本月无进展
hides the text, and coming back shows them again, so nothing that was typed is lost.
`filed.as_filed` leaves out what is no longer asked, and only that is filed.
"""

from collections.abc import Callable
from dataclasses import replace

from dialog.asides import Aside, aside, says_nothing
from dialog.beside_figures import figure_meant, typed_figure_and_words
from dialog.button_words import is_tap_word
from dialog.completion import keep_text, text_with_highlights
from dialog.corrected_figures import corrected, figure_corrected, names_given_figure
from dialog.doubt_answers import (
    explained_as,
    last_corrected,
    more_of_explanation,
    typed_explanation,
)
from dialog.doubts import doubted_indicator
from dialog.figure_answers import (
    by_one_of_both,
    indicator_of,
    no_figure,
    no_figure_beside,
    number_alone,
    same_figure,
    with_figure_told,
)
from dialog.follow_ups import follow_up_before_words, says_all_as_last, told_before
from dialog.headings import all_under_headings, by_headings, under_headings
from dialog.last_month import all_as_last, no_progress, same_as_last
from dialog.lead_ins import joined, without_lead
from dialog.measure_numbers import behind_own, meant_of_own, without_own_number
from dialog.no_answers import asked_for, meant_for_the_bot, nothing_said, without_words
from dialog.outcome import Accepted, Answer, Note, Refused, SaysNothing, appended
from dialog.press import WITH_PROBLEM, Action, Press
from dialog.problem_answers import (
    chose_help,
    chose_stands,
    chose_turn,
    more_of_follow_up,
    typed_follow_up,
    typed_short,
    typed_stands,
)
from dialog.righted_words import only_owned, slip_at
from dialog.status_answers import chose_status, words_at_status
from dialog.steps import Step, is_answered
from dialog.sums import read_sum
from dialog.text_answers import same_and_more, typed_line, typed_reason, typed_text
from dialog.words import (
    NO_CHANGE_WORDS,
    NO_FIGURE_WORDS,
    NO_PROGRESS_WORDS,
    NOTHING_WORDS,
    SAME_WORDS,
    STATUS_OF_WORD,
    as_word,
    behind_instead,
    cleaned,
    figure_beside_same,
    is_number,
    labelled,
    says_no_problem,
    status_told,
    told_behind_same,
    without_change_word,
)
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus, ProblemTurn, Role


def typed(entry: ReportEntry, step: Step, indicator_id: int | None, text: str) -> Answer:
    """What a typed text answers to the question `step`. Never loses a text it has accepted."""
    return _unless_of_button(entry, text, _typed(entry, step, indicator_id, text))


def _unless_of_button(entry: ReportEntry, text: str, answer: Answer) -> Answer:
    """What a button says answers as that button does, or not at all: it is nobody's words.

    A status is asked of nobody who only helps: there the word is the line itself.
    """
    said = cleaned(text)
    if isinstance(answer, Refused) or not is_tap_word(said):
        return answer
    if entry.measure.role is Role.COOPERATING and as_word(said) in STATUS_OF_WORD:
        return answer
    is_stored = said in _lines(answer.content) - _lines(entry.content)
    return SaysNothing("answer-label", {"said": said}) if is_stored else answer


def _lines(content: EntryContent) -> set[str]:
    """What stands in it in somebody's words, line by line."""
    follow_up = content.follow_up.words if content.follow_up else ""
    told = [words for _, words in content.words()]
    told += [follow_up, *(one.reason for one in content.explanations)]
    return {line for words in told for line in words.split("\n")}


def _typed(  # noqa: PLR0911, PLR0912  one per step
    entry: ReportEntry, step: Step, indicator_id: int | None, text: str
) -> Answer:
    said = cleaned(text)
    if not said:
        return Refused("answer-empty")
    said = without_lead(behind_own(entry, without_own_number(entry.measure, said)))
    if aside(said) is Aside.CHANGE:
        said = meant_of_own(entry.measure, said)
    is_figures = names_given_figure(entry, said)
    if not is_figures and (refused := meant_for_the_bot(asked_for(entry, step), said)):
        return refused
    if as_word(said) in NO_FIGURE_WORDS and not _is_of_figure(entry, step):
        return no_figure_beside(entry, said)
    if not entry.measure.one_line and (wanted := without_change_word(said)):
        if status := status_instead(entry, said):
            return chose_status(entry, status)
        said = wanted if step in {Step.STATUS, Step.TEXT} else said
    if righted := _put_right(entry, step, said):
        return righted
    if step in _OF_TEXT and (owned := only_owned(entry, said)):
        return owned
    if replaces(step, said):
        said, step = behind_instead(said), _words_at(entry, step)
    match step:
        case Step.STATUS | Step.TEXT if entry.measure.one_line:
            return typed_line(entry, said, goes_on=step is Step.STATUS)
        case Step.STATUS:
            return _typed_at_status(entry, said)
        case Step.TEXT:
            return typed_text(entry, said)
        case Step.FIGURE:
            told = all_under_headings(entry, said) or _figure_righted(entry, indicator_id, said)
            return told or typed_figure_and_words(entry, indicator_id, said)
        case Step.STANDS:
            return all_under_headings(entry, said) or typed_stands(entry, said)
        case Step.PROBLEM | Step.NEXT_STEP:
            return _under_headings_or(entry, step, said, _short_at(step))
        case Step.REASON:
            return typed_reason(entry, said)
        case Step.EXPLAIN:
            return all_under_headings(entry, said) or typed_explanation(entry, said)
        case Step.FOLLOW_UP:
            if says_all_as_last(said) and (whole := all_as_last(entry)):
                return Accepted(whole)
            return _under_headings_or(entry, step, said, typed_follow_up)


def status_instead(entry: ReportEntry, said: str) -> EntryStatus | None:
    """The status that 状态改成滞后 and 应该是滞后 alone want; None for other words."""
    wanted = "" if entry.measure.one_line else without_change_word(said)
    return STATUS_OF_WORD.get(as_word(wanted)) if wanted else None


def puts_right(entry: ReportEntry, step: Step, said: str) -> bool:
    """Whether words said of an answer that is given put something of it right."""
    words = behind_own(entry, cleaned(said))
    righted = figure_corrected(entry, words) or _put_right(entry, step, words)
    return isinstance(righted, Accepted)


def _put_right(entry: ReportEntry, step: Step, said: str) -> Answer | None:
    """不对，是185: the figure that is given, or a number in the words that are told already."""
    if step in {Step.FIGURE, Step.EXPLAIN}:
        return None
    is_of_words = step in _IN_WORDS
    return figure_corrected(entry, said) or (slip_at(entry, step, said) if is_of_words else None)


_IN_WORDS = {Step.STATUS, Step.TEXT, Step.REASON, Step.PROBLEM, Step.NEXT_STEP}
"""Where 改为：… names other words; at the status it is those that were told before it."""


_OF_TEXT = {Step.STATUS, Step.TEXT, Step.REASON}


def replaces(step: Step, said: str) -> bool:
    """Whether it is 改为：…, and takes the place of what the question was answered with."""
    return step in _IN_WORDS and bool(behind_instead(said))


def _words_at(entry: ReportEntry, step: Step) -> Step:
    if step is not Step.STATUS:
        return step
    return Step.REASON if entry.content.no_progress else Step.TEXT


def _under_headings_or(
    entry: ReportEntry, step: Step, said: str, take: Callable[[ReportEntry, str], Answer]
) -> Answer:
    return under_headings(entry, step, said, take) or take(entry, said)


def _short_at(step: Step, before: str = "") -> Callable[[ReportEntry, str], Answer]:
    """before: what this question has been answered with so far, which goes on."""
    return lambda entry, said: typed_short(entry, step, appended(before, said))


def _figure_righted(entry: ReportEntry, indicator_id: int | None, said: str) -> Answer | None:
    """写错了，应该是187 where the figure is asked that is given already."""
    indicator = indicator_of(entry, indicator_id)
    answer = corrected(entry, indicator, said) if indicator else None
    return answer if isinstance(answer, Accepted) else None


def _is_of_figure(entry: ReportEntry, step: Step) -> bool:
    """Whether the question is about a figure: its words are not looked at for one."""
    is_doubted = step is Step.EXPLAIN and doubted_indicator(entry) is not None
    return step is Step.FIGURE or is_doubted


def added(  # noqa: PLR0911  one per kind of word
    entry: ReportEntry, step: Step, indicator_id: int | None, text: str
) -> Answer:
    """What a further message means for a question that is answered: words go on, a figure is new.

    Telegram cuts a text at its limit wherever it is, so a part need not begin a sentence. 改为：…
    takes the place of the words.
    """
    said = without_lead(behind_own(entry, cleaned(text)))
    content = entry.content
    is_figures = names_given_figure(entry, said)
    if not is_figures and (refused := meant_for_the_bot(asked_for(entry, step), said)):
        return refused
    if righted := _put_right(entry, step, said):
        is_unclear = isinstance(righted, Refused) and righted.text_key == "answer-slip-in-words"
        return Refused("answer-slip-nowhere", {"said": said}) if is_unclear else righted
    if replaces(step, said) or (step in _IN_WORDS and status_instead(entry, said)):
        return typed(entry, step, indicator_id, text)
    if step is Step.TEXT and without_own_number(entry.measure, said) != said:
        return typed(entry, Step.STATUS, None, text)
    if step not in {Step.STATUS, Step.STANDS, Step.FIGURE} and says_nothing(said):
        return nothing_said(asked_for(entry, step), said)
    match step:
        case Step.STATUS | Step.STANDS | Step.FIGURE:
            return typed(entry, step, indicator_id, text)
        case Step.TEXT:
            answer = by_headings(entry, labelled(said), said, _more_text)
        case Step.PROBLEM | Step.NEXT_STEP:
            before = content.problem if step is Step.PROBLEM else content.next_step
            answer = _under_headings_or(entry, step, said, _short_at(step, before))
        case Step.REASON:
            answer = typed_reason(entry, appended(content.no_progress_reason, said))
        case Step.EXPLAIN:
            answer = more_of_explanation(entry, said)
        case Step.FOLLOW_UP:
            answer = _under_headings_or(entry, step, said, _more_at_follow_up)
    if isinstance(answer, Refused):
        return answer
    goes_on = (Note("answer-added"),) if _stands(content, step) else ()
    return Accepted(answer.content, (*goes_on, *answer.notes))


def _stands(content: EntryContent, step: Step) -> bool:
    """Whether words stand there already, with which a further text goes on."""
    if step is Step.FOLLOW_UP:
        return bool(told_before(content))
    return step is Step.EXPLAIN or is_answered(content, step)


def _more_at_follow_up(entry: ReportEntry, said: str) -> Answer:
    return typed_follow_up(entry, appended(told_before(entry.content), said))


def _more_text(entry: ReportEntry, said: str) -> Answer:
    return keep_text(entry, joined(entry.content.text, said))


def tapped(  # noqa: PLR0911, PLR0912  one per button
    entry: ReportEntry, press: Press, said: str = ""
) -> Answer | None:
    """What a button of a question answers; None when it only moves, or is forged.

    said: the words out of which it takes a figure, where it does.
    """
    match press.action:
        case Action.STATUS if press.argument in _STATUS_VALUES and not entry.measure.one_line:
            return chose_status(entry, EntryStatus(press.argument))
        case Action.SAME if press.argument == WITH_PROBLEM:
            whole = all_as_last(entry)
            return Accepted(whole) if whole else None
        case Action.SAME:
            return same_as_last(entry)
        case Action.NO_PROGRESS:
            return no_progress(entry)
        case Action.FOLLOW_UP if press.argument in _TURN_VALUES:
            return chose_turn(entry, ProblemTurn(press.argument))
        case Action.PROBLEM_STANDS if press.argument in {"yes", "no"}:
            return chose_stands(entry, stands=press.argument == "yes")
        case Action.HELP_FROM:
            return chose_help(entry, press.argument)
        case Action.HIGHLIGHT_USE if text := text_with_highlights(entry):
            return keep_text(entry, text)
        case Action.PROGRESS:
            return Accepted(replace(entry.content, no_progress=False))
        case Action.NO_FIGURE if press.argument.isdecimal():
            return no_figure(entry, int(press.argument))
        case Action.SUM_FIGURE | Action.ABOUT_FIGURE | Action.TOLD_FIGURE if figure := read_sum(
            entry, press.argument
        ):
            is_about = press.action is Action.ABOUT_FIGURE
            return figure_meant(entry, replace(figure, approximate=is_about), said)
        case Action.EXPLAIN_AS:
            return explained_as(entry, press.argument)
        case Action.LAST_CORRECTED if press.version == entry.version:
            return last_corrected(entry, press.argument)
        case Action.AS_TEXT | Action.AS_FIGURE if press.version == entry.version:
            return by_one_of_both(entry, by_text=press.action is Action.AS_TEXT)
        case Action.SAME_FIGURE if press.argument.isdecimal():
            return same_figure(entry, int(press.argument))
        case _:
            return None


_STATUS_VALUES = frozenset(status.value for status in EntryStatus)


_TURN_VALUES = frozenset(turn.value for turn in ProblemTurn)


def _typed_at_status(entry: ReportEntry, said: str) -> Answer:
    if says_no_problem(said):
        return SaysNothing("answer-no-problem", {"said": said, "asked": Step.STATUS.value})
    return by_headings(entry, labelled(said), said, _told_at_status)


def _told_at_status(entry: ReportEntry, said: str) -> Answer:  # noqa: PLR0911  one per kind of word
    word = as_word(said)
    if status := status_told(word):
        return chose_status(entry, status)
    if word in SAME_WORDS:
        return same_as_last(entry)
    if figure := figure_beside_same(said):
        return with_figure_told(entry, same_as_last(entry), figure)
    if more := told_behind_same(said):
        return same_and_more(entry, more, same_as_last(entry))
    if word in NO_CHANGE_WORDS and entry.last is not None:
        return _not_changed(entry, said)
    if word in NO_PROGRESS_WORDS | NO_CHANGE_WORDS:
        return no_progress(entry)
    if word in NOTHING_WORDS:
        return SaysNothing(f"answer-nothing-{'reason' if entry.content.no_progress else 'text'}")
    if is_number(said):
        return number_alone(entry, said)
    if entry.measure.open_problem is not None and follow_up_before_words(said):
        return _under_headings_or(entry, Step.FOLLOW_UP, said, more_of_follow_up)
    what = "reason" if entry.content.no_progress else "text"
    return without_words(entry, what, said) or words_at_status(entry, said)


def _not_changed(entry: ReportEntry, said: str) -> Answer:
    """没有变化: what is done is done still; of any other it may be the words, or the progress."""
    if entry.last is not None and entry.last.status is EntryStatus.DONE:
        return same_as_last(entry)
    return SaysNothing("answer-no-change", {"said": said, "asked": entry.measure.ask.value})
