"""A slip that is owned while another measure is asked is of the one in whose words it stands."""

import pytest

from dialog.held import righted_by_adding
from dialog.placing import Question
from dialog.slips_elsewhere import slip_of_another
from dialog.steps import Step
from tests.dialog.factories import a_measure, a_report, an_entry
from vocabulary.report import EntryContent, WorkingReport
from vocabulary.terms import EntryStatus

TOLD = {
    "26": EntryContent(EntryStatus.ON_TRACK, "组织企业与合作社对接3次，新增服务网点2个。"),
    "27": EntryContent(EntryStatus.ON_TRACK, "累计托管6.2万亩，惠及农户3200户。"),
    "28": EntryContent(
        EntryStatus.BEHIND,
        "永济市级12家，放贷860万元。",
        problem="农户抵押物不足。",
        next_step="下月组织路演2次。",
    ),
    "29": EntryContent(EntryStatus.ON_TRACK, "Helped with 2 outlets"),
    "59": EntryContent(EntryStatus.ON_TRACK),
}
AT_WORDS = [Step.STATUS, Step.TEXT, Step.REASON, Step.PROBLEM, Step.NEXT_STEP, Step.FOLLOW_UP]


def a_unit() -> WorkingReport:
    return a_report(
        *(
            an_entry(entry_id=int(number), measure=a_measure(number=number), content=content)
            for number, content in TOLD.items()
        )
    )


def whose(said: str, *, step: Step = Step.STATUS, before: int | None = 28) -> str | None:
    """The number of the measure whose slip it is; ? where it is not known, None for an answer."""
    last = Question(before, Step.TEXT) if before else None
    slip = slip_of_another(a_unit(), said, now=Question(59, step), before=last)
    if slip is None:
        return None
    return slip.entry.measure.number if slip.entry else "?"


@pytest.mark.parametrize("step", AT_WORDS)
@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("12家不对是13家", 28, "永济市级13家，放贷860万元。"),
        ("是13家不是12家", 28, "永济市级13家，放贷860万元。"),
        ("12家写错，13家", 28, "永济市级13家，放贷860万元。"),
        ("860万改890万", 28, "永济市级12家，放贷890万元。"),
        ("放贷改890万", 28, "永济市级12家，放贷890万元。"),
        ("放贷应为890万元", 28, "永济市级12家，放贷890万元。"),
        ("农户是3300户", 27, "累计托管6.2万亩，惠及农户3300户。"),
        ("农户数报少了，实际3300户", 27, "累计托管6.2万亩，惠及农户3300户。"),
        ("sorry, 3 outlets", 29, "Helped with 3 outlets"),
        ("不好意思，应该是3300户", 27, "累计托管6.2万亩，惠及农户3300户。"),
        ("3次应该是4次", 28, "组织企业与合作社对接4次，新增服务网点2个。"),
        ("上面对接是4次", 27, "组织企业与合作社对接4次，新增服务网点2个。"),
        ("对接是4次不是3次", 27, "组织企业与合作社对接4次，新增服务网点2个。"),
    ],
)
def test_slip_is_of_what_was_told_before_and_is_put_right_there(
    said: str, before: int, after: str, step: Step
) -> None:
    slip = slip_of_another(
        a_unit(), said, now=Question(59, step), before=Question(before, Step.TEXT)
    )
    assert slip is not None
    assert slip.entry is not None
    righted = righted_by_adding(slip.entry, Question(slip.entry.entry_id, Step.TEXT), said)
    assert righted is not None
    assert righted.content.text == after


def test_words_of_a_problem_are_put_right_as_its_numbers_are() -> None:
    assert whose("问题里抵押物改成担保物") == "28"
    assert whose("问题里的抵押物不改了") is None
    entry = a_unit().entry(28)
    righted = righted_by_adding(entry, Question(28, Step.TEXT), "问题里“抵押物”改成“担保物”")
    assert righted is not None
    assert righted.content.problem == "农户担保物不足。"


@pytest.mark.parametrize(
    ("step", "is_asked"), [(one, one not in {Step.PROBLEM, Step.NEXT_STEP}) for one in AT_WORDS]
)
def test_what_is_only_a_slip_and_found_nowhere_is_asked_about_and_is_no_answer(
    step: Step, *, is_asked: bool
) -> None:
    for said in ("7家不对是8家", "860亩改890亩", "写错了，应为8桶"):
        assert whose(said, step=step) == ("28" if is_asked else None)
        assert whose(said, step=step, before=None) == ("?" if is_asked else None)


@pytest.mark.parametrize(
    "said",
    [
        "新增13家",
        "完成13家。",
        "培训是3期",
        "投资由5亿元改为6亿元",
        "原计划培训3期改为4期",
        "计划从5处改成6处",
        "系统报错3次",
        "企业漏报2家",
        "抵押物改成担保物",
        "资金缺口应为300万元",
        "数据有误3处",
    ],
)
@pytest.mark.parametrize("step", AT_WORDS)
def test_what_may_be_an_answer_stays_one(said: str, step: Step) -> None:
    assert whose(said, step=step) is None


def test_slip_in_what_is_asked_is_put_right_there() -> None:
    slip = slip_of_another(
        a_unit(), "12家不对是13家", now=Question(28, Step.STATUS), before=Question(27, Step.TEXT)
    )
    assert slip is None
    plain = slip_of_another(
        a_unit(), "农户是3300户", now=Question(27, Step.STATUS), before=Question(27, Step.TEXT)
    )
    assert plain is None


def test_where_a_figure_is_asked_nothing_is_looked_for() -> None:
    assert whose("12家不对是13家", step=Step.FIGURE) is None
