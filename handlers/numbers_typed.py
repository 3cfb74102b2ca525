"""A number typed where something is asked: a measure's, or a figure."""

from dialog.doubts import doubted_indicator
from dialog.layout import Rows, button, cut
from dialog.measure_numbers import entry_numbered, entry_told_of, entry_within, is_only_a_measure
from dialog.not_due import with_later
from dialog.outcome import SHORT_LIMIT, Note
from dialog.placing import Question
from dialog.press import Action, Press
from dialog.steps import Step, step_to_ask
from dialog.sums import likely_offered
from dialog.words import cleaned, is_number
from handlers.at_report import ask, ask_again, whole
from models.views import ReportRows
from models.work import Work
from texts.wording import listed
from vocabulary.report import AskedIndicator, ReportEntry, WorkingReport


def is_a_measures_number(work: Work, report: WorkingReport, asked: Question, text: str) -> bool:
    """A number alone leads to the measure that has it, or it is asked whether it is a figure.

    Where a figure is asked it is one, but for the measure's own number: that may well be typed to
    look at it again.
    """
    entry, named = report.entry(asked.entry_id), entry_numbered(report, text)
    can_be_amount = is_number(text) and not is_only_a_measure(text)
    is_figure = asked.step is Step.FIGURE and can_be_amount and named is not entry
    if named is None or is_figure:
        return False
    indicator = figure_meant(entry, asked)
    if indicator is None or not can_be_amount:
        if named is entry:
            ask_again(work, report, asked)
        else:
            ask(work, report, named, step_to_ask(named))
        return True
    facts = {
        "said": cut(cleaned(text), SHORT_LIMIT),
        "name": indicator.name,
        "unit": indicator.unit_of_measure,
    }
    go_there = Press(Action.ENTRY, named.entry_id)
    go = button(work.language, "button-go-to", go_there, number=named.measure.number)
    figure = likely_offered(work.language, entry, indicator.indicator_id, text)
    extra: Rows = (*figure, (go,))
    ask_again(work, report, asked, (Note("answer-number-either", facts),), extra=extra)
    return True


def is_number_not_asked_of_helper(
    work: Work, rows: ReportRows, report: WorkingReport, asked: Question, text: str
) -> bool:
    """The number alone of another measure of the report than the helper's; it may be a figure."""
    entry = report.entry(asked.entry_id)
    takes_figure = figure_meant(entry, asked) is not None
    if takes_figure and is_number(text) and not is_only_a_measure(text):
        return False
    not_theirs = not_the_helpers(work, rows, report, text)
    if not_theirs is None:
        return False
    ask_again(work, report, asked, (not_theirs,))
    return True


WORDS_NOT_THEIRS = "answer-not-helpers"
"""What a helper is told whose words are of another measure; they are given back with it."""


def not_the_helpers(work: Work, rows: ReportRows, report: WorkingReport, text: str) -> Note | None:
    """What to say to a helper who names another measure of the unit; None where they do not."""
    if rows.unit.id in work.filing_unit_ids():
        return None
    unit = with_later(whole(work, rows))
    told_of = entry_told_of(unit, text) or entry_within(unit, text)
    if told_of is None or report.has(told_of.entry_id):
        return None
    number = told_of.measure.number
    if entry_numbered(unit, text) is None:
        return Note(WORDS_NOT_THEIRS, {"number": number, "said": cut(cleaned(text), SHORT_LIMIT)})
    own = listed(work.language, [entry.measure.number for entry in report.entries])
    return Note("answer-not-helpers-number", {"number": number, "own": own})


def figure_meant(entry: ReportEntry, asked: Question) -> AskedIndicator | None:
    """Whose figure a number alone may be, also where words are asked for; None for no figure."""
    indicators = entry.measure.indicators
    match asked.step:
        case Step.EXPLAIN:
            return doubted_indicator(entry)
        case Step.FIGURE:
            return next((i for i in indicators if i.indicator_id == asked.indicator_id), None)
        case Step.STATUS | Step.TEXT:
            return next(iter(indicators), None)
    return None
