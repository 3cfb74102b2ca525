"""Where nothing is asked a number says what is meant; words without one wait."""

from dialog.answers import typed
from dialog.asides import aside
from dialog.button_words import is_label
from dialog.cards import page_wanted
from dialog.edits import Given
from dialog.held import month_question
from dialog.layout import cut
from dialog.measure_numbers import Named, is_without_number, named_entry, number_typed
from dialog.no_answers import OF_COMMANDS, way_from_anywhere
from dialog.outcome import SHORT_LIMIT, Accepted, Answer, Note, Refused
from dialog.placing import Question
from dialog.righted_words import is_righted, says_only_slip
from dialog.steps import Step, first_step, is_complete, step_to_ask
from dialog.the_rest import of_one
from dialog.words import cleaned, is_known_word
from handlers.accepting import accept_words
from handlers.at_report import (
    Shows,
    Typed,
    ask,
    hold_place,
    note,
    open_question,
    open_to,
    put_away,
    question_before,
    reports_at_hand,
    show,
    show_card,
    show_preview,
    working,
)
from handlers.colliding import is_a_colleagues
from handlers.holding import hold, hold_against, hold_apart, of_words, tells_of
from handlers.numbers_typed import not_the_helpers
from handlers.remembering import remember_answer, remember_held
from handlers.report import show_open_report
from models.conversations import Conversation, set_text_aside
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.report import ReportEntry, WorkingReport


def say_nothing_is_asked(work: Work, conversation: Conversation, text: str = "") -> None:
    """The preview stays where it is what the person has before them.

    text: a wish or a question is answered while something can be filled in, and a number is told
    to be of no measure that is asked.
    """
    if conversation.shows == Shows.PREVIEW and conversation.report_id is not None:
        rows = open_to(work, conversation.report_id)
        show_preview(work, rows, say(work.language, "preview-not-understood"))
        return
    at_hand, number = reports_at_hand(work, conversation), number_typed(text)
    if any(is_writable(rows.report) for rows in at_hand):
        of_number = "report-number-not-asked" if number else "report-nothing-asked"
        key = way_from_anywhere(text) or of_number
    elif any(rows.report.signing for rows in at_hand):
        key = "report-before-leader"
    else:
        key = "report-nothing-to-fill-in"
    work.forgets = key.startswith("report-")
    facts = {"said": cut(cleaned(text), SHORT_LIMIT), "number": number}
    show_open_report(work, say(work.language, key, **facts))


def tells_of_command(work: Work, conversation: Conversation, text: str) -> bool:
    """Whether there is a command for what the words want, while nothing is asked: it is named."""
    wish = aside(text) if open_question(conversation) is None else None
    key = OF_COMMANDS.get(wish) if wish is not None else None
    at_hand = reports_at_hand(work, conversation) if key else []
    if key is None or not at_hand:
        return False
    line = say(work.language, key, said=cut(cleaned(text), SHORT_LIMIT))
    if conversation.shows == Shows.PREVIEW and conversation.report_id is not None:
        show_preview(work, open_to(work, conversation.report_id), line)
    else:
        show_card(work, at_hand[0].report.id, line=line)
    return True


def take_by_number(work: Work, conversation: Conversation, written: Typed) -> None:
    """Leads to the measure that a number names, and stores the words behind it."""
    found = [
        (rows, report, named)
        for rows in reports_at_hand(work, conversation)
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
            say_nothing_is_asked(work, conversation, written.text)
        return
    rows, report, named = found[0]
    if not is_writable(rows.report) and named.words:
        hold_apart(work, conversation, rows, of_words(named.entry), written)
    elif not is_writable(rows.report):
        show_card(work, report.report_id, page_wanted(report, named.entry.entry_id))
    elif named.words:
        answer_named(work, rows, named, written.message_id)
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
    for rows in reports_at_hand(work, conversation):
        if told := not_the_helpers(work, rows, working(work, rows), written.text):
            return rows, told
    return None


def _offer_to_the_only_one(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Words that name no measure, where a single one is open: kept, and asked whether they are its.

    False where several are open, or none: nothing is kept then.
    """
    open_now = [
        (rows, report, entry)
        for rows in reports_at_hand(work, conversation)
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
        hold(work, conversation, rows, written)
    return True


def _keep_without_place(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Words to no question, at the preview or after filing: they wait for their place.

    They may go on with the only measure, or at the preview with the one that was answered last;
    else it is asked which they are about. Of what is filed already they wait for a correction.
    False where nothing is kept.
    """
    at_hand = reports_at_hand(work, conversation)
    looked_at = [rows for rows in at_hand if rows.report.id == conversation.report_id]
    chosen = looked_at or (at_hand if len(at_hand) == 1 else [])
    if not chosen or is_known_word(written.text) or is_label(cleaned(written.text)):
        return False
    rows = chosen[0]
    report = working(work, rows)
    last = question_before(conversation) if conversation.shows == Shows.PREVIEW else None
    ids = [last.entry_id] if last is not None else [entry.entry_id for entry in report.entries]
    behind = of_words(report.entry(ids[0])) if len(ids) == 1 and report.has(ids[0]) else None
    if meant := tells_of(report, written.text):
        behind = of_words(meant)
    is_open = is_writable(rows.report)
    if behind is None and not is_open and work.now >= rows.cycle.locks_at:
        return False
    put_away(work, rows)
    if not is_open and behind is not None:
        hold_place(conversation, behind)
    hold(work, conversation, rows, written, behind=behind)
    return True


def _unless_slip(entry: ReportEntry, answer: Answer, words: str) -> Answer:
    """What can be nothing but a slip, and stands nowhere, is no text of the measure."""
    is_more = isinstance(answer, Accepted) and answer.content.text != entry.content.text
    if not is_more or is_righted(answer) or not says_only_slip(words):
        return answer
    return Refused("answer-slip-nowhere", {"said": cut(cleaned(words), SHORT_LIMIT)})


def answer_named(work: Work, rows: ReportRows, named: Named, message_id: int) -> None:
    """As if the measure had been gone to first, and the words sent there."""
    entry, asked = named.entry, Question(named.entry.entry_id, first_step(named.entry.measure))
    answer = _unless_slip(entry, typed(entry, Step.STATUS, None, of_one(named.words)), named.words)
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
        accept_words(work, rows, report, given, answer, message_id=message_id)
