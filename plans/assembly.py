"""The marked tree → sections and measures as values; headings hand their task force down."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plans.dates import dates_in, deadline_in
from plans.duties import EVERYTHING, Clause
from plans.groups import is_group
from plans.indicators import find_indicators
from plans.names import Shortened, with_whole_names
from plans.numbering import Level
from plans.order_rule import (
    states_mark,
    states_order,
    states_that_others_help,
    with_first_leading,
    with_leading,
)
from plans.outline import Node, left_out, walk
from plans.paragraphs import Paragraph
from plans.part_deadlines import due_of_one_part, due_parts, last_deadline
from plans.passages import Passage, split_title
from plans.repeats import without_repeats
from vocabulary.plan import DocumentIndicator, DocumentMeasure, DocumentSection, Mention
from vocabulary.terms import Role

_RUNS_SECTIONS = re.compile(r"(?:专班|专项组|专项小组|工作组|推进组|攻坚组)$")
_TASK_FORCE = re.compile(r"专班$")
_SAME = re.compile("同[上前](?:[一1]?[项条])?")
_DUE_AS_ABOVE = re.compile("(?:时限|期限|时间)[：:]同[上前]")
_LISTS = frozenset("：:")
_FIRST_SENTENCE = re.compile(r"(?:(?![：:](?:1[.．、]|[（(][1一][)）]|①|一是))[^。\n])*")


@dataclass(frozen=True, slots=True)
class Handed:
    """What a heading hands down to everything under it."""

    path: tuple[str, ...] = ()
    task_force: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(slots=True)
class Assembled:
    """measures and passages run side by side. prose: running text that is no measure, in order.

    beside: what of it stands behind a measure. left_out: items that are none, though they may be
    somebody's duty; see outline.
    marks_explained: the plan says what a sign before a name means. shortened: names of units.
    """

    sections: list[DocumentSection] = field(default_factory=list)
    measures: list[DocumentMeasure] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    prose: list[Paragraph] = field(default_factory=list)
    beside: list[Paragraph] = field(default_factory=list)
    left_out: list[Paragraph] = field(default_factory=list)
    shortened: list[Shortened] = field(default_factory=list)
    marks_explained: bool = False


def assemble(
    roots: Sequence[Node], *, year: int | None, around: Iterable[Paragraph] = ()
) -> Assembled:
    """year: the plan's own, for targets whose date names none.

    around: what stands before the first heading and after the last measure. There, in notes, and
    where nothing is given out, it may be said for all that the first named unit leads.
    """
    said = [part.text for part in around]
    for node in walk(roots):
        said += [part.text for part in node.passage.rest]
        if not (node.is_measure or node.holds_measures):
            said.append(node.passage.text)
    assembling = _Assembling(
        year,
        first_leads=any(map(states_order, said)),
        others_help=any(map(states_that_others_help, said)),
        marked_lead=any(map(states_mark, said)),
    )
    for root in roots:
        assembling.take(root, Handed())
    found = assembling.found
    found.marks_explained = assembling.marked_lead
    found.left_out = [Paragraph(node.passage.text, node.passage.line) for node in left_out(roots)]
    given = without_repeats(list(zip(found.measures, found.passages, strict=True)))
    found.measures, found.shortened = with_whole_names(measure for measure, _ in given)
    found.passages = [passage for _, passage in given]
    return found


@dataclass(slots=True)
class _Assembling:
    """first_leads: a clause has said 列第一位者为牵头单位，下同, so it holds from there on.

    others_help: likewise 其余为配合单位.
    marked_lead: the plan says that units with a mark lead.
    """

    year: int | None
    first_leads: bool = False
    others_help: bool = False
    marked_lead: bool = False
    found: Assembled = field(default_factory=Assembled)

    def take(self, node: Node, handed: Handed) -> None:
        if node.is_measure:
            self._take_measure(node, handed)
            return
        below = self._take_heading(node, handed)
        for child in node.children:
            self.take(child, below)

    def _take_heading(self, node: Node, handed: Handed) -> Handed:
        passage = node.passage
        words = passage.without_clauses
        self.first_leads = self.first_leads or states_order(words)
        self.others_help = self.others_help or states_that_others_help(words)
        first = _FIRST_SENTENCE.match(words)
        title = first[0] if first else ""
        listing = words[len(title) : len(title) + 1] in _LISTS  # whose head tells what it lists
        body = words if listing else words[len(title) :].strip("。\n")
        if body:
            self.found.prose.append(Paragraph(body, passage.line))
        self.found.prose.extend(passage.rest)
        named = self._mentions(passage)
        forces = [mention.name for mention in named if _RUNS_SECTIONS.search(mention.name)]
        units = tuple(mention for mention in named if not _RUNS_SECTIONS.search(mention.name))
        below = Handed(
            path=(*handed.path, node.label.shown + title.rstrip("：:")),
            task_force=forces[0] if forces else handed.task_force,
            mentions=units or node.units or handed.mentions,
        )
        self.found.sections.append(DocumentSection(below.path, below.task_force))
        return below

    def _take_measure(self, node: Node, handed: Handed) -> None:
        passage = node.passage
        named = self._mentions(passage)
        forces = [mention.name for mention in named if _is_task_force(mention.name)]
        own = tuple(mention for mention in named if not _is_task_force(mention.name))
        above = self.found.measures[-1] if self.found.measures else None
        own = _as_above(own, above)
        words = passage.without_clauses
        if states_order(words):
            self.first_leads = True
            self.others_help = self.others_help or states_that_others_help(words)
            own = with_first_leading(own, others_help=self.others_help)
        title = passage.title or split_title(words)[0]
        until = last_deadline(passage) or deadline_in(words, year=self.year)
        if until is None and above and _DUE_AS_ABOVE.search(passage.text):
            until = above.deadline
        indicators, untold = self._targets(passage, about=title or "", until=until)
        self.found.measures.append(
            DocumentMeasure(
                number=_number(node),
                title=title,
                text=passage.text,
                section_path=handed.path,
                task_force=forces[0] if forces else handed.task_force,
                mentions=_with_those_above(own, handed.mentions),
                indicators=indicators,
                deadline=until,
                source_line=passage.line,
            )
        )
        lone = due_of_one_part(passage, year=self.year)
        self.found.passages.append(replace(passage, due_untold=untold, due_of_one_part=lone))
        self.found.prose.extend(passage.rest)
        self.found.beside.extend(passage.rest)
        for in_text in passage.clauses:
            if in_text.clause.above:
                self._give_above(in_text.clause, handed)

    def _targets(
        self, passage: Passage, *, about: str, until: date | None
    ) -> tuple[tuple[DocumentIndicator, ...], str]:
        """Each due with its part, else `until`; and the words of the deadlines where some are not.

        A part that is said to go on has no date.
        """
        parts = due_parts(passage)
        if len(parts) == 1 and parts[0].told:
            return find_indicators(parts[0].words, year=self.year, about=about, until=until), ""
        found: list[DocumentIndicator] = []
        untold = False
        for part in parts:
            read = find_indicators(part.words, year=self.year, about=about)
            untold = untold or (not part.told and any(one.deadline is None for one in read))
            found += [replace(one, deadline=one.deadline or part.until) for one in read]
        return tuple(found), self._dates_of(passage) if untold else ""

    def _dates_of(self, passage: Passage) -> str:
        words = [passage.text[found.start : found.end] for found in passage.clauses]
        dates = [
            text[one.start : one.end] for text in words for one in dates_in(text, year=self.year)
        ]
        return "、".join(dict.fromkeys(dates))

    def _give_above(self, clause: Clause, handed: Handed) -> None:
        """The clause under the last of several measures is that of those before it, too."""
        first, last = clause.above or EVERYTHING
        for at, measure in reversed(list(enumerate(self.found.measures[:-1]))):
            if measure.section_path != handed.path or measure.mentions not in ((), handed.mentions):
                break
            if measure.number.isdecimal() and first <= int(measure.number) <= last:
                self.found.measures[at] = replace(measure, mentions=self._with_rule(clause))

    def _mentions(self, passage: Passage) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for together in passage.side_by_side:
            led = any(said.role is Role.LEAD for one in together for said in one.clause.mentions)
            for in_text in together:
                found.extend(self._with_rule(in_text.clause, led=led and in_text.labelled))
        return tuple(dict.fromkeys(found))

    def _with_rule(self, clause: Clause, *, led: bool = False) -> tuple[Mention, ...]:
        """led: a label beside it says who leads."""
        if clause.marked and self.marked_lead:
            return with_leading(clause.mentions, clause.marked)
        if clause.same_below:
            self.first_leads = self.first_leads or clause.first_leads
            self.others_help = self.others_help or clause.others_help
        if not led and (self.first_leads or clause.first_leads):
            others_help = self.others_help or clause.others_help
            return with_first_leading(clause.mentions, others_help=others_help)
        return clause.mentions


def _as_above(own: tuple[Mention, ...], above: DocumentMeasure | None) -> tuple[Mention, ...]:
    """The mentions, where they say 同上 with those of the measure above: of that role, or all."""
    found: list[Mention] = []
    for mention in own:
        if above is None or not _SAME.fullmatch(mention.name):
            found.append(mention)
            continue
        alike = [each for each in above.mentions if each.role is mention.role]
        found += alike or above.mentions
    return tuple(dict.fromkeys(found))


def _with_those_above(own: tuple[Mention, ...], above: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who does a measure: those of its heading where it names none, or only who helps them."""
    if any(mention.role is not Role.COOPERATING for mention in own):
        return own
    return tuple(dict.fromkeys((*above, *own)))


def _is_task_force(name: str) -> bool:
    return bool(_TASK_FORCE.search(name)) and not is_group(name)


def _number(node: Node) -> str:
    if (entry := node.parts[0].entry) is not None:
        return entry.number
    if node.label.whole:
        return node.label.whole
    above = node.above
    if above is not None and node.label.level >= Level.SUBITEM and above.label.level >= Level.ITEM:
        return f"{_number(above)}({node.label.number})"
    return str(node.label.number)
