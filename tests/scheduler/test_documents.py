"""Files that are handed out: made once, kept by their hash, given again as they were."""

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from sqlmodel import Session, col, select

from models.cycles import Revision
from models.delivery import Document, DocumentKind
from reports.blank_paper import Fonts
from reports.draft_profile import DraftProfile, DraftProfiles
from reports.office_profile import OfficeProfile
from reports.package import parts_of
from scheduler.documents import DocumentMaker
from scheduler.sender import MadeFile
from tests.chat import Chat, Town
from tests.factories import at
from tests.models.samples import ADA, OLGA, ROADS
from tests.reports.paper import paragraphs_of
from vocabulary.stamp_code import read_stamp_code


def stored(town: Town) -> list[Path]:
    return [path for path in town.settings.database.files.rglob("*") if path.is_file()]


async def documents(town: Town, kind: DocumentKind) -> list[Document]:
    def look(session: Session) -> list[Document]:
        found = list(
            session.exec(select(Document).where(Document.kind == kind).order_by(col(Document.id)))
        )
        session.expunge_all()
        return found

    return await town.reads(look)


async def another(town: Town, kind: DocumentKind) -> int:
    """One more hand-out of the first document of the kind; gives its id."""

    def add(session: Session) -> int:
        first = session.exec(select(Document).where(Document.kind == kind)).first()
        assert first is not None
        again = Document(
            **first.model_dump(exclude={"id", "sha256", "file_name", "language"}), language="en"
        )
        session.add(again)
        session.flush()
        return again.id

    return await town.reads(add)


@pytest.fixture
async def draft(plain_town: Town) -> bytes:
    """The draft as Ada got it on filing."""
    sent = (await plain_town.chats[ADA].files()).document
    assert sent is not None
    return sent.content


async def test_file_is_kept_under_its_hash(plain_town: Town, draft: bytes) -> None:
    (kept,) = await documents(plain_town, DocumentKind.DRAFT)
    (path,) = stored(plain_town)
    assert kept.sha256 == path.name == hashlib.sha256(draft).hexdigest()
    assert path.read_bytes() == draft


async def test_draft_of_a_revision_is_the_same_file_whenever_it_is_asked_for(
    plain_town: Town, draft: bytes
) -> None:
    again = await another(plain_town, DocumentKind.DRAFT)
    plain_town.clock.move_to(at(9))
    await plain_town.kill()
    made = await plain_town.app.parts.documents.file_of(again)
    assert made.content == draft
    assert len(stored(plain_town)) == 1


async def test_draft_bears_the_code_of_its_revision(plain_town: Town, draft: bytes) -> None:
    (code,) = re.findall(r"BS1-[0-9A-Z-]+", parts_of(draft)["word/document.xml"].decode())[:1]

    def is_true(session: Session) -> bool:
        filed = session.exec(select(Revision)).one()
        read = read_stamp_code(code)
        assert read is not None
        assert (read.report_id, read.revision) == (filed.report_id, 1)
        return read.is_of(filed.content)

    assert await plain_town.reads(is_true)


async def test_draft_of_a_later_version_of_the_form_is_still_the_one_that_was_handed_out(
    plain_town: Town, draft: bytes
) -> None:
    again = await another(plain_town, DocumentKind.DRAFT)
    parts = plain_town.app.parts
    fonts = Fonts(title="A", body="B", heading_1="C", heading_2="D", page_number="E")
    maker = DocumentMaker(
        plain_town.app.database,
        parts.documents._store,
        plain_town.desk.zone,
        DraftProfiles(DraftProfile("Somebody else", blank_day=True, fonts=fonts)),
        office=OfficeProfile(),
        rules=parts.rules,
    )
    assert (await maker.file_of(again)).content == draft


async def test_draft_is_made_after_the_units_own_profile(plain_town: Town, draft: bytes) -> None:
    again = await another(plain_town, DocumentKind.DRAFT)
    await plain_town.reads(forget_made)
    maker = DocumentMaker(
        plain_town.app.database,
        plain_town.app.parts.documents._store,
        plain_town.desk.zone,
        DraftProfiles(DraftProfile(), {ROADS: DraftProfile("A"), "Water": DraftProfile("B")}),
        office=OfficeProfile(),
        rules=plain_town.app.parts.rules,
    )
    assert paragraphs_of(draft)[2] == f"{plain_town.settings.office.addressee}："
    assert paragraphs_of((await maker.file_of(again)).content)[2] == "A："


def forget_made(session: Session) -> None:
    for document in session.exec(select(Document)):
        document.sha256 = None


async def test_correction_has_a_draft_of_its_own_and_the_first_one_stays(
    plain_town: Town, draft: bytes
) -> None:
    ada: Chat = plain_town.chats[ADA]
    await ada.taps("button-correct")
    await ada.sends("Wrong number.")
    second = (await ada.changes_and_files()).document
    plain_town.chats[OLGA].the_news()
    assert second is not None
    assert second.content != draft
    first, _ = await documents(plain_town, DocumentKind.DRAFT)
    made = await plain_town.app.parts.documents.file_of(first.id)
    assert made.content == draft
    assert made.name != second.name


async def test_workbook_shows_its_own_moment_however_late_it_is_made(plain_town: Town) -> None:
    olga = plain_town.chats[OLGA]
    olga.phone.sends("/ledger")
    await plain_town.receives()
    plain_town.clock.move_to(at(1, 12))
    await plain_town.steps()
    first = olga.the_news().document
    assert first is not None
    (kept,) = await documents(plain_town, DocumentKind.LEDGER)
    assert kept.as_of < at(1, 9, 1)
    made = await plain_town.app.parts.documents.file_of(kept.id)
    assert made == MadeFile(first.name, first.content)


async def test_file_that_has_gone_from_the_store_is_said_and_not_made_up(
    plain_town: Town,
) -> None:
    await plain_town.chats[ADA].files()
    (path,) = stored(plain_town)
    path.unlink()
    (kept,) = await documents(plain_town, DocumentKind.DRAFT)
    with pytest.raises(FileNotFoundError):
        await plain_town.app.parts.documents.file_of(kept.id)


async def test_no_workbook_is_made_on_the_event_loop(plain_town: Town) -> None:
    with called_here("reports.") as called:
        answer = await plain_town.chats[OLGA].sends("/ledger")
    assert answer.document is not None
    assert not {name for name in called if name.startswith(("make_", "write_"))}


@contextmanager
def called_here(package: str) -> Iterator[set[str]]:
    """The names of the package's functions that this thread, and no other, calls meanwhile."""
    called: set[str] = set()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and str(frame.f_globals.get("__name__")).startswith(package):
            called.add(frame.f_code.co_name)

    sys.setprofile(watch)
    try:
        yield called
    finally:
        sys.setprofile(None)
