"""What a Word document is before anything is believed of it: ours, readable, harmless."""

import io
import zipfile

import pytest

from dialog.word_paper import LARGEST_TEXT, DraftUnreadable, is_draft, is_word, read_paper
from reports.draft_marks import LONGEST, Field, code_marked, document_mark, field_mark, field_marked
from tests.factories import a_filed_report
from tests.reports.paper import draft_of
from tests.reports.samples import CODE
from vocabulary.file_starts import OLE
from vocabulary.period import Period
from vocabulary.stamp_code import stamp_code

NAMED = "市工科局关于2022年7月份工作任务完成情况的报告（改）.docx"
MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def draft() -> bytes:
    return draft_of(a_filed_report())


def with_part(draft: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(draft)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, content)
    return stream.getvalue()


def test_a_draft_is_known_by_its_bookmarks_whatever_it_is_called(draft: bytes) -> None:
    assert is_draft(draft, name="a.docx")
    assert is_word(draft)
    assert read_paper(draft, name="a.docx").code == CODE.text


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG", b"PK\x03\x04"])
def test_what_is_none_is_none(data: bytes) -> None:
    assert not is_draft(data, name="a.docx")
    assert not is_word(data)


def test_a_scan_that_is_called_like_the_draft_is_none() -> None:
    assert not is_draft(b"%PDF-1.7", name=NAMED)


def refused(draft: bytes) -> dict[str, bytes]:
    entity = b'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="x"/>'
    return {
        "macros": with_part(draft, "word/vbaProject.bin", b"x"),
        "old": OLE + bytes(600) + "_bs_0_text".encode("utf-16-le"),
        "encrypted": OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "damaged": draft[: len(draft) // 2],
        "unsafe": with_part(draft, MAIN, entity),
        "large": with_part(draft, MAIN, draft * (LARGEST_TEXT // len(draft) + 1)),
    }


@pytest.mark.parametrize("reason", ["macros", "old", "encrypted", "damaged", "unsafe", "large"])
def test_what_may_not_be_opened_says_why(draft: bytes, reason: str) -> None:
    data = refused(draft)[reason]
    assert is_draft(data, name=NAMED)
    with pytest.raises(DraftUnreadable) as error:
        read_paper(data, name=NAMED)
    assert error.value.facts == {"name": NAMED, "reason": reason}


def test_a_bomb_is_not_unpacked(draft: bytes) -> None:
    with pytest.raises(DraftUnreadable) as error:
        read_paper(with_part(draft, "word/media/x.xml", bytes(8 << 20)), name=NAMED)
    assert error.value.facts["reason"] == "unsafe"


def test_bookmarks_are_as_long_as_word_takes_them() -> None:
    longest = stamp_code(36**6 - 1, Period(2099, 12), 999, "{}")
    names = [document_mark(longest), *(field_mark(9999, field) for field in Field)]
    assert all(len(name) <= LONGEST and name.isascii() for name in names)
    assert all(name.replace("_", "").isalnum() and name.startswith("_") for name in names)
    assert code_marked(document_mark(longest)) == longest.text
    assert [field_marked(field_mark(17, field)) for field in Field] == [(17, f) for f in Field]


@pytest.mark.parametrize("name", ["_bs_x_text", "_bs_1_status", "_Toc123", "_bs_", ""])
def test_other_bookmarks_are_no_fields(name: str) -> None:
    assert field_marked(name) is None
    assert code_marked(name) == ""
