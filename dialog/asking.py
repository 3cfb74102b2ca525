"""One message of a chat at a time asks: which do, whose turn it is, and what waits behind it; pure.

What asks waits for one answer: a measure's question, a choice of days, a list to be confirmed. What
offers stands where one may go on from, like a desk: the list of the measures, the preview, how
things stand, a request that somebody else has made, what was read off a stamped page. What tells
has no buttons at all.
When something new asks, what has asked before it loses its buttons: either it is let go, since the
command asks it again, or it waits, and asks again where it stands as soon as nothing else does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialog.layout import Rows
from dialog.press import ASK_ANEW, SHOW_AGAIN, UNDO, Action, Press
from vocabulary.message import Message


class Purpose(StrEnum):
    """What a message does in a chat."""

    ASKS = "asks"
    OFFERS = "offers"
    TELLS = "tells"


_OF_MEASURE = frozenset(
    {
        *(Action.STATUS, Action.SAME, Action.NO_PROGRESS, Action.SKIP, Action.RECHOOSE),
        *(Action.BACK, Action.KEEP, Action.FOLLOW_UP, Action.PROBLEM_STANDS, Action.HELP_FROM),
        *(Action.NO_FIGURE, Action.SAME_FIGURE, Action.SUM_FIGURE, Action.ABOUT_FIGURE),
        *(Action.TOLD_FIGURE, Action.LAST_CORRECTED, Action.AS_TEXT, Action.AS_FIGURE),
    }
)
"""Such a button answers a measure's question, whatever the measure says by then."""

_ANSWERS = _OF_MEASURE | frozenset(
    {
        # of the report
        *(Action.SAME_ALL_CONFIRM, Action.CORRECT_REASON, Action.HIGHLIGHT_TEXT),
        *(Action.EXPLAIN_AS, Action.EXPLAIN_ALL_AS),
        *(Action.HELP_PICK, Action.HELP_LINK, Action.HELP_KNOWN),
        # words that have no place yet
        *(Action.HELD_ADD, Action.HELD_ANSWER, Action.HELD_DROP, Action.HELD_APART),
        *(Action.PASTED_TAKE, Action.PASTED_ANSWER, Action.PASTED_DROP),
        *(Action.KEEP_THEIRS, Action.TAKE_MINE, Action.AFTER_THEIRS),
        # beside the report
        *(Action.LANGUAGE, Action.AWAY_DAYS, Action.EXTEND_TO, Action.CANCEL),
        *(Action.EVIDENCE_TO, Action.FORM_LOAD, Action.FORM_DROP, Action.WORD_TAKE),
        *(Action.WORD_DROP,),
        # the office
        *(Action.EXEMPT, Action.EXEMPT_FROM, Action.EXEMPT_UNTIL, Action.EXEMPT_WHY),
        *(Action.EXEMPT_DROP, Action.ANNOUNCE_TO, Action.ANNOUNCE_SEND, Action.ANNOUNCE_DROP),
        *(Action.PLAN_CONFIRM, Action.PLAN_DROP),
    }
)
"""A message with such a button asks."""

_SETS_OUT = {
    Action.AWAY: {"", ASK_ANEW},
    Action.EXTEND: {""},
    Action.SNOOZE: {""},
    Action.HAND_OVER: {""},
    Action.CORRECT_DROP: {""},
    Action.HELP_REFUSE: {""},
    Action.FORM_LOAD: {SHOW_AGAIN},
    Action.EXEMPT_END: {""},
    Action.RESEND_ALL: {""},
    Action.ACCEPT_ALL: {""},
    Action.NUDGE: {""},
    Action.REFUSE_EXTENSION: {""},
    Action.PLAN_PERIODS: {""},
}
"""Of these only a button with another argument answers; with one of these it sets out to ask."""


OF_OWN_WORDS = frozenset(
    {
        *(Action.WORDS_TEXT, Action.WORDS_LACK, Action.WORDS_ONLY, Action.WORDS_BACK),
        Action.WORDS_BEHIND,
    }
)
"""What a card offers its reader about words that they have just sent, such as [撤回刚才这条]."""


def ways_of_own_words(shown: Message, entry_id: int, version: int) -> Rows:
    """The rows of a card about the reader's own words, as long as the entry is as it was then."""
    return tuple(
        row
        for row in shown.buttons
        if (press := Press.read(row[0].data)) is not None
        and press.action in OF_OWN_WORDS
        and press.target == entry_id
        and press.version in {0, version}
    )


def answers(press: Press) -> bool:
    """Whether the button answers what its message asks."""
    if press.action in _SETS_OUT:
        return press.argument not in _SETS_OUT[press.action]
    return press.action in _ANSWERS and not press.argument.endswith(f".{UNDO}")


def answers_as_it_stands(press: Press) -> bool:
    """Whether it answers a measure's question, and does not say itself in which state of it."""
    return press.action in _OF_MEASURE and not press.version


def purpose_of(message: Message) -> Purpose:
    """By its buttons, whether these are put aside or not."""
    presses = [Press.read(one.data) for row in message.buttons for one in row]
    if any(press is not None and answers(press) for press in presses):
        return Purpose.ASKS
    return Purpose.OFFERS if message.buttons else Purpose.TELLS


@dataclass(frozen=True, slots=True)
class Card:
    """A message of ours that stands in a chat and asks.

    is_new: it has come, or was answered by a tap, just now; of several the last one is the newest.
    may_go: nothing is lost when it asks no more, since a command asks it again.
    """

    name: str
    is_new: bool = False
    is_aside: bool = False
    may_go: bool = False


@dataclass(frozen=True, slots=True)
class WhoAsks:
    """Who asks, and what becomes of the others.

    takes_up: it was put aside, and asks again. waiting: put aside before or now, the next first.
    """

    asks: str | None = None
    takes_up: str | None = None
    puts_aside: tuple[str, ...] = ()
    lets_go: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def who_asks(cards: Sequence[Card]) -> WhoAsks:
    """cards: all that ask in one chat, in the order in which they get their turn again."""
    new = [card for card in cards if card.is_new and not card.is_aside]
    now = new[-1:] or [card for card in cards if not card.is_aside][-1:]
    if not now:
        next_one = cards[0].name if cards else None
        return WhoAsks(next_one, next_one, waiting=tuple(card.name for card in cards[1:]))
    others = [card for card in cards if card is not now[0]]
    return WhoAsks(
        now[0].name,
        puts_aside=tuple(c.name for c in others if not (c.is_aside or c.may_go)),
        lets_go=tuple(c.name for c in others if c.may_go),
        waiting=tuple(c.name for c in others if not c.may_go),
    )
