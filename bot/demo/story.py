"""What a story is made of: who is in it, and what is special about its months; values only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.people import AS_LAST, Character, Deeds
from vocabulary.period import Period
from vocabulary.plan import AssignedMeasure, PlanDocument, UnitRegister
from vocabulary.terms import Ask

ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one unit.

    later: what the liaison is like after the first month; deputy_later: the deputy, where not as
        before. errands: what the liaison does beside reports.
    """

    liaison: Character
    deputy: Character | None = None
    leader: bool = False
    head: bool = False
    later: Character = AS_LAST
    deputy_later: Character | None = None
    errands: tuple[Deeds, ...] = ()


@dataclass(frozen=True, slots=True)
class Asides:
    """Who does what beside the report: units by name.

    on_leave: its liaison goes on leave as the month opens, and the deputy files. put_off: its
    liaison is reminded later. extended: it asks for more time, and gets it. called: its liaison has
    no Telegram; the office calls, and sends the link that is asked for. in_force: it misses the
    due hour, and its task force is told which of its measures lack their answers.
    """

    on_leave: str
    put_off: str
    extended: str
    called: str
    in_force: str


@dataclass(frozen=True, slots=True)
class Thread:
    """What leads from month to month: one unit's measures by number, and another unit.

    helped: a colleague answers it in the last month, by a link that is good for it only.
    shown: a photo proves that it is done. edited: its answer is changed by editing the message.
    highlighted: marked in the middle of the month. excused: need not be reported, until that is
    taken back. solved, carried: have a problem; the one is solved and closed, the other stands on.
    exempt: a unit that need not report at all.
    """

    unit: str
    helper: Character
    helped: str
    shown: str
    edited: str
    highlighted: str
    excused: str
    solved: str
    carried: str
    exempt: str


@dataclass(frozen=True, slots=True)
class Stamps:
    """Units whose stamped page comes back in the first month.

    good: as it should be. older: at first the page of the revision that was corrected since.
    unsealed: at first without a seal. missing: sends its own only when it is asked for.
    In the month after that `good` and `unsealed` send theirs as it should be.
    """

    good: str
    older: str
    unsealed: str
    missing: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label, and the numbers of the measures that bear it once the registry is corrected."""

    name: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """A unit whose leader signs. objects: with what they send back the first that they read."""

    unit: str
    objects: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One month. late, never: units that file after the due hour, or not at all.

    returned, corrects: the unit whose report the coordinator returns, and the one that corrects
        its own; empty where there is none. asides: what four units do beside it.
    """

    period: Period
    late: frozenset[str]
    never: frozenset[str]
    exempt: frozenset[str]
    corrects: str
    returned: str = ""
    asides: Asides | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Months of one plan.

    document: the plan's file, name and content, as the coordinator sends it to the bot.
    register: what they know beside it, and write into the workbook that comes back.
    cast: by unit. called: the unit whose liaison has a telephone only, to begin with.
    transcripts: units whose liaison's conversation is kept in the docs, and its name there.
    shown: units whose writers' conversations are written out as well, and those of who signs,
        beside the coordinator's.
    errands: the coordinator's. invited_in_chat: unit and kind of those who get their link there.
    force: the task force whose liaison does as well; the workbook is cut by it, and by the label.
    stamps: who sends the stamped page back. sign_off: whose leader signs before it is filed.
    asks: how often measures are asked about, by number, where that is not every month.
    """

    document: tuple[str, bytes]
    plan: PlanDocument
    measures: tuple[AssignedMeasure, ...]
    register: UnitRegister
    last_period: Period
    starts_at: datetime
    ends_at: datetime
    cast: Mapping[str, Cast]
    called: str
    chapters: tuple[Chapter, ...]
    thread: Thread
    stamps: Stamps
    sign_off: SignOff
    transcripts: Mapping[str, str]
    shown: tuple[str, ...]
    errands: tuple[Deeds, ...]
    invited_in_chat: tuple[tuple[str, str], ...]
    force: str
    label: Labelled
    asks: Mapping[str, Ask]

    def filing(self, chapter: Chapter) -> list[str]:
        """The units that report in that month."""
        return [unit for unit in self.cast if unit not in chapter.never | chapter.exempt]
