"""What came back from Word, as a card to look through: by measure, old → new, then what was not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialog.changes import change_lines
from dialog.layout import Rows, button, cut, page_row, shown_length
from dialog.press import Action, Press
from dialog.word_changes import Clash, WordChanges
from dialog.word_edits import WordEdits
from reports.draft_marks import Field
from texts import plain, say
from texts.wording import listed, month_name, timetable_line
from vocabulary.message import Button, Message
from vocabulary.report import FiledReport, WorkingReport

_PAGE = 3000
"""Characters of what is listed on one page; head, advice and times fit beside it."""

_QUOTED = 60
_CLASHED = 160
_MOST_LISTED = 40
"""Places of one kind that are named; more of them are counted."""

IN_WORD, HERE = "word", "here"
"""Which side holds where both have changed the same."""


@dataclass(frozen=True, slots=True)
class WordCard:
    """What the card is about. base: the revision that the draft was made from.

    by_words: it was known by its text alone, since the bookmarks are gone. is_correction: it is
    filed, so a reason will be asked.
    """

    upload_id: int
    base: FiledReport
    report: WorkingReport
    edits: WordEdits
    changes: WordChanges
    is_correction: bool
    by_words: bool

    @property
    def offers(self) -> bool:
        """Whether there is anything to take."""
        return bool(self.changes.changes or self.changes.clashes)


def word_card(language: str, card: WordCard, page: int = 0) -> Message:
    pages = _pages(list(_blocks(language, card)))
    page = min(page, len(pages) - 1)
    lines = [*_head(language, card), *pages[page], *_foot(language, card)]
    lines.append(timetable_line(language, card.report.timetable))
    turning = page_row(page, len(pages), lambda to: _press(card, Action.WORD_PAGE, str(to)))
    return Message("\n".join(lines), (*turning, *_buttons(language, card)))


def _press(card: WordCard, action: Action, argument: str) -> Press:
    return Press(action, card.upload_id, argument)


def _buttons(language: str, card: WordCard) -> Rows:
    drop = button(language, "word-button-drop", Press(Action.WORD_DROP, card.upload_id))
    if not card.offers:
        return ()
    sides = [(IN_WORD, "word-button-take")]
    if card.changes.clashes:
        sides = [(IN_WORD, "word-button-take-word"), (HERE, "word-button-take-here")]
    takes = tuple((_take(language, card, key, side),) for side, key in sides)
    return (*takes, (drop,))


def _take(language: str, card: WordCard, key: str, side: str) -> Button:
    return button(language, key, _press(card, Action.WORD_TAKE, f"{side}.{card.changes.mark}"))


def _head(language: str, card: WordCard) -> Iterator[str]:
    facts = {
        "unit": cut(card.report.unit, 60),
        "month": month_name(language, card.report.period),
        "revision": str(card.base.revision),
    }
    changed = {change.entry.entry_id for change in card.changes.changes}
    count = len(changed | {clash.entry.entry_id for clash in card.changes.clashes})
    yield say(language, "word-title", **facts)
    if card.by_words:
        yield say(language, "word-by-words")
    if card.base.revision < card.report.revision:
        newest = str(card.report.revision)
        yield say(language, "word-older", revision=str(card.base.revision), newest=newest)
    if card.edits.is_untouched:
        yield say(language, "word-untouched", revision=str(card.base.revision))
    elif not card.offers:
        yield say(language, "word-nothing")
    elif card.is_correction:
        yield say(language, "word-offered-correction", count=count)
    else:
        yield say(language, "word-offered", count=count)


def _foot(language: str, card: WordCard) -> Iterator[str]:
    if card.edits.printed:
        yield say(language, "word-printed-advice")
    if card.edits.additions:
        yield say(language, "word-added-advice")


def _blocks(language: str, card: WordCard) -> Iterator[list[str]]:
    for change in card.changes.changes:
        entry = change.entry
        lines = [_measure(language, entry.measure.number, entry.measure.title)]
        lines += change_lines(language, entry.measure, entry.content, change.content)
        lines += [say(language, note.text_key, **note.facts) for note in change.notes]
        yield lines
    if card.changes.clashes:
        yield [say(language, "word-clashes")]
    for clash in card.changes.clashes:
        yield _clash(language, clash)
    for refusal in card.changes.refusals:
        measure, answer = refusal.entry.measure, refusal.answer
        what = _field(language, measure.number, refusal.field)
        yield [
            say(language, "word-refused", what=what),
            say(language, answer.text_key, **answer.facts),
        ]
    yield from _not_taken(language, card)


def _measure(language: str, number: str, title: str) -> str:
    return say(language, "otherwise-measure", number=cut(number, 12), title=cut(title, 28))


def _clash(language: str, clash: Clash) -> list[str]:
    measure, blank = clash.entry.measure, plain(language, "otherwise-blank")
    what = _field_name(language, clash.field)
    here, in_word = (cut(text, _CLASHED) or blank for text in (clash.here, clash.in_word))
    return [
        _measure(language, measure.number, measure.title),
        say(language, "word-clash", what=what, here=here, word=in_word),
    ]


def _not_taken(language: str, card: WordCard) -> Iterator[list[str]]:
    edits, entries = card.edits, card.base.entries
    if edits.missing:
        places = [_field(language, entries[p].measure.number, f) for p, f in edits.missing]
        yield [say(language, "word-missing", what=_named(language, places))]
    if card.changes.gone:
        numbers = [cut(number, 12) for number in card.changes.gone]
        yield [say(language, "word-gone", numbers=_named(language, numbers))]
    if edits.moved:
        numbers = [cut(entries[place].measure.number, 12) for place in edits.moved]
        yield [say(language, "word-moved", numbers=_named(language, numbers))]
    if edits.printed:
        yield [say(language, "word-printed")]
        for one in edits.printed[:_MOST_LISTED]:
            now = cut(one.now, _QUOTED) or plain(language, "otherwise-blank")
            yield [say(language, "word-printed-one", was=cut(one.was, _QUOTED), now=now)]
    if edits.additions:
        yield [say(language, "word-added")]
        for addition in edits.additions[:_MOST_LISTED]:
            text, after = cut(addition.text, _QUOTED), cut(addition.after, 20)
            yield [say(language, "word-added-one", text=text, after=after or "none")]
    over = sum(max(0, len(m) - _MOST_LISTED) for m in (edits.printed, edits.additions))
    if over:
        yield [say(language, "word-more", count=over)]
    for kind, count in sorted(edits.beside.items()):
        yield [say(language, f"word-beside-{kind}", count=count)]


def _named(language: str, names: Sequence[str]) -> str:
    shown = listed(language, names[:_MOST_LISTED])
    over = len(names) - _MOST_LISTED
    return f"{shown}{plain(language, 'word-and-more', count=over)}" if over > 0 else shown


def _field(language: str, number: str, field: Field) -> str:
    name = _field_name(language, field)
    return plain(language, "word-field-of", number=cut(number, 12), field=name)


def _field_name(language: str, field: Field) -> str:
    return plain(language, f"word-field-{field.value.replace('_', '-')}")


def _pages(blocks: Sequence[Sequence[str]]) -> list[list[str]]:
    """Each at most so long, parted between blocks; of a longer block between its lines."""
    pages: list[list[str]] = [[]]
    length = 0
    for block in blocks:
        size = sum(shown_length(line) + 1 for line in block)
        whole = [list(block)] if size <= _PAGE else [[line] for line in block]
        for part in whole:
            size = sum(shown_length(line) + 1 for line in part)
            if pages[-1] and length + size > _PAGE:
                pages.append([])
                length = 0
            pages[-1] += part
            length += size
    return pages
