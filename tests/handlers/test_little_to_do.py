"""How much there is to do: the taps and messages of a month, from its opening to the receipt."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from models.loading import load_edition
from plans.groups import assign
from plans.reader import read_plan
from plans.register import read_register
from tests.chat import OPENS, START, Chat, Town, a_town, opened, said, start_of, with_people
from tests.factories import at
from tests.models.samples import ADA, CLARA, OLGA, PARKS, ROADS, assigned
from vocabulary.period import Period
from vocabulary.terms import Role

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

    async def taps(self, key: str, *, answers: int = 1) -> list[str]:
        card = await self.chat.taps(key, answers=answers)
        return self._counted(card.labels)

    async def sends(self, text: str) -> list[str]:
        return self._counted((await self.chat.sends(text)).labels)

    def _counted(self, labels: list[str]) -> list[str]:
        self.count += 1
        self.chat.office.clock.advance(timedelta(seconds=20))
        asking = [
            message for message in self.chat.phone.chat if message.from_bot and message.buttons
        ]
        assert len(asking) == 1, self.chat.phone.transcript()
        return labels


async def fills_and_files(chat: Chat) -> int:
    """A fresh month, from the opening: a status and words, one line, a figure at a time."""
    person = Counting(chat)
    await person.taps("button-start")
    labels = await person.taps("button-begin")
    while said("button-file") not in labels:
        if said("status-on_track") in labels:
            labels = await person.taps("status-on_track")
        elif said("button-no-figure") in labels:
            labels = await person.sends("1")
        else:
            labels = await person.sends(WORDS)
    await person.taps("button-file", answers=2)
    return person.count


async def files_as_last_month(chat: Chat) -> int:
    person = Counting(chat)
    await person.taps("button-start")
    await person.taps("button-same-all")
    await person.taps("button-same-all-confirm")
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
