"""What Telegram's words, silence and other people's pages mean for the row that was being sent."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.clock import ManualClock
from sandbox import Answer, Drop, Hang, Sandbox, SandboxServer, flood_wait, html_page
from scheduler.outcomes import (
    Cause,
    MaybeSent,
    NotSent,
    Outcome,
    Refused,
    Sent,
    Unreachable,
    Vanished,
    Wait,
    cause_of,
    outcome_of,
)
from tests.chat import START


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable("blocked")),
        (Forbidden("Forbidden: user is deactivated"), Unreachable("deactivated")),
        (
            Forbidden("Forbidden: bot can't initiate conversation with a user"),
            Unreachable("never_started"),
        ),
        (Forbidden("Forbidden: something new"), Unreachable("gone")),
        (BadRequest("Chat not found"), Unreachable("gone")),
        (BadRequest("Message is not modified: specified new message"), Sent(None)),
        (BadRequest("Message to edit not found"), Vanished()),
        (BadRequest("Message can't be edited"), Vanished()),
        (BadRequest("Message is too long"), Refused("Message is too long")),
        (InvalidToken("Unauthorized"), NotSent("unauthorized")),
        (Conflict("Conflict"), Refused("Conflict")),
        (ChatMigrated(-100), Refused("ChatMigrated")),
        (TimedOut(), MaybeSent("TimedOut")),
        (NetworkError("Bad Gateway"), MaybeSent("NetworkError")),
        (caused(TimedOut(), httpx.ReadTimeout("")), MaybeSent("ReadTimeout")),
        (caused(TimedOut(), httpx.WriteTimeout("")), MaybeSent("WriteTimeout")),
        (caused(NetworkError(""), httpx.RemoteProtocolError("")), MaybeSent("RemoteProtocolError")),
        (caused(TimedOut(), httpx.PoolTimeout("")), NotSent("PoolTimeout")),
        (caused(TimedOut(), httpx.ConnectTimeout("")), NotSent("ConnectTimeout")),
        (caused(NetworkError(""), httpx.ConnectError("")), NotSent("ConnectError")),
        (caused(NetworkError(""), httpx.ProxyError("")), NotSent("ProxyError")),
    ],
    ids=str,
)
def test_error_means(error: TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome


@pytest.mark.parametrize("pause", [timedelta(seconds=30), timedelta(seconds=10072)])
def test_flood_wait_means_so_much_silence(pause: timedelta) -> None:
    assert outcome_of(RetryAfter(pause)) == Wait(pause)


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(now=ManualClock(START).now)


@pytest.fixture
async def server(sandbox: Sandbox) -> AsyncIterator[SandboxServer]:
    async with SandboxServer(sandbox) as server:
        yield server


async def sending(server: SandboxServer, *, url: str = "") -> Outcome:
    """A message sent through PTB as the bot sends it, and what its end means."""
    request = HTTPXRequest(read_timeout=0.2, connect_timeout=0.5)
    base = f"{url or server.url}/bot"
    async with request:
        bot = Bot(server.sandbox.token, base_url=base, request=request)
        try:
            sent = await bot.send_message(1001, "hello")
        except TelegramError as error:
            return outcome_of(error)
        return Sent(sent.message_id)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (flood_wait(30), Wait(timedelta(seconds=30))),
        (html_page(200), NotSent("not Telegram")),
        (html_page(400), NotSent("not Telegram")),
        (html_page(403), NotSent("not Telegram")),
        (html_page(404), NotSent("not Telegram")),
        (html_page(502), MaybeSent("TelegramError")),
        (html_page(504), MaybeSent("TelegramError")),
        (Hang(accepted=True), MaybeSent("ReadTimeout")),
        (Drop(accepted=True), MaybeSent("RemoteProtocolError")),
    ],
    ids=str,
)
async def test_fault_on_the_wire_means(
    server: SandboxServer, sandbox: Sandbox, fault: Answer | Hang | Drop, outcome: Outcome
) -> None:
    sandbox.person("Ada", user_id=1001).starts()
    sandbox.faults.next("sendMessage", fault)
    found = await sending(server)
    match found:
        case MaybeSent():
            assert isinstance(outcome, MaybeSent)
        case _:
            assert found == outcome


async def test_nobody_listening_means_surely_not_sent(server: SandboxServer) -> None:
    assert isinstance(await sending(server, url="http://127.0.0.1:9"), NotSent)


async def test_person_who_never_pressed_start_is_unreachable(
    server: SandboxServer, sandbox: Sandbox
) -> None:
    assert await sending(server) == Unreachable("gone")
    sandbox.person("Ada", user_id=1001)
    assert await sending(server) == Unreachable("never_started")


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        ("blocked", Cause.UNREACHABLE),
        ("never_started", Cause.UNREACHABLE),
        ("maybe sent: ReadTimeout", Cause.NO_ANSWER),
        ("maybe sent: sender stopped", Cause.STOPPED),
        ("ConnectError", Cause.NO_CONNECTION),
        ("PoolTimeout", Cause.NO_CONNECTION),
        ("not Telegram", Cause.NOT_TELEGRAM),
        ("unauthorized", Cause.TOKEN),
        ("lease ran out", Cause.TOO_SLOW),
        ("file lost: ab12", Cause.FILE_LOST),
        ("file not made: OSError", Cause.FILE_NOT_MADE),
        ("nothing to send", Cause.NOTHING),
        ("vanished", Cause.VANISHED),
        ("Message is too long", Cause.TOO_LONG),
        ("Bad Request: message is too long", Cause.TOO_LONG),
        ("Message caption is too long", Cause.TOO_LONG),
        ("Can't parse entities: unsupported start tag", Cause.MARKUP),
        ("Request Entity Too Large", Cause.TOO_LARGE),
        ("Something that nobody has met", Cause.REFUSED),
        ("Conflict", Cause.REFUSED),
    ],
)
def test_stored_error_means(error: str, cause: Cause) -> None:
    assert cause_of(error) is cause
