"""A Telegram on your desk: a Bot API server on loopback, and the people who write to the bot.

    sandbox = Sandbox(now=clock.now)
    ada = sandbox.person("Ada")
    async with SandboxServer(sandbox) as server:
        ...                     # run the bot against server.url with sandbox.token
        ada.starts("invitation")
        await until(sandbox, lambda: ada.unanswered == [] and len(ada.chat) > 1)
        ada.taps("开始填报")
        print(ada.transcript())

It imports nothing else of this project.
"""

from sandbox.errors import ApiError, MisuseError
from sandbox.faults import (
    Answer,
    Backwards,
    Delay,
    Drop,
    Fault,
    FaultScript,
    Hang,
    Redeliver,
    Truncate,
    bad_gateway,
    flood_wait,
    html_page,
    not_found,
    refusal,
    unauthorized,
)
from sandbox.journal import Call, Journal, UpdateRecord
from sandbox.limits import Limits
from sandbox.messages import Button, Message, StoredFile, Toast, User
from sandbox.person import Group, Person
from sandbox.server import SandboxServer
from sandbox.waiting import until
from sandbox.world import DEFAULT_TOKEN, Event, Sandbox

__all__ = [
    "DEFAULT_TOKEN",
    "Answer",
    "ApiError",
    "Backwards",
    "Button",
    "Call",
    "Delay",
    "Drop",
    "Event",
    "Fault",
    "FaultScript",
    "Group",
    "Hang",
    "Journal",
    "Limits",
    "Message",
    "MisuseError",
    "Person",
    "Redeliver",
    "Sandbox",
    "SandboxServer",
    "StoredFile",
    "Toast",
    "Truncate",
    "UpdateRecord",
    "User",
    "bad_gateway",
    "flood_wait",
    "html_page",
    "not_found",
    "refusal",
    "unauthorized",
    "until",
]
