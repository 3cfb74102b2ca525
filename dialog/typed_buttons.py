"""Words that are typed for a button: 报送, 跳过, 其余同上月, and whatever a card's buttons say."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TypeVar

from dialog.button_words import button_word, is_label, short_words
from dialog.press import Action, Press
from dialog.the_rest import is_rest_as_last
from dialog.words import CONFIRMING_WORDS, as_word, without_brackets
from texts import LANGUAGES, plain
from vocabulary.message import Message

_NAMED = {
    "报送": (Action.FILE, Action.PREVIEW),
    "确认": (Action.SAME_ALL_CONFIRM, Action.PASTED_TAKE, Action.FILE),
    "确认报送": (Action.FILE,),
    "更正": (Action.CORRECT,),
    "撤回": (Action.SIGN_WITHDRAW,),
    "跳过": (Action.SKIP,),
    "返回": (Action.BACK,),
    "目录": (Action.REPORT,),
    "预览": (Action.PREVIEW,),
    "file": (Action.FILE, Action.PREVIEW),
    "confirm": (Action.SAME_ALL_CONFIRM, Action.PASTED_TAKE, Action.FILE),
    "correct": (Action.CORRECT,),
    "skip": (Action.SKIP,),
    "back": (Action.BACK,),
    "list": (Action.REPORT,),
    "preview": (Action.PREVIEW,),
    "存入": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "全部存入": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "都存": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "都存入": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "全存": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "保存": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "store": (Action.PASTED_TAKE, Action.PASTED_SHOW),
    "不存": (Action.PASTED_DROP, Action.HELD_DROP, Action.PASTED_SHOW),
    "放在后面": (Action.AFTER_THEIRS,),
    "放后面": (Action.AFTER_THEIRS,),
    "放前面": (),
    "放在前面": (),
}
"""What is typed for a button → what that does; the first that is there.

存入 where a pasted text waits behind another card shows that, to be looked at first.

放前面 is the word of a choice that no card offers, and so nobody's text either.
"""

_WAYS = {
    Action.PASTED_TAKE: {Action.PASTED_TAKE},
    Action.HELD_ANSWER: {Action.HELD_ADD, Action.HELD_ANSWER},
}
"""Of these one button is meant only where it is the only one of its kind on the card."""

_BY_ITSELF = frozenset(
    {
        Action.STATUS,
        Action.SAME,
        Action.NO_PROGRESS,
        Action.FOLLOW_UP,
        Action.PROBLEM_STANDS,
        Action.NO_FIGURE,
        Action.SAME_FIGURE,
        Action.AS_TEXT,
        Action.AS_FIGURE,
    }
)
"""What these buttons say answers the question as it is typed, and may be edited then."""


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
    "held-button-show-more": Action.HELD_SHOW,
    "pasted-button-show": Action.PASTED_SHOW,
    "away-button": Action.AWAY,
}
"""By the text of a button, where it leads from wherever one is; 报送 shows first what is filed."""

_BESIDE = (
    "form-button-load",
    "form-button-newest",
    "form-button-drop",
    "evidence-button-move",
    "evidence-button-other",
    "evidence-button-take",
    "evidence-button-drop",
    "evidence-button-back",
)
"""Of the card that a form or a file has, beside the one that asks."""

_ON_CARD = {
    "held-button-drop": (Action.HELD_DROP,),
    "pasted-button-drop": (Action.PASTED_DROP, Action.PASTED_SHOW),
}
"""Likewise of what only stands on a card."""


_ALSO_CALLED = {"zh-CN": ("简体中文", "汉语", "chinese", "zh"), "en": ("英文", "英语")}


def language_named(said: str) -> str | None:
    """The language whose name or code is all that is said: 中文, English, zh-cn."""
    word = as_word(said)
    names = {code: (code, plain(code, "language-name")) for code in LANGUAGES}
    return next(
        (
            code
            for code, own in names.items()
            if word in {name.lower() for name in (*own, *_ALSO_CALLED.get(code, ()))}
        ),
        None,
    )


@cache
def _leading() -> dict[str, Action]:
    return _by_words(_LEADING)


@cache
def _on_card() -> dict[str, tuple[Action, ...]]:
    return _by_words(_ON_CARD)


@cache
def _beside() -> frozenset[str]:
    return frozenset(_by_words(dict.fromkeys(_BESIDE)))


_What = TypeVar("_What")


def _by_words(actions: Mapping[str, _What]) -> dict[str, _What]:
    return {
        _word(plain(language, key, count=0)): action
        for language in LANGUAGES
        for key, action in actions.items()
    }


def _word(said: str) -> str:
    """The button's own word, also for 其余按上月 and what else says the same."""
    word = without_brackets(button_word(said))
    return _REST_AS_LAST if is_rest_as_last(word) else word


_REST_AS_LAST = "其余同上月"


def is_buttons_word(said: str) -> bool:
    leads = _word(said) in _leading() or _word(said) in _on_card()
    return leads or button_word(said) in _NAMED or is_label(said)


def is_of_card_beside(said: str) -> bool:
    """Whether it is a button of a form's or a file's own card."""
    return _word(said) in _beside()


def consented(said: str) -> str:
    """The button's word in a consent to what such a card asks: 对的，导入吧; else what was said."""
    found = _CONSENT.fullmatch(as_word(said)) if len(said) <= _LONGEST_CONSENT else None
    return found["what"] if found is not None and is_of_card_beside(found["what"]) else said


_LONGEST_CONSENT = 30
_CONSENT = re.compile(
    r"(?:(?:对|是|好|嗯|行|可以|确认|没错|没问题|无误|同意|那就?|就|请|帮我|现在|直接|yes|ok)[的了吧啊呀]*[,，。、!！\s]*)*"
    r"(?P<what>.+?)[吧了啊呀]*"
)


def leads_to(said: str, report_id: int | None) -> Press | None:
    """The button that is meant, on no card: it leads away from what is asked, to the report.

    None where that is no such button's word, or needs a report and none is known.
    """
    action = _leading().get(_word(said))
    if action is Action.AWAY:
        return Press(action)
    return Press(action, report_id) if action is not None and report_id is not None else None


def button_typed(card: Message, said: str) -> Press | None:
    """The button of the card that is meant; None where it has no such button, or several."""
    shown = [
        (button_word(one.text), press)
        for row in card.buttons
        for one in row
        if (press := Press.read(one.data)) is not None
    ]
    presses = [press for _, press in shown]
    word = button_word(said)
    leading = _leading().get(_word(said))
    meant = _NAMED.get(word) or _on_card().get(_word(said)) or ((leading,) if leading else ())
    if word in CONFIRMING_WORDS:
        meant = (*meant, Action.HELD_ANSWER)
    found = next((press for one in meant for press in presses if press.action is one), None)
    if found is not None and found.action in _WAYS:
        of_kind = [press for press in presses if press.action in _WAYS[found.action]]
        return found if len(of_kind) == 1 else _labelled(shown, word)
    return found or _labelled(shown, word) or _labelled(shown, _also_called().get(word, ""))


@cache
def _also_called() -> dict[str, str]:
    """What is typed for one label: a word of it, or how the button is called where it says more."""
    return {
        button_word(plain(language, word)): button_word(plain(language, label))
        for language in LANGUAGES
        for word, label in (
            ("button-doubt-mend", "button-mend-again"),
            ("pasted-button-word-append", "pasted-button-append"),
            ("pasted-button-word-replace", "pasted-button-replace"),
        )
    }


def words_for(card: Message, actions: Collection[Action]) -> list[str]:
    """What may be typed for the card's buttons that do one of these: the shortest of each."""
    called = {label: word for word, label in _also_called().items()}
    found = []
    for one in (one for row in card.buttons for one in row):
        press = Press.read(one.data)
        if press is not None and press.action in actions:
            words = (called.get(button_word(one.text), ""), *short_words(one.text), one.text)
            found += [word for word in words if button_typed(card, word) == press][:1]
    return found


def _labelled(shown: Sequence[tuple[str, Press]], word: str) -> Press | None:
    """The only button that says this, whole or but for what it counts or names: 存入 这 2 项."""
    free = [(text, press) for text, press in shown if press.action not in _BY_ITSELF]
    exact = [press for text, press in free if word and text == word]
    loose = [press for text, press in free if word in short_words(text)]
    of_month = [press for text, press in free if _MONTH.fullmatch(word) and _is_of(text, word)]
    found = exact or loose or of_month
    return found[0] if len(found) == 1 and not word.isdecimal() else None


_MONTH = re.compile(r"\d{1,2}月份?")


def _is_of(text: str, month: str) -> bool:
    """Whether the button begins with that month: 8月 is [8月份 · 64 …]."""
    first, sign, _ = text.partition(" · ")
    return bool(sign) and first.removesuffix("份") == month.removesuffix("份")
