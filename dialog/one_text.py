"""Which messages are pieces of one text: a long one, and an album, come as several."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from dialog.layout import MESSAGE_LIMIT
from vocabulary.report import EntryContent

ONE_TEXT = timedelta(seconds=10)
"""So soon behind each other are the pieces written, by Telegram's own dates: a delay on the way
changes nothing."""

_SHORTEST = MESSAGE_LIMIT // 2
"""An app looks for the end of a line or a sentence in the second half of what a message may hold;
a piece that another one follows is never shorter."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A message as it came. album: Telegram's id of what was sent together; empty for one alone.

    length: of its text as it came, also where that is not kept.
    """

    update_id: int
    message_id: int
    text: str
    length: int
    album: str
    written_at: datetime


def pieces_before(newest: Piece, earlier: Sequence[Piece]) -> list[Piece]:
    """What of the messages before is of one text or album with the newest, the newest first.

    earlier: what the person wrote before, the newest first.
    """
    found: list[Piece] = []
    behind = newest
    for piece in earlier:
        is_album = bool(piece.album) and piece.album == behind.album
        is_text = not piece.album and not behind.album and piece.length >= _SHORTEST
        if not (is_album or is_text) or behind.written_at - piece.written_at > ONE_TEXT:
            break
        found.append(piece)
        behind = piece
    return found


def without(now: EntryContent, before: EntryContent, after: EntryContent) -> EntryContent:
    """The content without what made `after` of `before`; what was said since stays."""
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(EntryContent)):
        was, became, stands = (getattr(one, name) for one in (before, after, now))
        if was == became:
            continue
        if stands == became:
            changed[name] = was
        elif isinstance(stands, str) and became and became in stands:
            changed[name] = stands.replace(became, was, 1).strip()
    return replace(now, **changed)
