"""Every filed report waits for the office's word; it accepts one, or all that it has seen."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.draft_settings import DraftSettings
from bot.settings import ReviewSettings
from models.chases import Chase
from models.reviews import Acceptance
from sandbox import Message as Seen
from tests.chat import (
    LOCKS,
    TIMES,
    TWO_MEASURES,
    Chat,
    Town,
    a_town,
    opened,
    said,
    start_of,
    with_people,
)
from tests.factories import at
from tests.models.samples import ADA, BORIS, CLARA, OLGA, PARKS, ROADS, WATER
from tests.reports.paper import paragraphs_of
from vocabulary.terms import ChaseKind, ContactKind, ReportState, StampAfter

OTTO, DENIS = 6_000_000_001, 6_000_000_002
HEADINGS = {number: start_of("review-reminder", count=number) for number in range(1, 5)}


@pytest.fixture
def olga(plain_town: Town) -> Chat:
    return plain_town.chats[OLGA]


@pytest.fixture
async def unreviewed_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """An office that reviews nothing."""
    async with a_town(
        sqlite_url,
        tmp_path / "files",
        measures=TWO_MEASURES,
        review=ReviewSettings(required=False),
    ) as town:
        await with_people(town)
        await opened(town)
        yield town


@pytest.fixture
async def cautious_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """An office that has reports stamped only once it has accepted them."""
    async with a_town(
        sqlite_url,
        tmp_path / "files",
        measures=TWO_MEASURES,
        draft=DraftSettings(libreoffice="", stamp_after=StampAfter.ACCEPTED),
    ) as town:
        await with_people(town)
        await opened(town)
        yield town


async def test_the_clean_draft_comes_once_the_report_is_accepted(cautious_town: Town) -> None:
    ada, olga = cautious_town.chats[ADA], cautious_town.chats[OLGA]
    draft = await ada.files()
    assert said("card-receipt-review") in ada.card.text
    assert draft.document is not None
    assert "（送审稿）" in draft.document.name
    assert "（送审稿）" in paragraphs_of(draft.document.content)
    olga.news()
    await olga.sends(f"/accept {ROADS}")
    clean = next(one.document for one in ada.news() if one.document)
    assert "（送审稿）" not in clean.name
    assert "（送审稿）" not in paragraphs_of(clean.content)
    cautious_town.reads_all()


async def files(town: Town, *people: int) -> None:
    for person in people:
        await town.chats[person].files()


def reminders(chat: Chat) -> list[Seen]:
    """What reminded the person of reviews, all looked at."""
    chat.news()
    beginning = start_of("review-reminder", count=7).partition("7")[0]
    return [m for m in chat.phone.chat if m.from_bot and m.text.startswith(beginning)]


async def accepted(town: Town) -> list[tuple[int, int]]:
    def look(session: Session) -> list[tuple[int, int]]:
        rows = session.exec(select(Acceptance).order_by("id"))
        return [(row.report_id, row.revision_id) for row in rows]

    return await town.reads(look)


async def reviews_chased(town: Town) -> list[tuple[int, bool]]:
    """Episode and whether it is over, of every review chased."""

    def look(session: Session) -> list[tuple[int, bool]]:
        rows = session.exec(select(Chase).where(Chase.kind == ChaseKind.REVIEW_WAITING))
        return [(row.episode, row.settled_at is not None) for row in rows]

    return await town.reads(look)


# ── accepting ──────────────────────────────────────────────────────────────────────────────────


async def test_coordinator_reads_a_filed_report_and_accepts_it_with_a_tap(
    plain_town: Town, olga: Chat
) -> None:
    town, ada = plain_town, plain_town.chats[ADA]
    await ada.files("The bridge is open.")
    listed = await olga.sends("/review")
    assert listed.text.startswith(said("review-title", count=1))
    assert ROADS in listed.text
    shown = await olga.does(lambda: olga.phone.taps(ROADS))
    assert shown.text.startswith(start_of("review-report", unit=ROADS, month="7月份", revision="1"))
    whole = await olga.taps("button-full")
    assert "The bridge is open." in whole.text
    await olga.taps("review-button-back")
    left = await olga.taps("review-button-accept")
    assert left.text == said("review-none")
    assert olga.toast == said("accept-done-short", unit=ROADS)
    told = ada.the_news()
    accepted = said("accepted-to-you", unit=ROADS, period="7月份", revision="1")
    assert told.text.split("\n") == [accepted, TIMES]
    assert (await town.report_of(ROADS)).state is ReportState.ACCEPTED
    card = await ada.sends("/report")
    assert f"{said('state-accepted')}（第1版）" in card.text
    town.reads_all()


async def test_everybody_who_writes_for_the_unit_is_told_and_nobody_else(
    plain_town: Town, olga: Chat
) -> None:
    denis = await plain_town.joins("Denis", DENIS, ROADS, ContactKind.DEPUTY)
    lena = await plain_town.joins("Lena", OTTO, ROADS, ContactKind.HEAD)
    await files(plain_town, ADA)
    denis.news()
    accepted = await olga.sends(f"/accept {ROADS}")
    assert accepted.text.split("\n") == [said("accept-done", unit=ROADS, period="7月份"), TIMES]
    for chat in (plain_town.chats[ADA], denis):
        assert chat.the_news().text.startswith(start_of("accepted-to-you", unit=ROADS))
    lena.expects_nothing_more()


async def test_accept_all_accepts_all_and_tells_each_unit(plain_town: Town, olga: Chat) -> None:
    await files(plain_town, ADA, BORIS)
    accepted = await olga.sends("/accept 全部")
    assert accepted.text.split("\n") == [said("accept-done-all", count=2), TIMES]
    for person, unit in ((ADA, ROADS), (BORIS, WATER)):
        assert unit in plain_town.chats[person].the_news().text
        assert (await plain_town.report_of(unit)).state is ReportState.ACCEPTED
    assert (await plain_town.report_of(PARKS)).state is ReportState.NOT_STARTED
    assert (await olga.sends("/accept all")).text == said("review-none")


async def test_accepting_all_by_button_accepts_only_what_was_seen(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA)
    await olga.sends("/review")
    await files(plain_town, BORIS)
    confirm = await olga.taps("review-button-all", count=1)
    assert confirm.text.startswith(said("review-all", count=1))
    done = await olga.taps("review-button-all-confirm", count=1)
    assert done.text.split("\n") == [said("accept-done", unit=ROADS, period="7月份"), TIMES]
    assert (await plain_town.report_of(WATER)).state is ReportState.FILED
    plain_town.reads_all()


async def test_newer_revision_is_shown_before_it_can_be_accepted(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await olga.sends("/review")
    await olga.does(lambda: olga.phone.taps(ROADS))
    await ada.taps("button-correct")
    await ada.sends("A slip of the pen.")
    await ada.changes_and_files("Other words.")
    olga.the_news()
    shown = await olga.taps("review-button-accept")
    assert olga.toast == said("report-changed-meanwhile")
    assert said("review-correction", reason="A slip of the pen.") in shown.text
    assert await accepted(plain_town) == []
    await olga.taps("review-button-accept")
    assert len(await accepted(plain_town)) == 1
    ada.the_news()


async def test_two_coordinators_accept_once(plain_town: Town, olga: Chat) -> None:
    otto = plain_town.person("Otto", OTTO)
    otto.phone.starts(await plain_town.link(None, ContactKind.COORDINATOR))
    await plain_town.steps()
    plain_town.reads_all()
    await files(plain_town, ADA)
    for chat in (olga, otto):
        await chat.sends("/review")
        await chat.does(partial(chat.phone.taps, ROADS))
    await olga.taps("review-button-accept")
    await otto.taps("review-button-accept")
    assert otto.toast == said("accept-settled-already")
    assert len(await accepted(plain_town)) == 1
    assert len([m for m in plain_town.chats[ADA].news() if "审核通过" in m.text]) == 1


async def test_report_can_be_returned_from_its_review(plain_town: Town, olga: Chat) -> None:
    await files(plain_town, ADA)
    await olga.sends("/review")
    await olga.does(lambda: olga.phone.taps(ROADS))
    asked = await olga.taps("review-button-return")
    assert asked.text == said("return-ask-reason", unit=ROADS, period="7月份", times=TIMES)
    await olga.sends("Say how many lanes.")
    assert "Say how many lanes." in plain_town.chats[ADA].the_news().text
    assert (await olga.sends("/review")).text == said("review-none")


async def test_nothing_filed_is_nothing_to_accept(plain_town: Town, olga: Chat) -> None:
    assert (await olga.sends(f"/accept {ROADS}")).text == said("accept-nothing", unit=ROADS)
    assert (await olga.sends("/accept Nowhere")).text == said("office-unit-unknown", name="Nowhere")
    assert (await olga.sends("/accept")).text == said("review-none")


async def test_correction_after_acceptance_waits_for_a_review_of_its_own(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await plain_town.steps()
    await olga.sends(f"/accept {ROADS}")
    ada.news()
    await ada.sends("/report")
    await ada.taps("button-correct")
    await ada.sends("A slip of the pen.")
    assert (await plain_town.report_of(ROADS)).state is ReportState.ACCEPTED
    await ada.changes_and_files("Other words.")
    olga.the_news()
    assert (await plain_town.report_of(ROADS)).state is ReportState.FILED
    await plain_town.steps()
    assert await reviews_chased(plain_town) == [(1, True), (2, False)]
    await olga.sends(f"/accept {ROADS}")
    assert len(await accepted(plain_town)) == 2
    plain_town.reads_all()


async def test_report_is_accepted_after_the_lock_as_before(plain_town: Town, olga: Chat) -> None:
    await files(plain_town, ADA)
    await plain_town.moves_to(LOCKS)
    plain_town.reads_all()
    assert (await olga.sends(f"/accept {ROADS}")).text.startswith(start_of("accept-done"))
    assert (await plain_town.report_of(ROADS)).state is ReportState.ACCEPTED
    plain_town.reads_all()


async def test_board_and_workbook_show_what_is_accepted(plain_town: Town, olga: Chat) -> None:
    await files(plain_town, ADA, BORIS)
    await plain_town.steps()
    await olga.sends(f"/accept {ROADS}")
    board = await olga.sends("/board")
    assert said("board-reviews", waiting=1, accepted=1) in board.text
    plain_town.reads_all()


# ── the office's own backlog ───────────────────────────────────────────────────────────────────


async def test_coordinator_is_reminded_of_everything_that_waits_in_one_message(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA)
    await plain_town.moves_to(at(2, 12))
    plain_town.reads_all()
    await files(plain_town, BORIS)
    await plain_town.moves_to(at(4, 9, 29))
    assert reminders(olga) == []
    await plain_town.moves_to(at(4, 9, 30))
    (first,) = reminders(olga)
    assert first.text.startswith(HEADINGS[2])
    assert f"（2）：{ROADS}、{WATER}" in first.text
    plain_town.reads_all()


async def test_reviews_that_come_due_together_share_one_message(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA, BORIS, CLARA)
    await plain_town.passes(at(4, 12))
    assert len(reminders(olga)) == 1
    await plain_town.passes(at(5, 12))
    assert len(reminders(olga)) == 1
    plain_town.reads_all()


@pytest.mark.long
async def test_reminder_of_reviews_comes_weekly_and_ends_and_is_marked_as_done_with_the_last(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA, BORIS)
    await plain_town.passes(at(11, 12))
    assert [f"{m.sent_at:%d}" for m in reminders(olga)] == ["04", "11"]
    await olga.sends(f"/accept {ROADS}")
    await plain_town.passes(at(18, 12))
    assert [m.text.startswith(HEADINGS[1]) for m in reminders(olga)] == [False, False, True]
    assert all(m.buttons for m in reminders(olga))
    await olga.sends(f"/return {WATER} why")
    done = said("reminder-settled-office", at="8月18日（周四）12:00")
    assert [(m.text.split("\n")[-1], m.buttons) for m in reminders(olga)] == [(done, ())] * 3
    await plain_town.passes(at(31, 12))
    assert len(reminders(olga)) == 3
    plain_town.reads_all()


async def test_reminder_is_marked_once_though_more_is_settled_at_the_same_moment(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA)
    await plain_town.passes(at(4, 12))
    plain_town.reads_all()
    await files(plain_town, BORIS)
    olga.news()
    await olga.sends("/accept 全部")
    assert {call.status for call in plain_town.sandbox.journal.calls} == {200}
    plain_town.reads_all()


async def test_correction_in_the_meantime_does_not_make_the_office_wait_longer(
    plain_town: Town, olga: Chat
) -> None:
    ada = plain_town.chats[ADA]
    await ada.files()
    await plain_town.moves_to(at(3, 12))
    await ada.taps("button-correct")
    await ada.sends("A slip of the pen.")
    await ada.changes_and_files("Other words.")
    await plain_town.passes(at(4, 12))
    assert len(reminders(olga)) == 1
    plain_town.reads_all()


async def test_reminder_that_has_lost_its_reason_before_it_went_out_does_not_go(
    plain_town: Town, olga: Chat
) -> None:
    """It is planned at half past nine; everything is accepted before the sender comes to it."""
    await files(plain_town, ADA)
    plain_town.clock.move_to(at(4, 9, 30))
    await plain_town.app.parts.ticks.plan()
    olga.phone.sends("/accept 全部")
    await plain_town.receives()
    await plain_town.steps()
    assert reminders(olga) == []
    plain_town.reads_all()


async def test_reminder_under_way_while_the_last_is_accepted_is_marked_when_it_arrives(
    plain_town: Town, olga: Chat
) -> None:
    town, sender = plain_town, plain_town.app.parts.sender
    await files(town, ADA)
    town.clock.move_to(at(4, 9, 30))
    await town.app.parts.ticks.plan()
    claims = []
    while claim := await town.app.database.unit(sender._claim):
        claims.append(claim)
    under_way = next(claim for claim in claims if claim.chat_id == OLGA)
    olga.phone.sends("/accept 全部")
    await town.receives()
    outcome = await sender._deliver(under_way)
    await town.app.database.unit(lambda s: sender._settle(s, under_way, outcome))
    await sender.send_due()
    (told,) = reminders(olga)
    assert told.text.endswith(said("reminder-settled-office", at="8月4日（周四）09:30"))
    assert not told.buttons
    town.reads_all()


async def test_office_without_reviews_is_asked_for_none_and_accepts_nothing_by_itself(
    unreviewed_town: Town,
) -> None:
    olga = unreviewed_town.chats[OLGA]
    await files(unreviewed_town, ADA)
    await unreviewed_town.passes(at(18, 12))
    assert reminders(olga) == []
    assert (await unreviewed_town.report_of(ROADS)).state is ReportState.FILED
    assert "审核" not in (await olga.sends("/board")).text
    unreviewed_town.reads_all()


async def test_reviews_that_are_switched_off_are_chased_no_more(
    plain_town: Town, olga: Chat
) -> None:
    await files(plain_town, ADA)
    await plain_town.moves_to(at(2, 12))
    plain_town.settings = plain_town.settings.model_copy(
        update={"review": ReviewSettings(required=False)}
    )
    await plain_town.kill()
    await plain_town.passes(at(5, 12))
    assert reminders(olga) == []
    assert await reviews_chased(plain_town) == [(1, True)]
    plain_town.reads_all()
