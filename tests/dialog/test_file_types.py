"""What a file is, is told by its content; what is no evidence is refused by name."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from dialog.file_types import (
    EvidenceHasMacros,
    EvidenceIsDamaged,
    EvidenceIsHeic,
    EvidenceIsLocked,
    EvidenceIsMoving,
    EvidenceIsOther,
    EvidenceIsPacked,
    EvidenceIsUnknown,
    EvidenceRefused,
    FileType,
    type_of,
)
from tests.compound_file import compound_file

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture(kind: str, size: tuple[int, int] = (8, 8)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "red").save(stream, kind)
    return stream.getvalue()


def packed(*names: str, content: bytes = b"<x/>") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def word() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def excel() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (picture("JPEG"), FileType.JPEG),
        (picture("PNG"), FileType.PNG),
        (PDF, FileType.PDF),
        (b"\xef\xbb\xbf" + PDF, FileType.PDF),
        (word(), FileType.WORD),
        (excel(), FileType.EXCEL),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), FileType.SLIDES),
        (packed("OFD.xml", "Doc_0/Document.xml"), FileType.OFD),
        (compound_file("WordDocument", "1Table"), FileType.OLD_WORD),
        (compound_file("Workbook"), FileType.OLD_EXCEL),
        (compound_file("PowerPoint Document"), FileType.OLD_SLIDES),
    ],
)
def test_file_is_told_by_its_content_whatever_its_name(data: bytes, found: FileType) -> None:
    assert type_of(data, name="a.exe") is found


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", EvidenceIsHeic),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", EvidenceIsMoving),
        (b"OggS\0\2", EvidenceIsMoving),
        (b"Rar!\x1a\x07\x01\0", EvidenceIsPacked),
        (b"7z\xbc\xaf\x27\x1c\0\4", EvidenceIsPacked),
        (packed("photo.jpg"), EvidenceIsPacked),
        (packed("word/document.xml", "word/vbaProject.bin"), EvidenceHasMacros),
        (compound_file("WordDocument", "Macros"), EvidenceHasMacros),
        (compound_file("EncryptedPackage", "EncryptionInfo"), EvidenceIsLocked),
        (PDF.replace(b"<<>>\n%%EOF", b"<</Encrypt 2 0 R>>\n%%EOF"), EvidenceIsLocked),
        (b"MZ\x90\0\3\0\0\0", EvidenceIsUnknown),
        (b"<html><script>", EvidenceIsUnknown),
        (compound_file("Contents"), EvidenceIsUnknown),
        (picture("JPEG", (400, 400))[:-40], EvidenceIsDamaged),
        (picture("PNG")[:-20], EvidenceIsDamaged),
        (PDF[:-10], EvidenceIsDamaged),
        (word()[:-100], EvidenceIsDamaged),
        (compound_file("WordDocument")[:600], EvidenceIsDamaged),
    ],
)
def test_what_is_no_evidence_is_refused_by_name(
    data: bytes, refusal: type[EvidenceRefused]
) -> None:
    with pytest.raises(refusal) as caught:
        type_of(data, name="IMG_0001.HEIC")
    assert caught.value.facts["name"] == "IMG_0001.HEIC"


def test_bomb_is_refused_by_its_table_of_contents() -> None:
    bomb = packed("word/document.xml", content=b"\0" * (60 << 20))
    assert len(bomb) < 1 << 20
    with pytest.raises(EvidenceIsDamaged):
        type_of(bomb, name="a.docx")


def test_picture_of_a_hundred_megapixels_is_not_drawn_to_be_told() -> None:
    stream = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(stream, "PNG")
    assert type_of(stream.getvalue(), name="a.png") is FileType.PNG


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", b"\xff\xd8\xff", b"%PDF-"]))
def test_any_bytes_are_told_or_refused(data: bytes, head: bytes) -> None:
    try:
        found = type_of(head + data, name="x")
    except EvidenceRefused:
        return
    assert found in FileType


@pytest.mark.parametrize(("name", "kind"), [("假.pdf", "PDF"), ("photo.JPEG", "JPEG")])
def test_name_that_promises_another_content_is_told_so(name: str, kind: str) -> None:
    with pytest.raises(EvidenceIsOther) as refused:
        type_of(b"<html><script>", name=name)
    assert refused.value.facts == {"name": name, "kind": kind}
