"""Which question a text answers: the one on the screen when it was written.

Two messages sent at once, a text that Telegram has cut in two, and what was written while the bot
was away: all come when the next question is asked already, and none of them is its answer.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from dialog.denials import owns_slip
from dialog.measure_numbers import heading
from dialog.steps import Step
from dialog.words import ANY_FIELD, MORE, behind_instead, cleaned, is_known_word, is_number
from vocabulary.message import Showing

WORDS = frozenset({Step.TEXT, Step.REASON, Step.PROBLEM, Step.NEXT_STEP, Step.FOLLOW_UP})
"""The questions that are answered in words."""


class Sight(Enum):
    """Whether the person had the open question before them while they wrote."""

    SEEN = auto()
    UNSEEN = auto()
    UNSURE = auto()


class Place(Enum):
    """What to do with a text: it answers the open question, adds to the one before, or is held."""

    ANSWER = auto()
    ADD = auto()
    ASK = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """A question about an entry, as remembered."""

    entry_id: int
    step: Step
    indicator_id: int | None = None


def sight_of(shown: Showing | None, *, message_id: int, written_at: datetime) -> Sight:
    """None: nothing is known of the showing any more, so it was long ago.

    Ids grow within a chat, so they tell exactly whether a new message came before the text. An
    edit keeps its id; there the moments decide. Telegram's have whole seconds: within the same one
    the text counts as written after, since nobody reads and writes in less, while whoever types
    ahead of an edit has just tapped for it.
    """
    if shown is None:
        return Sight.SEEN
    is_ahead = (
        shown.message_id is None
        or shown.at is None
        or message_id < shown.message_id
        or (shown.in_place and _before(written_at, shown.at))
    )
    if not is_ahead:
        return Sight.SEEN
    in_doubt = shown.is_unsure and not _before(written_at, shown.asked_at)
    return Sight.UNSURE if in_doubt else Sight.UNSEEN


def _before(written_at: datetime, moment: datetime) -> bool:
    return written_at + timedelta(seconds=1) <= moment


def place(
    text: str,
    sight: Sight,
    *,
    before: Question | None,
    now: Question | None,
    stood: Question | None = None,
    numbers: frozenset[str] = frozenset(),
) -> Place:
    """Where a text belongs whose writer may not have seen the question `now`.

    before: what was asked before it; None where the person went to `now` on their own.
    stood: what the card asked that they did see. Taps that were on their way meanwhile may have led
    elsewhere, and what was written to it is of neither measure; or `now` is the same question anew.
    numbers: of the report's measures; a text that begins with one may be about that.
    """
    if before is not None and now is not None and _may_be_of(before, now, cleaned(text)):
        return Place.ASK
    if sight is Sight.SEEN or (stood is not None and stood == now):
        return Place.ANSWER
    if _is_of_neither(stood, before, now):
        return Place.ASK
    is_to_now = now is not None and _leads_to(stood, now)
    if before is None:
        return Place.ANSWER if is_to_now else Place.ASK
    if now is not None and _goes_with_its_tap(before, now):
        return Place.ANSWER if is_to_now else Place.ASK
    more_words = before.step in WORDS and _is_words(text, numbers)
    is_theirs = stood is None or stood.entry_id == before.entry_id
    return Place.ADD if more_words and is_theirs and sight is Sight.UNSEEN else Place.ASK


_IS_MORE = re.compile(
    rf"(?:{ANY_FIELD})?{MORE}\s*[:：,，]|(?:另|还)?需要?请?[^\d，,。；;\n]{{2,12}}(?:协调|支持|帮助)(?:解决)?[。.]?$"
)
"""补充：…, 问题再补充一条：…, 需要财政局协调: of the measure answered last, or of the open one."""


def _may_be_of(before: Question, now: Question, said: str) -> bool:
    """Whether words may go on with what was answered before, or stand in its place."""
    is_other = before.entry_id != now.entry_id
    if is_other and (_IS_MORE.match(said) or owns_slip(said)):
        return True
    is_next = is_other or (before.step in WORDS and before != now)
    return is_next and bool(behind_instead(said))


def _is_of_neither(stood: Question | None, *known: Question | None) -> bool:
    return stood is not None and all(one is None or one.entry_id != stood.entry_id for one in known)


def _leads_to(stood: Question | None, now: Question) -> bool:
    """Whether what was written to the card may answer the open question: words go with a status."""
    return stood is None or stood == now or (stood.step is Step.STATUS and now.step in _OF_STATUS)


_OF_STATUS = {Step.TEXT, Step.REASON}


def _goes_with_its_tap(before: Question, now: Question) -> bool:
    """Words beside a tap are its text, whether they came before or after the tap."""
    if before.entry_id != now.entry_id:
        return False
    if before.step is Step.STATUS:
        return now.step in _OF_STATUS
    return before.step is now.step is Step.FOLLOW_UP


def _is_words(text: str, numbers: frozenset[str]) -> bool:
    if is_known_word(text) or is_number(text):
        return False
    numbered = heading(cleaned(text).partition("\n")[0])
    return numbered is None or numbered.number not in numbers
