"""A PDF of a document, by LibreOffice where it is on this machine."""

import asyncio
import os
import shutil
import signal
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from xml.sax.saxutils import escape

from reports.stand_ins import font_configuration
from vocabulary.file_starts import PDF

LONGEST_SECONDS = 40.0
_FONT_LIST_SECONDS = 10.0
_TAIL = 1024  # bytes in which the end of a PDF is marked
_DOCUMENT, _PDF, _FONTS = "document.docx", "document.pdf", "fonts.conf"
_USUAL_FONTS = "/etc/fonts/fonts.conf"
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "SYSTEMROOT")


class NotPrinted(OSError):
    """LibreOffice has made no PDF: not in time, or none that is one. Later it may."""


@dataclass(slots=True)
class PdfPrinter:
    """One document at a time, each in a folder and with a profile of its own.

    program: where LibreOffice is. seconds: how long one may take, with waiting for its turn.
    room: where the folders are made; None for the usual place.
    """

    program: str
    seconds: float = LONGEST_SECONDS
    room: Path | None = None
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    @classmethod
    def found(
        cls, name: str, *, seconds: float = LONGEST_SECONDS, room: Path | None = None
    ) -> "PdfPrinter | None":
        """The printer, where there is a program of this name or at this place."""
        program = shutil.which(name) if name else None
        return cls(program, seconds, room) if program else None

    async def pdf_of(self, docx: bytes) -> bytes:
        """Raises NotPrinted."""
        try:
            async with asyncio.timeout(self.seconds), self._turn:
                return await self._print(docx)
        except TimeoutError as late:
            raise NotPrinted(f"no PDF within {self.seconds:g} seconds") from late

    async def _print(self, docx: bytes) -> bytes:
        folder = Path(await asyncio.to_thread(mkdtemp, prefix="baosong-pdf-", dir=self.room))
        try:
            await asyncio.to_thread(_lay_out, folder, docx)
            profile = (folder / "profile").as_uri()
            to_pdf = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder))
            code, _ = await _run(
                [
                    self.program,
                    f"-env:UserInstallation={profile}",
                    *to_pdf,
                    str(folder / _DOCUMENT),
                ],
                home=folder,
            )
            return await asyncio.to_thread(_read_pdf, folder / _PDF, code)
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _lay_out(folder: Path, docx: bytes) -> None:
    (folder / _DOCUMENT).write_bytes(docx)
    usual = os.environ.get("FONTCONFIG_FILE", _USUAL_FONTS)
    include = f'<include ignore_missing="yes">{escape(usual)}</include>'
    (folder / _FONTS).write_text(font_configuration(include), encoding="utf-8")


def _read_pdf(file: Path, code: int) -> bytes:
    """code: how the program ended."""
    if not file.exists():
        raise NotPrinted(f"no PDF, exit code {code}")
    pdf = file.read_bytes()
    if not pdf.startswith(PDF) or b"%%EOF" not in pdf[-_TAIL:]:
        raise NotPrinted(f"no whole PDF, exit code {code}")
    return pdf


async def font_families() -> frozenset[str]:
    """By all their names, the fonts that LibreOffice finds here; none where nobody can tell."""
    program = shutil.which("fc-list")
    if program is None:
        return frozenset()
    try:
        async with asyncio.timeout(_FONT_LIST_SECONDS):
            _, listed = await _run([program, "--format", "%{family}\n"])
    except TimeoutError:
        return frozenset()
    names = listed.decode(errors="replace").replace("\n", ",").split(",")
    return frozenset(filter(None, names))


async def _run(command: Sequence[str], *, home: Path | None = None) -> tuple[int, bytes]:
    """Its exit code and what it printed; cut off, it is ended with all that it has started."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
        env=_environment(home),
        start_new_session=True,
    )
    try:
        printed, _ = await process.communicate()
    except BaseException:
        with suppress(ProcessLookupError):  # it may just have ended
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        raise
    return process.returncode or 0, printed


def _environment(home: Path | None) -> Mapping[str, str]:
    """What another program needs to know; our secrets are not among it."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    if home is None:
        return passed_on
    return {**passed_on, "HOME": str(home), "FONTCONFIG_FILE": str(home / _FONTS)}
