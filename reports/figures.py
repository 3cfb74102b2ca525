"""How far a figure is towards its target, and the words for it."""

from decimal import Decimal

from reports.printable import one_line
from texts import plain
from texts.wording import number
from vocabulary.report import AskedIndicator, Figure
from vocabulary.terms import Comparator, Direction


def share_of_target(indicator: AskedIndicator, value: Decimal | None) -> Decimal | None:
    """The figure as a share of its target: 0.61, may pass 1.

    None without a figure, and where a share would mislead: a rate in per cent, a ceiling, or what
    is to fall.
    """
    is_rate = "%" in indicator.unit_of_measure or "％" in indicator.unit_of_measure
    falls = indicator.direction is Direction.DOWN or indicator.comparator is Comparator.AT_MOST
    if value is None or is_rate or falls or indicator.target <= 0:
        return None
    return value / indicator.target


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


def target_words(language: str, indicator: AskedIndicator) -> str:
    """不少于300个, or at least 300 个."""
    return plain(
        language,
        f"paper-target-{indicator.comparator.name.lower()}",
        target=number(indicator.target),
        unit=one_line(indicator.unit_of_measure),
    )


def value_words(language: str, indicator: AskedIndicator, figure: Figure) -> str:
    """183个, 约183个, 暂无数据."""
    if figure.value is None:
        return plain(language, "paper-value-none")
    return plain(
        language,
        "paper-value-approximate" if figure.approximate else "paper-value",
        value=number(figure.value),
        unit=one_line(indicator.unit_of_measure),
    )


def share_words(language: str, indicator: AskedIndicator, value: Decimal | None) -> str:
    """61%, rounded down, so that 299 of 300 is not all; empty where there is no share."""
    share = share_of_target(indicator, value)
    if share is None or share < 0:
        return ""
    return plain(language, "paper-share", share=str(int(share * 100)))
