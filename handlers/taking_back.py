"""What messages have put into a report, or what waits of them, is taken back."""

from collections.abc import Collection

from dialog.one_text import without
from handlers.at_report import (
    held_place,
    open_question,
    own_entry,
    question_before,
    record,
    show_card,
)
from models.conversations import (
    PASTED,
    Conversation,
    conversation_of,
    let_go,
    remember_seen,
    rewrite_text,
    texts_waiting,
)
from models.evidence import files_of_message
from models.filing import is_writable, note_change
from models.pastes import Paste, PasteState, given_by_paste, keep_given, settle_paste
from models.views import report_rows
from models.work import Work
from models.written import Written, unpacked_content, written
from vocabulary.errors import BaosongError
from vocabulary.report import EntryContent


def take_back(work: Work, message_ids: Collection[int]) -> None:
    """Of these messages of the writer no words and no file stay; what was asked before is asked.

    What a report says that is filed, or whose time is over, is its unit's: that stays.
    """
    conversation = conversation_of(work.session, work.writer.id)
    for message_id in sorted(message_ids, reverse=True):
        if row := written(work.session, work.writer.id, message_id):
            _take_back_words(work, conversation, row)
            work.session.delete(row)
        _take_back_file(work, message_id)
    conversation.too_long = 0
    work.session.flush()
    _go_back(work, conversation)


def _take_back_words(work: Work, conversation: Conversation, row: Written) -> None:
    paste = work.session.get(Paste, row.paste_id) if row.paste_id is not None else None
    if paste is not None:
        _take_out_of_paste(work, paste, row.words)
    elif row.entry_id is not None and row.content_after:
        before, after = unpacked_content(row.content_before), unpacked_content(row.content_after)
        _undo(work, row.entry_id, before, after)
        if conversation.entry_id == row.entry_id:
            conversation.step, conversation.indicator_id = row.step, row.indicator_id
    if row.words and any(row.words in text for text in texts_waiting(conversation)):
        rewrite_text(conversation, row.words, "")
        if not conversation.held_text.strip():
            let_go(conversation)


def _take_out_of_paste(work: Work, paste: Paste, words: str) -> None:
    for part in given_by_paste(paste):
        _undo(work, part.entry_id, part.before, part.after)
    keep_given(paste, [])
    paste.left = ""
    paste.text = paste.text.replace(words, "", 1).strip()
    paste.messages -= 1
    if paste.messages < 1 or not paste.text:
        paste.text = ""
        settle_paste(paste, PasteState.DROPPED, now=work.now)


def _undo(work: Work, entry_id: int, before: EntryContent, after: EntryContent) -> None:
    try:
        rows, _, entry = own_entry(work, entry_id)
    except BaosongError:  # it is not the person's any more
        return
    content = without(entry.content, before, after)
    if not is_writable(rows.report) or content == entry.content:
        return
    record(work, rows, entry_id, content)
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.entry_id == entry_id:
        remember_seen(conversation, content)


def _take_back_file(work: Work, message_id: int) -> None:
    """Also one that was taken away, and could be brought back."""
    for file in files_of_message(work.session, work.writer.id, message_id):
        rows = report_rows(work.session, file.report_id)
        listed_at = file.entry_id if file.taken_at is None else None
        if rows is not None and listed_at is not None and is_writable(rows.report):
            note_change(work.session, rows.report, now=work.now)
            work.touch(rows.report.id, listed_at)
        if not file.filed:
            work.session.delete(file)
        elif file.taken_at is None:
            file.taken_at = work.now
    work.session.flush()


def _go_back(work: Work, conversation: Conversation) -> None:
    """To the question that was open before any of them came."""
    is_away = conversation.step == PASTED or not conversation.held_text
    if conversation.report_id is None or open_question(conversation) or not is_away:
        return
    asked = question_before(conversation) or held_place(conversation)
    if asked is None:
        show_card(work, conversation.report_id)
        return
    conversation.entry_id, conversation.step = asked.entry_id, asked.step.value
    conversation.indicator_id = asked.indicator_id
