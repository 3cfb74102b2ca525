"""A post passes on: to whoever opens the link, and away from who held it, at that moment."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import Update

from handlers.at_report import CARD
from handlers.context import Context, for_members
from handlers.left_behind import NOTHING, Left, leave_reports, told_passed_on
from handlers.links import start_link
from handlers.office import KindUnknown, kind_named, kind_names, known_unit
from handlers.passing_on import pass_on
from models.absences import pass_handovers_on
from models.chases import cancel_reminders_of
from models.delivery import Priority
from models.left_behind import report_ids_of
from models.offices import Unit
from models.people import (
    FILING_KINDS,
    Contact,
    Person,
    contacts_of,
    coordinators_reached,
    hand_post_on,
    replaced_by,
    unit_of,
)
from models.work import Work
from texts import plain, say
from texts.wording import moment_name
from vocabulary.errors import BaosongError, NotAllowed
from vocabulary.message import Message
from vocabulary.terms import ContactKind


class NobodyToReplace(BaosongError):
    """The unit has nobody of that kind: an invitation is what is wanted."""

    text_key = "successor-nobody"


@for_members
async def on_handover(_update: Update, context: Context) -> None:
    """/handover: the writer's own post; the office names the unit: /handover UNIT [KIND]."""
    await context.unit(hand_over_post, context.args or [], context.doors.invitation_valid)


def hand_over_post(work: Work, words: Sequence[str], valid: timedelta) -> None:
    if words:
        posts = _named(work, words)
    else:
        posts = [c for c in work.held if c.kind in FILING_KINDS and c.unit_id is not None]
    if not posts:
        raise NotAllowed
    for post in posts:
        token = hand_post_on(
            work.session, post, invited_by=work.writer.name, valid=valid, now=work.now
        )
        work.say(
            "successor-link",
            unit=_unit(work, post).name,
            kind=plain(work.language, f"kind-{post.kind}"),
            name=post.name,
            link=start_link(work.desk.bot_name, token),
            until=moment_name(work.language, work.local(work.now + valid)),
        )


def _named(work: Work, words: Sequence[str]) -> list[Contact]:
    """The one contact of the unit and kind. The newest where there are several."""
    if not work.is_coordinator():
        raise NotAllowed
    unit = known_unit(work, words[0])
    kind = kind_named(words[1]) if len(words) > 1 else ContactKind.LIAISON
    if kind is None or kind is ContactKind.COORDINATOR:
        raise KindUnknown(word=words[-1], kinds=kind_names(work.language))
    held = [c for c in contacts_of(work.session, unit.id) if c.kind is kind]
    if not held:
        kind_name = plain(work.language, f"kind-{kind}")
        raise NobodyToReplace(unit=unit.name, kind=kind_name)
    return held[-1:]


def tell_succeeded(work: Work, successor: Contact) -> None:
    """Who held the post loses it with what was sent to them, and is told; so is the office."""
    before = replaced_by(work.session, successor, at=work.now)
    if before is None:
        return
    cancel_reminders_of(work.session, before.id)
    pass_handovers_on(work.session, before.id, successor.id, now=work.now)
    names = {"name": successor.name, "before": before.name, "unit": _unit(work, before).name}
    for reach in coordinators_reached(work.session, before.office_id):
        kind = plain(reach.language, f"kind-{before.kind}")
        html = say(reach.language, "successor-office", kind=kind, **names)
        work.send(reach.chat_id, Message(html), priority=Priority.NOTICE)
    person = work.session.get(Person, before.person_id) if before.person_id else None
    if person is None:
        return
    theirs = work.on_behalf_of(person)
    left = _left_behind(theirs, before)
    pass_on(work, left, before=before.name)
    kind = plain(person.language, f"kind-{before.kind}")
    lines = [
        say(person.language, "successor-you", kind=kind, **names),
        told_passed_on(person.language, left, name=successor.name),
    ]
    told = Message("\n".join(filter(None, lines)))
    if theirs.filing_unit_ids():
        theirs.send(person.user_id, told, priority=Priority.NOTICE)
    else:
        theirs.show(person.user_id, CARD, told, is_new=True)


def _left_behind(theirs: Work, post: Contact) -> Left:
    """What the person leaves at the reports of a unit for which they write no more."""
    if post.kind not in FILING_KINDS or post.unit_id is None:
        return NOTHING
    if post.unit_id in theirs.filing_unit_ids():
        return NOTHING
    return leave_reports(theirs, report_ids_of(theirs.session, post.unit_id))


def _unit(work: Work, contact: Contact) -> Unit:
    unit = unit_of(work.session, contact)
    if unit is None:
        raise NotAllowed
    return unit
