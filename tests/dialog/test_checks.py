from dataclasses import replace

import pytest
from hypothesis import given

from dialog.checks import SHORT, Fault, Hint, faults, hints
from dialog.doubts import explained, open_doubts
from dialog.steps import Step, is_complete
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_open_problem,
    numbered,
    with_indicator,
)
from tests.dialog.values import reports
from vocabulary.period import Period
from vocabulary.report import EntryContent, FiledEntry, FollowUp, Supporter, WorkingReport
from vocabulary.terms import EntryStatus, ProblemTurn, Role


def test_an_entry_that_is_not_begun_is_one_fault() -> None:
    (fault,) = faults(a_report(with_indicator()))
    assert fault == Fault(18, "18", Step.STATUS, None, "check-missing-all")


def test_everything_that_is_missing_is_named_with_its_question() -> None:
    entry = with_indicator(EntryContent(status=EntryStatus.BEHIND))
    assert [(fault.step, fault.indicator_id) for fault in faults(a_report(entry))] == [
        (Step.TEXT, None),
        (Step.PROBLEM, None),
        (Step.NEXT_STEP, None),
        (Step.FIGURE, 7),
    ]


@given(reports())
def test_a_report_has_no_faults_just_when_every_entry_is_complete(report: WorkingReport) -> None:
    assert (not faults(report)) == all(is_complete(entry) for entry in report.entries)


def test_texts_that_are_last_months_are_hinted_at() -> None:
    same, changed, still = numbered(3, content=a_content(text="完成城区12处站址选定。"))
    report = a_report(
        replace(same, last=a_content(text="完成城区12处站址选定。")),
        replace(changed, last=a_content(text="别的话")),
        replace(
            still, last=a_content(), content=EntryContent(EntryStatus.ON_TRACK, no_progress=True)
        ),
    )
    assert hints(report) == [Hint("check-hint-unchanged", ("1",), (1,))]


@pytest.mark.parametrize(("length", "hinted"), [(SHORT - 1, True), (SHORT, False)])
def test_a_very_short_text_is_hinted_at(length: int, hinted: bool) -> None:
    report = a_report(an_entry(content=a_content(text="字" * length)))
    assert hints(report) == ([Hint("check-hint-short", ("18",), (18,))] if hinted else [])


@pytest.mark.parametrize(
    "words", ["按计划推进", "已开展工作", "各项工作正在按计划有序推进，进展顺利。"]
)
def test_words_that_fit_any_measure_are_hinted_at(words: str) -> None:
    report = a_report(an_entry(content=a_content(text=words)))
    key = "check-hint-short" if len(words) < SHORT else "check-hint-empty"
    assert hints(report) == [Hint(key, ("18",), (18,))]


@pytest.mark.parametrize(("line", "hinted"), [("已完成", True), ("参加对接会1次", False)])
def test_one_line_that_is_the_word_of_a_status_is_hinted_at(line: str, hinted: bool) -> None:
    entry = an_entry(measure=a_measure(role=Role.COOPERATING), content=EntryContent(text=line))
    found = hints(a_report(entry))
    assert found == ([Hint("check-hint-empty", ("18",), (18,))] if hinted else [])


def test_a_document_number_is_hinted_at_and_stops_nothing() -> None:
    report = a_report(an_entry(content=a_content(text="按照国发〔2021〕5号文件完成改造。")))
    assert hints(report) == [Hint("check-hint-document", ("18",), (18,))]
    assert not faults(report)


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("6月份完成12处站址选定。", True),
        ("6月选址，7月份开工建设。", False),
        ("16月龄儿童体检完成。", False),
        ("7月份完成12处站址选定。", False),
    ],
)
def test_a_text_that_still_names_the_month_before_is_hinted_at(text: str, hinted: bool) -> None:
    report = a_report(an_entry(content=a_content(text=text)))
    assert [hint.text_key for hint in hints(report)] == ["check-hint-month"] * hinted


@pytest.mark.parametrize(
    ("help_from", "hinted"), [("市财政局", False), ("财政局、市外星局", True), ("", False)]
)
def test_help_of_a_unit_that_nobody_knows_is_hinted_at(help_from: str, hinted: bool) -> None:
    content = a_content(
        status=EntryStatus.BEHIND,
        problem="缺资金。",
        next_step="9月底前协调。",
        help_from=help_from,
    )
    called = (("市财政局", "市财政局"), ("财政局", "市财政局"))
    found = hints(a_report(an_entry(content=content), units_called=called))
    assert ("check-hint-help" in [hint.text_key for hint in found]) is hinted


def test_a_text_that_begins_with_another_unit_is_hinted_at() -> None:
    measure = a_measure(others=(("市教育局", Role.LEAD),))
    other = an_entry(measure=measure, content=a_content(text="市教育局完成12所学校接入。"))
    together = replace(other, content=a_content(text="会同市教育局完成12所学校接入。"))
    assert [hint.text_key for hint in hints(a_report(other))] == ["check-hint-unit"]
    assert hints(a_report(together)) == []


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("会同市财政局拨付资金。", True),
        ("已报永济市财政局审核。", True),
        ("财局已拨付资金。", True),
        ("永济市工业和科技局完成验收。", False),
        ("会同市教育局完成接入。", False),
        ("永济市教育局完成接入。", True),
        ("新开通基站15个。", False),
    ],
)
def test_text_that_names_a_unit_without_a_part_in_the_measure_is_hinted_at_by_any_of_its_names(
    text: str, hinted: bool
) -> None:
    entry = an_entry(
        measure=a_measure(others=(("市教育局", Role.LEAD),)), content=a_content(text=text)
    )
    called = (
        ("市工科局", "市工科局"),
        ("永济市工业和科技局", "市工科局"),
        ("工业和科技局", "市工科局"),
        ("市财政局", "市财政局"),
        ("永济市财政局", "市财政局"),
        ("财局", "市财政局"),
        ("市教育局", "市教育局"),
        ("永济市教育局", "市教育局"),
        ("科技局", "市科技局"),
    )
    found = hints(a_report(entry, units_called=called))
    assert [hint.text_key for hint in found] == ["check-hint-unit"] * hinted


def test_a_second_month_without_progress_is_hinted_at() -> None:
    still = EntryContent(EntryStatus.ON_TRACK, no_progress=True, no_progress_reason="等待批复")
    assert [h.text_key for h in hints(a_report(an_entry(content=still, last=still)))] == [
        "check-hint-still"
    ]
    assert hints(a_report(an_entry(content=still, last=a_content()))) == []


def test_lead_files_done_over_a_supporters_problem_only_with_a_word() -> None:
    hindered = a_content(status=EntryStatus.BEHIND, problem="资金未到位。")
    supporter = Supporter("市交通局", Role.RESPONSIBLE, hindered, is_filed=True)
    measure = a_measure(role=Role.LEAD, others=(("市交通局", Role.RESPONSIBLE),))
    content = a_content(status=EntryStatus.DONE, text="全部建成，完成验收。")
    entry = an_entry(measure=measure, content=content, supporters=(supporter,), evidence=(PHOTO,))
    (fault,) = faults(a_report(entry))
    assert fault == Fault(18, "18", Step.EXPLAIN, None, "check-doubt-done-over-problem")
    (doubt,) = open_doubts(entry)
    told = replace(entry, content=explained(entry, doubt, "资金问题不影响验收。"))
    assert faults(a_report(told)) == []
    well = replace(supporter, content=replace(hindered, status=EntryStatus.ON_TRACK))
    assert faults(a_report(replace(entry, supporters=(well,)))) == []


def test_what_is_doubtful_stops_the_filing_until_it_is_explained() -> None:
    content = a_content(figures=(a_figure(150),), text="新开通基站15个，完成招标。")
    entry = with_indicator(content, last=a_content(figures=(a_figure(168),)))
    (fault,) = faults(a_report(entry))
    assert fault == Fault(18, "18", Step.EXPLAIN, None, "check-doubt-fell")
    (doubt,) = open_doubts(entry)
    told = replace(entry, content=explained(entry, doubt, "按新口径核减。"))
    assert faults(a_report(told)) == []


@pytest.mark.parametrize(
    ("next_step", "hinted"),
    [
        ("7月15日前会同市司法局会商。", True),
        ("7月底前完成。", True),
        ("6月中旬会商，7月20日前批复。", True),
        ("8月15日前会同市司法局会商。", False),
        ("7月20日会商，8月底前批复。", False),
        ("尽快会商。", False),
        ("13月5日前完成。", False),
    ],
)
def test_next_step_whose_date_is_over_with_the_month_is_hinted_at(
    next_step: str, *, hinted: bool
) -> None:
    content = a_content(
        status=EntryStatus.BEHIND, text="完成招标并签订合同。", problem="a", next_step=next_step
    )
    found = [hint.text_key for hint in hints(a_report(an_entry(content=content)))]
    assert ("check-hint-step-past" in found) is hinted


def test_next_step_of_next_january_is_not_over_in_december() -> None:
    content = a_content(
        status=EntryStatus.BEHIND, text="完成招标。", problem="a", next_step="1月15日前完成。"
    )
    report = a_report(an_entry(content=content), period=Period(2022, 12))
    assert "check-hint-step-past" not in [hint.text_key for hint in hints(report)]


def test_hint_about_a_shared_paragraph_counts_the_measures_that_it_lists() -> None:
    parts = tuple(a_measure(number=number) for number in ("63", "66", "67"))
    shared = a_measure(number="63、66、67", parts=parts)
    same = a_content(text="完成招标并签订合同。")
    report = a_report(an_entry(measure=shared, content=same, last=same))
    assert hints(report)[-1].numbers == ("63", "66", "67")


@pytest.mark.parametrize(
    ("problem", "is_hinted"),
    [
        ("站址协调困难。", True),
        ("进度偏慢，自3月起停滞。", True),
        ("站址协调困难，原因：业主要价高。", False),
        ("因业主要价高，站址协调困难。", False),
        ("受疫情影响，施工停滞。", False),
        ("汛期导致停工。", False),
        ("资金未到位，无法开工。", False),
        ("Slow because of the rain.", False),
    ],
)
def test_problem_without_a_cause_is_hinted_at_and_stops_nothing(
    problem: str, is_hinted: bool
) -> None:
    content = a_content(status=EntryStatus.BEHIND, problem=problem, next_step="8月底前协调。")
    report = a_report(an_entry(content=content))
    found = [hint.numbers for hint in hints(report) if hint.text_key == "check-hint-cause"]
    assert bool(found) is is_hinted
    assert faults(report) == []


def test_problem_without_a_cause_is_hinted_at_once() -> None:
    content = a_content(status=EntryStatus.BEHIND, problem="站址难。", next_step="8月底前协调。")
    measure = a_measure(open_problem=an_open_problem(words="站址难。"))
    told = replace(content, follow_up=FollowUp(4, ProblemTurn.UNCHANGED))
    old = a_report(an_entry(measure=measure, content=told))
    again = a_report(
        an_entry(content=content), filed=(FiledEntry(a_measure(), content),), revision=1
    )
    for report in (old, again):
        assert "check-hint-cause" not in {hint.text_key for hint in hints(report)}
