"""The problem of a quarterly measure is asked about every month, not only at the quarter's end."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import Session, select

from models.editions import plans_of
from models.problems import Problem, ProblemNote
from sandbox import Message
from tests.chat import Chat, Town, a_begun_town, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, OLGA, ROADS, assigned
from vocabulary.period import Period
from vocabulary.plan import AssignedUnit
from vocabulary.terms import Ask, ProblemEvent, ProblemState, Role

SEPTEMBER = Period(2022, 9)
LAND = "用地没批。"
MEASURES = [
    assigned("24", (ROADS, Role.LEAD)),
    assigned("59", AssignedUnit(ROADS, Role.LEAD, ask=Ask.QUARTERLY)),
]


async def october_begins(town: Town) -> None:
    """The plan begins with September, for which Ada has told a problem with 59."""

    def begin(session: Session) -> None:
        (plan,) = plans_of(session, town.desk.office_id)
        plan.first_period = SEPTEMBER

    await town.reads(begin)
    await with_people(town)
    await town.moves_to(at(30, 10, month=9))
    town.reads_all()
    ada = town.chats[ADA]
    await ada.sends("/report")
    await ada.sends("24 正常推进：完成选址。")
    await ada.sends(f"59 滞后：培育企业2户。存在问题：{LAND}下一步：10月底前报省厅审批。")
    await ada.sends("/report")
    await ada.taps("button-preview-file")
    await ada.taps("button-file", answers=2)
    town.reads_all()
    await town.moves_to(at(3, 10, month=11))


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    files = tmp_path / "files"
    async with a_begun_town(october_begins, sqlite_url, files, measures=MEASURES) as town:
        yield town
        town.reads_all()


async def says_of_the_report(town: Town, ada: Chat, words: str) -> Message:
    """The answer to words that are typed once the list stands open."""
    town.reads_all()
    await ada.sends("/report")
    return await ada.sends(words)


def asked(ada: Chat) -> Message:
    head = start_of("problem-beside-asked", unit=ROADS, month="10月份", count=1)
    (found,) = (m for m in ada.phone.chat if m.from_bot and m.text.startswith(head))
    return found


async def problem(town: Town) -> tuple[ProblemState, str, list[tuple[ProblemEvent, str]]]:
    def look(session: Session) -> tuple[ProblemState, str, list[tuple[ProblemEvent, str]]]:
        one = session.exec(select(Problem)).one()
        notes = session.exec(select(ProblemNote).order_by(ProblemNote.id))  # type: ignore[arg-type]  # a column
        return one.state, one.question, [(note.event, note.words) for note in notes]

    return await town.reads(look)


async def test_it_is_asked_about_with_the_month_that_does_not_ask_the_measure(
    town: Town, ada: Chat
) -> None:
    message = asked(ada)
    line = said("problem-beside-line", number="59", since="9月份", words=LAND)
    assert line in message.text
    town.reads_all()
    card = await ada.sends("/report")
    assert line in card.text
    assert card.labels[:2] == [
        said("problem-button-answer-one", number="59"),
        said("problem-button-same-one", number="59"),
    ]


@pytest.mark.parametrize(
    ("words", "state", "said_of_it"),
    [
        ("已解决：用地已批复", ProblemState.RESOLVED, (ProblemEvent.RESOLVED, "用地已批复")),
        ("已报省厅，等批复", ProblemState.HANDLING, (ProblemEvent.HANDLING, "已报省厅，等批复")),
        ("没有变化", ProblemState.OPEN, (ProblemEvent.UNCHANGED, "")),
    ],
)
async def test_one_answer_says_what_has_become_of_it(
    town: Town, ada: Chat, words: str, state: ProblemState, said_of_it: tuple[ProblemEvent, str]
) -> None:
    town.reads_all()
    await ada.sends("/report")
    card = await ada.taps("problem-button-answer-one", number="59")
    ask = said("problem-beside-ask", number="59", since="9月份", problem=LAND)
    assert card.text == ask
    answer = await ada.sends(words)
    assert answer.text == said("problem-answer-taken", number="59")
    now, question, notes = await problem(town)
    assert (now, question, notes[-1]) == (state, "", said_of_it)
    town.reads_all()
    assert "59" not in "".join((await ada.sends("/report")).labels)


@pytest.mark.parametrize("words", ["59 已解决：用地已批复", "第59项问题解决了，用地已批复"])
async def test_it_is_answered_behind_the_measures_number_without_a_tap(
    town: Town, ada: Chat, words: str
) -> None:
    answer = await says_of_the_report(town, ada, words)
    assert answer.text == said("problem-answer-taken", number="59")
    assert (await problem(town))[0] is ProblemState.RESOLVED
    town.reads_all()


async def test_what_was_done_of_the_measure_is_no_answer_and_the_preview_names_the_question(
    town: Town, ada: Chat
) -> None:
    card = await says_of_the_report(town, ada, "59 培育企业3户")
    assert said("answer-not-due", number="59", month="12月份", said="59 培育企业3户") in card.text
    preview = await ada.fills()
    line = said("problem-beside-line", number="59", since="9月份", words=LAND)
    assert line in preview.text
    assert said("problem-button-answer-one", number="59") in preview.labels
    await ada.taps("button-file", answers=2)
    assert line in ada.card.text
    assert said("problem-button-same-one", number="59") in ada.labels
    town.reads_all()
    assert (await problem(town))[1] == said("problem-beside-question")


async def test_that_nothing_has_changed_is_one_tap_and_the_office_reads_it(
    town: Town, ada: Chat
) -> None:
    town.reads_all()
    await ada.sends("/report")
    await ada.taps("problem-button-same-one", number="59")
    state, _, notes = await problem(town)
    assert (state, notes[-1]) == (ProblemState.OPEN, (ProblemEvent.UNCHANGED, ""))
    told = town.chats[OLGA].phone.chat[-1]
    shown = said("problem-beside-answer", turn=said("problem-turn-unchanged"), words="none")
    assert told.text.endswith(f"：{shown}")


async def test_it_waits_by_silence_and_is_asked_again_the_month_after_and_at_the_quarters_end(
    town: Town, ada: Chat
) -> None:
    town.reads_all()
    await ada.sends("/report")
    await ada.taps("problem-button-same-one", number="59")
    await town.moves_to(at(5, 10, month=12))
    november = start_of("problem-beside-asked", unit=ROADS, month="11月份", count=1)
    assert any(m.text.startswith(november) for m in ada.phone.chat if m.from_bot)
    town.reads_all()
    await town.moves_to(at(4, 10, month=1).replace(year=2023))
    town.reads_all()
    december = await town.working(ROADS, Period(2022, 12))
    (entry,) = (one for one in december.entries if one.measure.number == "59")
    assert entry.measure.open_problem is not None
    assert december.problems_beside == ()


@pytest.mark.parametrize("words", ["59 用地预审已过，等省厅批复。", "第59项：仍在等省厅批复"])
async def test_words_that_may_be_of_the_measure_are_the_answer_by_one_tap(
    town: Town, ada: Chat, words: str
) -> None:
    card = await says_of_the_report(town, ada, words)
    assert said("problem-beside-offer", number="59", since="9月份", problem=LAND) in card.text
    await ada.taps("problem-button-these-words", number="59")
    state, question, notes = await problem(town)
    assert (state, question) == (ProblemState.HANDLING, "")
    assert notes[-1][1] in words
    town.reads_all()


async def test_that_the_problem_is_unchanged_is_no_words_for_it(town: Town, ada: Chat) -> None:
    await says_of_the_report(town, ada, "59项问题没有变化")
    assert (await problem(town))[2][-1] == (ProblemEvent.UNCHANGED, "")
    town.reads_all()


@pytest.mark.parametrize("answer_first", [True, False])
async def test_in_a_paste_it_is_shown_as_the_answer_and_is_one_once_confirmed(
    town: Town, ada: Chat, answer_first: bool
) -> None:
    town.reads_all()
    await ada.sends("/report")
    lines = ["24 正常推进：完成选址。", "59 已解决：用地已批复。"]
    card = await ada.sends("\n".join(reversed(lines) if answer_first else lines))
    assert said("pasted-problem", number="59", words="已解决：用地已批复。") in card.text
    assert (await problem(town))[0] is ProblemState.OPEN
    await ada.taps("pasted-button-take", answers=2, count=1)
    assert (await problem(town))[2][-1] == (ProblemEvent.RESOLVED, "用地已批复。")
    town.reads_all()


async def test_while_a_paste_waits_it_is_the_answer_or_offered_as_one(
    town: Town, ada: Chat
) -> None:
    await says_of_the_report(town, ada, "24 正常推进：完成选址。\n99 另有一项。")
    card = await ada.sends("59 等省厅批复。")
    assert said("problem-beside-offer", number="59", since="9月份", problem=LAND) in card.text
    await ada.sends("59 已解决：用地已批复。", answers=2)
    assert (await problem(town))[2][-1] == (ProblemEvent.RESOLVED, "用地已批复。")
    assert said("pasted-title", count=1) in ada.card.text
    town.reads_all()
