"""What a file is, by its content and never by its name; what is no evidence is refused by name.

Nothing is unpacked, drawn or run: the first bytes tell, and of a packed file its table of contents.
"""

from enum import StrEnum
from io import BytesIO

from olefile import MAGIC, OleFileIO

from plans.errors import PlanIsDamaged, PlanIsEncrypted, PlanIsUnsafe, PlanTooLarge
from plans.packed import open_package
from vocabulary.errors import BaosongError
from vocabulary.file_starts import PACKED, PACKED_EMPTY, is_pdf


class FileType(StrEnum):
    """What evidence can be; the value is the ending that its name gets."""

    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    SLIDES = "pptx"
    OFD = "ofd"
    OLD_WORD = "doc"
    OLD_EXCEL = "xls"
    OLD_SLIDES = "ppt"


class EvidenceRefused(BaosongError):
    """The file is not kept; each kind of refusal says why and what to send instead."""

    forgets = True


class EvidenceEmpty(EvidenceRefused):
    text_key = "evidence-empty"


class EvidenceIsHeic(EvidenceRefused):
    """A picture that only telephones of one maker show."""

    text_key = "evidence-heic"


class EvidenceIsBitmap(EvidenceRefused):
    """A picture as scanners in offices store it: large, and shown by no telephone."""

    text_key = "evidence-bitmap"


class EvidenceIsMoving(EvidenceRefused):
    """A film or a recording."""

    text_key = "evidence-moving"


class EvidenceIsPacked(EvidenceRefused):
    """An archive: what is in it can be seen only by whoever unpacks it."""

    text_key = "evidence-packed"


class EvidenceHasMacros(EvidenceRefused):
    """It would run a program on the desk of whoever opens it."""

    text_key = "evidence-macros"


class EvidenceIsLocked(EvidenceRefused):
    """It has a password, so that nobody at the office could open it."""

    text_key = "evidence-locked"


class EvidenceIsDamaged(EvidenceRefused):
    """It ends in the middle, or is packed in a way that harms whoever opens it."""

    text_key = "evidence-damaged"


class EvidenceIsOther(EvidenceRefused):
    """Its name says that it is of a kind that is taken, and its content is not."""

    text_key = "evidence-other"


class EvidenceIsUnknown(EvidenceRefused):
    """Nothing that an office prints or looks at."""

    text_key = "evidence-unknown"


_TAKEN = frozenset({*(kind.value for kind in FileType), "jpeg"})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"})
_MOVING = (b"ID3", b"OggS", b"\x1aE\xdf\xa3", b"FLV", b"#!AMR", b"\xff\xfb", b"\xff\xf1")
_BITMAPS = (b"BM", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")  # BMP, TIFF, large TIFF
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLD_MACROS = frozenset({"Macros", "_VBA_PROJECT_CUR", "VBA"})
_OLD_STREAMS = (
    ("WordDocument", FileType.OLD_WORD),
    ("Workbook", FileType.OLD_EXCEL),
    ("Book", FileType.OLD_EXCEL),
    ("PowerPoint Document", FileType.OLD_SLIDES),
)
_PARTS = (
    ("word/document.xml", FileType.WORD),
    ("xl/workbook.xml", FileType.EXCEL),
    ("ppt/presentation.xml", FileType.SLIDES),
    ("OFD.xml", FileType.OFD),
)
_END_OF_JPEG, _END_OF_PNG, _END_OF_PDF = b"\xff\xd9", b"IEND\xaeB\x60\x82", b"%%EOF"
_TAIL = 2048  # bytes: what writers put behind the end of a picture or a document is less


def type_of(data: bytes, *, name: str) -> FileType:
    """Raises one of EvidenceRefused; `name` is only told in it, and held against the content."""
    if not data.strip(b"\0 \t\r\n"):
        raise EvidenceEmpty(name=name)
    if data[:3] == b"\xff\xd8\xff":
        return _whole(FileType.JPEG, data, _END_OF_JPEG, name)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return _whole(FileType.PNG, data, _END_OF_PNG, name)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileType.WEBP
    if is_pdf(data):
        return _pdf(data, name)
    if data.startswith((PACKED, PACKED_EMPTY)):
        return _packed(data, name)
    if data[:8] == MAGIC:
        return _old_office(data, name)
    if data[4:8] == b"ftyp":
        heic = data[8:12] in _HEIC_BRANDS
        raise (EvidenceIsHeic if heic else EvidenceIsMoving)(name=name)
    if data.startswith(_MOVING) or data[:4] == b"RIFF":
        raise EvidenceIsMoving(name=name)
    if data.startswith(_BITMAPS):
        raise EvidenceIsBitmap(name=name)
    if data.startswith(_ARCHIVES):
        raise EvidenceIsPacked(name=name)
    kind = name.rpartition(".")[2].lower()
    if kind in _TAKEN:
        raise EvidenceIsOther(name=name, kind=kind.upper())
    raise EvidenceIsUnknown(name=name)


def is_evidence(data: bytes) -> bool:
    """Whether `type_of` would tell what it is."""
    try:
        type_of(data, name="")
    except EvidenceRefused:
        return False
    return True


def _whole(found: FileType, data: bytes, end: bytes, name: str) -> FileType:
    if end not in data[-_TAIL:]:
        raise EvidenceIsDamaged(name=name)
    return found


def _pdf(data: bytes, name: str) -> FileType:
    """One with a password names its cipher in the trailer, or in the stream that stands for it."""
    if b"/Encrypt" in data[-_TAIL:] or b"/Encrypt" in data[:_TAIL]:
        raise EvidenceIsLocked(name=name)
    return _whole(FileType.PDF, data, _END_OF_PDF, name)


def _packed(data: bytes, name: str) -> FileType:
    try:
        package = open_package(data, name=name)
    except PlanIsEncrypted:
        raise EvidenceIsLocked(name=name) from None
    except (PlanIsDamaged, PlanIsUnsafe, PlanTooLarge):
        raise EvidenceIsDamaged(name=name) from None
    parts = package.archive.namelist()
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise EvidenceHasMacros(name=name)
    for part, found in _PARTS:
        if part in parts:
            return found
    raise EvidenceIsPacked(name=name)


def _old_office(data: bytes, name: str) -> FileType:
    """A compound file is told by the names of its streams."""
    try:
        with OleFileIO(BytesIO(data)) as compound:
            streams = {"/".join(path) for path in compound.listdir(storages=True)}
    except (OSError, ValueError, IndexError):  # what a torn directory makes it raise
        raise EvidenceIsDamaged(name=name) from None
    if "EncryptedPackage" in streams:
        raise EvidenceIsLocked(name=name)
    if streams & _OLD_MACROS:
        raise EvidenceHasMacros(name=name)
    for stream, found in _OLD_STREAMS:
        if stream in streams:
            return found
    raise EvidenceIsUnknown(name=name)
