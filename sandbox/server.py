"""HTTP on loopback before a sandbox: the Bot API, files, webhooks, and the desk (page and control).

    sandbox = Sandbox(now=clock.now)
    async with SandboxServer(sandbox) as server:
        base, files = f"{server.url}/bot", f"{server.url}/file/bot"
        bot = Bot(sandbox.token, base_url=base, base_file_url=files)

Waiting (long polls, webhook retries, scripted silence) is in real seconds: it is about the wire.
Everything else is dated by the sandbox's clock.
"""

import asyncio
import contextlib
import json
import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from sandbox import methods
from sandbox.desk import desk_routes
from sandbox.errors import ApiError
from sandbox.faults import Answer, Backwards, Delay, Drop, Fault, Hang, Redeliver, Truncate
from sandbox.forms import Params, read_params
from sandbox.journal import Call
from sandbox.webhook import WebhookDelivery
from sandbox.world import Sandbox

TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{3,100}")
# Room for the text fields of a multipart body beside the file itself.
FORM_BYTES = 1 << 20
LONGEST_POLL = 50


class SandboxServer:
    """One sandbox on one port; starts and stops in the running loop.

    port: 0 takes a free one; `url` says which.
    webhook_retry: first and longest pause between deliveries of an update, in real seconds.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        webhook_retry: tuple[float, float] = (1.0, 60.0),
    ) -> None:
        self.sandbox = sandbox
        self._host = host
        self.port = port
        self._stopping = False
        self._changed = asyncio.Event()
        self._wake_planned = False
        self._poll: asyncio.Event | None = None
        self._state = ServerState()
        self._listening: asyncio.Server | None = None
        self._deliver: asyncio.Task[None] | None = None
        self._webhook = WebhookDelivery(sandbox, retry=webhook_retry)
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def url(self) -> str:
        """The root of the Bot API, without a slash at the end."""
        return f"http://{self._host}:{self.port}"

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._stopping = False
        config = uvicorn.Config(
            self._quiet_at_the_end(self._application()),
            http=H11Protocol,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            # Longer than any client keeps a connection, so that none is closed as it is used again.
            timeout_keep_alive=300,
        )
        config.load()

        def protocol() -> H11Protocol:
            return H11Protocol(config, self._state, {}, loop)

        self._listening = await loop.create_server(protocol, self._host, self.port)
        self.port = self._listening.sockets[0].getsockname()[1]
        self._unsubscribe = self.sandbox.subscribe(lambda: self._plan_wake(loop))
        self._deliver = loop.create_task(self._webhook.run(lambda: self._changed))

    async def stop(self) -> None:
        """Break all connections and end; calls that are waiting get no answer."""
        self._stopping = True
        self._unsubscribe()
        if self._listening is not None:
            self._listening.close()
        if self._deliver is not None:
            self._deliver.cancel()
        for connection in list(self._state.connections):
            connection.transport.abort()
        for task in self._state.tasks:
            task.cancel()
        await asyncio.gather(
            *self._state.tasks,
            *([self._deliver] if self._deliver is not None else []),
            return_exceptions=True,
        )
        # One turn of the loop, in which the broken connections say goodbye.
        await asyncio.sleep(0)

    async def __aenter__(self) -> "SandboxServer":
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    @contextlib.contextmanager
    def in_thread(self) -> Iterator["SandboxServer"]:
        """The same in a thread and event loop of its own, for callers without one."""
        started = threading.Event()
        finish = asyncio.Event()
        loops: list[asyncio.AbstractEventLoop] = []
        failures: list[Exception] = []

        async def serve() -> None:
            loops.append(asyncio.get_running_loop())
            async with self:
                started.set()
                await finish.wait()

        def run() -> None:
            try:
                asyncio.run(serve())
            except Exception as error:
                failures.append(error)
                started.set()

        thread = threading.Thread(target=run, name="sandbox", daemon=True)
        thread.start()
        started.wait()
        if failures:
            raise failures[0]
        try:
            yield self
        finally:
            loops[0].call_soon_threadsafe(finish.set)
            thread.join()
            if failures:
                raise failures[0]

    # Change

    def _plan_wake(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called under the lock, from any thread."""
        if not self._wake_planned:
            self._wake_planned = True
            loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        with self.sandbox.lock:
            self._wake_planned = False
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    # HTTP

    def _application(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._api, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self._file, methods=["GET"]),
                *desk_routes(self.sandbox),
                Route("/{path:path}", _not_found, methods=["GET", "POST"]),
            ]
        )

    def _quiet_at_the_end(self, application: Starlette) -> ASGIApp:
        """Calls cut off by `stop`, or by a caller that is gone, are no errors: no tracebacks."""

        async def serve(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await application(scope, receive, send)
            except asyncio.CancelledError:
                if not self._stopping:
                    raise
            except ClientDisconnect:
                return

        return serve

    async def _api(self, request: Request) -> Response:
        error = self._token_error(request.path_params["token"])
        if error is not None:
            return _json_response(error.status, error.body())
        wanted: str = request.path_params["method"]
        name = methods.known_name(wanted) or wanted
        try:
            body = await self._body(request)
            params = read_params(request.headers.get("content-type", ""), request.url.query, body)
        except ApiError as refused:
            return self._answered(name, Params(), refused.status, refused.body(), None)
        fault = self.sandbox.faults.take(name, params.values.get("chat_id"))
        match fault:
            case Answer(status, content, content_type, accepted):
                answer = self._done(name, params) if accepted else content.decode()
                self._journal(name, params, status, answer, fault, accepted=accepted)
                return Response(content, status, media_type=content_type)
            case Hang(accepted) | Drop(accepted):
                return await self._unanswered(request, name, params, fault, accepted=accepted)
            case Delay(seconds):
                await asyncio.sleep(seconds)
            case Redeliver():
                self.sandbox.updates.redeliver_next()
        try:
            result = await self._result(request, name, params)
        except ApiError as refused:
            return self._answered(name, params, refused.status, refused.body(), fault)
        if isinstance(fault, Backwards) and isinstance(result, list):
            result.reverse()
        return self._answered(name, params, 200, {"ok": True, "result": result}, fault)

    def _done(self, name: str, params: Params) -> object:
        """What a call brings about whose answer the bot does not see; an error where refused."""
        try:
            return methods.call(self.sandbox, name, params)
        except ApiError as refused:
            return refused.body()

    async def _result(self, request: Request, name: str, params: Params) -> object:
        if name == "getUpdates":
            return await self._updates(request, params)
        return methods.call(self.sandbox, name, params)

    def _token_error(self, token: str) -> ApiError | None:
        if not TOKEN.fullmatch(token):
            return ApiError(404, "Not Found")
        return ApiError(401, "Unauthorized") if token != self.sandbox.token else None

    async def _body(self, request: Request) -> bytes:
        """The whole body; one that is too long is read to its end, so that the answer arrives."""
        most = self.sandbox.limits.upload_bytes + FORM_BYTES
        chunks = []
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            if size <= most:
                chunks.append(chunk)
        if size > most:
            raise ApiError(413, "Request Entity Too Large")
        return b"".join(chunks)

    async def _unanswered(
        self, request: Request, name: str, params: Params, fault: Fault, *, accepted: bool
    ) -> Response:
        answer = self._done(name, params) if accepted else None
        self._journal(name, params, None, answer, fault, accepted=accepted)
        if isinstance(fault, Hang):
            await request.receive()
        self._break(request)
        return Response()

    def _break(self, request: Request) -> None:
        for connection in list(self._state.connections):
            if isinstance(connection, H11Protocol) and connection.client == request.client:
                connection.transport.abort()

    async def _updates(self, request: Request, params: Params) -> object:
        """Answer getUpdates, waiting if need be. A second one ends the first, as in Telegram."""
        if self._poll is not None:
            self._poll.set()
        ended = self._poll = asyncio.Event()
        until = asyncio.get_running_loop().time() + min(
            max(params.integer("timeout"), 0), LONGEST_POLL
        )
        gone = asyncio.create_task(_disconnected(request))
        try:
            while True:
                changed = self._changed
                updates = methods.take_updates(self.sandbox, params)
                left = until - asyncio.get_running_loop().time()
                if updates or left <= 0 or gone.done():
                    break
                await _first_of([changed, ended], gone, timeout=left)
                if ended.is_set():
                    raise ApiError(
                        409,
                        "Conflict: terminated by other getUpdates request; "
                        "make sure that only one bot instance is running",
                    )
        finally:
            if self._poll is ended:
                self._poll = None
            gone.cancel()
        if not gone.done():
            self.sandbox.updates.deliver(updates)
        return [update.to_json() for update in updates]

    async def _file(self, request: Request) -> Response:
        error = self._token_error(request.path_params["token"])
        path: str = request.path_params["path"]
        file = self.sandbox.linked_file(path)
        if error is None and file is None:
            error = ApiError(404, "Not Found")
        fault = self.sandbox.faults.take("file", None)
        if error is not None or file is None:
            refused = error or ApiError(404, "Not Found")
            return _json_response(refused.status, refused.body())
        match fault:
            case Answer(status, content, content_type):
                return Response(content, status, media_type=content_type)
            case Hang() | Drop():
                if isinstance(fault, Hang):
                    await request.receive()
                self._break(request)
            case Delay(seconds):
                await asyncio.sleep(seconds)
            case Truncate():
                return self._half(request, file.content)
        disposition = f"attachment; filename*=UTF-8''{quote(file.name)}"
        return Response(
            file.content, media_type=file.mime, headers={"content-disposition": disposition}
        )

    def _half(self, request: Request, content: bytes) -> Response:
        async def body() -> AsyncIterator[bytes]:
            yield content[: len(content) // 2]
            # The half must be on the wire before the connection breaks.
            await asyncio.sleep(0.02)
            self._break(request)

        return StreamingResponse(body(), headers={"content-length": str(len(content))})

    def _answered(
        self,
        name: str,
        params: Params,
        status: int,
        body: dict[str, object],
        fault: Fault | None,
    ) -> Response:
        answer = body.get("result") if status == 200 else body
        self._journal(name, params, status, answer, fault, accepted=status == 200)
        return _json_response(status, body)

    def _journal(
        self,
        name: str,
        params: Params,
        status: int | None,
        answer: object,
        fault: Fault | None,
        *,
        accepted: bool,
    ) -> None:
        with self.sandbox.lock:
            self.sandbox.journal.call(
                Call(
                    name,
                    params.shown(),
                    self.sandbox.now(),
                    status,
                    accepted,
                    answer,
                    None if fault is None else type(fault).__name__,
                )
            )


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _first_of(
    events: list[asyncio.Event],
    task: asyncio.Task[None],
    *,
    timeout: float,  # noqa: ASYNC109
) -> None:
    waits = [asyncio.create_task(_wait(event)) for event in events]
    try:
        await asyncio.wait([*waits, task], timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


async def _wait(event: asyncio.Event) -> None:
    await event.wait()


async def _not_found(_request: Request) -> Response:
    return _json_response(404, ApiError(404, "Not Found").body())


def _json_response(status: int, body: dict[str, object]) -> Response:
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(content.encode("utf-8", "replace"), status, media_type="application/json")
