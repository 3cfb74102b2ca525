"""The cards of a report: what each shows and which buttons it has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil

from dialog.bylines import byline
from dialog.changes import changed, changed_text, left_out
from dialog.checks import GROWN, STEP_PAST, Fault, Hint, entry_faults, faults, hints
from dialog.doubt_words import doubt_as_text
from dialog.doubts import explanations_that_hold
from dialog.filed import as_filed, entries_as_filed
from dialog.last_month import all_same_as_last
from dialog.layout import (
    MESSAGE_LIMIT,
    Rows,
    button,
    cut,
    messages,
    page_row,
    pieces,
    rows,
    shown_length,
)
from dialog.missing import measures_named, missing_measures
from dialog.press import Action, Press
from dialog.problems_beside import beside_lines, beside_rows
from dialog.questions import (
    answered,
    figure_said,
    question,
    reasons_offered,
    said_lines,
    standing,
)
from dialog.same_doubts import Matter, doubted_alike, doubts_of, matters_of_several
from dialog.steps import Step, is_begun, is_complete, next_entry, sign, step_argument
from texts import plain, say
from texts.wording import (
    filer_name,
    listed,
    moment_name,
    month_name,
    numbers_named,
    period_name,
    timetable_line,
    within,
)
from vocabulary.counts import counted
from vocabulary.message import Button, Message
from vocabulary.period import Period
from vocabulary.report import (
    EntryContent,
    FiledEntry,
    FiledReport,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import (
    TROUBLED,
    DoubtKind,
    EntryStatus,
    ProblemTurn,
    ReportState,
    Role,
    TickKind,
)
from vocabulary.timetable import Timetable

__all__ = [
    "answered",
    "correction",
    "full_text",
    "joint_explanation",
    "opening",
    "page_wanted",
    "preview",
    "question",
    "receipt",
    "report_card",
    "report_choice",
    "return_advice",
    "same_all",
    "same_all_told",
    "same_line",
    "unchanged_return",
]

PAGE_SIZE = 8
"""Measures on one page of the card: what a phone shows without scrolling."""

_NAMED = 12  # measures named one by one in a line, so that it stays a glance

_MENDED = 12  # buttons that lead to what is missing: the next ones come up as these are mended

_HINTED = 200  # characters that name the measures of a hint: all of them in any real report

_WRITERS = 5  # people named who are writing as well

_LINE = 3000  # characters of one line of the full text, so that a line always fits a message

WITH_PROBLEMS = "problems"
"""The argument of the button that says that open problems stand as they were, too."""

SETTLED = frozenset({ReportState.SIGNING, ReportState.FILED, ReportState.ACCEPTED})
"""States in which nothing is asked until somebody opens a correction."""


def opening(language: str, report: WorkingReport) -> Message:
    """What greets a liaison when the report opens."""
    roles = Counter(measure.role for entry in report.entries for measure in entry.measure.each)
    lines = [
        say(language, "card-opening-title", period=period_name(language, report.period)),
        say(language, "card-plan", plan=cut(report.plan_title, 200)),
        say(
            language,
            "card-opening-count",
            unit=cut(report.unit, 60),
            count=report.asked,
            roles=_roles_said(language, roles),
        ),
    ]
    lines += _shared_lines(language, report)
    if report.minutes_last is not None:
        lines.append(say(language, "card-opening-minutes", minutes=report.minutes_last))
    lines.append(timetable_line(language, report.timetable))
    if missing := missing_measures(report.entries):
        lines.append(measures_named(language, missing, room=_ROOM_AT_OPENING))
    lines.append(say(language, "card-secrecy"))
    start = button(language, "button-start", Press(Action.REPORT, report.report_id))
    away = button(language, "away-button", Press(Action.AWAY))
    return Message("\n".join(lines), ((start, away),))


def is_opening(message: Message) -> bool:
    """Whether it greets a liaison still, and nobody has begun by its buttons."""
    presses = {Press.read(one.data) for row in message.buttons for one in row}
    return Press(Action.AWAY) in presses and any(
        press is not None and press.action is Action.REPORT for press in presses
    )


_ROOM_AT_OPENING = 1800
"""Characters of the opening for the measures with their titles, folded together."""


def _roles_said(language: str, roles: Counter[Role]) -> str:
    """牵头 2、负责 25: how often each role comes, without those that do not."""
    return listed(
        language,
        (
            plain(language, f"card-opening-role-{role.value}", count=roles[role])
            for role in (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)
            if roles[role]
        ),
    )


def _shared_lines(language: str, report: WorkingReport) -> list[str]:
    """Which measures are answered by one paragraph together."""
    return [
        say(language, "card-opening-shared", numbers=cut(entry.measure.number, 60))
        for entry in report.entries
        if entry.measure.parts
    ]


def report_choice(language: str, reports: Sequence[WorkingReport]) -> Message:
    """Which report, where several are open; each month's times once."""
    shown = reports[:_NAMED]
    times = {(report.period, timetable_line(language, report.timetable)) for report in shown}
    months = [
        plain(language, "wording-timetable-of", month=month_name(language, period), line=line)
        for period, line in sorted(times)
    ]
    choices = [
        Button(
            plain(
                language,
                "button-report",
                unit=cut(report.unit, 20),
                period=month_name(language, report.period),
                done=_done(report),
                count=report.asked,
            ),
            Press(Action.REPORT, report.report_id).data(),
        )
        for report in shown
    ]
    html = "\n".join((say(language, "card-choose-report"), *months))
    return Message(html, tuple((choice,) for choice in choices))


def report_card(
    language: str, report: WorkingReport, page: int = 0, *, locked: bool = False
) -> Message:
    """The list of the measures; a `page` beyond the end shows the nearest.

    locked: `locks_at` has passed, so what is filed can no longer be corrected.
    """
    pages = max(1, ceil(len(report.entries) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = report.entries[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    lines = report_lines(language, report, shown, locked=locked)
    settled = report.state in SETTLED
    numbers = () if settled else _number_rows(shown)
    if settled:
        closing = _settled_rows(language, report, locked=locked)
    else:
        closing = _open_rows(language, report, locked=locked)
    turn = page_row(page, pages, lambda to: Press(Action.PAGE, report.report_id, str(to)))
    first = beside_rows(language, report)
    return Message("\n".join(lines), (*first, *numbers, *turn, *closing))


def page_wanted(report: WorkingReport, came_from: int | None = None) -> int:
    """On which page the list opens: where the entry `came_from` stands, else the next open one."""
    ids = [entry.entry_id for entry in report.entries]
    if came_from in ids:
        return ids.index(came_from) // PAGE_SIZE
    upcoming = next_entry(report)
    return ids.index(upcoming.entry_id) // PAGE_SIZE if upcoming else 0


def report_lines(
    language: str,
    report: WorkingReport,
    shown: Sequence[ReportEntry] | None = None,
    *,
    locked: bool = False,
) -> list[str]:
    """How the report stands, and each of the entries `shown`; all of them if not given."""
    entries = report.entries if shown is None else shown
    head = [title_line(language, report), *state_lines(language, report, locked=locked)]
    head += [*_exempt_lines(language, report), *_not_due_lines(language, report)]
    head += [*beside_lines(language, report), ""]
    return [*head, *(_entry_line(language, entry) for entry in entries)]


def title_line(language: str, report: WorkingReport) -> str:
    """Whose report, of when, and how far it is."""
    return say(
        language,
        "card-title",
        unit=cut(report.unit, 60),
        month=month_name(language, report.period),
        done=_done(report),
        count=report.asked,
    )


def state_lines(language: str, report: WorkingReport, *, locked: bool) -> list[str]:
    """What has become of the report, and until when what can be done."""
    match report.state:
        case ReportState.RETURNED:
            reason = cut(report.return_reason, 600)
            return [
                say(language, "card-returned", reason=reason),
                say(language, "card-returned-rest"),
                *due_lines(language, report),
            ]
        case ReportState.SIGNING:
            return [say(language, "card-signing"), timetable_line(language, report.timetable)]
        case state if state in SETTLED:
            key = "card-settled-locked" if locked else "card-settled"
            name = plain(language, f"state-{state.value}")
            return [
                say(language, key, state=name, revision=str(report.revision)),
                timetable_line(language, report.timetable),
            ]
        case _ if report.revision:
            return [
                say(language, "card-correcting", revision=str(report.revision)),
                timetable_line(language, report.timetable),
            ]
        case _:
            return due_lines(language, report)


def _exempt_lines(language: str, report: WorkingReport) -> list[str]:
    """What is not asked this time, with why."""
    return [
        say(
            language,
            "card-exempt",
            number=cut(one.number, 12),
            reason=within(cut(one.reason, 100)),
        )
        for one in report.exempt
    ]


def _not_due_lines(language: str, report: WorkingReport) -> list[str]:
    """What comes quarterly and is not asked this month."""
    if not report.not_due:
        return []
    named = listed(language, (cut(number, 12) for number in report.not_due[:_NAMED]))
    more = max(0, len(report.not_due) - _NAMED)
    month = month_name(language, report.period.quarters_last)
    return [say(language, "card-not-due", list=named, more=more, month=month)]


def due_lines(language: str, report: WorkingReport) -> list[str]:
    """Until when it is expected, and whether that is over."""
    passed = [say(language, "card-due-passed")] if report.is_overdue else []
    return [timetable_line(language, report.timetable), *passed]


def _entry_line(language: str, entry: ReportEntry) -> str:
    """How it stands, and who answered it or is at it where the unit writes together."""
    parts = [_standing_line(language, entry)]
    if entry.answered is not None and entry.answered.name not in {
        one.name for one in entry.writing
    }:
        parts.append(say(language, "card-by", by=byline(language, entry.answered)))
    parts += [say(language, "card-by-writing", name=cut(one.name, 12)) for one in entry.writing[:2]]
    if entry.helper is not None and len(parts) == 1:
        key = "card-helper" if entry.helper else "card-helper-link"
        parts.append(say(language, key, name=cut(entry.helper, 12)))
    return " · ".join(parts)


def _standing_line(language: str, entry: ReportEntry) -> str:
    missing = entry_faults(entry) if is_begun(entry) else []
    values = {
        "sign": sign(entry),
        "number": entry.measure.number,
        "title": cut(entry.measure.title, 28),
    }
    if missing:
        what = plain(language, missing[0].text_key)
        return say(language, "card-entry-missing", missing=what, **values)
    if entry.skipped and not is_begun(entry):
        return say(language, "card-entry-skipped", **values)
    return say(language, "card-entry", **values)


def _number_rows(shown: Sequence[ReportEntry]) -> Rows:
    numbers = [
        Button(cut(entry.measure.number, 12), Press(Action.ENTRY, entry.entry_id).data())
        for entry in shown
    ]
    return tuple(tuple(numbers[i : i + 4]) for i in range(0, len(numbers), 4))


def _open_rows(language: str, report: WorkingReport, *, locked: bool) -> Rows:
    first: tuple[Button, ...] = ()
    upcoming = next_entry(report)
    if upcoming is not None:
        key = "button-continue" if _done(report) else "button-begin"
        press = Press(Action.ENTRY, upcoming.entry_id)
        first = (button(language, key, press, number=cut(upcoming.measure.number, 12)),)
    second = []
    if taken := all_same_as_last(report, problems=True):
        press = Press(Action.SAME_ALL, report.report_id)
        count = report.count(lambda entry: entry.entry_id in taken)
        second.append(button(language, "button-same-all", press, count=count))
    key = "button-preview-file" if upcoming is None else "button-preview"
    second.append(button(language, key, Press(Action.PREVIEW, report.report_id)))
    third = [button(language, "button-form", Press(Action.FORM, report.report_id))]
    third.append(button(language, "button-help", Press(Action.HELP, report.report_id)))
    is_wanted = report.state is not ReportState.FILLING or not report.revision
    if is_wanted and not locked:
        press = Press(Action.EXTEND, report.report_id)
        third.append(button(language, "button-extend", press))
    if not is_wanted:
        press = Press(Action.CORRECT_DROP, report.report_id)
        third.append(button(language, "button-correct-drop", press))
    return tuple(row for row in (first, tuple(second), tuple(third)) if row)


def _settled_rows(language: str, report: WorkingReport, *, locked: bool) -> Rows:
    buttons = [button(language, "button-full", Press(Action.FULL, report.report_id))]
    if report.state is ReportState.SIGNING:
        press = Press(Action.SIGN_WITHDRAW, report.report_id)
        buttons.append(button(language, "signing-button-withdraw", press))
    elif not locked:
        press = Press(Action.CORRECT, report.report_id)
        buttons.append(button(language, "button-correct", press))
    return rows(buttons)


def _done(report: WorkingReport) -> int:
    return report.count(is_complete)


def preview(
    language: str, report: WorkingReport, page: int = 0, *, locked: bool = False
) -> Message:
    """What is about to be filed, in numbers, with what stops it; files only when nothing does.

    A report that is settled shows its card instead: there is nothing to file. locked: nothing to
    correct either. page: of the ways to what is hinted at; beyond the end, the last one.
    """
    if report.state in SETTLED:
        return report_card(language, report, locked=locked)
    lines = preview_lines(language, report)
    last = [
        button(language, "button-full", Press(Action.FULL, report.report_id)),
        button(language, "button-list", Press(Action.REPORT, report.report_id)),
    ]
    to_mend = _first_faults(report)
    if _corrects_nothing(report):
        press = Press(Action.CORRECT_DROP, report.report_id)
        last.append(button(language, "button-correct-drop", press))
    elif not to_mend:
        press = Press(Action.FILE, report.report_id, version=report.version)
        last.append(button(language, "button-file", press))
    mend = [
        button(
            language,
            "button-explain" if fault.step is Step.EXPLAIN else "button-mend",
            Press(Action.ENTRY, fault.entry_id, step_argument(fault.step, fault.indicator_id)),
            number=cut(fault.number, 12),
        )
        for fault in to_mend[:_MENDED]
    ]
    for place, matter in enumerate(matters_of_several(report)):
        press = Press(Action.EXPLAIN_ALL, report.report_id, matter.value)
        count = sum(len(entry.measure.each) for entry in doubted_alike(report, matter))
        mend.insert(
            place, button(language, "button-explain-all", press, kind=matter.value, count=count)
        )
    hinted = () if to_mend else _hinted(language, report, page)
    beside = beside_rows(language, report)
    return Message("\n".join(lines), (*rows(mend), *hinted, *beside, *rows(last)))


def _corrects_nothing(report: WorkingReport) -> bool:
    """Whether a correction is open in which nothing has been changed yet."""
    if report.state is not ReportState.FILLING or not report.correction_reason:
        return False
    now = entries_as_filed(report)
    is_same = not (changed(report.filed, now) or left_out(report.filed, now))
    return bool(report.filed) and is_same


def preview_lines(language: str, report: WorkingReport) -> list[str]:
    """What would be filed, in numbers, and what the checks say of it."""
    return [
        say(
            language,
            "preview-title",
            unit=cut(report.unit, 60),
            month=month_name(language, report.period),
        ),
        *_counts(language, entries_as_filed(report)),
        *_changes(language, report),
        _missing(language, report),
        *(_hint(language, hint) for hint in hints(report)),
        *beside_lines(language, report),
        *_phone_wanted(language, report),
        *_written_now(language, report),
        *_deadline(language, report),
    ]


def _phone_wanted(language: str, report: WorkingReport) -> list[str]:
    if not report.phone_wanted_of:
        return []
    return [say(language, "preview-no-phone", name=cut(report.phone_wanted_of, 30))]


def _deadline(language: str, report: WorkingReport) -> list[str]:
    """Until when it can be filed; a correction until it locks."""
    if report.state is ReportState.FILLING and report.revision:
        return state_lines(language, report, locked=False)
    return due_lines(language, report)


def _written_now(language: str, report: WorkingReport) -> list[str]:
    """Who would still be writing when it is filed."""
    return [
        say(
            language, "preview-writing", number=cut(entry.measure.number, 12), name=cut(by.name, 30)
        )
        for entry in report.entries
        for by in entry.writing
    ][:_WRITERS]


def joint_explanation(
    language: str, report: WorkingReport, matter: Matter = Matter.UNCHANGED
) -> Message:
    """Asks one reason for all that is doubted alike; each can be mended by itself."""
    doubted = doubted_alike(report, matter)
    kinds = {doubt.kind for entry in doubted for doubt in doubts_of(entry, matter)}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind not in _SAID_BY_ITSELF:
        kind = None
    named = listed(language, (cut(entry.measure.number, 12) for entry in doubted[:_DOUBTED]))
    html = say(
        language,
        "ask-explain-all",
        kind=kind.value if kind else "several",
        count=sum(len(entry.measure.each) for entry in doubted),
        list=named,
        more=max(0, len(doubted) - _DOUBTED),
    )
    lines = [] if kind else list(_doubted_lines(language, doubted[:_DOUBTED], matter))
    html = "\n".join((*lines, timetable_line(language, report.timetable), html))
    press = Action.EXPLAIN_ALL_AS
    reasons = rows(reasons_offered(language, report.report_id, kind, press)) if kind else ()
    back = button(language, "button-list", Press(Action.REPORT, report.report_id))
    to_preview = button(language, "button-back-to-preview", Press(Action.PREVIEW, report.report_id))
    return Message(html, (*reasons, *_number_rows(doubted[:_NAMED]), (back, to_preview)))


_SAID_BY_ITSELF = (DoubtKind.NO_EVIDENCE, DoubtKind.UNCHANGED)
"""What is doubted of each measure in the same words."""

_DOUBTED = 40  # measures named where one reason is asked: all of the largest unit

_ROOM = 2800  # characters for all that is doubted of them, so that one message holds it


def _doubted_lines(language: str, doubted: Sequence[ReportEntry], matter: Matter) -> Iterator[str]:
    """What is doubtful of each measure."""
    for entry in doubted:
        said = "".join(doubt_as_text(language, doubt) for doubt in doubts_of(entry, matter))
        words = cut(said, max(_ROOM // len(doubted), 60))
        number = cut(entry.measure.number, 12)
        yield say(language, "explain-all-one", number=number, words=words)


def unchanged_return(language: str, report: WorkingReport) -> Message:
    """A returned report was about to be filed as it was: asks why nothing had to change."""
    html = say(language, "return-answer-ask", reason=cut(report.return_reason, 600))
    html = f"{timetable_line(language, report.timetable)}\n{html}"
    back = button(language, "button-list", Press(Action.REPORT, report.report_id))
    return Message(html, ((back,),))


def _hinted(language: str, report: WorkingReport, page: int) -> Rows:
    """A way to every measure that a hint is about, a page of them at a time."""
    hinted = list(dict.fromkeys(one for hint in hints(report) for one in hint.entry_ids))
    pages = max(1, ceil(len(hinted) / PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = hinted[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    ways = [_way(language, report.entry(entry_id)) for entry_id in shown]
    turn = page_row(page, pages, lambda to: Press(Action.PREVIEW, report.report_id, str(to)))
    return (*rows(ways), *turn)


def _way(language: str, entry: ReportEntry) -> Button:
    press = Press(Action.ENTRY, entry.entry_id)
    return button(language, "button-look", press, number=cut(entry.measure.number, 12))


def _counts(language: str, entries: Sequence[FiledEntry]) -> list[str]:
    """By measure. One-liners have no status: they are counted beside those that have one."""
    counts = counted(entries)
    statuses = counts.statuses
    contents = [one.content for entry in entries for one in entry.each]
    return [
        say(
            language,
            "preview-count",
            count=counts.total,
            done=statuses[EntryStatus.DONE],
            on_track=statuses[EntryStatus.ON_TRACK],
            behind=statuses[EntryStatus.BEHIND],
            not_begun=statuses[EntryStatus.NOT_BEGUN],
            blank=statuses[None],
            cooperating=counts.one_line,
        ),
        say(
            language,
            "preview-also",
            figures=counts.figures,
            problems=counts.problems,
            still=counts.without_progress,
        ),
        *_followed_up(language, contents),
    ]


def _changes(language: str, report: WorkingReport) -> list[str]:
    """What the new revision will say otherwise than the filed one, and why."""
    if not report.filed:
        return []
    now = entries_as_filed(report)
    lines = [*changed_text(language, report.filed, now), *_left_out(language, report, now)]
    reason = [say(language, "otherwise-reason", reason=cut(report.correction_reason, 200))]
    heading = say(
        language, "otherwise-title" if lines else "otherwise-none", revision=str(report.revision)
    )
    return [*(reason if report.correction_reason else []), heading, *lines]


def _left_out(language: str, report: WorkingReport, now: Sequence[FiledEntry]) -> Iterator[str]:
    """The measures that the office has exempted since: the new revision is without them."""
    found = left_out(report.filed, now)
    if found:
        numbers = listed(language, [cut(measure.number, 12) for measure in found])
        yield say(language, "otherwise-exempt", numbers=numbers)


def _followed_up(language: str, contents: Sequence[EntryContent]) -> list[str]:
    """What has become of the problems of the months before, where there are any."""
    turns = Counter(content.follow_up.turn for content in contents if content.follow_up)
    if not turns:
        return []
    counts = {turn.value: turns[turn] for turn in ProblemTurn}
    return [say(language, "preview-follow-ups", count=turns.total(), **counts)]


def _first_faults(report: WorkingReport) -> list[Fault]:
    """The first fault of each entry that has any."""
    first: dict[int, Fault] = {}
    for fault in faults(report):
        first.setdefault(fault.entry_id, fault)
    return list(first.values())


def _missing(language: str, report: WorkingReport) -> str:
    found = _first_faults(report)
    if not found:
        return say(language, "preview-nothing-missing")
    numbers: dict[str, list[str]] = {}
    for fault in found:
        numbers.setdefault(fault.text_key, []).append(cut(fault.number, 12))
    kinds = [
        say(
            language,
            "preview-missing-one",
            missing=plain(language, text_key),
            list=listed(language, of_kind[:_NAMED]),
            more=max(0, len(of_kind) - _NAMED),
        )
        for text_key, of_kind in numbers.items()
    ]
    count = sum(len(report.entry(fault.entry_id).measure.each) for fault in found)
    return "\n".join((say(language, "preview-missing", count=count), *kinds))


def _hint(language: str, hint: Hint) -> str:
    numbers = [cut(number, 12) for number in hint.numbers]
    shown = next(
        shown
        for shown in range(len(numbers), -1, -1)
        if len(numbers_named(language, numbers[:shown])) <= _HINTED
    )
    named, more = numbers_named(language, numbers[:shown]), len(numbers) - shown
    return say(language, hint.text_key, count=len(numbers), list=named, more=more)


def receipt_lines(language: str, filed: FiledReport) -> list[str]:
    """That it is filed, when and by whom, and the report in numbers."""
    said = say(
        language,
        receipt_key(filed),
        receipt=filed.receipt,
        filed_at=moment_name(language, filed.filed_at),
        revision=str(filed.revision),
        by=cut(filer_name(language, filed), 60),
    )
    return [said, *filed_counts(language, filed)]


def filed_counts(language: str, filed: FiledReport) -> list[str]:
    """A filed report in numbers."""
    return _counts(language, filed.entries)


def filed_troubles(language: str, filed: FiledReport) -> list[str]:
    """What in a filed report is behind or has a problem, measure by measure; the first of many."""
    return [
        say(
            language,
            "review-troubled",
            number=cut(entry.measure.number, 12),
            title=cut(entry.measure.title, 24),
            status=plain(language, f"status-{entry.content.status or 'none'}"),
            problem=cut(entry.content.problem, 60),
        )
        for entry in [e for e in filed.entries if _is_in_trouble(e.content)][:_NAMED]
    ]


def _is_in_trouble(content: EntryContent) -> bool:
    return content.status in TROUBLED or bool(content.problem)


def filed_text(language: str, filed: FiledReport) -> list[list[str]]:
    """Everything that was filed, as blocks of lines."""
    entries = [
        ReportEntry(0, entry.measure, entry.content, evidence=entry.evidence)
        for entry in filed.entries
    ]
    head = _whole_head(language, filed.unit, filed.period, filed.plan_title)
    return [head, *(whole_entry(language, entry) for entry in entries)]


def full_text(language: str, report: WorkingReport, *, back: Button | None = None) -> list[Message]:
    """Everything as it will be filed, in as many messages as it takes; nothing is cut.

    back: where it leads; without one to the reader's own preview or list.
    """
    head = _whole_head(language, report.unit, report.period, report.plan_title)
    blocks = [[*head, timetable_line(language, report.timetable)]]
    blocks += [whole_entry(language, entry) for entry in report.entries]
    if back is not None:
        return messages(blocks, buttons=((back,),))
    if report.state in SETTLED:
        back = button(language, "button-list", Press(Action.REPORT, report.report_id))
    else:
        back = button(language, "button-back-to-preview", Press(Action.PREVIEW, report.report_id))
    return messages(blocks, buttons=((back,),))


def _whole_head(language: str, unit: str, period: Period, plan_title: str) -> list[str]:
    name = period_name(language, period)
    return [
        say(language, "preview-full-title", unit=cut(unit, 60), period=name),
        say(language, "card-plan", plan=cut(plan_title, 200)),
    ]


def whole_entry(language: str, entry: ReportEntry) -> list[str]:
    heads = pieces(f"{entry.measure.number}　{entry.measure.title}", _LINE)
    lines = [say(language, "preview-entry", heading=head) for head in heads]
    return [*lines, *said_lines(language, entry, as_filed(entry), line=_LINE)]


def same_all(language: str, report: WorkingReport) -> Message:
    """What would be taken over from last month, to be confirmed as it was seen.

    Figures and open problems are named one by one: nobody confirms them unseen.
    """
    return same_all_told(language, report)[-1]


def same_all_told(language: str, report: WorkingReport) -> list[Message]:
    """The same with what has to be read before it, where one message does not hold all."""
    taken = all_same_as_last(report, problems=True)
    back = button(language, "button-list", Press(Action.REPORT, report.report_id))
    times = timetable_line(language, report.timetable)
    if not taken:
        return [Message(f"{say(language, 'card-same-all-none')}\n{times}", ((back,),))]
    count = report.count(lambda entry: entry.entry_id in taken)
    hinted = _same_hints(report, taken)
    measures = list(_same_lines(language, report, taken))
    troubles = _same_problems(language, report, taken)
    told = [_hint(language, hint) for hint in hinted]
    gap = [""] if troubles else []
    whole = [say(language, "card-same-all", count=count), times, ""]
    whole += [*measures, *gap, *troubles, *told]
    buttons = (*_same_buttons(language, report, taken), *_grown(language, report, hinted), (back,))
    if shown_length("\n".join(whole)) <= MESSAGE_LIMIT:
        return [Message("\n".join(whole), buttons)]
    problems = sum(content.follow_up is not None for content in taken.values())
    above = say(language, "card-same-all-above", count=count, problems=problems)
    return [*messages([measures, troubles]), Message("\n".join((above, times, *told)), buttons)]


def _same_lines(
    language: str, report: WorkingReport, taken: Mapping[int, EntryContent]
) -> Iterator[str]:
    """Each measure; where last month said why something is true, that it says so again."""
    for entry_id, content in taken.items():
        entry = report.entry(entry_id)
        yield same_line(language, entry, content)
        held = explanations_that_hold(replace(entry, content=content))
        for reason in dict.fromkeys(one.reason for one in held):
            yield say(language, "card-same-explained", words=cut(reason, _REASON))


_REASON = 60  # characters of a reason that goes on from last month: all of most


def _same_buttons(
    language: str, report: WorkingReport, taken: Mapping[int, EntryContent]
) -> Iterator[tuple[Button]]:
    """Without the open problems, and with them."""
    problems = sum(content.follow_up is not None for content in taken.values())
    if plain_ones := all_same_as_last(report):
        press = Press(Action.SAME_ALL_CONFIRM, report.report_id, version=report.version)
        some = report.count(lambda entry: entry.entry_id in plain_ones)
        key = "button-same-all-but-problems" if problems else "button-same-all-confirm"
        yield (button(language, key, press, count=some),)
    if problems:
        press = Press(
            Action.SAME_ALL_CONFIRM, report.report_id, WITH_PROBLEMS, version=report.version
        )
        count = report.count(lambda entry: entry.entry_id in taken)
        key = "button-same-all-problems"
        yield (button(language, key, press, count=count, problems=problems),)


def _grown(language: str, report: WorkingReport, hinted: Sequence[Hint]) -> Rows:
    """A way to what tells of growth beside a total that stays."""
    grown = [one for hint in hinted if hint.text_key == GROWN for one in hint.entry_ids]
    return rows(_way(language, report.entry(one)) for one in grown[:PAGE_SIZE])


def same_line(language: str, entry: ReportEntry, content: EntryContent) -> str:
    """What would be taken over of last month, each figure by its name."""
    measure = entry.measure
    figures = listed(
        language,
        (
            plain(
                language,
                "card-same-figure",
                name=cut(indicator.name, 12),
                figure=figure_said(language, indicator, figure),
            )
            for indicator in measure.indicators
            if (figure := content.figure(indicator.indicator_id)) is not None
        ),
    )
    return say(
        language,
        "card-same-entry",
        number=cut(measure.number, 12),
        title=cut(measure.title, 20),
        status=standing(language, measure, content),
        words=cut(content.text or content.no_progress_reason, 18) or "none",
        figures=figures or "none",
    )


def _same_problems(
    language: str, report: WorkingReport, taken: Mapping[int, EntryContent]
) -> list[str]:
    """Every open problem that would be said to stand as it was."""
    entries = [report.entry(entry_id) for entry_id, content in taken.items() if content.follow_up]
    if not entries:
        return []
    lines = [say(language, "card-same-problems", count=len(entries))]
    for entry in entries:
        problem = entry.measure.open_problem
        if problem is None:
            continue
        facts = {"words": cut(problem.words, 20), "since": month_name(language, problem.since)}
        number = cut(entry.measure.number, 12)
        lines.append(say(language, "card-same-problem", number=number, **facts))
        if problem.question:
            lines.append(say(language, "card-same-asked", question=cut(problem.question, 40)))
    return lines


def _same_hints(report: WorkingReport, taken: Mapping[int, EntryContent]) -> list[Hint]:
    """Where last month's words cannot well be this month's: days that are over, 本月新增."""
    entries = (replace(report.entry(one), content=content) for one, content in taken.items())
    found = hints(replace(report, entries=tuple(entries)))
    return [hint for hint in found if hint.text_key in (STEP_PAST, GROWN)]


def receipt(
    language: str,
    filed: FiledReport,
    *,
    report_id: int,
    timetable: Timetable,
    locked: bool = False,
    as_pdf: bool = False,
    mail_to: str = "",
    mail_by_hand: bool = False,
    for_review: bool = False,
    beside: WorkingReport | None = None,
) -> Message:
    """What a unit reads once its report is filed; the draft follows as a file.

    locked: it can be corrected no more. as_pdf: the draft can be looked at as PDF. mail_to: where
    the electronic copy goes, "" for nowhere. mail_by_hand: by the unit itself.
    for_review: it is stamped only once the office has accepted it.
    beside: the report, of which problems may wait for an answer still.
    """
    mail_key = "card-receipt-mail-by-hand" if mail_by_hand else "card-receipt-mail"
    lines = [
        *receipt_lines(language, filed),
        say(
            language,
            "card-receipt-review" if for_review else "card-receipt-draft",
            office=cut(filed.office, 60),
        ),
        *_counting_lines(language, timetable),
        *([say(language, mail_key, address=mail_to)] if mail_to else []),
        say(language, "card-receipt-locked" if locked else "card-receipt-until"),
        *(beside_lines(language, beside) if beside else ()),
        timetable_line(language, timetable),
    ]
    buttons = [button(language, "button-full", Press(Action.FULL, report_id))]
    if as_pdf:
        buttons.append(button(language, "button-draft-pdf", Press(Action.DRAFT_PDF, report_id)))
    if mail_to and mail_by_hand:
        buttons.append(button(language, "button-mail-file", Press(Action.MAIL_FILE, report_id)))
    if not locked:
        buttons.append(button(language, "button-correct", Press(Action.CORRECT, report_id)))
    answers = beside_rows(language, beside) if beside else ()
    return Message("\n".join(lines), (*answers, *rows(buttons)))


def _counting_lines(language: str, timetable: Timetable) -> list[str]:
    """What is still to come by when, where filing alone is not on time."""
    kind = timetable.on_time_by
    if kind is TickKind.FILED:
        return []
    until = moment_name(
        language, timetable.expected_at if timetable.extension_counts else timetable.due_at
    )
    kind_name = plain(language, f"tick-{kind}")
    return [say(language, "card-receipt-counts", kind=kind_name, until=until)]


def receipt_key(filed: FiledReport) -> str:
    if filed.is_again:
        return "card-receipt-again"
    return "card-receipt-corrected" if filed.is_correction else "card-receipt"


def return_advice(language: str, timetable: Timetable, *, now: datetime) -> str:
    """How soon a returned report is wanted back."""
    if now <= timetable.expected_at:
        return say(language, "returned-until")
    return say(language, "returned-soon" if now < timetable.locks_at else "returned-late")


def correction(language: str, report: WorkingReport) -> Message:
    """Asks why a filed report is opened again; the reason goes into the new revision."""
    html = say(language, "ask-correction-reason", revision=str(report.revision))
    html = f"{timetable_line(language, report.timetable)}\n{html}"
    cancel = button(language, "button-cancel", Press(Action.CORRECT_DROP, report.report_id))
    return Message(html, ((cancel,),))
