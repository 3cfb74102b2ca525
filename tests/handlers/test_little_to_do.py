"""How much there is to do: the taps and messages of a month, from its opening to the receipt."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import cycle
from pathlib import Path

import pytest
from sqlmodel import Session, select

from models.loading import load_edition
from models.people import Person
from models.problems import Problem, ask_about_problem
from plans.groups import assign
from plans.reader import read_plan
from plans.register import read_register
from sandbox import Message as Seen
from tests.chat import OPENS, START, Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, CLARA, OLGA, PARKS, ROADS, an_indicator, assigned
from vocabulary.period import Period
from vocabulary.plan import AssignedUnit
from vocabulary.report import EntryContent, Figure, ReportEntry
from vocabulary.terms import Ask, EntryStatus, ProblemTurn, Role

SAMPLES = Path(__file__).parents[2] / "plans" / "samples"
AUGUST_OPENS = at(1, month=9)
LARGEST, TOWN = "市工科局", "虞乡镇"
MEASURES = {LARGEST: 30, TOWN: 1}
WORDS = "召开推进会2次，走访企业12家，困难已逐项交办。"


def most_of_a_fresh_month(measures: int, figures: int) -> int:
    return 2 * measures + figures + 5


MOST_OF_AN_UNCHANGED_MONTH = 5


class Counting:
    """A person's deeds, counted. At most one message may ask at any time."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.count = 0

    async def taps(self, key: str, *, answers: int = 1, **values: int) -> list[str]:
        card = await self.chat.taps(key, answers=answers, **values)
        return self._counted(card.labels)

    async def taps_label(self, label: str) -> list[str]:
        return self._counted((await self.chat.does(lambda: self.chat.phone.taps(label))).labels)

    async def sends(self, text: str) -> list[str]:
        return self._counted((await self.chat.sends(text)).labels)

    def _counted(self, labels: list[str]) -> list[str]:
        self.count += 1
        self.chat.office.clock.advance(timedelta(seconds=20))
        asking = [message for message in self.chat.phone.chat if self.asks(message)]
        assert len(asking) == 1, self.chat.phone.transcript()
        return labels

    def asks(self, message: Seen) -> bool:
        return message.from_bot and bool(message.buttons)


STATUSES = ("on_track", "done", "behind", "not_begun", "done")
TROUBLED = ("behind", "not_begun")
TROUBLE = "存在问题：因站址协调困难，进展缓慢。下一步：9月底前由属地协调。"
WHY = "按新口径核定，任务已完成"


async def fills_and_files(chat: Chat, in_turn: Sequence[str] = STATUSES) -> int:
    """A fresh month, from the opening: a status and words, one line, a figure at a time.

    in_turn: the statuses. What is doubtful about them is explained where that is asked.
    """
    person = Counting(chat)
    await person.taps("button-start")
    labels = await person.taps("button-begin")
    status, statuses = "", cycle(in_turn)
    while said("button-file") not in labels:
        assert person.count < 100, chat.phone.transcript()
        if said("status-on_track") in labels:
            status = next(statuses)
            labels = await person.taps(f"status-{status}")
        elif said("button-explain-kept") in labels:
            labels = await person.taps("button-explain-kept")
        elif {said("button-back-to-preview"), said("button-doubt-mend")} & set(labels):
            labels = await person.sends(WHY)
        elif said("button-no-figure") in labels:
            labels = await person.sends("1")
        else:
            labels = await person.sends(f"{WORDS}{TROUBLE if status in TROUBLED else ''}")
    await person.taps("button-file", answers=2)
    return person.count


async def files_as_last_month(chat: Chat) -> int:
    person = Counting(chat)
    await person.taps("button-start")
    labels = await person.taps("button-same-all")
    confirms = [one for one in labels if one.startswith(start_of("button-same-all-confirm"))]
    await person.taps_label(confirms[-1])  # with the problems, where there are any
    await person.taps("button-file", answers=2)
    return person.count


@pytest.fixture
async def yongji(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The sample plan, from July on; nobody has come yet."""
    plan = read_plan((SAMPLES / "yongji-2022.txt").read_bytes(), name="plan")
    register = read_register((SAMPLES / "yongji-2022.units.toml").read_bytes(), name="units")
    measures = assign(plan, register).measures
    async with a_town(sqlite_url, tmp_path / "files", measures=()) as town:
        office_id = town.desk.office_id

        def load(session: Session) -> None:
            load_edition(
                session,
                office_id,
                plan,
                measures,
                register,
                first_period=Period(2022, 7),
                last_period=Period(2022, 12),
                now=START,
            )

        await town.app.database.unit(load)
        town.person("Olga", OLGA).phone.starts()
        await town.steps()
        yield town


async def test_largest_unit_and_a_town_have_little_to_do_in_a_fresh_and_an_unchanged_month(
    yongji: Town,
) -> None:
    people = {
        unit: await yongji.joins(name, user_id, unit)
        for unit, name, user_id in ((LARGEST, "张联络", ADA), (TOWN, "李联络", CLARA))
    }
    await yongji.moves_to(OPENS)
    for unit, chat in people.items():
        chat.the_news()
        entries = (await yongji.working(unit)).entries
        assert len(entries) == MEASURES[unit]
        figures = sum(len(entry.measure.indicators) for entry in entries)
        assert await fills_and_files(chat) <= most_of_a_fresh_month(len(entries), figures)
    await yongji.moves_to(AUGUST_OPENS)
    for chat in people.values():
        opening = chat.news()[-1].text
        assert start_of("card-opening-minutes") in opening
        assert await files_as_last_month(chat) <= MOST_OF_AN_UNCHANGED_MONTH
    yongji.chats[OLGA].news()


@pytest.fixture
async def troubled_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Roads answers for two measures in trouble, one with a figure, and one that is quarterly."""
    stations = replace(an_indicator("累计建成5G基站"), unit_of_measure="个", cumulative=True)
    measures = [
        assigned("1", (ROADS, Role.LEAD)),
        assigned("2", (ROADS, Role.LEAD)),
        assigned("3", (ROADS, Role.LEAD), indicators=(stations,)),
        assigned("4", (ROADS, Role.RESPONSIBLE)),
        assigned("5", AssignedUnit(ROADS, Role.RESPONSIBLE, ask=Ask.QUARTERLY)),
    ]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        yield town


async def files_july_with_trouble(chat: Chat) -> None:
    await chat.taps("button-start")
    for number in ("1", "2"):
        await chat.sends(number)
        await chat.taps("status-behind")
        await chat.sends(WORDS)
        await chat.sends(f"站址{number}协调困难。")
        await chat.sends("9月底前由属地协调。")
    await chat.sends("3 正常推进：累计183个。")
    await chat.sends("4 正常推进：已部署。")
    await chat.taps("button-file", answers=2)


async def test_unchanged_month_with_open_problems_and_figures_has_little_to_do(
    troubled_town: Town,
) -> None:
    town, ada = troubled_town, troubled_town.chats[ADA]
    await files_july_with_trouble(ada)
    await town.moves_to(AUGUST_OPENS)
    town.reads_all()
    person = Counting(ada)
    await person.taps("button-start")
    await person.taps("button-same-all")
    shown = ada.card.text
    assert "! 1　站址1协调困难。" in shown
    assert "! 2　站址2协调困难。" in shown
    assert "累计建成5G基站 183个（同上月，不变）" in shown
    await person.taps("button-same-all-problems", count=4, problems=2)
    await person.taps("button-file", answers=2)
    assert person.count <= MOST_OF_AN_UNCHANGED_MONTH
    for number in ("1", "2"):
        follow_up = (await town.content(ROADS, number)).follow_up
        assert follow_up is not None
        assert follow_up.turn is ProblemTurn.UNCHANGED
    await town.moves_to(at(8, month=10))
    town.reads_all()
    person = Counting(ada)
    await person.taps("button-start")
    await person.taps("button-same-all")
    await person.taps("button-same-all-problems", count=4, problems=2)
    await person.sends("属地仍在协调。")  # one reason for what stands for the third month
    await person.sends("5 正常推进：三季度已检查3次。")
    await person.taps("button-file", answers=2)
    assert person.count <= MOST_OF_AN_UNCHANGED_MONTH + 2  # and two for the quarterly measure
    town.reads_all()


async def test_unchanged_month_keeps_the_bound_where_its_list_needs_several_messages(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Every figure and problem is read before it is confirmed, however many there are."""
    count, names = 15, [f"累计服务小微企业家数{n}" for n in range(9)]
    served = tuple(replace(an_indicator(name), cumulative=True) for name in names)
    numbers = [str(n) for n in range(1, count + 1)]
    measures = [assigned(one, (ROADS, Role.LEAD), indicators=served) for one in numbers]
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        ada = town.chats[ADA]
        await ada.taps("button-start")
        await town.says_of_each(ada, _behind)
        await ada.sends("/report")
        await ada.taps("button-preview-file")
        await ada.taps("button-file", answers=2)
        await town.moves_to(AUGUST_OPENS)
        town.reads_all()
        person = Counting(ada)
        await person.taps("button-start")
        await person.taps("button-same-all", count=count, answers=3)
        read = "\n".join(message.text for message in ada.phone.chat[-3:])
        for one in numbers:
            (line,) = [line for line in read.split("\n") if line.startswith(f"{one}　")]
            assert line.count(f"1{one}km（同上月，不变）") == len(served)
            assert f"! {one}　因站址{one}协调困难" in read
        await person.taps("button-same-all-problems", count=count, problems=count)
        await person.taps("button-file", answers=2)
        assert person.count <= MOST_OF_AN_UNCHANGED_MONTH
        town.reads_all()


def _behind(entry: ReportEntry) -> EntryContent:
    number = entry.measure.number
    return EntryContent(
        EntryStatus.BEHIND,
        text=WORDS,
        problem=f"因站址{number}协调困难，进度滞后。",
        next_step="由属地协调。",
        figures=tuple(
            Figure(one.indicator_id, Decimal(f"1{number}")) for one in entry.measure.indicators
        ),
    )


async def test_problems_are_not_said_to_be_unchanged_by_who_confirms_the_others(
    troubled_town: Town,
) -> None:
    town, ada = troubled_town, troubled_town.chats[ADA]
    await files_july_with_trouble(ada)
    await town.moves_to(AUGUST_OPENS)
    town.reads_all()
    await ada.taps("button-start")
    await ada.taps("button-same-all")
    card = await ada.taps("button-same-all-but-problems", count=2)
    assert said("button-file") not in card.labels
    assert (await town.content(ROADS, "1")).follow_up is None
    town.reads_all()


async def test_who_only_cooperates_has_one_message_to_write(
    sqlite_url: str, tmp_path: Path
) -> None:
    measures = (assigned("1", (ROADS, Role.LEAD), (PARKS, Role.COOPERATING)),)
    async with a_town(sqlite_url, tmp_path / "files", measures=measures) as town:
        await with_people(town)
        await opened(town)
        clara = town.chats[CLARA]
        assert await fills_and_files(clara) == 4
        await town.moves_to(AUGUST_OPENS)
        for chat in town.chats.values():
            chat.news()
        assert await files_as_last_month(clara) == 4
        for chat in town.chats.values():
            chat.news()


async def test_fresh_month_with_measures_behind_keeps_the_bound_where_all_is_in_one_message(
    troubled_town: Town,
) -> None:
    """What was done, the problem and the next step in one message, as the card says."""
    ada = troubled_town.chats[ADA]
    person = Counting(ada)
    await person.taps("button-start")
    labels = await person.taps("button-begin")
    measures = 0
    while said("button-file") not in labels:
        if said("status-behind") in labels:
            measures += 1
            labels = await person.taps("status-behind")
            assert "存在问题" in ada.card.text
        elif said("button-no-figure") in labels:
            labels = await person.sends("183")
        else:
            labels = await person.sends(
                f"{WORDS}存在问题：站址{measures}协调困难。下一步：9月底前由属地协调。"
            )
    await person.taps("button-file", answers=2)
    assert measures == 4
    assert person.count <= most_of_a_fresh_month(measures, 1)
    (filed,) = await troubled_town.revisions(ROADS)
    contents = [entry.content for entry in filed.entries]
    assert [c.problem for c in contents] == [f"站址{n}协调困难。" for n in range(1, 5)]
    assert {c.next_step for c in contents} == {"9月底前由属地协调。"}
    troubled_town.reads_all()


async def test_unchanged_month_keeps_the_bound_where_the_office_has_asked_about_every_problem(
    troubled_town: Town,
) -> None:
    town, ada = troubled_town, troubled_town.chats[ADA]
    await files_july_with_trouble(ada)
    await the_office_asks(town, "何时能解决？")
    await town.moves_to(AUGUST_OPENS)
    town.reads_all()
    person = Counting(ada)
    await person.taps("button-start")
    await person.taps("button-same-all")
    assert ada.card.text.count(said("card-same-asked", question="何时能解决？").strip()) == 2
    await person.taps("button-same-all-problems", count=4, problems=2)
    await person.taps("button-file", answers=2)
    assert person.count <= MOST_OF_AN_UNCHANGED_MONTH
    town.reads_all()
    olga = town.chats[OLGA]
    await olga.sends("/problems")
    card = await olga.does(lambda: olga.phone.taps(f"{ROADS} 1"))
    told = f"{said('problem-turn-unchanged')}：{said('reason-answered-together')}"
    assert told in card.text


async def test_later_answer_to_the_office_changes_what_the_confirmed_list_has_said(
    troubled_town: Town,
) -> None:
    town, ada, olga = troubled_town, troubled_town.chats[ADA], troubled_town.chats[OLGA]
    await files_july_with_trouble(ada)
    await town.moves_to(AUGUST_OPENS)
    town.reads_all()
    await olga.sends("/problems")
    await olga.does(lambda: olga.phone.taps(f"{ROADS} 1"))
    await olga.taps("problem-button-ask")
    await olga.sends("何时能解决？")
    town.reads_all()
    await ada.sends("/report")
    await ada.taps("button-same-all", count=4)
    await ada.taps("button-same-all-problems", count=4, problems=2)
    await ada.does(lambda: ada.phone.taps(said("problem-button-answer")))
    await ada.sends("已选定2处站址。", answers=2)
    follow_up = (await town.content(ROADS, "1")).follow_up
    assert follow_up is not None
    assert (follow_up.turn, follow_up.words) == (ProblemTurn.HANDLING, "已选定2处站址。")
    town.reads_all()


async def the_office_asks(town: Town, question: str) -> None:
    """What the coordinator has asked about every problem, as its card does."""

    def ask(session: Session) -> None:
        person = session.exec(select(Person).where(Person.user_id == OLGA)).one()
        for problem in session.exec(select(Problem)).all():
            ask_about_problem(session, problem, person, question=question, now=town.clock.now())

    await town.app.database.unit(ask)
