"""The body of a request as parameters: JSON, urlencoded or multipart, as bots send them."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.message import Message as Headers
from urllib.parse import parse_qsl

from sandbox.errors import bad_request

_DISPOSITION = re.compile(r'\b(name|filename)="((?:[^"\\]|\\.)*)"')
_YES = frozenset({"true", "1", "yes", "y", "t"})
_NO = frozenset({"false", "0", "no", "n", "f", ""})


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Every value is text, nested ones as JSON, whatever the body was; files stand apart."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        value = self.text(name)
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            raise bad_request(f'sandbox: parameter "{name}" is not a whole number') from None

    def flag(self, name: str) -> bool:
        value = self.text(name).lower()
        if value not in _YES | _NO:
            raise bad_request(f'sandbox: parameter "{name}" is neither true nor false')
        return value in _YES

    def json(self, name: str) -> object:
        """None when it is missing."""
        value = self.text(name)
        if not value:
            return None
        try:
            parsed: object = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return parsed

    def unknown(self, known: Iterable[str]) -> set[str]:
        return self.values.keys() - set(known)

    def shown(self) -> dict[str, str]:
        """For the journal: uploads by name and size."""
        files = {
            name: f"{upload.name} ({len(upload.content)} bytes)"
            for name, upload in self.files.items()
        }
        return self.values | files


def read_params(content_type: str, query: str, body: bytes) -> Params:
    """Raises ApiError 400 when the body is not what its type says."""
    params = Params(dict(parse_qsl(query, keep_blank_values=True)))
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return params
    if kind == "application/json":
        _read_json(params, body)
    elif kind == "application/x-www-form-urlencoded":
        try:
            params.values.update(parse_qsl(body.decode(), keep_blank_values=True))
        except UnicodeDecodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
    elif kind == "multipart/form-data":
        _read_multipart(params, content_type, body)
    else:
        raise bad_request(f"sandbox: content type {kind!r} is not supported")
    return params


def _read_json(params: Params, body: bytes) -> None:
    try:
        parsed = json.loads(body)
    except ValueError:
        parsed = None
    if not isinstance(parsed, dict):
        raise bad_request("can't parse request body as JSON object")
    for name, value in parsed.items():
        if value is not None:
            params.values[name] = value if isinstance(value, str) else json.dumps(value)


def _read_multipart(params: Params, content_type: str, body: bytes) -> None:
    headers = Headers()
    headers["content-type"] = content_type
    boundary = headers.get_boundary()
    if not boundary:
        raise bad_request("sandbox: multipart body without a boundary")
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:]:
        if part.startswith(b"--"):
            return
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        fields = _part_headers(head.decode("utf-8", "replace"))
        name = fields.get("name")
        if name is None:
            raise bad_request("sandbox: a part of the multipart body has no name")
        if "filename" in fields:
            mime = fields.get("content-type", "application/octet-stream")
            params.files[name] = Upload(fields["filename"], mime, content)
        else:
            params.values[name] = content.decode("utf-8", "replace")
    raise bad_request("sandbox: the multipart body has no end")


def _part_headers(head: str) -> dict[str, str]:
    fields = {}
    for line in head.split("\r\n"):
        key, _, value = line.partition(":")
        if key.lower() == "content-disposition":
            for name, quoted in _DISPOSITION.findall(value):
                fields[name] = quoted.replace("\\\\", "\\").replace("%22", '"')
        elif key.lower() == "content-type":
            fields["content-type"] = value.strip()
    return fields
