"""A registry workbook, corrected by a person → values, or every fault by sheet, cell and reason."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from io import BytesIO
from typing import TypeVar

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from plans.brackets import round_brackets, split_outside
from plans.errors import PlanIsDamaged, PlanIsPacked, RegistryFaulty
from plans.groups import is_group
from plans.packed import open_package
from plans.phones import is_phone
from plans.registry import (
    ADDED_LATER,
    COLUMNS,
    FREQUENCIES,
    ITEMS,
    LISTED,
    PATH_ENDS,
    Page,
    Registry,
)
from texts import LANGUAGES, plain
from vocabulary.plan import (
    DocumentIndicator,
    DocumentMeasure,
    DocumentSection,
    DocumentText,
    Doubt,
    ForceMember,
    Mention,
    PlanDocument,
    RegisteredContact,
    ReportRule,
    UnitRegister,
)
from vocabulary.terms import UNIT_KINDS, Ask, Comparator, ContactKind, Direction, ForcePost, Role

_MAIN_PART = "xl/workbook.xml"
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_BETWEEN_NAMES = "、，,；;\n"
_SEPARATORS = re.compile(f"[{_BETWEEN_NAMES}]+")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PERIODS = {
    "monthly": "month",
    "quarterly": "quarter",
    "weekly": "week",
    "half_yearly": "half_year",
}
_COMPARATORS = {"≥": ">=", "≤": "<=", "≈": "~", "＝": "=", "＞=": ">=", "＜=": "<="}
_PER_CENT = ("%", "％")
_LONGEST_SHOWN = 40
_LATEST_DUE_DAY = 31

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Cell:
    sheet: str
    place: str
    value: object
    formula: bool = False
    percent: bool = False
    """Shown in per cent: 0.085 as 8.5%."""

    @property
    def is_share(self) -> bool:
        """Whether it says itself that it is in per cent."""
        is_written = isinstance(self.value, str)
        return self.text.endswith(_PER_CENT) if is_written else self.percent and bool(self.text)

    @property
    def text(self) -> str:
        """As it is shown; a whole number without its decimal point."""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, datetime):
            return self.value.date().isoformat()
        return "" if self.value is None else str(self.value).strip()


_Row = Mapping[str, _Cell]

_NOWHERE = 1 << 14
"""The place of a column that the workbook does not have: beyond every sheet's last."""


def read_registry(data: bytes, *, name: str) -> Registry:
    """What the workbook says, in whichever language its heads are.

    name: how the sender calls the file, for messages.
    Raises RegistryFaulty with every fault at once, and PlanUnreadable, as its subclass that knows
    the way on, when this is no workbook.
    """
    package = open_package(data, name=name)
    if not package.has(_MAIN_PART):
        raise PlanIsPacked(name=name)
    package.refuse_document_types()
    reading = _Reading(_rows(data, name=name))
    registry = reading.registry()
    if reading.faults:
        raise RegistryFaulty(name=name, faults=tuple(reading.faults))
    return registry


def _rows(data: bytes, *, name: str) -> dict[str, list[list[_Cell]]]:
    """By the title of the sheet; rows and cells that are empty at the end are left out."""
    try:
        workbook = load_workbook(BytesIO(data), read_only=True)
        found = {}
        for sheet in workbook.worksheets:
            rows = []
            for number, values in enumerate(sheet.iter_rows(), start=1):
                rows.append(
                    [
                        _Cell(
                            sheet.title,
                            f"{get_column_letter(column)}{number}",
                            cell.value,
                            cell.data_type == "f",
                            "%" in (cell.number_format or ""),
                        )
                        for column, cell in enumerate(values, start=1)
                    ]
                )
            found[sheet.title.strip()] = rows
        workbook.close()
    except Exception as error:  # whatever the library fails on in a stranger's file
        raise PlanIsDamaged(name=name) from error
    return found


@dataclass(frozen=True, slots=True)
class _Called:
    """Who goes by a name, and the cell that says so."""

    unit: str
    place: str


@dataclass(slots=True)
class _Reading:
    """faults: collected on the way, so that all can be said at once.

    called: every name of a unit, be it the short one, the one that signs or any other.
    unread: sheets of which not everything is known; what names a thing of theirs is no fault then,
    since the cause is told already.
    """

    sheets: dict[str, list[list[_Cell]]]
    faults: list[Doubt] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    called: dict[str, _Called] = field(default_factory=dict)
    signed: dict[str, bool] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    unread: set[Page] = field(default_factory=set)

    def registry(self) -> Registry:
        self.take_units()
        self.take_groups()
        measures = self.some_rows(Page.MEASURES)
        positions = self.positions(measures)
        mentions, asks = self.assignments(positions)
        indicators = self.indicators(positions)
        labels = tuple(
            dict.fromkeys(row["label"].text for row in self.rows(Page.LABELS) if row["label"].text)
        )
        sections = tuple(
            DocumentSection(_path(row["path"]), row["force"].text or None)
            for row in self.rows(Page.SECTIONS)
            if self.filled(row["path"], "path")
        )
        read = tuple(
            self.measure(row, mentions.get(at, ()), tuple(indicators.get(at, ())), labels)
            for at, row in zip(positions, measures, strict=False)
        )
        forces = (*(part.task_force for part in sections), *(one.task_force for one in read))
        own = self.plan()
        document = PlanDocument(
            title=own["title"].text,
            doc_number=own["number"].text or None,
            issuer=own["issuer"].text or None,
            issued_on=self.day(own["date"]),
            addressees=tuple(filter(None, own["addressees"].text.split(PATH_ENDS))),
            sections=sections,
            measures=read,
            indicators=tuple(indicators.get(0, ())),
            task_forces=tuple(dict.fromkeys(name for name in forces if name)),
            report_rule=self.rule(own),
            doubts=(),
            labels=labels,
            prose=tuple(
                DocumentText(
                    row["text"].text,
                    self.whole(row["line"], "line") if row["line"].text else 0,
                )
                for row in self.rows(Page.PROSE)
            ),
        )
        return Registry(
            document,
            UnitRegister(
                {name: official for name, official in self.units.items() if official},
                {group: tuple(members) for group, members in self.groups.items()},
                units=tuple(self.units),
                forces=document.task_forces,
                aliases=self.aliases,
                contacts=self.contacts(),
                force_members=self.force_members(document.task_forces),
                signed=self.signed,
            ),
            asks,
        )

    def rows(self, page: Page) -> Iterator[_Row]:
        """The rows of a sheet that hold anything, by the names of its columns."""
        title = self.title(page)
        if title is None and page in ADDED_LATER:
            return
        if title is None:
            self.unread.add(page)
            self.fault("sheet-missing", sheet=plain(LANGUAGES[0], f"registry-sheet-{page.value}"))
            return
        head, *rows = self.sheets[title] or [[]]
        at: dict[str, int] = {}
        for name in COLUMNS[page]:
            heads = {plain(language, f"registry-col-{name}") for language in LANGUAGES}
            found = next((i for i, cell in enumerate(head) if cell.text in heads), None)
            if found is None and name in ADDED_LATER:
                found = _NOWHERE
            if found is None:
                self.unread.add(page)
                self.fault(
                    "column-missing",
                    sheet=title,
                    column=plain(LANGUAGES[0], f"registry-col-{name}"),
                )
                return
            at[name] = found
        for number, row in enumerate(rows, start=2):
            if not any(cell.text for cell in row):
                continue
            cells = {
                name: row[column]
                if column < len(row)
                else _Cell(title, f"{get_column_letter(column + 1)}{number}", None)
                for name, column in at.items()
            }
            for cell in cells.values():
                if cell.formula:
                    self.fault("formula", cell)
            yield cells

    def title(self, page: Page) -> str | None:
        """What the sheet is called here; None where there is none."""
        titles = {plain(language, f"registry-sheet-{page.value}") for language in LANGUAGES}
        return next((title for title in self.sheets if title in titles), None)

    def some_rows(self, page: Page) -> list[_Row]:
        """The rows of a sheet without which nobody is asked for anything."""
        rows = list(self.rows(page))
        if not rows and page not in self.unread:
            self.unread.add(page)
            self.fault("no-rows", _Cell(self.title(page) or "", "A2", None))
        return rows

    def fault(self, key: str, cell: _Cell | None = None, **facts: str) -> None:
        if cell is not None:
            if cell.formula and key != "formula":
                return  # that is told, and what it would be is not known
            shown = {"sheet": cell.sheet, "cell": cell.place, "value": cell.text[:_LONGEST_SHOWN]}
            facts = shown | facts
        self.faults.append(Doubt(f"plan-registry-{key}", facts))

    def filled(self, cell: _Cell, column: str) -> bool:
        if not cell.text:
            self.fault("empty", cell, column=plain(LANGUAGES[0], f"registry-col-{column}"))
        return bool(cell.text)

    def take_units(self) -> None:
        """Short names, then those that sign, then others: whoever borrows a name is at fault."""
        rows = [row for row in self.rows(Page.UNITS) if self.filled(row["unit"], "unit")]
        for row in rows:
            name = _name(row["unit"].text)
            if is_group(name):
                self.fault("unit-group", row["unit"])
            if name in self.units:
                self.fault("twice", row["unit"], other=self.called[name].place)
            self.units.setdefault(name, row["official"].text)
            self.called.setdefault(name, _Called(name, row["unit"].place))
            if row["signed"].text:
                self.signed[name] = self.is_so(row["signed"])
        for row in rows:
            unit, official = _name(row["unit"].text), _name(row["official"].text)
            if official and (taken := self.taken(official, unit, row["official"])):
                self.fault("twice", row["official"], other=taken.place)
        for row in rows:
            unit = _name(row["unit"].text)
            for alias in map(_name, filter(None, _SEPARATORS.split(row["aliases"].text))):
                if taken := self.taken(alias, unit, row["aliases"]):
                    facts = {"alias": alias, "other": taken.place, "unit": taken.unit}
                    self.fault("alias-taken", row["aliases"], **facts)
                elif alias != unit:
                    self.aliases[alias] = unit

    def taken(self, name: str, unit: str, cell: _Cell) -> _Called | None:
        """Whose name it is, if another unit's; else it is `unit`'s from here on."""
        known = self.called.setdefault(name, _Called(unit, cell.place))
        return known if known.unit != unit else None

    def take_groups(self) -> None:
        """A group may have several rows, a row several members; without any it is not settled."""
        for row in self.rows(Page.GROUPS):
            if not self.filled(row["group"], "group"):
                continue
            group = _name(row["group"].text)
            if taken := self.called.get(group):
                self.fault("group-taken", row["group"], other=taken.place)
            for written in split_outside(row["member"].text, _BETWEEN_NAMES):
                if member := self.unit(written):
                    self.take_member(group, member, row["member"])

    def take_member(self, group: str, member: str, cell: _Cell) -> None:
        members = self.groups.setdefault(group, [])
        if is_group(member):
            self.fault("member-group", cell, value=member)
        elif not self.is_unit(member):
            self.fault("unit-unknown", cell, value=member)
        elif member in members:
            self.fault("member-twice", cell, value=member)
        else:
            members.append(member)

    def is_unit(self, name: str) -> bool:
        return name in self.units or Page.UNITS in self.unread

    def unit(self, written: str) -> str:
        """The short name of whoever goes by the name that is written."""
        name = _name(written)
        known = self.called.get(name)
        return known.unit if known else name

    def positions(self, measures: list[_Row]) -> list[int]:
        """A measure's own number may repeat, so that its row counts; each stands once."""
        seen: dict[int, str] = {}
        found = []
        for row in measures:
            at = self.whole(row["position"], "position")
            if not at:
                self.unread.add(Page.MEASURES)
            elif at in seen:
                self.fault("twice", row["position"], other=seen[at])
            seen.setdefault(at, row["position"].place)
            found.append(at)
        return found

    def position(self, cell: _Cell, known: Container[int]) -> int:
        at = self.whole(cell, "position")
        if at and at not in known and Page.MEASURES not in self.unread:
            self.fault("measure-unknown", cell)
        return at

    def assignments(
        self, known: list[int]
    ) -> tuple[dict[int, tuple[Mention, ...]], dict[tuple[int, str], Ask]]:
        mentions: dict[int, list[Mention]] = {}
        asks: dict[tuple[int, str], Ask] = {}
        places: dict[tuple[int, str], str] = {}
        order = {at: place for place, at in enumerate(known, start=1)}
        for row in self.some_rows(Page.ASSIGNMENTS):
            at = self.position(row["position"], order)
            role = self.choice(row["role"], Role, lambda role: f"role-{role}")
            ask = self.choice(row["ask"], Ask, lambda ask: f"registry-ask-{ask}")
            if not self.filled(row["unit"], "unit"):
                continue
            name = self.unit(row["unit"].text)
            if not self.is_unit(name) and name not in self.groups and not is_group(name):
                self.fault("unit-unknown", row["unit"])
            if role is None or ask is None:
                continue
            if (at, name) in places:
                self.fault("twice", row["unit"], other=places[at, name])
                continue
            places[at, name] = row["unit"].place
            mentions.setdefault(at, []).append(Mention(name, role))
            if ask is not Ask.MONTHLY:
                asks[order.get(at, at), name] = ask
        return {at: tuple(named) for at, named in mentions.items()}, asks

    def indicators(self, known: list[int]) -> dict[int, list[DocumentIndicator]]:
        """By the measure's position; those of the plan itself under 0."""
        found: dict[int, list[DocumentIndicator]] = {}
        places = frozenset(known)
        for row in self.rows(Page.INDICATORS):
            at = self.position(row["position"], places) if row["position"].text else 0
            comparator = self.comparator(row["comparator"])
            direction = self.choice(
                row["direction"], Direction, lambda way: f"registry-direction-{way}"
            )
            measured = row["measured"].text or (_PER_CENT[0] if row["target"].is_share else "")
            target = self.amount(row["target"], measured)
            if self.filled(row["target"], "target") and target is not None and target < 0:
                self.fault("negative", row["target"])
            if comparator is Comparator.AT_LEAST and direction is Direction.DOWN:
                self.fault("direction", row["comparator"], direction=row["direction"].text)
            cumulative = self.is_so(row["cumulative"])
            start, deadline = self.day(row["start"]), self.day(row["deadline"])
            if start and deadline and start > deadline:
                self.fault("start-late", row["start"], deadline=deadline.isoformat())
            if not self.filled(row["indicator"], "indicator"):
                continue
            if target is None or comparator is None or direction is None:
                continue
            found.setdefault(at, []).append(
                DocumentIndicator(
                    text=row["text"].text,
                    name=row["indicator"].text,
                    value=target,
                    unit_of_measure=measured,
                    comparator=comparator,
                    direction=direction,
                    baseline=self.amount(row["baseline"], measured),
                    start=start,
                    deadline=deadline,
                    cumulative=cumulative,
                )
            )
        return found

    def measure(
        self,
        row: _Row,
        mentions: tuple[Mention, ...],
        indicators: tuple[DocumentIndicator, ...],
        known: Container[str],
    ) -> DocumentMeasure:
        labels = tuple(filter(None, _SEPARATORS.split(row["labels"].text)))
        for label in labels:
            if label not in known and Page.LABELS not in self.unread:
                self.fault("label-unknown", row["labels"], value=label)
        self.filled(row["number"], "number")
        self.filled(row["text"], "text")
        return DocumentMeasure(
            number=row["number"].text,
            title=row["title"].text or None,
            text=row["text"].text,
            section_path=_path(row["path"]),
            task_force=row["force"].text or None,
            mentions=mentions,
            indicators=indicators,
            deadline=self.day(row["deadline"]),
            source_line=self.whole(row["line"], "line") if row["line"].text else 0,
            labels=labels,
        )

    def contacts(self) -> tuple[RegisteredContact, ...]:
        found = []
        seen: dict[tuple[str, str | None, str], str] = {}
        for row in self.rows(Page.CONTACTS):
            kind = self.word(row["kind"], UNIT_KINDS, lambda kind: f"kind-{kind}")
            unit, name = self.unit(row["unit"].text), row["person"].text
            if self.filled(row["unit"], "unit") and not self.is_unit(unit):
                self.fault("unit-unknown", row["unit"])
            if self.filled(row["person"], "person") and (unit, kind, name) in seen:
                self.fault("twice", row["person"], other=seen[unit, kind, name])
            seen[unit, kind, name] = row["person"].place
            self.reach(row)
            if kind is not None:
                phone, mail = row["phone"].text, row["mail"].text
                found.append(RegisteredContact(unit, ContactKind(kind), name, phone, mail))
        return tuple(found)

    def force_members(self, forces: tuple[str, ...]) -> tuple[ForceMember, ...]:
        found = []
        seen: dict[tuple[str, ForcePost | None, str], str] = {}
        for row in self.rows(Page.FORCES):
            post = self.choice(row["post"], ForcePost, lambda post: f"force-post-{post}")
            force, name, unit = row["force"].text, row["person"].text, self.unit(row["unit"].text)
            is_known = force in forces or self.unread & {Page.SECTIONS, Page.MEASURES}
            if self.filled(row["force"], "force") and not is_known:
                self.fault("force-unknown", row["force"])
            if self.filled(row["person"], "person") and (force, post, name) in seen:
                self.fault("twice", row["person"], other=seen[force, post, name])
            seen[force, post, name] = row["person"].place
            self.reach(row)
            if post is not None:
                phone, mail = row["phone"].text, row["mail"].text
                found.append(ForceMember(force, post, name, unit, phone, mail))
        return tuple(found)

    def reach(self, row: _Row) -> None:
        if row["phone"].text and not is_phone(row["phone"].text):
            self.fault("phone", row["phone"])
        if row["mail"].text and not _MAIL.fullmatch(row["mail"].text):
            self.fault("mail", row["mail"])

    def plan(self) -> dict[str, _Cell]:
        found: dict[str, _Cell] = {}
        for row in self.rows(Page.PLAN):
            for item in ITEMS:
                names = {plain(language, f"registry-item-{item}") for language in LANGUAGES}
                if row["item"].text in names:
                    found[item] = row["value"]
        nowhere = _Cell(plain(LANGUAGES[0], "registry-sheet-plan"), "", None)
        title = found.get("title", nowhere)
        if not title.text and found:
            self.fault("empty", title, column=plain(LANGUAGES[0], "registry-item-title"))
        return {item: found.get(item, nowhere) for item in ITEMS}

    def rule(self, own: dict[str, _Cell]) -> ReportRule | None:
        if not own["due"].text:
            return None
        day = self.whole(own["due"], "value")
        if day > _LATEST_DUE_DAY:
            self.fault("number", own["due"])
        every = self.word(own["frequency"], FREQUENCIES, lambda one: f"registry-frequency-{one}")
        about = self.word(
            own["period"], ("previous", "current"), lambda one: f"registry-period-{one}"
        )
        return ReportRule(
            due_day=day,
            frequency=every or FREQUENCIES[0],
            period=f"{about}_{_PERIODS.get(every or '', 'year')}",
            recipient_office=own["office"].text or None,
            recipient_location=own["location"].text or None,
            email=own["mail"].text or None,
            source_measure=own["source"].text or None,
        )

    def word(self, cell: _Cell, words: tuple[str, ...], key: Callable[[str], str]) -> str | None:
        """Which of `words` the cell says, in any language."""
        shown = {plain(lang, key(word)).lower(): word for lang in LANGUAGES for word in words}
        found = shown.get(cell.text.lower())
        if found is None:
            self.no_choice(cell, [plain(LANGUAGES[0], key(word)) for word in words])
        return found

    def no_choice(self, cell: _Cell, words: Iterable[str]) -> None:
        self.fault("choice" if cell.text else "choice-empty", cell, choices=LISTED.join(words))

    def is_so(self, cell: _Cell) -> bool:
        """Yes or no; blank is no, and so is what a program makes of either."""
        yes, no = (
            {plain(language, key).lower() for language in LANGUAGES}
            for key in ("registry-yes", "registry-no")
        )
        said = cell.text.lower()
        if said not in {*yes, *no, "true", "false", ""}:
            self.no_choice(
                cell, (plain(LANGUAGES[0], key) for key in ("registry-yes", "registry-no"))
            )
        return said in {*yes, "true"}

    def choice(self, cell: _Cell, words: type[Word], key: Callable[[str], str]) -> Word | None:
        found = self.word(cell, tuple(word.value for word in words), key)
        return None if found is None else words(found)

    def comparator(self, cell: _Cell) -> Comparator | None:
        signs = [sign.value for sign in Comparator]
        written = _COMPARATORS.get(cell.text, cell.text)
        if written not in signs:
            self.no_choice(cell, signs)
            return None
        return Comparator(written)

    def whole(self, cell: _Cell, column: str) -> int:
        if not cell.text.isdecimal():
            if self.filled(cell, column):
                self.fault("number", cell)
            return 0
        return int(cell.text)

    def amount(self, cell: _Cell, measured: str) -> Decimal | None:
        """measured: in what. Of 0.085 that is shown as 8.5% beside %, what is shown counts."""
        if not cell.text:
            return None
        written = cell.text.replace(",", "")
        if measured in _PER_CENT:
            written = written.rstrip("%％")
        try:
            value = Decimal(written)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            self.fault("number", cell)
            return None
        is_shown = cell.percent and not isinstance(cell.value, str)
        return value * 100 if is_shown and measured in _PER_CENT else value

    def day(self, cell: _Cell) -> date | None:
        if isinstance(cell.value, datetime):
            return cell.value.date()
        if isinstance(cell.value, date) or not cell.text:
            return cell.value if isinstance(cell.value, date) else None
        if written := _DAY.fullmatch(cell.text):
            with suppress(ValueError):
                return date(*map(int, written.groups()))
        self.fault("day", cell)
        return None


def _path(cell: _Cell) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.text.split(PATH_ENDS) if part.strip())


def _name(text: str) -> str:
    return round_brackets(text).strip()
