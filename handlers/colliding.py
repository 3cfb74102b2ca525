"""Two at the same entry: both texts are shown, and the second writer chooses."""

from dialog.answers import added
from dialog.collisions import (
    can_follow,
    collide,
    collision,
    figure_and_remarks,
    figure_named,
    mine_instead,
    taken,
    taken_told,
    written_too_late,
)
from dialog.edits import Given
from dialog.held import mark_of
from dialog.outcome import Accepted, Note, Refused
from dialog.placing import Question, Sight
from dialog.press import Action, Press
from dialog.steps import step_to_ask
from dialog.words import cleaned
from handlers.accepting import accept, go_on
from handlers.at_report import (
    Typed,
    ask,
    held_place,
    hold_nowhere,
    note,
    own_entry,
    record,
    show,
    sight,
    working,
)
from handlers.remembering import (
    forget_held,
    held_messages,
    remember_held,
    remember_placed,
    whose_held,
)
from models.conversations import Conversation, content_seen, conversation_of, let_go
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.errors import Stale
from vocabulary.report import ReportEntry


def collides(work: Work, conversation: Conversation, entry: ReportEntry, answer: Accepted) -> bool:
    """Whether a colleague has changed the same since the person was asked."""
    seen = content_seen(conversation)
    if seen is None or not is_a_colleagues(work, entry):
        return False
    return collide(seen, entry.content, answer.content)


def is_a_colleagues(work: Work, entry: ReportEntry) -> bool:
    """Whether somebody else has answered the entry last."""
    return entry.answered_by_id not in {None, work.writer.id}


def name_of_theirs(entry: ReportEntry) -> str:
    return entry.answered.name if entry.answered else ""


def ask_which(
    work: Work,
    conversation: Conversation,
    rows: ReportRows,
    asked: Question,
    notes: tuple[Note, ...] = (),
) -> None:
    """Both texts, and which one shall stand; the second waits with its writer until they say."""
    report, text = working(work, rows), conversation.held_text
    entry = report.entry(asked.entry_id)
    if is_writable(rows.report):
        message = collision(
            work.language,
            entry,
            asked,
            text,
            report.timetable,
            whose=whose_held(work),
            report_id=report.report_id,
            is_several=len(held_messages(work)) > 1,
        )
    else:
        is_own = rows.unit.id in work.filing_unit_ids()
        is_locked = work.now >= rows.cycle.locks_at and not rows.report.signing
        may_correct = is_own and not is_locked
        message = written_too_late(
            work.language,
            report,
            entry,
            text,
            may_correct=may_correct,
            is_locked=is_locked,
            is_several=len(held_messages(work)) > 1,
        )
    line = "\n".join(say(work.language, one.text_key, **one.facts) for one in notes)
    conversation.held_text = ""  # this card needs no way to it
    show(work, message, line, again=True)
    conversation.held_text = text


def choose_of_two(work: Work, press: Press) -> None:
    """[保留……的], [用我的] or [接在其后], on the two texts that were shown."""
    rows, _, entry = own_entry(work, press.target)
    conversation = conversation_of(work.session, work.writer.id)
    asked, text = held_place(conversation), conversation.held_text
    if asked is None or asked.entry_id != entry.entry_id or not text:
        raise Stale
    is_theirs_as_shown = press.version == entry.version
    is_mine_as_shown = press.argument in {"", str(mark_of(text))}
    if not (is_writable(rows.report) and is_theirs_as_shown and is_mine_as_shown):
        is_changed = is_writable(rows.report) and not is_theirs_as_shown
        again = (Note("collision-again"),) if is_changed else ()
        ask_which(work, conversation, rows, asked, again)
        return
    _settle(work, rows, asked, press.action)


def names_figure(work: Work, conversation: Conversation, rows: ReportRows, typed: Typed) -> bool:
    """Whether the figure is typed that shall stand, where it is asked which of two does."""
    asked, report = held_place(conversation), working(work, rows)
    if asked is None or not is_writable(rows.report) or not report.has(asked.entry_id):
        return False
    entry = report.entry(asked.entry_id)
    figure = figure_named(entry, asked, typed.text) if is_a_colleagues(work, entry) else None
    if figure is None:
        return False
    said = cleaned(typed.text)
    remember_held(work, typed.message_id, said)
    conversation.held_text = f"{conversation.held_text}\n{said}"
    if sight(work, conversation, typed) is not Sight.SEEN:
        ask_which(work, conversation, rows, asked)
        return True
    answer = mine_instead(entry, asked, figure)
    is_theirs = isinstance(answer, Accepted) and answer.content == entry.content
    _settle(work, rows, asked, Action.KEEP_THEIRS if is_theirs else Action.TAKE_MINE)
    return True


def _kept(entry: ReportEntry, whose: str) -> Note:
    """whose: who has left the other text to the person; empty where it is their own."""
    name = name_of_theirs(entry)
    return (
        Note("collision-kept-left", {"name": name, "by": whose})
        if whose
        else Note("collision-kept", {"name": name})
    )


def _settle(work: Work, rows: ReportRows, asked: Question, choice: Action) -> None:
    """What was chosen stands; a remark beside the own figure waits on for its place."""
    conversation, report = conversation_of(work.session, work.writer.id), working(work, rows)
    entry, text, remarks = report.entry(asked.entry_id), conversation.held_text, ""
    if choice is Action.KEEP_THEIRS:
        kept = _kept(entry, whose_held(work))
        forget_held(work)
        let_go(conversation)
        go_on(work, rows, report, asked, (kept,))
        return
    if choice is Action.TAKE_MINE:
        mine, remarks = figure_and_remarks(entry, asked, text)
        answer = mine_instead(entry, asked, mine)
    elif can_follow(asked, text):
        answer = added(entry, asked.step, asked.indicator_id, text)
    else:
        raise Stale
    if isinstance(answer, Refused):
        ask_which(work, conversation, rows, asked, (note(answer),))
        return
    is_more = choice is Action.AFTER_THEIRS
    given = Given(asked, entry.content, answer.content, is_more=is_more)
    remember_placed(work, given, remarks=remarks)
    if remarks:
        conversation.held_text = remarks
        hold_nowhere(conversation)
    else:
        let_go(conversation)
    stays = taken(entry, asked, answer) if choice is Action.TAKE_MINE else None
    if stays is None:
        accept(work, rows, report, asked, answer)
        return
    record(work, rows, entry.entry_id, answer.content)
    entry = working(work, rows).entry(entry.entry_id)
    notes = (*answer.notes, taken_told(work.language, stays))
    ask(work, working(work, rows), entry, step_to_ask(entry), notes)
