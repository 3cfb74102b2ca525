"""How far a figure is towards its target: one rule for chat, paper and workbook."""

from decimal import ROUND_FLOOR, Decimal

from vocabulary.report import AskedIndicator
from vocabulary.terms import Comparator, Direction

_TENTH_OF_A_PER_CENT = Decimal("0.001")


def share_of_target(indicator: AskedIndicator, value: Decimal | None) -> Decimal | None:
    """The figure as a share of its target: 0.547; may pass 1.

    To a tenth of a per cent, rounded down, so that 299.9 of 300 is not all. None without a figure,
    and where a share would mislead: a rate in per cent, a ceiling, or what is to fall.
    """
    is_rate = "%" in indicator.unit_of_measure or "％" in indicator.unit_of_measure
    falls = indicator.direction is Direction.DOWN or indicator.comparator is Comparator.AT_MOST
    if value is None or is_rate or falls or indicator.target <= 0:
        return None
    return (value / indicator.target).quantize(_TENTH_OF_A_PER_CENT, rounding=ROUND_FLOOR)


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
