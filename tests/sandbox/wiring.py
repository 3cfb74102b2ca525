from datetime import datetime, timedelta

from telegram import Bot

from sandbox import SandboxServer


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


def bot_for(server: SandboxServer) -> Bot:
    base, files = f"{server.url}/bot", f"{server.url}/file/bot"
    return Bot(server.sandbox.token, base_url=base, base_file_url=files)
