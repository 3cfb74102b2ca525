"""Files that cannot or must not be read are refused before they are parsed, with the way on."""

import io
import struct
import zipfile
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from plans import packed
from plans.errors import (
    PlanIsDamaged,
    PlanIsEncrypted,
    PlanIsPacked,
    PlanIsRichText,
    PlanIsScan,
    PlanIsUnsafe,
    PlanTooLarge,
    PlanUnreadable,
)
from plans.registry_reading import read_registry
from plans.source import read_lines
from tests.plans.locked import locked_pdf
from tests.plans.papers import paper
from tests.plans.test_word import paragraph, run, word

MAIN = "word/document.xml"


def refusal(data: bytes) -> type[PlanUnreadable]:
    with pytest.raises(PlanUnreadable) as refused:
        read_lines(data, name="plan.docx")
    assert refused.value.facts == {"name": "plan.docx"}
    return type(refused.value)


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def test_a_file_beyond_what_telegram_delivers_is_too_large() -> None:
    assert refusal(b" " * (packed.LARGEST_FILE + 1)) is PlanTooLarge


def test_a_packed_file_without_a_word_document_is_no_plan() -> None:
    assert refusal(zipped({"xl/workbook.xml": b"<a/>"})) is PlanIsPacked


@pytest.mark.parametrize(
    "data", [rb"{\rtf1 \ansi}", b"\xef\xbb\xbf\n<!DOCTYPE html><p>", b"<html>"]
)
def test_markup_that_calls_itself_doc_is_refused(data: bytes) -> None:
    assert refusal(data) is PlanIsRichText


def test_a_document_with_a_password_is_refused_as_such() -> None:
    locked = b"\xd0\xcf\x11\xe0" + bytes(60) + "EncryptedPackage".encode("utf-16-le")
    assert refusal(locked) is PlanIsEncrypted
    with pytest.raises(PlanIsEncrypted):
        read_registry(locked, name="registry.xlsx")


def test_a_zip_with_a_password_is_refused_as_such() -> None:
    data = bytearray(zipped({MAIN: b"<a/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert refusal(bytes(data)) is PlanIsEncrypted


def test_a_file_cut_short_is_damaged() -> None:
    whole = word(paragraph(run("甲")))
    assert refusal(whole[: len(whole) // 2]) is PlanIsDamaged
    assert refusal(zipped({MAIN: b"<w:document><w:body>"})) is PlanIsDamaged
    assert refusal(zipped({MAIN: b"<document/>"})) is PlanIsDamaged
    assert refusal(paper("pdf", ["甲" * 100])[:400]) is PlanIsDamaged


def test_a_part_that_shrinks_beyond_all_text_is_a_bomb() -> None:
    assert refusal(zipped({MAIN: b"<a/>", "word/media/a.png": bytes(5 * 2**20)})) is PlanIsUnsafe


def test_a_package_of_countless_entries_is_a_bomb() -> None:
    parts = {f"{at}": b"" for at in range(packed.MOST_ENTRIES + 1)}
    assert refusal(zipped({MAIN: b"<a/>", **parts})) is PlanIsUnsafe


def test_a_part_that_lies_about_its_size_is_not_unpacked_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packed, "LARGEST_PART", 1000)
    data = bytearray(zipped({MAIN: b"<a>" + b"\n" * 5000 + b"</a>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 20)
    assert refusal(bytes(data)) in {PlanTooLarge, PlanIsDamaged}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_with_its_entities(encoding: str) -> None:
    evil = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        "<document><body><p><r><t>&e;</t></r></p></body></document>"
    )
    assert refusal(zipped({MAIN: evil.encode(encoding)})) is PlanIsUnsafe


def test_nesting_without_end_is_refused() -> None:
    deep = b"<document><body>" + b"<sdt>" * 20_000 + b"</sdt>" * 20_000 + b"</body></document>"
    assert refusal(zipped({MAIN: deep})) is PlanIsDamaged


def pdf(*, text: str = "", pages: int = 1, password: str = "") -> bytes:
    stream = io.BytesIO()
    locked = StandardEncryption(password, ownerPassword="owner") if password else None
    canvas = Canvas(stream, encrypt=locked)
    for _ in range(pages):
        canvas.drawString(100, 100, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_pdf_of_pictures_is_a_scan() -> None:
    assert refusal(pdf(text="3", pages=3)) is PlanIsScan
    assert refusal(pdf(text="3")) is PlanIsScan


def test_a_pdf_with_a_password_is_refused_as_such() -> None:
    assert refusal(pdf(text="a plan of words enough", password="secret")) is PlanIsEncrypted


LOCKED = ["某县推进服务业发展2026年行动计划", "1.推进甲事，完善机制。（县财政局负责）"]


def test_a_pdf_locked_with_aes_256_is_read_without_a_password_and_refused_with_one() -> None:
    assert [line.text for line in read_lines(locked_pdf(LOCKED), name="x")] == LOCKED
    assert refusal(locked_pdf(LOCKED, password="secret")) is PlanIsEncrypted


def test_a_bomb_within_a_lock_is_found_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plans.pdf.LARGEST_UNPACKED", 100_000)
    assert refusal(locked_pdf(LOCKED, swells_to=200_000)) is PlanIsUnsafe


def test_a_pdf_that_unpacks_without_end_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plans.pdf.LARGEST_UNPACKED", 2000)
    assert refusal(paper("pdf", ["甲乙丙丁" * 300])) is PlanIsUnsafe


def test_a_pdf_of_more_pages_than_any_plan_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["甲乙丙丁" * 300] * 4
    assert read_lines(paper("pdf", lines), name="x")
    monkeypatch.setattr("plans.pdf.MOST_PAGES", 2)
    assert refusal(paper("pdf", lines)) is PlanTooLarge


def test_a_word_document_that_unpacks_to_too_much_in_all_is_a_bomb(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = word(paragraph(run("甲")))
    assert read_lines(data, name="x")
    monkeypatch.setattr(packed, "LARGEST_UNPACKED", 100)
    assert refusal(data) is PlanIsUnsafe


def test_a_pdf_packed_twice_is_a_bomb() -> None:
    twice = zlib.compress(zlib.compress(bytes(1000)))
    stream = b"%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /FlateDecode]>> stream\n" + twice
    assert refusal(stream) is PlanIsUnsafe
