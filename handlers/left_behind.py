"""Who may write in a report no more leaves nothing behind that waits there for its place.

It goes to whoever has their post now, or back to them in full; and it is said which.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dialog.held import held_returned
from dialog.pasting import pasted_returned
from dialog.placing import Question
from handlers.at_report import held_place
from handlers.remembering import forget_held, held_behind, held_messages
from models.conversations import Conversation, conversation_of, let_go
from models.evidence import Evidence
from models.left_behind import files_left, pastes_left, upload_left
from models.pastes import Paste, PasteState, settle_paste
from models.uploads import Upload
from models.views import ReportRows, report_rows
from models.work import Work
from models.written import Written, changes_of, settle_change
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import Stale


@dataclass(frozen=True, slots=True)
class Left:
    """texts: of the report, each with the question that it may go on with. report_id: of those.

    upload: a form or an edited draft that was shown, and waits for the tap.
    changes: of what is filed, which wait for the reason of a correction.
    """

    texts: tuple[tuple[str, Question | None], ...]
    report_id: int | None
    pastes: tuple[Paste, ...]
    files: tuple[Evidence, ...]
    upload: Upload | None = None
    changes: tuple[Written, ...] = ()

    def named(self, language: str) -> str:
        """How much of what there is; empty where nothing waits."""
        counts = {
            "waits-on-text": len(self.texts),
            "waits-on-change": len(self.changes),
            "waits-on-pasted": len(self.pastes),
            "waits-on-file": len(self.files),
        }
        if self.upload is not None:
            counts[f"waits-on-{self.upload.kind}"] = 1
        return listed(language, (plain(language, key, count=n) for key, n in counts.items() if n))


NOTHING = Left((), None, (), ())


def leave_reports(theirs: Work, report_ids: Collection[int]) -> Left:
    """The person is asked nothing there any more. What waited is kept by nobody until it is given.

    theirs: the work as that person would do it.
    """
    conversation = conversation_of(theirs.session, theirs.writer.id)
    is_there = conversation.report_id in report_ids
    texts = tuple(_texts_let_go(theirs, conversation)) if is_there else ()
    left = Left(
        texts,
        conversation.report_id if is_there else None,
        tuple(pastes_left(theirs.session, theirs.writer.id, report_ids)),
        tuple(files_left(theirs.session, theirs.writer.id, report_ids)),
        upload_left(theirs.session, theirs.writer.id, report_ids),
        tuple(changes_of(theirs.session, theirs.writer.id, report_ids)),
    )
    if is_there:
        _ask_nothing_of(conversation)
    return left


def _texts_let_go(
    theirs: Work, conversation: Conversation
) -> Iterable[tuple[str, Question | None]]:
    """The one that is asked about first, and what came as several messages each by itself."""
    while conversation.held_text:
        place = held_behind(theirs) or held_place(conversation)
        for words in held_messages(theirs) or [conversation.held_text]:
            yield words, place
        forget_held(theirs)
        let_go(conversation)


def _ask_nothing_of(conversation: Conversation) -> None:
    conversation.entry_id, conversation.indicator_id = None, None
    conversation.step, conversation.shows, conversation.aside = "", "", ""


def return_left(theirs: Work, left: Left) -> None:
    """The person gets their words back in full; a file that is of no measure is listed nowhere."""
    chat_id, language = theirs.writer.user_id, theirs.language
    for text, _ in left.texts:
        for message in held_returned(language, text):
            theirs.send(chat_id, message)
    for paste in left.pastes:
        month = rows_of(theirs, paste.report_id).cycle.period
        for message in pasted_returned(language, paste.text, month=month):
            theirs.send(chat_id, message)
        settle_paste(paste, PasteState.DROPPED, now=theirs.now, left=paste.text)
    for row in left.changes:
        for message in held_returned(language, row.words):
            theirs.send(chat_id, message)
        settle_change(row)
    for one in left.files:
        one.taken_at = theirs.now
    if left.files:
        files = listed(language, (one.name for one in left.files))
        theirs.say("waits-on-files-not-listed", files=files, count=len(left.files))


def rows_of(work: Work, report_id: int) -> ReportRows:
    rows = report_rows(work.session, report_id)
    if rows is None:
        raise Stale
    return rows


def told_passed_on(language: str, left: Left, *, name: str) -> str:
    """For whose it was: who has it now. Empty where nothing waited."""
    what = left.named(language)
    return say(language, "waits-on-passed", name=name, what=what) if what else ""
