"""Several measures pasted at once: which part of the text is about which measure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dialog.answers import Accepted, Answer, by_labels, typed
from dialog.bylines import byline
from dialog.layout import button, cut
from dialog.measure_numbers import heading, set_off
from dialog.press import Action, Press
from dialog.steps import Step
from dialog.words import cleaned, is_section
from texts import say
from texts.wording import listed
from vocabulary.message import Button, Message
from vocabulary.report import EntryContent, ReportEntry, WorkingReport

APPEND, REPLACE, LEAVE = "append", "replace", "leave"
"""What to do with a measure that has a text already, as a button says it."""

_SHOWN = 60  # characters of each part shown again
_LISTED = 24  # parts with a line of their own, so that they fit one message
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of the pasted text. entry_id: None where it is about no measure of the report."""

    entry_id: int | None
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage with the measure that it goes to, and what becomes of that."""

    entry: ReportEntry
    part: Part
    answer: Answer

    @property
    def has_text(self) -> bool:
        """Whether there is something that the passage would change, or stand behind."""
        return bool(self.entry.content.text) and not self.entry.content.no_progress


def parts_of(
    report: WorkingReport, text: str, *, answering: str | None = None, asked: str | None = None
) -> list[Part]:
    """The text split where a measure of the report begins; empty when it is no such text.

    answering: the number of the measure whose words are being asked, where some are: a list that
    counts 1, 2, 3 and is not all of measures is a list within that answer.
    asked: the number of the measure that is asked about at all: what begins with it is its answer.
    """
    messages = text.split(_BREAK)
    if len(messages) > 1:
        return _parts_of_several(report, messages)
    return _parts_of_one(report, text, answering=answering, asked=asked)


def _parts_of_several(report: WorkingReport, messages: Sequence[str]) -> list[Part]:
    """Each message by itself; one that names no measures so is read behind those before it."""
    each = [_parts_of_one(report, message) for message in messages]
    if not all(each):
        together = _parts_of_one(report, _BREAK.join(messages))
        if together:
            return together
    rest = [
        parts or [Part(None, "", cleaned(message))]
        for parts, message in zip(each, messages, strict=True)
    ]
    return _joined([part for parts in rest for part in parts]) if any(each) else []


def _parts_of_one(
    report: WorkingReport, text: str, *, answering: str | None = None, asked: str | None = None
) -> list[Part]:
    known = _by_number(report)
    places = {number: place for place, number in enumerate(known)}
    parts: list[Part] = []
    headings: list[tuple[str, bool]] = []
    for message in text.split(_BREAK):
        before = len(headings)
        for line in _lines(message, known):
            found = heading(line)
            number = found.number if found else ""
            entry = known.get(number)
            is_sure = found is not None and (found.is_strong or _has_title(found.words, entry))
            goes_forward = _goes_forward(number, headings[before:], places)
            if found is not None and (is_sure or goes_forward):
                headings.append((number, is_sure))
                words = _without_title(found.words, entry)
                parts.append(Part(entry.entry_id if entry else None, number, words))
            elif parts:
                parts[-1] = replace(parts[-1], words=f"{parts[-1].words}\n{line}".strip())
            else:
                parts.append(Part(None, "", line))
    own = {asked, answering}
    is_paste = _is_paste(headings, known, answering, own) or _is_of_one(text, known, own)
    if is_paste:
        return _joined(_without_last_sections(parts))
    return [] if _BREAK in text else _set_off(report, text, known, own)


def _set_off(
    report: WorkingReport, text: str, known: dict[str, ReportEntry], own: set[str | None]
) -> list[Part]:
    """All of it for a measure whose number stands in front in a way that is seldom a number's."""
    said = cleaned(text)
    found = set_off(report, said)
    entry = known.get(found[0]) if found else None
    if found is None or entry is None or entry.measure.number in own:
        return []
    if any(heading(line) for line in said.split("\n")[1:]):
        return []
    return [Part(entry.entry_id, found[0], _without_title(found[1], entry))]


_FURTHER = re.compile(r"(?<=[\s;；。])(\d+(?:[.-]\d+)*)(?:[、．]|\.(?!\d))(?=\s*[^\W\d_])")


def _lines(message: str, known: dict[str, ReportEntry]) -> Iterator[str]:
    """The lines, and apart what stands on one line with the numbers of measures (1.… 2.…)."""
    places = list(known)
    for line in cleaned(message).split("\n"):
        first, further = heading(line), list(_FURTHER.finditer(line))
        numbers = [first.number if first else "", *(found[1] for found in further)]
        are_ours = all(number in known for number in numbers)
        if not further or not are_ours or numbers != sorted(set(numbers), key=places.index):
            yield line
            continue
        starts = [0, *(found.start() for found in further)]
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            yield line[start:end].strip()


def _without_last_sections(parts: Sequence[Part]) -> list[Part]:
    """What a document says below the last measure of all of them is none of that measure's.

    二、下一步打算 is one measure's where the measures before have such headings too, or where there
    is no other.
    """
    ours = [part for part in parts if part.entry_id is not None]
    if len(ours) < 2 or any(_section_at(part.words) is not None for part in ours[:-1]):
        return list(parts)
    place = _section_at(ours[-1].words)
    if place is None:
        return list(parts)
    lines = ours[-1].words.split("\n")
    own, below = "\n".join(lines[:place]), "\n".join(lines[place:])
    return [
        kept
        for part in parts
        for kept in (
            (replace(part, words=own), Part(None, "", below)) if part is ours[-1] else (part,)
        )
    ]


def _section_at(words: str) -> int | None:
    """In which line the first heading of a part of a document stands."""
    return next((i for i, line in enumerate(words.split("\n")) if is_section(line)), None)


def _is_of_one(text: str, known: dict[str, ReportEntry], own: set[str | None]) -> bool:
    """Whether all of it stands behind the number of one measure, and not of the one asked."""
    first, *more = cleaned(text).split("\n")
    found = heading(first)
    if found is None or found.number not in known or any(heading(line) for line in more):
        return False
    opens = found.opens_words or (not found.words and bool(more))
    return opens and known[found.number].measure.number not in own


def adds_measures(report: WorkingReport, text: str) -> bool:
    """Whether a further message says something of measures that it names itself."""
    known = _by_number(report)
    if any(part.entry_id is not None for part in parts_of(report, text)):
        return True
    return any(
        found.number in known and found.opens_words
        for line in cleaned(text).split("\n")
        if (found := heading(line)) is not None
    )


def is_rest_of(text: str, more: str) -> bool:
    """Whether Telegram has cut the second off the first."""
    return _BREAK not in glued(text.rpartition(_BREAK)[2], more)


def _by_number(report: WorkingReport) -> dict[str, ReportEntry]:
    """Under each number the entry that answers it, in the order in which the plan counts.

    The measures of a shared paragraph stand apart there.
    """
    known = {
        _plain(measure.number): entry for entry in report.entries for measure in entry.measure.each
    }
    if not any(entry.measure.parts for entry in report.entries):
        return known
    return dict(sorted(known.items(), key=lambda one: [int(d) for d in re.findall(r"\d+", one[0])]))


def _is_paste(
    headings: Sequence[tuple[str, bool]],
    known: dict[str, ReportEntry],
    answering: str | None,
    own: set[str | None],
) -> bool:
    ours = {number for number, _ in headings if number in known}
    if len(ours) == 1:
        (number,) = ours
        return (number, True) in headings and known[number].measure.number not in own
    counts = [number for number, _ in headings] == [str(n + 1) for n in range(len(headings))]
    is_all_sure = any(is_sure for _, is_sure in headings)
    if counts and answering is not None and len(ours) < len(headings) and not is_all_sure:
        return False
    return len(ours) > 1


def _goes_forward(
    number: str, headings: Sequence[tuple[str, bool]], places: dict[str, int]
) -> bool:
    """Numbers within a measure's own words begin anew, so that they go back.

    One that is no measure of the report counts where it is the next after the last.
    """
    before = [places[known] for known, _ in headings if known in places]
    if number in places:
        return not before or places[number] > max(before)
    is_whole = number.isdecimal() and all(known.isdecimal() for known, _ in headings)
    return is_whole and all(int(number) > int(known) for known, _ in headings) and bool(headings)


def _has_title(words: str, entry: ReportEntry | None) -> bool:
    return entry is not None and bool(_title(entry)) and words.startswith(_title(entry))


def _without_title(words: str, entry: ReportEntry | None) -> str:
    """The words behind the measure's title, where they repeat it."""
    if entry is None or not _has_title(words, entry):
        return words
    return words[len(_title(entry)) :].lstrip(" 　。.:：，,、—-").strip()


def _title(entry: ReportEntry) -> str:
    return cleaned(entry.measure.title).rstrip("。.")


def _plain(number: str) -> str:
    return unicodedata.normalize("NFKC", number).strip()


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Passages of the same measure are one; nothing is left out but what says nothing."""
    found: dict[tuple[int | None, str], Part] = {}
    for part in parts:
        key = (part.entry_id, part.number if part.entry_id is None else "")
        known = found.get(key)
        words = "\n".join(filter(None, (known.words, part.words))) if known else part.words
        found[key] = replace(part, words=words)
    return [part for part in found.values() if part.words or part.entry_id is None]


def glued(text: str, more: str) -> str:
    """Two messages as one text: Telegram cuts what is long at its limit, wherever that is."""
    first, second = text.rstrip(), more.lstrip()
    is_cut = len(text) > _NEARLY_FULL and not re.search(r"[。.！!？?；;：:]$", first)
    is_new = heading(second.partition("\n")[0]) is not None
    if not is_cut or is_new:
        return f"{first}\n{_BREAK}\n{second}"
    is_latin = first[-1:].isascii() and second[:1].isascii()
    return f"{first} {second}" if is_latin else first + second


_BREAK = "\x1e"
"""Between messages: the numbers of the next may begin anew. No word of anybody's: it is cleaned."""

_NEARLY_FULL = 3500
"""Characters of a message behind which a further one is likely to be the rest of it."""


# ── where each goes ────────────────────────────────────────────────────────────────────────────


def placed(
    report: WorkingReport, parts: Sequence[Part], *, replacing: bool, leaving: bool = False
) -> list[Placed]:
    """What would become of each measure.

    replacing: its words give way to the new ones. leaving: where it has any, they stay alone.
    """
    found = [
        Placed(entry, part, _taken(entry, part.words, replacing=replacing))
        for part in parts
        if part.entry_id is not None
        for entry in [report.entry(part.entry_id)]
    ]
    return [one for one in found if not (leaving and one.has_text)]


def _taken(entry: ReportEntry, words: str, *, replacing: bool) -> Answer:
    return by_labels(entry, words, partial(_text_taken, replacing=replacing), replacing=replacing)


def _text_taken(entry: ReportEntry, words: str, *, replacing: bool) -> Answer:
    """As if the words had been typed at the status: they may begin with it."""
    if replacing and not entry.content.no_progress:
        blank = replace(entry, content=replace(entry.content, text=""))
        answer = typed(blank, Step.STATUS, None, words)
        if isinstance(answer, Accepted) and not answer.content.text:
            kept = replace(answer.content, text=entry.content.text)
            return replace(answer, content=kept)
        return answer
    if _says_already(entry.content, words):
        return Accepted(entry.content)
    return typed(entry, Step.STATUS, None, words)


def _says_already(content: EntryContent, words: str) -> bool:
    """The same pasted once more adds nothing."""
    return f"\n{cleaned(words)}\n" in f"\n{content.text}\n"


def without_place(
    report: WorkingReport, parts: Sequence[Part], *, replacing: bool, leaving: bool = False
) -> list[Part]:
    """What would be stored nowhere: about no measure of the report, refused, or given way."""
    found = placed(report, parts, replacing=replacing, leaving=leaving)
    stored = [one.part for one in found if isinstance(one.answer, Accepted)]
    lost = [part for part in parts if part.entry_id is None]
    return [*lost, *(part for part in parts if part not in lost and part not in stored)]


def split_shown(
    language: str,
    report: WorkingReport,
    parts: Sequence[Part],
    *,
    paste_id: int,
    messages: int,
    answering: str | None,
) -> Message:
    """The text as it was split, with where each part goes, to be confirmed as it was seen.

    messages: how many it came in: what is confirmed is what was shown.
    answering: the number of the open question's measure, to which all of it may belong after all.
    """
    found = placed(report, parts, replacing=False)
    lines = [say(language, "pasted-title", count=len(found)), ""]
    lines += [_line(language, one) for one in found[:_LISTED]]
    if len(found) > _LISTED:
        lines.append(say(language, "card-more", count=len(found) - _LISTED))
    if lost := [part for part in parts if part.entry_id is None]:
        lines += ["", say(language, "pasted-without-place", count=len(lost))]
        lines += [
            say(language, "pasted-lost", words=cut(f"{part.number} {part.words}".strip(), _SHOWN))
            for part in lost[:_NAMED]
        ]
    buttons = _buttons(language, report, found, paste_id, messages)
    if answering is not None:
        press = Press(Action.PASTED_ANSWER, paste_id, str(messages), report.version)
        number = cut(answering, 12)
        buttons.append(button(language, "pasted-button-answer", press, number=number))
    buttons.append(button(language, "pasted-button-drop", Press(Action.PASTED_DROP, paste_id)))
    return Message("\n".join(lines), tuple((one,) for one in buttons))


def _line(language: str, one: Placed) -> str:
    facts = {
        "number": cut(one.entry.measure.number, 12),
        "title": cut(one.entry.measure.title, 20),
        "words": cut(one.part.words, _SHOWN),
    }
    if not isinstance(one.answer, Accepted):
        why = say(language, one.answer.text_key, **one.answer.facts)
        return f"{say(language, 'pasted-part', **facts)}\n{why}"
    if not one.has_text:
        return say(language, "pasted-part", **facts)
    line = say(language, "pasted-part-has", **facts)
    theirs = one.entry.answered
    if theirs is None or theirs.is_reader:
        return line
    words, by = cut(one.entry.content.text, _SHOWN), byline(language, theirs)
    return f"{line}\n{say(language, 'pasted-part-theirs', by=by, words=words)}"


def _buttons(
    language: str,
    report: WorkingReport,
    found: Sequence[Placed],
    paste_id: int,
    messages: int,
) -> list[Button]:
    if not found:
        return []
    blank = sum(not one.has_text for one in found)
    ways = [
        (APPEND, "pasted-button-append", len(found)),
        (REPLACE, "pasted-button-replace", len(found)),
    ]
    if blank:
        ways.append((LEAVE, "pasted-button-leave", blank))
    if blank == len(found):
        ways = [(APPEND, "pasted-button-take", blank)]
    return [
        button(
            language,
            key,
            Press(Action.PASTED_TAKE, paste_id, f"{way}.{messages}", report.version),
            count=count,
        )
        for way, key, count in ways
    ]


def lost_lines(language: str, lost: Sequence[Part]) -> Iterator[str]:
    """What was stored nowhere, named so that it can be found in the text that is kept."""
    if lost:
        named = listed(language, (cut(p.number or p.words, 12) for p in lost[:_NAMED]))
        yield say(language, "pasted-kept", count=len(lost), list=named)
