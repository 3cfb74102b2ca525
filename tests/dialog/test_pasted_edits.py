"""A pasted text that is stored was edited: each measure follows, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from dialog.edits import Edited, Overtaken
from dialog.outcome import Accepted
from dialog.pasted_edits import Told, retold, retold_shown, told_by, told_now
from dialog.pasting import parts_of, placed
from dialog.press import Action, Press
from tests.dialog.factories import a_content, a_titled_report
from tests.dialog.telegram_html import assert_fit_to_send
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import EntryStatus

TITLES = {"1": "落实纾困政策", "2": "加大困难行业扶持", "18": "夯实大数据基础能力"}
BOTH = "1. 正常推进：完成选址。\n2. 完成招标。"


def with_content(report: WorkingReport, contents: Mapping[str, EntryContent]) -> WorkingReport:
    entries = tuple(
        replace(entry, content=contents.get(entry.measure.number, entry.content))
        for entry in report.entries
    )
    return replace(report, entries=entries)


def stored(
    text: str, *, replacing: bool = False, **before: EntryContent
) -> tuple[WorkingReport, dict[int, Told]]:
    """The report with the pasted text in it, and what that has told of each measure."""
    report = a_titled_report(TITLES, before)
    told, contents = dict[int, Told](), dict[str, EntryContent]()
    for one in placed(report, parts_of(report, text), replacing=replacing):
        assert isinstance(one.answer, Accepted)
        told[one.entry.entry_id] = told_by(one.entry, one.part, one.answer)
        contents[one.entry.measure.number] = one.answer.content
    return with_content(report, contents), told


def edited(report: WorkingReport, told: Mapping[int, Told], text: str) -> dict[str, str]:
    """The texts of the measures that would change."""
    return {
        one.entry.measure.number: one.result.content.text
        for one in retold(report, parts_of(report, text), told)
        if isinstance(one.result, Edited)
    }


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("1. 正常推进：完成选址。\n2. 完成招标2项。", {"2": "完成招标2项。"}),
        ("1. 正常推进：完成选址3处。\n2. 完成招标。", {"1": "完成选址3处。"}),
        ("1. 正常推进：完成选址。\n18. 完成招标。", {"2": "", "18": "完成招标。"}),
        ("1. 正常推进：完成选址。", {"2": ""}),
        ("2. 完成招标。\n1. 正常推进：完成选址。", {}),
        (
            "序号\t状态\t完成情况\n1\t正常推进\t完成选址。\n2\t\t完成招标2项。",
            {"2": "完成招标2项。"},
        ),
    ],
)
def test_each_measure_says_what_the_edited_text_tells_of_it(
    text: str, texts: dict[str, str]
) -> None:
    assert edited(*stored(BOTH), text) == texts


def test_status_told_in_the_edited_text_is_the_new_one() -> None:
    report, told = stored(BOTH)
    changes = retold(report, parts_of(report, BOTH.replace("正常推进", "滞后")), told)
    results = [one.result for one in changes]
    assert [isinstance(r, Edited) and r.content.status for r in results] == [EntryStatus.BEHIND]


@pytest.mark.parametrize("replacing", [False, True])
def test_words_that_were_there_and_words_added_since_stay(replacing: bool) -> None:
    report, told = stored(BOTH, replacing=replacing, of_2=a_content(text="已签约。"))
    first = report.entries[1].content
    assert first.text == ("完成招标。" if replacing else "已签约。\n完成招标。")
    report = with_content(report, {"2": replace(first, text=f"{first.text}\n另报1项。")})
    before = "" if replacing else "已签约。\n"
    text = BOTH.replace("招标", "评标")
    assert edited(report, told, text) == {"2": f"{before}完成评标。\n另报1项。"}
    assert edited(report, told, "1. 正常推进：完成选址。") == {"2": "已签约。\n另报1项。"}


def test_measure_that_was_answered_anew_since_does_not_follow() -> None:
    report, told = stored(BOTH)
    report = with_content(report, {"2": replace(report.entries[1].content, text="停工。")})
    parts = parts_of(report, BOTH.replace("招标", "评标"))
    (change,) = retold(report, parts, told)
    assert isinstance(change.result, Overtaken)
    card = retold_shown("zh-CN", report, [change], [], paste_id=7, messages=2)
    assert_fit_to_send(card)
    presses = [Press.read(one.data) for row in card.buttons for one in row]
    assert [press.action for press in presses if press] == [Action.PASTED_DROP]


def test_edited_again_the_newest_words_count_from_what_was_stored_last() -> None:
    report, told = stored(BOTH)
    for text in ("1. 完成征地。\n2. 完成招标。", "2. 完成评标。", BOTH):
        changes = retold(report, parts_of(report, text), told)
        now = {
            one.entry.measure.number: one.result.content
            for one in changes
            if isinstance(one.result, Edited)
        }
        told, report = told_now(told, changes), with_content(report, now)
        said = {entry.measure.number: entry.content.text for entry in report.entries}
        assert said["1"] == ("完成征地。" if "征地" in text else "完成选址。" * (text == BOTH))
        assert said["2"] == ("完成评标。" if "评标" in text else "完成招标。")
    assert report.entries[0].content.status is EntryStatus.ON_TRACK
