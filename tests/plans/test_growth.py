"""What reading a plan costs grows no faster than the plan."""

from time import process_time

import pytest

from plans.reader import read_plan
from tests.handlers.big_plans import big_plan
from tests.plans.papers import paper

_MARGIN = 1.8
"""Of exactly linear, for what else the machine does."""


@pytest.mark.parametrize(
    ("kind", "few", "times"), [("txt", 60, 10), ("docx", 60, 10), ("pdf", 30, 5)]
)
def test_a_measure_of_a_long_plan_takes_no_longer_to_read_than_one_of_a_short_plan(
    kind: str, few: int, times: int
) -> None:
    short, long = (paper(kind, big_plan(count).split("\n")) for count in (few, few * times))

    def seconds(data: bytes) -> float:
        began = process_time()
        read_plan(data, name="x")
        return process_time() - began

    once = min(seconds(short) for _ in range(3))
    assert seconds(long) < times * once * _MARGIN
