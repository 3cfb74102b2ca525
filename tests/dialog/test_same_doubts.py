"""What is doubted of several measures is asked once for all, when nothing else is left."""

from dataclasses import replace

import pytest

from dialog.cards import joint_explanation, preview
from dialog.doubt_answers import reason_for_all
from dialog.doubts import open_doubts
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.same_doubts import Matter, doubted_alike, explained_together, matters_of_several
from dialog.steps import Step, asked_at_once, asked_together, is_complete, next_entry
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    numbered,
)
from tests.dialog.telegram_html import shown
from vocabulary.message import Message
from vocabulary.report import AskedMeasure, EntryContent, Explanation, ReportEntry, WorkingReport
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
        ((DONE,), (Step.EXPLAIN, None)),
        ((DONE, BLANK), None),
        ((DONE, DONE), None),
        ((DONE, EXPLAINED), (Step.EXPLAIN, None)),
        ((replace(DONE, text=""), DONE), (Step.TEXT, None)),
    ],
)
def test_nothing_is_asked_at_once_while_another_measure_is_open(
    contents: tuple[EntryContent, ...], asked: tuple[Step, int | None] | None
) -> None:
    report = a_report_of(*contents)
    assert asked_at_once(report, report.entries[0]) == asked


def below_target(entry_id: int) -> ReportEntry:
    """已完成 with 12 of 300, and no evidence."""
    measure = a_measure(number=str(entry_id), indicators=(an_indicator(),))
    content = replace(DONE, figures=(a_figure(12),))
    return an_entry(entry_id=entry_id, measure=measure, content=content)


def unchanged(entry_id: int) -> ReportEntry:
    entry = an_entry(entry_id=entry_id, measure=a_measure(number=str(entry_id)))
    return replace(entry, content=a_content(), last=a_content(), before_last=a_content())


def test_shared_paragraph_counts_as_the_measures_that_are_named() -> None:
    shared = replace(unchanged(2).measure, number="31、32", parts=numbered_parts("31", "32"))
    report = a_report(unchanged(1), replace(unchanged(2), measure=shared))
    assert "3 项的完成情况已连续三个月一字未改（1、31、32）" in shown(
        joint_explanation("zh-CN", report).html
    )
    labels = [one.text for row in preview("zh-CN", report).buttons for one in row]
    assert "一并说明（3项）" in labels


def numbered_parts(*numbers: str) -> tuple[AskedMeasure, ...]:
    return tuple(a_measure(number=number) for number in numbers)


def ids_of(report: WorkingReport, matter: Matter) -> list[int]:
    return [entry.entry_id for entry in doubted_alike(report, matter)]


def test_done_below_the_target_is_asked_of_all_together_with_what_evidence_it_lacks() -> None:
    report = a_report(*a_report_of(DONE, DONE).entries, below_target(3), below_target(4))
    assert asked_at_once(report, report.entries[2]) is None
    assert asked_together(report, report.entries[2]) is Matter.DONE
    assert ids_of(report, Matter.DONE) == [3, 4]
    assert ids_of(report, Matter.EVIDENCE) == [1, 2]
    told = explained_together(report, Matter.DONE, "按新口径核定，任务已完成")
    assert told.keys() == {3, 4}
    for content in told.values():
        kinds = {one.kind for one in content.explanations}
        assert kinds == {DoubtKind.DONE_BELOW, DoubtKind.NO_EVIDENCE}


def test_reason_of_papers_alone_leaves_the_figure_below_the_target_open() -> None:
    report = a_report(below_target(3), below_target(4))
    told = explained_together(report, Matter.DONE, "材料存档备查")
    for entry in report.entries:
        content = told[entry.entry_id]
        assert [one.kind for one in content.explanations] == [DoubtKind.NO_EVIDENCE]
        left = open_doubts(replace(entry, content=content))
        assert [doubt.kind for doubt in left] == [DoubtKind.DONE_BELOW]
    shown = [replace(entry, evidence=(PHOTO,)) for entry in report.entries]
    assert explained_together(a_report(*shown), Matter.DONE, "材料存档备查").keys() == {3, 4}


def test_never_more_than_two_reasons_are_asked_for() -> None:
    """已完成 is then one of them, whatever is doubtful about it, and the texts are the other."""
    report = a_report(*a_report_of(DONE).entries, below_target(2), unchanged(3), unchanged(4))
    asked = [asked_together(report, entry) for entry in report.entries]
    assert asked == [Matter.DONE, Matter.DONE, Matter.UNCHANGED, Matter.UNCHANGED]
    told = explained_together(report, Matter.DONE, "按新口径核定，任务已完成")
    assert told.keys() == {1, 2}


def test_doubtful_figure_is_asked_about_at_once() -> None:
    high = replace(DONE, figures=(a_figure(9999),))
    measure = a_measure(indicators=(an_indicator(),))
    report = a_report(*a_report_of(DONE, BLANK).entries, an_entry(measure=measure, content=high))
    assert asked_at_once(report, report.entries[2]) == (Step.EXPLAIN, None)


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
    assert asked_together(rest, upcoming) is Matter.EVIDENCE


def test_one_that_is_left_alone_is_asked_by_itself() -> None:
    report = a_report_of(EXPLAINED, DONE)
    upcoming = next_entry(report, after=2)
    assert upcoming is not None
    assert (upcoming.entry_id, asked_together(report, upcoming)) == (2, None)


def test_reason_that_is_given_for_all_stands_with_each_and_a_file_wants_none() -> None:
    report = a_report_of(DONE, DONE, DONE)
    shown = replace(report.entries[2], evidence=(PHOTO,))
    report = replace(report, entries=(*report.entries[:2], shown))
    doubted = doubted_alike(report, Matter.EVIDENCE)
    assert [entry.entry_id for entry in doubted] == [1, 2]
    told = explained_together(report, Matter.EVIDENCE, "材料存档")
    assert all(is_complete(replace(entry, content=told[entry.entry_id])) for entry in doubted)


@pytest.mark.parametrize("said", ["填错了", "还没完成", "属实", "无", "正常推进"])
def test_what_is_no_reason_for_all_is_asked_again(said: str) -> None:
    report = a_report_of(DONE, DONE)
    assert isinstance(reason_for_all(report, Matter.EVIDENCE, said), Refused)


def test_a_sentence_is_the_reason_for_all() -> None:
    report = a_report_of(DONE, DONE)
    assert reason_for_all(report, Matter.EVIDENCE, "材料涉及个人信息，已存档") == (
        "材料涉及个人信息，已存档"
    )


def test_card_for_all_names_each_and_leads_there() -> None:
    report = a_report_of(DONE, BLANK, DONE)
    card = joint_explanation("zh-CN", report, Matter.EVIDENCE)
    assert "（1、3）" in card.html
    assert {press.target for press in presses(card) if press.action is Action.ENTRY} == {1, 3}
    assert {p.argument for p in presses(card) if p.action is Action.EXPLAIN_ALL_AS} == {
        "no-evidence.kept",
        "no-evidence.paper",
    }


def test_card_for_all_that_is_doubtful_of_done_says_of_each_what_that_is() -> None:
    report = a_report(below_target(3), below_target(4))
    lines = shown(joint_explanation("zh-CN", report, Matter.DONE).html).split("\n")
    doubted = ("没有达到目标 300个", "还没有佐证材料")
    for number in ("3　", "4　"):
        (line,) = [line for line in lines if line.startswith(number)]
        assert all(words in line for words in doubted)


def test_preview_offers_each_matter_that_several_have() -> None:
    report = a_report(*a_report_of(DONE, DONE).entries, unchanged(3), unchanged(4))
    assert matters_of_several(report) == [Matter.EVIDENCE, Matter.UNCHANGED]
    offered = [p.argument for p in presses(preview("zh-CN", report)) if p.action in OF_ALL]
    assert offered == ["no-evidence", "unchanged"]


OF_ALL = {Action.EXPLAIN_ALL}


def presses(card: Message) -> list[Press]:
    found = [Press.read(one.data) for row in card.buttons for one in row]
    return [press for press in found if press is not None]
