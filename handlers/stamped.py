"""Stamped copies by chat: a photo, an album or a PDF of the signed page comes back.

A code of ours decides what a picture is. Without one it is evidence while a report is being filled
in; where nothing is, its sender is asked. Read outside of every unit of work, and stored before the
unit that knows of it, as evidence is.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from dialog.file_types import EvidenceRefused, type_of
from dialog.layout import button
from dialog.no_answers import read_reason
from dialog.outcome import Refused
from dialog.press import Action, Press
from dialog.stamped import (
    OFFERED,
    CopyView,
    KeptCopy,
    OfRevision,
    Part,
    SeenPage,
    copy_card,
    finding_of,
    is_better,
    kept_list,
    pages_of,
    parts_of,
    what_words,
)
from handlers.at_report import open_question
from handlers.context import Context
from handlers.evidence import (
    MOST_AT_ONCE,
    NothingOpen,
    Received,
    SentFile,
    correctable,
    keeps_for_correction,
    keeps_until_corrected,
    refuse_evidence,
    report_being_written,
    take_received,
)
from models.conversations import Conversation, conversation_of, turn_aside
from models.delivery import Document, DocumentKind, Priority
from models.evidence import EvidenceLimits, album_so_far
from models.offices import units_of
from models.people import (
    Person,
    coordinators_reached,
    writers_reached,
)
from models.stamped_copies import (
    FiledPage,
    StampedCopy,
    StampedFile,
    add_file,
    copies_of_album,
    copies_of_report,
    copies_of_revision,
    copy_with_file,
    count_copy,
    end_copy,
    files_of,
    is_album_known,
    keep_copy,
    move_files,
    newest_copy_of,
    originals_of_revision,
    page_of_code,
    page_of_revision,
    pages_in,
    revisions_without_scan,
    units_of_file,
)
from models.ticks import standing_tick
from models.views import ReportRows, report_rows
from models.work import Work
from reports.scan import ScannedPage, ScanRefused
from scheduler.settled import mark_ticked
from scheduler.timetables import own_timetable, with_timetables
from texts import plain, say
from texts.wording import listed, moment_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.stamp_code import is_like_ours
from vocabulary.terms import Finding, ReportState, TickKind

STEP = "stamped"
"""The conversation's step while a reason is asked: `stamped:why:COPY:REVISION`."""

_WHY, _TAKE = "why", "take"
_CARD = "stamped-{}"  # of each copy its own: several may wait at a time


class PageOfNothing(BaosongError):
    """A coordinator's page without a code, while no report of any unit lacks its scan."""

    text_key = "stamped-of-nothing"
    forgets = True


class CopyLocked(BaosongError):
    """What came before the lock stays as it was then."""

    text_key = "stamped-locked"


@dataclass(frozen=True, slots=True)
class Seen:
    """The pages of a picture or PDF, or why it has none. is_pictures: as in Scan."""

    pages: tuple[ScannedPage, ...] = ()
    refused: ScanRefused | None = None
    is_pictures: bool = False

    @property
    def bears_code(self) -> bool:
        """Whether any page has a code that looks like ours; whether it is true is not known yet."""
        return any(is_like_ours(code) for page in self.pages for code in page.codes)


@dataclass(frozen=True, slots=True)
class SentScan:
    """A file that is in the store. not_evidence: why it could not be kept as evidence."""

    received: Received
    seen: Seen
    not_evidence: EvidenceRefused | None


async def look_at(context: Context, data: bytes, name: str) -> Seen:
    context.take_time()
    try:
        scan = await context.doors.read_scan(data, name)
        return Seen(scan.pages, is_pictures=scan.is_pictures)
    except ScanRefused as error:
        return Seen(refused=error)


async def is_part_of_copy(context: Context, message: SentFile) -> bool:
    """Whether other pictures of its album have been taken for a stamped copy."""
    user = context.incoming.effective_user if context.incoming else None
    bot_id = context.doors.desk.bot_id
    if user is None or not message.album:
        return False
    return await context.doors.database.unit(
        lambda session: is_album_known(session, bot_id, user.id, message.album)
    )


async def keep_scan(
    context: Context, data: bytes, name: str, message: SentFile, seen: Seen
) -> SentScan:
    """Into the store; to be placed by `place_scan`."""
    not_evidence, ending = None, ""
    try:
        ending = f".{await asyncio.to_thread(type_of, data, name=name)}"
    except EvidenceRefused as error:
        not_evidence = error
    sha256 = await asyncio.to_thread(context.doors.files.keep, data)
    shown = f"{name.rpartition('.')[0] or name}{ending}" if ending else name
    return SentScan(Received(sha256, shown, len(data), message), seen, not_evidence)


def place_beside_plan(work: Work, sent: SentScan, limits: EvidenceLimits) -> None:
    """It reads as a plan, which is shown; it is a stamped copy as well, where one is missing."""
    if _lacking(work):
        place_scan(work, sent, limits)


def place_scan(work: Work, sent: SentScan, limits: EvidenceLimits) -> None:
    """A stamped copy, or one of each of several reports; evidence; or a question which it is."""
    album = sent.received.message.album
    parts, beside = parts_of([list(_seen(work, page)) for page in sent.seen.pages])
    is_known = bool(copies_of_album(work.session, work.writer.id, album))
    if not is_known and parts[0].seen.finding is Finding.NO_CODE:
        if _is_evidence(work, sent.received.message):
            if sent.not_evidence is not None:
                refuse_evidence(work, sent.not_evidence, album)
            else:
                take_received(work, sent.received, limits)
            return
        if keeps_for_correction(work, sent.received, limits, refused=sent.not_evidence):
            return
        is_named = bool(sent.received.message.caption)
        is_no_page = not _lacking(work) and _newest_copy(work) is None
        may_keep = sent.not_evidence is None and sent.seen.refused is None
        if (
            may_keep
            and (is_named or is_no_page)
            and keeps_until_corrected(work, sent.received, limits)
        ):
            return
        if sent.seen.refused is not None:
            raise sent.seen.refused
        if is_no_page:
            raise PageOfNothing if work.is_coordinator() else NothingOpen
    if len(parts) > 1:
        work.say("stamped-several", reports=len(parts))
    again = sum(_take(work, sent, part) for part in parts)
    if again:
        work.say("stamped-again", count=again)
    if beside:
        told = (plain(work.language, _finding_key(one)) for one in dict.fromkeys(beside))
        work.say("stamped-beside", what=listed(work.language, told))


def _seen(work: Work, page: ScannedPage) -> Iterator[SeenPage]:
    for code in page.codes:
        filed = page_of_code(work.session, work.desk.office_id, code)
        if filed is not None and _is_of_writer(work, filed.rows):
            finding = finding_of(is_own=True, is_newest=filed.is_newest, seal=page.seal)
            yield SeenPage(finding, filed.revision.id, filed.rows.report.id)
        elif filed is not None:
            yield SeenPage(finding_of(is_own=False, is_newest=filed.is_newest, seal=page.seal))
        elif is_like_ours(code):
            yield SeenPage(Finding.FOREIGN)


def _finding_key(finding: Finding) -> str:
    return f"finding-{finding.value.replace('_', '-')}"


def _is_of_writer(work: Work, rows: ReportRows) -> bool:
    if rows.unit.id in work.filing_unit_ids():
        return True
    return work.is_coordinator() and rows.office.id == work.desk.office_id


def _is_evidence(work: Work, message: SentFile) -> bool:
    """Of a picture without a code.

    A question is open, words came with it, others of its album were, or no scan is missing.
    """
    try:
        rows = report_being_written(work)
    except NothingOpen:
        return False
    if message.caption or open_question(conversation_of(work.session, work.writer.id)) is not None:
        return True
    if album_so_far(work.session, work.writer.id, rows.report.id, message.album):
        return True
    return not _lacking(work)


def _take(work: Work, sent: SentScan, part: Part) -> int:
    """A report's part of a file, or of what came with it; a page with the code speaks for all.

    Gives how many of its pages are the page with the code again, which counts once.
    """
    received, best = sent.received, part.seen
    if best.finding is Finding.GOOD and best.revision_id is not None:
        same = copy_with_file(work.session, best.revision_id, received.sha256)
        if same is not None:
            page = page_of_revision(work.session, best.revision_id)
            times = own_timetable(work, work.language, page.rows)
            work.say("stamped-same", what=what_words(work.language, _of(page)), times=times)
            return 0
    copy = _so_far(work, received.message.album, best)
    is_new = copy is None
    own = copy.revision_id if copy is not None else None
    is_again = own is not None and own == best.revision_id
    if copy is None:
        copy = keep_copy(work.session, _new_copy(work, received, best))
    add_file(
        work.session,
        copy,
        StampedFile(
            copy_id=copy.id,
            sha256=received.sha256,
            name=received.name,
            size=received.size,
            pages=max(1, part.pages) - is_again,
            message_id=received.message.message_id,
            received_at=work.now,
        ),
    )
    if is_better(best.finding, copy.finding):
        copy.finding, copy.revision_id = best.finding, best.revision_id
    if best.finding is Finding.GOOD and copy.counts_at is None and best.revision_id is not None:
        page = page_of_revision(work.session, best.revision_id)
        copy.by_office = page.rows.unit.id not in work.filing_unit_ids()
        count_copy(work.session, copy, page.revision, work.writer, now=work.now)
        mark_ticked(work, page.rows.report, TickKind.SCAN)
    work.show(work.writer.user_id, _CARD.format(copy.id), _card(work, copy), is_new=is_new)
    return part.again + is_again


def _so_far(work: Work, album: str, best: SeenPage) -> StampedCopy | None:
    """To which copy of the same album a page belongs: the one of its revision, or of none yet.

    One without a code to the newest.
    """
    known = copies_of_album(work.session, work.writer.id, album)
    if best.revision_id is None:
        return known[0] if known else None
    own = (copy for copy in known if copy.revision_id == best.revision_id)
    unsaid = (copy for copy in known if copy.revision_id is None)
    return next(own, None) or next(unsaid, None)


def _new_copy(work: Work, received: Received, best: SeenPage) -> StampedCopy:
    return StampedCopy(
        office_id=work.desk.office_id,
        person_id=work.writer.id,
        revision_id=best.revision_id,
        album=received.message.album,
        finding=best.finding,
        received_at=work.now,
    )


# ── how it looks ───────────────────────────────────────────────────────────────────────────────


def _card(work: Work, copy: StampedCopy, page: int = 0) -> Message:
    """What is said of the copy, with the times of the month that it is of."""
    filed = page_of_revision(work.session, copy.revision_id) if copy.revision_id else None
    view = _view(work, copy, filed, page)
    message = copy_card(work.language, view)
    if filed is None:
        return with_timetables(work, message, _may_be_of(work, view))
    times = own_timetable(work, work.language, filed.rows)
    return Message(f"{message.html}\n{times}", message.buttons)


def _may_be_of(work: Work, view: CopyView) -> set[int]:
    """Reports that a page of which nothing is known may be of: what is offered, or is written."""
    revisions = [of.revision_id for of in (*view.could_be, *filter(None, [view.joins_of]))]
    if not revisions and view.may_be_evidence:
        return {report_being_written(work).report.id}
    return {page_of_revision(work.session, one).rows.report.id for one in revisions}


def _view(work: Work, copy: StampedCopy, filed: FiledPage | None, page: int) -> CopyView:
    counts = copy.counts_at is not None
    lacking: list[int] = []
    joins = None
    if not counts and filed is None:
        lacking = _lacking(work)
        joins = _newest_copy(work) if copy.finding is Finding.NO_CODE else None
    elif not counts and filed is not None and copy.finding is Finding.OLDER:
        lacking = [filed.newest.id]
    page = min(page, pages_of(len(lacking)) - 1)
    offered = lacking[page * OFFERED :][:OFFERED]
    original = filed and standing_tick(work.session, filed.revision.id, TickKind.ORIGINAL)
    files = files_of(work.session, copy.id)
    return CopyView(
        copy_id=copy.id,
        report_id=filed.rows.report.id if filed else None,
        pages=pages_in(files),
        finding=copy.finding,
        of=_of(filed) if filed else None,
        office=filed.rows.office.name if filed else "",
        counts=counts,
        reason=copy.reason,
        could_be=[_of(page_of_revision(work.session, one)) for one in offered],
        lacking=len(lacking),
        page=page,
        joins=joins.id if joins else None,
        joins_of=_revision_of(work, joins),
        may_be_evidence=copy.finding is Finding.NO_CODE and _writes_something(work),
        may_correct=copy.finding is Finding.NO_CODE and correctable(work) is not None,
        has_original=original is not None,
        is_returned=filed is not None and filed.rows.report.state is ReportState.RETURNED,
        is_offices=copy.by_office if counts else work.is_coordinator(),
        has_pdf=any(file.name.lower().endswith(".pdf") for file in files),
    )


def _revision_of(work: Work, copy: StampedCopy | None) -> OfRevision | None:
    if copy is None or copy.revision_id is None:
        return None
    return _of(page_of_revision(work.session, copy.revision_id))


def _of(filed: FiledPage) -> OfRevision:
    return OfRevision(
        filed.revision.id,
        filed.rows.unit.name,
        filed.rows.cycle.period,
        filed.revision.number,
        filed.newest.number,
    )


def _newest_copy(work: Work) -> StampedCopy | None:
    """What of the person's units has been registered last, or by a coordinator for any unit."""
    or_by = work.writer.id if work.is_coordinator() else None
    return newest_copy_of(work.session, work.filing_unit_ids(), or_by=or_by)


def _lacking(work: Work) -> list[int]:
    """Revisions without a scan, of the person's units; for a coordinator of every unit."""
    if not work.is_coordinator():
        return revisions_without_scan(work.session, work.filing_unit_ids())
    units = units_of(work.session, work.desk.office_id)
    return revisions_without_scan(work.session, [unit.id for unit in units])


def _writes_something(work: Work) -> bool:
    try:
        report_being_written(work)
    except NothingOpen:
        return False
    return True


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def turn_offered(work: Work, press: Press) -> None:
    """‹ › below the reports that a page without a code may be of."""
    copy = _waiting(work, press.target)
    page = int(press.argument) if press.argument.isdecimal() else 0
    work.card(_CARD.format(copy.id), _card(work, copy, page))


def count_by_tap(work: Work, press: Press) -> None:
    """It is to count although something is amiss: why is asked."""
    copy = _waiting(work, press.target)
    if not press.argument.isdecimal():
        raise Stale
    filed = _page_for(work, int(press.argument))
    _ask_reason(work, f"{_WHY}:{copy.id}:{filed.revision.id}", "stamped-ask-why", filed, copy)


def take_by_tap(work: Work, press: Press) -> None:
    """It is to count no more: why is asked. Raises CopyLocked once the month is locked."""
    copy, filed = _counted(work, press.target)
    _ask_reason(work, f"{_TAKE}:{copy.id}", "stamped-ask-take", filed, copy)


def _ask_reason(work: Work, step: str, key: str, filed: FiledPage, copy: StampedCopy) -> None:
    turn_aside(conversation_of(work.session, work.writer.id), f"{STEP}:{step}")
    stop = button(work.language, "stamped-button-stop", Press(Action.CANCEL))
    who = "office" if filed.rows.unit.id in work.filing_unit_ids() else "unit"
    text = say(work.language, key, what=what_words(work.language, _of(filed)), who=who)
    times = own_timetable(work, work.language, filed.rows)
    work.card(_CARD.format(copy.id), Message(f"{text}\n{times}", ((stop,),)))


def take_words(work: Work, conversation: Conversation, text: str) -> None:
    """The reason that was asked for."""
    _, verb, copy_id, *revision = conversation.step.split(":")
    reason = read_reason(text)
    if isinstance(reason, Refused):
        work.say(reason.text_key, **reason.facts)
        return
    conversation.step = ""
    if verb == _WHY:
        _count(work, _waiting(work, int(copy_id)), _page_for(work, int(revision[0])), reason)
    else:
        _take_away(work, *_counted(work, int(copy_id)), reason)


def _count(work: Work, copy: StampedCopy, filed: FiledPage, reason: str) -> None:
    copy.by_office = filed.rows.unit.id not in work.filing_unit_ids()
    count_copy(work.session, copy, filed.revision, work.writer, reason=reason, now=work.now)
    mark_ticked(work, filed.rows.report, TickKind.SCAN)
    work.card(_CARD.format(copy.id), _card(work, copy))
    _tell_office(
        work,
        "stamped-told-office",
        filed,
        seen=_finding_key(copy.finding),
        reason=reason,
    )
    if copy.by_office:
        _tell_unit(work, "stamped-told-unit-counted", filed, reason)


def _take_away(work: Work, copy: StampedCopy, filed: FiledPage, reason: str) -> None:
    end_copy(work.session, copy, work.writer, reason=reason, now=work.now)
    left = len(copies_of_revision(work.session, filed.revision.id))
    what = what_words(work.language, _of(filed))
    text = say(work.language, "stamped-taken", what=what, reason=reason, left=left)
    times = own_timetable(work, work.language, filed.rows)
    work.card(_CARD.format(copy.id), Message(f"{text}\n{times}"))
    if filed.rows.unit.id in work.filing_unit_ids():
        _tell_office(work, "stamped-told-office-taken", filed, reason=reason)
    else:
        _tell_unit(work, "stamped-told-unit", filed, reason)


def join_by_tap(work: Work, press: Press) -> None:
    """Its pages belong to the copy that was registered before."""
    copy = _waiting(work, press.target)
    if not press.argument.isdecimal():
        raise Stale
    to = work.session.get(StampedCopy, int(press.argument))
    if to is None or to.counts_at is None or to.ended_at is not None or to.revision_id is None:
        raise Stale
    _page_for(work, to.revision_id)
    move_files(work.session, copy, to)
    end_copy(work.session, copy, work.writer, now=work.now)
    work.close(_CARD.format(to.id))
    work.card(_CARD.format(copy.id), _card(work, to))


def drop_by_tap(work: Work, press: Press) -> None:
    copy = _waiting(work, press.target)
    end_copy(work.session, copy, work.writer, now=work.now)
    work.card(_CARD.format(copy.id), Message(say(work.language, "stamped-dropped")))


def evidence_by_tap(work: Work, press: Press, limits: EvidenceLimits) -> None:
    """What waits is evidence of what is being filled in, or of what is filed once it is corrected.

    Raises NothingOpen.
    """
    copy = _waiting(work, press.target)
    is_open = _writes_something(work)
    if not is_open and correctable(work) is None:
        raise NothingOpen
    files = files_of(work.session, copy.id)
    end_copy(work.session, copy, work.writer, now=work.now)
    work.close(_CARD.format(copy.id))
    for file in files:
        message = SentFile(file.message_id or 0, copy.album, "")
        received = Received(file.sha256, file.name, file.size, message)
        (take_received if is_open else keeps_until_corrected)(work, received, limits)


def show_copies(work: Work, press: Press) -> None:
    """What has come for the report, and the files of what counts, a handful at most."""
    rows = report_rows(work.session, press.target)
    if rows is None or not _is_readable(work, rows):
        raise NotAllowed
    known = copies_of_report(work.session, rows.report.id)
    if not known:
        facts = {"unit": rows.unit.name, "period": str(rows.cycle.period)}
        work.say("stamped-list-none", **facts)
        return
    kept = [_kept(work, copy, revision.number) for copy, revision in known]
    message = kept_list(work.language, rows.unit.name, rows.cycle.period, kept)
    times = own_timetable(work, work.language, rows)
    takes = tuple(
        (
            button(
                work.language,
                "stamped-button-take-one",
                Press(Action.STAMPED_TAKE, copy.id),
                at=place,
            ),
        )
        for place, (copy, _) in enumerate(known, start=1)
        if copy.ended_at is None and _is_of_writer(work, rows)
    )
    work.tell("stamped-list", [Message(f"{message.html}\n{times}", takes)])
    standing = {revision.id: revision for _, revision in known}
    kept_files = [
        (revision, file)
        for revision in standing.values()
        for file in originals_of_revision(work.session, revision.id)
    ]
    files = [one for one in kept_files if _may_open(work, one[1])]
    if len(files) < len(kept_files):
        work.say("stamped-shared", count=len(kept_files) - len(files))
    for revision, file in files[-MOST_AT_ONCE:]:
        _hand_out(work, page_of_revision(work.session, revision.id), file)


def _kept(work: Work, copy: StampedCopy, number: int) -> KeptCopy:
    sender = work.session.get_one(Person, copy.person_id)
    ended_by = work.session.get(Person, copy.ended_by_id) if copy.ended_by_id else None
    return KeptCopy(
        number=number,
        pages=pages_in(files_of(work.session, copy.id)),
        finding=copy.finding,
        sent_by=sender.name,
        received_at=work.local(copy.received_at),
        reason=copy.reason,
        by_office=copy.by_office,
        taken_at=work.local(copy.ended_at) if copy.ended_at else None,
        taken_by=ended_by.name if ended_by else "",
        taken_why=copy.end_reason,
    )


def _hand_out(work: Work, filed: FiledPage, file: StampedFile) -> None:
    document = Document(
        office_id=filed.rows.office.id,
        kind=DocumentKind.KEPT,
        report_id=filed.rows.report.id,
        language=work.language,
        as_of=work.now,
        file_name=file.name,
        sha256=file.sha256,
    )
    caption = say(
        work.language,
        "stamped-file-caption",
        what=what_words(work.language, _of(filed)),
        times=own_timetable(work, work.language, filed.rows),
    )
    work.hand_out(work.writer.user_id, document, caption)


# ── whose it is, and who hears of it ───────────────────────────────────────────────────────────


def _waiting(work: Work, copy_id: int) -> StampedCopy:
    """One that the person has sent, and of which nothing was said yet."""
    copy = work.session.get(StampedCopy, copy_id)
    if copy is None or copy.person_id != work.writer.id:
        raise NotAllowed
    if copy.counts_at is not None or copy.ended_at is not None:
        raise Stale
    return copy


def _counted(work: Work, copy_id: int) -> tuple[StampedCopy, FiledPage]:
    """One that counts, of the person's unit, or of any for the office.

    Raises CopyLocked once the month is locked.
    """
    copy = work.session.get(StampedCopy, copy_id)
    if copy is None or copy.revision_id is None or copy.office_id != work.desk.office_id:
        raise NotAllowed
    filed = page_of_revision(work.session, copy.revision_id)
    if not _is_of_writer(work, filed.rows):
        raise NotAllowed
    if copy.counts_at is None or copy.ended_at is not None:
        raise Stale
    if work.now >= filed.rows.cycle.locks_at:
        locked = moment_name(work.language, work.local(filed.rows.cycle.locks_at))
        raise CopyLocked(locked=locked)
    return copy, filed


def _page_for(work: Work, revision_id: int) -> FiledPage:
    """The newest revision of a report of the person's. Raises Stale when there is a newer one."""
    try:
        filed = page_of_revision(work.session, revision_id)
    except LookupError:
        raise NotAllowed from None
    if not _is_of_writer(work, filed.rows):
        raise NotAllowed
    if not filed.is_newest:
        raise Stale
    return filed


def _is_readable(work: Work, rows: ReportRows) -> bool:
    """For everybody who is anything to the unit, and for the office."""
    is_of_unit = any(contact.unit_id == rows.unit.id for contact in work.held)
    return is_of_unit or _is_of_writer(work, rows)


def _may_open(work: Work, file: StampedFile) -> bool:
    """A file with pages of several units is opened by the office, and by who is of all of them."""
    own = {contact.unit_id for contact in work.held}
    return work.is_coordinator() or units_of_file(work.session, file.sha256) <= own


def _tell_office(
    work: Work, key: str, filed: FiledPage, *, reason: str, seen: str = "finding-good"
) -> None:
    """The coordinators read who overruled what, with the way to the originals."""
    for reach in coordinators_reached(work.session, work.desk.office_id):
        if reach.chat_id == work.writer.user_id:
            continue
        html = say(
            reach.language,
            key,
            what=what_words(reach.language, _of(filed)),
            by=work.writer.name,
            seen=say(reach.language, seen),
            reason=reason,
        )
        times = own_timetable(work, reach.language, filed.rows)
        show = Press(Action.STAMPED_SHOW, filed.rows.report.id)
        look = button(reach.language, "stamped-button-show", show)
        message = Message(f"{html}\n{times}", ((look,),))
        work.send(reach.chat_id, message, priority=Priority.NOTICE)


def _tell_unit(work: Work, key: str, filed: FiledPage, reason: str) -> None:
    for reach in writers_reached(work.session, filed.rows.unit.id):
        what = what_words(reach.language, _of(filed))
        html = say(reach.language, key, what=what, by=work.writer.name, reason=reason)
        times = own_timetable(work, reach.language, filed.rows)
        work.send(reach.chat_id, Message(f"{html}\n{times}"), priority=Priority.NOTICE)
