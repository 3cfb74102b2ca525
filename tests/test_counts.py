"""What filed entries come to is counted once, for chat, document and workbook."""

from dataclasses import replace

from dialog.cards import filed_counts
from tests.factories import a_content, a_filed_entry, a_filed_report, a_measure
from tests.reports.paper import draft_of, paragraphs_of
from vocabulary.counts import counted
from vocabulary.report import EntryContent, FiledEntry
from vocabulary.shared import as_one
from vocabulary.terms import EntryStatus, Role


def shared_by_a_cooperating_unit() -> FiledEntry:
    """One paragraph on two measures, one of which the unit only cooperates in."""
    led = a_measure("19", role=Role.LEAD)
    return a_filed_entry(as_one([led, a_measure("26", role=Role.COOPERATING)]))


def test_statuses_and_one_liners_add_up_to_all_measures() -> None:
    entries = (
        shared_by_a_cooperating_unit(),
        a_filed_entry(a_measure("30", role=Role.COOPERATING), EntryContent(no_progress=True)),
        a_filed_entry(a_measure("31"), a_content(EntryStatus.BEHIND, problem="缺地")),
        a_filed_entry(a_measure("32"), replace(a_content(), status=None, no_progress=True)),
    )
    counts = counted(entries)
    assert counts.total == 5
    assert sum(counts.statuses.values()) + counts.one_line == counts.total
    assert (counts.one_line, counts.nothing_to_help, counts.without_progress) == (1, 1, 1)
    assert (counts.statuses[EntryStatus.BEHIND], counts.statuses[None]) == (1, 1)
    assert counts.problems == 1


def test_a_shared_paragraph_gives_its_status_to_all_its_measures_in_chat_and_on_paper() -> None:
    filed = a_filed_report(shared_by_a_cooperating_unit())
    assert filed_counts("zh-CN", filed)[0].startswith("2 项：已完成 0，正常推进 2")
    assert any("按进展分：正常推进2项。" in line for line in paragraphs_of(draft_of(filed)))
