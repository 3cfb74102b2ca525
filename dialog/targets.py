"""What the office gives for the targets of a whole plan (计划总目标): read, and shown; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialog.figures import FigureRead, FigureUnclear, read_figure, shown_figure
from dialog.layout import button, cut
from dialog.outcome import SHORT_LIMIT
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import done_words, month_name, percent
from vocabulary.message import Message
from vocabulary.period import Period
from vocabulary.progress import pro_rata
from vocabulary.report import AskedIndicator, TargetReading

_PLACE = re.compile(r"(?P<place>\d{1,2})(?:\s*[、．]\s*|\.\s+|\s+)(?P<rest>.+)", re.DOTALL)
_FIGURE_NEXT = re.compile(r"约?\s*[-+−]?\d")
_BETWEEN = " \t\n,，;；。（(）)"


@dataclass(frozen=True, slots=True)
class TargetGiven:
    """A figure for one of the plan's targets. source: who published it; may be empty."""

    indicator: AskedIndicator
    figure: FigureRead
    source: str


def read_target(targets: Sequence[AskedIndicator], said: str) -> TargetGiven | FigureUnclear:
    """8.1%，市统计局7月快报; with the target's place in front where the plan has several."""
    if not targets:
        return FigureUnclear("target-none")
    found = _PLACE.fullmatch(said.strip())
    if found and len(targets) == 1 and not _FIGURE_NEXT.match(found["rest"]):
        found = None  # 8 市统计局: the figure, not a place
    place, rest = (int(found["place"]), found["rest"]) if found else (0, said.strip())
    if place > len(targets) or (not place and len(targets) > 1):
        return FigureUnclear("target-which", {"count": len(targets)})
    indicator = targets[max(place, 1) - 1]
    figure, source = _split(indicator, rest)
    read = read_figure(indicator, figure)
    if isinstance(read, FigureUnclear):
        return read
    if len(source) > SHORT_LIMIT:
        return FigureUnclear("answer-too-long", {"length": len(source), "limit": SHORT_LIMIT})
    return TargetGiven(indicator, read, source)


def _split(indicator: AskedIndicator, said: str) -> tuple[str, str]:
    """The figure in front, with its unit of measure, and what is said behind it."""
    unit = re.escape(indicator.unit_of_measure)
    figure = re.match(
        rf"约?\s*[-+−]?\d[\d.]*\s*(?:{unit}|[百千万亿]+{unit}|[%％]|[百千万亿]*)", said
    )
    if figure is None:
        return said, ""
    return figure.group(), said[figure.end() :].strip(_BETWEEN)


def targets_card(
    language: str,
    targets: Sequence[AskedIndicator],
    readings: Sequence[TargetReading],
    *,
    cycle_id: int,
    month: Period,
    times: str,
) -> Message:
    """Every target with what was given for the month, and how to give or take back a figure.

    times: when the cycle opens, is due and locks; may be empty.
    """
    title = say(language, "target-title", month=month_name(language, month))
    if not targets:
        return Message(_lines(title, times, say(language, "target-none")))
    given = {one.name: one for one in readings if one.period == month}
    lines = [
        _line(language, place, target, given.get(target.name))
        for place, target in enumerate(targets, start=1)
    ]
    take_back = tuple(
        (
            button(
                language,
                "target-button-take-back",
                Press(Action.TARGET_TAKE_BACK, cycle_id, str(target.indicator_id)),
                name=cut(target.name, 20),
            ),
        )
        for target in targets
        if target.name in given
    )
    how = say(language, "target-how-one" if len(targets) == 1 else "target-how")
    return Message(_lines(title, times, *lines, how), take_back)


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _line(language: str, place: int, target: AskedIndicator, given: TargetReading | None) -> str:
    line = say(
        language,
        "target-line",
        place=place,
        name=cut(target.name, 60),
        target=shown_figure(target, target.target),
        comparator=target.comparator.name.lower(),
    )
    if given is None:
        return f"{line}{say(language, 'target-not-given')}"
    told = say(
        language,
        "target-given",
        value=shown_figure(target, given.value),
        approximate="yes" if given.approximate else "no",
        source=cut(given.source, 60) or "none",
    )
    pace = pro_rata(target, given.value)
    if pace is None:
        return f"{line}{told}"
    paced = say(
        language,
        "target-pace",
        due=percent(pace.due),
        done=done_words(language, pace),
        pace=plain(language, f"pace-{pace.pace.value}"),
    )
    return f"{line}{told}{paced}"
