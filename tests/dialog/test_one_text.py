"""Which messages are pieces of one text, and what a content is without what one has given."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dialog.one_text import Piece, pieces_before, without
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus

NOON = datetime(2026, 8, 3, 12, tzinfo=UTC)


def a_piece(number: int, *, text: str = "", album: str = "", seconds: int = 0) -> Piece:
    return Piece(number, number, text, len(text), album, NOON + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("before", "is_piece"),
    [
        (a_piece(1, text="闸" * 4096), True),
        (a_piece(1, text="闸" * 2048), True),
        (replace(a_piece(1), length=4096), True),
        (a_piece(1, text="闸" * 2047), False),
        (a_piece(1, text="闸" * 4096, seconds=-11), False),
        (a_piece(1, album="7"), False),
    ],
)
def test_long_text_comes_in_pieces_that_nearly_fill_a_message(
    before: Piece, *, is_piece: bool
) -> None:
    assert pieces_before(a_piece(2, text="机密"), [before]) == [before] * is_piece


def test_pieces_are_counted_back_to_the_first_that_is_none() -> None:
    first, second = (a_piece(n, text="闸" * 4000) for n in (2, 3))
    earlier = [second, first, a_piece(1, text="已办。"), a_piece(0, text="闸" * 4000)]
    assert pieces_before(a_piece(4, text="机密"), earlier) == [second, first]


def test_album_is_known_by_its_id() -> None:
    earlier = [a_piece(2, album="7"), a_piece(1, album="6")]
    assert pieces_before(a_piece(3, album="7"), earlier) == earlier[:1]


def test_what_was_said_since_stays_where_an_answer_is_taken_back() -> None:
    before = EntryContent(EntryStatus.ON_TRACK, text="已开工。")
    after = EntryContent(EntryStatus.ON_TRACK, text="已开工。\n七座闸门。")
    now = EntryContent(EntryStatus.BEHIND, text="已开工。\n七座闸门。\n招标3个。")
    assert without(after, before, after) == before
    assert without(now, before, after) == EntryContent(
        EntryStatus.BEHIND, text="已开工。\n招标3个。"
    )
