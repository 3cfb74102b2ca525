"""What ended the chase of a report: it was filed, was given more time, or is wanted no more."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from models.chases import Chase
from models.extensions import granted_at
from models.history import revisions_of
from vocabulary.terms import CHASED_TICKS, CHASES_ENDED_BY_FILING, ChaseKind


class By(StrEnum):
    """What a chase was ended by."""

    FILING = "filing"
    MORE_TIME = "more_time"
    EXEMPTION = "exemption"
    ANSWER = "answer"
    TICK = "tick"
    LEADER = "leader"


_BY = dict.fromkeys(CHASED_TICKS, By.TICK) | {ChaseKind.SIGNATURE_WAITING: By.LEADER}


@dataclass(frozen=True, slots=True)
class Ending:
    """until: the new moment, where more time was given."""

    by: By
    at: datetime
    until: datetime | None = None


def ending_of(session: Session, chase: Chase) -> Ending | None:
    """None while it goes on. What does not ask for a report ends by being answered."""
    at = chase.settled_at
    if at is None:
        return None
    if chase.kind not in CHASES_ENDED_BY_FILING:
        return Ending(_BY.get(chase.kind, By.ANSWER), at)
    if any(revision.filed_at == at for revision in revisions_of(session, chase.report_id)):
        return Ending(By.FILING, at)
    extension = granted_at(session, chase.report_id, at)
    if extension is not None:
        return Ending(By.MORE_TIME, at, extension.granted_until)
    return Ending(By.EXEMPTION, at)
