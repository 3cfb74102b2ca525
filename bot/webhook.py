"""The webhook: an update is answered with 200 only when it is in the inbox."""

import hmac
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.http_server import HttpServer
from bot.inbox import RawUpdate
from bot.settings import WebhookSettings

_PROOF_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST_UPDATE = 1 << 20  # bytes; the longest message with all its entities is far below


class Webhook:
    """Listens for updates. Everybody may knock, so the secret comes before the body.

    beside: what else this server answers, at other paths.
    """

    def __init__(
        self,
        settings: WebhookSettings,
        keep: Callable[[Sequence[RawUpdate]], Awaitable[None]],
        beside: Sequence[Route] = (),
    ) -> None:
        secret = settings.secret_token
        self._secret = secret.get_secret_value().encode() if secret else b""
        self._keep = keep
        self._server = HttpServer(
            [Route(settings.path, self._receive, methods=["POST"]), *beside],
            listen=settings.listen,
            port=settings.port,
        )
        self.bind, self.run, self.stop = self._server.bind, self._server.run, self._server.stop

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
