"""What people are told about the bot itself: lost updates, and another program."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from models.delivery import OutboxKind, OutboxRow, OutboxState
from models.work import Work
from scheduler.alarms import tell_rival
from tests.chat import OPENS, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA
from texts.wording import moment_name

DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)


async def received(town: Town) -> None:
    """A tick finds that updates can come in now."""
    await town.app.parts.ticks.note_received(town.clock.now())
    await town.app.parts.sender.send_due()


async def test_gap_of_more_than_a_day_asks_people_in_mid_question_to_say_it_again(
    plain_town: Town,
) -> None:
    """Ada of a measure; Boris, who has no report open, of the days on which he is away."""
    ada, boris, olga = (plain_town.chats[one] for one in (ADA, BORIS, OLGA))
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await boris.sends("/away")
    await received(plain_town)
    back = OPENS + timedelta(hours=30)
    plain_town.clock.move_to(back)
    await received(plain_town)
    since, gone = (moment_name("zh-CN", m) for m in (OPENS, back - DAY))
    for chat in (ada, boris):
        assert chat.the_news().text == said("life-say-again", since=since, until=gone)
    told = olga.the_news().text
    assert told == said(
        "life-outage", since=since, until=gone, back=moment_name("zh-CN", back), count=2
    )
    for _ in range(3):
        plain_town.clock.advance(A_MINUTE)
        await received(plain_town)
    await plain_town.kill()
    plain_town.clock.advance(A_MINUTE)
    await received(plain_town)
    assert plain_town.chats[CLARA].news() == []


async def test_coordinator_in_the_middle_of_an_announcement_fills_in_no_report(
    plain_town: Town,
) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await olga.sends("/announce")
    await received(plain_town)
    plain_town.clock.move_to(back := OPENS + timedelta(hours=30))
    await received(plain_town)
    since, gone = (moment_name("zh-CN", m) for m in (OPENS, back - DAY))
    assert olga.the_news().text == said(
        "life-outage", since=since, until=gone, back=moment_name("zh-CN", back), count=0
    )
    assert ada.news() == []


async def test_question_that_waits_behind_another_is_asked_for_again(plain_town: Town) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await ada.sends("/away")
    await received(plain_town)
    plain_town.clock.move_to(OPENS + timedelta(hours=30))
    await received(plain_town)
    assert ada.the_news().text.startswith(start_of("life-say-again", since="*"))
    olga.the_news()


async def test_words_lost_over_a_weekend_are_asked_for_in_working_hours(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    await received(plain_town)
    plain_town.clock.move_to(at(3, 23))
    await received(plain_town)
    assert plain_town.chats[OLGA].the_news().text.startswith(start_of("life-outage", since="*"))
    assert ada.news() == []
    plain_town.clock.move_to(at(4, 9))
    await plain_town.app.parts.sender.send_due()
    assert ada.the_news().text.startswith(start_of("life-say-again", since="*"))


@pytest.mark.parametrize("gap", [DAY, DAY - A_MINUTE, A_MINUTE, -DAY])
async def test_gap_that_telegram_bridges_is_nobodys_concern(
    plain_town: Town, gap: timedelta
) -> None:
    ada = plain_town.chats[ADA]
    await ada.taps("button-start")
    await ada.taps("button-begin", number="1")
    moments = (plain_town.clock.now(), plain_town.clock.now() + gap)
    for moment in moments:
        await plain_town.app.parts.ticks.note_received(moment)
    await plain_town.app.parts.sender.send_due()
    assert plain_town.chats[OLGA].news() == ada.news() == []


@pytest.mark.parametrize("how", ["polls", "webhook"])
async def test_rival_is_told_of_once_a_day(plain_town: Town, how: str) -> None:
    olga = plain_town.chats[OLGA]

    async def met() -> None:
        await plain_town.app.database.unit(
            lambda s: tell_rival(Work(s, plain_town.desk, plain_town.clock.now()), how)
        )
        await plain_town.app.parts.sender.send_due()

    await met()
    assert olga.the_news().text == said(f"life-rival-{how}")
    plain_town.clock.advance(DAY - A_MINUTE)
    await met()
    await plain_town.kill()
    await met()
    assert olga.news() == []
    plain_town.clock.advance(A_MINUTE)
    await met()
    assert olga.the_news().text == said(f"life-rival-{how}")


async def undelivered(town: Town, state: OutboxState, reason: str) -> None:
    def fill(session: Session) -> None:
        row = OutboxRow(
            bot_id=town.desk.bot_id,
            chat_id=ADA,
            kind=OutboxKind.MESSAGE,
            state=state,
            last_error=reason,
            not_before=town.clock.now(),
            created_at=town.clock.now(),
            settled_at=town.clock.now(),
        )
        session.add(row)

    await town.app.database.unit(fill)


async def cleaned_up(town: Town) -> list[str]:
    """What Olga reads after an hourly tick."""
    await town.app.parts.ticks.housekeeping()
    await town.app.parts.sender.send_due()
    return [message.text for message in town.chats[OLGA].news()]


async def test_what_did_not_arrive_is_told_once_a_day_and_only_when_it_is_new(
    plain_town: Town,
) -> None:
    assert await cleaned_up(plain_town) == []
    await undelivered(plain_town, OutboxState.DEAD, "Bad Request: too long")
    await undelivered(plain_town, OutboxState.UNKNOWN, "maybe sent: ReadTimeout")
    await undelivered(plain_town, OutboxState.DEAD, "blocked")
    assert await cleaned_up(plain_town) == [said("life-undelivered", refused=1, unknown=1)]
    assert plain_town.chats[OLGA].labels == [said("outbox-button-open")]
    plain_town.clock.advance(A_MINUTE)
    await undelivered(plain_town, OutboxState.DEAD, "Bad Request: too long")
    assert await cleaned_up(plain_town) == []
    plain_town.clock.advance(DAY)
    assert await cleaned_up(plain_town) == [said("life-undelivered", refused=1, unknown=0)]
    plain_town.clock.advance(DAY)
    assert await cleaned_up(plain_town) == []


async def test_what_did_not_arrive_is_told_in_working_hours(plain_town: Town) -> None:
    plain_town.clock.move_to(at(1, 23))
    await undelivered(plain_town, OutboxState.DEAD, "Bad Request: too long")
    assert await cleaned_up(plain_town) == []
    plain_town.clock.move_to(at(2, 9))
    assert await cleaned_up(plain_town) == [said("life-undelivered", refused=1, unknown=0)]


async def test_moment_at_which_a_message_was_settled_is_kept(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.sends("/help")
    (*_, row) = await plain_town.outbox(ada)
    assert row.settled_at == row.sent_at == plain_town.clock.now()
