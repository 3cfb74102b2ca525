from decimal import Decimal

import pytest

from reports.figures import share_words, target_words
from tests.factories import an_indicator
from vocabulary.progress import is_reached, share_of_target
from vocabulary.report import AskedIndicator
from vocabulary.terms import Comparator, Direction


@pytest.mark.parametrize(
    ("indicator", "value", "share"),
    [
        (an_indicator(target="300"), "183", "0.61"),
        (an_indicator(target="300"), "330", "1.1"),
        (an_indicator(target="300"), "164.2", "0.547"),
        (an_indicator(target="300"), "299.99", "0.999"),
        (an_indicator(target="1", unit_of_measure="%"), "0.5", None),
        (an_indicator(target="24", direction=Direction.DOWN, baseline="36"), "30", None),
        (an_indicator(target="5", comparator=Comparator.AT_MOST), "3", None),
        (an_indicator(target="0"), "3", None),
        (an_indicator(), None, None),
    ],
)
def test_share_is_given_only_where_it_means_something(
    indicator: AskedIndicator, value: str | None, share: str | None
) -> None:
    figure = None if value is None else Decimal(value)
    assert share_of_target(indicator, figure) == (None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("comparator", "direction", "value", "reached"),
    [
        (Comparator.AT_LEAST, Direction.UP, "300", True),
        (Comparator.AT_LEAST, Direction.UP, "299", False),
        (Comparator.AT_MOST, Direction.UP, "300", True),
        (Comparator.AT_MOST, Direction.UP, "301", False),
        (Comparator.EXACTLY, Direction.UP, "301", True),
        (Comparator.EXACTLY, Direction.DOWN, "301", False),
        (Comparator.EXACTLY, Direction.DOWN, "299", True),
        (Comparator.ABOUT, Direction.UP, "300", None),
        (Comparator.AT_LEAST, Direction.UP, None, None),
    ],
)
def test_target_is_met_or_not_by_its_comparator(
    comparator: Comparator, direction: Direction, value: str | None, reached: bool | None
) -> None:
    indicator = an_indicator(target="300", comparator=comparator, direction=direction)
    assert is_reached(indicator, None if value is None else Decimal(value)) is reached


def test_share_is_rounded_down_so_that_299_of_300_is_not_all() -> None:
    assert share_words(an_indicator(target="300"), Decimal("299.9")) == "99.9%"


@pytest.mark.parametrize("comparator", Comparator)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_comparator_has_words(comparator: Comparator, language: str) -> None:
    words = target_words(language, an_indicator(target="300.50", comparator=comparator))
    assert "300.5" in words
    assert "个" in words
