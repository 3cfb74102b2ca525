"""The draft as PDF, to be looked at on a phone: only where LibreOffice is."""

import sys
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from bot.draft_settings import DraftSettings
from models.delivery import Document, DocumentKind
from tests.chat import TIMES, Chat, Town, said
from tests.models.samples import ADA, ROADS

PDF = b"%PDF-1.4\n%%EOF\n"


def an_office(folder: Path, *, writes: bool = True) -> str:
    """A program in place of LibreOffice, which makes the PDF or makes none."""
    program = folder / "office"
    deed = f"Path(sys.argv[-2], 'document.pdf').write_bytes({PDF!r})" if writes else "pass"
    program.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n{deed}\n")
    program.chmod(0o700)
    return str(program)


async def restarted(town: Town, program: str) -> Chat:
    draft = DraftSettings(libreoffice=program, body_font="No Such Font")
    town.settings = town.settings.model_copy(update={"draft": draft})
    await town.kill()
    return town.chats[ADA]


def previews(session: Session) -> list[tuple[str, bool]]:
    kind = Document.kind == DocumentKind.PREVIEW
    found = session.exec(select(Document).where(kind).order_by(col(Document.id)))
    return [(document.file_name, document.sha256 is not None) for document in found]


async def test_pdf_of_the_draft_comes_and_says_which_fonts_are_not_its_own(
    plain_town: Town, tmp_path: Path
) -> None:
    ada = await restarted(plain_town, an_office(tmp_path))
    draft = await ada.files()
    assert draft.document is not None
    preview = await ada.taps("button-draft-pdf")
    assert preview.document is not None
    assert preview.document.content == PDF
    assert preview.document.name == draft.document.name.replace(".docx", ".pdf")
    caption, fonts = preview.text.rsplit("\n", 1)
    assert caption == said(
        "report-pdf-caption", unit=ROADS, month="7月份", revision="1", times=TIMES
    )
    assert fonts.startswith(said("report-pdf-fonts", fonts="*").partition("*")[0])
    assert "No Such Font" in fonts
    assert ada.toast == said("report-pdf-coming")


async def test_pdf_is_kept_and_given_out_again_as_it_was(plain_town: Town, tmp_path: Path) -> None:
    ada = await restarted(plain_town, an_office(tmp_path))
    await ada.files()
    first = (await ada.taps("button-draft-pdf")).document
    an_office(tmp_path, writes=False)
    second = (await ada.taps("button-draft-pdf")).document
    assert first is not None
    assert second is not None
    assert (second.name, second.content) == (first.name, first.content)
    assert await plain_town.reads(previews) == [(first.name, True)] * 2


async def test_pdf_that_could_not_be_made_comes_once_it_can(
    plain_town: Town, tmp_path: Path
) -> None:
    ada = await restarted(plain_town, an_office(tmp_path, writes=False))
    await ada.files()
    await ada.does(lambda: ada.phone.taps(said("button-draft-pdf")), answers=0)
    assert await plain_town.reads(previews) == [("", False)]
    an_office(tmp_path)
    plain_town.clock.advance(timedelta(hours=1))
    await plain_town.steps()
    again = ada.the_news().document
    assert again is not None
    assert again.content == PDF


async def test_without_libreoffice_there_is_no_button(plain_town: Town, tmp_path: Path) -> None:
    ada = await restarted(plain_town, str(tmp_path / "no such program"))
    await ada.files()
    receipt = next(m for m in ada.phone.chat if said("button-correct") in m.labels)
    assert receipt.labels == [said("button-full"), said("button-correct")]


async def test_button_of_a_time_when_it_was_there_says_that_it_is_out_of_date(
    plain_town: Town, tmp_path: Path
) -> None:
    ada = await restarted(plain_town, an_office(tmp_path))
    await ada.files()
    await restarted(plain_town, "")
    answer = await ada.taps("button-draft-pdf")
    assert answer.document is None
    assert await plain_town.reads(previews) == []
