"""What one person's deed means for the others who have the same report before them."""

from dataclasses import replace

from dialog.cards import preview
from dialog.collisions import filed_meanwhile
from dialog.questions import answered, question
from handlers.at_report import (
    CARD,
    Shows,
    card_of,
    framed,
    hold_place,
    open_question,
    open_to,
    question_before,
    working,
)
from models.conversations import Conversation
from models.people import Person
from models.together import name_at, others_at
from models.views import ReportRows
from models.work import Work
from vocabulary.errors import BaosongError
from vocabulary.message import Message
from vocabulary.report import FiledReport


def refresh_others(work: Work) -> None:
    """Who has a card of what this unit has changed sees it as it is now: edited, so no phone rings.

    A card that asks for something else, or of another entry, stays as it is.
    """
    if work.person is None:
        return
    for report_id, entry_ids in work.touched.items():
        for conversation, person in others_at(work.session, report_id, work.writer.id):
            if conversation.shows:
                _refresh(work.on_behalf_of(person), conversation, entry_ids)


def _refresh(reader: Work, conversation: Conversation, changed: set[int]) -> None:
    if conversation.report_id is None:
        return
    try:
        rows = open_to(reader, conversation.report_id)
    except BaosongError:
        return
    message = _as_it_is(reader, rows, conversation, changed)
    if message is not None:
        message = framed(reader, conversation, message)
        reader.show(reader.writer.user_id, CARD, message, is_new=False)


def _as_it_is(
    reader: Work, rows: ReportRows, conversation: Conversation, changed: set[int]
) -> Message | None:
    language = reader.language
    match conversation.shows:
        case Shows.LIST:
            return card_of(reader, rows, conversation.page)
        case Shows.PREVIEW:
            # a tap on it shows the new one once more: nobody files what they have not confirmed
            return preview(language, replace(working(reader, rows), version=0))
        case Shows.QUESTION:
            return _question_as_it_is(reader, rows, conversation, changed)
    return None


def _question_as_it_is(
    reader: Work, rows: ReportRows, conversation: Conversation, changed: set[int]
) -> Message | None:
    """Under the line about the answer before, as it was first shown."""
    asked, before = open_question(conversation), question_before(conversation)
    report = working(reader, rows)
    if asked is None or asked.entry_id not in changed or not report.has(asked.entry_id):
        return None
    entry = report.entry(asked.entry_id)
    shown = question(reader.language, report, entry, asked.step, asked.indicator_id)
    if before is None or before.entry_id == asked.entry_id or not report.has(before.entry_id):
        return shown
    line = answered(reader.language, report.entry(before.entry_id))
    return Message(f"{line}\n\n{shown.html}", shown.buttons)


def tell_filed(work: Work, rows: ReportRows, filed: FiledReport) -> None:
    """Who was in the middle of a question is told, and what they still send is kept for them."""
    for conversation, person in others_at(work.session, rows.report.id, work.writer.id):
        if conversation.step:
            _tell_filed(work, rows, filed, conversation, person)


def _tell_filed(
    work: Work, rows: ReportRows, filed: FiledReport, conversation: Conversation, person: Person
) -> None:
    reader = work.on_behalf_of(person)
    try:
        open_to(reader, rows.report.id)
    except BaosongError:
        return
    asked = open_question(conversation)
    report = working(reader, rows)
    number = None
    if asked is not None and report.has(asked.entry_id):
        number = report.entry(asked.entry_id).measure.number
        if not conversation.held_text:
            hold_place(conversation, asked)
    conversation.entry_id, conversation.indicator_id, conversation.step = None, None, ""
    conversation.shows = Shows.NOTHING.value
    message = filed_meanwhile(
        reader.language,
        report,
        by=name_at(work.session, rows.unit.id, work.writer.id),
        at=f"{filed.filed_at:%H:%M}",
        number=number,
        may_correct=work.now < rows.cycle.locks_at,
    )
    message = framed(reader, conversation, message)
    reader.show(person.user_id, CARD, message, is_new=True)
