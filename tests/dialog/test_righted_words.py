"""A wrong number in the problem or the next step is put right as one in the text."""

from collections.abc import Callable

import pytest

from dialog.answers import added, typed
from dialog.outcome import Accepted, Answer, Refused
from dialog.righted_words import is_righted
from dialog.steps import Step
from tests.dialog.factories import a_content, a_figure, an_entry, with_indicator
from texts import LANGUAGES, plain
from vocabulary.report import EntryContent
from vocabulary.terms import EntryStatus

BEHIND = EntryContent(
    EntryStatus.BEHIND, "培训2期。", problem="缺地5处。", next_step="8月底前落实5处，3家进场。"
)
WORDS = [Step.STATUS, Step.TEXT, Step.PROBLEM, Step.NEXT_STEP]


def fields(content: EntryContent) -> tuple[str, str, str]:
    return content.text, content.problem, content.next_step


@pytest.mark.parametrize("step", [Step.STATUS, Step.TEXT])
@pytest.mark.parametrize(
    ("said", "is_owned"),
    [
        ("漏报", True),
        ("数错了", True),
        ("之前数据填错了。", True),
        ("数字有误", True),
        ("查处误报2起", False),
        ("统计错误率下降3%", False),
        ("漏报整改完成", False),
    ],
)
def test_what_only_owns_a_slip_is_no_text(step: Step, said: str, *, is_owned: bool) -> None:
    answer = typed(an_entry(content=BEHIND), step, None, said)
    assert (isinstance(answer, Refused) and answer.text_key == "answer-slip-in-words") is is_owned
    assert not isinstance(typed(an_entry(), step, None, "招标漏报2家"), Refused)


@pytest.mark.parametrize("take", [typed, added])
@pytest.mark.parametrize("step", WORDS)
@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("不对，是4家", ("培训2期。", "缺地5处。", "8月底前落实5处，4家进场。")),
        ("写错了，应为4家", ("培训2期。", "缺地5处。", "8月底前落实5处，4家进场。")),
        ("3家不对，是4家", ("培训2期。", "缺地5处。", "8月底前落实5处，4家进场。")),
        ("2期→3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("2期 -> 3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("培训2改成3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("把培训2期改为3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("2期应为3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("培训应为3期，写成2期了", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("培训应为3期，之前误报2期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
        ("3家改4家", ("培训2期。", "缺地5处。", "8月底前落实5处，4家进场。")),
        ("缺地应为6处", ("培训2期。", "缺地6处。", "8月底前落实5处，3家进场。")),
        ("培训应该是3期", ("培训3期。", "缺地5处。", "8月底前落实5处，3家进场。")),
    ],
)
def test_number_is_put_right_in_whichever_words_it_stands(
    said: str, after: tuple[str, str, str], step: Step, take: object
) -> None:
    answer = (typed if take is typed else added)(an_entry(content=BEHIND), step, None, said)
    assert isinstance(answer, Accepted)
    assert fields(answer.content) == after
    assert "answer-words-righted" in {note.text_key for note in answer.notes}


@pytest.mark.parametrize(
    ("step", "after"),
    [
        (Step.PROBLEM, ("培训2期。", "缺地6处。", "8月底前落实5处，3家进场。")),
        (Step.NEXT_STEP, ("培训2期。", "缺地5处。", "8月底前落实6处，3家进场。")),
    ],
)
def test_of_two_places_it_is_the_one_that_is_answered(
    step: Step, after: tuple[str, str, str]
) -> None:
    for take in (typed, added):
        answer = take(an_entry(content=BEHIND), step, None, "不对，是6处")
        assert isinstance(answer, Accepted)
        assert fields(answer.content) == after


@pytest.mark.parametrize("said", ["不对，是185", "写错了，应为6户", "应为6户", "7户不对，是6户"])
@pytest.mark.parametrize("step", [Step.PROBLEM, Step.NEXT_STEP])
def test_slip_that_is_nowhere_to_be_found_is_asked_about_and_is_no_problem(
    step: Step, said: str
) -> None:
    entry = an_entry(content=BEHIND)
    refused = typed(entry, step, None, said)
    assert isinstance(refused, Refused)
    assert refused.text_key == "answer-slip-in-words"
    assert refused.facts["words"] == (BEHIND.problem if step is Step.PROBLEM else BEHIND.next_step)
    blank = an_entry(content=EntryContent(EntryStatus.BEHIND, "培训。"))
    for answer in (typed(blank, step, None, said), added(entry, step, None, said)):
        assert isinstance(answer, Refused)
        assert answer.text_key == "answer-slip-nowhere"
    for language in LANGUAGES:
        assert plain(language, "answer-slip-nowhere", said=said)


@pytest.mark.parametrize(
    "said",
    [
        "不对，应该是缺资金",
        "资金缺口应为300万元",
        "目标应为300个，现有机房不够",
        "缺地6处。",
        "投资由5亿元改为6亿元",
        "计划从5处改成6处",
    ],
)
def test_other_words_stay_the_problem(said: str) -> None:
    answer = typed(an_entry(content=BEHIND), Step.PROBLEM, None, said)
    assert isinstance(answer, Accepted)
    assert answer.content.problem == said


def test_what_is_out_of_sight_is_not_put_right() -> None:
    well = EntryContent(
        EntryStatus.ON_TRACK, "培训2期。", problem="缺地5处。", problem_stands=False
    )
    answer = typed(an_entry(content=well), Step.STATUS, None, "缺地应为6处")
    assert isinstance(answer, Accepted)
    assert answer.content.problem == "缺地5处。"


def test_figure_that_is_given_is_put_right_before_any_words() -> None:
    content = a_content(
        status=EntryStatus.BEHIND, text="新开通。", problem="缺地5处。", figures=(a_figure(183),)
    )
    answer = typed(with_indicator(content), Step.PROBLEM, None, "不对，是185")
    assert isinstance(answer, Accepted)
    assert answer.content.figures == (a_figure(185),)


@pytest.mark.parametrize(
    ("text", "said", "after"),
    [
        ("通过省厅评审3家。", "更正：通过省厅评审的是2家", "通过省厅评审2家。"),
        (
            "申报5家，其中3家通过省厅评审。",
            "更正：通过省厅评审的是2家",
            "申报5家，其中2家通过省厅评审。",
        ),
        (
            "申报5家，3家通过省厅评审。",
            "更正：通过省厅评审的应该是2家",
            "申报5家，2家通过省厅评审。",
        ),
        ("申报5家，3家通过省厅评审。", "订正，通过省厅评审的是2家。", "申报5家，2家通过省厅评审。"),
    ],
)
@pytest.mark.parametrize("step", WORDS)
def test_what_is_put_right_by_name_is_found_beside_its_number(
    text: str, said: str, after: str, step: Step
) -> None:
    content = EntryContent(EntryStatus.BEHIND, text, problem="缺地。")
    answer = typed(an_entry(content=content), step, None, said)
    assert isinstance(answer, Accepted)
    assert fields(answer.content) == (after, "缺地。", "")


@pytest.mark.parametrize(
    "said",
    ["更正：通过省厅评审的是2家", "更正：省厅评审通过的企业名单有变", "订正：牵头的是市发改委"],
)
@pytest.mark.parametrize("step", [Step.PROBLEM, Step.NEXT_STEP])
@pytest.mark.parametrize("text", ["建设基站。", "3家通过省厅评审，3家通过省厅评审。"])
def test_correction_of_what_is_not_found_is_no_problem_and_no_next_step(
    text: str, said: str, step: Step
) -> None:
    content = EntryContent(EntryStatus.BEHIND, text)
    answer = typed(an_entry(content=content), step, None, said)
    assert isinstance(answer, Refused)
    assert answer.text_key == "answer-slip-nowhere"


@pytest.mark.parametrize("take", [typed, added])
@pytest.mark.parametrize(
    ("words", "said", "after"),
    [
        ("累计托管6.2万亩。", "说错了，是6.5", "累计托管6.5万亩。"),
        ("累计托管6.2万亩。", "错了，应为6.5", "累计托管6.5万亩。"),
        ("累计托管6.2万亩，培训3期。", "说错了，是6.5", None),
        ("累计托管6.2万亩。", "说错了，是65", None),
    ],
)
def test_number_alone_stands_for_the_only_one_of_the_words_that_is_near_it(
    take: Callable[..., Answer], words: str, said: str, after: str | None
) -> None:
    answer = take(an_entry(content=a_content(text=words)), Step.STATUS, None, said)
    righted = answer.content.text if isinstance(answer, Accepted) and is_righted(answer) else None
    assert righted == after
