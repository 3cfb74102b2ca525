"""What reading a plan costs grows no faster than the plan."""

from time import process_time

import pytest

from plans.reader import read_plan
from tests.handlers.big_plans import big_plan
from tests.plans.papers import paper

_FEW = 60
_MARGIN = 1.8
"""Of exactly linear, for what else the machine does."""


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_a_measure_of_a_long_plan_takes_no_longer_to_read_than_one_of_a_short_plan(
    kind: str,
) -> None:
    short, long = (paper(kind, big_plan(count).split("\n")) for count in (_FEW, _FEW * 10))

    def seconds(data: bytes) -> float:
        began = process_time()
        read_plan(data, name="x")
        return process_time() - began

    once = min(seconds(short) for _ in range(4))
    assert seconds(long) < 10 * once * _MARGIN
