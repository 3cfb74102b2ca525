"""When the next message may go out: Telegram's limits, kept before it has to say so."""

from collections import defaultdict, deque
from datetime import datetime, timedelta

from vocabulary.clock import Clock

# Telegram bears short bursts in one chat; so many messages in so many times the pace.
_BURST = 5


class Pacer:
    """Hands out turns one by one.

    per_second: all messages and edits together, evenly spaced, so that no second holds more.
    per_chat_seconds: the pace of new messages in one chat, kept over any five of them.
    """

    def __init__(self, clock: Clock, *, per_second: float, per_chat_seconds: float) -> None:
        self._clock = clock
        self._spacing = timedelta(seconds=1 / per_second)
        self._window = timedelta(seconds=per_chat_seconds * _BURST)
        self._next = datetime.min.replace(tzinfo=clock.now().tzinfo)
        self._paused_until = self._next
        self._sent: defaultdict[int, deque[datetime]] = defaultdict(lambda: deque(maxlen=_BURST))

    async def turn(self, chat_id: int, *, is_new_message: bool) -> None:
        """Returns when it is this call's turn."""
        if is_new_message:
            await self._turn_in_chat(chat_id)
        while (now := self._clock.now()) < self._paused_until:
            await self._clock.sleep((self._paused_until - now).total_seconds())
        slot = max(now, self._next)
        self._next = slot + self._spacing
        if slot > now:
            await self._clock.sleep((slot - now).total_seconds())

    async def _turn_in_chat(self, chat_id: int) -> None:
        sent = self._sent[chat_id]
        now = self._clock.now()
        slot = max(now, sent[0] + self._window) if len(sent) == _BURST else now
        sent.append(slot)
        if slot > now:
            await self._clock.sleep((slot - now).total_seconds())

    def pause(self, until: datetime) -> None:
        """Telegram has asked for silence: nothing goes out before the moment."""
        self._paused_until = max(self._paused_until, until)

    def forget_quiet_chats(self) -> None:
        """Lets go of chats whose burst has long passed, so that the table does not grow."""
        now = self._clock.now()
        for chat_id in [c for c, sent in self._sent.items() if sent[-1] + self._window < now]:
            del self._sent[chat_id]
