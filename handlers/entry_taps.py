"""Taps on an entry: an answer, or a step to another question."""

from dialog.answers import tapped
from dialog.edits import Given
from dialog.outcome import Note, Refused
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.questions import standing
from dialog.steps import (
    Step,
    first_step,
    next_entry,
    previous_step,
    read_step,
    step_argument,
    step_to_ask,
)
from dialog.sums import message_carried
from handlers.accepting import accept, go_on
from handlers.at_report import (
    ask,
    ask_again,
    note,
    open_question,
    own_entry,
    record,
    require_writable,
    show_card,
    working,
)
from handlers.colliding import collides, name_of_theirs
from handlers.explaining import ask_upcoming
from handlers.remembering import remember_answer, remember_unwritten
from models.conversations import conversation_of
from models.filing import is_writable
from models.work import Work
from models.written import Written, written
from vocabulary.errors import Stale
from vocabulary.report import ReportEntry, WorkingReport


def show_entry(work: Work, press: Press) -> None:
    """Jumps to the entry, at the step that the button names, or where it stopped."""
    rows, report, entry = own_entry(work, press.target)
    if is_writable(rows.report):
        ask(work, report, entry, read_step(entry, press.argument) or step_to_ask(entry))
    else:
        show_card(work, rows.report.id)


def answer_by_tap(work: Work, press: Press) -> None:
    """A button of a question gives an answer: it is stored before the next question is asked."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _written_beside(work, entry, press)
    answer = tapped(entry, press, row.words if row else "")
    if answer is None:
        raise Stale
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
        return
    conversation = conversation_of(work.session, work.writer.id)
    asked = open_question(conversation)
    if asked is None or asked.entry_id != entry.entry_id:
        asked = Question(entry.entry_id, Step.STATUS)
    elif press.version != entry.version and collides(work, conversation, entry, answer):
        _tell_changed(work, report, entry, asked)
        return
    if row and row.words:
        of_figure = Question(entry.entry_id, Step(row.step), row.indicator_id)
        remember_answer(work, [row.message_id], Given(of_figure, entry.content, answer.content))
    elif press.action in {Action.SAME, Action.HIGHLIGHT_USE}:
        stored = (entry.entry_id, entry.content, answer.content)
        remember_unwritten(work, rows.report.id, [stored])
    accept(work, rows, report, asked, answer)


def _written_beside(work: Work, entry: ReportEntry, press: Press) -> Written | None:
    """The person's message out of whose words the button takes a figure."""
    message_id = message_carried(press)
    row = written(work.session, work.writer.id, message_id) if message_id is not None else None
    return row if row is not None and row.entry_id == entry.entry_id else None


def _tell_changed(work: Work, report: WorkingReport, entry: ReportEntry, asked: Question) -> None:
    """A colleague has changed what the button would have changed, and the tapper did not see it."""
    told = Note(
        "tap-changed-meanwhile",
        {
            "by": name_of_theirs(entry),
            "status": standing(work.language, entry.measure, entry.content),
        },
    )
    ask(work, report, entry, (asked.step, asked.indicator_id), (told,))


def choose_help(work: Work, press: Press) -> None:
    """Somebody who would have to help is named, or no more; the question stays.

    An old button leads to the next step, where it is asked still.
    """
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    answer = tapped(entry, press)
    if answer is None:
        raise Stale
    notes: tuple[Note, ...] = ()
    if isinstance(answer, Refused):
        notes = (note(answer),)
    else:
        record(work, rows, entry.entry_id, answer.content)
        report = working(work, rows)
        entry = report.entry(entry.entry_id)
    asked = open_question(conversation_of(work.session, work.writer.id))
    if asked is not None and asked.entry_id == entry.entry_id:
        ask_again(work, report, asked, notes)
    else:
        step = read_step(entry, step_argument(Step.NEXT_STEP)) or step_to_ask(entry)
        ask(work, report, entry, step, notes)


def rechoose_status(work: Work, press: Press) -> None:
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    ask(work, report, entry, (first_step(entry.measure), None))


def keep_answer(work: Work, press: Press) -> None:
    """The step's answer stays as it is: on to what comes after it."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    step, indicator_id = read_step(entry, press.argument) or step_to_ask(entry)
    go_on(work, rows, report, Question(entry.entry_id, step, indicator_id))


def skip_entry(work: Work, press: Press) -> None:
    rows, _, entry = own_entry(work, press.target)
    require_writable(work, rows)
    skipped = open_question(conversation_of(work.session, work.writer.id))
    record(work, rows, entry.entry_id, entry.content, skipped=True)
    report = working(work, rows)
    upcoming = next_entry(report, after=entry.entry_id)
    if upcoming is None or upcoming.entry_id == entry.entry_id:
        show_card(work, report.report_id)
    else:
        ask_upcoming(work, rows, report, upcoming, after=skipped)


def back_to_previous(work: Work, press: Press) -> None:
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    asked = read_step(entry, press.argument) or step_to_ask(entry)
    before = previous_step(report, entry.entry_id, *asked)
    if before is None:
        show_card(work, report.report_id)
    else:
        ask(work, report, before[0], before[1:])
