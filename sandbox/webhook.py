"""Delivery of updates to the bot's webhook: in order per chat, until it answers with a 2xx."""

import asyncio
from collections.abc import Callable
from functools import partial

import httpx

from sandbox.faults import Redeliver
from sandbox.updates import PendingUpdate
from sandbox.world import Sandbox, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the header's name
# How long the bot may take to answer a delivery, in real seconds.
PATIENCE = 30.0


class WebhookDelivery:
    def __init__(self, sandbox: Sandbox, *, retry: tuple[float, float]) -> None:
        self._sandbox = sandbox
        self._retry = retry
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._served: Webhook | None = None

    async def run(self, changed: Callable[[], asyncio.Event]) -> None:
        """Deliver for ever; `changed` gives the event that the next change will set."""
        # Only loopback is called: no proxy, no certificate.
        async with httpx.AsyncClient(trust_env=False, verify=False, timeout=PATIENCE) as client:  # noqa: S501
            try:
                while True:
                    next_change = changed()
                    self._start_lanes(client)
                    await next_change.wait()
            finally:
                for task in self._busy.values():
                    task.cancel()
                await asyncio.gather(*self._busy.values(), return_exceptions=True)

    def _start_lanes(self, client: httpx.AsyncClient) -> None:
        with self._sandbox.lock:
            webhook = self._sandbox.webhook
            if webhook is not self._served:
                self._served = webhook
                for task in self._busy.values():
                    task.cancel()
            if webhook is None:
                return
            for lane, update in self._sandbox.updates.first_of_each_lane().items():
                if lane not in self._busy and len(self._busy) < webhook.max_connections:
                    task = asyncio.create_task(self._deliver(client, webhook, update))
                    self._busy[lane] = task
                    task.add_done_callback(partial(self._lane_is_free, lane))

    def _lane_is_free(self, lane: int, _task: asyncio.Task[None]) -> None:
        del self._busy[lane]
        with self._sandbox.lock:
            self._sandbox.changed()

    async def _deliver(
        self, client: httpx.AsyncClient, webhook: Webhook, update: PendingUpdate
    ) -> None:
        pause, longest = self._retry
        while True:
            with self._sandbox.lock:
                wanted = self._sandbox.webhook is webhook
                if not wanted or not self._sandbox.updates.holds(update):
                    return
                self._sandbox.updates.deliver([update])
            failure = await self._post(client, webhook, update)
            with self._sandbox.lock:
                if failure is None:
                    if isinstance(
                        self._sandbox.faults.take("webhook", str(update.lane)), Redeliver
                    ):
                        continue
                    self._sandbox.updates.confirm(update)
                    return
                self._sandbox.last_webhook_error = (self._sandbox.now(), failure)
                self._sandbox.changed()
            await asyncio.sleep(pause)
            pause = min(pause * 2, longest)

    async def _post(
        self, client: httpx.AsyncClient, webhook: Webhook, update: PendingUpdate
    ) -> str | None:
        """What went wrong, in Telegram's words; None when the bot took it."""
        headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        try:
            answer = await client.post(webhook.url, json=update.to_json(), headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.TransportError as error:
            return f"Connection failed: {type(error).__name__}"
        if answer.is_success:
            return None
        return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
