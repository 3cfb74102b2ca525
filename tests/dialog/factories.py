"""Values to ask about and to answer with; each takes only what the test is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from vocabulary.period import Period
from vocabulary.report import (
    AskedIndicator,
    AskedMeasure,
    EntryContent,
    EvidenceFile,
    Figure,
    FiledEntry,
    FiledReport,
    OpenProblem,
    ReportEntry,
    WorkingReport,
)
from vocabulary.terms import Comparator, Direction, EntryStatus, ReportState, Role
from vocabulary.timetable import Timetable

PHOTO = EvidenceFile(1, "照片.jpg", "0" * 64, 7)

OFFICE_TIME = timezone(timedelta(hours=8))

TIMETABLE = Timetable(
    opens_at=datetime(2022, 8, 1, 9, tzinfo=OFFICE_TIME),
    due_at=datetime(2022, 8, 5, 18, tzinfo=OFFICE_TIME),
    locks_at=datetime(2022, 8, 20, 18, tzinfo=OFFICE_TIME),
)


def an_indicator(**changes: Any) -> AskedIndicator:
    base_stations = AskedIndicator(
        indicator_id=7,
        name="累计建成5G基站",
        target=Decimal(300),
        unit_of_measure="个",
        comparator=Comparator.AT_LEAST,
        direction=Direction.UP,
        baseline=None,
        deadline=date(2022, 12, 31),
        cumulative=True,
    )
    return replace(base_stations, **changes)


def a_measure(**changes: Any) -> AskedMeasure:
    data = AskedMeasure(
        number="18",
        title="夯实大数据基础能力",
        text="夯实大数据基础能力。2022年底，累计建成5G基站300个。",
        section_path=("三、促进生产性服务业", "（四）信息服务"),
        task_force="信息服务专班",
        role=Role.RESPONSIBLE,
        others=(),
        indicators=(),
    )
    return replace(data, **changes)


def an_open_problem(**changes: Any) -> OpenProblem:
    problem = OpenProblem(
        problem_id=4,
        words="站址协调困难，原因是业主要价高。",
        next_step="8月底前由属地协调。",
        since=Period(2022, 6),
    )
    return replace(problem, **changes)


def in_trouble(content: EntryContent | None = None, **changes: Any) -> ReportEntry:
    """An entry whose measure has an open problem."""
    problem = an_open_problem(**changes)
    return an_entry(measure=a_measure(open_problem=problem), content=content)


def a_content(**changes: Any) -> EntryContent:
    return replace(EntryContent(status=EntryStatus.ON_TRACK, text="新开通基站15个。"), **changes)


def an_entry(
    *,
    measure: AskedMeasure | None = None,
    content: EntryContent | None = None,
    last: EntryContent | None = None,
    entry_id: int = 18,
    **changes: Any,
) -> ReportEntry:
    entry = ReportEntry(entry_id, measure or a_measure(), content or EntryContent(), last)
    return replace(entry, **changes)


def with_indicator(
    content: EntryContent | None = None,
    *,
    last: EntryContent | None = None,
    indicator: AskedIndicator | None = None,
    **changes: Any,
) -> ReportEntry:
    measure = a_measure(indicators=(indicator or an_indicator(),))
    return an_entry(measure=measure, content=content, last=last, **changes)


def a_figure(value: Decimal | int | str | None, indicator_id: int = 7) -> Figure:
    return Figure(indicator_id, None if value is None else Decimal(value))


def a_report(*entries: ReportEntry, **changes: Any) -> WorkingReport:
    report = WorkingReport(
        report_id=5,
        version=3,
        plan_title="推进服务业提质增效2022年行动计划",
        unit="市工科局",
        period=Period(2022, 7),
        state=ReportState.FILLING,
        timetable=TIMETABLE,
        entries=entries,
    )
    return replace(report, **changes)


def numbered(count: int, **changes: Any) -> list[ReportEntry]:
    """Entries 1 to `count`, each of the measure with that number."""
    return [
        an_entry(entry_id=number, measure=a_measure(number=str(number)), **changes)
        for number in range(1, count + 1)
    ]


def a_filed_report(*contents: EntryContent, **changes: Any) -> FiledReport:
    report = FiledReport(
        office="市发改局综合股",
        plan_title="推进服务业提质增效2022年行动计划",
        unit="市工科局",
        official_name="永济市工业和科技局",
        period=Period(2022, 7),
        revision=1,
        receipt="2022-07-0013",
        filed_at=datetime(2022, 8, 3, 16, 42, tzinfo=OFFICE_TIME),
        filed_by="李敏",
        contact_name="李敏",
        contact_phone="0359-0000000",
        entries=tuple(FiledEntry(a_measure(), content) for content in contents),
    )
    return replace(report, **changes)


def a_titled_report(
    titles: Mapping[str, str], contents: Mapping[str, EntryContent]
) -> WorkingReport:
    """titles: by measure number, which is the entry's id too. contents: by "of_" and the number."""
    return a_report(
        *(
            an_entry(
                entry_id=int(number),
                measure=a_measure(number=number, title=title),
                content=contents.get(f"of_{number}"),
            )
            for number, title in titles.items()
        )
    )
