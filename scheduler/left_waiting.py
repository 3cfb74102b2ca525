"""Texts that wait end with their month or its corrections, and their writers get them back."""

from collections.abc import Iterable

from dialog.held import change_returned, held_returned
from dialog.pasting import pasted_returned
from models.conversations import let_go
from models.cycles import Cycle
from models.delivery import Priority
from models.pastes import (
    LeftWaiting,
    PasteState,
    pastes_left_waiting,
    pastes_locked_out,
    settle_paste,
)
from models.together import texts_left_waiting
from models.work import Work
from models.written import WrittenAs, changes_over, forget_waiting, settle_change


def return_waiting_texts(work: Work, cycle: Cycle) -> None:
    """When a cycle opens: what was written for the months before it is stored nowhere any more."""
    found = texts_left_waiting(work.session, work.desk.bot_id, cycle)
    for conversation, person, month in found:
        while conversation.held_text:
            for message in held_returned(person.language, conversation.held_text, month=month):
                work.send(person.user_id, message, priority=Priority.NOTICE)
            let_go(conversation)
        forget_waiting(work.session, person.id, WrittenAs.HELD)
    _return_pastes(work, pastes_left_waiting(work.session, work.desk.bot_id, cycle))


def return_locked_changes(work: Work) -> None:
    """So do changes of a filed report for which nobody has given a reason."""
    for row, person, month in changes_over(work.session, work.desk.bot_id, now=work.now):
        for message in change_returned(person.language, row.words, month=month):
            work.send(person.user_id, message, priority=Priority.NOTICE)
        settle_change(row)


def return_locked_pastes(work: Work) -> None:
    """What was pasted for a filed report can be taken into it only until that locks."""
    _return_pastes(work, pastes_locked_out(work.session, work.desk.bot_id, now=work.now))


def _return_pastes(work: Work, found: Iterable[LeftWaiting]) -> None:
    for paste, person, month in found:
        for message in pasted_returned(person.language, paste.text, month=month):
            work.send(person.user_id, message, priority=Priority.NOTICE)
        settle_paste(paste, PasteState.DROPPED, now=work.now, left=paste.text)
