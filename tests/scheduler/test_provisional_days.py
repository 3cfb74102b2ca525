"""A month whose workdays are a guess says so wherever its times stand."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
from sqlmodel import Session, select

from models.calendar import set_own_day
from models.cycles import Cycle, timetable_of
from models.editions import Plan
from tests.chat import TIMETABLE, Chat, Town, said, with_people
from tests.factories import ZONE, at
from tests.models.samples import ADA, OLGA, ROADS
from texts.wording import timetable_line
from vocabulary.period import Period
from vocabulary.published import is_published
from vocabulary.timetable import Timetable

KNOWN = Period(2022, 7)
GUESSED = Period(next(year for year in count(2022) if not is_published(year + 1)), 12)
"""Due on 5 January of a year that is not published: 2026-12 while 2026 is the last that is."""

MARK = said("wording-days-provisional")
ENDS = pytest.mark.parametrize(("period", "ends"), [(KNOWN, False), (GUESSED, True)], ids=str)


async def begins(town: Town, period: Period) -> datetime:
    """The plan asks for this one month, which opens; gives when it is due."""

    def only_this_month(session: Session) -> None:
        plan = session.exec(select(Plan)).one()
        plan.first_period = plan.last_period = period

    await town.app.database.unit(only_this_month)
    await with_people(town)
    await town.moves_to(datetime.combine(period.shifted(1).first_day, time(8), tzinfo=ZONE))
    await town.moves_to(town.clock.now() + timedelta(days=3, hours=2))
    return await town.reads(lambda s: s.exec(select(Cycle)).one().due_at)


async def decides(town: Town, first: date, last: date) -> None:
    """The office decides about each of these days: Monday to Friday are worked."""
    office_id = town.desk.office_id
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]

    def decide(session: Session) -> None:
        for day in days:
            is_workday = day.weekday() < 5
            now = town.clock.now()
            set_own_day(session, office_id, day, is_workday=is_workday, note="", by="Olga", now=now)

    await town.app.database.unit(decide)


async def timetable(town: Town) -> Timetable:
    return await town.reads(lambda s: timetable_of(s, s.exec(select(Cycle)).one(), ZONE))


def lines_of(texts: list[str]) -> list[str]:
    return [found.group() for text in texts for found in TIMETABLE.finditer(text)]


def texts_of(chat: Chat) -> list[str]:
    return [message.text for message in chat.news()]


@ENDS
async def test_month_on_guessed_workdays_says_so_in_every_line_of_its_times(
    early_town: Town, period: Period, ends: bool
) -> None:
    """Invitation, question, reminder, /status, /report, /board, /ladder, /why alike."""
    town = early_town
    due_at = await begins(town, period)
    ada, olga = town.chats[ADA], town.chats[OLGA]
    told = {"opening": texts_of(ada), "opening notice": texts_of(olga)}
    for command in ("/report", "/status"):
        told[command] = [(await ada.sends(command)).text]
    told["question"] = [(await ada.taps("button-begin")).text]
    for command in ("/board", "/ladder", f"/ladder {ROADS}", f"/why {ROADS}"):
        told[command] = [(await olga.sends(command)).text]
    await town.moves_to(due_at + timedelta(minutes=1))
    town.reads_all()
    await town.moves_to(due_at + timedelta(days=2, hours=16))
    told["reminder"] = texts_of(ada)
    for where, texts in told.items():
        lines = lines_of(texts)
        assert lines, where
        assert [line for line in lines if line.endswith(MARK) is not ends] == [], where
    town.reads_all()


async def test_times_are_a_guess_until_every_day_they_were_counted_on_is_decided(
    early_town: Town,
) -> None:
    await begins(early_town, GUESSED)
    january = date(GUESSED.year + 1, 1, 1)
    guessed = await timetable(early_town)
    assert guessed.provisional
    await decides(early_town, january, guessed.locks_at.date() - timedelta(days=1))
    assert (await timetable(early_town)).provisional
    await decides(early_town, guessed.locks_at.date(), guessed.locks_at.date())
    assert await timetable(early_town) == replace(guessed, provisional=False)
    early_town.reads_all()


@pytest.mark.parametrize(
    ("language", "mark"), [("zh-CN", "（工作日暂按推算）"), ("en", " (workdays provisional)")]
)
@pytest.mark.parametrize("extended_to", [None, at(10, 18)])
@pytest.mark.parametrize("counts", [False, True])
def test_line_of_times_ends_with_the_guess(
    language: str, mark: str, extended_to: datetime | None, counts: bool
) -> None:
    known = Timetable(at(1), at(5, 18), at(19, 18), extended_to, extension_counts=counts)
    guessed = replace(known, provisional=True)
    assert timetable_line(language, guessed) == timetable_line(language, known) + mark
