"""Who may write in a report no more leaves nothing behind that waits there for its place.

It goes to whoever has their post now, and both are told.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dialog.held import held_returned
from dialog.placing import Question
from handlers.at_report import held_place, hold_nowhere, hold_place, put_away
from handlers.evidence import ask_where
from handlers.remembering import forget_held, held_behind
from models.conversations import Conversation, conversation_of, let_go, set_text_aside
from models.evidence import Evidence
from models.left_behind import files_left, files_pass_on, pastes_left
from models.pastes import Paste
from models.views import ReportRows, report_rows
from models.work import Work
from texts import plain, say
from texts.wording import listed
from vocabulary.errors import Stale


@dataclass(frozen=True, slots=True)
class Left:
    """texts: of the report, each with the question that it may go on with. report_id: of those."""

    texts: tuple[tuple[str, Question | None], ...]
    report_id: int | None
    pastes: tuple[Paste, ...]
    files: tuple[Evidence, ...]

    def named(self, language: str) -> str:
        """How much of what there is; empty where nothing waits."""
        counts = {
            "waits-on-text": len(self.texts),
            "waits-on-pasted": len(self.pastes),
            "waits-on-file": len(self.files),
        }
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
    )
    if is_there:
        _ask_nothing_of(conversation)
    return left


def _texts_let_go(
    theirs: Work, conversation: Conversation
) -> Iterable[tuple[str, Question | None]]:
    """The one that is asked about first."""
    while conversation.held_text:
        yield conversation.held_text, held_behind(theirs) or held_place(conversation)
        forget_held(theirs)
        let_go(conversation)


def _ask_nothing_of(conversation: Conversation) -> None:
    conversation.entry_id, conversation.indicator_id = None, None
    conversation.step, conversation.shows, conversation.aside = "", "", ""


def pass_on(work: Work, left: Left, *, before: str) -> None:
    """All of it waits with the writer from now on, and that is said. before: whose it was."""
    what = left.named(work.language)
    if not what:
        return
    work.say("waits-on-yours", before=before, what=what)
    if left.texts and left.report_id is not None:
        _take_texts(work, _rows(work, left.report_id), left.texts)
    for paste in left.pastes:
        paste.person_id = work.writer.id
    for report_id in dict.fromkeys(one.report_id for one in left.files):
        _take_files(
            work, _rows(work, report_id), [f for f in left.files if f.report_id == report_id]
        )


def _take_texts(work: Work, rows: ReportRows, texts: Sequence[tuple[str, Question | None]]) -> None:
    """They wait before what waits there already; where that is another report, all is given out."""
    conversation = conversation_of(work.session, work.writer.id)
    if conversation.held_text and conversation.report_id != rows.report.id:
        for text, _ in texts:
            for message in held_returned(work.language, text):
                work.reply(message)
        return
    if conversation.report_id != rows.report.id:
        put_away(work, rows)
    for text, about in reversed(texts):
        set_text_aside(conversation)
        conversation.held_text = text
        if about is None:
            hold_nowhere(conversation)
        else:
            hold_place(conversation, about)


def _take_files(work: Work, rows: ReportRows, files: Sequence[Evidence]) -> None:
    files_pass_on(files, work.writer)
    ask_where(work, rows, is_new=True)


def _rows(work: Work, report_id: int) -> ReportRows:
    rows = report_rows(work.session, report_id)
    if rows is None:
        raise Stale
    return rows


def told_passed_on(language: str, left: Left, *, name: str) -> str:
    """For whose it was: who has it now. Empty where nothing waited."""
    what = left.named(language)
    return say(language, "waits-on-passed", name=name, what=what) if what else ""
