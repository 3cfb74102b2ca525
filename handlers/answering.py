"""What a person types: the answer to what is asked, or words that have to find their place."""

from dataclasses import replace

from dialog.answers import puts_right, replaces, typed
from dialog.asides import Aside, aside, chosen_wrong
from dialog.corrected_figures import only_names_given, rights_figure_before
from dialog.doubts import doubted_indicator
from dialog.edits import Given
from dialog.indicators_named import figure_of_another
from dialog.layout import Rows, cut
from dialog.measure_numbers import (
    Named,
    behind_last,
    behind_meant,
    behind_more_of_last,
    behind_own,
    counts_nothing_but,
    entry_meant,
    entry_numbered,
    entry_within,
    meant_of_own,
    named_entry,
)
from dialog.no_answers import wish_of_one
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Accepted, Answer, Note, Refused
from dialog.placing import Place, Question, Sight, place
from dialog.questions import figure_or_reason, other_changes
from dialog.righted_words import names_what_is_wrong, slip_righted
from dialog.slips_elsewhere import slip_of_another
from dialog.steps import Step, step_to_ask
from dialog.sums import carrying, growth_or_correction, meant_instead
from dialog.words import cleaned, wished_status
from handlers.accepting import accept_words, way_behind
from handlers.at_report import (
    Shows,
    Typed,
    ask,
    ask_again,
    held_line,
    held_place,
    keep_to,
    note,
    open_question,
    open_to,
    question_before,
    questions_seen,
    require_writable,
    show_preview,
    sight,
    working,
)
from handlers.by_number import (
    answer_named,
    say_nothing_is_asked,
    take_by_number,
    tells_of_command,
)
from handlers.colliding import collides, is_a_colleagues
from handlers.holding import (
    add_to_answer,
    ask_place,
    gives_back_what_is_not_theirs,
    hold,
    hold_apart,
    hold_for_choice,
    hold_late,
    hold_too,
    months_named,
    of_words,
    rights_waiting,
    several_ask_for,
    store_addition,
    told_while_waiting,
)
from handlers.numbers_typed import is_a_measures_number, is_number_not_asked_of_helper
from handlers.remembering import remember_answer
from models.conversations import Conversation, set_text_aside
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.errors import Stale
from vocabulary.report import ReportEntry, WorkingReport


def answer_by_text(work: Work, conversation: Conversation, written: Typed) -> None:
    """The answer to what the person had before them, or a text that has to find its place."""
    if not conversation.held_text and tells_of_command(work, conversation, written.text):
        return
    if conversation.report_id is None:
        take_by_number(work, conversation, written)
        return
    rows = open_to(work, conversation.report_id)
    if not (
        gives_back_what_is_not_theirs(work, conversation, rows, written.text)
        or _adds_to_last(work, conversation, rows, written)
    ):
        _answer_in_report(work, conversation, rows, written)


def _answer_in_report(
    work: Work, conversation: Conversation, rows: ReportRows, written: Typed
) -> None:
    report = working(work, rows)
    keep_to(conversation, report)
    now = open_question(conversation)
    is_wish = _asked_of(report, now, written.text) is not None
    if is_wish or aside(written.text) not in {None, Aside.FILES}:
        _decline(work, conversation, rows, now, written)
        return
    if (now or held_place(conversation)) is not None and not is_writable(rows.report):
        hold_late(work, conversation, rows, written)
        return
    seen = sight(work, conversation, written)
    if now is not None and conversation.too_long and seen is not Sight.SEEN:
        _refuse_further_part(work, conversation, rows, written.text)
        return
    if _goes_with_waiting(work, conversation, rows, written, seen):
        return
    if _rights_figure(work, conversation, rows, written):
        return
    _put(work, conversation, rows, written, seen)


def _goes_with_waiting(
    work: Work, conversation: Conversation, rows: ReportRows, written: Typed, seen: Sight
) -> bool:
    """Whether a text waits, and this one goes there or is led to its own measure beside it."""
    if not conversation.held_text and held_place(conversation) is None:
        return False
    report, now = working(work, rows), open_question(conversation)
    at_question = _is_elsewhere(conversation, now, seen)
    if rights_waiting(work, conversation, rows, written, at_question=at_question):
        return True
    if _leads_away_from_held(work, conversation, report, rows, written):
        return True
    if not at_question:
        stood, _ = _written_to(work, report, written)
        hold_too(work, conversation, rows, written, stood)
    return not at_question


def _adds_to_last(work: Work, conversation: Conversation, rows: ReportRows, written: Typed) -> bool:
    """前一项再加一句，培训50人: asked about, as more of the measure that was answered before."""
    words, now = behind_more_of_last(written.text), open_question(conversation)
    if not words or not is_writable(rows.report):
        return False
    meant = _answered_before(work, conversation, rows, now)
    meant = meant or _stands_before(working(work, rows), now)
    more = replace(written, text=words)
    set_text_aside(conversation)
    hold(work, conversation, rows, more, behind=of_words(meant) if meant else None)
    return True


def _put(
    work: Work, conversation: Conversation, rows: ReportRows, written: Typed, seen: Sight
) -> None:
    """Where it belongs, as far as it is known what the person had before them."""
    report = working(work, rows)
    now, before = open_question(conversation), question_before(conversation)
    told_of = _told_elsewhere(report, now, written.text)
    if told_of is not None:
        if not _changes_other(work, conversation, rows, told_of, written):
            set_text_aside(conversation)
            hold(work, conversation, rows, written, behind=of_words(told_of.entry))
        return
    elsewhere = (
        slip_of_another(report, written.text, now=now, before=before)
        if seen is Sight.SEEN
        else None
    )
    if elsewhere is not None:
        set_text_aside(conversation)
        hold(
            work,
            conversation,
            rows,
            written,
            behind=of_words(elsewhere.entry) if elsewhere.entry else None,
        )
        return
    if (of := figure_of_another(report, written.text, now=now)) is not None:
        set_text_aside(conversation)
        hold(work, conversation, rows, written, behind=of)
        return
    numbers = frozenset(m.number for entry in report.entries for m in entry.measure.each)
    stood, is_sure = (None, True) if seen is Sight.SEEN else _written_to(work, report, written)
    found = place(written.text, seen, before=before, now=now, stood=stood, numbers=numbers)
    match found if is_sure or stood is None else Place.ASK:
        case Place.ADD if before is not None:
            add_to_answer(work, conversation, rows, before, written)
        case Place.ASK if before is not None or stood is not None:
            slip = _words_before_figure(report, before, written.text)
            hold(work, conversation, rows, written, behind=stood or slip)
        case _ if now is not None:
            _answer_question(work, conversation, rows, now, written)
        case _:
            take_by_number(work, conversation, written)


def _told_elsewhere(report: WorkingReport, now: Question | None, text: str) -> Named | None:
    """Another measure than the open one that a sentence names: 29项贷款应为890万元."""
    entry = entry_within(report, text, but=now.entry_id) if now is not None else None
    if entry is None:
        return None
    return Named(entry, behind_own(entry, cleaned(text)))


def _changes_other(
    work: Work, conversation: Conversation, rows: ReportRows, named: Named, written: Typed
) -> bool:
    """A slip of the measure that is named is put right there, or leads to what changes it."""
    entry, words, now = named.entry, named.words, open_question(conversation)
    if _rights_words(work, conversation, rows, named, written):
        return True
    is_figures = puts_right(entry, Step.TEXT, words) and not only_names_given(entry, words)
    if is_figures and offers_change(work, rows, now, entry, written.text):
        return True
    is_status = wished_status(words) is not None and not entry.measure.one_line
    if is_status:
        told = Note("answer-change-here", {"said": cut(cleaned(written.text), SHORT_LIMIT)})
        ask(work, working(work, rows), entry, (Step.STATUS, None), (told,))
    return is_status


def _words_before_figure(
    report: WorkingReport, before: Question | None, text: str
) -> Question | None:
    """The words of the measure whose figure was given last, where one of theirs is put right."""
    if before is None or before.step is not Step.FIGURE or not report.has(before.entry_id):
        return None
    entry = report.entry(before.entry_id)
    return of_words(entry) if slip_righted(entry, cleaned(text)) else None


def _rights_figure(
    work: Work, conversation: Conversation, rows: ReportRows, written: Typed
) -> bool:
    """写错了，应该是187, sent behind the figure of a measure when another one is asked already."""
    report, said = working(work, rows), cleaned(written.text)
    now, before = open_question(conversation), question_before(conversation)
    if before is None or not report.has(before.entry_id) or not is_writable(rows.report):
        return False
    is_other = now is None or now.entry_id != before.entry_id
    if not is_other or (now is not None and now.step in _TAKES_FIGURE):
        return False
    entry = report.entry(before.entry_id)
    asked_now = report.entry(now.entry_id) if now is not None else None
    answer = rights_figure_before(entry, asked_now, said)
    if not isinstance(answer, Accepted) or is_a_colleagues(work, entry):
        return False
    known = entry.content.figures
    changed = next((one for one in answer.content.figures if one not in known), None)
    if changed is None:
        return False
    of_figure = Question(entry.entry_id, Step.FIGURE, changed.indicator_id)
    remember_answer(work, [written.message_id], Given(of_figure, entry.content, answer.content))
    store_addition(work, conversation, rows, of_figure, answer)
    return True


def _written_to(work: Work, report: WorkingReport, written: Typed) -> tuple[Question | None, bool]:
    """What the card asked that the person had before them, and whether that is sure.

    None: nothing that is known.
    """
    found = questions_seen(work, written)
    asked = (one for one in found if one is not None and report.has(one.entry_id))
    return next(asked, None), len(found) < 2


def _decline(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    now: Question | None,
    written: Typed,
) -> None:
    """What is no answer to any question belongs to none: whatever is open is asked again."""
    seen, report = sight(work, conversation, written), working(work, rows)
    meant = entry_meant(report, written.text)
    if meant is None and chosen_wrong(written.text) and seen is Sight.SEEN:
        meant = _answered_before(work, conversation, rows, now)
    if words := behind_last(written.text):
        meant = _answered_before(work, conversation, rows, now) or _stands_before(report, now)
    if meant is not None and _puts_right(work, conversation, rows, Named(meant, words), written):
        return
    if meant is None and (named := _asked_of(report, now, written.text)) is not None:
        answer_named(work, rows, named, written.message_id)
        return
    if meant is not None and (
        offers_change(work, rows, now, meant, written.text)
        or _leads_to_change(work, rows, now, meant, written.text)
    ):
        return
    if meant is not None and not is_writable(rows.report) and now is None:
        hold_apart(work, conversation, rows, of_words(meant), written)
    elif meant is not None and rows.report.correcting and now is None:
        said = say(work.language, "aside-not-kept", said=cut(cleaned(written.text), SHORT_LIMIT))
        ask(work, report, meant, step_to_ask(meant), line=said)
    elif conversation.held_text and not _is_elsewhere(conversation, now, seen):
        if aside(written.text) is Aside.HAND_IN and is_writable(rows.report):
            show_preview(work, rows)
            return
        ask_place(
            work, conversation, rows, told_while_waiting(work, conversation, rows, written.text)
        )
    elif now is not None and is_writable(rows.report):
        _answer_question(work, conversation, rows, now, written)
    elif _wants_preview(conversation, rows, written.text):
        show_preview(work, rows)
    else:
        say_nothing_is_asked(work, conversation, written.text)


def _wants_preview(conversation: Conversation, rows: ReportRows, text: str) -> bool:
    """Whether the person wants to file what lies before them; the preview says how by itself."""
    is_wish = aside(text) is Aside.HAND_IN and is_writable(rows.report)
    return is_wish and conversation.shows != Shows.PREVIEW


def _asked_of(report: WorkingReport, now: Question | None, text: str) -> Named | None:
    """Another measure than the open one, of which something is asked or wished: 33不用报吧."""
    named = wish_of_one(report, text)
    is_there = named is not None and now is not None and now.entry_id == named.entry.entry_id
    return None if is_there else named


def _puts_right(
    work: Work, conversation: Conversation, rows: ReportRows, named: Named, written: Typed
) -> bool:
    """What is no answer, but names its measure: words behind 上一项, or both the numbers."""
    if named.words:
        return _changes_other(work, conversation, rows, named, written)
    told = meant_of_own(named.entry.measure, cleaned(written.text))
    if not names_what_is_wrong(told):
        return False
    return _rights_words(work, conversation, rows, Named(named.entry, told), written)


def _stands_before(report: WorkingReport, now: Question | None) -> ReportEntry | None:
    """The measure above the open one in the list; None where nothing is asked, or it is first."""
    ids = [entry.entry_id for entry in report.entries]
    at = ids.index(now.entry_id) if now is not None and now.entry_id in ids else 0
    return report.entries[at - 1] if at else None


def _answered_before(
    work: Work, conversation: Conversation, rows: ReportRows, now: Question | None
) -> ReportEntry | None:
    """The measure that was answered before the open one, as long as it can be changed."""
    before, report = question_before(conversation), working(work, rows)
    if before is None or not report.has(before.entry_id) or not is_writable(rows.report):
        return None
    is_other = now is None or now.entry_id != before.entry_id
    return report.entry(before.entry_id) if is_other else None


def _rights_words(
    work: Work, conversation: Conversation, rows: ReportRows, named: Named, written: Typed
) -> bool:
    """刚才那个29项里面的860万元不对，是890万元: in the text of another measure."""
    now, meant = open_question(conversation), named.entry
    if (now is not None and now.entry_id == meant.entry_id) or not is_writable(rows.report):
        return False
    answer = slip_righted(meant, named.words)
    if answer is None or is_a_colleagues(work, meant):
        return False
    about = of_words(meant)
    remember_answer(work, [written.message_id], Given(about, meant.content, answer.content))
    store_addition(work, conversation, rows, about, answer)
    return True


def offers_change(
    work: Work,
    rows: ReportRows,
    now: Question | None,
    meant: ReportEntry,
    text: str,
    *,
    told: Note | None = None,
) -> bool:
    """27项改成6.5万亩: leads to the measure, where one tap takes the figure.

    told: what is said of it instead of that it is not stored.
    """
    is_there = now is not None and now.entry_id == meant.entry_id and now.step in _TAKES_FIGURE
    indicators = meant.measure.indicators
    if counts_nothing_but(meant.measure, text):
        return False
    if is_there or len(indicators) != 1 or not is_writable(rows.report):
        return False
    of = indicators[0].indicator_id
    offer = meant_instead(work.language, meant, "answer-doubt-figure", of, text) or meant_instead(
        work.language, meant, "answer-doubt-figure", of, behind_meant(text)
    )
    if not offer:
        return False
    report, step = working(work, rows), step_to_ask(meant)
    ask(work, report, meant, step)
    told = told or Note("answer-change-offer", {"said": cut(cleaned(text), SHORT_LIMIT)})
    ask_again(work, report, Question(meant.entry_id, *step), (told,), extra=offer)
    return True


def _leads_to_change(
    work: Work, rows: ReportRows, now: Question | None, meant: ReportEntry, text: str
) -> bool:
    """把第1项改成正常推进: leads to another measure than the open one, and changes nothing."""
    is_there = now is not None and now.entry_id == meant.entry_id
    if is_there or aside(text) is not Aside.CHANGE or not is_writable(rows.report):
        return False
    told = Note("answer-change-here", {"said": cut(cleaned(text), SHORT_LIMIT)})
    is_of_status = wished_status(text) is not None or chosen_wrong(text)
    if is_of_status and not meant.measure.one_line:
        ask(work, working(work, rows), meant, (Step.STATUS, None), (told,))
    else:
        ask_anew(work, working(work, rows), meant, told)
    return True


_TAKES_FIGURE = {Step.FIGURE, Step.EXPLAIN}


def _answer_question(
    work: Work, conversation: Conversation, rows: ReportRows, asked: Question, written: Typed
) -> None:
    require_writable(work, rows)
    report = working(work, rows)
    if is_a_measures_number(work, report, asked, written.text):
        return
    if is_number_not_asked_of_helper(work, rows, report, asked, written.text):
        return
    entry = report.entry(asked.entry_id)
    answer = typed(entry, asked.step, asked.indicator_id, written.text)
    if isinstance(answer, Accepted) and collides(work, conversation, entry, answer):
        hold_for_choice(work, conversation, rows, asked, written)
        return
    after = answer.content if isinstance(answer, Accepted) else entry.content
    named = named_entry(report, written.text)
    is_numbered = named is not None and named.entry is entry and bool(named.words)
    given = Given(asked, entry.content, after)
    offer = offered_instead(work, entry, asked, answer, written)
    words = cleaned(written.text) if offer else ""
    remember_answer(work, [written.message_id], given, numbered=is_numbered, words=words)
    if isinstance(answer, Accepted):
        is_plain = asked.step is Step.TEXT and not replaces(asked.step, cleaned(written.text))
        ways = way_behind(work.language, entry, given, written.message_id) if is_plain else ()
        accept_words(work, rows, report, given, answer, message_id=written.message_id, extra=ways)
    elif answer.text_key == "answer-too-long":
        _refuse_too_long(work, conversation, report, answer, len(cleaned(written.text)))
    else:
        told = _wished_here(report, entry, answer, written.text) or note(answer)
        if asked.step is Step.STATUS and told.text_key in _ASKS_ANEW:
            ask_anew(work, report, entry, told)
            return
        ask_again(work, report, asked, (told,), extra=offer)


_ASKS_ANEW = {"answer-change-here", "answer-slip-in-words"}
"""What says that something else may be written here, in the place of what stands."""


def ask_anew(work: Work, report: WorkingReport, entry: ReportEntry, told: Note) -> None:
    """Words that are sent next take the place of those that stand; all else has its buttons."""
    content = entry.content
    words = content.no_progress_reason if content.no_progress else content.text
    asked = (of_words(entry).step, None) if words else step_to_ask(entry)
    more = other_changes(work.language, entry, asked[0]) if words else ()
    ask(work, report, entry, asked, (told,), extra=more)


def _wished_here(
    report: WorkingReport, entry: ReportEntry, answer: Refused, text: str
) -> Note | None:
    """更正63 where 63 is asked: it is open already."""
    is_here = answer.text_key == "answer-change" and entry_meant(report, text) is entry
    return (
        Note("answer-change-here", {"said": cut(cleaned(text), SHORT_LIMIT)}) if is_here else None
    )


def offered_instead(
    work: Work, entry: ReportEntry, asked: Question, answer: Answer, written: Typed
) -> Rows:
    """What words that were refused may mean, as buttons; they are kept for whichever is tapped."""
    if isinstance(answer, Accepted):
        return ()
    key, doubted, text = answer.text_key, doubted_indicator(entry), written.text
    if key == "answer-doubt-growth" and doubted:
        return growth_or_correction(work.language, entry, doubted.indicator_id, text)
    if key == "answer-doubt-which":
        return figure_or_reason(work.language, entry, cleaned(text), written.message_id)
    is_doubted = asked.step is Step.EXPLAIN and doubted is not None
    of_indicator = doubted.indicator_id if is_doubted and doubted else asked.indicator_id
    offer = meant_instead(work.language, entry, key, of_indicator, text)
    return carrying(offer, written.message_id)


def _refuse_too_long(
    work: Work, conversation: Conversation, report: WorkingReport, answer: Refused, length: int
) -> None:
    """Refuses it, and remembers that more of it may come: Telegram cuts what is very long."""
    asked, before = open_question(conversation), question_before(conversation)
    if asked is None:
        raise Stale
    step = (asked.step, asked.indicator_id)
    ask(work, report, report.entry(asked.entry_id), step, (note(answer),), after=before)
    conversation.too_long = length


def _refuse_further_part(
    work: Work, conversation: Conversation, rows: ReportRows, text: str
) -> None:
    length, asked = conversation.too_long + len(cleaned(text)), open_question(conversation)
    is_text = asked is not None and asked.step in {Step.STATUS, Step.TEXT}
    limit = TEXT_LIMIT if is_text else SHORT_LIMIT
    answer = Refused("answer-too-long-parts", {"length": length, "limit": limit})
    _refuse_too_long(work, conversation, working(work, rows), answer, length)


def _is_elsewhere(conversation: Conversation, now: Question | None, seen: Sight) -> bool:
    """Whether the person has gone to a question by themselves while a text waits, and sees it."""
    waits_at = held_place(conversation)
    is_shown = now is not None and conversation.shows == Shows.QUESTION and seen is Sight.SEEN
    is_other = waits_at is None or (now is not None and waits_at.entry_id != now.entry_id)
    return bool(conversation.held_text) and is_shown and is_other


def _leads_away_from_held(
    work: Work,
    conversation: Conversation,
    report: WorkingReport,
    rows: ReportRows,
    written: Typed,
) -> bool:
    """A number leads to its measure, with the words behind it; the text that is kept waits on."""
    if not conversation.held_text or not is_writable(rows.report):
        return False
    if _waits_for_its_month(work, conversation) and several_ask_for(
        work, conversation, written.text
    ):
        take_by_number(work, conversation, written)
        return True
    named = entry_numbered(report, written.text)
    if named is None:
        with_words = named_entry(report, written.text)
        if with_words is None:
            return False
        answer_named(work, rows, with_words, written.message_id)
        return True
    waits = held_line(work, report)
    ask(work, report, named, step_to_ask(named), line=waits)
    return True


def _waits_for_its_month(work: Work, conversation: Conversation) -> bool:
    """Whether it is asked of which month the text that is kept tells: nobody looks at one yet."""
    is_asked = open_question(conversation) is None
    return is_asked and bool(months_named(work, conversation, conversation.held_text))
