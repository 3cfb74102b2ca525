"""What can be dialled, and what is a slip."""

import pytest

from plans.phones import is_full_phone, is_phone


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "0086-13800138000",
        "１３８００１３８０００",
        "0359-8022001",
        "03598022001",
        "（0359）8022001",
        "0359—8022001",
        "0359-8022001转12",
        "0359-8022001 转 8012",
        "0359-8022001-8012",
        "010-62050000",
        "+86 359 8022001",
        "8022001",
        "62050000转801",
        "668899",
        "12345",
        "400-810-1234",
        "+852 2345 6789",
        "13800138000、0359-8022001",
        "13800138000/13900139000",
        "0359-8022001或8022002",
    ],
)
def test_mobiles_lines_and_short_numbers_are_taken(written: str) -> None:
    assert is_phone(written)


@pytest.mark.parametrize(
    "written",
    [
        "1380013800",
        "138001380001",
        "1380013800a",
        "l3800138000",
        "12800138000",
        "13800138000、1380013800",
        "3598022001",  # a program took its first 0 away
        "0359-802200",
        "010-6205000",
        "0359-8022001转",
        "转告",
        "无",
        "、",
        "",
    ],
)
def test_what_lacks_a_digit_or_has_letters_is_not(written: str) -> None:
    assert not is_phone(written)


@pytest.mark.parametrize(
    ("written", "is_full"),
    [
        ("13800138000", True),
        ("8022001", True),
        ("400-810-1234", True),
        ("12345", False),
        ("668899", False),
        ("13800138000、12345", False),
        ("无", False),
    ],
)
def test_short_number_is_none_that_anybody_can_dial(written: str, is_full: bool) -> None:
    assert is_full_phone(written) is is_full
