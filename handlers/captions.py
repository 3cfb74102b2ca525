"""The caption of a file was edited: the words that came with it are read anew."""

from dataclasses import replace

from dialog.caption_measures import split_caption, words_where_asked
from dialog.layout import cut
from dialog.not_due import with_later
from dialog.picture_names import describes_files, own_name
from dialog.words import cleaned
from handlers import editing
from handlers.at_report import Typed, own_entry, reshow
from handlers.evidence import place_waiting, rename, take_words
from models.evidence import Evidence, evidence_of_message
from models.filing import is_writable, note_change
from models.work import Work
from models.written import BY_ONE_MESSAGE, Written, WrittenAs, written
from texts import say
from vocabulary.report import WorkingReport


def take_edit(work: Work, typed: Typed) -> None:
    """Where the caption has answered something its answer changes; else it is its first word."""
    row = written(work.session, work.writer.id, typed.message_id)
    evidence = evidence_of_message(work.session, work.writer.id, typed.message_id)
    if row is not None:
        _take_anew(work, row, evidence, typed)
    elif evidence is None:
        reshow(work, say(work.language, "edit-of-nothing"))
    elif evidence.entry_id is None:
        place_waiting(work, evidence, typed.text)
    else:
        _take_first(work, evidence.entry_id, evidence, typed)


def _take_anew(work: Work, row: Written, evidence: Evidence | None, typed: Typed) -> None:
    """As an edited text, but for the number of its measure in front."""
    entry_id = row.entry_id or (evidence.entry_id if evidence else None)
    words = typed.text
    if entry_id is not None and row.kind in {*BY_ONE_MESSAGE, WrittenAs.HELD}:
        _, report, entry = own_entry(work, entry_id)
        own_words = _words_for(report, entry_id, typed.text)
        if own_words is None:
            number = cut(entry.measure.number, 12)
            reshow(work, say(work.language, "edit-of-caption-elsewhere", number=number))
            return
        words = own_words
    editing.take_edit(work, replace(typed, text=words), of_file=True)


def _take_first(work: Work, entry_id: int, evidence: Evidence, typed: Typed) -> None:
    """The file had no words but its name, and belongs to a measure by now."""
    rows, report, entry = own_entry(work, entry_id)
    words = _words_for(report, entry_id, typed.text)
    number = cut(entry.measure.number, 12)
    if words is not None and own_name(words) and not evidence.filed:
        rename(evidence, entry, words)
        note_change(work.session, rows.report, now=work.now)
        reshow(work, say(work.language, "edit-of-file-name", number=number, name=evidence.name))
    elif words is not None and (not cleaned(words) or describes_files(words)):
        reshow(work, say(work.language, "edit-of-file", number=number))
    elif words is None:
        reshow(work, say(work.language, "edit-of-caption-elsewhere", number=number))
    elif not is_writable(rows.report):
        reshow(work, say(work.language, "edit-of-caption-filed", number=number))
    else:
        take_words(
            work, rows, report, entry, words, message_ids=[typed.message_id], beside=evidence
        )


def _words_for(report: WorkingReport, entry_id: int, caption: str) -> str | None:
    """The caption without its measure's number; None where it names another measure."""
    named, words = split_caption(with_later(report), caption)
    if named is None:
        return words_where_asked(report, report.entry(entry_id), words)
    return words if named.entry_id == entry_id else None
