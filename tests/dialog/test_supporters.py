"""The lead sees what the others say, and cannot say 已完成 over their open problem unexplained."""

from dataclasses import replace

import pytest

from dialog.answers import typed
from dialog.doubts import named_trouble, open_doubts
from dialog.filed import as_filed
from dialog.outcome import Accepted
from dialog.press import Action, Press
from dialog.questions import question
from dialog.steps import Step, next_asked
from dialog.supporters import all_said, trouble_news, waited_for
from tests.dialog.factories import a_content, a_measure, a_report, an_entry, an_open_problem
from tests.dialog.telegram_html import assert_fit_to_send
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.report import (
    CheckLimits,
    EntryContent,
    Explanation,
    FiledEntry,
    FollowUp,
    Lead,
    ReportEntry,
    Supporter,
)
from vocabulary.terms import DoubtKind, EntryStatus, ProblemTurn, Role

HINDERED = a_content(
    status=EntryStatus.BEHIND, text="接入3家。", problem="缺资金", next_step="申请。"
)


def a_supporter(unit: str, content: EntryContent | None = None, **changes: object) -> Supporter:
    data = Supporter(unit, Role.RESPONSIBLE, content or EntryContent(), is_filed=False)
    return replace(data, **changes)  # type: ignore[arg-type]  # names of its fields


def led(*supporters: Supporter, content: EntryContent | None = None) -> ReportEntry:
    measure = a_measure(role=Role.LEAD, others=tuple((one.unit, one.role) for one in supporters))
    limits = CheckLimits(done_needs_evidence=False)
    return an_entry(measure=measure, content=content, supporters=supporters, limits=limits)


def asked(entry: ReportEntry) -> Message:
    return question("zh-CN", a_report(entry), entry, Step.STATUS)


def presses(message: Message) -> list[Press]:
    read = (Press.read(button.data) for row in message.buttons for button in row)
    return [press for press in read if press is not None]


def test_lead_reads_who_said_what_and_whether_it_is_filed_and_who_has_said_nothing() -> None:
    entry = led(
        a_supporter("市教育局", a_content(text="智慧校园接入12所。"), is_filed=True),
        a_supporter("市交通局", HINDERED),
        a_supporter("市财政局"),
    )
    lines = asked(entry).html.split("\n")
    assert (
        "已填 2 家：市教育局（正常推进，已报送）“智慧校园接入12所。”、"
        "市交通局（滞后，填报中）“接入3家。”"
    ) in lines
    assert "未填 1 家：市财政局" in lines
    actions = {press.action for press in presses(asked(entry))}
    assert {Action.SUPPORTERS, Action.HURRY} <= actions


def test_nobody_is_hurried_who_has_answered_and_nothing_is_read_where_nobody_has() -> None:
    answered = {p.action for p in presses(asked(led(a_supporter("甲局", a_content()))))}
    assert Action.SUPPORTERS in answered
    assert Action.HURRY not in answered
    silent = {p.action for p in presses(asked(led(a_supporter("甲局"))))}
    assert Action.HURRY in silent
    assert Action.SUPPORTERS not in silent


@pytest.mark.parametrize(
    ("supporter", "is_waited_for"),
    [
        (a_supporter("甲局"), True),
        (a_supporter("甲局", EntryContent(text="写了一半")), True),
        (a_supporter("甲局", a_content()), False),
        (a_supporter("甲局", is_filed=True), False),
        (a_supporter("甲局", EntryContent(text="名单。"), role=Role.COOPERATING), False),
        (a_supporter("甲局", EntryContent(no_progress=True), role=Role.COOPERATING), False),
        (a_supporter("甲局", role=Role.COOPERATING), True),
    ],
)
def test_who_has_filed_or_answered_is_not_waited_for(
    supporter: Supporter, is_waited_for: bool
) -> None:
    assert bool(waited_for(led(supporter))) is is_waited_for


def test_everything_that_the_others_say_can_be_read_whole() -> None:
    words = "接入政务平台，" * 280
    entry = led(*(a_supporter(f"第{n}局", a_content(text=words)) for n in range(9)))
    parts = all_said("zh-CN", entry)
    for part in parts:
        assert_fit_to_send(part)
    assert sum(part.html.count(words) for part in parts) == 9
    assert [press.action for press in presses(parts[-1])] == [Action.ENTRY]


def test_done_over_an_open_problem_of_another_unit_wants_a_word() -> None:
    done = a_content(status=EntryStatus.DONE)
    entry = led(a_supporter("市交通局", HINDERED), content=done)
    assert next_asked(entry) == (Step.EXPLAIN, None)
    answer = typed(entry, Step.EXPLAIN, None, "资金问题不影响本项验收。")
    assert isinstance(answer, Accepted)
    told = replace(entry, content=answer.content)
    assert next_asked(told) is None
    (explanation,) = as_filed(told).explanations
    assert explanation.kind is DoubtKind.DONE_OVER_PROBLEM
    assert explanation.of == named_trouble(entry.supporters[0])


def test_word_is_for_the_units_that_had_a_problem_and_for_no_other() -> None:
    first, second = a_supporter("市交通局", HINDERED), a_supporter("市财政局", HINDERED)
    entry = led(first, content=a_content(status=EntryStatus.DONE))
    answer = typed(entry, Step.EXPLAIN, None, "不影响。")
    assert isinstance(answer, Accepted)
    both = replace(entry, content=answer.content, supporters=(first, second))
    (doubt,) = open_doubts(both)
    assert doubt.facts["units"] == "市交通局、市财政局"
    assert doubt.of.split("、") == [named_trouble(first), named_trouble(second)]


@pytest.mark.parametrize("is_next_month", [False, True])
@pytest.mark.parametrize(
    ("now", "is_asked"),
    [
        (HINDERED, False),
        (replace(HINDERED, text="又接入2家。", next_step="已申请。"), False),
        (replace(HINDERED, problem=" 缺资金\n"), False),
        (replace(HINDERED, problem="塌方"), True),
        (replace(HINDERED, problem="缺资金\n塌方"), True),
    ],
)
def test_word_is_for_the_problem_that_it_was_said_of_and_for_no_other(
    now: EntryContent, *, is_asked: bool, is_next_month: bool
) -> None:
    done = a_content(status=EntryStatus.DONE)
    entry = led(a_supporter("市交通局", HINDERED), content=done)
    answer = typed(entry, Step.EXPLAIN, None, "不影响。")
    assert isinstance(answer, Accepted)
    filed = as_filed(replace(entry, content=answer.content))
    later = led(a_supporter("市交通局", now), content=done if is_next_month else filed)
    later = replace(later, last=filed if is_next_month else None)
    assert bool(open_doubts(later)) is is_asked
    assert bool(as_filed(later).explanations) is not is_asked
    lead = Lead("18", 1, "市工科局", 5, filed.explanations)
    assert bool(trouble_news(lead, "市交通局", FiledEntry(a_measure(), now), None)) is is_asked


def test_word_that_does_not_say_what_problem_it_was_about_is_asked_for_once_more() -> None:
    old = Explanation(DoubtKind.DONE_OVER_PROBLEM, "不影响。", of="市交通局")
    done = a_content(status=EntryStatus.DONE, explanations=(old,))
    entry = led(a_supporter("市交通局", HINDERED), content=done)
    assert next_asked(entry) == (Step.EXPLAIN, None)
    answer = typed(entry, Step.EXPLAIN, None, "不影响验收。")
    assert isinstance(answer, Accepted)
    assert [one.reason for one in answer.content.explanations] == ["不影响验收。"]


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (EntryStatus.ON_TRACK, HINDERED),
        (EntryStatus.DONE, replace(HINDERED, status=EntryStatus.ON_TRACK)),
        (EntryStatus.DONE, replace(HINDERED, problem="")),
        (EntryStatus.DONE, a_content(status=EntryStatus.DONE)),
    ],
)
def test_without_an_open_problem_or_not_done_nothing_is_doubted(
    status: EntryStatus, content: EntryContent
) -> None:
    entry = led(a_supporter("市交通局", content), content=a_content(status=status))
    assert open_doubts(entry) == []


def test_problem_of_a_month_before_stands_until_its_unit_has_said_what_became_of_it() -> None:
    before = an_open_problem(words="用地没批", since=Period(2022, 6))
    silent = a_supporter("市交通局", problem_before=before)
    done = a_content(status=EntryStatus.DONE)
    entry = led(silent, content=done)
    (doubt,) = open_doubts(entry)
    assert doubt.kind is DoubtKind.DONE_OVER_PROBLEM
    card = question("zh-CN", a_report(entry), entry, Step.EXPLAIN)
    assert "市交通局：“用地没批”（6月份起）" in card.html
    for turn, stands in ((ProblemTurn.RESOLVED, False), (ProblemTurn.UNCHANGED, True)):
        said = replace(HINDERED, status=EntryStatus.ON_TRACK, problem="用地没批")
        content = replace(said, follow_up=FollowUp(4, turn, "已批复"))
        now = led(replace(silent, content=content), content=done)
        assert bool(open_doubts(now)) is stands


@pytest.mark.parametrize(
    ("before", "explained", "is_news"),
    [
        (None, "", True),
        (a_content(), "", True),
        (HINDERED, "", False),
        (replace(HINDERED, problem="缺人"), "", True),
        (None, "市财政局、市交通局", False),
        (None, "市财政局", True),
        (a_content(), "市财政局、市交通局", False),
    ],
)
def test_problem_filed_after_done_is_news_once_and_not_where_the_lead_has_spoken_of_it(
    before: EntryContent | None, explained: str, is_news: bool
) -> None:
    kind = DoubtKind.DONE_OVER_PROBLEM
    units = filter(None, explained.split("、"))
    of = "、".join(named_trouble(a_supporter(unit, HINDERED)) for unit in units)
    said = (Explanation(kind, "不影响验收", of=of),) if of else ()
    lead = Lead("18", 1, "市工科局", 5, said)
    now = FiledEntry(a_measure(), HINDERED)
    was = FiledEntry(a_measure(), before) if before else None
    assert trouble_news(lead, "市交通局", now, was) == ("缺资金" if is_news else "")
    well = FiledEntry(a_measure(), a_content())
    assert trouble_news(lead, "市交通局", well, was) == ""


@pytest.mark.parametrize(
    ("line", "before", "is_news"),
    [
        ("用地卡在征地", None, True),
        ("用地卡在征地", "供地2宗", True),
        ("用地卡在征地", "用地卡在征地", False),
        ("供地2宗", "用地卡在征地", False),
        ("供地2宗", None, False),
    ],
)
def test_line_of_who_cooperates_that_tells_of_trouble_is_news_as_it_would_have_been_asked_about(
    line: str, before: str | None, *, is_news: bool
) -> None:
    measure = a_measure(role=Role.COOPERATING)
    now = FiledEntry(measure, EntryContent(text=line))
    was = None if before is None else FiledEntry(measure, EntryContent(text=before))
    unit, lead = "市自然资源局", Lead("18", 1, "市工科局", 5)
    assert trouble_news(lead, unit, now, was) == (line if is_news else "")
    asked_before = Supporter(unit, Role.COOPERATING, now.content, is_filed=True)
    of = named_trouble(asked_before)
    spoken = replace(
        lead, explanations=(Explanation(DoubtKind.DONE_OVER_PROBLEM, "不影响", of=of),)
    )
    assert trouble_news(spoken, unit, now, was) == ""


def test_the_way_to_mend_it_leads_to_the_status() -> None:
    entry = led(a_supporter("市交通局", HINDERED), content=a_content(status=EntryStatus.DONE))
    card = question("zh-CN", a_report(entry), entry, Step.EXPLAIN)
    assert "市交通局：“缺资金”" in card.html
    assert Press(Action.RECHOOSE, 18) in presses(card)
