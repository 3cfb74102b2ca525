"""What a chat holds: messages with their text, buttons and files, as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sandbox.markup import Entity, to_html


@dataclass(frozen=True, slots=True)
class User:
    """An account as it appears in updates."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def to_json(self) -> dict[str, object]:
        found: dict[str, object] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return found | {key: value for key, value in optional.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Button:
    """Exactly one of `data` (asks the bot), `url` and `copies` (puts text on the clipboard)."""

    text: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None

    def to_json(self) -> dict[str, object]:
        if self.data is not None:
            return {"text": self.text, "callback_data": self.data}
        if self.url is not None:
            return {"text": self.text, "url": self.url}
        return {"text": self.text, "copy_text": {"text": self.copies}}


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`width` and `height` are known of photos only."""

    unique_id: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """`kind` is "document" or "photo"."""

    kind: str
    file_id: str
    file: StoredFile

    def to_json(self) -> dict[str, object]:
        size: dict[str, object] = {
            "file_id": self.file_id,
            "file_unique_id": self.file.unique_id,
            "file_size": len(self.file.content),
        }
        if self.kind == "photo":
            size |= {"width": self.file.width, "height": self.file.height}
            return {"photo": [size]}
        size |= {"file_name": self.file.name, "mime_type": self.file.mime}
        return {"document": size}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it reads at one moment; an edit makes a new value under the same id.

    text: the text, or the caption of a file.
    sender: None for service lines of a group.
    quiet: it rang no phone.
    version: grows with every change in the whole sandbox.
    """

    message_id: int
    chat_id: int
    sender: User
    sent_at: datetime
    text: str
    entities: tuple[Entity, ...] = ()
    buttons: Rows = ()
    attachment: Attachment | None = None
    edited_at: datetime | None = None
    reply_to: int | None = None
    album: str | None = None
    protected: bool = False
    quiet: bool = False
    version: int = 0

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot

    @property
    def edited(self) -> bool:
        return self.edited_at is not None

    @property
    def html(self) -> str:
        return to_html(self.text, self.entities)

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]

    @property
    def document(self) -> StoredFile | None:
        return self._file("document")

    @property
    def photo(self) -> StoredFile | None:
        return self._file("photo")

    def _file(self, kind: str) -> StoredFile | None:
        if self.attachment is None or self.attachment.kind != kind:
            return None
        return self.attachment.file

    def lines(self) -> Iterator[str]:
        """As it reads in plain text: file, text, rows of buttons."""
        if self.document is not None:
            yield f"📄 {self.document.name}"
        if self.photo is not None:
            yield f"🖼 {self.photo.name}"
        if self.text:
            yield from self.text.split("\n")
        for row in self.buttons:
            yield " ".join(f"[{button.text}]" for button in row)


@dataclass(frozen=True, slots=True)
class Toast:
    """The bot's answer to a tap: what popped up, if anything."""

    query_id: str
    text: str
    alert: bool
    at: datetime


def unix(at: datetime) -> int:
    return int(at.timestamp())
