"""When the next message may go out: Telegram's limits, kept before it has to say so."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from vocabulary.clock import Clock

# Telegram bears short bursts in one chat; so many messages in so many times the pace.
_BURST = 5


class Pacer:
    """Hands out turns one by one.

    Calls may overtake each other on the way, and Telegram counts what reaches it: a call counts
    from its turn until a second after its answer, so that no second holds more there, either.

    per_second: all messages and edits together, evenly spaced, so that no second holds more.
    per_chat_seconds: the pace of new messages in one chat, kept over any five of them.
    """

    def __init__(self, clock: Clock, *, per_second: float, per_chat_seconds: float) -> None:
        self._clock = clock
        self._spacing = timedelta(seconds=1 / per_second)
        self._most = max(1, int(per_second))
        self._stretch = self._spacing * self._most
        self._under_way = 0
        self._ended: deque[datetime] = deque(maxlen=self._most)
        self._one_has_ended = asyncio.Event()
        self._window = timedelta(seconds=per_chat_seconds * _BURST)
        self._next = datetime.min.replace(tzinfo=clock.now().tzinfo)
        self._paused_until = self._next
        self._sent: defaultdict[int, deque[datetime]] = defaultdict(lambda: deque(maxlen=_BURST))

    async def turn(self, chat_id: int, *, is_new_message: bool) -> bool:
        """Returns when it is this call's turn, which counts as taken at that moment.

        False, at once and with no turn taken, while Telegram wants silence.
        """
        while (now := self._clock.now()) >= self._paused_until:
            at = self._free_at(chat_id, is_new_message)
            if at is None:
                self._one_has_ended.clear()
                await self._one_has_ended.wait()
            elif at <= now:
                break
            else:
                await self._clock.sleep((at - now).total_seconds())
        else:
            return False
        self._next = now + self._spacing
        if is_new_message:
            self._sent[chat_id].append(now)
        return True

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Around the call whose turn it is: it arrives at some moment before it ends."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._ended.append(self._clock.now())
            self._one_has_ended.set()

    def _free_at(self, chat_id: int, is_new_message: bool) -> datetime | None:
        """None: not before one of those under way has ended."""
        at = self._next
        if is_new_message and len(sent := self._sent[chat_id]) == _BURST:
            at = max(at, sent[0] + self._window)
        too_many = self._under_way + len(self._ended) + 1 - self._most
        if too_many <= 0:
            return at
        if too_many > len(self._ended):
            return None
        return max(at, self._ended[too_many - 1] + self._stretch)

    def resting(self) -> dict[int, datetime]:
        """Chats that have had their burst, each with the moment at which it may get more."""
        now = self._clock.now()
        ends = {
            chat_id: sent[0] + self._window
            for chat_id, sent in self._sent.items()
            if len(sent) == _BURST
        }
        return {chat_id: until for chat_id, until in ends.items() if until > now}

    @property
    def paused_until(self) -> datetime:
        """Until when Telegram wants silence; long past when it does not."""
        return self._paused_until

    def pause(self, until: datetime) -> None:
        """Telegram has asked for silence: nothing goes out before the moment."""
        self._paused_until = max(self._paused_until, until)

    def forget_quiet_chats(self) -> None:
        """Lets go of chats whose burst has long passed, so that the table does not grow."""
        now = self._clock.now()
        quiet = [c for c, s in self._sent.items() if not s or s[-1] + self._window < now]
        for chat_id in quiet:
            del self._sent[chat_id]
