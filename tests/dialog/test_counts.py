"""How many taps and messages a month takes, whatever its measures: counted over the dialog alone.

A busy person answers what is asked, as it is asked, from the opening to the receipt. The same in
the real bot: tests/handlers/test_little_to_do.py.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dialog.answers import typed
from dialog.doubt_answers import often_said, reason_for_all
from dialog.filed import as_filed
from dialog.last_month import all_same_as_last
from dialog.outcome import Accepted, Answer
from dialog.same_doubts import Matter, explained_together
from dialog.status_answers import chose_status
from dialog.steps import Step, asked_at_once, asked_together, next_entry, step_to_ask
from tests.dialog.factories import PHOTO, a_measure, a_report, an_entry, an_indicator
from vocabulary.period import Period
from vocabulary.report import EntryContent, OpenProblem, ReportEntry, WorkingReport
from vocabulary.terms import TROUBLED, DoubtKind, EntryStatus

WELL, DONE, SHOWN, BEHIND, LATE = "on_track", "done", "done, shown", "behind", "not_begun"
BELOW, BELOW_SHOWN = "done, below its target", "done, below its target, shown"
EACH = (WELL, DONE, SHOWN, BEHIND, LATE, BELOW, BELOW_SHOWN)

STATUS = {WELL: EntryStatus.ON_TRACK, BEHIND: EntryStatus.BEHIND, LATE: EntryStatus.NOT_BEGUN}
WORDS = "召开推进会2次，走访企业12家，困难已逐项交办。"
WHY = "按新口径核定，任务已完成"
TROUBLE = "存在问题：因站址协调困难，进展缓慢。下一步：9月底前由属地协调。"


def most_of_a_fresh_month(measures: int, figures: int) -> int:
    return 2 * measures + figures + 5


MOST_OF_AN_UNCHANGED_MONTH = 5


def a_month(kinds: Sequence[str], figures: Sequence[int]) -> WorkingReport:
    """Nothing is said yet. figures: how many each measure has."""
    entries = []
    for number, count in enumerate(figures, start=1):
        indicators = tuple(
            an_indicator(indicator_id=100 * number + n, name=f"服务企业数{n}", unit_of_measure="家")
            for n in range(count)
        )
        entries.append(
            an_entry(entry_id=number, measure=a_measure(number=str(number), indicators=indicators))
        )
    return a_report(*entries)


class Busy:
    def __init__(self, report: WorkingReport, kinds: Sequence[str]) -> None:
        self.report, self.kinds, self.count = report, kinds, 0

    def fills_and_files(self) -> int:
        self.count += 2  # [开始填报], [开始：1]
        self._answers_what_is_asked()
        self.count += 1  # [报送]
        return self.count

    def files_as_last_month(self) -> int:
        self.count += 3  # [开始填报], [其余同上月], [确认]
        for entry_id, content in all_same_as_last(self.report, problems=True).items():
            self._stores(entry_id, content)
        self._answers_what_is_asked()
        self.count += 1
        return self.count

    def _answers_what_is_asked(self) -> None:
        upcoming = next_entry(self.report)
        while upcoming is not None:
            assert self.count < 5 * len(self.kinds) + 50, "there is no end to it"
            self.count += 1
            if (matter := asked_together(self.report, upcoming)) is not None:
                self._says_why_of_all(matter)
            else:
                self._answers(upcoming, *step_to_ask(upcoming))
            upcoming = self._goes_on(upcoming.entry_id)

    def _goes_on(self, after: int) -> ReportEntry | None:
        entry = self.report.entry(after)
        if asked_at_once(self.report, entry) is not None:
            return entry
        return next_entry(self.report, after=after)

    def _answers(self, entry: ReportEntry, step: Step, indicator_id: int | None) -> None:
        kind = self.kinds[entry.entry_id - 1]
        status = STATUS.get(kind, EntryStatus.DONE)
        if step is Step.STATUS:
            answer: Answer = chose_status(entry, status)
        elif step is Step.TEXT:
            if kind in {SHOWN, BELOW_SHOWN}:  # a photo, with the words beside it
                self._puts(replace(entry, evidence=(PHOTO,)))
                entry = self.report.entry(entry.entry_id)
            words = f"{WORDS}{TROUBLE}" if status in TROUBLED else WORDS
            answer = typed(entry, step, None, words)
        elif step is Step.FIGURE:
            answer = typed(entry, step, indicator_id, "12" if kind != SHOWN else "300")
        else:
            assert step is Step.EXPLAIN, f"{step} is asked of {kind}"
            answer = typed(entry, step, None, WHY)
        assert isinstance(answer, Accepted)
        self._stores(entry.entry_id, answer.content)

    def _says_why_of_all(self, matter: Matter) -> None:
        kept = often_said(DoubtKind.NO_EVIDENCE, "kept") if matter is Matter.EVIDENCE else None
        reason = kept or reason_for_all(self.report, matter, WHY)
        assert isinstance(reason, str)
        for entry_id, content in explained_together(self.report, matter, reason).items():
            self._stores(entry_id, content)

    def _stores(self, entry_id: int, content: EntryContent) -> None:
        self._puts(replace(self.report.entry(entry_id), content=content))

    def _puts(self, changed: ReportEntry) -> None:
        entries = (changed if e.entry_id == changed.entry_id else e for e in self.report.entries)
        self.report = replace(self.report, entries=tuple(entries))


def month_after(report: WorkingReport) -> WorkingReport:
    """Nothing is said yet, and what was filed is last month's, open problems among it."""
    return replace(report, entries=tuple(_entry_after(entry) for entry in report.entries))


def _entry_after(entry: ReportEntry) -> ReportEntry:
    filed = as_filed(entry)
    since = Period(2022, 7)
    problem = entry.measure.open_problem
    if filed.problem and problem is None:
        problem = OpenProblem(entry.entry_id, filed.problem, filed.next_step, since)
    measure = replace(entry.measure, open_problem=problem)
    return replace(
        entry,
        measure=measure,
        content=EntryContent(),
        last=filed,
        before_last=entry.last,
        evidence=(),
    )


@pytest.mark.parametrize(
    ("kinds", "figures"),
    [
        ([BELOW] * 3, [1] * 3),
        ([BELOW] * 6, [1] * 6),
        ([DONE] * 10, [0] * 10),
        ([DONE, BELOW], [0, 1]),
        ([DONE, DONE, BELOW, BELOW_SHOWN], [0, 0, 1, 1]),
        ((EACH * 5)[:30], [0, 0, 1, 2, 0, 1, 3] * 4 + [4, 4]),
        ([BEHIND] * 20 + [BELOW] * 10, [1] * 20 + [2] * 10),
    ],
)
def test_a_month_and_the_unchanged_ones_after_it_keep_the_bound_whatever_the_statuses(
    kinds: list[str], figures: list[int]
) -> None:
    busy = Busy(a_month(kinds, figures), kinds)
    assert busy.fills_and_files() <= most_of_a_fresh_month(len(kinds), sum(figures))
    for _ in range(3):
        busy = Busy(month_after(busy.report), kinds)
        assert busy.files_as_last_month() <= MOST_OF_AN_UNCHANGED_MONTH
