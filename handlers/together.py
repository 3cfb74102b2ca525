"""What one person's deed means for the others who have the same report before them."""

from dialog.collisions import filed_meanwhile, left_out, own_part, replaced
from dialog.questions import answered, question
from handlers.at_report import (
    CARD,
    Shows,
    card_of,
    framed,
    hold_place,
    open_question,
    open_to,
    own_entry,
    preview_of,
    question_before,
    working,
)
from models.conversations import Conversation
from models.delivery import Priority
from models.people import Person
from models.together import name_at, others_at
from models.views import ReportRows
from models.work import Overwritten, Work
from models.written import answers_of_others, unpacked_content
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
    match conversation.shows:
        case Shows.LIST:
            return card_of(reader, rows, conversation.page)
        case Shows.PREVIEW:
            # a tap on it shows the new one once more: nobody files what they have not confirmed
            return preview_of(reader, rows, version=0)
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


def tell_overwritten(work: Work) -> None:
    """Whose words this unit has replaced by others is told once, with the words."""
    if work.person is None:
        return
    for one in work.overwritten:
        for person_id, (name, words) in _writers_of_lost(work, one).items():
            person = work.session.get(Person, person_id)
            if person is not None:
                _tell_replaced(work, one.entry_id, person, name, words)


def _writers_of_lost(work: Work, one: Overwritten) -> dict[int, tuple[str, str]]:
    """By person, the field and their words in it; who answered last where no message tells."""
    lost = left_out(one.before, one.after)
    found: dict[int, tuple[str, str]] = {}
    for row in answers_of_others(work.session, one.entry_id, work.writer.id):
        before, after = unpacked_content(row.content_before), unpacked_content(row.content_after)
        for name, words in lost.items():
            own = own_part(before, after, name)
            if own and own in words and own not in getattr(one.after, name):
                found[row.person_id] = (name, own)
    if not found and lost and one.by_id not in {None, work.writer.id}:
        return {one.by_id or 0: next(iter(lost.items()))}
    return found


def _tell_replaced(work: Work, entry_id: int, person: Person, name: str, words: str) -> None:
    reader = work.on_behalf_of(person)
    try:
        rows, report, _ = own_entry(reader, entry_id)
    except BaosongError:
        return
    measure = report.entry(entry_id).measure
    by = name_at(work.session, rows.unit.id, work.writer.id)
    message = replaced(reader.language, measure, name, words, by=by)
    reader.send(person.user_id, message, priority=Priority.NOTICE)


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
    conversation.aside = ""
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
