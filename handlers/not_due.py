"""A measure that comes quarterly is named in a month in which it is not due."""

from dialog.answers import typed
from dialog.layout import Rows
from dialog.not_due import may_count, not_due_named, told_not_due
from dialog.outcome import SHORT_LIMIT, Accepted
from dialog.pasting import parts_of
from dialog.placing import Question, Sight
from dialog.problems_beside import told_beside
from dialog.steps import Step
from dialog.sums import likely_offered
from dialog.words import cleaned
from handlers.at_report import (
    Shows,
    Typed,
    ask_again,
    open_question,
    reports_at_hand,
    show_card,
    show_preview,
    sight,
    working,
)
from handlers.holding import ask_place
from handlers.numbers_typed import figure_meant
from handlers.pasting import give_back
from handlers.problems import answer_beside, offer_answer
from models.conversations import PASTED, Conversation
from models.filing import is_writable
from models.views import ReportRows
from models.work import Work
from texts import say
from vocabulary.report import WorkingReport


def is_told(work: Work, conversation: Conversation, written: Typed) -> bool:
    """Whether the words are of such a measure: it is said when it is due, and nothing is stored."""
    now = open_question(conversation)
    at_hand = [(rows, working(work, rows)) for rows in reports_at_hand(work, conversation)]
    if now is not None:
        at_hand = [(rows, report) for rows, report in at_hand if report.has(now.entry_id)]
    named = [not_due_named(report, written.text) for _, report in at_hand]
    if not at_hand or conversation.step == PASTED:
        return False
    rows, report = at_hand[0]
    beside = told_beside(report, written.text) if not parts_of(report, written.text) else None
    if beside is not None and beside.speaks_of_problem:
        answer_beside(work, beside)
        return True
    if None in named:
        return False
    measure, is_alone = named[0], may_count(written.text)
    unseen = written.reply_to is not None or sight(work, conversation, written) is not Sight.SEEN
    if measure is None or (is_alone and unseen) or _is_more(report, now, written.text):
        return False
    indicator = figure_meant(report.entry(now.entry_id), now) if now and is_alone else None
    extra: Rows = ()
    if now is not None and indicator is not None:
        entry = report.entry(now.entry_id)
        extra = likely_offered(work.language, entry, indicator.indicator_id, written.text)
    told = told_not_due(
        work.language,
        report,
        measure,
        written.text,
        figure_of=indicator.name if indicator and extra else "",
    )
    if len(cleaned(written.text)) > SHORT_LIMIT:
        give_back(work, [cleaned(written.text)])
    offered, answering = offer_answer(work, beside, written)
    line = "\n".join(filter(None, (say(work.language, told.text_key, **told.facts), offered)))
    _show(work, conversation, rows, line, (*answering, *extra))
    return True


def _is_more(report: WorkingReport, now: Question | None, text: str) -> bool:
    """Whether it is the figure that is asked, or tells of measures that are due as well."""
    if now is not None and now.step is Step.FIGURE:
        answer = typed(report.entry(now.entry_id), now.step, now.indicator_id, text)
        if isinstance(answer, Accepted):
            return True
    return bool(parts_of(report, text))


def _show(work: Work, conversation: Conversation, rows: ReportRows, line: str, extra: Rows) -> None:
    """Above whatever the person has before them."""
    now = open_question(conversation)
    is_question = now is not None and conversation.shows == Shows.QUESTION
    if conversation.held_text and not is_question:
        ask_place(work, conversation, rows, line=line, extra=extra)
    elif now is not None and is_writable(rows.report):
        ask_again(work, working(work, rows), now, line=line, extra=extra)
    elif conversation.shows == Shows.PREVIEW:
        show_preview(work, rows, line, extra=extra)
    else:
        show_card(work, rows.report.id, line=line, extra=extra)
