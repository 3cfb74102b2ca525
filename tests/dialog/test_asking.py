"""Which messages ask, whose turn it is, and what becomes of those that asked before."""

import pytest

from dialog.asking import UNDO, Card, Part, Turn, answers, part_of, turn
from dialog.press import Action, Press
from vocabulary.message import Button, Message


def shown(*presses: Press) -> Message:
    return Message("…", tuple((Button("…", press.data()),) for press in presses))


@pytest.mark.parametrize(
    ("message", "part"),
    [
        (Message("Done."), Part.TELLS),
        (Message("…", ((Button("a page", url="https://a.test"),),)), Part.OFFERS),
        (shown(Press(Action.REPORT, 1)), Part.OFFERS),
        (shown(Press(Action.ENTRY, 1), Press(Action.FILE, 1, version=3)), Part.OFFERS),
        (shown(Press(Action.SIGN, 1), Press(Action.SIGN_BACK, 1)), Part.OFFERS),
        (shown(Press(Action.GRANT, 1), Press(Action.REFUSE_EXTENSION, 1)), Part.OFFERS),
        (shown(Press(Action.STATUS, 1, "behind"), Press(Action.REPORT, 1)), Part.ASKS),
        (shown(Press(Action.BACK, 1, "text")), Part.ASKS),
        (shown(Press(Action.PASTED_TAKE, 1), Press(Action.PASTED_DROP, 1)), Part.ASKS),
        (shown(Press(Action.LANGUAGE, 0, "en")), Part.ASKS),
        (shown(Press(Action.AWAY, 0, "today"), Press(Action.AWAY, 0, "no")), Part.ASKS),
        (shown(Press(Action.AWAY_END, 1), Press(Action.AWAY, 0, "ask")), Part.OFFERS),
        (shown(Press(Action.REPORT, 1), Press(Action.EXTEND, 1)), Part.OFFERS),
        (shown(Press(Action.EXTEND, 1, "no")), Part.ASKS),
        (shown(Press(Action.EVIDENCE_TO, 1, "17"), Press(Action.EVIDENCE_TAKE, 1)), Part.ASKS),
        (shown(Press(Action.EVIDENCE_TO, 1, f"17.{UNDO}")), Part.OFFERS),
        (shown(Press(Action.EVIDENCE_WHERE, 1, "0"), Press(Action.EVIDENCE_TAKE, 1)), Part.OFFERS),
        (shown(Press(Action.FORM_LOAD, 1), Press(Action.FORM_DROP, 1)), Part.ASKS),
        (shown(Press(Action.FORM_LOAD, 1, "show")), Part.OFFERS),
        (shown(Press(Action.CORRECT_DROP, 1)), Part.OFFERS),
        (shown(Press(Action.CORRECT_DROP, 1, "yes")), Part.ASKS),
    ],
)
def test_message_asks_by_a_button_that_answers_and_offers_by_one_that_leads(
    message: Message, part: Part
) -> None:
    assert part_of(message) is part


def test_what_is_put_aside_asks_all_the_same() -> None:
    assert part_of(Message("…", shown(Press(Action.SKIP, 1)).buttons, put_aside=True)) is Part.ASKS


def test_what_leads_to_a_place_answers_nothing() -> None:
    for action in (Action.REPORT, Action.PAGE, Action.ENTRY, Action.PREVIEW, Action.STANDING):
        assert not answers(Press(action, 1))


QUESTION, PHOTO = Card("report"), Card("photo")
NEW_DAYS = Card("away", is_new=True, may_go=True)


@pytest.mark.parametrize(
    ("cards", "told"),
    [
        ([], Turn()),
        ([QUESTION], Turn("report")),
        (  # what was asked waits behind what is new
            [QUESTION, NEW_DAYS],
            Turn("away", puts_aside=("report",), waiting=("report",)),
        ),
        (  # what may go does not come back
            [Card("report", is_new=True), Card("away", may_go=True)],
            Turn("report", lets_go=("away",)),
        ),
        (  # what waits goes on waiting
            [Card("report", is_aside=True), PHOTO, NEW_DAYS],
            Turn("away", puts_aside=("photo",), waiting=("report", "photo")),
        ),
        (  # nothing else asks: the first that waits does again, and the next one waits on
            [Card("report", is_aside=True), Card("photo", is_aside=True)],
            Turn("report", takes_up="report", waiting=("photo",)),
        ),
        (  # nothing new: whoever asks goes on asking
            [Card("report", is_aside=True), PHOTO],
            Turn("photo", waiting=("report",)),
        ),
        (  # two that were left asking side by side, as before this was looked at
            [QUESTION, PHOTO],
            Turn("photo", puts_aside=("report",), waiting=("report",)),
        ),
    ],
)
def test_one_asks_and_the_others_wait_or_go(cards: list[Card], told: Turn) -> None:
    assert turn(cards) == told
