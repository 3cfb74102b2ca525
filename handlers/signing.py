"""A unit's leader signs its report before it is filed (签发), or sends it back with a word."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from dialog.cards import filed_text
from dialog.layout import button, messages
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.signing import ask_note, remark_mark, remark_of, to_sign
from handlers.at_report import own, require_writable, show_card, show_preview, working
from handlers.context import Context, for_coordinators
from handlers.filing import file_now, prepared
from handlers.office import known_unit
from handlers.placing_kept import place_kept
from models.absences import contacts_away
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import timetable_of
from models.delivery import Document, DocumentKind
from models.filing import next_receipt, next_revision_number
from models.offices import Unit, units_of
from models.people import FILING_KINDS, Person, Reach, coordinators_reached, reaches_of_unit
from models.signing import (
    Signing,
    content_to_sign,
    end_signing,
    open_signing,
    open_signings,
    send_to_sign,
    writer_to_tell,
)
from models.views import ReportRows, report_rows
from models.work import Work
from scheduler.settled import mark_signing_over
from scheduler.timetables import own_timetable, with_timetables
from texts import LANGUAGES, plain, say
from texts.wording import listed, month_name
from vocabulary.errors import NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import FiledReport
from vocabulary.terms import SIGNATORIES, SigningEnd

STEP = "signing"
"""With the signing behind a colon, the conversation's step while a leader's word is asked."""

REMARK = "signing-remark"
"""With the signing and the words behind colons, the step while a leader's remark is offered."""

CARD = "signing"


# ── sending it ─────────────────────────────────────────────────────────────────────────────────


def send_for_signature(work: Work, rows: ReportRows, content: FiledReport) -> None:
    """It lies before the leader; where none can be reached, the unit and the office are told."""
    asked = _asked(work, rows.unit)
    if not asked:
        _nobody_can_sign(work, rows)
        return
    signing = send_to_sign(work.session, rows.report, content, work.writer, now=work.now)
    for reach in asked:
        if reach.chat_id is not None:
            _lay_before(work, rows, signing, reach.chat_id, reach.language)
    work.touch(rows.report.id)
    names = listed(work.language, [reach.name for reach in asked])
    show_card(work, rows.report.id, line=say(work.language, "signing-sent", names=names))


def _asked(work: Work, unit: Unit) -> list[Reach]:
    """The leaders in charge who are there, else the heads, else either who is away after all."""
    today = work.local(work.now).date()
    away = contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)
    reached = [
        reach
        for reach in reaches_of_unit(work.session, unit.id)
        if reach.kind in SIGNATORIES and reach.reachable
    ]
    for there in (True, False):
        for kind in SIGNATORIES:
            found = [
                reach
                for reach in reached
                if reach.kind is kind and (reach.contact_id not in away) is there
            ]
            if found:
                return found
    return []


def _lay_before(
    work: Work, rows: ReportRows, signing: Signing, chat_id: int, language: str
) -> None:
    content = content_to_sign(signing)
    message = to_sign(
        language,
        content,
        timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        signing_id=signing.id,
        report_id=rows.report.id,
    )
    work.card_for(chat_id, CARD, message, anew=True)
    draft = Document(
        office_id=rows.office.id,
        kind=DocumentKind.REVIEW_DRAFT,
        report_id=rows.report.id,
        language=work.desk.language,
        as_of=work.now,
    )
    caption = say(
        language,
        "signing-draft-caption",
        unit=rows.unit.name,
        month=month_name(language, rows.cycle.period),
        times=own_timetable(work, language, rows),
    )
    work.hand_out(chat_id, draft, caption)


def _nobody_can_sign(work: Work, rows: ReportRows) -> None:
    """The leader signs on paper then, and the preparer says so."""
    report = working(work, rows)
    paper = Press(Action.SIGN_PAPER, rows.report.id, version=report.version)
    names = listed(work.language, [reach.name for reach in _leaders(work, rows.unit)])
    facts = {"unit": rows.unit.name, "names": names or "none"}
    html = say(work.language, "signing-nobody", **facts)
    work.reply(
        Message(
            f"{html}\n{own_timetable(work, work.language, rows)}",
            ((button(work.language, "signing-button-paper", paper),),),
        )
    )
    _tell_office(work, rows, "signing-nobody-office", names=names or "none")


def _leaders(work: Work, unit: Unit) -> list[Reach]:
    reaches = reaches_of_unit(work.session, unit.id)
    return [reach for kind in SIGNATORIES for reach in reaches if reach.kind is kind]


def leader_on_paper(work: Work, unit: Unit) -> str:
    """Who is said to have signed outside of the chat: the leader of whom the office knows."""
    leaders = _leaders(work, unit)
    return leaders[0].name if leaders else plain(work.desk.language, "signing-leader-unknown")


def sign_on_paper(work: Work, press: Press) -> None:
    """Filed as signed on paper, by the leader of whom the office knows; the office is told."""
    rows = own(work, press.target)
    require_writable(work, rows)
    if press.version != working(work, rows).version or not rows.unit.needs_signature:
        work.toast = plain(work.language, "report-changed-meanwhile")
        show_preview(work, rows)
        return
    if _asked(work, rows.unit):  # somebody can be reached by now
        show_preview(work, rows)
        return
    name = leader_on_paper(work, rows.unit)
    content = prepared(work, rows)
    file_now(work, rows, replace(content, signed_by=name, signed_on_paper=True))
    _tell_office(work, rows, "signing-paper-office", names=name)


def _tell_office(work: Work, rows: ReportRows, key: str, *, names: str) -> None:
    for reach in coordinators_reached(work.session, work.desk.office_id):
        language = reach.language
        html = say(
            language,
            key,
            unit=rows.unit.name,
            period=month_name(language, rows.cycle.period),
            names=names,
        )
        times = own_timetable(work, language, rows)
        work.send(reach.chat_id, Message(f"{html}\n{times}"))


def take_back(work: Work, press: Press) -> ReportRows:
    """Its unit takes it back to mend it; the leader's card says so."""
    rows = own(work, press.target)
    signing = open_signing(work.session, rows.report.id)
    if signing is None:
        raise Stale
    end_signing(work.session, rows.report, SigningEnd.WITHDRAWN, person=work.writer, now=work.now)
    _close_cards(work, rows, "signing-withdrawn")
    work.touch(rows.report.id)
    return rows


# ── the leader's taps ──────────────────────────────────────────────────────────────────────────


def show_signing(work: Work, press: Press) -> None:
    signing, rows = _before_me(work, press.target)
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(f"{STEP}:"):
        conversation.step = ""
    _show(work, rows, signing)


def show_text(work: Work, press: Press) -> None:
    """All that lies before the leader, in messages of their own."""
    rows = report_rows(work.session, press.target)
    signing = open_signing(work.session, press.target)
    if rows is None or not _may_sign(work, rows.unit.id):
        raise NotAllowed
    if signing is None:
        _is_over(work, rows)
        return
    back = button(work.language, "signing-button-show", Press(Action.SIGN_SHOW, signing.id))
    told = messages(filed_text(work.language, content_to_sign(signing)), buttons=((back,),))
    work.tell("signing-text", told)


def sign(work: Work, press: Press) -> None:
    """Files what was read, as prepared by whoever sent it; anything else is not signed."""
    signing, rows = _before_me(work, press.target)
    if signing.ended_at is not None or signing.version != rows.report.version:
        _is_over(work, rows)
        return
    leader = work.writer
    content = content_to_sign(signing)
    end_signing(work.session, rows.report, SigningEnd.SIGNED, person=leader, now=work.now)
    preparer = writer_to_tell(work.session, rows.unit.id, signing.sent_by_id) or leader
    filed = replace(
        content,
        revision=next_revision_number(work.session, rows.report),
        receipt=next_receipt(work.session, rows.report, rows.cycle),
        filed_at=work.local(work.now),
        signed_by=leader.name,
    )
    file_now(_as(work, preparer), rows, filed, signatory=leader)
    _close_cards(work, rows, "signing-signed", by=leader.name)
    work.toast = plain(work.language, "signing-signed-short")


def ask_why_back(work: Work, press: Press) -> None:
    """The leader is asked for a word; the next words that they write are taken for it.

    A remark that they wrote before, and that the button was shown with, is that word.
    """
    signing, rows = _before_me(work, press.target)
    if signing.ended_at is not None:
        _is_over(work, rows)
        return
    conversation = conversation_of(work.session, work.writer.id)
    before, _, remark = conversation.step.removeprefix(f"{REMARK}:").partition(":")
    if before == str(signing.id) and press.argument == remark_mark(remark):
        _send_back(work, conversation, signing, rows, remark)
        return
    turn_aside(conversation, f"{STEP}:{signing.id}")
    _ask_note(work, rows, signing)


def take_note(work: Work, conversation: Conversation, text: str) -> None:
    """The leader's word goes to whoever prepared the report, which is filled in again."""
    _, _, number = conversation.step.partition(":")
    signing, rows = _before_me(work, int(number) if number.isdecimal() else 0)
    if signing.ended_at is not None:
        conversation.step = ""
        _is_over(work, rows)
        return
    note = read_reason(text)
    if isinstance(note, Refused):
        _ask_note(work, rows, signing, say(work.language, note.text_key, **note.facts))
        return
    _send_back(work, conversation, signing, rows, note)


def _ask_note(work: Work, rows: ReportRows, signing: Signing, wrong: str = "") -> None:
    """wrong: what was the matter with the words before."""
    message = ask_note(
        work.language,
        content_to_sign(signing),
        timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        signing_id=signing.id,
        note=wrong,
    )
    work.card(CARD, message)


def _send_back(
    work: Work, conversation: Conversation, signing: Signing, rows: ReportRows, note: str
) -> None:
    conversation.step = ""
    leader = work.writer
    end_signing(
        work.session, rows.report, SigningEnd.SENT_BACK, person=leader, note=note, now=work.now
    )
    _close_cards(work, rows, "signing-sent-back", by=leader.name)
    preparer = writer_to_tell(work.session, rows.unit.id, signing.sent_by_id)
    if preparer is not None:
        author = _as(work, preparer)
        html = say(author.language, "signing-sent-back-own", by=leader.name, note=note)
        lines = [html, place_kept(author, rows), own_timetable(work, author.language, rows)]
        author.reply(Message("\n".join(filter(None, lines))))
        show_card(author, rows.report.id)
    work.touch(rows.report.id)


def took_words_instead(work: Work, text: str) -> bool:
    """Whether something lies before the writer: words sign nothing, and what does is shown.

    What reads as a remark is offered as the word with which it is sent back.
    """
    remark = remark_of(text)
    if remark:
        return _show_again(work, say(work.language, "signing-remark", remark=remark), remark)
    return _show_again(work, say(work.language, "signing-by-words"))


def refused_instead(work: Work) -> bool:
    """As `took_words_instead`, for a file or anything else that a leader cannot send."""
    return _show_again(work, say(work.language, "signing-no-file"))


def _show_again(work: Work, line: str, remark: str = "") -> bool:
    """False where nothing lies before the writer, or where they may as well mean a report."""
    if work.filing_unit_ids() or work.helps:
        return False
    units = {c.unit_id for c in work.held if c.unit_id is not None and _may_sign(work, c.unit_id)}
    waiting = [_before_me(work, one.id) for one in open_signings(work.session, units)]
    if len(waiting) == 1:
        ((signing, rows),) = waiting
        if remark:
            conversation = conversation_of(work.session, work.writer.id)
            turn_aside(conversation, f"{REMARK}:{signing.id}:{remark}")
        _show(work, rows, signing, line, remark)
    elif waiting:
        html = say(work.language, "signing-by-words-several")
        shown = [
            button(
                work.language,
                "signing-button-open",
                Press(Action.SIGN_SHOW, signing.id),
                unit=rows.unit.name,
            )
            for signing, rows in waiting
        ]
        several = Message(html, tuple((one,) for one in shown))
        several = with_timetables(work, several, {rows.report.id for _, rows in waiting})
        work.tell("signing-several", [several])
    return bool(waiting)


def _as(work: Work, person: Person) -> Work:
    return work if person.id == work.writer.id else work.on_behalf_of(person)


def _before_me(work: Work, signing_id: int) -> tuple[Signing, ReportRows]:
    """Raises NotAllowed unless the person may sign for the unit now."""
    signing = work.session.get(Signing, signing_id)
    rows = report_rows(work.session, signing.report_id) if signing else None
    if signing is None or rows is None or not _may_sign(work, rows.unit.id):
        raise NotAllowed
    return signing, rows


def _may_sign(work: Work, unit_id: int) -> bool:
    return any(c.unit_id == unit_id and c.kind in SIGNATORIES for c in work.held)


def signing_buttons(work: Work, rows: ReportRows) -> Sequence[Press]:
    """For a leader of the unit who looks at how it stands: what lies before them."""
    signing = open_signing(work.session, rows.report.id)
    if signing is None or not _may_sign(work, rows.unit.id):
        return ()
    return (Press(Action.SIGN_SHOW, signing.id),)


def _show(work: Work, rows: ReportRows, signing: Signing, line: str = "", remark: str = "") -> None:
    if signing.ended_at is not None:
        _is_over(work, rows)
        return
    message = to_sign(
        work.language,
        content_to_sign(signing),
        timetable_of(work.session, rows.cycle, work.desk.zone, rows.report),
        signing_id=signing.id,
        report_id=rows.report.id,
        line=line,
        remark=remark,
    )
    work.card(CARD, message)


def _is_over(work: Work, rows: ReportRows) -> None:
    """The tap was too late: signed already, withdrawn or changed."""
    line = say(
        work.language,
        "signing-over",
        unit=rows.unit.name,
        month=month_name(work.language, rows.cycle.period),
    )
    work.card(CARD, Message(f"{line}\n{own_timetable(work, work.language, rows)}"))


def _close_cards(work: Work, rows: ReportRows, key: str, **facts: str) -> None:
    """What lies in the leaders' chats asks nothing any more, and says what has become of it."""

    def line(language: str) -> str:
        month = month_name(language, rows.cycle.period)
        return say(language, key, unit=rows.unit.name, month=month, **facts)

    for reach in _leaders(work, rows.unit):
        if reach.chat_id is not None:
            html = f"{line(reach.language)}\n{own_timetable(work, reach.language, rows)}"
            work.show(reach.chat_id, CARD, Message(html), is_new=False)
    mark_signing_over(work, rows.report, line)


# ── which units' reports are signed ────────────────────────────────────────────────────────────


@for_coordinators
async def on_signing(_update: Update, context: Context) -> None:
    """/signing [UNIT on|off]: which units' reports are signed by their leader before filing."""
    await context.unit(set_by_words, context.args or [])


def set_by_words(work: Work, words: Sequence[str]) -> None:
    if len(words) > 1:
        on = {plain(language, "signing-word-on") for language in LANGUAGES}
        off = {plain(language, "signing-word-off") for language in LANGUAGES}
        unit = known_unit(work, words[0])
        if words[1].lower() in on | off:
            needed, unit.needs_signature = unit.needs_signature, words[1].lower() in on
            key = "signing-unit-on" if unit.needs_signature else "signing-unit-off"
            work.say(key, unit=unit.name, names=_can_sign(work, unit, work.language))
            if unit.needs_signature is not needed:
                _tell_unit(work, unit)
            return
    signed = [u.name for u in units_of(work.session, work.desk.office_id) if u.needs_signature]
    work.say("signing-units", count=len(signed), units=listed(work.language, signed) or "none")


def _can_sign(work: Work, unit: Unit, language: str) -> str:
    """The leaders whom messages reach, or "none"."""
    leaders = [one.name for one in _leaders(work, unit) if one.reachable]
    return listed(language, leaders) or "none"


def _tell_unit(work: Work, unit: Unit) -> None:
    """Leaders and writers read what is asked of them from now on; who is both, once."""
    reaches = reaches_of_unit(work.session, unit.id)
    told: set[int] = set()
    for kinds, key in ((SIGNATORIES, "signing-told-leader"), (FILING_KINDS, "signing-told-writer")):
        for reach in reaches:
            if reach.kind not in kinds or reach.chat_id is None or reach.chat_id in told:
                continue
            told.add(reach.chat_id)
            names = _can_sign(work, unit, reach.language)
            said = key if unit.needs_signature else "signing-told-off"
            html = say(reach.language, said, unit=unit.name, names=names)
            work.send(reach.chat_id, Message(html))
