"""Who joins, in which language, and who has gone: /start, /help, /language, blocked chats."""

from dataclasses import replace

from telegram import ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from dialog.press import Action, Press
from dialog.typed_buttons import language_named
from handlers import helping, succession
from handlers.at_report import show_open_question
from handlers.context import Context, for_anybody, has_blocked
from handlers.one_asks import LANGUAGE_CARD
from handlers.report import show_open_report
from models.cycles import reports_of_units
from models.delivery import OutboxRow
from models.editions import plans_of
from models.helpers import helper_linked
from models.offices import Unit
from models.people import (
    FILING_KINDS,
    Contact,
    mark_unreachable,
    place_name,
    reaches_of_unit,
    redeem,
)
from models.work import Work
from scheduler.joining import count_as_told, tell_joined
from scheduler.ladder import recipients
from scheduler.notices import tell_unreachable
from scheduler.record import view_of
from scheduler.rules import Rules
from texts import LANGUAGES, plain, say
from texts.wording import listed
from vocabulary.errors import InvitationError, Stranger
from vocabulary.message import Button, Message
from vocabulary.terms import FORCE_KINDS, ContactKind


@for_anybody
async def on_start(_update: Update, context: Context) -> None:
    """/start: with a link's token the person joins; without, they are where they were."""
    token = context.args[0] if context.args else ""
    await context.unit(start, token, context.doors.rules)


def start(work: Work, token: str, rules: Rules) -> None:
    if token:
        _join(work, token, rules)
    elif not (work.held or work.helps):
        raise Stranger
    elif work.filing_unit_ids() or work.helps:
        if not show_open_question(work):
            show_open_report(work)
    else:
        show_help(work)


def _join(work: Work, token: str, rules: Rules) -> None:
    helper = helper_linked(work.session, work.writer, token, now=work.now)
    if helper is not None:
        helping.join(work, helper)
        return
    try:
        contact = redeem(work.session, work.writer, token, now=work.now)
    except InvitationError as error:  # here, so that the wrong try stays counted
        work.explain(error)
        return
    work.forget_held()
    welcomed = _welcome(work, contact)
    tell_joined(work, contact)
    succession.tell_succeeded(work, contact)
    if contact.kind in FILING_KINDS:
        _show_what_is_open(work)
        count_as_told(work, contact, welcomed, rules.now(work))


def _welcome(work: Work, contact: Contact) -> OutboxRow:
    """In plain words what will happen, and when."""
    plans = plans_of(work.session, contact.office_id)
    due_day = str(plans[-1].due_day) if plans else "5"
    html = say(
        work.language,
        f"welcome-{contact.kind}",
        name=work.writer.name,
        unit=place_name(work.session, contact, work.language),
        plan=listed(work.language, [plan.title for plan in plans]) or "—",
        due_day=due_day,
    )
    if contact.kind in _LEADERS and _stands_in(work, contact):
        html += "\n" + say(work.language, "welcome-stands-in")
    return work.send(work.writer.user_id, Message(html))


def _stands_in(work: Work, contact: Contact) -> bool:
    """Whether what is meant for the liaison comes to this contact, for want of anybody else."""
    unit = reaches_of_unit(work.session, contact.unit_id) if contact.unit_id is not None else []
    found = recipients(ContactKind.LIAISON, map(view_of, unit))
    return any(one.contact_id == contact.id for one in found.contacts)


def _show_what_is_open(work: Work) -> None:
    if reports_of_units(work.session, work.filing_unit_ids(), now=work.now):
        show_open_report(work)


@for_anybody
async def on_help(_update: Update, context: Context) -> None:
    """/help: what this is and what the person can do here."""
    await context.unit(show_help)


def show_help(work: Work) -> None:
    if not (work.held or work.helps):
        work.say("help-stranger")
        return
    lines = [
        say(work.language, "help-you-help", unit=rows.unit.name, count=count)
        for rows, count in helping.asked_for(work)
    ]
    lines += [
        say(
            work.language,
            "help-you-are",
            unit=place_name(work.session, contact, work.language),
            kind=plain(work.language, f"kind-{contact.kind}"),
        )
        for contact in work.held
    ]
    if work.filing_unit_ids():
        lines.append(say(work.language, "help-filing"))
        lines.append(say(work.language, "help-standing"))
        lines.append(say(work.language, "help-presence"))
        lines.append(say(work.language, "help-phone"))
        lines.append(say(work.language, "help-together"))
        lines.append(say(work.language, "help-highlight"))
    if work.is_coordinator():
        lines.append(say(work.language, "help-office"))
        lines.append(say(work.language, "help-exempt"))
        lines.append(say(work.language, "help-chasing"))
        lines.append(say(work.language, "help-notices"))
        lines.append(say(work.language, "help-bulletin"))
        lines.append(say(work.language, "help-briefing"))
        lines.append(say(work.language, "help-problems"))
        lines.append(say(work.language, "help-highlights"))
        lines.append(say(work.language, "help-target"))
        lines.append(say(work.language, "help-why"))
        lines.append(say(work.language, "help-outbox"))
        lines.append(say(work.language, "help-mail"))
        lines.append(say(work.language, "help-succession"))
        lines.append(say(work.language, "help-standing-office"))
    if any(contact.kind in _LEADERS for contact in work.held):
        lines.append(say(work.language, "help-leader-signs" if _signs(work) else "help-leader"))
        lines.append(say(work.language, "help-standing-read"))
    if work.helps and not work.filing_unit_ids():
        lines.append(say(work.language, "help-helper"))
    if any(contact.kind in FORCE_KINDS for contact in work.held):
        lines.append(say(work.language, "help-task-force"))
    lines.append(say(work.language, "help-privacy"))
    lines.append(say(work.language, "help-all"))
    work.reply(Message("\n\n".join(lines)))


_LEADERS = frozenset({ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD})


def _signs(work: Work) -> bool:
    """Whether the reports of a unit that the writer leads are signed before they are filed."""
    led = {contact.unit_id for contact in work.held if contact.kind in _LEADERS}
    units = [work.session.get(Unit, unit_id) for unit_id in led if unit_id is not None]
    return any(unit is not None and unit.needs_signature for unit in units)


@for_anybody
async def on_language(_update: Update, context: Context) -> None:
    """/language [NAME]: choose in which language the bot speaks to the person."""
    await context.unit(language_by_words, " ".join(context.args or []))


def language_by_words(work: Work, words: str) -> None:
    if not names_language(work, words):
        ask_language(work)


def names_language(work: Work, words: str) -> bool:
    """Whether the words are a language's name alone, which is chosen then as by its button."""
    named = language_named(words)
    if named is None:
        return False
    choose_language(work, Press(Action.LANGUAGE, 0, named.lower()))
    return True


def ask_language(work: Work) -> None:
    buttons = tuple(
        Button(plain(language, "language-name"), Press(Action.LANGUAGE, 0, language.lower()).data())
        for language in LANGUAGES
    )
    work.card(LANGUAGE_CARD, Message(say(work.language, "language-choose"), (buttons,)))


def choose_language(work: Work, press: Press) -> None:
    """From now on, and so the question that is open comes again in it."""
    by_code = {language.lower(): language for language in LANGUAGES}
    if press.argument in by_code:
        work.writer.language = by_code[press.argument]
        work.card(LANGUAGE_CARD, Message(say(work.language, "language-chosen")))
        if work.held or work.helps:
            show_open_question(work)


@for_anybody
async def on_membership(update: Update, context: Context) -> None:
    """Somebody blocked the bot or came back; or it was put into a group, which it leaves."""
    change = update.my_chat_member
    if change is None:
        return
    if change.chat.type != ChatType.PRIVATE:
        await context.unit(nothing)
        if not has_blocked(update):
            await _leave(change, context)
        return
    await context.unit(lose_person if has_blocked(update) else nothing)


def lose_person(work: Work) -> None:
    """The person has blocked the bot: the next one is used, and the coordinators are told."""
    person = mark_unreachable(
        work.session, work.desk.bot_id, work.writer.user_id, reason="blocked", now=work.now
    )
    if person is not None:
        tell_unreachable(replace(work, person=None), person)


def nothing(_work: Work) -> None:
    """The update needs no more than to be marked as done."""


async def _leave(change: ChatMemberUpdated, context: Context) -> None:
    """Private chats only: a greeting and good-bye, sent directly since nothing depends on it."""
    try:
        await context.bot.send_message(
            change.chat.id, plain(context.doors.desk.language, "group-goodbye")
        )
        await context.bot.leave_chat(change.chat.id)
    except TelegramError:
        return
