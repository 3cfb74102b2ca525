"""The word of a button, typed: the button of the card that is meant, or none."""

import pytest

from dialog.answers import typed
from dialog.held import held_question
from dialog.layout import button
from dialog.outcome import Refused
from dialog.pasting import parts_of, split_shown
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.questions import question
from dialog.steps import Step
from dialog.typed_buttons import button_typed, language_named
from tests.dialog.factories import a_content
from tests.dialog.test_pasting import a_town
from vocabulary.message import Message
from vocabulary.report import EntryContent

PASTED = "1. 开工\n2. 完工"


def pasted(**contents: EntryContent) -> Message:
    report = a_town(**contents)
    parts = parts_of(report, PASTED)
    return split_shown("zh-CN", report, parts, paste_id=3, messages=1, answering=None)


def forwarded(*, before: bool = False) -> Message:
    report = a_town()
    now, earlier = Question(1, Step.STATUS), Question(2, Step.TEXT) if before else None
    return held_question("zh-CN", report, "开工", before=earlier, now=now, is_open=True, month=None)


def card(key: str, press: Press, **values: str) -> Message:
    return Message("?", ((button("zh-CN", key, press, **values),),))


TAKE, DROP = Action.PASTED_TAKE, Action.PASTED_DROP
ON = card("button-continue", Press(Action.ENTRY, 18), number="18")
GO = card("button-go-to", Press(Action.ENTRY, 18), number="18")
AFTER = card("collision-button-after", Press(Action.AFTER_THEIRS, 18, version=1))
WAITS = card("pasted-button-show", Press(Action.PASTED_SHOW, 5))
HURRY = card("button-hurry", Press(Action.HURRY, 18), count="2")
PHOTO = card("evidence-button-take", Press(Action.EVIDENCE_TAKE, 1))
MONTHS = card(
    "held-button-of", Press(Action.HELD_ANSWER, 5, "1"), number="1", title="选址", month="8月份"
)
FORM = card("form-button-load", Press(Action.FORM_LOAD, 4))


@pytest.mark.parametrize(
    ("shown", "said", "action"),
    [
        *((pasted(), said, TAKE) for said in ("存入这 2 项", "[存入这 2 项]", "存入", "确认")),
        *((pasted(), said, TAKE) for said in ("全部存入", "“存入”。", "都存")),
        *((pasted(), said, DROP) for said in ("不存", "都不存")),
        (pasted(of_1=a_content()), "存入", None),
        (pasted(of_1=a_content()), "存入，已有内容的接着写", TAKE),
        (pasted(), "好的", None),
        (forwarded(), "是", Action.HELD_ANSWER),
        (forwarded(before=True), "是", None),
        (forwarded(), "不存", Action.HELD_DROP),
        (GO, "去第18项", Action.ENTRY),
        *((ON, said, Action.ENTRY) for said in ("继续", "继续。", "[继续：18]")),
        (GO, "继续", None),
        (GO, "18", None),
        (GO, "去", None),
        (GO, "。", None),
        (AFTER, "接在其后", Action.AFTER_THEIRS),
        (AFTER, "放后面", Action.AFTER_THEIRS),
        (AFTER, "放前面", None),
        (FORM, "导入", Action.FORM_LOAD),
        *((WAITS, said, Action.PASTED_SHOW) for said in ("存入", "全部存入", "不存", "都不存")),
        (HURRY, "催一下", Action.HURRY),
        (HURRY, "催一下（2家）", Action.HURRY),
        (PHOTO, "取下", Action.EVIDENCE_TAKE),
        (PHOTO, "存入", None),
        (MONTHS, "8月", Action.HELD_ANSWER),
        (MONTHS, "8月份", Action.HELD_ANSWER),
        (MONTHS, "9月", None),
    ],
)
def test_word_of_a_button_is_that_button(shown: Message, said: str, action: Action | None) -> None:
    press = button_typed(shown, said)
    assert (press and press.action) is action


def test_word_that_answers_the_question_itself_is_left_to_it() -> None:
    report = a_town()
    entry = report.entries[0]
    asked = question("zh-CN", report, entry, Step.STATUS, None)
    for said in ("已完成", "滞后", "本月无进展"):
        assert button_typed(asked, said) is None
        assert not isinstance(typed(entry, Step.STATUS, None, said), Refused)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("中文", "zh-CN"),
        ("English", "en"),
        ("zh-cn", "zh-CN"),
        ("英文", "en"),
        ("中文说明已印发", None),
    ],
)
def test_language_is_known_by_its_name_alone(said: str, code: str | None) -> None:
    assert language_named(said) == code
