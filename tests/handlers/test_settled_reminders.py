"""A reminder that stands in a chat says so when what it asked for is done, and asks no more."""

import pytest
from sqlmodel import Session, col, select

from models.delivery import OutboxKind, OutboxRow, OutboxState
from tests.chat import Chat, Town, said, start_of
from tests.factories import at
from tests.models.samples import ADA, BORIS, OLGA, ROADS
from vocabulary.terms import ContactKind

pytestmark = pytest.mark.long

DENIS, LENA = 6_000_000_001, 6_000_000_002
DONE = said("reminder-settled-filed", at="8月9日（周二）12:00")


async def superiors(town: Town) -> tuple[Chat, Chat]:
    return (
        await town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY),
        await town.joins("Lena", LENA, ROADS, ContactKind.LEADER_IN_CHARGE),
    )


async def test_everybody_who_was_reminded_reads_that_it_is_done(plain_town: Town) -> None:
    denis, lena = await superiors(plain_town)
    await plain_town.passes(at(9, 12))
    plain_town.reads_all()
    ada = plain_town.chats[ADA]
    asked = {chat: len(chat.phone.chat) for chat in (denis, lena)}
    await ada.files()
    for chat, count in ((ada, 5), (denis, 2), (lena, 1)):
        assert len(chat.settled) == count
        assert all(message.text.endswith(f"\n{DONE}") for message in chat.settled)
        assert not any(message.buttons for message in chat.settled)
    assert {chat: len(chat.phone.chat) for chat in asked} == asked, "nobody is notified"
    assert plain_town.chats[BORIS].settled == []
    plain_town.reads_all()


async def test_notice_that_the_office_was_given_as_a_document_says_that_it_is_done(
    plain_town: Town,
) -> None:
    olga = plain_town.chats[OLGA]
    await plain_town.passes(at(22, 12))
    plain_town.reads_all()
    await plain_town.chats[ADA].files()
    (notice,) = [message for message in olga.settled if message.document is not None]
    assert notice.text.startswith(f"{ROADS} 2022年7月份催办单")
    assert notice.text.endswith(said("reminder-settled-filed", at="8月22日（周一）12:00"))
    assert not [row for row in await plain_town.outbox(olga) if row.state is OutboxState.DEAD]
    plain_town.reads_all()


async def test_who_does_not_write_has_a_button_that_shows_how_it_stands(plain_town: Town) -> None:
    _, lena = await superiors(plain_town)
    await plain_town.passes(at(9, 12))
    assert lena.the_news().labels == [said("notice-button-look")]
    shown = await lena.taps("notice-button-look")
    assert shown.text.startswith(f"{ROADS} · ")
    assert shown.buttons == ()
    plain_town.reads_all()


async def test_what_was_said_before_stays_readable_but_what_was_missing(plain_town: Town) -> None:
    """A message that says 已报送 does not say above that something is still to be filled in."""
    ada = plain_town.chats[ADA]
    await plain_town.moves_to(at(4))
    ping = ada.the_news()
    await ada.files()
    opening, reminder = ada.settled
    assert opening.text.startswith(said("card-opening-title", period="2022年7月份"))
    assert opening.text.split("\n")[-2:] == [
        said("card-secrecy"),
        said("reminder-settled-filed", at="8月4日（周四）09:00"),
    ]
    *kept, _done = reminder.text.split("\n")
    assert kept == ping.text.split("\n")[:2]
    assert reminder.message_id == ping.message_id
    plain_town.reads_all()


async def test_answer_to_a_return_marks_the_return_and_leaves_the_rest(plain_town: Town) -> None:
    ada, olga = plain_town.chats[ADA], plain_town.chats[OLGA]
    await ada.files()
    assert len(ada.settled) == 1
    await plain_town.moves_to(at(1, 15))
    await olga.sends(f"/return {ROADS} why")
    ada.the_news()
    await plain_town.moves_to(at(2, 12))
    ada.the_news()
    before = ada.settled[0].text
    await ada.changes_and_files("Other words.")
    first, returned, reminded = ada.settled
    assert first.text == before
    done = said("reminder-settled-filed", at="8月2日（周二）12:00")
    assert returned.text.endswith(done)
    assert reminded.text.endswith(done)
    plain_town.reads_all()


async def test_correction_edits_no_old_reminder_again(plain_town: Town) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    texts = [message.text for message in ada.settled]
    await plain_town.moves_to(at(2, 12))
    await ada.taps("button-correct")
    await ada.sends("A slip.")
    await ada.changes_and_files("Other words.")
    assert [message.text for message in ada.settled] == texts
    plain_town.reads_all()


async def test_reminder_under_way_while_the_report_is_filed_is_marked_when_it_arrives(
    plain_town: Town,
) -> None:
    town, ada = plain_town, plain_town.chats[ADA]
    sender = town.app.parts.sender
    await ada.fills()
    town.clock.move_to(at(4))
    await town.app.parts.ticks.plan()
    claims = []
    while claim := await town.app.database.unit(sender._claim):
        claims.append(claim)
    reminder = next(claim for claim in claims if claim.chat_id == ADA)
    ada.phone.taps(said("button-file"))
    await town.receives()
    outcome = await sender._deliver(reminder)
    await town.app.database.unit(lambda s: sender._settle(s, reminder, outcome))
    await sender.send_due()
    opening, late = ada.settled
    assert late.text.startswith(start_of("notice-before", unit=ROADS))
    assert late.buttons == opening.buttons == ()
    town.reads_all()


async def test_only_the_newest_of_many_messages_are_edited(plain_town: Town) -> None:
    """As after years of weekly reminders."""
    town, ada = plain_town, plain_town.chats[ADA]

    def long_since(session: Session) -> None:
        opening = session.exec(
            select(OutboxRow).where(col(OutboxRow.moot_when_filed_id).is_not(None))
        ).first()
        assert opening is not None
        again = opening.model_dump(exclude={"id"})
        session.add_all(OutboxRow(**again) for _ in range(100))

    await town.app.database.unit(long_since)
    await ada.files()
    edits = [row for row in await town.outbox(ada) if row.kind is OutboxKind.CLOSING]
    assert 30 < len(edits) < 60
    town.reads_all()
