"""What a form that came back says, as lines for a person to look through."""

from collections.abc import Iterable, Iterator

from dialog.bylines import byline
from dialog.changes import change_lines
from dialog.figures import shown_figure
from dialog.form import FormChange, FormFault
from dialog.layout import cut
from texts import plain, say
from texts.wording import listed
from vocabulary.report import AskedIndicator, EntryContent, Figure, ReportEntry

_SHOWN = 40
"""Characters of a text that are shown of it."""


_OF_NO_MEASURE = "form-fault-no-answer"
_SAID_OF_A_CELL = {
    **{
        f"answer-{what}": f"form-fault-{what}"
        for what in ("nothing-text", "nothing-problem", "nothing-next-step", "no-file")
    },
    **{
        f"answer-says-nothing-{what}": f"form-fault-says-nothing-{what}"
        for what in ("text", "line", "problem", "next-step", "reason", "follow-up")
    },
    **{
        f"answer-{what}": _OF_NO_MEASURE
        for what in (
            "label",
            "give-up",
            "change",
            "hand-in",
            "question",
            "away",
            "more-time",
            "handover",
            "not-ours",
            "of-many",
        )
    },
    **{
        f"help-at-{what}": _OF_NO_MEASURE
        for what in ("text", "line", "problem", "next-step", "reason", "follow-up", "figure")
    },
    "answer-figure-phone": "form-fault-figure-phone",
}
"""What the chat says of its buttons and messages, said of a cell and of what to write there."""


def fault_line(language: str, fault: FormFault) -> str:
    """As 填报 E4（第18项）：没看懂……."""
    key = _SAID_OF_A_CELL.get(fault.text_key, fault.text_key)
    return plain(
        language,
        "form-fault",
        sheet=fault.sheet,
        cell=fault.cell or "none",
        row=_row(language, fault) or "none",
        reason=plain(language, key, **fault.facts),
    )


def _row(language: str, fault: FormFault) -> str:
    """第18项; a row that is of no measure is called as it calls itself: “合计”一行."""
    if fault.number[:1].isdecimal():
        return plain(language, "form-fault-measure", number=cut(fault.number, 12))
    return plain(language, "form-fault-named", name=cut(fault.number, 12)) if fault.number else ""


def change_line(language: str, change: FormChange) -> str:
    """As 18　夯实大数据基础能力：状态 未启动 → 正常推进；完成情况“……”."""
    measure = change.entry.measure
    return plain(
        language,
        "form-change",
        number=cut(measure.number, 12),
        title=cut(measure.title or measure.text, _SHOWN),
        changes=plain(language, "form-change-ends").join(_changes(language, change)),
    )


def outdated_lines(language: str, change: FormChange) -> list[str]:
    """What stands now and by whom, beside what the form says, as lines of Telegram HTML."""
    entry = change.entry
    shown = {
        "number": cut(entry.measure.number, 12),
        "title": cut(entry.measure.title or entry.measure.text, _SHOWN),
        "by": byline(language, entry.answered) if entry.answered else "none",
    }
    return [
        say(language, "form-outdated-entry", **shown),
        *change_lines(language, entry.measure, entry.content, change.content),
    ]


def changed_since(language: str, entries: Iterable[ReportEntry]) -> str:
    """Which measures, and who has changed them: 1（王五 10:32）、2（李四 8月3日）."""
    return listed(
        language,
        (
            plain(
                language,
                "form-changed-since",
                number=cut(entry.measure.number, 12),
                by=byline(language, entry.answered) if entry.answered else "none",
            )
            for entry in entries
        ),
    )


def _changes(language: str, change: FormChange) -> Iterator[str]:
    before, after = change.entry.content, change.content
    if before.status is not after.status:
        yield _moved(language, "status", _status(language, before), _status(language, after))
    if before.follow_up != after.follow_up:
        turns = [_turn(language, before), _turn(language, after)]
        yield _moved(language, "follow-up", *turns)
    for name, old, new in (
        ("text", before.text, after.text),
        ("problem", before.problem, after.problem),
        ("next-step", before.next_step, after.next_step),
        ("help", before.help_from, after.help_from),
        ("reason", _reason(before), _reason(after)),
    ):
        if old != new:
            key = f"form-changed-{name}" if new else f"form-emptied-{name}"
            yield plain(language, key, text=cut(new, _SHOWN)) if new else plain(language, key)
    if change.entry.measure.one_line and after.no_progress > before.no_progress:
        yield plain(language, "card-no-help")
    for indicator in change.entry.measure.indicators:
        old_figure = before.figure(indicator.indicator_id)
        new_figure = after.figure(indicator.indicator_id)
        if old_figure != new_figure:
            shown = [_figure(language, indicator, f) for f in (old_figure, new_figure)]
            if len(change.entry.measure.indicators) == 1:
                yield _moved(language, "figure", *shown)
            else:
                name = cut(indicator.name, _SHOWN)
                before_, after_ = shown
                yield plain(language, "form-moved-named", name=name, before=before_, after=after_)


def _moved(language: str, name: str, before: str, after: str) -> str:
    return plain(language, f"form-moved-{name}", before=before, after=after)


def _status(language: str, content: EntryContent) -> str:
    if content.status is None:
        return plain(language, "form-figure-none")
    return plain(language, f"status-{content.status.value}")


def _turn(language: str, content: EntryContent) -> str:
    follow_up = content.follow_up
    if follow_up is None:
        return plain(language, "form-follow-up-none")
    turn = plain(language, f"problem-turn-{follow_up.turn.value}")
    words = cut(follow_up.words, _SHOWN)
    return plain(language, "form-follow-up", turn=turn, words=words) if words else turn


def _reason(content: EntryContent) -> str:
    return content.no_progress_reason if content.no_progress else ""


def _figure(language: str, indicator: AskedIndicator, figure: Figure | None) -> str:
    if figure is None:
        return plain(language, "form-figure-none")
    if figure.value is None:
        return plain(language, "form-no-figure")
    about = plain(language, "sheet-about") if figure.approximate else ""
    return f"{about}{shown_figure(indicator, figure.value)}"
