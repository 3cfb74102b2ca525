"""What the words beside a photo answer, and what they never do."""

import pytest

from dialog.captions import Captioned, read_caption
from dialog.doubts import open_doubts
from dialog.outcome import Accepted
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.factories import a_content, a_figure, with_indicator
from vocabulary.report import EntryContent
from vocabulary.terms import DoubtKind

DOUBTED = with_indicator(a_content(text="累计建成183个。", figures=(a_figure(182),)))
"""Of measure 18 it is asked which of the two holds."""


def beside_doubt(caption: str) -> Captioned:
    return read_caption(DOUBTED, Question(18, Step.EXPLAIN), caption)


def content_after(read: Captioned) -> EntryContent:
    return read.answer.content if isinstance(read.answer, Accepted) else DOUBTED.content


@pytest.mark.parametrize(
    "caption",
    ["基站", "全省统计口径有调整", "以指标为准", "以正文为准", "183", "累计183个", "实际是183个"],
)
def test_words_beside_a_photo_settle_no_doubt(caption: str) -> None:
    assert [one.kind for one in open_doubts(DOUBTED)] == [DoubtKind.OTHER_TOTAL]
    after = content_after(beside_doubt(caption))
    assert (after.explanations, after.figures) == ((), DOUBTED.content.figures)
    assert after.text.startswith(DOUBTED.content.text)


def test_name_of_a_picture_beside_a_doubt_is_the_name_alone() -> None:
    named = beside_doubt("基站")
    assert (named.asked.step, named.is_name) == (Step.TEXT, True)


def test_words_beside_a_photo_tell_what_was_done_where_something_is_doubtful() -> None:
    told = "基站开通现场。本月还完成扩容招标，中标价320万元。"
    after = content_after(beside_doubt(told))
    assert after.text == f"{DOUBTED.content.text}\n{told}"
