"""What has changed between two sayings of the same thing, in words: before → after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialog.figures import shown_figure
from dialog.layout import cut, shown_length
from texts import plain, say
from texts.wording import listed
from vocabulary.report import AskedIndicator, AskedMeasure, EntryContent, Figure, FiledEntry

_SHOWN = 60  # characters of each side
_MOST = 1200  # characters of all changes together, so that they fit beside what they stand with
_KEPT = 12  # characters left of what is the same on both sides, so that the place is known


@dataclass(frozen=True, slots=True)
class Changed:
    """A measure of which something else is said than before, or shown by other files."""

    before: FiledEntry
    after: FiledEntry


def changed(before: Sequence[FiledEntry], after: Sequence[FiledEntry]) -> list[Changed]:
    """The measures that differ; one that is new counts from a blank."""
    known = {entry.measure.number: entry for entry in before}
    pairs = [
        (known.get(entry.measure.number, FiledEntry(entry.measure, EntryContent())), entry)
        for entry in after
    ]
    return [
        Changed(was, now)
        for was, now in pairs
        if (was.content, was.evidence) != (now.content, now.evidence)
    ]


def left_out(before: Sequence[FiledEntry], after: Sequence[FiledEntry]) -> list[AskedMeasure]:
    """The measures that the new saying does not have any more."""
    known = {entry.measure.number for entry in after}
    return [entry.measure for entry in before if entry.measure.number not in known]


def change_lines(
    language: str, measure: AskedMeasure, before: EntryContent, after: EntryContent
) -> Iterator[str]:
    """One line for each thing that differs, as Telegram HTML."""
    for key, was, now in _words(language, before, after):
        if was != now:
            shown = [side or plain(language, "otherwise-blank") for side in _apart(was, now)]
            yield say(language, f"otherwise-{key}", was=shown[0], now=shown[1])
    for indicator in measure.indicators:
        figures = [content.figure(indicator.indicator_id) for content in (before, after)]
        if figures[0] != figures[1]:
            was, now = (_figure(language, indicator, figure) for figure in figures)
            yield say(language, "otherwise-figure", name=cut(indicator.name, 30), was=was, now=now)


def changed_text(
    language: str, before: Sequence[FiledEntry], after: Sequence[FiledEntry], *, most: int = _MOST
) -> list[str]:
    """By measure what differs, as lines of Telegram HTML; beyond `most` characters only how many.

    Empty where nothing differs.
    """
    blocks = [changed_block(language, one) for one in changed(before, after)]
    lines: list[str] = []
    for done, block in enumerate(blocks):
        if done and shown_length("\n".join((*lines, *block))) > most:
            return [*lines, say(language, "otherwise-more", count=len(blocks) - done)]
        lines += block
    return lines


def changed_block(language: str, one: Changed) -> list[str]:
    """The measure and below it each thing that differs."""
    measure = one.after.measure
    number, title = cut(measure.number, 12), cut(measure.title, 28)
    lines = [say(language, "otherwise-measure", number=number, title=title)]
    lines += change_lines(language, measure, one.before.content, one.after.content)
    was, now = (
        listed(language, [cut(file.name, 30) for file in entry.evidence])
        for entry in (one.before, one.after)
    )
    if one.before.evidence != one.after.evidence:
        nothing = plain(language, "otherwise-blank")
        lines.append(say(language, "otherwise-evidence", was=was or nothing, now=now or nothing))
    return lines


def _words(
    language: str, before: EntryContent, after: EntryContent
) -> Iterator[tuple[str, str, str]]:
    yield "status", _status(language, before), _status(language, after)
    yield "no-progress-reason", _reason(before), _reason(after)
    yield "text", before.text, after.text
    yield "problem", before.problem, after.problem
    yield "next-step", before.next_step, after.next_step
    yield "help", before.help_from, after.help_from
    yield "follow-up", _follow_up(language, before), _follow_up(language, after)
    yield "explanation", _explanations(before), _explanations(after)


def _status(language: str, content: EntryContent) -> str:
    words = [plain(language, f"status-{content.status.value}")] if content.status else []
    words += [plain(language, "card-no-progress")] if content.no_progress else []
    return " · ".join(words)


def _follow_up(language: str, content: EntryContent) -> str:
    if content.follow_up is None:
        return ""
    turn = plain(language, f"problem-turn-{content.follow_up.turn.value}")
    return " · ".join(filter(None, (turn, content.follow_up.words)))


def _reason(content: EntryContent) -> str:
    return content.no_progress_reason if content.no_progress else ""


def _explanations(content: EntryContent) -> str:
    return "\n".join(one.reason for one in content.explanations)


def _figure(language: str, indicator: AskedIndicator, figure: Figure | None) -> str:
    if figure is None:
        return plain(language, "otherwise-blank")
    if figure.value is None:
        return plain(language, "card-no-figure")
    shown = shown_figure(indicator, figure.value)
    return plain(language, "card-about", figure=shown) if figure.approximate else shown


def _apart(was: str, now: str) -> tuple[str, str]:
    """Both sides cut to where they differ, since a long text changes in one place."""
    was, now = " ".join(was.split()), " ".join(now.split())
    if max(len(was), len(now)) <= _SHOWN:
        return was, now
    same = 0
    while same < min(len(was), len(now)) and was[same] == now[same]:
        same += 1
    start = max(0, same - _KEPT)
    before = "…" if start else ""
    return before + cut(was[start:], _SHOWN), before + cut(now[start:], _SHOWN)
