"""A problem of a month before is asked about first, and who could help is told in passing."""

from dataclasses import replace

import pytest

from dialog.answers import added, tapped, typed
from dialog.cards import full_text, preview, question
from dialog.checks import faults
from dialog.filed import as_filed
from dialog.follow_ups import names_unit, split_help, with_help
from dialog.last_month import all_same_as_last, same_as_last
from dialog.outcome import Accepted, Note, Refused
from dialog.press import Action, Press
from dialog.steps import Step, is_complete, next_asked, sign
from tests.dialog.factories import (
    a_content,
    a_measure,
    a_report,
    an_entry,
    an_open_problem,
    in_trouble,
)
from vocabulary.message import Message
from vocabulary.report import EntryContent, FollowUp, ReportEntry
from vocabulary.terms import EntryStatus, ProblemTurn, Role

RESOLVED, HANDLING, UNCHANGED = ProblemTurn
OPEN = an_open_problem()
ON, BEHIND = EntryStatus.ON_TRACK, EntryStatus.BEHIND


def after(entry: ReportEntry, answer: object) -> ReportEntry:
    assert isinstance(answer, Accepted), answer
    return replace(entry, content=answer.content)


def taps(entry: ReportEntry, turn: ProblemTurn) -> ReportEntry:
    return after(entry, tapped(entry, Press(Action.FOLLOW_UP, entry.entry_id, turn.value)))


def types(entry: ReportEntry, text: str, step: Step = Step.FOLLOW_UP) -> ReportEntry:
    return after(entry, typed(entry, step, None, text))


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


# ── what is solved ─────────────────────────────────────────────────────────────────────────────


def test_problem_that_is_said_to_be_solved_is_not_shown_as_last_months_where_another_is_asked() -> (
    None
):
    last = a_content(status=BEHIND, problem=OPEN.words, next_step=OPEN.next_step)
    entry = replace(in_trouble(a_content(status=BEHIND)), last=last)
    for step, words in ((Step.PROBLEM, OPEN.words), (Step.NEXT_STEP, OPEN.next_step)):
        going_on, solved = taps(entry, HANDLING), taps(entry, RESOLVED)
        assert words in question("zh-CN", a_report(going_on), going_on, step).html
        assert words not in question("zh-CN", a_report(solved), solved, step).html
        assert typed(solved, step, None, "同上月") == Refused("answer-last-resolved")


# ── what is asked ──────────────────────────────────────────────────────────────────────────────


def test_open_problem_is_asked_about_before_the_status() -> None:
    entry = in_trouble()
    assert next_asked(entry) == (Step.FOLLOW_UP, None)
    asked = question("zh-CN", a_report(entry), entry, Step.FOLLOW_UP)
    assert "6月份提出的问题" in asked.html
    assert OPEN.words in asked.html
    assert labels(asked)[:3] == ["已解决", "处理中", "没有变化"]
    assert next_asked(taps(entry, UNCHANGED)) == (Step.STATUS, None)


def test_measure_without_a_problem_is_asked_nothing_more() -> None:
    assert next_asked(an_entry()) == (Step.STATUS, None)
    done = an_entry(content=a_content())
    assert is_complete(done)


def test_entry_is_not_complete_until_its_open_problem_was_spoken_of() -> None:
    entry = in_trouble(a_content())
    assert not is_complete(entry)
    assert sign(entry) == "!"
    (fault,) = faults(a_report(entry))
    assert (fault.step, fault.text_key) == (Step.FOLLOW_UP, "check-missing-follow-up")
    assert "报送" not in labels(preview("zh-CN", a_report(entry)))
    assert is_complete(taps(entry, UNCHANGED))


def test_as_last_month_for_the_rest_leaves_out_whoever_has_a_problem_to_speak_of() -> None:
    last = a_content(status=BEHIND, problem=OPEN.words, next_step=OPEN.next_step)
    entry = replace(in_trouble(), last=last)
    assert all_same_as_last(a_report(entry)) == {}


@pytest.mark.parametrize("turn", [RESOLVED, HANDLING])
def test_tap_alone_does_not_tell_what_happened(turn: ProblemTurn) -> None:
    entry = taps(in_trouble(), turn)
    assert next_asked(entry) == (Step.FOLLOW_UP, None)
    asked = question("zh-CN", a_report(entry), entry, Step.FOLLOW_UP)
    assert f"● {labels(asked)[0].removeprefix('● ')}" in labels(asked) or "● 处理中" in labels(
        asked
    )
    told = types(entry, "业主已签协议。")
    assert told.content.follow_up == FollowUp(OPEN.problem_id, turn, "业主已签协议。")


# ── what a text means ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "turn", "words"),
    [
        ("业主已签协议。", HANDLING, "业主已签协议。"),
        ("已解决：业主已签协议。", RESOLVED, "业主已签协议。"),
        ("已解决，业主已签协议。", RESOLVED, "业主已签协议。"),
        ("处理中 等批复", HANDLING, "等批复"),
        ("Resolved: signed.", RESOLVED, "signed."),
        ("没有变化", UNCHANGED, ""),
        ("同上月", UNCHANGED, ""),
        ("no change", UNCHANGED, ""),
        ("没解决", UNCHANGED, ""),
        ("老样子", UNCHANGED, ""),
        ("跟上月一样，没解决", UNCHANGED, ""),
        ("同上月，没有变化", UNCHANGED, ""),
        ("还是没解决。", UNCHANGED, ""),
        ("解决了", RESOLVED, ""),
        ("已经解决了，业主已签协议。", RESOLVED, "业主已签协议。"),
        ("问题解决了，业主已签协议。", RESOLVED, "业主已签协议。"),
        ("上月的问题都已解决。", RESOLVED, ""),
        ("问题已于7月20日解决", RESOLVED, ""),
        ("师资问题已解决", RESOLVED, "师资问题已解决"),
        ("教师8人已到岗，师资问题解决了。", RESOLVED, "教师8人已到岗，师资问题解决了。"),
        # Words that only begin alike do not resolve a problem.
        ("已解决一半，余下9月办结。", HANDLING, "已解决一半，余下9月办结。"),
        ("尚未解决，等待批复。", HANDLING, "尚未解决，等待批复。"),
        ("师资问题已解决，校舍尚缺。", HANDLING, "师资问题已解决，校舍尚缺。"),
        ("师资问题预计8月解决", HANDLING, "师资问题预计8月解决"),
        ("正在协调解决师资问题", HANDLING, "正在协调解决师资问题"),
        ("师资问题没有解决", HANDLING, "师资问题没有解决"),
        ("解决问题3个", HANDLING, "解决问题3个"),
        ("已解决", RESOLVED, ""),
    ],
)
def test_text_says_what_has_become_of_the_problem(text: str, turn: ProblemTurn, words: str) -> None:
    assert types(in_trouble(), text).content.follow_up == FollowUp(OPEN.problem_id, turn, words)


@pytest.mark.parametrize("text", ["无", "none", "18", "长" * 501])
def test_text_that_says_nothing_of_the_problem_is_refused(text: str) -> None:
    assert isinstance(typed(in_trouble(), Step.FOLLOW_UP, None, text), Refused)


def test_problem_that_nobody_has_cannot_be_followed_up() -> None:
    assert isinstance(typed(an_entry(), Step.FOLLOW_UP, None, "已办"), Refused)
    forged = tapped(an_entry(), Press(Action.FOLLOW_UP, 18, "resolved"))
    assert isinstance(forged, Refused)


# ── what it makes of the month ─────────────────────────────────────────────────────────────────


def test_problem_that_stands_on_needs_not_be_written_again() -> None:
    entry = types(
        types(taps(in_trouble(), UNCHANGED), "滞后", Step.STATUS), "完成选址。", Step.TEXT
    )
    assert is_complete(entry)
    filed = as_filed(entry)
    assert (filed.problem, filed.next_step) == (OPEN.words, OPEN.next_step)


def test_problem_stands_on_whatever_the_status() -> None:
    entry = types(
        types(taps(in_trouble(), UNCHANGED), "正常推进", Step.STATUS), "已开工。", Step.TEXT
    )
    assert is_complete(entry)
    assert as_filed(entry).problem == OPEN.words


def test_resolved_problem_is_not_this_months_problem() -> None:
    entry = types(taps(taps(in_trouble(), UNCHANGED), RESOLVED), "业主已签协议。")
    entry = types(types(entry, "正常推进", Step.STATUS), "已开工。", Step.TEXT)
    assert is_complete(entry)
    filed = as_filed(entry)
    assert (filed.problem, filed.next_step, filed.help_from) == ("", "", "")
    assert filed.follow_up == FollowUp(OPEN.problem_id, RESOLVED, "业主已签协议。")


def test_measure_that_stays_behind_after_a_resolved_problem_tells_a_new_one() -> None:
    entry = types(types(in_trouble(), "已解决：已签协议。"), "滞后", Step.STATUS)
    entry = types(entry, "完成选址。", Step.TEXT)
    assert next_asked(entry) == (Step.PROBLEM, None)


def test_resolved_problem_does_not_come_back_with_last_months_answer() -> None:
    last = a_content(status=BEHIND, problem=OPEN.words, next_step=OPEN.next_step)
    entry = replace(types(in_trouble(), "已解决：已签协议。"), last=last)
    taken = after(entry, same_as_last(entry))
    assert (taken.content.status, taken.content.problem) == (BEHIND, "")
    assert taken.content.follow_up == entry.content.follow_up


def test_own_words_for_the_problem_outlive_what_becomes_of_it() -> None:
    entry = types(taps(in_trouble(), UNCHANGED), "又缺一处站址。", Step.PROBLEM)
    assert taps(entry, RESOLVED).content.problem == "又缺一处站址。"
    assert taps(entry, HANDLING).content.problem == "又缺一处站址。"


def test_what_has_become_of_it_is_in_preview_and_full_text() -> None:
    entry = types(in_trouble(), "已解决：业主已签协议。")
    entry = types(types(entry, "正常推进", Step.STATUS), "已开工。", Step.TEXT)
    report = a_report(entry)
    assert "已解决 1，处理中 0，没有变化 0" in preview("zh-CN", report).html
    (whole,) = full_text("zh-CN", report)
    assert f"6月份提出的问题“{OPEN.words}”：已解决。业主已签协议。" in whole.html


# ── who could help ─────────────────────────────────────────────────────────────────────────────

OTHERS = (("市财政局", Role.LEAD), ("市住建局", Role.COOPERATING))


def behind(**changes: object) -> ReportEntry:
    content = EntryContent(status=BEHIND, text="完成选址。", problem="资金未到位。")
    return an_entry(measure=a_measure(others=OTHERS), content=replace(content, **changes))  # type: ignore[arg-type]


def names(entry: ReportEntry, argument: str) -> ReportEntry:
    return after(entry, tapped(entry, Press(Action.HELP_FROM, entry.entry_id, argument)))


def test_units_that_could_help_are_named_by_tapping_them() -> None:
    entry = behind()
    asked = question("zh-CN", a_report(entry), entry, Step.NEXT_STEP)
    assert labels(asked)[:2] == ["需市财政局协调", "需市住建局协调"]
    entry = names(names(entry, "1"), "0")
    assert entry.content.help_from == "市住建局、市财政局"
    again = question("zh-CN", a_report(entry), entry, Step.NEXT_STEP)
    assert labels(again)[:3] == ["● 需市财政局协调", "● 需市住建局协调", "无需协调"]
    assert names(entry, "1.not").content.help_from == "市财政局"
    assert names(entry, "none").content.help_from == ""


def test_unit_that_is_tapped_on_two_phones_is_named_or_not_as_the_button_says() -> None:
    blank = behind()
    named = names(names(blank, "1"), "1")
    assert named.content.help_from == "市住建局"
    asked = question("zh-CN", a_report(named), named, Step.NEXT_STEP)
    taken_away = Press.read(asked.buttons[0][1].data)
    assert taken_away is not None
    once = after(named, tapped(named, taken_away))
    assert once.content.help_from == ""
    assert after(once, tapped(once, taken_away)).content.help_from == ""


@pytest.mark.parametrize("unit", ["市住建局", " 市住建局", "市住建局\x1d", "市住建、城管局"])
def test_unit_is_named_once_and_known_again_whatever_its_name_is(unit: str) -> None:
    content = with_help(EntryContent(help_from="市财政局"), unit, named=True)
    assert names_unit(content, unit)
    assert with_help(content, unit, named=True) == content
    assert with_help(content, unit, named=False).help_from == "市财政局"


@pytest.mark.parametrize("argument", ["2", "x", "", "1.x", "x.not", "2.not"])
def test_unit_that_the_measure_does_not_have_cannot_be_named_by_a_forged_tap(argument: str) -> None:
    assert tapped(behind(), Press(Action.HELP_FROM, 18, argument)) is None


def test_nobody_needs_to_be_named() -> None:
    assert is_complete(types(behind(), "8月底前落实。", Step.NEXT_STEP))


@pytest.mark.parametrize(
    ("text", "words", "units"),
    [
        ("8月底前落实。需协调：市财政局、市住建局", "8月底前落实。", "市财政局、市住建局"),
        ("8月底前落实。\n需协调单位：市财政局，市住建局。", "8月底前落实。", "市财政局、市住建局"),
        ("需要协调：市财政局。8月底前落实。", "8月底前落实。", "市财政局"),
        ("By August. Help from: Water and Parks", "By August.", "Water、Parks"),
        ("需协调：无", "", ""),
        ("已协调市财政局拨付。", "已协调市财政局拨付。", None),
        ("需协调市财政局拨付资金。", "需协调市财政局拨付资金。", None),
    ],
)
def test_who_could_help_is_read_from_the_same_message(
    text: str, words: str, units: str | None
) -> None:
    assert split_help(text) == (words, units)


def test_who_could_help_alone_is_no_next_step() -> None:
    entry = types(behind(), "需协调：市财政局", Step.NEXT_STEP)
    assert entry.content.help_from == "市财政局"
    assert next_asked(entry) == (Step.NEXT_STEP, None)


def test_who_could_help_is_filed_with_a_problem_only() -> None:
    entry = types(behind(), "8月底前落实。需协调：市财政局", Step.NEXT_STEP)
    assert as_filed(entry).help_from == "市财政局"
    well = replace(entry, content=replace(entry.content, status=ON))
    assert as_filed(well).help_from == ""


@pytest.mark.parametrize(
    ("said", "turn", "words"),
    [
        ("已解决：资金已到位。", ProblemTurn.RESOLVED, "资金已到位。"),
        ("处理中，已到位一半", ProblemTurn.HANDLING, "已到位一半"),
        ("已销号", ProblemTurn.RESOLVED, ""),
        ("Resolved: the money has come", ProblemTurn.RESOLVED, "the money has come"),
    ],
)
def test_what_has_become_of_the_problem_may_be_told_before_it_is_asked(
    said: str, turn: ProblemTurn, words: str
) -> None:
    answer = typed(in_trouble(), Step.STATUS, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.follow_up == FollowUp(4, turn, words)
    assert answer.content.text == ""
    more = typed(
        replace(in_trouble(), content=answer.content), Step.STATUS, None, "处理中：余款9月到"
    )
    assert isinstance(more, Accepted)
    assert more.content.follow_up is not None
    assert more.content.follow_up.words == f"{words}\n余款9月到".strip()
    without_problem = typed(an_entry(), Step.STATUS, None, said)
    assert isinstance(without_problem, Accepted)
    assert without_problem.content.text == said


@pytest.mark.parametrize("step", [Step.FOLLOW_UP, Step.STATUS])
@pytest.mark.parametrize(
    "text", ["已解决，但还差2人", "问题已解决。仍有2人未到岗。", "Resolved, but two are missing"]
)
def test_problem_of_which_something_is_left_is_being_handled(step: Step, text: str) -> None:
    handled = FollowUp(OPEN.problem_id, HANDLING, text)
    assert types(in_trouble(), text, step).content.follow_up == handled


def test_what_is_left_counts_more_than_the_tap_before() -> None:
    said = types(taps(in_trouble(), RESOLVED), "基本解决，仍有2人未到岗").content
    assert said.follow_up == FollowUp(OPEN.problem_id, HANDLING, "基本解决，仍有2人未到岗")
    assert said.problem == OPEN.words


@pytest.mark.parametrize(
    "text",
    [
        "选址的问题解决了，用地没批",
        "选址的问题解决了，用地没有批下来",
        "选址问题已解决，用地批不下来。",
        "选址问题已解决，用地还在报批",
        "选址问题已解决，资金缺300万元",
        "选址问题已解决，剩2户没签。",
        "选址问题已解决，用地无法落实",
        "选址问题解决了，用地卡在审批",
        "选址问题解决了，又出现新问题",
        "选址的问题解决了，用地是个问题",
        "选址问题解决了，用地在等批复",
        "已解决，用地没批",
        "已解决，资金不到位",
        "Resolved, the land is not approved",
    ],
)
def test_words_that_say_that_it_still_stands_never_close_a_problem(text: str) -> None:
    handled = FollowUp(OPEN.problem_id, HANDLING, text)
    assert types(in_trouble(), text).content.follow_up == handled
    assert types(taps(in_trouble(), RESOLVED), text).content.follow_up == handled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(
            (text, "")
            for text in ("都搞定了", "办妥了", "已经办妥", "没问题了", "现在没有问题了。")
        ),
        *((text, "") for text in ("问题不存在了", "问题已不存在", "处理好了", "不是问题了")),
        ("缺人的事解决了", "缺人的事解决了"),
        ("已完工，不再是问题", "已完工，不再是问题"),
        ("施工缺人已解决", "施工缺人已解决"),
        ("都搞定了，工人已到岗", "都搞定了，工人已到岗"),
        ("用地的事办妥了。8月开工。", "用地的事办妥了。8月开工。"),
    ],
)
def test_whatever_says_that_it_is_done_with_closes_the_problem(text: str, words: str) -> None:
    resolved = FollowUp(OPEN.problem_id, RESOLVED, words)
    assert types(in_trouble(), text).content.follow_up == resolved
    assert types(taps(in_trouble(), HANDLING), text).content.follow_up == resolved


@pytest.mark.parametrize(
    "text",
    [
        *(
            "还没办妥",
            "快办妥了",
            "部分解决",
            "没搞定",
            "差不多搞定了",
            "基本办妥",
            "部分搞定了",
            "甲村已解决",
        ),
        *("资金办妥了，人还没到", "3处已解决", "大部分已解决", "缺人的事没解决", "问题还是问题"),
        *("施工缺人已解决一半", "缺人问题基本已解决", "都搞定了，就差验收", "不解决不行"),
        *("没问题了，但还差2人", "问题不存在了，又缺资金", "缺人尚未解决", "缺人的事还没解决"),
    ],
)
def test_what_is_done_in_part_or_not_yet_never_closes_it(text: str) -> None:
    for entry in (in_trouble(), taps(in_trouble(), HANDLING)):
        said = typed(entry, Step.FOLLOW_UP, None, text)
        follow_up = said.content.follow_up if isinstance(said, Accepted) else None
        assert follow_up is None or follow_up.turn is not RESOLVED


@pytest.mark.parametrize("step", [Step.FOLLOW_UP, Step.STATUS])
@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("上月问题已解决。本月又发现停车位不够", "本月又发现停车位不够"),
        ("问题解决了，本月新出现停车位不足。", "本月新出现停车位不足。"),
    ],
)
def test_new_problem_behind_a_solved_one_is_this_months(step: Step, text: str, new: str) -> None:
    content = types(in_trouble(), text, step).content
    assert content.follow_up is not None
    assert content.follow_up.turn is RESOLVED
    assert (content.problem, content.next_step) == (new, "")


@pytest.mark.parametrize(
    "words",
    [
        *("待销号。", "未再发生。", "下月将加强管理。"),
        *("没有遗留问题。", "没再发生。", "不再漏水。", "资金缺口已补齐。", "原来没批的用地已批。"),
    ],
)
def test_what_comes_after_a_solved_problem_leaves_nothing_of_it(words: str) -> None:
    said = types(in_trouble(), f"已解决，{words}").content
    assert said.follow_up == FollowUp(OPEN.problem_id, RESOLVED, words)


# ── what stands under headings ─────────────────────────────────────────────────────────────────


def under(step: str) -> Note:
    return Note("answer-under-heading", {"step": step, "more": "no"})


@pytest.mark.parametrize("step", [Step.FOLLOW_UP, Step.STATUS])
def test_each_heading_behind_what_has_become_of_the_problem_leads_to_its_field(step: Step) -> None:
    answer = typed(in_trouble(), step, None, "处理中，已到岗2人。\n下一步：继续招聘")
    assert isinstance(answer, Accepted)
    assert answer.content.follow_up == FollowUp(OPEN.problem_id, HANDLING, "已到岗2人。")
    assert (answer.content.problem, answer.content.next_step) == (OPEN.words, "继续招聘")
    assert under("next-step") in answer.notes
    answer = typed(in_trouble(), step, None, "已解决。\n完成情况：教师8人到岗。")
    assert isinstance(answer, Accepted)
    assert answer.content.follow_up == FollowUp(OPEN.problem_id, RESOLVED, "")
    assert (answer.content.text, answer.content.problem) == ("教师8人到岗。", "")
    assert under("text") in answer.notes


def test_problem_under_its_heading_takes_the_place_of_last_months_words() -> None:
    on = types(in_trouble(), "处理中，已到岗2人。\n存在问题：仍缺2人。\n下一步：9月补招。")
    assert (on.content.problem, on.content.next_step) == ("仍缺2人。", "9月补招。")
    solved = types(in_trouble(), "已解决。\n存在问题：校舍不足。")
    assert (solved.content.problem, solved.content.next_step) == ("校舍不足。", "")
    filed = as_filed(types(types(solved, "正常推进", Step.STATUS), "9月扩建。", Step.NEXT_STEP))
    assert filed.problem == "校舍不足。"


def test_headings_without_an_answer_are_stored_and_the_problem_is_asked_about_again() -> None:
    entry = types(in_trouble(), "完成情况：教师8人到岗。\n下一步：继续招聘")
    assert (entry.content.text, entry.content.next_step) == ("教师8人到岗。", "继续招聘")
    assert entry.content.follow_up is None
    assert next_asked(entry) == (Step.FOLLOW_UP, None)


@pytest.mark.parametrize("text", ["存在问题：已解决", "已解决。\n存在问题：无\n下一步：无"])
def test_heading_without_a_problem_is_no_other_answer(text: str) -> None:
    content = types(in_trouble(), text).content
    assert content == EntryContent(follow_up=FollowUp(OPEN.problem_id, RESOLVED, ""))


def test_next_step_behind_a_solved_problem_is_filed_whatever_the_status() -> None:
    solved = types(in_trouble(), "已解决。\n完成情况：已开工。\n下一步：加强管理。")
    filed = as_filed(types(solved, "正常推进", Step.STATUS))
    assert "加强管理。" in filed.text
    filed = as_filed(types(solved, "滞后", Step.STATUS))
    assert filed.next_step == "加强管理。"


def test_more_words_on_the_problem_lead_to_their_fields_too() -> None:
    entry = types(in_trouble(), "处理中，已到岗2人。")
    answer = added(entry, Step.FOLLOW_UP, None, "另有1人待报到。\n下一步：继续招聘")
    assert isinstance(answer, Accepted)
    words = "已到岗2人。\n另有1人待报到。"
    assert answer.content.follow_up == FollowUp(OPEN.problem_id, HANDLING, words)
    assert answer.content.next_step == "继续招聘"


def test_new_trouble_under_its_heading_goes_on_with_what_is_told_of_it() -> None:
    """Where it is asked what has become of last month's problem; nothing is replaced."""
    entry = replace(
        an_entry(measure=a_measure(open_problem=OPEN)),
        content=EntryContent(BEHIND, text="开工。", problem="缺人。", next_step="招人。"),
    )
    assert types(entry, "处理中。\n存在问题：缺地。").content.problem == "缺人。\n缺地。"
    assert types(entry, "处理中。\n下一步：报批。").content.next_step == "招人。\n报批。"


# ── an unchanged measure with an unchanged problem ─────────────────────────────────────────────

STOOD = a_content(status=EntryStatus.BEHIND, problem="站址协调困难", next_step="8月底前协调。")
BY_ONE_TAP = Press(Action.SAME, 18, "problem")


def test_unchanged_measure_with_an_unchanged_problem_is_one_tap() -> None:
    entry = replace(in_trouble(), last=STOOD)
    asked = question("zh-CN", a_report(entry), entry, Step.FOLLOW_UP)
    labels = [one.text for row in asked.buttons for one in row]
    assert "问题没有变化，其余同上月" in labels
    for answer in (
        tapped(entry, replace(BY_ONE_TAP, target=entry.entry_id)),
        typed(entry, Step.FOLLOW_UP, None, "问题没有变化，其余同上月"),
        typed(entry, Step.FOLLOW_UP, None, "没有变化，其余都同上月。"),
    ):
        assert isinstance(answer, Accepted)
        assert next_asked(replace(entry, content=answer.content)) is None
        follow_up = answer.content.follow_up
        assert follow_up is not None
        assert (follow_up.turn, follow_up.words) == (UNCHANGED, "")


@pytest.mark.parametrize("last", [None, replace(STOOD, text=""), replace(STOOD, next_step="")])
def test_one_tap_is_offered_only_where_nothing_is_left_to_ask(last: EntryContent | None) -> None:
    entry = replace(in_trouble(next_step=""), last=last)
    asked = question("zh-CN", a_report(entry), entry, Step.FOLLOW_UP)
    assert not [one for row in asked.buttons for one in row if "其余" in one.text]
    assert tapped(entry, replace(BY_ONE_TAP, target=entry.entry_id)) is None


def test_what_was_said_of_several_is_no_word_of_what_happened_since() -> None:
    of_several = FollowUp(4, UNCHANGED, "与其他项一并答复", together=True)
    entry = in_trouble(EntryContent(follow_up=of_several))
    assert as_filed(entry).follow_up == of_several
    follow_up = taps(entry, HANDLING).content.follow_up
    assert follow_up is not None
    assert follow_up.words == ""


def test_card_says_since_when_the_problem_is_where_its_words_name_an_earlier_month() -> None:
    told = in_trouble(words="站址协调困难，自3月起没有进展。")
    assert "起始时间：2022年3月份" in question("zh-CN", a_report(told), told, Step.FOLLOW_UP).html
    asked = question("zh-CN", a_report(in_trouble()), in_trouble(), Step.FOLLOW_UP)
    assert "起始时间" not in asked.html
