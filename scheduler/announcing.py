"""Whom an announcement is for: of a unit whom the ladder would tell, and who else is missed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.absences import contacts_away
from models.announcements import Addressee, units_not_filed
from models.people import FILING_KINDS, Reach, reaches_of_units
from models.work import Work
from scheduler.ladder import recipients
from scheduler.record import view_of
from scheduler.standing_in import stand_in_line
from vocabulary.terms import AnnouncementAudience, Channel, ContactKind

_LEADERS = frozenset({ContactKind.LEADER_IN_CHARGE, ContactKind.HEAD})


def addressees(work: Work, audience: AnnouncementAudience) -> list[Addressee]:
    """Everybody who is meant at this moment, each person once, without who writes it.

    Of a unit's writers those who would get a reminder today: the liaisons who are there, else the
    deputies. Liaisons whom nothing reaches are meant all the same, and so are told to be missed.
    """
    session, office_id = work.session, work.desk.office_id
    units = reaches_of_units(session, office_id)
    if audience is AnnouncementAudience.NOT_FILED:
        missing = units_not_filed(session, office_id)
        units = {unit_id: people for unit_id, people in units.items() if unit_id in missing}
    today = work.local(work.now).date()
    away = contacts_away(session, office_id, first_on=today, last_on=today)
    found: dict[str, Addressee] = {}
    lines: dict[str, list[str]] = {}
    for unit_id in sorted(units):
        others = [reach for reach in units[unit_id] if reach.chat_id != work.writer.user_id]
        if audience is AnnouncementAudience.LEADERS:
            meant: Iterable[Reach] = (reach for reach in others if reach.kind in _LEADERS)
        else:
            meant = _writers(others, away)
        for reach in meant:
            key = f"contact {reach.contact_id}" if reach.chat_id is None else f"{reach.chat_id}"
            chat_id = reach.chat_id if reach.reachable else None
            found.setdefault(key, Addressee(reach.contact_id, chat_id, reach.language))
            is_writer = audience is not AnnouncementAudience.LEADERS
            meant_for = (ContactKind.LIAISON,) if is_writer else (reach.kind,)
            line = stand_in_line(reach.language, reach, meant_for, unit=units[unit_id], away=away)
            lines.setdefault(key, []).append(line)
    return [
        replace(one, instead=tuple(dict.fromkeys(lines[key]))) if all(lines[key]) else one
        for key, one in found.items()
    ]


def _writers(unit: Sequence[Reach], away: Iterable[int]) -> Iterator[Reach]:
    writers = [reach for reach in unit if reach.kind in FILING_KINDS]
    chosen = recipients(ContactKind.LIAISON, [view_of(one, away=set(away)) for one in writers])
    is_by_chat = chosen.channel is Channel.CHAT
    ids = {contact.contact_id for contact in chosen.contacts} if is_by_chat else set()
    for reach in writers:
        is_missed = not reach.reachable and (reach.kind is ContactKind.LIAISON or not ids)
        if reach.contact_id in ids or is_missed:
            yield reach
