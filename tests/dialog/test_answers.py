from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from dialog.answers import added, tapped, typed
from dialog.doubts import open_doubts
from dialog.figure_answers import no_figure, same_figure
from dialog.filed import as_filed
from dialog.last_month import all_same_as_last, no_progress, same_as_last
from dialog.no_answers import read_reason
from dialog.outcome import SHORT_LIMIT, TEXT_LIMIT, Accepted, Answer, Note, Refused, appended
from dialog.press import Action, Press
from dialog.status_answers import chose_status
from dialog.steps import Step, is_complete, next_asked, next_step
from dialog.words import cleaned
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    in_trouble,
    numbered,
    with_indicator,
)
from tests.dialog.values import NASTY, SENTENCES
from texts import LANGUAGES, plain
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import Ask, DoubtKind, EntryStatus

BEHIND = a_content(
    status=EntryStatus.BEHIND, problem="资金未到位", next_step="8月底前落实", text="完成选址。"
)


def accepted(answer: Answer | None) -> EntryContent:
    assert isinstance(answer, Accepted)
    return answer.content


def notes(answer: Answer) -> list[str]:
    assert isinstance(answer, Accepted)
    return [note.text_key for note in answer.notes]


def refused(answer: Answer | str) -> str:
    assert isinstance(answer, Refused)
    return answer.text_key


# What is typed


@pytest.mark.parametrize(
    ("typed_in", "kept"),
    [
        ("  完成招标。\t ", "完成招标。"),
        ("一\r\n\r\n\r\n二", "一\n二"),
        ("完\x00成\u202e招标\ufeff", "完成招标"),
        ("\u3000\u3000完成 招标", "完成 招标"),
        ("\ud800完成", "完成"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        (" \u200b \n ", ""),
    ],
)
def test_invisible_signs_and_stray_space_are_cleaned_away(typed_in: str, kept: str) -> None:
    assert cleaned(typed_in) == kept


@given(NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize("step", Step)
def test_an_empty_text_is_refused_at_every_step(step: Step) -> None:
    assert refused(typed(with_indicator(), step, 7, " \u200b\n")) == "answer-empty"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("已完成", EntryStatus.DONE),
        ("完成。", EntryStatus.DONE),
        ("推进中", EntryStatus.ON_TRACK),
        ("On Track", EntryStatus.ON_TRACK),
        ("滞后", EntryStatus.BEHIND),
        ("not begun", EntryStatus.NOT_BEGUN),
        ("完成了", EntryStatus.DONE),
        ("进展正常", EntryStatus.ON_TRACK),
        ("有点滞后", EntryStatus.BEHIND),
        ("还没启动", EntryStatus.NOT_BEGUN),
        ("在推进", EntryStatus.ON_TRACK),
        ("在正常推进中", EntryStatus.ON_TRACK),
        ("滞后了", EntryStatus.BEHIND),
        ("比较慢，滞后了", EntryStatus.BEHIND),
    ],
)
def test_a_status_may_be_typed(word: str, status: EntryStatus) -> None:
    assert accepted(typed(an_entry(), Step.STATUS, None, word)) == EntryContent(status=status)


def test_words_typed_before_the_status_is_chosen_are_kept_as_the_text() -> None:
    answer = typed(an_entry(), Step.STATUS, None, "新开通基站15个。")
    content = accepted(answer)
    assert content == EntryContent(text="新开通基站15个。")
    assert notes(answer) == ["answer-kept-as-text"]
    assert next_step(a_measure(), content) == (Step.STATUS, None)


def test_two_messages_in_a_row_are_one_text() -> None:
    first = accepted(typed(an_entry(), Step.STATUS, None, "新开通基站15个。"))
    second = typed(an_entry(content=first), Step.STATUS, None, "完成招标。")
    assert accepted(second).text == "新开通基站15个。\n完成招标。"


def test_a_status_and_a_text_may_come_in_one_message() -> None:
    content = accepted(typed(an_entry(), Step.STATUS, None, "滞后：资金未到位，只完成选址。"))
    assert content == EntryContent(status=EntryStatus.BEHIND, text="资金未到位，只完成选址。")


@pytest.mark.parametrize("status", ["滞后", "未启动"])
def test_words_behind_a_status_in_trouble_are_said_to_be_the_text_where_the_problem_is_asked(
    status: str,
) -> None:
    answer = typed(an_entry(), Step.STATUS, None, f"{status}：接口没开放")
    assert isinstance(answer, Accepted)
    assert (answer.content.text, answer.content.problem) == ("接口没开放", "")
    assert answer.notes == (Note("answer-kept-as-text"),)


@pytest.mark.parametrize("take", [typed, added])
@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    "said",
    [
        "18项写错了，应为：全部建成并于7月25日投用。",
        "第18项写错了，应该是：全部建成并于7月25日投用。",
        "写错了，应为：全部建成并于7月25日投用。",
        "刚才填错了。应改为：全部建成并于7月25日投用。",
        "不对，正确的是：全部建成并于7月25日投用。",
    ],
)
def test_words_behind_a_slip_take_the_place_of_what_was_told(
    said: str, step: Step, take: Callable[..., Answer]
) -> None:
    content = accepted(take(an_entry(content=a_content(text="建成一半。")), step, None, said))
    assert content.text == "全部建成并于7月25日投用。"


@pytest.mark.parametrize("said", ["写错了，应为：12家", "写错了，应为：签约12家。"])
def test_number_alone_behind_a_slip_does_not_take_the_place_of_the_whole_text(said: str) -> None:
    answer = added(an_entry(content=a_content(text="走访2次，签约3家。")), Step.TEXT, None, said)
    assert not isinstance(answer, Accepted) or "走访2次" in answer.content.text


def test_slip_that_is_told_of_others_is_a_text() -> None:
    said = "不对口的企业12家应为：重新评定"
    assert accepted(typed(an_entry(), Step.TEXT, None, said)).text == said


def test_what_was_completed_is_no_status() -> None:
    content = accepted(typed(an_entry(), Step.STATUS, None, "已完成：12处站址选定。"))
    assert content == EntryContent(text="已完成：12处站址选定。")


@pytest.mark.parametrize(
    ("said", "status", "text"),
    [
        ("已完成，7月20日验收", EntryStatus.DONE, "7月20日验收"),
        ("已完成：累计建成5G基站190个", EntryStatus.DONE, "累计建成5G基站190个"),
        ("已完成：截至7月底，累计建成190个", EntryStatus.DONE, "截至7月底，累计建成190个"),
        ("已办结。通过市级验收。", EntryStatus.DONE, "通过市级验收。"),
        ("正常推进，完成招标", EntryStatus.ON_TRACK, "完成招标"),
        ("改状态为滞后：资金未到位", EntryStatus.BEHIND, "资金未到位"),
    ],
)
def test_status_may_have_the_text_behind_it(said: str, status: EntryStatus, text: str) -> None:
    content = accepted(typed(an_entry(), Step.STATUS, None, said))
    assert (content.status, content.text) == (status, text)


@pytest.mark.parametrize(
    "said",
    [
        "已完成，12处选址",
        "已完成12处选址",
        "已完成，其余3处推进中",
        "已完成，尚未验收",
        "已完成：招标",
        "已完成：累计建成190个，其余推进中",
    ],
)
def test_what_may_be_done_only_in_part_is_a_text_and_the_status_is_asked(said: str) -> None:
    assert accepted(typed(an_entry(), Step.STATUS, None, said)) == EntryContent(text=said)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("已完成：招标", True),
        ("已完成：考核办法已印发，尚有3个镇没有签字", True),
        ("已完成，尚未验收", True),
        ("已完成12处选址", False),
        ("完成招标。", False),
    ],
)
def test_it_is_said_why_the_status_is_asked_behind_words_that_begin_with_done(
    said: str, is_told: bool
) -> None:
    answer = typed(an_entry(), Step.STATUS, None, said)
    assert isinstance(answer, Accepted)
    assert (Note("answer-done-in-part") in answer.notes) is is_told


def test_status_in_front_of_the_text_is_no_part_of_it() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.ON_TRACK))
    content = accepted(typed(entry, Step.TEXT, None, "正常推进：完成招标。"))
    assert content == EntryContent(EntryStatus.ON_TRACK, "完成招标。")
    content = accepted(typed(entry, Step.TEXT, None, "滞后：资金未到位。"))
    assert content == EntryContent(EntryStatus.BEHIND, "资金未到位。")
    content = accepted(typed(entry, Step.TEXT, None, "已完成，7月20日验收"))
    assert content == EntryContent(EntryStatus.ON_TRACK, "已完成，7月20日验收")


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.EXPLAIN])
@pytest.mark.parametrize("said", ["改状态为滞后", "状态改为滞后。", "改成滞后", "请把状态改为滞后"])
def test_status_is_changed_in_words_whatever_is_asked(step: Step, said: str) -> None:
    entry = in_trouble(a_content())
    assert accepted(typed(entry, step, 7, said)).status is EntryStatus.BEHIND


def test_change_that_names_no_status_is_a_text() -> None:
    assert accepted(typed(an_entry(), Step.STATUS, None, "改为社会投资建设")).text


@pytest.mark.parametrize(
    ("said", "text"), [("正常推进：完成招标。", "完成招标。"), ("正常推进", "")]
)
def test_status_told_where_the_problem_is_asked_is_of_the_measure(said: str, text: str) -> None:
    answer = typed(in_trouble(), Step.FOLLOW_UP, None, said)
    content = accepted(answer)
    assert (content.status, content.text) == (EntryStatus.ON_TRACK, text)
    assert content.follow_up is None
    assert notes(answer)[0] == "answer-kept-beside-problem"


def test_done_where_the_problem_is_asked_may_be_said_of_either() -> None:
    answer = typed(in_trouble(), Step.FOLLOW_UP, None, "已完成")
    assert refused(answer) == "answer-says-nothing-follow-up"


def test_as_last_month_and_no_progress_may_be_typed() -> None:
    entry = an_entry(last=a_content())
    assert accepted(typed(entry, Step.STATUS, None, "同上月")) == a_content()
    assert accepted(typed(entry, Step.STATUS, None, "本月无进展。")).no_progress
    assert accepted(typed(entry, Step.TEXT, None, "无进展")).no_progress


def test_a_status_typed_as_the_text_changes_the_status() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.ON_TRACK))
    assert accepted(typed(entry, Step.TEXT, None, "滞后")).status is EntryStatus.BEHIND
    assert refused(typed(entry, Step.TEXT, None, "正常推进")) == "answer-only-status"


@pytest.mark.parametrize(
    ("step", "text_key"),
    [
        (Step.STATUS, "answer-nothing-text"),
        (Step.TEXT, "answer-nothing-text"),
        (Step.PROBLEM, "answer-nothing-problem"),
        (Step.NEXT_STEP, "answer-nothing-next-step"),
        (Step.REASON, "answer-nothing-reason"),
        (Step.FIGURE, "answer-figure-nothing"),
    ],
)
def test_nothing_is_no_answer_and_the_way_on_is_told(step: Step, text_key: str) -> None:
    assert refused(typed(with_indicator(), step, 7, "无。")) == text_key


EMPTY = [
    "?",
    "？？",
    "—",
    "…",
    "……",
    "好",
    "好的。",
    "嗯",
    "等通知",
    "略",
    "👍",
    "ok",
    "知道了",
    "a",
]
ASKED_IN_WORDS = {
    Step.STATUS: "text",
    Step.TEXT: "text",
    Step.PROBLEM: "problem",
    Step.NEXT_STEP: "next-step",
    Step.REASON: "reason",
    Step.FOLLOW_UP: "follow-up",
}


@pytest.mark.parametrize("step", ASKED_IN_WORDS)
@pytest.mark.parametrize("words", EMPTY)
def test_words_that_say_nothing_are_no_answer_and_what_is_wanted_is_said(
    step: Step, words: str
) -> None:
    entry = in_trouble()
    key = f"answer-says-nothing-{ASKED_IN_WORDS[step]}"
    assert refused(typed(entry, step, None, words)) == key
    for language in LANGUAGES:
        assert cleaned(words) in plain(language, key, said=cleaned(words))


@pytest.mark.parametrize("step", [Step.TEXT, Step.PROBLEM, Step.NEXT_STEP, Step.REASON])
@pytest.mark.parametrize("words", EMPTY)
def test_words_that_say_nothing_do_not_go_on_with_an_answer_either(step: Step, words: str) -> None:
    assert isinstance(added(an_entry(content=BEHIND), step, None, words), Refused)


@pytest.mark.parametrize("words", [*EMPTY, "1", "无"])
def test_words_that_say_nothing_are_no_reason(words: str) -> None:
    assert isinstance(read_reason(words), Refused)


@pytest.mark.parametrize("step", [Step.TEXT, Step.PROBLEM, Step.NEXT_STEP, Step.REASON])
def test_see_attachment_is_an_answer_only_where_there_is_one(step: Step) -> None:
    assert refused(typed(an_entry(), step, None, "见附件。")) == "answer-no-file"
    assert isinstance(typed(an_entry(evidence=(PHOTO,)), step, None, "见附件。"), Accepted)


@pytest.mark.parametrize(
    "words", ["按计划推进", "已部署", "已开工", "正在招标", "完工", "待批复", "缺资金", "推进中。"]
)
def test_terse_truth_stays_an_answer(words: str) -> None:
    steps = [Step.PROBLEM, Step.NEXT_STEP]
    steps += [] if "推进" in words else [Step.REASON]  # no reason for 本月无进展
    for step in steps:
        assert isinstance(typed(an_entry(content=BEHIND), step, None, words), Accepted)
    if words != "推进中。":
        assert accepted(typed(an_entry(), Step.STATUS, None, words)).text == words


BUTTONS = [
    "返回",
    "‹ 返回",
    "跳过",
    "目录",
    "预览",
    "报送",
    "改选状态",
    "不改，继续",
    "填错了，改",
    "Skip",
]


@pytest.mark.parametrize(
    "step", [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.NEXT_STEP, Step.REASON]
)
@pytest.mark.parametrize("label", BUTTONS)
def test_what_a_button_says_is_no_answer(step: Step, label: str) -> None:
    entry = with_indicator(content=EntryContent(status=EntryStatus.BEHIND, no_progress=True))
    assert refused(typed(entry, step, None, label)) == "answer-label"
    assert refused(added(entry, step, None, label)) == "answer-label"


@pytest.mark.parametrize("label", ["填错了，改", "目录", "back"])
def test_what_a_button_says_is_no_reason(label: str) -> None:
    assert refused(read_reason(label)) == "answer-label"


@pytest.mark.parametrize("words", ["没有问题", "没问题。", "暂无问题"])
def test_that_there_is_no_problem_is_no_problem(words: str) -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND, text="完成招标。"))
    assert refused(typed(entry, Step.PROBLEM, None, words)) == "answer-nothing-problem"


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    "words", ["没有问题", "没问题。", "暂无问题", "存在问题：无", "No problems"]
)
def test_no_problem_said_where_something_else_is_asked_is_met_with_what_is_asked(
    step: Step, words: str
) -> None:
    answer = typed(an_entry(), step, None, words)
    assert refused(answer) == "answer-no-problem"
    assert isinstance(answer, Refused)
    assert answer.facts["asked"] == step.value
    told = typed(an_entry(), step, None, f"完成招标。\n{words}")
    assert accepted(told).text.startswith("完成招标。")


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize("words", ["暂无进展", "没有进展。", "本月没有进展"])
def test_no_progress_may_be_said_in_everyday_words(step: Step, words: str) -> None:
    assert accepted(typed(an_entry(), step, None, words)).no_progress


def test_as_last_month_for_a_text_takes_the_text_and_leaves_the_status() -> None:
    now = EntryContent(status=EntryStatus.BEHIND)
    entry = an_entry(content=now, last=a_content())
    assert accepted(typed(entry, Step.TEXT, None, "同上月")) == replace(now, text=a_content().text)
    assert refused(typed(an_entry(content=now), Step.TEXT, None, "同上")) == "answer-no-last"


def test_nothing_is_no_reason_for_no_progress_at_the_status_either() -> None:
    entry = an_entry(content=EntryContent(no_progress=True))
    assert refused(typed(entry, Step.STATUS, None, "无")) == "answer-nothing-reason"


def test_the_label_of_what_is_asked_for_is_no_part_of_it() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND, text="完成招标。"))
    problem = accepted(typed(entry, Step.PROBLEM, None, "存在问题：资金未到位。"))
    assert problem.problem == "资金未到位。"
    next_step = accepted(typed(entry, Step.NEXT_STEP, None, "下一步：申请专项债。"))
    assert next_step.next_step == "申请专项债。"


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "完成招标。\n存在问题：资金未到位。\n下一步：9月申请专项债。",
            ("完成招标。", "资金未到位。", "9月申请专项债。"),
        ),
        (
            "完成招标。问题：资金未到位，措施：9月申请专项债。",
            ("完成招标。", "资金未到位", "9月申请专项债。"),
        ),
        (
            "完成招标。措施：加密巡查。问题：资金未到位。整改措施：9月申请专项债。",
            ("完成招标。措施：加密巡查。", "资金未到位。", "9月申请专项债。"),
        ),
        (
            "3 firms moved in. Problem: no land. Next step: apply for quota.",
            ("3 firms moved in.", "no land.", "apply for quota."),
        ),
        (
            "3 firms moved in. Problems: no land. Next: apply for quota.",
            ("3 firms moved in.", "no land.", "apply for quota."),
        ),
    ],
)
def test_one_message_tells_all_that_is_asked_of_a_measure_in_trouble(
    said: str, parts: tuple[str, str, str]
) -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND))
    content = accepted(typed(entry, Step.TEXT, None, said))
    assert (content.text, content.problem, content.next_step) == parts


def test_problem_and_next_step_may_come_in_one_message() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND, text="完成招标。"))
    said = "存在问题：缺资金\n下一步：8月底前解决，需协调：市财政局"
    content = accepted(typed(entry, Step.PROBLEM, None, said))
    assert (content.problem, content.next_step) == ("缺资金", "8月底前解决")
    assert content.help_from == "市财政局"
    content = accepted(typed(entry, Step.PROBLEM, None, "问题：材料不全。措施：8月20日前补齐。"))
    assert (content.problem, content.next_step) == ("材料不全。", "8月20日前补齐。")
    told = replace(entry, content=replace(entry.content, next_step="9月解决"))
    assert accepted(typed(told, Step.PROBLEM, None, said)).next_step == "9月解决\n8月底前解决"


@pytest.mark.parametrize(
    ("step", "said", "fields"),
    [
        (Step.NEXT_STEP, "存在问题：缺地", ("完成招标。", "缺资金\n缺地", "")),
        (Step.NEXT_STEP, "存在问题：缺资金", ("完成招标。", "缺资金", "")),
        (Step.NEXT_STEP, "完成情况：签约3家", ("完成招标。\n签约3家", "缺资金", "")),
        (
            Step.NEXT_STEP,
            "问题：缺地。下一步：8月协调",
            ("完成招标。", "缺资金\n缺地。", "8月协调"),
        ),
        (Step.PROBLEM, "下一步：8月协调", ("完成招标。", "", "8月协调")),
        (Step.PROBLEM, "措施：8月协调", ("完成招标。", "", "8月协调")),
        (Step.PROBLEM, "本月进展情况：签约3家", ("完成招标。\n签约3家", "", "")),
        (Step.PROBLEM, "缺地。下一步：8月协调", ("完成招标。", "缺地。", "8月协调")),
        (Step.PROBLEM, "完成情况：签约3家。存在问题：缺地", ("完成招标。\n签约3家。", "缺地", "")),
        (Step.EXPLAIN, "完成情况：签约3家", ("完成招标。\n签约3家", "", "")),
    ],
)
def test_what_stands_under_a_heading_goes_where_that_says(
    step: Step, said: str, fields: tuple[str, str, str]
) -> None:
    problem = "缺资金" if step is Step.NEXT_STEP else ""
    content = EntryContent(status=EntryStatus.BEHIND, text="完成招标。", problem=problem)
    if step is Step.EXPLAIN:
        content = replace(content, status=EntryStatus.DONE)
    entry = an_entry(content=content)
    after = accepted(typed(entry, step, None, said))
    assert (after.text, after.problem, after.next_step) == fields
    assert after.explanations == ()


def test_further_message_under_another_heading_is_no_part_of_the_problem() -> None:
    content = EntryContent(status=EntryStatus.BEHIND, text="完成招标。", problem="缺资金")
    after = accepted(added(an_entry(content=content), Step.PROBLEM, None, "下一步：8月协调"))
    assert (after.problem, after.next_step) == ("缺资金", "8月协调")


ALL_THREE = ("完成招标。", "资金未到位。", "9月申请专项债。")


@pytest.mark.parametrize("status", EntryStatus)
@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("完成招标。\n存在问题：资金未到位。\n下一步：9月申请专项债。", ALL_THREE),
        ("完成招标。下一步：9月申请专项债。存在问题：资金未到位。", ALL_THREE),
        ("存在问题：资金未到位。\n完成情况：完成招标。\n下一步：9月申请专项债。", ALL_THREE),
        ("完成情况：完成招标。问题：资金未到位。整改措施：9月申请专项债。", ALL_THREE),
        ("存在问题：资金未到位。", ("", "资金未到位。", "")),
        ("下一步：9月申请专项债。\n存在问题：资金未到位。", ("", *ALL_THREE[1:])),
        ("完成情况：完成招标。", ("完成招标。", "", "")),
        ("完成招标。\n存在问题：无", ("完成招标。", "", "")),
        ("完成招标。完成情况：良好。", ("完成招标。完成情况：良好。", "", "")),
        ("受理情况如下。问题：12", ("受理情况如下。问题：12", "", "")),
    ],
)
def test_at_the_text_each_heading_leads_to_its_field_whatever_the_status(
    status: EntryStatus, said: str, parts: tuple[str, str, str]
) -> None:
    content = accepted(typed(an_entry(content=EntryContent(status=status)), Step.TEXT, None, said))
    assert (content.status, content.text, content.problem, content.next_step) == (status, *parts)


@pytest.mark.parametrize("said", ["完成招标。\n存在问题：缺地。", "存在问题：缺地。"])
@pytest.mark.parametrize("before", ["", "上门3次。"])
def test_further_message_brings_a_problem_under_its_heading(said: str, before: str) -> None:
    for status, step in ((EntryStatus.ON_TRACK, Step.NEXT_STEP), (None, Step.STATUS)):
        entry = an_entry(content=EntryContent(status=status, text=before, problem="缺人。"))
        after = accepted(added(entry, Step.TEXT, None, said))
        text = "\n".join(
            filter(None, (before, said.partition("\n存在")[0] if "招标" in said else ""))
        )
        assert (after.text, after.problem) == (text, "缺人。\n缺地。")
        if text:
            assert next_asked(replace(entry, content=after)) == (step, None)


def test_problem_of_a_measure_that_is_well_is_filed_with_the_next_step_that_is_asked() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.ON_TRACK))
    told = accepted(typed(entry, Step.TEXT, None, "完成招标。存在问题：缺地。"))
    assert next_asked(replace(entry, content=told)) == (Step.NEXT_STEP, None)
    whole = accepted(typed(replace(entry, content=told), Step.NEXT_STEP, None, "8月协调。"))
    filed = as_filed(replace(entry, content=whole))
    assert (filed.problem, filed.next_step, filed.problem_stands) == ("缺地。", "8月协调。", True)
    before_it = accepted(typed(an_entry(), Step.STATUS, None, "完成招标。存在问题：缺地。"))
    chosen = chose_status(an_entry(content=before_it), EntryStatus.ON_TRACK)
    assert chosen == Accepted(told, (Note("answer-problem-stands"),))


def test_next_step_without_a_problem_is_told_in_the_text_of_what_is_well() -> None:
    said = "完成招标。下一步打算：8月开工。"
    for status, parts in (
        (EntryStatus.ON_TRACK, ("完成招标。\n下一步：8月开工。", "")),
        (EntryStatus.BEHIND, ("完成招标。", "8月开工。")),
    ):
        entry = an_entry(content=EntryContent(status=status))
        content = accepted(typed(entry, Step.TEXT, None, said))
        assert (content.text, content.next_step) == parts


@pytest.mark.parametrize(
    ("said", "text", "problem"),
    [
        ("滞后，缺地", "", "缺地"),
        ("滞后：因资金未到位。", "", "因资金未到位。"),
        ("滞后，停工。", "停工。", ""),
        ("滞后，缺口已补齐", "缺口已补齐", ""),
        ("滞后，因雨停工，已复工2处", "因雨停工，已复工2处", ""),
        ("正常推进，因地制宜开展培训", "因地制宜开展培训", ""),
    ],
)
def test_lack_that_stands_behind_a_bad_status_is_the_problem(
    said: str, text: str, problem: str
) -> None:
    content = accepted(typed(an_entry(), Step.STATUS, None, said))
    assert (content.text, content.problem) == (text, problem)


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.NEXT_STEP])
@pytest.mark.parametrize(
    ("said", "problem", "next_step"),
    [
        ("问题：用地没批，下一步8月报批", "用地没批", "8月报批"),
        ("存在问题：用地没批；下一步打算8月报批。", "用地没批", "8月报批。"),
        ("问题：用地没批。下步将于8月报批，9月开工", "用地没批。", "将于8月报批，9月开工"),
        ("滞后：问题：用地没批，下一步，8月报批", "用地没批", "8月报批"),
        ("问题：缺地\n下一步计划8月报批", "缺地", "8月报批"),
        ("Problem: no land. Next step is to apply in August", "no land.", "apply in August"),
        ("问题：下一步计划没批", "下一步计划没批", ""),
        ("存在问题：缺地 下一步8月报批", "缺地", "8月报批"),
        ("问题：缺地，下一步工作难以推进", "缺地，下一步工作难以推进", ""),
    ],
)
def test_clause_of_the_next_step_behind_a_problem_is_the_next_step(
    step: Step, said: str, problem: str, next_step: str
) -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND, text="完成招标。"))
    content = accepted(typed(entry, step, None, said))
    assert (content.problem, content.next_step) == (problem, next_step)
    assert content.text == "完成招标。"


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "滞后 两个品牌在谈，主要问题是租金谈不拢，下一步准备8月再谈",
            ("两个品牌在谈", "租金谈不拢", "准备8月再谈"),
        ),
        (
            "滞后：签约2家。目前存在的主要困难在于资金没到位；下一步：9月争取资金。",
            ("签约2家。", "资金没到位", "9月争取资金。"),
        ),
        (
            "滞后，完成招标 存在问题：缺地 下一步8月底前报批",
            ("完成招标", "缺地", "8月底前报批"),
        ),
        (
            "正常推进 签约2家，但问题主要是缺人，下步9月招聘2人",
            ("签约2家", "缺人", "9月招聘2人"),
        ),
        (
            "behind: Two brands in talks. The main problem is the rent. Next, we talk in August",
            ("Two brands in talks.", "the rent.", "we talk in August"),
        ),
    ],
)
def test_status_text_problem_and_next_step_told_in_one_sentence_leave_nothing_to_ask(
    step: Step, said: str, told: tuple[str, str, str]
) -> None:
    content = accepted(typed(an_entry(), step, None, said))
    assert (content.text, content.problem, content.next_step) == told
    assert next_step(a_measure(), content) is None


@pytest.mark.parametrize(
    "said",
    [
        "走访企业12家，主要问题是用工难，已协调解决3个",
        "调研3次，问题是什么已经摸清",
        "解决的主要问题是停车难。",
    ],
)
def test_problem_that_is_solved_or_only_spoken_of_stays_in_the_text(said: str) -> None:
    for entry in (an_entry(), an_entry(content=EntryContent(status=EntryStatus.BEHIND))):
        content = accepted(typed(entry, Step.TEXT, None, said))
        assert (content.text, content.problem) == (said, "")


def test_main_problem_in_a_sentence_is_the_reason_where_a_reason_is_asked() -> None:
    said = "主要问题是资金没到位，下一步9月协调"
    entry = an_entry(content=EntryContent(no_progress=True))
    content = accepted(typed(entry, Step.REASON, None, said))
    assert (content.no_progress_reason, content.problem) == (said, "")
    content = accepted(typed(an_entry(), Step.STATUS, None, "没进展，主要问题是资金没到位"))
    assert (content.no_progress_reason, content.problem) == ("主要问题是资金没到位", "")


def test_next_step_in_plain_words_is_apart_where_the_problem_is_asked_and_prose_elsewhere() -> None:
    said = "用地没批，下一步8月报批"
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND))
    asked = accepted(typed(entry, Step.PROBLEM, None, said))
    assert (asked.problem, asked.next_step) == ("用地没批", "8月报批")
    for words in (said, "完成选址，下一步报批。"):
        assert accepted(typed(entry, Step.TEXT, None, words)).text == words
        assert accepted(typed(entry, Step.NEXT_STEP, None, words)).next_step == words


def test_next_step_behind_a_lack_that_stands_behind_a_bad_status_is_the_next_step() -> None:
    content = accepted(typed(an_entry(), Step.STATUS, None, "滞后，缺地，下一步8月报批"))
    assert content.status is EntryStatus.BEHIND
    assert (content.text, content.problem, content.next_step) == ("", "缺地", "8月报批")
    content = accepted(typed(an_entry(), Step.STATUS, None, "滞后，停工2处，下一步8月报批"))
    assert (content.text, content.problem) == ("停工2处，下一步8月报批", "")


def test_empty_words_under_a_heading_are_named_and_the_rest_is_stored() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND))
    answer = typed(entry, Step.TEXT, None, "完成招标。存在问题：缺地。下一步：加快推进。")
    assert (accepted(answer).problem, accepted(answer).next_step) == ("缺地。", "")
    assert isinstance(answer, Accepted)
    facts = {"step": "next-step", "said": "加快推进。"}
    assert answer.notes[-1] == Note("answer-heading-says-nothing", facts)


@pytest.mark.parametrize("step", [Step.FIGURE, Step.STANDS, Step.EXPLAIN])
def test_problem_under_its_heading_is_one_wherever_it_is_sent(step: Step) -> None:
    content = EntryContent(status=EntryStatus.ON_TRACK, text="完成招标。", problem="缺人。")
    entry = an_entry(content=content, measure=a_measure(indicators=(an_indicator(),)))
    indicator_id = entry.measure.indicators[0].indicator_id if step is Step.FIGURE else None
    after = accepted(typed(entry, step, indicator_id, "存在问题：缺地。下一步：8月协调。"))
    assert (after.text, after.problem, after.next_step) == (
        "完成招标。",
        "缺人。\n缺地。",
        "8月协调。",
    )
    assert (after.problem_stands, after.explanations, after.figures) == (True, (), ())


def test_problem_behind_the_reason_for_no_progress_is_one_and_alone_it_is_the_reason() -> None:
    entry = an_entry(content=EntryContent(status=EntryStatus.BEHIND, no_progress=True))
    after = accepted(typed(entry, Step.REASON, None, "等待批复。存在问题：缺地。"))
    assert (after.no_progress_reason, after.problem) == ("等待批复。", "缺地。")
    alone = accepted(typed(entry, Step.REASON, None, "主要问题：缺地。"))
    assert (alone.no_progress_reason, alone.problem) == ("主要问题：缺地。", "")


@pytest.mark.parametrize(
    ("step", "limit"),
    [
        (Step.STATUS, TEXT_LIMIT),
        (Step.TEXT, TEXT_LIMIT),
        (Step.PROBLEM, SHORT_LIMIT),
        (Step.NEXT_STEP, SHORT_LIMIT),
        (Step.REASON, SHORT_LIMIT),
    ],
)
def test_an_answer_may_be_as_long_as_the_limit_and_no_longer(step: Step, limit: int) -> None:
    assert "长" * limit in repr(accepted(typed(an_entry(), step, None, "长" * limit)))
    answer = typed(an_entry(), step, None, "长" * (limit + 1))
    assert answer == Refused("answer-too-long", {"length": limit + 1, "limit": limit})


def test_messages_that_are_too_long_together_are_refused_and_the_first_stays() -> None:
    entry = an_entry(content=EntryContent(text="长" * TEXT_LIMIT))
    assert refused(typed(entry, Step.STATUS, None, "再来")) == "answer-too-long"
    waiting = an_entry(
        content=EntryContent(no_progress=True, no_progress_reason="长" * SHORT_LIMIT)
    )
    assert refused(typed(waiting, Step.STATUS, None, "再来")) == "answer-too-long"


def test_a_text_typed_while_no_progress_waits_for_its_status_adds_to_the_reason() -> None:
    entry = an_entry(content=EntryContent(no_progress=True, no_progress_reason="等批复"))
    answer = typed(entry, Step.STATUS, None, "资金也未到")
    assert accepted(answer).no_progress_reason == "等批复\n资金也未到"
    assert notes(answer) == ["answer-kept-as-reason"]


def test_a_status_told_where_there_is_no_progress_is_taken_and_only_its_words_are_reason() -> None:
    entry = an_entry(content=EntryContent(no_progress=True, no_progress_reason="等批复"))
    content = accepted(typed(entry, Step.STATUS, None, "正常推进：资金也未到"))
    assert content.status is EntryStatus.ON_TRACK
    assert content.no_progress_reason == "等批复\n资金也未到"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (Step.TEXT, replace(BEHIND, text="改过的话")),
        (Step.PROBLEM, replace(BEHIND, problem="改过的话")),
        (Step.NEXT_STEP, replace(BEHIND, next_step="改过的话")),
        (Step.REASON, replace(BEHIND, no_progress_reason="改过的话")),
    ],
)
def test_each_step_stores_its_own_words_and_leaves_the_rest(
    step: Step, expected: EntryContent
) -> None:
    assert accepted(typed(an_entry(content=BEHIND), step, None, "改过的话")) == expected


@given(SENTENCES)
def test_an_accepted_text_stands_whole_in_the_entry(text: str) -> None:
    for step in (Step.PROBLEM, Step.NEXT_STEP, Step.REASON):
        answer = typed(with_indicator(), step, None, text)
        if isinstance(answer, Accepted):
            content = answer.content
            words = {content.problem, content.next_step, content.no_progress_reason}
            assert cleaned(text) in words


# Figures


def test_a_figure_is_stored_for_its_indicator() -> None:
    entry = with_indicator(a_content())
    assert accepted(typed(entry, Step.FIGURE, 7, "183个")).figures == (a_figure(183),)


@pytest.mark.parametrize(
    ("said", "figure", "kept"),
    [
        ("190，本月新增15个，其中城区10个", "190", "本月新增15个，其中城区10个"),
        ("约180个，较上月增长8%", "180", "较上月增长8%"),
        ("本月新增15个，累计190个。", "190", "本月新增15个，累计190个。"),
        ("累计190个，完成城区站址选定", "190", "完成城区站址选定"),
        ("190（累计）", "190", ""),
        ("截至7月底190个", "190", ""),
        ("190，新开通基站15个。", "190", ""),
    ],
)
def test_words_beside_a_figure_go_into_the_text_and_it_is_said(
    said: str, figure: str, kept: str
) -> None:
    entry = with_indicator(a_content())
    answer = typed(entry, Step.FIGURE, 7, said)
    content = accepted(answer)
    assert [one.value for one in content.figures] == [Decimal(figure)]
    assert content.text == "\n".join(filter(None, (entry.content.text, kept)))
    assert ("answer-words-beside" in notes(answer)) is bool(kept)


def test_words_beside_the_figure_of_a_measure_without_progress_go_to_the_reason() -> None:
    content = EntryContent(no_progress=True, no_progress_reason="等批复")
    entry = with_indicator(content)
    told = accepted(typed(entry, Step.FIGURE, 7, "190，本月新增5个"))
    assert (told.no_progress_reason, told.text) == ("等批复\n本月新增5个", "")


def test_figure_in_another_word_of_count_is_told_as_given_and_as_stored() -> None:
    answer = typed(with_indicator(), Step.FIGURE, 7, "183座")
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(183),)
    (told,) = answer.notes
    assert (told.text_key, dict(told.facts)) == (
        "answer-figure-spoken",
        {"said": "183座", "figure": "183个"},
    )


def test_an_unclear_figure_changes_nothing_and_quotes_what_was_said() -> None:
    answer = typed(with_indicator(a_content()), Step.FIGURE, 7, "二百左右吧")
    assert answer == Refused("answer-figure-not-understood", {"said": "二百左右吧"})


def test_no_figure_and_the_figure_of_last_month_may_be_typed() -> None:
    entry = with_indicator(a_content(), last=a_content(figures=(a_figure(168),)))
    assert accepted(typed(entry, Step.FIGURE, 7, "暂无数据")).figures == (a_figure(None),)
    assert accepted(typed(entry, Step.FIGURE, 7, "同上月")).figures == (a_figure(168),)


def test_a_total_said_in_the_text_is_taken_and_told() -> None:
    entry = with_indicator(EntryContent(status=EntryStatus.ON_TRACK))
    answer = typed(entry, Step.TEXT, None, "新开通基站15个，累计183个，完成招标。")
    assert accepted(answer).figures == (a_figure(183),)
    assert notes(answer) == ["answer-figure-taken"]


def test_about_is_repeated_where_a_figure_is_taken_out_of_words() -> None:
    entry = with_indicator(EntryContent(status=EntryStatus.ON_TRACK))
    assert notes(typed(entry, Step.STATUS, None, "约20个")) == ["answer-number-taken-about"]
    answer = typed(entry, Step.TEXT, None, "新开通基站，累计约183个。")
    assert notes(answer) == ["answer-figure-taken-about"]
    assert accepted(answer).figures[0].approximate


@pytest.mark.parametrize("said", ["与上月持平", "持平", "不变"])
def test_a_figure_like_last_months_may_be_said_so(said: str) -> None:
    entry = with_indicator(last=a_content(figures=(a_figure(168),)))
    assert accepted(typed(entry, Step.FIGURE, 7, said)).figures == (a_figure(168),)


@pytest.mark.parametrize("said", ["无", "没有", "—", "-", "/"])
def test_what_may_be_zero_or_no_figure_is_asked_about(said: str) -> None:
    entry = with_indicator()
    assert refused(typed(entry, Step.FIGURE, 7, said)) == "answer-figure-nothing"


def test_a_figure_that_is_given_already_is_not_changed_by_a_text() -> None:
    entry = with_indicator(a_content(figures=(a_figure(150),)))
    answer = typed(entry, Step.TEXT, None, "新开通基站15个，累计183个。")
    assert accepted(answer).figures == (a_figure(150),)
    assert notes(answer) == []


def test_a_text_gives_no_figure_where_it_could_be_for_either_of_two() -> None:
    measure = a_measure(indicators=(an_indicator(), an_indicator(indicator_id=8)))
    answer = typed(an_entry(measure=measure), Step.TEXT, None, "新开通基站15个，累计183个。")
    assert accepted(answer).figures == ()


@pytest.mark.parametrize("answer", [no_figure, same_figure])
def test_a_figure_for_an_indicator_that_is_not_asked_is_refused(answer: object) -> None:
    entry = with_indicator(a_content(), last=a_content())
    assert callable(answer)
    assert isinstance(answer(entry, 99), Refused)
    assert refused(typed(entry, Step.FIGURE, 99, "183")) == "answer-not-asked"


def test_the_figures_stand_in_the_order_of_the_indicators() -> None:
    measure = a_measure(indicators=(an_indicator(), an_indicator(indicator_id=8)))
    entry = an_entry(measure=measure, content=a_content(figures=(a_figure(1, 8),)))
    assert accepted(no_figure(entry, 7)).figures == (a_figure(None, 7), a_figure(1, 8))


# Taps


def test_choosing_another_status_keeps_everything_that_was_written() -> None:
    content = accepted(chose_status(an_entry(content=BEHIND), EntryStatus.ON_TRACK))
    assert content == replace(BEHIND, status=EntryStatus.ON_TRACK)


def test_what_is_no_longer_asked_is_not_filed() -> None:
    on_track = an_entry(content=replace(BEHIND, status=EntryStatus.ON_TRACK))
    assert as_filed(on_track) == a_content(text="完成选址。")
    still = EntryContent(
        EntryStatus.ON_TRACK, "旧话", no_progress=True, no_progress_reason="等批复"
    )
    assert as_filed(an_entry(content=still)) == replace(still, text="")
    assert as_filed(an_entry(content=replace(still, no_progress=False))) == EntryContent(
        EntryStatus.ON_TRACK, "旧话"
    )


def test_what_is_asked_is_filed_as_it_was_said() -> None:
    entry = with_indicator(replace(BEHIND, figures=(a_figure(None),)))
    assert as_filed(entry) == entry.content


def test_as_last_month_takes_everything_of_a_fresh_entry() -> None:
    last = replace(BEHIND, figures=(a_figure(168),))
    assert accepted(same_as_last(with_indicator(last=last))) == last


def test_as_last_month_takes_only_figures_that_are_still_asked() -> None:
    last = a_content(figures=(a_figure(168), a_figure(3, 99)))
    assert accepted(same_as_last(with_indicator(last=last))).figures == (a_figure(168),)


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("同上月，另受理诉求12件", "新开通基站15个。\n另受理诉求12件"),
        ("同上月。\n另受理诉求12件", "新开通基站15个。\n另受理诉求12件"),
        ("同上月另受理诉求12件", "新开通基站15个。\n另受理诉求12件"),
        ("同上月，没有变化", "新开通基站15个。"),
        ("同上月，谢谢", "新开通基站15个。"),
        ("同上月的做法，走访9户", "同上月的做法，走访9户"),
    ],
)
def test_words_behind_as_last_month_stand_behind_its_text(step: Step, said: str, text: str) -> None:
    now = EntryContent(status=EntryStatus.ON_TRACK if step is Step.TEXT else None)
    content = accepted(typed(an_entry(last=a_content(), content=now), step, None, said))
    assert content.text == text


@pytest.mark.parametrize(
    ("said", "status", "no_progress"),
    [
        ("同上月，但进度滞后", EntryStatus.BEHIND, False),
        ("同上月，不过滞后了", EntryStatus.BEHIND, False),
        ("同上月，但是，有点滞后。", EntryStatus.BEHIND, False),
        ("同上月，没进展", None, True),
        ("和上月一样，没什么进展", None, True),
    ],
)
def test_a_status_behind_as_last_month_is_the_status(
    said: str, status: EntryStatus | None, *, no_progress: bool
) -> None:
    content = accepted(typed(an_entry(last=a_content()), Step.STATUS, None, said))
    assert content.no_progress is no_progress
    assert no_progress or content.status is status


def test_figure_of_last_month_is_asked_again_where_words_behind_as_last_month_tell_more() -> None:
    last = a_content(text="累计建成5G基站168个。", figures=(a_figure(168),))
    entry = with_indicator(last=last)
    for said, figures in (("同上月，另新开通3个", ()), ("同上月，仍在验收", last.figures)):
        assert accepted(typed(entry, Step.STATUS, None, said)).figures == figures
    assert refused(typed(an_entry(), Step.STATUS, None, "同上月，另办结2件")) == "answer-no-last"


def test_as_last_month_keeps_what_was_written_this_month() -> None:
    entry = with_indicator(
        EntryContent(text="新开通基站15个。", figures=(a_figure(183),)),
        last=a_content(text="上月的话", figures=(a_figure(168),)),
    )
    answer = same_as_last(entry)
    assert accepted(answer) == a_content(figures=(a_figure(183),))
    assert notes(answer) == ["answer-own-text-kept"]


def test_as_last_month_without_a_last_month_is_refused() -> None:
    assert refused(same_as_last(an_entry())) == "answer-no-last"


def test_no_progress_asks_the_reason_anew_and_keeps_the_status_of_last_month() -> None:
    last = replace(BEHIND, no_progress=True, no_progress_reason="上月的原因")
    content = accepted(no_progress(an_entry(last=last)))
    assert content == EntryContent(
        status=EntryStatus.BEHIND,
        problem="资金未到位",
        next_step="8月底前落实",
        no_progress=True,
    )


def test_no_progress_puts_a_text_aside_and_progress_brings_it_back() -> None:
    entry = an_entry(content=a_content())
    answer = no_progress(entry)
    assert notes(answer) == ["answer-text-aside"]
    aside = replace(entry, content=accepted(answer))
    assert as_filed(aside).text == ""
    back = accepted(tapped(aside, Press(Action.PROGRESS, 18)))
    assert back == entry.content


def test_all_that_is_open_is_taken_over_where_last_month_makes_it_complete() -> None:
    fresh, begun, new, unfinished = numbered(4)
    report = a_report(
        replace(fresh, last=a_content()),
        replace(begun, last=a_content(), content=EntryContent(text="新话")),
        new,
        replace(unfinished, last=EntryContent(status=EntryStatus.BEHIND, text="上月的话")),
    )
    assert all_same_as_last(report) == {1: a_content()}


@pytest.mark.parametrize("helper", ["梁栋", ""])
def test_what_a_colleague_was_asked_for_is_not_taken_over_from_last_month(helper: str) -> None:
    """Also while nobody has opened the link yet."""
    asked = an_entry(entry_id=1, last=a_content(), helper=helper)
    assert all_same_as_last(a_report(asked, an_entry(entry_id=2, last=a_content()))) == {
        2: a_content()
    }


@pytest.mark.parametrize(
    ("press", "content"),
    [
        (Press(Action.STATUS, 18, "done"), EntryContent(status=EntryStatus.DONE)),
        (Press(Action.SAME, 18), a_content(figures=(a_figure(168),))),
        (Press(Action.NO_FIGURE, 18, "7"), EntryContent(figures=(a_figure(None),))),
        (Press(Action.SAME_FIGURE, 18, "7"), EntryContent(figures=(a_figure(168),))),
    ],
)
def test_a_button_gives_its_answer(press: Press, content: EntryContent) -> None:
    entry = with_indicator(last=a_content(figures=(a_figure(168),)))
    assert accepted(tapped(entry, press)) == content


@pytest.mark.parametrize(
    "press",
    [
        Press(Action.STATUS, 18, "perfect"),
        Press(Action.STATUS, 18),
        Press(Action.NO_FIGURE, 18, "-"),
        Press(Action.SAME_FIGURE, 18),
        Press(Action.SKIP, 18),
        Press(Action.FILE, 18),
    ],
)
def test_a_button_that_answers_nothing_is_none(press: Press) -> None:
    assert tapped(with_indicator(last=a_content()), press) is None


def test_a_reason_is_one_short_text() -> None:
    assert read_reason(" 数据有误，更正。 ") == "数据有误，更正。"
    assert refused(read_reason("")) == "answer-empty"
    assert refused(read_reason("无")) == "answer-reason-missing"
    assert refused(read_reason("长" * (SHORT_LIMIT + 1))) == "answer-too-long"


def test_an_entry_is_a_value_that_no_answer_changes() -> None:
    entry: ReportEntry = with_indicator(last=a_content())
    before = replace(entry)
    typed(entry, Step.STATUS, None, "完成招标。")
    tapped(entry, Press(Action.SAME, 18))
    assert entry == before


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step.STATUS, "已完成"),
        (Step.TEXT, "正常推进"),
        (Step.TEXT, "正常推进：完成招标。"),
        (Step.STATUS, "已完成，7月20日验收"),
    ],
)
def test_problem_of_this_month_is_asked_about_before_it_goes_with_its_status(
    step: Step, said: str
) -> None:
    behind = a_content(status=EntryStatus.BEHIND, problem="资金未到位。", next_step="催款。")
    answer = typed(an_entry(content=behind), step, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.problem == "资金未到位。"
    assert next_step(a_measure(), answer.content) == (Step.STANDS, None)
    back = chose_status(an_entry(content=answer.content), EntryStatus.BEHIND)
    assert back == Accepted(replace(answer.content, status=EntryStatus.BEHIND))


WELL_AGAIN = a_content(problem="资金未到位。", next_step="催款。", help_from="市财政局")


@pytest.mark.parametrize(
    ("word", "argument", "problem"),
    [("仍存在", "yes", "资金未到位。"), ("未解决", "yes", "资金未到位。"), ("已解决", "no", "")],
)
def test_said_to_stand_it_is_filed_and_said_to_be_solved_it_is_not(
    word: str, argument: str, problem: str
) -> None:
    entry = an_entry(content=WELL_AGAIN)
    answer = typed(entry, Step.STANDS, None, word)
    assert isinstance(answer, Accepted)
    assert answer == tapped(entry, Press(Action.PROBLEM_STANDS, 18, argument))
    told = replace(entry, content=answer.content)
    assert is_complete(told)
    filed = as_filed(told)
    assert (filed.problem, bool(filed.next_step), bool(filed.help_from)) == (
        problem,
        bool(problem),
        bool(problem),
    )
    assert filed.is_hindered == bool(problem)


def test_solved_once_it_is_asked_about_anew_after_another_bad_status() -> None:
    entry = an_entry(content=replace(WELL_AGAIN, problem_stands=False))
    behind = chose_status(entry, EntryStatus.BEHIND).content
    assert as_filed(replace(entry, content=behind)).problem == "资金未到位。"
    well = chose_status(replace(entry, content=behind), EntryStatus.DONE).content
    assert next_step(a_measure(), well) == (Step.STANDS, None)


def test_done_over_this_months_problem_that_stands_wants_a_word() -> None:
    content = replace(WELL_AGAIN, status=EntryStatus.DONE, problem_stands=True)
    entry = an_entry(content=content, evidence=(PHOTO,))
    assert [doubt.kind for doubt in open_doubts(entry)] == [DoubtKind.DONE_OVER_OWN]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("进展顺利，预计下月完成。", "answer-stands"),
        ("18", "answer-stands"),
        ("好", "answer-stands"),
        ("怎么填", "help-at-stands"),
    ],
)
def test_whether_it_stands_is_not_guessed_from_other_words(said: str, key: str) -> None:
    for read in (typed, added):
        assert refused(read(an_entry(content=WELL_AGAIN), Step.STANDS, None, said)) == key


def test_problem_that_is_followed_up_stays_listed_and_needs_no_word() -> None:
    entry = in_trouble(a_content(status=EntryStatus.BEHIND, problem="资金未到位。"))
    assert chose_status(entry, EntryStatus.ON_TRACK).notes == ()


def test_only_what_goes_on_with_words_is_said_to_be_added() -> None:
    status = an_entry(content=EntryContent(status=EntryStatus.ON_TRACK))
    assert notes(added(status, Step.TEXT, None, "完成招标。")) == []
    text = an_entry(content=a_content(text="完成招标。"))
    assert notes(added(text, Step.TEXT, None, "已开工。")) == ["answer-added"]


def test_the_same_words_sent_once_more_are_no_second_line() -> None:
    assert appended("已开工", "已开工") == "已开工"
    assert appended("已开工\n已验收", "已验收") == "已开工\n已验收"
    assert appended("已开工", "已验收") == "已开工\n已验收"


@pytest.mark.parametrize(
    "said",
    ["同上季度", "同上季", "按上季度", "和上季度一样", "跟上个季度情况一样"],
)
def test_quarter_before_is_taken_over_in_words(said: str) -> None:
    quarterly = a_measure(ask=Ask.QUARTERLY)
    last = a_content(text="培育企业2户。", figures=())
    answer = typed(an_entry(measure=quarterly, last=last), Step.STATUS, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.text == "培育企业2户。"
    nothing = typed(an_entry(measure=quarterly), Step.STATUS, None, said)
    assert refused(nothing) == "answer-no-last-quarter"
