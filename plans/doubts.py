"""Stage 7: what in a plan a person has to look at, each thing said once."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from plans.assembly import Assembled
from plans.beside import clause_in
from plans.dates import dates_in
from plans.front import FrontMatter
from plans.groups import is_group
from plans.indicators import figures_unnamed, told_in_words
from plans.labels import find_lists
from plans.lines import Unread
from plans.numbering import CHINESE, any_number
from plans.paragraphs import Paragraph
from plans.passages import Passage
from plans.people import is_person
from plans.value_doubts import (
    about,
    numbers_listed,
    of_groups,
    shortened,
    unmeasured,
    without_units,
)
from vocabulary.measure_names import MeasureNames
from vocabulary.plan import (
    DocumentIndicator,
    DocumentMeasure,
    Doubt,
    Mention,
    ReportRule,
)
from vocabulary.terms import Role

_SPOKEN_FORCES = re.compile(rf"(?P<count>\d{{1,2}}|{CHINESE})(?:大|个|支)\w{{0,6}}?专班")
_REGION = re.compile(r"^(?:省|市|县|区|州|旗|全市|国家)")
_PLACE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡|街道)"
)
_COMPLETED, _BARE = "doubt-names-completed", "doubt-names-bare"
_SHORTEST_ABBREVIATION = 4
_SOME_YEAR = 1
_LONGEST_ITEM = 20


def find_doubts(
    found: Assembled,
    front: FrontMatter,
    *,
    prose: Sequence[Paragraph],
    beside: Collection[Paragraph],
    indicators: Sequence[DocumentIndicator],
    task_forces: Sequence[str],
    report_rule: ReportRule | None,
    year: int | None,
) -> Iterator[Doubt]:
    """Who owes, what was mended, numbers, names, task forces, labels, targets.

    beside: see clause_in. indicators: those of the plan itself, from its prose. year: its own.
    """
    measures = found.measures
    called = MeasureNames(measures)
    if not front.title:
        yield Doubt("doubt-title-missing", {})
    if report_rule is None:
        yield Doubt("doubt-report-rule-missing", {})
    yield from without_units(measures, called)
    yield from _unread_clauses(measures, found.passages, called)
    yield from _in_person(measures, found.passages, called)
    yield from _assumed_roles(measures, found, called)
    yield from _spoken(measures, found.passages, called)
    yield from _mended(measures, found.passages, called)
    yield from _outside(prose, beside)
    yield from _left_out(found.left_out)
    yield from _numbers(measures, called)
    yield from of_groups(measures, called)
    yield from _open_lists(measures, found.passages, called)
    yield from _idle_addressees(measures, front)
    yield from _alike(measures)
    yield from _shortened_names(found, front, called)
    yield from _task_forces(measures, prose, task_forces, called)
    yield from _short_lists(measures, prose)
    yield from _targets_in_words(measures, found.passages, prose, indicators, called)
    yield from _targets_unnamed(measures, found.passages, called)
    yield from unmeasured(measures, indicators)
    yield from _dues_untold(measures, found.passages, called)
    yield from _days_untold(measures, found.passages, called)
    if year is None:
        yield from _years_untold(measures, found.passages, prose, called)


def of_the_file(unread: Unread) -> Iterator[Doubt]:
    """Pages of pictures, whose words are missing, and tables whose rows owe nothing to anybody."""
    if pages := unread.pictured:
        listed = numbers_listed(map(str, pages))
        yield Doubt("doubt-pages-pictured", {"pages": listed, "count": str(len(pages))})
    for table in unread.tables:
        yield Doubt("doubt-table-unread", {"page": str(table.page)}, source="　".join(table.head))


def _assumed_roles(
    measures: Sequence[DocumentMeasure], found: Assembled, called: MeasureNames
) -> Iterator[Doubt]:
    """Names that no word gives a role, and those with a sign that nothing explains."""
    odd = [
        (measure, name)
        for measure, passage in zip(measures, found.passages, strict=True)
        for in_text in passage.clauses
        for name in (*in_text.clause.assumed, *in_text.clause.marked)
        if name in in_text.clause.assumed or not found.marks_explained
        if Mention(name, Role.LEAD) not in measure.mentions  # by the rule that the first leads
    ]
    if odd:
        names = "、".join(dict.fromkeys(name for _, name in odd))
        concerned = list(dict.fromkeys(measure for measure, _ in odd))
        yield about("doubt-role-assumed", concerned, called, source=names, names=names)


def _in_person(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Posts and people who owe a measure, since nothing names their unit."""
    named = [
        (measure, name)
        for measure, passage in zip(measures, passages, strict=True)
        for in_text in passage.clauses
        for name in in_text.clause.in_person
    ]
    if named:
        names = "、".join(dict.fromkeys(name for _, name in named))
        concerned = list(dict.fromkeys(measure for measure, _ in named))
        yield about(
            "doubt-owners-in-person", concerned, called, source=shortened(names), names=names
        )


def _unread_clauses(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Words of clauses that were not understood, and people, who are no units."""
    odd = [
        (measure, words)
        for measure, passage in zip(measures, passages, strict=True)
        for in_text in passage.clauses
        for words in in_text.clause.unread
    ]
    if unread := [(measure, words) for measure, words in odd if not is_person(words)]:
        source = "；".join(words for _, words in unread)
        concerned = list(dict.fromkeys(measure for measure, _ in unread))
        yield about("doubt-clause-unread", concerned, called, source=shortened(source))
    if people := [(measure, (words,)) for measure, words in odd if is_person(words)]:
        yield _words_told("doubt-clause-person", people, called)


def _spoken(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Who does it was found in running text, in the row above, or under the last of some items."""
    odd = [
        measure
        for measure, passage in zip(measures, passages, strict=True)
        if any(in_text.clause.spoken for in_text in passage.clauses)
    ]
    if odd:
        yield about("doubt-clause-spoken", odd, called)
    filled = [
        measure for measure, passage in zip(measures, passages, strict=True) if passage.from_above
    ]
    if filled:
        yield about("doubt-units-from-above", filled, called)
    shared = [
        measure
        for measure, passage in zip(measures, passages, strict=True)
        if passage.closed_by_last
    ]
    if shared:
        yield about("doubt-clause-shared", shared, called)


def _mended(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    pairs = list(zip(measures, passages, strict=True))
    mended = [measure for measure, passage in pairs if passage.mendings]
    if mended:
        mendings = [mending for passage in passages for mending in passage.mendings]
        yield about(
            "doubt-brackets-mended",
            mended,
            called,
            source=_on_one_line(mending.before for mending in mendings),
            after=_on_one_line(mending.after for mending in mendings),
        )
    torn = [measure for measure, passage in pairs if passage.torn]
    if torn:
        words = [words for passage in passages for words in passage.torn]
        yield about("doubt-clause-torn", torn, called, source=_on_one_line(words))


def _outside(prose: Sequence[Paragraph], beside: Collection[Paragraph]) -> Iterator[Doubt]:
    """Clauses that belong to no measure: a number may be missing."""
    for part in prose:
        if found := clause_in(part, beside):
            yield Doubt("doubt-clause-outside", {}, found.words, part.line)


def _left_out(items: Sequence[Paragraph]) -> Iterator[Doubt]:
    if items:
        source = shortened("；".join(shortened(part.text, _LONGEST_ITEM) for part in items))
        yield Doubt("doubt-items-left-out", {"count": str(len(items))}, source, items[0].line)


def _numbers(measures: Sequence[DocumentMeasure], called: MeasureNames) -> Iterator[Doubt]:
    """Numbers that repeat or are left out; counting anew from 1 under a new heading is allowed."""
    repeated: list[DocumentMeasure] = []
    missing: list[str] = []
    last, seen, section = 0, set[int](), None
    after_gap: DocumentMeasure | None = None
    for measure in measures:
        if not measure.number.isdecimal():
            continue
        number = int(measure.number)
        if number == 1 and measure.section_path != section:
            last, seen = 0, set()
        section = measure.section_path
        if number in seen:
            repeated.append(measure)
        elif number > last + 1 and last:
            missing.extend(str(skipped) for skipped in range(last + 1, number))
            after_gap = after_gap or measure
        seen.add(number)
        last = max(last, number)
    if repeated:
        yield about("doubt-numbers-repeated", repeated, called)
    if after_gap:
        facts = {"numbers": numbers_listed(missing)}
        source = after_gap.title or shortened(after_gap.text)
        yield Doubt("doubt-numbers-missing", facts, source, after_gap.source_line)


def _open_lists(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Lists that end in 等 without saying which others."""
    open_ended = [
        (measure, passage.text[in_text.start : in_text.end])
        for measure, passage in zip(measures, passages, strict=True)
        for in_text in passage.clauses
        if in_text.clause.and_others
        and not any(is_group(mention.name) for mention in in_text.clause.mentions)
    ]
    if open_ended:
        concerned = list(dict.fromkeys(measure for measure, _ in open_ended))
        words = shortened("；".join(words for _, words in open_ended))
        yield about("doubt-list-open", concerned, called, source=words)


def _idle_addressees(measures: Sequence[DocumentMeasure], front: FrontMatter) -> Iterator[Doubt]:
    owing = {mention.name for measure in measures for mention in measure.mentions}
    idle = [name for name in front.addressees if not is_group(name) and name not in owing]
    if idle:
        names = "、".join(idle)
        yield Doubt("doubt-addressee-idle", {"names": names}, names, front.addressed_at)


def _alike(measures: Sequence[DocumentMeasure]) -> Iterator[Doubt]:
    """Names of which one looks like the short form of another: 市文旅局, 市文化和旅游局."""
    by_ending: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(m.name for measure in measures for m in measure.mentions):
        if not is_group(name):
            by_ending[name[-1]].append(name)
    pairs = [
        f"{short}＝{long}"
        for names in by_ending.values()
        for short in names
        for long in names
        if _is_short_form(short, long)
    ]
    if pairs:
        yield Doubt("doubt-names-alike", {"names": "、".join(pairs)}, "、".join(pairs))


def _shortened_names(found: Assembled, front: FrontMatter, called: MeasureNames) -> Iterator[Doubt]:
    """Names behind one that says of which level it is: those that were read as its, and the rest.

    Not those that say a place: 虞乡税务局 in a plan of 虞乡.
    """
    place = _PLACE.match(front.title) or _PLACE.match(front.issuer or "")
    words: dict[str, dict[str, list[DocumentMeasure]]] = {_COMPLETED: {}, _BARE: {}}
    for short in found.shortened:
        if short.whole:
            told = words[_COMPLETED].setdefault(f"{short.name}＝{short.whole}", [])
        elif place and place["name"] in short.name:
            continue
        else:
            told = words[_BARE].setdefault(short.name, [])
        told.append(found.measures[short.at])
    for key, naming in words.items():
        if naming:
            names = "、".join(naming)
            concerned = dict.fromkeys(measure for told in naming.values() for measure in told)
            in_order = [measure for measure in found.measures if measure in concerned]
            yield about(key, in_order, called, source=shortened(names), names=names)


def _is_short_form(short: str, long: str) -> bool:
    if short == long or len(short) > len(long):
        return False
    bare, full = _REGION.sub("", short), _REGION.sub("", long)
    if bare == full:
        return len(short) < len(long)
    if len(short) < _SHORTEST_ABBREVIATION or bare[:1] != full[:1]:
        return False
    rest = iter(full)
    return all(sign in rest for sign in bare)


def _task_forces(
    measures: Sequence[DocumentMeasure],
    prose: Sequence[Paragraph],
    task_forces: Sequence[str],
    called: MeasureNames,
) -> Iterator[Doubt]:
    for text, line in _texts(measures, prose):
        spoken = _SPOKEN_FORCES.search(text)
        count = any_number(spoken["count"]) if spoken else None
        if spoken and count and count != len(task_forces):
            facts = {
                "spoken": str(count),
                "named": str(len(task_forces)),
                "names": "、".join(task_forces),
            }
            yield Doubt("doubt-task-forces-count", facts, spoken[0], line)
            break
    without = [measure for measure in measures if measure.task_force is None]
    if task_forces and without:
        yield about("doubt-task-force-missing", without, called)


def _short_lists(
    measures: Sequence[DocumentMeasure], prose: Sequence[Paragraph]
) -> Iterator[Doubt]:
    """Labels of which a list names only some: 强基、提质等三大工程."""
    told = set()
    for text, line in _texts(measures, prose):
        for listed in find_lists(text):
            if len(listed.names) < listed.count and listed.names not in told:
                told.add(listed.names)
                facts = {
                    "spoken": str(listed.count),
                    "named": str(len(listed.names)),
                    "names": "、".join(listed.names),
                }
                words = shortened(text[listed.start : listed.end])
                yield Doubt("doubt-labels-count", facts, words, line)


def _targets_in_words(
    measures: Sequence[DocumentMeasure],
    passages: Sequence[Passage],
    prose: Sequence[Paragraph],
    indicators: Sequence[DocumentIndicator],
    called: MeasureNames,
) -> Iterator[Doubt]:
    """Aims without a figure: those that were made one, 翻一番, and those that were not, 全覆盖."""
    told = [
        (measure, *told_in_words(passage.without_clauses, measure.indicators))
        for measure, passage in zip(measures, passages, strict=True)
    ]
    own, _ = told_in_words("", indicators)
    read = [(measure, words) for measure, words, _ in told if words]
    if read or own:
        lines = (part.line for part in prose if any(words in part.text for words in own))
        yield _words_told("doubt-target-in-words", read, called, own=own, line=next(lines, None))
    if unread := [(measure, words) for measure, _, words in told if words]:
        yield _words_told("doubt-target-unread", unread, called)


def _targets_unnamed(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Figures behind a target that do not say what they are of: 压减至0.5天，力争达到1小时."""
    told = [
        (measure, figures_unnamed(passage.without_clauses, measure.indicators))
        for measure, passage in zip(measures, passages, strict=True)
    ]
    if unnamed := [(measure, words) for measure, words in told if words]:
        yield _words_told("doubt-target-unnamed", unnamed, called)


def _dues_untold(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Several deadlines in one measure, of which nothing says which target each is of."""
    untold = [
        (measure, (passage.due_untold,))
        for measure, passage in zip(measures, passages, strict=True)
        if passage.due_untold
    ]
    if untold:
        yield _words_told("doubt-target-due-untold", untold, called)
    lone = [
        (measure, (passage.due_of_one_part,))
        for measure, passage in zip(measures, passages, strict=True)
        if passage.due_of_one_part
    ]
    if lone:
        yield _words_told("doubt-due-of-one-part", lone, called)


def _days_untold(
    measures: Sequence[DocumentMeasure], passages: Sequence[Passage], called: MeasureNames
) -> Iterator[Doubt]:
    """Words behind a label of time that tell no day: 汛期前, 3个月内."""
    told = [
        (measure, (words,))
        for measure, passage in zip(measures, passages, strict=True)
        for in_text in passage.clauses
        for words in in_text.clause.undated
        if not _undated(words)
    ]
    if told:
        yield _words_told("doubt-day-unknown", told, called)


def _years_untold(
    measures: Sequence[DocumentMeasure],
    passages: Sequence[Passage],
    prose: Sequence[Paragraph],
    called: MeasureNames,
) -> Iterator[Doubt]:
    """Dates without a year in a plan that names none: 年底前, 6月底前."""
    told = [
        (measure, words)
        for measure, passage in zip(measures, passages, strict=True)
        if (words := _undated(passage.text))
    ]
    parts = [(part, words) for part in prose if (words := _undated(part.text))]
    if told or parts:
        own = tuple(word for _, words in parts for word in words)
        line = next((part.line for part, _ in parts), None)
        yield _words_told("doubt-year-unknown", told, called, own=own, line=line)


def _undated(text: str) -> tuple[str, ...]:
    dates = dates_in(text, year=_SOME_YEAR)
    return tuple(text[one.start : one.end] for one in dates if one.until.year == _SOME_YEAR)


def _words_told(
    key: str,
    told: Sequence[tuple[DocumentMeasure, tuple[str, ...]]],
    called: MeasureNames,
    *,
    own: tuple[str, ...] = (),
    line: int | None = None,
) -> Doubt:
    """own: words of targets that no measure has; the first of them stands on `line`."""
    words = "、".join(dict.fromkeys((*(word for _, each in told for word in each), *own)))
    concerned = list(dict.fromkeys(measure for measure, _ in told))
    if not concerned:
        return Doubt(key, {"measures": "", "count": "0", "words": words}, words, line)
    return about(key, concerned, called, source=words, words=words)


def _texts(
    measures: Sequence[DocumentMeasure], prose: Sequence[Paragraph]
) -> Iterator[tuple[str, int]]:
    """Everything that the plan says, each with its line."""
    yield from ((measure.text, measure.source_line) for measure in measures)
    yield from ((part.text, part.line) for part in prose)


def _on_one_line(words: Iterable[str]) -> str:
    return " / ".join(part.replace("\n", "") for part in words)
