"""One rule of counting: a shared paragraph is its measures, its problem is one, on every paper."""

import io
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from reports.briefing import make_briefing
from reports.bulletin import make_bulletin
from reports.ledger import make_ledger
from reports.office_profile import OfficeProfile
from tests.factories import (
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
)
from tests.reports.paper import draft_of, paragraphs_of
from tests.reports.samples import a_month_for_papers
from tests.reports.workbooks import table
from texts import plain
from vocabulary.report import Ledger
from vocabulary.shared import as_one
from vocabulary.terms import EntryStatus

DOCS = Path(__file__).parents[2] / "docs"


def a_month_with_a_shared_paragraph() -> Ledger:
    """Of three measures, which are behind without progress for one problem; a fourth is well."""
    parts = [a_measure(number, f"任务{number}") for number in ("59", "63", "66")]
    content = a_content(EntryStatus.BEHIND, "", problem="缺人", no_progress_reason="等批复")
    shared = a_filed_entry(as_one(parts), content)
    month = a_ledger(
        a_ledger_report(a_filed_report(shared, a_filed_entry())),
        measures=tuple(map(a_ledger_measure, (a_measure(), *parts))),
    )
    problem = replace(
        a_month_for_papers().problems[1], number="59", title="任务59", words="缺人", next_step=""
    )
    return replace(month, problems=(problem,))


def test_shared_paragraph_counts_as_its_measures_and_its_problem_as_one_problem() -> None:
    month = a_month_with_a_shared_paragraph()
    filed = month.reports[0].filed
    assert filed is not None
    (counts,) = (line for line in paragraphs_of(draft_of(filed)) if "按进展分" in line)
    assert "滞后3项" in counts
    assert "其中本月无进展3项。" in counts
    assert "反映问题1个（涉及第59、63、66项）。" in counts

    bulletin = paragraphs_of(make_bulletin(month, OfficeProfile()))
    assert "不比对序时进度的措施4项，按责任单位填报的进展分：正常推进1项、滞后3项。" in bulletin

    briefing = paragraphs_of(make_briefing(month, OfficeProfile()))
    assert "计划措施4项，按责任单位填报的进展分：正常推进1项、滞后3项。" in briefing
    assert "未销号问题1个，按提出时间分：2022年7月份1个。" in briefing
    told = [line for line in briefing if "市工科局的情况见第59项。" in line]
    assert [line.partition("　")[0] for line in told] == ["（2）第63项", "（3）第66项"]

    book = load_workbook(io.BytesIO(make_ledger(month)))
    whole = table(book["总览"], "专班")[-1]
    assert (whole["滞后"], whole["本月无进展"], whole["问题数"]) == (3, 3, 1)
    rule = plain("zh-CN", "note-rule-entries")
    assert rule in [cell.value for cell in book["说明"]["B"]]
    assert rule in (DOCS / "papers.md").read_text(encoding="utf-8")
