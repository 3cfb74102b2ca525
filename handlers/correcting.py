"""A correction: with its reason the filed report is open again, until it is filed or given up."""

from dialog.cards import correction
from dialog.corrections import ask_to_give_up, given_back
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Press
from handlers.at_report import own, put_away, require_unlocked, show, show_card, working
from handlers.editing import show_correction
from handlers.pasting import show_waiting
from models.conversations import Conversation
from models.filing import end_correction, open_correction
from models.work import Work
from texts import plain, say
from vocabulary.errors import Stale


def take_reason(work: Work, conversation: Conversation, text: str) -> None:
    """What was edited or pasted meanwhile is in the correction, or shown to be put there."""
    if conversation.report_id is None:
        raise Stale
    rows = own(work, conversation.report_id)
    require_unlocked(work, rows)
    reason = read_reason(text)
    if isinstance(reason, Refused):
        line = say(work.language, reason.text_key, **reason.facts)
        show(work, correction(work.language, working(work, rows)), line)
        return
    open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
    work.touch(rows.report.id)
    show_correction(work, rows)
    show_waiting(work, rows)


def give_up(work: Work, press: Press) -> None:
    """Asks once, with what it would change; then what was filed stands, and its words are told."""
    rows = own(work, press.target)
    report = working(work, rows)
    if not rows.report.correcting:
        work.toast = plain(work.language, "correction-none")
        show_card(work, rows.report.id)
        return
    if press.argument != "yes" or press.version != report.version:
        put_away(work, rows)
        show(work, ask_to_give_up(work.language, report))
        return
    told = given_back(work.language, report, "correction-dropped")
    end_correction(work.session, rows.report, now=work.now)
    work.touch(rows.report.id, *(entry.entry_id for entry in report.entries))
    for message in told:
        work.reply(message)
    show_card(work, rows.report.id)
