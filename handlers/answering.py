"""What a person answers to the questions of a report, by a tap or in words."""

from dataclasses import replace

from dialog.answers import SHORT_LIMIT, Accepted, Note, Refused, added, tapped, typed
from dialog.asides import Aside, aside
from dialog.cards import page_wanted
from dialog.collisions import can_follow, collide, collision, mine_instead, written_too_late
from dialog.doubts import doubted_indicator
from dialog.edits import Given, Overtaken, goes_on, instead_of_text, without_it
from dialog.held import held_question, held_ways, month_question
from dialog.layout import Rows, button, cut
from dialog.measure_numbers import (
    Named,
    entry_meant,
    entry_numbered,
    entry_on_card,
    is_only_a_measure,
    is_without_number,
    named_entry,
)
from dialog.placing import Place, Question, Sight, place
from dialog.press import Action, Press
from dialog.questions import answered, standing
from dialog.steps import (
    Step,
    first_step,
    is_complete,
    next_asked,
    next_entry,
    previous_step,
    read_step,
    step_to_ask,
)
from dialog.sums import growth_or_correction, likely_offered, meant_instead
from dialog.typed_buttons import is_buttons_word
from dialog.words import cleaned, is_known_word, is_label, is_number
from handlers.at_report import (
    WAITING_WORDS,
    Shows,
    Typed,
    ask,
    ask_again,
    held_place,
    hold_nowhere,
    hold_place,
    keep_to,
    note,
    open_question,
    open_to,
    own,
    own_entry,
    put_away,
    question_before,
    record,
    require_writable,
    show,
    show_card,
    show_preview,
    sight,
    whole,
    working,
)
from handlers.remembering import (
    forget_held,
    given_by,
    held_behind,
    remember_answer,
    remember_held,
    remember_placed,
)
from handlers.report import show_open_report
from models.conversations import Conversation, content_seen, conversation_of, let_go, set_text_aside
from models.cycles import Entry, reports_of_units
from models.filing import entry_in_report, is_writable
from models.views import ReportRows, report_rows, writing_state
from models.work import Work
from models.written import answered_by, written
from texts import say
from texts.wording import listed
from vocabulary.errors import Stale
from vocabulary.report import AskedIndicator, ReportEntry, WorkingReport

# ── taps on an entry ───────────────────────────────────────────────────────────────────────────


def show_entry(work: Work, press: Press) -> None:
    """Jumps to the entry, at the step that the button names, or where it stopped."""
    rows, report, entry = own_entry(work, press.target)
    if is_writable(rows.report):
        ask(work, report, entry, read_step(entry, press.argument) or step_to_ask(entry))
    else:
        show_card(work, rows.report.id)


def answer_by_tap(work: Work, press: Press) -> None:
    """A button of a question gives an answer: it is stored before the next question is asked."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    answer = tapped(entry, press)
    if answer is None:
        raise Stale
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
        return
    conversation = conversation_of(work.session, work.writer.id)
    asked = open_question(conversation)
    if asked is None or asked.entry_id != entry.entry_id:
        asked = Question(entry.entry_id, Step.STATUS)
    elif press.version != entry.version and collides(work, conversation, entry, answer):
        _tell_changed(work, report, entry, asked)
        return
    accept(work, rows, report, asked, answer)


def _tell_changed(work: Work, report: WorkingReport, entry: ReportEntry, asked: Question) -> None:
    """A colleague has changed what the button would have changed, and the tapper did not see it."""
    told = Note(
        "tap-changed-meanwhile",
        {
            "by": _name_of_theirs(entry),
            "status": standing(work.language, entry.measure, entry.content),
        },
    )
    ask(work, report, entry, (asked.step, asked.indicator_id), (told,))


def choose_help(work: Work, press: Press) -> None:
    """Somebody who would have to help is named, or no more; the question stays."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    answer = tapped(entry, press)
    if answer is None:
        raise Stale
    asked = open_question(conversation_of(work.session, work.writer.id))
    if asked is None or asked.entry_id != entry.entry_id:
        asked = Question(entry.entry_id, Step.NEXT_STEP)
    if isinstance(answer, Refused):
        ask_again(work, report, asked, (note(answer),))
        return
    record(work, rows, entry.entry_id, answer.content)
    ask_again(work, working(work, rows), asked)


def rechoose_status(work: Work, press: Press) -> None:
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    ask(work, report, entry, (first_step(entry.measure), None))


def keep_answer(work: Work, press: Press) -> None:
    """The step's answer stays as it is: on to what comes after it."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    step, indicator_id = read_step(entry, press.argument) or step_to_ask(entry)
    go_on(work, rows, report, Question(entry.entry_id, step, indicator_id))


def skip_entry(work: Work, press: Press) -> None:
    rows, _, entry = own_entry(work, press.target)
    require_writable(work, rows)
    skipped = open_question(conversation_of(work.session, work.writer.id))
    record(work, rows, entry.entry_id, entry.content, skipped=True)
    report = working(work, rows)
    upcoming = next_entry(report, after=entry.entry_id)
    if upcoming is None or upcoming.entry_id == entry.entry_id:
        show_card(work, report.report_id)
    else:
        ask(work, report, upcoming, step_to_ask(upcoming), after=skipped)


def back_to_previous(work: Work, press: Press) -> None:
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    asked = read_step(entry, press.argument) or step_to_ask(entry)
    before = previous_step(report, entry.entry_id, *asked)
    if before is None:
        show_card(work, report.report_id)
    else:
        ask(work, report, before[0], before[1:])


# ── a reply to an earlier message ──────────────────────────────────────────────────────────────


def answers_earlier(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Whether the text replies to a card or an answer of another measure: it is stored there."""
    asked = _replied_to(work, conversation, written)
    now = open_question(conversation)
    if asked is None or (now is not None and now.entry_id == asked.entry_id):
        return False
    if aside(written.text) not in {None, Aside.FILES}:
        return False
    rows, report, _ = own_entry(work, asked.entry_id)
    if entry_numbered(report, written.text) is not None and asked.step is not Step.FIGURE:
        return False
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    if is_writable(rows.report):
        _add(work, conversation, rows, asked, written)
    else:
        hold_place(conversation, asked)
        _hold(work, conversation, rows, written)
    return True


def _replied_to(work: Work, conversation: Conversation, written: Typed) -> Question | None:
    """The question that the message replied to has answered, or has asked; None where unknown."""
    if written.reply_to is None:
        return None
    answer = answered_by(work.session, work.writer.id, written.reply_to)
    if answer is None:
        return _asked_on_card(work, conversation, written.reply_shown)
    found = entry_in_report(work.session, answer.entry_id or 0)
    rows = report_rows(work.session, found[1].id) if found and not found[0].exempt else None
    is_theirs = rows is not None and working(work, rows).has(answer.entry_id or 0)
    if not is_theirs:
        return None
    return Question(answer.entry_id or 0, Step(answer.step), answer.indicator_id)


def _asked_on_card(work: Work, conversation: Conversation, shown: str) -> Question | None:
    """The same of a card of ours, in the report that is being written."""
    if not shown or conversation.report_id is None:
        return None
    entry = entry_on_card(working(work, open_to(work, conversation.report_id)), shown)
    if entry is None:
        return None
    return _of_words(entry) if is_complete(entry) else Question(entry.entry_id, *step_to_ask(entry))


def _of_words(entry: ReportEntry) -> Question:
    """The question whose answer goes on with further words."""
    return Question(entry.entry_id, Step.REASON if entry.content.no_progress else Step.TEXT)


# ── what a person types ────────────────────────────────────────────────────────────────────────


def answer_by_text(work: Work, conversation: Conversation, written: Typed) -> None:
    """The answer to what the person had before them, or a text that has to find its place."""
    if conversation.report_id is None:
        _take_by_number(work, conversation, written)
        return
    rows = open_to(work, conversation.report_id)
    report = working(work, rows)
    keep_to(conversation, report)
    now, before = open_question(conversation), question_before(conversation)
    if aside(written.text) not in {None, Aside.FILES}:
        _decline(work, conversation, rows, now, written)
        return
    if (now or held_place(conversation)) is not None and not is_writable(rows.report):
        _keep_late(work, conversation, rows, written)
        return
    seen = sight(work, conversation, written)
    if conversation.held_text or held_place(conversation) is not None:
        if _leads_away_from_held(work, conversation, report, rows, written):
            return
        if not _is_elsewhere(conversation, now, seen):
            _hold_too(work, conversation, rows, written)
            return
    if now is not None and conversation.too_long and seen is not Sight.SEEN:
        _refuse_further_part(work, conversation, rows, written.text)
        return
    numbers = frozenset(m.number for entry in report.entries for m in entry.measure.each)
    match place(written.text, seen, before=before, now=now, numbers=numbers):
        case Place.ADD if before is not None:
            _add(work, conversation, rows, before, written)
        case Place.ASK if before is not None:
            _hold(work, conversation, rows, written)
        case _ if now is not None:
            _answer_question(work, conversation, rows, now, written)
        case _:
            _take_by_number(work, conversation, written)


def _decline(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    now: Question | None,
    written: Typed,
) -> None:
    """What is no answer to any question belongs to none: whatever is open is asked again."""
    seen = sight(work, conversation, written)
    meant = entry_meant(working(work, rows), written.text)
    if meant is not None and _offers_change(work, rows, now, meant, written.text):
        return
    if meant is not None and not is_writable(rows.report) and now is None:
        _hold_apart(work, conversation, rows, _of_words(meant), written)
    elif meant is not None and rows.report.correcting and now is None:
        said = say(work.language, "aside-not-kept", said=cut(cleaned(written.text), SHORT_LIMIT))
        ask(work, working(work, rows), meant, step_to_ask(meant), line=said)
    elif conversation.held_text and not _is_elsewhere(conversation, now, seen):
        if aside(written.text) is Aside.HAND_IN and is_writable(rows.report):
            show_preview(work, rows)
            return
        said = cut(cleaned(written.text), SHORT_LIMIT)
        _ask_place(work, conversation, rows, (Note("aside-not-kept", {"said": said}),))
    elif now is not None and is_writable(rows.report):
        _answer_question(work, conversation, rows, now, written)
    else:
        _say_nothing_is_asked(work, conversation)


def _offers_change(
    work: Work, rows: ReportRows, now: Question | None, meant: ReportEntry, text: str
) -> bool:
    """27项改成6.5万亩: leads to the measure, where one tap takes the figure."""
    is_there = now is not None and now.entry_id == meant.entry_id and now.step in _TAKES_FIGURE
    indicators = meant.measure.indicators
    if is_there or len(indicators) != 1 or not is_writable(rows.report):
        return False
    of = indicators[0].indicator_id
    offer = meant_instead(work.language, meant, "answer-doubt-figure", of, text)
    if not offer:
        return False
    report, step = working(work, rows), step_to_ask(meant)
    ask(work, report, meant, step)
    told = Note("answer-change-offer", {"said": cut(cleaned(text), SHORT_LIMIT)})
    ask_again(work, report, Question(meant.entry_id, *step), (told,), extra=offer)
    return True


_TAKES_FIGURE = {Step.FIGURE, Step.EXPLAIN}


def _say_nothing_is_asked(work: Work, conversation: Conversation) -> None:
    """The preview stays where it is what the person has before them."""
    if conversation.shows == Shows.PREVIEW and conversation.report_id is not None:
        rows = open_to(work, conversation.report_id)
        show_preview(work, rows, say(work.language, "preview-not-understood"))
        return
    work.say("report-nothing-asked")
    show_open_report(work)


# ── where nothing is asked, a number says what is meant ────────────────────────────────────────


def _take_by_number(work: Work, conversation: Conversation, written: Typed) -> None:
    """Leads to the measure that a number names, and stores the words behind it."""
    found = [
        (rows, report, named)
        for rows in _reports_at_hand(work, conversation)
        for report in [working(work, rows)]
        if (named := named_entry(report, written.text)) is not None
    ]
    if not found and (told := _told_as_helper(work, conversation, written)):
        rows, not_theirs = told
        show_card(
            work, rows.report.id, line=say(work.language, not_theirs.text_key, **not_theirs.facts)
        )
        return
    looked_at = conversation.report_id if conversation.shows else None
    is_sure = len(found) == 1 or (found and found[0][0].report.id == looked_at)
    if found and not is_sure:
        _ask_month(work, conversation, found, written)
        return
    if not found:
        answers_other = conversation.shows == Shows.QUESTION.value  # that is asked no more
        is_free = not answers_other and is_without_number(written.text)
        if is_free and _offer_to_the_only_one(work, conversation, written):
            return
        if not is_free or not _keep_without_place(work, conversation, written):
            _say_nothing_is_asked(work, conversation)
        return
    rows, report, named = found[0]
    if not is_writable(rows.report):
        show_card(work, report.report_id, page_wanted(report, named.entry.entry_id))
    elif named.words:
        _answer_named(work, rows, named, written.message_id)
    else:
        put_away(work, rows)
        ask(work, report, named.entry, step_to_ask(named.entry))


def _ask_month(
    work: Work,
    conversation: Conversation,
    found: list[tuple[ReportRows, WorkingReport, Named]],
    written: Typed,
) -> None:
    """Several open months ask for the measure: its words wait until it is said which is meant."""
    kept, _, named = found[0]
    text = cleaned(written.text) if named.words else ""
    put_away(work, kept)
    if text:
        set_text_aside(conversation)
        remember_held(work, written.message_id, text)
    places = [(report, named.entry) for _, report, named in found]
    asked = month_question(work.language, places, text, kept_in=kept.report.id)
    show(work, asked)
    if text:  # the card that asks about it needs no way back to it
        conversation.held_text = text


def _told_as_helper(
    work: Work, conversation: Conversation, written: Typed
) -> tuple[ReportRows, Note] | None:
    for rows in _reports_at_hand(work, conversation):
        if told := _not_the_helpers(work, rows, working(work, rows), written.text):
            return rows, told
    return None


def _offer_to_the_only_one(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Words that name no measure, where a single one is open: kept, and asked whether they are its.

    False where several are open, or none: nothing is kept then.
    """
    open_now = [
        (rows, report, entry)
        for rows in _reports_at_hand(work, conversation)
        if is_writable(rows.report)
        for report in [working(work, rows)]
        for entry in report.entries
        if not is_complete(entry)
    ]
    if len(open_now) != 1:
        return False
    rows, report, entry = open_now[0]
    asked = step_to_ask(entry)
    answer = typed(entry, *asked, written.text)
    refused = (note(answer),) if isinstance(answer, Refused) else ()
    put_away(work, rows)
    ask(work, report, entry, asked, refused)
    if not refused:
        _hold(work, conversation, rows, written)
    return True


def _keep_without_place(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Words to no question, at the preview or after filing: they wait for their place.

    They may go on with the only measure, or at the preview with the one that was answered last;
    else it is asked which they are about. Of what is filed already they wait for a correction.
    False where nothing is kept.
    """
    at_hand = _reports_at_hand(work, conversation)
    looked_at = [rows for rows in at_hand if rows.report.id == conversation.report_id]
    chosen = looked_at or (at_hand if len(at_hand) == 1 else [])
    if not chosen or is_known_word(written.text) or is_label(cleaned(written.text)):
        return False
    rows = chosen[0]
    report = working(work, rows)
    last = question_before(conversation) if conversation.shows == Shows.PREVIEW else None
    ids = [last.entry_id] if last is not None else [entry.entry_id for entry in report.entries]
    behind = _of_words(report.entry(ids[0])) if len(ids) == 1 and report.has(ids[0]) else None
    if meant := entry_meant(report, written.text):
        behind = _of_words(meant)
    is_open = is_writable(rows.report)
    if behind is None and not is_open and work.now >= rows.cycle.locks_at:
        return False
    put_away(work, rows)
    if not is_open and behind is not None:
        hold_place(conversation, behind)
    _hold(work, conversation, rows, written, behind=behind)
    return True


def only_report(work: Work, conversation: Conversation) -> int | None:
    """The report that can be written, where there is just one."""
    found = _reports_at_hand(work, conversation)
    return found[0].report.id if len(found) == 1 else None


def _reports_at_hand(work: Work, conversation: Conversation) -> list[ReportRows]:
    """Those that can be written, the one that was looked at last in front; else that one alone."""
    known = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    ids = [conversation.report_id] if conversation.report_id is not None else []
    ids += [report.id for report, _ in known] + [helper.report_id for helper in work.helps]
    found = [open_to(work, report_id) for report_id in dict.fromkeys(ids)]
    return [rows for rows in found if is_writable(rows.report)] or found[:1]


def _answer_named(work: Work, rows: ReportRows, named: Named, message_id: int) -> None:
    """As if the measure had been gone to first, and the words sent there."""
    entry, asked = named.entry, Question(named.entry.entry_id, first_step(named.entry.measure))
    answer = typed(entry, Step.STATUS, None, named.words)
    conversation = put_away(work, rows)
    report = working(work, rows)
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
    elif is_a_colleagues(work, entry) and entry.content.text != answer.content.text:
        hold_against(work, rows, asked, named.words, message_id=message_id)
    else:
        given = Given(asked, entry.content, answer.content)
        remember_answer(work, [message_id], given, numbered=True)
        conversation.entry_id, conversation.step = asked.entry_id, asked.step.value
        _accept_words(work, rows, report, given, answer, message_id=message_id)


def _answer_question(
    work: Work, conversation: Conversation, rows: ReportRows, asked: Question, written: Typed
) -> None:
    require_writable(work, rows)
    report = working(work, rows)
    if _is_a_measures_number(work, report, asked, written.text):
        return
    if _is_of_what_was_not_asked_of_helper(work, rows, report, asked, written.text):
        return
    entry = report.entry(asked.entry_id)
    answer = typed(entry, asked.step, asked.indicator_id, written.text)
    if isinstance(answer, Accepted) and collides(work, conversation, entry, answer):
        _hold_for_choice(work, conversation, rows, asked, written)
        return
    after = answer.content if isinstance(answer, Accepted) else entry.content
    named = named_entry(report, written.text)
    is_numbered = named is not None and named.entry is entry and bool(named.words)
    given = Given(asked, entry.content, after)
    remember_answer(work, [written.message_id], given, numbered=is_numbered)
    if isinstance(answer, Accepted):
        _accept_words(work, rows, report, given, answer, message_id=written.message_id)
    elif answer.text_key == "answer-too-long":
        _refuse_too_long(work, conversation, report, answer, len(cleaned(written.text)))
    else:
        offer: Rows = ()
        if answer.text_key == "answer-doubt-growth" and (of := doubted_indicator(entry)):
            offer = growth_or_correction(work.language, entry, of.indicator_id, written.text)
        else:
            key, doubted = answer.text_key, doubted_indicator(entry)
            is_doubted = asked.step is Step.EXPLAIN and doubted is not None
            of_indicator = doubted.indicator_id if is_doubted and doubted else asked.indicator_id
            offer = meant_instead(work.language, entry, key, of_indicator, written.text)
        ask_again(work, report, asked, (note(answer),), extra=offer)


def _accept_words(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    given: Given,
    answer: Accepted,
    *,
    message_id: int,
) -> None:
    """As `accept`; but words that go on with a complete measure's are shown there, to be undone."""
    entry = report.entry(given.question.entry_id)
    after = replace(entry, content=answer.content)
    if not (goes_on(given) and is_complete(entry) and is_complete(after)):
        accept(work, rows, report, given.question, answer)
        return
    record(work, rows, entry.entry_id, answer.content)
    report = working(work, rows)
    entry = report.entry(entry.entry_id)
    asked = Question(entry.entry_id, *step_to_ask(entry))
    ask(work, report, entry, step_to_ask(entry))
    ways = (("button-words-only", Action.WORDS_ONLY), ("button-words-back", Action.WORDS_BACK))
    extra = tuple(
        button(work.language, key, Press(action, entry.entry_id, str(message_id), entry.version))
        for key, action in ways
    )
    ask_again(work, report, asked, answer.notes, extra=(extra,))


def change_words(work: Work, press: Press) -> None:
    """Words that went on with a text become all of it, or are taken back."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    number = press.argument
    row = written(work.session, work.writer.id, int(number)) if number.isdecimal() else None
    if row is None or row.entry_id != entry.entry_id or not row.content_after:
        raise Stale
    given, is_back = given_by(row), press.action is Action.WORDS_BACK
    content = (without_it if is_back else instead_of_text)(entry, given)
    if press.version != entry.version or isinstance(content, Overtaken):
        raise Stale
    blank = replace(given.before, text="")
    given = replace(
        given,
        before=given.before if is_back else blank,
        after=given.before if is_back else content,
    )
    remember_answer(work, [row.message_id], given, numbered=row.numbered)
    record(work, rows, entry.entry_id, content)
    report = working(work, rows)
    entry = report.entry(entry.entry_id)
    told = Note("answer-words-back" if is_back else "answer-words-only")
    ask(work, report, entry, step_to_ask(entry), (told,))


def _is_a_measures_number(work: Work, report: WorkingReport, asked: Question, text: str) -> bool:
    """A number alone leads to the measure that has it, or it is asked whether it is a figure.

    Where a figure is asked it is one, but for the measure's own number: that may well be typed to
    look at it again.
    """
    entry, named = report.entry(asked.entry_id), entry_numbered(report, text)
    can_be_amount = is_number(text) and not is_only_a_measure(text)
    is_figure = asked.step is Step.FIGURE and can_be_amount and named is not entry
    if named is None or is_figure:
        return False
    indicator = _figure_meant(entry, asked)
    if indicator is None or not can_be_amount:
        if named is entry:
            ask_again(work, report, asked)
        else:
            ask(work, report, named, step_to_ask(named))
        return True
    facts = {
        "said": named.measure.number,
        "name": indicator.name,
        "unit": indicator.unit_of_measure,
    }
    go_there = Press(Action.ENTRY, named.entry_id)
    go = button(work.language, "button-go-to", go_there, number=named.measure.number)
    figure = likely_offered(work.language, entry, indicator.indicator_id, text)
    extra: Rows = (*figure, (go,))
    ask_again(work, report, asked, (Note("answer-number-either", facts),), extra=extra)
    return True


def _is_of_what_was_not_asked_of_helper(
    work: Work, rows: ReportRows, report: WorkingReport, asked: Question, text: str
) -> bool:
    """Words that begin with the number of another measure of the report than the helper's.

    They are given back: the measure's own people answer it. A number alone may be a figure.
    """
    entry = report.entry(asked.entry_id)
    takes_figure = _figure_meant(entry, asked) is not None
    if takes_figure and is_number(text) and not is_only_a_measure(text):
        return False
    not_theirs = _not_the_helpers(work, rows, report, text)
    if not_theirs is None:
        return False
    ask_again(work, report, asked, (not_theirs,))
    return True


def _not_the_helpers(work: Work, rows: ReportRows, report: WorkingReport, text: str) -> Note | None:
    """What to say to a helper who names another measure of the unit; None where they do not."""
    if rows.unit.id in work.filing_unit_ids():
        return None
    named = named_entry(whole(work, rows), text)
    if named is None or report.has(named.entry.entry_id):
        return None
    number = named.entry.measure.number
    if named.words:
        facts = {"number": number, "said": cut(cleaned(text), SHORT_LIMIT)}
        return Note("answer-not-helpers", facts)
    own = listed(work.language, [entry.measure.number for entry in report.entries])
    return Note("answer-not-helpers-number", {"number": number, "own": own})


def _figure_meant(entry: ReportEntry, asked: Question) -> AskedIndicator | None:
    """Whose figure a number alone may be, also where words are asked for; None for no figure."""
    indicators = entry.measure.indicators
    match asked.step:
        case Step.EXPLAIN:
            return doubted_indicator(entry)
        case Step.FIGURE:
            return next((i for i in indicators if i.indicator_id == asked.indicator_id), None)
        case Step.STATUS | Step.TEXT:
            return next(iter(indicators), None)
    return None


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
    length = conversation.too_long + len(cleaned(text))
    answer = Refused("answer-too-long-parts", {"length": length})
    _refuse_too_long(work, conversation, working(work, rows), answer, length)


# ── a text that came before its question was shown ─────────────────────────────────────────────


def _add(
    work: Work, conversation: Conversation, rows: ReportRows, before: Question, written: Typed
) -> None:
    """Goes on with the answer that the person was writing; the open question stays as it is."""
    require_writable(work, rows)
    entry = working(work, rows).entry(before.entry_id)
    answer = added(entry, before.step, before.indicator_id, written.text)
    if is_a_colleagues(work, entry):  # it would go on with their words
        _hold_for_choice(work, conversation, rows, before, written)
        return
    if isinstance(answer, Refused):
        _hold(work, conversation, rows, written, (note(answer),), behind=before)
        return
    given = Given(before, entry.content, answer.content, is_more=True)
    remember_answer(work, [written.message_id], given)
    _store_addition(work, conversation, rows, before, answer)


def _store_addition(
    work: Work, conversation: Conversation, rows: ReportRows, before: Question, answer: Accepted
) -> None:
    record(work, rows, before.entry_id, answer.content)
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
    named = entry_numbered(report, written.text)
    if named is None:
        with_words = named_entry(report, written.text)
        if with_words is None:
            return False
        _answer_named(work, rows, with_words, written.message_id)
        return True
    waits = say(work.language, "held-waits", words=cut(conversation.held_text, WAITING_WORDS))
    ask(work, report, named, step_to_ask(named), line=waits)
    return True


def _hold_too(work: Work, conversation: Conversation, rows: ReportRows, written: Typed) -> None:
    """With the text that waits; but a number, or the word of a button, is nobody's text."""
    is_word = open_question(conversation) is None and is_known_word(written.text)
    if is_word or is_buttons_word(written.text) or is_number(cleaned(written.text)):
        said = Note("aside-not-kept", {"said": cut(cleaned(written.text), SHORT_LIMIT)})
        _ask_place(work, conversation, rows, (said,))
    elif meant := entry_meant(working(work, rows), written.text):
        _hold_apart(work, conversation, rows, _of_words(meant), written)
    else:
        _hold(work, conversation, rows, written)


def _hold_apart(
    work: Work, conversation: Conversation, rows: ReportRows, about: Question, written: Typed
) -> None:
    """Keeps a text that tells its measure; one that waits for another place waits behind it."""
    put_away(work, rows)
    if conversation.held_text and held_behind(work) != about:
        set_text_aside(conversation)
    if not is_writable(rows.report):
        hold_place(conversation, about)
    _hold(work, conversation, rows, written, behind=about)


def _hold(
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
    behind = behind or question_before(conversation)
    remember_held(work, written.message_id, said, behind)
    conversation.held_text = f"{held}\n{said}" if held else said
    _ask_place(work, conversation, rows, notes)


def _hold_for_choice(
    work: Work, conversation: Conversation, rows: ReportRows, asked: Question, written: Typed
) -> None:
    """Keeps a text that a colleague's stands against; another one that waits, waits behind it."""
    if held_place(conversation) != asked:
        set_text_aside(conversation)
    hold_place(conversation, asked)
    _hold(work, conversation, rows, written)


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
    _ask_place(work, conversation, rows)


def hold_beside(
    work: Work, report: WorkingReport, now: Question, words: str, message_id: int
) -> None:
    """Words beside a file that may be the answer or tell of the measure: they wait for a button.

    The question stays, and what is typed next answers it.
    """
    conversation, said = conversation_of(work.session, work.writer.id), cleaned(words)
    behind = _of_words(report.entry(now.entry_id))
    set_text_aside(conversation)
    hold_nowhere(conversation)
    remember_held(work, message_id, said, behind)
    conversation.held_text = said
    told = Note("caption-waits", {"said": cut(said, SHORT_LIMIT), "step": now.step.value})
    ways = held_ways(work.language, report, said, before=behind, now=now)
    ask_again(work, report, now, (told,), extra=tuple((one,) for one in ways))


def return_to_held(work: Work, rows: ReportRows) -> bool:
    """Asks about the measure of which a text tells that waits for a correction; False for none."""
    conversation = conversation_of(work.session, work.writer.id)
    report, place_of_it = working(work, rows), held_place(conversation)
    if not conversation.held_text or place_of_it is None or not report.has(place_of_it.entry_id):
        return False
    entry = report.entry(place_of_it.entry_id)
    waits = say(work.language, "held-waits", words=cut(conversation.held_text, WAITING_WORDS))
    ask(work, report, entry, step_to_ask(entry), line=waits)
    return True


def ask_which_again(work: Work, line: str) -> bool:
    """The choice between two texts once more, below the line; False where none is open."""
    conversation = conversation_of(work.session, work.writer.id)
    written_to = held_place(conversation)
    if not conversation.held_text or written_to is None or conversation.report_id is None:
        return False
    rows = open_to(work, conversation.report_id)
    _ask_which(work, conversation, rows, written_to, line=line)
    return True


def hold_forwarded(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Keeps words of somebody else, and asks whether they are the answer. False: nothing is asked.

    What is asked while they wait is the open question alone: they go on with nothing.
    """
    now = open_question(conversation)
    if now is None or conversation.report_id is None:
        return False
    rows = own(work, conversation.report_id)
    require_writable(work, rows)
    conversation.before_entry_id, conversation.before_step = None, ""
    conversation.before_indicator_id = None
    _hold(work, conversation, rows, written, (Note("forwarded-ask"),))
    return True


def _ask_place(
    work: Work, conversation: Conversation, rows: ReportRows, notes: tuple[Note, ...] = ()
) -> None:
    report = working(work, rows)
    before, now = _places(work, conversation, report)
    is_open = now is not None and now == open_question(conversation)
    text = conversation.held_text
    written_to = held_place(conversation)
    if written_to is not None and _stands_against(work, rows, report, written_to):
        _ask_which(work, conversation, rows, written_to, notes)
        return
    lines = [say(work.language, one.text_key, **one.facts) for one in notes]
    if before is not None and not notes:
        lines.append(answered(work.language, report.entry(before.entry_id)))
    is_one_of_several = len(_reports_at_hand(work, conversation)) > 1
    month = rows.cycle.period if is_one_of_several else None
    message = held_question(
        work.language, report, text, before=before, now=now, is_open=is_open, month=month
    )
    conversation.held_text = ""  # the card that asks about it needs no way back to it
    show(work, message, "\n".join(lines), again=True)
    conversation.held_text = text


def _stands_against(
    work: Work, rows: ReportRows, report: WorkingReport, written_to: Question
) -> bool:
    """Whether the text waits for a choice: beside a colleague's words, or for a correction."""
    is_open = is_writable(rows.report)
    return not is_open or is_a_colleagues(work, report.entry(written_to.entry_id))


def _places(
    work: Work, conversation: Conversation, report: WorkingReport
) -> tuple[Question | None, Question | None]:
    """What the text that is kept may go on with, and what it may answer.

    That stays, wherever the person has looked since: what is asked now, else what comes next.
    """
    before, now = held_behind(work) or held_place(conversation), open_question(conversation)
    if before is not None and not report.has(before.entry_id):
        before = None
    if now is None and before is not None:
        upcoming = next_entry(report, after=before.entry_id)
        now = Question(upcoming.entry_id, *step_to_ask(upcoming)) if upcoming else None
    return before, None if now == before else now


def show_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    _ask_place(work, conversation, rows)


def add_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    before, _ = _places(work, conversation, working(work, rows))
    text = conversation.held_text
    if before is None or press.argument not in {"", str(before.entry_id)}:
        raise Stale
    require_writable(work, rows)
    entry = working(work, rows).entry(before.entry_id)
    answer = added(entry, before.step, before.indicator_id, text)
    if isinstance(answer, Refused):
        _ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(before, entry.content, answer.content, is_more=True))
    let_go(conversation)
    _store_addition(work, conversation, rows, before, answer)


def answer_with_held(work: Work, press: Press) -> None:
    conversation, rows = _held(work, press)
    report, text = working(work, rows), conversation.held_text
    before, now = _places(work, conversation, report)
    if before is None and now is None and press.argument.isdecimal():
        _put_to(work, conversation, rows, int(press.argument))
        return
    if now is None or press.argument not in {"", str(now.entry_id)}:
        raise Stale
    require_writable(work, rows)
    entry = report.entry(now.entry_id)
    answer = typed(entry, now.step, now.indicator_id, text)
    if isinstance(answer, Refused):
        _ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(now, entry.content, answer.content))
    let_go(conversation)
    accept(work, rows, report, now, answer)


def _put_to(work: Work, conversation: Conversation, rows: ReportRows, entry_id: int) -> None:
    """The text of which nothing was known is of this measure: its answer, or more of its words."""
    report = working(work, rows)
    if not report.has(entry_id):
        raise Stale
    entry, text = report.entry(entry_id), conversation.held_text
    is_more = is_complete(entry)
    asked = _of_words(entry) if is_more else Question(entry_id, *step_to_ask(entry))
    if not is_writable(rows.report) or (is_a_colleagues(work, entry) and entry.content.text):
        hold_place(conversation, asked)
        _ask_place(work, conversation, rows)
        return
    answer = (added if is_more else typed)(entry, asked.step, asked.indicator_id, text)
    if isinstance(answer, Refused):
        _ask_place(work, conversation, rows, (note(answer),))
        return
    remember_placed(work, Given(asked, entry.content, answer.content, is_more=is_more))
    let_go(conversation)
    accept(work, rows, report, asked, answer)


def drop_held(work: Work, press: Press) -> None:
    """The person does not want it kept."""
    conversation, rows = _held(work, press)
    forget_held(work)
    let_go(conversation)
    now, line = open_question(conversation), say(work.language, "held-dropped")
    if now is None:
        show_card(work, rows.report.id, line=line)
    else:
        ask_again(work, working(work, rows), now, line=line)


def _held(work: Work, press: Press) -> tuple[Conversation, ReportRows]:
    """Raises Stale when no text waits for its place in that report."""
    rows = open_to(work, press.target)
    conversation = conversation_of(work.session, work.writer.id)
    if press.action is Action.HELD_ANSWER and _tells_of(work, conversation, rows, press.argument):
        conversation.report_id = rows.report.id
    keep_to(conversation, working(work, rows))
    if not conversation.held_text or conversation.report_id != rows.report.id:
        raise Stale
    return conversation, rows


def _tells_of(work: Work, conversation: Conversation, rows: ReportRows, entry_id: str) -> bool:
    """Whether the text that waits, with no place yet, names that measure of the report."""
    if not conversation.held_text or held_behind(work) or held_place(conversation):
        return False
    named = named_entry(working(work, rows), conversation.held_text)
    return named is not None and str(named.entry.entry_id) == entry_id


# ── two at the same entry ──────────────────────────────────────────────────────────────────────


def collides(work: Work, conversation: Conversation, entry: ReportEntry, answer: Accepted) -> bool:
    """Whether a colleague has changed the same since the person was asked."""
    seen = content_seen(conversation)
    if seen is None or not is_a_colleagues(work, entry):
        return False
    return collide(seen, entry.content, answer.content)


def is_a_colleagues(work: Work, entry: ReportEntry) -> bool:
    """Whether somebody else has answered the entry last."""
    return entry.answered_by_id not in {None, work.writer.id}


def _name_of_theirs(entry: ReportEntry) -> str:
    return entry.answered.name if entry.answered else ""


def _ask_which(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    asked: Question,
    notes: tuple[Note, ...] = (),
    *,
    line: str = "",
) -> None:
    """Both texts, and which one shall stand; the second waits with its writer until they say."""
    report, text = working(work, rows), conversation.held_text
    entry = report.entry(asked.entry_id)
    if is_writable(rows.report):
        message = collision(work.language, entry, asked, text)
    else:
        is_own = rows.unit.id in work.filing_unit_ids()
        may_correct = is_own and work.now < rows.cycle.locks_at
        message = written_too_late(work.language, report, entry, text, may_correct=may_correct)
    line = line or "\n".join(say(work.language, one.text_key, **one.facts) for one in notes)
    conversation.held_text = ""  # this card needs no way to it
    show(work, message, line, again=True)
    conversation.held_text = text


def _keep_late(work: Work, conversation: Conversation, rows: ReportRows, written: Typed) -> None:
    """The report was filed while the person wrote: the text waits for a correction."""
    asked = held_place(conversation) or open_question(conversation)
    if asked is not None:
        hold_place(conversation, asked)
    _hold(work, conversation, rows, written)


def choose_of_two(work: Work, press: Press) -> None:
    """[保留……的], [用我的] or [接在其后], on the two texts that were shown."""
    rows, report, entry = own_entry(work, press.target)
    conversation = conversation_of(work.session, work.writer.id)
    asked, text = held_place(conversation), conversation.held_text
    if asked is None or asked.entry_id != entry.entry_id or not text:
        raise Stale
    if not is_writable(rows.report) or press.version != entry.version:
        again = (Note("collision-again"),) if is_writable(rows.report) else ()
        _ask_which(work, conversation, rows, asked, again)
        return
    if press.action is Action.KEEP_THEIRS:
        forget_held(work)
        let_go(conversation)
        kept = Note("collision-kept", {"name": _name_of_theirs(entry)})
        go_on(work, rows, report, asked, (kept,))
        return
    if press.action is Action.TAKE_MINE:
        answer = mine_instead(entry, asked, text)
    elif can_follow(asked, text):
        answer = added(entry, asked.step, asked.indicator_id, text)
    else:
        raise Stale
    if isinstance(answer, Refused):
        _ask_which(work, conversation, rows, asked, (note(answer),))
        return
    is_more = press.action is Action.AFTER_THEIRS
    remember_placed(work, Given(asked, entry.content, answer.content, is_more=is_more))
    let_go(conversation)
    accept(work, rows, report, asked, answer)


# ── the steps they share ───────────────────────────────────────────────────────────────────────


def accept(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    asked: Question,
    answer: Accepted,
    *,
    names_evidence: bool = True,
) -> None:
    """Stores the answer, and goes on with the report as it has become."""
    record(work, rows, asked.entry_id, answer.content)
    entry = report.entry(asked.entry_id)
    row = work.session.get_one(Entry, entry.entry_id)
    answered_entry = replace(
        entry,
        content=answer.content,
        skipped=False,
        version=row.version,
        answered_by_id=row.answered_by_id,
        answered=None,
    )
    changed = replace(
        report,
        version=rows.report.version,
        state=writing_state(rows.report),
        entries=tuple(answered_entry if e is entry else e for e in report.entries),
    )
    go_on(work, rows, changed, asked, answer.notes, names_evidence=names_evidence)


def go_on(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    after: Question,
    notes: tuple[Note, ...] = (),
    *,
    names_evidence: bool = True,
) -> None:
    """Asks what the entry still lacks, else what the report still lacks, else shows the preview."""
    entry = report.entry(after.entry_id)
    step = next_asked(entry)
    if step is not None:
        ask(work, report, entry, step, notes, after=after)
        return
    saved = answered(work.language, entry, notes, names_evidence=names_evidence)
    upcoming = next_entry(report, after=entry.entry_id)
    if upcoming is None:
        show_preview(work, rows, saved, after=after)
    else:
        ask(work, report, upcoming, step_to_ask(upcoming), line=saved, after=after)
