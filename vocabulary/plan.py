"""What a plan document says, as values: what `plans` reads and `models` loads."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vocabulary.terms import Ask, Comparator, ContactKind, Direction, ForcePost, Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit or a group of units named in a responsibility clause, in the document's own words."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class DocumentIndicator:
    """A quantitative target.

    text: the words it was read from; name: what is counted, without figure and date.
    baseline: only where the text names it (由36个月压减至24个月).
    start: the day from which its progress counts; None: from the plan's first.
    deadline: None where the text names none.
    """

    text: str
    name: str
    value: Decimal
    unit_of_measure: str
    comparator: Comparator
    direction: Direction = Direction.UP
    baseline: Decimal | None = None
    deadline: date | None = None
    cumulative: bool = False
    start: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentSection:
    """A heading. `path`: every heading from the top down to it, without the task force's clause."""

    path: tuple[str, ...]
    task_force: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentMeasure:
    """A numbered measure.

    number: as counted in the document, 13 or 2(1).
    text: everything from title to responsibility clause, page breaks healed.
    task_force: its own or the nearest heading's. source_line: 1-based line where it starts.
    labels: names of cross-cutting groups that it belongs to, as of 十大专项行动.
    """

    number: str
    title: str | None
    text: str
    section_path: tuple[str, ...]
    task_force: str | None
    mentions: tuple[Mention, ...]
    indicators: tuple[DocumentIndicator, ...]
    deadline: date | None
    source_line: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentText:
    """Running text that is in no measure. line: 1-based, where it starts."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ReportRule:
    """Who wants the reports, by when, and where to."""

    due_day: int
    frequency: str
    period: str
    recipient_office: str | None
    recipient_location: str | None
    email: str | None
    source_measure: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the document that a person has to look at.

    text_key: the sentence in the catalogue; facts fill it.
    source: the words in question. line: 1-based, where known.
    """

    text_key: str
    facts: dict[str, str]
    source: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A whole plan as read. `indicators` are the plan's own; `task_forces` stand as first named.

    labels: every cross-cutting group that the plan lists, also those that no measure names.
    prose: everything else that it says: what stands before the first heading, under headings and
    after the last measure.
    """

    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: date | None
    addressees: tuple[str, ...]
    sections: tuple[DocumentSection, ...]
    measures: tuple[DocumentMeasure, ...]
    indicators: tuple[DocumentIndicator, ...]
    task_forces: tuple[str, ...]
    report_rule: ReportRule | None
    doubts: tuple[Doubt, ...]
    labels: tuple[str, ...] = ()
    prose: tuple[DocumentText, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisteredContact:
    """A person as the office writes them down, before they have come to the bot.

    unit: empty for a contact of a task force, whose name is `force`.
    """

    unit: str
    kind: ContactKind
    name: str
    phone: str = ""
    mail: str = ""
    force: str = ""


@dataclass(frozen=True, slots=True)
class ForceMember:
    """Somebody in a task force; `unit` is where they come from, empty where nobody says."""

    force: str
    post: ForcePost
    name: str
    unit: str = ""
    phone: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True)
class UnitRegister:
    """What the office knows about units beyond the plan.

    official_names: the plan's name of a unit → the name that signs.
    groups: a group as the plan names it (市服务业发展领导小组成员单位) → its members, in order.
    units, forces: those of which it tells everything, so that an alias, a contact or a member that
    is not in it is none any more; of all others it tells nothing but what stands in it.
    aliases: another name of a unit → the plan's.
    signed: whether the unit's leader signs its reports before they are filed.
    """

    official_names: dict[str, str] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    units: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    contacts: tuple[RegisteredContact, ...] = ()
    force_members: tuple[ForceMember, ...] = ()
    signed: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """A unit that has a measure. `via`: the group through which it is named, if it is.

    ask: how often it is asked about the measure.
    """

    name: str
    role: Role
    via: str | None = None
    ask: Ask = Ask.MONTHLY


@dataclass(frozen=True, slots=True)
class AssignedMeasure:
    """A measure with its units, lead first, each once; `unassigned` names nobody we know of."""

    measure: DocumentMeasure
    units: tuple[AssignedUnit, ...]
    unassigned: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """An edition as it was loaded. assigned: of each measure of the document, in its order."""

    document: PlanDocument
    assigned: tuple[AssignedMeasure, ...]
