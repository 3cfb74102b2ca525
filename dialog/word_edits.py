"""What was changed in a draft that came back from Word, beside the draft as it was made; pure.

Of the draft as it was made we know what is printed by the system and what a person typed: the
bookmarks say so. Each of its paragraphs is looked for in the other paper: by bookmark, by its
words, then by what stands around it. What a person typed reaches from where it began to the next
paragraph that is known again, so what was added below it belongs to it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import islice, pairwise

from dialog.word_paper import PaperLine, WordPaper
from reports.draft_marks import Field, code_marked, field_marked
from reports.paper_words import paper_text
from vocabulary.terms import EntryStatus

_ALIKE = 0.6
"""Two paragraphs are the same one, changed, where so much of them is the same."""

_MOST_COMPARED = 40_000
"""Pairs of paragraphs that are compared letter by letter where nothing else tells them."""

_MOST_KEPT = 200
"""Additions and changes of print that are kept, and signs of each: they are only named."""

_MOST_TYPED = 10_000
"""Signs of one field that are kept: four times what any field takes, so that it is refused."""

_HEADS_KNOWN = 0.5
"""So many of a draft's paragraphs with a person's words have to be there, for it to be the one."""

_CHAPTER = re.compile(r"（?[一二三四五六七八九十]{1,3}(?:、|）)\S{2,20}$")
_NUMBERED = re.compile(r"\d{1,3}(?:[(（]\d{1,3}[)）])?[.．]")
_MEASURE = re.compile(r"(?P<number>\d{1,3}(?:\(\d{1,3}\))?)\.(?P<title>.+?)(?:（[^（）]*）)?。$")
_BEHIND_A_TITLE = re.compile(r"(?:（[^（）]{1,10}）)?[。：:，,\s]*")
_STATUS = re.compile(
    f".{{1,80}}?（(?:{'|'.join(paper_text(f'status-{one}') for one in EntryStatus)})）"
)

Place = tuple[int, Field]
"""Which entry of the revision, counted from 0, and which of its fields."""


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """Other words than were printed. lines: as they stand on the paper now; none where emptied."""

    place: int
    field: Field
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedEdit:
    """What the system prints reads otherwise now. now: empty where it is gone."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A paragraph that belongs to no field. after: the paragraph before it, empty at the top."""

    text: str
    after: str


@dataclass(frozen=True, slots=True)
class WordEdits:
    """missing: fields that could not be found again. beside: further pictures, comments, notes.

    moved: entries whose words stand in another order than they were printed in.
    """

    fields: tuple[FieldEdit, ...] = ()
    missing: tuple[Place, ...] = ()
    printed: tuple[PrintedEdit, ...] = ()
    additions: tuple[Addition, ...] = ()
    beside: dict[str, int] = field(default_factory=dict)
    moved: tuple[int, ...] = ()

    @property
    def is_untouched(self) -> bool:
        return self == WordEdits()


@dataclass(frozen=True, slots=True)
class _Known:
    """A paragraph of the draft as it was made, by which something is known again.

    before: what is printed in front of a person's words; all of it where it has none.
    words: a field's lines, from here on.
    """

    text: str
    before: str
    of: Place | None = None
    mark: str = ""
    words: tuple[str, ...] = ()


def compared(made: WordPaper, now: WordPaper) -> WordEdits:
    known = list(_known(made))
    lines = [part for line in now.lines if _says(line) for part in _parted(_tidied(line), known)]
    lines = list(_unglued(lines, known))
    return _Comparing(known, lines, _found(known, lines)).edits(_more(made.beside, now.beside))


def resemblance(made: WordPaper, now: WordPaper) -> int:
    """How many paragraphs of the draft are in a paper without our bookmarks, word for word.

    0 where its title is not there, or less than half of what is printed before people's words.
    """
    known = [one for one in _known(made) if one.text]
    texts = [_flat(line.text) for line in now.lines]
    there = set(texts)
    heads = {_flat(one.before) for one in known if one.of is not None and one.before}
    lengths = {len(head) for head in heads}
    found = len(heads & {text[:length] for text in texts for length in lengths})
    titles = [line.text for line in made.lines if any(map(code_marked, line.starts))]
    is_titled = any(_flat(title) in there for title in titles)
    if not is_titled or not heads or found < len(heads) * _HEADS_KNOWN:
        return 0
    return sum(_flat(one.text) in there for one in known)


def is_mostly(made: WordPaper, now: WordPaper) -> bool:
    """Whether at least half of the paragraphs of the one are in the other, word for word."""
    known = {_flat(line.text) for line in made.lines if line.text}
    return 2 * len(known & {_flat(line.text) for line in now.lines}) >= len(known) > 0


def _more(made: dict[str, int], now: dict[str, int]) -> dict[str, int]:
    return dict(Counter(now) - Counter(made))


def _says(line: PaperLine) -> bool:
    return bool(line.text.strip() or line.starts)


def _tidied(line: PaperLine) -> PaperLine:
    """Without white space around it; the bookmarks stay where they were."""
    cut = len(line.text) - len(line.text.lstrip())
    text = line.text.strip()
    starts = {name: min(max(0, at - cut), len(text)) for name, at in line.starts.items()}
    return replace(line, text=text, starts=starts)


def _parted(line: PaperLine, known: Sequence[_Known]) -> list[PaperLine]:
    """Paragraphs that have run together, apart again, each with what is printed before it."""
    before = {one.mark: one.before for one in known if one.mark}
    marks = sorted((at, name) for name, at in line.starts.items() if name in before)
    cuts = [0]
    for place, (at, name) in enumerate(marks):
        is_printed = bool(before[name]) and line.text[:at].endswith(before[name])
        if is_printed or place:
            cuts.append(max(cuts[-1], at - len(before[name]) if is_printed else at))
    return [
        PaperLine(
            line.text[start:end].strip(),
            {name: at - start for name, at in line.starts.items() if start <= at < end},
            is_aside=line.is_aside,
        )
        for start, end in zip(cuts, [*cuts[1:], len(line.text) + 1], strict=True)
        if start < end
    ]


def _unglued(lines: Sequence[PaperLine], known: Sequence[_Known]) -> Iterator[PaperLine]:
    """Heads of chapters that have run together with a paragraph, apart from it again."""
    there = {line.text for line in lines}
    lost = [one.text for one in known if one.of is None and _CHAPTER.match(one.text)]
    lost = [text for text in lost if text not in there]
    for line in lines:
        cuts = {at for head in lost for at in _ends_of(head, line.text)}
        bounds = [0, *sorted(cuts), len(line.text)]
        for start, end in pairwise(bounds):
            starts = {
                name: at - start
                for name, at in line.starts.items()
                if start <= at < end or (at == end == bounds[-1])
            }
            yield PaperLine(line.text[start:end].strip(), starts, is_aside=line.is_aside)


def _ends_of(head: str, text: str) -> Iterator[int]:
    """Where it begins or ends within the text, at whose beginning or end it stands."""
    if text.startswith(head):
        yield len(head)
    elif text.endswith(head):
        yield len(text) - len(head)


# ── the draft as it was made ───────────────────────────────────────────────────────────────────


def _known(made: WordPaper) -> Iterator[_Known]:
    """All but the further paragraphs of a field, which may go or come."""
    lines = [line for line in made.lines if _says(line)]
    at = 0
    while at < len(lines):
        line = lines[at]
        mark = next((name for name in line.starts if field_marked(name)), "")
        if not mark:
            yield _Known(line.text.strip(), line.text.strip())
            at += 1
            continue
        last = next(i for i in range(at, len(lines)) if mark in lines[i].ends)
        start = line.starts[mark]
        words = (line.text[start:], *(other.text for other in lines[at + 1 : last + 1]))
        yield _Known(line.text, line.text[:start], field_marked(mark), mark, _said(words))
        at = last + 1


def _said(texts: Sequence[str]) -> tuple[str, ...]:
    """The lines that say anything, however they were parted; white space is one space."""
    lines = (" ".join(line.split()) for text in texts for line in text.split("\n"))
    return tuple(line for line in lines if line)


# ── where it is now ────────────────────────────────────────────────────────────────────────────


def _found(known: Sequence[_Known], lines: Sequence[PaperLine]) -> dict[int, int]:
    """By its place in the draft, where each paragraph is now; those that are not there are left."""
    found = dict(_by_mark(known, lines))
    found |= _by_words(known, lines, found)
    for one, other in _gaps(found, len(known), len(lines)):
        taken = set(found.values())
        free_known = [i for i in one if i not in found]
        free_lines = [j for j in other if j not in taken and not lines[j].is_aside]
        found |= dict(_by_likeness(known, lines, free_known, free_lines))
    return found | dict(_typed_anew(known, lines, found))


def _typed_anew(
    known: Sequence[_Known], lines: Sequence[PaperLine], found: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Where what the system prints is gone and something else stands, it is taken to be that.

    The last paragraphs before the next one that is known: what was added to a field's words stands
    right below them. So nothing becomes a person's words that may be none.
    """
    taken = set(found.values())
    for one, other in _gaps(found, len(known), len(lines)):
        lost = [i for i in one if i not in found and known[i].of is None and known[i].text]
        free = [j for j in other if j not in taken and not lines[j].is_aside]
        yield from zip(reversed(lost), reversed(free), strict=False)


def _by_mark(known: Sequence[_Known], lines: Sequence[PaperLine]) -> Iterator[tuple[int, int]]:
    """A bookmark is where the words are, whatever they say and wherever they were moved to.

    Where two have run together the second has no paragraph of its own any more.
    """
    at = {name: j for j, line in enumerate(lines) for name in line.starts}
    taken: set[int] = set()
    for i, one in enumerate(known):
        j = at.get(one.mark) if one.mark else None
        if j is not None and j not in taken:
            taken.add(j)
            yield i, j


def _by_words(
    known: Sequence[_Known], lines: Sequence[PaperLine], found: dict[int, int]
) -> dict[int, int]:
    """Those that read as they did, where nothing else reads so."""
    taken = set(found.values())
    of_known = _once((one.text, i) for i, one in enumerate(known) if i not in found)
    of_lines = _once((line.text, j) for j, line in enumerate(lines) if j not in taken)
    return {i: of_lines[text] for text, i in of_known.items() if text in of_lines}


def _once(texts: Iterator[tuple[str, int]]) -> dict[str, int]:
    pairs = [(text, at) for text, at in texts if text]
    counts = Counter(text for text, _ in pairs)
    return {text: at for text, at in pairs if counts[text] == 1}


def _gaps(found: dict[int, int], most: int, lines: int) -> Iterator[tuple[range, range]]:
    """What lies between two that are known, in the draft and now.

    What was moved elsewhere bounds nothing.
    """
    in_order = _longest_rising(sorted(found.items()))
    bounds = [(-1, -1), *in_order, (most, lines)]
    for (i, j), (next_i, next_j) in pairwise(bounds):
        yield range(i + 1, next_i), range(j + 1, next_j)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of them that stand in the same order on both sides."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        chain = [*(chains[at - 1] if at else []), pair]
        if at == len(ends):
            ends.append(pair[1])
            chains.append(chain)
        else:
            ends[at], chains[at] = pair[1], chain
    return chains[-1] if chains else []


def _by_likeness(
    known: Sequence[_Known],
    lines: Sequence[PaperLine],
    of_known: Sequence[int],
    of_lines: Sequence[int],
) -> list[tuple[int, int]]:
    """The best way to lay them beside each other in their order."""
    if len(of_known) * len(of_lines) > _MOST_COMPARED:
        return _by_beginning(known, lines, of_known, of_lines)
    best: list[list[float]] = [[0.0] * (len(of_lines) + 1) for _ in range(len(of_known) + 1)]
    scores: dict[tuple[int, int], float] = {}
    for a in reversed(range(len(of_known))):
        for b in reversed(range(len(of_lines))):
            score = _score(known[of_known[a]], lines[of_lines[b]].text)
            scores[a, b] = score
            both = score + best[a + 1][b + 1] if score else 0.0
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    pairs, a, b = [], 0, 0
    while a < len(of_known) and b < len(of_lines):
        score = scores[a, b]
        if score and best[a][b] == score + best[a + 1][b + 1]:
            pairs.append((of_known[a], of_lines[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _by_beginning(
    known: Sequence[_Known],
    lines: Sequence[PaperLine],
    of_known: Sequence[int],
    of_lines: Sequence[int],
) -> list[tuple[int, int]]:
    """Where they are too many to be compared: the next that begins as it did."""
    pairs: list[tuple[int, int]] = []
    for i in of_known:
        rest = (j for j in of_lines if not pairs or j > pairs[-1][1])
        before = known[i].before
        found = next((j for j in rest if before and lines[j].text.startswith(before)), None)
        if found is not None:
            pairs.append((i, found))
    return pairs


def _score(one: _Known, text: str) -> float:
    """How surely the text is that paragraph: 0 where it is not."""
    if one.text == text:
        return 3.0
    if one.of is not None and one.before and text.startswith(one.before):
        return 2.0
    if not one.text:
        return 0.0
    matcher = SequenceMatcher(None, one.text, text, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


# ── what it says now ───────────────────────────────────────────────────────────────────────────


class _Heads:
    """What a paragraph begins with that is none of a field's: a chapter, or another measure."""

    def __init__(self, known: Sequence[_Known]) -> None:
        self._titles: dict[str, dict[int, str]] = {}
        """By title, the entries that have it, with their numbers."""
        for one in known:
            found = _MEASURE.match(one.before)
            if one.of is not None and found:
                self._titles.setdefault(found["title"], {})[one.of[0]] = found["number"]

    def measure_at(self, text: str) -> tuple[int, str] | None:
        """Which entry a paragraph names at its beginning, and what it says behind that."""
        numbered = _NUMBERED.match(text)
        rest = text[numbered.end() :].lstrip() if numbered else text
        number = numbered[0].rstrip(".．") if numbered else ""
        title = max(filter(rest.startswith, self._titles), key=len, default="")
        if not numbered and rest[len(title) :][:1] not in set("。：:（"):
            return None
        places = self._titles.get(title, {})
        named = [place for place, own in places.items() if own == number] or list(places)
        if len(named) != 1:
            return None
        behind = _BEHIND_A_TITLE.match(rest, len(title))
        return named[0], rest[behind.end() if behind else len(title) :]

    def opens_another(self, text: str) -> bool:
        """三、存在问题; 99.新的措施（正常推进）。; a number and the title of a measure of it.

        Or a title without a number, where it ends there.

        A list that somebody numbers within their words is none of these.
        """
        if _CHAPTER.match(text):
            return True
        numbered = _NUMBERED.match(text)
        if numbered is None:
            return self.measure_at(text) is not None
        rest = text[numbered.end() :]
        return bool(_STATUS.match(rest)) or any(map(rest.startswith, self._titles))


def _field_of(chapter: str) -> Field | None:
    """What a person tells below the head of a chapter, apart from the texts themselves."""
    if "下一步" in chapter:
        return Field.NEXT_STEP
    return Field.PROBLEM if "问题" in chapter else None


class _Comparing:
    """found: by its place in the draft, where a paragraph is among the lines now."""

    def __init__(
        self, known: Sequence[_Known], lines: Sequence[PaperLine], found: dict[int, int]
    ) -> None:
        self.known, self.lines, self.found = known, lines, found
        self._heads = _Heads(known)
        self._bounds = frozenset(found.values())
        self._taken = set(self._bounds)

    def edits(self, beside: dict[str, int]) -> WordEdits:
        fields: list[FieldEdit] = []
        missing: list[Place] = []
        printed: list[PrintedEdit] = []
        for i, one in enumerate(self.known):
            j = self.found.get(i)
            now = self.lines[j].text if j is not None else ""
            if one.of is None:
                printed += [_printed(one.text, now)] if _flat(now) != _flat(one.text) else []
            elif j is None or (one.before and not now):
                missing.append(one.of)
            else:
                start = _start(one, self.lines[j])
                before = now[:start]
                printed += [_printed(one.before, before)] if before != one.before else []
                words = self._words_from(i, j, start)
                fields += [FieldEdit(*one.of, words)] if words != one.words else []
        placed = self._placed()
        fields += [FieldEdit(*place, _said(texts)) for place, texts in placed.items()]
        return WordEdits(
            tuple(fields),
            tuple(place for place in missing if place not in placed),
            tuple(printed[:_MOST_KEPT]),
            tuple(islice(self._additions(), _MOST_KEPT)),
            beside,
            self._moved(),
        )

    def _moved(self) -> tuple[int, ...]:
        pairs = sorted(self.found.items())
        in_order = set(_longest_rising(pairs))
        ofs = (self.known[pair[0]].of for pair in pairs if pair not in in_order)
        return tuple(dict.fromkeys(of[0] for of in ofs if of is not None))

    def _placed(self) -> dict[Place, list[str]]:
        """What was typed below 存在问题 or 下一步措施, of measures that had nothing there.

        A paragraph that names a measure begins it; the head of a chapter that is new is used up.
        """
        there = {one.of for i, one in enumerate(self.known) if i in self.found}
        placed: dict[Place, list[str]] = {}
        chapter: tuple[int, Field | None] = (0, None)
        open_at: Place | None = None
        for at, line in enumerate(self.lines):
            if _CHAPTER.match(line.text):
                chapter, open_at = (at, _field_of(line.text)), None
                continue
            head_at, asked = chapter
            if at in self._taken or line.is_aside or asked is None:
                open_at = None
                continue
            words = line.text
            if named := self._heads.measure_at(line.text):
                place, words = named
                open_at = None if (place, asked) in there else (place, asked)
            if open_at is not None:
                placed.setdefault(open_at, []).append(words[:_MOST_TYPED])
                self._taken |= {at, head_at}
        return {place: texts for place, texts in placed.items() if _said(texts)}

    def _words_from(self, i: int, j: int, start: int) -> tuple[str, ...]:
        """From there to the next paragraph that is known, or that reads like one of the draft's."""
        texts, room = [self.lines[j].text[start:][:_MOST_TYPED]], _MOST_TYPED
        is_numbered = any(map(self._heads.opens_another, self.known[i].words))
        for at in range(j + 1, len(self.lines)):
            if at in self._bounds or self.lines[at].is_aside:
                break
            if not is_numbered and self._heads.opens_another(self.lines[at].text):
                break
            self._taken.add(at)
            room -= len(texts[-1])
            if room > 0:
                texts.append(self.lines[at].text[:room])
        return _said(texts)

    def _additions(self) -> Iterator[Addition]:
        after = ""
        for at, line in enumerate(self.lines):
            if at not in self._taken and line.text:
                yield Addition(line.text[:_MOST_KEPT], after[:_MOST_KEPT])
            after = line.text or after


def _printed(was: str, now: str) -> PrintedEdit:
    return PrintedEdit(was[:_MOST_KEPT], now[:_MOST_KEPT])


def _flat(text: str) -> str:
    return " ".join(text.split())


def _start(one: _Known, line: PaperLine) -> int:
    """Where the words begin: behind what is printed before them, else at their bookmark.

    Of a paragraph that was typed anew the bookmark is left behind, at its end.
    """
    if line.text.startswith(one.before):
        return len(one.before)
    at = line.starts.get(one.mark)
    if at is not None and (line.text[at:] or not one.words):
        return at
    return _moved(one.text, line.text, len(one.before))


def _moved(was: str, now: str, at: int) -> int:
    """Where a place of one text is in the other."""
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for _, start, end, now_start, now_end in matcher.get_opcodes():
        if at < end:
            return min(now_start + at - start, now_end)
    return len(now)
