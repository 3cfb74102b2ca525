import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.press import Action, Press

PRESSES = st.builds(
    Press,
    action=st.sampled_from(Action),
    target=st.integers(0, 10**18 - 1),
    argument=st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789_.-", max_size=24),
    version=st.integers(0, 10**9 - 1),
)


@given(PRESSES)
def test_what_a_button_says_is_read_back_the_same(press: Press) -> None:
    assert Press.read(press.data()) == press


@given(PRESSES)
def test_what_a_button_says_fits_into_64_bytes(press: Press) -> None:
    assert len(press.data().encode()) <= 64


@given(st.one_of(st.text(), st.from_regex(r"v1:[a-z]{1,3}:\d*:\d*:.*")))
def test_forged_data_is_nothing_or_exactly_what_a_button_would_say(data: str) -> None:
    press = Press.read(data)
    assert press is None or press.data() == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "v1:e:18",
        "v2:e:18:0:",
        "v1:zz:18:0:",
        "v1:e:018:0:",
        "v1:e:-1:0:",
        "v1:e:١:0:",
        "v1:e:18:0:\n",
    ],
)
def test_malformed_data_is_refused(data: str) -> None:
    assert Press.read(data) is None


def test_a_button_that_could_not_be_read_back_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="v1:e"):
        Press(Action.ENTRY, 1, "x" * 25)


def test_every_action_has_a_code_of_its_own() -> None:
    codes = [action.value for action in Action]
    assert len(codes) == len(set(codes))
