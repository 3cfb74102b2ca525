"""Packed files (.docx, .xlsx) opened with their limits checked before anything is parsed."""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from plans.errors import PlanIsDamaged, PlanIsEncrypted, PlanIsUnsafe, PlanTooLarge
from vocabulary.file_starts import OLE

LARGEST_FILE = 20 * 2**20
"""Bytes: what Telegram lets a bot download."""
MOST_ENTRIES = 5000
LARGEST_UNPACKED = 200 * 2**20
LARGEST_PART = 100 * 2**20
MOST_SHRUNK = 200
"""Unpacked size by packed size; text shrinks to a twentieth or so, a bomb to a thousandth."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ALWAYS_UNPACKED = 2**20  # bytes: below this no ratio is looked at
_ENCRYPTED = 0x1
_DOCTYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """A packed file whose table of contents keeps within the limits."""

    archive: zipfile.ZipFile
    name: str

    def has(self, part: str) -> bool:
        return part in self.archive.NameToInfo

    def xml(self, part: str) -> ElementTree.Element:
        """The root of a part. A part with a document type is refused: entities live there."""
        data = self._read(part)
        if _DOCTYPE.search(_decoded(data)):
            raise PlanIsUnsafe(name=self.name)
        try:
            return ElementTree.fromstring(data)  # noqa: S314  # has no document type, so no entities
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise PlanIsDamaged(name=self.name) from error

    def refuse_document_types(self) -> None:
        """For a library that parses the parts itself."""
        for part in self.archive.namelist():
            if part.endswith((".xml", ".rels")) and _DOCTYPE.search(_decoded(self._read(part))):
                raise PlanIsUnsafe(name=self.name)

    def _read(self, part: str) -> bytes:
        """What the table of contents says of a size may be a lie: reading stops at the limit."""
        try:
            with self.archive.open(part) as file:
                data = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise PlanIsDamaged(name=self.name) from error
        if len(data) > LARGEST_PART:
            raise PlanTooLarge(name=self.name)
        return data


def is_locked(data: bytes) -> bool:
    """Whether a packed file was closed with a password by its program."""
    return data.startswith(OLE) and _ENCRYPTED_PACKAGE in data


def open_package(data: bytes, *, name: str) -> Package:
    """Raises PlanTooLarge, PlanIsUnsafe, PlanIsEncrypted or PlanIsDamaged before unpacking."""
    refuse_too_large(data, name=name)
    if is_locked(data):
        raise PlanIsEncrypted(name=name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise PlanIsDamaged(name=name) from error
    _check(archive.infolist(), name=name)
    return Package(archive, name)


def refuse_too_large(data: bytes, *, name: str) -> None:
    if len(data) > LARGEST_FILE:
        raise PlanTooLarge(name=name)


def _check(entries: Iterable[zipfile.ZipInfo], *, name: str) -> None:
    unpacked = packed = 0
    for count, entry in enumerate(entries, start=1):
        unpacked += entry.file_size
        packed += entry.compress_size
        if entry.flag_bits & _ENCRYPTED:
            raise PlanIsEncrypted(name=name)
        if count > MOST_ENTRIES or unpacked > LARGEST_UNPACKED:
            raise PlanIsUnsafe(name=name)
        if entry.file_size > max(_ALWAYS_UNPACKED, entry.compress_size * MOST_SHRUNK):
            raise PlanIsUnsafe(name=name)
    if unpacked > max(_ALWAYS_UNPACKED, packed * MOST_SHRUNK):
        raise PlanIsUnsafe(name=name)


def _decoded(data: bytes) -> str:
    """Enough of a decoding to find a document type, whatever the part is encoded in."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "latin-1"
    if b"\0" in data[:8] and encoding == "latin-1":
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    return data.decode(encoding, errors="replace")
