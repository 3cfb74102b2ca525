"""What a 通报 says, counts and is laid out like; every figure is found in the workbook again."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reports.briefing import make_briefing
from reports.bulletin import (
    bulletin_file_name,
    bulletin_sources,
    bulletin_sources_file_name,
    make_bulletin,
    make_bulletin_sources,
)
from reports.ledger import make_ledger
from reports.month_facts import MonthFacts
from reports.office_profile import OfficeProfile
from reports.sources import Source
from tests.factories import (
    OFFICE,
    a_content,
    a_figure,
    a_filed_entry,
    a_filed_report,
    a_ledger,
    a_ledger_measure,
    a_ledger_report,
    a_measure,
    an_indicator,
    at,
)
from tests.reports.paper import W, attributes, found, paragraphs_of, xml_of
from tests.reports.samples import a_month_for_papers
from texts import plain
from vocabulary.report import ExemptMeasure, Ledger, LedgerReport
from vocabulary.terms import Comparator, EntryStatus, Pace, Role, Timeliness

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def month() -> Ledger:
    return a_month_for_papers()


@pytest.fixture(scope="module")
def bulletin(month: Ledger) -> bytes:
    return make_bulletin(month, OfficeProfile())


def test_who_reported_when_is_counted_and_named(bulletin: bytes) -> None:
    text = paragraphs_of(bulletin)
    assert "应报4家，其中按时1家、迟报1家、未报2家；另有免报1家。" in text
    assert "迟报1家：市财政局（8月8日）。" in text
    assert "未报2家：市能源局、虞乡镇。" in text
    assert "免报1家：市供销社。" in text
    assert "退回修改1家：市财政局。" in text
    assert not any(line.startswith("未到期") for line in text)


def with_more_time(report: LedgerReport) -> LedgerReport:
    return replace(report, extended_to=at(9, 18), extension_counts=True)


def test_more_time_that_makes_a_late_day_on_time_is_said(month: Ledger) -> None:
    industry, finance, energy, township, exempt = month.reports
    reports = (
        with_more_time(replace(industry, counted_at=at(8, 9))),
        finance,
        with_more_time(replace(energy, timeliness=Timeliness.PENDING)),
        township,
        exempt,
    )
    facts = replace(month, reports=reports)
    text = paragraphs_of(make_bulletin(facts, OfficeProfile()))
    assert "经同意延期、按延期后的时限为按时1家：市工科局（延期至8月9日，8月8日报送）。" in text
    assert "迟报1家：市财政局（8月8日）。" in text
    assert "未到期1家：市能源局（延期至8月9日）。" in text
    sources = {one.what: one.figure for one in bulletin_sources(MonthFacts(facts))}
    assert sources["经同意延期、按延期后的时限为按时"] == "1家"
    before = replace(facts, reports=(replace(reports[0], counted_at=at(4)), *reports[1:]))
    assert not any(
        "按延期后" in line for line in paragraphs_of(make_bulletin(before, OfficeProfile()))
    )


def test_measures_with_figures_are_counted_by_pace_and_the_others_by_rating(
    bulletin: bytes,
) -> None:
    text = paragraphs_of(bulletin)
    assert "有量化指标的措施3项，可比对序时进度的3项，其中超序时1项、达序时1项、欠序时1项。" in text
    assert "超序时1项：第17项。" in text
    behind = next(line for line in text if "第18项" in line and line.startswith("（1）"))
    assert "欠序时（市工科局：" in behind
    assert "序时应达58.3%，实达40%）。" in behind
    assert (
        "不比对序时进度的措施3项，按责任单位填报的进展分：已完成1项、滞后1项、尚无填报1项。" in text
    )
    assert "（1）第31项　推进消费商圈建设：滞后（市工科局）。" in text
    assert "尚无填报1项：第49项。" in text


def a_measure_of_many() -> Ledger:
    """Of a measure without a lead two units say 未启动, one 滞后, six 正常推进; two say nothing.

    Of another all seven say 滞后, of a third two, and one 未启动.
    """
    shared, all_behind = a_measure("63", "加强组织领导"), a_measure("64", "压实责任")
    third = a_measure("65", "强化考核")
    of_third = {
        "甲局": EntryStatus.BEHIND,
        "乙局": EntryStatus.BEHIND,
        "丙局": EntryStatus.NOT_BEGUN,
    }
    said = dict.fromkeys((f"{name}局" for name in "甲乙丙丁戊己"), EntryStatus.ON_TRACK)
    said |= {"庚局": EntryStatus.BEHIND}
    said |= dict.fromkeys(("辛局", "壬局"), EntryStatus.NOT_BEGUN)
    behind = tuple(said)[:7]
    reports = [
        a_filed_report(
            a_filed_entry(shared, a_content(status)),
            *([a_filed_entry(all_behind, a_content(EntryStatus.BEHIND))] if unit in behind else []),
            *([a_filed_entry(third, a_content(of_third[unit]))] if unit in of_third else []),
            unit=unit,
        )
        for unit, status in said.items()
    ]
    units = [(unit, Role.RESPONSIBLE) for unit in ("癸局", *said, "子局")]
    return a_ledger(
        a_ledger_report(unit="癸局"),
        *map(a_ledger_report, reports),
        a_ledger_report(unit="子局", timeliness=Timeliness.EXEMPT),
        measures=(
            a_ledger_measure(shared, *units),
            a_ledger_measure(all_behind, *((unit, Role.RESPONSIBLE) for unit in behind)),
            a_ledger_measure(third, *((unit, Role.RESPONSIBLE) for unit in of_third)),
        ),
    )


def test_beside_a_status_stand_only_the_units_whose_own_rows_say_it() -> None:
    month = a_measure_of_many()
    text = paragraphs_of(make_bulletin(month, OfficeProfile()))
    assert "（1）第64项　压实责任：滞后（甲局、乙局、丙局、丁局、戊局等7家）。" in text
    (behind,) = (line for line in text if "第65项" in line)
    assert behind == (
        "（2）第65项　强化考核：滞后（已报3家中1家未启动：丙局；2家滞后：甲局、乙局）。"
    )
    place = text.index("总体正常、个别单位填报滞后或未启动的措施1项：")
    assert text[place + 1] == (
        "（1）第63项　加强组织领导：已报9家中2家未启动：辛局、壬局；1家滞后：庚局。"
    )
    sheet = load_workbook(io.BytesIO(make_ledger(month)))[plain("zh-CN", "sheet-rows")]
    heads, *rows = sheet.iter_rows(values_only=True)
    places = [heads.index(head) for head in ("序号", "单位", "进展")]
    shown = {(row[places[0]], row[places[1]]): row[places[2]] for row in rows}
    sources = {one.what: one for one in bulletin_sources(MonthFacts(month))}
    slow = sources["第63项个别单位"]
    assert slow.figure == "已报9家中2家未启动、1家滞后"
    assert slow.rows == sources["个别单位滞后或未启动"].rows
    opened = [rows[row - 2] for row in slow.rows]
    assert {(row[places[0]], row[heads.index("总体进展")]) for row in opened} == {(63, "正常推进")}
    assert [row[places[1]] for row in opened] == ["庚局", "辛局", "壬局"]
    for status, units in (("未启动", "辛局、壬局"), ("滞后", "庚局")):
        said = {unit for (number, unit), word in shown.items() if (number, word) == (63, status)}
        assert said == set(units.split("、"))


def test_rule_for_a_measure_as_a_whole_is_told_everywhere_in_the_same_words(
    month: Ledger, bulletin: bytes
) -> None:
    rule = plain("zh-CN", "note-rule-overall")
    notes = load_workbook(io.BytesIO(make_ledger(month)))["说明"]
    briefing = make_briefing(month, OfficeProfile())
    for told in (
        [cell.value for cell in notes["B"]],
        paragraphs_of(bulletin),
        paragraphs_of(briefing),
        (DOCS / "papers.md").read_text(encoding="utf-8").split("\n"),
    ):
        assert sum(rule in str(line) for line in told) == 1


def with_a_figure_that_has_no_baseline() -> Ledger:
    measure = a_measure(indicators=(an_indicator(),))
    filed = a_filed_report(a_filed_entry(measure, a_content(figures=(a_figure(value="186"),))))
    return a_ledger(a_ledger_report(filed), measures=(a_ledger_measure(measure),))


@pytest.mark.parametrize("make", [make_bulletin, make_briefing])
def test_figures_without_a_pace_stand_beside_their_targets_and_have_a_source(
    make: Callable[[Ledger, OfficeProfile], bytes],
) -> None:
    month = with_a_figure_that_has_no_baseline()
    text = paragraphs_of(make(month, OfficeProfile()))
    place = text.index("不比对序时进度的指标已填1个，涉及措施1项（缺基数：第18项）：")
    assert text[place + 1] == "（1）第18项累计建成5G基站（目标300个）：市工科局186个，完成62%。"
    sources = {one.what: (one.figure, one.rows) for one in bulletin_sources(MonthFacts(month))}
    assert sources["第18项累计建成5G基站（市工科局）"] == ("186个/62%", (2,))
    paced = paragraphs_of(make(a_month_for_papers(), OfficeProfile()))
    assert not any("不比对序时进度的指标" in line for line in paced)


@pytest.mark.parametrize(("value", "said"), [("1.2", "，超出上限"), ("1", "")])
@pytest.mark.parametrize("make", [make_bulletin, make_briefing])
def test_figure_above_its_ceiling_is_said_to_be(
    make: Callable[[Ledger, OfficeProfile], bytes], value: str, said: str
) -> None:
    rate = an_indicator(
        name="平均担保费率", target="1", unit_of_measure="%", comparator=Comparator.AT_MOST
    )
    measure = a_measure("8", indicators=(rate,))
    filed = a_filed_report(a_filed_entry(measure, a_content(figures=(a_figure(value=value),))))
    month = a_ledger(a_ledger_report(filed), measures=(a_ledger_measure(measure),))
    text = paragraphs_of(make(month, OfficeProfile()))
    place = text.index("不比对序时进度的指标已填1个，涉及措施1项（限额指标，不设进度：第8项）：")
    assert text[place + 1].endswith(f"（目标不超过1%）：市工科局{value}%{said}。")


@pytest.mark.parametrize("make", [make_bulletin, make_briefing])
def test_figures_are_counted_apart_from_their_measures_and_every_reason_is_told(
    make: Callable[[Ledger, OfficeProfile], bytes],
) -> None:
    """Measure 8 has two figures without a pace, one of two units; 9 one with a pace; 10 none."""
    ceiling = an_indicator(1, name="平均担保费率", target="1", comparator=Comparator.AT_MOST)
    loans, growing = an_indicator(2, name="担保贷款"), an_indicator(3, name="增加值", baseline="0")
    eight = a_measure("8", indicators=(ceiling, loans))
    nine = a_measure("9", indicators=(replace(growing, time_passed=Decimal("0.5")),))
    ten = a_measure("10", indicators=(an_indicator(4),))
    filed = a_filed_report(
        a_filed_entry(eight, a_content(figures=(a_figure(1, "1.2"), a_figure(2, "9")))),
        a_filed_entry(nine, a_content(figures=(a_figure(3, "299"),))),
        a_filed_entry(ten),
    )
    other = a_filed_report(
        a_filed_entry(eight, a_content(figures=(a_figure(1, "0.9"),))), unit="市财政局"
    )
    measures = (
        a_ledger_measure(eight, ("市工科局", Role.LEAD), ("市财政局", Role.RESPONSIBLE)),
        *map(a_ledger_measure, (nine, ten)),
    )
    month = a_ledger(a_ledger_report(filed), a_ledger_report(other), measures=measures)
    text = paragraphs_of(make(month, OfficeProfile()))
    assert "有量化指标的措施3项，可比对序时进度的1项，其中超序时1项。" in text
    reasons = "缺基数：第8项；限额指标，不设进度：第8项"
    assert f"不比对序时进度的指标已填2个，涉及措施1项（{reasons}）：" in text
    both = "市工科局1.2个，超出上限；市财政局0.9个"
    assert f"（1）第8项平均担保费率（目标不超过1个）：{both}。" in text
    sources = {one.what: (one.figure, one.rows) for one in bulletin_sources(MonthFacts(month))}
    assert sources["有量化指标的措施"] == ("3项", (2, 3, 4, 5))
    assert sources["可比对序时进度的措施"] == ("1项", (4,))
    assert sources["不比对序时进度的指标"] == ("2个", (2, 3))
    assert sources["第9项序时进度"] == ("超序时", (4,))
    assert sources["第8项平均担保费率（市财政局）"] == ("0.9个", (3,))


def test_exempt_measures_and_those_that_are_asked_quarterly_are_two_numbers() -> None:
    """Of measure 63 one unit is exempt and the other is asked quarterly."""
    exempt, quarterly, both = (a_measure(number, "任务") for number in ("61", "62", "63"))
    units = (("甲局", Role.LEAD), ("乙局", Role.RESPONSIBLE))
    free = tuple(ExemptMeasure(1, number, "机构改革") for number in ("61", "63"))
    month = a_ledger(
        replace(a_ledger_report(a_filed_report(unit="甲局")), exempt=free),
        a_ledger_report(a_filed_report(unit="乙局")),
        measures=(
            a_ledger_measure(a_measure(), *units),
            a_ledger_measure(exempt, units[0]),
            replace(a_ledger_measure(quarterly, *units), not_due=("甲局", "乙局")),
            replace(a_ledger_measure(both, *units), not_due=("乙局",)),
        ),
    )
    text = paragraphs_of(make_bulletin(month, OfficeProfile()))
    assert "经同意免报1项：第61项。" in text
    assert "本月不报（按季）2项：第62、63项。" in text
    counts = "正常推进1项、经同意免报1项、本月不报（按季）2项"
    upwards = paragraphs_of(make_briefing(month, OfficeProfile()))
    assert f"计划措施4项，按责任单位填报的进展分：{counts}。" in upwards
    sources = {one.what: (one.figure, one.rows) for one in bulletin_sources(MonthFacts(month))}
    assert sources["经同意免报"] == ("1项", (4,))
    assert sources["本月不报（按季）"] == ("2项", (5, 6, 7, 8))


def test_every_measure_is_counted_once(month: Ledger) -> None:
    facts = MonthFacts(month)
    counted = [
        one.measure.number
        for group in (
            *(facts.paced(pace) for pace in Pace),
            *(facts.rated(status) for status in (*EntryStatus, None)),
            facts.exempt(),
            facts.not_due(),
        )
        for one in group
    ]
    assert sorted(counted) == sorted(measure.number for measure in month.measures)


def test_a_measure_stands_by_the_worst_of_its_figures() -> None:
    month = a_month_for_papers()
    fast, slow = (one for one in MonthFacts(month).measures if one.measure.number in {"17", "18"})
    assert (fast.pace, slow.pace) == (Pace.AHEAD, Pace.BEHIND)
    assert [one.beside.pace for one in slow.paced] == [Pace.BEHIND, Pace.AHEAD]


def test_every_figure_stands_in_the_rows_of_the_workbook_that_it_names(month: Ledger) -> None:
    book = load_workbook(io.BytesIO(make_ledger(month)))
    sheet, overview = book["台账"], book["总览"]
    heads = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}

    def values(head: str, rows: tuple[int, ...]) -> set[str]:
        return {str(sheet.cell(row, heads[head]).value) for row in rows}

    def timeliness(rows: tuple[int, ...]) -> list[str]:
        """Of the units that stand in these rows of 总览."""
        known = {one.unit: plain("zh-CN", f"timeliness-{one.timeliness}") for one in month.reports}
        units = [str(overview.cell(row, 1).value) for row in rows]
        assert [overview.cell(row, 3).value for row in rows] == [known[unit] for unit in units]
        return [known[unit] for unit in units]

    facts = MonthFacts(month)
    sources = {one.what: (one.figure, one.rows) for one in bulletin_sources(facts)}
    expected, rows = sources["应报"]
    assert timeliness(rows) == ["按时", "迟报", "未报", "未报"]
    assert expected == f"{month.expected}家" == f"{len(rows)}家"
    for kind in (Timeliness.ON_TIME, Timeliness.LATE, Timeliness.OUTSTANDING):
        word = plain("zh-CN", f"timeliness-{kind}")
        count, rows = sources[word]
        assert timeliness(rows) == [word] * int(count.removesuffix("家"))
    for pace in Pace:
        word = plain("zh-CN", f"pace-{pace}")
        count, rows = sources[word]
        numbers = {one.measure.number for one in facts.paced(pace)}
        assert values(plain("zh-CN", "sheet-col-number"), rows) == numbers
        assert f"{len(numbers)}项" == count
    for status in (EntryStatus.DONE, EntryStatus.BEHIND):
        word = plain("zh-CN", f"status-{status}")
        assert values("总体进展", sources[word][1]) == {word}
        assert f"{len(values('序号', sources[word][1]))}项" == sources[word][0]
    assert values("总体进展", sources["尚无填报"][1]) == {"None"}
    assert "欠序时" in "".join(values(plain("zh-CN", "sheet-col-paces"), sources["欠序时"][1]))


def test_every_percentage_of_the_text_has_a_source(month: Ledger, bulletin: bytes) -> None:
    shares = re.findall(r"[\d.]+%", "".join(paragraphs_of(bulletin)))
    assert shares
    figures = "/".join(one.figure for one in bulletin_sources(MonthFacts(month))).split("/")
    assert set(shares) <= set(figures)


def test_sources_are_a_file_of_their_own_with_a_table_of_the_text_s_width(month: Ledger) -> None:
    made = make_bulletin_sources(month, OfficeProfile())
    assert made == make_bulletin_sources(month, OfficeProfile())
    assert bulletin_sources_file_name(month) == "2022年7月份工作任务完成情况通报（数据来源）.docx"
    text = paragraphs_of(made)
    assert text[0].replace("\n", "") == "2022年7月份工作任务完成情况通报数据来源"
    assert any("2022年7月份汇总台账.xlsx" in line and "不随文印发" in line for line in text)
    (table,) = Document(io.BytesIO(made)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["数据", "数值", "工作表", "行"]
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    first = MonthFacts(month).rows_of_units(["市工科局"])[0]
    assert shown[1] == ["应报", "4家", "总览", f"{first}～{first + 3}"]
    assert shown[3] == ["迟报", "1家", "总览", f"{first + 1}"]
    behind = next(line for line in shown if line[0] == "第31项")
    assert behind == ["第31项", "滞后", "台账", "7"]
    root = xml_of(made, "word/document.xml")
    width = attributes(found(root, f".//{W}tbl/{W}tblPr/{W}tblW"))
    columns = [int(attributes(column)["w"]) for column in root.iter(f"{W}gridCol")]
    assert width == {"w": str(sum(columns)), "type": "dxa"}
    assert sum(columns) == 11906 - 1588 - 1474


def test_rows_of_a_source_stand_in_their_order_whatever_they_are_counted_from() -> None:
    assert Source("滞后", "3项", (107, 28, 30, 29)).place == "28～30、107"


def test_bulletin_ends_with_its_date_and_names_no_row_of_the_workbook(bulletin: bytes) -> None:
    text = paragraphs_of(bulletin)
    assert text[-1] == "2022年8月9日"
    assert not Document(io.BytesIO(bulletin)).tables
    assert not re.search("台账|行）|数据来源", "".join(text))


def test_a_month_without_such_figures_says_so_and_counts_none(month: Ledger) -> None:
    plain_measures = tuple(replace(one, indicators=()) for one in month.measures)
    reports = tuple(replace(one, filed=None) for one in month.reports)
    shown = paragraphs_of(
        make_bulletin(replace(month, measures=plain_measures, reports=reports), OfficeProfile())
    )
    assert "本月应填报的措施没有量化指标。" in shown
    assert "不比对序时进度的措施6项，按责任单位填报的进展分：尚无填报6项。" in shown


def test_office_signs_and_the_same_values_become_the_same_bytes(
    month: Ledger, bulletin: bytes
) -> None:
    assert make_bulletin(month, OfficeProfile()) == bulletin
    text = paragraphs_of(bulletin)
    assert text[2] == "各责任单位："
    assert text[text.index(OFFICE) - 3] == "特此通报。"
    assert bulletin_file_name(month) == "2022年7月份工作任务完成情况通报.docx"


@pytest.mark.parametrize("make", [make_bulletin, make_briefing])
def test_whom_to_ask_stands_below_the_date_where_the_office_gave_a_number(
    month: Ledger, make: Callable[[Ledger, OfficeProfile], bytes]
) -> None:
    known = OfficeProfile(contact="综合股", phone="0359-8022001")
    assert paragraphs_of(make(month, known))[-2:] == [
        "2022年8月9日",
        "（联系电话：综合股0359-8022001）",
    ]
    assert paragraphs_of(make(month, OfficeProfile(contact="综合股")))[-1] == "2022年8月9日"
