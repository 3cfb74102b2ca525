"""An answer is stored, and the report goes on with what it lacks."""

from dataclasses import replace

from dialog.checks import step_past_told
from dialog.completion import keep_text
from dialog.doubt_answers import meant_as_figure, meant_as_reason
from dialog.edits import (
    Given,
    Overtaken,
    behind_text,
    goes_on,
    instead_of_text,
    reason_of,
    without_it,
)
from dialog.lacks import OTHER, lack_moved, lack_stands_in
from dialog.layout import Rows, button, cut
from dialog.outcome import Accepted, Note, Refused, appended
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.questions import answered
from dialog.steps import Step, asked_at_once, is_complete, step_to_ask
from dialog.stray_words import stray_told
from handlers.at_report import (
    ask,
    ask_again,
    note,
    own_entry,
    record,
    require_writable,
    working,
)
from handlers.explaining import go_on_with_report
from handlers.remembering import follow_righted, given_by, remember_answer
from models.cycles import Entry
from models.views import ReportRows, writing_state
from models.work import Work
from models.written import Written, written
from vocabulary.errors import Stale
from vocabulary.report import ReportEntry, WorkingReport


def accept_words(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    given: Given,
    answer: Accepted,
    *,
    message_id: int,
    extra: Rows = (),
) -> None:
    """As `accept`; but words that go on with a complete measure's are shown there, to be undone.

    What was taken as the reason for a doubt can be put into the text.
    """
    entry = report.entry(given.question.entry_id)
    after = replace(entry, content=answer.content)
    is_of_doubt = given.question.step is Step.EXPLAIN
    if is_of_doubt and reason_of(given):
        number = cut(entry.measure.number, 12)
        press = Press(Action.WORDS_TEXT, entry.entry_id, str(message_id))
        to_text = button(work.language, "button-reason-to-text", press, number=number)
        told = replace(answer, notes=(*answer.notes, Note("answer-kept-as-explanation")))
        accept(work, rows, report, given.question, told, extra=((to_text,),))
        return
    if where := lack_stands_in(answer):
        number = cut(entry.measure.number, 12)
        press = Press(Action.WORDS_LACK, entry.entry_id, str(message_id))
        offer = button(work.language, "button-lack", press, number=number, where=OTHER[where])
        accept(work, rows, report, given.question, answer, extra=((offer,),))
        return
    is_text = is_of_doubt and given.before.figures == given.after.figures
    if not (is_addition(entry, given) or (is_text and goes_on(given) and is_complete(after))):
        accept(work, rows, report, given.question, answer, extra=extra)
        return
    record(work, rows, entry.entry_id, answer.content)
    report = working(work, rows)
    entry = report.entry(entry.entry_id)
    asked = Question(entry.entry_id, *step_to_ask(entry))
    ask(work, report, entry, step_to_ask(entry))
    ways = ways_back(work.language, entry, given, message_id)
    ask_again(work, report, asked, answer.notes, extra=ways)


def is_addition(entry: ReportEntry, given: Given) -> bool:
    """Whether the words go on with those of a measure that was complete, and is so with them."""
    after = replace(entry, content=given.after)
    return goes_on(given) and is_complete(entry) and is_complete(after)


def ways_back(language: str, entry: ReportEntry, given: Given, message_id: int) -> Rows:
    """[只留刚才这条] and [撤回刚才这条], as far as the entry still says what the message gave."""
    ways = (
        ("button-words-only", Action.WORDS_ONLY, instead_of_text(entry, given)),
        ("button-words-back", Action.WORDS_BACK, without_it(entry, given)),
    )
    found = tuple(
        button(language, key, Press(action, entry.entry_id, str(message_id), entry.version))
        for key, action, left in ways
        if not isinstance(left, Overtaken)
    )
    return (found,) if found else ()


def way_behind(language: str, entry: ReportEntry, given: Given, message_id: int) -> Rows:
    """[接在原文后面], where words took the place of a text with which all was answered."""
    after = replace(entry, content=given.after)
    is_whole = is_complete(entry) and is_complete(after)
    if not is_whole or isinstance(behind_text(after, given), Overtaken):
        return ()
    press = Press(Action.WORDS_BEHIND, entry.entry_id, str(message_id))
    number = cut(entry.measure.number, 12)
    return ((button(language, "button-words-behind", press, number=number),),)


def put_behind(work: Work, press: Press) -> None:
    """Words that took the place of a text go on with it after all."""
    rows, _, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _answer_of(work, entry, press)
    given = given_by(row)
    content = behind_text(entry, given)
    if isinstance(content, Overtaken):
        raise Stale
    given = replace(given, after=content, is_more=True)
    remember_answer(work, [row.message_id], given, numbered=row.numbered)
    record(work, rows, entry.entry_id, content)
    report = working(work, rows)
    entry = report.entry(entry.entry_id)
    asked = Question(entry.entry_id, *step_to_ask(entry))
    ask(work, report, entry, step_to_ask(entry))
    ways = ways_back(work.language, entry, given, row.message_id)
    ask_again(work, report, asked, (Note("answer-text-goes-on"),), extra=ways)


def settle_doubt(work: Work, press: Press) -> None:
    """Words with another amount in them are what the button says: the right figure, or why."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _said_at_doubt(work, entry, press)
    if not row.words:
        raise Stale
    is_figure = press.action is Action.WORDS_FIGURE
    answer = (meant_as_figure if is_figure else meant_as_reason)(entry, row.words)
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
        return
    given = Given(Question(entry.entry_id, Step.EXPLAIN), entry.content, answer.content)
    message_id = row.message_id
    remember_answer(work, [message_id], given)
    accept_words(work, rows, report, given, answer, message_id=message_id)


def _message_of(work: Work, entry: ReportEntry, press: Press) -> Written:
    """The person's message that the button names. Raises Stale where it is not of the entry."""
    number = press.argument
    row = written(work.session, work.writer.id, int(number)) if number.isdecimal() else None
    if row is None or row.entry_id != entry.entry_id:
        raise Stale
    return row


def _said_at_doubt(work: Work, entry: ReportEntry, press: Press) -> Written:
    """Raises Stale where it was not sent to a doubt."""
    row = _message_of(work, entry, press)
    if row.step != Step.EXPLAIN.value:
        raise Stale
    return row


def _answer_of(work: Work, entry: ReportEntry, press: Press) -> Written:
    """Raises Stale where it gave no answer."""
    row = _message_of(work, entry, press)
    if not row.content_after:
        raise Stale
    return row


def reason_to_text(work: Work, press: Press) -> None:
    """What was taken as a reason goes on with the text; what is doubtful is asked about again."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _said_at_doubt(work, entry, press)
    given = given_by(row)
    left = without_it(entry, given)
    if isinstance(left, Overtaken) or not (reason := reason_of(given)):
        raise Stale
    answer = keep_text(replace(entry, content=left), appended(left.text, reason))
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
        return
    asked = Question(entry.entry_id, Step.TEXT)
    taken = Given(asked, left, answer.content, is_more=True)
    remember_answer(work, [row.message_id], taken)
    told = replace(answer, notes=(*answer.notes, Note("answer-reason-to-text")))
    accept(work, rows, report, asked, told)


def move_lack(work: Work, press: Press) -> None:
    """What a message told of a lack beside its figure is the problem, or stands in the text."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _answer_of(work, entry, press)
    given = given_by(row)
    answer = lack_moved(entry, given)
    if answer is None:
        raise Stale
    if isinstance(answer, Refused):
        ask(work, report, entry, step_to_ask(entry), (note(answer),))
        return
    meant = lack_moved(replace(entry, content=given.after), given)
    if isinstance(meant, Accepted):
        given = replace(given, after=meant.content)
    remember_answer(work, [row.message_id], given, numbered=row.numbered)
    accept(work, rows, report, given.question, answer)


def change_words(work: Work, press: Press) -> None:
    """Words that went on with a text become all of it, or are taken back."""
    rows, report, entry = own_entry(work, press.target)
    require_writable(work, rows)
    row = _answer_of(work, entry, press)
    given, is_back = given_by(row), press.action is Action.WORDS_BACK
    content = (without_it if is_back else instead_of_text)(entry, given)
    if press.version != entry.version or isinstance(content, Overtaken):
        raise Stale
    blank = replace(given.before, text="")
    given = replace(
        given,
        before=given.before if is_back else blank,
        after=given.before if is_back else content,
    )
    remember_answer(work, [row.message_id], given, numbered=row.numbered)
    record(work, rows, entry.entry_id, content)
    report = working(work, rows)
    entry = report.entry(entry.entry_id)
    told = Note("answer-words-back" if is_back else "answer-words-only")
    ask(work, report, entry, step_to_ask(entry), (told,))


def accept(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    asked: Question,
    answer: Accepted,
    *,
    names_evidence: bool = True,
    extra: Rows = (),
) -> None:
    """Stores the answer, and goes on with the report as it has become.

    extra: further buttons on the next card, on top.
    """
    record(work, rows, asked.entry_id, answer.content)
    entry = report.entry(asked.entry_id)
    follow_righted(work, entry.entry_id, answer, entry.content)
    row = work.session.get_one(Entry, entry.entry_id)
    answered_entry = replace(
        entry,
        content=answer.content,
        skipped=False,
        version=row.version,
        answered_by_id=row.answered_by_id,
        answered=None,
    )
    changed = replace(
        report,
        version=rows.report.version,
        state=writing_state(rows.report),
        entries=tuple(answered_entry if e is entry else e for e in report.entries),
    )
    notes = (
        *answer.notes,
        *stray_told(changed, entry.content, answered_entry),
        *step_past_told(entry, answered_entry, report.period),
    )
    go_on(work, rows, changed, asked, notes, names_evidence=names_evidence, extra=extra)


def go_on(
    work: Work,
    rows: ReportRows,
    report: WorkingReport,
    after: Question,
    notes: tuple[Note, ...] = (),
    *,
    names_evidence: bool = True,
    extra: Rows = (),
) -> None:
    """Asks what the entry still lacks, else what the report still lacks, else shows the preview."""
    entry = report.entry(after.entry_id)
    step = asked_at_once(report, entry)
    if step is not None:
        ask(work, report, entry, step, notes, after=after, extra=extra)
        return
    saved = answered(work.language, entry, notes, names_evidence=names_evidence)
    go_on_with_report(work, rows, saved, after=after, extra=extra)
