"""Marks of secrecy in files of evidence: where words may stand in them, and what is harmless."""

import io
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment

from bot.settings import SecrecySettings
from dialog.file_words import may_have_words, runs_of, words_of_file
from dialog.marks_apart import MarkFinder
from dialog.secrecy import SecrecyRules
from tests.plans.papers import as_pdf
from vocabulary.file_starts import OLE

RULES = SecrecyRules(**SecrecySettings().model_dump())
MARK, ORDINARY = "机密★5年", "开展商业秘密保护培训2场，发放保守国家秘密手册，提高机密性。"


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def word(write: Callable[[object], None]) -> bytes:
    document, stream = Document(), io.BytesIO()
    document.add_paragraph(ORDINARY)
    write(document)
    document.save(stream)
    return stream.getvalue()


def sheet(write: Callable[[object], None]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = ORDINARY
    write(book.active)
    book.save(stream)
    return stream.getvalue()


def parted(document: object) -> None:
    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    for run in MARK:
        paragraph.add_run(run).bold = run == "密"


def cell_of_a_table(document: object) -> None:
    document.add_table(1, 2).cell(0, 1).text = MARK  # type: ignore[attr-defined]


def above_the_page(document: object) -> None:
    document.sections[0].header.paragraphs[0].text = MARK  # type: ignore[attr-defined]


def commented(page: object) -> None:
    page["B2"].comment = Comment(MARK, "Zoe")  # type: ignore[index]


def above_the_sheet(page: object) -> None:
    page.oddHeader.right.text = MARK  # type: ignore[attr-defined]


BOX = (
    f'<w:p xmlns:w="w"><w:r><w:txbxContent><w:p><w:t>{MARK}</w:t></w:p></w:txbxContent></w:r></w:p>'
)

BEARING = {
    "paragraph": lambda: word(lambda document: document.add_paragraph(MARK)),  # type: ignore[attr-defined]
    "runs": lambda: word(parted),
    "table": lambda: word(cell_of_a_table),
    "header": lambda: word(above_the_page),
    "text box": lambda: packed({"word/document.xml": BOX}),
    "phrase": lambda: word(lambda document: document.add_paragraph("内部资料，注意保存")),  # type: ignore[attr-defined]
    "cell": lambda: sheet(lambda page: page.append(["1", MARK])),  # type: ignore[attr-defined]
    "comment": lambda: sheet(commented),
    "head of a sheet": lambda: sheet(above_the_sheet),
    "slide": lambda: packed(
        {
            "ppt/presentation.xml": "<p/>",
            "ppt/slides/slide1.xml": f'<s xmlns:a="a"><a:p><a:t>{MARK}</a:t></a:p></s>',
        }
    ),
    "OFD": lambda: packed(
        {"OFD.xml": "<o/>", "Doc_0/Pages/Page_0/Content.xml": f"<P><TextCode>{MARK}</TextCode></P>"}
    ),
    "PDF": lambda: as_pdf([MARK, ORDINARY]),
}


def mark_of(data: bytes, name: str = "") -> str | None:
    return next(filter(None, map(RULES.held_by, words_of_file(data, name=name))), None)


@pytest.mark.parametrize("place", BEARING)
def test_mark_is_found_wherever_it_stands_in_a_file(place: str) -> None:
    data = BEARING[place]()
    assert may_have_words(data, name="")
    assert mark_of(data) == ("内部资料" if place == "phrase" else "机密")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_mark_is_found_in_a_plain_text_of_any_encoding(encoding: str) -> None:
    assert mark_of(f"{ORDINARY}\n{MARK}".encode(encoding), "a.TXT") == "机密"
    assert mark_of(ORDINARY.encode(encoding), "a.txt") is None


@pytest.mark.parametrize(
    "data",
    [
        lambda: word(lambda _: None),
        lambda: sheet(lambda _: None),
        lambda: as_pdf(
            [ORDINARY * 8, "涉密人员按照有关规定，依法履行保守国家秘密，维护国家安全的义务。" * 8]
        ),
    ],
)
def test_ordinary_words_in_a_file_are_ordinary(data: Callable[[], bytes]) -> None:
    assert list(words_of_file(data(), name=""))
    assert mark_of(data()) is None


def saved_as(kind: str, data: bytes, folder: Path) -> bytes:
    """The document as LibreOffice saves it in an older format."""
    office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    (folder / "made").write_bytes(data)
    command = ["soffice", office, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "made")], check=True, capture_output=True, timeout=120)
    saved = folder / f"made.{kind}"
    if not saved.exists():
        pytest.skip("this LibreOffice has no part for that format")
    return saved.read_bytes()


OLD_FILES: dict[str, Callable[[str], bytes]] = {
    "doc": lambda words: word(lambda document: document.add_paragraph(words)),  # type: ignore[attr-defined]
    "xls": lambda words: sheet(lambda page: page.append(["1", words])),  # type: ignore[attr-defined]
}


@pytest.mark.long  # an office takes its time to start
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", OLD_FILES)
def test_mark_is_found_in_an_old_office_file_and_ordinary_words_are_none(
    kind: str, tmp_path: Path
) -> None:
    """The text that LibreOffice has stored is found in the file, and another one in its place."""
    data = saved_as(kind, OLD_FILES[kind](MARK), tmp_path)
    assert data.startswith(OLE)
    assert may_have_words(data, name="")
    assert mark_of(data) == "机密"
    ordinary = "机房升级5年"[: len(MARK)]
    assert mark_of(data.replace(MARK.encode("utf-16-le"), ordinary.encode("utf-16-le"))) is None


@pytest.mark.parametrize(
    ("content", "mark"),
    [
        ("第一段\r机密\r第二段\r".encode("utf-16-le"), "机密"),
        ("\x07绝密·启用前\x07".encode("utf-16-le"), "绝密"),
        (b"\x05\x00\x01" + MARK.encode("utf-16-le") + b"\x02\x00\x00OK", "机密"),
        (b"\0" + "【秘密】关于经费的函".encode("utf-16-le"), "秘密"),
        (ORDINARY.encode("utf-16-le"), None),
        (b"\x01" + "商业秘密\r保护站".encode("utf-16-le"), None),
        (b"CONFIDENTIAL", None),
    ],
)
def test_text_is_found_among_the_bytes_of_an_old_file(content: bytes, mark: str | None) -> None:
    assert next(filter(None, map(RULES.held_by, runs_of(content, 2))), None) == mark


def test_pictures_in_an_old_file_are_no_words() -> None:
    """Whatever they are: two signs of a mark come by chance among so many bytes, alone."""
    random_bytes = random.Random(1).randbytes(1 << 20)  # noqa: S311 -- no secret is made of them
    noise = random_bytes + "\0机密\0".encode("utf-16-le")
    assert not any(map(RULES.held_by, runs_of(noise, 3)))


BAD = {
    "old": OLE + b"x" * 999,
    "cut off": word(lambda _: None)[:900],
    "no package": b"PK\x03\x04" + b"x" * 99,
    "no document": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n",
    "entity": packed(
        {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "{MARK}">]><p><t>&a;</t></p>'}
    ),
    "bomb": packed({"word/document.xml": " " * (60 << 20)}),
    "no XML": packed({"word/document.xml": "<p><t>"}),
    "picture": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("name", BAD)
def test_of_a_damaged_or_hostile_file_there_are_no_words(name: str) -> None:
    assert list(words_of_file(BAD[name], name="")) == []


def test_part_that_is_damaged_hides_no_other() -> None:
    parts = {"word/a.xml": "<p><t>", "word/document.xml": f"<p><t>{MARK}</t></p>"}
    assert mark_of(packed(parts)) == "机密"


async def test_file_is_looked_through_in_a_process_of_its_own_by_the_list_that_is_configured() -> (
    None
):
    mine = MarkFinder(SecrecyRules(phrases=("商业秘密保护",)))
    assert await mine.mark_in(word(lambda _: None), "a.docx") == "商业秘密保护"
    assert await MarkFinder(RULES).mark_in(BEARING["cell"](), "a.xlsx") == "机密"
    assert await MarkFinder(RULES).mark_in(BAD["bomb"], "a.docx") is None


async def test_file_that_takes_too_much_is_told_to_the_operator(
    caplog: pytest.LogCaptureFixture,
) -> None:
    finder = MarkFinder(RULES, most_seconds=0.01)
    assert await finder.mark_in(word(lambda _: None), "a.docx") is None
    told = [(one.message, one.reason) for one in caplog.records]  # type: ignore[attr-defined]
    assert told == [("marks-not-looked-for", "too-much")]
