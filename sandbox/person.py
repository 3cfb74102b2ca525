"""People as they hold their phones: what they can do, and what they see."""

import mimetypes
import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from sandbox.errors import MisuseError
from sandbox.images import NOT_AN_IMAGE, image_size
from sandbox.markup import FormattedText, clean, finished
from sandbox.messages import Attachment, Button, Message, Toast, User, unix

if TYPE_CHECKING:
    from sandbox.world import CallbackQuery, Chat, Event, Sandbox

_WRITES = frozenset({"sent", "edited"})
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def pieces(text: str, most: int) -> list[str]:
    """How a Telegram client splits what is too long: at a line break or a space where it can."""
    text = clean(text).strip()
    parts = []
    while len(text) > most:
        window = text[: most + 1]
        cut = max(window.rfind("\n"), 0) or max(window.rfind(" "), 0) or most
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text]


class Person:
    """One account and its private chat with the bot. Made by `Sandbox.person`."""

    def __init__(self, sandbox: "Sandbox", user: User) -> None:
        self._sandbox = sandbox
        self.user = user
        self._seen_events = 0

    @property
    def id(self) -> int:
        return self.user.id

    def __repr__(self) -> str:
        return f"<Person {self.user.id} {self.user.name}>"

    # What they do

    def sends(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Type and send. Over 4096 characters it goes as several messages; the last is returned.

        "/start" takes a block back first, as the button in a blocked chat does.
        """
        with self._sandbox.lock:
            starts = text.strip().split(maxsplit=1)[:1] == ["/start"]
            if starts and self._chat.status == "kicked":
                self.unblocks()
            parts = pieces(text, self._sandbox.limits.text_characters)
            if not parts[-1]:
                raise MisuseError("nobody can send an empty message")
            sent = [self._post(FormattedText(part), reply_to=reply_to) for part in parts]
            return sent[-1]

    def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps having come by a deep link with this payload."""
        if payload and not START_PAYLOAD.fullmatch(payload):
            raise MisuseError(f"Telegram takes no start payload like {payload!r}")
        return self.sends(f"/start {payload}".strip())

    def opens(self, link: str) -> Message:
        """Open a t.me or tg://resolve deep link to the bot and press Start."""
        parts = urlsplit(link)
        query = parse_qs(parts.query)
        username = query.get("domain", [""])[0] if parts.scheme == "tg" else parts.path.strip("/")
        known = parts.scheme == "tg" or parts.hostname in {"t.me", "telegram.me"}
        if not known or username.lower() != (self._sandbox.bot.username or "").lower():
            raise MisuseError(f"{link} does not lead to @{self._sandbox.bot.username}")
        return self.starts(query.get("start", [""])[0])

    def sends_document(
        self, name: str, content: bytes, mime: str | None = None, *, caption: str = ""
    ) -> Message:
        with self._sandbox.lock:
            return self._post(
                FormattedText(caption), attachment=self._document(name, content, mime)
            )

    def sends_photo(self, content: bytes, *, caption: str = "") -> Message:
        """A PNG or JPEG picture. Only the largest size is offered to the bot."""
        with self._sandbox.lock:
            return self._post(FormattedText(caption), attachment=self._photo(content))

    def sends_album(
        self, photos: Sequence[bytes], *, caption: str = "", captions: Sequence[str] = ()
    ) -> list[Message]:
        """Two to ten photos at once: as many messages, the caption on the first.

        captions: of each photo its own instead.
        """
        if not 2 <= len(photos) <= 10:
            raise MisuseError("an album has two to ten photos")
        with self._sandbox.lock:
            album = self._sandbox.new_id()
            each = captions or [caption, *([""] * (len(photos) - 1))]
            return [
                self._post(
                    FormattedText(own),
                    attachment=self._photo(content),
                    album=album,
                )
                for content, own in zip(photos, each, strict=True)
            ]

    def edits(self, message: Message, text: str) -> Message:
        """Change one of one's own messages."""
        with self._sandbox.lock:
            self._must_be_able_to_write()
            current = self._visible(message)
            if current.from_bot:
                raise MisuseError("people edit only what they wrote themselves")
            edited = self._sandbox.edit(current, finished(FormattedText(clean(text))), ())
            content = self._sandbox.message_json(edited)
            self._sandbox.put("edited_message", content, lane=self.id)
            return edited

    def taps(self, label: str) -> None:
        """Tap the newest button with this label or, failing that, with it in its label.

        A button of the keyboard below the chat sends its text. Raises MisuseError with what there
        is to tap if nothing fits.
        """
        with self._sandbox.lock:
            found = self._button(label)
            if found is not None:
                self._tap(*found)
                return
            rows = self._chat.reply_keyboard
            for text in (text for row in rows for text in row):
                if label in text:
                    self.sends(text)
                    return
            labels = "\n".join(
                f"  {message.message_id}: " + " ".join(f"[{text}]" for text in message.labels)
                for message in self.chat
                if message.buttons
            )
            raise MisuseError(f"{self.user.name} sees no button {label!r}; there are:\n{labels}")

    def taps_at(self, message: Message, row: int, column: int) -> None:
        """Tap by place; an old value of a message stands for what is there now."""
        with self._sandbox.lock:
            current = self._visible(message)
            try:
                button = current.buttons[row][column]
            except IndexError:
                raise MisuseError(
                    f"no button at {row}, {column}; there are {current.labels}"
                ) from None
            self._tap(current, button)

    def presses(self, data: str, *, message: Message | None = None) -> None:
        """Send callback data that no button need offer, as a forged or outdated client would.

        On `message`, or on the newest message of the bot.
        """
        with self._sandbox.lock:
            seen = [entry for entry in self.chat if entry.from_bot]
            if message is None and not seen:
                raise MisuseError(f"the bot has written nothing to {self.user.name}")
            self._press(self._visible(message) if message is not None else seen[-1], data, data)

    def blocks(self) -> None:
        self._set_status("kicked")

    def unblocks(self) -> None:
        self._set_status("member")

    def deactivates(self) -> None:
        """Delete the account: nobody is told, sending to it is refused from now on."""
        with self._sandbox.lock:
            self._chat.deactivated = True
            self._sandbox.changed()

    # What they see

    @property
    def chat(self) -> list[Message]:
        """The conversation as it reads now: edits applied, deleted messages gone."""
        with self._sandbox.lock:
            return list(self._chat.messages.values())

    @property
    def last(self) -> Message:
        """The newest message of the bot."""
        for message in reversed(self.chat):
            if message.from_bot:
                return message
        raise MisuseError(f"the bot has written nothing to {self.user.name}")

    def new_messages(self) -> list[Message]:
        """What the bot sent or edited since this was last asked, in the order of the changes."""
        with self._sandbox.lock:
            events = self._chat.events[self._seen_events :]
            self._seen_events += len(events)
            changed = {
                event.message.message_id
                for event in events
                if event.what in _WRITES and event.message is not None and event.message.from_bot
            }
            messages = self._chat.messages
            new = [messages[message_id] for message_id in changed if message_id in messages]
            return sorted(new, key=lambda message: message.version)

    @property
    def toasts(self) -> list[Toast]:
        """The bot's answers to taps, oldest first; one without text only stops the spinner."""
        with self._sandbox.lock:
            return list(self._sandbox.toasts.get(self.id, []))

    @property
    def unanswered(self) -> "list[CallbackQuery]":
        """Taps whose button still spins."""
        with self._sandbox.lock:
            return list(self._sandbox.unanswered.get(self.id, {}).values())

    @property
    def events(self) -> "list[Event]":
        """Everything that has happened in the chat, in order."""
        with self._sandbox.lock:
            return list(self._chat.events)

    @property
    def commands(self) -> list[dict[str, object]]:
        """The command menu as Telegram chooses it for this person: the narrowest scope first."""
        with self._sandbox.lock:
            known = self._sandbox.profile.commands
            scopes = (
                f'{{"chat_id": {self.id}, "type": "chat"}}',
                '{"type": "all_private_chats"}',
                '{"type": "default"}',
            )
            language = (self.user.language_code or "").partition("-")[0]
            for scope in scopes:
                for code in (language, ""):
                    if (scope, code) in known:
                        return known[scope, code]
            return []

    @property
    def reply_keyboard(self) -> tuple[tuple[str, ...], ...]:
        """The labels of the keyboard below the chat, if the bot has put one up."""
        with self._sandbox.lock:
            return self._chat.reply_keyboard

    def transcript(self, *, steps: bool = False, zone: tzinfo | None = None) -> str:
        """The conversation in plain text: time, speaker, text, [buttons], 📄 files.

        steps: everything in the order it happened, with taps (→) and each edit (✎), instead of
            the chat as it reads now.
        zone: of the times shown; by default that of the sandbox's clock.
        """
        with self._sandbox.lock:
            return self._steps(zone) if steps else self._as_it_reads(zone)

    # How

    @property
    def _chat(self) -> "Chat":
        return self._sandbox.chats[self.id]

    def _as_it_reads(self, zone: tzinfo | None) -> str:
        blocks = []
        for message in self._chat.messages.values():
            at = message.sent_at.astimezone(zone) if zone else message.sent_at
            head = f"{at:%Y-%m-%d %H:%M}  {message.sender.name}"
            blocks.append(_block(head, list(message.lines())))
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _steps(self, zone: tzinfo | None) -> str:
        """Every step but the one in which a message only loses its buttons."""
        blocks = []
        read: dict[int, str] = {}
        for event in self._chat.events:
            at = event.at.astimezone(zone) if zone else event.at
            head = f"{at:%Y-%m-%d %H:%M}  {event.who}"
            match event.what, event.message:
                case "sent", message if message is not None:
                    blocks.append(_block(head, list(message.lines())))
                case "edited", message if message is not None:
                    if message.buttons or read.get(message.message_id) != message.text:
                        blocks.append(_block(f"{head} ✎", list(message.lines())))
                case "tapped", _:
                    blocks.append(f"{head} → [{event.text}]")
                case "toast", _:
                    blocks.append(_block(f"{head} (i)", event.text.split("\n")))
                case "deleted", message if message is not None:
                    blocks.append(_block(f"{head} ✗", list(message.lines())[:1]))
            if event.message is not None:
                read[event.message.message_id] = event.message.text
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _button(self, label: str) -> tuple[Message, Button] | None:
        buttons = [
            (message, button)
            for message in reversed(self.chat)
            for row in message.buttons
            for button in row
        ]
        exact = (found for found in buttons if found[1].text == label)
        partial = (found for found in buttons if label in found[1].text)
        return next(exact, None) or next(partial, None)

    def _tap(self, message: Message, button: Button) -> None:
        if button.data is not None:
            self._press(message, button.data, button.text)
        elif button.url is not None and "t.me/" in button.url:
            self.opens(button.url)
        else:
            raise MisuseError(f"[{button.text}] does not ask the bot anything")

    def _press(self, message: Message, data: str, label: str) -> None:
        self._must_be_able_to_write()
        self._sandbox.ask(self.user, message, data, label)

    def _visible(self, message: Message) -> Message:
        current = self._chat.messages.get(message.message_id)
        if current is None:
            raise MisuseError(f"message {message.message_id} is not in the chat (any more)")
        return current

    def _must_be_able_to_write(self) -> None:
        if self._chat.deactivated:
            raise MisuseError(f"{self.user.name} has no account any more")
        if self._chat.status == "kicked":
            raise MisuseError(f"{self.user.name} has blocked the bot")

    def _post(
        self,
        content: FormattedText,
        *,
        attachment: Attachment | None = None,
        reply_to: Message | None = None,
        album: str | None = None,
    ) -> Message:
        self._must_be_able_to_write()
        chat = self._chat
        chat.started = True
        message = self._sandbox.post(
            chat,
            self.user,
            finished(FormattedText(clean(content.text))),
            attachment=attachment,
            reply_to=None if reply_to is None else reply_to.message_id,
            album=album,
        )
        self._sandbox.put("message", self._sandbox.message_json(message), lane=self.id)
        return message

    def _document(self, name: str, content: bytes, mime: str | None) -> Attachment:
        guessed = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._sandbox.attach("document", self._sandbox.store(name, guessed, content))

    def _photo(self, content: bytes) -> Attachment:
        size = image_size(content)
        if size is None:
            raise MisuseError(NOT_AN_IMAGE)
        file = self._sandbox.store(
            "photo.jpg", "image/jpeg", content, width=size[0], height=size[1]
        )
        return self._sandbox.attach("photo", file)

    def _set_status(self, status: str) -> None:
        with self._sandbox.lock:
            chat = self._chat
            before, chat.status = chat.status, status
            if before != status:
                content = member_json(self._sandbox, chat, self.user, before, status)
                self._sandbox.put("my_chat_member", content, lane=self.id)


class Group:
    """A group chat. The bot sees only commands and mentions in it (privacy mode is on)."""

    def __init__(self, sandbox: "Sandbox", chat_id: int) -> None:
        self._sandbox = sandbox
        self.id = chat_id

    @property
    def _chat(self) -> "Chat":
        return self._sandbox.chats[self.id]

    @property
    def chat(self) -> list[Message]:
        with self._sandbox.lock:
            return list(self._chat.messages.values())

    @property
    def bot_is_member(self) -> bool:
        return self._chat.status == "member"

    def adds_bot(self, by: Person) -> None:
        self._set_status("member", by)

    def removes_bot(self, by: Person) -> None:
        self._set_status("kicked", by)

    def says(self, who: Person, text: str) -> Message:
        with self._sandbox.lock:
            content = finished(FormattedText(clean(text)))
            message = self._sandbox.post(self._chat, who.user, content)
            mention = f"@{self._sandbox.bot.username}"
            for_bot = any(entity.type == "bot_command" for entity in content.entities)
            if self.bot_is_member and (for_bot or mention in content.text):
                self._sandbox.put("message", self._sandbox.message_json(message), lane=self.id)
            return message

    def migrates(self, new_id: int) -> "Group":
        """Become a supergroup under a new id; the old one answers with where to go."""
        with self._sandbox.lock:
            new = self._sandbox.group(self._chat.title, chat_id=new_id)
            self._sandbox.chats[new_id].status = self._chat.status
            self._chat.migrated_to = new_id
            return new

    def _set_status(self, status: str, by: Person) -> None:
        with self._sandbox.lock:
            chat = self._chat
            before, chat.status = chat.status, status
            if before != status:
                content = member_json(self._sandbox, chat, by.user, before, status)
                self._sandbox.put("my_chat_member", content, lane=self.id)


def member_json(
    sandbox: "Sandbox", chat: "Chat", by: User, before: str, after: str
) -> dict[str, object]:
    """A ChatMemberUpdated about the bot itself."""

    def member(status: str) -> dict[str, object]:
        found: dict[str, object] = {"user": sandbox.bot.to_json(), "status": status}
        return found | {"until_date": 0} if status == "kicked" else found

    return {
        "chat": chat.to_json(),
        "from": by.to_json(),
        "date": unix(sandbox.now()),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }


def _block(head: str, lines: list[str]) -> str:
    return "\n".join([head, *(f"    {line}".rstrip() for line in lines)])
