"""Files that have waited with their measure's number are its evidence once it can be changed."""

from dialog.captions import free_name, is_a_name, named_by, read_caption
from dialog.evidence import FilesAt, placed_lines
from handlers.at_report import open_question, working
from handlers.kept_files import kept_files
from models.conversations import conversation_of
from models.cycles import Entry
from models.evidence import Evidence, place_evidence, waiting_files
from models.filing import note_change
from models.views import ReportRows
from models.work import Work
from vocabulary.report import ReportEntry


def place_kept(work: Work, rows: ReportRows) -> str:
    """What has waited until the report can be written is with its measures now: a line on it."""
    lines = []
    waiting = waiting_files(work.session, work.writer.id, rows.report.id)
    for kept in kept_files(working(work, rows), waiting):
        named, files = kept.entry, kept.files
        if named is None:
            continue
        entry_row = work.session.get_one(Entry, named.entry_id)
        note_change(work.session, rows.report, now=work.now)
        name_files(work, files, named)
        for file in files:
            file.caption = ""
            place_evidence(work.session, rows.report, file, entry_row, now=work.now)
        entry = working(work, rows).entry(named.entry_id)
        here = [FilesAt(entry, files[0].id, [file.name for file in files])]
        lines += placed_lines(work.language, here)
    return "\n".join(lines)


def name_files(work: Work, evidence: list[Evidence], to: ReportEntry) -> None:
    """As their captions call them, and each otherwise than the entry's other files."""
    now = open_question(conversation_of(work.session, work.writer.id))
    own = {one.id for one in evidence}
    taken = [file.name for file in to.evidence if file.evidence_id not in own]
    for one in evidence:
        if not one.filed:
            whole = read_caption(to, now, one.caption).is_name and is_a_name(one.caption)
            one.name = free_name(named_by(one.caption, one.name, whole=whole), taken)
        taken.append(one.name)
