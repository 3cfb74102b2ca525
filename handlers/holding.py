"""A text that waits until it is said where it belongs."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.answers import added, puts_right
from dialog.cards import page_wanted
from dialog.edits import Given, told_instead
from dialog.held import held_question, held_ways, month_question, ways_of_refused
from dialog.indicators_named import figure_of_another
from dialog.layout import Rows, cut
from dialog.lead_ins import behind_lead
from dialog.measure_numbers import (
    Named,
    entry_numbered,
    entry_spoken_of,
    named_entry,
    named_in_sentence,
    opens_with_number,
)
from dialog.no_answers import while_waiting
from dialog.outcome import SHORT_LIMIT, Accepted, Note, Refused
from dialog.placing import Question
from dialog.questions import answered
from dialog.refused_captions import may_answer_too
from dialog.slips_elsewhere import whose_slip
from dialog.steps import Step, is_answered, next_entry, step_to_ask
from dialog.sums import carrying, meant_instead
from dialog.typed_buttons import is_buttons_word
from dialog.words import cleaned, is_known_word, is_number
from handlers.accepting import go_on
from handlers.at_report import (
    Typed,
    ask,
    ask_again,
    files,
    held_line,
    held_place,
    hold_nowhere,
    hold_place,
    keep_to,
    note,
    open_question,
    open_to,
    put_away,
    question_before,
    record,
    reports_at_hand,
    require_writable,
    show,
    show_card,
    show_preview,
    working,
)
from handlers.colliding import ask_which, is_a_colleagues, names_figure
from handlers.numbers_typed import WORDS_NOT_THEIRS, not_the_helpers
from handlers.remembering import (
    follow_righted,
    forget_held,
    held_behind,
    held_messages,
    remember_answer,
    remember_held,
    right_held,
)
from models.conversations import PASTED, Conversation, conversation_of, set_text_aside
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from scheduler.helping import tell_late_words
from texts import say
from vocabulary.period import Period
from vocabulary.report import ReportEntry, WorkingReport


def of_words(entry: ReportEntry) -> Question:
    """The question whose answer goes on with further words."""
    return Question(entry.entry_id, Step.REASON if entry.content.no_progress else Step.TEXT)


def add_to_answer(
    work: Work, conversation: Conversation, rows: ReportRows, before: Question, written: Typed
) -> None:
    """Goes on with the answer that the person was writing; the open question stays as it is."""
    require_writable(work, rows)
    entry = working(work, rows).entry(before.entry_id)
    answer = added(entry, before.step, before.indicator_id, written.text)
    if is_a_colleagues(work, entry):  # it would go on with their words
        hold_for_choice(work, conversation, rows, before, written)
        return
    if isinstance(answer, Refused) and before.step is Step.FIGURE:
        if answer.text_key != "answer-figure-no-number":
            ask_figure_again(work, rows, before, answer, written)
            return
        before = of_words(entry)
        answer = added(entry, before.step, before.indicator_id, written.text)
    if isinstance(answer, Refused):
        hold(work, conversation, rows, written, (note(answer),), behind=before)
        return
    given = Given(before, entry.content, answer.content, is_more=True)
    remember_answer(work, [written.message_id], given)
    store_addition(work, conversation, rows, before, answer)


def ask_figure_again(
    work: Work, rows: ReportRows, asked: Question, refused: Refused, written: Typed
) -> None:
    """What was said to an earlier figure is not sure: that is asked, with what may be meant."""
    report, text = working(work, rows), written.text
    entry, of = report.entry(asked.entry_id), asked.indicator_id
    offer = meant_instead(work.language, entry, refused.text_key, of, text)
    given, words = Given(asked, entry.content, entry.content), cleaned(text) if offer else ""
    remember_answer(work, [written.message_id], given, words=words)
    ask(work, report, entry, (asked.step, of))
    told = (note(refused),)
    ask_again(work, report, asked, told, extra=carrying(offer, written.message_id))


def store_addition(
    work: Work, conversation: Conversation, rows: ReportRows, before: Question, answer: Accepted
) -> None:
    was = working(work, rows).entry(before.entry_id).content
    record(work, rows, before.entry_id, answer.content)
    follow_righted(work, before.entry_id, answer, was)
    report = working(work, rows)
    entry = report.entry(before.entry_id)
    now = open_question(conversation)
    line = answered(work.language, entry, answer.notes)
    if now is None:
        show_preview(work, rows, line, after=before)
    elif now.entry_id == before.entry_id and now.step is not Step.STATUS:
        go_on(work, rows, report, before, answer.notes)
    else:
        ask_again(work, report, now, line=line)


def hold_too(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    written: Typed,
    stood: Question | None = None,
) -> None:
    """With the text that waits; but a number, or the word of a button, is nobody's text.

    stood: what the writer had before them; what was written to another question waits by itself.
    """
    if names_figure(work, conversation, rows, written):
        return
    waits_at = held_place(conversation)
    if waits_at is not None and (words := told_instead(written.text)):
        hold_instead(work, rows, waits_at, words, message_id=written.message_id)
        return
    if righted := right_held(work, written.text):
        ask_place(work, conversation, rows, (righted,))
        return
    if (
        is_known_word(written.text)
        or is_buttons_word(written.text)
        or is_number(cleaned(written.text))
    ):
        told = told_while_waiting(work, conversation, rows, written.text)
        ask_place(work, conversation, rows, told)
    elif meant := tells_of(working(work, rows), written.text):
        hold_apart(work, conversation, rows, of_words(meant), written)
    elif named := _figure_named_elsewhere(work, conversation, rows, written.text):
        hold_apart(work, conversation, rows, named, written)
    elif _may_name_another(work, rows, written.text):
        hold_apart(work, conversation, rows, None, written)
    elif stood is not None and held_place(conversation) is None and held_behind(work) != stood:
        set_text_aside(conversation)
        hold(work, conversation, rows, written, behind=stood)
    else:
        hold(work, conversation, rows, written)


def told_while_waiting(
    work: Work, conversation: Conversation, rows: ReportRows, said: str
) -> tuple[Note, ...]:
    """What is said of words that are nobody's text, with what waits and how to say it elsewhere."""
    report = working(work, rows)
    upcoming = next_entry(report) or report.entries[0]
    number = cut(upcoming.measure.number, 12)
    return while_waiting(said, conversation.held_text, number)


def tells_of(report: WorkingReport, text: str) -> ReportEntry | None:
    """Of which measure words tell, by its number or by a slip in what it alone says."""
    return entry_spoken_of(report, text) or whose_slip(report, cleaned(text))


def _figure_named_elsewhere(
    work: Work, conversation: Conversation, rows: ReportRows, text: str
) -> Question | None:
    """The figure of another measure than that of which the waiting words are, by its name."""
    of = held_place(conversation) or held_behind(work) or open_question(conversation)
    now = Question(of.entry_id, Step.TEXT) if of is not None else None
    return figure_of_another(working(work, rows), text, now=now)


def _may_name_another(work: Work, rows: ReportRows, text: str) -> bool:
    """Whether words begin with what may be the number of another measure than the waiting text's.

    What waits does not change how they are read: alone they would be asked about.
    """
    found, waits = opens_with_number(working(work, rows), text), held_behind(work)
    return found is not None and (waits is None or waits.entry_id != found.entry_id)


def rights_waiting(
    work: Work, conversation: Conversation, rows: ReportRows, written: Typed, *, at_question: bool
) -> bool:
    """Whether the words put a slip right in words that wait, and in none that are stored.

    at_question: the person has gone to the open question; then only words of that measure, or of
    the one that the text names, are looked at.
    """
    report, now = working(work, rows), open_question(conversation)
    named = named_in_sentence(report, written.text)
    about = named.entry if named else (report.entry(now.entry_id) if now and at_question else None)
    said = named.words if named else written.text
    if about is not None and puts_right(about, Step.TEXT, said):
        return False
    righted = right_held(work, said, of=(about.entry_id,) if about else ())
    if righted is None:
        return False
    ask_place(work, conversation, rows, (righted,))
    return True


def rights_named_waiting(work: Work, conversation: Conversation, written: Typed) -> bool:
    """The same of words that name their measure, before they are taken for a list of one."""
    if not conversation.held_text or conversation.report_id is None:
        return False
    if conversation.step == PASTED:
        return False
    rows = open_to(work, conversation.report_id)
    is_named = named_in_sentence(working(work, rows), written.text) is not None
    return is_named and rights_waiting(work, conversation, rows, written, at_question=False)


def hold_apart(
    work: Work, conversation: Conversation, rows: ReportRows, about: Question | None, written: Typed
) -> None:
    """Keeps a text that tells its measure; one that waits for another place waits behind it.

    about: None where it is not sure which measure it tells.
    """
    put_away(work, rows)
    if conversation.held_text and (about is None or held_behind(work) != about):
        set_text_aside(conversation)
        hold_nowhere(conversation)
    if not is_writable(rows.report) and about is not None:
        hold_place(conversation, about)
    hold(work, conversation, rows, written, behind=about)


def hold(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    written: Typed,
    notes: tuple[Note, ...] = (),
    *,
    behind: Question | None = None,
) -> None:
    """Keeps the text, and asks where it belongs. behind: what it may go on with."""
    said = cleaned(written.text)
    held = conversation.held_text
    behind = behind or (held_behind(work) if held else None) or question_before(conversation)
    said, in_front = behind_lead(said) if held else (said, False)
    remember_held(work, written.message_id, said, behind)
    both = (said, held) if in_front else (held, said)
    conversation.held_text = "\n".join(filter(None, both))
    _tell_who_may_correct(work, conversation, rows, said)
    ask_place(work, conversation, rows, notes)


def _tell_who_may_correct(
    work: Work, conversation: Conversation, rows: ReportRows, said: str
) -> None:
    """What a helper says of a report that is filed only its own people can take in."""
    report, about = working(work, rows), held_place(conversation)
    helper = next((one for one in work.helps if one.report_id == rows.report.id), None)
    if helper is None or files(work, rows) or is_writable(rows.report):
        return
    if about is not None and report.has(about.entry_id):
        number = report.entry(about.entry_id).measure.number
        tell_late_words(work, rows, helper, said, number=number)


def hold_for_choice(
    work: Work, conversation: Conversation, rows: ReportRows, asked: Question, written: Typed
) -> None:
    """Keeps a text that a colleague's stands against; another one that waits, waits behind it."""
    if held_place(conversation) != asked:
        set_text_aside(conversation)
    hold_place(conversation, asked)
    hold(work, conversation, rows, written)


def hold_against(
    work: Work, rows: ReportRows, asked: Question, words: str, *, message_id: int | None = None
) -> None:
    """Words that a colleague's answer stands against: both are shown, and their writer chooses.

    message_id: of the message that they are.
    """
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    if held_place(conversation) != asked:
        set_text_aside(conversation)
    hold_place(conversation, asked)
    said = cleaned(words)
    if message_id is not None:
        remember_held(work, message_id, said)
    held = conversation.held_text
    conversation.held_text = f"{held}\n{said}" if held else said
    ask_place(work, conversation, rows)


def hold_instead(
    work: Work, rows: ReportRows, asked: Question, words: str, *, message_id: int | None = None
) -> None:
    """As `hold_against`; what waits already for the same choice is given up for it."""
    conversation = conversation_of(work.session, work.writer.id)
    waits_at = held_place(conversation) if conversation.held_text else None
    if waits_at is not None and _is_of_same_words(waits_at, asked):
        asked = waits_at
        forget_held(work)
        conversation.held_text = ""
    hold_against(work, rows, asked, words, message_id=message_id)


def _is_of_same_words(one: Question, other: Question) -> bool:
    is_of_text = {one.step, other.step} <= _OF_TEXT
    return one == other or (one.entry_id == other.entry_id and is_of_text)


_OF_TEXT = {Step.STATUS, Step.TEXT}


def hold_beside(
    work: Work, report: WorkingReport, now: Question, words: str, message_id: int
) -> None:
    """Words beside a file that may be the answer or tell of the measure: they wait for a button.

    The question stays, and what is typed next answers it.
    """
    conversation, said = conversation_of(work.session, work.writer.id), cleaned(words)
    behind = of_words(report.entry(now.entry_id))
    set_text_aside(conversation)
    hold_nowhere(conversation)
    remember_held(work, message_id, said, behind)
    conversation.held_text = said
    told = Note("caption-waits", {"said": cut(said, SHORT_LIMIT), "step": now.step.value})
    ways = held_ways(work.language, report, said, before=behind, now=now)
    ask_again(work, report, now, (told,), extra=tuple((one,) for one in ways))


def hold_of_refused(
    work: Work, report: WorkingReport, behind: Question, words: str, message_id: int
) -> None:
    """Words whose file was refused, and that may only have named it: they wait for a button.

    behind: what they may go on with. The question stays, and what is typed next answers it.
    """
    conversation, said = conversation_of(work.session, work.writer.id), cleaned(words)
    now = open_question(conversation)
    if now is None:
        hold_apart(
            work,
            conversation,
            open_to(work, report.report_id),
            behind,
            Typed(said, message_id, work.now),
        )
        return
    set_text_aside(conversation)
    hold_nowhere(conversation)
    remember_held(work, message_id, said, behind)
    conversation.held_text = said
    before, at = places(work, conversation, report)
    too = at if at is not None and may_answer_too(at, behind) else None
    ways = ways_of_refused(work.language, report, said, before=before, now=too)
    told = Note("caption-of-refused", {"said": cut(said, SHORT_LIMIT)})
    conversation.held_text = ""  # the card that asks about it needs no way back to it
    ask_again(work, report, now, (told,), extra=ways)
    conversation.held_text = said


def hold_behind_paste(
    work: Work, conversation: Conversation, asked: Question | None, written: Typed
) -> None:
    """What may answer the question that a pasted text came to: it waits until that is settled.

    asked: or the words of the measure that it names; None where it is not known which.
    """
    if held_behind(work) != asked:
        set_text_aside(conversation)
        hold_nowhere(conversation)
    said, held = cleaned(written.text), conversation.held_text
    remember_held(work, written.message_id, said, asked)
    conversation.held_text = f"{held}\n{said}" if held else said


def return_to_held(work: Work, rows: ReportRows) -> bool:
    """Asks about the measure of which a text tells that waits for a correction; False for none."""
    conversation = conversation_of(work.session, work.writer.id)
    report, place_of_it = working(work, rows), held_place(conversation)
    if not conversation.held_text or place_of_it is None or not report.has(place_of_it.entry_id):
        return False
    entry = report.entry(place_of_it.entry_id)
    waits = held_line(work, report)
    ask(work, report, entry, step_to_ask(entry), line=waits)
    return True


def ask_place_again(work: Work, words: str) -> bool:
    """What waits reads so now: it is asked about anew, unless something else is asked beside it."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == PASTED:
        return False
    is_asked = held_place(conversation) is not None or open_question(conversation) is None
    if words not in conversation.held_text or conversation.report_id is None or not is_asked:
        return False
    rows = open_to(work, conversation.report_id)
    ask_place(work, conversation, rows, (Note("edit-of-held", {"words": cut(words, 240)}),))
    return True


def gives_back_what_is_not_theirs(
    work: Work, conversation: Conversation, rows: ReportRows, text: str
) -> bool:
    """Whether a helper's words name another measure of the unit: its own people answer it.

    They are given back above whatever is open, and wait with nothing. A number alone is no words.
    """
    report = working(work, rows)
    keep_to(conversation, report)
    now = open_question(conversation)
    told = not_the_helpers(work, rows, report, text)
    if told is None or told.text_key != WORDS_NOT_THEIRS:
        return False
    if conversation.held_text:
        ask_place(work, conversation, rows, (told,))
    elif now is not None and is_writable(rows.report):
        ask_again(work, report, now, (told,))
    else:
        show_card(work, rows.report.id, line=say(work.language, told.text_key, **told.facts))
    return True


def hold_forwarded(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Keeps words of somebody else, and asks whether they are the answer. False: nothing is asked.

    What is asked while they wait is the open question alone: they go on with nothing.
    """
    now = open_question(conversation)
    if now is None or conversation.report_id is None:
        return False
    rows = open_to(work, conversation.report_id)
    require_writable(work, rows)
    if gives_back_what_is_not_theirs(work, conversation, rows, written.text):
        return True
    conversation.before_entry_id, conversation.before_step = None, ""
    conversation.before_indicator_id = None
    hold(work, conversation, rows, written, (Note("forwarded-ask"),))
    return True


def ask_place(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    notes: tuple[Note, ...] = (),
    *,
    line: str = "",
    extra: Rows = (),
) -> None:
    """line: about something else that was done just now, above it. extra: further buttons."""
    report = working(work, rows)
    before, now = places(work, conversation, report)
    is_open = now is not None and now == open_question(conversation)
    text = conversation.held_text
    written_to = held_place(conversation)
    if written_to is not None and _stands_against(work, rows, report, written_to):
        ask_which(work, conversation, rows, written_to, notes)
        return
    lines = [line] if line else []
    lines += [say(work.language, one.text_key, **one.facts) for one in notes]
    if before is not None and not notes:
        lines.append(answered(work.language, report.entry(before.entry_id)))
    at_hand = reports_at_hand(work, conversation)
    is_one_of_several = len(at_hand) > 1
    month = rows.cycle.period if is_one_of_several else None
    is_several = len(held_messages(work)) > 1
    if months := months_named(work, conversation, text):
        kept_in = rows.report.id
        message = month_question(
            work.language, months, text, kept_in=kept_in, is_several=is_several
        )
    else:
        message = held_question(
            work.language,
            report,
            text,
            before=before,
            now=now,
            is_open=is_open,
            month=month,
            is_several=is_several,
            others=_others(conversation, rows, at_hand),
        )
    message = replace(message, buttons=(*extra, *message.buttons))
    conversation.held_text = ""  # the card that asks about it needs no way back to it
    show(work, message, "\n".join(lines), again=True)
    conversation.held_text = text


def _others(
    conversation: Conversation, rows: ReportRows, at_hand: Sequence[ReportRows]
) -> list[tuple[int, Period]]:
    """Further open reports, with their months: while nothing is asked the text may be of those."""
    if open_question(conversation) is not None or held_place(conversation) is not None:
        return []
    open_now = (other for other in at_hand if is_writable(other.report))
    return [(o.report.id, o.cycle.period) for o in open_now if o.report.id != rows.report.id]


def months_named(
    work: Work, conversation: Conversation, text: str
) -> list[tuple[WorkingReport, ReportEntry]]:
    """Where several open months ask for the measure that a text of no known place tells of."""
    if held_behind(work) or held_place(conversation):
        return []
    found = [
        (report, named.entry)
        for report, named in _named_in(work, conversation, text)
        if named.words
    ]
    return found if len(found) > 1 else []


def several_ask_for(work: Work, conversation: Conversation, text: str) -> bool:
    """Whether several open months ask for the measure that is named, alone or before words."""
    return len(_named_in(work, conversation, text)) > 1


def _named_in(
    work: Work, conversation: Conversation, text: str
) -> list[tuple[WorkingReport, Named]]:
    return [
        (report, named)
        for rows in reports_at_hand(work, conversation)
        for report in [working(work, rows)]
        if (named := named_entry(report, text)) is not None
    ]


def _stands_against(
    work: Work, rows: ReportRows, report: WorkingReport, written_to: Question
) -> bool:
    """Whether the text waits for a choice: beside a colleague's words, or for a correction."""
    is_open = is_writable(rows.report)
    return not is_open or is_a_colleagues(work, report.entry(written_to.entry_id))


def places(
    work: Work, conversation: Conversation, report: WorkingReport
) -> tuple[Question | None, Question | None]:
    """What the text that is kept may go on with, and what it may answer.

    That stays, wherever the person has looked since: what is asked now, else what comes next.
    """
    before = held_behind(work) or held_place(conversation)
    is_split = conversation.step == PASTED
    now = question_before(conversation) if is_split else open_question(conversation)
    if before is not None and not report.has(before.entry_id):
        before = None
    if before is not None and before == now and not _has_answer(report, before):
        return None, now
    if now is None and before is not None:
        upcoming = next_entry(report, after=before.entry_id)
        now = Question(upcoming.entry_id, *step_to_ask(upcoming)) if upcoming else None
    return before, None if now == before else now


def _has_answer(report: WorkingReport, asked: Question) -> bool:
    content = report.entry(asked.entry_id).content
    return is_answered(content, asked.step, asked.indicator_id)


def hold_late(work: Work, conversation: Conversation, rows: ReportRows, written: Typed) -> None:
    """The report was filed while the person wrote: the text waits for a correction.

    Behind one that waits a number leads to its measure. What tells of another measure waits there.
    """
    report, asked = working(work, rows), held_place(conversation) or open_question(conversation)
    is_figure = asked is not None and asked.step is Step.FIGURE
    named = entry_numbered(report, written.text)
    if conversation.held_text and named is not None and not is_figure:
        show_card(work, rows.report.id, page_wanted(report, named.entry_id))
        return
    meant = entry_spoken_of(report, written.text) if named is None else None
    if asked is not None and meant is not None and meant.entry_id != asked.entry_id:
        hold_apart(work, conversation, rows, of_words(meant), written)
        return
    if asked is not None:
        hold_place(conversation, asked)
    hold(work, conversation, rows, written)
