"""Several measures as one: what is asked, and what each has of the answer."""

from dataclasses import replace

import pytest

from dialog.caption_measures import split_caption
from dialog.cards import report_card
from dialog.filed import entries_as_filed
from dialog.measure_numbers import Named, entry_numbered, named_entry
from dialog.pasting import parts_of
from dialog.questions import question
from dialog.steps import Step, asked_steps
from tests.dialog.factories import (
    PHOTO,
    a_content,
    a_figure,
    a_measure,
    a_report,
    an_entry,
    an_indicator,
    an_open_problem,
)
from tests.dialog.telegram_html import assert_fit_to_send
from vocabulary.report import AskedMeasure, EntryContent, FiledEntry
from vocabulary.shared import as_one, numbers_shown, said_as_one
from vocabulary.terms import Ask, EntryStatus, Role


def shared(*roles: Role) -> AskedMeasure:
    """Measures 31, 32 and so on, in these roles, as one."""
    return as_one(
        [
            a_measure(number=str(31 + place), title=f"保障{31 + place}", role=role, ask=Ask.SHARED)
            for place, role in enumerate(roles)
        ]
    )


THREE = shared(Role.RESPONSIBLE, Role.COOPERATING, Role.RESPONSIBLE)


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        (["31"], "31"),
        (["31", "32"], "31、32"),
        (["31", "32", "33", "40"], "31-33、40"),
        (["2(1)", "3", "4", "5"], "2(1)、3-5"),
    ],
)
def test_numbers_that_follow_each_other_are_told_by_first_and_last(
    numbers: list[str], shown: str
) -> None:
    assert numbers_shown(numbers) == shown


def test_single_measure_stays_as_it_is() -> None:
    assert as_one([a_measure()]) == a_measure()


def test_strongest_role_decides_how_much_is_asked() -> None:
    assert asked_steps(THREE, EntryContent()) == [(Step.STATUS, None), (Step.TEXT, None)]
    only_helping = shared(Role.COOPERATING, Role.COOPERATING)
    assert asked_steps(only_helping, EntryContent()) == [(Step.TEXT, None)]


def test_every_figure_and_the_open_problem_of_any_of_them_is_asked() -> None:
    one = as_one(
        [
            a_measure(number="31", indicators=(an_indicator(),)),
            a_measure(
                number="32",
                indicators=(an_indicator(indicator_id=8),),
                open_problem=an_open_problem(),
            ),
        ]
    )
    steps = asked_steps(one, a_content())
    assert steps[0] == (Step.FOLLOW_UP, None)
    assert steps[-2:] == [(Step.FIGURE, 7), (Step.FIGURE, 8)]


def test_each_has_the_status_and_its_own_figures_and_the_first_the_words() -> None:
    measure = as_one(
        [
            a_measure(number="31", indicators=(an_indicator(),)),
            a_measure(number="32", indicators=(an_indicator(indicator_id=8),)),
        ]
    )
    content = a_content(problem="缺地", figures=(a_figure(1), a_figure(2, 8)))
    first, second = FiledEntry(measure, content, evidence=(PHOTO,)).each
    assert first.content == replace(content, figures=(a_figure(1),))
    assert second.content == EntryContent(status=EntryStatus.ON_TRACK, figures=(a_figure(2, 8),))
    assert (first.told_at, second.told_at) == ("", "31")
    assert (first.evidence, second.evidence) == ((PHOTO,), ())


def test_every_number_leads_to_the_paragraph() -> None:
    entry = an_entry(measure=THREE)
    report = a_report(an_entry(entry_id=1, measure=a_measure(number="1")), entry)
    for number in ("31", "32", "第33项"):
        assert entry_numbered(report, number) is entry
    assert split_caption(report, "32 会议照片") == (entry, "会议照片")
    for caption in (
        "第32项：已开工",
        "第32项，已开工",
        "32项 已开工",
        "32：已开工",
        "第32项已开工",
    ):
        assert split_caption(report, caption) == (entry, "已开工")


@pytest.mark.parametrize(
    "numbers", ["31、32、33、", "31-33、", "31-33：", "31、32 ", "32和33", "第31至33项", "31、33，"]
)
def test_several_of_its_numbers_lead_to_the_paragraph_once(numbers: str) -> None:
    entry = an_entry(measure=THREE)
    report = a_report(an_entry(entry_id=1, measure=a_measure(number="1")), entry)
    text = f"{numbers}召开会议2次，督查1次"
    assert [(p.entry_id, p.words) for p in parts_of(report, text)] == [(18, "召开会议2次，督查1次")]
    assert named_entry(report, text) == Named(entry, "召开会议2次，督查1次")
    assert split_caption(report, text) == (entry, "召开会议2次，督查1次")
    assert named_entry(report, "31、召开会议2次\n33、督查1次\n34、6、8号楼封顶") == Named(
        entry, "召开会议2次\n督查1次\n34、6、8号楼封顶"
    )
    for counts in ("31、32个村参加", "31-33个村参加", "31、33，34家参加", "32和33/40户搬迁"):
        assert parts_of(report, counts) == []
        assert named_entry(report, counts) is None


def test_pasted_parts_for_several_of_its_numbers_stay_together_in_order() -> None:
    entry = an_entry(measure=THREE)
    report = a_report(entry, an_entry(entry_id=1, measure=a_measure(number="34", title="")))
    parts = parts_of(report, "31、甲\n33、乙\n34、丙")
    assert [(part.entry_id, part.words) for part in parts] == [(18, "甲\n乙"), (1, "丙")]


def test_counts_are_of_measures() -> None:
    report = a_report(an_entry(measure=THREE, content=a_content()), an_entry(entry_id=1))
    assert report.asked == 4
    assert report.count(lambda entry: entry.entry_id == 18) == 3
    assert [len(one.each) for one in entries_as_filed(report)] == [3, 1]


def test_question_names_the_measures_and_fits_however_many_they_are() -> None:
    many = shared(*[Role.RESPONSIBLE] * 60)
    entry = an_entry(measure=many)
    report = a_report(entry)
    for message in (
        question("zh-CN", report, entry, Step.STATUS),
        report_card("zh-CN", report),
    ):
        assert_fit_to_send(message)
    assert "31　保障31" in question("zh-CN", report, entry, Step.STATUS).html


def test_what_was_said_apart_before_is_told_together_and_the_same_words_once() -> None:
    one, other = a_content(text="甲"), a_content(text="乙")
    assert said_as_one([]) is None
    assert said_as_one([one, one]) == one
    assert said_as_one([one, other, one]) == a_content(text="甲\n乙")


def test_quarterly_measure_speaks_of_the_quarter_before() -> None:
    measure = a_measure(ask=Ask.QUARTERLY)
    entry = an_entry(measure=measure, last=a_content(text="完成选址。"))
    shown = question("zh-CN", a_report(entry), entry, Step.STATUS)
    assert "上季度（正常推进）：完成选址。" in shown.html
    assert "同上季度" in [button.text for row in shown.buttons for button in row]
