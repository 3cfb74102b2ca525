"""What a tap or a typed text means for an entry.

Content keeps what is out of sight: leaving 滞后 hides the problem and the next step, 本月无进展
hides the text, and coming back shows them again, so nothing that was typed is lost. `as_filed`
leaves out what is no longer asked, and only that is filed.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialog.asides import Aside, aside, own_name, says_nothing, says_nothing_at
from dialog.denials import (
    counted_twice,
    denial,
    is_not_done,
    is_of_earlier,
    is_of_evidence_alone,
    named_instead,
)
from dialog.doubts import (
    OF_WORDS,
    Doubt,
    all_explained,
    asked_doubts,
    explained,
    explanations_that_hold,
    open_doubts,
)
from dialog.figures import (
    FigureRead,
    FigureUnclear,
    figure_in_text,
    figure_said_alone,
    read_figure,
    shown_figure,
)
from dialog.follow_ups import (
    TURN_OF_WORD,
    follow_up_before_words,
    followed_up,
    named_units,
    read_follow_up,
    split_help,
    stands_on,
    with_help_turned,
)
from dialog.layout import cut
from dialog.measure_numbers import without_number_before_figure, without_own_number
from dialog.numerals import NUMERALS
from dialog.press import Action, Press
from dialog.steps import Step, is_begun, is_problem_left, next_step
from dialog.sums import is_growth, read_sum
from dialog.totals import as_figure_has_it, as_text_has_it, but_figures, difference
from dialog.words import (
    AS_FIGURE_WORDS,
    AS_TEXT_WORDS,
    CONFIRMING_WORDS,
    NEXT_STEP_LABEL,
    NO_FIGURE_WORDS,
    NO_HELP_WORDS,
    NO_PROGRESS_WORDS,
    NOTHING_WORDS,
    PROBLEM_LABEL,
    SAME_FIGURE_WORDS,
    SAME_WORDS,
    STANDING_WORDS,
    STATUS_LABELS,
    STATUS_OF_WORD,
    Labelled,
    as_word,
    cleaned,
    figure_beside_same,
    is_label,
    is_number,
    labelled,
    means_nothing,
    reason_of_no_progress,
    status_before_text,
    without_change_word,
)
from texts import DEFAULT_LANGUAGE, plain
from vocabulary.report import (
    AskedIndicator,
    EntryContent,
    Figure,
    FiledEntry,
    FollowUp,
    OpenProblem,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import TROUBLED, DoubtKind, EntryStatus, ProblemTurn

TEXT_LIMIT = 2000
"""Characters of a completion text. With the three below, one measure always fits one message."""

SHORT_LIMIT = 500
"""Characters of a problem, a next step, a reason or what has become of a problem."""

_AS_GIVEN = 40  # characters of a figure shown as it was given

NO_HELP = "none"
"""The argument of the button that says that nobody has to help."""

Facts = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say beside an accepted answer: a key of the catalogue and what fills it."""

    text_key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The entry's new content, whole."""

    content: EntryContent
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing has changed; the sentence says why and what to do."""

    text_key: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SaysNothing(Refused):
    """Of what answers no question; its sentence names the buttons of the one that is asked."""


Answer = Accepted | Refused


def typed(  # noqa: PLR0911, PLR0912  one per step
    entry: ReportEntry, step: Step, indicator_id: int | None, text: str
) -> Answer:
    """What a typed text answers to the question `step`. Never loses a text it has accepted."""
    said = cleaned(text)
    if not said:
        return Refused("answer-empty")
    said = without_own_number(entry.measure, said)
    if refused := meant_for_the_bot(_asked_for(entry, step), said):
        return refused
    if not entry.measure.one_line and (wanted := without_change_word(said)):
        if as_word(wanted) in STATUS_OF_WORD:
            return chose_status(entry, STATUS_OF_WORD[as_word(wanted)])
        said = wanted if step in {Step.STATUS, Step.TEXT} else said
    match step:
        case Step.STATUS | Step.TEXT if entry.measure.one_line:
            return _typed_line(entry, said, goes_on=step is Step.STATUS)
        case Step.STATUS:
            return _typed_at_status(entry, said)
        case Step.TEXT:
            return _typed_text(entry, said)
        case Step.FIGURE:
            return _typed_figure(entry, indicator_id, said)
        case Step.STANDS:
            return _typed_stands(entry, said)
        case Step.PROBLEM | Step.NEXT_STEP:
            return _typed_short(entry, step, said)
        case Step.REASON:
            return _typed_reason(entry, said)
        case Step.EXPLAIN:
            return _typed_explanation(entry, said)
        case Step.FOLLOW_UP:
            return _typed_follow_up(entry, said)


def added(entry: ReportEntry, step: Step, indicator_id: int | None, text: str) -> Answer:
    """What a further message means for a question that is answered: words go on, a figure is new.

    Telegram cuts a text at its limit wherever it is, so a part need not begin a sentence.
    """
    said = cleaned(text)
    content = entry.content
    if refused := meant_for_the_bot(_asked_for(entry, step), said):
        return refused
    if step not in {Step.STATUS, Step.STANDS, Step.FIGURE} and says_nothing(said):
        return _says_nothing(_asked_for(entry, step), said)
    match step:
        case Step.STATUS | Step.STANDS | Step.FIGURE:
            return typed(entry, step, indicator_id, text)
        case Step.TEXT:
            answer = _keep_text(entry, appended(content.text, said))
        case Step.PROBLEM | Step.NEXT_STEP:
            before = content.problem if step is Step.PROBLEM else content.next_step
            answer = _typed_short(entry, step, appended(before, said))
        case Step.REASON:
            answer = _typed_reason(entry, appended(content.no_progress_reason, said))
        case Step.EXPLAIN:
            answer = _more_of_explanation(entry, said)
        case Step.FOLLOW_UP:
            follow_up = content.follow_up
            answer = _typed_follow_up(entry, appended(follow_up.words if follow_up else "", said))
    if isinstance(answer, Refused):
        return answer
    return Accepted(answer.content, (Note("answer-added"), *answer.notes))


def tapped(  # noqa: PLR0911, PLR0912  one per button
    entry: ReportEntry, press: Press
) -> Answer | None:
    """What a button of a question answers; None when it only moves, or is forged."""
    match press.action:
        case Action.STATUS if press.argument in _STATUS_VALUES and not entry.measure.one_line:
            return chose_status(entry, EntryStatus(press.argument))
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
            return _keep_text(entry, text)
        case Action.PROGRESS:
            return Accepted(replace(entry.content, no_progress=False))
        case Action.NO_FIGURE if press.argument.isdecimal():
            return no_figure(entry, int(press.argument))
        case Action.SUM_FIGURE | Action.ABOUT_FIGURE | Action.TOLD_FIGURE if figure := read_sum(
            entry, press.argument
        ):
            is_about = press.action is Action.ABOUT_FIGURE
            return _with_figure(entry, replace(figure, approximate=is_about))
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


def chose_status(entry: ReportEntry, status: EntryStatus) -> Accepted:
    """Everything else stays, the mark 本月无进展 too: no progress and 滞后 go together well.

    A problem that was told before any status is asked of a measure in trouble only; of another one
    it is told in the text, so that it is filed.
    """
    content = _with_status(entry.content, status)
    is_first = entry.content.status is None and entry.measure.open_problem is None
    if not is_first or status in TROUBLED or not (content.problem or content.next_step):
        return Accepted(content)
    told = [
        f"{label}{words}"
        for label, words in (
            (PROBLEM_LABEL, content.problem),
            (NEXT_STEP_LABEL, content.next_step),
        )
        if words
    ]
    text = "\n".join(filter(None, (content.text, *told)))
    if len(text) > TEXT_LIMIT:
        return Accepted(content)
    moved = replace(content, text=text, problem="", next_step="")
    return Accepted(moved, (Note("answer-trouble-in-text"),))


def _with_status(content: EntryContent, status: EntryStatus) -> EntryContent:
    """In trouble, what was said of its problem while all was well counts no more."""
    stands = None if status in TROUBLED else content.problem_stands
    return replace(content, status=status, problem_stands=stands)


def chose_stands(entry: ReportEntry, *, stands: bool) -> Answer:
    """Whether a problem of this month is filed though its measure is well again."""
    if not is_problem_left(entry.measure, entry.content):
        return Refused("answer-not-asked")
    return Accepted(replace(entry.content, problem_stands=stands))


def chose_turn(entry: ReportEntry, turn: ProblemTurn) -> Answer:
    """What was said of it before stays, but 没有变化 has no words of its own."""
    problem, before = entry.measure.open_problem, entry.content.follow_up
    if problem is None:
        return Refused("answer-not-asked")
    words = before.words if before else ""
    return Accepted(followed_up(entry.content, problem, turn, words))


def chose_help(entry: ReportEntry, argument: str) -> Answer | None:
    """Names one of the measure's other units, or takes its name away again; or nobody is needed."""
    if argument == NO_HELP:
        return Accepted(replace(entry.content, help_from=""))
    others = entry.measure.others
    if not argument.isdecimal() or int(argument) >= len(others):
        return None
    content = with_help_turned(entry.content, others[int(argument)][0])
    if len(content.help_from) > SHORT_LIMIT:
        return _too_long(content.help_from, SHORT_LIMIT)
    return Accepted(content)


def text_with_highlights(entry: ReportEntry) -> str:
    """The completion text with the new highlights; empty where none is new or they do not fit."""
    before = entry.content.text
    new = [text for text in entry.highlights if text not in before]
    text = "\n".join([*([before] if before else []), *new])
    return text if new and len(text) <= TEXT_LIMIT else ""


def same_as_last(entry: ReportEntry) -> Answer:
    """Takes last month's status, and its words and figures where this month has none yet."""
    last = entry.last
    if last is None:
        return Refused("answer-no-last")
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
        figures=_figures_asked(entry, figures),
        explanations=now.explanations,
        follow_up=now.follow_up,
        help_from=now.help_from or trouble.help_from,
        problem_stands=None if status in TROUBLED else now.problem_stands,
    )
    kept = now.text and now.text != last.text
    return Accepted(taken, (Note("answer-own-text-kept"),) if kept else ())


MOST_FIGURES_TAKEN = 20
"""Figures that one confirmation of 其余同上月 takes over, so that it can name each."""

MOST_PROBLEMS_TAKEN = 12
"""Open problems likewise."""


def all_same_as_last(report: WorkingReport, *, problems: bool = False) -> dict[int, EntryContent]:
    """For 其余同上月: every entry not begun whose last month makes it complete, by entry id.

    What a colleague was asked for is left to them, and so is what has more figures than can be
    named. problems: open ones are said to stand unchanged, where the office has asked nothing.
    """
    taken: dict[int, EntryContent] = {}
    for entry in report.entries:
        if is_begun(entry) or entry.helper is not None:
            continue
        answer = same_as_last(entry)
        if not isinstance(answer, Accepted):
            continue
        content, problem = answer.content, entry.measure.open_problem
        if problems and problem is not None and not problem.question:
            content = followed_up(content, problem, ProblemTurn.UNCHANGED, "")
        is_whole = next_step(entry.measure, content) is None
        if is_whole and _can_be_named([*taken.values(), content]):
            taken[entry.entry_id] = content
    return taken


def _can_be_named(contents: Sequence[EntryContent]) -> bool:
    figures = sum(len(content.figures) for content in contents)
    problems = sum(content.follow_up is not None for content in contents)
    return figures <= MOST_FIGURES_TAKEN and problems <= MOST_PROBLEMS_TAKEN


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


def by_one_of_both(entry: ReportEntry, *, by_text: bool) -> Accepted | None:
    """Text and figure tell different totals: one of them holds, and the other says so from now on.

    None where they agree, or where the text has to be written anew by hand.
    """
    found = difference(entry)
    if found is None:
        return None
    content = (as_text_has_it if by_text else as_figure_has_it)(entry.content, found)
    return Accepted(content) if content else None


def last_corrected(entry: ReportEntry, argument: str) -> Answer | None:
    """The lower total is true: it puts last month's right, and that is the reason filed."""
    fell = [one for one in open_doubts(entry) if one.kind is DoubtKind.FELL]
    doubt = next((one for one in fell if str(one.indicator_id) == argument), None)
    if doubt is None:
        return None
    reason = plain(DEFAULT_LANGUAGE, "reason-last-corrected", before=doubt.facts["before"])
    return Accepted(explained(entry, doubt, reason))


def no_figure(entry: ReportEntry, indicator_id: int) -> Answer:
    """The unit says that it has none this month; that is not zero."""
    return _with_figure(entry, Figure(indicator_id, None))


def same_figure(entry: ReportEntry, indicator_id: int) -> Answer:
    """Last month's figure stands."""
    figure = entry.last.figure(indicator_id) if entry.last else None
    return Refused("answer-no-last") if figure is None else _with_figure(entry, figure)


def read_reason(text: str) -> str | Refused:
    """One short reason, as for 本月无进展, a correction or a return."""
    said = cleaned(text)
    if not said:
        return Refused("answer-empty")
    if as_word(said) in NOTHING_WORDS:
        return Refused("answer-reason-missing")
    if is_label(said):
        return SaysNothing("answer-label", {"said": said})
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    if aside(said) in {Aside.NOTHING, Aside.GIVE_UP, Aside.HELP}:
        return Refused("answer-reason-missing")
    return said if len(said) <= SHORT_LIMIT else _too_long(said, SHORT_LIMIT)


def as_filed(entry: ReportEntry) -> EntryContent:
    """What of the entry is filed: what is not asked for stays behind.

    A problem is asked for by the status, or stands whatever that is: from the month before, or
    since the unit says so of one of this month.
    """
    content = entry.content
    if entry.measure.one_line:
        text = "" if content.no_progress else content.text
        return EntryContent(text=text, no_progress=content.no_progress)
    stands = is_problem_left(entry.measure, content) and bool(content.problem_stands)
    troubled = content.status in TROUBLED or stands or stands_on(entry.measure, content)
    return replace(
        content,
        text="" if content.no_progress else content.text,
        problem=content.problem if troubled else "",
        next_step=content.next_step if troubled else "",
        no_progress_reason=content.no_progress_reason if content.no_progress else "",
        figures=_figures_asked(entry, {f.indicator_id: f for f in content.figures}),
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
    is_unchanged = follow_up.turn is ProblemTurn.UNCHANGED
    return replace(follow_up, words="") if is_unchanged else follow_up


def without_words(entry: ReportEntry, what: str, said: str) -> Refused | None:
    """Why words are no answer that are none by themselves, or point to a file that is not there.

    what: text, line, problem, next-step, reason or follow-up.
    """
    if refused := meant_for_the_bot(what, said):
        return refused
    if says_nothing_at(what, said):
        return _says_nothing(what, said)
    match aside(said):
        case Aside.FILES if not entry.evidence:
            return Refused("answer-no-file", {"said": said})
        case Aside.FILES if own_name(said):
            return _says_nothing(what, said)
        case Aside.NOTHING:
            return _says_nothing(what, said)
    return None


def meant_for_the_bot(what: str, said: str) -> Refused | None:
    """What is said to whoever asks, and not for the report: the words of a button, 取消, 怎么填.

    what: as `without_words` has it; also status, figure and explain.
    """
    if is_label(said):
        return SaysNothing("answer-label", {"said": said})
    wish = aside(said)
    if wish is Aside.HELP:
        return SaysNothing(f"help-at-{what}")
    if wish is Aside.QUESTION and what == Step.FIGURE.value:  # 190? is a figure that is not sure
        return None
    if wish is Aside.CHANGE and what in _MENDED_IN_WORDS and _TELLS_OTHERWISE.search(said):
        return None
    return Refused(_REFUSED[wish], {"said": said}) if wish in _REFUSED else None


_REFUSED = {
    Aside.GIVE_UP: "answer-give-up",
    Aside.NOT_OURS: "answer-not-ours",
    Aside.CHANGE: "answer-change",
    Aside.HAND_IN: "answer-hand-in",
    Aside.QUESTION: "answer-question",
}

_MENDED_IN_WORDS = frozenset({Step.FIGURE.value, Step.EXPLAIN.value})
"""Where 写错了，累计是184 is an answer."""


_TELLS_OTHERWISE = re.compile("错|改成|改为|不对")


def _says_nothing(what: str, said: str) -> Refused:
    if what == Step.EXPLAIN.value:
        return Refused("answer-reason-missing")
    return SaysNothing(f"answer-says-nothing-{what}", {"said": said})


def _asked_for(entry: ReportEntry, step: Step) -> str:
    return "line" if entry.measure.one_line else step.value


def _typed_at_status(entry: ReportEntry, said: str) -> Answer:
    return by_fields(entry, labelled(said), said, _told_at_status)


def by_fields(
    entry: ReportEntry,
    told: Labelled,
    whole: str,
    take: Callable[[ReportEntry, str], Answer],
    *,
    replacing: bool = False,
) -> Answer:
    """Problem and next step go into their fields, and the text is taken.

    The whole is taken as one where the measure has no trouble. Refused where any part is.
    replacing: what the fields say gives way; else the new words go on with it.
    """
    if entry.measure.one_line or not (told.problem or told.next_step):
        return take(entry, whole)
    answer: Answer = take(entry, told.text) if told.text else Accepted(entry.content)
    if isinstance(answer, Accepted) and answer.content.status not in {None, *TROUBLED}:
        return take(entry, whole)
    for step, words in ((Step.PROBLEM, told.problem), (Step.NEXT_STEP, told.next_step)):
        if isinstance(answer, Accepted):
            now = replace(entry, content=answer.content)
            answer = _with_notes(_field_told(now, step, words, replacing=replacing), answer.notes)
    return answer


def _field_told(entry: ReportEntry, step: Step, said: str, *, replacing: bool) -> Answer:
    content = entry.content
    before = content.problem if step is Step.PROBLEM else content.next_step
    if not said or means_nothing(said) or said in before:
        return Accepted(content)
    return (added if before and not replacing else typed)(entry, step, None, said)


def _told_at_status(entry: ReportEntry, said: str) -> Answer:  # noqa: PLR0911  one per kind of word
    word = as_word(said)
    if word in STATUS_OF_WORD:
        return chose_status(entry, STATUS_OF_WORD[word])
    if word in SAME_WORDS:
        return same_as_last(entry)
    if figure := figure_beside_same(said):
        return _with_figure_told(entry, same_as_last(entry), figure)
    if word in NO_PROGRESS_WORDS:
        return no_progress(entry)
    if word in NOTHING_WORDS:
        return SaysNothing(f"answer-nothing-{'reason' if entry.content.no_progress else 'text'}")
    if is_number(said):
        return _number_alone(entry, said)
    if entry.measure.open_problem is not None and (turned := follow_up_before_words(said)):
        return _more_of_follow_up(entry, entry.measure.open_problem, *turned)
    what = "reason" if entry.content.no_progress else "text"
    return without_words(entry, what, said) or _words_at_status(entry, said)


def _more_of_follow_up(
    entry: ReportEntry, problem: OpenProblem, turn: ProblemTurn, said: str
) -> Answer:
    """3 已解决：… told before the problem was asked about, or once more."""
    before = entry.content.follow_up
    words = appended(before.words if before else "", said) if said else ""
    if len(words) > SHORT_LIMIT:
        return _too_long(words, SHORT_LIMIT)
    words = words or (before.words if before else "")
    notes = (Note(f"answer-follow-up-{turn.value}"),)
    return Accepted(followed_up(entry.content, problem, turn, words), notes)


def _with_figure_told(entry: ReportEntry, answer: Answer, said: str) -> Answer:
    """The answer, with the figure of the only indicator that was said beside it."""
    if isinstance(answer, Refused):
        return answer
    told = _number_alone(replace(entry, content=answer.content), said)
    return _with_notes(told, answer.notes)


def _number_alone(entry: ReportEntry, said: str) -> Answer:
    """A bare number where words were wanted: the figure of the only indicator, or no answer."""
    match entry.measure.indicators:
        case (indicator,):
            answer = _typed_figure(entry, indicator.indicator_id, said)
        case ():
            return Refused("answer-number-only", {"said": said})
        case _:
            return Refused("answer-number-which", {"said": said})
    if isinstance(answer, Refused):
        return answer
    figure = answer.content.figure(indicator.indicator_id)
    facts = {"name": indicator.name, "figure": _shown(indicator, figure)}
    is_about = figure is not None and figure.approximate
    key = "answer-number-taken-about" if is_about else "answer-number-taken"
    return Accepted(answer.content, (Note(key, facts), *answer.notes))


def _words_at_status(entry: ReportEntry, said: str) -> Answer:
    """Words that came before the tap: they are kept, and the status is asked again."""
    found = status_before_text(said)
    if entry.content.no_progress:
        chosen = chose_status(entry, found[0]) if found else Accepted(entry.content)
        told = found[1] if found else reason_of_no_progress(said) or said
        reason = appended(entry.content.no_progress_reason, told)
        if len(reason) > SHORT_LIMIT:
            return _too_long(reason, SHORT_LIMIT)
        kept = replace(chosen.content, no_progress_reason=reason)
        return Accepted(kept, (*chosen.notes, Note("answer-kept-as-reason")))
    if found:
        status, words = found
        chosen = chose_status(entry, status)
        entry, said = replace(entry, content=chosen.content), words
        if none := _no_progress_told(entry, said):
            return _with_notes(none, chosen.notes)
        return without_words(entry, "text", said) or _keep_text(
            entry, appended(entry.content.text, said), *chosen.notes
        )
    if none := _no_progress_told(entry, said):
        return none
    before = entry.content.text
    told = (
        "answer-text-goes-on" if before and not entry.content.no_progress else "answer-kept-as-text"
    )
    return _keep_text(entry, appended(before, said), Note(told))


def reason_told(said: str) -> str | None:
    """The reason in 无进展，等批复; empty for none, None for words that tell of progress."""
    reason = reason_of_no_progress(said)
    return "" if reason and (says_nothing(reason) or means_nothing(reason)) else reason


def _no_progress_told(entry: ReportEntry, said: str) -> Answer | None:
    """无进展，等批复 in place of the text: the mark, and the reason where one is told."""
    reason = reason_told(said)
    if reason is None:
        return None
    answer = no_progress(entry)
    if not reason:
        return answer
    whole = appended(answer.content.no_progress_reason, reason)
    if len(whole) > SHORT_LIMIT:
        return _too_long(whole, SHORT_LIMIT)
    marked = replace(answer.content, no_progress_reason=whole)
    return Accepted(marked, (*answer.notes, Note("answer-no-progress-taken", {"reason": reason})))


def _typed_text(entry: ReportEntry, said: str) -> Answer:
    word = as_word(said)
    if word in STATUS_OF_WORD:
        if STATUS_OF_WORD[word] is entry.content.status:
            return Refused("answer-only-status")
        return chose_status(entry, STATUS_OF_WORD[word])
    if word in NO_PROGRESS_WORDS:
        return no_progress(entry)
    if word in SAME_WORDS:
        return _text_of_last(entry)
    if figure := figure_beside_same(said):
        return _with_figure_told(entry, _text_of_last(entry), figure)
    return _no_progress_told(entry, said) or _text_said(entry, said)


def _text_said(entry: ReportEntry, said: str) -> Answer:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-text")
    if is_number(said):
        return _number_alone(entry, said)
    if empty := without_words(entry, "text", said):
        return empty
    if found := status_before_text(said):
        status, words = found
        is_part = status is EntryStatus.DONE and entry.content.status not in {None, status}
        if not is_part:  # 已完成 may be said of a part; any other is taken as it was said
            chosen = replace(entry, content=_with_status(entry.content, status))
            return without_words(entry, "text", words) or (
                _no_progress_told(chosen, words) or _text_and_trouble(chosen, words)
            )
    return _text_and_trouble(entry, said)


def _with_notes(answer: Answer, notes: tuple[Note, ...]) -> Answer:
    return answer if isinstance(answer, Refused) else replace(answer, notes=(*notes, *answer.notes))


def _text_of_last(entry: ReportEntry) -> Answer:
    """同上月 where the text is asked: the status stays as it was tapped."""
    if entry.last is None or not entry.last.text:
        return Refused("answer-no-last")
    return _keep_text(entry, entry.last.text)


def _text_and_trouble(entry: ReportEntry, said: str) -> Answer:
    """One message may also tell what will be asked of a measure in trouble, under its labels.

    Where that does not fit, or is told already, all of it is the text.
    """
    content, told = entry.content, labelled(said)
    parts = ((Step.PROBLEM, told.problem), (Step.NEXT_STEP, told.next_step))
    is_free = not (told.problem and content.problem) and not (told.next_step and content.next_step)
    answer = _keep_text(entry, told.text)
    if content.status not in TROUBLED or not told.text or not is_free:
        return _keep_text(entry, said)
    for step, words in parts:
        if words and isinstance(answer, Accepted):
            more = _typed_short(replace(entry, content=answer.content), step, words)
            if isinstance(more, Refused):
                return _keep_text(entry, said)
            answer = Accepted(more.content, (*answer.notes, *more.notes))
    return answer


def _typed_line(entry: ReportEntry, said: str, *, goes_on: bool) -> Answer:
    """The one line of who only cooperates; that there is nothing is an answer too.

    goes_on: words that came unasked stand behind those that are there, as everywhere.
    """
    word = as_word(said)
    if word in SAME_WORDS:
        return same_as_last(entry)
    if word in NOTHING_WORDS | NO_PROGRESS_WORDS | NO_HELP_WORDS:
        return no_progress(entry)
    if STATUS_OF_WORD.get(word) in TROUBLED:
        return SaysNothing("answer-line-trouble", {"said": said})
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    text = entry.content.text if goes_on else ""
    return without_words(entry, "line", said) or _keep_text(entry, appended(text, said))


def _typed_short(  # noqa: PLR0911  one per kind of word
    entry: ReportEntry, step: Step, said: str
) -> Answer:
    if as_word(said) in SAME_WORDS:
        return _trouble_as_last(entry, step)
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing(f"answer-nothing-{step.value}")
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    if empty := without_words(entry, step.value, said):
        return empty
    if both := _problem_and_next_step(entry, step, said):
        return both
    if len(said) > SHORT_LIMIT:
        return _too_long(said, SHORT_LIMIT)
    words, units = split_help(_without_own_label(step, said))
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
    if not words:
        return Refused("answer-no-last")
    if step is Step.PROBLEM:
        return Accepted(replace(entry.content, problem=words))
    return Accepted(replace(entry.content, next_step=words))


def _problem_and_next_step(entry: ReportEntry, step: Step, said: str) -> Answer | None:
    """存在问题：… 下一步：… in one message answers both, where the second is not told yet."""
    told = labelled(said)
    is_both = step is Step.PROBLEM and told.problem and told.next_step and not told.text
    if not is_both or entry.content.next_step:
        return None
    problem = _typed_short(entry, step, told.problem)
    if isinstance(problem, Refused):
        return problem
    more = replace(entry, content=problem.content)
    next_step = _typed_short(more, Step.NEXT_STEP, told.next_step)
    if isinstance(next_step, Refused):
        return next_step
    return Accepted(next_step.content, (*problem.notes, *next_step.notes))


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


def _typed_stands(entry: ReportEntry, said: str) -> Answer:
    word = as_word(said)
    if word in STATUS_LABELS:
        return chose_status(entry, STATUS_OF_WORD[word])
    turn = TURN_OF_WORD.get(word)
    if turn is None and word not in STANDING_WORDS:
        return Refused("answer-stands")
    return chose_stands(entry, stands=turn is not ProblemTurn.RESOLVED)


def _typed_follow_up(entry: ReportEntry, said: str) -> Answer:
    problem, before = entry.measure.open_problem, entry.content.follow_up
    if problem is None:
        return Refused("answer-not-asked")
    if refused := _no_follow_up(entry, said):
        return refused
    if kept := _status_beside_the_problem(entry, said):
        return kept
    turn, words = read_follow_up(said, before.turn if before else None)
    if not words and turn is not ProblemTurn.UNCHANGED:
        words = before.words if before else ""
    notes = () if before and before.turn is turn else (Note(f"answer-follow-up-{turn.value}"),)
    return Accepted(followed_up(entry.content, problem, turn, words), notes)


def _no_follow_up(entry: ReportEntry, said: str) -> Refused | None:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-follow-up")
    if is_number(said):
        return Refused("answer-number-only", {"said": said})
    if len(said) > SHORT_LIMIT:
        return _too_long(said, SHORT_LIMIT)
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
        answer = _words_at_status(entry, said)
    else:
        return None
    if isinstance(answer, Refused):
        return answer
    return Accepted(answer.content, (Note("answer-kept-beside-problem"), *answer.notes))


def _typed_reason(entry: ReportEntry, said: str) -> Answer:
    if as_word(said) in NOTHING_WORDS:
        return SaysNothing("answer-nothing-reason")
    if as_word(said) in SAME_WORDS:
        return Refused("answer-same-reason", {"said": said})
    if not is_number(said) and (empty := without_words(entry, "reason", said)):
        return empty
    reason = read_reason(said)
    if isinstance(reason, Refused):
        return reason
    return Accepted(replace(entry.content, no_progress_reason=reason))


def _typed_explanation(entry: ReportEntry, said: str) -> Answer:
    """Why it is true all the same; a word that only says so is no reason.

    What takes the doubtful thing back, or says another in its place, is no reason for it either.
    """
    found = asked_doubts(entry)
    if not found:
        return Refused("answer-not-asked")
    if otherwise := _no_reason_but(entry, found[0], said):
        return otherwise
    reason = _reason_for_doubt(entry, said)
    if isinstance(reason, Refused):
        return reason
    of_evidence = [one for one in found if one.kind is DoubtKind.NO_EVIDENCE]
    if of_evidence and len(found) > 1 and is_of_evidence_alone(reason):
        told = all_explained(entry, reason, found=of_evidence)
        return Accepted(told, (Note("answer-explained-evidence"),))
    return Accepted(all_explained(entry, reason, found=found))


def _no_reason_but(entry: ReportEntry, doubt: Doubt, said: str) -> Answer | None:
    """What the words do instead of saying why; None where they may be a reason."""
    if _repeats_figure(entry, doubt, said):
        return Refused("answer-reason-none", {"said": said})
    if mended := _mended(entry, doubt, said):
        return mended
    if doubt.kind is DoubtKind.FELL and is_growth(entry, doubt.indicator_id, said):
        return Refused("answer-doubt-growth", {"said": said})
    return _rather_a_figure(entry, doubt, said)


def _repeats_figure(entry: ReportEntry, doubt: Doubt, said: str) -> bool:
    """Whether it is the doubted figure once more, and nothing else."""
    indicator = _indicator(entry, doubt.indicator_id)
    if indicator is None or doubt.kind is DoubtKind.OTHER_TOTAL:
        return False
    read, figure = read_figure(indicator, said), entry.content.figure(indicator.indicator_id)
    if not isinstance(read, FigureRead) or figure is None:
        return False
    return read.value == figure.value and not read.approximate


def _reason_for_doubt(entry: ReportEntry, said: str) -> str | Refused:
    if as_word(said) in NOTHING_WORDS | CONFIRMING_WORDS:
        return Refused("answer-reason-missing")
    reason = read_reason(said)
    if isinstance(reason, str) and gives_no_reason(entry, reason):
        return Refused("answer-reason-none", {"said": said})
    return reason


_NO_REASON = re.compile(
    r"累计数?|总数|总计|合计|本月|当月|截至|目前|新增|达到|完成|确实|的确|就是|属实|真的|没错|正确|约|共|是|为|有|就|个"
    r"|total|cumulative|it is|really|true"
)


def gives_no_reason(entry: ReportEntry, said: str) -> bool:
    """Whether words that are to say why only repeat a figure, or what the text says already."""
    if said in entry.content.text or but_figures(said) == but_figures(entry.content.text):
        return True
    rest = but_figures(_NO_REASON.sub("", said))
    for indicator in entry.measure.indicators:
        for known in (indicator.name, indicator.unit_of_measure):
            rest = rest.replace(known, "")
    return sum(sign.isalnum() for sign in rest) < _SHORTEST_REASON


_BESIDE_FIGURE = re.compile(
    rf"{_NO_REASON.pattern}|应该?[是为]?|改[成为]|对的?|是的|嗯|其实|实际上?|才|左右|上下|以上|大概|大约|差不多|多|余|来|几|吧|点|分之|单位"
    r"|百分|about|around|roughly|approximately|or so|should be|yes",
    re.IGNORECASE,
)


def is_hardly_more_than_a_figure(indicator: AskedIndicator, said: str) -> bool:
    """两百多, 七万四千亩, 7.4万亩左右: without the number, its unit and 左右 no reason is left."""
    rest = unicodedata.normalize("NFKC", said).lower()
    if not any(sign.isdigit() or sign in _COUNTING for sign in rest):
        return False
    for known in (indicator.name, indicator.unit_of_measure, indicator.unit_of_measure[-1:]):
        rest = rest.replace(known.lower(), "")
    rest = _BESIDE_FIGURE.sub("", rest)
    return sum(sign.isalpha() and sign not in NUMERALS for sign in rest) < _SHORTEST_REASON


_COUNTING = NUMERALS - set("百千万亿")  # 千亩 is a unit, and no number

_SHORTEST_REASON = 2
"""Letters or characters that are left of a reason once its figures are out."""


def _mended(entry: ReportEntry, doubt: Doubt, said: str) -> Answer | None:
    """What the words put right; None where they are to be a reason."""
    if doubt.kind is DoubtKind.OTHER_TOTAL and (answer := _one_of_both(entry, said)):
        return answer
    if answer := _other_status(entry, said):
        return answer
    indicator = _indicator(entry, doubt.indicator_id)
    if indicator and (answer := _other_figure(entry, indicator, said)):
        return _followed_by_text(entry, indicator, answer)
    return _taken_back(entry, doubt, indicator, said)


def _taken_back(
    entry: ReportEntry, doubt: Doubt, indicator: AskedIndicator | None, said: str
) -> Answer | None:
    """What the words own as a slip, or deny, is asked anew."""
    if indicator and doubt.kind is not DoubtKind.FELL and counted_twice(said):
        return _reopened(entry, doubt, indicator)
    denied = denial(said)
    is_done = entry.content.status is EntryStatus.DONE
    if is_done and (is_not_done(said) or (denied and is_not_done(denied.instead))):
        return _status_reopened(entry)
    if denied is None:
        return None
    if status := _other_status(entry, denied.instead):
        return status
    is_slip = denied.admits or any(sign.isdigit() for sign in denied.instead)
    return _reopened(entry, doubt, indicator) if is_slip else None


def _rather_a_figure(entry: ReportEntry, doubt: Doubt, said: str) -> Answer | None:
    """What is hardly more than a number is the figure where that is clear, and never a reason.

    So is what last month's should have been, unless that is why a total is lower now.
    """
    indicator = _indicator(entry, doubt.indicator_id)
    if indicator is None:
        return None
    asked = Refused("answer-doubt-figure", {"said": said})
    if is_of_earlier(said):
        read, now = read_figure(indicator, named_instead(said)), entry.content.figure
        if not isinstance(read, FigureRead):
            return None
        figure = now(indicator.indicator_id)
        stands = figure is not None and figure.value is not None and figure.value >= read.value
        return None if doubt.kind is DoubtKind.FELL and stands else asked
    if not is_hardly_more_than_a_figure(indicator, said):
        return None
    read = read_figure(indicator, said)
    if not isinstance(read, FigureRead) or _confirms(said):
        return asked
    return _figure_in_its_place(entry, indicator, read)


def _confirms(said: str) -> bool:
    """对的，1830 where 1846 stands: which of both holds is not sure."""
    return as_word(_FIRST_CLAUSE.split(said, maxsplit=1)[0]).rstrip("的") in CONFIRMING_WORDS


_FIRST_CLAUSE = re.compile(r"[\s,，。;；]")


def _one_of_both(entry: ReportEntry, said: str) -> Answer | None:
    """以指标为准, or the figure that is given, once more: in words what the two buttons say."""
    found = difference(entry)
    if found is None:
        return None
    word = as_word(said).removesuffix("吧")
    read = read_figure(found.indicator, said)
    is_figure = isinstance(read, FigureRead) and read.value == found.figure.value
    if word in AS_FIGURE_WORDS or is_figure:
        return by_one_of_both(entry, by_text=False) or Refused("answer-text-by-hand")
    return by_one_of_both(entry, by_text=True) if word in AS_TEXT_WORDS else None


def _followed_by_text(entry: ReportEntry, indicator: AskedIndicator, answer: Answer) -> Answer:
    """A text that told the same slip as the figure tells what was put in its place."""
    if isinstance(answer, Refused) or difference(entry) is not None:
        return answer
    found = difference(replace(entry, content=answer.content))
    content = as_figure_has_it(answer.content, found) if found else None
    if found is None or content is None:
        return answer
    told = Note("answer-text-follows", {"figure": _shown(indicator, found.figure)})
    return Accepted(content, (*answer.notes, told))


def _reopened(entry: ReportEntry, doubt: Doubt, indicator: AskedIndicator | None) -> Answer:
    """What was taken back is asked anew."""
    if indicator is None:
        is_text = doubt.kind in OF_WORDS
        return Refused("answer-text-denied") if is_text else _status_reopened(entry)
    figures = tuple(f for f in entry.content.figures if f.indicator_id != doubt.indicator_id)
    reopened = replace(entry.content, figures=figures)
    return Accepted(reopened, (Note("answer-figure-reopened", {"name": indicator.name}),))


def _status_reopened(entry: ReportEntry) -> Accepted:
    return Accepted(replace(entry.content, status=None), (Note("answer-status-reopened"),))


def _other_status(entry: ReportEntry, said: str) -> Answer | None:
    """正常推进：累计190个 where 已完成 is doubted: another status, its words, and their total.

    With the same status in front the words may well be the reason.
    """
    alone = STATUS_OF_WORD.get(as_word(said))
    status, words = (alone, "") if alone else status_before_text(said) or (None, "")
    content = entry.content
    if status is None:
        return None
    if status is content.status and not alone and len(entry.measure.indicators) == 1:
        return _other_figure(entry, entry.measure.indicators[0], words)
    if status is content.status:
        return None
    answer: Answer = chose_status(entry, status)
    if isinstance(answer, Accepted) and words:
        chosen = replace(entry, content=answer.content)
        for indicator in entry.measure.indicators[:1]:
            told = _other_figure(chosen, indicator, words)
            if isinstance(told, Accepted):
                chosen = replace(entry, content=told.content)
        is_written_anew = but_figures(words) == but_figures(chosen.content.text)
        before = "" if is_written_anew else chosen.content.text
        answer = _keep_text(chosen, appended(before, words), *answer.notes)
    return answer


def _other_figure(entry: ReportEntry, indicator: AskedIndicator, said: str) -> Answer | None:
    """Another figure than the doubtful one: alone, behind 应为, or as the total in a sentence."""
    denied = denial(said)
    alone = without_number_before_figure(entry.measure, denied.instead if denied else said)
    if is_number(alone) or as_word(alone) in NO_FIGURE_WORDS:
        return _typed_figure(entry, indicator.indicator_id, alone)
    told = figure_in_text(indicator, alone) or figure_said_alone(indicator, alone)
    if (
        told is None
        and denied is not None
        and isinstance(instead := read_figure(indicator, denied.instead), FigureRead)
    ):
        told = instead
    before = entry.content.figure(indicator.indicator_id)
    if told is None or (before is not None and told.value == before.value):
        return None
    answer = _figure_in_its_place(entry, indicator, told)
    if isinstance(answer, Refused) or but_figures(alone) != but_figures(answer.content.text):
        return answer
    return replace(answer, content=replace(answer.content, text=alone))


def _figure_in_its_place(entry: ReportEntry, indicator: AskedIndicator, told: FigureRead) -> Answer:
    answer = _with_figure(entry, Figure(indicator.indicator_id, told.value, told.approximate))
    if isinstance(answer, Refused):
        return answer
    taken = Note("answer-figure-taken", {"figure": shown_figure(indicator, told.value)})
    return Accepted(answer.content, (taken, *answer.notes))


def _more_of_explanation(entry: ReportEntry, said: str) -> Answer:
    """The newest reason goes on."""
    *before, newest = entry.content.explanations or (None,)
    if newest is None:
        return Refused("answer-not-asked")
    reason = appended(newest.reason, said)
    if len(reason) > SHORT_LIMIT:
        return _too_long(reason, SHORT_LIMIT)
    more = tuple(
        replace(one, reason=reason) if one.reason == newest.reason else one
        for one in (*before, newest)
        if one is not None
    )
    return Accepted(replace(entry.content, explanations=more))


def _typed_figure(entry: ReportEntry, indicator_id: int | None, said: str) -> Answer:
    indicator = _indicator(entry, indicator_id)
    if indicator is None:
        return Refused("answer-not-asked")
    word = as_word(said)
    if word in NO_FIGURE_WORDS:
        return no_figure(entry, indicator.indicator_id)
    if word in SAME_FIGURE_WORDS:
        return same_figure(entry, indicator.indicator_id)
    if word in NOTHING_WORDS or not any(sign.isalnum() for sign in word):  # 无, —, /
        return Refused("answer-figure-nothing")
    match read_figure(indicator, said):
        case FigureUnclear(text_key, facts):
            return Refused(text_key, facts)
        case FigureRead(value, approximate, spoken):
            answer = _with_figure(entry, Figure(indicator.indicator_id, value, approximate))
            facts = {"said": cut(said, _AS_GIVEN), "figure": shown_figure(indicator, value)}
            return _with_notes(answer, (Note("answer-figure-spoken", facts),) if spoken else ())


def _keep_text(entry: ReportEntry, text: str, *notes: Note) -> Answer:
    """Stores the text; takes a figure out of it too, where it is said unmistakably."""
    if len(text) > TEXT_LIMIT:
        return _too_long(text, TEXT_LIMIT)
    stands = entry.content.no_progress and not entry.measure.one_line
    kept = replace(entry, content=replace(entry.content, text=text, no_progress=stands))
    if len(entry.measure.indicators) != 1:
        return Accepted(kept.content, notes)
    (indicator,) = entry.measure.indicators
    found = figure_in_text(indicator, text)
    if found is None or entry.content.figure(indicator.indicator_id) is not None:
        return Accepted(kept.content, notes)
    answer = _with_figure(kept, Figure(indicator.indicator_id, found.value, found.approximate))
    if isinstance(answer, Refused):
        return Accepted(kept.content, notes)
    key = "answer-figure-taken-about" if found.approximate else "answer-figure-taken"
    taken = Note(key, {"figure": shown_figure(indicator, found.value)})
    return Accepted(answer.content, (*notes, taken, *answer.notes))


def _with_figure(entry: ReportEntry, figure: Figure) -> Answer:
    indicator = _indicator(entry, figure.indicator_id)
    if indicator is None:
        return Refused("answer-not-asked")
    figures = {known.indicator_id: known for known in entry.content.figures}
    figures[figure.indicator_id] = figure
    return Accepted(replace(entry.content, figures=_figures_asked(entry, figures)))


def _shown(indicator: AskedIndicator, figure: Figure | None) -> str:
    value = figure.value if figure else None
    return "" if value is None else shown_figure(indicator, value)


def _figures_asked(entry: ReportEntry, figures: Mapping[int, Figure]) -> tuple[Figure, ...]:
    asked = (indicator.indicator_id for indicator in entry.measure.indicators)
    return tuple(figures[indicator_id] for indicator_id in asked if indicator_id in figures)


def _indicator(entry: ReportEntry, indicator_id: int | None) -> AskedIndicator | None:
    asked = entry.measure.indicators
    return next((known for known in asked if known.indicator_id == indicator_id), None)


def appended(before: str, said: str) -> str:
    """Two messages sent in a row are one text: the first was kept when it came.

    The same words sent once more are there already.
    """
    if said in (before, before.rpartition("\n")[2]):
        return before
    return f"{before}\n{said}" if before else said


def _too_long(text: str, limit: int) -> Refused:
    return Refused("answer-too-long", {"length": len(text), "limit": limit})
