"""Evidence by chat: to which measure a file belongs, and the cards that say so; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dialog.file_wishes import FilesOf, FileWish
from dialog.layout import Rows, button, cut, rows
from dialog.placing import Question
from dialog.press import UNDO, Action, Press
from dialog.steps import Step, is_begun
from texts import plain, say
from texts.wording import listed, timetable_line
from vocabulary.message import Button, Message
from vocabulary.report import EvidenceFile, ReportEntry, WorkingReport

_OFFERED = 40  # measures to choose from on one page, by their numbers
_NAMED = 8  # files named in a line; the rest is a number
_WORDS = 120  # characters shown of what was written beside a file


def entries_meant(
    report: WorkingReport, *, before: Question | None, now: Question | None
) -> list[ReportEntry]:
    """To which entries a file may belong that came without a word, the likeliest first.

    One: it belongs there. Between a measure just answered and one not begun nobody can tell: the
    picture may show either. None: nothing is being asked, and nothing was.
    """
    asked = report.entry(now.entry_id) if now else None
    answered = report.entry(before.entry_id) if before else None
    if asked is None:
        return [answered] if answered else []
    in_the_middle = now is not None and (now.step is not Step.STATUS or is_begun(asked))
    if in_the_middle or answered is None or answered is asked:
        return [asked]
    return [answered, asked]


def calls_it_stamped(caption: str) -> bool:
    """Whether the words beside a picture say that it is the signed page: 64 盖章件."""
    return _STAMPED.search(caption) is not None


_STAMPED = re.compile(r"盖章|签章|用印|扫描件|stamped|sealed", re.IGNORECASE)


def which_measure(
    language: str,
    report: WorkingReport,
    evidence_id: int,
    names: Sequence[str],
    offered: Sequence[ReportEntry],
    *,
    is_several: bool = False,
    words: str = "",
) -> Message:
    """Asks to which measure the files belong; those that are likely can be tapped at once.

    evidence_id: the newest of them. is_several: they were not all sent together, and may have
    measures of their own. words: the lines of `words_of_files`.
    """
    if not offered:
        return all_measures(
            language, report, evidence_id, names, 0, is_several=is_several, words=words
        )
    likely = tuple(
        (_to(evidence_id, one, f"{cut(one.measure.number, 12)} {cut(one.measure.title, 16)}"),)
        for one in offered
    )
    other = Press(Action.EVIDENCE_WHERE, evidence_id, "0")
    ways = [
        button(language, "evidence-button-other", other),
        *_ways_of_waiting(language, evidence_id, is_several=is_several),
    ]
    files = files_named(language, names)
    html = _with_times(language, report, say(language, "evidence-which", files=files), words)
    return Message(html, (*likely, *rows(ways)))


def _with_times(language: str, report: WorkingReport, asked: str, words: str = "") -> str:
    lines = (asked, words, timetable_line(language, report.timetable))
    return "\n".join(line for line in lines if line)


def words_of_files(language: str, captions: Sequence[str]) -> str:
    """What was written beside the files that wait, so that it is seen to be kept; "" for none.

    captions: as they were sent, of those that have one.
    """
    said = list(dict.fromkeys(captions))
    if not said:
        return ""
    shown = [
        plain(language, "evidence-words-quoted", words=cut(one, _WORDS)) for one in said[:_NAMED]
    ]
    return say(language, "evidence-which-words", words=listed(language, shown))


def all_measures(
    language: str,
    report: WorkingReport,
    evidence_id: int,
    names: Sequence[str],
    page: int,
    *,
    is_several: bool = False,
    words: str = "",
) -> Message:
    """Every measure by its number, a page at a time."""
    files = files_named(language, names)
    ways = _ways_of_waiting(language, evidence_id, is_several=is_several)
    return Message(
        _with_times(language, report, say(language, "evidence-which-number", files=files), words),
        (*_numbers(report, evidence_id, page), *rows(ways)),
    )


def first_of_waiting(
    language: str,
    report: WorkingReport,
    evidence_id: int,
    names: Sequence[str],
    page: int,
    *,
    more: int,
    words: str = "",
) -> Message:
    """The same of what was sent first, while others wait behind it. more: how many."""
    drop = Press(Action.EVIDENCE_TAKE, evidence_id, ALONE)
    asked = say(language, "evidence-which-first", files=files_named(language, names), more=more)
    return Message(
        _with_times(language, report, asked, words),
        (
            *_numbers(report, evidence_id, page, alone=True),
            (button(language, "evidence-button-drop", drop),),
        ),
    )


ALONE = "one"
"""Of a button: the file alone, or with its album where it waits; not with all that waits."""


ALL = "all"
"""Of a button at the list: every file of the entry."""

ITSELF = "this"
"""Of a button: the file alone, and without its album."""


def read_argument(argument: str) -> tuple[int | None, str]:
    """The number of a page or an entry, and of how many files the button is: 17.one."""
    number, _, how = argument.partition(".")
    return int(number) if number.isdecimal() else None, how


def _ways_of_waiting(language: str, evidence_id: int, *, is_several: bool) -> list[Button]:
    single = Press(Action.EVIDENCE_WHERE, evidence_id, f"0.{ALONE}")
    drop = button(language, "evidence-button-drop", Press(Action.EVIDENCE_TAKE, evidence_id))
    return [button(language, "evidence-button-single", single), drop] if is_several else [drop]


def _numbers(report: WorkingReport, evidence_id: int, page: int, *, alone: bool = False) -> Rows:
    pages = max(1, ceil(len(report.entries) / _OFFERED))
    page = min(max(page, 0), pages - 1)
    shown = report.entries[page * _OFFERED : (page + 1) * _OFFERED]
    numbers = rows(
        _to(evidence_id, entry, cut(entry.measure.number, 12), alone=alone) for entry in shown
    )
    return (*numbers, *_page_row(evidence_id, page, pages, alone=alone))


def _to(evidence_id: int, entry: ReportEntry, label: str, *, alone: bool = False) -> Button:
    press = Press(Action.EVIDENCE_TO, evidence_id, _argument(entry.entry_id, alone=alone))
    return Button(label, press.data())


def _argument(number: int, *, alone: bool) -> str:
    return f"{number}.{ALONE}" if alone else str(number)


def _page_row(evidence_id: int, page: int, pages: int, *, alone: bool) -> Rows:
    if pages == 1:
        return ()
    places = (("‹", (page - 1) % pages), (f"{page + 1}/{pages}", page), ("›", (page + 1) % pages))
    return (
        tuple(
            Button(
                text,
                Press(Action.EVIDENCE_WHERE, evidence_id, _argument(to, alone=alone)).data(),
            )
            for text, to in places
        ),
    )


@dataclass(frozen=True, slots=True)
class FilesAt:
    """What of the files on a card stands at one entry. evidence_id: of the first of them.

    are_words_stored: what was written beside them is in the entry.
    """

    entry: ReportEntry
    evidence_id: int
    names: Sequence[str]
    are_words_stored: bool = False


def placed(
    language: str, report: WorkingReport, places: Sequence[FilesAt], *, is_workbook: bool = False
) -> Message:
    """The files belong to these entries from now on.

    is_workbook: somebody may have meant it as the form, so it is said that it is none.
    """
    lines = placed_lines(language, places)
    if is_workbook:
        lines.append(say(language, "evidence-no-form"))
    html = _with_times(language, report, "\n".join(lines))
    return Message(html, _buttons_of_placed(language, places))


def placed_lines(language: str, places: Sequence[FilesAt]) -> list[str]:
    """By entry, which files stand there."""
    lines = []
    for place in places:
        line = say(
            language,
            "evidence-placed",
            files=files_named(language, place.names),
            number=cut(place.entry.measure.number, 12),
            title=cut(place.entry.measure.title, 40),
            count=len(place.entry.evidence),
        )
        told = place.are_words_stored and len(places) > 1
        lines.append(f"{line}{say(language, 'evidence-words-stored')}" if told else line)
    return lines


def _buttons_of_placed(language: str, places: Sequence[FilesAt]) -> Rows:
    buttons = []
    for place in places:
        number = cut(place.entry.measure.number, 12)
        move = Press(Action.EVIDENCE_WHERE, place.evidence_id, "0")
        take = Press(Action.EVIDENCE_TAKE, place.evidence_id)
        if len(places) == 1:
            buttons.append(button(language, "evidence-button-move", move))
            buttons.append(button(language, "evidence-button-take", take))
        else:
            buttons.append(button(language, "evidence-button-move-of", move, number=number))
            buttons.append(button(language, "evidence-button-take-of", take, number=number))
    return rows(buttons)


def kept_for_correction(
    language: str,
    report: WorkingReport,
    evidence_id: int,
    names: Sequence[str],
    *,
    before_leader: bool = False,
) -> Message:
    """The files came when the report was filed: why it is corrected first, then where they belong.

    evidence_id: of the newest of them. before_leader: it is taken back first, and no reason asked.
    """
    files = files_named(language, names)
    key, label = "evidence-kept-for-correction", "evidence-button-correct"
    way = Press(Action.EVIDENCE_WAITING, report.report_id)
    if before_leader:
        key, label = "evidence-kept-for-signing", "signing-button-withdraw"
        way = Press(Action.SIGN_WITHDRAW, report.report_id)
    drop = Press(Action.EVIDENCE_TAKE, evidence_id)
    return Message(
        _with_times(language, report, say(language, key, files=files)),
        (
            (button(language, label, way),),
            (button(language, "evidence-button-drop", drop),),
        ),
    )


def kept_for_measure(
    language: str, report: WorkingReport, number: str, evidence_id: int, *, before_leader: bool
) -> Message:
    """The file is of a measure that is filed: with the reason for the correction it is evidence.

    evidence_id: its own, or that of the first of its album. before_leader: it waits until the
    report is taken back.
    """
    key = "evidence-of-signing" if before_leader else "evidence-of-filed"
    way = Press(Action.EVIDENCE_WAITING, report.report_id)
    correct = () if before_leader else ((button(language, "evidence-button-correct", way),),)
    drop = Press(Action.EVIDENCE_TAKE, evidence_id, ALONE)
    return Message(
        _with_times(language, report, say(language, key, number=cut(number, 12))),
        (*correct, (button(language, "evidence-button-drop", drop),)),
    )


def files_kept(language: str, number: str, names: Sequence[str], *, stage: str) -> str:
    """A line that names what waits to be evidence of the measure.

    stage: filed, signing or open, as the report is; open ones take it by a tap.
    """
    files = files_named(language, names)
    return say(language, f"evidence-waits-of-{stage}", files=files, number=cut(number, 12))


def files_waiting(language: str, names: Sequence[str]) -> str:
    """A line that names what has no measure yet; empty where nothing waits."""
    if not names:
        return ""
    return say(language, "evidence-waits", files=files_named(language, names), count=len(names))


_WAY = {"filed": "evidence-button-correct", "open": "evidence-button-place"}


def waiting_row(
    language: str, report_id: int, names: Sequence[str], *, are_kept: bool, stage: str
) -> Rows:
    """What leads to the files that wait. are_kept: others wait of which the measure is known.

    stage: as `files_kept` has it.
    """
    press = Press(Action.EVIDENCE_WAITING, report_id)
    if not names:
        way = _WAY.get(stage)
        return ((button(language, way, press),),) if are_kept and way is not None else ()
    return ((button(language, "evidence-button-waits", press, count=len(names)),),)


def taken(
    language: str,
    report: WorkingReport,
    names: Sequence[str],
    evidence_id: int,
    entry_id: int | None,
    *,
    beside: Sequence[FilesAt] = (),
) -> Message:
    """The files are listed no more; one tap brings them back to the entry where they stood.

    beside: where the rest of their album goes on to stand.
    """
    lines = [say(language, "evidence-taken", files=files_named(language, names))]
    lines += placed_lines(language, beside)
    back: Rows = ()
    if entry_id is not None:
        press = Press(Action.EVIDENCE_TO, evidence_id, f"{entry_id}.{UNDO}")
        back = ((button(language, "evidence-button-back", press),),)
    html = _with_times(language, report, "\n".join(lines))
    return Message(html, (*back, *_buttons_of_placed(language, beside)))


def evidence_list(language: str, report: WorkingReport, entry: ReportEntry) -> Message:
    """What shows the entry: each file can be looked at again, and taken away."""
    number, title = cut(entry.measure.number, 12), cut(entry.measure.title, 60)
    lines = [
        say(language, "evidence-list", number=number, title=title, count=len(entry.evidence)),
        *(
            say(language, "evidence-line", place=place, file=cut(file.name, 80))
            for place, file in enumerate(entry.evidence, 1)
        ),
        timetable_line(language, report.timetable),
    ]
    each = rows(
        one
        for place, file in enumerate(entry.evidence, 1)
        for one in (
            button(
                language,
                "evidence-button-show",
                Press(Action.EVIDENCE_SHOW, file.evidence_id),
                place=place,
            ),
            button(
                language,
                "evidence-button-take-one",
                Press(Action.EVIDENCE_TAKE, file.evidence_id, "one"),
                place=place,
            ),
        )
    )
    ways = [button(language, "evidence-button-entry", Press(Action.ENTRY, entry.entry_id))]
    if len(entry.evidence) > 1:
        press = Press(Action.EVIDENCE_TAKE, entry.evidence[-1].evidence_id, ALL)
        ways.insert(0, button(language, "evidence-button-take-all", press))
    return Message("\n".join(lines), (*each, *rows(ways)))


def taken_from_list(card: Message, wish: FileWish) -> Press | None:
    """The button of the list of files that does it; None where none is shown, or it has no such."""
    takes = _takes(card, ALONE)
    if wish.is_all:
        return next(iter(_takes(card, ALL) or takes[:1]), None)
    place = len(takes) if wish.is_newest else wish.place or (1 if len(takes) == 1 else 0)
    return takes[place - 1] if 0 < place <= len(takes) else None


def moved_from_list(card: Message, of: FilesOf, entry_id: int) -> Press | None:
    """The button that puts the file of that place in the list to the entry; None without such."""
    takes = _takes(card, ALONE)
    if of.place is None or not 0 < of.place <= len(takes):
        return None
    return Press(Action.EVIDENCE_TO, takes[of.place - 1].target, f"{entry_id}.{ITSELF}")


def _takes(card: Message, argument: str) -> list[Press]:
    presses = [press for row in card.buttons for one in row if (press := Press.read(one.data))]
    return [p for p in presses if p.action is Action.EVIDENCE_TAKE and p.argument == argument]


def put_as_said(
    report_id: int, waiting: Sequence[Sequence[int]], said: FilesOf, entry_id: int
) -> Press:
    """The button that gives what is said of all that waits to the entry; else what asks of each.

    waiting: the ids of the files, those sent together side by side, the oldest first.
    """
    files = [one for together in waiting for one in together]
    meant = files[-said.last :] if said.last is not None else files
    if said.place is not None:
        meant = files[said.place - 1 : said.place]
    if meant == files:
        return Press(Action.EVIDENCE_TO, files[-1], str(entry_id))
    if meant in [list(together) for together in waiting]:
        return Press(Action.EVIDENCE_TO, meant[-1], f"{entry_id}.{ALONE}")
    return Press(Action.EVIDENCE_WAITING, report_id)


def evidence_said(language: str, evidence: Sequence[EvidenceFile]) -> str:
    """The files of an entry in a line, as Telegram HTML; empty where there are none."""
    if not evidence:
        return ""
    files = files_named(language, [file.name for file in evidence])
    return say(language, "evidence-said", files=files, count=len(evidence))


def files_named(language: str, names: Sequence[str]) -> str:
    """The first of them by name, and how many more."""
    shown = listed(language, (cut(name, 40) for name in names[:_NAMED]))
    more = len(names) - _NAMED
    return plain(language, "evidence-and-more", files=shown, more=more) if more > 0 else shown
