"""What one person's deed means for the others who have the same report before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dialog.asking import OF_OWN_WORDS
from dialog.collisions import GivenBy, filed_meanwhile, own_parts, replaced
from dialog.corrections import changed_entries, given_back, reason_replaced
from dialog.edits import given_among
from dialog.layout import Rows
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.questions import answered, question
from dialog.steps import Step
from handlers.accepting import ways_back
from handlers.at_report import (
    CARD,
    Shows,
    ask_nothing,
    card_of,
    files,
    framed,
    hold_place,
    open_question,
    open_to,
    own_entry,
    preview_of,
    question_before,
    whole,
    working,
)
from handlers.remembering import given_by
from models.conversations import Conversation, conversation_of
from models.delivery import Priority, slot_named, unpacked
from models.filing import entry_in_report
from models.pastes import given_by_paste, pastes_stored
from models.people import Person
from models.together import name_at, others_at
from models.views import ReportRows, report_rows
from models.work import Overwritten, Work
from models.written import answers_to, reason_given_by_other, written
from vocabulary.errors import BaosongError
from vocabulary.message import Message
from vocabulary.report import FiledReport, ReportEntry, WorkingReport


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


def refresh_question(work: Work, entry_id: int) -> None:
    """The writer's own open question of that entry, as it is now; edited where it stands."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.shows == Shows.QUESTION:
        _refresh(work, conversation, {entry_id})


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
    shown = replace(shown, buttons=(*_own_ways(reader, entry), *shown.buttons))
    if before is None or before.entry_id == asked.entry_id or not report.has(before.entry_id):
        return shown
    line = answered(reader.language, report.entry(before.entry_id))
    return Message(f"{line}\n\n{shown.html}", shown.buttons)


def _own_ways(reader: Work, entry: ReportEntry) -> Rows:
    """What the card offers the reader about words of their own stays for as long as it holds."""
    slot = slot_named(reader.session, reader.desk.bot_id, reader.writer.user_id, CARD)
    card = unpacked(slot.content).buttons if slot.content else ()
    for row in card:
        for one in row:
            press = Press.read(one.data)
            if press is None or press.action not in OF_OWN_WORDS:
                continue
            if press.action in {Action.WORDS_TEXT, Action.WORDS_LACK}:
                return (row,)
            said = written(reader.session, reader.writer.id, int(press.argument))
            if said is not None and said.entry_id == entry.entry_id and said.content_after:
                return ways_back(reader.language, entry, given_by(said), said.message_id)
    return ()


def tell_overwritten(work: Work) -> None:
    """Whose words this unit has replaced by others is told once, with the words."""
    if work.person is None:
        return
    for one in work.overwritten:
        own = own_parts(
            _given(work, one),
            one.before,
            one.after,
            changed_by=work.writer.id,
            last_by=one.by_id,
        )
        for (person_id, name), words in own.items():
            _tell_replaced(work, one, person_id, name, words)


def _given(work: Work, one: Overwritten) -> Iterator[GivenBy]:
    """What anybody has given to the entry, by a message, as one of several, or in a pasted list."""
    found = entry_in_report(work.session, one.entry_id)
    rows = report_rows(work.session, found[1].id) if found else None
    if rows is None:
        return
    report = whole(work, rows)
    for row in answers_to(work.session, one.entry_id):
        given = given_by(row) if row.content_after else None
        if given is None and report.has(one.entry_id):
            before = replace(report.entry(one.entry_id), content=one.before)
            given = given_among(before, Question(one.entry_id, Step(row.step)), row.words)
        if given is not None:
            yield row.person_id, given.before, given.after
    for paste in pastes_stored(work.session, rows.report.id):
        for part in given_by_paste(paste):
            if part.entry_id == one.entry_id:
                yield paste.person_id, part.before, part.after


def _tell_replaced(work: Work, one: Overwritten, person_id: int, name: str, words: str) -> None:
    person = work.session.get(Person, person_id)
    if person is None:
        return
    reader = work.on_behalf_of(person)
    try:
        rows, report, _ = own_entry(reader, one.entry_id)
    except BaosongError:
        return
    by = name_at(work.session, rows.unit.id, work.writer.id)
    message = replaced(reader.language, report, report.entry(one.entry_id), name, words, by=by)
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
        may_correct=work.now < rows.cycle.locks_at and files(reader, rows),
    )
    message = framed(reader, conversation, message)
    reader.show(person.user_id, CARD, message, is_new=True)


# ── a correction of two ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class GivenUp:
    """What a colleague reads of a correction that is given up. at_it: who has it before them."""

    person: Person
    at_it: Conversation | None
    messages: list[Message]


def given_up_for_others(work: Work, rows: ReportRows, report: WorkingReport) -> list[GivenUp]:
    """For whoever is at the correction, or has answered in it, all that it said; before it ends."""
    at_it = {
        person.id: conversation
        for conversation, person in others_at(work.session, rows.report.id, work.writer.id)
        if conversation.step or conversation.shows
    }
    answered = {entry.answered_by_id for entry in changed_entries(report)}
    by = name_at(work.session, rows.unit.id, work.writer.id)
    found = []
    readers = {*at_it, *(one for one in answered if one is not None)} - {work.writer.id}
    for person_id in sorted(readers):
        person = work.session.get(Person, person_id)
        if person is None:
            continue
        reader = work.on_behalf_of(person)
        try:
            open_to(reader, rows.report.id)
        except BaosongError:
            continue
        theirs = replace(working(reader, rows), filed=report.filed)
        messages = given_back(reader.language, theirs, "correction-dropped-by", by=by)
        found.append(GivenUp(person, at_it.get(person.id), messages))
    return found


def tell_given_up(work: Work, rows: ReportRows, others: Sequence[GivenUp]) -> None:
    """The words go to each; what they still send of an open question is kept for them."""
    for one in others:
        reader = work.on_behalf_of(one.person)
        for message in one.messages:
            reader.send(one.person.user_id, message, priority=Priority.NOTICE)
        if one.at_it is None:
            continue
        asked = open_question(one.at_it)
        ask_nothing(one.at_it)
        if asked is not None and not one.at_it.held_text:
            hold_place(one.at_it, asked)
        one.at_it.shows = Shows.LIST.value
        card = framed(reader, one.at_it, card_of(reader, rows, one.at_it.page))
        reader.show(one.person.user_id, CARD, card, is_new=True)


def tell_reason_replaced(work: Work, rows: ReportRows, theirs: str) -> None:
    """Whoever gave the reason is told that a colleague has put another in its place."""
    report = working(work, rows)
    given = reason_given_by_other(work.session, report.entries[0].entry_id, work.writer.id, theirs)
    person = work.session.get(Person, given.person_id) if given else None
    if person is None:
        return
    by = name_at(work.session, rows.unit.id, work.writer.id)
    message = reason_replaced(work.on_behalf_of(person).language, report, theirs, by=by)
    work.send(person.user_id, message, priority=Priority.NOTICE)
