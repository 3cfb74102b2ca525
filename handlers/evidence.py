"""Evidence by chat: a photo or a file comes in, finds its measure, and can be moved and taken away.

Fetched and stored before the unit of work that knows of it; a process that is killed in between
finds the update in its inbox again. An album comes as many updates: each part goes where the first
one went, and one card stands for all of them.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dialog.caption_measures import (
    OfMeasure,
    as_typed,
    each_its_own,
    measure_of_caption,
    measures_of_caption,
    split_caption,
    words_at,
    words_beside,
    words_where_asked,
)
from dialog.captions import (
    Captioned,
    answers_offered,
    as_answer,
    free_name,
    is_a_name,
    is_only_its_name,
    named_by,
    read_caption,
    renamed_by,
    renamed_whole,
)
from dialog.edits import Given
from dialog.evidence import (
    ALL,
    ALONE,
    ITSELF,
    FilesAt,
    all_measures,
    calls_it_stamped,
    entries_meant,
    evidence_list,
    first_of_waiting,
    kept_for_correction,
    kept_for_measure,
    moved_from_list,
    placed,
    put_as_said,
    read_argument,
    taken,
    taken_from_list,
    which_measure,
    words_of_files,
)
from dialog.file_types import EvidenceRefused, type_of
from dialog.file_wishes import (
    FilesOf,
    FileWish,
    file_wish,
    files_of,
    is_about_files,
    shares_of,
    tells_shares,
)
from dialog.layout import button, cut
from dialog.not_due import with_later
from dialog.outcome import SHORT_LIMIT, Accepted, Refused
from dialog.picture_names import describes_files
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.refused_captions import of_refused
from dialog.steps import Step
from handlers import pasting
from handlers.accepting import accept, accept_words, go_on, is_addition
from handlers.answering import answer_by_text
from handlers.at_report import CARD as REPORT_CARD
from handlers.at_report import (
    Typed,
    ask_again,
    files,
    keep_to,
    note,
    only_report,
    open_question,
    open_to,
    own_entry,
    question_before,
    reports_at_hand,
    require_writable,
    reshow,
    show,
    show_open_question,
    whole,
    working,
)
from handlers.colliding import collides, is_a_colleagues
from handlers.context import Context
from handlers.editing import ask_correction_reason, ask_why_corrected
from handlers.explaining import asks_of_several, go_on_with_report
from handlers.holding import hold_against, hold_beside, hold_forwarded, hold_of_refused, of_words
from handlers.kept_files import undecided
from handlers.numbers_typed import not_the_helpers
from handlers.placing_kept import name_files, place_kept
from handlers.remembering import remember_answer
from handlers.together import refresh_question
from models.conversations import PASTED, Conversation, conversation_of
from models.cycles import Entry, newest_revision, reports_of_units
from models.delivery import Document, DocumentKind, slot_named, unpacked
from models.evidence import (
    FILE_CARD,
    FILES_WAITING_CARD,
    Evidence,
    EvidenceLimits,
    album_so_far,
    bytes_of_report,
    evidence_of_message,
    keep_evidence,
    listed_at,
    newest_file,
    newest_taken,
    place_evidence,
    sent_together,
    taken_with,
    waiting_files,
)
from models.filing import filed_content, is_writable, note_change
from models.together import name_now_at
from models.views import ReportRows, report_rows
from models.work import Work
from models.written import BY_ONE_MESSAGE, written
from scheduler.timetables import own_timetable
from texts import say
from texts.wording import month_name
from vocabulary.errors import BaosongError, NotAllowed, Stale
from vocabulary.message import Message
from vocabulary.report import EvidenceFile, ReportEntry, WorkingReport

CARD = FILE_CARD
"""The slot that says where the newest file, or album, belongs."""

WAITING_CARD = FILES_WAITING_CARD
"""The slot that asks about all files of a person that wait for their measure."""

MOST_AT_ONCE = 10
"""Files handed to the office at one tap; the next tap gives the others."""


class NothingOpen(EvidenceRefused):
    """No report can be written in, so the file belongs nowhere."""

    text_key = "evidence-nothing-open"


class FiledForHelper(EvidenceRefused):
    """What the sender helps with is filed; who has asked them may correct it."""

    text_key = "evidence-filed-for-helper"


class NotTheHelpers(EvidenceRefused):
    """The words beside it name a measure that the sender was not asked to help with."""

    text_key = "evidence-not-helpers"


class NotDue(EvidenceRefused):
    """The words beside it name a measure that is asked quarterly, and not this month."""

    text_key = "evidence-not-due"


class TooMany(EvidenceRefused):
    text_key = "evidence-too-many"


class TooMuch(EvidenceRefused):
    text_key = "evidence-too-much"


@dataclass(frozen=True, slots=True)
class SentFile:
    """The message that a file came in. album: Telegram's id of what was sent together.

    written_at: as `Typed` has it; None where the message was looked at before.
    is_forwarded: the words are somebody else's.
    """

    message_id: int
    album: str
    caption: str
    written_at: datetime | None = None
    is_forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """A file that is in the store, as it came in the message.

    is_workbook: by its name; somebody may have meant a form.
    """

    sha256: str
    name: str
    size: int
    message: SentFile
    is_workbook: bool = False


async def take_evidence(
    context: Context, data: bytes, name: str, message: SentFile, *, is_workbook: bool = False
) -> None:
    """Told by its content and kept, or refused by name with what to send instead."""
    doors = context.doors
    try:
        found = await asyncio.to_thread(type_of, data, name=name)
    except EvidenceRefused as error:
        await context.unit(refuse_file, error, message)
        return
    sha256 = await asyncio.to_thread(doors.files.keep, data)
    stem = name.rpartition(".")[0] or name
    received = Received(sha256, f"{stem}.{found}", len(data), message, is_workbook)
    await context.unit(take_or_refuse, received, doors.evidence)


def take_or_refuse(work: Work, received: Received, limits: EvidenceLimits) -> None:
    try:
        take_received(work, received, limits)  # which refuses before it keeps anything
    except NotTheHelpers as error:  # whose words it gives back
        refuse_evidence(work, error, _not_theirs(received.message.album))
    except NotDue as error:
        refuse_evidence(work, error, _not_due(received.message.album))
    except FiledForHelper as error:
        refuse_evidence(work, error, received.message.album)
    except NothingOpen as error:
        if not keeps_for_correction(work, received, limits) and not keeps_until_corrected(
            work, received, limits
        ):
            refuse_file(work, error, received.message)
    except EvidenceRefused as error:
        refuse_file(work, error, received.message)


def _not_theirs(album: str) -> str:
    """How an album is remembered of which no part is taken."""
    return f"not-theirs:{album}" if album else ""


def _not_due(album: str) -> str:
    """Likewise of one whose words name what is not due."""
    return f"not-due:{album}" if album else ""


def _require_theirs(
    work: Work, rows: ReportRows, report: WorkingReport, received: Received
) -> None:
    """Raises NotTheHelpers for a helper's file of another measure, and for its whole album."""
    sent = received.message
    number = _not_the_helpers(work, rows, report, sent.caption) if sent.caption else ""
    album = _not_theirs(sent.album)
    if not number and (not album or conversation_of(work.session, work.writer.id).album != album):
        return
    raise NotTheHelpers(number=number, name=received.name, said=cut(sent.caption, SHORT_LIMIT))


def _require_due(work: Work, report: WorkingReport, received: Received) -> None:
    """Raises NotDue for a file of what comes with a later month, and for its whole album."""
    sent = received.message
    meant = measure_of_caption(with_later(report), sent.caption) if sent.caption else None
    number = "" if meant is None or report.has(meant.entry.entry_id) else meant.entry.measure.number
    album = _not_due(sent.album)
    if not number and (not album or conversation_of(work.session, work.writer.id).album != album):
        return
    month = month_name(work.language, report.period.quarters_last)
    raise NotDue(
        number=number, month=month, name=received.name, said=cut(sent.caption, SHORT_LIMIT)
    )


def _not_the_helpers(work: Work, rows: ReportRows, report: WorkingReport, caption: str) -> str:
    """The number of another measure of the unit that a helper's caption names; else empty."""
    if files(work, rows):
        return ""
    told = not_the_helpers(work, rows, report, caption)
    if told is not None:
        return str(told.facts["number"])
    named, _ = split_caption(with_later(whole(work, rows)), caption)
    return "" if named is None or report.has(named.entry_id) else named.measure.number


def refuse_file(work: Work, error: BaosongError, message: SentFile) -> None:
    """Says why; what the words that came with it tell is taken, or waits for a button."""
    refuse_evidence(work, error, message.album)
    _remember_named(work, message)
    take_words_of_refused(work, message)


_NAMED = "|"
"""Between an album that was refused in part and the number that the words beside it name."""


def _remember_named(work: Work, message: SentFile) -> None:
    """The rest of an album goes where the words of the refused part say."""
    conversation = conversation_of(work.session, work.writer.id)
    report = _report_spoken_of(work, conversation, message.caption) if message.caption else None
    named, _ = split_caption(report, message.caption) if report is not None else (None, "")
    if message.album and named is not None:
        conversation.album = f"{message.album}{_NAMED}{named.measure.number}"


def _named_by_refused(work: Work, report: WorkingReport, album: str) -> ReportEntry | None:
    answered, sign, number = conversation_of(work.session, work.writer.id).album.partition(_NAMED)
    return report.numbered(number) if album and sign and answered == album else None


def take_words_of_refused(work: Work, message: SentFile) -> None:
    """What only named the file goes with it."""
    if not speaks(work, message):
        return
    conversation = conversation_of(work.session, work.writer.id)
    report = _report_spoken_of(work, conversation, message.caption)
    if report is None or conversation.step == PASTED:
        take_caption_alone(work, message)
        return
    now = open_question(conversation)
    asked = report.entry(now.entry_id) if now is not None and report.has(now.entry_id) else None
    told = of_refused(report, asked, message.caption)
    if not told.words or _waits_beside(work, conversation, message):
        return
    if told.waits_for is not None:
        behind = of_words(told.waits_for)
        hold_of_refused(work, report, behind, told.words, message.message_id)
    else:
        take_caption_alone(work, replace(message, caption=told.words))


def _report_spoken_of(work: Work, conversation: Conversation, caption: str) -> WorkingReport | None:
    """The report that is asked about; else the one that alone has what the words name."""
    if open_question(conversation) is not None and conversation.report_id is not None:
        return working(work, open_to(work, conversation.report_id))
    at_hand = [working(work, rows) for rows in reports_at_hand(work, conversation)]
    naming = [one for one in at_hand if measure_of_caption(one, caption) is not None]
    found = naming or at_hand
    return found[0] if len(found) == 1 else None


def take_caption_alone(work: Work, message: SentFile) -> None:
    if not speaks(work, message):
        return
    conversation = conversation_of(work.session, work.writer.id)
    if _waits_beside(work, conversation, message):
        return
    written = Typed(message.caption, message.message_id, message.written_at or work.now)
    if pasting.takes(work, conversation, written):
        return
    if not (message.is_forwarded and hold_forwarded(work, conversation, written)):
        answer_by_text(work, conversation, written)


def _waits_beside(work: Work, conversation: Conversation, message: SentFile) -> bool:
    """Whether the words beside a refused file are no answer, as they would be none beside another.

    They wait, since there is no file that they could name.
    """
    now = open_question(conversation)
    if now is None or conversation.report_id is None:
        return False
    report = working(work, open_to(work, conversation.report_id))
    entry = report.entry(now.entry_id) if report.has(now.entry_id) else None
    named, words = split_caption(report, message.caption)
    is_its_own = named is None or named is entry
    if entry is None or not is_its_own or not is_only_its_name(entry, now, words):
        return False
    hold_beside(work, report, now, words, message.message_id)
    return True


def speaks(work: Work, message: SentFile) -> bool:
    """Whether words came with the file that are more than its name, from somebody who reports."""
    is_writer = bool(work.filing_unit_ids() or work.helps)
    return is_writer and bool(message.caption) and not describes_files(message.caption)


def refuse_evidence(work: Work, error: BaosongError, album: str) -> None:
    """Once for an album, which comes as many messages."""
    conversation = conversation_of(work.session, work.writer.id)
    work.forgets = error.forgets
    if not album or album != conversation.album.partition(_NAMED)[0]:
        work.explain(error)
        show_open_question(work)
        conversation.album = album


def take_received(work: Work, received: Received, limits: EvidenceLimits) -> None:
    """Puts the file where it belongs, or keeps it and asks."""
    rows, sent = report_being_written(work), received.message
    so_far = album_so_far(work.session, work.writer.id, rows.report.id, sent.album)
    _require_space(work, rows, received, limits)
    report = working(work, rows)
    _require_theirs(work, rows, report, received)
    _require_due(work, report, received)
    named, words = split_caption(report, sent.caption)
    if named is None and (own := _own_of_album(work, rows, report, so_far, sent.caption)):
        named, words = own.entry, own.words
        so_far = album_so_far(work.session, work.writer.id, rows.report.id, sent.album)
    meant = [named] if named else _meant(work, rows, report, so_far, sent)
    if len(meant) == 1:
        _require_room(meant[0], received.name, limits)
        words = words if named else words_where_asked(report, meant[0], words)
    waiting = waiting_files(work.session, work.writer.id, rows.report.id)
    beside = so_far if len(meant) == 1 else {one.id: one for one in (*so_far, *waiting)}.values()
    name = free_name(received.name, [one.name for one in beside])
    kept = keep_evidence(
        work.session,
        rows.report,
        work.writer,
        sha256=received.sha256,
        name=name,
        size=received.size,
        album=sent.album,
        caption=words,
        message_id=sent.message_id,
        now=work.now,
    )
    if len(meant) != 1:
        ask_where(work, rows, meant, is_new=not _waiting_of(so_far))
        return
    unplaced = _waiting_of(so_far)
    for one in unplaced:
        one.caption = words_at(report, meant[0], one.caption)
    _place(
        work,
        rows,
        [*unplaced, kept],
        meant[0],
        [*so_far, kept],
        shown_on=_card_about(work, so_far),
        is_workbook=received.is_workbook,
        is_forwarded=sent.is_forwarded,
    )


def _own_of_album(
    work: Work, rows: ReportRows, report: WorkingReport, so_far: list[Evidence], caption: str
) -> OfMeasure | None:
    """The measure of the newest photo of an album in which each names its own.

    What has waited of it goes to its own as well, what has no caption with the one before.
    """
    waiting = _waiting_of(so_far)
    own = each_its_own(report, [*(one.caption for one in waiting if one.caption), caption])
    named = iter(own)
    of = own[0] if own else None
    for one in waiting if own else ():
        if one.caption:
            of = next(named)
            one.caption = of.words
        if of is not None:
            _place(work, rows, [one], of.entry, so_far, shown_on=_card_about(work, so_far))
    return own[-1] if own else None


def _waiting_of(album: Sequence[Evidence]) -> list[Evidence]:
    return [one for one in album if one.entry_id is None and one.taken_at is None]


def ask_where(
    work: Work,
    rows: ReportRows,
    meant: Sequence[ReportEntry] = (),
    *,
    is_new: bool,
    line: str = "",
) -> None:
    """The card of all that waits. meant: where it is likely to belong. line: above it.

    Of a filed report it is asked first why it is corrected.
    """
    waiting = _undecided(work, rows)
    names = [one.name for one in waiting]
    if not waiting:
        return
    if not is_writable(rows.report):
        message = kept_for_correction(
            work.language,
            working(work, rows),
            waiting[-1].id,
            names,
            before_leader=rows.report.signing,
        )
        work.show(work.writer.user_id, WAITING_CARD, message, is_new=is_new)
        return
    message = which_measure(
        work.language,
        working(work, rows),
        waiting[-1].id,
        names,
        meant,
        is_several=_is_several(work, waiting),
        words=_words_shown(work, rows, waiting),
    )
    if line:
        message = replace(message, html=f"{line}\n\n{message.html}")
    work.show(work.writer.user_id, WAITING_CARD, message, is_new=is_new)


def _words_shown(work: Work, rows: ReportRows, waiting: Sequence[Evidence]) -> str:
    report = working(work, rows)
    words = [words_beside(report, caption) for caption in _spoken(waiting)]
    return words_of_files(work.language, [one for one in words if not describes_files(one)])


def _undecided(work: Work, rows: ReportRows) -> list[Evidence]:
    waiting = waiting_files(work.session, work.writer.id, rows.report.id)
    return undecided(working(work, rows), waiting) if waiting else []


def _is_several(work: Work, waiting: Sequence[Evidence]) -> bool:
    return len(waiting) > len(sent_together(work.session, waiting[0]))


def show_waiting(work: Work, press: Press) -> None:
    """What waits for its measure is asked about anew, at the end of the chat.

    Where the report is filed it is asked first why it is to be corrected.
    """
    rows = open_to(work, press.target)
    if not waiting_files(work.session, work.writer.id, rows.report.id):
        raise Stale
    if not is_writable(rows.report) and files(work, rows):
        ask_correction_reason(work, press)
        return
    if is_writable(rows.report) and (line := place_kept(work, rows)):
        work.reply(Message(line))
    if waiting_files(work.session, work.writer.id, rows.report.id):
        ask_where(work, rows, is_new=True)


def place_waiting(work: Work, evidence: Evidence, caption: str) -> None:
    """The caption of a file that waits now reads so; a number in front says where it belongs."""
    rows = open_to(work, evidence.report_id)
    require_writable(work, rows)
    report = working(work, rows)
    named, evidence.caption = split_caption(report, caption)
    if named is None:
        reshow(work, say(work.language, "edit-of-caption-waiting"))
        return
    together = sent_together(work.session, evidence)
    shown_on = _card_about(work, together)
    _place(work, rows, together, named, together, shown_on=shown_on, anew=True)


def _meant(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    so_far: list[Evidence],
    sent: SentFile,
) -> list[ReportEntry]:
    """Where the album's first part went, if anywhere; else what is being asked about.

    And before it what the caption may name: 29签约.
    """
    caption, album = sent.caption, sent.album
    went = next((one.entry_id for one in so_far if one.entry_id is not None), None)
    unsure = measure_of_caption(report, caption)
    if went is not None and report.has(went):
        there = report.entry(went)
        is_other = unsure is not None and unsure.entry.entry_id != went
        return [unsure.entry, there] if unsure is not None and is_other else [there]
    waits = [one.caption for one in so_far if one.entry_id is None and one.taken_at is None]
    said = next(filter(None, (caption, *waits)), "")
    if several := measures_of_caption(report, said):
        return several
    if not so_far and (named := _named_by_refused(work, report, album)) is not None:
        return [named]
    asked = _asked_about(work, rows, report)
    if unsure is None or [one.entry_id for one in asked] == [unsure.entry.entry_id]:
        return asked
    others = [one for one in asked if one.entry_id != unsure.entry.entry_id]
    if not others:  # then any other may be meant as well
        return []
    return [unsure.entry, *others]


def _asked_about(work: Work, rows: ReportRows, report: WorkingReport) -> list[ReportEntry]:
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.report_id != rows.report.id:
        return []
    keep_to(conversation, report)
    return entries_meant(
        report, before=question_before(conversation), now=open_question(conversation)
    )


def report_being_written(work: Work) -> ReportRows:
    """The one that the person is at; else the oldest that they can write in, or help with."""
    conversation = conversation_of(work.session, work.writer.id)
    unit_ids = work.filing_unit_ids()
    ids = [r.id for r, _ in reports_of_units(work.session, unit_ids, now=work.now)]
    ids += [helper.report_id for helper in work.helps]
    known = [report_rows(work.session, report_id) for report_id in dict.fromkeys(ids)]
    open_now = [rows for rows in known if rows is not None and is_writable(rows.report)]
    open_now.sort(key=lambda rows: rows.report.id != conversation.report_id)
    if not open_now and known and work.helps and not unit_ids:
        rows = known[-1]
        name = name_now_at(work.session, rows, work.helps[-1].asked_by_id) if rows else ""
        raise FiledForHelper(name=name)
    if not open_now:
        raise NothingOpen
    return open_now[0]


def keeps_for_correction(
    work: Work,
    received: Received,
    limits: EvidenceLimits,
    *,
    refused: EvidenceRefused | None = None,
) -> bool:
    """Whether the file is of a measure that is filed: it waits until the correction is open.

    By the words beside it, unless these call it a stamped page, or by those of its album.
    refused: why it can be no evidence at all, which is said then.
    """
    sent = received.message
    if calls_it_stamped(sent.caption):
        return False
    for report, cycle in reports_of_units(work.session, work.filing_unit_ids(), now=work.now):
        rows = report_rows(work.session, report.id)
        is_over = work.now >= cycle.locks_at and not report.signing
        if rows is None or is_writable(report) or is_over:
            continue
        so_far = album_so_far(work.session, work.writer.id, report.id, sent.album)
        named, _ = split_caption(working(work, rows), sent.caption)
        if not so_far and named is None:
            continue
        if refused is not None:
            refuse_file(work, refused, sent)
        else:
            _keep_for_correction(work, rows, received, so_far, limits)
        return True
    return False


def _keep_for_correction(
    work: Work,
    rows: ReportRows,
    received: Received,
    so_far: list[Evidence],
    limits: EvidenceLimits,
) -> None:
    sent, report = received.message, working(work, rows)
    _require_space(work, rows, received, limits)
    named, words = split_caption(report, sent.caption)
    name = free_name(received.name, [one.name for one in so_far])
    kept = keep_evidence(
        work.session,
        rows.report,
        work.writer,
        sha256=received.sha256,
        name=named_by(words, name),
        size=received.size,
        album=sent.album,
        caption=f"{named.measure.number} " if named is not None else "",
        message_id=sent.message_id,
        now=work.now,
    )
    if named is None:  # a part of an album
        return
    number = named.measure.number
    if not sent.album or sent.album != conversation_of(work.session, work.writer.id).album:
        before_leader = rows.report.signing
        card = kept_for_measure(work.language, report, number, kept.id, before_leader=before_leader)
        work.show(work.writer.user_id, CARD, card, is_new=True)
    conversation_of(work.session, work.writer.id).album = sent.album
    if words and not describes_files(words):  # which are more than the file's name
        take_caption_alone(work, replace(sent, caption=as_typed(report, sent.caption)))
    else:
        ask_why_corrected(work, rows)


def correctable(work: Work) -> ReportRows | None:
    """The filed report of the newest month that the person can correct."""
    found = reports_of_units(work.session, work.filing_unit_ids(), now=work.now)
    filed = [report.id for report, cycle in found if work.now < cycle.locks_at]
    return report_rows(work.session, filed[-1]) if filed else None


def keeps_until_corrected(work: Work, received: Received, limits: EvidenceLimits) -> bool:
    """Whether the file waits, with a card of its own, until the person has said what it is for.

    Its words are taken as if they had come alone.
    """
    rows, sent = correctable(work), received.message
    if rows is None or is_writable(rows.report) or calls_it_stamped(sent.caption):
        return False
    _require_space(work, rows, received, limits)
    so_far = album_so_far(work.session, work.writer.id, rows.report.id, sent.album)
    waiting = waiting_files(work.session, work.writer.id, rows.report.id)
    name = free_name(received.name, [one.name for one in (*so_far, *waiting)])
    keep_evidence(
        work.session,
        rows.report,
        work.writer,
        sha256=received.sha256,
        name=named_by(sent.caption, name),
        size=received.size,
        album=sent.album,
        caption="",
        message_id=sent.message_id,
        now=work.now,
    )
    ask_where(work, rows, is_new=not so_far)
    take_caption_alone(work, sent)
    return True


def ask_where_what_waits(work: Work, rows: ReportRows) -> None:
    """A correction is open: what has waited for it and names no measure is asked about."""
    if waiting_files(work.session, work.writer.id, rows.report.id):
        ask_where(work, rows, is_new=True)


def _require_space(
    work: Work, rows: ReportRows, received: Received, limits: EvidenceLimits
) -> None:
    if bytes_of_report(work.session, rows.report.id) + received.size > limits.most_bytes:
        raise TooMuch(name=received.name, most=limits.most_bytes >> 20)


def _require_room(entry: ReportEntry, name: str, limits: EvidenceLimits) -> None:
    if len(entry.evidence) >= limits.most_files:
        raise TooMany(name=name, number=entry.measure.number, most=limits.most_files)


def _place(
    work: Work,
    rows: ReportRows,
    evidence: list[Evidence],
    to: ReportEntry,
    together: list[Evidence],
    *,
    shown_on: str | None,
    is_workbook: bool = False,
    is_forwarded: bool = False,
    anew: bool = False,
) -> None:
    """Puts the files to the entry, says so on their card, and takes the words that came along.

    is_forwarded: the words are somebody else's, and no answer until it is said that they are.
    together: with the rest of the album, wherever that is. shown_on: the card that is about them.
    anew: it is not edited where it stands.
    """
    note_change(work.session, rows.report, now=work.now)
    entry_row = work.session.get_one(Entry, to.entry_id)
    name_files(work, evidence, to)
    new = [one for one in evidence if one.entry_id is None]
    words = "\n".join(_spoken(new))
    message_ids = [one.message_id for one in new if _spoken([one]) and one.message_id is not None]
    for one in new:
        one.caption = ""
    stand = [
        place_evidence(work.session, rows.report, one, entry_row, now=work.now) for one in evidence
    ]
    report = working(work, rows)
    entry = report.entry(to.entry_id)
    album = {one.id: one for one in (*together, *stand) if one.taken_at is None}
    files = list(album.values())
    waiting = waiting_files(work.session, work.writer.id, rows.report.id)
    is_shared = shown_on == WAITING_CARD and bool(waiting)  # it goes on asking about the others
    is_new = anew or is_shared or shown_on is None
    card = CARD if is_shared or shown_on is None else shown_on
    message = placed(work.language, report, _places(work, rows, files), is_workbook=is_workbook)
    work.show(work.writer.user_id, card, message, is_new=is_new)
    if is_shared:
        ask_where(work, rows, is_new=True)
    if words:
        if not (is_forwarded and _asks_whose(work, entry, words, message_ids)):
            take_words(work, rows, report, entry, words, message_ids=message_ids, beside=stand[0])
        told = placed(work.language, report, _places(work, rows, files), is_workbook=is_workbook)
        work.show(work.writer.user_id, card, told, is_new=False)
    else:
        _go_on_if_it_was_asked_for(work, rows, report, entry)
        if not is_new and _counts_evidence(work):
            refresh_question(work, entry.entry_id)


def _asks_whose(work: Work, entry: ReportEntry, words: str, message_ids: Sequence[int]) -> bool:
    """Whether somebody else's words beside a file would answer the open question, and wait now."""
    conversation = conversation_of(work.session, work.writer.id)
    now = open_question(conversation)
    read = read_caption(entry, now, words)
    if not isinstance(read.answer, Accepted) or now is None or now.entry_id != entry.entry_id:
        return False
    return hold_forwarded(work, conversation, Typed(words, message_ids[0], work.now))


def _places(work: Work, rows: ReportRows, files: Sequence[Evidence]) -> list[FilesAt]:
    """By entry, in the order of the report."""
    found = []
    for entry in working(work, rows).entries:
        here = [one for one in files if one.entry_id == entry.entry_id]
        if here:
            names, stored = [one.name for one in here], _are_words_stored(work, here)
            found.append(FilesAt(entry, here[0].id, names, stored))
    return found


def _are_words_stored(work: Work, files: Sequence[Evidence]) -> bool:
    rows = [written(work.session, one.person_id, one.message_id or 0) for one in files]
    return any(
        row.content_before != row.content_after
        for row in rows
        if row is not None and row.kind in BY_ONE_MESSAGE
    )


_ON_CARD = {Action.EVIDENCE_WHERE, Action.EVIDENCE_TO, Action.EVIDENCE_TAKE}


def _card_about(work: Work, files: Sequence[Evidence]) -> str | None:
    """The slot whose card has buttons for one of these files; None for none.

    What waits has one card, whatever its buttons name.
    """
    ids = {one.id for one in files}
    for one in files:
        if one.entry_id is None and one.taken_at is None:
            waiting = waiting_files(work.session, one.person_id, one.report_id)
            ids |= {other.id for other in waiting}
    for name in (WAITING_CARD, CARD):
        slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, name)
        shown = unpacked(slot.content).buttons if slot.content else ()
        presses = [Press.read(one.data) for row in shown for one in row]
        if any(one and one.action in _ON_CARD and one.target in ids for one in presses):
            return name
    return None


def _counts_evidence(work: Work) -> bool:
    """Whether the card that asks says how many files there are: an album may not be whole yet."""
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, REPORT_CARD)
    shown = unpacked(slot.content).buttons if slot.content else ()
    presses = [Press.read(one.data) for row in shown for one in row]
    return any(press is not None and press.action is Action.EVIDENCE_LIST for press in presses)


def _spoken(evidence: Sequence[Evidence]) -> list[str]:
    """The captions that are more than the names of their files."""
    return [one.caption for one in evidence if one.caption and not describes_files(one.caption)]


def rename(evidence: Evidence, entry: ReportEntry, caption: str) -> None:
    """As the changed caption calls it, and otherwise than the entry's other files."""
    taken = [file.name for file in entry.evidence if file.evidence_id != evidence.id]
    evidence.name = free_name(renamed_by(caption, evidence.name), taken)


def take_words(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    entry: ReportEntry,
    words: str,
    *,
    message_ids: Sequence[int],
    beside: Evidence,
) -> None:
    """A caption answers the open question of its entry, or is, or adds to, the entry's text.

    message_ids: of the messages that the words came in; editing one changes what it has said.
    beside: the file, or the first of the album, that they came with.
    """
    now = open_question(conversation_of(work.session, work.writer.id))
    read = read_caption(entry, now, words)
    if read.is_name and isinstance(read.answer, Refused):
        asked, why = read.asked, read.answer
        _keep_beside(work, report, asked, why, words, message_ids=message_ids, beside=beside)
        return
    _take_read(work, rows, report, read, words, message_ids=message_ids)


def _keep_beside(
    work: Work,
    report: WorkingReport,
    asked: Question,
    why: Refused,
    words: str,
    *,
    message_ids: Sequence[int],
    beside: Evidence,
) -> None:
    """What is no answer to a question of a problem names the file; a button makes it one.

    So it is with what may be no more than a name. What is too long to be one waits for its place.
    """
    if len(message_ids) == 1 and not is_a_name(words):
        hold_beside(work, report, asked, words, message_ids[0])
        return
    if not beside.filed:
        beside.name = renamed_whole(words, beside.name, was=beside.caption)
    beside.caption = words
    entry = report.entry(asked.entry_id)
    told = note(why)
    extra = answers_offered(work.language, entry, asked.step, beside.id)
    now = open_question(conversation_of(work.session, work.writer.id))
    if now is not None:
        ask_again(work, report, now, (told,), extra=extra)
    else:
        work.reply(Message(say(work.language, told.text_key, **told.facts), extra))


def take_beside(work: Work, press: Press) -> None:
    """The words that named a file answer what was asked, or tell of the measure, after all."""
    evidence, rows = _own_evidence(work, press.target)
    require_writable(work, rows)
    words = evidence.caption
    if evidence.entry_id is None or not words:
        raise Stale
    _, report, entry = own_entry(work, evidence.entry_id)
    read = as_answer(entry, press.argument, words)
    if read is None:
        raise Stale
    is_alone = evidence.message_id is not None and not evidence.album
    if isinstance(read.answer, Accepted):
        evidence.caption = ""
    message_ids = [evidence.message_id or 0] if is_alone else []
    _take_read(work, rows, report, read, words, message_ids=message_ids)


def _take_read(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    read: Captioned,
    words: str,
    *,
    message_ids: Sequence[int],
) -> None:
    """Stores what a caption was taken for, or says why it is no such answer."""
    now = open_question(conversation_of(work.session, work.writer.id))
    asked, answer = read.asked, read.answer
    entry = report.entry(asked.entry_id)
    if isinstance(answer, Accepted) and _stands_against(work, entry, answer, is_asked=asked == now):
        alone = message_ids[0] if len(message_ids) == 1 else None
        hold_against(work, rows, asked, words, message_id=alone)
        if alone is None:
            remember_answer(work, message_ids, Given(asked, entry.content, entry.content))
        return
    after = answer.content if isinstance(answer, Accepted) else entry.content
    given = Given(asked, entry.content, after, is_more=read.is_more)
    remember_answer(work, message_ids, given)
    is_asked_here = now is not None and now.entry_id == entry.entry_id
    is_more = len(message_ids) == 1 and not is_asked_here and is_addition(entry, given)
    if isinstance(answer, Accepted) and is_more:
        accept_words(work, rows, report, given, answer, message_id=message_ids[0])
    elif isinstance(answer, Accepted):
        accept(work, rows, report, asked, answer, names_evidence=False)
    elif now is not None:
        ask_again(work, report, now, (note(answer),))
    else:
        _say_refused(work, answer)


def _stands_against(work: Work, entry: ReportEntry, answer: Accepted, *, is_asked: bool) -> bool:
    """Whether the words of a caption would go on with a colleague's, or take their place unseen."""
    if is_asked:
        return collides(work, conversation_of(work.session, work.writer.id), entry, answer)
    return bool(entry.content.text) and is_a_colleagues(work, entry)


def _say_refused(work: Work, answer: Refused) -> None:
    work.say(answer.text_key, **answer.facts)


def _go_on_if_it_was_asked_for(
    work: Work, rows: ReportRows, report: WorkingReport, entry: ReportEntry
) -> None:
    conversation = conversation_of(work.session, work.writer.id)
    now = open_question(conversation)
    if now is not None and now.entry_id == entry.entry_id and now.step is Step.EXPLAIN:
        go_on(work, rows, report, now, names_evidence=False)
    elif asks_of_several(conversation, rows):
        go_on_with_report(work, rows)


# ── taps ───────────────────────────────────────────────────────────────────────────────────────


def choose_measure(work: Work, press: Press) -> None:
    """Shows all measures to choose from; alone: for what was sent first of all that waits."""
    evidence, rows = _own_evidence(work, press.target)
    require_writable(work, rows)
    page, how = read_argument(press.argument)
    report, files = working(work, rows), _meant_by(work, evidence)
    shown_on = _card_about(work, files) or CARD
    first = sent_together(work.session, files[0])
    if how == ALONE and files[0].entry_id is None:
        names, last = [one.name for one in first], first[-1].id
        waiting = waiting_files(work.session, evidence.person_id, rows.report.id)
        more = len(waiting) - len(first)
        words = _words_shown(work, rows, first)
        message = first_of_waiting(
            work.language, report, last, names, page or 0, more=more, words=words
        )
    else:
        names, last = [one.name for one in files], files[-1].id
        is_several = len(files) > len(first)
        waiting = [one for one in files if one.entry_id is None]
        words = _words_shown(work, rows, waiting)
        message = all_measures(
            work.language, report, last, names, page or 0, is_several=is_several, words=words
        )
    work.show(work.writer.user_id, shown_on, message, is_new=False)


def put_to_measure(work: Work, press: Press) -> None:
    """Puts the files to the entry; also those that were taken away."""
    evidence, rows = _own_evidence(work, press.target)
    require_writable(work, rows)
    entry_id, how = read_argument(press.argument)
    if entry_id is None:
        raise Stale
    to_rows, _, entry = own_entry(work, entry_id)
    if to_rows.report.id != rows.report.id:
        raise NotAllowed
    files, report = _meant_by(work, evidence, how), working(work, rows)
    for one in files:
        one.taken_at = None
        if one.entry_id is None:
            one.caption = words_at(report, entry, one.caption)
    together = _with_albums(work, files)
    _place(work, rows, files, entry, together, shown_on=_card_about(work, together))


def _meant_by(work: Work, evidence: Evidence, how: str = "") -> list[Evidence]:
    """What the button is about: all that the person has waiting up to that file, else its album.

    What was taken away from a measure comes back with all that was taken away with it.
    how: `ALONE`, its album only; `ITSELF`, not even that.
    """
    if evidence.taken_at is not None and evidence.entry_id is not None:
        return taken_with(work.session, evidence)
    is_waiting = evidence.entry_id is None and evidence.taken_at is None
    if how == ITSELF:
        return [evidence]
    if how == ALONE or not is_waiting:
        return sent_together(work.session, evidence)
    waiting = _undecided(work, open_to(work, evidence.report_id))
    return [one for one in waiting if one.id <= evidence.id]


def _with_albums(work: Work, files: Sequence[Evidence]) -> list[Evidence]:
    found = {one.id: one for one in files}
    for one in files:
        album = album_so_far(work.session, one.person_id, one.report_id, one.album)
        found |= {part.id: part for part in album if part.taken_at is None}
    return [found[evidence_id] for evidence_id in sorted(found)]


def take_away(work: Work, press: Press) -> None:
    """The files of the button, or the one that was chosen alone, are listed no more."""
    evidence, rows = _own_evidence(work, press.target)
    entry_id = evidence.entry_id
    if entry_id is not None:
        require_writable(work, rows)
    if evidence.taken_at is not None:
        raise Stale
    of_list = press.argument in {ALONE, ALL} and entry_id is not None
    if press.argument == ALL and entry_id is not None:
        files = listed_at(work.session, entry_id)
    else:
        files = [evidence] if of_list else _meant_by(work, evidence, press.argument)
    shown_on = CARD if of_list else _card_about(work, _with_albums(work, files)) or CARD
    if entry_id is not None:
        note_change(work.session, rows.report, now=work.now)
    for one in files:
        one.taken_at = work.now
    work.session.flush()
    message = taken(
        work.language,
        working(work, rows),
        [one.name for one in files],
        evidence.id,
        entry_id,
        beside=() if of_list else _places(work, rows, _rest_of_album(work, files)),
    )
    waits_on = entry_id is None and bool(
        waiting_files(work.session, work.writer.id, rows.report.id)
    )
    if waits_on:  # and the card that asks goes on with the others
        shown_on = CARD
    work.show(work.writer.user_id, shown_on, message, is_new=of_list or waits_on)
    if of_list and entry_id is not None:
        _show_list(work, entry_id)
    elif waits_on:
        ask_where(work, rows, is_new=True)


def _rest_of_album(work: Work, files: Sequence[Evidence]) -> list[Evidence]:
    return [one for one in _with_albums(work, files) if one.taken_at is None]


def press_for_waiting(work: Work, conversation: Conversation, typed: Typed) -> Press | None:
    """The button that puts what waits to the measure that is named: in a reply, or by 都是26的.

    Where nothing waits, 这张是26的 moves what came last.
    """
    sent = evidence_of_message(work.session, work.writer.id, typed.reply_to or 0)
    card = slot_named(work.session, work.desk.bot_id, work.writer.user_id, WAITING_CARD)
    is_to_card = typed.reply_to is not None and typed.reply_to == card.message_id
    is_to_file = sent is not None and sent.entry_id is None
    of = files_of(typed.text, is_reply=is_to_card or is_to_file)
    report_id = sent.report_id if sent is not None else conversation.report_id
    if of is None or report_id is None:
        return None
    rows = open_to(work, report_id)
    named = working(work, rows).numbered(of.number)
    if named is None or not is_writable(rows.report):
        return None
    if is_to_file and sent is not None:
        return Press(Action.EVIDENCE_TO, sent.id, f"{named.entry_id}.{ALONE}")
    if waiting := waiting_files(work.session, work.writer.id, report_id):
        return put_as_said(report_id, _by_message(work, waiting), of, named.entry_id)
    shown = slot_named(work.session, work.desk.bot_id, work.writer.user_id, REPORT_CARD)
    if shown.content and (press := moved_from_list(unpacked(shown.content), of, named.entry_id)):
        return press
    return _press_to_move(work, report_id, of, named) if of.is_of_files else None


def places_each(work: Work, conversation: Conversation, said: str) -> bool:
    """第一张是20的 另外两张18的: each of the files that wait goes where the words say.

    They are counted in what was sent last, else in all that waits. Where they do not fit, it is
    asked of each as before. False where nothing waits, or the words are of no files.
    """
    report_id = conversation.report_id or only_report(work, conversation)
    if report_id is None or not tells_shares(said):
        return False
    rows = open_to(work, report_id)
    waiting = _undecided(work, rows) if is_writable(rows.report) else []
    if not waiting:
        return False
    report = working(work, rows)
    for counted in (sent_together(work.session, waiting[-1]), waiting):
        shares = shares_of(said, len(counted))
        to = {number: report.numbered(number) for number in shares}
        if shares and None not in to.values():
            break
    else:
        line = say(
            work.language, "evidence-shares-unfit", said=cut(said, SHORT_LIMIT), count=len(waiting)
        )
        ask_where(work, rows, is_new=True, line=line)
        return True
    for number, places in shares.items():
        _give(work, rows, [counted[place - 1] for place in places], to[number])
    return True


def _give(work: Work, rows: ReportRows, files: list[Evidence], entry: ReportEntry | None) -> None:
    if entry is None:
        raise Stale
    report = working(work, rows)
    for one in files:
        one.caption = words_at(report, entry, one.caption)
    _place(work, rows, files, entry, files, shown_on=_card_about(work, files))


def _by_message(work: Work, waiting: Sequence[Evidence]) -> list[list[int]]:
    """The ids of what waits, those that were sent together side by side."""
    together = {tuple(one.id for one in sent_together(work.session, file)) for file in waiting}
    return [list(ids) for ids in sorted(together)]


def _press_to_move(work: Work, report_id: int, of: FilesOf, to: ReportEntry) -> Press | None:
    """The button that moves the newest file, or all that came with it; else the list of files."""
    newest = newest_file(work.session, work.writer.id, report_id)
    if newest is None or newest.entry_id is None:
        return None
    together = len(sent_together(work.session, newest))
    if of.place is None and of.last in {None, together}:
        return Press(Action.EVIDENCE_TO, newest.id, str(to.entry_id))
    return Press(Action.EVIDENCE_LIST, newest.entry_id)


def press_wished(work: Work, conversation: Conversation, said: str) -> Press | None:
    """The button for 取下第1张 and the like; where no list is shown, what leads to the file.

    Of what waits, the last one is taken away at once.

    None where the words want nothing of the kind, or there is no file that could be meant.
    """
    wish = file_wish(said)
    if wish is None or conversation.report_id is None:
        return None
    rows = open_to(work, conversation.report_id)
    if not is_writable(rows.report):
        return None
    if wish.is_back:
        return _press_back(work, rows)
    slot = slot_named(work.session, work.desk.bot_id, work.writer.user_id, REPORT_CARD)
    if slot.content and (press := taken_from_list(unpacked(slot.content), wish)):
        return press
    newest = newest_file(work.session, work.writer.id, rows.report.id)
    if newest is None or (wish.is_all and not is_about_files(said)):
        return None
    return _press_to(working(work, rows), newest, wish)


def _press_back(work: Work, rows: ReportRows) -> Press | None:
    """The button that brings back what the person has taken away last."""
    taken_last = newest_taken(work.session, work.writer.id, rows.report.id)
    if taken_last is None:
        return None
    return Press(Action.EVIDENCE_TO, taken_last.id, str(taken_last.entry_id))


def _press_to(report: WorkingReport, newest: Evidence, wish: FileWish) -> Press | None:
    """The button that leads to the newest file, or takes it away where it waits."""
    if newest.entry_id is not None:
        is_seen = report.has(newest.entry_id)
        return Press(Action.EVIDENCE_LIST, newest.entry_id) if is_seen else None
    if wish.is_newest and not newest.album:
        return Press(Action.EVIDENCE_TAKE, newest.id, ALONE)
    return Press(Action.EVIDENCE_WAITING, report.report_id)


def show_list(work: Work, press: Press) -> None:
    own_entry(work, press.target)
    _show_list(work, press.target)


def _show_list(work: Work, entry_id: int) -> None:
    _, report, entry = own_entry(work, entry_id)
    show(work, evidence_list(work.language, report, entry), again=True)


def show_file(work: Work, press: Press) -> None:
    """Gives the file out again, as it came."""
    evidence, rows = _own_evidence(work, press.target)
    report = working(work, rows)
    if evidence.entry_id is None or not report.has(evidence.entry_id):
        raise Stale
    entry = report.entry(evidence.entry_id)
    file = EvidenceFile(evidence.id, evidence.name, evidence.sha256, evidence.size)
    _hand_out(work, rows, file, entry.measure.number, entry.measure.title)


def give_filed(work: Work, press: Press) -> None:
    """The office reads the evidence of what was filed, a handful of files at a tap."""
    rows = report_rows(work.session, press.target)
    if rows is None or rows.office.id != work.desk.office_id:
        raise NotAllowed
    newest = newest_revision(work.session, rows.report.id)
    if newest is None:
        raise Stale
    files = [(e, file) for e in filed_content(newest).entries for file in e.evidence]
    start = int(press.argument) if press.argument.isdecimal() else 0
    end = start + MOST_AT_ONCE
    for entry, file in files[start:end]:
        _hand_out(work, rows, file, entry.measure.number, entry.measure.title)
    if files[end:]:
        more = Press(Action.EVIDENCE_FILED, rows.report.id, str(end))
        label = button(work.language, "evidence-button-more", more, count=len(files[end:]))
        text = say(work.language, "evidence-filed-more", given=end, count=len(files))
        work.tell("evidence-filed", [Message(text, ((label,),))])


def _hand_out(work: Work, rows: ReportRows, file: EvidenceFile, number: str, title: str) -> None:
    document = Document(
        office_id=rows.office.id,
        kind=DocumentKind.KEPT,
        report_id=rows.report.id,
        language=work.language,
        as_of=work.now,
        file_name=file.name,
        sha256=file.sha256,
    )
    caption = say(
        work.language,
        "evidence-file-caption",
        unit=rows.unit.name,
        number=number,
        title=title,
        times=own_timetable(work, work.language, rows),
    )
    work.hand_out(work.writer.user_id, document, caption)


def _own_evidence(work: Work, evidence_id: int) -> tuple[Evidence, ReportRows]:
    """Looked up now. Raises NotAllowed for what is not the person's to see.

    That is all of a unit for which they file; of one that they help, what they sent themselves and
    what shows the measures that they were asked for.
    """
    evidence = work.session.get(Evidence, evidence_id)
    if evidence is None:
        raise NotAllowed
    rows = open_to(work, evidence.report_id)
    is_seen = evidence.entry_id is not None and working(work, rows).has(evidence.entry_id)
    is_whole = rows.unit.id in work.filing_unit_ids()
    if not is_whole and not is_seen and evidence.person_id != work.writer.id:
        raise NotAllowed
    return evidence, rows
