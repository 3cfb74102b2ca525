"""What happened: every call with its answer, every update with its fate."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Call:
    """One request of the bot.

    params: as sent; uploads appear as "name (N bytes)".
    status: the HTTP status the bot saw; None when it saw none (a scripted silence or drop).
    accepted: it had its effect, whatever the bot saw.
    """

    method: str
    params: dict[str, str]
    at: datetime
    status: int | None
    accepted: bool
    answer: object
    fault: str | None = None

    def to_json(self) -> dict[str, object]:
        return {
            "event": "call",
            "method": self.method,
            "params": self.params,
            "at": self.at.isoformat(),
            "status": self.status,
            "accepted": self.accepted,
            "answer": self.answer,
            "fault": self.fault,
        }


@dataclass(slots=True)
class UpdateRecord:
    """`confirmed_at` is when Telegram regards it as delivered; `dropped` says why it never was."""

    update_id: int
    kind: str
    body: dict[str, object]
    put_at: datetime
    delivered_at: list[datetime] = field(default_factory=list)
    confirmed_at: datetime | None = None
    dropped: str | None = None

    def to_json(self) -> dict[str, object]:
        return {
            "update_id": self.update_id,
            "kind": self.kind,
            "body": self.body,
            "put_at": self.put_at.isoformat(),
            "delivered_at": [at.isoformat() for at in self.delivered_at],
            "confirmed_at": None if self.confirmed_at is None else self.confirmed_at.isoformat(),
            "dropped": self.dropped,
        }


class Journal:
    """Grows as long as the sandbox lives. `listener` gets each entry as a JSON object at once."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.calls: list[Call] = []
        self.updates: list[UpdateRecord] = []
        self.listener: Callable[[dict[str, object]], None] | None = None

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def call(self, call: Call) -> None:
        self.calls.append(call)
        self._tell(call.to_json())

    def put(self, update_id: int, kind: str, body: dict[str, object]) -> UpdateRecord:
        record = UpdateRecord(update_id, kind, body, self._now())
        self.updates.append(record)
        self._tell({"event": "put", **record.to_json()})
        return record

    def delivered(self, record: UpdateRecord) -> None:
        record.delivered_at.append(self._now())
        self._tell_fate("delivered", record)

    def confirmed(self, record: UpdateRecord) -> None:
        record.confirmed_at = self._now()
        self._tell_fate("confirmed", record)

    def dropped(self, record: UpdateRecord, why: str) -> None:
        record.dropped = why
        self._tell_fate("dropped", record)

    def _tell_fate(self, event: str, record: UpdateRecord) -> None:
        self._tell(
            {
                "event": event,
                "update_id": record.update_id,
                "at": self._now().isoformat(),
                "why": record.dropped,
            }
        )

    def _tell(self, entry: dict[str, object]) -> None:
        if self.listener is not None:
            self.listener(entry)
