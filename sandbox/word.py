"""A word processor: a sentence is typed behind what a document says of a measure."""

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_MEASURE = re.compile(r"(\d+)\..+（(?:已完成|正常推进|滞后|未启动)）。.")


@dataclass(frozen=True, slots=True)
class Typed:
    """A document after somebody typed in it. number: of the measure behind which they did."""

    document: bytes
    number: str


def typed_behind(docx: bytes, words: str) -> Typed | None:
    """The document with the words at the end of its first measure; None where it has no measure."""
    parts = _parts(docx)
    for prefix, address in _names(parts[_MAIN]):
        ElementTree.register_namespace(prefix, address)
    root = ElementTree.fromstring(parts[_MAIN])  # noqa: S314 - it came from the bot
    for paragraph in root.iter(f"{_W}p"):
        said = "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
        if measure := _MEASURE.match(said):
            run = ElementTree.SubElement(paragraph, f"{_W}r")
            ElementTree.SubElement(run, f"{_W}t").text = words
            parts[_MAIN] = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
            return Typed(_packed(parts), measure[1])
    return None


def _names(xml: bytes) -> list[tuple[str, str]]:
    """The prefixes that a document of several vocabularies needs to keep."""
    events = ElementTree.iterparse(io.BytesIO(xml), events=["start-ns"])  # noqa: S314 - likewise
    return [(str(name[0]), str(name[1])) for _, name in events]


def _parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()
