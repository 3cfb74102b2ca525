"""A figure that tells only what was added, or only about: what is meant is offered."""

import re
from dataclasses import replace
from decimal import Decimal

from dialog.denials import named_instead
from dialog.figures import (
    PLACES,
    figure_guessed,
    figure_likely,
    figure_offered_by,
    growth_in_text,
    growth_said,
    shown_figure,
    told_for_last_month,
)
from dialog.layout import Rows, button, cut
from dialog.press import Action, Press
from texts.wording import number, when_told
from vocabulary.message import Button
from vocabulary.report import AskedIndicator, Figure, FiledFigure, ReportEntry

_LONGEST_ARGUMENT = 24  # characters that `Press` takes


def sum_offered(language: str, entry: ReportEntry, indicator_id: int, said: str = "") -> Rows:
    """One tap that makes it the figure of last time and what was added since.

    said: what was just typed as the figure; else the completion text is looked at, as far as it is
    not last month's. Where the words tell the figure of last time themselves, that counts. Empty
    where either part is not known exactly.
    """
    indicator = _indicator(entry, indicator_id)
    if indicator is None:
        return ()
    read, words = (growth_said, said) if said else (growth_in_text, _written_now(entry))
    added, told = read(indicator, words), told_for_last_month(indicator, words)
    before = _before(entry, indicator_id)
    if told is not None:
        before = FiledFigure(Figure(indicator_id, told))
    if added is None or before is None:
        return ()
    return _sum_button(language, entry, indicator, before, added)


def _written_now(entry: ReportEntry) -> str:
    """The lines of the text that were not taken over from last month's."""
    known = entry.last.text.split("\n") if entry.last else []
    return "\n".join(line for line in entry.content.text.split("\n") if line not in known)


def _sum_button(
    language: str,
    entry: ReportEntry,
    indicator: AskedIndicator,
    before: FiledFigure,
    added: Decimal,
) -> Rows:
    known = before.figure.value
    argument = None if known is None else _argument(indicator.indicator_id, known + added)
    if known is None or argument is None:
        return ()
    offer = button(
        language,
        "button-sum",
        Press(Action.SUM_FIGURE, entry.entry_id, argument, version=entry.version),
        total=cut(shown_figure(indicator, known + added), 20),
        before=number(known),
        added=number(added),
        when=when_told(language, entry.when(before)),
    )
    return ((offer,),)


def told_offered(language: str, entry: ReportEntry, indicator_id: int) -> Rows:
    """One tap that takes the figure which the completion text seems to tell: 累计3家, 压到30个月.

    Only where the measure has no other figure that the text could be about.
    """
    indicator = _indicator(entry, indicator_id)
    if indicator is None or len(entry.measure.indicators) != 1:
        return ()
    read = figure_offered_by(indicator, entry.content.text)
    argument = None if read is None or read.approximate else _argument(indicator_id, read.value)
    if read is None or argument is None:
        return ()
    press = Press(Action.TOLD_FIGURE, entry.entry_id, argument, version=entry.version)
    figure = cut(shown_figure(indicator, read.value), 20)
    return ((button(language, "button-told", press, figure=figure),),)


def is_growth(entry: ReportEntry, indicator_id: int | None, said: str = "") -> bool:
    """Whether the total that fell is rather what was added in the month.

    said: what was just typed at the doubt; else the completion text tells just that number, or
    tells none and the figure is far below the total of last time.
    """
    indicator = None if indicator_id is None else _indicator(entry, indicator_id)
    before = None if indicator is None else _value_before(entry, indicator.indicator_id)
    if indicator is None or before is None:
        return False
    if said:
        return growth_said(indicator, said) is not None
    figure = entry.content.figure(indicator.indicator_id)
    if figure is None or figure.value is None:
        return False
    added = growth_in_text(indicator, entry.content.text)
    if added is None:
        return not figure.approximate and 0 < figure.value * _FAR_BELOW < before
    return figure.value == added


_FAR_BELOW = 2
"""A total below last month's divided by this may be what the month alone has brought."""


def growth_or_correction(
    language: str, entry: ReportEntry, indicator_id: int, said: str = ""
) -> Rows:
    """累计183个（上月168＋新增15）, or 就是累计15个，更正上月: nothing is guessed.

    Where the higher total is of a month before that, both name it.
    """
    indicator, figure = _indicator(entry, indicator_id), entry.content.figure(indicator_id)
    if indicator is None or figure is None or figure.value is None:
        return ()
    total = cut(shown_figure(indicator, figure.value), 20)
    press = Press(Action.LAST_CORRECTED, entry.entry_id, str(indicator_id), version=entry.version)
    known = entry.known_before(indicator_id)
    if known is None:
        return ()
    when = when_told(language, entry.when(known))
    stands = button(language, "button-last-corrected", press, total=total, when=when)
    summed, before = sum_offered(language, entry, indicator_id, said), _before(entry, indicator_id)
    if not summed and not said and before is not None:
        summed = _sum_button(language, entry, indicator, before, figure.value)
    return (*summed, (stands,))


def about_offered(language: str, entry: ReportEntry, indicator_id: int | None, said: str) -> Rows:
    """One tap that takes 180左右 as 约180; empty where no number is surely meant.

    indicator_id: None where words were wanted; then the only indicator is meant.
    """
    asked = entry.measure.indicators
    if indicator_id is None and len(asked) == 1:
        indicator_id = asked[0].indicator_id
    indicator = None if indicator_id is None else _indicator(entry, indicator_id)
    guessed = None if indicator is None else figure_guessed(indicator, said)
    if indicator is None or guessed is None:
        return ()
    argument = _argument(indicator.indicator_id, guessed)
    if argument is None:
        return ()
    press = Press(Action.ABOUT_FIGURE, entry.entry_id, argument, version=entry.version)
    figure = cut(shown_figure(indicator, guessed), 20)
    return ((button(language, "button-about", press, figure=figure),),)


def likely_offered(language: str, entry: ReportEntry, indicator_id: int | None, said: str) -> Rows:
    """One tap that takes the number which is most likely meant: 8万5 as 85000."""
    indicator = None if indicator_id is None else _indicator(entry, indicator_id)
    value = None if indicator is None else figure_likely(indicator, said)
    argument = (
        None if indicator is None or value is None else _argument(indicator.indicator_id, value)
    )
    if indicator is None or value is None or argument is None:
        return ()
    press = Press(Action.TOLD_FIGURE, entry.entry_id, argument, version=entry.version)
    figure = cut(shown_figure(indicator, value), 20)
    return ((button(language, "button-likely", press, figure=figure),),)


def meant_instead(
    language: str, entry: ReportEntry, text_key: str, indicator_id: int | None, said: str
) -> Rows:
    """What `said` may have meant where it was refused with the sentence `text_key`, as buttons."""
    if text_key == "answer-figure-month" and indicator_id is not None:
        return sum_offered(language, entry, indicator_id, said)
    if text_key == "answer-doubt-figure":
        return _figure_instead(language, entry, indicator_id, named_instead(said) or said)
    if text_key in _OF_UNCLEAR_FIGURE:
        return about_offered(language, entry, indicator_id, said) or likely_offered(
            language, entry, indicator_id, said
        )
    return ()


def _figure_instead(language: str, entry: ReportEntry, indicator_id: int | None, said: str) -> Rows:
    """What was said in the place of a doubted figure: 7.4万亩左右, 对的，1830."""
    return about_offered(language, entry, indicator_id, said) or likely_offered(
        language, entry, indicator_id, said
    )


_OF_UNCLEAR_FIGURE = frozenset(
    f"answer-figure-{reason}"
    for reason in ("not-understood", "several", "scale", "unit", "converted")
)


def _argument(indicator_id: int, value: Decimal) -> str | None:
    """None for what a button cannot carry."""
    argument = f"{indicator_id}.{number(value)}"
    is_amount = value >= 0 and len(argument) <= _LONGEST_ARGUMENT
    return argument if is_amount else None


def carrying(offered: Rows, message_id: int) -> Rows:
    """The buttons with the message out of whose words they take a figure, so that none is lost.

    One that cannot carry it is not offered: a figure of so many digits is typed once more.
    """
    carried = (tuple(filter(None, (_carrying(one, message_id) for one in row))) for row in offered)
    return tuple(filter(None, carried))


def _carrying(one: Button, message_id: int) -> Button | None:
    press = Press.read(one.data)
    if press is None or press.action not in _TAKE_FIGURE:
        return one
    argument = f"{press.argument}{_OF_MESSAGE}{message_id}"
    if len(argument) > _LONGEST_ARGUMENT:
        return None
    return replace(one, data=replace(press, argument=argument).data())


def message_carried(press: Press) -> int | None:
    """The message that such a button carries; None where it carries none."""
    message = press.argument.partition(_OF_MESSAGE)[2] if press.action in _TAKE_FIGURE else ""
    return int(message) if message.isdecimal() else None


_TAKE_FIGURE = frozenset({Action.SUM_FIGURE, Action.ABOUT_FIGURE, Action.TOLD_FIGURE})
_OF_MESSAGE = "_"


def read_sum(entry: ReportEntry, argument: str) -> Figure | None:
    """The figure that such a button carries; None where it carries none of this entry."""
    known, _, written = argument.partition(_OF_MESSAGE)[0].partition(".")
    if not known.isdecimal() or _indicator(entry, int(known)) is None:
        return None
    is_amount = re.fullmatch(rf"\d{{1,13}}(\.\d{{1,{PLACES}}})?", written, re.ASCII)
    return Figure(int(known), Decimal(written)) if is_amount else None


def _indicator(entry: ReportEntry, indicator_id: int) -> AskedIndicator | None:
    asked = entry.measure.indicators
    return next((known for known in asked if known.indicator_id == indicator_id), None)


def _before(entry: ReportEntry, indicator_id: int) -> FiledFigure | None:
    """The figure that was filed last, where it is exact."""
    known = entry.known_before(indicator_id)
    return None if known is None or known.figure.approximate else known


def _value_before(entry: ReportEntry, indicator_id: int) -> Decimal | None:
    known = _before(entry, indicator_id)
    return known.figure.value if known else None
