"""A reading in a process that has nothing else to do keeps the limits of one apart."""

from pathlib import Path

import pytest

from plans.errors import PlanIsEmpty, PlanTooHeavy
from plans.within_limits import read_sent, read_within_limits
from reports.own_process import Limits

SAMPLE = Path(__file__).parents[2] / "plans" / "samples" / "yongji-2022.txt"


def test_it_says_the_same_and_refuses_the_same() -> None:
    data = SAMPLE.read_bytes()
    assert read_within_limits(data, name=SAMPLE.name) == read_sent(data, name=SAMPLE.name)
    with pytest.raises(PlanIsEmpty) as refused:
        read_within_limits(b" ", name="空.txt")
    assert refused.value.facts == {"name": "空.txt"}


@pytest.mark.parametrize("limits", [Limits(1 << 30, 0.01), Limits(1 << 20, 60)])
def test_what_takes_too_much_is_refused_as_that(limits: Limits) -> None:
    data = SAMPLE.read_bytes() + b"\n" * 8_000_000
    with pytest.raises(PlanTooHeavy) as refused:
        read_within_limits(data, name="long.txt", limits=limits)
    assert refused.value.facts == {"name": "long.txt"}
