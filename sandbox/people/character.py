"""How people differ: when they begin, how fast they write, and what goes wrong on the way."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sandbox.people.screens import Kind

_MORNING, _NOON = time(8, 30), time(12)
_AFTERNOON, _EVENING = time(14), time(18)


@dataclass(frozen=True, slots=True)
class Aside:
    """What somebody does beside the report when a message of that kind comes.

    taps: the button that begins so; types: what is written where nothing is tapped.
    """

    sees: Kind
    taps: str = ""
    types: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody has to say of one measure, whatever they are like otherwise.

    status: as its button says it. text, problem, next_step: empty where any words will do.
    edited: how the message with the text reads once they have looked at it again.
    photo: a picture for whoever asks for evidence.
    turn: what has become of the problem of the month before, as its button says it; since: in
        words, what was done about it.
    """

    number: str
    status: str = "正常推进"
    text: str = ""
    edited: str = ""
    photo: bytes = b""
    problem: str = ""
    next_step: str = ""
    turn: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Character:
    """One kind of person. Shares are of 1; 0 is never.

    begins_at: which message about the report makes them begin (1 is the opening); 0: none ever.
    within: working minutes after that message, from and to.
    pace: seconds for one answer.
    trouble: share of measures reported as behind or not begun.
    slips: share of figures written so that they are refused first.
    changes_mind: share of measures whose status is chosen again. skips: share left for later.
    stops_after: so many answers, then the next reminder is waited for; 0: goes through.
    terse: share of texts that say next to nothing.
    reads_through: looks at the full text before filing.
    corrects: finds a mistake on the day after filing. rewords: and does not correct it by chat, but
        types this behind the first measure of the draft, in Word, and sends that back.
    asides: done one after the other, each when its message comes, before the report goes on.
    says: of single measures.
    as_last: takes last month's answers over for what is not answered anew: what is in `says`, and
        the first `anew` measures that are asked.
    hands_on: numbers of the measures that a colleague is asked for by a link.
    """

    begins_at: int = 1
    within: tuple[int, int] = (10, 180)
    pace: int = 40
    trouble: float = 0.12
    slips: float = 0.1
    changes_mind: float = 0.05
    skips: float = 0.04
    stops_after: int = 0
    terse: float = 0.0
    reads_through: bool = False
    corrects: bool = False
    rewords: str = ""
    asides: tuple[Aside, ...] = ()
    says: tuple[Said, ...] = ()
    as_last: bool = False
    anew: int = 0
    hands_on: tuple[str, ...] = ()


DILIGENT = Character(reads_through=True, slips=0.0)
STEADY = Character(within=(480, 1300), pace=60)
CARELESS = Character(within=(60, 700), slips=0.6, changes_mind=0.3, skips=0.2)
TERSE = Character(within=(90, 300), pace=20, trouble=0.0, terse=0.35)
HURRIED = Character(begins_at=2, within=(15, 200), pace=20, trouble=0.05)
FORGETFUL = Character(within=(200, 900), stops_after=5)
AT_THE_LAST_HOUR = Character(begins_at=4, within=(5, 50), pace=20)
CORRECTS_SELF = Character(within=(30, 400), corrects=True)
LATE = Character(begins_at=5, within=(30, 200), trouble=0.3)
NEVER = Character(begins_at=0)
AS_LAST = Character(
    within=(20, 200),
    pace=15,
    trouble=0.0,
    slips=0.0,
    changes_mind=0.0,
    skips=0.0,
    as_last=True,
)


def after_working(moment: datetime, minutes: float) -> datetime:
    """The moment so many working minutes later: 8:30–12:00 and 14:00–18:00, Monday to Friday."""
    left = timedelta(minutes=minutes)
    while True:
        for begin, end in ((_MORNING, _NOON), (_AFTERNOON, _EVENING)):
            starts = max(moment, datetime.combine(moment.date(), begin, moment.tzinfo))
            room = datetime.combine(moment.date(), end, moment.tzinfo) - starts
            if moment.weekday() < 5 and room > timedelta(0):
                if left < room:
                    return starts + left
                left -= room
        moment = datetime.combine(moment.date() + timedelta(days=1), time(0), moment.tzinfo)
