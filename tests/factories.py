"""Valid values that take only what a test is about. Sample facts: July 2022, 市工科局."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    Figure,
    FiledEntry,
    FiledReport,
    Ledger,
    LedgerMeasure,
    LedgerReport,
    NotReached,
)
from vocabulary.terms import (
    Comparator,
    ContactKind,
    Direction,
    EntryStatus,
    ReportState,
    Role,
    Timeliness,
)

ZONE = ZoneInfo("Asia/Shanghai")
JULY = Period(2022, 7)
PLAN = "永济市推进服务业提质增效 2022年行动计划"
OFFICE = "市服务业发展领导小组办公室"
SECTION = ("三、促进生产性服务业向专业化和价值链高端延伸", "（四）信息服务")


def at(day: int, hour: int = 9, minute: int = 0, *, month: int = 8) -> datetime:
    """A moment of 2022 in the office's zone."""
    return datetime(2022, month, day, hour, minute, tzinfo=ZONE)


def an_indicator(
    indicator_id: int = 1,
    *,
    name: str = "累计建成5G基站",
    target: str = "300",
    unit_of_measure: str = "个",
    comparator: Comparator = Comparator.EXACTLY,
    direction: Direction = Direction.UP,
    baseline: str | None = None,
    cumulative: bool = True,
) -> AskedIndicator:
    return AskedIndicator(
        indicator_id=indicator_id,
        name=name,
        target=Decimal(target),
        unit_of_measure=unit_of_measure,
        comparator=comparator,
        direction=direction,
        baseline=None if baseline is None else Decimal(baseline),
        deadline=date(2022, 12, 31),
        cumulative=cumulative,
    )


def a_figure(
    indicator_id: int = 1, value: str | None = "183", *, approximate: bool = False
) -> Figure:
    """value: None for 暂无数据."""
    return Figure(indicator_id, None if value is None else Decimal(value), approximate)


def a_measure(
    number: str = "18",
    title: str = "夯实大数据基础能力",
    *,
    text: str = "持续推进5G网络建设，扩大5G网络覆盖范围。",
    section_path: tuple[str, ...] = SECTION,
    task_force: str | None = "信息服务专班",
    role: Role = Role.RESPONSIBLE,
    others: tuple[tuple[str, Role], ...] = (),
    indicators: tuple[AskedIndicator, ...] = (),
) -> AskedMeasure:
    return AskedMeasure(number, title, text, section_path, task_force, role, others, indicators)


def a_content(
    status: EntryStatus | None = EntryStatus.ON_TRACK,
    text: str = "新开通基站15个，城域骨干网扩容完成招标。",
    *,
    problem: str = "",
    next_step: str = "",
    no_progress_reason: str | None = None,
    figures: tuple[Figure, ...] = (),
) -> EntryContent:
    """no_progress_reason: given, even if empty, the entry is marked 本月无进展."""
    return EntryContent(
        status,
        text,
        problem,
        next_step,
        no_progress_reason is not None,
        no_progress_reason or "",
        figures,
    )


def a_filed_entry(
    measure: AskedMeasure | None = None, content: EntryContent | None = None
) -> FiledEntry:
    return FiledEntry(measure or a_measure(), content or a_content())


def a_filed_report(
    *entries: FiledEntry,
    office: str = OFFICE,
    plan_title: str = PLAN,
    unit: str = "市工科局",
    official_name: str | None = "永济市工业和科技局",
    period: Period = JULY,
    revision: int = 1,
    receipt: str = "2022-07-0013",
    filed_at: datetime | None = None,
    contact_name: str = "王建国",
    contact_phone: str = "0359-8023456",
    correction_reason: str = "",
) -> FiledReport:
    return FiledReport(
        office=office,
        plan_title=plan_title,
        unit=unit,
        official_name=official_name,
        period=period,
        revision=revision,
        receipt=receipt,
        filed_at=filed_at or at(3, 16, 42),
        filed_by=contact_name,
        contact_name=contact_name,
        contact_phone=contact_phone,
        entries=entries or (a_filed_entry(),),
        correction_reason=correction_reason,
    )


def a_ledger_report(
    filed: FiledReport | None = None,
    *,
    unit: str = "市工科局",
    state: ReportState | None = None,
    timeliness: Timeliness | None = None,
    asked: int = 1,
    answered: int = 0,
    return_reason: str = "",
    contacts: tuple[tuple[ContactKind, str, str], ...] = (),
    reminders_sent: int = 0,
    last_reminded_at: datetime | None = None,
    unreachable: bool = False,
    not_reached: tuple[NotReached, ...] = (),
) -> LedgerReport:
    """Filed on time when `filed` is given, else not started and outstanding."""
    return LedgerReport(
        unit=filed.unit if filed else unit,
        official_name=filed.official_name if filed else None,
        state=state or (ReportState.FILED if filed else ReportState.NOT_STARTED),
        timeliness=timeliness or (Timeliness.ON_TIME if filed else Timeliness.OUTSTANDING),
        asked=len(filed.entries) if filed else asked,
        answered=len(filed.entries) if filed else answered,
        first_filed_at=filed.filed_at if filed else None,
        counted_at=filed.filed_at if filed else None,
        filed=filed,
        return_reason=return_reason,
        contacts=contacts,
        reminders_sent=reminders_sent,
        last_reminded_at=last_reminded_at,
        unreachable=unreachable,
        not_reached=not_reached,
    )


def a_ledger_measure(
    measure: AskedMeasure | None = None, *units: tuple[str, Role]
) -> LedgerMeasure:
    """units: lead first; the sample's 市工科局 alone where none is given."""
    measure = measure or a_measure()
    return LedgerMeasure(
        measure.number,
        measure.title,
        measure.section_path,
        measure.task_force,
        units or (("市工科局", measure.role),),
        measure.indicators,
    )


def a_ledger(
    *reports: LedgerReport,
    measures: tuple[LedgerMeasure, ...] | None = None,
    office: str = OFFICE,
    plan_title: str = PLAN,
    period: Period = JULY,
    as_of: datetime | None = None,
    unassigned: tuple[tuple[str, str], ...] = (),
) -> Ledger:
    due_at = at(5, 18)
    return Ledger(
        office=office,
        plan_title=plan_title,
        period=period,
        as_of=as_of or due_at,
        opens_at=at(1),
        due_at=due_at,
        locks_at=due_at + timedelta(days=5),
        reports=reports or (a_ledger_report(a_filed_report()),),
        measures=(a_ledger_measure(),) if measures is None else measures,
        unassigned=unassigned,
    )
