"""Documents in the styles that offices use are read whole, in every kind of file."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plans.reader import read_plan
from tests.plans.gallery import Exhibit, exhibits
from tests.plans.papers import as_docx, paper

EXHIBITS = exhibits()
MARKS = {"pdf": pytest.mark.long}  # pages are slow to make and to read
_EVERY = 4  # of those without a table is printed: printing costs half a second


def check(exhibit: Exhibit, data: bytes) -> None:
    found = read_plan(data, name=exhibit.name).measures
    assert [measure.number for measure in found] == [m.number for m in exhibit.meant], exhibit.name
    for meant, measure in zip(exhibit.meant, found, strict=True):
        assert meant.as_found(measure) == meant, exhibit.name


def files_of(exhibit: Exhibit) -> list[str]:
    """The kinds of file that can hold it.

    Cells that are merged or of several lines cannot be written as plain text; pages and cells that
    have become lines are a matter of text files. Pages are slow to make.
    """
    if exhibit.only_as:
        return [{"text": "txt", "Word": "docx"}[exhibit.only_as]]
    return ["docx", "pdf"] if exhibit.has_table else ["txt", "docx", "pdf"]


FILES = [
    pytest.param(kind, exhibit, id=f"{kind}-{exhibit.name}", marks=MARKS.get(kind, ()))
    for exhibit in EXHIBITS
    for kind in files_of(exhibit)
]


@pytest.mark.parametrize(("kind", "exhibit"), FILES)
def test_a_document_of_the_gallery_is_read_whole(kind: str, exhibit: Exhibit) -> None:
    check(exhibit, paper(kind, exhibit.blocks))


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_document_of_the_gallery_is_read_whole_when_an_office_prints_it(tmp_path: Path) -> None:
    """In one go, since the office takes its time to start; most PDFs are such prints."""
    chosen = [
        each
        for at, each in enumerate(EXHIBITS)
        if not each.only_as and (each.has_table or at % _EVERY == 0)
    ]
    for exhibit in chosen:
        (tmp_path / f"{exhibit.name}.docx").write_bytes(as_docx(exhibit.blocks))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = map(str, tmp_path.glob("*.docx"))
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    for exhibit in chosen:
        check(exhibit, (tmp_path / f"{exhibit.name}.pdf").read_bytes())
