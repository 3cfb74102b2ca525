"""What is asked of a unit and what it says, as values: one shape from the chat to the paper."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from vocabulary.period import Period
from vocabulary.since_when import began
from vocabulary.terms import (
    LIVING,
    TELLS_PROGRESS,
    TROUBLED,
    Ask,
    Comparator,
    ContactKind,
    Direction,
    DoubtKind,
    EntrySource,
    EntryStatus,
    ProblemEvent,
    ProblemState,
    ProblemTurn,
    ReportState,
    Role,
    TickKind,
    Timeliness,
)
from vocabulary.ticks import NO_TICKS, Ticks
from vocabulary.timetable import Timetable


@dataclass(frozen=True, slots=True)
class AskedIndicator:
    """An indicator whose figure is asked for.

    time_passed: the share of its time that is over at the end of the period, 0 to 1; None where
        nobody says when it began. starts_on: when that was.
    period: for which its figure is asked; None where that is of no matter.
    """

    indicator_id: int
    name: str
    target: Decimal
    unit_of_measure: str
    comparator: Comparator
    direction: Direction
    baseline: Decimal | None
    deadline: date | None
    cumulative: bool
    time_passed: Decimal | None = None
    starts_on: date | None = None
    period: Period | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class OpenProblem:
    """A problem of a month before that has to be spoken of first.

    since: the month that it was raised in. said: what was said of it last, empty where nothing was.
    question: what the office asks about it, empty where it asks nothing.
    """

    problem_id: int
    words: str
    next_step: str
    since: Period
    help_from: str = ""
    said: str = ""
    question: str = ""

    @property
    def began(self) -> Period:
        """Since when it is one."""
        return began(self.words, self.since)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a unit says has become of its open problem. words: what happened.

    together: said by one confirmation of several problems that answered the office, too; the words
        are ours, and say that.
    """

    problem_id: int
    turn: ProblemTurn
    words: str = ""
    together: bool = False

    @property
    def is_said(self) -> bool:
        """没有变化 needs no words; the others say what happened."""
        return self.turn is ProblemTurn.UNCHANGED or bool(self.words)


@dataclass(frozen=True, slots=True)
class AskedMeasure:
    """A measure as put to one unit.

    others: who else has it, lead first, with their roles.
    indicators: whose figures are asked of this unit; of one that only cooperates, none are.
    open_problem: what the unit has to speak of before anything else.
    parts: the measures that one shared paragraph (合写一段) answers, this being all of them as one
        (`vocabulary.shared.as_one`); empty for an ordinary measure.
    """

    number: str
    title: str
    text: str
    section_path: tuple[str, ...]
    task_force: str | None
    role: Role
    others: tuple[tuple[str, Role], ...]
    indicators: tuple[AskedIndicator, ...]
    open_problem: OpenProblem | None = None
    ask: Ask = Ask.MONTHLY
    parts: tuple["AskedMeasure", ...] = ()

    @property
    def each(self) -> tuple["AskedMeasure", ...]:
        """The measures that it stands for: itself, or those of a shared paragraph."""
        return self.parts or (self,)

    @property
    def one_line(self) -> bool:
        """Whether words alone answer it, without a status: so for who only cooperates.

        A problem that was raised when the unit did more has to be spoken of in full.
        """
        return self.role is Role.COOPERATING and self.open_problem is None


@dataclass(frozen=True, slots=True)
class Figure:
    """The value given for an indicator.

    value: None when the unit says that it has no figure this month (暂无数据).
    approximate: the person wrote 约.
    """

    indicator_id: int
    value: Decimal | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something doubtful is true all the same. of: the value that was doubted."""

    kind: DoubtKind
    reason: str
    indicator_id: int | None = None
    of: str = ""

    @property
    def below_when(self) -> str:
        """Of a total that fell, when the higher one was, as `ReportEntry.when` tells it."""
        of_total = self.of if self.kind is DoubtKind.FELL else ""
        return of_total.partition(BELOW)[2] or Ask.MONTHLY.value


BELOW = "<"
"""Between a total that fell and when it was higher, in what an explanation is of."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that shows what an entry says (佐证); its content is in the store, by its hash.

    name: as shown and given out; without a path. size: in bytes.
    """

    evidence_id: int
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckLimits:
    """How far an answer may go before it has to be explained.

    over_target: so many times its target. over_last: so many times the figure of the period before.
    step_of_target: a total that grew by more than so many times its target since the period before.
    past_target: one that went past its target by more than so much of it in one period, and grew by
        more than twice what it usually does.
    over_step: by more than so many times what it grew by the period before, and by a quarter of the
        target at least.
    done_needs_evidence: 已完成 wants a file that shows it.
    """

    over_target: Decimal = Decimal(3)
    over_last: Decimal = Decimal(10)
    step_of_target: Decimal = Decimal(1)
    past_target: Decimal = Decimal("0.5")
    over_step: Decimal = Decimal(10)
    done_needs_evidence: bool = True


USUAL_LIMITS = CheckLimits()


@dataclass(frozen=True, slots=True)
class EntryContent:
    """What a unit says of one measure; a blank stays blank.

    no_progress: nothing happened this month, for `no_progress_reason`; it stands beside the status.
        Where one line is asked it says that there was nothing to cooperate in (本月无配合事项), and
        wants no reason.
    follow_up: on the measure's open problem. help_from: units that would have to help (需协调单位).
    problem_stands: whether a problem of this month is one still, though the status is well again;
        None where nobody has said.
    """

    status: EntryStatus | None = None
    text: str = ""
    problem: str = ""
    next_step: str = ""
    no_progress: bool = False
    no_progress_reason: str = ""
    figures: tuple[Figure, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    follow_up: FollowUp | None = None
    help_from: str = ""
    problem_stands: bool | None = None

    @property
    def is_hindered(self) -> bool:
        """Whether it tells a problem that is one now, by its status or whatever that is."""
        is_older = self.follow_up is not None and self.follow_up.turn is not ProblemTurn.RESOLVED
        stands = self.status in TROUBLED or is_older or bool(self.problem_stands)
        return stands and bool(self.problem)

    def words(self) -> Iterator[tuple[str, str]]:
        """By field, a person's own words; none that are blank."""
        for name in ("text", "problem", "next_step", "no_progress_reason"):
            if said := getattr(self, name):
                yield name, said

    def figure(self, indicator_id: int) -> Figure | None:
        return next((f for f in self.figures if f.indicator_id == indicator_id), None)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who, and when, in the office's zone. is_today: on the day on which it is read."""

    name: str
    at: datetime
    is_reader: bool = False
    is_today: bool = True


@dataclass(frozen=True, slots=True)
class Supporter:
    """Another unit of a led measure, and what it says of it so far.

    is_filed: the content is what it has filed; else it is still being written.
    problem_before: of a month before, as long as the office has not closed it.
    """

    unit: str
    role: Role
    content: EntryContent
    is_filed: bool
    report_id: int = 0
    entry_id: int = 0
    problem_before: OpenProblem | None = None

    @property
    def words(self) -> str:
        return self.content.no_progress_reason if self.content.no_progress else self.content.text

    @property
    def has_answered(self) -> bool:
        if self.role is Role.COOPERATING:
            return self.content.no_progress or bool(self.content.text)
        return self.content.status is not None and bool(self.words)

    @property
    def open_problem(self) -> str:
        """What stands in its way; empty where nothing does."""
        if self.content.is_hindered:
            return self.content.problem
        is_silent = self.content.follow_up is None  # which closes none
        return self.problem_before.words if self.problem_before and is_silent else ""

    @property
    def hindered_since(self) -> Period | None:
        """When its problem was raised, where that was in a month before."""
        return self.problem_before.since if self.problem_before and self.open_problem else None


@dataclass(frozen=True, slots=True)
class Lead:
    """Who leads a measure, and has filed that it is done. explanations: what it has said of that.

    number: of the measure.
    """

    number: str
    unit_id: int
    unit: str
    report_id: int
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledFigure:
    """A figure that was filed. period: for which; None for the time before (上月, 上季度)."""

    figure: Figure
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One entry: what is asked, what is said now, and what was filed for the periods before.

    version: grows with every change of its content. answered_by_id, answered_at: the newest one.
    answered: that as the reader is told it; None where there is nothing to tell.
    writing: which others have it open before them now.
    helper: whom the unit has asked to answer it; empty while nobody has opened the link.
    highlights: what the unit has marked as one this month, to be made use of.
    supporters: of a measure that the unit leads, what the others say, in the plan's order.
    filed_before: of each total that `last` has no value for, the newest one filed before.
    """

    entry_id: int
    measure: AskedMeasure
    content: EntryContent
    last: EntryContent | None = None
    skipped: bool = False
    before_last: EntryContent | None = None
    limits: CheckLimits = USUAL_LIMITS
    source: EntrySource = EntrySource.CHAT
    evidence: tuple[EvidenceFile, ...] = ()
    version: int = 0
    answered_by_id: int | None = None
    answered_at: datetime | None = None
    answered: Byline | None = None
    writing: tuple[Byline, ...] = ()
    helper: str | None = None
    highlights: tuple[str, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    filed_before: tuple[FiledFigure, ...] = ()

    def known_before(self, indicator_id: int) -> FiledFigure | None:
        """The figure of the time before; of a total that has none there, the newest one filed."""
        last = self.last.figure(indicator_id) if self.last else None
        if last is not None and last.value is not None:
            return FiledFigure(last)
        return next((f for f in self.filed_before if f.figure.indicator_id == indicator_id), None)

    def when(self, known: FiledFigure) -> str:
        """As texts are told it: monthly or quarterly for the time before, else like 2022-07."""
        if known.period is not None:
            return str(known.period)
        return (Ask.QUARTERLY if self.measure.ask is Ask.QUARTERLY else Ask.MONTHLY).value


@dataclass(frozen=True, slots=True)
class ExemptMeasure:
    """A measure that the unit need not report on this time."""

    entry_id: int
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class FiledEntry:
    """An entry of a filed revision. told_at: see `each`; empty where the words stand here."""

    measure: AskedMeasure
    content: EntryContent
    source: EntrySource = EntrySource.CHAT
    evidence: tuple[EvidenceFile, ...] = ()
    told_at: str = ""

    @property
    def one_line(self) -> bool:
        """Answered by words alone; a shared paragraph gives its status to all of its measures."""
        return self.measure.one_line and self.content.status is None

    @property
    def is_without_progress(self) -> bool:
        """本月无进展; a one-liner's mark says that there was nothing to cooperate in."""
        return self.content.no_progress and not self.one_line

    @property
    def each(self) -> tuple["FiledEntry", ...]:
        """One for each measure that it is about.

        The words, the problem and the evidence of a shared paragraph stand under its first measure;
        the others have its status and their own figures, and say under which number it is told.
        """
        if not self.measure.parts:
            return (self,)
        first, *others = self.measure.parts
        return (
            replace(self, measure=first, content=_of(first, self.content)),
            *(
                FiledEntry(
                    part,
                    _of(
                        part,
                        EntryContent(
                            status=self.content.status,
                            no_progress=self.content.no_progress,
                            figures=self.content.figures,
                        ),
                    ),
                    self.source,
                    told_at=first.number,
                )
                for part in others
            ),
        )


def _of(measure: AskedMeasure, content: EntryContent) -> EntryContent:
    """The content with only those figures that are the measure's."""
    ids = {indicator.indicator_id for indicator in measure.indicators}
    figures = tuple(figure for figure in content.figures if figure.indicator_id in ids)
    return replace(content, figures=figures)


@dataclass(frozen=True, slots=True)
class WorkingReport:
    """One unit's report while it is being written.

    state: filling while a filed report is open for a correction.
    version: grows with every change, so that what is filed is what was confirmed.
    revision: number of the newest filed one, 0 before the first.
    is_overdue: the unit's own due moment has passed, and it can still be filed.
    minutes_last: how long the report of the period before took, where it is known.
    exempt: what else the unit has, and need not report on this time.
    filed: what the newest revision says, while another one is being written.
    asked_by: who asked the reader for these entries, where they are all that the reader may see.
    later: what the unit is asked quarterly, and not this month.
    problems_beside: of that, by its number, the problems that wait for a word all the same.
    units_called: by what names the office's units are called, each with the unit; its own too.
    phone_wanted_of: whose telephone number the draft would need, and nobody has given.
    """

    report_id: int
    version: int
    plan_title: str
    unit: str
    period: Period
    state: ReportState
    timetable: Timetable
    entries: tuple[ReportEntry, ...]
    revision: int = 0
    minutes_last: int | None = None
    return_reason: str = ""
    is_overdue: bool = False
    asked_by: str = ""
    exempt: tuple[ExemptMeasure, ...] = ()
    correction_reason: str = ""
    filed: tuple[FiledEntry, ...] = ()
    later: tuple[AskedMeasure, ...] = ()
    problems_beside: tuple[tuple[str, OpenProblem], ...] = ()
    units_called: tuple[tuple[str, str], ...] = ()
    phone_wanted_of: str = ""

    @property
    def due_at(self) -> datetime:
        """By when the unit is expected to file, in the office's zone."""
        return self.timetable.expected_at

    @property
    def locks_at(self) -> datetime:
        return self.timetable.locks_at

    @property
    def exempt_ids(self) -> frozenset[int]:
        """The entries that are not asked."""
        return frozenset(one.entry_id for one in self.exempt)

    @property
    def not_due(self) -> tuple[str, ...]:
        """The numbers of what comes quarterly, and not this month."""
        return tuple(measure.number for measure in self.later)

    @property
    def asked(self) -> int:
        """How many measures it is about; a shared paragraph is about several."""
        return sum(len(entry.measure.each) for entry in self.entries)

    def count(self, is_so: Callable[[ReportEntry], bool]) -> int:
        """Of how many of these measures it is so."""
        return sum(len(entry.measure.each) for entry in self.entries if is_so(entry))

    def numbered(self, number: str) -> ReportEntry | None:
        """The entry of the measure with this number, alone or in a shared paragraph."""
        for entry in self.entries:
            measures = (entry.measure, *entry.measure.parts)
            if any(measure.number == number for measure in measures):
                return entry
        return None

    def has(self, entry_id: int) -> bool:
        """Whether the entry is there for whom the report was put together."""
        return any(entry.entry_id == entry_id for entry in self.entries)

    def entry(self, entry_id: int) -> ReportEntry:
        """Raises KeyError when the report has no such entry."""
        for entry in self.entries:
            if entry.entry_id == entry_id:
                return entry
        raise KeyError(entry_id)


@dataclass(frozen=True, slots=True)
class FiledReport:
    """A filed revision, whole: draft, workbook and summary are made from it and nothing else.

    official_name: None where the office has not told it; the draft then says so.
    return_answer: why a returned report was filed again as it was.
    filed_at: aware, in the office's zone. receipt: like 2022-07-0013.
    exempt: what else the unit has, and needed not report on.
    filed_by: who prepared it (拟稿). signed_by: the leader who signed it (签发), empty where the
        unit's reports are not signed; signed_on_paper: not here, as its preparer says.
    on_behalf: the office filed it for a unit that cannot (代报).
    """

    office: str
    plan_title: str
    unit: str
    official_name: str | None
    period: Period
    revision: int
    receipt: str
    filed_at: datetime
    filed_by: str
    contact_name: str
    contact_phone: str
    entries: tuple[FiledEntry, ...]
    correction_reason: str = ""
    return_answer: str = ""
    exempt: tuple[ExemptMeasure, ...] = ()
    signed_by: str = ""
    signed_on_paper: bool = False
    on_behalf: bool = False

    @property
    def is_correction(self) -> bool:
        """更正: filed again of the unit's own will, which has a reason."""
        return self.revision > 1 and bool(self.correction_reason.strip())

    @property
    def is_again(self) -> bool:
        """重报: filed again because the office had sent it back."""
        return self.revision > 1 and not self.is_correction


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A filed report that waits for the office to accept or return it.

    revision_id: the newest revision's; they grow with time, so that "all that I saw" can be said.
    """

    report_id: int
    unit: str
    period: Period
    revision: int
    revision_id: int
    filed_at: datetime


@dataclass(frozen=True, slots=True)
class Requested:
    """A unit's request for more time that the office has not answered."""

    extension_id: int
    report_id: int
    unit: str
    period: Period
    until: datetime


@dataclass(frozen=True, slots=True)
class ProblemWord:
    """One thing that happened to a problem. period: of the report that says it, if one does."""

    event: ProblemEvent
    at: datetime
    by: str
    words: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class FollowedProblem:
    """A problem as the office follows it; moments are aware, in the office's zone.

    number, title: of its measure when a report spoke of it last.
    is_asked: a measure of the newest edition puts it to its unit; else only the office can end it.
    is_overdue: it has lived longer than the office's settings say.
    """

    problem_id: int
    unit: str
    number: str
    title: str
    since: Period
    words: str
    next_step: str
    help_from: str
    state: ProblemState
    raised_at: datetime
    history: tuple[ProblemWord, ...]
    question: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_how: str = ""
    is_asked: bool = True
    is_overdue: bool = False

    @property
    def is_living(self) -> bool:
        return self.state in LIVING

    @property
    def began(self) -> Period:
        """Since when it is one."""
        return began(self.words, self.since)

    @property
    def newest_word(self) -> ProblemWord | None:
        """What its unit has said last of how it goes; None while it has only been raised."""
        told = (said for said in reversed(self.history) if said.event in TELLS_PROGRESS)
        return next((said for said in told if said.words), None)

    def days(self, now: datetime) -> int:
        """How many days it has lived; counted until it was closed."""
        return max(0, ((self.closed_at or now) - self.raised_at).days)


@dataclass(frozen=True, slots=True)
class MarkedHighlight:
    """A highlight as the office reads it. marked_at: aware, in the office's zone.

    left_out: the office does not pass it upwards.
    """

    highlight_id: int
    unit: str
    number: str
    title: str
    period: Period
    text: str
    marked_at: datetime
    marked_by: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class NotReached:
    """Somebody of a unit whose newest reminder of its report did not arrive, or may not have.

    at: when it was to go out. reason: the stored error. doubtful: it may have arrived.
    number: by which it is sent again from the outbox; None while its reader cannot be reached.
    """

    contact_id: int
    kind: ContactKind
    name: str
    phone: str
    at: datetime
    reason: str
    doubtful: bool
    number: int | None


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """One unit's report as the coordinator sees it; `filed` is the newest filed revision.

    exempt_reason: why it is not expected; exempt: measures that are not asked, with why.
    not_reached: of its people, while the report is chased, whose newest reminder did not arrive.
    counted_at: when what decides on time came first. ticks: of the newest revision.
    """

    unit: str
    official_name: str | None
    state: ReportState
    timeliness: Timeliness
    asked: int
    answered: int
    first_filed_at: datetime | None
    filed: FiledReport | None
    return_reason: str = ""
    contacts: tuple[tuple[ContactKind, str, str], ...] = ()
    reminders_sent: int = 0
    last_reminded_at: datetime | None = None
    unreachable: bool = False
    awaits_review: bool = False
    extended_to: datetime | None = None
    extension_counts: bool = False
    asks_until: datetime | None = None
    exempt_reason: str = ""
    exempt: tuple[ExemptMeasure, ...] = ()
    counted_at: datetime | None = None
    ticks: Ticks = NO_TICKS
    not_reached: tuple[NotReached, ...] = ()

    @property
    def awaits_paper(self) -> bool:
        """Whether it is filed and what decides on time is still to come."""
        is_open = self.timeliness in {Timeliness.PENDING, Timeliness.OUTSTANDING}
        return is_open and self.first_filed_at is not None

    def is_exempt(self, number: str) -> bool:
        """Whether the measure need not be reported on, alone or with everything else."""
        is_wanted = self.timeliness is not Timeliness.EXEMPT
        return not is_wanted or any(one.number == number for one in self.exempt)


@dataclass(frozen=True, slots=True)
class LedgerMeasure:
    """A measure with everybody who has it, lead first: unit, role.

    not_due: the units that are asked of it quarterly, and not this month.
    """

    number: str
    title: str
    section_path: tuple[str, ...]
    task_force: str | None
    units: tuple[tuple[str, Role], ...]
    indicators: tuple[AskedIndicator, ...]
    not_due: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """How a unit stood in one month of the plan, and what it filed: its newest revision.

    days_late: days begun after its own due moment until what counts came; 0 while it has not.
    returned: how often the office sent it back. corrected: how often the unit filed again unasked.
    """

    period: Period
    unit: str
    timeliness: Timeliness
    filed: FiledReport | None = None
    days_late: int = 0
    returned: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class TargetReading:
    """What the office gave for a target of the whole plan in one month.

    source: who published the figure. given_by: the coordinator; empty from the command line.
    """

    period: Period
    name: str
    value: Decimal
    approximate: bool = False
    source: str = ""
    given_by: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the consolidated workbook of one cycle is made from.

    Moments are aware, in the office's zone.
    unassigned: clauses of the plan that name nobody we could find, as (measure number, words).
    problems: those that are not closed, and those closed since the cycle opened.
    month_over_at: when the next cycle was opened, and so the moment as of which `problems` are
        told; None while there is none.
    months: of the plan, first to last. history: those up to this one, the oldest first.
    plan_indicators: the targets of the plan as a whole. plan_readings: what the office gave for
        them, up to this month, the oldest first.
    cut_to: the task force or label whose measures alone these are; empty where it is the whole.
    on_time_by: which tick decides whether a report is on time.
    provisional: a day that the month's moments were counted on is a guess.
    """

    office: str
    plan_title: str
    period: Period
    as_of: datetime
    opens_at: datetime
    due_at: datetime
    locks_at: datetime
    reports: tuple[LedgerReport, ...]
    measures: tuple[LedgerMeasure, ...]
    unassigned: tuple[tuple[str, str], ...] = field(default=())
    problems: tuple[FollowedProblem, ...] = ()
    month_over_at: datetime | None = None
    highlights: tuple[MarkedHighlight, ...] = ()
    months: tuple[Period, ...] = ()
    history: tuple[UnitMonth, ...] = ()
    plan_indicators: tuple[AskedIndicator, ...] = ()
    plan_readings: tuple[TargetReading, ...] = ()
    cut_to: str = ""
    on_time_by: TickKind = TickKind.FILED
    provisional: bool = False

    def reading_of(self, target: AskedIndicator) -> TargetReading | None:
        """What was given for this target of the whole plan in this month."""
        return next(
            (
                one
                for one in self.plan_readings
                if one.period == self.period and one.name == target.name
            ),
            None,
        )

    @property
    def timetable(self) -> Timetable:
        return Timetable(
            self.opens_at,
            self.due_at,
            self.locks_at,
            on_time_by=self.on_time_by,
            provisional=self.provisional,
        )

    @property
    def problems_as_of(self) -> datetime:
        return self.month_over_at or self.as_of

    def count(self, timeliness: Timeliness) -> int:
        return sum(report.timeliness is timeliness for report in self.reports)

    def came(self, kind: TickKind) -> int:
        """Of how many reports that has come, of their newest revision."""
        return sum(report.ticks.at(kind) is not None for report in self.reports)

    @property
    def expected(self) -> int:
        """应报: every report but the exempt ones."""
        return len(self.reports) - self.count(Timeliness.EXEMPT)
