"""What cannot well be true: it is mended, or explained for exactly what was found."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.answers import added, tapped, typed
from dialog.doubt_answers import meant_as_figure, meant_as_reason
from dialog.doubts import doubts, explained, open_doubts
from dialog.filed import as_filed
from dialog.last_month import same_as_last
from dialog.on_behalf import ask_reason_on_behalf
from dialog.outcome import Accepted, Refused
from dialog.press import Action, Press
from dialog.questions import answered, explained_lines, figure_or_reason, question
from dialog.steps import Step, is_complete, next_asked, sign
from dialog.sums import growth_or_correction, meant_instead
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_report,
    an_entry,
    an_indicator,
    an_open_problem,
    in_trouble,
    with_indicator,
)
from tests.dialog.telegram_html import shown
from texts import plain
from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    CheckLimits,
    EntryContent,
    Explanation,
    FiledFigure,
    FollowUp,
    ReportEntry,
    Supporter,
)
from vocabulary.terms import Ask, Comparator, Direction, DoubtKind, EntryStatus, ProblemTurn, Role

WORDS = "完成城区12处站址选定。"
STATIONS = an_indicator()
NO_TOTAL = an_indicator(cumulative=False)
TO_FALL = an_indicator(direction=Direction.DOWN)
CEILING = an_indicator(comparator=Comparator.AT_MOST)


def entry_of(
    now: str, before: str | None = None, *, indicator: AskedIndicator = STATIONS
) -> ReportEntry:
    last = None if before is None else a_content(figures=(a_figure(before),))
    return with_indicator(a_content(figures=(a_figure(now),)), last=last, indicator=indicator)


def kinds(entry: ReportEntry) -> list[DoubtKind]:
    return [doubt.kind for doubt in open_doubts(entry)]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (entry_of("168", "168"), []),
        (entry_of("167", "168"), [DoubtKind.FELL]),
        (entry_of("167", "168", indicator=NO_TOTAL), []),
        (entry_of("167", "168", indicator=TO_FALL), []),
        (entry_of("900"), []),
        (entry_of("901"), [DoubtKind.JUMPED]),
        (entry_of("99999999"), [DoubtKind.JUMPED]),
        (entry_of("901", indicator=TO_FALL), []),
        (entry_of("901", indicator=CEILING), []),
        (entry_of("200", "20"), []),
        (entry_of("201", "20"), [DoubtKind.JUMPED]),
        (entry_of("201", "20", indicator=CEILING), [DoubtKind.JUMPED]),
        (entry_of("201", "0"), []),
    ],
)
def test_figure_that_fell_or_jumped_is_doubted(entry: ReportEntry, found: list[DoubtKind]) -> None:
    assert kinds(entry) == found


def grown(now: str, before: str, long_before: str | None = None) -> ReportEntry:
    entry = entry_of(now, before)
    if long_before is None:
        return entry
    return replace(entry, before_last=a_content(text="选址。", figures=(a_figure(long_before),)))


@pytest.mark.parametrize(
    ("entry", "is_doubted"),
    [
        (grown("900", "183"), True),
        (grown("484", "183"), True),
        (grown("480", "183"), True),
        (grown("451", "183"), True),
        (grown("450", "183"), False),
        (grown("310", "183"), False),
        (grown("470", "310"), True),
        (grown("460", "310"), False),
        (grown("480", "183", "183"), True),
        (grown("480", "183", "100"), True),
        (grown("700", "500", "350"), False),
        (grown("330", "20"), True),
        (grown("400", "183", "168"), True),
        (grown("333", "183", "168"), False),
        (grown("334", "183", "168"), True),
        (grown("240", "183", "180"), False),
        (grown("258", "183", "176"), True),
        (grown("300", "183", "183"), False),
        (grown("198", "183", "168"), False),
        (entry_of("900", "183", indicator=NO_TOTAL), False),
        (entry_of("900", "183", indicator=TO_FALL), False),
        (entry_of("900", "183", indicator=CEILING), False),
    ],
)
def test_total_that_leapt_beside_its_target_or_its_usual_step_is_doubted(
    entry: ReportEntry, is_doubted: bool
) -> None:
    assert kinds(entry) == [DoubtKind.JUMPED] * is_doubted


def over_a_gap(
    now: str,
    before: str = "183",
    *,
    last: EntryContent | None = None,
    indicator: AskedIndicator = STATIONS,
    ask: Ask = Ask.MONTHLY,
) -> ReportEntry:
    """Where `last` has no value, `before` was filed for July."""
    entry = replace(entry_of(now, indicator=indicator), last=last)
    filed = FiledFigure(a_figure(before), Period(2022, 7))
    return replace(entry, measure=replace(entry.measure, ask=ask), filed_before=(filed,))


NO_FIGURE, NOT_ASKED = a_content(figures=(a_figure(None),)), a_content()


@pytest.mark.parametrize("last", [None, NO_FIGURE, NOT_ASKED])
@pytest.mark.parametrize(
    ("now", "before", "indicator", "found"),
    [
        ("100", "183", STATIONS, [DoubtKind.FELL]),
        ("183", "183", STATIONS, []),
        ("198", "183", STATIONS, []),
        ("100", "183", NO_TOTAL, []),
        ("100", "183", TO_FALL, []),
        ("201", "20", STATIONS, []),
        ("480", "183", STATIONS, []),
        ("901", "183", STATIONS, [DoubtKind.JUMPED]),
    ],
)
def test_total_is_held_against_the_newest_that_was_filed_and_its_step_against_last_month_alone(
    last: EntryContent | None,
    now: str,
    before: str,
    indicator: AskedIndicator,
    found: list[DoubtKind],
) -> None:
    assert kinds(over_a_gap(now, before, last=last, indicator=indicator)) == found


@pytest.mark.parametrize(
    ("language", "asked", "labels", "known", "reasons"),
    [
        (
            "zh-CN",
            "“累计建成5G基站”累计数由7月的 183个 变为 15个。是更正，还是填错了？",
            ["累计198个（7月183＋新增15）", "就是累计15个，更正7月"],
            "；7月 183个",
            "累计数少于7月：7月累计数（183个）有误，本月更正",
        ),
        (
            "en",
            "“累计建成5G基站”: the running total went from 183个 in July to 15个.",
            ["Total 198个 (July 183 + 15 new)", "The total is 15个, that of July was wrong"],
            "; July 183个",
            "Total below that of July: 7月累计数（183个）有误，本月更正",
        ),
    ],
)
def test_card_buttons_and_reason_name_the_month_of_the_higher_total(
    language: str, asked: str, labels: list[str], known: str, reasons: str
) -> None:
    entry = over_a_gap("15", last=NO_FIGURE)
    report = a_report(entry)
    card = question(language, report, entry, Step.EXPLAIN)
    assert asked in shown(card.html)
    assert [row[0].text for row in card.buttons[:2]] == labels
    for step, indicator_id in ((Step.STATUS, None), (Step.FIGURE, 7)):
        assert known in question(language, report, entry, step, indicator_id).html
    assert asked in shown(ask_reason_on_behalf(language, report).html)
    stands = tapped(entry, Press(Action.LAST_CORRECTED, entry.entry_id, "7"))
    assert isinstance(stands, Accepted)
    assert list(explained_lines(language, stands.content)) == [reasons]


@pytest.mark.parametrize(
    ("ask", "when"), [(Ask.MONTHLY, "上月"), (Ask.SHARED, "上月"), (Ask.QUARTERLY, "上季度")]
)
def test_higher_total_of_the_time_before_is_named_as_such(ask: Ask, when: str) -> None:
    filed = FiledFigure(a_figure("183"))
    at_once = replace(over_a_gap("15", ask=ask), filed_before=(filed,))
    last = a_content(figures=(a_figure("183"),))
    for entry in (at_once, over_a_gap("15", "200", last=last, ask=ask)):
        card = question("zh-CN", a_report(entry), entry, Step.EXPLAIN)
        assert f"累计数由{when}的 183个 变为 15个" in shown(card.html)
        assert [row[0].text for row in card.buttons[:2]] == [
            f"累计198个（{when}183＋新增15）",
            f"就是累计15个，更正{when}",
        ]
        (line,) = explained_lines("zh-CN", explained(entry, open_doubts(entry)[0], "口径调整"))
        assert line == f"累计数少于{when}：口径调整"


def test_word_on_a_total_below_one_month_covers_no_other_month() -> None:
    entry = over_a_gap("100")
    told = replace(entry, content=explained(entry, open_doubts(entry)[0], "7月重复统计。"))
    assert kinds(told) == []
    august = replace(told.filed_before[0], period=Period(2022, 8))
    filed_late = a_content(figures=(a_figure("150"),))
    for later in (replace(told, filed_before=(august,)), replace(told, last=filed_late)):
        assert kinds(later) == [DoubtKind.FELL]
    assert kinds(replace(told, last=a_content(figures=(a_figure("90"),)))) == []


def test_same_figure_is_last_months_and_no_older_one() -> None:
    entry = over_a_gap("100", last=NO_FIGURE)
    empty = replace(entry, content=a_content())
    buttons = question("zh-CN", a_report(empty), empty, Step.FIGURE, 7).buttons
    assert [one.text for row in buttons for one in row if one.text.startswith("同")] == []
    same = tapped(empty, Press(Action.SAME_FIGURE, empty.entry_id, "7"))
    assert isinstance(same, Accepted)
    assert same.content.figures == (a_figure(None),)


def test_total_without_a_target_is_held_against_its_usual_step_alone() -> None:
    no_target = an_indicator(target=Decimal(0))
    kept, leapt = (entry_of(now, "183", indicator=no_target) for now in ("190", "400"))
    assert kinds(leapt) == []
    before = a_content(text="选址。", figures=(a_figure("168"),))
    assert kinds(replace(kept, before_last=before)) == []
    assert kinds(replace(leapt, before_last=before)) == [DoubtKind.JUMPED]


def test_how_far_a_total_may_leap_is_a_setting() -> None:
    limits = CheckLimits(step_of_target=Decimal(3), past_target=Decimal(3), over_step=Decimal(20))
    assert kinds(replace(grown("900", "183"), limits=limits)) == []
    assert kinds(replace(grown("334", "183", "168"), limits=limits)) == []


@pytest.mark.parametrize(
    ("turn", "found"),
    [
        (ProblemTurn.UNCHANGED, [DoubtKind.DONE_OVER_OWN]),
        (ProblemTurn.HANDLING, [DoubtKind.DONE_OVER_OWN]),
        (ProblemTurn.RESOLVED, []),
    ],
)
def test_done_over_a_problem_of_its_own_is_doubted_until_it_is_solved_or_explained(
    turn: ProblemTurn, found: list[DoubtKind]
) -> None:
    follow_up = FollowUp(an_open_problem().problem_id, turn, "已协调。")
    content = a_content(status=EntryStatus.DONE, follow_up=follow_up)
    entry = replace(in_trouble(content), evidence=(PHOTO,))
    assert kinds(entry) == found
    for doubt in open_doubts(entry):
        told = replace(entry, content=explained(entry, doubt, "剩余协调不影响完成。"))
        assert kinds(told) == []


@pytest.mark.parametrize("is_next_month", [False, True])
@pytest.mark.parametrize(
    ("problem", "is_asked"),
    [("缺资金", False), (" 缺资金\n", False), ("塌方", True), ("缺资金\n塌方", True)],
)
def test_word_on_a_problem_of_its_own_covers_that_problem_and_no_other(
    problem: str, *, is_asked: bool, is_next_month: bool
) -> None:
    done = a_content(status=EntryStatus.DONE, problem="缺资金", problem_stands=True)
    entry = an_entry(content=done, evidence=(PHOTO,))
    (doubt,) = open_doubts(entry)
    filed = as_filed(replace(entry, content=explained(entry, doubt, "不影响验收。")))
    assert [one.reason for one in filed.explanations] == ["不影响验收。"]
    later = replace(done if is_next_month else filed, problem=problem)
    again = replace(entry, content=later, last=filed if is_next_month else None)
    assert kinds(again) == [DoubtKind.DONE_OVER_OWN] * is_asked
    assert bool(as_filed(again).explanations) is not is_asked


def test_word_on_a_problem_of_its_own_that_names_none_is_asked_for_once_more() -> None:
    old = Explanation(DoubtKind.DONE_OVER_OWN, "不影响验收。")
    content = a_content(status=EntryStatus.DONE, problem="塌方", problem_stands=True)
    entry = an_entry(content=replace(content, explanations=(old,)), evidence=(PHOTO,))
    assert kinds(entry) == [DoubtKind.DONE_OVER_OWN]
    told = explained(entry, open_doubts(entry)[0], "已绕行。")
    assert [one.reason for one in told.explanations] == ["已绕行。"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("尚未开工。", [DoubtKind.DONE_OVER_WORDS]),
        ("没什么进展，已完成", [DoubtKind.DONE_OVER_WORDS]),
        ("已完成：没什么进展", [DoubtKind.DONE_OVER_WORDS]),
        ("召开会议1次，但目前还没有完成", [DoubtKind.DONE_OVER_WORDS]),
        ("项目进展缓慢。", [DoubtKind.DONE_OVER_WORDS]),
        ("本月没有取得明显进展，进度滞后", [DoubtKind.DONE_OVER_WORDS]),
        ("召开会议1次，目前正在有序推进中。", [DoubtKind.DONE_OVER_WORDS]),
        ("Two meetings; not yet finished.", [DoubtKind.DONE_OVER_WORDS]),
        ("上月尚未开工，本月已建成。", []),
        ("已完成12处，第二期尚未开工。", []),
        ("已完成，尚未取得证书。", []),
        ("没有问题，进展顺利。", []),
        ("已建成，正在推进二期招商。", []),
        ("取得新进展，全部完成。", []),
    ],
)
def test_done_over_words_that_say_otherwise_is_doubted_until_explained(
    text: str, found: list[DoubtKind]
) -> None:
    content = EntryContent(status=EntryStatus.DONE, text=text)
    entry = an_entry(content=content, evidence=(PHOTO,))
    assert kinds(entry) == found
    for doubt in open_doubts(entry):
        told = replace(entry, content=explained(entry, doubt, "验收口径不同。"))
        assert kinds(told) == []
    well = replace(entry, content=replace(content, status=EntryStatus.ON_TRACK))
    assert DoubtKind.DONE_OVER_WORDS not in kinds(well)
    assert (plain("zh-CN", "button-doubt-mend") in labels_at(entry)) is bool(found)


def test_text_that_says_both_done_and_no_progress_is_doubted_whatever_the_status() -> None:
    content = EntryContent(status=EntryStatus.ON_TRACK, text="没什么进展，已完成")
    entry = an_entry(content=content)
    assert kinds(entry) == [DoubtKind.WORDS_DISAGREE]
    for text in ("没什么进展，已完成选址", "已完成", "没什么进展"):
        assert kinds(replace(entry, content=replace(content, text=text))) == []


def test_done_without_progress_is_doubted_unless_it_was_done_or_the_reason_says_so() -> None:
    content = EntryContent(status=EntryStatus.DONE, no_progress=True, no_progress_reason="等批复")
    entry = an_entry(content=content, evidence=(PHOTO,))
    assert kinds(entry) == [DoubtKind.DONE_OVER_WORDS]
    was_done = replace(entry, last=a_content(status=EntryStatus.DONE))
    told = replace(entry, content=replace(content, no_progress_reason="去年已完成"))
    assert kinds(was_done) == kinds(told) == []


def test_how_far_a_figure_may_go_is_a_setting() -> None:
    limits = CheckLimits(over_target=Decimal(1), over_last=Decimal(100))
    assert kinds(replace(entry_of("301"), limits=limits)) == [DoubtKind.JUMPED]
    assert kinds(replace(entry_of("201", "20"), limits=limits)) == []


@pytest.mark.parametrize(
    ("status", "value", "found"),
    [
        (EntryStatus.DONE, "299", [DoubtKind.DONE_BELOW]),
        (EntryStatus.DONE, "300", []),
        (EntryStatus.DONE, None, []),
        (EntryStatus.ON_TRACK, "299", []),
    ],
)
def test_done_below_its_target_is_doubted(
    status: EntryStatus, value: str | None, found: list[DoubtKind]
) -> None:
    entry = with_indicator(a_content(status=status, figures=(a_figure(value),)))
    assert kinds(replace(entry, evidence=(PHOTO,))) == found


def test_reason_for_missing_evidence_is_filed_again_for_as_long_as_it_stays_done() -> None:
    why = Explanation(DoubtKind.NO_EVIDENCE, "佐证材料随盖章原件报送。")
    last = a_content(status=EntryStatus.DONE, explanations=(why,))
    entry = an_entry(content=a_content(status=EntryStatus.DONE), last=last)
    assert open_doubts(entry) == []
    assert as_filed(entry).explanations == (why,)
    for other in (
        replace(entry, evidence=(PHOTO,)),
        replace(entry, content=a_content(status=EntryStatus.ON_TRACK)),
        replace(entry, last=replace(last, explanations=())),
    ):
        assert as_filed(other).explanations == ()


def test_reason_for_words_that_say_both_lasts_while_words_and_status_stay() -> None:
    why = Explanation(DoubtKind.WORDS_DISAGREE, "主体已办结，附属停工。", of="已完成/没什么进展")
    last = a_content(text="没什么进展，已完成", explanations=(why,))
    same = an_entry(content=replace(last, explanations=()), last=last)
    assert open_doubts(same) == []
    assert as_filed(same).explanations == (why,)
    behind = replace(last, status=EntryStatus.BEHIND, problem="缺人。", next_step="调配。")
    for now in (replace(last, text="没什么进展，已完成。等验收。"), behind):
        other = replace(same, content=replace(now, explanations=()))
        assert kinds(other) == [DoubtKind.WORDS_DISAGREE]


def test_done_wants_evidence_unless_it_was_done_before_or_the_office_wants_none() -> None:
    done = a_content(status=EntryStatus.DONE)
    entry = an_entry(content=done)
    assert kinds(entry) == [DoubtKind.NO_EVIDENCE]
    assert kinds(replace(entry, evidence=(PHOTO,))) == []
    assert kinds(an_entry(content=done, last=done)) == []
    assert kinds(replace(entry, limits=CheckLimits(done_needs_evidence=False))) == []
    assert kinds(an_entry(content=a_content(status=EntryStatus.ON_TRACK))) == []


def test_same_words_for_the_third_month_are_doubted_and_for_the_second_not() -> None:
    same, other = a_content(text=WORDS), a_content(text="别的话")
    assert kinds(an_entry(content=same, last=same, before_last=same)) == [DoubtKind.UNCHANGED]
    assert kinds(an_entry(content=same, last=same, before_last=other)) == []
    assert kinds(an_entry(content=same, last=same)) == []


def test_what_stays_done_needs_no_new_words() -> None:
    done = a_content(status=EntryStatus.DONE, text=WORDS)
    assert kinds(an_entry(content=done, last=done, before_last=done)) == []


def test_doubt_is_the_last_question_of_its_entry_and_a_reason_answers_it() -> None:
    entry = entry_of("150", "168")
    assert next_asked(entry) == (Step.EXPLAIN, None)
    assert (sign(entry), is_complete(entry)) == ("!", False)
    answer = typed(entry, Step.EXPLAIN, None, "按新口径核减。")
    assert isinstance(answer, Accepted)
    told = replace(entry, content=answer.content)
    assert (sign(told), is_complete(told)) == ("●", True)
    assert [one.reason for one in as_filed(told).explanations] == ["按新口径核减。"]


@pytest.mark.parametrize(
    "word", ["属实", "无", "是", "情况属实", "情况属实。", "确实如此", "It is true", "属实，已完成"]
)
def test_that_it_is_true_is_no_reason(word: str) -> None:
    assert isinstance(typed(entry_of("150", "168"), Step.EXPLAIN, None, word), Refused)


def test_that_it_is_true_with_why_is_a_reason() -> None:
    for said in ("情况属实：年度任务市里调整为6万亩", "情况属实，7月份多报了"):
        assert isinstance(typed(entry_of("150", "168"), Step.EXPLAIN, None, said), Accepted)


def test_number_is_no_reason_but_the_right_figure() -> None:
    entry = entry_of("150", "168")
    for said, last in (("172", None), ("12", (Step.EXPLAIN, None))):
        answer = typed(entry, Step.EXPLAIN, None, said)
        assert isinstance(answer, Accepted)
        assert (answer.content.figures, answer.content.explanations) == ((a_figure(said),), ())
        assert next_asked(replace(entry, content=answer.content)) == last


def test_number_where_no_figure_is_doubted_is_no_reason() -> None:
    entry = an_entry(content=a_content(status=EntryStatus.DONE))
    assert isinstance(typed(entry, Step.EXPLAIN, None, "12"), Refused)


def test_reason_is_for_the_figure_that_was_doubted_and_for_no_other() -> None:
    entry = entry_of("150", "168")
    told = replace(entry, content=explained(entry, open_doubts(entry)[0], "核减。"))
    changed = replace(told, content=replace(told.content, figures=(a_figure(140),)))
    assert kinds(changed) == [DoubtKind.FELL]
    assert as_filed(changed).explanations == ()
    back = replace(told, content=replace(told.content, figures=(a_figure(150),)))
    assert kinds(back) == []


def test_what_is_mended_files_no_reason() -> None:
    entry = entry_of("150", "168")
    told = replace(entry, content=explained(entry, open_doubts(entry)[0], "核减。"))
    mended = replace(told, content=replace(told.content, figures=(a_figure(170),)))
    assert doubts(mended) == []
    assert as_filed(mended).explanations == ()


def test_each_doubt_of_an_entry_is_explained_for_itself() -> None:
    content = a_content(status=EntryStatus.DONE, figures=(a_figure(150),))
    entry = with_indicator(content, last=a_content(figures=(a_figure(168),)))
    entry = replace(entry, evidence=(PHOTO,))
    assert kinds(entry) == [DoubtKind.FELL, DoubtKind.DONE_BELOW]
    first = replace(entry, content=explained(entry, open_doubts(entry)[0], "核减。"))
    assert kinds(first) == [DoubtKind.DONE_BELOW]
    both = replace(first, content=explained(first, open_doubts(first)[0], "已验收。"))
    assert kinds(both) == []
    assert [one.reason for one in as_filed(both).explanations] == ["核减。", "已验收。"]


def test_what_was_explained_last_month_and_stands_needs_no_second_word() -> None:
    content = a_content(status=EntryStatus.DONE, figures=(a_figure(290),))
    july = with_indicator(content)
    last = explained(july, open_doubts(july)[0], "已验收。")
    august = with_indicator(EntryContent(), last=last)
    answer = same_as_last(august)
    assert isinstance(answer, Accepted)
    assert kinds(replace(august, content=answer.content)) == []
    filed = as_filed(replace(august, content=answer.content))
    assert [one.reason for one in filed.explanations] == ["已验收。"]


TOTAL = "累计1900个，完成验收。"


def leapt(status: EntryStatus = EntryStatus.ON_TRACK) -> ReportEntry:
    """The figure is a slip of ten: 1900 after 183."""
    last = a_content(figures=(a_figure("183"),))
    return with_indicator(
        a_content(status=status, text=TOTAL, figures=(a_figure("1900"),)), last=last
    )


@pytest.mark.parametrize(
    "words",
    [
        "填错了",
        "错了",
        "写错了。",
        "不对",
        "数据有误",
        "不好意思，填错了",
        "写错了，多打了一个0",
        "多打了个0",
        "多写一个零",
        "少看一位",
        "漏了一个小数点",
        "笔误",
        "手误。",
        "因笔误",
        "看错了",
        "打错",
        "录入错误",
        "小数点错了",
        "单位看错了",
        "单位应是千亩",
        "看错行了",
        "误填",
        "打多了一个0",
        "把亩当成万亩了",
        "多打了一个万字",
        "后面多了个“万”字",
        "万字是多打的",
        "打成万了",
        "重复计算了",
        "a typo",
        "one zero too many",
    ],
)
def test_denied_figure_is_asked_anew_and_never_confirmed(words: str) -> None:
    answer = typed(leapt(), Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert (answer.content.figures, answer.content.explanations) == ((), ())
    assert next_asked(replace(leapt(), content=answer.content)) == (Step.FIGURE, 7)
    assert [note.text_key for note in answer.notes] == ["answer-figure-reopened"]


@pytest.mark.parametrize(
    "words",
    [
        "写错了，应为190个",
        "应为190个",
        "填错了，是190个。",
        "不是1900个，是190个",
        "累计190个，完成验收。",
        "正常推进：累计190个，完成验收。",
        "18 190",
        "18：190个",
        "18 累计190个，完成验收。",
        "多写一个零，应为一百九十",
        "改成190",
        "数应是190个",
        "190（笔误）",
        "190个，刚才看错了",
        "一百九十个",
        "typo, should be 190",
    ],
)
def test_another_total_in_the_words_is_the_figure(words: str) -> None:
    answer = typed(leapt(), Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert (answer.content.figures, answer.content.explanations) == ((a_figure("190"),), ())
    assert next_asked(replace(leapt(), content=answer.content)) is None


def test_sentence_sent_once_more_with_another_total_is_the_text() -> None:
    for words in ("累计190个，完成验收。", "正常推进：累计190个，完成验收。"):
        answer = typed(leapt(), Step.EXPLAIN, None, words)
        assert isinstance(answer, Accepted)
        assert answer.content.text == "累计190个，完成验收。"
    behind = typed(leapt(EntryStatus.DONE), Step.EXPLAIN, None, "正常推进：累计190个，完成验收。")
    assert isinstance(behind, Accepted)
    assert (behind.content.status, behind.content.text) == (
        EntryStatus.ON_TRACK,
        "累计190个，完成验收。",
    )


def test_words_that_begin_with_another_status_change_it_and_lose_no_text() -> None:
    answer = typed(leapt(), Step.EXPLAIN, None, "滞后，站址难")
    assert isinstance(answer, Accepted)
    assert answer.content.status is EntryStatus.BEHIND
    assert answer.content.text == f"{TOTAL}\n站址难"
    assert answer.content.explanations == ()


@pytest.mark.parametrize(
    "words",
    [
        "不对外公布的部分计入。",
        "上月填错了，本月更正。",
        "新口径统计，含共享站。",
        "不是本单位造成，是口径调整。",
        "累计1900个属实，含共享站。",
        "错峰施工后一次并网。",
        "7月新增企业集中入库，一次性纳入1200个",
        "应是口径调整，含共享站",
        "多打通了3个片区的站址",
        "一次性并网两批",
        "上月重复统计，已核减",
    ],
)
def test_reason_stays_a_reason(words: str) -> None:
    answer = typed(leapt(), Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert [one.reason for one in answer.content.explanations] == [words]
    assert answer.content.figures == (a_figure("1900"),)


ACRES = an_indicator(name="建设面积", target=Decimal(10), unit_of_measure="万亩")


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("9万9千亩", "9.9"),
        ("七万四千亩", "7.4"),
        ("六万二千亩", "6.2"),
        ("七点四", "7.4"),
        ("7.4万亩", "7.4"),
        ("应该是七万四千亩", "7.4"),
    ],
)
def test_words_that_are_a_figure_are_the_figure(words: str, figure: str) -> None:
    entry = entry_of("752", "6", indicator=ACRES)
    content = said_at(entry, words)
    assert isinstance(content, EntryContent)
    assert (content.figures, content.explanations) == ((a_figure(figure),), ())


@pytest.mark.parametrize(
    ("indicator", "words", "button"),
    [
        (STATIONS, "两百多", "约200个"),
        (STATIONS, "183左右", "约183个"),
        (STATIONS, "1百8十3", "183个"),
        (STATIONS, "对的，1830", "1830个"),
        (STATIONS, "上个月报错了，应该是165", "165个"),
        (ACRES, "7.4万亩左右", "约7.4万亩"),
        (ACRES, "10分之7", None),
    ],
)
def test_number_that_is_not_sure_is_no_reason_and_is_offered(
    indicator: AskedIndicator, words: str, button: str | None
) -> None:
    entry = entry_of("1846", "168", indicator=indicator)
    key = said_at(entry, words)
    assert key in {"answer-doubt-figure", "answer-figure-not-understood"}
    rows = meant_instead("zh-CN", entry, str(key), indicator.indicator_id, words)
    shown = [one.text for row in rows for one in row]
    assert shown == [] if button is None else [one.endswith(button) for one in shown] == [True]


@pytest.mark.parametrize(
    "words", ["暂时没有数", "暂无数", "还没有数据", "数据还没出来", "还没统计出来", "no data yet"]
)
def test_that_there_is_no_figure_yet_leaves_it_blank(words: str) -> None:
    content = said_at(entry_of("1800000", "168"), words)
    assert isinstance(content, EntryContent)
    assert (content.figures, content.explanations) == ((a_figure(None),), ())


@pytest.mark.parametrize(
    ("words", "button"),
    [
        ("今年185个", "就是 185个"),
        ("不到185个", "约185个"),
        ("将近185个", "约185个"),
    ],
)
def test_number_with_hardly_a_word_beside_it_is_offered_and_no_reason(
    words: str, button: str
) -> None:
    entry = entry_of("1800000", "168")
    key = said_at(entry, words)
    rows = meant_instead("zh-CN", entry, str(key), 7, words)
    assert [one.text for row in rows for one in row] == [button]


WITH_ANOTHER_AMOUNT = ["185个（含在建20个）", "因系统故障，全市185个", "各镇报上来一共是185个站"]


@pytest.mark.parametrize("words", WITH_ANOTHER_AMOUNT)
def test_words_with_another_amount_are_asked_about_and_become_what_their_writer_says(
    words: str,
) -> None:
    entry = entry_of("1800000", "168")
    assert said_at(entry, words) == "answer-doubt-which"
    shown = [one.text for row in figure_or_reason("zh-CN", entry, words, 9) for one in row]
    assert shown == ["改为 185个", "是原因，原数不变"]
    reason, figure = meant_as_reason(entry, words), meant_as_figure(entry, words)
    assert isinstance(reason, Accepted)
    assert isinstance(figure, Accepted)
    assert [one.reason for one in reason.content.explanations] == [words]
    assert reason.content.figures == entry.content.figures
    assert (figure.content.figures, figure.content.explanations) == ((a_figure("185"),), ())


def test_what_stands_beside_the_right_figure_goes_into_the_text() -> None:
    answer = meant_as_figure(entry_of("1800000", "168"), "185个（含在建20个）")
    assert isinstance(answer, Accepted)
    assert answer.content.text.endswith("\n含在建20个")
    told = typed(leapt(), Step.EXPLAIN, None, "新增7个，累计190个")
    assert isinstance(told, Accepted)
    assert (told.content.figures, told.content.text) == (
        (a_figure("190"),),
        "累计190个，完成验收。\n新增7个，累计190个",
    )


def test_new_text_that_tells_the_figure_goes_on_with_the_one_that_tells_another() -> None:
    text = "累计建成5G基站183个，完成选址。"
    entry = with_indicator(a_content(text=text, figures=(a_figure("190"),)))
    assert kinds(entry) == [DoubtKind.OTHER_TOTAL]
    for words, after in (
        ("累计建成5G基站190个，本月新开通7个。", f"{text}\n累计建成5G基站190个，本月新开通7个。"),
        ("累计建成5G基站190个，完成选址。", "累计建成5G基站190个，完成选址。"),
    ):
        content = said_at(entry, words)
        assert isinstance(content, EntryContent)
        assert (content.text, content.explanations) == (after, ())
        assert kinds(replace(entry, content=content)) == []


def test_what_last_month_should_have_been_says_why_a_total_is_lower() -> None:
    assert isinstance(said_at(fell(), "上个月报错了，应该是12"), EntryContent)
    assert said_at(fell(), "上个月报错了，应该是165") == "answer-doubt-figure"
    assert isinstance(said_at(fell(), "重复计算了"), EntryContent)


def done_unproved() -> ReportEntry:
    limits = CheckLimits(done_needs_evidence=True)
    return an_entry(content=a_content(status=EntryStatus.DONE, text=WORDS), limits=limits)


@pytest.mark.parametrize(
    "words",
    [
        "还没完成",
        "尚未完成。",
        "写错了",
        "选错了，还没完成",
        "正在推进中",
        "尚未竣工",
        "还在施工。",
        "还在走审批流程",
        "未完成",
        "没弄完",
        "还没验收",
        "not finished yet",
    ],
)
def test_denied_completion_is_asked_anew(words: str) -> None:
    entry = done_unproved()
    assert kinds(entry) == [DoubtKind.NO_EVIDENCE]
    answer = typed(entry, Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert (answer.content.status, answer.content.text) == (None, WORDS)
    assert answer.content.explanations == ()
    assert next_asked(replace(entry, content=answer.content)) == (Step.STATUS, None)


@pytest.mark.parametrize("words", ["正常推进", "正常推进：还在协商3处。", "写错了，正常推进"])
def test_another_status_is_no_reason_for_completion(words: str) -> None:
    answer = typed(done_unproved(), Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert answer.content.status is EntryStatus.ON_TRACK
    assert answer.content.text.startswith(WORDS)
    assert answer.content.explanations == ()


@pytest.mark.parametrize(
    "words",
    [
        "已完成，批文由省厅保存。",
        "尚未取得证书，项目已投用",
        "还在整理材料",
        "材料正在归档",
        "未拍照",
    ],
)
def test_reason_may_repeat_the_status_it_is_for_or_tell_of_its_papers(words: str) -> None:
    answer = typed(done_unproved(), Step.EXPLAIN, None, words)
    assert isinstance(answer, Accepted)
    assert [one.reason for one in answer.content.explanations] == [words]


# ── a total that fell: what is meant is asked, and nothing guessed ─────────────────────────────


def fell(text: str = "供电全部落实。") -> ReportEntry:
    """15 where 168 was told last month."""
    before = a_content(text="选址。", figures=(a_figure("168"),))
    return with_indicator(a_content(text=text, figures=(a_figure("15"),)), last=before)


def said_at(entry: ReportEntry, words: str) -> EntryContent | str:
    """The content, or the key of why it was refused."""
    answer = typed(entry, Step.EXPLAIN, None, words)
    return answer.content if isinstance(answer, Accepted) else answer.text_key


def labels_at(entry: ReportEntry) -> list[str]:
    buttons = question("zh-CN", a_report(entry), entry, Step.EXPLAIN).buttons
    return [button.text for row in buttons for button in row]


@pytest.mark.parametrize("words", ["新增15个", "本月新增15个", "7月新开通15个"])
def test_what_was_added_is_no_reason_for_a_total_that_fell(words: str) -> None:
    assert said_at(fell(), words) == "answer-doubt-growth"
    offered = growth_or_correction("zh-CN", fell(), 7, words)
    assert [row[0].text for row in offered] == [
        "累计183个（上月168＋新增15）",
        "就是累计15个，更正上月",
    ]


def test_text_that_tells_the_fallen_total_as_what_was_added_brings_both_ways_at_once() -> None:
    both = {"累计183个（上月168＋新增15）", "就是累计15个，更正上月"}
    assert both <= set(labels_at(fell("本月新开通基站15个。")))
    assert both.isdisjoint(labels_at(fell("本月新开通基站9个。")))


def test_figure_far_below_last_month_beside_words_without_a_number_brings_both_ways_too() -> None:
    both = {"累计183个（上月168＋新增15）", "就是累计15个，更正上月"}
    assert both <= set(labels_at(fell("城区基站加快建设。")))
    nearly = replace(fell(), content=replace(fell().content, figures=(a_figure("160"),)))
    assert both.isdisjoint(labels_at(nearly))


def test_both_ways_of_a_total_that_fell_settle_it() -> None:
    entry = fell("本月新开通基站15个。")
    total = tapped(entry, Press(Action.SUM_FIGURE, entry.entry_id, "7.183"))
    assert isinstance(total, Accepted)
    assert total.content.figures == (a_figure("183"),)
    stands = tapped(entry, Press(Action.LAST_CORRECTED, entry.entry_id, "7"))
    assert isinstance(stands, Accepted)
    assert stands.content.figures == (a_figure("15"),)
    assert kinds(replace(entry, content=stands.content)) == []
    assert stands.content.explanations[0].reason == "上月累计数（168个）有误，本月更正"
    well = with_indicator(a_content(figures=(a_figure("183"),)), last=entry.last)
    assert tapped(well, Press(Action.LAST_CORRECTED, well.entry_id, "7")) is None


@pytest.mark.parametrize(
    "words", ["哦写错了，累计是184", "写错了，应为184个", "新增16个，累计184个", "累计是184"]
)
def test_total_named_in_the_place_of_the_doubted_one_is_taken(words: str) -> None:
    content = said_at(fell(), words)
    assert isinstance(content, EntryContent)
    assert (content.figures, content.explanations) == ((a_figure("184"),), ())


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("15", "answer-reason-none"),
        ("1 5", "answer-doubt-figure"),
        ("15个", "answer-reason-none"),
        ("就是15个", "answer-reason-none"),
        ("累计15个，属实", "answer-reason-none"),
        ("供电全部落实", "answer-reason-none"),
        ("供电全部落实。", "answer-reason-none"),
        ("属实", "answer-reason-missing"),
    ],
)
def test_words_without_any_sense_of_a_reason_are_none(words: str, refused: str) -> None:
    assert said_at(fell(), words) == refused


@pytest.mark.parametrize("words", ["上月重复统计，已核减", "口径调整", "拆除153个老旧站"])
def test_reason_for_a_total_that_fell_is_taken(words: str) -> None:
    content = said_at(fell(), words)
    assert isinstance(content, EntryContent)
    assert [one.reason for one in content.explanations] == [words]


HOUSES = an_indicator(
    name="商品房建设周期",
    target=Decimal(24),
    baseline=Decimal(36),
    unit_of_measure="个月",
    cumulative=False,
    direction=Direction.DOWN,
    comparator=Comparator.AT_MOST,
    time_passed=Decimal("0.168"),
)


@pytest.mark.parametrize(("value", "doubted"), [("300", True), ("37", True), ("36", False)])
def test_what_is_to_fall_and_is_above_where_it_began_is_mended_or_explained(
    value: str, *, doubted: bool
) -> None:
    assert kinds(entry_of(value, indicator=HOUSES)) == [DoubtKind.PAST_BASELINE] * doubted


def test_what_went_the_wrong_way_is_told_in_words_and_not_below_zero() -> None:
    entry = entry_of("300", indicator=HOUSES)
    content = said_at(entry, "统计口径改为含停工项目")
    assert isinstance(content, EntryContent)
    line = answered("zh-CN", replace(entry, content=content))
    assert "较基数上升" in line
    assert "-" not in line


# ── several doubts of one tap ──────────────────────────────────────────────────────────────────


def hindered_done() -> ReportEntry:
    """已完成, below its target, without evidence, while its own problem stands."""
    problem = an_open_problem()
    entry = entry_of("168")
    unchanged = FollowUp(problem.problem_id, ProblemTurn.UNCHANGED)
    content = replace(entry.content, status=EntryStatus.DONE, follow_up=unchanged)
    measure = replace(entry.measure, open_problem=problem)
    return replace(entry, measure=measure, content=content)


def test_doubts_of_one_tap_stand_on_one_card_and_one_reason_answers_them() -> None:
    entry = hindered_done()
    of_done = [DoubtKind.DONE_BELOW, DoubtKind.NO_EVIDENCE, DoubtKind.DONE_OVER_OWN]
    assert kinds(entry) == of_done
    shown = question("zh-CN", a_report(entry), entry, Step.EXPLAIN).html
    for doubt in open_doubts(entry):
        assert plain("zh-CN", f"doubt-{doubt.kind.value}", **doubt.facts)[:12] in shown
    content = said_at(entry, "按考核口径年底验收，先报完成")
    assert isinstance(content, EntryContent)
    assert [one.kind for one in content.explanations] == of_done
    assert is_complete(replace(entry, content=content))
    more = added(replace(entry, content=content), Step.EXPLAIN, None, "材料后补")
    assert isinstance(more, Accepted)
    assert {one.reason for one in more.content.explanations} == {
        "按考核口径年底验收，先报完成\n材料后补"
    }


def test_sentence_about_the_evidence_alone_settles_no_other_doubt() -> None:
    entry = hindered_done()
    answer = typed(entry, Step.EXPLAIN, None, "纸质材料已归档。")
    assert isinstance(answer, Accepted)
    assert [note.text_key for note in answer.notes] == ["answer-explained-evidence"]
    after = replace(entry, content=answer.content)
    assert kinds(after) == [DoubtKind.DONE_BELOW, DoubtKind.DONE_OVER_OWN]
    last = said_at(after, "按考核口径年底验收，先报完成")
    assert isinstance(last, EntryContent)
    assert [one.reason for one in last.explanations] == [
        "纸质材料已归档。",
        "按考核口径年底验收，先报完成",
        "按考核口径年底验收，先报完成",
    ]


@pytest.mark.parametrize(
    ("line", "is_trouble"),
    [
        ("停车场用地卡在征地，供不了地", True),
        ("资金缺口200万元", True),
        ("手续尚未批复", True),
        ("本月没有问题", False),
        ("用地问题已解决", False),
        ("帮助企业解决困难3个", False),
        ("供地2宗，按计划推进", False),
    ],
)
def test_line_of_who_cooperates_that_tells_of_trouble_is_held_against_done(
    line: str, *, is_trouble: bool
) -> None:
    supporter = Supporter("市自然资源局", Role.COOPERATING, EntryContent(text=line), is_filed=True)
    done = a_content(status=EntryStatus.DONE)
    entry = replace(an_entry(content=done, evidence=(PHOTO,)), supporters=(supporter,))
    assert kinds(entry) == [DoubtKind.DONE_OVER_PROBLEM] * is_trouble
