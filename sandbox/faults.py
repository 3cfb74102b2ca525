"""Scripted misfortune: what the next calls of a method get instead of their answer.

sandbox.faults.next("sendMessage", flood_wait(3), times=2)
sandbox.faults.next("getUpdates", bad_gateway())
sandbox.faults.next("sendDocument", Hang(accepted=True), chat_id=1001)
sandbox.faults.sometimes("sendMessage", Drop(accepted=True), share=0.01, numbers=random.Random(7))
"""

import json
import random
from dataclasses import dataclass, replace

from sandbox.errors import ApiError, too_many_requests


@dataclass(frozen=True, slots=True)
class Answer:
    """This answer, and no effect unless accepted."""

    status: int
    body: bytes
    content_type: str = "application/json"
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Hang:
    """No answer at all, until the caller gives up."""

    accepted: bool


@dataclass(frozen=True, slots=True)
class Drop:
    """The connection breaks without an answer."""

    accepted: bool


@dataclass(frozen=True, slots=True)
class Delay:
    """The right answer, late: so many real seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Redeliver:
    """The last batch of getUpdates comes again, its offset ignored; a webhook's update comes twice.

    Planned for the methods "getUpdates" and "webhook".
    """


@dataclass(frozen=True, slots=True)
class Backwards:
    """getUpdates only: the batch comes with the newest update first."""


@dataclass(frozen=True, slots=True)
class Truncate:
    """Downloads only: half of the body, then the connection breaks."""


Fault = Answer | Hang | Drop | Delay | Redeliver | Backwards | Truncate


def refusal(error: ApiError) -> Answer:
    return Answer(error.status, json.dumps(error.body()).encode())


def flood_wait(retry_after: int) -> Answer:
    return refusal(too_many_requests(retry_after))


def unauthorized() -> Answer:
    return refusal(ApiError(401, "Unauthorized"))


def not_found() -> Answer:
    return refusal(ApiError(404, "Not Found"))


def html_page(status: int) -> Answer:
    """What a proxy or a captive portal answers."""
    return Answer(status, b"<html><body><h1>Not Telegram</h1></body></html>", "text/html")


def bad_gateway(*, accepted: bool = False) -> Answer:
    """accepted: what was asked for has happened behind it."""
    return replace(html_page(502), accepted=accepted)


@dataclass(slots=True)
class _Planned:
    fault: Fault
    times: int
    chat_id: int | None


@dataclass(frozen=True, slots=True)
class _Weather:
    fault: Fault
    share: float
    numbers: random.Random


class FaultScript:
    """Methods are named as in the Bot API, in any case; downloads are the method "file"."""

    def __init__(self) -> None:
        self._planned: dict[str, list[_Planned]] = {}
        self._weather: dict[str, list[_Weather]] = {}

    def next(
        self, method: str, fault: Fault, *, times: int = 1, chat_id: int | None = None
    ) -> None:
        """In the order planned; with `chat_id`, only calls about that chat count."""
        planned = self._planned.setdefault(method.lower(), [])
        planned.append(_Planned(fault, times, chat_id))

    def sometimes(self, method: str, fault: Fault, *, share: float, numbers: random.Random) -> None:
        """To this share of the calls, by chance, beside what is planned; until `clear`."""
        self._weather.setdefault(method.lower(), []).append(_Weather(fault, share, numbers))

    def take(self, method: str, chat_id: str | None) -> Fault | None:
        planned = self._planned.get(method.lower(), [])
        for plan in planned:
            if plan.chat_id is None or str(plan.chat_id) == chat_id:
                plan.times -= 1
                if plan.times <= 0:
                    planned.remove(plan)
                return plan.fault
        for weather in self._weather.get(method.lower(), []):
            if weather.numbers.random() < weather.share:
                return weather.fault
        return None

    def left(self, method: str) -> int:
        """How many calls the script still holds for a method: 0 when all came true."""
        return sum(plan.times for plan in self._planned.get(method.lower(), []))

    def clear(self) -> None:
        self._planned.clear()
        self._weather.clear()
