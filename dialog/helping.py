"""Handing single measures to a colleague: what the unit chooses, and what the helper sees."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from dialog.button_words import button_word
from dialog.layout import Rows, button, cut, rows
from dialog.measure_numbers import entry_numbered
from dialog.press import Action, Press
from dialog.steps import is_complete, next_entry
from dialog.words import cleaned
from texts import LANGUAGES, plain, say
from texts.wording import listed, moment_name, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.report import ReportEntry, WorkingReport

PAGE_SIZE = 40
"""Measures offered at once: all of the largest unit."""

_NAMED = 8  # people offered by name, and helpers listed
_LINES = 20  # measures named one under the other, so that a message stays one
_NAME = 20  # characters of a name


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked for some entries. name: empty while nobody has opened the link."""

    helper_id: int
    name: str
    entries: tuple[ReportEntry, ...]
    until: datetime

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(cut(entry.measure.number, 12) for entry in self.entries)

    @property
    def done(self) -> int:
        return sum(is_complete(entry) for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Before:
    """Who helped last month and could be asked for the same again. numbers: of this month."""

    helper_id: int
    name: str
    numbers: tuple[str, ...]


def pick(
    language: str,
    report: WorkingReport,
    *,
    picked: Collection[int],
    asked: Sequence[Asked],
    known: Sequence[tuple[int, str]],
    before: Sequence[Before],
    page: int = 0,
) -> Message:
    """Who is asked for what, and which measures can still be handed out.

    picked: entries chosen so far. known: people who need no link, as (id, name).
    """
    free = [e for e in report.entries if e.helper is None and not is_complete(e)]
    pages = max(1, ceil(len(free) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = free[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = [
        say(
            language,
            "help-title",
            unit=cut(report.unit, 60),
            month=month_name(language, report.period),
        ),
        timetable_line(language, report.timetable),
        *(_asked_line(language, one) for one in asked[:_NAMED]),
        say(language, "help-pick" if free else "help-pick-none"),
    ]
    numbers = [
        Button(
            ("● " if entry.entry_id in picked else "") + cut(entry.measure.number, 12),
            Press(Action.HELP_PICK, entry.entry_id, str(page)).data(),
        )
        for entry in shown
    ]
    choices: Rows = tuple(tuple(numbers[i : i + 4]) for i in range(0, len(numbers), 4))
    if pages > 1:
        onward = Press(Action.HELP, report.report_id, str((page + 1) % pages))
        choices += ((Button(f"{page + 1}/{pages} ›", onward.data()),),)
    whom = _whom(language, report, known, len(picked)) if picked else []
    if not picked:
        whom = [_again(language, report, one) for one in before[:_NAMED]]
    standing = [row for one in asked[:_NAMED] for row in _standing_row(language, one)]
    back = button(language, "button-list", Press(Action.REPORT, report.report_id))
    return Message("\n".join(lines), (*choices, *((b,) for b in whom), *rows(standing), (back,)))


_AND = re.compile(r"[\s、,;和与及]+")
_AROUND_NUMBER = re.compile(r"^第|[项条号]$")


def named_by_numbers(report: WorkingReport, said: str) -> frozenset[int]:
    """The entries that numbers name: 29, 第29项, 27、29; none where anything else is said."""
    words = [one for one in _AND.split(unicodedata.normalize("NFKC", cleaned(said))) if one]
    named = [entry_numbered(report, _AROUND_NUMBER.sub("", one)) for one in words]
    found = [entry.entry_id for entry in named if entry is not None]
    return frozenset(found) if len(found) == len(words) else frozenset()


def page_picked_from(card: Message) -> int | None:
    """The page of the choice of measures that the card is; None where it is none."""
    presses = (Press.read(one.data) for row in card.buttons for one in row)
    pages = [p.argument for p in presses if p is not None and p.action is Action.HELP_PICK]
    return int(pages[0]) if pages and pages[0].isdecimal() else None


def _asked_line(language: str, one: Asked) -> str:
    numbers = listed(language, one.numbers)
    if not one.name:
        until = moment_name(language, one.until)
        return say(language, "help-link-waits", numbers=numbers, until=until)
    return say(
        language,
        "help-asked",
        name=cut(one.name, _NAME),
        numbers=numbers,
        done=one.done,
        count=len(one.entries),
    )


def _whom(
    language: str, report: WorkingReport, known: Sequence[tuple[int, str]], count: int
) -> list[Button]:
    link = button(
        language, "help-button-link", Press(Action.HELP_LINK, report.report_id), count=count
    )
    return [
        link,
        *(
            button(
                language,
                "help-button-known",
                Press(Action.HELP_KNOWN, report.report_id, str(person_id)),
                name=cut(name, _NAME),
                count=count,
            )
            for person_id, name in known[:_NAMED]
        ),
    ]


def _again(language: str, report: WorkingReport, one: Before) -> Button:
    return button(
        language,
        "help-button-again",
        Press(Action.HELP_AGAIN, one.helper_id, str(report.report_id)),
        name=cut(one.name, _NAME),
        numbers=cut(listed(language, one.numbers), 24),
    )


def _standing_row(language: str, one: Asked) -> list[Button]:
    numbers = cut(listed(language, one.numbers), 12)
    name = cut(one.name, _NAME) or plain(language, "help-the-link")
    take_back = Press(Action.HELP_BACK, one.helper_id)
    found = [button(language, "help-button-back", take_back, name=name, numbers=numbers)]
    if one.name and one.done < len(one.entries):
        nudge = Press(Action.HELP_NUDGE, one.helper_id)
        found.append(button(language, "help-button-nudge", nudge, name=name))
    return found


def link_to_forward(
    language: str,
    report: WorkingReport,
    entries: Sequence[ReportEntry],
    *,
    link: str,
    until: datetime,
) -> Message:
    """What the liaison forwards to a colleague, who has never heard of this."""
    return Message(
        say(
            language,
            "help-link",
            unit=cut(report.unit, 60),
            month=month_name(language, report.period),
            count=len(entries),
            measures=_measures(language, entries),
            link=link,
            until=moment_name(language, until),
            times=timetable_line(language, report.timetable),
        )
    )


def welcome(
    language: str, report: WorkingReport, entries: Sequence[ReportEntry], *, name: str, key: str
) -> Message:
    """To the helper: for whom, what, until when. `report` as they see it."""
    html = say(
        language,
        key,
        name=cut(name, 60),
        asker=cut(report.asked_by, 60),
        unit=cut(report.unit, 60),
        month=month_name(language, report.period),
        count=len(entries),
        measures=_measures(language, entries),
        times=timetable_line(language, report.timetable),
    )
    start = button(language, "notice-button-start", Press(Action.REPORT, report.report_id))
    return Message(f"{html}\n{say(language, 'card-secrecy')}", ((start,),))


def _measures(language: str, entries: Sequence[ReportEntry]) -> str:
    named = [f"{cut(e.measure.number, 12)}　{cut(e.measure.title, 60)}" for e in entries[:_LINES]]
    more = len(entries) - _LINES
    return "\n".join([*named, *([plain(language, "card-more", count=more)] if more > 0 else [])])


def helpers_card(
    language: str, report: WorkingReport, lines: Sequence[str], *, refuse: Sequence[int]
) -> Message:
    """The helper's list.

    lines: how each of their entries stands. refuse: helpers' ids that can be given back.
    """
    upcoming = next_entry(report)
    first: list[Button] = []
    if upcoming is not None:
        press = Press(Action.ENTRY, upcoming.entry_id)
        number = cut(upcoming.measure.number, 12)
        first.append(button(language, "button-continue", press, number=number))
    numbers = tuple(
        Button(cut(entry.measure.number, 12), Press(Action.ENTRY, entry.entry_id).data())
        for entry in report.entries
    )
    back = tuple(
        button(language, "help-button-refuse", Press(Action.HELP_REFUSE, one)) for one in refuse
    )
    key = "help-card-done" if upcoming is None else "help-card-open"
    state = say(language, key, asker=cut(report.asked_by, 60))
    html = "\n".join((*lines, "", state))
    grid: Rows = tuple(numbers[i : i + 4] for i in range(0, len(numbers), 4))
    return Message(html, tuple(row for row in (*grid, tuple(first), back) if row))


def is_giving_back(said: str) -> bool:
    """Whether it is the word of the button with which a helper gives back: 退回不填, 退回."""
    labels = {button_word(plain(language, "help-button-refuse")) for language in LANGUAGES}
    return button_word(said) in labels | {"退回"}


def refuse(language: str, helper_id: int, report: WorkingReport) -> Message:
    """Asks before the helper gives it back, since it cannot be taken again without the unit."""
    asked = say(language, "help-refuse-ask", asker=cut(report.asked_by, 60))
    html = f"{asked}\n{timetable_line(language, report.timetable)}"
    yes = button(language, "help-button-refuse-yes", Press(Action.HELP_REFUSE, helper_id, "yes"))
    no = button(language, "button-list", Press(Action.REPORT, report.report_id))
    return Message(html, ((yes, no),))
