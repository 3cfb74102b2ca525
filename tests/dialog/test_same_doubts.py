"""The same doubt about several measures: the first is asked at once, the others all together."""

from dataclasses import replace

import pytest

from dialog.cards import joint_explanation, preview
from dialog.doubt_answers import reason_for_all
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.same_doubts import doubted_alike, explained_alike, kinds_of_several
from dialog.steps import Step, asked_at_once, asked_together, is_complete, next_entry
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_report,
    numbered,
    with_indicator,
)
from vocabulary.message import Message
from vocabulary.report import EntryContent, Explanation, WorkingReport
from vocabulary.terms import DoubtKind, EntryStatus

NO_EVIDENCE = DoubtKind.NO_EVIDENCE
DONE = a_content(status=EntryStatus.DONE)
EXPLAINED = replace(DONE, explanations=(Explanation(NO_EVIDENCE, "纸质材料已报"),))
BLANK = EntryContent()


def a_report_of(*contents: EntryContent, **changes: str) -> WorkingReport:
    entries = numbered(len(contents))
    pairs = zip(entries, contents, strict=True)
    return a_report(*(replace(entry, content=content) for entry, content in pairs), **changes)


@pytest.mark.parametrize(
    ("contents", "asked"),
    [
        ((DONE, BLANK), (Step.EXPLAIN, None)),
        ((DONE, DONE), None),
        ((DONE, EXPLAINED), None),
        ((replace(DONE, text=""), DONE), (Step.TEXT, None)),
    ],
)
def test_only_the_first_is_asked_at_once(
    contents: tuple[EntryContent, ...], asked: tuple[Step, int | None] | None
) -> None:
    report = a_report_of(*contents)
    assert asked_at_once(report, report.entries[0]) == asked


def test_what_else_is_doubtful_is_asked_at_once_with_it() -> None:
    below = with_indicator(replace(DONE, figures=(a_figure(12),)))
    report = a_report(*a_report_of(DONE, DONE).entries, replace(below, entry_id=3))
    assert asked_at_once(report, report.entries[2]) == (Step.EXPLAIN, None)
    assert [entry.entry_id for entry in doubted_alike(report, NO_EVIDENCE)] == [1, 2]


def test_who_helps_with_two_is_asked_of_each() -> None:
    report = a_report_of(DONE, DONE, asked_by="张敏")
    assert asked_at_once(report, report.entries[0]) == (Step.EXPLAIN, None)


def test_what_waits_for_all_comes_behind_everything_else() -> None:
    report = a_report_of(EXPLAINED, DONE, DONE, BLANK)
    entries = list(report.entries)
    entries[3] = replace(entries[3], skipped=True)
    report = replace(report, entries=tuple(entries))
    upcoming = next_entry(report, after=2)
    assert upcoming is not None
    assert (upcoming.entry_id, asked_together(report, upcoming)) == (4, None)
    rest = replace(report, entries=report.entries[:3])
    upcoming = next_entry(rest, after=3)
    assert upcoming is not None
    assert asked_together(rest, upcoming) is NO_EVIDENCE


def test_one_that_is_left_alone_is_asked_by_itself() -> None:
    report = a_report_of(EXPLAINED, DONE)
    upcoming = next_entry(report, after=2)
    assert upcoming is not None
    assert (upcoming.entry_id, asked_together(report, upcoming)) == (2, None)


def test_reason_that_is_given_for_all_stands_with_each_and_a_file_wants_none() -> None:
    report = a_report_of(DONE, DONE, DONE)
    shown = replace(report.entries[2], evidence=(PHOTO,))
    report = replace(report, entries=(*report.entries[:2], shown))
    doubted = doubted_alike(report, NO_EVIDENCE)
    assert [entry.entry_id for entry in doubted] == [1, 2]
    for entry in doubted:
        now = replace(entry, content=explained_alike(entry, NO_EVIDENCE, "材料存档"))
        assert is_complete(now)


@pytest.mark.parametrize("said", ["填错了", "还没完成", "属实", "无", "正常推进"])
def test_what_is_no_reason_for_all_is_asked_again(said: str) -> None:
    report = a_report_of(DONE, DONE)
    assert isinstance(reason_for_all(report, NO_EVIDENCE, said), Refused)


def test_a_sentence_is_the_reason_for_all() -> None:
    report = a_report_of(DONE, DONE)
    assert reason_for_all(report, NO_EVIDENCE, "材料涉及个人信息，已存档") == (
        "材料涉及个人信息，已存档"
    )


def test_card_for_all_names_each_and_leads_there() -> None:
    report = a_report_of(DONE, BLANK, DONE)
    card = joint_explanation("zh-CN", report, NO_EVIDENCE)
    assert "（1、3）" in card.html
    assert {press.target for press in presses(card) if press.action is Action.ENTRY} == {1, 3}
    assert {p.argument for p in presses(card) if p.action is Action.EXPLAIN_ALL_AS} == {
        "no-evidence.kept",
        "no-evidence.paper",
    }


def test_preview_offers_each_kind_that_several_have() -> None:
    unchanged = [
        replace(entry, entry_id=entry.entry_id + 10, last=a_content(), before_last=a_content())
        for entry in numbered(2, content=a_content())
    ]
    report = a_report(*a_report_of(DONE, DONE).entries, *unchanged)
    assert kinds_of_several(report) == [NO_EVIDENCE, DoubtKind.UNCHANGED]
    offered = [p.argument for p in presses(preview("zh-CN", report)) if p.action in OF_ALL]
    assert offered == ["no-evidence", "unchanged"]


OF_ALL = {Action.EXPLAIN_ALL}


def presses(card: Message) -> list[Press]:
    found = [Press.read(one.data) for row in card.buttons for one in row]
    return [press for press in found if press is not None]
