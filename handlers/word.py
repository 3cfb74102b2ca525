"""A draft that was edited in Word comes back: what it changes is shown, and taken by a tap.

It is known by the code that its bookmark bears, else by its words. Into an open report the changes
go as answers; of a filed one they are a correction, whose reason is asked first. Read outside of
every unit of work, and stored before the unit that knows of it.
"""

import asyncio
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlmodel import Session

from dialog.cards import correction
from dialog.layout import button
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.secrecy import SecrecyRules
from dialog.word_changes import WordChanges, word_changes
from dialog.word_edits import WordEdits, compared, is_mostly, resemblance
from dialog.word_paper import DraftUnreadable, WordPaper, read_paper
from dialog.word_shown import IN_WORD, WordCard, word_card
from handlers import on_behalf
from handlers.at_report import (
    own,
    put_away,
    record,
    require_unlocked,
    require_writable,
    show,
    show_preview,
    whole,
)
from handlers.context import Context
from handlers.one_asks import WORD_CARD
from handlers.remembering import remember_unwritten
from handlers.secrecy import hold_file
from models.conversations import Conversation, conversation_of, turn_aside
from models.cycles import Revision
from models.drafts import (
    GivenDraft,
    draft_of_code,
    drafts_before_leaders,
    newest_drafts,
)
from models.files import FileStore
from models.filing import filed_content, is_writable, open_correction
from models.stamped_copies import page_of_revision
from models.uploads import Upload, UploadKind, UploadState, keep_upload
from models.views import ReportRows
from models.work import Work
from reports.paper_words import paper_text
from scheduler.timetables import own_timetable
from texts import plain, say
from texts.wording import month_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import FiledReport
from vocabulary.terms import EntrySource

STEP = "word"
"""The conversation's step while the reason for the correction is asked: `word:UPLOAD:SIDE.MARK`."""

CARD = WORD_CARD

_LOOKED_THROUGH = 8  # drafts that a paper without bookmarks may have been made from


class DraftUnknown(BaosongError):
    """It bears bookmarks of ours or the name of a draft, and is none that this office gave out."""

    text_key = "word-unknown"


class DraftOfAnother(BaosongError):
    """It is of a unit for which this person does not file."""

    text_key = "word-of-another"


class DraftHeld(BaosongError):
    """A paragraph bears a mark of secrecy."""

    text_key = "word-held"


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a paper was made from, and what was changed in it since."""

    revision_id: int
    edits: WordEdits
    by_words: bool


_ORIGIN = TypeAdapter(_Origin)


# ── it comes back ──────────────────────────────────────────────────────────────────────────────


async def took_word(context: Context, data: bytes, name: str, *, is_draft: bool) -> bool:
    """Whether the file has been dealt with. is_draft: it says that it is a draft of ours.

    One that does not say so may still be a draft whose words were copied into a new document.
    """
    doors = context.doors
    context.take_time()
    try:
        paper = await doors.read_word(data, name)
    except DraftUnreadable as error:
        if is_draft:
            await context.unit(_refuse, error)
        return is_draft
    origin = await _origin(context, paper)
    if origin is None:
        before_leader = await _before_leader(context, paper) if is_draft else None
        if before_leader is not None:
            await context.unit(_lies_before_leader, before_leader)
            return True
        if paper.has_marks:
            await context.unit(_refuse, DraftUnknown(name=name))
        return paper.has_marks
    if mark := _held_by(paper, doors.secrecy):
        await context.unit(hold_file, context.incoming, DraftHeld(mark=mark))
        return True
    sha256 = await asyncio.to_thread(doors.files.keep, data)
    await context.unit(_take, origin, name, sha256)
    return True


def _refuse(_work: Work, error: BaosongError) -> None:
    raise error


def _held_by(paper: WordPaper, rules: SecrecyRules) -> str | None:
    return next(filter(None, (rules.held_by(line.text) for line in paper.lines)), None)


async def _origin(context: Context, paper: WordPaper) -> _Origin | None:
    """None where no draft that was given out is its origin."""
    doors, update = context.doors, context.incoming
    user = update.effective_user if update else None
    if user is None:
        return None

    def look(session: Session) -> tuple[GivenDraft | None, list[GivenDraft]]:
        desk = doors.desk
        marked = draft_of_code(session, desk.office_id, paper.code) if paper.code else None
        others = newest_drafts(session, desk.bot_id, user.id, most=_LOOKED_THROUGH)
        return marked, others

    marked, others = await doors.database.unit(look)
    if marked is not None:
        return await asyncio.to_thread(_compared, doors.files, marked, paper, by_words=False)
    named = [draft for draft in others if _quiet_line(draft) == paper.above]
    return await asyncio.to_thread(_likest, doors.files, named or others, paper)


async def _before_leader(context: Context, paper: WordPaper) -> int | None:
    """The report of which it is the draft that lies before the leader (送审稿), if any."""
    doors, update = context.doors, context.incoming
    user = update.effective_user if update else None
    if user is None:
        return None

    def look(session: Session) -> dict[int, str]:
        return drafts_before_leaders(session, doors.desk.bot_id, user.id)

    for report_id, sha256 in (await doors.database.unit(look)).items():
        content = await asyncio.to_thread(doors.files.read, sha256)
        made = await asyncio.to_thread(read_paper, content, name=sha256)
        if is_mostly(made, paper):
            return report_id
    return None


def _lies_before_leader(work: Work, report_id: int) -> None:
    _say_signing(work, own(work, report_id))


def _quiet_line(draft: GivenDraft) -> str:
    revision = str(draft.number)
    return paper_text("paper-draft-quiet-line", receipt=draft.receipt, revision=revision)


def _compared(files: FileStore, draft: GivenDraft, paper: WordPaper, *, by_words: bool) -> _Origin:
    """Beside the file of it that the paper is nearest to: it may have been marked as for review."""
    edits = [compared(made, paper) for made in _made(files, draft)]
    nearest = min(edits, key=lambda one: len(one.printed))
    return _Origin(draft.revision_id, nearest, by_words)


def _likest(files: FileStore, drafts: list[GivenDraft], paper: WordPaper) -> _Origin | None:
    """Of the drafts the one of which the paper has most; None where it has too little of any."""
    alike = [
        (max(resemblance(made, paper) for made in _made(files, draft)), draft) for draft in drafts
    ]
    best = max(alike, key=lambda one: one[0], default=None)
    if best is None or not best[0]:
        return None
    return _compared(files, best[1], paper, by_words=True)


def _made(files: FileStore, draft: GivenDraft) -> list[WordPaper]:
    return [read_paper(files.read(sha256), name=sha256) for sha256 in draft.sha256s]


def _take(work: Work, origin: _Origin, name: str, sha256: str) -> None:
    rows = _rows_of(work, origin)
    upload = keep_upload(
        work.session,
        Upload(
            office_id=rows.office.id,
            person_id=work.writer.id,
            kind=UploadKind.DRAFT,
            state=UploadState.WAITING,
            file_name=name,
            sha256=sha256,
            reading=_ORIGIN.dump_json(origin).decode(),
            received_at=work.now,
        ),
    )
    if conversation_of(work.session, work.writer.id).step.startswith(f"{STEP}:"):
        put_away(work, rows)  # the reason was asked for what an earlier file would change
    if rows.report.signing:
        _settle(work, upload, UploadState.REFUSED)
        _say_signing(work, rows)
        return
    if not is_writable(rows.report):
        require_unlocked(work, rows)
    card = _card_of(work, upload, rows)
    if not card.offers:
        _settle(work, upload, UploadState.REFUSED)
    work.card(CARD, word_card(work.language, card))


def _say_signing(work: Work, rows: ReportRows) -> None:
    """What lies before the leader stays as it is until it is taken back."""
    facts = {"unit": rows.unit.name, "month": month_name(work.language, rows.cycle.period)}
    times = own_timetable(work, work.language, rows)
    withdraw = Press(Action.SIGN_WITHDRAW, rows.report.id)
    back = button(work.language, "signing-button-withdraw", withdraw)
    work.reply(Message(f"{say(work.language, 'word-signing', **facts)}\n{times}", ((back,),)))


def _rows_of(work: Work, origin: _Origin) -> ReportRows:
    """The report that it is of: the writer's, or one that the office has filed itself (代报).

    Raises DraftOfAnother, or as `own` does.
    """
    rows = page_of_revision(work.session, origin.revision_id).rows
    if _is_own(work, rows):
        return own(work, rows.report.id)
    is_office = work.is_coordinator() and rows.office.id == work.desk.office_id
    if is_office and _base(work, origin).on_behalf:
        return on_behalf.of_office(work, rows.report.id)
    raise DraftOfAnother(who="office" if is_office else "other")


def _is_own(work: Work, rows: ReportRows) -> bool:
    """Otherwise the office does it for the unit."""
    return rows.unit.id in work.filing_unit_ids()


def _card_of(work: Work, upload: Upload, rows: ReportRows) -> WordCard:
    """What it would change now."""
    origin = _ORIGIN.validate_json(upload.reading)
    base, report = _base(work, origin), whole(work, rows)
    return WordCard(
        upload.id,
        base,
        report,
        origin.edits,
        word_changes(origin.edits, base, report),
        is_correction=not is_writable(rows.report),
        by_words=origin.by_words,
    )


def _wanted(work: Work, upload: Upload, rows: ReportRows, side: str) -> WordChanges:
    """What is taken where that side holds of what both have changed."""
    origin = _ORIGIN.validate_json(upload.reading)
    base, report = _base(work, origin), whole(work, rows)
    return word_changes(origin.edits, base, report, word_wins=side == IN_WORD)


def _base(work: Work, origin: _Origin) -> FiledReport:
    return filed_content(work.session.get_one(Revision, origin.revision_id))


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def turn_page(work: Work, press: Press) -> None:
    upload, rows = _waiting(work, press.target)
    page = int(press.argument) if press.argument.isdecimal() else 0
    card = _card_of(work, upload, rows)
    work.card(CARD, word_card(work.language, card, page))


def take_by_tap(work: Work, press: Press) -> None:
    """Takes what was shown; where anything has changed since, it is shown again instead."""
    upload, rows = _waiting(work, press.target)
    side, _, mark = press.argument.partition(".")
    if not _is_as_shown(work, upload, rows, mark):
        return
    if not _wanted(work, upload, rows, side).changes:  # of what both have changed nothing is taken
        drop_by_tap(work, press)
        return
    if is_writable(rows.report):
        _preview(work, rows, _apply(work, upload, rows, side))
        return
    require_unlocked(work, rows)
    step = f"{STEP}:{upload.id}:{press.argument}"
    if _is_own(work, rows):
        put_away(work, rows).step = step
    else:
        turn_aside(conversation_of(work.session, work.writer.id), step)
    _ask_why(work, upload, rows)


def _ask_why(work: Work, upload: Upload, rows: ReportRows, line: str = "") -> None:
    """Why the filed report is opened again."""
    asked = correction(work.language, whole(work, rows))
    if _is_own(work, rows):
        show(work, asked, line)
        return
    stop = button(work.language, "word-button-drop", Press(Action.WORD_DROP, upload.id))
    html = "\n".join(filter(None, (line, asked.html)))
    work.card(CARD, Message(html, ((stop,),)))


def _preview(work: Work, rows: ReportRows, line: str) -> None:
    if _is_own(work, rows):
        show_preview(work, rows, line)
    else:
        on_behalf.show(work, rows, line=line)


def drop_by_tap(work: Work, press: Press) -> None:
    upload, rows = _waiting(work, press.target)
    _settle(work, upload, UploadState.DROPPED)
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.step.startswith(f"{STEP}:{upload.id}:"):
        conversation.step = ""
    times = own_timetable(work, work.language, rows)
    work.card(CARD, Message(f"{say(work.language, 'word-dropped')}\n{times}"))


def take_words(work: Work, conversation: Conversation, text: str) -> None:
    """The reason for the correction: with it the changes are in the report, ready to be filed.

    Once they cannot be taken any more, that is said, and no reason is asked any more.
    """
    _, upload_id, argument = conversation.step.split(":")
    side, _, mark = argument.partition(".")
    try:
        upload, rows = _waiting(work, int(upload_id))
        if not is_writable(rows.report):
            require_unlocked(work, rows)
    except BaosongError as error:
        conversation.step = ""
        work.explain(error)
        return
    reason = read_reason(text)
    if isinstance(reason, Refused):
        _ask_why(work, upload, rows, say(work.language, reason.text_key, **reason.facts))
        return
    conversation.step = ""
    if not _is_as_shown(work, upload, rows, mark):
        return
    if not is_writable(rows.report):
        open_correction(rows.report, rows.cycle, reason=reason, now=work.now)
        work.touch(rows.report.id)
    _preview(work, rows, _apply(work, upload, rows, side))


def _is_as_shown(work: Work, upload: Upload, rows: ReportRows, mark: str) -> bool:
    """Where it is not, the card is shown as it has become."""
    card = _card_of(work, upload, rows)
    if card.changes.mark == mark:
        return True
    if not card.offers:
        _settle(work, upload, UploadState.REFUSED)
    work.toast = plain(work.language, "report-changed-meanwhile")
    work.card(CARD, word_card(work.language, card))
    return False


def _apply(work: Work, upload: Upload, rows: ReportRows, side: str) -> str:
    """Stores the changes; gives what is said of them above the report as it has become."""
    require_writable(work, rows)
    wanted = _wanted(work, upload, rows, side)
    for change in wanted.changes:
        record(work, rows, change.entry.entry_id, change.content, source=EntrySource.WORD)
    stored = ((one.entry.entry_id, one.entry.content, one.content) for one in wanted.changes)
    remember_unwritten(work, rows.report.id, stored)
    _settle(work, upload, UploadState.LOADED)
    done = say(work.language, "word-taken", count=len(wanted.changes))
    work.close(CARD, Message(f"{done}\n{own_timetable(work, work.language, rows)}"))
    return done


def _waiting(work: Work, upload_id: int) -> tuple[Upload, ReportRows]:
    """Raises NotAllowed for what somebody else has sent, Stale for what waits no more."""
    upload = work.session.get(Upload, upload_id)
    is_own = upload is not None and upload.person_id == work.writer.id
    if upload is None or not is_own or upload.kind is not UploadKind.DRAFT:
        raise NotAllowed
    if upload.state is not UploadState.WAITING:
        raise Stale
    return upload, _rows_of(work, _ORIGIN.validate_json(upload.reading))


def _settle(work: Work, upload: Upload, state: UploadState) -> None:
    upload.state, upload.settled_at = state, work.now
