"""A figure that is given is put right: 写错了，应该是187, 更正，6家, 累计改为187个."""

import re
from decimal import Decimal

from dialog.beside_figures import typed_figure_and_words
from dialog.denials import denial, without_slip_behind
from dialog.figure_answers import figure_shown
from dialog.figures import FigureRead, read_figure
from dialog.outcome import Accepted, Answer, Note, Refused
from dialog.wrong_numbers import is_near, wrong_number
from vocabulary.report import AskedIndicator, EntryContent, ReportEntry

_CHANGED = re.compile(
    r"(?:[请把将]|麻烦)*(?P<what>[^\d,，。;；:：]{0,14}?)(?:[应要]?(?:改[为成]|更正为|更改为)|应为|应该?是|应该(?=\s*\d))[:：]?\s*"
    r"(?P<instead>\D{0,4}\d.*)",
    re.DOTALL,
)
_ANY_FIGURE = re.compile(r"累计数?|指标值?|数[据字值]?|总数|合计|[的数]")
_NAMED = 2  # characters on end of what is counted by which it is known


def figure_corrected(entry: ReportEntry, said: str) -> Answer | None:
    """Another figure in the place of the one that is given; None for anything else.

    The words have to own a slip, or say that it is changed. Of several figures it is the one that
    can be read so; where that is not sure, it is asked which. 应该是17个 is none of 累计175个 where
    the words have 7个: there it is far from the one, and near to the other.
    """
    asked = [one for one in entry.measure.indicators if not _is_of_words(entry, one, said)]
    reads = [(one, _read(entry.content, one, said)) for one in asked]
    fitting = [one for one, read in reads if read and not read.spoken]
    fitting = fitting or [one for one, read in reads if read]
    if len(fitting) > 1:
        return Refused("answer-number-which", {"said": said})
    for indicator in fitting:
        answer = corrected(entry, indicator, said)
        if isinstance(answer, Accepted):
            figure = answer.content.figure(indicator.indicator_id)
            facts = {"name": indicator.name, "figure": figure_shown(indicator, figure)}
            about = "-about" if figure and figure.approximate else ""
            return Accepted(
                answer.content, (Note(f"answer-number-taken{about}", facts), *answer.notes)
            )
    return None


def rights_figure_before(before: ReportEntry, now: ReportEntry | None, said: str) -> Answer | None:
    """The same of the measure that was answered before the one that is asked now.

    None where that has a figure given that the words may be about, or where another word of count
    stands behind the number than the one before is counted in.
    """
    if now is not None and figure_corrected(now, said) is not None:
        return None
    reads = [_read(before.content, one, said) for one in before.measure.indicators]
    if not any(read and not read.spoken for read in reads):
        return None
    return figure_corrected(before, said)


def corrected(entry: ReportEntry, indicator: AskedIndicator, said: str) -> Answer | None:
    """The same of one figure, with what else the words tell; None where they do not correct it."""
    if _read(entry.content, indicator, said) is None:
        return None
    return typed_figure_and_words(
        entry, indicator.indicator_id, _instead(entry.content, indicator, said)
    )


def _read(content: EntryContent, indicator: AskedIndicator, said: str) -> FigureRead | None:
    """The figure that is named in the place of the one that is given.

    Where none is given yet the words have to name what is counted: 基站应该是185个.
    """
    if content.figure(indicator.indicator_id) is None and not _names(indicator, said):
        return None
    first = re.split(r"[,，。;；（(]", _instead(content, indicator, said), maxsplit=1)[0]
    read = read_figure(indicator, first)
    return read if isinstance(read, FigureRead) else None


def _instead(content: EntryContent, indicator: AskedIndicator, said: str) -> str:
    """What is named in the place of the figure; empty where nothing is."""
    if instead := _of_old(content, indicator, said):
        return instead
    found = _CHANGED.fullmatch(without_slip_behind(said))
    if found and _is_its(indicator, found["what"]):
        return found["instead"]
    denied = denial(said)
    is_counted = denied is not None and any(sign.isdigit() for sign in denied.instead)
    return denied.instead if denied is not None and is_counted else ""


def names_given_figure(entry: ReportEntry, said: str) -> bool:
    """175报错了 应该是185, where 175 is a figure that is given: it is told of that one."""
    return any(_of_old(entry.content, one, said) for one in entry.measure.indicators)


def only_names_given(entry: ReportEntry, said: str) -> bool:
    """The same, where nothing but the old value tells that they put it right: 168应为186."""
    return denial(said) is None and names_given_figure(entry, said)


def _of_old(content: EntryContent, indicator: AskedIndicator, said: str) -> str:
    """What shall stand in the place of the figure whose old value is named; else empty."""
    told, figure = wrong_number(said), content.figure(indicator.indicator_id)
    if told is None or figure is None or figure.value is None:
        return ""
    was = told.groupdict().get("was") or told["wrong"]
    return f"{told['now']}{told['now_unit']}" if Decimal(was) == figure.value else ""


def _is_of_words(entry: ReportEntry, indicator: AskedIndicator, said: str) -> bool:
    """Whether a number told without what it counts is one in the text, and hardly the figure."""
    figure = entry.content.figure(indicator.indicator_id)
    unit = re.escape(indicator.unit_of_measure)
    found = _CHANGED.fullmatch(without_slip_behind(said))
    if found is None or found["what"] or figure is None or figure.value is None:
        return False
    told = re.fullmatch(rf"(\d+(?:\.\d+)?)\s*{unit}[。.]?", found["instead"])
    if told is None or is_near(figure.value, Decimal(told[1])):
        return False
    counted = re.findall(rf"(?<![\d.])(\d+(?:\.\d+)?)\s*{unit}", entry.content.text)
    return [is_near(Decimal(one), Decimal(told[1])) for one in counted].count(True) == 1


def _names(indicator: AskedIndicator, said: str) -> bool:
    """Whether a part of its own name stands before 应为."""
    found = _CHANGED.fullmatch(without_slip_behind(said))
    what = _ANY_FIGURE.sub("", found["what"]).strip() if found else ""
    return bool(what) and _is_its(indicator, what)


def _is_its(indicator: AskedIndicator, what: str) -> bool:
    """Whether the words before 改为 name what is counted, or any figure."""
    rest = _ANY_FIGURE.sub("", what).strip()
    pairs = (rest[i : i + _NAMED] for i in range(len(rest) - _NAMED + 1))
    return not rest or any(pair in indicator.name for pair in pairs)
