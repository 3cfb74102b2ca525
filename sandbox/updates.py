"""The queue of updates, with Telegram's rules of confirmation, expiry and numbering."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.journal import Journal, UpdateRecord
from sandbox.limits import Limits

KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})
# More that Telegram has and the sandbox never makes; a bot may ask for them all the same.
OTHER_KINDS = frozenset(
    {
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "guest_message",
        "managed_bot",
    }
)

# tdlib's TQueue: a new queue starts somewhere in here.
FIRST_ID = (2_000_000, 1_000_000_000)
# An offset further ahead than this of the newest update is ignored, and reading starts at the head.
FUTURE_OFFSET = 10


@dataclass(slots=True)
class PendingUpdate:
    """`lane` is the chat whose updates a webhook gets one after the other."""

    record: UpdateRecord
    lane: int

    @property
    def update_id(self) -> int:
        return self.record.update_id

    def to_json(self) -> dict[str, object]:
        return {"update_id": self.record.update_id, **self.record.body}


class UpdateQueue:
    def __init__(
        self,
        now: Callable[[], datetime],
        journal: Journal,
        limits: Limits,
        numbers: random.Random,
    ) -> None:
        self._now = now
        self._journal = journal
        self._limits = limits
        self._numbers = numbers
        self._next_id = numbers.randint(*FIRST_ID)
        self._last_put_at: datetime | None = None
        self._pending: dict[int, PendingUpdate] = {}
        self._ignore_offset = False
        # None means the default: everything the sandbox makes.
        self.allowed: frozenset[str] | None = None

    def __len__(self) -> int:
        self.expire()
        return len(self._pending)

    def put(self, kind: str, content: dict[str, object], *, lane: int) -> int | None:
        """The id given; None if the bot did not ask for updates of this kind."""
        if self.allowed is not None and kind not in self.allowed:
            return None
        now = self._now()
        quiet = self._last_put_at is not None and now - self._last_put_at >= timedelta(days=7)
        if quiet and not self._pending:
            self.renumber(self._numbers.randint(*FIRST_ID))
        self._last_put_at = now
        update_id = self._next_id
        self._next_id += 1
        record = self._journal.put(update_id, kind, {kind: content})
        self._pending[update_id] = PendingUpdate(record, lane)
        return update_id

    def renumber(self, next_id: int) -> None:
        """Go on at another number, as Telegram does after a quiet week."""
        self._next_id = next_id

    def redeliver_next(self) -> None:
        """Ignore the next offset once: the bot sees what it has confirmed a second time."""
        self._ignore_offset = True

    def take(self, offset: int, limit: int) -> list[PendingUpdate]:
        """What getUpdates answers; confirms everything below a positive `offset`.

        A negative offset counts from the end and forgets all before it. Forgetting is confirming.
        """
        self.expire()
        if offset < 0:
            ids = list(self._pending)
            self._confirm(ids[:offset])
        elif self._ignore_offset and offset > 0:
            self._ignore_offset = False
        elif 0 < offset <= self._next_id + FUTURE_OFFSET:
            self._confirm([update_id for update_id in self._pending if update_id < offset])
        return list(self._pending.values())[:limit]

    def deliver(self, updates: Iterable[PendingUpdate]) -> None:
        for update in updates:
            self._journal.delivered(update.record)

    def confirm(self, update: PendingUpdate) -> None:
        self._confirm([update.update_id])

    def first_of_each_lane(self) -> dict[int, PendingUpdate]:
        self.expire()
        lanes: dict[int, PendingUpdate] = {}
        for update in self._pending.values():
            lanes.setdefault(update.lane, update)
        return lanes

    def holds(self, update: PendingUpdate) -> bool:
        self.expire()
        return self._pending.get(update.update_id) is update

    def drop_all(self) -> None:
        for update in self._pending.values():
            self._journal.dropped(update.record, "drop_pending_updates")
        self._pending.clear()

    def expire(self) -> None:
        horizon = self._now() - self._limits.update_lifetime
        while self._pending:
            oldest = next(iter(self._pending.values()))
            if oldest.record.put_at > horizon:
                return
            self._journal.dropped(oldest.record, "older than 24 hours")
            del self._pending[oldest.update_id]

    def _confirm(self, ids: Iterable[int]) -> None:
        for update_id in ids:
            update = self._pending.pop(update_id, None)
            if update is not None:
                self._journal.confirmed(update.record)
