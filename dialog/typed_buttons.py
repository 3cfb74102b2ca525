"""Words that are typed for a button: 报送, 更正, 跳过."""

from dialog.press import Action, Press
from dialog.words import as_word
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


def is_buttons_word(said: str) -> bool:
    return as_word(said) in _NAMED


def button_typed(card: Message, said: str) -> Press | None:
    """The button of the card that is meant; None where it has no such button."""
    read = [Press.read(one.data) for row in card.buttons for one in row if one.data]
    presses = {press.action: press for press in reversed(read) if press is not None}
    return next((presses[one] for one in _NAMED[as_word(said)] if one in presses), None)
