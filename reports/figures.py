"""How far a figure is towards its target, and the words for it."""

from decimal import Decimal

from reports.printable import one_line
from texts import plain
from texts.wording import number, percent
from vocabulary.progress import share_of_target
from vocabulary.report import AskedIndicator, Figure


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


def share_words(indicator: AskedIndicator, value: Decimal | None) -> str:
    """54.7%; empty where there is no share."""
    share = share_of_target(indicator, value)
    if share is None or share < 0:
        return ""
    return percent(share)
