import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.numerals import read_numeral, spelled


@given(st.integers(0, 10**12 - 1))
def test_a_number_that_is_spelled_out_is_read_back(value: int) -> None:
    assert read_numeral(spelled(value)) == value


@pytest.mark.parametrize(("written", "value"), [("廿四", 24), ("卅", 30), ("卌五", 45)])
def test_tens_of_one_sign_are_read(written: str, value: int) -> None:
    assert read_numeral(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三百", 300),
        ("两百", 200),
        ("一十五", 15),
        ("十五", 15),
        ("一百八十三", 183),
        ("〇", 0),
        ("一万零三", 10003),
        ("三百二十", 320),
        ("叁佰贰拾", 320),
    ],
)
def test_the_common_ways_of_writing_are_read(written: str, value: int) -> None:
    assert read_numeral(written) == value


@pytest.mark.parametrize(
    "written", ["三百二", "一万三", "一八三", "百", "十百", "", "几十", "零零"]
)
def test_what_may_mean_two_numbers_is_none(written: str) -> None:
    assert read_numeral(written) is None
