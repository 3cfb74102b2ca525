"""The webhook: an update is answered with 200 only when it is in the inbox."""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.inbox import RawUpdate
from bot.settings import WebhookSettings

logger = logging.getLogger(__name__)

_PROOF_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST_UPDATE = 1 << 20  # bytes; the longest message with all its entities is far below


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the program, not to one of its parts."""
        yield


class Webhook:
    """Listens for updates. Everybody may knock, so the secret comes before the body."""

    def __init__(
        self,
        settings: WebhookSettings,
        keep: Callable[[Sequence[RawUpdate]], Awaitable[None]],
    ) -> None:
        secret = settings.secret_token
        self._secret = secret.get_secret_value().encode() if secret else b""
        self._keep = keep
        routes = [Route(settings.path, self._receive, methods=["POST"])]
        self._server = _Server(
            uvicorn.Config(
                Starlette(routes=routes),
                host=settings.listen,
                port=settings.port,
                log_config=None,
                access_log=False,
                lifespan="off",
            )
        )

    async def run(self) -> None:
        """Listens until `stop`, or until it is cancelled: then what has begun is still answered."""
        serving = asyncio.create_task(self._server.serve())
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            self.stop()
            await serving
            raise

    def stop(self) -> None:
        self._server.should_exit = True

    async def _receive(self, request: Request) -> Response:
        given = request.headers.get(_PROOF_HEADER, "").encode()
        if not self._secret or not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        if int(request.headers.get("content-length") or 0) > _LARGEST_UPDATE:
            return Response(status_code=413)
        try:
            update = await request.json()
        except ValueError:
            return Response(status_code=400)
        if not isinstance(update, dict):
            return Response(status_code=400)
        await self._keep([update])
        return Response(status_code=200)
