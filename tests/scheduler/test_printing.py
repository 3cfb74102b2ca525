"""LibreOffice as a program that may be slow, broken or missing: here a small one in its place."""

import asyncio
import os
import shutil
import sys
import time
from dataclasses import astuple
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reports.blank_paper import Fonts
from scheduler.printing import NotPrinted, PdfPrinter, font_families
from tests.factories import a_filed_report
from tests.reports.paper import draft_of, pages_of

PDF = b"%PDF-1.4\n%%EOF\n"


def a_program(folder: Path, body: str) -> PdfPrinter:
    """In place of LibreOffice: called as it is, and knows `out`, `docx`, `profile`."""
    program = folder / "office"
    program.write_text(
        f"#!{sys.executable}\n"
        "import os, subprocess, sys, time\nfrom pathlib import Path\n"
        "profile = next(a.split('=')[1] for a in sys.argv if a.startswith('-env:UserInstall'))\n"
        "out, docx = Path(sys.argv[-2]), Path(sys.argv[-1])\n"
        f"log = Path({str(folder / 'log')!r})\n"
        f"{body}\n",
        encoding="utf-8",
    )
    program.chmod(0o700)
    return printer(str(program), folder)


def printer(name: str, folder: Path) -> PdfPrinter:
    """Its folders are made where what stays behind is seen."""
    (folder / "room").mkdir()
    found = PdfPrinter.found(name, room=folder / "room")
    assert found is not None
    return found


def left_behind(folder: Path) -> list[Path]:
    return list((folder / "room").iterdir())


async def test_document_is_handed_over_and_its_pdf_comes_back(tmp_path: Path) -> None:
    office = a_program(
        tmp_path,
        "assert docx.read_bytes() == b'docx'\n"
        "(out / 'document.pdf').write_bytes(b'%PDF-1.4\\n%%EOF\\n')",
    )
    assert await office.pdf_of(b"docx") == PDF
    assert left_behind(tmp_path) == []


async def test_every_run_has_a_profile_of_its_own_and_one_runs_at_a_time(tmp_path: Path) -> None:
    office = a_program(
        tmp_path,
        "with log.open('a') as f: f.write(f'start {profile}\\n')\n"
        "time.sleep(0.2)\n"
        "with log.open('a') as f: f.write('end\\n')\n"
        "(out / 'document.pdf').write_bytes(b'%PDF-1.4\\n%%EOF\\n')",
    )
    await asyncio.gather(*(office.pdf_of(b"docx") for _ in range(3)))
    said = (tmp_path / "log").read_text().splitlines()
    assert [line.partition(" ")[0] for line in said] == ["start", "end"] * 3
    assert len({line for line in said if line.startswith("start")}) == 3


async def test_program_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    office = a_program(
        tmp_path,
        "child = subprocess.Popen(['sleep', '60'])\n"
        "log.write_text(f'{os.getpid()} {child.pid}')\ntime.sleep(60)",
    )
    office.seconds = 2.0
    started = time.monotonic()
    with pytest.raises(NotPrinted, match="within 2 seconds"):
        await office.pdf_of(b"docx")
    assert time.monotonic() - started < 20
    for process in (tmp_path / "log").read_text().split():
        for _ in range(100):
            if not is_running(int(process)):
                break
            await asyncio.sleep(0.05)
        assert not is_running(int(process))
    assert left_behind(tmp_path) == []


def is_running(process: int) -> bool:
    """A child of one that was ended is a zombie until the machine's first process takes it away."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


async def test_waiting_for_ones_turn_counts_as_time(tmp_path: Path) -> None:
    office = a_program(tmp_path, "time.sleep(60)")
    office.seconds = 1.0
    found = await asyncio.gather(office.pdf_of(b"a"), office.pdf_of(b"b"), return_exceptions=True)
    assert [type(one) for one in found] == [NotPrinted, NotPrinted]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "sys.exit(77)",
        "(out / 'document.pdf').write_bytes(b'')",
        "(out / 'document.pdf').write_bytes(b'<html>no</html>%%EOF')",
        "(out / 'document.pdf').write_bytes(b'%PDF-1.4 cut off')",
    ],
)
async def test_what_is_no_whole_pdf_is_not_given_out(tmp_path: Path, body: str) -> None:
    with pytest.raises(NotPrinted):
        await a_program(tmp_path, body).pdf_of(b"docx")
    assert left_behind(tmp_path) == []


async def test_fonts_that_are_missing_have_chosen_ones_in_their_place(tmp_path: Path) -> None:
    office = a_program(
        tmp_path,
        "log.write_bytes(Path(os.environ['FONTCONFIG_FILE']).read_bytes())\n"
        "(out / 'document.pdf').write_bytes(b'%PDF-1.4\\n%%EOF\\n')",
    )
    await office.pdf_of(b"docx")
    fonts = ElementTree.fromstring((tmp_path / "log").read_bytes())  # noqa: S314 - made by us
    assert fonts.findtext("include") == "/etc/fonts/fonts.conf"
    named = {alias.findtext("family") for alias in fonts.iter("alias")}
    assert set(astuple(Fonts())) <= named


async def test_secrets_are_not_handed_to_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOSONG_TELEGRAM__TOKEN", "7654321:secret")
    office = a_program(
        tmp_path,
        "log.write_text('\\n'.join(os.environ))\n"
        "(out / 'document.pdf').write_bytes(b'%PDF-1.4\\n%%EOF\\n')",
    )
    await office.pdf_of(b"docx")
    assert "BAOSONG" not in (tmp_path / "log").read_text()
    assert "PATH" in (tmp_path / "log").read_text()


def test_without_the_program_there_is_no_printer() -> None:
    assert PdfPrinter.found("no-such-program") is None
    assert PdfPrinter.found("") is None


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
async def test_libreoffice_makes_a_pdf_of_a_draft(tmp_path: Path) -> None:
    office = printer("soffice", tmp_path)
    (page,) = pages_of(await office.pdf_of(draft_of(a_filed_report())))
    assert "2022-07-0013" in [word.text for word in page]
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(not shutil.which("fc-list"), reason="fontconfig is not installed")
async def test_fonts_of_this_machine_are_known_by_each_of_their_names() -> None:
    families = await font_families()
    assert families
    assert not [name for name in families if "," in name or "\n" in name]


async def test_without_a_list_of_fonts_none_is_taken_for_present(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert await font_families() == frozenset()
