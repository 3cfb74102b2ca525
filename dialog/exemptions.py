"""Exempting a unit, or one of its measures: what the office is shown and taps on the way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialog.layout import Rows, button, cut, page_row, rows
from dialog.press import Action, Press
from texts import plain, say
from texts.wording import moment_name, periods_name
from vocabulary.message import Button, Message
from vocabulary.period import Period

PAGE_SIZE = 6
MOST_MEASURES = 90
"""Offered as buttons: Telegram bears 100 below a message. Of the rest, the number is written."""
_IN_A_ROW = 6
_PERIODS = 12  # offered as buttons: a year

ALL, ONE = "all", "one"
"""What the argument of a button says of the assignment that it targets: its unit's whole part in
the plan, or its measure alone."""

YES = "yes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is about to be exempted. assignment_id: any of the unit's in the plan, or the measure's.

    measure: its number, empty for all. plan: named only where the unit has several.
    """

    assignment_id: int
    unit: str
    plan: str = ""
    measure: str = ""

    @property
    def scope(self) -> str:
        return ONE if self.measure else ALL


@dataclass(frozen=True, slots=True)
class Given:
    """An exemption that holds; `given_at` in the office's zone."""

    exemption_id: int
    unit: str
    plan: str
    measure: str
    first: Period
    last: Period
    reason: str
    by: str
    given_at: datetime


def _what(language: str, unit: str, plan: str, measure: str) -> str:
    """市工科局 · 第19项, with the plan where there are several."""
    key = "exemption-what-one" if measure else "exemption-what-all"
    return plain(
        language,
        key,
        unit=cut(unit, 60),
        plan=plain(language, "exemption-of-plan", plan=cut(plan, 60)) if plan else "",
        number=cut(measure, 12),
    )


# ── giving ─────────────────────────────────────────────────────────────────────────────────────


def ask_plan(language: str, unit_id: int, unit: str, plans: Iterable[tuple[int, str]]) -> Message:
    """The unit has a part in several plans: which is meant?"""
    to_each = [
        (Button(cut(title, 30), Press(Action.EXEMPT, unit_id, str(plan_id)).data()),)
        for plan_id, title in plans
    ]
    html = say(language, "exemption-ask-plan", unit=cut(unit, 60))
    return Message(html, (*to_each, _drop(language)))


def ask_scope(language: str, unit: str, measures: Sequence[tuple[int, str, str]]) -> Message:
    """Everything, or which measure: given as assignment, number and title."""
    shown = measures[:MOST_MEASURES]
    lines = [say(language, "exemption-ask-scope", unit=cut(unit, 60))]
    lines += [
        say(language, "exemption-measure", number=cut(number, 12), title=cut(title, 24))
        for _, number, title in shown
    ]
    if len(measures) > len(shown):
        lines.append(say(language, "exemption-more-measures", count=len(measures) - len(shown)))
    whole = Press(Action.EXEMPT_FROM, shown[0][0], ALL)
    numbers = [
        Button(cut(number, 12), Press(Action.EXEMPT_FROM, assignment_id, ONE).data())
        for assignment_id, number, _ in shown
    ]
    by_row = [tuple(numbers[at : at + _IN_A_ROW]) for at in range(0, len(numbers), _IN_A_ROW)]
    return Message(
        "\n".join(lines),
        ((button(language, "exemption-button-all", whole),), *by_row, _drop(language)),
    )


def ask_first(language: str, wanted: Wanted, periods: Sequence[Period]) -> Message:
    html = say(language, "exemption-ask-first", what=_what_wanted(language, wanted))
    to_each = rows(
        Button(
            periods_name(language, period, period),
            Press(Action.EXEMPT_UNTIL, wanted.assignment_id, f"{wanted.scope}.{period}").data(),
        )
        for period in periods[:_PERIODS]
    )
    return Message(html, (*to_each, _drop(language)))


def ask_last(language: str, wanted: Wanted, periods: Sequence[Period]) -> Message:
    """periods: the first, and those that may be the last after it."""
    first = periods[0]
    html = say(
        language,
        "exemption-ask-last",
        what=_what_wanted(language, wanted),
        first=periods_name(language, first, first),
    )

    def until(last: Period) -> Press:
        argument = f"{wanted.scope}.{first}.{last}"
        return Press(Action.EXEMPT_WHY, wanted.assignment_id, argument)

    only = button(language, "exemption-button-only", until(first))
    to_each = rows(
        button(
            language, "exemption-button-until", until(last), last=periods_name(language, last, last)
        )
        for last in periods[1:_PERIODS]
    )
    return Message(html, ((only,), *to_each, _drop(language)))


def ask_reason(language: str, wanted: Wanted, first: Period, last: Period) -> Message:
    html = say(
        language,
        "exemption-ask-reason",
        what=_what_wanted(language, wanted),
        periods=periods_name(language, first, last),
    )
    return Message(html, (_drop(language),))


def _what_wanted(language: str, wanted: Wanted) -> str:
    return _what(language, wanted.unit, wanted.plan, wanted.measure)


def _drop(language: str) -> tuple[Button, ...]:
    return (button(language, "exemption-button-drop", Press(Action.EXEMPT_DROP)),)


# ── what holds ─────────────────────────────────────────────────────────────────────────────────


def exemption_line(language: str, given: Given) -> str:
    """One exemption, as plain text: of what, for how long, why, and who gave it."""
    return plain(
        language,
        "exemption-line",
        what=_what(language, given.unit, given.plan, given.measure),
        periods=periods_name(language, given.first, given.last),
        reason=cut(given.reason, 300),
        by=given.by or plain(language, "ladder-changed-by-operator"),
        at=moment_name(language, given.given_at),
    )


def exemption_list(language: str, holding: Sequence[Given], page: int = 0) -> Message:
    """Everything that holds, a page at a time; each can be taken back."""
    if not holding:
        return Message(say(language, "exemption-none"))
    pages = -(-len(holding) // PAGE_SIZE)
    page = min(max(page, 0), pages - 1)
    shown = list(enumerate(holding, start=1))[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [say(language, "exemption-title", count=len(holding))]
    lines += [
        say(language, "exemption-numbered", place=place, line=exemption_line(language, given))
        for place, given in shown
    ]
    lines.append(say(language, "exemption-how"))
    ends = rows(
        button(
            language,
            "exemption-button-end-one",
            Press(Action.EXEMPT_END, given.exemption_id),
            place=place,
        )
        for place, given in shown
    )
    turn = page_row(page, pages, lambda to: Press(Action.EXEMPTIONS, 0, str(to)))
    return Message("\n".join(lines), (*ends, *turn))


def end_button(language: str, exemption_id: int) -> Rows:
    press = Press(Action.EXEMPT_END, exemption_id)
    return ((button(language, "exemption-button-end", press),),)


def ask_end(language: str, given: Given) -> Message:
    """Taking back starts the chasing again, so it is confirmed."""
    line = exemption_line(language, given)
    confirm = Press(Action.EXEMPT_END, given.exemption_id, YES)
    return Message(
        say(language, "exemption-ask-end", line=line),
        (
            (
                button(language, "exemption-button-end-confirm", confirm),
                button(language, "exemption-button-list", Press(Action.EXEMPTIONS)),
            ),
        ),
    )
