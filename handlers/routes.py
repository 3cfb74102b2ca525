"""Which handler gets which update. Buttons are told apart by what they say, not by a pattern."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from dialog.asides import Aside, aside
from dialog.layout import cut
from dialog.on_behalf import speaks_of_a_measure
from dialog.outcome import SHORT_LIMIT
from dialog.placing import Sight
from dialog.press import Action, Press
from dialog.typed_buttons import (
    button_typed,
    consented,
    is_buttons_word,
    is_of_card_beside,
    leads_to,
)
from dialog.words import cleaned
from handlers import (
    absence,
    accepting,
    announce,
    answering,
    beside,
    calendar,
    captions,
    chasing,
    colliding,
    correcting,
    editing,
    entry_taps,
    evidence,
    exemptions,
    explaining,
    extensions,
    files,
    forms,
    held_taps,
    helping,
    highlights,
    holding,
    ladder,
    leading,
    mail,
    not_due,
    office,
    on_behalf,
    other,
    outbox,
    papers,
    pasting,
    people,
    phones,
    plans,
    problems,
    putting_off,
    reasons,
    replying,
    report,
    reviews,
    signing,
    stamped,
    standing,
    succession,
    targets,
    ticks,
    word,
)
from handlers.at_report import (
    CARD,
    Typed,
    card_version,
    month_meant,
    only_report,
    reshow,
    say_above,
    show_open_question,
    sight,
)
from handlers.context import (
    Audience,
    BotApplication,
    Context,
    Doors,
    for_anybody,
    for_members,
    require,
)
from handlers.one_asks import ABSENCE_DAYS, FORM_CARD, refuse_old_look
from models.conversations import CORRECTION_REASON, Conversation, conversation_of
from models.delivery import slot_named, unpacked
from models.evidence import EvidenceLimits
from models.work import Work
from scheduler.rules import Rules
from texts import plain, say


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button does, and who may press it.

    takes_long: with a plan of thousands of measures.
    """

    audience: Audience
    deed: Callable[[Work, Press], None]
    takes_long: bool = False


@dataclass(frozen=True, slots=True)
class LinkTap:
    """A tap that makes a link, which is good for as long as any invitation."""

    audience: Audience
    deed: Callable[[Work, Press, timedelta], None]


@dataclass(frozen=True, slots=True)
class LimitedTap:
    """A tap that makes evidence, of which there may be only so much."""

    audience: Audience
    deed: Callable[[Work, Press, EvidenceLimits], None]


@dataclass(frozen=True, slots=True)
class RuledTap:
    """A tap whose deed also needs the office's calendar and ladder."""

    audience: Audience
    deed: Callable[[Work, Press, Rules], None]


AnyTap = Tap | RuledTap | LinkTap | LimitedTap


def _filers(deed: Callable[[Work, Press], None]) -> Tap:
    return Tap(Audience.FILERS, deed)


def _writers(deed: Callable[[Work, Press], None]) -> Tap:
    return Tap(Audience.WRITERS, deed)


def _members(deed: Callable[[Work, Press], None]) -> Tap:
    return Tap(Audience.MEMBERS, deed)


def _office(deed: Callable[[Work, Press], None]) -> Tap:
    return Tap(Audience.COORDINATORS, deed)


TAPS: dict[Action, AnyTap] = {
    Action.REPORT: _writers(report.open_card),
    Action.PAGE: _writers(report.turn_page),
    Action.ENTRY: _writers(entry_taps.show_entry),
    Action.STATUS: _writers(entry_taps.answer_by_tap),
    Action.SAME: _writers(entry_taps.answer_by_tap),
    Action.NO_PROGRESS: _writers(entry_taps.answer_by_tap),
    Action.PROGRESS: _writers(entry_taps.answer_by_tap),
    Action.PROBLEM_STANDS: _writers(entry_taps.answer_by_tap),
    Action.FOLLOW_UP: _writers(entry_taps.answer_by_tap),
    Action.HELP_FROM: _writers(entry_taps.choose_help),
    Action.NO_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.SAME_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.SUM_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.ABOUT_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.TOLD_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.LAST_CORRECTED: _writers(entry_taps.answer_by_tap),
    Action.AS_TEXT: _writers(entry_taps.answer_by_tap),
    Action.AS_FIGURE: _writers(entry_taps.answer_by_tap),
    Action.SKIP: _writers(entry_taps.skip_entry),
    Action.RECHOOSE: _writers(entry_taps.rechoose_status),
    Action.BACK: _writers(entry_taps.back_to_previous),
    Action.KEEP: _writers(entry_taps.keep_answer),
    Action.WORDS_ONLY: _writers(accepting.change_words),
    Action.WORDS_BACK: _writers(accepting.change_words),
    Action.WORDS_BEHIND: _writers(accepting.put_behind),
    Action.WORDS_REASON: _writers(accepting.settle_doubt),
    Action.WORDS_FIGURE: _writers(accepting.settle_doubt),
    Action.WORDS_TEXT: _writers(accepting.reason_to_text),
    Action.WORDS_MINE: _writers(replying.bring_back),
    Action.WORDS_LACK: _writers(accepting.move_lack),
    Action.SAME_ALL: _filers(report.show_same_all),
    Action.SAME_ALL_CONFIRM: _filers(report.take_same_all),
    Action.PREVIEW: _filers(report.show_preview),
    Action.FULL: _filers(report.show_full_text),
    Action.DRAFT_PDF: _filers(report.hand_out_pdf),
    Action.FILE: _filers(report.file_confirmed),
    Action.CORRECT_DROP: _filers(correcting.give_up),
    Action.CORRECT: _filers(correcting.correct_by_tap),
    Action.CORRECT_REASON: _filers(correcting.choose_reason),
    Action.REVIEWS: _office(reviews.turn_reviews),
    Action.REVIEW: _office(reviews.show_review),
    Action.REVIEW_TEXT: _office(reviews.show_review_text),
    Action.ACCEPT: _office(reviews.accept_seen),
    Action.ACCEPT_ALL: _office(reviews.accept_all_seen),
    Action.RETURN: _office(reviews.return_seen),
    Action.SIGN: _members(signing.sign),
    Action.SIGN_BACK: _members(signing.ask_why_back),
    Action.SIGN_SHOW: _members(signing.show_signing),
    Action.SIGN_TEXT: _members(signing.show_text),
    Action.SIGN_WITHDRAW: _filers(correcting.withdraw),
    Action.SIGN_PAPER: _filers(signing.sign_on_paper),
    Action.TICKS: _office(ticks.turn_ticks),
    Action.TICK: _office(ticks.tick),
    Action.UNTICK: _office(ticks.untick),
    Action.AWAY: RuledTap(Audience.FILERS, absence.away_by_tap),
    Action.AWAY_DAYS: _filers(absence.record_days),
    Action.AWAY_END: _filers(absence.end_absence),
    Action.SNOOZE: RuledTap(Audience.FILERS, putting_off.put_off),
    Action.HAND_OVER: _filers(putting_off.give_to_colleague),
    Action.HAND_BACK: _filers(putting_off.give_back),
    Action.EXPLAIN_ALL: _filers(explaining.ask_by_tap),
    Action.EXPLAIN_ALL_AS: _filers(explaining.explain_by_tap),
    Action.EXPLAIN_AS: _writers(entry_taps.answer_by_tap),
    Action.SUPPORTERS: _filers(leading.show_supporters),
    Action.HURRY: RuledTap(Audience.FILERS, leading.hurry),
    Action.HELD_SHOW: _writers(held_taps.show_held),
    Action.HELD_ADD: _writers(held_taps.add_held),
    Action.HELD_ANSWER: _writers(held_taps.answer_with_held),
    Action.HELD_DROP: _writers(held_taps.drop_held),
    Action.HELD_APART: _writers(held_taps.part_held),
    Action.PASTED_SHOW: _writers(pasting.show_pasted),
    Action.PASTED_TAKE: _writers(pasting.take_pasted),
    Action.PASTED_ANSWER: _writers(pasting.answer_with_pasted),
    Action.PASTED_DROP: _writers(pasting.drop_pasted),
    Action.HISTORY: Tap(Audience.MEMBERS, standing.turn_history),
    Action.HISTORY_REPORT: Tap(Audience.MEMBERS, standing.show_history_of),
    Action.HISTORY_TEXT: Tap(Audience.MEMBERS, standing.show_revision),
    Action.KEEP_THEIRS: _writers(colliding.choose_of_two),
    Action.TAKE_MINE: _writers(colliding.choose_of_two),
    Action.AFTER_THEIRS: _writers(colliding.choose_of_two),
    Action.HELP: _filers(helping.choose_measures),
    Action.HELP_PICK: _filers(helping.pick_measure),
    Action.HELP_LINK: LinkTap(Audience.FILERS, helping.make_link),
    Action.HELP_KNOWN: _filers(helping.ask_person),
    Action.HELP_AGAIN: _filers(helping.ask_again),
    Action.HELP_BACK: _filers(helping.take_back),
    Action.HELP_REFUSE: _writers(helping.give_back),
    Action.HELP_NUDGE: _filers(helping.nudge),
    Action.CALLED: _office(chasing.record_call),
    Action.NO_ANSWER: _office(chasing.record_call),
    Action.PASTE: _office(chasing.show_group_text_of),
    Action.CHASE_NOTICES: _office(papers.send_notices_of),
    Action.BULLETIN: _office(papers.send_bulletin_of),
    Action.BRIEFING: _office(papers.send_briefing_of),
    Action.NUDGE: RuledTap(Audience.COORDINATORS, chasing.nudge),
    Action.JOINED: _office(office.show_joined),
    Action.HIGHLIGHT: _filers(highlights.ask_by_tap),
    Action.HIGHLIGHT_TEXT: _filers(highlights.mark_text),
    Action.HIGHLIGHT_USE: _filers(entry_taps.answer_by_tap),
    Action.HIGHLIGHT_DROP: _filers(highlights.drop_highlight),
    Action.HIGHLIGHT_PICK: _office(highlights.pick_by_tap),
    Action.HIGHLIGHT_PICKS: _office(highlights.turn_picks),
    Action.TARGET_TAKE_BACK: _office(targets.take_back),
    Action.PROBLEMS: _office(problems.show_problems),
    Action.PROBLEM: _members(problems.show_problem),
    Action.PROBLEM_CLOSE: _office(problems.close_by_tap),
    Action.PROBLEM_REOPEN: _office(problems.reopen_by_tap),
    Action.PROBLEM_ASK: _office(problems.ask_by_tap),
    Action.PROBLEM_ANSWER: _filers(problems.answer_by_tap),
    Action.EXTEND: RuledTap(Audience.FILERS, extensions.ask_extension),
    Action.EXTEND_TO: RuledTap(Audience.FILERS, extensions.choose_date),
    Action.REQUESTS: _office(extensions.show_requests),
    Action.GRANT: RuledTap(Audience.COORDINATORS, extensions.grant),
    Action.REFUSE_EXTENSION: _office(extensions.refuse),
    Action.OTHER_DATE: RuledTap(Audience.COORDINATORS, extensions.offer_other_dates),
    Action.RUNGS: RuledTap(Audience.COORDINATORS, ladder.show_rungs),
    Action.RUNG: RuledTap(Audience.COORDINATORS, ladder.show_rung),
    Action.RUNG_OFF: RuledTap(Audience.COORDINATORS, ladder.leave_out),
    Action.RUNG_EARLIER: RuledTap(Audience.COORDINATORS, ladder.move),
    Action.RUNG_LATER: RuledTap(Audience.COORDINATORS, ladder.move),
    Action.RUNG_HOUR: RuledTap(Audience.COORDINATORS, ladder.ask_hour),
    Action.RUNG_BACK: RuledTap(Audience.COORDINATORS, ladder.take_back),
    Action.EXEMPT: _office(exemptions.choose_plan),
    Action.EXEMPT_FROM: _office(exemptions.choose_scope),
    Action.EXEMPT_UNTIL: _office(exemptions.choose_first),
    Action.EXEMPT_WHY: _office(exemptions.choose_last),
    Action.EXEMPT_DROP: _office(exemptions.drop),
    Action.EXEMPTIONS: _office(exemptions.turn_list),
    Action.EXEMPT_END: _office(exemptions.end),
    Action.REFUSE: _office(office.refuse_contact),
    Action.LEDGER: _office(office.send_ledger_of),
    Action.BOARD: _office(office.show_board_of),
    Action.PLAN_CONFIRM: Tap(Audience.COORDINATORS, plans.load_sent, takes_long=True),
    Action.PLAN_DROP: Tap(Audience.COORDINATORS, plans.drop_sent, takes_long=True),
    Action.PLAN_PERIODS: Tap(Audience.COORDINATORS, plans.ask_periods, takes_long=True),
    Action.FORM: _filers(forms.hand_out_by_tap),
    Action.FORM_LOAD: Tap(Audience.MEMBERS, forms.load_form),
    Action.FORM_DROP: Tap(Audience.MEMBERS, forms.drop_form),
    Action.WORD_TAKE: Tap(Audience.MEMBERS, word.take_by_tap),
    Action.WORD_PAGE: Tap(Audience.MEMBERS, word.turn_page),
    Action.WORD_DROP: Tap(Audience.MEMBERS, word.drop_by_tap),
    Action.BEHALF: _office(on_behalf.show_by_tap),
    Action.BEHALF_TEXT: _office(on_behalf.show_text),
    Action.BEHALF_FORM: _office(forms.hand_out_on_behalf),
    Action.BEHALF_WHY: _office(on_behalf.ask_reason),
    Action.BEHALF_FILE: _office(on_behalf.file_by_tap),
    Action.ANNOUNCE_TO: _office(announce.choose_audience),
    Action.ANNOUNCE_OTHER: _office(announce.show_audiences),
    Action.ANNOUNCE_SEND: _office(announce.send_announcement),
    Action.ANNOUNCE_DROP: _office(announce.drop_announcement),
    Action.ANNOUNCE_STATE: _office(announce.show_state),
    Action.ANNOUNCE_NAMES: _office(announce.show_names),
    Action.EVIDENCE_WHERE: _writers(evidence.choose_measure),
    Action.EVIDENCE_TO: _writers(evidence.put_to_measure),
    Action.EVIDENCE_TAKE: _writers(evidence.take_away),
    Action.EVIDENCE_LIST: _writers(evidence.show_list),
    Action.EVIDENCE_WAITING: _writers(evidence.show_waiting),
    Action.EVIDENCE_SHOW: _writers(evidence.show_file),
    Action.CAPTION_TAKE: _writers(evidence.take_beside),
    Action.EVIDENCE_FILED: _office(evidence.give_filed),
    Action.STAMPED_COUNT: Tap(Audience.MEMBERS, stamped.count_by_tap),
    Action.STAMPED_JOIN: Tap(Audience.MEMBERS, stamped.join_by_tap),
    Action.STAMPED_DROP: Tap(Audience.MEMBERS, stamped.drop_by_tap),
    Action.STAMPED_EVIDENCE: LimitedTap(Audience.WRITERS, stamped.evidence_by_tap),
    Action.STAMPED_TAKE: Tap(Audience.MEMBERS, stamped.take_by_tap),
    Action.STAMPED_PAGE: Tap(Audience.MEMBERS, stamped.turn_offered),
    Action.STAMPED_SHOW: Tap(Audience.MEMBERS, stamped.show_copies),
    Action.OUTBOX: _office(outbox.turn_outbox),
    Action.RESEND: _office(outbox.resend_one),
    Action.RESEND_ALL: _office(outbox.resend_all),
    Action.MAIL_TEST: _office(mail.send_test),
    Action.MAIL_REST: _office(mail.mail_the_rest),
    Action.MAIL_FILE: _filers(report.hand_out_mail),
    Action.CANCEL: _office(office.cancel_return),
    Action.STANDING: Tap(Audience.MEMBERS, standing.on_look),
    Action.LANGUAGE: Tap(Audience.ANYBODY, people.choose_language),
}


async def on_tap(update: Update, context: Context) -> None:
    """A button was pressed. What it says may be forged, so it is looked up as if it were."""
    data = update.callback_query.data if update.callback_query else None
    press = Press.read(data or "")
    tap = TAPS.get(press.action) if press else None
    if press is None or tap is None:
        context.audience = Audience.ANYBODY
        await context.unit(_refuse_button)
        return
    context.audience = tap.audience
    if isinstance(tap, Tap) and tap.takes_long:
        context.take_time()
    await context.unit(_do_tap_of_card, tap, press, context.doors)


def _do_tap_of_card(work: Work, tap: AnyTap, press: Press, doors: Doors) -> None:
    refuse_old_look(work, press)
    _do_tap(work, tap, press, doors)


def _do_tap(work: Work, tap: AnyTap, press: Press, doors: Doors) -> None:
    match tap:
        case RuledTap():
            tap.deed(work, press, doors.rules)
        case LimitedTap():
            tap.deed(work, press, doors.evidence)
        case LinkTap():
            tap.deed(work, press, doors.invitation_valid)
        case Tap():
            tap.deed(work, press)


def _refuse_button(work: Work) -> None:
    """What no button of ours says; whoever is being asked something is asked it again."""
    work.toast = plain(work.language, "stale")
    if work.held or work.helps:
        show_open_question(work)


@for_members
async def on_text(update: Update, context: Context) -> None:
    """The person typed something: the answer to what is being asked."""
    message = update.effective_message
    if message is not None and (command := full_width_command(message.text or "")):
        name, *context.args = command
        await COMMANDS.get(name, on_unknown_command)(update, context)
    elif message is not None:
        replied = message.reply_to_message
        is_ours = replied is not None and replied.from_user is not None and replied.from_user.is_bot
        typed = Typed(
            message.text or "",
            message.message_id,
            message.date,
            reply_to=replied.message_id if replied is not None else None,
            reply_shown=(replied.text or "") if replied is not None and is_ours else "",
        )
        deed = take_forwarded if other.is_forwarded(message) else take_text
        await context.unit(deed, typed, context.doors)


def full_width_command(text: str) -> list[str]:
    """The command and its arguments behind ／, as many keyboards write the slash; else nothing."""
    said = text.strip()
    found = re.match(r"／([A-Za-z_]+)(?:\s|$)", said)
    return [found[1].lower(), *said[found.end() :].split()] if found else []


def take_forwarded(work: Work, typed: Typed, _doors: Doors) -> None:
    """Somebody else's words: several measures are split as ever, since that is confirmed anyway."""
    conversation = conversation_of(work.session, work.writer.id)
    is_writer = bool(work.filing_unit_ids() or work.helps)
    if not (is_writer and pasting.takes(work, conversation, typed)):
        other.take_forwarded(work, conversation, typed)


def _beside_the_report(
    work: Work, step: str, typed: Typed, rules: Rules
) -> Callable[[Work, Conversation, str], None] | None:
    """What takes words of anything but the report's entries, where such are asked for."""
    if step == phones.STEP:
        return phones.take_words
    if step == highlights.STEP and work.filing_unit_ids():
        return partial(highlights.take_words, message_id=typed.message_id, rules=rules)
    if highlights.is_asked(step) and work.filing_unit_ids():
        return partial(highlights.take_numbered, message_id=typed.message_id, rules=rules)
    name, colon, _ = step.partition(":")  # a question of the report may have the same name alone
    return _BESIDE.get(name) if colon else None


_BESIDE = {
    problems.STEP: problems.take_words,
    stamped.STEP: stamped.take_words,
    word.STEP: word.take_words,
    on_behalf.STEP: on_behalf.take_reason,
    on_behalf.LOOKED_AT: on_behalf.take_words_beside,
}
"""By the beginning of the conversation's step."""

_REASONS = {
    extensions.REFUSAL: extensions.take_refusal,
    exemptions.STEP: exemptions.take_reason,
}
"""By the beginning of the conversation's step, what takes the office's reason."""


def take_text(work: Work, typed: Typed, doors: Doors) -> None:
    """What was typed, for whoever waits for words; 取消 is the command, whatever is asked."""
    if aside(typed.text) is Aside.GIVE_UP:
        if not correcting.calls_off(work, typed.text):
            standing.cancel(work)
    elif (conversation := conversation_of(work.session, work.writer.id)).step.startswith(
        f"{signing.STEP}:"
    ):
        signing.take_note(work, conversation, typed.text)
    elif (
        people.names_language(work, typed.text)
        or beside.puts_right(work, conversation, typed, doors.rules)
        or beside.ends_what_is_asked(work, conversation, typed.text)
    ):
        pass
    elif beside.leads_to_report(work, conversation, typed.text, doors.rules):
        _take_words_of_report(work, conversation, typed, doors)
    elif not beside.offers_to_report(work, conversation, typed, doors.rules):
        _take_words(work, typed, doors)


def _take_words(work: Work, typed: Typed, doors: Doors) -> None:
    rules = doors.rules
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step == ABSENCE_DAYS and work.filing_unit_ids():
        absence.take_days(work, typed.text, rules)
    elif conversation.step == office.RETURN_REASON:
        office.return_with_reason(work, conversation, typed)
    elif conversation.step == plans.PERIODS and work.is_coordinator():
        plans.take_periods(work, conversation, typed.text)
    elif conversation.step == explaining.RETURN_ANSWER and work.filing_unit_ids():
        explaining.take_return_answer(work, conversation, typed.text)
    elif conversation.step.startswith(explaining.JOINT_REASON) and work.filing_unit_ids():
        _take_joint_reason(work, conversation, typed, doors)
    elif work.filing_unit_ids() and conversation.step.startswith(extensions.STEP):
        extensions.take_words(work, conversation, typed, rules)
    elif conversation.step.partition(":")[0] in _REASONS and work.is_coordinator():
        _REASONS[conversation.step.partition(":")[0]](work, conversation, typed.text)
    elif conversation.step.startswith(f"{ladder.STEP}:") and work.is_coordinator():
        ladder.take_hour(work, conversation, typed.text, rules)
    elif take := _beside_the_report(work, conversation.step, typed, rules):
        take(work, conversation, typed.text)
    elif conversation.step == announce.ANNOUNCE_TEXT and work.is_coordinator():
        announce.take_text(work, conversation, typed.text)
    elif work.filing_unit_ids() or work.helps:
        _take_words_of_report(work, conversation, typed, doors)
    else:
        _answer_who_reports_nothing(work, typed.text)


def _take_joint_reason(work: Work, conversation: Conversation, typed: Typed, doors: Doors) -> None:
    if press := _button_on_card(work, conversation, typed):
        _tap_in_words(work, press, doors)
    else:
        explaining.take_joint_reason(work, conversation, typed.text)


def _answer_who_reports_nothing(work: Work, text: str) -> None:
    """A leader and the office write into no report: it is said what does what they want."""
    if signing.took_words_instead(work, text):
        return
    if work.is_coordinator() and speaks_of_a_measure(text):
        work.say("behalf-by-words", said=cut(cleaned(text), SHORT_LIMIT))
    else:
        people.show_help(work)


def _button_named(work: Work, conversation: Conversation, typed: Typed) -> Press | None:
    """The button that the person has typed: of the card before them, else one that leads away."""
    if press := _button_on_card(work, conversation, typed):
        return press
    wish = helping.press_wished(work, conversation, typed.text)
    if press := wish or absence.press_back(work, typed.text):
        return press
    is_reason = conversation.step == CORRECTION_REASON
    if not is_reason and (press := evidence.press_for_waiting(work, conversation, typed)):
        return press
    wished = None if is_reason else evidence.press_wished(work, conversation, typed.text)
    said = consented(typed.text)
    if wished is not None or not is_buttons_word(said):
        return wished
    leading = leads_to(said, conversation.report_id or only_report(work, conversation))
    leading = _of_open_month(work, leading) if leading is not None else None
    if is_reason:
        leaves = {Action.CORRECT_DROP, Action.REPORT}
        return leading if leading is not None and leading.action in leaves else None
    return leading or _of_card_beside(work, said)


def _button_on_card(work: Work, conversation: Conversation, typed: Typed) -> Press | None:
    """The button of the card that they had before them as they typed its words."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, CARD)
    press = button_typed(unpacked(slot.content), typed.text) if slot.content else None
    is_seen = press is not None and sight(work, conversation, typed) is Sight.SEEN
    return _of_open_month(work, press) if press is not None and is_seen else None


_OF_NEWEST_MONTH = frozenset({Action.REPORT, Action.PREVIEW, Action.SAME_ALL, Action.FORM})


def _of_open_month(work: Work, press: Press) -> Press:
    """The button of the newest month, where what it stands on is locked by now."""
    if press.action not in _OF_NEWEST_MONTH:
        return press
    meant = month_meant(work, press.target)
    return press if meant == press.target else Press(press.action, meant)


def _of_card_beside(work: Work, said: str) -> Press | None:
    """The button of a form that waits, or of the newest file, on a card of its own."""
    for card in (
        (FORM_CARD, evidence.CARD, evidence.WAITING_CARD) if is_of_card_beside(said) else ()
    ):
        slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, card)
        press = button_typed(unpacked(slot.content), said) if slot.content else None
        if press is not None:
            return press
    return None


def _tap_in_words(work: Work, press: Press, doors: Doors) -> None:
    """As if the button were tapped; what would pop up then stands above the card."""
    tap, before = TAPS[press.action], card_version(work)
    require(work, tap.audience)
    _do_tap(work, tap, press, doors)
    if work.toast:
        say_above(work, work.toast, since=before)


def _take_words_of_report(
    work: Work, conversation: Conversation, typed: Typed, doors: Doors
) -> None:
    if (
        helping.picks_by_number(work, conversation, typed)
        or evidence.places_each(work, conversation, typed.text)
        or held_taps.puts_where_said(work, conversation, typed)
    ):
        return
    press = _button_named(work, conversation, typed)
    if press is not None:
        _tap_in_words(work, press, doors)
    elif conversation.step == CORRECTION_REASON:
        correcting.take_reason(work, conversation, typed)
    elif not conversation.step and aside(typed.text) is Aside.HELP:
        people.show_help(work)
    elif not (
        highlights.takes_headed(work, conversation, typed, doors.rules)
        or holding.rights_named_waiting(work, conversation, typed)
        or not_due.is_told(work, conversation, typed)
        or pasting.takes(work, conversation, typed)
        or replying.answers_earlier(work, conversation, typed)
        or correcting.opens(work, conversation, typed)
    ):
        answering.answer_by_text(work, conversation, typed)


@for_members
async def on_other(update: Update, context: Context) -> None:
    """A sticker, a voice message, a film: it is said what to do instead."""
    message = update.effective_message
    shared = message.contact if message else None
    if shared and update.effective_user and shared.user_id == update.effective_user.id:
        await context.unit(phones.give_shared, shared.phone_number)
    elif message is not None:
        await context.unit(other.refuse, other.kind_of(message), files.sent_file(message))


@for_members
async def on_edit(update: Update, context: Context) -> None:
    """A message was edited: the answer that it gave is changed, and what has changed is shown."""
    message = update.effective_message
    if message is not None and message.text is not None:
        typed = Typed(message.text, message.message_id, message.date)
        await context.unit(take_edit, typed, context.doors.rules)
    elif message is not None and (message.photo or message.document):
        typed = Typed(message.caption or "", message.message_id, message.date)
        await context.unit(captions.take_edit, typed)
    else:
        await context.unit(take_edit_of_other, is_live=bool(message and message.location))


def take_edit(work: Work, typed: Typed, rules: Rules) -> None:
    if not (
        pasting.takes_edit(work, typed)
        or reasons.takes_edit(work, typed, rules)
        or highlights.takes_edit(work, typed)
    ):
        editing.take_edit(work, typed)


def take_edit_of_other(work: Work, *, is_live: bool) -> None:
    """is_live: a place that is sent on and on, each time as an edit of the same message."""
    if not is_live:
        reshow(work, say(work.language, "edit-of-nothing"))


@for_members
async def on_unknown_command(_update: Update, context: Context) -> None:
    await context.unit(refuse_command)


def refuse_command(work: Work) -> None:
    reshow(work, say(work.language, "command-unknown"))


@for_anybody
async def on_unhandled(_update: Update, context: Context) -> None:
    """Whatever else Telegram may send: marked as done."""
    await context.unit(people.nothing)


COMMANDS = {
    "start": people.on_start,
    "help": people.on_help,
    "language": people.on_language,
    "privacy": standing.on_privacy,
    "status": standing.on_status,
    "history": standing.on_history,
    "cancel": standing.on_cancel,
    "report": report.on_report,
    "form": forms.on_form,
    "handover": succession.on_handover,
    "away": absence.on_away,
    "phone": phones.on_phone,
    "board": office.on_board,
    "ledger": office.on_ledger,
    "invite": office.on_invite,
    "return": office.on_return,
    "calls": chasing.on_calls,
    "why": chasing.on_why,
    "remind_text": chasing.on_group_text,
    "notice": papers.on_notice,
    "bulletin": papers.on_bulletin,
    "briefing": papers.on_briefing,
    "outbox": outbox.on_outbox,
    "mail": mail.on_mail,
    "extend": extensions.on_extend,
    "exempt": exemptions.on_exempt,
    "announce": announce.on_announce,
    "review": reviews.on_review,
    "accept": reviews.on_accept,
    "ticks": ticks.on_ticks,
    "signing": signing.on_signing,
    "problems": problems.on_problems,
    "highlight": highlights.on_highlight,
    "highlights": highlights.on_highlights,
    "target": targets.on_target,
    "calendar": calendar.on_calendar,
    "ladder": ladder.on_ladder,
}


def add_routes(application: BotApplication) -> None:
    private = filters.ChatType.PRIVATE
    new = private & filters.UpdateType.MESSAGE
    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, handler, new))
    application.add_handler(CallbackQueryHandler(on_tap))
    application.add_handler(ChatMemberHandler(people.on_membership))
    application.add_handler(MessageHandler(new & filters.COMMAND, on_unknown_command))
    application.add_handler(MessageHandler(new & filters.TEXT, on_text))
    application.add_handler(MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, on_edit))
    application.add_handler(MessageHandler(new & filters.Document.ALL, files.on_document))
    application.add_handler(MessageHandler(new & filters.PHOTO, files.on_photo))
    application.add_handler(MessageHandler(new, on_other))
    application.add_handler(TypeHandler(Update, on_unhandled))
