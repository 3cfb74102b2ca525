from dataclasses import replace

import pytest
from hypothesis import given

from dialog.steps import (
    Step,
    asked_steps,
    is_answered,
    next_entry,
    next_step,
    previous_step,
    read_step,
    sign,
    step_argument,
    step_to_ask,
)
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    numbered,
    with_indicator,
)
from tests.dialog.values import reports
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import Direction, EntryStatus

BLANK = EntryContent()
TWO_FIGURES = a_measure(indicators=(an_indicator(), an_indicator(indicator_id=8)))


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        (BLANK, (Step.STATUS, None)),
        (EntryContent(text="新开通基站15个。"), (Step.STATUS, None)),
        (EntryContent(status=EntryStatus.DONE), (Step.TEXT, None)),
        (a_content(status=EntryStatus.BEHIND), (Step.PROBLEM, None)),
        (a_content(status=EntryStatus.NOT_BEGUN, problem="资金未到位"), (Step.NEXT_STEP, None)),
        (a_content(), (Step.FIGURE, 7)),
        (a_content(figures=(a_figure(183),)), (Step.FIGURE, 8)),
        (EntryContent(no_progress=True), (Step.REASON, None)),
        (EntryContent(no_progress=True, no_progress_reason="等批复"), (Step.STATUS, None)),
        (
            a_content(
                status=EntryStatus.BEHIND,
                problem="资金未到位",
                next_step="下月落实",
                figures=(a_figure(None), a_figure(0, 8)),
            ),
            None,
        ),
    ],
)
def test_the_first_thing_missing_is_asked(
    content: EntryContent, asked: tuple[Step, int | None] | None
) -> None:
    assert next_step(TWO_FIGURES, content) == asked


def test_no_progress_asks_for_a_reason_and_not_for_a_text() -> None:
    content = EntryContent(
        status=EntryStatus.ON_TRACK, no_progress=True, no_progress_reason="等批复"
    )
    assert next_step(a_measure(), content) is None


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (BLANK, "○"),
        (EntryContent(status=EntryStatus.ON_TRACK), "◐"),
        (EntryContent(text="新开通基站15个。"), "◐"),
        (a_content(), "!"),
        (a_content(figures=(a_figure(183),)), "●"),
        (a_content(figures=(a_figure(None),)), "●"),
        (a_content(figures=(a_figure(150),)), "!"),
    ],
)
def test_the_sign_says_how_an_entry_stands(content: EntryContent, shown: str) -> None:
    last = a_content(figures=(a_figure(168),))
    assert sign(with_indicator(content, last=last)) == shown


@pytest.mark.parametrize(
    "indicator", [an_indicator(cumulative=False), an_indicator(direction=Direction.DOWN)]
)
def test_a_figure_that_may_go_back_is_nothing_to_look_at(indicator: object) -> None:
    entry = with_indicator(a_content(figures=(a_figure(150),)), last=a_content())
    measure = replace(entry.measure, indicators=(indicator,))  # type: ignore[arg-type]
    last = a_content(figures=(a_figure(168),))
    assert sign(replace(entry, measure=measure, last=last)) == "●"


def test_the_next_entry_is_the_next_open_one_and_then_from_the_start() -> None:
    first, second, third = numbered(3)
    second = replace(second, content=a_content())
    report = a_report(first, second, third)
    assert next_entry(report) == first
    assert next_entry(report, after=1) == third
    assert next_entry(report, after=3) == first


def test_skipped_entries_come_last() -> None:
    first, second, third = numbered(3)
    report = a_report(replace(first, skipped=True), replace(second, skipped=True), third)
    assert next_entry(report, after=3) == third
    done = a_report(*report.entries[:2], replace(third, content=a_content()))
    assert next_entry(done, after=1) == done.entries[1]
    assert next_entry(done, after=2) == done.entries[0]


def test_an_entry_that_is_the_only_open_one_follows_itself() -> None:
    first, second = numbered(2)
    report = a_report(replace(first, content=a_content()), second)
    assert next_entry(report, after=2) == second


def test_nothing_follows_when_everything_is_answered() -> None:
    assert next_entry(a_report(*numbered(3, content=a_content()))) is None


def test_an_entry_that_the_report_does_not_have_counts_as_none() -> None:
    report = a_report(*numbered(2))
    assert next_entry(report, after=99) == report.entries[0]


def test_back_leads_to_the_question_before_within_the_measure() -> None:
    entry = with_indicator(a_content(status=EntryStatus.BEHIND))
    report = a_report(entry)
    assert previous_step(report, 18, Step.FIGURE, 7) == (entry, Step.NEXT_STEP, None)
    assert previous_step(report, 18, Step.TEXT) == (entry, Step.STATUS, None)


def test_back_leads_over_to_the_last_answer_of_the_measure_before() -> None:
    first, second = numbered(2)
    answered = replace(first, content=a_content())
    assert previous_step(a_report(answered, second), 2, Step.STATUS) == (answered, Step.TEXT, None)
    assert previous_step(a_report(first, second), 2, Step.STATUS) == (first, Step.STATUS, None)


def test_nothing_stands_before_the_first_question() -> None:
    assert previous_step(a_report(*numbered(2)), 1, Step.STATUS) is None


def test_a_complete_entry_can_be_opened_again() -> None:
    assert step_to_ask(an_entry(content=a_content())) == (Step.STATUS, None)


@pytest.mark.long
@given(reports())
def test_a_step_that_a_button_carries_is_read_back_the_same(report: WorkingReport) -> None:
    for entry in report.entries:
        for asked in asked_steps(entry.measure, entry.content):
            assert read_step(entry, step_argument(*asked)) == asked


@pytest.mark.long
@given(reports())
def test_going_back_step_by_step_comes_to_the_first_question(report: WorkingReport) -> None:
    entry, step, indicator_id = report.entries[-1], *step_to_ask(report.entries[-1])
    for _ in range(len(report.entries) * 10):
        before = previous_step(report, entry.entry_id, step, indicator_id)
        if before is None:
            break
        entry, step, indicator_id = before
    assert entry == report.entries[0]
    assert (step, indicator_id) == asked_steps(entry.measure, entry.content)[0]


@pytest.mark.long
@given(reports())
def test_what_is_asked_next_has_no_answer_yet(report: WorkingReport) -> None:
    for entry in report.entries:
        asked = next_step(entry.measure, entry.content)
        assert asked is None or not is_answered(entry.content, *asked)


def test_a_step_that_is_not_asked_is_not_read() -> None:
    entry = an_entry(content=a_content())
    assert read_step(entry, "problem") is None
    assert read_step(entry, "figure.7") is None
