"""What the office writes for a target of the whole plan: the figure, and who published it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.figures import FigureUnclear
from dialog.targets import TargetGiven, read_target, targets_card
from tests.factories import JULY, an_indicator
from texts import LANGUAGES
from vocabulary.report import TargetReading

GROWTH = replace(an_indicator(1, name="服务业增加值增速", target="8.5", unit_of_measure="%"))
VALUE = replace(an_indicator(2, name="服务业增加值", target="200", unit_of_measure="亿元"))


def read(*targets: object, said: str) -> tuple[int, Decimal, bool, str] | str:
    given = read_target(targets, said)  # type: ignore[arg-type]
    if isinstance(given, TargetGiven):
        figure = given.figure
        return given.indicator.indicator_id, figure.value, figure.approximate, given.source
    return given.text_key


@pytest.mark.parametrize(
    ("said", "value", "approximate", "source"),
    [
        ("8.1%", "8.1", False, ""),
        ("8.1", "8.1", False, ""),
        ("8.1% 市统计局7月快报", "8.1", False, "市统计局7月快报"),
        ("8.1%，市统计局7月快报", "8.1", False, "市统计局7月快报"),
        ("8.1％（市统计局）", "8.1", False, "市统计局"),
        ("约8% 市统计局", "8", True, "市统计局"),
        ("8 市统计局", "8", False, "市统计局"),
        ("1 8.1% 市统计局", "8.1", False, "市统计局"),
        ("1、8.1%市统计局", "8.1", False, "市统计局"),
    ],
)
def test_figure_and_source_of_the_only_target_are_read(
    said: str, value: str, approximate: bool, source: str
) -> None:
    assert read(GROWTH, said=said) == (1, Decimal(value), approximate, source)


def test_one_of_several_targets_is_named_by_its_number() -> None:
    assert read(GROWTH, VALUE, said="2 116.4亿元 统计局") == (2, Decimal("116.4"), False, "统计局")
    assert read(GROWTH, VALUE, said="8.1%") == "target-which"
    assert read(GROWTH, VALUE, said="3 8.1%") == "target-which"
    assert read(said="8.1%") == "target-none"


@pytest.mark.parametrize("said", ["市统计局", "很好", "市统计局 8.1%还是8.2%"])
def test_what_is_no_figure_is_said(said: str) -> None:
    assert isinstance(read_target([GROWTH], said), FigureUnclear)


@pytest.mark.parametrize("language", LANGUAGES)
def test_card_shows_what_was_given_in_this_month_alone(language: str) -> None:
    readings = [
        TargetReading(JULY.shifted(-1), GROWTH.name, Decimal("7.9"), source="June"),
        TargetReading(JULY, GROWTH.name, Decimal("8.1"), source="市统计局 <b>"),
    ]
    card = targets_card(language, [GROWTH, VALUE], readings, cycle_id=3, month=JULY, times="times")
    assert "8.1%" in card.html
    assert "7.9" not in card.html
    assert "市统计局 &lt;b&gt;" in card.html
    assert len(card.buttons) == 1
