"""What the state machines are there to see, they see: a fault is planted, and one of them fails.

Each within the number of examples that it draws in every run.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

import dialog.cards
import dialog.filed
from dialog.edits import Edited, Given, edited
from dialog.filed import as_filed, entries_as_filed
from dialog.questions import said_lines
from tests.dialog import test_conversation, test_freedom
from tests.dialog.test_conversation import People
from tests.dialog.test_freedom import Freedom
from vocabulary.counts import counted
from vocabulary.report import EntryContent, FiledEntry, ReportEntry, WorkingReport

pytestmark = pytest.mark.long

Plant = Callable[[pytest.MonkeyPatch], None]


def files(change: Callable[[EntryContent], EntryContent]) -> Plant:
    """What is filed and shown of an entry is another thing than what was told."""

    def changed(entry: ReportEntry) -> EntryContent:
        return change(as_filed(entry))

    def plant(patch: pytest.MonkeyPatch) -> None:
        for module in (dialog.filed, dialog.cards):
            patch.setattr(module, "as_filed", changed)

    return plant


def files_entries(change: Callable[[tuple[FiledEntry, ...]], tuple[FiledEntry, ...]]) -> Plant:
    def changed(report: WorkingReport) -> tuple[FiledEntry, ...]:
        return change(entries_as_filed(report))

    def plant(patch: pytest.MonkeyPatch) -> None:
        for module in (test_conversation, test_freedom):
            patch.setattr(module, "entries_as_filed", changed)

    return plant


def shows(**hidden: Any) -> Plant:
    """The full text before filing leaves something out, which is filed all the same."""

    def changed(
        language: str, entry: ReportEntry, content: EntryContent, *, line: int
    ) -> Iterator[str]:
        return said_lines(language, entry, replace(content, **hidden), line=line)

    return lambda patch: patch.setattr(dialog.cards, "said_lines", changed)


def takes_no_edit(patch: pytest.MonkeyPatch) -> None:
    """An edited message is acknowledged, and changes nothing."""

    def changed(entry: ReportEntry, given: Given, text: str) -> object:
        result = edited(entry, given, text)
        return replace(result, content=entry.content) if isinstance(result, Edited) else result

    patch.setattr(test_freedom, "edited", changed)


def counts_no_problems(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(dialog.cards, "counted", lambda entries: replace(counted(entries), problems=0))


def cut_texts(content: EntryContent) -> EntryContent:
    return replace(
        content,
        text=content.text[:5],
        problem=content.problem[:5],
        next_step=content.next_step[:5],
        no_progress_reason=content.no_progress_reason[:5],
    )


EVERY: dict[str, Plant] = {
    "every text is cut": files(cut_texts),
    "only the next step is cut": files(lambda c: replace(c, next_step=c.next_step[:5])),
    "no figure is filed": files(lambda c: replace(c, figures=())),
    "no reason for a doubt is filed": files(lambda c: replace(c, explanations=())),
    "what became of a problem is not filed": files(lambda c: replace(c, follow_up=None)),
    "problem and next step change places": files(
        lambda c: replace(c, problem=c.next_step, next_step=c.problem)
    ),
    "a measure is left out": files_entries(lambda entries: entries[1:]),
    "two measures change places": files_entries(lambda entries: entries[::-1]),
    "problem and next step are not shown": shows(problem="", next_step=""),
    "only the next step is not shown": shows(next_step=""),
    "no figure is shown": shows(figures=()),
    "the preview counts no problems": counts_no_problems,
}
"""What either machine sees."""


def fails(machine: type[RuleBasedStateMachine]) -> bool:
    """Whether it finds a fault, within the examples of every run; the fault is not made small."""
    usual = machine.TestCase.settings
    as_usual = settings(
        usual,
        phases=[Phase.generate],
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(machine, settings=as_usual)
    except AssertionError:
        return True
    return False


@pytest.mark.parametrize("fault", EVERY)
@pytest.mark.parametrize("machine", [People, Freedom])
def test_what_is_filed_or_shown_otherwise_than_confirmed_is_seen(
    machine: type[RuleBasedStateMachine], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    EVERY[fault](monkeypatch)
    assert fails(machine)


def test_edit_that_is_acknowledged_and_not_carried_is_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    takes_no_edit(monkeypatch)
    assert fails(Freedom)
