"""A correction: with its reason the filed report is open again, until it is filed or given up."""

from dialog.cards import correction
from dialog.corrections import BOTH, KEEP, MINE, ask_to_give_up, given_back, reason_of_two
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Press
from dialog.reasons import joined_reason, tells_of_measures
from handlers.at_report import Typed, own, put_away, require_unlocked, show, show_card, working
from handlers.editing import show_correction
from handlers.pasting import keep_for_correction, show_waiting
from handlers.remembering import remember_reason
from handlers.report import CORRECTION_REASON
from handlers.together import given_up_for_others, tell_given_up, tell_reason_replaced
from models.conversations import Conversation
from models.filing import end_correction, open_correction, rewrite_reason
from models.together import name_at
from models.views import ReportRows
from models.work import Work
from models.written import WrittenAs, reason_given_by_other, written
from texts import plain, say
from vocabulary.errors import Stale


def take_reason(work: Work, conversation: Conversation, typed: Typed) -> None:
    """What was edited or pasted meanwhile is in the correction, or shown to be put there."""
    if conversation.report_id is None:
        raise Stale
    rows = own(work, conversation.report_id)
    require_unlocked(work, rows)
    report = working(work, rows)
    if tells_of_measures(report, typed.text):
        keep_for_correction(work, rows, typed)
        return
    reason = read_reason(typed.text)
    if isinstance(reason, Refused):
        line = say(work.language, reason.text_key, **reason.facts)
        show(work, correction(work.language, report), line)
        return
    remember_reason(work, typed.message_id, report, CORRECTION_REASON, reason)
    if rows.report.correcting and reason != rows.report.correction_reason:
        ask_which_reason(work, rows, reason, typed.message_id)
        return
    open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
    _go_on(work, rows)


def _go_on(work: Work, rows: ReportRows) -> None:
    work.touch(rows.report.id)
    show_correction(work, rows)
    show_waiting(work, rows)


def ask_which_reason(work: Work, rows: ReportRows, reason: str, message_id: int) -> None:
    """A colleague has opened the correction while this reason was being written."""
    report = working(work, rows)
    other = reason_given_by_other(
        work.session, report.entries[0].entry_id, work.writer.id, report.correction_reason
    )
    by = name_at(work.session, rows.unit.id, other.person_id) if other else ""
    show(work, reason_of_two(work.language, report, reason, by=by, message_id=message_id))


def choose_reason(work: Work, press: Press) -> None:
    """[保留……的], [用我的] or [接在其后], on the two reasons that were shown."""
    rows = own(work, press.target)
    require_unlocked(work, rows)
    way, _, number = press.argument.partition(".")
    row = written(work.session, work.writer.id, int(number)) if number.isdecimal() else None
    if row is None or row.kind is not WrittenAs.REASON or not row.words:
        raise Stale
    theirs, said = rows.report.correction_reason, row.words
    if not rows.report.correcting or way not in {KEEP, MINE, BOTH}:
        raise Stale
    if way == KEEP:
        row.words = ""
    elif way == MINE:
        rewrite_reason(rows.report, theirs, said)
        tell_reason_replaced(work, rows, theirs)
    elif (both := joined_reason(theirs, said)) is not None:
        rewrite_reason(rows.report, theirs, both)
    else:
        raise Stale
    _go_on(work, rows)


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
    others = given_up_for_others(work, rows, report)
    end_correction(work.session, rows.report, now=work.now)
    work.touch(rows.report.id, *(entry.entry_id for entry in report.entries))
    for message in told:
        work.reply(message)
    show_card(work, rows.report.id)
    tell_given_up(work, rows, others)
