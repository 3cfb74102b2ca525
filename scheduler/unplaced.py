"""What somebody has sent for a report and given no place to yet, named in their reminders."""

from dialog.evidence import files_named
from dialog.layout import cut
from dialog.pasting import waiting_words
from models.conversations import conversation_of
from models.evidence import waiting_files
from models.pastes import waiting_paste
from models.people import Contact, Reach
from models.work import Work
from models.written import changes_of
from texts import plain, say
from texts.wording import listed

_SHOWN = 40
"""Characters by which a text is known again."""


def changes_line(work: Work, reach: Reach, report_id: int, language: str) -> str:
    """What the person would change of what is filed, and is not in the report yet."""
    contact = work.session.get(Contact, reach.contact_id)
    if contact is None or contact.person_id is None:
        return ""
    words = [one.words for one in changes_of(work.session, contact.person_id, [report_id])]
    if not words:
        return ""
    quoted = [plain(language, "notice-waits-words", words=cut(one, _SHOWN)) for one in words]
    what = plain(language, "waits-on-change", count=len(words))
    return say(language, "notice-changes-wait", what=what, named=listed(language, quoted))


def unplaced_line(work: Work, reach: Reach, report_id: int, language: str) -> str:
    """How much of what there is, and what it is; empty where nothing waits."""
    contact = work.session.get(Contact, reach.contact_id)
    if contact is None or contact.person_id is None:
        return ""
    conversation = conversation_of(work.session, contact.person_id)
    paste = waiting_paste(work.session, contact.person_id, report_id)
    files = [one.name for one in waiting_files(work.session, contact.person_id, report_id)]
    text = conversation.held_text if conversation.report_id == report_id else ""
    counts = {"text": int(bool(text)), "pasted": int(paste is not None), "file": len(files)}
    words = [text] if text else []
    words += [waiting_words(paste.text)] if paste is not None else []
    if not words and not files:
        return ""
    quoted = [plain(language, "notice-waits-words", words=cut(one, _SHOWN)) for one in words]
    named = [*quoted, *([files_named(language, files)] if files else [])]
    what = [plain(language, f"waits-on-{kind}", count=n) for kind, n in counts.items() if n]
    return say(language, "notice-waits", what=listed(language, what), named=listed(language, named))
