"""Files that are handed out: made once from stored values, off the loop, and kept by their hash."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from dialog.steps import is_complete
from models.cycles import Cycle, Revision
from models.database import Database
from models.delivery import Document, DocumentKind
from models.files import FileStore
from models.filing import filed_content
from models.problems import PROBLEM_OVERDUE_AFTER
from models.signing import content_to_sign, newest_signing
from models.views import ReportRows, report_rows, working_report
from models.whole_ledger import whole_ledger
from reports.briefing import (
    briefing_file_name,
    briefing_sources_file_name,
    make_briefing,
    make_briefing_sources,
)
from reports.bulletin import (
    bulletin_file_name,
    bulletin_sources_file_name,
    make_bulletin,
    make_bulletin_sources,
)
from reports.chase_notice import chase_notice_file_name, make_chase_notice
from reports.draft import draft_file_name, make_draft, review_draft_file_name
from reports.draft_profile import DraftProfiles
from reports.form import form_file_name, make_form
from reports.ledger import ledger_file_name, make_ledger
from reports.mail import letter_file_name, ready_mail
from reports.office_profile import OfficeProfile
from scheduler.chase_notices import chase_notice
from scheduler.printing import NotPrinted, PdfPrinter
from scheduler.rules import Rules
from scheduler.sender import MadeFile
from vocabulary.mail import NO_MAIL, MailRules
from vocabulary.report import Ledger
from vocabulary.stamp_code import StampCode, stamp_code

_OFFICE_PAPERS: Mapping[
    DocumentKind, tuple[Callable[[Ledger], str], Callable[[Ledger, OfficeProfile], bytes]]
] = {
    DocumentKind.BULLETIN: (bulletin_file_name, make_bulletin),
    DocumentKind.BULLETIN_SOURCES: (bulletin_sources_file_name, make_bulletin_sources),
    DocumentKind.BRIEFING: (briefing_file_name, make_briefing),
    DocumentKind.BRIEFING_SOURCES: (briefing_sources_file_name, make_briefing_sources),
}


@dataclass(frozen=True, slots=True)
class _Kept:
    """The file is in the store already."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class _OfDraft:
    """Made of the draft, which is in the store or has to be made: printed, or put into a mail."""

    name: str
    draft: _Kept | Callable[[], MadeFile]
    made: Callable[[bytes], Awaitable[bytes]]


class DocumentMaker:
    """Gives the file of a document; the same file every time it is asked for."""

    def __init__(
        self,
        database: Database,
        store: FileStore,
        zone: ZoneInfo,
        profiles: DraftProfiles,
        *,
        office: OfficeProfile,
        rules: Rules,
        mail: MailRules = NO_MAIL,
        problem_overdue_after: timedelta = PROBLEM_OVERDUE_AFTER,
        printer: PdfPrinter | None = None,
    ) -> None:
        self._database = database
        self._store = store
        self._zone = zone
        self._profiles = profiles
        self._office = office
        self._rules = rules
        self._mail = mail
        self._problem_overdue_after = problem_overdue_after
        self._printer = printer

    async def file_of(self, document_id: int) -> MadeFile:
        """Raises FileNotFoundError when a file that was made has gone from the store.

        NotPrinted where a PDF could not be made of it this time.
        """
        found = await self._database.unit(lambda session: self._look_up(session, document_id))
        if isinstance(found, _Kept):
            return await self._made(found)
        if isinstance(found, _OfDraft):
            draft = await self._made(found.draft)
            made = MadeFile(found.name, await found.made(draft.content))
        else:
            made = await self._made(found)
        sha256 = await asyncio.to_thread(self._store.keep, made.content)
        await self._database.unit(
            lambda session: _remember(session, document_id, made.name, sha256)
        )
        return made

    async def _made(self, found: _Kept | Callable[[], MadeFile]) -> MadeFile:
        if isinstance(found, _Kept):
            content = await asyncio.to_thread(self._store.read, found.sha256)
            return MadeFile(found.name, content)
        return await asyncio.to_thread(found)

    async def _pdf(self, draft: bytes) -> bytes:
        if self._printer is None:
            raise NotPrinted("LibreOffice is not on this machine any more")
        return await self._printer.pdf_of(draft)

    def _look_up(
        self, session: Session, document_id: int
    ) -> _Kept | _OfDraft | Callable[[], MadeFile]:
        document = session.get_one(Document, document_id)
        if document.sha256 is not None:
            return _Kept(document.file_name, document.sha256)
        match document.kind:
            case DocumentKind.DRAFT | DocumentKind.REVIEW_DRAFT:
                return self._any_draft(session, document)
            case DocumentKind.PREVIEW | DocumentKind.LETTER:
                return self._of_draft(session, document)
            case (
                DocumentKind.LEDGER
                | DocumentKind.BULLETIN
                | DocumentKind.BULLETIN_SOURCES
                | DocumentKind.BRIEFING
                | DocumentKind.BRIEFING_SOURCES
            ):
                return self._of_cycle(session, document)
            case DocumentKind.KEPT:
                raise FileNotFoundError(document.file_name)
            case DocumentKind.FORM:
                return self._form(session, document)
            case DocumentKind.CHASE_NOTICE:
                return self._chase_notice(session, document)

    def _any_draft(self, session: Session, document: Document) -> _Kept | Callable[[], MadeFile]:
        if document.kind is DocumentKind.REVIEW_DRAFT:
            return self._review_draft(session, document)
        return self._draft(session, document)

    def _draft(self, session: Session, document: Document) -> _Kept | Callable[[], MadeFile]:
        earlier = _made_before(session, document, DocumentKind.DRAFT)
        if earlier is not None:
            if document.kind is DocumentKind.DRAFT:
                document.file_name, document.sha256 = earlier.name, earlier.sha256
            return earlier
        revision = session.get_one(Revision, document.revision_id)
        filed = filed_content(revision)
        profile = self._profiles.of(filed.unit, filed.official_name)
        code = _code_of(revision)
        return lambda: MadeFile(draft_file_name(filed), make_draft(filed, profile, code))

    def _review_draft(self, session: Session, document: Document) -> Callable[[], MadeFile]:
        """Of a revision that is not accepted, or of what lay before the leader."""
        code = None
        if document.revision_id is not None:
            revision = session.get_one(Revision, document.revision_id)
            content, code = filed_content(revision), _code_of(revision)
        else:
            signing = newest_signing(session, document.report_id or 0)
            if signing is None:
                raise LookupError(f"document {document.id}: nothing to sign")
            content = content_to_sign(signing)
        profile = self._profiles.of(content.unit, content.official_name)
        name = review_draft_file_name(content)
        return lambda: MadeFile(name, make_draft(content, profile, code, for_review=True))

    def _of_draft(self, session: Session, document: Document) -> _Kept | _OfDraft:
        earlier = _made_before(session, document, document.kind)
        if earlier is not None:
            document.file_name, document.sha256 = earlier.name, earlier.sha256
            return earlier
        filed = filed_content(session.get_one(Revision, document.revision_id))
        draft, language = self._draft(session, document), document.language
        if document.kind is DocumentKind.PREVIEW:
            return _OfDraft(draft_file_name(filed, ".pdf"), draft, self._pdf)

        async def mail(content: bytes) -> bytes:
            return await asyncio.to_thread(
                ready_mail, filed, self._mail, content, language=language
            )

        return _OfDraft(letter_file_name(filed), draft, mail)

    def _of_cycle(self, session: Session, document: Document) -> Callable[[], MadeFile]:
        language, office = document.language, self._office
        state = whole_ledger(
            session,
            session.get_one(Cycle, document.cycle_id),
            self._zone,
            now=document.as_of,
            is_complete=is_complete,
            problem_overdue_after=self._problem_overdue_after,
        )
        if document.kind is DocumentKind.LEDGER:
            return lambda: MadeFile(ledger_file_name(state), make_ledger(state, language))
        name, make = _OFFICE_PAPERS[document.kind]
        return lambda: MadeFile(name(state), make(state, office))

    def _form(self, session: Session, document: Document) -> Callable[[], MadeFile]:
        rows = _rows_of(session, document)
        report, language = working_report(session, rows, self._zone), document.language
        made_at = document.as_of
        return lambda: MadeFile(form_file_name(report), make_form(report, language, made_at))

    def _chase_notice(self, session: Session, document: Document) -> Callable[[], MadeFile]:
        rows = _rows_of(session, document)
        notice = chase_notice(session, rows, self._rules, self._zone, now=document.as_of)
        office = self._office
        return lambda: MadeFile(chase_notice_file_name(notice), make_chase_notice(notice, office))


def _code_of(revision: Revision) -> StampCode:
    period = filed_content(revision).period
    return stamp_code(revision.report_id, period, revision.number, revision.content)


def _rows_of(session: Session, document: Document) -> ReportRows:
    rows = report_rows(session, document.report_id or 0)
    if rows is None:
        raise LookupError(f"document {document.id}: no report")
    return rows


def _remember(session: Session, document_id: int, name: str, sha256: str) -> None:
    document = session.get_one(Document, document_id)
    if document.sha256 is None:
        document.file_name, document.sha256 = name, sha256


def _made_before(session: Session, document: Document, kind: DocumentKind) -> _Kept | None:
    """The file of this kind that was made of the document's revision already."""
    made = select(Document).where(
        Document.kind == kind,
        Document.revision_id == document.revision_id,
        col(Document.sha256).is_not(None),
    )
    earlier = session.exec(made.limit(1)).first()
    return _Kept(earlier.file_name, earlier.sha256) if earlier and earlier.sha256 else None
