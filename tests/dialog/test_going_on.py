"""A pasted list is settled: the question that was open before it is asked again."""

from dataclasses import replace

import pytest

from dialog.going_on import question_after
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.factories import (
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_open_problem,
    numbered,
    with_indicator,
)
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus

BLANK = EntryContent()
BEHIND = a_content(status=EntryStatus.BEHIND)
NAMED = replace(BEHIND, problem="资金未到位")
IN_TROUBLE = a_measure(number="18", open_problem=an_open_problem())


def after(entry: ReportEntry, now: EntryContent, asked: Question) -> tuple[int, Step] | None:
    """What is asked once the list has made `now` of the entry, with 1 and 20 blank beside it."""
    blank = [replace(one, entry_id=n) for n, one in ((1, numbered(1)[0]), (20, numbered(1)[0]))]
    entries = sorted([*blank, replace(entry, content=now)], key=lambda one: one.entry_id)
    found = question_after(a_report(*entries), asked, entry.content)
    return (found.entry_id, found.step) if found else None


@pytest.mark.parametrize(
    ("was", "now", "asked"),
    [
        (BLANK, BLANK, Step.STATUS),
        (BLANK, EntryContent(text="接入2家。"), Step.STATUS),
        (EntryContent(status=EntryStatus.ON_TRACK), EntryContent(EntryStatus.BEHIND), Step.TEXT),
        (BEHIND, BEHIND, Step.PROBLEM),
        (BEHIND, replace(BEHIND, text="停工。"), Step.PROBLEM),
        (NAMED, NAMED, Step.NEXT_STEP),
        (a_content(), a_content(status=EntryStatus.DONE), Step.TEXT),
    ],
)
def test_question_that_the_list_has_not_answered_is_asked_again(
    was: EntryContent, now: EntryContent, asked: Step
) -> None:
    assert after(an_entry(content=was), now, Question(18, asked)) == (18, asked)


def test_figure_and_follow_up_are_asked_again_too() -> None:
    of_figure = Question(18, Step.FIGURE, 7)
    assert after(with_indicator(a_content()), a_content(), of_figure) == (18, Step.FIGURE)
    entry = an_entry(measure=IN_TROUBLE)
    assert after(entry, a_content(), Question(18, Step.FOLLOW_UP)) == (18, Step.FOLLOW_UP)


@pytest.mark.parametrize(
    ("was", "now", "asked", "upcoming"),
    [
        (BLANK, EntryContent(EntryStatus.ON_TRACK), Step.STATUS, (18, Step.TEXT)),
        (BLANK, a_content(), Step.STATUS, (20, Step.STATUS)),
        (BEHIND, NAMED, Step.PROBLEM, (18, Step.NEXT_STEP)),
        (BEHIND, a_content(), Step.PROBLEM, (20, Step.STATUS)),
    ],
)
def test_what_the_list_has_answered_or_settled_is_not_asked_again(
    was: EntryContent, now: EntryContent, asked: Step, upcoming: tuple[int, Step]
) -> None:
    assert after(an_entry(content=was), now, Question(18, asked)) == upcoming


def test_figure_that_the_list_told_is_not_asked_again() -> None:
    now = a_content(figures=(a_figure(183),))
    assert after(with_indicator(a_content()), now, Question(18, Step.FIGURE, 7)) == (
        20,
        Step.STATUS,
    )


def test_where_nothing_was_asked_the_first_that_lacks_something_comes() -> None:
    report = a_report(*numbered(2))
    assert question_after(report, None, None) == Question(1, Step.STATUS)
    assert question_after(report, Question(99, Step.TEXT), BLANK) == Question(1, Step.STATUS)
    assert question_after(a_report(an_entry(content=a_content())), None, None) is None
