"""The desk: people driven over HTTP, from another process or from the chat page.

GET  /                                the chat page
GET  /sandbox/people                  the bot and everybody there is
POST /sandbox/people                  first_name, [user_id, last_name, username, language_code]
GET  /sandbox/people/ID/chat          what they see; ?after=VERSION waits up to ?wait seconds
GET  /sandbox/people/ID/transcript    plain text; ?steps=1 with every step
POST /sandbox/people/ID/DEED          one of `DEEDS`, with its fields
POST /sandbox/people/ID/document      the file as body; ?name, [mime, caption]
POST /sandbox/people/ID/photo         the picture as body; [?caption]
GET  /sandbox/files/FILE_ID           a file from a chat
POST /sandbox/faults                  method, fault, [times, chat_id, …]: see `FAULTS`
DELETE /sandbox/faults                forget what has not happened yet
POST /sandbox/updates                 kind, content, lane: put an update as it is, also a broken one
POST /sandbox/renumber                next_id: go on at this update id
GET  /sandbox/journal                 calls and updates; ?calls_from and ?updates_from skip

Bodies are JSON objects; what cannot be done is answered with 400 and {"error": …}.
"""

import contextlib
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.errors import ApiError, MisuseError
from sandbox.faults import (
    Backwards,
    Delay,
    Drop,
    Fault,
    Hang,
    Redeliver,
    Truncate,
    bad_gateway,
    flood_wait,
    html_page,
    not_found,
    refusal,
    unauthorized,
)
from sandbox.forms import Params, Upload, read_params
from sandbox.messages import Message, StoredFile
from sandbox.person import Person
from sandbox.waiting import until
from sandbox.world import Sandbox

PAGE = Path(__file__).with_name("page.html")
LONGEST_WAIT = 25.0

Endpoint = Callable[[Request], Awaitable[Response]]
Deed = Callable[[Person, Params], object]


def _tap(person: Person, params: Params) -> object:
    if "label" in params.values:
        person.taps(params.text("label"))
    else:
        message = _message(person, params.integer("message_id"))
        person.taps_at(message, params.integer("row"), params.integer("column"))
    return None


def _press(person: Person, params: Params) -> object:
    on = params.integer("message_id")
    person.presses(params.text("data"), message=_message(person, on) if on else None)
    return None


DEEDS: dict[str, Deed] = {
    "send": lambda person, params: person.sends(params.text("text")),
    "start": lambda person, params: person.starts(params.text("payload")),
    "open": lambda person, params: person.opens(params.text("link")),
    "tap": _tap,
    "press": _press,
    "edit": lambda person, params: person.edits(
        _message(person, params.integer("message_id")), params.text("text")
    ),
    "block": lambda person, _params: person.blocks(),
    "unblock": lambda person, _params: person.unblocks(),
    "deactivate": lambda person, _params: person.deactivates(),
    "document": lambda person, params: person.sends_document(
        params.text("name"),
        params.files["body"].content,
        params.text("mime") or None,
        caption=params.text("caption"),
    ),
    "photo": lambda person, params: person.sends_photo(
        params.files["body"].content, caption=params.text("caption")
    ),
}


def desk_routes(sandbox: Sandbox) -> list[BaseRoute]:
    desk = _Desk(sandbox)
    table: list[tuple[str, str, Endpoint]] = [
        ("GET", "/", desk.page),
        ("GET", "/sandbox/people", desk.people),
        ("POST", "/sandbox/people", desk.add_person),
        ("GET", "/sandbox/people/{id:int}/chat", desk.chat),
        ("GET", "/sandbox/people/{id:int}/transcript", desk.transcript),
        ("POST", "/sandbox/people/{id:int}/{deed}", desk.act),
        ("GET", "/sandbox/files/{file_id}", desk.file),
        ("POST", "/sandbox/faults", desk.plan_fault),
        ("DELETE", "/sandbox/faults", desk.clear_faults),
        ("POST", "/sandbox/updates", desk.put_update),
        ("POST", "/sandbox/renumber", desk.renumber),
        ("GET", "/sandbox/journal", desk.journal),
    ]
    return [Route(path, _explained(does), methods=[method]) for method, path, does in table]


class _Desk:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def page(self, _request: Request) -> Response:
        return HTMLResponse(PAGE.read_bytes())

    async def people(self, _request: Request) -> Response:
        with self._sandbox.lock:
            found: dict[str, object] = {
                "bot": self._sandbox.bot.to_json(),
                "people": [self._person_json(each) for each in self._sandbox.people.values()],
            }
        return _json(found)

    async def add_person(self, request: Request) -> Response:
        params = await _params(request)
        wanted = params.integer("user_id")
        person = self._sandbox.person(
            params.text("first_name"),
            user_id=wanted or None,
            last_name=params.text("last_name") or None,
            username=params.text("username") or None,
            language_code=params.text("language_code") or "zh-hans",
        )
        return _json(self._person_json(person))

    async def chat(self, request: Request) -> Response:
        person = self._person(request)
        after = request.query_params.get("after")
        if after is not None:
            wait = min(float(request.query_params.get("wait", "20")), LONGEST_WAIT)
            seen = int(after)
            with contextlib.suppress(TimeoutError):
                await until(self._sandbox, lambda: self._sandbox.last_change > seen, timeout=wait)
        return _json(self._chat_json(person))

    async def transcript(self, request: Request) -> Response:
        person = self._person(request)
        text = person.transcript(steps=bool(request.query_params.get("steps")))
        return Response(text, media_type="text/plain; charset=utf-8")

    async def act(self, request: Request) -> Response:
        person = self._person(request)
        name: str = request.path_params["deed"]
        if name not in DEEDS:
            raise MisuseError(f"there is no deed {name!r}, only {sorted(DEEDS)}")
        done = DEEDS[name](person, await _params(request))
        return _json(message_json(done) if isinstance(done, Message) else {})

    async def file(self, request: Request) -> Response:
        known = self._sandbox.files.get(request.path_params["file_id"])
        if known is None:
            return _json({"error": "no such file"}, 404)
        kind = "inline" if known.kind == "photo" else "attachment"
        headers = {"content-disposition": f"{kind}; filename*=UTF-8''{quote(known.file.name)}"}
        return Response(known.file.content, media_type=known.file.mime, headers=headers)

    async def plan_fault(self, request: Request) -> Response:
        params = await _params(request)
        kind = params.text("fault")
        if kind not in FAULTS:
            raise MisuseError(f"there is no fault {kind!r}, only {sorted(FAULTS)}")
        self._sandbox.faults.next(
            params.text("method"),
            FAULTS[kind](params),
            times=params.integer("times", 1),
            chat_id=params.integer("chat_id") or None,
        )
        return _json({})

    async def clear_faults(self, _request: Request) -> Response:
        self._sandbox.faults.clear()
        return _json({})

    async def put_update(self, request: Request) -> Response:
        params = await _params(request)
        content = params.json("content")
        if not isinstance(content, dict):
            raise MisuseError("content is a JSON object")
        update_id = self._sandbox.put(params.text("kind"), content, lane=params.integer("lane"))
        return _json({"update_id": update_id})

    async def renumber(self, request: Request) -> Response:
        params = await _params(request)
        with self._sandbox.lock:
            self._sandbox.updates.renumber(params.integer("next_id"))
        return _json({})

    async def journal(self, request: Request) -> Response:
        calls_from = int(request.query_params.get("calls_from", "0"))
        updates_from = int(request.query_params.get("updates_from", "0"))
        with self._sandbox.lock:
            journal = self._sandbox.journal
            found: dict[str, object] = {
                "calls": [call.to_json() for call in journal.calls[calls_from:]],
                "updates": [update.to_json() for update in journal.updates[updates_from:]],
            }
        return _json(found)

    def _person(self, request: Request) -> Person:
        user_id: int = request.path_params["id"]
        person = self._sandbox.people.get(user_id)
        if person is None:
            raise MisuseError(f"there is nobody with the id {user_id}")
        return person

    def _person_json(self, person: Person) -> dict[str, object]:
        chat = self._sandbox.chats[person.id]
        return person.user.to_json() | {
            "name": person.user.name,
            "started": chat.started,
            "blocked": chat.status == "kicked",
            "deactivated": chat.deactivated,
            "last": max((each.version for each in person.chat if each.from_bot), default=0),
        }

    def _chat_json(self, person: Person) -> dict[str, object]:
        with self._sandbox.lock:
            return {
                "version": self._sandbox.last_change,
                "person": self._person_json(person),
                "messages": [message_json(message) for message in person.chat],
                "toasts": [
                    {"text": toast.text, "alert": toast.alert, "query_id": toast.query_id}
                    for toast in person.toasts
                ],
                "unanswered": [
                    {"id": query.id, "message_id": query.message_id, "data": query.data}
                    for query in person.unanswered
                ],
                "commands": person.commands,
                "reply_keyboard": person.reply_keyboard,
            }


def message_json(message: Message) -> dict[str, object]:
    """A message as a person sees it; `html` is safe to show."""
    found: dict[str, object] = {
        "message_id": message.message_id,
        "version": message.version,
        "from_bot": message.from_bot,
        "sender": message.sender.name,
        "sent_at": message.sent_at.isoformat(),
        "edited": message.edited,
        "text": message.text,
        "html": message.html,
        "buttons": [
            [
                {
                    "text": button.text,
                    "data": button.data,
                    "url": button.url,
                    "copies": button.copies,
                }
                for button in row
            ]
            for row in message.buttons
        ],
    }
    if message.attachment is not None:
        found[message.attachment.kind] = _file_json(
            message.attachment.file_id, message.attachment.file
        )
    return found


def _file_json(file_id: str, file: StoredFile) -> dict[str, object]:
    return {
        "file_id": file_id,
        "name": file.name,
        "mime": file.mime,
        "size": len(file.content),
    }


FAULTS: dict[str, Callable[[Params], Fault]] = {
    "flood_wait": lambda params: flood_wait(params.integer("retry_after", 1)),
    "backwards": lambda _params: Backwards(),
    "bad_gateway": lambda params: bad_gateway(accepted=params.flag("accepted")),
    "unauthorized": lambda _params: unauthorized(),
    "not_found": lambda _params: not_found(),
    "html_page": lambda params: html_page(params.integer("status", 200)),
    "refusal": lambda params: refusal(
        ApiError(params.integer("status", 400), params.text("description"))
    ),
    "hang": lambda params: Hang(params.flag("accepted")),
    "drop": lambda params: Drop(params.flag("accepted")),
    "delay": lambda params: Delay(float(params.text("seconds") or "1")),
    "redeliver": lambda _params: Redeliver(),
    "truncate": lambda _params: Truncate(),
}


def _message(person: Person, message_id: int) -> Message:
    for message in person.chat:
        if message.message_id == message_id:
            return message
    raise MisuseError(f"message {message_id} is not in the chat")


async def _params(request: Request) -> Params:
    """JSON, or a file with its fields in the query."""
    kind = request.headers.get("content-type", "application/json")
    deed = request.path_params.get("deed")
    body = await request.body()
    if deed in {"document", "photo"}:
        params = read_params("", request.url.query, b"")
        params.files["body"] = Upload(params.text("name"), kind, body)
        return params
    return read_params("application/json", request.url.query, body)


def _explained(does: Endpoint) -> Endpoint:
    async def answer(request: Request) -> Response:
        try:
            return await does(request)
        except (MisuseError, ApiError, ValueError) as error:
            return _json({"error": str(error)}, 400)

    return answer


def _json(body: dict[str, object], status: int = 200) -> Response:
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    return Response(content, status, media_type="application/json")
