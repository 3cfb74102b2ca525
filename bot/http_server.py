"""A small HTTP server within the event loop, for the webhook and for those who watch."""

import asyncio
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from vocabulary.errors import BaosongError


class PortTaken(BaosongError):
    """Another program listens there, or it may not be listened at."""

    text_key = "port-taken"


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the program, not to one of its parts."""
        yield


class HttpServer:
    """`bind` takes the port, `run` serves until `stop`, or until it is cancelled."""

    def __init__(self, routes: Sequence[Route], *, listen: str, port: int) -> None:
        self._listen = listen
        self._port = port
        self._socket: socket.socket | None = None
        self._server = _Server(
            uvicorn.Config(
                Starlette(routes=list(routes)), log_config=None, access_log=False, lifespan="off"
            )
        )

    def bind(self) -> None:
        """Raises PortTaken."""
        family = socket.AF_INET6 if ":" in self._listen else socket.AF_INET
        try:
            place = socket.create_server((self._listen, self._port), family=family)
        except OSError as error:
            raise PortTaken(
                listen=self._listen, port=str(self._port), reason=error.strerror or ""
            ) from None
        self._socket = place

    async def run(self) -> None:
        """What has begun when it is cancelled is still answered. Raises PortTaken."""
        if self._socket is None:
            self.bind()
        sockets = [self._socket] if self._socket else []
        serving = asyncio.create_task(self._server.serve(sockets=sockets))
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            self.stop()
            await serving
            raise

    def stop(self) -> None:
        self._server.should_exit = True
