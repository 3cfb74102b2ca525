"""Another program with the same token, on another machine: noticed, told of once, left alone."""

from datetime import timedelta

from sandbox import bad_gateway
from sandbox.world import Webhook
from tests.chat import Town, said
from tests.models.samples import ADA, OLGA
from tests.waiting import soon

OURS = "https://reports.example/telegram"
THEIRS = Webhook("http://127.0.0.1:9/other", "", 1)


async def sent(town: Town) -> None:
    await town.app.parts.sender.send_due()


async def test_one_refused_poll_may_be_an_echo_and_the_second_is_a_rival(plain_town: Town) -> None:
    olga, rivals = plain_town.chats[OLGA], plain_town.app.parts.rivals
    await rivals.poll_refused()
    await sent(plain_town)
    assert olga.news() == []
    for _ in range(5):
        plain_town.clock.advance(timedelta(seconds=9))
        await rivals.poll_refused()
    await sent(plain_town)
    assert olga.the_news().text == said("life-rival-polls")


async def test_refusals_far_apart_are_echoes(plain_town: Town) -> None:
    rivals = plain_town.app.parts.rivals
    for _ in range(5):
        await rivals.poll_refused()
        plain_town.clock.advance(timedelta(minutes=11))
    await sent(plain_town)
    assert plain_town.chats[OLGA].news() == []


async def test_webhook_that_another_one_changed_is_told_of_and_not_changed_back(
    plain_town: Town,
) -> None:
    olga, rivals = plain_town.chats[OLGA], plain_town.app.parts.rivals
    plain_town.sandbox.webhook = THEIRS
    for _ in range(3):
        await rivals.look_at_webhook(OURS)
    await sent(plain_town)
    assert olga.the_news().text == said("life-rival-webhook")
    assert plain_town.sandbox.webhook == THEIRS
    assert rivals.webhook_seen_at is None
    plain_town.sandbox.webhook = Webhook(OURS, "", 1)
    await rivals.look_at_webhook(OURS)
    assert rivals.webhook_seen_at == plain_town.clock.now()


async def test_webhook_that_telegram_cannot_reach_receives_nothing(plain_town: Town) -> None:
    """Ours, as Telegram has it, and nobody listens there: an outage, though the bot runs."""
    ada, rivals, sandbox = plain_town.chats[ADA], plain_town.app.parts.rivals, plain_town.sandbox
    nobody_there = "http://127.0.0.1:9/ours"
    sandbox.webhook = Webhook(nobody_there, "", 1)
    await rivals.look_at_webhook(nobody_there)
    first = rivals.webhook_seen_at
    assert first == plain_town.clock.now()
    plain_town.clock.advance(timedelta(hours=1))
    ada.phone.sends("/help")
    await soon(lambda: sandbox.last_webhook_error is not None)
    await rivals.look_at_webhook(nobody_there)
    assert rivals.webhook_seen_at == first
    sandbox.webhook = None
    await plain_town.steps()
    ada.the_news()
    sandbox.webhook = Webhook(nobody_there, "", 1)
    await rivals.look_at_webhook(nobody_there)
    assert rivals.webhook_seen_at == plain_town.clock.now()


async def test_webhook_that_cannot_be_seen_is_no_rival(plain_town: Town) -> None:
    plain_town.sandbox.faults.next("getWebhookInfo", bad_gateway())
    await plain_town.app.parts.rivals.look_at_webhook(OURS)
    await sent(plain_town)
    assert plain_town.chats[OLGA].news() == []


async def test_polling_takes_a_foreign_webhook_away_and_says_so(plain_town: Town) -> None:
    plain_town.sandbox.webhook = THEIRS
    await plain_town.app.parts.rivals.take_webhook_away(OURS)
    await sent(plain_town)
    assert plain_town.sandbox.webhook is None
    assert plain_town.chats[OLGA].the_news().text == said("life-rival-webhook")


async def test_polling_takes_our_own_webhook_away_in_silence(plain_town: Town) -> None:
    plain_town.sandbox.webhook = Webhook(OURS, "", 1)
    await plain_town.app.parts.rivals.take_webhook_away(OURS)
    await sent(plain_town)
    assert plain_town.sandbox.webhook is None
    assert plain_town.chats[OLGA].news() == []
