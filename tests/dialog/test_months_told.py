"""A figure that is told for a month before is never the one that is asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.answers import typed
from dialog.doubts import doubts
from dialog.figures import FigureRead, FigureUnclear, figure_in_text, read_figure
from dialog.months_told import of_month_before, of_now
from dialog.outcome import Accepted, Refused
from dialog.steps import Step
from dialog.sums import sum_offered
from tests.dialog.factories import a_content, a_figure, an_indicator, with_indicator
from vocabulary.period import Period
from vocabulary.report import EntryContent, ReportEntry
from vocabulary.terms import EntryStatus

AUGUST = Period(2022, 8)
STATIONS = an_indicator(period=AUGUST)


def in_august(text: str = "", last: EntryContent | None = None) -> ReportEntry:
    """July told 168, where not told otherwise."""
    before = last or a_content(text="新开通12个基站。", figures=(a_figure(168),))
    content = EntryContent(status=EntryStatus.ON_TRACK, text=text)
    return with_indicator(content, last=before, indicator=STATIONS)


@pytest.mark.parametrize(
    ("said", "now", "before"),
    [
        ("截至7月底累计168个，8月新增15个", "8月新增15个", "截至7月底累计168个，"),
        ("截至7月底，累计168个，新增15个", "新增15个", "截至7月底，累计168个，"),
        ("基站截至7月底168个，本月15个", "本月15个", "基站截至7月底168个，"),
        ("上月底168个，本月15个。", "本月15个。", "上月底168个，"),
        ("1—7月累计168个；累计183个", "累计183个", "1—7月累计168个；"),
        ("6月底150个，7月底168个", "", "7月底168个"),
        ("2021年底100个，累计183个", "累计183个", ""),
        ("去年底100个。累计183个", "累计183个", ""),
        ("上半年150个，累计183个", "累计183个", ""),
        ("截至8月底累计183个", "截至8月底累计183个", ""),
        ("截至9月3日累计183个", "截至9月3日累计183个", ""),
        ("1—8月累计183个", "1—8月累计183个", ""),
        ("较7月底新增15个", "较7月底新增15个", ""),
        ("7月起累计183个", "7月起累计183个", ""),
        ("2022年累计183个", "2022年累计183个", ""),
    ],
)
def test_words_are_of_the_month_that_they_name(said: str, now: str, before: str) -> None:
    assert of_now(AUGUST, said) == now
    found = of_month_before(AUGUST, said)
    assert found == before if before else found != said
    assert of_now(None, said) == said


def test_december_is_before_january() -> None:
    assert of_now(Period(2023, 1), "截至12月底168个，累计183个") == "累计183个"
    assert of_now(Period(2022, 11), "截至12月底168个") == "截至12月底168个"


@pytest.mark.parametrize(
    "said", ["截至7月底累计168个", "7月底168个", "上月168个", "1-7月累计168个"]
)
def test_figure_of_a_month_before_is_refused_as_such(said: str) -> None:
    found = read_figure(STATIONS, said)
    assert isinstance(found, FigureUnclear)
    assert found.text_key == "answer-figure-earlier"
    assert found.facts["said"] == said
    assert figure_in_text(STATIONS, f"{said}。") is None


def test_figure_of_this_month_is_taken_though_that_of_a_month_before_is_told_too() -> None:
    said = "截至7月底累计168个，8月新增15个，累计183个"
    assert read_figure(STATIONS, said) == FigureRead(Decimal(183))
    assert figure_in_text(STATIONS, "新开通基站15个，累计183个，7月底累计168个。") == FigureRead(
        Decimal(183)
    )
    assert read_figure(STATIONS, "上月168，本月183") != FigureRead(Decimal(168))


@pytest.mark.parametrize("step", [Step.FIGURE, Step.STATUS, Step.TEXT])
def test_total_of_last_month_and_what_was_added_are_offered_as_their_sum(step: Step) -> None:
    said = "截至7月底累计170个，8月新增15个"
    entry = in_august("完成招标。" if step is Step.FIGURE else "")
    answer = typed(entry, step, 7 if step is Step.FIGURE else None, said)
    if isinstance(answer, Refused):
        assert answer.text_key == "answer-figure-month"
        rows = sum_offered("zh-CN", entry, 7, said)
    else:
        assert answer.content.figures == ()
        told = replace(entry, content=answer.content)
        rows = sum_offered("zh-CN", told, 7)
        assert doubts(told) == []
    assert [one.text for row in rows for one in row] == ["累计185个（上月170＋新增15）"]


def test_text_that_tells_the_total_of_last_month_agrees_with_the_figure_of_this() -> None:
    entry = in_august("截至7月底累计168个，8月新增15个。")
    content = replace(entry.content, figures=(a_figure(183),))
    assert doubts(replace(entry, content=content)) == []


def test_sum_takes_what_this_month_has_added_and_not_what_the_last_did() -> None:
    answer = typed(in_august(), Step.STATUS, None, "同上月，本月又新增15个")
    assert isinstance(answer, Accepted)
    assert answer.content.text == "新开通12个基站。\n本月又新增15个"
    rows = sum_offered("zh-CN", replace(in_august(), content=answer.content), 7)
    assert [one.text for row in rows for one in row] == ["累计183个（上月168＋新增15）"]


def test_words_of_last_month_alone_tell_nothing_that_was_added() -> None:
    assert sum_offered("zh-CN", in_august("新开通12个基站。"), 7) == ()
