"""Who answered and when, in as few words as a card has room for."""

from collections.abc import Iterator, Sequence

from dialog.layout import cut
from texts import plain, say
from vocabulary.report import Byline

_NAME = 12  # characters of a name on a card


def byline(language: str, by: Byline) -> str:
    """王五 10:32; on another day 王五 8月3日. Without a name it was done at the command line."""
    name = cut(by.name, _NAME) or plain(language, "byline-office")
    name = plain(language, "byline-you") if by.is_reader else name
    if by.is_today:
        when = f"{by.at:%H:%M}"
    else:
        when = plain(language, "byline-day", month=str(by.at.month), day=str(by.at.day))
    return f"{name} {when}"


def others_writing(language: str, writing: Sequence[Byline]) -> Iterator[str]:
    """One line for each who has the same question open."""
    for by in writing[:3]:
        yield say(language, "card-writing", name=cut(by.name, 30), at=f"{by.at:%H:%M}")
