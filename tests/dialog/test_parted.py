"""A text that is too long for a message comes as several, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.layout import MESSAGE_LIMIT, parted, parts_that_fit, shown_length
from vocabulary.message import Button

NAMES = st.lists(st.text("市局中心办公室甲乙", min_size=1, max_size=60), min_size=1, max_size=400)
BUTTONS = ((Button("看", "v1:x"),),)


@given(NAMES)
def test_long_list_is_parted_between_names(names: list[str]) -> None:
    told = f"<b>未报</b>\n{'、'.join(names)}\n请联系。"
    found = parted(told, buttons=BUTTONS)
    assert all(shown_length(one.html) <= MESSAGE_LIMIT for one in found)
    assert "".join(one.html for one in found).replace("\n", "") == told.replace("\n", "")
    assert [bool(one.buttons) for one in found] == [False] * (len(found) - 1) + [True]


def test_what_a_tag_holds_together_stays_so() -> None:
    quote = "<blockquote expandable>" + "\n".join("第1项" for _ in range(100)) + "</blockquote>"
    found = parted("\n".join(["字" * 3900, quote, "完"]))
    assert [one.html for one in found] == ["字" * 3900, f"{quote}\n完"]


def test_what_fits_is_one_message() -> None:
    assert [one.html for one in parted("甲\n乙")] == ["甲\n乙"]


@given(NAMES)
def test_parts_hold_all_things_in_their_order(names: list[str]) -> None:
    parts = parts_that_fit(names, "\n".join)
    assert [name for part in parts for name in part] == names
    assert all(shown_length("\n".join(part)) <= MESSAGE_LIMIT for part in parts)
