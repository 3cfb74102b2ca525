"""The form in Excel: written, filled in as people do, and read back whole."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from dialog.asides import aside
from dialog.checks import faults
from dialog.form import FormChange, FormRead, read_form
from dialog.form_pages import Form, FormHeld, FormUnreadable, is_form, open_form
from dialog.form_words import change_line, fault_line
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT
from dialog.secrecy import SecrecyRules
from dialog.words import cleaned, is_known_word, is_number, means_nothing
from reports.form import KEY_SHEET, fingerprint, make_form
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    numbered,
    with_indicator,
)
from tests.dialog.values import NASTY
from tests.hostile_forms import HOSTILE, with_part
from tests.models.samples import JULY
from texts import LANGUAGES, plain
from vocabulary.period import Period
from vocabulary.report import EntryContent, Figure, FiledFigure, OpenProblem, WorkingReport
from vocabulary.terms import TROUBLED, EntryStatus, ProblemTurn, Role

RULES = SecrecyRules(marks=("机密",), phrases=("内部资料",))
ENTRIES, FIGURES = "填报", "指标"

Filling = Callable[[Workbook], None]


def a_fresh_report(count: int = 3) -> WorkingReport:
    """Some measures without figures, and one (18) with one."""
    return a_report(*numbered(count), with_indicator(entry_id=18, last=a_content()))


def filled(report: WorkingReport, *fillings: Filling, language: str = "zh-CN") -> bytes:
    """The form as it is after somebody has worked in it."""
    workbook = load_workbook(io.BytesIO(make_form(report, language)))
    for fill in fillings:
        fill(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def put(sheet: str, cell: str, value: str | float | date) -> Filling:
    def fill(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    return fill


def opened(data: bytes) -> Form:
    return open_form(data, name="form.xlsx", rules=RULES)


def read(report: WorkingReport, *fillings: Filling) -> FormRead:
    return read_form(opened(filled(report, *fillings)), report)


def changed(report: WorkingReport, *fillings: Filling) -> dict[str, EntryContent]:
    """By the measure's number; the form must have no fault."""
    found = read(report, *fillings)
    assert found.faults == ()
    assert found.outdated == ()
    return {change.entry.measure.number: change.content for change in found.changes}


def test_a_form_says_what_it_is_of() -> None:
    report = a_fresh_report()
    of = opened(make_form(report)).of
    assert (of.report_id, of.unit, of.period) == (5, "市工科局", report.period)


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    assert read(a_fresh_report()) == FormRead()


def test_what_is_filled_in_becomes_the_entry() -> None:
    assert changed(
        a_fresh_report(),
        put(ENTRIES, "H4", "滞后"),
        put(ENTRIES, "I4", "完成招标。"),
        put(ENTRIES, "J4", "资金未到位"),
        put(ENTRIES, "K4", "申请专项债"),
    ) == {"1": EntryContent(EntryStatus.BEHIND, "完成招标。", "资金未到位", "申请专项债")}


def test_a_reason_in_the_last_column_marks_no_progress() -> None:
    found = changed(
        a_fresh_report(), put(ENTRIES, "H5", "正常推进"), put(ENTRIES, "M5", "等待上级文件")
    )
    assert found == {
        "2": EntryContent(EntryStatus.ON_TRACK, no_progress=True, no_progress_reason="等待上级文件")
    }


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        (183, a_figure(183)),
        ("183个", a_figure(183)),
        ("1.2万", a_figure(12000)),
        ("约200", replace(a_figure(200), approximate=True)),
        ("暂无数据", a_figure(None)),
        ("三百", a_figure(300)),
    ],
)
def test_a_figure_is_a_number_or_words_that_mean_one(value: str | int, figure: Figure) -> None:
    found = changed(a_fresh_report(), put(FIGURES, "F4", value))
    assert found["18"].figures == (figure,)


def test_a_rate_typed_as_a_percentage_is_read_as_one() -> None:
    rate = an_indicator(unit_of_measure="%", target=Decimal("8.5"), cumulative=False)
    report = a_report(with_indicator(indicator=rate))

    def fill(workbook: Workbook) -> None:
        workbook[FIGURES]["F4"] = 0.082
        workbook[FIGURES]["F4"].number_format = "0.0%"

    assert changed(report, fill)["18"].figures == (a_figure("8.2"),)


def test_what_was_filled_and_comes_back_empty_is_deleted() -> None:
    report = a_report(an_entry(content=a_content(), entry_id=1))
    assert changed(report, put(ENTRIES, "I4", "")) == {"18": EntryContent(EntryStatus.ON_TRACK, "")}


def test_a_word_for_nothing_is_taken_as_meant_where_nothing_is_asked() -> None:
    found = changed(
        a_fresh_report(),
        put(ENTRIES, "H4", "正常推进"),
        put(ENTRIES, "I4", "完成12处。"),
        put(ENTRIES, "J4", "无"),
        put(ENTRIES, "M4", "无"),
    )
    assert found == {"1": EntryContent(EntryStatus.ON_TRACK, "完成12处。")}


def test_ten_planted_faults_are_all_found_by_cell_and_nothing_is_taken() -> None:
    def drop_row(workbook: Workbook) -> None:
        workbook[ENTRIES].delete_rows(9)

    report = a_fresh_report(9)
    found = read(
        report,
        put(ENTRIES, "H4", "差不多"),
        put(ENTRIES, "I5", '=HYPERLINK("http://x")'),
        put(ENTRIES, "I6", "字" * (TEXT_LIMIT + 1)),
        put(ENTRIES, "I7", date(2022, 8, 1)),
        put(ENTRIES, "H8", "滞后"),
        put(ENTRIES, "J8", "无"),
        put(ENTRIES, "A10", "77"),
        put(ENTRIES, "I11", "无"),
        put(ENTRIES, "N12", "999"),
        put(FIGURES, "F4", "二百左右吧"),
        drop_row,
    )
    assert found.changes == ()
    assert [(fault.sheet, fault.cell, fault.number, fault.text_key) for fault in found.faults] == [
        (ENTRIES, "H4", "1", "form-fault-status"),
        (ENTRIES, "I5", "2", "form-fault-formula"),
        (ENTRIES, "I6", "3", "form-fault-too-long"),
        (ENTRIES, "I7", "4", "form-fault-no-text"),
        (ENTRIES, "J8", "5", "answer-nothing-problem"),
        (ENTRIES, "", "6", "form-fault-row-missing"),
        (ENTRIES, "A9", "7", "form-fault-number"),
        (ENTRIES, "I10", "8", "answer-nothing-text"),
        (ENTRIES, "N11", "9", "form-fault-key-changed"),
        (FIGURES, "F4", "18", "form-fault-figure-not-understood"),
    ]
    for fault in found.faults:
        for language in LANGUAGES:
            assert plain(language, fault.text_key, **fault.facts)


def since_then(report: WorkingReport, content: EntryContent) -> WorkingReport:
    """The report once its first measure has been answered anew."""
    first, *rest = report.entries
    return replace(report, entries=(replace(first, content=content), *rest))


def outdated(form: bytes, report: WorkingReport) -> list[str]:
    found = read_form(opened(form), report)
    assert not (found.outdated and found.changes)
    return [change.entry.measure.number for change in found.outdated]


def test_form_that_would_overwrite_what_was_changed_since_is_outdated_and_nothing_is_taken() -> (
    None
):
    report = a_fresh_report()
    form = filled(report, put(ENTRIES, "I4", "表里写的"), put(ENTRIES, "I5", "另一项"))
    now = since_then(report, a_content(text="聊天里写的"))
    found = read_form(opened(form), now)
    assert [change.content.text for change in found.outdated] == ["表里写的"]
    assert (found.changes, found.faults) == ((), ())


def test_older_form_is_read_where_none_of_what_it_changes_has_changed_since() -> None:
    report = a_fresh_report()
    form = filled(report, put(ENTRIES, "I5", "另一项"))
    now = since_then(report, a_content())
    (change,) = read_form(opened(form), now).changes
    assert (change.entry.measure.number, change.content.text) == ("2", "另一项")


def test_cells_that_were_left_alone_stay_as_they_are_now() -> None:
    report = a_fresh_report()
    form = filled(report, put(ENTRIES, "I4", "表里写的"))
    behind = EntryContent(EntryStatus.BEHIND, "", "缺资金", "申请专项债")
    (change,) = read_form(opened(form), since_then(report, behind)).changes
    assert change.content == replace(behind, text="表里写的")


@pytest.mark.parametrize(
    ("cells", "stands", "is_outdated"),
    [
        ({"I4": "表里写的"}, a_content(text="表里写的"), False),
        ({"H4": "滞后"}, EntryContent(EntryStatus.ON_TRACK), True),
        ({"H4": "滞后"}, EntryContent(text="聊天里写的"), False),
        ({"H4": "滞后", "J4": "缺资金"}, EntryContent(EntryStatus.BEHIND), False),
        ({"K4": "=1+1"}, EntryContent(next_step="申请专项债"), True),
        ({"M4": "等批复"}, EntryContent(no_progress=True, no_progress_reason="等文件"), True),
    ],
)
def test_form_is_outdated_by_the_cells_that_were_touched_alone(
    cells: dict[str, str], stands: EntryContent, is_outdated: bool
) -> None:
    report = a_fresh_report()
    form = filled(report, *(put(ENTRIES, cell, said) for cell, said in cells.items()))
    assert outdated(form, since_then(report, stands)) == ["1"] * is_outdated


def test_cell_that_was_emptied_is_touched() -> None:
    report = a_report(an_entry(content=a_content(text="先写的"), entry_id=1))
    form = filled(report, put(ENTRIES, "I4", ""))
    assert outdated(form, since_then(report, a_content(text="后写的"))) == ["18"]


def test_figure_that_was_changed_since_makes_a_form_outdated() -> None:
    entry = with_indicator()
    report = a_report(entry)
    form = filled(report, put(FIGURES, "F4", 183))
    now = since_then(report, EntryContent(figures=(a_figure(200),)))
    assert outdated(form, now) == ["18"]
    same = since_then(report, EntryContent(figures=(a_figure(183),)))
    assert read_form(opened(form), same) == FormRead()


def test_form_that_is_outdated_is_told_so_before_its_faults_are_mended() -> None:
    report = a_fresh_report()
    form = filled(report, put(ENTRIES, "I4", "表里写的"), put(ENTRIES, "H5", "差不多"))
    assert outdated(form, since_then(report, a_content(text="聊天里写的"))) == ["1"]


def test_form_may_come_again_once_it_was_taken_itself() -> None:
    report = a_fresh_report()
    form = opened(filled(report, put(ENTRIES, "I4", "第二次写的")))
    first = a_content(text="第一次写的")
    now = since_then(report, first)
    assert read_form(form, now).outdated
    taken = {report.entries[0].entry_id: fingerprint(first)}
    (change,) = read_form(form, now, brought=taken).changes
    assert change.content.text == "第二次写的"
    later = since_then(report, a_content(text="聊天里写的"))
    assert read_form(form, later, brought=taken).outdated


@pytest.mark.parametrize(
    ("sheet", "cell", "words"),
    [(ENTRIES, "I4", "【机密】某事"), (FIGURES, "F4", "内部资料"), ("说明", "A9", "机密★")],
)
def test_a_form_with_a_mark_of_secrecy_is_not_opened(sheet: str, cell: str, words: str) -> None:
    data = filled(a_fresh_report(), put(sheet, cell, words))
    with pytest.raises(FormHeld) as held:
        opened(data)
    assert (held.value.facts["sheet"], held.value.facts["cell"]) == (sheet, cell)


def _without_key(workbook: Workbook) -> None:
    del workbook[KEY_SHEET]


def _another_workbook() -> bytes:
    saved = io.BytesIO()
    Workbook().save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "kind"),
        (b"plain words", "kind"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old"),
        (make_form(a_fresh_report())[:2000], "damaged"),
        (filled(a_fresh_report(), _without_key), "not-ours"),
        (_another_workbook(), "not-ours"),
    ],
)
def test_what_is_no_form_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(FormUnreadable) as refused:
        opened(data)
    assert refused.value.facts["reason"] == reason


@pytest.mark.parametrize("name", HOSTILE)
def test_form_that_may_not_be_opened_is_refused_with_the_reason(name: str) -> None:
    spoilt, reason = HOSTILE[name]
    with pytest.raises(FormUnreadable) as refused:
        opened(spoilt(make_form(a_fresh_report())))
    assert refused.value.facts["reason"] == reason


_WORDS = st.one_of(NASTY, st.sampled_from(["=1+1", "+5", "-3", "@x", "_x0041_", "2022-8", "1e5"]))


def _written(words: str) -> str:
    return cleaned(cleaned(words)[:SHORT_LIMIT])


@st.composite
def contents(draw: st.DrawFn) -> EntryContent:
    """As a working copy holds them: cleaned, and with a reason where there was no progress."""
    text, problem, next_step = (
        "" if means_nothing(words := _written(draw(_WORDS))) or is_known_word(words) else words
        for _ in range(3)
    )
    reason = _written(draw(st.one_of(st.just(""), _WORDS)))
    reason = "" if means_nothing(reason) else reason  # refused as a reason, in chat and in a form
    figure = draw(st.none() | st.integers(0, 10**4))
    given_figure = (a_figure(figure),) if draw(st.booleans()) else ()
    return EntryContent(
        status=draw(st.none() | st.sampled_from(EntryStatus)),
        text=text,
        problem=problem,
        next_step=next_step,
        no_progress=bool(reason),
        no_progress_reason=reason,
        figures=given_figure,
    )


def _is_faulty(content: EntryContent) -> bool:
    told = (content.problem, content.next_step) if content.status in TROUBLED else ()
    words = filter(None, (content.text, content.no_progress_reason, *told))
    return any(is_number(said) or aside(said) is not None for said in words)


@given(contents(), st.sampled_from(LANGUAGES))
def test_whatever_is_written_to_a_form_is_read_back_the_same(
    content: EntryContent, language: str
) -> None:
    entry = with_indicator(content)
    form = open_form(make_form(a_report(entry), language), name="form.xlsx", rules=SecrecyRules())
    assert read_form(form, a_report(entry)) == FormRead()
    nothing_said = a_report(replace(entry, content=EntryContent()))
    blank = open_form(make_form(nothing_said, language), name="form.xlsx", rules=SecrecyRules())
    found = read_form(replace(form, of=replace(form.of, marks=blank.of.marks)), nothing_said)
    if _is_faulty(content):  # it stands there from before; nobody can write it anew
        assert found.faults
        return
    assert [change.content for change in found.changes] == [content] * (content != EntryContent())


EMPTY = {
    "I4": ("好", "answer-says-nothing-text"),
    "J4": ("嗯", "answer-says-nothing-problem"),
    "K4": ("等通知", "answer-says-nothing-next-step"),
}


def test_words_that_say_nothing_are_faults_with_their_cells() -> None:
    changes = [put(ENTRIES, at, said) for at, (said, _) in EMPTY.items()]
    found = read(a_report(an_entry()), put(ENTRIES, "H4", "滞后"), *changes)
    assert {f.cell: f.text_key for f in found.faults} == {at: key for at, (_, key) in EMPTY.items()}


@pytest.mark.parametrize(
    ("said", "text_key"),
    [
        ("正常推进", "form-fault-status-only"),
        ("1", "form-fault-number-only"),
        ("？", "answer-nothing-text"),
        ("见附件", "answer-no-file"),
    ],
)
def test_a_sign_a_number_or_a_file_that_is_not_there_is_no_text_in_a_form(
    said: str, text_key: str
) -> None:
    (fault,) = read(a_report(an_entry()), put(ENTRIES, "I4", said)).faults
    assert (fault.cell, fault.text_key) == ("I4", text_key)
    with_file = a_report(an_entry(evidence=(PHOTO,)))
    if said == "见附件":
        assert read(with_file, put(ENTRIES, "I4", said)).faults == ()


def test_only_the_cells_to_be_filled_in_can_be_changed() -> None:
    workbook = load_workbook(io.BytesIO(make_form(a_fresh_report())))
    sheet = workbook[ENTRIES]
    assert sheet.protection.sheet
    unlocked = "".join(cell.coordinate for cell in sheet[4] if not cell.protection.locked)
    assert unlocked == "H4I4J4K4L4M4"
    assert sheet.column_dimensions["N"].hidden
    rules = [row[0].value for row in workbook["说明"] if row[0].value]
    assert len(rules) > 8
    assert any("点开格子" in str(rule) for rule in rules)
    assert workbook[KEY_SHEET].sheet_state == "veryHidden"
    turns, statuses = sheet.data_validations.dataValidation
    assert turns.formula1 == '"已解决,处理中,没有变化"'
    assert statuses.formula1 == '"已完成,正常推进,滞后,未启动"'


def test_last_month_stands_beside_this_month() -> None:
    last = a_content(text="完成城区12处站址选定。", figures=(a_figure(168),))
    report = a_report(with_indicator(last=last))
    workbook = load_workbook(io.BytesIO(make_form(report)))
    assert workbook[ENTRIES]["D4"].value == "【正常推进】完成城区12处站址选定。"
    assert workbook[FIGURES]["E4"].value == "168个"


def test_total_that_last_month_has_not_stands_behind_its_month_and_is_held_against() -> None:
    filed = FiledFigure(a_figure(183), Period(2022, 6))
    entry = with_indicator(a_content(), last=a_content(), filed_before=(filed,))
    workbook = load_workbook(io.BytesIO(make_form(a_report(entry))))
    assert workbook[FIGURES]["E4"].value == "6月：183个"
    content = changed(a_report(entry), put(FIGURES, "F4", 100))["18"]
    (fault,) = faults(a_report(replace(entry, content=content)))
    assert fault.text_key == "check-doubt-fell"


def test_a_report_without_figures_has_no_page_for_them() -> None:
    report = a_report(an_entry(measure=a_measure()))
    assert FIGURES not in load_workbook(io.BytesIO(make_form(report))).sheetnames


HELPS = an_entry(entry_id=13, measure=a_measure(number="13", role=Role.COOPERATING))


def test_who_only_cooperates_fills_one_cell() -> None:
    report = a_report(HELPS)
    assert changed(report, put(ENTRIES, "I4", "提供名单12处。")) == {
        "13": EntryContent(text="提供名单12处。")
    }
    assert changed(report, put(ENTRIES, "I4", "本月无配合事项")) == {
        "13": EntryContent(no_progress=True)
    }


@pytest.mark.parametrize("content", [EntryContent(no_progress=True), EntryContent(text="名单。")])
def test_what_who_only_cooperates_has_said_comes_back_unchanged(content: EntryContent) -> None:
    assert read(a_report(replace(HELPS, content=content))) == FormRead()


def test_a_status_of_who_only_cooperates_is_refused_with_its_cell() -> None:
    (fault,) = read(a_report(HELPS), put(ENTRIES, "H4", "已完成")).faults
    assert (fault.cell, fault.text_key) == ("H4", "form-fault-one-line")


def test_cells_beside_the_line_of_who_only_cooperates_are_one_fault() -> None:
    def fill(workbook: Workbook) -> None:
        for place in ("H4", "J4", "K4"):
            workbook[ENTRIES][place] = "已完成"

    (fault,) = read(a_report(HELPS), fill).faults
    assert (fault.cell, fault.text_key) == ("H4、J4、K4", "form-fault-one-line-only")


def test_renamed_sheet_is_one_fault_and_its_rows_are_none() -> None:
    def rename(workbook: Workbook) -> None:
        workbook[ENTRIES].title = "填报1"

    (fault,) = read(a_fresh_report(), rename).faults
    assert (fault.sheet, fault.cell, fault.text_key) == (ENTRIES, "", "form-fault-sheet")
    assert "第项" not in fault_line("zh-CN", fault)


def test_form_that_has_lost_its_hidden_sheet_is_known_and_refused() -> None:
    def drop(workbook: Workbook) -> None:
        del workbook[KEY_SHEET]

    data = filled(a_fresh_report(), drop)
    assert is_form(data)
    with pytest.raises(FormUnreadable) as refused:
        opened(data)
    assert refused.value.facts["reason"] == "not-ours"


def test_fault_of_a_row_without_a_number_names_none() -> None:
    report = a_fresh_report()
    (fault,) = read(report, put(ENTRIES, "B9", "另一项")).faults
    assert fault.cell == "B9"
    assert plain("zh-CN", "form-fault-key") in fault_line("zh-CN", fault)
    for language in LANGUAGES:
        line = fault_line(language, fault)
        assert "第项" not in line
        assert "measure )" not in line


ASIDES = [
    *(
        "无",
        "没有问题",
        "好的",
        "收到，马上报",
        "？",
        "怎么填",
        "什么时候截止",
        "见附件",
        "现场照片",
        "尽快",
        "有问题",
    ),
    *(
        "改选状态",
        "报送",
        "我填完了",
        "取消",
        "这个不归我们管",
        "明天起请假三天",
        "能不能晚几天报",
        "重填",
        "1",
    ),
    *(
        "以后刘敏负责填报",
        "其余同上月",
        "同上月",
        "配合",
        "滞后",
        "本月无进展",
        "处理中",
        "13812345678",
        "20多个",
    ),
    *("约三百左右", "-5", "1.23456", "185个（含在建20个）", "还有", "10万"),
]
"""What people write beside the matter, in a cell as in the chat."""

OF_CHAT = re.compile(
    r"请点|发送|重发|按钮|目录|发到|没有存|点选|/[a-z]|\b(?:tap|send|button|menu|stored)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("said", ASIDES)
def test_fault_in_a_cell_says_what_to_do_in_the_workbook(said: str) -> None:
    problem = OpenProblem(7, "业主要价高", "协调业主", JULY)
    measure = replace(a_measure(), open_problem=problem)
    asked = (an_entry(measure=measure), replace(with_indicator(), entry_id=12), HELPS)
    cells = [put(ENTRIES, f"{column}{row}", said) for column in "FGHIJKLM" for row in (4, 5, 6)]
    status = put(ENTRIES, "H4", "滞后")
    for fillings in ([*cells, put(FIGURES, "F4", said)], [*cells, status]):
        for fault in read(a_report(*asked), *fillings).faults:
            for language in LANGUAGES:
                line = fault_line(language, fault).replace(said, "")
                assert not OF_CHAT.search(line), line


def test_row_that_is_no_measure_is_named_as_what_it_is() -> None:
    report = a_fresh_report(2)
    (fault,) = read(report, put(ENTRIES, "A9", "合计"), put(ENTRIES, "I9", "12")).faults
    assert "“合计”一行" in fault_line("zh-CN", fault)
    assert "row “合计”" in fault_line("en", fault)


@pytest.mark.parametrize("cell", ["P4", "N30"])
def test_words_outside_the_table_are_named_by_their_cell_and_not_dropped(cell: str) -> None:
    report = a_fresh_report()
    (fault,) = read(report, put(ENTRIES, cell, "另开展2次")).faults
    assert (fault.sheet, fault.cell) == (ENTRIES, cell)
    assert plain("zh-CN", "form-fault-beside") in fault_line("zh-CN", fault)
    (fault,) = read(report, put(FIGURES, "N4", "见附表")).faults
    assert (fault.sheet, fault.cell) == (FIGURES, "N4")


def test_change_names_each_of_several_figures_and_a_status_that_was_blank() -> None:
    names = ("众创空间", "孵化器")
    indicators = tuple(an_indicator(indicator_id=n, name=name) for n, name in enumerate(names, 7))
    entry = an_entry(measure=a_measure(indicators=indicators))
    figures = (a_figure("2", 7), a_figure("4", 8))
    line = change_line("zh-CN", FormChange(entry, a_content(figures=figures)))
    assert "状态 未填 → 正常推进" in line
    assert "“众创空间” 未填 → 2个；“孵化器” 未填 → 4个" in line
    only = replace(entry, measure=replace(entry.measure, indicators=indicators[:1]))
    assert "累计 未填 → 2个" in change_line("zh-CN", FormChange(only, a_content(figures=figures)))


@pytest.mark.parametrize("key", ["999", ""])
@pytest.mark.parametrize(("sheet", "cell"), [(ENTRIES, "N5"), (FIGURES, "H4")])
def test_concealed_key_that_was_touched_is_one_fault_at_its_cell(
    sheet: str, cell: str, key: str
) -> None:
    (fault,) = read(a_fresh_report(), put(sheet, cell, key)).faults
    assert (fault.sheet, fault.cell, fault.text_key) == (sheet, cell, "form-fault-key-changed")
    assert fault.number == {ENTRIES: "2", FIGURES: "18"}[sheet]


def test_other_faults_of_a_row_whose_key_was_touched_are_told_too() -> None:
    found = read(a_fresh_report(), put(ENTRIES, "N5", "999"), put(ENTRIES, "H5", "差不多"))
    assert [fault.cell for fault in found.faults] == ["N5", "H5"]


@pytest.mark.parametrize(
    "said", ["本月无进展", "无进展", "无变化", "无进展，等批复", "no progress"]
)
def test_no_progress_in_the_status_names_the_cell_of_its_reason(said: str) -> None:
    (fault,) = read(a_fresh_report(), put(ENTRIES, "H5", said)).faults
    assert (fault.cell, fault.text_key) == ("H5", "form-fault-status-no-progress")
    assert "M5" in fault_line("zh-CN", fault)
    assert "M5" in fault_line("en", fault)


@pytest.mark.parametrize(
    ("said", "turn"),
    [("解决了", ProblemTurn.RESOLVED), ("没变化", ProblemTurn.UNCHANGED)],
)
def test_what_became_of_a_problem_is_read_as_in_the_chat(said: str, turn: ProblemTurn) -> None:
    measure = replace(a_measure(), open_problem=OpenProblem(7, "业主要价高", "协调业主", JULY))
    report = a_report(an_entry(measure=measure, content=a_content()))
    found = changed(report, put(ENTRIES, "F4", said), put(ENTRIES, "G4", "已签约"))
    follow_up = found["18"].follow_up
    assert follow_up is not None
    assert follow_up.turn is turn


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("正常", EntryStatus.ON_TRACK),
        ("进度滞后", EntryStatus.BEHIND),
        ("同上月", EntryStatus.NOT_BEGUN),
        ("as last month", EntryStatus.NOT_BEGUN),
    ],
)
def test_status_is_read_as_in_the_chat(said: str, status: EntryStatus) -> None:
    last = EntryContent(EntryStatus.NOT_BEGUN, problem="缺资金", next_step="申请专项债")
    found = changed(a_report(an_entry(last=last)), put(ENTRIES, "H4", said))
    assert found["18"].status is status


def test_status_of_last_month_is_none_where_there_is_none() -> None:
    (fault,) = read(a_fresh_report(), put(ENTRIES, "H5", "同上月")).faults
    assert (fault.cell, fault.text_key) == ("H5", "form-fault-status")


def _with_sheet(workbook: Workbook) -> None:
    workbook.create_sheet("附表")["B3"] = "甲企业"


def _with_empty_sheet(workbook: Workbook) -> None:
    workbook.create_sheet("Sheet1")


@pytest.mark.parametrize(
    ("filling", "where"),
    [
        (_with_sheet, ("附表", "B3")),
        (put("说明", "C2", "甲企业"), ("说明", "C2")),
        (put("说明", "A15", "甲企业"), ("说明", "A15")),
    ],
)
def test_words_on_another_sheet_are_told_and_not_dropped(
    filling: Filling, where: tuple[str, str]
) -> None:
    for report in (a_fresh_report(), a_report(an_entry())):
        (fault,) = read(report, filling, put(ENTRIES, "I4", "完成招标。")).faults
        assert (fault.sheet, fault.cell, fault.text_key) == (*where, "form-fault-other-sheet")
    assert read(a_fresh_report(), _with_empty_sheet) == FormRead()


def _with_concealed_sheet(workbook: Workbook) -> None:
    sheet = workbook.create_sheet("WpsReserved_CellImgList")
    sheet["A1"], sheet.sheet_state = "ID_1", "hidden"


def test_what_a_program_keeps_on_a_concealed_sheet_is_nobodys_word() -> None:
    assert read(a_fresh_report(), _with_concealed_sheet) == FormRead()


def comment(sheet: str, cell: str, words: str) -> Filling:
    def fill(workbook: Workbook) -> None:
        workbook[sheet][cell].comment = Comment(words, "张三")

    return fill


def test_comment_on_a_cell_is_told_with_the_measure_of_its_row() -> None:
    found = read(
        a_fresh_report(), comment(ENTRIES, "I5", "贷款860万元"), comment("说明", "A1", "?")
    )
    assert [(fault.sheet, fault.cell, fault.number, fault.text_key) for fault in found.faults] == [
        (ENTRIES, "I5", "2", "form-fault-comment"),
        ("说明", "A1", "", "form-fault-comment"),
    ]


_LINKS = (
    '<Relationships xmlns="r"><Relationship Id="1" Type="x/comments" Target="../comments1.xml"/>'
    '<Relationship Id="2" Type="x/threadedComment" Target="../threadedComments/t1.xml"/>'
    "</Relationships>"
)
_COMMENT = '<c xmlns="c"><comment ref="I5"><text><r><t>贷款860万元</t></r></text></comment></c>'
_THREAD = '<c xmlns="c"><threadedComment ref="I5"><text>贷款860万元</text></threadedComment></c>'


def test_comment_and_its_thread_as_excel_writes_them_are_one_fault() -> None:
    report = a_fresh_report()
    form = make_form(report)
    for part, content in (
        ("xl/worksheets/_rels/sheet1.xml.rels", _LINKS),
        ("xl/comments1.xml", _COMMENT),
        ("xl/threadedComments/t1.xml", _THREAD),
    ):
        form = with_part(form, part, content.encode())
    (fault,) = read_form(opened(form), report).faults
    assert (fault.sheet, fault.cell, fault.number) == (ENTRIES, "I5", "2")


def test_form_with_a_mark_of_secrecy_in_a_comment_is_not_opened() -> None:
    data = filled(a_fresh_report(), comment(ENTRIES, "I5", "机密★5年"))
    with pytest.raises(FormHeld) as held:
        opened(data)
    assert (held.value.facts["sheet"], held.value.facts["cell"]) == (ENTRIES, "I5")
