"""What is said to a doubt: why it is true all the same, or something else in its place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dialog.asides import says_nothing_at
from dialog.bare_figures import (
    SHORTEST_REASON,
    WORDS_OF_FIGURES,
    is_hardly_more_than_a_figure,
)
from dialog.beside_figures import with_words_beside, words_beside
from dialog.completion import keep_text
from dialog.confirming import only_confirms
from dialog.denials import (
    counted_twice,
    denial,
    is_not_done,
    is_of_earlier,
    is_of_evidence_alone,
    named_instead,
)
from dialog.doubt_words import fact
from dialog.doubts import (
    OF_WORDS,
    Doubt,
    all_explained,
    asked_doubts,
    explained,
    explained_doubts,
    open_doubts,
)
from dialog.figure_answers import (
    by_one_of_both,
    figure_shown,
    indicator_of,
    typed_figure,
    with_figure,
)
from dialog.figures import (
    FigureRead,
    amounts_that_stand,
    figure_in_text,
    figure_said_alone,
    read_figure,
    shown_figure,
    total_told,
)
from dialog.measure_numbers import without_number_before_figure
from dialog.no_answers import read_reason
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Note, Refused, appended, too_long
from dialog.same_doubts import REASONS, Matter, doubted_alike, doubts_of
from dialog.status_answers import chose_status
from dialog.sums import is_growth
from dialog.totals import as_figure_has_it, but_figures, difference
from dialog.words import (
    AS_FIGURE_WORDS,
    AS_TEXT_WORDS,
    NO_FIGURE_WORDS,
    NOTHING_WORDS,
    STATUS_OF_WORD,
    as_word,
    choice_word,
    is_number,
    status_before_text,
)
from texts import DEFAULT_LANGUAGE, plain
from vocabulary.report import AskedIndicator, Figure, ReportEntry, WorkingReport
from vocabulary.terms import DoubtKind, EntryStatus


def last_corrected(entry: ReportEntry, argument: str) -> Answer | None:
    """The lower total is true: it puts last month's right, and that is the reason filed."""
    fell = [one for one in open_doubts(entry) if one.kind is DoubtKind.FELL]
    doubt = next((one for one in fell if str(one.indicator_id) == argument), None)
    if doubt is None:
        return None
    facts = {name: fact(DEFAULT_LANGUAGE, name, doubt.facts[name]) for name in ("before", "when")}
    reason = plain(DEFAULT_LANGUAGE, "reason-last-corrected", **facts)
    return Accepted(explained(entry, doubt, reason))


def explained_as(entry: ReportEntry, argument: str) -> Answer | None:
    """The reason of a button; None where that is not asked about, or no button has it."""
    found = asked_doubts(entry)
    reason = often_said(found[0].kind, argument) if len(found) == 1 else None
    return Accepted(explained(entry, found[0], reason)) if reason else None


def often_said(kind: DoubtKind, argument: str) -> str | None:
    """The words of that reason, as they are filed."""
    if argument not in REASONS.get(kind, ()):
        return None
    return plain(DEFAULT_LANGUAGE, f"reason-explain-{argument}")


def reason_for_all(report: WorkingReport, matter: Matter, said: str) -> str | Refused:
    """The reason for all that is doubted alike; what would put something right is none."""
    for entry in doubted_alike(report, matter):
        answer = _explanation(entry, doubts_of(entry, matter), said)
        if isinstance(answer, Refused):
            return answer
        if replace(answer.content, explanations=entry.content.explanations) != entry.content:
            return Refused("answer-reason-of-one", {"said": said})
    return read_reason(said)


def typed_explanation(entry: ReportEntry, said: str) -> Answer:
    """Why it is true all the same; a word that only says so is no reason.

    What takes the doubtful thing back, or says another in its place, is no reason for it either.
    """
    found = asked_doubts(entry)
    return _explanation(entry, found, said) if found else _said_of_settled(entry, said)


def _explanation(entry: ReportEntry, found: Sequence[Doubt], said: str) -> Answer:
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


def _said_of_settled(entry: ReportEntry, said: str) -> Answer:
    """A colleague has explained meanwhile what was asked about, or put it right."""
    found = explained_doubts(entry)
    agrees = only_confirms(said)
    if agrees or (found and _repeats_figure(entry, found[0], said)):
        told = (Note("answer-explained-already"),) if found else ()
        return Accepted(entry.content, told)
    if not found:
        return Refused("answer-explain-mended", {"said": said})
    mended = _mended(entry, found[0], said) or _rather_a_figure(entry, found[0], said)
    if isinstance(mended, Accepted):
        return mended
    reason = _reason_for_doubt(entry, said)
    if isinstance(reason, Refused):
        return reason
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
    indicator = indicator_of(entry, doubt.indicator_id)
    if indicator is None or doubt.kind is DoubtKind.OTHER_TOTAL:
        return False
    read, figure = read_figure(indicator, said), entry.content.figure(indicator.indicator_id)
    if not isinstance(read, FigureRead) or figure is None:
        return False
    return read.value == figure.value and not read.approximate


def _reason_for_doubt(entry: ReportEntry, said: str) -> str | Refused:
    if as_word(said) in NOTHING_WORDS or says_nothing_at("reason", said):
        return Refused("answer-reason-missing")
    reason = read_reason(said)
    if isinstance(reason, str) and gives_no_reason(entry, reason):
        return Refused("answer-reason-none", {"said": said})
    return reason


def gives_no_reason(entry: ReportEntry, said: str) -> bool:
    """Whether words that are to say why only repeat a figure, or what the text says already."""
    if said in entry.content.text or but_figures(said) == but_figures(entry.content.text):
        return True
    rest = but_figures(WORDS_OF_FIGURES.sub("", said))
    for indicator in entry.measure.indicators:
        for known in (indicator.name, indicator.unit_of_measure):
            rest = rest.replace(known, "")
    return sum(sign.isalnum() for sign in rest) < SHORTEST_REASON


def _mended(entry: ReportEntry, doubt: Doubt, said: str) -> Answer | None:
    """What the words put right; None where they are to be a reason."""
    if doubt.kind is DoubtKind.OTHER_TOTAL and (
        answer := _text_that_agrees(entry, said) or _one_of_both(entry, said)
    ):
        return answer
    if answer := _other_status(entry, said):
        return answer
    indicator = indicator_of(entry, doubt.indicator_id)
    if indicator and (answer := _figure_and_words(entry, indicator, said)):
        return answer
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
    indicator = indicator_of(entry, doubt.indicator_id)
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
        is_told = amount_beside_doubt(entry, doubt, said) is not None
        return Refused("answer-doubt-which", {"said": said}) if is_told else None
    read = read_figure(indicator, said)
    if not isinstance(read, FigureRead) or _confirms(said):
        return asked
    return _figure_in_its_place(entry, indicator, read)


def amount_beside_doubt(entry: ReportEntry, doubt: Doubt, said: str) -> Decimal | None:
    """What words tell as how much there is, where that is another amount than those doubted.

    185个（含在建20个）: whether it is the right figure or a part of the reason is not sure.
    """
    indicator = indicator_of(entry, doubt.indicator_id)
    if indicator is None:
        return None
    figure, told = entry.content.figure(indicator.indicator_id), difference(entry)
    known = {figure.value if figure else None, told.told.value if told else None}
    others = [one for one in amounts_that_stand(indicator, said) if one not in known]
    return others[0] if others else None


def _confirms(said: str) -> bool:
    """对的，1830 where 1846 stands: which of both holds is not sure."""
    return only_confirms(as_word(_FIRST_CLAUSE.split(said, maxsplit=1)[0]).rstrip("的"))


_FIRST_CLAUSE = re.compile(r"[\s,，。;；]")


def _one_of_both(entry: ReportEntry, said: str) -> Answer | None:
    """以指标为准, or the figure that is given, once more: in words what the two buttons say."""
    found = difference(entry)
    if found is None:
        return None
    word = choice_word(said)
    read = read_figure(found.indicator, said)
    is_figure = isinstance(read, FigureRead) and read.value == found.figure.value
    if word in AS_FIGURE_WORDS or is_figure:
        answer = by_one_of_both(entry, by_text=False)
        if answer is None:
            return Refused("answer-text-by-hand")
        return with_words_beside(entry, found.indicator, answer, said) if is_figure else answer
    return by_one_of_both(entry, by_text=True) if word in AS_TEXT_WORDS else None


def _text_that_agrees(entry: ReportEntry, said: str) -> Answer | None:
    """A text that tells the figure which is given as its total: it goes on with the old one."""
    found = difference(entry)
    told = total_told(found.indicator, said) if found else None
    if found is None or told is None or told.value != found.figure.value:
        return None
    if not words_beside(found.indicator, said, told.value):
        return None
    if but_figures(said) == but_figures(entry.content.text):
        return keep_text(replace(entry, content=replace(entry.content, text="")), said)
    return keep_text(entry, appended(entry.content.text, said), Note("answer-text-goes-on"))


def _followed_by_text(entry: ReportEntry, indicator: AskedIndicator, answer: Answer) -> Answer:
    """A text that told the same slip as the figure tells what was put in its place."""
    if isinstance(answer, Refused) or difference(entry) is not None:
        return answer
    found = difference(replace(entry, content=answer.content))
    content = as_figure_has_it(answer.content, found) if found else None
    if found is None or content is None:
        return answer
    told = Note("answer-text-follows", {"figure": figure_shown(indicator, found.figure)})
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
        return _figure_and_words(entry, entry.measure.indicators[0], words)
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
        answer = keep_text(chosen, appended(before, words), *answer.notes)
    return answer


def _figure_and_words(entry: ReportEntry, indicator: AskedIndicator, said: str) -> Answer | None:
    """Another figure than the doubtful one, which the text follows, and what is told beside it."""
    answer = _other_figure(entry, indicator, said)
    followed = _followed_by_text(entry, indicator, answer) if answer else None
    if followed is None or isinstance(followed, Refused):
        return followed
    return with_words_beside(entry, indicator, followed, _but_denial(entry, said))


def _other_figure(entry: ReportEntry, indicator: AskedIndicator, said: str) -> Answer | None:
    """Another figure than the doubtful one: alone, behind 应为, or as the total in a sentence."""
    denied = denial(said)
    alone = _but_denial(entry, said)
    if is_number(alone) or as_word(alone) in NO_FIGURE_WORDS:
        return typed_figure(entry, indicator.indicator_id, alone)
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
    if isinstance(answer, Refused):
        return answer
    if but_figures(alone) != but_figures(answer.content.text):
        return answer
    return replace(answer, content=replace(answer.content, text=alone))


def _but_denial(entry: ReportEntry, said: str) -> str:
    """What is named in the place of the figure, without the words that own the slip."""
    denied = denial(said)
    return without_number_before_figure(entry.measure, denied.instead if denied else said)


def _figure_in_its_place(entry: ReportEntry, indicator: AskedIndicator, told: FigureRead) -> Answer:
    answer = with_figure(entry, Figure(indicator.indicator_id, told.value, told.approximate))
    if isinstance(answer, Refused):
        return answer
    taken = Note("answer-figure-taken", {"figure": shown_figure(indicator, told.value)})
    return Accepted(answer.content, (taken, *answer.notes))


def meant_as_reason(entry: ReportEntry, said: str) -> Answer:
    """Words with another amount in them, which their writer calls the reason."""
    found, reason = asked_doubts(entry), read_reason(said)
    if not found:
        return Refused("answer-not-asked")
    return (
        reason
        if isinstance(reason, Refused)
        else Accepted(all_explained(entry, reason, found=found))
    )


def meant_as_figure(entry: ReportEntry, said: str) -> Answer:
    """The same where they are the right figure; what they tell beside it is kept with the text."""
    for doubt in asked_doubts(entry)[:1]:
        indicator = indicator_of(entry, doubt.indicator_id)
        value = amount_beside_doubt(entry, doubt, said)
        if indicator is None or value is None:
            break
        answer = _figure_in_its_place(entry, indicator, FigureRead(value))
        if isinstance(answer, Refused):
            return answer
        return with_words_beside(entry, indicator, answer, said)
    return Refused("answer-not-asked")


def more_of_explanation(entry: ReportEntry, said: str) -> Answer:
    """The newest reason goes on."""
    *before, newest = entry.content.explanations or (None,)
    if newest is None:
        return Refused("answer-not-asked")
    reason = appended(newest.reason, said)
    if len(reason) > SHORT_LIMIT:
        return too_long(reason, SHORT_LIMIT)
    more = tuple(
        replace(one, reason=reason) if one.reason == newest.reason else one
        for one in (*before, newest)
        if one is not None
    )
    return Accepted(replace(entry.content, explanations=more))
