"""A text that waits for its place ends with its month, and its writer gets it back."""

from dialog.held import held_returned
from models.conversations import let_go
from models.cycles import Cycle
from models.delivery import Priority
from models.together import texts_left_waiting
from models.work import Work
from models.written import WrittenAs, forget_waiting


def return_waiting_texts(work: Work, cycle: Cycle) -> None:
    """When a cycle opens: what was written for the months before it is stored nowhere any more."""
    found = texts_left_waiting(work.session, work.desk.bot_id, cycle)
    for conversation, person, month in found:
        while conversation.held_text:
            for message in held_returned(person.language, conversation.held_text, month=month):
                work.send(person.user_id, message, priority=Priority.NOTICE)
            let_go(conversation)
        forget_waiting(work.session, person.id, WrittenAs.HELD)
