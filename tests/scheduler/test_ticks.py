"""A month as the ticks make it: cycles, the ladder, outages, the office's messages."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from models.calendar import set_own_day
from models.chases import Chase, Reminder
from models.cycles import Cycle, Report
from models.delivery import OutboxRow, OutboxState
from models.editions import Plan
from models.offices import Unit
from models.work import Work
from scheduler.ticks import open_cycles, plan_reminders, start_chases
from tests.chat import (
    DUE,
    LOCKS,
    OPENS,
    TIMES,
    TWO_MEASURES,
    Chat,
    Town,
    a_town,
    said,
    start_of,
    with_people,
)
from tests.factories import ZONE, at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER
from texts.wording import period_name
from vocabulary.period import Period
from vocabulary.published import is_published
from vocabulary.terms import ChaseKind, ContactKind, DaySource

DENIS, LENA, HANS = 6_000_000_001, 6_000_000_002, 6_000_000_003
HOUR = timedelta(hours=1)
TICKS = [timedelta(hours=h, minutes=m) for h, m in ((3, 0), (9, 0), (9, 30), (14, 30), (15, 0))]
JULY = Period(2022, 7)
UNPUBLISHED = Period(next(y for y in count(2022) if not is_published(y)), 7)
CALENDARS = {said(f"notice-cycle-days-{source}") for source in DaySource}


async def month(town: Town, until: datetime) -> None:
    """Day after day the bot ticks at the hours that matter, and once in the night."""
    day = town.clock.now().astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    while day <= until:
        for hour in TICKS:
            moment = day + hour
            if town.clock.now() < moment < until:
                await town.moves_to(moment)
        day += timedelta(days=1)
    await town.moves_to(until)


def told_at(chat: Chat, since: datetime) -> list[tuple[str, str]]:
    """When the person was written to since, in the office's time, and the first line of each."""
    chat.news()
    return [
        (f"{message.sent_at.astimezone(ZONE):%d %H:%M}", message.text.split("\n")[0])
        for message in chat.phone.chat
        if message.from_bot and message.sent_at >= since
    ]


def times(chat: Chat, since: datetime) -> list[str]:
    return [moment for moment, _ in told_at(chat, since)]


def look_at_everything(town: Town) -> None:
    for chat in town.chats.values():
        chat.news()


async def with_superiors(town: Town) -> None:
    """Roads also has a deputy, a leader in charge and a head."""
    await with_people(town)
    await town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await town.joins("Hans", HANS, ROADS, ContactKind.HEAD)


async def cycles(town: Town) -> list[tuple[Period, datetime, datetime]]:
    def look(session: Session) -> list[tuple[Period, datetime, datetime]]:
        rows = session.exec(select(Cycle).order_by(col(Cycle.id)))
        return [(row.period, row.opens_at, row.due_at) for row in rows]

    return await town.reads(look)


# ── cycles ─────────────────────────────────────────────────────────────────────────────────────


async def test_cycle_opens_by_itself_at_its_hour_with_a_report_for_everybody(
    early_town: Town,
) -> None:
    await with_people(early_town)
    await early_town.moves_to(OPENS - timedelta(seconds=1))
    assert await cycles(early_town) == []
    await early_town.moves_to(OPENS)
    assert await cycles(early_town) == [(JULY, OPENS, DUE)]
    for unit in (ROADS, WATER, PARKS):
        assert len((await early_town.working(unit)).entries) == {ROADS: 3, WATER: 3, PARKS: 1}[unit]
    olga = early_town.chats[OLGA]
    assert olga.the_news().text.startswith(
        start_of("notice-cycle-opened", plan="Plan of the Town for 2022", period="2022年7月份")
    )
    look_at_everything(early_town)


@pytest.mark.parametrize(
    ("period", "own_days", "source"),
    [
        (JULY, (), DaySource.PUBLISHED),
        (JULY, (date(2022, 8, 3),), DaySource.OWN),
        (UNPUBLISHED, (), DaySource.PROVISIONAL),
        (UNPUBLISHED, (date(UNPUBLISHED.year, 8, 3),), DaySource.PROVISIONAL),
    ],
)
async def test_opening_says_which_calendar_the_times_rest_on(
    early_town: Town, period: Period, own_days: Sequence[date], source: DaySource
) -> None:
    """A guess among the days counted on makes the whole a guess."""
    open_by_then = datetime.combine(period.shifted(1).first_day, time(), tzinfo=ZONE)
    open_by_then += timedelta(days=4)
    office_id = early_town.desk.office_id

    def only_this_month(session: Session) -> None:
        plan = session.exec(select(Plan)).one()
        plan.first_period = plan.last_period = period
        for day in own_days:
            set_own_day(
                session, office_id, day, is_workday=True, note="", by="Olga", now=open_by_then
            )

    await early_town.app.database.unit(only_this_month)
    await with_people(early_town)
    await early_town.moves_to(open_by_then)
    opened = [m.text for m in early_town.chats[OLGA].news() if CALENDARS & set(m.text.split("\n"))]
    assert len(opened) == 1
    assert CALENDARS & set(opened[0].split("\n")) == {said(f"notice-cycle-days-{source}")}
    look_at_everything(early_town)


async def test_october_opens_in_september(sqlite_url: str, tmp_path: Path) -> None:
    """1 to 7 October are holidays: September's report is due on the 8th and opens on the 28th."""
    async with a_town(
        sqlite_url, tmp_path / "files", now=at(27, 20, month=9), measures=TWO_MEASURES
    ) as town:
        await with_people(town)
        await town.steps()
        look_at_everything(town)
        september = Period(2022, 9)
        await town.moves_to(at(28, 8, month=9))
        opened = {period for period, _, _ in await cycles(town)}
        assert september not in opened
        await month(town, at(30, 18, month=9))
        periods = {period: opens for period, opens, _ in await cycles(town)}
        assert september in periods
        assert periods[september].month == 9
        assert any(
            said("card-opening-title", period="2022年9月份") == first
            for _, first in told_at(town.chats[ADA], periods[september])
        )
        look_at_everything(town)


async def test_no_cycle_opens_outside_the_periods_of_the_plan(plain_town: Town) -> None:
    await plain_town.moves_to(datetime(2023, 3, 1, 12, tzinfo=ZONE))
    periods = [period for period, _, _ in await cycles(plain_town)]
    assert periods == [Period(2022, month) for month in range(7, 13)]
    await plain_town.moves_to(datetime(2023, 6, 1, 12, tzinfo=ZONE))
    assert len(await cycles(plain_town)) == 6
    look_at_everything(plain_town)


async def test_plan_that_wants_its_reports_on_the_31st_gets_the_last_day_that_every_month_has(
    early_town: Town,
) -> None:
    def late(session: Session) -> None:
        session.exec(select(Plan)).one().due_day = 31

    await early_town.app.database.unit(late)
    await early_town.moves_to(at(1, month=9))
    assert [due for _, _, due in await cycles(early_town)] == [
        at(29, 18),
        at(28, 18, month=9),
    ]


async def test_planning_again_and_again_adds_nothing(plain_town: Town) -> None:
    before = len(await plain_town.outbox())

    def again(session: Session) -> None:
        for _ in range(5):
            work = Work(session, plain_town.desk, plain_town.clock.now())
            open_cycles(work, plain_town.app.parts.rules)
            start_chases(work)
            plan_reminders(work, plain_town.app.parts.rules)

    await plain_town.app.database.unit(again)
    await plain_town.app.parts.ticks.plan()
    assert len(await plain_town.outbox()) == before
    await plain_town.steps()


# ── the ladder ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.long
async def test_ladder_climbs_in_its_order_over_a_month_that_nobody_files(
    early_town: Town,
) -> None:
    await with_superiors(early_town)
    look_at_everything(early_town)
    await month(early_town, at(26, 18))
    since = at(1)
    chats = early_town.chats
    assert times(chats[ADA], since) == [
        "01 09:00",
        "04 09:00",
        "05 09:00",
        "05 15:00",
        "08 09:30",
        "12 09:30",
        "19 09:30",
        "26 09:30",
    ]
    assert times(chats[DENIS], since) == [
        "05 15:00",
        "08 14:30",
        "12 09:30",
        "19 09:30",
        "26 09:30",
    ]
    assert times(chats[LENA], since) == ["09 09:30", "12 09:30", "19 09:30", "26 09:30"]
    assert times(chats[HANS], since) == ["10 09:30"]
    look_at_everything(early_town)


async def test_reminder_names_what_is_missing_and_leads_to_it(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.taps("status-on_track")
    await ada.sends("Begun.")
    await plain_town.moves_to(at(4))
    ping = ada.the_news()
    assert said("notice-missing", left=1, filled=1) in ping.text
    assert "2　Measure 2" in ping.text.split("\n")
    card = await ada.taps("notice-button-continue")
    assert start_of("card-title", unit=ROADS, month="7月份", done=1, count=2) in card.text
    look_at_everything(plain_town)


async def test_superior_learns_who_was_told_and_when(early_town: Town) -> None:
    await with_superiors(early_town)
    await month(early_town, at(9, 10))
    lena = early_town.chats[LENA]
    texts = [m.text for m in lena.phone.chat if m.from_bot and m.sent_at >= at(9)]
    (told,) = texts
    assert start_of("notice-superior-overdue", unit=ROADS, period="7月份", due="*") in told
    assert "Ada" in told
    assert "8月8日" in told
    assert "电话" not in told, "nobody has given a number"
    assert lena.phone.chat[-1].labels == [said("notice-button-look")]
    look_at_everything(early_town)


@pytest.mark.long
async def test_superior_reads_nothing_of_a_liaison_who_was_away(early_town: Town) -> None:
    """The deputy got what the liaison would have got; only the opening came to both."""
    await with_superiors(early_town)
    await month(early_town, at(1, 12))
    ada = early_town.chats[ADA]
    look_at_everything(early_town)
    await ada.sends("/away 8月2日至8月12日")
    await ada.taps("away-button-confirm")
    await month(early_town, at(9, 10))
    told = early_town.chats[LENA].phone.chat[-1].text
    assert start_of("notice-superior-overdue", unit=ROADS, period="7月份") in told
    assert "8月1日" in told
    assert "8月8日" not in told.replace("8月8日（周一）18:00", "")
    look_at_everything(early_town)


async def test_nobody_is_chased_once_the_report_is_filed(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await month(plain_town, at(9, 8))
    ada.expects_nothing_more()
    assert len(plain_town.chats[BORIS].news()) == 4
    look_at_everything(plain_town)


async def test_filing_cancels_the_reminder_that_waits_to_be_sent(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.fills()
    plain_town.clock.move_to(at(4))
    await plain_town.app.parts.ticks.plan()
    ada.phone.taps(said("button-file"))
    await plain_town.receives()
    waiting = [row for row in await plain_town.outbox(ada) if row.moot_when_filed_id]
    assert waiting[-1].state is OutboxState.CANCELLED
    await plain_town.steps()
    assert len(ada.news()) == 2
    look_at_everything(plain_town)


async def test_returned_report_is_chased_again_from_the_liaison_up(early_town: Town) -> None:
    await with_superiors(early_town)
    await early_town.moves_to(OPENS)
    look_at_everything(early_town)
    await early_town.chats[ADA].files()
    await early_town.moves_to(at(3, 10))
    await early_town.chats[OLGA].sends(f"/return {ROADS} Say more.")
    look_at_everything(early_town)
    await month(early_town, at(11, 18))
    since = at(3, 11)
    chats = early_town.chats
    assert times(chats[ADA], since) == ["04 09:30", "10 09:30"]
    assert times(chats[DENIS], since) == ["05 09:30", "10 09:30"]
    assert times(chats[LENA], since) == ["08 09:30", "10 09:30"]
    assert times(chats[HANS], since) == []
    await chats[ADA].changes_and_files()
    look_at_everything(early_town)
    await month(early_town, at(15, 8))
    for user_id in (ADA, DENIS, LENA, HANS):
        chats[user_id].expects_nothing_more()
    look_at_everything(early_town)


async def test_report_returned_twice_is_chased_twice(plain_town: Town) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    for _ in range(2):
        await olga.sends(f"/return {ROADS} Say more.")
        ada.the_news()
        await plain_town.moves_to(plain_town.clock.now() + timedelta(days=1, hours=2))
        assert "Say more." in ada.the_news().text
        look_at_everything(plain_town)
        await ada.changes_and_files(f"Something more, {plain_town.clock.now():%d %H:%M}.")
        look_at_everything(plain_town)

    def episodes(session: Session) -> list[tuple[str, int, bool]]:
        return [
            (chase.kind.value, chase.episode, chase.settled_at is not None)
            for chase in session.exec(
                select(Chase)
                .join(Report, col(Report.id) == Chase.report_id)
                .join(Unit, col(Unit.id) == Report.unit_id)
                .where(Unit.name == ROADS, Chase.kind != ChaseKind.REVIEW_WAITING)
                .order_by(col(Chase.id))
            )
        ]

    assert await plain_town.reads(episodes) == [
        ("report_outstanding", 1, True),
        ("returned", 1, True),
        ("returned", 2, True),
    ]


# ── outages, nights, weekends ──────────────────────────────────────────────────────────────────


async def test_after_an_outage_only_the_newest_rung_of_each_audience_goes_out(
    early_town: Town,
) -> None:
    await with_superiors(early_town)
    await early_town.moves_to(OPENS)
    look_at_everything(early_town)
    await early_town.kill()
    await early_town.moves_to(at(11, 11))
    since = at(11)
    chats = early_town.chats
    assert len(told_at(chats[ADA], since)) == 1
    assert len(told_at(chats[DENIS], since)) == 1
    assert told_at(chats[LENA], since) == []
    assert told_at(chats[HANS], since) == []
    await early_town.steps()
    look_at_everything(early_town)

    def skipped(session: Session) -> set[str]:
        rows = session.exec(select(Reminder).where(col(Reminder.outbox_id).is_(None)))
        return {row.rung for row in rows}

    assert {"before", "last_morning"} <= await early_town.reads(skipped)


async def test_no_superior_is_told_before_the_liaison_had_a_workday_after_an_outage(
    early_town: Town,
) -> None:
    await with_superiors(early_town)
    await early_town.moves_to(OPENS)
    await early_town.moves_to(at(11, 11))
    look_at_everything(early_town)
    await month(early_town, at(12, 10, 59))
    assert times(early_town.chats[LENA], at(11)) == []
    await month(early_town, at(12, 12))
    assert times(early_town.chats[LENA], at(11)) != []
    look_at_everything(early_town)


async def test_reminders_go_out_in_working_hours_only(early_town: Town) -> None:
    await with_superiors(early_town)
    await month(early_town, at(10, 8))
    for user_id in (ADA, BORIS, CLARA, DENIS, LENA, HANS):
        for message in early_town.chats[user_id].phone.chat:
            moment = message.sent_at.astimezone(ZONE)
            if message.from_bot and moment >= OPENS:
                assert moment.isoweekday() <= 5, moment
                assert 9 <= moment.hour < 18, moment
    look_at_everything(early_town)


async def test_bot_that_starts_at_night_reminds_in_the_morning(early_town: Town) -> None:
    await with_people(early_town)
    await early_town.moves_to(at(1, 22))
    early_town.chats[ADA].expects_nothing_more()
    await early_town.moves_to(at(2, 9))
    assert said("card-opening-title", period="2022年7月份") in early_town.chats[ADA].the_news().text
    look_at_everything(early_town)


# ── who cannot be reached ──────────────────────────────────────────────────────────────────────


async def test_blocked_liaison_gives_way_to_the_deputy_and_the_office_knows(
    early_town: Town,
) -> None:
    await with_people(early_town)
    await early_town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    early_town.chats[ADA].phone.deactivates()
    await early_town.moves_to(OPENS)
    await early_town.steps()
    denis, olga = early_town.chats[DENIS], early_town.chats[OLGA]
    ping = denis.the_news()
    assert said("card-opening-title", period="2022年7月份") in ping.text
    unreachable = start_of("notice-unreachable", unit=ROADS, kind="联络员", name="Ada", reason="*")
    assert sum(message.text.startswith(unreachable) for message in olga.news()) == 1
    await month(early_town, at(1, 18))
    denis.expects_nothing_more()
    look_at_everything(early_town)


async def test_stand_in_is_told_whom_the_message_was_for(early_town: Town) -> None:
    await with_people(early_town)
    await early_town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE)
    await early_town.moves_to(OPENS)
    early_town.chats[ADA].phone.deactivates()
    await early_town.moves_to(at(4))
    await early_town.steps()
    told = early_town.chats[LENA].the_news()
    assert said("notice-stands-in-before") in told.text
    look_at_everything(early_town)


@pytest.mark.long
async def test_head_who_stands_in_for_the_leader_reads_the_same_once_a_week(
    early_town: Town,
) -> None:
    """The 10th would say what the 9th has said; `/why` knows the one message for both."""
    await with_people(early_town)
    await early_town.joins("Hans", HANS, ROADS, ContactKind.HEAD)
    await month(early_town, at(12, 18))
    assert times(early_town.chats[HANS], at(8)) == ["09 09:30", "12 09:30"]
    first, weekly = stand_in_lines(early_town.chats[HANS])
    assert first == said("notice-stands-in", kinds="分管领导", own="主要负责人")
    assert weekly == said("notice-stands-in", kinds="分管领导", own="none")
    olga = early_town.chats[OLGA]
    look_at_everything(early_town)
    record = (await olga.sends(f"/why {ROADS}")).text.split("\n")
    sent = said("why-sent-delivered", name="Hans", at="8月9日（周二）09:30", reason="")
    for when, kind, what in (
        ("8月9日（周二）09:30", "分管领导", sent),
        ("8月10日（周三）09:30", "主要负责人", f"{sent}{said('why-told-ahead')}"),
    ):
        assert said("why-line", at=when, kind=kind, what=what) in record
    look_at_everything(early_town)


def stand_in_lines(chat: Chat) -> list[str]:
    """Of every message in the chat, the line that says for whom else it was meant."""
    beginning = said("notice-stands-in", kinds="|", own="none").partition("|")[0]
    lines = [line for message in chat.phone.chat for line in message.text.split("\n")]
    return [line for line in lines if line.startswith(beginning)]


async def test_head_who_stands_in_for_liaison_and_leader_is_told_as_both_in_one_message(
    plain_town: Town,
) -> None:
    hans = await plain_town.joins("Hans", HANS, ROADS, ContactKind.HEAD)
    plain_town.chats[ADA].phone.blocks()
    await month(plain_town, at(12, 18))
    assert times(hans, at(8)) == ["08 09:30", "09 09:30", "12 09:30"]
    assert stand_in_lines(hans) == [
        said("notice-stands-in", kinds="联络员", own="none"),
        said("notice-stands-in", kinds="分管领导", own="主要负责人"),
        said("notice-stands-in", kinds="联络员、分管领导", own="none"),
    ]
    look_at_everything(plain_town)


async def test_leader_who_joins_where_there_is_nobody_else_reads_that_reminders_come_to_them(
    early_town: Town,
) -> None:
    lena = early_town.person("Lena", LENA)
    welcomes = []
    for unit in (ROADS, WATER):
        lena.phone.starts(await early_town.link(unit, ContactKind.LEADER_IN_CHARGE))
        await early_town.steps()
        welcomes.append(lena.news()[0].text)
        await early_town.joins("Ada", ADA, WATER)
    assert welcomes[0].endswith(said("welcome-stands-in"))
    assert "收不到" not in welcomes[1]


async def test_units_that_nobody_can_be_reached_of_are_one_alarm(early_town: Town) -> None:
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    await early_town.moves_to(OPENS)
    opened, alarm = olga.news()
    assert start_of("notice-cycle-opened", plan="*") in opened.text
    assert start_of("notice-nobody-reachable", count=3) in alarm.text
    assert all(unit in alarm.text for unit in (ROADS, WATER, PARKS))
    await month(early_town, at(4, 18))
    olga.expects_nothing_more()


async def test_alarm_waits_until_there_is_a_coordinator(early_town: Town) -> None:
    await early_town.moves_to(OPENS)
    olga = early_town.person("Olga", OLGA)
    await olga.sends("/start")
    await early_town.moves_to(OPENS + HOUR)
    assert start_of("notice-nobody-reachable", count=3) in olga.the_news().text


# ── the office ─────────────────────────────────────────────────────────────────────────────────


def books(chat: Chat) -> list[str]:
    sent = [message.document.name for message in chat.phone.chat if message.document is not None]
    return [name for name in sent if name.endswith(".xlsx")]


async def test_office_gets_board_and_workbook_at_the_due_hour_and_at_the_lock_once_each(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await plain_town.chats[ADA].files()
    await plain_town.moves_to(DUE - timedelta(minutes=1))
    look_at_everything(plain_town)
    await plain_town.moves_to(DUE + timedelta(seconds=1))
    board, book = olga.news()
    assert board.text.startswith(
        said(
            "notice-due",
            period=period_name("zh-CN", JULY),
            times=TIMES,
        )
    )
    counts: Mapping[str, int] = {"on_time": 1, "outstanding": 2, "late": 0, "pending": 0}
    assert said("board-counts", expected=3, exempt=0, **counts) in board.text
    assert book.document is not None
    assert book.document.name.endswith(".xlsx")
    await month(plain_town, LOCKS - timedelta(minutes=1))
    look_at_everything(plain_town)
    await plain_town.moves_to(LOCKS)
    board, book, bulletin, _sources, briefing, _of_briefing, *notices = olga.news()
    assert board.text.startswith(
        said(
            "notice-locked",
            period=period_name("zh-CN", JULY),
            times=TIMES,
        )
    )
    assert bulletin.document is not None
    assert bulletin.document.name == "2022年7月份工作任务完成情况通报.docx"
    assert briefing.document is not None
    assert briefing.document.name == "2022年7月份工作推进情况专报.docx"
    assert len(notices) == 2, "a written reminder for each of the two that are missing"
    await plain_town.steps()
    await plain_town.kill()
    await plain_town.moves_to(LOCKS + HOUR)
    olga.expects_nothing_more()
    assert len(books(olga)) == 2
    look_at_everything(plain_town)


async def test_outage_over_both_moments_brings_the_locked_one_only(plain_town: Town) -> None:
    await plain_town.moves_to(LOCKS + HOUR)
    olga = plain_town.chats[OLGA]
    texts = [message.text for message in olga.news()]
    locked = said(
        "notice-locked",
        period=period_name("zh-CN", JULY),
        times=TIMES,
    )
    assert sum(text.startswith(locked) for text in texts) == 1
    assert len(books(olga)) == 1
    look_at_everything(plain_town)


async def test_what_was_handled_is_forgotten_after_two_weeks(plain_town: Town) -> None:
    assert await plain_town.inbox() != []
    plain_town.clock.advance(timedelta(days=9))
    await plain_town.app.parts.ticks.housekeeping()
    assert await plain_town.inbox() != []
    plain_town.clock.advance(timedelta(days=6))
    await plain_town.app.parts.ticks.housekeeping()
    assert await plain_town.inbox() == []


async def test_every_reminder_went_to_one_contact_once(early_town: Town) -> None:
    await with_superiors(early_town)
    await month(early_town, at(9, 12))

    def look(session: Session) -> list[tuple[int, str, int, int]]:
        rows = session.exec(
            select(Reminder).join(OutboxRow, col(OutboxRow.id) == Reminder.outbox_id)
        )
        return [(r.chase_id, r.rung, r.occurrence, r.contact_id) for r in rows]

    keys = await early_town.reads(look)
    assert len(keys) == len(set(keys)) > 12
    look_at_everything(early_town)
