"""Which messages ask, whose turn it is, and what becomes of those that asked before."""

import pytest

from dialog.asking import Card, Purpose, WhoAsks, answers, purpose_of, who_asks
from dialog.press import UNDO, Action, Press
from tests.asking import ANSWER, LEADS_WITH, OFFER, is_answer
from vocabulary.message import Button, Message


def shown(*presses: Press) -> Message:
    return Message("…", tuple((Button("…", press.data()),) for press in presses))


@pytest.mark.parametrize(
    ("message", "purpose"),
    [
        (Message("Done."), Purpose.TELLS),
        (Message("…", ((Button("a page", url="https://a.test"),),)), Purpose.OFFERS),
        (shown(Press(Action.REPORT, 1)), Purpose.OFFERS),
        (shown(Press(Action.ENTRY, 1), Press(Action.FILE, 1, version=3)), Purpose.OFFERS),
        (shown(Press(Action.SIGN, 1), Press(Action.SIGN_BACK, 1)), Purpose.OFFERS),
        (shown(Press(Action.GRANT, 1), Press(Action.REFUSE_EXTENSION, 1)), Purpose.OFFERS),
        (shown(Press(Action.STATUS, 1, "behind"), Press(Action.REPORT, 1)), Purpose.ASKS),
        (shown(Press(Action.BACK, 1, "text")), Purpose.ASKS),
        (shown(Press(Action.PASTED_TAKE, 1), Press(Action.PASTED_DROP, 1)), Purpose.ASKS),
        (shown(Press(Action.LANGUAGE, 0, "en")), Purpose.ASKS),
        (shown(Press(Action.AWAY, 0, "today"), Press(Action.AWAY, 0, "no")), Purpose.ASKS),
        (shown(Press(Action.AWAY_END, 1), Press(Action.AWAY, 0, "ask")), Purpose.OFFERS),
        (shown(Press(Action.REPORT, 1), Press(Action.EXTEND, 1)), Purpose.OFFERS),
        (shown(Press(Action.EXTEND, 1, "no")), Purpose.ASKS),
        (shown(Press(Action.EVIDENCE_TO, 1, "17"), Press(Action.EVIDENCE_TAKE, 1)), Purpose.ASKS),
        (shown(Press(Action.EVIDENCE_TO, 1, f"17.{UNDO}")), Purpose.OFFERS),
        (
            shown(Press(Action.EVIDENCE_WHERE, 1, "0"), Press(Action.EVIDENCE_TAKE, 1)),
            Purpose.OFFERS,
        ),
        (shown(Press(Action.FORM_LOAD, 1), Press(Action.FORM_DROP, 1)), Purpose.ASKS),
        (shown(Press(Action.FORM_LOAD, 1, "show")), Purpose.OFFERS),
        (shown(Press(Action.CORRECT_DROP, 1)), Purpose.OFFERS),
        (shown(Press(Action.CORRECT_DROP, 1, "yes")), Purpose.ASKS),
    ],
)
def test_message_asks_by_a_button_that_answers_and_offers_by_one_that_leads(
    message: Message, purpose: Purpose
) -> None:
    assert purpose_of(message) is purpose


def test_every_action_is_known_to_answer_or_not() -> None:
    kinds = [*ANSWER, *OFFER, *LEADS_WITH]
    assert sorted(kinds) == sorted(Action)


@pytest.mark.parametrize("action", Action)
def test_button_answers_where_a_question_waits_for_what_it_means(action: Action) -> None:
    leading = LEADS_WITH.get(action, set())
    for argument in {"", "yes", "17", *leading}:
        press = Press(action, 1, argument)
        assert answers(press) is is_answer(press), argument


def test_what_is_put_aside_asks_all_the_same() -> None:
    assert (
        purpose_of(Message("…", shown(Press(Action.SKIP, 1)).buttons, put_aside=True))
        is Purpose.ASKS
    )


def test_what_leads_to_a_place_answers_nothing() -> None:
    for action in (Action.REPORT, Action.PAGE, Action.ENTRY, Action.PREVIEW, Action.STANDING):
        assert not answers(Press(action, 1))


QUESTION, PHOTO = Card("report"), Card("photo")
NEW_DAYS = Card("away", is_new=True, may_go=True)


@pytest.mark.parametrize(
    ("cards", "told"),
    [
        ([], WhoAsks()),
        ([QUESTION], WhoAsks("report")),
        (  # what was asked waits behind what is new
            [QUESTION, NEW_DAYS],
            WhoAsks("away", puts_aside=("report",), waiting=("report",)),
        ),
        (  # what may go does not come back
            [Card("report", is_new=True), Card("away", may_go=True)],
            WhoAsks("report", lets_go=("away",)),
        ),
        (  # what waits goes on waiting
            [Card("report", is_aside=True), PHOTO, NEW_DAYS],
            WhoAsks("away", puts_aside=("photo",), waiting=("report", "photo")),
        ),
        (  # nothing else asks: the first that waits does again, and the next one waits on
            [Card("report", is_aside=True), Card("photo", is_aside=True)],
            WhoAsks("report", takes_up="report", waiting=("photo",)),
        ),
        (  # nothing new: whoever asks goes on asking
            [Card("report", is_aside=True), PHOTO],
            WhoAsks("photo", waiting=("report",)),
        ),
        (  # two that were left asking side by side, as before this was looked at
            [QUESTION, PHOTO],
            WhoAsks("photo", puts_aside=("report",), waiting=("report",)),
        ),
    ],
)
def test_one_asks_and_the_others_wait_or_go(cards: list[Card], told: WhoAsks) -> None:
    assert who_asks(cards) == told
