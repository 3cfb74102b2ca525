"""A reply to an earlier message belongs to the measure of that message."""

from dataclasses import replace

from dialog.answers import puts_right, status_instead, typed
from dialog.asides import Aside, aside
from dialog.collisions import mine_instead, replaced_words
from dialog.edits import Given, given_among, told_instead
from dialog.measure_numbers import entry_on_card, entry_within, named_entry
from dialog.outcome import Note, Refused
from dialog.placing import Question
from dialog.press import Press
from dialog.reasons import tells_of_measures
from dialog.righted_words import slip_righted, words_righted
from dialog.steps import Step, is_complete, step_to_ask
from dialog.typed_buttons import is_buttons_word
from dialog.words import cleaned, is_number
from handlers.at_report import (
    Typed,
    ask,
    held_place,
    hold_place,
    note,
    open_question,
    open_to,
    own_entry,
    put_away,
    working,
)
from handlers.colliding import is_a_colleagues
from handlers.editing import take_edit
from handlers.holding import (
    add_to_answer,
    ask_place,
    hold,
    hold_apart,
    hold_instead,
    of_words,
    store_addition,
)
from handlers.remembering import (
    bring_forward_held,
    changed_by_reply,
    held_behind,
    remember_answer,
    remember_instead,
    right_held,
    waits_still,
)
from models.conversations import Conversation, conversation_of
from models.delivery import message_sent
from models.filing import entry_in_report, is_writable
from models.pastes import Paste, PasteState, given_by_paste
from models.views import report_rows
from models.work import Work
from models.written import Written, WrittenAs, answered_by, written
from vocabulary.errors import Stale


def answers_earlier(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Whether the text replies to a card or an answer of another measure: it is stored there."""
    if written.reply_to is not None and (of := changed_by_reply(work, written.reply_to)):
        written = replace(written, reply_to=of)
    if _changes_earlier(work, conversation, written) or _asks_back(work, conversation, written):
        return True
    if any(
        takes(work, conversation, written)
        for takes in (_goes_on_with_waiting, _rights_words, _rights_filed, _tells_of_pasted)
    ):
        return True
    asked = _replied_to(work, conversation, written)
    now = open_question(conversation)
    if asked is None or (now is not None and now.entry_id == asked.entry_id):
        return False
    if aside(written.text) not in {None, Aside.FILES}:
        return False
    rows, report, _ = own_entry(work, asked.entry_id)
    named = named_entry(report, written.text)
    is_figure = asked.step is Step.FIGURE and not tells_of_measures(report, written.text)
    is_there = named is not None and named.entry.entry_id == asked.entry_id and named.words
    if named is not None and not is_figure and not is_there:
        return False
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    if is_writable(rows.report):
        add_to_answer(work, conversation, rows, asked, written)
    else:
        hold_place(conversation, asked)
        hold(work, conversation, rows, written)
    return True


def _changes_earlier(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Whether it says 改为：… of an earlier answer, which then reads so as if it were edited."""
    words = told_instead(written.text)
    if written.reply_to is None or not words:
        return False
    if lost := _replaced(work, written.reply_to):
        _says_instead(work, conversation, lost[0], words, message_id=written.message_id)
        return True
    if waits_still(work, written.reply_to):
        remember_instead(work, written.message_id, written.reply_to)
        take_edit(work, replace(written, message_id=written.reply_to))
        return True
    answer = answered_by(work.session, work.writer.id, written.reply_to)
    is_joined = answer is not None and answer.kind is WrittenAs.JOINED
    asked = _replied_to(work, conversation, written)
    if answer is not None and (not is_joined or _stands_alone(work, answer)):
        remember_instead(work, written.message_id, written.reply_to)
        take_edit(work, replace(written, message_id=written.reply_to))
        return True
    if is_joined and asked is not None:
        rows, _, entry = own_entry(work, asked.entry_id)
        hold_apart(work, conversation, rows, of_words(entry), written)
        return True
    return asked is not None and _changes_words(work, conversation, written, asked, words)


def _goes_on_with_waiting(work: Work, conversation: Conversation, said: Typed) -> bool:
    """A reply to a message that waits for its place waits with it, or puts a slip in it right."""
    if said.reply_to is None or conversation.report_id is None:
        return False
    if aside(said.text) is not None or is_buttons_word(said.text) or is_number(cleaned(said.text)):
        return False
    rows = open_to(work, conversation.report_id)
    row = written(work.session, work.writer.id, said.reply_to)
    named = entry_within(working(work, rows), said.text)
    if named is not None and (row is None or row.entry_id != named.entry_id):
        return False
    if not bring_forward_held(work, said.reply_to):
        return False
    if righted := right_held(work, said.text):
        ask_place(work, conversation, rows, (righted,))
        return True
    if held_behind(work) is None and held_place(conversation) is None:
        put_away(work, rows)  # it is asked of which measure both are, and not of the open question
    hold(work, conversation, rows, said)
    return True


def _stands_alone(work: Work, joined: Written) -> bool:
    """Whether the words are still to be seen that one of several messages gave.

    It is remembered by them from then on, as if it had been sent alone.
    """
    _, _, entry = own_entry(work, joined.entry_id or 0)
    asked = Question(entry.entry_id, Step(joined.step), joined.indicator_id)
    given = given_among(entry, asked, joined.words)
    if given is not None:
        remember_answer(work, [joined.message_id], given)
    return given is not None


def _changes_words(
    work: Work, conversation: Conversation, written: Typed, asked: Question, words: str
) -> bool:
    """In a reply to a card of ours it is the text, or the reason for no progress, where told."""
    rows, _, entry = own_entry(work, asked.entry_id)
    is_told = bool(entry.content.text or entry.content.no_progress_reason)
    if not is_told or not is_writable(rows.report):
        return False
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    question = of_words(entry)
    answer = typed(entry, question.step, None, words)
    if is_a_colleagues(work, entry):
        hold_instead(work, rows, question, words, message_id=written.message_id)
    elif isinstance(answer, Refused):
        hold(work, conversation, rows, written, (note(answer),), behind=question)
    else:
        remember_answer(work, [written.message_id], Given(question, entry.content, answer.content))
        is_other = answer.content.text != entry.content.text
        told = (Note("answer-words-only"),) if is_other else ()
        taken = replace(answer, notes=(*told, *answer.notes))
        store_addition(work, conversation, rows, question, taken)
    return True


def bring_back(work: Work, press: Press) -> None:
    """[换回我写的] below the words that a colleague has replaced, which that message tells."""
    _, _, entry = own_entry(work, press.target)
    lost = _replaced(work, work.tapped)
    if lost is None or lost[0].entry_id != entry.entry_id:
        raise Stale
    _says_instead(work, conversation_of(work.session, work.writer.id), *lost)


def _asks_back(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Whether the word of that button, or 恢复我的, is typed in a reply to its message."""
    wants_own = aside(written.text) is Aside.OWN_BACK
    if written.reply_to is None or not (wants_own or is_buttons_word(written.text)):
        return False
    lost = _replaced(work, written.reply_to)
    if lost is None:
        return False
    _says_instead(work, conversation, *lost)
    return True


def _replaced(work: Work, message_id: int | None) -> tuple[Question, str] | None:
    """The words of which our message has told that they were replaced, and where they stood."""
    if message_id is None:
        return None
    told = message_sent(work.session, work.desk.bot_id, work.writer.user_id, message_id)
    return replaced_words(told) if told is not None else None


def _says_instead(
    work: Work,
    conversation: Conversation,
    asked: Question,
    words: str,
    *,
    message_id: int | None = None,
) -> None:
    """The words in the place of what stands there; beside a colleague's their writer chooses."""
    rows, report, entry = own_entry(work, asked.entry_id)
    if is_a_colleagues(work, entry) or not is_writable(rows.report):
        hold_instead(work, rows, asked, words, message_id=message_id)
        return
    answer = mine_instead(entry, asked, words)
    if isinstance(answer, Refused):
        ask(work, report, entry, (asked.step, None), (note(answer),))
        return
    if message_id is not None:
        remember_answer(work, [message_id], Given(asked, entry.content, answer.content))
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    store_addition(work, conversation, rows, asked, answer)


_OF_TEXT = {Step.STATUS, Step.TEXT, Step.REASON}
_OF_WORDS = {*_OF_TEXT, Step.PROBLEM, Step.NEXT_STEP}


def _rights_words(work: Work, conversation: Conversation, written: Typed) -> bool:
    """写错了，应为签约2家, said of words: the number there changes, or they are asked for anew."""
    asked = _replied_to(work, conversation, written)
    if asked is None or asked.step not in _OF_WORDS:
        return False
    rows, report, entry = own_entry(work, asked.entry_id)
    question = of_words(entry) if asked.step in _OF_TEXT else asked
    is_status = status_instead(entry, cleaned(written.text)) is not None
    answer = None if is_status else words_righted(entry, written.text, question.step)
    if answer is None or not is_writable(rows.report) or is_a_colleagues(work, entry):
        return False
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    if isinstance(answer, Refused):
        ask(work, report, entry, (question.step, None), (note(answer),))
    else:
        store_addition(work, conversation, rows, question, answer)
    return True


def _rights_filed(work: Work, conversation: Conversation, written: Typed) -> bool:
    """The same of what is filed, or of a figure or status: a change, and the reason is asked."""
    asked = _replied_to(work, conversation, written)
    if asked is None:
        return False
    rows, _, entry = own_entry(work, asked.entry_id)
    question = of_words(entry) if asked.step in _OF_TEXT else asked
    is_own = rows.unit.id in work.filing_unit_ids() and work.now < rows.cycle.locks_at
    is_status = status_instead(entry, cleaned(written.text)) is not None
    is_change = is_status or puts_right(entry, question.step, written.text)
    if is_writable(rows.report) or not is_own or not is_change:
        return False
    waits = Given(question, entry.content, entry.content, is_more=True)
    remember_answer(work, [written.message_id], waits)
    take_edit(work, written)
    return True


def _tells_of_pasted(work: Work, conversation: Conversation, said: Typed) -> bool:
    """A reply to a stored list, where a figure is asked: it is of the list's measures, not of that.

    It goes to the one in whose words it puts a number right; else it is asked about.
    """
    now = open_question(conversation)
    row = written(work.session, work.writer.id, said.reply_to) if said.reply_to else None
    paste = work.session.get(Paste, row.paste_id) if row is not None and row.paste_id else None
    if now is None or now.step is not Step.FIGURE or paste is None:
        return False
    if paste.state is not PasteState.PLACED or conversation.report_id != paste.report_id:
        return False
    rows = open_to(work, paste.report_id)
    report, text = working(work, rows), cleaned(said.text)
    is_words = aside(text) is None and not is_buttons_word(text) and not is_number(text)
    if not is_words or not is_writable(rows.report) or named_entry(report, text) is not None:
        return False
    ids = [one.entry_id for one in given_by_paste(paste) if report.has(one.entry_id)]
    righted = [
        (entry, answer)
        for entry in map(report.entry, ids)
        if (answer := slip_righted(entry, text)) is not None and not is_a_colleagues(work, entry)
    ]
    if len(righted) == 1:
        entry, answer = righted[0]
        given = Given(of_words(entry), entry.content, answer.content)
        remember_answer(work, [said.message_id], given)
        store_addition(work, conversation, rows, given.question, answer)
    else:
        named = entry_within(report, text)
        put_away(work, rows)
        hold(work, conversation, rows, said, behind=of_words(named) if named else None)
    return True


def _replied_to(work: Work, conversation: Conversation, written: Typed) -> Question | None:
    """The question that the message replied to has answered, or has asked; None where unknown."""
    if written.reply_to is None:
        return None
    answer = answered_by(work.session, work.writer.id, written.reply_to)
    if answer is None and (lost := _replaced(work, written.reply_to)):
        return lost[0]
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
    return of_words(entry) if is_complete(entry) else Question(entry.entry_id, *step_to_ask(entry))
