"""Whose indicator words name while another measure is asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dialog.indicators_named import figure_of_another
from dialog.placing import Question
from dialog.steps import Step
from tests.dialog.factories import a_measure, a_report, an_entry, an_indicator
from vocabulary.report import WorkingReport

AREA = an_indicator(
    indicator_id=5, name="农业生产托管服务面积", unit_of_measure="万亩", target=Decimal(10)
)
STATIONS = an_indicator()


def the_report() -> WorkingReport:
    """1 is asked and counts nothing; 2 counts stations, 3 an area."""
    first = a_measure(number="1", title="培育品牌首店", text="引进品牌首店。")
    second = a_measure(number="2", indicators=(STATIONS,))
    third = a_measure(number="3", title="发展托管", text="托管。", indicators=(AREA,))
    measures = enumerate((first, second, third), 1)
    return a_report(*(replace(an_entry(measure=one), entry_id=n) for n, one in measures))


@pytest.mark.parametrize(
    ("said", "of"),
    [
        ("托管面积是6.5", Question(3, Step.FIGURE, 5)),
        ("托管服务面积累计6.5万亩。", Question(3, Step.FIGURE, 5)),
        ("目前托管面积为6.5万亩", Question(3, Step.FIGURE, 5)),
        ("5G基站183个", Question(2, Step.FIGURE, 7)),
        ("建成5G基站183个", Question(2, Step.FIGURE, 7)),
        ("首店面积是6.5", None),
        ("托管面积6.5万亩，比上月多0.3", None),
        ("面积是6.5", None),
        ("已托管面积较大的有3户", None),
    ],
)
def test_indicator_of_another_measure_that_is_named_with_a_number_is_known(
    said: str, of: Question | None
) -> None:
    assert figure_of_another(the_report(), said, now=Question(1, Step.TEXT)) == of


def test_own_indicator_and_own_words_are_the_open_measures() -> None:
    report = the_report()
    assert figure_of_another(report, "托管面积是6.5", now=Question(3, Step.TEXT)) is None
    assert figure_of_another(report, "托管面积是6.5", now=Question(2, Step.FIGURE, 7)) is None
    first = report.entries[0]
    told = replace(first, content=replace(first.content, text="新增托管面积2万亩"))
    with_it = replace(report, entries=(told, *report.entries[1:]))
    assert figure_of_another(with_it, "托管面积是6.5", now=Question(1, Step.STATUS)) is None
