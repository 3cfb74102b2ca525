"""Telegram's numbers, and the gate that counts messages on the injected clock."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are bytes or characters as named. `flood` switches the three rates on.

    A private chat takes `chat_burst` messages in any `chat_window`: one a second sustained, with
    a small burst, as the Bot FAQ describes it. Edits count towards the overall rate only.
    """

    text_characters: int = 4096
    caption_characters: int = 1024
    callback_data_bytes: int = 64
    buttons: int = 100
    upload_bytes: int = 50 << 20
    photo_bytes: int = 10 << 20
    download_bytes: int = 20 << 20
    flood: bool = True
    overall_per_second: int = 30
    chat_burst: int = 5
    chat_window: timedelta = timedelta(seconds=5)
    group_per_minute: int = 20
    # Telegram keeps an update "not longer than 24 hours".
    update_lifetime: timedelta = timedelta(hours=24)
    # Not documented; in practice a query can be answered for some minutes.
    callback_lifetime: timedelta = timedelta(minutes=15)
    # "It is guaranteed that the link will be valid for at least 1 hour."
    file_link_lifetime: timedelta = timedelta(hours=1)
    # deleteMessage: "A message can only be deleted if it was sent less than 48 hours ago."
    delete_window: timedelta = timedelta(hours=48)


class _Window:
    """At most `most` marks in any stretch of `length`."""

    def __init__(self, most: int, length: timedelta) -> None:
        self._most = most
        self._length = length
        self._marks: deque[datetime] = deque()

    def wait(self, now: datetime, marks: int) -> timedelta | None:
        """How long until `marks` more fit; None if they fit now."""
        # A clock that was set back must not close the window for as long.
        while self._marks and (self._marks[0] <= now - self._length or self._marks[-1] > now):
            if self._marks[-1] > now:
                self._marks.pop()
            else:
                self._marks.popleft()
        excess = len(self._marks) + marks - self._most
        if excess <= 0 or not self._marks:
            return None
        blocking = self._marks[min(excess, len(self._marks)) - 1]
        return blocking + self._length - now

    def mark(self, now: datetime, marks: int) -> None:
        self._marks.extend([now] * marks)


class FloodGate:
    def __init__(self, limits: Limits, now: Callable[[], datetime]) -> None:
        self._limits = limits
        self._now = now
        self._overall = _Window(limits.overall_per_second, timedelta(seconds=1))
        self._chats: dict[int, _Window] = {}

    def pass_message(self, chat_id: int, *, private: bool, messages: int = 1) -> None:
        """Count messages about to be sent. Raises ApiError 429; refused ones do not count."""
        if chat_id not in self._chats:
            self._chats[chat_id] = (
                _Window(self._limits.chat_burst, self._limits.chat_window)
                if private
                else _Window(self._limits.group_per_minute, timedelta(minutes=1))
            )
        self._pass([self._overall, self._chats[chat_id]], messages)

    def pass_edit(self) -> None:
        self._pass([self._overall], 1)

    def _pass(self, windows: list[_Window], messages: int) -> None:
        if not self._limits.flood:
            return
        now = self._now()
        waits = [wait for window in windows if (wait := window.wait(now, messages)) is not None]
        if waits:
            raise too_many_requests(max(1, math.ceil(max(waits).total_seconds())))
        for window in windows:
            window.mark(now, messages)
