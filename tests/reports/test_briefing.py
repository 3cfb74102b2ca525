"""What a 专报 says of a month; every figure is found in the workbook again."""

import io
import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl import load_workbook

from reports.briefing import (
    briefing_file_name,
    briefing_sources,
    briefing_sources_file_name,
    highlights_told,
    make_briefing,
    make_briefing_sources,
)
from reports.ledger import make_ledger
from reports.month_facts import MonthFacts
from reports.office_profile import OfficeProfile
from tests.factories import (
    OFFICE,
    a_content,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
    at,
)
from tests.reports.paper import W, attributes, found, paragraphs_of, xml_of
from tests.reports.samples import a_month_for_papers
from texts import plain
from vocabulary.period import Period
from vocabulary.report import (
    EntryContent,
    FiledEntry,
    FollowUp,
    Ledger,
    ProblemWord,
    TargetReading,
)
from vocabulary.terms import (
    EntryStatus,
    ProblemEvent,
    ProblemState,
    ProblemTurn,
    Role,
)


@pytest.fixture(scope="module")
def month() -> Ledger:
    return a_month_for_papers()


@pytest.fixture(scope="module")
def briefing(month: Ledger) -> bytes:
    return make_briefing(month, OfficeProfile())


def chapter(docx: bytes, heading: str) -> list[str]:
    """The paragraphs of the chapter with that heading."""
    text = paragraphs_of(docx)
    first = next(i for i, line in enumerate(text) if line.endswith(f"、{heading}")) + 1
    ends = (
        i for i, line in enumerate(text) if i > first and re.match(r"[一二三四五]、|特此", line)
    )
    return text[first : next(ends)]


def test_it_says_of_which_moment_it_is_and_whose_word_is_missing(briefing: bytes) -> None:
    text = paragraphs_of(briefing)
    assert text[2] == "市委、市政府："
    assert "数据截至2022年8月9日10:00" in text[3]
    assert text[4] == "本报告依据责任单位报送的月报：应报4家，已报2家。"
    assert text[5] == "未报2家：市能源局、虞乡镇。上述单位本月情况未计入。"


def test_of_a_month_that_is_over_it_says_at_its_beginning_of_when_its_problems_are(
    month: Ledger,
) -> None:
    over = replace(month, month_over_at=at(31, 9))
    text = paragraphs_of(make_briefing(over, OfficeProfile()))
    said = (
        "下一期报送已于2022年8月31日09:00开始，文中问题为当时的情况，此后补报的本期月报一并计入。"
    )
    assert text[6] == said


def test_the_plan_s_target_stands_beside_the_time_and_leaves_room_for_what_nobody_reports(
    briefing: bytes,
) -> None:
    head, target, *_ = chapter(briefing, "总体进展")
    assert head == "计划总目标1项："
    assert target == (
        "（1）服务业增加值：目标不少于200亿元，2022年12月31日前完成，"
        "自2022年1月1日起算，至2022年7月31日时间进度58.3%，按序时应达179.15亿元。实际完成：［待补］"
    )
    lit_up = xml_of(briefing, "word/document.xml").findall(f".//{W}highlight/../..")
    assert ["".join(run.itertext()) for run in lit_up] == ["［待补］"]


def test_figure_that_the_office_gave_stands_with_its_source_and_pace(month: Ledger) -> None:
    reading = TargetReading(month.period, "服务业增加值", Decimal(181), source="市统计局\n快报")
    before = replace(reading, period=month.period.shifted(-1), value=Decimal(170))
    made = make_briefing(replace(month, plan_readings=(before, reading)), OfficeProfile())
    _, target, *_ = chapter(made, "总体进展")
    assert target.endswith(
        "按序时应达179.15亿元。截至2022年7月31日，实际完成181亿元（市统计局 快报），达序时。"
    )
    assert not xml_of(made, "word/document.xml").findall(f".//{W}highlight")


def test_measures_are_counted_by_the_word_of_their_units_and_again_by_pace(
    briefing: bytes,
) -> None:
    whole = chapter(briefing, "总体进展")
    counts = "已完成1项、正常推进3项、滞后1项、尚无填报1项"
    assert f"计划措施6项，按责任单位填报的进展分：{counts}。" in whole
    assert (
        "有量化指标的措施3项，可比对序时进度的3项，其中超序时1项、达序时1项、欠序时1项。" in whole
    )
    assert "欠序时1项：第18项。" in whole


def test_task_forces_stand_in_a_table_whose_lines_add_up(month: Ledger, briefing: bytes) -> None:
    (table,) = Document(io.BytesIO(briefing)).tables
    heads, *lines, sums = [[cell.text for cell in row.cells] for row in table.rows]
    assert [line[0] for line in lines] == ["信息服务专班", "（未列入专班）"]
    assert heads[1:] == [
        *("措施", "已完成", "正常\n推进", "滞后", "未启动", "尚无\n填报"),
        *("免报", "按季\n不报", "欠序时"),
    ]
    for column in range(1, len(heads)):
        assert sum(int(line[column]) for line in lines) == int(sums[column])
    for line in (*lines, sums):
        assert sum(map(int, line[2:9])) == int(line[1])
    assert int(sums[1]) == len(month.measures)
    for row in table.rows[1:]:
        sides = [cell.paragraphs[0].alignment for cell in row.cells]
        assert sides == [None, *[WD_ALIGN_PARAGRAPH.RIGHT] * (len(heads) - 1)]
    widths = [
        attributes(found(table, f"{W}tblPr/{W}tblW"))["w"]
        for table in xml_of(briefing, "word/document.xml").iter(f"{W}tbl")
    ]
    assert widths == [str(11906 - 1588 - 1474)]


def test_a_plan_without_task_forces_has_no_such_chapter(month: Ledger) -> None:
    measures = tuple(replace(one, task_force=None) for one in month.measures)
    text = paragraphs_of(make_briefing(replace(month, measures=measures), OfficeProfile()))
    assert not any("各专班进展" in line for line in text)
    assert "二、滞后和未启动的措施" in text


def test_what_is_behind_is_told_with_who_leads_and_in_the_units_own_words(briefing: bytes) -> None:
    assert chapter(briefing, "滞后和未启动的措施") == [
        (
            "（1）第31项　推进消费商圈建设（负责：市工科局）：滞后。"
            "市工科局反映：缺地。2022年7月份提出，已6天，未解决。下一步：调规。"
        )
    ]


def of_two_units(first: FiledEntry, second: FiledEntry) -> Ledger:
    """市工科局 leads the measure, 市财政局 is responsible too."""
    measure = a_measure("31", "推进消费商圈建设")
    return a_ledger(
        a_ledger_report(a_filed_report(first)),
        a_ledger_report(a_filed_report(second, unit="市财政局")),
        measures=(
            a_ledger_measure(measure, ("市工科局", Role.LEAD), ("市财政局", Role.RESPONSIBLE)),
        ),
    )


def test_a_unit_that_is_behind_where_the_lead_is_not_is_named_beside(month: Ledger) -> None:
    measure = a_measure("31", "推进消费商圈建设")
    state = of_two_units(
        a_filed_entry(replace(measure, role=Role.LEAD)),
        a_filed_entry(measure, a_content(EntryStatus.BEHIND, problem="缺地", next_step="调规")),
    )
    assert chapter(make_briefing(state, OfficeProfile()), "滞后和未启动的措施") == [
        "没有总体滞后或未启动的措施。",
        "总体正常、个别单位填报滞后或未启动的措施1项：",
        "（1）第31项　推进消费商圈建设：已报2家中1家滞后：市财政局。",
    ]


def test_whoever_is_behind_without_a_word_is_told_so(month: Ledger) -> None:
    measure = a_measure("31", "推进消费商圈建设")
    silent = EntryContent(EntryStatus.NOT_BEGUN)
    state = of_two_units(
        a_filed_entry(replace(measure, role=Role.LEAD), silent), a_filed_entry(measure)
    )
    (told,) = chapter(make_briefing(state, OfficeProfile()), "滞后和未启动的措施")
    assert told == (
        "（1）第31项　推进消费商圈建设（牵头：市工科局）：未启动（已报2家中1家未启动）。"
        "市工科局反映：未说明原因。"
    )


def test_a_unit_that_says_another_status_than_the_whole_s_is_told_with_its_own() -> None:
    measure = a_measure("31", "推进消费商圈建设")
    silent = EntryContent(EntryStatus.NOT_BEGUN)
    behind = a_content(EntryStatus.BEHIND, problem="缺地")
    state = of_two_units(
        a_filed_entry(replace(measure, role=Role.LEAD), silent), a_filed_entry(measure, behind)
    )
    (told,) = chapter(make_briefing(state, OfficeProfile()), "滞后和未启动的措施")
    assert told.endswith("市工科局反映：未说明原因。市财政局（滞后）反映：缺地。")


@pytest.mark.parametrize(
    ("state", "event", "told"),
    [
        (ProblemState.OPEN, None, "2022年7月份提出，已6天，未解决。下一步：调规。"),
        (
            ProblemState.HANDLING,
            ProblemEvent.ANSWERED,
            "2022年7月份提出，已6天，处理中。最新进展（8月8日答复）：地块已选。原定下一步：调规。",
        ),
        (
            ProblemState.CLOSED,
            ProblemEvent.RESOLVED,
            "2022年7月份提出，8月9日销号。办理结果（8月8日报送）：地块已选。",
        ),
        (ProblemState.CLOSED, None, "2022年7月份提出，8月9日销号。"),
    ],
)
def test_problem_of_a_measure_that_is_behind_is_told_there_as_among_the_problems(
    month: Ledger, state: ProblemState, event: ProblemEvent | None, told: str
) -> None:
    said = (ProblemWord(event, at(8), "王建国", "地块已选"),) if event else ()
    closed_at = at(9) if state is ProblemState.CLOSED else None
    problem = replace(month.problems[1], state=state, history=said, closed_at=closed_at)
    paper = make_briefing(replace(month, problems=(problem,)), OfficeProfile())
    (behind,) = chapter(paper, "滞后和未启动的措施")
    assert behind.endswith(f"：滞后。市工科局反映：缺地。{told}")
    among = [line for line in chapter(paper, "存在问题") if line.startswith("（1）")]
    is_closed = state is ProblemState.CLOSED
    assert among == ([] if is_closed else [f"（1）第31项（市工科局）：缺地。{told}"])


@pytest.mark.parametrize(
    ("turn", "words", "told"),
    [
        (ProblemTurn.HANDLING, "改造用地未落实", "改造用地未落实。2022年5月份提出"),
        (ProblemTurn.RESOLVED, "缺地", "缺地。2022年7月份提出"),
        (None, "资金未到位", "资金未到位。"),
    ],
)
def test_trouble_is_told_by_the_problem_that_its_entry_speaks_of(
    month: Ledger, turn: ProblemTurn | None, words: str, told: str
) -> None:
    """An older problem stands on, or is solved and a new one raised; or nobody follows it."""
    older = replace(month.problems[0], number="31", title="推进消费商圈建设")
    newer = month.problems[1] if turn else replace(month.problems[1], number="17")
    content = a_content(EntryStatus.BEHIND, problem=words)
    if turn is not None:
        content = replace(content, follow_up=FollowUp(older.problem_id, turn, "见上"))
    measure = a_measure("31", "推进消费商圈建设")
    filed = a_filed_report(a_filed_entry(measure, content))
    state = a_ledger(
        a_ledger_report(filed), measures=(a_ledger_measure(measure),), as_of=month.as_of
    )
    paper = make_briefing(replace(state, problems=(older, newer)), OfficeProfile())
    (behind,) = chapter(paper, "滞后和未启动的措施")
    assert behind.partition("市工科局反映：")[2].startswith(told)


def test_problems_are_counted_by_age_and_told_the_oldest_first(briefing: bytes) -> None:
    count, closed, *told = chapter(briefing, "存在问题")
    assert count == (
        "未销号问题3个（其中待销号1个），按提出时间分：2022年5月份1个、2022年7月份2个；其中超期1个。"
    )
    assert closed == "本期报送开始以来销号1个。"
    assert told[0] == (
        "（1）第20项（市工科局）：改造用地未落实。2022年5月份提出，已67天，未解决（超期）。"
        "需协调单位：市财政局。"
    )
    assert told[1].startswith("（2）第31项（市工科局）：缺地。2022年7月份提出，已6天，未解决。")
    assert told[1].endswith("下一步：调规。")
    assert len(told) == 3


@pytest.mark.parametrize(
    ("state", "event", "told"),
    [
        (ProblemState.OPEN, None, "未解决。下一步：8月15日前核对。"),
        (
            ProblemState.HANDLING,
            ProblemEvent.HANDLING,
            "处理中。最新进展（9月3日报送）：已核对9条。原定下一步：8月15日前核对。",
        ),
        (
            ProblemState.HANDLING,
            ProblemEvent.ANSWERED,
            "处理中。最新进展（9月3日答复）：已核对9条。原定下一步：8月15日前核对。",
        ),
        (
            ProblemState.RESOLVED,
            ProblemEvent.RESOLVED,
            "待销号。办理结果（9月3日报送）：已核对9条。",
        ),
    ],
)
def test_problem_is_told_as_its_unit_has_told_it_last(
    month: Ledger, state: ProblemState, event: ProblemEvent | None, told: str
) -> None:
    raised = ProblemWord(ProblemEvent.RAISED, at(3), "王建国", "清单未核对", Period(2022, 7))
    later = [ProblemWord(event, at(3, month=9), "王建国", "已核对9条")] if event else []
    unchanged = ProblemWord(ProblemEvent.UNCHANGED, at(5, month=9), "王建国")
    problem = replace(
        month.problems[1],
        next_step="8月15日前核对",
        state=state,
        history=(raised, *later, unchanged),
    )
    paper = make_briefing(replace(month, problems=(problem,)), OfficeProfile())
    assert any(line.endswith(told) for line in chapter(paper, "存在问题"))


def test_step_whose_day_is_over_is_told_as_what_was_planned(month: Ledger) -> None:
    problem = replace(month.problems[1], next_step="8月15日前核对，8月底前定稿", history=())
    for day, told in ((31, "。下一步：8月15日前"), (32, "。原定下一步：8月15日前")):
        as_of = at(1) + timedelta(days=day - 1)
        paper = make_briefing(replace(month, problems=(problem,), as_of=as_of), OfficeProfile())
        assert any(told in line for line in chapter(paper, "存在问题")), day


def test_highlights_are_those_that_the_office_has_not_left_out_or_those_that_are_named(
    month: Ledger, briefing: bytes
) -> None:
    assert chapter(briefing, "重要进展和亮点") == [
        "（1）第18项　夯实大数据基础能力（市工科局）：全省首个算力中心投用。",
        "（2）第19项　拓展数字融合应用（市工科局）：确定示范企业3家。",
    ]
    named = make_briefing(month, OfficeProfile(), highlights={2})
    assert [line[:5] for line in chapter(named, "重要进展和亮点")] == ["（1）第1"]
    assert "卿头镇" in chapter(named, "重要进展和亮点")[0]
    none = paragraphs_of(make_briefing(month, OfficeProfile(), highlights=()))
    assert not any("重要进展和亮点" in line for line in none)


def test_every_figure_is_found_where_its_source_says(month: Ledger) -> None:
    book = load_workbook(io.BytesIO(make_ledger(month)))
    facts = MonthFacts(month)
    sources = list(briefing_sources(facts, highlights_told(facts)))

    def column(sheet: str, head: str, rows: tuple[int, ...]) -> list[str]:
        page = book[plain("zh-CN", sheet)]
        place = next(cell.column for cell in page[1] if cell.value == head)
        return [str(page.cell(row, place).value) for row in rows]

    by_what = {one.what: one for one in sources}
    assert len(by_what) == len(sources), "each is named otherwise"
    for one in sources:
        if one.sheet == "sheet-rows" and one.figure[:-1].isdigit():
            assert len(set(column(one.sheet, "序号", one.rows))) == int(one.figure[:-1]), one.what
        elif one.sheet != "sheet-rows" and one.figure[:-1].isdigit():
            assert len(one.rows) == int(one.figure[:-1]), one.what
    forces = column("sheet-rows", "专班", by_what["信息服务专班：措施"].rows)
    assert set(forces) == {"信息服务专班"}
    assert set(column("sheet-rows", "进展", by_what["第31项"].rows)) == {"滞后"}
    assert column("sheet-followed", "提出月份", by_what["2022年5月份"].rows) == ["2022年5月份"]
    assert column("sheet-followed", "状态", by_what["超期"].rows) == ["未解决（超期）"]
    told = by_what["重要进展和亮点"]
    assert column("sheet-highlights", "列入专报", told.rows) == ["是", "是"]
    target = by_what["服务业增加值"]
    assert target.figure == "200亿元"
    (row,) = target.rows
    assert book[plain("zh-CN", target.sheet)].cell(row, 1).value == target.what
    days = by_what["问题（1）第20项（市工科局）"]
    assert (days.figure, column("sheet-followed", "序号", days.rows)) == ("已67天", ["20"])


def test_every_count_of_the_text_has_a_source(month: Ledger, briefing: bytes) -> None:
    facts = MonthFacts(month)
    figures = {
        (one.what, one.figure[:-1]) for one in briefing_sources(facts, highlights_told(facts))
    }
    text = "".join(paragraphs_of(briefing)[3:])
    counted = re.findall(
        r"(已完成|正常推进|滞后|未启动|尚无填报|.序时|应报|已报|未报)(\d+)[项家]", text
    )
    assert len(counted) > 8
    assert set(counted) <= figures


def test_every_percentage_of_the_text_and_what_a_target_is_due_to_be_has_a_source(
    month: Ledger, briefing: bytes
) -> None:
    """In 总览, where the plan's targets stand."""
    facts = MonthFacts(month)
    figures = {one.figure for one in briefing_sources(facts, highlights_told(facts))}
    text = "".join(paragraphs_of(briefing))
    shares, dues = re.findall(r"[\d.]+%", text), re.findall(r"按序时应达([\d.]+亿元)", text)
    assert shares
    assert dues
    assert {*shares, *dues} <= figures
    overview = load_workbook(io.BytesIO(make_ledger(month)))[plain("zh-CN", "sheet-overview")]
    shown = [cell for row in overview.values for cell in row]
    assert 0.583 in shown
    assert float(dues[0].removesuffix("亿元")) in shown


def test_sources_are_a_file_of_their_own_and_the_paper_ends_with_its_date(
    month: Ledger, briefing: bytes
) -> None:
    facts = MonthFacts(month)
    made = make_briefing_sources(month, OfficeProfile(), highlights={2})
    told = highlights_told(facts, {2})
    (table,) = Document(io.BytesIO(made)).tables
    shown = [[cell.text for cell in row.cells][:2] for row in table.rows[1:]]
    assert shown == [[one.what, one.figure] for one in briefing_sources(facts, told)]
    assert briefing_sources_file_name(month) == "2022年7月份工作推进情况专报（数据来源）.docx"
    text = paragraphs_of(briefing)
    assert text[-1] == "2022年8月9日"
    assert not re.search("台账|行）|数据来源", "".join(text))


def test_same_values_become_the_same_bytes_and_the_office_signs(
    month: Ledger, briefing: bytes
) -> None:
    assert make_briefing(month, OfficeProfile()) == briefing
    text = paragraphs_of(briefing)
    assert text[text.index(OFFICE) - 3] == "特此报告。"
    assert briefing_file_name(month) == "2022年7月份工作推进情况专报.docx"
    other = make_briefing(month, OfficeProfile(signs="专班办公室", briefed="市政府"))
    assert {"市政府：", "专班办公室"} <= set(paragraphs_of(other))
