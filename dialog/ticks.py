"""Filed, scan, paper original, mail: how they are shown, and the list in which the office ticks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from dialog.layout import button, cut, page_row, rows
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import day_short, moment_short, period_name
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.terms import PAPER_TICKS, TickKind
from vocabulary.ticks import Ticks

PAGE_SIZE = 20
_DAYS_BACK = 31  # offered: a paper that lay longer is ticked by command


def ticks_line(language: str, ticks: Ticks) -> str:
    """已报送 8月3日16:42 · 扫描件 8月4日09:10 · 纸质原件 未收到 · 电子邮件 未收到.

    ticks: in the reader's zone already.
    """
    return " · ".join(
        plain(
            language,
            "tick-shown",
            kind=plain(language, f"tick-{kind}"),
            at=moment_short(language, came) if (came := ticks.at(kind)) else "none",
        )
        for kind in TickKind
    )


@dataclass(frozen=True, slots=True)
class Place:
    """What of the list is before the coordinator: which tick, on which day it came, which page."""

    kind: TickKind = TickKind.ORIGINAL
    day: date | None = None
    page: int = 0

    def argument(self) -> str:
        day = self.day.isoformat() if self.day else ""
        return f"{self.kind}.{day}.{self.page}"

    @classmethod
    def read(cls, argument: str, *, today: date) -> "Place":
        """The beginning of the list for whatever it has not written; no day after today."""
        kind, _, rest = argument.partition(".")
        day, _, page = rest.partition(".")
        if kind not in PAPER_TICKS:
            return cls()
        try:
            said = date.fromisoformat(day)
        except ValueError:
            said = today
        shown = said if today - timedelta(days=_DAYS_BACK) <= said < today else None
        return cls(TickKind(kind), shown, int(page) if page.isdecimal() else 0)


@dataclass(frozen=True, slots=True)
class Filed:
    """A filed report's newest revision, and what has come of it; moments in the office's zone."""

    revision_id: int
    unit: str
    ticks: Ticks


def tick_list(
    language: str,
    cycle_id: int,
    period: Period,
    filed: Sequence[Filed],
    place: Place,
    *,
    today: date,
    line: str = "",
) -> Message:
    """Every unit that has filed, with a tap that says it has come, or has not after all.

    line: what has just happened, as Telegram HTML.
    """
    kind = plain(language, f"tick-{place.kind}")
    title = say(language, "ticks-title", period=period_name(language, period), kind=kind)
    if not filed:
        return Message(f"{title}\n{say(language, 'ticks-none')}")
    pages = ceil(len(filed) / PAGE_SIZE)
    place = replace(place, page=min(place.page, pages - 1))
    came = sum(one.ticks.at(place.kind) is not None for one in filed)
    day = day_short(language, place.day or today)
    lines = [title, say(language, "ticks-count", came=came, filed=len(filed))]
    lines += [say(language, "ticks-how", day=day), *([line] if line else [])]
    shown = filed[place.page * PAGE_SIZE : (place.page + 1) * PAGE_SIZE]

    def at(to: Place) -> Press:
        return Press(Action.TICKS, cycle_id, to.argument())

    return Message(
        "\n".join(lines),
        (
            _kinds(language, filed, place, cycle_id),
            *rows(_tap(one, place) for one in shown),
            *page_row(place.page, pages, lambda page: at(replace(place, page=page))),
            _days(language, place, cycle_id, today),
        ),
    )


def _kinds(
    language: str, filed: Sequence[Filed], place: Place, cycle_id: int
) -> tuple[Button, ...]:
    return tuple(
        button(
            language,
            "ticks-button-kind-shown" if kind is place.kind else "ticks-button-kind",
            Press(Action.TICKS, cycle_id, replace(place, kind=kind).argument()),
            kind=plain(language, f"tick-{kind}"),
            count=sum(one.ticks.at(kind) is not None for one in filed),
        )
        for kind in PAPER_TICKS
    )


def _tap(one: Filed, place: Place) -> Button:
    """Says what it will do, so that a second tap on an old message does nothing more."""
    has_come = one.ticks.at(place.kind) is not None
    action = Action.UNTICK if has_come else Action.TICK
    sign = "●" if has_come else "○"
    return Button(
        f"{sign} {cut(one.unit, 14)}", Press(action, one.revision_id, place.argument()).data()
    )


def _days(language: str, place: Place, cycle_id: int, today: date) -> tuple[Button, ...]:
    """Which day the taps mean: ‹ a day earlier, a day later ›."""
    day = place.day or today
    earlier = replace(place, day=day - timedelta(days=1))
    later = replace(place, day=day + timedelta(days=1))
    buttons = [
        button(language, "ticks-button-earlier", Press(Action.TICKS, cycle_id, earlier.argument()))
    ]
    if day < today:
        press = Press(Action.TICKS, cycle_id, later.argument())
        buttons.append(button(language, "ticks-button-later", press))
    return tuple(buttons)
