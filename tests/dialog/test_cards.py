import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.answers import typed
from dialog.cards import (
    PAGE_SIZE,
    SETTLED,
    correction,
    full_text,
    joint_explanation,
    opening,
    preview,
    receipt,
    report_card,
    report_choice,
    same_all,
    same_all_told,
    unchanged_return,
)
from dialog.checks import faults
from dialog.filed import as_filed
from dialog.last_month import all_same_as_last
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Accepted, Note
from dialog.press import Action, Press
from dialog.questions import answered, question
from dialog.steps import Step, asked_steps
from tests.dialog.factories import (
    PHOTO,
    TIMETABLE,
    a_content,
    a_figure,
    a_filed_report,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    an_open_problem,
    numbered,
    with_indicator,
)
from tests.dialog.telegram_html import assert_fit_to_send, shown
from tests.dialog.values import NASTY, reports
from texts import LANGUAGES, plain, say
from texts.wording import numbers_named, timetable_line
from vocabulary.message import Message
from vocabulary.report import (
    Byline,
    EntryContent,
    Explanation,
    FollowUp,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import DoubtKind, EntryStatus, ProblemTurn, ReportState, Role

ZH = "zh-CN"


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def presses(message: Message) -> list[Press]:
    data = (Press.read(button.data) for row in message.buttons for button in row)
    return [press for press in data if press]


def actions(message: Message) -> set[Action]:
    return {press.action for press in presses(message)}


# Whatever stands in a report, what is shown of it can be sent


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@given(report=reports(), page=st.integers(-2, 9), locked=st.booleans())
def test_every_card_of_any_report_can_be_sent(
    language: str, report: WorkingReport, page: int, locked: bool
) -> None:
    messages = [
        opening(language, report),
        report_card(language, report, page, locked=locked),
        report_choice(language, [report]),
        preview(language, report),
        *same_all_told(language, report),
        correction(language, report),
        *full_text(language, report),
    ]
    for message in messages:
        assert_fit_to_send(message)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@given(report=reports(), said=NASTY)
def test_every_question_about_any_entry_can_be_sent(
    language: str, report: WorkingReport, said: str
) -> None:
    notes = [Note("answer-number-taken", {"name": said, "figure": said})]
    for entry in report.entries:
        for step, indicator_id in asked_steps(entry.measure, entry.content):
            message = question(
                language, report, entry, step, indicator_id, notes=notes[: step == "text"]
            )
            assert_fit_to_send(message)
            assert shown(message.html).count(timetable_line(language, report.timetable)) == 1
        assert len(shown(answered(language, entry))) <= 4096


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    [
        opening,
        report_card,
        preview,
        same_all,
        correction,
        joint_explanation,
        unchanged_return,
        lambda language, report: full_text(language, report)[0],
    ],
)
def test_every_card_of_an_open_month_says_when_it_opens_is_due_and_locks(
    kind: Callable[[str, WorkingReport], Message], language: str
) -> None:
    report = a_report(*numbered(2, last=a_content()), return_reason="Say more.")
    html = kind(language, report).html
    assert shown(html).split("\n").count(timetable_line(language, report.timetable)) == 1


def test_choice_of_reports_says_so_of_each_month_once() -> None:
    roads, water = a_report(unit="Roads"), a_report(unit="Water")
    august = a_report(period=roads.period.shifted(1))
    line = timetable_line(ZH, TIMETABLE)
    assert shown(report_choice(ZH, [august, roads, water]).html).split("\n")[1:] == [
        f"7月份：{line}",
        f"8月份：{line}",
    ]


@given(said=NASTY)
def test_a_receipt_with_any_name_can_be_sent(said: str) -> None:
    filed = a_filed_report(a_content(text=said), filed_by=said, office=said)
    assert_fit_to_send(receipt(ZH, filed, report_id=5, timetable=TIMETABLE))


def test_the_largest_report_with_the_longest_answers_can_be_read_whole() -> None:
    content = EntryContent(
        status=EntryStatus.BEHIND,
        text="长" * TEXT_LIMIT,
        problem="题" * SHORT_LIMIT,
        next_step="施" * SHORT_LIMIT,
        figures=(a_figure("123456789.1234"),),
    )
    measure = a_measure(title="名" * 60, indicators=(an_indicator(),))
    entries = [an_entry(entry_id=i, measure=measure, content=content) for i in range(30)]
    messages = full_text(ZH, a_report(*entries))
    assert len(messages) == 30
    whole = "".join(shown(message.html) for message in messages)
    assert whole.count("长" * TEXT_LIMIT) == whole.count("题" * SHORT_LIMIT) == 30


@pytest.mark.long
@given(reports())
def test_the_full_text_leaves_nothing_out_that_is_filed(report: WorkingReport) -> None:
    whole = "".join(shown(message.html) for message in full_text(ZH, report))
    kept = "".join(whole.split())
    for entry in report.entries:
        content = as_filed(entry)
        for said in (content.text, content.problem, content.next_step, content.no_progress_reason):
            assert "".join(said.split()) in kept


# The card


def test_the_card_says_how_much_is_done_and_until_when() -> None:
    report = a_report(*numbered(2, content=a_content()), *numbered(1))
    text = shown(report_card(ZH, report).html)
    assert "市工科局 · 7月份　已填 2/3" in text
    assert "开放 8月1日09:00 · 截止 8月5日（周五）18:00 · 锁定 8月20日18:00" in text.split("\n")


def test_every_measure_has_its_sign_and_a_button_that_leads_there() -> None:
    entries = numbered(3)
    entries[0] = replace(entries[0], content=a_content())
    entries[1] = replace(entries[1], content=EntryContent(status=EntryStatus.DONE))
    card = report_card(ZH, a_report(*entries))
    text = shown(card.html)
    assert "● 1　夯实大数据基础能力\n" in text
    assert "◐ 2　夯实大数据基础能力：完成情况待填\n" in text
    assert text.endswith("○ 3　夯实大数据基础能力")
    jumps = [p.target for p in presses(card) if p.action is Action.ENTRY]
    assert {1, 2, 3} <= set(jumps)


def test_thirty_measures_take_four_pages_and_each_is_on_one() -> None:
    report = a_report(*numbered(30))
    shown_numbers = [
        label
        for page in range(4)
        for label in labels(report_card(ZH, report, page))
        if label.isdecimal()
    ]
    assert shown_numbers == [str(number) for number in range(1, 31)]
    assert "4/4" in labels(report_card(ZH, report, 99))


def test_turning_the_page_goes_round() -> None:
    report = a_report(*numbered(PAGE_SIZE + 1))
    pages = [p.argument for p in presses(report_card(ZH, report, 1)) if p.action is Action.PAGE]
    assert pages == ["0", "1", "0"]


def test_one_page_has_nothing_to_turn() -> None:
    assert Action.PAGE not in actions(report_card(ZH, a_report(*numbered(PAGE_SIZE))))


def test_the_card_offers_what_comes_next() -> None:
    entries = numbered(3, last=a_content())
    assert labels(report_card(ZH, a_report(*entries)))[-6:] == [
        "开始：1",
        "其余同上月（3项）",
        "预览",
        "用Excel填",
        "请同事填",
        "申请延期",
    ]
    entries[0] = replace(entries[0], content=a_content())
    assert "继续：2" in labels(report_card(ZH, a_report(*entries)))
    done = report_card(ZH, a_report(*numbered(2, content=a_content())))
    assert labels(done) == ["1", "2", "核对并报送", "用Excel填", "请同事填", "申请延期"]


@pytest.mark.parametrize("state", sorted(SETTLED - {ReportState.SIGNING}))
def test_a_settled_report_offers_reading_and_correcting_until_it_locks(state: ReportState) -> None:
    report = a_report(*numbered(2, content=a_content()), state=state, revision=1)
    card = report_card(ZH, report)
    assert actions(card) == {Action.FULL, Action.CORRECT}
    assert "锁定前可以更正" in shown(card.html)
    assert "锁定 8月20日18:00" in shown(card.html)
    locked = report_card(ZH, report, locked=True)
    assert actions(locked) == {Action.FULL}
    assert "已经锁定，不能再更正" in shown(locked.html)


def test_a_report_before_its_leader_offers_reading_and_taking_it_back() -> None:
    state = ReportState.SIGNING
    report = a_report(*numbered(2, content=a_content()), state=state, revision=1)
    for locked in (False, True):
        card = report_card(ZH, report, locked=locked)
        assert actions(card) == {Action.FULL, Action.SIGN_WITHDRAW}


def test_a_returned_report_says_why_and_can_be_written_on() -> None:
    report = a_report(
        *numbered(1, content=a_content()),
        state=ReportState.RETURNED,
        revision=1,
        return_reason="请写明已接入的企业数。",
    )
    card = report_card(ZH, report, locked=True)
    assert "请写明已接入的企业数。" in shown(card.html)
    assert {Action.ENTRY, Action.PREVIEW} <= actions(card)


def test_a_correction_says_which_version_stands() -> None:
    card = report_card(ZH, a_report(*numbered(1), revision=2))
    assert "正在更正：第2版已报送" in shown(card.html)


def test_the_opening_says_how_much_there_is_to_do() -> None:
    entries = [
        an_entry(entry_id=place, measure=a_measure(role=role))
        for place, role in enumerate([Role.LEAD, Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING])
    ]
    text = shown(opening(ZH, a_report(*entries, minutes_last=21)).html)
    assert "本月应填 4 项（牵头 2、负责 1、配合 1）" in text
    assert "上月用时 21 分钟" in text
    assert "请勿填写涉密内容" in text
    assert "上月用时" not in shown(opening(ZH, a_report(*entries)).html)


def test_the_opening_names_no_role_that_the_unit_does_not_have() -> None:
    entry = an_entry(measure=a_measure(role=Role.RESPONSIBLE))
    assert "本月应填 1 项（负责 1）" in shown(opening(ZH, a_report(entry)).html)


# A question


def test_the_first_question_tells_all_that_one_needs_to_know() -> None:
    measure = a_measure(
        indicators=(an_indicator(),),
        others=(("市发改局", Role.LEAD), ("市教育局", Role.RESPONSIBLE)),
    )
    last = a_content(text="新开通基站9个。", figures=(a_figure(168),))
    entry = an_entry(measure=measure, last=last)
    text = shown(question(ZH, a_report(entry), entry, Step.STATUS).html)
    assert text.splitlines() == [
        "18　夯实大数据基础能力（负责 · 信息服务专班）",
        "另有 2 家单位：市发改局（牵头）、市教育局（负责）",
        "目标：累计建成5G基站 不少于 300个（2022年底前）；上月 168个",
        "上月（正常推进）：新开通基站9个。",
        timetable_line(ZH, TIMETABLE),
        "7月份进展如何？",
    ]


def test_the_example_that_a_question_gives_is_understood() -> None:
    entry = with_indicator(EntryContent(status=EntryStatus.ON_TRACK))
    text = shown(question(ZH, a_report(entry), entry, Step.TEXT).html)
    example = text.rpartition("例如“")[2].partition("”")[0].replace("…", "183")
    answer = typed(entry, Step.TEXT, None, example)
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(183),)


def test_a_figure_that_is_no_total_is_not_asked_for_within_the_text() -> None:
    rate = an_indicator(name="平均担保费率", unit_of_measure="%", cumulative=False)
    entry = with_indicator(EntryContent(status=EntryStatus.ON_TRACK), indicator=rate)
    assert "累计" not in shown(question(ZH, a_report(entry), entry, Step.TEXT).html)


def test_of_many_other_units_the_first_are_named() -> None:
    others = (("单位", Role.LEAD), *((f"单位{n}", Role.RESPONSIBLE) for n in range(8)))
    entry = an_entry(measure=a_measure(others=others))
    text = shown(question(ZH, a_report(entry), entry, Step.STATUS).html)
    assert "另有 9 家单位：单位（牵头）、单位0（负责）、单位1（负责）、单位2（负责）等" in text


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (2, "另有 2 家单位（负责）：单位0、单位1"),
        (9, "另有 9 家单位（负责）：单位0、单位1、单位2、单位3等"),
    ],
)
def test_a_role_that_all_other_units_have_is_said_once(count: int, line: str) -> None:
    others = tuple((f"单位{place}", Role.RESPONSIBLE) for place in range(count))
    entry = an_entry(measure=a_measure(others=others))
    lines = shown(question(ZH, a_report(entry), entry, Step.STATUS).html).split("\n")
    assert line in lines


def test_a_heading_names_no_status_before_there_is_one() -> None:
    """Though what has become of last month's problem is said already."""
    problem = an_open_problem()
    turned = EntryContent(follow_up=FollowUp(problem.problem_id, ProblemTurn.RESOLVED))
    entry = an_entry(measure=a_measure(open_problem=problem), content=turned)
    text = shown(question(ZH, a_report(entry), entry, Step.FOLLOW_UP).html)
    assert text.split("\n")[0] == f"{entry.measure.number}　{entry.measure.title}"


def test_what_is_taken_over_without_words_ends_with_its_standing() -> None:
    measure = a_measure(role=Role.COOPERATING)
    entry = an_entry(measure=measure, last=EntryContent(no_progress=True))
    text = shown(same_all(ZH, a_report(entry)).html)
    assert text.split("\n")[-1].endswith(" · 本月无配合事项")


def test_the_later_questions_show_the_status_that_was_given() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND))
    text = shown(question(ZH, a_report(entry), entry, Step.TEXT).html)
    assert text.startswith("18　夯实大数据基础能力（滞后）\n")


def test_as_last_month_is_offered_only_where_there_is_a_last_month() -> None:
    fresh, known = an_entry(), an_entry(last=a_content())
    assert Action.SAME not in actions(question(ZH, a_report(fresh), fresh, Step.STATUS))
    assert Action.SAME in actions(question(ZH, a_report(known), known, Step.STATUS))


def test_what_was_done_stays_done_by_one_tap() -> None:
    entry = an_entry(last=a_content(status=EntryStatus.DONE))
    message = question(ZH, a_report(entry), entry, Step.STATUS)
    assert "仍为已完成" in labels(message)
    assert "是否仍为已完成？" in shown(message.html)


def test_the_figure_of_last_month_is_one_tap_away() -> None:
    entry = with_indicator(a_content(), last=a_content(figures=(a_figure(168),)))
    message = question(ZH, a_report(entry), entry, Step.FIGURE, 7)
    assert "同上月：168个" in labels(message)
    assert "暂无数据" in labels(message)
    blank = with_indicator(a_content(), last=a_content(figures=(a_figure(None),)))
    message = question(ZH, a_report(blank), blank, Step.FIGURE, 7)
    assert Action.SAME_FIGURE not in actions(message)


def test_no_progress_can_be_said_and_taken_back() -> None:
    entry = an_entry()
    assert Action.NO_PROGRESS in actions(question(ZH, a_report(entry), entry, Step.STATUS))
    still = an_entry(content=EntryContent(no_progress=True))
    message = question(ZH, a_report(still), still, Step.REASON)
    assert Action.PROGRESS in actions(message)
    assert Action.NO_PROGRESS not in actions(message)


def test_an_answer_that_stands_is_shown_and_can_be_kept() -> None:
    entry = an_entry(content=a_content())
    message = question(ZH, a_report(entry), entry, Step.TEXT)
    assert "本月已写：新开通基站15个。" in shown(message.html)
    assert Press(Action.KEEP, 18, "text") in presses(message)
    fresh = an_entry()
    assert Action.KEEP not in actions(question(ZH, a_report(fresh), fresh, Step.TEXT))


def test_a_complete_entry_offers_each_of_its_answers_to_be_changed() -> None:
    content = a_content(
        status=EntryStatus.BEHIND, problem="资金未到位", next_step="落实", figures=(a_figure(183),)
    )
    entry = with_indicator(content)
    message = question(ZH, a_report(entry), entry, Step.STATUS)
    changes = [p.argument for p in presses(message) if p.action is Action.ENTRY]
    assert changes == ["text", "problem", "next-step", "figure.7"]
    assert "● 滞后" in labels(message)


def test_back_is_offered_unless_nothing_stands_before() -> None:
    report = a_report(*numbered(2))
    first, second = report.entries
    assert Action.BACK not in actions(question(ZH, report, first, Step.STATUS))
    assert Action.BACK in actions(question(ZH, report, second, Step.STATUS))


@pytest.mark.long
@given(reports())
def test_every_question_can_be_left_and_skipped(report: WorkingReport) -> None:
    for entry in report.entries:
        for step, indicator_id in asked_steps(entry.measure, entry.content):
            offered = actions(question(ZH, report, entry, step, indicator_id))
            assert {Action.SKIP, Action.REPORT} <= offered


def test_notes_stand_before_the_question() -> None:
    entry = an_entry()
    notes = [Note("answer-kept-as-text")]
    message = question(ZH, a_report(entry), entry, Step.STATUS, notes=notes)
    assert shown(message.html).startswith("文字已存为本项完成情况。\n\n18　")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (EntryContent(), "○ 18　夯实大数据基础能力：本月未填。"),
        (
            EntryContent(status=EntryStatus.ON_TRACK),
            "◐ 18　夯实大数据基础能力：已存，完成情况待填。",
        ),
        (
            a_content(figures=(a_figure(183),)),
            "● 18　夯实大数据基础能力 · 正常推进，已存。累计 183 / 300个（61%）。",
        ),
        (
            a_content(figures=(a_figure(None),)),
            "● 18　夯实大数据基础能力 · 正常推进，已存。累计建成5G基站：暂无数据。",
        ),
        (
            EntryContent(
                EntryStatus.BEHIND,
                problem="资金",
                next_step="落实",
                no_progress=True,
                no_progress_reason="等批复",
                figures=(replace(a_figure(90), approximate=True),),
            ),
            "● 18　夯实大数据基础能力 · 滞后 · 本月无进展，已存。累计 约90 / 300个（30%）。",
        ),
    ],
)
def test_an_answered_question_becomes_one_line(content: EntryContent, line: str) -> None:
    assert shown(answered(ZH, with_indicator(content))) == line


def test_several_figures_bear_their_names() -> None:
    measure = a_measure(
        indicators=(
            an_indicator(),
            an_indicator(indicator_id=8, name="示范家庭农场", target=Decimal(3)),
        )
    )
    content = a_content(figures=(a_figure(183), a_figure(1, 8)))
    line = shown(answered(ZH, an_entry(measure=measure, content=content)))
    assert line.endswith("累计建成5G基站：183 / 300个（61%）。示范家庭农场：1 / 3个（33.3%）。")


# Before and after filing


@given(reports())
def test_filing_is_offered_just_when_nothing_is_missing(report: WorkingReport) -> None:
    offered = Action.FILE in actions(preview(ZH, report))
    assert offered == (not faults(report) and report.state not in SETTLED)


def test_filing_carries_the_version_that_was_shown() -> None:
    report = a_report(*numbered(1, content=a_content()), version=12)
    assert Press(Action.FILE, 5, version=12) in presses(preview(ZH, report))


def test_the_preview_counts_what_will_be_filed() -> None:
    report = a_report(
        with_indicator(
            a_content(
                status=EntryStatus.BEHIND, problem="资金", next_step="落实", figures=(a_figure(1),)
            )
        ),
        an_entry(entry_id=1, content=a_content(problem="已解决的", problem_stands=False)),
        replace(
            an_entry(entry_id=2, content=a_content(status=EntryStatus.DONE)), evidence=(PHOTO,)
        ),
    )
    text = shown(preview(ZH, report).html)
    assert "3 项：已完成 1，正常推进 1，滞后 1，未启动 0。" in text
    assert "指标 1 个，问题 1 个，本月无进展 0 项。" in text
    assert "须补：无。" in text


def test_the_preview_leads_to_everything_that_is_missing() -> None:
    report = a_report(
        *numbered(2), an_entry(entry_id=33, content=a_content(status=EntryStatus.BEHIND))
    )
    message = preview(ZH, report)
    assert "须补 3 项\n未填：1、2\n问题待填：18\n" in shown(message.html)
    assert Press(Action.ENTRY, 33, "problem") in presses(message)


def test_preview_offers_the_first_of_what_is_missing_and_names_the_others() -> None:
    message = preview(ZH, a_report(*numbered(24)))
    mending = [press.target for press in presses(message) if press.action is Action.ENTRY]
    assert mending == list(range(1, 13))
    assert "须补 24 项" in shown(message.html)
    assert Action.REPORT in actions(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_preview_names_every_measure_of_a_hint_and_leads_to_each(language: str) -> None:
    short = a_report(*numbered(15, content=a_content(text="有进展")))
    pages = [preview(language, short, page=page) for page in range(2)]
    assert listing(language, "1", "15") in shown(pages[0].html)
    led_to = [[p.target for p in presses(page) if p.action is Action.ENTRY] for page in pages]
    assert led_to == [list(range(1, 9)), list(range(9, 16))]
    assert Press(Action.PREVIEW, 5, "1") in presses(pages[0])
    assert all(Action.FILE in actions(page) for page in pages)
    assert preview(language, short, page=9) == pages[1]


def listing(language: str, first: str, last: str) -> str:
    return numbers_named(language, [str(n) for n in range(int(first), int(last) + 1)])


def test_preview_of_few_hints_has_no_page_to_turn() -> None:
    few = a_report(*numbered(PAGE_SIZE, content=a_content(text="有进展")))
    assert not any(press.action is Action.PREVIEW for press in presses(preview(ZH, few)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_about_however_many_measures_can_be_sent(language: str) -> None:
    entries = [
        replace(
            entry, content=a_content(text="6月有进展" if entry.entry_id % 2 else "新开通基站。")
        )
        for entry in numbered(400)
    ]
    message = preview(language, a_report(*entries))
    assert_fit_to_send(message)
    assert listing(language, "1", "1") in shown(message.html)


def test_as_last_month_lists_what_would_be_taken_and_carries_the_version() -> None:
    report = a_report(*numbered(2, last=a_content(text="上月的话")), version=8)
    message = same_all(ZH, report)
    assert "以下 2 项照上月报送" in shown(message.html)
    assert "1　夯实大数据基础能力 · 正常推进：上月的话" in shown(message.html)
    assert Press(Action.SAME_ALL_CONFIRM, 5, version=8) in presses(message)


def test_as_last_month_names_every_figure_that_would_be_carried() -> None:
    rate = an_indicator(
        indicator_id=8, name="规上工业增加值增速", unit_of_measure="%", cumulative=False
    )
    measure = a_measure(indicators=(an_indicator(), rate))
    last = a_content(figures=(a_figure(168), a_figure("5.5", 8)))
    text = shown(same_all(ZH, a_report(an_entry(measure=measure, last=last))).html)
    assert "累计建成5G基站 168个（同上月，不变）" in text
    assert "5.5%（同上月，不变）" in text


def test_as_last_month_names_what_was_added_beside_a_total_that_stays() -> None:
    measure = a_measure(indicators=(an_indicator(),))
    last = a_content(text="累计183个，本月新开通15个。", figures=(a_figure(183),))
    message = same_all(ZH, a_report(an_entry(measure=measure, last=last)))
    assert "1 项文字说本月有新增，累计数却与上月相同（18）" in shown(message.html)
    assert Press(Action.ENTRY, 18) in presses(message)
    quiet = replace(last, text="累计183个，覆盖全市。")
    message = same_all(ZH, a_report(an_entry(measure=measure, last=quiet)))
    assert "提示" not in shown(message.html)
    assert Press(Action.ENTRY, 18) not in presses(message)


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_last_month_names_every_measure_figure_and_problem_in_as_many_messages_as_it_takes(
    language: str,
) -> None:
    figure = an_indicator(name="名" * 60)
    trouble = {"status": EntryStatus.BEHIND, "problem": "难", "next_step": "协调"}
    many = []
    for number in range(1, 61):
        measure = a_measure(number=str(number), title="题" * 80)
        if number <= 40:
            measure = replace(measure, indicators=(figure,))
        if number % 2:
            problem = an_open_problem(problem_id=number, words="难" * 80, question="问" * 200)
            measure = replace(measure, open_problem=problem)
        last = a_content(text="长" * 80, figures=(a_figure(168),), **trouble)
        many.append(an_entry(entry_id=number, measure=measure, last=last))
    report = a_report(*many)
    taken = all_same_as_last(report, problems=True)
    assert len(taken) == 60
    *before, asks = same_all_told(language, report)
    for message in (*before, asks):
        assert_fit_to_send(message)
    assert [message.buttons for message in before] == [()] * len(before)
    assert asks == same_all(language, report)
    assert Action.SAME_ALL_CONFIRM in actions(asks)
    lines = [line for message in before for line in shown(message.html).split("\n")]
    for number, content in taken.items():
        (line,) = [one for one in lines if re.match(rf"{number}\s+题", one)]
        assert ("168" in line) == bool(content.figures)
        named = [one for one in lines if re.match(rf"! {number}\s", one)]
        assert bool(named) == (content.follow_up is not None)
    above = shown(say(language, "card-same-all-above", count=60, problems=30))
    assert above in shown(asks.html).split("\n")


def test_as_last_month_shows_the_reasons_that_are_filed_again() -> None:
    why = Explanation(DoubtKind.NO_EVIDENCE, "佐证材料已另报纸质件")
    last = a_content(status=EntryStatus.DONE, explanations=(why,))
    message = same_all(ZH, a_report(an_entry(last=last), an_entry(entry_id=2, last=a_content())))
    assert shown(message.html).count("上月说明继续有效：佐证材料已另报纸质件") == 1


def in_last_months_trouble(entry_id: int, **problem: str) -> ReportEntry:
    last = a_content(status=EntryStatus.BEHIND, problem="要价高。", next_step="协调。")
    trouble = an_open_problem(problem_id=entry_id, **problem)
    measure = a_measure(number=str(entry_id), open_problem=trouble)
    return an_entry(entry_id=entry_id, measure=measure, last=last)


def test_as_last_month_names_open_problems_and_takes_them_only_by_a_button_that_says_so() -> None:
    report = a_report(an_entry(entry_id=1, last=a_content()), in_last_months_trouble(2), version=8)
    message = same_all(ZH, report)
    assert "! 2　站址协调困难" in shown(message.html)
    confirming = [p for p in presses(message) if p.action is Action.SAME_ALL_CONFIRM]
    assert confirming == [
        Press(Action.SAME_ALL_CONFIRM, 5, version=8),
        Press(Action.SAME_ALL_CONFIRM, 5, "problems", version=8),
    ]
    assert set(all_same_as_last(report)) == {1}
    follow_up = all_same_as_last(report, problems=True)[2].follow_up
    assert follow_up == FollowUp(2, ProblemTurn.UNCHANGED)


def test_as_last_month_names_the_next_steps_whose_day_is_over() -> None:
    steps = {2: "7月底前协调。", 3: "8月底前协调。"}
    entries = [in_last_months_trouble(one) for one in steps]
    entries = [
        replace(entry, last=replace(entry.last or a_content(), next_step=steps[entry.entry_id]))
        for entry in entries
    ]
    text = shown(same_all(ZH, a_report(*entries)).html)
    assert "提示：1 项下一步措施写的日期已过（2），请更新。" in text


def test_question_of_the_office_is_named_and_answered_with_others_as_such() -> None:
    report = a_report(in_last_months_trouble(2, question="何时落实？"), in_last_months_trouble(3))
    assert "办公室询问：“何时落实？”（确认即答复“没有变化”）" in shown(same_all(ZH, report).html)
    taken = all_same_as_last(report, problems=True)
    told = [follow_up.words for one in taken.values() if (follow_up := one.follow_up)]
    assert told == [plain("zh-CN", "reason-answered-together"), ""]
    assert all_same_as_last(report) == {}


def test_as_last_month_has_nothing_to_confirm_where_nothing_can_be_taken() -> None:
    assert actions(same_all(ZH, a_report(*numbered(2)))) == {Action.REPORT}


def test_the_receipt_says_when_and_as_what_it_was_filed() -> None:
    message = receipt(ZH, a_filed_report(a_content()), report_id=5, timetable=TIMETABLE)
    assert "回执 2022-07-0013，8月3日（周三）16:42，第1版，李敏" in shown(message.html)
    assert actions(message) == {Action.FULL, Action.CORRECT}
    assert "锁定前可以更正" in shown(message.html)
    assert timetable_line(ZH, TIMETABLE) in shown(message.html).split("\n")
    corrected = a_filed_report(a_content(), revision=2, correction_reason="数字有误")
    locked = receipt(ZH, corrected, report_id=5, timetable=TIMETABLE, locked=True)
    assert shown(locked.html).startswith("更正已报送")
    assert "已经锁定，不能再更正" in shown(locked.html)
    assert actions(locked) == {Action.FULL}


def test_what_answers_a_return_is_no_correction() -> None:
    message = receipt(ZH, a_filed_report(a_content(), revision=2), report_id=5, timetable=TIMETABLE)
    assert shown(message.html).startswith("已重新报送（回执 2022-07-0013")


def test_several_open_reports_are_a_choice() -> None:
    reports_open = [a_report(*numbered(2), report_id=5), a_report(*numbered(1), report_id=6)]
    message = report_choice(ZH, reports_open)
    assert presses(message) == [Press(Action.REPORT, 5), Press(Action.REPORT, 6)]
    assert labels(message)[0] == "市工科局 · 7月份（0/2）"


def test_list_names_who_answered_beside_who_is_at_it() -> None:
    morning = TIMETABLE.opens_at
    entry = an_entry(
        content=a_content(),
        answered=Byline("李副答", morning, is_reader=False, is_today=True),
        writing=(Byline("张工", morning, is_reader=False, is_today=True),),
    )
    assert "李副答 09:00 · 张工正在填" in report_card("zh-CN", a_report(entry)).html


def test_measures_of_a_shared_paragraph_are_counted_as_they_are_listed() -> None:
    parts = tuple(a_measure(number=number) for number in ("63", "66", "67"))
    entry = an_entry(measure=a_measure(number="63、66、67", parts=parts))
    assert "须补 3 项" in shown(preview("zh-CN", a_report(entry)).html)
