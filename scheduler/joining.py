"""Somebody has joined: the office is told in one card, and the newcomer is not reminded as well."""

from datetime import timedelta

from dialog.layout import Rows, button
from dialog.press import Action, Press
from models.chases import chase_for_report, reminders_of_chases
from models.cycles import Cycle, Report, reports_of_units
from models.delivery import OutboxRow, card_sent_since
from models.people import (
    Contact,
    coordinators_reached,
    joined_since,
    kind_name,
    place_name,
)
from models.work import Work
from scheduler.ladder import PlannedRung, schedule
from scheduler.record import reminder_of, state_of
from scheduler.rules import Rules
from texts import plain, say
from texts.wording import listed, moment_name
from vocabulary.message import Message

_ANEW_AFTER = timedelta(hours=1)  # a card that was sent longer ago stands too far up to be seen
_NAMED = 5
_PAGE = 8
_LATELY = timedelta(days=7)


def tell_joined(work: Work, contact: Contact) -> None:
    """The coordinators are told who has joined and can refuse; not about themselves.

    All who join on one day share a card; within an hour it is edited where it stands.
    """
    midnight = work.local(work.now).replace(hour=0, minute=0, second=0, microsecond=0)
    today = [joined for joined, _ in joined_since(work.session, contact.office_id, midnight)]
    name = f"joined:{midnight:%Y-%m-%d}"
    for reach in coordinators_reached(work.session, contact.office_id):
        if reach.contact_id == contact.id:
            continue
        others = [joined for joined in today if joined.id != reach.contact_id]
        since = card_sent_since(work.session, work.desk.bot_id, reach.chat_id, name)
        anew = since is not None and work.now - since >= _ANEW_AFTER
        message = _one(work, reach.language, contact) if len(others) < 2 else None
        message = message or _many(work, reach.language, others)
        work.card_for(reach.chat_id, name, message, anew=anew)


def _one(work: Work, language: str, contact: Contact) -> Message:
    html = say(
        language,
        "joined",
        **_names(work, language, contact),
        at=moment_name(language, work.local(work.now)),
    )
    refuse = button(language, "joined-button-refuse", Press(Action.REFUSE, contact.id))
    return Message(html, ((refuse,),))


def _many(work: Work, language: str, others: list[Contact]) -> Message:
    latest = [
        plain(language, "joined-name", **_names(work, language, joined))
        for joined in others[:_NAMED]
    ]
    html = say(language, "joined-many", count=len(others), latest=listed(language, latest))
    return Message(html, ((button(language, "joined-button-list", Press(Action.JOINED)),),))


def joined_list(work: Work, page: int) -> Message:
    """Everybody who has joined within a week, each with a button to refuse them."""
    language = work.language
    found = joined_since(work.session, work.desk.office_id, work.now - _LATELY)
    others = [(c, at) for c, at in found if c.person_id != work.writer.id]
    pages = max(1, -(-len(others) // _PAGE))
    page = min(page, pages - 1)
    lines = [say(language, "joined-list", count=len(others))]
    rows: Rows = ()
    for place, (joined, at) in enumerate(others[page * _PAGE : (page + 1) * _PAGE], start=1):
        names = _names(work, language, joined)
        when = moment_name(language, work.local(at))
        lines.append(say(language, "joined-list-line", place=place, at=when, **names))
        refuse = Press(Action.REFUSE, joined.id)
        rows = (*rows, (button(language, "joined-button-refuse-one", refuse, **names),))
    if pages > 1:
        following = Press(Action.JOINED, (page + 1) % pages)
        more = button(language, "joined-button-more", following, page=page + 1, pages=pages)
        rows = (*rows, (more,))
    return Message("\n".join(lines), rows)


def _names(work: Work, language: str, contact: Contact) -> dict[str, str]:
    return {
        "name": contact.name,
        "unit": place_name(work.session, contact, language),
        "kind": kind_name(contact, language),
    }


def count_as_told(work: Work, contact: Contact, welcomed: OutboxRow, rules: Rules) -> None:
    """Welcome and card say what the newest reminder would: it does not come on top of them."""
    if contact.unit_id is None:
        return
    for report, cycle in reports_of_units(work.session, [contact.unit_id], now=work.now):
        _count(work, contact, welcomed, rules, report=report, cycle=cycle)


def _count(
    work: Work,
    contact: Contact,
    welcomed: OutboxRow,
    rules: Rules,
    *,
    report: Report,
    cycle: Cycle,
) -> None:
    chase = chase_for_report(work.session, report.id)
    if chase is None:
        return
    reminders = reminders_of_chases(work.session, [chase.id]).get(chase.id, [])
    state = state_of(chase, report, cycle, reminders)
    passed = schedule(state, rules.ladder, rules.workdays, until=work.now)
    newest: PlannedRung | None = None
    for rung in passed:
        newest = rung if rung.audience is contact.kind else newest
    known = {(r.rung, r.occurrence, r.contact_id) for r, _ in reminders}
    if newest is None or newest.sent_at is not None:
        return
    if (newest.rung, newest.occurrence, contact.id) not in known:
        told = reminder_of(chase, newest, contact.id, now=work.now)
        told.outbox_id = welcomed.id
        work.session.add(told)
