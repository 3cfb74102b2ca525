"""A correction: with its reason the filed report is open again, until it is filed or given up."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from dialog.asides import wants_no_change
from dialog.cards import correction
from dialog.corrections import (
    BOTH,
    KEEP,
    MINE,
    ask_to_give_up,
    changed_entries,
    given_back,
    reason_of_two,
)
from dialog.edits import Given
from dialog.layout import cut
from dialog.measure_numbers import entry_meant
from dialog.no_answers import read_reason
from dialog.outcome import SHORT_LIMIT, Note, Refused, too_long
from dialog.press import Press
from dialog.reasons import joined_reason, one_reason, tells_of_measures
from dialog.righted_words import only_owns, slip_righted
from dialog.wished_corrections import (
    entry_corrected,
    instead_of_all,
    names_correction,
    put_right_of,
    wants_correction,
)
from dialog.words import cleaned
from handlers.answering import ask_anew, offers_change
from handlers.at_report import (
    Typed,
    asks_for_reason,
    card_version,
    files,
    hold_place,
    line_above,
    own,
    put_away,
    reports_at_hand,
    require_unlocked,
    show,
    show_card,
    show_preview,
    working,
)
from handlers.colliding import is_a_colleagues
from handlers.editing import (
    ask_correction_reason,
    ask_reason,
    ask_why_corrected,
    call_off,
    take_edit,
    takes_what_waited,
)
from handlers.evidence import ask_where_what_waits
from handlers.holding import ask_place
from handlers.pasting import keep_for_correction, show_waiting
from handlers.placing_kept import place_kept
from handlers.remembering import (
    REASON_WAITS,
    changes_waiting,
    reasons_waiting,
    remember_answer,
    remember_reason,
)
from handlers.signing import take_back
from handlers.together import given_up_for_others, tell_given_up, tell_reason_replaced
from models.conversations import (
    CORRECTION_REASON,
    Conversation,
    conversation_of,
    set_text_aside,
)
from models.cycles import FILED_STATES
from models.evidence import waiting_files
from models.filing import end_correction, is_writable, open_correction, rewrite_reason
from models.pastes import waiting_paste
from models.together import name_at
from models.views import ReportRows, report_rows
from models.work import Work
from models.written import reason_given_by_other
from texts import plain, say
from vocabulary.errors import Stale
from vocabulary.report import WorkingReport


def take_reason(work: Work, conversation: Conversation, typed: Typed) -> None:
    """What was edited or pasted meanwhile is in the correction, or shown to be put there."""
    if conversation.report_id is None:
        raise Stale
    rows = own(work, conversation.report_id)
    require_unlocked(work, rows)
    report = working(work, rows)
    if names_correction(typed.text) and _tells_change(work, report, typed):
        return
    if tells_of_measures(report, typed.text):
        keep_for_correction(work, rows, typed)
        return
    if rows.report.signing:
        ask_reason(work, rows)
        work.say("aside-not-kept", said=cut(cleaned(typed.text), SHORT_LIMIT))
        return
    reason = read_reason(typed.text)
    if isinstance(reason, Refused):
        _ask_again(work, rows, say(work.language, reason.text_key, **reason.facts))
        return
    if rows.report.correcting and reason != rows.report.correction_reason:
        _keep_beside_theirs(work, rows, reason, typed.message_id)
        return
    remember_reason(work, typed.message_id, report, CORRECTION_REASON, reason)
    open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
    _go_on(work, rows, otherwise=partial(_show_wished, entry_id=conversation.entry_id))
    _offer_told_change(work, conversation, rows, typed.text)


def _offer_told_change(work: Work, conversation: Conversation, rows: ReportRows, text: str) -> None:
    """27项应为6.5万亩，上次漏了开张镇: the reason, and what still stands otherwise."""
    report = working(work, rows)
    meant = entry_meant(report, text)
    found = put_right_of(meant, text) if meant is not None else None
    if meant is None or found is None:
        return
    number, (question, words) = cut(meant.measure.number, 12), found
    told = Note("correction-figure-stands", {"number": number})
    if slip_righted(meant, words) is None:
        offers_change(work, rows, None, meant, text, told=told)
    elif not is_a_colleagues(work, meant):
        set_text_aside(conversation)
        hold_place(conversation, question)
        conversation.held_text = words
        told = Note("correction-words-stand", {"number": number})
        ask_place(work, conversation, rows, (told,))


def opens(work: Work, conversation: Conversation, typed: Typed) -> bool:
    """Whether words after filing want it corrected: the reason is asked, with what they change."""
    rows = _filed_before(work, conversation)
    if rows is None:
        return False
    report = working(work, rows)
    if only_owns(typed.text) and _waits_for_reason(work, conversation, rows):
        put_away(work, rows)
        take_reason(work, conversation, typed)
        return True
    if wants_correction(typed.text):
        said = cut(cleaned(typed.text), SHORT_LIMIT)
        ask_why_corrected(work, rows, say(work.language, "correction-wanted", said=said))
        if (meant := entry_meant(report, typed.text)) and asks_for_reason(conversation, rows):
            conversation.entry_id = meant.entry_id
        return True
    return _tells_change(work, report, typed)


def _tells_change(work: Work, report: WorkingReport, typed: Typed) -> bool:
    """更正：… and 27项应为6.5万亩: what they change is shown where the reason is asked."""
    meant = entry_corrected(report, typed.text)
    if meant is None:
        return False
    if found := put_right_of(meant, typed.text):
        question, words = found
        waits = Given(question, meant.content, meant.content, is_more=True)
    elif whole := instead_of_all(meant, typed.text):
        waits, words = whole
    else:
        return False
    remember_answer(work, [typed.message_id], waits)
    take_edit(work, replace(typed, text=words))
    return True


def _waits_for_reason(work: Work, conversation: Conversation, rows: ReportRows) -> bool:
    """Whether words, files or lists wait until the report is corrected: then 数错了 says why."""
    is_here = conversation.report_id == rows.report.id and not rows.report.signing
    return is_here and bool(
        conversation.held_text
        or changes_waiting(work, rows.report.id)
        or waiting_paste(work.session, work.writer.id, rows.report.id)
        or waiting_files(work.session, work.writer.id, rows.report.id)
    )


def _filed_before(work: Work, conversation: Conversation) -> ReportRows | None:
    """The filed report that the person looks at, if it can be corrected; or before its leader."""
    at_hand = reports_at_hand(work, conversation)
    looked_at = [rows for rows in at_hand if rows.report.id == conversation.report_id]
    rows = next(iter(looked_at or at_hand), None)
    if rows is None or is_writable(rows.report) or not files(work, rows):
        return None
    is_open = rows.report.state in FILED_STATES and work.now < rows.cycle.locks_at
    return rows if is_open or rows.report.signing else None


def withdraw(work: Work, press: Press) -> None:
    """[撤回修改]: what has waited for it is in the report now, or is asked about."""
    rows, before = take_back(work, press), card_version(work)
    _go_on(work, rows, otherwise=show_preview)
    line_above(work, say(work.language, "signing-withdrawn-own"), since=before)


def _show_list(work: Work, rows: ReportRows) -> None:
    show_card(work, rows.report.id)


def _show_wished(work: Work, rows: ReportRows, *, entry_id: int | None) -> None:
    """The measure that 更正18 has named, where it has; else the list."""
    report = working(work, rows)
    if entry_id is None or not report.has(entry_id):
        _show_list(work, rows)
        return
    entry = report.entry(entry_id)
    number = cut(entry.measure.number, 12)
    ask_anew(work, report, entry, Note("correction-of-one", {"number": number}))


def _go_on(
    work: Work,
    rows: ReportRows,
    *,
    otherwise: Callable[[Work, ReportRows], None] = _show_list,
) -> None:
    """All that has waited until the report can be written. otherwise: shown where no words have."""
    work.touch(rows.report.id)
    before = card_version(work)
    placed = place_kept(work, rows)
    if not takes_what_waited(work, rows):
        otherwise(work, rows)
    show_waiting(work, rows)
    if placed:
        line_above(work, placed, since=before)
    ask_where_what_waits(work, rows)


def _ask_again(work: Work, rows: ReportRows, line: str) -> None:
    """The reason, or which of two shall stand, as it was asked."""
    if not ask_which_reason(work, rows, line):
        show(work, correction(work.language, working(work, rows)), line)


def _keep_beside_theirs(work: Work, rows: ReportRows, reason: str, message_id: int) -> None:
    """A colleague has opened the correction while this reason was being written: both wait.

    It goes on with what the person has given already and not chosen yet.
    """
    said = [row.words for row in reasons_waiting(work, rows.report.id)]
    if one_reason([*said, reason]) is None:
        refused = too_long("".join([*said, reason]), SHORT_LIMIT)
        _ask_again(work, rows, say(work.language, refused.text_key, **refused.facts))
        return
    remember_reason(work, message_id, working(work, rows), REASON_WAITS, reason)
    ask_which_reason(work, rows)


def correct_by_tap(work: Work, press: Press) -> None:
    """[更正]: asks why, or which of two reasons stands where that has not been chosen yet.

    What waits to change a report that can be written by now is in it with the tap.
    """
    rows = own(work, press.target)
    if ask_which_reason(work, rows):
        return
    for row in reasons_waiting(work, rows.report.id):
        row.words = ""  # of a correction that is over
    if is_writable(rows.report) and changes_waiting(work, rows.report.id):
        _go_on(work, rows)
        return
    ask_correction_reason(work, press)


def ask_which_reason(work: Work, rows: ReportRows, line: str = "") -> bool:
    """The colleague's reason and the person's own, which waits; False where none does."""
    waiting = reasons_waiting(work, rows.report.id)
    reason = one_reason([row.words for row in waiting])
    if not rows.report.correcting or not reason:
        return False
    report, message_id = working(work, rows), waiting[-1].message_id
    conversation = conversation_of(work.session, work.writer.id)
    if not asks_for_reason(conversation, rows):
        put_away(work, rows).step = CORRECTION_REASON
    other = reason_given_by_other(
        work.session, report.entries[0].entry_id, work.writer.id, report.correction_reason
    )
    by = name_at(work.session, rows.unit.id, other.person_id) if other else ""
    asked = reason_of_two(work.language, report, reason, by=by, message_id=message_id)
    show(work, asked, line)
    return True


def choose_reason(work: Work, press: Press) -> None:
    """[保留……的], [用我的] or [接在其后], on the two reasons that were shown."""
    rows = own(work, press.target)
    require_unlocked(work, rows)
    way, _, number = press.argument.partition(".")
    waiting = reasons_waiting(work, rows.report.id)
    theirs, said = rows.report.correction_reason, one_reason([row.words for row in waiting])
    is_as_shown = bool(waiting) and number == str(waiting[-1].message_id)
    if not rows.report.correcting or not said or way not in {KEEP, MINE, BOTH}:
        raise Stale
    if not is_as_shown:
        ask_which_reason(work, rows)
        return
    if way == KEEP:
        for row in waiting:
            row.words = ""
    elif way == MINE:
        rewrite_reason(rows.report, theirs, said)
        tell_reason_replaced(work, rows, theirs)
    elif (both := joined_reason(theirs, said)) is not None:
        rewrite_reason(rows.report, theirs, both)
    else:
        raise Stale
    for row in waiting:
        row.step = CORRECTION_REASON
    _go_on(work, rows)


def calls_off(work: Work, said: str) -> bool:
    """Whether 不改了 ends a correction in which nothing is changed yet; else it is asked first."""
    conversation = conversation_of(work.session, work.writer.id)
    rows = report_rows(work.session, conversation.report_id or 0)
    if rows is None or conversation.aside or not wants_no_change(said) or not files(work, rows):
        return False
    if not rows.report.correcting or not is_writable(rows.report):
        return False
    report = working(work, rows)
    if changed_entries(report):
        return False
    _end(work, rows, report)
    return True


def _leave_question(work: Work, rows: ReportRows) -> None:
    """No correction is open, but its reason may be asked: what waits for that is given up."""
    line = ""
    if asks_for_reason(conversation_of(work.session, work.writer.id), rows):
        line = call_off(work, rows)
    else:
        work.toast = plain(work.language, "correction-none")
    show_card(work, rows.report.id, line=line)


def give_up(work: Work, press: Press) -> None:
    """Asks once, with what it would change; then what was filed stands, and its words are told."""
    rows = own(work, press.target)
    report = working(work, rows)
    if not rows.report.correcting:
        _leave_question(work, rows)
        return
    if press.argument != "yes" or press.version != report.version:
        put_away(work, rows)
        show(work, ask_to_give_up(work.language, report))
        return
    _end(work, rows, report)


def _end(work: Work, rows: ReportRows, report: WorkingReport) -> None:
    """What was filed stands; the words that were changed are told."""
    told = given_back(work.language, report, "correction-dropped")
    others = given_up_for_others(work, rows, report)
    end_correction(work.session, rows.report, now=work.now)
    work.touch(rows.report.id, *(entry.entry_id for entry in report.entries))
    for message in told:
        work.reply(message)
    show_card(work, rows.report.id)
    tell_given_up(work, rows, others)
