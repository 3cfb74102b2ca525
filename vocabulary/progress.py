"""How far a figure is towards its target: one rule for chat, paper and workbook."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

from vocabulary.period import Period
from vocabulary.report import AskedIndicator
from vocabulary.terms import TROUBLED, Comparator, Direction, EntryStatus, Pace, Role

_TENTH_OF_A_PER_CENT = Decimal("0.001")

_SLOWEST_FIRST = (
    EntryStatus.NOT_BEGUN,
    EntryStatus.BEHIND,
    EntryStatus.ON_TRACK,
    EntryStatus.DONE,
)

_ALMOST_ALL = Decimal("0.999")
"""What is not all is never told as all, however little is missing."""

AHEAD_BY = Decimal("0.05")
"""So much more of the way than of the time, as shares of 1, is ahead; up to that it is on time."""


@dataclass(frozen=True, slots=True)
class Overall:
    """How far a measure is as a whole (措施总体状态).

    said: how many say how far it is. apart: where these do not say the same, how many are to be
    told beside the whole, by what they say, the slowest first.
    """

    status: EntryStatus | None
    said: int = 0
    apart: tuple[tuple[EntryStatus, int], ...] = ()


def overall_status(said: Iterable[tuple[Role, EntryStatus | None]]) -> Overall:
    """The lead's word, of several leads the slowest; without one, what most of the others say.

    Of equally many the slower. What most but not all call done is on track. Told beside it are the
    slower; where the whole is in trouble, those that say so, too; where nobody is, the quicker.
    """
    answered = [(role, status) for role, status in said if status is not None]
    leads = [status for role, status in answered if role is Role.LEAD]
    every = Counter(status for _, status in answered)
    if not answered:
        return Overall(None)
    if leads:
        whole = min(leads, key=_SLOWEST_FIRST.index)
    else:
        whole = max(_SLOWEST_FIRST, key=lambda status: every[status])
        if whole is EntryStatus.DONE and len(every) > 1:
            whole = EntryStatus.ON_TRACK
    apart: tuple[tuple[EntryStatus, int], ...] = ()
    if len(every) > 1:
        place = _SLOWEST_FIRST.index(whole) + (whole in TROUBLED)
        counts = [(status, every[status]) for status in _SLOWEST_FIRST]
        slow, quick = ([one for one in some if one[1]] for some in (counts[:place], counts[place:]))
        apart = tuple(slow or [one for one in quick if one[0] is not whole])
    return Overall(whole, len(answered), apart)


@dataclass(frozen=True, slots=True)
class ProRata:
    """Pro-rata progress (序时进度). due: the share of the time that has passed. done: of the way.

    Both to a tenth of a per cent; `done` may pass 1, or be below 0. falls: the way goes down.
    """

    due: Decimal
    done: Decimal
    pace: Pace
    falls: bool = False


def usual_start(first_period: Period, until: date) -> date:
    """Where nobody says when the time of a target began.

    What is due at the end of the year in which the plan is first reported on is a target of that
    year, and begins with it; anything else begins with the first reporting month.
    """
    is_of_the_year = until == date(first_period.year, 12, 31)
    return date(first_period.year, 1, 1) if is_of_the_year else first_period.first_day


def time_passed(start: date, until: date, *, on: date) -> Decimal | None:
    """The share of the days from `start` to `until` that is over at the end of `on`, 0 to 1.

    Both days count. None before the start, and where there is no time between them.
    """
    if not start <= on or start >= until:
        return None
    days = (min(on, until) - start).days + 1
    passed = Decimal(days) / ((until - start).days + 1)
    return passed.quantize(_TENTH_OF_A_PER_CENT, rounding=ROUND_FLOOR)  # no more than is over


def pro_rata(indicator: AskedIndicator, value: Decimal | None) -> ProRata | None:
    """How much of the way from baseline to target is done, beside the time that has passed.

    None without a figure, a baseline or a start; and where the target lies on the wrong side of the
    baseline, or is a ceiling or only approximate, so that there is no way to go.
    """
    way, due = _way(indicator), indicator.time_passed
    if value is None or way is None or due is None:
        return None
    baseline, length = way
    done = _tenths((value - baseline) / length)
    return ProRata(due, done, _pace(due, done), falls=length < 0)


def is_past_baseline(indicator: AskedIndicator, value: Decimal | None) -> bool:
    """Whether what is to fall is above where it began: 40 where 36 is to become 24."""
    way = _way(indicator)
    falls = indicator.direction is Direction.DOWN
    return falls and way is not None and value is not None and value > way[0]


def due_by_time(indicator: AskedIndicator, passed: Decimal) -> Decimal | None:
    """What the figure would be if it went as fast as the time, of which `passed` (0 to 1) is over.

    None where there is no way to go, as for `pro_rata`.
    """
    way = _way(indicator)
    if way is None:
        return None
    baseline, length = way
    return baseline + length * passed


def _way(indicator: AskedIndicator) -> tuple[Decimal, Decimal] | None:
    """From where, and how far to the target."""
    if indicator.baseline is None or indicator.comparator is Comparator.ABOUT:
        return None
    length = indicator.target - indicator.baseline
    falls, rises = length < 0, length > 0 and indicator.comparator is not Comparator.AT_MOST
    is_way = falls if indicator.direction is Direction.DOWN else rises
    return (indicator.baseline, length) if is_way else None


class NoPace(Enum):
    """Why no pace can be told of a figure, however large it is."""

    BASELINE = "baseline"
    CEILING = "ceiling"
    APPROXIMATE = "approximate"
    WAY = "way"
    START = "start"


def why_no_pace(indicator: AskedIndicator) -> NoPace | None:
    """The first thing that stands against it; None where a pace can be told.

    way: the target lies on the wrong side of the baseline. start: its time has not begun, or nobody
    says when it did.
    """
    if indicator.comparator is Comparator.ABOUT:
        return NoPace.APPROXIMATE
    if indicator.comparator is Comparator.AT_MOST and indicator.direction is Direction.UP:
        return NoPace.CEILING
    if indicator.baseline is None:
        return NoPace.BASELINE
    if _way(indicator) is None:
        return NoPace.WAY
    return NoPace.START if indicator.time_passed is None else None


def lacks_baseline(indicator: AskedIndicator) -> bool:
    """Whether a baseline is what no pace can be told without."""
    return why_no_pace(indicator) is NoPace.BASELINE


def is_over_ceiling(indicator: AskedIndicator, value: Decimal | None) -> bool:
    is_ceiling = indicator.comparator is Comparator.AT_MOST
    return is_ceiling and value is not None and value > indicator.target


def _pace(due: Decimal, done: Decimal) -> Pace:
    if done < due:
        return Pace.BEHIND
    return Pace.AHEAD if done >= due + AHEAD_BY else Pace.ON_TIME


def _tenths(share: Decimal) -> Decimal:
    rounded = share.quantize(_TENTH_OF_A_PER_CENT, rounding=ROUND_HALF_UP)
    return _ALMOST_ALL if share < 1 <= rounded else rounded


def share_of_target(indicator: AskedIndicator, value: Decimal | None) -> Decimal | None:
    """The figure as a share of its target: 0.547; may pass 1.

    To a tenth of a per cent; 299.9 of 300 is not all. None without a figure,
    and where a share would mislead: a rate in per cent, a ceiling, or what is to fall.
    """
    is_rate = "%" in indicator.unit_of_measure or "％" in indicator.unit_of_measure
    falls = indicator.direction is Direction.DOWN or indicator.comparator is Comparator.AT_MOST
    if value is None or value < 0 or is_rate or falls or indicator.target <= 0:
        return None
    return _tenths(value / indicator.target)


def is_reached(indicator: AskedIndicator, value: Decimal | None) -> bool | None:
    """Whether the target is met as things stand.

    None without a figure, and for a target that is only approximate.
    """
    if value is None:
        return None
    match indicator.comparator:
        case Comparator.ABOUT:
            return None
        case Comparator.AT_MOST:
            return value <= indicator.target
        case Comparator.AT_LEAST:
            return value >= indicator.target
        case Comparator.EXACTLY:  # 建成300个: more is not a failure
            if indicator.direction is Direction.DOWN:
                return value <= indicator.target
            return value >= indicator.target
