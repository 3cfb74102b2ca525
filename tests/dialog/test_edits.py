"""改成：… in a reply changes what it speaks of; the rest of what the message told stays."""

from collections.abc import Mapping

import pytest

from dialog.answers import typed
from dialog.edits import Edited, Given, edited
from dialog.outcome import SHORT_LIMIT, Accepted
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.factories import a_measure, an_entry, an_indicator
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus

MEASURE = a_measure(indicators=(an_indicator(),))


def after(said: str, instead: str) -> tuple[ReportEntry, Edited]:
    """The entry as it is when the message was edited so."""
    entry = an_entry(measure=MEASURE)
    answer = typed(entry, Step.STATUS, None, said)
    assert isinstance(answer, Accepted)
    given = Given(Question(entry.entry_id, Step.STATUS), entry.content, answer.content)
    now = an_entry(measure=MEASURE, content=answer.content)
    result = edited(now, given, instead)
    assert isinstance(result, Edited)
    return now, result


ALL = "正常推进：累计建成182个，另签约3家。"
HINDERED = "滞后：累计建成182个。\n存在问题：用地没批。\n下一步：8月报批。"


@pytest.mark.parametrize(
    ("said", "instead", "changed"),
    [
        (ALL, "累计建成185个，另签约4家。", {"text": "累计建成185个，另签约4家。", "figure": 185}),
        (ALL, "另签约4家。", {"text": "另签约4家。"}),
        (ALL, "滞后", {"status": EntryStatus.BEHIND}),
        (ALL, "滞后：另签约4家。", {"status": EntryStatus.BEHIND, "text": "另签约4家。"}),
        (HINDERED, "存在问题：缺人。", {"problem": "缺人。"}),
        (HINDERED, "累计建成185个。", {"text": "累计建成185个。", "figure": 185}),
        ("正常推进：本月无进展，等批复", "已开工。", {"text": "已开工。", "reason": ""}),
    ],
)
def test_what_is_said_instead_leaves_what_it_does_not_speak_of(
    said: str, instead: str, changed: Mapping[str, object]
) -> None:
    now, result = after(said, f"改成：{instead}")

    def parts(entry: ReportEntry) -> dict[str, object]:
        content, figure = entry.content, entry.content.figure(7)
        return {
            "status": content.status,
            "text": content.text,
            "figure": figure.value if figure else None,
            "problem": content.problem,
            "next": content.next_step,
            "reason": content.no_progress_reason,
        }

    found = parts(an_entry(measure=MEASURE, content=result.content))
    assert found == parts(now) | dict(changed)
    assert result.given.after == result.content


def test_edit_without_such_words_takes_back_what_it_leaves_out() -> None:
    _, result = after(ALL, "另签约4家。")
    assert (result.content.status, result.content.figures) == (None, ())


def test_edit_is_not_refused_for_words_of_another_question_that_are_too_long() -> None:
    step = "永济" * SHORT_LIMIT
    entry = an_entry(measure=MEASURE, content=EntryContent(EntryStatus.BEHIND, next_step=step))
    answer = typed(entry, Step.TEXT, None, "完成招标。")
    assert isinstance(answer, Accepted)
    given = Given(Question(entry.entry_id, Step.TEXT), entry.content, answer.content)
    result = edited(an_entry(measure=MEASURE, content=answer.content), given, "完成招标，已开工。")
    assert isinstance(result, Edited)
    assert (result.content.text, result.content.next_step) == ("完成招标，已开工。", step)
