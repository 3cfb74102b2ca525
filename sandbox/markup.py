"""Text with entities: HTML as Telegram reads and refuses it, and back again.

Offsets and lengths of entities are in UTF-16 code units, as everywhere in Telegram.
The order of checks and the words of the refusals follow `parse_html` in tdlib's MessageEntity.cpp.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlsplit

from sandbox.errors import bad_request


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of formatted text; `url` belongs to text_link, `language` to pre."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def to_json(self) -> dict[str, object]:
        found: dict[str, object] = {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
        }
        if self.url is not None:
            found["url"] = self.url
        if self.language is not None:
            found["language"] = self.language
        return found


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Plain text and its entities, sorted by offset, the longer first."""

    text: str = ""
    entities: tuple[Entity, ...] = ()


TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}

REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PLAIN = re.compile(r"[^<&\0]+")
_NAME = re.compile(r"[^\s>\0]*")
_SPACE = re.compile(r"\s*")
_ATTRIBUTE = re.compile(r"""[^\s=>/"'\0]*""")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")

# Telegram cleans these out of any text: carriage returns and bidi controls vanish, other controls
# become spaces.
_VANISHING = re.compile("[\r\u2028-\u202e]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f]")

_WITHOUT_DETECTION = {"code", "pre", "text_link"}
_DETECTED = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/<>]))"
    r"|(?P<url>(?<!\w)https?://[^\s<>\"，。；、）】》]+)"
    r"|(?P<mention>(?<![\w/])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    return _CONTROLS.sub(" ", _VANISHING.sub("", text))


def decode_reference(source: str, at: int) -> tuple[str, int] | None:
    """The character that `&…;` at `at` stands for and where it ends; None if it is plain text."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return None
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        char = REFERENCES.get(name)
        return None if char is None else (char, match.end())
    code = int(hexadecimal, 16) if hexadecimal is not None else int(decimal)
    if not 0 < code < 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code), match.end()


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    offset: int
    parts_before: int


class _HtmlReader:
    def __init__(self, source: str) -> None:
        # The sentinel ends every scan; `clean` has left no other NUL.
        self._source = source + "\0"
        self._at = 0
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> FormattedText:
        while (char := self._source[self._at]) != "\0":
            if char == "<":
                if self._source[self._at + 1] == "/":
                    self._end_tag()
                else:
                    self._start_tag()
            elif char == "&":
                self._reference()
            else:
                self._add(self._take(_PLAIN))
        if self._open:
            raise bad_request(
                "can't parse entities: Can't find end tag corresponding to start tag "
                f'"{self._open[-1].name}"'
            )
        return FormattedText("".join(self._parts), tuple(self._entities))

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += utf16_length(text)

    def _refuse(self, what: str, at: int, more: str = "") -> Exception:
        offset = len(self._source[:at].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {offset}{more}")

    def _reference(self) -> None:
        decoded = decode_reference(self._source, self._at)
        if decoded is None:
            self._add("&")
            self._at += 1
        else:
            char, self._at = decoded
            self._add(char)

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        name = self._take(_NAME).lower()
        if self._source[self._at] == "\0":
            raise self._refuse("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._refuse(f'Unsupported start tag "{name}"', begin)
        argument = ""
        while True:
            self._take(_SPACE)
            if self._source[self._at] == ">":
                break
            argument = self._attribute(name, begin) or argument
        self._at += 1
        if name == "span" and argument != "spoiler":
            raise self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_OpenTag(name, argument, self._length, len(self._parts)))

    def _attribute(self, tag: str, begin: int) -> str:
        """Read one attribute; what of it matters for the tag, or nothing."""
        attribute = self._take(_ATTRIBUTE).lower()
        if not attribute:
            if self._source[self._at] == "\0":
                raise self._refuse("Unclosed start tag", begin)
            raise self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(_SPACE)
        if self._source[self._at] != "=":
            if self._source[self._at] == "\0":
                raise self._refuse("Unclosed start tag", begin)
            return "1" if (tag, attribute) == ("blockquote", "expandable") else ""
        self._at += 1
        self._take(_SPACE)
        quote = self._source[self._at]
        if quote in {'"', "'"}:
            value = self._quoted(quote)
        else:
            token_at = self._at
            value = self._take(_TOKEN).lower()
            if not self._source[self._at].isspace() and self._source[self._at] not in {">", "\0"}:
                raise self._refuse("Unexpected end of name token", token_at)
        if self._source[self._at] == "\0":
            raise self._refuse("Unclosed start tag", begin)
        match tag, attribute:
            case "a", "href":
                return value
            case "code", "class" if value.startswith("language-"):
                return value.removeprefix("language-")
            case "span", "class" if value.startswith("tg-"):
                return value.removeprefix("tg-")
            case "blockquote", "expandable":
                return "1"
        return ""

    def _quoted(self, quote: str) -> str:
        self._at += 1
        value: list[str] = []
        while (char := self._source[self._at]) not in {quote, "\0"}:
            decoded = decode_reference(self._source, self._at) if char == "&" else None
            char, self._at = decoded or (char, self._at + 1)
            value.append(char)
        if self._source[self._at] == quote:
            self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._refuse("Unexpected end tag", begin)
        self._at += 2
        found = self._take(_NAME).lower()
        self._take(_SPACE)
        if self._source[self._at] != ">":
            raise self._refuse("Unclosed end tag", begin)
        self._at += 1
        tag = self._open[-1]
        if found and found != tag.name:
            raise self._refuse(
                "Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{found}>"'
            )
        self._open.pop()
        if self._length > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        entity = Entity(TAGS[tag.name], tag.offset, self._length - tag.offset)
        last = self._entities[-1] if self._entities else None
        same = last is not None and (last.offset, last.length) == (entity.offset, entity.length)
        match tag.name:
            case "a":
                url = checked_link(tag.argument or "".join(self._parts[tag.parts_before :]))
                if url is None:
                    return
                entity = replace(entity, url=url)
            case "blockquote" if tag.argument:
                entity = replace(entity, type="expandable_blockquote")
            case "pre" if last is not None and same and last.type == "code" and last.language:
                self._entities.pop()
                entity = replace(entity, language=last.language)
            case "code" if last is not None and same and last.type == "pre" and tag.argument:
                self._entities[-1] = replace(last, language=tag.argument)
                return
            case "code" if tag.argument:
                # Kept until the enclosing <pre> takes it; alone it means nothing.
                entity = replace(entity, language=tag.argument)
        self._entities.append(entity)


def checked_link(url: str) -> str | None:
    """The address as Telegram keeps it; None when it is none, and then the text stays plain."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", "tg"} or not host:
        return None
    if parts.scheme != "tg" and "." not in host and host != "localhost":
        return None
    kept = parts.geturl()
    return kept if parts.path or parts.query or parts.scheme == "tg" else f"{kept}/"


def parse_html(source: str) -> FormattedText:
    """Raises ApiError 400 in Telegram's words."""
    read = _HtmlReader(clean(source)).read()
    entities = [
        replace(entity, language=None) if entity.type == "code" else entity
        for entity in read.entities
    ]
    return FormattedText(read.text, tuple(entities))


def finished(formatted: FormattedText, *, detect: bool = True) -> FormattedText:
    """Trimmed, entities clipped to what is left and sorted, commands and links found."""
    plain = formatted.text
    lead = utf16_length(plain[: len(plain) - len(plain.lstrip())])
    text = plain.strip()
    size = utf16_length(text)
    kept = []
    for entity in formatted.entities:
        begin = max(entity.offset - lead, 0)
        length = min(entity.end - lead, size) - begin
        if length > 0:
            kept.append(replace(entity, offset=begin, length=length))
    if detect:
        kept += [
            found
            for found in detected_entities(text)
            if not any(
                other.type in _WITHOUT_DETECTION
                and other.offset < found.end
                and found.offset < other.end
                for other in kept
            )
        ]
    return FormattedText(text, tuple(sorted(kept, key=lambda e: (e.offset, -e.length))))


def detected_entities(text: str) -> list[Entity]:
    """What Telegram marks by itself: commands, addresses, mentions."""
    found = []
    for match in _DETECTED.finditer(text):
        kind = match.lastgroup
        if kind is not None:
            offset = utf16_length(text[: match.start()])
            found.append(Entity(kind, offset, utf16_length(match.group())))
    return found


_OPENING = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "blockquote": "blockquote",
}


def _tags(entity: Entity) -> tuple[str, str]:
    match entity.type:
        case "text_link":
            return f'<a href="{escape(entity.url or "")}">', "</a>"
        case "pre" if entity.language:
            return f'<pre><code class="language-{escape(entity.language)}">', "</code></pre>"
        case "pre":
            return "<pre>", "</pre>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
    tag = _OPENING.get(entity.type)
    return ("", "") if tag is None else (f"<{tag}>", f"</{tag}>")


def to_html(text: str, entities: Iterable[Entity]) -> str:
    """HTML that parses back to the same text and formatting (detected entities stay plain)."""
    waiting = sorted(entities, key=lambda e: (e.offset, -e.length))
    if not waiting:
        return escape(text, quote=False)
    units = text.encode("utf-16-le")
    cuts = sorted({0, len(units) // 2, *(e.offset for e in waiting), *(e.end for e in waiting)})
    html: list[str] = []
    open_now: list[Entity] = []
    for begin, end in zip(cuts, [*cuts[1:], None], strict=True):
        while open_now and open_now[-1].end <= begin:
            html.append(_tags(open_now.pop())[1])
        while waiting and waiting[0].offset <= begin:
            entity = waiting.pop(0)
            html.append(_tags(entity)[0])
            open_now.append(entity)
        if end is not None:
            chunk = units[begin * 2 : end * 2].decode("utf-16-le", "replace")
            html.append(escape(chunk, quote=False))
    return "".join(html)
