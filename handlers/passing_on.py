"""What waited with somebody whose post passes on waits with the successor, who is told."""

from collections.abc import Sequence

from dialog.held import held_returned
from dialog.layout import Rows, button
from dialog.placing import Question
from dialog.press import SHOW_AGAIN, Action, Press
from handlers.at_report import hold_nowhere, hold_place, put_away
from handlers.evidence import ask_where
from handlers.left_behind import Left, rows_of
from models.conversations import conversation_of, set_text_aside
from models.evidence import Evidence
from models.left_behind import files_pass_on
from models.uploads import Upload, UploadKind
from models.views import ReportRows
from models.work import Work
from models.written import keep_left, pass_changes_on
from texts import say
from vocabulary.message import Message


def pass_on(work: Work, left: Left, *, before: str) -> None:
    """All of it waits with the writer from now on, and that is said. before: whose it was."""
    what = left.named(work.language)
    if not what:
        return
    told = say(work.language, "waits-on-yours", before=before, what=what)
    work.reply(Message(told, _way_to(work, left.upload)))
    if left.upload is not None:
        left.upload.person_id = work.writer.id
    if left.texts and left.report_id is not None:
        _take_texts(work, rows_of(work, left.report_id), left.texts, whose=before)
    for paste in left.pastes:
        paste.person_id = work.writer.id
    pass_changes_on(work.session, left.changes, work.writer)
    for report_id in dict.fromkeys(one.report_id for one in left.files):
        _take_files(
            work, rows_of(work, report_id), [f for f in left.files if f.report_id == report_id]
        )


def _way_to(work: Work, upload: Upload | None) -> Rows:
    """What shows a form or an edited draft once more, and what it would change by now."""
    if upload is None:
        return ()
    press = (
        Press(Action.FORM_LOAD, upload.id, SHOW_AGAIN)
        if upload.kind is UploadKind.FORM
        else Press(Action.WORD_PAGE, upload.id, "0")
    )
    return ((button(work.language, f"waits-on-button-{upload.kind}", press),),)


def _take_texts(
    work: Work, rows: ReportRows, texts: Sequence[tuple[str, Question | None]], *, whose: str
) -> None:
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
        keep_left(work.session, work.writer.id, text, whose=whose, now=work.now)
        if about is None:
            hold_nowhere(conversation)
        else:
            hold_place(conversation, about)


def _take_files(work: Work, rows: ReportRows, files: Sequence[Evidence]) -> None:
    files_pass_on(files, work.writer)
    ask_where(work, rows, is_new=True)
