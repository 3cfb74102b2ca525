"""Who gets what is meant for a unit's liaison today, and why: the line that says so."""

from collections.abc import Collection, Iterable

from models.absences import Handover, contacts_away, handover_of
from models.people import FILING_KINDS, Reach, reaches_of_unit
from models.work import Work
from scheduler.ladder import recipients
from scheduler.record import view_of
from scheduler.rungs import UPWARDS
from texts import plain, say
from texts.wording import listed
from vocabulary.terms import Channel, ContactKind


class Writers:
    """Who is written to about the report today, in the liaison's place where it has to be so."""

    def __init__(self, work: Work, report_id: int, unit_id: int) -> None:
        today = work.local(work.now).date()
        self._away = contacts_away(work.session, work.desk.office_id, first_on=today, last_on=today)
        self._handover = handover_of(work.session, report_id)
        self._unit = reaches_of_unit(work.session, unit_id)
        in_charge = self._handover.to_contact_id if self._handover else None
        views = [view_of(reach, away=self._away, in_charge=in_charge) for reach in self._unit]
        found = recipients(ContactKind.LIAISON, views)
        ids = {c.contact_id for c in found.contacts} if found.channel is Channel.CHAT else set()
        self.told = [
            reach for reach in self._unit if reach.contact_id in ids and reach.kind in FILING_KINDS
        ]

    def has_left_it(self, reach: Reach) -> bool:
        """Whether somebody else is written to because this one is away, or gave the report away."""
        gave = self._handover is not None and self._handover.from_contact_id == reach.contact_id
        return (
            bool(self.told) and reach not in self.told and (gave or reach.contact_id in self._away)
        )

    def why(self, language: str, reach: Reach) -> str:
        """Why it is they; empty for a liaison, and for who is not written to in one's place."""
        if reach not in self.told:
            return ""
        audiences = (ContactKind.LIAISON,)
        return stand_in_line(
            language, reach, audiences, unit=self._unit, away=self._away, handover=self._handover
        )


def stand_in_line(
    language: str,
    reach: Reach,
    audiences: Collection[ContactKind],
    *,
    unit: Iterable[Reach] = (),
    away: Collection[int] = (),
    handover: Handover | None = None,
) -> str:
    """Why this reader gets what is meant for these; empty where it is for them alone.

    unit: all its people, away: those who are today. Who stands in and is meant as well reads both.
    """
    by_id = {one.contact_id: one for one in unit}
    if ContactKind.LIAISON in audiences and reach.kind in FILING_KINDS:
        giver = by_id.get(handover.from_contact_id) if handover else None
        if handover and giver and reach.contact_id == handover.to_contact_id:
            return say(language, "notice-instead-handed", name=giver.name)
        absent = _absent_liaison(by_id.values(), away)
        if absent and reach.kind is not ContactKind.LIAISON:
            return say(language, "notice-instead-absent", name=absent.name)
    others = [kind for kind in UPWARDS if kind in audiences and kind is not reach.kind]
    if not others:
        return ""
    kinds = listed(language, [plain(language, f"kind-{kind}") for kind in others])
    own = plain(language, f"kind-{reach.kind}") if reach.kind in audiences else "none"
    return say(language, "notice-stands-in", kinds=kinds, own=own)


def _absent_liaison(unit: Iterable[Reach], away: Collection[int]) -> Reach | None:
    liaisons = (one for one in unit if one.kind is ContactKind.LIAISON)
    return next((one for one in liaisons if one.contact_id in away), None)
