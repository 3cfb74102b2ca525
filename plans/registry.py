"""The registry: everything that was read of a plan, as a workbook that a coordinator corrects.

What is written can be read back the same (`plans.registry_reading`); one place says which columns
there are, for both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from plans.groups import Assignments, assign, is_group, is_same_group
from plans.kept import Entered, continued
from plans.summary import doubt_sentence
from plans.value_doubts import registry_doubts
from reports.sheets import Book, Column, Format, Sheet, Value
from texts import plain
from vocabulary.plan import (
    AssignedMeasure,
    DocumentIndicator,
    LoadedPlan,
    Mention,
    PlanDocument,
    UnitRegister,
)
from vocabulary.terms import UNIT_KINDS, Ask, Comparator, Direction, ForcePost, Role

PATH_ENDS = "\n"
"""Between the headings of a path, in one cell."""
LISTED = "、"
_OFFERED_ROWS = 10_000
"""Rows in which a cell offers its choices, also below what is written."""


class Page(Enum):
    """The sheets, by the word in the key of their title."""

    PLAN = "plan"
    SECTIONS = "sections"
    MEASURES = "measures"
    ASSIGNMENTS = "assignments"
    UNITS = "units"
    GROUPS = "groups"
    CONTACTS = "contacts"
    FORCES = "forces"
    INDICATORS = "indicators"
    LABELS = "labels"
    DOUBTS = "doubts"
    PROSE = "prose"


COLUMNS: Mapping[Page, Mapping[str, float]] = {
    Page.PLAN: {"item": 24, "value": 80},
    Page.SECTIONS: {"path": 60, "force": 20},
    Page.MEASURES: {
        "position": 6,
        "number": 8,
        "title": 32,
        "path": 30,
        "force": 16,
        "deadline": 12,
        "labels": 20,
        "line": 8,
        "text": 80,
    },
    Page.ASSIGNMENTS: {"position": 6, "shown": 32, "unit": 30, "role": 10, "ask": 14},
    Page.UNITS: {"unit": 28, "official": 40, "aliases": 40, "signed": 12},
    Page.GROUPS: {"group": 36, "member": 60},
    Page.CONTACTS: {"unit": 28, "kind": 14, "person": 14, "phone": 18, "mail": 28},
    Page.FORCES: {"force": 24, "post": 10, "person": 14, "unit": 28, "phone": 18, "mail": 28},
    Page.INDICATORS: {
        "position": 6,
        "indicator": 36,
        "target": 12,
        "measured": 10,
        "comparator": 10,
        "direction": 10,
        "baseline": 12,
        "start": 12,
        "deadline": 12,
        "cumulative": 10,
        "text": 60,
    },
    Page.LABELS: {"label": 40},
    Page.DOUBTS: {"doubt": 80, "source": 60, "line": 8},
    Page.PROSE: {"line": 8, "text": 120},
}
"""Every sheet's columns with their width; the names end the keys of their heads."""

ADDED_LATER = frozenset({"start", "signed", Page.PROSE})
"""Columns and sheets that a workbook of an earlier version does not have; there they are blank."""

FREQUENCIES = ("monthly", "quarterly", "weekly", "half_yearly", "yearly")
"""How often a plan may want reports, by the word in the key of its name."""

ITEMS = (
    "title",
    "number",
    "issuer",
    "date",
    "addressees",
    "due",
    "frequency",
    "period",
    "office",
    "location",
    "mail",
    "source",
)
"""The rows of the plan's own sheet."""


@dataclass(frozen=True, slots=True)
class Registry:
    """A plan with everything that the office adds to it.

    asks: how often a measure is asked about, by its position from 1 and the name in the clause,
    where that is not every month.
    kept: of a document what the office had entered, and stays.
    """

    document: PlanDocument
    register: UnitRegister = field(default_factory=UnitRegister)
    asks: Mapping[tuple[int, str], Ask] = field(default_factory=dict)
    kept: tuple[tuple[Entered, int], ...] = ()

    def assignments(self) -> Assignments:
        """Who owes what how often, ready to be loaded, with what is still doubtful."""
        told = [(doubt.text_key, doubt.source) for doubt in self.document.doubts]
        more = (
            doubt
            for doubt in registry_doubts(self.document)
            if (doubt.text_key, doubt.source) not in told
        )
        known = replace(self.document, doubts=(*self.document.doubts, *more))
        assignments = assign(known, self.register)
        asked = tuple(
            replace(
                measure,
                units=tuple(
                    replace(unit, ask=self.asks.get((at, unit.via or unit.name), Ask.MONTHLY))
                    for unit in measure.units
                ),
            )
            for at, measure in enumerate(assignments.measures, start=1)
        )
        return replace(assignments, measures=asked)


def with_known(
    document: PlanDocument,
    known: UnitRegister,
    before: LoadedPlan | None,
    beside: UnitRegister | None = None,
) -> Registry:
    """The document with what the office knows already, and has entered into the edition before.

    beside: official names and groups that a file beside the document tells; they come first.
    """
    told = beside or UnitRegister()
    known = replace(
        known,
        official_names={**known.official_names, **told.official_names},
        groups={**known.groups, **told.groups},
    )
    called = known.aliases
    measures = tuple(
        replace(
            measure,
            mentions=tuple(
                replace(mention, name=called.get(mention.name, mention.name))
                for mention in measure.mentions
            ),
        )
        for measure in document.measures
    )
    document = replace(document, measures=measures)
    places: tuple[int | None, ...] = (None,) * len(measures)
    kept: tuple[tuple[Entered, int], ...] = ()
    if before is not None:
        carried = continued(document, before.document)
        document, places, kept = carried.document, carried.before, carried.kept
    groups = {
        group: members
        for group, members in known.groups.items()
        if any(is_same_group(group, name) for name in _mentioned(document))
    }
    names = assign(document, UnitRegister(groups=groups)).units
    return Registry(
        document,
        UnitRegister(
            official_names={
                name: known.official_names[name] for name in names if name in known.official_names
            }
            | told.official_names,
            groups=groups | told.groups,
            aliases={alias: name for alias, name in called.items() if name in names},
            contacts=tuple(one for one in known.contacts if one.unit in names),
            force_members=tuple(
                one for one in known.force_members if one.force in document.task_forces
            ),
            signed={name: so for name, so in known.signed.items() if name in names},
        ),
        dict(_asked(document, before.assigned if before else (), places)),
        kept,
    )


def _mentioned(document: PlanDocument) -> dict[str, None]:
    return dict.fromkeys(mention.name for m in document.measures for mention in m.mentions)


def _asked(
    document: PlanDocument, before: Sequence[AssignedMeasure], places: Sequence[int | None]
) -> Iterator[tuple[tuple[int, str], Ask]]:
    """Where a unit was not asked every month, it is asked as before."""
    for at, (measure, place) in enumerate(zip(document.measures, places, strict=True), start=1):
        units = before[place].units if place is not None else ()
        asks = {unit.via or unit.name: unit.ask for unit in units}
        for mention in measure.mentions:
            ask = asks.get(mention.name, Ask.MONTHLY)
            if ask is not Ask.MONTHLY:
                yield (at, mention.name), ask


def _strongest(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Each name once, where it stands first, with the strongest of its roles."""
    order = tuple(Role)
    for name in dict.fromkeys(mention.name for mention in mentions):
        roles = (mention.role for mention in mentions if mention.name == name)
        yield Mention(name, min(roles, key=order.index))


def write_registry(registry: Registry, *, language: str, author: str, at: datetime) -> bytes:
    """The workbook. author: the office; at: aware, when it was made."""
    writing = _Writing(registry, language, Book(language, registry.document.title, author, at))
    writing.plan()
    writing.measures()
    writing.assignments()
    writing.units()
    writing.indicators()
    writing.rest()
    return writing.book.to_bytes()


@dataclass(frozen=True, slots=True)
class _Writing:
    registry: Registry
    language: str
    book: Book

    def page(self, page: Page, rows: list[list[Value]]) -> Sheet:
        widths = COLUMNS[page]
        sheet = self.book.sheet(f"registry-sheet-{page.value}", list(widths.values()), frozen="A2")
        columns = [
            Column(
                f"registry-col-{name}",
                width,
                shown=Format.DAY if name in {"deadline", "start"} else Format.GENERAL,
            )
            for name, width in widths.items()
        ]
        sheet.table(columns, rows, filtered=True)
        for at, name in enumerate(widths, start=1):
            if choices := self.choices(name):
                offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"')
                offered.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{_OFFERED_ROWS}")
                sheet.worksheet.data_validations.append(offered)
        return sheet

    def choices(self, column: str) -> list[str]:
        """The words that a column takes; none where it takes any."""
        keys = {
            "role": [f"role-{role.value}" for role in Role],
            "ask": [f"registry-ask-{ask.value}" for ask in Ask],
            "kind": [f"kind-{kind.value}" for kind in UNIT_KINDS],
            "post": [f"force-post-{post.value}" for post in ForcePost],
            "direction": [f"registry-direction-{way.value}" for way in Direction],
            "cumulative": ["registry-yes", "registry-no"],
            "signed": ["registry-yes", "registry-no"],
        }
        if column == "comparator":
            return [sign.value for sign in Comparator]
        return [self.word(key) for key in keys.get(column, ())]

    def word(self, key: str) -> str:
        return plain(self.language, key)

    def yes_or_no(self, so: bool) -> str:
        return self.word("registry-yes" if so else "registry-no")

    def plan(self) -> None:
        document, rule = self.registry.document, self.registry.document.report_rule
        values: dict[str, Value] = {
            "title": document.title,
            "number": document.doc_number,
            "issuer": document.issuer,
            "date": document.issued_on.isoformat() if document.issued_on else None,
            "addressees": PATH_ENDS.join(document.addressees),
        }
        if rule:
            values |= {
                "due": rule.due_day,
                "frequency": self.word(f"registry-frequency-{rule.frequency}"),
                "period": self.word(f"registry-period-{rule.period.partition('_')[0]}"),
                "office": rule.recipient_office,
                "location": rule.recipient_location,
                "mail": rule.email,
                "source": rule.source_measure,
            }
        sheet = self.page(
            Page.PLAN, [[self.word(f"registry-item-{item}"), values.get(item)] for item in ITEMS]
        )
        for item, words in (("frequency", FREQUENCIES), ("period", ("previous", "current"))):
            row = ITEMS.index(item) + 2
            offered = [self.word(f"registry-{item}-{word}") for word in words]
            sheet.offer(2, offered, first=row, last=row)
        self.page(
            Page.SECTIONS,
            [[PATH_ENDS.join(part.path), part.task_force] for part in document.sections],
        )

    def measures(self) -> None:
        self.page(
            Page.MEASURES,
            [
                [
                    at,
                    measure.number,
                    measure.title,
                    PATH_ENDS.join(measure.section_path),
                    measure.task_force,
                    measure.deadline,
                    LISTED.join(measure.labels),
                    measure.source_line,
                    measure.text,
                ]
                for at, measure in enumerate(self.registry.document.measures, start=1)
            ],
        )

    def assignments(self) -> None:
        rows: list[list[Value]] = []
        roles = {role: self.word(f"role-{role.value}") for role in Role}
        asked = {ask: self.word(f"registry-ask-{ask.value}") for ask in Ask}
        for at, measure in enumerate(self.registry.document.measures, start=1):
            shown = f"{measure.number}. {measure.title or measure.text[:30]}"
            for mention in _strongest(measure.mentions):
                ask = self.registry.asks.get((at, mention.name), Ask.MONTHLY)
                rows.append(
                    [
                        at,
                        shown,
                        mention.name,
                        roles[mention.role],
                        asked[ask],
                    ]
                )
        self.page(Page.ASSIGNMENTS, rows)

    def units(self) -> None:
        register = self.registry.register
        others: dict[str, list[str]] = {}
        for alias, name in register.aliases.items():
            others.setdefault(name, []).append(alias)
        members = (member for group in register.groups.values() for member in group)
        owing = self.registry.assignments().units
        people = (one.unit for one in register.contacts)
        names = dict.fromkeys(
            (*register.units, *owing, *register.official_names, *members, *people)
        )
        self.page(
            Page.UNITS,
            [
                [
                    name,
                    register.official_names.get(name),
                    LISTED.join(others.get(name, ())),
                    self.yes_or_no(register.signed[name]) if name in register.signed else None,
                ]
                for name in names
            ],
        )
        named = (mention.name for m in self.registry.document.measures for mention in m.mentions)
        groups = dict.fromkeys((*filter(is_group, named), *register.groups))
        self.page(
            Page.GROUPS,
            [[group, LISTED.join(register.groups.get(group, ()))] for group in groups],
        )
        self.page(
            Page.CONTACTS,
            [
                [one.unit, self.word(f"kind-{one.kind.value}"), one.name, one.phone, one.mail]
                for one in register.contacts
            ],
        )
        self.page(
            Page.FORCES,
            [
                [
                    one.force,
                    self.word(f"force-post-{one.post.value}"),
                    one.name,
                    one.unit,
                    one.phone,
                    one.mail,
                ]
                for one in register.force_members
            ],
        )

    def indicators(self) -> None:
        document = self.registry.document
        rows = [self.indicator(None, own) for own in document.indicators]
        for at, measure in enumerate(document.measures, start=1):
            rows += [self.indicator(at, own) for own in measure.indicators]
        self.page(Page.INDICATORS, rows)

    def indicator(self, at: int | None, own: DocumentIndicator) -> list[Value]:
        return [
            at,
            own.name,
            own.value,
            own.unit_of_measure,
            own.comparator.value,
            self.word(f"registry-direction-{own.direction.value}"),
            own.baseline,
            own.start,
            own.deadline,
            self.yes_or_no(own.cumulative),
            own.text,
        ]

    def rest(self) -> None:
        document = self.registry.document
        named = (label for measure in document.measures for label in measure.labels)
        self.page(Page.LABELS, [[label] for label in dict.fromkeys((*document.labels, *named))])
        self.page(
            Page.DOUBTS,
            [
                [doubt_sentence(doubt, self.language), doubt.source, doubt.line]
                for doubt in self.registry.assignments().doubts
            ],
        )
        self.page(Page.PROSE, [[part.line, part.text] for part in document.prose])
