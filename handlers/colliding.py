"""Two at the same entry: both texts are shown, and the second writer chooses."""

from dialog.answers import added
from dialog.collisions import can_follow, collide, collision, mine_instead, written_too_late
from dialog.edits import Given
from dialog.held import mark_of
from dialog.outcome import Accepted, Note, Refused
from dialog.placing import Question
from dialog.press import Action, Press
from handlers.accepting import accept, go_on
from handlers.at_report import held_place, note, own_entry, show, working
from handlers.remembering import forget_held, remember_placed
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
        is_locked = work.now >= rows.cycle.locks_at
        may_correct = is_own and not is_locked
        message = written_too_late(
            work.language, report, entry, text, may_correct=may_correct, is_locked=is_locked
        )
    line = line or "\n".join(say(work.language, one.text_key, **one.facts) for one in notes)
    conversation.held_text = ""  # this card needs no way to it
    show(work, message, line, again=True)
    conversation.held_text = text


def choose_of_two(work: Work, press: Press) -> None:
    """[保留……的], [用我的] or [接在其后], on the two texts that were shown."""
    rows, report, entry = own_entry(work, press.target)
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
    if press.action is Action.KEEP_THEIRS:
        forget_held(work)
        let_go(conversation)
        kept = Note("collision-kept", {"name": name_of_theirs(entry)})
        go_on(work, rows, report, asked, (kept,))
        return
    if press.action is Action.TAKE_MINE:
        answer = mine_instead(entry, asked, text)
    elif can_follow(asked, text):
        answer = added(entry, asked.step, asked.indicator_id, text)
    else:
        raise Stale
    if isinstance(answer, Refused):
        ask_which(work, conversation, rows, asked, (note(answer),))
        return
    is_more = press.action is Action.AFTER_THEIRS
    remember_placed(work, Given(asked, entry.content, answer.content, is_more=is_more))
    let_go(conversation)
    accept(work, rows, report, asked, answer)
