"""The state of one small Telegram: accounts, chats, files and one bot. Synchronous, no I/O.

`methods.py` is the bot's door to it, `person.py` the people's; `server.py` puts HTTP before the
first. All doors take `Sandbox.lock`, so that people may act from another thread than the server's.
"""

import random
import string
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sandbox.errors import MisuseError, bad_request, forbidden
from sandbox.faults import FaultScript
from sandbox.journal import Journal
from sandbox.limits import FloodGate, Limits
from sandbox.markup import FormattedText
from sandbox.messages import Attachment, Message, Rows, StoredFile, Toast, User, unix
from sandbox.person import Group, Person
from sandbox.updates import UpdateQueue

DEFAULT_TOKEN = "1234567:SANDBOX-sandbox-SANDBOX-sandbox-123"  # noqa: S105  opens nothing
FILE_ID_LETTERS = string.ascii_letters + string.digits + "-_"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a chat; `what` is sent, edited, deleted, tapped or toast."""

    at: datetime
    what: str
    who: str
    message: Message | None = None
    text: str = ""


@dataclass(slots=True)
class Chat:
    """`status` is the bot's in a group, or what the person made of it: member, kicked, left."""

    id: int
    kind: str
    title: str
    user: User | None = None
    status: str = "member"
    started: bool = False
    deactivated: bool = False
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    reply_keyboard: tuple[tuple[str, ...], ...] = ()
    events: list[Event] = field(default_factory=list)

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def to_json(self) -> dict[str, object]:
        found: dict[str, object] = {"id": self.id, "type": self.kind}
        if self.user is None:
            return found | {"title": self.title}
        user = self.user.to_json()
        names = ("first_name", "last_name", "username")
        return found | {name: user[name] for name in names if name in user}


@dataclass(frozen=True, slots=True)
class CallbackQuery:
    id: str
    user: User
    chat_id: int
    message_id: int
    data: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Webhook:
    url: str
    secret_token: str | None = None
    max_connections: int = 40


@dataclass(slots=True)
class BotProfile:
    """What setMy… leaves: keys are language codes, and (scope as JSON, language code)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, object]]] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, object]] = field(default_factory=dict)


class Sandbox:
    """A Telegram with one bot in it.

    now: the clock by which everything is dated, limited and expired; must give aware datetimes.
    token: what the bot's URLs carry.
    seed: of update and file ids, so that a run can be repeated.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        token: str = DEFAULT_TOKEN,
        username: str = "baosong_sandbox_bot",
        name: str = "报送",
        limits: Limits | None = None,
        seed: int = 0,
    ) -> None:
        self.now = now
        self.token = token
        self.limits = limits or Limits()
        self.lock = threading.RLock()
        self.bot = User(
            id=int(token.partition(":")[0]), first_name=name, username=username, is_bot=True
        )
        self.profile = BotProfile()
        self.journal = Journal(now)
        self.faults = FaultScript()
        self.webhook: Webhook | None = None
        self.last_webhook_error: tuple[datetime, str] | None = None
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Attachment] = {}
        self.queries: dict[str, CallbackQuery] = {}
        self.unanswered: dict[int, dict[str, CallbackQuery]] = {}
        self.toasts: dict[int, list[Toast]] = {}
        self._numbers = random.Random(seed)  # noqa: S311  ids, not secrets
        self.updates = UpdateQueue(now, self.journal, self.limits, self._numbers)
        self.flood = FloodGate(self.limits, now)
        self._links: dict[str, tuple[str, datetime]] = {}
        self._listeners: list[Callable[[], None]] = []
        self._last_message_id = 0
        self._last_version = 0
        self._last_id = 0
        self.last_change = 0

    # People and groups

    def person(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "zh-hans",
    ) -> Person:
        """An account that has not yet written to the bot, and so cannot be written to."""
        with self.lock:
            chosen = user_id if user_id is not None else self._free_id(1001)
            if chosen in self.chats or chosen <= 0:
                raise MisuseError(
                    f"there is already an account {chosen}, or the id is not positive"
                )
            user = User(chosen, first_name, last_name, username, language_code)
            self.chats[chosen] = Chat(chosen, "private", user.name, user)
            self.people[chosen] = Person(self, user)
            self.changed()
            return self.people[chosen]

    def group(self, title: str, *, chat_id: int | None = None) -> Group:
        """A group that the bot is not yet in."""
        with self.lock:
            chosen = chat_id if chat_id is not None else -self._free_id(100_001)
            if chosen in self.chats or chosen >= 0:
                raise MisuseError(f"there is already a chat {chosen}, or the id is not negative")
            kind = (
                "supergroup" if str(chosen).startswith("-100") and chosen < -(10**12) else "group"
            )
            self.chats[chosen] = Chat(chosen, kind, title, status="left")
            self.groups[chosen] = Group(self, chosen)
            return self.groups[chosen]

    def _free_id(self, first: int) -> int:
        while first in self.chats or -first in self.chats:
            first += 1
        return first

    # Change

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` after every change, under the lock; the result ends it."""
        with self.lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self.lock:
                self._listeners.remove(listener)

        return unsubscribe

    def changed(self) -> None:
        """Tell everybody who waits; whoever changes something calls it, under the lock."""
        self.last_change += 1
        for listener in list(self._listeners):
            listener()

    def new_id(self) -> str:
        """For callback queries and albums: unique, and nothing to be read in it."""
        self._last_id += 1
        return f"{self._numbers.getrandbits(40)}{self._last_id:06}"

    def put(self, kind: str, content: dict[str, object], *, lane: int) -> int | None:
        """Queue an update; `content` is taken as it is, so tests may put broken ones."""
        with self.lock:
            update_id = self.updates.put(kind, content, lane=lane)
            self.changed()
            return update_id

    # Chats

    def open_chat(self, chat_id: int) -> Chat:
        """The chat the bot may write to. Raises ApiError as Telegram refuses."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.private and chat.status == "kicked":
            raise forbidden("bot was blocked by the user")
        if not chat.private and chat.status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if not chat.private and chat.status == "left":
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def post(
        self,
        chat: Chat,
        sender: User,
        content: FormattedText,
        *,
        buttons: Rows = (),
        attachment: Attachment | None = None,
        reply_to: int | None = None,
        album: str | None = None,
        protected: bool = False,
        quiet: bool = False,
    ) -> Message:
        self._last_message_id += 1
        message = Message(
            message_id=self._last_message_id,
            chat_id=chat.id,
            sender=sender,
            sent_at=self.now(),
            text=content.text,
            entities=content.entities,
            buttons=buttons,
            attachment=attachment,
            reply_to=reply_to,
            album=album,
            protected=protected,
            quiet=quiet,
            version=self._next_version(),
        )
        chat.messages[message.message_id] = message
        chat.events.append(Event(message.sent_at, "sent", sender.name, message))
        self.changed()
        return message

    def edit(self, message: Message, content: FormattedText, buttons: Rows) -> Message:
        """Replace text (or caption) and buttons; only a change of the text shows as edited."""
        same_text = (message.text, message.entities) == (content.text, content.entities)
        edited = replace(
            message,
            text=content.text,
            entities=content.entities,
            buttons=buttons,
            edited_at=message.edited_at if same_text else self.now(),
            version=self._next_version(),
        )
        chat = self.chats[message.chat_id]
        chat.messages[message.message_id] = edited
        chat.events.append(Event(self.now(), "edited", message.sender.name, edited))
        self.changed()
        return edited

    def delete(self, message: Message) -> None:
        chat = self.chats[message.chat_id]
        del chat.messages[message.message_id]
        chat.events.append(Event(self.now(), "deleted", self.bot.name, message))
        self.changed()

    def answer(self, query: CallbackQuery, text: str, *, alert: bool) -> None:
        self.unanswered.get(query.user.id, {}).pop(query.id, None)
        toast = Toast(query.id, text, alert, self.now())
        self.toasts.setdefault(query.user.id, []).append(toast)
        if text:
            chat = self.chats[query.chat_id]
            chat.events.append(Event(toast.at, "toast", self.bot.name, text=text))
        self.changed()

    def ask(self, user: User, message: Message, data: str, label: str) -> CallbackQuery:
        """A tap of `user` on a button of `message`."""
        query = CallbackQuery(
            self.new_id(), user, message.chat_id, message.message_id, data, self.now()
        )
        self.queries[query.id] = query
        self.unanswered.setdefault(user.id, {})[query.id] = query
        chat = self.chats[message.chat_id]
        chat.events.append(Event(query.asked_at, "tapped", user.name, message, label))
        content: dict[str, object] = {
            "id": query.id,
            "from": user.to_json(),
            "message": self.message_json(message),
            "chat_instance": str(chat.id * 7919),
            "data": data,
        }
        self.put("callback_query", content, lane=chat.id)
        return query

    def _next_version(self) -> int:
        self._last_version += 1
        return self._last_version

    # Files

    def store(
        self, name: str, mime: str, content: bytes, *, width: int = 0, height: int = 0
    ) -> StoredFile:
        unique_id = "AQAD" + self._letters(12)
        return StoredFile(unique_id, name, mime, content, width, height)

    def attach(self, kind: str, file: StoredFile) -> Attachment:
        """A new file id for the file, as every message gets one."""
        file_id = ("BQACAgUAAxk" if kind == "document" else "AgACAgUAAxk") + self._letters(48)
        attachment = Attachment(kind, file_id, file)
        self.files[file_id] = attachment
        return attachment

    def link(self, file_id: str) -> str:
        """A file_path that is good for an hour."""
        file = self.files[file_id].file
        folder = "photos" if file.width else "documents"
        suffix = file.name.rpartition(".")[2] if "." in file.name else "bin"
        extension = suffix if suffix.isascii() and suffix.isalnum() else "bin"
        path = f"{folder}/file_{len(self._links)}.{extension}"
        self._links[path] = (file_id, self.now() + self.limits.file_link_lifetime)
        return path

    def linked_file(self, path: str) -> StoredFile | None:
        file_id, good_until = self._links.get(path, ("", self.now()))
        return self.files[file_id].file if self.now() < good_until else None

    def _letters(self, count: int) -> str:
        return "".join(self._numbers.choices(FILE_ID_LETTERS, k=count))

    # JSON of the Bot API

    def message_json(self, message: Message, *, with_reply: bool = True) -> dict[str, object]:
        chat = self.chats[message.chat_id]
        found: dict[str, object] = {
            "message_id": message.message_id,
            "from": message.sender.to_json(),
            "chat": chat.to_json(),
            "date": unix(message.sent_at),
        }
        if message.edited_at is not None:
            found["edit_date"] = unix(message.edited_at)
        if message.attachment is not None:
            found |= message.attachment.to_json()
        names = ("caption", "caption_entities") if message.attachment else ("text", "entities")
        if message.text:
            found[names[0]] = message.text
        if message.entities:
            found[names[1]] = [entity.to_json() for entity in message.entities]
        if message.album is not None:
            found["media_group_id"] = message.album
        if message.protected:
            found["has_protected_content"] = True
        if message.buttons:
            found["reply_markup"] = {"inline_keyboard": keyboard_json(message.buttons)}
        replied = chat.messages.get(message.reply_to) if message.reply_to is not None else None
        if replied is not None and with_reply:
            found["reply_to_message"] = self.message_json(replied, with_reply=False)
        return found


def keyboard_json(rows: Rows) -> list[list[dict[str, object]]]:
    return [[button.to_json() for button in row] for row in rows]
