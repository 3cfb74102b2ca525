"""Words that are typed for a button: 报送, 更正, 跳过, 其余同上月."""

import re
from functools import cache

from dialog.press import Action, Press
from dialog.the_rest import is_rest_as_last
from dialog.words import as_word
from texts import LANGUAGES, plain
from vocabulary.message import Message

_NAMED = {
    "报送": (Action.FILE, Action.PREVIEW),
    "确认": (Action.SAME_ALL_CONFIRM, Action.FILE),
    "确认报送": (Action.FILE,),
    "更正": (Action.CORRECT,),
    "撤回": (Action.SIGN_WITHDRAW,),
    "跳过": (Action.SKIP,),
    "返回": (Action.BACK,),
    "目录": (Action.REPORT,),
    "预览": (Action.PREVIEW,),
    "file": (Action.FILE, Action.PREVIEW),
    "confirm": (Action.SAME_ALL_CONFIRM, Action.FILE),
    "correct": (Action.CORRECT,),
    "skip": (Action.SKIP,),
    "back": (Action.BACK,),
    "list": (Action.REPORT,),
    "preview": (Action.PREVIEW,),
}
"""What is typed for a button → what that does; the first that is there."""


_LEADING = {
    "button-same-all": Action.SAME_ALL,
    "button-list": Action.REPORT,
    "button-preview": Action.PREVIEW,
    "button-preview-file": Action.PREVIEW,
    "button-back-to-preview": Action.PREVIEW,
    "button-file": Action.PREVIEW,
    "button-full": Action.FULL,
    "button-correct": Action.CORRECT,
    "button-correct-drop": Action.CORRECT_DROP,
    "button-form": Action.FORM,
    "button-help": Action.HELP,
    "button-extend": Action.EXTEND,
    "held-button-show": Action.HELD_SHOW,
    "pasted-button-show": Action.PASTED_SHOW,
    "away-button": Action.AWAY,
}
"""By the text of a button, where it leads from wherever one is; 报送 shows first what is filed."""

_ON_CARD = {"held-button-drop": Action.HELD_DROP, "pasted-button-drop": Action.PASTED_DROP}
"""Likewise of what only stands on a card."""

_COUNT = re.compile(r"\s*[（(][^（()）]*[)）]$")
"""What some buttons say behind their word: 其余同上月（12项）."""


@cache
def _leading() -> dict[str, Action]:
    return _by_words(_LEADING)


@cache
def _on_card() -> dict[str, Action]:
    return _by_words(_ON_CARD)


def _by_words(actions: dict[str, Action]) -> dict[str, Action]:
    return {
        _word(plain(language, key, count=0)): action
        for language in LANGUAGES
        for key, action in actions.items()
    }


def _word(said: str) -> str:
    """The button's own word, also for 其余按上月 and what else says the same."""
    word = _COUNT.sub("", as_word(said)).strip(" ‹")
    return _REST_AS_LAST if is_rest_as_last(word) else word


_REST_AS_LAST = "其余同上月"


def is_buttons_word(said: str) -> bool:
    return as_word(said) in _NAMED or _word(said) in _leading() | _on_card()


def leads_to(said: str, report_id: int | None) -> Press | None:
    """The button that is meant, on no card: it leads away from what is asked, to the report.

    None where that is no such button's word, or needs a report and none is known.
    """
    action = _leading().get(_word(said))
    if action is Action.AWAY:
        return Press(action)
    return Press(action, report_id) if action is not None and report_id is not None else None


def button_typed(card: Message, said: str) -> Press | None:
    """The button of the card that is meant; None where it has no such button."""
    read = [Press.read(one.data) for row in card.buttons for one in row if one.data]
    presses = {press.action: press for press in reversed(read) if press is not None}
    meant = _NAMED.get(as_word(said)) or ((_leading() | _on_card())[_word(said)],)
    return next((presses[one] for one in meant if one in presses), None)
